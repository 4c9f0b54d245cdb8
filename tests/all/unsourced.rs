//! What has no source can be written, and is marked wherever it shows or is summed.

use crate::common::{frame_harness, session};
use atalaya::figure;
use atalaya::model::{AmountKind, Entry, Lang, List, Minor};
use atalaya::session::{Command, Edit, Selected, Tab, Verb};
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;

#[test]
fn an_amount_without_a_source_is_marked_wherever_it_is_summed() {
    let mut session = session(Lang::Es);
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    project.id = "x".to_owned();
    project.amounts.truncate(1);
    for amount in &mut project.amounts {
        (amount.kind, amount.value, amount.source) = (AmountKind::Award, Minor(5_000_000_000), None);
    }
    session.apply(Command::Edit(Edit::Add(vec![Entry::Project(project)])));
    let totals = session.answer().totals.clone();
    assert_eq!(totals.unsourced, (1, 5_000_000_000));
    let part = "50.00 mdd de un proyecto, sin fuente";
    let names = session.names();
    let line = figure::money_line(&session.answer(), names).text();
    assert!(line.contains(part) && line.contains("18 de 21 con monto publicado"), "{line}");
    let sentence = figure::sentence(&session.answer(), names, false).text();
    assert!(sentence.contains(part), "{sentence}");
    let account = figure::account(&session.answer(), names, &session.document.index).unwrap();
    assert!(account.records_text.contains(part) && !account.records_text.contains("con fuentes públicas"));
    let card = figure::card::total_card(&session.answer(), names, &session.document.index);
    assert!(card.lacks.iter().any(|lack| lack == part), "{:?}", card.lacks);
    session.apply(Command::Select(Some(Selected::Project("x".to_owned()))));
    session.apply(Command::Show(Tab::Plots));
    let mut window = frame_harness([1366.0, 1600.0], Theme::Light, session);
    window.run_steps(4);
    assert!(window.query_all_by_label_contains(&format!("Incluyen {part}")).next().is_some());
    assert!(window.query_all_by_label_contains("el registro lo trae sin fuente").next().is_some());
    // With its source it is as every other.
    window.state_mut().apply(Command::Do(Verb::Undo));
    assert_eq!(window.state().answer().totals.unsourced, (0, 0));
}
