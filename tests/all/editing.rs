//! Editing as a person does it in the window.

use std::fs;
use std::sync::Arc;

use crate::common::{TestWorld, frame_harness, opened, session, settle, timed_harness};
use atalaya::format::{Sample, embedded, read_ron};
use atalaya::model::{Entry, Lang, List};
use atalaya::session::{Command, Edit, Meanwhile, Origin, Outside, Selected, Session, Tab, Unsaved, Verb};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn senderos(session: &mut Session) {
    session.apply(Command::Select(Some(Selected::Project("senderos".to_owned()))));
}

fn in_spanish() -> Session {
    let mut session = session(Lang::Es);
    senderos(&mut session);
    session
}

fn window(session: Session) -> Harness<'static, Session> {
    frame_harness([1366.0, 768.0], Theme::Light, session)
}

/// Waits until workers have done what they are at.
fn put(session: &mut Session, change: impl FnOnce(&mut atalaya::model::Project)) {
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    change(&mut project);
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
}

#[test]
fn a_name_typed_in_the_form_shows_everywhere_and_is_one_step() {
    let mut session = session(Lang::Es);
    senderos(&mut session);
    let mut harness = window(session);
    harness.key_press(Key::F2);
    harness.run_steps(3);
    let field = harness.get_by_role_and_label(Role::TextInput, "Siglas");
    field.focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    for letter in ["S", "N", "D"] {
        harness.get_by_role_and_label(Role::TextInput, "Siglas").type_text(letter);
        harness.run_steps(2);
    }
    let edited = harness.state();
    let project = edited.document.portfolio.projects.find("senderos").unwrap();
    assert!(project.acronym.as_deref().is_some_and(|acronym| acronym.contains("SND")), "{:?}", project.acronym);
    assert_eq!(edited.desk().history.steps().len(), 1, "typing on is one step");
    assert!(edited.is_modified() && matches!(edited.document.origin, Origin::Unsaved { new: false, .. }));
    let undo = Verb::Undo.label(edited);
    assert!(undo.starts_with("Deshacer: cambiar «siglas» de"), "{undo}");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().form.is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    let project = harness.state().document.portfolio.projects.find("senderos").unwrap();
    assert_eq!(project.acronym.as_deref(), Some("SENDEROS"));
    assert!(!harness.state().is_modified());
}

#[test]
fn a_date_that_is_none_stays_in_its_field_with_the_reason() {
    let mut session = session(Lang::Es);
    senderos(&mut session);
    let mut harness = window(session);
    harness.key_press(Key::F2);
    harness.run_steps(3);
    let before = harness.state().document.portfolio.projects.find("senderos").unwrap().start;
    harness.get_by_role_and_label(Role::TextInput, "Inicio").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, "Inicio").type_text("2023-13");
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("no hay tal mes").is_some());
    assert_eq!(harness.state().document.portfolio.projects.find("senderos").unwrap().start, before);
    let field = harness.get_by_role_and_label(Role::TextInput, "Inicio");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("2023-13"));
    // Whoever leaves it by Escape leaves what was there: half a date would be another date.
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().document.portfolio.projects.find("senderos").unwrap().start, before);
    assert!(!harness.state().is_modified());
}

#[test]
fn a_whole_date_is_taken_when_its_field_is_left() {
    let mut session = session(Lang::Es);
    senderos(&mut session);
    let mut harness = window(session);
    harness.key_press(Key::F2);
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::TextInput, "Inicio").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, "Inicio").type_text("2020-05");
    harness.run_steps(2);
    assert!(!harness.state().is_modified());
    harness.get_by_role_and_label(Role::TextInput, "Siglas").focus();
    harness.run_steps(3);
    let start = harness.state().document.portfolio.projects.find("senderos").unwrap().start;
    assert_eq!(start.unwrap().to_string(), "2020-05");
}

