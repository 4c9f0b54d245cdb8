//! Bringing data in and taking results out, as a person does it in the window.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::common::{self, TestWorld, frame_harness, session};
use atalaya::export::TableKind;
use atalaya::export::report::Paper;
use atalaya::format::embedded;
use atalaya::format::sheet::Target;
use atalaya::model::{Lang, Minor};
use atalaya::query::{Column, EventColumn, EventKey, Key};
use atalaya::session::{
    Bring, Command, Export, Notice, Origin, Panel, PictureLook, Question, SameBy, Session, Tab, TakeOut, Verb,
};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn window(session: Session) -> Harness<'static, Session> {
    frame_harness([1366.0, 768.0], Theme::Light, session)
}

/// Waits until workers have done what they are at.
fn settle(session: &mut Session) {
    let start = Instant::now();
    loop {
        session.take_results();
        let working = session.bringing.as_ref().is_some_and(atalaya::session::Bringing::is_working);
        if !working && session.exporting.is_none() && session.opening.is_none() {
            return;
        }
        assert!(start.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn step(session: &mut Session, bring: Bring) {
    session.apply(Command::Bring(bring));
    settle(session);
}

const LIST: &str = "Nombre;Número de convenio;Ejecutor;Inicio;Fin previsto;Monto adjudicado (USD);Tema\n\
    Un proyecto nuestro;X-1;Organización Ejemplo;01/03/2021;28/02/2025;1.250.000,50;Trabajo infantil y forzoso\n\
    Otro;X-2;Organización Ejemplo;2022;;n/d;Seguridad y salud en el trabajo\n\
    ;;Sin nombre;;;5;\n";

fn list(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("lista de proyectos.csv");
    fs::write(&path, LIST).unwrap();
    path
}

#[test]
fn a_list_of_one_s_own_becomes_a_portfolio_after_a_look_at_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    // Opening or dropping it is enough: it is no portfolio.
    session.apply(Command::Open(list(folder.path())));
    settle(&mut session);
    settle(&mut session);
    assert_eq!(session.panel, Some(Panel::Bring));
    assert_eq!(session.document.portfolio.projects.len(), 23, "nothing is kept yet");
    let mut window = window(session);
    window.run_steps(4);
    window.get_by_label_contains("una entrada no se pudo traer");
    window.get_by_role_and_label(Role::ComboBox, "Columna Nombre se toma como: Nombre en español");
    window.get_by_role_and_label(Role::Button, "Traer los 2 proyectos").click();
    window.run_steps(4);
    let session = window.state_mut();
    let portfolio = session.records();
    assert_eq!(portfolio.projects.len(), 2);
    let first = portfolio.projects.get(0).unwrap();
    assert_eq!(first.name.es.as_deref(), Some("Un proyecto nuestro"));
    assert_eq!(first.start.unwrap().to_string(), "2021-03-01");
    assert_eq!(first.amounts[0].value, Minor(125_000_050));
    assert!(portfolio.projects.get(1).unwrap().amounts.is_empty(), "unknown is no amount");
    assert_eq!(session.document.portfolio.header.title.es.as_deref(), Some("lista de proyectos"));
    assert!(session.is_modified());
    session.apply(Command::Do(Verb::Undo));
    assert_eq!(session.records().projects.len(), 0, "it is one step");
}

#[test]
fn a_column_told_wrong_is_put_right_and_remembered_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    step(&mut session, Bring::File(list(folder.path())));
    let (_, mut mapping) = session.bringing.as_ref().unwrap().preview.as_ref().unwrap().table.clone().unwrap();
    let place = mapping.columns.iter().position(|column| column.header == "Ejecutor").unwrap();
    assert_eq!(mapping.columns[place].target, Target::Implementer);
    mapping.columns[place].target = Target::Funder;
    step(&mut session, Bring::Map(Box::new(mapping)));
    let preview = session.bringing.as_ref().unwrap().preview.clone().unwrap();
    let project = preview.brought.portfolio.projects.get(0).unwrap();
    assert_eq!(project.organizations_as(atalaya::model::Role::Funding).count(), 1);
    assert_eq!(project.organizations_as(atalaya::model::Role::Implementing).count(), 0);
    // What was put right can be told from the data again.
    let mut window = window(session);
    window.run_steps(4);
    window.get_by_role_and_label(Role::Button, "Deducir de nuevo").click();
    window.run_steps(2);
    settle(window.state_mut());
    let bringing = window.state().bringing.as_ref().unwrap();
    let (_, mapping) = bringing.preview.as_ref().unwrap().table.clone().unwrap();
    assert_eq!(mapping.columns[place].target, Target::Implementer);
}

/// A file that a person lets fall on the window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_file_dropped_on_the_window_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(session(Lang::Es));
    window.run_steps(2);
    window.input_mut().dropped_files = vec![Arc::new(Dropped(list(folder.path())))];
    window.step();
    window.input_mut().dropped_files.clear();
    settle(window.state_mut());
    settle(window.state_mut());
    window.run_steps(3);
    assert_eq!(window.state().panel, Some(Panel::Bring));
    window.get_by_label_contains("Lo que se entendió de lista de proyectos.csv.");
    window.get_by_label_contains("una entrada no se pudo traer");
}

