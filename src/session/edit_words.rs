//! What was edited and why something was not, in the person's words.

use super::desk::Refusal;
use super::history::Deed;
use crate::figure::field_label;
use crate::format::Merge;
use crate::i18n::Words;
use crate::model::{List, Portfolio};

impl Refusal {
    /// In the person's words: why, and what to do.
    pub fn text(&self, words: &Words) -> String {
        let of = |list: &List, id: &String| [("noun", words.t(list.message()).into()), ("id", id.clone().into())];
        match self {
            Self::Same => words.t("edit-same"),
            Self::NoRecord(list, id) => words.tf("edit-no-record", &of(list, id)),
            Self::Taken(list, id) => words.tf("edit-taken", &of(list, id)),
            Self::Unread(list, id) => words.tf("edit-unread", &of(list, id)),
            Self::NoId => words.t("edit-no-id"),
            Self::Version => words.t("edit-version"),
        }
    }
}

impl Merge {
    /// Which records others changed where they were edited here as well; nothing where there are none.
    pub fn conflicts_text(&self, theirs: &Portfolio, words: &Words) -> Option<String> {
        let names: Vec<String> = self.conflicts(theirs).iter().map(|entry| entry.name(words.lang())).collect();
        let args = [("n", names.len().into()), ("names", names.join(", ").into())];
        (!names.is_empty()).then(|| words.tf("merged-conflicts", &args))
    }

    /// Which fields of the head of the file others changed where they were edited here as well; nothing where there are
    /// none.
    pub fn header_conflicts_text(&self, theirs: &Portfolio, words: &Words) -> Option<String> {
        let labels = self.two_ways_of_header(theirs)?.into_iter().map(|field| field_label(&[field], words));
        let list = labels.collect::<Vec<_>>().join(", ");
        Some(words.tf("merged-header", &[("fields", list.into())]))
    }
}

impl Deed {
    /// "cambiar el monto de Senderos": as it stands behind *Deshacer*.
    pub fn text(&self, words: &Words) -> String {
        let of = |list: &List, name: &String| [("noun", words.t(list.message()).into()), ("name", name.clone().into())];
        match self {
            Self::Changed { name, fields, .. } => match fields.as_slice() {
                [field] => {
                    let field = lower(&field_label(field, words));
                    words.tf("deed-field", &[("field", field.into()), ("name", name.into())])
                }
                fields => words.tf("deed-fields", &[("n", fields.len().into()), ("name", name.into())]),
            },
            Self::Added(list, name) => words.tf("deed-added", &of(list, name)),
            Self::Removed(list, name) => words.tf("deed-removed", &of(list, name)),
            Self::Renamed(list, name) => words.tf("deed-renamed", &of(list, name)),
            Self::Header(fields) => match fields.as_slice() {
                [field] => words.tf("deed-header-field", &[("field", lower(&field_label(field, words)).into())]),
                _ => words.t("deed-header"),
            },
            Self::Several(n) => words.tf("deed-several", &[("n", (*n).into())]),
            Self::SeveralAdded(n) => words.tf("deed-several-added", &[("n", (*n).into())]),
        }
    }
}

/// With a small first letter, as within a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
