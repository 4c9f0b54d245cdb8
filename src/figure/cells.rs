//! The cells of the tables as text: what the screen shows, what a screen reader hears, what is copied.

use super::names::Names;
use super::strip::months;
use crate::format::sheet::written_list;
use crate::i18n::visible;
use crate::model::{Currency, EndingKind, Event, PartialDate, Project, Role, Scope, negative_award};
use crate::query::{Column, CutState, EventColumn, Row, Teller, cut_state};

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it; empty where nobody published it.
    pub text: String,
    /// Softer words behind it: "(trad.)", "varios países".
    pub note: Option<String>,
    /// What a spreadsheet takes: plain numbers, dates as in the record.
    pub plain: String,
    /// Whether it stands at the right, as figures do.
    pub figure: bool,
    /// What it is: what exports write with its type.
    pub value: CellValue,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CellValue {
    /// Nobody published it, or there is no figure; never 0.
    #[default]
    Missing,
    /// Words.
    Text(String),
    /// Money in hundredths.
    Money(i64, Currency),
    /// A date as exact as its source.
    Date(PartialDate),
    /// A share in ten-thousandths.
    Share(u32),
    /// How many: sources, months.
    Count(i64),
}

impl From<String> for CellValue {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text) }
    }
}

impl Cell {
    fn text(text: String) -> Self {
        Self { text: visible(&text).into_owned(), value: text.clone().into(), plain: text, ..Self::default() }
    }

    fn count(count: usize) -> Self {
        let value = CellValue::Count(i64::try_from(count).unwrap_or(i64::MAX));
        Self { figure: true, value, ..Self::text(count.to_string()) }
    }

    /// Whether nobody published it.
    pub fn is_missing(&self) -> bool {
        self.text.is_empty()
    }
}

/// The cell of a project in a column.
pub fn project_cell(column: Column, project: &Project, row: &Row, names: Names<'_>) -> Cell {
    let words = names.words;
    let date = |date: Option<PartialDate>| Cell {
        text: date.map(|date| words.date(date)).unwrap_or_default(),
        plain: date.map(|date| date.to_string()).unwrap_or_default(),
        value: date.map_or(CellValue::Missing, CellValue::Date),
        ..Cell::default()
    };
    let list = |items: Vec<String>| listed(&items.join(", "), &items);
    match column {
        Column::Name => {
            let name = names.project(project);
            Cell { note: name.ours.then(|| words.t("name-ours-short")), ..Cell::text(name.text) }
        }
        Column::Acronym => Cell::text(project.acronym.clone().unwrap_or_default()),
        Column::Theme => {
            let all: Vec<_> = project.themes.iter().map(|theme| names.theme(&theme.theme)).collect();
            let shares = project.themes.iter().map(|theme| theme.share.map(|share| share.0));
            listed_with(&all.join(", "), all.iter().cloned().zip(shares).collect())
        }
        Column::Implementer => {
            let all: Vec<_> = project.organizations_as(Role::Implementing).map(|id| names.organization(id)).collect();
            listed(&names.implementers(project), &all)
        }
        Column::Start => date(project.start),
        Column::PlannedEnd => date(project.planned_end),
        Column::ActualEnd => date(project.actual_end),
        Column::Amount => amount_cell(project, row, names),
        Column::Ending => {
            let whole = words.t(project.ending.kind.message());
            Cell { text: ending_short(project.ending.kind, names), ..Cell::text(whole) }
        }
        Column::Status => Cell::text(project.status.map(|status| words.t(status.message())).unwrap_or_default()),
        Column::States => {
            let short: Vec<_> = project.states.iter().map(|id| names.place_short(id)).collect();
            let whole: Vec<_> = project.states.iter().map(|id| names.place(id)).collect();
            listed(&short.join(", "), &whole)
        }
        Column::Sectors => list(project.sectors.iter().map(|id| names.sector(id)).collect()),
        Column::Supports => list(project.supports.iter().map(|id| names.support(id)).collect()),
        Column::Counterpart => Cell::text(project.counterpart.show(words.lang()).to_owned()),
        Column::Scope => Cell::text(match project.scope {
            Scope::Country => names.country(),
            Scope::MultiCountry => words.t("scope-multi-country"),
        }),
        Column::Agreement => Cell::text(project.agreement_number.clone().unwrap_or_default()),
        Column::MonthsAhead | Column::ShareAhead | Column::CutMoney => cut_cell(column, project, row, names),
        Column::Sources => sources_cell(project.all_sources().len(), names),
    }
}

/// A list: on screen as it is shown, and where it is taken away parted by what no name has in it. Names have commas.
fn listed(shown: &str, items: &[String]) -> Cell {
    listed_with(shown, items.iter().map(|item| (item.clone(), None)).collect())
}

/// As [`listed`], with the shares that are stated of its items.
fn listed_with(shown: &str, items: Vec<(String, Option<u32>)>) -> Cell {
    let plain = written_list(&items);
    Cell { text: visible(shown).into_owned(), value: plain.clone().into(), plain, ..Cell::default() }
}

