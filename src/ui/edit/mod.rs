//! Editing: the form of a record, all records by their lists, the steps that were done, what refers to a record that is to
//! go.

mod begun;
mod cell;
mod choices;
mod draft;
mod form;
mod pick;
mod refused;
mod rows;
mod settle;
mod spec;
mod told;
mod unsaved;

use std::collections::HashMap;

use eframe::egui::{self, Id, TextEdit, Ui, WidgetInfo};

use super::dialog::{self, Dialog};
use super::kit;
use super::reach;
use super::table;
use super::theme::palette;
use super::worked::working;
use crate::figure::card::reported_value;
use crate::figure::facts::capitalized;
use crate::format::Problem;
use crate::model::{Entry, List, ReportedTotal};
use crate::session::{Command, Edit, Session, Verb};
use draft::Edited;
use form::{FIRST, Form, fault};
pub use refused::tell_refused;
pub use settle::conflicts;
pub use unsaved::{asking, kept_work, notices};

/// How many records of a list are shown at once.
const SHOWN: usize = 200;

/// The form of the record that is being edited, over the views.
pub fn show(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let Some((list, id)) = &session.form else {
        reach::give_focus_back(ui, "form");
        table::edited_no_more(ui);
        return ui.data_mut(|data| data.remove::<(Id, Option<&'static str>)>(Id::unique("form shown")));
    };
    let Some(entry) = session.entry(*list, id) else {
        return out.push(Command::Form(None));
    };
    // A form that opens begins with its first field.
    let form = form_id(session, *list, id);
    let (shown, opened) = (Id::unique("form shown"), (form, session.form_field));
    reach::keep_focus(ui, "form", shown);
    if ui.data(|data| data.get_temp(shown)) != Some(opened) {
        ui.data_mut(|data| data.insert_temp(shown, opened));
        kit::focus_next(ui, FIRST);
    }
    let name = entry.name(session.words.lang());
    let noun = session.words.t(list.message());
    let title = session.words.tf("edit-title", &[("noun", noun.into()), ("name", name.into())]);
    let close = session.words.t("edit-done");
    let dialog = Dialog { id: Id::unique("record form"), title: &title, widest: 900.0, close: &close, begins: false };
    let contents = |ui: &mut Ui| {
        ui.set_width(ui.available_width() - 10.0);
        // What is told over the views cannot be seen from here.
        for notice in session.notices.iter().filter(|notice| notice.failure && notice.offers == Some(Verb::SaveAs)) {
            fault(ui, &notice.text);
        }
        if let Some(field) = session.form_field {
            let edited = Edited::Entry(entry.clone());
            let of = spec::fields(*list).iter().position(|known| known.name == field);
            let of = of.and_then(|at| spec::fields(*list).get(at..=at)).unwrap_or_default();
            let waits = |ui: &Ui| refused::is_any(ui) || begun::are_any(ui, form);
            cell::around(ui, |ui| fields(ui, &edited, of, session, out), waits);
            ui.add_space(8.0);
            if kit::link(ui, &session.words.t("edit-whole"), egui::TextStyle::Body).clicked() {
                out.push(Command::Form(Some((*list, id.clone()))));
            }
            return;
        }
        own_id(ui, &entry, session, out);
        ui.add_space(4.0);
        let edited = Edited::Entry(entry.clone());
        fields(ui, &edited, spec::fields(*list), session, out);
        ui.add_space(14.0);
        ui.horizontal(|ui| {
            for verb in [Verb::CopyRecord, Verb::RemoveRecord] {
                if ui.button(verb.label(session)).clicked() {
                    out.push(Command::Do(verb));
                }
            }
        });
    };
    // Enter within a list of choices is of the list.
    let chooses = egui::Popup::is_any_open(ui.ctx());
    // A dialog takes the key that closes it.
    let escaped = session.form_field.is_some() && ui.input(|input| input.key_pressed(egui::Key::Escape));
    // Another record begins at its top.
    let closed = dialog.show(ui, |ui, height| dialog::scrolled(ui, form, height, false, contents));
    // Enter ends the editing of one field, where it is no new line of its text.
    let entered = session.form_field.is_some() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let waits = chooses || refused::is_any(ui) || begun::are_any(ui, form);
    if closed && escaped {
        out.push(Command::GiveUpField);
    } else if closed {
        tell_refused(ui, out);
        out.push(Command::Form(None));
    } else if entered && !waits && ui.memory(|memory| memory.focused().is_none()) {
        out.push(Command::Form(None));
    }
}

/// The field of a record that a path leads into: `ending` of `ending.sources[0]`.
pub fn field_of(list: List, path: &str) -> Option<&'static str> {
    let name = path.split(['.', '[']).next()?;
    spec::fields(list).iter().map(|field| field.name).find(|known| *known == name)
}

/// What the portfolio says of itself.
pub fn header(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let edited = Edited::Header(Box::new(session.records().header.clone()));
    fields(ui, &edited, spec::HEADER, session, out);
}

/// What tells the form of a record from all others; that of a new one stays the same while its id follows its name.
fn form_id(session: &Session, list: List, id: &str) -> Id {
    let form = Id::unique("record form").with(list.key());
    session.desk().birth(list, id, session.records()).map_or_else(|| form.with(id), |birth| form.with(birth))
}

fn fields(ui: &mut Ui, edited: &Edited, fields: &'static [spec::Field], session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let id = match edited {
        Edited::Entry(entry) => form_id(session, entry.list(), entry.id()),
        Edited::Header(_) => Id::unique("record form").with("header"),
    };
    let mut tree = edited.tree();
    let begun = begun::of_form(ui, id);
    for row in &begun {
        row.put_in(&mut tree);
    }
    let of_record = |problem: &&Problem| match edited {
        Edited::Entry(entry) => problem.list == Some(entry.list()) && problem.record.as_deref() == Some(entry.id()),
        Edited::Header(_) => false,
    };
    let problems = session.document.problems.iter().filter(of_record).collect();
    Form { session, edited, tree: &tree, problems, begun, id }.fields(ui, &[], fields, out);
}

