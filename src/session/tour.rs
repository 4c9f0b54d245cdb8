//! The guided walk through the embedded portfolio: which steps there are, and the real view and filter of each.

use super::document::Origin;
use super::state::Session;
use super::view::{Question, Tab, View};
use crate::query::{Field, Filter, Reading, Value};

/// A step of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TourStep {
    Report,
    Money,
    Areas,
    Timeline,
    Cut,
    OpenQuestion,
}

impl TourStep {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::Report, Self::Money, Self::Areas, Self::Timeline, Self::Cut, Self::OpenQuestion];

    /// Which one it is, from 1.
    pub fn number(self) -> usize {
        Self::ALL.into_iter().position(|step| step == self).map_or(1, |place| place + 1)
    }

    /// The one after.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The one before.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get(self.number().checked_sub(2)?).copied()
    }

    /// The key of its title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Report => "tour-report",
            Self::Money => "tour-money",
            Self::Areas => "tour-areas",
            Self::Timeline => "tour-timeline",
            Self::Cut => "tour-cut",
            Self::OpenQuestion => "tour-question",
        }
    }
}

impl Session {
    /// Whether the walk is offered: at a first visit, on the portfolio that it goes through.
    pub fn offers_tour(&self) -> bool {
        !self.settings.tour_seen && self.tour.is_none() && self.document.origin == Origin::Embedded
    }

    /// Goes to a step, or leaves the walk; once begun or declined it is not offered again.
    pub(super) fn walk(&mut self, step: Option<TourStep>) {
        self.settings.tour_seen = true;
        self.tour = step.filter(|_| self.document.origin == Origin::Embedded);
        if let Some(step) = self.tour {
            (self.card, self.panel) = (None, None);
            self.view = self.step_view(step);
        }
    }

    fn step_view(&self, step: TourStep) -> View {
        let at = |tab: Tab| View {
            tab,
            filter: Filter::default(),
            typed: String::new(),
            selected: None,
            units: false,
            as_table: false,
            ..self.view.clone()
        };
        match step {
            TourStep::Report => at(Tab::Overview),
            TourStep::Money => at(Tab::Projects),
            TourStep::Areas => {
                let themes = self.document.portfolio.themes.first();
                let values = themes.map(|theme| Value::Key(theme.id.clone())).into_iter().collect();
                let view = at(Tab::Plots);
                View { filter: view.filter.with(Field::Theme, values), ..view }
            }
            TourStep::Timeline => View { window: None, cut: None, ..at(Tab::Timeline) },
            TourStep::Cut => {
                View { question: Question::CutShort, reading: Reading::Named, cut: None, ..at(Tab::Questions) }
            }
            TourStep::OpenQuestion => View { question: Question::Continuity, ..at(Tab::Questions) },
        }
    }
}
