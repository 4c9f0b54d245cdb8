//! What fields and values of records are called: dates as dates, ids as names, words of the format as words.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::figure::Names;
use crate::i18n::Words;
use crate::model::{
    AmountKind, ContinuityState, EndingKind, EventKind, Lang, Measured, OrganizationKind, PartialDate, PublisherKind,
    Role, Status,
};
use crate::query::{Field, FieldChange};

/// What a record is called: its name or title in the person's language, else in the other, else its id.
pub(super) fn record_name(record: &Value, id: &str, lang: Lang) -> String {
    let named = ["acronym", "name", "title", "about", "reported_by"].into_iter().filter_map(|field| record.get(field));
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(_) => bilingual(value, lang),
        _ => None,
    };
    named.into_iter().find_map(text).unwrap_or_else(|| id.to_owned())
}

fn bilingual(value: &Value, lang: Lang) -> Option<String> {
    let mut langs = [lang].into_iter().chain(Lang::ALL);
    langs.find_map(|lang| value.get(lang.code())?.as_str()).map(str::to_owned)
}

/// What a field is called; a part of it in one language says which.
pub fn field_label(path: &[String], words: &Words) -> String {
    let Some((first, rest)) = path.split_first() else { return String::new() };
    let label = named(first, words);
    match rest.last().map(String::as_str) {
        None => label,
        Some("es") => words.tf("datum-in-spanish", &[("field", label.into())]),
        Some("en") => words.tf("datum-in-english", &[("field", label.into())]),
        Some(inner) => format!("{label}: {}", named(inner, words)),
    }
}

fn named(field: &str, words: &Words) -> String {
    words.t(match field {
        "about" => "datum-about",
        "acronym" => "datum-acronym",
        "actual_end" => "datum-actual-end",
        "agreement_number" => "datum-agreement-number",
        "amounts" => "datum-amounts",
        "archived_url" => "datum-archived-url",
        "attribution" => "datum-attribution",
        "as_named" => "datum-as-named",
        "as_of" => "datum-as-of",
        "by" => "datum-by",
        "consulted" => "datum-consulted",
        "continuity" => "datum-continuity",
        "count" => "datum-count",
        "counterpart" => "datum-counterpart",
        "countries" | "country" => "datum-country",
        "covers" => "datum-covers",
        "currency" => "datum-currency",
        "cutoff" => "datum-cutoff",
        "date" => "datum-date",
        "ending" => "datum-ending",
        "events" => "datum-events",
        "excerpt" => "datum-excerpt",
        "fiscal_year" => "datum-fiscal-year",
        "kind" => "datum-kind",
        "language" => "datum-language",
        "label" => "datum-label",
        "last_action" => "datum-last-action",
        "measures" => "datum-measures",
        "name" => "datum-name",
        "name_ours" => "datum-name-ours",
        "named_by_report" => "datum-named-by-report",
        "note" | "notes" => "datum-notes",
        "organization" => "datum-organization",
        "organizations" => "datum-organizations",
        "period_end" => "datum-period-end",
        "period_start" => "datum-period-start",
        "planned_end" => "datum-planned-end",
        "projects" => "datum-projects",
        "projects_as_named" => "datum-projects-as-named",
        "published" => "datum-published",
        "publisher" => "datum-publisher",
        "role" => "datum-role",
        "row" => "datum-row",
        "column" => "datum-column",
        "reported_by" => "datum-reported-by",
        "schema" => "datum-schema",
        "scope" => "datum-scope",
        "sectors" => "datum-sectors",
        "share" => "datum-share",
        "short" => "datum-short",
        "since" => "datum-since",
        "source" => "datum-source",
        "sources" => "datum-sources",
        "start" => "datum-start",
        "state" => "datum-state",
        "states" => "datum-states",
        "status" => "datum-status",
        "status_as_of" => "datum-status-as-of",
        "summary" => "datum-summary",
        "supports" => "datum-supports",
        "synonyms" => "datum-synonyms",
        "theme" => "datum-theme",
        "themes" => "datum-themes",
        "tile" => "datum-tile",
        "title" => "datum-title",
        "topics" => "datum-topics",
        "updated" => "datum-updated",
        "url" => "datum-url",
        "value" => "datum-value",
        // A field of a later version is called what the file calls it.
        other => return other.to_owned(),
    })
}

/// The two sides of a change: of lists only what they do not share.
pub(super) fn changed_text(change: &FieldChange, a: Names<'_>, b: Names<'_>) -> (String, String) {
    let field = change.path.last().map(String::as_str).unwrap_or_default();
    // Within an ending or a cut-off the kind is that of the outer field.
    let field = if field == "kind" { change.path.first().map_or(field, String::as_str) } else { field };
    let (Value::Array(before), Value::Array(after)) = (&change.before, &change.after) else {
        return (value_text(field, &change.before, a), value_text(field, &change.after, b));
    };
    let only = |these: &[Value], others: &[Value], names: Names<'_>| {
        let mut left = others.to_vec();
        let mut own = Vec::new();
        for item in these {
            match left.iter().position(|other| other == item) {
                Some(place) => drop(left.swap_remove(place)),
                None => own.push(value_text(field, item, names)),
            }
        }
        own
    };
    let (gone, added) = (only(before, after, a), only(after, before, b));
    if gone.is_empty() && added.is_empty() {
        return (a.words.t("diff-order"), b.words.t("diff-other-order"));
    }
    let joined = |items: Vec<String>| if items.is_empty() { a.words.t("diff-nothing") } else { items.join("; ") };
    (joined(gone), joined(added))
}

