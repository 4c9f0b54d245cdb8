//! One record or header field by `ron` alone, and what its errors mean: in which field, where, and what is wrong.

use std::ops::Range;

use ron::extensions::Extensions;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::fast;
use super::locate::{Lines, locate};
use super::problem::{Expected, ProblemKind};
use super::scan::Scanner;
use crate::model::ValueError;

/// Why something could not be parsed.
pub(super) struct Failed {
    pub at: usize,
    pub field: Option<String>,
    pub kind: ProblemKind,
}

/// The bytes of a file and the rules they are parsed by.
pub(super) struct Parser<'a> {
    pub bytes: &'a [u8],
    options: ron::Options,
}

impl<'a> Parser<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        let options = ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME)
            .with_recursion_limit(super::scan::DEEPEST);
        Self { bytes, options }
    }

    /// Whether these bytes follow the form of RON, whatever they say.
    pub fn is_ron(&self, bytes: &[u8]) -> bool {
        std::str::from_utf8(bytes).is_ok_and(|text| self.options.from_str::<IgnoredAny>(text).is_ok())
    }

    /// The value within these bounds, and the paths of the fields in it that are not known.
    pub fn parse<T: DeserializeOwned>(&self, span: &Range<usize>) -> Result<(T, Vec<String>), Failed> {
        let bytes = self.bytes.get(span.clone()).unwrap_or(&[]);
        let text = std::str::from_utf8(bytes).map_err(|error| Failed {
            at: span.start + error.valid_up_to(),
            field: None,
            kind: ProblemKind::NotUtf8,
        })?;
        if let Some(value) = fast::parse(text) {
            return Ok((value, Vec::new()));
        }
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
        let mut at = span.start + Lines::offset(text, error.span.start.line, error.span.start.col);
        if matches!(error.code, ron::Error::ExpectedComma | ron::Error::ExpectedMapColon) {
            // What is missing is missed behind the last word, not where the next one stands.
            at = Scanner::new(self.bytes, span.start).end_before(at);
        }
        let mut kind = kind_of(error.code);
        if matches!(kind, ProblemKind::Syntax | ProblemKind::Expected(_)) && in_thousands(self.bytes, at) {
            return Failed { at, field, kind: ProblemKind::Thousands };
        }
        if kind == ProblemKind::Syntax && has_decimals(self.bytes, at) {
            return Failed { at, field, kind: ProblemKind::Expected(Expected::Whole) };
        }
        // The parser stands behind what it could not take; the field's value is what a person looks for.
        let value = field.as_ref().map(|field| locate(self.bytes, span, field));
        match (value, &kind) {
            (Some(value), ProblemKind::Value(_) | ProblemKind::Expected(_) | ProblemKind::UnknownWord { .. }) => {
                at = value;
            }
            (None, ProblemKind::MissingField(_) | ProblemKind::Expected(_)) => at = span.start,
            _ => {}
        }
        if let (Some(field), ProblemKind::Expected(expected)) = (&field, &kind) {
            kind = self.word_in_quotes::<T>(text, span, at).unwrap_or(ProblemKind::Expected(exactly(*expected, field)));
        }
        Failed { at, field, kind }
    }

    /// A word of a fixed list that stands in quotes: what the list allows, told by the parser for a word of no list.
    fn word_in_quotes<T: DeserializeOwned>(&self, text: &str, span: &Range<usize>, at: usize) -> Option<ProblemKind> {
        let end = Scanner::new(self.bytes, at).string_end()?;
        let found = text.get(at - span.start..end - span.start)?;
        let before = text.get(..at - span.start)?;
        let altered = format!("{before}no_word{}", text.get(end - span.start..)?);
        let error = self.options.from_str::<T>(&altered).err()?;
        match kind_of(error.code) {
            ProblemKind::UnknownWord { allowed, .. } => {
                Some(ProblemKind::UnknownWord { found: found.to_owned(), allowed })
            }
            _ => None,
        }
    }
}

/// What belongs in this field, more exactly than the parser knows.
fn exactly(expected: Expected, field: &str) -> Expected {
    const DATES: [&str; 12] = [
        "start",
        "planned_end",
        "actual_end",
        "as_of",
        "status_as_of",
        "published",
        "consulted",
        "date",
        "updated",
        "period_start",
        "period_end",
        "since",
    ];
    let name = field.rsplit('.').next().unwrap_or(field);
    match expected {
        Expected::Text if DATES.contains(&name) => Expected::Date,
        Expected::Number if name == "fiscal_year" => Expected::Year,
        Expected::Number if ["count", "row", "column"].contains(&name) => Expected::Whole,
        expected => expected,
    }
}

/// Whether a number with marks of thousands stands here: `4,400,000`.
fn in_thousands(bytes: &[u8], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let comma = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b',');
    (comma(at.checked_sub(1)) && digit(at.checked_sub(2)) && digit(Some(at)))
        || (comma(Some(at)) && digit(at.checked_sub(1)) && digit(Some(at + 1)))
}

/// Whether the parser stopped at the point of a number, where a whole one belongs.
fn has_decimals(bytes: &[u8], at: usize) -> bool {
    let around = at.checked_sub(1).and_then(|before| bytes.get(before..at + 2));
    matches!(around, Some([b'0'..=b'9', b'.', b'0'..=b'9']))
}

/// `amounts.2.value` and `cutoff.?.date` as people write them: `amounts[2].value`, `cutoff.date`.
pub(super) fn tidy(path: &str) -> String {
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
