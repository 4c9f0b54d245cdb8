//! How a table is written: where its header stands, what its numbers and dates mean. Told from the data, shown, and
//! taken from the person where it was told wrong.

use serde::{Deserialize, Serialize};

use super::currencies::{currency, is_written_with_dollar};
use super::days::{DateOrder, order_told};
use super::decimals::{LOOKED_AT, decimal, texts};
use super::grid::{CellKind, Grid};
use super::headers::told;
use super::money::{Decimal, money};
use super::target::Target;
use super::two_lines::goes_on;
use crate::model::{Currency, Lang};

/// How a table is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conventions {
    /// The encoding of a text by its name on the web; none of a workbook.
    pub encoding: Option<String>,
    /// What stands between the cells of a text; none of a workbook.
    pub delimiter: Option<char>,
    /// The row of the headers among the rows that hold something, from 0; none where the table has no headers.
    pub header_row: Option<usize>,
    /// Whether the row below it goes on with the headers.
    pub two_lines: bool,
    /// What stands before the decimals, where a number does not tell it itself.
    pub decimal: Decimal,
    /// Which part of a date is what, where a date does not tell it itself.
    pub date_order: DateOrder,
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
}

/// How many rows may stand above the header.
const HEADER_WITHIN: usize = 30;

impl Conventions {
    /// The first row below the headers.
    pub fn first_row(&self) -> usize {
        self.header_row.map_or(0, |row| row + 1 + usize::from(self.two_lines))
    }

    /// What the table itself tells.
    pub fn of(grid: &Grid) -> Self {
        let header_row = header_row(grid);
        let two_lines = header_row.is_some_and(|row| goes_on(grid, row));
        let first = header_row.map_or(0, |row| row + 1 + usize::from(two_lines));
        let spanish = header_row.is_none_or(|row| language(grid, row) == Lang::Es);
        Self {
            encoding: grid.origin.encoding.clone(),
            delimiter: grid.origin.delimiter,
            header_row,
            two_lines,
            decimal: decimal(grid, first),
            date_order: date_order(grid, first, if spanish { DateOrder::Dmy } else { DateOrder::Mdy }),
            currency: only_currency(grid, first),
        }
    }
}

/// How much a table looks like one of projects: how many fields its best row of headers names.
pub(super) fn likeness(grid: &Grid) -> usize {
    (0..grid.len().min(HEADER_WITHIN)).map(|row| fields_named(grid, row)).max().unwrap_or(0)
}

/// How many different fields a row names, if it were the header.
fn fields_named(grid: &Grid, row: usize) -> usize {
    let targets = grid.cells(row).filter(|cell| cell.kind == CellKind::Text).filter_map(|cell| told(cell.text));
    let mut named: Vec<Target> =
        targets.map(|(target, ..)| target).filter(|target| *target != Target::Ignore).collect();
    named.sort_unstable_by_key(|target| *target as usize);
    named.dedup();
    named.len()
}

fn header_row(grid: &Grid) -> Option<usize> {
    let rows = 0..grid.len().min(HEADER_WITHIN);
    let named = rows.clone().map(|row| (fields_named(grid, row), std::cmp::Reverse(row)));
    if let Some((2.., std::cmp::Reverse(row))) = named.max() {
        return Some(row);
    }
    // No header that anybody knows: the first row as wide as most, all of it text.
    let filled = |row: usize| grid.cells(row).filter(|cell| !cell.is_empty()).count();
    let wide = rows.clone().map(filled).max().unwrap_or(0);
    let mut rows = rows.filter(|row| filled(*row) * 10 >= wide * 6);
    let first = rows.next()?;
    let plain = grid.cells(first).filter(|cell| !cell.is_empty()).all(|cell| {
        cell.kind == CellKind::Text && !cell.text.contains("://") && money(cell.text, Decimal::Point).is_err()
    });
    (plain && grid.len() > first + 1).then_some(first)
}

/// The language of most headers; Spanish where they tell nothing.
pub(super) fn language(grid: &Grid, header_row: usize) -> Lang {
    let told = grid.cells(header_row).filter_map(|cell| told(cell.text));
    let english = told.fold(0_i32, |sum, (_, lang, _)| if lang == Lang::En { sum + 1 } else { sum - 1 });
    if english > 0 { Lang::En } else { Lang::Es }
}

fn date_order(grid: &Grid, first: usize, otherwise: DateOrder) -> DateOrder {
    let mut counts = [(DateOrder::Dmy, 0), (DateOrder::Mdy, 0)];
    for order in texts(grid, first).filter_map(order_told) {
        counts.iter_mut().filter(|(of, _)| *of == order).for_each(|(_, count)| *count += 1);
    }
    match counts {
        [(_, day_first), (_, month_first)] if day_first > month_first => DateOrder::Dmy,
        [(_, day_first), (_, month_first)] if month_first > day_first => DateOrder::Mdy,
        _ => otherwise,
    }
}

/// The currency that amounts name, where all that name one name the same, and a `$` beside them can mean it.
fn only_currency(grid: &Grid, first: usize) -> Option<Currency> {
    let amounts = texts(grid, first).filter(|text| text.bytes().any(|byte| byte.is_ascii_digit()));
    let headers =
        first.checked_sub(1).into_iter().flat_map(|row| grid.cells(row)).filter_map(|cell| currency(cell.text));
    let shown = (first..grid.len().min(first + LOOKED_AT)).flat_map(|row| grid.cells(row));
    let shown = shown.filter_map(|cell| cell.currency);
    let mut with_dollar = false;
    let named = amounts.filter_map(|text| {
        let named = money(text, Decimal::Point).ok().flatten()?.currency;
        with_dollar |= named.is_none() && text.contains('$');
        named
    });
    let named = named.chain(headers).chain(shown);
    let mut all: Vec<Currency> = named.collect();
    all.sort_unstable();
    all.dedup();
    match all.as_slice() {
        [only] if !with_dollar || is_written_with_dollar(*only) => Some(*only),
        _ => None,
    }
}
