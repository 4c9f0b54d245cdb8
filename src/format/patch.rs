//! What changes in the text of a record when the record changes: only the fields that did, each where it stands.
//! Comments, unknown fields and the layout of everything else stay as they are.

use std::ops::Range;

use super::scan::{Scanner, elements, fields};
use super::tree::{STEP, Tree};

/// A piece of the text that makes way for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub at: Range<usize>,
    pub text: String,
}

/// The text with these pieces changed; they are in order and do not overlap.
pub(super) fn spliced(bytes: &[u8], splices: &[Splice]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
    let mut from = 0;
    for splice in splices {
        text.extend_from_slice(bytes.get(from..splice.at.start.max(from)).unwrap_or(&[]));
        text.extend_from_slice(splice.text.as_bytes());
        from = splice.at.end.max(from);
    }
    text.extend_from_slice(bytes.get(from..).unwrap_or(&[]));
    text
}

type Fields = [(&'static str, Tree)];

/// Finds what to change in these bytes.
pub(super) struct Patcher<'a> {
    bytes: &'a [u8],
    splices: Vec<Splice>,
}

/// The fields of a record or the elements of a list, as they stand in the text.
struct Items {
    /// From the first letter of each to the last one of its value.
    spans: Vec<Range<usize>>,
    /// Behind the bracket that opens.
    open: usize,
    /// How far in each stands on its own line; `None` where they stand in one line.
    indent: Option<usize>,
    /// Those behind which a comma was put.
    with_comma: Vec<usize>,
}

impl<'a> Patcher<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, splices: Vec::new() }
    }

    /// What was found, in the order of the text.
    pub fn into_splices(mut self) -> Vec<Splice> {
        self.splices.sort_by_key(|splice| (splice.at.start, splice.at.end));
        self.splices
    }

    /// Takes out a record or field by itself, with its line where it has one of its own.
    pub fn remove_alone(&mut self, span: &Range<usize>) {
        let items = Items { spans: vec![span.clone()], open: 0, indent: None, with_comma: Vec::new() };
        self.remove(&items, 0);
    }

    /// Puts a field so far in on a line of its own behind the value within these bounds.
    pub fn insert_behind(&mut self, span: &Range<usize>, text: &str, indent: usize) {
        let mut items = Items { spans: vec![span.clone()], open: 0, indent: Some(indent), with_comma: Vec::new() };
        self.insert(&mut items, Some(0), text);
    }

    fn record(&mut self, at: usize, before: &Fields, after: &Fields) {
        let (found, broken) = fields(self.bytes, at);
        if broken.is_some() {
            return;
        }
        let spans = found.iter().map(|field| field.name.start..field.value.end).collect();
        let mut items = self.items(at, b'(', spans);
        let mut previous = None;
        for ((name, before), (_, after)) in before.iter().zip(after) {
            let place = found.iter().position(|field| self.bytes.get(field.name.clone()) == Some(name.as_bytes()));
            match place.and_then(|place| Some((place, found.get(place)?))) {
                Some((place, field)) => {
                    if after.is_nothing() && !before.is_nothing() {
                        // Nothing is put behind what is gone.
                        self.remove(&items, place);
                        continue;
                    }
                    if before != after && !after.is_nothing() {
                        self.value(&field.value, before, after);
                    }
                    previous = Some(place);
                }
                None if before != after && !after.is_nothing() => {
                    let indent = items.indent.unwrap_or_else(|| self.indent_at(at));
                    let column = items.indent.map_or(0, |indent| indent + name.len() + 2);
                    let text = format!("{name}: {}", after.write(indent, column));
                    self.insert(&mut items, previous, &text);
                }
                None => {}
            }
        }
    }

    /// Changes the value within these bounds.
    pub fn value(&mut self, span: &Range<usize>, before: &Tree, after: &Tree) {
        if before == after {
            return;
        }
        match (self.bytes.get(span.start), before, after) {
            (Some(b'('), Tree::Record(before), Tree::Record(after)) => self.record(span.start, before, after),
            (Some(b'['), Tree::List(before), Tree::List(_)) if self.list(span, before, after) => {}
            _ => self.replace(span, after),
        }
    }

    fn replace(&mut self, span: &Range<usize>, value: &Tree) {
        let text = value.write(self.indent_at(span.start), self.column(span.start));
        self.splices.push(Splice { at: span.clone(), text });
    }

    /// Changes the elements of a list one by one; says whether that can be done.
    fn list(&mut self, span: &Range<usize>, before: &[Tree], whole: &Tree) -> bool {
        let (Tree::List(after), (found, _, None)) = (whole, elements(self.bytes, span.start)) else { return false };
        let of_records = matches!(before.first(), Some(Tree::Record(_)));
        let mut items = self.items(span.start, b'[', found);
        if items.spans.len() != before.len() || after.is_empty() || (items.indent.is_none() && !of_records) {
            return false;
        }
        let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let most = before.len().min(after.len()) - same;
        let same_behind = before.iter().rev().zip(after.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        let (gone, new) = (same..before.len() - same_behind, same..after.len() - same_behind);
        let paired = gone.len().min(new.len());
        for place in same..same + paired {
            if let (Some(span), Some(a), Some(b)) =
                (items.spans.get(place).cloned(), before.get(place), after.get(place))
            {
                self.value(&span, a, b);
            }
        }
        for place in same + paired..gone.end {
            self.remove(&items, place);
        }
        let previous = (same + paired).checked_sub(1);
        for value in after.get(same + paired..new.end).unwrap_or(&[]) {
            let indent = items.indent.unwrap_or_else(|| self.indent_at(span.start) + STEP);
            let text = value.write(indent, indent);
            self.insert(&mut items, previous, &text);
        }
        true
    }

    fn items(&self, at: usize, bracket: u8, spans: Vec<Range<usize>>) -> Items {
        let open = self.bytes.iter().skip(at).position(|byte| *byte == bracket).map_or(at, |open| at + open + 1);
        let own_line = |start: usize| {
            let line = self.line_start(start);
            line > open && self.bytes.get(line..start).is_some_and(|blank| blank.iter().all(u8::is_ascii_whitespace))
        };
        let first = spans.first().map(|span| span.start);
        let indent = first.filter(|start| own_line(*start)).map(|start| start - self.line_start(start));
        Items { spans, open, indent, with_comma: Vec::new() }
    }

    /// Puts a piece behind an item, or before all of them.
    fn insert(&mut self, items: &mut Items, previous: Option<usize>, text: &str) {
        let before = previous.and_then(|place| Some((place, items.spans.get(place)?.clone())));
        let Some((place, span)) = before else {
            let text = match items.indent {
                Some(indent) => format!("\n{}{text},", " ".repeat(indent)),
                None if items.spans.is_empty() && self.splices.iter().all(|splice| splice.at.start != items.open) => {
                    text.to_owned()
                }
                None if items.spans.is_empty() => format!(", {text}"),
                None => format!("{text}, "),
            };
            return self.splices.push(Splice { at: items.open..items.open, text });
        };
        let Some(indent) = items.indent else {
            return self.splices.push(Splice { at: span.end..span.end, text: format!(", {text}") });
        };
        let comma = self.comma_behind(span.end);
        if comma.is_none() && !items.with_comma.contains(&place) {
            items.with_comma.push(place);
            self.splices.push(Splice { at: span.end..span.end, text: ",".to_owned() });
        }
        let at = self.rest_of_line(comma.unwrap_or(span.end));
        self.splices.push(Splice { at: at..at, text: format!("\n{}{text},", " ".repeat(indent)) });
    }

    /// Takes an item out, with its line where it has one of its own.
    fn remove(&mut self, items: &Items, place: usize) {
        let Some(span) = items.spans.get(place) else { return };
        let comma = self.comma_behind(span.end);
        let end = comma.unwrap_or(span.end);
        let line = self.line_start(span.start);
        let blank_before =
            self.bytes.get(line..span.start).is_some_and(|blank| blank.iter().all(u8::is_ascii_whitespace));
        let mut line_end = self.rest_of_line(end);
        line_end += usize::from(self.bytes.get(line_end..line_end + 2) == Some(b"\r\n"));
        let at = if blank_before && line > items.open && self.bytes.get(line_end) == Some(&b'\n') {
            line..line_end + 1
        } else if comma.is_some() {
            let blanks = self.bytes.iter().skip(end).take_while(|byte| **byte == b' ').count();
            span.start..end + blanks
        } else {
            // The last one in a line: the comma before it goes as well.
            let before = place.checked_sub(1).and_then(|before| items.spans.get(before));
            before.map_or(span.start, |before| before.end)..span.end
        };
        self.splices.push(Splice { at, text: String::new() });
    }

    /// Where the comma ends that stands behind a value.
    fn comma_behind(&self, end: usize) -> Option<usize> {
        let mut scanner = Scanner::new(self.bytes, end);
        scanner.skip_blank().ok()?;
        scanner.take(b',').then_some(scanner.at)
    }

    /// The end of the line where only blanks or a comment follow; else the place itself.
    fn rest_of_line(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or(&[]);
        let line = rest.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let said = line.trim_ascii();
        if said.is_empty() || said.starts_with(b"//") { at + line.len() } else { at }
    }

    fn line_start(&self, at: usize) -> usize {
        let before = self.bytes.get(..at).unwrap_or(&[]);
        memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1)
    }

    /// How far in the line begins that this place is in.
    pub fn indent_at(&self, at: usize) -> usize {
        let line = self.bytes.get(self.line_start(at)..at).unwrap_or(&[]);
        line.iter().take_while(|byte| **byte == b' ').count()
    }

    fn column(&self, at: usize) -> usize {
        let line = self.bytes.get(self.line_start(at)..at).unwrap_or(&[]);
        String::from_utf8_lossy(line).chars().count()
    }
}
