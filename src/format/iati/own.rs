//! What a file of ours says in our own namespace, as the fields of a record. Each field is an element with the name that
//! it has in a portfolio's file; `type` says what is no text: `list`, `record`, `number`, `boolean`.

use serde_json::{Map, Number, Value};

use super::element::{Element, IN_OWN, OWN_PREFIX};
use super::gathered::Gathered;
use crate::format::brought::Loss;
use crate::model::{Entry, Header, List, Project, SCHEMA};

/// What an element says, as a value.
fn value(element: &Element) -> Value {
    match element.attribute("type") {
        Some("list") => Value::Array(element.children.iter().map(value).collect()),
        Some("record") => Value::Object(fields(element)),
        Some("number") => number(element.text.trim()).map_or(Value::Null, Value::Number),
        Some("boolean") => Value::Bool(element.text.trim() == "true"),
        _ => Value::String(element.text.clone()),
    }
}

fn number(text: &str) -> Option<Number> {
    let whole = text.parse::<i64>().ok().map(Number::from);
    whole.or_else(|| text.parse::<f64>().ok().and_then(Number::from_f64))
}

/// The elements of our namespace in it, by the names of the fields that they are.
fn fields(element: &Element) -> Map<String, Value> {
    let own = element.children.iter().filter_map(|child| Some((child.name.strip_prefix(IN_OWN)?, child)));
    own.map(|(name, child)| (name.to_owned(), value(child))).collect()
}

/// A project with the fields that our own record of it states over what its activity says; `None`, and noted, where the
/// record cannot be read.
pub(super) fn completed(project: &Project, record: &Element, gathered: &mut Gathered) -> Option<Project> {
    let told = serde_json::to_value(project).ok().and_then(|mut value| {
        value.as_object_mut()?.extend(fields(record));
        serde_json::from_value(value).ok()
    });
    if told.is_none() {
        gathered.losses.note("atalaya:record", Loss::NotReadable, record.line, &project.id);
    }
    told
}

/// Takes what stands beside the activities of a file of ours; `false` where it is something else.
pub(super) fn take(element: &Element, gathered: &mut Gathered) -> bool {
    let read = match element.name.strip_prefix(IN_OWN) {
        Some("header") => {
            let mut header = fields(element);
            header.insert("schema".to_owned(), SCHEMA.into());
            header.entry("title").or_insert_with(|| Map::new().into());
            serde_json::from_value::<Header>(Value::Object(header)).map(|header| gathered.header = Some(header)).is_ok()
        }
        Some("entry") => {
            let list = element.attribute("list").and_then(List::from_key);
            let mut fields = fields(element);
            // A record without a name in either language has one that says nothing.
            fields.entry("name").or_insert_with(|| Map::new().into());
            let entry = list.and_then(|list| Entry::read(list, Value::Object(fields)).ok());
            entry.map(|entry| gathered.put(entry)).is_some()
        }
        _ => return false,
    };
    if !read {
        gathered.losses.note(
            &element.name.replace(IN_OWN, OWN_PREFIX),
            Loss::NotReadable,
            element.line,
            &element.example(),
        );
    }
    true
}
