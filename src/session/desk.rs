//! A portfolio on the desk: what people do to its records becomes changes, each of which can be taken back. Knows no
//! window, no file and no index.

mod ahead;
mod merge;
mod named;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use ahead::Ahead;

use super::history::{Deed, History};
use crate::format::{Change, Edits, Effect, Merge, Problem, RecoveryOf, Seat, Text, Written, write_recovery};
use crate::i18n::measured;
use crate::model::{Entry, Header, Lang, List, Portfolio};
use crate::query::changed_fields;

/// Something that a person does to records.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Gives the record of the same list and id these fields. What goes on with the last edit, as typing in one field
    /// does, is one step with it.
    Put {
        /// The record as it shall be.
        entry: Entry,
        /// Whether it goes on with the last edit.
        goes_on: bool,
    },
    /// The same, and gives it another id, as its name makes it; what refers to it is turned.
    PutAs {
        /// The record as it shall be, with the id that it has.
        entry: Entry,
        /// The id that it shall have.
        id: String,
        /// Whether it goes on with the last edit.
        goes_on: bool,
    },
    /// Puts records in at the end of their lists.
    Add(Vec<Entry>),
    /// Puts a copy of a record in at the end of its list, with all that its text says, also what this version does not
    /// know.
    Copy {
        /// From which list.
        list: List,
        /// The id of the one that is copied.
        id: String,
        /// The id of the copy.
        to: String,
    },
    /// Takes a record out, and what refers to it with it where that is wanted.
    Remove {
        /// From which list.
        list: List,
        /// Its id.
        id: String,
        /// Whether references to it go as well.
        references: bool,
    },
    /// Gives a record another id, and turns what refers to it.
    Rename {
        /// Of which list.
        list: List,
        /// Its id.
        id: String,
        /// The other one.
        to: String,
    },
    /// Changes what the file says of itself.
    Header {
        /// As it shall be.
        header: Box<Header>,
        /// Whether it goes on with the last edit.
        goes_on: bool,
    },
    /// All of this in one step.
    Merge(Box<Merge>),
}

/// Why an edit was not done. The portfolio is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing would be different.
    #[error("nothing is different")]
    Same,
    /// There is no such record.
    #[error("no record {1} in {0:?}")]
    NoRecord(List, String),
    /// The id belongs to another record.
    #[error("{1} is taken in {0:?}")]
    Taken(List, String),
    /// The file has such a record, which could not be read, and stands as it is.
    #[error("{1} of {0:?} could not be read")]
    Unread(List, String),
    /// A record must have an id.
    #[error("no id")]
    NoId,
    /// The version of the format is the program's, not the person's.
    #[error("the version of the format stays")]
    Version,
}

/// A portfolio being edited.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The text that was opened.
    pub text: Text,
    /// What is different from it.
    pub edits: Edits,
    /// How that came about.
    pub history: History,
    /// The state that is saved; `None` where none is.
    saved: Option<u64>,
    /// The edits that the file has.
    saved_edits: Edits,
    /// Whether there is something to be saved even before anything is edited.
    is_there: bool,
    /// Records of the text that could not be read: their ids are taken.
    unread: Vec<(List, String)>,
}

impl Desk {
    /// A portfolio as it was opened from this text. What came from no file of its own is not saved until it has one.
    pub fn of(text: Text, saved: bool) -> Self {
        Self { text, saved: saved.then_some(0), ..Self::default() }
    }

    /// With the records that could not be read, as these problems tell of them.
    #[must_use]
    pub fn knowing(mut self, problems: &[Problem]) -> Self {
        let left_out = problems.iter().filter(|problem| problem.effect == Effect::LeftOut);
        self.unread = left_out.filter_map(|problem| Some((problem.list?, problem.record.clone()?))).collect();
        self
    }

    /// Why there is no such record, or no room for it.
    fn unread(&self, list: List, id: &str) -> Option<Refusal> {
        let is_it = |(of, known): &(List, String)| *of == list && known == id;
        self.unread.iter().any(is_it).then(|| Refusal::Unread(list, id.to_owned()))
    }

    /// Whether there is something that is not saved: edits, as a rule.
    pub fn is_modified(&self) -> bool {
        self.saved != Some(self.history.state()) && (self.saved.is_some() || self.is_there || self.history.state() != 0)
    }

    /// The state that was saved is this one, and the file has these edits.
    pub fn saved(&mut self, state: u64, edits: Edits) {
        self.saved_edits = edits;
        self.give_up(state);
    }

    /// What is beyond this state is given up.
    pub const fn give_up(&mut self, state: u64) {
        self.saved = Some(state);
        self.history.close();
    }

    /// What is not saved, as it is done once more on another version of the file.
    pub fn unsaved_edits(&self) -> Merge {
        Merge::of(&self.edits, &self.saved_edits, &self.text)
    }

    /// What is here stands in no file.
    pub const fn unsaved(&mut self) {
        self.saved = None;
        self.is_there = true;
    }

