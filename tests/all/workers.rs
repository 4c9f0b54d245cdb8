//! Where work on another thread panics: what is not saved is kept first, a dialog says so, the window goes on, and nothing is
//! waited for that never comes.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::common::TestWorld;
use atalaya::format::{Sample, embedded};
use atalaya::model::{Entry, Lang, List};
use atalaya::session::{Bring, Command, CompareWith, Edit, Export, Meanwhile, Outside, Session, Tab, TakeOut, Verb};
use atalaya::ui::{self, rescue::Rescue};
use eframe::egui::Ui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// A session of which work of these names fails, with something that is not saved.
fn failing(names: &[&'static str], folder: &Path) -> Session {
    let failing = Mutex::new(names.to_vec());
    let world = TestWorld { recovery: Some(folder.join("kept")), failing, ..TestWorld::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(Lang::Es));
    session
}

fn put(session: &mut Session, acronym: &str) {
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    project.acronym = Some(acronym.to_owned());
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
}

fn rescued(session: Session) -> Harness<'static, Session> {
    let mut rescue = Rescue::default();
    let mut harness =
        Harness::builder().with_size([1024.0, 640.0]).with_context_setup(ui::theme::install).build_ui_state(
            move |ui: &mut Ui, session: &mut Session| {
                let _ = rescue.frame(ui, session, ui::frame);
            },
            session,
        );
    harness.run_steps(2);
    harness
}

/// Draws until something holds; whether it ever came to that.
fn comes_to(harness: &mut Harness<'_, Session>, holds: impl Fn(&Harness<'_, Session>) -> bool) -> bool {
    (0..2_000).any(|_| {
        harness.step();
        let holds = holds(harness);
        if !holds {
            std::thread::sleep(Duration::from_millis(5));
        }
        holds
    })
}

fn stands(harness: &Harness<'_, Session>) -> bool {
    harness.query_by_label("Algo falló en Atalaya").is_some()
}

fn goes_on(harness: &mut Harness<'_, Session>) {
    harness.get_by_label("Seguir").click();
    harness.run_steps(4);
    assert!(!stands(harness));
}

/// A file so large that its answers and figures are made on workers.
fn large(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("grande.ron");
    let mut text = Vec::new();
    Sample { projects: 20_000, seed: 3 }.write(&mut text).unwrap();
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_file_that_the_program_fails_at_leaves_what_was_open_and_keeps_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::fs::write(&path, embedded()).unwrap();
    let mut session = failing(&["open file"], folder.path());
    session.apply(Command::Open(path.clone()));
    put(&mut session, "SND");
    let mut harness = rescued(session);
    assert!(comes_to(&mut harness, stands));
    assert!(harness.query_by_label_contains("Lo que no había guardado quedó resguardado").is_some());
    let kept = std::fs::read_to_string(folder.path().join("kept/0.ron")).unwrap();
    assert!(kept.contains("acronym: \"SND\""));
    goes_on(&mut harness);
    let session = harness.state_mut();
    assert!(session.opening.is_none() && session.is_modified());
    assert!(session.notices.iter().any(|notice| notice.failure && notice.text.contains("No se pudo abrir a.ron")));
    // It can be tried again, and nothing of the fault is left.
    session.apply(Command::Do(Verb::Undo));
    session.apply(Command::Open(path.clone()));
    assert!(comes_to(&mut harness, |harness| harness.state().document.origin.path() == Some(path.as_path())));
}

fn is_whole(harness: &Harness<'_, Session>, path: &Path) -> bool {
    let document = &harness.state().document;
    document.origin.path() == Some(path) && !document.partial
}

#[test]
fn an_answer_that_a_worker_fails_at_is_made_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = large(folder.path());
    let mut session = failing(&["answers", "answers"], folder.path());
    session.apply(Command::Open(path.clone()));
    session.apply(Command::Show(Tab::Projects));
    let mut harness = rescued(session);
    // The first answer is made before the file is shown.
    assert!(comes_to(&mut harness, stands));
    goes_on(&mut harness);
    assert!(comes_to(&mut harness, |harness| is_whole(harness, &path) && !harness.state().is_behind()));
    assert_eq!(harness.state().rows().len(), 20_000);
    harness.state_mut().apply(Command::Type("theme:osh".to_owned()));
    assert!(comes_to(&mut harness, stands));
    goes_on(&mut harness);
    assert!(comes_to(&mut harness, |harness| !harness.state().is_behind()));
    assert!((1..20_000).contains(&harness.state().answer().rows.len()));
    // The next is a worker's again.
    harness.state_mut().apply(Command::Type("theme:gender".to_owned()));
    assert!(comes_to(&mut harness, |harness| !harness.state().is_behind()) && !stands(&harness));
}

#[test]
fn a_figure_that_a_worker_fails_at_is_made_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = large(folder.path());
    let mut session = failing(&["figure"], folder.path());
    session.apply(Command::Open(path.clone()));
    session.apply(Command::Show(Tab::Projects));
    let mut harness = rescued(session);
    // The notice of projects that may be one and the same is a figure of all of them.
    assert!(comes_to(&mut harness, stands));
    goes_on(&mut harness);
    let is_made = |harness: &Harness<'_, Session>| harness.query_by_label_contains("Se está calculando").is_none();
    assert!(comes_to(&mut harness, |harness| is_whole(harness, &path) && is_made(harness)));
    assert!(!stands(&harness));
}

