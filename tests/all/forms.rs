//! The forms of records: what is typed is taken as people write it, and nothing is in a record that nobody said.

use crate::common::{frame_harness, opened, session, settle};
use atalaya::format::embedded;
use atalaya::model::{Amount, Currency, Entry, Lang, List, Minor};
use atalaya::query::Column;
use atalaya::session::{Command, Edit, Meanwhile, Panel, Selected, Session, Verb};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A window that is high enough for a whole form.
fn window(session: Session) -> Harness<'static, Session> {
    frame_harness([1366.0, 2600.0], Theme::Light, session)
}

fn form_of_senderos() -> Harness<'static, Session> {
    let mut session = session(Lang::Es);
    session.apply(Command::Select(Some(Selected::Project("senderos".to_owned()))));
    session.apply(Command::Do(Verb::EditRecord));
    let mut harness = window(session);
    harness.run_steps(4);
    harness
}

fn amounts(harness: &Harness<'_, Session>) -> Vec<Amount> {
    harness.state().document.portfolio.projects.find("senderos").unwrap().amounts.clone()
}

/// Types into the field that has the focus, over what stands in it.
fn write(harness: &mut Harness<'_, Session>, text: &str) {
    let focused = harness.ctx.memory(eframe::egui::Memory::focused);
    assert!(focused.is_some(), "a field has the focus");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(eframe::egui::Event::Text(text.to_owned()));
    harness.run_steps(3);
}

#[test]
fn an_amount_without_its_figure_is_none_and_its_figure_is_taken_as_people_write_it() {
    let mut harness = form_of_senderos();
    let before = amounts(&harness);
    harness.get_by_role_and_label(Role::Button, "Montos: Agregar").click();
    harness.run_steps(4);
    assert_eq!(amounts(&harness), before, "no figure is no amount, and not one of zero");
    assert!(!harness.state().is_modified());
    assert!(harness.query_by_label_contains("Falta: Monto").is_some(), "what it lacks is said");
    assert!(harness.query_by_role_and_label(Role::Button, "Montos: Agregar").is_none(), "one after the other");
    write(&mut harness, "USD 4.4 millones");
    assert!(harness.query_by_label("= 4,400,000 USD").is_some(), "what is made of it is said");
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let after = amounts(&harness);
    assert_eq!(after[..before.len()], before);
    let new = after.last().unwrap();
    assert_eq!((after.len(), new.value, new.currency), (before.len() + 1, Minor(440_000_000), None));
    assert_eq!(harness.state().desk().history.steps().len(), 1, "one step");
    assert!(harness.query_by_role_and_label(Role::Button, "Montos: Agregar").is_some());
}

#[test]
fn what_is_no_amount_stays_in_its_field_with_the_reason_and_the_row_goes_when_it_is_taken_out() {
    let mut harness = form_of_senderos();
    let before = amounts(&harness);
    harness.get_by_role_and_label(Role::Button, "Montos: Agregar").click();
    harness.run_steps(4);
    for (typed, why) in [("abc", "«abc» no es un monto"), ("1.234", "«1.234» tiene más de dos decimales")] {
        write(&mut harness, typed);
        assert!(harness.query_by_label_contains(why).is_some(), "{typed}");
    }
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert_eq!(amounts(&harness), before);
    let number = before.len() + 1;
    harness.get_by_role_and_label(Role::Button, &format!("Quitar: Montos {number}")).click();
    harness.run_steps(4);
    assert_eq!(amounts(&harness), before);
    assert!(harness.query_by_label_contains("Falta: Monto").is_none());
}

#[test]
fn an_amount_in_another_currency_says_so_and_one_that_names_none_is_of_the_portfolio_s() {
    let mut harness = form_of_senderos();
    harness.get_by_role_and_label(Role::Button, "Montos: Agregar").click();
    harness.run_steps(4);
    write(&mut harness, "MXN 1.234,50");
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let new = amounts(&harness).pop().unwrap();
    assert_eq!((new.value, new.currency), (Minor(123_450), Some("MXN".parse::<Currency>().unwrap())));
    let field = harness.query_all_by_role_and_label(Role::TextInput, "Moneda").last().unwrap();
    assert_eq!(field.accesskit_node().value().as_deref(), Some("MXN"));
}

