//! What is derived from document and view: the answer, the order of rows, the lines of the table. Cached under the
//! revision and the parts of the view that it derives from; computed once a change, never a frame. Where there are many
//! records it is derived on a worker, and what was derived before stays until that is done.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use super::document::Document;
use super::shown::{Shown, grouped_lines};
use super::view::View;
use super::workers::{Wake, Workers};
use crate::figure::Names;
use crate::i18n::Words;
use crate::model::{Lang, Portfolio};
use crate::query::{
    self, Answer, By, EventColumn, EventKey, Filter, Index, Key, Lens, Orders, ParseError, Recall, Spread,
    parse_lenient,
};

/// From so many projects on a worker derives what the window shows.
pub const MANY: usize = 20_000;

/// All that what is derived depends on.
#[derive(Clone, PartialEq)]
struct Asked {
    revision: u64,
    filter: Filter,
    order: Vec<Key>,
    event_order: Vec<EventKey>,
    group: Option<By>,
    spread: Spread,
    lens: Lens,
    lang: Lang,
}

impl Asked {
    fn of(filter: Filter, document: &Document, view: &View, lang: Lang) -> Self {
        Self {
            revision: document.revision,
            filter,
            order: view.order.clone(),
            event_order: view.event_order.clone(),
            group: view.group,
            spread: view.spread,
            lens: view.lens(&document.portfolio),
            lang,
        }
    }
}

/// What is derived; cheap to clone.
#[derive(Clone)]
pub struct Derived {
    asked: Asked,
    /// The set.
    pub answer: Arc<Answer>,
    /// How it stands in the tables.
    pub shown: Shown,
}

/// The records that are asked.
#[derive(Clone)]
struct Records {
    portfolio: Arc<Portfolio>,
    index: Arc<Index>,
}

impl Records {
    fn of(document: &Document) -> Self {
        Self { portfolio: Arc::clone(&document.portfolio), index: Arc::clone(&document.index) }
    }
}

/// Derives one after the other, and keeps what the next may need.
#[derive(Default)]
struct Deriver {
    revision: u64,
    recall: Recall,
    /// All rows as ordered, whatever the filter: a filter only picks among them.
    orders: Orders,
    last: Option<Derived>,
}

impl Deriver {
    fn derive(&mut self, asked: Asked, records: &Records, words: &Words) -> Derived {
        let Records { portfolio, index } = records;
        if self.revision != asked.revision {
            *self = Self { revision: asked.revision, ..Self::default() };
        }
        let last = self.last.take();
        let same_set = last.as_ref().filter(|last| last.asked.filter == asked.filter);
        let answer = same_set.map_or_else(
            || Arc::new(Answer::recalling(&asked.filter, portfolio, index, &mut self.recall)),
            |last| Arc::clone(&last.answer),
        );
        let by = |asked: &Asked| (asked.order.clone(), asked.lens, asked.lang);
        let same_rows = same_set.filter(|last| by(&last.asked) == by(&asked));
        let all = self.orders.all(&asked.order, asked.lens, portfolio, index, words.sorter());
        let rows = same_rows.map_or_else(
            || Arc::new(all.iter().copied().filter(|row| answer.set.contains(*row)).collect()),
            |last| Arc::clone(&last.shown.rows),
        );
        let grouped = |asked: &Asked| (asked.group, asked.group.map(|_| asked.spread));
        let (groups, lines) = match same_rows.filter(|last| grouped(&last.asked) == grouped(&asked)) {
            Some(last) => (Arc::clone(&last.shown.groups), last.shown.lines.clone()),
            None => grouped_lines(&rows, asked.group, asked.spread, index),
        };
        let same_events =
            same_set.filter(|last| last.asked.event_order == asked.event_order && last.asked.lang == asked.lang);
        let events = same_events.map_or_else(
            || Arc::new(sorted_events(&answer.events, &asked.event_order, portfolio, words)),
            |last| Arc::clone(&last.shown.events),
        );
        let shown = Shown { rows, groups, lines, events, looked_for: Arc::default() };
        let derived = Derived { asked, answer, shown };
        self.last = Some(derived.clone());
        derived
    }
}

