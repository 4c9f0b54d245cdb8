//! A file of another format, or rows that were pasted: what was understood of it, how it goes into the open portfolio or
//! a new one, and what the person corrects, before anything is kept. All of it is made on a worker.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::command::{Command, Effect, SaveFile};
use super::desk::Edit;
use super::exporting::Made;
use super::joining::{Joined, join};
use super::naming::ENDING;
use super::opening::{embedded, file_name};
use super::saving::Leaving;
use super::state::{Panel, Session};
use super::view::Tab;
use crate::export::{Rows, StampFound};
use crate::format::sheet::{Grid, Mapping, bring, failed_csv, guess, guess_with, pasted};
use crate::format::{AsTable, Brought, Foreign, Merge, NotSaved, Other, Progress, Unreadable, replace, write_whole};
use crate::model::{Bilingual, Entry, Header, Lang, List, Portfolio};
use crate::query::parse_lenient;

/// So many projects come in at once; of more a file is made first.
const AT_ONCE: usize = 3_000;

/// A step of bringing something in.
#[derive(Clone, Debug, PartialEq)]
pub enum Bring {
    /// Look at a file.
    File(PathBuf),
    /// Look at a text that was pasted.
    Text(String),
    /// Read the table otherwise.
    Read(AsTable),
    /// Make records of the columns in another way.
    Map(Box<Mapping>),
    /// Bring it into the open portfolio, or into a new one.
    Into(bool),
    /// Keep it.
    Keep,
    /// Keep it as this file, which is then opened: of so many records nobody waits for each.
    To(PathBuf),
    /// Save the entries that became no record, for mending.
    SaveFailed,
    /// Leave it.
    Leave,
}

/// Something being brought in.
pub struct Bringing {
    /// The file's name, or what stands for it.
    pub name: String,
    /// Whether it goes into the open portfolio.
    pub into_open: bool,
    /// How far the reading has come.
    pub progress: Arc<Progress>,
    /// What was made of it; what was made before stays until the next is there.
    pub preview: Option<Preview>,
    from: From,
    table: AsTable,
    working: Option<Receiver<Result<Arrived, Unreadable>>>,
}

/// What a worker made of a file.
enum Arrived {
    Preview(Preview),
    /// A page that this program made: the view that it shows.
    View(StampFound),
}

#[derive(Clone)]
enum From {
    File(PathBuf),
    Text(String),
}

/// What was made of a file before anything of it is kept.
#[derive(Clone)]
pub struct Preview {
    /// The records, and what became none.
    pub brought: Arc<Brought>,
    /// The table and how it becomes records, where it is one.
    pub table: Option<(Arc<Grid>, Mapping)>,
    /// How it goes into the open portfolio, where it shall.
    pub joined: Option<Arc<Joined>>,
    /// The view that it was exported from, where it is an export.
    pub stamp: Option<StampFound>,
}

impl Bringing {
    /// Whether a worker is at it.
    pub const fn is_working(&self) -> bool {
        self.working.is_some()
    }
}

impl Session {
    /// Carries a step out.
    pub(super) fn bring(&mut self, step: Bring) {
        match step {
            Bring::File(path) => self.begin_to_bring(file_name(&path), From::File(path)),
            Bring::Text(text) => {
                let name = self.words.t("bring-pasted");
                self.begin_to_bring(name, From::Text(text));
            }
            Bring::Read(table) => {
                if let Some(bringing) = &mut self.bringing {
                    bringing.table = table;
                }
                self.work_on_bringing(None);
            }
            Bring::Map(mapping) => {
                let grid =
                    self.bringing.as_ref().and_then(|bringing| Some(bringing.preview.as_ref()?.table.clone()?.0));
                self.work_on_bringing(grid.map(|grid| (grid, *mapping)));
            }
            Bring::Into(open) => {
                let Some(bringing) = &mut self.bringing else { return };
                bringing.into_open = open;
                let table = bringing.preview.as_ref().and_then(|preview| preview.table.clone());
                self.work_on_bringing(table);
            }
            Bring::Keep => self.keep_brought(),
            Bring::To(path) => self.keep_as_file(path),
            Bring::SaveFailed => self.save_failed(),
            Bring::Leave => self.leave_bringing(),
        }
    }

