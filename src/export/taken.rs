//! Which records go with a set, so that what is exported is a portfolio of its own: the projects and events of the set,
//! what they refer to, and the vocabularies.

use std::collections::HashSet;

use super::Shown;
use crate::model::{Continuity, Entry, List, Portfolio};

/// The records that go, by their places in the portfolio.
pub(super) struct Taken<'a> {
    portfolio: &'a Portfolio,
    shown: Shown<'a>,
    /// Whether everything goes.
    whole: bool,
    /// Ids of the projects that go, where not all do.
    projects: HashSet<&'a str>,
    organizations: Vec<usize>,
    sources: Vec<usize>,
    events: Vec<usize>,
    continuity: Vec<usize>,
}

/// Ids that the records which go refer to.
#[derive(Default)]
struct Needed {
    organizations: HashSet<String>,
    sources: HashSet<String>,
    themes: HashSet<String>,
}

impl<'a> Taken<'a> {
    /// What goes with what is shown.
    pub fn of(shown: Shown<'a>) -> Self {
        let portfolio = shown.scene.names.portfolio;
        let whole = shown.scene.answer.filter.is_empty() && shown.rows.len() == portfolio.projects.len();
        let mut taken = Self {
            portfolio,
            shown,
            whole,
            projects: HashSet::new(),
            organizations: (0..portfolio.organizations.len()).collect(),
            sources: (0..portfolio.sources.len()).collect(),
            events: (0..portfolio.events.len()).collect(),
            continuity: (0..portfolio.continuity.len()).collect(),
        };
        if !whole {
            taken.narrow();
        }
        taken
    }

    fn narrow(&mut self) {
        let portfolio = self.portfolio;
        self.projects = self.shown.rows.iter().filter_map(|row| portfolio.projects.id(*row)).collect();
        let mut needed = Needed::default();
        for project in self.shown.rows.iter().filter_map(|row| portfolio.projects.unpacked(*row)) {
            needed.sources.extend(project.all_sources().into_iter().map(str::to_owned));
            needed.organizations.extend(project.organizations.iter().map(|part| part.organization.clone()));
            needed.themes.extend(project.themes.iter().map(|share| share.theme.clone()));
        }
        self.events = self.shown.events.to_vec();
        self.events.sort_unstable();
        let concern = |entry: &Continuity| self.concerns(entry, &needed.themes);
        let places = portfolio.continuity.iter().enumerate().filter(|(_, entry)| concern(entry));
        self.continuity = places.map(|(place, _)| place).collect();
        for event in self.events.iter().filter_map(|place| portfolio.events.get(*place)) {
            needed.sources.extend(event.sources.iter().cloned());
            needed.organizations.extend(event.organizations.iter().cloned());
        }
        for entry in self.continuity.iter().filter_map(|place| portfolio.continuity.get(*place)) {
            needed.sources.extend(entry.sources.iter().cloned());
        }
        needed.sources.extend(portfolio.reported_totals.iter().filter_map(|total| total.source.clone()));
        needed.sources.extend(portfolio.header.cutoff.iter().flat_map(|cutoff| cutoff.sources.iter().cloned()));
        let has = |ids: &HashSet<String>, id: Option<&str>| id.is_some_and(|id| ids.contains(id));
        self.organizations
            .retain(|place| has(&needed.organizations, portfolio.organizations.get(*place).map(|o| o.id.as_str())));
        self.sources.retain(|place| has(&needed.sources, portfolio.sources.get(*place).map(|s| s.id.as_str())));
    }

    /// Whether what came after is told of a project or an area of the set, or of all.
    fn concerns(&self, entry: &Continuity, themes: &HashSet<String>) -> bool {
        let of_all = entry.projects.is_empty() && entry.themes.is_empty();
        of_all
            || entry.projects.iter().any(|id| self.projects.contains(id.as_str()))
            || entry.themes.iter().any(|id| themes.contains(id))
    }

    /// How many records of a list go.
    pub fn count(&self, list: List) -> usize {
        self.places(list).map_or_else(|| self.portfolio.count(list), <[usize]>::len)
    }

    /// The places of the records that go; `None` where all of a list do, in its order.
    fn places(&self, list: List) -> Option<&[usize]> {
        match list {
            List::Projects => Some(self.shown.rows),
            List::Organizations => Some(&self.organizations),
            List::Sources => Some(&self.sources),
            List::Events => Some(&self.events),
            List::Continuity => Some(&self.continuity),
            List::ReportedTotals | List::Themes | List::Topics | List::Sectors | List::Supports | List::Places => None,
        }
    }

    /// The records of a list that go, made one after the other.
    pub fn records(&self, list: List) -> impl Iterator<Item = Entry> + '_ {
        let places = self.places(list);
        (0..self.count(list)).filter_map(move |at| {
            let place = places.map_or(Some(at), |places| places.get(at).copied())?;
            self.record(list, place)
        })
    }

    fn record(&self, list: List, place: usize) -> Option<Entry> {
        if list == List::Projects {
            // Not through what was asked for last: each is asked for once.
            let project = self.portfolio.projects.unpacked(place)?;
            return Some(Entry::Project(Box::new((*project).clone())));
        }
        let mut entry = self.portfolio.entry(list, place)?;
        if let Some(ids) = refers_to_projects(&mut entry).filter(|_| !self.whole) {
            ids.retain(|id| self.projects.contains(id.as_str()));
        }
        Some(entry)
    }

    /// How many references to projects outside the set are left out.
    pub fn references_left(&self) -> usize {
        if self.whole {
            return 0;
        }
        let outside = |ids: &Vec<String>| ids.iter().filter(|id| !self.projects.contains(id.as_str())).count();
        let events = self.events.iter().filter_map(|place| self.portfolio.events.get(*place));
        let after = self.continuity.iter().filter_map(|place| self.portfolio.continuity.get(*place));
        events.map(|event| outside(&event.projects)).sum::<usize>()
            + after.map(|entry| outside(&entry.projects)).sum::<usize>()
    }
}

fn refers_to_projects(entry: &mut Entry) -> Option<&mut Vec<String>> {
    match entry {
        Entry::Event(event) => Some(&mut event.projects),
        Entry::Continuity(entry) => Some(&mut entry.projects),
        _ => None,
    }
}
