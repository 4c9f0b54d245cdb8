//! All that is known of a project.

use super::{
    AmountLine, BigFigure, EndingFacts, PlanBar, SourceLine, Telling, Told, ahead_figure, amount_lines, amount_under,
    capitalized, ending_facts, figure_millions, plan_bar, rule_words, tellings,
};
use crate::figure::Names;
use crate::model::{Continuity, Headline, PartialDate, Project, Role, Scope, negative_award};

/// A project.
#[derive(Clone, Debug)]
pub struct ProjectFacts {
    /// Its id.
    pub id: String,
    /// Places and names of its themes.
    pub themes: Vec<(usize, String)>,
    /// That the money is divided among them by us.
    pub split: Option<String>,
    /// Its whole name, with the language where that is not the window's.
    pub name: Told,
    /// That the name is our translation.
    pub name_ours: Option<String>,
    /// The official name in the other language, where ours is a translation.
    pub official: Option<Told>,
    /// Acronym and who carries it out.
    pub byline: String,
    /// The headline amount.
    pub amount: BigFigure,
    /// Whether there is a headline, which has a card.
    pub has_headline: bool,
    /// What lay ahead, or the end.
    pub time: BigFigure,
    /// The little timeline.
    pub bar: Option<PlanBar>,
    /// What stands where there is no timeline.
    pub no_bar: String,
    /// What it was for.
    pub summary: Option<Told>,
    /// How it ended.
    pub ending: EndingFacts,
    /// Every amount.
    pub amounts: Vec<AmountLine>,
    /// Which clause of the rule speaks.
    pub rule: Option<String>,
    /// What sources say where they disagree, side by side.
    pub disputed: Vec<Telling>,
    /// The states; `None` is "not published".
    pub states: Option<String>,
    /// The countries, where they are several.
    pub countries: Option<String>,
    /// Organisations by role.
    pub roles: Vec<RoleLine>,
    /// What it is about and with whom: titles with values.
    pub about: Vec<(String, String)>,
    /// Dates with how exact they are.
    pub dates: Vec<(String, String)>,
    /// What a source says of what remained.
    pub remained: Option<Told>,
    /// What is known of after, by entries that name the project.
    pub continuity: Vec<ContinuityFacts>,
    /// The same by entries of its themes that do not name it.
    pub continuity_of_themes: Vec<ContinuityFacts>,
    /// Its events, in time.
    pub events: Vec<EventLine>,
    /// Every source, with what rests on it here.
    pub sources: Vec<SourceLine>,
    /// For people who check.
    pub notes: Option<Told>,
}

/// The organisations in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleLine {
    /// "financia".
    pub role: String,
    /// Who, and what the source wrote where that says more.
    pub who: Vec<String>,
}

/// What is known of after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContinuityFacts {
    /// What it is about.
    pub about: String,
    /// What is known.
    pub state: String,
    /// By whom and since when.
    pub by: Option<String>,
    /// In words.
    pub note: Option<Told>,
    /// Who says so.
    pub sources: Vec<SourceLine>,
}

/// An event of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLine {
    /// Its id.
    pub id: String,
    /// When.
    pub date: String,
    /// Title.
    pub title: String,
}

