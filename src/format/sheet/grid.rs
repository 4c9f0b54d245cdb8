//! A table as it stands in a file: rows of cells, what each holds, where it stood and what was noticed on the way.
//! Knows no project.

use std::collections::HashSet;

use crate::i18n::Words;
use crate::model::Currency;

/// Columns beyond these are left out, and that is said: no table of projects has as many.
pub const MOST_COLUMNS: usize = 1_024;
/// Rows are left out, and that is said, where a table would have more cells.
pub const MOST_CELLS: usize = 64_000_000;

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CellKind {
    /// Nothing.
    #[default]
    Empty,
    /// Text as written.
    Text,
    /// A number of a workbook, written with a decimal point and nothing else.
    Number,
    /// A number of a workbook that is shown as a percentage, written as a part of one: `0.6`.
    Percent,
    /// A date of a workbook, written `2025-03-20`.
    Date,
    /// Yes or no, written `true` or `false`.
    Bool,
    /// What a formula gave in place of a value: `#DIV/0!`.
    Error,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What it holds.
    pub kind: CellKind,
    /// Its text, without blanks around it.
    pub text: &'a str,
    /// The currency that the format of a number shows.
    pub currency: Option<Currency>,
}

impl Cell<'_> {
    /// A cell with nothing in it.
    pub const EMPTY: Cell<'static> = Cell { kind: CellKind::Empty, text: "", currency: None };

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.text.is_empty()
    }
}

/// A cell while its row comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub kind: CellKind,
    pub text: String,
    pub currency: Option<Currency>,
}

impl Written {
    /// The cell as it stands in a table.
    pub fn cell(&self) -> Cell<'_> {
        Cell { kind: self.kind, text: &self.text, currency: self.currency }
    }
}

/// What sort of file a table was in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Container {
    /// Text with delimiters.
    #[default]
    Text,
    /// Excel from 2007 on.
    Xlsx,
    /// Excel up to 2003.
    Xls,
    /// `OpenDocument`.
    Ods,
}

/// Where a table came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What sort of file.
    pub container: Container,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// All sheets of the workbook, in its order.
    pub sheets: Vec<String>,
    /// What stands between cells of a text.
    pub delimiter: Option<char>,
    /// The encoding of a text, by its name on the web: `UTF-8`, `windows-1252`.
    pub encoding: Option<String>,
    /// Whether the days of the workbook are counted from 1904.
    pub from_1904: bool,
}

/// Something about the table that a person should know before its records are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// So many formulas gave an error; the first in this line.
    FormulaErrors(usize, usize),
    /// So many formulas hold no value; the first in this line.
    FormulasWithoutValue(usize, usize),
    /// So many cells got what stands in the first cell of a merged field.
    Merged(usize),
    /// The file breaks off in this line.
    BreaksOff(usize),
    /// The last row, in this line, has fewer cells than the others and no end of line: the file was probably cut short.
    CutShort(usize),
    /// So many columns stand beyond those that are read.
    ColumnsLeftOut(usize),
    /// What stands from this line on is not read.
    RowsLeftOut(usize),
    /// The days are counted from 1904; they were read so.
    From1904,
    /// How numbers are shown is not read of such a file, and with it their currency.
    NoFormats,
    /// Some bytes are no text in this encoding.
    NotText(String),
    /// A quotation mark is opened in this line and never closed; what follows was read without marks.
    OpenQuote(usize),
    /// These sheets hold tables too, and were not read.
    SheetsNotRead(Vec<String>),
}

impl Noticed {
    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        let number = |number: &usize| (*number).into();
        match self {
            Self::FormulaErrors(count, line) => {
                words.tf("sheet-formula-errors", &[("count", number(count)), ("line", number(line))])
            }
            Self::FormulasWithoutValue(count, line) => {
                words.tf("sheet-formulas-without-value", &[("count", number(count)), ("line", number(line))])
            }
            Self::Merged(count) => words.tf("sheet-merged", &[("count", number(count))]),
            Self::BreaksOff(line) => words.tf("sheet-breaks-off", &[("line", number(line))]),
            Self::CutShort(line) => words.tf("sheet-cut-short", &[("line", number(line))]),
            Self::ColumnsLeftOut(count) => {
                words.tf("sheet-columns-left-out", &[("count", number(count)), ("most", MOST_COLUMNS.into())])
            }
            Self::RowsLeftOut(line) => words.tf("sheet-rows-left-out", &[("line", number(line))]),
            Self::From1904 => words.t("sheet-from-1904"),
            Self::NoFormats => words.t("sheet-no-formats"),
            Self::NotText(encoding) => words.tf("sheet-not-text", &[("encoding", encoding.into())]),
            Self::OpenQuote(line) => words.tf("sheet-open-quote", &[("line", number(line))]),
            Self::SheetsNotRead(names) => {
                let names = names.iter().map(|name| words.quoted(name)).collect::<Vec<_>>().join(", ");
                words.tf("sheet-sheets-not-read", &[("names", names.into())])
            }
        }
    }
}

