//! The form of one note: what was found out, when, who says so, whether it is pending and why. It is no note until it is
//! saved, and what is written of it so far is kept all the same; a date that is none is told beside its field.

use eframe::egui::{Button, Key, TextEdit, Ui, WidgetInfo, vec2};

use super::ground;
use crate::model::{Note, PartialDate, Unfinished};
use crate::session::{Command, Session};
use crate::ui::kit;

/// Begins to write a note, or another wording of one; what was already begun goes on.
pub(super) fn begin(ui: &Ui, note: Note, session: &Session, out: &mut Vec<Command>) {
    kit::focus_next(ui, "note form");
    if session.notes.unfinished(&note.id, &note.project).is_none() {
        let text = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        out.push(Command::WriteNote(Unfinished { date: text(note.date), checked: text(note.checked), note }));
    }
}

/// Shows the form of a note being written; whether it is.
pub(super) fn show(ui: &mut Ui, id: &str, project: &str, session: &Session, out: &mut Vec<Command>) -> bool {
    match session.notes.unfinished(id, project) {
        Some(draft) => {
            ui.push_id(("note form", id, project), |ui| form(ui, draft, session, out));
            true
        }
        None => false,
    }
}

fn form(ui: &mut Ui, written: &Unfinished, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let mut draft = written.clone();
    let mut done = None;
    ground(ui, |ui| {
        let title = kit::small(ui, words.t("note-text"));
        let edit = TextEdit::multiline(&mut draft.note.text).hint_text(kit::prompt(words.t("note-text-hint")));
        let first = field(ui, edit.desired_rows(3)).labelled_by(title.id);
        kit::take_focus(&first, "note form");
        let date = dated(ui, &mut draft.date, &words.t("note-date"), session);
        line(ui, &mut draft.note.source, &words.t("note-source-field"), &words.t("note-source-hint"));
        ui.checkbox(&mut draft.note.pending, words.t("note-pending"));
        if draft.note.pending {
            line(ui, &mut draft.note.why, &words.t("note-why"), &words.t("note-why-hint"));
        }
        let checked = dated(ui, &mut draft.checked, &words.t("note-checked-field"), session);
        ui.horizontal(|ui| {
            let can = date.is_ok() && checked.is_ok() && !draft.note.text.trim().is_empty();
            let save = ui.add_enabled(can, Button::new(words.t("mark-save")));
            let keys = ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::COMMAND, Key::Enter));
            let text = draft.note.text.trim().to_owned();
            if let (true, Ok(date), Ok(checked)) = (can && (save.clicked() || keys), date, checked) {
                done = Some(Command::KeepNote(Note { text, date, checked, ..draft.note.clone() }));
            }
            if ui.button(words.t("mark-cancel")).clicked() {
                done = Some(Command::LeaveNote { id: draft.note.id.clone(), project: draft.note.project.clone() });
            }
        });
    });
    match done {
        Some(command) => out.push(command),
        None if draft != *written => out.push(Command::WriteNote(draft)),
        None => {}
    }
}

fn field(ui: &mut Ui, edit: TextEdit<'_>) -> eframe::egui::Response {
    let width = ui.available_width();
    let response = ui.add(edit.desired_width(width).min_size(vec2(0.0, 24.0)));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

fn line(ui: &mut Ui, text: &mut String, name: &str, hint: &str) {
    let title = kit::small(ui, name);
    field(ui, TextEdit::singleline(text).hint_text(kit::prompt(hint))).labelled_by(title.id);
}

/// A date as typed, read; what is wrong with it stands below it. Nothing typed is no date.
fn dated(ui: &mut Ui, text: &mut String, name: &str, session: &Session) -> Result<Option<PartialDate>, ()> {
    let words = &session.words;
    ui.horizontal(|ui| {
        let title = kit::small(ui, name);
        let edit = TextEdit::singleline(text).hint_text(kit::prompt(words.t("note-date-hint"))).desired_width(110.0);
        ui.add(edit.min_size(vec2(0.0, 24.0))).labelled_by(title.id);
        let today = ui.button(words.t("note-today"));
        let told = format!("{name}: {}", words.t("note-today"));
        today.widget_info(|| WidgetInfo::labeled(eframe::egui::accesskit::Role::Button, true, &told));
        if today.clicked() {
            *text = session.today().exact().to_string();
        }
    });
    match text.trim() {
        "" => Ok(None),
        written => typed_date(written).map(Some).ok_or_else(|| {
            kit::small(ui, words.tf("note-bad-date", &[("date", written.into())]));
        }),
    }
}

/// A date as records have it, or day first as people here write it: `24/11/2026`, `11/2026`.
fn typed_date(written: &str) -> Option<PartialDate> {
    if let Ok(date) = written.parse() {
        return Some(date);
    }
    let parts: Option<Vec<u16>> = written.split(['/', '-', '.']).map(|part| part.trim().parse().ok()).collect();
    match parts?.as_slice() {
        [day, month, year] => format!("{year:04}-{month:02}-{day:02}").parse().ok(),
        [month, year] => format!("{year:04}-{month:02}").parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::typed_date;

    #[test]
    fn days_may_come_first() {
        let read = |text: &str| typed_date(text).map(|date| date.to_string());
        assert_eq!(read("24/11/2026").as_deref(), Some("2026-11-24"));
        assert_eq!(read("3/2025").as_deref(), Some("2025-03"));
        assert_eq!(read("2025~").as_deref(), Some("2025~"));
        assert_eq!(read("31/02/2026"), None);
        assert_eq!(read("hoy"), None);
    }
}
