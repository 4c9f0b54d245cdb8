//! Questions about days have three answers: yes, perhaps and no; *perhaps* belongs to the set and is counted.

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::row::Span;
use crate::model::{Day, PartialDate};

/// An answer about one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Truth {
    No,
    Perhaps,
    Yes,
}

impl Truth {
    /// Whether something within `[earliest, latest]` lies within the range.
    pub fn within(days: (Day, Day), range: (Day, Day)) -> Self {
        if days.1 < range.0 || days.0 > range.1 {
            Self::No
        } else if days.0 >= range.0 && days.1 <= range.1 {
            Self::Yes
        } else {
            Self::Perhaps
        }
    }

    /// Whether something that lasted for `span` was under way at some time in the range.
    pub fn active(span: Span, range: (Day, Day)) -> Self {
        let (start, end) = match (span.start, span.end) {
            (None, None) => return Self::No,
            (Some(start), Some(end)) => (start, end),
            // Without an end it was under way at its start, and perhaps ever after; and the other way round.
            (Some(start), None) => (start, (start.1, Day(i32::MAX))),
            (None, Some(end)) => ((Day(i32::MIN), end.0), end),
        };
        let sure_end = span.sure_until.map_or(end.0, |sure| sure.min(end.0));
        if start.0 > range.1 || end.1 < range.0 {
            Self::No
        } else if start.1 <= range.1 && sure_end >= range.0 {
            Self::Yes
        } else {
            Self::Perhaps
        }
    }
}

/// The days that a written range covers; open ends reach as far as days go.
pub fn days_of(from: Option<PartialDate>, to: Option<PartialDate>) -> (Day, Day) {
    (from.map_or(Day(i32::MIN), PartialDate::earliest), to.map_or(Day(i32::MAX), PartialDate::latest))
}

/// How many words of a set one core takes at a time.
const AT_ONCE: usize = 512;

/// Which rows a term holds for: surely, and perhaps.
#[derive(Clone, Debug)]
pub struct Held {
    /// Yes or perhaps.
    pub rows: FixedBitSet,
    /// Only perhaps; a part of `rows`.
    pub perhaps: FixedBitSet,
}

impl Held {
    /// What holds for these rows without doubt.
    pub fn surely(rows: FixedBitSet) -> Self {
        let perhaps = FixedBitSet::with_capacity(rows.len());
        Self { rows, perhaps }
    }

    /// All of `len` rows.
    pub fn all(len: usize) -> Self {
        let mut rows = FixedBitSet::with_capacity(len);
        rows.insert_range(..);
        Self::surely(rows)
    }

    /// By asking each row.
    pub fn ask(len: usize, truth: impl Fn(usize) -> Truth + Sync) -> Self {
        const BITS: usize = usize::BITS as usize;
        let mut held = Self::surely(FixedBitSet::with_capacity(len));
        let words =
            held.rows.as_mut_slice().par_chunks_mut(AT_ONCE).zip(held.perhaps.as_mut_slice().par_chunks_mut(AT_ONCE));
        words.enumerate().for_each(|(chunk, (rows, perhaps))| {
            for (place, (rows, perhaps)) in rows.iter_mut().zip(perhaps).enumerate() {
                let first = (chunk * AT_ONCE + place) * BITS;
                for row in first..len.min(first + BITS) {
                    let (answer, bit) = (truth(row), 1 << (row - first));
                    *rows |= if answer > Truth::No { bit } else { 0 };
                    *perhaps |= if answer == Truth::Perhaps { bit } else { 0 };
                }
            }
        });
        held
    }

    /// What does not hold; perhaps stays perhaps.
    #[must_use]
    pub fn negated(mut self) -> Self {
        // All but the sure ones.
        self.rows.difference_with(&self.perhaps);
        self.rows.toggle_range(..);
        self
    }

    /// Where both hold.
    pub fn and(&mut self, other: &Self) {
        self.rows.intersect_with(&other.rows);
        self.perhaps.union_with(&other.perhaps);
        self.perhaps.intersect_with(&self.rows);
    }

    /// Where either holds; perhaps only where neither is sure.
    pub fn or(&mut self, other: &Self) {
        let mut sure = self.rows.clone();
        sure.difference_with(&self.perhaps);
        let mut other_sure = other.rows.clone();
        other_sure.difference_with(&other.perhaps);
        sure.union_with(&other_sure);
        self.rows.union_with(&other.rows);
        self.perhaps = self.rows.clone();
        self.perhaps.difference_with(&sure);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> (Day, Day) {
        let date: PartialDate = text.parse().unwrap();
        (date.earliest(), date.latest())
    }

    #[test]
    fn a_month_is_perhaps_within_half_of_it() {
        let range = (date("2025-03-10").0, date("2025-03-20").1);
        assert_eq!(Truth::within(date("2025-03-15"), range), Truth::Yes);
        assert_eq!(Truth::within(date("2025-03"), range), Truth::Perhaps);
        assert_eq!(Truth::within(date("2025-04"), range), Truth::No);
    }

    #[test]
    fn after_a_cut_off_the_plan_alone_makes_perhaps() {
        let span = Span {
            start: Some(date("2022-04-01")),
            end: Some(date("2027-03-31")),
            sure_until: Some(date("2025-03").0),
        };
        assert_eq!(Truth::active(span, date("2025-03")), Truth::Yes);
        assert_eq!(Truth::active(span, date("2026")), Truth::Perhaps);
        assert_eq!(Truth::active(span, date("2028")), Truth::No);
        assert_eq!(Truth::active(Span { end: None, sure_until: None, ..span }, date("2030")), Truth::Perhaps);
        assert_eq!(Truth::active(Span::default(), date("2030")), Truth::No);
    }
}
