//! Two portfolios side by side: the difference is exact, its totals are a bridge, its sentences fit an erratum.

use crate::common;
use atalaya::figure::{ChangeKind, Comparison, Names, Side, comparison};
use atalaya::format;
use atalaya::i18n::Words;
use atalaya::model::{Bilingual, Currency, Lang, Minor, PartialDate, Portfolio, Project, Projects};
use atalaya::query::{self, Index, MoneyStep};
use atalaya::session::{Command, CompareWith, Panel, Selected, Session};
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;
use proptest::prelude::*;

fn embedded() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

fn compared(a: &Portfolio, b: &Portfolio, lang: Lang) -> Comparison {
    let words = Words::new(lang);
    let (index_a, index_b) = (Index::of(a), Index::of(b));
    comparison(
        Side { names: Names::new(a, &words), index: &index_a, file: None },
        Side { names: Names::new(b, &words), index: &index_b, file: None },
    )
}

fn with_projects(portfolio: &Portfolio, change: impl FnOnce(&mut Vec<Project>)) -> Portfolio {
    let mut projects: Vec<Project> = portfolio.projects.listed().unwrap().to_vec();
    change(&mut projects);
    Portfolio { projects: Projects::new(projects), ..portfolio.clone() }
}

#[test]
fn a_portfolio_is_not_different_from_itself() {
    let portfolio = embedded();
    let told = compared(&portfolio, &portfolio, Lang::Es);
    assert_eq!((told.lines.len(), told.summary.as_str()), (0, "No hay ninguna diferencia."));
    let steps: Vec<_> = told.bridge.unwrap().iter().map(|step| (step.step, step.amount)).collect();
    assert_eq!(steps, [(None, 15_265_000_000), (None, 15_265_000_000)]);
}

#[test]
fn each_change_has_a_sentence_and_the_totals_a_bridge() {
    let a = embedded();
    let b = with_projects(&a, |projects| {
        projects.retain(|project| project.id != "calle");
        let gem = projects.iter_mut().find(|project| project.id == "gem").unwrap();
        gem.planned_end = Some("2026-12-31".parse().unwrap());
        gem.actual_end = Some("2025-03".parse().unwrap());
        gem.amounts.retain(|amount| amount.kind == atalaya::model::AmountKind::Award);
        gem.amounts.iter_mut().for_each(|amount| amount.value = Minor(1_200_000_000));
        let mut new = gem.clone();
        new.id = "nuevo".to_owned();
        new.acronym = None;
        new.name = Bilingual { es: Some("Un proyecto más".to_owned()), en: None };
        projects.push(new);
    });
    let told = compared(&a, &b, Lang::Es);
    let sentences: Vec<_> = told.lines.iter().map(|line| line.sentence.as_str()).collect();
    for part in [
        "Se quitó «CALLE» (proyecto).",
        "Se agregó «Un proyecto más» (proyecto).",
        "ahora dice 31 dic 2026.",
        "«GEM», Término: no lo decía; ahora dice mar 2025.",
    ] {
        assert!(sentences.iter().any(|sentence| sentence.contains(part)), "{part}: {sentences:#?}");
    }
    // The award is the same one with another figure; what else there was is gone.
    let award = sentences.iter().find(|sentence| sentence.starts_with("«GEM», monto (")).unwrap();
    assert!(award.contains(": decía 10,000,000") && award.contains("; ahora dice 12,000,000"), "{award}");
    let line = told.lines.iter().find(|line| line.sentence == **award).unwrap();
    assert!(line.field.starts_with("Montos: ") && line.path == "amounts" && line.after.starts_with("12,000,000"));
    assert!(sentences.iter().any(|sentence| sentence.starts_with("«GEM», Montos: se quitó")), "{sentences:#?}");
    let bridge = told.bridge.as_ref().unwrap();
    let of = |step| bridge.iter().find(|line| line.step == step).map(|line| line.amount);
    assert_eq!(of(Some(MoneyStep::Gone)), Some(-625_000_000));
    assert_eq!(of(Some(MoneyStep::Raised)), Some(200_000_000));
    assert_eq!(of(Some(MoneyStep::Added)), Some(1_200_000_000));
    assert_eq!(bridge.last().unwrap().amount, 15_265_000_000 - 625_000_000 + 200_000_000 + 1_200_000_000);
    assert!(told.summary.contains("1 registro agregado, 1 quitado, 1 cambiado"), "{}", told.summary);
    let english = compared(&a, &b, Lang::En);
    assert!(english.lines.iter().any(|line| line.sentence.contains("it did not say; it now says Mar 2025")));
    for line in told.lines.iter().chain(&english.lines) {
        assert!(!line.sentence.contains('⟦') && !line.field.contains('_'), "{line:?}");
    }
}

