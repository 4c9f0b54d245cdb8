//! The lanes: a line with its name for each group, a bar over the days for each project, its amount where it has room.

use super::super::letters::{Type, width};
use super::super::page::{Page, whisker};
use super::super::scene::{Anchor, Paint, Rect, Shape, Way};
use super::axis::Chart;
use crate::figure::{self, Fill, LEFT_OFF, Lane, LaneGroup, Lanes, NO_AMOUNT, Rgb, Segment, SegmentKind};

/// Height of a lane, and of the line of a group's name.
const LANE: f32 = 24.0;
const HEAD: f32 = 26.0;
/// Space above and below a bar.
const INSET: f32 = 3.5;
/// Nothing is drawn narrower than this.
const LEAST: f32 = 4.0;

/// Draws these lanes under the names of their groups; whether an amount had no room.
pub(super) fn draw(page: &mut Page<'_>, chart: &Chart, lanes: &Lanes, drawn: &[usize]) -> bool {
    let (Some(first), Some(last)) = (drawn.first(), drawn.last()) else { return false };
    let mut left_off = false;
    for group in lanes.groups.iter().filter(|group| group.first <= *last && group.first + group.len > *first) {
        head(page, chart, group);
        let places = group.first.max(*first)..(group.first + group.len).min(last + 1);
        for at in lanes.lanes.get(places).unwrap_or_default() {
            left_off |= lane(page, chart, at.row);
            page.y += LANE;
        }
    }
    page.y += 2.0;
    left_off
}

fn head(page: &mut Page<'_>, chart: &Chart, group: &LaneGroup) {
    let colours = page.colours;
    page.rule(page.y + 1.0);
    let middle = page.y + HEAD / 2.0 + 1.0;
    let mut left = page.left;
    if let Some(theme) = group.theme {
        page.rect(Rect::new(left, middle - 5.0, 10.0, 10.0), 2.0, colours.area(theme));
        left += 16.0;
    }
    let args = [("name", (&group.name).into()), ("n", group.len.into())];
    let text = page.words().tf("timeline-group", &args);
    // On the ground, so that the lines of the axis do not run through the words.
    let room = chart.plot.1 - left;
    let wide = width(&text, Type::CAPTION).min(room);
    page.rect(Rect::new(left - 2.0, middle - 8.0, wide + 6.0, 16.0), 0.0, colours.surface);
    page.line([left, middle], &text, (Type::CAPTION, colours.text), Anchor::Start, room);
    page.y += HEAD;
}

/// Draws a lane; whether its amount had no room.
fn lane(page: &mut Page<'_>, chart: &Chart, row: usize) -> bool {
    let scene = page.shown.scene;
    let (Some(project), Some(derived)) = (scene.names.portfolio.projects.get(row), scene.index.rows.get(row)) else {
        return false;
    };
    let Some(lane) = figure::lane(row, scene.index, scene.names) else { return false };
    let words = figure::lane_words(&project, derived, Some(&lane), scene.names);
    let colours = page.colours;
    let middle = page.y + LANE / 2.0;
    page.begin(&words.spoken);
    let end = chart.plot.0 - 12.0;
    page.line([end, middle], &lane.label, (Type::BODY, colours.text), Anchor::End, end - page.left);
    let ink = lane.theme.map_or(colours.soft, |place| colours.area(place));
    let rows = (page.y + INSET, page.y + LANE - INSET);
    bar(page, chart, &lane, rows, ink);
    let left_off = amount(page, chart, &lane, &words.amounts, ink);
    page.end();
    left_off
}

