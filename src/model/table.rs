//! A list of records that are found by id as well as by place.

use std::ops::Deref;
use std::sync::Arc;

use hashbrown::HashMap;

/// What has an id of its own within its list.
pub trait Record {
    /// The id, as other records refer to it.
    fn id(&self) -> &str;
}

/// Records in the order of the file, and where each id stands. A copy shares them until one of the two is changed.
#[derive(Clone, Debug)]
pub struct Table<T> {
    records: Arc<Vec<T>>,
    places: Arc<HashMap<Box<str>, u32>>,
}

impl<T: Record> Table<T> {
    /// A table of these records. Of two with one id the first is found.
    pub fn new(records: Vec<T>) -> Self {
        let places = Arc::new(places(&records));
        Self { records: Arc::new(records), places }
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

/// Where each id stands first.
fn places<T: Record>(records: &[T]) -> HashMap<Box<str>, u32> {
    let mut places = HashMap::with_capacity(records.len());
    for (place, record) in (0..).zip(records) {
        places.entry(record.id().into()).or_insert(place);
    }
    places
}

impl<T: Record + Clone> Table<T> {
    /// Replaces the record in this place, where there is one.
    pub fn put(&mut self, place: usize, record: T) {
        let Some(old) = Arc::make_mut(&mut self.records).get_mut(place) else { return };
        let same = old.id() == record.id();
        *old = record;
        if !same {
            self.places = Arc::new(places(&self.records));
        }
    }

    /// Puts a record before the one in this place, or at the end.
    pub fn insert(&mut self, place: usize, record: T) {
        let records = Arc::make_mut(&mut self.records);
        if place < records.len() {
            records.insert(place, record);
            self.places = Arc::new(places(records));
        } else {
            // Behind the others: those stand where they stood.
            let last = u32::try_from(records.len()).unwrap_or(u32::MAX);
            Arc::make_mut(&mut self.places).entry(record.id().into()).or_insert(last);
            records.push(record);
        }
    }

    /// Takes the record in this place out, where there is one.
    pub fn remove(&mut self, place: usize) {
        if place < self.records.len() {
            let records = Arc::make_mut(&mut self.records);
            let gone = records.remove(place);
            if place < records.len() {
                self.places = Arc::new(places(records));
                return;
            }
            // The last one: the others stand where they stood, and one with the same id is found before it.
            let known = Arc::make_mut(&mut self.places);
            if known.get(gone.id()).is_some_and(|known| *known as usize == place) {
                known.remove(gone.id());
            }
        }
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
        Self { records: Arc::default(), places: Arc::default() }
    }
}