#[test]
fn totals_of_different_currencies_are_not_compared() {
    let a = embedded();
    let mut b = a.clone();
    b.header.currency = Some("EUR".parse::<Currency>().unwrap());
    let told = compared(&a, &b, Lang::Es);
    assert!(told.bridge.unwrap_err().contains("uno está en USD y el otro en EUR"));
    assert_eq!(told.lines.len(), 1, "the rest is compared all the same");
    assert_eq!((told.lines[0].kind, told.lines[0].field.as_str()), (ChangeKind::Changed, "Moneda"));
}

/// The embedded portfolio as a file in which two things were written differently.
fn another() -> tempfile::NamedTempFile {
    let text = std::str::from_utf8(format::embedded()).unwrap();
    let text = text.replacen("acronym: \"GEM\"", "acronym: \"GEMA\"", 1);
    let text = text.replacen("planned_end: \"2023-12-14\"", "planned_end: \"2024-06-30\"", 1);
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

fn wait(session: &mut Session) {
    while session.comparing.is_some() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        session.take_results();
    }
}

#[test]
fn a_person_compares_narrows_copies_and_goes_to_the_record() {
    let file = another();
    let mut session = common::session(Lang::Es);
    session.apply(Command::Compare(CompareWith::File(file.path().to_owned())));
    wait(&mut session);
    assert_eq!(session.panel, Some(Panel::Compare));
    let mut harness = common::frame_harness([1366.0, 900.0], Theme::Light, session);
    let ended = "«EQUAL», Término previsto: decía 14 dic 2023; ahora dice 30 jun 2024.";
    let renamed = "«GEM», Siglas: decía GEM; ahora dice GEMA.";
    assert!(harness.query_by_label(ended).is_some() && harness.query_by_label(renamed).is_some());
    let search = harness.get_by_label("Buscar en las diferencias");
    search.focus();
    search.type_text("siglas");
    harness.run_steps(4);
    assert!(harness.query_by_label(ended).is_none() && harness.query_by_label(renamed).is_some());
    harness.get_by_label("Copiar como fe de erratas").click();
    let text = common::copied(&mut harness);
    assert!(text.contains(renamed) && !text.contains(ended) && text.contains("Total después: 152.65"), "{text}");
    harness.get_by_label(renamed).click();
    harness.run_steps(3);
    assert_eq!(harness.state().view.selected, Some(Selected::Project("gem".to_owned())));
    assert_eq!(harness.state().panel, None);
}

#[test]
fn a_comparison_follows_the_language_is_swapped_and_survives_a_bad_file() {
    let file = another();
    let mut session = common::session(Lang::Es);
    session.apply(Command::Compare(CompareWith::File(file.path().to_owned())));
    wait(&mut session);
    session.apply(Command::Language(Lang::En));
    wait(&mut session);
    session.apply(Command::Compare(CompareWith::Again(false)));
    wait(&mut session);
    let sentences: Vec<_> = session.compared.as_ref().unwrap().told.lines.iter().map(|l| l.sentence.clone()).collect();
    assert!(sentences.contains(&"“GEMA”, Acronym: it said GEMA; it now says GEM.".to_owned()), "{sentences:?}");
    session.apply(Command::Compare(CompareWith::File("no-such.ron".into())));
    wait(&mut session);
    assert!(session.notices.last().unwrap().text.contains("no-such.ron"));
    assert!(session.compared.is_some(), "what was compared stays");
}

