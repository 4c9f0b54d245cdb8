//! The fields of a project that a column of a table can become. The headers under which people write them stand
//! elsewhere.

use serde::{Deserialize, Serialize};

use crate::model::{AmountKind, Role};

/// What a column of a table becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Target {
    Id,
    NameEs,
    NameEn,
    Acronym,
    SummaryEs,
    SummaryEn,
    AgreementNumber,
    Implementer,
    Funder,
    Partner,
    Accountable,
    Start,
    PlannedEnd,
    ActualEnd,
    Status,
    StatusAsOf,
    Ending,
    Award,
    FundingLine,
    Total,
    Reported,
    Announced,
    Ceiling,
    Disbursement,
    Expenditure,
    Budget,
    Currency,
    FiscalYear,
    AmountAsOf,
    /// Which figure an amount is, as the tables of this program say it.
    AmountKind,
    /// Why an amount is in no total, as the tables of this program say it.
    NotCounted,
    Theme,
    ThemeShare,
    State,
    Sector,
    Supports,
    CounterpartEs,
    CounterpartEn,
    Country,
    /// Whether it is of one country or of several.
    Scope,
    Source,
    /// The source that tells the amounts of a row.
    AmountSource,
    NotesEs,
    NotesEn,
    /// One movement of money among several of a project; they are summed by type and fiscal year.
    Transaction,
    /// What sort of movement: obligation, disbursement.
    TransactionType,
    /// What tells one movement from all others, so that none is summed twice.
    TransactionKey,
    /// Nothing: a portfolio has no place for it, or nobody wants it.
    #[default]
    Ignore,
}

impl Target {
    /// All, in the order in which a person chooses among them.
    pub const ALL: [Self; 48] = [
        Self::Id,
        Self::NameEs,
        Self::NameEn,
        Self::Acronym,
        Self::SummaryEs,
        Self::SummaryEn,
        Self::AgreementNumber,
        Self::Implementer,
        Self::Funder,
        Self::Partner,
        Self::Accountable,
        Self::Start,
        Self::PlannedEnd,
        Self::ActualEnd,
        Self::Status,
        Self::StatusAsOf,
        Self::Ending,
        Self::Award,
        Self::FundingLine,
        Self::Total,
        Self::Reported,
        Self::Announced,
        Self::Ceiling,
        Self::Disbursement,
        Self::Expenditure,
        Self::Budget,
        Self::Currency,
        Self::FiscalYear,
        Self::AmountAsOf,
        Self::AmountKind,
        Self::NotCounted,
        Self::Theme,
        Self::ThemeShare,
        Self::State,
        Self::Sector,
        Self::Supports,
        Self::CounterpartEs,
        Self::CounterpartEn,
        Self::Country,
        Self::Scope,
        Self::Source,
        Self::AmountSource,
        Self::NotesEs,
        Self::NotesEn,
        Self::Transaction,
        Self::TransactionType,
        Self::TransactionKey,
        Self::Ignore,
    ];

    /// The kind of the amounts in such a column.
    pub const fn amount(self) -> Option<AmountKind> {
        Some(match self {
            Self::Award => AmountKind::Award,
            Self::FundingLine => AmountKind::FundingLine,
            Self::Total => AmountKind::Total,
            Self::Reported => AmountKind::Reported,
            Self::Announced => AmountKind::Announced,
            Self::Ceiling => AmountKind::Ceiling,
            Self::Disbursement => AmountKind::Disbursement,
            Self::Expenditure => AmountKind::Expenditure,
            Self::Budget => AmountKind::Budget,
            _ => return None,
        })
    }

    /// The role of the organisations in such a column.
    pub const fn role(self) -> Option<Role> {
        Some(match self {
            Self::Implementer => Role::Implementing,
            Self::Funder => Role::Funding,
            Self::Partner => Role::Partner,
            Self::Accountable => Role::Accountable,
            _ => return None,
        })
    }