#[test]
fn files_held_over_the_window_say_what_letting_go_does_and_of_several_none_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("uno.atalaya.ron"), folder.path().join("otro.atalaya.ron"));
    for path in [&one, &other] {
        fs::write(path, embedded()).unwrap();
    }
    let mut window = window(session(Lang::Es));
    let held = |path: &Path| egui::HoveredFile { path: Some(path.to_owned()), ..Default::default() };
    window.input_mut().hovered_files = vec![held(&one)];
    window.run_steps(3);
    window.get_by_label("Suelte para abrir uno.atalaya.ron.");
    window.input_mut().hovered_files = vec![held(&one), held(&other)];
    window.run_steps(3);
    window.get_by_label_contains("Son 2 archivos");
    window.input_mut().hovered_files.clear();
    window.input_mut().dropped_files = vec![Arc::new(Dropped(one.clone())), Arc::new(Dropped(other))];
    window.step();
    window.input_mut().dropped_files.clear();
    window.run_steps(3);
    let told = "Soltó 2 archivos a la vez (uno.atalaya.ron y otro.atalaya.ron)";
    assert!(window.query_all_by_label_contains(told).next().is_some());
    assert!(window.query_by_label_contains("Suelte para abrir").is_none());
    assert_eq!(window.state().document.origin, Origin::Embedded, "none was chosen by chance");
    window.input_mut().dropped_files = vec![Arc::new(Dropped(one.clone()))];
    window.step();
    window.input_mut().dropped_files.clear();
    settle(window.state_mut());
    assert_eq!(window.state().document.origin.path(), Some(one.as_path()));
}

#[test]
fn rows_that_were_mended_join_what_was_brought_without_doubles() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    step(&mut session, Bring::File(list(folder.path())));
    session.apply(Command::Bring(Bring::SaveFailed));
    let saved = session.take_effects().into_iter().find_map(|effect| match effect {
        atalaya::session::Effect::Save(file) => Some(file),
        _ => None,
    });
    step(&mut session, Bring::Keep);
    assert_eq!(session.records().projects.len(), 2);
    // In a text editor the name is written, and the first row is copied in by mistake.
    let mended = saved.unwrap().text.replace("\n;;Sin nombre", "\nUn proyecto nuestro;X-1;;;;;\nTercero;;Sin nombre");
    let path = folder.path().join("por corregir.csv");
    fs::write(&path, mended).unwrap();
    step(&mut session, Bring::File(path));
    step(&mut session, Bring::Into(true));
    let preview = session.bringing.as_ref().unwrap().preview.clone().unwrap();
    let joined = preview.joined.unwrap();
    assert_eq!((joined.new, joined.same.len(), preview.brought.failed.len()), (1, 1, 0));
    step(&mut session, Bring::Keep);
    let names: Vec<_> =
        session.records().projects.iter().map(|project| project.name.show(Lang::Es).to_owned()).collect();
    assert_eq!(names, ["Un proyecto nuestro", "Otro", "Tercero"]);
}

#[test]
fn the_template_filled_in_is_no_table_with_others_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plantilla.xlsx");
    let mut session = session(Lang::Es);
    taken(&mut session, Export::Template, &path);
    // Brought in as it is, its examples and explanations are no tables that were left unread.
    step(&mut session, Bring::File(path));
    let preview = session.bringing.as_ref().and_then(|bringing| bringing.preview.clone()).unwrap();
    assert_eq!(preview.brought.noticed, []);
    assert_eq!(preview.table.unwrap().0.origin.sheet.as_deref(), Some("Proyectos"));
}

