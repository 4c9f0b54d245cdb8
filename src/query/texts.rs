//! Folded texts of all records in a row, in chunks: what a search for a word walks through (`search`).

use std::cell::Cell;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::format::AT_ONCE;

/// How many records a chunk holds: as many as come at a time, so that none is copied; and a multiple of the bits of a word,
/// so that chunks write apart.
pub(super) const CHUNK: usize = AT_ONCE;

/// The folded texts of records, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub(super) chunks: Vec<Chunk>,
}

/// The texts of at most [`CHUNK`] records.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    /// The slab that the text stands in, and where.
    slab: Arc<String>,
    bounds: Range<usize>,
    /// Where each text ends.
    pub ends: Arc<[u32]>,
}

/// So long a slab gets. Allocators map pieces of this size by themselves: what was taken in between for a while does
/// not stay behind between them.
const SLAB: usize = 64 << 20;

/// Long pieces of text that all cores put theirs into.
#[derive(Debug, Default)]
pub(super) struct Slabs {
    open: Mutex<Vec<String>>,
}

impl Slabs {
    /// Puts a text behind the others, and says in which slab it stands, and where.
    fn put(&self, text: &str) -> (usize, Range<usize>) {
        let Ok(mut slabs) = self.open.lock() else { return (0, 0..0) };
        let fits = slabs.last().is_some_and(|last| last.capacity() - last.len() >= text.len());
        if !fits {
            // Of few records no slab is longer than what there is already.
            let so_far: usize = slabs.iter().map(String::len).sum();
            slabs.push(String::with_capacity(text.len().max(so_far.min(SLAB))));
        }
        let place = slabs.len().saturating_sub(1);
        let bounds = slabs.last_mut().map_or(0..0, |last| {
            let start = last.len();
            last.push_str(text);
            start..last.len()
        });
        (place, bounds)
    }

    /// Nothing comes any more.
    pub fn close(&self) -> Vec<Arc<String>> {
        let slabs = self.open.lock().map(|mut slabs| std::mem::take(&mut *slabs)).unwrap_or_default();
        let shrunk = |mut slab: String| {
            slab.shrink_to_fit();
            Arc::new(slab)
        };
        slabs.into_iter().map(shrunk).collect()
    }
}

thread_local! {
    /// The room in which this thread last wrote texts: fresh memory is slow.
    static SCRATCH: Cell<String> = const { Cell::new(String::new()) };
}

/// Gives back the room in which texts were written.
pub(super) fn end_reuse() {
    rayon::broadcast(|_| drop(SCRATCH.take()));
}

/// Texts while they come, record by record.
#[derive(Debug, Default)]
pub(super) struct Stretch {
    text: String,
    ends: Vec<u32>,
    /// Where the text stands once it is put into a slab.
    place: (usize, Range<usize>),
}

impl Stretch {
    /// Texts that are written where former ones of the same thread were.
    pub fn reusing() -> Self {
        Self { text: SCRATCH.take(), ..Self::default() }
    }

    /// Puts a record's text behind the others, as `write` appends it.
    pub fn add(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        // Beyond four gigabytes in so few records nothing more is searched.
        if u32::try_from(self.text.len()).is_err() {
            self.text.truncate(start);
        }
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Nothing comes any more: the text goes into a slab.
    pub fn finish(&mut self, slabs: &Slabs) {
        self.place = slabs.put(&self.text);
        let mut scratch = std::mem::take(&mut self.text);
        scratch.clear();
        if scratch.capacity() <= SLAB {
            SCRATCH.set(scratch);
        }
        self.ends.shrink_to_fit();
    }

    fn chunk(self, slabs: &[Arc<String>]) -> Chunk {
        let slab = slabs.get(self.place.0).map_or_else(Arc::default, Arc::clone);
        Chunk { slab, bounds: self.place.1, ends: self.ends.into() }
    }
}

impl Texts {
    /// The texts of so many records, each appended by `write` to what is there.
    pub fn of(count: usize, write: impl Fn(usize, &mut String) + Sync) -> Self {
        let slabs = Slabs::default();
        let firsts: Vec<usize> = (0..count).step_by(CHUNK).collect();
        let stretch = |first: usize| {
            let mut stretch = Stretch::default();
            (first..count.min(first + CHUNK)).for_each(|row| stretch.add(|text| write(row, text)));
            stretch.finish(&slabs);
            stretch
        };
        let stretches: Vec<Stretch> = firsts.into_par_iter().map(stretch).collect();
        Self::joined(stretches, &slabs.close())
    }

    /// Stretches of texts one behind the other. Where each but the last holds a chunk, none is copied.
    pub(super) fn joined(stretches: Vec<Stretch>, slabs: &[Arc<String>]) -> Self {
        let before_last = stretches.len().saturating_sub(1);
        let fits = stretches.iter().take(before_last).all(|stretch| stretch.ends.len() == CHUNK)
            && stretches.last().is_none_or(|last| last.ends.len() <= CHUNK);
        let chunks: Vec<Chunk> = stretches.into_iter().map(|stretch| stretch.chunk(slabs)).collect();
        if fits {
            return Self { chunks };
        }
        let rows: Vec<(usize, usize)> =
            chunks.iter().enumerate().flat_map(|(at, chunk)| (0..chunk.ends.len()).map(move |row| (at, row))).collect();
        Self::of(rows.len(), |row, text| {
            let found = rows.get(row).and_then(|(at, row)| Some(chunks.get(*at)?.get(*row)));
            text.push_str(found.unwrap_or(""));
        })
    }

    /// The text of a record.
    pub fn get(&self, row: usize) -> &str {
        self.chunks.get(row / CHUNK).map_or("", |chunk| chunk.get(row % CHUNK))
    }

    /// The text of a record is another: its chunk is written anew, all others stay.
    pub(super) fn put(&mut self, row: usize, new: &str) {
        let Some(chunk) = self.chunks.get_mut(row / CHUNK) else { return };
        let mut text = String::with_capacity(chunk.bounds.len() + new.len());
        let mut ends = Vec::with_capacity(chunk.ends.len());
        for place in 0..chunk.ends.len() {
            text.push_str(if place == row % CHUNK { new } else { chunk.get(place) });
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        *chunk = Chunk { bounds: 0..text.len(), slab: Arc::new(text), ends: ends.into() };
    }

    /// How many bytes there are in all.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.bounds.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Chunk {
    /// The texts of its records, one behind the other.
    pub fn text(&self) -> &str {
        self.slab.get(self.bounds.clone()).unwrap_or("")
    }

    /// The text of the record in this place of it.
    pub fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.text().get(start as usize..end as usize).unwrap_or("")
    }
}
