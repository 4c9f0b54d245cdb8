//! What was reported beside what the records hold, step by step; and the totals that are not held against them, with
//! the reason.

use std::borrow::Cow;

use super::Maker;
use crate::export::draw::PictureOf;
use crate::export::report::block::{Block, ColumnHead, Piece, Table, TableCell, TableRow, Text};
use crate::figure::card::{marks, measure, period, reported_value};
use crate::figure::facts::capitalized;
use crate::figure::{BridgeFigure, StepFigure, reconciliation, totals_by_likeness};
use crate::model::ReportedTotal;

/// So many bridges are told step by step; the others in a sentence.
const MOST_BRIDGES: usize = 4;
/// In a larger step its sources stand in the table of the projects.
const CITED_STEP: usize = 200;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    let words = maker.words;
    let (like, unlike) = totals_by_likeness(maker.names);
    if like.is_empty() && unlike.is_empty() {
        return vec![Block::Paragraph(Text::of(words.t("bridge-none")))];
    }
    let mut blocks = Vec::new();
    if like.is_empty() {
        blocks.push(Block::Paragraph(Text::of(words.t("bridge-none-like"))));
    }
    for total in like.iter().take(MOST_BRIDGES) {
        bridge(maker, total, &mut blocks);
    }
    let mut others: Vec<(&ReportedTotal, String)> = Vec::new();
    let scene = maker.shown.scene;
    for total in like.into_iter().skip(MOST_BRIDGES) {
        let told = reconciliation(total, scene.answer, scene.notes, maker.names, scene.index);
        others.push((total, told.bridge.map_or_else(|refusal| refusal, |bridge| bridge.summary)));
    }
    others.extend(unlike);
    if !others.is_empty() {
        blocks.push(Block::Heading(words.t("bridge-unlike")));
        blocks.push(Block::Table(unlike_table(maker, &others)));
    }
    blocks
}

fn bridge(maker: &mut Maker<'_>, total: &ReportedTotal, blocks: &mut Vec<Block>) {
    let (words, names, scene) = (maker.words, maker.names, maker.shown.scene);
    let told = reconciliation(total, scene.answer, scene.notes, names, scene.index);
    let sources = maker.cites.lines(told.source.as_slice());
    blocks.push(Block::Heading(format!("{}: {}", told.who, told.value)));
    let about: Vec<String> = told.about.iter().map(|about| capitalized(about)).collect();
    blocks.push(Block::Paragraph(Text::of(format!("{}.", about.join(". "))).with(sources.clone())));
    match told.bridge {
        Err(refusal) => blocks.push(Block::Paragraph(Text::of(refusal))),
        Ok(figure) => {
            blocks.push(Block::Lead(Text::of(figure.summary.as_str())));
            blocks.push(Block::List(figure.warnings.iter().map(Text::of).collect()));
            let table = steps(maker, &figure, sources);
            blocks.push(match maker.picture(&PictureOf::Bridge(total.id.clone()).slug()) {
                Some(picture) => Block::Picture(picture, Some(table)),
                None => Block::Table(table),
            });
        }
    }
    let marks = marks(&total.id, scene.notes, names, scene.index);
    if !marks.is_empty() {
        blocks.push(Block::Note(Text::of(words.t("report-marks"))));
        blocks.push(Block::List(marks.into_iter().map(Text::of).collect()));
    }
}

fn steps(maker: &mut Maker<'_>, figure: &BridgeFigure, reported: Text) -> Table {
    let words = maker.words;
    let mut rows: Vec<TableRow> = Vec::new();
    for step in &figure.steps {
        rows.push(TableRow::of(step_cells(maker, step)));
    }
    let value = if figure.reported.is_some() {
        TableCell::of(figure.reported_text.as_str())
    } else {
        TableCell::missing(figure.reported_text.as_str())
    };
    let nothing = TableCell::missing("–");
    let label = TableCell::of(words.t("bridge-total-row"));
    rows.push(TableRow::total(vec![label, nothing.clone(), value, nothing, TableCell::text(reported)]));
    Table {
        caption: words.t("report-bridge-table"),
        columns: vec![
            ColumnHead::words(words.t("bridge-column-step")),
            ColumnHead::figure(words.t("cli-projects")),
            ColumnHead::figure(words.t("bridge-column-adds")),
            ColumnHead::words(words.t("report-bridge-range")),
            ColumnHead::words(words.t("report-sources")),
        ],
        rows,
        notes: Vec::new(),
    }
}

fn step_cells(maker: &mut Maker<'_>, step: &StepFigure) -> Vec<TableCell> {
    let words = maker.words;
    let nothing = || TableCell::missing("–");
    let label = Text::of(step.label.as_str()).and(Piece::Soft(format!(". {}", step.why)));
    let more: Vec<&str> = step.range.iter().chain(&step.aside).map(String::as_str).collect();
    let mut tellers: Vec<String> = Vec::new();
    for row in step.rows.iter().take(CITED_STEP) {
        tellers.extend(maker.shown.scene.index.teller(*row, maker.names.portfolio).map(Cow::into_owned));
    }
    let sources = if step.amount.is_some() || step.apart.is_some() {
        maker.cites.cite(tellers.iter().map(String::as_str))
    } else {
        Text::default()
    };
    vec![
        TableCell::text(label),
        if step.count.is_empty() { nothing() } else { TableCell::of(words.int(step.rows.len() as i64)) },
        if step.amount.is_some() {
            TableCell::of(step.figure.as_str())
        } else {
            TableCell::missing(step.figure.as_str())
        },
        if more.is_empty() { nothing() } else { TableCell::of(more.join("; ")) },
        if sources.0.is_empty() { nothing() } else { TableCell::text(sources) },
    ]
}

fn unlike_table(maker: &mut Maker<'_>, totals: &[(&ReportedTotal, String)]) -> Table {
    let (words, names) = (maker.words, maker.names);
    let mut rows = Vec::new();
    for (total, why) in totals {
        let sources = maker.cites.cite(total.source.as_deref());
        let value = Text::of(reported_value(total, names)).with(sources);
        let about = format!("{}, {}", capitalized(&measure(&total.measures, names)), period(total, names));
        rows.push(TableRow::of(vec![
            TableCell::of(names.reported_by(total)),
            TableCell::text(value),
            TableCell::of(about),
            TableCell::of(why.as_str()),
        ]));
    }
    Table {
        caption: words.t("bridge-unlike"),
        columns: ["card-who", "bridge-total-row", "card-measures", "report-why-not"]
            .into_iter()
            .map(|key| ColumnHead::words(words.t(key)))
            .collect(),
        rows,
        notes: Vec::new(),
    }
}