/// What was typed, is no date and stays behind where the form closes is said: the record has what it had.
#[test]
fn what_was_typed_and_refused_is_said_where_the_form_closes() {
    for by_key in [true, false] {
        let mut session = in_spanish();
        session.apply(Command::Form(Some((List::Projects, "senderos".to_owned()))));
        let mut harness = window(session);
        harness.run_steps(3);
        harness.get_by_role_and_label(Role::TextInput, "Inicio").focus();
        harness.run_steps(2);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.get_by_role_and_label(Role::TextInput, "Inicio").type_text("31/02/2020");
        harness.run_steps(2);
        assert!(harness.query_by_label_contains("ese mes no tiene tal día").is_some());
        if by_key {
            harness.key_press(Key::Escape);
        } else {
            harness.get_all_by_role_and_label(Role::Button, "Listo").next().unwrap().click();
        }
        harness.run_steps(4);
        assert!(harness.state().form.is_none() && !harness.state().is_modified());
        let [notice] = harness.state().notices.as_slice() else { panic!("{:?}", harness.state().notices) };
        for said in ["SENDEROS", "Inicio", "«31/02/2020»", "Queda lo que había"] {
            assert!(notice.text.contains(said), "{said}: {}", notice.text);
        }
    }
}

/// What is done to the table is not done to it from a form that lies over it.
#[test]
fn the_table_under_a_form_is_left_alone() {
    let mut session = session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    session.apply(Command::Form(Some((List::Projects, "senderos".to_owned()))));
    let mut harness = window(session);
    harness.run_steps(3);
    harness.state_mut().apply(Command::Do(Verb::Records));
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Heading, "Todos los registros").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.input_mut().events.push(eframe::egui::Event::Paste("a\tb\n1\t2".to_owned()));
    harness.run_steps(3);
    assert!(harness.state().view.picked.is_empty() && harness.state().bringing.is_none());
}

#[test]
fn removing_says_what_refers_to_it() {
    let mut session = session(Lang::Es);
    session.apply(Command::Select(Some(Selected::Source("ocft-dol-path".to_owned()))));
    let mut harness = window(session);
    harness.state_mut().apply(Command::Do(Verb::RemoveRecord));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("se refiere a él").is_some());
    harness.get_by_label("Quitar, y también las referencias").click();
    harness.run_steps(3);
    let session = harness.state();
    assert!(!session.document.portfolio.sources.has("ocft-dol-path") && session.document.problems.is_empty());
    assert!(session.view.selected.is_none() && session.panel.is_none());
}

#[test]
fn the_list_of_steps_leads_to_any_of_them() {
    let mut session = session(Lang::Es);
    for name in ["A", "B", "C"] {
        put(&mut session, |project| project.acronym = Some(name.to_owned()));
    }
    session.apply(Command::Do(Verb::History));
    let mut harness = window(session);
    harness.get_by_label("Como se abrió").click();
    harness.run_steps(3);
    let acronym = |harness: &Harness<'_, Session>| {
        harness.state().document.portfolio.projects.find("senderos").unwrap().acronym.clone().unwrap()
    };
    assert_eq!(acronym(&harness), "SENDEROS");
    harness.get_by_label_contains("Cambiar «siglas» de A").click();
    harness.run_steps(3);
    assert_eq!((acronym(&harness), harness.state().desk().history.done()), ("B".to_owned(), 2));
}

#[test]
fn a_file_is_saved_in_place_and_its_former_version_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mío ñandú 🦤.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = opened(&path);
    put(&mut session, |project| project.acronym = Some("SND".to_owned()));
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    assert!(!session.is_modified() && session.notices.iter().all(|notice| !notice.failure), "{:?}", session.notices);
    assert!(fs::read_to_string(&path).unwrap().contains("acronym: \"SND\""));
    assert_eq!(fs::read(folder.path().join("mío ñandú 🦤.bak.ron")).unwrap(), embedded());
    session.apply(Command::Do(Verb::Undo));
    assert!(session.is_modified());
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    assert_eq!(fs::read(&path).unwrap(), embedded(), "undone and saved: the same bytes");
}

