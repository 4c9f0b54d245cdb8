//! The order of rows: by any column and then a second one; what is missing comes last in either direction.

use std::sync::Arc;

use rayon::prelude::*;

use super::cut::{Cut, CutState, Lens, cut_state};
use super::field::Field;
use super::index::Index;
use super::row::Row;
use super::text_ranks::{NO_TEXT, TextRanks, ranked};
use super::vocabulary::scope_key;
use crate::i18n::Sorter;
use crate::model::{Bilingual, Currency, Lang, PartialDate, Portfolio, Scope, Status};

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

/// The value of a row in a column, as a number to be compared; what is missing is the largest in either direction.
type Rank = i64;
const MISSING: Rank = i64::MAX;

/// The rank of a text as a value of its row.
fn of_text_rank(rank: u32) -> Rank {
    if rank == NO_TEXT { MISSING } else { Rank::from(rank) }
}

/// All rows in the orders that were asked for lately. Of one index: another needs another.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    kept: Vec<(By, Arc<Vec<usize>>)>,
}

/// What an order depends on.
type By = (Vec<Key>, Lens, Lang);

/// So many orders are kept.
const KEPT: usize = 12;

impl Orders {
    /// All rows by these keys.
    pub fn all(
        &mut self,
        keys: &[Key],
        lens: Lens,
        portfolio: &Portfolio,
        index: &Index,
        sorter: &Sorter,
    ) -> Arc<Vec<usize>> {
        let by = (keys.to_vec(), lens, sorter.lang());
        if let Some((_, rows)) = self.kept.iter().find(|(known, _)| *known == by) {
            return Arc::clone(rows);
        }
        let look = Look { lens, portfolio, index, sorter };
        let rows = self.turned_round(&by, look).unwrap_or_else(|| {
            let mut rows = (0..index.rows.len()).collect();
            sort(&mut rows, keys, lens, portfolio, index, sorter);
            rows
        });
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        let rows = Arc::new(rows);
        self.kept.push((by, Arc::clone(&rows)));
        rows
    }

    /// The other direction of an order that is kept: what is equal stays as it is, what is missing stays last.
    fn turned_round(&self, (keys, lens, lang): &By, look: Look<'_>) -> Option<Vec<usize>> {
        let [Key { column, descending }] = **keys else { return None };
        let other = [Key { column, descending: !descending }];
        let is_other = |(known, of, said): &By| **known == other && of == lens && said == lang;
        let (_, ordered) = self.kept.iter().find(|(known, _)| is_other(known))?;
        if column == Column::Amount && look.currencies(ordered).is_some() {
            return None;
        }
        let ranks = look.ranks(column, ordered);
        let known = ranks.iter().rposition(|rank| *rank != MISSING).map_or(0, |last| last + 1);
        let mut rows = Vec::with_capacity(ordered.len());
        let (mut from, mut upto) = (known, known);
        while let Some(before) = from.checked_sub(1) {
            from = before;
            if from == 0 || ranks.get(from - 1) != ranks.get(from) {
                rows.extend(ordered.get(from..upto).unwrap_or_default());
                upto = from;
            }
        }
        rows.extend(ordered.get(known..).unwrap_or_default());
        Some(rows)
    }
}

