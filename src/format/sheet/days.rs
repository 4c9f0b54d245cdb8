//! Dates as people write them in tables: `20/03/2025`, `marzo de 2025`, `mar-25`, `~2025`. No day is invented, and a
//! day that there is not makes no date.

use serde::{Deserialize, Serialize};

use super::fold::is_unknown;
use super::grid::{Cell, CellKind};
use super::money::NotReadable;
use crate::i18n::fold;
use crate::model::{Day, PartialDate};

/// Which part of `03/04/2025` is what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// Day, month, year.
    #[default]
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl DateOrder {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Dmy, Self::Mdy, Self::Ymd];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Dmy => "date-order-dmy",
            Self::Mdy => "date-order-mdy",
            Self::Ymd => "date-order-ymd",
        }
    }
}

/// The day of the serial number 0 of workbooks whose days are counted from 1900, and from 1904.
const SERIAL_ZERO: [i32; 2] = [-25_569, -24_107];
/// Numbers among these are serial numbers of days (1954 to 2119) where a date is wanted.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;

/// The date of a cell; `None` where the cell says that nobody knows.
pub fn date(cell: Cell<'_>, order: DateOrder, from_1904: bool) -> Result<Option<PartialDate>, NotReadable> {
    if is_unknown(cell.text) {
        return Ok(None);
    }
    let whole = cell.text.strip_suffix(".0").unwrap_or(cell.text);
    if let (CellKind::Number, Ok(serial)) = (cell.kind, whole.parse::<i32>())
        && SERIALS.contains(&serial)
    {
        let [zero_1900, zero_1904] = SERIAL_ZERO;
        return Ok(Some(Day(serial + if from_1904 { zero_1904 } else { zero_1900 }).exact()));
    }
    written(cell.text, order).map(Some)
}

/// A date that a person types, the day before the month; `None` where it is none.
pub fn typed_date(text: &str) -> Option<PartialDate> {
    written(text, DateOrder::Dmy).ok()
}

fn written(text: &str, order: DateOrder) -> Result<PartialDate, NotReadable> {
    let folded = fold(text);
    let uncertain = folded.contains('?') || folded.ends_with('%');
    let mut approximate = folded.contains(['~', '≈', '%']);
    let mut parts = Vec::new();
    for piece in without_time(&folded).split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty())
    {
        match piece {
            "hacia" | "aprox" | "aproximadamente" | "circa" | "ca" | "c" | "about" | "around" | "approx" => {
                approximate = true;
            }
            "de" | "del" | "of" | "the" | "el" | "en" | "in" | "on" => {}
            piece => parts.push(Part::of(piece).ok_or(NotReadable)?),
        }
    }
    let (year, month, day) = arranged(&parts, order).ok_or(NotReadable)?;
    let mark = match (approximate, uncertain) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    let iso = match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}{mark}"),
        (Some(month), None) => format!("{year:04}-{month:02}{mark}"),
        _ => format!("{year:04}{mark}"),
    };
    iso.parse().map_err(|_| NotReadable)
}

/// What stands before the time of day: `2025-03-20T10:00:00Z`, `20/03/2025 10:00 a. m.`
fn without_time(text: &str) -> &str {
    let date = text.find(':').and_then(|at| text.get(..at)).map_or(text, |before| {
        before.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches(['t', ' ', ','])
    });
    if date.is_empty() { text } else { date }
}

/// A piece of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month by its name.
    Month(u32),
}

impl Part {
    fn of(piece: &str) -> Option<Self> {
        let digits = piece.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(piece.len());
        let (number, letters) = piece.split_at_checked(digits)?;
        match (number.is_empty(), letters) {
            (false, "" | "o" | "ro" | "st" | "nd" | "rd" | "th") if digits <= 8 => {
                number.parse().ok().map(|value| Self::Number(value, digits))
            }
            (true, name) => month(name).map(Self::Month),
            _ => None,
        }
    }
}

/// The month of a name or of its first three letters, in Spanish or English.
fn month(name: &str) -> Option<u32> {
    const NAMES: [[&str; 3]; 12] = [
        ["enero", "january", ""],
        ["febrero", "february", ""],
        ["marzo", "march", ""],
        ["abril", "april", ""],
        ["mayo", "may", ""],
        ["junio", "june", ""],
        ["julio", "july", ""],
        ["agosto", "august", ""],
        ["septiembre", "september", "setiembre"],
        ["octubre", "october", ""],
        ["noviembre", "november", ""],
        ["diciembre", "december", ""],
    ];
    let place = NAMES.iter().position(|names| name.len() >= 3 && names.iter().any(|full| full.starts_with(name)))?;
    u32::try_from(place + 1).ok()
}

type YearMonthDay = (u32, Option<u32>, Option<u32>);

