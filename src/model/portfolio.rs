//! A portfolio: one file's worth of records, and the lists that they refer to.

use serde::{Deserialize, Serialize};

use super::amount::Currency;
use super::date::PartialDate;
use super::projects::Projects;
use super::records::{Continuity, Event, Organization, Place, ReportedTotal, Source, Term, Theme, Topic};
use super::rules::List;
use super::table::Table;
use super::text::{Bilingual, Lang};

/// The version of the record format that this program writes and reads.
pub const SCHEMA: u32 = 1;

/// What a file says of itself before its lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the record format.
    pub schema: u32,
    /// Title.
    pub title: Bilingual,
    /// What it covers, what was not looked for, how it was made.
    #[serde(default)]
    pub about: Bilingual,
    /// ISO 3166-1 code of the country whose money is totalled.
    #[serde(default)]
    pub country: Option<String>,
    /// The currency of amounts that name none.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// The language that the records were gathered in.
    #[serde(default)]
    pub language: Option<Lang>,
    /// The date of the data.
    #[serde(default)]
    pub updated: Option<PartialDate>,
    /// The date across all projects at which funding was cut.
    #[serde(default)]
    pub cutoff: Option<Cutoff>,
    /// Words that mean the same when searched for: `["T-MEC", "TMEC", "USMCA"]`.
    #[serde(default)]
    pub synonyms: Vec<Vec<String>>,
}

/// A date that cuts across all projects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cutoff {
    /// When.
    pub date: PartialDate,
    /// What happened, in two words.
    #[serde(default)]
    pub label: Bilingual,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Everything that one file holds.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// What the file says of itself.
    pub header: Header,
    /// Totals that somebody reported.
    pub reported_totals: Table<ReportedTotal>,
    /// Thematic areas, the report's own first.
    pub themes: Table<Theme>,
    /// Finer tags.
    pub topics: Table<Topic>,
    /// Economic sectors.
    pub sectors: Table<Term>,
    /// Groups of people supported.
    pub supports: Table<Term>,
    /// Countries and states.
    pub places: Table<Place>,
    /// Who is who.
    pub organizations: Table<Organization>,
    /// Who says so.
    pub sources: Table<Source>,
    /// The projects.
    pub projects: Projects,
    /// What happened.
    pub events: Table<Event>,
    /// What happened after.
    pub continuity: Table<Continuity>,
}

impl Header {
    /// What a portfolio says of itself that says nothing yet.
    pub fn blank(language: Option<Lang>) -> Self {
        Self {
            schema: SCHEMA,
            title: Bilingual::default(),
            about: Bilingual::default(),
            country: None,
            currency: None,
            language,
            updated: None,
            cutoff: None,
            synonyms: Vec::new(),
        }
    }
}

impl Header {
    /// Turns every reference to an id of a list to the one that `other` gives for it, where it gives one.
    pub fn turn<'a>(&mut self, list: List, other: impl Fn(&str) -> Option<&'a str>) {
        let turn = |id: &mut String| {
            if let Some(to) = other(id) {
                to.clone_into(id);
            }
        };
        // The country is a code of ISO and no place of the list.
        if list == List::Sources {
            self.cutoff.iter_mut().flat_map(|cutoff| &mut cutoff.sources).for_each(turn);
        }
    }

    /// Takes every reference to a source out.
    pub fn take_out(&mut self, source: &str) {
        self.cutoff.iter_mut().for_each(|cutoff| cutoff.sources.retain(|id| id != source));
    }
}

impl Portfolio {
    /// An empty portfolio with this header.
    pub fn empty(header: Header) -> Self {
        Self {
            header,
            reported_totals: Table::default(),
            themes: Table::default(),
            topics: Table::default(),
            sectors: Table::default(),
            supports: Table::default(),
            places: Table::default(),
            organizations: Table::default(),
            sources: Table::default(),
            projects: Projects::default(),
            events: Table::default(),
            continuity: Table::default(),
        }
    }

    /// The currency of amounts that name none.
    pub fn currency(&self) -> Currency {
        self.header.currency.unwrap_or(Currency::USD)
    }
}
