//! A file of what is shown, in the form that a person's reader uses; what did not go into it is said.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::XlsxError;

use super::cells::{Grid, Rows};
use super::csv::{Separator, write_csv};
use super::sheet::{Cut, MANY};
use super::{Shown, json, xlsx};
use crate::format::{NotSaved, Stage};
use crate::i18n::{Arg, Words};

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// For a spreadsheet that parts cells by commas.
    CsvComma,
    /// For a spreadsheet that parts cells by semicolons.
    CsvSemicolon,
    /// A workbook.
    Xlsx,
    /// For programs.
    Json,
}

impl TableKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::CsvComma, Self::CsvSemicolon, Self::Json];

    /// How its files' names end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::CsvComma | Self::CsvSemicolon => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::CsvComma => "export-csv-comma",
            Self::CsvSemicolon => "export-csv-semicolon",
            Self::Xlsx => "export-xlsx",
            Self::Json => "export-json",
        }
    }

    /// What parts its cells; `None` where that is not asked.
    pub const fn separator(self) -> Option<Separator> {
        match self {
            Self::CsvComma => Some(Separator::Comma),
            Self::CsvSemicolon => Some(Separator::Semicolon),
            Self::Xlsx | Self::Json => None,
        }
    }
}

/// Writes what is shown; gives what did not go into the file. Of CSV, [`super::about_csv`] is the text beside it.
pub fn table_file(
    kind: TableKind,
    of: Rows,
    shown: Shown<'_>,
    out: &mut (impl Write + Send),
) -> Result<Vec<Left>, ExportError> {
    match kind.separator() {
        Some(separator) => {
            // Once for the table, and twice for what is said beside it.
            shown.begin(Stage::Writing, 3 * Grid::of(shown, of).len());
            write_csv(shown, of, separator, out).map(|()| vec![Left::OnlyTheTable])
        }
        None if kind == TableKind::Xlsx => xlsx::write(shown, of, out),
        None => json::write(shown, of, out),
    }
}

/// What of the set did not go into a file as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// CSV holds the table alone.
    OnlyTheTable,
    /// Rows beyond what a sheet can have.
    Rows(usize),
    /// Whole records beyond what a sheet can have.
    Records(usize),
    /// Texts longer than a cell; the whole text stands in the sheet of records.
    LongTexts(usize),
    /// Texts with characters that the format does not allow; they stand in the sheet of records.
    Characters(usize),
    /// Amounts that a spreadsheet would round: written as text.
    LargeAmounts(usize),
    /// References to projects that are not in the set.
    References(usize),
}

impl Left {
    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        let say = |key: &str, n: usize| words.tf(key, &[("n", n.into())]);
        match self {
            Self::OnlyTheTable => words.t("export-left-only-table"),
            Self::Rows(n) => say("export-left-rows", *n),
            Self::Records(n) => say("export-left-records", *n),
            Self::LongTexts(n) => say("export-left-long", *n),
            Self::Characters(n) => say("export-left-characters", *n),
            Self::LargeAmounts(n) => say("export-left-amounts", *n),
            Self::References(n) => say("export-left-references", *n),
        }
    }

    /// What did not go into a workbook, where there is something.
    pub(super) fn of(cut: Cut, records: usize, references: usize) -> impl Iterator<Item = Self> {
        let all = [
            (cut.long, Self::LongTexts(cut.long)),
            (cut.characters, Self::Characters(cut.characters)),
            (cut.amounts, Self::LargeAmounts(cut.amounts)),
            (records, Self::Records(records)),
            (references, Self::References(references)),
        ];
        all.into_iter().filter(|(count, _)| *count > 0).map(|(_, left)| left)
    }
}

/// Why a file could not be written. What stood there is to be left as it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// There is no more room for temporary files in this folder.
    #[error("no room for temporary files in {0:?}")]
    TemporaryFull(PathBuf),
    /// Temporary files cannot be written in this folder.
    #[error("no temporary files in {0:?}")]
    NoTemporary(PathBuf),
    /// The system says why.
    #[error("{0}")]
    Io(io::Error),
    /// The library that makes the file says why.
    #[error("{0}")]
    Other(String),
}

impl ExportError {
    /// Why, in the person's words.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Full => words.t("not-saved-full"),
            Self::TemporaryFull(folder) => words.tf("export-temporary-full", &[("folder", shown(folder))]),
            Self::NoTemporary(folder) => {
                let rows = i64::try_from(MANY).unwrap_or(i64::MAX);
                words.tf("export-no-temporary", &[("folder", shown(folder)), ("n", rows.into())])
            }
            Self::Io(error) => NotSaved::of(error).why(words),
            Self::Other(why) => why.clone(),
        }
    }
}

fn shown(folder: &Path) -> Arg<'static> {
    folder.display().to_string().into()
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        // It may have come as an error of the file.
        error.downcast().unwrap_or_else(|error| {
            if error.kind() == io::ErrorKind::StorageFull { Self::Full } else { Self::Io(error) }
        })
    }
}

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) => error.into(),
            XlsxError::TempFileError(folder, error) if error.kind() == io::ErrorKind::StorageFull => {
                Self::TemporaryFull(folder)
            }
            XlsxError::TempFileError(folder, _) => Self::NoTemporary(folder),
            other => Self::Other(other.to_string()),
        }
    }
}

impl From<ExportError> for io::Error {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Full => io::ErrorKind::StorageFull.into(),
            ExportError::Io(error) => error,
            error => Self::other(error),
        }
    }
}