/// What of a project was cut short, in the reading of the moment; empty where it was not, or nobody can tell.
fn cut_cell(column: Column, project: &Project, row: &Row, names: Names<'_>) -> Cell {
    let words = names.words;
    // Each reason why there is no figure is a word of its own: none of them is "not published".
    let apart = |key: &str| Cell { note: Some(words.t(key)), figure: true, ..Cell::default() };
    let cut = match cut_state(0, row, crate::query::spent(project, row, names.portfolio.currency()), names.lens) {
        CutState::Cut(cut) => cut,
        CutState::Whole => return apart("cut-cell-whole"),
        CutState::NotRead => return apart("cut-cell-not-read"),
        CutState::NoPlan => return apart("cut-cell-no-plan"),
        CutState::Crossed => return apart("cut-cell-crossed"),
    };
    let (text, plain, note, value) = match column {
        Column::MonthsAhead => {
            let months = months(cut.ahead.shown);
            let text = words.tf("cut-months-short", &[("n", months.into())]);
            (text, months.to_string(), None, CellValue::Count(months))
        }
        Column::ShareAhead => {
            let share = u32::try_from(cut.share.shown).unwrap_or(0);
            let plain = format!("{}.{:02}", share / 100, share % 100);
            (words.percent(share), plain, None, CellValue::Share(share))
        }
        _ => match cut.money {
            None => return apart("cut-cell-no-money"),
            Some(money) => (
                words.money(i128::from(money.cut.shown)),
                crate::model::Minor(money.cut.shown).to_string(),
                (!money.published).then(|| words.t("cut-estimate-short")),
                CellValue::Money(money.cut.shown, names.portfolio.currency()),
            ),
        },
    };
    Cell { text, note, plain, figure: true, value }
}

/// The ending in a word or two, as a column has room for.
fn ending_short(ending: EndingKind, names: Names<'_>) -> String {
    names.words.t(match ending {
        EndingKind::Named => "ending-named-short",
        EndingKind::Implied => "ending-implied-short",
        EndingKind::Before => "ending-before-short",
        EndingKind::Unknown => "ending-unknown-short",
    })
}

/// How many sources tell of a record; one that nobody tells of says so.
fn sources_cell(count: usize, names: Names<'_>) -> Cell {
    Cell { note: (count == 0).then(|| names.words.t("detail-unsourced")), ..Cell::count(count) }
}

fn amount_cell(project: &Project, row: &Row, names: Names<'_>) -> Cell {
    let Some(figure) = row.headline else { return negative_cell(project, names) };
    let mut text = names.words.money(i128::from(figure.value));
    if figure.currency != names.portfolio.currency() {
        text = format!("{text} {}", figure.currency);
    }
    let several = project.scope == Scope::MultiCountry;
    let unsourced = figure.teller == Teller::Nobody;
    let notes = [several.then_some("scope-multi-short"), unsourced.then_some("detail-unsourced")];
    let notes: Vec<String> = notes.into_iter().flatten().map(|key| names.words.t(key)).collect();
    Cell {
        text,
        note: (!notes.is_empty()).then(|| notes.join(", ")),
        plain: crate::model::Minor(figure.value).to_string(),
        figure: true,
        value: CellValue::Money(figure.value, figure.currency),
    }
}

/// An amount below zero: it was published, and is counted nowhere. Where there is none, nobody published one.
fn negative_cell(project: &Project, names: Names<'_>) -> Cell {
    let Some(amount) = negative_award(project) else { return Cell { figure: true, ..Cell::default() } };
    let own = names.portfolio.currency();
    let (value, currency) = (amount.value.0, amount.currency.unwrap_or(own));
    let text = names.words.money(i128::from(value));
    Cell {
        text: if currency == own { text } else { format!("{text} {currency}") },
        note: Some(names.words.t("amount-negative-short")),
        plain: amount.value.to_string(),
        figure: true,
        value: CellValue::Money(value, currency),
    }
}

/// The cell of an event in a column.
pub fn event_cell(column: EventColumn, event: &Event, names: Names<'_>) -> Cell {
    match column {
        EventColumn::Date => {
            let value = CellValue::Date(event.date);
            Cell { plain: event.date.to_string(), value, ..Cell::text(names.words.date(event.date)) }
        }
        EventColumn::Kind => Cell::text(names.words.t(event.kind.message())),
        EventColumn::Title => Cell::text(names.event(event)),
        EventColumn::Organizations => {
            let all: Vec<_> = event.organizations.iter().map(|id| names.organization_short(id)).collect();
            listed(&all.join(", "), &all)
        }
        EventColumn::Projects => {
            let all: Vec<_> = event.projects.iter().map(|id| names.key(crate::query::Field::Id, id)).collect();
            listed(&all.join(", "), &all)
        }
        EventColumn::Sources => sources_cell(event.sources.len(), names),
    }
}