fn bar(page: &mut Page<'_>, chart: &Chart, lane: &Lane, rows: (f32, f32), ink: Rgb) {
    let colours = page.colours;
    let ran = lane.segments.iter().find(|part| part.kind == SegmentKind::Ran);
    for part in &lane.segments {
        if part.kind == SegmentKind::Ran {
            solid(page, chart, part, rows, ink);
        } else {
            planned(page, chart, part, rows, ink);
        }
        if part.kind == SegmentKind::Unknown {
            let after = ran.map_or(part.from, |ran| ran.to.max(part.from));
            question(page, (chart.at(after), chart.at(part.to)), rows, ink);
        }
    }
    if let Some((from, to)) = lane.point {
        let (x, y, r) = (f32::midpoint(chart.at(from), chart.at(to)), f32::midpoint(rows.0, rows.1), 6.0);
        page.shape(Shape::Polygon { points: vec![[x - r, y], [x, y - r], [x + r, y], [x, y + r]], colour: ink });
    }
    if let Some(day) = lane.planned_within {
        let x = chart.at(day);
        let (from, to) = ([x, rows.0], [x, rows.1]);
        page.shape(Shape::Line { from, to, colour: colours.surface, width: 2.0, dashed: false });
    }
    if let Some((from, to)) = lane.stated_end {
        let (from, to) = (chart.at(from), chart.at(to));
        // Known to the month, it lies between two marks where a month is wide.
        let caps = if to - from > 14.0 { vec![from, to] } else { vec![to] };
        for x in caps {
            page.rect(Rect::new(x - 1.5, rows.0 - 2.0, 3.0, rows.1 - rows.0 + 4.0), 1.0, colours.text);
        }
    }
}

/// Where a part lies, and how wide its soft edges are.
fn place(chart: &Chart, part: &Segment) -> (f32, f32, f32, f32) {
    let left = chart.at(part.from);
    let right = chart.at(part.to).max(left + LEAST);
    let soft = |days: i32| {
        let points = (f64::from(days) * chart.per_day()) as f32;
        if points < 1.5 { 0.0 } else { points.min((right - left) / 2.0) }
    };
    (left, right, soft(part.soft_from), soft(part.soft_to))
}

/// What ran.
fn solid(page: &mut Page<'_>, chart: &Chart, part: &Segment, rows: (f32, f32), ink: Rgb) {
    let (left, right, soft_left, soft_right) = place(chart, part);
    let rect = |from: f32, to: f32| Rect::new(from, rows.0, to - from, rows.1 - rows.0);
    let fade = |rect, way| Shape::Rect { rect, radius: 0.0, paint: Paint::Fade(ink, way), edge: None };
    let sure = rect(left + soft_left, right - soft_right);
    if sure.width > 0.0 {
        let round = if soft_left > 0.0 || soft_right > 0.0 { 0.0 } else { 2.0 };
        page.rect(sure, round, ink);
    }
    if soft_left > 0.0 {
        page.shape(fade(rect(left, left + soft_left), Way::In));
    }
    if soft_right > 0.0 {
        page.shape(fade(rect(right - soft_right, right), Way::Out));
    }
}

/// What was planned, by how its ending is known.
fn planned(page: &mut Page<'_>, chart: &Chart, part: &Segment, rows: (f32, f32), ink: Rgb) {
    let (left, right, soft_left, soft_right) = place(chart, part);
    let rect = |from: f32, to: f32| Rect::new(from, rows.0, to - from, rows.1 - rows.0);
    let whole = rect(left, right);
    match part.kind {
        SegmentKind::Named => page.bar(whole, Fill::Hatched, ink),
        // The question mark of what is not known stands where it is seen, apart from this.
        SegmentKind::Implied | SegmentKind::Unknown => page.bar(whole, Fill::Outline, ink),
        SegmentKind::Planned | SegmentKind::Ran => whisker(page, whole, ink),
    }
    // The soft edge of an outline: what it stands on comes over it.
    let ground = page.colours.surface;
    let over = |rect: Rect, way| {
        let rect = Rect::new(rect.x - 1.0, rect.y - 1.0, rect.width + 2.0, rect.height + 2.0);
        Shape::Rect { rect, radius: 0.0, paint: Paint::Fade(ground, way), edge: None }
    };
    if soft_left > 0.0 {
        page.shape(over(rect(left, left + soft_left), Way::Out));
    }
    if soft_right > 0.0 {
        page.shape(over(rect(right - soft_right, right), Way::In));
    }
}

