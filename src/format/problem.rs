//! What is wrong with a record, where it stands, and what it means for what is shown.

use crate::i18n::Words;
use crate::model::{Breach, List, Measured, Rule, ValueError};

/// Something wrong in a file of which the rest could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, from 1.
    pub line: usize,
    /// Column, in characters from 1.
    pub column: usize,
    /// The list it is in.
    pub list: Option<List>,
    /// The record's id, where it could be read.
    pub record: Option<String>,
    /// Which record of the list, from 0.
    pub place: Option<usize>,
    /// The field: `amounts[2].value`.
    pub field: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What it means.
    pub effect: Effect,
}

/// What a problem means for what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The record or list is not shown; a field of the header is not used.
    LeftOut,
    /// The record is shown; what is wrong is not counted.
    NotCounted,
    /// The record is shown as it is.
    Kept,
}

impl Effect {
    /// What it means that a rule is broken.
    pub const fn of(rule: &Rule) -> Self {
        match rule {
            Rule::MissingReference(..) | Rule::NoName | Rule::ThemeTwice(_) | Rule::UnknownMeasure(_) => Self::Kept,
            Rule::EndBeforeStart(..) | Rule::SharesOver100(_) | Rule::NegativeAmount(_) => Self::NotCounted,
            Rule::EmptyId | Rule::DoubleId => Self::LeftOut,
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A date, an amount, a share… that is none.
    Value(ValueError),
    /// A rule of the records is broken.
    Rule(Rule),
    /// A field that this version does not know.
    UnknownField(String),
    /// A field that must be there is not.
    MissingField(String),
    /// A field stands twice.
    DoubleField(String),
    /// A word that is none of those allowed.
    UnknownWord {
        /// What was written.
        found: String,
        /// What is allowed.
        allowed: Vec<String>,
    },
    /// Something of another kind is expected.
    Expected(Expected),
    /// A comma or a closing bracket is missing, or something stands here that has no place.
    Syntax,
    /// A number with commas between its thousands.
    Thousands,
    /// What opens here is never closed; what stood before it was read.
    Unclosed,
    /// Brackets within brackets beyond all need.
    TooDeep,
    /// Bytes that are no text in UTF-8.
    NotUtf8,
}

/// What should stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text in quotes.
    Text,
    /// A date in quotes.
    Date,
    /// A number.
    Number,
    /// A number without decimals, not negative and not too large.
    Whole,
    /// A year as a plain number.
    Year,
    /// `true` or `false`.
    YesNo,
    /// A list.
    List,
    /// A record or struct.
    Record,
    /// A bare word.
    Word,
}

impl Problem {
    /// A rule that a record breaks which stands in no file yet: without a line.
    pub fn of_breach(breach: Breach) -> Self {
        let effect = Effect::of(&breach.rule);
        let (list, record, place) = (Some(breach.list), Some(breach.id), Some(breach.place));
        let kind = ProblemKind::Rule(breach.rule);
        Self { line: 0, column: 0, list, record, place, field: Some(breach.field), kind, effect }
    }

    /// What is wrong and what to do, in the person's words; without file and line.
    pub fn text(&self, words: &Words) -> String {
        let what = self.kind.text(words);
        let args = [("where", self.place_text(words).into()), ("what", what.into())];
        let said = words.tf("problem-at", &args);
        let effect = match (self.effect, self.list, self.place) {
            (Effect::Kept, ..) => return said,
            (_, None, _) => "effect-not-used",
            (_, Some(_), None) => "effect-list-left-out",
            (Effect::LeftOut, ..) => "effect-left-out",
            (Effect::NotCounted, ..) => "effect-not-counted",
        };
        format!("{said} {}", words.t(effect))
    }

    /// As [`Self::text`], with file, line and column.
    pub fn line_text(&self, words: &Words, file: &str) -> String {
        words.tf(
            "problem-in-file",
            &[
                ("file", file.into()),
                ("line", self.line.into()),
                ("column", self.column.into()),
                ("text", self.text(words).into()),
            ],
        )
    }

    /// "proyecto «senderos», campo start".
    fn place_text(&self, words: &Words) -> String {
        let mut parts = Vec::new();
        if let Some(list) = self.list {
            let noun = words.t(list.message());
            parts.push(match (&self.record, self.place) {
                (Some(id), _) => words.tf("problem-record", &[("noun", noun.into()), ("id", id.into())]),
                (None, Some(place)) => {
                    words.tf("problem-nth-record", &[("noun", noun.into()), ("n", (place + 1).into())])
                }
                (None, None) => words.tf("problem-list", &[("list", list.key().into())]),
            });
        } else {
            parts.push(words.t("problem-header"));
        }
        if let Some(field) = &self.field {
            parts.push(words.tf("problem-field", &[("field", field.into())]));
        }
        parts.join(", ")
    }
}

impl ProblemKind {
    /// What is wrong, in the person's words.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Value(error) => words.tf(error.fault.message(), &[("text", error.text.as_str().into())]),
            Self::Rule(rule) => rule_text(rule, words),
            Self::UnknownField(field) => words.tf("problem-unknown-field", &[("field", field.into())]),
            Self::MissingField(field) => words.tf("problem-missing-field", &[("field", field.into())]),
            Self::DoubleField(field) => words.tf("problem-double-field", &[("field", field.into())]),
            Self::UnknownWord { found, allowed } => {
                words.tf("problem-unknown-word", &[("found", found.into()), ("allowed", allowed.join(", ").into())])
            }
            Self::Expected(Expected::Text) => words.t("problem-expected-text"),
            Self::Expected(Expected::Date) => words.t("problem-expected-date"),
            Self::Expected(Expected::Whole) => words.t("problem-expected-whole"),
            Self::Expected(Expected::Year) => words.t("problem-expected-year"),
            Self::Expected(Expected::Number) => words.t("problem-expected-number"),
            Self::Expected(Expected::YesNo) => words.t("problem-expected-yes-no"),
            Self::Expected(Expected::List) => words.t("problem-expected-list"),
            Self::Expected(Expected::Record) => words.t("problem-expected-record"),
            Self::Expected(Expected::Word) => words.t("problem-expected-word"),
            Self::Syntax => words.t("problem-syntax"),
            Self::Thousands => words.t("problem-thousands"),
            Self::Unclosed => words.t("problem-unclosed"),
            Self::TooDeep => words.t("problem-too-deep"),
            Self::NotUtf8 => words.t("problem-not-utf8"),
        }
    }
}

fn rule_text(rule: &Rule, words: &Words) -> String {
    match rule {
        Rule::EmptyId => words.t("rule-empty-id"),
        Rule::DoubleId => words.t("rule-double-id"),
        Rule::MissingReference(list, id) => {
            words.tf("rule-missing-reference", &[("noun", words.t(list.message()).into()), ("id", id.into())])
        }
        Rule::EndBeforeStart(start, end) => {
            words.tf("rule-end-before-start", &[("start", words.date(*start).into()), ("end", words.date(*end).into())])
        }
        Rule::SharesOver100(sum) => words.tf("rule-shares-over-100", &[("sum", words.percent(*sum).into())]),
        Rule::ThemeTwice(id) => words.tf("rule-theme-twice", &[("id", id.into())]),
        Rule::NegativeAmount(value) => {
            words.tf("rule-negative-amount", &[("value", words.money(i128::from(*value)).into())])
        }
        Rule::NoName => words.t("rule-no-name"),
        Rule::UnknownMeasure(text) => {
            let known = Measured::ALL.map(|known| words.t(known.message())).join(", ");
            words.tf("rule-unknown-measure", &[("text", text.into()), ("known", known.into())])
        }
    }
}
