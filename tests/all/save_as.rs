//! *Guardar como* where the system shows no dialog: a panel asks for the path, says what stands there, and asks before it
//! replaces anything.

use std::fs;
use std::time::Duration;

use crate::common::{frame_harness, session, settle};
use atalaya::format::embedded;
use atalaya::model::Lang;
use atalaya::session::{Bring, Command, Edit, Effect, Export, NameStep, Panel, Session, There, ToSave, Verb};
use eframe::egui::Theme;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

#[test]
fn a_name_is_proposed_with_our_ending_and_asked_for_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mío.atalaya.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::Open(path));
    settle(&mut session);
    session.apply(Command::Do(Verb::SaveAs));
    let effects = session.take_effects();
    let [Effect::SavePortfolio(name)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(name, "mío.atalaya.ron");
    // The system has no dialog: nothing is written, and the panel proposes a path.
    session.apply(Command::AskForName(ToSave::Portfolio, "copia.atalaya.ron".to_owned()));
    let proposed = folder.path().join("copia.atalaya.ron");
    assert!(!session.is_saving() && !proposed.exists());
    let mut window = frame_harness([1024.0, 640.0], Theme::Light, session);
    let field = window.get_by_role_and_label(Role::TextInput, "Archivo, con su carpeta");
    assert_eq!(field.value().unwrap(), proposed.display().to_string());
    assert!(field.is_focused(), "it can be typed at once");
    assert!(window.query_by_label("Ahí no hay nada todavía.").is_some());
    window.get_by_label("Guardar aquí").click();
    window.run_steps(3);
    settle(window.state_mut());
    assert_eq!(fs::read(&proposed).unwrap(), embedded());
    assert_eq!(window.state().document.origin.path(), Some(proposed.as_path()));
}

#[test]
fn what_stands_there_is_replaced_only_when_the_person_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("de otra persona.atalaya.ron");
    fs::write(&other, "hers").unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::AskForName(ToSave::Portfolio, "a.atalaya.ron".to_owned()));
    session.apply(Command::Name(NameStep::Type(other.display().to_string())));
    let mut window = frame_harness([1024.0, 640.0], Theme::Light, session);
    assert!(window.query_by_label_contains("Ahí ya hay un archivo").is_some());
    window.get_by_label("Guardar aquí").click();
    window.run_steps(3);
    assert!(!window.state().is_saving());
    assert!(window.query_by_label_contains("¿Reemplazar el archivo que está ahí").is_some());
    assert_eq!(fs::read_to_string(&other).unwrap(), "hers");
    window.get_by_label("Reemplazar").click();
    window.run_steps(3);
    settle(window.state_mut());
    assert_eq!(fs::read(&other).unwrap(), embedded());
    let backup = folder.path().join("de otra persona.atalaya.bak.ron");
    assert_eq!(fs::read_to_string(backup).unwrap(), "hers", "and even then what stood there is kept");
}

