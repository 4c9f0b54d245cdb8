//! Edits from here and from elsewhere in one record: which fields stand, and what both changed.

use serde::{Deserialize as _, Serialize};
use serde_json::{Map, Value};

use crate::format::{Merge, turn_header, turn_record};
use crate::model::{Entry, Header, List, Portfolio};
use crate::query::changed_fields;

/// A record in which a field was changed here and elsewhere, each its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Its list.
    pub list: List,
    /// Its id as it is here.
    pub id: String,
    /// The fields in question.
    pub fields: Vec<TwoWays>,
}

/// A field and its two values, as in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoWays {
    /// Its name.
    pub field: String,
    /// As it was changed here.
    pub mine: Value,
    /// As it was changed elsewhere.
    pub theirs: Value,
}

/// What edits make of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Becomes {
    Changed,
    New,
    Gone,
}

/// A record that edits change, or the head of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// Its list; none for the head.
    pub list: Option<List>,
    /// Its id; that of the record before it was edited where it had another.
    pub id: String,
    /// The record as it is to be, of one that goes as it was; nothing where that is not known.
    pub record: Option<Entry>,
    /// What is made of it.
    pub becomes: Becomes,
    /// Its fields that become others; of one that comes in those that say something.
    pub fields: Vec<FieldChange>,
}

/// A field before and after, as in the file; what is not known or not there is null.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// Before.
    pub before: Value,
    /// After.
    pub after: Value,
}

impl Merge {
    /// What these edits change, record by record and field by field.
    pub fn changes(&self) -> impl Iterator<Item = RecordChange> {
        let of_record = |(was, after): &(Option<String>, Entry)| {
            let list = after.list();
            let base = was.as_deref().and_then(|was| self.base(list, was));
            RecordChange {
                list: Some(list),
                id: was.as_deref().unwrap_or_else(|| after.id()).to_owned(),
                record: Some(after.clone()),
                becomes: if was.is_some() { Becomes::Changed } else { Becomes::New },
                fields: field_changes(base, after),
            }
        };
        let of_gone = |(list, id): &(List, String)| RecordChange {
            list: Some(*list),
            id: id.clone(),
            record: self.base(*list, id).cloned(),
            becomes: Becomes::Gone,
            fields: Vec::new(),
        };
        let of_head = |header: &Header| RecordChange {
            list: None,
            id: String::new(),
            record: None,
            becomes: Becomes::Changed,
            fields: field_changes(self.header_before.as_ref(), header),
        };
        let records = self.records.iter().map(of_record);
        self.header.iter().map(of_head).chain(records).chain(self.removed.iter().map(of_gone))
    }
}

/// The fields that become others; where nothing is known of before, those that say something.
fn field_changes<T: Serialize>(before: Option<&T>, after: &T) -> Vec<FieldChange> {
    let known = before.and_then(|before| fields_of(before));
    let says_something = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.values().any(|value| !value.is_null()),
        Value::Bool(_) | Value::Number(_) => true,
    };
    let becomes = |(field, after): (String, Value)| {
        let before = known.as_ref().and_then(|known| known.get(&field)).cloned().unwrap_or_default();
        let differs = if known.is_some() { before != after } else { says_something(&after) };
        differs.then_some(FieldChange { field, before, after })
    };
    fields_of(after).unwrap_or_default().into_iter().filter_map(becomes).collect()
}

impl Conflict {
    /// Which of the two a record has in a field: ours, theirs, or neither any more.
    pub fn stands(&self, entry: &Entry, field: &TwoWays) -> Option<bool> {
        let now = fields_of(entry)?.remove(&field.field)?;
        [(&field.mine, false), (&field.theirs, true)].into_iter().find(|(value, _)| **value == now).map(|(_, it)| it)
    }

    /// The record with their values, or ours, in these of the fields.
    pub fn with(&self, entry: &Entry, theirs: bool, fields: &[TwoWays]) -> Option<Entry> {
        let mut tree = fields_of(entry)?;
        for field in fields {
            let value = if theirs { &field.theirs } else { &field.mine };
            tree.insert(field.field.clone(), value.clone());
        }
        Entry::read(self.list, Value::Object(tree)).ok()
    }
}

