//! The tables of the screen: the projects and the events of the set, with the shown columns in the shown order.

use super::{MOST_ROWS, Maker};
use crate::export::report::block::{Block, ColumnHead, Piece, Table, TableCell, TableRow, Text};
use crate::figure::{Cell, event_cell, no_sum, project_cell};
use crate::model::{Event, Project};
use crate::query::{Column, EventColumn, Row};

pub(super) fn projects(maker: &mut Maker<'_>) -> Vec<Block> {
    let (words, names, shown) = (maker.words, maker.names, maker.shown);
    if shown.rows.is_empty() {
        return maker.nothing();
    }
    let mut rows = Vec::new();
    for at in shown.rows.iter().copied().take(MOST_ROWS) {
        let (Some(project), Some(row)) = (names.portfolio.projects.get(at), shown.scene.index.rows.get(at)) else {
            continue;
        };
        let cells = shown.columns.iter().map(|column| project_in(maker, *column, at, &project, row));
        rows.push(TableRow::of(cells.collect()));
    }
    let figures = [Column::Amount, Column::MonthsAhead, Column::ShareAhead, Column::CutMoney];
    let head = |column: &Column| {
        let title = if *column == Column::Amount {
            words.tf("column-amount-in", &[("currency", names.portfolio.currency().code().into())])
        } else {
            names.column(*column)
        };
        ColumnHead { title, figure: figures.contains(column) }
    };
    let totals = &shown.scene.answer.totals;
    let sum = if totals.with_amount > 0 { names.millions_spoken(totals.sum) } else { no_sum(totals, names) };
    let sum = words.tf("report-table-sum", &[("n", totals.with_amount.into()), ("money", sum.into())]);
    vec![Block::Table(Table {
        caption: words.tf("report-projects-caption", &[("n", shown.rows.len().into())]),
        columns: shown.columns.iter().map(head).collect(),
        rows,
        notes: maker.left_out(shown.rows.len(), MOST_ROWS).into_iter().chain([Text::of(sum)]).collect(),
    })]
}

fn project_in(maker: &mut Maker<'_>, column: Column, at: usize, project: &Project, row: &Row) -> TableCell {
    let (names, lang) = (maker.names, maker.words.lang());
    if column == Column::Sources {
        return cited(maker, project.all_sources().into_iter());
    }
    let cell = project_cell(column, project, row, names);
    let told = match column {
        Column::Name => names.project(project).lang,
        Column::Counterpart => project.counterpart.best(lang).map_or(lang, |(_, lang)| lang),
        _ => lang,
    };
    let sources = match column {
        Column::Amount => maker.teller(at),
        Column::Ending => maker.cites.cite(project.ending.sources.iter().map(String::as_str)),
        _ => Text::default(),
    };
    shown_cell(&cell, told, maker.words.t("missing-short"), sources, lang)
}

/// A cell of the screen as one of the report.
fn shown_cell(
    cell: &Cell,
    told: crate::model::Lang,
    missing: String,
    sources: Text,
    lang: crate::model::Lang,
) -> TableCell {
    match (&cell.note, cell.is_missing()) {
        (Some(reason), true) => TableCell::missing(reason.as_str()),
        (None, true) => TableCell::missing(missing),
        (note, false) => {
            let mut text = Text::in_lang(cell.text.as_str(), told, lang);
            if let Some(note) = note {
                text = text.and(Piece::Soft(format!(" {note}")));
            }
            TableCell::text(text.with(sources))
        }
    }
}

/// Sources by their numbers; that none is named, where none is.
fn cited<'i>(maker: &mut Maker<'_>, ids: impl Iterator<Item = &'i str>) -> TableCell {
    let sources = maker.cites.cite(ids);
    if sources.0.is_empty() { TableCell::missing(maker.words.t("report-no-source")) } else { TableCell::text(sources) }
}

pub(super) fn events(maker: &mut Maker<'_>) -> Vec<Block> {
    let (words, names, shown) = (maker.words, maker.names, maker.shown);
    if shown.events.is_empty() {
        return vec![Block::Paragraph(Text::of(words.t("report-no-events")))];
    }
    let mut rows = Vec::new();
    for event in shown.events.iter().take(MOST_ROWS).filter_map(|at| names.portfolio.events.get(*at)) {
        let cells = shown.event_columns.iter().map(|column| event_in(maker, *column, event));
        rows.push(TableRow::of(cells.collect()));
    }
    let head = |column: &EventColumn| ColumnHead::words(words.t(column.message()));
    vec![Block::Table(Table {
        caption: words.tf("report-events-caption", &[("n", shown.events.len().into())]),
        columns: shown.event_columns.iter().map(head).collect(),
        rows,
        notes: maker.left_out(shown.events.len(), MOST_ROWS).into_iter().collect(),
    })]
}

fn event_in(maker: &mut Maker<'_>, column: EventColumn, event: &Event) -> TableCell {
    let lang = maker.words.lang();
    if column == EventColumn::Sources {
        return cited(maker, event.sources.iter().map(String::as_str));
    }
    let cell = event_cell(column, event, maker.names);
    let told = match column {
        EventColumn::Title => event.title.best(lang).map_or(lang, |(_, lang)| lang),
        _ => lang,
    };
    let missing = if column == EventColumn::Projects { "event-no-project" } else { "report-no-organization" };
    shown_cell(&cell, told, maker.words.t(missing), Text::default(), lang)
}
