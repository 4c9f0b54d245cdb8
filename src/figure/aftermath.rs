//! What came after, in words: for how much of the money there is an answer, the board of projects, areas with their
//! gaps, and a one-page answer that says what is known, what is not, and whom one could ask. Knows no egui.

use std::collections::BTreeSet;

use super::facts::{ContinuityFacts, continuity_facts};
use super::names::Names;
use crate::i18n::Words;
use crate::model::{Found, Role};
use crate::query::{self, After, AfterGroup, AfterPart, AfterSet, Answer, By, Gap, Index};

/// So many names stand in a sentence; how many more there are is said.
const NAMED: usize = 30;

/// What is known of who goes on with a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aftermath {
    /// The set in a sentence.
    pub sentence: String,
    /// That something new in an area answers for no project; nothing where there is nothing new.
    pub warning: Option<String>,
    /// The set by what is known, all states in order.
    pub parts: Vec<AfterPartFigure>,
    /// The sum of all parts, in hundredths.
    pub total: i128,
    /// The set in areas.
    pub areas: Vec<AreaFigure>,
    /// The closing question, area by area.
    pub answer: Vec<AreaAnswer>,
}

/// The projects of which one thing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterPartFigure {
    /// What is known.
    pub after: After,
    /// What it is called.
    pub label: String,
    /// What that means, and does not.
    pub why: String,
    /// Their money in hundredths; `None` where none has an amount that counts.
    pub amount: Option<i128>,
    /// "3 proy. · 12.40 mdd".
    pub text: String,
    /// The same as it is spoken, with its name.
    pub spoken: String,
    /// The projects.
    pub cards: Vec<AfterCard>,
}

/// A project on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterCard {
    /// Its row.
    pub row: usize,
    /// Its id.
    pub id: String,
    /// Its short name.
    pub label: String,
    /// The place of its first theme.
    pub theme: Option<usize>,
    /// "12.40 mdd", or that no amount was published.
    pub money: String,
    /// What the entries that name it say.
    pub entries: Vec<ContinuityFacts>,
}

/// An area, a state or an implementer by what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaFigure {
    /// The group's key.
    pub key: Option<String>,
    /// What it is called.
    pub label: String,
    /// Its money by what is known, in hundredths, none of them nothing.
    pub parts: Vec<(After, i128)>,
    /// All its money; `None` where none of it has an amount that counts.
    pub amount: Option<i128>,
    /// "3 proy. · 12.40 mdd".
    pub text: String,
    /// Whether anybody is known to go on.
    pub gap: Gap,
    /// That in words.
    pub gap_text: String,
    /// What entries say of the area as such.
    pub entries: Vec<ContinuityFacts>,
    /// The whole as it is spoken.
    pub spoken: String,
}

/// The closing question for one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaAnswer {
    /// The area.
    pub title: String,
    /// What sources say, of the area and of its projects.
    pub known: Vec<ContinuityFacts>,
    /// What no source says; nothing where only what is said of all areas stands.
    pub not_known: Option<String>,
    /// Whom one could ask: who did the work, and who in government worked with it.
    pub ask: Vec<String>,
}

/// What is known of who goes on with the answer's set, in these groups.
pub fn aftermath(answer: &Answer, by: By, names: Names<'_>, index: &Index) -> Aftermath {
    let set = query::after(&answer.rows, names.portfolio, index);
    let themes = query::after_groups(&set, By::Theme, names.portfolio, index);
    let areas = if by == By::Theme { themes.clone() } else { query::after_groups(&set, by, names.portfolio, index) };
    let new = set.parts.get(&After::NewInArea).map_or(0, |part| part.rows.len());
    Aftermath {
        sentence: sentence(&set, names),
        warning: (new > 0).then(|| names.words.tf("after-new-answers-none", &[("n", new.into())])),
        parts: After::ALL.into_iter().map(|after| part(after, &set, names, index)).collect(),
        total: set.parts.values().filter_map(|part| part.amount).sum(),
        areas: areas.into_iter().map(|group| area(group, by, names, index)).collect(),
        answer: {
            let general = of_all_areas(&themes);
            let said = |known: &[usize]| AreaAnswer {
                title: names.words.t("after-all-areas"),
                known: entries(known, names),
                not_known: None,
                ask: Vec::new(),
            };
            let all = (!general.is_empty()).then(|| said(&general)).into_iter();
            all.chain(themes.iter().filter_map(|group| area_answer(group, &general, &set, names, index))).collect()
        },
    }
}

