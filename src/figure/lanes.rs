//! The lanes of the timeline as data: which project stands where, what of it ran, what was planned and how its ending
//! is known, and how exact its dates are. Knows no pixels; what is drawn of one is in [`super::lanes_drawn`], the axis in
//! [`super::lanes_axis`], the words of a lane in [`super::lanes_words`].

use std::collections::HashSet;

use rayon::prelude::*;

use super::lanes_drawn::{Drawn, Segment, SegmentKind, draw, shifted};
use super::names::Names;
use crate::model::{Cutoff, Day, PartialDate, Portfolio};
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
