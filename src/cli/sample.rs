//! `atalaya sample`: writes a synthetic portfolio; the file is there whole or not at all.

use std::path::Path;

use super::{FAILED, GOOD, called, complain};
use crate::format::{NotSaved, Sample, replace};
use crate::i18n::Words;

/// Writes the file; what keeps it from being written is said, and what stood there stays.
pub(super) fn run(sample: Sample, out: &Path, words: &Words) -> u8 {
    match replace(out, |mut text| sample.write(&mut text)) {
        Ok(()) => GOOD,
        Err(error) => {
            let args = [("file", called(Some(out)).into()), ("why", NotSaved::of(&error).why(words).into())];
            complain(&words.tf("not-saved", &args));
            FAILED
        }
    }
}
