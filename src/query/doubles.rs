//! Records that may be the same money: one agreement number, one name with one implementer, a programme and its part.
//! Suspicions, found once for a portfolio; whether they are true a person says.

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
    /// The rows of each agreement number.
    pub agreements: &'a Column,
    /// The rows of each implementer.
    pub implementers: &'a Column,
    /// The folded names of each row, a line each, and how many lines are names.
    pub names: &'a Texts,
    pub name_lines: &'a [u8],
}

/// All pairs of records that may be the same money, each once, in the order of the records.
pub(super) fn doubles(likeness: &Likeness<'_>) -> Vec<Double> {
    let (numbers, implementers) = (likeness.agreements, likeness.implementers);
    let agreements = (0..numbers.keys.len()).into_par_iter().flat_map_iter(|place| pairs(numbers.of_key(place)));
    let named =
        (0..implementers.keys.len()).into_par_iter().flat_map_iter(|place| likeness.alike(implementers.of_key(place)));
    let mut found: Vec<Double> = agreements.chain(named).collect();
    // The strongest reason of a pair stands first, and stays.
    found.par_sort_unstable();
    found.dedup_by_key(|double| (double.first, double.second));
    found
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
    /// The names of a project in all languages, folded to their words.
    fn names(&self, row: u32) -> Vec<String> {
        let count = self.name_lines.get(row as usize).copied().unwrap_or(0);
        let lines = self.names.get(row as usize).lines().take(count.into());
        let words = |line: &str| {
            let words = line.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        let mut names: Vec<String> = lines.map(words).filter(|name| !name.is_empty()).collect();
        names.dedup();
        names
    }

    /// Of the projects of one implementer those that have one name, or of which the name of one stands within the
    /// other's.
    fn alike(&self, rows: &[u32]) -> Vec<Double> {
        if rows.len() < 2 {
            return Vec::new();
        }
        let names: Vec<(String, u32)> =
            rows.iter().flat_map(|row| self.names(*row).into_iter().map(|name| (name, *row))).collect();
        let mut by_first: HashMap<&str, Vec<(&str, u32)>> = HashMap::with_capacity(names.len());
        for (name, row) in &names {
            by_first.entry(first_words(name, FIRST_WORDS)).or_default().push((name, *row));
        }
        let mut found = Vec::new();
        for (name, row) in &names {
            for start in word_starts(name) {
                let rest = name.get(start..).unwrap_or("");
                for count in 1..=FIRST_WORDS {
                    let key = first_words(rest, count);
                    let others = by_first.get(key).into_iter().flatten().filter(|(_, other)| other != row).take(CLOSE);
                    for (other, other_row) in others {
                        if other == name {
                            found.push(double(*row, *other_row, DoubleWhy::Name));
                        } else if other.len() >= TELLING && begins(rest, other) {
                            found.push(double(*row, *other_row, DoubleWhy::Part));
                        }
                    }
                    if key.len() == rest.len() {
                        break;
                    }
                }
            }
        }
        found
    }
}

/// The first so many words of a name.
fn first_words(name: &str, count: usize) -> &str {
    name.match_indices(' ').nth(count - 1).and_then(|(end, _)| name.get(..end)).unwrap_or(name)
}

/// Where the words of a name begin.
fn word_starts(name: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(name.match_indices(' ').map(|(blank, _)| blank + 1))
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
