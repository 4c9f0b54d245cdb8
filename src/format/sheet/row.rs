//! One row of a table: its cells by what they become, and what all amounts of the row share.

use super::cells::{amount_kind, is_of_several};
use super::currencies::currency;
use super::days::date;
use super::fold::is_unknown;
use super::grid::{Cell, CellKind, Grid};
use super::mapping::Mapping;
use super::money::Decimal;
use super::target::Target;
use crate::model::{AmountKind, Currency, PartialDate};

/// A cell that became something, with the column that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Held<'g> {
    pub column: usize,
    pub target: Target,
    pub cell: Cell<'g>,
}

impl Held<'_> {
    /// What stands before the decimals: a number of a workbook has a point, whatever the convention of its texts.
    pub fn decimal(&self, mapping: &Mapping) -> Decimal {
        if matches!(self.cell.kind, CellKind::Number | CellKind::Percent) {
            Decimal::Point
        } else {
            mapping.conventions.decimal
        }
    }
}

/// A row by what its cells become; cells that say that nobody knows are left out.
pub(super) struct Row<'g> {
    pub place: usize,
    pub line: usize,
    pub held: Vec<Held<'g>>,
    /// Cells that hold the error of a formula.
    pub errors: Vec<Held<'g>>,
}

impl<'g> Row<'g> {
    pub fn of(grid: &'g Grid, mapping: &Mapping, row: usize) -> Self {
        let (mut held, mut errors) = (Vec::new(), Vec::new());
        for (column, of) in mapping.columns.iter().enumerate() {
            let cell = grid.cell(row, column);
            let found = Held { column, target: of.target, cell };
            if cell.kind == CellKind::Error {
                errors.push(found);
            } else if !is_unknown(cell.text) {
                held.push(found);
            }
        }
        Self { place: row, line: grid.line(row), held, errors }
    }

    /// The first cell that becomes one of these.
    pub fn first(&self, targets: &[Target]) -> Option<&'g str> {
        self.held.iter().find(|held| targets.contains(&held.target)).map(|held| held.cell.text)
    }

    /// The currency that a cell of the row names for its amounts.
    pub fn currency(&self) -> Option<Currency> {
        self.first(&[Target::Currency]).and_then(currency)
    }

    /// What its amounts are, where a cell says it: the words of this program's own tables.
    pub fn amount_kind(&self) -> Option<AmountKind> {
        self.first(&[Target::AmountKind]).and_then(amount_kind)
    }

    /// Whether its amounts are of several countries, as a cell says.
    pub fn of_several(&self) -> bool {
        self.first(&[Target::NotCounted]).is_some_and(is_of_several)
    }

    /// The fiscal year of its amounts.
    pub fn fiscal_year(&self) -> Option<i16> {
        let text = self.first(&[Target::FiscalYear])?;
        let digits = text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let digits = digits.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or("");
        let year: i16 = digits.parse().ok()?;
        match digits.len() {
            4 => Some(year),
            2 => Some(2_000 + year),
            _ => None,
        }
    }

    /// When its amounts held.
    pub fn as_of(&self, mapping: &Mapping, from_1904: bool) -> Option<PartialDate> {
        let held = self.held.iter().find(|held| held.target == Target::AmountAsOf)?;
        date(held.cell, mapping.conventions.date_order, from_1904).ok().flatten()
    }
}