    /// The text as it is to be saved.
    pub fn written(&self) -> Written {
        Written::of(&self.text, &self.edits)
    }

    /// The text of a recovery of what is not saved, to be made on a worker.
    pub fn recovery(&self, of: RecoveryOf, portfolio: &Portfolio) -> impl FnOnce() -> String + Send + 'static {
        let (edits, saved, text) = (self.edits.clone(), self.saved_edits.clone(), self.text.clone());
        let header = portfolio.header.clone();
        move || write_recovery(of, &Merge::of(&edits, &saved, &text), &header)
    }

    /// Does an edit: what that changed.
    pub fn edit(&mut self, edit: Edit, portfolio: &mut Arc<Portfolio>, lang: Lang) -> Result<Vec<Change>, Refusal> {
        let goes_on = matches!(
            &edit,
            Edit::Put { goes_on: true, .. } | Edit::PutAs { goes_on: true, .. } | Edit::Header { goes_on: true, .. }
        );
        let (deed, changes) = self.planned(by_known_words(edit), portfolio, lang)?;
        self.carry_out(&changes, portfolio);
        self.history.push(deed, changes.clone(), goes_on);
        Ok(changes)
    }

    /// Takes the last step back: what that changed; nothing where there is none.
    pub fn undo(&mut self, portfolio: &mut Arc<Portfolio>) -> Vec<Change> {
        let changes = self.history.undo().unwrap_or_default();
        self.carry_out(&changes, portfolio);
        changes
    }

    /// Does the last step again that was taken back: what that changed; nothing where there is none.
    pub fn redo(&mut self, portfolio: &mut Arc<Portfolio>) -> Vec<Change> {
        let changes = self.history.redo().unwrap_or_default();
        self.carry_out(&changes, portfolio);
        changes
    }

    fn carry_out(&mut self, changes: &[Change], portfolio: &mut Arc<Portfolio>) {
        if changes.is_empty() {
            return;
        }
        let portfolio = Arc::make_mut(portfolio);
        for change in changes {
            self.edits.apply(change, &self.text, portfolio);
        }
    }

    fn planned(&self, edit: Edit, portfolio: &Portfolio, lang: Lang) -> Result<(Deed, Vec<Change>), Refusal> {
        match edit {
            Edit::Put { entry, .. } => {
                let list = entry.list();
                let change = self.put(entry, portfolio)?;
                let Change::Record { before: Some(before), after: Some(after), .. } = &change else {
                    return Err(Refusal::Same);
                };
                // As it was called when the edit began: its name may be what is edited.
                let (name, fields) = (before.name(lang), changed_fields(&**before, &**after));
                Ok((Deed::Changed { list, name, fields }, vec![change]))
            }
            Edit::PutAs { entry, id, .. } => self.put_as(entry, &id, portfolio, lang),
            Edit::Add(entries) => {
                let changes = self.added(entries, portfolio, |_| None)?;
                Ok((deed_of_added(&changes, lang).ok_or(Refusal::Same)?, changes))
            }
            Edit::Copy { list, id, to } => {
                let (place, entry) = found(list, &id, portfolio)?;
                let origin = self.edits.origin(list, self.edits.seat(list, place, &self.text));
                let changes = self.added(vec![entry.with_id(&to)], portfolio, |_| origin)?;
                Ok((deed_of_added(&changes, lang).ok_or(Refusal::Same)?, changes))
            }
            Edit::Remove { list, id, references } => {
                let (place, entry) = found(list, &id, portfolio)?;
                let name = entry.name(lang);
                let mut changes = Vec::new();
                if references {
                    changes = self.turned(portfolio, list, &id, |entry| entry.without(list, &id));
                    changes.extend(turned_header(portfolio, list, &id, None));
                }
                changes.push(self.change(place, entry, None));
                Ok((Deed::Removed(list, name), changes))
            }
            Edit::Rename { list, id, to } => self.renamed(list, &id, &to, portfolio, lang),
            Edit::Header { header, .. } => {
                if *header == portfolio.header {
                    return Err(Refusal::Same);
                }
                if header.schema != portfolio.header.schema {
                    return Err(Refusal::Version);
                }
                let fields = changed_fields(&portfolio.header, &*header);
                let before = Arc::new(portfolio.header.clone());
                Ok((Deed::Header(fields), vec![Change::Header { before, after: Arc::new(*header) }]))
            }
            Edit::Merge(merge) => self.merged(*merge, portfolio, lang),
        }
    }

    fn put(&self, entry: Entry, portfolio: &Portfolio) -> Result<Change, Refusal> {
        let (place, before) = found(entry.list(), entry.id(), portfolio)?;
        if before == entry {
            return Err(Refusal::Same);
        }
        Ok(self.change(place, before, Some(entry)))
    }

    /// The change of the record in this place: to what it shall be, or out of its list.
    fn change(&self, place: usize, before: Entry, after: Option<Entry>) -> Change {
        let list = before.list();
        let at = self.edits.seat(list, place, &self.text);
        let copy_of = self.edits.origin(list, at);
        Change::Record { list, at, before: Some(Arc::new(before)), after: after.map(Arc::new), copy_of }
    }

    /// Records that come in; `copy_of` says of each which record of the text it is a copy of.
    fn added(
        &self,
        entries: Vec<Entry>,
        portfolio: &Portfolio,
        copy_of: impl Fn(&Entry) -> Option<usize>,
    ) -> Result<Vec<Change>, Refusal> {
        let mut changes: Vec<Change> = Vec::with_capacity(entries.len());
        let mut new: HashSet<(List, String)> = HashSet::new();
        let mut counts: HashMap<List, usize> = HashMap::new();
        for entry in entries {
            let (list, id) = (entry.list(), entry.id().to_owned());
            if id.trim().is_empty() {
                return Err(Refusal::NoId);
            }
            if portfolio.position(list, &id).is_some() || !new.insert((list, id.clone())) {
                return Err(Refusal::Taken(list, id));
            }
            self.unread(list, &id).map_or(Ok(()), Err)?;
            let Seat::Added(next) = self.edits.next_seat(list) else { continue };
            let count = counts.entry(list).or_default();
            let at = Seat::Added(next + *count);
            *count += 1;
            let copy_of = copy_of(&entry);
            changes.push(Change::Record { list, at, before: None, after: Some(Arc::new(entry)), copy_of });
        }
        Ok(changes)
    }

    fn renamed(
        &self,
        list: List,
        id: &str,
        to: &str,
        portfolio: &Portfolio,
        lang: Lang,
    ) -> Result<(Deed, Vec<Change>), Refusal> {
        let (place, before) = found(list, id, portfolio)?;
        if to.trim().is_empty() {
            return Err(Refusal::NoId);
        }
        if id == to {
            return Err(Refusal::Same);
        }
        if portfolio.position(list, to).is_some() {
            return Err(Refusal::Taken(list, to.to_owned()));
        }
        self.unread(list, to).map_or(Ok(()), Err)?;
        let name = before.name(lang);
        let after = before.clone().with_id(to);
        let mut changes = vec![self.change(place, before, Some(after))];
        changes.extend(self.turned(portfolio, list, id, |entry| entry.renamed(list, id, to)));
        changes.extend(turned_header(portfolio, list, id, Some(to)));
        Ok((Deed::Renamed(list, name), changes))
    }

    /// The changes of every record that refers to an id.
    fn turned(
        &self,
        portfolio: &Portfolio,
        list: List,
        id: &str,
        turn: impl Fn(&Entry) -> Option<Entry>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        for (of, place) in portfolio.referring(list, id) {
            let Some(before) = portfolio.entry(of, place) else { continue };
            let Some(after) = turn(&before) else { continue };
            changes.push(self.change(place, before, Some(after)));
        }
        changes
    }
}

