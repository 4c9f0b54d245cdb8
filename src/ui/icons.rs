//! Small pictures, painted, and buttons that are only one.

use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit, epaint, pos2, vec2,
};

use super::kit::focus_ring;
use super::theme::palette;

/// Small pictures, painted: the face has no arrows or check marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Icon {
    Up,
    Down,
    Left,
    Right,
    Close,
    Check,
    Search,
    Menu,
    Warning,
    Edit,
}

/// Paints an icon in the middle of a square.
pub fn icon(painter: &Painter, icon: Icon, rect: Rect, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    let c = rect.center();
    let r = rect.width().min(rect.height()) * 0.30;
    let line = |points: Vec<Pos2>| {
        painter.add(epaint::PathShape::line(points, stroke));
    };
    match icon {
        Icon::Up => line(vec![pos2(c.x - r, c.y + r * 0.5), pos2(c.x, c.y - r * 0.5), pos2(c.x + r, c.y + r * 0.5)]),
        Icon::Down => line(vec![pos2(c.x - r, c.y - r * 0.5), pos2(c.x, c.y + r * 0.5), pos2(c.x + r, c.y - r * 0.5)]),
        Icon::Left => line(vec![pos2(c.x + r * 0.5, c.y - r), pos2(c.x - r * 0.5, c.y), pos2(c.x + r * 0.5, c.y + r)]),
        Icon::Right => line(vec![pos2(c.x - r * 0.5, c.y - r), pos2(c.x + r * 0.5, c.y), pos2(c.x - r * 0.5, c.y + r)]),
        Icon::Close => {
            line(vec![pos2(c.x - r, c.y - r), pos2(c.x + r, c.y + r)]);
            line(vec![pos2(c.x - r, c.y + r), pos2(c.x + r, c.y - r)]);
        }
        Icon::Check => line(vec![pos2(c.x - r, c.y), pos2(c.x - r * 0.3, c.y + r * 0.8), pos2(c.x + r, c.y - r * 0.8)]),
        Icon::Search => {
            painter.circle_stroke(pos2(c.x - r * 0.3, c.y - r * 0.3), r * 0.9, stroke);
            line(vec![pos2(c.x + r * 0.4, c.y + r * 0.4), pos2(c.x + r * 1.2, c.y + r * 1.2)]);
        }
        Icon::Menu => {
            for dy in [-0.8, 0.0, 0.8] {
                line(vec![pos2(c.x - r * 1.1, c.y + r * dy), pos2(c.x + r * 1.1, c.y + r * dy)]);
            }
        }
        Icon::Edit => {
            // A pencil: its shaft, its point, and the line that it writes.
            line(vec![pos2(c.x - r, c.y + r), pos2(c.x - r * 0.7, c.y + r * 0.2), pos2(c.x + r * 0.6, c.y - r * 1.1)]);
            line(vec![pos2(c.x - r, c.y + r), pos2(c.x - r * 0.2, c.y + r * 0.7), pos2(c.x + r * 1.1, c.y - r * 0.6)]);
            line(vec![pos2(c.x + r * 0.6, c.y - r * 1.1), pos2(c.x + r * 1.1, c.y - r * 0.6)]);
        }
        Icon::Warning => {
            let points = vec![pos2(c.x, c.y - r * 1.2), pos2(c.x + r * 1.3, c.y + r), pos2(c.x - r * 1.3, c.y + r)];
            painter.add(epaint::PathShape::closed_line(points, stroke));
            line(vec![pos2(c.x, c.y - r * 0.4), pos2(c.x, c.y + r * 0.25)]);
            painter.circle_filled(pos2(c.x, c.y + r * 0.62), 0.9, colour);
        }
    }
}

/// A button that is only a picture, with a name that is heard and shown on hover.
pub fn icon_button(ui: &mut Ui, picture: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    if ui.is_rect_visible(rect) {
        let enabled = ui.is_enabled();
        if response.hovered() && enabled {
            ui.painter().rect_filled(rect, 4, palette(ui).hovered);
        }
        let colour = if enabled { palette(ui).text } else { palette(ui).text.gamma_multiply(0.35) };
        icon(ui.painter(), picture, rect, colour);
        focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}
