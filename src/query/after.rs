//! What came after: for each project what sources say of who goes on, in groups that sum to the set's money to the
//! cent. Something new in the same area is told, and answers for no project. Knows no words.

use std::collections::BTreeMap;

use super::group::{self, By};
use super::index::Index;
use super::row::Row;
use super::years::Spread;
use crate::model::{Continuity, ContinuityState, EndingKind, Portfolio, Project};

/// What is known of who goes on with a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum After {
    /// A source says that it is continued.
    Continued,
    /// A source says that it was taken up in part.
    Partial,
    /// A source says that nobody goes on.
    Nobody,
    /// There is something new in one of its areas; no source says that it replaces the project.
    NewInArea,
    /// No source tells.
    Unknown,
    /// It had ended before: there was nothing to go on with.
    EndedBefore,
}

impl After {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 6] =
        [Self::Continued, Self::Partial, Self::Nobody, Self::NewInArea, Self::Unknown, Self::EndedBefore];

    /// As on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Continued => "continued",
            Self::Partial => "partial",
            Self::Nobody => "nobody",
            Self::NewInArea => "new-in-area",
            Self::Unknown => "unknown",
            Self::EndedBefore => "ended-before",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Continued => "after-continued",
            Self::Partial => "after-partial",
            Self::Nobody => "after-nobody",
            Self::NewInArea => "after-new-in-area",
            Self::Unknown => "after-unknown",
            Self::EndedBefore => "after-ended-before",
        }
    }

    /// Whether a source answers who goes on with the project itself.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Continued | Self::Partial | Self::Nobody)
    }
}

/// What is known of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectAfter {
    /// Its row.
    pub row: usize,
    /// What is known.
    pub after: After,
    /// Places of the entries that name it.
    pub own: Vec<usize>,
    /// Places of the entries of its areas, which name no project.
    pub area: Vec<usize>,
}

impl ProjectAfter {
    /// The entries that make the project stand where it stands: those that name it; else what is new in its area.
    pub fn speaking(&self, portfolio: &Portfolio) -> Vec<usize> {
        if self.after != After::NewInArea {
            return self.own.clone();
        }
        let speaks = |at: &&usize| portfolio.continuity.get(**at).is_some_and(|entry| entry.state.is_something());
        self.own.iter().chain(&self.area).filter(speaks).copied().collect()
    }
}

/// The entries that name a project, those of its areas, and what both come to.
pub fn after_of(row: usize, project: &Project, portfolio: &Portfolio) -> ProjectAfter {
    let (mut own, mut area) = (Vec::new(), Vec::new());
    for (place, entry) in portfolio.continuity.iter().enumerate() {
        if entry.projects.contains(&project.id) {
            own.push(place);
        } else if is_of_area(entry, project) {
            area.push(place);
        }
    }
    let states =
        |places: &[usize]| places.iter().filter_map(|at| portfolio.continuity.get(*at)).map(|e| e.state).collect();
    let (own_states, area_states): (Vec<_>, Vec<_>) = (states(&own), states(&area));
    let says = |state| own_states.contains(&state);
    // Whatever an area got, only an entry that names the project says what became of it.
    let new_in_area = says(ContinuityState::NewInArea) || area_states.iter().any(|state| state.is_something());
    let after = if says(ContinuityState::Continued) {
        After::Continued
    } else if says(ContinuityState::Partial) {
        After::Partial
    } else if says(ContinuityState::None) {
        After::Nobody
    } else if project.ending.kind == EndingKind::Before {
        After::EndedBefore
    } else if new_in_area {
        After::NewInArea
    } else {
        After::Unknown
    };
    ProjectAfter { row, after, own, area }
}

/// Whether an entry speaks of an area of the project rather than of projects.
fn is_of_area(entry: &Continuity, project: &Project) -> bool {
    entry.projects.is_empty() && project.themes.iter().any(|share| entry.themes.contains(&share.theme))
}

/// How much of a set there is which answer for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AfterPart {
    /// Rows of the projects.
    pub rows: Vec<usize>,
    /// Their money in hundredths; `None` where none of them has an amount that counts.
    pub amount: Option<i128>,
    /// How many of them have none.
    pub without_amount: usize,
}

/// What is known of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AfterSet {
    /// Each project of the set, in its order.
    pub projects: Vec<ProjectAfter>,
    /// The set by what is known; the amounts sum to the set's.
    pub parts: BTreeMap<After, AfterPart>,
}

impl AfterSet {
    /// Money and number of projects of which a source answers who goes on, and of all that had not ended before.
    pub fn answered(&self) -> (AfterPart, AfterPart) {
        let (mut answered, mut asked) = (AfterPart::default(), AfterPart::default());
        for (after, part) in self.parts.iter().filter(|(after, _)| **after != After::EndedBefore) {
            asked.add(part);
            if after.is_answer() {
                answered.add(part);
            }
        }
        (answered, asked)
    }
}

impl AfterPart {
    fn add(&mut self, other: &Self) {
        self.rows.extend(&other.rows);
        self.without_amount += other.without_amount;
        self.amount = match (self.amount, other.amount) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
    }
}

