//! The cards of sums over a set: its total, what of it falls to the chosen themes, one group of a plot, and the
//! projects of several countries, aside.

use super::{Card, CardRecord, headline_sources};
use crate::figure::{Names, no_sum, term_text, unsourced};
use crate::model::{Scope, split};
use crate::query::{
    Answer, By, Counts, Field, Group, Index, Spread, Told, Value, comparable_total, group_parts, groups,
};

/// What every sum leaves out and does not prove.
fn limits(card: &mut Card, without_amount: usize, answer: &Answer, names: Names<'_>) {
    let words = names.words;
    let totals = &answer.totals;
    card.lacks.extend(unsourced(totals.unsourced, names, false));
    if without_amount > 0 {
        card.lacks.push(words.tf("card-lacks-amount", &[("n", without_amount.into())]));
    }
    if totals.negative > 0 {
        card.lacks.push(words.tf("card-lacks-negative", &[("n", totals.negative.into())]));
    }
    if totals.multi_country > 0 {
        let args = [("n", totals.multi_country.into()), ("country", names.country_within().into())];
        card.lacks.push(words.tf("card-lacks-multi", &args));
    }
    for (currency, count, sum) in &totals.other_currencies {
        let args = [("n", (*count).into()), ("money", words.money(*sum).into()), ("currency", currency.code().into())];
        card.lacks.push(words.tf("card-lacks-currency", &args));
    }
    if answer.perhaps > 0 {
        card.lacks.push(words.tf("card-lacks-perhaps", &[("n", answer.perhaps.into())]));
    }
    card.proves_not.push(words.t("card-not-spent"));
    not_the_list(card, names);
}

/// That these are not what the first reported total counts.
pub(super) fn not_the_list(card: &mut Card, names: Names<'_>) {
    if let Some(count) = comparable_total(names.portfolio).and_then(|total| total.count) {
        card.proves_not.push(names.words.tf("card-not-list", &[("n", count.into())]));
    }
}

/// The card of the sum of the present set.
pub fn total_card(answer: &Answer, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let mut card = Card {
        title: if answer.filter.is_empty() { words.t("card-total") } else { words.t("card-total-set") },
        how: vec![words.t("card-how-sum"), words.t("card-how-headline"), words.t("card-how-whole")],
        records: country_records(answer, index, |_, value| Some((value, None))),
        records_title: words.tf("card-records", &[("n", answer.totals.country.into())]),
        with_amounts: true,
        sources: headline_sources(counted(answer, index), names, index),
        ..Card::default()
    };
    if !answer.filter.is_empty() {
        let terms: Vec<_> = answer.filter.terms.iter().map(|term| term_text(term, names)).collect();
        card.lead.push(words.tf("card-set", &[("terms", terms.join(" ").into())]));
    }
    if answer.totals.with_amount > 0 {
        card = card.with_value(answer.totals.sum, names);
        card.sum = Some(answer.totals.sum);
    } else if answer.totals.projects == 0 {
        card.value = words.t("no-match");
    } else {
        card.value = no_sum(&answer.totals, names);
    }
    matched(&mut card, index, names);
    limits(&mut card, answer.totals.without_amount, answer, names);
    card
}

/// How many of the amounts were joined to their project by us.
fn matched(card: &mut Card, index: &Index, names: Names<'_>) {
    let rows = card.records.iter().filter(|record| record.value.is_some()).filter_map(|r| index.rows.get(r.row));
    let count = rows.filter(|row| row.headline.is_some_and(Told::is_matched)).count();
    if count > 0 {
        card.how.push(names.words.tf("card-how-matched", &[("n", count.into())]));
    }
}

fn counted<'a>(answer: &'a Answer, index: &'a Index) -> impl Iterator<Item = usize> + 'a {
    answer.rows.iter().copied().filter(|row| index.rows.get(*row).is_some_and(|row| row.counted().is_some()))
}

