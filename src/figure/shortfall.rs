//! What was cut short, in words: a sentence that names its reading, a strip for each project in which ceiling, award,
//! spent and the rest stand apart, groups, and what cannot be told. An estimate is called one wherever it stands.
//! Knows no egui.

use super::names::Names;
use super::strip::{Strip, strip};
use super::uncounted::Uncounted;
use crate::model::{Day, Found, Role};
use crate::query::{self, Answer, By, CutGroup, CutShort, Index, Reading};

/// What was cut short of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// "Lectura: solo lo que las fuentes nombran".
    pub reading: String,
    /// The set in a sentence that names the reading, the cut-off and the estimate.
    pub sentence: String,
    /// That the money is an estimate; nothing where all of it was published.
    pub estimate: Option<String>,
    /// One for each project, the most money first.
    pub strips: Vec<Strip>,
    /// The longest bar of a strip, in hundredths.
    pub scale: i128,
    /// The groups of what was cut.
    pub groups: Vec<CutPart>,
    /// That what belongs to several groups is divided by us; nothing where nothing does.
    pub divided: Option<String>,
    /// What stands apart: those without a plan, with crossed dates, that had ended, that the reading leaves out.
    pub apart: Vec<(String, Vec<usize>)>,
}

/// A group of what was cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutPart {
    /// The group's key.
    pub key: Option<String>,
    /// What it is called.
    pub label: String,
    /// What was cut, in hundredths; `None` where nobody published an amount.
    pub cut: Option<i128>,
    /// What was carried out.
    pub carried: i128,
    /// "2.72 mdd · 1 proy.".
    pub text: String,
    /// The same as it is spoken.
    pub spoken: String,
}

/// What was cut short of the answer's set, grouped.
pub fn shortfall(answer: &Answer, by: By, names: Names<'_>, index: &Index) -> Shortfall {
    let short = query::cut_short(&answer.rows, names.lens, index);
    let strips: Vec<Strip> = short.cuts.iter().filter_map(|cut| strip(cut, names, index)).collect();
    let values = strips.iter().flat_map(|strip| &strip.parts).filter_map(|part| part.value);
    let estimate = estimate_text(&short, names);
    let estimated = short.cuts.iter().any(|cut| cut.money.is_some_and(|money| !money.published));
    Shortfall {
        reading: reading_text(names),
        sentence: sentence(&short, names),
        estimate: estimated.then(|| estimate.clone()),
        scale: values.max().unwrap_or(0).max(1),
        groups: query::cut_groups(&short, by, index)
            .into_iter()
            .map(|group| {
                let field = by.field();
                let key = group.key.as_deref();
                let label = key.map_or_else(|| names.missing(field), |key| names.key(field, key));
                let words = names.words;
                let mut count = words.tf("plot-projects", &[("n", group.rows.len().into())]);
                let without = group.rows.len() - group.counted;
                if without > 0 && group.cut.is_some() {
                    count = words.tf("cut-group-without", &[("count", count.into()), ("n", without.into())]);
                }
                let rows = || group.rows.iter().filter_map(|row| index.rows.get(*row));
                let unknown = || Uncounted::of_rows(rows()).text(names);
                let shown = group.cut.map(|(_, shown, _)| shown);
                let money = |say: &dyn Fn(i128) -> String| shown.map_or_else(unknown, say);
                CutPart {
                    text: format!("{} · {count}", money(&|value| names.millions(value))),
                    spoken: group_spoken(
                        &group,
                        format!("{label}: {}, {count}", money(&|value| names.millions_spoken(value))),
                        &estimate,
                        names,
                    ),
                    label,
                    carried: group.carried(),
                    cut: shown,
                    key: group.key,
                }
            })
            .collect(),
        divided: divided(&short, by, names),
        apart: apart(&short, names),
        strips,
    }
}

/// What the estimates of a set are called: never unpublished where something was published as spent.
fn estimate_text(short: &CutShort, names: Names<'_>) -> String {
    names.words.t(if short.partly_told > 0 { "cut-estimate-partly-told" } else { "cut-estimate" })
}

/// "Trabajo infantil: 15.42 millones de dólares, 8 proyectos (estimación…; entre 14.90 y 16.00)".
fn group_spoken(group: &CutGroup, mut said: String, estimate: &str, names: Names<'_>) -> String {
    let words = names.words;
    if let Some((low, _, high)) = group.cut.filter(|_| !group.published) {
        let (from, to) = (words.millions(low), words.millions(high));
        let between = words.tf("range-between", &[("from", from.into()), ("to", to.into())]);
        said += &format!(" ({estimate}; {between})");
    }
    said
}

/// "Lectura: solo lo que las fuentes nombran", with the cut-off where a person tries another.
fn reading_text(names: Names<'_>) -> String {
    names.words.tf("cut-reading-is", &[("reading", names.words.t(names.lens.reading.message()).into())])
}

