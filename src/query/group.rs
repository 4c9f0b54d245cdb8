//! A set in groups that sum to its total to the cent: by theme, year, implementer, state, status, ending, sector.

use std::borrow::Cow;
use std::collections::HashMap;

use rayon::prelude::*;

use super::column::{Column, core_share};
use super::field::Field;
use super::index::Index;
use super::money::{Counts, Money, NO_DATA, Parts};
use super::years::{self, Spread};
use crate::model::{Part, Portfolio, Project, Role, split};

/// What a set is grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum By {
    Theme,
    Year,
    Implementer,
    State,
    Status,
    Ending,
    Sector,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Theme, Self::Year, Self::Implementer, Self::State, Self::Status, Self::Ending, Self::Sector];

    /// As on the command line; also the field that a group's key is a value of.
    pub const fn field(self) -> Field {
        match self {
            Self::Theme => Field::Theme,
            Self::Year => Field::Year,
            Self::Implementer => Field::Implementer,
            Self::State => Field::State,
            Self::Status => Field::Status,
            Self::Ending => Field::Ending,
            Self::Sector => Field::Sector,
        }
    }

    /// The grouping of a field's name in either language.
    pub fn from_name(name: &str) -> Option<Self> {
        let field = Field::from_name(name)?;
        Self::ALL.into_iter().find(|by| by.field() == field)
    }
}

/// One group of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The key; `None` is *no data*.
    pub key: Option<String>,
    /// The rows of every project with the key, of one country or several.
    pub rows: Vec<usize>,
    /// Those of the country alone without a published amount.
    pub without_amount: usize,
    /// The group's part of the total; `None` where no project of it has an amount that counts.
    pub amount: Option<i128>,
    /// How much of it rests on a division that no source states.
    pub assumed: i128,
    /// The whole amounts of its projects, undivided: they do not add up over groups.
    pub whole: i128,
}

/// The rows in groups, in the order of the portfolio's lists (years in theirs), *no data* last.
pub fn groups(rows: &[usize], by: By, spread: Spread, portfolio: &Portfolio, index: &Index) -> Vec<Group> {
    // How money falls evenly into years is no column: the years of a plan may be any.
    let is_column = by != By::Year || spread == Spread::Award;
    match (index.money.parts(by), index.column(by.field())) {
        (Some(parts), Some(column)) if is_column => by_columns(rows, parts, column, &index.money),
        _ => groups_of(rows, by, spread, portfolio, index, |row| index.rows.get(row).and_then(|row| row.counted)),
    }
}

