//! Two windows on one file: what each edits and saves is there in the end, and nothing goes for something else.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::common::{TestWorld, opened, settle};
use atalaya::format::embedded;
use atalaya::model::{Amount, Entry, Header, Lang, List, Minor, Project};
use atalaya::query::By;
use atalaya::session::{
    Command, Edit, Line, Meanwhile, Origin, Outside, Panel, Selected, Session, Unsaved, Verb, new_entry,
};
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

fn put_header(session: &mut Session, change: impl FnOnce(&mut Header)) {
    let mut header = session.records().header.clone();
    change(&mut header);
    session.apply(Command::Edit(Edit::Header { header: Box::new(header), goes_on: false }));
}

/// A new source of this name, as both windows name its id.
fn add_source(session: &mut Session, name: &str) {
    let today = session.today().exact();
    let entry = new_entry(List::Sources, name, Lang::Es, today, session.records()).with_id("fondo");
    session.apply(Command::Edit(Edit::Add(vec![entry])));
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

fn project(session: &Session, id: &str) -> Project {
    let Some(Entry::Project(project)) = session.entry(List::Projects, id) else { panic!("{id}") };
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
    add_source(&mut one, "Fondo de una");
    add_source(&mut other, "Fondo de la otra");
    put(&mut one, "senderos", |project| project.sources.push("fondo".to_owned()));
    save(&mut other);
    merge_and_save(&mut one);
    let cited = project(&opened(&path), "senderos").sources.pop().unwrap();
    let session = opened(&path);
    assert_eq!(session.entry(List::Sources, &cited).unwrap().name(Lang::Es), "Fondo de una");
    assert_eq!(session.entry(List::Sources, "fondo").unwrap().name(Lang::Es), "Fondo de la otra");
}

#[test]
fn the_head_and_what_is_to_be_settled_follow_a_record_that_got_another_id() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    add_source(&mut one, "Fondo de una");
    put(&mut one, "senderos", |project| project.sources.push("fondo".to_owned()));
    put_header(&mut one, |header| header.cutoff.as_mut().unwrap().sources.push("fondo".to_owned()));
    add_source(&mut other, "Fondo de la otra");
    put(&mut other, "senderos", |project| project.sources.clear());
    save(&mut other);
    save(&mut one);
    one.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut one);
    let title = |id: &str| one.entry(List::Sources, id).unwrap().name(Lang::Es);
    let of_head = one.records().header.cutoff.as_ref().unwrap().sources.last().unwrap();
    assert_eq!(title(of_head), "Fondo de una");
    let [conflict] = one.conflicts.as_slice() else { panic!("{:?}", one.conflicts) };
    let senderos = one.entry(conflict.list, &conflict.id).unwrap();
    let [field] = conflict.fields.as_slice() else { panic!("{conflict:?}") };
    assert_eq!(conflict.stands(&senderos, field), Some(false), "what stands is what was written here");
    assert_eq!(title(field.mine.as_array().unwrap().last().unwrap().as_str().unwrap()), "Fondo de una");
    // Whoever takes theirs and then ours again has ours.
    let theirs = conflict.with(&senderos, true, &conflict.fields).unwrap();
    assert_eq!(conflict.with(&theirs, false, &conflict.fields).unwrap(), senderos);
}

