//! What is shown as a portfolio of its own.

use std::io::Write;

use super::sheet::Cut;
use super::taken::Taken;
use super::{ExportError, Left, Shown};
use crate::format::write_whole;

/// Writes the records of the set, and what they refer to, as a portfolio.
pub fn write_ron(shown: Shown<'_>, out: &mut impl Write) -> Result<Vec<Left>, ExportError> {
    let taken = Taken::of(shown);
    write_whole(&shown.scene.names.portfolio.header, |list| taken.records(list), out)?;
    Ok(Left::of(Cut::default(), 0, taken.references_left()).collect())
}
