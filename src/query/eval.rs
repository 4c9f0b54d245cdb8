//! Which records a filter holds for.

use fixedbitset::FixedBitSet;

use super::field::Field;
use super::filter::{Filter, Term, Test, Value};
use super::fold::{has_word, is_word};
use super::index::{EventRow, Index};
use super::recall::Recall;
use super::row::Row;
use super::truth::{Held, Truth, days_of};
use crate::i18n::fold;
use crate::model::{Event, Portfolio};

/// The rows that each term of a filter holds for: asked once, put together as each question needs them.
pub struct Terms<'a> {
    held: Vec<(&'a Term, Held)>,
    count: usize,
}

impl<'a> Terms<'a> {
    /// Asks every term.
    pub fn of(filter: &'a Filter, portfolio: &Portfolio, index: &Index, recall: &mut Recall) -> Self {
        let held = filter.terms.iter().map(|term| (term, term_rows(term, portfolio, index, recall))).collect();
        Self { held, count: index.rows.len() }
    }

    /// The rows that all terms hold for.
    pub fn all(&self) -> Held {
        self.together(|_| true)
    }

    /// As [`Self::all`], without the terms on one field: the base of that field's own counts. Nothing where the field
    /// has no term, and the base is that of all.
    pub fn but(&self, field: Field) -> Option<Held> {
        let on_field = |term: &Term| matches!(&term.test, Test::Field(other, _) if *other == field);
        self.held.iter().any(|(term, _)| on_field(term)).then(|| self.together(|term| !on_field(term)))
    }

    fn together(&self, takes: impl Fn(&Term) -> bool) -> Held {
        let mut terms = self.held.iter().filter(|(term, _)| takes(term)).map(|(_, held)| held);
        let Some(first) = terms.next() else { return Held::all(self.count) };
        terms.fold(first.clone(), |mut held, other| {
            held.and(other);
            held
        })
    }
}

fn term_rows(term: &Term, portfolio: &Portfolio, index: &Index, recall: &mut Recall) -> Held {
    let held = match &term.test {
        Test::Word(word) => Held::surely(Needle::new(word, index).rows(index, recall)),
        Test::Field(field, values) => {
            let mut values = values.iter().map(|value| value_rows(*field, value, portfolio, index));
            let none = || Held::all(index.rows.len()).negated();
            let first = values.next().unwrap_or_else(none);
            values.fold(first, |mut held, other| {
                held.or(&other);
                held
            })
        }
    };
    if term.negated { held.negated() } else { held }
}

fn value_rows(field: Field, value: &Value, portfolio: &Portfolio, index: &Index) -> Held {
    let count = index.rows.len();
    let none = || Held::all(count).negated();
    let ask =
        |truth: &(dyn Fn(&Row) -> Truth + Sync)| Held::ask(count, |row| index.rows.get(row).map_or(Truth::No, truth));
    match (value, index.column(field)) {
        (Value::Missing, Some(column)) => Held::surely(column.missing.clone()),
        (Value::Missing, None) if field == Field::Name => {
            let mut held = none();
            held.rows.extend((0..count).filter(|row| index.names.get(*row).is_empty()));
            held
        }
        (Value::Missing, None) => ask(&|row| {
            truth(match field {
                Field::Start => row.span.start.is_none(),
                Field::End => row.span.end.is_none(),
                Field::Active => row.span.start.is_none() && row.span.end.is_none(),
                Field::Amount => row.headline.is_none() && !row.negative,
                // A record without a name, or a project without an id, is none.
                _ => false,
            })
        }),
        (Value::Key(id), None) if field == Field::Id => {
            let mut held = none();
            held.rows.extend(portfolio.projects.position(id));
            held
        }
        (Value::Key(key), Some(column)) => column.rows(key).map_or_else(none, Held::surely),
        (Value::Years(from, to), Some(column)) => {
            let mut held = none();
            let within = |year: i16| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to);
            let years = column.keys.iter().map(|key| key.parse::<i16>().is_ok_and(within));
            let years: Vec<bool> = years.collect();
            column.add_rows(|key| years.get(key as usize) == Some(&true), &mut held.rows);
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
            let value = row.headline.map(|told| told.value);
            truth(
                value.is_some_and(|value| from.is_none_or(|from| from.0 <= value) && to.is_none_or(|to| value <= to.0)),
            )
        }),
        (Value::Text(text), _) => {
            let mut held = none();
            index.names.find(&fold(text), &mut held.rows, |_, _| true);
            held
        }
        (Value::Key(_) | Value::Years(..), None) => none(),
    }
}

fn truth(holds: bool) -> Truth {
    if holds { Truth::Yes } else { Truth::No }
}

/// Where a word can stand only in less than this part of the rows, they are looked through one by one.
const FEW: usize = 4;

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

    /// The rows in whose text it stands: their own, or the names of what they refer to.
    fn rows(&self, index: &Index, recall: &mut Recall) -> FixedBitSet {
        if self.synonyms.is_some() {
            // Whole words are no part of longer ones.
            return self.rows_among(None, index);
        }
        if let Some(rows) = recall.known(&self.folded) {
            return rows;
        }
        let few = |rows: &&FixedBitSet| rows.count_ones(..) < rows.len() / FEW;
        let rows = self.rows_among(recall.among(&self.folded).filter(few), index);
        recall.keep(&self.folded, &rows);
        rows
    }

    /// As [`Self::rows`], where they are known to be among a few.
    fn rows_among(&self, few: Option<&FixedBitSet>, index: &Index) -> FixedBitSet {
        let mut rows = FixedBitSet::with_capacity(index.rows.len());
        let words = self.synonyms.unwrap_or(std::slice::from_ref(&self.folded));
        for word in words {
            let whole = |text: &str, at: usize| self.synonyms.is_none() || is_word(text, at, word.len());
            if let Some(few) = few {
                index.names.find_among(word, few, &mut rows);
                index.texts.find_among(word, few, &mut rows);
            } else {
                index.names.find(word, &mut rows, whole);
                index.texts.find(word, &mut rows, whole);
            }
            for list in &index.referred {
                let mut keys = FixedBitSet::with_capacity(list.column.keys.len());
                list.texts.find(word, &mut keys, whole);
                if !keys.is_clear() {
                    list.column.add_rows(|key| keys.contains(key as usize), &mut rows);
                }
            }
        }
        rows
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
pub fn events(terms: &Terms<'_>, portfolio: &Portfolio, index: &Index) -> Vec<usize> {
    let holds = |event: &Event, row: &EventRow| {
        terms.held.iter().all(|(term, held)| match own_answer(term, event, row, index) {
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
