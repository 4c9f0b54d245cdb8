//! Nothing is counted twice in silence: records that may be the same money, and projects shown whole in each area.

use std::sync::Arc;

use crate::common::{self, TestWorld};
use atalaya::figure::{Length, Names, bar_plot};
use atalaya::format;
use atalaya::i18n::Words;
use atalaya::model::{Lang, Notes, Portfolio, Project, Projects, Role};
use atalaya::query::{self, Answer, By, DoubleWhy, Filter, Index, Spread};
use atalaya::session::{Command, Measure, Session, Tab};
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;
use proptest::prelude::*;

fn embedded() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

fn with(change: impl FnOnce(&mut Vec<Project>)) -> Portfolio {
    let portfolio = embedded();
    let mut projects: Vec<Project> = portfolio.projects.listed().unwrap().to_vec();
    change(&mut projects);
    Portfolio { projects: Projects::new(projects), ..portfolio }
}

fn pairs(portfolio: &Portfolio) -> Vec<(String, String, DoubleWhy)> {
    let index = Index::of(portfolio);
    let rows: Vec<usize> = (0..portfolio.projects.len()).collect();
    let id = |row: usize| portfolio.projects.id(row).unwrap().to_owned();
    let found = query::doubles_in(&rows.iter().copied().collect(), &Notes::default(), portfolio, &index);
    found.into_iter().map(|double| (id(double.first), id(double.second), double.why)).collect()
}

/// A second record of CAMINOS as another office might write it.
fn twin(projects: &mut Vec<Project>, change: impl FnOnce(&mut Project)) {
    let mut twin = projects.iter().find(|project| project.id == "caminos").unwrap().clone();
    "caminos-2".clone_into(&mut twin.id);
    change(&mut twin);
    projects.push(twin);
}

#[test]
fn one_number_one_name_and_a_part_are_suspected_and_nothing_else() {
    assert_eq!(pairs(&embedded()), [], "none of the embedded records is another one's money");
    let found = |portfolio: Portfolio| -> Vec<DoubleWhy> { pairs(&portfolio).into_iter().map(|pair| pair.2).collect() };
    let numbered = with(|projects| {
        projects.iter_mut().find(|project| project.id == "caminos").unwrap().agreement_number =
            Some("IL-1-75-K".into());
        twin(projects, |twin| {
            twin.name.es = Some("Otro nombre".to_owned());
            twin.name.en = None;
            twin.organizations.clear();
            twin.agreement_number = Some("il 1 75 k".to_owned());
        });
    });
    assert_eq!(found(numbered), [DoubleWhy::Agreement], "however a number is written");
    let accents = |twin: &mut Project| {
        twin.name.es = Some("FORTALECIMIENTO DE LA INSPECCION DEL TRABAJO EN MEXICO".to_owned());
        twin.name.en = None;
    };
    assert_eq!(found(with(|projects| twin(projects, accents))), [DoubleWhy::Name], "however a name is written");
    let part = |twin: &mut Project| {
        twin.name.es = Some("Fortalecimiento de la inspección del trabajo en México: segunda fase".to_owned());
        twin.name.en = None;
    };
    assert_eq!(found(with(|projects| twin(projects, part))), [DoubleWhy::Part]);
    let others = |twin: &mut Project| {
        twin.organizations.iter_mut().filter(|part| part.role == Role::Implementing).for_each(|part| {
            part.organization = "world-vision".to_owned();
        });
    };
    assert_eq!(found(with(|projects| twin(projects, others))), [], "one name of two implementers is no suspicion");
}

#[test]
fn what_has_no_amount_cannot_be_counted_twice() {
    let unpaid = with(|projects| twin(projects, |twin| twin.amounts.clear()));
    assert_eq!(pairs(&unpaid), []);
}

/// A file with a second record of CAMINOS.
fn opened(world: &Arc<TestWorld>) -> (Session, tempfile::NamedTempFile) {
    let text = std::str::from_utf8(format::embedded()).unwrap();
    let start = text[..text.find("id: \"caminos\"").unwrap()].rfind("(\n").unwrap();
    let end = start + text[start..].find("\n        ),\n").unwrap() + "\n        ),\n".len();
    let copy = text[start..end].replace("id: \"caminos\"", "id: \"caminos-2\"");
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), format!("{}{copy}        {}", &text[..start], &text[start..])).unwrap();
    let mut session = Session::new(Arc::clone(world) as Arc<_>);
    session.apply(Command::Language(Lang::Es));
    session.apply(Command::Open(file.path().to_owned()));
    while session.opening.is_some() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        session.take_results();
    }
    assert_eq!(session.notices, []);
    (session, file)
}

fn unfold(harness: &mut egui_kittest::Harness<'_, Session>) {
    harness.get_by_label_contains("Revisar: ").click();
    harness.run_steps(3);
}

const NOTICE: &str = "podrían ser el mismo dinero: tienen el mismo nombre y el mismo ejecutor";

