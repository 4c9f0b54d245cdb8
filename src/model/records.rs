//! The records beside the projects: who, what it is about, where, what happened, who says so.

use serde::{Deserialize, Serialize};

use super::amount::{Currency, Minor};
use super::date::PartialDate;
use super::split::Share;
use super::table::Record;
use super::text::{Bilingual, Lang};

/// A thematic area; projects divide their money among these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Whether the report that the portfolio starts from names it.
    #[serde(default)]
    pub named_by_report: bool,
}

/// A finer tag without shares, under a theme where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Id of the theme that it belongs to.
    #[serde(default)]
    pub theme: Option<String>,
}

/// An entry of a plain vocabulary: an economic sector, a group of people supported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
}

/// A country (ISO 3166-1) or a state (ISO 3166-2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The code: `HN`, `MX-CHP`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// As people there shorten it: `Chis.`, `CDMX`.
    #[serde(default)]
    pub short: Option<String>,
    /// Its place in the tile map; none for what is not drawn.
    #[serde(default)]
    pub tile: Option<Tile>,
}

/// A place in a tile map, from the upper left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// Row, from 0.
    pub row: u8,
    /// Column, from 0.
    pub column: u8,
}

/// Who pays, runs, hosts or is party to something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// What it is called for short.
    #[serde(default)]
    pub acronym: Option<String>,
    /// What it is.
    pub kind: OrganizationKind,
    /// ISO 3166-1 code.
    #[serde(default)]
    pub country: Option<String>,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum OrganizationKind {
    Government,
    Multilateral,
    Ngo,
    Union,
    Business,
    Company,
    University,
    Other,
}

impl OrganizationKind {
    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Government => "org-government",
            Self::Multilateral => "org-multilateral",
            Self::Ngo => "org-ngo",
            Self::Union => "org-union",
            Self::Business => "org-business",
            Self::Company => "org-company",
            Self::University => "org-university",
            Self::Other => "org-other",
        }
    }
}

/// Something that happened on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When.
    pub date: PartialDate,
    /// What sort of thing.
    pub kind: EventKind,
    /// Title.
    pub title: Bilingual,
    /// In a sentence or two.
    #[serde(default)]
    pub summary: Bilingual,
    /// Ids of the organisations that took part.
    #[serde(default)]
    pub organizations: Vec<String>,
    /// Ids of the projects that a source names.
    #[serde(default)]
    pub projects: Vec<String>,
    /// What the source wrote.
    #[serde(default)]
    pub projects_as_named: Vec<String>,
    /// Ids of topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether the reporter of the first reported total lists it among the last actions under these projects.
    #[serde(default)]
    pub last_action: bool,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// For people who check.
    #[serde(default)]
    pub notes: Bilingual,
}

/// What sort of thing an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventKind {
    Launch,
    Exchange,
    Meeting,
    Training,
    Agreement,
    Award,
    Evaluation,
    Cancellation,
    Report,
    Legal,
}

impl EventKind {
    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Launch => "event-launch",
            Self::Exchange => "event-exchange",
            Self::Meeting => "event-meeting",
            Self::Training => "event-training",
            Self::Agreement => "event-agreement",
            Self::Award => "event-award",
            Self::Evaluation => "event-evaluation",
            Self::Cancellation => "event-cancellation",
            Self::Report => "event-report",
            Self::Legal => "event-legal",
        }
    }
}

/// A page or document that says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What the publisher is to the projects.
    pub kind: PublisherKind,
    /// The address; opened in the browser, and only on a click.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<PartialDate>,
    /// When it was last looked up.
    #[serde(default)]
    pub consulted: Option<PartialDate>,
    /// Its language.
    #[serde(default)]
    pub language: Option<Lang>,
    /// The passage that says it, word for word, in the language of the source.
    #[serde(default)]
    pub excerpt: Option<String>,
    /// Where a copy of it is kept, should the page go.
    #[serde(default)]
    pub archived_url: Option<String>,
}

/// What a publisher is to the projects, in the order in which its figures are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PublisherKind {
    Funder,
    Implementer,
    Government,
    Press,
    Other,
}

impl PublisherKind {
    /// All, the most preferred first.
    pub const ALL: [Self; 5] = [Self::Funder, Self::Implementer, Self::Government, Self::Press, Self::Other];

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Funder => "publisher-funder",
            Self::Implementer => "publisher-implementer",
            Self::Government => "publisher-government",
            Self::Press => "publisher-press",
            Self::Other => "publisher-other",
        }
    }
}

/// A total that somebody reported: what the itemised records are held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedTotal {
    /// Id.
    pub id: String,
    /// Who reported it.
    pub reported_by: Bilingual,
    /// How many assistances.
    #[serde(default)]
    pub count: Option<u32>,
    /// How much, in hundredths.
    #[serde(default)]
    pub value: Option<Minor>,
    /// The portfolio's currency where absent.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// What it covers, in words.
    #[serde(default)]
    pub covers: Bilingual,
    /// ISO 3166-1 code; absent for the world.
    #[serde(default)]
    pub country: Option<String>,
    /// What is counted: cancelled assistance, awards, savings… Only like is held against like.
    pub measures: String,
    /// First day of the period.
    #[serde(default)]
    pub period_start: Option<PartialDate>,
    /// Last day of the period.
    #[serde(default)]
    pub period_end: Option<PartialDate>,
    /// When it was said.
    #[serde(default)]
    pub as_of: Option<PartialDate>,
    /// Id of the source.
    #[serde(default)]
    pub source: Option<String>,
    /// For people who check.
    #[serde(default)]
    pub notes: Bilingual,
}

/// What sources say happened after the end, by project or by area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Continuity {
    /// Id.
    pub id: String,
    /// What it is about.
    pub about: Bilingual,
    /// What is known.
    pub state: ContinuityState,
    /// By whom.
    #[serde(default)]
    pub by: Bilingual,
    /// Since when.
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// In words.
    #[serde(default)]
    pub note: Bilingual,
    /// Ids of the projects.
    #[serde(default)]
    pub projects: Vec<String>,
    /// Ids of the themes.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What is known of who goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContinuityState {
    /// No source tells.
    Unknown,
    /// A source says that nobody does.
    None,
    /// Something new in the same area; no source says that it replaces anything.
    NewInArea,
    /// Taken up in part.
    Partial,
    /// Continued.
    Continued,
}

impl ContinuityState {
    /// Whether it tells of somebody who does something, wholly, in part or anew.
    pub const fn is_something(self) -> bool {
        matches!(self, Self::NewInArea | Self::Partial | Self::Continued)
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unknown => "continuity-unknown",
            Self::None => "continuity-none",
            Self::NewInArea => "continuity-new-in-area",
            Self::Partial => "continuity-partial",
            Self::Continued => "continuity-continued",
        }
    }
}

macro_rules! records {
    ($($record:ty),*) => {
        $(impl Record for $record {
            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}

records!(Theme, Topic, Term, Place, Organization, Event, Source, ReportedTotal, Continuity);

/// A percentage that a source states for one of a project's themes.
pub(super) type StatedShare = Option<Share>;
