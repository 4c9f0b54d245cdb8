//! The projects of a portfolio: a few in a list, or many that are held packed and made anew where one is asked for.
//! Knows nothing of how they are packed.

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
    Listed(Vec<Project>),
    Packed { packed: Arc<dyn Unpack>, recent: Arc<Mutex<Recent>> },
}

impl Default for Held {
    fn default() -> Self {
        Self::Listed(Vec::new())
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
        let mut ids = Ids::default();
        for project in &projects {
            ids.push(&project.id);
        }
        Self { held: Held::Listed(projects), ids: Arc::new(ids) }
    }

    /// Projects that are held packed, by their ids.
    pub fn packed(ids: Arc<Ids>, packed: Arc<dyn Unpack>) -> Self {
        Self { held: Held::Packed { packed, recent: Arc::default() }, ids }
    }

    /// The project in this row.
    pub fn get(&self, row: usize) -> Option<Found<'_>> {
        match &self.held {
            Held::Listed(list) => list.get(row).map(Found::Listed),
            Held::Packed { packed, recent } => {
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
            Held::Packed { packed, .. } => packed.project(row).map(|project| Found::Unpacked(Arc::new(project))),
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
