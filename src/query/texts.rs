//! Folded texts of all records in a row, in chunks: what a search for a word walks through, on all cores.

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;
use rayon::prelude::*;

/// How many records a chunk holds: a multiple of the bits of a word, so that chunks write apart.
pub(super) const CHUNK: usize = 2_048;

/// The folded texts of records, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    chunks: Vec<Chunk>,
}

/// The texts of at most [`CHUNK`] records.
#[derive(Clone, Debug, Default)]
struct Chunk {
    text: Box<str>,
    /// Where each text ends.
    ends: Box<[u32]>,
}

impl Texts {
    /// The texts of so many records, each appended by `write` to what is there.
    pub fn of(count: usize, write: impl Fn(usize, &mut String) + Sync) -> Self {
        let firsts: Vec<usize> = (0..count).step_by(CHUNK).collect();
        let chunk = |first: usize| {
            let (mut text, mut ends) = (String::new(), Vec::with_capacity(CHUNK.min(count - first)));
            for row in first..count.min(first + CHUNK) {
                let start = text.len();
                write(row, &mut text);
                // Beyond four gigabytes in so few records nothing more is searched.
                if u32::try_from(text.len()).is_err() {
                    text.truncate(start);
                }
                ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            }
            Chunk { text: text.into_boxed_str(), ends: ends.into_boxed_slice() }
        };
        Self { chunks: firsts.into_par_iter().map(chunk).collect() }
    }

    /// The text of a record.
    pub fn get(&self, row: usize) -> &str {
        self.chunks.get(row / CHUNK).map_or("", |chunk| chunk.get(row % CHUNK))
    }

    /// How many bytes there are in all.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.text.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One walk through everything for something that is not there: the yardstick of every question.
    pub fn pass(&self, needle: &str) -> bool {
        let finder = Finder::new(needle);
        self.chunks.par_iter().any(|chunk| finder.find(chunk.text.as_bytes()).is_some())
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

impl Chunk {
    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// Calls `found` for each record with a hit that holds, once and in order.
    fn find(&self, finder: &Finder<'_>, mut found: impl FnMut(usize), holds: &impl Fn(&str, usize) -> bool) {
        let bytes = self.text.as_bytes();
        let (mut at, mut row) = (0, 0);
        while let Some(hit) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
            let hit = at + hit;
            let passed = |end: &u32| (*end as usize) <= hit;
            row += self.ends.get(row..).map_or(0, |ends| ends.iter().take_while(|end| passed(end)).count());
            let Some(end) = self.ends.get(row).map(|end| *end as usize) else { break };
            let runs_over = hit + finder.needle().len() > end;
            if !runs_over && holds(&self.text, hit) {
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