impl Aftermath {
    /// What sources say of the set's areas and projects, each entry once.
    pub fn told(&self) -> Vec<&ContinuityFacts> {
        let mut told: Vec<&ContinuityFacts> = Vec::new();
        for entry in self.answer.iter().flat_map(|area| &area.known) {
            if !told.contains(&entry) {
                told.push(entry);
            }
        }
        told
    }

    /// The one-page answer as a text.
    pub fn page(&self, names: Names<'_>) -> String {
        let words = names.words;
        let mut lines = vec![words.t("after-page-title"), String::new(), self.sentence.clone()];
        lines.extend(self.warning.clone());
        for area in &self.answer {
            lines.extend([String::new(), area.title.clone()]);
            for entry in &area.known {
                lines.push(format!("- {}", spoken(entry)));
            }
            lines.extend(area.not_known.iter().map(|text| format!("- {text}")));
            lines.extend(area.ask.iter().map(|ask| format!("- {ask}")));
        }
        lines.join("\n")
    }
}

/// An entry in one line, with its sources.
pub fn spoken(entry: &ContinuityFacts) -> String {
    let mut said = format!("{}: {}.", entry.about, entry.state);
    for more in [entry.by.clone(), entry.note.as_ref().map(super::facts::Told::spoken)].into_iter().flatten() {
        said.push(' ');
        said += &more;
        if !more.ends_with('.') {
            said.push('.');
        }
    }
    let sources: Vec<&str> = entry.sources.iter().map(|source| source.label.as_str()).collect();
    if sources.is_empty() { said } else { format!("{said} [{}]", sources.join("; ")) }
}

fn sentence(set: &AfterSet, names: Names<'_>) -> String {
    let words = names.words;
    let (answered, asked) = set.answered();
    let before = set.parts.get(&After::EndedBefore).map_or(0, |part| part.rows.len());
    let money = |part: &AfterPart| names.millions_spoken(part.amount.unwrap_or(0));
    // Where nobody published an amount there is none to tell, and that is said below.
    let of = asked.amount.map_or_else(String::new, |_| {
        words.tf("after-of-money", &[("money", money(&answered).into()), ("of", money(&asked).into())])
    });
    let none =
        asked.amount.map_or_else(String::new, |_| words.tf("after-none-of-money", &[("of", money(&asked).into())]));
    let args = [
        ("asked", asked.rows.len().into()),
        ("answered", answered.rows.len().into()),
        ("money", of.into()),
        ("of", none.into()),
    ];
    let mut said = match (asked.rows.len(), answered.rows.len()) {
        (0, _) if set.projects.is_empty() => return words.t("after-no-projects"),
        (0, _) => words.t("after-nothing-asked"),
        (_, 0) => words.tf("after-none-answered", &args),
        _ => words.tf("after-some-answered", &args),
    };
    if asked.without_amount > 0 {
        said.push(' ');
        said += &words.tf("cut-without-amount", &[("n", asked.without_amount.into())]);
    }
    if before > 0 && !asked.rows.is_empty() {
        said.push(' ');
        said += &words.tf("after-before-apart", &[("n", before.into())]);
    }
    said
}

