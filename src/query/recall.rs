//! Words that were searched for lately, and the rows that they stand in. One that is asked again is known; one that
//! goes on from another, as words do while they are typed, is looked for only where that one stands.

use fixedbitset::FixedBitSet;

/// So many words are kept: what somebody types and takes back in an hour. A word takes a bit for each record.
const KEPT: usize = 192;

/// Folded words and their rows, the last ones asked for at the end. Of one index: another needs another.
#[derive(Clone, Debug, Default)]
pub struct Recall {
    words: Vec<(String, FixedBitSet)>,
}

impl Recall {
    /// The rows of a word that was asked for before.
    pub(super) fn known(&mut self, folded: &str) -> Option<FixedBitSet> {
        let place = self.words.iter().position(|(word, _)| word == folded)?;
        let known = self.words.remove(place);
        let rows = known.1.clone();
        self.words.push(known);
        Some(rows)
    }

    /// The fewest rows among which all rows of this word are.
    pub(super) fn among(&self, folded: &str) -> Option<&FixedBitSet> {
        let within = self.words.iter().filter(|(word, _)| !word.is_empty() && folded.contains(word.as_str()));
        within.map(|(_, rows)| rows).min_by_key(|rows| rows.count_ones(..))
    }

    /// Keeps the rows of a word.
    pub(super) fn keep(&mut self, folded: &str, rows: &FixedBitSet) {
        if self.words.len() >= KEPT {
            self.words.remove(0);
        }
        self.words.push((folded.to_owned(), rows.clone()));
    }
}
