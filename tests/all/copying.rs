//! The table as text for the clipboard: how many rows went there is said, and thousands of them hold nothing up.

use std::sync::{Arc, Mutex};

use crate::common;
use atalaya::format::Sample;
use atalaya::model::Lang;
use atalaya::query::By;
use atalaya::session::{Command, Effect, Session, Tab, Verb};
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;

/// The table that a copy puts on the clipboard, and how many rows that is said to be.
fn copied(session: &mut Session) -> Option<(String, usize)> {
    session.take_effects().into_iter().find_map(|effect| match effect {
        Effect::CopyRows(text, rows) => Some((text, rows)),
        _ => None,
    })
}

#[test]
fn what_is_copied_is_said_by_its_rows() {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    // A project of several areas stands in several groups, and is one row all the same.
    session.apply(Command::Group(Some(By::Theme)));
    session.apply(Command::Do(Verb::CopyRows));
    let (text, rows) = copied(&mut session).unwrap();
    assert_eq!((text.lines().count(), rows), (24, 23));
    session.apply(Command::Pick(vec!["senderos".to_owned(), "accionnar".to_owned()]));
    session.apply(Command::Do(Verb::CopyRows));
    let (text, rows) = copied(&mut session).unwrap();
    assert_eq!((text.lines().count(), rows), (3, 2));
    session.apply(Command::Show(Tab::Events));
    session.apply(Command::Pick(Vec::new()));
    let mut window = common::frame_harness([1366.0, 690.0], Theme::Light, session);
    window.run_steps(2);
    window.get_by_label("Copiar tabla").click();
    window.run_steps(3);
    window.get_by_label("55 filas copiadas");
}

#[test]
fn thousands_of_rows_are_copied_beside_the_window_and_said_once() {
    let mut text = Vec::new();
    Sample { projects: 20_000, seed: 5 }.write(&mut text).unwrap();
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::io::Write::write_all(&mut file, &text).unwrap();
    let gate = Arc::new(Mutex::new(()));
    let world = common::TestWorld { held: Some(("export", Arc::clone(&gate))), ..Default::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(Lang::Es));
    session.apply(Command::Open(file.path().to_owned()));
    common::until(&mut session, |session| session.opening.is_none());
    assert!(session.has_many());
    session.apply(Command::Show(Tab::Projects));
    session.apply(Command::Type("theme:osh".to_owned()));
    common::until(&mut session, |session| !session.is_behind());
    let meant = session.rows().len();
    let held = gate.lock().unwrap();
    session.apply(Command::Do(Verb::CopyRows));
    // The window goes on: what it looks at now is not what was asked for.
    assert!(copied(&mut session).is_none() && session.exporting.is_some());
    session.apply(Command::Type("theme:osh state:?".to_owned()));
    // Asked for once more, what is under way goes on and that is said.
    session.apply(Command::Do(Verb::CopyRows));
    assert!(session.notices.iter().any(|notice| notice.text.starts_with("Todavía se prepara «Proyectos»")));
    let before = session.notices.len();
    drop(held);
    common::until(&mut session, |session| session.exporting.is_none());
    let (text, rows) = copied(&mut session).unwrap();
    assert_eq!((rows, text.lines().count()), (meant, meant + 1));
    // How many is said once, at the lower edge: no notice repeats it.
    assert_eq!(session.notices.len(), before);
}
