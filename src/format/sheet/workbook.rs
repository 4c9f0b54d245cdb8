//! A sheet of a workbook as a table: Excel (old and new) and `OpenDocument`, by calamine. Knows no project.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Dimensions, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::grid::{CellKind, Container, Grid, Noticed, Origin, Written};
use super::merged::Merged;
use super::number_format::NumberMark;
use super::ods;
use crate::format::{Progress, Unreadable};
use crate::i18n::Words;
use crate::model::Lang;

/// How many rows of a sheet tell whether it is the table of projects.
const LOOKED_AT: usize = 40;
/// How many fields the header of a sheet names that holds a table of projects.
const A_TABLE: usize = 2;
/// After so many rows it is said how far the reading has come.
const ROWS_AT_ONCE: usize = 1_024;

/// The sheet with this name; without one, the sheet that looks most like a table of projects.
pub(super) fn read(
    bytes: &[u8],
    container: Container,
    wanted: Option<&str>,
    looks: &dyn Fn(&Grid) -> usize,
    progress: &Progress,
) -> Result<Grid, Unreadable> {
    // The libraries below meet files that nobody wrote on purpose; what they do not expect is damage like any other.
    let read = AssertUnwindSafe(|| match container {
        Container::Xls => {
            chosen(&mut Xls::new(Cursor::new(bytes)).map_err(of_xls)?, container, wanted, looks, progress)
        }
        Container::Ods => {
            let book = Ods::new(Cursor::new(bytes)).map_err(of_ods)?;
            chosen(&mut OdsBook { book, bytes }, container, wanted, looks, progress)
        }
        Container::Xlsx | Container::Text => {
            chosen(&mut Xlsx::new(Cursor::new(bytes)).map_err(of_xlsx)?, container, wanted, looks, progress)
        }
    });
    catch_unwind(read).unwrap_or(Err(Unreadable::Damaged))
}

fn of_xls(error: XlsError) -> Unreadable {
    if matches!(error, XlsError::Password) { Unreadable::Locked } else { Unreadable::Damaged }
}

fn of_ods(error: OdsError) -> Unreadable {
    match error {
        OdsError::Password => Unreadable::Locked,
        OdsError::CellLimitExceeded { .. } => Unreadable::Bomb { most: super::MOST_UNPACKED },
        OdsError::InvalidMime(_) => Unreadable::NotATable,
        _ => Unreadable::Damaged,
    }
}

fn of_xlsx(error: XlsxError) -> Unreadable {
    if matches!(error, XlsxError::Password) { Unreadable::Locked } else { Unreadable::Damaged }
}

/// A workbook whose sheets can be read as tables.
trait Workbook {
    /// The names of the sheets that hold cells, those that are seen first.
    fn names(&self) -> Vec<String>;
    /// Reads up to so many rows of a sheet.
    fn sheet(&mut self, name: &str, rows: usize, grid: Grid, progress: &Progress) -> Result<Grid, Unreadable>;
}

fn chosen(
    workbook: &mut dyn Workbook,
    container: Container,
    wanted: Option<&str>,
    looks: &dyn Fn(&Grid) -> usize,
    progress: &Progress,
) -> Result<Grid, Unreadable> {
    let sheets = workbook.names();
    let origin = |name: &str| {
        let (sheet, sheets) = (Some(name.to_owned()), sheets.clone());
        Grid::new(Origin { container, sheet, sheets, ..Origin::default() })
    };
    let chosen = wanted.and_then(|wanted| sheets.iter().find(|name| *name == wanted));
    let mut best: Option<(usize, &String)> = chosen.map(|name| (usize::MAX, name));
    let mut tables: Vec<&String> = Vec::new();
    for name in &sheets {
        let Ok(grid) = workbook.sheet(name, LOOKED_AT, origin(name), progress) else { continue };
        // A sheet that holds anything comes before one that does not; of two that look alike, the first.
        let known = looks(&grid);
        if known >= A_TABLE && grid.len() > 1 {
            tables.push(name);
        }
        let score = known * 2 + usize::from(!grid.is_empty());
        if chosen.is_none() && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, name));
        }
    }
    let none = if progress.is_cancelled() { Unreadable::Cancelled } else { Unreadable::Damaged };
    let (_, name) = best.ok_or(none)?;
    let mut grid = workbook.sheet(name, usize::MAX, origin(name), progress)?;
    let beside = beside_template(name, &sheets);
    let others = tables.into_iter().filter(|other| *other != name && !beside.contains(other));
    let others: Vec<String> = others.cloned().collect();
    if !others.is_empty() {
        grid.noticed.push(Noticed::SheetsNotRead(others));
    }
    Ok(grid)
}

/// The sheets of the template that stand beside the one to be filled in: they explain that one, and nothing is lost with
/// them. None where the book is not the template.
fn beside_template(filled: &str, sheets: &[String]) -> Vec<String> {
    let beside =
        Lang::ALL.into_iter().map(Words::new).find(|words| words.t("template-projects") == filled).map(|words| {
            ["template-explanation", "template-examples", "template-lists"].map(|key| words.t(key)).to_vec()
        });
    beside.filter(|beside| beside.iter().all(|name| sheets.contains(name))).unwrap_or_default()
}

