//! What events can be ordered by, and shown as: the columns of their table.

/// Columns of the table of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventColumn {
    #[default]
    Date,
    Kind,
    Title,
    Organizations,
    Projects,
    Sources,
}

impl EventColumn {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Date, Self::Kind, Self::Title, Self::Organizations, Self::Projects, Self::Sources];

    /// The key of its title.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Date => "event-column-date",
            Self::Kind => "event-column-kind",
            Self::Title => "event-column-title",
            Self::Organizations => "event-column-organizations",
            Self::Projects => "event-column-projects",
            Self::Sources => "event-column-sources",
        }
    }
}

/// A column that events are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct EventKey {
    /// By what.
    pub column: EventColumn,
    /// Last or largest first.
    pub descending: bool,
}
