//! The keys of a table: it is one stop of the Tab order, and the arrows go through its lines.

use eframe::egui::{self, Id, Sense, Ui, accesskit};

use super::{Areas, LINE, Rows, State, TableEvent};
use crate::ui::lines::Lines;

/// Scrolls so that the cursor's line is in sight.
pub(super) fn reveal(state: &mut State, height: f32) {
    let Some(cursor) = state.cursor else { return };
    Lines { count: state.count, height: LINE }.bring(cursor, height, &mut state.down);
}

/// What has the focus while the arrows go through a table: for a screen reader it is the table.
pub(super) fn keys_id(table: Id) -> Id {
    table.with("keys")
}

/// The table is one stop of the Tab order; within it the arrows go from line to line.
pub(super) fn keyboard<R: Rows>(
    ui: &Ui,
    id: Id,
    rows: &R,
    state: &mut State,
    areas: &Areas,
    events: &mut Vec<TableEvent<R::Column>>,
) {
    let focus = ui.interact(areas.body, keys_id(id), Sense::click());
    if focus.clicked() {
        focus.request_focus();
    }
    let name = rows.words().tf("table-keys", &[("table", rows.name().into()), ("n", rows.count().into())]);
    focus.widget_info(|| egui::WidgetInfo::labeled(accesskit::Role::Grid, true, &name));
    if !focus.has_focus() || rows.count() == 0 {
        return;
    }
    let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, filter));
    let last = rows.count() - 1;
    let page = ((areas.body.height() / LINE) as usize).max(2) - 1;
    let now = state.cursor.unwrap_or(0).min(last);
    let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.alt && !input.modifiers.command);
    let shift = ui.input(|input| input.modifiers.shift);
    let target = [
        (egui::Key::ArrowDown, if state.cursor.is_none() { 0 } else { (now + 1).min(last) }),
        (egui::Key::ArrowUp, now.saturating_sub(1)),
        (egui::Key::PageDown, (now + page).min(last)),
        (egui::Key::PageUp, now.saturating_sub(page)),
        (egui::Key::Home, 0),
        (egui::Key::End, last),
    ];
    if let Some((_, to)) = target.into_iter().find(|(key, _)| pressed(*key)) {
        state.cursor = Some(to);
        reveal(state, areas.body.height());
        if shift {
            events.push(TableEvent::Range(state.anchor, to));
        } else {
            state.anchor = to;
        }
        events.push(TableEvent::Go(to));
    }
    if pressed(egui::Key::ArrowRight) {
        state.right += 60.0;
    }
    if pressed(egui::Key::ArrowLeft) {
        state.right -= 60.0;
    }
    if pressed(egui::Key::Enter) {
        events.push(TableEvent::Open(now));
    }
    if pressed(egui::Key::Space) {
        state.anchor = now;
        events.push(TableEvent::Toggle(now));
    }
}
