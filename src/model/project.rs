//! A project (IATI: activity): what was funded, by whom, where, between which dates, and how it ended.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Scope};
use super::date::PartialDate;
use super::records::StatedShare;
use super::split::{Part, Share};
use super::table::Record;
use super::text::{Bilingual, Lang};

/// A project and all that its sources say of it, also where they disagree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Id.
    pub id: String,
    /// Name; official but for the languages in [`Self::name_ours`].
    pub name: Bilingual,
    /// The languages in which the name is our translation.
    #[serde(default)]
    pub name_ours: Vec<Lang>,
    /// What it is called for short.
    #[serde(default)]
    pub acronym: Option<String>,
    /// What it was for.
    #[serde(default)]
    pub summary: Bilingual,
    /// The funder's number of the agreement.
    #[serde(default)]
    pub agreement_number: Option<String>,
    /// Who took part, and as what.
    #[serde(default)]
    pub organizations: Vec<Participation>,
    /// ISO 3166-1 codes.
    #[serde(default)]
    pub countries: Vec<String>,
    /// Whether it is of the portfolio's country alone.
    #[serde(default)]
    pub scope: Scope,
    /// First day.
    #[serde(default)]
    pub start: Option<PartialDate>,
    /// Last day by the plan.
    #[serde(default)]
    pub planned_end: Option<PartialDate>,
    /// Last day as a source tells it; never inferred.
    #[serde(default)]
    pub actual_end: Option<PartialDate>,
    /// Only what a source printed.
    #[serde(default)]
    pub status: Option<Status>,
    /// When that was printed.
    #[serde(default)]
    pub status_as_of: Option<PartialDate>,
    /// How it ended, apart from the published status.
    #[serde(default)]
    pub ending: Ending,
    /// All that sources say it cost.
    #[serde(default)]
    pub amounts: Vec<Amount>,
    /// Thematic areas.
    #[serde(default)]
    pub themes: Vec<ThemeShare>,
    /// Finer tags.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Codes of the states; none is "not published", neither "nowhere" nor "all".
    #[serde(default)]
    pub states: Vec<String>,
    /// Ids of the economic sectors.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Ids of the groups that the work supported.
    #[serde(default)]
    pub supports: Vec<String>,
    /// Who in government worked with it.
    #[serde(default)]
    pub counterpart: Bilingual,
    /// What a source says of what remained.
    #[serde(default)]
    pub continuity: Bilingual,
    /// Ids of the sources of the record.
    #[serde(default)]
    pub sources: Vec<String>,
    /// For people who check.
    #[serde(default)]
    pub notes: Bilingual,
}

impl Record for Project {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Project {
    /// The agreement number without what people write between its parts, by which two spellings are one; `None` where
    /// there is none.
    pub fn plain_agreement(&self) -> Option<String> {
        let number = self.agreement_number.as_deref()?;
        let plain: String = number.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        (!plain.is_empty()).then_some(plain)
    }

    /// The ids of the organisations in this role, in the order of the record.
    pub fn organizations_as(&self, role: Role) -> impl Iterator<Item = &str> {
        self.organizations.iter().filter(move |part| part.role == role).map(|part| part.organization.as_str())
    }

    /// The end that a source tells, else the planned one.
    pub fn end(&self) -> Option<PartialDate> {
        self.actual_end.or(self.planned_end)
    }

    /// How the money falls into themes: stated shares as stated, what they leave in equal parts among those without,
    /// and to *no data* what remains. Shares of more than 100 % are not rescaled in silence: nothing is assigned.
    pub fn theme_parts(&self) -> Vec<Part<&str>> {
        let stated: u32 = self.themes.iter().filter_map(|theme| theme.share).map(|share| share.0).sum();
        let open = self.themes.iter().filter(|theme| theme.share.is_none()).count() as u64;
        let Some(rest) = Share::WHOLE.0.checked_sub(stated).filter(|_| !self.themes.is_empty()) else {
            return vec![Part::whole(None)];
        };
        // Weights in units of one ten-thousandth divided by the number of open parts, so that thirds stay exact.
        let scale = open.max(1);
        let mut parts: Vec<_> = (self.themes.iter())
            .map(|theme| Part {
                key: Some(theme.theme.as_str()),
                weight: theme.share.map_or(u64::from(rest), |share| u64::from(share.0) * scale),
                stated: theme.share.is_some() || self.themes.len() == 1,
            })
            .collect();
        if open == 0 && rest > 0 {
            parts.push(Part { key: None, weight: u64::from(rest), stated: true });
        }
        parts
    }

    /// Whether the division among themes is ours: more than one, and a share that no source states.
    pub fn is_split_by_us(&self) -> bool {
        self.themes.len() > 1 && self.themes.iter().any(|theme| theme.share.is_none())
    }

    /// Every id of a source that the record leans on: its own, its amounts' and its ending's, each once.
    pub fn all_sources(&self) -> Vec<&str> {
        let mut seen = Vec::new();
        let amounts = self.amounts.iter().filter_map(|amount| amount.source.as_ref());
        for id in self.sources.iter().chain(amounts).chain(&self.ending.sources) {
            if !seen.contains(&id.as_str()) {
                seen.push(id.as_str());
            }
        }
        seen
    }
}

/// An organisation's part in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// As what.
    pub role: Role,
    /// Id of the organisation.
    pub organization: String,
    /// What the source wrote, where it says more than the organisation's name.
    #[serde(default)]
    pub as_named: Option<String>,
}

/// What an organisation does in a project (IATI's four, and partners of the implementer).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Role {
    Funding,
    Accountable,
    Extending,
    Implementing,
    Partner,
}

impl Role {
    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Funding => "role-funding",
            Self::Accountable => "role-accountable",
            Self::Extending => "role-extending",
            Self::Implementing => "role-implementing",
            Self::Partner => "role-partner",
        }
    }
}

/// The activity status that a source printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Status {
    Planned,
    Active,
    Suspended,
    Closed,
    Cancelled,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Active, Self::Suspended, Self::Closed, Self::Cancelled];

    /// As in the record.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Planned => "status-planned",
            Self::Active => "status-active",
            Self::Suspended => "status-suspended",
            Self::Closed => "status-closed",
            Self::Cancelled => "status-cancelled",
        }
    }
}

/// How a project ended, and on what that rests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// How it is known.
    #[serde(default)]
    pub kind: EndingKind,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// How the ending is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndingKind {
    /// A source names the project among the cancelled.
    Named,
    /// It was running, and a statement about all grants of the funder or the grantee covers it.
    Implied,
    /// It had ended before.
    Before,
    /// Not known, or disputed.
    #[default]
    Unknown,
}

impl EndingKind {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Named, Self::Implied, Self::Before, Self::Unknown];

    /// As in the record.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Implied => "implied",
            Self::Before => "before",
            Self::Unknown => "unknown",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Named => "ending-named",
            Self::Implied => "ending-implied",
            Self::Before => "ending-before",
            Self::Unknown => "ending-unknown",
        }
    }
}

/// A theme of a project, with its share where a source states one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeShare {
    /// Id of the theme.
    pub theme: String,
    /// Per cent of the money.
    #[serde(default)]
    pub share: StatedShare,
}
