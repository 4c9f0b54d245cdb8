//! Scrolling of a table: wheel, bar and drag, exact to the line at any number of lines.

use eframe::egui::{self, Id, Rect, Sense, Ui, accesskit, pos2, vec2};

use super::{Areas, LINE, State};
use crate::i18n::Words;
use crate::ui::theme::palette;

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
        let height = f64::from(self.areas.body.height());
        let whole = self.count as f64 * f64::from(LINE);
        let most = (whole - height).max(0.0);
        if ui.rect_contains_pointer(self.areas.body.union(self.areas.header)) {
            let wheel = ui.input(egui::InputState::smooth_scroll_delta);
            let down = state.down;
            state.down = (down - f64::from(wheel.y)).clamp(0.0, most);
            state.right -= wheel.x;
            if (state.down - down).abs() > f64::EPSILON {
                // What moves the lines does not move the page that the table stands on.
                ui.input_mut(|input| input.smooth_scroll_delta.y = 0.0);
            }
        }
        self.bar(ui, state, words, whole, most);
        state.down = state.down.clamp(0.0, most);
        let most_right = (self.width - self.areas.body.width()).max(0.0);
        state.right = state.right.clamp(0.0, most_right);
    }

    fn bar(&self, ui: &Ui, state: &mut State, words: &Words, whole: f64, most: f64) {
        if most <= 0.0 {
            return;
        }
        let bar = self.areas.bar;
        let length = (f64::from(bar.height()) * f64::from(bar.height()) / whole).max(24.0) as f32;
        let free = f64::from((bar.height() - length).max(1.0));
        let response = ui.interact(bar, self.id.with("bar"), Sense::DRAG);
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_started()) {
            // Where the thumb is held stays under the pointer; beside it, its middle comes there.
            let held = self.id.with("held");
            let thumb = bar.top() + (free * state.down / most) as f32;
            let grip = match ui.data(|data| data.get_temp::<f32>(held)).filter(|_| !response.drag_started()) {
                Some(grip) => grip,
                None if (thumb..thumb + length).contains(&at.y) => at.y - thumb,
                None => length / 2.0,
            };
            ui.data_mut(|data| data.insert_temp(held, grip));
            state.down = f64::from(at.y - bar.top() - grip) * most / free;
        }
        state.down = state.down.clamp(0.0, most);
        let top = bar.top() + (free * state.down / most) as f32;
        let thumb = Rect::from_min_size(pos2(bar.left() + 2.0, top), vec2(7.0, length));
        let colours = palette(ui);
        let colour = if response.hovered() || response.dragged() { colours.soft } else { colours.line };
        ui.painter().rect_filled(thumb, 4, colour);
        let name = words.t("table-scroll");
        response.widget_info(|| egui::WidgetInfo::labeled(accesskit::Role::ScrollBar, true, &name));
    }
}
