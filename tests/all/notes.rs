//! What a person writes down: kept beside the published records, never lost, always told apart.

use std::sync::Arc;

use crate::common::{self, TestWorld};
use atalaya::format;
use atalaya::model::{Lang, List, Note, Notes, PartialDate};
use atalaya::session::{Command, Edit, Effect, Panel, Selected, Session, Verb};
use eframe::egui::{Theme, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use proptest::prelude::*;

fn on(world: &Arc<TestWorld>) -> Session {
    let mut session = Session::new(Arc::clone(world) as Arc<_>);
    session.apply(Command::Language(Lang::Es));
    session
}

fn note(project: &str, text: &str) -> Note {
    Note { project: project.to_owned(), text: text.to_owned(), ..Note::default() }
}

fn type_into(harness: &mut Harness<'_, Session>, field: &str, text: &str) {
    let field = harness.get_by_label(field);
    field.focus();
    field.type_text(text);
    harness.run_steps(3);
}

#[test]
fn a_person_writes_a_note_in_the_ficha_and_finds_it_after_a_restart() {
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    let published = session.document.portfolio.projects.find("gem").as_deref().cloned();
    session.apply(Command::Select(Some(Selected::Project("gem".to_owned()))));
    let mut harness = common::frame_harness([1366.0, 1400.0], Theme::Light, session);
    harness.get_by_label("Agregar una nota").click();
    harness.run_steps(3);
    type_into(&mut harness, "Nota", "La oficina en México cerró");
    type_into(&mut harness, "Fecha", "2025-13");
    assert!(harness.query_by_label_contains("«2025-13» no es una fecha").is_some());
    assert!(harness.get_by_label("Guardar").accesskit_node().is_disabled(), "not with a date that is none");
    harness.get_by_label("Fecha: Hoy").click();
    harness.run_steps(2);
    type_into(&mut harness, "Fuente", "llamada con la oficina");
    harness.get_by_label("Pendiente").click();
    harness.run_steps(2);
    type_into(&mut harness, "Por qué está pendiente", "falta el finiquito");
    harness.get_by_label("Guardar").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Mis notas (no publicado)").is_some());
    assert!(harness.query_by_label("Pendiente: falta el finiquito").is_some());
    assert!(harness.query_by_label_contains("24 nov 2026 · Fuente: llamada con la oficina").is_some());
    assert_eq!(
        harness.state().document.portfolio.projects.find("gem").as_deref(),
        published.as_ref(),
        "facts are not touched"
    );
    drop(harness);
    let again = on(&world);
    assert_eq!(
        again.notes.on("gem").map(|note| note.text.as_str()).collect::<Vec<_>>(),
        ["La oficina en México cerró"]
    );
    let mut harness = common::frame_harness([1366.0, 900.0], Theme::Light, again);
    harness.get_by_label("1 pendiente").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("La oficina en México cerró").is_some(), "the panel shows it");
}

#[test]
fn what_is_being_written_is_lost_to_nothing() {
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    session.apply(Command::Select(Some(Selected::Project("gem".to_owned()))));
    let mut harness = common::frame_harness([1366.0, 1400.0], Theme::Light, session);
    harness.get_by_label("Agregar una nota").click();
    harness.run_steps(3);
    assert!(harness.get_by_label("Nota").is_focused(), "one can write at once");
    type_into(&mut harness, "Nota", "a medias sobre GEM");
    type_into(&mut harness, "Fecha", "31/02/2026");
    // On to another project and another note: the first one waits.
    harness.state_mut().apply(Command::Select(Some(Selected::Project("caminos".to_owned()))));
    harness.run_steps(3);
    harness.get_by_label("Agregar una nota").click();
    harness.run_steps(3);
    type_into(&mut harness, "Nota", "a medias sobre CAMINOS");
    // A pulled plug: no end of the program, only a pause after the last letter.
    harness.run_steps(120);
    let again = on(&world);
    let begun: Vec<_> =
        again.notes.unfinished.iter().map(|draft| (draft.note.text.as_str(), draft.date.as_str())).collect();
    assert_eq!(begun, [("a medias sobre GEM", "31/02/2026"), ("a medias sobre CAMINOS", "")]);
    assert!(again.notes.notes.is_empty(), "none of it is a note yet");
    let mut harness = common::frame_harness([1366.0, 1000.0], Theme::Light, again);
    harness.state_mut().apply(Command::Do(Verb::Notes));
    harness.run_steps(3);
    assert_eq!(
        harness
            .query_all_by_label("Nota")
            .filter(|node| node.accesskit_node().role() == Role::MultilineTextInput)
            .count(),
        2
    );
    harness.state_mut().apply(Command::KeepNote(note("", "una entera")));
    harness.state_mut().apply(Command::Do(Verb::SaveNotes));
    let effects = harness.state_mut().take_effects();
    let Some(Effect::Save(file)) = effects.first() else { panic!("{effects:?}") };
    assert!(!file.text.contains("a medias"), "what is not finished does not travel");
}

