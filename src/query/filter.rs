//! A filter as a value, and its one text form: `parse(print(filter)) == filter`.

use std::fmt;

use super::field::Field;
use crate::model::{Lang, Minor, PartialDate};

/// What a record must be to belong to the set: all terms hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The terms, in the order in which they were added.
    pub terms: Vec<Term>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    /// What is asked.
    pub test: Test,
}

/// What a term asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    /// This stands anywhere in the text of the record.
    Word(String),
    /// The field has any of these values.
    Field(Field, Vec<Value>),
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// `?`: nobody published one.
    Missing,
    /// A key of the field's list.
    Key(String),
    /// A text that stands anywhere in the field.
    Text(String),
    /// From the first day of the one to the last day of the other; open where `None`.
    Dates(Option<PartialDate>, Option<PartialDate>),
    /// From year to year; open where `None`.
    Years(Option<i16>, Option<i16>),
    /// From amount to amount; open where `None`.
    Amounts(Option<Minor>, Option<Minor>),
}

impl Value {
    /// What stands for a key of a field's list.
    pub fn of(field: Field, key: &str) -> Self {
        match (field, key.parse::<i16>()) {
            (Field::Year, Ok(year)) => Self::Years(Some(year), Some(year)),
            _ => Self::Key(key.to_owned()),
        }
    }
}

impl Filter {
    /// Whether everything belongs.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Its text with the names that fields have in this language; read back it is the same filter.
    pub fn text_in(&self, lang: Lang) -> String {
        self.terms.iter().map(|term| term.text_in(lang)).collect::<Vec<_>>().join(" ")
    }

    /// The words asked for anywhere, for highlighting.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| !term.negated).filter_map(|term| match &term.test {
            Test::Word(word) => Some(word.as_str()),
            Test::Field(Field::Name, values) => values.iter().find_map(|value| match value {
                Value::Text(text) => Some(text.as_str()),
                _ => None,
            }),
            Test::Field(..) => None,
        })
    }

    /// The values asked of a field by its first plain term.
    pub fn values(&self, field: Field) -> &[Value] {
        self.position(field).and_then(|at| self.terms.get(at)).map_or(&[], |term| match &term.test {
            Test::Field(_, values) => values,
            Test::Word(_) => &[],
        })
    }

    /// Whether this value of a field is asked for.
    pub fn has(&self, field: Field, value: &Value) -> bool {
        self.values(field).contains(value)
    }

    /// Adds a value to the field's choice, or takes it out; a field without values asks nothing.
    #[must_use]
    pub fn toggled(&self, field: Field, value: Value) -> Self {
        let mut values = self.values(field).to_vec();
        match values.iter().position(|chosen| *chosen == value) {
            Some(at) => drop(values.remove(at)),
            None => values.push(value),
        }
        self.with(field, values)
    }

    /// The field's choice replaced.
    #[must_use]
    pub fn with(&self, field: Field, values: Vec<Value>) -> Self {
        let mut filter = self.clone();
        let term = Term { negated: false, test: Test::Field(field, values) };
        let empty = matches!(&term.test, Test::Field(_, values) if values.is_empty());
        match (self.position(field), empty) {
            (Some(at), true) => drop(filter.terms.remove(at)),
            (Some(at), false) => {
                if let Some(old) = filter.terms.get_mut(at) {
                    *old = term;
                }
            }
            (None, true) => {}
            (None, false) => filter.terms.push(term),
        }
        filter
    }

    /// With one condition more: not the record with this id.
    #[must_use]
    pub fn leaving_out(&self, id: String) -> Self {
        let term = Term { negated: true, test: Test::Field(Field::Id, vec![Value::Key(id)]) };
        let mut filter = self.clone();
        if !filter.terms.contains(&term) {
            filter.terms.push(term);
        }
        filter
    }

    /// Without the term at this place.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut filter = self.clone();
        if place < filter.terms.len() {
            filter.terms.remove(place);
        }
        filter
    }

    /// Where the field's first plain term stands.
    pub fn position(&self, field: Field) -> Option<usize> {
        self.terms.iter().position(|term| !term.negated && matches!(&term.test, Test::Field(f, _) if *f == field))
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, term) in self.terms.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{term}")?;
        }
        Ok(())
    }
}

impl Term {
    fn text_in(&self, lang: Lang) -> String {
        let text = self.to_string();
        match (&self.test, lang, text.split_once(':')) {
            (Test::Field(field, _), Lang::Es, Some((_, values))) => {
                format!("{}{}:{values}", if self.negated { "-" } else { "" }, field.spanish())
            }
            _ => text,
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("-")?;
        }
        match &self.test {
            Test::Word(word) => quoted(f, word, |c| c == ':'),
            Test::Field(field, values) => {
                write!(f, "{}:", field.key())?;
                for (place, value) in values.iter().enumerate() {
                    if place > 0 {
                        f.write_str(",")?;
                    }
                    write!(f, "{value}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("?"),
            Self::Key(text) | Self::Text(text) => quoted(f, text, |c| matches!(c, ',' | '?')),
            Self::Dates(from, to) => range(f, from.as_ref(), to.as_ref()),
            Self::Years(from, to) => range(f, from.as_ref(), to.as_ref()),
            Self::Amounts(from, to) => range(f, from.as_ref(), to.as_ref()),
        }
    }
}

fn range<T: fmt::Display + PartialEq>(f: &mut fmt::Formatter<'_>, from: Option<&T>, to: Option<&T>) -> fmt::Result {
    match (from, to) {
        (Some(from), Some(to)) if from == to => write!(f, "{from}"),
        (Some(from), Some(to)) => write!(f, "{from}..{to}"),
        (Some(from), None) => write!(f, ">={from}"),
        (None, Some(to)) => write!(f, "<={to}"),
        (None, None) => f.write_str(".."),
    }
}

/// Writes a text so that it is read back as one piece: in quotes where it holds what would part it.
fn quoted(f: &mut fmt::Formatter<'_>, text: &str, parts: impl Fn(char) -> bool) -> fmt::Result {
    let plain = !text.is_empty()
        && !text.starts_with('-')
        && !text.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '\\') || parts(c));
    if plain {
        return f.write_str(text);
    }
    f.write_str("\"")?;
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            f.write_str("\\")?;
        }
        write!(f, "{c}")?;
    }
    f.write_str("\"")
}
