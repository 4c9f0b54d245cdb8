//! The guided walk: real views and filters, left at any time, offered once.

use std::sync::Arc;

use crate::common::{self, TestWorld};
use atalaya::model::Lang;
use atalaya::session::{Command, Question, Session, Tab, TourStep, Verb};
use eframe::egui::{Key, Theme};
use egui_kittest::kittest::Queryable;

const OFFER: &str = "¿Primera vez aquí?";

fn on(world: &Arc<TestWorld>) -> Session {
    let mut session = Session::new(Arc::clone(world) as Arc<_>);
    session.apply(Command::Language(Lang::Es));
    session
}

#[test]
fn a_first_visitor_walks_through_real_views_and_is_not_asked_again() {
    let world: Arc<TestWorld> = Arc::default();
    let mut harness = common::frame_harness([1024.0, 640.0], Theme::Light, on(&world));
    assert!(harness.query_by_label_contains(OFFER).is_some());
    harness.get_by_label("Empezar el recorrido").click();
    harness.run_steps(3);
    let mut seen = Vec::new();
    for step in TourStep::ALL {
        let session = harness.state();
        assert_eq!(session.tour, Some(step));
        seen.push((session.view.tab, session.filter().to_string(), session.answer().rows.len()));
        let number = format!("{} de 6", step.number());
        assert!(harness.query_by_label(&number).is_some(), "{number}");
        // By keyboard: the way on has the focus.
        harness.key_press(Key::Enter);
        harness.run_steps(4);
    }
    assert_eq!(harness.state().tour, None);
    let tabs: Vec<Tab> = seen.iter().map(|(tab, ..)| *tab).collect();
    assert_eq!(tabs, [Tab::Overview, Tab::Projects, Tab::Plots, Tab::Timeline, Tab::Questions, Tab::Questions]);
    assert_eq!((seen[2].1.as_str(), seen[2].2), ("theme:child-forced-labor", 9), "a real filter narrows the set");
    assert_eq!(harness.state().view.question, Question::Continuity);
    drop(harness);
    let harness = common::frame_harness([1024.0, 640.0], Theme::Light, on(&world));
    assert!(harness.query_by_label_contains(OFFER).is_none(), "never in the way again");
}

#[test]
fn the_walk_is_declined_left_and_begun_from_the_menu() {
    let world: Arc<TestWorld> = Arc::default();
    let mut harness = common::frame_harness([1366.0, 690.0], Theme::Dark, on(&world));
    harness.get_by_label("No, gracias").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains(OFFER).is_none());
    harness.state_mut().apply(Command::Do(Verb::Tour));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("no nombró ninguna").is_some());
    harness.get_by_label("Salir del recorrido").click();
    harness.run_steps(3);
    assert_eq!(harness.state().tour, None);
    harness.state_mut().apply(Command::Tour(Some(TourStep::Cut)));
    harness.run_steps(3);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().tour, None);
}

#[test]
fn every_step_is_told_in_both_languages_and_fits_the_smallest_window() {
    for lang in Lang::ALL {
        for step in TourStep::ALL {
            let mut session = common::session(lang);
            session.apply(Command::Tour(Some(step)));
            let mut harness = common::frame_harness([1024.0, 640.0], Theme::Light, session);
            harness.run_steps(4);
            let words = harness.state().words.t(step.title());
            assert!(!words.contains('⟦'));
            let title =
                harness.get_all_by_label(&words).map(|node| node.rect()).reduce(eframe::egui::Rect::union).unwrap();
            assert!(title.right() < 1024.0 && title.bottom() < 640.0, "{step:?}");
            let leave = if step.next().is_some() { "tour-next" } else { "tour-end" };
            let next = harness.get_by_label(&harness.state().words.t(leave)).rect();
            assert!(next.bottom() < 640.0, "{step:?}: {next:?}");
        }
    }
}