#[test]
fn a_mapping_that_was_kept_says_so_and_can_be_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let world = Arc::new(TestWorld::default());
    let mut first = Session::new(Arc::clone(&world) as Arc<_>);
    first.apply(Command::Language(Lang::Es));
    step(&mut first, Bring::File(list(folder.path())));
    let (_, mut mapping) = first.bringing.as_ref().unwrap().preview.as_ref().unwrap().table.clone().unwrap();
    assert!(mapping.kept.is_none());
    let place = mapping.columns.iter().position(|column| column.header == "Ejecutor").unwrap();
    mapping.columns[place].target = Target::Funder;
    step(&mut first, Bring::Map(Box::new(mapping)));
    step(&mut first, Bring::Keep);

    let mut next = Session::new(world);
    next.apply(Command::Language(Lang::Es));
    step(&mut next, Bring::File(list(folder.path())));
    let mut window = window(next);
    window.run_steps(4);
    window.get_by_label_contains("según la asignación guardada «lista de proyectos.csv»: con ella cambia cómo se toman estas columnas: Ejecutor.");
    window.get_by_role_and_label(Role::ComboBox, "Columna Ejecutor se toma como: Quien financia");
    assert!(window.query_by_role_and_label(Role::Button, "Deducir de nuevo").is_none());
    window.get_by_role_and_label(Role::Button, "No usarla").click();
    window.run_steps(2);
    settle(window.state_mut());
    window.run_steps(2);
    window.get_by_role_and_label(Role::ComboBox, "Columna Ejecutor se toma como: A cargo de");
    assert!(window.query_by_label_contains("asignación guardada").is_none());
    // What is kept as the table tells it is no mapping of one's own.
    let session = window.state_mut();
    step(session, Bring::Keep);
    step(session, Bring::File(list(folder.path())));
    let (_, mapping) = session.bringing.as_ref().unwrap().preview.as_ref().unwrap().table.clone().unwrap();
    assert!(mapping.kept.is_none());
}

#[test]
fn dropping_a_kept_mapping_drops_nothing_else_and_its_notice_ends_with_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    step(&mut session, Bring::File(list(folder.path())));
    let table = |session: &Session| session.bringing.as_ref().unwrap().preview.as_ref().unwrap().table.clone().unwrap();
    let (grid, told) = table(&session);
    let place = |header: &str| told.columns.iter().position(|column| column.header == header).unwrap();
    let (runs, name) = (place("Ejecutor"), 0);
    let kept = told.corrected(runs, Target::Funder).called("antes.csv").onto(&grid);
    assert_eq!(kept.kept.as_ref().unwrap().columns, [runs]);
    // Somebody reads amounts otherwise and puts another column right before saying no to it.
    let mut by_hand = kept.corrected(name, Target::SummaryEs);
    by_hand.conventions.currency = "EUR".parse().ok();
    assert_eq!(by_hand.kept, kept.kept);
    let dropped = by_hand.without_kept(&grid);
    assert_eq!(dropped.columns[runs].target, told.columns[runs].target);
    assert_eq!(dropped.columns[name].target, Target::SummaryEs);
    assert_eq!(dropped.conventions, by_hand.conventions);
    assert!(dropped.kept.is_none());
    // A column that is set by hand is nothing that the mapping says.
    assert!(kept.corrected(runs, Target::Partner).kept.is_none());
}

#[test]
fn pasted_rows_join_the_open_portfolio_and_what_is_told_otherwise_is_settled() {
    let mut session = session(Lang::Es);
    let known = session.records().projects.find("senderos").unwrap();
    let (name, was) = (known.name.es.clone().unwrap(), known.start.unwrap());
    let amounts = known.amounts.len();
    let text = format!(
        "Nombre\tInicio\tMonto total (USD)\tFuente\n{name}\t2001-01-01\t77\tPeriódico Ejemplo\nNuevo de verdad\t2024\t5\t\n"
    );
    step(&mut session, Bring::Text(text));
    let bringing = session.bringing.as_ref().unwrap();
    assert!(bringing.into_open, "rows that are pasted belong to what is open");
    let joined = bringing.preview.as_ref().unwrap().joined.clone().unwrap();
    assert_eq!((joined.new, joined.same.len(), joined.same[0].by), (1, 1, SameBy::Name));
    step(&mut session, Bring::Keep);
    assert_eq!(session.records().projects.len(), 24);
    let project = session.records().projects.find("senderos").unwrap().clone();
    assert_eq!(project.start, Some(was), "what was there stands");
    assert_eq!(project.amounts.len(), amounts + 1, "both amounts stay");
    assert!(project.amounts.last().unwrap().source.is_some(), "each with its source");
    let mut window = window(session);
    window.run_steps(4);
    window.get_by_label_contains("Inicio: En las filas pegadas").click();
    window.run_steps(4);
    let session = window.state_mut();
    assert_eq!(session.records().projects.find("senderos").unwrap().start.unwrap().to_string(), "2001-01-01");
    session.apply(Command::UndoTo(0));
    assert_eq!(session.records().projects.len(), 23);
    assert_eq!(session.records().projects.find("senderos").unwrap().amounts.len(), amounts);
}

