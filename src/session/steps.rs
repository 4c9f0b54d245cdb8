//! Going back and forth: through the places seen, and through the records of the list that one stands in.

use std::sync::Arc;

use super::answers::Line;
use super::state::Session;
use super::view::{Selected, Tab};

impl Session {
    pub(super) fn travel(&mut self, back: bool) {
        let (from, to) = if back { (&mut self.back, &mut self.forward) } else { (&mut self.forward, &mut self.back) };
        if let Some(view) = from.pop() {
            to.push(std::mem::replace(&mut self.view, view));
        }
    }

    pub(super) fn pick_all(&mut self) {
        let portfolio = &self.document.portfolio;
        self.view.picked = if self.view.tab == Tab::Events {
            self.events().iter().filter_map(|at| portfolio.events.get(*at)).map(|event| event.id.clone()).collect()
        } else {
            self.rows().iter().filter_map(|at| portfolio.projects.id(*at)).map(str::to_owned).collect()
        };
    }

    /// To the next or the previous record of the list that the shown one stands in.
    pub(super) fn step(&mut self, forward: bool) {
        let portfolio = Arc::clone(&self.document.portfolio);
        let ids: Vec<&str> = match &self.view.selected {
            Some(Selected::Project(_)) => {
                let rows = self.lines().iter().filter_map(|line| match line {
                    Line::Project(row) => portfolio.projects.id(*row),
                    Line::Group(_) => None,
                });
                rows.collect()
            }
            Some(Selected::Event(_)) => {
                self.events().iter().filter_map(|at| portfolio.events.get(*at)).map(|e| e.id.as_str()).collect()
            }
            Some(Selected::Source(_)) | None => return,
        };
        let (Some(Selected::Project(id) | Selected::Event(id)), false) = (&self.view.selected, ids.is_empty()) else {
            return;
        };
        let now = ids.iter().position(|other| other == id);
        let next = match (now, forward) {
            (None, _) => 0,
            (Some(now), true) => (now + 1).min(ids.len() - 1),
            (Some(now), false) => now.saturating_sub(1),
        };
        let Some(id) = ids.get(next).map(|id| (*id).to_owned()) else { return };
        self.view.selected = Some(match self.view.selected {
            Some(Selected::Event(_)) => Selected::Event(id),
            _ => Selected::Project(id),
        });
    }
}
