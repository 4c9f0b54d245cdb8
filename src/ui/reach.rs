//! What lets the keyboard and a screen reader reach things: names that egui does not give, where the focus goes, and keys
//! that scroll. It draws nothing.

use eframe::egui::{self, Id, LayerId, Rect, Response, Ui, UiKind, accesskit, vec2};

use crate::session::Session;

/// The name of the whole window for a screen reader, and the language that everything in it is in but where a part says
/// otherwise.
pub fn tell_window(ui: &Ui, session: &Session) {
    let name = format!("Atalaya: {}", session.words.t(session.view.tab.message()));
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(name);
        node.set_language(session.words.lang().code());
    });
}

/// Names what egui makes a container of for a screen reader: the nearest of this kind around.
pub fn name_container(ui: &Ui, kind: UiKind, name: &str) {
    if let Some(around) = ui.stack().iter().find(|stack| stack.kind() == Some(kind)) {
        ui.ctx().accesskit_node_builder(around.unique_id, |node| node.set_label(name));
    }
}

/// Tells a screen reader that the dialog that is being drawn keeps everything else out of reach while it is open.
pub fn tell_modal(ui: &Ui) {
    if let Some(around) = ui.stack().iter().find(|stack| stack.kind() == Some(UiKind::Modal)) {
        ui.ctx().accesskit_node_builder(around.unique_id, |node| {
            node.set_role(accesskit::Role::Dialog);
            node.set_modal();
        });
    }
}

/// Keeps words from a screen reader that hears them otherwise, or for which they are nothing by themselves.
pub fn hide(response: &Response) {
    response.ctx.accesskit_node_builder(response.id, accesskit::Node::set_hidden);
}

/// Tells a screen reader that one of several is chosen. egui tells every choice as the tick of a check box, which a row,
/// an entry of a list and a tab do not have.
pub fn tell_chosen(response: &Response, chosen: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(chosen);
    });
}

/// Lays out at the right end of a row what is heard, and reached by Tab, from left to right. A layout from the right would
/// tell it backwards.
pub fn at_right(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let id = ui.unique_id().with("at right");
    let known: Option<f32> = ui.data_mut(|data| data.get_temp(id));
    ui.add_space(known.map_or(0.0, |width| (ui.available_width() - width).max(0.0)));
    let width = ui.horizontal(contents).response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.request_discard("how wide it is was not known");
    }
}

/// What had the focus before something opened over the views, and what that was.
type Before = (Id, Option<Id>);

/// Keeps what has the focus as something opens over the views; whether it opened just now. When one thing follows another
/// there, the focus goes back to where it was before the first.
pub fn keep_focus(ui: &Ui, over: &'static str, what: Id) -> bool {
    let at = Id::unique(("atalaya focus before", over));
    let kept: Option<Before> = ui.data_mut(|data| data.get_temp(at));
    if kept.is_some_and(|(open, _)| open == what) {
        return false;
    }
    let before = kept.map_or_else(|| ui.memory(egui::Memory::focused), |(_, before)| before);
    ui.data_mut(|data| data.insert_temp::<Before>(at, (what, before)));
    true
}

/// Gives the focus back to where it was before something opened over the views, once that is closed; whether there was
/// anything to give it back to.
pub fn give_focus_back(ui: &Ui, over: &'static str) -> bool {
    let at = Id::unique(("atalaya focus before", over));
    let Some((_, before)) = ui.data_mut(|data| data.get_temp::<Before>(at)) else { return false };
    forget_focus(ui, over);
    // What was done there may have led the focus on.
    let led_on = ui.memory(egui::Memory::focused).and_then(|focused| ui.ctx().read_response(focused));
    if led_on.is_some_and(|response| response.layer_id == LayerId::background()) {
        return true;
    }
    if let Some(before) = before {
        ui.memory_mut(|memory| memory.request_focus(before));
    }
    true
}

/// Forgets where the focus was: it went on by itself.
pub fn forget_focus(ui: &Ui, over: &'static str) {
    ui.data_mut(|data| data.remove::<Before>(Id::unique(("atalaya focus before", over))));
}

/// Whether Escape asks for what lies over the views to be closed: not while something lies over that, and not where it
/// leaves a field or a menu.
pub fn escaped_over(ui: &Ui, session: &Session) -> bool {
    let busy = session.panel.is_some()
        || session.card.is_some()
        || session.tour.is_some()
        || ui.memory(|memory| memory.top_modal_layer().is_some())
        || egui::Popup::is_any_open(ui.ctx());
    let id = Id::unique("atalaya was writing");
    let now = busy || ui.ctx().text_edit_focused();
    let before: bool = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    ui.data_mut(|data| data.insert_temp(id, now));
    !now && !before && ui.input(|input| input.key_pressed(egui::Key::Escape))
}

/// Lets the keys of a page move what is scrolled, for whoever has no wheel. Fields of text keep these keys, and what lies
/// under an open panel keeps still.
pub fn page_keys(ui: &Ui) {
    let under = ui.memory(|memory| memory.top_modal_layer().is_some_and(|top| top != ui.layer_id()));
    if under || ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() * 0.9;
    let (up, down) = ui.input(|input| (input.key_pressed(egui::Key::PageUp), input.key_pressed(egui::Key::PageDown)));
    match (up, down) {
        (true, false) => ui.scroll_with_delta(vec2(0.0, page)),
        (false, true) => ui.scroll_with_delta(vec2(0.0, -page)),
        _ => {}
    }
}

/// Says that a line of a table was clicked: a second click within the time of a double click belongs to the table.
pub fn clicked_in_table(ui: &Ui) {
    let now = ui.input(|input| input.time);
    ui.data_mut(|data| data.insert_temp(Id::unique("clicked in a table"), now));
}

/// Whether details that are wanted are shown. What would open under the pointer between the clicks of a double click waits
/// for the time of one to pass.
pub fn details_shown(ui: &Ui, wanted: bool) -> bool {
    let (shown, clicked) = (Id::unique("details were shown"), Id::unique("clicked in a table"));
    let were: bool = ui.data(|data| data.get_temp(shown)).unwrap_or(false);
    let last: Option<f64> = ui.data(|data| data.get_temp(clicked));
    let delay = ui.ctx().options(|options| options.input_options.max_double_click_delay);
    let left = last.map_or(0.0, |last| delay - ui.input(|input| input.time - last));
    let now = wanted && (were || left <= 0.0);
    if wanted && !now {
        ui.request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
    ui.data_mut(|data| data.insert_temp(shown, now));
    now
}

/// Tells where a node stands that only holds others: what shows the place of a row has it.
pub fn tell_place(ui: &Ui, id: Id, rect: Rect) {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    ui.ctx().accesskit_node_builder(id, |node| node.set_bounds(accesskit::Rect { x0, y0, x1, y1 }));
}