#[test]
fn a_project_that_a_list_names_by_its_acronym_is_the_one_that_is_here() {
    let mut session = session(Lang::Es);
    let was = (*session.records().projects.find("senderos").unwrap()).clone();
    assert_eq!(was.acronym.as_deref(), Some("SENDEROS"));
    step(&mut session, Bring::Text("Nombre\tMonto total (USD)\nSenderos\t77\nSendero\t5\n".to_owned()));
    let joined = session.bringing.as_ref().unwrap().preview.as_ref().unwrap().joined.clone().unwrap();
    let same: Vec<_> = joined.same.iter().map(|same| (same.id.as_str(), same.by)).collect();
    assert_eq!((joined.new, same), (1, vec![("senderos", SameBy::Acronym)]));
    assert!(joined.conflicts.is_empty(), "its acronym is no other name: {:?}", joined.conflicts);
    step(&mut session, Bring::Keep);
    let project = session.records().projects.find("senderos").unwrap().clone();
    assert_eq!((&project.name, project.amounts.len()), (&was.name, was.amounts.len() + 1));
}

/// What is told of what came in is true after each choice, and goes with it when all is undone.
#[test]
fn what_is_told_of_what_came_in_follows_the_choices_and_goes_when_they_are_undone() {
    let mut session = session(Lang::Es);
    let known = session.records().projects.find("senderos").unwrap();
    let text = format!(
        "Nombre\tInicio\tMonto total (USD)\n{}\t2001-01-01\t11500000\nNuevo de verdad\t2024\t5\n",
        known.name.es.clone().unwrap()
    );
    step(&mut session, Bring::Text(text));
    step(&mut session, Bring::Keep);
    let told =
        |session: &Session| -> Vec<String> { session.notices.iter().map(|notice| notice.text.clone()).collect() };
    let says = |session: &Session, what: &str| told(session).iter().any(|text| text.contains(what));
    assert!(says(&session, "un proyecto nuevo") && says(&session, "Está editando una copia"));
    assert!(says(&session, "en uno dice otra cosa y vale lo que ya estaba"), "{:?}", told(&session));
    assert!(says(&session, "de uno da otro monto: se conservan ambos"), "{:?}", told(&session));
    let mut window = window(session);
    window.run_steps(4);
    // Nothing is to be chosen of the amounts: both are kept, and which counts is said.
    window.get_by_label_contains(
        "SENDEROS, monto: aquí 10.00 mdd, ahí 11.50 mdd. Se conservan los dos y cuenta el de aquí",
    );
    window.get_by_label_contains("Inicio: En las filas pegadas").click();
    window.run_steps(4);
    let session = window.state_mut();
    assert!(!says(session, "dice otra cosa") && says(session, "un proyecto nuevo"), "{:?}", told(session));
    session.apply(Command::Do(Verb::Undo));
    assert!(says(session, "en uno dice otra cosa"), "{:?}", told(session));
    session.apply(Command::UndoTo(0));
    assert_eq!(told(session), Vec::<String>::new(), "nothing is edited any more");
}

#[test]
fn another_amount_is_shown_before_anything_is_kept() {
    let mut session = session(Lang::Es);
    step(&mut session, Bring::Text("Nombre\tMonto total (USD)\nSENDEROS\t11500000\n".to_owned()));
    let mut window = window(session);
    window.run_steps(6);
    window.get_by_label_contains(
        "SENDEROS, monto: aquí 10.00 mdd, ahí 11.50 mdd. Se conservan los dos y cuenta el de aquí",
    );
}

fn taken(session: &mut Session, export: Export, path: &Path) -> Vec<u8> {
    session.apply(Command::Take(TakeOut::To(export, path.to_owned())));
    settle(session);
    fs::read(path).unwrap_or_else(|_| panic!("{}: {:?}", path.display(), session.notices))
}

