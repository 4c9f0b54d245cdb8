//! Where reading goes on behind a break: the next place that looks as the next record, list or field does.
//! Lines and their indentation tell it where the file is laid out so, and `(id:` where it is not.

use std::ops::Range;

use super::scan::Scanner;
use crate::model::List;

/// How many blanks are looked over for what begins behind them.
const MOST_BLANKS: usize = 200;

/// How far the lines of a file are indented, where its fields and records begin lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout<'a> {
    pub bytes: &'a [u8],
    /// Indentation of the field of the file that is being read.
    pub field: Option<usize>,
    /// Indentation of the record that is being read.
    pub record: Option<usize>,
}

impl Layout<'_> {
    /// How far something is indented that begins its line.
    pub fn indent_of(&self, at: usize) -> Option<usize> {
        let before = self.bytes.get(..at)?;
        let indent = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let line = before.get(..before.len() - indent)?;
        (line.is_empty() || line.ends_with(b"\n")).then_some(indent)
    }

    /// Whether the `name:` here is a field of the file and not one of a record.
    pub fn is_field(&self, at: usize) -> bool {
        let outside = match (self.indent_of(at), self.record) {
            (Some(here), Some(record)) => here < record,
            (Some(here), None) => self.field == Some(here),
            (None, _) => false,
        };
        outside || is_list_start(self.bytes, at)
    }

    /// Whether a record ends as one does before what stands at `next`: in a line of its own, or where it began.
    pub fn is_whole(&self, record: &Range<usize>, next: usize) -> bool {
        let in_one_line = |range: Range<usize>| !self.bytes.get(range).unwrap_or(&[]).contains(&b'\n');
        let start = self.indent_of(record.start);
        (start.is_some() && start == self.indent_of(record.end.saturating_sub(1)))
            || (in_one_line(record.clone()) && !in_one_line(record.end..next))
    }

    /// The next place behind `from` and before `until` that begins a record, ends the list or begins a field.
    pub fn next_record(&self, from: usize, until: usize) -> Option<usize> {
        if self.record.is_some() {
            // Where records stand in lines of their own, only what begins a line counts.
            let rest = self.bytes.get(from + 1..until).unwrap_or(&[]);
            let lines = memchr::memchr_iter(b'\n', rest).map(|at| from + 1 + at + 1);
            return lines.filter_map(|line| self.line(line)).find(|found| *found < until);
        }
        let mut word = true;
        for (at, byte) in self.bytes.iter().enumerate().take(until).skip(from + 1) {
            let found = match byte {
                b'\n' => self.line(at + 1).filter(|found| *found < until),
                b'(' if is_id_record(self.bytes, at) => Some(at),
                _ if !word && is_list_start(self.bytes, at) => Some(at),
                _ => None,
            };
            if found.is_some() {
                return found;
            }
            word = byte.is_ascii_alphanumeric() || *byte == b'_';
        }
        None
    }

    /// The next place behind `from` that begins a field of the file.
    pub fn next_field(&self, from: usize) -> Option<usize> {
        let mut word = true;
        for (at, byte) in self.bytes.iter().enumerate().skip(from + 1) {
            if *byte == b'\n' {
                let (indent, first) = self.indented(at + 1);
                if self.field == Some(indent) && is_named(self.bytes, first) {
                    return Some(first);
                }
            } else if !word && is_list_start(self.bytes, at) {
                return Some(at);
            }
            word = byte.is_ascii_alphanumeric() || *byte == b'_';
        }
        None
    }

    /// Where the line that begins here goes on with the next record, the end of the list, or a field of the file.
    fn line(&self, line: usize) -> Option<usize> {
        let (indent, at) = self.indented(line);
        let byte = *self.bytes.get(at)?;
        let Some(record) = self.record else { return is_list_start(self.bytes, at).then_some(at) };
        // In a file without indentation the parts of a record stand as far left as records do.
        let flat = self.field.is_some_and(|field| record <= field);
        let is_record = indent == record && byte == b'(' && (!flat || is_id_record(self.bytes, at));
        // The list ends, and the next field begins, where the list's own field stands.
        let outside = indent < record && self.field.is_none_or(|field| indent == field);
        let ends = outside && (closes_line(self.bytes, at) || is_named(self.bytes, at));
        let ends = ends || (indent < record && byte == b')' && after_blanks(self.bytes, at + 1) == self.bytes.len());
        (is_record || ends || is_list_start(self.bytes, at)).then_some(at)
    }

    fn indented(&self, line: usize) -> (usize, usize) {
        let rest = self.bytes.get(line..).unwrap_or(&[]);
        let indent = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        (indent, line + indent)
    }
}

/// Whether nothing but closing brackets and commas stands in the rest of a line, beginning with one that ends a list.
fn closes_line(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or(&[]);
    let closing = rest.iter().take(MOST_BLANKS).take_while(|byte| b"]), \t\r".contains(byte)).count();
    rest.first() == Some(&b']') && matches!(rest.get(closing), Some(b'\n' | b'/') | None)
}

/// Whether `(id:` stands here: only records begin so, and no part of one.
fn is_id_record(bytes: &[u8], at: usize) -> bool {
    let id = |at: usize| bytes.get(at..).is_some_and(|rest| rest.starts_with(b"id"));
    let first = after_blanks(bytes, at + 1);
    bytes.get(at) == Some(&b'(') && id(first) && bytes.get(after_blanks(bytes, first + 2)) == Some(&b':')
}

/// Whether a list of records begins here by its name: `events: [(id:`.
fn is_list_start(bytes: &[u8], at: usize) -> bool {
    let Some(rest) = bytes.get(at..) else { return false };
    let Some(list) = List::ALL.into_iter().find(|list| rest.starts_with(list.key().as_bytes())) else { return false };
    let colon = after_blanks(bytes, at + list.key().len());
    let bracket = after_blanks(bytes, colon + 1);
    bytes.get(colon) == Some(&b':')
        && bytes.get(bracket) == Some(&b'[')
        && is_id_record(bytes, after_blanks(bytes, bracket + 1))
}

fn is_named(bytes: &[u8], at: usize) -> bool {
    let mut name = Scanner::new(bytes, at);
    name.name().is_some() && bytes.get(after_blanks(bytes, name.at)) == Some(&b':')
}

fn after_blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + rest.iter().take(MOST_BLANKS).take_while(|byte| byte.is_ascii_whitespace()).count()
}
