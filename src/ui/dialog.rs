//! The dialog that lies over the views: its frame, its title, its way out, and what scrolls in it. Knows nothing of what
//! stands in it.

use eframe::egui::{self, Id, Modal, Response, ScrollArea, Ui};

use super::kit::{self, Icon};
use super::theme::palette;
use super::{is_low, reach};

/// A dialog.
pub struct Dialog<'a> {
    /// What tells it apart: each has a size and a place of its own, and one that was small once may grow.
    pub id: Id,
    /// Its title, which is what a screen reader hears first.
    pub title: &'a str,
    /// How wide it is at most, in points.
    pub widest: f32,
    /// What its cross is called.
    pub close: &'a str,
    /// Whether it opened just now and the focus begins at its title.
    pub begins: bool,
}

impl Dialog<'_> {
    /// Draws it, as large as the window lets it be; `contents` is told how high it may become. Whether it was closed.
    pub fn show(&self, ui: &Ui, contents: impl FnOnce(&mut Ui, f32)) -> bool {
        let screen = ui.ctx().content_rect();
        // What is left free around it, its margin, and what title, margins and the space below take of its height.
        let (free, margin, around) = if is_low(ui.ctx()) { (16.0, 10, 84.0) } else { (60.0, 18, 110.0) };
        let (width, most) = ((screen.width() - 80.0).min(self.widest), (screen.height() - free).max(220.0));
        let frame = egui::Frame::window(ui.style()).inner_margin(margin);
        // An area is at most as high as its default size says.
        let area = Modal::default_area(self.id).default_size(egui::vec2(width + 36.0, most));
        let area = area.accessible_name(self.title);
        let modal = Modal::new(self.id).frame(frame).area(area).show(ui.ctx(), |ui| {
            reach::tell_modal(ui);
            ui.set_width(width);
            ui.horizontal(|ui| {
                let head = head(ui, self.title);
                if self.begins {
                    head.request_focus();
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if kit::icon_button(ui, Icon::Close, self.close).clicked() {
                        ui.close();
                    }
                });
            });
            ui.add_space(6.0);
            contents(ui, most - around);
        });
        modal.should_close()
    }
}

/// The title: where the focus begins, so that a screen reader says what has opened.
fn head(ui: &mut Ui, title: &str) -> Response {
    let (font, colour) = (egui::TextStyle::Heading.resolve(ui.style()), palette(ui).text);
    let galley = kit::elided(ui, title, font, colour, ui.available_width() - 40.0);
    let (rect, head) = ui.allocate_exact_size(galley.size(), egui::Sense::focusable_noninteractive());
    ui.painter().galley(rect.min, galley, colour);
    kit::tell_heading(&head, title, 1);
    head
}

/// What is scrolled in a dialog, by the keys of a page as well. What grows while it is read (`steady`) keeps its place
/// under the pointer.
pub fn scrolled(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    height: f32,
    steady: bool,
    contents: impl FnOnce(&mut Ui),
) {
    let scroll = ScrollArea::vertical().id_salt(salt).max_height(height).min_scrolled_height(height);
    scroll.auto_shrink([false, !steady]).show(ui, |ui| {
        reach::page_keys(ui);
        contents(ui);
    });
}
