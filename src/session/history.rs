//! What was edited, step by step: undone, done again, stepped through. Bounded by the memory that it takes, not by a
//! count of steps.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::format::Change;
use crate::model::{Entry, List};

/// How much memory the steps may take, in bytes; beyond it the oldest can no longer be undone.
pub const BUDGET: usize = 256 << 20;

/// What somebody did, to be told in the menu and in the list of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Changed a record: its fields, by their names in the format from the record inwards.
    Changed {
        /// In which list.
        list: List,
        /// What the record is called.
        name: String,
        /// The fields that are different.
        fields: Vec<Vec<String>>,
    },
    /// Put a record in.
    Added(List, String),
    /// Took a record out.
    Removed(List, String),
    /// Gave a record another id.
    Renamed(List, String),
    /// Changed what the file says of itself.
    Header(Vec<Vec<String>>),
    /// Put in or changed so many records at once.
    Several(usize),
    /// So many came in.
    SeveralAdded(usize),
}

impl Deed {
    /// Whether both are about the same fields of a record; it may be called otherwise by now.
    fn is_of_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Changed { list, fields, .. }, Self::Changed { list: of, fields: others, .. }) => {
                (list, fields) == (of, others)
            }
            (Self::Header(fields), Self::Header(others)) => fields == others,
            _ => false,
        }
    }
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What somebody did.
    pub deed: Deed,
    /// What that changed.
    pub changes: Vec<Change>,
    /// What the portfolio is after it: no two steps lead to the same number.
    pub state: u64,
    weight: usize,
}

/// The steps, and how many of them are done.
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: VecDeque<Step>,
    done: usize,
    /// What the portfolio is before the first step that is kept.
    first: u64,
    next: u64,
    weight: usize,
    /// Whether the last step is closed: what comes is a step of its own.
    closed: bool,
}

impl History {
    /// Adds a step; those that were undone are gone. What goes on with the last step, as typing does, becomes part of it.
    pub fn push(&mut self, deed: Deed, changes: Vec<Change>, goes_on: bool) {
        for undone in self.steps.drain(self.done..) {
            self.weight -= undone.weight.min(self.weight);
        }
        self.next += 1;
        let state = self.next;
        if goes_on
            && !self.closed
            && let Some(last) = self.steps.back_mut()
            && last.deed.is_of_the_same(&deed)
            && let Some(changes) = joined(&last.changes, &changes)
        {
            (last.changes, last.state) = (changes, state);
            return;
        }
        let weight = changes.iter().map(weight).sum();
        self.weight += weight;
        self.steps.push_back(Step { deed, changes, state, weight });
        self.done = self.steps.len();
        self.closed = false;
        while self.weight > BUDGET
            && self.done > 1
            && let Some(oldest) = self.steps.pop_front()
        {
            self.weight -= oldest.weight.min(self.weight);
            self.first = oldest.state;
            self.done -= 1;
        }
    }

    /// Takes the last step back: what is to be carried out for that.
    pub fn undo(&mut self) -> Option<Vec<Change>> {
        let step = self.steps.get(self.done.checked_sub(1)?)?;
        self.done -= 1;
        self.closed = true;
        Some(step.changes.iter().rev().map(Change::reversed).collect())
    }

    /// Does the step again that was last undone: what is to be carried out for that.
    pub fn redo(&mut self) -> Option<Vec<Change>> {
        let step = self.steps.get(self.done)?;
        self.done += 1;
        self.closed = true;
        Some(step.changes.clone())
    }

    /// What is edited from here on is a step of its own.
    pub const fn close(&mut self) {
        self.closed = true;
    }

    /// The steps in their order.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.steps.iter()
    }

    /// How many of them are done.
    pub const fn done(&self) -> usize {
        self.done
    }

    /// The step that would be undone.
    pub fn to_undo(&self) -> Option<&Step> {
        self.steps.get(self.done.checked_sub(1)?)
    }

    /// The step that would be done again.
    pub fn to_redo(&self) -> Option<&Step> {
        self.steps.get(self.done)
    }

    /// What the portfolio is now; the same number always means the same records.
    pub fn state(&self) -> u64 {
        self.to_undo().map_or(self.first, |step| step.state)
    }
}

/// Two steps of the same record as one, with what refers to it; nothing where they are of different ones.
fn joined(first: &[Change], then: &[Change]) -> Option<Vec<Change>> {
    joined_change(first.first()?, then.first()?)?;
    let mut all = first.to_vec();
    for change in then {
        match all.iter_mut().find_map(|known| Some((joined_change(known, change)?, known))) {
            Some((both, known)) => *known = both,
            None => all.push(change.clone()),
        }
    }
    Some(all)
}

/// Two changes of the same record as one; nothing where they are of different ones.
fn joined_change(first: &Change, then: &Change) -> Option<Change> {
    match (first, then) {
        (
            Change::Record { list, at, before, after: Some(_), copy_of },
            Change::Record { list: of, at: seat, after, before: Some(_), .. },
        ) if list == of && at == seat => {
            let (before, after) = (before.clone(), after.clone());
            Some(Change::Record { list: *list, at: *at, before, after, copy_of: *copy_of })
        }
        (Change::Header { before, .. }, Change::Header { after, .. }) => {
            Some(Change::Header { before: Arc::clone(before), after: Arc::clone(after) })
        }
        _ => None,
    }
}

/// How much memory a change takes, roughly: what it was before is held by the step before as well.
fn weight(change: &Change) -> usize {
    const RECORD: usize = 512;
    let of = |entry: &Option<Arc<Entry>>| entry.as_ref().map_or(0, |entry| RECORD + text_of(entry));
    match change {
        Change::Record { before, after, .. } => of(before) + of(after),
        Change::Header { .. } => 4 * RECORD,
    }
}

/// How many bytes of text a record has, as the file has it.
fn text_of(entry: &Entry) -> usize {
    serde_json::to_vec(entry).map_or(0, |text| text.len())
}
