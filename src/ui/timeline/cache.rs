//! What the timeline derives from the set: made once a change, kept in egui's memory, never made in a frame that
//! changes nothing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use eframe::egui::{Color32, Id, TextureHandle, Ui};

use super::by;
use super::geometry::Scale;
use crate::figure::{self, Activity, Cluster, Lane, LaneWords, Lanes, Mark, Relief};
use crate::model::Day;
use crate::query::{Answer, Field, Filter};
use crate::session::{LaneOrder, Session};
use crate::ui::worked::worked;

/// A line of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// The head of the group at this place, where groups have a line of their own.
    Head(usize),
    /// The lane at this place.
    Lane(usize),
}

/// The lanes of the present set and all that is needed to draw them.
pub(super) struct Figure {
    order: LaneOrder,
    pub lanes: Lanes,
    pub marks: Vec<Mark>,
    /// All of them in one picture, where they are many.
    pub relief: Option<Relief>,
    /// The lines where group heads have lines of their own.
    pub items: Vec<Item>,
    /// What the whole says in one sentence.
    pub summary: String,
    /// All days that are drawn, with a little margin.
    full: (f64, f64),
    /// The places of the themes that occur.
    pub themes: Vec<usize>,
    /// What is drawn of each project, and its words; made when first asked for.
    known: Mutex<HashMap<usize, Known>>,
    /// The marks as they stood together when last drawn.
    together: Mutex<Option<Together>>,
    /// All lanes as pixels, and the two colours that tell one theme of the window from another.
    pub pixels: Mutex<Option<([Color32; 2], TextureHandle)>>,
}

/// Marks on a scale: so far apart at least.
type Together = ((Scale, f32), Arc<Vec<Cluster>>);

/// A lane, where the record has dates, and its words.
type Known = (Option<Arc<Lane>>, Arc<LaneWords>);

/// From so many lanes on a picture of all stands beside those that are seen.
const MANY: usize = 200;

/// So many lanes are kept at most: more than any screen shows.
const KEPT: usize = 2_000;

impl Figure {
    fn of(order: LaneOrder, session: &Session) -> Self {
        let index = &session.document.index;
        let lanes = figure::lanes(&session.answer().rows, by(order), index, session.names());
        let marks = figure::marks(session.events(), index);
        let mut items = Vec::with_capacity(lanes.lanes.len() + lanes.groups.len());
        for (place, group) in lanes.groups.iter().enumerate() {
            items.push(Item::Head(place));
            items.extend((group.first..group.first + group.len).map(Item::Lane));
        }
        let mut themes: Vec<usize> = lanes.lanes.iter().filter_map(|lane| lane.theme).map(|at| at as usize).collect();
        themes.sort_unstable();
        themes.dedup();
        let summary = summary(&lanes, marks.len(), session);
        let full = with_margin(marks.iter().map(|mark| (mark.days.0, mark.days.1)).chain(lanes.extent));
        let relief = if lanes.lanes.len() < MANY { None } else { figure::relief(&lanes) };
        let (known, together, pixels) = Default::default();
        Self { order, lanes, marks, relief, items, summary, full, themes, known, together, pixels }
    }

    /// The lane at this place and its words.
    pub fn lane(&self, place: usize, session: &Session) -> Option<(Arc<Lane>, Arc<LaneWords>)> {
        let (lane, words) = self.known(self.lanes.lanes.get(place)?.row, session)?;
        Some((lane?, words))
    }

    /// The words of the project in this row.
    pub fn words(&self, row: usize, session: &Session) -> Arc<LaneWords> {
        self.known(row, session).map(|(_, words)| words).unwrap_or_default()
    }

    fn known(&self, row: usize, session: &Session) -> Option<Known> {
        let make = || {
            let (names, index) = (session.names(), &session.document.index);
            let (project, derived) = (session.document.portfolio.projects.get(row)?, index.rows.get(row)?);
            let lane = figure::lane(row, index, names);
            let words = figure::lane_words(&project, derived, lane.as_ref(), names);
            Some((lane.map(Arc::new), Arc::new(words)))
        };
        let Ok(mut known) = self.known.lock() else { return make() };
        if let Some(found) = known.get(&row) {
            return Some(found.clone());
        }
        let made = make()?;
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(row, made.clone());
        Some(made)
    }

    /// The marks within the days of this scale, those that stand closer than `gap` put together. A frame that moves
    /// nothing looks at none of them.
    pub fn together(&self, scale: Scale, gap: f32) -> Arc<Vec<Cluster>> {
        let make = || {
            let before = self.marks.partition_point(|mark| mark.middle() < scale.days.0);
            let upto = self.marks.partition_point(|mark| mark.middle() <= scale.days.1);
            let inside = self.marks.get(before..upto).unwrap_or_default();
            let found = figure::clusters(inside, gap, |day| scale.x(day)).into_iter();
            Arc::new(found.map(|cluster| Cluster { first: cluster.first + before, ..cluster }).collect())
        };
        let Ok(mut kept) = self.together.lock() else { return make() };
        match &*kept {
            Some((drawn, found)) if *drawn == (scale, gap) => Arc::clone(found),
            _ => Arc::clone(&kept.insert(((scale, gap), make())).1),
        }
    }

    /// The group that the lane at this place belongs to, with its own place.
    pub fn group_of(&self, place: usize) -> Option<(usize, &figure::LaneGroup)> {
        let at = self.lanes.groups.partition_point(|group| group.first <= place).checked_sub(1)?;
        Some((at, self.lanes.groups.get(at)?))
    }

    /// Whether groups need lines of their own where there is no room beside the lanes: years say themselves on the
    /// axis.
    pub fn has_heads(&self) -> bool {
        matches!(self.order, LaneOrder::Theme | LaneOrder::Implementer)
    }

    /// All days that are drawn, with a little margin.
    pub const fn full(&self) -> (f64, f64) {
        self.full
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
pub(super) fn figure(ui: &Ui, session: &Session) -> Option<Arc<Figure>> {
    let order = session.view.lanes;
    let make = move |session: &Session| Figure::of(order, session);
    worked(ui, Id::unique("atalaya timeline figure"), (session.words.lang(), order), session, make)
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
pub(super) fn activity(ui: &Ui, session: &Session) -> Option<Arc<Base>> {
    let base = session.filter().with(Field::Active, Vec::new());
    let key = base.to_string();
    worked(ui, Id::unique("atalaya timeline activity"), key, session, move |session| Base::of(&base, session))
}

impl Base {
    fn of(base: &Filter, session: &Session) -> Self {
        let document = &session.document;
        let answer = Answer::to(base, &document.portfolio, &document.index);
        let mut rows = answer.rows;
        if rows.is_empty() {
            // Nothing is left without the dates either: the years of all records stand there instead of nothing.
            rows = (0..document.index.rows.len()).collect();
        }
        let activity = figure::activity(&rows, &document.index);
        let events = answer.events.iter().filter_map(|at| document.index.events.get(*at)).map(|event| event.days);
        // The same days as the chart shows of the same set, so that the two stand one below the other.
        let spans = rows.iter().filter_map(|row| document.index.rows.get(*row)).map(|row| row.span);
        let spans =
            spans.flat_map(|span| span.start.into_iter().chain(span.end)).map(|days| (days.0, Day(days.1.0 + 1)));
        Self { activity, days: with_margin(spans.chain(events)) }
    }
}
