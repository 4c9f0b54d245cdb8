//! What stands over, across and below the lanes: the years, the events, the cut-off, how many were active.

use super::super::letters::{Type, width};
use super::super::page::Page;
use super::super::scene::{Anchor, Paint, Rect, Shape};
use crate::figure::{self, Lanes, Mark, Tick};
use crate::model::Day;

/// Which day is where.
pub(super) struct Chart {
    /// The first and the last day drawn.
    days: (f64, f64),
    /// Where they stand.
    pub plot: (f32, f32),
}

impl Chart {
    /// All days of the lanes and marks, with a little margin.
    pub fn new(lanes: &Lanes, marks: &[Mark], plot: (f32, f32)) -> Self {
        let all = marks.iter().map(|mark| (mark.days.0, mark.days.1)).chain(lanes.extent);
        let (from, to) = all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((Day(0), Day(1)));
        let (from, to) = (f64::from(from.0), f64::from(to.0));
        let margin = ((to - from) * 0.012).max(10.0);
        Self { days: (from - margin, to + margin), plot }
    }

    pub fn per_day(&self) -> f64 {
        f64::from((self.plot.1 - self.plot.0).max(1.0)) / (self.days.1 - self.days.0).max(1.0)
    }

    /// Where a day begins.
    pub fn x(&self, day: f64) -> f32 {
        self.plot.0 + ((day - self.days.0) * self.per_day()) as f32
    }

    pub fn at(&self, day: Day) -> f32 {
        self.x(f64::from(day.0))
    }
}

fn ticks(page: &Page<'_>, chart: &Chart) -> Vec<Tick> {
    let (from, to) = chart.days;
    figure::ticks(Day(from.ceil() as i32), Day(to.floor() as i32), chart.plot.1 - chart.plot.0, page.words())
}

/// The words of the axis; where two would touch, the later gives way.
pub(super) fn labels(page: &mut Page<'_>, chart: &Chart) {
    let mut free = f32::MIN;
    for tick in ticks(page, chart) {
        let (of, colour) =
            if tick.strong { (Type::CAPTION, page.colours.text) } else { (Type::SMALL, page.colours.soft) };
        let (x, wide) = (chart.at(tick.day), width(&tick.label, of));
        if x >= free && x + wide <= page.right() {
            free = x + wide + 6.0;
            page.line([x, page.y + 9.0], &tick.label, (of, colour), Anchor::Start, wide + 1.0);
        }
    }
    page.y += 20.0;
}

/// The lines of the axis between these heights.
pub(super) fn grid(page: &mut Page<'_>, chart: &Chart, (top, bottom): (f32, f32)) {
    let colour = page.colours.surface.mixed(page.colours.line, 0.8);
    for tick in ticks(page, chart) {
        let x = chart.at(tick.day);
        page.shape(Shape::Line { from: [x, top], to: [x, bottom], colour, width: 1.0, dashed: false });
    }
}

/// Marks closer than this stand together: none lies over another, however long its number may be.
const fn apart(events: usize) -> f32 {
    match events {
        0..=99 => 21.0,
        100..=999 => 26.0,
        _ => 38.0,
    }
}

/// What happened: a ring each, those of about one time in one ring with their number.
pub(super) fn events(page: &mut Page<'_>, chart: &Chart, marks: &[Mark]) {
    if marks.is_empty() {
        return;
    }
    let (words, colours) = (page.words(), page.colours);
    let middle = page.y + 12.0;
    let count = words.tf("timeline-sum-events", &[("n", marks.len().into())]);
    let room = chart.plot.0 - 12.0 - page.left;
    page.line([chart.plot.0 - 12.0, middle], &count, (Type::SMALL, colours.soft), Anchor::End, room);
    for cluster in figure::clusters(marks, apart(marks.len()), |day| chart.x(day)) {
        let together = marks.get(cluster.first..cluster.first + cluster.len).unwrap_or_default();
        page.begin(&told(page, together));
        let (centre, edge) = ([cluster.x, middle], Some((colours.accent, 1.6)));
        if cluster.len == 1 {
            page.shape(Shape::Disc { centre, radius: 4.5, paint: colours.surface, edge });
        } else {
            let number = words.int(cluster.len as i64);
            // A long number is smaller, and its circle as wide as it takes.
            let of = if number.len() > 2 { Type::FINE } else { Type::CAPTION };
            let (wide, high) = ((width(&number, of) + 7.0).max(19.0), 19.0);
            let rect = Rect::new(cluster.x - wide / 2.0, middle - high / 2.0, wide, high);
            page.shape(Shape::Rect { rect, radius: high / 2.0, paint: Paint::Plain(colours.surface), edge });
            page.line(centre, &number, (of, colours.accent), Anchor::Middle, wide);
        }
        page.end();
    }
    page.y += 26.0;
}