#[test]
fn an_empty_panel_grows_with_what_is_written_in_it() {
    let mut session = on(&Arc::new(TestWorld::default()));
    session.apply(Command::Do(Verb::Notes));
    let mut harness = common::frame_harness([1024.0, 640.0], Theme::Light, session);
    harness.run_steps(3);
    harness.get_by_label("Agregar una nota").click();
    harness.run_steps(5);
    for name in ["Nota", "Fecha", "Fuente", "Guardar"] {
        let rect = harness.get_by_label(name).rect();
        assert!(rect.height() > 10.0 && rect.bottom() < 620.0 && rect.top() > 0.0, "{name}: {rect:?}");
    }
    let (field, save) = (harness.get_by_label("Nota").rect(), harness.get_by_label("Guardar").rect());
    assert!(save.top() > field.bottom(), "they stand one below the other");
}

#[test]
fn what_is_removed_comes_back_and_a_layer_that_contradicts_says_so() {
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    for text in ["una", "dos"] {
        session.apply(Command::KeepNote(note("gem", text)));
    }
    let ids: Vec<String> = session.notes.notes.iter().map(|note| note.id.clone()).collect();
    for id in ids {
        session.apply(Command::TakeNote(id));
    }
    assert_eq!((session.notes.notes.len(), session.taken_out.len()), (0, 2));
    session.apply(Command::TakeBack(1));
    session.apply(Command::TakeBack(0));
    assert_eq!(session.notes.notes.len(), 2);
    let (total, project) = ("stps-21-207".to_owned(), "gem".to_owned());
    let mark = Some((false, "no es de México".to_owned()));
    session.apply(Command::Mark { total: total.clone(), project: project.clone(), mark });
    session.apply(Command::Mark { total: total.clone(), project: project.clone(), mark: None });
    session.apply(Command::TakeBack(0));
    assert_eq!(session.notes.mark(&total, &project).unwrap().reason, "no es de México");
    let mut theirs = Notes { author: "B".to_owned(), portfolio: "Otro".to_owned(), ..Notes::default() };
    theirs.set_mark(&total, &project, Some((true, "sí es".to_owned())));
    theirs.keep(note("", "suya"));
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), format::write_notes(&theirs)).unwrap();
    session.apply(Command::MergeNotes(file.path().to_owned()));
    let told = session.notices.last().unwrap().text.clone();
    assert!(told.contains("Son de otro portafolio: «Otro»") && told.contains("decide otra cosa que usted"), "{told}");
    assert_eq!(session.notes.mark(&total, &project).map(|mark| mark.counted), Some(false), "mine stays");
    let merge = session.taken_out.len() - 1;
    session.apply(Command::TakeBack(merge));
    assert!(session.notes.notes.iter().all(|note| note.text != "suya"), "taken back as a whole");
}

