//! The bridge from what the records hold to a total that somebody reported: steps that sum to it to the cent. What
//! nobody itemised is a remainder of its own, never spread over records; the bridge never says which records the
//! reporter counted.

use std::collections::HashSet;

use super::index::Index;
use super::row::Row;
use crate::model::{EndingKind, Measured, Notes, PartialDate, Portfolio, ReportedTotal, Scope};

/// Why a reported total cannot be held against the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The portfolio does not say of which country it is.
    NoCountry,
    /// It is about the world.
    World,
    /// It is about another country than the portfolio's.
    OtherCountry,
    /// It counts money said to be saved.
    Savings,
    /// It is what a legislature made available.
    Appropriation,
    /// It is a country's own budget.
    OwnBudget,
    /// It counts awards, cancelled or not.
    Awards,
    /// It counts something else.
    OtherMeasure,
    /// It is of a single grant.
    OneGrant,
    /// It is in another currency; currencies are never added.
    OtherCurrency,
}

impl Refusal {
    /// The key of the message that says it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoCountry => "refusal-no-country",
            Self::World => "refusal-world",
            Self::OtherCountry => "refusal-other-country",
            Self::Savings => "refusal-savings",
            Self::Appropriation => "refusal-appropriation",
            Self::OwnBudget => "refusal-own-budget",
            Self::Awards => "refusal-awards",
            Self::OtherMeasure => "refusal-other-measure",
            Self::OneGrant => "refusal-one-grant",
            Self::OtherCurrency => "refusal-other-currency",
        }
    }
}

/// A step of the bridge, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKey {
    /// Comparable, with a published amount; the ending is known in this way.
    Comparable(EndingKind),
    /// Counted in by the person, though the rule would not.
    MarkedIn,
    /// Comparable, and nobody published an amount.
    WithoutAmount,
    /// Began before the period: some of its money may belong to it; how much cannot be told.
    BeganBefore,
    /// No start, or a start too inexact to tell whether it lies in the period.
    StartUnknown,
    /// Began after the period.
    BeganAfter,
    /// Had ended before the cancellation.
    EndedBefore,
    /// Covers several countries.
    SeveralCountries,
    /// Its amount is in another currency.
    OtherCurrency,
    /// Left out by the person.
    MarkedOut,
    /// Comparable, but the present filter leaves it out.
    OutsideFilter,
    /// What nobody itemised.
    Remainder,
}

impl StepKey {
    /// All, in their order.
    pub const ALL: [Self; 14] = [
        Self::Comparable(EndingKind::Named),
        Self::Comparable(EndingKind::Implied),
        Self::Comparable(EndingKind::Unknown),
        Self::MarkedIn,
        Self::WithoutAmount,
        Self::BeganBefore,
        Self::StartUnknown,
        Self::BeganAfter,
        Self::EndedBefore,
        Self::SeveralCountries,
        Self::OtherCurrency,
        Self::MarkedOut,
        Self::OutsideFilter,
        Self::Remainder,
    ];

    /// As on the command line and in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Comparable(EndingKind::Named) => "comparable_named",
            Self::Comparable(EndingKind::Implied) => "comparable_implied",
            Self::Comparable(EndingKind::Unknown | EndingKind::Before) => "comparable_unknown",
            Self::MarkedIn => "marked_in",
            Self::WithoutAmount => "without_amount",
            Self::BeganBefore => "began_before_period",
            Self::StartUnknown => "start_unknown",
            Self::BeganAfter => "began_after_period",
            Self::EndedBefore => "ended_before",
            Self::SeveralCountries => "several_countries",
            Self::OtherCurrency => "other_currency",
            Self::MarkedOut => "marked_out",
            Self::OutsideFilter => "outside_filter",
            Self::Remainder => "remainder",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Comparable(EndingKind::Named) => "step-comparable-named",
            Self::Comparable(EndingKind::Implied) => "step-comparable-implied",
            Self::Comparable(EndingKind::Unknown | EndingKind::Before) => "step-comparable-unknown",
            Self::MarkedIn => "step-marked-in",
            Self::WithoutAmount => "step-without-amount",
            Self::BeganBefore => "step-began-before",
            Self::StartUnknown => "step-start-unknown",
            Self::BeganAfter => "step-began-after",
            Self::EndedBefore => "step-ended-before",
            Self::SeveralCountries => "step-several-countries",
            Self::OtherCurrency => "step-other-currency",
            Self::MarkedOut => "step-marked-out",
            Self::OutsideFilter => "step-outside-filter",
            Self::Remainder => "step-remainder",
        }
    }

    /// Whether its money is part of the bridge; that of the others stands aside.
    pub const fn adds(self) -> bool {
        matches!(self, Self::Comparable(_) | Self::MarkedIn | Self::OutsideFilter | Self::Remainder)
    }
}

