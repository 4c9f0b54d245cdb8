//! All lanes of a set at once, as much as a small picture can show: which share of each stretch of lanes is drawn in
//! each stretch of days. A cell is empty only where no lane of it is drawn. Knows no pixels.

use std::ops::Range;

use rayon::prelude::*;

use super::lanes::{LaneAt, Lanes};

/// Stretches of days.
pub const RELIEF_COLUMNS: usize = 64;
/// Stretches of lanes at most; where there are fewer lanes each has its own.
const ROWS: usize = 512;

/// All lanes, put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relief {
    /// The stretches of lanes, from above.
    pub rows: Vec<ReliefRow>,
    lanes: usize,
}

/// A stretch of lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReliefRow {
    /// The theme that most of its lanes have: the place in the portfolio's list.
    pub theme: Option<u32>,
    /// For each stretch of days how many of 255 lanes are drawn there; at least 1 where there is any.
    pub shares: [u8; RELIEF_COLUMNS],
}

/// All lanes of a set, put together; nothing where none has dates.
pub fn relief(lanes: &Lanes) -> Option<Relief> {
    let (from, to) = lanes.extent?;
    let days = (f64::from(from.0), f64::from(to.0) - f64::from(from.0));
    let count = lanes.lanes.len();
    let rows = (0..count.min(ROWS)).into_par_iter();
    let row = |row: usize| lanes.lanes.get(stretch(row, count)).map(|lanes| ReliefRow::of(lanes, days));
    Some(Relief { rows: rows.filter_map(row).collect(), lanes: count })
}

/// The lanes that a row puts together.
fn stretch(row: usize, lanes: usize) -> Range<usize> {
    let rows = lanes.clamp(1, ROWS);
    row * lanes / rows..(row + 1) * lanes / rows
}

impl Relief {
    /// The lanes that a row puts together, as places among all.
    pub fn lanes_of(&self, row: usize) -> Range<usize> {
        stretch(row, self.lanes)
    }
}

impl ReliefRow {
    fn of(lanes: &[LaneAt], (first, length): (f64, f64)) -> Self {
        // What begins and what ends in each column: the sum up to a column is what is drawn there.
        let mut steps = [0_i64; RELIEF_COLUMNS + 1];
        let column = |day: f64| {
            let at = (day - first) / length.max(1.0) * RELIEF_COLUMNS as f64;
            (at.max(0.0) as usize).min(RELIEF_COLUMNS - 1)
        };
        for lane in lanes {
            let (from, last) = (f64::from(lane.span.0.0), f64::from(lane.span.1.0) - 1.0);
            if let Some(step) = steps.get_mut(column(from)) {
                *step += 1;
            }
            if let Some(step) = steps.get_mut(column(last.max(from)) + 1) {
                *step -= 1;
            }
        }
        let mut drawn = 0;
        let mut shares = [0; RELIEF_COLUMNS];
        let all = lanes.len().max(1) as i64;
        for (share, step) in shares.iter_mut().zip(steps) {
            drawn += step;
            let part = (drawn * 255 / all).max(i64::from(drawn > 0));
            *share = u8::try_from(part).unwrap_or(u8::MAX);
        }
        Self { theme: leading(lanes), shares }
    }
}

/// The theme that most of these lanes have; of several, the first in the portfolio's list.
fn leading(lanes: &[LaneAt]) -> Option<u32> {
    let mut themes: Vec<u32> = lanes.iter().filter_map(|lane| lane.theme).collect();
    themes.sort_unstable();
    let most = themes.chunk_by(|a, b| a == b).rev().max_by_key(|same| same.len());
    most.and_then(|same| same.first()).copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Day;

    fn lanes(spans: &[(i32, u16, Option<u32>)]) -> Lanes {
        let lane = |(row, (from, days, theme)): (usize, &(i32, u16, Option<u32>))| LaneAt {
            row,
            theme: *theme,
            span: (Day(*from), Day(from + i32::from(*days))),
            beyond: false,
        };
        let lanes: Vec<LaneAt> = spans.iter().enumerate().map(lane).collect();
        let extent = lanes.iter().map(|lane| lane.span).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        Lanes { lanes, extent, ..Lanes::default() }
    }

    proptest! {
        /// Every lane is in one row, and a cell is empty only where none of its lanes is drawn.
        #[test]
        fn nothing_that_is_drawn_is_lost(
            spans in prop::collection::vec((-40_000..40_000_i32, 0..9_000_u16, prop::option::of(0..4_u32)), 1..1_500),
        ) {
            let lanes = lanes(&spans);
            let relief = relief(&lanes).unwrap();
            let (first, end) = lanes.extent.unwrap();
            let width = f64::from((end.0 - first.0).max(1)) / RELIEF_COLUMNS as f64;
            let mut next = 0;
            for (place, row) in relief.rows.iter().enumerate() {
                let of = relief.lanes_of(place);
                prop_assert_eq!(of.start, next);
                next = of.end;
                for (at, share) in row.shares.iter().enumerate() {
                    let (from, to) = (at as f64 * width, (at + 1) as f64 * width);
                    let drawn = |lane: &LaneAt| {
                        let days = (f64::from(lane.span.0.0 - first.0), f64::from(lane.span.1.0 - 1 - first.0));
                        days.0 < to && days.1.max(days.0) >= from || days.0 >= to && at + 1 == RELIEF_COLUMNS
                    };
                    let some = lanes.lanes[of.clone()].iter().filter(|lane| drawn(lane)).count();
                    prop_assert_eq!(*share > 0, some > 0, "row {}, column {}", place, at);
                    prop_assert_eq!(*share == 255, some == of.len(), "row {}, column {}", place, at);
                }
            }
            prop_assert_eq!(next, spans.len());
        }
    }

    #[test]
    fn a_row_has_the_theme_of_most_of_its_lanes() {
        let most = lanes(&[(0, 9, Some(3)), (0, 9, Some(1)), (0, 9, Some(3)), (0, 9, None)]);
        assert_eq!(leading(&most.lanes), Some(3));
        assert_eq!(leading(&lanes(&[(0, 9, Some(3)), (0, 9, Some(1))]).lanes), Some(1), "the first of the list");
        assert_eq!(leading(&lanes(&[(0, 9, None)]).lanes), None);
    }
}
