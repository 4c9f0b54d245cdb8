//! Ids of many records in one piece of text, and where each stands.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Ids in the order of their records.
#[derive(Clone, Default)]
pub struct Ids {
    text: String,
    /// Where each id ends in the text.
    ends: Vec<usize>,
    places: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Ids {
    /// Ids in their order.
    pub fn of<'a>(all: impl Iterator<Item = &'a str>) -> Self {
        let mut ids = Self::default();
        all.for_each(|id| ids.push(id));
        ids
    }

    /// Puts an id behind the others. Of two that are the same the first is found.
    pub fn push(&mut self, id: &str) {
        let place = u32::try_from(self.ends.len());
        let Self { text, ends, places, hasher } = self;
        let hash = hasher.hash_one(id);
        let known = places.find(hash, |known| slice(text, ends, *known as usize) == Some(id)).is_some();
        text.push_str(id);
        ends.push(text.len());
        if let (Ok(place), false) = (place, known) {
            let hash_of = |known: &u32| hasher.hash_one(slice(text, ends, *known as usize).unwrap_or(""));
            places.insert_unique(hash, place, hash_of);
        }
    }

    /// Takes the last id away.
    pub fn pop(&mut self) {
        let Some(last) = self.ends.len().checked_sub(1) else { return };
        let Self { text, ends, places, hasher } = self;
        let id = slice(text, ends, last).unwrap_or("");
        if let Ok(known) = places.find_entry(hasher.hash_one(id), |known| *known as usize == last) {
            known.remove();
        }
        text.truncate(text.len() - id.len());
        ends.pop();
    }

    /// The id at a place.
    pub fn get(&self, place: usize) -> Option<&str> {
        slice(&self.text, &self.ends, place)
    }

    /// Where an id stands.
    pub fn position(&self, id: &str) -> Option<usize> {
        let same = |known: &u32| self.get(*known as usize) == Some(id);
        self.places.find(self.hasher.hash_one(id), same).map(|place| *place as usize)
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Gives back what was taken in advance.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

fn slice<'a>(text: &'a str, ends: &[usize], place: usize) -> Option<&'a str> {
    let end = *ends.get(place)?;
    let start = place.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
    text.get(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Each id stands where it first came, and is found there.
        #[test]
        fn every_id_is_found_where_it_first_came(given in prop::collection::vec("[a-c]{0,3}", 0..60)) {
            let mut ids = Ids::default();
            for id in &given {
                ids.push(id);
            }
            prop_assert_eq!(ids.iter().collect::<Vec<_>>(), given.clone());
            for id in &given {
                prop_assert_eq!(ids.position(id), given.iter().position(|other| other == id));
            }
            prop_assert_eq!(ids.position("d"), None);
            for left in (0..given.len()).rev() {
                ids.pop();
                prop_assert_eq!(ids.iter().collect::<Vec<_>>(), &given[..left]);
                for id in &given {
                    prop_assert_eq!(ids.position(id), given[..left].iter().position(|other| other == id));
                }
            }
        }
    }
}
