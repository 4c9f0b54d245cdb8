//! The plots: each as a drawing, where there is one, and always as the table of its figures.

use super::{MOST_AGAIN, Maker};
use crate::export::report::block::{Block, ColumnHead, Table, TableCell, TableRow, Text};
use crate::figure::card::{CardOf, card_of};
use crate::figure::{BarFigure, BarPlot, Length, bar_plot};
use crate::query::By;

/// The plots with a table of their own, and the short names of their pictures.
const PLOTS: [(By, &str); 5] = [
    (By::Theme, "theme"),
    (By::Year, "years"),
    (By::Ending, "ending"),
    (By::Implementer, "implementer"),
    (By::State, "state"),
];
/// Pictures that stand in other sections, by how their short names begin.
const ELSEWHERE: [&str; 4] = ["timeline", "bridge-", "cut-short", "continuity"];

/// In larger sets sources stand below a table, not at each of its sums: each would be found anew.
const CITED_EACH: usize = 2_000;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    if maker.is_empty() {
        return maker.nothing();
    }
    let scene = maker.shown.scene;
    let mut blocks = Vec::new();
    for (by, slug) in PLOTS {
        let plot = bar_plot(by, Length::Money, scene.spread, scene.answer, maker.names, scene.index);
        let table = table(maker, &plot);
        blocks.push(Block::Heading(plot.title.clone()));
        blocks.push(match maker.picture(slug) {
            Some(picture) => Block::Picture(picture, Some(table)),
            None => Block::Table(table),
        });
    }
    let is_own = |slug: &str| PLOTS.iter().any(|(_, own)| *own == slug);
    let is_elsewhere = |slug: &str| ELSEWHERE.iter().any(|begins| slug.starts_with(begins));
    for picture in maker.pictures.iter().filter(|picture| !is_own(&picture.slug) && !is_elsewhere(&picture.slug)) {
        blocks.push(Block::Heading(picture.title.clone()));
        blocks.push(Block::Picture(picture.clone(), None));
    }
    blocks
}

fn table(maker: &mut Maker<'_>, plot: &BarPlot) -> Table {
    let (words, names, answer) = (maker.words, maker.names, maker.shown.scene.answer);
    let each = answer.rows.len() <= CITED_EACH;
    let split = plot.bars.iter().any(|bar| bar.group.assumed > 0);
    let lacking = plot.bars.iter().any(|bar| bar.group.without_amount > 0);
    let currency = names.portfolio.currency();
    let mut columns = vec![
        ColumnHead::words(names.field(plot.by.field())),
        ColumnHead::figure(words.t("cli-projects")),
        ColumnHead::figure(words.tf("column-amount-in", &[("currency", currency.code().into())])),
    ];
    columns.extend(split.then(|| ColumnHead::figure(words.t("cli-split-by-us"))));
    columns.extend(lacking.then(|| ColumnHead::figure(words.t("cli-without"))));
    columns.extend(each.then(|| ColumnHead::words(words.t("report-sources"))));
    let mut rows: Vec<TableRow> = Vec::new();
    for bar in plot.bars.iter().take(MOST_AGAIN) {
        let mut cells = cells(maker, bar, split, lacking);
        if each {
            let card = card_of(&CardOf::Group(plot.by, bar.key.clone()), maker.shown.scene);
            let sources = card.map(|card| maker.cites.lines(&card.sources)).unwrap_or_default();
            let none = sources.0.is_empty();
            cells.push(if none { TableCell::missing("–") } else { TableCell::text(sources) });
        }
        rows.push(TableRow::of(cells));
    }
    rows.push(total(maker, split, lacking, each));
    let mut notes: Vec<Text> = plot.notes.iter().map(Text::of).collect();
    if matches!(plot.by, By::State | By::Implementer) {
        notes.push(Text::of(words.t("plot-table-split")));
    }
    notes.push(Text::of(words.t("plot-table-repeat")));
    if plot.bars.len() > MOST_AGAIN {
        let args = [("shown", MOST_AGAIN.into()), ("all", plot.bars.len().into())];
        notes.push(Text::of(words.tf("report-groups-left-out", &args)));
    }
    if !each {
        let card = card_of(&CardOf::Total, maker.shown.scene);
        let sources = card.map(|card| maker.cites.lines(&card.sources)).unwrap_or_default();
        notes.push(Text::of(words.t("report-sources-are")).with(sources));
    }
    Table { caption: plot.title.clone(), columns, rows, notes }
}

fn cells(maker: &Maker<'_>, bar: &BarFigure, split: bool, lacking: bool) -> Vec<TableCell> {
    let (words, group) = (maker.words, &bar.group);
    let nothing = || TableCell::missing("–");
    let amount = match group.amount {
        Some(amount) => TableCell::of(words.money(amount)),
        None => TableCell::missing(maker.names.group_without_short(group)),
    };
    let mut cells = vec![TableCell::of(bar.label.as_str()), TableCell::of(words.int(group.projects as i64)), amount];
    if split {
        cells.push(if group.assumed > 0 { TableCell::of(words.money(group.assumed)) } else { nothing() });
    }
    if lacking {
        let without = group.without_amount;
        cells.push(if without > 0 { TableCell::of(words.int(without as i64)) } else { nothing() });
    }
    cells
}

/// The sum of the set, which is that of the sentence. A group holds whole sets of records, so that it has no sources of
/// its own.
fn total(maker: &Maker<'_>, split: bool, lacking: bool, each: bool) -> TableRow {
    let (words, totals) = (maker.words, &maker.shown.scene.answer.totals);
    let sum = if totals.with_amount > 0 {
        TableCell::of(words.money(totals.sum))
    } else {
        TableCell::missing(words.t("missing-short"))
    };
    let count = words.int(totals.projects as i64);
    let mut cells = vec![TableCell::of(words.t("plot-total")), TableCell::of(count), sum];
    cells.extend(split.then(|| TableCell::missing("–")));
    cells.extend(lacking.then(|| TableCell::of(words.int(totals.without_amount as i64))));
    cells.extend(each.then(|| TableCell::missing("–")));
    TableRow::total(cells)
}
