//! A file of another format, or rows that were pasted: what was understood of it, how it goes into the open portfolio or
//! a new one, and what the person corrects, before anything is kept. All of it is made on a worker.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::command::Effect;
use super::joining::{Joined, join};
use super::keeping::Kept;
use super::opening::{embedded, file_name};
use super::settings::show_these;
use super::state::{Panel, Session};
use super::view::Tab;
use crate::export::{Rows, StampFound};
use crate::format::sheet::{Grid, Mapping, bring, guess, guess_with, pasted};
use crate::format::{AsTable, Brought, Foreign, Other, Progress, Unreadable};
use crate::model::{Lang, Portfolio};
use crate::query::{Filter, Index, parse_known};

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
    /// Save which column is which field, to be taken along.
    SaveMapping,
    /// Ask for a file with that.
    AskMapping,
    /// Take from a file which column is which field.
    MappingOf(PathBuf),
    /// Give up what a worker is at; what was made before stays.
    Stop,
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
pub(super) enum Arrived {
    Preview(Box<Preview>),
    /// A page that this program made: the view that it shows.
    View(StampFound),
    /// The open portfolio with what was brought.
    Kept(Kept),
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
    /// The records that it was joined to.
    pub(super) open: Option<Arc<Portfolio>>,
    /// The view that it was exported from, where it is an export.
    pub stamp: Option<StampFound>,
    /// The filter of that view; `None` where the records do not know all that it names.
    pub filter: Option<Filter>,
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
            Bring::SaveMapping => self.save_mapping(),
            Bring::AskMapping => self.effects.push(Effect::PickMapping),
            Bring::MappingOf(path) => self.take_mapping(&path),
            Bring::Stop => self.stop_bringing(),
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

    fn stop_bringing(&mut self) {
        match &mut self.bringing {
            Some(bringing) if bringing.preview.is_some() => {
                bringing.progress.cancel();
                bringing.working = None;
            }
            _ => self.leave_bringing(),
        }
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
        let (world, lang) = (Arc::clone(&self.world), self.words.lang());
        let open = Arc::clone(&self.records);
        let Some(bringing) = &self.bringing else { return };
        let (from, as_table, into_open) = (bringing.from.clone(), bringing.table.clone(), bringing.into_open);
        let kept = bringing.preview.as_ref().map(|preview| Arc::clone(&preview.brought));
        self.work(move |progress| {
            let base = into_open.then_some(&*open);
            let understood = match (table, &from, kept) {
                (Some((grid, mapping)), ..) => of_table(grid, mapping, base, progress),
                // Records stay what they are wherever they go.
                (None, From::File(_), Some(brought)) if as_table == AsTable::Told => Ok((brought, None)),
                (None, From::File(path), _) => match world.other(path, &as_table, progress) {
                    Ok(Other::Records(brought)) => Ok((Arc::from(brought), None)),
                    Ok(Other::Table(grid)) => {
                        let mapping = told(&grid, &as_table, world.mapping(&grid));
                        of_table(Arc::from(grid), mapping, base, progress)
                    }
                    Err(unreadable) => Err(unreadable),
                },
                (None, From::Text(text), _) => {
                    let grid = pasted(text);
                    let mapping = told(&grid, &as_table, world.mapping(&grid));
                    of_table(Arc::new(grid), mapping, base, progress)
                }
            };
            let stamp = || match &from {
                From::File(path) => world.stamp(path),
                From::Text(_) => None,
            };
            Some(match understood {
                Ok((brought, table)) => {
                    let joined = match base {
                        Some(base) => Some(Arc::new(join(base, &brought.portfolio, lang, progress)?)),
                        None => None,
                    };
                    let stamp = (brought.format == Foreign::Own).then(stamp).flatten();
                    let filter = stamp.as_ref().and_then(|found| filter_of(found, &brought.portfolio));
                    let open = joined.is_some().then_some(open);
                    Ok(Arrived::Preview(Box::new(Preview { brought, table, joined, open, stamp, filter })))
                }
                Err(unreadable @ (Unreadable::NotData | Unreadable::OwnReport)) => {
                    stamp().map(Arrived::View).ok_or(unreadable)
                }
                Err(unreadable) => Err(unreadable),
            })
        });
    }

