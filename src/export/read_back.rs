//! The stamp of an exported workbook, and whether what it holds is still what was exported.

use super::StampFound;
use super::cells::Rows;
use super::changed::changed;
use super::checksum::Checksum;
use super::stamp::Stamp;
use crate::format::{OWN_STAMP, OwnBook, OwnCell};
use crate::i18n::Words;

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
    let intact = sum_of(&mut book, &stamp).is_some_and(|sum| sum == stamp.checksum);
    let changed = if intact { Vec::new() } else { changed(bytes, &mut book, &stamp) };
    Some(StampFound { stamp, intact: Some(intact), changed })
}

/// The checksum of what the workbook holds now; `None` where a table is gone.
fn sum_of(book: &mut OwnBook<'_>, stamp: &Stamp) -> Option<String> {
    let words = Words::new(stamp.lang);
    let mut sum = Checksum::default();
    for rows in stamp.rows.first_and_other() {
        let mut columns = None;
        book.rows(&words.t(rows.message()), &mut |_, mut cells| {
            // What somebody put beyond the last column counts as well.
            let titles: usize = *columns.get_or_insert(cells.len());
            cells.resize(cells.len().max(titles), OwnCell::Nothing);
            sum.row(&cells);
        })?;
    }
    book.records(&mut |row| {
        if row.list != OWN_STAMP {
            sum.row(&row.cells);
        }
    })?;
    Some(sum.text())
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
