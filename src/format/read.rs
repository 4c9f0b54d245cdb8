//! The reader of RON portfolios: the scanner finds each record, `ron` parses it alone, so that one bad record stays
//! one and its error has a line and a field.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::edits::HEADER;
use super::find::{At, Finds, cut};
use super::locate::{Lines, Places, id_in, locate};
use super::outline::{Field, outline};
use super::packed::Packed;
use super::parse::{Failed, Parser, tidy};
use super::problem::{Effect, Expected, Problem, ProblemKind};
use super::progress::Progress;
use super::projects::{AT_ONCE, Gather, Projects, Reading};
use super::scan::{Broken, Scanner, elements};
use super::text::Text;
use super::unreadable::Unreadable;
use crate::model::{Breach, Header, List, Portfolio, Record, Rule, SCHEMA, Table, check_before, check_behind};

/// What a file holds, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Read {
    /// The records that could be read.
    pub portfolio: Portfolio,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many more problems there are.
    pub more_problems: usize,
    /// The bytes themselves, and where everything stands in them.
    pub text: Text,
}

impl Read {
    /// Records that come from no file.
    pub fn of(portfolio: Portfolio) -> Self {
        Self { portfolio, problems: Vec::new(), more_problems: 0, text: Text::default() }
    }
}

/// Reads a portfolio. Whatever can be read is; only what is no portfolio at all is an error.
pub fn read_ron(bytes: &[u8]) -> Result<Read, Unreadable> {
    read_ron_with(bytes, &Progress::default())
}

/// As [`read_ron`]; says how far it has come, and stops where that is asked for.
pub fn read_ron_with(bytes: &[u8], progress: &Progress) -> Result<Read, Unreadable> {
    let (mut read, projects) = read_either(bytes, progress, true, &|| ())?;
    read.portfolio.projects = crate::model::Projects::new(projects.listed);
    read.text = read.text.plain(bytes, projects.spans);
    Ok(read)
}

/// As [`read_ron_with`], for many records: each project is handed on while it is read, and packed instead of kept.
pub fn read_ron_packed<G: Gather>(
    bytes: Vec<u8>,
    progress: &Progress,
    gather: &(dyn Fn() -> G + Sync),
) -> Result<(Read, Vec<G>), Unreadable> {
    let (mut read, projects) = read_either(&bytes, progress, false, gather)?;
    let (packed, ids) = (Arc::new(Packed::new(bytes, projects.spans)), Arc::clone(read.portfolio.projects.ids()));
    read.text = read.text.packed(Arc::clone(&packed));
    read.portfolio.projects = crate::model::Projects::packed(ids, packed);
    Ok((read, projects.parts))
}

/// What a file holds, its projects told apart by their layout, which is quick; where one of those cannot be parsed, by
/// their brackets, which says what is wrong and where.
fn read_either<G: Gather>(
    bytes: &[u8],
    progress: &Progress,
    keep: bool,
    gather: &(dyn Fn() -> G + Sync),
) -> Result<(Read, Projects<G>), Unreadable> {
    let read = read_all(bytes, progress, true, keep, gather)?;
    if read.1.failed && !progress.is_cancelled() {
        return read_all(bytes, progress, false, keep, gather);
    }
    Ok(read)
}

