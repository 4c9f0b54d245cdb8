//! All lanes in one small picture, where there are more than a window shows: a row of pixels is a stretch of lanes, and
//! a frame says which of them are seen. It is the bar that scrolls.

use eframe::egui::{
    self, Color32, ColorImage, Pos2, Rect, Sense, Stroke, StrokeKind, TextureOptions, Ui, lerp, pos2, vec2,
};

use super::cache::Item;
use super::chart::Frame;
use crate::figure::{RELIEF_COLUMNS, Relief};
use crate::ui::theme::palette;

/// The frame is at least so high, however many lanes there are.
const LEAST: f32 = 8.0;

/// Draws the picture; a click or a drag on it leads to the lanes of that place.
pub(super) fn show(ui: &Ui, frame: &Frame<'_>, relief: &Relief, down: &mut f64) {
    let (area, lines, room) = (frame.geometry.bar, frame.lines(), frame.room());
    let response = ui.interact(area, frame.id.with("relief"), Sense::CLICK | Sense::DRAG);
    // A quick click comes and goes within one frame.
    let held = response.is_pointer_button_down_on() || response.clicked();
    if let Some(at) = response.interact_pointer_pos().filter(|_| held) {
        let place = f64::from(((at.y - area.top()) / area.height()).clamp(0.0, 1.0));
        let middle = lane_at(frame, place) as f64 * f64::from(lines.height);
        *down = (middle - f64::from(room) / 2.0).clamp(0.0, lines.most(room));
    }
    let drawn = Rect::from_min_max(pos2(area.left() + 6.0, area.top()), area.max);
    if let Some(texture) = texture(ui, frame, relief) {
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        ui.painter().image(texture, drawn, whole, Color32::WHITE);
    }
    let colours = palette(ui);
    let stroke = Stroke::new(1.0, if response.hovered() { colours.soft } else { colours.line });
    ui.painter().rect_stroke(drawn, 0, stroke, StrokeKind::Outside);
    let seen = seen_frame(frame, drawn, *down);
    ui.painter().rect(
        seen,
        2,
        colours.accent.gamma_multiply(0.12),
        Stroke::new(1.6, colours.accent),
        StrokeKind::Inside,
    );
    let words = &frame.session.words;
    let name = words.tf("timeline-relief", &[("n", frame.figure.lanes.lanes.len().into())]);
    lines.tell(ui, &response, room, *down, &name);
    if let Some(at) = response.hover_pos() {
        let row = (at.y - area.top()) / area.height() * relief.rows.len() as f32;
        let of = relief.lanes_of((row.max(0.0) as usize).min(relief.rows.len().saturating_sub(1)));
        let named = |lane: usize| frame.figure.group_of(lane).map(|(_, group)| group.name.as_str()).unwrap_or_default();
        let (first, last) = (named(of.start), named(of.end.saturating_sub(1)));
        let groups = if first == last { first.to_owned() } else { format!("{first} – {last}") };
        let args = [("group", groups.into()), ("from", (of.start + 1).into()), ("to", of.end.into())];
        response.on_hover_text_at_pointer(format!("{}\n{name}", words.tf("timeline-relief-at", &args)));
    }
}

/// The line of the lane that stands at this part of the whole.
fn lane_at(frame: &Frame<'_>, place: f64) -> usize {
    let lanes = frame.figure.lanes.lanes.len();
    let lane = ((place * lanes as f64) as usize).min(lanes.saturating_sub(1));
    frame.geometry.line_of(frame.figure, lane)
}

/// Where the lanes and days that the chart shows lie in the picture.
fn seen_frame(frame: &Frame<'_>, drawn: Rect, down: f64) -> Rect {
    let lanes = frame.figure.lanes.lanes.len().max(1) as f32;
    let lane_of = |line: usize| match frame.geometry.item(frame.figure, line) {
        Some(Item::Lane(lane)) => lane,
        Some(Item::Head(group)) => frame.figure.lanes.groups.get(group).map_or(0, |group| group.first),
        None => frame.figure.lanes.lanes.len(),
    };
    let lines = frame.lines().seen(frame.room(), down);
    let y = |lane: usize| drawn.top() + drawn.height() * (lane as f32 / lanes);
    let (top, bottom) = (y(lane_of(lines.start)), y(lane_of(lines.end)));
    let middle = f32::midpoint(top, bottom).clamp(drawn.top() + LEAST / 2.0, drawn.bottom() - LEAST / 2.0);
    let high = (bottom - top).max(LEAST);
    let full = frame.figure.lanes.extent.map_or((0.0, 1.0), |(from, to)| (f64::from(from.0), f64::from(to.0)));
    let x = |day: f64| {
        let part = ((day - full.0) / (full.1 - full.0).max(1.0)) as f32;
        lerp(drawn.x_range(), part.clamp(0.0, 1.0))
    };
    let (left, right) = (x(frame.scale.days.0), x(frame.scale.days.1));
    let center = pos2(f32::midpoint(left, right).clamp(drawn.left() + 3.0, drawn.right() - 3.0), middle);
    Rect::from_center_size(center, vec2((right - left).max(6.0), high)).intersect(drawn.expand(1.0))
}

/// The picture, made once for each figure and its colours.
fn texture(ui: &Ui, frame: &Frame<'_>, relief: &Relief) -> Option<egui::TextureId> {
    let colours = palette(ui);
    let mut kept = frame.figure.pixels.lock().ok()?;
    let inks = [colours.surface, colours.soft];
    if let Some((_, texture)) = kept.as_ref().filter(|(drawn_in, _)| *drawn_in == inks) {
        return Some(texture.id());
    }
    let pixels = relief.rows.iter().flat_map(|row| {
        let ink = row.theme.map_or(colours.soft, |place| colours.area(place as usize));
        // Few among many are still to be seen.
        row.shares.iter().map(move |share| {
            let part = f32::from(*share) / 255.0;
            colours.surface.lerp_to_gamma(ink, if *share == 0 { 0.0 } else { 0.15 + 0.85 * part })
        })
    });
    let image = ColorImage::new([RELIEF_COLUMNS, relief.rows.len()], pixels.collect());
    let texture = ui.ctx().load_texture("lanes", image, TextureOptions::LINEAR);
    let id = texture.id();
    *kept = Some((inks, texture));
    Some(id)
}
