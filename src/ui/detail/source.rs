//! The details of a source, and what rests on it.

use eframe::egui::{self, TextStyle, Ui, accesskit};

use super::parts::{LinkLine, cached, fact, section, short_link, told};
use crate::figure::facts::{Goes, RestGroup, SourceFacts, source_facts};
use crate::query::{Field, Value};
use crate::session::{CardOf, Command, Selected, Session};
use crate::ui::kit;
use crate::ui::worked::working;

/// How many things of one kind are laid out; the rest is counted, and the filter shows them all.
const LISTED: usize = 60;

/// Draws the source at this place of the portfolio's list.
pub fn show(ui: &mut Ui, place: usize, session: &Session, out: &mut Vec<Command>) {
    let (words, document) = (&session.words, &session.document);
    let Some(source) = document.portfolio.sources.get(place) else { return };
    let key = (document.revision, words.lang(), place);
    let Some(uses) = crate::ui::sources::uses(ui, session) else { return working(ui, session) };
    let facts = cached(ui, egui::Id::unique("source facts"), key, || {
        source_facts(source, &uses.at(place).cloned().unwrap_or_default(), session.names())
    });
    let mut title = facts.title.clone();
    if let Some(mark) = &facts.mark {
        title = format!("{title} ({mark})");
    }
    let heading =
        ui.add(egui::Label::new(egui::RichText::new(kit::shown(ui, &title)).text_style(TextStyle::Heading)).wrap());
    kit::tell_heading(&heading, &title, 1);
    if let Some(lang) = source.language {
        ui.ctx().accesskit_node_builder(heading.id, |node| node.set_language(lang.code()));
    }
    ui.add_space(4.0);
    for (title, value) in &facts.facts {
        fact(ui, title, value);
    }
    ui.add_space(4.0);
    buttons(ui, &facts, &source.id, session, out);
    if let Some(passage) = &facts.excerpt {
        section(ui, &words.t("detail-excerpt"));
        told(ui, passage, TextStyle::Body);
    }
    section(ui, &words.t("detail-rests-title"));
    if facts.rests.is_empty() {
        kit::soft(ui, words.t("detail-rests-nothing"));
    }
    for group in &facts.rests {
        rest(ui, group, session, out);
    }
}

fn buttons(ui: &mut Ui, facts: &SourceFacts, id: &str, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        match &facts.url {
            Some(url) => {
                if ui.button(words.t("detail-visit")).on_hover_text(url).clicked() {
                    out.push(Command::Visit(url.clone()));
                }
            }
            None => drop(kit::soft(ui, words.t("detail-no-address"))),
        }
        if let Some(url) = &facts.archived
            && ui.button(words.t("detail-archived")).on_hover_text(url).clicked()
        {
            out.push(Command::Visit(url.clone()));
        }
        if facts.projects > 0 && ui.button(words.t("detail-filter-source")).clicked() {
            out.push(Command::Choose(Field::Source, vec![Value::Key(id.to_owned())]));
        }
    });
    if let Some(url) = &facts.url {
        kit::small(ui, url);
    }
}

fn rest(ui: &mut Ui, group: &RestGroup, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.add_space(4.0);
    kit::caption(ui, &format!("{} · {}", group.title, words.int(group.items.len() as i64)));
    let width = ui.available_width();
    for (place, item) in group.items.iter().take(LISTED).enumerate() {
        if item.goes == Goes::Nowhere {
            kit::plain(ui, &item.text);
            continue;
        }
        let mut name = format!("{}: {}", group.title, item.text);
        if !item.note.is_empty() {
            name = format!("{name}, {}", item.note);
        }
        let line =
            LinkLine { lead: "", text: &item.text, note: &item.note, name: &name, role: accesskit::Role::Button };
        let link = ui.push_id((&group.title, place), |ui| short_link(ui, &line, width)).inner;
        if link.clicked() {
            out.extend(go(&item.goes));
        }
    }
    if group.items.len() > LISTED {
        kit::soft(ui, words.tf("detail-rests-more", &[("n", (group.items.len() - LISTED).into())]));
    }
}

fn go(goes: &Goes) -> Option<Command> {
    Some(match goes {
        Goes::Project(id) => Command::Select(Some(Selected::Project(id.clone()))),
        Goes::Event(id) => Command::Select(Some(Selected::Event(id.clone()))),
        Goes::Total(id) => Command::Card(Some(CardOf::Reported(id.clone()))),
        Goes::Nowhere => return None,
    })
}
