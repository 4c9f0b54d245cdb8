//! The details of an event.

use eframe::egui::{self, TextStyle, Ui, accesskit};

use super::parts::{LinkLine, cached, paragraph, section, source_row, told, wrapped_link};
use crate::figure::facts::event_facts;
use crate::model::Event;
use crate::session::{Command, Selected, Session};
use crate::ui::kit;

/// Draws the event.
pub fn show(ui: &mut Ui, event: &Event, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let key = (session.document.revision, words.lang(), event.id.clone());
    let facts = cached(ui, egui::Id::unique("event facts"), key, || event_facts(event, session.names()));
    kit::small(ui, format!("{} · {}", facts.date, facts.kind));
    let title = told(ui, &facts.title, TextStyle::Heading);
    let spoken = facts.title.spoken();
    kit::tell_heading(&title, &spoken, 1);
    if let Some(summary) = &facts.summary {
        ui.add_space(6.0);
        told(ui, summary, TextStyle::Body);
    }
    if let Some(text) = &facts.last_action {
        ui.add_space(4.0);
        kit::soft(ui, text);
    }
    section(ui, &words.t("detail-projects-title"));
    if facts.projects.is_empty() {
        kit::soft(ui, words.t("detail-no-project"));
    }
    let width = ui.available_width();
    for (id, name) in &facts.projects {
        let line = LinkLine { lead: "", text: name, note: "", name, role: accesskit::Role::Button };
        let link = ui.push_id(("project", id), |ui| wrapped_link(ui, &line, width)).inner;
        if link.clicked() {
            out.push(Command::Select(Some(Selected::Project(id.clone()))));
        }
    }
    let as_named: Vec<String> = facts.as_named.iter().map(|name| words.quoted(name)).collect();
    list(ui, &words.t("detail-as-named-title"), &as_named);
    list(ui, &words.t("detail-event-organizations"), &facts.organizations);
    list(ui, &words.t("detail-topics"), &facts.topics);
    section(ui, &words.t("detail-event-sources"));
    if facts.sources.is_empty() {
        kit::soft(ui, words.t("detail-no-sources"));
    }
    for (place, line) in facts.sources.iter().enumerate() {
        source_row(ui, Some(place + 1), line, words, out);
    }
    if let Some(notes) = &facts.notes {
        section(ui, &words.t("detail-notes-title"));
        told(ui, notes, TextStyle::Small);
    }
}

/// A section that is left out where there is nothing to say.
fn list(ui: &mut Ui, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    section(ui, title);
    for item in items {
        paragraph(ui, item);
    }
}
