//! What was reported beside what the records hold: two accounts on one scale, never one inside the other.

use super::card::{measure, period};
use super::names::Names;
use super::sentence::{lower_first, no_sum, unsourced};
use crate::model::EndingKind;
use crate::query::{Answer, By, Index, Spread, comparable_total, groups};

/// The first reported total that is like the records, and the sum of a set by how each ending is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Id of the reported total.
    pub reported_id: String,
    /// What was reported, in hundredths; `None` where no amount was.
    pub reported: Option<i128>,
    /// "207.00 mdd".
    pub reported_figure: String,
    /// Who reported what.
    pub reported_text: String,
    /// The same for a screen reader.
    pub reported_spoken: String,
    /// "Otra cuenta…: 152.65 mdd ="; without a sum why there is none.
    pub records_text: String,
    /// The same for a screen reader, with the parts.
    pub records_spoken: String,
    /// The sum of the records; `None` where no amount of theirs counts.
    pub records: Option<i128>,
    /// Its parts, none of them zero.
    pub parts: Vec<AccountPart>,
    /// "¿Cuáles son las 21?", where a number was reported.
    pub which: Option<String>,
}

/// What of the records' sum has this ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPart {
    /// How the ending is known.
    pub ending: EndingKind,
    /// Hundredths.
    pub value: i128,
    /// "10.00".
    pub figure: String,
    /// "10.00 con nombre en una fuente".
    pub text: String,
}

impl Account {
    /// The larger of the two sums: what the scale has to hold.
    pub fn scale(&self) -> f32 {
        self.reported.max(self.records).unwrap_or(0).max(1) as f32
    }
}

/// The account of a set; `None` where the portfolio has no reported total that is like them.
pub fn account(answer: &Answer, names: Names<'_>, index: &Index) -> Option<Account> {
    let words = names.words;
    let total = comparable_total(names.portfolio)?;
    let count = total.count.map_or_else(String::new, |count| words.int(i64::from(count)));
    let args = [
        ("who", names.reported_by(total).into()),
        ("count", count.as_str().into()),
        ("measure", measure(&total.measures, names).into()),
        ("period", period(total, names).into()),
    ];
    let reported_text = if total.count.is_some() {
        words.tf("account-reported", &args)
    } else {
        words.tf("account-reported-uncounted", &args)
    };
    let reported = total.value.map(|value| i128::from(value.0));
    let figure = reported.map_or_else(|| words.t("missing-amount"), |value| names.millions(value));
    let spoken = reported.map_or_else(|| words.t("missing-amount"), |value| names.millions_spoken(value));
    let sums = groups(&answer.rows, By::Ending, Spread::Award, index);
    let parts: Vec<_> = EndingKind::ALL
        .into_iter()
        .filter_map(|ending| {
            let group = sums.iter().find(|group| group.key.as_deref() == Some(ending.key()))?;
            let value = group.amount.filter(|value| *value > 0)?;
            let figure = words.millions(value);
            let args = [("n", figure.as_str().into())];
            let text = match ending {
                EndingKind::Named => words.tf("account-named", &args),
                EndingKind::Implied => words.tf("account-implied", &args),
                EndingKind::Before => words.tf("account-before", &args),
                EndingKind::Unknown => words.tf("account-unknown", &args),
            };
            Some(AccountPart { ending, value, figure, text })
        })
        .collect();
    let records = (answer.totals.with_amount > 0).then_some(answer.totals.sum);
    let money = records.map_or_else(|| lower_first(&no_sum(&answer.totals, names)), |sum| names.millions(sum));
    let records_text = match unsourced(answer.totals.unsourced, names, false) {
        // Without parts there is nothing that an equals sign could stand before.
        _ if parts.is_empty() => words.tf("account-records-bare", &[("money", money.into())]),
        None => words.tf("account-records", &[("money", money.into())]),
        Some(part) => words.tf("account-records-unsourced", &[("money", money.into()), ("part", part.into())]),
    };
    let told: Vec<_> = parts.iter().map(|part| part.text.as_str()).collect();
    Some(Account {
        reported_id: total.id.clone(),
        reported_spoken: format!("{reported_text}: {spoken}"),
        reported_text,
        reported,
        reported_figure: figure,
        records_spoken: format!("{records_text} {}", told.join(", ")).trim_end().to_owned(),
        records_text,
        records,
        parts,
        which: total.count.map(|_| words.tf("account-which", &[("count", count.as_str().into())])),
    })
}