/// A step of the bridge. Amounts are hundredths of the portfolio's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which one.
    pub key: StepKey,
    /// What it adds; `None` where a step has no money.
    pub amount: Option<i128>,
    /// The least and the most that the sources of its records allow, where they disagree: of what it adds, else of
    /// what stands aside.
    pub range: Option<(i128, i128)>,
    /// What its records hold without adding it.
    pub aside: Option<i128>,
    /// Its records.
    pub rows: Vec<usize>,
}

/// The whole bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// What was reported; `None` where no amount was.
    pub reported: Option<i128>,
    /// What the records hold that can be compared; `None` where nobody published an amount of any of them.
    pub records: Option<i128>,
    /// The same with the least and the most that sources say of each.
    pub range: (i128, i128),
    /// How many records can be compared, with an amount or without.
    pub comparable: usize,
    /// The steps that hold something, the remainder always, in their order.
    pub steps: Vec<Step>,
}

impl Bridge {
    /// The step of a key, where it holds anything.
    pub fn step(&self, key: StepKey) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// What nobody itemised; negative where the records hold more than was reported.
    pub fn remainder(&self) -> Option<i128> {
        self.step(StepKey::Remainder).and_then(|step| step.amount)
    }
}

/// Why a total cannot be held against the records, where it cannot.
pub fn refusal(total: &ReportedTotal, portfolio: &Portfolio) -> Option<Refusal> {
    if portfolio.header.country.is_none() {
        return Some(Refusal::NoCountry);
    }
    if total.country.is_none() {
        return Some(Refusal::World);
    }
    if total.country != portfolio.header.country {
        return Some(Refusal::OtherCountry);
    }
    if total.currency.is_some_and(|currency| currency != portfolio.currency()) {
        return Some(Refusal::OtherCurrency);
    }
    match Measured::from_word(&total.measures) {
        Some(Measured::CancelledAssistance | Measured::CancelledGrants) => {
            (total.count == Some(1)).then_some(Refusal::OneGrant)
        }
        Some(Measured::Savings) => Some(Refusal::Savings),
        Some(Measured::Appropriation) => Some(Refusal::Appropriation),
        Some(Measured::NationalBudget) => Some(Refusal::OwnBudget),
        Some(Measured::Awards) => Some(Refusal::Awards),
        None => Some(Refusal::OtherMeasure),
    }
}

/// The first reported total that can be held against the records.
pub fn comparable_total(portfolio: &Portfolio) -> Option<&ReportedTotal> {
    portfolio.reported_totals.iter().find(|total| refusal(total, portfolio).is_none())
}

