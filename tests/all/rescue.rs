//! Where a frame panics: the work is kept, a dialog says so, and one can go on.

use std::sync::Arc;

use crate::common::TestWorld;
use atalaya::model::{Entry, Lang, List};
use atalaya::session::{Command, Edit, Effect, Session};
use atalaya::ui::{self, rescue::Rescue};
use eframe::egui::Ui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

#[test]
fn work_is_kept_and_one_can_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let world = TestWorld { recovery: Some(folder.path().to_owned()), ..TestWorld::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(Lang::Es));
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    project.acronym = Some("SND".to_owned());
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
    // What is typed makes the frame fail, once and whenever it is typed again.
    session.apply(Command::Type("falla".to_owned()));
    let mut rescue = Rescue::default();
    let draw = |ui: &mut Ui, session: &mut Session| -> Vec<Effect> {
        assert!(session.view.typed != "falla", "a fault on purpose");
        ui::frame(ui, session)
    };
    let mut harness =
        Harness::builder().with_size([1024.0, 640.0]).with_context_setup(ui::theme::install).build_ui_state(
            move |ui: &mut Ui, session: &mut Session| {
                let _ = rescue.frame(ui, session, draw);
            },
            session,
        );
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Lo que no había guardado quedó resguardado").is_some());
    let kept = std::fs::read_to_string(folder.path().join("0.ron")).unwrap();
    assert!(kept.contains("acronym: \"SND\""));
    harness.state_mut().apply(Command::Type(String::new()));
    harness.get_by_label("Seguir").click();
    harness.run_steps(4);
    assert!(harness.query_by_label_contains("resguardado").is_none());
    assert_eq!(harness.state().document.portfolio.projects.find("senderos").unwrap().acronym.as_deref(), Some("SND"));
    // The third time there is only the end.
    for _ in 0..2 {
        harness.state_mut().apply(Command::Type("falla".to_owned()));
        harness.run_steps(3);
        harness.state_mut().apply(Command::Type(String::new()));
        if let Some(button) = harness.query_by_label("Seguir") {
            button.click();
        }
        harness.run_steps(3);
    }
    assert!(harness.query_by_label("Seguir").is_none() && harness.query_by_label("Cerrar").is_some());
}
