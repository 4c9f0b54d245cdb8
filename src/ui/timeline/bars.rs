//! How a lane's parts are painted: fills, soft edges, points, arrows where it goes on beyond the axis.

use eframe::egui::{Color32, Painter, Rect, Shape, Stroke, pos2, vec2};

use super::geometry::Scale;
use crate::figure::{Lane, Segment, SegmentKind};
use crate::ui::kit::{self, Fill};

/// Nothing is drawn narrower than this.
const LEAST: f32 = 4.0;

/// Paints a lane between these heights; `ground` is what it stands on.
pub(super) fn lane(painter: &Painter, lane: &Lane, scale: Scale, rows: (f32, f32), ink: Color32, ground: Color32) {
    let plot = Rect::from_x_y_ranges(scale.plot.0..=scale.plot.1, rows.0 - 3.0..=rows.1 + 3.0);
    let inside = painter.with_clip_rect(plot.intersect(painter.clip_rect()));
    for part in &lane.segments {
        segment(&inside, part, scale, rows, ink, ground);
    }
    if let Some((from, to)) = lane.point {
        point(&inside, scale.x(f64::midpoint(f64::from(from.0), f64::from(to.0))), rows, ink);
    }
    let full = Rect::from_x_y_ranges(scale.plot.0..=scale.plot.1, rows.0..=rows.1);
    for (day, mark) in [(lane.stated_end, true), (lane.planned_within, false)] {
        let Some(x) = day.map(|day| scale.x(f64::from(day.0))).filter(|x| full.x_range().contains(*x)) else { continue };
        if mark {
            end_cap(&inside, x, full, ink);
        } else {
            inside.vline(x, full.y_range(), Stroke::new(2.0, ground));
        }
    }
    let middle = f32::midpoint(rows.0, rows.1);
    if f64::from(lane.span.0.0) < scale.days.0 - 0.5 {
        arrow(painter, pos2(scale.plot.0 - 2.0, middle), -1.0, ink);
    }
    if f64::from(lane.span.1.0) > scale.days.1 + 0.5 {
        arrow(painter, pos2(scale.plot.1 + 2.0, middle), 1.0, ink);
    }
}

fn segment(painter: &Painter, part: &Segment, scale: Scale, rows: (f32, f32), ink: Color32, ground: Color32) {
    let (left, right) = (scale.x(f64::from(part.from.0)), scale.x(f64::from(part.to.0)));
    let right = right.max(left + LEAST);
    if right < scale.plot.0 || left > scale.plot.1 {
        return;
    }
    let soft = |days: i32| {
        let points = (f64::from(days) * scale.per_day()) as f32;
        if points < 1.5 { 0.0 } else { points.min((right - left) / 2.0) }
    };
    let (soft_left, soft_right) = (soft(part.soft_from), soft(part.soft_to));
    // Far outside the plot nothing is seen, and a bar of a million points would be dots and lines without end.
    let near = |x: f32| x.clamp(scale.plot.0 - 6.0, scale.plot.1 + 6.0);
    let rect = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rows.0..=rows.1);
    let clear = Color32::TRANSPARENT;
    if part.kind == SegmentKind::Ran {
        let solid = rect(near(left + soft_left), near(right - soft_right));
        if solid.width() > 0.0 {
            kit::bar(painter, solid, Fill::Solid, ink, ground);
        }
        if soft_left > 0.0 {
            kit::fade(painter, rect(left, left + soft_left + 1.0), clear, ink);
        }
        if soft_right > 0.0 {
            kit::fade(painter, rect(right - soft_right - 1.0, right), ink, clear);
        }
        return;
    }
    let whole = rect(near(left), near(right));
    match part.kind {
        SegmentKind::Named => kit::bar(painter, whole, Fill::Hatched, ink, ground),
        SegmentKind::Implied => kit::bar(painter, whole, Fill::Outline, ink, ground),
        SegmentKind::Unknown => kit::bar(painter, whole, Fill::Question, ink, ground),
        SegmentKind::Planned | SegmentKind::Ran => whisker(painter, whole, ink),
    }
    // The soft edge of an outline: what it stands on comes over it.
    if soft_left > 0.0 {
        kit::fade(painter, rect(left, left + soft_left).expand2(vec2(1.0, 1.0)), ground, clear);
    }
    if soft_right > 0.0 {
        kit::fade(painter, rect(right - soft_right, right).expand2(vec2(1.0, 1.0)), clear, ground);
    }
}

/// A thin line to the planned end of what ended before.
pub(super) fn whisker(painter: &Painter, rect: Rect, ink: Color32) {
    let middle = rect.center().y;
    painter.hline(rect.x_range(), middle, Stroke::new(1.4, ink));
    painter.vline(rect.right() - 0.7, middle - 4.0..=middle + 4.0, Stroke::new(1.4, ink));
}

/// The mark of an end that a source tells.
pub(super) fn end_cap(painter: &Painter, x: f32, rows: Rect, ink: Color32) {
    let cap = Rect::from_x_y_ranges(x - 1.5..=x + 1.5, rows.top() - 2.0..=rows.bottom() + 2.0);
    painter.rect_filled(cap, 1, ink);
}

/// A project whose record says that it ended before it began.
fn point(painter: &Painter, x: f32, rows: (f32, f32), ink: Color32) {
    let (middle, r) = (f32::midpoint(rows.0, rows.1), 6.0);
    let corners = vec![pos2(x - r, middle), pos2(x, middle - r), pos2(x + r, middle), pos2(x, middle + r)];
    painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}

/// An arrow outside the plot, at its edge: it goes on.
fn arrow(painter: &Painter, tip_base: eframe::egui::Pos2, way: f32, ink: Color32) {
    let (x, y) = (tip_base.x, tip_base.y);
    let corners = vec![pos2(x, y - 4.5), pos2(x + way * 6.0, y), pos2(x, y + 4.5)];
    painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}

/// The part of a lane that has room for words: what ran, else what is outlined, as far as it is seen.
pub(super) fn room(lane: &Lane, scale: Scale) -> Option<(f32, f32, SegmentKind)> {
    let seen = |part: &Segment| {
        let left = scale.x(f64::from(part.from.0) + f64::from(part.soft_from) * 0.7).max(scale.plot.0);
        let right = scale.x(f64::from(part.to.0) - f64::from(part.soft_to)).min(scale.plot.1);
        (left, right, part.kind)
    };
    let parts = lane.segments.iter().rev().filter(|part| matches!(part.kind, SegmentKind::Ran | SegmentKind::Implied));
    parts.map(seen).find(|(left, right, _)| right - left > 24.0)
}
