//! The projects of a portfolio: a few in a list, or many that are held packed and made anew where one is asked for.
//! What was edited is held beside those. Knows nothing of how they are packed.

use std::fmt::Debug;
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use hashbrown::HashMap;

use super::ids::Ids;
use super::project::Project;

/// What holds projects packed.
pub trait Unpack: Send + Sync + Debug {
    /// The project in this row.
    fn project(&self, row: usize) -> Option<Project>;

    /// Packs a part of what was kept open for speed, beside what is known; says whether there is more. Takes its time, on
    /// a worker.
    fn pack(&self, known: &Arc<dyn Known>) -> bool;
}

/// Text that is kept of each project anyway: what resembles it needs little room beside it.
pub trait Known: Send + Sync + Debug {
    /// Gives the texts of the project in this row, always the same.
    fn text(&self, row: usize, take: &mut dyn FnMut(&str));
}

/// The projects of a portfolio, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Projects {
    held: Held,
    ids: Arc<Ids>,
}

#[derive(Clone, Debug)]
enum Held {
    Listed(Arc<Vec<Project>>),
    Packed { packed: Arc<dyn Unpack>, recent: Arc<Mutex<Recent>>, edited: Edited },
}

/// What was edited of packed projects.
#[derive(Clone, Debug)]
struct Edited {
    /// Projects that were edited, by their slots.
    records: Arc<HashMap<usize, Arc<Project>>>,
    /// The slot of each row: the row in which the packed project stands, or, beyond those, one of a project that was
    /// added. As long as none was added or taken out, each row is its own slot.
    slots: Option<Arc<Vec<usize>>>,
    /// The slot that the next one has that is added.
    next: usize,
    /// The ids of the packed projects as they were read.
    packed_ids: Arc<Ids>,
}

impl Edited {
    fn slot(&self, row: usize) -> Option<usize> {
        self.slots.as_ref().map_or(Some(row), |slots| slots.get(row).copied())
    }

    fn record(&self, slot: usize) -> Option<Arc<Project>> {
        if self.records.is_empty() { None } else { self.records.get(&slot).cloned() }
    }

    fn put(&mut self, row: usize, project: Project) {
        if let Some(slot) = self.slot(row) {
            Arc::make_mut(&mut self.records).insert(slot, Arc::new(project));
        }
    }

    fn slots(&mut self, rows: usize) -> &mut Vec<usize> {
        Arc::make_mut(self.slots.get_or_insert_with(|| Arc::new((0..rows).collect())))
    }
}

impl Default for Held {
    fn default() -> Self {
        Self::Listed(Arc::default())
    }
}

/// A project that was found: in the list, or made anew.
#[derive(Clone, Debug)]
pub enum Found<'a> {
    /// In the list.
    Listed(&'a Project),
    /// Made anew, and kept for a while.
    Unpacked(Arc<Project>),
}

impl Deref for Found<'_> {
    type Target = Project;

    fn deref(&self) -> &Project {
        match self {
            Self::Listed(project) => project,
            Self::Unpacked(project) => project,
        }
    }
}

impl Projects {
    /// Projects in a list. Of two with one id the first is found.
    pub fn new(projects: Vec<Project>) -> Self {
        let ids = Arc::new(Ids::of(projects.iter().map(|project| project.id.as_str())));
        Self { held: Held::Listed(Arc::new(projects)), ids }
    }

    /// Projects that are held packed, by their ids.
    pub fn packed(ids: Arc<Ids>, packed: Arc<dyn Unpack>) -> Self {
        let edited = Edited { records: Arc::default(), slots: None, next: ids.len(), packed_ids: Arc::clone(&ids) };
        Self { held: Held::Packed { packed, recent: Arc::default(), edited }, ids }
    }