/// The country's records of a set, the largest part first; what a record gives is told by `part` of its amount.
fn country_records(
    answer: &Answer,
    index: &Index,
    part: impl Fn(usize, i128) -> Option<(i128, Option<i128>)>,
) -> Vec<CardRecord> {
    let mut records: Vec<_> = (answer.rows.iter())
        .filter_map(|at| {
            let row = index.rows.get(*at)?;
            if row.scope == Scope::MultiCountry {
                return None;
            }
            match row.counted() {
                Some(value) => {
                    let (value, whole) = part(*at, i128::from(value))?;
                    Some(CardRecord { row: *at, value: Some(value), whole })
                }
                None => Some(CardRecord { row: *at, value: None, whole: None }),
            }
        })
        .collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.value));
    records
}

/// The card of what of the sum falls to the chosen themes.
pub fn assigned_card(answer: &Answer, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let chosen: Vec<&str> = (answer.filter.values(Field::Theme).iter())
        .filter_map(|value| match value {
            Value::Key(key) => Some(key.as_str()),
            _ => None,
        })
        .collect();
    let Some((sum, split_by_us)) = answer.totals.assigned else { return total_card(answer, names, index) };
    let part = |row: usize, value: i128| {
        let project = names.portfolio.projects.get(row)?;
        let parts = project.theme_parts();
        let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
        let ours = parts.iter().zip(split(i64::try_from(value).ok()?, &weights));
        let mine = ours.filter(|(part, _)| part.key.is_some_and(|key| chosen.contains(&key)));
        Some((mine.map(|(_, value)| i128::from(value)).sum(), Some(value)))
    };
    let themes: Vec<_> = chosen.iter().map(|id| names.theme(id)).collect();
    let mut card = Card {
        title: words.tf("card-assigned", &[("theme", words.list(&themes).into())]),
        how: vec![words.t("card-how-themes"), words.t("card-how-reading"), words.t("card-how-headline")],
        records: country_records(answer, index, part),
        records_title: words.tf("card-records", &[("n", answer.totals.country.into())]),
        with_amounts: true,
        sum: Some(sum),
        sources: headline_sources(counted(answer, index), names, index),
        ..Card::default()
    }
    .with_value(sum, names);
    if split_by_us > 0 {
        card.how.push(words.tf("card-how-split", &[("n", split_by_us.into())]));
    }
    let whole = names.millions(answer.totals.sum);
    card.lead.push(words.tf("card-assigned-whole", &[("whole", whole.into())]));
    matched(&mut card, index, names);
    limits(&mut card, answer.totals.without_amount, answer, names);
    card
}

/// The card of the projects of several countries.
pub fn multi_card(answer: &Answer, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let rows: Vec<usize> = (answer.rows.iter().copied())
        .filter(|at| index.rows.get(*at).is_some_and(|row| row.scope == Scope::MultiCountry))
        .collect();
    let value = |at: usize| {
        let figure = index.rows.get(at)?.headline?;
        (figure.currency == names.portfolio.currency()).then(|| i128::from(figure.value))
    };
    let mut records: Vec<_> = rows.iter().map(|at| CardRecord { row: *at, value: value(*at), whole: None }).collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.value));
    let missing = records.iter().filter(|record| record.value.is_none()).count();
    let args = [("country", names.country_within().into())];
    let mut card = Card {
        title: words.t("card-multi"),
        lead: vec![words.tf("card-multi-lead", &args)],
        how: vec![words.t("card-how-multi"), words.t("card-how-headline")],
        records_title: words.tf("card-records", &[("n", rows.len().into())]),
        with_amounts: true,
        sources: headline_sources(rows.iter().copied(), names, index),
        proves_not: vec![words.tf("card-not-country", &args), words.t("card-not-spent")],
        records,
        ..Card::default()
    };
    if missing < rows.len() {
        card.sum = Some(answer.totals.multi_country_sum);
        card = card.with_value(answer.totals.multi_country_sum, names);
    } else {
        card.value = words.t("missing-amount");
    }
    if missing > 0 {
        card.lacks.push(words.tf("card-lacks-amount", &[("n", missing.into())]));
    }
    card
}

