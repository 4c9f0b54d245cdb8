//! Ids that are given out, and free ones: what is wanted, or the same with a number behind it.

use std::collections::{HashMap, HashSet};

/// The ids of a list.
#[derive(Debug, Default)]
pub(super) struct Taken {
    ids: HashSet<String>,
    /// From which number on to look for a free one, for each id that was wanted again.
    next: HashMap<String, u64>,
}

impl Taken {
    /// An id is given out.
    pub fn insert(&mut self, id: &str) {
        self.ids.insert(id.to_owned());
    }

    /// Whether it is.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// This id where it is free, else with the first number that makes it so.
    pub fn free(&mut self, id: &str) -> String {
        if !self.has(id) {
            return id.to_owned();
        }
        let first = self.next.get(id).copied().unwrap_or(2);
        let numbers = (first..).map(|number| (number, format!("{id}-{number}")));
        let Some((number, free)) = numbers.into_iter().find(|(_, numbered)| !self.ids.contains(numbered)) else {
            return id.to_owned();
        };
        self.next.insert(id.to_owned(), number);
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        let mut taken = Taken::default();
        for wanted in ["uno", "uno-2", "uno-3", "uno-4"] {
            let free = taken.free("uno");
            assert_eq!(free, wanted);
            taken.insert(&free);
        }
        assert_eq!(taken.free("dos"), "dos");
    }
}