#[test]
fn what_is_shown_is_taken_away_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    session.apply(Command::Type("tema:child-forced-labor".to_owned()));
    session.apply(Command::CommitTyped);
    let shown = session.rows().len();
    assert!(shown > 0 && shown < 23);
    let at = |name: &str| folder.path().join(name);
    let csv = String::from_utf8(taken(&mut session, Export::Table(TableKind::CsvSemicolon), &at("t.csv"))).unwrap();
    assert_eq!(csv.lines().count(), shown + 1);
    assert!(at("t.leeme.txt").exists(), "what is said of it stands beside it");
    assert!(taken(&mut session, Export::Table(TableKind::Xlsx), &at("t.xlsx")).starts_with(b"PK"));
    let iati = String::from_utf8(taken(&mut session, Export::Iati, &at("t.xml"))).unwrap();
    assert_eq!(iati.matches("<iati-activity ").count(), shown);
    let page = String::from_utf8(taken(&mut session, Export::Html, &at("t.html"))).unwrap();
    assert!(page.contains("lang=\"es\"") && page.contains("<table"));
    assert!(taken(&mut session, Export::Pdf(Paper::Letter), &at("t.pdf")).starts_with(b"%PDF"));
    let pictures = session.with_shown(atalaya::export::draw::PictureOf::all);
    assert!(pictures.len() > 5);
    let look = PictureLook::default();
    for of in pictures {
        assert!(taken(&mut session, Export::Svg(of.clone(), look), &at("p.svg")).starts_with(b"<"));
        assert!(taken(&mut session, Export::Png(of, look, 1.0), &at("p.png")).starts_with(b"\x89PNG"));
    }
    assert!(taken(&mut session, Export::Template, &at("plantilla.xlsx")).starts_with(b"PK"));
}

#[test]
fn notes_of_one_s_own_beside_a_table_stay_and_it_is_said_where_its_explanation_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("t.leeme.txt"), "Lo que anoté de la tabla").unwrap();
    let mut session = session(Lang::Es);
    for _ in 0..2 {
        taken(&mut session, Export::Table(TableKind::CsvComma), &at("t.csv"));
        assert_eq!(fs::read_to_string(at("t.leeme.txt")).unwrap(), "Lo que anoté de la tabla");
        assert!(session.notices.last().unwrap().text.contains("está en t.leeme-2.txt"), "{:?}", session.notices);
    }
    assert!(at("t.leeme-2.txt").exists() && !at("t.leeme-3.txt").exists());
}

/// What was exported opens as it was seen: the same rows in the same order, also in the portfolio's own, and the same
/// columns side by side.
#[test]
fn an_export_opens_in_its_order_and_with_its_columns_as_they_stood() {
    let folder = tempfile::tempdir().unwrap();
    let ids = |session: &Session| -> Vec<String> {
        session.rows().iter().map(|row| session.document.portfolio.projects.id(*row).unwrap().to_owned()).collect()
    };
    for (name, order) in
        [("suyo.xlsx", vec![]), ("inicio.xlsx", vec![Key { column: Column::Start, descending: false }])]
    {
        let (mut there, path) = (session(Lang::Es), folder.path().join(name));
        there.apply(Command::Show(Tab::Projects));
        there.apply(Command::Order(order.clone()));
        let events = vec![EventKey { column: EventColumn::Title, descending: false }];
        there.apply(Command::OrderEvents(events.clone()));
        let mut columns = there.settings.columns.clone();
        for column in &mut columns {
            column.shown = column.column != Column::Theme;
        }
        columns.reverse();
        there.apply(Command::Columns(columns));
        taken(&mut there, Export::Table(TableKind::Xlsx), &path);
        let mut back = session(Lang::Es);
        step(&mut back, Bring::File(path));
        step(&mut back, Bring::Keep);
        assert_eq!((&back.view.order, &back.view.event_order), (&order, &events));
        assert_eq!(back.settings.shown_columns(), there.settings.shown_columns());
        assert_eq!(back.settings.columns.len(), there.settings.columns.len(), "none is lost");
        assert_eq!(ids(&back), ids(&there), "{name}");
    }
}

