//! `atalaya check`: a problem a line.

use std::io::{self, Write};
use std::path::Path;

use super::{FAILED, GOOD, SOME, called, complain, read};
use crate::i18n::Words;

/// Lists the problems of a file; what is unknown or split by us is none.
pub(super) fn run(file: Option<&Path>, words: &Words, out: &mut impl Write) -> io::Result<u8> {
    let name = called(file);
    let read = match read(file, &|| ()) {
        Ok((read, _)) => read,
        Err(unreadable) => {
            complain(&unreadable.text(words, &name));
            return Ok(FAILED);
        }
    };
    for problem in &read.problems {
        writeln!(out, "{}", problem.line_text(words, &name))?;
    }
    out.flush()?;
    let problems = read.problems.len() + read.more_problems;
    complain(&words.tf(
        "cli-checked",
        &[
            ("projects", read.portfolio.projects.len().into()),
            ("events", read.portfolio.events.len().into()),
            ("sources", read.portfolio.sources.len().into()),
            ("n", problems.into()),
        ],
    ));
    Ok(if problems == 0 { GOOD } else { SOME })
}
