//! What of a project's plan lay ahead when funding was cut, and its little timeline. Months are counted from the day
//! after the cut-off, so that nothing is claimed that may still have been worked; dates known only to the month or
//! the year give a range.

use super::BigFigure;
use crate::figure::Names;
use crate::i18n::Words;
use crate::model::{Day, EndingKind, PartialDate, Portfolio, Project};

/// How much of the plan lay ahead at the cut-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Months, at least.
    pub least: i32,
    /// Months, at most.
    pub most: i32,
    /// Share of the planned time in whole per cent, at least and at most; `None` without a start.
    pub share: Option<(i32, i32)>,
    /// Whether the planned end is marked as about or doubtful.
    pub inexact: bool,
}

/// What lay ahead; `None` where the project ended before, a source tells its end, or the plan ends by the cut-off.
pub fn ahead(project: &Project, portfolio: &Portfolio) -> Option<Ahead> {
    let cut = portfolio.header.cutoff.as_ref()?.date;
    let end = project.planned_end?;
    if project.ending.kind == EndingKind::Before || project.actual_end.is_some() || end.earliest() <= cut.latest() {
        return None;
    }
    // Only a cut-off known to the year makes the range wider: to the month, it is counted from the month's end.
    let first = if cut.month().is_some() { cut.latest() } else { cut.earliest() };
    Some(Ahead {
        least: months(cut.latest(), end.earliest()),
        most: months(first, end.latest()),
        share: project.start.and_then(|start| share(start, cut, end)),
        inexact: end.is_approximate() || end.is_uncertain(),
    })
}

/// Whole months after `from` up to and with `to`, rounded to the nearer one.
fn months(from: Day, to: Day) -> i32 {
    let (from, to) = (next(from).date(), next(to).date());
    let years = i32::from(to.year()) - i32::from(from.year());
    let mut months = years * 12 + i32::from(to.month()) - i32::from(from.month());
    let mut days = i32::from(to.day()) - i32::from(from.day());
    if days < 0 {
        months -= 1;
        days += 30;
    }
    (months + i32::from(days >= 15)).max(0)
}

fn next(day: Day) -> Day {
    Day(day.0.saturating_add(1))
}

fn share(start: PartialDate, cut: PartialDate, end: PartialDate) -> Option<(i32, i32)> {
    let part = |start: Day, end: Day| {
        let (ahead, whole) = (end.0.checked_sub(cut.latest().0)?, end.0.checked_sub(start.0)?.checked_add(1)?);
        // Planned to begin only after the cut-off: a share of the planned time says nothing then.
        (whole > 0 && ahead <= whole).then(|| (f64::from(ahead) * 100.0 / f64::from(whole)).round() as i32)
    };
    Some((part(start.earliest(), end.earliest())?, part(start.latest(), end.latest())?))
}

/// The second of the two large figures: months ahead by the plan, else when the project ended or was to end.
pub fn ahead_figure(project: &Project, names: Names<'_>) -> BigFigure {
    let words = names.words;
    let Some(ahead) = ahead(project, names.portfolio) else { return end_figure(project, names) };
    let value = if ahead.least == ahead.most {
        words.tf("detail-months", &[("n", i64::from(ahead.most).into())])
    } else {
        let args = [("from", i64::from(ahead.least).into()), ("to", i64::from(ahead.most).into())];
        words.tf("detail-months-range", &args)
    };
    let value = if ahead.inexact { words.tf("detail-about", &[("what", value.into())]) } else { value };
    let cut = names.portfolio.header.cutoff.as_ref().map(|cut| whole_date(cut.date, words)).unwrap_or_default();
    let under = match ahead.share {
        Some((least, most)) => {
            let percent = |share: i32| words.percent(u32::try_from(share).unwrap_or(0).saturating_mul(100));
            let share = if least == most {
                percent(most)
            } else {
                let args = [("from", i64::from(least).into()), ("to", percent(most).into())];
                words.tf("detail-share-range", &args)
            };
            words.tf("detail-ahead-share", &[("share", share.into()), ("cut", cut.into())])
        }
        None => words.tf("detail-ahead", &[("cut", cut.into())]),
    };
    BigFigure { spoken: format!("{value} {under}"), value, under }
}

