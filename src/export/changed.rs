//! What somebody changed in the sheets of an exported workbook. They are for people: only the sheet of records is read, so
//! that each change is named that was not taken.

use std::collections::{HashMap, HashSet};

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cells::{Grid, Rows};
use super::cited::cited;
use super::read_back::{SheetNow, SheetOf};
use super::sheet::Sheet;
use super::taken::Taken;
use super::xlsx::{SOURCES, source_cells};
use super::{Shown, Stamp};
use crate::figure::card::Scene;
use crate::figure::{CellValue, Names};
use crate::format::{OwnBook, OwnCell, read_own_book};
use crate::i18n::Words;
use crate::model::Notes;
use crate::query::{Answer, Column, EventColumn, Index, Spread, parse_known};

/// A change of a sheet that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A cell says something else than the records do.
    Cell {
        /// Where, as spreadsheets call it: `Proyectos!C5`.
        place: String,
        /// The title of its column.
        title: String,
        /// What it says.
        said: String,
    },
    /// A row of no record, in this place.
    NewRow(String),
    /// The row of this record is gone from this sheet.
    Gone {
        /// What the sheet is called.
        sheet: String,
        /// The record's id.
        id: String,
    },
    /// Something in this sheet.
    Sheet(String),
    /// This sheet is gone, or is called otherwise.
    NoSheet(String),
    /// A sheet that was not exported.
    NewSheet(String),
}

impl Changed {
    /// Whether a cell or a row of this sheet was changed.
    pub(super) fn is_in(&self, name: &str) -> bool {
        match self {
            Self::Cell { place, .. } | Self::NewRow(place) => {
                place.rsplit_once('!').is_some_and(|(sheet, _)| sheet == name)
            }
            Self::Gone { sheet, .. } => sheet == name,
            Self::Sheet(_) | Self::NoSheet(_) | Self::NewSheet(_) => false,
        }
    }

    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Cell { place, title, said } => {
                let args = [("place", place.into()), ("title", title.into()), ("said", said.into())];
                words.tf(if said.is_empty() { "export-changed-emptied" } else { "export-changed-cell" }, &args)
            }
            Self::NewRow(place) => words.tf("export-changed-new-row", &[("place", place.into())]),
            Self::Gone { sheet, id } => words.tf("export-changed-gone", &[("sheet", sheet.into()), ("id", id.into())]),
            Self::Sheet(name) => words.tf("export-changed-sheet", &[("sheet", name.into())]),
            Self::NoSheet(name) => words.tf("export-changed-no-sheet", &[("sheet", name.into())]),
            Self::NewSheet(name) => words.tf("export-changed-new-sheet", &[("sheet", name.into())]),
        }
    }
}

/// How much of a cell is repeated, in characters.
const SAID: usize = 60;

/// What the sheets of a workbook say that its records do not. Rows are told by their ids and columns by their titles, so
/// that sorting changes nothing.
pub(super) fn changed(bytes: &[u8], book: &mut OwnBook<'_>, stamp: &Stamp, sheets: &[SheetNow]) -> Vec<Changed> {
    let Some(brought) = read_own_book(bytes) else { return Vec::new() };
    let (portfolio, words, notes) = (brought.portfolio, Words::new(stamp.lang), Notes::default());
    let index = Index::of(&portfolio);
    // What the set has nothing of was not exported, and what the filter says of that leaves nothing out here.
    let filter = parse_known(&stamp.filter, &index.vocabulary).0;
    let answer = Answer::to(&filter, &portfolio, &index);
    let names = Names::new(&portfolio, &words);
    let shown = Shown {
        scene: Scene { answer: &answer, names, index: &index, spread: Spread::Award, notes: &notes },
        rows: &answer.rows,
        order: &[],
        columns: &stamp.columns,
        events: &answer.events,
        event_order: &[],
        event_columns: &stamp.event_columns,
        today: stamp.day,
        progress: None,
    };
    let mut found = Vec::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.intact) {
        let name = sheet.name.clone();
        let expected = match sheet.of {
            SheetOf::Nothing => {
                found.push(Changed::NewSheet(name));
                continue;
            }
            // What is changed there is read.
            SheetOf::Records => continue,
            _ if !sheet.is_there => {
                found.push(Changed::NoSheet(name));
                continue;
            }
            SheetOf::Notes => {
                found.push(Changed::Sheet(name));
                continue;
            }
            SheetOf::Table(rows) => Expected::table(&Grid::of(shown, rows), apart(rows, stamp, names), &words),
            SheetOf::Sources => Expected::sources(shown, &words),
        };
        // A table that cannot be made again is not held against the file.
        if let Ok(expected) = expected {
            expected.compare(book, &name, &words, &mut found);
        }
    }
    found
}

