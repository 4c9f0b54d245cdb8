//! The sums in large type, each with its unit, its sources and what it lacks; and how the endings are known.

use super::Maker;
use crate::export::report::block::{Block, ColumnHead, KeyFigure, Table, TableCell, TableRow, Text};
use crate::figure::card::{Card, CardOf, card_of};
use crate::figure::facts::capitalized;
use crate::figure::set_figures;
use crate::query::comparable_total;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    if maker.is_empty() {
        return maker.nothing();
    }
    let scene = maker.shown.scene;
    let mut figures = vec![count(maker)];
    for of in set_figures(scene.answer) {
        if let Some(card) = card_of(&of, scene) {
            figures.push(figure(maker, &card));
        }
    }
    // What others reported is another account: it stands last, and is told apart by its label.
    if let Some(total) = comparable_total(maker.names.portfolio) {
        let card = card_of(&CardOf::Reported(total.id.clone()), scene);
        let who = maker.names.reported_by(total);
        if let Some(mut card) = card {
            card.title = maker.words.tf("report-reported-by", &[("who", who.into())]);
            let says = card.proves_not.drain(..).chain(card.lacks.drain(..)).collect();
            figures.push(KeyFigure { lacks: says, ..figure(maker, &card) });
        }
    }
    let mut blocks = vec![Block::Figures(figures)];
    blocks.extend(endings(maker));
    let proves_not = card_of(&CardOf::Total, scene).map(|card| card.proves_not).unwrap_or_default();
    if !proves_not.is_empty() {
        blocks.push(Block::Heading(maker.words.t("card-proves-not-title")));
        blocks.push(Block::List(proves_not.into_iter().map(Text::of).collect()));
    }
    blocks
}

/// How many projects there are: those of the country, and apart from them those of several.
fn count(maker: &Maker<'_>) -> KeyFigure {
    let (words, totals) = (maker.words, &maker.shown.scene.answer.totals);
    let country = words
        .tf("report-count-country", &[("n", totals.country.into()), ("country", maker.names.country_within().into())]);
    let multi =
        (totals.multi_country > 0).then(|| words.tf("report-count-multi", &[("n", totals.multi_country.into())]));
    KeyFigure {
        label: words.t("report-count"),
        value: words.int(totals.projects as i64),
        unit: std::iter::once(country).chain(multi).collect::<Vec<_>>().join("; "),
        lacks: Vec::new(),
        sources: Text::default(),
    }
}

fn figure(maker: &mut Maker<'_>, card: &Card) -> KeyFigure {
    KeyFigure {
        label: card.title.clone(),
        value: card.value.clone(),
        unit: card.unit.clone(),
        lacks: card.lead.iter().chain(&card.lacks).cloned().collect(),
        sources: maker.cites.lines(&card.sources),
    }
}

/// The sum by how the ending of each project is known.
fn endings(maker: &mut Maker<'_>) -> Option<Block> {
    let words = maker.words;
    let card = card_of(&CardOf::Endings, maker.shown.scene)?;
    if card.parts.is_empty() {
        return None;
    }
    let row = |label: &str, value: &str| vec![TableCell::of(label), TableCell::of(value)];
    let mut rows: Vec<TableRow> = card.parts.iter().map(|part| TableRow::of(row(&part.label, &part.value))).collect();
    rows.push(TableRow::total(row(&words.t("plot-total"), &card.value)));
    let sources = maker.cites.lines(&card.sources);
    let how = card.how.iter().map(|how| Text::of(capitalized(how)));
    Some(Block::Table(Table {
        caption: card.title.clone(),
        columns: vec![ColumnHead::words(words.t("column-ending")), ColumnHead::figure(words.t("column-amount"))],
        rows,
        notes: how.chain([Text::of(words.t("report-sources-are")).with(sources)]).collect(),
    }))
}