#[test]
fn closing_asks_what_becomes_of_unsaved_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = opened(&path);
    put(&mut session, |project| project.acronym = Some("SND".to_owned()));
    session.apply(Command::Do(Verb::Quit));
    let mut harness = window(session);
    harness.get_by_role_and_label(Role::Dialog, "¿Guardar los cambios de a.ron?");
    harness.get_by_role_and_label(Role::Button, "Cancelar").click();
    harness.run_steps(3);
    assert!(harness.state().asking.is_none() && harness.state().is_modified());
    let session = harness.state_mut();
    session.apply(Command::Do(Verb::OpenEmbedded));
    session.apply(Command::Unsaved(Unsaved::Save));
    settle(session);
    assert_eq!(session.document.origin, Origin::Embedded, "saved, and then what was asked for");
    assert!(fs::read_to_string(&path).unwrap().contains("\"SND\""));
}

#[test]
fn what_others_write_is_noticed_and_both_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = opened(&path);
    put(&mut session, |project| project.acronym = Some("MINE".to_owned()));
    let theirs =
        String::from_utf8(embedded().to_vec()).unwrap().replace("updated: \"2026-11-24\"", "updated: \"2026-11-25\"");
    fs::write(&path, &theirs).unwrap();
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    assert_eq!(session.outside, Some(Outside::Changed));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs, "never overwritten in silence");
    session.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut session);
    assert_eq!(session.document.portfolio.header.updated.unwrap().to_string(), "2026-11-25");
    assert_eq!(session.document.portfolio.projects.find("senderos").unwrap().acronym.as_deref(), Some("MINE"));
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    let both = fs::read_to_string(&path).unwrap();
    assert!(both.contains("\"MINE\"") && both.contains("2026-11-25"));
}

#[test]
fn one_record_edited_by_two_keeps_the_fields_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = opened(&path);
    put(&mut session, |project| {
        project.acronym = Some("MINE".to_owned());
        project.agreement_number = Some("MINE-1".to_owned());
    });
    let mut theirs = opened(&path);
    put(&mut theirs, |project| {
        project.notes.es = Some("De ellos".to_owned());
        project.agreement_number = Some("THEIRS-1".to_owned());
    });
    theirs.apply(Command::Do(Verb::Save));
    settle(&mut theirs);
    session.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut session);
    let project = session.document.portfolio.projects.find("senderos").unwrap();
    assert_eq!(project.acronym.as_deref(), Some("MINE"));
    assert_eq!(project.notes.es.as_deref(), Some("De ellos"), "what only they changed stays");
    assert_eq!(project.agreement_number.as_deref(), Some("MINE-1"), "what both changed is ours, and told");
    let told = session.notices.iter().any(|notice| notice.failure && notice.text.contains("también en el archivo"));
    assert!(told, "{:?}", session.notices);

    // Field by field it is settled, and a choice is taken back like any edit.
    let mut window = window(session);
    window.run();
    let theirs = "Número de convenio: En la otra versión: THEIRS-1";
    window.get_by_role_and_label(Role::RadioButton, theirs).click();
    window.run();
    let number = |window: &Harness<'_, Session>| {
        window.state().document.portfolio.projects.find("senderos").unwrap().agreement_number.clone()
    };
    assert_eq!(number(&window).as_deref(), Some("THEIRS-1"));
    window.get_by_role_and_label(Role::Button, "Listo").click();
    window.run();
    assert!(window.query_by_role_and_label(Role::RadioButton, theirs).is_none());
    window.state_mut().apply(Command::Do(Verb::Undo));
    assert_eq!(number(&window).as_deref(), Some("MINE-1"));
}

