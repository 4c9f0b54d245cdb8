//! The answer to a filter: the set, its totals and what each facet would give. One answer stands behind table,
//! timeline, plots, totals and exports.

use fixedbitset::FixedBitSet;

use super::eval;
use super::field::Field;
use super::filter::{Filter, Value};
use super::index::Index;
use crate::model::{Currency, Portfolio, Scope, split};

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
    /// Those with a published amount that is counted.
    pub with_amount: usize,
    /// Those of the country alone without any published amount.
    pub without_amount: usize,
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
    /// For each key of the field's column: how many records it would give.
    pub counts: Vec<(String, usize)>,
    /// How many have no value.
    pub missing: usize,
}

impl Answer {
    /// The answer to a filter over a portfolio.
    pub fn to(filter: &Filter, portfolio: &Portfolio, index: &Index) -> Self {
        let held = eval::projects(filter, index);
        let rows: Vec<usize> = held.rows.ones().collect();
        Self {
            filter: filter.clone(),
            totals: totals(&rows, filter, portfolio, index),
            facets: FACETS.into_iter().map(|field| facet(field, filter, index)).collect(),
            events: eval::events(filter, portfolio, index),
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

fn facet(field: Field, filter: &Filter, index: &Index) -> Facet {
    let base = eval::projects_but(filter, field, index).rows;
    let Some(column) = index.column(field) else {
        return Facet { field, counts: Vec::new(), missing: 0 };
    };
    let counted = column.keys.iter().zip(&column.postings);
    Facet {
        field,
        counts: counted.map(|(key, rows)| (key.clone(), rows.intersection_count(&base))).collect(),
        missing: column.missing.intersection_count(&base),
    }
}

/// What these rows sum to.
pub fn totals(rows: &[usize], filter: &Filter, portfolio: &Portfolio, index: &Index) -> Totals {
    let chosen: Vec<&str> = (filter.values(Field::Theme).iter())
        .filter_map(|value| match value {
            Value::Key(key) => Some(key.as_str()),
            _ => None,
        })
        .collect();
    let mut totals = Totals { assigned: (!chosen.is_empty()).then_some((0, 0)), ..Totals::default() };
    for (at, row) in rows.iter().filter_map(|at| Some((*at, index.rows.get(*at)?))) {
        totals.projects += 1;
        let figure = row.headline.as_ref().map(|headline| &headline.figure);
        if row.scope == Scope::MultiCountry {
            totals.multi_country += 1;
            let here = figure.filter(|figure| figure.currency == portfolio.currency());
            totals.multi_country_sum += here.map_or(0, |figure| i128::from(figure.value));
            continue;
        }
        totals.country += 1;
        match (row.counted, figure) {
            (Some(value), _) => {
                totals.with_amount += 1;
                totals.sum += i128::from(value);
                add_assigned(&mut totals, at, value, &chosen, portfolio);
            }
            (None, None) => totals.without_amount += 1,
            (None, Some(figure)) => add_other(&mut totals, figure.currency, figure.value),
        }
    }
    totals
}

fn add_assigned(totals: &mut Totals, at: usize, value: i64, chosen: &[&str], portfolio: &Portfolio) {
    let (Some((sum, split_by_us)), Some(project)) = (&mut totals.assigned, portfolio.projects.get(at)) else { return };
    let parts = project.theme_parts();
    let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
    let ours = parts.iter().zip(split(value, &weights));
    *sum += ours
        .filter(|(part, _)| part.key.is_some_and(|key| chosen.contains(&key)))
        .map(|(_, v)| i128::from(v))
        .sum::<i128>();
    *split_by_us += usize::from(project.is_split_by_us());
}

fn add_other(totals: &mut Totals, currency: Currency, value: i64) {
    match totals.other_currencies.iter_mut().find(|(other, ..)| *other == currency) {
        Some((_, count, sum)) => {
            *count += 1;
            *sum += i128::from(value);
        }
        None => totals.other_currencies.push((currency, 1, i128::from(value))),
    }
}