/// The source gets another id here, and with it every record that cites it is another one: what others wrote there stays.
#[test]
fn what_others_wrote_where_a_record_with_another_id_is_cited_stays() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    let rename = Edit::Rename { list: List::Sources, id: "ocft-dol-senderos".to_owned(), to: "dol".to_owned() };
    one.apply(Command::Edit(rename));
    let rename = Edit::Rename { list: List::Sources, id: "ev-federalnewswire-577".to_owned(), to: "wire".to_owned() };
    one.apply(Command::Edit(rename));
    put(&mut one, "senderos", |project| project.acronym = Some("UNA".to_owned()));
    let cites = |amount: &&mut Amount| amount.source.as_deref() == Some("ocft-dol-senderos");
    put(&mut other, "senderos", |project| {
        project.acronym = Some("OTRA".to_owned());
        project.amounts.iter_mut().find(cites).unwrap().value = Minor(12_345);
    });
    put_header(&mut other, |header| header.cutoff.as_mut().unwrap().label.es = Some("otro corte".to_owned()));
    save(&mut other);
    save(&mut one);
    one.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut one);
    let [conflict] = one.conflicts.as_slice() else { panic!("{:?}", one.conflicts) };
    let fields: Vec<&str> = conflict.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["acronym"], "the amounts only others changed");
    let told = |notice: &atalaya::session::Notice| notice.text.contains("De los datos del portafolio");
    assert!(!one.notices.iter().any(told), "nor is the cut-off in question: {:?}", one.notices);
    let amounts = project(&one, "senderos").amounts;
    assert!(amounts.iter().any(|amount| amount.value == Minor(12_345) && amount.source.as_deref() == Some("dol")));
    let cutoff = one.records().header.cutoff.clone().unwrap();
    assert!(cutoff.label.es.as_deref() == Some("otro corte") && cutoff.sources.iter().any(|id| id == "wire"));
    assert!(one.document.problems.is_empty(), "{:?}", one.document.problems);
}

/// Where both wrote in the same field, theirs cites the source by its id here as well.
#[test]
fn what_is_taken_of_others_cites_a_record_by_its_other_id() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    let rename = Edit::Rename { list: List::Sources, id: "ocft-dol-senderos".to_owned(), to: "dol".to_owned() };
    one.apply(Command::Edit(rename));
    put(&mut one, "senderos", |project| project.amounts.iter_mut().for_each(|amount| amount.value = Minor(1)));
    put(&mut other, "senderos", |project| project.amounts.iter_mut().for_each(|amount| amount.value = Minor(2)));
    save(&mut other);
    save(&mut one);
    one.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut one);
    let [conflict] = one.conflicts.as_slice() else { panic!("{:?}", one.conflicts) };
    let senderos = one.entry(conflict.list, &conflict.id).unwrap();
    let theirs = conflict.with(&senderos, true, &conflict.fields).unwrap();
    one.apply(Command::Edit(Edit::Put { entry: theirs, goes_on: false }));
    let amounts = project(&one, "senderos").amounts;
    assert!(amounts.iter().all(|amount| amount.value == Minor(2)));
    assert!(amounts.iter().any(|amount| amount.source.as_deref() == Some("dol")));
    assert!(one.document.problems.is_empty(), "{:?}", one.document.problems);
}

/// Taken out here and changed there, a record stays, and cites a source by its other id.
#[test]
fn a_record_that_stays_because_others_changed_it_follows_another_id() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    for (id, to) in [("ocft-dol-senderos", "dol"), ("ocft-duke-foa2019", "duke")] {
        one.apply(Command::Edit(Edit::Rename { list: List::Sources, id: id.to_owned(), to: to.to_owned() }));
    }
    let remove = |id: &str| Edit::Remove { list: List::Projects, id: id.to_owned(), references: true };
    let gone = one.records().projects.iter().find(|project| project.id != "senderos").unwrap().id.clone();
    one.apply(Command::Edit(remove("senderos")));
    one.apply(Command::Edit(remove(&gone)));
    put(&mut other, "senderos", |project| project.acronym = Some("OTRA".to_owned()));
    save(&mut other);
    merge_and_save(&mut one);
    let cited = |project: &Project, id: &str| project.amounts.iter().any(|amount| amount.source.as_deref() == Some(id));
    let senderos = project(&opened(&path), "senderos");
    assert!(senderos.acronym.as_deref() == Some("OTRA") && cited(&senderos, "dol") && cited(&senderos, "duke"));
    let session = opened(&path);
    assert!(session.document.problems.is_empty() && !session.records().projects.has(&gone));
}

