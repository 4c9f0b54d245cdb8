//! The lower edge of the window: whatever it tells is told whole, in the order in which it stands there, after the view.

use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::common;
use atalaya::export::TableKind;
use atalaya::model::{Lang, Note};
use atalaya::session::{Command, Export, Session, Tab, TakeOut, TourStep, Verb};
use atalaya::ui;
use eframe::egui::accesskit::Role;
use eframe::egui::{Context, Key, Pos2, RawInput, Rect, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// A session that tells at once as much as it can: an export that goes on until the lock is let go, notes that wait,
/// records with problems.
fn telling_much(lang: Lang, gate: &Arc<Mutex<()>>, folder: &Path) -> Session {
    let world = common::TestWorld { held: Some(("export", Arc::clone(gate))), ..Default::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(lang));
    session.notes.notes.push(Note { pending: true, ..Note::default() });
    session.document.more_problems = 1_234;
    session.apply(Command::Take(TakeOut::To(Export::Table(TableKind::Json), folder.join("t.json"))));
    assert!(session.exporting.is_some());
    session
}

/// What is told at the lower edge, in the order of the tree; of the sources their number.
fn told(window: &Harness<'_, Session>) -> Vec<(String, Rect)> {
    let words = &window.state().words;
    let keys =
        [("status-exporting", 0_usize), ("take-cancel", 0_usize), ("notes-pending", 1), ("status-problems", 1_234)];
    let mut wanted: Vec<String> = keys.map(|(key, n)| words.tf(key, &[("n", n.into())])).into();
    let sources = window.state().document.portfolio.sources.len();
    wanted.push(words.tf("status-sources", &[("n", sources.into())]));
    let nodes = window.root().children_recursive().filter_map(|node| {
        let told = node.accesskit_node();
        let text = told.label().or_else(|| told.value()).unwrap_or_default();
        let is_drawn = told.role() != Role::Status;
        let found = wanted.iter().find(|wanted| is_drawn && text.starts_with(wanted.as_str()))?;
        Some((found.clone(), node.rect()))
    });
    nodes.collect()
}

#[test]
fn what_is_told_is_whole_and_in_the_order_in_which_it_stands() {
    let (gate, folder) = (Arc::new(Mutex::new(())), tempfile::tempdir().unwrap());
    let held = gate.lock().unwrap();
    for lang in Lang::ALL {
        for size in
            [[800.0, 500.0], [900.0, 600.0], [1024.0, 640.0], [1100.0, 700.0], [1366.0, 690.0], [1600.0, 1000.0]]
        {
            let mut window = common::frame_harness(size, Theme::Light, telling_much(lang, &gate, folder.path()));
            window.run_steps(4);
            let told = told(&window);
            assert_eq!(told.len(), 5, "{size:?}: {told:?}");
            let screen = Rect::from_min_size(Pos2::ZERO, size.into());
            for (text, rect) in &told {
                assert!(screen.contains_rect(*rect), "{text} at {size:?}: {rect:?}");
                // Set letter under letter, or cut, it would be narrower than its letters.
                assert!(rect.height() < 30.0 && rect.width() > text.chars().count() as f32 * 3.5, "{text}: {rect:?}");
            }
            // Where a row has no room for it, the next one goes on.
            let follows =
                |(before, next): (&Rect, &Rect)| before.right() < next.left() || before.bottom() <= next.top();
            let rects: Vec<Rect> = told.iter().map(|(_, rect)| *rect).collect();
            assert!(rects.iter().zip(rects.iter().skip(1)).all(follows), "{size:?}: {told:?}");
        }
    }
    drop(held);
}

#[test]
fn what_is_told_for_a_moment_moves_nothing() {
    for width in [900.0, 1024.0, 1100.0, 1200.0, 1366.0] {
        let mut session = common::session(Lang::Es);
        session.apply(Command::Show(Tab::Projects));
        session.document.more_problems = 2;
        let mut window = common::frame_harness([width, 640.0], Theme::Light, session);
        window.run_steps(4);
        let problems = window.state().words.tf("status-problems", &[("n", 2_usize.into())]);
        let before = window.get_by_label(&problems).rect();
        window.state_mut().apply(Command::Do(Verb::CopyRows));
        window.run_steps(3);
        assert!(window.query_all_by_label_contains("copiad").count() > 0, "{width}: it is said");
        let moved = window.get_by_label(&problems).rect().top() - before.top();
        assert!(moved.abs() < 0.1, "{width}: {moved}");
    }
}

#[test]
fn the_lower_edge_is_heard_and_reached_after_the_view() {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Show(Tab::Projects));
    session.document.more_problems = 2;
    let mut window = common::frame_harness([1366.0, 690.0], Theme::Light, session);
    window.run_steps(4);
    let problems = window.state().words.tf("status-problems", &[("n", 2_usize.into())]);
    let place = |found: &dyn Fn(Role, &str) -> bool| {
        window.root().children_recursive().position(|node| {
            let node = node.accesskit_node();
            found(node.role(), &node.label().unwrap_or_default())
        })
    };
    let table = place(&|role, _| role == Role::Grid).unwrap();
    let link = place(&|role, label| role == Role::Button && label == problems).unwrap();
    assert!(table < link, "{table} and {link}");
    // From the table Tab goes on to the lower edge, and there to what stands at its right end.
    window.get_by(|node| node.role() == Role::Grid).focus();
    window.run_steps(2);
    let mut reached = Vec::new();
    for _ in 0..16 {
        window.key_press(Key::Tab);
        window.run_steps(2);
        let focused = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        reached.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    assert!(reached.contains(&problems), "{reached:?}");
}

#[test]
fn the_walk_stands_above_the_lower_edge_and_covers_nothing() {
    for size in [[1366.0, 690.0], [800.0, 500.0]] {
        let mut session = common::session(Lang::Es);
        session.apply(Command::Do(Verb::ShowProjects));
        session.apply(Command::Tour(Some(TourStep::Money)));
        let mut window = common::frame_harness(size, Theme::Light, session);
        window.run_steps(4);
        let next = window.get_by_label(&window.state().words.t("tour-next")).rect();
        let table = window.query_by(|node| node.role() == Role::Grid);
        assert!(table.is_none_or(|table| table.rect().bottom() <= next.top()), "{next:?}");
    }
}

#[test]
fn the_first_frame_is_laid_out_once() {
    for (lang, theme) in [(Lang::Es, Theme::Light), (Lang::En, Theme::Dark)] {
        let context = Context::default();
        ui::theme::install(&context);
        context.set_theme(theme);
        let mut session = common::session(lang);
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 690.0)));
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut passes = 0;
        let mut output = context.run_ui(input, |ui| {
            passes += 1;
            drop(ui::frame(ui, &mut session));
        });
        output.textures_delta.clear();
        assert_eq!(passes, 1, "{lang:?}: {:?}", output.platform_output.request_discard_reasons);
    }
}