/// All that is known of a project.
pub fn project_facts(project: &Project, names: Names<'_>) -> ProjectFacts {
    let (words, portfolio) = (names.words, names.portfolio);
    let headline = names.headline(project);
    let headline = headline.as_ref();
    let name = names.project(project);
    let theme = |id: &str| (portfolio.themes.position(id).unwrap_or(0), names.theme(id));
    let disputed = headline.filter(|headline| headline.is_disputed());
    let (own, of_themes) = continuity(project, names);
    ProjectFacts {
        id: project.id.clone(),
        themes: project.themes.iter().map(|share| theme(&share.theme)).collect(),
        split: project.is_split_by_us().then(|| words.t("detail-split")),
        name_ours: name.ours.then(|| words.t("detail-name-ours")),
        name: Told::in_lang(&name.text, name.lang, words),
        official: (names.project_official(project).filter(|_| name.ours))
            .map(|(text, lang)| Told::in_lang(text, lang, words)),
        byline: byline(project, names),
        amount: amount(project, headline, names),
        has_headline: headline.is_some(),
        time: ahead_figure(project, names),
        bar: plan_bar(project, names),
        no_bar: words.t("detail-no-bar"),
        summary: Told::of(&project.summary, words),
        ending: ending_facts(project, names),
        amounts: amount_lines(project, headline, names),
        rule: headline.map(|headline| rule_words(headline, names)),
        disputed: disputed.map(|headline| tellings(headline, names)).unwrap_or_default(),
        states: joined(project.states.iter().map(|id| names.place(id)).collect()),
        countries: (project.scope == Scope::MultiCountry || project.countries.len() > 1)
            .then(|| countries(project, names)),
        roles: roles(project, names),
        about: about(project, names),
        dates: dates(project, names),
        remained: Told::of(&project.continuity, words),
        continuity: own,
        continuity_of_themes: of_themes,
        events: events(project, names),
        sources: sources(project, names),
        notes: Told::of(&project.notes, words),
    }
}

fn joined(items: Vec<String>) -> Option<String> {
    (!items.is_empty()).then(|| items.join(" · "))
}

fn byline(project: &Project, names: Names<'_>) -> String {
    let who = names.implementers(project);
    let who = if who.is_empty() { names.words.t("missing-implementer") } else { who };
    match &project.acronym {
        Some(acronym) => format!("{acronym} · {who}"),
        None => who,
    }
}

fn amount(project: &Project, headline: Option<&Headline>, names: Names<'_>) -> BigFigure {
    let under = amount_under(project, headline, names);
    let figure = headline.map(|headline| (headline.figure.value, headline.figure.currency));
    let own = names.portfolio.currency();
    let negative = || negative_award(project).map(|amount| (amount.value.0, amount.currency.unwrap_or(own)));
    let figure = figure.or_else(negative);
    let say = |spoken| match figure {
        Some((value, currency)) => figure_millions(value, currency, names, spoken),
        None => names.words.t("missing-amount"),
    };
    BigFigure { value: say(false), spoken: format!("{}, {under}", say(true)), under }
}

fn countries(project: &Project, names: Names<'_>) -> String {
    let places: Vec<_> = project.countries.iter().map(|id| names.place(id)).collect();
    let list = names.words.list(&places);
    names.words.tf("detail-countries", &[("list", list.into()), ("country", names.country_within().into())])
}

fn roles(project: &Project, names: Names<'_>) -> Vec<RoleLine> {
    let words = names.words;
    let order = [Role::Funding, Role::Accountable, Role::Extending, Role::Implementing, Role::Partner];
    let of = |role: Role| {
        let parts = project.organizations.iter().filter(|part| part.role == role);
        let who: Vec<String> = parts
            .map(|part| {
                let name = names.organization(&part.organization);
                match &part.as_named {
                    Some(named) if *named != name => {
                        words.tf("detail-as-named", &[("name", name.into()), ("named", named.into())])
                    }
                    _ => name,
                }
            })
            .collect();
        (!who.is_empty()).then(|| RoleLine { role: capitalized(&words.t(role.message())), who })
    };
    order.into_iter().filter_map(of).collect()
}