#[test]
fn the_page_of_a_question_answers_that_question() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vista.html");
    for (question, part) in [
        (Question::Reported, "reported"),
        (Question::CutShort, "cut-short"),
        (Question::Continuity, "continuity"),
        (Question::Request, "missing"),
    ] {
        let mut session = Session::new(Arc::new(TestWorld { page: Some(path.clone()), ..TestWorld::default() }));
        session.apply(Command::Ask(question));
        session.apply(Command::Do(Verb::OpenPage));
        settle(&mut session);
        let page = fs::read_to_string(&path).unwrap();
        assert!(page.contains(&format!("id=\"{part}\"")), "{question:?}");
        assert!(!page.contains("id=\"plots\""), "{question:?}: and nothing else");
    }
}

/// What is being made ends as it was asked for, whatever is asked for meanwhile; that is told, and no name asked in vain.
#[test]
fn what_is_being_made_does_not_give_way_to_what_is_asked_for_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let (page, table) = (folder.path().join("informe.html"), folder.path().join("t.csv"));
    let gate = Arc::new(Mutex::new(()));
    let held = gate.lock().unwrap();
    let mut session =
        Session::new(Arc::new(TestWorld { held: Some(("export", Arc::clone(&gate))), ..TestWorld::default() }));
    session.apply(Command::Language(Lang::Es));
    session.apply(Command::Take(TakeOut::To(Export::Html, page.clone())));
    let csv = Export::Table(TableKind::CsvComma);
    let picture = TakeOut::Copy(session.shown_picture().unwrap(), PictureLook::default());
    for step in [TakeOut::Ask(csv.clone()), TakeOut::To(csv, table.clone()), picture] {
        session.notices.clear();
        session.apply(Command::Take(step));
        let told = |notice: &Notice| notice.text.contains("Todavía se prepara «informe.html»");
        assert!(session.notices.iter().any(told), "{:?}", session.notices);
    }
    assert!(session.take_effects().is_empty());
    drop(held);
    common::until(&mut session, |session| session.exporting.is_none());
    assert!(page.exists() && !table.exists());
    assert!(session.notices.iter().any(|notice| notice.text.contains("informe.html") && !notice.failure));
}

/// While something is made the dialog says so itself, where the person looks, and takes nothing in vain.
#[test]
fn the_dialog_says_that_something_is_still_being_made() {
    let folder = tempfile::tempdir().unwrap();
    let gate = Arc::new(Mutex::new(()));
    let held = gate.lock().unwrap();
    let mut session =
        Session::new(Arc::new(TestWorld { held: Some(("export", Arc::clone(&gate))), ..TestWorld::default() }));
    session.apply(Command::Language(Lang::Es));
    session.apply(Command::Take(TakeOut::To(Export::Html, folder.path().join("informe.html"))));
    session.apply(Command::Do(Verb::Export));
    let mut window = window(session);
    window.run_steps(4);
    window.get_by_label_contains("Todavía se prepara «informe.html»");
    assert!(window.get_by_role_and_label(Role::Button, "Informe en PDF").accesskit_node().is_disabled());
    drop(held);
    common::until(window.state_mut(), |session| session.exporting.is_none());
    window.run_steps(4);
    assert!(window.query_by_label_contains("Todavía se prepara").is_none());
    assert!(!window.get_by_role_and_label(Role::Button, "Informe en PDF").accesskit_node().is_disabled());
}

#[test]
fn what_is_given_up_while_it_is_made_changes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let (page, table) = (folder.path().join("informe.html"), folder.path().join("t.xlsx"));
    for (export, path) in [(Export::Html, page), (Export::Table(TableKind::Xlsx), table)] {
        fs::write(&path, "antes").unwrap();
        let gate = Arc::new(Mutex::new(()));
        let held = gate.lock().unwrap();
        let mut session =
            Session::new(Arc::new(TestWorld { held: Some(("export", Arc::clone(&gate))), ..TestWorld::default() }));
        session.apply(Command::Language(Lang::Es));
        session.apply(Command::Take(TakeOut::To(export, path.clone())));
        assert!(session.exporting.is_some());
        session.apply(Command::CancelExport);
        assert!(session.exporting.is_none());
        drop(held);
        // Long enough for what it would have made.
        std::thread::sleep(Duration::from_millis(1_500));
        assert_eq!(fs::read(&path).unwrap(), b"antes");
        assert!(session.notices.iter().any(|notice| notice.text.contains("Se detuvo: ")));
    }
}

