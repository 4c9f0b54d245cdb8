//! The lanes of the timeline as data: which project stands where, what of it ran, what was planned and how its ending
//! is known, and how exact its dates are. Knows no pixels; the axis is in [`super::lanes_axis`], the words of a lane
//! in [`super::lanes_words`].

use std::collections::HashSet;

use rayon::prelude::*;

use super::names::Names;
use crate::model::{Cutoff, Day, EndingKind, PartialDate, Portfolio};
use crate::query::{Field, Index, IndexColumn, Row};

/// What lanes are grouped and ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LanesBy {
    Theme,
    Implementer,
    Start,
    End,
}

/// All lanes of a set.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    /// The groups, in order; together they hold all lanes.
    pub groups: Vec<LaneGroup>,
    /// The lanes, in order; [`lane`] has each whole.
    pub lanes: Vec<LaneAt>,
    /// The rows of the records with neither start nor end.
    pub undated: Vec<usize>,
    /// What is drawn anywhere: what a key has to explain.
    pub occurs: Occurs,
    /// The first and the last day that lanes reach.
    pub extent: Option<(Day, Day)>,
    /// How many were planned beyond the cut-off.
    pub beyond: usize,
}

/// Where a lane stands and what it takes: small, there may be a million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneAt {
    /// Its row in the portfolio.
    pub row: usize,
    /// The place of its first theme in the portfolio's list: its colour.
    pub theme: Option<u32>,
    /// The first day drawn, and the day after the last.
    pub span: (Day, Day),
    /// Whether it was planned beyond the cut-off.
    pub beyond: bool,
}

/// What is drawn anywhere in a set of lanes.
#[derive(Clone, Debug, Default)]
pub struct Occurs {
    /// The kinds of segments.
    pub kinds: HashSet<SegmentKind>,
    /// Ends that a source tells.
    pub stated_end: bool,
    /// Dates that are not known to the day.
    pub soft: bool,
}

impl Occurs {
    fn note(&mut self, drawn: &Drawn) {
        self.stated_end |= drawn.stated_end.is_some();
        for segment in &drawn.segments {
            self.kinds.insert(segment.kind);
            self.soft |= segment.soft_from > 0 || segment.soft_to > 0;
        }
    }

    fn and(mut self, other: Self) -> Self {
        self.kinds.extend(other.kinds);
        self.stated_end |= other.stated_end;
        self.soft |= other.soft;
        self
    }
}

/// Lanes that stand under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneGroup {
    /// The name at its head.
    pub name: String,
    /// Its theme's place in the portfolio's list, where it is a theme.
    pub theme: Option<usize>,
    /// Where its lanes begin.
    pub first: usize,
    /// How many there are.
    pub len: usize,
}

/// One project.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Its row in the portfolio.
    pub row: usize,
    /// Its id.
    pub id: String,
    /// Acronym, else name.
    pub label: String,
    /// The place of its first theme in the portfolio's list: its colour.
    pub theme: Option<usize>,
    /// What is drawn, from below to above.
    pub segments: Vec<Segment>,
    /// Where the record's end lies before its start: the days that the start can mean, drawn as a point.
    pub point: Option<(Day, Day)>,
    /// Where a source says that it ended: the first day that this can mean, and the day after the last.
    pub stated_end: Option<(Day, Day)>,
    /// The planned end, where it lies within what ran.
    pub planned_within: Option<Day>,
    /// The first day drawn, and the day after the last.
    pub span: (Day, Day),
    /// Whether it was planned beyond the cut-off.
    pub beyond: bool,
}

/// A record without dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// Its row in the portfolio.
    pub row: usize,
    /// Its id.
    pub id: String,
    /// Acronym, else name.
    pub label: String,
}

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

fn shifted(day: Day, days: i32) -> Day {
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

struct Drawn {
    segments: Vec<Segment>,
    point: Option<(Day, Day)>,
    stated_end: Option<(Day, Day)>,
    planned_within: Option<Day>,
    beyond: bool,
}

fn draw(project: &Row, cutoff: Option<PartialDate>) -> Option<Drawn> {
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
    fn span(&self) -> (Day, Day) {
        let point = self.point.map(|(first, last)| (first, shifted(last, 1)));
        let spans = self.segments.iter().map(|segment| (segment.from, segment.to)).chain(point);
        spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((Day(0), Day(1)))
    }
}

fn cutoff(portfolio: &Portfolio) -> Option<PartialDate> {
    portfolio.header.cutoff.as_ref().map(|cutoff: &Cutoff| cutoff.date)
}

/// The lane of the project in this row, whole; a record without dates has none.
pub fn lane(row: usize, index: &Index, names: Names<'_>) -> Option<Lane> {
    let (project, derived) = (names.portfolio.projects.get(row)?, index.rows.get(row)?);
    let drawn = draw(derived, cutoff(names.portfolio))?;
    Some(Lane {
        row,
        id: project.id.clone(),
        label: names.project_short(&project),
        theme: project.themes.first().and_then(|theme| names.portfolio.themes.position(&theme.theme)),
        span: drawn.span(),
        point: drawn.point.map(|(first, last)| (first, shifted(last, 1))),
        segments: drawn.segments,
        stated_end: drawn.stated_end,
        planned_within: drawn.planned_within,
        beyond: drawn.beyond,
    })
}

/// A record without dates.
pub fn undated(row: usize, names: Names<'_>) -> Option<Undated> {
    let project = names.portfolio.projects.get(row)?;
    Some(Undated { row, id: project.id.clone(), label: names.project_short(&project) })
}

/// The groups that lanes fall into: a number for each row, and what it stands for.
enum Grouping<'a> {
    /// By the first key in a column: the rank of each key.
    Keys {
        column: Option<&'a IndexColumn>,
        ranks: Vec<u32>,
    },
    Year(fn(&Row) -> Option<PartialDate>),
}

