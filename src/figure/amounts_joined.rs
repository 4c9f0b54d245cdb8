//! Two amounts of one project, told here and in what is brought in, in words: both, and which of them counts by the rule.

use super::facts::figure_millions;
use super::names::Names;
use crate::model::SourceFigure;

/// What is said here and there of a project of this name, and which figure counts once both are told.
pub fn two_amounts_text(
    name: &str,
    [here, there]: [&SourceFigure; 2],
    counts: &SourceFigure,
    names: Names<'_>,
) -> String {
    let words = names.words;
    let is = |figure: &SourceFigure| (figure.value, figure.currency) == (counts.value, counts.currency);
    let told = |figure: &SourceFigure| figure_millions(figure.value, figure.currency, names, false);
    let side = if is(here) { "here" } else { "there" };
    let side = if is(here) || is(there) { side } else { "other" };
    let nobody = || words.t("detail-nobody-named");
    let publisher = counts.publisher.map_or_else(nobody, |kind| words.t(kind.message()).to_lowercase());
    let args = [
        ("name", name.into()),
        ("here", told(here).into()),
        ("there", told(there).into()),
        ("side", side.into()),
        ("counts", told(counts).into()),
        ("clause", words.t(counts.clause.message()).into()),
        ("publisher", publisher.into()),
    ];
    words.tf("bring-two-amounts", &args)
}
