//! What is shown as JSON: its stamp on the first line, then what it says of itself, the table as typed values, and the
//! records whole, from which they can be read back.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::cells::{Grid, Rows};
use super::checksum::Checksum;
use super::cited::cited;
use super::sheet::Cut;
use super::stamp::JSON;
use super::taken::Taken;
use super::{ExportError, Left, Shown, Stamp, about};
use crate::figure::{CellValue, sentence};
use crate::format::Stage;
use crate::model::{List, Minor};
use crate::query::Counts;

/// Writes it. The checksum stands before what it is of, so that this is made twice rather than held.
pub(super) fn write(shown: Shown<'_>, of: Rows, out: &mut impl Write) -> Result<Vec<Left>, ExportError> {
    let taken = Taken::of(shown);
    let left: Vec<Left> = Left::of(Cut::default(), 0, taken.references_left()).collect();
    let grids = [Rows::Projects, Rows::Events].map(|of| Grid::of(shown, of).len());
    let records = List::ALL.iter().map(|list| taken.count(*list));
    shown.begin(Stage::Writing, 2 * grids.into_iter().chain(records).sum::<usize>());
    let stamp = Stamp::of(shown, of);
    let mut sum = Checksum::default();
    sum.write_all(stamp.to_text().as_bytes())?;
    body(shown, of, &taken, &left, &mut sum)?;
    let stamp = Stamp { checksum: sum.text(), ..stamp };
    writeln!(out, "{JSON}{},", stamp.to_text())?;
    body(shown, of, &taken, &left, out)?;
    Ok(left)
}

fn body(shown: Shown<'_>, of: Rows, taken: &Taken<'_>, left: &[Left], out: &mut impl Write) -> io::Result<()> {
    let (scene, words) = (shown.scene, shown.scene.names.words);
    let answer = scene.answer;
    let about = about::lines(shown, of, left);
    let about: Vec<Value> = about.iter().map(|(label, text)| json!({ "label": label, "text": text })).collect();
    field(out, "portfolio", &scene.names.portfolio.header)?;
    field(out, "filter", &answer.filter.to_string())?;
    field(out, "sentence", &sentence(answer, scene.names, true).text())?;
    field(out, "totals", &totals(shown))?;
    field(out, "missing", &missing(shown))?;
    field(out, "about", &about)?;
    for (name, of) in [("table", Rows::Projects), ("event_table", Rows::Events)] {
        let grid = Grid::of(shown, of);
        write!(out, "\"{name}\":{{\"columns\":")?;
        serde_json::to_writer(&mut *out, &grid.titles())?;
        out.write_all(b",\"rows\":[")?;
        list(out, grid.rows().map(|row| row.iter().map(value).collect::<Vec<Value>>()))?;
        out.write_all(b"]},\n")?;
    }
    write!(out, "\"cited\":[")?;
    let told = cited(taken, words).into_iter();
    list(out, told.map(|cited| json!({ "number": cited.number, "id": cited.source.id, "tells": cited.tells })))?;
    out.write_all(b"]")?;
    for records in List::ALL {
        write!(out, ",\n\"{}\":[", records.key())?;
        list(out, taken.records(records).inspect(|_| shown.step()))?;
        out.write_all(b"]")?;
    }
    out.write_all(b"}\n")
}

fn field(out: &mut impl Write, name: &str, value: &impl Serialize) -> io::Result<()> {
    write!(out, "\"{name}\":")?;
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b",\n")
}

/// One thing a line.
fn list<T: Serialize>(out: &mut impl Write, items: impl Iterator<Item = T>) -> io::Result<()> {
    for (place, item) in items.enumerate() {
        out.write_all(if place == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &item)?;
    }
    Ok(())
}

/// A cell: a number where it is one, `null` where nothing was published.
fn value(cell: &CellValue) -> Value {
    match cell {
        CellValue::Missing => Value::Null,
        CellValue::Text(text) => text.as_str().into(),
        CellValue::Money(hundredths, _) => units(i128::from(*hundredths)),
        CellValue::Date(date) => date.to_string().into(),
        CellValue::Share(share) => json!(f64::from(*share) / 100.0),
        CellValue::Count(count) => (*count).into(),
    }
}

/// Up to here a number keeps its cents.
const EXACT: u64 = 999_999_999_999_999;

/// Money in units of its currency, whole where it is; what no number holds to the cent is text.
fn units(hundredths: i128) -> Value {
    match i64::try_from(hundredths) {
        Ok(value) if value % 100 == 0 || value.unsigned_abs() <= EXACT => json!(Minor(value)),
        _ => exact(hundredths).into(),
    }
}

/// Sums by currency; where nothing is known there is no sum.
fn totals(shown: Shown<'_>) -> Value {
    let (totals, money) = (&shown.scene.answer.totals, &shown.scene.index.money);
    let sum = |known: bool, sum: i128| if known { units(sum) } else { Value::Null };
    let several = shown.rows.iter().any(|row| money.counts.get(*row) == Some(&Counts::Several));
    let others = totals.other_currencies.iter().map(
        |(currency, count, value)| json!({ "currency": currency.code(), "projects": count, "sum": units(*value) }),
    );
    json!({
        "currency": shown.scene.names.portfolio.currency().code(),
        "projects": totals.projects,
        "of_the_country": totals.country,
        "with_amount": totals.with_amount,
        "sum": sum(totals.with_amount > 0, totals.sum),
        "without_a_source": { "projects": totals.unsourced.0, "sum": units(totals.unsourced.1) },
        "of_the_chosen_themes": totals.assigned.map(|(value, _)| units(value)),
        "split_by_us": totals.assigned.map(|(_, count)| count),
        "several_countries": {
            "projects": totals.multi_country,
            "sum": sum(several, totals.multi_country_sum),
        },
        "other_currencies": others.collect::<Vec<_>>(),
    })
}

/// Ids of the projects whose amount is not in the total, by why.
fn missing(shown: Shown<'_>) -> Value {
    let index = shown.scene.index;
    let ids = |wanted: &[Counts]| -> Vec<String> {
        let of = |row: &&usize| index.money.counts.get(**row).is_some_and(|counts| wanted.contains(counts));
        let rows = shown.rows.iter().filter(of);
        rows.filter_map(|row| shown.scene.names.portfolio.projects.id(*row)).map(str::to_owned).collect()
    };
    json!({
        "amount_not_published": ids(&[Counts::Unpublished]),
        "amount_below_zero": ids(&[Counts::Negative]),
        "of_several_countries": ids(&[Counts::Several, Counts::SeveralUnknown]),
        "in_another_currency": ids(&[Counts::OtherCurrency]),
    })
}

fn exact(hundredths: i128) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100)
}
