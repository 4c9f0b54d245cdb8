//! Edits taken off the text that they were made in: what is done once more on another version of the same portfolio, and
//! what a recovery keeps.

use super::edits::Edits;
use super::text::Text;
use crate::model::{Entry, Header, List};

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
}

impl Merge {
    /// Edits as they are done once more on another version of the same portfolio.
    pub fn of(edits: &Edits, text: &Text) -> Self {
        let header = edits.header.as_ref().map(|(_, after)| Header::clone(after));
        let mut merge = Self { header, ..Self::default() };
        for (list, edits) in &edits.lists {
            for (place, entry) in edits.changed.iter().filter(|(place, _)| !edits.removed.contains(place)) {
                let before = text.record(*list, *place);
                merge.records.push((before.as_ref().map(|before| before.id().to_owned()), Entry::clone(entry)));
                merge.before.extend(before);
            }
            for added in &edits.added {
                let origin = added.copy_of.and_then(|place| text.record(*list, place));
                let copy = origin.map(|origin| (*list, added.entry.id().to_owned(), origin.id().to_owned()));
                merge.copies.extend(copy);
                merge.records.push((None, Entry::clone(&added.entry)));
            }
            for before in edits.removed.iter().filter_map(|place| text.record(*list, *place)) {
                merge.removed.push((*list, before.id().to_owned()));
                merge.before.push(before);
            }
        }
        merge
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
