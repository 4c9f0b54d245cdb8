//! The money of a project that is here and there: what both say once is told once, and where they say different amounts
//! both stay and the rule picks one.

use std::collections::HashMap;

use crate::model::{Amount, Clause, Entry, Headline, Portfolio, Source, SourceFigure, Table};
use crate::query::fold;

/// A project whose amount is another there: both stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoAmounts {
    /// Its id here.
    pub id: String,
    /// What its sources say here and there.
    pub figures: [SourceFigure; 2],
    /// Which speaks once both are told.
    pub counts: SourceFigure,
}

/// Whether the amount of a project, as it is here and there, is another there; which one counts in the record that both
/// make. Of a source it is known what it is where it is here or `comes_in`.
pub(super) fn two_amounts(
    [mine, theirs, both]: [&Entry; 3],
    open: &Portfolio,
    comes_in: &HashMap<String, Source>,
) -> Option<TwoAmounts> {
    let figure = |entry: &Entry| {
        let Entry::Project(project) = entry else { return None };
        let cited = project.all_sources().into_iter();
        let sources = cited.filter_map(|id| open.sources.find(id).or_else(|| comes_in.get(id)).cloned());
        let known = Portfolio { sources: Table::new(sources.collect()), ..open.clone() };
        Headline::of(project, &known).map(|headline| headline.figure)
    };
    let (here, there) = (figure(mine)?, figure(theirs)?);
    if (here.value, here.currency) == (there.value, there.currency) {
        return None;
    }
    let counts = figure(both)?;
    Some(TwoAmounts { id: mine.id().to_owned(), figures: [here, there], counts })
}

/// Takes out of theirs what ours tells in another grain: an amount that one of our figures is, or that says no more than
/// one of ours; a source that is cited within the record.
pub(super) fn leave_what_is_told(mine: &Entry, theirs: &mut Entry, open: &Portfolio) {
    let (Entry::Project(mine), Entry::Project(theirs)) = (mine, theirs) else { return };
    let currency = |amount: &Amount| amount.currency.unwrap_or(open.currency());
    let figures: Vec<SourceFigure> = Headline::of(mine, open)
        .map(|headline| std::iter::once(headline.figure).chain(headline.rivals).collect())
        .unwrap_or_default();
    let is_figure = |amount: &Amount| {
        let same = |figure: &SourceFigure| {
            let told = (figure.value, figure.currency, &figure.source);
            Clause::of(amount.kind) == Some(figure.clause) && told == (amount.value.0, currency(amount), &amount.source)
        };
        amount.fiscal_year.is_none() && amount.as_of.is_none() && figures.iter().any(same)
    };
    let says_no_more = |amount: &Amount| {
        mine.amounts.iter().any(|own| {
            (own.kind, own.value, currency(own)) == (amount.kind, amount.value, currency(amount))
                && (amount.source.is_none() || amount.source == own.source)
                && (amount.fiscal_year.is_none() || amount.fiscal_year == own.fiscal_year)
                && (amount.as_of.is_none() || amount.as_of == own.as_of)
        })
    };
    theirs.amounts.retain(|amount| !is_figure(amount) && !says_no_more(amount));
    // An acronym that stands as a name is no other name.
    if let Some(acronym) = mine.acronym.as_ref().map(|acronym| fold(acronym.trim())) {
        for name in [&mut theirs.name.es, &mut theirs.name.en] {
            name.take_if(|name| fold(name.trim()) == acronym);
        }
    }
    let cited = mine.all_sources();
    theirs.sources.retain(|source| !cited.contains(&source.as_str()));
}
