//! The projects by their dates: the drawing of the timeline, where there is one, and its table.

use super::{MOST_AGAIN, Maker};
use crate::export::report::block::{Block, ColumnHead, Table, TableCell, TableRow, Text};
use crate::figure::lane_words;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    if maker.is_empty() {
        return maker.nothing();
    }
    let words = maker.words;
    let mut blocks = Vec::new();
    if let Some(cutoff) = maker.names.portfolio.header.cutoff.clone() {
        let label = cutoff.label.show(words.lang()).to_owned();
        let args = [("date", words.date(cutoff.date).into()), ("label", label.into())];
        let sources = maker.cites.cite(cutoff.sources.iter().map(String::as_str));
        blocks.push(Block::Paragraph(Text::of(words.tf("report-cutoff", &args)).with(sources)));
    }
    let table = table(maker);
    blocks.push(match maker.picture("timeline") {
        Some(picture) => Block::Picture(picture, Some(table)),
        None => Block::Table(table),
    });
    blocks
}

fn table(maker: &mut Maker<'_>) -> Table {
    let (words, names, shown) = (maker.words, maker.names, maker.shown);
    let mut rows = Vec::new();
    for at in shown.rows.iter().copied().take(MOST_AGAIN) {
        let (Some(project), Some(row)) = (names.portfolio.projects.get(at), shown.scene.index.rows.get(at)) else {
            continue;
        };
        let told = lane_words(&project, row, None, names);
        let name = names.project(&project);
        let date = |text: String| {
            if text.is_empty() { TableCell::missing(words.t("missing-short")) } else { TableCell::of(text) }
        };
        let sources = maker.cites.cite(project.ending.sources.iter().map(String::as_str));
        let ending = TableCell::text(Text::of(told.ending).with(sources));
        let name = TableCell::text(Text::in_lang(told.title, name.lang, words.lang()));
        rows.push(TableRow::of(vec![name, date(told.start), date(told.planned_end), date(told.actual_end), ending]));
    }
    let columns = ["column-name", "column-start", "column-planned-end", "column-actual-end", "column-ending"];
    Table {
        caption: words.t("report-timeline-table"),
        columns: columns.into_iter().map(|key| ColumnHead::words(words.t(key))).collect(),
        rows,
        notes: maker.left_out(shown.rows.len(), MOST_AGAIN).into_iter().collect(),
    }
}