fn names<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(reader: &R) -> Vec<String> {
    let sheets = reader.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (seen, hidden): (Vec<_>, Vec<_>) = sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
    seen.into_iter().chain(hidden).map(|sheet| sheet.name.clone()).collect()
}

impl Workbook for Xls<Cursor<&[u8]>> {
    fn names(&self) -> Vec<String> {
        names(self)
    }

    fn sheet(&mut self, name: &str, rows: usize, mut grid: Grid, progress: &Progress) -> Result<Grid, Unreadable> {
        grid.origin.from_1904 = self.has_1904_epoch();
        let merged = self.merge_cells_by_sheet_name(name).unwrap_or_default();
        let range = self.worksheet_range(name).map_err(of_xls)?;
        if range.used_cells().any(|(.., cell)| matches!(cell, Data::Float(_) | Data::Int(_))) {
            grid.noticed.push(Noticed::NoFormats);
        }
        ranged(&range, merged, &ods::Marks::default(), rows, grid, progress)
    }
}

/// An `OpenDocument` workbook, and its bytes for what calamine passes over: currencies, percentages, empty formulas.
struct OdsBook<'b> {
    book: Ods<Cursor<&'b [u8]>>,
    bytes: &'b [u8],
}

impl Workbook for OdsBook<'_> {
    fn names(&self) -> Vec<String> {
        names(&self.book)
    }

    fn sheet(&mut self, name: &str, rows: usize, grid: Grid, progress: &Progress) -> Result<Grid, Unreadable> {
        let range = self.book.worksheet_range(name).map_err(of_ods)?;
        // A look at the first rows wants no more than their words.
        let mut marks = if rows == usize::MAX { ods::marks(self.bytes, name, progress) } else { ods::Marks::default() };
        let merged = std::mem::take(&mut marks.merged);
        let mut grid = ranged(&range, merged, &marks, rows, grid, progress)?;
        grid.notice_formulas(marks.without_value);
        Ok(grid)
    }
}

fn ranged(
    range: &calamine::Range<Data>,
    merged: Vec<Dimensions>,
    marks: &ods::Marks,
    rows: usize,
    grid: Grid,
    progress: &Progress,
) -> Result<Grid, Unreadable> {
    let (first_row, first_column) = range.start().unwrap_or((0, 0));
    let mut sheet = Sheet::new(grid, merged, rows);
    for (row, cells) in (first_row..).zip(range.rows()) {
        for (column, cell) in (first_column..).zip(cells) {
            let written = || marked(held(cell), marks.of(row, column));
            if !matches!(cell, Data::Empty) && !sheet.take(row, column, written(), progress)? {
                return Ok(sheet.done());
            }
        }
    }
    Ok(sheet.done())
}

impl Workbook for Xlsx<Cursor<&[u8]>> {
    fn names(&self) -> Vec<String> {
        names(self)
    }

    fn sheet(&mut self, name: &str, rows: usize, mut grid: Grid, progress: &Progress) -> Result<Grid, Unreadable> {
        grid.origin.from_1904 = self.has_1904_epoch();
        let merged = self.merge_cells_by_sheet_name(name).unwrap_or_default();
        let mut sheet = Sheet::new(grid, merged, rows);
        let mut cells = self.worksheet_cells_reader(name).map_err(of_xlsx)?;
        let formats = cells.styles().iter().map(|style| style.number_format.as_ref());
        let formats: Vec<NumberMark> =
            formats.map(|format| format.map_or(NumberMark::default(), |of| NumberMark::of(&of.format_code))).collect();
        let mut holds_nothing = false;
        let mut grid = loop {
            match cells.next_cell_with_style_id() {
                Ok(Some((cell, style))) => {
                    let (row, column) = cell.get_position();
                    let value = cell.get_value();
                    if matches!(value, DataRef::Empty) {
                        holds_nothing = true;
                        continue;
                    }
                    let mark = formats.get(style).copied().unwrap_or_default();
                    if !sheet.take(row, column, marked(held_ref(value), mark), progress)? {
                        break sheet.done();
                    }
                }
                Ok(None) => break sheet.done(),
                // What stands before the break is kept.
                Err(_) => break sheet.broken(),
            }
        };
        drop(cells);
        if holds_nothing && rows == usize::MAX {
            grid.notice_formulas(without_value(self, name, progress));
        }
        Ok(grid)
    }
}

/// How many formulas of a sheet hold no value, and in which line the first stands: a program that never reckoned them
/// wrote the file.
fn without_value(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, progress: &Progress) -> (usize, usize) {
    let mut found = (0, 0);
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return found };
    while let Ok(Some(cell)) = cells.next_cell_with_formula_metadata() {
        if cell.formula.is_some() && matches!(cell.value, DataRef::Empty) {
            found = (found.0 + 1, if found.0 == 0 { cell.pos.0 as usize + 1 } else { found.1 });
        }
        if progress.is_cancelled() {
            break;
        }
    }
    found
}

