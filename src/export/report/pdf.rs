//! A report as a PDF for readers of every kind: sheets with running heads and numbers, an outline, links, and a tree of
//! tags; written under the rules of PDF/UA-1, which the writer itself checks. The same report gives the same bytes.

mod blocks;
mod columns;
mod flow;
mod fonts;
mod furniture;
mod lines;
mod paint;
mod pieces;
mod sheet;
mod table;

use std::io::{self, Write};

use thiserror::Error;

use super::block::Report;
use crate::format::{NotSaved, Progress};
use crate::i18n::Words;
use flow::Flow;
use fonts::Fonts;

/// A report is longer than this many sheets only where its texts are beyond all measure: then none is written.
pub const MOST_SHEETS: usize = 2_000;

/// Why there is no PDF.
#[derive(Debug, Error)]
pub enum PdfError {
    /// It would have more sheets than [`MOST_SHEETS`].
    #[error("more than {MOST_SHEETS} sheets")]
    TooLong,
    /// It would not keep a rule of PDF/UA-1, or of PDF itself.
    #[error("not written as PDF/UA-1: {0}")]
    Refused(String),
    /// It could not be written to where it goes.
    #[error(transparent)]
    Write(#[from] io::Error),
}

impl PdfError {
    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::TooLong => words.tf("report-too-long", &[("n", MOST_SHEETS.into())]),
            Self::Refused(why) => words.tf("report-refused", &[("why", why.into())]),
            Self::Write(error) => NotSaved::of(error).why(words),
        }
    }
}

/// Writes a report as a PDF.
pub fn write_pdf(
    report: &Report,
    progress: Option<&Progress>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), PdfError> {
    let fonts = Fonts::new().ok_or_else(|| PdfError::Refused("fonts".to_owned()))?;
    let document = Flow::of(report, &fonts)?;
    // What a drawing writes in letters that the fonts do not have is drawn as lines: then it cannot be searched.
    let bytes = match paint::bytes(&document, report, &fonts, true, progress) {
        Ok(bytes) => bytes,
        Err(_) => paint::bytes(&document, report, &fonts, false, progress).map_err(PdfError::Refused)?,
    };
    Ok(out.write_all(&bytes)?)
}