#[test]
fn an_area_that_nobody_chose_is_in_no_record() {
    let mut harness = form_of_senderos();
    let themes = harness.state().document.portfolio.projects.find("senderos").unwrap().themes.len();
    harness.get_by_role_and_label(Role::Button, "Áreas temáticas: Agregar").click();
    harness.run_steps(4);
    let session = harness.state();
    assert_eq!(session.document.portfolio.projects.find("senderos").unwrap().themes.len(), themes);
    assert!(session.document.problems.is_empty() && !session.is_modified());
    // Its list opens from the keyboard: nothing has lost the focus.
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Button, "Inspección del trabajo").click();
    harness.run_steps(4);
    let now = harness.state().document.portfolio.projects.find("senderos").unwrap().themes.len();
    assert_eq!(now, themes + 1);
    assert!(harness.state().document.problems.is_empty());
}

#[test]
fn the_name_of_a_new_record_is_typed_over_its_placeholder() {
    let mut session = session(Lang::Es);
    session.apply(Command::Do(Verb::NewProject));
    let mut harness = window(session);
    harness.run_steps(4);
    harness.event(eframe::egui::Event::Text("Prueba".to_owned()));
    harness.run_steps(4);
    let (list, id) = harness.state().form.clone().unwrap();
    assert_eq!(harness.state().entry(list, &id).unwrap().name(Lang::Es), "Prueba");
}

/// The id that the program made of the name of a new project follows the name, until somebody writes it or it is saved.
#[test]
fn the_id_of_a_new_project_follows_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(session(Lang::Es));
    harness.state_mut().apply(Command::Do(Verb::NewProject));
    harness.run_steps(4);
    let id = |harness: &Harness<'_, Session>| harness.state().form.clone().map(|(_, id)| id).unwrap_or_default();
    assert_eq!(id(&harness), "proyecto-sin-nombre");
    let event = harness.state().records().entry(List::Events, 0).unwrap();
    let Entry::Event(mut event) = event else { panic!("an event") };
    event.projects.push(id(&harness));
    harness.state_mut().apply(Command::Edit(Edit::Put { entry: Entry::Event(event.clone()), goes_on: false }));
    let steps = harness.state().desk().history.done();
    write(&mut harness, "V");
    for letter in ["í", "a", " ", "L"] {
        harness.event(eframe::egui::Event::Text(letter.to_owned()));
        harness.run_steps(2);
    }
    assert_eq!(id(&harness), "via-l", "letter by letter, in the same field");
    assert_eq!(harness.state().view.selected, Some(Selected::Project("via-l".to_owned())));
    let refers = |harness: &Harness<'_, Session>| {
        let Some(Entry::Event(event)) = harness.state().entry(List::Events, &event.id) else { panic!("an event") };
        event.projects.last().cloned().unwrap()
    };
    assert_eq!(refers(&harness), "via-l");
    assert_eq!(harness.state().desk().history.done(), steps + 1, "one step with the name");
    harness.state_mut().apply(Command::Do(Verb::Undo));
    assert_eq!((id(&harness), refers(&harness)), ("proyecto-sin-nombre".to_owned(), "proyecto-sin-nombre".to_owned()));
    harness.state_mut().apply(Command::Do(Verb::Redo));
    assert_eq!((id(&harness), refers(&harness)), ("via-l".to_owned(), "via-l".to_owned()));

    // Saved under an id, it keeps that.
    harness.state_mut().apply(Command::SaveAs(folder.path().join("a.ron")));
    settle(harness.state_mut());
    harness.run_steps(3);
    harness.event(eframe::egui::Event::Text("ibre".to_owned()));
    harness.run_steps(3);
    let Some(Entry::Project(project)) = harness.state().entry(List::Projects, "via-l") else { panic!("via-l") };
    assert_eq!(project.name.es.as_deref(), Some("Vía Libre"));

    // And one that somebody wrote stays as it was written.
    harness.state_mut().apply(Command::Do(Verb::NewProject));
    harness.run_steps(4);
    let (list, from) = harness.state().form.clone().unwrap();
    harness.state_mut().apply(Command::Edit(Edit::Rename { list, id: from, to: "otro".to_owned() }));
    harness.run_steps(3);
    write(&mut harness, "Otro");
    write(&mut harness, "Otro más");
    assert_eq!(id(&harness), "otro");
}

