//! How figures are made, and what the words mean that they are told in.

use super::Maker;
use crate::export::report::block::{Block, Text};

pub(super) fn blocks(maker: &mut Maker<'_>) -> Vec<Block> {
    let words = maker.words;
    let terms = [
        ("report-term-award", "report-term-award-is"),
        ("report-term-disbursed", "report-term-disbursed-is"),
        ("report-term-missing", "report-term-missing-is"),
        ("report-term-planned", "report-term-planned-is"),
        ("report-term-named", "report-term-named-is"),
        ("report-term-implied", "report-term-implied-is"),
        ("report-term-unknown", "report-term-unknown-is"),
        ("report-term-several", "report-term-several-is"),
        ("report-term-perhaps", "report-term-perhaps-is"),
        ("report-term-estimate", "report-term-estimate-is"),
        ("report-term-reported", "report-term-reported-is"),
    ];
    let how =
        ["card-how-sum", "card-how-order", "card-how-whole", "card-how-themes", "card-how-reading", "card-how-state"];
    vec![
        Block::Paragraph(Text::of(words.t("report-method-lead"))),
        Block::Heading(words.t("report-terms")),
        Block::Facts(terms.iter().map(|(term, is)| (words.t(term), Text::of(words.t(is)))).collect()),
        Block::Heading(words.t("card-how-title")),
        Block::List(how.iter().map(|key| Text::of(words.t(key))).collect()),
    ]
}
