//! What is missing: what may be counted twice, what sums leave out, and for each datum how many projects nobody
//! published it of. Nothing that a source tells is listed.

use std::collections::BTreeMap;

use super::Maker;
use super::cut::named;
use crate::export::report::block::{Block, ColumnHead, Table, TableCell, TableRow, Text};
use crate::figure::card::{CardOf, card_of};
use crate::figure::facts::capitalized;
use crate::figure::first_double_notices;
use crate::query::{Lack, lacks_of};

/// So many notices are told; how many more there are is said.
const NOTICES: usize = 50;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    if maker.is_empty() {
        return maker.nothing();
    }
    let (words, names, scene) = (maker.words, maker.names, maker.shown.scene);
    let mut blocks = Vec::new();
    let (notices, more) = first_double_notices(NOTICES, scene.answer, scene.notes, names, scene.index);
    if !notices.is_empty() {
        blocks.push(Block::Heading(words.t("report-doubles")));
        let mut items: Vec<Text> = notices.into_iter().map(|notice| Text::of(notice.text)).collect();
        if more > 0 {
            items.push(Text::of(words.tf("report-more-entries", &[("n", more.into())])));
        }
        blocks.push(Block::List(items));
    }
    let mut cards = vec![CardOf::Total];
    cards.extend((scene.answer.totals.multi_country > 0).then_some(CardOf::MultiCountry));
    let lacks = cards.iter().filter_map(|of| card_of(of, scene)).map(|card| (card.title, card.lacks));
    let lacks: Vec<_> = lacks.filter(|(_, lacks)| !lacks.is_empty()).collect();
    if !lacks.is_empty() {
        blocks.push(Block::Heading(words.t("report-sums-lack")));
        let items = lacks.into_iter().map(|(title, lacks)| Text::of(format!("{title}: {}.", lacks.join("; "))));
        blocks.push(Block::List(items.collect()));
    }
    blocks.push(Block::Heading(words.t("report-lacking")));
    blocks.push(lacking(maker));
    blocks
}

fn lacking(maker: &Maker<'_>) -> Block {
    let (words, scene) = (maker.words, maker.shown.scene);
    let mut by_lack: BTreeMap<Lack, Vec<usize>> = BTreeMap::new();
    for row in scene.answer.rows.iter().copied() {
        for lack in lacks_of(row, maker.names.portfolio, scene.index) {
            by_lack.entry(lack).or_default().push(row);
        }
    }
    if by_lack.is_empty() {
        return Block::Paragraph(Text::of(words.t("report-nothing-lacks")));
    }
    let of = words.int(scene.answer.rows.len() as i64);
    let row = |(lack, rows): (&Lack, &Vec<usize>)| {
        let count = words.int(rows.len() as i64);
        let count = words.tf("report-count-of", &[("n", count.into()), ("of", of.as_str().into())]);
        let all = rows.len() == scene.answer.rows.len() && rows.len() > 1;
        let which = if all { words.t("report-all-of-them") } else { named(maker, rows) };
        TableRow::of(vec![TableCell::of(datum(*lack, maker)), TableCell::of(count), TableCell::of(which)])
    };
    Block::Table(Table {
        caption: words.t("report-lacking"),
        columns: vec![
            ColumnHead::words(words.t("report-datum")),
            ColumnHead::figure(words.t("cli-projects")),
            ColumnHead::words(words.t("report-which")),
        ],
        rows: by_lack.iter().map(row).collect(),
        notes: vec![Text::of(words.t("report-lacking-means"))],
    })
}

/// A datum as it stands alone; what is asked of one project with its figures is told of all here.
fn datum(lack: Lack, maker: &Maker<'_>) -> String {
    let words = maker.words;
    match lack {
        Lack::WhichAward => words.t("report-lack-which-award"),
        Lack::CountryPart => words.tf("report-lack-country-part", &[("country", maker.names.country_within().into())]),
        lack => capitalized(&words.t(lack.message())),
    }
}
