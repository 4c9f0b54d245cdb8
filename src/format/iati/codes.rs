//! The published code lists of IATI, as far as a record has a word for a code; versions 2 say numbers, versions 1 words
//! or letters. A code that is not here is unknown.

use crate::model::{AmountKind, OrganizationKind, Role, Status};

/// The versions of the standard that are known.
pub(super) const VERSIONS: [&str; 10] = ["1", "1.0", "1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03"];

/// What a status is in a record, and whether it is said as exactly as in the code.
pub(super) fn status(code: &str) -> Option<(Status, bool)> {
    Some(match code {
        "1" => (Status::Planned, true),
        "2" => (Status::Active, true),
        // Finalisation: the work is done, the accounts are open.
        "3" => (Status::Closed, false),
        "4" => (Status::Closed, true),
        "5" => (Status::Cancelled, true),
        "6" => (Status::Suspended, true),
        _ => return None,
    })
}

/// The code of a status.
pub const fn status_code(status: Status) -> &'static str {
    match status {
        Status::Planned => "1",
        Status::Active => "2",
        Status::Closed => "4",
        Status::Cancelled => "5",
        Status::Suspended => "6",
    }
}

/// What a date of an activity is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateType {
    PlannedStart,
    ActualStart,
    PlannedEnd,
    ActualEnd,
}

pub(super) fn date_type(code: &str) -> Option<DateType> {
    Some(match code.to_ascii_lowercase().as_str() {
        "1" | "start-planned" => DateType::PlannedStart,
        "2" | "start-actual" => DateType::ActualStart,
        "3" | "end-planned" => DateType::PlannedEnd,
        "4" | "end-actual" => DateType::ActualEnd,
        _ => return None,
    })
}

pub(super) fn role(code: &str) -> Option<Role> {
    Some(match code.to_ascii_lowercase().as_str() {
        // The drafts before 1.01 say donor.
        "1" | "funding" | "donor" => Role::Funding,
        "2" | "accountable" => Role::Accountable,
        "3" | "extending" => Role::Extending,
        "4" | "implementing" => Role::Implementing,
        _ => return None,
    })
}

/// The code of a role; partners of the implementer are implementers there.
pub const fn role_code(role: Role) -> &'static str {
    match role {
        Role::Funding => "1",
        Role::Accountable => "2",
        Role::Extending => "3",
        Role::Implementing | Role::Partner => "4",
    }
}

pub(super) fn organization_kind(code: &str) -> Option<OrganizationKind> {
    Some(match code.to_ascii_lowercase().as_str() {
        "10" | "11" | "15" | "government" => OrganizationKind::Government,
        "21" | "22" | "23" | "24" | "60" | "ngo" | "foundation" => OrganizationKind::Ngo,
        "40" | "multilateral" => OrganizationKind::Multilateral,
        "70" | "71" | "72" | "73" | "private sector" => OrganizationKind::Company,
        "80" | "academic" => OrganizationKind::University,
        "30" | "90" => OrganizationKind::Other,
        _ => return None,
    })
}

/// The code of a sort of organisation; where the list has none, `None`: it tells only national from international ones.
pub const fn organization_code(kind: OrganizationKind) -> Option<&'static str> {
    match kind {
        OrganizationKind::Government => Some("10"),
        OrganizationKind::Multilateral => Some("40"),
        OrganizationKind::Company => Some("70"),
        OrganizationKind::University => Some("80"),
        OrganizationKind::Other => Some("90"),
        OrganizationKind::Ngo | OrganizationKind::Union | OrganizationKind::Business => None,
    }
}

/// What a transaction is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TransactionType {
    /// Money that the reporter gives or spends.
    Out(AmountKind),
    /// The same money, seen by who gets it.
    In(Option<AmountKind>),
    /// Loans, interest, equity, guarantees.
    Other,
}

pub(super) fn transaction_type(code: &str) -> Option<TransactionType> {
    use TransactionType::{In, Other, Out};
    Some(match code.to_ascii_lowercase().as_str() {
        "2" | "c" | "commitment" => Out(AmountKind::Award),
        // Misspelt in files of version 1.0.
        "3" | "d" | "disbursement" | "disbursment" => Out(AmountKind::Disbursement),
        "4" | "e" | "expenditure" => Out(AmountKind::Expenditure),
        "12" => Out(AmountKind::Announced),
        "1" | "if" | "incoming funds" => In(None),
        "11" => In(Some(AmountKind::Award)),
        "13" => In(Some(AmountKind::Announced)),
        "5" | "6" | "7" | "8" | "9" | "10" | "ir" | "lr" | "r" | "qp" | "qs" | "cg" => Other,
        _ => return None,
    })
}

/// The number of a vocabulary of sectors; versions 1 say letters.
pub(super) fn sector_vocabulary(code: Option<&str>) -> String {
    let code = code.unwrap_or("1");
    match code {
        "DAC" => "1",
        "DAC-3" => "2",
        "COFOG" => "3",
        "NACE" => "4",
        "NTEE" => "5",
        "ADT" => "6",
        "RO" => "99",
        "RO2" => "98",
        other => other,
    }
    .to_owned()
}

/// A state: its code (ISO 3166-2), its name in Spanish and, where it differs, in English.
pub(super) type State = (&'static str, &'static str, &'static str);

/// The Mexican states.
pub(super) const STATES: [State; 32] = [
    ("MX-AGU", "Aguascalientes", ""),
    ("MX-BCN", "Baja California", ""),
    ("MX-BCS", "Baja California Sur", ""),
    ("MX-CAM", "Campeche", ""),
    ("MX-CHP", "Chiapas", ""),
    ("MX-CHH", "Chihuahua", ""),
    ("MX-CMX", "Ciudad de México", "Mexico City"),
    ("MX-COA", "Coahuila", ""),
    ("MX-COL", "Colima", ""),
    ("MX-DUR", "Durango", ""),
    ("MX-GUA", "Guanajuato", ""),
    ("MX-GRO", "Guerrero", ""),
    ("MX-HID", "Hidalgo", ""),
    ("MX-JAL", "Jalisco", ""),
    ("MX-MEX", "Estado de México", "State of Mexico"),
    ("MX-MIC", "Michoacán", ""),
    ("MX-MOR", "Morelos", ""),
    ("MX-NAY", "Nayarit", ""),
    ("MX-NLE", "Nuevo León", ""),
    ("MX-OAX", "Oaxaca", ""),
    ("MX-PUE", "Puebla", ""),
    ("MX-QUE", "Querétaro", ""),
    ("MX-ROO", "Quintana Roo", ""),
    ("MX-SLP", "San Luis Potosí", ""),
    ("MX-SIN", "Sinaloa", ""),
    ("MX-SON", "Sonora", ""),
    ("MX-TAB", "Tabasco", ""),
    ("MX-TAM", "Tamaulipas", ""),
    ("MX-TLA", "Tlaxcala", ""),
    ("MX-VER", "Veracruz", ""),
    ("MX-YUC", "Yucatán", ""),
    ("MX-ZAC", "Zacatecas", ""),
];