#[test]
fn a_date_is_taken_as_people_write_it() {
    let mut harness = form_of_senderos();
    harness.get_by_role_and_label(Role::TextInput, "Inicio").focus();
    harness.run_steps(2);
    write(&mut harness, "20/03/2019");
    assert!(harness.query_by_label("= 20 mar 2019").is_some(), "what is made of it is said");
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let start = harness.state().document.portfolio.projects.find("senderos").unwrap().start;
    assert_eq!(start.unwrap().to_string(), "2019-03-20");
}

/// From the list of all records: each kind is made, named, copied, and taken out again.
#[test]
fn records_of_every_kind_are_made_copied_and_taken_out() {
    for list in List::ALL {
        let mut session = session(Lang::Es);
        session.apply(Command::Do(Verb::Records));
        let mut harness = window(session);
        harness.run_steps(4);
        harness.state_mut().apply(Command::Begin(list, String::new()));
        harness.run_steps(4);
        let before = harness.state().records().count(list);
        harness.event(eframe::egui::Event::Text("Algo nuevo".to_owned()));
        harness.run_steps(4);
        let (_, id) = harness.state().form.clone().unwrap();
        let name = harness.state().entry(list, &id).unwrap().name(Lang::Es);
        assert!(name.contains("Algo nuevo"), "{list:?}: {name}");
        harness.get_by_role_and_label(Role::Button, "Duplicar el registro").click();
        harness.run_steps(4);
        let (_, copy) = harness.state().form.clone().unwrap();
        assert_ne!(copy, id, "{list:?}: the copy's form is open");
        assert_eq!(harness.state().records().count(list), before + 1, "{list:?}");
        harness.get_by_role_and_label(Role::Button, "Quitar el registro…").click();
        harness.run_steps(4);
        harness.get_by_role_and_label(Role::Button, "Quitar").click();
        harness.run_steps(4);
        let session = harness.state_mut();
        assert_eq!((session.records().count(list), &session.form), (before, &None), "{list:?}");
        assert_eq!(session.panel, Some(Panel::Records), "{list:?}: the list is there again");
        session.apply(Command::Do(Verb::Undo));
        assert_eq!(session.records().count(list), before + 1, "{list:?}");
        session.apply(Command::Do(Verb::Redo));
        assert_eq!(session.records().count(list), before, "{list:?}");
        session.apply(Command::UndoTo(0));
        assert_eq!(session.desk().written().bytes(), embedded(), "{list:?}: as it was");
    }
}

#[test]
fn a_cell_of_the_table_is_edited_by_the_keyboard_alone() {
    let mut session = session(Lang::Es);
    session.apply(Command::Do(Verb::ShowProjects));
    let mut harness = frame_harness([1366.0, 768.0], Theme::Light, session);
    harness.run_steps(4);
    let press = |harness: &mut Harness<'_, Session>, key: Key| {
        harness.key_press(key);
        harness.run_steps(4);
    };
    harness.get_all_by_role(Role::Grid).next().unwrap().focus();
    harness.run_steps(2);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight] {
        press(&mut harness, key);
    }
    let Some(Selected::Project(id)) = harness.state().view.selected.clone() else { panic!("a project") };
    let start = |harness: &Harness<'_, Session>| {
        harness.state().document.portfolio.projects.find(&id).unwrap().start.map(|date| date.to_string())
    };
    let before = start(&harness);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().form_field, Some("start"), "the field of that cell alone");
    write(&mut harness, "2020-05");
    press(&mut harness, Key::Escape);
    assert_eq!((start(&harness), harness.state().form.is_some()), (before, false), "Escape leaves what was there");
    press(&mut harness, Key::F2);
    assert_eq!(harness.state().form_field, Some("start"), "the table has the focus again");
    write(&mut harness, "2020-05");
    press(&mut harness, Key::Enter);
    assert_eq!((start(&harness).as_deref(), harness.state().form.is_some()), (Some("2020-05"), false));
    // Back to the whole line, whose key edits the whole record.
    for key in [Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft, Key::F2] {
        press(&mut harness, key);
    }
    assert_eq!((harness.state().form.is_some(), harness.state().form_field), (true, None));
}

