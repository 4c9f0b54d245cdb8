//! The table as a whole: by keys, wheel and bar over a million lines.

use eframe::egui;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;
use crate::model::Lang;

/// More lines than an `f32` could tell apart by points.
const COUNT: usize = 1_000_003;

struct Numbers(Words);

impl Rows for Numbers {
    type Column = u8;

    fn count(&self) -> usize {
        COUNT
    }

    fn title(&self, _: u8) -> String {
        "N".to_owned()
    }

    fn is_figure(&self, _: u8) -> bool {
        false
    }

    fn line(&self, at: usize) -> LineLook {
        LineLook::Record { id: at.to_string(), selected: false, picked: false }
    }

    fn cell(&self, at: usize, _: u8) -> CellLook {
        let cell = Cell { text: format!("#{}", at + 1), ..Cell::default() };
        CellLook { cell, ..CellLook::default() }
    }

    fn topic(&self, _: Self::Column) -> Topic {
        Topic::START
    }

    fn rank(&self, _: u8) -> Option<(usize, bool)> {
        None
    }

    fn marks(&self) -> &[String] {
        &[]
    }

    fn words(&self) -> &Words {
        &self.0
    }

    fn name(&self) -> String {
        "Numbers".to_owned()
    }
}

/// The number and the upper edge of the first and the last line in sight.
fn in_sight(harness: &Harness<'_>) -> [(usize, f32); 2] {
    let lines: Vec<(usize, f32)> = harness
        .get_all_by_role(accesskit::Role::Row)
        .filter_map(|row| {
            let name = row.accesskit_node().label()?;
            Some((name.rsplit_once('#')?.1.parse().ok()?, row.rect().top()))
        })
        .collect();
    [*lines.first().unwrap(), *lines.last().unwrap()]
}

#[test]
fn the_arrows_tell_the_row_that_they_reach() {
    let rows = Numbers(Words::new(Lang::Es));
    let shown = |column| ColumnState { column, width: 120.0, shown: true };
    let columns = [shown(0), shown(1)];
    let mut harness = Harness::builder()
        .with_size([400.0, 330.0])
        .with_context_setup(crate::ui::theme::install)
        .build_ui(move |ui| drop(show(ui, &rows, &columns, None)));
    harness.run_steps(2);
    harness.get_by_role(accesskit::Role::Grid).focus();
    harness.run_steps(2);
    for _ in 0..3 {
        harness.key_press(egui::Key::ArrowDown);
        harness.run_steps(2);
    }
    let row = harness.get_all_by_role(accesskit::Role::Row).find(egui_kittest::Node::is_focused).unwrap();
    let node = row.accesskit_node();
    assert!(node.label().unwrap().ends_with("#3"), "{:?}", node.label());
    assert_eq!(node.data().position_in_set(), Some(2), "counted from zero");
    assert_eq!(node.description().as_deref(), Some("N: #3"), "the columns that its name does not say");
    assert_eq!((node.is_selected(), node.toggled()), (Some(false), None), "no check box");
}

#[test]
fn the_last_of_a_million_lines_is_reached_to_the_line_by_key_wheel_and_bar() {
    let rows = Numbers(Words::new(Lang::Es));
    let columns = [ColumnState { column: 0, width: 200.0, shown: true }];
    let mut harness = Harness::builder()
        .with_size([400.0, 330.0])
        .with_context_setup(crate::ui::theme::install)
        .build_ui(move |ui| drop(show(ui, &rows, &columns, None)));
    harness.run_steps(2);
    let top = in_sight(&harness)[0];
    assert_eq!(top.0, 1);
    harness.get_by_role(accesskit::Role::Grid).focus();
    harness.run_steps(2);
    harness.key_press(egui::Key::End);
    harness.run_steps(3);
    let [first, last] = in_sight(&harness);
    assert_eq!(last.0, COUNT);
    // Whole lines stand at their whole distances, however far down.
    assert!((last.1 - first.1 - (last.0 - first.0) as f32 * LINE).abs() < 0.01, "{first:?} {last:?}");
    harness.key_press(egui::Key::Home);
    harness.run_steps(3);
    assert_eq!(in_sight(&harness)[0], top);
    // The wheel, as far as it goes, and one line back.
    harness.hover_at(pos2(100.0, 200.0));
    let turn = |harness: &mut Harness<'_>, lines: f32| {
        let (unit, delta) = (egui::MouseWheelUnit::Point, vec2(0.0, lines * LINE));
        let (phase, modifiers) = (egui::TouchPhase::Move, egui::Modifiers::NONE);
        let source = egui::MouseWheelSource::Unknown;
        harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
        harness.run_steps(20);
    };
    turn(&mut harness, -2.0 * COUNT as f32);
    assert_eq!(in_sight(&harness)[1].0, COUNT);
    let before = in_sight(&harness)[0];
    turn(&mut harness, 1.0);
    let after = in_sight(&harness)[0];
    assert!(before.0 == after.0 + 1 || after.1 > before.1, "{before:?} {after:?}");
    // The bar, to its upper end and to its lower.
    for (y, wanted) in [(-50.0, 1), (700.0, COUNT)] {
        let bar = harness.get_by_role(accesskit::Role::ScrollBar).rect().center();
        harness.drag_at(bar);
        harness.run_steps(2);
        harness.hover_at(pos2(bar.x, y));
        harness.run_steps(2);
        harness.drop_at(pos2(bar.x, y));
        harness.run_steps(2);
        let ends = in_sight(&harness);
        assert!(ends.iter().any(|end| end.0 == wanted), "{wanted}: {ends:?}");
    }
}
