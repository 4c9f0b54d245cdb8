//! Lines one below the other, any number of them: scrolled in `f64`, because an `f32` would lose lines beyond half a
//! million; wheel and bar are exact to the line. Knows nothing of what stands in a line.

use std::ops::Range;

use eframe::egui::{self, Id, Rect, Sense, Ui, accesskit, pos2, vec2};

use super::theme::palette;

/// How many lines there are and how high each is, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    pub count: usize,
    pub height: f32,
}

impl Lines {
    /// How far down one can scroll in so many points.
    pub fn most(self, room: f32) -> f64 {
        (self.count as f64 * f64::from(self.height) - f64::from(room)).max(0.0)
    }

    /// The lines that are seen, whole or in part.
    pub fn seen(self, room: f32, down: f64) -> Range<usize> {
        let line = f64::from(self.height);
        let first = (down / line).floor().max(0.0) as usize;
        let last = ((down + f64::from(room)) / line - 0.01).ceil().max(0.0) as usize;
        first..last.min(self.count)
    }

    /// How far below the upper edge a line stands.
    pub fn top(self, line: usize, down: f64) -> f32 {
        (line as f64 * f64::from(self.height) - down) as f32
    }

    /// Scrolls as little as brings a line into sight.
    pub fn bring(self, line: usize, room: f32, down: &mut f64) {
        let height = f64::from(self.height);
        let top = line as f64 * height;
        // Not above what is needed to see its lower edge, nor below its upper one.
        *down = down.max((top + height - f64::from(room)).max(0.0)).min(top);
    }

    /// Takes the wheel where the pointer is over this.
    pub fn wheel(self, ui: &Ui, area: Rect, room: f32, down: &mut f64) {
        if !ui.rect_contains_pointer(area) {
            return;
        }
        let turned = ui.input(egui::InputState::smooth_scroll_delta).y;
        let before = *down;
        *down = (before - f64::from(turned)).clamp(0.0, self.most(room));
        if (*down - before).abs() > f64::EPSILON {
            // What moves the lines does not move the page that they stand on.
            ui.input_mut(|input| input.smooth_scroll_delta.y = 0.0);
        }
    }

    /// Draws the bar that scrolls, where there is more than is seen.
    pub fn bar(self, ui: &Ui, id: Id, bar: Rect, down: &mut f64, name: &str) {
        let most = self.most(bar.height());
        if most < 1.0 {
            return;
        }
        let high = f64::from(bar.height());
        let length = (high * high / (high + most)).max(24.0) as f32;
        let free = f64::from((bar.height() - length).max(1.0));
        let response = ui.interact(bar, id.with("bar"), Sense::DRAG);
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_started()) {
            // Where the thumb is held stays under the pointer; beside it, its middle comes there.
            let held = id.with("held");
            let thumb = bar.top() + (free * *down / most) as f32;
            let grip = match ui.data(|data| data.get_temp::<f32>(held)).filter(|_| !response.drag_started()) {
                Some(grip) => grip,
                None if (thumb..thumb + length).contains(&at.y) => at.y - thumb,
                None => length / 2.0,
            };
            ui.data_mut(|data| data.insert_temp(held, grip));
            *down = f64::from(at.y - bar.top() - grip) * most / free;
        }
        *down = down.clamp(0.0, most);
        let top = bar.top() + (free * *down / most) as f32;
        let thumb = Rect::from_min_size(pos2(bar.left() + 2.0, top), vec2(7.0, length));
        let colours = palette(ui);
        let colour = if response.hovered() || response.dragged() { colours.soft } else { colours.line };
        ui.painter().rect_filled(thumb, 4, colour);
        self.tell(ui, &response, bar.height(), *down, name);
    }

    /// Says of a bar what it is, and which line is the first in sight.
    pub fn tell(self, ui: &Ui, response: &egui::Response, room: f32, down: f64, name: &str) {
        response.widget_info(|| egui::WidgetInfo::labeled(accesskit::Role::ScrollBar, true, name));
        let line = f64::from(self.height);
        ui.accesskit_node_builder(response.id, |node| {
            node.set_orientation(accesskit::Orientation::Vertical);
            node.set_numeric_value((down / line).round() + 1.0);
            node.set_min_numeric_value(1.0);
            node.set_max_numeric_value((self.most(room) / line).round() + 1.0);
        });
    }
}