impl Merge {
    /// The fields of the head of the file that were changed here and in another version, each its own way. The edits are
    /// those [beside](super::desk::Desk::beside) that version.
    pub fn two_ways_of_header(&self, theirs: &Portfolio) -> Option<Vec<String>> {
        let (base, mine) = (fields_of(self.header_before.as_ref()?)?, fields_of(self.header.as_ref()?)?);
        let mut header = theirs.header.clone();
        turn_header(&mut header, &self.renamed(theirs));
        let theirs = fields_of(&header)?;
        let both = |(name, mine): &(&String, &Value)| {
            base.get(*name) != Some(mine) && theirs.get(*name) != base.get(*name) && theirs.get(*name) != Some(mine)
        };
        let fields: Vec<String> = mine.iter().filter(both).map(|(name, _)| name.clone()).collect();
        (!fields.is_empty()).then_some(fields)
    }
}

/// The head of a file with what was edited here, and all else as it is there now.
pub(super) fn merged_header(base: &Header, theirs: &Header, mine: &Header) -> Option<Header> {
    Header::deserialize(Value::Object(merged(base, theirs, mine)?)).ok()
}

/// The fields as they are here where they were edited here, and as they are there elsewhere.
fn merged<T: Serialize>(base: &T, theirs: &T, mine: &T) -> Option<Map<String, Value>> {
    let (base, theirs, mut merged) = (fields_of(base)?, fields_of(theirs)?, fields_of(mine)?);
    for (name, value) in &mut merged {
        if base.get(name) == Some(value) {
            value.clone_from(theirs.get(name)?);
        }
    }
    Some(merged)
}

pub(super) fn fields_of(record: &impl Serialize) -> Option<Map<String, Value>> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

impl Merge {
    /// The fields that were changed here and in another version, each its own way. The edits are those
    /// [beside](super::desk::Desk::beside) that version, and what is said of theirs refers to records by their ids here.
    pub fn two_ways(&self, theirs: &Portfolio) -> Vec<Conflict> {
        let renamed = self.renamed(theirs);
        let of_record = |(was, mine): &(Option<String>, Entry)| {
            let (list, was) = (mine.list(), was.as_deref()?);
            let mut now = theirs.entry_with(list, was)?;
            turn_record(&mut now, &renamed);
            let (base, now) = (fields_of(self.base(list, was)?)?, fields_of(&now)?);
            let mut fields = Vec::new();
            for (field, mine) in fields_of(mine)? {
                let (before, theirs) = (base.get(&field)?, now.get(&field)?);
                if field != "id" && *before != mine && before != theirs && *theirs != mine {
                    fields.push(TwoWays { theirs: theirs.clone(), field, mine });
                }
            }
            (!fields.is_empty()).then(|| Conflict { list, id: mine.id().to_owned(), fields })
        };
        self.records.iter().filter_map(of_record).collect()
    }

    /// The records in which others changed what was edited here as well, as they are there now: of these the fields from
    /// here stand.
    pub fn conflicts(&self, theirs: &Portfolio) -> Vec<Entry> {
        let renamed = self.renamed(theirs);
        let both = |base: &Entry| {
            let is_it = |(was, entry): &&(Option<String>, Entry)| {
                entry.list() == base.list() && was.as_deref() == Some(base.id())
            };
            let mine = self.records.iter().find(is_it).map(|(_, entry)| entry);
            let Some(mut now) = theirs.entry_with(base.list(), base.id()) else { return mine.cloned() };
            turn_record(&mut now, &renamed);
            // Taken out here and changed there: it stays.
            let Some(mine) = mine else { return (now != *base).then_some(now) };
            let ours = changed_fields(base, mine);
            let shared = changed_fields(base, &now)
                .into_iter()
                .any(|path| ours.iter().any(|own| own.first() == path.first()) && now != *mine);
            // Called as it is here, as the table and what is to be settled call it.
            shared.then(|| mine.clone())
        };
        self.before.iter().filter_map(both).collect()
    }
}

/// A record with the fields that were edited here, and the others as they are there now. Where both changed a field, the
/// one from here stands.
pub(super) fn merged_fields(base: &Entry, theirs: &Entry, mine: &Entry) -> Option<Entry> {
    Entry::read(mine.list(), Value::Object(merged(base, theirs, mine)?)).ok()
}
