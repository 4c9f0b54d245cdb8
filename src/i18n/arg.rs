//! What goes into a message.

use fluent_bundle::FluentValue;

use super::{Words, visible};

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A number: printed with its thousands marked, and chooses plural forms. A year is no number but a text.
    Num(i64),
    /// A text.
    Text(&'a str),
    /// A text made for the occasion.
    Owned(String),
}

/// Up to here Fluent, which reckons in `f64`, keeps a number as it is.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

impl Arg<'_> {
    pub(super) fn value(&self, words: &Words) -> FluentValue<'_> {
        match self {
            Self::Num(number) if number.unsigned_abs() > EXACT => FluentValue::from(words.int(*number)),
            Self::Num(number) => FluentValue::from(*number),
            Self::Text(text) => FluentValue::from(visible(text)),
            Self::Owned(text) => FluentValue::from(visible(text)),
        }
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Num(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Num(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Num(number.into())
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Owned(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}
