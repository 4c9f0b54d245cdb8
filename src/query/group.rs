//! A set in groups that sum to its total to the cent: by theme, year, implementer, state, status, ending, sector.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::column::{Column, MANY, NO_DATA, core_share};
use super::field::Field;
use super::index::Index;
use super::money::{Counts, Parts};
use super::years::{self, Spread};
use crate::model::{Currency, equal_part, split};

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

/// How money falls into the groups of a grouping.
pub(super) enum Falling<'a> {
    /// As columns have it; where there are no parts, in equal ones among the keys of the row.
    Columns { parts: Option<&'a Parts>, column: &'a Column, index: &'a Index },
    /// Evenly over the planned months: the years of a plan may be any, and are no column.
    Months { first: i16, count: usize, index: &'a Index },
}

/// What a group sums to, so that parts of a set can be put together and taken away.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    projects: usize,
    aside: usize,
    without_amount: usize,
    other_currency: usize,
    negative: usize,
    counted: usize,
    amount: i128,
    assumed: i128,
    whole: i128,
}

impl Sum {
    fn with(&self, other: &Self) -> Self {
        Self {
            projects: self.projects + other.projects,
            aside: self.aside + other.aside,
            without_amount: self.without_amount + other.without_amount,
            other_currency: self.other_currency + other.other_currency,
            negative: self.negative + other.negative,
            counted: self.counted + other.counted,
            amount: self.amount + other.amount,
            assumed: self.assumed + other.assumed,
            whole: self.whole + other.whole,
        }
    }

    /// What is left of a whole without a part of it.
    fn without(&self, part: &Self) -> Self {
        Self {
            projects: self.projects.saturating_sub(part.projects),
            aside: self.aside.saturating_sub(part.aside),
            without_amount: self.without_amount.saturating_sub(part.without_amount),
            other_currency: self.other_currency.saturating_sub(part.other_currency),
            negative: self.negative.saturating_sub(part.negative),
            counted: self.counted.saturating_sub(part.counted),
            amount: self.amount - part.amount,
            assumed: self.assumed - part.assumed,
            whole: self.whole - part.whole,
        }
    }
}

fn joined(first: Vec<Sum>, second: Vec<Sum>) -> Vec<Sum> {
    first.iter().zip(&second).map(|(a, b)| a.with(b)).collect()
}

impl<'a> Falling<'a> {
    pub fn of(by: By, spread: Spread, index: &'a Index) -> Option<Self> {
        if by == By::Year && spread == Spread::Even {
            let (first, count) = index.planned_years;
            return Some(Self::Months { first, count, index });
        }
        Some(Self::Columns { parts: index.money.parts(by), column: index.column(by.field())?, index })
    }

    /// How many groups there may be, without *no data*, which stands behind them.
    pub fn len(&self) -> usize {
        match self {
            Self::Columns { column, .. } => column.keys.len(),
            Self::Months { count, .. } => *count,
        }
    }

    pub fn key(&self, place: usize) -> Option<String> {
        match self {
            Self::Columns { column, .. } => column.keys.get(place).cloned(),
            Self::Months { first, count, .. } => {
                (place < *count).then(|| format!("{:04}", i64::from(*first) + place as i64))
            }
        }
    }

    fn index(&self) -> &'a Index {
        match self {
            Self::Columns { index, .. } | Self::Months { index, .. } => index,
        }
    }

    /// The parts of a row: place, what of the value falls there, whether that is stated; where it is its headline
    /// amount, the columns have it divided already.
    pub fn each(&self, row: usize, value: Option<i64>, headline: bool, mut take: impl FnMut(usize, i64, bool)) {
        match self {
            Self::Columns { parts: None, column, .. } => {
                let (keys, value) = (column.of_row(row), value.unwrap_or(0));
                if keys.is_empty() {
                    take(self.len(), value, true);
                }
                for (place, key) in keys.iter().enumerate() {
                    take(*key as usize, equal_part(value, keys.len(), place), keys.len() == 1);
                }
            }
            Self::Columns { parts: Some(parts), .. } => {
                let none = self.len();
                let placed = |key: u32| if key == NO_DATA { none } else { key as usize };
                match value.filter(|_| !headline) {
                    Some(value) => {
                        let falls = parts.row(row).zip(parts.fall(row, value));
                        falls.for_each(|((key, _, stated), part)| take(placed(key), part, stated));
                    }
                    None => parts.row(row).for_each(|(key, amount, stated)| take(placed(key), amount, stated)),
                }
            }
            Self::Months { first, count, index } => {
                let dates = index.rows.get(row).map_or((None, None), |row| (row.start, row.planned_end));
                let parts = years::evenly(dates.0, dates.1);
                let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
                let falls = split(value.unwrap_or(0), &weights);
                for (part, amount) in parts.iter().zip(falls) {
                    let place = part.key.and_then(|year| usize::try_from(i64::from(year) - i64::from(*first)).ok());
                    take(place.unwrap_or(*count), amount, part.stated);
                }
            }
        }
    }

    fn empty(&self) -> Vec<Sum> {
        vec![Sum::default(); self.len() + 1]
    }

    /// Adds a row's value, where it has one.
    fn add(&self, row: usize, value: Option<i64>, headline: bool, sums: &mut [Sum]) {
        let counts = self.index().money.counts.get(row);
        let aside = usize::from(matches!(counts, Some(Counts::Several | Counts::SeveralUnknown)));
        let is = |wanted: Counts| usize::from(counts == Some(&wanted));
        let without_amount = is(Counts::Unpublished);
        let (other_currency, negative) = (is(Counts::OtherCurrency), is(Counts::Negative));
        let mut before = usize::MAX;
        self.each(row, value, headline, |place, amount, stated| {
            let Some(sum) = sums.get_mut(place) else { return };
            // Parts of one group stand side by side.
            if before != place {
                before = place;
                sum.projects += 1;
                sum.aside += aside;
                sum.without_amount += without_amount;
                sum.other_currency += other_currency;
                sum.negative += negative;
                sum.counted += usize::from(value.is_some());
                sum.whole += value.map_or(0, i128::from);
            }
            if value.is_some() {
                sum.amount += i128::from(amount);
                sum.assumed += if stated { 0 } else { i128::from(amount) };
            }
        });
    }

    fn sums(&self, rows: &[usize]) -> Vec<Sum> {
        let money = &self.index().money;
        let mut sums = self.empty();
        for row in rows {
            self.add(*row, money.counted(*row), true, &mut sums);
        }
        sums
    }

    fn groups(&self, sums: Vec<Sum>) -> Vec<Group> {
        let group = |(place, sum): (usize, Sum)| Group {
            key: self.key(place),
            projects: sum.projects,
            aside: sum.aside,
            without_amount: sum.without_amount,
            other_currency: sum.other_currency,
            negative: sum.negative,
            amount: (sum.counted > 0).then_some(sum.amount),
            assumed: sum.assumed,
            whole: sum.whole,
        };
        sums.into_iter().enumerate().filter(|(_, sum)| sum.projects > 0).map(group).collect()
    }
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
