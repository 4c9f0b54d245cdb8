//! The text of a portfolio as it was opened, and where its fields and records stand in it: what saving copies where
//! nothing was edited.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use super::edits::parse_entry;
use super::outline::Field;
use super::packed::Packed;
use crate::model::{Entry, List};

/// The text of a portfolio as it was opened.
#[derive(Clone, Debug, Default)]
pub struct Text {
    bytes: Bytes,
    /// The bracket in which all of it stands.
    pub(super) open: usize,
    /// The fields of the file, as they stand in it.
    pub(super) fields: Vec<Place>,
    /// The records of each list that were read; of packed projects the packed text knows it.
    spans: BTreeMap<List, Vec<Range<usize>>>,
}

/// Where a field of the file stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub name: Range<usize>,
    pub value: Range<usize>,
    /// What it is called.
    pub called: Box<str>,
}

#[derive(Clone, Debug)]
enum Bytes {
    Plain(Arc<[u8]>),
    Packed(Arc<Packed>),
}

impl Default for Bytes {
    fn default() -> Self {
        Self::Plain(Arc::default())
    }
}

impl Text {
    /// Where fields and records stand in these bytes; the bytes themselves come when it is known how they are kept.
    pub(super) fn placed(
        bytes: &[u8],
        open: usize,
        fields: &[Field],
        spans: BTreeMap<List, Vec<Range<usize>>>,
    ) -> Self {
        let called = |name: &Range<usize>| String::from_utf8_lossy(bytes.get(name.clone()).unwrap_or(&[])).into();
        let place =
            |field: &Field| Place { called: called(&field.name), name: field.name.clone(), value: field.value.clone() };
        Self { bytes: Bytes::default(), open, fields: fields.iter().map(place).collect(), spans }
    }

    /// With all bytes as they were read, and where the projects stand.
    pub(super) fn plain(mut self, bytes: &[u8], projects: Vec<Range<usize>>) -> Self {
        self.bytes = Bytes::Plain(bytes.into());
        self.spans.insert(List::Projects, projects);
        self
    }

    /// With the bytes as they are packed.
    pub(super) fn packed(mut self, packed: Arc<Packed>) -> Self {
        self.bytes = Bytes::Packed(packed);
        self
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        match &self.bytes {
            Bytes::Plain(bytes) => bytes.len(),
            Bytes::Packed(packed) => packed.len(),
        }
    }

    /// Whether it comes from no file.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it is held packed: then it is large.
    pub fn is_packed(&self) -> bool {
        matches!(self.bytes, Bytes::Packed(_))
    }

    /// How many records of a list were read.
    pub fn count(&self, list: List) -> usize {
        match &self.bytes {
            Bytes::Packed(packed) if list == List::Projects => packed.spans().len(),
            _ => self.spans.get(&list).map_or(0, Vec::len),
        }
    }

    /// Where a record stands.
    pub(super) fn span(&self, list: List, place: usize) -> Option<Range<usize>> {
        match &self.bytes {
            Bytes::Packed(packed) if list == List::Projects => packed.spans().get(place).cloned(),
            _ => self.spans.get(&list)?.get(place).cloned(),
        }
    }

    /// A record as it was read.
    pub fn record(&self, list: List, place: usize) -> Option<Entry> {
        let bytes = self.get(self.span(list, place)?);
        parse_entry(list, &bytes, &(0..bytes.len()))
    }

    /// A field of the file by its name.
    pub(super) fn field(&self, name: &str) -> Option<&Place> {
        self.fields.iter().find(|field| &*field.called == name)
    }

    /// The bytes within these bounds.
    pub(super) fn get(&self, range: Range<usize>) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(range.len());
        // Writing into memory does not fail.
        let _ = self.copy(range, &mut bytes);
        bytes
    }

    /// A piece around these bounds, and where it begins.
    pub(super) fn around(&self, range: &Range<usize>, margin: usize) -> (Vec<u8>, usize) {
        let from = range.start.saturating_sub(margin);
        (self.get(from..self.len().min(range.end + margin)), from)
    }

    /// Copies the bytes within these bounds.
    pub(super) fn copy(&self, range: Range<usize>, out: &mut impl Write) -> io::Result<()> {
        match &self.bytes {
            Bytes::Plain(bytes) => out.write_all(bytes.get(range).unwrap_or(&[])),
            Bytes::Packed(packed) => packed.copy(range, out),
        }
    }
}
