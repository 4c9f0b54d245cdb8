//! Two records that may be the same money, in words. Knows no egui.

use super::names::Names;
use crate::model::Notes;
use crate::query::{self, Answer, Index, Row};

/// A notice above the totals that hold both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleNotice {
    /// Ids of the two.
    pub ids: (String, String),
    /// What they are called.
    pub names: (String, String),
    /// Which two, why, and how much of the total is the two together.
    pub text: String,
}

/// The notices of the answer's set.
pub fn double_notices(answer: &Answer, notes: &Notes, names: Names<'_>, index: &Index) -> Vec<DoubleNotice> {
    first_double_notices(usize::MAX, answer, notes, names, index).0
}

/// The first so many notices of the answer's set, and how many more there are.
pub fn first_double_notices(
    most: usize,
    answer: &Answer,
    notes: &Notes,
    names: Names<'_>,
    index: &Index,
) -> (Vec<DoubleNotice>, usize) {
    let found = query::doubles_in(&answer.set, notes, names.portfolio, index);
    let first: Vec<DoubleNotice> = found.iter().take(most).filter_map(|double| notice(double, names, index)).collect();
    let more = found.len() - first.len();
    (first, more)
}

fn notice(double: &query::Double, names: Names<'_>, index: &Index) -> Option<DoubleNotice> {
    let words = names.words;
    let project = |row: usize| names.portfolio.projects.get(row);
    let (first, second) = (project(double.first)?, project(double.second)?);
    let counted = |row: usize| index.rows.get(row).and_then(Row::counted).map_or(0, i128::from);
    let both = counted(double.first) + counted(double.second);
    let called = (names.project_short(&first), names.project_short(&second));
    // Two that are called the same are told apart by their ids.
    let called = if called.0 == called.1 {
        (format!("{} ({})", called.0, first.id), format!("{} ({})", called.1, second.id))
    } else {
        called
    };
    let args = [
        ("first", called.0.clone().into()),
        ("second", called.1.clone().into()),
        ("why", words.t(double.why.message()).into()),
        ("money", names.millions_spoken(both).into()),
    ];
    let text = words.tf("double-notice", &args);
    Some(DoubleNotice { ids: (first.id.clone(), second.id.clone()), names: called, text })
}
