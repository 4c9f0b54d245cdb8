//! What was changed here and by others, each its own way: field by field the two side by side, the one that stands marked.
//! A choice is an edit like any other, and can be taken back.

use eframe::egui::{self, Ui, WidgetInfo, accesskit};

use super::super::bring::two_amounts;
use super::super::kit;
use super::super::theme::palette;
use crate::figure::two_ways;
use crate::session::{Command, Conflict, Edit, Meanwhile, Session, TwoWays};

/// Draws all of them.
pub fn conflicts(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let intro = match &session.conflicts_from {
        Some(name) => words.tf("conflicts-intro-brought", &[("name", name.into())]),
        None => words.t("conflicts-intro"),
    };
    ui.add(egui::Label::new(intro).wrap());
    for conflict in &session.conflicts {
        ui.add_space(10.0);
        ui.push_id((conflict.list, &conflict.id), |ui| record(ui, conflict, session, out));
    }
    // Both stay: there is nothing to choose, and everything to know.
    for two in &session.two_amounts {
        ui.add_space(10.0);
        ui.add(egui::Label::new(two_amounts(two, session)).wrap());
    }
    if session.conflicts.is_empty() {
        kit::soft(ui, words.t("conflicts-none"));
    }
    ui.add_space(12.0);
    if ui.button(words.t("conflicts-done")).clicked() {
        out.push(Command::Meanwhile(Meanwhile::Settled));
    }
}

fn record(ui: &mut Ui, conflict: &Conflict, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(entry) = session.entry(conflict.list, &conflict.id) else {
        kit::soft(ui, words.tf("conflicts-gone", &[("id", conflict.id.as_str().into())]));
        return;
    };
    let settle = |fields: &[TwoWays], theirs: bool, out: &mut Vec<Command>| {
        let settled = conflict.with(&entry, theirs, fields);
        out.extend(settled.map(|entry| Command::Edit(Edit::Put { entry, goes_on: false })));
    };
    ui.horizontal(|ui| {
        kit::strong(ui, entry.name(words.lang()));
        if conflict.fields.len() > 1 {
            for theirs in [false, true] {
                if ui.button(side(session, "conflicts-all", theirs, "")).clicked() {
                    settle(&conflict.fields, theirs, out);
                }
            }
        }
    });
    for field in &conflict.fields {
        let (label, [mine, theirs]) = two_ways(&field.field, [&field.mine, &field.theirs], session.names());
        kit::soft(ui, &label);
        let stands = conflict.stands(&entry, field);
        for (told, theirs) in [(mine, false), (theirs, true)] {
            let told = if told.is_empty() { words.t("missing-short") } else { told };
            let text = side(session, "conflict", theirs, &told);
            let on = stands == Some(theirs);
            let colour = if on { palette(ui).text } else { palette(ui).soft };
            let response = ui.radio(on, egui::RichText::new(&text).color(colour));
            let spoken = format!("{label}: {text}");
            response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, on, &spoken));
            if response.clicked() && !on {
                settle(std::slice::from_ref(field), theirs, out);
            }
        }
    }
}

/// What one of the two sides is called, with its value.
fn side(session: &Session, of: &str, theirs: bool, value: &str) -> String {
    let from = session.conflicts_from.as_deref();
    let key = match (of, theirs, from) {
        ("conflict", false, None) => "conflict-mine",
        ("conflict", true, None) => "conflict-theirs",
        ("conflict", false, Some(_)) => "conflict-was",
        ("conflict", true, Some(_)) => "conflict-brought",
        (_, false, None) => "conflicts-all-mine",
        (_, true, None) => "conflicts-all-theirs",
        (_, false, Some(_)) => "conflicts-all-was",
        (_, true, Some(_)) => "conflicts-all-brought",
    };
    session.words.tf(key, &[("value", value.into()), ("name", from.unwrap_or_default().into())])
}
