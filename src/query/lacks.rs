//! What nobody published of a project, datum by datum: what one would have to ask for. Nothing that any source tells
//! is lacking. Knows no words.

use super::index::Index;
use crate::model::{AmountKind, EndingKind, PartialDate, Portfolio, Project, Role, Scope};

/// A datum that no source tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// Whether it was among the cancelled.
    Cancelled,
    /// Who paid.
    Funder,
    /// Who carried it out.
    Implementer,
    /// The agreement's number.
    Agreement,
    /// The amount awarded.
    Award,
    /// Which of several published amounts holds.
    WhichAward,
    /// The country's part of an amount for several.
    CountryPart,
    /// What was spent.
    Spent,
    /// The first day.
    Start,
    /// The planned end.
    PlannedEnd,
    /// When it really ended.
    ActualEnd,
    /// In which states.
    States,
    /// With whom in government.
    Counterpart,
}

impl Lack {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 13] = [
        Self::Cancelled,
        Self::Funder,
        Self::Implementer,
        Self::Agreement,
        Self::Award,
        Self::WhichAward,
        Self::CountryPart,
        Self::Spent,
        Self::Start,
        Self::PlannedEnd,
        Self::ActualEnd,
        Self::States,
        Self::Counterpart,
    ];

    /// The key of the words that ask for it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Cancelled => "lack-cancelled",
            Self::Funder => "lack-funder",
            Self::Implementer => "lack-implementer",
            Self::Agreement => "lack-agreement",
            Self::Award => "lack-award",
            Self::WhichAward => "lack-which-award",
            Self::CountryPart => "lack-country-part",
            Self::Spent => "lack-spent",
            Self::Start => "lack-start",
            Self::PlannedEnd => "lack-planned-end",
            Self::ActualEnd => "lack-actual-end",
            Self::States => "lack-states",
            Self::Counterpart => "lack-counterpart",
        }
    }
}

/// What no source tells of the project in this row, in the order of [`Lack::ALL`].
pub fn lacks_of(row: usize, portfolio: &Portfolio, index: &Index) -> Vec<Lack> {
    let (Some(project), Some(derived)) = (portfolio.projects.get(row), index.rows.get(row)) else { return Vec::new() };
    let headline = derived.headline;
    let nobody = |role: Role| project.organizations_as(role).next().is_none();
    let lacking = |lack: Lack| match lack {
        Lack::Cancelled => matches!(project.ending.kind, EndingKind::Implied | EndingKind::Unknown),
        Lack::Funder => nobody(Role::Funding),
        Lack::Implementer => nobody(Role::Implementing),
        Lack::Agreement => project.agreement_number.is_none(),
        Lack::Award => headline.is_none() && !derived.negative,
        Lack::WhichAward => headline.is_some_and(|told| told.rivalled),
        Lack::CountryPart => headline.is_some_and(|told| told.scope != Scope::Country),
        Lack::Spent => !is_spending_told(&project, portfolio),
        Lack::Start => project.start.is_none(),
        Lack::PlannedEnd => project.planned_end.is_none(),
        Lack::ActualEnd => project.actual_end.is_none(),
        Lack::States => project.states.is_empty(),
        Lack::Counterpart => project.counterpart.is_empty(),
    };
    Lack::ALL.into_iter().filter(|lack| lacking(*lack)).collect()
}

/// Whether what was spent is told up to the end: of an earlier date, the rest is still to be asked for.
fn is_spending_told(project: &Project, portfolio: &Portfolio) -> bool {
    let cutoff = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let stopped = if project.ending.kind == EndingKind::Before { project.end() } else { cutoff.or(project.end()) };
    let stop = project.actual_end.or(stopped);
    let spent = |kind: AmountKind| matches!(kind, AmountKind::Disbursement | AmountKind::Expenditure);
    let to_the_end = |date: Option<PartialDate>| match (date, stop) {
        (Some(date), Some(stop)) => date.latest() >= stop.earliest(),
        _ => true,
    };
    project.amounts.iter().any(|amount| spent(amount.kind) && to_the_end(amount.date()))
}

/// Which reported total's list nobody itemised: all that are like the records and say a number or a sum.
pub fn unlisted_totals(portfolio: &Portfolio) -> impl Iterator<Item = usize> {
    portfolio.reported_totals.iter().enumerate().filter_map(|(place, total)| {
        let like = super::refusal(total, portfolio).is_none();
        (like && (total.count.is_some() || total.value.is_some())).then_some(place)
    })
}

/// The organisations that paid for these rows, in the order in which they first stand, each with its rows.
pub fn by_funder(rows: &[usize], portfolio: &Portfolio) -> Vec<(String, Vec<usize>)> {
    let mut funders: Vec<(String, Vec<usize>)> = Vec::new();
    for row in rows.iter().copied() {
        let Some(project) = portfolio.projects.get(row) else { continue };
        for id in project.organizations_as(Role::Funding) {
            match funders.iter_mut().find(|(known, _)| *known == id) {
                Some((_, rows)) if rows.last() == Some(&row) => {}
                Some((_, rows)) => rows.push(row),
                None => funders.push((id.to_owned(), vec![row])),
            }
        }
    }
    funders
}
