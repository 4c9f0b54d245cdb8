//! The whole layer in a panel: what is pending first, then by project, what is no longer in the portfolio, and the
//! marks and pairs that a person decided on.

use eframe::egui::{Label, TextEdit, TextStyle, Ui, vec2};

use super::{form, note};
use crate::model::Note;
use crate::query::Field;
use crate::session::{Command, Session, Verb};
use crate::ui::kit;
use crate::ui::links::project_link;

/// Draws the layer.
pub fn layer(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.add(Label::new(words.t("notes-intro")).wrap());
    ui.horizontal_wrapped(|ui| {
        let mut name = session.notes.author.clone();
        kit::small(ui, words.t("notes-sign"));
        let edit = TextEdit::singleline(&mut name).hint_text(words.t("notes-sign-hint")).desired_width(150.0);
        let response = ui.add(edit.min_size(vec2(0.0, 24.0)));
        let label = words.t("notes-sign");
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label.as_str()));
        if response.changed() {
            out.push(Command::Sign(name));
        }
        for verb in [Verb::SaveNotes, Verb::MergeNotes] {
            if ui.add_enabled(verb.is_enabled(session), eframe::egui::Button::new(words.t(verb.message()))).clicked() {
                out.push(Command::Do(verb));
            }
        }
    });
    if let Some(taken) = &session.taken_out {
        ui.horizontal_wrapped(|ui| {
            kit::small(ui, words.tf("note-taken-out", &[("note", kit::shortened(&taken.text, 320.0).into())]));
            if kit::link(ui, &words.t("note-take-back"), TextStyle::Small).clicked() {
                out.push(Command::KeepNote(taken.clone()));
            }
        });
    }
    ui.add_space(6.0);
    general(ui, session, out);
    projects(ui, session, out);
    decisions(ui, session, out);
}

/// Notes on the portfolio as a whole.
fn general(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    kit::caption(ui, &session.words.t("notes-general"));
    for note in session.notes.on("") {
        if !form::show_for(ui, note, session, out) {
            self::note(ui, note, session, out);
        }
    }
    if form::is_open(ui, "") {
        form::show_new(ui, "", session, out);
    } else if kit::link(ui, &session.words.t("notes-add"), TextStyle::Small).clicked() {
        form::begin(ui, Note::default());
    }
}

/// Notes by project, those with something pending first.
fn projects(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let mut ids: Vec<&str> = Vec::new();
    let notes = &session.notes.notes;
    for note in notes.iter().filter(|note| note.pending).chain(notes.iter().filter(|note| !note.pending)) {
        if !note.project.is_empty() && !ids.contains(&note.project.as_str()) {
            ids.push(&note.project);
        }
    }
    if ids.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        kit::caption(ui, &words.t("notes-projects"));
        if kit::link(ui, &words.t("notes-filter"), TextStyle::Small).clicked() {
            let values = ids.iter().map(|id| crate::query::Value::Key((*id).to_owned())).collect();
            out.push(Command::Choose(Field::Id, values));
            out.push(Command::ClosePanel);
        }
    });
    for id in ids {
        ui.add_space(4.0);
        match session.document.portfolio.projects.position(id) {
            Some(row) => {
                if project_link(ui, row, session, out) {
                    out.push(Command::ClosePanel);
                }
            }
            // The note stays, whatever became of its project.
            None => drop(kit::strong(ui, words.tf("notes-project-gone", &[("id", id.into())]))),
        }
        for note in session.notes.on(id) {
            if !form::show_for(ui, note, session, out) {
                self::note(ui, note, session, out);
            }
        }
    }
}

/// What was counted in or out beside a reported total, and what was told apart.
fn decisions(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, names) = (&session.words, session.names());
    let called = |id: &str| {
        let project = session.document.portfolio.projects.find(id);
        project.map_or_else(
            || words.tf("notes-project-gone", &[("id", id.into())]),
            |project| names.project_short(project),
        )
    };
    if session.notes.marks.is_empty() && session.notes.distinct.is_empty() {
        return;
    }
    ui.add_space(8.0);
    kit::caption(ui, &words.t("notes-decisions"));
    for mark in &session.notes.marks {
        ui.horizontal_wrapped(|ui| {
            let args = [("project", called(&mark.project).into()), ("reason", mark.reason.as_str().into())];
            let text = if mark.counted { words.tf("notes-mark-in", &args) } else { words.tf("notes-mark-out", &args) };
            ui.label(text);
            if kit::link(ui, &words.t("mark-remove"), TextStyle::Small).clicked() {
                let (total, project) = (mark.total.clone(), mark.project.clone());
                out.push(Command::Mark { total, project, mark: None });
            }
        });
    }
    for pair in &session.notes.distinct {
        ui.horizontal_wrapped(|ui| {
            let (a, b) = &pair.projects;
            let args = [("a", called(a).into()), ("b", called(b).into()), ("reason", pair.reason.as_str().into())];
            ui.label(words.tf("notes-distinct", &args));
            if kit::link(ui, &words.t("mark-remove"), TextStyle::Small).clicked() {
                out.push(Command::TellApart { projects: pair.projects.clone(), reason: None });
            }
        });
    }
}
