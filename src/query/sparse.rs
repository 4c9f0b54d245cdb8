//! What only some rows have: values beside the numbers of their rows, in one piece of memory. A table of hashes would take
//! three times the room, a place for every row more still.

/// Values of some rows, in the order of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparse<T>(Vec<(u32, T)>);

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Sparse<T> {
    /// The value of the next row that has one; rows come in their order.
    pub(super) fn push(&mut self, row: usize, value: T) {
        self.0.extend(u32::try_from(row).map(|row| (row, value)));
    }

    /// Puts values behind these, whose rows are counted on from here.
    pub(super) fn append(&mut self, first: usize, other: &Self) {
        other.0.iter().for_each(|(row, value)| self.push(first + *row as usize, *value));
    }

    /// Takes no more room than it needs.
    pub(super) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    fn place(&self, row: usize) -> Result<usize, usize> {
        self.0.binary_search_by_key(&row, |(known, _)| *known as usize)
    }

    /// The value of a row.
    pub(super) fn get(&self, row: usize) -> Option<T> {
        self.0.get(self.place(row).ok()?).map(|(_, value)| *value)
    }

    /// A row has another value, or none any more.
    pub(super) fn put(&mut self, row: usize, value: Option<T>) {
        match (self.place(row), value, u32::try_from(row)) {
            (Ok(place), Some(value), _) => {
                if let Some((_, own)) = self.0.get_mut(place) {
                    *own = value;
                }
            }
            (Ok(place), None, _) => drop(self.0.remove(place)),
            (Err(place), Some(value), Ok(row)) => self.0.insert(place, (row, value)),
            (Err(_), ..) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is put, it holds what a map would hold.
        #[test]
        fn it_holds_what_a_map_holds(
            first in prop::collection::btree_map(0_usize..40, any::<u8>(), 0..20),
            puts in prop::collection::vec((0_usize..60, prop::option::of(any::<u8>())), 0..40),
        ) {
            let (mut sparse, mut other) = (Sparse::default(), Sparse::default());
            for (row, value) in &first {
                other.push(*row, *value);
            }
            sparse.push(3, 9);
            sparse.append(10, &other);
            let mut map: BTreeMap<usize, u8> = first.into_iter().map(|(row, value)| (row + 10, value)).collect();
            map.insert(3, 9);
            for (row, value) in puts {
                sparse.put(row, value);
                match value {
                    Some(value) => drop(map.insert(row, value)),
                    None => drop(map.remove(&row)),
                }
            }
            for row in 0..60 {
                prop_assert_eq!(sparse.get(row), map.get(&row).copied());
            }
        }
    }
}