    /// The project in this row.
    pub fn get(&self, row: usize) -> Option<Found<'_>> {
        match &self.held {
            Held::Listed(list) => list.get(row).map(Found::Listed),
            Held::Packed { packed, recent, edited } => {
                let row = edited.slot(row)?;
                if let Some(project) = edited.record(row) {
                    return Some(Found::Unpacked(project));
                }
                let known = recent.lock().ok().and_then(|mut recent| recent.get(row));
                if let Some(project) = known {
                    return Some(Found::Unpacked(project));
                }
                let project = Arc::new(packed.project(row)?);
                if let Ok(mut recent) = recent.lock() {
                    recent.put(row, Arc::clone(&project));
                }
                Some(Found::Unpacked(project))
            }
        }
    }

    /// The project in this row, made for the moment where it is packed: for walks over many.
    pub fn unpacked(&self, row: usize) -> Option<Found<'_>> {
        match &self.held {
            Held::Listed(list) => list.get(row).map(Found::Listed),
            Held::Packed { packed, edited, .. } => {
                let slot = edited.slot(row)?;
                let made = || packed.project(slot).map(Arc::new);
                edited.record(slot).or_else(made).map(Found::Unpacked)
            }
        }
    }

    /// All of them. Those that are packed are each made for the moment.
    pub fn iter(&self) -> impl Iterator<Item = Found<'_>> + Clone {
        (0..self.len()).filter_map(|row| self.unpacked(row))
    }

    /// The list, where they are not packed.
    pub fn listed(&self) -> Option<&[Project]> {
        match &self.held {
            Held::Listed(list) => Some(list),
            Held::Packed { .. } => None,
        }
    }

    /// Replaces the project in this row, where there is one.
    pub fn put(&mut self, row: usize, project: Project) {
        let Some(old) = self.ids.get(row) else { return };
        let renamed = old != project.id;
        match &mut self.held {
            Held::Listed(list) => {
                if let Some(slot) = Arc::make_mut(list).get_mut(row) {
                    *slot = project;
                }
            }
            Held::Packed { edited, .. } => edited.put(row, project),
        }
        if renamed {
            self.name_anew();
        }
    }

    /// Puts a project before the one in this row, or at the end.
    pub fn insert(&mut self, row: usize, project: Project) {
        let count = self.len();
        let row = row.min(count);
        // Behind the others: the rows of those stay.
        let last = (row == count).then(|| project.id.clone());
        match &mut self.held {
            Held::Listed(list) => Arc::make_mut(list).insert(row, project),
            Held::Packed { edited, .. } => {
                let slot = edited.next;
                edited.next += 1;
                edited.slots(count).insert(row, slot);
                edited.put(row, project);
            }
        }
        match last {
            Some(id) => Arc::make_mut(&mut self.ids).push(&id),
            None => self.name_anew(),
        }
    }

    /// Takes the project in this row out, where there is one.
    pub fn remove(&mut self, row: usize) {
        let count = self.len();
        if row >= count {
            return;
        }
        match &mut self.held {
            Held::Listed(list) => _ = Arc::make_mut(list).remove(row),
            Held::Packed { edited, .. } => _ = edited.slots(count).remove(row),
        }
        // The last one: the rows of the others stay.
        if row + 1 == count {
            return Arc::make_mut(&mut self.ids).pop();
        }
        self.name_anew();
    }

    /// Notes the ids of all rows; those of packed projects that were not edited are known.
    fn name_anew(&mut self) {
        let ids = match &self.held {
            Held::Listed(list) => Ids::of(list.iter().map(|project| project.id.as_str())),
            Held::Packed { edited, .. } => {
                let mut ids = Ids::default();
                for slot in (0..).map_while(|row| edited.slot(row).filter(|slot| *slot < edited.next)) {
                    match edited.record(slot) {
                        Some(project) => ids.push(&project.id),
                        None => ids.push(edited.packed_ids.get(slot).unwrap_or("")),
                    }
                }
                ids
            }
        };
        self.ids = Arc::new(ids);
    }

    /// Packs a part of what was kept open for speed, beside what is known; says whether there is more.
    pub fn pack(&self, known: &Arc<dyn Known>) -> bool {
        matches!(&self.held, Held::Packed { packed, .. } if packed.pack(known))
    }

    /// The project with this id.
    pub fn find(&self, id: &str) -> Option<Found<'_>> {
        self.get(self.position(id)?)
    }

    /// In which row the project with this id stands.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.ids.position(id)
    }

    /// Whether there is a project with this id.
    pub fn has(&self, id: &str) -> bool {
        self.position(id).is_some()
    }

    /// The id of the project in this row.
    pub fn id(&self, row: usize) -> Option<&str> {
        self.ids.get(row)
    }

    /// All ids, by row.
    pub const fn ids(&self) -> &Arc<Ids> {
        &self.ids
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// So many projects are kept at least after they were made anew: more than any screen shows.
const RECENT: usize = 512;

/// Projects that were asked for lately: those since the last turn, and those of the turn before.
#[derive(Debug, Default)]
struct Recent {
    young: HashMap<usize, Arc<Project>>,
    old: HashMap<usize, Arc<Project>>,
}

impl Recent {
    fn get(&mut self, row: usize) -> Option<Arc<Project>> {
        if let Some(project) = self.young.get(&row) {
            return Some(Arc::clone(project));
        }
        let project = self.old.remove(&row)?;
        self.put(row, Arc::clone(&project));
        Some(project)
    }

    fn put(&mut self, row: usize, project: Arc<Project>) {
        if self.young.len() >= RECENT {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(row, project);
    }
}
