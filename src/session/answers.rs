//! What is derived from document and view: the answer, the order of rows, the lines of the table. Cached under the
//! revision and the parts of the view that it derives from; computed once a change, never a frame.

use std::collections::HashMap;
use std::sync::Arc;

use super::document::Document;
use super::view::View;
use crate::figure::Names;
use crate::i18n::Words;
use crate::model::Lang;
use crate::query::{
    self, Answer, By, EventColumn, EventKey, Filter, Group, Key, Lens, ParseError, Recall, parse_lenient,
};

/// A line of the table of projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of the group at this place, with its subtotal.
    Group(usize),
    /// The project in this row of the portfolio.
    Project(usize),
}

/// What is derived, and from what.
#[derive(Default)]
pub struct Answers {
    revision: u64,
    lang: Option<Lang>,
    typed: String,
    chips: Filter,
    order: Vec<Key>,
    event_order: Vec<EventKey>,
    group: Option<By>,
    lens: Lens,
    recall: Recall,
    /// All rows as ordered, whatever the filter: a filter only picks among them.
    all: Vec<usize>,
    /// Chips and typed words together.
    pub filter: Filter,
    /// What the typed words say that is not known.
    pub notes: Vec<ParseError>,
    /// The set.
    pub answer: Option<Arc<Answer>>,
    /// Its projects as ordered.
    pub rows: Arc<Vec<usize>>,
    /// The groups of the table, in order.
    pub groups: Arc<Vec<Group>>,
    /// The lines of the table.
    pub lines: Arc<Vec<Line>>,
    /// Its events as ordered.
    pub events: Arc<Vec<usize>>,
}

impl Answers {
    /// Brings everything up to date; what does not depend on what changed stays.
    pub fn refresh(&mut self, document: &Document, view: &View, words: &Words) {
        let other_document = self.revision != document.revision || self.answer.is_none();
        let mut other_set = other_document;
        if other_document {
            self.recall = Recall::default();
        }
        if other_document || self.typed != view.typed || self.chips != view.filter {
            let (typed, notes) = parse_lenient(&view.typed, &document.index.vocabulary);
            self.notes = notes;
            let mut filter = view.filter.clone();
            filter.terms.extend(typed.terms);
            self.typed.clone_from(&view.typed);
            self.chips = view.filter.clone();
            if other_document || self.filter != filter || self.answer.is_none() {
                let (portfolio, index) = (&document.portfolio, &document.index);
                let answer = Answer::recalling(&filter, portfolio, index, &mut self.recall);
                self.answer = Some(Arc::new(answer));
                self.filter = filter;
                other_set = true;
            }
        }
        let other_lang = self.lang != Some(words.lang()) || other_document;
        let Some(answer) = self.answer.clone() else { return };
        let lens = view.lens(&document.portfolio);
        let other_order = other_lang || self.order != view.order || self.lens != lens;
        if other_order {
            self.all = (0..document.portfolio.projects.len()).collect();
            query::sort(&mut self.all, &view.order, lens, &document.portfolio, &document.index, words);
            self.order.clone_from(&view.order);
            self.lens = lens;
        }
        if other_order || other_set || self.group != view.group {
            self.rows = Arc::new(self.all.iter().copied().filter(|row| answer.set.contains(*row)).collect());
            self.group_rows(document, view);
        }
        if other_lang || other_set || self.event_order != view.event_order {
            self.events = Arc::new(sorted_events(&answer.events, &view.event_order, document, words));
            self.event_order.clone_from(&view.event_order);
        }
        self.lang = Some(words.lang());
        self.revision = document.revision;
    }

    fn group_rows(&mut self, document: &Document, view: &View) {
        self.group = view.group;
        let Some(by) = view.group else {
            self.groups = Arc::default();
            self.lines = Arc::new(self.rows.iter().copied().map(Line::Project).collect());
            return;
        };
        let mut groups = query::groups(&self.rows, by, view.spread, &document.index);
        if by != By::Year {
            query::by_amount(&mut groups);
        }
        let rows: HashMap<_, _> = query::group_rows(&self.rows, by, view.spread, &document.index).into_iter().collect();
        let lines = groups.iter().enumerate().flat_map(|(place, group)| {
            let rows = rows.get(&group.key).into_iter().flatten();
            std::iter::once(Line::Group(place)).chain(rows.copied().map(Line::Project))
        });
        self.lines = Arc::new(lines.collect());
        self.groups = Arc::new(groups);
    }
}

fn sorted_events(events: &[usize], order: &[EventKey], document: &Document, words: &Words) -> Vec<usize> {
    let names = Names::new(&document.portfolio, words);
    let mut sorted = events.to_vec();
    let text = |column: EventColumn, at: usize| -> String {
        let Some(event) = document.portfolio.events.get(at) else { return String::new() };
        match column {
            EventColumn::Kind => words.t(event.kind.message()),
            EventColumn::Title => names.event(event),
            EventColumn::Organizations => {
                event.organizations.first().map(|id| names.organization(id)).unwrap_or_default()
            }
            EventColumn::Projects => {
                event.projects.first().map(|id| names.key(query::Field::Id, id)).unwrap_or_default()
            }
            EventColumn::Date | EventColumn::Sources => String::new(),
        }
    };
    sorted.sort_by(|a, b| {
        order.iter().fold(std::cmp::Ordering::Equal, |so_far, key| {
            let (left, right) = (document.portfolio.events.get(*a), document.portfolio.events.get(*b));
            let compared = match key.column {
                EventColumn::Date => left.map(|event| event.date).cmp(&right.map(|event| event.date)),
                EventColumn::Sources => left.map(|e| e.sources.len()).cmp(&right.map(|e| e.sources.len())),
                column => {
                    let (left, right) = (text(column, *a), text(column, *b));
                    // What is missing comes last in either direction.
                    match (left.is_empty(), right.is_empty()) {
                        (false, false) => words.compare(&left, &right),
                        (left, right) if key.descending => right.cmp(&left),
                        (left, right) => left.cmp(&right),
                    }
                }
            };
            so_far.then(if key.descending { compared.reverse() } else { compared })
        })
    });
    sorted
}
