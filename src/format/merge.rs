//! Edits taken off the text that they were made in: what is done once more on another version of the same portfolio, and
//! what a recovery keeps.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::edits::{Added, Edits, ListEdits};
use super::text::Text;
use crate::model::{Entry, Header, List, Portfolio};

/// By their lists, ids of records, each with the one that it gets instead.
pub type Turns = HashMap<List, HashMap<String, String>>;

/// Records of another version, to be taken over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Records as they shall be, each with the id that it has now; those that have none, or are not there, come in.
    pub records: Vec<(Option<String>, Entry)>,
    /// As some of them were before they were edited, by that id: what others changed in them since stays.
    pub before: Vec<Entry>,
    /// Copies of records of the file that come in: each id with that of its origin in the file.
    pub copies: Vec<(List, String, String)>,
    /// Records that go.
    pub removed: Vec<(List, String)>,
    /// What the file says of itself, where that shall change.
    pub header: Option<Header>,
    /// What it said before it was edited, where that is known: what others changed in it since stays.
    pub header_before: Option<Header>,
}

impl Merge {
    /// What edits say beyond those that are saved, as it is done once more on another version of the same portfolio:
    /// both are edits of this text.
    pub fn of(edits: &Edits, saved: &Edits, text: &Text) -> Self {
        let mut merge = Self::default();
        for list in List::ALL {
            let nothing = ListEdits::default();
            let now = edits.lists.get(&list).unwrap_or(&nothing);
            let then = saved.lists.get(&list).unwrap_or(&nothing);
            merge.of_text(list, now, then, text);
            merge.of_added(list, now, then, text);
        }
        merge.of_header(edits, saved);
        merge
    }

    /// The records of the text.
    fn of_text(&mut self, list: List, now: &ListEdits, then: &ListEdits, text: &Text) {
        let places: BTreeSet<usize> =
            [now, then].iter().flat_map(|edits| edits.changed.keys().chain(&edits.removed)).copied().collect();
        for place in places {
            let as_in = |edits: &ListEdits| match edits.changed.get(&place) {
                _ if edits.removed.contains(&place) => None,
                Some(entry) => Some(Entry::clone(entry)),
                None => text.record(list, place),
            };
            match (as_in(then), as_in(now)) {
                (before, after) if before == after => {}
                (Some(before), Some(after)) => {
                    self.records.push((Some(before.id().to_owned()), after));
                    self.before.push(before);
                }
                (Some(before), None) => {
                    self.removed.push((list, before.id().to_owned()));
                    self.before.push(before);
                }
                (None, after) => self.records.extend(after.map(|after| (None, after))),
            }
        }
    }

    /// The records that came in. Which of them is one that is saved it tells itself, whatever its id is by now; else the id
    /// tells.
    fn of_added(&mut self, list: List, now: &ListEdits, then: &ListEdits, text: &Text) {
        let mut saved: BTreeMap<usize, &Added> = then.added.iter().map(|added| (added.birth(), added)).collect();
        let same: Vec<_> = now.added.iter().map(|added| saved.remove(&added.birth())).collect();
        let mut others: BTreeMap<&str, &Added> = saved.into_values().map(|added| (added.entry.id(), added)).collect();
        for (added, same) in now.added.iter().zip(same) {
            match same.or_else(|| others.remove(added.entry.id())) {
                Some(before) if before.entry == added.entry => {}
                Some(before) => {
                    self.records.push((Some(before.entry.id().to_owned()), Entry::clone(&added.entry)));
                    self.before.push(Entry::clone(&before.entry));
                }
                None => {
                    let origin = added.copy_of.and_then(|place| text.record(list, place));
                    let copy = origin.map(|origin| (list, added.entry.id().to_owned(), origin.id().to_owned()));
                    self.copies.extend(copy);
                    self.records.push((None, Entry::clone(&added.entry)));
                }
            }
        }
        for gone in others.into_values() {
            self.removed.push((list, gone.entry.id().to_owned()));
            self.before.push(Entry::clone(&gone.entry));
        }
    }

    fn of_header(&mut self, edits: &Edits, saved: &Edits) {
        let read = edits.header.as_ref().or(saved.header.as_ref()).map(|(read, _)| read);
        let as_in = |edits: &Edits| edits.header.as_ref().map(|(_, after)| Arc::clone(after)).or_else(|| read.cloned());
        let (then, now) = (as_in(saved), as_in(edits));
        if then != now {
            self.header = now.map(|now| Header::clone(&now));
            self.header_before = then.map(|then| Header::clone(&then));
        }
    }

    /// The same edits with other ids for some of their records: what refers to these follows.
    #[must_use]
    pub fn turned(mut self, ids: &Turns) -> Self {
        for (_, entry) in &mut self.records {
            turn_record(entry, ids);
        }
        self.header.iter_mut().for_each(|header| turn_header(header, ids));
        for (list, ids) in ids {
            let other = |id: &str| ids.get(id).map(String::as_str);
            for (_, entry) in &mut self.records {
                if let Some(to) = other(entry.id()).filter(|_| entry.list() == *list) {
                    *entry = entry.clone().with_id(to);
                }
            }
            for (_, id, _) in self.copies.iter_mut().filter(|(of, _, _)| of == list) {
                if let Some(to) = other(id) {
                    to.clone_into(id);
                }
            }
        }
        self
    }

    /// Records that are there and get another id: their ids there, each with the other one.
    pub fn renamed(&self, there: &Portfolio) -> Turns {
        let mut renamed = Turns::new();
        for (was, entry) in &self.records {
            let (list, id) = (entry.list(), entry.id());
            let Some(was) = was.as_ref().filter(|was| *was != id && there.position(list, was).is_some()) else {
                continue;
            };
            renamed.entry(list).or_default().insert(was.clone(), id.to_owned());
        }
        renamed
    }

    /// The same edits where what was before refers to records by these ids as well: that alone is then no edit of what
    /// refers to them. The records keep the ids that they had.
    #[must_use]
    pub fn known_by(mut self, ids: &Turns) -> Self {
        self.before.iter_mut().for_each(|entry| turn_record(entry, ids));
        self.header_before.iter_mut().for_each(|header| turn_header(header, ids));
        self
    }

    /// A record as it was before it was edited.
    pub fn base(&self, list: List, id: &str) -> Option<&Entry> {
        self.before.iter().find(|base| base.list() == list && base.id() == id)
    }

    /// The id of the record in the file that a record that comes in is a copy of.
    pub fn origin(&self, list: List, id: &str) -> Option<&str> {
        let copy = self.copies.iter().find(|(of, copy, _)| *of == list && copy == id);
        copy.map(|(_, _, origin)| origin.as_str())
    }

    /// How many records it is about; what the file says of itself counts as one.
    pub fn len(&self) -> usize {
        self.records.len() + self.removed.len() + usize::from(self.header.is_some())
    }

    /// Whether there is nothing to be taken over.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Turns every reference of a record to one of these ids.
pub fn turn_record(entry: &mut Entry, ids: &Turns) {
    for (list, ids) in ids {
        entry.turn(*list, |id| ids.get(id).map(String::as_str));
    }
}

/// Turns every reference of the head of a file to one of these ids.
pub fn turn_header(header: &mut Header, ids: &Turns) {
    for (list, ids) in ids {
        header.turn(*list, |id| ids.get(id).map(String::as_str));
    }
}
