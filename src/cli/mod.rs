//! The same questions without a window, so that anyone can check a figure: one file a subcommand.

mod args;
mod check;
mod continuity;
mod convert;
mod cut_short;
mod diff;
mod edit;
mod edit_line;
mod facts;
mod picture;
mod query;
mod reader;
mod reconcile;
mod record;
mod report;
mod request;
mod sample;
mod table;

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

pub use args::{Asked, ConvertArgs, Format, Invocation, PictureArgs, QueryArgs, ReportArgs, Usage, parse};
pub use request::RequestKind;

use serde_json::Value;

use crate::figure::facts::SourceLine;
use crate::figure::{Names, double_notices};
use crate::format::{self, Gather, NotSaved, Progress, Read, Unreadable};
use crate::i18n::Words;
use crate::model::{Notes, Portfolio};
use crate::query::{self as questions, Answer, Harvest, Harvesting, Index};

/// Nothing to complain of.
const GOOD: u8 = 0;
/// Something is wrong, and was said.
const SOME: u8 = 1;
/// Nothing could be done.
pub const FAILED: u8 = 2;

/// What a group without a key is called in CSV and JSON, and in the filter's text.
const MISSING: &str = "?";
/// How wide a name may be in a table.
const NAME_WIDTH: usize = 60;

/// Answers an invocation that asks for no window.
pub fn answer(invocation: &Invocation) -> ExitCode {
    let stdout = io::stdout();
    let mut out = io::BufWriter::new(stdout.lock());
    let done = match invocation {
        Invocation::Check { file, lang } => check::run(file.as_deref(), &Words::new(*lang), &mut out),
        Invocation::Query(args) => query::run(args, &mut out),
        Invocation::Reconcile { of, total, notes } => reconcile::run(of, total.as_deref(), notes.as_deref(), &mut out),
        Invocation::CutShort { of, by, reading } => cut_short::run(of, *by, *reading, &mut out),
        Invocation::Continuity { of, by } => continuity::run(of, *by, &mut out),
        Invocation::Request { of, kind, total } => request::run(of, *kind, total.as_deref(), &mut out),
        Invocation::Diff { files: [before, after], format, lang } => {
            diff::run([before, after], *format, *lang, &mut out)
        }
        Invocation::Facts(of) => facts::run(of, &mut out),
        Invocation::Report(args) => Ok(report::run(args)),
        Invocation::Picture(args) => Ok(picture::run(args)),
        Invocation::Edit { file, lang } => edit::run(file.as_deref(), &Words::new(*lang), &mut out),
        Invocation::Convert(args) => Ok(convert::run(args)),
        Invocation::Sample { sample, out, lang } => Ok(sample::run(*sample, out, &Words::new(*lang))),
        Invocation::Help(lang) => writeln!(out, "{}", Words::new(*lang).t("cli-help")).map(|()| GOOD),
        Invocation::Version => writeln!(out, "atalaya {}", env!("CARGO_PKG_VERSION")).map(|()| GOOD),
        Invocation::Window(_) | Invocation::CleanWindow => Ok(GOOD),
    };
    ExitCode::from(finish(done.and_then(|code| out.flush().map(|()| code)), invocation))
}

/// Says what was wrong with the arguments.
pub fn misused(usage: &Usage) -> ExitCode {
    let words = Words::new(usage.lang);
    complain(&format!("{}\n{}", usage.text(&words), words.t("cli-see-help")));
    ExitCode::from(FAILED)
}

/// A reader that has seen enough (`query … | head`) is no failure.
fn finish(done: io::Result<u8>, invocation: &Invocation) -> u8 {
    match done {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => GOOD,
        Err(error) => {
            let words = Words::new(invocation.lang());
            complain(&words.tf("cli-cannot-write", &[("why", NotSaved::of(&error).why(&words).into())]));
            FAILED
        }
    }
}

/// To standard error; whether anybody listens does not matter.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// The portfolio of a file, else the embedded one; with what was gathered of its projects, where it is large.
fn read<G: Gather>(file: Option<&Path>, gather: &(dyn Fn() -> G + Sync)) -> Result<(Read, Vec<G>), Unreadable> {
    match file {
        Some(file) => format::read_file(file, &Progress::default(), gather),
        None => format::read_ron(format::embedded()).map(|read| (read, Vec::new())),
    }
}

