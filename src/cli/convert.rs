//! `atalaya convert`: a portfolio written to another file; what is not understood of it is kept as it stands.

use std::path::Path;

use super::{FAILED, GOOD, called, complain};
use crate::format::{self, Edits, Progress, Written, replace};
use crate::i18n::Words;

/// Writes the file; what keeps it from being read or written is said, and what stood there stays.
pub(super) fn run(input: &Path, out: &Path, words: &Words) -> u8 {
    let read = match format::read_file(input, &Progress::default(), &|| ()) {
        Ok((read, _)) => read,
        Err(unreadable) => {
            complain(&unreadable.text(words, &called(Some(input))));
            return FAILED;
        }
    };
    let problems = read.problems.len() + read.more_problems;
    if problems > 0 {
        complain(&words.tf("cli-has-problems", &[("file", called(Some(input)).into()), ("n", problems.into())]));
    }
    match replace(out, |mut text| Written::of(&read.text, &Edits::default()).write(&mut text)) {
        Ok(()) => GOOD,
        Err(error) => {
            let args = [("file", called(Some(out)).into()), ("why", error.to_string().into())];
            complain(&words.tf("not-saved", &args));
            FAILED
        }
    }
}
