//! One activity as a project: which element becomes which field, and what is noted because it becomes none.

use super::codes::{DateType, date_type, status};
use super::element::Element;
use super::gathered::{Gathered, in_both, slug};
use super::money::{Common, amounts};
use super::own;
use super::people::{day_of, documents, is_stand_in, participations, reporter};
use super::places::{countries, states};
use super::themes::{ThemeMap, themes};
use crate::format::brought::Loss;
use crate::model::{Currency, Lang, PartialDate, Project, Status};

/// Elements of an activity that become fields.
const READ: [&str; 17] = [
    "iati-identifier",
    "reporting-org",
    "title",
    "description",
    "participating-org",
    "other-identifier",
    "activity-status",
    "activity-date",
    "recipient-country",
    "recipient-region",
    "location",
    "sector",
    "budget",
    "transaction",
    "document-link",
    "activity-website",
    RECORD,
];
/// The element that holds what IATI has no place for.
const RECORD: &str = "{urn:atalaya:1}record";

/// What holds of all elements of an activity.
pub(super) struct Scene<'a> {
    /// The language of texts that name none.
    pub lang: Option<&'a str>,
    /// The currency of values that name none.
    pub currency: Option<Currency>,
    /// The day of the file.
    pub generated: Option<PartialDate>,
}

impl<'a> Scene<'a> {
    fn of(activity: &'a Element, root: &'a Element, gathered: &mut Gathered) -> Self {
        let mut scene = Self {
            lang: activity.attribute("xml:lang").or_else(|| root.attribute("xml:lang")),
            currency: None,
            generated: day_of(root.attribute("generated-datetime")),
        };
        let code = activity.attribute("default-currency");
        scene.currency = code.and_then(|code| gathered.currency(code, activity.line));
        scene
    }
}

/// The project that an activity is.
pub(super) fn project(activity: &Element, root: &Element, map: &ThemeMap, gathered: &mut Gathered) -> Project {
    gathered.entries += 1;
    let scene = Scene::of(activity, root, gathered);
    let record = activity.child(RECORD);
    *gathered.langs.entry(scene.lang.unwrap_or("").to_owned()).or_default() += 1;
    let (id, agreement_number) = identifiers(activity, record.is_some(), gathered);
    let mut project = Project { id, agreement_number, ..Project::default() };
    texts(activity, &scene, &mut project, gathered);
    dates(activity, &mut project, gathered);
    (project.status, project.status_as_of) = stated_status(activity, gathered);
    (project.countries, project.scope) = countries(activity, &scene, gathered);
    unread(activity, gathered);
    // What other programs are told of it in the terms of IATI, our record says as it is.
    let Some(mut completed) = record.and_then(|record| own::completed(&project, record, gathered)) else {
        shared(activity, &scene, map, &mut project, gathered);
        return project;
    };
    gathered.understood("atalaya:record", "projects", &project.id);
    if completed.id != project.id {
        completed.id = gathered.own_id(&completed.id, activity.line);
    }
    completed
}

/// The fields that refer to records which activities share.
fn shared(activity: &Element, scene: &Scene<'_>, map: &ThemeMap, project: &mut Project, gathered: &mut Gathered) {
    project.organizations = participations(activity, scene, gathered);
    let source = reporter(activity, &project.organizations, scene, gathered);
    if source.is_none() && activity.child("reporting-org").is_none() {
        gathered.losses.note("reporting-org", Loss::Missing, activity.line, &project.id);
    }
    project.states = states(activity, gathered);
    (project.themes, project.topics) = themes(activity, map, scene.lang, gathered);
    let common = Common { scope: project.scope, source: source.clone() };
    project.amounts = amounts(activity, scene, &common, gathered);
    let documents = documents(activity, &project.name, source.as_deref(), scene, gathered);
    project.sources = source.into_iter().chain(documents).collect();
}

/// The id of an activity, and the number of its agreement: the reporter's own number (other identifier A1; before
/// version 2 any), else the identifier.
fn identifiers(activity: &Element, is_ours: bool, gathered: &mut Gathered) -> (String, Option<String>) {
    let identifier = activity.child("iati-identifier").and_then(Element::words);
    let identifier = identifier.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let others: Vec<(&Element, &str)> = activity
        .all("other-identifier")
        .filter_map(|other| Some((other, other.attribute("ref").or_else(|| other.words())?)))
        .collect();
    let is_number = |other: &Element| matches!(other.attribute("type"), Some("A1") | None);
    let number = others.iter().find(|(other, _)| is_number(other)).map(|(_, number)| (*number).to_owned());
    for (other, written) in others.iter().filter(|(_, written)| !is_ours && Some(*written) != number.as_deref()) {
        gathered.losses.note("other-identifier", Loss::NoPlace, other.line, written);
    }
    if let Some(identifier) = &identifier {
        gathered.understood("iati-identifier", "id", identifier);
    } else {
        gathered.losses.note("iati-identifier", Loss::Missing, activity.line, number.as_deref().unwrap_or(""));
    }
    if let Some(number) = &number {
        gathered.understood("other-identifier", "agreement_number", number);
    }
    let stand_in = || {
        let title = activity.child("title").map(Element::narratives).unwrap_or_default();
        title.first().map(|(_, title)| slug(title)).filter(|slug| !slug.is_empty())
    };
    let wanted = identifier.clone().or_else(|| number.clone()).or_else(stand_in);
    let wanted = wanted.unwrap_or_else(|| format!("activity-{}", gathered.entries));
    let agreement = if is_ours { number } else { number.or(identifier) };
    (gathered.own_id(&wanted, activity.line), agreement)
}

