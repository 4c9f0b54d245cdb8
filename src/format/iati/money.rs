//! Budgets and transactions of an activity as amounts, so that nothing is counted twice.
//!
//! The transactions of one activity are parts of one flow: in each currency the outgoing commitments, with those that
//! take back, add up to one award, as of the last of them; so do disbursements, expenditures and pledges. Commitments
//! and pledges that come in are the same money seen by who gets it: they speak only where none goes out. Incoming funds
//! are what somebody else disbursed. A revised budget replaces the original one of its period.

use std::collections::BTreeMap;

use super::activity::Scene;
use super::codes::{TransactionType, transaction_type};
use super::element::Element;
use super::gathered::Gathered;
use crate::format::brought::Loss;
use crate::model::{Amount, AmountKind, Attribution, Currency, Minor, PartialDate, Scope};

/// The most days that a fiscal year has.
const YEAR: i32 = 366;

/// What all amounts of an activity have in common.
pub(super) struct Common {
    /// Whether they are of one country alone.
    pub scope: Scope,
    /// Id of the source.
    pub source: Option<String>,
}

impl Common {
    fn amount(&self, kind: AmountKind, value: i64, currency: Option<Currency>, as_of: Option<PartialDate>) -> Amount {
        Amount {
            kind,
            value: Minor(value),
            currency,
            scope: self.scope,
            fiscal_year: None,
            as_of,
            source: self.source.clone(),
            attribution: Attribution::Named,
        }
    }
}

/// A sum and the day that it is of.
#[derive(Default)]
struct Sum {
    value: i128,
    last: Option<PartialDate>,
}

type Sums = BTreeMap<(AmountKind, Option<Currency>), Sum>;

/// The amounts of an activity: what its transactions add up to, then its budgets.
pub(super) fn amounts(activity: &Element, scene: &Scene<'_>, common: &Common, gathered: &mut Gathered) -> Vec<Amount> {
    let (mut out, mut inward): (Sums, Sums) = Default::default();
    let mut came_in = Vec::new();
    for transaction in activity.all("transaction") {
        let Some(kind) = kind(transaction, gathered) else { continue };
        let (sums, amount) = match kind {
            TransactionType::Out(amount) => (&mut out, amount),
            TransactionType::In(Some(amount)) => {
                came_in.push((amount, transaction));
                (&mut inward, amount)
            }
            TransactionType::In(None) => {
                gathered.losses.note("transaction", Loss::CameIn, transaction.line, &said(transaction));
                continue;
            }
            TransactionType::Other => {
                gathered.losses.note("transaction", Loss::NoPlace, transaction.line, &said(transaction));
                continue;
            }
        };
        add(transaction, amount, sums, scene, gathered);
    }
    let goes_out: Vec<AmountKind> = out.keys().map(|(kind, _)| *kind).collect();
    for (_, transaction) in came_in.iter().filter(|(kind, _)| goes_out.contains(kind)) {
        gathered.losses.note("transaction", Loss::CountedElsewhere, transaction.line, &said(transaction));
    }
    out.extend(inward.into_iter().filter(|((kind, _), _)| !goes_out.contains(kind)));
    let mut amounts = Vec::new();
    for ((kind, currency), sum) in out {
        match i64::try_from(sum.value) {
            Ok(value) => amounts.push(common.amount(kind, value, currency, sum.last)),
            Err(_) => gathered.losses.note("transaction", Loss::NotReadable, activity.line, &sum.value.to_string()),
        }
    }
    amounts.extend(budgets(activity, scene, common, gathered));
    let spoken = std::mem::take(&mut gathered.spoken);
    if let Some(currency) = main_currency(&spoken, scene.currency) {
        *gathered.currencies.entry(currency).or_default() += 1;
    }
    amounts
}

/// The currency that an activity speaks in: its default one where any amount is in it, else that of most of its
/// amounts; of several the first.
fn main_currency(spoken: &[(Currency, usize)], default: Option<Currency>) -> Option<Currency> {
    let default = default.filter(|default| spoken.iter().any(|(currency, _)| currency == default));
    default.or_else(|| spoken.iter().rev().max_by_key(|(_, count)| *count).map(|(currency, _)| *currency))
}

/// What a transaction is of; an unknown one is noted.
fn kind(transaction: &Element, gathered: &mut Gathered) -> Option<TransactionType> {
    let known = ["transaction-type", "transaction-date", "value"];
    gathered.rest("transaction", transaction, &["type", "ref"], &known);
    // In version 1.0 the type is an attribute.
    let written =
        transaction.child("transaction-type").and_then(Element::code).or_else(|| transaction.attribute("type"));
    let kind = written.and_then(transaction_type);
    if kind.is_none() {
        let why = if written.is_some() { Loss::UnknownCode } else { Loss::Missing };
        gathered.losses.note("transaction-type", why, transaction.line, &said(transaction));
    }
    kind
}

