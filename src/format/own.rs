//! What this program exported as a workbook or as JSON, read back into records. The sheet of records and the lists of
//! the JSON hold each record whole; the tables beside them are for people and are not read here.

use std::collections::HashSet;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader as _, Xlsx};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::brought::{Brought, FailedEntry, Foreign, Loss, Losses, Understood};
use super::sheet::unpacks_within;
use crate::model::{Entry, Header, List, Portfolio, Projects, Table};

/// What the first cell of the sheet of records says.
pub const OWN_MARK: &str = "atalaya-records";
/// What stands before what the portfolio says of itself.
pub const OWN_HEADER: &str = "header";
/// What stands before the stamp.
pub const OWN_STAMP: &str = "stamp";
/// What stands before the stamp in a page.
pub const OWN_PAGE: &str = "<meta name=\"atalaya\" content=\"";
/// What stands before the stamp in a PDF, among the keywords of its metadata.
pub const OWN_PDF: &str = "<pdf:Keywords>atalaya: ";

/// How many columns a sheet of Excel has.
const COLUMNS: u32 = 16_384;

/// What the library makes of a workbook; where it meets what it does not expect, nothing.
fn guarded<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// Whether these bytes are a report of this program: for people, without records.
pub fn is_own_report(bytes: &[u8]) -> bool {
    [OWN_PAGE, OWN_PDF].iter().any(|mark| memchr::memmem::find(bytes, mark.as_bytes()).is_some())
}

/// What stands in a cell of a workbook; dates are numbers in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OwnCell {
    /// Nothing.
    #[default]
    Nothing,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
}

impl OwnCell {
    /// What it says where it is text; nothing of a number.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Nothing | Self::Number(_) => "",
        }
    }
}

/// A workbook that this program made.
pub struct OwnBook<'a> {
    book: Xlsx<Cursor<&'a [u8]>>,
    records: String,
}

/// A row of the sheet of records.
pub struct OwnRow {
    /// The row, from 1.
    pub row: usize,
    /// The list, [`OWN_HEADER`] or [`OWN_STAMP`].
    pub list: String,
    /// The record's id.
    pub id: String,
    /// The record as JSON.
    pub json: String,
}

impl<'a> OwnBook<'a> {
    /// Opens it; `None` where these bytes are no workbook, or one without a sheet of records.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        // What is small as a file can be without end as a workbook.
        if !bytes.starts_with(b"PK") || !unpacks_within(bytes, super::largest()) {
            return None;
        }
        guarded(|| {
            let mut book = Xlsx::new(Cursor::new(bytes)).ok()?;
            let records = book.sheet_names().into_iter().rev().find(|name| first_text(&mut book, name) == OWN_MARK)?;
            Some(Self { book, records })
        })
    }

    /// The names of its sheets, in their order.
    pub fn sheets(&self) -> Vec<String> {
        self.book.sheet_names()
    }

    /// The name of its sheet of records.
    pub fn records_sheet(&self) -> String {
        self.records.clone()
    }

    /// Hands on the rows of a sheet that are not blank, from above; `None` where there is no such sheet, it breaks off, or
    /// holds more text than a portfolio that is read at all.
    pub fn rows(&mut self, sheet: &str, take: &mut dyn FnMut(usize, Vec<OwnCell>)) -> Option<()> {
        let mut reader = guarded(|| self.book.worksheet_cells_reader(sheet).ok())?;
        let (mut row, mut cells, mut room) = (0, Vec::new(), super::largest());
        while let Some(cell) = guarded(|| reader.next_cell().ok())? {
            let (at, column) = cell.get_position();
            if at != row && !cells.is_empty() {
                take(row as usize, std::mem::take(&mut cells));
            }
            row = at;
            let cell = owned(cell.get_value());
            // What is small as a file can be without end as a sheet.
            room = room.checked_sub(cell.text().len() as u64)?;
            if column >= COLUMNS {
                return None;
            }
            if cell != OwnCell::Nothing {
                cells.resize(column as usize, OwnCell::Nothing);
                cells.push(cell);
            }
        }
        if !cells.is_empty() {
            take(row as usize, cells);
        }
        Some(())
    }

    /// Hands on the rows of the sheet of records, from above.
    pub fn records(&mut self, take: &mut dyn FnMut(OwnRow)) -> Option<()> {
        let sheet = self.records.clone();
        self.rows(&sheet, &mut |row, cells| {
            let mut texts = cells.iter().map(OwnCell::text);
            let (list, id) = (texts.next().unwrap_or(""), texts.next().unwrap_or(""));
            let (list, id, json) = (list.to_owned(), id.to_owned(), texts.collect());
            if row > 0 {
                take(OwnRow { row: row + 1, list, id, json });
            }
        })
    }
}

