//! What a lane of the timeline says in words: the amount on it, the lines of its hint, the sentence that a screen
//! reader hears, and the cells of the table that says the same.

use super::lanes::Lane;
use super::names::Names;
use crate::model::{EndingKind, PartialDate, Project, Scope};
use crate::query::Row;

/// The words of a lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneWords {
    /// What stands at the bar, in fewer and fewer words for less and less room: "13.00 mdd", "…"; what nobody published
    /// is never the sign of what has no room.
    pub amounts: Vec<String>,
    /// Acronym and full name.
    pub title: String,
    /// Who, from when to when, how it ended, how much, under which themes.
    pub lines: Vec<String>,
    /// The same in one sentence.
    pub spoken: String,
    /// Start, as exact as it is known; empty where nobody published it.
    pub start: String,
    /// Planned end.
    pub planned_end: String,
    /// End as a source tells it.
    pub actual_end: String,
    /// How the ending is known.
    pub ending: String,
}

impl LaneWords {
    /// The amount in its longest form.
    pub fn amount(&self) -> &str {
        self.amounts.first().map_or("", String::as_str)
    }
}

/// The words of this project's lane, or of its button where it has no dates.
pub fn lane_words(project: &Project, row: &Row, lane: Option<&Lane>, names: Names<'_>) -> LaneWords {
    let words = names.words;
    let full = names.project(project).text;
    let title = match &project.acronym {
        // Many a name begins with it.
        Some(acronym) if !full.starts_with(acronym.as_str()) => format!("{acronym} · {full}"),
        _ => full,
    };
    let date = |date: Option<PartialDate>| date.map(|date| words.date(date)).unwrap_or_default();
    let (mut lines, who) = (Vec::new(), names.implementers(project));
    if !who.is_empty() {
        lines.push(words.tf("timeline-by", &[("who", who.into())]));
    }
    lines.extend(dates(project, lane, names));
    lines.push(ending(project, names));
    // On screen the unit is short, spoken it is whole: the two differ in this line alone.
    let before = lines.len();
    let line = |spoken| words.tf("timeline-amount", &[("amount", amount(row, project, names, spoken).into())]);
    lines.push(line(true));
    lines.extend(themes(project, names));
    let spoken = std::iter::once(&title).chain(&lines).map(String::as_str).collect::<Vec<_>>().join(". ");
    if let Some(shown) = lines.get_mut(before) {
        *shown = line(false);
    }
    LaneWords {
        amounts: amounts(row, project, names),
        title,
        lines,
        spoken,
        start: date(project.start),
        planned_end: date(project.planned_end),
        actual_end: date(project.actual_end),
        ending: words.t(project.ending.kind.message()),
    }
}

/// A date, and how exact it is.
fn exactly(date: PartialDate, names: Names<'_>) -> String {
    let words = names.words;
    let said = words.date(date);
    match (date.month(), date.day()) {
        (None, _) => words.tf("timeline-year-only", &[("date", said.into())]),
        (Some(_), None) => words.tf("timeline-month-only", &[("date", said.into())]),
        _ => said,
    }
}

fn dates(project: &Project, lane: Option<&Lane>, names: Names<'_>) -> Vec<String> {
    let words = names.words;
    let mut lines = Vec::new();
    lines.push(match project.start {
        Some(start) => words.tf("timeline-start", &[("date", exactly(start, names).into())]),
        None => words.t("timeline-no-start"),
    });
    match (project.planned_end, project.actual_end) {
        (None, None) => lines.push(words.t("timeline-no-end")),
        (Some(end), _) => lines.push(words.tf("timeline-planned-end", &[("date", exactly(end, names).into())])),
        (None, Some(_)) => {}
    }
    if let Some(end) = project.actual_end {
        lines.push(words.tf("timeline-actual-end", &[("date", exactly(end, names).into())]));
    }
    if lane.is_some_and(|lane| lane.point.is_some()) {
        lines.push(words.t("timeline-crossed"));
    }
    lines
}

fn ending(project: &Project, names: Names<'_>) -> String {
    let words = names.words;
    words.t(match project.ending.kind {
        EndingKind::Named => "timeline-ending-named",
        EndingKind::Implied => "timeline-ending-implied",
        EndingKind::Before => "timeline-ending-before",
        EndingKind::Unknown => "timeline-ending-unknown",
    })
}

/// The sign of an amount that was published and has no room.
pub const LEFT_OFF: &str = "…";
/// The sign of one that nobody published, where there is no room to say so.
pub const NO_AMOUNT: &str = "–";

/// The amount as it stands at the bar, from the longest form to the shortest.
fn amounts(row: &Row, project: &Project, names: Names<'_>) -> Vec<String> {
    let words = names.words;
    let whole = amount(row, project, names, false);
    if row.headline.is_none() && !row.negative {
        return vec![whole, words.t("timeline-no-amount-short"), NO_AMOUNT.to_owned()];
    }
    let several = (row.scope == Scope::MultiCountry).then(|| words.t("scope-multi-short"));
    std::iter::once(whole).chain(several).chain([LEFT_OFF.to_owned()]).collect()
}

/// The amount as it stands at the bar, or spoken.
fn amount(row: &Row, project: &Project, names: Names<'_>, spoken: bool) -> String {
    let words = names.words;
    let Some(told) = row.headline else {
        return words.t(if row.negative { "amount-negative" } else { "timeline-no-amount" });
    };
    let value = i128::from(told.value);
    let mut said = if told.currency != names.portfolio.currency() {
        let (n, currency) = (words.millions(value), told.currency.code());
        words.tf("money-millions-other", &[("n", n.into()), ("currency", currency.into())])
    } else if spoken {
        names.millions_spoken(value)
    } else {
        names.millions(value)
    };
    if project.scope == Scope::MultiCountry || told.scope == Scope::MultiCountry {
        said = words.tf("timeline-several", &[("amount", said.into())]);
    }
    if spoken && told.is_matched() {
        said = words.tf("timeline-matched", &[("amount", said.into())]);
    }
    said
}

/// The themes beside the one that the lane stands under.
fn themes(project: &Project, names: Names<'_>) -> Option<String> {
    let (first, others) = project.themes.split_first()?;
    let theme = names.theme(&first.theme);
    if others.is_empty() {
        return Some(names.words.tf("timeline-theme", &[("theme", theme.into())]));
    }
    let others: Vec<String> = others.iter().map(|other| names.theme(&other.theme)).collect();
    let others = names.words.list(&others);
    Some(names.words.tf("timeline-themes", &[("theme", theme.into()), ("others", others.into())]))
}
