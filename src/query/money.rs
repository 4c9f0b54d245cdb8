//! Money in columns: how each record's headline amount counts, and how it falls into the groups of each grouping, so
//! that a sum over a set is a walk over numbers.

use std::collections::BTreeMap;

use super::column::{Moved, NO_DATA, shift, slice, splice};
use super::group::By;
use super::row::{Row, Teller};
use crate::model::{Part, Portfolio, Scope, split};

/// How the headline amount of a record counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// It belongs to the country's total.
    Here,
    /// It belongs to the country's total, and no source is named for it.
    Unsourced,
    /// Of the country, and nobody published an award.
    Unpublished,
    /// Of the country, and what was published is below zero.
    Negative,
    /// Of the country, in another currency.
    OtherCurrency,
    /// Of several countries, in the portfolio's currency.
    Several,
    /// Of several countries, without an amount in the portfolio's currency.
    SeveralUnknown,
}

impl Counts {
    /// How many kinds there are.
    pub const KINDS: usize = Self::SeveralUnknown as usize + 1;
}

/// The money of all records.
#[derive(Clone, Debug, Default)]
pub struct Money {
    /// Headline amounts in hundredths; 0 where there is none.
    pub values: Vec<i64>,
    /// How each counts.
    pub counts: Vec<Counts>,
    /// Of themes and years; in every other grouping the parts of a record are equal.
    parts: Vec<(By, Parts)>,
}

/// How the records fall into the groups of one grouping: parts by row, side by side.
#[derive(Clone, Debug)]
pub struct Parts {
    starts: Vec<u32>,
    /// Places of keys in the grouping's column; [`NO_DATA`] for what has none.
    pub keys: Vec<u32>,
    /// The part of the record's counted amount; 0 where nothing counts.
    pub amounts: Vec<i64>,
    /// Whether a source states the division, or there is only one part.
    pub stated: Vec<bool>,
    /// By what the parts are divided, in the lowest terms.
    weights: Vec<u32>,
    /// The same of rows where that is more than fits.
    heavy: BTreeMap<u32, Box<[u64]>>,
}

impl Money {
    /// The money of these rows, and how it falls into groups.
    pub(super) fn of(portfolio: &Portfolio, rows: &[Row], parts: Vec<(By, Parts)>) -> Self {
        let value = |row: &Row| row.headline.map_or(0, |told| told.value);
        Self {
            values: rows.iter().map(value).collect(),
            counts: rows.iter().map(|row| counts(row, portfolio)).collect(),
            parts,
        }
    }

    /// How records fall into the groups of a grouping.
    pub fn parts(&self, by: By) -> Option<&Parts> {
        self.parts.iter().find(|(known, _)| *known == by).map(|(_, parts)| parts)
    }

    /// The money of a row is another.
    pub(super) fn put(&mut self, at: usize, row: &Row, portfolio: &Portfolio) {
        if let (Some(value), Some(counted)) = (self.values.get_mut(at), self.counts.get_mut(at)) {
            *value = row.headline.map_or(0, |told| told.value);
            *counted = counts(row, portfolio);
        }
    }

    /// The parts of a grouping, to be changed.
    pub(super) fn parts_mut(&mut self, by: By) -> Option<&mut Parts> {
        self.parts.iter_mut().find(|(known, _)| *known == by).map(|(_, parts)| parts)
    }

    /// The counted amount of a row.
    pub fn counted(&self, row: usize) -> Option<i64> {
        let belongs = matches!(self.counts.get(row), Some(Counts::Here | Counts::Unsourced));
        belongs.then(|| self.values.get(row).copied()).flatten()
    }
}