#[test]
fn taking_back_costs_nothing_that_was_written_since() {
    let mut session = on(&Arc::new(TestWorld::default()));
    let texts = |session: &Session| {
        let mut texts: Vec<String> = session.notes.notes.iter().map(|note| note.text.clone()).collect();
        texts.sort();
        texts
    };
    // A new note may have been given the id of the one that was taken out.
    session.apply(Command::KeepNote(note("gem", "vieja")));
    session.apply(Command::TakeNote(session.notes.notes[0].id.clone()));
    session.apply(Command::KeepNote(note("gem", "nueva")));
    session.apply(Command::TakeBack(0));
    assert_eq!(texts(&session), ["nueva", "vieja"]);
    // Undoing a merge takes out what came in, and leaves what was written after it.
    let mut theirs = Notes { author: "B".to_owned(), ..Notes::default() };
    theirs.keep(note("gem", "suya"));
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), format::write_notes(&theirs)).unwrap();
    session.apply(Command::MergeNotes(file.path().to_owned()));
    session.apply(Command::KeepNote(note("gem", "después")));
    session.apply(Command::TakeBack(0));
    assert_eq!(texts(&session), ["después", "nueva", "vieja"]);
    // A wording that takes the place of another one does not cost that one.
    let reword = |text: Option<&str>| Command::Reword {
        to: "reporter".to_owned(),
        draft: text.map(|text| ("propuesto".to_owned(), text.to_owned())),
    };
    for draft in [Some("primera"), None, Some("segunda")] {
        session.apply(reword(draft));
    }
    session.apply(Command::TakeBack(0));
    assert_eq!(session.notes.draft("reporter").unwrap().text, "primera");
    session.apply(Command::TakeBack(0));
    assert_eq!(session.notes.draft("reporter").unwrap().text, "segunda");
}

#[test]
fn a_mark_with_its_reason_survives_a_restart() {
    let world = Arc::new(TestWorld::default());
    let mark = Some((false, "Es de otra oficina".to_owned()));
    on(&world).apply(Command::Mark { total: "stps-21-207".to_owned(), project: "gem".to_owned(), mark });
    assert_eq!(on(&world).notes.mark("stps-21-207", "gem").unwrap().reason, "Es de otra oficina");
}

#[test]
fn a_colleagues_layer_is_taken_in_once_and_told_apart() {
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    session.apply(Command::KeepNote(note("gem", "mía")));
    let mut theirs = Notes { author: "Otra persona".to_owned(), ..Notes::default() };
    theirs.keep(note("gem", "suya"));
    theirs.keep(note("no-existe", "de un proyecto que no está"));
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), format::write_notes(&theirs)).unwrap();
    for told in ["Se incorporaron 2 notas", "no trae nada que usted no tuviera"] {
        session.apply(Command::MergeNotes(file.path().to_owned()));
        let notice = &session.notices.last().unwrap().text;
        assert!(notice.contains(told), "{notice}");
    }
    session.apply(Command::Do(Verb::Notes));
    assert_eq!(session.panel, Some(Panel::Notes));
    let harness = common::frame_harness([1366.0, 1000.0], Theme::Dark, session);
    assert!(harness.query_all_by_label_contains("de Otra persona").count() > 0);
    assert!(harness.query_by_label("«no-existe» (ya no está en este portafolio)").is_some());
    assert!(harness.query_by_label("de un proyecto que no está").is_some(), "its note is kept");
}

#[test]
fn a_layer_dropped_on_the_window_is_taken_in_and_stands_in_the_fact_file_apart() {
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    let mut theirs = Notes::default();
    theirs.keep(Note { source: "una llamada".to_owned(), ..note("gem", "cerró en abril") });
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), format::write_notes(&theirs)).unwrap();
    session.apply(Command::Open(file.path().to_owned()));
    while session.opening.is_some() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        session.take_results();
    }
    assert!(session.notices.last().unwrap().text.contains("Se incorporó 1 nota"), "{:?}", session.notices);
    assert_eq!(session.document.portfolio.projects.len(), 23, "what was open stays open");
    let text = session.dossier_text();
    let (published, own) = text.split_once("## Mis notas (no publicado)").unwrap();
    assert!(own.contains("GEM: cerró en abril · Fuente: una llamada") && !published.contains("cerró en abril"));
    drop(session);
    assert_eq!(on(&world).notes.notes.len(), 1, "kept");
}

#[test]
fn a_damaged_layer_is_put_aside_and_nothing_overwrites_it() {
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    session.apply(Command::KeepNote(note("", "una")));
    let key = world.notes.lock().unwrap().keys().next().unwrap().clone();
    for damaged in ["(schema: 1, notes: [(", "(schema: 9, of_tomorrow: 1)"] {
        world.notes.lock().unwrap().retain(|_, _| false);
        world.notes.lock().unwrap().insert(key.clone(), damaged.to_owned());
        let mut session = on(&world);
        let told = session.notices.last().unwrap().text.clone();
        session.apply(Command::KeepNote(note("", "otra")));
        let kept = world.notes.lock().unwrap();
        assert!(kept.values().any(|text| text == damaged), "the damaged one is there still: {kept:?}");
        // A later version finds its own where it left them.
        let (said, mine) = if damaged.contains("schema: 9") {
            assert_eq!(kept[&key], damaged);
            ("Esas notas no se tocan", format!("{key}-1"))
        } else {
            ("No se perdió nada", key.clone())
        };
        assert!(told.contains(said), "{told}");
        assert!(format::read_notes(&kept[&mine]).unwrap().notes.iter().any(|note| note.text == "otra"));
    }
}