    fn begin_to_bring(&mut self, name: String, from: From) {
        self.leave_bringing();
        self.bringing = Some(Bringing {
            name,
            // Rows that are pasted belong to what is open.
            into_open: matches!(from, From::Text(_)) && !self.document.partial,
            progress: Arc::default(),
            preview: None,
            from,
            table: AsTable::Told,
            working: None,
        });
        self.panel = Some(Panel::Bring);
        self.work_on_bringing(None);
    }

    pub(super) fn leave_bringing(&mut self) {
        if let Some(bringing) = self.bringing.take() {
            bringing.progress.cancel();
        }
        if self.panel == Some(Panel::Bring) {
            self.panel = None;
        }
    }

    /// Makes the preview anew on a worker; from the table as it was read, where only its mapping is another.
    fn work_on_bringing(&mut self, table: Option<(Arc<Grid>, Mapping)>) {
        let (world, wake, lang) = (Arc::clone(&self.world), Arc::clone(&self.wake), self.words.lang());
        let (open, workers, called) = (Arc::clone(&self.records), self.workers.clone(), Arc::clone(&self.wake));
        let Some(bringing) = &mut self.bringing else { return };
        let (from, as_table, into_open) = (bringing.from.clone(), bringing.table.clone(), bringing.into_open);
        bringing.progress.cancel();
        bringing.progress = Arc::default();
        let progress = Arc::clone(&bringing.progress);
        let kept = bringing.preview.as_ref().map(|preview| Arc::clone(&preview.brought));
        let (sender, result) = channel();
        let work = move || {
            let base = into_open.then_some(&*open);
            let understood = match (table, &from, kept) {
                (Some((grid, mapping)), ..) => Ok(of_table(grid, mapping, base)),
                // Records stay what they are wherever they go.
                (None, From::File(_), Some(brought)) if as_table == AsTable::Told => Ok((brought, None)),
                (None, From::File(path), _) => world.other(path, &as_table, &progress).map(|other| match other {
                    Other::Records(brought) => (Arc::from(brought), None),
                    Other::Table(grid) => {
                        let mapping = told(&grid, &as_table, world.mapping(&grid));
                        of_table(Arc::from(grid), mapping, base)
                    }
                }),
                (None, From::Text(text), _) => {
                    let grid = pasted(text);
                    let mapping = told(&grid, &as_table, world.mapping(&grid));
                    Ok(of_table(Arc::new(grid), mapping, base))
                }
            };
            let stamp = || match &from {
                From::File(path) => world.stamp(path),
                From::Text(_) => None,
            };
            let arrived = match understood {
                Ok((brought, table)) => {
                    let joined = base.map(|open| Arc::new(join(open, &brought.portfolio, lang)));
                    let stamp = (brought.format == Foreign::Own).then(stamp).flatten();
                    Ok(Arrived::Preview(Preview { brought, table, joined, stamp }))
                }
                Err(unreadable @ (Unreadable::NotData | Unreadable::OwnReport)) => {
                    stamp().map(Arrived::View).ok_or(unreadable)
                }
                Err(unreadable) => Err(unreadable),
            };
            if !progress.is_cancelled() && sender.send(arrived).is_ok() {
                wake();
            }
        };
        if workers.start("bring in", called, work).is_ok() {
            bringing.working = Some(result);
        }
    }