/// That all is saved is said until something is edited.
#[test]
fn what_was_said_of_a_save_goes_with_the_next_edit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = opened(&path);
    put(&mut session, |project| project.acronym = Some("UNO".to_owned()));
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    let told = |session: &Session| session.notices.iter().any(|notice| notice.text.contains("a.ron"));
    assert!(told(&session), "{:?}", session.notices);
    put(&mut session, |project| project.acronym = Some("DOS".to_owned()));
    assert!(!told(&session) && session.is_modified(), "{:?}", session.notices);
}

/// What a total measures is chosen by its name; of what is none of the known the form says what follows.
#[test]
fn what_a_total_measures_is_chosen_and_something_else_is_said_to_be_compared_with_nothing() {
    let mut session = session(Lang::Es);
    let first = session.records().entry(List::ReportedTotals, 0).unwrap().id().to_owned();
    session.apply(Command::Form(Some((List::ReportedTotals, first.clone()))));
    let mut harness = window(session);
    harness.run_steps(3);
    let measures = |harness: &Harness<'_, Session>| {
        let entry = harness.state().entry(List::ReportedTotals, &first);
        let Some(Entry::ReportedTotal(total)) = entry else { panic!("{first}") };
        total.measures.clone()
    };
    let choose = |harness: &mut Harness<'_, Session>, name: &str| {
        harness.get_by_role_and_label(Role::ComboBox, "Qué mide").click();
        harness.run_steps(4);
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(4);
    };
    choose(&mut harness, "ahorro declarado");
    assert_eq!(measures(&harness), "savings");
    choose(&mut harness, "otra cosa");
    harness.get_by_role_and_label(Role::TextInput, "Qué mide: otra cosa").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "Qué mide: otra cosa").type_text("becas");
    harness.run_steps(3);
    assert_eq!(measures(&harness), "becas");
    assert!(harness.query_by_label_contains("no se compara con los registros").is_some());
}

#[test]
fn a_large_file_is_edited_and_only_its_lines_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("grande.ron");
    let mut text = Vec::new();
    Sample { projects: 2_000, seed: 3 }.write(&mut text).unwrap();
    fs::write(&path, &text).unwrap();
    let mut session = opened(&path);
    assert!(session.document.portfolio.projects.listed().is_none(), "it is held packed");
    let (first, last) = (session.records().entry(List::Projects, 0).unwrap(), "s-0001234".to_owned());
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, &last) else { panic!("{last}") };
    project.acronym = Some("EDITADO".to_owned());
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
    session.apply(Command::Edit(Edit::Add(vec![first.clone().with_id("nuevo")])));
    session.apply(Command::Edit(Edit::Remove { list: List::Projects, id: first.id().to_owned(), references: false }));
    settle(&mut session);
    assert_eq!(session.document.index.rows.len(), 2_000);
    session.apply(Command::Type("editado".to_owned()));
    assert_eq!(session.answer().rows.len(), 1, "the edit is found");
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    assert!(!session.is_modified(), "{:?}", session.notices);
    let again = read_ron(&fs::read(&path).unwrap()).unwrap().portfolio;
    assert!(again.projects.has("nuevo") && !again.projects.has(first.id()));
    assert_eq!(again.projects.find(&last).unwrap().acronym.as_deref(), Some("EDITADO"));
    session.apply(Command::UndoTo(0));
    settle(&mut session);
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    assert!(fs::read(&path).unwrap() == text, "undone and saved: the same bytes");
}

