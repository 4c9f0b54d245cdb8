//! What lies over the view of a narrow window: the filters, the details. Each is a dialog with a name; what it holds stands
//! elsewhere.

use eframe::egui::{self, Frame, Margin, Stroke, Ui, vec2};

use super::theme::palette;
use super::{DETAILS, detail, facets, panes, reach};
use crate::session::{Command, Session};

/// The filters of a narrow window, over the view.
pub fn facets(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let name = session.words.t("pane-filters");
    over(ui, "facets over", &name, (egui::Align2::LEFT_TOP, OVER, 280.0), |ui| {
        panes::head(ui, &name);
        facets::show(ui, session, out);
    });
}

/// The details of a narrow window, over the view.
pub fn details(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let most = ui.ctx().content_rect().height() / 2.0;
    let below: f32 = ui.data(|data| data.get_temp(below_notices())).unwrap_or(OVER);
    // Many notices leave room for the details all the same.
    let name = session.words.t("pane-details");
    let place = (egui::Align2::RIGHT_TOP, below.clamp(OVER, most.max(OVER)), DETAILS);
    over(ui, "details over", &name, place, |ui| {
        panes::head(ui, &name);
        detail::show(ui, session, out);
    });
}

/// Where what lies over the view begins, below the bars.
const OVER: f32 = 84.0;

fn below_notices() -> egui::Id {
    egui::Id::unique("atalaya below notices")
}

/// Says where the view begins, below what is told above it: what lies over it begins there.
pub fn begins_at(ui: &Ui, top: f32) {
    ui.data_mut(|data| data.insert_temp(below_notices(), top));
}

/// Draws something over the view at this side, so far below the upper edge and so wide, down to the end
/// of this room: a dialog with a name.
fn over(
    ui: &Ui,
    id: &'static str,
    name: &str,
    (align, top, width): (egui::Align2, f32, f32),
    contents: impl FnOnce(&mut Ui),
) {
    reach::keep_focus(ui, id, egui::Id::unique(id));
    let bottom = ui.max_rect().bottom();
    let area = egui::Area::new(egui::Id::unique(id)).anchor(align, vec2(0.0, top)).order(egui::Order::Middle);
    area.show(ui.ctx(), |ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(egui::accesskit::Role::Dialog);
            node.set_label(name);
        });
        let colours = palette(ui);
        let shadow = egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: egui::Color32::from_black_alpha(60) };
        let frame = Frame::new().fill(colours.surface).stroke(Stroke::new(1.0, colours.line)).shadow(shadow);
        frame.inner_margin(Margin { left: 16, right: 10, top: 12, bottom: 0 }).show(ui, |ui| {
            let size = vec2(width, (bottom - top - 14.0).max(200.0));
            ui.set_min_size(size);
            ui.set_max_size(size);
            contents(ui);
        });
    });
}
