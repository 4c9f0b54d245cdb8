//! `atalaya diff A B`: what is different between two portfolios. Ends with 0 where nothing is, 1 where something is,
//! 2 where one of them cannot be read.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::Format;
use super::record::{csv_list, units};
use super::table::{Align, TextTable, cut};
use super::{FAILED, GOOD, SOME, called, read_told};
use crate::figure::{ComparedLine, Comparison, MoneyLine, Names, Side, comparison};
use crate::i18n::Words;
use crate::model::{Lang, List, Portfolio};
use crate::query::{Index, MoneyStep};

const COLUMNS: [&str; 8] = ["change", "list", "id", "name", "field", "before", "after", "sentence"];
/// How wide a value may be in a table.
const VALUE: usize = 44;

/// Answers.
pub(super) fn run(files: [&Path; 2], format: Format, lang: Lang, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(lang);
    // Both are tried, so that all that is wrong is said at once.
    let [before, after] = files.map(|file| opened(file, &words));
    let (Some(before), Some(after)) = (before, after) else { return Ok(FAILED) };
    let unread = [before.2, after.2];
    let [first, second] = files.map(|file| called(Some(file)));
    let told = comparison(
        Side { names: Names::new(&before.0, &words), index: &before.1, file: Some(&first) },
        Side { names: Names::new(&after.0, &words), index: &after.1, file: Some(&second) },
    );
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &whole(&told, unread))?;
            writeln!(out)?;
        }
        Format::Csv => csv_list(out, &COLUMNS, &told.lines.iter().map(record).collect::<Vec<_>>())?,
        Format::Table => {
            table(&told, &words, out)?;
            for (name, _) in [&first, &second].into_iter().zip(unread).filter(|(_, n)| *n > 0) {
                writeln!(out, "\n{}", words.tf("diff-unread", &[("file", name.into())]))?;
            }
        }
    }
    Ok(if told.lines.is_empty() { GOOD } else { SOME })
}

fn opened(file: &Path, words: &Words) -> Option<(Portfolio, Index, usize)> {
    let (read, harvests, problems) = read_told(Some(file), words)?;
    let index = Index::with(&read.portfolio, harvests);
    Some((read.portfolio, index, problems))
}

fn whole(told: &Comparison, problems: [usize; 2]) -> Value {
    let step = |line: &MoneyLine| json!({ "key": line.step.map(MoneyStep::key), "amount": units(line.amount) });
    json!({
        "before": told.versions[0],
        "after": told.versions[1],
        "problems": problems,
        "totals": told.bridge.as_ref().ok().map(|steps| steps.iter().map(step).collect::<Vec<_>>()),
        "changes": told.lines.iter().map(record).collect::<Vec<_>>(),
    })
}

fn record(line: &ComparedLine) -> Value {
    json!({
        "change": line.kind.key(),
        "list": line.list.map(List::key),
        "id": line.id,
        "name": line.name,
        "field": line.path,
        "before": line.before,
        "after": line.after,
        "sentence": line.sentence,
    })
}

fn table(told: &Comparison, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let [before, after] = &told.versions;
    writeln!(out, "{}", words.tf("diff-before", &[("version", before.into())]))?;
    writeln!(out, "{}\n", words.tf("diff-after", &[("version", after.into())]))?;
    writeln!(out, "{}", told.summary)?;
    match &told.bridge {
        Ok(steps) => {
            for step in steps {
                writeln!(out, "  {}", step.spoken)?;
            }
        }
        Err(why) => writeln!(out, "{why}")?,
    }
    if told.lines.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let titles = [
        words.t("diff-column-change"),
        words.t("diff-column-record"),
        words.t("diff-column-field"),
        words.t("diff-column-before"),
        words.t("diff-column-after"),
    ];
    let mut table = TextTable::new(titles.into_iter().map(|title| (title, Align::Left)));
    for line in &told.lines {
        let kind = words.t(line.kind.message());
        let cells = [&line.name, &line.field, &line.before, &line.after].map(|text| cut(text, VALUE));
        table.row(std::iter::once(kind).chain(cells));
    }
    table.write(out)
}
