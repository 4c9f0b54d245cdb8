//! The reader of a file's projects: many records, parsed on all cores, checked and handed on while each is at hand, and
//! kept only where there are few.

use std::ops::Range;

use rayon::prelude::*;

use super::find::At;
use super::locate::Places;
use super::outline::Element;
use super::parse::{Failed, Parser};
use super::read::Reader;
use crate::model::{Breach, Ids, List, Portfolio, Project, check_project};

/// What projects are handed to while they are read: one for each stretch of the file, in its order.
pub trait Gather: Send {
    /// Takes a project; `head` has every other list.
    fn add(&mut self, project: &Project, head: &Portfolio);
    /// Nothing comes any more.
    fn finish(&mut self);
}

impl Gather for () {
    fn add(&mut self, _: &Project, _: &Portfolio) {}
    fn finish(&mut self) {}
}

/// How many records one core takes at a time.
pub const AT_ONCE: usize = 2_048;

/// What was read of the projects.
pub(super) struct Projects<G> {
    pub ids: Ids,
    /// Where each stands in the bytes.
    pub spans: Vec<Range<usize>>,
    /// The projects themselves, where they are kept.
    pub listed: Vec<Project>,
    pub parts: Vec<G>,
    /// Whether one of them could not be parsed.
    pub failed: bool,
}

/// Records that one core has read.
struct Stretch<G> {
    records: Vec<Result<Parsed, Failed>>,
    listed: Vec<Project>,
    part: G,
}

/// What is to be said of a record that was read.
struct Parsed {
    id: Box<str>,
    /// Paths of fields that are not known.
    ignored: Vec<String>,
    breaches: Vec<Breach>,
}

/// How projects are read.
pub(super) struct Reading<'a, G> {
    pub head: &'a Portfolio,
    /// Whether the projects are kept in a list.
    pub keep: bool,
    pub gather: &'a (dyn Fn() -> G + Sync),
}

impl<G: Gather> Reading<'_, G> {
    /// Reads a stretch of records; those at `leave` are passed over.
    fn stretch(&self, parser: &Parser<'_>, elements: &[Element], leave: &[usize]) -> Stretch<G> {
        let mut part = (self.gather)();
        let (mut records, mut listed) = (Vec::with_capacity(elements.len()), Vec::new());
        for (place, element) in elements.iter().enumerate() {
            let parsed = parser.parse::<Project>(&element.bytes).map(|(project, ignored)| {
                let breaches = check_project(0, &project, self.head);
                let id: Box<str> = project.id.as_str().into();
                if !id.trim().is_empty() && !leave.contains(&place) {
                    part.add(&project, self.head);
                    if self.keep {
                        listed.push(project);
                    }
                }
                Parsed { id, ignored, breaches }
            });
            records.push(parsed);
        }
        part.finish();
        Stretch { records, listed, part }
    }
}

impl Reader<'_> {
    /// The projects of the file; those that cannot be read are listed and left out.
    pub(super) fn projects<G: Gather>(&mut self, reading: &Reading<'_, G>) -> Projects<G> {
        let (ids, spans, listed, parts) = (Ids::default(), Vec::new(), Vec::new(), Vec::new());
        let mut read = Projects { ids, spans, listed, parts, failed: false };
        let all = self.fields;
        let mut before = 0;
        for field in all.iter().filter(|field| field.list == Some(List::Projects)) {
            self.is_list(field);
            let stretches = rayon::current_num_threads().max(1) * 2;
            for elements in field.elements.chunks(AT_ONCE * stretches).take_while(|_| !self.progress.is_cancelled()) {
                let (parser, progress) = (&self.parser, self.progress);
                let read_all = |elements| (!progress.is_cancelled()).then(|| reading.stretch(parser, elements, &[]));
                let parsed: Vec<_> = elements.par_chunks(AT_ONCE).map(read_all).collect();
                for (elements, stretch) in elements.chunks(AT_ONCE).zip(parsed) {
                    let Some(stretch) = stretch else { break };
                    self.stretch(&mut read, reading, elements, stretch, before);
                }
                let reached = elements.last().map_or(0, |element| element.bytes.end as u64);
                self.progress.reached(reached, elements.len() as u64);
            }
            before += field.elements.last().map_or(0, |element| element.place + 1);
        }
        read.ids.shrink();
        read.spans.shrink_to_fit();
        read
    }

    /// Puts down what was read of a stretch, and what is wrong with it.
    fn stretch<G: Gather>(
        &mut self,
        read: &mut Projects<G>,
        reading: &Reading<'_, G>,
        elements: &[Element],
        mut stretch: Stretch<G>,
        before: usize,
    ) {
        let mut doubles = Vec::new();
        for (at, (element, parsed)) in elements.iter().zip(std::mem::take(&mut stretch.records)).enumerate() {
            if let Some(double) = self.project(read, element, before + element.place, parsed) {
                doubles.extend(double.then_some(at));
            }
        }
        if !doubles.is_empty() {
            // Rare, and known only now: the stretch is read once more without them.
            stretch = reading.stretch(&self.parser, elements, &doubles);
        }
        read.listed.append(&mut stretch.listed);
        read.parts.push(stretch.part);
    }

    /// Puts a project down; says whether it is one whose id came before, nothing where it is none at all.
    fn project<G>(
        &mut self,
        read: &mut Projects<G>,
        element: &Element,
        place: usize,
        parsed: Result<Parsed, Failed>,
    ) -> Option<bool> {
        let span = &element.bytes;
        let at = |id: Option<String>| At { list: List::Projects, place: Some(place), id };
        let Parsed { id, ignored, breaches } = match parsed {
            Ok(parsed) => parsed,
            Err(failed) => {
                read.failed = true;
                self.not_parsed(at(None), span, failed);
                return None;
            }
        };
        let record = at(Some(id.to_string()));
        self.unknown_in(&record, span, &ignored);
        let double = read.ids.position(&id).is_some();
        if double || id.trim().is_empty() {
            self.without_own_id(record, span, double);
            return double.then_some(true);
        }
        let mut inside = Places::default();
        for breach in breaches {
            self.breach(breach, span, Some(place), &mut inside);
        }
        read.ids.push(&id);
        read.spans.push(span.clone());
        Some(false)
    }
}
