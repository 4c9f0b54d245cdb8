//! The axis of the timeline as data: ticks from years down to days by how much room there is, marks of events and
//! their clusters, and how many projects were active when.

use jiff::civil;

use super::names::Names;
use crate::i18n::Words;
use crate::model::{Day, PartialDate};
use crate::query::{Index, Truth};

/// A line of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub day: Day,
    /// What stands at it.
    pub label: String,
    /// Whether it begins something larger: a year among months, a month among days.
    pub strong: bool,
}

/// How far ticks are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i8),
    Months(i8),
    Years(i16),
}

/// The steps from the finest on, with their length in days and the room that their labels need.
const STEPS: [(Step, f64, f64); 14] = [
    (Step::Days(1), 1.0, 26.0),
    (Step::Days(2), 2.0, 26.0),
    (Step::Days(5), 5.0, 34.0),
    (Step::Days(15), 15.0, 60.0),
    (Step::Months(1), 30.4, 42.0),
    (Step::Months(3), 91.3, 42.0),
    (Step::Years(1), 365.25, 44.0),
    (Step::Years(2), 730.5, 44.0),
    (Step::Years(5), 1826.0, 44.0),
    (Step::Years(10), 3652.0, 44.0),
    (Step::Years(20), 7305.0, 44.0),
    (Step::Years(50), 18_262.0, 44.0),
    (Step::Years(200), 73_050.0, 44.0),
    (Step::Years(1000), 365_250.0, 44.0),
];

/// The ticks of a range of days that is so many points wide.
pub fn ticks(from: Day, to: Day, width: f32, words: &Words) -> Vec<Tick> {
    let per_day = f64::from(width.max(1.0)) / f64::from(to.0.saturating_sub(from.0).max(1));
    let fits = |(_, days, room): &&(Step, f64, f64)| days * per_day >= *room;
    let step = STEPS.iter().find(fits).map_or(Step::Years(1000), |(step, ..)| *step);
    let mut ticks = Vec::new();
    for year in from.year()..=to.year() {
        let Ok(year) = i16::try_from(year) else { continue };
        match step {
            Step::Years(by) => {
                if year % by == 0 {
                    push(&mut ticks, year, 1, 1, year.to_string(), false);
                }
            }
            Step::Months(by) => months(&mut ticks, year, by, words),
            Step::Days(by) => (1..=12).for_each(|month| days(&mut ticks, year, month, by, words)),
        }
    }
    ticks.retain(|tick| tick.day >= from && tick.day <= to);
    whole_first(&mut ticks, step, words);
    ticks
}

fn push(ticks: &mut Vec<Tick>, year: i16, month: i8, day: i8, label: String, strong: bool) {
    if let Ok(date) = civil::Date::new(year, month, day) {
        ticks.push(Tick { day: Day::of(date), label, strong });
    }
}

fn months(ticks: &mut Vec<Tick>, year: i16, by: i8, words: &Words) {
    for month in (1..=12).filter(|month| (month - 1) % by == 0) {
        let label = if month == 1 { year.to_string() } else { words.month(month.unsigned_abs()) };
        push(ticks, year, month, 1, label, month == 1);
    }
}

fn days(ticks: &mut Vec<Tick>, year: i16, month: i8, by: i8, words: &Words) {
    let last = civil::Date::new(year, month, 1).map_or(28, civil::Date::days_in_month);
    // The last ones leave room for the first of the next month.
    for day in (1..=last).filter(|day| (day - 1) % by == 0 && (*day == 1 || by == 1 || *day + by - 1 <= last)) {
        let label = match (day, month) {
            (1, 1) => month_of(year, month, words),
            (1, _) => words.month(month.unsigned_abs()),
            _ => day.to_string(),
        };
        push(ticks, year, month, day, label, day == 1);
    }
}

fn month_of(year: i16, month: i8, words: &Words) -> String {
    let date: Result<PartialDate, _> = format!("{year:04}-{month:02}").parse();
    date.map(|date| words.date(date)).unwrap_or_default()
}

/// The first month among days says its year; where nothing larger begins near the left edge, the first label says
/// where one is.
fn whole_first(ticks: &mut [Tick], step: Step, words: &Words) {
    let near = ticks.iter().take(2).any(|tick| tick.strong);
    if let (Step::Days(_), Some(first)) = (step, ticks.iter_mut().find(|tick| tick.strong)) {
        let date = first.day.date();
        first.label = month_of(date.year(), date.month(), words);
    }
    let Some(first) = ticks.first_mut().filter(|_| !near) else { return };
    let date = first.day.date();
    first.label = match step {
        Step::Years(_) => return,
        Step::Months(_) => month_of(date.year(), date.month(), words),
        Step::Days(_) => words.day(first.day),
    };
    first.strong = true;
}

/// An event on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the portfolio.
    pub at: usize,
    /// The days that its date can mean.
    pub days: (Day, Day),
}

impl Mark {
    /// The middle of its days.
    pub fn middle(&self) -> f64 {
        (f64::from(self.days.0.0) + f64::from(self.days.1.0) + 1.0) / 2.0
    }
}

/// The marks of these events, in order of time.
pub fn marks(events: &[usize], index: &Index) -> Vec<Mark> {
    let mark = |at: &usize| index.events.get(*at).map(|event| Mark { at: *at, days: event.days });
    let mut marks: Vec<Mark> = events.iter().filter_map(mark).collect();
    marks.sort_by_key(|mark| (mark.days.0.0.saturating_add(mark.days.1.0), mark.at));
    marks
}

/// Marks that stand too close to be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where its middle stands.
    pub x: f32,
    /// Its first mark.
    pub first: usize,
    /// How many there are.
    pub len: usize,
}

