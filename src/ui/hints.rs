//! Hints: what comes where the pointer rests or the focus is. Escape takes them off the screen and does nothing else, and so
//! does a dialog that opens over them; they come again once the pointer moves or the focus goes elsewhere. Knows nothing of
//! what they say.

use eframe::egui::{self, Context, Event, Id, Key, Order, RawInput, Response, Tooltip, Ui};

/// Takes the hints off on Escape, before anything else hears of the key, and where a dialog opens.
#[derive(Default)]
pub struct Gone {
    /// Whether a dialog lay over the views.
    under: bool,
    /// Whether one opened over a hint just now.
    covered: bool,
}

impl egui::Plugin for Gone {
    fn debug_name(&self) -> &'static str {
        "hints go on Escape and under a dialog"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let under = ui.memory(|memory| memory.top_modal_layer().is_some());
        if under && !self.under && is_any_shown(ui.ctx()) {
            self.covered = true;
            ui.request_repaint();
        }
        self.under = under;
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if std::mem::take(&mut self.covered) {
            input.events.push(Event::PointerGone);
        }
        let is_escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
        if !input.events.iter().any(is_escape) || !is_any_shown(ctx) {
            return;
        }
        input.events.retain(|event| !is_escape(event));
        // Without a pointer nothing is rested on; the next movement brings it back.
        input.events.push(Event::PointerGone);
        let focused = ctx.memory(egui::Memory::focused);
        ctx.data_mut(|data| data.insert_temp(quiet_id(), focused));
    }
}

fn is_any_shown(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.areas().visible_layer_ids().iter().any(|layer| layer.order == Order::Tooltip))
}

/// What has the focus and tells no hint, because Escape took it off.
fn quiet_id() -> Id {
    Id::unique("atalaya hint taken off")
}

/// Whether the hint of what has the focus was taken off.
fn is_quiet(response: &Response) -> bool {
    let quiet: Option<Id> = response.ctx.data_mut(|data| data.get_temp(quiet_id())).flatten();
    if response.gained_focus() && quiet.is_some() {
        response.ctx.data_mut(|data| data.remove::<Option<Id>>(quiet_id()));
        return false;
    }
    quiet == Some(response.id)
}

/// Says more of a thing where the pointer is over it, and where the focus is on it.
pub fn hint(ui: &Ui, response: Response, text: &str) {
    if response.has_focus() && !response.hovered() && !is_quiet(&response) {
        let tip = Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id.with("hint"), response.rect);
        tip.show(|ui| ui.label(super::kit::shown(ui, text)));
    }
    // Described with the letters themselves, not with the numbers that stand for those which no font has.
    if response.ctx.has_accesskit_node(response.id) {
        response.ctx.accesskit_node_builder(response.id, |node| {
            if node.description().is_none() {
                node.set_description(text);
            }
        });
    }
    response.on_hover_text(super::kit::shown(ui, text).into_owned());
}