fn owned(value: &DataRef<'_>) -> OwnCell {
    let text = match value {
        DataRef::Int(number) => return OwnCell::Number(*number as f64),
        DataRef::Float(number) => return OwnCell::Number(*number),
        DataRef::DateTime(date) => return OwnCell::Number(date.as_f64()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    };
    if text.is_empty() { OwnCell::Nothing } else { OwnCell::Text(text) }
}

fn first_text(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> String {
    let Ok(mut reader) = book.worksheet_cells_reader(sheet) else { return String::new() };
    match reader.next_cell() {
        Ok(Some(cell)) => owned(cell.get_value()).text().to_owned(),
        _ => String::new(),
    }
}

/// Reads back a workbook that this program exported; `None` where it is none. Bad rows are listed, and the rest is kept.
pub fn read_own_book(bytes: &[u8]) -> Option<Brought> {
    let mut book = OwnBook::open(bytes)?;
    let mut gathered = Gathered::default();
    let whole = book.records(&mut |row| gathered.row(row));
    if whole.is_none() {
        gathered.losses.note("xlsx", Loss::BrokenOff, gathered.last, "");
    }
    Some(gathered.brought())
}

/// Reads back JSON that this program exported; `None` where it is none. Bad records are listed, and the rest is kept.
pub fn read_own_json(bytes: &[u8]) -> Option<Brought> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut gathered = Gathered::default();
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = Whole(&mut gathered).deserialize(&mut reader).and_then(|()| reader.end());
    if !gathered.own {
        return None;
    }
    if let Err(error) = read {
        gathered.losses.note("json", Loss::BrokenOff, error.line(), &error.to_string());
    }
    Some(gathered.brought())
}

/// Records as they come.
#[derive(Default)]
struct Gathered {
    /// Whether a stamp of this program was seen.
    own: bool,
    header: Option<Header>,
    entries: Vec<Entry>,
    ids: HashSet<(List, String)>,
    counts: Vec<(List, usize, String)>,
    losses: Losses,
    failed: Vec<FailedEntry>,
    last: usize,
}

impl Gathered {
    fn row(&mut self, row: OwnRow) {
        self.last = row.row;
        match (row.list.as_str(), List::from_key(&row.list)) {
            (OWN_STAMP, _) => self.own = true,
            (OWN_HEADER, _) => match serde_json::from_str(&row.json) {
                Ok(header) => self.header = Some(header),
                Err(error) => self.losses.note(OWN_HEADER, Loss::NotReadable, row.row, &error.to_string()),
            },
            (_, Some(list)) => match Entry::read(list, &mut serde_json::Deserializer::from_str(&row.json)) {
                Ok(entry) => self.entry(entry, row.row),
                Err(error) => self.fail(list, &row.id, row.row, &error, vec![row.list, row.id.clone(), row.json]),
            },
            (other, None) => self.losses.note(other, Loss::NoPlace, row.row, &row.id),
        }
    }

    fn fail(&mut self, list: List, id: &str, line: usize, error: &serde_json::Error, cells: Vec<String>) {
        let what = format!("{} {id}: {error}", list.key());
        self.failed.push(FailedEntry { line, what, why: Loss::NotReadable, cells });
    }

    fn entry(&mut self, mut entry: Entry, line: usize) {
        let list = entry.list();
        if entry.id().trim().is_empty() {
            self.losses.note(list.key(), Loss::Missing, line, "id");
            entry = self.named(entry, list.key());
        } else if self.ids.contains(&(list, entry.id().to_owned())) {
            self.losses.note(list.key(), Loss::SameId, line, entry.id());
            let id = entry.id().to_owned();
            entry = self.named(entry, &id);
        }
        self.ids.insert((list, entry.id().to_owned()));
        match self.counts.iter_mut().find(|(known, ..)| *known == list) {
            Some((_, count, _)) => *count += 1,
            None => self.counts.push((list, 1, entry.id().to_owned())),
        }
        self.entries.push(entry);
    }

    /// The record under an id that no other has.
    fn named(&self, entry: Entry, like: &str) -> Entry {
        let list = entry.list();
        // One more number than there are records is always enough; those that are taken are mostly below.
        let first = self.entries.len() + 1;
        let mut ids = (first..=first.saturating_mul(2)).map(|n| format!("{like}-{n}"));
        entry.with_id(&ids.find(|id| !self.ids.contains(&(list, id.clone()))).unwrap_or_default())
    }

    fn brought(mut self) -> Brought {
        let header = self.header.take().unwrap_or_else(|| {
            self.losses.note(OWN_HEADER, Loss::Missing, 0, "");
            Header::blank(None)
        });
        let understood = self.counts.into_iter().map(|(list, count, example)| {
            let key = list.key().to_owned();
            Understood { what: key.clone(), field: key, count, example }
        });
        Brought {
            noticed: Vec::new(),
            format: Foreign::Own,
            entries: self.entries.len() + self.failed.len(),
            portfolio: portfolio(header, self.entries),
            understood: understood.collect(),
            lost: self.losses.all(),
            unread: Vec::new(),
            failed: self.failed,
        }
    }
}

fn portfolio(header: Header, entries: Vec<Entry>) -> Portfolio {
    let mut portfolio = Portfolio::empty(header);
    let (mut totals, mut themes, mut topics, mut sectors, mut supports) = (vec![], vec![], vec![], vec![], vec![]);
    let (mut places, mut organizations, mut sources) = (vec![], vec![], vec![]);
    let (mut projects, mut events, mut continuity) = (vec![], vec![], vec![]);
    for entry in entries {
        match entry {
            Entry::ReportedTotal(record) => totals.push(*record),
            Entry::Theme(record) => themes.push(record),
            Entry::Topic(record) => topics.push(record),
            Entry::Sector(record) => sectors.push(record),
            Entry::Support(record) => supports.push(record),
            Entry::Place(record) => places.push(record),
            Entry::Organization(record) => organizations.push(*record),
            Entry::Source(record) => sources.push(*record),
            Entry::Project(record) => projects.push(*record),
            Entry::Event(record) => events.push(*record),
            Entry::Continuity(record) => continuity.push(*record),
        }
    }
    portfolio.reported_totals = Table::new(totals);
    portfolio.themes = Table::new(themes);
    portfolio.topics = Table::new(topics);
    portfolio.sectors = Table::new(sectors);
    portfolio.supports = Table::new(supports);
    portfolio.places = Table::new(places);
    portfolio.organizations = Table::new(organizations);
    portfolio.sources = Table::new(sources);
    portfolio.projects = Projects::new(projects);
    portfolio.events = Table::new(events);
    portfolio.continuity = Table::new(continuity);
    portfolio
}

/// The whole of the JSON, field by field.
struct Whole<'a>(&'a mut Gathered);

impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an export of Atalaya")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match (key.as_str(), List::from_key(&key)) {
                ("atalaya", _) => {
                    self.0.own = true;
                    map.next_value::<IgnoredAny>()?;
                }
                ("portfolio", _) => match Header::deserialize(map.next_value::<Value>()?) {
                    Ok(header) => self.0.header = Some(header),
                    Err(error) => self.0.losses.note("portfolio", Loss::NotReadable, 0, &error.to_string()),
                },
                (_, Some(list)) => map.next_value_seed(Records { list, gathered: self.0 })?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// One list of the JSON, record by record.
struct Records<'a> {
    list: List,
    gathered: &'a mut Gathered,
}

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the list `{}`", self.list.key())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        let mut place = 0;
        while let Some(record) = records.next_element::<Value>()? {
            place += 1;
            match Entry::read(self.list, &record) {
                Ok(entry) => self.gathered.entry(entry, 0),
                Err(error) => {
                    let id = record.get("id").and_then(Value::as_str).unwrap_or("").to_owned();
                    self.gathered.fail(self.list, &id, place, &error, vec![record.to_string()]);
                }
            }
        }
        Ok(())
    }
}
