//! The reader of RON portfolios: the scanner finds each record, `ron` parses it alone, so that one bad record stays
//! one and its error has a line and a field.

use std::collections::BTreeMap;
use std::ops::Range;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::locate::{Lines, locate};
use super::problem::{Effect, Expected, Problem, ProblemKind};
use super::scan::{Broken, Scanner, elements};
use super::unreadable::Unreadable;
use crate::model::{Header, List, Portfolio, Record, Rule, SCHEMA, Table, ValueError, check};

/// How many problems are kept; the rest is counted.
const MOST_PROBLEMS: usize = 100_000;

/// What a file holds, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Read {
    /// The records that could be read.
    pub portfolio: Portfolio,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many more problems there are.
    pub more_problems: usize,
    /// Where each record stands in the bytes: what saving copies where nothing was edited.
    pub spans: BTreeMap<List, Vec<Range<usize>>>,
}

impl Read {
    /// Records that come from no file.
    pub fn of(portfolio: Portfolio) -> Self {
        Self { portfolio, problems: Vec::new(), more_problems: 0, spans: BTreeMap::new() }
    }
}

/// Reads a portfolio. Whatever can be read is; only what is no portfolio at all is an error.
pub fn read_ron(bytes: &[u8]) -> Result<Read, Unreadable> {
    let start = text_start(bytes)?;
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(super::scan::DEEPEST);
    let mut reader = Reader { bytes, options, found: Vec::new(), more: 0, spans: BTreeMap::new(), lost: Vec::new() };
    let (fields, broken) = reader.outline(start)?;
    let header = reader.header(&fields)?;
    let mut portfolio = Portfolio::empty(header);
    portfolio.reported_totals = reader.list(&fields, List::ReportedTotals);
    portfolio.themes = reader.list(&fields, List::Themes);
    portfolio.topics = reader.list(&fields, List::Topics);
    portfolio.sectors = reader.list(&fields, List::Sectors);
    portfolio.supports = reader.list(&fields, List::Supports);
    portfolio.places = reader.list(&fields, List::Places);
    portfolio.organizations = reader.list(&fields, List::Organizations);
    portfolio.sources = reader.list(&fields, List::Sources);
    portfolio.projects = reader.list(&fields, List::Projects);
    portfolio.events = reader.list(&fields, List::Events);
    portfolio.continuity = reader.list(&fields, List::Continuity);
    reader.unknown_fields(&fields);
    if let Some(broken) = broken {
        let kind = match broken {
            Broken::Unexpected(_) => ProblemKind::Syntax,
            Broken::Unclosed(_) => ProblemKind::Unclosed,
            Broken::TooDeep(_) => ProblemKind::TooDeep,
        };
        reader.add(broken.at(), None, None, kind, Effect::LeftOut);
    }
    reader.rules(&portfolio);
    Ok(reader.finish(portfolio))
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

/// A field of the file: its name, its value, and the elements where it is a list.
struct Outline {
    name: Range<usize>,
    value: Range<usize>,
    elements: Vec<Range<usize>>,
}

/// A problem before its line is known.
struct Found {
    at: usize,
    list: Option<(List, usize, Option<String>)>,
    field: Option<String>,
    kind: ProblemKind,
    effect: Effect,
}

struct Reader<'a> {
    bytes: &'a [u8],
    options: ron::Options,
    found: Vec<Found>,
    more: usize,
    spans: BTreeMap<List, Vec<Range<usize>>>,
    /// Ids of records that were left out: what refers to them is not reported a second time.
    lost: Vec<(List, String)>,
}

