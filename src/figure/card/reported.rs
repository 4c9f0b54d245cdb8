//! The cards of what others reported: one total, the set's endings beside the first of them, and the answer to "which
//! are they?", which nobody has published.

use super::set::not_the_list;
use super::{Card, CardPart, CardRecord, counted, headline_sources, reported_value, reported_words};
use crate::figure::facts::{SourceLine, Told, figure_millions, whole_date};
use crate::figure::{Names, no_sum};
use crate::model::{EndingKind, Measured, ReportedTotal, Scope};
use crate::query::{Answer, By, Index, Spread, comparable_total, groups};

/// The name of what a total measures; a measure of another portfolio stands as it is written.
pub fn measure(measures: &str, names: Names<'_>) -> String {
    Measured::from_word(measures).map_or_else(|| measures.to_owned(), |known| names.words.t(known.message()))
}

/// The period of a total, as far as it was told.
pub fn period(total: &ReportedTotal, names: Names<'_>) -> String {
    let words = names.words;
    let date = |date| words.date(date);
    match (total.period_start.map(date), total.period_end.map(date)) {
        (Some(from), Some(to)) => words.tf("card-period", &[("from", from.into()), ("to", to.into())]),
        (Some(from), None) => words.tf("card-period-from", &[("from", from.into())]),
        (None, Some(to)) => words.tf("card-period-to", &[("to", to.into())]),
        (None, None) => words.t("card-period-none"),
    }
}

/// The card of a reported total.
pub fn reported_card(total: &ReportedTotal, names: Names<'_>) -> Card {
    let words = names.words;
    let told = |text: &crate::model::Bilingual| Told::of(text, words).map(|told| told.spoken());
    let country = total.country.as_deref().map_or_else(|| words.t("card-world"), |id| names.place(id));
    let mut parts = vec![CardPart::told(words.t("card-who"), names.reported_by(total))];
    if let (Some(count), true) = (total.count, total.value.is_some()) {
        parts.push(CardPart::told(words.t("card-count"), counted(total, count, names)));
    }
    parts.extend(told(&total.covers).map(|covers| CardPart::told(words.t("card-covers"), covers)));
    let date = total.as_of.map_or_else(|| words.t("missing-date"), |date| words.date(date));
    parts.extend([
        CardPart::told(words.t("card-country"), country),
        CardPart::told(words.t("card-measures"), measure(&total.measures, names)),
        CardPart::told(words.t("card-period-title"), period(total, names)),
        CardPart::told(words.t("card-as-of"), date),
    ]);
    let mut card = Card {
        title: words.t("card-reported"),
        value: reported_value(total, names),
        parts,
        how: vec![words.t("card-how-reported")],
        proves_not: vec![words.t("card-not-compared"), words.t("card-not-itemised")],
        sources: total.source.iter().map(|id| SourceLine::of(id, names)).collect(),
        notes: Told::of(&total.notes, words),
        ..Card::default()
    };
    if let Some(value) = total.value {
        let currency = total.currency.unwrap_or(names.portfolio.currency());
        card.value = figure_millions(value.0, currency, names, false);
        card.unit = figure_millions(value.0, currency, names, true);
    } else {
        card.lacks.push(words.t("card-lacks-money"));
    }
    if card.sources.is_empty() {
        card.lacks.push(words.t("card-lacks-source"));
    }
    card
}

/// The card of a set by how each ending is known, beside the first reported total: two accounts.
pub fn endings_card(answer: &Answer, names: Names<'_>, index: &Index) -> Card {
    let words = names.words;
    let sums = groups(&answer.rows, By::Ending, Spread::Award, index);
    let part = |ending: EndingKind| {
        let group = sums.iter().find(|group| group.key.as_deref() == Some(ending.key()))?;
        let country = group.projects - group.aside;
        let args = [("ending", words.t(ending.message()).into()), ("n", country.into())];
        let money = |spoken| match group.amount {
            Some(amount) if spoken => names.millions_spoken(amount),
            Some(amount) => names.millions(amount),
            None => words.t("missing-short"),
        };
        (country > 0).then(|| CardPart {
            label: words.tf("card-ending-part", &args),
            value: money(false),
            spoken: money(true),
            ending: Some(ending),
            figure: true,
        })
    };
    let mut card = Card {
        title: if answer.totals.multi_country > 0 {
            words.tf("card-endings-country", &[("country", names.country_within().into())])
        } else {
            words.t("card-endings")
        },
        parts: EndingKind::ALL.into_iter().filter_map(part).collect(),
        how: vec![words.t("card-how-ending"), words.t("card-how-headline")],
        ..Card::default()
    };
    if answer.totals.with_amount > 0 {
        card.sum = Some(answer.totals.sum);
        card = card.with_value(answer.totals.sum, names);
    } else {
        card.value = no_sum(&answer.totals, names);
    }
    let rows = answer.rows.iter().copied();
    let counted = rows.filter(|row| index.rows.get(*row).is_some_and(|row| row.counted().is_some()));
    card.sources = headline_sources(counted, names, index);
    if let Some(total) = comparable_total(names.portfolio) {
        let args = [("who", names.reported_by(total).into()), ("what", reported_words(total, names).into())];
        card.lead.push(words.tf("card-two-accounts", &args));
        let source = total.source.as_deref().filter(|id| card.sources.iter().all(|line| line.id != *id));
        card.sources.extend(source.map(|id| {
            let mut line = SourceLine::of(id, names);
            line.rests.push(words.t("card-source-reported"));
            line
        }));
    }
    let (totals, country) = (&answer.totals, names.country_within());
    card.lacks.extend(crate::figure::unsourced(totals.unsourced, names, false));
    if totals.without_amount > 0 {
        card.lacks.push(words.tf("card-lacks-amount", &[("n", totals.without_amount.into())]));
    }
    if totals.multi_country > 0 {
        let args = [("n", totals.multi_country.into()), ("country", country.into())];
        card.lacks.push(words.tf("card-lacks-multi", &args));
    }
    card.proves_not.push(words.t("card-not-part"));
    not_the_list(&mut card, names);
    card.proves_not.push(words.t("card-not-spent"));
    card
}

