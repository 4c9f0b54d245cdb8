//! The years of the whole set below the chart: how many projects were active when. A drag over it brushes a range of
//! months that narrows every view; its two ends are dragged, or moved with the arrow keys.

use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, Vec2,
    WidgetInfo, accesskit, pos2, vec2,
};

use super::cache::Base;
use super::geometry::{Geometry, Scale};
use super::range::{self, Range};
use crate::figure::{Activity, Bin};
use crate::model::{Day, PartialDate};
use crate::session::{Command, Session};

use crate::ui::kit;
use crate::ui::theme::palette;

const LABELS: f32 = 15.0;
const FIELDS: f32 = 28.0;

/// How high the strip is; lower in a low window.
pub(super) fn height(low: bool) -> f32 {
    bars_height(low) + LABELS + FIELDS + 6.0
}

fn bars_height(low: bool) -> f32 {
    if low { 24.0 } else { 36.0 }
}

/// What a drag does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Drag {
    /// Draws a new range from this day on.
    New(f64),
    /// Moves the range, taken at this day.
    Move(f64),
}

/// The range while it is dragged, in days: the first, and the day after the last.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    drag: Option<Drag>,
    live: Option<(Day, Day)>,
}

struct Strip<'a> {
    session: &'a Session,
    activity: &'a Activity,
    scale: Scale,
    bars: Rect,
    /// All days.
    whole: (Day, Day),
    /// The range of the set; all days where there is none.
    range: (Day, Day),
    /// Whether there is a range.
    narrowed: bool,
    id: Id,
}

/// Draws the strip.
pub(super) fn show(
    ui: &mut Ui,
    session: &Session,
    base: &Base,
    geometry: &Geometry,
    low: bool,
    out: &mut Vec<Command>,
) {
    let (activity, area) = (&base.activity, ui.max_rect());
    let Some(whole) = activity.extent() else { return };
    let line = Stroke::new(1.0, palette(ui).line);
    ui.painter().hline(area.x_range(), area.top(), line);
    let top = area.top() + 6.0;
    let bars = Rect::from_x_y_ranges(geometry.plot.0..=geometry.plot.1, top..=top + bars_height(low));
    let id = ui.scope_id().with("strip");
    let mut state: State = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let (from, to) = range::present(session);
    let set = (
        from.map_or(whole.0, PartialDate::earliest).clamp(whole.0, whole.1),
        to.map_or(whole.1, |to| Day(to.latest().0.saturating_add(1))).clamp(whole.0, whole.1),
    );
    let narrowed = state.live.is_some() || (from, to) != (None, None);
    let strip = Strip {
        session,
        activity,
        scale: Scale { days: covering(base.days, whole), plot: geometry.plot },
        bars,
        whole,
        range: state.live.unwrap_or(set),
        narrowed,
        id,
    };
    titles(ui, &strip, geometry);
    brush(ui, &strip, &mut state, out);
    paint(ui, &strip);
    ends(ui, &strip, &mut state, out);
    ui.data_mut(|data| data.insert_temp(id, state));
    let fields = Rect::from_min_max(pos2(area.left(), bars.bottom() + LABELS + 1.0), area.max);
    ui.scope_builder(UiBuilder::new().id_salt("fields").max_rect(fields), |ui| range::fields(ui, session, out));
}

/// The days of the chart, and the quarters that reach beyond them.
fn covering(days: (f64, f64), whole: (Day, Day)) -> (f64, f64) {
    (days.0.min(f64::from(whole.0.0)), days.1.max(f64::from(whole.1.0)))
}

fn titles(ui: &mut Ui, strip: &Strip<'_>, geometry: &Geometry) {
    let words = &strip.session.words;
    let rows = strip.bars.top()..=strip.bars.bottom() + 4.0;
    let left = Rect::from_x_y_ranges(geometry.axis.left()..=geometry.labels.1, rows);
    let note = if strip.activity.quarters { words.t("timeline-by-quarter") } else { words.t("timeline-by-year") };
    ui.scope_builder(UiBuilder::new().id_salt("title").max_rect(left), |ui| {
        range::title(ui, &words.t("timeline-active"), &note);
    });
}

