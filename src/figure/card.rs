//! The card of a figure, as data: what it is, how it was made, the records behind it, who says so, who says otherwise,
//! what it lacks and what it does not prove. A figure is copied with all of it. Knows no egui.

use std::borrow::Cow;

mod headline;
mod of;
mod questions;
mod reported;
mod set;

pub use headline::headline_card;
pub use of::{CardOf, Scene, card_of};
pub use questions::{bridge_card, continuity_card, cut_card, event_card, marks};
pub use reported::{endings_card, measure, period, reported_card, which_card};
pub use set::{assigned_card, group_card, multi_card, total_card};

use super::facts::{SourceLine, Telling, Told, exact_money, figure_millions};
use super::names::Names;
use crate::model::{EndingKind, Measured, ReportedTotal};
use crate::query::{Filter, Index};

/// A card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What the figure is.
    pub title: String,
    /// The figure: "152.65 mdd"; empty where the card answers in words.
    pub value: String,
    /// With the unit in words: "152.65 millones de dólares (152,650,000 dólares)".
    pub unit: String,
    /// What is to be said first.
    pub lead: Vec<String>,
    /// Parts that sum to the figure, or what is told of it.
    pub parts: Vec<CardPart>,
    /// What stands above the parts, where something has to.
    pub parts_title: Option<String>,
    /// How it was made.
    pub how: Vec<String>,
    /// What stands above it, where it tells something else.
    pub how_title: Option<String>,
    /// What stands above the records.
    pub records_title: String,
    /// The records behind it; those with an amount sum to the figure.
    pub records: Vec<CardRecord>,
    /// Whether the records' amounts are shown.
    pub with_amounts: bool,
    /// The sum below the records.
    pub sum: Option<i128>,
    /// What sources say of it, side by side.
    pub tellings: Vec<Telling>,
    /// What it lacks.
    pub lacks: Vec<String>,
    /// What it does not prove.
    pub proves_not: Vec<String>,
    /// Who says so.
    pub sources: Vec<SourceLine>,
    /// For people who check.
    pub notes: Option<Told>,
}

/// A part of a figure, or something told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardPart {
    /// What it is.
    pub label: String,
    /// How much, or what.
    pub value: String,
    /// The same as it is spoken.
    pub spoken: String,
    /// The ending that it stands for: how it is filled where it is drawn.
    pub ending: Option<EndingKind>,
    /// Whether the value is a figure, which stands at the right.
    pub figure: bool,
}

impl CardPart {
    /// Something told in words.
    pub(super) fn told(label: String, value: String) -> Self {
        Self { spoken: value.clone(), label, value, ending: None, figure: false }
    }
}

/// A record behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardRecord {
    /// Its row in the portfolio.
    pub row: usize,
    /// Its part of the figure; `None` where nobody published an amount.
    pub value: Option<i128>,
    /// Its whole amount, where only a part of it belongs to the figure.
    pub whole: Option<i128>,
}

impl CardRecord {
    /// "10.00 mdd", "6.50 mdd de 13.00", "no publicado"; on screen or spoken.
    pub fn figure(&self, names: Names<'_>, spoken: bool) -> String {
        let say = |value: i128| if spoken { names.millions_spoken(value) } else { names.millions(value) };
        match (self.value, self.whole) {
            (Some(value), Some(whole)) if whole != value => {
                let args = [("part", say(value).into()), ("whole", names.words.millions(whole).into())];
                names.words.tf("card-part-of", &args)
            }
            (Some(value), _) => say(value),
            (None, _) => names.words.t("missing-short"),
        }
    }
}

impl Card {
    /// Puts value and unit of this many hundredths of the portfolio's currency.
    pub(super) fn with_value(mut self, value: i128, names: Names<'_>) -> Self {
        self.value = names.millions(value);
        let exact = exact_money(value, names.portfolio.currency(), names);
        let args = [("spoken", names.millions_spoken(value).into()), ("exact", exact.into())];
        self.unit = names.words.tf("card-unit", &args);
        self
    }