/// The question mark of a plan whose end is not known: in its middle, else behind it.
fn question(page: &mut Page<'_>, (left, right): (f32, f32), rows: (f32, f32), ink: Rgb) {
    let x = if right - left > 9.0 { f32::midpoint(left, right) } else { right + 6.0 };
    page.line([x, f32::midpoint(rows.0, rows.1)], "?", (Type::SMALL, ink), Anchor::Middle, 12.0);
}

/// The amount in the longest form that has room in the bar, else behind it, else before it; whether all but a sign of it
/// was left off.
fn amount(page: &mut Page<'_>, chart: &Chart, lane: &Lane, amounts: &[String], ink: Rgb) -> bool {
    let crossed = [page.words().t("timeline-crossed-short")];
    let forms = if lane.point.is_some() { &crossed } else { amounts };
    let placed = forms.iter().find(|text| amount_placed(page, chart, lane, text, ink));
    placed.is_some_and(|text| [LEFT_OFF, NO_AMOUNT].contains(&text.as_str()))
}

/// Draws this form of the amount where it has room; whether it has.
fn amount_placed(page: &mut Page<'_>, chart: &Chart, lane: &Lane, text: &str, ink: Rgb) -> bool {
    let (colours, of) = (page.colours, Type::CAPTION);
    let (wide, middle) = (width(text, of), page.y + LANE / 2.0);
    if let Some((left, kind)) = room(chart, lane, wide + 13.0).filter(|_| lane.point.is_none()) {
        let colour = if kind == SegmentKind::Ran { ink.ink() } else { colours.text };
        page.line([left + 7.0, middle], text, (of, colour), Anchor::Start, wide + 1.0);
        return true;
    }
    let question = lane.segments.iter().any(|part| part.kind == SegmentKind::Unknown);
    let end = chart.at(lane.span.1).max(chart.at(lane.span.0) + 8.0) + if question { 16.0 } else { 8.0 };
    if end + wide <= page.right() && !crosses_cut(page, chart, (end, end + wide)) {
        page.line([end, middle], text, (of, colours.soft), Anchor::Start, wide + 1.0);
        return true;
    }
    let start = chart.at(lane.span.0) - 6.0;
    let before = start - wide >= chart.plot.0 && !crosses_cut(page, chart, (start - wide, start));
    if before {
        page.line([start, middle], text, (of, colours.soft), Anchor::End, wide + 1.0);
    }
    before
}

/// Whether the line of the cut-off would run through these words.
fn crosses_cut(page: &Page<'_>, chart: &Chart, (from, to): (f32, f32)) -> bool {
    let cutoff = page.shown.scene.names.portfolio.header.cutoff.as_ref();
    cutoff.is_some_and(|cutoff| {
        let (cut_from, cut_to) = (chart.at(cutoff.date.earliest()), chart.at(cutoff.date.latest()));
        from < cut_to + 4.0 && to + 4.0 > cut_from
    })
}

/// The part of a lane that has room for words so wide: what ran, else what is outlined.
fn room(chart: &Chart, lane: &Lane, wide: f32) -> Option<(f32, SegmentKind)> {
    let ran = lane.segments.iter().find(|part| part.kind == SegmentKind::Ran);
    let free = |part: &Segment| {
        let from = ran.filter(|_| part.kind != SegmentKind::Ran).map_or(part.from, |ran| ran.to.max(part.from));
        let left = chart.x(f64::from(from.0) + f64::from(part.soft_from) * 0.7);
        (left, chart.x(f64::from(part.to.0) - f64::from(part.soft_to)), part.kind)
    };
    let parts = lane.segments.iter().rev().filter(|part| matches!(part.kind, SegmentKind::Ran | SegmentKind::Implied));
    parts.map(free).find(|(left, right, _)| right - left >= wide).map(|(left, _, kind)| (left, kind))
}
