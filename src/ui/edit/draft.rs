//! A record as a tree of values while it is edited, and back: what was typed becomes a record where it can be one, and
//! what cannot says why.

use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::i18n::Words;
use crate::model::{Entry, Header, ValueError};

/// What is edited.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Edited {
    Entry(Entry),
    Header(Box<Header>),
}

impl Edited {
    /// As a tree of values.
    pub fn tree(&self) -> Value {
        match self {
            Self::Entry(entry) => serde_json::to_value(entry),
            Self::Header(header) => serde_json::to_value(header),
        }
        .unwrap_or_default()
    }

    /// The same sort of thing from a tree; else why it is none, in the person's words.
    pub fn with_tree(&self, tree: Value, words: &Words) -> Result<Self, String> {
        match self {
            Self::Entry(entry) => Entry::read(entry.list(), tree).map(Self::Entry),
            Self::Header(_) => Header::deserialize(tree).map(|header| Self::Header(Box::new(header))),
        }
        .map_err(|error| why(&error, words))
    }
}

/// Why a tree is no record, in the person's words.
fn why(error: &serde_json::Error, words: &Words) -> String {
    match error.to_string().parse::<ValueError>() {
        Ok(error) => words.tf(error.fault.message(), &[("text", error.text.as_str().into())]),
        Err(()) => words.t("edit-not-possible"),
    }
}

/// A step into a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    Field(&'static str),
    Place(usize),
}

/// The value at a path; nothing where there is none.
pub(super) fn at<'a>(tree: &'a Value, path: &[Step]) -> &'a Value {
    path.iter().fold(tree, |value, step| {
        match step {
            Step::Field(name) => value.get(*name),
            Step::Place(place) => value.get(*place),
        }
        .unwrap_or(&Value::Null)
    })
}

/// Puts a value at a path; what is not there on the way is made.
pub(super) fn set(tree: &mut Value, path: &[Step], value: Value) {
    let Some((step, rest)) = path.split_first() else {
        *tree = value;
        return;
    };
    match step {
        Step::Field(name) => {
            if !tree.is_object() {
                *tree = Value::Object(Map::new());
            }
            if let Some(fields) = tree.as_object_mut() {
                set(fields.entry(*name).or_insert(Value::Null), rest, value);
            }
        }
        Step::Place(place) => {
            if let Some(inner) = tree.get_mut(*place) {
                set(inner, rest, value);
            }
        }
    }
}

/// An amount as people type it: `4400000`, `4,400,000.50`, `$4 400 000`. What is no number stays a text, which is told.
pub(super) fn money(text: &str) -> Value {
    let plain: String =
        text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '$' | '\u{a0}')).collect();
    let groups: Vec<&str> = plain.split('.').next().unwrap_or("").split(',').collect();
    let grouped = groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    number(&if grouped { plain.replace(',', "") } else { plain })
}

/// A number as it is typed. What is none stays a text, which is told.
pub(super) fn number(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into();
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    match text.parse::<f64>() {
        Ok(decimal) if digits => serde_json::Number::from_f64(decimal).map_or(Value::Null, Value::Number),
        _ => Value::String(text.to_owned()),
    }
}

/// A text that may be left out; nothing where it is empty.
pub(super) fn text(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_taken_as_people_type_them() {
        for typed in ["4400000", "4,400,000", "$4 400 000", "4400000.00"] {
            assert_eq!(money(typed).as_f64(), Some(4_400_000.0), "{typed}");
        }
        assert_eq!(money("590,128.50").as_f64(), Some(590_128.5));
        assert_eq!((money(""), money("4,4")), (Value::Null, Value::String("4,4".to_owned())));
        assert_eq!(money("cuatro"), Value::String("cuatro".to_owned()));
    }
}