/// What a file holds; its projects, kept or not, apart.
fn read_all<G: Gather>(
    bytes: &[u8],
    progress: &Progress,
    by_layout: bool,
    keep: bool,
    gather: &(dyn Fn() -> G + Sync),
) -> Result<(Read, Projects<G>), Unreadable> {
    progress.begin(bytes.len() as u64);
    let start = text_start(bytes)?;
    let parser = Parser::of(bytes);
    let mut finds = Finds::default();
    let opening = opening(bytes, start)?;
    let (fields, lost) = outline(bytes, opening, by_layout, &|bytes| parser.is_ron(bytes), &mut finds);
    if let (true, Some((at, kind))) = (fields.is_empty(), finds.first()) {
        let line = Lines::of(bytes).place(at).0;
        let deep = *kind == ProblemKind::TooDeep;
        return Err(if deep { Unreadable::TooDeep { line } } else { Unreadable::NotAPortfolio { line } });
    }
    if lost {
        let seen = |list: &List| fields.iter().any(|field| field.list == Some(*list));
        List::ALL.into_iter().filter(|list| !seen(list)).for_each(|list| finds.incomplete(list));
    }
    let (spans, places) = (BTreeMap::new(), BTreeMap::new());
    let mut reader = Reader { parser, fields: &fields, finds, spans, places, progress };
    let header = reader.header(opening, lost)?;
    let mut portfolio = Portfolio::empty(header);
    portfolio.reported_totals = reader.list(List::ReportedTotals);
    portfolio.themes = reader.list(List::Themes);
    portfolio.topics = reader.list(List::Topics);
    portfolio.sectors = reader.list(List::Sectors);
    portfolio.supports = reader.list(List::Supports);
    portfolio.places = reader.list(List::Places);
    portfolio.organizations = reader.list(List::Organizations);
    portfolio.sources = reader.list(List::Sources);
    let mut projects = reader.projects(&Reading { head: &portfolio, keep, gather });
    portfolio.events = reader.list(List::Events);
    portfolio.continuity = reader.list(List::Continuity);
    if progress.is_cancelled() {
        return Err(Unreadable::Cancelled);
    }
    reader.unknown_fields();
    // What refers to projects is held against their ids.
    let ids = Arc::new(std::mem::take(&mut projects.ids));
    portfolio.projects = crate::model::Projects::packed(ids, Arc::new(Packed::default()));
    reader.rules(&portfolio);
    let (problems, more_problems) = reader.finds.into_problems(bytes);
    let text = Text::placed(bytes, opening, reader.fields, reader.spans);
    Ok((Read { portfolio, problems, more_problems, text }, projects))
}

/// Where the text begins; or why it is none.
fn text_start(bytes: &[u8]) -> Result<usize, Unreadable> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(Unreadable::NotText),
        _ if bytes.iter().all(u8::is_ascii_whitespace) => return Err(Unreadable::Empty),
        _ if bytes.contains(&0) => return Err(Unreadable::NotText),
        _ => {}
    }
    Ok(if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 })
}

/// Where the bracket of the portfolio opens: behind `#![enable(…)]` lines and the name of the struct.
fn opening(bytes: &[u8], start: usize) -> Result<usize, Unreadable> {
    let mut scanner = Scanner::new(bytes, start);
    let unreadable = |broken: Broken| Unreadable::NotAPortfolio { line: Lines::of(bytes).place(broken.at()).0 };
    scanner.skip_blank().map_err(unreadable)?;
    while scanner.take(b'#') {
        scanner.take(b'!');
        scanner.skip_blank().map_err(unreadable)?;
        let (_, end, broken) = elements(bytes, scanner.at);
        if let Some(broken) = broken {
            return Err(unreadable(broken));
        }
        scanner.at = end;
        scanner.skip_blank().map_err(unreadable)?;
    }
    let named = scanner.name().is_some();
    scanner.skip_blank().map_err(unreadable)?;
    match scanner.peek() {
        Some(b'(') => Ok(scanner.at),
        None if !named => Err(Unreadable::Empty),
        _ => Err(unreadable(Broken::Unexpected(scanner.at))),
    }
}

pub(super) struct Reader<'a> {
    pub parser: Parser<'a>,
    pub fields: &'a [Field],
    pub finds: Finds,
    spans: BTreeMap<List, Vec<Range<usize>>>,
    /// Which one of its list each record is in the file, those counted that were left out.
    places: BTreeMap<List, Vec<usize>>,
    pub progress: &'a Progress,
}

