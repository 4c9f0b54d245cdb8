//! The card of a project's headline amount: the rule that chose it, and what it was chosen before.

use super::Card;
use crate::figure::Names;
use crate::figure::facts::{SourceLine, exact_money, figure_millions, rule_words, tellings};
use crate::model::{Project, Scope, negative_award};

/// The card of a project's headline amount.
pub fn headline_card(project: &Project, names: Names<'_>) -> Card {
    let words = names.words;
    let name = names.project(project).text;
    let mut card = Card { title: words.tf("card-headline", &[("name", name.into())]), ..Card::default() };
    let sources = project.amounts.iter().filter_map(|amount| amount.source.as_deref());
    let mut ids: Vec<&str> = Vec::new();
    for id in sources {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    card.sources = ids.into_iter().map(|id| SourceLine::of(id, names)).collect();
    let Some(headline) = &names.headline(project) else {
        if let Some(amount) = negative_award(project) {
            let currency = amount.currency.unwrap_or(names.portfolio.currency());
            card.value = exact_money(i128::from(amount.value.0), currency, names);
            card.lead.push(words.t("amount-negative"));
            return card;
        }
        card.value = words.t("missing-amount");
        card.lead.push(if project.amounts.is_empty() { words.t("card-no-amount") } else { words.t("card-no-award") });
        card.proves_not.push(words.t("card-not-zero"));
        return card;
    };
    let figure = &headline.figure;
    card.value = figure_millions(figure.value, figure.currency, names, false);
    let args = [
        ("spoken", figure_millions(figure.value, figure.currency, names, true).into()),
        ("exact", exact_money(i128::from(figure.value), figure.currency, names).into()),
    ];
    card.unit = if figure.currency == names.portfolio.currency() {
        words.tf("card-unit", &args)
    } else {
        exact_money(i128::from(figure.value), figure.currency, names)
    };
    card.how.push(rule_words(headline, names));
    if figure.parts.len() > 1 {
        let parts = figure.parts.iter().filter_map(|place| project.amounts.get(*place));
        let parts: Vec<_> = parts.map(|amount| words.money(i128::from(amount.value.0))).collect();
        let args = [("parts", parts.join(" + ").into()), ("sum", words.money(i128::from(figure.value)).into())];
        card.how.push(words.tf("card-how-lines", &args));
    }
    card.how.push(words.t("card-how-order"));
    if figure.matched {
        card.how.push(words.t("card-how-matched-one"));
    }
    if figure.scope == Scope::MultiCountry || project.scope == Scope::MultiCountry {
        card.lead.push(words.tf("card-multi-lead", &[("country", names.country_within().into())]));
        card.proves_not.push(words.tf("card-not-country", &[("country", names.country_within().into())]));
    }
    card.tellings = tellings(headline, names);
    if headline.rivals.is_empty() {
        card.lacks.push(words.t("card-lacks-second"));
    }
    if figure.source.is_none() {
        card.lacks.push(words.t("card-lacks-source"));
    }
    let others = project.amounts.iter().filter(|amount| !speaks_of_award(amount.kind)).count();
    if others > 0 {
        card.lacks.push(words.tf("card-lacks-not-awards", &[("n", others.into())]));
    }
    card.proves_not.push(words.t("card-not-spent"));
    card
}

const fn speaks_of_award(kind: crate::model::AmountKind) -> bool {
    use crate::model::AmountKind;
    matches!(kind, AmountKind::Award | AmountKind::FundingLine | AmountKind::Total | AmountKind::Reported)
}
