//! Records that may be the same money: one agreement number, one name with one implementer, a programme and its part.
//! Suspicions, found once for a portfolio; whether they are true a person says.

use std::collections::{BTreeMap, HashMap, HashSet};

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

/// Beyond so many projects of one implementer names within names are looked for only at their beginnings.
const CLOSE: usize = 200;
/// A shorter name stands within too many others to say anything.
const TELLING: usize = 12;

/// All pairs of a portfolio that may be the same money, each once, in the order of its records.
pub fn doubles(portfolio: &Portfolio) -> Vec<Double> {
    let mut found: BTreeMap<(usize, usize), DoubleWhy> = BTreeMap::new();
    let mut add = |a: usize, b: usize, why: DoubleWhy| {
        let known = found.entry((a.min(b), a.max(b))).or_insert(why);
        *known = (*known).min(why);
    };
    let numbers = portfolio.projects.iter().map(|project| project.agreement_number.as_deref().map(plain));
    for rows in groups(numbers.map(|number| number.into_iter().filter(|number| !number.is_empty()).collect())) {
        pairs(&rows, |a, b| add(a, b, DoubleWhy::Agreement));
    }
    let names: Vec<Vec<String>> = portfolio.projects.iter().map(names).collect();
    let implementers = portfolio.projects.iter().map(|project| {
        let ids: HashSet<String> = project.organizations_as(Role::Implementing).map(str::to_owned).collect();
        ids.into_iter().collect()
    });
    for rows in groups(implementers) {
        let mut named: Vec<(&str, usize)> = rows
            .iter()
            .flat_map(|row| names.get(*row).into_iter().flatten().map(|name| (name.as_str(), *row)))
            .collect();
        named.sort_unstable();
        for (place, (name, row)) in named.iter().enumerate() {
            // Sorted, all that begins with a name stands right behind it.
            let near = named.iter().skip(place + 1);
            let begins = near.take_while(|(other, _)| other.starts_with(name));
            let within = named.iter().filter(|_| rows.len() <= CLOSE);
            for (other, other_row) in begins.chain(within).filter(|(_, other)| other != row) {
                if other == name {
                    add(*row, *other_row, DoubleWhy::Name);
                } else if name.len() >= TELLING && holds(other, name) {
                    add(*row, *other_row, DoubleWhy::Part);
                }
            }
        }
    }
    found.into_iter().map(|((first, second), why)| Double { first, second, why }).collect()
}

/// The pairs of which a set holds both with money that counts, and that nobody told apart.
pub fn doubles_in(rows: &[usize], notes: &Notes, portfolio: &Portfolio, index: &Index) -> Vec<Double> {
    if index.doubles.is_empty() {
        return Vec::new();
    }
    let counts = |row: &&usize| index.rows.get(**row).is_some_and(|row| row.counted.is_some());
    let set: HashSet<usize> = rows.iter().filter(counts).copied().collect();
    let id = |row: usize| portfolio.projects.get(row).map_or("", |project| project.id.as_str());
    let open = |double: &&Double| {
        let both = set.contains(&double.first) && set.contains(&double.second);
        both && notes.told_apart(id(double.first), id(double.second)).is_none()
    };
    index.doubles.iter().filter(open).copied().collect()
}

/// Rows by each of their keys, where more than one has it.
fn groups(keys: impl Iterator<Item = Vec<String>>) -> Vec<Vec<usize>> {
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    for (row, keys) in keys.enumerate() {
        for key in keys {
            by_key.entry(key).or_default().push(row);
        }
    }
    by_key.into_values().filter(|rows| rows.len() > 1).collect()
}

fn pairs(rows: &[usize], mut each: impl FnMut(usize, usize)) {
    for (place, a) in rows.iter().enumerate() {
        rows.iter().skip(place + 1).for_each(|b| each(*a, *b));
    }
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

/// Whether whole words of the one stand within the other.
fn holds(long: &str, short: &str) -> bool {
    long.match_indices(short).any(|(at, _)| {
        let before = long.get(..at).is_some_and(|text| text.is_empty() || text.ends_with(' '));
        let after = long.get(at + short.len()..).is_some_and(|text| text.is_empty() || text.starts_with(' '));
        before && after
    })
}
