//! One record of any list: what editing, undoing and saving speak of. Knows no files.

use rayon::prelude::*;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::portfolio::Portfolio;
use super::project::{Participation, Project, ThemeShare};
use super::records::{Continuity, Event, Organization, Place, ReportedTotal, Source, Term, Theme, Topic};
use super::rules::List;
use super::text::Lang;

/// A record of any list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the lists are")]
pub enum Entry {
    ReportedTotal(Box<ReportedTotal>),
    Theme(Theme),
    Topic(Topic),
    Sector(Term),
    Support(Term),
    Place(Place),
    Organization(Box<Organization>),
    Source(Box<Source>),
    Project(Box<Project>),
    Event(Box<Event>),
    Continuity(Box<Continuity>),
}

/// Does the same with the record of whichever list.
macro_rules! with_record {
    ($entry:expr, $record:ident => $what:expr) => {
        match $entry {
            Entry::ReportedTotal($record) => $what,
            Entry::Theme($record) => $what,
            Entry::Topic($record) => $what,
            Entry::Sector($record) => $what,
            Entry::Support($record) => $what,
            Entry::Place($record) => $what,
            Entry::Organization($record) => $what,
            Entry::Source($record) => $what,
            Entry::Project($record) => $what,
            Entry::Event($record) => $what,
            Entry::Continuity($record) => $what,
        }
    };
}

/// As in the file: the record alone, without the name of its list.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        with_record!(self, record => record.serialize(serializer))
    }
}

