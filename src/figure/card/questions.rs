//! The cards of the open questions and of events: what a page of theirs says, with what it does not prove.

use super::set::not_the_list;
use super::{Card, CardPart, CardRecord, headline_sources};
use crate::figure::facts::{SourceLine, event_facts};
use crate::figure::{Names, aftermath, reconciliation, shortfall};
use crate::model::{Event, Mark, Notes, ReportedTotal};
use crate::query::{Answer, By, Index};

/// The bridge from the records to a reported total.
pub fn bridge_card(total: &ReportedTotal, answer: &Answer, notes: &Notes, names: Names<'_>, index: &Index) -> Card {
    let told = reconciliation(total, answer, notes, names, index);
    let mut card = Card { title: told.who, value: told.value, lead: told.about, ..Card::default() };
    card.sources.extend(told.source);
    match told.bridge {
        Err(refusal) => card.proves_not.push(refusal),
        Ok(bridge) => {
            card.lead.push(bridge.summary);
            card.proves_not = bridge.warnings;
            card.parts = bridge.steps.iter().map(|step| part(&step.label, &step.spoken)).collect();
            let rows = bridge.steps.iter().flat_map(|step| step.rows.iter().copied());
            card.sources.extend(headline_sources(rows, names, index));
        }
    }
    card.how.extend(marks(&total.id, notes, names, index));
    card
}

/// What the person marked beside a total, with the reason; a mark that changes nothing says so.
pub fn marks(total: &str, notes: &Notes, names: Names<'_>, index: &Index) -> Vec<String> {
    let told = |mark: &Mark| {
        let row = names.portfolio.projects.position(&mark.project);
        let Some(row) = row.and_then(|row| index.rows.get(row)) else {
            return names.words.tf("bridge-mark-gone", &[("project", mark.project.as_str().into())]);
        };
        let name = names.key(crate::query::Field::Id, &mark.project);
        let args = [("project", name.into()), ("reason", mark.reason.as_str().into())];
        let idle = row.headline.is_some() && row.counted().is_none();
        names.words.tf(
            match mark.counted {
                true if idle => "bridge-mark-idle",
                true => "bridge-mark-in",
                false => "bridge-mark-out",
            },
            &args,
        )
    };
    notes.marks.iter().filter(|mark| mark.total == total).map(told).collect()
}

/// What is spoken, without the name that it begins with.
fn part(label: &str, spoken: &str) -> CardPart {
    let value = spoken.strip_prefix(label).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(spoken);
    CardPart::told(label.to_owned(), value.to_owned())
}

/// What was cut short, in groups.
pub fn cut_card(answer: &Answer, by: By, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let told = shortfall(answer, by, names, index);
    let mut card = Card {
        title: words.t("question-cut-short"),
        lead: vec![told.reading, told.sentence],
        parts: told.groups.iter().map(|group| part(&group.label, &group.spoken)).collect(),
        how: told.strips.iter().map(|strip| strip.spoken.clone()).collect(),
        how_title: Some(words.t("cut-strips")),
        lacks: told.apart.iter().map(|(label, rows)| format!("{label} ({})", rows.len())).collect(),
        sources: headline_sources(told.strips.iter().map(|strip| strip.row), names, index),
        ..Card::default()
    };
    card.proves_not.extend(told.estimate);
    not_the_list(&mut card, names);
    card
}

/// What came after.
pub fn continuity_card(answer: &Answer, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let told = aftermath(answer, By::Theme, names, index);
    let mut sources: Vec<SourceLine> = Vec::new();
    for line in told.answer.iter().flat_map(|area| &area.known).flat_map(|entry| &entry.sources) {
        if !sources.iter().any(|known| known.id == line.id) {
            sources.push(line.clone());
        }
    }
    Card {
        title: words.t("question-continuity"),
        lead: vec![told.sentence],
        parts: told.parts.iter().map(|known| part(&known.label, &known.spoken)).collect(),
        how: told.areas.iter().map(|area| area.spoken.clone()).collect(),
        how_title: Some(words.t("after-by-areas")),
        proves_not: told.warning.into_iter().collect(),
        sources,
        ..Card::default()
    }
}

/// An event: what happened, and who says so.
pub fn event_card(event: &Event, names: Names<'_>) -> Card {
    let facts = event_facts(event, names);
    let rows = event.projects.iter().filter_map(|id| names.portfolio.projects.position(id));
    Card {
        title: facts.title.spoken(),
        value: facts.date,
        lead: [facts.summary.map(|told| told.spoken()), facts.last_action].into_iter().flatten().collect(),
        records: rows.map(|row| CardRecord { row, value: None, whole: None }).collect(),
        records_title: names.words.t("card-event-projects"),
        sources: facts.sources,
        notes: facts.notes,
        ..Card::default()
    }
}
