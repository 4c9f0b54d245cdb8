//! What a reported total measures: the words of the format for it. Knows no word that a person reads.

/// What a reported total measures, where it is one of those that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Measured {
    CancelledAssistance,
    CancelledGrants,
    Awards,
    Appropriation,
    Savings,
    NationalBudget,
}

impl Measured {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::CancelledAssistance,
        Self::CancelledGrants,
        Self::Awards,
        Self::Appropriation,
        Self::Savings,
        Self::NationalBudget,
    ];

    /// As the file has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::CancelledAssistance => "cancelled assistance",
            Self::CancelledGrants => "cancelled grants",
            Self::Awards => "awards",
            Self::Appropriation => "appropriation",
            Self::Savings => "savings",
            Self::NationalBudget => "national budget",
        }
    }

    /// The one with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::CancelledAssistance => "measure-cancelled-assistance",
            Self::CancelledGrants => "measure-cancelled-grants",
            Self::Awards => "measure-awards",
            Self::Appropriation => "measure-appropriation",
            Self::Savings => "measure-savings",
            Self::NationalBudget => "measure-national-budget",
        }
    }
}
