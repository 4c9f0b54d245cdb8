//! The bridge from the records to a reported total in words: what is drawn as bars, as a waterfall and as a table,
//! told by a screen reader and copied. It never says which records the reporter counted. Knows no egui.

use super::card::{measure, period, reported_value};
use super::facts::SourceLine;
use super::names::Names;
use crate::model::{EndingKind, Notes, ReportedTotal};
use crate::query::{self, Answer, Bridge, Index, StepKey};

/// The bridge to one reported total, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// Id of the reported total.
    pub id: String,
    /// Who reported it.
    pub who: String,
    /// "21 asistencias · 207.00 mdd".
    pub value: String,
    /// What it measures, where and over which period.
    pub about: Vec<String>,
    /// The bridge, or the reason why like is not held against like.
    pub bridge: Result<BridgeFigure, String>,
    /// Who says so.
    pub source: Option<SourceLine>,
}

/// The steps in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeFigure {
    /// What was reported, in hundredths.
    pub reported: Option<i128>,
    /// "207.00 mdd", or that no amount was reported.
    pub reported_text: String,
    /// What the records hold that can be compared; `None` where nobody published an amount of any of them.
    pub records: Option<i128>,
    /// "134.40 mdd", or that no amount was published.
    pub records_text: String,
    /// What the two are, in a sentence.
    pub summary: String,
    /// What the bridge does not say.
    pub warnings: Vec<String>,
    /// The steps, in order.
    pub steps: Vec<StepFigure>,
}

/// A step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepFigure {
    /// Which one.
    pub key: StepKey,
    /// What it is.
    pub label: String,
    /// Why it stands apart.
    pub why: String,
    /// What it adds, in hundredths; `None` where it has no money.
    pub amount: Option<i128>,
    /// Where it begins on the scale: the sum of what stands before it.
    pub from: i128,
    /// "134.40 mdd", or "–".
    pub figure: String,
    /// "entre 120.00 y 134.40 mdd según la fuente", where sources disagree.
    pub range: Option<String>,
    /// "entre 120.00 y 134.40".
    pub short_range: Option<String>,
    /// The same in hundredths.
    pub limits: Option<(i128, i128)>,
    /// What stands aside, in hundredths.
    pub apart: Option<i128>,
    /// "aparte: 11.25 mdd", where its money stands aside.
    pub aside: Option<String>,
    /// "18 proyectos"; nothing for the remainder.
    pub count: String,
    /// The whole as it is spoken.
    pub spoken: String,
    /// Its records.
    pub rows: Vec<usize>,
}

impl BridgeFigure {
    /// The most that the account comes to anywhere, in hundredths.
    pub fn scale(&self) -> i128 {
        let ends = self.steps.iter().map(|step| step.from + step.amount.unwrap_or(0).max(0));
        ends.chain(self.reported).max().unwrap_or(0).max(1)
    }
}

impl StepFigure {
    /// How its ending is known, where the step is of one kind.
    pub fn ending(&self) -> Option<EndingKind> {
        match self.key {
            StepKey::Comparable(ending) => Some(ending),
            _ => None,
        }
    }
}

/// The reported totals that the records can be held against, first; then those that are not like, with the reason.
pub fn totals_by_likeness(names: Names<'_>) -> (Vec<&ReportedTotal>, Vec<(&ReportedTotal, String)>) {
    let mut like = Vec::new();
    let mut unlike = Vec::new();
    for total in &names.portfolio.reported_totals {
        match query::refusal(total, names.portfolio) {
            None => like.push(total),
            Some(refusal) => unlike.push((total, names.words.t(refusal.message()))),
        }
    }
    (like, unlike)
}

