//! Where the fields, lists and records of a file stand, before any is parsed. What is broken costs as little as it
//! can: behind a record that does not end, reading goes on where the next one seems to begin.

use std::ops::Range;

use memchr::memmem;

use super::find::{At, Finds};
use super::locate::id_in;
use super::problem::{Effect, ProblemKind};
use super::resume::Layout;
use super::scan::{Broken, Scanner};
use crate::model::List;

/// A field of the file: its name, its value, and the elements where it is a list of records.
pub(super) struct Field {
    pub name: Range<usize>,
    pub value: Range<usize>,
    pub list: Option<List>,
    pub elements: Vec<Element>,
}

/// A record by its bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub bytes: Range<usize>,
    /// Which one of its list as it stands in the file, from 0.
    pub place: usize,
}

/// The fields of the file within the bracket that opens at `opening`; and whether something behind a break is lost. Where
/// `by_layout`, the projects are told apart by how programs lay them out, if they are laid out so throughout: each is then
/// to be parsed before it is believed.
pub(super) fn outline(
    bytes: &[u8],
    opening: usize,
    by_layout: bool,
    is_ron: &dyn Fn(&[u8]) -> bool,
    finds: &mut Finds,
) -> (Vec<Field>, bool) {
    let scanner = Scanner::new(bytes, opening + 1);
    // Who breaks every record pays for reading the file a few times, and not once for each record.
    let patience = bytes.len().saturating_mul(4) + 65_536;
    let layout = Layout { bytes, field: None, record: None };
    let mut outliner = Outliner { bytes, scanner, finds, is_ron, by_layout, layout, patience, lost: false };
    let fields = outliner.fields(opening);
    (fields, outliner.lost)
}

/// The records of a list that begins here, where each stands as programs write it: opened and closed on lines of their
/// own, eight blanks in, one behind the other up to the bracket of the list; and where that stands.
fn laid_out(bytes: &[u8], at: usize) -> Option<(Vec<Element>, usize)> {
    const OPEN: &[u8] = b"        (";
    const CLOSE: &[u8] = b"\n        ),\n";
    let close = memmem::Finder::new(CLOSE);
    let mut rest = at + 1;
    if bytes.get(at) != Some(&b'\n') {
        return None;
    }
    let mut elements = Vec::new();
    loop {
        let line = bytes.get(rest..)?;
        if line.starts_with(b"    ]") {
            return Some((elements, rest));
        }
        if !line.starts_with(OPEN) {
            return None;
        }
        let found = close.find(line)?;
        // With the bracket that closes, without the comma behind it.
        let record = rest + OPEN.len() - 1..rest + found + CLOSE.len() - 2;
        elements.push(Element { bytes: record, place: elements.len() });
        rest += found + CLOSE.len();
    }
}

struct Outliner<'a, 'f> {
    bytes: &'a [u8],
    scanner: Scanner<'a>,
    finds: &'f mut Finds,
    is_ron: &'f dyn Fn(&[u8]) -> bool,
    by_layout: bool,
    layout: Layout<'a>,
    /// How many bytes may still be read in vain.
    patience: usize,
    lost: bool,
}

