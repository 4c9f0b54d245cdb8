//! Two windows on one file: what each edits and saves is there in the end, and nothing goes for something else.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "tests may fail loudly"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use atalaya::format::embedded;
use atalaya::model::{Entry, Lang, List, Project};
use atalaya::query::By;
use atalaya::session::{Command, Edit, Line, Meanwhile, Origin, Outside, Selected, Session, Unsaved, Verb, new_entry};
use common::{opened, settle};
use tempfile::TempDir;

fn file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, embedded()).unwrap();
    (folder, path)
}

/// A new project, as both windows name its id.
fn add(session: &mut Session, name: &str) {
    let today = session.today().exact();
    let entry = new_entry(List::Projects, "Proyecto sin nombre", Lang::Es, today, session.records());
    let id = entry.id().to_owned();
    session.apply(Command::Edit(Edit::Add(vec![entry])));
    put(session, &id, |project| project.name.es = Some(name.to_owned()));
}

fn put(session: &mut Session, id: &str, change: impl FnOnce(&mut Project)) {
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, id) else { panic!("{id}") };
    change(&mut project);
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
}

fn save(session: &mut Session) {
    session.apply(Command::Do(Verb::Save));
    settle(session);
}

/// Others wrote: the file is opened as it is now, with what was edited here, and saved.
fn merge_and_save(session: &mut Session) {
    save(session);
    assert_eq!(session.outside, Some(Outside::Changed), "never overwritten in silence");
    session.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(session);
    save(session);
    assert!(!session.is_modified(), "{:?}", session.notices);
}

fn names(path: &Path) -> Vec<String> {
    let session = opened(path);
    let projects = &session.document.portfolio.projects;
    assert!(session.document.problems.is_empty(), "{:?}", session.document.problems);
    projects.iter().map(|project| project.name.show(Lang::Es).to_owned()).collect()
}

fn project(path: &Path, id: &str) -> Project {
    let Some(Entry::Project(project)) = opened(path).entry(List::Projects, id) else { panic!("{id}") };
    *project
}

#[test]
fn two_new_records_of_one_id_both_stay() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    add(&mut one, "De una");
    let mine = |project: &mut Project| project.notes.es = Some("Mía".to_owned());
    put(&mut one, "proyecto-sin-nombre", mine);
    add(&mut other, "De la otra");
    save(&mut other);
    merge_and_save(&mut one);
    let names = names(&path);
    for name in ["De una", "De la otra"] {
        assert!(names.iter().any(|other| other == name), "{name}: {names:?}");
    }
}

#[test]
fn what_refers_to_a_record_that_got_another_id_still_does() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    for (session, name) in [(&mut one, "Fondo de una"), (&mut other, "Fondo de la otra")] {
        let today = session.today().exact();
        let entry = new_entry(List::Sources, name, Lang::Es, today, session.records()).with_id("fondo");
        session.apply(Command::Edit(Edit::Add(vec![entry])));
    }
    put(&mut one, "senderos", |project| project.sources.push("fondo".to_owned()));
    save(&mut other);
    merge_and_save(&mut one);
    let cited = project(&path, "senderos").sources.pop().unwrap();
    let session = opened(&path);
    assert_eq!(session.entry(List::Sources, &cited).unwrap().name(Lang::Es), "Fondo de una");
    assert_eq!(session.entry(List::Sources, "fondo").unwrap().name(Lang::Es), "Fondo de la otra");
}

#[test]
fn a_record_that_was_saved_here_and_edited_there_keeps_what_both_did() {
    let (_folder, path) = file();
    let mut one = opened(&path);
    add(&mut one, "Nuevo");
    save(&mut one);
    let mut other = opened(&path);
    put(&mut other, "proyecto-sin-nombre", |project| project.acronym = Some("OTRA".to_owned()));
    save(&mut other);
    put(&mut one, "proyecto-sin-nombre", |project| project.agreement_number = Some("UNA-1".to_owned()));
    merge_and_save(&mut one);
    let both = project(&path, "proyecto-sin-nombre");
    assert_eq!((both.acronym.as_deref(), both.agreement_number.as_deref()), (Some("OTRA"), Some("UNA-1")));
    assert_eq!(names(&path).iter().filter(|name| *name == "Nuevo").count(), 1, "and it is one");
}

