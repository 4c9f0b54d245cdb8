//! How money falls into the groups of a grouping, and what each group sums to. Most records stand in one group alone:
//! theirs is a walk over numbers side by side.

use super::column::{Column, NO_DATA};
use super::group::{By, Group};
use super::index::Index;
use super::money::{Counts, Parts};
use super::years::{self, Spread};
use crate::model::{equal_part, split};

/// How money falls into the groups of a grouping.
pub(super) enum Falling<'a> {
    /// In equal parts among the keys of the row.
    Equally { column: &'a Column, index: &'a Index },
    /// As the parts of each row have it.
    Parts { parts: &'a Parts, column: &'a Column, index: &'a Index },
    /// Evenly over the planned months: the years of a plan may be any, and are no column.
    Months { first: i16, count: usize, index: &'a Index },
}

/// What a group sums to, so that parts of a set can be put together and taken away.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    /// How many projects there are of each kind of [`Counts`].
    projects: [usize; Counts::KINDS],
    /// How many of them have a value.
    valued: usize,
    /// The values of projects that stand in this group alone.
    undivided: i128,
    /// What falls here of the others' values.
    divided: i128,
    /// How much of both rests on a division that no source states.
    assumed: i128,
    /// The others' values, whole.
    whole: i128,
}

impl Sum {
    /// Adds a project that stands in this group alone.
    fn add_alone(&mut self, counts: Counts, value: Option<i64>, stated: bool) {
        self.add_project(counts);
        let Some(value) = value.map(i128::from) else { return };
        self.valued += 1;
        self.undivided += value;
        if !stated {
            self.assumed += value;
        }
    }

    fn add_project(&mut self, counts: Counts) {
        if let Some(projects) = self.projects.get_mut(counts as usize) {
            *projects += 1;
        }
    }

    fn with(&self, other: &Self) -> Self {
        let mut projects = self.projects;
        projects.iter_mut().zip(other.projects).for_each(|(own, other)| *own += other);
        Self {
            projects,
            valued: self.valued + other.valued,
            undivided: self.undivided + other.undivided,
            divided: self.divided + other.divided,
            assumed: self.assumed + other.assumed,
            whole: self.whole + other.whole,
        }
    }

    /// What is left of a whole without a part of it.
    pub fn without(&self, part: &Self) -> Self {
        let mut projects = self.projects;
        projects.iter_mut().zip(part.projects).for_each(|(own, part)| *own = own.saturating_sub(part));
        Self {
            projects,
            valued: self.valued.saturating_sub(part.valued),
            undivided: self.undivided - part.undivided,
            divided: self.divided - part.divided,
            assumed: self.assumed - part.assumed,
            whole: self.whole - part.whole,
        }
    }

    /// How many projects are of these kinds.
    fn count(&self, kinds: &[Counts]) -> usize {
        kinds.iter().filter_map(|kind| self.projects.get(*kind as usize)).sum()
    }

    /// The group with this key; `None` where no project stands in it.
    fn group(self, key: Option<String>) -> Option<Group> {
        let projects: usize = self.projects.iter().sum();
        (projects > 0).then(|| Group {
            key,
            projects,
            aside: self.count(&[Counts::Several, Counts::SeveralUnknown]),
            without_amount: self.count(&[Counts::Unpublished]),
            other_currency: self.count(&[Counts::OtherCurrency]),
            negative: self.count(&[Counts::Negative]),
            amount: (self.valued > 0).then_some(self.undivided + self.divided),
            assumed: self.assumed,
            whole: self.undivided + self.whole,
        })
    }
}

/// The sums of two sets together, group by group.
pub(super) fn joined(first: Vec<Sum>, second: Vec<Sum>) -> Vec<Sum> {
    first.iter().zip(&second).map(|(a, b)| a.with(b)).collect()
}

impl<'a> Falling<'a> {
    pub fn of(by: By, spread: Spread, index: &'a Index) -> Option<Self> {
        if by == By::Year && spread == Spread::Even {
            let (first, count) = index.planned_years;
            return Some(Self::Months { first, count, index });
        }
        let column = index.column(by.field())?;
        Some(match index.money.parts(by) {
            Some(parts) => Self::Parts { parts, column, index },
            None => Self::Equally { column, index },
        })
    }

