//! Files over the window: what letting go of them would do is said where they are, and what was let go is opened.

use eframe::egui::{self, Align2, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::theme::{self, palette};
use crate::session::{Command, Session};

/// Takes the files that were let go; says what would be done with those that are held over the window.
pub fn take(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let dropped: Vec<_> = ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    if !dropped.is_empty() {
        out.push(Command::Drop(dropped));
    }
    let held: Vec<_> = ui.input(|input| input.raw.hovered_files.iter().map(|file| file.path.clone()).collect());
    let name = |path: &std::path::PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let words = &session.words;
    match held.as_slice() {
        [] => {}
        [one] => match one.as_ref().and_then(name) {
            Some(file) => say(ui, &words.tf("held-over", &[("file", file.into())])),
            None => say(ui, &words.t("held-over-unnamed")),
        },
        several => say(ui, &words.tf("held-over-several", &[("n", several.len().into())])),
    }
}

/// A sentence over all of the window, in a frame around it.
fn say(ui: &Ui, text: &str) {
    let (colours, window) = (palette(ui), ui.ctx().content_rect());
    let painter = ui.ctx().layer_painter(egui::LayerId::new(Order::Tooltip, Id::unique("atalaya held over")));
    let edge = Stroke::new(3.0, colours.accent);
    painter.rect(window.shrink(4.0), 6, colours.ground.gamma_multiply(0.7), edge, egui::StrokeKind::Inside);
    let area = egui::Area::new(Id::unique("atalaya held over said")).order(Order::Tooltip);
    area.anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)).interactable(false).show(ui.ctx(), |ui| {
        let frame = Frame::new().fill(colours.surface).stroke(edge).corner_radius(6).inner_margin(Margin::same(20));
        frame.show(ui, |ui| {
            ui.set_max_width((window.width() - 80.0).min(480.0));
            ui.label(egui::RichText::new(text).text_style(theme::strong()));
        });
    });
}