    /// The figure with all that belongs to it, as a text: what somebody can paste and still prove.
    pub fn copied(&self, filter: &Filter, names: Names<'_>) -> String {
        let words = names.words;
        let mut text = self.figure_text();
        text.push('.');
        for sentence in &self.lead {
            add(&mut text, sentence);
        }
        list(&mut text, self.parts.iter().map(|part| format!("{}: {}", part.label, part.spoken)), "- ");
        // What has a title of its own is a list too; how a figure was made is told in sentences.
        if self.how_title.is_some() {
            list(&mut text, self.how.iter().cloned(), "- ");
        } else {
            for sentence in &self.how {
                add(&mut text, sentence);
            }
        }
        if !self.tellings.is_empty() {
            let told: Vec<_> =
                self.tellings.iter().map(|told| format!("{}: {}", told.spoken, told.who.join("; "))).collect();
            add(&mut text, &told.join(" / "));
        }
        if !self.lacks.is_empty() {
            add(&mut text, &words.tf("card-copy-lacks", &[("what", joined(&self.lacks).into())]));
        }
        if !self.proves_not.is_empty() {
            add(&mut text, &words.tf("card-copy-not", &[("what", joined(&self.proves_not).into())]));
        }
        if !self.sources.is_empty() {
            // With title and address: a reader of the article can look it up.
            let told = self.sources.iter().map(|source| match &source.url {
                Some(url) => format!("{}, {url}", source.whole()),
                None => source.whole(),
            });
            list(&mut text, std::iter::once(words.t("card-copy-sources-title")), "");
            list(&mut text, told, "- ");
        }
        if !filter.is_empty() {
            add(&mut text, &words.tf("copy-filter", &[("filter", filter.to_string().into())]));
        }
        add(&mut text, &names.version());
        text
    }

    /// The figure in a sentence, with what is to be said first.
    pub fn sentence(&self) -> String {
        let mut text = self.figure_text();
        text.push('.');
        for lead in &self.lead {
            add(&mut text, lead);
        }
        text
    }

    fn figure_text(&self) -> String {
        let figure = if self.unit.is_empty() { &self.value } else { &self.unit };
        if figure.is_empty() { self.title.clone() } else { format!("{}: {figure}", self.title) }
    }
}

/// Adds lines of their own.
fn list(text: &mut String, items: impl Iterator<Item = String>, mark: &str) {
    let before = text.len();
    for item in items {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(mark);
        text.push_str(&item);
    }
    if text.len() > before {
        text.push('\n');
    }
}

/// Sentences as parts of one: without the stops between them.
fn joined(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| sentence.trim_end_matches('.')).collect::<Vec<_>>().join("; ")
}

/// Adds a sentence, with a capital and ended by one full stop.
fn add(text: &mut String, sentence: &str) {
    let mut letters = sentence.chars();
    let Some(first) = letters.next() else { return };
    if !text.ends_with('\n') {
        text.push(' ');
    }
    text.extend(first.to_uppercase());
    text.push_str(letters.as_str());
    if !sentence.ends_with(['.', '?', '!', '…']) {
        text.push('.');
    }
}

/// What was reported, in short: "21 asistencias · 207.00 mdd".
pub fn reported_value(total: &ReportedTotal, names: Names<'_>) -> String {
    reported_parts(total, names).join(" · ")
}

/// The same within a sentence: "21 asistencias y 207.00 mdd".
pub fn reported_words(total: &ReportedTotal, names: Names<'_>) -> String {
    names.words.list(&reported_parts(total, names))
}

/// How many of what: only what is measured as assistance is called so.
fn counted(total: &ReportedTotal, count: u32, names: Names<'_>) -> String {
    let args = [("n", count.into())];
    if Measured::from_word(&total.measures) == Some(Measured::CancelledAssistance) {
        names.words.tf("card-assistances", &args)
    } else {
        names.words.tf("card-grants", &args)
    }
}

fn reported_parts(total: &ReportedTotal, names: Names<'_>) -> Vec<String> {
    let money = total
        .value
        .map(|value| figure_millions(value.0, total.currency.unwrap_or(names.portfolio.currency()), names, false));
    let count = total.count.map(|count| counted(total, count, names));
    count.into_iter().chain(money).collect()
}

/// The sources of the headline amounts of these rows, each once, with how many amounts rest on it.
fn headline_sources(rows: impl Iterator<Item = usize>, names: Names<'_>, index: &Index) -> Vec<SourceLine> {
    let mut seen: Vec<(Cow<'_, str>, usize)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for id in rows.filter_map(|row| index.teller(row, names.portfolio)) {
        let place = *places.entry(id.clone()).or_insert(seen.len());
        match seen.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => seen.push((id, 1)),
        }
    }
    let line = |(id, count): (Cow<'_, str>, usize)| {
        let mut line = SourceLine::of(&id, names);
        line.rests.push(names.words.tf("card-source-amounts", &[("n", count.into())]));
        line
    };
    seen.into_iter().map(line).collect()
}