/// The table of projects, with the keyboard on the cell of the first project's beginning, and that being edited.
fn cell_of_the_beginning() -> (Harness<'static, Session>, String) {
    let mut session = session(Lang::Es);
    session.apply(Command::Do(Verb::ShowProjects));
    let mut columns = session.settings.columns.clone();
    for column in &mut columns {
        column.shown &= matches!(column.column, Column::Name | Column::Start | Column::PlannedEnd | Column::Status);
    }
    session.apply(Command::Columns(columns));
    let mut harness = frame_harness([1366.0, 768.0], Theme::Light, session);
    harness.run_steps(4);
    harness.get_all_by_role(Role::Grid).next().unwrap().focus();
    harness.run_steps(2);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::Enter] {
        harness.key_press(key);
        harness.run_steps(4);
    }
    let Some(Selected::Project(id)) = harness.state().view.selected.clone() else { panic!("a project") };
    (harness, id)
}

fn tab(harness: &mut Harness<'_, Session>, modifiers: Modifiers) {
    harness.key_press_modifiers(modifiers, Key::Tab);
    harness.run_steps(8);
}

#[test]
fn tab_keeps_a_cell_and_goes_to_the_next_and_shift_tab_to_the_one_before() {
    let (mut harness, id) = cell_of_the_beginning();
    let edited = |harness: &Harness<'_, Session>| {
        (harness.state().form.clone().map(|(_, id)| id).unwrap_or_default(), harness.state().form_field.unwrap_or(""))
    };
    write(&mut harness, "2020-05");
    tab(&mut harness, Modifiers::NONE);
    let start = harness.state().document.portfolio.projects.find(&id).unwrap().start;
    assert_eq!(start.unwrap().to_string(), "2020-05", "what was written is kept");
    let (of, next) = edited(&harness);
    assert!(of == id && next != "start" && !next.is_empty(), "{of} {next}");
    tab(&mut harness, Modifiers::SHIFT);
    assert_eq!(edited(&harness), (id.clone(), "start"));
    // What is no date waits to be mended.
    write(&mut harness, "2020-13");
    tab(&mut harness, Modifiers::NONE);
    assert_eq!(edited(&harness), (id.clone(), "start"));
    assert!(harness.get_by_role_and_label(Role::TextInput, "Inicio").is_focused());
    write(&mut harness, "2020-06");
    // Through the cells of the line to the next one, which is shown then.
    let mut seen = vec![edited(&harness)];
    for _ in 0..12 {
        tab(&mut harness, Modifiers::NONE);
        assert!(harness.state().form.is_some(), "{seen:?}");
        if seen.last() != Some(&edited(&harness)) {
            seen.push(edited(&harness));
        }
        if edited(&harness).0 != id {
            break;
        }
    }
    let (second, field) = seen.last().unwrap().clone();
    assert!(second != id && field == "name", "{seen:?}");
    assert_eq!(harness.state().view.selected, Some(Selected::Project(second.clone())));
    // A cell with two lines is gone through before the next.
    tab(&mut harness, Modifiers::NONE);
    assert_eq!(edited(&harness), (second.clone(), "name"), "its English");
    tab(&mut harness, Modifiers::NONE);
    assert_ne!(edited(&harness), (second.clone(), "name"));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    // The keyboard is on the cell that was edited last.
    harness.key_press(Key::F2);
    harness.run_steps(4);
    assert_eq!(edited(&harness).0, second);
    assert_ne!(edited(&harness).1, "name");
}

