//! The fields that a filter can name, in English and Spanish.

use crate::i18n::fold;

/// A field of the filter's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it; docs/FILTER.md has them in words")]
pub enum Field {
    Theme,
    Topic,
    Status,
    Ending,
    Implementer,
    Org,
    State,
    Sector,
    Supports,
    Counterpart,
    Scope,
    Year,
    Start,
    End,
    Active,
    Amount,
    Currency,
    Source,
    Doubt,
    Name,
    Id,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One of a list.
    Key,
    /// A partial date or a range of them.
    Date,
    /// A year or a range of them.
    Year,
    /// An amount of money or a range.
    Amount,
    /// Words that stand anywhere in it.
    Text,
}

impl Field {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 21] = [
        Self::Theme,
        Self::Topic,
        Self::Status,
        Self::Ending,
        Self::Implementer,
        Self::Org,
        Self::State,
        Self::Sector,
        Self::Supports,
        Self::Counterpart,
        Self::Scope,
        Self::Year,
        Self::Start,
        Self::End,
        Self::Active,
        Self::Amount,
        Self::Currency,
        Self::Source,
        Self::Doubt,
        Self::Name,
        Self::Id,
    ];

    /// The canonical name.
    pub const fn key(self) -> &'static str {
        self.names().0
    }

    /// The canonical English name and the others that are accepted, folded.
    const fn names(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Theme => ("theme", &["tema", "area", "themes"]),
            Self::Topic => ("topic", &["subtema", "etiqueta", "topics"]),
            Self::Status => ("status", &["estatus", "situacion"]),
            Self::Ending => ("ending", &["termino", "terminacion", "cancelacion"]),
            Self::Implementer => ("implementer", &["ejecutor", "implementador", "acargo", "a-cargo"]),
            Self::Org => ("org", &["organizacion", "organization", "organisation"]),
            Self::State => ("state", &["estado", "entidad"]),
            Self::Sector => ("sector", &["sectores", "sectors"]),
            Self::Supports => ("supports", &["apoya", "apoyo", "grupo"]),
            Self::Counterpart => ("counterpart", &["contraparte"]),
            Self::Scope => ("scope", &["alcance", "ambito"]),
            Self::Year => ("year", &["ano", "anio"]),
            Self::Start => ("start", &["inicio", "iniciado"]),
            Self::End => ("end", &["fin", "terminado"]),
            Self::Active => ("active", &["activo", "activa", "vigente"]),
            Self::Amount => ("amount", &["monto"]),
            Self::Currency => ("currency", &["moneda"]),
            Self::Source => ("source", &["fuente"]),
            Self::Doubt => ("doubt", &["duda"]),
            Self::Name => ("name", &["nombre"]),
            Self::Id => ("id", &["clave"]),
        }
    }

    /// The field of a name in either language, however it is accented or cased.
    pub fn from_name(name: &str) -> Option<Self> {
        let folded = fold(name);
        Self::ALL.into_iter().find(|field| {
            let (key, aliases) = field.names();
            key == folded || aliases.contains(&folded.as_str())
        })
    }

    /// The first Spanish name, as it is offered to a person.
    pub const fn spanish(self) -> &'static str {
        match self {
            Self::Theme => "tema",
            Self::Topic => "subtema",
            Self::Status => "estatus",
            Self::Ending => "término",
            Self::Implementer => "ejecutor",
            Self::Org => "organización",
            Self::State => "estado",
            Self::Sector => "sector",
            Self::Supports => "apoya",
            Self::Counterpart => "contraparte",
            Self::Scope => "alcance",
            Self::Year => "año",
            Self::Start => "inicio",
            Self::End => "fin",
            Self::Active => "activo",
            Self::Amount => "monto",
            Self::Currency => "moneda",
            Self::Source => "fuente",
            Self::Doubt => "duda",
            Self::Name => "nombre",
            Self::Id => "clave",
        }
    }

    /// What its values are.
    pub const fn kind(self) -> FieldKind {
        match self {
            Self::Start | Self::End | Self::Active => FieldKind::Date,
            Self::Year => FieldKind::Year,
            Self::Amount => FieldKind::Amount,
            Self::Name => FieldKind::Text,
            Self::Theme
            | Self::Topic
            | Self::Status
            | Self::Ending
            | Self::Implementer
            | Self::Org
            | Self::State
            | Self::Sector
            | Self::Supports
            | Self::Counterpart
            | Self::Scope
            | Self::Currency
            | Self::Source
            | Self::Doubt
            | Self::Id => FieldKind::Key,
        }
    }

    /// The fields whose values are keys: each has a column in the index.
    pub fn keyed() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|field| matches!(field.kind(), FieldKind::Key | FieldKind::Year))
    }
}

/// What can be doubted about a record's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// Nobody published an award.
    AmountUnknown,
    /// What was published as the award is below zero.
    AmountNegative,
    /// The headline was joined to the project by us.
    AmountMatched,
    /// Sources give different awards.
    SourcesDisagree,
    /// The division among themes is ours.
    EqualSplit,
    /// Only one source tells the award.
    OneSource,
    /// Nobody is named for the amount.
    NoSource,
    /// A date is not known to the day.
    InexactDate,
}

impl Doubt {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::AmountUnknown,
        Self::AmountNegative,
        Self::AmountMatched,
        Self::SourcesDisagree,
        Self::EqualSplit,
        Self::OneSource,
        Self::NoSource,
        Self::InexactDate,
    ];

    /// As in the filter's text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AmountUnknown => "amount-unknown",
            Self::AmountNegative => "amount-negative",
            Self::AmountMatched => "amount-matched",
            Self::SourcesDisagree => "sources-disagree",
            Self::EqualSplit => "equal-split",
            Self::OneSource => "one-source",
            Self::NoSource => "no-source",
            Self::InexactDate => "inexact-date",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::AmountUnknown => "doubt-amount-unknown",
            Self::AmountNegative => "doubt-amount-negative",
            Self::AmountMatched => "doubt-amount-matched",
            Self::SourcesDisagree => "doubt-sources-disagree",
            Self::EqualSplit => "doubt-equal-split",
            Self::OneSource => "doubt-one-source",
            Self::NoSource => "doubt-no-source",
            Self::InexactDate => "doubt-inexact-date",
        }
    }

    /// The doubt of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|doubt| doubt.key() == key)
    }
}
