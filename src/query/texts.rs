//! Folded texts of all records in a row, in chunks: what a search for a word walks through, on all cores.

use std::cell::Cell;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;
use rayon::prelude::*;

use super::column::ones;
use crate::format::AT_ONCE;

/// How many records a chunk holds: as many as come at a time, so that none is copied; and a multiple of the bits of a word,
/// so that chunks write apart.
pub(super) const CHUNK: usize = AT_ONCE;

/// The folded texts of records, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    chunks: Vec<Chunk>,
}

/// The texts of at most [`CHUNK`] records.
#[derive(Clone, Debug)]
struct Chunk {
    /// The slab that the text stands in, and where.
    slab: Arc<String>,
    bounds: Range<usize>,
    /// Where each text ends.
    ends: Arc<[u32]>,
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

    /// One walk through everything for something that is not there: the yardstick of every question.
    pub fn pass(&self, needle: &str) -> bool {
        let finder = Finder::new(needle);
        self.chunks.par_iter().any(|chunk| finder.find(chunk.text().as_bytes()).is_some())
    }

    /// Marks the records in whose text the needle stands at a place that `holds`.
    pub fn find(&self, needle: &str, rows: &mut FixedBitSet, holds: impl Fn(&str, usize) -> bool + Sync) {
        let finder = Finder::new(needle);
        let words = rows.as_mut_slice().par_chunks_mut(CHUNK / usize::BITS as usize);
        words.zip(&self.chunks).for_each(|(words, chunk)| {
            chunk.find(
                &finder,
                |row| {
                    if let Some(word) = words.get_mut(row / usize::BITS as usize) {
                        *word |= 1 << (row % usize::BITS as usize);
                    }
                },
                &holds,
            );
        });
    }
}

impl Texts {
    /// As [`Self::find`], anywhere in the text, and only in those of a few records.
    pub fn find_among(&self, needle: &str, few: &FixedBitSet, rows: &mut FixedBitSet) {
        let finder = Finder::new(needle);
        let words = rows.as_mut_slice().par_chunks_mut(CHUNK / usize::BITS as usize);
        words.zip(&self.chunks).enumerate().for_each(|(place, (words, chunk))| {
            let first = place * CHUNK;
            for row in ones(few, first..(first + CHUNK).min(few.len())) {
                if finder.find(chunk.get(row - first).as_bytes()).is_some()
                    && let Some(word) = words.get_mut((row - first) / usize::BITS as usize)
                {
                    *word |= 1 << ((row - first) % usize::BITS as usize);
                }
            }
        });
    }
}

impl Chunk {
    fn text(&self) -> &str {
        self.slab.get(self.bounds.clone()).unwrap_or("")
    }

    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.text().get(start as usize..end as usize).unwrap_or("")
    }

    /// Calls `found` for each record with a hit that holds, once and in order.
    fn find(&self, finder: &Finder<'_>, mut found: impl FnMut(usize), holds: &impl Fn(&str, usize) -> bool) {
        let text = self.text();
        let bytes = text.as_bytes();
        let (mut at, mut row) = (0, 0);
        while let Some(hit) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
            let hit = at + hit;
            let passed = |end: &u32| (*end as usize) <= hit;
            row += self.ends.get(row..).map_or(0, |ends| ends.iter().take_while(|end| passed(end)).count());
            let Some(end) = self.ends.get(row).map(|end| *end as usize) else { break };
            let runs_over = hit + finder.needle().len() > end;
            if !runs_over && holds(text, hit) {
                found(row);
                at = end;
            } else {
                at = hit + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever the texts and the needle: what is found is what each text holds by itself.
        #[test]
        fn a_search_finds_what_each_text_holds(texts in prop::collection::vec("[ab\n]{0,6}", 0..200), needle in "[ab]{1,3}") {
            let all = Texts::of(texts.len(), |row, text| text.push_str(&texts[row]));
            let mut rows = FixedBitSet::with_capacity(texts.len());
            all.find(&needle, &mut rows, |_, _| true);
            let few: FixedBitSet = (0..texts.len()).filter(|row| row % 3 == 0).collect();
            let mut among = FixedBitSet::with_capacity(texts.len());
            all.find_among(&needle, &few, &mut among);
            prop_assert!(among.ones().eq(rows.ones().filter(|row| few.contains(*row))));
            for (row, text) in texts.iter().enumerate() {
                prop_assert_eq!(all.get(row), text);
                prop_assert_eq!(rows.contains(row), text.contains(&needle), "{} in {:?}", needle, text);
            }
        }
    }

    #[test]
    fn many_chunks_are_one_text() {
        let all = Texts::of(3 * CHUNK + 5, |row, text| text.push_str(&format!("fila {row}\n")));
        let mut rows = FixedBitSet::with_capacity(3 * CHUNK + 5);
        all.find("fila 4097\n", &mut rows, |_, _| true);
        assert_eq!(rows.ones().collect::<Vec<_>>(), [4_097]);
        assert_eq!(all.get(3 * CHUNK + 4), format!("fila {}\n", 3 * CHUNK + 4));
    }
}