#[test]
fn unsaved_work_is_offered_to_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let world = || Arc::new(TestWorld { recovery: Some(folder.path().join("recovery")), ..TestWorld::default() });
    let mut session = Session::new(world());
    session.apply(Command::Language(Lang::Es));
    put(&mut session, |project| project.acronym = Some("SND".to_owned()));
    session.close();
    drop(session);
    let mut next = Session::new(world());
    next.apply(Command::Language(Lang::Es));
    next.look_for_work();
    let mut harness = window(next);
    assert!(harness.query_by_label_contains("Quedó trabajo sin guardar").is_some());
    harness.get_by_role_and_label(Role::Button, "Recuperar").click();
    harness.run_steps(4);
    let session = harness.state_mut();
    assert_eq!(session.document.portfolio.projects.find("senderos").unwrap().acronym.as_deref(), Some("SND"));
    assert!(session.is_modified() && session.left.is_empty());
    session.apply(Command::Do(Verb::Undo));
    assert!(!session.is_modified(), "recovering is a step that can be taken back");
}

/// What was left is shown field by field, and goes only after it was asked.
#[test]
fn unsaved_work_is_shown_field_by_field_and_discarded_only_when_that_was_asked() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = folder.path().join("recovery");
    let world = || Arc::new(TestWorld { recovery: Some(recovery.clone()), ..TestWorld::default() });
    let mut session = Session::new(world());
    put(&mut session, |project| project.acronym = Some("SND".to_owned()));
    session.close();
    drop(session);
    let is_kept = || recovery.join("0.ron").exists();
    let mut next = Session::new(world());
    next.apply(Command::Language(Lang::Es));
    next.look_for_work();
    let mut harness = window(next);
    let press = |harness: &mut Harness<'_, Session>, name: &str| {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(4);
    };
    press(&mut harness, "Ver qué cambia");
    assert!(harness.query_by_label_contains("después «SND»").is_some(), "the field, before and after");
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    press(&mut harness, "Descartar…");
    assert!(harness.query_by_label_contains("después «SND»").is_some() && is_kept(), "it is asked first");
    press(&mut harness, "Cancelar");
    assert!(is_kept() && harness.state().left.len() == 1);
    press(&mut harness, "Descartar…");
    press(&mut harness, "Descartar");
    assert!(!is_kept() && harness.state().left.is_empty() && harness.state().panel.is_none());
    let told = harness.state().notices.iter().any(|notice| notice.text.starts_with("Se descartó"));
    assert!(told, "{:?}", harness.state().notices);
}

#[test]
fn a_project_is_added_copied_and_its_id_turns_what_refers_to_it() {
    let mut session = session(Lang::Es);
    session.apply(Command::Do(Verb::NewProject));
    let (list, id) = session.form.clone().unwrap();
    assert_eq!((list, id.as_str(), session.view.tab), (List::Projects, "proyecto-sin-nombre", Tab::Projects));
    assert_eq!(session.document.portfolio.projects.len(), 24);
    session.apply(Command::Edit(Edit::Rename { list, id, to: "nuevo".to_owned() }));
    assert_eq!(session.form, Some((List::Projects, "nuevo".to_owned())));
    session.apply(Command::Do(Verb::CopyRecord));
    assert!(session.document.portfolio.projects.has("nuevo-2"));
    let theirs = |session: &Session| session.records().referring(List::Organizations, "padf").len();
    let before = theirs(&session);
    let rename = Edit::Rename { list: List::Organizations, id: "padf".to_owned(), to: "fupad".to_owned() };
    session.apply(Command::Edit(rename));
    assert_eq!(session.records().referring(List::Organizations, "fupad").len(), before);
    assert!(before > 0 && theirs(&session) == 0 && session.document.problems.is_empty());
}

/// The head names a country by its code, whatever the list of places calls it.
#[test]
fn another_id_of_a_place_is_no_other_country_of_the_portfolio() {
    let mut session = session(Lang::Es);
    assert!(session.records().position(List::Places, "MX").is_some());
    session.apply(Command::Edit(Edit::Rename { list: List::Places, id: "MX".to_owned(), to: "mexico".to_owned() }));
    assert!(session.records().position(List::Places, "mexico").is_some());
    assert_eq!(session.records().header.country.as_deref(), Some("MX"));
}

