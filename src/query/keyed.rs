//! The keys of one field over a stretch of projects, as they come: numbers in the order of their first use.

use hashbrown::HashMap;

/// Keys by row, each key by its place among those that came.
#[derive(Debug)]
pub(super) struct Keyed {
    /// The keys in the order in which they first came.
    pub keys: Vec<Box<str>>,
    /// Where the keys of each row begin in `by_row`; one more than there are rows.
    pub starts: Vec<u32>,
    /// Places of keys, row by row.
    pub by_row: Vec<u32>,
    places: HashMap<Box<str>, u32>,
}

impl Default for Keyed {
    fn default() -> Self {
        Self { keys: Vec::new(), starts: vec![0], by_row: Vec::new(), places: HashMap::new() }
    }
}

impl Keyed {
    /// The place of a key, which is known from now on.
    pub fn place(&mut self, key: &str) -> u32 {
        if let Some(place) = self.places.get(key) {
            return *place;
        }
        let place = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.places.insert(key.into(), place);
        self.keys.push(key.into());
        place
    }

    /// Puts a row behind the others; a key that stands twice in it counts once. Gives the places of its keys.
    pub fn add<'k>(&mut self, keys: impl Iterator<Item = &'k str>) -> &[u32] {
        let first = self.by_row.len();
        for key in keys {
            let place = self.place(key);
            if !self.by_row.get(first..).is_some_and(|own| own.contains(&place)) {
                self.by_row.push(place);
            }
        }
        self.starts.push(u32::try_from(self.by_row.len()).unwrap_or(u32::MAX));
        self.by_row.get(first..).unwrap_or(&[])
    }

    /// Nothing comes any more: what only served adding goes.
    pub fn finish(&mut self) {
        self.places = HashMap::new();
        self.by_row.shrink_to_fit();
        self.starts.shrink_to_fit();
    }
}
