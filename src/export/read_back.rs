//! The stamp of an exported workbook, and whether what it holds is still what was exported.

use super::StampFound;
use super::cells::Rows;
use super::changed::changed;
use super::checksum::Checksum;
use super::stamp::Stamp;
use super::xlsx::stamp_cells;
use crate::format::{OWN_STAMP, OwnBook, OwnCell};
use crate::i18n::Words;

/// A sheet of an exported workbook, as it is now.
pub(super) struct SheetNow {
    /// Which one.
    pub of: SheetOf,
    /// What it is called.
    pub name: String,
    /// Whether it is there.
    pub is_there: bool,
    /// Whether all its cells say what was exported.
    pub intact: bool,
}

/// What the sheets of a workbook are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetOf {
    Table(Rows),
    Sources,
    Notes,
    Records,
    /// One that somebody put there.
    Nothing,
}

/// So many sheets are exported, each with its checksum.
const SHEETS: usize = 5;

/// The stamp of a workbook; `None` where it is not one of this program.
pub(super) fn workbook(bytes: &[u8]) -> Option<StampFound> {
    let mut book = OwnBook::open(bytes)?;
    let mut stamp = None;
    book.records(&mut |row| {
        if row.list == OWN_STAMP {
            stamp = Stamp::parse(&row.json);
        }
    });
    let stamp: Stamp = stamp?;
    if stamp.checksum.split(' ').count() < SHEETS {
        // Earlier versions summed otherwise: of theirs nothing is claimed.
        return Some(StampFound { stamp, intact: None, changed: Vec::new() });
    }
    let sheets = sheets_now(&mut book, &stamp);
    let intact = sheets.iter().all(|sheet| sheet.intact);
    let changed = if intact { Vec::new() } else { changed(bytes, &mut book, &stamp, &sheets) };
    Some(StampFound { stamp, intact: Some(intact), changed })
}

/// Holds each sheet against what the stamp says of it.
fn sheets_now(book: &mut OwnBook<'_>, stamp: &Stamp) -> Vec<SheetNow> {
    let words = Words::new(stamp.lang);
    let [first, other] = stamp.rows.first_and_other();
    let own: [SheetOf; SHEETS] =
        [SheetOf::Table(first), SheetOf::Table(other), SheetOf::Sources, SheetOf::Notes, SheetOf::Records];
    let mut exported = stamp.checksum.split(' ');
    let mut sheets: Vec<SheetNow> = Vec::new();
    for of in own {
        let name = of.message().map_or_else(|| book.records_sheet(), |key| words.t(key));
        let (now, then) = (sum_of(book, &name, stamp), exported.next());
        let (is_there, intact) = (now.is_some(), now.is_some() && now.as_deref() == then);
        sheets.push(SheetNow { of, name, is_there, intact });
    }
    let known = |name: &String| sheets.iter().any(|sheet| sheet.name == *name);
    let more: Vec<String> = book.sheets().into_iter().filter(|name| !known(name)).collect();
    sheets.extend(more.into_iter().map(|name| SheetNow { of: SheetOf::Nothing, name, is_there: true, intact: false }));
    sheets
}

/// The checksum of what a sheet holds now; `None` where it is gone.
fn sum_of(book: &mut OwnBook<'_>, sheet: &str, stamp: &Stamp) -> Option<String> {
    let mut sum = Checksum::default();
    let of_records = sheet == book.records_sheet();
    book.rows(sheet, &mut |_, cells| {
        if of_records && cells.first().is_some_and(|list| list.text() == OWN_STAMP) {
            let text: String = cells.iter().skip(2).map(OwnCell::text).collect();
            sum.row(&stamp_cells(&stamp.unsealed(&text)));
        } else {
            sum.row(&cells);
        }
    })?;
    Some(sum.text())
}

impl SheetOf {
    /// The key of its name; the sheet of records is known by what it says.
    const fn message(self) -> Option<&'static str> {
        match self {
            Self::Table(rows) => Some(rows.message()),
            Self::Sources => Some("export-sheet-sources"),
            Self::Notes => Some("export-sheet-notes"),
            Self::Records | Self::Nothing => None,
        }
    }
}

impl Rows {
    /// Both tables, this one first.
    pub(super) const fn first_and_other(self) -> [Self; 2] {
        match self {
            Self::Projects => [Self::Projects, Self::Events],
            Self::Events => [Self::Events, Self::Projects],
        }
    }

    /// The key of the name of its sheet.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Projects => "export-sheet-projects",
            Self::Events => "export-sheet-events",
        }
    }
}
