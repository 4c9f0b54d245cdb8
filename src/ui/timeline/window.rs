//! The days that the chart shows: zoom at the pointer, pan, fit. The session keeps whole days; the fractions that
//! smooth zooming needs live in egui's memory.

use eframe::egui::{Id, Ui};

use super::cache::Figure;
use crate::model::Day;
use crate::session::{Command, Session};

/// Nothing is zoomed further in than to these days.
const LEAST: f64 = 14.0;

/// The days shown now and how they may change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// Shown now.
    pub days: (f64, f64),
    /// All that there is.
    full: (f64, f64),
    id: Id,
}

fn whole(days: (f64, f64)) -> (Day, Day) {
    (Day(days.0.round() as i32), Day(days.1.round() as i32))
}

impl Window {
    /// The session's window.
    pub fn of(ui: &Ui, session: &Session, figure: &Figure) -> Self {
        let id = ui.scope_id().with("exact days");
        let full = figure.full();
        let kept: Option<(f64, f64)> = ui.data_mut(|data| data.get_temp(id));
        let days = match session.view.window {
            None => full,
            Some(window) => {
                kept.filter(|kept| whole(*kept) == window).unwrap_or((f64::from(window.0.0), f64::from(window.1.0)))
            }
        };
        let days = (days.0, days.1.max(days.0 + 1.0));
        Self { days, full: (full.0.min(days.0), full.1.max(days.1)), id }
    }

    /// Shows other days, kept within what there is.
    pub fn set(&self, ui: &Ui, days: (f64, f64), out: &mut Vec<Command>) {
        let length = (days.1 - days.0).max(LEAST);
        let most = self.full.1 - self.full.0;
        if length >= most * 0.999 {
            out.push(Command::Window(None));
            return;
        }
        let middle = f64::midpoint(days.0, days.1);
        let from = (middle - length / 2.0).clamp(self.full.0, self.full.1 - length);
        let days = (from, from + length);
        ui.data_mut(|data| data.insert_temp(self.id, days));
        if whole(days) != whole(self.days) || self.is_full() {
            out.push(Command::Window(Some(whole(days))));
        }
    }

    /// Whether everything is shown.
    fn is_full(&self) -> bool {
        self.days == self.full
    }

    /// Makes what is round this day larger (or smaller, below 1).
    pub fn zoom(&self, ui: &Ui, factor: f64, round: f64, out: &mut Vec<Command>) {
        let length = ((self.days.1 - self.days.0) / factor).clamp(LEAST, self.full.1 - self.full.0);
        let part = (round - self.days.0) / (self.days.1 - self.days.0);
        let from = round - part * length;
        self.set(ui, (from, from + length), out);
    }

    /// Moves by so many days.
    pub fn pan(&self, ui: &Ui, days: f64, out: &mut Vec<Command>) {
        // Without this, what is pushed against an edge would be squeezed.
        let days = days.clamp(self.full.0 - self.days.0, self.full.1 - self.days.1);
        if days != 0.0 {
            self.set(ui, (self.days.0 + days, self.days.1 + days), out);
        }
    }
}
