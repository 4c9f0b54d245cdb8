//! What is different between two portfolios, or two versions of one: records added, gone and changed field by field,
//! generic over all that records hold. A difference applied to the first gives the second, in its order. Knows no words.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::{List, Portfolio, Record, Table};

/// What is different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff {
    /// What the files say of themselves.
    pub header: Vec<FieldChange>,
    /// The lists in which something is different.
    pub lists: Vec<(List, ListDiff)>,
}

/// What is different in one list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDiff {
    /// Records that only the second has, in its order.
    pub added: Vec<Placed>,
    /// Records that only the first has, in its order.
    pub gone: Vec<Placed>,
    /// Records that both have and that are not the same, in the order of the first.
    pub changed: Vec<RecordChange>,
    /// The ids of the second in their order, where the records of both stand in another one.
    pub order: Option<Vec<RecordId>>,
}

/// The id of a record; where a list has it more than once, which one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The id.
    pub id: String,
    /// 0 for the first with this id.
    pub nth: usize,
}

/// A record and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its id.
    pub id: RecordId,
    /// Its place in its list.
    pub place: usize,
    /// The record.
    pub record: Value,
}

/// What changed in a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// Its id.
    pub id: RecordId,
    /// The record as it was.
    pub before: Value,
    /// Field by field.
    pub fields: Vec<FieldChange>,
}

/// What changed in a field. `null` is what nobody published.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The names from the record inwards: `["name", "es"]`.
    pub path: Vec<String>,
    /// As it was.
    pub before: Value,
    /// As it is.
    pub after: Value,
}

/// What is different between two portfolios.
pub fn diff(a: &Portfolio, b: &Portfolio) -> Diff {
    let mut header = Vec::new();
    if a.header != b.header {
        field_changes(&tree(&a.header), &tree(&b.header), &mut Vec::new(), &mut header);
    }
    let lists = List::ALL.into_iter().map(|list| (list, in_list(list, a, b)));
    Diff { header, lists: lists.filter(|(_, diff)| !diff.is_empty()).collect() }
}

impl Diff {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.header.is_empty() && self.lists.is_empty()
    }
}

impl ListDiff {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty() && self.order.is_none()
    }
}

/// The fields in which two records of one sort differ, each by its names from the record inwards.
pub fn changed_fields(before: &impl Serialize, after: &impl Serialize) -> Vec<Vec<String>> {
    let mut changes = Vec::new();
    field_changes(&tree(before), &tree(after), &mut Vec::new(), &mut changes);
    changes.into_iter().map(|change| change.path).collect()
}

/// All of a portfolio as one tree: what a difference is applied to.
pub fn portfolio_tree(portfolio: &Portfolio) -> Map<String, Value> {
    let mut whole = Map::new();
    whole.insert(HEADER.to_owned(), tree(&portfolio.header));
    for list in List::ALL {
        whole.insert(list.key().to_owned(), Value::Array(list_tree(list, portfolio)));
    }
    whole
}

/// Applies a difference to the tree that it was made from.
pub fn apply(mut whole: Map<String, Value>, diff: &Diff) -> Map<String, Value> {
    if let Some(header) = whole.get_mut(HEADER) {
        diff.header.iter().for_each(|change| set(header, change));
    }
    for (list, diff) in &diff.lists {
        let records = match whole.remove(list.key()) {
            Some(Value::Array(records)) => records,
            _ => Vec::new(),
        };
        whole.insert(list.key().to_owned(), Value::Array(apply_list(records, diff)));
    }
    whole
}

const HEADER: &str = "header";

/// What serialises to no tree (there is nothing such in the model) is nothing.
fn tree(record: &impl Serialize) -> Value {
    serde_json::to_value(record).unwrap_or_default()
}

fn list_tree(list: List, of: &Portfolio) -> Vec<Value> {
    match list {
        List::ReportedTotals => trees(&of.reported_totals),
        List::Themes => trees(&of.themes),
        List::Topics => trees(&of.topics),
        List::Sectors => trees(&of.sectors),
        List::Supports => trees(&of.supports),
        List::Places => trees(&of.places),
        List::Organizations => trees(&of.organizations),
        List::Sources => trees(&of.sources),
        List::Projects => of.projects.iter().map(|project| tree(&*project)).collect(),
        List::Events => trees(&of.events),
        List::Continuity => trees(&of.continuity),
    }
}

fn trees<T: Serialize>(table: &Table<T>) -> Vec<Value> {
    table.iter().map(tree).collect()
}

fn in_list(list: List, a: &Portfolio, b: &Portfolio) -> ListDiff {
    match list {
        List::ReportedTotals => list_diff(&a.reported_totals, &b.reported_totals),
        List::Themes => list_diff(&a.themes, &b.themes),
        List::Topics => list_diff(&a.topics, &b.topics),
        List::Sectors => list_diff(&a.sectors, &b.sectors),
        List::Supports => list_diff(&a.supports, &b.supports),
        List::Places => list_diff(&a.places, &b.places),
        List::Organizations => list_diff(&a.organizations, &b.organizations),
        List::Sources => list_diff(&a.sources, &b.sources),
        List::Projects => {
            let (a, b) = (&a.projects, &b.projects);
            let (ids_a, ids_b) = (ids(a.ids().iter()), ids(b.ids().iter()));
            difference(ids_a, ids_b, |row| a.get(row), |row| b.get(row))
        }
        List::Events => list_diff(&a.events, &b.events),
        List::Continuity => list_diff(&a.continuity, &b.continuity),
    }
}

