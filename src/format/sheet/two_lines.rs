//! Headers of two lines: *Monto* over *USD* and *MXN*, in a merged field or before a blank. Told only where the row below
//! can be nothing else, so that no first project is taken for a header.

use super::currencies::currency;
use super::grid::{Cell, CellKind, Grid};
use super::headers::told;

/// Longer than this no second line of a header is.
const LONGEST: usize = 30;
/// A header that is exactly a name of its field has at least this score.
const EXACT: usize = 1_000;

/// Whether the row below the header goes on with it: it holds nothing but names of currencies and fields, one of them
/// under a blank or a merged field, and none in the first column.
pub(super) fn goes_on(grid: &Grid, header: usize) -> bool {
    let below = header + 1;
    let said: Vec<usize> = (0..grid.width()).filter(|column| !second(grid, header, *column).is_empty()).collect();
    let under_blank = |column: &usize| grid.cell(header, *column).is_empty() || grid.is_filled(header, *column);
    // What the column itself is about is a value of it: USD under *Moneda*.
    let names = |column: &usize| {
        let cell = grid.cell(below, *column);
        cell.kind == CellKind::Text
            && cell.text.chars().count() <= LONGEST
            && !cell.text.bytes().any(|byte| byte.is_ascii_digit())
            && (currency(cell.text).is_some() || told(cell.text).is_some_and(|(.., score)| score >= EXACT))
    };
    // The columns of which it says something stand side by side, the first of them under the header that they share.
    let shares = |column: &usize| {
        !grid.cell(header, *column).is_empty() || column.checked_sub(1).is_some_and(|left| said.contains(&left))
    };
    grid.len() > below + 1
        && said.len() > 1
        && !said.contains(&0)
        && said.iter().any(under_blank)
        && said.iter().all(|column| names(column) && shares(column))
}

/// The second line of a column's header; nothing where it is the first again, as in a merged field.
fn second(grid: &Grid, header: usize, column: usize) -> Cell<'_> {
    let cell = grid.cell(header + 1, column);
    if cell.text == grid.cell(header, column).text { Cell::EMPTY } else { cell }
}

/// The header of a column, both lines of it.
pub(super) fn joined(grid: &Grid, header: usize, column: usize) -> String {
    let (first, second) = (grid.cell(header, column).text, second(grid, header, column).text);
    if second.is_empty() {
        return first.to_owned();
    }
    // A blank goes on with what stands on its left.
    let left = (0..=column).rev().map(|column| grid.cell(header, column).text).find(|text| !text.is_empty());
    format!("{} {second}", left.unwrap_or_default()).trim_start().to_owned()
}