/// A transaction as an example: its type and its value.
fn said(transaction: &Element) -> String {
    let kind = transaction.child("transaction-type").and_then(Element::code).or_else(|| transaction.attribute("type"));
    let value = transaction.child("value");
    let parts = [kind, value.and_then(Element::words), value.and_then(|value| value.attribute("currency"))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn add(transaction: &Element, kind: AmountKind, sums: &mut Sums, scene: &Scene<'_>, gathered: &mut Gathered) {
    let Some((value, currency, value_date)) = value(transaction, "transaction/value", scene, gathered) else { return };
    let date = transaction.child("transaction-date");
    let date = date.and_then(|date| gathered.date(date, "transaction-date")).or(value_date);
    gathered.understood("transaction", "amounts", &said(transaction));
    let sum = sums.entry((kind, currency)).or_default();
    sum.value += i128::from(value);
    sum.last = sum.last.max(date);
}

/// The value in an element, with its currency and the day it is of; one that is none is noted.
fn value(
    element: &Element,
    what: &str,
    scene: &Scene<'_>,
    gathered: &mut Gathered,
) -> Option<(i64, Option<Currency>, Option<PartialDate>)> {
    let value = element.child("value");
    let Some((value, written)) = value.and_then(|value| Some((value, value.words()?))) else {
        gathered.losses.note(what, Loss::Missing, element.line, "");
        return None;
    };
    let Some(hundredths) = hundredths(written) else {
        gathered.losses.note(what, Loss::NotReadable, value.line, written);
        return None;
    };
    let currency = match value.attribute("currency") {
        Some(code) => gathered.currency(code, value.line).or(scene.currency),
        None => scene.currency,
    };
    match currency {
        Some(currency) => match gathered.spoken.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, count)) => *count += 1,
            None => gathered.spoken.push((currency, 1)),
        },
        None => gathered.losses.note(&format!("{what}@currency"), Loss::Missing, value.line, written),
    }
    let date = value.attribute("value-date").and_then(|date| gathered.day(date, value.line, "value@value-date"));
    Some((hundredths, currency, date))
}

/// A plain decimal number in hundredths, rounded half away from zero.
fn hundredths(written: &str) -> Option<i64> {
    let (negative, digits) = match written.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, written.strip_prefix('+').unwrap_or(written)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !plain(whole) || !plain(decimals) {
        return None;
    }
    let whole = if whole.is_empty() { 0 } else { whole.parse::<i64>().ok()? };
    let thousandths = decimals.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let value = whole.checked_mul(100)?.checked_add((thousandths + 5) / 10)?;
    Some(if negative { -value } else { value })
}

fn period(budget: &Element) -> [Option<&str>; 2] {
    ["period-start", "period-end"].map(|name| budget.child(name).map(Element::date_text))
}

/// The budgets of an activity, a period each.
fn budgets(activity: &Element, scene: &Scene<'_>, common: &Common, gathered: &mut Gathered) -> Vec<Amount> {
    let budgets: Vec<&Element> = activity.all("budget").collect();
    let is_revised = |budget: &Element| budget.attribute("type").is_some_and(|kind| kind == "2" || kind == "revised");
    let mut amounts = Vec::new();
    for budget in &budgets {
        gathered.rest("budget", budget, &["type", "status"], &["period-start", "period-end", "value"]);
        let replaced = |other: &&Element| is_revised(other) && period(other) == period(budget);
        if !is_revised(budget) && budgets.iter().any(replaced) {
            gathered.losses.note("budget", Loss::CountedElsewhere, budget.line, &said(budget));
            continue;
        }
        let mut date = |name: &str| budget.child(name).and_then(|date| gathered.date(date, &format!("budget/{name}")));
        let (start, end) = (date("period-start"), date("period-end"));
        let Some((value, currency, value_date)) = value(budget, "budget/value", scene, gathered) else { continue };
        gathered.understood("budget", "amounts", &said(budget));
        let mut amount = common.amount(AmountKind::Budget, value, currency, value_date);
        // A fiscal year goes by the year that it ends in; a longer period is none.
        let days = start.zip(end).map(|(start, end)| end.latest().0 - start.earliest().0 + 1);
        let is_year = days.is_some_and(|days| (1..=YEAR).contains(&days));
        amount.fiscal_year = end.filter(|_| is_year).and_then(|end| i16::try_from(end.year()).ok());
        amounts.push(amount);
    }
    amounts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_plain_decimals_and_nothing_else() {
        let read = [("1000", 100_000), ("-1942087.5", -194_208_750), ("+.125", 13), ("0", 0), ("12.", 1200)];
        for (written, value) in read {
            assert_eq!(hundredths(written), Some(value), "{written}");
        }
        for wrong in
            ["", "-", ".", "1,234.56", "1.234,56", "4.4M", "1e6", "n/d", "99999999999999999999", "92233720368547758.08"]
        {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }
}
