//! Records of another portfolio joined to the open one: the same projects are told by agreement number, id or name; what
//! is missing here comes in, amounts of both stay with their sources, and what differs is left to be settled. Changes
//! nothing itself.

mod amounts;

use std::collections::{HashMap, HashSet};

pub use amounts::TwoAmounts;
use amounts::{leave_what_is_told, two_amounts};
use serde_json::{Map, Value};

use super::merging::{Conflict, TwoWays, fields_of};
use super::records::free_id_among;
use crate::format::{Merge, Progress, Stage};
use crate::i18n::visible;
use crate::model::{Entry, Lang, List, Portfolio, Source};
use crate::query::fold;

/// By what a project was told to be one that is here already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SameBy {
    Agreement,
    Id,
    Name,
    Acronym,
}

impl SameBy {
    /// The message that says it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Agreement => "same-by-agreement",
            Self::Id => "same-by-id",
            Self::Name => "same-by-name",
            Self::Acronym => "same-by-acronym",
        }
    }
}

/// A project of the other portfolio that is here already.
#[derive(Clone, Debug, PartialEq)]
pub struct SameProject {
    /// Its id here.
    pub id: String,
    /// What it is called here, and there.
    pub names: [String; 2],
    /// By what it was told.
    pub by: SameBy,
}

/// What joining would do.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// The records as they would be.
    pub merge: Merge,
    /// How many projects come in.
    pub new: usize,
    /// The projects that are here already.
    pub same: Vec<SameProject>,
    /// What is told differently here and there: what is here stands until it is settled.
    pub conflicts: Vec<Conflict>,
    /// The projects of which another amount is told there.
    pub amounts: Vec<TwoAmounts>,
}

/// The lists that others refer to, those first that others of them refer to.
const LISTS: [List; 7] =
    [List::Themes, List::Topics, List::Sectors, List::Supports, List::Places, List::Organizations, List::Sources];

/// Lists whose records stand by themselves; a record that is there already stays as it is.
const OTHERS: [List; 3] = [List::ReportedTotals, List::Events, List::Continuity];

/// Joins another portfolio to the open one. Takes its time with many records: `progress` counts the projects, those here
/// and those there. Nothing where it was cancelled.
pub fn join(open: &Portfolio, other: &Portfolio, lang: Lang, progress: &Progress) -> Option<Joined> {
    progress.enter(Stage::Comparing, open.projects.len() + other.projects.len());
    let (ids, taken, sources) = (HashMap::new(), HashSet::new(), HashMap::new());
    let mut joining = Joining { open, lang, ids, taken, sources, joined: Joined::default() };
    for list in LISTS {
        joining.list(list, other, progress)?;
    }
    joining.projects(other, progress)?;
    for list in OTHERS {
        joining.list(list, other, progress)?;
    }
    Some(joining.joined)
}

struct Joining<'a> {
    open: &'a Portfolio,
    lang: Lang,
    /// Of ids there that are others here: what they are here.
    ids: HashMap<List, HashMap<String, String>>,
    /// Ids that records got which come in.
    taken: HashSet<(List, String)>,
    /// The sources that come in, by the ids that they get.
    sources: HashMap<String, Source>,
    joined: Joined,
}