/// Orders rows in place: by each key in turn, then as in the portfolio.
pub fn sort(rows: &mut Vec<usize>, keys: &[Key], lens: Lens, portfolio: &Portfolio, index: &Index, sorter: &Sorter) {
    let look = Look { lens, portfolio, index, sorter };
    let of_key = |key: &Key| {
        // Amounts of different currencies are not compared: the portfolio's own come first in either direction.
        let currencies = (key.column == Column::Amount).then(|| look.currencies(rows)).flatten();
        let currencies = currencies.map(|ranks| (ranks, false));
        currencies.into_iter().chain([(look.ranks(key.column, rows), key.descending)])
    };
    let ranks: Vec<(Vec<Rank>, bool)> = keys.iter().flat_map(of_key).collect();
    let mut keyed: Vec<(Rank, u32)> = match ranks.first() {
        Some((first, descending)) => first.iter().zip(0..).map(|(rank, at)| (turned(*rank, *descending), at)).collect(),
        None => return rows.sort_unstable(),
    };
    let rest = ranks.get(1..).unwrap_or(&[]);
    let later = |at: u32| {
        rest.iter()
            .map(move |(ranks, descending)| turned(ranks.get(at as usize).copied().unwrap_or(MISSING), *descending))
    };
    let row = |at: u32| rows.get(at as usize).copied();
    keyed.par_sort_unstable_by(|(a, a_at), (b, b_at)| {
        a.cmp(b).then_with(|| later(*a_at).cmp(later(*b_at))).then_with(|| row(*a_at).cmp(&row(*b_at)))
    });
    *rows = keyed.into_iter().filter_map(|(_, at)| row(at)).collect();
}

/// The largest first where that is asked for; what is missing stays last.
fn turned(rank: Rank, descending: bool) -> Rank {
    if descending && rank != MISSING { -rank } else { rank }
}

/// What values are looked up with.
#[derive(Clone, Copy)]
struct Look<'a> {
    lens: Lens,
    portfolio: &'a Portfolio,
    index: &'a Index,
    sorter: &'a Sorter,
}

