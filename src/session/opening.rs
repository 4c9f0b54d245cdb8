//! Opening portfolios: on a worker, while what is open stays in use; what was wrong is told.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::answers::MANY;
use super::bringing::Bring;
use super::command::Command;
use super::desk::{Desk, Edit};
use super::document::{Document, Origin};
use super::keeper::Found;
use super::noticed::Notice;
use super::state::{Panel, Session};
use super::verb::Verb;
use super::view::View;
use crate::format::{self, Merge, PACKED_AT_ONCE, Progress, Read, Stamp, Unreadable};
use crate::model::{Bilingual, Header, Lang, Notes, Portfolio};
use crate::query::TextRanks;

/// Of more files dropped at once only so many are named.
const NAMED: usize = 4;

/// A file that is being opened on a worker.
pub struct Opening {
    /// Which one.
    pub path: PathBuf,
    /// How far that has come.
    pub progress: Arc<Progress>,
    result: Receiver<Arrived>,
    /// What was open before, while the first part of the file is shown.
    former: Option<Box<Former>>,
    /// The whole, while the first answer to it is being made.
    whole: Option<Box<Document>>,
}

/// What is done once a file is open.
#[derive(Default)]
pub enum Afterwards {
    /// Nothing more.
    #[default]
    Nothing,
    /// Work that was kept and never saved is done once more.
    TakeUp(Box<Found>),
    /// What was edited before the file was read again is done once more.
    Merge,
}

/// What a worker sends.
enum Arrived {
    /// The first part of a large file.
    First(Document),
    /// The whole, or why there is none.
    Whole(Result<Document, Unreadable>),
}

/// What was open, and how it was looked at.
struct Former {
    document: Document,
    desk: Desk,
    records: Arc<Portfolio>,
    stamp: Option<Stamp>,
    view: View,
    back: Vec<View>,
    forward: Vec<View>,
    notices: Vec<Notice>,
}

impl Session {
    /// Opens what was dropped on the window. It shows one portfolio: of several files it does not choose.
    pub(super) fn dropped(&mut self, paths: Vec<PathBuf>) {
        match <[PathBuf; 1]>::try_from(paths) {
            Ok([path]) => self.carry_out(Command::Open(path)),
            Err(paths) => {
                let mut names: Vec<String> = paths.iter().map(|path| file_name(path)).collect();
                let more = names.split_off(names.len().min(NAMED)).len();
                if more > 0 {
                    names.push(self.words.tf("dropped-more", &[("n", more.into())]));
                }
                let args = [("n", paths.len().into()), ("list", self.words.list(&names).into())];
                let text = self.words.tf("dropped-several", &args);
                self.tell(true, text);
            }
        }
    }

    /// Begins to open a file on a worker; what is open stays until the new one is there.
    pub(super) fn open(&mut self, path: PathBuf) {
        self.cancel_opening();
        self.last_revision += 2;
        let (sender, result) = channel();
        let (world, wake, revision) = (Arc::clone(&self.world), Arc::clone(&self.wake), self.last_revision);
        let progress = Arc::new(Progress::default());
        let (file, seen, sorter) = (path.clone(), Arc::clone(&progress), Arc::clone(self.words.sorter()));
        let work = move || {
            if let Some(first) = world.preview(&file, &seen) {
                let first = Document::new(first, Origin::File(file.clone()), revision - 1);
                let _ = sender.send(Arrived::First(Document { partial: true, ..first }));
                wake();
            }
            let stamp = Stamp::of(&file).ok();
            let read = world.read(&file, &seen);
            if seen.is_cancelled() {
                return;
            }
            let read = read.map(|read| Document { stamp, ..Document::of(read, Origin::File(file), revision) });
            let held = read.as_ref().ok();
            let held = held.map(|document| {
                let known = document.index.known();
                (Arc::downgrade(&document.portfolio), Arc::downgrade(&document.index), known)
            });
            let _ = sender.send(Arrived::Whole(read));
            wake();
            // What is open takes less memory from here on; once it is closed, nobody waits for that.
            let Some((portfolio, index, known)) = held else { return };
            let pack = || portfolio.upgrade().is_some_and(|portfolio| portfolio.projects.pack(&known));
            let rounds = portfolio.upgrade().map_or(0, |portfolio| portfolio.projects.len() / PACKED_AT_ONCE);
            for _ in 0..rounds / 4 {
                pack();
            }
            // Whoever orders by name then waits for no walk over all records. In between, so that the memory that this
            // takes for a while serves for what is packed after it.
            if let (Some(portfolio), Some(index)) = (portfolio.upgrade(), index.upgrade()) {
                index.text_ranks(sorter.lang(), || TextRanks::of(&portfolio, &sorter));
            }
            while pack() {}
        };
        match self.workers.start("open file", Arc::clone(&self.wake), work) {
            Ok(()) => self.opening = Some(Opening { path, progress, result, former: None, whole: None }),
            Err(error) => self.tell(true, error.to_string()),
        }
    }

