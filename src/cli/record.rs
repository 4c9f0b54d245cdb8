//! Records for CSV and JSON: one a line, money in units, lists joined.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::model::Currency;

/// What a portfolio with amounts in other currencies has besides.
pub(super) const OTHER: &str = "amount_other";
/// How the names of money end.
const DOLLARS: &str = "_usd";

/// The same record with its money under the name of its currency, so that no other one passes for dollars.
pub(super) fn in_currency(record: Value, currency: Currency) -> Value {
    match record {
        Value::Object(fields) if currency != Currency::USD => {
            fields.into_iter().map(|(name, value)| (name_in(&name, currency).into_owned(), value)).collect()
        }
        record => record,
    }
}

/// The name of a column of money in a currency.
pub(super) fn name_in(name: &str, currency: Currency) -> Cow<'_, str> {
    match name.strip_suffix(DOLLARS) {
        Some(what) if currency != Currency::USD => Cow::Owned(format!("{what}_{}", currency.code().to_lowercase())),
        _ => Cow::Borrowed(name),
    }
}

/// Hundredths as a number of units: whole where it is whole, else exact to the cent.
pub(super) fn units(hundredths: i128) -> Value {
    match i64::try_from(hundredths / 100) {
        Ok(whole) if hundredths % 100 == 0 => json!(whole),
        _ => json!(hundredths as f64 / 100.0),
    }
}

/// A list with one record a line.
pub(super) fn json_list(out: &mut impl Write, records: impl Iterator<Item = Value>) -> io::Result<()> {
    write!(out, "[")?;
    for (place, record) in records.enumerate() {
        write!(out, "{}\n  ", if place == 0 { "" } else { "," })?;
        serde_json::to_writer(&mut *out, &record)?;
    }
    writeln!(out, "\n]")
}

/// The same records as cells; lists joined by `;`.
pub(super) fn csv_list(out: &mut impl Write, columns: &[&str], records: &[Value]) -> io::Result<()> {
    let other = records.iter().any(|record| record.get(OTHER).is_some()).then_some(&OTHER);
    let columns: Vec<&str> = columns.iter().chain(other).copied().collect();
    // Into memory first: the writer's own errors would hide that a reader has seen enough.
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(&columns)?;
    for record in records {
        csv.write_record(columns.iter().map(|column| csv_cell(record.get(*column).unwrap_or(&Value::Null))))?;
    }
    out.write_all(&csv.into_inner().map_err(|error| io::Error::other(error.to_string()))?)
}

fn csv_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(csv_cell).collect::<Vec<_>>().join(";"),
        // An amount in another currency: `7 EUR`.
        Value::Object(amount) => {
            ["value", "currency"].map(|name| amount.get(name).map_or_else(String::new, csv_cell)).join(" ")
        }
        other => other.to_string(),
    }
}
