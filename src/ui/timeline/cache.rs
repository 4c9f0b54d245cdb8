//! What the timeline derives from the set: made once a change, kept in egui's memory, never made in a frame that
//! changes nothing.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

use eframe::egui::{Id, Ui};

use super::by;
use crate::figure::{self, Activity, LaneWords, Lanes, Mark, SegmentKind};
use crate::model::{Day, Lang};
use crate::query::{Answer, Field};
use crate::session::{LaneOrder, Session};

/// A line of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// The head of the group at this place, where groups have a line of their own.
    Head(usize),
    /// The lane at this place.
    Lane(usize),
}

/// What is drawn anywhere in a figure.
#[derive(Default)]
pub(super) struct Occurs {
    pub kinds: HashSet<SegmentKind>,
    pub stated_end: bool,
    pub soft: bool,
}

impl Occurs {
    fn of(lanes: &Lanes) -> Self {
        let mut occurs = Self::default();
        for lane in &lanes.lanes {
            occurs.stated_end |= lane.stated_end.is_some();
            for segment in &lane.segments {
                occurs.kinds.insert(segment.kind);
                occurs.soft |= segment.soft_from > 0 || segment.soft_to > 0;
            }
        }
        occurs
    }
}

/// The lanes of the present set and all that is needed to draw them.
pub(super) struct Figure {
    revision: u64,
    answer: Arc<Answer>,
    lang: Lang,
    order: LaneOrder,
    pub lanes: Lanes,
    pub marks: Vec<Mark>,
    /// The lines where group heads have lines of their own.
    pub items: Vec<Item>,
    /// The group that each lane belongs to.
    pub group_of: Vec<usize>,
    /// What the whole says in one sentence.
    pub summary: String,
    /// The places of the themes that occur.
    pub themes: Vec<usize>,
    /// What is drawn anywhere in it: what the key has to explain.
    pub occurs: Occurs,
    words: Mutex<HashMap<usize, Arc<LaneWords>>>,
}

impl Figure {
    /// The words of the project in this row; made when first asked for.
    pub fn words(&self, row: usize, lane: Option<&figure::Lane>, session: &Session) -> Arc<LaneWords> {
        let make = || {
            let project = session.document.portfolio.projects.get(row)?;
            let derived = session.document.index.rows.get(row)?;
            Some(Arc::new(figure::lane_words(&project, derived, lane, session.names())))
        };
        let Ok(mut known) = self.words.lock() else { return make().unwrap_or_default() };
        if let Some(words) = known.get(&row) {
            return Arc::clone(words);
        }
        let words = make().unwrap_or_default();
        known.insert(row, Arc::clone(&words));
        words
    }

    /// Whether groups need lines of their own where there is no room beside the lanes: years say themselves on the
    /// axis.
    pub fn has_heads(&self) -> bool {
        matches!(self.order, LaneOrder::Theme | LaneOrder::Implementer)
    }

    /// All days that are drawn, with a little margin.
    pub fn full(&self) -> (f64, f64) {
        let days = self.marks.iter().map(|mark| (mark.days.0, mark.days.1));
        with_margin(days.chain(self.lanes.extent))
    }
}

/// All these days with a little margin; some years where there are none.
fn with_margin(days: impl Iterator<Item = (Day, Day)>) -> (f64, f64) {
    let none = (Day::first_of_year(2020), Day::first_of_year(2025));
    let (from, to) = days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or(none);
    let (from, to) = (f64::from(from.0), f64::from(to.0));
    let margin = ((to - from) * 0.015).max(15.0);
    (from - margin, to + margin)
}

