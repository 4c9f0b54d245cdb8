//! The person's notes: of one project in its details, all of them in a panel. They stand on a ground of their own, so
//! that nobody takes them for something published.

mod form;
mod layer;

pub use layer::{layer, taken_out};

use eframe::egui::{self, Label, Stroke, TextStyle, Ui, WidgetInfo, accesskit};

use super::kit;
use super::theme::palette;
use crate::model::{Note, PartialDate};
use crate::session::{Command, Session, Taken};

/// The notes on a project, and the way to write one.
pub fn of_project(ui: &mut Ui, project: &str, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let any = session.notes.on(project).next().is_some();
    if any {
        ui.add_space(12.0);
        let title = words.t("notes-own");
        let label = kit::strong(ui, title.as_str());
        kit::tell_heading(&label, &title, 2);
    } else {
        ui.add_space(6.0);
    }
    for note in session.notes.on(project) {
        if !form::show(ui, &note.id, project, session, out) {
            self::note(ui, note, session, out);
        }
    }
    add(ui, project, session, out);
    let taken = session.taken_out.iter().enumerate();
    let of_project = taken.filter(|(_, taken)| matches!(taken, Taken::Note(note) if note.project == project));
    of_project.for_each(|(place, taken)| taken_out(ui, place, taken, session, out));
}

/// The form of a new note, or the way to it.
fn add(ui: &mut Ui, project: &str, session: &Session, out: &mut Vec<Command>) {
    let add = session.words.t("notes-add");
    if !form::show(ui, "", project, session, out) && kit::link(ui, &add, TextStyle::Small).clicked() {
        form::begin(ui, Note { project: project.to_owned(), ..Note::default() }, session, out);
    }
}

/// The ground of what a person wrote: tinted, with a line at its left.
fn ground<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    let frame = egui::Frame::new()
        .fill(colours.ground)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(5)
        .inner_margin(egui::Margin { left: 12, right: 8, top: 6, bottom: 6 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        contents(ui)
    });
    let rect = shown.response.rect;
    let line = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    ui.painter().rect_filled(line, 1, colours.accent);
    shown.inner
}

/// One note, with what can be done with it.
fn note(ui: &mut Ui, note: &Note, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.push_id(("note", &note.id), |ui| {
        ground(ui, |ui| {
            if note.pending {
                let text = if note.why.is_empty() {
                    words.t("note-pending")
                } else {
                    words.tf("note-pending-why", &[("why", note.why.as_str().into())])
                };
                kit::strong(ui, text);
            }
            ui.add(Label::new(&note.text).wrap().selectable(true));
            let under = under(note, session);
            if !under.is_empty() {
                ui.add(Label::new(egui::RichText::new(under).small().color(palette(ui).soft)).wrap().selectable(true));
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let act = |ui: &mut Ui, text: String| {
                    let name = format!("{text}: {}", kit::shortened(&note.text, 400.0));
                    let link = kit::link(ui, &text, TextStyle::Small);
                    link.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
                    link.clicked()
                };
                // Another's words stay another's: they are kept or taken out, not reworded under that name.
                let mine = note.by.is_empty();
                if mine && act(ui, words.t("note-edit")) {
                    form::begin(ui, note.clone(), session, out);
                }
                if mine && act(ui, words.t("note-checked-today")) {
                    let checked = Some(session.today().exact());
                    out.push(Command::KeepNote(Note { checked, ..note.clone() }));
                }
                if mine && note.pending && act(ui, words.t("note-done")) {
                    out.push(Command::KeepNote(Note { pending: false, ..note.clone() }));
                }
                if act(ui, words.t("note-remove")) {
                    out.push(Command::TakeNote(note.id.clone()));
                }
            });
        });
    });
}

/// Date, source, author and when it was last checked.
fn under(note: &Note, session: &Session) -> String {
    let words = &session.words;
    let date = |date: PartialDate| words.date(date);
    let parts = [
        note.date.map(date),
        (!note.source.is_empty()).then(|| words.tf("note-source", &[("source", note.source.as_str().into())])),
        (!note.by.is_empty()).then(|| words.tf("note-by", &[("by", note.by.as_str().into())])),
        note.checked.map(|checked| words.tf("note-checked", &[("date", date(checked).into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
