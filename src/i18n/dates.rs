//! Dates as exact as they are known.

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, YM, YMD};

use crate::model::{Lang, PartialDate};

type Form<Fields> = Option<FixedCalendarDateTimeFormatter<Gregorian, Fields>>;

/// The short forms of a language.
pub(super) struct Dates {
    day: Form<YMD>,
    month_of_year: Form<YM>,
    month: Form<M>,
}

impl Dates {
    pub fn new(lang: Lang) -> Self {
        let locale = super::icu_locale(lang);
        Self {
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok(),
            month_of_year: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::medium()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), M::medium()).ok(),
        }
    }

    /// The date without what its source doubts; as written in the record where ICU has no form for it.
    pub fn plain(&self, date: PartialDate) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let said = match (month, day) {
            (None, _) => Some(year.to_string()),
            (Some(month), None) => calendar(year, month, 1)
                .and_then(|date| self.month_of_year.as_ref().map(|form| form.format(&date).to_string())),
            (Some(month), Some(day)) => {
                calendar(year, month, day).and_then(|date| self.day.as_ref().map(|form| form.format(&date).to_string()))
            }
        };
        said.unwrap_or_else(|| date.to_string().trim_end_matches(['~', '?', '%']).to_owned())
    }

    /// The short name of a month.
    pub fn month(&self, month: u8) -> String {
        // Any year has all months.
        let Some(date) = calendar(2000, month, 1) else {
            return String::new();
        };
        self.month.as_ref().map_or_else(|| month.to_string(), |form| form.format(&date).to_string())
    }
}

fn calendar(year: i32, month: u8, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(year, month, day).ok()
}
