//! Going back and forth: through the places seen, and through the records of the list that one stands in.

use std::collections::HashSet;

use super::shown::Line;
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

    /// To the next or the previous record of the list that the shown one stands in; to its first where it is not there.
    pub(super) fn step(&mut self, forward: bool) {
        let next = match &self.view.selected {
            Some(Selected::Project(id)) => self.project_beside(id, forward).map(Selected::Project),
            Some(Selected::Event(id)) => self.event_beside(id, forward).map(Selected::Event),
            Some(Selected::Source(_)) | None => None,
        };
        self.view.selected = next.or_else(|| self.view.selected.take());
    }

    /// The project before or after this one. In a table with groups one may stand in several: each comes once, where it
    /// stands first.
    fn project_beside(&self, id: &str, forward: bool) -> Option<String> {
        let projects = &self.document.portfolio.projects;
        let row = |at: usize| match self.line(at)? {
            Line::Project(row) => Some(row),
            Line::Group(_) => None,
        };
        let now = projects.position(id).and_then(|row| self.line_of(row));
        let found = if self.view.group.is_none() {
            match now {
                Some(now) if forward => row(now + 1),
                Some(now) => now.checked_sub(1).and_then(row),
                None => row(0),
            }
        } else {
            let mut passed = HashSet::new();
            let mut firsts = (0..self.line_count()).filter_map(|at| Some((at, row(at)?)));
            let mut first = || firsts.find(|(_, row)| passed.insert(*row));
            match now {
                None => first().map(|(_, row)| row),
                Some(now) if forward => std::iter::from_fn(first).find(|(at, _)| *at > now).map(|(_, row)| row),
                Some(now) => std::iter::from_fn(first).take_while(|(at, _)| *at < now).last().map(|(_, row)| row),
            }
        };
        found.and_then(|row| projects.id(row)).map(str::to_owned)
    }

    fn event_beside(&self, id: &str, forward: bool) -> Option<String> {
        let (shown, all) = (self.events(), &self.document.portfolio.events);
        let now = all.position(id).and_then(|place| shown.iter().position(|at| *at == place));
        let next = match now {
            None => Some(0),
            Some(now) if forward => now.checked_add(1),
            Some(now) => now.checked_sub(1),
        };
        next.and_then(|at| shown.get(at)).and_then(|at| all.get(*at)).map(|event| event.id.clone())
    }
}