#[test]
fn an_export_opens_back_into_the_same_view() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    session.apply(Command::Type("tema:child-forced-labor".to_owned()));
    session.apply(Command::CommitTyped);
    let (filter, shown) = (session.filter().to_string(), session.rows().len());
    let book = folder.path().join("vista.xlsx");
    taken(&mut session, Export::Table(TableKind::Xlsx), &book);
    let page = folder.path().join("informe.html");
    taken(&mut session, Export::Html, &page);

    session.apply(Command::Do(Verb::ClearFilter));
    step(&mut session, Bring::File(page));
    assert_eq!(session.filter().to_string(), filter, "a report leads back to its view: {:?}", session.notices);
    assert_eq!(session.rows().len(), shown);
    assert!(
        session
            .notices
            .iter()
            .any(|notice| notice.text.ends_with("Todo lo que dice el archivo está tal como se exportó."))
    );

    let document = folder.path().join("informe.pdf");
    session.apply(Command::Do(Verb::ClearFilter));
    session.apply(Command::Type(filter.clone()));
    session.apply(Command::CommitTyped);
    taken(&mut session, Export::Pdf(Paper::A4), &document);
    session.apply(Command::Do(Verb::ClearFilter));
    step(&mut session, Bring::File(document));
    assert_eq!(session.filter().to_string(), filter, "so does a PDF: {:?}", session.notices);

    session.apply(Command::Open(book));
    settle(&mut session);
    settle(&mut session);
    let filter_in_words = "filtro: de trabajo infantil y forzoso.";
    let mut window = window(session);
    window.run_steps(3);
    window.get_by_label_contains(filter_in_words);
    let session = window.state_mut();
    let found = session.bringing.as_ref().and_then(|of| of.preview.as_ref()).and_then(|of| of.stamp.as_ref());
    let told = found.map(|found| found.told("vista.xlsx", "sobre esto", &session.words)).unwrap_or_default();
    assert!(
        told.contains("filtro: sobre esto.") && told.ends_with("Todo lo que dice el archivo está tal como se exportó."),
        "{told}"
    );
    step(session, Bring::Keep);
    assert_eq!(session.records().projects.len(), shown, "{:?}", session.notices);
    assert_eq!(session.filter().to_string(), filter);
    assert_eq!(session.rows().len(), shown);
}

#[test]
fn an_export_without_an_organisation_opens_back_although_it_does_not_know_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    session.apply(Command::Type("-organización:fondo-para-la-paz".to_owned()));
    session.apply(Command::CommitTyped);
    let (filter, shown) = (session.filter().to_string(), session.rows().len());
    assert!((1..23).contains(&shown), "{shown}");
    let book = folder.path().join("vista.xlsx");
    taken(&mut session, Export::Table(TableKind::Xlsx), &book);

    session.apply(Command::Open(book));
    settle(&mut session);
    settle(&mut session);
    let mut window = window(session);
    window.run_steps(3);
    window.get_by_label_contains(&format!("filtro: {filter}."));
    let session = window.state_mut();
    step(session, Bring::Keep);
    assert_eq!(session.rows().len(), shown, "{:?}", session.notices);
    let left_out = format!("Del filtro de vista.xlsx se dejó fuera «{filter}»");
    assert!(session.notices.iter().any(|notice| notice.text.contains(&left_out)), "{:?}", session.notices);
}

#[test]
fn a_file_that_is_nothing_we_know_is_told_so_and_what_is_open_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(Lang::Es);
    for (name, bytes) in [
        ("a.html", &b"<html><body>nada</body></html>"[..]),
        ("b.xlsx", b"PK\x03\x04 and no more"),
        ("c.pdf", b"%PDF-1.7\n"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        session.apply(Command::Open(path));
        settle(&mut session);
        settle(&mut session);
        assert_eq!(session.document.portfolio.projects.len(), 23);
        assert!(
            session.notices.iter().any(|notice| notice.failure && notice.text.contains(name)),
            "{:?}",
            session.notices
        );
    }
}

/// A table of projects that nobody has.
fn many(rows: usize) -> String {
    let row = |row: usize| format!("Proyecto {row}\tOrganización {}\t2024\t{row}\n", row % 97);
    (0..rows).fold("Nombre\tEjecutor\tInicio\tMonto (USD)\n".to_owned(), |text, at| text + &row(at))
}

