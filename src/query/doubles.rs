//! Records that may be the same money: one agreement number, one name with one implementer, a programme and its part.
//! Suspicions, found once for a portfolio; whether they are true a person says.

use std::collections::{HashMap, HashSet};

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::fold::fold;
use super::index::Index;
use crate::model::{Notes, Portfolio, Project, Role};

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

/// All pairs of a portfolio that may be the same money, each once, in the order of its records.
pub fn doubles(portfolio: &Portfolio) -> Vec<Double> {
    let projects: &[Project] = &portfolio.projects;
    let numbers = projects.iter().map(|project| project.agreement_number.as_deref().map(plain));
    let numbers: Vec<Option<String>> = numbers.map(|number| number.filter(|number| !number.is_empty())).collect();
    let same_number = groups(numbers.iter().map(|number| number.as_deref().into_iter().collect()));
    let names: Vec<Vec<String>> = projects.par_iter().map(names).collect();
    let implementers = projects.iter().map(|project| {
        let ids: HashSet<&str> = project.organizations_as(Role::Implementing).collect();
        ids.into_iter().collect()
    });
    let same_implementer = groups(implementers);
    let agreements = same_number.par_iter().flat_map_iter(|rows| pairs(rows));
    let named = same_implementer.par_iter().flat_map_iter(|rows| alike(rows, &names));
    let mut found: Vec<Double> = agreements.chain(named).collect();
    // The strongest reason of a pair stands first, and stays.
    found.par_sort_unstable();
    found.dedup_by_key(|double| (double.first, double.second));
    found
}

fn double(a: usize, b: usize, why: DoubleWhy) -> Double {
    Double { first: a.min(b), second: a.max(b), why }
}

/// Each two of these rows.
fn pairs(rows: &[usize]) -> Vec<Double> {
    let mut found = Vec::new();
    for (place, a) in rows.iter().take(CLOSE).enumerate() {
        found.extend(rows.iter().skip(place + 1).map(|b| double(*a, *b, DoubleWhy::Agreement)));
    }
    found
}

/// Of the projects of one implementer those that have one name, or of which the name of one stands within the other's.
fn alike(rows: &[usize], names: &[Vec<String>]) -> Vec<Double> {
    let named = || rows.iter().flat_map(|row| names.get(*row).into_iter().flatten().map(|name| (name.as_str(), *row)));
    let mut by_first: HashMap<&str, Vec<(&str, usize)>> = HashMap::new();
    for (name, row) in named() {
        by_first.entry(first_words(name, FIRST_WORDS)).or_default().push((name, row));
    }
    let mut found = Vec::new();
    for (name, row) in named() {
        for start in word_starts(name) {
            let rest = name.get(start..).unwrap_or("");
            for count in 1..=FIRST_WORDS {
                let key = first_words(rest, count);
                let others = by_first.get(key).into_iter().flatten().filter(|(_, other)| *other != row).take(CLOSE);
                for (other, other_row) in others {
                    if *other == name {
                        found.push(double(row, *other_row, DoubleWhy::Name));
                    } else if other.len() >= TELLING && begins(rest, other) {
                        found.push(double(row, *other_row, DoubleWhy::Part));
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
    let id = |row: usize| portfolio.projects.get(row).map_or("", |project| project.id.as_str());
    let open = |double: &&Double| {
        let both = counts(double.first) && counts(double.second);
        both && notes.told_apart(id(double.first), id(double.second)).is_none()
    };
    index.doubles.iter().filter(open).copied().collect()
}

/// Rows by each of their keys, where more than one has it.
fn groups<'a>(keys: impl Iterator<Item = Vec<&'a str>>) -> Vec<Vec<usize>> {
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (row, keys) in keys.enumerate() {
        for key in keys {
            by_key.entry(key).or_default().push(row);
        }
    }
    by_key.into_values().filter(|rows| rows.len() > 1).collect()
}

/// A number without what people write between its parts.
fn plain(number: &str) -> String {
    number.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The names of a project in all languages, folded to their words.
fn names(project: &Project) -> Vec<String> {
    let texts = [&project.name.es, &project.name.en].into_iter().flatten();
    let words = |text: &String| {
        let folded = fold(text);
        let words = folded.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let mut names: Vec<String> = texts.map(words).filter(|name| !name.is_empty()).collect();
    names.dedup();
    names
}