/// What can happen to a list of projects.
#[derive(Clone, Debug)]
enum Edit {
    Remove(usize),
    Duplicate(usize, usize),
    Swap(usize, usize),
    Rename(usize, String),
    Spend(usize, i64),
    End(usize, i16),
    Forget(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0_usize..30;
    prop_oneof![
        at.clone().prop_map(Edit::Remove),
        (at.clone(), at.clone()).prop_map(|(from, to)| Edit::Duplicate(from, to)),
        (at.clone(), at.clone()).prop_map(|(a, b)| Edit::Swap(a, b)),
        (at.clone(), "\\PC{0,9}").prop_map(|(at, name)| Edit::Rename(at, name)),
        (at.clone(), 0_i64..9_000_000_000).prop_map(|(at, value)| Edit::Spend(at, value)),
        (at.clone(), 1990_i16..2040).prop_map(|(at, year)| Edit::End(at, year)),
        at.prop_map(Edit::Forget),
    ]
}

fn edited(portfolio: &Portfolio, edits: &[Edit], fresh: bool) -> Portfolio {
    with_projects(portfolio, |projects| {
        for (number, edit) in edits.iter().enumerate() {
            let count = projects.len();
            if count == 0 {
                return;
            }
            match edit {
                Edit::Remove(at) => drop(projects.remove(at % count)),
                Edit::Duplicate(from, to) => {
                    let mut copy = projects[from % count].clone();
                    // Some with an id of their own, some with one that is there already.
                    if fresh {
                        copy.id = format!("{}-{number}", copy.id);
                    }
                    projects.insert(to % (count + 1), copy);
                }
                Edit::Swap(a, b) => projects.swap(a % count, b % count),
                Edit::Rename(at, name) => projects[at % count].name.es = Some(name.clone()),
                Edit::Spend(at, value) => {
                    projects[at % count].amounts.iter_mut().for_each(|amount| amount.value = Minor(*value));
                }
                Edit::End(at, year) => projects[at % count].planned_end = Some(PartialDate::year_only(*year)),
                Edit::Forget(at) => projects[at % count].themes.clear(),
            }
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever was edited: the difference applied to the first gives the second, in its order.
    #[test]
    fn a_difference_applied_gives_the_second(
        first in prop::collection::vec(edit(), 0..5),
        second in prop::collection::vec(edit(), 0..9),
        fresh in any::<bool>(),
    ) {
        let whole = embedded();
        let a = edited(&whole, &first, fresh);
        let mut b = edited(&a, &second, fresh);
        b.header.title.en = Some("Another".to_owned());
        let diff = query::diff(&a, &b);
        let applied = query::apply(query::portfolio_tree(&a), &diff);
        prop_assert_eq!(&applied, &query::portfolio_tree(&b));
        let read: Vec<Project> = serde_json::from_value(applied["projects"].clone()).unwrap();
        prop_assert_eq!(&read[..], b.projects.listed().unwrap(), "read again as records");
        prop_assert!(query::diff(&b, &b).is_empty());
    }

    /// Whatever was edited: the steps and the first total sum to the second, to the cent.
    #[test]
    fn the_totals_are_a_bridge(edits in prop::collection::vec(edit(), 0..9), fresh in any::<bool>()) {
        let a = embedded();
        let b = edited(&a, &edits, fresh);
        let (index_a, index_b) = (Index::of(&a), Index::of(&b));
        let bridge = query::money_bridge((&a, &index_a), (&b, &index_b)).unwrap();
        let steps: i128 = bridge.steps.values().map(|(amount, _)| amount).sum();
        prop_assert_eq!(bridge.before + steps, bridge.after);
        let naive: i128 = index_b.rows.iter().filter_map(query::Row::counted).map(i128::from).sum();
        prop_assert_eq!(bridge.after, naive);
    }
}

#[test]
fn a_text_that_differs_in_one_language_is_told_in_that_one() {
    let (portfolio, words) = (embedded(), Words::new(Lang::En));
    let names = Names::new(&portfolio, &words);
    let [mine, theirs] = ["uno", "dos"].map(|es| serde_json::json!({ "es": es, "en": "one" }));
    let (label, told) = atalaya::figure::two_ways("notes", [&mine, &theirs], names);
    assert_eq!((label.as_str(), told), ("Notes (in Spanish)", ["uno".to_owned(), "dos".to_owned()]));
    let other = serde_json::json!({ "es": "dos", "en": "two" });
    let (label, told) = atalaya::figure::two_ways("notes", [&mine, &other], names);
    assert_eq!((label.as_str(), told), ("Notes", ["one".to_owned(), "two".to_owned()]));
}
