//! Choosing a record that another refers to: looked for by name, or made on the spot.

use eframe::egui::{self, Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::model::{Entry, List};
use crate::query::fold;
use crate::session::{Command, Edit, Session, new_entry};
use crate::ui::kit;

/// How many are shown at once.
const SHOWN: usize = 40;

/// What a record is called; its id where it is not there.
pub(super) fn called(session: &Session, list: List, id: &str) -> String {
    if id.is_empty() {
        return session.words.t("diff-nothing");
    }
    session.entry(list, id).map_or_else(|| id.to_owned(), |entry| name(&entry, session))
}

/// What a record is called in a list: short and whole name, title and publisher.
pub(super) fn name(entry: &Entry, session: &Session) -> String {
    let lang = session.words.lang();
    let name = entry.name(lang);
    let more = match entry {
        // Titles repeat; who published it tells them apart.
        Entry::Source(source) => source.publisher.clone(),
        Entry::Organization(organization) => organization.name.show(lang).to_owned(),
        Entry::Project(project) => project.name.show(lang).to_owned(),
        _ => String::new(),
    };
    if more.is_empty() || more == name { name } else { format!("{name} · {more}") }
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
    let wanted = fold(typed.trim());
    let records = session.records();
    let entries = (0..records.count(list)).filter_map(|place| records.entry(list, place));
    let fitting = entries.filter(|entry| !but.iter().any(|id| id == entry.id())).filter(|entry| {
        wanted.is_empty() || fold(&name(entry, session)).contains(&wanted) || fold(entry.id()).contains(&wanted)
    });
    let mut chosen = None;
    let mut any = false;
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for entry in fitting.take(SHOWN) {
            any = true;
            let told = name(&entry, session);
            let button = egui::Button::new(told.as_str()).frame(false).truncate().min_size(egui::vec2(370.0, 24.0));
            if ui.add(button).on_hover_text(entry.id()).clicked() {
                chosen = Some(entry.id().to_owned());
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
