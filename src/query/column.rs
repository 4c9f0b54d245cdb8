//! The values of one field over all records: keys by row and rows by key, as numbers side by side.

use std::collections::{HashMap, HashSet};

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

/// The values of one field over all projects.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The keys that occur, in the order of the vocabulary.
    pub keys: Vec<String>,
    /// The rows without a value.
    pub missing: FixedBitSet,
    places: HashMap<String, u32>,
    /// Where the keys of each row begin in `by_row`; one more than there are rows.
    starts: Vec<u32>,
    /// Places of keys, row by row.
    by_row: Vec<u32>,
    /// Where the rows of each key begin in `by_key`; one more than there are keys.
    key_starts: Vec<u32>,
    /// Rows, key by key, in order.
    by_key: Vec<u32>,
}

/// Below so many rows several cores cost more than they bring.
const MANY: usize = 32_768;

/// How many of so many rows each core takes; all of them where they are few.
pub(super) fn core_share(rows: usize) -> usize {
    rows.div_ceil(rayon::current_num_threads().max(1)).max(MANY)
}

impl Column {
    /// The column of these keys of each row; the keys in the order in which `order` has them.
    pub fn of(rows: Vec<Vec<&str>>, order: impl Iterator<Item = String>) -> Self {
        let mut found: HashSet<&str> = rows.iter().flatten().copied().collect();
        let mut column = Self { missing: FixedBitSet::with_capacity(rows.len()), ..Self::default() };
        for key in order.filter(|key| found.remove(key.as_str())) {
            let place = u32::try_from(column.keys.len()).unwrap_or(u32::MAX);
            column.places.insert(key.clone(), place);
            column.keys.push(key);
        }
        column.starts.reserve(rows.len() + 1);
        column.starts.push(0);
        for (row, keys) in rows.iter().enumerate() {
            let first = column.by_row.len();
            for key in keys {
                let Some(place) = column.places.get(*key).copied() else { continue };
                // A key that stands twice in a record counts once.
                if !column.by_row.get(first..).is_some_and(|own| own.contains(&place)) {
                    column.by_row.push(place);
                }
            }
            column.missing.set(row, column.by_row.len() == first);
            column.starts.push(u32::try_from(column.by_row.len()).unwrap_or(u32::MAX));
        }
        column.turn();
        column
    }

    /// Makes rows by key from keys by row.
    fn turn(&mut self) {
        let mut counts = vec![0_u32; self.keys.len() + 1];
        for place in &self.by_row {
            if let Some(count) = counts.get_mut(*place as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut counts {
            sum += *count;
            *count = sum;
        }
        let mut next = counts.clone();
        self.by_key = vec![0; self.by_row.len()];
        for row in 0..self.starts.len().saturating_sub(1) {
            for place in slice(&self.starts, &self.by_row, row) {
                let Some(at) = next.get_mut(*place as usize) else { continue };
                if let Some(slot) = self.by_key.get_mut(*at as usize) {
                    *slot = u32::try_from(row).unwrap_or(u32::MAX);
                }
                *at += 1;
            }
        }
        self.key_starts = counts;
    }

    /// The place of a key.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).map(|place| *place as usize)
    }

    /// The places of a row's keys.
    pub fn of_row(&self, row: usize) -> &[u32] {
        slice(&self.starts, &self.by_row, row)
    }

    /// The rows of the key at this place, in order.
    pub fn of_key(&self, place: usize) -> &[u32] {
        slice(&self.key_starts, &self.by_key, place)
    }

    /// The rows that have this key.
    pub fn rows(&self, key: &str) -> Option<FixedBitSet> {
        let mut rows = FixedBitSet::with_capacity(self.missing.len());
        self.add_rows(self.place(key)?, &mut rows);
        Some(rows)
    }

    /// Adds the rows of the key at this place.
    pub fn add_rows(&self, place: usize, rows: &mut FixedBitSet) {
        rows.extend(self.of_key(place).iter().map(|row| *row as usize));
    }

    /// For each key how many of these rows have it, and how many have none.
    pub fn counts(&self, base: &FixedBitSet) -> (Vec<usize>, usize) {
        let missing = self.missing.intersection_count(base);
        let count = base.count_ones(..);
        if count == self.missing.len() {
            return ((0..self.keys.len()).map(|place| self.of_key(place).len()).collect(), missing);
        }
        let add = |mut counts: Vec<usize>, row: usize| {
            for place in self.of_row(row) {
                if let Some(count) = counts.get_mut(*place as usize) {
                    *count += 1;
                }
            }
            counts
        };
        let none = || vec![0; self.keys.len()];
        if count < MANY {
            return (base.ones().fold(none(), add), missing);
        }
        let (all, size) = (self.missing.len(), core_share(self.missing.len()));
        let firsts: Vec<usize> = (0..all).step_by(size).collect();
        let counted = firsts
            .into_par_iter()
            .map(|from| (from..all.min(from + size)).filter(|row| base.contains(*row)).fold(none(), add));
        let sum = |mut a: Vec<usize>, b: Vec<usize>| {
            a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
            a
        };
        (counted.reduce(none, sum), missing)
    }
}

/// Of values that stand row by row (or key by key) those of one, by where each begins.
pub(super) fn slice<'a, T>(starts: &[u32], values: &'a [T], place: usize) -> &'a [T] {
    let (Some(from), Some(to)) = (starts.get(place), starts.get(place + 1)) else { return &[] };
    values.get(*from as usize..*to as usize).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Keys by row and rows by key tell the same, and counts are what a walk over the rows counts.
        #[test]
        fn both_directions_agree(rows in prop::collection::vec(prop::collection::vec("[a-e]", 0..4), 0..80), mask in any::<u64>()) {
            let keys: Vec<Vec<&str>> = rows.iter().map(|keys| keys.iter().map(String::as_str).collect()).collect();
            let order = ["e", "d", "c", "b", "a", "z"].map(str::to_owned);
            let column = Column::of(keys.clone(), order.into_iter());
            let base: FixedBitSet = (0..rows.len()).filter(|row| mask >> (row % 64) & 1 == 1).collect();
            let mut base = base;
            base.grow(rows.len());
            let (counts, missing) = column.counts(&base);
            for (place, key) in column.keys.iter().enumerate() {
                let with: Vec<usize> = (0..rows.len()).filter(|row| keys[*row].contains(&key.as_str())).collect();
                prop_assert_eq!(column.of_key(place).iter().map(|row| *row as usize).collect::<Vec<_>>(), with.clone());
                prop_assert_eq!(column.rows(key).unwrap().ones().collect::<Vec<_>>(), with.clone());
                prop_assert_eq!(counts[place], with.iter().filter(|row| base.contains(**row)).count());
                for row in with {
                    prop_assert!(column.of_row(row).contains(&(place as u32)));
                }
            }
            prop_assert_eq!(missing, base.ones().filter(|row| keys[*row].is_empty()).count());
        }
    }
}
