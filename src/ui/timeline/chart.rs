//! The chart: takes wheel, pinch, drag and keys, and has its parts drawn. A figure with one name for a screen
//! reader, in which each visible lane is a node of its own.

use eframe::egui::{self, EventFilter, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::cache::{Figure, Item};
use super::geometry::{Geometry, Scale};
use super::window::Window;
use super::{axis, controls, cutoff, lanes, tray};
use crate::session::{Command, Selected, Session, Verb};
use crate::ui::kit;
use crate::ui::theme::palette;

/// What lives from frame to frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State {
    /// How far down the lanes are scrolled.
    pub down: f64,
    /// The project that was selected in the frame before.
    selected: Option<Id>,
    /// The days that were shown when a drag began.
    held: Option<(f64, f64)>,
}

/// What the parts of the chart share in a frame.
pub(super) struct Frame<'a> {
    pub session: &'a Session,
    pub figure: &'a Figure,
    pub geometry: &'a Geometry,
    pub scale: Scale,
    /// The ids of lanes and of the chart are made of this.
    pub id: Id,
}

impl Frame<'_> {
    /// The id of the lane of the project in this row.
    pub fn lane_id(&self, row: usize) -> Id {
        self.id.with(("lane", row))
    }
}

/// Draws the chart.
pub(super) fn show(ui: &mut Ui, session: &Session, figure: &Figure, geometry: &Geometry, out: &mut Vec<Command>) {
    let window = Window::of(ui, session, figure);
    let id = ui.scope_id().with("chart");
    let mut state: State = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let scale = Scale { days: window.days, plot: geometry.plot };
    let frame = Frame { session, figure, geometry, scale, id };
    let area = Rect::from_min_max(pos2(geometry.lanes.left(), geometry.axis.top()), geometry.cut.max);
    let body = Rect::from_min_max(pos2(geometry.plot.0, area.top()), pos2(geometry.bar.left(), area.bottom()));
    let response = ui.interact(body, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &figure.summary));
    let hint = session.words.t("timeline-keys");
    ui.accesskit_node_builder(response.id, |node| node.set_description(hint));
    wheel(ui, area, &frame, &window, &mut state, out);
    drag(ui, &response, &frame, &window, &mut state, out);
    keys(ui, &response, &frame, &window, &mut state, out);
    let factor: Option<f64> = ui.data_mut(|data| data.remove_temp(controls::zoom_id()));
    if let Some(factor) = factor {
        window.zoom(ui, factor, f64::midpoint(window.days.0, window.days.1), out);
    }
    follow_selected(&frame, &mut state);
    state.down = state.down.clamp(0.0, most(&frame));
    axis::grid(ui, &frame);
    lanes::show(ui, &frame, whole_lanes(&frame, state.down), out);
    axis::cut(ui, &frame);
    cutoff::handle(ui, &frame, out);
    axis::labels(ui, &frame);
    axis::events(ui, &frame, &window, out);
    scroll_bar(ui, &frame, &mut state);
    tray::show(ui, &frame, out);
    if response.gained_focus() {
        ui.scroll_to_rect(frame.geometry.lanes, None);
    }
    if response.has_focus() {
        let stroke = kit::ring(ui);
        ui.painter().rect_stroke(body, 4, stroke, egui::StrokeKind::Inside);
    }
    ui.data_mut(|data| data.insert_temp(id, state));
}

/// How far down one can scroll.
fn most(frame: &Frame<'_>) -> f64 {
    let geometry = frame.geometry;
    let whole = geometry.count(frame.figure) as f64 * f64::from(geometry.lane);
    let more = whole - f64::from(geometry.lanes.height());
    // Less than a lane is only the roundness of numbers.
    if more < 1.0 { 0.0 } else { more }
}

fn wheel(ui: &Ui, area: Rect, frame: &Frame<'_>, window: &Window, state: &mut State, out: &mut Vec<Command>) {
    if !ui.rect_contains_pointer(area) {
        return;
    }
    let (zoom, scroll, at) =
        ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
    if (zoom - 1.0).abs() > 0.0001 {
        let x = at.map_or(area.center().x, |at| at.x.clamp(frame.scale.plot.0, frame.scale.plot.1));
        window.zoom(ui, f64::from(zoom), frame.scale.day(x), out);
        return;
    }
    let down = state.down;
    state.down = (down - f64::from(scroll.y)).clamp(0.0, most(frame));
    if (state.down - down).abs() > f64::EPSILON {
        // What moves the lanes does not move the page that they stand on.
        ui.input_mut(|input| input.smooth_scroll_delta.y = 0.0);
    }
    if scroll.x != 0.0 {
        window.pan(ui, -f64::from(scroll.x) / frame.scale.per_day(), out);
    }
}

fn drag(ui: &Ui, response: &Response, frame: &Frame<'_>, window: &Window, state: &mut State, out: &mut Vec<Command>) {
    if response.clicked() {
        response.request_focus();
    }
    if response.drag_started() {
        state.held = Some(window.days);
    }
    if let (true, Some(held), Some(moved)) = (response.dragged(), state.held, response.total_drag_delta()) {
        let wanted = held.0 - f64::from(moved.x) / frame.scale.per_day();
        window.pan(ui, wanted - window.days.0, out);
        state.down -= f64::from(response.drag_delta().y);
        ui.set_cursor_icon(egui::CursorIcon::Grabbing);
    }
    if response.drag_stopped() {
        state.held = None;
    }
}

/// How far down lanes are drawn: whole ones only, so that none is cut.
fn whole_lanes(frame: &Frame<'_>, down: f64) -> f64 {
    let lane = f64::from(frame.geometry.lane);
    (down / lane).round() * lane
}

