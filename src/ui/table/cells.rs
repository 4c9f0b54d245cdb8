//! From cell to cell while one is edited: the form of its field lies over the table and asks for the next one or the one
//! before, and the table, which alone knows what stands beside what, begins to edit that.

use eframe::egui::{Id, Ui};

use super::{LineLook, Rows, State, TableEvent};
use crate::session::ColumnState;

/// In which pass a cell of a table was begun to be edited.
fn edited_id() -> Id {
    Id::unique("atalaya edited cell")
}

/// Whether the next cell is asked for, or the one before.
fn step_id() -> Id {
    Id::unique("atalaya step to a cell")
}

/// Whether what is edited is a cell of a table.
pub fn cell_is_edited(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp::<u64>(edited_id())).is_some()
}

/// No form is open: what was edited in a table is done.
pub fn edited_no_more(ui: &Ui) {
    let now = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        // What was begun in this pass has its form in the next.
        if data.get_temp::<u64>(edited_id()).is_some_and(|begun| begun + 1 < now) {
            data.remove_temp::<u64>(edited_id());
        }
    });
}

/// Has the table edit the cell after this one, or before it, when it is drawn next.
pub fn step(ui: &Ui, forward: bool) {
    ui.data_mut(|data| data.insert_temp(step_id(), forward));
    ui.request_repaint();
}

/// Notes that one of the table's cells is to be edited, if it is.
pub(super) fn note_edited<C>(ui: &Ui, events: &[TableEvent<C>]) {
    if events.iter().any(|event| matches!(event, TableEvent::Edit(..))) {
        let now = ui.ctx().cumulative_pass_nr();
        ui.data_mut(|data| data.insert_temp(edited_id(), now));
    }
}

/// Goes to the cell that is asked for, if one is: of this line, else of the next that is no head of a group. Whether it
/// went anywhere.
pub(super) fn take_step<R: Rows>(
    ui: &Ui,
    rows: &R,
    shown: &[ColumnState<R::Column>],
    state: &mut State,
    events: &mut Vec<TableEvent<R::Column>>,
) -> bool {
    let Some(forward) = ui.data_mut(|data| data.remove_temp::<bool>(step_id())) else { return false };
    let (Some(line), Some(from)) = (state.cursor, state.edited) else { return false };
    let edited: Vec<(usize, R::Column)> =
        shown.iter().map(|column| column.column).enumerate().filter(|(_, column)| rows.is_edited(*column)).collect();
    let beside = if forward {
        edited.iter().find(|(place, _)| *place > from)
    } else {
        edited.iter().rev().find(|(place, _)| *place < from)
    };
    let record = |at: &usize| matches!(rows.line(*at), LineLook::Record { .. });
    let other_line = || {
        if forward { (line + 1..rows.count()).find(record) } else { (0..line).rev().find(record) }
    };
    let outermost = if forward { edited.first() } else { edited.last() };
    let to = beside.map(|cell| (line, cell)).or_else(|| Some((other_line()?, outermost?)));
    let Some((at, (place, column))) = to else { return false };
    if at != line {
        events.push(TableEvent::Go(at));
    }
    events.push(TableEvent::Edit(at, *column));
    (state.cursor, state.anchor) = (Some(at), at);
    (state.column, state.edited) = (Some(*place), Some(*place));
    true
}