fn arranged(parts: &[Part], order: DateOrder) -> Option<YearMonthDay> {
    use Part::{Month, Number};
    match *parts {
        [Number(year, 4)] => Some((year, None, None)),
        [Number(all, 8)] => Some((all / 10_000, Some(all / 100 % 100), Some(all % 100))),
        [Number(year, 4), Number(month, 1..=2)] | [Number(month, 1..=2), Number(year, 4)] => {
            Some((year, Some(month), None))
        }
        [Month(month), Number(year, digits)] => Some((full_year(year, digits)?, Some(month), None)),
        [Number(year, 4), Month(month)] => Some((year, Some(month), None)),
        [Number(day, 1..=2), Month(month), Number(year, digits)]
        | [Month(month), Number(day, 1..=2), Number(year, digits)] => {
            Some((full_year(year, digits)?, Some(month), Some(day)))
        }
        [Number(year, 4), Month(month) | Number(month, 1..=2), Number(day, 1..=2)] => {
            Some((year, Some(month), Some(day)))
        }
        [Number(first, 1..=2), Number(second, 1..=2), Number(third, digits @ (2 | 4))] => {
            if order == DateOrder::Ymd && digits == 2 {
                return Some((full_year(first, 2)?, Some(second), Some(third)));
            }
            // A month that there is not was a day.
            let month_first = first <= 12 && (order == DateOrder::Mdy || second > 12);
            let (day, month) = if month_first { (second, first) } else { (first, second) };
            Some((full_year(third, digits)?, Some(month), Some(day)))
        }
        _ => None,
    }
}

/// A year of two digits is of this century up to 69.
fn full_year(year: u32, digits: usize) -> Option<u32> {
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2_000 + year),
        2 => Some(1_900 + year),
        _ => None,
    }
}

/// What a date tells of the order of all: a part that can be no month. `None` where it tells nothing.
pub fn order_told(text: &str) -> Option<DateOrder> {
    let folded = fold(text);
    let mut numbers = without_time(&folded).split(['/', '-', '.']).map(|part| (part.parse::<u32>().ok(), part.len()));
    let (first, second, third) = (numbers.next()?, numbers.next()?, numbers.next()?);
    match (first, second, third) {
        ((Some(_), 4), (Some(_), _), (Some(_), _)) => Some(DateOrder::Ymd),
        ((Some(13..=31), _), (Some(1..=12), _), (Some(_), 2 | 4)) => Some(DateOrder::Dmy),
        ((Some(1..=12), _), (Some(13..=31), _), (Some(_), 2 | 4)) => Some(DateOrder::Mdy),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, order: DateOrder) -> Option<String> {
        let cell = Cell { kind: CellKind::Text, text, ..Cell::EMPTY };
        date(cell, order, false).ok()?.map(|date| date.to_string())
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("2025", "2025"),
            ("marzo de 2025", "2025-03"),
            ("03/2025", "2025-03"),
            ("mar-25", "2025-03"),
            ("20/03/2025", "2025-03-20"),
            ("3/20/2025", "2025-03-20"),
            ("04/03/2025", "2025-03-04"),
            ("20 de marzo de 2025", "2025-03-20"),
            ("March 20th, 2025", "2025-03-20"),
            ("1o de mayo de 2024", "2024-05-01"),
            ("2025-03-20T00:00:00Z", "2025-03-20"),
            ("20/03/2025 10:30 a. m.", "2025-03-20"),
            ("20250320", "2025-03-20"),
            ("~2025", "2025~"),
            ("hacia marzo de 2025", "2025-03~"),
            ("2025-03?", "2025-03?"),
            ("2019-12%", "2019-12%"),
            ("20.03.99", "1999-03-20"),
        ] {
            assert_eq!(read(text, DateOrder::Dmy).as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(read("04/03/2025", DateOrder::Mdy).as_deref(), Some("2025-04-03"));
        assert_eq!(read("20/03/2025", DateOrder::Mdy).as_deref(), Some("2025-03-20"));
    }

    #[test]
    fn a_day_that_there_is_not_is_no_date() {
        for text in ["31/02/2025", "2025-02-31", "30 de febrero de 2024", "2019-2021", "mañana", "13/13/2025", "12345"]
        {
            let cell = Cell { kind: CellKind::Text, text, ..Cell::EMPTY };
            assert_eq!(date(cell, DateOrder::Dmy, false), Err(NotReadable), "{text}");
        }
        assert_eq!(date(Cell { kind: CellKind::Text, text: "n/d", ..Cell::EMPTY }, DateOrder::Dmy, false), Ok(None));
    }

    #[test]
    fn serial_numbers_are_counted_from_1900_or_1904() {
        let cell = Cell { kind: CellKind::Number, text: "45736", ..Cell::EMPTY };
        assert_eq!(date(cell, DateOrder::Dmy, false).unwrap().unwrap().to_string(), "2025-03-20");
        let cell = Cell { kind: CellKind::Number, text: "44274", ..Cell::EMPTY };
        assert_eq!(date(cell, DateOrder::Dmy, true).unwrap().unwrap().to_string(), "2025-03-20");
    }

    proptest! {
        #[test]
        fn days_of_each_order_are_read_back(day in -20_000_i32..40_000) {
            let date = Day(day).exact();
            let (year, month, of_month) = (date.year(), date.month().unwrap(), date.day().unwrap());
            for (order, text) in [
                (DateOrder::Dmy, format!("{of_month}/{month:02}/{year}")),
                (DateOrder::Mdy, format!("{month}/{of_month}/{year}")),
                (DateOrder::Ymd, format!("{year}/{month}/{of_month}")),
            ] {
                prop_assert_eq!(read(&text, order), Some(date.to_string()));
            }
        }

        #[test]
        fn no_text_is_too_much(text in "\\PC{0,30}|[0-9/ :.tde-]{0,30}") {
            for order in [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd] {
                let _ = (read(&text, order), order_told(&text));
            }
        }
    }
}
