//! What was edited of a portfolio, and the text that it makes of the one that was opened: every byte as it was but those
//! of the fields that changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::parse::{Failed, Parser};
use super::patch::{Patcher, Splice, spliced};
use super::scan::Scanner;
use super::text::Text;
use super::tree::{STEP, Tree};
use crate::model::{Entry, Header, List};

/// How far in the fields of the file stand, and the records of its lists.
const FIELD: usize = STEP;
const RECORD: usize = 2 * STEP;
/// How much around a record is looked at for its line and its comma.
const AROUND: usize = 512;
/// What a file says of itself, in the order of the format.
pub(super) const HEADER: [&str; 9] =
    ["schema", "title", "about", "country", "currency", "language", "updated", "cutoff", "synonyms"];

/// What is to be different from the text that was opened.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// What the file said of itself, and says now; where that was edited.
    pub header: Option<(Arc<Header>, Arc<Header>)>,
    /// The lists in which something was edited.
    pub lists: BTreeMap<List, ListEdits>,
}

/// What was edited of a list. Records of the text are named by their places among those that could be read.
#[derive(Clone, Debug, Default)]
pub struct ListEdits {
    /// Records as they are now.
    pub changed: BTreeMap<usize, Arc<Entry>>,
    /// Records that were taken out.
    pub removed: BTreeSet<usize>,
    /// Records that came in, in their order.
    pub added: Vec<Added>,
}

/// A record that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// As it is now.
    pub entry: Arc<Entry>,
    /// As it came in: this very piece of memory tells it from all others, whatever its id is by now, and also where it was
    /// taken back and came in again.
    pub(super) born: Arc<Entry>,
    /// The record of the text that it is a copy of, by its place there: what this version does not know of that one is
    /// copied as well.
    pub copy_of: Option<usize>,
}

impl From<Entry> for Added {
    fn from(entry: Entry) -> Self {
        Self::new(Arc::new(entry), None)
    }
}

impl Added {
    /// A record that comes in, as a copy of one of the text where it is one.
    pub fn new(entry: Arc<Entry>, copy_of: Option<usize>) -> Self {
        Self { born: Arc::clone(&entry), entry, copy_of }
    }

    /// What tells it from all others that came in.
    pub fn birth(&self) -> usize {
        Arc::as_ptr(&self.born).addr()
    }
}

/// A text and what to change in it.
#[derive(Clone, Debug, Default)]
pub struct Written {
    text: Text,
    splices: Vec<Splice>,
    /// Records that had to be written anew as a whole: what of them this version does not know is gone.
    pub rewritten: Vec<String>,
    /// Whether lines end as on Windows.
    returns: bool,
}

impl Written {
    /// The text with the edits.
    pub fn of(text: &Text, edits: &Edits) -> Self {
        let head = text.get(0..text.len().min(AROUND));
        let returns = memchr::memmem::find(&head, b"\r\n").is_some();
        let mut written = Self { text: text.clone(), returns, ..Self::default() };
        if let Some((before, after)) = &edits.header {
            written.header(before, after);
        }
        for (list, edits) in &edits.lists {
            for (place, entry) in edits.changed.iter().filter(|(place, _)| !edits.removed.contains(place)) {
                written.record(*list, *place, entry);
            }
            edits.removed.iter().for_each(|place| written.remove(*list, *place));
            written.add(*list, &edits.added);
        }
        written.splices.sort_by_key(|splice| (splice.at.start, splice.at.end));
        if returns {
            written.splices.iter_mut().for_each(|splice| splice.text = splice.text.replace('\n', "\r\n"));
        }
        written
    }

    /// Whether the text is a large one, held packed.
    pub fn is_packed(&self) -> bool {
        self.text.is_packed()
    }

    /// How long it is, in bytes.
    pub fn len(&self) -> usize {
        let [gone, come] =
            self.splices.iter().fold([0, 0], |[gone, come], splice| [gone + splice.at.len(), come + splice.text.len()]);
        (self.text.len() + come).saturating_sub(gone)
    }