/// The form that was open is that of the same record, also where it got another id for that of somebody else.
#[test]
fn a_form_is_of_the_same_record_after_what_others_wrote_came_in() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    one.apply(Command::Do(Verb::NewProject));
    put(&mut one, "proyecto-sin-nombre", |project| project.name.es = Some("De una".to_owned()));
    add(&mut other, "De la otra");
    save(&mut other);
    merge_and_save(&mut one);
    let (list, id) = one.form.clone().unwrap();
    assert_eq!(one.entry(list, &id).unwrap().name(Lang::Es), "De una", "{id}");
}

/// What is to be settled comes first: no form lies over it.
#[test]
fn no_form_lies_over_what_is_to_be_settled() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    one.apply(Command::Form(Some((List::Projects, "senderos".to_owned()))));
    put(&mut one, "senderos", |project| project.acronym = Some("UNA".to_owned()));
    put(&mut other, "senderos", |project| project.acronym = Some("OTRA".to_owned()));
    save(&mut other);
    save(&mut one);
    one.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut one);
    assert!(one.panel == Some(Panel::Conflicts) && one.form.is_none());
}

/// What is to be settled can be shown again after its panel was closed, and is told until somebody says that it is as it
/// shall be.
#[test]
fn what_is_to_be_settled_is_offered_until_it_is_settled() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    put(&mut one, "senderos", |project| project.acronym = Some("UNO".to_owned()));
    put(&mut other, "senderos", |project| project.acronym = Some("OTRO".to_owned()));
    save(&mut other);
    save(&mut one);
    assert!(!Verb::Settle.is_enabled(&one));
    one.apply(Command::Meanwhile(Meanwhile::Merge));
    settle(&mut one);
    let told = |session: &Session| session.notices.iter().any(|notice| notice.offers == Some(Verb::Settle));
    assert!(told(&one) && one.notices.iter().any(|notice| notice.text.contains("UNO")), "{:?}", one.notices);
    one.apply(Command::ClosePanel);
    save(&mut one);
    assert!(told(&one) && Verb::Settle.is_enabled(&one), "closed is not settled");
    one.apply(Command::Do(Verb::Settle));
    assert_eq!(one.panel, Some(Panel::Conflicts));
    one.apply(Command::Meanwhile(Meanwhile::Settled));
    assert!(!told(&one) && !Verb::Settle.is_enabled(&one) && one.panel.is_none(), "{:?}", one.notices);
}

/// Two windows on a record that came in and was saved in the first, and to which the second gave an acronym.
fn both_with_a_new_one(path: &Path) -> (Session, Session) {
    let mut one = opened(path);
    add(&mut one, "Nuevo");
    save(&mut one);
    let mut other = opened(path);
    put(&mut other, "proyecto-sin-nombre", |project| project.acronym = Some("OTRA".to_owned()));
    (one, other)
}

#[test]
fn a_record_that_was_saved_and_then_got_another_id_is_one_in_the_other_version_too() {
    let (_folder, path) = file();
    let (mut one, mut other) = both_with_a_new_one(&path);
    let Some(Entry::Event(mut event)) = other.records().entry(List::Events, 0) else { panic!("an event") };
    event.projects.push("proyecto-sin-nombre".to_owned());
    other.apply(Command::Edit(Edit::Put { entry: Entry::Event(event.clone()), goes_on: false }));
    save(&mut other);
    let rename = |session: &mut Session| {
        let (id, to) = ("proyecto-sin-nombre".to_owned(), "nuevo".to_owned());
        session.apply(Command::Edit(Edit::Rename { list: List::Projects, id, to }));
    };
    rename(&mut one);
    // Taken back as far as it came in, and done again, it is the same one still.
    one.apply(Command::UndoTo(0));
    one.apply(Command::UndoTo(3));
    merge_and_save(&mut one);
    assert_eq!(project(&opened(&path), "nuevo").acronym.as_deref(), Some("OTRA"), "what the other wrote of it stays");
    assert_eq!(names(&path).iter().filter(|name| *name == "Nuevo").count(), 1, "and it is one");
    let Some(Entry::Event(event)) = opened(&path).entry(List::Events, &event.id) else { panic!("an event") };
    assert_eq!(event.projects.last().unwrap(), "nuevo", "whoever refers to it there follows");
}

