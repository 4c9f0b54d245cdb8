//! A notice above every total that holds two records which may be the same money: leave one out, or say why they are
//! different. One line, which unfolds.

use eframe::egui::{self, Button, Id, Label, Stroke, TextEdit, Ui, WidgetInfo, accesskit, vec2};

use super::kit::{self, Icon};
use super::theme::palette;
use super::worked::worked;
use crate::figure::{DoubleNotice, first_double_notices};
use crate::session::{Command, Session};

/// How many notices stand above the views at once; the rest is counted.
const SHOWN: usize = 2;

/// A reason being written: for which pair.
type Draft = Option<((String, String), String)>;

/// Draws the notices of the present set.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let document = &session.document;
    if document.index.doubles.is_empty() {
        return;
    }
    let make = |session: &Session| {
        let index = &session.document.index;
        first_double_notices(SHOWN, &session.answer(), &session.notes, session.names(), index)
    };
    let key = (session.words.lang(), session.notes.clone());
    let Some(made) = worked(ui, Id::unique("atalaya doubles"), key, session, make) else { return };
    let (notices, more) = made.as_ref();
    let Some(first) = notices.first() else { return };
    let folded = Id::unique("atalaya doubles unfolded");
    let mut open: bool = ui.data(|data| data.get_temp(folded)).unwrap_or_default();
    if line(ui, first, notices.len().saturating_sub(1) + more, open, session) {
        open = !open;
        ui.data_mut(|data| data.insert_temp(folded, open));
    }
    if !open {
        return;
    }
    for notice in notices {
        ui.push_id(&notice.ids, |ui| self::notice(ui, notice, session, out));
    }
}

/// The one line: the first pair, how many more there are, and the way to all of it; whether that was clicked.
fn line(ui: &mut Ui, first: &DoubleNotice, more: usize, open: bool, session: &Session) -> bool {
    let words = &session.words;
    let colours = palette(ui);
    let inner = ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), egui::Sense::hover());
        kit::icon(ui.painter(), Icon::Warning, rect, colours.failure);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let text = if open { words.t("double-fold") } else { words.t("double-unfold") };
            let button = ui.button(&text);
            let name = format!("{text}: {} / {}", first.names.0, first.names.1);
            button.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
            ui.accesskit_node_builder(button.id, |node| node.set_expanded(open));
            if more > 0 {
                kit::small(ui, words.tf("double-more", &[("n", more.into())]));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                if !open {
                    ui.add(Label::new(kit::shown(ui, &first.text)).truncate());
                }
            });
            button.clicked()
        })
    });
    inner.inner.inner
}

fn notice(ui: &mut Ui, notice: &DoubleNotice, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let colours = palette(ui);
    let frame = egui::Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.failure))
        .corner_radius(6)
        .inner_margin(egui::Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), egui::Sense::hover());
            kit::icon(ui.painter(), Icon::Warning, rect, colours.failure);
            ui.vertical(|ui| {
                kit::plain(ui, &notice.text);
                ui.horizontal_wrapped(|ui| actions(ui, notice, session, out));
            });
        });
    });
    let id = draft_id();
    let draft: Draft = ui.data_mut(|data| data.get_temp(id)).flatten();
    let Some((_, mut text)) = draft.filter(|(pair, _)| *pair == notice.ids) else { return };
    ui.horizontal_wrapped(|ui| {
        let name = words.t("double-reason");
        let edit = TextEdit::singleline(&mut text).hint_text(kit::prompt(&name)).desired_width(360.0);
        let field = ui.add(edit.min_size(vec2(0.0, 24.0)));
        kit::take_focus(&field, "double reason");
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(name.as_str()));
        let can = !text.trim().is_empty();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let saved = ui.add_enabled(can, Button::new(words.t("mark-save"))).clicked();
        if can && (saved || entered) {
            out.push(Command::TellApart { projects: notice.ids.clone(), reason: Some(text.trim().to_owned()) });
            set_draft(ui, None);
        } else if ui.button(words.t("mark-cancel")).clicked() || kit::escaped(&field) {
            set_draft(ui, None);
        } else {
            set_draft(ui, Some((notice.ids.clone(), text)));
        }
    });
}

fn actions(ui: &mut Ui, notice: &DoubleNotice, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let (first, second) = &notice.ids;
    for (id, name) in [(first, &notice.names.0), (second, &notice.names.1)] {
        let text = words.tf("double-leave-out", &[("name", kit::shortened(name, 220.0).into())]);
        if ui.button(&text).clicked() {
            out.push(Command::LeaveOut(id.clone()));
        }
    }
    let text = words.t("double-different");
    let button = ui.button(&text);
    let told = format!("{text} {} / {}", notice.names.0, notice.names.1);
    button.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &told));
    if button.clicked() {
        set_draft(ui, Some((notice.ids.clone(), String::new())));
        kit::focus_next(ui, "double reason");
    }
}

fn draft_id() -> Id {
    Id::unique("atalaya double draft")
}

fn set_draft(ui: &Ui, draft: Draft) {
    ui.data_mut(|data| data.insert_temp(draft_id(), draft));
}
