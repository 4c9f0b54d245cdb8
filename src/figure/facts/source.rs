//! All that is known of a source, and what rests on it.

use super::uses::Uses;
use super::{Told, figure_millions, lang_mark};
use crate::figure::Names;
use crate::model::Source;

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFacts {
    /// Its title, in its own language.
    pub title: String,
    /// "en inglés", where that is not the window's language.
    pub mark: Option<String>,
    /// What is told of it: publisher, kind, published, consulted.
    pub facts: Vec<(String, String)>,
    /// The address.
    pub url: Option<String>,
    /// The address of a copy that is kept.
    pub archived: Option<String>,
    /// The passage that says it, in its own language.
    pub excerpt: Option<Told>,
    /// What rests on it.
    pub rests: Vec<RestGroup>,
    /// How many projects lean on it.
    pub projects: usize,
}

/// Things of one kind that rest on a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestGroup {
    /// "Montos".
    pub title: String,
    /// Which.
    pub items: Vec<RestItem>,
}

/// Something that rests on a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestItem {
    /// What it is called.
    pub text: String,
    /// What stands softly behind it: an amount, a date.
    pub note: String,
    /// Where a click goes.
    pub goes: Goes,
}

/// Where a click on something goes; each holds an id.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Goes {
    Project(String),
    Event(String),
    Total(String),
    Nowhere,
}

/// All that is known of a source.
pub fn source_facts(source: &Source, uses: &Uses, names: Names<'_>) -> SourceFacts {
    let words = names.words;
    let undated = || words.t("missing-date");
    let date = |date: Option<crate::model::PartialDate>| date.map_or_else(undated, |date| words.date(date));
    let facts = vec![
        (words.t("detail-publisher"), source.publisher.clone()),
        (words.t("detail-publisher-kind"), words.t(source.kind.message())),
        (words.t("detail-published"), date(source.published)),
        (words.t("detail-consulted"), date(source.consulted)),
    ];
    SourceFacts {
        title: source.title.clone(),
        mark: source.language.and_then(|lang| lang_mark(lang, words)),
        facts,
        url: source.url.clone(),
        archived: source.archived_url.clone(),
        excerpt: source
            .excerpt
            .as_ref()
            .map(|text| Told::in_lang(text, source.language.unwrap_or(words.lang()), words)),
        rests: rests(uses, names),
        projects: uses.projects().len(),
    }
}

fn rests(uses: &Uses, names: Names<'_>) -> Vec<RestGroup> {
    let words = names.words;
    let groups = [
        (words.t("detail-rests-amounts"), amounts(uses, names)),
        (words.t("detail-rests-endings"), projects(&uses.endings, names)),
        (words.t("detail-rests-records"), projects(&uses.records, names)),
        (words.t("detail-rests-events"), events(uses, names)),
        (words.t("detail-rests-totals"), totals(uses, names)),
        (words.t("detail-rests-continuity"), continuity(uses, names)),
        (words.t("detail-rests-cutoff"), cutoff(uses, names)),
    ];
    let full = groups.into_iter().filter(|(_, items)| !items.is_empty());
    full.map(|(title, items)| RestGroup { title, items }).collect()
}

fn amounts(uses: &Uses, names: Names<'_>) -> Vec<RestItem> {
    let amount = |(project, at): &(usize, usize)| {
        let project = names.portfolio.projects.get(*project)?;
        let amount = project.amounts.get(*at)?;
        let currency = amount.currency.unwrap_or(names.portfolio.currency());
        let money = figure_millions(amount.value.0, currency, names, false);
        Some(RestItem {
            text: names.project(&project).text,
            note: format!("{money}, {}", names.words.t(amount.kind.message())),
            goes: Goes::Project(project.id.clone()),
        })
    };
    uses.amounts.iter().filter_map(amount).collect()
}

fn projects(places: &[usize], names: Names<'_>) -> Vec<RestItem> {
    let found = places.iter().filter_map(|place| names.portfolio.projects.get(*place));
    let item = |project: crate::model::Found<'_>| RestItem {
        text: names.project(&project).text,
        note: String::new(),
        goes: Goes::Project(project.id.clone()),
    };
    found.map(item).collect()
}

fn events(uses: &Uses, names: Names<'_>) -> Vec<RestItem> {
    let found = uses.events.iter().filter_map(|place| names.portfolio.events.get(*place));
    let item = |event: &crate::model::Event| RestItem {
        text: names.event(event),
        note: names.words.date(event.date),
        goes: Goes::Event(event.id.clone()),
    };
    found.map(item).collect()
}

fn totals(uses: &Uses, names: Names<'_>) -> Vec<RestItem> {
    let found = uses.totals.iter().filter_map(|place| names.portfolio.reported_totals.get(*place));
    let item = |total: &crate::model::ReportedTotal| RestItem {
        text: names.reported_by(total),
        note: crate::figure::card::reported_value(total, names),
        goes: Goes::Total(total.id.clone()),
    };
    found.map(item).collect()
}

fn continuity(uses: &Uses, names: Names<'_>) -> Vec<RestItem> {
    let found = uses.continuity.iter().filter_map(|place| names.portfolio.continuity.get(*place));
    let item = |entry: &crate::model::Continuity| RestItem {
        text: entry.about.show(names.words.lang()).to_owned(),
        note: String::new(),
        goes: entry.projects.first().map_or(Goes::Nowhere, |id| Goes::Project(id.clone())),
    };
    found.map(item).collect()
}

fn cutoff(uses: &Uses, names: Names<'_>) -> Vec<RestItem> {
    let cutoff = names.portfolio.header.cutoff.as_ref().filter(|_| uses.cutoff);
    let item = |cutoff: &crate::model::Cutoff| RestItem {
        text: cutoff.label.show(names.words.lang()).to_owned(),
        note: names.words.date(cutoff.date),
        goes: Goes::Nowhere,
    };
    cutoff.map(item).into_iter().collect()
}
