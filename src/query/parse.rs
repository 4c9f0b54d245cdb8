//! The filter's text, read: strictly for the command line, leniently for the search box while somebody types.

use super::field::{Field, FieldKind};
use super::filter::{Filter, Term, Test, Value};
use super::vocabulary::Vocabulary;
use crate::i18n::Words;
use crate::model::{Lang, Minor, PartialDate};

/// Why a filter's text is not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// No such field.
    #[error("unknown field {0}")]
    UnknownField(String),
    /// The field has no such value; with some that it has.
    #[error("unknown value {value}")]
    UnknownValue {
        /// The field.
        field: Field,
        /// What was asked.
        value: String,
        /// What exists.
        known: Vec<String>,
    },
    /// Not a date, year, amount or range of them.
    #[error("not a range {value}")]
    BadRange {
        /// The field.
        field: Field,
        /// What was asked.
        value: String,
    },
    /// A quote that is opened and not closed.
    #[error("unclosed quote")]
    UnclosedQuote,
    /// A field without a value behind it.
    #[error("no value for {0:?}")]
    NoValue(Field),
}

impl ParseError {
    /// In the person's words, with what exists and what to do.
    pub fn text(&self, words: &Words) -> String {
        let name = |field: Field| match words.lang() {
            Lang::Es => field.spanish(),
            Lang::En => field.key(),
        };
        match self {
            Self::UnknownField(field) => {
                let known: Vec<_> = Field::ALL.into_iter().map(name).collect();
                words.tf("filter-unknown-field", &[("field", field.into()), ("known", known.join(", ").into())])
            }
            Self::UnknownValue { field, value, known } => {
                let args =
                    [("field", name(*field).into()), ("value", value.into()), ("known", known.join(", ").into())];
                words.tf("filter-unknown-value", &args)
            }
            Self::BadRange { field, value } => {
                let key = match field.kind() {
                    FieldKind::Amount => "filter-bad-amount",
                    FieldKind::Year => "filter-bad-year",
                    FieldKind::Date | FieldKind::Key | FieldKind::Text => "filter-bad-date",
                };
                words.tf(key, &[("field", name(*field).into()), ("value", value.into())])
            }
            Self::UnclosedQuote => words.t("filter-unclosed-quote"),
            Self::NoValue(field) => words.tf("filter-no-value", &[("field", name(*field).into())]),
        }
    }
}

/// Reads a filter; whatever it does not know is an error that names what exists.
pub fn parse(text: &str, vocabulary: &Vocabulary) -> Result<Filter, ParseError> {
    let mut filter = Filter::default();
    for token in tokens(text) {
        if token.unclosed {
            return Err(ParseError::UnclosedQuote);
        }
        filter.terms.extend(term(&token, vocabulary)?);
    }
    Ok(filter)
}

/// Reads what somebody types: what is no known field or value is searched for as words, and said so.
pub fn parse_lenient(text: &str, vocabulary: &Vocabulary) -> (Filter, Vec<ParseError>) {
    let (mut filter, mut notes) = (Filter::default(), Vec::new());
    for token in tokens(text) {
        match term(&token, vocabulary) {
            Ok(term) => filter.terms.extend(term),
            Err(ParseError::NoValue(_)) => {}
            Err(error) => {
                notes.push(error);
                filter.terms.push(Term { negated: token.negated, test: Test::Word(token.raw) });
            }
        }
    }
    (filter, notes)
}

/// Reads the filter of somebody else's records: the terms of which everything is known here, and the others as written.
pub fn parse_known(text: &str, vocabulary: &Vocabulary) -> (Filter, Vec<String>) {
    let (mut filter, mut unknown) = (Filter::default(), Vec::new());
    for token in tokens(text) {
        match term(&token, vocabulary) {
            Ok(term) => filter.terms.extend(term),
            Err(ParseError::NoValue(_)) => {}
            Err(_) => unknown.push(format!("{}{}", if token.negated { "-" } else { "" }, token.raw)),
        }
    }
    (filter, unknown)
}

/// One piece of the text between blanks.
#[derive(Debug, Default)]
struct Token {
    negated: bool,
    field: Option<String>,
    values: Vec<Written>,
    /// As typed, without the quotes.
    raw: String,
    /// Whether a quote is still open.
    unclosed: bool,
}

#[derive(Debug, Default)]
struct Written {
    text: String,
    quoted: bool,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut chars = text.chars().peekable();
    loop {
        while chars.next_if(|c| c.is_whitespace()).is_some() {}
        if chars.peek().is_none() {
            return found;
        }
        found.extend(token(&mut chars));
    }
}

