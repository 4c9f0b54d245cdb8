//! The values of one field over all records: the keys of each row, as numbers side by side.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use hashbrown::HashMap;
use rayon::prelude::*;

use super::keyed::Keyed;

/// The values of one field over all projects.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The keys that occur, in the order of the vocabulary.
    pub keys: Vec<String>,
    /// The rows without a value.
    pub missing: FixedBitSet,
    /// Where each key stands, where there are too many to look through.
    places: Option<HashMap<Box<str>, u32>>,
    /// Where the keys of each row begin in `by_row`; one more than there are rows. None where each row has one key,
    /// which then stands in the row's place.
    starts: Vec<u32>,
    /// Places of keys, row by row.
    by_row: Vec<u32>,
    /// How many rows have each key.
    totals: Vec<u32>,
}

/// How many words of a set one core takes at a time.
const WORDS_AT_ONCE: usize = 256;

/// The place of *no data*.
pub const NO_DATA: u32 = u32::MAX;

/// So many keys are looked through.
const FEW_KEYS: usize = 16;

/// Below so many rows several cores cost more than they bring.
pub(super) const MANY: usize = if cfg!(test) { 64 } else { 8_192 };

/// How many of so many rows each core takes; all of them where they are few.
pub(super) fn core_share(rows: usize) -> usize {
    rows.div_ceil(rayon::current_num_threads().max(1)).max(MANY)
}