#[test]
fn what_is_brought_in_taken_away_compared_or_saved_ends_when_the_program_fails_at_it() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("otro.ron");
    std::fs::write(&other, embedded()).unwrap();
    let (table, target) = (folder.path().join("a.csv"), folder.path().join("b.ron"));
    std::fs::write(&table, "nombre,monto\nUno,5\n").unwrap();
    let steps: [(&'static str, Command); 4] = [
        ("bring in", Command::Bring(Bring::File(table))),
        ("export", Command::Take(TakeOut::To(Export::Html, folder.path().join("a.html")))),
        ("compare", Command::Compare(CompareWith::File(other))),
        ("save file", Command::SaveAs(target.clone())),
    ];
    for (name, command) in steps {
        let mut session = failing(&[name], folder.path());
        put(&mut session, "SND");
        session.apply(command);
        let mut harness = rescued(session);
        assert!(comes_to(&mut harness, stands), "{name}");
        goes_on(&mut harness);
        let session = harness.state();
        let waits = session.bringing.is_some()
            || session.exporting.is_some()
            || session.comparing.is_some()
            || session.is_saving();
        assert!(!waits && session.is_modified(), "{name}");
        assert!(session.notices.iter().any(|notice| notice.failure), "{name}");
    }
    assert!(!target.exists());
}

#[test]
fn work_that_a_worker_fails_to_keep_is_kept_before_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = failing(&["keep work"], folder.path());
    put(&mut session, "SND");
    let mut harness = rescued(session);
    assert!(comes_to(&mut harness, stands));
    assert!(harness.query_by_label_contains("quedó resguardado").is_some());
    assert!(std::fs::read_to_string(folder.path().join("kept/0.ron")).unwrap().contains("\"SND\""));
    goes_on(&mut harness);
    // The next edit is kept by a worker again.
    put(harness.state_mut(), "SND-2");
    let kept = folder.path().join("kept/0.ron");
    assert!(comes_to(&mut harness, |_| std::fs::read_to_string(&kept).unwrap().contains("\"SND-2\"")));
    assert!(!stands(&harness));
}

#[test]
fn where_the_work_cannot_be_kept_that_is_said_and_not_that_there_was_none() {
    let folder = tempfile::tempdir().unwrap();
    // Under the name of the folder stands a file.
    std::fs::write(folder.path().join("kept"), "").unwrap();
    let mut session = failing(&["compare"], folder.path());
    put(&mut session, "SND");
    session.apply(Command::Compare(CompareWith::Embedded));
    let mut harness = rescued(session);
    assert!(comes_to(&mut harness, stands));
    assert!(harness.query_by_label_contains("no se pudo resguardar").is_some());
    assert!(harness.query_by_label_contains("No había nada sin guardar").is_none());
}

#[test]
fn who_looks_at_the_file_begins_again_where_that_failed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::fs::write(&path, embedded()).unwrap();
    let mut session = failing(&["watch file"], folder.path());
    session.apply(Command::Open(path.clone()));
    let mut harness = rescued(session);
    assert!(comes_to(&mut harness, stands));
    goes_on(&mut harness);
    std::fs::write(&path, [embedded(), b"\n// theirs\n"].concat()).unwrap();
    assert!(comes_to(&mut harness, |harness| harness.state().outside == Some(Outside::Changed)));
}

#[test]
fn many_faults_at_once_are_one_dialog_and_after_the_third_there_is_only_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = rescued(failing(&["compare", "compare", "compare"], folder.path()));
    for time in 1..=3 {
        harness.state_mut().apply(Command::Compare(CompareWith::Embedded));
        assert!(comes_to(&mut harness, stands));
        assert_eq!(harness.query_by_label("Seguir").is_some(), time < 3);
        if time < 3 {
            goes_on(&mut harness);
        }
    }
    assert!(harness.query_by_label("Cerrar").is_some());
}

#[test]
fn a_file_that_cannot_be_read_again_costs_nothing_of_what_was_edited_here() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::fs::write(&path, embedded()).unwrap();
    for meanwhile in [Meanwhile::Reload, Meanwhile::Merge] {
        let mut session = failing(&[], folder.path());
        session.apply(Command::Open(path.clone()));
        let mut harness = rescued(session);
        assert!(comes_to(&mut harness, |harness| harness.state().document.origin.path().is_some()));
        put(harness.state_mut(), "SND");
        std::fs::rename(&path, folder.path().join("elsewhere.ron")).unwrap();
        harness.state_mut().apply(Command::Meanwhile(meanwhile));
        assert!(comes_to(&mut harness, |harness| harness.state().opening.is_none()));
        let session = harness.state();
        assert!(session.is_modified(), "{meanwhile:?}");
        let project = session.document.portfolio.projects.find("senderos").unwrap();
        assert_eq!(project.acronym.as_deref(), Some("SND"));
        std::fs::rename(folder.path().join("elsewhere.ron"), &path).unwrap();
    }
}