    pub(super) fn take_brought(&mut self) {
        let Some(bringing) = &mut self.bringing else { return };
        let Some(result) = bringing.working.as_ref().map(Receiver::try_recv) else { return };
        let result = match result {
            Ok(result) => result,
            Err(TryRecvError::Empty) => return,
            // A worker that ends without a word failed.
            Err(TryRecvError::Disconnected) => {
                let text = self.words.t("take-failed");
                self.leave_bringing();
                return self.tell(true, text);
            }
        };
        bringing.working = None;
        match result {
            Ok(Arrived::Preview(preview)) => bringing.preview = Some(preview),
            Ok(Arrived::View(found)) => {
                let name = bringing.name.clone();
                self.leave_bringing();
                self.show_view_of(&found, &name);
                self.refresh();
            }
            Err(unreadable) => {
                let text = unreadable.text(&self.words, &bringing.name);
                self.leave_bringing();
                self.tell(true, text);
            }
        }
    }

    /// Keeps what was brought, as one step that can be taken back.
    fn keep_brought(&mut self) {
        let Some(bringing) = &self.bringing else { return };
        let (Some(preview), false) = (&bringing.preview, bringing.is_working()) else { return };
        if !bringing.into_open && self.is_modified() {
            return self.leave(Leaving::For(Box::new(Command::Bring(Bring::Keep))));
        }
        let preview = preview.clone();
        if let Some((grid, mapping)) = &preview.table {
            self.world.keep_mapping(grid, mapping);
        }
        let (name, into_open) = (bringing.name.clone(), bringing.into_open);
        if !into_open && preview.brought.portfolio.projects.len() > AT_ONCE {
            return self.effects.push(Effect::SaveBrought(format!("{}{ENDING}", stem(&name))));
        }
        self.leave_bringing();
        if let Some(joined) = preview.joined.filter(|_| into_open) {
            return self.keep_joined(&joined, &name);
        }
        self.keep_as_new(&preview.brought, &name);
        if let Some(found) = preview.stamp {
            self.take_view(&found, &name);
        }
    }

    /// Opens the view that a page shows, where its portfolio is the open one or the embedded one.
    fn show_view_of(&mut self, found: &StampFound, name: &str) {
        let is_of = |portfolio: &Portfolio| portfolio.header.title.show(Lang::Es) == found.stamp.portfolio;
        if !is_of(&self.records) {
            let embedded = embedded(self.last_revision + 1);
            if !is_of(&embedded.portfolio) || self.is_modified() {
                let args = [("name", name.into()), ("title", found.stamp.portfolio.as_str().into())];
                let text = self.words.tf("view-of-another", &args);
                return self.tell(true, text);
            }
            self.last_revision += 1;
            self.show(embedded);
        }
        self.take_view(found, name);
        let args = [("name", name.into()), ("date", self.words.date(found.stamp.day).into())];
        let text = self.words.tf("view-opened", &args);
        self.tell(false, text);
    }

    /// Shows what an export showed: its filter, order and columns.
    fn take_view(&mut self, found: &StampFound, name: &str) {
        let stamp = &found.stamp;
        self.view.filter = parse_lenient(&stamp.filter, &self.document.index.vocabulary).0;
        self.view.typed.clear();
        if !stamp.order.is_empty() {
            self.view.order.clone_from(&stamp.order);
        }
        self.view.tab = if stamp.rows == Rows::Events { Tab::Events } else { Tab::Projects };
        for column in &mut self.settings.columns {
            column.shown = stamp.columns.is_empty() || stamp.columns.contains(&column.column);
        }
        for column in &mut self.settings.event_columns {
            column.shown = stamp.event_columns.is_empty() || stamp.event_columns.contains(&column.column);
        }
        if found.intact == Some(false) {
            let text = found.changed_text(name, &self.words);
            self.tell(true, text);
        }
    }