/// The group of what has no value.
const NO_GROUP: u32 = u32::MAX;

impl<'a> Grouping<'a> {
    fn of(by: LanesBy, index: &'a Index, names: Names<'_>) -> Self {
        match by {
            LanesBy::Theme => {
                let column = index.column(Field::Theme);
                let places = theme_places(column, names).into_iter();
                Self::Keys { column, ranks: places.map(|place| place.unwrap_or(NO_GROUP)).collect() }
            }
            LanesBy::Implementer => {
                let column = index.column(Field::Implementer);
                let keys = column.map_or(&[][..], |column| column.keys.as_slice());
                let sorter = names.words.sorter();
                let named = keys.iter().enumerate().map(|(at, key)| (sorter.key(&names.organization(key)), at));
                let mut named: Vec<(Box<[u8]>, usize)> = named.collect();
                named.sort_unstable();
                let mut ranks = vec![NO_GROUP; keys.len()];
                for (rank, (_, at)) in (0..).zip(&named) {
                    if let Some(slot) = ranks.get_mut(*at) {
                        *slot = rank;
                    }
                }
                Self::Keys { column, ranks }
            }
            LanesBy::Start => Self::Year(|row| row.start),
            LanesBy::End => Self::Year(Row::end),
        }
    }

    fn group(&self, at: usize, row: &Row) -> u32 {
        match self {
            Self::Keys { column, ranks } => {
                let first = column.and_then(|column| column.of_row(at).first());
                first.and_then(|key| ranks.get(*key as usize)).copied().unwrap_or(NO_GROUP)
            }
            Self::Year(date) => date(row).and_then(|date| u32::try_from(date.year()).ok()).unwrap_or(NO_GROUP),
        }
    }

    /// What a group is called, and its theme where it is one.
    fn named(&self, group: u32, by: LanesBy, names: Names<'_>) -> (String, Option<usize>) {
        let field = match by {
            LanesBy::Theme => Field::Theme,
            LanesBy::Implementer => Field::Implementer,
            LanesBy::Start => Field::Start,
            LanesBy::End => Field::End,
        };
        if group == NO_GROUP {
            return (names.missing(field), None);
        }
        let Self::Keys { column: Some(column), ranks } = self else { return (group.to_string(), None) };
        let place = ranks.iter().position(|rank| *rank == group);
        let key = place.and_then(|place| column.keys.get(place)).map_or("", String::as_str);
        match by {
            LanesBy::Theme => (names.theme(key), Some(group as usize)),
            _ => (names.organization(key), None),
        }
    }
}

/// Of each key of the column of themes its place in the portfolio's list.
fn theme_places(column: Option<&IndexColumn>, names: Names<'_>) -> Vec<Option<u32>> {
    let place = |key: &String| names.portfolio.themes.position(key).and_then(|at| u32::try_from(at).ok());
    column.map_or_else(Vec::new, |column| column.keys.iter().map(place).collect())
}

