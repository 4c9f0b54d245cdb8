//! What a file of another format holds, as records of a portfolio, and all of it that could not become one: what a
//! person sees before anything is kept. Each reader of a format makes one of these; none of them keeps anything.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::sheet::Noticed;
use crate::i18n::Words;
use crate::model::{Clause, Currency, List, Portfolio};

/// What was understood of a file, and what was not.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Which format it was taken for.
    pub format: Foreign,
    /// The records that it became, in the file's order, with ids that are unique among them.
    pub portfolio: Portfolio,
    /// How many entries the file holds: activities, or rows below the header.
    pub entries: usize,
    /// What was understood as what, in the order of the file: a column and its field, an element and its place.
    pub understood: Vec<Understood>,
    /// What has no place in a portfolio, or was read with a doubt: each once, with how often.
    pub lost: Vec<Lost>,
    /// Entries that became no record, each with the reason.
    pub failed: Vec<FailedEntry>,
    /// Rows of a table that became a project without the cells that could not be read; of very many the first.
    pub unread: Vec<FailedEntry>,
    /// What was noticed of a table as a whole while it was read; nothing of a file that is none.
    pub noticed: Vec<Noticed>,
}

/// A format that is read and is not a portfolio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Foreign {
    /// IATI activities in XML.
    Iati,
    /// A table of projects of any make.
    Table,
    /// Award downloads of `USAspending`.
    UsaSpending,
    /// Transaction files of ForeignAssistance.gov.
    ForeignAssistance,
    /// What this program exported as a table.
    Own,
}

impl Foreign {
    /// The message that names it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Iati => "format-iati",
            Self::Table => "format-table",
            Self::UsaSpending => "format-usaspending",
            Self::ForeignAssistance => "format-foreign-assistance",
            Self::Own => "format-own",
        }
    }
}

/// Something of the file and what it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// As the file calls it: a column's header, an element's name; see [`called`].
    pub what: String,
    /// The field of the record: `start`, `organizations`; `amounts`.
    pub field: String,
    /// How many entries have it.
    pub count: usize,
    /// One of its values as the file has it.
    pub example: String,
}

/// Something of the file that became nothing, or something else than it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// As the file calls it; see [`called`].
    pub what: String,
    /// Why.
    pub why: Loss,
    /// How often.
    pub count: usize,
    /// Line of the first, from 1; 0 where nobody can tell.
    pub line: usize,
    /// What stood there, shortened.
    pub example: String,
    /// Where else, and what stood there, of what cannot be read: that is mended by hand. Of very many the first.
    pub others: Vec<(usize, String)>,
}

/// Why something of a file became nothing, or something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Loss {
    /// A portfolio has no field for it.
    NoPlace,
    /// A language other than those of the portfolio.
    Language,
    /// A code that the published lists do not have.
    UnknownCode,
    /// A value that is no date, amount, share… as its field wants one.
    NotReadable,
    /// Something that must be there is missing or empty; a stand-in was made.
    Missing,
    /// The same id twice: the later got another.
    SameId,
    /// A version of the format that is not known: read as far as it goes.
    UnknownVersion,
    /// What stands behind a break of the file.
    BrokenOff,
    /// Money that would be counted twice beside another figure of the same entry.
    CountedElsewhere,
    /// Money that came in to who reports; it is no award of the entry.
    CameIn,
    /// Another row or column of the same project says something else; what came first stays.
    Contradicts,
    /// Another amount of the same sort, of the same source, for the same project; both are kept, the larger counts.
    RivalAmount,
    /// Another line of the same year and source for the same project; both are kept and summed.
    AddedLine,
    /// Nobody says in which currency amounts are; they were taken to be in this one.
    CurrencyAssumed,
    /// A cell names another currency than its header or its row; that of the cell was taken.
    CurrencyDoubtful,
    /// A number whose mark may part thousands or decimals.
    Separator,
    /// Less than a cent was rounded.
    Rounded,
    /// An amount that is said to be approximate.
    Approximate,
    /// Awards in another currency than the portfolio's; they are kept, and stay out of its totals.
    OtherCurrency,
    /// A project of another country than the portfolio's: it stays out of its totals.
    OtherCountry,
    /// A row that sums the others.
    TotalsRow,
    /// The shares of a project's themes do not sum to the whole; they were left open.
    SharesSum,
}

