//! Thematic area by year as data: a figure in each cell. No cell is no project; a question mark is projects without a
//! published amount. Knows no egui.

use super::bars::{Length, cross_value};
use super::names::Names;
use crate::query::{self, Answer, By, Index, Spread};

/// The figures by theme and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The years that have any, in order.
    pub years: Vec<String>,
    /// The themes that have any, in the portfolio's order.
    pub rows: Vec<MatrixRow>,
    /// The largest value of a cell, at least 1.
    pub most: i128,
    /// What it shows.
    pub title: String,
    /// In which unit.
    pub unit: String,
    /// How many projects have no year, and stand in no column.
    pub undated: usize,
    /// The whole in a sentence or two: how much it shows, and where most is.
    pub summary: String,
}

/// A theme's years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// The theme's id.
    pub theme: String,
    /// Its name.
    pub name: String,
    /// Its place in the portfolio's list: its colour.
    pub place: usize,
    /// A cell for each year; `None` where no project of the theme is of the year.
    pub cells: Vec<Option<MatrixCell>>,
}

/// What of a year falls to a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixCell {
    /// The year.
    pub year: Option<i16>,
    /// Hundredths, or projects.
    pub value: i128,
    /// "10.00", "3", or "?" where nobody published an amount.
    pub text: String,
    /// The whole as it is spoken.
    pub spoken: String,
}

/// The matrix of a set.
pub fn matrix(length: Length, spread: Spread, answer: &Answer, names: Names<'_>, index: &Index) -> Matrix {
    let cross = query::years_by_theme(&answer.rows, spread, index);
    let dated: Vec<&String> = cross.years.iter().flatten().collect();
    let rows: Vec<MatrixRow> = (names.portfolio.themes.iter().enumerate())
        .map(|(place, theme)| {
            let name = names.theme(&theme.id);
            let cells = dated.iter().map(|year| {
                let found = cross.cell(Some(year), &theme.id)?;
                Some(cell(cross_value(found, length), length, found.unpublished > 0, &name, year, names))
            });
            MatrixRow { cells: cells.collect(), theme: theme.id.clone(), name: name.clone(), place }
        })
        .filter(|row| row.cells.iter().any(Option::is_some))
        .collect();
    let most = rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.value).max().unwrap_or(0);
    let groups = query::groups(&answer.rows, By::Year, spread, index);
    let undated = groups.iter().find(|group| group.key.is_none()).map_or(0, |group| group.projects);
    let words = names.words;
    let unit = match length {
        Length::Money | Length::Whole => {
            words.tf("plot-unit-money", &[("currency", names.portfolio.currency().code().into())])
        }
        Length::Projects => words.t("plot-unit-projects"),
    };
    let years: Vec<String> = dated.iter().copied().cloned().collect();
    let title = words.t("plot-matrix");
    let summary = summary(&title, &years, &rows, undated, names);
    Matrix { years, rows, most: most.max(1), title, unit, undated, summary }
}

/// How many areas and years there are, where most is, and what stands nowhere.
fn summary(title: &str, years: &[String], rows: &[MatrixRow], undated: usize, names: Names<'_>) -> String {
    let words = names.words;
    let ends = (years.first().map_or("", String::as_str), years.last().map_or("", String::as_str));
    let args = [
        ("title", title.into()),
        ("areas", rows.len().into()),
        ("years", years.len().into()),
        ("first", ends.0.into()),
        ("last", ends.1.into()),
    ];
    let cells = || rows.iter().flat_map(|row| row.cells.iter().flatten());
    // Of equals the first one is named.
    let most = cells().map(|cell| cell.value).max().filter(|most| *most > 0);
    let largest = most.and_then(|most| cells().find(|cell| cell.value == most));
    let said = [
        Some(words.tf("plot-matrix-summary", &args)),
        largest.map(|cell| words.tf("plot-matrix-largest", &[("cell", cell.spoken.as_str().into())])),
        (undated > 0).then(|| words.tf("plot-matrix-undated", &[("n", undated.into())])),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn cell(value: i128, length: Length, unknown: bool, theme: &str, year: &str, names: Names<'_>) -> MatrixCell {
    let words = names.words;
    let (text, said) = match length {
        Length::Projects => {
            let count = words.tf("plot-projects", &[("n", i64::try_from(value).unwrap_or(i64::MAX).into())]);
            (value.to_string(), count)
        }
        // Projects there are, but none with a published amount.
        _ if value == 0 && unknown => ("?".to_owned(), words.t("plot-unknown")),
        _ if value == 0 => ("–".to_owned(), words.t("plot-only-multi")),
        _ => (words.millions(value), names.millions_spoken(value)),
    };
    MatrixCell { year: year.parse().ok(), value, text, spoken: format!("{theme}, {year}: {said}") }
}