    /// Does this on a worker; what another is still at for the same file is given up.
    pub(super) fn work(
        &mut self,
        work: impl FnOnce(&Progress) -> Option<Result<Arrived, Unreadable>> + Send + 'static,
    ) {
        let (workers, wake, called) = (self.workers.clone(), Arc::clone(&self.wake), Arc::clone(&self.wake));
        let Some(bringing) = &mut self.bringing else { return };
        bringing.progress.cancel();
        bringing.progress = Arc::default();
        let progress = Arc::clone(&bringing.progress);
        let (sender, result) = channel();
        let work = move || {
            let arrived = work(&progress);
            if let Some(arrived) = arrived.filter(|_| !progress.is_cancelled())
                && sender.send(arrived).is_ok()
            {
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
            Ok(Arrived::Preview(preview)) => bringing.preview = Some(*preview),
            Ok(Arrived::View(found)) => {
                let name = bringing.name.clone();
                self.leave_bringing();
                self.show_view_of(&found, &name);
                self.refresh();
            }
            Ok(Arrived::Kept(kept)) => {
                self.take_kept(kept);
                self.refresh();
            }
            Err(unreadable) => {
                let text = unreadable.text(&self.words, &bringing.name);
                self.leave_bringing();
                self.tell(true, text);
            }
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
        let opened = self.words.tf("view-opened", &args);
        let intact = (found.intact == Some(true)).then(|| self.words.t("export-intact"));
        self.tell(false, [Some(opened), intact].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }

    /// Shows what an export showed: its filter, order and columns.
    pub(super) fn take_view(&mut self, found: &StampFound, name: &str) {
        let stamp = &found.stamp;
        let (filter, unknown) = parse_known(&stamp.filter, &self.document.index.vocabulary);
        if !unknown.is_empty() {
            let args = [("name", name.into()), ("terms", unknown.join(" ").into())];
            let text = self.words.tf("view-terms-unknown", &args);
            self.tell(false, text);
        }
        self.view.filter = filter;
        self.view.typed.clear();
        // No key is an order as well: that of the portfolio.
        self.view.order.clone_from(&stamp.order);
        if let Some(order) = &stamp.event_order {
            self.view.event_order.clone_from(order);
        }
        self.view.tab = if stamp.rows == Rows::Events { Tab::Events } else { Tab::Projects };
        show_these(&mut self.settings.columns, &stamp.columns);
        show_these(&mut self.settings.event_columns, &stamp.event_columns);
        if found.intact == Some(false) {
            let text = found.changed_text(name, &self.words);
            self.tell(true, text);
        }
    }
}

/// The filter of an export, in the words that its records know.
fn filter_of(found: &StampFound, records: &Portfolio) -> Option<Filter> {
    if found.stamp.filter.is_empty() {
        return Some(Filter::default());
    }
    let (filter, unknown) = parse_known(&found.stamp.filter, &Index::of(records).vocabulary);
    unknown.is_empty().then_some(filter)
}

/// The mapping of a table: one that was kept for its headers, else as it tells itself.
fn told(grid: &Grid, as_table: &AsTable, kept: Option<Mapping>) -> Mapping {
    match (as_table, kept) {
        (AsTable::Text(conventions), _) => guess_with(grid, (**conventions).clone()),
        (_, Some(kept)) => kept.onto(grid),
        (_, None) => guess(grid),
    }
}

/// Records, and the table with the mapping that made them, where they come from one.
type Understood = (Arc<Brought>, Option<(Arc<Grid>, Mapping)>);

fn of_table(
    grid: Arc<Grid>,
    mapping: Mapping,
    base: Option<&Portfolio>,
    progress: &Progress,
) -> Result<Understood, Unreadable> {
    let brought = Arc::new(bring(&grid, &mapping, base, progress)?);
    Ok((brought, Some((grid, mapping))))
}