    /// How many groups there may be, without *no data*, which stands behind them.
    pub fn len(&self) -> usize {
        match self {
            Self::Equally { column, .. } | Self::Parts { column, .. } => column.keys.len(),
            Self::Months { count, .. } => *count,
        }
    }

    pub fn key(&self, place: usize) -> Option<String> {
        match self {
            Self::Equally { column, .. } | Self::Parts { column, .. } => column.keys.get(place).cloned(),
            Self::Months { first, count, .. } => {
                (place < *count).then(|| format!("{:04}", i64::from(*first) + place as i64))
            }
        }
    }

    fn index(&self) -> &'a Index {
        match self {
            Self::Equally { index, .. } | Self::Parts { index, .. } | Self::Months { index, .. } => index,
        }
    }

    /// Where a key stands among the sums.
    fn placed(&self, key: u32) -> usize {
        if key == NO_DATA { self.len() } else { key as usize }
    }

    /// The parts of a row: place, what of the value falls there, whether that is stated; where it is its headline
    /// amount, the columns have it divided already.
    pub fn each(&self, row: usize, value: Option<i64>, headline: bool, mut take: impl FnMut(usize, i64, bool)) {
        match self {
            Self::Equally { column, .. } => {
                let (keys, value) = (column.of_row(row), value.unwrap_or(0));
                if keys.is_empty() {
                    take(self.len(), value, true);
                }
                for (place, key) in keys.iter().enumerate() {
                    take(*key as usize, equal_part(value, keys.len(), place), keys.len() == 1);
                }
            }
            Self::Parts { parts, .. } => match value.filter(|_| !headline) {
                Some(value) => {
                    let falls = parts.row(row).zip(parts.fall(row, value));
                    falls.for_each(|((key, _, stated), part)| take(self.placed(key), part, stated));
                }
                None => parts.row(row).for_each(|(key, amount, stated)| take(self.placed(key), amount, stated)),
            },
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

    pub fn empty(&self) -> Vec<Sum> {
        vec![Sum::default(); self.len() + 1]
    }

    /// Adds a row's value, where it has one.
    pub fn add(&self, row: usize, value: Option<i64>, headline: bool, sums: &mut [Sum]) {
        let Some(counts) = self.index().money.counts.get(row).copied() else { return };
        let mut before = usize::MAX;
        self.each(row, value, headline, |place, amount, stated| {
            let Some(sum) = sums.get_mut(place) else { return };
            // Parts of one group stand side by side.
            if before != place {
                before = place;
                sum.add_project(counts);
                sum.valued += usize::from(value.is_some());
                sum.whole += value.map_or(0, i128::from);
            }
            if value.is_some() {
                sum.divided += i128::from(amount);
                sum.assumed += if stated { 0 } else { i128::from(amount) };
            }
        });
    }

    /// What the headline amounts of these rows sum to in each group.
    pub fn sums(&self, rows: &[usize]) -> Vec<Sum> {
        match self {
            Self::Equally { column, .. } => self.sums_of(rows, |row| match column.of_row(row) {
                [] => Some((self.len(), true)),
                [key] => Some((*key as usize, true)),
                _ => None,
            }),
            Self::Parts { parts, .. } => {
                self.sums_of(rows, |row| parts.only(row).map(|(key, stated)| (self.placed(key), stated)))
            }
            Self::Months { .. } => self.sums_of(rows, |_| None),
        }
    }

    /// As [`Self::sums`], where `alone` says of a row in which one group it stands, and whether that is stated.
    fn sums_of(&self, rows: &[usize], alone: impl Fn(usize) -> Option<(usize, bool)>) -> Vec<Sum> {
        let money = &self.index().money;
        let mut sums = self.empty();
        for row in rows.iter().copied() {
            let Some(counts) = money.counts.get(row).copied() else { continue };
            match alone(row) {
                Some((place, stated)) => {
                    if let Some(sum) = sums.get_mut(place) {
                        sum.add_alone(counts, money.counted(row), stated);
                    }
                }
                None => self.add(row, money.counted(row), true, &mut sums),
            }
        }
        sums
    }

    pub fn groups(&self, sums: Vec<Sum>) -> Vec<Group> {
        sums.into_iter().enumerate().filter_map(|(place, sum)| sum.group(self.key(place))).collect()
    }
}