fn end_figure(project: &Project, names: Names<'_>) -> BigFigure {
    let words = names.words;
    let (value, under) = match (project.actual_end, project.planned_end) {
        (Some(end), _) => (words.date(end), words.t("detail-actual-end-under")),
        (None, Some(end)) => (words.date(end), words.t("detail-planned-end-under")),
        (None, None) => (words.t("detail-no-end"), String::new()),
    };
    BigFigure { spoken: format!("{value} {under}").trim_end().to_owned(), value, under }
}

/// A date with its month in full: "marzo de 2025"; a day stays as it is printed elsewhere.
pub fn whole_date(date: PartialDate, words: &Words) -> String {
    match (date.month(), date.is_approximate() || date.is_uncertain(), date.day()) {
        (Some(month), false, None) => {
            let year = date.year().to_string();
            words.tf("detail-whole-month", &[("month", i64::from(month).into()), ("year", year.into())])
        }
        _ => words.date(date),
    }
}

/// A project's little timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBar {
    /// The first day.
    pub from: Day,
    /// Up to here it is solid.
    pub solid_to: Day,
    /// The last day.
    pub to: Day,
    /// How what lies beyond `solid_to` is drawn: by the ending; `None` is a plan that ended early by another cause.
    pub rest: Option<EndingKind>,
    /// Start, cut-off and end.
    pub labels: Vec<PlanLabel>,
    /// The same in a sentence.
    pub spoken: String,
}

/// A label below the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLabel {
    /// At which day.
    pub day: Day,
    /// What it says.
    pub text: String,
}

/// The little timeline; `None` without a start and an end, or where they are crossed.
pub fn plan_bar(project: &Project, names: Names<'_>) -> Option<PlanBar> {
    let words = names.words;
    let (start, last) = (project.start?, project.planned_end.max(project.actual_end)?);
    let (from, to) = (start.earliest(), last.latest());
    if to <= from {
        return None;
    }
    let cut = names.portfolio.header.cutoff.as_ref().map(|cut| cut.date);
    let open = project.actual_end.is_none() && project.ending.kind != EndingKind::Before;
    let cut = cut.filter(|cut| open && cut.latest() < to && cut.earliest() > from);
    let solid_to = match (cut, project.actual_end) {
        (Some(cut), _) => cut.latest(),
        (None, Some(end)) => end.latest().clamp(from, to),
        (None, None) => to,
    };
    let label = |day: Day, date: PartialDate| PlanLabel { day, text: words.date(date) };
    let mut labels = vec![label(from, start)];
    labels.extend(cut.map(|cut| label(cut.latest(), cut)));
    if cut.is_none() && solid_to < to {
        labels.extend(project.actual_end.map(|end| label(solid_to, end)));
    }
    labels.push(label(to, last));
    let said: Vec<_> = [
        words.tf("detail-bar-start", &[("date", words.date(start).into())]),
        cut.map(|cut| words.tf("detail-bar-cut", &[("date", words.date(cut).into())])).unwrap_or_default(),
        (project.actual_end)
            .map(|end| words.tf("detail-bar-actual", &[("date", words.date(end).into())]))
            .unwrap_or_default(),
        (project.planned_end)
            .map(|end| words.tf("detail-bar-planned", &[("date", words.date(end).into())]))
            .unwrap_or_default(),
        words.t(project.ending.kind.message()),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    let rest = (cut.is_some()).then_some(project.ending.kind);
    Some(PlanBar { from, solid_to, to, rest, labels, spoken: said.join(", ") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<PartialDate>().unwrap().latest()
    }

    #[test]
    fn months_are_counted_from_the_end_of_the_cut_off() {
        assert_eq!(months(day("2025-03"), day("2027-03-31")), 24);
        assert_eq!(months(day("2025-03"), day("2026-06-01")), 14);
        assert_eq!(months(day("2025-03"), day("2026-06")), 15);
        assert_eq!(months(day("2025-03"), day("2025-05-30")), 2);
        assert_eq!(months(day("2025-03"), day("2025-04-03")), 0);
    }

    #[test]
    fn shares_are_of_the_planned_time() {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        assert_eq!(share(date("2022-04-01"), date("2025-03"), date("2027-03-31")), Some((40, 40)));
        assert_eq!(share(date("2026-01"), date("2025-03"), date("2027-03")), None);
    }
}
