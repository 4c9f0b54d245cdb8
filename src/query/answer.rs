//! The answer to a filter: the set, its totals and what each facet would give. One answer stands behind table,
//! timeline, plots, totals and exports.

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::column::core_share;
use super::eval::{self, Terms};
use super::field::Field;
use super::filter::{Filter, Value};
use super::group::By;
use super::index::Index;
use super::money::Counts;
use super::recall::Recall;
use crate::model::{Currency, Portfolio};

/// The fields that are offered as facets, in the order in which they stand.
pub const FACETS: [Field; 10] = [
    Field::Theme,
    Field::Ending,
    Field::Implementer,
    Field::State,
    Field::Sector,
    Field::Supports,
    Field::Counterpart,
    Field::Year,
    Field::Scope,
    Field::Doubt,
];

/// A filter's set and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    pub filter: Filter,
    /// The rows of the projects that belong, in the order of the portfolio.
    pub rows: Vec<usize>,
    /// The same as a set.
    pub set: FixedBitSet,
    /// How many belong only perhaps.
    pub perhaps: usize,
    /// Places of the events that belong, in the order of the portfolio.
    pub events: Vec<usize>,
    /// Sums.
    pub totals: Totals,
    /// Counts, in the order of [`FACETS`].
    pub facets: Vec<Facet>,
}

/// What a set sums to, and what the sum lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All projects of the set.
    pub projects: usize,
    /// Those of the portfolio's country alone.
    pub country: usize,
    /// Those with an amount that is counted.
    pub with_amount: usize,
    /// Those of them for whose amount no source is named, and how much of the sum these are.
    pub unsourced: (usize, i128),
    /// Those of the country alone without any published amount.
    pub without_amount: usize,
    /// Those of the country alone whose published amount is below zero, and not counted.
    pub negative: usize,
    /// The sum, in hundredths of the portfolio's currency.
    pub sum: i128,
    /// Those of several countries, aside.
    pub multi_country: usize,
    /// What those sum to, in the portfolio's currency; never added to `sum`.
    pub multi_country_sum: i128,
    /// Sums of the country's records in other currencies; currencies are never added.
    pub other_currencies: Vec<(Currency, usize, i128)>,
    /// Where themes are chosen: how much of the sum falls to them, and for how many projects we divided it.
    pub assigned: Option<(i128, usize)>,
}

/// What one field would give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// For each key of the field's column, in its order: how many records it would give.
    pub counts: Vec<usize>,
    /// How many have no value.
    pub missing: usize,
}

impl Answer {
    /// The answer to a filter over a portfolio.
    pub fn to(filter: &Filter, portfolio: &Portfolio, index: &Index) -> Self {
        Self::recalling(filter, portfolio, index, &mut Recall::default())
    }

    /// As [`Self::to`], with what was asked of the same index before.
    pub fn recalling(filter: &Filter, portfolio: &Portfolio, index: &Index, recall: &mut Recall) -> Self {
        let terms = Terms::of(filter, portfolio, index, recall);
        let held = terms.all();
        let rows: Vec<usize> = held.rows.ones().collect();
        Self {
            filter: filter.clone(),
            totals: totals(&rows, filter, index),
            facets: FACETS.into_par_iter().map(|field| facet(field, &terms, &held.rows, index)).collect(),
            events: eval::events(&terms, portfolio, index),
            perhaps: held.perhaps.count_ones(..),
            set: held.rows,
            rows,
        }
    }

    /// The counts of a field.
    pub fn facet(&self, field: Field) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.field == field)
    }
}

fn facet(field: Field, terms: &Terms<'_>, all: &FixedBitSet, index: &Index) -> Facet {
    let Some(column) = index.column(field) else {
        return Facet { field, counts: Vec::new(), missing: 0 };
    };
    let but = terms.but(field);
    let (counts, missing) = column.counts(but.as_ref().map_or(all, |held| &held.rows));
    Facet { field, counts, missing }
}