/// How near a number of records has to be to the reported one for its being chance to need saying.
const NEAR: usize = 3;

/// The answer to "which are they?"; `None` where no reported total counts anything.
pub fn which_card(names: Names<'_>, index: &Index) -> Option<Card> {
    let (words, portfolio) = (names.words, names.portfolio);
    let total = comparable_total(portfolio)?;
    let count = total.count?;
    let country = index.rows.iter().filter(|row| row.scope == Scope::Country).count();
    let multi = index.rows.len() - country;
    let source = total.source.as_deref().map(|id| SourceLine::of(id, names));
    let said = source.as_ref().map_or_else(String::new, |source| source.label.clone());
    let args = [
        ("who", names.reported_by(total).into()),
        ("what", reported_words(total, names).into()),
        ("period", period(total, names).into()),
        ("source", said.into()),
    ];
    let mut lead = vec![words.t("card-which-nobody"), words.tf("card-which-reported", &args)];
    let place = names.country_within();
    let args = [("n", country.into()), ("country", place.as_str().into()), ("multi", multi.into())];
    lead.push(words.tf("card-which-other", &args));
    if country.abs_diff(count as usize) <= NEAR {
        let args = [("n", country.into()), ("country", place.as_str().into()), ("count", count.into())];
        lead.push(words.tf("card-which-chance", &args));
    }
    let records: Vec<_> = (index.rows.iter().enumerate())
        .filter(|(_, row)| row.ending == EndingKind::Named)
        .map(|(row, _)| CardRecord { row, value: None, whole: None })
        .collect();
    let mut card = Card {
        title: words.tf("card-which", &[("n", count.into())]),
        lead,
        records_title: words.tf("card-which-named", &[("n", records.len().into())]),
        sources: source.into_iter().collect(),
        proves_not: vec![words.tf("card-not-list", &[("n", count.into())]), words.t("card-not-part")],
        ..Card::default()
    };
    if records.is_empty() {
        card.how.push(words.t("card-which-none-named"));
    }
    card.how.extend(last_actions(names));
    let projects = records.iter().filter_map(|record| portfolio.projects.get(record.row));
    let ids: Vec<String> = projects.flat_map(|project| project.ending.sources.clone()).collect();
    let actions = portfolio.events.iter().filter(|event| event.last_action && !event.projects.is_empty());
    for id in ids.iter().chain(actions.flat_map(|event| &event.sources)) {
        if card.sources.iter().all(|line| line.id != *id) {
            card.sources.push(SourceLine::of(id, names));
        }
    }
    card.records = records;
    card.parts = counts(names, index);
    card.parts_title = Some(words.tf("card-which-parts", &[("n", index.rows.len().into())]));
    card.how_title = Some(words.t("card-which-said"));
    Some(card)
}

/// How many records have which ending.
fn counts(names: Names<'_>, index: &Index) -> Vec<CardPart> {
    let words = names.words;
    let of = |ending: EndingKind| {
        let all = index.rows.iter().filter(|row| row.ending == ending).count();
        let value = words.tf("card-projects", &[("n", all.into())]);
        let label = words.t(ending.message());
        (all > 0).then(|| CardPart { label, spoken: value.clone(), value, ending: Some(ending), figure: true })
    };
    EndingKind::ALL.into_iter().filter_map(of).collect()
}

/// The actions that the reporter lists among the last ones, where a source ties them to a project.
fn last_actions(names: Names<'_>) -> Vec<String> {
    let (words, portfolio) = (names.words, names.portfolio);
    let mut said = Vec::new();
    for event in portfolio.events.iter().filter(|event| event.last_action) {
        let projects = event.projects.iter().filter_map(|id| portfolio.projects.find(id));
        for project in projects.filter(|project| project.ending.kind != EndingKind::Named) {
            let args = [
                ("event", names.event(event).into()),
                ("date", whole_date(event.date, words).into()),
                ("project", names.project_short(&project).into()),
            ];
            said.push(words.tf("card-which-last-action", &args));
        }
    }
    said
}