/// The bridge from the records of a set to a total. The person's marks come last and win.
pub fn reconcile(
    total: &ReportedTotal,
    rows: &[usize],
    notes: &Notes,
    portfolio: &Portfolio,
    index: &Index,
) -> Result<Bridge, Refusal> {
    if let Some(refusal) = refusal(total, portfolio) {
        return Err(refusal);
    }
    let chosen: HashSet<usize> = rows.iter().copied().collect();
    let mut steps: Vec<Step> = StepKey::ALL.map(Step::empty).into();
    let (mut records, mut range, mut comparable) = (None, (0_i128, 0_i128), 0);
    for (at, (id, row)) in portfolio.projects.ids().iter().zip(&index.rows).enumerate() {
        let mut key = step_of(id, row, total, notes);
        let counts = matches!(key, StepKey::Comparable(_) | StepKey::MarkedIn | StepKey::WithoutAmount);
        if chosen.contains(&at) {
            comparable += usize::from(counts);
        } else if counts {
            key = StepKey::OutsideFilter;
        } else {
            continue;
        }
        let Some(step) = steps.iter_mut().find(|step| step.key == key) else { continue };
        step.take(at, row, portfolio, index);
        if let (Some(value), true) = (row.counted().map(i128::from), counts && key != StepKey::OutsideFilter) {
            let (low, high) = rivals(at, index, value);
            *records.get_or_insert(0) += value;
            range = (range.0 + low, range.1 + high);
        }
    }
    for step in &mut steps {
        step.range = step.range.filter(|(low, high)| low != high);
    }
    let reported = total.value.map(|value| i128::from(value.0));
    let itemised: i128 = steps.iter().filter_map(|step| step.amount).sum();
    if let Some(remainder) = steps.iter_mut().find(|step| step.key == StepKey::Remainder) {
        remainder.amount = reported.map(|reported| reported - itemised);
        let spread = remainder.amount.filter(|_| range.0 != range.1);
        remainder.range = spread.zip(records).map(|(rest, held)| (rest + held - range.1, rest + held - range.0));
    }
    steps.retain(|step| step.key == StepKey::Remainder || !step.rows.is_empty());
    Ok(Bridge { reported, records, range, comparable, steps })
}

impl Step {
    fn empty(key: StepKey) -> Self {
        Self { key, amount: None, range: None, aside: None, rows: Vec::new() }
    }

    fn take(&mut self, at: usize, row: &Row, portfolio: &Portfolio, index: &Index) {
        self.rows.push(at);
        if self.key.adds() {
            if let Some(value) = row.counted().map(i128::from) {
                let (low, high) = rivals(at, index, value);
                *self.amount.get_or_insert(0) += value;
                let range = self.range.get_or_insert((0, 0));
                *range = (range.0 + low, range.1 + high);
            }
            return;
        }
        if let Some(figure) = row.headline.filter(|told| told.currency == portfolio.currency()) {
            let value = i128::from(figure.value);
            let (low, high) = rivals(at, index, value);
            *self.aside.get_or_insert(0) += value;
            let range = self.range.get_or_insert((0, 0));
            *range = (range.0 + low, range.1 + high);
        }
    }
}

/// The least and the most that sources say a record was awarded, in its own currency and scope.
fn rivals(at: usize, index: &Index, value: i128) -> (i128, i128) {
    index.range(at).map_or((value, value), |(least, most)| (i128::from(least), i128::from(most)))
}

/// Where a record stands.
fn step_of(id: &str, row: &Row, total: &ReportedTotal, notes: &Notes) -> StepKey {
    let other_currency = row.headline.is_some() && row.counted().is_none() && row.scope == Scope::Country;
    match notes.mark(&total.id, id) {
        Some(mark) if !mark.counted => return StepKey::MarkedOut,
        // Money of several countries or of another currency is never added, whoever asks.
        Some(_) if row.scope == Scope::Country && !other_currency => return StepKey::MarkedIn,
        _ => {}
    }
    if row.scope == Scope::MultiCountry {
        return StepKey::SeveralCountries;
    }
    if row.ending == EndingKind::Before {
        return StepKey::EndedBefore;
    }
    if let Some(key) = period_step(row.start, total) {
        return key;
    }
    match (row.counted(), other_currency) {
        (_, true) => StepKey::OtherCurrency,
        (None, false) => StepKey::WithoutAmount,
        (Some(_), false) => StepKey::Comparable(row.ending),
    }
}

/// Whether a start takes a record out of the period; a period without ends holds everything.
fn period_step(start: Option<PartialDate>, total: &ReportedTotal) -> Option<StepKey> {
    if total.period_start.is_none() && total.period_end.is_none() {
        return None;
    }
    let Some(start) = start else { return Some(StepKey::StartUnknown) };
    let first = total.period_start.map(PartialDate::earliest);
    let last = total.period_end.map(PartialDate::latest);
    if first.is_some_and(|first| start.latest() < first) {
        Some(StepKey::BeganBefore)
    } else if last.is_some_and(|last| start.earliest() > last) {
        Some(StepKey::BeganAfter)
    } else if first.is_some_and(|first| start.earliest() < first) || last.is_some_and(|last| start.latest() > last) {
        Some(StepKey::StartUnknown)
    } else {
        None
    }
}