/// What these rows sum to.
fn totals(rows: &[usize], filter: &Filter, index: &Index) -> Totals {
    let chosen = filter.values(Field::Theme).iter().filter_map(|value| match value {
        Value::Key(key) => Some(key.as_str()),
        _ => None,
    });
    let chosen: Vec<&str> = chosen.collect();
    let places: Option<Vec<u32>> = (!chosen.is_empty()).then(|| {
        let column = index.column(Field::Theme);
        let place = |key: &&str| column.and_then(|column| u32::try_from(column.place(key)?).ok());
        chosen.iter().filter_map(place).collect()
    });
    let sums = rows.par_chunks(core_share(rows.len())).map(|rows| sum(rows, places.as_deref(), index));
    let empty = || Totals { assigned: places.as_ref().map(|_| (0, 0)), ..Totals::default() };
    sums.reduce(empty, Totals::and)
}

fn sum(rows: &[usize], chosen: Option<&[u32]>, index: &Index) -> Totals {
    let money = &index.money;
    let mut totals = Totals { assigned: chosen.map(|_| (0, 0)), ..Totals::default() };
    for at in rows.iter().copied() {
        let (Some(counts), Some(value)) = (money.counts.get(at), money.values.get(at)) else { continue };
        totals.projects += 1;
        match counts {
            Counts::Several | Counts::SeveralUnknown => {
                totals.multi_country += 1;
                totals.multi_country_sum += if *counts == Counts::Several { i128::from(*value) } else { 0 };
                continue;
            }
            Counts::Here | Counts::Unsourced => {
                totals.with_amount += 1;
                totals.sum += i128::from(*value);
                if *counts == Counts::Unsourced {
                    totals.unsourced.0 += 1;
                    totals.unsourced.1 += i128::from(*value);
                }
                if let Some(chosen) = chosen {
                    totals.add_assigned(at, chosen, index);
                }
            }
            Counts::Unpublished => totals.without_amount += 1,
            Counts::Negative => totals.negative += 1,
            Counts::OtherCurrency => {
                let currency = index.rows.get(at).and_then(|row| row.headline).map(|told| told.currency);
                if let Some(currency) = currency {
                    totals.add_other(currency, 1, i128::from(*value));
                }
            }
        }
        totals.country += 1;
    }
    totals
}

impl Totals {
    fn add_assigned(&mut self, at: usize, chosen: &[u32], index: &Index) {
        let (Some((sum, split_by_us)), Some(parts)) = (&mut self.assigned, index.money.parts(By::Theme)) else {
            return;
        };
        let ours = parts.row(at).filter(|(key, ..)| chosen.contains(key));
        *sum += ours.map(|(_, amount, _)| i128::from(amount)).sum::<i128>();
        *split_by_us += usize::from(index.rows.get(at).is_some_and(|row| row.split_by_us));
    }

    fn add_other(&mut self, currency: Currency, count: usize, value: i128) {
        match self.other_currencies.iter_mut().find(|(other, ..)| *other == currency) {
            Some((_, known, sum)) => {
                *known += count;
                *sum += value;
            }
            None => self.other_currencies.push((currency, count, value)),
        }
    }

    /// Two parts of a set together.
    fn and(mut self, other: Self) -> Self {
        self.projects += other.projects;
        self.country += other.country;
        self.with_amount += other.with_amount;
        self.unsourced.0 += other.unsourced.0;
        self.unsourced.1 += other.unsourced.1;
        self.without_amount += other.without_amount;
        self.negative += other.negative;
        self.sum += other.sum;
        self.multi_country += other.multi_country;
        self.multi_country_sum += other.multi_country_sum;
        for (currency, count, value) in other.other_currencies {
            self.add_other(currency, count, value);
        }
        self.assigned = match (self.assigned, other.assigned) {
            (Some((a, n)), Some((b, m))) => Some((a + b, n + m)),
            (a, b) => a.or(b),
        };
        self
    }
}
