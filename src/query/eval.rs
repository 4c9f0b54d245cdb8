//! Which records a filter holds for.

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;
use rayon::prelude::*;

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
    asked: Vec<Asked<'a>>,
    count: usize,
}

/// A term and the rows that it holds for.
struct Asked<'a> {
    term: &'a Term,
    /// The word, where it asks for one.
    needle: Option<Needle<'a>>,
    held: Held,
}

impl<'a> Terms<'a> {
    /// Asks every term.
    pub fn of(filter: &'a Filter, portfolio: &Portfolio, index: &'a Index, recall: &mut Recall) -> Self {
        let asked = filter.terms.iter().map(|term| Asked::of(term, portfolio, index, recall)).collect();
        Self { asked, count: index.rows.len() }
    }

    /// The rows that all terms hold for.
    pub fn all(&self) -> Held {
        self.together(|_| true)
    }

    /// As [`Self::all`], without the terms on one field: the base of that field's own counts. Nothing where the field
    /// has no term, and the base is that of all.
    pub fn but(&self, field: Field) -> Option<Held> {
        let on_field = |term: &Term| matches!(&term.test, Test::Field(other, _) if *other == field);
        self.asked.iter().any(|asked| on_field(asked.term)).then(|| self.together(|term| !on_field(term)))
    }

    fn together(&self, takes: impl Fn(&Term) -> bool) -> Held {
        let mut terms = self.asked.iter().filter(|asked| takes(asked.term)).map(|asked| &asked.held);
        let Some(first) = terms.next() else { return Held::all(self.count) };
        terms.fold(first.clone(), |mut held, other| {
            held.and(other);
            held
        })
    }
}

impl<'a> Asked<'a> {
    fn of(term: &'a Term, portfolio: &Portfolio, index: &'a Index, recall: &mut Recall) -> Self {
        let (needle, held) = match &term.test {
            Test::Word(word) => {
                let needle = Needle::new(word, index);
                let held = Held::surely(needle.rows(index, recall));
                (Some(needle), held)
            }
            Test::Field(field, values) => {
                let mut values = values.iter().map(|value| value_rows(*field, value, portfolio, index));
                let first = values.next().unwrap_or_else(|| Held::all(index.rows.len()).negated());
                let held = values.fold(first, |mut held, other| {
                    held.or(&other);
                    held
                });
                (None, held)
            }
        };
        Self { term, needle, held: if term.negated { held.negated() } else { held } }
    }
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
    finder: Finder<'static>,
    synonyms: Option<&'a [String]>,
}

impl<'a> Needle<'a> {
    fn new(word: &str, index: &'a Index) -> Self {
        let folded = fold(word);
        let synonyms = index.synonyms(folded.trim());
        let finder = Finder::new(&folded).into_owned();
        Self { folded, finder, synonyms }
    }

    /// The rows in whose text it stands: their own, or the names of what they refer to.
    fn rows(&self, index: &Index, recall: &mut Recall) -> FixedBitSet {
        let mut rows = FixedBitSet::with_capacity(index.rows.len());
        if let Some(words) = self.synonyms {
            for word in words {
                // Whole words are no part of longer ones.
                let whole = |text: &str, at: usize| is_word(text, at, word.len());
                index.names.find(word, &mut rows, whole);
                index.texts.find(word, &mut rows, whole);
                referring(word, whole, index, &mut rows);
            }
            return rows;
        }
        let word = self.folded.as_str();
        if let Some(rows) = recall.known(word) {
            return rows;
        }
        let is_few = |rows: &FixedBitSet| rows.count_ones(..) < rows.len() / FEW;
        let few = recall.among(word).filter(|few| is_few(few));
        match few {
            Some(few) => index.names.find_among(word, few, &mut rows),
            None => index.names.find(word, &mut rows, |_, _| true),
        }
        referring(word, |_, _| true, index, &mut rows);
        // Where it was found already, nothing more is to be looked for.
        let mut left = rows.clone();
        left.toggle_range(..);
        if let Some(few) = few {
            left.intersect_with(few);
        }
        if is_few(&left) {
            index.texts.find_among(word, &left, &mut rows);
        } else {
            index.texts.find(word, &mut rows, |_, _| true);
        }
        recall.keep(word, &rows);
        rows
    }

    fn truth(&self, text: &str) -> Truth {
        truth(match self.synonyms {
            // "ILO" finds what "OIT" finds, and neither finds "pilots".
            Some(words) => words.iter().any(|word| has_word(text, word)),
            None => self.finder.find(text.as_bytes()).is_some(),
        })
    }
}

/// Adds the rows that refer to what has the word in its name, at a place that `holds`.
fn referring(word: &str, holds: impl Fn(&str, usize) -> bool + Sync, index: &Index, rows: &mut FixedBitSet) {
    for list in &index.referred {
        let mut keys = FixedBitSet::with_capacity(list.column.keys.len());
        list.texts.find(word, &mut keys, &holds);
        if !keys.is_clear() {
            list.column.add_rows(|key| keys.contains(key as usize), rows);
        }
    }
}

/// How many events a core looks through at once.
const EVENTS_AT_ONCE: usize = 1_024;

/// The places of the events that a filter holds for: by what the event itself has, else through the projects that
/// its source names.
pub fn events(terms: &Terms<'_>, portfolio: &Portfolio, index: &Index) -> Vec<usize> {
    let holds = |event: &Event, row: &EventRow| {
        terms.asked.iter().all(|asked| match own_answer(asked, event, row) {
            Some(truth) => (truth > Truth::No) != asked.term.negated || truth == Truth::Perhaps,
            None => row.projects.iter().any(|project| asked.held.rows.contains(*project)),
        })
    };
    let rows = portfolio.events.par_iter().zip(&index.events).enumerate().with_min_len(EVENTS_AT_ONCE);
    rows.filter(|(_, (event, row))| holds(event, row)).map(|(place, _)| place).collect()
}

/// What an event answers of itself, before negation; `None` where only its projects can answer.
fn own_answer(asked: &Asked<'_>, event: &Event, row: &EventRow) -> Option<Truth> {
    if let Some(needle) = &asked.needle {
        return Some(needle.truth(&row.text));
    }
    let Test::Field(field, values) = &asked.term.test else { return None };
    let field = *field;
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
