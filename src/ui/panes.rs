//! The panes of the window for whoever uses the keyboard: their names, F6 from one to the next, keys that widen them, and
//! the focus at the view when another one comes.

use std::ops::RangeInclusive;

use eframe::egui::containers::panel::PanelState;
use eframe::egui::{self, Id, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, accesskit, vec2};

use super::kit;
use crate::i18n::Words;
use crate::session::{Question, Session, Tab};

/// How much a pane is widened or narrowed by a key, in points.
const STEP: f32 = 16.0;

/// What was drawn as a pane in this frame.
#[derive(Clone, Copy)]
struct Pane {
    /// The stop at its head.
    head: Id,
    rect: Rect,
}

fn panes_id() -> Id {
    Id::unique("atalaya panes")
}

fn view_id() -> Id {
    Id::unique("atalaya pane of the view")
}

/// Forgets the panes of the last frame.
pub fn begin(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(panes_id(), Vec::<Pane>::new()));
}

/// A stop at the head of a pane: what F6 goes to, and what a screen reader calls the pane.
pub fn head(ui: &mut Ui, name: &str) -> egui::Response {
    let id = ui.scope_id().with("pane");
    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 2.0));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Pane, true, name));
    if response.has_focus() {
        ui.painter().hline(rect.x_range(), rect.top(), kit::ring(ui));
    }
    let pane = Pane { head: id, rect: ui.max_rect() };
    ui.data_mut(|data| data.get_temp_mut_or_default::<Vec<Pane>>(panes_id()).push(pane));
    response
}

/// The head of the pane that holds the view. Another view is told as it comes, wherever the focus is.
pub fn head_of_view(ui: &mut Ui, name: &str) {
    let head = head(ui, name);
    ui.data_mut(|data| data.insert_temp(view_id(), head.id));
    // Whoever is led here hears the name already.
    if !head.gained_focus() {
        ui.accesskit_node_builder(head.id, |node| node.set_live(accesskit::Live::Polite));
    }
}

/// Moves the focus to the next pane, or to the one before, from where it is.
pub fn step(ui: &Ui, forward: bool) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    let mut panes: Vec<Pane> = ui.data_mut(|data| data.get_temp(panes_id())).unwrap_or_default();
    // As they are read: from the top, then from the left.
    panes.sort_by(|a, b| a.rect.top().total_cmp(&b.rect.top()).then(a.rect.left().total_cmp(&b.rect.left())));
    let last = Id::unique("atalaya last pane");
    let kept: Option<Id> = ui.data_mut(|data| data.get_temp(last));
    let place_of = |head: Id| panes.iter().position(|pane| pane.head == head);
    let now = match ui.memory(egui::Memory::focused) {
        Some(focused) => place_of(focused).or_else(|| around(ui, &panes, focused)),
        None => kept.and_then(place_of),
    };
    let count = panes.len().max(1);
    let next = if forward { (now.unwrap_or(0) + 1) % count } else { (now.unwrap_or(0) + count - 1) % count };
    if let Some(pane) = panes.get(next) {
        ui.memory_mut(|memory| memory.request_focus(pane.head));
        ui.data_mut(|data| data.insert_temp(last, pane.head));
    }
}

/// The pane that something stands in; where one lies over another, the smaller.
fn around(ui: &Ui, panes: &[Pane], focused: Id) -> Option<usize> {
    let at = ui.ctx().read_response(focused)?.rect.center();
    let holding = panes.iter().enumerate().filter(|(_, pane)| pane.rect.contains(at));
    holding.min_by(|(_, a), (_, b)| a.rect.area().total_cmp(&b.rect.area())).map(|(place, _)| place)
}

/// Gives the focus to the head of the view.
pub fn focus_view(ui: &Ui) {
    if let Some(head) = ui.data_mut(|data| data.get_temp::<Id>(view_id())) {
        ui.memory_mut(|memory| memory.request_focus(head));
    }
}