/// The drag and the click on the bars.
fn brush(ui: &Ui, strip: &Strip<'_>, state: &mut State, out: &mut Vec<Command>) {
    let response = ui.interact(strip.bars, strip.id.with("brush"), Sense::CLICK | Sense::DRAG);
    let name = name(strip);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &name));
    let day = |at: Pos2| strip.scale.day(at.x.clamp(strip.bars.left(), strip.bars.right()));
    if response.drag_started()
        && let Some(at) = ui.input(|input| input.pointer.press_origin()).map(day)
    {
        let within = strip.narrowed && at > f64::from(strip.range.0.0) && at < f64::from(strip.range.1.0);
        state.drag = Some(if within { Drag::Move(at) } else { Drag::New(at) });
        state.live = None;
    }
    if let (true, Some(drag), Some(at)) = (response.dragged(), state.drag, response.interact_pointer_pos().map(day)) {
        state.live = Some(match drag {
            Drag::New(start) => months(start.min(at), start.max(at), strip.whole),
            Drag::Move(start) => moved(committed(strip), at - start, strip.whole),
        });
    }
    if response.drag_stopped() {
        state.drag = None;
        if let Some(live) = state.live.take() {
            ask(strip, live, out);
        }
    } else if response.clicked()
        && let Some(bin) = response.interact_pointer_pos().and_then(|at| bin_at(strip, day(at)))
    {
        ask(strip, (bin.from, bin.to), out);
    }
    hint(&response, strip, day);
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
}

/// The range as the filter has it, whatever is being dragged.
fn committed(strip: &Strip<'_>) -> (Day, Day) {
    let (from, to) = range::present(strip.session);
    (
        from.map_or(strip.whole.0, PartialDate::earliest),
        to.map_or(strip.whole.1, |to| Day(to.latest().0.saturating_add(1))),
    )
}

/// Whole months from the one day to the other.
fn months(from: f64, to: f64, whole: (Day, Day)) -> (Day, Day) {
    let from = range::first_of_month(Day(from.floor() as i32), 0).max(whole.0);
    let last = Day((to.ceil() as i32 - 1).max(from.0));
    (from, range::first_of_month(last, 1).min(whole.1))
}

/// The range moved by so many days, in whole months, without leaving the strip.
fn moved(range: (Day, Day), days: f64, whole: (Day, Day)) -> (Day, Day) {
    let by = (days / 30.44).round() as i32;
    let shift = |by: i32| (range::first_of_month(range.0, by), range::first_of_month(range.1, by));
    let steps = (0..=by.abs()).rev().map(|step| shift(step * by.signum()));
    steps.into_iter().find(|(from, to)| *from >= whole.0 && *to <= whole.1).unwrap_or(range)
}

fn bin_at<'a>(strip: &Strip<'a>, day: f64) -> Option<&'a Bin> {
    strip.activity.bins.iter().find(|bin| f64::from(bin.from.0) <= day && day < f64::from(bin.to.0))
}

/// Asks for this range; for none where it is all.
fn ask(strip: &Strip<'_>, days: (Day, Day), out: &mut Vec<Command>) {
    let all = days.0 <= strip.whole.0 && days.1 >= strip.whole.1;
    let range: Range = if all { (None, None) } else { (range::month(days.0), range::month(Day(days.1.0 - 1))) };
    if range != range::present(strip.session) {
        range::choose(strip.session, range, out);
    }
}

fn name(strip: &Strip<'_>) -> String {
    let (names, words) = (strip.session.names(), &strip.session.words);
    let (from, to) = strip.whole;
    let years = range::said(strip.session, (range::month(from), range::month(Day(to.0 - 1))));
    let most = strip.activity.bins.iter().find(|bin| bin.sure + bin.perhaps == strip.activity.most);
    let when = most.map(|bin| strip.activity.name(bin, names)).unwrap_or_default();
    words.tf("timeline-strip", &[("range", years.into()), ("n", strip.activity.most.into()), ("when", when.into())])
}

