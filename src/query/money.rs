//! Money in columns: how each record's headline amount counts, and how it falls into the groups of each grouping, so
//! that a sum over a set is a walk over numbers.

use rayon::prelude::*;

use super::column::{Column, slice};
use super::group::{By, parts};
use super::index::Row;
use super::years::Spread;
use crate::model::{Portfolio, Scope, split};

/// How the headline amount of a record counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// It belongs to the country's total.
    Here,
    /// Of the country, and nobody published an award.
    Unpublished,
    /// Of the country, in another currency.
    OtherCurrency,
    /// Of several countries, in the portfolio's currency.
    Several,
    /// Of several countries, without an amount in the portfolio's currency.
    SeveralUnknown,
}

/// The money of all records.
#[derive(Clone, Debug, Default)]
pub struct Money {
    /// Headline amounts in hundredths; 0 where there is none.
    pub values: Vec<i64>,
    /// How each counts.
    pub counts: Vec<Counts>,
    parts: Vec<(By, Parts)>,
}

/// How the records fall into the groups of one grouping: parts by row, side by side.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    starts: Vec<u32>,
    /// Places of keys in the grouping's column; [`NO_DATA`] for what has none.
    pub keys: Vec<u32>,
    /// The part of the record's counted amount; 0 where nothing counts.
    pub amounts: Vec<i64>,
    /// Whether a source states the division, or there is only one part.
    pub stated: Vec<bool>,
}

/// The place of *no data*.
pub const NO_DATA: u32 = u32::MAX;

impl Money {
    /// The money of a portfolio's records.
    pub fn of<'a>(portfolio: &Portfolio, rows: &[Row], column: impl Fn(By) -> Option<&'a Column>) -> Self {
        let value = |row: &Row| row.headline.as_ref().map_or(0, |headline| headline.figure.value);
        let columns: Vec<(By, &Column)> = By::ALL.into_iter().filter_map(|by| Some((by, column(by)?))).collect();
        Self {
            values: rows.iter().map(value).collect(),
            counts: rows.iter().map(|row| counts(row, portfolio)).collect(),
            parts: columns.into_par_iter().map(|(by, column)| (by, Parts::of(by, portfolio, rows, column))).collect(),
        }
    }

    /// How records fall into the groups of a grouping.
    pub fn parts(&self, by: By) -> Option<&Parts> {
        self.parts.iter().find(|(known, _)| *known == by).map(|(_, parts)| parts)
    }

    /// The counted amount of a row.
    pub fn counted(&self, row: usize) -> Option<i64> {
        (self.counts.get(row) == Some(&Counts::Here)).then(|| self.values.get(row).copied()).flatten()
    }
}

fn counts(row: &Row, portfolio: &Portfolio) -> Counts {
    let here =
        |row: &Row| row.headline.as_ref().is_some_and(|headline| headline.figure.currency == portfolio.currency());
    match (row.scope, row.counted, &row.headline) {
        (Scope::MultiCountry, ..) if here(row) => Counts::Several,
        (Scope::MultiCountry, ..) => Counts::SeveralUnknown,
        (Scope::Country, Some(_), _) => Counts::Here,
        (Scope::Country, None, Some(_)) => Counts::OtherCurrency,
        (Scope::Country, None, None) => Counts::Unpublished,
    }
}

impl Parts {
    fn of(by: By, portfolio: &Portfolio, rows: &[Row], column: &Column) -> Self {
        let mut all = Self { starts: vec![0], ..Self::default() };
        for (project, row) in portfolio.projects.iter().zip(rows) {
            let parts = parts(project, by, Spread::Award, row.headline.as_ref());
            let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
            let amounts = row.counted.map_or_else(|| vec![0; parts.len()], |value| split(value, &weights));
            for (part, amount) in parts.iter().zip(amounts) {
                let place = part.key.as_deref().and_then(|key| column.place(key));
                all.keys.push(place.and_then(|place| u32::try_from(place).ok()).unwrap_or(NO_DATA));
                all.amounts.push(amount);
                all.stated.push(part.stated);
            }
            all.starts.push(u32::try_from(all.keys.len()).unwrap_or(u32::MAX));
        }
        all
    }

    /// The parts of a row: key, amount, whether the division is stated.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (u32, i64, bool)> {
        let keys = slice(&self.starts, &self.keys, row);
        let amounts = slice(&self.starts, &self.amounts, row);
        let stated = slice(&self.starts, &self.stated, row);
        keys.iter().zip(amounts).zip(stated).map(|((key, amount), stated)| (*key, *amount, *stated))
    }
}