impl Look<'_> {
    /// The ranks of these rows in a column.
    fn ranks(self, column: Column, rows: &[usize]) -> Vec<Rank> {
        let number = |value: Option<i64>| value.unwrap_or(MISSING);
        let of_row = |pick: &(dyn Fn(usize, &Row) -> Option<i64> + Sync)| {
            rows.par_iter().map(|at| number(self.index.rows.get(*at).and_then(|row| pick(*at, row)))).collect()
        };
        // Earliest, then latest: within one earliest day the more exact comes first.
        let date = |date: PartialDate| (i64::from(date.earliest().0) << 32) + i64::from(date.latest().0);
        match column {
            Column::Name | Column::Acronym | Column::Agreement => self.of_text(column, rows),
            Column::Start => of_row(&|_, row| row.start.map(date)),
            Column::PlannedEnd => of_row(&|_, row| row.planned_end.map(date)),
            Column::ActualEnd => of_row(&|_, row| row.actual_end.map(date)),
            Column::Amount => of_row(&|_, row| row.headline.map(|told| told.value)),
            Column::Ending => of_row(&|_, row| Some(row.ending as i64)),
            Column::MonthsAhead => of_row(&|at, row| self.cut(at, row).map(|cut| cut.ahead.shown)),
            Column::ShareAhead => of_row(&|at, row| self.cut(at, row).map(|cut| cut.share.shown)),
            Column::CutMoney => of_row(&|at, row| self.cut(at, row)?.money.map(|money| money.cut.shown)),
            Column::Theme => {
                self.first_key(Field::Theme, rows, |key| self.portfolio.themes.position(key).map(|at| at as i64))
            }
            Column::Status => self.first_key(Field::Status, rows, |key| {
                Status::ALL.into_iter().find(|status| status.key() == key).map(|status| status as i64)
            }),
            Column::Scope => self.first_key(Field::Scope, rows, |key| {
                let scopes = [Scope::Country, Scope::MultiCountry].into_iter();
                scopes.clone().find(|scope| scope_key(*scope, self.portfolio) == key).map(|scope| scope as i64)
            }),
            Column::Implementer => self.by_name(Field::Implementer, rows),
            Column::States => self.by_name(Field::State, rows),
            Column::Sectors => self.by_name(Field::Sector, rows),
            Column::Supports => self.by_name(Field::Supports, rows),
            Column::Counterpart => self.by_name(Field::Counterpart, rows),
            Column::Sources => {
                let count = |at: &usize| self.index.column(Field::Source).map(|column| column.of_row(*at).len() as i64);
                rows.iter().map(|at| number(count(at))).collect()
            }
        }
    }

    /// The currency of each amount as a rank, the portfolio's own first; `None` where there is no other.
    fn currencies(self, rows: &[usize]) -> Option<Vec<Rank>> {
        let own = self.portfolio.currency();
        let told = |at: &usize| self.index.rows.get(*at)?.headline.map(|told| told.currency);
        rows.par_iter().any(|at| told(at).is_some_and(|currency| currency != own)).then(|| {
            let rank = |currency: Currency| {
                let letters = currency.code().bytes().fold(0, |sum, letter| (sum << 8) + Rank::from(letter));
                if currency == own { 0 } else { letters }
            };
            rows.par_iter().map(|at| told(at).map_or(MISSING, rank)).collect()
        })
    }

    fn of_text(self, column: Column, rows: &[usize]) -> Vec<Rank> {
        let texts = self.index.text_ranks(self.sorter.lang(), || TextRanks::of(self.portfolio, self.sorter));
        let ranks = match column {
            Column::Acronym => &texts.acronym,
            Column::Agreement => &texts.agreement,
            _ => &texts.name,
        };
        rows.iter().map(|at| of_text_rank(ranks.get(*at).copied().unwrap_or(NO_TEXT))).collect()
    }

    /// Ranks by the first key of each row in a field.
    fn first_key(self, field: Field, rows: &[usize], rank: impl Fn(&str) -> Option<i64>) -> Vec<Rank> {
        self.by_first(field, rows, |keys| keys.iter().map(|key| rank(key).unwrap_or(MISSING)).collect())
    }

    /// The same, keys in the order of what they are called.
    fn by_name(self, field: Field, rows: &[usize]) -> Vec<Rank> {
        self.by_first(field, rows, |keys| {
            let named = (0_u32..).zip(keys).collect::<Vec<_>>().into_par_iter();
            let named = named.filter_map(|(place, key)| Some((self.sorter.key(&self.called(field, key)?), place)));
            let mut named: Vec<(Box<[u8]>, u32)> = named.collect();
            ranked(&mut named, keys.len()).into_iter().map(of_text_rank).collect()
        })
    }

    /// Of each row the rank of its first key in a field, as `ranks` gives them for all keys.
    fn by_first(self, field: Field, rows: &[usize], ranks: impl FnOnce(&[String]) -> Vec<Rank>) -> Vec<Rank> {
        let Some(column) = self.index.column(field) else { return vec![MISSING; rows.len()] };
        let ranks = ranks(&column.keys);
        let first = |at: &usize| column.of_row(*at).first().and_then(|key| ranks.get(*key as usize)).copied();
        rows.iter().map(|at| first(at).unwrap_or(MISSING)).collect()
    }

    /// What a key is called; nothing where no list has it and it is no name itself.
    fn called(self, field: Field, key: &str) -> Option<String> {
        let (portfolio, lang) = (self.portfolio, self.sorter.lang());
        let named = |name: Option<&Bilingual>| name.and_then(|name| name.best(lang)).map(|(text, _)| text.to_owned());
        match field {
            Field::Implementer => match portfolio.organizations.find(key) {
                Some(organization) => named(Some(&organization.name)),
                None => Some(key.to_owned()),
            },
            Field::State => named(portfolio.places.find(key).map(|place| &place.name)),
            Field::Sector => named(portfolio.sectors.find(key).map(|term| &term.name)),
            Field::Supports => named(portfolio.supports.find(key).map(|term| &term.name)),
            _ => Some(key.to_owned()),
        }
    }

    /// What of a project was cut short; nothing of the others.
    fn cut(self, at: usize, row: &Row) -> Option<Cut> {
        match cut_state(at, row, self.index.spent(at), self.lens) {
            CutState::Cut(cut) => Some(cut),
            _ => None,
        }
    }
}
