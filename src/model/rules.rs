//! What must hold of records that could be read: ids, references, order of dates, shares, signs.
//! A breach is listed and the record stays open; what breaks the rule is not counted.

use std::collections::HashSet;

use super::date::PartialDate;
use super::measured::Measured;
use super::portfolio::Portfolio;
use super::project::Project;
use super::table::{Record, Table};

/// The lists of a portfolio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "named as in the file")]
pub enum List {
    ReportedTotals,
    Themes,
    Topics,
    Sectors,
    Supports,
    Places,
    Organizations,
    Sources,
    Projects,
    Events,
    Continuity,
}

impl List {
    /// All, in the order of the file.
    pub const ALL: [Self; 11] = [
        Self::ReportedTotals,
        Self::Themes,
        Self::Topics,
        Self::Sectors,
        Self::Supports,
        Self::Places,
        Self::Organizations,
        Self::Sources,
        Self::Projects,
        Self::Events,
        Self::Continuity,
    ];

    /// Whether its records may refer to those of another list.
    pub const fn refers_to(self, other: Self) -> bool {
        match self {
            Self::ReportedTotals => matches!(other, Self::Sources),
            Self::Topics => matches!(other, Self::Themes),
            Self::Organizations => matches!(other, Self::Places),
            Self::Projects => !matches!(other, Self::ReportedTotals | Self::Projects | Self::Events | Self::Continuity),
            Self::Events => matches!(other, Self::Organizations | Self::Projects | Self::Topics | Self::Sources),
            Self::Continuity => matches!(other, Self::Projects | Self::Themes | Self::Sources),
            Self::Themes | Self::Sectors | Self::Supports | Self::Places | Self::Sources => false,
        }
    }

    /// The list with this name in the file.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.key() == key)
    }

    /// Its name in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReportedTotals => "reported_totals",
            Self::Themes => "themes",
            Self::Topics => "topics",
            Self::Sectors => "sectors",
            Self::Supports => "supports",
            Self::Places => "places",
            Self::Organizations => "organizations",
            Self::Sources => "sources",
            Self::Projects => "projects",
            Self::Events => "events",
            Self::Continuity => "continuity",
        }
    }

    /// The key of the message that names one record of it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::ReportedTotals => "record-reported-total",
            Self::Themes => "record-theme",
            Self::Topics => "record-topic",
            Self::Sectors => "record-sector",
            Self::Supports => "record-support",
            Self::Places => "record-place",
            Self::Organizations => "record-organization",
            Self::Sources => "record-source",
            Self::Projects => "record-project",
            Self::Events => "record-event",
            Self::Continuity => "record-continuity",
        }
    }
}

/// A rule that a record breaks, with what breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The id is empty.
    EmptyId,
    /// Another record of the list has this id.
    DoubleId,
    /// No record of that list has this id.
    MissingReference(List, String),
    /// An end lies before the start.
    EndBeforeStart(PartialDate, PartialDate),
    /// The shares sum to more than the whole; in ten-thousandths.
    SharesOver100(u32),
    /// One theme stands twice.
    ThemeTwice(String),
    /// An amount below zero.
    NegativeAmount(i64),
    /// Neither language has a name.
    NoName,
    /// What a total measures is none of the known: it is held against no records.
    UnknownMeasure(String),
}

/// A rule broken by a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// In which list.
    pub list: List,
    /// Where in the list, from 0.
    pub place: usize,
    /// The record's id.
    pub id: String,
    /// The field, as a path: `amounts[2].source`.
    pub field: String,
    /// The rule.
    pub rule: Rule,
}

/// Every rule that the portfolio's records break, in the order of the file.
pub fn check(portfolio: &Portfolio) -> Vec<Breach> {
    let mut breaches = check_before(portfolio);
    let projects = portfolio.projects.iter().enumerate();
    breaches.extend(projects.flat_map(|(place, project)| check_project(place, &project, portfolio)));
    breaches.extend(check_behind(portfolio));
    breaches
}

/// The rules that a project breaks by itself or against the other lists; it stands in this place of its list.
pub fn check_project(place: usize, project: &Project, portfolio: &Portfolio) -> Vec<Breach> {
    let mut found = Found { portfolio, breaches: Vec::new() };
    found.project(place, project);
    found.breaches
}

/// The rules that what stands before the projects breaks.
pub fn check_before(portfolio: &Portfolio) -> Vec<Breach> {
    let mut found = Found { portfolio, breaches: Vec::new() };
    check_lists(&mut found);
    found.breaches
}

/// The rules that what stands behind the projects breaks.
pub fn check_behind(portfolio: &Portfolio) -> Vec<Breach> {
    let mut found = Found { portfolio, breaches: Vec::new() };
    for (place, event) in portfolio.events.iter().enumerate() {
        let at = At { list: List::Events, place, id: &event.id };
        found.references(&at, "organizations", List::Organizations, &event.organizations);
        found.references(&at, "projects", List::Projects, &event.projects);
        found.references(&at, "topics", List::Topics, &event.topics);
        found.references(&at, "sources", List::Sources, &event.sources);
    }
    for (place, entry) in portfolio.continuity.iter().enumerate() {
        let at = At { list: List::Continuity, place, id: &entry.id };
        found.references(&at, "projects", List::Projects, &entry.projects);
        found.references(&at, "themes", List::Themes, &entry.themes);
        found.references(&at, "sources", List::Sources, &entry.sources);
    }
    found.breaches
}

