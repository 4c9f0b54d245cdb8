//! The table as typed values: the shown columns as on screen, and behind them what proves each row (its id, what of its
//! amount counts and why not, which sources tell it). CSV, XLSX and JSON write these and nothing else.

use serde::{Deserialize, Serialize};

use super::Shown;
use crate::figure::card::Scene;
use crate::figure::{CellValue, event_cell, project_cell};
use crate::model::{Clause, Event, Project, SourceFigure, negative_award};
use crate::query::{By, Column, Counts, Field, Value};

/// Which records a table has for rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// Projects.
    #[default]
    Projects,
    /// Events.
    Events,
}

/// The table of a set, row by row.
pub(super) struct Grid<'a> {
    shown: Shown<'a>,
    pub of: Rows,
    /// Where themes are chosen: their places among the keys of the themes.
    chosen: Option<Vec<u32>>,
}

impl<'a> Grid<'a> {
    /// The table of what is shown.
    pub fn of(shown: Shown<'a>, of: Rows) -> Self {
        let Scene { answer, index, .. } = shown.scene;
        let column = index.column(Field::Theme).filter(|_| answer.totals.assigned.is_some());
        let keys = answer.filter.values(Field::Theme).iter().filter_map(|value| match value {
            Value::Key(key) => Some(key),
            _ => None,
        });
        let places =
            column.map(|column| keys.filter_map(|key| u32::try_from(column.place(key)?).ok()).collect::<Vec<u32>>());
        Self { shown, of, chosen: places }
    }

    /// The titles: those of the shown columns, and those behind them.
    pub fn titles(&self) -> Vec<String> {
        let names = self.shown.scene.names;
        let words = names.words;
        match self.of {
            Rows::Projects => {
                let currency = names.portfolio.currency();
                let own = self.shown.columns.iter().map(|column| names.column(*column));
                let in_currency = |key: &str| words.tf(key, &[("currency", currency.code().into())]);
                let assigned = self.chosen.as_ref().map(|_| in_currency("export-assigned"));
                let behind = [
                    words.t("export-id"),
                    words.t("export-currency"),
                    in_currency("export-counted"),
                    words.t("export-why-not"),
                    words.t("export-clause"),
                    words.t("export-amount-sources"),
                    words.t("export-sources"),
                    words.t("export-cell-notes"),
                ];
                own.chain(behind).chain(assigned).collect()
            }
            Rows::Events => {
                let own = self.shown.event_columns.iter().map(|column| words.t(column.message()));
                let behind = [words.t("export-id"), words.t("export-projects"), words.t("export-sources")];
                own.chain(behind).collect()
            }
        }
    }

    /// How wide each column is, in letters.
    pub fn widths(&self) -> Vec<f64> {
        let own: Vec<f64> = match self.of {
            Rows::Projects => self.shown.columns.iter().map(|column| project_width(*column)).collect(),
            Rows::Events => self.shown.event_columns.iter().map(|_| 24.0).collect(),
        };
        let behind: &[f64] = match self.of {
            Rows::Projects => &[18.0, 9.0, 18.0, 22.0, 20.0, 24.0, 30.0, 30.0],
            Rows::Events => &[18.0, 24.0, 30.0],
        };
        own.into_iter().chain(behind.iter().copied()).chain(self.chosen.as_ref().map(|_| 20.0)).collect()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self.of {
            Rows::Projects => self.shown.rows.len(),
            Rows::Events => self.shown.events.len(),
        }
    }

