//! Keeping what was brought in: as a new portfolio, as a file, or in the open one. That is made on a worker beside what
//! is open, and put in its place when all of it is there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bringing::{Arrived, Bring, Bringing, Preview};
use super::command::{Command, Effect, SaveFile};
use super::desk::{Ahead, Edit, Refusal};
use super::editing::problems_now;
use super::exporting::{Made, Stoppable};
use super::joining::{Joined, join};
use super::naming::ENDING;
use super::noticed::BroughtIn;
use super::opening::file_name;
use super::saving::Leaving;
use super::state::{Panel, Session};
use crate::format::sheet::{Mapping, failed_csv};
use crate::format::{Brought, Merge, NotSaved, Problem, Progress, Stage, replace, write_whole};
use crate::model::{Bilingual, Entry, Header, Lang, List, Portfolio};
use crate::query::Index;

/// So many projects come in at once; of more a file is made first.
const AT_ONCE: usize = 3_000;

/// The open portfolio with what was brought, before it is in place.
pub(super) struct Kept {
    /// The records as they were when the worker began.
    from: Arc<Portfolio>,
    joined: Arc<Joined>,
    /// What it makes of them; why not.
    made: Result<Box<With>, Refusal>,
}

/// Records with what came in, and what is derived from them.
struct With {
    ahead: Ahead,
    records: Arc<Portfolio>,
    index: Index,
    problems: Vec<Problem>,
}

impl Session {
    /// Whether what is being brought in becomes a file before it is opened: of so many records nobody waits for each.
    pub fn keeps_as_file(&self) -> bool {
        let Some(Bringing { preview: Some(preview), into_open: false, .. }) = &self.bringing else { return false };
        preview.brought.portfolio.projects.len() > AT_ONCE
    }

    /// Keeps what was brought, as one step that can be taken back.
    pub(super) fn keep_brought(&mut self) {
        let Some(bringing) = &self.bringing else { return };
        let (Some(preview), false) = (&bringing.preview, bringing.is_working()) else { return };
        if !bringing.into_open && self.is_modified() {
            return self.leave(Leaving::For(Box::new(Command::Bring(Bring::Keep))));
        }
        let preview = preview.clone();
        let (name, into_open) = (bringing.name.clone(), bringing.into_open);
        if let Some((grid, mapping)) = &preview.table {
            self.world.keep_mapping(grid, &mapping.clone().called(&name));
        }
        if self.keeps_as_file() {
            return self.effects.push(Effect::SaveBrought(format!("{}{ENDING}", stem(&name))));
        }
        if into_open {
            return self.keep_in_open();
        }
        self.leave_bringing();
        self.keep_as_new(&preview.brought, &name);
        if let Some(found) = preview.stamp {
            self.take_view(&found, &name);
        }
    }

    /// Writes what was brought as a portfolio and opens that.
    pub(super) fn keep_as_file(&mut self, path: PathBuf) {
        // What was brought stays where it cannot be written now.
        if self.is_making() {
            return;
        }
        let Some(Preview { brought, .. }) = self.bringing.as_ref().and_then(|bringing| bringing.preview.clone()) else {
            return;
        };
        let name = self.bringing.as_ref().map(|bringing| bringing.name.clone()).unwrap_or_default();
        self.leave_bringing();
        let lang = self.words.lang();
        let header = header_of(&brought.portfolio.header, &stem(&name), lang);
        self.make(name, move |session, progress| {
            let portfolio = &brought.portfolio;
            progress.enter(Stage::Writing, List::ALL.iter().map(|list| portfolio.count(*list)).sum());
            let records = |list| {
                let entries = (0..portfolio.count(list)).filter_map(move |place| portfolio.entry(list, place));
                entries.inspect(|_| progress.one_more())
            };
            match replace(&path, |file| write_whole(&header, records, &mut Stoppable { file, progress })) {
                Ok(()) => Made::Portfolio(path),
                Err(error) => Made::Failed(session.not_saved(&path, &NotSaved::of(&error).why(&session.words))),
            }
        });
    }