/// The cells as the records make them, by the id of the row.
struct Expected {
    titles: Vec<OwnCell>,
    rows: HashMap<String, Vec<OwnCell>>,
    /// Titles of columns that are not held against the file.
    apart: Vec<String>,
}

impl Expected {
    fn table(grid: &Grid<'_>, apart: Vec<String>, words: &Words) -> Result<Self, XlsxError> {
        Self::of(&grid.titles(), grid.rows(), apart, words)
    }

    fn sources(shown: Shown<'_>, words: &Words) -> Result<Self, XlsxError> {
        let cited = cited(&Taken::of(shown), words);
        let rows = cited.iter().map(|cited| source_cells(cited, words).to_vec());
        Self::of(&SOURCES.map(|key| words.t(key)), rows, Vec::new(), words)
    }

    /// As a sheet would have them: within what the format can hold.
    fn of(
        titles: &[String],
        cells: impl Iterator<Item = Vec<CellValue>>,
        apart: Vec<String>,
        words: &Words,
    ) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        // It is never saved, and so needs no temporary files however long it is.
        let mut sheet = Sheet::new(&mut book, "1", 0)?;
        let titles = sheet.titles(titles, &[])?;
        let id = titles.iter().position(|title| said(title) == words.t("export-id")).unwrap_or(0);
        let mut rows = HashMap::new();
        for (row, cells) in (1..).zip(cells) {
            let cells = sheet.row(row, &cells)?;
            rows.insert(cells.get(id).map(said).unwrap_or_default(), cells);
        }
        Ok(Self { titles, rows, apart })
    }

    /// Holds a sheet of the workbook against it.
    fn compare(&self, book: &mut OwnBook<'_>, name: &str, words: &Words, found: &mut Vec<Changed>) {
        let mut titles: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        let _ = book.rows(name, &mut |row, cells| {
            if titles.is_empty() {
                titles = cells.iter().map(said).collect();
                return;
            }
            let place = |column: usize| format!("{name}!{}{}", letters(column), row + 1);
            let id = titles.iter().position(|title| *title == words.t("export-id"));
            let id = id.and_then(|column| cells.get(column)).map(said).unwrap_or_default();
            let Some(expected) = self.rows.get(&id) else { return found.push(Changed::NewRow(place(0))) };
            for column in 0..cells.len().max(titles.len()) {
                let title = titles.get(column).cloned().unwrap_or_default();
                let known = self.titles.iter().position(|known| said(known) == title);
                // What a portfolio of its own would say otherwise, or under another title, is nobody's change.
                if self.apart.contains(&title) || (known.is_none() && !title.is_empty()) {
                    continue;
                }
                let nothing = OwnCell::Nothing;
                let cell = cells.get(column).unwrap_or(&nothing);
                if *cell != *known.and_then(|known| expected.get(known)).unwrap_or(&nothing) {
                    let said = said(cell).chars().take(SAID).collect();
                    found.push(Changed::Cell { place: place(column), title, said });
                }
            }
            seen.insert(id);
        });
        let mut gone: Vec<&String> = self.rows.keys().filter(|id| !seen.contains(*id)).collect();
        gone.sort();
        found.extend(gone.into_iter().map(|id| Changed::Gone { sheet: name.to_owned(), id: id.clone() }));
    }
}

/// The titles of the columns that name records which a part of a portfolio does not take along.
fn apart(rows: Rows, stamp: &Stamp, names: Names<'_>) -> Vec<String> {
    let words = names.words;
    match rows {
        Rows::Events if !stamp.filter.is_empty() => {
            vec![words.t(EventColumn::Projects.message()), words.t("export-projects")]
        }
        Rows::Events => Vec::new(),
        // How these are looked at is chosen in the window.
        Rows::Projects => {
            let looked_at = [Column::MonthsAhead, Column::ShareAhead, Column::CutMoney];
            let titles = looked_at.map(|column| names.column(column));
            titles.into_iter().chain([words.t("export-cell-notes")]).collect()
        }
    }
}

/// What a cell says.
fn said(cell: &OwnCell) -> String {
    match cell {
        OwnCell::Nothing => String::new(),
        OwnCell::Text(text) => text.clone(),
        OwnCell::Number(number) => number.to_string(),
    }
}

/// A column as spreadsheets call it: A, B, …, Z, AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([0, 2, 25, 26, 51, 52, 701, 702].map(letters), ["A", "C", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
