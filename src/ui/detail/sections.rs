//! The sections of a project's details below its head.

use eframe::egui::{TextStyle, Ui, accesskit};

use super::parts::{LinkLine, fact, paragraph, rests_on, section, source_link, source_row, told, wrapped_link};
use super::{amounts, project};
use crate::figure::facts::{ContinuityFacts, ProjectFacts};
use crate::session::{Command, Selected, Session};
use crate::ui::{kit, notes};

/// Draws them all.
pub fn show(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    notes::of_project(ui, &facts.id, session, out);
    ending(ui, facts, session, out);
    amounts::show(ui, facts, session, out);
    place(ui, facts, session);
    who(ui, facts, session);
    about(ui, facts, session);
    after(ui, facts, session, out);
    events(ui, facts, session, out);
    sources(ui, facts, session, out);
    if let Some(notes) = &facts.notes {
        section(ui, &session.words.t("detail-notes-title"));
        told(ui, notes, TextStyle::Small);
    }
}

fn ending(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    section(ui, &words.t("detail-ending-title"));
    project::sentences(ui, &facts.ending.sentences);
    if let Some(text) = &facts.ending.without_sources {
        kit::small(ui, text);
        return;
    }
    rests_on(ui, words);
    ui.push_id("ending sources", |ui| {
        for line in &facts.ending.sources {
            source_link(ui, line, "", words, out);
        }
    });
}

fn place(ui: &mut Ui, facts: &ProjectFacts, session: &Session) {
    let words = &session.words;
    section(ui, &words.t("detail-where-title"));
    match &facts.states {
        Some(states) => drop(paragraph(ui, states)),
        None => drop(kit::soft(ui, words.t("detail-no-states"))),
    }
    if let Some(countries) = &facts.countries {
        paragraph(ui, countries);
    }
}

fn who(ui: &mut Ui, facts: &ProjectFacts, session: &Session) {
    let words = &session.words;
    section(ui, &words.t("detail-who-title"));
    if facts.roles.is_empty() {
        kit::soft(ui, words.t("missing-implementer"));
    }
    for line in &facts.roles {
        fact(ui, &line.role, &line.who.join("\n"));
    }
}

fn about(ui: &mut Ui, facts: &ProjectFacts, session: &Session) {
    let words = &session.words;
    section(ui, &words.t("detail-about-title"));
    for (title, value) in &facts.about {
        fact(ui, title, value);
    }
    section(ui, &words.t("detail-dates-title"));
    for (title, value) in &facts.dates {
        fact(ui, title, value);
    }
}

fn after(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    section(ui, &words.t("detail-after-title"));
    if let Some(remained) = &facts.remained {
        told(ui, remained, TextStyle::Body);
    }
    for (place, entry) in facts.continuity.iter().enumerate() {
        ui.push_id(("after", place), |ui| continuity(ui, entry, false, session, out));
    }
    if facts.remained.is_none() && facts.continuity.is_empty() {
        kit::soft(ui, words.t("detail-after-nothing"));
    }
    if !facts.continuity_of_themes.is_empty() {
        ui.add_space(6.0);
        kit::caption(ui, &words.t("detail-after-themes"));
        for (place, entry) in facts.continuity_of_themes.iter().enumerate() {
            ui.push_id(("of themes", place), |ui| continuity(ui, entry, true, session, out));
        }
    }
}

/// What is known of after; softer where it does not name the project.
fn continuity(ui: &mut Ui, entry: &ContinuityFacts, softly: bool, session: &Session, out: &mut Vec<Command>) {
    if softly {
        kit::soft(ui, &entry.about);
        kit::small(ui, &entry.state);
    } else {
        paragraph(ui, &entry.state);
    }
    if let Some(by) = &entry.by {
        if softly {
            kit::small(ui, by)
        } else {
            paragraph(ui, by)
        };
    }
    if let Some(note) = &entry.note {
        if softly {
            kit::small(ui, note.spoken())
        } else {
            told(ui, note, TextStyle::Body)
        };
    }
    for line in &entry.sources {
        source_link(ui, line, "", &session.words, out);
    }
    ui.add_space(4.0);
}

fn events(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    section(ui, &words.t("detail-events-title"));
    if facts.events.is_empty() {
        kit::soft(ui, words.t("detail-no-events"));
    }
    let width = ui.available_width();
    for event in &facts.events {
        let args = [("date", event.date.as_str().into()), ("title", event.title.as_str().into())];
        let name = words.tf("detail-event-name", &args);
        let role = accesskit::Role::Button;
        let line = LinkLine { lead: &event.date, text: &event.title, note: "", name: &name, role };
        let link = ui.push_id(("event", &event.id), |ui| wrapped_link(ui, &line, width)).inner;
        if link.clicked() {
            out.push(Command::Select(Some(Selected::Event(event.id.clone()))));
        }
    }
}

fn sources(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    section(ui, &words.t("detail-sources-title"));
    if facts.sources.is_empty() {
        kit::soft(ui, words.t("detail-no-sources"));
        return;
    }
    kit::small(ui, words.t("detail-sources-note"));
    for (place, line) in facts.sources.iter().enumerate() {
        source_row(ui, Some(place + 1), line, words, out);
    }
}
