//! Choosing a record that another refers to: looked for by name, or made on the spot.

use std::sync::Arc;

use eframe::egui::{self, Popup, PopupCloseBehavior, Response, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::form::FIRST;
use crate::model::List;
use crate::session::{Command, Edit, Session, new_entry};
use crate::ui::worked::{worked_of_all, working};
use crate::ui::{kit, reach};

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

/// The records of a list with these words in their names, each with its id: looked for once, not in every frame. Nothing
/// while a worker looks.
pub(super) fn found(ui: &Ui, session: &Session, list: List, words: &str) -> Option<Arc<Vec<(String, String)>>> {
    let (key, typed) = ((list, words.to_owned(), session.words.lang()), words.to_owned());
    let make = move |session: &Session| session.called(list, &typed, LOOKED_FOR);
    worked_of_all(ui, ui.scope_id().with("records found"), key, session, make)
}

/// A button that opens the list, and the id that was chosen. Those in `but` are not offered.
pub(super) fn button(
    ui: &mut Ui,
    session: &Session,
    list: List,
    shown: &str,
    field: &str,
    but: &[String],
    out: &mut Vec<Command>,
) -> (Response, Option<String>) {
    let room = (ui.available_width() - 74.0).clamp(80.0, 420.0);
    let button = ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(egui::Button::new(shown).truncate().min_size(egui::vec2(0.0, 24.0)))
    });
    let button = button.inner.on_hover_text(shown);
    if !session.form_is_fresh() {
        kit::take_focus(&button, FIRST);
    }
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
    (button, chosen)
}

/// What is typed to look for a record, and which of those found Enter takes.
#[derive(Clone, Default)]
struct LookedFor {
    typed: String,
    /// Counted over what is shown, the one that would be made last.
    marked: Option<usize>,
}

fn choices(ui: &mut Ui, session: &Session, list: List, but: &[String], out: &mut Vec<Command>) -> Option<String> {
    ui.set_width(380.0);
    // A menu has narrower buttons and fields than all else.
    ui.spacing_mut().button_padding = egui::vec2(8.0, 4.0);
    let at = ui.scope_id().with("looked for");
    let mut looked: LookedFor = ui.data(|data| data.get_temp(at)).unwrap_or_default();
    let hint = session.words.t("edit-look-for");
    let search = ui.add(TextEdit::singleline(&mut looked.typed).hint_text(kit::prompt(&hint)).desired_width(360.0));
    search.widget_info(|| kit::text_info(&hint, &looked.typed));
    let entered = search.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if !search.has_focus() && looked.typed.is_empty() {
        search.request_focus();
    }
    if search.changed() {
        looked.marked = (!looked.typed.is_empty()).then_some(0);
    }
    let Some(found) = found(ui, session, list, &looked.typed) else {
        // Nothing is chosen or made before it is known what there is.
        working(ui, session);
        ui.data_mut(|data| data.insert_temp(at, looked));
        return None;
    };
    let fitting: Vec<_> = found.iter().filter(|(id, _)| !but.contains(id)).take(SHOWN).collect();
    let typed = looked.typed.trim().to_owned();
    let last = (fitting.len() + usize::from(!typed.is_empty())).checked_sub(1);
    let moved = looked.move_mark(ui, last);
    let mut chosen = None;
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for (place, (id, name)) in fitting.iter().enumerate() {
            let marked = looked.marked == Some(place);
            let button = choice(ui, name, marked).on_hover_text(id);
            if marked && moved {
                button.scroll_to_me(None);
            }
            if button.clicked() || entered && marked {
                chosen = Some(id.clone());
            }
        }
        if fitting.is_empty() {
            kit::soft(ui, session.words.t("edit-none-found"));
        }
    });
    if !typed.is_empty() {
        let make = session.words.tf("edit-make", &[("name", typed.as_str().into())]);
        let marked = looked.marked == Some(fitting.len());
        if choice(ui, &make, marked).clicked() || entered && marked {
            let entry = new_entry(list, &typed, session.words.lang(), session.today().exact(), session.records());
            chosen = Some(entry.id().to_owned());
            out.push(Command::Edit(Edit::Add(vec![entry])));
        }
    }
    if chosen.is_some() {
        looked = LookedFor::default();
    }
    ui.data_mut(|data| data.insert_temp(at, looked));
    chosen
}

impl LookedFor {
    /// Moves the mark by the arrow keys; whether it moved.
    fn move_mark(&mut self, ui: &Ui, last: Option<usize>) -> bool {
        let (up, down) =
            ui.input(|input| (input.key_pressed(egui::Key::ArrowUp), input.key_pressed(egui::Key::ArrowDown)));
        let next = match (self.marked, up, down) {
            (Some(place), true, false) => place.checked_sub(1),
            (Some(place), false, true) => Some(place + 1),
            (None, false, true) => Some(0),
            (place, ..) => place,
        };
        self.marked = next.and_then(|place| Some(place.min(last?)));
        up != down
    }
}

fn choice(ui: &mut Ui, name: &str, marked: bool) -> Response {
    let button = egui::Button::selectable(marked, kit::shown(ui, name)).truncate().min_size(egui::vec2(370.0, 24.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::Button, true, marked, name));
    reach::tell_chosen(&response, marked);
    response
}
