//! Why a single written value (a date, an amount, a share…) is not one: typed, so that a message file can say it.

use std::fmt;
use std::str::FromStr;

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueFault {
    /// Not of the form `2025`, `2025-03` or `2025-03-20`, with `~` or `?` behind it.
    DateForm,
    /// There is no such month.
    DateMonth,
    /// The month has no such day.
    DateDay,
    /// Not a number.
    AmountForm,
    /// More than two decimals, or too large to be kept to the cent.
    AmountSize,
    /// Not three letters such as `USD`.
    CurrencyForm,
    /// Not a percentage from 0 to 100 with at most two decimals.
    ShareForm,
}

impl ValueFault {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::DateForm,
        Self::DateMonth,
        Self::DateDay,
        Self::AmountForm,
        Self::AmountSize,
        Self::CurrencyForm,
        Self::ShareForm,
    ];

    /// The key of the message that says it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::DateForm => "fault-date-form",
            Self::DateMonth => "fault-date-month",
            Self::DateDay => "fault-date-day",
            Self::AmountForm => "fault-amount-form",
            Self::AmountSize => "fault-amount-size",
            Self::CurrencyForm => "fault-currency-form",
            Self::ShareForm => "fault-share-form",
        }
    }
}

/// A value that could not be taken, with the text as written.
///
/// Its `Display` is a form that [`FromStr`] reads back: serde hands errors on as text only, and the reader wants
/// the typed one again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueError {
    /// What is wrong.
    pub fault: ValueFault,
    /// What was written.
    pub text: String,
}

impl ValueError {
    /// A fault of this text.
    pub fn new(fault: ValueFault, text: impl Into<String>) -> Self {
        Self { fault, text: text.into() }
    }
}

const MARK: char = '\u{1}';

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK}{}{MARK}{}", self.fault.message(), self.text)
    }
}

impl std::error::Error for ValueError {}

impl FromStr for ValueError {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        let (message, text) = written.strip_prefix(MARK).and_then(|rest| rest.split_once(MARK)).ok_or(())?;
        let fault = ValueFault::ALL.into_iter().find(|fault| fault.message() == message).ok_or(())?;
        Ok(Self::new(fault, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_error_survives_serde_s_text() {
        for fault in ValueFault::ALL {
            let error = ValueError::new(fault, "31/02 «x»");
            assert_eq!(error.to_string().parse(), Ok(error));
        }
        assert_eq!("expected a map".parse::<ValueError>(), Err(()));
    }
}
