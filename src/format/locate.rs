//! From a place in a record ("amounts[2].value") to a place in the file, and from bytes to line and column.

use std::ops::Range;

use super::scan::{Scanner, elements, fields};

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

/// The id of a record that could not be read as a whole: the first `id: "…"` within its bounds.
pub(super) fn id_in(bytes: &[u8], bounds: &Range<usize>) -> Option<String> {
    let text = bytes.get(bounds.clone())?;
    let mut before = b' ';
    for (at, pair) in text.windows(2).enumerate() {
        if pair == b"id" && !before.is_ascii_alphanumeric() && before != b'_' {
            let rest = text.get(at + 2..)?.trim_ascii_start();
            if let Some(rest) = rest.strip_prefix(b":") {
                let line = rest.trim_ascii_start().split(|byte| *byte == b'\n').next()?;
                let written = line.get(..Scanner::new(line, 0).string_end()?)?;
                return ron::from_str(std::str::from_utf8(written).ok()?).ok();
            }
        }
        before = pair.first().copied().unwrap_or(b' ');
    }
    None
}

/// Where the fields of one record stand, for many questions about it in a row.
#[derive(Default)]
pub(super) struct Places {
    record: Range<usize>,
    /// The path of the list that was asked for last, and where its elements begin.
    list: String,
    elements: Vec<Range<usize>>,
}

impl Places {
    /// As [`locate`]; the elements of a list are looked for once and not for each of its breaches.
    pub fn locate(&mut self, bytes: &[u8], record: &Range<usize>, path: &str) -> usize {
        let Some((list, (place, rest))) =
            path.split_once('[').and_then(|(list, rest)| Some((list, rest.split_once(']')?)))
        else {
            return locate(bytes, record, path);
        };
        if self.record != *record || self.list != list {
            let at = locate(bytes, record, list);
            let found = if bytes.get(at) == Some(&b'[') { elements(bytes, at).0 } else { Vec::new() };
            (self.record, self.list, self.elements) = (record.clone(), list.to_owned(), found);
        }
        let element = place.parse::<usize>().ok().and_then(|place| self.elements.get(place));
        element.map_or_else(|| locate(bytes, record, list), |element| locate(bytes, element, rest))
    }
}

/// Tells lines and columns of bytes that are asked for in their order; made once a file, where there is a problem.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
    /// The byte that was asked for last and its column.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        let after = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Self { bytes, starts: std::iter::once(0).chain(after).collect(), last: (0, 1) }
    }

    /// Line and column of a byte, both from 1; columns in characters.
    pub fn place(&mut self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        // Counting goes on from the last column, so that a file in one line is counted once.
        let (from, column) = if (start..=at).contains(&self.last.0) { self.last } else { (start, 1) };
        let between = self.bytes.get(from..at).unwrap_or(&[]);
        let column = column + between.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count();
        self.last = (at, column);
        (line, column)
    }

    /// The byte at a line and column of a text that begins at `origin`.
    pub fn offset(text: &str, line: usize, column: usize) -> usize {
        let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let within =
            text.get(before..).unwrap_or("").chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
        before + within
    }
}
