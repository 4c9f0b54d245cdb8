//! What is said about an export, beside its table: what it shows, what is missing, of which data and when. The sheet of
//! notes and the text beside a CSV say the same.

use super::cells::Rows;
use super::{Left, Shown};
use crate::figure::card::{CardOf, card_of};
use crate::figure::{filter_text, money_line, sentence};

/// Something said, under its label; an empty label goes on with the one before.
pub(super) type Line = (String, String);

/// So many lines are said under one label; how many more there are is said as well.
const MOST: usize = 200;

/// What is said of what is shown, and of what did not go into the file.
pub(super) fn lines(shown: Shown<'_>, of: Rows, left: &[Left]) -> Vec<Line> {
    let scene = shown.scene;
    let (names, words) = (scene.names, scene.names.words);
    let filter = &scene.answer.filter;
    // In words for whoever reads it, and as it is typed for whoever asks the same again.
    let typed = || [("words", filter_text(filter, names).into()), ("typed", filter.text_in(words.lang()).into())];
    let filter = if filter.is_empty() { words.t("export-no-filter") } else { words.tf("export-filter-said", &typed()) };
    let mut lines = vec![
        (words.t("export-what"), sentence(scene.answer, names, true).text()),
        (words.t("export-money"), money_line(scene.answer, names).text()),
        (words.t("export-filter"), filter),
        (words.t("export-order"), order(shown, of)),
        (words.t("export-data"), names.version()),
        (words.t("export-day"), words.date(shown.today)),
    ];
    let card = card_of(&CardOf::Total, scene).unwrap_or_default();
    let list = |title: String, mut said: Vec<String>| {
        let more = said.len().saturating_sub(MOST);
        if more > 0 {
            said.truncate(MOST);
            said.push(words.tf("export-more-lines", &[("n", more.into())]));
        }
        let titles = std::iter::once(title).chain(std::iter::repeat(String::new()));
        titles.zip(said).collect::<Vec<Line>>()
    };
    lines.extend(list(words.t("export-missing"), card.lacks));
    lines.extend(list(words.t("export-proves-not"), card.proves_not));
    lines.extend(list(words.t("export-columns"), column_words(of, shown)));
    lines.extend(list(words.t("export-left"), left.iter().map(|left| left.text(words)).collect()));
    lines
}

fn order(shown: Shown<'_>, of: Rows) -> String {
    let names = shown.scene.names;
    let words = names.words;
    if of == Rows::Events {
        return words.t("export-order-shown");
    }
    if shown.order.is_empty() {
        return words.t("export-order-portfolio");
    }
    let keys = shown.order.iter().map(|key| {
        let form = if key.descending { "export-order-descending" } else { "export-order-ascending" };
        words.tf(form, &[("column", names.column(key.column).into())])
    });
    keys.collect::<Vec<_>>().join("; ")
}

/// How the columns are to be read that are not on screen.
fn column_words(of: Rows, shown: Shown<'_>) -> Vec<String> {
    let names = shown.scene.names;
    let words = names.words;
    if of == Rows::Events {
        return vec![words.t("export-empty")];
    }
    let counted = words.tf("export-counted", &[("currency", names.portfolio.currency().code().into())]);
    let sums = words.tf("export-sums", &[("column", counted.into()), ("why", words.t("export-why-not").into())]);
    vec![words.t("export-empty"), sums]
}