/// Puts marks together until all stand at least `gap` apart.
pub fn clusters(marks: &[Mark], gap: f32, x: impl Fn(f64) -> f32) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    for (first, mark) in marks.iter().enumerate() {
        let mut now = Cluster { x: x(mark.middle()), first, len: 1 };
        while let Some(last) = found.pop_if(|last| now.x - last.x < gap) {
            let len = last.len + now.len;
            now =
                Cluster { x: (last.x * last.len as f32 + now.x * now.len as f32) / len as f32, first: last.first, len };
        }
        found.push(now);
    }
    found
}

/// How many projects were active when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// The parts of the time, one after the other.
    pub bins: Vec<Bin>,
    /// Whether a part is a quarter; else it is one or more years.
    pub quarters: bool,
    /// The largest number of projects in one of them.
    pub most: usize,
}

/// A quarter or a number of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its first day.
    pub from: Day,
    /// The day after its last.
    pub to: Day,
    /// Projects that were surely active in it.
    pub sure: usize,
    /// Projects that perhaps were.
    pub perhaps: usize,
}

impl Activity {
    /// The first day, and the day after the last.
    pub fn extent(&self) -> Option<(Day, Day)> {
        Some((self.bins.first()?.from, self.bins.last()?.to))
    }

    /// What a bin is called: "jul 2023 a sep 2023", "2023".
    pub fn name(&self, bin: &Bin, names: Names<'_>) -> String {
        let (first, last) = (bin.from.date(), Day(bin.to.0 - 1).date());
        let (from, to) = if self.quarters {
            (month_of(first.year(), first.month(), names.words), month_of(last.year(), last.month(), names.words))
        } else {
            (first.year().to_string(), last.year().to_string())
        };
        if from == to { from } else { names.words.tf("timeline-bin-span", &[("from", from.into()), ("to", to.into())]) }
    }
}

/// At most this many parts are drawn.
const BINS: i32 = 96;

/// When these rows were active.
pub fn activity(rows: &[usize], index: &Index) -> Activity {
    let spans: Vec<_> = rows.iter().filter_map(|row| index.rows.get(*row)).map(|row| row.span).collect();
    let known = spans.iter().flat_map(|span| span.start.into_iter().chain(span.end));
    let Some((from, to)) = known.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else { return Activity::default() };
    let years = to.year() - from.year() + 1;
    let quarters = years * 4 <= BINS;
    let by = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|by| years / by < BINS).unwrap_or(1000);
    let month = |year: i32, month: i8| {
        i16::try_from(year).ok().and_then(|year| civil::Date::new(year, month, 1).ok()).map(Day::of)
    };
    let edges: Vec<Day> = if quarters {
        let all = (from.year()..=to.year()).flat_map(|year| [1, 4, 7, 10].map(|first| month(year, first)));
        let end = month(to.year().saturating_add(1), 1);
        let all: Vec<Day> = all.chain([end]).flatten().collect();
        let first = all.iter().rposition(|day| *day <= from).unwrap_or(0);
        let last = all.iter().position(|day| *day > to).unwrap_or(all.len());
        all.into_iter().take(last + 1).skip(first).collect()
    } else {
        let first = from.year().div_euclid(by) * by;
        let last = to.year().div_euclid(by) * by + by;
        (0..=(last - first) / by).map(|at| Day::first_of_year(first + at * by)).collect()
    };
    let bins: Vec<Bin> = edges.windows(2).filter_map(|pair| Some(bin(*pair.first()?, *pair.get(1)?, &spans))).collect();
    let most = bins.iter().map(|bin| bin.sure + bin.perhaps).max().unwrap_or(0);
    Activity { bins, quarters, most }
}

fn bin(from: Day, to: Day, spans: &[crate::query::Span]) -> Bin {
    let (mut sure, mut perhaps) = (0, 0);
    for span in spans {
        match Truth::active(*span, (from, Day(to.0 - 1))) {
            Truth::Yes => sure += 1,
            Truth::Perhaps => perhaps += 1,
            Truth::No => {}
        }
    }
    Bin { from, to, sure, perhaps }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    fn day(text: &str) -> Day {
        text.parse::<PartialDate>().unwrap().earliest()
    }

    fn labels(from: &str, to: &str, width: f32) -> Vec<String> {
        let words = Words::new(Lang::Es);
        ticks(day(from), day(to), width, &words).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_go_from_years_to_days() {
        assert_eq!(labels("2018-02", "2021-02", 300.0), ["2019", "2020", "2021"]);
        assert_eq!(labels("2019-11", "2020-08", 300.0), ["2020", "abr", "jul"]);
        assert_eq!(labels("2020-02", "2020-05", 300.0), ["feb 2020", "mar", "abr", "may"]);
        let days = labels("2025-03-02", "2025-03-20", 700.0);
        assert_eq!(days.first().map(String::as_str), Some("2 mar 2025"));
        assert_eq!(days.len(), 19);
        assert_eq!(labels("0001", "9999", 600.0).len(), 9);
    }

    #[test]
    fn marks_that_would_overlap_stand_together() {
        let mark = |at, day| Mark { at, days: (Day(day), Day(day)) };
        let marks = [mark(0, 0), mark(1, 5), mark(2, 9), mark(3, 60)];
        let found = clusters(&marks, 10.0, |day| day as f32);
        assert_eq!(found.iter().map(|cluster| (cluster.first, cluster.len)).collect::<Vec<_>>(), [(0, 3), (3, 1)]);
        let apart = clusters(&marks, 10.0, |day| day as f32 * 10.0);
        assert_eq!(apart.len(), 4);
    }
}
