//! Choosing a record that another refers to: looked for by name, or made on the spot.

use std::sync::Arc;

use eframe::egui::{self, Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::model::List;
use crate::session::{Command, Edit, Session, new_entry};
use crate::ui::kit;
use crate::ui::worked::worked_of_all;

/// How many are shown at once.
const SHOWN: usize = 40;

/// How many are looked for: those that are not offered among them.
const LOOKED_FOR: usize = 400;

/// What a record is called; its id where it is not there.
pub(super) fn called(session: &Session, list: List, id: &str) -> String {
    if id.is_empty() {
        return session.words.t("diff-nothing");
    }
    session.entry(list, id).map_or_else(|| id.to_owned(), |entry| entry.full_name(session.words.lang()))
}

/// The records of a list with these words in their names, each with its id: looked for once, not in every frame.
pub(super) fn found(ui: &Ui, session: &Session, list: List, words: &str) -> Arc<Vec<(String, String)>> {
    let (key, typed) = ((list, words.to_owned(), session.words.lang()), words.to_owned());
    let make = move |session: &Session| session.called(list, &typed, LOOKED_FOR);
    worked_of_all(ui, ui.scope_id().with("records found"), key, session, make).unwrap_or_default()
}

/// A button that opens the list; the id that was chosen. Those in `but` are not offered.
pub(super) fn button(
    ui: &mut Ui,
    session: &Session,
    list: List,
    shown: &str,
    field: &str,
    but: &[String],
    out: &mut Vec<Command>,
) -> Option<String> {
    let room = (ui.available_width() - 40.0).clamp(80.0, 420.0);
    let button = ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(egui::Button::new(shown).truncate().min_size(egui::vec2(0.0, 24.0)))
    });
    let button = button.inner.on_hover_text(shown);
    let told = format!("{field}: {shown}");
    button.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &told));
    let mut chosen = None;
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.accessible_name(field).show(|ui| {
        chosen = choices(ui, session, list, but, out);
        if chosen.is_some() {
            ui.close();
        }
    });
    chosen
}

fn choices(ui: &mut Ui, session: &Session, list: List, but: &[String], out: &mut Vec<Command>) -> Option<String> {
    ui.set_width(380.0);
    let id = ui.scope_id().with("looked for");
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let search =
        ui.add(TextEdit::singleline(&mut typed).hint_text(session.words.t("edit-look-for")).desired_width(370.0));
    if !search.has_focus() && typed.is_empty() {
        search.request_focus();
    }
    if search.changed() {
        ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    }
    let found = found(ui, session, list, &typed);
    let fitting = found.iter().filter(|(id, _)| !but.contains(id));
    let mut chosen = None;
    let mut any = false;
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for (id, name) in fitting.take(SHOWN) {
            any = true;
            let button = egui::Button::new(name.as_str()).frame(false).truncate().min_size(egui::vec2(370.0, 24.0));
            if ui.add(button).on_hover_text(id).clicked() {
                chosen = Some(id.clone());
            }
        }
        if !any {
            kit::soft(ui, session.words.t("edit-none-found"));
        }
    });
    let typed = typed.trim();
    if !typed.is_empty() {
        let make = session.words.tf("edit-make", &[("name", typed.into())]);
        if ui.button(make).clicked() {
            let entry = new_entry(list, typed, session.words.lang(), session.today().exact(), session.records());
            chosen = Some(entry.id().to_owned());
            out.push(Command::Edit(Edit::Add(vec![entry])));
        }
    }
    if chosen.is_some() {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    }
    chosen
}
