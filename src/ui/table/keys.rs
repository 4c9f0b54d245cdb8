//! The keys of a table: it is one stop of the Tab order, and the arrows go through its lines.

use eframe::egui::{self, Id, Sense, Ui, accesskit};

use super::{Areas, LINE, Rows, State, TableEvent};
use crate::session::ColumnState;
use crate::ui::lines::Lines;

/// Scrolls so that the cursor's line is in sight.
pub(super) fn reveal(state: &mut State, height: f32) {
    let Some(cursor) = state.cursor else { return };
    Lines { count: state.count, height: LINE }.bring(cursor, height, &mut state.down);
}

/// Scrolls so that the column at this place is in sight.
pub(super) fn reveal_column<C>(state: &mut State, place: usize, shown: &[ColumnState<C>], areas: &Areas) {
    // The first is always in sight.
    if place == 0 {
        return;
    }
    let width = |to: usize| shown.iter().take(to).skip(1).map(|column| column.width).sum::<f32>();
    let (left, right) = (width(place), width(place + 1));
    state.right = state.right.max(right - (areas.body.width() - areas.sticky)).min(left);
}

fn cell_id() -> Id {
    Id::unique("atalaya cell with the focus")
}

/// Whether the keyboard is on a cell of a table: what edits a record elsewhere edits that.
pub fn cell_has_focus(ui: &Ui) -> bool {
    let table = ui.data(|data| data.get_temp::<Option<Id>>(cell_id())).flatten();
    table.is_some() && table == ui.memory(egui::Memory::focused)
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
    shown: &[ColumnState<R::Column>],
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
    let last_column = shown.len().saturating_sub(1);
    if pressed(egui::Key::ArrowRight) {
        state.column = Some(state.column.map_or(0, |place| place + 1).min(last_column));
    }
    if pressed(egui::Key::ArrowLeft) {
        state.column = state.column.and_then(|place| place.checked_sub(1));
    }
    if let Some(place) = state.column.filter(|_| pressed(egui::Key::ArrowLeft) || pressed(egui::Key::ArrowRight)) {
        reveal_column(state, place, shown, areas);
    }
    let cell = state.column.and_then(|place| shown.get(place));
    ui.data_mut(|data| data.insert_temp(cell_id(), cell.map(|_| focus.id)));
    match cell {
        Some(cell) if pressed(egui::Key::Enter) || pressed(egui::Key::F2) => {
            state.edited = state.column;
            events.push(TableEvent::Edit(now, cell.column));
        }
        None if pressed(egui::Key::Enter) => events.push(TableEvent::Open(now)),
        _ => {}
    }
    if pressed(egui::Key::Space) {
        state.anchor = now;
        events.push(TableEvent::Toggle(now));
    }
}