/// The bridge of a set to a reported total.
pub fn reconciliation(
    total: &ReportedTotal,
    answer: &Answer,
    notes: &Notes,
    names: Names<'_>,
    index: &Index,
) -> Reconciliation {
    let bridge = query::reconcile(total, &answer.rows, notes, names.portfolio, index);
    let about = [measure(&total.measures, names), period(total, names)].into_iter().chain(covers(total, names));
    Reconciliation {
        id: total.id.clone(),
        who: names.reported_by(total),
        value: reported_value(total, names),
        about: about.filter(|text| !text.is_empty()).collect(),
        bridge: match bridge {
            Ok(bridge) => Ok(figure(total, &bridge, answer, names)),
            Err(refusal) => Err(names.words.t(refusal.message())),
        },
        source: total.source.as_deref().map(|id| SourceLine::of(id, names)),
    }
}

fn covers(total: &ReportedTotal, names: Names<'_>) -> Option<String> {
    total.covers.best(names.words.lang()).map(|(text, _)| text.to_owned())
}

fn figure(total: &ReportedTotal, bridge: &Bridge, answer: &Answer, names: Names<'_>) -> BridgeFigure {
    let words = names.words;
    let reported_text = bridge.reported.map_or_else(|| words.t("missing-amount"), |value| names.millions(value));
    let mut from = 0;
    let steps: Vec<StepFigure> = (bridge.steps.iter())
        .map(|step| {
            let figure = step_figure(step, from, names);
            from += step.amount.unwrap_or(0);
            figure
        })
        .collect();
    BridgeFigure {
        reported: bridge.reported,
        records: bridge.records,
        records_text: bridge.records.map_or_else(|| words.t("missing-amount"), |value| names.millions(value)),
        summary: summary(bridge, names),
        warnings: warnings(total, bridge, answer, names),
        reported_text,
        steps,
    }
}