fn texts(activity: &Element, scene: &Scene<'_>, project: &mut Project, gathered: &mut Gathered) {
    let titles: Vec<_> = activity.all("title").flat_map(Element::narratives).collect();
    let line = activity.child("title").map_or(activity.line, |title| title.line);
    project.name = gathered.bilingual("title", line, &titles, scene.lang);
    let name = project.name.texts().next().map(str::to_owned);
    match name {
        Some(name) => gathered.understood("title", "name", &name),
        None if activity.child(RECORD).is_some() => {}
        None => {
            gathered.losses.note("title", Loss::Missing, line, &project.id);
            project.name = in_both(&project.id);
        }
    }
    // General, objectives, target groups: each a paragraph in its language. Before version 2 there is one for each.
    let mut summary: Vec<(Option<&str>, String)> = Vec::new();
    for (lang, text) in activity.all("description").flat_map(Element::narratives) {
        let lang = lang.or(scene.lang);
        let ours = |lang: Option<&str>| lang.map_or(Some(Lang::En), Lang::from_code);
        let same = |other: Option<&str>| other == lang || ours(lang).is_some() && ours(other) == ours(lang);
        gathered.understood("description", "summary", text);
        match summary.iter_mut().find(|(other, _)| same(*other)) {
            Some((_, whole)) if whole.split("\n\n").all(|paragraph| paragraph != text) => {
                whole.push_str("\n\n");
                whole.push_str(text);
            }
            Some(_) => {}
            None => summary.push((lang, text.to_owned())),
        }
    }
    let line = activity.child("description").map_or(activity.line, |description| description.line);
    let summary: Vec<_> = summary.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    project.summary = gathered.bilingual("description", line, &summary, scene.lang);
}

fn dates(activity: &Element, project: &mut Project, gathered: &mut Gathered) {
    let mut planned_start = None;
    for element in activity.all("activity-date").filter(|element| !is_stand_in(element)) {
        let written = element.attribute("type");
        let Some(kind) = written.and_then(date_type) else {
            let why = if written.is_some() { Loss::UnknownCode } else { Loss::Missing };
            let example = format!("{} · {}", written.unwrap_or(""), element.date_text());
            gathered.losses.note("activity-date@type", why, element.line, &example);
            continue;
        };
        let Some(date) = gathered.date(element, "activity-date") else { continue };
        let (slot, field) = match kind {
            DateType::PlannedStart => (&mut planned_start, "start"),
            DateType::ActualStart => (&mut project.start, "start"),
            DateType::PlannedEnd => (&mut project.planned_end, "planned_end"),
            DateType::ActualEnd => (&mut project.actual_end, "actual_end"),
        };
        match slot {
            Some(first) if *first != date => {
                gathered.losses.note("activity-date", Loss::NoPlace, element.line, &date.to_string());
            }
            _ => *slot = Some(date),
        }
        gathered.understood("activity-date", field, &date.to_string());
    }
    match (project.start, planned_start) {
        (None, planned) => project.start = planned,
        (Some(actual), Some(planned)) if actual != planned => {
            gathered.losses.note("activity-date@type=1", Loss::NoPlace, activity.line, &planned.to_string());
        }
        _ => {}
    }
}

/// The status, and the day that the activity was changed last.
fn stated_status(activity: &Element, gathered: &mut Gathered) -> (Option<Status>, Option<PartialDate>) {
    let changed = day_of(activity.attribute("last-updated-datetime"));
    gathered.updated = gathered.updated.max(changed);
    let element = activity.child("activity-status").filter(|element| !is_stand_in(element));
    let Some((element, code)) = element.and_then(|element| Some((element, element.code()?))) else {
        return (None, None);
    };
    let Some((status, is_exact)) = status(code) else {
        gathered.losses.note("activity-status@code", Loss::UnknownCode, element.line, code);
        return (None, None);
    };
    if !is_exact {
        gathered.losses.note("activity-status@code", Loss::NoPlace, element.line, code);
    }
    gathered.understood("activity-status", "status", code);
    (Some(status), changed)
}

/// Notes what becomes nothing: attributes and elements that are not read, of the standard or not.
fn unread(activity: &Element, gathered: &mut Gathered) {
    let known = ["xml:lang", "default-currency", "last-updated-datetime"];
    for (name, value) in &activity.attributes {
        if !known.contains(&name.as_str()) && !value.trim().is_empty() {
            gathered.losses.note(&format!("iati-activity@{name}"), Loss::NoPlace, activity.line, value);
        }
    }
    let is_ours = activity.child(RECORD).is_some();
    for child in &activity.children {
        let name = child.name.as_str();
        // Topics and such go as tags, so that other programs see them.
        let is_told = is_ours && name == "tag";
        if !is_told && !READ.contains(&name) {
            gathered.no_place(name, child);
        }
    }
}