#[test]
fn what_another_window_kept_meanwhile_is_taken_in() {
    let world = Arc::new(TestWorld::default());
    let (mut one, mut other) = (on(&world), on(&world));
    one.apply(Command::KeepNote(note("gem", "de la primera")));
    other.apply(Command::KeepNote(note("gem", "de la segunda")));
    let texts: Vec<_> = on(&world).notes.notes.iter().map(|note| note.text.clone()).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    // What is taken out here stays out, though the file still has it.
    let id = other.notes.notes.iter().find(|note| note.text == "de la segunda").unwrap().id.clone();
    other.apply(Command::TakeNote(id));
    assert_eq!(on(&world).notes.notes.len(), 1);
    other.apply(Command::TakeBack(0));
    assert_eq!(on(&world).notes.notes.len(), 2, "taken back");
}

#[test]
fn where_nothing_can_be_kept_that_is_told() {
    let world = Arc::new(TestWorld { read_only: true, ..TestWorld::default() });
    let mut session = on(&world);
    session.apply(Command::KeepNote(note("", "una")));
    let told = &session.notices.last().unwrap().text;
    assert!(told.contains("No se pudieron guardar sus notas") && told.contains("read-only"), "{told}");
    assert_eq!(session.notes.notes.len(), 1, "they stay in the window");
    session.apply(Command::Do(Verb::SaveNotes));
    let effects = session.take_effects();
    let Some(Effect::Save(file)) = effects.first() else { panic!("{effects:?}") };
    assert_eq!(file.name, "mis-notas.ron");
    assert_eq!(format::read_notes(&file.text).unwrap().notes[0].text, "una");
}

fn notes() -> impl Strategy<Value = Notes> {
    let date = prop::option::of((2000_i16..2030).prop_map(PartialDate::year_only));
    let note = ("[a-c]{0,2}", "\\PC{0,12}", date, any::<bool>()).prop_map(|(project, text, date, pending)| Note {
        project,
        text,
        date,
        pending,
        ..Note::default()
    });
    let mark = ("[a-b]", "[a-c]", any::<bool>());
    (prop::collection::vec(note, 0..6), prop::collection::vec(mark, 0..4), "[AB]?").prop_map(|(all, marks, author)| {
        let mut notes = Notes { author, ..Notes::default() };
        for note in all {
            notes.keep(note);
        }
        for (total, project, counted) in marks {
            notes.set_mark(&total, &project, Some((counted, "porque".to_owned())));
        }
        notes
    })
}

proptest! {
    /// Whatever two layers hold: merging loses no text, doubles nothing, and written notes are read as they were.
    #[test]
    fn merging_loses_nothing_and_writing_is_exact(mine in notes(), other in notes()) {
        let mut merged = mine.clone();
        merged.merge(&other);
        for note in mine.notes.iter().chain(&other.notes) {
            prop_assert!(merged.notes.iter().any(|kept| kept.text == note.text && kept.project == note.project));
        }
        for mark in &mine.marks {
            prop_assert_eq!(merged.mark(&mark.total, &mark.project), Some(mark), "mine stays");
        }
        let mut ids: Vec<_> = merged.notes.iter().map(|note| &note.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), merged.notes.len());
        let once = merged.clone();
        prop_assert_eq!(merged.merge(&other).added, 0);
        prop_assert_eq!(&merged, &once);
        let read = format::read_notes(&format::write_notes(&merged)).unwrap();
        prop_assert_eq!(read.notes, merged.notes);
        prop_assert_eq!(read.marks, merged.marks);
    }
}

/// A file with the embedded portfolio, opened.
fn on_a_file(world: &Arc<TestWorld>, path: &std::path::Path) -> Session {
    let mut session = on(world);
    session.apply(Command::Open(path.to_owned()));
    common::settle(&mut session);
    session
}

fn rename(id: &str, to: &str) -> Command {
    Command::Edit(Edit::Rename { list: List::Projects, id: id.to_owned(), to: to.to_owned() })
}