    /// The rows in the shown order.
    pub fn rows(&self) -> impl Iterator<Item = Vec<CellValue>> + '_ {
        (0..self.len()).filter_map(|place| {
            self.shown.step();
            self.row(place)
        })
    }

    fn row(&self, place: usize) -> Option<Vec<CellValue>> {
        let portfolio = self.shown.scene.names.portfolio;
        match self.of {
            Rows::Projects => {
                let row = *self.shown.rows.get(place)?;
                self.project(row, &*portfolio.projects.unpacked(row)?)
            }
            Rows::Events => Some(self.event(portfolio.events.get(*self.shown.events.get(place)?)?)),
        }
    }

    fn project(&self, place: usize, project: &Project) -> Option<Vec<CellValue>> {
        let scene = self.shown.scene;
        let (names, words) = (scene.names, scene.names.words);
        let row = scene.index.rows.get(place)?;
        let mut notes = Notes::default();
        let mut cells = Vec::with_capacity(self.shown.columns.len() + 8);
        for column in self.shown.columns {
            let cell = project_cell(*column, project, row, names);
            // What an amount is not counted for has a column of its own.
            if let Some(note) = cell.note.filter(|_| *column != Column::Amount) {
                notes.add(note, words.t(column.message()));
            }
            cells.push(cell.value);
        }
        let figure: Option<SourceFigure> = row.headline.and_then(|_| names.headline(project)).map(|told| told.figure);
        let currency = names.portfolio.currency();
        let negative = negative_award(project).filter(|_| figure.is_none());
        let told_in = figure.as_ref().map(|figure| figure.currency);
        let told_in = told_in.or(negative.map(|amount| amount.currency.unwrap_or(currency)));
        let clause = figure.as_ref().map(|figure| figure.clause);
        let clause = clause.or(negative.and_then(|amount| Clause::of(amount.kind)));
        let source = figure.as_ref().and_then(|figure| figure.source.clone());
        let counted = scene.index.money.counted(place);
        let assigned = self.chosen.as_deref().map(|chosen| self.assigned(place, chosen));
        if assigned.is_some() && row.split_by_us {
            notes.add(words.t("export-split-by-us"), words.t(Column::Theme.message()));
        }
        let words_of = |key: Option<&str>| key.map(|key| words.t(key)).unwrap_or_default().into();
        cells.extend([
            project.id.clone().into(),
            told_in.map(|currency| currency.to_string()).unwrap_or_default().into(),
            counted.map_or(CellValue::Missing, |value| CellValue::Money(value, currency)),
            words_of(self.why_not(place, figure.is_some())),
            words_of(clause.map(Clause::message)),
            source.or(negative.and_then(|amount| amount.source.clone())).unwrap_or_default().into(),
            project.all_sources().join("; ").into(),
            notes.text().into(),
        ]);
        cells.extend(assigned);
        Some(cells)
    }

    /// What of a row's counted amount falls to the chosen themes.
    fn assigned(&self, row: usize, chosen: &[u32]) -> CellValue {
        let money = &self.shown.scene.index.money;
        let (Some(_), Some(parts)) = (money.counted(row), money.parts(By::Theme)) else { return CellValue::Missing };
        let own = parts.row(row).filter(|(key, ..)| chosen.contains(key)).map(|(_, amount, _)| amount);
        CellValue::Money(own.sum(), self.shown.scene.names.portfolio.currency())
    }

    /// Why the amount of a row is not in the total, by the key of its message.
    fn why_not(&self, row: usize, published: bool) -> Option<&'static str> {
        Some(match self.shown.scene.index.money.counts.get(row)? {
            Counts::Here | Counts::Unsourced => return None,
            Counts::Unpublished => "export-why-unpublished",
            Counts::Negative => "export-why-negative",
            Counts::OtherCurrency => "export-why-currency",
            Counts::Several | Counts::SeveralUnknown if published => "export-why-several",
            Counts::Several | Counts::SeveralUnknown
                if self.shown.scene.index.rows.get(row).is_some_and(|row| row.negative) =>
            {
                "export-why-negative"
            }
            Counts::Several | Counts::SeveralUnknown => "export-why-several-unpublished",
        })
    }

    fn event(&self, event: &Event) -> Vec<CellValue> {
        let names = self.shown.scene.names;
        let own = self.shown.event_columns.iter().map(|column| event_cell(*column, event, names).value);
        let behind = [event.id.clone(), event.projects.join("; "), event.sources.join("; ")];
        own.chain(behind.map(CellValue::from)).collect()
    }
}

/// What stands softly in the cells of a row, each once with the columns that it stands in.
#[derive(Default)]
struct Notes(Vec<(String, Vec<String>)>);

impl Notes {
    fn add(&mut self, note: String, column: String) {
        match self.0.iter_mut().find(|(known, _)| *known == note) {
            Some((_, columns)) => columns.push(column),
            None => self.0.push((note, vec![column])),
        }
    }

    fn text(&self) -> String {
        let told = self.0.iter().map(|(note, columns)| format!("{}: {note}", columns.join(" / ")));
        told.collect::<Vec<_>>().join("; ")
    }
}

fn project_width(column: Column) -> f64 {
    match column {
        Column::Name => 48.0,
        Column::Theme | Column::Implementer | Column::Counterpart => 32.0,
        Column::States | Column::Sectors | Column::Supports => 28.0,
        Column::Ending | Column::Status | Column::Scope | Column::Agreement => 20.0,
        Column::Amount | Column::CutMoney => 18.0,
        Column::Acronym
        | Column::Start
        | Column::PlannedEnd
        | Column::ActualEnd
        | Column::MonthsAhead
        | Column::ShareAhead
        | Column::Sources => 13.0,
    }
}