fn check_lists(found: &mut Found<'_>) {
    let portfolio = found.portfolio;
    found.ids(List::ReportedTotals, &portfolio.reported_totals);
    for (place, total) in portfolio.reported_totals.iter().enumerate() {
        let at = At { list: List::ReportedTotals, place, id: &total.id };
        if let Some(source) = &total.source {
            found.reference(&at, || "source".to_owned(), List::Sources, source);
        }
        if let Some(value) = total.value.filter(|value| value.0 < 0) {
            found.add(&at, "value", Rule::NegativeAmount(value.0));
        }
        found.order(&at, "period_end", total.period_start, total.period_end);
        if Measured::from_word(&total.measures).is_none() {
            found.add(&at, "measures", Rule::UnknownMeasure(total.measures.clone()));
        }
    }
    found.ids(List::Themes, &portfolio.themes);
    found.ids(List::Topics, &portfolio.topics);
    for (place, topic) in portfolio.topics.iter().enumerate() {
        if let Some(theme) = &topic.theme {
            found.reference(
                &At { list: List::Topics, place, id: &topic.id },
                || "theme".to_owned(),
                List::Themes,
                theme,
            );
        }
    }
    found.ids(List::Sectors, &portfolio.sectors);
    found.ids(List::Supports, &portfolio.supports);
    found.ids(List::Places, &portfolio.places);
    found.ids(List::Organizations, &portfolio.organizations);
    found.ids(List::Sources, &portfolio.sources);
    found.project_ids();
    found.ids(List::Events, &portfolio.events);
    found.ids(List::Continuity, &portfolio.continuity);
}

struct Found<'a> {
    portfolio: &'a Portfolio,
    breaches: Vec<Breach>,
}

/// A record, for telling where a breach is.
struct At<'a> {
    list: List,
    place: usize,
    id: &'a str,
}

impl Found<'_> {
    fn project(&mut self, place: usize, project: &Project) {
        let at = At { list: List::Projects, place, id: &project.id };
        if project.name.is_empty() {
            self.add(&at, "name", Rule::NoName);
        }
        for (i, part) in project.organizations.iter().enumerate() {
            self.reference(&at, || format!("organizations[{i}].organization"), List::Organizations, &part.organization);
        }
        self.references(&at, "countries", List::Places, &project.countries);
        self.order(&at, "planned_end", project.start, project.planned_end);
        self.order(&at, "actual_end", project.start, project.actual_end);
        self.references(&at, "ending.sources", List::Sources, &project.ending.sources);
        for (i, amount) in project.amounts.iter().enumerate() {
            if amount.value.0 < 0 {
                self.add(&at, &format!("amounts[{i}].value"), Rule::NegativeAmount(amount.value.0));
            }
            if let Some(source) = &amount.source {
                self.reference(&at, || format!("amounts[{i}].source"), List::Sources, source);
            }
        }
        let mut themes = HashSet::new();
        for (i, theme) in project.themes.iter().enumerate() {
            let field = || format!("themes[{i}].theme");
            self.reference(&at, field, List::Themes, &theme.theme);
            if !themes.insert(&theme.theme) {
                self.add(&at, &field(), Rule::ThemeTwice(theme.theme.clone()));
            }
        }
        let shares =
            project.themes.iter().filter_map(|theme| theme.share).fold(0_u32, |sum, share| sum.saturating_add(share.0));
        if shares > 10_000 {
            self.add(&at, "themes", Rule::SharesOver100(shares));
        }
        self.references(&at, "topics", List::Topics, &project.topics);
        self.references(&at, "states", List::Places, &project.states);
        self.references(&at, "sectors", List::Sectors, &project.sectors);
        self.references(&at, "supports", List::Supports, &project.supports);
        self.references(&at, "sources", List::Sources, &project.sources);
    }

    fn add(&mut self, at: &At<'_>, field: &str, rule: Rule) {
        let (id, field) = (at.id.to_owned(), field.to_owned());
        self.breaches.push(Breach { list: at.list, place: at.place, id, field, rule });
    }

    fn ids<T: Record>(&mut self, list: List, table: &Table<T>) {
        for (place, record) in table.iter().enumerate() {
            let at = At { list, place, id: record.id() };
            if record.id().trim().is_empty() {
                self.add(&at, "id", Rule::EmptyId);
            } else if table.position(record.id()) != Some(place) {
                self.add(&at, "id", Rule::DoubleId);
            }
        }
    }

    fn project_ids(&mut self) {
        let projects = &self.portfolio.projects;
        for (place, id) in projects.ids().iter().enumerate() {
            let at = At { list: List::Projects, place, id };
            if id.trim().is_empty() {
                self.add(&at, "id", Rule::EmptyId);
            } else if projects.position(id) != Some(place) {
                self.add(&at, "id", Rule::DoubleId);
            }
        }
    }

    fn references(&mut self, at: &At<'_>, field: &str, list: List, ids: &[String]) {
        for (i, id) in ids.iter().enumerate() {
            self.reference(at, || format!("{field}[{i}]"), list, id);
        }
    }

    fn reference(&mut self, at: &At<'_>, field: impl FnOnce() -> String, list: List, id: &str) {
        let known = self.portfolio.position(list, id).is_some();
        if !known {
            self.add(at, &field(), Rule::MissingReference(list, id.to_owned()));
        }
    }

    fn order(&mut self, at: &At<'_>, field: &str, start: Option<PartialDate>, end: Option<PartialDate>) {
        if let (Some(start), Some(end)) = (start, end)
            && end.latest() < start.earliest()
        {
            self.add(at, field, Rule::EndBeforeStart(start, end));
        }
    }
}
