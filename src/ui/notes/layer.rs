//! The whole layer in a panel: what is pending first, then by project, what is no longer in the portfolio, and the
//! marks and pairs that a person decided on.

use eframe::egui::{Label, TextEdit, TextStyle, Ui, WidgetInfo, accesskit, vec2};

use super::{add, form, note};
use crate::figure::card::reported_value;
use crate::query::Field;
use crate::session::{Command, Session, Taken, Verb};
use crate::ui::kit;
use crate::ui::links::project_link;

/// Draws the layer.
pub fn layer(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.add(Label::new(words.t("notes-intro")).wrap());
    ui.horizontal_wrapped(|ui| {
        let mut name = session.notes.author.clone();
        kit::small(ui, words.t("notes-sign"));
        let edit =
            TextEdit::singleline(&mut name).hint_text(kit::prompt(words.t("notes-sign-hint"))).desired_width(150.0);
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
    for (place, taken) in session.taken_out.iter().enumerate() {
        taken_out(ui, place, taken, session, out);
    }
    ui.add_space(6.0);
    general(ui, session, out);
    projects(ui, session, out);
    decisions(ui, session, out);
}

/// Something that was taken away, and the way to take that back.
pub fn taken_out(ui: &mut Ui, place: usize, taken: &Taken, session: &Session, out: &mut Vec<Command>) {
    let (words, names) = (&session.words, session.names());
    let project = |id: &str| names.key(Field::Id, id);
    let text = match taken {
        Taken::Note(note) => words.tf("note-taken-out", &[("note", kit::shortened(&note.text, 320.0).into())]),
        Taken::Mark(mark) => words.tf("mark-taken-out", &[("project", project(&mark.project).into())]),
        Taken::Distinct(pair) => {
            let (a, b) = &pair.projects;
            words.tf("distinct-taken-out", &[("a", project(a).into()), ("b", project(b).into())])
        }
        Taken::Draft(draft) => {
            let first = draft.text.lines().next().unwrap_or_default();
            words.tf("draft-taken-out", &[("text", kit::shortened(first, 320.0).into())])
        }
        Taken::Merge { file, .. } => words.tf("merge-taken-in", &[("file", file.as_str().into())]),
    };
    ui.horizontal_wrapped(|ui| {
        kit::small(ui, &text);
        let back = kit::link(ui, &words.t("note-take-back"), TextStyle::Small);
        let name = format!("{}: {text}", words.t("note-take-back"));
        back.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
        if back.clicked() {
            out.push(Command::TakeBack(place));
        }
    });
}

/// Notes on the portfolio as a whole.
fn general(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    kit::caption(ui, &session.words.t("notes-general"));
    for note in session.notes.on("") {
        if !form::show(ui, &note.id, "", session, out) {
            self::note(ui, note, session, out);
        }
    }
    add(ui, "", session, out);
}

/// Notes by project, those with something pending first.
fn projects(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let mut ids: Vec<&str> = Vec::new();
    let notes = &session.notes.notes;
    let begun = session.notes.unfinished.iter().map(|draft| &draft.note);
    let pending = notes.iter().filter(|note| note.pending);
    for note in begun.chain(pending).chain(notes.iter().filter(|note| !note.pending)) {
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
            if !form::show(ui, &note.id, id, session, out) {
                self::note(ui, note, session, out);
            }
        }
        form::show(ui, "", id, session, out);
    }
}

/// Who decided so, where it was somebody else.
fn by(ui: &mut Ui, by: &str, session: &Session) {
    if !by.is_empty() {
        kit::small(ui, session.words.tf("note-by", &[("by", by.into())]));
    }
}

/// What was counted in or out beside a reported total, and what was told apart.
fn decisions(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, names) = (&session.words, session.names());
    let called = |id: &str| {
        let project = session.document.portfolio.projects.find(id);
        project.map_or_else(
            || words.tf("notes-project-gone", &[("id", id.into())]),
            |project| names.project_short(&project),
        )
    };
    if session.notes.marks.is_empty() && session.notes.distinct.is_empty() {
        return;
    }
    ui.add_space(8.0);
    kit::caption(ui, &words.t("notes-decisions"));
    for mark in &session.notes.marks {
        ui.horizontal_wrapped(|ui| {
            let total = session.document.portfolio.reported_totals.find(&mark.total);
            let args = [
                ("project", called(&mark.project).into()),
                ("reason", mark.reason.as_str().into()),
                ("total", total.map_or_else(|| mark.total.clone(), |total| reported_value(total, names)).into()),
            ];
            ui.label(if mark.counted { words.tf("notes-mark-in", &args) } else { words.tf("notes-mark-out", &args) });
            by(ui, &mark.by, session);
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
            by(ui, &pair.by, session);
            if kit::link(ui, &words.t("mark-remove"), TextStyle::Small).clicked() {
                out.push(Command::TellApart { projects: pair.projects.clone(), reason: None });
            }
        });
    }
}
