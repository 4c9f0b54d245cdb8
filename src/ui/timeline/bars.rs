//! How a lane's parts are painted: fills, soft edges, points, arrows where it goes on beyond the axis.

use eframe::egui::{Align2, Color32, CornerRadius, FontId, Painter, Rect, Shape, Stroke, pos2};

use super::geometry::Scale;
use crate::figure::{Lane, Segment, SegmentKind};
use crate::model::Day;
use crate::ui::kit::{self, Fill};

/// Nothing is drawn narrower than this.
const LEAST: f32 = 4.0;

/// The colours of a lane.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    /// Its theme's.
    pub area: Color32,
    /// What it stands on.
    pub ground: Color32,
    /// That of words, for marks that stand out of the bar.
    pub text: Color32,
}

/// Paints a lane between these heights.
pub(super) fn lane(painter: &Painter, lane: &Lane, scale: Scale, rows: (f32, f32), ink: Ink) {
    let plot = Rect::from_x_y_ranges(scale.plot.0..=scale.plot.1, rows.0 - 3.0..=rows.1 + 3.0);
    let inside = painter.with_clip_rect(plot.intersect(painter.clip_rect()));
    let ran = lane.segments.iter().find(|part| part.kind == SegmentKind::Ran);
    for part in &lane.segments {
        if part.kind == SegmentKind::Ran {
            solid(&inside, part, scale, rows, ink.area);
        } else {
            planned(&inside, part, scale, rows, ink);
        }
        if part.kind == SegmentKind::Unknown {
            let after = ran.map_or(part.from, |ran| ran.to.max(part.from));
            question(&inside, (after, part.to), scale, rows, ink.area);
        }
    }
    if let Some((from, to)) = lane.point {
        point(&inside, scale.x(f64::midpoint(f64::from(from.0), f64::from(to.0))), rows, ink.area);
    }
    let full = Rect::from_x_y_ranges(scale.plot.0..=scale.plot.1, rows.0..=rows.1);
    if let Some(day) = lane.planned_within {
        inside.vline(scale.x(f64::from(day.0)), full.y_range(), Stroke::new(2.0, ink.ground));
    }
    if let Some((from, to)) = lane.stated_end {
        let (from, to) = (scale.x(f64::from(from.0)), scale.x(f64::from(to.0)));
        // Known to the month, it lies between two marks where a month is wide.
        let caps = if to - from > 14.0 { vec![from, to] } else { vec![to] };
        for x in caps {
            end_cap(&inside, x, full, ink.text);
        }
    }
    let middle = f32::midpoint(rows.0, rows.1);
    if f64::from(lane.span.0.0) < scale.days.0 - 0.5 {
        arrow(painter, pos2(scale.plot.0 - 2.0, middle), -1.0, ink.area);
    }
    if f64::from(lane.span.1.0) > scale.days.1 + 0.5 {
        arrow(painter, pos2(scale.plot.1 + 2.0, middle), 1.0, ink.area);
    }
}

/// Where a part lies on screen, and how wide its soft edges are.
struct Place {
    left: f32,
    right: f32,
    soft_left: f32,
    soft_right: f32,
}

fn place(part: &Segment, scale: Scale) -> Option<Place> {
    let (left, right) = (scale.x(f64::from(part.from.0)), scale.x(f64::from(part.to.0)));
    let right = right.max(left + LEAST);
    let soft = |days: i32| {
        let points = (f64::from(days) * scale.per_day()) as f32;
        if points < 1.5 { 0.0 } else { points.min((right - left) / 2.0) }
    };
    let seen = right >= scale.plot.0 && left <= scale.plot.1;
    seen.then(|| Place { left, right, soft_left: soft(part.soft_from), soft_right: soft(part.soft_to) })
}

/// Far outside the plot nothing is seen, and a bar of a million points would be lines without end.
fn near(x: f32, scale: Scale) -> f32 {
    x.clamp(scale.plot.0 - 6.0, scale.plot.1 + 6.0)
}

