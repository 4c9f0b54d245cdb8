//! What fills a bar, by which solid, estimated, planned and unknown are told apart without colour; the legend that says so.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Mesh, Painter, Rect, Sense, Stroke, StrokeKind, TextStyle, Ui, pos2, vec2,
};

use super::kit::small;
use super::theme::palette;
use crate::figure::Fill;

/// Paints a bar with its fill.
pub fn bar(painter: &Painter, rect: Rect, fill: Fill, colour: Color32, surface: Color32) {
    let radius = CornerRadius::same(2);
    match fill {
        Fill::Solid => {
            painter.rect_filled(rect, radius, colour);
        }
        Fill::Dotted => {
            painter.rect(rect, radius, surface, Stroke::new(1.0, colour), StrokeKind::Inside);
            dots(painter, rect.shrink(2.0), colour);
        }
        Fill::Hatched => {
            painter.rect(rect, radius, surface, Stroke::new(1.2, colour), StrokeKind::Inside);
            hatch(painter, rect.shrink(1.2), colour);
        }
        Fill::Outline => {
            painter.rect(rect, radius, surface, Stroke::new(1.2, colour), StrokeKind::Inside);
        }
        Fill::Question => {
            painter.rect(rect, radius, surface, Stroke::new(1.2, colour), StrokeKind::Inside);
            if rect.width() > 9.0 && rect.height() > 9.0 {
                let font = FontId::proportional((rect.height() * 0.75).min(12.5));
                painter.text(rect.center(), Align2::CENTER_CENTER, "?", font, colour);
            }
        }
    }
}

/// One entry of a legend within a wrapped row: a mark and what it means, which no line break parts.
pub fn legend(ui: &mut Ui, fill: Fill, colour: Color32, text: &str) {
    let (mark, gap) = (vec2(18.0, 14.0), 5.0);
    let font = TextStyle::Small.resolve(ui.style());
    let wide = ui.painter().layout_no_wrap(text.to_owned(), font, colour).size().x + mark.x + gap;
    if ui.available_size_before_wrap().x < wide {
        ui.end_row();
    }
    ui.spacing_mut().item_spacing.x = gap;
    let (rect, _) = ui.allocate_exact_size(mark, Sense::hover());
    bar(ui.painter(), rect, fill, colour, palette(ui).surface);
    small(ui, text);
    ui.add_space(12.0);
}

/// Rows of dots within a rectangle.
fn dots(painter: &Painter, rect: Rect, colour: Color32) {
    let step = 4.0;
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut y = rect.top() + step / 2.0;
    while y < rect.bottom() {
        let mut x = rect.left() + step / 2.0;
        while x < rect.right() {
            painter.rect_filled(Rect::from_center_size(pos2(x, y), vec2(1.8, 1.8)), 1, colour);
            x += step;
        }
        y += step;
    }
}

/// Slanted lines within a rectangle.
fn hatch(painter: &Painter, rect: Rect, colour: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], Stroke::new(1.4, colour));
        x += 5.0;
    }
}

/// A rectangle that goes over from one colour to another, left to right: for dates that are soft at their edges.
pub fn fade(painter: &Painter, rect: Rect, from: Color32, to: Color32) {
    let mut mesh = Mesh::default();
    for (x, colour) in [(rect.left(), from), (rect.right(), to)] {
        mesh.colored_vertex(pos2(x, rect.top()), colour);
        mesh.colored_vertex(pos2(x, rect.bottom()), colour);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    painter.add(mesh);
}
