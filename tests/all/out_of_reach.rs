//! Files and folders that cannot be written, or are gone: it is said, another name is offered, and nothing is lost.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{frame_harness, opened, settle};
use atalaya::format::embedded;
use atalaya::model::List;
use atalaya::session::{Command, Edit, Effect, Session, Verb};
use eframe::egui::Theme;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

fn file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dentro").join("a.atalaya.ron");
    fs::create_dir(path.parent().unwrap()).unwrap();
    fs::write(&path, embedded()).unwrap();
    (folder, path)
}

/// Whether the file or folder can be written or not.
fn lock(path: &Path, locked: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(locked);
    fs::set_permissions(path, permissions).unwrap();
}

fn edit_and_save(session: &mut Session) {
    let mut header = session.records().header.clone();
    header.title.es = Some("Editado".to_owned());
    session.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
    session.apply(Command::Do(Verb::Save));
    settle(session);
}

/// It was not saved, which is said with this and a way out; and is saved under another name.
fn is_told_and_saved_elsewhere(session: Session, why: &str, elsewhere: &Path) {
    assert!(session.is_modified());
    let again = |session: &Session| session.notices.iter().filter(|notice| notice.offers.is_some()).count();
    assert_eq!(again(&session), 1, "told once: {:?}", session.notices);
    let mut window = frame_harness([1366.0, 768.0], Theme::Light, session);
    assert!(window.query_all_by_label_contains(why).next().is_some(), "{:?}", window.state().notices);
    window.state_mut().take_effects();
    // Of what is told the last is what failed.
    window.query_all_by_role_and_label(Role::Button, "Guardar como…").last().unwrap().click();
    window.run_steps(1);
    let session = window.state_mut();
    let asked = session.take_effects();
    assert!(asked.is_empty() || matches!(asked.as_slice(), [Effect::SavePortfolio(_)]), "{asked:?}");
    session.apply(Command::SaveAs(elsewhere.to_owned()));
    settle(session);
    assert!(!session.is_modified() && again(session) == 0, "{:?}", session.notices);
    assert!(fs::read_to_string(elsewhere).unwrap().contains("Editado"));
}

#[test]
fn a_file_that_is_read_only_is_said_to_be_so_at_once_and_is_saved_under_another_name() {
    let (folder, path) = file();
    lock(&path, true);
    let mut session = opened(&path);
    let at_once = |notice: &atalaya::session::Notice| notice.text.contains("no se puede escribir");
    assert!(session.notices.iter().any(at_once), "{:?}", session.notices);
    edit_and_save(&mut session);
    is_told_and_saved_elsewhere(session, "es de solo lectura. Guarde", &folder.path().join("otro.ron"));
    assert_eq!(fs::read(&path).unwrap(), embedded());
}

#[test]
fn a_file_in_a_folder_that_cannot_be_written_is_saved_elsewhere() {
    let (folder, path) = file();
    let inside = path.parent().unwrap();
    lock(inside, true);
    if fs::write(inside.join("b"), "").is_ok() {
        lock(inside, false);
        eprintln!("left out: whoever runs this may write in every folder");
        return;
    }
    let mut session = opened(&path);
    edit_and_save(&mut session);
    is_told_and_saved_elsewhere(session, "no tiene permiso de escribir ahí", &folder.path().join("otro.ron"));
    assert_eq!(fs::read(&path).unwrap(), embedded());
    lock(inside, false);
}

#[test]
fn a_folder_that_vanishes_takes_nothing_along_and_when_it_is_back_the_file_is_saved() {
    let (folder, path) = file();
    let away = folder.path().join("lejos");
    let mut session = opened(&path);
    fs::rename(path.parent().unwrap(), &away).unwrap();
    edit_and_save(&mut session);
    assert!(session.is_modified());
    assert!(session.notices.iter().any(|notice| notice.failure && notice.text.contains("ya no está")));
    // Whoever saves from within a form reads it there: what stands over the views lies under it.
    session.apply(Command::Form(Some((List::Projects, "senderos".to_owned()))));
    let mut window = frame_harness([1366.0, 768.0], Theme::Light, session);
    window.run_steps(3);
    let told =
        |window: &Harness<'_, Session>| window.query_all_by_label_contains("la carpeta no existe o ya no está").count();
    let in_form = told(&window);
    window.state_mut().apply(Command::Form(None));
    window.run_steps(3);
    assert!(told(&window) < in_form);
    let session = window.state_mut();
    fs::rename(&away, path.parent().unwrap()).unwrap();
    session.apply(Command::Do(Verb::Save));
    settle(session);
    assert!(!session.is_modified(), "{:?}", session.notices);
    assert!(fs::read_to_string(&path).unwrap().contains("Editado"));
    // Once more, and this time it does not come back.
    fs::rename(path.parent().unwrap(), &away).unwrap();
    session.apply(Command::Do(Verb::Undo));
    edit_and_save(session);
    assert!(session.is_modified());
    session.apply(Command::SaveAs(folder.path().join("otro.ron")));
    settle(session);
    assert!(!session.is_modified() && folder.path().join("otro.ron").exists());
}
