//! Which figure a card is of, and its making: one door for the window, the fact file and the command line.

use super::{
    Card, assigned_card, bridge_card, continuity_card, cut_card, endings_card, event_card, group_card, headline_card,
    multi_card, reported_card, total_card, which_card,
};
use crate::figure::{Names, first_double_notices};
use crate::model::Notes;
use crate::query::{Answer, By, Index, Spread};

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CardOf {
    /// The sum of the present set.
    Total,
    /// What of it falls to the chosen themes.
    Assigned,
    /// The projects of several countries, aside.
    MultiCountry,
    /// One group of a plot: by what, and its key (`None`: no data).
    Group(By, Option<String>),
    /// A project's headline amount; its id.
    Headline(String),
    /// A reported total; its id.
    Reported(String),
    /// The records by how their ending is known, beside the first reported total.
    Endings,
    /// The answer to "which are the ones that the first reported total counts?"
    Which,
    /// The bridge to a reported total; its id.
    Bridge(String),
    /// What was cut short, in these groups.
    CutShort(By),
    /// What came after.
    Continuity,
    /// An event; its id.
    Event(String),
}

/// So many pairs that may be the same money are named on a card; how many more there are is said.
const DOUBLES: usize = 5;

/// What cards are made of.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The set.
    pub answer: &'a Answer,
    /// Records and language.
    pub names: Names<'a>,
    /// What is derived from the records.
    pub index: &'a Index,
    /// How money falls into years.
    pub spread: Spread,
    /// The person's marks.
    pub notes: &'a Notes,
}

/// The card of a figure; `None` where its record is gone.
pub fn card_of(of: &CardOf, scene: Scene<'_>) -> Option<Card> {
    let Scene { answer, names, index, spread, notes } = scene;
    let portfolio = names.portfolio;
    Some(match of {
        CardOf::Total => {
            let mut card = total_card(answer, names, index);
            let (doubles, more) = first_double_notices(DOUBLES, answer, notes, names, index);
            card.lacks.extend(doubles.into_iter().map(|notice| notice.text));
            card.lacks.extend((more > 0).then(|| names.words.tf("double-more", &[("n", more.into())])));
            card
        }
        CardOf::Assigned => assigned_card(answer, names, index),
        CardOf::MultiCountry => multi_card(answer, names, index),
        CardOf::Group(by, key) => group_card(*by, key.as_deref(), spread, answer, names, index),
        CardOf::Headline(id) => headline_card(&*portfolio.projects.find(id)?, names),
        CardOf::Reported(id) => reported_card(portfolio.reported_totals.find(id)?, names),
        CardOf::Endings => endings_card(answer, names, index),
        CardOf::Which => which_card(names, index)?,
        CardOf::Bridge(id) => bridge_card(portfolio.reported_totals.find(id)?, answer, notes, names, index),
        CardOf::CutShort(by) => cut_card(answer, *by, names, index),
        CardOf::Continuity => continuity_card(answer, names, index),
        CardOf::Event(id) => event_card(portfolio.events.find(id)?, names),
    })
}
