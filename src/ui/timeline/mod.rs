//! The timeline: a lane a project over an axis of days, the events on a strip of their own, and below them the years
//! of the whole set, where a range can be brushed that narrows every view. The figures come from `figure::lanes`;
//! here they are only laid out, painted, named and listened to.

mod axis;
mod bars;
mod cache;
mod chart;
mod controls;
mod cutoff;
mod geometry;
mod lanes;
mod range;
mod relief;
mod small;
mod strip;
mod table;
mod tray;
mod window;

use eframe::egui::{Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

pub use small::small;

use super::empty;
use super::theme::palette;
use super::worked::working;
use crate::figure::LanesBy;
use crate::session::{Command, LaneOrder, Session};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if session.document.portfolio.projects.is_empty() {
        empty::no_match(ui, session, out);
        return;
    }
    let (Some(figure), Some(base)) = (cache::figure(ui, session), cache::activity(ui, session)) else {
        return working(ui, session);
    };
    let none = figure.lanes.lanes.is_empty() && figure.lanes.undated.is_empty();
    controls::bar(ui, session, out);
    if !none && !session.view.as_table {
        // In a low window a lane more says more than the names of the colours, which every hint has.
        controls::key(ui, session, &figure, ui.available_height() > 400.0);
    }
    if !session.view.as_table {
        cutoff::readout(ui, session, out);
    }
    let whole = ui.available_rect_before_wrap();
    let low = whole.height() < 400.0;
    let strip_height = if base.activity.bins.is_empty() { 0.0 } else { strip::height(low) };
    let surface = surface(ui, whole);
    let geometry = geometry::Geometry::new(surface, strip_height, &figure);
    let upper = Rect::from_min_max(surface.min, pos2(surface.right(), surface.bottom() - strip_height));
    if none {
        inside(ui, upper, "none", |ui| {
            eframe::egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| empty::no_match(ui, session, out));
        });
    } else if session.view.as_table {
        inside(ui, upper, "table", |ui| table::show(ui, session, &figure, out));
    } else {
        inside(ui, upper, "chart", |ui| chart::show(ui, session, &figure, &geometry, out));
    }
    if strip_height > 0.0 {
        let lower = Rect::from_min_max(pos2(surface.left(), surface.bottom() - strip_height), surface.max);
        inside(ui, lower, "strip", |ui| strip::show(ui, session, &base, &geometry, low, out));
    }
    ui.advance_cursor_after_rect(whole);
}

/// The one surface that everything stands on; what is left of it inside its margins.
fn surface(ui: &Ui, whole: Rect) -> Rect {
    let colours = palette(ui);
    ui.painter().rect(whole, 7, colours.surface, Stroke::new(1.0, colours.line), StrokeKind::Inside);
    whole.shrink2(vec2(12.0, 6.0))
}

/// A part of the view in its own rectangle and with its own ids.
fn inside(ui: &mut Ui, rect: Rect, salt: &str, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().id_salt(salt).max_rect(rect), |ui| {
        ui.set_clip_rect(rect.expand(4.0).intersect(ui.clip_rect()));
        contents(ui);
    });
}

/// The order of lanes as the figures know it.
fn by(order: LaneOrder) -> LanesBy {
    match order {
        LaneOrder::Theme => LanesBy::Theme,
        LaneOrder::Implementer => LanesBy::Implementer,
        LaneOrder::Start => LanesBy::Start,
        LaneOrder::End => LanesBy::End,
    }
}