/// What ran.
fn solid(painter: &Painter, part: &Segment, scale: Scale, rows: (f32, f32), ink: Color32) {
    let Some(at) = place(part, scale) else { return };
    let rect = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rows.0..=rows.1);
    let sure = rect(near(at.left + at.soft_left, scale), near(at.right - at.soft_right, scale));
    if sure.width() > 0.0 {
        // Round only where the day is known: a soft edge goes on from a straight one.
        let (west, east) = (if at.soft_left > 0.0 { 0 } else { 2 }, if at.soft_right > 0.0 { 0 } else { 2 });
        painter.rect_filled(sure, CornerRadius { nw: west, sw: west, ne: east, se: east }, ink);
    }
    if at.soft_left > 0.0 {
        kit::fade(painter, rect(at.left, at.left + at.soft_left), Color32::TRANSPARENT, ink);
    }
    if at.soft_right > 0.0 {
        kit::fade(painter, rect(at.right - at.soft_right, at.right), ink, Color32::TRANSPARENT);
    }
}

/// What was planned, by how its ending is known.
fn planned(painter: &Painter, part: &Segment, scale: Scale, rows: (f32, f32), ink: Ink) {
    let Some(at) = place(part, scale) else { return };
    let rect = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rows.0..=rows.1);
    let whole = rect(near(at.left, scale), near(at.right, scale));
    match part.kind {
        SegmentKind::Named => kit::bar(painter, whole, Fill::Hatched, ink.area, ink.ground),
        // The question mark of what is not known stands where it is seen, apart from this.
        SegmentKind::Implied | SegmentKind::Unknown => {
            kit::bar(painter, whole, Fill::Outline, ink.area, ink.ground);
        }
        SegmentKind::Planned | SegmentKind::Ran => whisker(painter, whole, ink.area),
    }
    // The soft edge of an outline: what it stands on comes over it.
    let clear = Color32::TRANSPARENT;
    if at.soft_left > 0.0 {
        kit::fade(painter, rect(at.left, at.left + at.soft_left).expand(1.0), ink.ground, clear);
    }
    if at.soft_right > 0.0 {
        kit::fade(painter, rect(at.right - at.soft_right, at.right).expand(1.0), clear, ink.ground);
    }
}

/// The question mark of a plan whose end is not known: in its middle, else behind it.
fn question(painter: &Painter, days: (Day, Day), scale: Scale, rows: (f32, f32), ink: Color32) {
    let left = scale.x(f64::from(days.0.0)).max(scale.plot.0);
    let right = scale.x(f64::from(days.1.0)).min(scale.plot.1);
    let middle = f32::midpoint(rows.0, rows.1);
    let x = if right - left > 9.0 {
        f32::midpoint(left, right)
    } else if left >= scale.plot.1 {
        scale.plot.1 - 8.0
    } else {
        right + 6.0
    };
    let font = FontId::proportional(((rows.1 - rows.0) * 0.75).min(12.5));
    painter.text(pos2(x, middle), Align2::CENTER_CENTER, "?", font, ink);
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

/// The part of a lane that has room for words so wide: what ran, else what is outlined, as far as it is seen.
pub(super) fn room(lane: &Lane, scale: Scale, width: f32) -> Option<(f32, SegmentKind)> {
    let ran = lane.segments.iter().find(|part| part.kind == SegmentKind::Ran);
    let seen = |part: &Segment| {
        let covered = ran.filter(|_| part.kind != SegmentKind::Ran).map_or(part.from, |ran| ran.to.max(part.from));
        let left = scale.x(f64::from(covered.0) + f64::from(part.soft_from) * 0.7).max(scale.plot.0);
        let right = scale.x(f64::from(part.to.0) - f64::from(part.soft_to)).min(scale.plot.1);
        (left, right, part.kind)
    };
    let parts = lane.segments.iter().rev().filter(|part| matches!(part.kind, SegmentKind::Ran | SegmentKind::Implied));
    parts.map(seen).find(|(left, right, _)| right - left >= width).map(|(left, _, kind)| (left, kind))
}