fn texts_on(session: &Session, project: &str) -> Vec<String> {
    session.notes.on(project).map(|note| note.text.clone()).collect()
}

#[test]
fn notes_stay_on_their_record_under_another_id_saved_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.atalaya.ron");
    std::fs::write(&path, format::embedded()).unwrap();
    let world = Arc::new(TestWorld::default());
    let mut session = on_a_file(&world, &path);
    session.apply(Command::KeepNote(note("gem", "cerró")));
    session.apply(rename("gem", "gema"));
    assert_eq!(texts_on(&session, "gema"), ["cerró"]);
    session.apply(Command::KeepNote(note("gema", "preguntar")));
    // Nothing was saved: in the file it is called as before.
    drop(session);
    let mut session = on_a_file(&world, &path);
    assert_eq!(texts_on(&session, "gem"), ["cerró", "preguntar"]);
    session.apply(rename("gem", "gema"));
    session.apply(Command::Do(Verb::Undo));
    assert_eq!(texts_on(&session, "gem").len(), 2);
    session.apply(Command::Do(Verb::Redo));
    // What was removed before comes back on the same record.
    let removed = session.notes.notes[0].id.clone();
    session.apply(Command::TakeNote(removed));
    session.apply(rename("gema", "gem-2"));
    session.apply(Command::TakeBack(0));
    session.apply(Command::Do(Verb::Save));
    common::settle(&mut session);
    drop(session);
    let session = on_a_file(&world, &path);
    let mut texts = texts_on(&session, "gem-2");
    texts.sort();
    assert_eq!(texts, ["cerró", "preguntar"]);
    assert_eq!(session.notes.notes.len(), 2, "and no note is there twice");
}

#[test]
fn notes_stay_with_a_portfolio_that_gets_another_title() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.atalaya.ron");
    std::fs::write(&path, format::embedded()).unwrap();
    let world = Arc::new(TestWorld::default());
    let titled = |session: &mut Session, title: &str| {
        let mut header = session.records().header.clone();
        header.title.es = Some(title.to_owned());
        session.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
    };
    let mut session = on_a_file(&world, &path);
    session.apply(Command::KeepNote(note("gem", "cerró")));
    titled(&mut session, "Otro título");
    session.apply(Command::KeepNote(note("gem", "preguntar")));
    drop(session);
    let mut session = on_a_file(&world, &path);
    assert_eq!(texts_on(&session, "gem").len(), 2, "the title was not saved");
    titled(&mut session, "Otro título");
    session.apply(Command::Do(Verb::Save));
    common::settle(&mut session);
    drop(session);
    let mut session = on_a_file(&world, &path);
    assert_eq!(session.document.portfolio.header.title.es.as_deref(), Some("Otro título"));
    assert_eq!(texts_on(&session, "gem").len(), 2);
    // Another program gives it one more.
    let text = std::fs::read_to_string(&path).unwrap().replace("Otro título", "El tercero");
    std::fs::write(&path, text).unwrap();
    session.apply(Command::Open(path.clone()));
    common::settle(&mut session);
    assert_eq!(session.document.portfolio.header.title.es.as_deref(), Some("El tercero"));
    assert_eq!(texts_on(&session, "gem").len(), 2);
    drop(session);
    assert_eq!(texts_on(&on_a_file(&world, &path), "gem").len(), 2);
}

#[test]
fn a_portfolio_that_is_begun_has_no_notes_of_the_one_begun_before() {
    let folder = tempfile::tempdir().unwrap();
    let world = Arc::new(TestWorld::default());
    let mut session = on(&world);
    session.apply(Command::Do(Verb::New));
    session.apply(Command::KeepNote(note("", "la primera")));
    let mut header = session.records().header.clone();
    header.title.es = Some("Mi lista".to_owned());
    session.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
    session.apply(Command::SaveAs(folder.path().join("mi lista.atalaya.ron")));
    common::settle(&mut session);
    assert_eq!(texts_on(&session, ""), ["la primera"]);
    session.apply(Command::Do(Verb::New));
    assert!(session.notes.is_empty());
    session.apply(Command::Open(folder.path().join("mi lista.atalaya.ron")));
    common::settle(&mut session);
    assert_eq!(texts_on(&session, ""), ["la primera"]);
}
