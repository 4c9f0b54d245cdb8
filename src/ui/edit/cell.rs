//! The form of one cell of a table: Tab beyond its last control goes to the next cell, and Shift Tab before the first one to
//! the cell before. What was written stays.

use eframe::egui::{Id, Response, Sense, Ui, Vec2};

use super::begun::BEGUN;
use super::form::FIRST;
use crate::ui::{kit, reach, table};

/// How many passes the table has to begin with another cell, before there is none.
const PATIENCE: u64 = 4;

/// Draws the field of a cell between two stops of Tab that nobody sees. While what is written `waits` to be mended, or where
/// there is no other cell, the focus goes back to it.
pub(super) fn around(ui: &mut Ui, field: impl FnOnce(&mut Ui), waits: impl FnOnce(&Ui) -> bool) {
    if !table::cell_is_edited(ui) {
        return field(ui);
    }
    let before = stop(ui);
    field(ui);
    let after = stop(ui);
    let (asked, now) = (Id::unique("asked for another cell"), ui.ctx().cumulative_pass_nr());
    // A field takes what was typed once it has lost the focus: in this pass.
    let reached = [&before, &after].into_iter().find(|stop| stop.has_focus() && !stop.gained_focus());
    let Some(reached) = reached else {
        if before.has_focus() || after.has_focus() {
            ui.request_repaint();
        } else {
            ui.data_mut(|data| data.remove_temp::<u64>(asked));
        }
        return;
    };
    let since: Option<u64> = ui.data(|data| data.get_temp(asked));
    if waits(ui) || since.is_some_and(|since| since + PATIENCE < now) {
        kit::focus_next(ui, FIRST);
        kit::focus_next(ui, BEGUN);
        ui.data_mut(|data| data.remove_temp::<u64>(asked));
    } else if since.is_none() {
        ui.data_mut(|data| data.insert_temp(asked, now));
        table::step(ui, reached.id == after.id);
    }
    ui.request_repaint();
}

/// A stop of Tab without anything to be seen or heard.
fn stop(ui: &mut Ui) -> Response {
    let (_, response) = ui.allocate_exact_size(Vec2::ZERO, Sense::focusable_noninteractive());
    reach::hide(&response);
    response
}
