//! A report of what is shown, to be handed to an editor: the report as data, written as one page of HTML or as a tagged
//! PDF. Knows what is shown and no window.

mod block;
mod citing;
mod content;
mod html;
mod pdf;

pub use block::{
    Block, ColumnHead, KeyFigure, Labels, Paper, Piece, Report, Section, SourceEntry, Table, TableCell, TableRow, Text,
    stretches,
};
pub use content::{MOST_ROWS, report};
pub use html::write_html;
pub use pdf::{MOST_SHEETS, PdfError, write_pdf};

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The sums, with what they lack.
    Figures,
    /// The plots and their tables.
    Plots,
    /// The projects by their dates.
    Timeline,
    /// The table of the projects.
    Projects,
    /// The table of the events.
    Events,
    /// Reported totals beside the records.
    Reported,
    /// What was cut short.
    CutShort,
    /// What came after.
    Continuity,
    /// What nobody published.
    Missing,
    /// How figures are made and what words mean.
    Method,
}

impl Part {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 10] = [
        Self::Figures,
        Self::Plots,
        Self::Timeline,
        Self::Projects,
        Self::Events,
        Self::Reported,
        Self::CutShort,
        Self::Continuity,
        Self::Missing,
        Self::Method,
    ];
}

/// How a report is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportOptions {
    /// The sheets of the PDF.
    pub paper: Paper,
    /// What brings the PDF back into the same view.
    pub stamp: Option<String>,
    /// What it tells, in this order; one part alone is a view as an accessible page.
    pub parts: Vec<Part>,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self { paper: Paper::default(), stamp: None, parts: Part::ALL.to_vec() }
    }
}