impl Reader<'_> {
    fn name(&self, field: &Field) -> &str {
        self.parser.bytes.get(field.name.clone()).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or("")
    }

    fn schema(&self) -> Result<u32, Unreadable> {
        let field = self.fields.iter().find(|field| self.name(field) == "schema").ok_or(Unreadable::NoSchema)?;
        let known = |schema: &u32| (1..=SCHEMA).contains(schema);
        if let Some((schema, _)) = self.parser.parse::<u32>(&field.value).ok().filter(|(schema, _)| known(schema)) {
            return Ok(schema);
        }
        let written = String::from_utf8_lossy(self.parser.bytes.get(field.value.clone()).unwrap_or(&[])).into_owned();
        let number = written.bytes().all(|byte| byte.is_ascii_digit());
        // A number that no version will ever have is still one that came later than ours.
        let number = number.then(|| written.parse::<u64>().unwrap_or(u64::MAX)).filter(|number| *number > 0);
        Err(number.map_or_else(|| Unreadable::UnknownSchema(cut(written)), Unreadable::NewerSchema))
    }

    fn header(&mut self, opening: usize, lost: bool) -> Result<Header, Unreadable> {
        let schema = self.schema()?;
        if !lost && !self.fields.iter().any(|field| self.name(field) == "title") {
            let title = "title".to_owned();
            self.finds.of_file(opening, Some(title.clone()), ProblemKind::MissingField(title), Effect::Kept);
        }
        Ok(Header {
            schema,
            title: self.header_field("title").unwrap_or_default(),
            about: self.header_field("about").unwrap_or_default(),
            country: self.header_field("country").flatten(),
            currency: self.header_field("currency").flatten(),
            language: self.header_field("language").flatten(),
            updated: self.header_field("updated").flatten(),
            cutoff: self.header_field("cutoff").flatten(),
            synonyms: self.header_field("synonyms").unwrap_or_default(),
        })
    }

    fn header_field<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let field = self.fields.iter().find(|field| self.name(field) == name)?;
        match self.parser.parse::<T>(&field.value) {
            Ok((value, ignored)) => {
                let mut places = Places::default();
                for path in ignored.iter().map(|path| tidy(path)) {
                    let at = places.locate(self.parser.bytes, &field.value, &path);
                    let last = path.rsplit('.').next().unwrap_or(&path).to_owned();
                    let path = Some(format!("{name}.{path}"));
                    self.finds.of_file(at, path, ProblemKind::UnknownField(last), Effect::Kept);
                }
                Some(value)
            }
            Err(failed) => {
                let path = failed.field.map_or_else(|| name.to_owned(), |path| joined(name, &path));
                self.finds.of_file(failed.at, Some(path), failed.kind, Effect::NotCounted);
                None
            }
        }
    }

    /// The records of a list; those that cannot be read are listed and left out. A list that stands twice is one.
    fn list<T: DeserializeOwned + Record + Send>(&mut self, list: List) -> Table<T> {
        let mut read = Records { list, kept: Vec::new(), spans: Vec::new(), places: Vec::new(), ids: HashSet::new() };
        let mut before = 0;
        let all = self.fields;
        for field in all.iter().filter(|field| field.list == Some(list)) {
            self.is_list(field);
            // Parsing is what takes its time, and no record needs another; what is said of them stays in order.
            for elements in field.elements.chunks(AT_ONCE).take_while(|_| !self.progress.is_cancelled()) {
                let parser = &self.parser;
                let parsed: Vec<_> = elements.par_iter().map(|element| parser.parse::<T>(&element.bytes)).collect();
                for (element, parsed) in elements.iter().zip(parsed) {
                    self.record(&mut read, before + element.place, &element.bytes, parsed);
                }
                let reached = elements.last().map_or(0, |element| element.bytes.end as u64);
                self.progress.reached(reached, 0);
            }
            before += field.elements.last().map_or(0, |element| element.place + 1);
        }
        self.spans.insert(list, read.spans);
        self.places.insert(list, read.places);
        Table::new(read.kept)
    }

    /// Says where a list of records is written as something else.
    pub(super) fn is_list(&mut self, field: &Field) {
        if let (Some(list), false) = (field.list, self.parser.bytes.get(field.value.start) == Some(&b'[')) {
            let kind = ProblemKind::Expected(Expected::List);
            self.finds.of_list(field.value.start, list, kind, Effect::LeftOut);
        }
    }

    fn record<T: DeserializeOwned + Record>(
        &mut self,
        read: &mut Records<T>,
        place: usize,
        span: &Range<usize>,
        parsed: Result<(T, Vec<String>), Failed>,
    ) {
        let at = |id: Option<String>| At { list: read.list, place: Some(place), id };
        let (record, ignored) = match parsed {
            Ok(parsed) => parsed,
            Err(failed) => return self.not_parsed(at(None), span, failed),
        };
        let id = record.id().to_owned();
        self.unknown_in(&at(Some(id.clone())), span, &ignored);
        let double = !id.trim().is_empty() && !read.ids.insert(id.clone());
        if id.trim().is_empty() || double {
            return self.without_own_id(at(Some(id)), span, double);
        }
        read.kept.push(record);
        read.spans.push(span.clone());
        read.places.push(place);
    }

    /// Puts down a record that cannot be parsed; its id is looked for in its text.
    pub(super) fn not_parsed(&mut self, record: At, span: &Range<usize>, failed: Failed) {
        let record = At { id: id_in(self.parser.bytes, span), ..record };
        self.finds.of_record(failed.at, record, failed.field, failed.kind, Effect::LeftOut);
    }

    /// Puts down the fields of a record that are not known, by their paths.
    pub(super) fn unknown_in(&mut self, record: &At, span: &Range<usize>, paths: &[String]) {
        let mut inside = Places::default();
        for path in paths.iter().map(|path| tidy(path)) {
            let name = path.rsplit('.').next().unwrap_or(&path).to_owned();
            let here = inside.locate(self.parser.bytes, span, &path);
            self.finds.of_record(here, record.clone(), Some(path), ProblemKind::UnknownField(name), Effect::Kept);
        }
    }

    /// Puts down a record that is left out because its id is empty, or came before.
    pub(super) fn without_own_id(&mut self, record: At, span: &Range<usize>, double: bool) {
        let rule = if double { Rule::DoubleId } else { Rule::EmptyId };
        let here = locate(self.parser.bytes, span, "id");
        self.finds.of_record(here, record, Some("id".to_owned()), ProblemKind::Rule(rule), Effect::LeftOut);
    }

    fn unknown_fields(&mut self) {
        let mut seen: Vec<String> = Vec::new();
        for field in self.fields {
            let name = self.name(field).to_owned();
            let known = HEADER.contains(&name.as_str()) || List::ALL.iter().any(|list| list.key() == name);
            if !known {
                self.finds.of_file(field.name.start, None, ProblemKind::UnknownField(name), Effect::Kept);
            } else if seen.contains(&name) {
                // The records of both lists are read; of two fields of the header the first counts.
                let effect = if field.list.is_some() { Effect::Kept } else { Effect::NotCounted };
                self.finds.of_file(field.name.start, None, ProblemKind::DoubleField(name), effect);
            } else {
                seen.push(name);
            }
        }
    }

    /// What the rules say of the records that were read; of the projects that was said when each was read.
    fn rules(&mut self, portfolio: &Portfolio) {
        let mut inside = Places::default();
        for breach in check_before(portfolio).into_iter().chain(check_behind(portfolio)) {
            let span = self.spans.get(&breach.list).and_then(|spans| spans.get(breach.place)).cloned();
            let place = self.places.get(&breach.list).and_then(|places| places.get(breach.place)).copied();
            if let Some(span) = span {
                self.breach(breach, &span, place, &mut inside);
            }
        }
        self.cutoff_sources(portfolio);
    }

    /// Puts down a rule that the record within these bounds breaks.
    pub(super) fn breach(&mut self, breach: Breach, span: &Range<usize>, place: Option<usize>, inside: &mut Places) {
        if let Rule::MissingReference(list, id) = &breach.rule
            && self.finds.may_be_left_out(*list, id)
        {
            return;
        }
        let effect = Effect::of(&breach.rule);
        let at = inside.locate(self.parser.bytes, span, &breach.field);
        let record = At { list: breach.list, place, id: Some(breach.id) };
        self.finds.of_record(at, record, Some(breach.field), ProblemKind::Rule(breach.rule), effect);
    }

    fn cutoff_sources(&mut self, portfolio: &Portfolio) {
        let Some(field) = self.fields.iter().find(|field| self.name(field) == "cutoff") else { return };
        let sources = portfolio.header.cutoff.iter().flat_map(|cutoff| &cutoff.sources).enumerate();
        let mut inside = Places::default();
        for (place, id) in sources.filter(|(_, id)| !portfolio.sources.has(id)) {
            if !self.finds.may_be_left_out(List::Sources, id) {
                let path = format!("sources[{place}]");
                let at = inside.locate(self.parser.bytes, &field.value, &path);
                let rule = Rule::MissingReference(List::Sources, id.clone());
                self.finds.of_file(at, Some(joined("cutoff", &path)), ProblemKind::Rule(rule), Effect::Kept);
            }
        }
    }
}

/// The records of a list while they are read.
struct Records<T> {
    list: List,
    kept: Vec<T>,
    spans: Vec<Range<usize>>,
    places: Vec<usize>,
    ids: HashSet<String>,
}

/// A path within a field: `cutoff.date`, `synonyms[1]`.
fn joined(name: &str, path: &str) -> String {
    if path.starts_with('[') { format!("{name}{path}") } else { format!("{name}.{path}") }
}
