//! The order of rows: by any column and then a second one; what is missing comes last in either direction.

use std::cmp::Ordering;

use super::cut::{Cut, CutState, Lens, cut_state};
use super::index::Index;
use crate::i18n::Words;
use crate::model::{Lang, Portfolio, Project, Role};

/// What projects can be ordered by, and shown as: the columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Column {
    Name,
    Acronym,
    Theme,
    Implementer,
    Start,
    PlannedEnd,
    ActualEnd,
    Amount,
    Ending,
    Status,
    States,
    Sectors,
    Supports,
    Counterpart,
    Scope,
    Agreement,
    MonthsAhead,
    ShareAhead,
    CutMoney,
    Sources,
}

impl Column {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 20] = [
        Self::Name,
        Self::Acronym,
        Self::Theme,
        Self::Implementer,
        Self::Start,
        Self::PlannedEnd,
        Self::ActualEnd,
        Self::Amount,
        Self::Ending,
        Self::Status,
        Self::States,
        Self::Sectors,
        Self::Supports,
        Self::Counterpart,
        Self::Scope,
        Self::Agreement,
        Self::MonthsAhead,
        Self::ShareAhead,
        Self::CutMoney,
        Self::Sources,
    ];

    /// The key of its title in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Name => "column-name",
            Self::Acronym => "column-acronym",
            Self::Theme => "column-theme",
            Self::Implementer => "column-implementer",
            Self::Start => "column-start",
            Self::PlannedEnd => "column-planned-end",
            Self::ActualEnd => "column-actual-end",
            Self::Amount => "column-amount",
            Self::Ending => "column-ending",
            Self::Status => "column-status",
            Self::States => "column-states",
            Self::Sectors => "column-sectors",
            Self::Supports => "column-supports",
            Self::Counterpart => "column-counterpart",
            Self::Scope => "column-scope",
            Self::Agreement => "column-agreement",
            Self::MonthsAhead => "column-months-ahead",
            Self::ShareAhead => "column-share-ahead",
            Self::CutMoney => "column-cut-money",
            Self::Sources => "column-sources",
        }
    }
}

/// A column to order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Key {
    /// By what.
    pub column: Column,
    /// Largest or last first.
    pub descending: bool,
}

/// What a row is compared by in one column.
#[derive(Debug)]
enum Value {
    Text(String),
    Number(i64),
    Missing,
}

/// Orders rows in place: by each key in turn, then as in the portfolio.
pub fn sort(rows: &mut [usize], keys: &[Key], lens: Lens, portfolio: &Portfolio, index: &Index, words: &Words) {
    let look = Look { lens, portfolio, index, lang: words.lang() };
    let keyed = |row: &usize| -> Vec<Value> {
        let project = portfolio.projects.get(*row);
        keys.iter().map(|key| project.as_deref().map_or(Value::Missing, |p| value(key.column, *row, p, look))).collect()
    };
    let mut keyed: Vec<(Vec<Value>, usize)> = rows.iter().map(|row| (keyed(row), *row)).collect();
    keyed.sort_by(|(a, a_row), (b, b_row)| {
        let columns = a.iter().zip(b).zip(keys);
        let orders = columns.map(|((a, b), key)| compare(a, b, key.descending, words));
        orders.fold(Ordering::Equal, Ordering::then).then(a_row.cmp(b_row))
    });
    for (row, (_, sorted)) in rows.iter_mut().zip(keyed) {
        *row = sorted;
    }
}

fn compare(a: &Value, b: &Value, descending: bool, words: &Words) -> Ordering {
    let order = match (a, b) {
        (Value::Missing, Value::Missing) => return Ordering::Equal,
        (Value::Missing, _) => return Ordering::Greater,
        (_, Value::Missing) => return Ordering::Less,
        (Value::Text(a), Value::Text(b)) => words.compare(a, b),
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::Text(_), Value::Number(_)) => Ordering::Greater,
        (Value::Number(_), Value::Text(_)) => Ordering::Less,
    };
    if descending { order.reverse() } else { order }
}

/// What a column tells of a project that was cut short; missing for the others.
fn cut_value(at: usize, look: Look<'_>, pick: impl Fn(Cut) -> Option<i64>) -> Value {
    let state = look.index.rows.get(at).map(|row| cut_state(at, row, look.index.spent(at), look.lens));
    match state {
        Some(CutState::Cut(cut)) => pick(cut).map_or(Value::Missing, Value::Number),
        _ => Value::Missing,
    }
}

/// What values are looked up with.
#[derive(Clone, Copy)]
struct Look<'a> {
    lens: Lens,
    portfolio: &'a Portfolio,
    index: &'a Index,
    lang: Lang,
}

fn value(column: Column, row: usize, project: &Project, look: Look<'_>) -> Value {
    let Look { portfolio, index, lang, .. } = look;
    let text = |text: Option<&str>| text.map_or(Value::Missing, |text| Value::Text(text.to_owned()));
    let named = |bilingual: &crate::model::Bilingual| text(bilingual.best(lang).map(|(text, _)| text));
    // Earliest, then latest: within one earliest day the more exact comes first.
    let date = |date: Option<crate::model::PartialDate>| {
        date.map_or(Value::Missing, |date| {
            Value::Number((i64::from(date.earliest().0) << 32) + i64::from(date.latest().0))
        })
    };
    match column {
        Column::Name => named(&project.name),
        Column::Acronym => text(project.acronym.as_deref()),
        Column::Theme => {
            let place = project.themes.first().and_then(|theme| portfolio.themes.position(&theme.theme));
            place.map_or(Value::Missing, |place| Value::Number(place as i64))
        }
        Column::Implementer => {
            let first = project.organizations_as(Role::Implementing).next();
            match first.and_then(|id| portfolio.organizations.find(id)) {
                Some(organization) => named(&organization.name),
                None => text(first),
            }
        }
        Column::Start => date(project.start),
        Column::PlannedEnd => date(project.planned_end),
        Column::ActualEnd => date(project.actual_end),
        Column::Amount => {
            let headline = index.rows.get(row).and_then(|row| row.headline);
            headline.map_or(Value::Missing, |told| Value::Number(told.value))
        }
        Column::Ending => Value::Number(project.ending.kind as i64),
        Column::MonthsAhead => cut_value(row, look, |cut| Some(cut.ahead.shown)),
        Column::ShareAhead => cut_value(row, look, |cut| Some(cut.share.shown)),
        Column::CutMoney => cut_value(row, look, |cut| cut.money.map(|money| money.cut.shown)),
        Column::Status => project.status.map_or(Value::Missing, |status| Value::Number(status as i64)),
        Column::States => {
            let first = project.states.first().and_then(|id| portfolio.places.find(id));
            first.map_or(Value::Missing, |place| named(&place.name))
        }
        Column::Sectors => {
            let first = project.sectors.first().and_then(|id| portfolio.sectors.find(id));
            first.map_or(Value::Missing, |term| named(&term.name))
        }
        Column::Supports => {
            let first = project.supports.first().and_then(|id| portfolio.supports.find(id));
            first.map_or(Value::Missing, |term| named(&term.name))
        }
        Column::Counterpart => named(&project.counterpart),
        Column::Scope => Value::Number(project.scope as i64),
        Column::Agreement => text(project.agreement_number.as_deref()),
        Column::Sources => Value::Number(project.all_sources().len() as i64),
    }
}
