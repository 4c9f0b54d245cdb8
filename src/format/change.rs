//! A change of one record, forwards and back, and edits as the sum of all changes.

use std::sync::Arc;

use super::edits::{Added, Edits};
use super::text::Text;
use crate::model::{Entry, Header, List, Portfolio};

/// A change of one record, or of what the file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Of a record: it came in where there was none before, and was taken out where there is none after.
    Record {
        /// In which list.
        list: List,
        /// Which one.
        at: Seat,
        /// As it was.
        before: Option<Arc<Entry>>,
        /// As it is.
        after: Option<Arc<Entry>>,
        /// The record of the text that it is, or that it is a copy of, by its place there.
        copy_of: Option<usize>,
    },
    /// Of the header.
    Header {
        /// As it was.
        before: Arc<Header>,
        /// As it is.
        after: Arc<Header>,
    },
}

/// Which record of a list, whatever came and went before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat {
    /// One of the text that was opened, by its place there.
    Read(usize),
    /// One that came in, by its place among those.
    Added(usize),
}

impl Change {
    /// What takes it back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        match self.clone() {
            Self::Record { list, at, before, after, copy_of } => {
                Self::Record { list, at, before: after, after: before, copy_of }
            }
            Self::Header { before, after } => Self::Header { before: after, after: before },
        }
    }

    /// The record that it is about: its list and its id before, else after.
    pub fn record(&self) -> Option<(List, &str)> {
        match self {
            Self::Record { list, before, after, .. } => {
                before.as_ref().or(after.as_ref()).map(|entry| (*list, entry.id()))
            }
            Self::Header { .. } => None,
        }
    }
}

impl Edits {
    /// Where a record of the portfolio that has these edits comes from.
    pub fn seat(&self, list: List, place: usize, text: &Text) -> Seat {
        let Some(edits) = self.lists.get(&list) else { return seat_of(place, text.count(list)) };
        let kept = text.count(list).saturating_sub(edits.removed.len());
        if place >= kept {
            return Seat::Added(place - kept);
        }
        // Each one that was taken out before it moves it on.
        let read = edits.removed.iter().fold(place, |read, removed| read + usize::from(*removed <= read));
        Seat::Read(read)
    }

    /// Where a record stands in the portfolio that has these edits.
    pub fn place(&self, list: List, at: Seat, text: &Text) -> usize {
        let edits = self.lists.get(&list);
        let removed = edits.map_or(0, |edits| edits.removed.len());
        match at {
            Seat::Read(read) => read - edits.map_or(0, |edits| edits.removed.range(..read).count()),
            Seat::Added(place) => text.count(list).saturating_sub(removed) + place,
        }
    }

    /// The seat of the next record that comes in.
    pub fn next_seat(&self, list: List) -> Seat {
        Seat::Added(self.lists.get(&list).map_or(0, |edits| edits.added.len()))
    }

    /// The record of the text that this one is, or is a copy of, by its place there.
    pub fn origin(&self, list: List, at: Seat) -> Option<usize> {
        match at {
            Seat::Read(read) => Some(read),
            Seat::Added(place) => self.lists.get(&list)?.added.get(place)?.copy_of,
        }
    }

    /// Adds a change to these edits, and carries it out on the portfolio that has them.
    pub fn apply(&mut self, change: &Change, text: &Text, portfolio: &mut Portfolio) {
        match change {
            Change::Header { before, after } => {
                let read = self.header.take().map_or_else(|| Arc::clone(before), |(read, _)| read);
                self.header = Some((read, Arc::clone(after)));
                portfolio.header = Header::clone(after);
            }
            Change::Record { list, at, after, before, copy_of } => {
                let gone = before.is_some() && after.is_none();
                let place = self.place(*list, *at, text);
                let now = after.as_ref().map(|entry| Added::new(Arc::clone(entry), *copy_of));
                self.note(*list, *at, now, before.is_none());
                match after {
                    None if gone => portfolio.remove(*list, place),
                    None => {}
                    Some(entry) if before.is_none() => portfolio.insert(place, Entry::clone(entry)),
                    Some(entry) => portfolio.put(place, Entry::clone(entry)),
                }
            }
        }
    }

    fn note(&mut self, list: List, at: Seat, after: Option<Added>, comes: bool) {
        let edits = self.lists.entry(list).or_default();
        match (at, after) {
            (Seat::Read(read), None) => _ = edits.removed.insert(read),
            (Seat::Read(read), Some(now)) => {
                edits.removed.remove(&read);
                edits.changed.insert(read, now.entry);
            }
            (Seat::Added(place), None) if place < edits.added.len() => _ = edits.added.remove(place),
            (Seat::Added(_), None) => {}
            (Seat::Added(place), Some(now)) if comes => edits.added.insert(place.min(edits.added.len()), now),
            (Seat::Added(place), Some(now)) => {
                if let Some(added) = edits.added.get_mut(place) {
                    *added = Added { born: Arc::clone(&added.born), ..now };
                }
            }
        }
    }
}

fn seat_of(place: usize, read: usize) -> Seat {
    place.checked_sub(read).map_or(Seat::Read(place), Seat::Added)
}