    /// Whether there is nothing of it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Writes all of it.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut from = 0;
        for splice in &self.splices {
            self.text.copy(from..splice.at.start.max(from), out)?;
            out.write_all(splice.text.as_bytes())?;
            from = splice.at.end.max(from);
        }
        self.text.copy(from..self.text.len(), out)
    }

    /// All of it in memory.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.text.len());
        // Writing into memory does not fail.
        let _ = self.write(&mut bytes);
        bytes
    }

    fn take(&mut self, splices: impl IntoIterator<Item = Splice>, from: usize) {
        let moved = |splice: Splice| Splice { at: splice.at.start + from..splice.at.end + from, ..splice };
        self.splices.extend(splices.into_iter().map(moved));
    }

    /// Changes the fields of a record that changed.
    fn record(&mut self, list: List, place: usize, entry: &Entry) {
        let Some(span) = self.text.span(list, place) else { return };
        let (bytes, from) = self.text.around(&span, AROUND);
        let local = span.start - from..span.end - from;
        let parsed = parse_entry(list, &bytes, &local);
        if parsed.as_ref() == Some(entry) {
            return;
        }
        if let Some(before) = parsed {
            let mut patcher = Patcher::new(&bytes);
            patcher.value(&local, &Tree::of(&before), &Tree::of(entry));
            let splices = patcher.into_splices();
            // Nothing is written that would not be read as it is meant.
            let text = spliced(&bytes, &splices);
            let end = Scanner::new(&text, local.start).value().map_or(0, |value| value.end);
            if parse_entry(list, &text, &(local.start..end)).as_ref() == Some(entry) {
                return self.take(splices, from);
            }
        }
        self.rewritten.push(entry.id().to_owned());
        let indent = Patcher::new(&bytes).indent_at(local.start);
        self.splices.push(Splice { at: span, text: Tree::of(entry).write_over_lines(indent) });
    }

    fn remove(&mut self, list: List, place: usize) {
        let Some(span) = self.text.span(list, place) else { return };
        let (bytes, from) = self.text.around(&span, AROUND);
        let mut patcher = Patcher::new(&bytes);
        patcher.remove_alone(&(span.start - from..span.end - from));
        self.take(patcher.into_splices(), from);
    }

    /// The text of a copy: that of its origin with the fields that are different; nothing where that is no text of it.
    fn copied(&self, list: List, copy_of: usize, entry: &Entry) -> Option<String> {
        let bytes = self.text.get(self.text.span(list, copy_of)?);
        let whole = 0..bytes.len();
        let origin = parse_entry(list, &bytes, &whole)?;
        let mut patcher = Patcher::new(&bytes);
        patcher.value(&whole, &Tree::of(&origin), &Tree::of(entry));
        let text = String::from_utf8(spliced(&bytes, &patcher.into_splices())).ok()?.replace("\r\n", "\n");
        let as_written = if self.returns { text.replace('\n', "\r\n") } else { text.clone() };
        let reads = parse_entry(list, as_written.as_bytes(), &(0..as_written.len()));
        (reads.as_ref() == Some(entry)).then_some(text)
    }

    fn add(&mut self, list: List, added: &[Added]) {
        if added.is_empty() {
            return;
        }
        let pad = " ".repeat(RECORD);
        let text_of = |added: &Added| {
            let copied = added.copy_of.and_then(|copy_of| self.copied(list, copy_of, &added.entry));
            copied.unwrap_or_else(|| Tree::of(&*added.entry).write_over_lines(RECORD))
        };
        let records = added.iter().fold(String::new(), |text, added| text + &pad + &text_of(added) + ",\n");
        // Of a list that stands twice the last one takes them.
        let value =
            self.text.fields.iter().rfind(|field| *field.called == *list.key()).map(|field| field.value.clone());
        let Some(value) = value else {
            let text = format!("{}: [\n{records}{}]", list.key(), " ".repeat(FIELD));
            return self.field(list.key(), &text);
        };
        let end = value.end.saturating_sub(1);
        let from = end.saturating_sub(AROUND).max(value.start);
        let before = self.text.get(from..end);
        if self.text.get(end..value.end) != b"]" {
            // The list was never closed: what comes in stands where it ends.
            return self.splices.push(Splice { at: value.end..value.end, text: format!("\n{records}") });
        }
        let said = before.trim_ascii_end();
        let (at, blank) = (from + said.len(), before.get(said.len()..).unwrap_or(&[]));
        let comma = if self.wants_comma(list, said, end) { "," } else { "" };
        if blank.contains(&b'\n') {
            // Behind the last line, whatever comment ends it.
            let line = at + blank.iter().position(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
            if !comma.is_empty() {
                let last = self.last_span(list).map_or(at, |span| span.end);
                self.splices.push(Splice { at: last..last, text: comma.to_owned() });
            }
            self.splices.push(Splice { at: line..line, text: records });
        } else {
            let text = format!("{comma}\n{records}{}", " ".repeat(FIELD));
            self.splices.push(Splice { at: at..end, text });
        }
    }

    fn last_span(&self, list: List) -> Option<Range<usize>> {
        self.text.span(list, self.text.count(list).checked_sub(1)?)
    }

    /// Whether a comma is missing behind the last record of a list that ends at `end`.
    fn wants_comma(&self, list: List, said: &[u8], end: usize) -> bool {
        if matches!(said.last(), None | Some(b',' | b'[')) {
            return false;
        }
        let Some(last) = self.last_span(list) else { return false };
        let rest = self.text.get(last.end..end.max(last.end));
        let mut scanner = Scanner::new(&rest, 0);
        scanner.skip_blank().is_ok() && scanner.peek().is_none()
    }

    /// A field of the file that is not there yet, where the format has it.
    fn field(&mut self, name: &str, text: &str) {
        let order = |called: &str| {
            let lists = List::ALL.iter().map(|list| list.key());
            HEADER.into_iter().chain(lists).position(|known| known == called)
        };
        let own = order(name);
        let stands_before = |called: &str| order(called).is_some_and(|place| Some(place) < own);
        let before = self.text.fields.iter().filter(|field| stands_before(&field.called));
        let before = before.max_by_key(|field| field.value.end);
        let Some(before) = before.map(|field| field.value.clone()) else {
            let at = self.text.open + 1;
            return self.splices.push(Splice { at: at..at, text: format!("\n{}{text},", " ".repeat(FIELD)) });
        };
        let (bytes, from) = self.text.around(&(before.end..before.end), AROUND);
        let mut patcher = Patcher::new(&bytes);
        let end = before.end - from;
        patcher.insert_behind(&(end..end), text, FIELD);
        self.take(patcher.into_splices(), from);
    }

    /// Changes what the file says of itself.
    fn header(&mut self, before: &Header, after: &Header) {
        let (Tree::Record(before), Tree::Record(after)) = (Tree::of(before), Tree::of(after)) else { return };
        for ((name, before), (_, after)) in
            before.iter().zip(&after).filter(|((_, before), (_, after))| before != after)
        {
            match self.text.field(name).cloned() {
                Some(field) => {
                    let (bytes, from) = self.text.around(&(field.name.start..field.value.end), AROUND);
                    let mut patcher = Patcher::new(&bytes);
                    if after.is_nothing() {
                        patcher.remove_alone(&(field.name.start - from..field.value.end - from));
                    } else {
                        patcher.value(&(field.value.start - from..field.value.end - from), before, after);
                    }
                    self.take(patcher.into_splices(), from);
                }
                None if after.is_nothing() => {}
                None => self.field(name, &format!("{name}: {}", after.write(FIELD, FIELD + name.len() + 2))),
            }
        }
    }
}

