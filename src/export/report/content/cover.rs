//! The first page: the set in a sentence, by which filter, of which data, on which day, and what it lacks.

use super::Maker;
use crate::export::report::block::{Block, Text};
use crate::figure::card::total_card;
use crate::figure::facts::{Told, capitalized};
use crate::figure::{money_line, sentence, term_text};
use crate::model::Lang;

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    let (scene, names, words) = (maker.shown.scene, maker.names, maker.words);
    let answer = scene.answer;
    let mut blocks = vec![Block::Lead(Text::of(sentence(answer, names, true).text()))];
    if maker.is_empty() {
        blocks.push(Block::Paragraph(Text::of(words.t("report-empty"))));
    } else {
        let card = total_card(answer, names, scene.index);
        let sources = maker.cites.lines(&card.sources);
        let line = Text::of(money_line(answer, names).text()).say(".").with(sources);
        blocks.push(Block::Paragraph(line));
        blocks.push(Block::Facts(facts(maker, &card.lacks)));
        return with_about(maker, blocks);
    }
    blocks.push(Block::Facts(facts(maker, &[])));
    with_about(maker, blocks)
}

fn facts(maker: &Maker<'_>, lacks: &[String]) -> Vec<(String, Text)> {
    let (names, words, shown) = (maker.names, maker.words, &maker.shown);
    let filter = &shown.scene.answer.filter;
    let told: Vec<String> = filter.terms.iter().map(|term| term_text(term, names)).collect();
    let filter = if filter.is_empty() {
        words.t("report-no-filter")
    } else {
        let args = [("terms", told.join("; ").into()), ("filter", filter.to_string().into())];
        words.tf("report-filter-is", &args)
    };
    let order: Vec<String> = (shown.order.iter())
        .map(|key| {
            let column = names.column(key.column);
            if key.descending { words.tf("report-descending", &[("column", column.into())]) } else { column }
        })
        .collect();
    let lacks = if lacks.is_empty() { words.t("report-lacks-nothing") } else { lacks.join("; ") };
    let language = match words.lang() {
        Lang::Es => words.t("report-in-spanish"),
        Lang::En => words.t("report-in-english"),
    };
    let mut facts = vec![
        (words.t("report-filter"), Text::of(filter)),
        (words.t("report-data"), Text::of(names.version())),
        (words.t("report-made"), Text::of(words.date(shown.today))),
        (words.t("report-language"), Text::of(language)),
    ];
    if !maker.is_empty() {
        facts.insert(1, (words.t("report-lacks"), Text::of(lacks)));
    }
    if !order.is_empty() {
        facts.insert(1, (words.t("report-order"), Text::of(capitalized(&order.join(", ")))));
    }
    facts
}

/// What the portfolio says of itself: what it covers and what was not looked for.
fn with_about(maker: &Maker<'_>, mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(about) = Told::of(&maker.names.portfolio.header.about, maker.words) {
        blocks.push(Block::Note(Text::told(&about, maker.words.lang())));
    }
    blocks
}