/// A place in a record where ids of a list stand.
enum Slot<'a> {
    /// One id or none.
    May(&'a mut Option<String>),
    /// Ids in a row.
    Many(&'a mut Vec<String>),
    /// Organisations with their roles.
    Parts(&'a mut Vec<Participation>),
    /// Themes with their shares.
    Shares(&'a mut Vec<ThemeShare>),
}

impl Entry {
    /// A record of this list from what a reader gives.
    pub fn read<'de, D: Deserializer<'de>>(list: List, from: D) -> Result<Self, D::Error> {
        Ok(match list {
            List::ReportedTotals => Self::ReportedTotal(Box::new(ReportedTotal::deserialize(from)?)),
            List::Themes => Self::Theme(Theme::deserialize(from)?),
            List::Topics => Self::Topic(Topic::deserialize(from)?),
            List::Sectors => Self::Sector(Term::deserialize(from)?),
            List::Supports => Self::Support(Term::deserialize(from)?),
            List::Places => Self::Place(Place::deserialize(from)?),
            List::Organizations => Self::Organization(Box::new(Organization::deserialize(from)?)),
            List::Sources => Self::Source(Box::new(Source::deserialize(from)?)),
            List::Projects => Self::Project(Box::new(Project::deserialize(from)?)),
            List::Events => Self::Event(Box::new(Event::deserialize(from)?)),
            List::Continuity => Self::Continuity(Box::new(Continuity::deserialize(from)?)),
        })
    }

    /// The list that it belongs to.
    pub const fn list(&self) -> List {
        match self {
            Self::ReportedTotal(_) => List::ReportedTotals,
            Self::Theme(_) => List::Themes,
            Self::Topic(_) => List::Topics,
            Self::Sector(_) => List::Sectors,
            Self::Support(_) => List::Supports,
            Self::Place(_) => List::Places,
            Self::Organization(_) => List::Organizations,
            Self::Source(_) => List::Sources,
            Self::Project(_) => List::Projects,
            Self::Event(_) => List::Events,
            Self::Continuity(_) => List::Continuity,
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        with_record!(self, record => record.id.as_str())
    }

    /// What it is called: its short name, its name or title in this language, else in the other, else its id.
    pub fn name(&self, lang: Lang) -> String {
        let (short, name) = match self {
            Self::ReportedTotal(total) => (None, &total.reported_by),
            Self::Theme(theme) => (None, &theme.name),
            Self::Topic(topic) => (None, &topic.name),
            Self::Sector(term) | Self::Support(term) => (None, &term.name),
            Self::Place(place) => (None, &place.name),
            Self::Organization(organization) => (organization.acronym.as_ref(), &organization.name),
            Self::Source(source) => return source.title.clone(),
            Self::Project(project) => (project.acronym.as_ref(), &project.name),
            Self::Event(event) => (None, &event.title),
            Self::Continuity(entry) => (None, &entry.about),
        };
        let name = short.map_or_else(|| name.show(lang).to_owned(), Clone::clone);
        if name.is_empty() { self.id().to_owned() } else { name }
    }

    /// What it is called in a list: its short and its whole name; a source's title, which repeats, and who published it.
    pub fn full_name(&self, lang: Lang) -> String {
        let name = self.name(lang);
        let more = match self {
            Self::Source(source) => source.publisher.as_str(),
            Self::Organization(organization) => organization.name.show(lang),
            Self::Project(project) => project.name.show(lang),
            _ => "",
        };
        if more.is_empty() || more == name { name } else { format!("{name} · {more}") }
    }

    /// The same record under another id.
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        with_record!(&mut self, record => id.clone_into(&mut record.id));
        self
    }

    /// The same record with every reference to one id of a list turned to another; `None` where there is none.
    pub fn renamed(&self, list: List, from: &str, to: &str) -> Option<Self> {
        let mut entry = self.clone();
        entry.turn(list, |id| (id == from).then_some(to));
        (entry != *self).then_some(entry)
    }

    /// Turns every reference to an id of a list to the one that `other` gives for it, where it gives one.
    pub fn turn<'a>(&mut self, list: List, other: impl Fn(&str) -> Option<&'a str>) {
        let turn = |id: &mut String| {
            if let Some(to) = other(id) {
                to.clone_into(id);
            }
        };
        self.slots(list, &mut |slot| match slot {
            Slot::May(id) => id.iter_mut().for_each(turn),
            Slot::Many(ids) => ids.iter_mut().for_each(turn),
            Slot::Parts(parts) => parts.iter_mut().for_each(|part| turn(&mut part.organization)),
            Slot::Shares(shares) => shares.iter_mut().for_each(|share| turn(&mut share.theme)),
        });
    }

    /// The same record without references to an id of a list; `None` where it has none.
    pub fn without(&self, list: List, gone: &str) -> Option<Self> {
        let mut entry = self.clone();
        entry.slots(list, &mut |slot| match slot {
            Slot::May(id) => *id = id.take().filter(|id| id != gone),
            Slot::Many(ids) => ids.retain(|id| id != gone),
            Slot::Parts(parts) => parts.retain(|part| part.organization != gone),
            Slot::Shares(shares) => shares.retain(|share| share.theme != gone),
        });
        (entry != *self).then_some(entry)
    }

    /// Whether it refers to an id of a list.
    pub fn refers_to(&self, list: List, wanted: &str) -> bool {
        let mut found = false;
        let mut entry = self.clone();
        entry.slots(list, &mut |slot| {
            found |= match slot {
                Slot::May(id) => id.as_deref() == Some(wanted),
                Slot::Many(ids) => ids.iter().any(|id| id == wanted),
                Slot::Parts(parts) => parts.iter().any(|part| part.organization == wanted),
                Slot::Shares(shares) => shares.iter().any(|share| share.theme == wanted),
            };
        });
        found
    }

    /// Every place in the record where ids of this list stand.
    fn slots(&mut self, list: List, take: &mut dyn FnMut(Slot<'_>)) {
        match self {
            Self::ReportedTotal(total) if list == List::Sources => take(Slot::May(&mut total.source)),
            Self::Topic(topic) if list == List::Themes => take(Slot::May(&mut topic.theme)),
            Self::Project(project) => project_slots(project, list, take),
            Self::Event(event) => match list {
                List::Organizations => take(Slot::Many(&mut event.organizations)),
                List::Projects => take(Slot::Many(&mut event.projects)),
                List::Topics => take(Slot::Many(&mut event.topics)),
                List::Sources => take(Slot::Many(&mut event.sources)),
                _ => {}
            },
            Self::Continuity(entry) => match list {
                List::Projects => take(Slot::Many(&mut entry.projects)),
                List::Themes => take(Slot::Many(&mut entry.themes)),
                List::Sources => take(Slot::Many(&mut entry.sources)),
                _ => {}
            },
            // Codes of countries that stand as a word are not held against a list, but one that is there is meant.
            Self::Organization(organization) if list == List::Places => take(Slot::May(&mut organization.country)),
            _ => {}
        }
    }
}

fn project_slots(project: &mut Project, list: List, take: &mut dyn FnMut(Slot<'_>)) {
    match list {
        List::Organizations => take(Slot::Parts(&mut project.organizations)),
        List::Themes => take(Slot::Shares(&mut project.themes)),
        List::Topics => take(Slot::Many(&mut project.topics)),
        List::Sectors => take(Slot::Many(&mut project.sectors)),
        List::Supports => take(Slot::Many(&mut project.supports)),
        List::Places => {
            take(Slot::Many(&mut project.countries));
            take(Slot::Many(&mut project.states));
        }
        List::Sources => {
            take(Slot::Many(&mut project.sources));
            take(Slot::Many(&mut project.ending.sources));
            project.amounts.iter_mut().for_each(|amount| take(Slot::May(&mut amount.source)));
        }
        _ => {}
    }
}

impl Portfolio {
    /// A copy of the record in this place of a list.
    pub fn entry(&self, list: List, place: usize) -> Option<Entry> {
        Some(match list {
            List::ReportedTotals => Entry::ReportedTotal(Box::new(self.reported_totals.get(place)?.clone())),
            List::Themes => Entry::Theme(self.themes.get(place)?.clone()),
            List::Topics => Entry::Topic(self.topics.get(place)?.clone()),
            List::Sectors => Entry::Sector(self.sectors.get(place)?.clone()),
            List::Supports => Entry::Support(self.supports.get(place)?.clone()),
            List::Places => Entry::Place(self.places.get(place)?.clone()),
            List::Organizations => Entry::Organization(Box::new(self.organizations.get(place)?.clone())),
            List::Sources => Entry::Source(Box::new(self.sources.get(place)?.clone())),
            List::Projects => Entry::Project(Box::new((*self.projects.get(place)?).clone())),
            List::Events => Entry::Event(Box::new(self.events.get(place)?.clone())),
            List::Continuity => Entry::Continuity(Box::new(self.continuity.get(place)?.clone())),
        })
    }

    /// A copy of the record with this id.
    pub fn entry_with(&self, list: List, id: &str) -> Option<Entry> {
        self.entry(list, self.position(list, id)?)
    }

    /// Where the record with this id stands in its list.
    pub fn position(&self, list: List, id: &str) -> Option<usize> {
        match list {
            List::ReportedTotals => self.reported_totals.position(id),
            List::Themes => self.themes.position(id),
            List::Topics => self.topics.position(id),
            List::Sectors => self.sectors.position(id),
            List::Supports => self.supports.position(id),
            List::Places => self.places.position(id),
            List::Organizations => self.organizations.position(id),
            List::Sources => self.sources.position(id),
            List::Projects => self.projects.position(id),
            List::Events => self.events.position(id),
            List::Continuity => self.continuity.position(id),
        }
    }

    /// Every record that refers to an id of a list: its list, and its place there.
    pub fn referring(&self, list: List, id: &str) -> Vec<(List, usize)> {
        let mut found = Vec::new();
        for of in List::ALL.into_iter().filter(|of| of.refers_to(list)) {
            let places = (0..self.count(of)).into_par_iter();
            let refer = |place: &usize| self.entry(of, *place).is_some_and(|entry| entry.refers_to(list, id));
            found.extend(places.filter(refer).map(|place| (of, place)).collect::<Vec<_>>());
        }
        found
    }

    /// How many records a list has.
    pub fn count(&self, list: List) -> usize {
        match list {
            List::ReportedTotals => self.reported_totals.len(),
            List::Themes => self.themes.len(),
            List::Topics => self.topics.len(),
            List::Sectors => self.sectors.len(),
            List::Supports => self.supports.len(),
            List::Places => self.places.len(),
            List::Organizations => self.organizations.len(),
            List::Sources => self.sources.len(),
            List::Projects => self.projects.len(),
            List::Events => self.events.len(),
            List::Continuity => self.continuity.len(),
        }
    }

    /// Replaces the record in this place of its list.
    pub fn put(&mut self, place: usize, entry: Entry) {
        match entry {
            Entry::ReportedTotal(record) => self.reported_totals.put(place, *record),
            Entry::Theme(record) => self.themes.put(place, record),
            Entry::Topic(record) => self.topics.put(place, record),
            Entry::Sector(record) => self.sectors.put(place, record),
            Entry::Support(record) => self.supports.put(place, record),
            Entry::Place(record) => self.places.put(place, record),
            Entry::Organization(record) => self.organizations.put(place, *record),
            Entry::Source(record) => self.sources.put(place, *record),
            Entry::Project(record) => self.projects.put(place, *record),
            Entry::Event(record) => self.events.put(place, *record),
            Entry::Continuity(record) => self.continuity.put(place, *record),
        }
    }

    /// Puts a record in this place of its list, before the one that stands there.
    pub fn insert(&mut self, place: usize, entry: Entry) {
        match entry {
            Entry::ReportedTotal(record) => self.reported_totals.insert(place, *record),
            Entry::Theme(record) => self.themes.insert(place, record),
            Entry::Topic(record) => self.topics.insert(place, record),
            Entry::Sector(record) => self.sectors.insert(place, record),
            Entry::Support(record) => self.supports.insert(place, record),
            Entry::Place(record) => self.places.insert(place, record),
            Entry::Organization(record) => self.organizations.insert(place, *record),
            Entry::Source(record) => self.sources.insert(place, *record),
            Entry::Project(record) => self.projects.insert(place, *record),
            Entry::Event(record) => self.events.insert(place, *record),
            Entry::Continuity(record) => self.continuity.insert(place, *record),
        }
    }

    /// Takes the record in this place out of its list.
    pub fn remove(&mut self, list: List, place: usize) {
        match list {
            List::ReportedTotals => self.reported_totals.remove(place),
            List::Themes => self.themes.remove(place),
            List::Topics => self.topics.remove(place),
            List::Sectors => self.sectors.remove(place),
            List::Supports => self.supports.remove(place),
            List::Places => self.places.remove(place),
            List::Organizations => self.organizations.remove(place),
            List::Sources => self.sources.remove(place),
            List::Projects => self.projects.remove(place),
            List::Events => self.events.remove(place),
            List::Continuity => self.continuity.remove(place),
        }
    }
}