#[test]
fn what_was_saved_and_taken_back_is_taken_back_in_the_other_version_too() {
    let (_folder, path) = file();
    let mut one = opened(&path);
    put(&mut one, "senderos", |project| project.acronym = Some("PASAJERO".to_owned()));
    add(&mut one, "Pasajero");
    save(&mut one);
    let mut other = opened(&path);
    put(&mut other, "senderos", |project| project.agreement_number = Some("OTRA-1".to_owned()));
    save(&mut other);
    one.apply(Command::UndoTo(0));
    merge_and_save(&mut one);
    let both = project(&path, "senderos");
    assert_eq!((both.acronym.as_deref(), both.agreement_number.as_deref()), (Some("SENDEROS"), Some("OTRA-1")));
    assert!(!names(&path).contains(&"Pasajero".to_owned()));
}

#[test]
fn what_both_say_of_the_portfolio_itself_is_put_together() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    let mut header = one.records().header.clone();
    header.about.es = Some("De una".to_owned());
    header.title.en = Some("By one".to_owned());
    one.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
    let mut header = other.records().header.clone();
    header.title.es = Some("De la otra".to_owned());
    other.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
    save(&mut other);
    merge_and_save(&mut one);
    let told = |notice: &atalaya::session::Notice| notice.failure && notice.text.contains("cambió aquí y también");
    assert!(one.notices.iter().any(told), "of one field both said something: {:?}", one.notices);
    let header = opened(&path).records().header.clone();
    assert_eq!((header.about.es.as_deref(), header.title.en.as_deref()), (Some("De una"), Some("By one")));
}

/// What is being saved is what was open when that began, whatever is opened meanwhile.
#[test]
fn a_save_that_is_overtaken_by_another_portfolio_is_not_taken_for_it() {
    let (folder, path) = file();
    let mut session = opened(&path);
    put(&mut session, "senderos", |project| project.acronym = Some("UNO".to_owned()));
    let copy = folder.path().join("copia.ron");
    session.apply(Command::SaveAs(copy.clone()));
    session.apply(Command::Do(Verb::OpenEmbedded));
    if session.asking.is_some() {
        session.apply(Command::Unsaved(Unsaved::GiveUp));
    }
    settle(&mut session);
    assert_eq!(session.document.origin, Origin::Embedded);
    assert!(fs::read_to_string(&copy).unwrap().contains("acronym: \"UNO\""));
    put(&mut session, "senderos", |project| project.acronym = Some("DOS".to_owned()));
    session.apply(Command::Do(Verb::Save));
    settle(&mut session);
    let saved = fs::read_to_string(&copy).unwrap();
    assert!(saved.contains("acronym: \"UNO\"") && !saved.contains("acronym: \"DOS\""), "nobody saved under that name");
}

/// In a table with groups a project may stand in several: whoever goes on from one to the next comes to all of them.
#[test]
fn the_next_record_leads_through_all_projects_of_a_table_with_groups() {
    let (_folder, path) = file();
    let mut session = opened(&path);
    session.apply(Command::Do(Verb::ShowProjects));
    session.apply(Command::Group(Some(By::Theme)));
    let all: std::collections::BTreeSet<String> =
        session.rows().iter().map(|row| session.document.portfolio.projects.id(*row).unwrap().to_owned()).collect();
    let shown = |session: &Session| match &session.view.selected {
        Some(Selected::Project(id)) => id.clone(),
        other => panic!("{other:?}"),
    };
    let first = (0..session.line_count()).find_map(|at| match session.line(at)? {
        Line::Project(row) => session.document.portfolio.projects.id(row).map(str::to_owned),
        Line::Group(_) => None,
    });
    session.apply(Command::Select(first.map(Selected::Project)));
    let mut seen = vec![shown(&session)];
    for _ in 0..all.len() * 2 {
        session.apply(Command::Do(Verb::NextRecord));
        if seen.last() != Some(&shown(&session)) {
            seen.push(shown(&session));
        }
    }
    assert_eq!(seen.len(), all.len(), "each once: {seen:?}");
    assert_eq!(seen.iter().cloned().collect::<std::collections::BTreeSet<_>>(), all);
    for id in seen.iter().rev().skip(1) {
        session.apply(Command::Do(Verb::PreviousRecord));
        assert_eq!(&shown(&session), id);
    }
}