impl Outliner<'_, '_> {
    fn fields(&mut self, opening: usize) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        while !self.lost {
            if let Err(broken) = self.scanner.skip_blank() {
                self.broken_field(broken, self.scanner.at);
                continue;
            }
            let at = self.scanner.at;
            match self.scanner.peek() {
                None => {
                    self.finds.of_file(opening, None, ProblemKind::Unclosed, Effect::Kept);
                    self.lost = true;
                }
                Some(b')') if self.ends_file(true) => break,
                Some(b',') => self.scanner.at += 1,
                Some(b')' | b']' | b'}') => {
                    self.finds.of_file(at, None, ProblemKind::Syntax, Effect::Kept);
                    self.scanner.at += 1;
                }
                Some(b'(') if fields.last().is_some_and(|field| field.list.is_some()) => {
                    if let Some(field) = fields.last_mut() {
                        self.reopened(field);
                    }
                }
                Some(_) => fields.extend(self.field()),
            }
        }
        fields
    }

    /// Whether the bracket here closes the file: one with fields behind it is one too many.
    fn ends_file(&mut self, say: bool) -> bool {
        let mut ahead = self.scanner.clone();
        ahead.at += 1;
        let blank = ahead.skip_blank();
        let more = blank.is_ok() && (matches!(ahead.peek(), Some(b',' | b'(' | b')' | b']')) || ahead.is_named(b':'));
        if say && !more && (blank.is_err() || ahead.peek().is_some()) {
            self.finds.of_file(ahead.at, None, ProblemKind::Syntax, Effect::Kept);
        }
        !more
    }

    /// Records behind the end of their list: its bracket stands too early.
    fn reopened(&mut self, field: &mut Field) {
        let Some(list) = field.list else { return };
        self.finds.of_list(self.scanner.at, list, ProblemKind::Syntax, Effect::Kept);
        self.list(list, None, &mut field.elements);
        field.value.end = self.scanner.at;
    }

    /// A field by its name, and its value where it has one.
    fn field(&mut self) -> Option<Field> {
        let at = self.scanner.at;
        self.layout.field = self.layout.indent_of(at);
        let Some(name) = self.scanner.name() else {
            self.broken_field(Broken::Unexpected(at), at);
            return None;
        };
        self.scanner.skip_blank().ok();
        if !self.scanner.take(b':') {
            let value = matches!(self.scanner.peek(), Some(b'(' | b'[' | b'"' | b'0'..=b'9'));
            if !value {
                self.broken_field(Broken::Unexpected(name.end), at);
                return None;
            }
            self.finds.of_file(name.end, None, ProblemKind::Syntax, Effect::Kept);
        }
        if let Err(broken) = self.scanner.skip_blank() {
            self.broken_field(broken, at);
            return None;
        }
        let key = self.bytes.get(name.clone()).unwrap_or(&[]);
        let list = List::ALL.into_iter().find(|list| list.key().as_bytes() == key);
        let mut field = Field { name, value: self.scanner.at..self.scanner.at, list, elements: Vec::new() };
        if let (Some(list), Some(b'[')) = (list, self.scanner.peek()) {
            let opening = self.scanner.at;
            self.scanner.at += 1;
            if let (List::Projects, true, Some((elements, end))) =
                (list, self.by_layout, laid_out(self.bytes, self.scanner.at))
            {
                field.elements = elements;
                self.scanner.at = end;
            }
            let closed = self.list(list, Some(opening), &mut field.elements);
            field.value.end = self.scanner.at;
            if closed {
                self.comma_behind(field.value.end);
            }
            return Some(field);
        }
        match self.scanner.value() {
            Ok(value) => {
                field.value = value;
                self.comma_behind(field.value.end);
                Some(field)
            }
            Err(broken) => {
                self.broken_field(broken, at);
                None
            }
        }
    }

    /// Says where a comma is missing between two fields; what is missing is plain, so nothing is lost.
    fn comma_behind(&mut self, end: usize) {
        let blank = self.scanner.skip_blank();
        if blank.is_ok() && !matches!(self.scanner.peek(), Some(b',' | b')' | b']' | b'}' | b'(') | None) {
            self.finds.of_file(end, None, ProblemKind::Syntax, Effect::Kept);
        }
    }

    /// A field of the file that does not end, or something that is none.
    fn broken_field(&mut self, broken: Broken, start: usize) {
        let kind = kind_of(broken);
        self.finds.of_file(broken.at(), None, kind, Effect::NotCounted);
        self.go_on(self.layout.next_field(start), start, broken);
    }

    /// The records of a list from here on; says whether its end was found.
    fn list(&mut self, list: List, opening: Option<usize>, elements: &mut Vec<Element>) -> bool {
        let mut place = elements.last().map_or(0, |element| element.place + 1);
        let mut comma = true;
        self.layout.record = None;
        while !self.lost {
            if let Err(broken) = self.scanner.skip_blank() {
                self.finds.of_list(broken.at(), list, ProblemKind::Unclosed, Effect::LeftOut);
                let at = self.scanner.at;
                self.go_on(self.layout.next_record(at, self.bytes.len()), at, broken);
                continue;
            }
            let at = self.scanner.at;
            match self.scanner.peek() {
                Some(b']') => {
                    self.scanner.at += 1;
                    return true;
                }
                Some(b',') => {
                    if comma {
                        self.finds.of_list(at, list, ProblemKind::Syntax, Effect::Kept);
                    }
                    comma = true;
                    self.scanner.at += 1;
                }
                Some(b')' | b'}') if !self.ends_file(false) => self.stray(list, elements.last()),
                None | Some(b')' | b'}') => return self.list_without_end(list, opening),
                Some(_) if self.scanner.is_named(b':') => {
                    if self.layout.is_field(at) {
                        return self.list_without_end(list, opening);
                    }
                    place = self.orphan(list, place, elements);
                    comma = true;
                }
                Some(_) => {
                    if !comma {
                        let bounds = at..self.bytes.len().min(at + 2_000);
                        let record = At { list, place: Some(place), id: id_in(self.bytes, &bounds) };
                        self.finds.of_record(at, record, None, ProblemKind::Syntax, Effect::Kept);
                    }
                    let element = self.element(list, place);
                    comma = element.is_none();
                    elements.extend(element);
                    place += 1;
                }
            }
        }
        if self.lost {
            self.finds.incomplete(list);
        }
        false
    }

    /// What follows is no record: the list was never closed. Where it was opened at all, that is said.
    fn list_without_end(&mut self, list: List, opening: Option<usize>) -> bool {
        if let Some(opening) = opening {
            self.finds.of_list(opening, list, ProblemKind::Unclosed, Effect::Kept);
        }
        false
    }

    /// A closing bracket that closes nothing is stepped over.
    fn stray(&mut self, list: List, before: Option<&Element>) {
        let id = before.and_then(|element| id_in(self.bytes, &element.bytes));
        let record = At { list, place: before.map(|element| element.place), id };
        self.finds.of_record(self.scanner.at, record, None, ProblemKind::Syntax, Effect::Kept);
        self.scanner.at += 1;
    }

    /// Fields outside any record: the record before them was closed too early, or their own was never opened.
    /// Gives the place of the next record.
    fn orphan(&mut self, list: List, place: usize, elements: &mut Vec<Element>) -> usize {
        let at = self.scanner.at;
        let has_id = self.bytes.get(at..).is_some_and(|rest| rest.starts_with(b"id:"));
        let cut_short = elements.pop_if(|last| !has_id && !self.layout.is_whole(&last.bytes, at));
        let (start, here, said) = match &cut_short {
            Some(before) => (before.bytes.start, before.place, before.bytes.end.saturating_sub(1)),
            None => (at, place, at),
        };
        if cut_short.is_some() {
            self.layout.record = self.layout.indent_of(start);
        }
        let next = self.layout.next_record(at, self.bytes.len());
        let id = id_in(self.bytes, &(start..next.unwrap_or(self.bytes.len())));
        let record = At { list, place: Some(here), id };
        self.finds.of_record(said, record, None, ProblemKind::Syntax, Effect::LeftOut);
        // Without a next record the list ends here: what remains of it holds none.
        self.lost = next.is_none();
        self.scanner.at = next.unwrap_or(at);
        here + 1
    }

    fn element(&mut self, list: List, place: usize) -> Option<Element> {
        let start = self.scanner.at;
        self.layout.record = self.layout.indent_of(start);
        let all = self.bytes.len();
        // Out of patience, a record ends at the latest where another begins.
        let limit = if self.patience > 0 { None } else { self.layout.next_record(start, all) };
        let mut scanner = Scanner::new(self.bytes.get(..limit.unwrap_or(all)).unwrap_or(&[]), start);
        let scanned = scanner.value();
        self.scanner.at = scanner.at;
        let broken = match scanned {
            Ok(bytes) if !self.runs_over(&bytes) => return Some(Element { bytes, place }),
            Ok(_) => Broken::Unclosed(start),
            Err(broken) => broken,
        };
        let next = limit.or_else(|| self.layout.next_record(start, all));
        let bounds = start..next.unwrap_or(all);
        let (at, kind) = self.blame(&bounds, broken);
        let record = At { list, place: Some(place), id: id_in(self.bytes, &bounds) };
        self.finds.of_record(at, record, None, kind, Effect::LeftOut);
        self.go_on(next, start, broken);
        None
    }

    /// Whether a record holds what looks like the next one and is no RON: a string or bracket of it closed by chance.
    fn runs_over(&mut self, bytes: &Range<usize>) -> bool {
        if self.layout.next_record(bytes.start, bytes.end).is_none() {
            return false;
        }
        self.patience = self.patience.saturating_sub(bytes.len());
        // A list around records is RON too, and yet no record.
        let is_list = matches!(self.bytes.get(bytes.start), Some(b'[' | b'{'));
        is_list || !self.bytes.get(bytes.clone()).is_some_and(self.is_ron)
    }

    /// The place within a broken record that a person should look at, and what is wrong there.
    fn blame(&self, bounds: &Range<usize>, broken: Broken) -> (usize, ProblemKind) {
        let within = self.bytes.get(..bounds.end).unwrap_or(&[]);
        let broken = Scanner::new(within, bounds.start).value().err().unwrap_or(broken);
        if matches!(broken, Broken::Unclosed(_)) {
            let string = Scanner::new(within, bounds.start).string_over_lines(bounds.end);
            if let Some(string) = string {
                return (string, ProblemKind::Unclosed);
            }
        }
        let at = if bounds.contains(&broken.at()) { broken.at() } else { bounds.start };
        (at, kind_of(broken))
    }

    /// Goes on at `next`; where nothing is known to come, behind what was read, if that has an end.
    fn go_on(&mut self, next: Option<usize>, start: usize, broken: Broken) {
        let failed = self.scanner.at;
        match next {
            Some(next) => {
                self.patience = self.patience.saturating_sub(failed.saturating_sub(next));
                self.scanner.at = next;
            }
            None if matches!(broken, Broken::Unclosed(_)) || self.patience == 0 || self.scanner.peek().is_none() => {
                self.lost = true;
            }
            None => {
                self.patience = self.patience.saturating_sub(self.bytes.len().saturating_sub(start));
                self.scanner.at = failed.max(start + 1);
            }
        }
    }
}

fn kind_of(broken: Broken) -> ProblemKind {
    match broken {
        Broken::Unexpected(_) => ProblemKind::Syntax,
        Broken::Unclosed(_) => ProblemKind::Unclosed,
        Broken::TooDeep(_) => ProblemKind::TooDeep,
    }
}