impl Joining<'_> {
    fn list(&mut self, list: List, other: &Portfolio, progress: &Progress) -> Option<()> {
        let known: HashMap<String, String> = entries(self.open, list)
            .flat_map(|entry| names_of(&entry).into_iter().map(move |name| (name, entry.id().to_owned())))
            .collect();
        for entry in entries(other, list) {
            if progress.is_cancelled() {
                return None;
            }
            let alike = names_of(&entry).iter().find_map(|name| known.get(name));
            // A code of a place means the same everywhere.
            let same = match alike {
                Some(id) => Some(id.clone()),
                None if list == List::Places => self.open.position(list, entry.id()).map(|_| entry.id().to_owned()),
                None => None,
            };
            match same {
                Some(id) => self.is_here_as(list, entry.id(), id),
                None => self.comes_in(entry),
            }
        }
        Some(())
    }

    fn is_here_as(&mut self, list: List, there: &str, here: String) {
        if there != here {
            self.ids.entry(list).or_default().insert(there.to_owned(), here);
        }
    }

    /// A record comes in, under an id that is free here.
    fn comes_in(&mut self, entry: Entry) {
        let list = entry.list();
        let is_free = |id: &str| self.open.position(list, id).is_none() && !self.taken.contains(&(list, id.to_owned()));
        let id = free_id_among(list, entry.id(), is_free);
        self.taken.insert((list, id.clone()));
        self.is_here_as(list, entry.id(), id.clone());
        let entry = self.turned(entry).with_id(&id);
        if let Entry::Source(source) = &entry {
            self.sources.insert(id, (**source).clone());
        }
        self.joined.merge.records.push((None, entry));
    }

    /// A record with the ids that what it refers to has here.
    fn turned(&self, mut entry: Entry) -> Entry {
        for (list, ids) in &self.ids {
            entry.turn(*list, |id| ids.get(id).map(String::as_str));
        }
        entry
    }

    fn projects(&mut self, other: &Portfolio, progress: &Progress) -> Option<()> {
        let known = Known::of(self.open, progress)?;
        let mut met: HashSet<String> = HashSet::new();
        for (done, project) in other.projects.iter().enumerate() {
            if !progress.goes_on(self.open.projects.len() + done) {
                return None;
            }
            let entry = Entry::Project(Box::new((*project).clone()));
            // Two of theirs cannot both be one of ours.
            if let Some((id, by)) = known.find(&entry, self.open).filter(|(id, _)| met.insert(id.clone())) {
                self.same_project(&id, by, entry);
            } else {
                self.joined.new += 1;
                self.comes_in(entry);
            }
        }
        Some(())
    }

    fn same_project(&mut self, id: &str, by: SameBy, theirs: Entry) {
        let Some(mine) = self.open.entry_with(List::Projects, id) else { return };
        self.is_here_as(List::Projects, theirs.id(), id.to_owned());
        let names = [mine.name(self.lang), theirs.name(self.lang)];
        self.joined.same.push(SameProject { id: id.to_owned(), names, by });
        let mut theirs = self.turned(theirs);
        leave_what_is_told(&mine, &mut theirs, self.open);
        let (Some(own), Some(other)) = (fields_of(&mine), fields_of(&theirs)) else { return };
        let (both, fields) = united(own, other);
        if let Ok(both) = Entry::read(List::Projects, Value::Object(both))
            && both != mine
        {
            self.joined.amounts.extend(two_amounts([&mine, &theirs, &both], self.open, &self.sources));
            self.joined.merge.records.push((Some(id.to_owned()), both));
        }
        if !fields.is_empty() {
            self.joined.conflicts.push(Conflict { list: List::Projects, id: id.to_owned(), fields });
        }
    }
}

/// Fields of which both sides' items stay side by side.
const GATHERED: [&str; 9] =
    ["amounts", "organizations", "states", "sectors", "supports", "topics", "sources", "countries", "name_ours"];

/// The fields of a record with what only the other has of them, and those that the two tell differently.
fn united(mut own: Map<String, Value>, other: Map<String, Value>) -> (Map<String, Value>, Vec<TwoWays>) {
    let mut differ = Vec::new();
    for (field, theirs) in other {
        let Some(mine) = own.get_mut(&field) else { continue };
        if field == "id" || field == "scope" || says_no_more(&theirs, mine) {
            continue;
        }
        if says_nothing(mine) {
            *mine = theirs;
            continue;
        }
        match (&mut *mine, theirs) {
            (Value::Array(mine), Value::Array(theirs)) if GATHERED.contains(&field.as_str()) => {
                for item in theirs {
                    if !mine.iter().any(|own| is_same_item(own, &item)) {
                        mine.push(item);
                    }
                }
            }
            (Value::Object(texts), Value::Object(theirs)) if theirs.keys().all(|key| key.len() == 2) => {
                let mut contrary = texts.clone();
                for (lang, text) in theirs.into_iter().filter(|(_, text)| !text.is_null()) {
                    // What stands in for a text in this language is none.
                    if texts.values().any(|own| says_no_more(&text, own)) {
                        continue;
                    }
                    if texts.get(&lang).is_none_or(Value::is_null) {
                        texts.insert(lang.clone(), text.clone());
                    }
                    contrary.insert(lang, text);
                }
                let mine = Value::Object(texts.clone());
                if Value::Object(contrary.clone()) != mine {
                    differ.push(TwoWays { field, mine, theirs: Value::Object(contrary) });
                }
            }
            (mine, theirs) => differ.push(TwoWays { field, mine: mine.clone(), theirs }),
        }
    }
    (own, differ)
}

/// Whether a value is what a field holds where nobody said anything.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => {
            let unknown = fields.get("kind").and_then(Value::as_str) == Some("unknown");
            unknown || fields.values().all(says_nothing)
        }
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether a value says nothing that the one here does not: the same, but for blanks and what cannot be seen, or a part.
fn says_no_more(theirs: &Value, mine: &Value) -> bool {
    match (theirs, mine) {
        _ if says_nothing(theirs) || theirs == mine => true,
        (Value::String(theirs), Value::String(mine)) => as_seen(theirs) == as_seen(mine),
        (Value::Object(theirs), Value::Object(mine)) => {
            theirs.iter().all(|(field, value)| mine.get(field).is_some_and(|own| says_no_more(value, own)))
        }
        (Value::Array(theirs), Value::Array(mine)) => {
            theirs.len() == mine.len() && theirs.iter().zip(mine).all(|(theirs, mine)| says_no_more(theirs, mine))
        }
        _ => false,
    }
}

