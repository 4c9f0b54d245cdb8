//! What came after: for how much of the money there is an answer, what sources say, area by area, what they do not say,
//! and whom one could ask.

use super::Maker;
use crate::export::draw::PictureOf;
use crate::export::report::block::{Block, ColumnHead, Piece, Table, TableCell, TableRow, Text};
use crate::figure::facts::{ContinuityFacts, capitalized};
use crate::figure::{AfterPartFigure, Aftermath, AreaAnswer, aftermath};
use crate::query::By;

/// So many entries of an area are told; how many more there are is said.
const MOST: usize = 200;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    if maker.is_empty() {
        return maker.nothing();
    }
    let scene = maker.shown.scene;
    let told = aftermath(scene.answer, By::Theme, maker.names, scene.index);
    let mut blocks = vec![Block::Lead(Text::of(told.sentence.as_str()))];
    blocks.extend(told.warning.iter().map(|warning| Block::Paragraph(Text::of(warning))));
    blocks.push(Block::Heading(maker.words.t("after-coverage")));
    let table = parts(maker, &told);
    blocks.push(match maker.picture(&PictureOf::Continuity.slug()) {
        Some(picture) => Block::Picture(picture, Some(table)),
        None => Block::Table(table),
    });
    if !told.areas.is_empty() {
        blocks.push(Block::Table(areas(maker, &told)));
    }
    for area in &told.answer {
        answer(maker, area, &mut blocks);
    }
    blocks
}

fn parts(maker: &Maker<'_>, told: &Aftermath) -> Table {
    let words = maker.words;
    let row = |part: &AfterPartFigure| {
        let label = Text::of(part.label.as_str()).and(Piece::Soft(format!(". {}", part.why)));
        let rows: Vec<usize> = part.cards.iter().map(|card| card.row).collect();
        let figure =
            if rows.is_empty() { TableCell::missing(part.text.as_str()) } else { TableCell::of(part.text.as_str()) };
        let named = super::cut::named(maker, &rows);
        let which = if rows.is_empty() { TableCell::missing("–") } else { TableCell::of(named) };
        TableRow::of(vec![TableCell::text(label), figure, which])
    };
    Table {
        caption: words.t("after-coverage"),
        columns: vec![
            ColumnHead::words(words.t("after-column-key")),
            ColumnHead::words(words.t("report-how-much")),
            ColumnHead::words(words.t("cli-projects")),
        ],
        rows: told.parts.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn areas(maker: &Maker<'_>, told: &Aftermath) -> Table {
    let words = maker.words;
    let rows = told.areas.iter().map(|area| {
        TableRow::of([&area.label, &area.text, &area.gap_text].map(|text| TableCell::of(text.as_str())).to_vec())
    });
    Table {
        caption: words.t("after-by-areas"),
        columns: vec![
            ColumnHead::words(words.t("cut-by-theme")),
            ColumnHead::words(words.t("report-how-much")),
            ColumnHead::words(words.t("report-who-goes-on")),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

fn answer(maker: &mut Maker<'_>, area: &AreaAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(area.title.clone()));
    let mut items: Vec<Text> = Vec::new();
    for known in area.known.iter().take(MOST) {
        items.push(entry(maker, known));
    }
    let rest = area.known.len().saturating_sub(MOST);
    if rest > 0 {
        items.push(Text::of(maker.words.tf("report-more-entries", &[("n", rest.into())])));
    }
    items.extend(area.not_known.iter().chain(&area.ask).map(Text::of));
    blocks.push(Block::List(items));
}

/// What is known of one thing, in its own language, with its sources.
fn entry(maker: &mut Maker<'_>, known: &ContinuityFacts) -> Text {
    let lang = maker.words.lang();
    let mut text =
        Text(vec![Piece::Strong(format!("{}: ", capitalized(&known.about)))]).say(format!("{}.", known.state));
    if let Some(by) = &known.by {
        text = text.say(format!(" {}", stopped(by)));
    }
    if let Some(note) = &known.note {
        text = text.say(" ").with(Text::told(note, lang));
    }
    text.with(maker.cites.lines(&known.sources))
}

/// A sentence with one full stop.
fn stopped(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}
