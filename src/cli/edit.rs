//! `atalaya edit`: the window's edits, one a line on standard input. What was carried out, kept and saved is said a line
//! each on standard output, once it is so.

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use super::edit_line::{COMMANDS, Line, Unclear, line_of_field, parse, usage};
use super::{FAILED, GOOD, SOME, called, complain};
use crate::figure::{Names, two_ways};
use crate::format::{
    self, Change, NotSaved, NotSet, Problem, ProblemKind, Progress, RecoveryOf, Stamp, record_text, set_field,
    set_header,
};
use crate::i18n::Words;
use crate::model::{List, Portfolio, check};
use crate::session::{
    Conflict, Desk, Edit, Found, Keeper, NotKept, RealWorld, Refusal, Wake, Workers, World, found, give_up,
    save_checked,
};

/// Why a line was not carried out. What was there is as it was.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Unclear(#[from] Unclear),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    NotSet(#[from] NotSet),
    #[error("{1}")]
    NotSaved(PathBuf, NotSaved),
    #[error("there is already {0:?}")]
    Exists(PathBuf),
    #[error("no file")]
    NoFile,
    #[error("nothing kept")]
    NothingKept,
    #[error("no step")]
    NoStep,
}

impl Failed {
    fn text(&self, words: &Words) -> String {
        match self {
            Self::Unclear(unclear) => unclear.text(words),
            Self::Refused(refusal) => refusal.text(words),
            Self::NotSet(not_set) => not_set.text(words),
            Self::NotSaved(path, not_saved) => not_saved.text(words, &path.display().to_string()),
            Self::Exists(path) => words.tf("edit-exists", &[("file", path.display().to_string().into())]),
            Self::NoFile => words.t("edit-no-file"),
            Self::NothingKept => words.t("edit-nothing-kept"),
            Self::NoStep => words.t("edit-no-step"),
        }
    }
}

struct Editing<'a, W> {
    portfolio: Arc<Portfolio>,
    desk: Desk,
    file: Option<PathBuf>,
    stamp: Option<Stamp>,
    keeper: Keeper,
    workers: Workers,
    wake: Wake,
    world: RealWorld,
    left: Vec<Found>,
    /// What was wrong with the file, but for the rules that its records break.
    of_file: Vec<Problem>,
    /// How many lines were carried out.
    done: usize,
    /// How many of them what is being kept has.
    keeping: usize,
    words: &'a Words,
    out: &'a mut W,
}

/// Edits a file, or a copy of the embedded portfolio.
pub(super) fn run(file: Option<&Path>, words: &Words, out: &mut impl Write) -> io::Result<u8> {
    let stamp = file.and_then(|file| Stamp::of(file).ok());
    let read = match file {
        Some(file) => format::read_file(file, &Progress::default(), &|| ()).map(|(read, _)| read),
        None => format::read_ron(format::embedded()),
    };
    let read = match read {
        Ok(read) => read,
        Err(unreadable) => {
            complain(&unreadable.text(words, &called(file)));
            return Ok(FAILED);
        }
    };
    let world = RealWorld::new();
    let folder = world.recovery_folder();
    let left = folder.as_deref().map(found).unwrap_or_default();
    let absolute = file.map(|file| std::path::absolute(file).unwrap_or_else(|_| file.to_owned()));
    let mut editing = Editing {
        portfolio: Arc::new(read.portfolio),
        desk: Desk::of(read.text, file.is_some()).knowing(&read.problems),
        of_file: read.problems.into_iter().filter(|problem| !matches!(problem.kind, ProblemKind::Rule(_))).collect(),
        left: left.into_iter().filter(|found| found.recovery.of.file == absolute).collect(),
        file: absolute,
        stamp,
        keeper: Keeper::new(folder),
        workers: Workers::default(),
        wake: Arc::new(|| {}),
        world,
        done: 0,
        keeping: 0,
        words,
        out,
    };
    editing.say_what_is_left();
    editing.lines()
}

/// The lines of standard input, read beside the work, so that what was edited is kept while nobody types.
fn typed() -> Receiver<io::Result<Vec<u8>>> {
    let (sender, lines) = channel();
    let read = move || {
        for line in io::stdin().lock().split(b'\n') {
            if sender.send(line).is_err() {
                return;
            }
        }
    };
    // Without a thread there are no lines, and the end is reached at once.
    let _ = std::thread::Builder::new().name("lines".to_owned()).spawn(read);
    lines
}

