//! From a place in a record ("amounts[2].value") to a place in the file, and from bytes to line and column.

use std::ops::Range;

use super::scan::{elements, fields};

/// Where a field of the record within these bounds stands; its beginning where the field is not there.
pub(super) fn locate(bytes: &[u8], record: &Range<usize>, path: &str) -> usize {
    let mut at = record.start;
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty() && *step != "?") {
        let next = if let Ok(place) = step.parse::<usize>() {
            elements(bytes, at).0.get(place).map(|element| element.start)
        } else {
            let (fields, _) = fields(bytes, at);
            let named = fields.into_iter().find(|field| bytes.get(field.name.clone()) == Some(step.as_bytes()));
            named.map(|field| field.value.start)
        };
        match next {
            Some(next) if record.contains(&next) => at = next,
            _ => break,
        }
    }
    at
}

/// Tells lines and columns; made once a file, and only where there is a problem.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        let after = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Self { bytes, starts: std::iter::once(0).chain(after).collect() }
    }

    /// Line and column of a byte, both from 1; columns in characters.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.bytes.get(start..at).unwrap_or(&[]);
        (line, String::from_utf8_lossy(before).chars().count() + 1)
    }

    /// The byte at a line and column of a text that begins at `origin`.
    pub fn offset(text: &str, line: usize, column: usize) -> usize {
        let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let within =
            text.get(before..).unwrap_or("").chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
        before + within
    }
}
