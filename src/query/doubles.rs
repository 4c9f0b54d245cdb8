//! Records that may be the same money: one agreement number, one name with one implementer, a programme and its part.
//! Suspicions, found once for a portfolio; whether they are true a person says.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use hashbrown::HashMap;
use rayon::prelude::*;

use super::column::Column;
use super::index::Index;
use super::texts::Texts;
use crate::model::{Notes, Portfolio};

/// Why two records may be the same money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DoubleWhy {
    /// They have one agreement number.
    Agreement,
    /// They have one name and an implementer in common.
    Name,
    /// The name of the one stands within that of the other, and they have an implementer in common.
    Part,
}

impl DoubleWhy {
    /// The key of the message that says it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Agreement => "double-agreement",
            Self::Name => "double-name",
            Self::Part => "double-part",
        }
    }
}

/// Two records that may be the same money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Double {
    /// The row that stands first.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// Why; the strongest reason.
    pub why: DoubleWhy,
}

/// So many records are paired with each other at most where all say the same; beyond, each with the first ones.
const CLOSE: usize = 200;
/// A shorter name stands within too many others to say anything.
const TELLING: usize = 12;
/// By so many of its first words a name is looked for within others.
const FIRST_WORDS: usize = 4;

/// What records are told apart by, or not.
pub(super) struct Likeness<'a> {
    /// A number for the agreement number of each row; 0 where there is none.
    pub agreements: &'a [u64],
    /// The rows of each implementer.
    pub implementers: &'a Column,
    /// The folded names of each row, a line each, and how many lines are names.
    pub names: &'a Texts,
    pub name_lines: &'a [u8],
}

/// All pairs of records that may be the same money, each once, in the order of the records.
pub(super) fn doubles(likeness: &Likeness<'_>) -> Vec<Double> {
    let agreements = likeness.by_agreement().into_par_iter().flat_map_iter(|rows| pairs(&rows));
    let named = likeness.implementers.by_key().into_par_iter().flat_map_iter(|rows| likeness.alike(&rows));
    strongest(agreements.chain(named).collect())
}

/// All pairs of one record with others, of which it is another now.
pub(super) fn doubles_of(row: usize, likeness: &Likeness<'_>) -> Vec<Double> {
    let own = likeness.agreements.get(row).copied().filter(|number| *number != 0);
    let same = |number: u64| (0..).zip(likeness.agreements).filter(move |(_, other)| **other == number);
    let mut found = own.map_or_else(Vec::new, |number| pairs(&same(number).map(|(row, _)| row).collect::<Vec<u32>>()));
    for key in likeness.implementers.of_row(row) {
        found.extend(likeness.alike(&likeness.implementers.rows_of(*key)));
    }
    found.retain(|double| double.first == row || double.second == row);
    strongest(found)
}

/// Each pair once: the strongest reason stands first, and stays.
fn strongest(mut found: Vec<Double>) -> Vec<Double> {
    found.par_sort_unstable();
    found.dedup_by_key(|double| (double.first, double.second));
    found
}

/// A number for a text, the same at any time.
pub(super) fn spread(text: &[u8]) -> u64 {
    text.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn double(a: u32, b: u32, why: DoubleWhy) -> Double {
    Double { first: a.min(b) as usize, second: a.max(b) as usize, why }
}

/// Each two of these rows.
fn pairs(rows: &[u32]) -> Vec<Double> {
    let mut found = Vec::new();
    for (place, a) in rows.iter().take(CLOSE).enumerate() {
        found.extend(rows.iter().skip(place + 1).map(|b| double(*a, *b, DoubleWhy::Agreement)));
    }
    found
}

impl Likeness<'_> {
    /// The rows of each agreement number that several have, in order.
    fn by_agreement(&self) -> Vec<Vec<u32>> {
        let numbered = (0..).zip(self.agreements).filter(|(_, number)| **number != 0);
        let mut numbered: Vec<(u64, u32)> = numbered.map(|(row, number)| (*number, row)).collect();
        numbered.par_sort_unstable();
        let same = numbered.chunk_by(|a, b| a.0 == b.0).filter(|rows| rows.len() > 1);
        same.map(|rows| rows.iter().map(|(_, row)| *row).collect()).collect()
    }

    /// Of the projects of one implementer those that have one name, or of which the name of one stands within the
    /// other's.
    fn alike(&self, rows: &[u32]) -> Vec<Double> {
        if rows.len() < 2 {
            return Vec::new();
        }
        let mut names = Names::default();
        for row in rows {
            let count = self.name_lines.get(*row as usize).copied().unwrap_or(0);
            let lines = self.names.get(*row as usize).lines().take(count.into());
            lines.for_each(|line| names.push(*row, line));
        }
        names.alike()
    }
}

