//! The records without dates, below the axis: their number, a button for each that has room, and the rest in a list.

use eframe::egui::{self, Align, Button, Layout, Popup, TextStyle, Ui, UiBuilder, vec2};

use super::chart::Frame;
use crate::figure::{self, Undated};
use crate::session::{Command, Selected};
use crate::ui::kit;
use crate::ui::theme::palette;

/// Draws the tray.
pub(super) fn show(ui: &mut Ui, frame: &Frame<'_>, out: &mut Vec<Command>) {
    let undated = &frame.figure.lanes.undated;
    let record = |row: &usize| figure::undated(*row, frame.session.names());
    if undated.is_empty() {
        return;
    }
    let tray = frame.geometry.tray;
    let line = UiBuilder::new().id_salt("tray").max_rect(tray.shrink2(vec2(0.0, 2.0)));
    ui.scope_builder(line.layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let title = frame.session.words.tf("timeline-undated", &[("n", undated.len().into())]);
        let colour = palette(ui).soft;
        ui.add(egui::Label::new(egui::RichText::new(title).color(colour)));
        let font = TextStyle::Button.resolve(ui.style());
        let more_room = 96.0;
        let mut shown = 0;
        for (place, record) in undated.iter().filter_map(record).enumerate() {
            let width = kit::elided(ui, &record.label, font.clone(), colour, 180.0).size().x + 22.0;
            let rest = if place + 1 == undated.len() { 0.0 } else { more_room };
            if width + rest > ui.available_width() {
                break;
            }
            one(ui, frame, &record, width, out);
            shown = place + 1;
        }
        let rest = undated.get(shown..).unwrap_or_default();
        if !rest.is_empty() {
            more(ui, frame, rest, out);
        }
    });
}

fn one(ui: &mut Ui, frame: &Frame<'_>, record: &Undated, width: f32, out: &mut Vec<Command>) {
    let words = frame.figure.words(record.row, frame.session);
    let chosen = matches!(&frame.session.view.selected, Some(Selected::Project(id)) if *id == record.id);
    let button = Button::selectable(chosen, record.label.as_str()).truncate().min_size(vec2(0.0, 24.0));
    let response = ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(button.frame_when_inactive(true))
    });
    if response.inner.on_hover_text(words.spoken.as_str()).clicked() {
        out.push(Command::Select(Some(Selected::Project(record.id.clone()))));
    }
}

fn more(ui: &mut Ui, frame: &Frame<'_>, rest: &[usize], out: &mut Vec<Command>) {
    let button = ui.button(frame.session.words.tf("timeline-more", &[("n", rest.len().into())]));
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(260.0);
        let row = ui.spacing().interact_size.y;
        egui::ScrollArea::vertical().max_height(280.0).show_rows(ui, row, rest.len(), |ui, rows| {
            let rest = rest.get(rows).unwrap_or_default().iter();
            for record in rest.filter_map(|row| figure::undated(*row, frame.session.names())) {
                one(ui, frame, &record, 380.0, out);
            }
        });
    });
}
