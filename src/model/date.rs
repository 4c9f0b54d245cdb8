//! Dates as exact as their source (EDTF level 0, with `~` and `?` of level 1): a partial date is an interval of days.
//! Nothing here invents a day, and nothing reads a clock.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::value::{ValueError, ValueFault};

/// A day, counted from 1 January 1970; what axes and ranges reckon with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of a calendar date.
    pub fn of(date: civil::Date) -> Self {
        let days = date.duration_since(civil::date(1970, 1, 1)).as_hours() / 24;
        Self(i32::try_from(days).unwrap_or(0))
    }

    /// The first day of a year; years beyond the calendar are taken to its ends.
    pub fn first_of_year(year: i32) -> Self {
        let year = i16::try_from(year.clamp(1, 9999)).unwrap_or(1);
        Self::of(civil::Date::new(year, 1, 1).unwrap_or(civil::Date::ZERO))
    }

    /// The calendar date of this day; beyond the calendar, its end.
    pub fn date(self) -> civil::Date {
        let span = jiff::SignedDuration::from_hours(i64::from(self.0) * 24);
        civil::date(1970, 1, 1).saturating_add(span)
    }

    /// The year it is in.
    pub fn year(self) -> i32 {
        i32::from(self.date().year())
    }

    /// The day as an exact date of a record.
    pub fn exact(self) -> PartialDate {
        let date = self.date();
        PartialDate {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
            approximate: false,
            uncertain: false,
        }
    }
}

/// A date known to the day, the month or the year, perhaps about (`~`) or doubtful (`?`).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    /// 0 where unknown.
    month: u8,
    /// 0 where unknown.
    day: u8,
    approximate: bool,
    uncertain: bool,
}

impl PartialDate {
    /// A whole year.
    pub fn year_only(year: i16) -> Self {
        Self { year, month: 0, day: 0, approximate: false, uncertain: false }
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12, where the source tells it.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where the source tells it.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Marked `~`: about this time.
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Marked `?`: the source doubts it.
    pub fn is_uncertain(self) -> bool {
        self.uncertain
    }

    /// Whether it is a single day beyond doubt.
    pub fn is_exact(self) -> bool {
        self.day > 0 && !self.approximate && !self.uncertain
    }

    /// The first day it can mean.
    pub fn earliest(self) -> Day {
        Day::of(self.civil(self.month.max(1), self.day.max(1)))
    }

    /// The last day it can mean.
    pub fn latest(self) -> Day {
        let month = if self.month == 0 { 12 } else { self.month };
        let first = self.civil(month, 1);
        Day::of(if self.day == 0 { first.last_of_month() } else { self.civil(month, self.day) })
    }

    fn civil(self, month: u8, day: u8) -> civil::Date {
        // Parsing has proved that the date exists; the fallback is never reached.
        civil::Date::new(self.year, month.cast_signed(), day.cast_signed()).unwrap_or(civil::Date::ZERO)
    }
}

/// By the earliest day, then the latest.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.earliest(), date.latest(), date.approximate, date.uncertain);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        match (self.approximate, self.uncertain) {
            (true, true) => f.write_str("%"),
            (true, false) => f.write_str("~"),
            (false, true) => f.write_str("?"),
            (false, false) => Ok(()),
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PartialDate {
    type Err = ValueError;

    fn from_str(written: &str) -> Result<Self, ValueError> {
        let fault = |fault| ValueError::new(fault, written);
        let (body, approximate, uncertain) = match written.as_bytes().last() {
            Some(b'~') => (&written[..written.len() - 1], true, false),
            Some(b'?') => (&written[..written.len() - 1], false, true),
            Some(b'%') => (&written[..written.len() - 1], true, true),
            _ => (written, false, false),
        };
        let mut parts = body.split('-');
        let mut digits = |width: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| fault(ValueFault::DateForm))
            }
            Some(_) => Err(fault(ValueFault::DateForm)),
        };
        let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
        let year = year.filter(|year| *year > 0).ok_or_else(|| fault(ValueFault::DateForm))?;
        if parts.next().is_some() {
            return Err(fault(ValueFault::DateForm));
        }
        let month = small(month).map_err(|()| fault(ValueFault::DateMonth))?;
        let day = small(day).map_err(|()| fault(ValueFault::DateDay))?;
        if month > 12 {
            return Err(fault(ValueFault::DateMonth));
        }
        if day > 0 && civil::Date::new(year, month.cast_signed(), day.cast_signed()).is_err() {
            return Err(fault(ValueFault::DateDay));
        }
        Ok(Self { year, month, day, approximate, uncertain })
    }
}

/// `None` becomes 0 (unknown); a written zero or something above 99 is an error.
fn small(part: Option<i16>) -> Result<u8, ()> {
    match part {
        None => Ok(0),
        Some(0) => Err(()),
        Some(value) => u8::try_from(value).map_err(|_| ()),
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl de::Visitor<'_> for Written {
            type Value = PartialDate;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date in quotes")
            }

            fn visit_str<E: de::Error>(self, written: &str) -> Result<PartialDate, E> {
                written.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> PartialDate {
        written.parse().unwrap()
    }

    #[test]
    fn dates_are_printed_as_written() {
        for written in ["2025", "2025-03", "2025-03-20", "2025~", "2025-03?", "2024-02-29", "2019-12%", "0001"] {
            assert_eq!(date(written).to_string(), written);
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (written, fault) in [
            ("2023-13-01", ValueFault::DateMonth),
            ("2023-00", ValueFault::DateMonth),
            ("2025-02-31", ValueFault::DateDay),
            ("2023-02-29", ValueFault::DateDay),
            ("2023-01-00", ValueFault::DateDay),
            ("20-01-2023", ValueFault::DateForm),
            ("", ValueFault::DateForm),
            ("~", ValueFault::DateForm),
            ("2025-3", ValueFault::DateForm),
            ("2025-03-20-01", ValueFault::DateForm),
            ("marzo de 2025", ValueFault::DateForm),
            ("２０２５", ValueFault::DateForm),
        ] {
            assert_eq!(written.parse::<PartialDate>().unwrap_err().fault, fault, "{written}");
        }
    }

    #[test]
    fn a_partial_date_is_an_interval() {
        assert_eq!(date("2024-02").latest(), date("2024-02-29").earliest());
        assert_eq!(date("2025").earliest(), date("2025-01-01").latest());
        assert_eq!(date("2025").latest(), date("2025-12-31").latest());
        assert_eq!(date("1970-01-02").earliest(), Day(1));
        assert_eq!(Day(1).exact(), date("1970-01-02"));
        assert!(date("2025") > date("2025-01-01"), "same earliest day, later latest day");
    }
}