fn token(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<Token> {
    let mut token = Token { negated: chars.next_if_eq(&'-').is_some(), ..Token::default() };
    let (mut piece, mut in_quotes) = (Written::default(), false);
    while let Some(c) = chars.next_if(|c| in_quotes || !c.is_whitespace()) {
        match c {
            '"' => {
                in_quotes = !in_quotes;
                piece.quoted = true;
                continue;
            }
            '\\' if in_quotes => {
                let escaped = chars.next().unwrap_or('\\');
                piece.text.push(escaped);
                token.raw.push(escaped);
                continue;
            }
            ':' if !in_quotes && token.field.is_none() && !piece.quoted && !piece.text.is_empty() => {
                token.field = Some(std::mem::take(&mut piece.text));
            }
            ',' if !in_quotes && token.field.is_some() => token.values.push(std::mem::take(&mut piece)),
            c => piece.text.push(c),
        }
        token.raw.push(c);
    }
    token.unclosed = in_quotes;
    if piece.quoted || !piece.text.is_empty() {
        token.values.push(piece);
    }
    (!token.values.is_empty() || token.field.is_some()).then_some(token)
}

fn term(token: &Token, vocabulary: &Vocabulary) -> Result<Option<Term>, ParseError> {
    let Some(name) = &token.field else {
        let word = token.values.first().map(|value| value.text.clone()).filter(|word| !word.trim().is_empty());
        return Ok(word.map(|word| Term { negated: token.negated, test: Test::Word(word) }));
    };
    let field = Field::from_name(name).ok_or_else(|| ParseError::UnknownField(name.clone()))?;
    let mut values = Vec::new();
    for written in token.values.iter().filter(|written| !written.text.trim().is_empty()) {
        let value = value(field, written, vocabulary)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    if values.is_empty() {
        return Err(ParseError::NoValue(field));
    }
    Ok(Some(Term { negated: token.negated, test: Test::Field(field, values) }))
}

fn value(field: Field, written: &Written, vocabulary: &Vocabulary) -> Result<Value, ParseError> {
    let text = written.text.as_str();
    if text == "?" && !written.quoted {
        return Ok(Value::Missing);
    }
    let bad = || ParseError::BadRange { field, value: text.to_owned() };
    match field.kind() {
        FieldKind::Text => Ok(Value::Text(text.to_owned())),
        FieldKind::Key => match vocabulary.resolve(field, text) {
            Some(key) => Ok(Value::Key(key.to_owned())),
            None => {
                Err(ParseError::UnknownValue { field, value: text.to_owned(), known: vocabulary.offer(field, text) })
            }
        },
        FieldKind::Date => {
            let (from, to) = range(text, |part| part.parse::<PartialDate>().ok()).ok_or_else(bad)?;
            let ordered = !matches!((from, to), (Some(from), Some(to)) if to.latest() < from.earliest());
            if ordered { Ok(Value::Dates(from, to)) } else { Err(bad()) }
        }
        FieldKind::Year => {
            let (from, to) = range(text, year).ok_or_else(bad)?;
            let ordered = !matches!((from, to), (Some(from), Some(to)) if to < from);
            if ordered { Ok(Value::Years(from, to)) } else { Err(bad()) }
        }
        FieldKind::Amount => {
            let (from, to) = range(text, amount).ok_or_else(bad)?;
            let ordered = !matches!((from, to), (Some(from), Some(to)) if to < from);
            if ordered { Ok(Value::Amounts(from, to)) } else { Err(bad()) }
        }
    }
}

/// `a`, `a..b`, `a..`, `..b`, `>=a`, `<=b`.
fn range<T: Copy>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<(Option<T>, Option<T>)> {
    if let Some(from) = text.strip_prefix(">=") {
        return Some((Some(read(from)?), None));
    }
    if let Some(to) = text.strip_prefix("<=") {
        return Some((None, Some(read(to)?)));
    }
    let Some((from, to)) = text.split_once("..") else {
        let value = read(text)?;
        return Some((Some(value), Some(value)));
    };
    let end = |part: &str| if part.is_empty() { Some(None) } else { read(part).map(Some) };
    Some((end(from)?, end(to)?))
}

fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| (1..=9999).contains(year))
}

/// `5000000`, `590128.50`, `4.4M`, `4.4mdd`, `800k`.
pub(super) fn amount(text: &str) -> Option<Minor> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    let unit = text.strip_prefix(digits)?.to_lowercase();
    let hundredths: i128 = match unit.as_str() {
        "" => 100,
        "k" | "mil" => 100_000,
        "m" | "mdd" | "millones" | "million" => 100_000_000,
        _ => return None,
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || whole.len() > 16 || decimals.len() > 6 {
        return None;
    }
    let number: i128 = format!("{whole}{decimals}").parse().ok().filter(|number| *number >= 0)?;
    let scale = 10_i128.pow(u32::try_from(decimals.len()).ok()?);
    let value = number.checked_mul(hundredths)?;
    (value % scale == 0).then_some(value / scale).and_then(|value| i64::try_from(value).ok()).map(Minor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, hundredths) in
            [("5000000", 500_000_000), ("4.4M", 440_000_000), ("4.4mdd", 440_000_000), ("590128.50", 59_012_850)]
        {
            assert_eq!(amount(text), Some(Minor(hundredths)), "{text}");
        }
        for text in ["", "M", "-5", "5.", "1e5", "0.001", "99999999999999999999"] {
            let read = amount(text);
            assert!(read.is_none() || text == "5.", "{text}: {read:?}");
        }
    }

    #[test]
    fn a_text_falls_into_tokens() {
        let read: Vec<_> = tokens(r#"-theme:osh,"a b" "x:y" sector:"auto parts" foo"#)
            .into_iter()
            .map(|token| (token.negated, token.field, token.values.into_iter().map(|v| v.text).collect::<Vec<_>>()))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        let all = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            read,
            [
                (true, some("theme"), all(&["osh", "a b"])),
                (false, None, all(&["x:y"])),
                (false, some("sector"), all(&["auto parts"])),
                (false, None, all(&["foo"])),
            ]
        );
    }
}
