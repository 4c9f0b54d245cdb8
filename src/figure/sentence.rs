//! The sentence above every view: the present set in plain words, both of its sums where they differ, and what the
//! sums lack. Its parts are the filter's terms, so that a click on one can change it.

use super::names::Names;
use crate::model::Currency;
use crate::query::{Answer, Field, Filter, Term, Test, Totals, Value};

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// What a click on it does.
    pub action: Option<SpanAction>,
}

/// What a click on a part of the sentence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpanAction {
    /// Change the filter's term at this place.
    Term(usize),
    /// Choose a theme, where none is chosen.
    ChooseTheme,
    /// Open the card of the total.
    Total,
    /// Open the card of what is assigned to the chosen themes.
    Assigned,
    /// Narrow to what has no published amount.
    WithoutAmount,
    /// Narrow to what covers several countries.
    MultiCountry,
    /// Narrow to what has its amount in this other currency; `None` in any other than the portfolio's.
    OtherCurrency(Option<Currency>),
}

/// A whole sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its pieces, in order.
    pub spans: Vec<Span>,
}

impl Sentence {
    /// The sentence as text.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn say(&mut self, text: impl Into<String>) {
        self.spans.push(Span { text: text.into(), action: None });
    }

    fn link(&mut self, text: impl Into<String>, action: SpanAction) {
        self.spans.push(Span { text: text.into(), action: Some(action) });
    }
}

/// The sentence of an answer. Spoken, it says "millones de dólares" where the screen says "mdd".
pub fn sentence(answer: &Answer, names: Names<'_>, spoken: bool) -> Sentence {
    let (words, totals) = (names.words, &answer.totals);
    let mut sentence = Sentence::default();
    let only_multi = totals.country == 0 && totals.multi_country > 0;
    if answer.filter.is_empty() {
        sentence.link(words.t("sentence-all"), SpanAction::ChooseTheme);
        sentence.say(
            words.tf("sentence-all-where", &[("country", names.country_within().into()), ("n", totals.country.into())]),
        );
    } else if totals.projects == 0 {
        sentence.say(words.t("sentence-none"));
        terms(&mut sentence, answer, names, 1);
    } else {
        let count = if only_multi { totals.multi_country } else { totals.country };
        sentence.say(words.tf("sentence-projects", &[("n", count.into())]));
        terms(&mut sentence, answer, names, count);
    }
    if totals.projects > 0 {
        if only_multi {
            sentence.say(words.tf("sentence-only-multi", &[("country", names.country_within().into())]));
        } else {
            money(&mut sentence, answer, names, spoken);
        }
    }
    if answer.perhaps > 0 {
        sentence.say(words.tf("sentence-perhaps", &[("n", answer.perhaps.into())]));
    }
    sentence.say(".");
    sentence
}

fn terms(sentence: &mut Sentence, answer: &Answer, names: Names<'_>, count: usize) {
    for (place, term) in answer.filter.terms.iter().enumerate() {
        sentence.say(" ");
        sentence.link(counted_text(term, names, count), SpanAction::Term(place));
    }
}

/// A term in words: "de trabajo infantil y forzoso", "activos en 2022", "que mencionan «café»".
pub fn term_text(term: &Term, names: Names<'_>) -> String {
    counted_text(term, names, 2)
}

/// A whole filter in words, its terms apart by commas; nothing where it is empty.
pub fn filter_text(filter: &Filter, names: Names<'_>) -> String {
    filter.terms.iter().map(|term| term_text(term, names)).collect::<Vec<_>>().join(", ")
}

/// A term in words that agree with the number of projects it is said of.
fn counted_text(term: &Term, names: Names<'_>, count: usize) -> String {
    let words = names.words;
    let count = ("n", count.into());
    let text = match &term.test {
        Test::Word(word) => words.tf("sentence-word", &[("value", word.as_str().into()), count]),
        Test::Field(field, values) if values.as_slice() == [Value::Missing] => {
            words.tf("sentence-missing", &[("value", lower_first(&names.missing(*field)).into())])
        }
        Test::Field(field, values) => {
            let shown: Vec<String> = values.iter().map(|value| names.value(*field, value)).collect();
            let value = words.tf("sentence-or", &[("list", shown.join(&words.t("list-or")).into())]);
            let value = if matches!(field, Field::Theme | Field::Sector | Field::Supports | Field::Topic) {
                lower_first(&value)
            } else {
                value
            };
            let form = if values.iter().any(is_range) { "range" } else { "one" };
            words.tf(key(*field), &[("value", value.into()), ("form", form.into()), count])
        }
    };
    if term.negated { words.tf("sentence-not", &[("term", text.into())]) } else { text }
}

/// Whether a value has two ends: then "in" does not stand before it.
fn is_range(value: &Value) -> bool {
    match value {
        Value::Dates(from, to) => from != to,
        Value::Years(from, to) => from != to,
        Value::Amounts(from, to) => from != to,
        Value::Missing | Value::Key(_) | Value::Text(_) => false,
    }
}

const fn key(field: Field) -> &'static str {
    match field {
        Field::Theme => "sentence-theme",
        Field::Topic => "sentence-topic",
        Field::Status => "sentence-status",
        Field::Ending => "sentence-ending",
        Field::Implementer => "sentence-implementer",
        Field::Org => "sentence-org",
        Field::State => "sentence-state",
        Field::Sector => "sentence-sector",
        Field::Supports => "sentence-supports",
        Field::Counterpart => "sentence-counterpart",
        Field::Scope => "sentence-scope",
        Field::Year => "sentence-year",
        Field::Start => "sentence-start",
        Field::End => "sentence-end",
        Field::Active => "sentence-active",
        Field::Amount => "sentence-amount",
        Field::Currency => "sentence-currency",
        Field::Source => "sentence-source",
        Field::Doubt => "sentence-doubt",
        Field::Name => "sentence-name",
        Field::Id => "sentence-id",
    }
}

