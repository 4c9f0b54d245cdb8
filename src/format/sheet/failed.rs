//! Rows that became no project, and those with cells that cannot be read, as a table of their own, for mending: the cells
//! as they stood, then the reason.

use crate::format::{Brought, called};
use crate::i18n::Words;
use crate::model::Lang;

use super::mapping::Mapping;

/// The rows that failed and those with cells that cannot be read, in the order of the table, as CSV in UTF-8, under the headers of the table and with the same delimiter where that is told.
/// Mended and brought in again, they are read as the table was: the added columns become nothing.
pub fn failed_csv(brought: &Brought, mapping: &Mapping, words: &Words) -> Vec<u8> {
    let delimiter = mapping.conventions.delimiter.and_then(|delimiter| u8::try_from(delimiter).ok()).unwrap_or(b',');
    // Excel takes a text for UTF-8 only where it says so itself.
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(&mut out);
    let headers = mapping.columns.iter().map(|column| column.header.as_str());
    let added = ADDED.map(|key| words.t(key));
    // What is written into memory does not fail.
    let _ = writer.write_record(headers.chain(added.iter().map(String::as_str)));
    let mut rows: Vec<_> = brought.failed.iter().chain(&brought.unread).collect();
    rows.sort_by_key(|row| row.line);
    for failed in rows {
        let why = format!("{}: {}", called(&failed.what, words), failed.reason(words));
        let added = [failed.line.to_string(), why];
        let _ = writer.write_record(failed.cells.iter().map(|cell| safe(cell)).chain(added));
    }
    let _ = writer.flush();
    drop(writer);
    out
}

/// The columns that are added to the table's own.
const ADDED: [&str; 2] = ["sheet-failed-line", "sheet-failed-why"];

/// Whether a column was added so, in either language: when the rows come back, nothing is lost with it.
pub(super) fn is_added(header: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| ADDED.iter().any(|key| Words::new(lang).t(key) == header))
}

/// A cell that a spreadsheet program would take for a formula gets a mark before it. A number stays one.
fn safe(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell.to_owned() }
}