#[test]
fn a_form_stays_with_its_record_under_another_id_whatever_is_selected() {
    let mut session = session(Lang::Es);
    let form = |id: &str| Some((List::Organizations, id.to_owned()));
    session.apply(Command::Form(form("padf")));
    let rename = Edit::Rename { list: List::Organizations, id: "padf".to_owned(), to: "fupad".to_owned() };
    session.apply(Command::Edit(rename));
    assert_eq!(session.form, form("fupad"));
}

#[test]
fn a_new_project_in_which_nothing_was_written_goes_again() {
    let mut session = session(Lang::Es);
    session.apply(Command::Do(Verb::NewProject));
    session.apply(Command::Form(None));
    assert_eq!(session.document.portfolio.projects.len(), 23);
    session.apply(Command::Do(Verb::NewProject));
    let (_, id) = session.form.clone().unwrap();
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, &id) else { panic!("{id}") };
    project.name.es = Some("Uno".to_owned());
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
    session.apply(Command::Form(None));
    assert_eq!(session.document.portfolio.projects.len(), 24);
}

#[test]
fn problems_are_shown_with_a_way_to_them_and_a_repair() {
    let mut session = session(Lang::Es);
    put(&mut session, |project| project.sources.push("nadie".to_owned()));
    assert_eq!(session.document.problems.len(), 1);
    session.apply(Command::Do(Verb::ShowProblems));
    let mut harness = window(session);
    harness.get_by_label("Reparar: quitar la referencia").click();
    harness.run_steps(3);
    assert!(harness.state().document.problems.is_empty());
    harness.state_mut().apply(Command::Do(Verb::Undo));
    assert_eq!(harness.state().document.problems.len(), 1);
}

#[test]
fn a_repair_that_is_undone_is_a_problem_at_its_line_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let text = "(\n    schema: 1,\n    title: (es: \"A\"),\n    projects: [\n        (\n            id: \"p\",\n            name: (es: \"P\"),\n            sources: [\"nadie\"],\n        ),\n    ],\n)\n";
    fs::write(&path, text).unwrap();
    let session = opened(&path);
    let lines = |session: &Session| session.document.problems.iter().map(|problem| problem.line).collect::<Vec<_>>();
    let before = lines(&session);
    assert!(before.iter().all(|line| *line > 0) && !before.is_empty(), "{before:?}");
    let mut harness = window(session);
    harness.state_mut().apply(Command::Do(Verb::ShowProblems));
    harness.run_steps(3);
    harness.get_by_label("Reparar: quitar la referencia").click();
    harness.run_steps(3);
    assert!(harness.state().document.problems.len() < before.len());
    harness.state_mut().apply(Command::Do(Verb::Undo));
    harness.run_steps(3);
    assert_eq!(lines(harness.state()), before);
    assert!(harness.query_by_label("–").is_none());
}

#[test]
fn a_cell_is_edited_where_it_stands() {
    let mut session = session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    let mut harness = timed_harness([1366.0, 768.0], Theme::Light, session, 0.02);
    let cell = harness.get_by_role_and_label(Role::Cell, "Inicio, fila 5 de 23: 4 dic 2019");
    let at = cell.rect().center();
    harness.hover_at(at);
    harness.step();
    for _ in 0..2 {
        harness.drag_at(at);
        harness.step();
        harness.drop_at(at);
        harness.step();
    }
    harness.run_steps(3);
    assert_eq!(harness.state().form_field, Some("start"));
    let field = harness.get_by_role_and_label(Role::TextInput, "Inicio");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("2019-12-04"));
    assert!(harness.query_by_role_and_label(Role::TextInput, "Siglas").is_none());
    harness.get_by_label("Editar todo el registro").click();
    harness.run_steps(3);
    assert!(harness.query_by_role_and_label(Role::TextInput, "Siglas").is_some());

    // Enter ends the editing of one field.
    harness.state_mut().apply(Command::EditField(List::Projects, "senderos".to_owned(), "acronym"));
    harness.run_steps(3);
    let field = harness.get_by_role_and_label(Role::TextInput, "Siglas");
    field.focus();
    field.type_text("X");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.state().form.is_none(), "Enter closed it");
    let acronym = harness.state().document.portfolio.projects.find("senderos").unwrap().acronym.clone().unwrap();
    assert!(acronym.contains('X'), "{acronym}");
}

