//! All that is known of an event.

use super::{SourceLine, Told};
use crate::figure::Names;
use crate::model::Event;
use crate::query::comparable_total;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventFacts {
    /// When.
    pub date: String,
    /// What sort of thing.
    pub kind: String,
    /// Title.
    pub title: Told,
    /// In a sentence or two.
    pub summary: Option<Told>,
    /// That the reporter of the first reported total lists it among the last actions.
    pub last_action: Option<String>,
    /// Who took part.
    pub organizations: Vec<String>,
    /// Ids and names of the projects that a source names.
    pub projects: Vec<(String, String)>,
    /// What the source wrote.
    pub as_named: Vec<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// Who says so.
    pub sources: Vec<SourceLine>,
    /// For people who check.
    pub notes: Option<Told>,
}

/// All that is known of an event.
pub fn event_facts(event: &Event, names: Names<'_>) -> EventFacts {
    let words = names.words;
    let project = |id: &String| {
        let found = names.portfolio.projects.find(id);
        (id.clone(), found.map_or_else(|| id.clone(), |project| names.project(&project).text))
    };
    let reporter = comparable_total(names.portfolio).filter(|_| event.last_action);
    EventFacts {
        date: words.date(event.date),
        kind: words.t(event.kind.message()),
        title: Told::of(&event.title, words).unwrap_or_else(|| Told::in_lang(&event.id, words.lang(), words)),
        summary: Told::of(&event.summary, words),
        last_action: reporter
            .map(|total| words.tf("detail-event-last-action", &[("who", names.reported_by(total).into())])),
        organizations: event.organizations.iter().map(|id| names.organization(id)).collect(),
        projects: event.projects.iter().map(project).collect(),
        as_named: event.projects_as_named.clone(),
        topics: event.topics.iter().map(|id| names.topic(id)).collect(),
        sources: SourceLine::all(&event.sources, names),
        notes: Told::of(&event.notes, words),
    }
}