/// "3 proy. · 12.40 mdd", and the same as it is spoken.
fn counted(part: &AfterPart, names: Names<'_>, index: &Index) -> (String, String) {
    let words = names.words;
    let count = words.tf("plot-projects", &[("n", part.rows.len().into())]);
    let published =
        part.rows.iter().filter_map(|row| index.rows.get(*row)).any(|row| row.headline.is_some() || row.negative);
    let unknown = || if published { words.t("plot-only-multi") } else { words.t("plot-unknown") };
    let money = |say: &dyn Fn(i128) -> String| part.amount.map_or_else(unknown, say);
    let short = format!("{count} · {}", money(&|value| names.millions(value)));
    (short, format!("{count}, {}", money(&|value| names.millions_spoken(value))))
}

fn part(after: After, set: &AfterSet, names: Names<'_>, index: &Index) -> AfterPartFigure {
    let words = names.words;
    let empty = AfterPart::default();
    let part = set.parts.get(&after).unwrap_or(&empty);
    let label = words.t(after.message());
    let (text, spoken) = if part.rows.is_empty() {
        (words.t("after-none-here"), words.t("after-none-here"))
    } else {
        counted(part, names, index)
    };
    let told = set.projects.iter().filter(|told| told.after == after);
    let card = |told: &query::ProjectAfter| {
        let project = names.portfolio.projects.get(told.row)?;
        let row = index.rows.get(told.row)?;
        Some(AfterCard {
            row: told.row,
            id: project.id.clone(),
            label: names.project_short(&project),
            theme: project.themes.first().and_then(|share| names.portfolio.themes.position(&share.theme)),
            money: row.counted().map_or_else(|| names.uncounted(row), |value| names.millions(value.into())),
            entries: entries(&told.speaking(names.portfolio), names),
        })
    };
    AfterPartFigure {
        spoken: format!("{label}: {spoken}"),
        why: why(after, names),
        cards: told.filter_map(card).collect(),
        amount: part.amount,
        after,
        label,
        text,
    }
}

fn why(after: After, names: Names<'_>) -> String {
    let words = names.words;
    match after {
        After::Continued => words.t("after-continued-why"),
        After::Partial => words.t("after-partial-why"),
        After::Nobody => words.t("after-nobody-why"),
        After::NewInArea => words.t("after-new-in-area-why"),
        After::Unknown => words.t("after-unknown-why"),
        After::EndedBefore => words.t("after-ended-before-why"),
    }
}

fn entries(places: &[usize], names: Names<'_>) -> Vec<ContinuityFacts> {
    places.iter().filter_map(|at| names.portfolio.continuity.get(*at)).map(|e| continuity_facts(e, names)).collect()
}

fn area(group: AfterGroup, by: By, names: Names<'_>, index: &Index) -> AreaFigure {
    let words = names.words;
    let field = by.field();
    let label = group.key.as_deref().map_or_else(|| names.missing(field), |key| names.key(field, key));
    // What had ended before is no part of the question; its share of the bar says so.
    let asked = group.asked();
    let (text, told) = counted(&asked, names, index);
    let amount = group.parts.values().filter_map(|part| part.amount).reduce(|a, b| a + b);
    let gap_text = match group.gap {
        Gap::Nobody => words.t("gap-nobody"),
        // What is new is told of an area; of a place or an implementer nothing is.
        Gap::OnlyNew if by == By::Theme => words.t("gap-only-new"),
        Gap::OnlyNew => words.t("gap-only-new-elsewhere"),
        Gap::Somebody => words.t("gap-somebody"),
        Gap::NothingLeft => words.t("gap-nothing-left"),
    };
    let states = group.parts.iter().map(|(after, part)| {
        let (_, told) = counted(part, names, index);
        format!("{}: {told}", words.t(after.message()))
    });
    AreaFigure {
        spoken: format!("{label}: {told}. {gap_text}. {}", states.collect::<Vec<_>>().join("; ")),
        parts: group.parts.iter().filter_map(|(after, part)| Some((*after, part.amount.filter(|a| *a > 0)?))).collect(),
        entries: entries(&group.entries, names),
        gap: group.gap,
        key: group.key,
        label,
        amount,
        text,
        gap_text,
    }
}

