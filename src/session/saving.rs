//! Saving: the text is made and read again before it is written, so that nothing is written that would not read as it is
//! meant.

use std::path::Path;

use crate::format::{NotSaved, Stamp, Written, read_ron, save};
use crate::model::Portfolio;
use crate::query::diff;

/// Saves a text as the file of this portfolio; of a large one each record was held against its text when that was made.
pub fn save_checked(
    path: &Path,
    written: &Written,
    portfolio: &Portfolio,
    expected: Option<&Stamp>,
) -> Result<Stamp, NotSaved> {
    if !written.is_packed() {
        let same = read_ron(&written.bytes()).is_ok_and(|read| diff(portfolio, &read.portfolio).is_empty());
        if !same {
            return Err(NotSaved::NotAsMeant);
        }
    }
    save(path, written, expected)
}
