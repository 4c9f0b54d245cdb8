//! The sources of what is exported, numbered, each with what it tells: so that a reader can look every figure up.

use std::collections::HashMap;

use super::taken::Taken;
use crate::i18n::Words;
use crate::model::{Entry, List, Source};

/// A source with its number and what it tells here.
pub(super) struct Cited {
    /// Its number, from 1.
    pub number: usize,
    /// The source.
    pub source: Source,
    /// "Montos: senderos, campos; finales: gem".
    pub tells: String,
}

/// How many records are named for each kind; how many more there are is said.
const NAMED: usize = 12;

/// What a source can tell, in the order in which it is said.
const KINDS: [&str; 5] = [
    "export-tells-amounts",
    "export-tells-endings",
    "export-tells-records",
    "export-tells-events",
    "export-tells-more",
];

#[derive(Default)]
struct Tells([Told; KINDS.len()]);

#[derive(Default)]
struct Told {
    named: Vec<String>,
    more: usize,
}

impl Told {
    fn add(&mut self, id: &str) {
        if self.named.iter().any(|named| named == id) {
            return;
        }
        if self.named.len() < NAMED {
            self.named.push(id.to_owned());
        } else {
            self.more += 1;
        }
    }
}

/// The sources that go, in the order of the portfolio; those that tell nothing of what goes are left out.
pub(super) fn cited(taken: &Taken<'_>, words: &Words) -> Vec<Cited> {
    let mut tells: HashMap<String, Tells> = HashMap::new();
    for list in [List::Projects, List::Events, List::ReportedTotals, List::Continuity] {
        taken.records(list).for_each(|entry| add(&mut tells, &entry));
    }
    let told = taken.records(List::Sources).filter_map(|entry| match entry {
        Entry::Source(source) => Some((tells.remove(&source.id)?.text(words), *source)),
        _ => None,
    });
    told.zip(1..).map(|((tells, source), number)| Cited { number, source, tells }).collect()
}

fn add(tells: &mut HashMap<String, Tells>, entry: &Entry) {
    let mut note = |source: &str, kind: usize| {
        if let Some(told) = tells.entry(source.to_owned()).or_default().0.get_mut(kind) {
            told.add(entry.id());
        }
    };
    match entry {
        Entry::Project(project) => {
            project.amounts.iter().filter_map(|amount| amount.source.as_ref()).for_each(|id| note(id, 0));
            project.ending.sources.iter().for_each(|id| note(id, 1));
            project.sources.iter().for_each(|id| note(id, 2));
        }
        Entry::Event(event) => event.sources.iter().for_each(|id| note(id, 3)),
        Entry::ReportedTotal(total) => total.source.iter().for_each(|id| note(id, 4)),
        Entry::Continuity(after) => after.sources.iter().for_each(|id| note(id, 4)),
        _ => {}
    }
}

impl Tells {
    fn text(&self, words: &Words) -> String {
        let told = KINDS.iter().zip(&self.0).filter(|(_, told)| !told.named.is_empty());
        let said = told.map(|(kind, told)| {
            let list = told.named.join(", ");
            let list = if told.more > 0 {
                words.tf("export-tells-and-more", &[("list", list.into()), ("n", told.more.into())])
            } else {
                list
            };
            format!("{}: {list}", words.t(kind))
        });
        said.collect::<Vec<_>>().join("; ")
    }
}