/// A table: its rows that hold something, in order.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Where it came from.
    pub origin: Origin,
    /// What was noticed.
    pub noticed: Vec<Noticed>,
    /// The text of all cells in one piece; where each ends; what each holds.
    text: String,
    ends: Vec<u32>,
    kinds: Vec<CellKind>,
    /// The currency of each cell, by its place among [`Self::named`] from 1; 0 is none.
    currencies: Vec<u8>,
    named: Vec<Currency>,
    rows: Vec<Row>,
    width: usize,
    filled: HashSet<(usize, usize)>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    line: u32,
    /// Its first cell and the one behind its last.
    cells: (u32, u32),
}

impl Grid {
    /// A table without rows.
    pub fn new(origin: Origin) -> Self {
        Self { origin, ..Self::default() }
    }

    /// Puts a row below the others; one that holds nothing is passed over. Whether there was room for it.
    pub(super) fn push<'a>(&mut self, line: usize, cells: impl Iterator<Item = Cell<'a>>) -> bool {
        let (first, start) = (self.ends.len(), self.text.len());
        let mut beyond = 0;
        let mut last = first;
        for (place, Cell { kind, text, currency }) in cells.enumerate() {
            let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
            if place >= MOST_COLUMNS {
                beyond += usize::from(!text.is_empty());
                continue;
            }
            self.text.push_str(text);
            let Ok(end) = u32::try_from(self.text.len()) else {
                self.cut_back(first, start);
                return false;
            };
            self.ends.push(end);
            self.kinds.push(if text.is_empty() { CellKind::Empty } else { kind });
            let currency = currency.map_or(0, |currency| self.place_of(currency));
            self.currencies.push(currency);
            if !text.is_empty() {
                last = self.ends.len();
            }
        }
        self.notice_columns(beyond);
        // What is empty at the end of a row is not kept.
        self.ends.truncate(last);
        self.kinds.truncate(last);
        self.currencies.truncate(last);
        if self.ends.len() > MOST_CELLS {
            self.cut_back(first, start);
            return false;
        }
        if last > first {
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            self.rows.push(Row { line: number(line), cells: (number(first), number(last)) });
            self.width = self.width.max(last - first);
        }
        true
    }

    /// Notices formulas that hold no value: how many, and the line of the first.
    pub(super) fn notice_formulas(&mut self, (count, line): (usize, usize)) {
        if count > 0 {
            self.noticed.push(Noticed::FormulasWithoutValue(count, line));
        }
    }

    fn cut_back(&mut self, cells: usize, text: usize) {
        self.ends.truncate(cells);
        self.kinds.truncate(cells);
        self.currencies.truncate(cells);
        self.text.truncate(text);
    }

    /// The place of a currency among those that formats name; 0 beyond as many as nobody has.
    fn place_of(&mut self, currency: Currency) -> u8 {
        let known = self.named.iter().position(|known| *known == currency);
        let place = known.unwrap_or_else(|| {
            self.named.push(currency);
            self.named.len() - 1
        });
        u8::try_from(place + 1).unwrap_or(0)
    }

    fn notice_columns(&mut self, beyond: usize) {
        if beyond == 0 {
            return;
        }
        let known = self.noticed.iter_mut().find_map(|noticed| match noticed {
            Noticed::ColumnsLeftOut(count) => Some(count),
            _ => None,
        });
        match known {
            Some(count) => *count = (*count).max(beyond),
            None => self.noticed.push(Noticed::ColumnsLeftOut(beyond)),
        }
    }

    /// Marks a cell of the last row as one that got its text from the first of a merged field.
    pub(super) fn mark_filled(&mut self, column: usize) {
        if let Some(row) = self.rows.len().checked_sub(1) {
            self.filled.insert((row, column));
        }
    }

    /// Whether the text of a cell stands in the first cell of a merged field, and in this one only by that.
    pub fn is_filled(&self, row: usize, column: usize) -> bool {
        self.filled.contains(&(row, column))
    }

    /// How many rows hold something.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Line of a text, or row of a sheet, from 1; 0 where there is no such row.
    pub fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.line as usize)
    }

    /// A cell; an empty one where there is none.
    pub fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(Row { cells: (first, end), .. }) = self.rows.get(row) else { return Cell::EMPTY };
        let place = *first as usize + column;
        if place >= *end as usize {
            return Cell::EMPTY;
        }
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(place).map_or(start, |end| *end as usize);
        // What was empty at the end of a row has left its text behind nowhere: it had none.
        let text = self.text.get(start..end).unwrap_or("");
        let currency = self.currencies.get(place).and_then(|named| usize::from(*named).checked_sub(1));
        let currency = currency.and_then(|place| self.named.get(place)).copied();
        Cell { kind: self.kinds.get(place).copied().unwrap_or_default(), text, currency }
    }

    /// The cells of a row, up to the last that holds something.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = Cell<'_>> {
        let count = self.rows.get(row).map_or(0, |row| (row.cells.1 - row.cells.0) as usize);
        (0..count).map(move |column| self.cell(row, column))
    }
}
