//! What is derived from one project and kept beside it: its money, its days, what can be doubted. Small, and without
//! anything that stands elsewhere: there may be a million.

use super::field::Doubt;
use crate::model::{
    Attribution, Currency, Day, EndingKind, Headline, PartialDate, Portfolio, Project, Scope, negative_award,
};

/// What is derived from one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The headline amount in short; [`Headline::of`] has it whole.
    pub headline: Option<Told>,
    /// Whether the headline belongs to the totals: of the portfolio's country alone and in its currency.
    pub counts: bool,
    /// Whether all that was published as its award is below zero, which is counted nowhere.
    pub negative: bool,
    /// Whether the record is of the portfolio's country alone.
    pub scope: Scope,
    /// When it ran.
    pub span: Span,
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day by the plan.
    pub planned_end: Option<PartialDate>,
    /// Last day as a source tells it.
    pub actual_end: Option<PartialDate>,
    /// How it ended.
    pub ending: EndingKind,
    /// Whether the division among themes is ours.
    pub split_by_us: bool,
}

/// A headline amount in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Hundredths of the currency.
    pub value: i64,
    /// The currency.
    pub currency: Currency,
    /// Whether it is for the portfolio's country alone.
    pub scope: Scope,
    /// Whether any of its amounts was joined to the project by us.
    pub attribution: Attribution,
    /// Whether another source gives another figure in the same currency.
    pub disputed: bool,
    /// Whether only one source tells.
    pub alone: bool,
    /// Whether another source gives another figure, in this currency or another.
    pub rivalled: bool,
    /// Who tells it.
    pub teller: Teller,
}

/// The source of a headline amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teller {
    /// Nobody is named.
    Nobody,
    /// The source in this place of the portfolio's list.
    Listed(u32),
    /// One that the list does not have.
    Unlisted,
}

/// When something ran, as far as it is known: intervals of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first and last day that the start can mean.
    pub start: Option<(Day, Day)>,
    /// The same for the end: the actual one, else the planned one.
    pub end: Option<(Day, Day)>,
    /// Up to when it was certainly active, where a cut-off makes the planned end doubtful.
    pub sure_until: Option<Day>,
}

impl Told {
    /// Whether any of its amounts was joined to the project by us.
    pub fn is_matched(self) -> bool {
        self.attribution == Attribution::Matched
    }

    fn of(headline: &Headline, portfolio: &Portfolio) -> Self {
        let figure = &headline.figure;
        let teller = figure.source.as_deref().map_or(Teller::Nobody, |id| {
            let place = portfolio.sources.position(id).and_then(|place| u32::try_from(place).ok());
            place.map_or(Teller::Unlisted, Teller::Listed)
        });
        Self {
            value: figure.value,
            currency: figure.currency,
            scope: figure.scope,
            attribution: if figure.matched { Attribution::Matched } else { Attribution::Named },
            disputed: headline.is_disputed(),
            alone: headline.rivals.is_empty(),
            rivalled: headline.rivals.iter().any(|r| r.value != figure.value || r.currency != figure.currency),
            teller,
        }
    }
}

impl Row {
    /// The headline amount where it belongs to the totals, in hundredths.
    pub fn counted(&self) -> Option<i64> {
        self.headline.filter(|_| self.counts).map(|told| told.value)
    }

    /// The end that a source tells, else the planned one.
    pub fn end(&self) -> Option<PartialDate> {
        self.actual_end.or(self.planned_end)
    }

    /// What is derived from a project with this headline.
    pub fn of(project: &Project, headline: Option<&Headline>, portfolio: &Portfolio) -> Self {
        let headline = headline.map(|headline| Told::of(headline, portfolio));
        let here = |told: &Told| {
            let of_country = project.scope == Scope::Country && told.scope == Scope::Country;
            of_country && told.currency == portfolio.currency()
        };
        Self {
            counts: headline.as_ref().is_some_and(here),
            negative: headline.is_none() && negative_award(project).is_some(),
            // An amount that covers several countries takes its record aside, whatever the record says of itself.
            scope: headline.map_or(project.scope, |told| project.scope.max(told.scope)),
            headline,
            span: span(project, portfolio),
            start: project.start,
            planned_end: project.planned_end,
            actual_end: project.actual_end,
            ending: project.ending.kind,
            split_by_us: project.is_split_by_us(),
        }
    }
}

fn span(project: &Project, portfolio: &Portfolio) -> Span {
    let days = |date: PartialDate| (date.earliest(), date.latest());
    let (start, end) = (project.start.map(days), project.end().map(days));
    // An end before its start says nothing about when it ran.
    let end = end.filter(|end| start.is_none_or(|start| start.0 <= end.1));
    let cut = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let doubtful = project.actual_end.is_none() && project.ending.kind != EndingKind::Before;
    let sure_until =
        cut.filter(|cut| doubtful && end.is_some_and(|end| end.1 > cut.latest())).map(PartialDate::earliest);
    Span { start, end, sure_until }
}

/// What can be doubted about a project's figures.
pub fn doubts(project: &Project, row: &Row) -> impl Iterator<Item = Doubt> {
    let told = row.headline;
    let dates = [project.start, project.planned_end, project.actual_end];
    let inexact = dates.into_iter().flatten().any(|date| !date.is_exact());
    let (split, negative) = (row.split_by_us, row.negative);
    Doubt::ALL.into_iter().filter(move |doubt| match doubt {
        Doubt::AmountUnknown => told.is_none() && !negative,
        Doubt::AmountNegative => negative,
        Doubt::AmountMatched => told.is_some_and(Told::is_matched),
        Doubt::SourcesDisagree => told.is_some_and(|told| told.disputed),
        Doubt::EqualSplit => split,
        Doubt::OneSource => told.is_some_and(|told| told.alone && told.teller != Teller::Nobody),
        Doubt::NoSource => told.is_some_and(|told| told.teller == Teller::Nobody),
        Doubt::InexactDate => inexact,
    })
}