#[test]
fn a_person_leaves_one_out_and_the_total_follows() {
    let (session, _file) = opened(&Arc::default());
    let before = session.answer().totals.sum;
    for tab in Tab::ALL {
        let mut session = opened(&Arc::default()).0;
        session.apply(Command::Show(tab));
        let harness = common::frame_harness([1366.0, 800.0], Theme::Light, session);
        assert!(harness.query_by_label_contains(NOTICE).is_some(), "{tab:?}");
    }
    let mut harness = common::frame_harness([1366.0, 800.0], Theme::Light, session);
    assert!(harness.query_by_label("Dejar fuera CAMINOS (caminos-2)").is_none(), "one line until it is unfolded");
    unfold(&mut harness);
    harness.get_by_label("Dejar fuera CAMINOS (caminos-2)").click();
    harness.run_steps(3);
    assert_eq!(harness.state().answer().totals.sum, before - 1_200_000_000);
    assert!(harness.query_by_label_contains(NOTICE).is_none(), "the set holds one of them");
    assert_eq!(harness.state().filter().to_string(), "-id:caminos-2");
}

#[test]
fn that_they_are_different_is_kept_with_its_reason() {
    let world: Arc<TestWorld> = Arc::default();
    let (session, _file) = opened(&world);
    let mut harness = common::frame_harness([1366.0, 800.0], Theme::Dark, session);
    unfold(&mut harness);
    harness.get_by_label_contains("Son distintos, porque…").click();
    harness.run_steps(3);
    let reason = harness.get_by_label("Por qué son distintos");
    reason.focus();
    reason.type_text("son dos fases");
    harness.run_steps(3);
    harness.get_by_label("Guardar").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains(NOTICE).is_none());
    drop(harness);
    let (again, _file) = opened(&world);
    assert_eq!(again.notes.told_apart("caminos-2", "caminos").unwrap().reason, "son dos fases", "after a restart");
    let harness = common::frame_harness([1366.0, 800.0], Theme::Dark, again);
    assert!(harness.query_by_label_contains(NOTICE).is_none());
}

#[test]
fn shown_whole_the_areas_say_how_much_more_they_add_up_to() {
    let portfolio = embedded();
    let (index, words) = (Index::of(&portfolio), Words::new(Lang::Es));
    let answer = Answer::to(&Filter::default(), &portfolio, &index);
    let names = Names::new(&portfolio, &words);
    let plot = |length| bar_plot(By::Theme, length, Spread::Award, &answer, names, &index);
    let sum = |length| plot(length).bars.iter().map(atalaya::figure::BarFigure::length).sum::<i128>();
    assert_eq!(sum(Length::Money), answer.totals.sum, "divided, they sum to the total");
    let whole: i128 = (portfolio.projects.iter().zip(&index.rows))
        .filter_map(|(project, row)| Some(i128::from(row.counted()?) * project.themes.len() as i128))
        .sum();
    assert_eq!(sum(Length::Whole), whole, "each project once in each of its areas");
    let percent = whole * 100 / answer.totals.sum;
    assert!(percent > 100);
    let said = format!("los grupos suman {percent} % del total");
    let notes = plot(Length::Whole).notes;
    assert!(notes.iter().any(|note| note.replace('\u{a0}', " ").contains(&said)), "{said}: {notes:?}");
    assert!(plot(Length::Money).notes.iter().all(|note| !note.contains("del total")));
    let mut session = common::session(Lang::Es);
    session.apply(Command::Measure(Measure::Whole));
    let harness = common::frame_harness([1366.0, 900.0], Theme::Light, session);
    assert!(harness.query_by_label_contains("los grupos suman").is_some(), "on the overview too");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever numbers and names records have: a pair is suspected exactly where one of the three reasons holds.
    #[test]
    fn pairs_are_those_of_a_plainer_search(
        made in prop::collection::vec((0_usize..4, 0_usize..4, 0_usize..3), 2..9),
    ) {
        let names = ["Programa de trabajo digno", "Programa de trabajo digno: fase dos", "Otra cosa muy distinta", "Programa"];
        let numbers = [None, Some("A-1"), Some("a 1"), Some("B")];
        let implementers = ["world-vision", "verite", "ilo"];
        let portfolio = with(|projects| {
            let pattern = projects.iter().find(|project| project.id == "caminos").unwrap().clone();
            projects.clear();
            for (place, (name, number, who)) in made.iter().enumerate() {
                let mut project = pattern.clone();
                project.id = format!("p{place}");
                project.name.es = Some(names[*name].to_owned());
                project.name.en = None;
                project.agreement_number = numbers[*number].map(str::to_owned);
                project.organizations.retain(|part| part.role != Role::Implementing);
                let mut part = pattern.organizations.iter().find(|part| part.role == Role::Implementing).unwrap().clone();
                part.organization = implementers[*who].to_owned();
                project.organizations.push(part);
                projects.push(project);
            }
        });
        let mut expected = Vec::new();
        for (a, first) in made.iter().enumerate() {
            for (b, second) in made.iter().enumerate().skip(a + 1) {
                let number = |n: usize| [0, 1, 1, 2][n];
                let part = matches!((first.0, second.0), (0, 1) | (1, 0));
                let why = if first.1 > 0 && number(first.1) == number(second.1) {
                    DoubleWhy::Agreement
                } else if first.2 != second.2 {
                    continue;
                } else if first.0 == second.0 {
                    DoubleWhy::Name
                } else if part {
                    DoubleWhy::Part
                } else {
                    continue;
                };
                expected.push((format!("p{a}"), format!("p{b}"), why));
            }
        }
        prop_assert_eq!(pairs(&portfolio), expected);
    }
}