impl<W: Write> Editing<'_, W> {
    fn name(&self) -> String {
        called(self.file.as_deref())
    }

    fn say_what_is_left(&self) {
        for found in &self.left {
            let args = [("n", found.recovery.merge.len().into()), ("at", (&found.recovery.of.at).into())];
            complain(&self.words.tf("edit-left", &args));
        }
    }

    fn lines(&mut self) -> io::Result<u8> {
        let lines = typed();
        let mut failed = false;
        loop {
            let wait = self.keep()?;
            let line = match lines.recv_timeout(wait) {
                Ok(line) => line?,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            let Ok(line) = str::from_utf8(&line).map(str::trim) else {
                failed = true;
                complain(&self.words.t("edit-not-text"));
                self.say("failed")?;
                continue;
            };
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if line == "quit" {
                break;
            }
            match parse(line).map_err(Failed::from).and_then(|line| self.carry_out(line)) {
                Ok(said) => self.say(&said)?,
                Err(error) => {
                    failed = true;
                    complain(&error.text(self.words));
                    self.say("failed")?;
                }
            }
        }
        self.end(failed)
    }

    /// What is not saved is kept, and said.
    fn end(&mut self, failed: bool) -> io::Result<u8> {
        if self.desk.is_modified() {
            // An earlier state may be under way.
            if let Some(kept) = self.keeper.wait() {
                self.say_kept(kept)?;
            }
            self.keep_now();
            if let Some(kept) = self.keeper.wait() {
                self.say_kept(kept)?;
            }
            complain(&self.words.t("edit-not-saved"));
        } else {
            self.keeper.forget();
        }
        Ok(if failed || self.desk.is_modified() { SOME } else { GOOD })
    }

    fn say(&mut self, said: &str) -> io::Result<()> {
        writeln!(self.out, "{said}")?;
        self.out.flush()
    }

    fn say_kept(&mut self, kept: Result<u64, NotKept>) -> io::Result<()> {
        match kept {
            Ok(_) => self.say(&format!("kept {}", self.keeping)),
            Err(why) => {
                complain(&why.text(self.words));
                Ok(())
            }
        }
    }

    /// Keeps what was edited when it is time to; how long to wait for the next look.
    fn keep(&mut self) -> io::Result<Duration> {
        const PATIENCE: Duration = Duration::from_hours(1);
        if let Some(kept) = self.keeper.taken() {
            self.say_kept(kept)?;
        }
        let state = self.desk.is_modified().then(|| self.desk.history.state());
        Ok(match self.keeper.due(state, Instant::now()) {
            Some(Duration::ZERO) => {
                self.keep_now();
                Duration::from_millis(20)
            }
            Some(wait) => wait,
            None if self.keeper.is_working() => Duration::from_millis(20),
            None => PATIENCE,
        })
    }

    fn keep_now(&mut self) {
        let name = self.name();
        let of = RecoveryOf::new(self.file.clone(), false, name, self.world.now());
        let text = self.desk.recovery(of, &self.portfolio);
        if !self.keeper.is_working() {
            self.keeping = self.done;
        }
        self.keeper.keep(self.desk.history.state(), text, &self.workers, &self.wake);
    }

    fn carry_out(&mut self, line: Line) -> Result<String, Failed> {
        match line {
            Line::Save(path) => return self.save(path),
            Line::History => return Ok(self.history()),
            Line::Check => return Ok(self.check()),
            Line::Help => return Ok(COMMANDS.map(|command| usage(command, self.words)).join("\n")),
            Line::Show(list, id) => return self.show(list, &id),
            Line::Undo(times) => self.steps(times, Desk::undo)?,
            Line::Redo(times) => self.steps(times, Desk::redo)?,
            Line::Recover => {
                let left = self.left.pop().ok_or(Failed::NothingKept)?;
                let merge = self.desk.beside(left.recovery.merge.clone(), &self.portfolio);
                let conflicts = merge.two_ways(&self.portfolio);
                let of_head = merge.header_conflicts_text(&self.portfolio, self.words);
                merge
                    .conflicts_text(&self.portfolio, self.words)
                    .into_iter()
                    .chain(of_head)
                    .for_each(|text| complain(&text));
                self.edit(Edit::Merge(Box::new(merge)))?;
                for conflict in &conflicts {
                    self.say_both(conflict);
                }
                let _ = self.keeper.wait();
                self.keep_now();
                match self.keeper.wait() {
                    Some(Err(why)) => complain(&why.text(self.words)),
                    // Kept under our own name before it goes under the old one.
                    _ => give_up(&left),
                }
            }
            Line::Discard => {
                let left = self.left.pop().ok_or(Failed::NothingKept)?;
                give_up(&left);
            }
            // Another id is another name for everybody who refers to it.
            Line::Set { list, id, field, value: Some(to) } if field == "id" => {
                let to = ron::from_str(&to).unwrap_or(to);
                self.edit(Edit::Rename { list, id, to })?;
            }
            Line::Set { list, id, field, value } => {
                let entry = set_field(&self.entry(list, &id)?, &field, value.as_deref())?;
                self.edit(Edit::Put { entry, goes_on: false })?;
            }
            Line::Head { field, value } => {
                let header = set_header(&self.portfolio.header, &field, value.as_deref())?;
                self.edit(Edit::Header { header: Box::new(header), goes_on: false })?;
            }
            Line::Add(entry) => self.edit(Edit::Add(vec![*entry]))?,
            Line::Copy { list, id, to } => {
                self.edit(Edit::Copy { list, id, to })?;
            }
            Line::Remove { list, id, references } => {
                let referring = self.portfolio.referring(list, &id).len();
                self.edit(Edit::Remove { list, id: id.clone(), references })?;
                if referring > 0 && !references {
                    let args = [("id", id.into()), ("n", referring.into())];
                    complain(&self.words.tf("edit-left-referring", &args));
                }
            }
            Line::Rename { list, id, to } => self.edit(Edit::Rename { list, id, to })?,
        }
        self.done += 1;
        Ok(format!("done {}", self.done))
    }

    /// Each field that was changed here and in the file: both values, and the line that chooses the other one.
    fn say_both(&self, conflict: &Conflict) {
        let names = Names::new(&self.portfolio, self.words);
        let Ok(mine) = self.entry(conflict.list, &conflict.id) else { return };
        for field in &conflict.fields {
            let Some(theirs) = conflict.with(&mine, true, std::slice::from_ref(field)) else { continue };
            let (label, [here, there]) = two_ways(&field.field, [&field.mine, &field.theirs], names);
            let line = line_of_field(&theirs, &field.field);
            let args = [
                ("name", mine.name(self.words.lang()).into()),
                ("field", label.into()),
                ("here", here.into()),
                ("there", there.into()),
                ("line", line.into()),
            ];
            complain(&self.words.tf("edit-both", &args));
        }
    }

    /// So many steps back or forth, or as many as there are.
    fn steps(
        &mut self,
        times: usize,
        step: impl Fn(&mut Desk, &mut Arc<Portfolio>) -> Vec<Change>,
    ) -> Result<(), Failed> {
        let done = (0..times).take_while(|_| !step(&mut self.desk, &mut self.portfolio).is_empty()).count();
        if done == 0 { Err(Failed::NoStep) } else { Ok(()) }
    }

    fn edit(&mut self, edit: Edit) -> Result<(), Failed> {
        match self.desk.edit(edit, &mut self.portfolio, self.words.lang()) {
            Ok(_) | Err(Refusal::Same) => Ok(()),
            Err(refusal) => Err(refusal.into()),
        }
    }

    fn entry(&self, list: List, id: &str) -> Result<crate::model::Entry, Refusal> {
        self.portfolio.entry_with(list, id).ok_or_else(|| Refusal::NoRecord(list, id.to_owned()))
    }

    fn save(&mut self, path: Option<PathBuf>) -> Result<String, Failed> {
        let elsewhere = path.is_some();
        let path = path.or_else(|| self.file.clone()).ok_or(Failed::NoFile)?;
        let same = self.file.as_ref().is_some_and(|file| std::path::absolute(&path).is_ok_and(|path| path == *file));
        if elsewhere && !same && path.exists() {
            return Err(Failed::Exists(path));
        }
        let expected = self.stamp.as_ref().filter(|_| same || !elsewhere);
        let state = self.desk.history.state();
        let superseding = self.keeper.superseding();
        let (written, progress) = (self.desk.written(), Progress::default());
        match save_checked(&path, &written, &self.portfolio, expected, superseding.as_ref(), &progress) {
            Ok(stamp) => self.stamp = Some(stamp),
            Err(not_saved) => {
                if let NotSaved::NotFlushed(stamp, _) = &not_saved {
                    self.stamp = Some(Stamp::clone(stamp));
                }
                return Err(Failed::NotSaved(path, not_saved));
            }
        }
        self.file = Some(std::path::absolute(&path).unwrap_or(path));
        let edits = self.desk.edits.clone();
        self.desk.saved(state, edits);
        self.keeper.forget();
        Ok(format!("saved {}", self.done))
    }

    fn history(&self) -> String {
        let (steps, done) = (self.desk.history.steps(), self.desk.history.done());
        let line = |(place, step): (usize, &crate::session::Step)| {
            format!("{} {}", if place < done { "*" } else { "-" }, step.deed.text(self.words))
        };
        let lines: Vec<String> = steps.enumerate().map(line).collect();
        if lines.is_empty() { "-".to_owned() } else { lines.join("\n") }
    }

    fn check(&self) -> String {
        let breaches = check(&self.portfolio);
        let line = |breach| Problem::of_breach(breach).text(self.words);
        let name = self.name();
        let of_file = self.of_file.iter().map(|problem| problem.line_text(self.words, &name));
        let mut lines: Vec<String> = of_file.chain(breaches.into_iter().map(line)).collect();
        lines.push(format!("problems {}", lines.len()));
        lines.join("\n")
    }

    fn show(&self, list: List, id: &str) -> Result<String, Failed> {
        Ok(record_text(&self.entry(list, id)?))
    }
}