#[test]
fn escape_leaves_a_cell_as_it_was_also_where_it_is_a_text_or_a_choice() {
    let mut session = session(Lang::Es);
    let before = session.entry(List::Projects, "senderos").unwrap();
    session.apply(Command::EditField(List::Projects, "senderos".to_owned(), "acronym"));
    let mut harness = window(session);
    harness.run_steps(4);
    write(&mut harness, "OTRAS");
    assert_ne!(harness.state().entry(List::Projects, "senderos").unwrap(), before, "shown while it is typed");
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    let session = harness.state_mut();
    assert!(session.form.is_none() && !session.is_modified());
    assert_eq!(session.entry(List::Projects, "senderos").unwrap(), before);
    session.apply(Command::Do(Verb::Redo));
    assert_ne!(session.entry(List::Projects, "senderos").unwrap(), before, "and nothing is lost");
    session.apply(Command::Do(Verb::Undo));

    // A tick is made by the space bar; Enter ends, Escape takes it back.
    for (key, kept) in [(Key::Enter, true), (Key::Escape, false)] {
        let session = harness.state_mut();
        session.apply(Command::EditField(List::Projects, "senderos".to_owned(), "name_ours"));
        harness.run_steps(4);
        harness.key_press(Key::Space);
        harness.run_steps(4);
        harness.key_press(key);
        harness.run_steps(4);
        let Some(Entry::Project(now)) = harness.state().entry(List::Projects, "senderos") else { panic!("senderos") };
        let Entry::Project(before) = &before else { panic!("a project") };
        assert!(harness.state().form.is_none());
        assert_eq!(now.name_ours != before.name_ours, kept);
        harness.state_mut().apply(Command::UndoTo(0));
    }
}

/// What opens has the focus where something can be done at once: also where nothing stands there yet.
#[test]
fn a_cell_begins_with_its_first_control_whatever_it_holds() {
    let mut session = session(Lang::Es);
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    project.amounts.clear();
    project.themes.clear();
    project.organizations.clear();
    project.states.clear();
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
    let Some(Entry::Event(mut event)) = session.records().entry(List::Events, 0) else { panic!("an event") };
    event.projects_as_named.clear();
    session.apply(Command::Edit(Edit::Put { entry: Entry::Event(event.clone()), goes_on: false }));
    let theme = session.records().entry(List::Themes, 0).unwrap().id().to_owned();
    let mut harness = window(session);
    let of_project = ["amounts", "themes", "organizations", "states", "name_ours", "ending", "status", "counterpart"];
    let cells = of_project.map(|field| (List::Projects, "senderos".to_owned(), field)).into_iter().chain([
        (List::Events, event.id.clone(), "projects_as_named"),
        (List::Events, event.id.clone(), "last_action"),
        (List::Themes, theme, "named_by_report"),
    ]);
    for (list, id, field) in cells {
        harness.state_mut().apply(Command::EditField(list, id, field));
        harness.run_steps(4);
        let focused = harness.query_all_by(|node| node.is_focused() && node.label().is_some()).next();
        let focused = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
        assert!(!focused.is_empty() && focused != "Listo", "{field}: {focused:?}");
        harness.state_mut().apply(Command::Form(None));
        harness.run_steps(3);
    }
}

/// What a record refers to is mended in its own form, and the one below is there again.
#[test]
fn a_source_made_on_the_spot_is_filled_in_over_the_form_that_needs_it() {
    let mut harness = form_of_senderos();
    harness.get_by_role_and_label(Role::Button, "Montos: Agregar").click();
    harness.run_steps(4);
    write(&mut harness, "5");
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let last = harness.query_all_by_role_and_label(Role::Button, "Fuente: sin dato").last().unwrap();
    last.click();
    harness.run_steps(4);
    // Typed and taken by Enter, without the mouse.
    harness.event(eframe::egui::Event::Text("Nota de prensa nueva".to_owned()));
    harness.run_steps(4);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let source = amounts(&harness).pop().unwrap().source.unwrap();
    assert_eq!(harness.state().entry(List::Sources, &source).unwrap().name(Lang::Es), "Nota de prensa nueva");
    harness.get_by_role_and_label(Role::Button, "Editar Nota de prensa nueva").click();
    harness.run_steps(4);
    assert_eq!(harness.state().form, Some((List::Sources, source)));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().form, Some((List::Projects, "senderos".to_owned())), "the form below is there again");
}