fn about(project: &Project, names: Names<'_>) -> Vec<(String, String)> {
    let words = names.words;
    let list = |items: Vec<String>, missing: String| joined(items).unwrap_or(missing);
    let counterpart = Told::of(&project.counterpart, words).map(|told| told.spoken());
    vec![
        (
            words.t("detail-sectors"),
            list(project.sectors.iter().map(|id| names.sector(id)).collect(), words.t("detail-none-plural")),
        ),
        (
            words.t("detail-topics"),
            list(project.topics.iter().map(|id| names.topic(id)).collect(), words.t("detail-none-plural")),
        ),
        (
            words.t("detail-supports"),
            list(project.supports.iter().map(|id| names.support(id)).collect(), words.t("missing-short")),
        ),
        (words.t("detail-counterpart"), counterpart.unwrap_or_else(|| words.t("missing-short-f"))),
        (words.t("detail-agreement"), project.agreement_number.clone().unwrap_or_else(|| words.t("missing-short"))),
    ]
}

fn dates(project: &Project, names: Names<'_>) -> Vec<(String, String)> {
    let words = names.words;
    let exactly = |date: Option<PartialDate>| {
        let Some(date) = date else { return words.t("missing-short") };
        let said = words.date(date);
        match (date.month(), date.day()) {
            (None, _) => words.tf("detail-year-only", &[("date", said.into())]),
            (Some(_), None) => words.tf("detail-month-only", &[("date", said.into())]),
            _ => said,
        }
    };
    vec![
        (words.t("detail-start"), exactly(project.start)),
        (words.t("detail-planned-end"), exactly(project.planned_end)),
        (words.t("detail-actual-end-title"), exactly(project.actual_end)),
    ]
}

fn continuity(project: &Project, names: Names<'_>) -> (Vec<ContinuityFacts>, Vec<ContinuityFacts>) {
    let (mut own, mut of_themes) = (Vec::new(), Vec::new());
    for entry in &names.portfolio.continuity {
        if entry.projects.contains(&project.id) {
            own.push(continuity_facts(entry, names));
        } else if entry.projects.is_empty() && project.themes.iter().any(|theme| entry.themes.contains(&theme.theme)) {
            of_themes.push(continuity_facts(entry, names));
        }
    }
    (own, of_themes)
}

/// What an entry says.
pub(in crate::figure) fn continuity_facts(entry: &Continuity, names: Names<'_>) -> ContinuityFacts {
    let words = names.words;
    let by = Told::of(&entry.by, words).map(|told| told.spoken());
    let since = entry.since.map(|since| words.date(since));
    ContinuityFacts {
        about: entry.about.show(words.lang()).to_owned(),
        state: words.t(entry.state.message()),
        by: match (by, since) {
            (Some(by), Some(since)) => Some(words.tf("detail-by-since", &[("by", by.into()), ("since", since.into())])),
            (Some(by), None) => Some(words.tf("detail-by", &[("by", by.into())])),
            (None, Some(since)) => Some(words.tf("detail-since", &[("since", since.into())])),
            (None, None) => None,
        },
        note: Told::of(&entry.note, words),
        sources: SourceLine::all(&entry.sources, names),
    }
}

fn events(project: &Project, names: Names<'_>) -> Vec<EventLine> {
    let named = names.portfolio.events.iter().filter(|event| event.projects.contains(&project.id));
    let mut events: Vec<_> = named.collect();
    events.sort_by_key(|event| event.date);
    let line = |event: &crate::model::Event| EventLine {
        id: event.id.clone(),
        date: names.words.date(event.date),
        title: names.event(event),
    };
    events.into_iter().map(line).collect()
}

/// Every source with what rests on it here.
fn sources(project: &Project, names: Names<'_>) -> Vec<SourceLine> {
    let words = names.words;
    let line = |id: &str| {
        let mut line = SourceLine::of(id, names);
        if project.amounts.iter().any(|amount| amount.source.as_deref() == Some(id)) {
            line.rests.push(words.t("detail-rest-amount"));
        }
        if project.ending.sources.iter().any(|source| source == id) {
            line.rests.push(words.t("detail-rest-ending"));
        }
        if project.sources.iter().any(|source| source == id) {
            line.rests.push(words.t("detail-rest-record"));
        }
        line
    };
    project.all_sources().into_iter().map(line).collect()
}