/// What is shown, and whether the focus may have gone with what was shown before.
#[derive(Clone, Copy, Default)]
struct Shown {
    view: Option<(Tab, Question)>,
    had_focus: bool,
    /// Frames within which it is seen whether the focus was lost.
    watched: u8,
}

/// Leads the focus to the head of the view where another view took away what had it.
pub fn keep_focus_on_view(ui: &Ui, session: &Session) {
    let id = Id::unique("atalaya view shown");
    let mut shown: Shown = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let now = Some((session.view.tab, session.view.question));
    let focused = ui.memory(egui::Memory::focused);
    if shown.view != now {
        shown.watched = if shown.had_focus && shown.view.is_some() { 3 } else { 0 };
        shown.view = now;
    }
    if shown.watched > 0 {
        shown.watched -= 1;
        ui.request_repaint();
        if focused.is_none() && ui.memory(|memory| memory.top_modal_layer().is_none()) {
            shown.watched = 0;
            focus_view(ui);
        }
    }
    shown.had_focus = focused.is_some();
    ui.data_mut(|data| data.insert_temp(id, shown));
}

/// The edge by which a pane at the side is widened. egui draws it and lets it be dragged; it gives it an English name and
/// no keys.
pub struct Edge {
    /// What the panel is called within egui.
    pub pane: &'static str,
    /// How wide it may be, in points.
    pub range: RangeInclusive<f32>,
    /// Whether the pane stands at the left, so that its edge moves to the right as it is widened.
    pub at_left: bool,
}

impl Edge {
    fn id(&self, ui: &Ui) -> Id {
        ui.scope_id().with(self.pane).with("__resize")
    }

    /// Takes the keys while the edge has the focus. To be called before the panel is drawn.
    pub fn keys(&self, ui: &Ui) {
        let edge = self.id(ui);
        if !ui.memory(|memory| memory.has_focus(edge)) {
            return;
        }
        let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(edge, filter));
        let panel = ui.scope_id().with(self.pane);
        let Some(PanelState { mut outer_rect }) = PanelState::load(ui.ctx(), panel) else { return };
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f32;
        let (wider, narrower) =
            if self.at_left { (Key::ArrowRight, Key::ArrowLeft) } else { (Key::ArrowLeft, Key::ArrowRight) };
        let (least, most) = (*self.range.start(), *self.range.end());
        let mut width = outer_rect.width() + (pressed(wider) - pressed(narrower)) * STEP;
        if pressed(Key::Home) > 0.0 {
            width = least;
        }
        if pressed(Key::End) > 0.0 {
            width = most;
        }
        outer_rect.set_width(width.clamp(least, most));
        ui.data_mut(|data| data.insert_persisted(panel, PanelState { outer_rect }));
    }

    /// Names the edge, tells how wide the pane is, and shows where the focus is. To be called after the panel is drawn.
    pub fn tell(&self, ui: &Ui, name: String, words: &Words) {
        let edge = self.id(ui);
        if !ui.ctx().has_accesskit_node(edge) && !ui.memory(|memory| memory.has_focus(edge)) {
            return;
        }
        let Some(state) = PanelState::load(ui.ctx(), ui.scope_id().with(self.pane)) else { return };
        let whole = |points: f32| i64::from(points.round() as i32);
        let args = [
            ("width", whole(state.outer_rect.width()).into()),
            ("least", whole(*self.range.start()).into()),
            ("most", whole(*self.range.end()).into()),
        ];
        let told = words.tf("edge-width", &args);
        ui.ctx().accesskit_node_builder(edge, |node| {
            node.set_label(name);
            // The value of a separator is a fraction: in points it is told as what describes it.
            node.set_description(told);
        });
        if ui.memory(|memory| memory.has_focus(edge))
            && let Some(response) = ui.ctx().read_response(edge)
        {
            ui.painter().vline(response.rect.center().x, response.rect.y_range(), kit::ring(ui));
        }
    }
}