fn counts(row: &Row, portfolio: &Portfolio) -> Counts {
    let here = |row: &Row| row.headline.is_some_and(|told| told.currency == portfolio.currency());
    match (row.scope, row.counted(), row.headline) {
        (Scope::MultiCountry, ..) if here(row) => Counts::Several,
        (Scope::MultiCountry, ..) => Counts::SeveralUnknown,
        (Scope::Country, Some(_), Some(told)) if told.teller == Teller::Nobody => Counts::Unsourced,
        (Scope::Country, Some(_), _) => Counts::Here,
        (Scope::Country, None, Some(_)) => Counts::OtherCurrency,
        (Scope::Country, None, None) if row.negative => Counts::Negative,
        (Scope::Country, None, None) => Counts::Unpublished,
    }
}

/// The greatest number that divides both; the other where one is 0.
fn gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Default for Parts {
    fn default() -> Self {
        let (keys, amounts, stated, weights, heavy) = Default::default();
        Self { starts: vec![0], keys, amounts, stated, weights, heavy }
    }
}

impl Parts {
    /// Puts a part of the present row behind the others.
    fn push(&mut self, key: u32, amount: i64, stated: bool) {
        self.keys.push(key);
        self.amounts.push(amount);
        self.stated.push(stated);
    }

    /// The present row has all its parts.
    fn end_row(&mut self) {
        self.starts.push(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
    }

    /// Puts a row behind the others: the whole amount, where it counts, by these weights.
    pub(super) fn add(&mut self, parts: &[Part<u32>], whole: Option<i64>) {
        self.weigh(parts);
        if let [only] = parts {
            self.push(only.key.unwrap_or(NO_DATA), whole.unwrap_or(0), only.stated);
        } else {
            let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
            let amounts = whole.map(|whole| split(whole, &weights)).unwrap_or_default();
            for (at, part) in parts.iter().enumerate() {
                self.push(part.key.unwrap_or(NO_DATA), amounts.get(at).copied().unwrap_or(0), part.stated);
            }
        }
        self.end_row();
    }

    /// The weights of the present row: only how they stand to each other matters.
    fn weigh(&mut self, parts: &[Part<u32>]) {
        let common = parts.iter().fold(0, |common, part| gcd(common, part.weight)).max(1);
        let lowest = parts.iter().map(|part| part.weight / common);
        if lowest.clone().any(|weight| u32::try_from(weight).is_err()) {
            let row = u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
            self.heavy.insert(row, lowest.clone().collect());
        }
        self.weights.extend(lowest.map(|weight| u32::try_from(weight).unwrap_or(u32::MAX)));
    }

    /// Takes no more room than it needs.
    pub(super) fn shrink(&mut self) {
        self.starts.shrink_to_fit();
        self.keys.shrink_to_fit();
        self.amounts.shrink_to_fit();
        self.stated.shrink_to_fit();
        self.weights.shrink_to_fit();
    }

    /// Stretches one behind the other; the keys of each as its map says.
    pub(super) fn joined(stretches: Vec<Self>, maps: &[Vec<u32>]) -> Self {
        let count = stretches.iter().map(|stretch| stretch.keys.len()).sum();
        let rows: usize = stretches.iter().map(|stretch| stretch.starts.len().saturating_sub(1)).sum();
        let mut all = Self {
            starts: Vec::with_capacity(rows + 1),
            keys: Vec::with_capacity(count),
            amounts: Vec::with_capacity(count),
            stated: Vec::with_capacity(count),
            weights: Vec::with_capacity(count),
            heavy: BTreeMap::new(),
        };
        all.starts.push(0);
        for (stretch, map) in stretches.into_iter().zip(maps) {
            let before = u32::try_from(all.keys.len()).unwrap_or(u32::MAX);
            let rows = u32::try_from(all.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
            all.heavy.extend(stretch.heavy.into_iter().map(|(row, weights)| (row.saturating_add(rows), weights)));
            all.starts.extend(stretch.starts.iter().skip(1).map(|start| start.saturating_add(before)));
            all.keys.extend(stretch.keys.iter().map(|key| map.get(*key as usize).copied().unwrap_or(NO_DATA)));
            all.amounts.extend_from_slice(&stretch.amounts);
            all.stated.extend_from_slice(&stretch.stated);
            all.weights.extend_from_slice(&stretch.weights);
        }
        all
    }

    /// Takes the only row of other parts into the place of a row; its keys as `map` says.
    pub(super) fn put(&mut self, row: usize, one: &Self, map: &[u32]) {
        let keys: Vec<u32> = one.keys.iter().map(|key| map.get(*key as usize).copied().unwrap_or(NO_DATA)).collect();
        splice(&mut self.keys, &self.starts, row, &keys);
        splice(&mut self.amounts, &self.starts, row, &one.amounts);
        splice(&mut self.stated, &self.starts, row, &one.stated);
        splice(&mut self.weights, &self.starts, row, &one.weights);
        if let Ok(row) = u32::try_from(row) {
            self.heavy.remove(&row);
            self.heavy.extend(one.heavy.get(&0).map(|weights| (row, weights.clone())));
        }
        shift(&mut self.starts, row, keys.len());
    }

    /// The places of keys moved.
    pub(super) fn follow(&mut self, moved: &[Moved]) {
        for step in moved {
            self.keys.iter_mut().for_each(|key| *key = step.follow(*key));
        }
    }

    /// How another amount of a row falls into its parts, in the order of [`Self::row`].
    pub fn fall(&self, row: usize, whole: i64) -> Vec<i64> {
        let heavy = u32::try_from(row).ok().and_then(|row| self.heavy.get(&row));
        match heavy {
            Some(weights) => split(whole, weights),
            None => {
                split(whole, &slice(&self.starts, &self.weights, row).iter().map(|w| u64::from(*w)).collect::<Vec<_>>())
            }
        }
    }

    /// The key of a row that has one part only, and whether that is stated.
    pub fn only(&self, row: usize) -> Option<(u32, bool)> {
        match (slice(&self.starts, &self.keys, row), slice(&self.starts, &self.stated, row)) {
            ([key], [stated]) => Some((*key, *stated)),
            _ => None,
        }
    }

    /// The parts of a row: key, amount, whether the division is stated.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (u32, i64, bool)> {
        let keys = slice(&self.starts, &self.keys, row);
        let amounts = slice(&self.starts, &self.amounts, row);
        let stated = slice(&self.starts, &self.stated, row);
        keys.iter().zip(amounts).zip(stated).map(|((key, amount), stated)| (*key, *amount, *stated))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// An amount falls as by the weights themselves, in whatever terms they are kept; also in rows put behind others
        /// and into the place of others.
        #[test]
        fn an_amount_falls_by_the_weights_however_they_are_kept(
            rows in prop::collection::vec(prop::collection::vec(prop_oneof![0..40_u64, any::<u64>()], 1..5), 1..8),
            factor in 1..1_000_000_u64,
            whole in any::<i64>(),
            from in 0..8_usize,
        ) {
            let parts = |weights: &[u64]| -> Vec<Part<u32>> {
                let part = |weight: &u64| Part { key: Some(0), weight: weight.saturating_mul(factor), stated: true };
                weights.iter().map(part).collect()
            };
            let (mut first, mut second) = (Parts::default(), Parts::default());
            for (at, weights) in rows.iter().enumerate() {
                if at < rows.len() / 2 { &mut first } else { &mut second }.add(&parts(weights), Some(whole));
            }
            let mut all = Parts::joined(vec![first, second], &[vec![0], vec![0]]);
            let mut rows = rows;
            let (to, from) = (rows.len() - 1, from % rows.len());
            let mut one = Parts::default();
            one.add(&parts(&rows[from]), Some(whole));
            all.put(to, &one, &[0]);
            rows[to] = rows[from].clone();
            for (at, weights) in rows.iter().enumerate() {
                let plain: Vec<u64> = parts(weights).iter().map(|part| part.weight).collect();
                prop_assert_eq!(all.fall(at, whole), split(whole, &plain));
                prop_assert_eq!(all.row(at).map(|(_, amount, _)| amount).collect::<Vec<_>>(), split(whole, &plain));
            }
        }
    }
}
