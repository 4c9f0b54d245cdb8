//! Why nothing of a file could be read.

use crate::i18n::Words;
use crate::model::SCHEMA;

/// Why a file is no portfolio at all, or cannot be got at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is no such file.
    #[error("not found")]
    NotFound,
    /// The system does not let us read it.
    #[error("no permission")]
    NoPermission,
    /// It is a folder.
    #[error("a folder")]
    Folder,
    /// The disk failed.
    #[error("{0}")]
    Io(String),
    /// More bytes than are read.
    #[error("too large: {size} bytes")]
    TooLarge {
        /// How many it has, or at least.
        size: u64,
        /// How many are read.
        most: u64,
    },
    /// The person stopped the reading.
    #[error("cancelled")]
    Cancelled,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Not text, or not in UTF-8.
    #[error("not text")]
    NotText,
    /// Text, but not of the form of a portfolio.
    #[error("not a portfolio, line {line}")]
    NotAPortfolio {
        /// Where it stops being one.
        line: usize,
    },
    /// It is of another format, which can be brought in.
    #[error("another format")]
    AnotherFormat,
    /// A page or another document, and none that this program made.
    #[error("not data")]
    NotData,
    /// IATI of organisations, which has no activities.
    #[error("IATI organisations")]
    Organizations,
    /// A report that this program made: a page or a PDF, which holds no records.
    #[error("a report of this program")]
    OwnReport,
    /// Brackets within brackets beyond all need.
    #[error("nested too deep, line {line}")]
    TooDeep {
        /// Where.
        line: usize,
    },
    /// No version of the record format is told.
    #[error("no schema")]
    NoSchema,
    /// Written by a later version.
    #[error("schema {0}")]
    NewerSchema(u64),
    /// A version that there never was, or something that is none; as written.
    #[error("schema {0}")]
    UnknownSchema(String),
    /// A workbook that would unpack to more than is read.
    #[error("unpacks to more than {most} bytes")]
    Bomb {
        /// How many bytes are unpacked.
        most: u64,
    },
    /// A workbook that breaks off or holds what none does.
    #[error("damaged workbook")]
    Damaged,
    /// A workbook with a password.
    #[error("password")]
    Locked,
    /// A page, a picture, a document: no table.
    #[error("not a table")]
    NotATable,
}

impl From<std::io::Error> for Unreadable {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound,
            std::io::ErrorKind::PermissionDenied => Self::NoPermission,
            std::io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl Unreadable {
    /// In the person's words: what is wrong with which file, and what to do.
    pub fn text(&self, words: &Words, file: &str) -> String {
        let file = ("file", file.into());
        match self {
            Self::NotFound => words.tf("unreadable-not-found", &[file]),
            Self::NoPermission => words.tf("unreadable-no-permission", &[file]),
            Self::Folder => words.tf("unreadable-folder", &[file]),
            Self::Io(why) => words.tf("unreadable-io", &[file, ("why", why.into())]),
            Self::TooLarge { size, most } => {
                let megabytes = |bytes: &u64| i64::try_from(bytes >> 20).unwrap_or(i64::MAX);
                let args = [file, ("size", megabytes(size).into()), ("most", megabytes(most).into())];
                words.tf("unreadable-too-large", &args)
            }
            Self::Bomb { most } => {
                let most = i64::try_from(most >> 20).unwrap_or(i64::MAX);
                words.tf("unreadable-bomb", &[file, ("most", most.into())])
            }
            Self::Damaged => words.tf("unreadable-damaged", &[file]),
            Self::Locked => words.tf("unreadable-locked", &[file]),
            Self::NotATable => words.tf("unreadable-not-a-table", &[file]),
            Self::Cancelled => words.tf("unreadable-cancelled", &[file]),
            Self::Empty => words.tf("unreadable-empty", &[file]),
            Self::AnotherFormat => words.tf("unreadable-another-format", &[file]),
            Self::NotData => words.tf("unreadable-not-data", &[file]),
            Self::Organizations => words.tf("unreadable-organizations", &[file]),
            Self::OwnReport => words.tf("unreadable-own-report", &[file]),
            Self::NotText => words.tf("unreadable-not-text", &[file]),
            Self::NotAPortfolio { line } => words.tf("unreadable-not-a-portfolio", &[file, ("line", (*line).into())]),
            Self::TooDeep { line } => words.tf("unreadable-too-deep", &[file, ("line", (*line).into())]),
            Self::NoSchema => words.tf("unreadable-no-schema", &[file, ("schema", SCHEMA.into())]),
            Self::NewerSchema(found) => words
                .tf("unreadable-newer-schema", &[file, ("found", found.to_string().into()), ("known", SCHEMA.into())]),
            Self::UnknownSchema(found) => {
                words.tf("unreadable-unknown-schema", &[file, ("found", found.into()), ("known", SCHEMA.into())])
            }
        }
    }
}
