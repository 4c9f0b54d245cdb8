//! Edits from here and from elsewhere in one record: which fields stand, and what both changed.

use crate::format::Merge;
use crate::model::{Entry, Portfolio};
use crate::query::changed_fields;

impl Merge {
    /// The records in which others changed what was edited here as well, as they are there now: of these the fields from
    /// here stand.
    pub fn conflicts(&self, theirs: &Portfolio) -> Vec<Entry> {
        let both = |base: &Entry| {
            let is_it = |(was, entry): &&(Option<String>, Entry)| {
                entry.list() == base.list() && was.as_deref() == Some(base.id())
            };
            let mine = self.records.iter().find(is_it).map(|(_, entry)| entry);
            let Some(now) = theirs.entry_with(base.list(), base.id()) else { return mine.cloned() };
            // Taken out here and changed there: it stays.
            let Some(mine) = mine else { return (now != *base).then_some(now) };
            let ours = changed_fields(base, mine);
            let shared = changed_fields(base, &now)
                .into_iter()
                .any(|path| ours.iter().any(|own| own.first() == path.first()) && now != *mine);
            // Called as the person knows it: by what was there before.
            shared.then(|| base.clone())
        };
        self.before.iter().filter_map(both).collect()
    }
}

/// A record with the fields that were edited here, and the others as they are there now. Where both changed a field, the
/// one from here stands.
pub(super) fn merged_fields(base: &Entry, theirs: &Entry, mine: &Entry) -> Option<Entry> {
    let tree = |entry: &Entry| match serde_json::to_value(entry) {
        Ok(serde_json::Value::Object(fields)) => Some(fields),
        _ => None,
    };
    let (base, theirs, mut merged) = (tree(base)?, tree(theirs)?, tree(mine)?);
    for (name, value) in &mut merged {
        if base.get(name) == Some(value) {
            value.clone_from(theirs.get(name)?);
        }
    }
    Entry::read(mine.list(), serde_json::Value::Object(merged)).ok()
}