#[test]
fn thousands_go_into_the_open_portfolio_beside_it_and_it_is_untouched_until_they_are_there() {
    let mut session = session(Lang::Es);
    step(&mut session, Bring::Text(many(4_000)));
    let before = Arc::clone(session.records());
    session.apply(Command::Bring(Bring::Keep));
    assert!(session.bringing.as_ref().is_some_and(atalaya::session::Bringing::is_working), "on a worker");
    assert!(Arc::ptr_eq(&before, session.records()) && !session.is_modified());
    settle(&mut session);
    assert_eq!((session.records().projects.len(), before.projects.len()), (4_023, 23));
    assert_eq!(session.document.portfolio.projects.len(), 4_023, "the views show them");
    assert_eq!(session.document.index.rows.len(), 4_023);
    assert!(session.bringing.is_none() && session.is_modified());
    session.apply(Command::Do(Verb::Undo));
    assert_eq!(session.records().projects.len(), 23, "one step");
    assert_eq!(session.records().organizations.len(), before.organizations.len());
    session.apply(Command::Do(Verb::Redo));
    assert_eq!(session.records().projects.len(), 4_023);
}

#[test]
fn keeping_that_is_stopped_leaves_the_open_portfolio_and_the_preview_as_they_were() {
    let mut session = session(Lang::Es);
    step(&mut session, Bring::Text(many(4_000)));
    let before = Arc::clone(session.records());
    session.apply(Command::Bring(Bring::Keep));
    step(&mut session, Bring::Stop);
    assert!(Arc::ptr_eq(&before, session.records()) && !session.is_modified());
    let preview = session.bringing.as_ref().and_then(|bringing| bringing.preview.as_ref()).unwrap();
    assert_eq!(preview.brought.portfolio.projects.len(), 4_000, "what was understood is there still");
    step(&mut session, Bring::Keep);
    assert_eq!(session.records().projects.len(), 4_023);
}

#[test]
fn what_was_edited_after_the_preview_is_not_written_over() {
    let mut session = session(Lang::Es);
    let known = (*session.records().projects.find("senderos").unwrap()).clone();
    let name = known.name.es.clone().unwrap();
    step(&mut session, Bring::Text(format!("Nombre\tSector\n{name}\tJoyería\n")));
    let acronym = Some("S2".to_owned());
    let entry = atalaya::model::Entry::Project(Box::new(atalaya::model::Project { acronym: acronym.clone(), ..known }));
    session.apply(Command::Edit(atalaya::session::Edit::Put { entry, goes_on: false }));
    step(&mut session, Bring::Keep);
    let project = session.records().projects.find("senderos").unwrap().clone();
    assert_eq!(project.acronym, acronym);
    assert!(project.sectors.iter().any(|sector| sector == "joyeria"), "{:?}", project.sectors);
}

#[test]
fn which_column_is_which_field_is_taken_along_to_another_machine() {
    let folder = tempfile::tempdir().unwrap();
    let mut here = session(Lang::Es);
    step(&mut here, Bring::File(list(folder.path())));
    let (_, mut mapping) = here.bringing.as_ref().unwrap().preview.as_ref().unwrap().table.clone().unwrap();
    mapping.columns[2].target = Target::Funder;
    step(&mut here, Bring::Map(Box::new(mapping)));
    let mut window = window(here);
    window.run_steps(3);
    window.get_by_role_and_label(Role::Button, "Guardar esta asignación…").click();
    // What a window asks of the system is left to whoever runs it.
    window.step();
    let here = window.state_mut();
    here.apply(Command::Bring(Bring::SaveMapping));
    let saved = here.take_effects().into_iter().find_map(|effect| match effect {
        atalaya::session::Effect::Save(file) => Some(file),
        _ => None,
    });
    let file = saved.unwrap();
    assert_eq!(file.name, "lista de proyectos columnas.ron");
    let path = folder.path().join("columnas.ron");
    fs::write(&path, file.text).unwrap();

    let mut there = session(Lang::Es);
    step(&mut there, Bring::File(list(folder.path())));
    step(&mut there, Bring::MappingOf(path));
    let preview = there.bringing.as_ref().unwrap().preview.clone().unwrap();
    assert_eq!(preview.table.unwrap().1.columns[2].target, Target::Funder);
    let project = preview.brought.portfolio.projects.get(0).unwrap().clone();
    assert_eq!(project.organizations_as(atalaya::model::Role::Funding).count(), 1);
    step(&mut there, Bring::MappingOf(list(folder.path())));
    assert!(there.notices.iter().any(|notice| notice.failure && notice.text.contains("no dice qué columna")));
}
