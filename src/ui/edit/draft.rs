//! A record as a tree of values while it is edited, and back: what was typed becomes a record where it can be one, and
//! what cannot says why.

use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::format::sheet::{self, Decimal, Doubt, Money};
use crate::i18n::Words;
use crate::model::{Currency, Entry, Header, PartialDate, ValueError, ValueFault};

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
        Ok(error) => {
            // In a form nobody writes as in a file.
            let key = match error.fault {
                ValueFault::AmountForm => "edit-amount-form",
                ValueFault::AmountSize => "edit-amount-size",
                ValueFault::CurrencyForm => "edit-currency-form",
                fault => fault.message(),
            };
            words.tf(key, &[("text", error.text.as_str().into())])
        }
        Err(()) if of_number(&error.to_string()) => words.t("edit-not-a-number"),
        Err(()) => words.t("edit-not-possible"),
    }
}

/// Whether a fault is that something typed is no number, or none of that size.
fn of_number(fault: &str) -> bool {
    ["invalid type: string", "invalid type: floating", "invalid value: integer"]
        .iter()
        .any(|begin| fault.starts_with(begin))
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

/// What was made of what is typed.
pub(super) struct Made {
    /// The value of the field.
    pub value: Value,
    /// What it says of the field beside it: `EUR 5` says the currency as well.
    pub beside: Option<(&'static str, Value)>,
}

impl From<Value> for Made {
    fn from(value: Value) -> Self {
        Self { value, beside: None }
    }
}

/// An amount as people type it: `4,400,000.50`, `1.234,50`, `USD 4.4 millones`. The portfolio's own currency needs no
/// words. What is no amount, or might be two, stays as it is typed, which is told.
pub(super) fn money(text: &str, usual: Option<Currency>) -> Made {
    match sheet::money(text, Decimal::Point) {
        Ok(None) => Value::Null.into(),
        Ok(Some(Money { doubt: None | Some(Doubt::Separator { decimals: false }), value, currency, .. })) => {
            let told = |currency: Currency| {
                if Some(currency) == usual { Value::Null } else { Value::String(currency.to_string()) }
            };
            let value = serde_json::to_value(value).unwrap_or_default();
            Made { value, beside: currency.map(|currency| ("currency", told(currency))) }
        }
        Ok(Some(_)) | Err(_) => number(text.trim()).into(),
    }
}

/// A date as the file has it, of `20/03/2025` and `marzo de 2025` as well. What is none stays as it is typed.
pub(super) fn date(typed: &str) -> Value {
    let typed = typed.trim();
    match typed.parse::<PartialDate>().ok().or_else(|| sheet::typed_date(typed)) {
        Some(date) => Value::String(date.to_string()),
        // A day that its month has not is told as such.
        None => text(&as_numbers(typed).unwrap_or_else(|| typed.to_owned())),
    }
}

/// Three numbers in the order of a date, the day first, as the file has a date; also where there is no such day.
fn as_numbers(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let is_number =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = is_number(day, 2) && is_number(month, 2) && is_number(year, 4) && year.len() == 4;
    is_date.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// A currency: its letters are capitals, however they are typed.
pub(super) fn currency(typed: &str) -> Value {
    text(&typed.trim().to_uppercase())
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
        let of = |text: &str| money(text, Some(Currency::USD));
        for typed in ["4400000", "4,400,000", "$4 400 000", "4400000.00", "USD 4.4 millones", "4.4 mdd", "4.400.000,00"]
        {
            assert_eq!(of(typed).value.as_f64(), Some(4_400_000.0), "{typed}");
        }
        assert_eq!(of("590,128.50").value.as_f64(), Some(590_128.5));
        assert_eq!(of("1.234,50").value.as_f64(), Some(1_234.5));
        assert_eq!((of("").value, of("n/d").value), (Value::Null, Value::Null));
        // What might be two amounts, and what is about one, is none.
        assert_eq!(of("1.234").value.as_f64(), Some(1.234), "which the model refuses");
        for typed in ["cuatro", "aprox. 5 millones", "4-5"] {
            assert_eq!(of(typed).value, Value::String(typed.to_owned()));
        }
    }

    #[test]
    fn an_amount_that_names_its_currency_says_both() {
        let of = |text: &str| money(text, Some(Currency::USD)).beside;
        assert_eq!(of("EUR 5"), Some(("currency", Value::String("EUR".to_owned()))));
        assert_eq!((of("5 USD"), of("5")), (Some(("currency", Value::Null)), None));
        assert_eq!(money("USD 5", None).beside, Some(("currency", Value::String("USD".to_owned()))));
        assert_eq!(currency(" mxn "), Value::String("MXN".to_owned()));
    }

    #[test]
    fn dates_are_taken_as_people_type_them() {
        for (typed, is) in
            [("20/03/2025", "2025-03-20"), ("marzo de 2025", "2025-03"), (" 2025~", "2025~"), ("2023-13", "2023-13")]
        {
            assert_eq!(date(typed), Value::String(is.to_owned()), "{typed}");
        }
        assert_eq!(date(" "), Value::Null);
    }
}