/// A text as it is seen: with one blank between words.
fn as_seen(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two items of a list are one: one organisation in one role, however it was named there.
fn is_same_item(a: &Value, b: &Value) -> bool {
    let part = |item: &Value| Some((item.get("role")?.clone(), item.get("organization")?.clone()));
    a == b || part(a).is_some_and(|own| part(b) == Some(own))
}

/// The projects that are here, by what they are told by.
struct Known {
    agreements: HashMap<String, String>,
    names: HashMap<String, String>,
    /// Nothing where two have it.
    acronyms: HashMap<String, Option<String>>,
}

impl Known {
    fn of(open: &Portfolio, progress: &Progress) -> Option<Self> {
        let (mut agreements, mut names, mut acronyms) = (HashMap::new(), HashMap::new(), HashMap::new());
        for row in 0..open.projects.len() {
            if !progress.goes_on(row) {
                return None;
            }
            let Some(project) = open.projects.unpacked(row) else { continue };
            if let Some(number) = project.plain_agreement() {
                agreements.entry(number).or_insert_with(|| project.id.clone());
            }
            for name in project.name.texts() {
                names.entry(fold(name.trim())).or_insert_with(|| project.id.clone());
            }
            if let Some(acronym) = &project.acronym {
                let known = acronyms.entry(fold(acronym.trim()));
                known.and_modify(|known| *known = None).or_insert_with(|| Some(project.id.clone()));
            }
        }
        Some(Self { agreements, names, acronyms })
    }

    fn find(&self, entry: &Entry, open: &Portfolio) -> Option<(String, SameBy)> {
        let Entry::Project(project) = entry else { return None };
        let number = project.plain_agreement();
        let by_number = number.as_ref().and_then(|number| self.agreements.get(number));
        let by_name = || project.name.texts().find_map(|name| self.names.get(&fold(name.trim())));
        // Two agreement numbers are two projects, whatever they are called.
        let other_number = |id: &str| {
            let known = open.projects.find(id).and_then(|known| known.plain_agreement());
            number.is_some() && known.is_some() && known != number
        };
        if let Some(id) = by_number {
            return Some((id.clone(), SameBy::Agreement));
        }
        let by_name = by_name().filter(|id| !other_number(id));
        // A name says more than an id that may have been made of it.
        if open.projects.has(&project.id) && !other_number(&project.id) && by_name != Some(&project.id) {
            return Some((project.id.clone(), SameBy::Id));
        }
        // Lists name projects by their acronyms.
        let by_acronym = || project.name.texts().find_map(|name| self.acronyms.get(&fold(name.trim()))?.as_ref());
        let by_name = by_name.map(|id| (id.clone(), SameBy::Name));
        by_name.or_else(|| Some((by_acronym().filter(|id| !other_number(id))?.clone(), SameBy::Acronym)))
    }
}

fn entries(portfolio: &Portfolio, list: List) -> impl Iterator<Item = Entry> {
    (0..portfolio.count(list)).filter_map(move |place| portfolio.entry(list, place))
}

/// What a record is told by: its names; a source by its address, else by title and publisher.
fn names_of(entry: &Entry) -> Vec<String> {
    let folded = |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| fold(text.trim())).collect();
    match entry {
        Entry::Source(source) => match &source.url {
            Some(url) => vec![url.clone()],
            None => vec![format!("{}\n{}", fold(&source.title), fold(&source.publisher))],
        },
        Entry::Organization(organization) => {
            folded(&mut organization.name.texts().chain(organization.acronym.as_deref()))
        }
        Entry::Theme(theme) => folded(&mut theme.name.texts()),
        Entry::Topic(topic) => folded(&mut topic.name.texts()),
        Entry::Sector(term) | Entry::Support(term) => folded(&mut term.name.texts()),
        Entry::Place(place) => folded(&mut place.name.texts()),
        Entry::Event(event) => {
            event.title.texts().map(|title| format!("{}\n{}", event.date, fold(title.trim()))).collect()
        }
        Entry::ReportedTotal(total) => {
            vec![format!("{}\n{:?}", total.measures, (total.count, total.value, &total.as_of))]
        }
        Entry::Continuity(entry) => folded(&mut entry.about.texts()),
        Entry::Project(_) => Vec::new(),
    }
}