/// So many answers behind the last one the window may still be showing.
const STILL_SHOWN: usize = 2;

/// A thread that derives what was asked last.
struct Worker {
    jobs: Sender<(Asked, Records)>,
    done: Receiver<Derived>,
}

impl Worker {
    fn start(workers: &Workers, wake: Wake) -> Option<Self> {
        let (jobs, asked) = channel::<(Asked, Records)>();
        let (sender, done) = channel();
        let called = Arc::clone(&wake);
        let work = move || {
            let mut deriver = Deriver::default();
            let mut sent: VecDeque<Derived> = VecDeque::new();
            while let Ok(mut job) = asked.recv() {
                // Whoever types on waits for no letter but the last.
                while let Ok(later) = asked.try_recv() {
                    job = later;
                }
                let words = Words::new(job.0.lang);
                let derived = deriver.derive(job.0, &job.1, &words);
                // What the window lets go of goes here: giving back the memory of a million rows would cost it a frame.
                sent.push_back(derived.clone());
                if sent.len() > STILL_SHOWN {
                    sent.pop_front();
                }
                if sender.send(derived).is_err() {
                    return;
                }
                called();
            }
        };
        workers.start("answers", wake, work).ok()?;
        Some(Self { jobs, done })
    }
}

/// What was derived, by itself: it goes to any thread.
pub struct Stood {
    filter: Filter,
    notes: Vec<ParseError>,
    derived: Option<Derived>,
}

/// What is derived for the window.
#[derive(Default)]
pub struct Answers {
    typed: String,
    chips: Filter,
    revision: u64,
    /// Chips and typed words together.
    pub filter: Filter,
    /// What the typed words say that is not known.
    pub notes: Vec<ParseError>,
    /// What was derived last.
    pub derived: Option<Derived>,
    nothing: Shown,
    wanted: Option<Asked>,
    deriver: Deriver,
    worker: Option<Worker>,
    /// Whether the worker failed at what was asked last: that is derived without one.
    failed: bool,
    ahead: Ahead,
    /// What the filter says of the document that is not shown yet: asked in each frame and read once.
    next: FilterRead,
}

/// Chips and typed words together, and what the words say that is not known.
fn read_filter(document: &Document, view: &View) -> (Filter, Vec<ParseError>) {
    let (typed, notes) = parse_lenient(&view.typed, &document.index.vocabulary);
    let mut filter = view.filter.clone();
    filter.terms.extend(typed.terms);
    (filter, notes)
}

/// A filter as it was read with the words of one revision of a document.
#[derive(Default)]
struct FilterRead {
    of: Option<(u64, String, Filter)>,
    filter: Filter,
}

impl FilterRead {
    /// Chips and typed words together.
    fn of(&mut self, document: &Document, view: &View) -> &Filter {
        let known = self.of.as_ref().is_some_and(|(revision, typed, chips)| {
            *revision == document.revision && *typed == view.typed && *chips == view.filter
        });
        if !known {
            self.filter = read_filter(document, view).0;
            self.of = Some((document.revision, view.typed.clone(), view.filter.clone()));
        }
        &self.filter
    }
}

/// The first answer to a document that is not shown yet.
#[derive(Default)]
enum Ahead {
    #[default]
    None,
    Asked(Asked),
    Ready(Derived),
    /// The worker failed at it: it is derived without one.
    Failed,
}

impl Answers {
    /// Brings everything up to date, or asks a worker to; what does not depend on what changed stays.
    pub fn refresh(&mut self, document: &Document, view: &View, words: &Words, workers: &Workers, wake: &Wake) {
        let other_document = self.revision != document.revision || self.derived.is_none();
        if other_document || self.typed != view.typed || self.chips != view.filter {
            (self.filter, self.notes) = read_filter(document, view);
            self.typed.clone_from(&view.typed);
            self.chips = view.filter.clone();
        }
        self.revision = document.revision;
        let asked = Asked::of(self.filter.clone(), document, view, words.lang());
        let failed = std::mem::take(&mut self.failed);
        if self.wanted.as_ref() == Some(&asked) && !other_document && !failed {
            return;
        }
        self.wanted = Some(asked.clone());
        if let Ahead::Ready(ready) = std::mem::take(&mut self.ahead)
            && ready.asked == asked
        {
            self.derived = Some(ready);
            return;
        }
        // Rows of another document mean nothing here: where its first answer was not made ahead it is waited for.
        let here = other_document || failed || document.portfolio.projects.len() < MANY;
        if here || !self.send(&asked, document, workers, wake) {
            self.derived = Some(self.deriver.derive(asked, &Records::of(document), words));
        }
    }