/// The record's id, by which others refer to it: another one turns them all.
fn own_id(ui: &mut Ui, entry: &Entry, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal(|ui| {
        kit::soft(ui, words.t("edit-id"));
        let at = ui.scope_id().with("id");
        let mut typed: String = ui.data(|data| data.get_temp(at)).unwrap_or_else(|| entry.id().to_owned());
        let response = ui.add(TextEdit::singleline(&mut typed).desired_width(240.0));
        response.widget_info(|| kit::text_info(&words.t("edit-id"), &typed));
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(at, typed.clone()));
        }
        let taken = typed != entry.id() && session.entry(entry.list(), &typed).is_some();
        if typed.trim().is_empty() || taken {
            fault(ui, &words.t(if taken { "edit-id-taken" } else { "edit-no-id" }));
        } else if response.lost_focus() && typed != entry.id() {
            ui.data_mut(|data| data.remove_temp::<String>(at));
            out.push(Command::Edit(Edit::Rename { list: entry.list(), id: entry.id().to_owned(), to: typed }));
        }
    });
}

/// The steps that were done, and those that were taken back: a click leads to any of them.
pub fn history(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let (steps, done) = (session.desk().history.steps(), session.desk().history.done());
    let mut row = |ui: &mut Ui, place: usize, text: String| {
        let on = place == done;
        let colour = if place > done { palette(ui).soft } else { palette(ui).text };
        let button = egui::Button::selectable(on, egui::RichText::new(kit::shown(ui, &text)).color(colour)).wrap();
        let response = ui.add(button.min_size(egui::vec2(ui.available_width(), 26.0)));
        response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, on, &text));
        reach::tell_chosen(&response, on);
        if response.clicked() {
            out.push(Command::UndoTo(place));
        }
    };
    row(ui, 0, words.t("history-start"));
    for (place, step) in steps.enumerate() {
        row(ui, place + 1, capitalized(&step.deed.text(words)));
    }
}

