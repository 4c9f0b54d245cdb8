//! The chart: takes wheel, pinch, drag and keys, and has its parts drawn. A figure with one name for a screen
//! reader, in which each visible lane is a node of its own.

use eframe::egui::{self, EventFilter, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, accesskit, pos2};

use super::cache::{Figure, Item};
use super::geometry::{Geometry, Scale};
use super::window::Window;
use super::{axis, controls, cutoff, lanes, relief, tray};
use crate::session::{Command, Selected, Session, Verb};
use crate::ui::kit;
use crate::ui::lines::Lines;

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

    /// The lines of the chart.
    pub fn lines(&self) -> Lines {
        self.geometry.lines(self.figure)
    }

    /// The height in which lanes are drawn.
    pub fn room(&self) -> f32 {
        self.geometry.lanes.height()
    }

    /// How far down one can scroll.
    fn most(&self) -> f64 {
        self.lines().most(self.room())
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
    state.down = state.down.clamp(0.0, frame.most());
    axis::grid(ui, &frame);
    lanes::show(ui, &frame, whole_lanes(&frame, state.down), out);
    axis::cut(ui, &frame);
    cutoff::handle(ui, &frame, out);
    axis::labels(ui, &frame);
    axis::events(ui, &frame, &window, out);
    match &figure.relief {
        Some(all) => relief::show(ui, &frame, all, &mut state.down),
        None => frame.lines().bar(ui, id, geometry.bar, &mut state.down, &session.words.t("timeline-scroll")),
    }
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

fn wheel(ui: &Ui, area: Rect, frame: &Frame<'_>, window: &Window, state: &mut State, out: &mut Vec<Command>) {
    if !ui.rect_contains_pointer(area) {
        return;
    }
    let (zoom, aside, at) =
        ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta().x, input.pointer.hover_pos()));
    if (zoom - 1.0).abs() > 0.0001 {
        let x = at.map_or(area.center().x, |at| at.x.clamp(frame.scale.plot.0, frame.scale.plot.1));
        window.zoom(ui, f64::from(zoom), frame.scale.day(x), out);
        return;
    }
    frame.lines().wheel(ui, area, frame.room(), &mut state.down);
    if aside != 0.0 {
        window.pan(ui, -f64::from(aside) / frame.scale.per_day(), out);
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

/// The keys of the chart, while it or one of its lanes has the focus.
fn keys(ui: &Ui, response: &Response, frame: &Frame<'_>, window: &Window, state: &mut State, out: &mut Vec<Command>) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let at = lanes_seen(frame, state.down).find(|(_, row)| frame.lane_id(*row) == focused).map(|(lane, _)| lane);
    if focused != response.id && at.is_none() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
    let with = |command: bool, key: Key| {
        ui.input(|input| !input.modifiers.alt && input.modifiers.command == command && input.key_pressed(key))
    };
    let pressed = |key: Key| with(false, key);
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
    } else if with(true, Key::Home) {
        focus(ui, frame, Some(0), state);
    } else if pressed(Key::End) || with(true, Key::End) {
        focus(ui, frame, frame.figure.lanes.lanes.len().checked_sub(1), state);
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
        state.down = (state.down + way).clamp(0.0, frame.most());
        if at.is_some() {
            focus(ui, frame, lanes_seen(frame, state.down).nth(1).map(|(lane, _)| lane), state);
        }
    }
}

/// The lanes that are seen, with their rows.
fn lanes_seen<'a>(frame: &'a Frame<'a>, down: f64) -> impl Iterator<Item = (usize, usize)> + 'a {
    frame.lines().seen(frame.room(), whole_lanes(frame, down)).filter_map(|line| {
        match frame.geometry.item(frame.figure, line)? {
            Item::Lane(lane) => Some((lane, frame.figure.lanes.lanes.get(lane)?.row)),
            Item::Head(_) => None,
        }
    })
}

/// Scrolls as little as brings a lane into sight.
fn bring(frame: &Frame<'_>, lane: usize, state: &mut State) {
    frame.lines().bring(frame.geometry.line_of(frame.figure, lane), frame.room(), &mut state.down);
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
