//! The problems of a file while it is read: by their byte, before anybody needs a line.

use std::collections::{BTreeSet, HashSet};

use super::locate::Lines;
use super::problem::{Effect, Problem, ProblemKind};
use crate::model::{List, Rule};

/// How many problems are kept; the rest is counted.
const MOST_PROBLEMS: usize = 100_000;

/// How many characters of what was written are repeated in a problem.
const LONGEST: usize = 200;

/// The list, and the record of it, that something is wrong with.
#[derive(Clone, Debug)]
pub(super) struct At {
    pub list: List,
    /// Which one of the list as it stands in the file, from 0; none where it is the list itself.
    pub place: Option<usize>,
    pub id: Option<String>,
}

struct Found {
    at: usize,
    record: Option<At>,
    field: Option<String>,
    kind: ProblemKind,
    effect: Effect,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Finds {
    found: Vec<Found>,
    more: usize,
    /// Ids of records that were left out: what refers to them is not reported a second time.
    left_out: HashSet<(List, String)>,
    /// Lists of which records may be missing whose ids are not known.
    incomplete: BTreeSet<List>,
}

impl Finds {
    /// A problem of a list or a record.
    pub fn of_record(&mut self, at: usize, mut record: At, field: Option<String>, kind: ProblemKind, effect: Effect) {
        if effect == Effect::LeftOut {
            match record.id.clone() {
                Some(id) => _ = self.left_out.insert((record.list, id)),
                None => self.incomplete(record.list),
            }
        }
        record.id = record.id.map(cut);
        self.add(Found { at, record: Some(record), field, kind, effect });
    }

    /// A problem of a list as a whole.
    pub fn of_list(&mut self, at: usize, list: List, kind: ProblemKind, effect: Effect) {
        self.of_record(at, At { list, place: None, id: None }, None, kind, effect);
    }

    /// A problem of what stands around the records.
    pub fn of_file(&mut self, at: usize, field: Option<String>, kind: ProblemKind, effect: Effect) {
        self.add(Found { at, record: None, field, kind, effect });
    }

    /// Records of this list may be missing.
    pub fn incomplete(&mut self, list: List) {
        self.incomplete.insert(list);
    }

    fn add(&mut self, mut found: Found) {
        if self.found.len() == MOST_PROBLEMS {
            self.more += 1;
            return;
        }
        found.field = found.field.map(cut);
        found.kind = shortened(found.kind);
        self.found.push(found);
    }

    /// Whether what this id would be of may stand among the records that were left out.
    pub fn may_be_left_out(&self, list: List, id: &str) -> bool {
        self.incomplete.contains(&list) || self.left_out.contains(&(list, id.to_owned()))
    }

    /// The first thing that was found.
    pub fn first(&self) -> Option<(usize, &ProblemKind)> {
        self.found.first().map(|found| (found.at, &found.kind))
    }

    /// The problems in the order of the file, and how many more there are.
    pub fn into_problems(mut self, bytes: &[u8]) -> (Vec<Problem>, usize) {
        if self.found.is_empty() {
            return (Vec::new(), 0);
        }
        self.found.sort_by_key(|found| found.at);
        let mut lines = Lines::of(bytes);
        let problem = |found: Found| {
            let (line, column) = lines.place(found.at);
            let (list, place, record) = found.record.map_or((None, None, None), |at| (Some(at.list), at.place, at.id));
            Problem { line, column, list, record, place, field: found.field, kind: found.kind, effect: found.effect }
        };
        (self.found.into_iter().map(problem).collect(), self.more)
    }
}

/// What was written, short enough for a sentence.
pub(super) fn cut(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => text.get(..end).unwrap_or("").to_owned() + "…",
        None => text,
    }
}

fn shortened(kind: ProblemKind) -> ProblemKind {
    match kind {
        ProblemKind::Value(mut error) => {
            error.text = cut(error.text);
            ProblemKind::Value(error)
        }
        ProblemKind::Rule(Rule::MissingReference(list, id)) => ProblemKind::Rule(Rule::MissingReference(list, cut(id))),
        ProblemKind::Rule(Rule::ThemeTwice(id)) => ProblemKind::Rule(Rule::ThemeTwice(cut(id))),
        ProblemKind::UnknownField(field) => ProblemKind::UnknownField(cut(field)),
        ProblemKind::DoubleField(field) => ProblemKind::DoubleField(cut(field)),
        ProblemKind::UnknownWord { found, allowed } => ProblemKind::UnknownWord { found: cut(found), allowed },
        kind => kind,
    }
}