/// What refers to the selected record, before it goes.
pub fn remove(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) -> bool {
    let words = &session.words;
    let Some((list, id)) = session.meant_entry() else { return true };
    let Some(entry) = session.entry(list, &id) else { return true };
    let name = entry.name(words.lang());
    let key = (session.document.revision, list, id.clone());
    let find = || session.records().referring(list, &id);
    let referring = super::detail::cached(ui, Id::unique("referring"), key, find);
    let args = [("noun", words.t(list.message()).into()), ("name", name.into()), ("n", referring.len().into())];
    kit::plain(ui, &words.tf("remove-text", &args));
    ui.add_space(4.0);
    for (of, place) in referring.iter().take(30) {
        if let Some(other) = session.records().entry(*of, *place) {
            kit::soft(ui, format!("{}: {}", words.t(of.message()), other.name(words.lang())));
        }
    }
    ui.add_space(8.0);
    let mut done = false;
    ui.horizontal(|ui| {
        let mut choice = |ui: &mut Ui, key: &str, references: bool| {
            if ui.button(words.t(key)).clicked() {
                out.push(Command::Edit(Edit::Remove { list, id: id.clone(), references }));
                done = true;
            }
        };
        if referring.is_empty() {
            choice(ui, "remove-record", false);
        } else {
            choice(ui, "remove-with-references", true);
            choice(ui, "remove-only", false);
        }
        done |= ui.button(words.t("mark-cancel")).clicked();
    });
    done
}

/// A reported total among others of who reported it: with what it says, and when that was said.
fn told_apart(name: &str, total: &ReportedTotal, session: &Session) -> String {
    let (value, said) = (reported_value(total, session.names()), total.as_of.map(|day| session.words.date(day)));
    [Some(name.to_owned()), Some(value).filter(|value| !value.is_empty()), said]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// All records by their lists: to be looked for, edited, added.
pub fn records(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let at = Id::unique("records panel");
    let (mut list, mut typed): (List, String) =
        ui.data(|data| data.get_temp(at)).unwrap_or((List::Organizations, String::new()));
    ui.horizontal_wrapped(|ui| {
        for of in List::ALL {
            let name =
                words.tf("records-list", &[("list", of.key().into()), ("n", session.records().count(of).into())]);
            if ui.selectable_label(list == of, name).clicked() {
                (list, typed) = (of, String::new());
            }
        }
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let search =
            TextEdit::singleline(&mut typed).hint_text(kit::prompt(words.t("edit-look-for"))).desired_width(300.0);
        ui.add(search)
            .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, words.t("edit-look-for")));
        let noun = words.t(list.message());
        if ui.button(words.tf("records-new", &[("noun", noun.into())])).clicked() {
            out.push(Command::Begin(list, typed.trim().to_owned()));
        }
    });
    ui.add_space(4.0);
    let found = pick::found(ui, session, list, &typed);
    let is_looking = found.is_none();
    let found = found.unwrap_or_default();
    let mut often: HashMap<&str, usize> = HashMap::new();
    for (_, name) in found.iter().take(SHOWN) {
        *often.entry(name).or_default() += 1;
    }
    for (id, name) in found.iter().take(SHOWN) {
        let name = match session.entry(list, id) {
            Some(Entry::ReportedTotal(total)) => told_apart(name, &total, session),
            _ if often.get(name.as_str()).is_some_and(|times| *times > 1) => format!("{name} · {id}"),
            _ => name.clone(),
        };
        let button = egui::Button::new(kit::shown(ui, &name)).frame(false).truncate();
        let response = ui.add(button.min_size(egui::vec2(0.0, 24.0)));
        if response.on_hover_text(id).clicked() {
            out.push(Command::Form(Some((list, id.clone()))));
        }
    }
    if is_looking {
        working(ui, session);
    } else if found.is_empty() {
        kit::soft(ui, words.t("edit-none-found"));
    }
    ui.data_mut(|data| data.insert_temp(at, (list, typed)));
}