impl Column {
    /// The column of stretches of rows, with the keys in the order in which `order` has them; and for each stretch where
    /// its keys stand in it.
    pub(super) fn joined<'k>(stretches: Vec<Keyed>, order: impl Iterator<Item = &'k str>) -> (Self, Vec<Vec<u32>>) {
        let mut found: HashMap<Box<str>, u32> = HashMap::new();
        stretches.iter().flat_map(|stretch| &stretch.keys).for_each(|key| _ = found.insert(key.clone(), NO_DATA));
        let rows = stretches.iter().map(|stretch| stretch.starts.len().saturating_sub(1)).sum();
        let mut column = Self { missing: FixedBitSet::with_capacity(rows), ..Self::default() };
        for key in order {
            let Some(place) = found.get_mut(key).filter(|place| **place == NO_DATA) else { continue };
            *place = u32::try_from(column.keys.len()).unwrap_or(NO_DATA);
            column.keys.push(key.to_owned());
        }
        column.starts.reserve_exact(rows + 1);
        column.starts.push(0);
        column.by_row.reserve_exact(stretches.iter().map(|stretch| stretch.by_row.len()).sum());
        let mut maps = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            let keys = stretch.keys.iter().map(AsRef::<str>::as_ref);
            let map: Vec<u32> = keys.map(|key| found.get(key).copied().unwrap_or(NO_DATA)).collect();
            let first = column.starts.len() - 1;
            for row in 0..stretch.starts.len().saturating_sub(1) {
                let keys = slice(&stretch.starts, &stretch.by_row, row);
                let places = keys.iter().filter_map(|key| map.get(*key as usize).copied());
                column.by_row.extend(places.filter(|place| *place != NO_DATA));
                let end = u32::try_from(column.by_row.len()).unwrap_or(u32::MAX);
                column.missing.set(first + row, column.starts.last() == Some(&end));
                column.starts.push(end);
            }
            maps.push(map);
        }
        column.finish();
        (column, maps)
    }

    /// Counts the rows of each key, and notes where each key stands where there are many.
    fn finish(&mut self) {
        self.totals = vec![0; self.keys.len()];
        for place in &self.by_row {
            if let Some(total) = self.totals.get_mut(*place as usize) {
                *total += 1;
            }
        }
        let places = || (0..).zip(&self.keys).map(|(place, key)| (key.as_str().into(), place)).collect();
        self.places = (self.keys.len() > FEW_KEYS).then(places);
        if self.by_row.len() == self.missing.len() && self.missing.is_clear() {
            self.starts = Vec::new();
        }
    }

    /// The rows of each key, in order.
    pub(super) fn by_key(&self) -> Vec<Vec<u32>> {
        let mut rows: Vec<Vec<u32>> = self.totals.iter().map(|total| Vec::with_capacity(*total as usize)).collect();
        for row in 0..self.missing.len() {
            for key in self.of_row(row) {
                if let (Some(rows), Ok(row)) = (rows.get_mut(*key as usize), u32::try_from(row)) {
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// The rows of the key in this place, in order.
    pub(super) fn rows_of(&self, place: u32) -> Vec<u32> {
        (0..).take(self.missing.len()).filter(|row| self.of_row(*row as usize).contains(&place)).collect()
    }

    /// Gives a row other keys; `stands_before` says of a key that the column has whether it stands before a new one.
    /// Says how the places of keys moved.
    pub(super) fn put(&mut self, row: usize, keys: &[&str], stands_before: impl Fn(&str, &str) -> bool) -> Vec<Moved> {
        let mut moved = Vec::new();
        for key in keys.iter().filter(|key| self.place(key).is_none()).collect::<Vec<_>>() {
            let at = self.keys.partition_point(|known| stands_before(known, key));
            self.keys.insert(at, (*key).to_owned());
            self.totals.insert(at, 0);
            self.moved(Moved::In(at as u32), &mut moved);
        }
        let places: Vec<u32> = keys.iter().filter_map(|key| self.place(key)?.try_into().ok()).collect();
        let mut left = self.of_row(row).to_vec();
        for (place, more) in left.iter().map(|place| (place, false)).chain(places.iter().map(|place| (place, true))) {
            if let Some(total) = self.totals.get_mut(*place as usize) {
                *total = if more { *total + 1 } else { total.saturating_sub(1) };
            }
        }
        match (self.has_one_each(), places.as_slice(), self.by_row.get_mut(row)) {
            (true, [place], Some(own)) => *own = *place,
            (one_each, ..) => {
                if one_each {
                    self.starts = (0..).take(self.missing.len() + 1).collect();
                }
                splice(&mut self.by_row, &self.starts, row, &places);
                shift(&mut self.starts, row, places.len());
            }
        }
        self.missing.set(row, places.is_empty());
        // A key that no row has any more goes; the last first, so that the others stand where they stood.
        left.sort_unstable_by(|a, b| b.cmp(a));
        for place in left.into_iter().filter(|place| self.totals.get(*place as usize) == Some(&0)).collect::<Vec<_>>() {
            self.keys.remove(place as usize);
            self.totals.remove(place as usize);
            self.moved(Moved::Out(place), &mut moved);
        }
        moved
    }

    /// A key came in or went.
    fn moved(&mut self, step: Moved, all: &mut Vec<Moved>) {
        self.by_row.par_iter_mut().for_each(|place| *place = step.follow(*place));
        let places = || (0..).zip(&self.keys).map(|(place, key)| (key.as_str().into(), place)).collect();
        self.places = (self.keys.len() > FEW_KEYS).then(places);
        all.push(step);
    }

    /// The place of a key.
    pub fn place(&self, key: &str) -> Option<usize> {
        if let Some(places) = &self.places {
            return places.get(key).map(|place| *place as usize);
        }
        self.keys.iter().position(|known| known == key)
    }

    /// The places of a row's keys.
    pub fn of_row(&self, row: usize) -> &[u32] {
        if self.has_one_each() {
            return self.by_row.get(row..=row).unwrap_or(&[]);
        }
        slice(&self.starts, &self.by_row, row)
    }

    /// Whether every row has one key, no more and no less: that of a row stands in the row's place.
    const fn has_one_each(&self) -> bool {
        self.starts.is_empty()
    }

    /// The rows that have this key.
    pub fn rows(&self, key: &str) -> Option<FixedBitSet> {
        let mut rows = FixedBitSet::with_capacity(self.missing.len());
        let place = u32::try_from(self.place(key)?).ok()?;
        self.add_rows(|other| other == place, &mut rows);
        Some(rows)
    }

    /// Adds the rows that have a wanted key, by a walk through all: a list of rows for each key would take as much room
    /// again as the keys of each row.
    pub fn add_rows(&self, wanted: impl Fn(u32) -> bool + Sync, rows: &mut FixedBitSet) {
        const BITS: usize = usize::BITS as usize;
        let all = self.missing.len();
        rows.as_mut_slice().par_chunks_mut(WORDS_AT_ONCE).enumerate().for_each(|(chunk, words)| {
            for (place, word) in words.iter_mut().enumerate() {
                let first = (chunk * WORDS_AT_ONCE + place) * BITS;
                // What is in the set already is not looked at.
                let mut left = !*word;
                while left != 0 {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    if first + bit >= all {
                        break;
                    }
                    if self.of_row(first + bit).iter().any(|key| wanted(*key)) {
                        *word |= 1 << bit;
                    }
                }
            }
        });
    }

    /// For each key how many of these rows have it, and how many have none.
    pub fn counts(&self, base: &FixedBitSet) -> (Vec<usize>, usize) {
        let missing = self.missing.intersection_count(base);
        let count = base.count_ones(..);
        if count > self.missing.len() / 2 {
            // What is left out is less: its counts are taken from those of all.
            let mut out = base.clone();
            out.toggle_range(..);
            let out = self.count(&out, self.missing.len() - count);
            let left = self.totals.iter().zip(out).map(|(all, out)| (*all as usize).saturating_sub(out));
            return (left.collect(), missing);
        }
        (self.count(base, count), missing)
    }

    /// For each key how many of these rows have it; there are so many.
    fn count(&self, base: &FixedBitSet, count: usize) -> Vec<usize> {
        let all = self.missing.len();
        let size = if count < MANY { all } else { core_share(all) };
        let firsts: Vec<usize> = (0..all).step_by(size.max(1)).collect();
        let counted = firsts.into_par_iter().map(|from| self.count_within(base, from..all.min(from + size)));
        let sum = |mut a: Vec<u32>, b: Vec<u32>| {
            a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
            a
        };
        let counts = counted.reduce_with(sum).unwrap_or_else(|| vec![0; self.keys.len()]);
        counts.into_iter().map(|count| count as usize).collect()
    }

    /// As [`Self::count`], by one core.
    fn count_within(&self, base: &FixedBitSet, bounds: Range<usize>) -> Vec<u32> {
        let mut counts = vec![0_u32; self.keys.len()];
        each_one(base, bounds, |row| {
            for place in self.of_row(row) {
                if let Some(count) = counts.get_mut(*place as usize) {
                    *count += 1;
                }
            }
        });
        counts
    }
}

/// Calls `each` with the rows of a set within these bounds, in order.
pub(super) fn each_one(set: &FixedBitSet, bounds: Range<usize>, mut each: impl FnMut(usize)) {
    const BITS: usize = usize::BITS as usize;
    let words = set.as_slice().iter().enumerate().take(bounds.end.div_ceil(BITS)).skip(bounds.start / BITS);
    for (place, word) in words {
        let (first, mut left) = (place * BITS, *word);
        if first < bounds.start {
            left &= usize::MAX << (bounds.start - first);
        }
        if bounds.end - first < BITS {
            left &= !(usize::MAX << (bounds.end - first));
        }
        while left != 0 {
            each(first + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

/// How the places of a column's keys moved.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moved {
    /// A key came in at this place.
    In(u32),
    /// The key at this place went.
    Out(u32),
}

impl Moved {
    /// Where a place is now.
    pub(super) fn follow(self, place: u32) -> u32 {
        match self {
            Self::In(at) if place >= at && place != NO_DATA => place + 1,
            Self::Out(at) if place > at && place != NO_DATA => place - 1,
            Self::In(_) | Self::Out(_) => place,
        }
    }
}

/// Puts other values into the place of a row's.
pub(super) fn splice<T: Copy>(values: &mut Vec<T>, starts: &[u32], row: usize, new: &[T]) {
    let (Some(from), Some(to)) = (starts.get(row), starts.get(row + 1)) else { return };
    let (from, to) = (*from as usize, *to as usize);
    match values.get_mut(from..to) {
        Some(own) if own.len() == new.len() => own.copy_from_slice(new),
        Some(_) => drop(values.splice(from..to, new.iter().copied())),
        None => {}
    }
}

/// Where rows begin, once a row has so many values.
pub(super) fn shift(starts: &mut [u32], row: usize, count: usize) {
    let (Some(from), Some(to)) = (starts.get(row).copied(), starts.get(row + 1).copied()) else { return };
    let new = from.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
    if new != to {
        let behind = starts.get_mut(row + 1..).unwrap_or_default();
        behind.par_iter_mut().for_each(|start| *start = new.saturating_add(*start - to));
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
        fn both_directions_agree(rows in prop::collection::vec(prop::collection::vec("[a-e]", 0..4), 0..80), mask in any::<u64>(), cut in 0_usize..80) {
            let keys: Vec<Vec<&str>> = rows.iter().map(|keys| keys.iter().map(String::as_str).collect()).collect();
            let mut stretches = [Keyed::default(), Keyed::default()];
            for (row, keys) in keys.iter().enumerate() {
                stretches[usize::from(row >= cut)].add(keys.iter().copied());
            }
            let (column, _) = Column::joined(stretches.into(), ["e", "d", "c", "b", "a", "z"].into_iter());
            let base: FixedBitSet = (0..rows.len()).filter(|row| mask >> (row % 64) & 1 == 1).collect();
            let mut base = base;
            base.grow(rows.len());
            let (counts, missing) = column.counts(&base);
            for (place, key) in column.keys.iter().enumerate() {
                let with: Vec<usize> = (0..rows.len()).filter(|row| keys[*row].contains(&key.as_str())).collect();
                prop_assert_eq!(column.by_key()[place].iter().map(|row| *row as usize).collect::<Vec<_>>(), with.clone());
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