/// Exports, texts and what is brought in are asked for in the same panel: nothing is saved unasked.
#[test]
fn everything_that_is_saved_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let open = folder.path().join("abierto.atalaya.ron");
    fs::write(&open, embedded()).unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::Open(open.clone()));
    settle(&mut session);
    session.apply(Command::AskForName(ToSave::Export(Export::Html), "informe.html".to_owned()));
    let report = folder.path().join("informe.html");
    assert!(!report.exists() && session.exporting.is_none());
    // The open portfolio is no place for a report.
    session.apply(Command::Name(NameStep::Type(open.display().to_string())));
    let mut window = frame_harness([1024.0, 640.0], Theme::Light, session);
    assert!(window.query_by_label("Es el portafolio que tiene abierto: elija otro nombre.").is_some());
    window.state_mut().apply(Command::Name(NameStep::Replace));
    assert!(window.state().exporting.is_none());
    fs::write(&report, "hers").unwrap();
    window.state_mut().apply(Command::Name(NameStep::Type(report.display().to_string())));
    window.run_steps(2);
    window.get_by_label("Guardar aquí").click();
    window.run_steps(3);
    assert!(window.query_by_label_contains("se pierde").is_some());
    window.get_by_label("Reemplazar").click();
    window.run_steps(3);
    while window.state().exporting.is_some() {
        window.state_mut().take_results();
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(fs::read_to_string(&report).unwrap().contains("<html") && window.state().panel.is_none());

    let session = window.state_mut();
    session.apply(Command::AskForName(ToSave::Text("notas".to_owned()), "notas.ron".to_owned()));
    assert!(!folder.path().join("notas.ron").exists());
    session.apply(Command::Name(NameStep::Save));
    assert_eq!(fs::read_to_string(folder.path().join("notas.ron")).unwrap(), "notas");

    // Who gives up naming what is brought in is back at what is brought in.
    session.apply(Command::Bring(Bring::Text("Nombre\tMonto\nUno\t10\n".to_owned())));
    session.panel = Some(Panel::Bring);
    session.apply(Command::AskForName(ToSave::Brought, "traído.atalaya.ron".to_owned()));
    session.apply(Command::ClosePanel);
    assert!(session.panel == Some(Panel::Bring) && session.bringing.is_some() && session.naming.is_none());
}

#[test]
fn a_path_that_cannot_be_saved_to_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::AskForName(ToSave::Portfolio, "a.atalaya.ron".to_owned()));
    let at = |path: &std::path::Path| path.display().to_string();
    for (text, there) in [
        (at(folder.path()), There::Folder),
        (at(&folder.path().join("no hay/a.atalaya.ron")), There::NoFolder),
        ("  ".to_owned(), There::NoName),
        (at(&folder.path().join("a.atalaya.ron")), There::Nothing),
    ] {
        session.apply(Command::Name(NameStep::Type(text)));
        assert_eq!(session.naming.as_ref().unwrap().there, there);
        if there != There::Nothing {
            session.apply(Command::Name(NameStep::Save));
            session.apply(Command::Name(NameStep::Replace));
            assert!(!session.is_saving() && session.naming.is_some());
        }
    }
}

/// The version before the last save is opened from the menu, and stays as it is whatever is done with it.
#[test]
fn the_former_version_is_opened_from_the_menu_and_never_saved_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.atalaya.ron");
    fs::write(&path, embedded()).unwrap();
    let mut session = session(Lang::Es);
    assert!(Verb::OpenFormer.obstacle(&session).unwrap().contains("No hay una versión anterior"));
    session.apply(Command::Open(path.clone()));
    settle(&mut session);
    assert!(!Verb::OpenFormer.is_enabled(&session), "never saved from here");
    let head = |session: &mut Session, title: &str| {
        let mut header = session.records().header.clone();
        header.title.es = Some(title.to_owned());
        session.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
    };
    head(&mut session, "Después");
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    let mut window = frame_harness([1024.0, 640.0], Theme::Light, session);
    window.get_by_role_and_label(Role::MenuItem, "Archivo").click();
    window.run_steps(4);
    window.get_by_role_and_label(Role::MenuItem, "Abrir la versión anterior guardada").click();
    window.run_steps(4);
    let session = window.state_mut();
    settle(session);
    let former = folder.path().join("a.atalaya.bak.ron");
    assert_eq!(session.document.origin.path(), Some(former.as_path()));
    assert!(session.notices.iter().any(|notice| notice.text.contains("Esta es la versión anterior de a.atalaya.ron")));
    assert!(!Verb::OpenFormer.is_enabled(session));
    head(session, "De antes");
    session.take_effects();
    session.apply(Command::Do(Verb::Save));
    let effects = session.take_effects();
    assert!(matches!(effects.as_slice(), [Effect::SavePortfolio(_)]), "asked under which name: {effects:?}");
    assert!(!session.is_saving() && session.is_modified());
    session.apply(Command::SaveAs(folder.path().join("vuelta.atalaya.ron")));
    settle(session);
    assert!(!session.is_modified());
    assert_eq!(fs::read(&former).unwrap(), embedded());
    assert!(fs::read_to_string(&path).unwrap().contains("Después"));
}