impl Brought {
    /// What was lost, a line each, in the person's words; of what cannot be read at most so many places are named.
    pub fn lost_lines(&self, words: &Words, most: usize) -> impl Iterator<Item = String> {
        self.lost
            .iter()
            .map(move |lost| Lost { what: self.called(&lost.what, words), ..lost.clone() }.text(words, most))
    }

    /// The entries that became no record, a line each, in the person's words.
    pub fn failed_lines(&self, words: &Words) -> impl Iterator<Item = String> {
        let called =
            move |failed: &FailedEntry| FailedEntry { what: self.called(&failed.what, words), ..failed.clone() };
        self.failed.iter().map(move |failed| called(failed).text(words))
    }

    /// What something is called: our own exports call their records by our keys, other files by words of their own.
    pub fn called(&self, what: &str, words: &Words) -> String {
        let (first, rest) = what.split_once(' ').map_or((what, ""), |(first, rest)| (first, rest));
        match List::from_key(first).filter(|_| self.format == Foreign::Own) {
            Some(list) => format!("{} {rest}", words.t(list.message())).trim_end().to_owned(),
            None => called(what, words),
        }
    }
}

/// What something of a file is called: as the file does; where it has no name for it, `#3` stands for the third column
/// and `#target-start` for a field.
pub fn called(what: &str, words: &Words) -> String {
    match what.strip_prefix('#') {
        Some(place) if !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_digit()) => {
            words.tf("bring-column-place", &[("place", place.into())])
        }
        Some(key) if key.starts_with("target-") => words.t(key),
        _ => what.to_owned(),
    }
}

impl Lost {
    /// In the person's words: what, why, how often, where first; where else, at most so many places in all.
    pub fn text(&self, words: &Words, most: usize) -> String {
        let args = [
            ("what", called(&self.what, words).into()),
            ("why", words.t(self.why.message()).into()),
            ("n", self.count.into()),
            ("line", self.line.into()),
            ("example", self.example.as_str().into()),
        ];
        let mut text = words.tf("bring-lost-line", &args);
        let others = self.others.iter().take(most.saturating_sub(1));
        for (line, example) in others.clone() {
            let args = [("line", (*line).into()), ("example", example.as_str().into())];
            text += &words.tf("bring-lost-other", &args);
        }
        let more = self.count.saturating_sub(1 + others.len());
        if more > 0 && !self.others.is_empty() {
            text += &words.tf("bring-lost-more", &[("n", more.into())]);
        }
        text
    }
}

impl FailedEntry {
    /// In the person's words: where, what, why.
    pub fn text(&self, words: &Words) -> String {
        let args = [
            ("line", self.line.into()),
            ("what", called(&self.what, words).into()),
            ("why", self.reason(words).into()),
        ];
        words.tf("bring-failed-line", &args)
    }

    /// Why, in the person's words.
    pub(super) fn reason(&self, words: &Words) -> String {
        // Of what was left out nothing stands in for anything.
        words.t(if self.why == Loss::Missing { "loss-missing-all" } else { self.why.message() })
    }
}