    /// Writes what was brought as a portfolio and opens that.
    fn keep_as_file(&mut self, path: PathBuf) {
        let Some(Preview { brought, .. }) = self.bringing.as_ref().and_then(|bringing| bringing.preview.clone()) else {
            return;
        };
        let name = self.bringing.as_ref().map(|bringing| bringing.name.clone()).unwrap_or_default();
        self.leave_bringing();
        let lang = self.words.lang();
        let header = header_of(&brought.portfolio.header, &stem(&name), lang);
        self.make(name, move |session| {
            let records = |list| {
                let portfolio = &brought.portfolio;
                (0..portfolio.count(list)).filter_map(move |place| portfolio.entry(list, place))
            };
            match replace(&path, |mut out| write_whole(&header, records, &mut out)) {
                Ok(()) => Made::Portfolio(path),
                Err(error) => Made::Failed(session.not_saved(&path, &NotSaved::of(&error).why(&session.words))),
            }
        });
    }

    fn keep_joined(&mut self, joined: &Joined, name: &str) {
        let before = self.desk.history.state();
        self.edit(Edit::Merge(Box::new(joined.merge.clone())));
        let args = [
            ("name", name.into()),
            ("new", joined.new.into()),
            ("same", joined.same.len().into()),
            ("differ", joined.conflicts.len().into()),
        ];
        let key = if self.desk.history.state() == before { "brought-nothing" } else { "brought-into-open" };
        let text = self.words.tf(key, &args);
        self.tell(false, text);
        self.conflicts.clone_from(&joined.conflicts);
        self.conflicts_from = Some(name.to_owned());
        if !self.conflicts.is_empty() {
            self.panel = Some(Panel::Conflicts);
        }
    }

    fn keep_as_new(&mut self, brought: &Brought, name: &str) {
        let stem = stem(name);
        self.new_portfolio_called(&stem);
        let merge = whole(&brought.portfolio, &stem, self.words.lang());
        self.edit(Edit::Merge(Box::new(merge)));
        let args = [("name", name.into()), ("n", brought.portfolio.projects.len().into())];
        let text = self.words.tf("brought-as-new", &args);
        self.tell(false, text);
    }

    fn save_failed(&mut self) {
        let Some(bringing) = &self.bringing else { return };
        let Some(Preview { brought, table: Some((_, mapping)), .. }) = &bringing.preview else { return };
        let text = String::from_utf8_lossy(&failed_csv(brought, mapping, &self.words)).into_owned();
        let stem = bringing.name.rsplit_once('.').map_or(bringing.name.as_str(), |(stem, _)| stem);
        let name = format!("{}.csv", self.words.tf("bring-failed-file", &[("name", stem.into())]));
        self.effects.push(Effect::Save(SaveFile { name, text }));
    }
}

/// The mapping of a table: one that was kept for its headers, else as it tells itself.
fn told(grid: &Grid, as_table: &AsTable, kept: Option<Mapping>) -> Mapping {
    match (as_table, kept) {
        (AsTable::Text(conventions), _) => guess_with(grid, (**conventions).clone()),
        (_, Some(kept)) => kept.onto(grid),
        (_, None) => guess(grid),
    }
}

fn of_table(
    grid: Arc<Grid>,
    mapping: Mapping,
    base: Option<&Portfolio>,
) -> (Arc<Brought>, Option<(Arc<Grid>, Mapping)>) {
    let brought = Arc::new(bring(&grid, &mapping, base));
    (brought, Some((grid, mapping)))
}

/// A whole portfolio as edits of one without records.
fn whole(brought: &Portfolio, title: &str, lang: Lang) -> Merge {
    let records = List::ALL
        .into_iter()
        .flat_map(|list| (0..brought.count(list)).filter_map(move |place| brought.entry(list, place)));
    let records: Vec<(Option<String>, Entry)> = records.map(|entry| (None, entry)).collect();
    let header = header_of(&brought.header, title, lang);
    Merge { records, header: Some(header), ..Merge::default() }
}

/// What a file is called without its ending.
fn stem(name: &str) -> String {
    Path::new(name).file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// What a new portfolio says of itself: what was brought says, and a title where that has none.
fn header_of(given: &Header, title: &str, lang: Lang) -> Header {
    let mut header = given.clone();
    if header.title.is_empty() {
        header.title = Bilingual::of(lang, title);
    }
    header
}