fn hint(response: &Response, strip: &Strip<'_>, day: impl Fn(Pos2) -> f64) {
    let Some(bin) = response.hover_pos().and_then(|at| bin_at(strip, day(at))) else { return };
    let name = strip.activity.name(bin, strip.session.names());
    let args = [("when", name.into()), ("n", bin.sure.into()), ("perhaps", bin.perhaps.into())];
    let words = &strip.session.words;
    let text = if bin.perhaps > 0 { words.tf("timeline-bin-perhaps", &args) } else { words.tf("timeline-bin", &args) };
    response.clone().on_hover_text_at_pointer(text);
}

fn paint(ui: &Ui, strip: &Strip<'_>) {
    let (painter, colours) = (ui.painter(), palette(ui));
    let base = strip.bars.bottom();
    let high = (strip.bars.height() - 3.0) / strip.activity.most.max(1) as f32;
    for bin in &strip.activity.bins {
        let (left, right) = (strip.scale.x(f64::from(bin.from.0)), strip.scale.x(f64::from(bin.to.0)));
        let gap = if right - left > 5.0 { 0.75 } else { 0.0 };
        let column = |from: usize, to: usize| {
            let rows = base - to as f32 * high..=base - from as f32 * high;
            Rect::from_x_y_ranges(left + gap..=right - gap, rows)
        };
        let inside =
            bin.from >= strip.range.0 && bin.to <= strip.range.1 || bin.to > strip.range.0 && bin.from < strip.range.1;
        let ink = if inside { colours.accent } else { colours.soft.gamma_multiply(0.45) };
        painter.rect_filled(column(0, bin.sure), 0, ink.gamma_multiply(0.75));
        painter.rect_filled(column(bin.sure, bin.sure + bin.perhaps), 0, ink.gamma_multiply(0.32));
    }
    painter.hline(strip.bars.x_range(), base, Stroke::new(1.0, colours.line));
    if strip.narrowed {
        let range = Rect::from_x_y_ranges(x_range(strip), strip.bars.y_range()).expand2(vec2(0.0, 2.0));
        painter.rect(
            range,
            3,
            colours.accent.gamma_multiply(0.10),
            Stroke::new(1.4, colours.accent),
            StrokeKind::Middle,
        );
    }
    years(ui, strip);
}

fn x_range(strip: &Strip<'_>) -> std::ops::RangeInclusive<f32> {
    strip.scale.x(f64::from(strip.range.0.0))..=strip.scale.x(f64::from(strip.range.1.0))
}

fn years(ui: &Ui, strip: &Strip<'_>) {
    let colours = palette(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let ticks = crate::figure::ticks(strip.whole.0, strip.whole.1, strip.bars.width() * 0.9, &strip.session.words);
    let mut free = f32::MIN;
    for tick in ticks {
        let x = strip.scale.x(f64::from(tick.day.0));
        let galley = ui.painter().layout_no_wrap(tick.label, font.clone(), colours.soft);
        if x >= free && x + galley.size().x <= strip.bars.right() + 14.0 {
            free = x + galley.size().x + 8.0;
            ui.painter().vline(x, strip.bars.bottom()..=strip.bars.bottom() + 3.0, Stroke::new(1.0, colours.line));
            ui.painter().galley(pos2(x, strip.bars.bottom() + 1.5), galley, colours.soft);
        }
    }
    let most = strip.session.words.int(strip.activity.most as i64);
    let galley = ui.painter().layout_no_wrap(most, font, colours.soft);
    ui.painter().galley(most_at(strip.bars, galley.size()), galley, colours.soft);
}

/// Where the number of the highest bar stands: behind the bars where there is room for it, else ending with the surface.
fn most_at(bars: Rect, size: Vec2) -> Pos2 {
    let left = (bars.right() + 4.0).min(bars.right() + 22.0 - size.x);
    pos2(left, bars.top() + 3.0 - size.y / 2.0)
}

/// What is seen of an end of the range: so low that a long number of the highest bar stands above it.
fn grip(bars: Rect, x: f32, width: f32) -> Rect {
    let height = (bars.height() - 11.0).min(16.0);
    Rect::from_center_size(pos2(x, bars.bottom() - height / 2.0), vec2(width, height))
}

/// The two ends of the range.
fn ends(ui: &Ui, strip: &Strip<'_>, state: &mut State, out: &mut Vec<Command>) {
    let words = &strip.session.words;
    for (last, name) in [(false, words.t("timeline-end-from")), (true, words.t("timeline-end-to"))] {
        let day = if last { strip.range.1 } else { strip.range.0 };
        let x = strip.scale.x(f64::from(day.0));
        let rect = Rect::from_center_size(pos2(x, strip.bars.center().y), vec2(24.0, strip.bars.height().max(24.0)));
        let response = ui.interact(rect, strip.id.with(("end", last)), Sense::click_and_drag());
        end_info(ui, strip, &response, &name, if last { Day(day.0 - 1) } else { day });
        if let (true, Some(at)) = (response.dragged(), response.interact_pointer_pos()) {
            let at = strip.scale.day(at.x.clamp(strip.bars.left(), strip.bars.right()));
            state.live = Some(with_end(strip, last, Day(at.round() as i32)));
        }
        if response.drag_stopped()
            && let Some(live) = state.live.take()
        {
            ask(strip, live, out);
        }
        if response.clicked() {
            response.request_focus();
        }
        end_keys(ui, strip, &response, last, day, out);
        end_paint(ui, strip, &response, x);
        response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }
}

fn end_info(ui: &Ui, strip: &Strip<'_>, response: &Response, name: &str, day: Day) {
    let said = range::month(day).map(|month| strip.session.words.date(month)).unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Slider, true, name));
    // The bus of Linux carries the value of a slider only as a number; the month is told beside the name as well.
    ui.accesskit_node_builder(response.id, |node| {
        node.set_description(said.as_str());
        node.set_value(said);
    });
}