fn by_columns(rows: &[usize], parts: &Parts, column: &Column, money: &Money) -> Vec<Group> {
    let none = column.keys.len();
    let empty = || Group { key: None, rows: Vec::new(), without_amount: 0, amount: None, assumed: 0, whole: 0 };
    let gather = |rows: &[usize]| {
        let mut groups: Vec<Group> = std::iter::repeat_with(empty).take(none + 1).collect();
        for at in rows.iter().copied() {
            let counted = money.counted(at);
            for (key, amount, stated) in parts.row(at) {
                let place = if key == NO_DATA { none } else { key as usize };
                let Some(group) = groups.get_mut(place) else { continue };
                if group.rows.last() != Some(&at) {
                    group.rows.push(at);
                    group.without_amount += usize::from(money.counts.get(at) == Some(&Counts::Unpublished));
                    group.whole += counted.map_or(0, i128::from);
                }
                if counted.is_some() {
                    *group.amount.get_or_insert(0) += i128::from(amount);
                    group.assumed += if stated { 0 } else { i128::from(amount) };
                }
            }
        }
        groups
    };
    let mut groups = rows.par_chunks(core_share(rows.len())).map(gather).reduce_with(joined).unwrap_or_default();
    for (group, key) in groups.iter_mut().zip(&column.keys) {
        group.key = Some(key.clone());
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// The groups of two parts of a set, the first part's rows first.
fn joined(mut first: Vec<Group>, second: Vec<Group>) -> Vec<Group> {
    for (group, more) in first.iter_mut().zip(second) {
        group.rows.extend(more.rows);
        group.without_amount += more.without_amount;
        group.amount = match (group.amount, more.amount) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        group.assumed += more.assumed;
        group.whole += more.whole;
    }
    first
}

/// As [`groups`], of another value of each row than its amount.
pub(super) fn groups_of(
    rows: &[usize],
    by: By,
    spread: Spread,
    portfolio: &Portfolio,
    index: &Index,
    value: impl Fn(usize) -> Option<i64>,
) -> Vec<Group> {
    let mut found = Groups::default();
    for at in rows {
        let (Some(project), Some(row)) = (portfolio.projects.get(*at), index.rows.get(*at)) else { continue };
        let parts = parts(project, by, spread, row.headline.as_ref());
        let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
        let whole = value(*at);
        let values = whole.map(|value| split(value, &weights));
        for (place, part) in parts.iter().enumerate() {
            let group = found.group(part.key.as_deref());
            if group.rows.last() != Some(at) {
                group.rows.push(*at);
                group.without_amount +=
                    usize::from(row.headline.is_none() && row.scope == crate::model::Scope::Country);
                group.whole += whole.map_or(0, i128::from);
            }
            if let Some(value) = values.as_ref().and_then(|values| values.get(place)) {
                *group.amount.get_or_insert(0) += i128::from(*value);
                group.assumed += if part.stated { 0 } else { i128::from(*value) };
            }
        }
    }
    found.sorted(by, index)
}

/// How a project's money falls into groups.
pub(super) fn parts<'a>(
    project: &'a Project,
    by: By,
    spread: Spread,
    headline: Option<&crate::model::Headline>,
) -> Vec<Part<Cow<'a, str>>> {
    let owned = |part: Part<&'a str>| Part { key: part.key.map(Cow::from), weight: part.weight, stated: part.stated };
    match by {
        By::Theme => project.theme_parts().into_iter().map(owned).collect(),
        By::Year => {
            let parts = years::parts(project, headline, spread).into_iter();
            let named = |part: Part<i16>| {
                // The year of a start is no division of ours; an even spread is.
                let stated = part.stated || spread == Spread::Award;
                Part { key: part.key.map(|year| Cow::from(format!("{year:04}"))), weight: part.weight, stated }
            };
            parts.map(named).collect()
        }
        By::Implementer => equally(project.organizations_as(Role::Implementing)),
        By::State => equally(project.states.iter().map(String::as_str)),
        By::Sector => equally(project.sectors.iter().map(String::as_str)),
        By::Status => vec![Part::whole(project.status.map(|status| status.key().into()))],
        By::Ending => vec![Part::whole(Some(project.ending.kind.key().into()))],
    }
}

/// Equal parts, ours unless there is only one; none is *no data*.
fn equally<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<Part<Cow<'a, str>>> {
    let mut parts: Vec<Part<Cow<'a, str>>> = Vec::new();
    for key in keys {
        if !parts.iter().any(|part| part.key.as_deref() == Some(key)) {
            parts.push(Part { key: Some(key.into()), weight: 1, stated: false });
        }
    }
    match parts.as_mut_slice() {
        [] => vec![Part::whole(None)],
        [only] => {
            only.stated = true;
            parts
        }
        _ => parts,
    }
}

#[derive(Default)]
struct Groups {
    list: Vec<Group>,
    places: HashMap<Option<String>, usize>,
}

impl Groups {
    fn group(&mut self, key: Option<&str>) -> &mut Group {
        let key = key.map(str::to_owned);
        let place = *self.places.entry(key.clone()).or_insert(self.list.len());
        if place == self.list.len() {
            self.list.push(Group { key, rows: Vec::new(), without_amount: 0, amount: None, assumed: 0, whole: 0 });
        }
        // `place` is within the list by construction.
        #[expect(clippy::indexing_slicing, reason = "places only ever point into the list")]
        &mut self.list[place]
    }

    fn sorted(mut self, by: By, index: &Index) -> Vec<Group> {
        if by == By::Year {
            self.list.sort_by(|a, b| a.key.is_none().cmp(&b.key.is_none()).then_with(|| a.key.cmp(&b.key)));
            return self.list;
        }
        let order: HashMap<&str, usize> = index
            .column(by.field())
            .map(|column| column.keys.iter().enumerate().map(|(place, key)| (key.as_str(), place)).collect())
            .unwrap_or_default();
        let place = |group: &Group| {
            group.key.as_deref().map_or(usize::MAX, |key| order.get(key).copied().unwrap_or(usize::MAX - 1))
        };
        self.list.sort_by_key(place);
        self.list
    }
}

/// Groups with the most money first, those without any after, *no data* last.
pub fn by_amount(groups: &mut [Group]) {
    groups.sort_by_key(|group| {
        (group.key.is_none(), std::cmp::Reverse(group.amount), std::cmp::Reverse(group.rows.len()))
    });
}

/// Groups with the most projects first, *no data* last.
pub fn by_count(groups: &mut [Group]) {
    groups.sort_by_key(|group| {
        (group.key.is_none(), std::cmp::Reverse(group.rows.len()), std::cmp::Reverse(group.amount))
    });
}