/// A cell with what its number format says of it.
fn marked((kind, text): (CellKind, String), mark: NumberMark) -> Written {
    match kind {
        CellKind::Number if mark.percent => Written { kind: CellKind::Percent, text, currency: None },
        CellKind::Number => Written { kind, text, currency: mark.currency },
        _ => Written { kind, text, currency: None },
    }
}

/// A sheet while its cells come in, row after row.
struct Sheet {
    grid: Grid,
    merged: Merged,
    row: u32,
    cells: Vec<Written>,
    rows_left: usize,
    errors: (usize, usize),
    filled: usize,
    full: bool,
}

impl Sheet {
    fn new(grid: Grid, merged: Vec<Dimensions>, rows_left: usize) -> Self {
        let merged = Merged::new(merged);
        Self { grid, merged, row: 0, cells: Vec::new(), rows_left, errors: (0, 0), filled: 0, full: false }
    }

    /// Takes a cell; whether more are wanted.
    fn take(&mut self, row: u32, column: u32, written: Written, progress: &Progress) -> Result<bool, Unreadable> {
        if row != self.row {
            self.end_row();
            if self.full || self.rows_left == 0 {
                return Ok(false);
            }
            self.row = row;
            if (row as usize).is_multiple_of(ROWS_AT_ONCE) {
                progress.reached(0, 0);
                if progress.is_cancelled() {
                    return Err(Unreadable::Cancelled);
                }
            }
        }
        if written.kind == CellKind::Error {
            let first = if self.errors.0 == 0 { row as usize + 1 } else { self.errors.1 };
            self.errors = (self.errors.0 + 1, first);
        }
        // Excel has 16,384 columns, and no file can say more.
        let column = (column as usize).min(16_384);
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Written::default());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = written;
        }
        Ok(true)
    }

    fn end_row(&mut self) {
        if self.cells.is_empty() {
            return;
        }
        let filled = self.merged.fill(self.row, &mut self.cells);
        let cells = self.cells.iter().map(Written::cell);
        let before = self.grid.len();
        if !self.grid.push(self.row as usize + 1, cells) {
            self.full = true;
            self.grid.noticed.push(Noticed::RowsLeftOut(self.row as usize + 1));
        } else if self.grid.len() > before {
            self.filled += filled.len();
            for column in filled {
                self.grid.mark_filled(column);
            }
            self.rows_left = self.rows_left.saturating_sub(1);
        }
        self.cells.clear();
    }

    fn broken(mut self) -> Grid {
        let line = self.row as usize + 1;
        self.grid.noticed.push(Noticed::BreaksOff(line));
        self.done()
    }

    fn done(mut self) -> Grid {
        self.end_row();
        if let (count @ 1.., line) = self.errors {
            self.grid.noticed.push(Noticed::FormulaErrors(count, line));
        }
        if self.filled > 0 {
            self.grid.noticed.push(Noticed::Merged(self.filled));
        }
        if self.grid.origin.from_1904 {
            self.grid.noticed.push(Noticed::From1904);
        }
        self.grid
    }
}

fn held(value: &Data) -> (CellKind, String) {
    match value {
        Data::String(text) => text_or_error(text),
        Data::Empty => (CellKind::Empty, String::new()),
        Data::Bool(yes) => (CellKind::Bool, yes.to_string()),
        Data::Error(error) => (CellKind::Error, error.to_string()),
        Data::DateTimeIso(text) => (CellKind::Date, text.split('T').next().unwrap_or(text).to_owned()),
        Data::DurationIso(text) => (CellKind::Text, text.clone()),
        Data::Int(number) => (CellKind::Number, number.to_string()),
        Data::Float(number) => (CellKind::Number, number.to_string()),
        Data::DateTime(date) => day(date),
    }
}

fn held_ref(value: &DataRef<'_>) -> (CellKind, String) {
    match value {
        DataRef::SharedString(text) => text_or_error(text),
        DataRef::String(text) => text_or_error(text),
        other => held(&Data::from(other.clone())),
    }
}

/// `OpenDocument` writes the error of a formula as text.
fn text_or_error(text: &str) -> (CellKind, String) {
    const ERRORS: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "Err:502"];
    let kind = if ERRORS.contains(&text) || text.starts_with("Err:5") { CellKind::Error } else { CellKind::Text };
    (kind, text.to_owned())
}

/// The last day of the year 9999, counted from 1900: no workbook has a later one.
const LAST_SERIAL: f64 = 2_958_465.0;

fn day(date: &calamine::ExcelDateTime) -> (CellKind, String) {
    let serial = date.as_f64();
    if date.is_duration() || !(1.0..=LAST_SERIAL).contains(&serial) {
        return (CellKind::Number, serial.to_string());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    (CellKind::Date, format!("{year:04}-{month:02}-{day:02}"))
}
