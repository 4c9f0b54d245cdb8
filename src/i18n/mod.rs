//! Words, numbers, money, dates and sorting in the person's language.
//! What is said stands in the files under `assets/messages`, one of each name for each language; nothing here fails:
//! a message file that is broken, or a language that ICU does not know, is a failed test and a plainer text.

mod arg;
mod dates;
mod files;
mod fold;
mod lists;
mod manual;
mod measured;
mod numbers;
#[cfg(test)]
mod tests;
mod visible;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::{Locale, locale};
use unic_langid::LanguageIdentifier;

use crate::model::{Day, Lang, PartialDate};

pub use arg::Arg;
pub use files::{FILES, MessageFile};
pub use fold::{fold, fold_into, slug};
pub use manual::{Page, Piece, PieceKind, Topic, manual, page};
pub use measured::measured;
pub use visible::{is_hidden, visible};

use dates::Dates;
use numbers::Numbers;

/// Everything said in one language. Cheap to make: its messages are read once, whichever thread asks first.
pub struct Words {
    lang: Lang,
    messages: &'static Messages,
    numbers: Numbers,
    dates: Dates,
    sorter: Arc<Sorter>,
}

/// The order of texts in a language; goes to any thread.
#[derive(Debug)]
pub struct Sorter {
    lang: Lang,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Sorter {
    /// The order of a language.
    pub fn new(lang: Lang) -> Self {
        let collator = CollatorBorrowed::try_new(icu_locale(lang).into(), CollatorOptions::default()).ok();
        Self { lang, collator }
    }

    /// Which language it is.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The order of two texts in a list that a person reads.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }

    /// What puts many texts into the same order, each looked at once: bytes that stand in it.
    pub fn key(&self, text: &str) -> Box<[u8]> {
        let mut key = Vec::with_capacity(text.len() * 2);
        match &self.collator {
            Some(collator) => drop(collator.write_sort_key_to(text, &mut key)),
            None => key.extend_from_slice(text.as_bytes()),
        }
        key.into_boxed_slice()
    }
}

impl Words {
    /// The words of a language.
    pub fn new(lang: Lang) -> Self {
        let sorter = Arc::new(Sorter::new(lang));
        Self { lang, messages: messages(lang), numbers: Numbers::new(lang), dates: Dates::new(lang), sorter }
    }

    /// Which language it is.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without arguments; `⟦key⟧` where there is none.
    pub fn t(&self, key: &str) -> String {
        self.say(key, None)
    }

    /// A message with arguments; numbers among them are printed as [`Self::int`] does and choose plural forms.
    pub fn tf(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (Cow::from(*name), arg.value(self))).collect();
        self.say(key, Some(&args))
    }

    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.messages.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        // What is missing is printed as `{$name}`; the tests hold the two languages to the same arguments.
        let mut faults = Vec::new();
        self.messages.format_pattern(pattern, args, &mut faults).into_owned()
    }

    /// A whole number: `1,234`.
    pub fn int(&self, value: i64) -> String {
        self.numbers.int(value)
    }

    /// Money from hundredths, exact: `20,000,000`, and with cents only where there are some: `590,128.50`.
    pub fn money(&self, hundredths: i128) -> String {
        self.numbers.money(hundredths)
    }

    /// Money from hundredths, in millions with two decimals, halves to the even digit: `152.65`.
    pub fn millions(&self, hundredths: i128) -> String {
        self.numbers.millions(hundredths)
    }

    /// A percentage from ten-thousandths, with at most one decimal, halves to the even digit: `40 %`, `33.3 %`.
    pub fn percent(&self, ten_thousandths: u32) -> String {
        self.tf("percent-value", &[("number", self.numbers.percent(ten_thousandths).into())])
    }

    /// A number with so many decimals.
    pub fn decimal(&self, value: f64, decimals: u8) -> String {
        self.numbers.decimal(value, decimals)
    }

    /// A date as exactly as it is known: `19 jul 2022`, `jul 2022`, `hacia 2022`, `2022 (dudoso)`.
    pub fn date(&self, date: PartialDate) -> String {
        let mut said = self.dates.plain(date);
        if date.is_approximate() {
            said = self.tf("date-about", &[("date", said.into())]);
        }
        if date.is_uncertain() {
            said = self.tf("date-uncertain", &[("date", said.into())]);
        }
        said
    }

    /// When something happened, as it stands within a sentence: `el 19 jul 2022`, `en jul 2022`, `hacia 2022`.
    pub fn on_date(&self, date: PartialDate) -> String {
        let said = self.date(date);
        match date.day() {
            _ if date.is_approximate() => said,
            Some(_) => self.tf("date-on-day", &[("date", said.into())]),
            None => self.tf("date-within", &[("date", said.into())]),
        }
    }

    /// A day: `19 jul 2022`.
    pub fn day(&self, day: Day) -> String {
        self.date(day.exact())
    }

    /// The short name of a month, 1 to 12: `jul`; empty for any other number.
    pub fn month(&self, month: u8) -> String {
        self.dates.month(month)
    }

    /// The order of two texts in a list that a person reads.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.sorter.compare(a, b)
    }

    /// The order of texts by itself.
    pub const fn sorter(&self) -> &Arc<Sorter> {
        &self.sorter
    }

    /// A text between the quotation marks of the language.
    pub fn quoted(&self, text: &str) -> String {
        let [open, close] = self.quotes();
        format!("{open}{text}{close}")
    }

    /// The quotation marks of the language.
    pub fn quotes(&self) -> [String; 2] {
        [self.t("quote-open"), self.t("quote-close")]
    }

    /// What a sentence lists: `a, b y c`.
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, before)) = items.split_last() else {
            return String::new();
        };
        if before.is_empty() {
            return last.clone();
        }
        let and = if lists::sounds_like_i(last) { self.t("list-and-before-i") } else { self.t("list-and") };
        format!("{} {and} {last}", before.join(", "))
    }
}

/// The language that the system is set to; Spanish where it is set to neither.
pub fn system_lang() -> Lang {
    sys_locale::get_locales().find_map(|code| Lang::from_code(&code)).unwrap_or(Lang::Es)
}

/// Spanish of Mexico (points in numbers); English with the day before the month, as in the data.
const fn icu_locale(lang: Lang) -> Locale {
    match lang {
        Lang::Es => locale!("es-MX"),
        Lang::En => locale!("en-GB"),
    }
}

/// The messages of a language, for any thread.
type Messages = FluentBundle<FluentResource>;

fn messages(lang: Lang) -> &'static Messages {
    static SPANISH: LazyLock<Messages> = LazyLock::new(|| read_messages(Lang::Es));
    static ENGLISH: LazyLock<Messages> = LazyLock::new(|| read_messages(Lang::En));
    match lang {
        Lang::Es => &SPANISH,
        Lang::En => &ENGLISH,
    }
}

fn read_messages(lang: Lang) -> Messages {
    let locale = lang.code().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The texts go into a window that sets each on its own: marks of direction would only be boxes there.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(numbers::in_message));
    for file in FILES {
        // What could not be parsed is left out; a test names it.
        let resource = FluentResource::try_new(file.text(lang).to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
