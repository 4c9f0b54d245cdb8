//! The licences of all that the program carries: the list of its parts, searched by name, licence or maker, and beside it
//! what the chosen one stands under.

use eframe::egui::{
    Align, Id, Key, Label, Layout, Modifiers, Response, RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui,
    UiBuilder, WidgetInfo, accesskit, vec2,
};

use super::finder::{LINE, draw_line};
use super::help::{by_keys, head_line};
use super::kit;
use crate::format::{Part, licences};
use crate::model::Lang;
use crate::session::{Command, Session};

/// Narrower than this, the text stands under the list.
const NARROW: f32 = 620.0;
/// Width of the list.
const LIST: f32 = 320.0;
/// Height of the list over the text.
const LOW: f32 = 5.0 * LINE;
/// How far the page keys move in the list.
const PAGE: isize = 8;

/// What is searched for, which of the found is chosen, and how far the list is scrolled.
#[derive(Clone, Debug, Default)]
struct Reading {
    typed: String,
    at: usize,
    offset: f32,
    /// Whether the list is to be scrolled to what is chosen.
    moved: bool,
}

fn reading_id() -> Id {
    Id::unique("atalaya licences")
}

fn field_id() -> Id {
    Id::unique("atalaya licences search")
}

fn line_id(place: usize) -> Id {
    Id::unique(("atalaya licences part", place))
}

/// Draws the panel within this height.
pub fn show(ui: &mut Ui, session: &Session, height: f32, out: &mut Vec<Command>) {
    let mut reading: Reading = ui.data(|data| data.get_temp(reading_id())).unwrap_or_default();
    let before = (reading.typed.clone(), reading.at);
    by_arrows(ui, &mut reading);
    let field = field(ui, &mut reading, session);
    if reading.typed != before.0 {
        reading.at = 0;
    }
    let found: Vec<&Part> =
        licences().find(&reading.typed).into_iter().filter_map(|place| licences().parts.get(place)).collect();
    reading.at = reading.at.min(found.len().saturating_sub(1));
    let count = kit::small(ui, session.words.tf("licences-found", &[("n", found.len().into())]));
    ui.accesskit_node_builder(count.id, |node| node.set_live(accesskit::Live::Polite));
    reading.moved |= (&reading.typed, reading.at) != (&before.0, before.1);
    let left = (height - 64.0).max(80.0);
    if ui.available_width() < NARROW {
        let page = ScrollArea::vertical().id_salt("licences page").max_height(left).min_scrolled_height(left);
        page.auto_shrink(false).show(ui, |ui| {
            by_keys(ui, left);
            list(ui, &mut reading, &found, LOW, &field, session);
            ui.add_space(8.0);
            text(ui, &reading, &found, session, out);
        });
    } else {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(LIST, left), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LIST);
                list(ui, &mut reading, &found, left, &field, session);
            });
            ui.add_space(12.0);
            // Each part begins at its top.
            let page = ScrollArea::vertical().id_salt(("licence", found.get(reading.at).map(|part| &part.name)));
            let page = page.max_height(left).min_scrolled_height(left).auto_shrink(false);
            ui.vertical(|ui| {
                page.show(ui, |ui| {
                    by_keys(ui, left);
                    text(ui, &reading, &found, session, out);
                });
            });
        });
    }
    ui.data_mut(|data| data.insert_temp(reading_id(), reading));
}

/// The keys of the list work while the field has the focus, and are no keys of the field.
fn by_arrows(ui: &Ui, reading: &mut Reading) {
    if !ui.memory(|memory| memory.has_focus(field_id())) {
        return;
    }
    let moves = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)];
    for (key, by) in moves {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            reading.at = reading.at.saturating_add_signed(by);
        }
    }
}

fn field(ui: &mut Ui, reading: &mut Reading, session: &Session) -> Response {
    let name = session.words.t("licences-search");
    let edit = TextEdit::singleline(&mut reading.typed).id(field_id()).hint_text(kit::prompt(&name));
    let field = ui.add(edit.desired_width(ui.available_width().min(LIST)).min_size(vec2(0.0, 24.0)));
    field.widget_info(|| kit::text_info(&name, &reading.typed));
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_role(accesskit::Role::EditableComboBox);
        node.set_expanded(true);
    });
    field
}

/// The parts that were found; only those in sight are laid out.
fn list(ui: &mut Ui, reading: &mut Reading, found: &[&Part], height: f32, field: &Response, session: &Session) {
    let name = session.words.t("licences-list");
    let frame = UiBuilder::new().accessibility_role(accesskit::Role::ListBox).accessibility_label(name);
    ui.scope_builder(frame, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("licences list").max_height(height).min_scrolled_height(height);
        if std::mem::take(&mut reading.moved) {
            let top = reading.at as f32 * LINE;
            area = area.vertical_scroll_offset(reading.offset.min(top).max(top + LINE - height));
        }
        let shown = area.auto_shrink([false, true]).show_rows(ui, LINE, found.len(), |ui, rows| {
            for (place, part) in found.iter().enumerate().take(rows.end).skip(rows.start) {
                line(ui, place, part, reading, found.len(), field);
            }
        });
        reading.offset = shown.state.clamped_offset().y;
    });
}

fn line(ui: &mut Ui, place: usize, part: &Part, reading: &mut Reading, size: usize, field: &Response) {
    let on = place == reading.at;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let response = ui.interact(rect, line_id(place), Sense::CLICK);
    draw_line(ui, rect, &response, on, [&part.name, "", &part.licence]);
    let spoken = format!("{}, {}", part.name, part.licence);
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::ListBoxOption, true, on, &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(on);
        node.set_position_in_set(place + 1);
        node.set_size_of_set(size);
    });
    if on {
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_active_descendant(response.id.accesskit_id()));
    }
    if response.clicked() {
        reading.at = place;
    }
}

/// What the chosen part stands under, paragraph by paragraph.
fn text(ui: &mut Ui, reading: &Reading, found: &[&Part], session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(part) = found.get(reading.at) else { return };
    head_line(ui, &part.name, TextStyle::Heading, 2);
    ui.add(Label::new(&part.licence).wrap().selectable(true));
    let address = kit::short_link(ui, &part.address, TextStyle::Body, ui.available_width());
    if address.on_hover_text(&part.address).clicked() {
        out.push(Command::Visit(part.address.clone()));
    }
    ui.add_space(6.0);
    if ui.button(words.t("licences-copy")).clicked() {
        let texts: Vec<&str> = licences().of(part).collect();
        out.push(Command::Copy(format!(
            "{}\n{}\n{}\n\n{}\n",
            part.name,
            part.licence,
            part.address,
            texts.join("\n\n")
        )));
    }
    for text in licences().of(part) {
        ui.add_space(4.0);
        ui.separator();
        for paragraph in text.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')) {
            let label = ui.add(Label::new(RichText::new(paragraph).small()).wrap().selectable(true));
            // The licences are in English, whatever the window speaks.
            kit::in_language(&label, Lang::En);
        }
    }
    ui.add_space(16.0);
}
