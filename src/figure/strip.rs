//! A project that was cut short as a strip: ceiling, award, spent and the rest stand apart, each in its own currency.
//! What nobody published is told from what was published and is not added. Knows no egui.

use std::collections::BTreeSet;

use super::facts::exact_money;
use super::names::Names;
use crate::model::{AmountKind, Currency, Project, Scope};
use crate::query::{self, Cut, CutMoney, Index, Row, Spent};

/// A project that was cut short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// Its row.
    pub row: usize,
    /// Its id.
    pub id: String,
    /// Its short name.
    pub label: String,
    /// The place of its first theme.
    pub theme: Option<usize>,
    /// "24 meses por delante (40 % de su tiempo)".
    pub time: String,
    /// Ceiling, award, spent, the rest.
    pub parts: [StripPart; 4],
    /// The whole as it is spoken.
    pub spoken: String,
}

/// One of the four figures of a strip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripPart {
    /// Hundredths in the portfolio's currency; `None` where there is no such figure.
    pub value: Option<i128>,
    /// "10.00"; "20,000,000 MXN" where what was published has no length here; nothing where nobody published it, which
    /// is drawn as an empty frame with a question mark.
    pub figure: Option<String>,
    /// Whether it is an estimate of ours.
    pub estimate: bool,
    /// What it is, with how it is known.
    pub spoken: String,
}

/// The strip of a project that was cut short.
pub(super) fn strip(cut: &Cut, names: Names<'_>, index: &Index) -> Option<Strip> {
    let words = names.words;
    let (project, row) = (names.portfolio.projects.get(cut.row)?, index.rows.get(cut.row)?);
    let currency = names.portfolio.currency();
    let ceilings = project.amounts.iter().filter(|amount| {
        amount.kind == AmountKind::Ceiling
            && amount.scope == Scope::Country
            && amount.currency.is_none_or(|own| own == currency)
    });
    let ceiling = ceilings.map(|amount| i128::from(amount.value.0)).max();
    let rest = match cut.money {
        None => StripPart {
            spoken: format!("{}: {}", words.t("cut-rest"), words.t("cut-rest-unknown")),
            ..StripPart::default()
        },
        Some(money) => {
            let mut part = counted(i128::from(money.cut.shown), &words.t("cut-rest"), names);
            part.estimate = !money.published;
            if part.estimate {
                part.spoken = format!("{} ({})", part.spoken, range_text(money, names));
            }
            part
        }
    };
    let ceiling_label = words.t("cut-ceiling");
    let parts = [
        ceiling.map_or_else(|| unpublished(&ceiling_label, names), |value| counted(value, &ceiling_label, names)),
        award_part(row, names),
        spent_part(cut, &project, names),
        rest,
    ];
    let time = time_text(cut, names);
    let told: Vec<&str> = parts.iter().map(|part| part.spoken.as_str()).collect();
    let label = names.project_short(&project);
    Some(Strip {
        row: cut.row,
        id: project.id.clone(),
        theme: project.themes.first().and_then(|theme| names.portfolio.themes.position(&theme.theme)),
        spoken: format!("{label}: {time}. {}", told.join("; ")),
        label,
        time,
        parts,
    })
}

/// A figure that has a length.
fn counted(value: i128, label: &str, names: Names<'_>) -> StripPart {
    StripPart {
        value: Some(value),
        figure: Some(names.words.millions(value)),
        spoken: format!("{label}: {}", names.millions_spoken(value)),
        ..StripPart::default()
    }
}

/// A figure that nobody published.
fn unpublished(label: &str, names: Names<'_>) -> StripPart {
    StripPart { spoken: format!("{label}: {}", names.words.t("missing-amount")), ..StripPart::default() }
}

/// A figure that was published in another currency than the portfolio's.
fn in_other_currency(value: i64, currency: Currency, label: &str, names: Names<'_>) -> StripPart {
    let money = exact_money(i128::from(value), currency, names);
    let told = names.words.tf("amount-not-added", &[("money", money.as_str().into())]);
    StripPart { figure: Some(money), spoken: format!("{label}: {told}"), ..StripPart::default() }
}

/// The award; one that is published and not counted is not called unpublished.
fn award_part(row: &Row, names: Names<'_>) -> StripPart {
    let label = names.words.t("cut-award");
    let own = names.portfolio.currency();
    match (row.counted(), row.headline) {
        (Some(award), _) => counted(i128::from(award), &label, names),
        (None, Some(told)) if told.currency != own => in_other_currency(told.value, told.currency, &label, names),
        (None, told) => StripPart {
            figure: told.map(|_| names.words.t("scope-multi-short")),
            spoken: format!("{label}: {}", names.uncounted(row)),
            ..StripPart::default()
        },
    }
}

/// What was spent: in the portfolio's currency, else in the first other one in which a source tells it.
fn spent_part(cut: &Cut, project: &Project, names: Names<'_>) -> StripPart {
    let words = names.words;
    let own = names.portfolio.currency();
    // Spending told for an earlier day is not that up to the stop.
    let label = |spent: Spent| match spent.until.filter(|_| cut.money.is_none_or(|money| !money.published)) {
        Some(until) => words.tf("cut-spent-until", &[("date", words.day(until).into())]),
        None => words.t("cut-spent"),
    };
    if let Some(spent) = query::spent_in(project, own, own) {
        return counted(i128::from(spent.value), &label(spent), names);
    }
    let currencies: BTreeSet<Currency> = project.amounts.iter().filter_map(|amount| amount.currency).collect();
    let told = currencies.into_iter().find_map(|currency| Some((currency, query::spent_in(project, currency, own)?)));
    match told {
        Some((currency, spent)) => in_other_currency(spent.value, currency, &label(spent), names),
        None => unpublished(&words.t("cut-spent"), names),
    }
}

/// "estimación a ritmo parejo; los registros no traen lo gastado en esa moneda; entre 2.54 y 2.72".
fn range_text(money: CutMoney, names: Names<'_>) -> String {
    let (words, cut) = (names.words, money.cut);
    let told = money.spent.map(|spent| {
        let date = spent.until.map(|until| words.day(until)).unwrap_or_default();
        let spent = names.millions(i128::from(spent.value));
        words.tf("cut-estimate-spent", &[("money", spent.into()), ("date", date.into())])
    });
    let estimate = told.unwrap_or_else(|| words.t("cut-estimate"));
    if cut.is_exact() {
        return estimate;
    }
    let (low, high) = (words.millions(i128::from(cut.low)), words.millions(i128::from(cut.high)));
    let between = words.tf("range-between", &[("from", low.into()), ("to", high.into())]);
    format!("{estimate}; {between}")
}

/// "24 meses por delante (40 % de su tiempo previsto)".
fn time_text(cut: &Cut, names: Names<'_>) -> String {
    let words = names.words;
    let share = words.percent(u32::try_from(cut.share.shown).unwrap_or(0));
    let stop = words.on_date(cut.stop);
    let args = [
        ("n", months(cut.ahead.shown).into()),
        ("days", cut.ahead.shown.into()),
        ("share", share.into()),
        ("stop", stop.into()),
    ];
    let time = if cut.ahead.shown < 31 { words.tf("cut-days", &args) } else { words.tf("cut-months", &args) };
    // What is assumed is the reading, which stands above.
    if cut.stated { format!("{time} {}", words.tf("cut-stated", &args)) } else { time }
}

/// Days as whole months, to the nearest.
pub fn months(days: i64) -> i64 {
    // 30.4375 days are a month of the mean year.
    (days * 10_000 + 152_187) / 304_375
}
