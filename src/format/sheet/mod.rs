//! Tables coming in: CSV, TSV, Excel, `OpenDocument` and pasted text become records of projects, and nothing is dropped
//! without being said. Three steps: bytes to a [`Grid`], a grid to a [`Mapping`], both to what is [`bring`]-ed.

mod bring;
mod cells;
mod container;
mod conventions;
mod countries;
mod currencies;
mod days;
mod decimals;
mod delimited;
mod digits;
mod draft;
mod failed;
mod finish;
mod fold;
mod grid;
mod headers;
mod known;
mod lists;
mod mapping;
mod merged;
mod money;
mod number_format;
mod ods;
mod row;
mod take;
mod taken;
mod target;
mod two_lines;
mod usa;
mod workbook;

pub use bring::bring;
pub use container::{MOST_RATIO, MOST_UNPACKED, unpacks_within};
pub use conventions::Conventions;
pub use days::{DateOrder, typed_date};
pub use delimited::{DELIMITERS, FORMULA, MOST_TEXT};
pub use failed::failed_csv;
pub use grid::{Cell, CellKind, Container, Grid, MOST_CELLS, MOST_COLUMNS, Noticed, Origin};
pub use lists::written_list;
pub use mapping::{ColumnUse, FileSource, Mapping, NoMapping, guess, guess_with};
pub use money::{Decimal, Doubt, Money, NotReadable, money};
pub use target::{TEMPLATE, Target};

use super::{Progress, Unreadable};

/// The table in a file, whatever its name says; of a workbook the sheet that looks most like a table of projects.
pub fn read_grid(bytes: &[u8], progress: &Progress) -> Result<Grid, Unreadable> {
    match container::container(bytes, progress)? {
        Container::Text => delimited::read(bytes, None, None, progress),
        other => workbook::read(bytes, other, None, &conventions::likeness, progress),
    }
}

/// The table of a sheet that the person chose.
pub fn read_grid_sheet(bytes: &[u8], sheet: &str, progress: &Progress) -> Result<Grid, Unreadable> {
    match container::container(bytes, progress)? {
        Container::Text => delimited::read(bytes, None, None, progress),
        other => workbook::read(bytes, other, Some(sheet), &conventions::likeness, progress),
    }
}

/// The table of a text whose encoding or delimiter the person corrected; a workbook has neither.
pub fn read_grid_as(bytes: &[u8], conventions: &Conventions, progress: &Progress) -> Result<Grid, Unreadable> {
    match container::container(bytes, progress)? {
        Container::Text => delimited::read(bytes, conventions.encoding.as_deref(), conventions.delimiter, progress),
        other => workbook::read(bytes, other, None, &conventions::likeness, progress),
    }
}

/// The table of a text that was pasted; one without rows where the text is empty or no text.
pub fn pasted(text: &str) -> Grid {
    let mut grid = delimited::of_text(text, None, &Progress::default()).unwrap_or_default();
    // The last row of what is pasted ends where somebody stopped.
    grid.noticed.retain(|noticed| !matches!(noticed, Noticed::CutShort(_)));
    grid
}