impl Loss {
    /// The message that says it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoPlace => "loss-no-place",
            Self::Language => "loss-language",
            Self::UnknownCode => "loss-unknown-code",
            Self::NotReadable => "loss-not-readable",
            Self::Missing => "loss-missing",
            Self::SameId => "loss-same-id",
            Self::UnknownVersion => "loss-unknown-version",
            Self::BrokenOff => "loss-broken-off",
            Self::CountedElsewhere => "loss-counted-elsewhere",
            Self::CameIn => "loss-came-in",
            Self::Contradicts => "loss-contradicts",
            Self::RivalAmount => "loss-rival-amount",
            Self::AddedLine => "loss-added-line",
            Self::CurrencyAssumed => "loss-currency-assumed",
            Self::CurrencyDoubtful => "loss-currency-doubtful",
            Self::Separator => "loss-separator",
            Self::Rounded => "loss-rounded",
            Self::Approximate => "loss-approximate",
            Self::OtherCurrency => "loss-other-currency",
            Self::OtherCountry => "loss-other-country",
            Self::TotalsRow => "loss-totals-row",
            Self::SharesSum => "loss-shares-sum",
        }
    }
}

/// The awards that these records have in other currencies than the portfolio's, a currency each by its code.
pub(super) fn other_currencies(portfolio: &Portfolio) -> impl Iterator<Item = Lost> {
    let own = portfolio.currency();
    let mut lost: BTreeMap<Currency, Lost> = BTreeMap::new();
    for project in portfolio.projects.iter() {
        for amount in project.amounts.iter().filter(|amount| Clause::of(amount.kind).is_some()) {
            let currency = amount.currency.filter(|currency| *currency != own);
            let Some(currency) = currency else { continue };
            let first = || {
                let example = format!("{}: {} {currency}", project.id, amount.value.0 / 100);
                Lost {
                    what: currency.to_string(),
                    why: Loss::OtherCurrency,
                    count: 0,
                    line: 0,
                    example: self::example(&example),
                    others: Vec::new(),
                }
            };
            lost.entry(currency).or_insert_with(first).count += 1;
        }
    }
    lost.into_values()
}

/// An entry that became no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedEntry {
    /// Line or row of the file, from 1.
    pub line: usize,
    /// What is wrong, and with which part of the entry.
    pub what: String,
    /// Why.
    pub why: Loss,
    /// Its cells as they stood, for mending; of an entry that is no row, its text.
    pub cells: Vec<String>,
}

/// What is lost, gathered while a file is read: each thing once, with how often and where first.
#[derive(Debug, Default)]
pub struct Losses(Vec<Lost>, HashMap<(String, Loss), usize>);

impl Losses {
    /// Notes that something was lost.
    pub fn note(&mut self, what: &str, why: Loss, line: usize, example: &str) {
        if let Some(lost) = self.1.get(&(what.to_owned(), why)).and_then(|place| self.0.get_mut(*place)) {
            lost.count += 1;
            if why == Loss::NotReadable && lost.others.len() < MOST_PLACES {
                lost.others.push((line, self::example(example)));
            }
            return;
        }
        // A file may be full of names that nobody knows; beyond so many they are counted together.
        let what = if self.0.len() < MOST_LOST { what } else { OTHERS };
        if let Some(lost) = self.1.get(&(what.to_owned(), why)).and_then(|place| self.0.get_mut(*place)) {
            lost.count += 1;
            return;
        }
        self.1.insert((what.to_owned(), why), self.0.len());
        self.0.push(Lost {
            what: what.to_owned(),
            why,
            count: 1,
            line,
            example: self::example(example),
            others: Vec::new(),
        });
    }

    /// All of it, in the order of the file.
    pub fn all(self) -> Vec<Lost> {
        self.0
    }
}

/// How many things that are lost are named.
const MOST_LOST: usize = 10_000;
/// How many places of one thing that cannot be read are named.
const MOST_PLACES: usize = 1_000;
/// What those beyond are called.
const OTHERS: &str = "…";
/// How much of a value stands as an example, in characters.
const EXAMPLE: usize = 80;

/// The beginning of a value, as an example.
pub(super) fn example(value: &str) -> String {
    match value.char_indices().nth(EXAMPLE) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default().trim_end()),
        None => value.to_owned(),
    }
}