impl Reader<'_> {
    /// The fields of the file by their bounds. What stands before a break is kept.
    fn outline(&self, start: usize) -> Result<(Vec<Outline>, Option<Broken>), Unreadable> {
        let mut scanner = Scanner::new(self.bytes, start);
        let unreadable = |broken: Broken| {
            let line = Lines::of(self.bytes).place(broken.at()).0;
            match broken {
                Broken::TooDeep(_) => Unreadable::TooDeep { line },
                Broken::Unexpected(_) | Broken::Unclosed(_) => Unreadable::NotAPortfolio { line },
            }
        };
        let named = self.skip_head(&mut scanner).map_err(unreadable)?;
        let opening = scanner.at;
        if !scanner.take(b'(') {
            let nothing = scanner.peek().is_none() && !named;
            return Err(if nothing { Unreadable::Empty } else { unreadable(Broken::Unexpected(opening)) });
        }
        let mut fields = Vec::new();
        let broken = self.fields(&mut scanner, opening, &mut fields).err();
        match broken {
            Some(broken) if fields.is_empty() => Err(unreadable(broken)),
            broken => Ok((fields, broken)),
        }
    }

    /// Over `#![enable(…)]` lines and the name of the struct; says whether there was a name.
    fn skip_head(&self, scanner: &mut Scanner<'_>) -> Result<bool, Broken> {
        scanner.skip_blank()?;
        while scanner.take(b'#') {
            scanner.take(b'!');
            scanner.skip_blank()?;
            let (_, end, broken) = elements(self.bytes, scanner.at);
            if let Some(broken) = broken {
                return Err(broken);
            }
            scanner.at = end;
            scanner.skip_blank()?;
        }
        let named = scanner.name().is_some();
        scanner.skip_blank()?;
        Ok(named)
    }

    fn fields(&self, scanner: &mut Scanner<'_>, opening: usize, fields: &mut Vec<Outline>) -> Result<(), Broken> {
        loop {
            scanner.skip_blank()?;
            if scanner.take(b')') {
                scanner.skip_blank()?;
                return if scanner.peek().is_none() { Ok(()) } else { Err(Broken::Unexpected(scanner.at)) };
            }
            if scanner.peek().is_none() {
                return Err(Broken::Unclosed(opening));
            }
            let name = scanner.name().ok_or(Broken::Unexpected(scanner.at))?;
            scanner.skip_blank()?;
            if !scanner.take(b':') {
                return Err(Broken::Unexpected(scanner.at));
            }
            scanner.skip_blank()?;
            if scanner.peek() == Some(b'[') {
                let (elements, end, broken) = elements(self.bytes, scanner.at);
                fields.push(Outline { name, value: scanner.at..end, elements });
                broken.map_or(Ok(()), Err)?;
                scanner.at = end;
            } else {
                let value = scanner.value()?;
                fields.push(Outline { name, value, elements: Vec::new() });
            }
            scanner.skip_blank()?;
            if !scanner.take(b',') && !matches!(scanner.peek(), Some(b')') | None) {
                return Err(Broken::Unexpected(scanner.at));
            }
        }
    }

    fn name(&self, field: &Outline) -> &str {
        self.bytes.get(field.name.clone()).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or("")
    }

    fn header(&mut self, fields: &[Outline]) -> Result<Header, Unreadable> {
        let schema: Option<u32> = self.header_field(fields, "schema");
        let schema = schema.ok_or(Unreadable::NoSchema)?;
        if schema == 0 || schema > SCHEMA {
            return Err(Unreadable::NewerSchema(schema));
        }
        Ok(Header {
            schema,
            title: self.header_field(fields, "title").unwrap_or_default(),
            about: self.header_field(fields, "about").unwrap_or_default(),
            country: self.header_field(fields, "country").flatten(),
            currency: self.header_field(fields, "currency").flatten(),
            language: self.header_field(fields, "language").flatten(),
            updated: self.header_field(fields, "updated").flatten(),
            cutoff: self.header_field(fields, "cutoff").flatten(),
            synonyms: self.header_field(fields, "synonyms").unwrap_or_default(),
        })
    }

    fn header_field<T: DeserializeOwned>(&mut self, fields: &[Outline], name: &str) -> Option<T> {
        let field = fields.iter().find(|field| self.name(field) == name)?;
        match self.parse::<T>(&field.value) {
            Ok((value, ignored)) => {
                for path in ignored {
                    let at = locate(self.bytes, &field.value, &path);
                    self.add(at, None, Some(format!("{name}.{path}")), ProblemKind::UnknownField(path), Effect::Kept);
                }
                Some(value)
            }
            Err(failed) => {
                self.add(failed.at, None, Some(name.to_owned()), failed.kind, Effect::NotCounted);
                None
            }
        }
    }

    /// The records of a list; those that cannot be read are listed and left out.
    fn list<T: DeserializeOwned + Record>(&mut self, fields: &[Outline], list: List) -> Table<T> {
        let Some(field) = fields.iter().find(|field| self.name(field) == list.key()) else { return Table::default() };
        if self.bytes.get(field.value.start) != Some(&b'[') {
            self.add(
                field.value.start,
                None,
                Some(list.key().to_owned()),
                ProblemKind::Expected(Expected::List),
                Effect::LeftOut,
            );
            return Table::default();
        }
        let (mut records, mut spans): (Vec<T>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
        let mut ids = std::collections::HashSet::new();
        for (place, span) in field.elements.iter().enumerate() {
            let (record, ignored) = match self.parse::<T>(span) {
                Ok(parsed) => parsed,
                Err(failed) => {
                    let id = self.id_in(span);
                    self.lost.extend(id.clone().map(|id| (list, id)));
                    self.add(failed.at, Some((list, place, id)), failed.field, failed.kind, Effect::LeftOut);
                    continue;
                }
            };
            let id = record.id().to_owned();
            for path in ignored {
                let path = tidy(&path);
                let name = path.rsplit('.').next().unwrap_or(&path).to_owned();
                let at = locate(self.bytes, span, &path);
                self.add(
                    at,
                    Some((list, place, Some(id.clone()))),
                    Some(path),
                    ProblemKind::UnknownField(name),
                    Effect::Kept,
                );
            }
            let rule = if id.trim().is_empty() {
                Some(Rule::EmptyId)
            } else {
                (!ids.insert(id.clone())).then_some(Rule::DoubleId)
            };
            if let Some(rule) = rule {
                let at = locate(self.bytes, span, "id");
                self.add(
                    at,
                    Some((list, place, Some(id))),
                    Some("id".to_owned()),
                    ProblemKind::Rule(rule),
                    Effect::LeftOut,
                );
                continue;
            }
            records.push(record);
            spans.push(span.clone());
        }
        self.spans.insert(list, spans);
        Table::new(records)
    }

    /// The id of a record that could not be read as a whole.
    fn id_in(&self, span: &Range<usize>) -> Option<String> {
        let at = locate(self.bytes, span, "id");
        let value = Scanner::new(self.bytes, at).value().ok().filter(|_| at > span.start)?;
        ron::from_str(std::str::from_utf8(self.bytes.get(value)?).ok()?).ok()
    }

    fn parse<T: DeserializeOwned>(&self, span: &Range<usize>) -> Result<(T, Vec<String>), Failed> {
        let bytes = self.bytes.get(span.clone()).unwrap_or(&[]);
        let text = std::str::from_utf8(bytes).map_err(|error| Failed {
            at: span.start + error.valid_up_to(),
            field: None,
            kind: ProblemKind::NotUtf8,
        })?;
        let mut ignored = Vec::new();
        let parsed = ron::de::Deserializer::from_str_with_options(text, &self.options).and_then(|mut ron| {
            let value = serde_ignored::deserialize(&mut ron, |path| ignored.push(path.to_string()));
            let value = value.and_then(|value: T| ron.end().map(|()| value));
            value.map_err(|error| ron.span_error(error))
        });
        match parsed {
            Ok(value) => Ok((value, ignored)),
            Err(error) => Err(self.failed::<T>(text, span, error)),
        }
    }

    /// Parses once more, to learn in which field it failed.
    fn failed<T: DeserializeOwned>(&self, text: &str, span: &Range<usize>, error: ron::error::SpannedError) -> Failed {
        let path = ron::de::Deserializer::from_str_with_options(text, &self.options).ok().and_then(|mut ron| {
            let result: Result<T, _> = serde_path_to_error::deserialize(&mut ron);
            result.err().map(|error| tidy(&error.path().to_string()))
        });
        let field = path.filter(|path| !path.is_empty() && path != ".");
        let kind = kind_of(error.code);
        let at = match (&field, &kind) {
            // The parser stands behind what it could not take; the field's value is what a person looks for.
            (Some(field), ProblemKind::Value(_) | ProblemKind::Expected(_) | ProblemKind::UnknownWord { .. }) => {
                locate(self.bytes, span, field)
            }
            (None, ProblemKind::MissingField(_) | ProblemKind::Expected(_)) => span.start,
            _ => span.start + Lines::offset(text, error.span.start.line, error.span.start.col),
        };
        Failed { at, field, kind }
    }

    fn unknown_fields(&mut self, fields: &[Outline]) {
        const HEADER: [&str; 9] =
            ["schema", "title", "about", "country", "currency", "language", "updated", "cutoff", "synonyms"];
        let mut seen: Vec<String> = Vec::new();
        for field in fields {
            let name = self.name(field).to_owned();
            let known = HEADER.contains(&name.as_str()) || List::ALL.iter().any(|list| list.key() == name);
            if !known {
                self.add(field.name.start, None, None, ProblemKind::UnknownField(name), Effect::Kept);
            } else if seen.contains(&name) {
                self.add(field.name.start, None, None, ProblemKind::DoubleField(name), Effect::LeftOut);
            } else {
                seen.push(name);
            }
        }
    }

    /// What the rules say of the records that were read.
    fn rules(&mut self, portfolio: &Portfolio) {
        for breach in check(portfolio) {
            if let Rule::MissingReference(list, id) = &breach.rule
                && self.lost.iter().any(|(lost, lost_id)| lost == list && lost_id == id)
            {
                continue;
            }
            let Some(span) = self.spans.get(&breach.list).and_then(|spans| spans.get(breach.place)).cloned() else {
                continue;
            };
            let effect = match breach.rule {
                Rule::MissingReference(..) | Rule::NoName | Rule::ThemeTwice(_) => Effect::Kept,
                Rule::EndBeforeStart(..) | Rule::SharesOver100(_) | Rule::NegativeAmount(_) => Effect::NotCounted,
                Rule::EmptyId | Rule::DoubleId => Effect::LeftOut,
            };
            let at = locate(self.bytes, &span, &breach.field);
            let record = Some((breach.list, breach.place, Some(breach.id)));
            self.add(at, record, Some(breach.field), ProblemKind::Rule(breach.rule), effect);
        }
    }

    fn add(
        &mut self,
        at: usize,
        list: Option<(List, usize, Option<String>)>,
        field: Option<String>,
        kind: ProblemKind,
        effect: Effect,
    ) {
        if self.found.len() < MOST_PROBLEMS {
            self.found.push(Found { at, list, field, kind, effect });
        } else {
            self.more += 1;
        }
    }

    fn finish(mut self, portfolio: Portfolio) -> Read {
        self.found.sort_by_key(|found| found.at);
        let lines = (!self.found.is_empty()).then(|| Lines::of(self.bytes));
        let problems = self.found.into_iter().filter_map(|found| {
            let (line, column) = lines.as_ref()?.place(found.at);
            let (list, place, record) = match found.list {
                Some((list, place, id)) => (Some(list), Some(place), id),
                None => (None, None, None),
            };
            Some(Problem {
                line,
                column,
                list,
                record,
                place,
                field: found.field,
                kind: found.kind,
                effect: found.effect,
            })
        });
        Read { portfolio, problems: problems.collect(), more_problems: self.more, spans: self.spans }
    }
}

