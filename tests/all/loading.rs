//! Large files: the first projects at once, progress, a cancel, and what was open before.

use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::common::{self, TestWorld, until};
use atalaya::figure::Names;
use atalaya::format::{self, Progress, Sample};
use atalaya::i18n::Words;
use atalaya::model::{Lang, Note};
use atalaya::query::{Field, Filter, Value};
use atalaya::session::{Command, Session, Tab};
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;

fn sample(projects: u64) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    let mut text = Vec::new();
    Sample { projects, seed: 3 }.write(&mut text).unwrap();
    file.write_all(&text).unwrap();
    file
}

/// A session on the embedded portfolio that reads nothing to its end while the gate is held.
fn gated() -> (Arc<Mutex<()>>, Session) {
    let gate = Arc::new(Mutex::new(()));
    let world = TestWorld { gate: Some(Arc::clone(&gate)), ..TestWorld::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(Lang::Es));
    (gate, session)
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_a_whole_portfolio() {
    let write = |seed| {
        let mut text = Vec::new();
        Sample { projects: 300, seed }.write(&mut text).unwrap();
        text
    };
    assert_eq!(write(5), write(5));
    assert_ne!(write(5), write(6));
    let read = format::read_ron(&write(5)).unwrap();
    assert_eq!((read.portfolio.projects.len(), read.problems.len()), (300, 0), "{:?}", read.problems.first());
    let title = &read.portfolio.header.title;
    assert!(title.es.as_ref().unwrap().contains("sintéticos") && title.en.as_ref().unwrap().contains("Synthetic"));
    // The shape: some without an amount, some of several countries, inexact dates, a long tail of organisations.
    let projects = &read.portfolio.projects;
    let share = |holds: &dyn Fn(&atalaya::model::Project) -> bool| projects.iter().filter(|p| holds(p)).count();
    assert!((1..150).contains(&share(&|project| project.amounts.is_empty() || project.countries.len() > 1)));
    assert!((1..300).contains(&share(&|project| project.planned_end.is_some_and(|end| !end.is_exact()))));
    assert!(share(&|project| project.name.es.is_some()) > 250);
}

#[test]
fn the_first_projects_show_while_the_rest_is_read() {
    let file = sample(4_000);
    let (gate, mut session) = gated();
    session.apply(Command::Show(Tab::Projects));
    let held = gate.lock().unwrap();
    session.apply(Command::Open(file.path().to_owned()));
    until(&mut session, |session| session.document.partial);
    let first = session.document.portfolio.projects.len();
    assert!((50..4_000).contains(&first), "{first} projects of the first part");
    assert_eq!(session.document.portfolio.projects.listed().unwrap()[0].id, "s-0000000");
    // It can be filtered and is said to be a part; nothing is written on it.
    let filter = Filter::default().with(Field::Theme, vec![Value::Key("osh".to_owned())]);
    session.apply(Command::SetFilter(filter.clone()));
    assert!((1..first).contains(&session.answer().rows.len()));
    session.apply(Command::KeepNote(Note { text: "no".to_owned(), ..Note::default() }));
    assert!(session.notes.notes.is_empty() && session.notices.last().unwrap().text.contains("solo se puede leer"));
    let mut harness = common::frame_harness([1366.0, 700.0], Theme::Light, session);
    harness.run_steps(2);
    let so_far = format!("Hasta ahora (los primeros {first}):");
    assert!(harness.query_all_by_label_contains(&so_far).count() > 0);
    assert!(harness.query_by_label("Cancelar").is_some());
    // What was not read yet is not said to be none.
    assert!(harness.query_by_label_contains("las fuentes se están leyendo").is_some());
    assert_eq!(harness.query_all_by_label_contains("0 fuentes").count(), 0);
    harness.state_mut().apply(Command::Show(Tab::Events));
    harness.run_steps(2);
    assert!(harness.query_by_label("Nada todavía entre lo que se ha leído").is_some());
    harness.state_mut().apply(Command::Show(Tab::Projects));
    drop(held);
    until(harness.state_mut(), |session| session.opening.is_none());
    let whole = &harness.state().document;
    assert_eq!((whole.partial, whole.portfolio.projects.len()), (false, 4_000));
    assert_eq!(*harness.state().filter(), filter, "who has begun to look goes on with the whole");
    harness.run_steps(3);
    assert_eq!(harness.query_all_by_label_contains("Hasta ahora").count(), 0);
}

#[test]
fn a_cancel_brings_back_what_was_open() {
    let file = sample(4_000);
    let (gate, mut session) = gated();
    session.apply(Command::KeepNote(Note { text: "mía".to_owned(), ..Note::default() }));
    let filter = Filter::default().with(Field::Theme, vec![Value::Key("osh".to_owned())]);
    session.apply(Command::SetFilter(filter.clone()));
    let held = gate.lock().unwrap();
    session.apply(Command::Open(file.path().to_owned()));
    until(&mut session, |session| session.document.partial);
    let mut harness = common::frame_harness([1366.0, 700.0], Theme::Light, session);
    harness.run_steps(2);
    harness.get_by_label("Cancelar").click();
    harness.run_steps(3);
    let session = harness.state_mut();
    assert_eq!((session.opening.is_none(), session.document.portfolio.projects.len()), (true, 23));
    assert_eq!((session.filter(), session.notes.notes.len()), (&filter, 1), "as it was looked at, with its notes");
    drop(held);
    std::thread::sleep(Duration::from_millis(50));
    session.take_results();
    assert_eq!(session.document.portfolio.projects.len(), 23, "what comes too late is dropped");
}

/// A file of which the first part is shown, the rest is read and the first answer is waited for, which is not made while
/// the gate is held.
fn waiting_for_its_first_answer(file: &Path, gate: &Arc<Mutex<()>>) -> Session {
    let world = TestWorld { held: Some(("answers", Arc::clone(gate))), ..TestWorld::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(Lang::Es));
    let woken = Arc::new(AtomicUsize::new(0));
    let wakes = Arc::clone(&woken);
    session.wake = Arc::new(move || {
        wakes.fetch_add(1, Ordering::Relaxed);
    });
    session.apply(Command::Open(file.to_owned()));
    // Once for the first part and once for the whole.
    until(&mut session, |_| woken.load(Ordering::Relaxed) == 2);
    (0..3).for_each(|_| session.take_results());
    assert!(session.document.partial && session.opening.is_some(), "the whole waits for its answer");
    session
}

#[test]
fn a_cancel_while_the_first_answer_is_made_brings_back_what_was_open() {
    let (file, gate) = (sample(20_000), Arc::new(Mutex::new(())));
    let held = gate.lock().unwrap();
    let mut session = waiting_for_its_first_answer(file.path(), &gate);
    session.apply(Command::CancelOpening);
    assert_eq!((session.document.portfolio.projects.len(), session.opening.is_none()), (23, true));
    session.apply(Command::Type("theme:osh".to_owned()));
    let found = session.rows().len();
    assert!((1..23).contains(&found), "what is open answers without waiting");
    drop(held);
    std::thread::sleep(Duration::from_millis(300));
    session.take_results();
    assert_eq!((session.rows().len(), session.is_behind()), (found, false), "what comes too late is dropped");
    // It opens all the same when it is asked for again.
    session.apply(Command::Open(file.path().to_owned()));
    until(&mut session, |session| session.opening.is_none());
    assert_eq!((session.rows().len(), session.is_behind(), session.document.partial), (20_000, false, false));
}

#[test]
fn whoever_types_while_the_first_answer_is_made_sees_the_whole_with_the_answer_to_that() {
    let (file, gate) = (sample(20_000), Arc::new(Mutex::new(())));
    let held = gate.lock().unwrap();
    let mut session = waiting_for_its_first_answer(file.path(), &gate);
    session.apply(Command::Type("theme:osh".to_owned()));
    session.apply(Command::Language(Lang::En));
    (0..3).for_each(|_| session.take_results());
    assert!(session.opening.is_some());
    drop(held);
    until(&mut session, |session| session.opening.is_none());
    assert!(!session.is_behind(), "not one frame shows the answer to something else");
    let projects = &session.document.portfolio.projects;
    let of_osh = projects.iter().filter(|project| project.themes.iter().any(|theme| theme.theme == "osh")).count();
    assert_eq!((projects.len(), session.rows().len()), (20_000, of_osh));
}

#[test]
fn a_file_that_is_cut_short_in_the_middle_says_so_and_keeps_what_is_whole() {
    let file = sample(4_000);
    let length = file.as_file().metadata().unwrap().len();
    file.as_file().set_len(length / 2).unwrap();
    let progress = Progress::default();
    let read = format::read_file(file.path(), &progress, &|| ()).unwrap().0;
    assert!((1_000..4_000).contains(&read.portfolio.projects.len()));
    assert!(!read.problems.is_empty());
    let (whole, _, records) = progress.seen();
    assert_eq!((whole, records as usize >= read.portfolio.projects.len()), (length / 2, true));
}

#[test]
fn a_cancelled_reading_stops() {
    let file = sample(4_000);
    let progress = Progress::default();
    progress.cancel();
    assert_eq!(format::read_file(file.path(), &progress, &|| ()).map(|_| ()), Err(format::Unreadable::Cancelled));
}

/// As many answers as a plain walk over the records gives, on more records than anybody wrote by hand.
#[test]
fn answers_over_thousands_are_those_of_a_plain_walk() {
    let mut text = Vec::new();
    Sample { projects: 3_000, seed: 11 }.write(&mut text).unwrap();
    let portfolio = format::read_ron(&text).unwrap().portfolio;
    let index = atalaya::query::Index::of(&portfolio);
    let rows = |text: &str| {
        let (filter, notes) = atalaya::query::parse_lenient(text, &index.vocabulary);
        assert_eq!(notes, []);
        atalaya::query::Answer::to(&filter, &portfolio, &index).rows
    };
    let walk = |holds: &dyn Fn(&atalaya::model::Project) -> bool| -> Vec<usize> {
        portfolio.projects.iter().enumerate().filter(|(_, project)| holds(project)).map(|(row, _)| row).collect()
    };
    let names = |project: &atalaya::model::Project, word: &str| {
        let own = project.name.texts().chain(project.acronym.as_deref());
        own.map(atalaya::query::fold).any(|name| name.contains(word))
    };
    assert_eq!(rows("name:trabajo"), walk(&|project| names(project, "trabajo")));
    assert_eq!(rows("theme:osh"), walk(&|project| project.themes.iter().any(|share| share.theme == "osh")));
    assert_eq!(rows("id:s-0001234"), [1_234]);
    let of =
        |project: &atalaya::model::Project| project.organizations.iter().any(|part| part.organization == "o-000003");
    assert_eq!(rows("org:o-000003"), walk(&of));
    assert_eq!(rows("state:?"), walk(&|project| project.states.is_empty()));
    assert_eq!(rows("name:zzzz"), [0_usize; 0]);
}

/// A large file is read in stretches, indexed while it is read and held packed: nobody can tell.
#[test]
fn what_is_packed_answers_as_what_is_listed() {
    let mut text = Vec::new();
    Sample { projects: 5_000, seed: 23 }.write(&mut text).unwrap();
    let mut text = String::from_utf8(text).unwrap();
    // Records that are left out, in the middle of a stretch: a broken one, one without an id, one that stands twice.
    text = text.replacen("id: \"s-0000100\"", "id: 7", 1).replacen("id: \"s-0000200\"", "id: \"\"", 1);
    text = text.replacen("id: \"s-0002900\"", "id: \"s-0000001\"", 1);
    let listed = format::read_ron(text.as_bytes()).unwrap();
    let progress = Progress::default();
    let harvesting = atalaya::query::Harvesting::default();
    let (packed, harvests) =
        format::read_ron_packed(text.clone().into_bytes(), &progress, &|| harvesting.begin()).unwrap();
    assert_eq!(listed.portfolio.projects.len(), 4_997);
    assert_eq!(listed.problems, packed.problems);
    assert!(packed.portfolio.projects.ids().iter().eq(listed.portfolio.projects.ids().iter()));
    let indices = [
        atalaya::query::Index::of(&listed.portfolio),
        atalaya::query::Index::with(&packed.portfolio, harvests),
        atalaya::query::Index::of(&packed.portfolio),
    ];
    assert_eq!(indices[0].rows, indices[1].rows);
    assert_eq!(indices[0].doubles, indices[1].doubles);
    let mut recall = atalaya::query::Recall::default();
    let typed = ["t", "tr", "tra", "trab", "trabajo", "trab", "tr", "zzz", "zz", "s-00012", "s-0001"];
    let asked = ["theme:osh", "state:?", "-ending:before", "active:2020..2022", "amount:>=1000000", "org:o-000003"];
    for text in typed.into_iter().chain(asked).chain(["trabajo theme:osh", "name:proyecto currency:?"]) {
        let answers = [0, 1, 2].map(|at| {
            let index = &indices[at];
            let portfolio = if at == 0 { &listed.portfolio } else { &packed.portfolio };
            let (filter, _) = atalaya::query::parse_lenient(text, &index.vocabulary);
            let answer = atalaya::query::Answer::to(&filter, portfolio, index);
            let again = atalaya::query::Answer::recalling(&filter, portfolio, &indices[0], &mut recall);
            assert_eq!(answer.rows, again.rows, "{text}");
            let groups = atalaya::query::By::ALL
                .map(|by| atalaya::query::groups(&answer.rows, by, atalaya::query::Spread::Award, index));
            (answer.rows, answer.totals, answer.facets, answer.events, groups)
        });
        assert_eq!(answers[0], answers[1], "{text}");
        assert_eq!(answers[0], answers[2], "{text}");
    }
    // A counterpart is called in the person's language, though what is packed is not unpacked to be asked.
    let english = Words::new(Lang::En);
    let listed_names = Names::new(&listed.portfolio, &english);
    let packed_names = Names::new(&packed.portfolio, &english).with_vocabulary(&indices[1].vocabulary);
    let counterparts: Vec<&str> = indices[1].vocabulary.keys(Field::Counterpart).collect();
    assert!(!counterparts.is_empty());
    let mut others = 0;
    for key in counterparts {
        let value = Value::Key(key.to_owned());
        let called = packed_names.value(Field::Counterpart, &value);
        others += usize::from(called != key);
        assert_eq!(called, listed_names.value(Field::Counterpart, &value));
    }
    assert!(others > 0, "some are told in both languages");
    let known = indices[1].known();
    while packed.portfolio.projects.pack(&known) {}
    for row in [0, 99, 100, 198, 2_897, 2_898, 4_996] {
        let (one, other) = (listed.portfolio.projects.get(row).unwrap(), packed.portfolio.projects.get(row).unwrap());
        assert_eq!(*one, *other);
    }
}

#[test]
fn what_happens_to_the_file_afterwards_does_not_matter() {
    let file = sample(4_000);
    let (_, mut session) = gated();
    session.apply(Command::Open(file.path().to_owned()));
    until(&mut session, |session| session.opening.is_none());
    let path = file.path().to_owned();
    std::fs::write(&path, "otra cosa").unwrap();
    file.close().unwrap();
    let projects = &session.document.portfolio.projects;
    for row in (0..4_000).step_by(37) {
        assert_eq!(projects.get(row).unwrap().id, format!("s-{row:07}"));
    }
    session.apply(Command::Type("id:s-0003999".to_owned()));
    assert_eq!(session.answer().rows, [3_999]);
}

#[test]
fn a_record_with_a_megabyte_of_text_is_one_record() {
    let mut text = Vec::new();
    Sample { projects: 1_500, seed: 9 }.write(&mut text).unwrap();
    let long = "palabra ".repeat(140_000) + "aguja";
    let record = format!("        (id: \"largo\", name: (es: \"Largo\"), summary: (es: \"{long}\")),\n    ],\n");
    let whole = String::from_utf8(text).unwrap();
    let at = whole.find("\n    projects: [").unwrap();
    let end = at + whole[at..].find("\n    ],\n").unwrap() + 1;
    let whole = format!("{}{record}{}", &whole[..end], &whole[end + "    ],\n".len()..]);
    let harvesting = atalaya::query::Harvesting::default();
    let (read, harvests) =
        format::read_ron_packed(whole.into_bytes(), &Progress::default(), &|| harvesting.begin()).unwrap();
    assert_eq!((read.portfolio.projects.len(), read.problems.len()), (1_501, 0));
    let index = atalaya::query::Index::with(&read.portfolio, harvests);
    let known = index.known();
    while read.portfolio.projects.pack(&known) {}
    let (filter, _) = atalaya::query::parse_lenient("aguja", &index.vocabulary);
    assert_eq!(atalaya::query::Answer::to(&filter, &read.portfolio, &index).rows, [1_500]);
    assert_eq!(read.portfolio.projects.find("largo").unwrap().summary.es.as_ref().unwrap().len(), long.len());
    assert_eq!(read.portfolio.projects.get(1_499).unwrap().id, "s-0001499");
}

#[test]
fn a_file_of_broken_records_lists_what_is_wrong_as_far_as_a_person_would_read() {
    let mut text = String::from("(\n    schema: 1,\n    title: (es: \"Rotos\"),\n    projects: [\n");
    for at in 0..120_000 {
        text += &format!("        (\n            id: \"p{at}\",\n            start: 7,\n        ),\n");
    }
    text += "    ],\n)\n";
    let harvesting = atalaya::query::Harvesting::default();
    let (read, harvests) =
        format::read_ron_packed(text.into_bytes(), &Progress::default(), &|| harvesting.begin()).unwrap();
    assert_eq!((read.portfolio.projects.len(), read.problems.len() + read.more_problems), (0, 120_000));
    assert!(read.more_problems > 0 && read.problems.windows(2).all(|pair| pair[0].line < pair[1].line));
    let index = atalaya::query::Index::with(&read.portfolio, harvests);
    assert!(atalaya::query::Answer::to(&Filter::default(), &read.portfolio, &index).rows.is_empty());
}

#[test]
fn a_facet_of_many_thousand_values_lists_the_most_frequent() {
    let mut text = String::from("(\n    schema: 1,\n    title: (es: \"Muchos\"),\n    projects: [\n");
    for at in 0..12_000 {
        let who =
            format!("(role: implementing, organization: \"o{at}\"), (role: implementing, organization: \"todos\")");
        text += &format!(
            "        (\n            id: \"p{at}\",\n            name: (es: \"P {at}\"),\n            organizations: [{who}],\n        ),\n"
        );
    }
    text += "    ],\n)\n";
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let (_, mut session) = gated();
    session.apply(Command::Open(file.path().to_owned()));
    until(&mut session, |session| session.opening.is_none());
    session.apply(Command::Show(Tab::Plots));
    let mut harness = common::frame_harness([1366.0, 4_000.0], Theme::Light, session);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("todos, 12,000").is_some());
    assert!(harness.query_by_label_contains("No se dibujan 11,801 grupos más").is_some());
}
