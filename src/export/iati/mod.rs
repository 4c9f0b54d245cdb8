//! Projects as activities in IATI 2.03 XML, as the published schema wants them. What IATI has no place for stands in our
//! own namespace at the end of each activity and of the file, where other programs pass over it and ours reads it back.
//! `docs/IATI.md` says what is written as what. Knows no window and no filter: only which projects.

mod activity;
mod lists;
mod money;
mod xml;

use std::collections::BTreeMap;
use std::io::{self, Write};

use xml::Xml;

use crate::format::iati::OWN;
use crate::format::{Progress, Stage};
use crate::i18n::Words;
use crate::model::Portfolio;

/// The version that is written.
const VERSION: &str = "2.03";

/// Something of the projects or of the portfolio that the file does not tell everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// What.
    pub what: Beyond,
    /// How many.
    pub count: usize,
}

impl Left {
    /// In the person's words.
    pub fn text(self, words: &Words) -> String {
        words.tf(self.what.message(), &[("count", self.count.into())])
    }
}

/// What goes beyond the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beyond {
    /// Amounts that only our own namespace has: other tellings of the same money, figures without a day.
    Amounts,
    /// Dates known to the month, the year or about, where the standard wants a day: the day stands for them.
    Dates,
    /// What the standard wants and nobody published: it stands there empty.
    Absent,
    /// Totals that somebody reported: left out.
    ReportedTotals,
    /// Events: left out.
    Events,
    /// What happened after: left out.
    Continuity,
    /// The date across all projects: left out.
    Cutoff,
    /// Words that mean the same: left out.
    Synonyms,
    /// Characters that XML cannot hold: left out.
    Characters,
}

impl Beyond {
    /// Whether it is in the file at all, if only for this program.
    pub const fn is_kept(self) -> bool {
        matches!(self, Self::Amounts | Self::Dates | Self::Absent)
    }

    /// The message that says it, with a count.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Amounts => "iati-left-amounts",
            Self::Dates => "iati-left-dates",
            Self::Absent => "iati-left-absent",
            Self::ReportedTotals => "iati-left-reported-totals",
            Self::Events => "iati-left-events",
            Self::Continuity => "iati-left-continuity",
            Self::Cutoff => "iati-left-cutoff",
            Self::Synonyms => "iati-left-synonyms",
            Self::Characters => "iati-left-characters",
        }
    }
}

/// What is left, counted while it is written.
#[derive(Default)]
struct Tally(BTreeMap<Beyond, usize>);

impl Tally {
    fn add(&mut self, what: Beyond, count: usize) {
        if count > 0 {
            *self.0.entry(what).or_default() += count;
        }
    }
}

/// Writes the projects in these rows as activities; says what the file does not tell everybody.
/// The standard wants at least one activity: without rows the file holds none and is not valid.
pub fn iati_xml(
    portfolio: &Portfolio,
    rows: &[usize],
    progress: Option<&Progress>,
    out: &mut impl Write,
) -> io::Result<Vec<Left>> {
    if let Some(progress) = progress {
        progress.enter(Stage::Writing, rows.len());
    }
    let mut tally = Tally::default();
    let mut xml = Xml::begin(out)?;
    xml.open("iati-activities", &[("version", VERSION), ("xmlns:atalaya", OWN)])?;
    let mut lists = lists::Lists::default();
    for project in rows.iter().filter_map(|row| portfolio.projects.get(*row)) {
        activity::write(&project, portfolio, &mut xml, &mut tally)?;
        lists.add(&project);
        progress.inspect(|progress| progress.one_more());
    }
    lists.write(portfolio, &mut xml)?;
    xml.close("iati-activities")?;
    let header = &portfolio.header;
    tally.add(Beyond::ReportedTotals, portfolio.reported_totals.len());
    tally.add(Beyond::Events, portfolio.events.len());
    tally.add(Beyond::Continuity, portfolio.continuity.len());
    tally.add(Beyond::Cutoff, usize::from(header.cutoff.is_some()));
    tally.add(Beyond::Synonyms, header.synonyms.len());
    tally.add(Beyond::Characters, xml.dropped());
    xml.finish()?;
    Ok(tally.0.into_iter().map(|(what, count)| Left { what, count }).collect())
}
