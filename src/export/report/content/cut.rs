//! What was cut short: the reading that it rests on, the set in a sentence, project by project and by thematic area,
//! and what stands apart. What is estimated is called so in its cell.

use std::borrow::Cow;

use super::{MOST_AGAIN, Maker};
use crate::export::draw::PictureOf;
use crate::export::report::block::{Block, ColumnHead, Piece, Table, TableCell, TableRow, Text};
use crate::figure::{CutPart, Shortfall, Strip, StripPart, shortfall};
use crate::model::AmountKind;
use crate::query::By;

/// So many projects are named in a list; how many more there are is said.
const NAMED: usize = 30;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    if maker.is_empty() {
        return maker.nothing();
    }
    let (words, scene) = (maker.words, maker.shown.scene);
    let told = shortfall(scene.answer, By::Theme, maker.names, scene.index);
    let mut blocks =
        vec![Block::Lead(Text::of(told.sentence.as_str())), Block::Note(Text::of(format!("{}.", told.reading)))];
    if let Some(estimate) = &told.estimate {
        let said = words.tf("report-estimate", &[("what", estimate.into())]);
        blocks.push(Block::Note(Text::of(said)));
    }
    if !told.strips.is_empty() {
        blocks.push(Block::Heading(words.t("cut-strips")));
        let table = strips(maker, &told);
        blocks.push(match maker.picture(&PictureOf::CutShort.slug()) {
            Some(picture) => Block::Picture(picture, Some(table)),
            None => Block::Table(table),
        });
        blocks.push(Block::Heading(words.t("report-cut-areas")));
        blocks.push(Block::Table(groups(maker, &told)));
    }
    if !told.apart.is_empty() {
        blocks.push(Block::Heading(words.t("report-apart")));
        let apart = told.apart.iter().map(|(label, rows)| Text::of(format!("{label}: {}.", named(maker, rows))));
        blocks.push(Block::List(apart.collect()));
    }
    blocks
}

/// The names of these rows, the first of them where they are many.
pub(super) fn named(maker: &Maker<'_>, rows: &[usize]) -> String {
    let projects = rows.iter().take(NAMED).filter_map(|row| maker.names.portfolio.projects.get(*row));
    let mut list: Vec<String> = projects.map(|project| maker.names.project_short(&project)).collect();
    let rest = rows.len().saturating_sub(NAMED);
    if rest > 0 {
        list.push(maker.words.tf("report-more-projects", &[("n", rest.into())]));
    }
    list.join("; ")
}

fn strips(maker: &mut Maker<'_>, told: &Shortfall) -> Table {
    let words = maker.words;
    let mut rows = Vec::new();
    for strip in told.strips.iter().take(MOST_AGAIN) {
        let mut cells = vec![TableCell::of(strip.label.as_str()), TableCell::of(strip.time.as_str())];
        cells.extend(strip.parts.iter().map(|part| cell(maker, part)));
        let sources = sources(maker, strip);
        cells.push(if sources.0.is_empty() {
            TableCell::missing(words.t("report-no-source"))
        } else {
            TableCell::text(sources)
        });
        rows.push(TableRow::of(cells));
    }
    let money = ["cut-ceiling", "cut-award", "cut-spent", "cut-rest"];
    let mut columns = vec![ColumnHead::words(words.t("column-name")), ColumnHead::words(words.t("cut-column-time"))];
    columns.extend(money.map(|key| ColumnHead::figure(words.t(key))));
    columns.push(ColumnHead::words(words.t("report-sources")));
    let currency = maker.names.portfolio.currency();
    let unit = words.tf("plot-unit-money", &[("currency", currency.code().into())]);
    Table {
        caption: format!("{} ({unit})", words.t("cut-strips")),
        columns,
        rows,
        notes: maker.left_out(told.strips.len(), MOST_AGAIN).into_iter().collect(),
    }
}

/// A figure, with the word for an estimate; else why there is none.
fn cell(maker: &Maker<'_>, part: &StripPart) -> TableCell {
    let (Some(_), Some(figure)) = (part.value, &part.figure) else {
        let why = part.spoken.split_once(": ").map_or(part.spoken.as_str(), |(_, why)| why);
        return TableCell::missing(why);
    };
    let text = Text::of(figure.as_str());
    TableCell::text(if part.estimate {
        text.and(Piece::Soft(format!(" {}", maker.words.t("cut-estimate-short"))))
    } else {
        text
    })
}

/// Who tells the award, the spending and the stop.
fn sources(maker: &mut Maker<'_>, strip: &Strip) -> Text {
    let mut ids: Vec<String> = Vec::new();
    ids.extend(maker.shown.scene.index.teller(strip.row, maker.names.portfolio).map(Cow::into_owned));
    if let Some(project) = maker.names.portfolio.projects.get(strip.row) {
        let told = [AmountKind::Disbursement, AmountKind::Expenditure, AmountKind::Ceiling];
        let amounts = project.amounts.iter().filter(|amount| told.contains(&amount.kind));
        ids.extend(amounts.filter_map(|amount| amount.source.clone()));
        ids.extend(project.ending.sources.iter().cloned());
    }
    maker.cites.cite(ids.iter().map(String::as_str))
}

fn groups(maker: &Maker<'_>, told: &Shortfall) -> Table {
    let words = maker.words;
    let row = |group: &CutPart| {
        let text = TableCell::of(group.text.as_str());
        TableRow::of(vec![TableCell::of(group.label.as_str()), text])
    };
    Table {
        caption: words.t("report-cut-areas"),
        columns: vec![ColumnHead::words(words.t("cut-by-theme")), ColumnHead::words(words.t("cut-groups"))],
        rows: told.groups.iter().map(row).collect(),
        notes: told.divided.iter().chain(&told.estimate).map(Text::of).collect(),
    }
}