    /// Gives up the file being opened; what was open before is there again.
    pub(super) fn cancel_opening(&mut self) {
        if let Some(opening) = self.opening.take() {
            opening.progress.cancel();
            self.answers.give_up_ahead();
            self.nothing_afterwards();
            self.restore(opening.former);
        }
    }

    /// Takes what workers have finished; called at the head of each frame.
    pub fn take_results(&mut self) {
        self.take_comparison();
        if self.answers.take() {
            self.refresh();
        }
        self.take_saved();
        self.take_reindexed();
        self.take_outside();
        self.take_brought();
        self.take_exported();
        let Some(opening) = &mut self.opening else { return };
        if let Some(document) = opening.whole.take() {
            return self.take_answered(document);
        }
        match opening.result.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(Arrived::First(document)) => self.show_first(document),
            Ok(Arrived::Whole(Ok(document))) if !document.is_blank() => return self.take_answered(Box::new(document)),
            Ok(Arrived::Whole(result)) => self.take_whole(result),
            // A worker that ends without a word failed.
            Err(TryRecvError::Disconnected) => self.opening_failed(),
        }
        self.refresh();
    }

    /// Shows the whole where the first answer to it is there; where there are many records a worker makes that first.
    fn take_answered(&mut self, document: Box<Document>) {
        let looked = self.opening.as_ref().is_some_and(|opening| opening.former.is_some());
        let view = if looked { self.view.clone() } else { self.view.of_another() };
        let many = document.portfolio.projects.len() >= MANY;
        let ready = !many || self.answers.ahead(&document, &view, &self.words, &self.workers, &self.wake);
        if ready {
            self.take_whole(Ok(*document));
            self.refresh();
        } else if let Some(opening) = &mut self.opening {
            opening.whole = Some(document);
        }
    }

    /// Shows the first part of a file, to be read and not to be written on; what was open waits.
    fn show_first(&mut self, document: Document) {
        self.keep_notes();
        self.finish_saving();
        let view = self.view.of_another();
        let former = Former {
            document: std::mem::replace(&mut self.document, document),
            desk: std::mem::take(&mut self.desk),
            records: Arc::clone(&self.records),
            stamp: self.stamp.take(),
            view: std::mem::replace(&mut self.view, view),
            back: std::mem::take(&mut self.back),
            forward: std::mem::take(&mut self.forward),
            notices: std::mem::take(&mut self.notices),
        };
        self.notes = Notes::default();
        self.kept_notes = Notes::default();
        (self.card, self.panel, self.tour) = (None, None, None);
        if let Some(opening) = &mut self.opening {
            opening.former = Some(Box::new(former));
        }
    }

    fn restore(&mut self, former: Option<Box<Former>>) {
        let Some(former) = former else { return };
        let Former { document, desk, records, stamp, view, back, forward, notices } = *former;
        (self.desk, self.records, self.stamp) = (desk, records, stamp);
        (self.document, self.view, self.back, self.forward) = (document, view, back, forward);
        (self.card, self.panel) = (None, None);
        self.notices = notices;
        self.load_notes();
    }

    fn take_whole(&mut self, result: Result<Document, Unreadable>) {
        let Some(opening) = self.opening.take() else { return };
        let path = opening.path;
        match result {
            Ok(document) if document.is_blank() && self.holds_notes(&path) => {
                self.restore(opening.former);
                self.merge_notes(&path);
            }
            Ok(document) => {
                self.settings.remember(&path);
                self.world.save_settings(&self.settings.to_text());
                // Who has begun to look at the first part goes on with the whole.
                let looked = opening.former.is_some().then(|| self.view.clone());
                let desk = opening.former.as_ref().map_or(&self.desk, |former| &former.desk);
                let edited = || desk.unsaved_edits();
                let merge = matches!(self.afterwards, Afterwards::Merge).then(edited);
                let again = opening.former.is_none() && self.document.origin == document.origin;
                let forms = if again { self.take_forms() } else { Vec::new() };
                self.show(document);
                if let Some(view) = looked {
                    self.view = view;
                }
                // Its first answer stands before anything is done once more on it.
                self.refresh();
                let moved = merge.as_ref().map(|merge| self.desk.moved(merge, &self.records)).unwrap_or_default();
                self.go_on_with_edits(merge);
                self.open_forms(forms, &moved);
                if !format::can_be_written(&path) {
                    let text = self.words.tf("opened-not-to-be-written", &[("file", file_name(&path).into())]);
                    self.tell_offering(false, text, Some(Verb::SaveAs));
                }
                if let Some(of) = former_version_of(&path) {
                    let text = self.words.tf("opened-backup", &[("file", of.into())]);
                    self.tell(false, text);
                }
                let problems = self.document.problems.len() + self.document.more_problems;
                if problems > 0 {
                    let args = [("n", problems.into()), ("file", file_name(&path).into())];
                    let text = self.words.tf("notice-problems", &args);
                    self.tell(true, text);
                }
            }
            Err(Unreadable::AnotherFormat) => {
                self.restore(opening.former);
                self.bring(Bring::File(path));
            }
            Err(unreadable) => {
                let text = unreadable.text(&self.words, &file_name(&path));
                self.not_opened(opening.former, text);
            }
        }
    }

    /// The program failed at a file: what was open before is there again.
    fn opening_failed(&mut self) {
        let Some(opening) = self.opening.take() else { return };
        let text = self.words.tf("opening-failed", &[("file", file_name(&opening.path).into())]);
        self.not_opened(opening.former, text);
    }

    fn not_opened(&mut self, former: Option<Box<Former>>, text: String) {
        self.restore(former);
        self.nothing_afterwards();
        self.tell(true, text);
    }

    /// What was to be done with the file is not; work that was kept is offered again.
    fn nothing_afterwards(&mut self) {
        if let Afterwards::TakeUp(found) = std::mem::take(&mut self.afterwards) {
            self.left.push(*found);
        }
    }

    /// What was edited before the file was read again, or was kept and never saved, is done once more on what is open now.
    fn go_on_with_edits(&mut self, merge: Option<Merge>) {
        match merge {
            Some(merge) => {
                // What was kept of it stays until it is kept anew.
                self.keeper.begin_anew();
                if self.merge(merge) {
                    if !self.is_modified() {
                        self.keeper.forget();
                    }
                    let text = self.words.t("merged-outside");
                    self.tell(false, text);
                }
            }
            None => self.keeper.forget(),
        }
        if let Afterwards::TakeUp(found) = std::mem::take(&mut self.afterwards) {
            self.take_up(*found);
        }
    }

    /// Does edits once more; where others changed the same, it is said, and shown to be settled field by field.
    pub(super) fn merge(&mut self, merge: Merge) -> bool {
        let merge = self.desk.beside(merge, &self.records);
        self.leave_settling();
        self.conflicts = merge.two_ways(&self.records);
        if let Some(text) = merge.conflicts_text(&self.records, &self.words) {
            self.tell_offering(true, text, self.settling());
        }
        if let Some(text) = merge.header_conflicts_text(&self.records, &self.words) {
            self.tell(true, text);
        }
        let done = self.try_edit(Edit::Merge(Box::new(merge)));
        if !self.conflicts.is_empty() {
            self.panel = Some(Panel::Conflicts);
        }
        done
    }

    /// Shows another document; ids of the old one mean nothing in it.
    pub(super) fn show(&mut self, document: Document) {
        // What is being saved is the former one.
        self.finish_saving();
        self.document = document;
        let stamp = self.document.stamp.clone();
        self.set_desk(stamp);
        self.view = self.view.of_another();
        self.back.clear();
        self.forward.clear();
        self.card = None;
        self.panel = None;
        self.notices.clear();
        self.tour = None;
        self.compared = None;
        self.comparing = None;
        self.load_notes();
    }
}

/// A file's name without its folders.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The portfolio that the program carries. That it can be read whole is a test; if it could not, an empty one opens.
pub(super) fn embedded(revision: u64) -> Document {
    match format::read_ron(format::embedded()) {
        Ok(read) => Document::new(read, Origin::Embedded, revision),
        Err(_) => blank("", Lang::Es, revision),
    }
}

/// A portfolio without records, with this title.
pub(super) fn blank(title: &str, lang: Lang, revision: u64) -> Document {
    let header = Header { title: Bilingual::of(lang, title), ..Header::blank(Some(lang)) };
    let text = format::blank_text(&header);
    let read = format::read_ron(text.as_bytes()).unwrap_or_else(|_| Read::of(Portfolio::empty(header)));
    Document::new(read, Origin::Embedded, revision)
}

/// The file that this one is the former version of, as saving keeps it beside it.
pub(super) fn former_version_of(path: &Path) -> Option<String> {
    let name = file_name(path);
    let (stem, ending) = name.rsplit_once('.')?;
    Some(format!("{}.{ending}", stem.strip_suffix(".bak")?))
}
