//! What sources say a project cost: every amount with its source, date and marks; who says the same and who says
//! something else; which clause of the rule speaks.

use super::{SourceLine, capitalized};
use crate::figure::Names;
use crate::model::{AmountKind, Attribution, Currency, Headline, Project, Scope, SourceFigure, negative_award};

/// One amount of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountLine {
    /// What the figure is: "otorgado".
    pub kind: String,
    /// "13,000,000".
    pub figure: String,
    /// "13,000,000 dólares".
    pub spoken: String,
    /// Its date or fiscal year.
    pub when: Option<String>,
    /// Who says so; `None` where nobody is named.
    pub source: Option<SourceLine>,
    /// "atribuido por nosotros…", "de varios países", "no es un monto otorgado".
    pub marks: Vec<String>,
    /// Whether the headline is made of it.
    pub speaks: bool,
}

/// What sources say it was, those that say the same together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// "13.00 mdd".
    pub figure: String,
    /// "13.00 millones de dólares".
    pub spoken: String,
    /// Who says so and by which clause.
    pub who: Vec<String>,
    /// Whether it is the headline.
    pub speaks: bool,
}

/// Exact money as it is spoken: "13,000,000 dólares".
pub fn exact_money(value: i128, currency: Currency, names: Names<'_>) -> String {
    let n = names.words.money(value);
    if currency == Currency::USD {
        names.words.tf("detail-dollars", &[("n", n.into())])
    } else {
        format!("{n} {currency}")
    }
}

/// A figure in millions, on screen or spoken, also where its currency is not the portfolio's.
pub fn figure_millions(value: i64, currency: Currency, names: Names<'_>, spoken: bool) -> String {
    if currency != names.portfolio.currency() {
        return exact_money(i128::from(value), currency, names);
    }
    if spoken { names.millions_spoken(i128::from(value)) } else { names.millions(i128::from(value)) }
}

/// Every amount of a project, in the order of the record.
pub fn amount_lines(project: &Project, headline: Option<&Headline>, names: Names<'_>) -> Vec<AmountLine> {
    let words = names.words;
    let parts: &[usize] = headline.map_or(&[], |headline| &headline.figure.parts);
    (project.amounts.iter().enumerate())
        .map(|(place, amount)| {
            let currency = amount.currency.unwrap_or(names.portfolio.currency());
            let value = i128::from(amount.value.0);
            let figure = words.money(value);
            let mut marks = Vec::new();
            if amount.attribution == Attribution::Matched {
                marks.push(words.t("detail-mark-matched"));
            }
            if amount.scope == Scope::MultiCountry {
                marks.push(words.t("detail-mark-several"));
            }
            AmountLine {
                kind: capitalized(&words.t(match amount.kind {
                    // What these are not is a mark of its own here.
                    AmountKind::Announced => "detail-kind-announced",
                    AmountKind::Ceiling => "detail-kind-ceiling",
                    kind => kind.message(),
                })),
                figure: if currency == names.portfolio.currency() { figure } else { format!("{figure} {currency}") },
                spoken: exact_money(value, currency, names),
                when: match (amount.fiscal_year, amount.as_of) {
                    (Some(year), _) => Some(words.tf("detail-fiscal-year", &[("year", year.to_string().into())])),
                    (None, date) => date.map(|date| words.tf("detail-as-of", &[("date", words.date(date).into())])),
                },
                source: amount.source.as_deref().map(|id| SourceLine::of(id, names)),
                marks: {
                    if matches!(amount.kind, AmountKind::Announced | AmountKind::Ceiling) {
                        marks.push(words.t("detail-mark-no-award"));
                    }
                    marks
                },
                speaks: parts.contains(&place),
            }
        })
        .collect()
}

/// What stands below the headline amount: how many sources say it and what is to be doubted.
pub fn amount_under(project: &Project, headline: Option<&Headline>, names: Names<'_>) -> String {
    let words = names.words;
    let Some(headline) = headline else {
        let negative = negative_award(project).is_some();
        return words.t(if negative { "amount-negative" } else { "detail-no-award" });
    };
    let figure = &headline.figure;
    let same = |rival: &&SourceFigure| rival.currency == figure.currency && rival.value == figure.value;
    let agree = headline.rivals.iter().filter(same).count();
    let other_money = headline.rivals.iter().filter(|rival| rival.currency != figure.currency);
    let other_money: Vec<_> =
        other_money.map(|rival| exact_money(i128::from(rival.value), rival.currency, names)).collect();
    let differ = headline.rivals.len() - agree - other_money.len();
    let mut said = vec![if figure.source.is_none() && agree == 0 {
        words.t("detail-unsourced")
    } else {
        words.tf("detail-agree", &[("n", (agree + 1).into())])
    }];
    if differ > 0 {
        said.push(words.tf("detail-differ", &[("n", differ.into())]));
    }
    if !other_money.is_empty() {
        said.push(words.tf("detail-other-money", &[("amounts", other_money.join(", ").into())]));
    }
    if figure.matched {
        said.push(words.t("detail-matched-short"));
    }
    if figure.scope == Scope::MultiCountry || project.scope == Scope::MultiCountry {
        said.push(words.t("detail-several-short"));
    }
    said.join("; ")
}

/// The rule that chose, in words: which clause spoke and of whom.
pub fn rule_words(headline: &Headline, names: Names<'_>) -> String {
    let words = names.words;
    let figure = &headline.figure;
    let publisher = figure.publisher.map_or_else(|| words.t("detail-nobody-named"), |kind| words.t(kind.message()));
    let args = [
        ("clause", words.t(figure.clause.message()).into()),
        ("source", who(figure, names).into()),
        ("publisher", publisher.to_lowercase().into()),
    ];
    let sourced = figure.source.is_some();
    let rule = if sourced { words.tf("detail-rule", &args) } else { words.t("detail-rule-unsourced") };
    if !headline.by_currency {
        return rule;
    }
    let currency = names.portfolio.currency().to_string();
    format!("{rule} {}", words.tf("clause-currency", &[("currency", currency.into())]))
}

fn who(figure: &SourceFigure, names: Names<'_>) -> String {
    figure.source.as_deref().map_or_else(|| names.words.t("detail-nobody-named"), |id| SourceLine::of(id, names).label)
}

/// What the sources say, those that agree together, the headline first.
pub fn tellings(headline: &Headline, names: Names<'_>) -> Vec<Telling> {
    let mut told: Vec<((i64, Currency), Telling)> = Vec::new();
    for (place, figure) in std::iter::once(&headline.figure).chain(&headline.rivals).enumerate() {
        let clause = names.words.t(figure.clause.message());
        let args = [("source", who(figure, names).into()), ("clause", clause.into())];
        let who = names.words.tf("detail-telling", &args);
        let key = (figure.value, figure.currency);
        match told.iter_mut().find(|(other, _)| *other == key) {
            Some((_, telling)) => telling.who.push(who),
            None => told.push((
                key,
                Telling {
                    figure: figure_millions(figure.value, figure.currency, names, false),
                    spoken: figure_millions(figure.value, figure.currency, names, true),
                    who: vec![who],
                    speaks: place == 0,
                },
            )),
        }
    }
    told.into_iter().map(|(_, telling)| telling).collect()
}