    /// The field of the record that it fills, by its name in the file.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::NameEs | Self::NameEn => "name",
            Self::Acronym => "acronym",
            Self::SummaryEs | Self::SummaryEn => "summary",
            Self::AgreementNumber => "agreement_number",
            Self::Implementer | Self::Funder | Self::Partner | Self::Accountable => "organizations",
            Self::Start => "start",
            Self::PlannedEnd => "planned_end",
            Self::ActualEnd => "actual_end",
            Self::Status => "status",
            Self::StatusAsOf => "status_as_of",
            Self::Ending => "ending",
            Self::Currency => "amounts.currency",
            Self::FiscalYear => "amounts.fiscal_year",
            Self::AmountAsOf => "amounts.as_of",
            Self::AmountKind => "amounts.kind",
            Self::NotCounted => "amounts.scope",
            Self::Theme | Self::ThemeShare => "themes",
            Self::State => "states",
            Self::Sector => "sectors",
            Self::Supports => "supports",
            Self::CounterpartEs | Self::CounterpartEn => "counterpart",
            Self::Country => "countries",
            Self::Scope => "scope",
            Self::Source => "sources",
            Self::AmountSource => "amounts.source",
            Self::NotesEs | Self::NotesEn => "notes",
            Self::TransactionKey | Self::Ignore => "",
            _ => "amounts",
        }
    }

    /// The message that names it; also the header of the template.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Id => "target-id",
            Self::NameEs => "target-name-es",
            Self::NameEn => "target-name-en",
            Self::Acronym => "target-acronym",
            Self::SummaryEs => "target-summary-es",
            Self::SummaryEn => "target-summary-en",
            Self::AgreementNumber => "target-agreement",
            Self::Implementer => "target-implementer",
            Self::Funder => "target-funder",
            Self::Partner => "target-partner",
            Self::Accountable => "target-accountable",
            Self::Start => "target-start",
            Self::PlannedEnd => "target-planned-end",
            Self::ActualEnd => "target-actual-end",
            Self::Status => "target-status",
            Self::StatusAsOf => "target-status-as-of",
            Self::Ending => "target-ending",
            Self::Award => "target-award",
            Self::FundingLine => "target-funding-line",
            Self::Total => "target-total",
            Self::Reported => "target-reported",
            Self::Announced => "target-announced",
            Self::Ceiling => "target-ceiling",
            Self::Disbursement => "target-disbursement",
            Self::Expenditure => "target-expenditure",
            Self::Budget => "target-budget",
            Self::Currency => "target-currency",
            Self::FiscalYear => "target-fiscal-year",
            Self::AmountAsOf => "target-amount-as-of",
            Self::AmountKind => "export-clause",
            Self::NotCounted => "export-why-not",
            Self::Theme => "target-theme",
            Self::ThemeShare => "target-theme-share",
            Self::State => "target-state",
            Self::Sector => "target-sector",
            Self::Supports => "target-supports",
            Self::CounterpartEs => "target-counterpart-es",
            Self::CounterpartEn => "target-counterpart-en",
            Self::Country => "target-country",
            Self::Scope => "column-scope",
            Self::Source => "target-source",
            Self::AmountSource => "export-amount-sources",
            Self::NotesEs => "target-notes-es",
            Self::NotesEn => "target-notes-en",
            Self::Transaction => "target-transaction",
            Self::TransactionType => "target-transaction-type",
            Self::TransactionKey => "target-transaction-key",
            Self::Ignore => "target-ignore",
        }
    }
}

/// The columns of the template, in their order.
pub const TEMPLATE: [Target; 30] = [
    Target::Id,
    Target::NameEs,
    Target::NameEn,
    Target::Acronym,
    Target::SummaryEs,
    Target::SummaryEn,
    Target::AgreementNumber,
    Target::Implementer,
    Target::Funder,
    Target::Partner,
    Target::Start,
    Target::PlannedEnd,
    Target::ActualEnd,
    Target::Status,
    Target::StatusAsOf,
    Target::Ending,
    Target::Award,
    Target::Currency,
    Target::AmountAsOf,
    Target::Disbursement,
    Target::Theme,
    Target::State,
    Target::Sector,
    Target::Supports,
    Target::CounterpartEs,
    Target::CounterpartEn,
    Target::Country,
    Target::Source,
    Target::NotesEs,
    Target::NotesEn,
];
