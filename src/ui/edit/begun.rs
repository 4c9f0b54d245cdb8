//! Rows that were begun and lack what must be there: an amount without its figure says nothing, and in the record it would
//! be one of zero. Until it is whole a row stands in the form alone.

use eframe::egui::{Id, Ui};
use serde_json::Value;

use super::spec::{Field, Kind};

/// The control of a begun row that is filled in first.
pub(super) const BEGUN: &str = "begun row";

/// A row of a field, one at a time.
#[derive(Clone)]
pub(super) struct Begun {
    form: Id,
    pub field: &'static str,
    of: &'static [Field],
    row: Value,
}

impl Begun {
    pub const fn new(form: Id, field: &'static str, of: &'static [Field], row: Value) -> Self {
        Self { form, field, of, row }
    }

    /// What it still lacks.
    pub fn lacks(&self) -> Option<&'static str> {
        lacks(&self.row, self.of)
    }

    /// Keeps it for this form.
    pub fn keep(self, ui: &Ui) {
        let mut all = kept(ui);
        all.retain(|other| (other.form, other.field) != (self.form, self.field));
        all.push(self);
        ui.data_mut(|data| data.insert_temp(at(), all));
    }

    /// Puts it in as the last of its field's rows.
    pub fn put_in(&self, tree: &mut Value) {
        let Some(rows) = tree.as_object_mut().map(|fields| fields.entry(self.field).or_insert(Value::Null)) else {
            return;
        };
        match rows {
            Value::Array(rows) => rows.push(self.row.clone()),
            rows => *rows = Value::Array(vec![self.row.clone()]),
        }
    }

    /// Takes it out of a tree in which it was edited, and keeps it; a row that is whole now stays where it is.
    pub fn take_out(&self, ui: &Ui, tree: &mut Value) {
        let Some(rows) = tree.get_mut(self.field).and_then(Value::as_array_mut) else { return };
        match rows.pop_if(|row| lacks(row, self.of).is_some()) {
            Some(row) => Self { row, ..self.clone() }.keep(ui),
            None => forget(ui, self.form, self.field),
        }
    }

    /// Fills in what it lacks, to see whether all else can stand.
    pub fn fill(&self, tree: &mut Value) {
        let row = tree.get_mut(self.field).and_then(Value::as_array_mut).and_then(|rows| rows.last_mut());
        let Some(row) = row.and_then(Value::as_object_mut) else { return };
        for field in self.of {
            let filling = match field.kind {
                Kind::MustMoney => Value::from(0),
                Kind::Ref(_) => Value::String(String::new()),
                _ => continue,
            };
            let value = row.entry(field.name).or_insert(Value::Null);
            if value.is_null() {
                *value = filling;
            }
        }
    }
}

/// Those of this form.
pub(super) fn of_form(ui: &Ui, form: Id) -> Vec<Begun> {
    kept(ui).into_iter().filter(|begun| begun.form == form).collect()
}

/// Whether a form has any.
pub(super) fn are_any(ui: &Ui, form: Id) -> bool {
    kept(ui).iter().any(|begun| begun.form == form)
}

/// Gives up the one of this field of a form.
pub(super) fn forget(ui: &Ui, form: Id, field: &str) {
    let mut all = kept(ui);
    all.retain(|begun| begun.form != form || begun.field != field);
    ui.data_mut(|data| data.insert_temp(at(), all));
}

/// What a row must have and has not.
pub(super) fn lacks(row: &Value, fields: &[Field]) -> Option<&'static str> {
    let missing = |field: &&Field| match field.kind {
        Kind::MustMoney => row.get(field.name).is_none_or(Value::is_null),
        Kind::Ref(_) => row.get(field.name).and_then(Value::as_str).is_none_or(str::is_empty),
        _ => false,
    };
    fields.iter().find(missing).map(|field| field.name)
}

fn kept(ui: &Ui) -> Vec<Begun> {
    ui.data(|data| data.get_temp(at())).unwrap_or_default()
}

fn at() -> Id {
    Id::unique("begun rows")
}
