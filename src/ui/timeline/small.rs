//! The small timeline of the overview: the first lanes without controls, and how many more there are.

use eframe::egui::{Rect, TextStyle, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use super::cache::{self, Figure};
use super::chart::Frame;
use super::geometry::{Geometry, LANE, Scale};
use super::{axis, lanes};
use crate::session::{Command, Session, Tab};
use crate::ui::kit;
use crate::ui::worked::working;

const AXIS: f32 = 18.0;
const EVENTS: f32 = 16.0;
const FOOT: f32 = 22.0;

/// A small timeline of so many points' height at most. Each lane is 24 points high, so that it can be hit: of
/// `max_lanes` those are drawn that fit.
pub fn small(ui: &mut Ui, session: &Session, out: &mut Vec<Command>, max_lanes: usize, height: f32) {
    let Some(figure) = cache::figure(ui, session) else { return working(ui, session) };
    if figure.lanes.lanes.is_empty() {
        kit::soft(ui, session.words.t("timeline-none"));
        return;
    }
    let fit = ((height - AXIS - EVENTS - FOOT) / LANE).floor().max(1.0) as usize;
    let count = figure.lanes.lanes.len().min(max_lanes).min(fit);
    let size = vec2(ui.available_width(), AXIS + EVENTS + FOOT + 4.0 + LANE * count as f32);
    let (_, whole) = ui.allocate_space(size);
    ui.scope_builder(UiBuilder::new().id_salt("small timeline").max_rect(whole), |ui| {
        draw(ui, session, &figure, whole, count, out);
    });
}

fn draw(ui: &mut Ui, session: &Session, figure: &Figure, whole: Rect, count: usize, out: &mut Vec<Command>) {
    let geometry = geometry(whole, count);
    let id = ui.scope_id().with("chart");
    let scale = Scale { days: figure.full(), plot: geometry.plot };
    let frame = Frame { session, figure, geometry: &geometry, scale, id };
    let response = ui.interact(whole, id, eframe::egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &figure.summary));
    axis::grid(ui, &frame);
    lanes::show(ui, &frame, 0.0, out);
    axis::cut(ui, &frame);
    axis::labels(ui, &frame);
    axis::dots(ui, &frame);
    let rest = figure.lanes.lanes.len() + figure.lanes.undated.len() - count;
    if rest > 0 {
        let foot =
            Rect::from_min_max(pos2(whole.left(), geometry.cut.top() + 2.0), pos2(geometry.labels.1, whole.bottom()));
        ui.scope_builder(UiBuilder::new().id_salt("more").max_rect(foot), |ui| {
            let words = session.words.tf("timeline-more", &[("n", rest.into())]);
            if kit::link(ui, &words, TextStyle::Body).clicked() {
                out.push(Command::Show(Tab::Timeline));
            }
        });
    }
}

fn geometry(whole: Rect, count: usize) -> Geometry {
    let row = |top: f32, height: f32| Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), top + height));
    let axis = row(whole.top(), AXIS);
    let events = row(axis.bottom(), EVENTS);
    let lanes = row(events.bottom() + 4.0, LANE * count as f32);
    let names = (whole.width() * 0.24).clamp(110.0, 260.0);
    let labels = (whole.left() + 6.0, whole.left() + names);
    let plot = (labels.1 + 14.0, whole.right() - 24.0);
    let bar = Rect::from_min_max(pos2(whole.right() - 10.0, lanes.top()), lanes.max);
    Geometry {
        axis,
        events,
        lanes,
        cut: row(lanes.bottom(), FOOT),
        tray: row(whole.bottom(), 0.0),
        heads: None,
        own_heads: false,
        labels,
        plot,
        bar,
        lane: LANE,
    }
}