/// The figure of the present set.
pub(super) fn figure(ui: &Ui, session: &Session) -> Arc<Figure> {
    let id = Id::unique("atalaya timeline figure");
    let answer = session.answer();
    let (revision, lang, order) = (session.document.revision, session.words.lang(), session.view.lanes);
    let known: Option<Arc<Figure>> = ui.data_mut(|data| data.get_temp(id));
    let fits = |figure: &Arc<Figure>| {
        figure.revision == revision
            && figure.lang == lang
            && figure.order == order
            && Arc::ptr_eq(&figure.answer, &answer)
    };
    if let Some(figure) = known.filter(fits) {
        return figure;
    }
    let index = &session.document.index;
    let lanes = figure::lanes(&answer.rows, by(order), index, session.names());
    let marks = figure::marks(session.events(), index);
    let mut items = Vec::with_capacity(lanes.lanes.len() + lanes.groups.len());
    let mut group_of = Vec::with_capacity(lanes.lanes.len());
    for (place, group) in lanes.groups.iter().enumerate() {
        items.push(Item::Head(place));
        items.extend((group.first..group.first + group.len).map(Item::Lane));
        group_of.extend(std::iter::repeat_n(place, group.len));
    }
    let mut themes: Vec<usize> = lanes.lanes.iter().filter_map(|lane| lane.theme).collect();
    themes.sort_unstable();
    themes.dedup();
    let figure = Arc::new(Figure {
        revision,
        lang,
        order,
        summary: summary(&lanes, marks.len(), session),
        answer,
        occurs: Occurs::of(&lanes),
        lanes,
        marks,
        items,
        group_of,
        themes,
        words: Mutex::default(),
    });
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&figure)));
    figure
}

/// "Línea de tiempo: 23 proyectos de nov 2016 a jun 2028; 15 con planes más allá de mar 2025; 55 hechos".
fn summary(lanes: &Lanes, events: usize, session: &Session) -> String {
    let words = &session.words;
    let month = |day: Day| {
        let date = day.date();
        let month = format!("{:04}-{:02}", date.year(), date.month()).parse::<crate::model::PartialDate>();
        month.map(|month| words.date(month)).unwrap_or_default()
    };
    let count = lanes.lanes.len() + lanes.undated.len();
    let mut said = words.tf("timeline-sum-projects", &[("n", count.into())]);
    if let Some((from, to)) = lanes.extent {
        let last = Day(to.0.saturating_sub(1));
        let range = [("from", month(from).into()), ("to", month(last).into())];
        said = format!("{said} {}", words.tf("timeline-from-to", &range));
    }
    let mut parts = vec![said];
    if let Some(cutoff) = session.document.portfolio.header.cutoff.as_ref().filter(|_| lanes.beyond > 0) {
        let date = words.date(cutoff.date);
        parts.push(words.tf("timeline-sum-beyond", &[("n", lanes.beyond.into()), ("date", date.into())]));
    }
    if !lanes.undated.is_empty() {
        parts.push(words.tf("timeline-sum-undated", &[("n", lanes.undated.len().into())]));
    }
    parts.push(words.tf("timeline-sum-events", &[("n", events.into())]));
    parts.join("; ")
}

/// The set without its range of dates.
pub(super) struct Base {
    /// How many were active when.
    pub activity: Activity,
    /// The days that all of it takes.
    pub days: (f64, f64),
}

/// When the set was active, whatever dates it is narrowed to: what the strip below the chart shows.
pub(super) fn activity(ui: &Ui, session: &Session) -> Arc<Base> {
    type Known = (u64, String, Arc<Base>);
    let id = Id::unique("atalaya timeline activity");
    let base = session.filter().with(Field::Active, Vec::new());
    let (revision, printed) = (session.document.revision, base.to_string());
    let known: Option<Known> = ui.data_mut(|data| data.get_temp(id));
    if let Some((_, _, activity)) = known.filter(|(r, p, _)| *r == revision && *p == printed) {
        return activity;
    }
    let document = &session.document;
    let answer = Answer::to(&base, &document.portfolio, &document.index);
    let mut rows = answer.rows;
    if rows.is_empty() {
        // Nothing is left without the dates either: the years of all records stand there instead of nothing.
        rows = (0..document.index.rows.len()).collect();
    }
    let activity = figure::activity(&rows, &document.index);
    let events = answer.events.iter().filter_map(|at| document.index.events.get(*at)).map(|event| event.days);
    // The same days as the chart shows of the same set, so that the two stand one below the other.
    let spans = rows.iter().filter_map(|row| document.index.rows.get(*row)).map(|row| row.span);
    let spans = spans.flat_map(|span| span.start.into_iter().chain(span.end)).map(|days| (days.0, Day(days.1.0 + 1)));
    let days = with_margin(spans.chain(events));
    let activity = Arc::new(Base { activity, days });
    ui.data_mut(|data| data.insert_temp::<Known>(id, (revision, printed, Arc::clone(&activity))));
    activity
}