#[test]
fn a_record_that_was_saved_here_and_edited_there_keeps_what_both_did() {
    let (_folder, path) = file();
    let (mut one, mut other) = both_with_a_new_one(&path);
    save(&mut other);
    put(&mut one, "proyecto-sin-nombre", |project| project.agreement_number = Some("UNA-1".to_owned()));
    merge_and_save(&mut one);
    let both = project(&opened(&path), "proyecto-sin-nombre");
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
    let both = project(&opened(&path), "senderos");
    assert_eq!((both.acronym.as_deref(), both.agreement_number.as_deref()), (Some("SENDEROS"), Some("OTRA-1")));
    assert!(!names(&path).contains(&"Pasajero".to_owned()));
}

#[test]
fn what_both_say_of_the_portfolio_itself_is_put_together() {
    let (_folder, path) = file();
    let (mut one, mut other) = (opened(&path), opened(&path));
    put_header(&mut one, |header| {
        header.about.es = Some("De una".to_owned());
        header.title.en = Some("By one".to_owned());
    });
    put_header(&mut other, |header| header.title.es = Some("De la otra".to_owned()));
    save(&mut other);
    merge_and_save(&mut one);
    let told = |notice: &atalaya::session::Notice| notice.failure && notice.text.contains("cambió aquí y también");
    assert!(one.notices.iter().any(told), "of one field both said something: {:?}", one.notices);
    let header = opened(&path).records().header.clone();
    assert_eq!((header.about.es.as_deref(), header.title.en.as_deref()), (Some("De una"), Some("By one")));
}

/// What was kept and never saved is done once more on the file as others left it since.
#[test]
fn what_others_wrote_in_the_head_stays_when_kept_work_is_taken_up() {
    for older in [false, true] {
        let (folder, path) = file();
        let recoveries = folder.path().join("recovery");
        let world = || Arc::new(TestWorld { recovery: Some(recoveries.clone()), ..TestWorld::default() });
        let mut mine = Session::new(world());
        mine.apply(Command::Open(path.clone()));
        settle(&mut mine);
        put_header(&mut mine, |header| {
            header.about.es = Some("Lo mío".to_owned());
            header.title.en = Some("Mine".to_owned());
        });
        mine.close();
        drop(mine);
        if older {
            // As an earlier version of the program kept it: without the head as it was.
            let kept = recoveries.join("0.ron");
            let text = fs::read_to_string(&kept).unwrap();
            let (before, after) = text.split_once("header_before: ").unwrap();
            let rest = after.split_once('\n').unwrap().1;
            fs::write(&kept, format!("{}\n{rest}", before.trim_end())).unwrap();
        }
        let mut other = opened(&path);
        put_header(&mut other, |header| {
            header.title.es = Some("De otra persona".to_owned());
            header.updated = Some("2026-12-01".parse().unwrap());
        });
        save(&mut other);
        let mut next = Session::new(world());
        next.apply(Command::Language(Lang::Es));
        next.look_for_work();
        next.apply(Command::Recover(0));
        settle(&mut next);
        let header = &next.records().header;
        assert_eq!(header.about.es.as_deref(), Some("Lo mío"));
        assert_eq!(header.title.en.as_deref(), Some("Mine"));
        let told = |notice: &atalaya::session::Notice| notice.failure && notice.text.contains("cambió aquí y también");
        if !older {
            assert_eq!(header.updated.unwrap().to_string(), "2026-12-01", "what only others changed is theirs");
            assert!(next.notices.iter().any(told), "of the title both said something: {:?}", next.notices);
        }
    }
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
