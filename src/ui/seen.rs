//! What has the focus is in sight: where a key led to something that is scrolled away, it is scrolled to, in whatever it
//! stands. egui moves the focus and nothing else. Knows nothing of what has the focus.

use eframe::egui::{Context, Event, Id, Plugin, RawInput, Response, Ui, accesskit};

/// So much of what has the focus is to be seen at least, or all of what is lower, in points.
const LEAST: f32 = 40.0;

/// Scrolls to what got the focus by other means than the pointer.
#[derive(Default)]
pub struct Focused {
    last: Option<Id>,
    asked: Option<Id>,
}

impl Plugin for Focused {
    fn debug_name(&self) -> &'static str {
        "what has the focus is in sight"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let focused = ui.memory(eframe::egui::Memory::focused);
        if focused == self.last {
            return;
        }
        self.last = focused;
        // What is pressed was seen, and is not to move away under the pointer.
        let pressed = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        let response = focused.filter(|_| !pressed).and_then(|id| ui.read_response(id));
        self.asked = response.filter(is_out_of_sight).map(|response| response.id);
        if self.asked.is_some() {
            ui.request_repaint();
        }
    }

    /// Asks as a screen reader does: what is asked for is scrolled to from within what it stands in.
    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        let Some(id) = self.asked.take() else { return };
        input.events.push(Event::AccessKitActionRequest(accesskit::ActionRequest {
            action: accesskit::Action::ScrollIntoView,
            target_tree: accesskit::TreeId::ROOT,
            target_node: id.accesskit_id(),
            data: None,
        }));
    }
}

fn is_out_of_sight(response: &Response) -> bool {
    let (whole, seen) = (response.rect.size(), response.interact_rect.size());
    let lacks = |whole: f32, seen: f32| seen < whole.min(LEAST) - 0.5;
    lacks(whole.x, seen.x) || lacks(whole.y, seen.y)
}
