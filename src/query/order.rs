//! The order of rows: by any column and then a second one; what is missing comes last in either direction.

use std::cmp::Ordering;

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
    Sources,
}

impl Column {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 17] = [
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
pub fn sort(rows: &mut [usize], keys: &[Key], portfolio: &Portfolio, index: &Index, words: &Words) {
    let keyed = |row: &usize| -> Vec<Value> {
        let project = portfolio.projects.get(*row);
        keys.iter()
            .map(|key| project.map_or(Value::Missing, |p| value(key.column, *row, p, portfolio, index, words.lang())))
            .collect()
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

fn value(column: Column, row: usize, project: &Project, portfolio: &Portfolio, index: &Index, lang: Lang) -> Value {
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
            let headline = index.rows.get(row).and_then(|row| row.headline.as_ref());
            headline.map_or(Value::Missing, |headline| Value::Number(headline.figure.value))
        }
        Column::Ending => Value::Number(project.ending.kind as i64),
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