/// Each with its date, as far as they are few.
fn told(page: &Page<'_>, marks: &[Mark]) -> String {
    let names = page.shown.scene.names;
    let event = |mark: &Mark| names.portfolio.events.get(mark.at);
    let line = |event: &crate::model::Event| format!("{}: {}", names.words.date(event.date), names.event(event));
    let mut lines: Vec<String> = marks.iter().take(20).filter_map(event).map(line).collect();
    if marks.len() > 20 {
        lines.push(names.words.tf("timeline-more", &[("n", (marks.len() - 20).into())]));
    }
    lines.join("\n")
}

/// Known to the month, a cut-off is a band where the month is wider than this.
const BAND: f32 = 10.0;

/// The cut-off across all lanes, with its words below them.
pub(super) fn cut(page: &mut Page<'_>, chart: &Chart, (top, bottom): (f32, f32)) {
    let scene = page.shown.scene;
    let Some(cutoff) = &scene.names.portfolio.header.cutoff else { return };
    let (from, to) = (chart.at(cutoff.date.earliest()), chart.at(Day(cutoff.date.latest().0.saturating_add(1))));
    if to < chart.plot.0 || from > chart.plot.1 {
        return;
    }
    let colours = page.colours;
    let edges = if to - from > BAND { vec![from, to] } else { vec![f32::midpoint(from, to)] };
    for x in edges {
        let (from, to) = ([x, top], [x, bottom + 4.0]);
        page.shape(Shape::Line { from, to, colour: colours.text, width: 1.4, dashed: true });
    }
    let label = cutoff.label.show(page.words().lang());
    let date = page.words().date(cutoff.date);
    let text = if label.is_empty() { date } else { format!("{date} · {label}") };
    let wide = width(&text, Type::CAPTION);
    let middle = page.y + 11.0;
    let style = (Type::CAPTION, colours.text);
    let (room_right, room_left) = (page.right() - to - 6.0, from - page.left - 6.0);
    if wide <= room_right || room_right >= room_left {
        page.line([to + 6.0, middle], &text, style, Anchor::Start, room_right);
    } else {
        page.line([from - 6.0, middle], &text, style, Anchor::End, room_left);
    }
    page.y += 24.0;
}

/// Height of the strip.
const HIGH: f32 = 44.0;

/// How many projects were active when: sure ones full, those that perhaps were on top of them, paler. Whether there are any of these.
pub(super) fn activity(page: &mut Page<'_>, chart: &Chart) -> bool {
    let scene = page.shown.scene;
    let (words, colours) = (page.words(), page.colours);
    let activity = figure::activity(&scene.answer.rows, scene.index);
    if activity.most == 0 {
        return false;
    }
    page.rule(page.y + 2.0);
    let ground = page.y + 14.0 + HIGH;
    let (x, room) = (chart.plot.0 - 12.0, chart.plot.0 - 12.0 - page.left);
    let title = words.t("timeline-active");
    page.line([x, ground - 30.0], &title, (Type::SMALL, colours.text), Anchor::End, room);
    let every = words.t(if activity.quarters { "timeline-by-quarter" } else { "timeline-by-year" });
    page.line([x, ground - 13.0], &every, (Type::SMALL, colours.soft), Anchor::End, room);
    let points = HIGH / activity.most as f32;
    let pale = colours.surface.mixed(colours.accent, 0.45);
    let full = colours.surface.mixed(colours.accent, 0.8);
    let mut highest: Option<(usize, f32)> = None;
    for bin in &activity.bins {
        let (from, to) = (chart.at(bin.from).max(chart.plot.0), chart.at(bin.to).min(chart.plot.1));
        let count = bin.sure + bin.perhaps;
        if to - from < 0.5 || count == 0 {
            continue;
        }
        if highest.is_none_or(|(most, _)| count > most) {
            highest = Some((count, f32::midpoint(from, to)));
        }
        let args = [("when", activity.name(bin, scene.names).into()), ("n", bin.sure.into())];
        let mut args = Vec::from(args);
        let key = if bin.perhaps > 0 { "timeline-bin-perhaps" } else { "timeline-bin" };
        args.push(("perhaps", bin.perhaps.into()));
        page.begin(&words.tf(key, &args));
        let wide = (to - from - 1.0).max(0.5);
        let (sure, all) = (bin.sure as f32 * points, count as f32 * points);
        page.rect(Rect::new(from, ground - all, wide, all - sure), 0.0, pale);
        page.rect(Rect::new(from, ground - sure, wide, sure), 0.0, full);
        page.end();
    }
    if let Some((most, middle)) = highest {
        let text = words.int(most as i64);
        page.line([middle, ground - HIGH - 8.0], &text, (Type::SMALL, colours.text), Anchor::Middle, 60.0);
    }
    let line = |from, to| Shape::Line { from, to, colour: colours.line, width: 1.0, dashed: false };
    page.shape(line([chart.plot.0, ground], [chart.plot.1, ground]));
    page.y = ground + 8.0;
    activity.bins.iter().any(|bin| bin.perhaps > 0)
}
