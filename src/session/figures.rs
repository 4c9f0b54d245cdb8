//! The figures of a view: which they are, their cards, the fact file of all of them.

use super::state::Session;
use super::view::{Question, Selected, Tab};
use crate::figure::card::{Card, CardOf, Scene, card_of};
use crate::figure::{Dossier, dossier, group_figures, headline_figures, set_figures};
use crate::query::{self, By, comparable_total};

impl Session {
    /// What cards are made of.
    pub fn scene<'a>(&'a self, answer: &'a query::Answer) -> Scene<'a> {
        let (names, index) = (self.names(), &*self.document.index);
        Scene { answer, names, index, spread: self.view.spread, notes: &self.notes }
    }

    /// The set in a sentence.
    pub fn sentence_text(&self) -> String {
        crate::figure::sentence(&self.answer(), self.names(), true).text()
    }

    /// The card of a figure; `None` where its record is gone.
    pub fn card_of(&self, of: &CardOf) -> Option<Card> {
        card_of(of, self.scene(&self.answer()))
    }

    /// The fact file of the shown view.
    pub fn dossier(&self) -> Dossier {
        dossier(&self.figures(), self.scene(&self.answer()))
    }

    /// The fact file of the shown view as a text.
    pub fn dossier_text(&self) -> String {
        let answer = self.answer();
        self.dossier().text(self.scene(&answer))
    }

    /// The figure that the shown view is about, with all that proves it: the open card's, else the view's first.
    pub fn copied_with_source(&self) -> Option<String> {
        // What happened is a list: all of it, each with who says so.
        if self.card.is_none() && self.view.tab == Tab::Events {
            return Some(self.dossier_text());
        }
        let of = self.card.clone().or_else(|| self.figures().into_iter().next())?;
        Some(self.card_of(&of)?.copied(self.filter(), self.names()))
    }

    /// The figures of the shown view, what it is about first.
    fn figures(&self) -> Vec<CardOf> {
        let mut figures = Vec::new();
        match self.view.tab {
            Tab::Overview => {
                figures.extend(self.set_figures());
                figures.extend(self.first_total().map(CardOf::Reported));
                figures.extend([CardOf::Endings, CardOf::Which]);
                figures.extend(self.group_figures(By::Theme));
            }
            Tab::Projects | Tab::Timeline => {
                if let Some(Selected::Project(id)) = &self.view.selected {
                    figures.push(CardOf::Headline(id.clone()));
                }
                figures.extend(self.set_figures());
                figures.extend(self.headline_figures());
            }
            Tab::Events => {
                let events = self.events().iter().filter_map(|at| self.document.portfolio.events.get(*at));
                figures.extend(events.map(|event| CardOf::Event(event.id.clone())));
            }
            Tab::Plots => {
                figures.extend(self.set_figures());
                for by in [By::Theme, By::Year, By::Implementer, By::State, By::Ending] {
                    figures.extend(self.group_figures(by));
                }
            }
            Tab::Questions => figures.extend(self.question_figures()),
            Tab::Sources => {
                let totals = self.document.portfolio.reported_totals.iter();
                figures.extend(totals.map(|total| CardOf::Reported(total.id.clone())));
            }
        }
        figures
    }

    fn set_figures(&self) -> Vec<CardOf> {
        set_figures(&self.answer())
    }

    fn group_figures(&self, by: By) -> Vec<CardOf> {
        group_figures(self.scene(&self.answer()), by)
    }

    fn headline_figures(&self) -> Vec<CardOf> {
        headline_figures(self.rows(), &self.document.portfolio)
    }

    fn question_figures(&self) -> Vec<CardOf> {
        let mut figures = match self.view.question {
            Question::Reported => {
                let total = self.view.total.clone().or_else(|| self.first_total());
                total.map(CardOf::Bridge).into_iter().collect()
            }
            Question::CutShort => vec![CardOf::CutShort(self.view.cut_by)],
            Question::Continuity => return vec![CardOf::Continuity],
            Question::Request => return self.set_figures(),
        };
        figures.extend(self.headline_figures());
        figures
    }

    fn first_total(&self) -> Option<String> {
        comparable_total(&self.document.portfolio).map(|total| total.id.clone())
    }
}