fn sentence(short: &CutShort, names: Names<'_>) -> String {
    let words = names.words;
    let presumed = names.lens.reading == Reading::Presumed && names.lens.cutoff.is_some();
    let reading = match (names.lens.reading, names.lens.cutoff) {
        (Reading::Named, _) => words.t("cut-said-named"),
        (Reading::Presumed, Some(date)) => words.tf("cut-said-presumed", &[("when", words.on_date(date).into())]),
        (Reading::Presumed, None) => words.t("cut-no-cutoff"),
    };
    let count = [("n", short.cuts.len().into())];
    // A date that a person tries is theirs, whatever sources name.
    let own = names.portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let tried = names.lens.cutoff.filter(|date| Some(*date) != own);
    let tried = tried.map(|date| words.tf("cut-said-tried", &[("date", words.date(date).into())]));
    let mut said: Vec<String> = tried.into_iter().collect();
    said.extend([
        reading,
        match (short.cuts.is_empty(), presumed) {
            (true, true) => words.t("cut-none-presumed"),
            (true, false) => words.t("cut-none-named"),
            (false, true) => words.tf("cut-count-presumed", &count),
            (false, false) => words.tf("cut-count", &count),
        },
    ]);
    said.extend(money_sentence(short, names));
    if short.without_amount > 0 {
        said.push(words.tf("cut-without-amount", &[("n", short.without_amount.into())]));
    }
    // What cannot be reckoned is said, not left out.
    for (key, rows) in [("cut-said-no-plan", &short.no_plan), ("cut-said-crossed", &short.crossed)] {
        if !rows.is_empty() {
            said.push(words.tf(key, &[("n", rows.len().into())]));
        }
    }
    said.join(" ")
}

/// What was awarded to the cut ones, what was left of it, and what that rests on.
fn money_sentence(short: &CutShort, names: Names<'_>) -> Option<String> {
    let words = names.words;
    let with_money = short.cuts.len() - short.without_amount;
    if with_money == 0 {
        return None;
    }
    let (low, shown, high) = short.cut;
    let args = [
        ("award", names.millions_spoken(short.award).into()),
        ("cut", names.millions_spoken(shown).into()),
        ("low", words.millions(low).into()),
        ("high", words.millions(high).into()),
        ("n", with_money.into()),
    ];
    let mut said = if short.partly_told > 0 {
        words.tf("cut-money-partly-told", &args)
    } else if short.published == with_money {
        words.tf("cut-money-published", &args)
    } else if low == high {
        words.tf("cut-money-even", &args)
    } else {
        words.tf("cut-money-between", &args)
    };
    if short.published > 0 && short.published < with_money {
        let args = [("n", short.published.into()), ("money", names.millions_spoken(short.published_cut).into())];
        said.push(' ');
        said += &words.tf("cut-money-partly-published", &args);
    }
    if short.partly_told > 0 {
        said.push(' ');
        said += &words.tf("cut-partly-told", &[("n", short.partly_told.into())]);
    }
    Some(said)
}

fn divided(short: &CutShort, by: By, names: Names<'_>) -> Option<String> {
    let projects = short.cuts.iter().filter(|cut| cut.money.is_some());
    let projects = projects.filter_map(|cut| names.portfolio.projects.get(cut.row));
    let several = |project: &Found<'_>| match by {
        By::Theme => project.is_split_by_us(),
        By::State => project.states.len() > 1,
        _ => project.organizations_as(Role::Implementing).count() > 1,
    };
    let n = projects.filter(several).count();
    (n > 0).then(|| names.words.tf("cut-divided", &[("n", n.into())]))
}

fn apart(short: &CutShort, names: Names<'_>) -> Vec<(String, Vec<usize>)> {
    let words = names.words;
    let groups = [
        (words.t("cut-apart-not-read"), &short.not_read),
        (words.t("cut-apart-no-plan"), &short.no_plan),
        (words.t("cut-apart-crossed"), &short.crossed),
        (words.t("cut-apart-whole"), &short.whole),
    ];
    groups.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(label, rows)| (label, rows.clone())).collect()
}

/// How the set stood on the day of the cut-off by its plans, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingText {
    /// The whole set.
    pub whole: String,
    /// Each theme that had anything under way: its place, its name and figure.
    pub themes: Vec<(usize, String)>,
}

/// How the set stood on a day by its plans.
pub fn standing_text(answer: &Answer, day: Day, names: Names<'_>, index: &Index) -> StandingText {
    let words = names.words;
    let (themes, whole) = query::standing(&answer.rows, day, names.portfolio, index);
    let args = [
        ("date", words.day(day).into()),
        ("ran", whole.ran.len().into()),
        ("ended", whole.ended.len().into()),
        ("later", whole.to_come.len().into()),
        ("money", names.millions_spoken(whole.at_stake).into()),
        ("spent", whole.spent_told.into()),
    ];
    let mut said = words.tf("standing-whole", &args);
    if whole.without_amount > 0 {
        said.push(' ');
        said += &words.tf("standing-without", &[("n", whole.without_amount.into())]);
    }
    let each = themes.iter().enumerate().filter(|(_, standing)| !standing.ran.is_empty() || !standing.ended.is_empty());
    let each = each.filter_map(|(place, standing)| {
        let theme = names.portfolio.themes.get(place)?;
        let args = [
            ("theme", names.theme(&theme.id).into()),
            ("ran", standing.ran.len().into()),
            ("ended", standing.ended.len().into()),
            ("money", names.millions(standing.at_stake).into()),
        ];
        Some((place, words.tf("standing-theme", &args)))
    });
    StandingText { whole: said, themes: each.collect() }
}
