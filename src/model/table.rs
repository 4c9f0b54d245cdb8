//! A list of records that are found by id as well as by place.

use std::ops::Deref;

use hashbrown::HashMap;

/// What has an id of its own within its list.
pub trait Record {
    /// The id, as other records refer to it.
    fn id(&self) -> &str;
}

/// Records in the order of the file, and where each id stands.
#[derive(Clone, Debug)]
pub struct Table<T> {
    records: Vec<T>,
    places: HashMap<Box<str>, u32>,
}

impl<T: Record> Table<T> {
    /// A table of these records. Of two with one id the first is found.
    pub fn new(records: Vec<T>) -> Self {
        let mut places = HashMap::with_capacity(records.len());
        for (place, record) in (0..).zip(&records) {
            places.entry(record.id().into()).or_insert(place);
        }
        Self { records, places }
    }

    /// The record with this id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.records.get(self.position(id)?)
    }

    /// Where the record with this id stands.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.places.get(id).map(|place| *place as usize)
    }

    /// Whether there is a record with this id.
    pub fn has(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }
}

impl<T> Deref for Table<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.records
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.records.iter()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { records: Vec::new(), places: HashMap::new() }
    }
}
