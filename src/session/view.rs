//! What is shown how, as a plain value: compared by `==`, kept, gone back to. Holds ids of records, never row numbers.

use std::collections::BTreeSet;

use crate::figure::{Recipient, UnitsBy};
use crate::model::{Day, Portfolio};
use crate::query::{By, Column, EventColumn, EventKey, Field, Filter, Key, Lens, Reading, Spread, Value};

/// The views of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tab {
    #[default]
    Overview,
    Projects,
    Events,
    Timeline,
    Plots,
    Questions,
    Sources,
}

impl Tab {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 7] =
        [Self::Overview, Self::Projects, Self::Events, Self::Timeline, Self::Plots, Self::Questions, Self::Sources];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Overview => "tab-overview",
            Self::Projects => "tab-projects",
            Self::Events => "tab-events",
            Self::Timeline => "tab-timeline",
            Self::Plots => "tab-plots",
            Self::Questions => "tab-questions",
            Self::Sources => "tab-sources",
        }
    }
}

/// The questions that the records alone leave open, each a page of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// What was reported beside what the records hold, in steps.
    #[default]
    Reported,
    /// What stopped before its planned end.
    CutShort,
    /// What happened after.
    Continuity,
    /// What is missing, as a request for it.
    Request,
}

impl Question {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::Reported, Self::CutShort, Self::Continuity, Self::Request];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Reported => "question-reported",
            Self::CutShort => "question-cut-short",
            Self::Continuity => "question-continuity",
            Self::Request => "question-request",
        }
    }
}

/// A record that the details pane shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it; each holds an id")]
pub enum Selected {
    Project(String),
    Event(String),
    Source(String),
}

/// How the lanes of the timeline stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LaneOrder {
    #[default]
    Theme,
    Implementer,
    Start,
    End,
}

impl LaneOrder {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Theme, Self::Implementer, Self::Start, Self::End];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Theme => "lanes-by-theme",
            Self::Implementer => "lanes-by-implementer",
            Self::Start => "lanes-by-start",
            Self::End => "lanes-by-end",
        }
    }
}

/// How the bridge to a reported total is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BridgeForm {
    #[default]
    Waterfall,
    Bars,
    Table,
}

impl BridgeForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waterfall, Self::Bars, Self::Table];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Waterfall => "bridge-waterfall",
            Self::Bars => "bridge-bars",
            Self::Table => "bridge-table",
        }
    }
}

/// By what it is shown what came after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum AfterBy {
    #[default]
    Project,
    Theme,
    State,
}

impl AfterBy {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Project, Self::Theme, Self::State];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Project => "after-by-project",
            Self::Theme => "after-by-theme",
            Self::State => "after-by-state",
        }
    }
}

/// What plots measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Measure {
    #[default]
    Money,
    /// Projects whole in each of their areas, which then add up to more than the total.
    Whole,
    Projects,
}

/// What is shown how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which view.
    pub tab: Tab,
    /// The terms that stand as chips.
    pub filter: Filter,
    /// What stands in the search box and is not yet a chip.
    pub typed: String,
    /// The order of projects: by the first key, then the second.
    pub order: Vec<Key>,
    /// The order of events.
    pub event_order: Vec<EventKey>,
    /// By what the table is grouped.
    pub group: Option<By>,
    /// What the details pane shows.
    pub selected: Option<Selected>,
    /// Ids of the rows marked for copying.
    pub picked: BTreeSet<String>,
    /// The days that the timeline shows; `None` shows all.
    pub window: Option<(Day, Day)>,
    /// How its lanes stand.
    pub lanes: LaneOrder,
    /// What plots measure.
    pub measure: Measure,
    /// How money falls into years.
    pub spread: Spread,
    /// Which of the open questions is shown.
    pub question: Question,
    /// Which reported total the records are held against; the first where `None`.
    pub total: Option<String>,
    /// How that is drawn.
    pub bridge: BridgeForm,
    /// Which projects are taken to have stopped.
    pub reading: Reading,
    /// The cut-off that the person tries; `None` is the portfolio's own.
    pub cut: Option<Day>,
    /// By what the parts cut short are grouped.
    pub cut_by: By,
    /// By what it is shown what came after.
    pub after_by: AfterBy,
    /// To whom the shown request goes; the first where absent.
    pub recipient: Option<Recipient>,
    /// Whether plots show one mark for each project rather than bars.
    pub units: bool,
    /// By what the marks stand together.
    pub units_by: UnitsBy,
    /// Whether plots and timeline are shown as tables.
    pub as_table: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            tab: Tab::Overview,
            filter: Filter::default(),
            typed: String::new(),
            order: vec![Key { column: Column::Amount, descending: true }],
            event_order: vec![EventKey { column: EventColumn::Date, descending: true }],
            group: None,
            selected: None,
            picked: BTreeSet::new(),
            window: None,
            lanes: LaneOrder::Theme,
            measure: Measure::Money,
            spread: Spread::Award,
            question: Question::Reported,
            total: None,
            bridge: BridgeForm::Waterfall,
            reading: Reading::Named,
            cut: None,
            cut_by: By::Theme,
            after_by: AfterBy::Project,
            recipient: None,
            units: false,
            units_by: UnitsBy::Theme,
            as_table: false,
        }
    }
}

impl View {
    /// How another document is looked at first: ids of this one mean nothing in it.
    #[must_use]
    pub fn of_another(&self) -> Self {
        Self { tab: self.tab, lanes: self.lanes, ..Self::default() }
    }

    /// The day of the cut-off's line: the one that is tried, else the last day of the portfolio's own.
    pub fn cut_day(&self, portfolio: &Portfolio) -> Option<Day> {
        self.cut.or(portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date.latest()))
    }

    /// How this view looks at what stopped.
    pub fn lens(&self, portfolio: &Portfolio) -> Lens {
        let own = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
        // The line on the last day of the portfolio's own cut-off is that cut-off, as exact as it is.
        let tried = self.cut.filter(|day| own.is_none_or(|own| own.latest() != *day));
        Lens { reading: self.reading, cutoff: tried.map(Day::exact).or(own) }
    }

    /// Narrowed to the records of this value of a field, and nothing else of the field.
    #[must_use]
    pub fn narrowed(&self, field: Field, value: Value) -> Self {
        Self { filter: self.filter.with(field, vec![value]), ..self.clone() }
    }

    /// Whether the two differ in what a person would go back for.
    pub fn is_another_place(&self, other: &Self) -> bool {
        let began_to_type = self.typed.is_empty() != other.typed.is_empty();
        began_to_type
            || self.tab != other.tab
            || self.question != other.question
            || self.filter != other.filter
            || self.selected != other.selected
    }
}