#[test]
fn an_amount_without_a_source_and_letters_nobody_sees_are_shown_as_what_they_are() {
    let mut session = session(Lang::Es);
    put(&mut session, |project| {
        project.name.es = Some("Senderos\u{202e}otro".to_owned());
        for amount in &mut project.amounts {
            amount.source = None;
        }
    });
    session.apply(Command::Type("duda:sin-fuente".to_owned()));
    assert_eq!(session.answer().rows.len(), 1, "it is counted as what has no source");
    let mut window = window(session);
    window.state_mut().apply(Command::Show(Tab::Projects));
    window.run();
    let mut marked = window.query_all_by_label_contains("sin fuente");
    let described = marked.find_map(|cell| cell.accesskit_node().description()).expect("the table marks it");
    assert!(described.contains("El monto no tiene fuente"), "the mark is explained, and how to find all: {described}");
    assert!(window.query_all_by_label_contains("Senderos[U+202E]otro").count() > 0);
}

#[test]
fn a_double_click_where_the_details_open_still_belongs_to_the_table() {
    for size in [[1366.0, 768.0], [1024.0, 640.0]] {
        let mut session = session(Lang::Es);
        session.apply(Command::Show(Tab::Projects));
        let mut harness = timed_harness(size, Theme::Light, session, 0.02);
        // A cell that the details will lie over.
        let cells = harness.query_all_by_role(Role::Cell).map(|cell| cell.rect());
        let at =
            cells.map(|rect| rect.center()).find(|at| at.x > size[0] - 330.0 && at.x < size[0] - 30.0 && at.y > 330.0);
        let at = at.unwrap();
        harness.hover_at(at);
        harness.step();
        for click in 0..2 {
            harness.drag_at(at);
            harness.step();
            harness.drop_at(at);
            harness.run_steps(3);
            assert!(harness.state().view.selected.is_some());
            let close = harness.query_by_label("Cerrar la ficha").is_some();
            assert!(!close || click == 1, "nothing opens between the clicks");
        }
        assert!(harness.state().form.is_some(), "{size:?}: the second click was the table's");
        harness.state_mut().apply(Command::Form(None));
        harness.run_steps(30);
        assert!(harness.query_by_label("Cerrar la ficha").is_some(), "and then they open");
    }
}

#[test]
fn details_over_a_narrow_window_leave_what_is_told_in_sight() {
    let mut session = session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    senderos(&mut session);
    put(&mut session, |project| project.acronym = Some("X".to_owned()));
    let told = session.notices[0].text.clone();
    let harness = frame_harness([1024.0, 640.0], Theme::Light, session);
    let notice = harness.query_all_by_label_contains(&told).next().unwrap().rect();
    let details = harness.get_by_label("Cerrar la ficha").rect();
    assert!(details.top() >= notice.bottom(), "{notice:?} {details:?}");
}

#[test]
fn a_problem_keeps_its_line_while_something_else_is_edited() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let text = String::from_utf8(embedded().to_vec()).unwrap();
    let (head, projects) = text.split_once("projects: [").unwrap();
    let projects = projects.replacen("sources: [", "sources: [\"nadie\", ", 1);
    fs::write(&path, format!("{head}projects: [{projects}")).unwrap();
    let mut session = opened(&path);
    let line = session.document.problems[0].line;
    assert!(line > 0);
    put(&mut session, |project| project.acronym = Some("X".to_owned()));
    assert_eq!(session.document.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [line]);
}
