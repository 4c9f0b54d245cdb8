//! A set as the tables show it: its rows as ordered, and the lines of the table of projects, with the heads of groups among
//! them where it is grouped. Knows no filter.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::query::{self, By, Group, Index, Spread};

/// A line of the table of projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of the group at this place, with its subtotal.
    Group(usize),
    /// The project in this row of the portfolio.
    Project(usize),
}

/// The groups of a table, and its lines where there are groups.
type GroupedLines = (Arc<Vec<Group>>, Option<Arc<Vec<Line>>>);

/// A project and its line.
type LookedFor = Arc<Mutex<Option<(usize, Option<usize>)>>>;

/// A set as the tables show it; cheap to clone.
#[derive(Clone, Default)]
pub struct Shown {
    /// Its projects as ordered.
    pub rows: Arc<Vec<usize>>,
    /// The groups of the table, in order.
    pub groups: Arc<Vec<Group>>,
    /// The lines of the table, where it has groups; else they are the rows.
    pub(super) lines: Option<Arc<Vec<Line>>>,
    /// Its events as ordered.
    pub events: Arc<Vec<usize>>,
    /// The project whose line was looked for last, and that line.
    pub(super) looked_for: LookedFor,
}

impl Shown {
    /// How many lines the table has.
    pub fn line_count(&self) -> usize {
        self.lines.as_ref().map_or(self.rows.len(), |lines| lines.len())
    }

    /// A line of the table.
    pub fn line(&self, at: usize) -> Option<Line> {
        match &self.lines {
            Some(lines) => lines.get(at).copied(),
            None => self.rows.get(at).copied().map(Line::Project),
        }
    }

    /// The first line of a project. Looked for once, however often it is asked.
    pub fn line_of(&self, row: usize) -> Option<usize> {
        let find = || match &self.lines {
            Some(lines) => lines.iter().position(|line| *line == Line::Project(row)),
            None => self.rows.iter().position(|other| *other == row),
        };
        let Ok(mut known) = self.looked_for.lock() else { return find() };
        match *known {
            Some((other, line)) if other == row => line,
            _ => known.insert((row, find())).1,
        }
    }
}

/// The groups of the table, and its lines where there are any.
pub(super) fn grouped_lines(rows: &[usize], by: Option<By>, spread: Spread, index: &Index) -> GroupedLines {
    let Some(by) = by else {
        return (Arc::default(), None);
    };
    let mut groups = query::groups(rows, by, spread, index);
    if by != By::Year {
        query::by_amount(&mut groups);
    }
    let rows: HashMap<_, _> = query::group_rows(rows, by, spread, index).into_iter().collect();
    let lines = groups.iter().enumerate().flat_map(|(place, group)| {
        let rows = rows.get(&group.key).into_iter().flatten();
        std::iter::once(Line::Group(place)).chain(rows.copied().map(Line::Project))
    });
    let lines = lines.collect();
    (Arc::new(groups), Some(Arc::new(lines)))
}
