//! Looking for a word in the texts of all records, on all cores.

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;
use rayon::prelude::*;

use super::column::each_one;
use super::texts::{CHUNK, Chunk, Texts};

const BITS: usize = usize::BITS as usize;

impl Texts {
    /// One walk through everything for something that is not there: the yardstick of every question.
    pub fn pass(&self, needle: &str) -> bool {
        let finder = Finder::new(needle);
        self.chunks.par_iter().any(|chunk| finder.find(chunk.text().as_bytes()).is_some())
    }

    /// Marks the records in whose text the needle stands at a place that `holds`.
    pub fn find(&self, needle: &str, rows: &mut FixedBitSet, holds: impl Fn(&str, usize) -> bool + Sync) {
        let finder = Finder::new(needle);
        let words = rows.as_mut_slice().par_chunks_mut(CHUNK / BITS);
        words.zip(&self.chunks).for_each(|(words, chunk)| {
            chunk.find(&finder, |row| mark(words, row), &holds);
        });
    }

    /// As [`Self::find`], anywhere in the text, and only in those of a few records.
    pub fn find_among(&self, needle: &str, few: &FixedBitSet, rows: &mut FixedBitSet) {
        let finder = Finder::new(needle);
        let words = rows.as_mut_slice().par_chunks_mut(CHUNK / BITS);
        words.zip(&self.chunks).enumerate().for_each(|(place, (words, chunk))| {
            let first = place * CHUNK;
            each_one(few, first..(first + CHUNK).min(few.len()), |row| {
                if finder.find(chunk.get(row - first).as_bytes()).is_some() {
                    mark(words, row - first);
                }
            });
        });
    }
}

/// Marks a record in the words of its chunk.
fn mark(words: &mut [usize], row: usize) {
    if let Some(word) = words.get_mut(row / BITS) {
        *word |= 1 << (row % BITS);
    }
}

/// Where a word stands so many times more in each record than the once that matters, the rest of a record is passed over.
/// Where it does not, walking on is faster: memory comes before it is asked for.
const OFTEN: usize = 4;
/// So many hits do not tell yet how often a word stands.
const FEW: usize = 64;

impl Chunk {
    /// Calls `found` for each record with a hit that holds, once and in order.
    fn find(&self, finder: &Finder<'_>, mut found: impl FnMut(usize), holds: &impl Fn(&str, usize) -> bool) {
        let text = self.text();
        let bytes = text.as_bytes();
        let (mut at, mut row, mut upto) = (0, 0, None);
        let (mut records, mut more, mut passes_over) = (0, 0, false);
        while let Some(hit) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
            let hit = at + hit;
            at = hit + 1;
            if upto.is_some_and(|upto| hit < upto) {
                more += 1;
                continue;
            }
            let passed = |end: &u32| (*end as usize) <= hit;
            row += self.ends.get(row..).map_or(0, |ends| ends.iter().take_while(|end| passed(end)).count());
            let Some(end) = self.ends.get(row).map(|end| *end as usize) else { break };
            let runs_over = hit + finder.needle().len() > end;
            if !runs_over && holds(text, hit) {
                found(row);
                upto = Some(end);
                records += 1;
                passes_over |= more > OFTEN * records + FEW;
                if passes_over {
                    at = end;
                }
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
    fn a_word_that_stands_often_is_found_once_in_each_text() {
        let text = |row: usize| if row % 7 == 3 { "b\n".to_owned() } else { "ab ".repeat(20) };
        let all = Texts::of(CHUNK + 9, |row, into| into.push_str(&text(row)));
        for needle in ["a", "b", "ab", "b\n"] {
            let mut rows = FixedBitSet::with_capacity(CHUNK + 9);
            all.find(needle, &mut rows, |_, _| true);
            let plain = (0..CHUNK + 9).filter(|row| text(*row).contains(needle));
            assert!(rows.ones().eq(plain), "{needle:?}");
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
