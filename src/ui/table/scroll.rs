//! Scrolling of a table: down by lines, to the right by columns.

use eframe::egui::{self, Id, Ui};

use super::{Areas, LINE, State};
use crate::i18n::Words;
use crate::ui::lines::Lines;

/// What scrolling needs to know.
pub(super) struct Scroll<'a> {
    pub id: Id,
    pub count: usize,
    pub areas: &'a Areas,
    /// The width of all columns.
    pub width: f32,
}

impl Scroll<'_> {
    /// Takes wheel and bar, keeps the state within its bounds and paints the bar.
    pub fn interact(&self, ui: &Ui, state: &mut State, words: &Words) {
        let lines = Lines { count: self.count, height: LINE };
        let room = self.areas.body.height();
        let area = self.areas.body.union(self.areas.header);
        if ui.rect_contains_pointer(area) {
            state.right -= ui.input(egui::InputState::smooth_scroll_delta).x;
        }
        lines.wheel(ui, area, room, &mut state.down);
        lines.bar(ui, self.id, self.areas.bar, &mut state.down, &words.t("table-scroll"));
        state.down = state.down.clamp(0.0, lines.most(room));
        state.right = state.right.clamp(0.0, (self.width - self.areas.body.width()).max(0.0));
    }
}