/// What a field is called and the two values that it has, in words. Of a text that differs in one language alone, that one
/// is told and the field says which: in the other both say the same.
pub fn two_ways(field: &str, [mine, theirs]: [&Value; 2], names: Names<'_>) -> (String, [String; 2]) {
    let words = names.words;
    let differ = |lang: &Lang| mine.get(lang.code()) != theirs.get(lang.code());
    let mut langs = Lang::ALL.into_iter().filter(differ);
    let is_text = [mine, theirs].into_iter().any(|value| bilingual(value, words.lang()).is_some());
    if let (Some(lang), None) = (langs.next().filter(|_| is_text), langs.next()) {
        let path = [field, lang.code()].map(str::to_owned);
        let told = |value: &Value| value_text(field, value.get(lang.code()).unwrap_or(&Value::Null), names);
        (field_label(&path, words), [told(mine), told(theirs)])
    } else {
        let told = |value: &Value| value_text(field, value, names);
        (field_label(&[field.to_owned()], words), [told(mine), told(theirs)])
    }
}

/// A value of a field in words.
pub fn value_text(field: &str, value: &Value, names: Names<'_>) -> String {
    let words = names.words;
    match value {
        Value::Null => words.t("diff-nothing"),
        Value::Bool(true) => words.t("diff-yes"),
        Value::Bool(false) => words.t("diff-no"),
        Value::Number(number) if field == "value" => match number.as_f64() {
            Some(units) => words.money((units * 100.0).round() as i128),
            None => number.to_string(),
        },
        Value::Number(number) => number.to_string(),
        Value::String(text) => string_text(field, text, names),
        Value::Array(items) if items.is_empty() => words.t("diff-nothing"),
        Value::Array(items) => items.iter().map(|item| value_text(field, item, names)).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            if let Some(text) = bilingual(value, words.lang()).or_else(|| item_text(field, value, names)) {
                return text;
            }
            let told = fields.iter().filter(|(_, value)| is_told(value)).map(|(name, value)| {
                let inner = if name == "kind" && !field.is_empty() { field } else { name };
                format!("{}: {}", named(name, words), value_text(inner, value, names))
            });
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The figure of an amount and its currency.
pub(super) fn money_text(amount: &Value, names: Names<'_>) -> String {
    let told = |name: &str| amount.get(name).filter(|value| is_told(value)).map(|value| value_text(name, value, names));
    [told("value"), told("currency")].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What an amount says besides its figure: its kind, its year, who says so.
pub(super) fn amount_about(amount: &Value, names: Names<'_>) -> String {
    let told = |name: &str, of: &str| amount.get(name).filter(|value| is_told(value)).map(|v| value_text(of, v, names));
    let about = [told("kind", "amounts"), told("fiscal_year", ""), told("as_of", "as_of"), told("source", "source")];
    about.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// An amount, a participation or a theme of a project in a few words; nothing for anything else.
fn item_text(field: &str, value: &Value, names: Names<'_>) -> Option<String> {
    let told = |name: &str, of: &str| value.get(name).filter(|value| is_told(value)).map(|v| value_text(of, v, names));
    match field {
        "amounts" => {
            let money = [told("kind", "amounts"), told("value", "value"), told("currency", "currency")];
            let money: Vec<String> = money.into_iter().flatten().collect();
            let behind = [told("fiscal_year", ""), told("as_of", "as_of"), told("source", "source")];
            let behind: Vec<String> = behind.into_iter().flatten().collect();
            let money = money.join(" ");
            Some(if behind.is_empty() { money } else { format!("{money} ({})", behind.join("; ")) })
        }
        "organizations" => Some(format!("{}: {}", told("role", "role")?, told("organization", "organization")?)),
        "themes" => {
            let share = told("share", "").map(|share| format!(" {share} %")).unwrap_or_default();
            Some(told("theme", "theme")? + &share)
        }
        _ => None,
    }
}

/// Whether there is anything to tell of a value within a record.
fn is_told(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.values().any(is_told),
        _ => true,
    }
}

fn string_text(field: &str, text: &str, names: Names<'_>) -> String {
    let words = names.words;
    let as_words = |message: Option<&'static str>| message.map_or_else(|| text.to_owned(), |key| words.t(key));
    match field {
        "start" | "planned_end" | "actual_end" | "as_of" | "status_as_of" | "published" | "consulted" | "date"
        | "updated" | "period_start" | "period_end" | "since" => {
            text.parse::<PartialDate>().map_or_else(|_| text.to_owned(), |date| words.date(date))
        }
        "themes" | "theme" => names.theme(text),
        "topics" => names.topic(text),
        "sectors" => names.sector(text),
        "supports" => names.support(text),
        "states" | "countries" | "country" => names.place(text),
        "organizations" | "organization" => names.organization(text),
        "sources" | "source" => names.key(Field::Source, text),
        "projects" => names.key(Field::Id, text),
        "measures" => as_words(Measured::from_word(text).map(Measured::message)),
        "role" => as_words(read::<Role>(text).map(Role::message)),
        "amounts" => as_words(read::<AmountKind>(text).map(AmountKind::message)),
        "ending" => as_words(read::<EndingKind>(text).map(EndingKind::message)),
        "status" => as_words(read::<Status>(text).map(Status::message)),
        "state" => as_words(read::<ContinuityState>(text).map(ContinuityState::message)),
        "kind" => as_words(
            read::<EventKind>(text)
                .map(EventKind::message)
                .or_else(|| read::<OrganizationKind>(text).map(OrganizationKind::message))
                .or_else(|| read::<PublisherKind>(text).map(PublisherKind::message)),
        ),
        _ => text.to_owned(),
    }
}

/// A word of the format.
fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(Value::String(text.to_owned())).ok()
}