/// The card of one group of a plot.
pub fn group_card(by: By, key: Option<&str>, spread: Spread, answer: &Answer, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let field = by.field();
    let name = key.map_or_else(|| names.missing(field), |key| names.key(field, key));
    let args = [("field", names.field(field).into()), ("value", name.as_str().into())];
    let mut card = Card { title: words.tf("card-group", &args), with_amounts: true, ..Card::default() };
    let all = groups(&answer.rows, by, spread, index);
    let Some(group) = all.into_iter().find(|group| group.key.as_deref() == key) else {
        card.value = words.t("missing-amount");
        card.lead.push(words.t("card-group-empty"));
        return card;
    };
    card.records = group_records(key, by, spread, answer, index);
    card.records_title = words.tf("card-records", &[("n", card.records.len().into())]);
    let with_amount = card.records.iter().filter(|record| record.value.is_some()).map(|record| record.row);
    card.sources = headline_sources(with_amount, names, index);
    match group.amount {
        Some(sum) => {
            card.sum = Some(sum);
            card = card.with_value(sum, names);
            let args = [("whole", names.millions(answer.totals.sum).into())];
            card.lead.push(words.tf("card-group-of", &args));
        }
        None => card.value = names.group_without(&group),
    }
    card.how.push(group_rule(by, spread, names));
    if group.assumed > 0 {
        let money = names.millions_spoken(group.assumed);
        card.how.push(words.tf("card-how-assumed", &[("money", money.into())]));
    }
    card.how.push(words.t("card-how-headline"));
    matched(&mut card, index, names);
    let own = card.records.iter().filter(|record| index.money.counts.get(record.row) == Some(&Counts::Unsourced));
    let own = own.filter_map(|record| record.value).fold((0, 0), |(count, sum), value| (count + 1, sum + value));
    card.lacks.extend(unsourced(own, names, false));
    group_limits(&mut card, &group, by, &name, names);
    card
}

fn group_rule(by: By, spread: Spread, names: Names<'_>) -> String {
    let words = names.words;
    match (by, spread) {
        (By::Theme, _) => words.t("card-how-themes"),
        (By::Year, Spread::Award) => words.t("card-how-year-award"),
        (By::Year, Spread::Even) => words.t("card-how-year-even"),
        (By::State, _) => words.t("card-how-state"),
        (By::Implementer, _) => words.t("card-how-implementer"),
        (By::Sector, _) => words.t("card-how-sector"),
        (By::Ending, _) => words.t("card-how-ending"),
        (By::Status, _) => words.t("card-how-status"),
    }
}

fn group_limits(card: &mut Card, group: &Group, by: By, name: &str, names: Names<'_>) {
    let words = names.words;
    if group.without_amount > 0 {
        card.lacks.push(words.tf("card-lacks-amount", &[("n", group.without_amount.into())]));
    }
    if group.negative > 0 {
        card.lacks.push(words.tf("card-lacks-negative", &[("n", group.negative.into())]));
    }
    if group.aside > 0 {
        let args = [("n", group.aside.into()), ("country", names.country_within().into())];
        card.lacks.push(words.tf("card-lacks-multi", &args));
    }
    match (by, &group.key) {
        (By::State, Some(_)) => card.proves_not.push(words.tf("card-not-state", &[("state", name.into())])),
        (By::Implementer, Some(_)) => card.proves_not.push(words.tf("card-not-received", &[("who", name.into())])),
        (By::Year, _) => card.proves_not.push(words.t("card-not-year")),
        _ => {}
    }
    card.proves_not.push(words.t("card-not-spent"));
    not_the_list(card, names);
}

/// Each record's part of the group.
fn group_records(key: Option<&str>, by: By, spread: Spread, answer: &Answer, index: &Index) -> Vec<CardRecord> {
    let record = |(row, value): (usize, Option<i128>)| {
        let derived = index.rows.get(row).filter(|row| row.scope == Scope::Country)?;
        Some(CardRecord { row, value, whole: derived.counted().map(i128::from) })
    };
    let parts = group_parts(&answer.rows, by, spread, key, index);
    let mut records: Vec<_> = parts.into_iter().filter_map(record).collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.value));
    records
}
