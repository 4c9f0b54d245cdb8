//! Money by year: by award (a line's fiscal year, else the start), or evenly over the planned months, an estimate.

use crate::model::{Clause, Headline, Part, PartialDate, Project};

/// How money falls into years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spread {
    /// Into the fiscal year of each line, else the year of the start.
    #[default]
    Award,
    /// Evenly over the planned months: an estimate, and named so wherever it shows.
    Even,
}

/// The years of a project's money, each year once and in order; the start where no line names a year.
pub fn by_award(project: &Project, headline: Option<&Headline>) -> Vec<Part<i16>> {
    let start = project.start.and_then(|start| i16::try_from(start.year()).ok());
    let mut parts: Vec<Part<i16>> = Vec::new();
    let lines = headline.filter(|headline| headline.figure.clause == Clause::Lines);
    for amount in lines.iter().flat_map(|headline| &headline.figure.parts).filter_map(|at| project.amounts.get(*at)) {
        let (key, weight) = (amount.fiscal_year.or(start), u64::try_from(amount.value.0).unwrap_or(0));
        match parts.iter_mut().find(|part| part.key == key) {
            Some(part) => part.weight = part.weight.saturating_add(weight),
            None => parts.push(Part { key, weight, stated: amount.fiscal_year.is_some() }),
        }
    }
    if parts.is_empty() {
        parts.push(Part { key: start, weight: 1, stated: false });
    }
    parts.sort_by_key(|part| part.key.map_or((true, 0), |year| (false, year)));
    parts
}

/// The months between these two dates by year; *no data* where either is missing or they are crossed.
pub fn evenly(start: Option<PartialDate>, planned_end: Option<PartialDate>) -> Vec<Part<i16>> {
    let months = |date: PartialDate, last: bool| {
        let day = if last { date.latest() } else { date.earliest() }.date();
        i32::from(day.year()) * 12 + i32::from(day.month()) - 1
    };
    let (Some(start), Some(end)) = (start, planned_end) else {
        return vec![Part { key: None, weight: 1, stated: false }];
    };
    let (first, last) = (months(start, false), months(end, true));
    let years = first.div_euclid(12)..=last.div_euclid(12);
    let parts: Vec<_> = years
        .filter_map(|year| {
            let weight = (last.min(year * 12 + 11) - first.max(year * 12) + 1).max(0);
            Some(Part { key: Some(i16::try_from(year).ok()?), weight: u64::try_from(weight).ok()?, stated: false })
        })
        .collect();
    if parts.is_empty() { vec![Part { key: None, weight: 1, stated: false }] } else { parts }
}
