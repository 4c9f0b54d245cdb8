//! What was typed in a form and could not be taken: whether there is any in this pass, and how it is said where the form
//! closes over it.

use eframe::egui::{Id, Ui};
use serde_json::Value;

use super::draft::{self, Edited, Step};
use super::form::Form;
use crate::figure::facts::capitalized;
use crate::figure::two_ways;
use crate::session::Command;

/// What is refused in a pass.
#[derive(Clone, Default)]
struct Refused {
    pass: u64,
    /// Whether any of it stands in its field still.
    stands: bool,
    told: Vec<String>,
}

fn at() -> Id {
    Id::unique("refused in a form")
}

fn of_this_pass(ui: &Ui) -> Option<Refused> {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data(|data| data.get_temp::<Refused>(at())).filter(|refused| refused.pass == pass)
}

/// Notes that something typed is refused in this pass, with how that is said; `stands` where it is in its field still.
pub(super) fn note(ui: &Ui, stands: bool, told: String) {
    let new = || Refused { pass: ui.ctx().cumulative_pass_nr(), ..Refused::default() };
    let mut refused = of_this_pass(ui).unwrap_or_else(new);
    refused.stands |= stands;
    refused.told.push(told);
    ui.data_mut(|data| data.insert_temp(at(), refused));
}

/// Whether anything that was typed is refused in this pass.
pub(super) fn is_any(ui: &Ui) -> bool {
    of_this_pass(ui).is_some_and(|refused| refused.stands)
}

/// Says of everything typed that could not be taken: the form closes.
pub fn tell_refused(ui: &Ui, out: &mut Vec<Command>) {
    out.extend(of_this_pass(ui).unwrap_or_default().told.into_iter().map(Command::NotTaken));
}

impl Form<'_> {
    /// That something typed was not taken: of which record and field, why, and what stands.
    pub(super) fn not_taken(&self, path: &[Step], typed: &str, why: &str) -> String {
        let words = &self.session.words;
        let field = path.iter().rev().find_map(|step| match step {
            Step::Field(name) => Some(*name),
            Step::Place(_) => None,
        });
        let stands = draft::at(self.tree, path);
        let (_, [stands, _]) = two_ways(field.unwrap_or_default(), [stands, &Value::Null], self.session.names());
        let name = match self.edited {
            Edited::Entry(entry) => entry.name(words.lang()),
            Edited::Header(header) => header.title.show(words.lang()).to_owned(),
        };
        let args = [
            ("name", name.into()),
            ("field", self.label(path).into()),
            ("typed", typed.into()),
            ("why", capitalized(why).into()),
            ("stands", stands.into()),
        ];
        words.tf("edit-not-taken", &args)
    }
}