    /// Has the first answer to a document made before it is shown; whether it may be shown now: its answer is there, or
    /// no worker can make it.
    pub fn ahead(&mut self, document: &Document, view: &View, words: &Words, workers: &Workers, wake: &Wake) -> bool {
        let filter = self.next.of(document, view).clone();
        let asked = Asked::of(filter, document, view, words.lang());
        match &self.ahead {
            Ahead::Failed => return true,
            Ahead::Ready(ready) if ready.asked == asked => return true,
            Ahead::Asked(before) if *before == asked => return false,
            Ahead::None | Ahead::Asked(_) | Ahead::Ready(_) => {}
        }
        let sent = self.send(&asked, document, workers, wake);
        self.ahead = if sent { Ahead::Asked(asked) } else { Ahead::Failed };
        !sent
    }

    /// The document that was to be shown is not: what was asked of the shown one may have been passed over for it.
    pub fn give_up_ahead(&mut self) {
        self.ahead = Ahead::None;
        self.failed = self.is_behind();
    }

    /// Asks the worker; whether there is one.
    fn send(&mut self, asked: &Asked, document: &Document, workers: &Workers, wake: &Wake) -> bool {
        if self.worker.is_none() {
            self.worker = Worker::start(workers, Arc::clone(wake));
        }
        let job = (asked.clone(), Records::of(document));
        let sent = self.worker.as_ref().is_some_and(|worker| worker.jobs.send(job).is_ok());
        if !sent {
            self.worker = None;
        }
        sent
    }

    /// The document is at another revision and its rows are the same: what was derived stays until a worker has come to
    /// the new one.
    pub const fn follow(&mut self, revision: u64) {
        self.revision = revision;
    }

    /// What was derived, without what derives.
    pub fn stood(&self) -> Stood {
        Stood { filter: self.filter.clone(), notes: self.notes.clone(), derived: self.derived.clone() }
    }

    /// Answers that stay as they stood.
    pub fn of(stood: Stood) -> Self {
        let Stood { filter, notes, derived } = stood;
        Self { filter, notes, derived, ..Self::default() }
    }

    /// How the set stands in the tables.
    pub fn shown(&self) -> &Shown {
        self.derived.as_ref().map_or(&self.nothing, |derived| &derived.shown)
    }

    /// Takes what the worker has derived; whether it failed at what was asked last, which is then to be asked anew.
    pub fn take(&mut self) -> bool {
        let Some(worker) = &self.worker else { return false };
        loop {
            match worker.done.try_recv() {
                Ok(derived) if matches!(&self.ahead, Ahead::Asked(asked) if *asked == derived.asked) => {
                    self.ahead = Ahead::Ready(derived);
                }
                Ok(derived) if derived.asked.revision == self.revision => self.derived = Some(derived),
                Ok(_) => {}
                Err(TryRecvError::Empty) => return false,
                Err(TryRecvError::Disconnected) => break,
            }
        }
        self.worker = None;
        if matches!(self.ahead, Ahead::Asked(_)) {
            self.ahead = Ahead::Failed;
        }
        self.failed = self.is_behind();
        self.failed
    }

    /// Whether the worker has not come to what was asked last.
    pub fn is_behind(&self) -> bool {
        self.wanted.as_ref() != self.derived.as_ref().map(|derived| &derived.asked)
    }
}

fn sorted_events(events: &[usize], order: &[EventKey], portfolio: &Portfolio, words: &Words) -> Vec<usize> {
    let names = Names::new(portfolio, words);
    let mut sorted = events.to_vec();
    let text = |column: EventColumn, at: usize| -> String {
        let Some(event) = portfolio.events.get(at) else { return String::new() };
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
            let (left, right) = (portfolio.events.get(*a), portfolio.events.get(*b));
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
