//! Records that come from no file as a portfolio of their own, written record by record.

use std::io::{self, Write};

use super::set::blank_text;
use super::tree::{STEP, Tree};
use crate::model::{Entry, Header, List};

/// Writes a portfolio with these records; of each list they are asked for once, in the order of the file.
pub fn write_whole<I: Iterator<Item = Entry>>(
    header: &Header,
    records: impl Fn(List) -> I,
    out: &mut impl Write,
) -> io::Result<()> {
    let head = blank_text(header);
    // The bracket closes behind the lists.
    let head = head.trim_end().strip_suffix(')').unwrap_or(&head);
    writeln!(out, "{}", head.trim_end())?;
    for list in List::ALL {
        let mut records = records(list).peekable();
        if records.peek().is_none() {
            continue;
        }
        writeln!(out, "{:STEP$}{}: [", "", list.key())?;
        for record in records {
            writeln!(out, "{:1$}{2},", "", STEP * 2, Tree::of(&record).write_over_lines(STEP * 2))?;
        }
        writeln!(out, "{:STEP$}],", "")?;
    }
    writeln!(out, ")")
}
