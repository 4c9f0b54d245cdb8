//! The form of one note: what was found out, when, who says so, whether it is pending and why. Nothing is kept until
//! it is saved; a date that is none is told beside its field.

use eframe::egui::{Button, Id, Key, TextEdit, Ui, WidgetInfo, vec2};

use super::ground;
use crate::model::{Note, PartialDate};
use crate::session::{Command, Session};
use crate::ui::kit;

/// A note being written, its dates as typed.
#[derive(Clone, Default)]
struct Draft {
    note: Note,
    date: String,
    checked: String,
}

fn id() -> Id {
    Id::unique("atalaya note draft")
}

fn draft(ui: &Ui) -> Option<Draft> {
    ui.data_mut(|data| data.get_temp::<Option<Draft>>(id())).flatten()
}

fn set(ui: &Ui, draft: Option<Draft>) {
    ui.data_mut(|data| data.insert_temp(id(), draft));
}

/// Begins to write a note, or another wording of one.
pub(super) fn begin(ui: &Ui, note: Note) {
    let text = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let draft = Draft { date: text(note.date), checked: text(note.checked), note };
    set(ui, Some(draft));
}

/// Whether a new note on this project is being written.
pub(super) fn is_open(ui: &Ui, project: &str) -> bool {
    draft(ui).is_some_and(|draft| draft.note.id.is_empty() && draft.note.project == project)
}

/// Shows the form of a new note.
pub(super) fn show_new(ui: &mut Ui, project: &str, session: &Session, out: &mut Vec<Command>) {
    if let Some(draft) = draft(ui).filter(|draft| draft.note.project == project) {
        form(ui, draft, session, out);
    }
}

/// Shows the form in the place of a note that is being reworded; whether it was.
pub(super) fn show_for(ui: &mut Ui, note: &Note, session: &Session, out: &mut Vec<Command>) -> bool {
    match draft(ui).filter(|draft| draft.note.id == note.id) {
        Some(draft) => {
            form(ui, draft, session, out);
            true
        }
        None => false,
    }
}

fn form(ui: &mut Ui, mut draft: Draft, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let mut done = false;
    ground(ui, |ui| {
        let name = words.t("note-text");
        let edit = TextEdit::multiline(&mut draft.note.text).hint_text(words.t("note-text-hint"));
        field(ui, edit.desired_rows(3), &name);
        let (date, date_fault) = dated(ui, &mut draft.date, &words.t("note-date"), session);
        line(ui, &mut draft.note.source, &words.t("note-source-field"), &words.t("note-source-hint"));
        ui.checkbox(&mut draft.note.pending, words.t("note-pending"));
        if draft.note.pending {
            line(ui, &mut draft.note.why, &words.t("note-why"), &words.t("note-why-hint"));
        }
        let (checked, checked_fault) = dated(ui, &mut draft.checked, &words.t("note-checked-field"), session);
        for fault in [date_fault, checked_fault].into_iter().flatten() {
            kit::small(ui, fault);
        }
        ui.horizontal(|ui| {
            let dates = date.is_ok() && checked.is_ok();
            let can = dates && !draft.note.text.trim().is_empty();
            let save = ui.add_enabled(can, Button::new(words.t("mark-save")));
            let keys = ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::COMMAND, Key::Enter));
            if can && (save.clicked() || keys) {
                let note = Note {
                    text: draft.note.text.trim().to_owned(),
                    date: date.unwrap_or_default(),
                    checked: checked.unwrap_or_default(),
                    ..draft.note.clone()
                };
                out.push(Command::KeepNote(note));
                done = true;
            }
            done |= ui.button(words.t("mark-cancel")).clicked();
        });
    });
    set(ui, (!done).then_some(draft));
}

fn field(ui: &mut Ui, edit: TextEdit<'_>, name: &str) {
    let width = ui.available_width();
    let response = ui.add(edit.desired_width(width).min_size(vec2(0.0, 24.0)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
}

fn line(ui: &mut Ui, text: &mut String, name: &str, hint: &str) {
    kit::small(ui, name);
    field(ui, TextEdit::singleline(text).hint_text(hint), name);
}

/// A date as typed: read, and what is wrong with it. Nothing typed is no date.
fn dated(
    ui: &mut Ui,
    text: &mut String,
    name: &str,
    session: &Session,
) -> (Result<Option<PartialDate>, ()>, Option<String>) {
    let words = &session.words;
    ui.horizontal(|ui| {
        kit::small(ui, name);
        let edit = TextEdit::singleline(text).hint_text(words.t("note-date-hint")).desired_width(110.0);
        let response = ui.add(edit.min_size(vec2(0.0, 24.0)));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        let today = ui.button(words.t("note-today"));
        let told = format!("{name}: {}", words.t("note-today"));
        today.widget_info(|| WidgetInfo::labeled(eframe::egui::accesskit::Role::Button, true, &told));
        if today.clicked() {
            *text = session.today().exact().to_string();
        }
    });
    match text.trim() {
        "" => (Ok(None), None),
        written => match written.parse::<PartialDate>() {
            Ok(date) => (Ok(Some(date)), None),
            Err(_) => (Err(()), Some(words.tf("note-bad-date", &[("date", written.into())]))),
        },
    }
}