/// A portfolio with the answer to a filter over it.
struct Opened {
    portfolio: Portfolio,
    index: Index,
    answer: Answer,
    /// How long reading took, and deriving the index.
    took: [Duration; 2],
}

impl Opened {
    fn names<'a>(&'a self, words: &'a Words) -> Names<'a> {
        Names::new(&self.portfolio, words).with_vocabulary(&self.index.vocabulary)
    }

    /// Writes records as CSV or JSON, money under the name of the portfolio's currency.
    fn write_records(
        &self,
        format: Format,
        columns: &[&str],
        records: Vec<Value>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let currency = self.portfolio.currency();
        let records = records.into_iter().map(|record| record::in_currency(record, currency));
        if format == Format::Json {
            return record::json_list(out, records);
        }
        let columns: Vec<_> = columns.iter().map(|name| record::name_in(name, currency)).collect();
        let columns: Vec<&str> = columns.iter().map(AsRef::as_ref).collect();
        record::csv_list(out, &columns, &records.collect::<Vec<_>>())
    }

    /// What may be counted twice, above the totals that hold it.
    fn say_doubles(&self, words: &Words, notes: &Notes, out: &mut impl Write) -> io::Result<()> {
        for notice in double_notices(&self.answer, notes, self.names(words), &self.index) {
            writeln!(out, "{}\n", notice.text)?;
        }
        Ok(())
    }

    /// Ids of the sources of the headline amounts of these rows, each once.
    fn headline_sources(&self, rows: impl Iterator<Item = usize>) -> Vec<String> {
        let ids = rows.filter_map(|row| self.index.teller(row, &self.portfolio));
        let mut ids: Vec<String> = ids.map(Cow::into_owned).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Who says the amounts of these rows, and the version of the data, under a table.
    fn say_sources(&self, rows: impl Iterator<Item = usize>, words: &Words, out: &mut impl Write) -> io::Result<()> {
        let names = self.names(words);
        let ids = self.headline_sources(rows);
        let mut list: Vec<String> = ids.into_iter().map(|id| SourceLine::of(&id, names).label).collect();
        list.sort();
        list.dedup();
        writeln!(out, "{}", names.version())?;
        if !list.is_empty() {
            writeln!(out, "{}", words.tf("cli-sources", &[("list", list.join("; ").into())]))?;
        }
        Ok(())
    }

    /// The filter's text, where there is one, under a table.
    fn say_filter(&self, words: &Words, out: &mut impl Write) -> io::Result<()> {
        if self.answer.filter.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}", words.tf("copy-filter", &[("filter", self.answer.filter.to_string().into())]))
    }
}

/// What a file holds, what its index is made of, and how many problems it has, which are said; why it cannot be read is
/// said, and there is nothing.
fn read_told(file: Option<&Path>, words: &Words) -> Option<(Read, Vec<Harvest>, usize)> {
    let name = called(file);
    let harvesting = Harvesting::default();
    let told = |unreadable: Unreadable| complain(&unreadable.text(words, &name));
    let (read, harvests) = read(file, &|| harvesting.begin()).map_err(told).ok()?;
    let problems = read.problems.len() + read.more_problems;
    if problems > 0 {
        complain(&words.tf("cli-has-problems", &[("file", name.into()), ("n", problems.into())]));
    }
    Some((read, harvests, problems))
}

/// Opens a file and answers a filter; what keeps it from that is said, and there is nothing.
fn open(of: &Asked, words: &Words) -> Option<Opened> {
    let started = Instant::now();
    let (read, harvests, _) = read_told(of.file.as_deref(), words)?;
    let loaded = started.elapsed();
    let started = Instant::now();
    let index = Index::with(&read.portfolio, harvests);
    let took = [loaded, started.elapsed()];
    let filter = questions::parse(&of.filter, &index.vocabulary).map_err(|error| complain(&error.text(words))).ok()?;
    let answer = Answer::to(&filter, &read.portfolio, &index);
    Some(Opened { portfolio: read.portfolio, index, answer, took })
}

/// What a file is called in messages.
fn called(file: Option<&Path>) -> String {
    file.map_or_else(|| "portfolio.ron".to_owned(), |file| file.display().to_string())
}