/// What stands for a sum where no amount of a set counts: whether none was published, or none that can be added.
pub fn no_sum(totals: &Totals, names: Names<'_>) -> String {
    let published = totals.negative + totals.other_currencies.len() + totals.multi_country > 0;
    names.words.t(if published { "line-none-counted" } else { "line-no-amount" })
}

/// With a small letter at its beginning, as within a sentence; an acronym keeps its capitals.
pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    // An acronym keeps its capitals.
    let second_is_capital = text.chars().nth(1).is_some_and(char::is_uppercase);
    match chars.next() {
        Some(first) if !second_is_capital => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

fn money(sentence: &mut Sentence, answer: &Answer, names: Names<'_>, spoken: bool) {
    let (words, totals) = (names.words, &answer.totals);
    let millions = |sum: i128| if spoken { names.millions_spoken(sum) } else { names.millions(sum) };
    if totals.with_amount == 0 {
        let none = totals.other_currencies.is_empty() && totals.negative == 0;
        sentence.say(words.t(if none { "sentence-no-amount" } else { "sentence-none-counted" }));
    } else if let Some((assigned, ours)) = totals.assigned.filter(|(assigned, _)| *assigned != totals.sum) {
        sentence.say(words.t("sentence-colon"));
        sentence.link(words.tf("sentence-whole", &[("money", millions(totals.sum).into())]), SpanAction::Total);
        sentence.say(words.t("sentence-of-which"));
        let number = words.millions(assigned);
        sentence.link(words.tf("sentence-assigned", &[("n", number.into())]), SpanAction::Assigned);
        if ours > 0 {
            sentence.say(words.tf("sentence-split-by-us", &[("n", ours.into())]));
        }
    } else {
        sentence.say(if answer.filter.is_empty() { ", ".to_owned() } else { words.t("sentence-colon") });
        sentence.link(words.tf("sentence-awarded", &[("money", millions(totals.sum).into())]), SpanAction::Total);
    }
    if let Some(part) = unsourced(totals.unsourced, names, spoken) {
        sentence.say(format!(" ({part})"));
    }
    for (currency, count, sum) in &totals.other_currencies {
        sentence.say("; ");
        sentence.link(other_currency(names, *currency, *count, *sum), SpanAction::OtherCurrency(Some(*currency)));
    }
    if totals.negative > 0 {
        sentence.say(words.tf("sentence-negative", &[("n", totals.negative.into())]));
    }
    if totals.without_amount > 0 && totals.without_amount < totals.country {
        sentence.say("; ");
        let text = words.tf("sentence-without", &[("n", totals.without_amount.into())]);
        sentence.link(text, SpanAction::WithoutAmount);
    }
    if totals.multi_country > 0 {
        sentence.say("; ");
        let text = words.tf("sentence-multi", &[("n", totals.multi_country.into())]);
        sentence.link(text, SpanAction::MultiCountry);
    }
}

/// "50.00 mdd de un proyecto, sin fuente": how much of a sum no source is named for; `None` where every part has one.
pub fn unsourced((count, sum): (usize, i128), names: Names<'_>, spoken: bool) -> Option<String> {
    let money = if spoken { names.millions_spoken(sum) } else { names.millions(sum) };
    let args = [("money", money.into()), ("n", count.into())];
    (count > 0).then(|| names.words.tf("sum-unsourced", &args))
}

fn other_currency(names: Names<'_>, currency: Currency, count: usize, sum: i128) -> String {
    let money = names.words.money(sum);
    names.words.tf(
        "sentence-other-currency",
        &[("n", count.into()), ("money", money.into()), ("currency", currency.code().into())],
    )
}

/// The line under a table: "152.65 mdd · 18 de 20 con monto publicado · 2 sin monto · 3 de varios países, aparte".
pub fn money_line(answer: &Answer, names: Names<'_>) -> Sentence {
    let (words, totals) = (names.words, &answer.totals);
    let mut line = Sentence::default();
    if totals.projects == 0 {
        line.say(words.t("sentence-none"));
        return line;
    }
    if totals.with_amount > 0 {
        line.link(names.millions(totals.sum), SpanAction::Total);
    } else if totals.country > 0 {
        line.say(no_sum(totals, names));
    }
    if totals.country > 0 {
        let others: usize = totals.other_currencies.iter().map(|(_, count, _)| count).sum();
        let with = totals.with_amount - totals.unsourced.0 + others + totals.negative;
        line.say(words.tf("line-with-amount", &[("n", with.into()), ("of", totals.country.into())]));
    }
    if let Some(part) = unsourced(totals.unsourced, names, false) {
        line.say(format!(" · {part}"));
    }
    let others: usize = totals.other_currencies.iter().map(|(_, count, _)| count).sum();
    if others > 0 {
        line.say(" · ");
        line.link(words.tf("line-other-currency", &[("n", others.into())]), SpanAction::OtherCurrency(None));
    }
    if totals.negative > 0 {
        line.say(" · ");
        line.say(words.tf("line-negative", &[("n", totals.negative.into())]));
    }
    if totals.without_amount > 0 {
        line.say(" · ");
        line.link(words.tf("line-without", &[("n", totals.without_amount.into())]), SpanAction::WithoutAmount);
    }
    if totals.multi_country > 0 {
        if totals.country > 0 {
            line.say(" · ");
        }
        line.link(words.tf("sentence-multi", &[("n", totals.multi_country.into())]), SpanAction::MultiCountry);
    }
    line
}
