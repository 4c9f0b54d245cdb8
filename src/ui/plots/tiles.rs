//! The map of tiles: a state each, darker the more projects name it, the number always written.

use eframe::egui::{
    Color32, FontId, Rect, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use crate::figure::{Length, TileMap};
use crate::query::{By, Field, Value};
use crate::session::{CardOf, Command, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

/// Draws the map.
pub(super) fn draw(ui: &mut Ui, map: &TileMap, length: Length, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    match length {
        Length::Projects => kit::title(ui, &words.t("plot-states-projects"), ""),
        Length::Money | Length::Whole => {
            kit::title(ui, &words.t("plot-states-money"), &words.t("plot-states-money-unit"));
        }
    }
    let columns = map.tiles.iter().map(|tile| tile.place.1).max().unwrap_or(0) + 1;
    let rows = map.tiles.iter().map(|tile| tile.place.0).max().unwrap_or(0) + 1;
    let side = ((ui.available_width() + 4.0) / f32::from(columns) - 4.0).clamp(34.0, 52.0);
    let size = vec2(f32::from(columns) * (side + 4.0) - 4.0, f32::from(rows) * (side * 0.86 + 4.0));
    let (area, figure) = ui.allocate_exact_size(size, Sense::hover());
    let summary =
        words.tf("plot-states-summary", &[("n", map.tiles.iter().filter(|tile| tile.projects > 0).count().into())]);
    figure.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &summary));
    let colours = palette(ui);
    let (small, strong) = (TextStyle::Small.resolve(ui.style()), theme::strong().resolve(ui.style()));
    for tile in &map.tiles {
        let at = vec2(f32::from(tile.place.1) * (side + 4.0), f32::from(tile.place.0) * (side * 0.86 + 4.0));
        let rect = Rect::from_min_size(area.min + at, vec2(side, side * 0.86));
        let response = ui.interact(rect, ui.scope_id().with(&tile.key), Sense::click());
        let strength = tile.projects as f32 / map.most.max(1) as f32;
        let fill = if tile.projects == 0 { colours.sunken } else { colours.tint(colours.accent, TILES, strength) };
        let edge = if tile.chosen || response.hovered() {
            Stroke::new(2.0, colours.accent)
        } else {
            Stroke::new(1.0, colours.line)
        };
        ui.painter().rect(rect, 4, fill, edge, StrokeKind::Inside);
        let text = if tile.projects == 0 { colours.soft } else { colours.text };
        let up = if tile.projects == 0 { rect.center().y } else { rect.center().y - side * 0.18 };
        inscribe(ui, rect, up, (&tile.short, &small), text);
        if tile.projects > 0 {
            let below = rect.center().y + side * 0.2;
            let (figure, font) = match (length, tile.whole) {
                (Length::Projects, _) => (words.int(tile.projects as i64), &strong),
                (_, Some(whole)) => (words.millions(whole), &small),
                (_, None) => ("?".to_owned(), &strong),
            };
            inscribe(ui, rect, below, (&figure, font), text);
        }
        kit::focus_ring(ui, &response);
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, tile.chosen, &tile.spoken));
        if response.clicked() {
            out.push(Command::Toggle(Field::State, Value::Key(tile.key.clone())));
        }
        response.context_menu(|ui| {
            if ui.button(words.t("plot-open-card")).clicked() {
                out.push(Command::Card(Some(CardOf::Group(By::State, Some(tile.key.clone())))));
                ui.close();
            }
        });
        kit::hint(ui, response, &tile.spoken);
    }
    notes(ui, map, length, session, out);
}

/// How much of the accent the tile with the least and the one with the most have.
pub(in crate::ui) const TILES: (f32, f32) = (0.14, 0.46);

/// Writes something in the middle of a tile at this height, in smaller letters where it would reach beyond.
pub(super) fn inscribe(ui: &Ui, tile: Rect, y: f32, (text, font): (&str, &FontId), colour: Color32) {
    let lay = |font: FontId| ui.painter().layout_no_wrap(text.to_owned(), font, colour);
    let (galley, room) = (lay(font.clone()), tile.width() - 3.0);
    let wide = galley.size().x;
    let galley = if wide > room { lay(FontId::new(font.size * room / wide, font.family.clone())) } else { galley };
    ui.painter().galley(pos2(tile.center().x, y) - galley.size() / 2.0, galley, colour);
}

fn notes(ui: &mut Ui, map: &TileMap, length: Length, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    if length != Length::Projects {
        kit::small(ui, words.t("plot-states-not-there"));
    }
    if map.without_state > 0 {
        let text = words.tf("plot-states-without", &[("n", map.without_state.into())]);
        if kit::link(ui, &text, TextStyle::Small).clicked() {
            out.push(Command::Toggle(Field::State, Value::Missing));
        }
    }
    kit::small(ui, words.t("plot-states-several"));
}