fn list_diff<T: Record + Serialize + PartialEq>(a: &Table<T>, b: &Table<T>) -> ListDiff {
    let (ids_a, ids_b) = (ids(a.iter().map(Record::id)), ids(b.iter().map(Record::id)));
    difference(ids_a, ids_b, |place| a.get(place), |place| b.get(place))
}

/// What is different between two lists of records, by their ids and what stands where.
fn difference<T: Serialize + PartialEq, R: Deref<Target = T>>(
    ids_a: Vec<RecordId>,
    ids_b: Vec<RecordId>,
    a: impl Fn(usize) -> Option<R>,
    b: impl Fn(usize) -> Option<R>,
) -> ListDiff {
    let places = |ids: &[RecordId]| -> HashMap<RecordId, usize> { ids.iter().cloned().zip(0..).collect() };
    let (in_a, in_b) = (places(&ids_a), places(&ids_b));
    let mut changed = Vec::new();
    for (place, id) in ids_a.iter().enumerate() {
        let (Some(record), Some(other)) = (a(place), in_b.get(id).and_then(|place| b(*place))) else { continue };
        if *record != *other {
            let before = tree(&*record);
            let mut fields = Vec::new();
            field_changes(&before, &tree(&*other), &mut Vec::new(), &mut fields);
            changed.push(RecordChange { id: id.clone(), before, fields });
        }
    }
    let kept_a = ids_a.iter().filter(|id| in_b.contains_key(id));
    let kept_b = ids_b.iter().filter(|id| in_a.contains_key(id));
    let moved = !kept_a.eq(kept_b);
    let (added, gone) = (only(&ids_b, b, &in_a), only(&ids_a, a, &in_b));
    ListDiff { added, gone, changed, order: moved.then_some(ids_b) }
}

/// The records of one list that the other does not have.
fn only<T: Serialize, R: Deref<Target = T>>(
    ids: &[RecordId],
    get: impl Fn(usize) -> Option<R>,
    other: &HashMap<RecordId, usize>,
) -> Vec<Placed> {
    let own = ids.iter().enumerate().filter(|(_, id)| !other.contains_key(id));
    let placed = |(place, id): (usize, &RecordId)| Some(Placed { id: id.clone(), place, record: tree(&*get(place)?) });
    own.filter_map(placed).collect()
}

fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<RecordId> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    ids.map(|id| {
        let count = seen.entry(id).or_default();
        *count += 1;
        RecordId { id: id.to_owned(), nth: *count - 1 }
    })
    .collect()
}

/// Field by field where both are records of the same fields; else the whole.
fn field_changes(a: &Value, b: &Value, path: &mut Vec<String>, out: &mut Vec<FieldChange>) {
    if a == b {
        return;
    }
    if let (Value::Object(before), Value::Object(after)) = (a, b)
        && before.len() == after.len()
        && before.keys().all(|name| after.contains_key(name))
    {
        for (name, value) in before {
            path.push(name.clone());
            field_changes(value, after.get(name).unwrap_or(&Value::Null), path, out);
            path.pop();
        }
        return;
    }
    out.push(FieldChange { path: path.clone(), before: a.clone(), after: b.clone() });
}

fn set(record: &mut Value, change: &FieldChange) {
    let mut at = record;
    for name in &change.path {
        let Some(inner) = at.get_mut(name) else { return };
        at = inner;
    }
    *at = change.after.clone();
}

fn apply_list(records: Vec<Value>, diff: &ListDiff) -> Vec<Value> {
    let own: Vec<String> =
        records.iter().map(|record| record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()).collect();
    let ids = ids(own.iter().map(String::as_str));
    let changes: HashMap<&RecordId, &RecordChange> = diff.changed.iter().map(|change| (&change.id, change)).collect();
    let gone: HashSet<&RecordId> = diff.gone.iter().map(|gone| &gone.id).collect();
    let mut kept: Vec<(RecordId, Value)> = ids.into_iter().zip(records).filter(|(id, _)| !gone.contains(id)).collect();
    for (id, record) in &mut kept {
        if let Some(change) = changes.get(id) {
            change.fields.iter().for_each(|field| set(record, field));
        }
    }
    for added in &diff.added {
        let place = added.place.min(kept.len());
        kept.insert(place, (added.id.clone(), added.record.clone()));
    }
    if let Some(order) = &diff.order {
        let places: HashMap<&RecordId, usize> = order.iter().zip(0..).collect();
        kept.sort_by_key(|(id, _)| places.get(id).copied().unwrap_or(usize::MAX));
    }
    kept.into_iter().map(|(_, record)| record).collect()
}
