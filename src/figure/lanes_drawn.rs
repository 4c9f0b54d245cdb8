//! What is drawn of one project on its lane: what ran, what was planned, how soft its edges are. Knows no pixels and no
//! other lanes.

use crate::model::{Day, EndingKind, PartialDate};
use crate::query::Row;

/// What a part of a lane says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// It was under way, by its dates.
    Ran,
    /// Planned, and a source names the project among the cancelled.
    Named,
    /// Planned; the cancellation is inferred.
    Implied,
    /// Planned; it is not known how it ended.
    Unknown,
    /// Planned and ended before, without a cancellation.
    Planned,
}

/// A part of a lane: days with the days over which each edge is soft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it says.
    pub kind: SegmentKind,
    /// First day.
    pub from: Day,
    /// The day after the last.
    pub to: Day,
    /// Over how many days it comes in; 0 where the day is known.
    pub soft_from: i32,
    /// Over how many days it goes out.
    pub soft_to: i32,
}

/// The days over which an edge is soft: where it may be, and where it surely is.
type Edge = (Day, Day);

/// How much wider a date is drawn that is only about right, by how exact it is written.
fn slack(date: PartialDate) -> i32 {
    match (date.is_approximate() || date.is_uncertain(), date.month(), date.day()) {
        (false, ..) => 0,
        (true, _, Some(_)) => 15,
        (true, Some(_), None) => 31,
        (true, None, _) => 182,
    }
}

pub(super) fn shifted(day: Day, days: i32) -> Day {
    Day(day.0.saturating_add(days))
}

/// From where it may have begun to where it surely had.
fn start_edge(date: PartialDate) -> Edge {
    let first = shifted(date.earliest(), -slack(date));
    let sure = if date.is_exact() { first } else { shifted(date.latest(), slack(date) + 1) };
    (first, sure)
}

/// From where it was surely under way to the day after which it had surely ended.
fn end_edge(date: PartialDate) -> Edge {
    let last = shifted(date.latest(), slack(date) + 1);
    let sure = if date.is_exact() { last } else { shifted(date.earliest(), -slack(date)) };
    (sure, last)
}

fn segment(kind: SegmentKind, start: Edge, end: Edge) -> Segment {
    let (from, to) = (start.0, end.1.max(shifted(start.0, 1)));
    let half = to.0.saturating_sub(from.0) / 2;
    let soft = |edge: Edge| edge.1.0.saturating_sub(edge.0.0).clamp(0, half.max(1));
    Segment { kind, from, to, soft_from: soft(start), soft_to: soft(end) }
}

/// A year of fading where nobody published the other end.
const OPEN: i32 = 366;

/// What is drawn of a project.
pub(super) struct Drawn {
    pub segments: Vec<Segment>,
    pub point: Option<(Day, Day)>,
    pub stated_end: Option<(Day, Day)>,
    pub planned_within: Option<Day>,
    pub beyond: bool,
}

/// What is drawn of a project; nothing of one without dates.
pub(super) fn draw(project: &Row, cutoff: Option<PartialDate>) -> Option<Drawn> {
    let mut drawn = Drawn { segments: Vec::new(), point: None, stated_end: None, planned_within: None, beyond: false };
    if let (Some(planned), Some(cut)) = (project.planned_end, cutoff) {
        drawn.beyond = planned.latest() > cut.latest();
    }
    let start = match (project.start, project.end()) {
        (None, None) => return None,
        (Some(start), Some(end)) if end.latest() < start.earliest() => {
            drawn.point = Some((start.earliest(), start.latest()));
            return Some(drawn);
        }
        (Some(start), _) => start_edge(start),
        (None, Some(end)) => (shifted(end.earliest(), -OPEN), end.earliest()),
    };
    let cut = cutoff.map(end_edge);
    let (ran_until, planned) = until(project, start, cut, drawn.beyond);
    if let Some(planned) = planned {
        drawn.segments.push(planned);
    }
    if let Some(end) = ran_until {
        drawn.segments.push(segment(SegmentKind::Ran, start, end));
    }
    drawn.stated_end = project.actual_end.map(end_edge);
    let within = |planned: &PartialDate| project.actual_end.is_some_and(|actual| actual.earliest() > planned.latest());
    drawn.planned_within = project.planned_end.filter(within).map(|planned| shifted(planned.latest(), 1));
    Some(drawn)
}

/// Up to when it ran, and what was planned after that.
fn until(project: &Row, start: Edge, cut: Option<Edge>, beyond: bool) -> (Option<Edge>, Option<Segment>) {
    let kind = match project.ending {
        _ if !beyond => SegmentKind::Planned,
        EndingKind::Named => SegmentKind::Named,
        EndingKind::Implied => SegmentKind::Implied,
        EndingKind::Unknown => SegmentKind::Unknown,
        EndingKind::Before => SegmentKind::Planned,
    };
    let planned_after = |ran: Edge| {
        let planned = project.planned_end.map(end_edge).filter(|planned| planned.1 > ran.1)?;
        Some(segment(kind, (ran.0, ran.0), planned))
    };
    if let Some(actual) = project.actual_end.map(end_edge) {
        return (Some(actual), planned_after(actual));
    }
    match (project.planned_end.map(end_edge), cut) {
        // Begun after the cut-off: nothing of it is known to have run.
        (Some(planned), Some(cut)) if beyond && start.0 >= cut.1 => (None, Some(segment(kind, start, planned))),
        (Some(_), Some(cut)) if beyond => (Some(cut), planned_after(cut)),
        (Some(planned), _) => (Some(planned), None),
        (None, Some(cut)) if start.0 < cut.1 => {
            let known = matches!(project.ending, EndingKind::Named | EndingKind::Implied);
            (Some(if known { cut } else { (start.1, cut.1) }), None)
        }
        (None, _) => (Some((start.1, shifted(start.1, OPEN))), None),
    }
}

impl Drawn {
    /// The first day drawn, and the day after the last.
    pub fn span(&self) -> (Day, Day) {
        let point = self.point.map(|(first, last)| (first, shifted(last, 1)));
        let spans = self.segments.iter().map(|segment| (segment.from, segment.to)).chain(point);
        spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((Day(0), Day(1)))
    }
}
