//! Money as sources tell it: an amount is a claim of one source, not a summand.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::PartialDate;
use super::value::{ValueError, ValueFault};

/// What a source says was granted, spent, offered…
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// What the figure is.
    pub kind: AmountKind,
    /// How much, in hundredths of the currency.
    pub value: Minor,
    /// The portfolio's currency where absent.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// Whether it is for the portfolio's country alone.
    #[serde(default)]
    pub scope: Scope,
    /// The funder's fiscal year of a funding line.
    #[serde(default)]
    pub fiscal_year: Option<i16>,
    /// When the figure held.
    #[serde(default)]
    pub as_of: Option<PartialDate>,
    /// Id of the source; an amount without one is shown as unsourced.
    #[serde(default)]
    pub source: Option<String>,
    /// Whether the source names the project.
    #[serde(default)]
    pub attribution: Attribution,
}

impl Amount {
    /// When the figure held: its date, else its fiscal year.
    pub fn date(&self) -> Option<PartialDate> {
        let year = self.fiscal_year.filter(|year| (1..=9999).contains(year));
        self.as_of.or(year.map(PartialDate::year_only))
    }
}

/// What an amount is. Only the first four can be what was awarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountKind {
    /// What was granted (IATI: commitment).
    Award,
    /// One year's line, or one dated part; the lines of a source add up to its total.
    FundingLine,
    /// A source's total at one date.
    Total,
    /// Somebody else's figure for the award.
    Reported,
    /// What was meant to be granted.
    Announced,
    /// The most that a call offered.
    Ceiling,
    /// Money paid to the implementer.
    Disbursement,
    /// Money spent by the implementer.
    Expenditure,
    /// A planned budget.
    Budget,
}

impl AmountKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::Award,
        Self::FundingLine,
        Self::Total,
        Self::Reported,
        Self::Announced,
        Self::Ceiling,
        Self::Disbursement,
        Self::Expenditure,
        Self::Budget,
    ];

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Award => "amount-award",
            Self::FundingLine => "amount-funding-line",
            Self::Total => "amount-total",
            Self::Reported => "amount-reported",
            Self::Announced => "amount-announced",
            Self::Ceiling => "amount-ceiling",
            Self::Disbursement => "amount-disbursement",
            Self::Expenditure => "amount-expenditure",
            Self::Budget => "amount-budget",
        }
    }
}

/// Whether a record or an amount is of the portfolio's country alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The portfolio's country alone.
    #[default]
    Country,
    /// Several countries; nobody published the country's part, so it stays out of its totals.
    MultiCountry,
}

/// Whether the source of an amount names the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// The source names it.
    #[default]
    Named,
    /// The editors joined figure and project by subject, date or grantee.
    Matched,
}

/// Hundredths of a currency unit. Sums are made in `i128`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minor(pub i64);

/// Above this many whole units a decimal number read as `f64` is no longer exact to the hundredth.
const EXACT_UNITS: f64 = 10_000_000_000_000.0;

impl Minor {
    /// Whole units of the currency; `None` where that is too much to be kept.
    pub fn from_units(units: i64) -> Option<Self> {
        units.checked_mul(100).map(Self)
    }

    /// From a decimal number with at most two decimals.
    fn from_decimal(value: f64) -> Result<Self, ValueError> {
        let hundredths = (value * 100.0).round();
        let exact = value.abs() <= EXACT_UNITS && (hundredths - value * 100.0).abs() < 1e-3;
        let fault = || ValueError::new(ValueFault::AmountSize, value.to_string());
        if exact { Ok(Self(hundredths as i64)) } else { Err(fault()) }
    }
}

impl fmt::Display for Minor {
    /// A plain decimal number: `13000000` or `590128.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if cents == 0 { write!(f, "{sign}{units}") } else { write!(f, "{sign}{units}.{cents:02}") }
    }
}

impl Serialize for Minor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Minor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Units;
        impl de::Visitor<'_> for Units {
            type Value = Minor;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an amount without thousands marks")
            }

            fn visit_i64<E: de::Error>(self, units: i64) -> Result<Minor, E> {
                let fault = || E::custom(ValueError::new(ValueFault::AmountSize, units.to_string()));
                Minor::from_units(units).ok_or_else(fault)
            }

            fn visit_u64<E: de::Error>(self, units: u64) -> Result<Minor, E> {
                let fault = || E::custom(ValueError::new(ValueFault::AmountSize, units.to_string()));
                i64::try_from(units).ok().and_then(Minor::from_units).ok_or_else(fault)
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Minor, E> {
                Minor::from_decimal(value).map_err(E::custom)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Minor, E> {
                Err(E::custom(ValueError::new(ValueFault::AmountForm, text)))
            }
        }
        deserializer.deserialize_any(Units)
    }
}

/// A currency by its three letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The US dollar.
    pub const USD: Self = Self(*b"USD");

    /// Its three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Self(code)),
            _ => Err(ValueError::new(ValueFault::CurrencyForm, text)),
        }
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_to_the_hundredth() {
        assert_eq!(ron::from_str::<Minor>("13000000"), Ok(Minor(1_300_000_000)));
        assert_eq!(ron::from_str::<Minor>("590128.57"), Ok(Minor(59_012_857)));
        assert_eq!(ron::from_str::<Minor>("-1"), Ok(Minor(-100)));
        assert!(ron::from_str::<Minor>("0.123").is_err(), "three decimals");
        assert!(ron::from_str::<Minor>("1e300").is_err());
        assert!(ron::from_str::<Minor>("99999999999999999999").is_err());
        assert!(ron::from_str::<Minor>("\"4.4M\"").is_err());
        assert_eq!(Minor(59_012_850).to_string(), "590128.50");
    }
}