/// Whatever becomes of the records below, by undoing or by others: their forms show them as they are, or are closed.
#[test]
fn forms_below_follow_their_records() {
    let mut session = session(Lang::Es);
    let (projects, sources) = (List::Projects, List::Sources);
    let shown = |session: &Session| (session.form.clone().map(|(_, id)| id), session.form_field);
    let rename = |session: &mut Session, id: &str, to: &str| {
        session.apply(Command::Edit(Edit::Rename { list: projects, id: id.to_owned(), to: to.to_owned() }));
    };
    rename(&mut session, "senderos", "sendas");
    session.apply(Command::EditField(projects, "sendas".to_owned(), "sources"));
    session.apply(Command::FormOver(sources, "ocft-dol-path".to_owned()));
    session.apply(Command::Do(Verb::Undo));
    session.apply(Command::Form(None));
    assert_eq!(shown(&session), (Some("senderos".to_owned()), Some("sources")), "under its former id, in its field");
    session.apply(Command::FormOver(sources, "ocft-dol-path".to_owned()));
    session.apply(Command::FormOver(sources, "ocft-dol-path".to_owned()));
    session.apply(Command::Edit(Edit::Remove { list: projects, id: "senderos".to_owned(), references: true }));
    session.apply(Command::Form(None));
    assert_eq!(shown(&session).0.as_deref(), Some("ocft-dol-path"));
    session.apply(Command::Form(None));
    assert_eq!(shown(&session), (None, None), "its record is gone");
    // A record that is gone leads to the form below it.
    session.apply(Command::Do(Verb::Undo));
    session.apply(Command::Form(Some((projects, "senderos".to_owned()))));
    session.apply(Command::FormOver(sources, "ocft-dol-path".to_owned()));
    session.apply(Command::Edit(Edit::Remove { list: sources, id: "ocft-dol-path".to_owned(), references: true }));
    assert_eq!(shown(&session), (Some("senderos".to_owned()), None));
}

#[test]
fn forms_stay_open_where_a_file_is_read_again_and_has_their_records() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::fs::write(&path, embedded()).unwrap();
    let mut mine = opened(&path);
    mine.apply(Command::Form(Some((List::Projects, "senderos".to_owned()))));
    mine.apply(Command::FormOver(List::Sources, "ocft-dol-path".to_owned()));
    let mut other = opened(&path);
    let (list, id) = (List::Sources, "ocft-dol-path".to_owned());
    other.apply(Command::Edit(Edit::Remove { list, id, references: true }));
    other.apply(Command::Do(Verb::Save));
    settle(&mut other);
    mine.apply(Command::Meanwhile(Meanwhile::Reload));
    settle(&mut mine);
    assert_eq!(mine.form, Some((List::Projects, "senderos".to_owned())), "the one whose record is gone is closed");
}

/// From the list of problems to the field that has one, and back to the list.
#[test]
fn a_problem_leads_to_its_field_and_the_list_is_there_again() {
    let mut session = session(Lang::Es);
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    project.ending.sources.push("no-existe".to_owned());
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
    session.apply(Command::Do(Verb::ShowProblems));
    let mut harness = window(session);
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Button, "Editar SENDEROS").click();
    harness.run_steps(4);
    assert_eq!(harness.state().form_field, Some("ending"), "the field that has it");
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!((harness.state().form.is_some(), harness.state().panel), (false, Some(Panel::Problems)));
    harness.get_by_label("Reparar: quitar la referencia").click();
    harness.run_steps(4);
    assert!(harness.state().document.problems.is_empty());
    harness.state_mut().apply(Command::Do(Verb::Undo));
    assert_eq!(harness.state().document.problems.len(), 1, "a repair is taken back like anything");
}

/// A sign that the font has not is shown by its number and told as it is; the name of the file stays.
#[test]
fn an_emoji_in_the_name_of_a_file_is_told_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mío 🦤.bak.ron");
    std::fs::write(&path, embedded()).unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::Open(path.clone()));
    let start = std::time::Instant::now();
    while session.opening.is_some() {
        session.take_results();
        assert!(start.elapsed() < std::time::Duration::from_secs(20));
    }
    assert_eq!(session.document.origin.path(), Some(path.as_path()));
    let mut harness = frame_harness([1366.0, 768.0], Theme::Light, session);
    harness.run_steps(4);
    // The notice and the button that closes it.
    assert_eq!(harness.query_all_by_label_contains("la versión anterior de mío 🦤.ron").count(), 2);
}