/// The entries that stand in every area, where there are several: told once, not in each.
fn of_all_areas(themes: &[AfterGroup]) -> Vec<usize> {
    let mut areas = themes.iter().filter(|group| group.key.is_some());
    let (Some(first), true) = (areas.next(), themes.len() > 1) else { return Vec::new() };
    let rest: Vec<&AfterGroup> = areas.collect();
    first.entries.iter().filter(|place| rest.iter().all(|group| group.entries.contains(place))).copied().collect()
}

/// What is known and not of one area, where something of it was left open.
fn area_answer(
    group: &AfterGroup,
    general: &[usize],
    set: &AfterSet,
    names: Names<'_>,
    index: &Index,
) -> Option<AreaAnswer> {
    let words = names.words;
    let mut open = AfterPart::default();
    let mut places: Vec<usize> = group.entries.iter().filter(|place| !general.contains(place)).copied().collect();
    for (after, part) in &group.parts {
        let rows: BTreeSet<usize> = part.rows.iter().copied().collect();
        for told in set.projects.iter().filter(|told| !told.own.is_empty() && rows.contains(&told.row)) {
            places.extend(told.own.iter().filter(|place| !places.contains(place)).copied().collect::<Vec<_>>());
        }
        if matches!(after, After::NewInArea | After::Unknown) {
            open.rows.extend(&part.rows);
            open.amount = open.amount.map_or(part.amount, |sum| Some(sum + part.amount.unwrap_or(0)));
        }
    }
    if open.rows.is_empty() && places.is_empty() {
        return None;
    }
    let projects: Vec<Found<'_>> = open.rows.iter().filter_map(|row| names.portfolio.projects.get(*row)).collect();
    let called = projects.iter().take(NAMED).map(|project| names.project_short(project)).collect();
    let (_, told) = counted(&open, names, index);
    let args = [("counted", told.into()), ("list", listed(called, projects.len(), words).into())];
    let field = By::Theme.field();
    Some(AreaAnswer {
        title: group.key.as_deref().map_or_else(|| names.missing(field), |key| names.key(field, key)),
        known: entries(&places, names),
        not_known: Some(if projects.is_empty() {
            words.t("after-all-answered")
        } else {
            words.tf("after-not-known", &args)
        }),
        ask: whom_to_ask(&projects, names),
    })
}

fn whom_to_ask(projects: &[Found<'_>], names: Names<'_>) -> Vec<String> {
    let words = names.words;
    let (mut doing, mut counterparts) = (Few::default(), Few::default());
    for project in projects {
        for id in project.organizations_as(Role::Implementing) {
            doing.add(id, || names.organization(id));
        }
        let counterpart = project.counterpart.show(words.lang());
        if !counterpart.is_empty() {
            counterparts.add(counterpart, || counterpart.to_owned());
        }
    }
    let line = |key: &str, few: Few<'_>| {
        (!few.all.is_empty()).then(|| words.tf(key, &[("list", listed(few.first, few.all.len(), words).into())]))
    };
    let asked = [line("after-ask-implementers", doing), line("after-ask-counterparts", counterparts)];
    let asked: Vec<String> = asked.into_iter().flatten().collect();
    if asked.is_empty() && !projects.is_empty() { vec![words.t("after-ask-nobody")] } else { asked }
}

/// The first of many names, each once, and how many there are.
#[derive(Default)]
struct Few<'a> {
    first: Vec<String>,
    all: BTreeSet<&'a str>,
}

impl<'a> Few<'a> {
    fn add(&mut self, key: &'a str, name: impl FnOnce() -> String) {
        if self.all.insert(key) && self.first.len() < NAMED {
            self.first.push(name());
        }
    }
}

/// These names, and how many more there are: nobody reads a sentence of thousands.
fn listed(mut first: Vec<String>, all: usize, words: &Words) -> String {
    let rest = all.saturating_sub(first.len());
    if rest > 0 {
        first.push(words.tf("report-more-projects", &[("n", rest.into())]));
    }
    first.join("; ")
}