    /// Makes the open portfolio with what was brought, on a worker; what is open stays as it is until that is there.
    fn keep_in_open(&mut self) {
        if self.document.partial {
            let text = self.words.t("opening-read-only");
            return self.tell(false, text);
        }
        let (desk, before, from) = (self.desk.still(), self.document.clone(), Arc::clone(&self.records));
        let lang = self.words.lang();
        let Some(Bringing { preview: Some(preview), .. }) = &self.bringing else { return };
        let preview = preview.clone();
        self.work(move |progress| {
            // What was edited since the preview was made is not written over.
            let known = preview.joined.filter(|_| preview.open.is_some_and(|open| Arc::ptr_eq(&open, &from)));
            let joined = match known {
                Some(joined) => joined,
                None => Arc::new(join(&from, &preview.brought.portfolio, lang, progress)?),
            };
            let mut records = Arc::clone(&from);
            let made = match desk.ahead(joined.merge.clone(), &mut records, lang, progress)? {
                Err(refusal) => Err(refusal),
                Ok(ahead) => {
                    let (index, problems) = (Index::of(&records), problems_now(&before, &records));
                    Ok(Box::new(With { ahead, records, index, problems }))
                }
            };
            Some(Ok(Arrived::Kept(Kept { from, joined, made })))
        });
    }

    /// Puts what a worker made of the open portfolio in its place; makes it anew where that was edited meanwhile.
    pub(super) fn take_kept(&mut self, kept: Kept) {
        if !Arc::ptr_eq(&kept.from, &self.records) {
            return self.keep_in_open();
        }
        let name = self.bringing.as_ref().map(|bringing| bringing.name.clone()).unwrap_or_default();
        self.leave_bringing();
        let joined = kept.joined;
        let comes_in = match kept.made {
            Ok(with) => {
                let With { ahead, records, index, problems } = *with;
                self.put_in_place(ahead, records, index, problems);
                true
            }
            Err(Refusal::Same) => false,
            Err(refusal) => {
                let text = refusal.text(&self.words);
                return self.tell(true, text);
            }
        };
        self.leave_settling();
        self.conflicts.clone_from(&joined.conflicts);
        self.two_amounts.clone_from(&joined.amounts);
        self.conflicts_from = Some(name.clone());
        if comes_in {
            let (new, same, amounts) = (joined.new, joined.same.len(), joined.amounts.len());
            self.tell_brought(BroughtIn { name, new, same, amounts });
        } else {
            let text = self.words.tf("brought-nothing", &[("name", name.into())]);
            self.tell_offering(false, text, self.settling());
        }
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
        self.tell_of_edit(text);
    }

    /// Saves which column is which field: on another machine the same table is understood so, too.
    pub(super) fn save_mapping(&mut self) {
        let Some(bringing) = &self.bringing else { return };
        let Some(Preview { table: Some((_, mapping)), .. }) = &bringing.preview else { return };
        let name = self.words.tf("bring-mapping-file", &[("name", stem(&bringing.name).into())]);
        let text = mapping.clone().called(&bringing.name).to_ron();
        self.effects.push(Effect::Save(SaveFile { name: format!("{name}.ron"), text }));
    }

    /// Takes from a file which column is which field, by the names of the columns.
    pub(super) fn take_mapping(&mut self, path: &Path) {
        let Some(Bringing { preview: Some(Preview { table: Some((grid, _)), .. }), .. }) = &self.bringing else {
            return;
        };
        let read = crate::format::read_bytes(path, &Progress::default());
        let mapping = read.ok().and_then(|bytes| Mapping::from_ron(std::str::from_utf8(&bytes).ok()?).ok());
        if let Some(mapping) = mapping {
            let mapping = mapping.called(&file_name(path)).onto(grid);
            self.bring(Bring::Map(Box::new(mapping)));
        } else {
            let text = self.words.tf("bring-no-mapping", &[("file", file_name(path).into())]);
            self.tell(true, text);
        }
    }

    pub(super) fn save_failed(&mut self) {
        let Some(bringing) = &self.bringing else { return };
        let Some(Preview { brought, table: Some((_, mapping)), .. }) = &bringing.preview else { return };
        let text = String::from_utf8_lossy(&failed_csv(brought, mapping, &self.words)).into_owned();
        let stem = bringing.name.rsplit_once('.').map_or(bringing.name.as_str(), |(stem, _)| stem);
        let name = format!("{}.csv", self.words.tf("bring-failed-file", &[("name", stem.into())]));
        self.effects.push(Effect::Save(SaveFile { name, text }));
    }
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
