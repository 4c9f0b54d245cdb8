//! What rests on each source: amounts, endings, records, events, reported totals, continuity. Made once for a
//! portfolio, because a walk over all records is too long for a frame.

use std::collections::HashMap;

use crate::model::Portfolio;

/// What rests on one source; places in the portfolio's lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Projects with the place of the amount within each.
    pub amounts: Vec<(usize, usize)>,
    /// Projects whose ending rests on it.
    pub endings: Vec<usize>,
    /// Projects that name it among the sources of the record.
    pub records: Vec<usize>,
    /// Events.
    pub events: Vec<usize>,
    /// Reported totals.
    pub totals: Vec<usize>,
    /// Entries of continuity.
    pub continuity: Vec<usize>,
    /// Whether the date of the cut-off rests on it.
    pub cutoff: bool,
}

impl Uses {
    /// The projects that lean on it in whatever way, each once, in order.
    pub fn projects(&self) -> Vec<usize> {
        let amounts = self.amounts.iter().map(|(project, _)| *project);
        let mut all: Vec<usize> =
            amounts.chain(self.endings.iter().copied()).chain(self.records.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What rests on all sources.
#[derive(Clone, Debug, Default)]
pub struct SourceUses {
    all: Vec<Uses>,
}

impl SourceUses {
    /// The uses of a portfolio's sources.
    pub fn of(portfolio: &Portfolio) -> Self {
        let mut uses = Self { all: vec![Uses::default(); portfolio.sources.len()] };
        let places: HashMap<&str, usize> =
            portfolio.sources.iter().enumerate().map(|(place, source)| (source.id.as_str(), place)).collect();
        let mut note = |id: &str, take: &dyn Fn(&mut Uses)| {
            if let Some(uses) = places.get(id).and_then(|place| uses.all.get_mut(*place)) {
                take(uses);
            }
        };
        for (place, project) in portfolio.projects.iter().enumerate() {
            for (at, amount) in project.amounts.iter().enumerate() {
                if let Some(id) = &amount.source {
                    note(id, &|uses| uses.amounts.push((place, at)));
                }
            }
            project.ending.sources.iter().for_each(|id| note(id, &|uses| uses.endings.push(place)));
            project.sources.iter().for_each(|id| note(id, &|uses| uses.records.push(place)));
        }
        for (place, event) in portfolio.events.iter().enumerate() {
            event.sources.iter().for_each(|id| note(id, &|uses| uses.events.push(place)));
        }
        for (place, total) in portfolio.reported_totals.iter().enumerate() {
            total.source.iter().for_each(|id| note(id, &|uses| uses.totals.push(place)));
        }
        for (place, entry) in portfolio.continuity.iter().enumerate() {
            entry.sources.iter().for_each(|id| note(id, &|uses| uses.continuity.push(place)));
        }
        let cutoff = portfolio.header.cutoff.iter().flat_map(|cutoff| &cutoff.sources);
        cutoff.for_each(|id| note(id, &|uses| uses.cutoff = true));
        uses
    }

    /// What rests on the source at this place of the portfolio's list.
    pub fn at(&self, place: usize) -> Option<&Uses> {
        self.all.get(place)
    }
}