/// What is known of who goes on with these rows.
pub fn after(rows: &[usize], portfolio: &Portfolio, index: &Index) -> AfterSet {
    let mut set = AfterSet::default();
    for at in rows.iter().copied() {
        let Some(project) = portfolio.projects.get(at) else { continue };
        let told = after_of(at, &project, portfolio);
        let counted = index.rows.get(at).and_then(Row::counted).map(i128::from);
        let one = AfterPart { rows: vec![at], amount: counted, without_amount: usize::from(counted.is_none()) };
        set.parts.entry(told.after).or_default().add(&one);
        set.projects.push(told);
    }
    set
}

/// A group of a set by what is known: an area, a state, an implementer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterGroup {
    /// The group's key; `None` is *no data*.
    pub key: Option<String>,
    /// Its projects by what is known; the amounts of all groups sum to the set's.
    pub parts: BTreeMap<After, AfterPart>,
    /// Places of the entries of the area that name no project; only where the groups are themes.
    pub entries: Vec<usize>,
    /// Whether nobody is known to go on here.
    pub gap: Gap,
}

/// What is left of an area after the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// No source names anybody, not even for something new.
    Nobody,
    /// Something new, of which no source says that it replaces anything.
    OnlyNew,
    /// Somebody goes on, wholly or in part.
    Somebody,
    /// All had ended before.
    NothingLeft,
}

/// A set in groups; each project's money is split as everywhere.
pub fn after_groups(set: &AfterSet, by: By, portfolio: &Portfolio, index: &Index) -> Vec<AfterGroup> {
    let rows: Vec<usize> = set.projects.iter().map(|told| told.row).collect();
    let counted = |row: usize| index.rows.get(row).and_then(Row::counted);
    let mut groups: Vec<AfterGroup> = group::groups(&rows, by, Spread::Award, index)
        .into_iter()
        .map(|group| AfterGroup { key: group.key, parts: BTreeMap::new(), entries: Vec::new(), gap: Gap::Nobody })
        .collect();
    if by == By::Theme {
        for group in &mut groups {
            group.entries = entries_of(group.key.as_deref(), portfolio);
        }
    }
    // A project of two areas brings what is new in the one along into the other only where an entry names it.
    let is_new = |at: &usize| portfolio.continuity.get(*at).is_some_and(|e| e.state == ContinuityState::NewInArea);
    let named = |told: &&ProjectAfter| told.after != After::NewInArea || told.own.iter().any(is_new);
    for by_area in [false, true] {
        for after in After::ALL {
            let told = set.projects.iter().filter(|told| told.after == after && named(told) != by_area);
            let rows: Vec<usize> = told.map(|told| told.row).collect();
            let rows_of = group::group_rows(&rows, by, Spread::Award, index);
            for (found, (_, rows)) in
                group::groups_of(&rows, by, Spread::Award, index, counted).into_iter().zip(rows_of)
            {
                let without_amount = rows.iter().filter(|row| counted(**row).is_none()).count();
                let part = AfterPart { rows, amount: found.amount, without_amount };
                let Some(group) = groups.iter_mut().find(|group| group.key == found.key) else { continue };
                let nothing_new = by_area && by == By::Theme && !group.has_new(portfolio);
                group.parts.entry(if nothing_new { After::Unknown } else { after }).or_default().add(&part);
            }
        }
    }
    for group in &mut groups {
        group.gap = gap(group);
    }
    groups
}

/// Places of the entries of an area that name no project.
fn entries_of(theme: Option<&str>, portfolio: &Portfolio) -> Vec<usize> {
    let of_area =
        |entry: &Continuity| entry.projects.is_empty() && entry.themes.iter().any(|own| Some(own.as_str()) == theme);
    let entries = portfolio.continuity.iter().enumerate().filter(|(_, entry)| of_area(entry));
    entries.map(|(place, _)| place).collect()
}

impl AfterGroup {
    /// Whether an entry of the area tells of anything new in it.
    fn has_new(&self, portfolio: &Portfolio) -> bool {
        let mut entries = self.entries.iter().filter_map(|at| portfolio.continuity.get(*at));
        entries.any(|entry| entry.state.is_something())
    }

    /// What had not ended before, of which alone one can ask who goes on; all of it where nothing else is there.
    pub fn asked(&self) -> AfterPart {
        let mut asked = AfterPart::default();
        let all_before = self.gap == Gap::NothingLeft;
        for (_, part) in self.parts.iter().filter(|(after, _)| all_before || **after != After::EndedBefore) {
            asked.add(part);
        }
        asked
    }
}

fn gap(group: &AfterGroup) -> Gap {
    let has = |after: After| group.parts.contains_key(&after);
    if has(After::Continued) || has(After::Partial) {
        Gap::Somebody
    } else if group.parts.keys().all(|after| *after == After::EndedBefore) {
        Gap::NothingLeft
    } else if has(After::NewInArea) {
        Gap::OnlyNew
    } else {
        Gap::Nobody
    }
}