/// The lines that are seen, whole or in part.
pub(super) fn seen(frame: &Frame<'_>, down: f64) -> std::ops::Range<usize> {
    let (height, lane) = (f64::from(frame.geometry.lanes.height()), f64::from(frame.geometry.lane));
    let first = (down / lane).floor().max(0.0) as usize;
    let last = ((down + height) / lane - 0.01).ceil().max(0.0) as usize;
    first..last.min(frame.geometry.count(frame.figure))
}

/// The keys of the chart, while it or one of its lanes has the focus.
fn keys(ui: &Ui, response: &Response, frame: &Frame<'_>, window: &Window, state: &mut State, out: &mut Vec<Command>) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let at = lanes_seen(frame, state.down).find(|(_, row)| frame.lane_id(*row) == focused).map(|(lane, _)| lane);
    if focused != response.id && at.is_none() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
    let pressed = |key: Key| {
        ui.input(|input| {
            let plain = !input.modifiers.alt && !input.modifiers.command && !input.modifiers.ctrl;
            plain && input.key_pressed(key)
        })
    };
    let length = window.days.1 - window.days.0;
    let middle = f64::midpoint(window.days.0, window.days.1);
    if pressed(Key::ArrowLeft) {
        window.pan(ui, -length * 0.1, out);
    } else if pressed(Key::ArrowRight) {
        window.pan(ui, length * 0.1, out);
    } else if pressed(Key::Plus) || pressed(Key::Equals) {
        window.zoom(ui, 1.5, middle, out);
    } else if pressed(Key::Minus) {
        window.zoom(ui, 1.0 / 1.5, middle, out);
    } else if pressed(Key::Home) {
        out.push(Command::Do(Verb::FitTimeline));
    } else if pressed(Key::ArrowDown) || pressed(Key::ArrowUp) {
        let first = lanes_seen(frame, state.down).next().map(|(lane, _)| lane);
        let next = match at {
            None => first,
            Some(at) if pressed(Key::ArrowDown) => at.checked_add(1),
            Some(at) => at.checked_sub(1),
        };
        focus(ui, frame, next, state);
    } else if pressed(Key::PageDown) || pressed(Key::PageUp) {
        let page = f64::from(frame.geometry.lanes.height() - frame.geometry.lane);
        let way = if pressed(Key::PageDown) { page } else { -page };
        state.down = (state.down + way).clamp(0.0, most(frame));
        if at.is_some() {
            focus(ui, frame, lanes_seen(frame, state.down).nth(1).map(|(lane, _)| lane), state);
        }
    }
}

/// The lanes that are seen, with their rows.
fn lanes_seen<'a>(frame: &'a Frame<'a>, down: f64) -> impl Iterator<Item = (usize, usize)> + 'a {
    seen(frame, whole_lanes(frame, down)).filter_map(|line| match frame.geometry.item(frame.figure, line)? {
        Item::Lane(lane) => Some((lane, frame.figure.lanes.lanes.get(lane)?.row)),
        Item::Head(_) => None,
    })
}

/// Scrolls as little as brings a lane into sight.
fn bring(frame: &Frame<'_>, lane: usize, state: &mut State) {
    let height = f64::from(frame.geometry.lane);
    let top = frame.geometry.line_of(frame.figure, lane) as f64 * height;
    let room = f64::from(frame.geometry.lanes.height());
    // Not above what is needed to see its lower edge, nor below its upper one.
    state.down = state.down.max((top + height - room).max(0.0)).min(top);
}

/// Brings the selected project into sight when another one is selected, here or elsewhere.
fn follow_selected(frame: &Frame<'_>, state: &mut State) {
    let Some(Selected::Project(id)) = &frame.session.view.selected else {
        state.selected = None;
        return;
    };
    let now = Some(Id::unique(id));
    if state.selected != now {
        state.selected = now;
        let row = frame.session.document.portfolio.projects.position(id);
        if let Some(lane) = frame.figure.lanes.lanes.iter().position(|lane| Some(lane.row) == row) {
            bring(frame, lane, state);
        }
    }
}

/// Gives a lane the focus and brings it into sight.
fn focus(ui: &Ui, frame: &Frame<'_>, lane: Option<usize>, state: &mut State) {
    let Some((place, lane)) = lane.and_then(|at| Some((at, frame.figure.lanes.lanes.get(at)?))) else { return };
    bring(frame, place, state);
    ui.scroll_to_rect(frame.geometry.lanes, None);
    ui.memory_mut(|memory| memory.request_focus(frame.lane_id(lane.row)));
    ui.request_repaint();
}

fn scroll_bar(ui: &Ui, frame: &Frame<'_>, state: &mut State) {
    let most = most(frame);
    if most <= 0.0 {
        return;
    }
    let bar = frame.geometry.bar;
    let part = f64::from(bar.height()) / (f64::from(bar.height()) + most);
    let length = (f64::from(bar.height()) * part).max(24.0) as f32;
    let free = f64::from((bar.height() - length).max(1.0));
    let response = ui.interact(bar, frame.id.with("bar"), Sense::DRAG);
    if response.dragged() {
        state.down = (state.down + f64::from(response.drag_delta().y) * most / free).clamp(0.0, most);
    }
    let thumb =
        Rect::from_min_size(pos2(bar.left() + 2.0, bar.top() + (free * state.down / most) as f32), vec2(7.0, length));
    let colours = palette(ui);
    let colour = if response.hovered() || response.dragged() { colours.soft } else { colours.line };
    ui.painter().rect_filled(thumb, 4, colour);
    let name = frame.session.words.t("timeline-scroll");
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::ScrollBar, true, &name));
}