/// An edit in which what a total measures stands by its word in the format where it was written as people call it.
fn by_known_words(mut edit: Edit) -> Edit {
    let entries = match &mut edit {
        Edit::Put { entry, .. } | Edit::PutAs { entry, .. } => std::slice::from_mut(entry),
        Edit::Add(entries) => entries.as_mut_slice(),
        Edit::Copy { .. } | Edit::Remove { .. } | Edit::Rename { .. } | Edit::Header { .. } | Edit::Merge(_) => &mut [],
    };
    for entry in entries {
        if let Entry::ReportedTotal(total) = entry
            && let Some(known) = measured(&total.measures)
        {
            known.word().clone_into(&mut total.measures);
        }
    }
    edit
}

/// The header refers to records as well: to the cut-off's sources.
fn turned_header(portfolio: &Portfolio, list: List, id: &str, to: Option<&str>) -> Option<Change> {
    let mut header = portfolio.header.clone();
    match to {
        Some(to) => header.turn(list, |known| (known == id).then_some(to)),
        None if list == List::Sources => header.take_out(id),
        None => {}
    }
    let changed = header != portfolio.header;
    let before = Arc::new(portfolio.header.clone());
    changed.then(|| Change::Header { before, after: Arc::new(header) })
}

fn deed_of_added(changes: &[Change], lang: Lang) -> Option<Deed> {
    match changes {
        [] => None,
        [Change::Record { list, after: Some(entry), .. }] => Some(Deed::Added(*list, entry.name(lang))),
        several => Some(Deed::SeveralAdded(several.len())),
    }
}

fn found(list: List, id: &str, portfolio: &Portfolio) -> Result<(usize, Entry), Refusal> {
    let place = portfolio.position(list, id);
    let entry = place.and_then(|place| Some((place, portfolio.entry(list, place)?)));
    entry.ok_or_else(|| Refusal::NoRecord(list, id.to_owned()))
}
