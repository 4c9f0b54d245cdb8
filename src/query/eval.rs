//! Which records a filter holds for.

use super::field::Field;
use super::filter::{Filter, Term, Test, Value};
use super::fold::{fold, has_word};
use super::index::{EventRow, Index};
use super::truth::{Held, Truth, days_of};
use crate::model::{Event, Portfolio};

/// The rows of the projects that a filter holds for.
pub fn projects(filter: &Filter, index: &Index) -> Held {
    let mut held = Held::all(index.rows.len());
    for term in &filter.terms {
        held.and(&term_rows(term, index));
    }
    held
}

/// As [`projects`], without the terms on one field: the base of that field's own counts.
pub fn projects_but(filter: &Filter, field: Field, index: &Index) -> Held {
    let mut held = Held::all(index.rows.len());
    let on_field = |term: &&Term| matches!(&term.test, Test::Field(other, _) if *other == field);
    for term in filter.terms.iter().filter(|term| !on_field(term)) {
        held.and(&term_rows(term, index));
    }
    held
}

fn term_rows(term: &Term, index: &Index) -> Held {
    let held = match &term.test {
        Test::Word(word) => {
            let needle = Needle::new(word, index);
            Held::ask(index.rows.len(), |row| needle.truth(index.rows.get(row).map_or("", |row| &row.text)))
        }
        Test::Field(field, values) => {
            let mut held = Held::all(index.rows.len()).negated();
            for value in values {
                held.or(&value_rows(*field, value, index));
            }
            held
        }
    };
    if term.negated { held.negated() } else { held }
}

fn value_rows(field: Field, value: &Value, index: &Index) -> Held {
    let count = index.rows.len();
    let none = || Held::all(count).negated();
    let ask = |truth: &dyn Fn(&super::index::Row) -> Truth| {
        Held::ask(count, |row| index.rows.get(row).map_or(Truth::No, truth))
    };
    match (value, index.column(field)) {
        (Value::Missing, Some(column)) => Held::surely(column.missing.clone()),
        (Value::Missing, None) => ask(&|row| {
            truth(match field {
                Field::Start => row.span.start.is_none(),
                Field::End => row.span.end.is_none(),
                Field::Active => row.span.start.is_none() && row.span.end.is_none(),
                Field::Amount => row.headline.is_none(),
                _ => row.names.is_empty(),
            })
        }),
        (Value::Key(key), Some(column)) => column.rows(key).cloned().map_or_else(none, Held::surely),
        (Value::Years(from, to), Some(column)) => {
            let mut held = none();
            for (key, rows) in column.keys.iter().zip(&column.postings) {
                let year = key.parse::<i16>().ok();
                if year.is_some_and(|year| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)) {
                    held.rows.union_with(rows);
                }
            }
            held
        }
        (Value::Dates(from, to), _) => {
            let range = days_of(*from, *to);
            ask(&|row| match field {
                Field::Start => row.span.start.map_or(Truth::No, |days| Truth::within(days, range)),
                Field::End => row.span.end.map_or(Truth::No, |days| Truth::within(days, range)),
                _ => Truth::active(row.span, range),
            })
        }
        (Value::Amounts(from, to), _) => ask(&|row| {
            let value = row.headline.as_ref().map(|headline| headline.figure.value);
            truth(
                value.is_some_and(|value| from.is_none_or(|from| from.0 <= value) && to.is_none_or(|to| value <= to.0)),
            )
        }),
        (Value::Text(text), _) => {
            let folded = fold(text);
            ask(&|row| truth(row.names.contains(&folded)))
        }
        (Value::Key(_) | Value::Years(..), None) => none(),
    }
}

fn truth(holds: bool) -> Truth {
    if holds { Truth::Yes } else { Truth::No }
}

/// A word to look for: anywhere in the text, or one of the words that mean the same as a whole word.
struct Needle<'a> {
    folded: String,
    synonyms: Option<&'a [String]>,
}

impl<'a> Needle<'a> {
    fn new(word: &str, index: &'a Index) -> Self {
        let folded = fold(word);
        let synonyms = index.synonyms(folded.trim());
        Self { folded, synonyms }
    }

    fn truth(&self, text: &str) -> Truth {
        truth(match self.synonyms {
            // "ILO" finds what "OIT" finds, and neither finds "pilots".
            Some(words) => words.iter().any(|word| has_word(text, word)),
            None => text.contains(&self.folded),
        })
    }
}

/// The places of the events that a filter holds for: by what the event itself has, else through the projects that
/// its source names.
pub fn events(filter: &Filter, portfolio: &Portfolio, index: &Index) -> Vec<usize> {
    let through: Vec<(&Term, Held)> = filter.terms.iter().map(|term| (term, term_rows(term, index))).collect();
    let holds = |event: &Event, row: &EventRow| {
        through.iter().all(|(term, held)| match own_answer(term, event, row, index) {
            Some(truth) => (truth > Truth::No) != term.negated || truth == Truth::Perhaps,
            None => row.projects.iter().any(|project| held.rows.contains(*project)),
        })
    };
    let rows = portfolio.events.iter().zip(&index.events).enumerate();
    rows.filter(|(_, (event, row))| holds(event, row)).map(|(place, _)| place).collect()
}

/// What an event answers of itself, before negation; `None` where only its projects can answer.
fn own_answer(term: &Term, event: &Event, row: &EventRow, index: &Index) -> Option<Truth> {
    let (field, values) = match &term.test {
        Test::Word(word) => return Some(Needle::new(word, index).truth(&row.text)),
        Test::Field(field, values) => (*field, values),
    };
    let answer = |value: &Value| -> Option<Truth> {
        let among = |ids: &[String]| match value {
            Value::Key(key) => Some(truth(ids.contains(key))),
            Value::Missing => Some(truth(ids.is_empty())),
            _ => None,
        };
        match field {
            Field::Theme => among(&row.themes),
            Field::Topic => among(&event.topics),
            Field::Org | Field::Implementer => among(&event.organizations),
            Field::Source => among(&event.sources),
            Field::Name => match value {
                Value::Text(text) => Some(truth(row.names.contains(&fold(text)))),
                _ => Some(truth(row.names.is_empty())),
            },
            Field::Active | Field::Start | Field::End => match value {
                Value::Dates(from, to) => Some(Truth::within(row.days, days_of(*from, *to))),
                _ => Some(Truth::No),
            },
            Field::Year => match value {
                Value::Years(from, to) => {
                    let year = event.date.year();
                    let low = from.is_none_or(|from| i32::from(from) <= year);
                    Some(truth(low && to.is_none_or(|to| year <= i32::from(to))))
                }
                _ => Some(Truth::No),
            },
            _ => None,
        }
    };
    let answers: Option<Vec<Truth>> = values.iter().map(answer).collect();
    answers.map(|answers| answers.into_iter().max().unwrap_or(Truth::No))
}