/// The range with one end at the month that begins nearest to this day; the ends never cross.
fn with_end(strip: &Strip<'_>, last: bool, day: Day) -> (Day, Day) {
    let near = range::first_of_month(Day(day.0.saturating_add(15)), 0);
    let (from, to) = strip.range;
    if last {
        (from, near.max(range::first_of_month(from, 1)).min(strip.whole.1))
    } else {
        (near.min(range::first_of_month(Day(to.0 - 1), 0)).max(strip.whole.0), to)
    }
}

fn end_keys(ui: &Ui, strip: &Strip<'_>, response: &Response, last: bool, day: Day, out: &mut Vec<Command>) {
    if !response.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let by = ui.input(|input| {
        let months = if input.modifiers.shift { 12 } else { 1 };
        let pressed = |key: Key| !input.modifiers.alt && input.key_pressed(key);
        match (pressed(Key::ArrowRight) || pressed(Key::ArrowUp), pressed(Key::ArrowLeft) || pressed(Key::ArrowDown)) {
            (true, false) => months,
            (false, true) => -months,
            _ => 0,
        }
    });
    if by != 0 {
        let to = range::first_of_month(day, by);
        ask(strip, with_end(strip, last, to), out);
    }
}

fn end_paint(ui: &Ui, strip: &Strip<'_>, response: &Response, x: f32) {
    let colours = palette(ui);
    let lit = response.hovered() || response.dragged();
    let ink = if strip.narrowed || lit { colours.accent } else { colours.soft };
    let grip = grip(strip.bars, x, if lit { 7.0 } else { 5.0 });
    ui.painter().rect(grip, 3, ink, Stroke::new(1.0, colours.surface), StrokeKind::Outside);
    if response.has_focus() {
        let stroke = kit::ring(ui);
        ui.painter().rect_stroke(grip.expand(4.0), 4, stroke, StrokeKind::Outside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_any_length_stands_apart_from_the_end_of_the_range() {
        for low in [false, true] {
            let bars = Rect::from_min_size(pos2(100.0, 10.0), vec2(600.0, bars_height(low)));
            for wide in [6.0, 20.0, 40.0, 70.0] {
                let size = vec2(wide, 14.0);
                let most = Rect::from_min_size(most_at(bars, size), size);
                let grip = grip(bars, bars.right(), 7.0);
                assert!(!grip.expand(0.5).intersects(most), "{low} {wide}: {grip:?} {most:?}");
                assert!(bars.contains_rect(grip.translate(vec2(-3.5, 0.0))), "{grip:?}");
            }
        }
    }
}