fn summary(bridge: &Bridge, names: Names<'_>) -> String {
    let words = names.words;
    let without = bridge.step(StepKey::WithoutAmount).map_or(0, |step| step.rows.len());
    let with_amount = bridge.comparable.saturating_sub(without);
    let args = [
        ("n", bridge.comparable.into()),
        ("with", with_amount.into()),
        ("records", bridge.records.map_or_else(String::new, |value| names.millions_spoken(value)).into()),
        ("reported", bridge.reported.map_or_else(String::new, |value| names.millions_spoken(value)).into()),
        ("rest", names.millions_spoken(bridge.remainder().unwrap_or(0).abs()).into()),
    ];
    let between = |key: &str, (low, high): (i128, i128)| {
        words.tf(key, &[("low", words.millions(low).into()), ("high", names.millions_spoken(high).into())])
    };
    let told = match (bridge.remainder(), bridge.records) {
        _ if bridge.comparable == 0 => words.t("bridge-summary-none"),
        (None, None) => words.tf("bridge-summary-nothing-told", &args),
        (Some(_), None) => words.tf("bridge-summary-unknown", &args),
        (None, _) => words.tf("bridge-summary-no-amount", &args),
        (Some(0), _) => words.tf("bridge-summary-equal", &args),
        (Some(rest), _) if rest < 0 => words.tf("bridge-summary-over", &args),
        (Some(_), _) => words.tf("bridge-summary", &args),
    };
    let outside =
        bridge.step(StepKey::OutsideFilter).and_then(|step| step.amount).filter(|_| bridge.remainder().is_some());
    let outside =
        outside.map(|sum| words.tf("bridge-summary-outside", &[("money", names.millions_spoken(sum).into())]));
    let range = (bridge.range.0 != bridge.range.1).then(|| between("bridge-range", bridge.range));
    let rest = bridge.step(StepKey::Remainder).and_then(|step| step.range).filter(|(low, _)| *low >= 0);
    let rest = rest.map(|range| between("bridge-range-rest", range));
    [Some(told), outside, range, rest].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn warnings(total: &ReportedTotal, bridge: &Bridge, answer: &Answer, names: Names<'_>) -> Vec<String> {
    let words = names.words;
    let mut said = Vec::new();
    if let Some(count) = total.count {
        let comparable = bridge
            .steps
            .iter()
            .filter(|step| matches!(step.key, StepKey::Comparable(_) | StepKey::MarkedIn | StepKey::WithoutAmount));
        let projects = comparable.flat_map(|step| &step.rows).filter_map(|row| names.portfolio.projects.get(*row));
        let named = projects.filter(|project| project.ending.kind == EndingKind::Named).count();
        said.push(words.tf("bridge-not-the-list", &[("n", count.into()), ("named", named.into())]));
    }
    if total.period_start.is_none() || total.period_end.is_none() {
        said.push(match (total.period_start, total.period_end) {
            (None, None) => words.t("bridge-no-period"),
            (None, Some(_)) => words.t("bridge-no-period-start"),
            _ => words.t("bridge-no-period-end"),
        });
    }
    if bridge.reported.is_none() {
        said.push(words.t("bridge-no-amount"));
    }
    if !answer.filter.is_empty() {
        said.push(words.t("bridge-filtered"));
    }
    if bridge.remainder().is_none_or(|rest| rest > 0) {
        said.push(words.t("bridge-remainder-is"));
    }
    said
}

fn step_figure(step: &query::Step, from: i128, names: Names<'_>) -> StepFigure {
    let words = names.words;
    let over = step.key == StepKey::Remainder && step.amount.is_some_and(|amount| amount < 0);
    let label = if over { words.t("step-over") } else { words.t(step.key.message()) };
    let count = match step.key {
        StepKey::Remainder => String::new(),
        _ => words.tf("plot-projects", &[("n", step.rows.len().into())]),
    };
    let figure = match (step.key, step.amount) {
        (_, Some(amount)) => names.millions(amount),
        (StepKey::Remainder, None) => words.t("bridge-cannot-tell"),
        (_, None) => "–".to_owned(),
    };
    let range = step.range.map(|(low, high)| {
        let args = [("low", words.millions(low).into()), ("high", names.millions(high).into())];
        words.tf("bridge-range-step", &args)
    });
    let aside = step.aside.map(|aside| words.tf("bridge-aside", &[("money", names.millions(aside).into())]));
    let money = step.amount.map_or_else(|| words.t("bridge-adds-nothing"), |amount| names.millions_spoken(amount));
    let told = [Some(count.clone()), Some(money), aside.clone(), range.clone()];
    let told: Vec<String> = told.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    StepFigure {
        key: step.key,
        why: words.t(why(step.key)),
        amount: step.amount,
        from,
        figure,
        range,
        aside,
        spoken: format!("{label}: {}", told.join("; ")),
        limits: step.range,
        short_range: step.range.map(|(low, high)| {
            let (low, high) = (words.millions(low), words.millions(high));
            words.tf("range-between", &[("from", low.into()), ("to", high.into())])
        }),
        apart: step.aside,
        count,
        label,
        rows: step.rows.clone(),
    }
}

const fn why(key: StepKey) -> &'static str {
    match key {
        StepKey::Comparable(EndingKind::Named) => "step-why-named",
        StepKey::Comparable(EndingKind::Implied) => "step-why-implied",
        StepKey::Comparable(EndingKind::Unknown | EndingKind::Before) => "step-why-unknown",
        StepKey::MarkedIn => "step-why-marked-in",
        StepKey::WithoutAmount => "step-why-without-amount",
        StepKey::BeganBefore => "step-why-began-before",
        StepKey::StartUnknown => "step-why-start-unknown",
        StepKey::BeganAfter => "step-why-began-after",
        StepKey::EndedBefore => "step-why-ended-before",
        StepKey::SeveralCountries => "step-why-several-countries",
        StepKey::OtherCurrency => "step-why-other-currency",
        StepKey::MarkedOut => "step-why-marked-out",
        StepKey::OutsideFilter => "step-why-outside-filter",
        StepKey::Remainder => "step-why-remainder",
    }
}