/// The record within these bounds, where it can be read as one of this list.
pub(super) fn parse_entry(list: List, bytes: &[u8], span: &Range<usize>) -> Option<Entry> {
    read_entry(list, bytes, span).ok().map(|(entry, _)| entry)
}

/// The record within these bounds, and the paths of the fields in it that are not known.
pub(super) fn read_entry(list: List, bytes: &[u8], span: &Range<usize>) -> Result<(Entry, Vec<String>), Failed> {
    fn read<T: DeserializeOwned>(
        bytes: &[u8],
        span: &Range<usize>,
        entry: impl FnOnce(T) -> Entry,
    ) -> Result<(Entry, Vec<String>), Failed> {
        Parser::of(bytes).parse::<T>(span).map(|(record, unknown)| (entry(record), unknown))
    }
    match list {
        List::ReportedTotals => read(bytes, span, |record| Entry::ReportedTotal(Box::new(record))),
        List::Themes => read(bytes, span, Entry::Theme),
        List::Topics => read(bytes, span, Entry::Topic),
        List::Sectors => read(bytes, span, Entry::Sector),
        List::Supports => read(bytes, span, Entry::Support),
        List::Places => read(bytes, span, Entry::Place),
        List::Organizations => read(bytes, span, |record| Entry::Organization(Box::new(record))),
        List::Sources => read(bytes, span, |record| Entry::Source(Box::new(record))),
        List::Projects => read(bytes, span, |record| Entry::Project(Box::new(record))),
        List::Events => read(bytes, span, |record| Entry::Event(Box::new(record))),
        List::Continuity => read(bytes, span, |record| Entry::Continuity(Box::new(record))),
    }
}