struct Failed {
    at: usize,
    field: Option<String>,
    kind: ProblemKind,
}

/// `amounts.2.value` and `cutoff.?.date` as people write them: `amounts[2].value`, `cutoff.date`.
fn tidy(path: &str) -> String {
    let mut tidy = String::new();
    for step in path.split('.').filter(|step| !step.is_empty() && *step != "?") {
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            tidy += &format!("[{step}]");
        } else {
            if !tidy.is_empty() {
                tidy.push('.');
            }
            tidy += step;
        }
    }
    tidy
}

fn kind_of(error: ron::Error) -> ProblemKind {
    use ron::Error as E;
    match error {
        E::Message(text) => text.parse::<ValueError>().map_or(ProblemKind::Syntax, ProblemKind::Value),
        E::NoSuchEnumVariant { expected, found, .. } => {
            ProblemKind::UnknownWord { found, allowed: expected.iter().map(|word| (*word).to_owned()).collect() }
        }
        E::NoSuchStructField { found, .. } => ProblemKind::UnknownField(found),
        E::MissingStructField { field, .. } => ProblemKind::MissingField(field.to_owned()),
        E::DuplicateStructField { field, .. } => ProblemKind::DoubleField(field.to_owned()),
        E::ExpectedString | E::ExpectedStringEnd | E::ExpectedChar => ProblemKind::Expected(Expected::Text),
        E::ExpectedInteger | E::ExpectedFloat | E::IntegerOutOfBounds | E::InvalidIntegerDigit { .. } => {
            ProblemKind::Expected(Expected::Number)
        }
        E::InvalidValueForType { expected, .. } if expected.contains("string") => ProblemKind::Expected(Expected::Text),
        E::InvalidValueForType { .. } => ProblemKind::Expected(Expected::Number),
        E::ExpectedBoolean => ProblemKind::Expected(Expected::YesNo),
        E::ExpectedArray => ProblemKind::Expected(Expected::List),
        E::ExpectedIdentifier => ProblemKind::Expected(Expected::Word),
        E::ExpectedStructLike
        | E::ExpectedNamedStructLike(_)
        | E::ExpectedMap
        | E::ExpectedUnit
        | E::ExpectedDifferentStructName { .. } => ProblemKind::Expected(Expected::Record),
        E::ExceededRecursionLimit => ProblemKind::TooDeep,
        E::Utf8Error(_) => ProblemKind::NotUtf8,
        _ => ProblemKind::Syntax,
    }
}
