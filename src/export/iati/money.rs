//! Amounts as transactions, so that who adds them up counts nothing twice: the headline amount is the one commitment;
//! what was spent is that of one source. All others, and those without a day, stand in our own namespace alone.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::activity::iso_last;
use super::xml::Xml;
use super::{Beyond, Tally};
use crate::model::{Amount, AmountKind, Currency, Headline, Minor, PartialDate, Portfolio, Project};

/// One transaction.
struct Transaction {
    code: &'static str,
    date: PartialDate,
    value: i64,
    currency: Currency,
}

/// Writes the transactions of a project.
pub(super) fn write<W: Write>(
    project: &Project,
    portfolio: &Portfolio,
    xml: &mut Xml<'_, W>,
    tally: &mut Tally,
) -> io::Result<()> {
    let mut told = 0;
    if let Some(figure) = Headline::of(project, portfolio).map(|headline| headline.figure)
        && let Some(date) = figure.date
    {
        told += figure.parts.len();
        let (value, currency) = (figure.value, figure.currency);
        transaction(&Transaction { code: "2", date, value, currency }, xml, tally)?;
    }
    for (kind, code) in [(AmountKind::Disbursement, "3"), (AmountKind::Expenditure, "4")] {
        for (amount, date) in of_one_source(project, kind) {
            told += 1;
            let currency = amount.currency.unwrap_or(portfolio.currency());
            transaction(&Transaction { code, date, value: amount.value.0, currency }, xml, tally)?;
        }
    }
    tally.add(Beyond::Amounts, project.amounts.len().saturating_sub(told));
    Ok(())
}

/// The amounts of a kind that have a day, of the source whose sum is the largest: spending only grows.
fn of_one_source(project: &Project, kind: AmountKind) -> Vec<(&Amount, PartialDate)> {
    let mut by_source: BTreeMap<Option<&str>, Vec<(&Amount, PartialDate)>> = BTreeMap::new();
    for amount in project.amounts.iter().filter(|amount| amount.kind == kind && amount.value.0 >= 0) {
        if let Some(date) = amount.date() {
            by_source.entry(amount.source.as_deref()).or_default().push((amount, date));
        }
    }
    let sum = |amounts: &Vec<(&Amount, PartialDate)>| -> i128 {
        amounts.iter().map(|(amount, _)| i128::from(amount.value.0)).sum()
    };
    by_source.into_values().max_by_key(sum).unwrap_or_default()
}

fn transaction<W: Write>(of: &Transaction, xml: &mut Xml<'_, W>, tally: &mut Tally) -> io::Result<()> {
    let date = iso_last(of.date);
    let exact = of.date.to_string();
    tally.add(Beyond::Dates, usize::from(!of.date.is_exact()));
    xml.open("transaction", &[])?;
    xml.empty("transaction-type", &[("code", of.code)])?;
    if of.date.is_exact() {
        xml.empty("transaction-date", &[("iso-date", &date)])?;
    } else {
        xml.empty("transaction-date", &[("iso-date", &date), ("atalaya:date", &exact)])?;
    }
    let attributes = [("currency", of.currency.code()), ("value-date", date.as_str())];
    xml.text("value", &attributes, &Minor(of.value).to_string())?;
    xml.close("transaction")
}