/// The lanes of these rows.
pub fn lanes(rows: &[usize], by: LanesBy, index: &Index, names: Names<'_>) -> Lanes {
    let cut = cutoff(names.portfolio);
    let grouping = Grouping::of(by, index, names);
    let themes = index.column(Field::Theme);
    let places = theme_places(themes, names);
    let at = |row: usize, drawn: &Drawn| LaneAt {
        row,
        theme: (themes.and_then(|column| column.of_row(row).first()))
            .and_then(|key| places.get(*key as usize).copied().flatten()),
        span: drawn.span(),
        beyond: drawn.beyond,
    };
    let part = |rows: &[usize]| {
        let mut part: Part = (Vec::with_capacity(rows.len()), Vec::new(), Occurs::default());
        for row in rows.iter().copied() {
            let Some(derived) = index.rows.get(row) else { continue };
            match draw(derived, cut) {
                Some(drawn) => {
                    part.2.note(&drawn);
                    part.0.push((grouping.group(row, derived), at(row, &drawn)));
                }
                None => part.1.push(row),
            }
        }
        part
    };
    let joined = |mut a: Part, mut b: Part| {
        a.0.append(&mut b.0);
        a.1.append(&mut b.1);
        (a.0, a.1, a.2.and(b.2))
    };
    let (mut placed, undated, occurs) = rows.par_chunks(ROWS_AT_ONCE).map(part).reduce(Default::default, joined);
    let ends = |lane: &LaneAt| if by == LanesBy::End { (lane.span.1, lane.span.0) } else { lane.span };
    placed.par_sort_unstable_by_key(|(group, lane)| (*group, ends(lane), lane.row));
    let mut found = Lanes { undated, occurs, lanes: Vec::with_capacity(placed.len()), ..Lanes::default() };
    let mut before = None;
    for (group, lane) in placed {
        let extent = found.extent.get_or_insert(lane.span);
        *extent = (extent.0.min(lane.span.0), extent.1.max(lane.span.1));
        found.beyond += usize::from(lane.beyond);
        if let Some(last) = found.groups.last_mut().filter(|_| before == Some(group)) {
            last.len += 1;
        } else {
            let (name, theme) = grouping.named(group, by, names);
            found.groups.push(LaneGroup { name, theme, first: found.lanes.len(), len: 1 });
        }
        before = Some(group);
        found.lanes.push(lane);
    }
    found
}

/// Lanes of a stretch of rows with the group of each, the rows without dates, and what is drawn.
type Part = (Vec<(u32, LaneAt)>, Vec<usize>, Occurs);

/// How many rows one core takes at a time.
const ROWS_AT_ONCE: usize = 16_384;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;
    use crate::model::{Bilingual, Header, Lang, Project, Projects};

    fn project(record: &str) -> Project {
        let ron = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        ron.from_str(&format!("(id: \"p\", name: (es: \"P\"), {record})")).unwrap()
    }

    fn day(text: &str) -> Day {
        text.parse::<PartialDate>().unwrap().earliest()
    }

    fn one(record: &str) -> Lane {
        let header = Header {
            cutoff: Some(Cutoff { date: "2025-03".parse().unwrap(), label: Bilingual::default(), sources: Vec::new() }),
            ..Header::blank(None)
        };
        let mut portfolio = Portfolio::empty(header);
        portfolio.projects = Projects::new(vec![project(record)]);
        let (index, words) = (Index::of(&portfolio), Words::new(Lang::Es));
        let names = Names::new(&portfolio, &words);
        assert_eq!(lanes(&[0], LanesBy::Theme, &index, names).lanes.len(), 1);
        lane(0, &index, names).unwrap()
    }

    #[test]
    fn what_was_planned_beyond_the_cut_off_is_apart_from_what_ran() {
        let lane = one("start: \"2022-04-01\", planned_end: \"2027-03-31\", ending: (kind: implied)");
        let [planned, ran] = lane.segments.as_slice() else { panic!("{lane:?}") };
        assert_eq!((ran.kind, ran.from, ran.to), (SegmentKind::Ran, day("2022-04-01"), day("2025-04-01")));
        assert_eq!((ran.soft_from, ran.soft_to), (0, 31), "the cut-off is known to the month");
        assert_eq!((planned.kind, planned.to, planned.soft_to), (SegmentKind::Implied, day("2027-04-01"), 0));
        assert!(lane.beyond);
    }

    #[test]
    fn an_end_that_a_source_tells_wins_over_the_plan() {
        let lane = one("start: \"2022\", planned_end: \"2026-10-31\", actual_end: \"2025-03\", ending: (kind: named)");
        let [planned, ran] = lane.segments.as_slice() else { panic!("{lane:?}") };
        assert_eq!((planned.kind, planned.from), (SegmentKind::Named, day("2025-03-01")));
        assert_eq!((ran.soft_from, ran.to), (365, day("2025-04-01")));
        assert_eq!(lane.stated_end, Some((day("2025-03-01"), day("2025-04-01"))));
    }

    #[test]
    fn what_had_ended_simply_ends_and_what_is_odd_stays_odd() {
        let before = one("start: \"2019-12-15\", planned_end: \"2023-12-14\", ending: (kind: before)");
        assert_eq!(before.segments.len(), 1);
        let about = one("start: \"2019-06-10~\", planned_end: \"2023-12-14\"");
        assert_eq!(about.segments.last().map(|s| (s.from, s.soft_from)), Some((day("2019-05-26"), 31)));
        let crossed = one("start: \"2023-05-01\", planned_end: \"2022\"");
        assert!(crossed.segments.is_empty());
        assert_eq!(crossed.point, Some((day("2023-05-01"), day("2023-05-02"))));
        let open = one("start: \"2023-05-01\"");
        assert!(open.segments.last().is_some_and(|s| s.soft_to > 300), "{open:?}");
    }
}
