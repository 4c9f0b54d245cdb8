//! A set in groups that sum to its total to the cent: by theme, year, implementer, state, status, ending, sector.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::column::{MANY, core_share};
use super::falling::{Falling, joined};
use super::field::Field;
use super::index::Index;
use super::money::Counts;
use super::years::Spread;
use crate::model::Currency;

/// What a set is grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum By {
    Theme,
    Year,
    Implementer,
    State,
    Status,
    Ending,
    Sector,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Theme, Self::Year, Self::Implementer, Self::State, Self::Status, Self::Ending, Self::Sector];

    /// As on the command line; also the field that a group's key is a value of.
    pub const fn field(self) -> Field {
        match self {
            Self::Theme => Field::Theme,
            Self::Year => Field::Year,
            Self::Implementer => Field::Implementer,
            Self::State => Field::State,
            Self::Status => Field::Status,
            Self::Ending => Field::Ending,
            Self::Sector => Field::Sector,
        }
    }

    /// The grouping of a field's name in either language.
    pub fn from_name(name: &str) -> Option<Self> {
        let field = Field::from_name(name)?;
        Self::ALL.into_iter().find(|by| by.field() == field)
    }
}

/// One group of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The key; `None` is *no data*.
    pub key: Option<String>,
    /// How many projects have the key, of one country or several.
    pub projects: usize,
    /// How many of them are of several countries, and stay aside.
    pub aside: usize,
    /// Those of the country alone without a published amount.
    pub without_amount: usize,
    /// Those of the country alone with an amount in another currency.
    pub other_currency: usize,
    /// Those of the country alone whose published amount is below zero.
    pub negative: usize,
    /// The group's part of the total; `None` where no project of it has an amount that counts.
    pub amount: Option<i128>,
    /// How much of it rests on a division that no source states.
    pub assumed: i128,
    /// The whole amounts of its projects, undivided: they do not add up over groups.
    pub whole: i128,
}

/// The rows in groups, in the order of the portfolio's lists (years in theirs), *no data* last.
pub fn groups(rows: &[usize], by: By, spread: Spread, index: &Index) -> Vec<Group> {
    let Some(falling) = Falling::of(by, spread, index) else { return Vec::new() };
    let parts =
        |rows: &[usize]| rows.par_chunks(core_share(rows.len())).map(|rows| falling.sums(rows)).reduce_with(joined);
    let count = index.rows.len();
    // What is left out may be less: it is taken from the sums of all.
    let Some(out) = left_out(rows, count) else {
        return falling.groups(parts(rows).unwrap_or_default());
    };
    let whole = index.whole(by, spread, || parts(&(0..count).collect::<Vec<_>>()).unwrap_or_default());
    falling.groups(match parts(&out) {
        Some(out) => whole.iter().zip(out).map(|(whole, out)| whole.without(&out)).collect(),
        None => whole.to_vec(),
    })
}

/// The rows that are left out of a set of many, where they are less than those that are in it.
pub(super) fn left_out(rows: &[usize], all: usize) -> Option<Vec<usize>> {
    if rows.len() <= all / 2 || rows.len() < MANY {
        return None;
    }
    let mut out = FixedBitSet::with_capacity(all);
    out.insert_range(..);
    for row in rows {
        out.set(*row, false);
    }
    Some(out.ones().collect())
}

/// As [`groups`], of another value of each row than its amount; the groups' `whole` is of that value, too.
pub(super) fn groups_of(
    rows: &[usize],
    by: By,
    spread: Spread,
    index: &Index,
    value: impl Fn(usize) -> Option<i64>,
) -> Vec<Group> {
    let Some(falling) = Falling::of(by, spread, index) else { return Vec::new() };
    let mut sums = falling.empty();
    for row in rows {
        falling.add(*row, value(*row), false, &mut sums);
    }
    falling.groups(sums)
}

/// The money of each group in other currencies than the portfolio's: a list of groups for each currency, divided as the
/// portfolio's own. Currencies are never added.
pub fn groups_in_others(rows: &[usize], by: By, spread: Spread, index: &Index) -> Vec<(Currency, Vec<Group>)> {
    let told = |row: usize| {
        let other = index.money.counts.get(row) == Some(&Counts::OtherCurrency);
        index.rows.get(row)?.headline.filter(|_| other)
    };
    let currencies: BTreeSet<Currency> = rows.iter().filter_map(|row| told(*row)).map(|told| told.currency).collect();
    let of = |currency: Currency| {
        let value = |row: usize| told(row).filter(|told| told.currency == currency).map(|told| told.value);
        groups_of(rows, by, spread, index, value)
    };
    currencies.into_iter().map(|currency| (currency, of(currency))).collect()
}

/// The rows of each group, groups in the order of [`groups`] and rows as they come.
pub fn group_rows(rows: &[usize], by: By, spread: Spread, index: &Index) -> Vec<(Option<String>, Vec<usize>)> {
    let Some(falling) = Falling::of(by, spread, index) else { return Vec::new() };
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); falling.len() + 1];
    for row in rows {
        falling.each(*row, None, false, |place, _, _| {
            if let Some(rows) = found.get_mut(place).filter(|rows| rows.last() != Some(row)) {
                rows.push(*row);
            }
        });
    }
    let keyed = found.into_iter().enumerate().filter(|(_, rows)| !rows.is_empty());
    keyed.map(|(place, rows)| (falling.key(place), rows)).collect()
}

/// Gives what of each row's amount falls to which group, row by row: the row, the group's key and the part. Rows without
/// an amount that counts are passed over.
pub fn each_part(
    rows: &[usize],
    by: By,
    spread: Spread,
    index: &Index,
    mut take: impl FnMut(usize, Option<&str>, i64),
) {
    let Some(falling) = Falling::of(by, spread, index) else { return };
    for row in rows {
        let counted = index.money.counted(*row);
        if counted.is_some() {
            falling.each(*row, counted, true, |place, part, _| take(*row, falling.key(place).as_deref(), part));
        }
    }
}

/// The rows of one group as they come, each with its part of the group's amount, where it has one.
pub fn group_parts(
    rows: &[usize],
    by: By,
    spread: Spread,
    key: Option<&str>,
    index: &Index,
) -> Vec<(usize, Option<i128>)> {
    let Some(falling) = Falling::of(by, spread, index) else { return Vec::new() };
    let place = (0..=falling.len()).find(|place| falling.key(*place).as_deref() == key);
    let part = |row: &usize| {
        let counted = index.money.counted(*row);
        let mut part = None;
        falling.each(*row, counted, true, |at, amount, _| {
            if Some(at) == place {
                *part.get_or_insert(0) += i128::from(amount);
            }
        });
        part.map(|part| (*row, counted.map(|_| part)))
    };
    rows.iter().filter_map(part).collect()
}

/// Groups with the most money first, those without any after, *no data* last.
pub fn by_amount(groups: &mut [Group]) {
    groups
        .sort_by_key(|group| (group.key.is_none(), std::cmp::Reverse(group.amount), std::cmp::Reverse(group.projects)));
}

/// Groups with the most projects first, *no data* last.
pub fn by_count(groups: &mut [Group]) {
    groups
        .sort_by_key(|group| (group.key.is_none(), std::cmp::Reverse(group.projects), std::cmp::Reverse(group.amount)));
}