/// The names of projects in all languages, folded to their words.
#[derive(Default)]
struct Names {
    /// The names one behind the other, one space between words.
    text: String,
    /// The hash of each word and where it begins: most names are told apart by these alone.
    words: Vec<(u64, usize)>,
    all: Vec<Name>,
}

/// A name: where its text and its words stand.
struct Name {
    text: Range<usize>,
    words: Range<usize>,
    row: u32,
}

impl Names {
    /// Puts a name behind the others, if it has words and is not the one that the row has already.
    fn push(&mut self, row: u32, line: &str) {
        let (start, first) = (self.text.len(), self.words.len());
        for word in line.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.words.push((spread(word.as_bytes()), self.text.len()));
            self.text.push_str(word);
        }
        let name = Name { text: start..self.text.len(), words: first..self.words.len(), row };
        let before = self.all.last().filter(|before| before.row == row);
        if self.text(&name).is_empty() || before.is_some_and(|before| self.text(before) == self.text(&name)) {
            self.text.truncate(start);
            self.words.truncate(first);
        } else {
            self.all.push(name);
        }
    }

    fn text(&self, name: &Name) -> &str {
        self.text.get(name.text.clone()).unwrap_or("")
    }

    /// A number for so many words of a name from one on, or as many as there are.
    fn first(&self, name: &Name, start: usize, count: usize) -> u64 {
        let words = self.words.get(name.words.clone()).unwrap_or_default().iter().skip(start).take(count);
        words.fold(0, |all: u64, (hash, _)| all.rotate_left(17).wrapping_mul(5) ^ hash)
    }

    fn alike(&self) -> Vec<Double> {
        // The first name that begins with these words, and for each name the next one that does.
        let mut firsts: HashMap<u64, usize> = HashMap::with_capacity(self.all.len());
        let mut next: Vec<Option<usize>> = vec![None; self.all.len()];
        // Whether any name has so few words.
        let mut lengths = [false; FIRST_WORDS + 1];
        for (place, name) in self.all.iter().enumerate().rev() {
            let before = firsts.insert(self.first(name, 0, FIRST_WORDS), place);
            if let (Some(slot), Some(length)) =
                (next.get_mut(place), lengths.get_mut(name.words.len().min(FIRST_WORDS)))
            {
                (*slot, *length) = (before, true);
            }
        }
        let mut found = Vec::new();
        for name in &self.all {
            for start in 0..name.words.len() {
                let most = FIRST_WORDS.min(name.words.len() - start);
                for count in (1..=most).filter(|count| lengths.get(*count) == Some(&true)) {
                    let first = firsts.get(&self.first(name, start, count)).copied();
                    let others = std::iter::successors(first, |place| next.get(*place).copied().flatten());
                    let others = others.filter_map(|place| self.all.get(place)).filter(|other| other.row != name.row);
                    for other in others.take(CLOSE) {
                        found.extend(self.holds(name, start, other).map(|why| double(name.row, other.row, why)));
                    }
                }
            }
        }
        found
    }

    /// How another name stands within one from a word on, if it does.
    fn holds(&self, name: &Name, start: usize, other: &Name) -> Option<DoubleWhy> {
        let (_, at) = self.words.get(name.words.clone())?.get(start)?;
        let (rest, own, other) = (self.text.get(*at..name.text.end)?, self.text(name), self.text(other));
        if other == own {
            Some(DoubleWhy::Name)
        } else {
            (other.len() >= TELLING && begins(rest, other)).then_some(DoubleWhy::Part)
        }
    }
}

/// Whether a text begins with these whole words.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The pairs of which a set holds both with money that counts, and that nobody told apart.
pub fn doubles_in(set: &FixedBitSet, notes: &Notes, portfolio: &Portfolio, index: &Index) -> Vec<Double> {
    let counts = |row: usize| set.contains(row) && index.money.counted(row).is_some();
    let id = |row: usize| portfolio.projects.id(row).unwrap_or("");
    let open = |double: &&Double| {
        let both = counts(double.first) && counts(double.second);
        both && notes.told_apart(id(double.first), id(double.second)).is_none()
    };
    index.doubles.iter().filter(open).copied().collect()
}
