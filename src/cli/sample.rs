//! `atalaya sample`: writes a synthetic portfolio; the file is there whole or not at all.

use std::path::Path;

use super::{FAILED, GOOD, called, complain};
use crate::format::{NotSaved, Sample, replace};
use crate::i18n::Words;

/// Writes the file; what keeps it from being written is said, and what stood there stays.
pub(super) fn run(sample: Sample, out: &Path, words: &Words) -> u8 {
    // Under the name of another format it would be taken for a damaged file of that.
    if out.extension().is_some_and(|ending| !ending.eq_ignore_ascii_case("ron")) {
        complain(&words.tf("sample-other-form", &[("file", called(Some(out)).into())]));
        return FAILED;
    }
    match replace(out, |mut text| sample.write(&mut text)) {
        Ok(()) => GOOD,
        Err(error) => {
            let args = [("file", called(Some(out)).into()), ("why", NotSaved::of(&error).why(words).into())];
            complain(&words.tf("not-saved", &args));
            FAILED
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn a_portfolio_is_not_written_under_the_name_of_another_format() {
        let home = tempfile::tempdir().unwrap();
        for (name, code) in [("a.xlsx", FAILED), ("a.csv", FAILED), ("a.ron", GOOD), ("a.RON", GOOD), ("a", GOOD)] {
            let out = home.path().join(name);
            assert_eq!(run(Sample { projects: 1, seed: 7 }, &out, &Words::new(Lang::Es)), code, "{name}");
            assert_eq!(out.exists(), code == GOOD, "{name}");
        }
    }
}
