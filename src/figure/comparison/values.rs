//! What fields and values of records are called: dates as dates, ids as names, words of the format as words.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::figure::Names;
use crate::i18n::Words;
use crate::model::{
    AmountKind, ContinuityState, EndingKind, EventKind, Lang, OrganizationKind, PartialDate, PublisherKind, Role,
    Status,
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
pub(super) fn field_label(path: &[String], words: &Words) -> String {
    let Some((first, rest)) = path.split_first() else { return String::new() };
    let label = named(first, words);
    match rest.last().map(String::as_str) {
        None => label,
        Some("es") => words.tf("field-in-spanish", &[("field", label.into())]),
        Some("en") => words.tf("field-in-english", &[("field", label.into())]),
        Some(inner) => format!("{label}: {}", named(inner, words)),
    }
}

fn named(field: &str, words: &Words) -> String {
    words.t(match field {
        "about" => "field-about",
        "acronym" => "field-acronym",
        "actual_end" => "field-actual-end",
        "agreement_number" => "field-agreement-number",
        "amounts" => "field-amounts",
        "archived_url" => "field-archived-url",
        "as_of" => "field-as-of",
        "by" => "field-by",
        "consulted" => "field-consulted",
        "continuity" => "field-continuity",
        "count" => "field-count",
        "counterpart" => "field-counterpart",
        "countries" | "country" => "field-country",
        "covers" => "field-covers",
        "currency" => "field-currency",
        "cutoff" => "field-cutoff",
        "date" => "field-date",
        "ending" => "field-ending",
        "events" => "field-events",
        "excerpt" => "field-excerpt",
        "kind" => "field-kind",
        "language" => "field-language",
        "last_action" => "field-last-action",
        "measures" => "field-measures",
        "name" => "field-name",
        "name_ours" => "field-name-ours",
        "named_by_report" => "field-named-by-report",
        "note" | "notes" => "field-notes",
        "organizations" => "field-organizations",
        "period_end" => "field-period-end",
        "period_start" => "field-period-start",
        "planned_end" => "field-planned-end",
        "projects" => "field-projects",
        "projects_as_named" => "field-projects-as-named",
        "published" => "field-published",
        "publisher" => "field-publisher",
        "reported_by" => "field-reported-by",
        "schema" => "field-schema",
        "scope" => "field-scope",
        "sectors" => "field-sectors",
        "short" => "field-short",
        "since" => "field-since",
        "source" | "sources" => "field-sources",
        "start" => "field-start",
        "state" => "field-state",
        "states" => "field-states",
        "status" => "field-status",
        "status_as_of" => "field-status-as-of",
        "summary" => "field-summary",
        "supports" => "field-supports",
        "synonyms" => "field-synonyms",
        "theme" | "themes" => "field-themes",
        "tile" => "field-tile",
        "title" => "field-title",
        "topics" => "field-topics",
        "updated" => "field-updated",
        "url" => "field-url",
        "value" => "field-value",
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

/// A value of a field in words.
pub(super) fn value_text(field: &str, value: &Value, names: Names<'_>) -> String {
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
            if let Some(text) = bilingual(value, words.lang()) {
                return text;
            }
            let told = fields.iter().filter(|(_, value)| is_told(value)).map(|(name, value)| {
                let inner = if name == "kind" { if field.is_empty() { "" } else { field } } else { name };
                format!("{}: {}", named(name, words), value_text(inner, value, names))
            });
            told.collect::<Vec<_>>().join(", ")
        }
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
