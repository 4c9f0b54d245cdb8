//! The timeline as a person uses it: looks at lanes, zooms, brushes a range, types dates, walks through it by keys.

use std::sync::Arc;

use crate::common;
use atalaya::model::{Day, Lang, PartialDate, Project, Projects, Table};
use atalaya::query::{Field, Index, Value};
use atalaya::session::{Command, LaneOrder, Selected, Session, Tab};
use atalaya::ui::timeline;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Theme, TouchPhase, Vec2, accesskit::Role, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};

const LARGE: [f32; 2] = [1300.0, 900.0];
const LOW: [f32; 2] = [700.0, 480.0];

fn shown(size: [f32; 2], session: Session) -> Harness<'static, Session> {
    common::view_harness(size, Theme::Light, session, timeline::show)
}

fn open(size: [f32; 2]) -> Harness<'static, Session> {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Show(Tab::Timeline));
    shown(size, session)
}

/// A session on records of the test's own, in the themes of the embedded portfolio.
fn session_of(records: impl Iterator<Item = String>) -> Session {
    let mut session = common::session(Lang::Es);
    let ron = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let mut portfolio = (*session.document.portfolio).clone();
    let theme = portfolio.themes[0].id.clone();
    let project = |(at, record): (usize, String)| -> Project {
        ron.from_str(&format!(
            "(id: \"p{at}\", name: (es: \"Proyecto {at}\"), themes: [(theme: \"{theme}\")], {record})"
        ))
        .unwrap()
    };
    portfolio.projects = Projects::new(records.enumerate().map(project).collect());
    portfolio.events = Table::default();
    session.document.index = Arc::new(Index::of(&portfolio));
    session.document.portfolio = Arc::new(portfolio);
    session.document.revision += 1;
    session.apply(Command::Show(Tab::Timeline));
    session
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn lanes(harness: &Harness<'_, Session>) -> Vec<String> {
    harness.get_all(by().role(Role::ListBoxOption)).map(|node| node.accesskit_node().label().unwrap()).collect()
}

fn chart(harness: &Harness<'_, Session>) -> (Pos2, Pos2) {
    let rect = harness.get_by_role_and_label(Role::Figure, &summary(harness)).rect();
    (rect.min, rect.max)
}

fn summary(harness: &Harness<'_, Session>) -> String {
    let all = harness.get_all(by().role(Role::Figure)).filter_map(|node| node.accesskit_node().label());
    all.into_iter().find(|label| label.starts_with("Línea de tiempo")).unwrap()
}

fn wheel(harness: &mut Harness<'_, Session>, delta: Vec2, modifiers: Modifiers) {
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        modifiers,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    };
    harness.event_modifiers(wheel, modifiers);
    harness.run_steps(20);
}

fn length(window: Option<(Day, Day)>) -> i32 {
    window.map_or(i32::MAX, |(from, to)| to.0 - from.0)
}

fn range(harness: &Harness<'_, Session>) -> Option<(Option<PartialDate>, Option<PartialDate>)> {
    match harness.state().view.filter.values(Field::Active) {
        [Value::Dates(from, to)] => Some((*from, *to)),
        _ => None,
    }
}

fn drag(harness: &mut Harness<'_, Session>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    for part in 1..=4 {
        harness.hover_at(from + (to - from) * (part as f32 / 4.0));
        harness.run();
    }
    harness.drop_at(to);
    harness.run();
}

fn strip(harness: &Harness<'_, Session>) -> eframe::egui::Rect {
    let all = harness.get_all(by().role(Role::Figure));
    all.into_iter().find(|node| node.accesskit_node().label().unwrap().starts_with("Proyectos activos")).unwrap().rect()
}

#[test]
fn every_project_of_the_set_has_a_lane_that_says_who_when_and_how_it_ended() {
    let harness = open(LARGE);
    let set = harness.state().answer();
    let lanes = lanes(&harness);
    assert_eq!(lanes.len(), set.rows.len());
    let one = lanes.iter().find(|lane| lane.starts_with("Sustentar")).unwrap();
    assert!(one.contains("Inicio: 1 abr 2022"), "{one}");
    assert!(one.contains("Fin previsto: 31 oct 2026"), "{one}");
    assert!(one.contains("Fin real, según una fuente: mar 2025 (no se publicó el día)"), "{one}");
    assert!(one.contains("Una fuente lo nombra entre los cancelados"), "{one}");
    assert!(one.contains("monto no publicado"), "{one}");
    let money = lanes.iter().find(|lane| lane.starts_with("AccioNNAr")).unwrap();
    assert!(money.contains("13.00 millones de dólares") && !money.contains("mdd"), "spoken in full: {money}");
    let nodes: Vec<_> = harness.get_all(by().role(Role::ListBoxOption)).collect();
    assert_eq!(nodes[4].accesskit_node().data().position_in_set(), Some(4), "counted from zero");
    assert_eq!(nodes[4].accesskit_node().data().size_of_set(), Some(set.rows.len()));
}

#[test]
fn the_whole_is_a_figure_whose_name_sums_it_up() {
    let harness = open(LARGE);
    let state = harness.state();
    let cut = state.document.portfolio.header.cutoff.as_ref().unwrap().date.latest();
    let projects = &state.document.portfolio.projects;
    let beyond = projects.iter().filter(|project| project.planned_end.is_some_and(|end| end.latest() > cut)).count();
    let (count, events) = (projects.len(), state.events().len());
    let expected = format!(
        "Línea de tiempo: {count} proyectos de nov 2016 a jun 2028; {beyond} con planes más allá de mar 2025; {events} hechos"
    );
    assert_eq!(summary(&harness), expected);
}

#[test]
fn a_click_on_a_lane_opens_its_project() {
    let mut harness = open(LARGE);
    let label = lanes(&harness).into_iter().find(|lane| lane.starts_with("AccioNNAr")).unwrap();
    harness.get_by_role_and_label(Role::ListBoxOption, &label).click();
    harness.run();
    let id = harness.state().document.portfolio.projects.iter().find(|p| p.acronym.as_deref() == Some("AccioNNAr"));
    assert_eq!(harness.state().view.selected, Some(Selected::Project(id.unwrap().id.clone())));
}

#[test]
fn lanes_stand_in_the_order_that_is_chosen() {
    let mut harness = open(LARGE);
    harness.get_by_label("Carriles por: Inicio").click();
    harness.run();
    assert_eq!(harness.state().view.lanes, LaneOrder::Start);
    assert!(lanes(&harness)[0].contains("Inicio: 11 nov 2016"));
    harness.get_by_label("2016: 1 proyecto");
    harness.get_by_label("Carriles por: A cargo de").click();
    harness.run();
    let named = |node: egui_kittest::Node<'_>| node.accesskit_node().label().unwrap();
    let heads: Vec<String> = harness.get_all(by().role(Role::Heading)).map(named).collect();
    let words = &harness.state().words;
    assert!(heads.len() > 3 && heads.is_sorted_by(|a, b| words.compare(a, b).is_le()), "{heads:?}");
}

#[test]
fn buttons_and_keys_zoom_and_bring_all_back() {
    let mut harness = open(LARGE);
    harness.get_by_label("Acercar").click();
    harness.run();
    let once = harness.state().view.window;
    assert!(once.is_some());
    harness.get_by_label("Ver todo").click();
    harness.run();
    assert_eq!(harness.state().view.window, None);
    let name = summary(&harness);
    harness.get_by_role_and_label(Role::Figure, &name).focus();
    harness.run();
    harness.key_press(Key::Plus);
    harness.run();
    harness.key_press(Key::Plus);
    harness.run();
    let twice = harness.state().view.window;
    assert!(length(twice) < length(once), "{twice:?} {once:?}");
    harness.key_press(Key::ArrowRight);
    harness.run();
    let moved = harness.state().view.window.unwrap();
    assert!(moved.0 > twice.unwrap().0 && (length(Some(moved)) - length(twice)).abs() <= 1);
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(harness.state().view.window, None);
}

#[test]
fn the_arrows_walk_through_the_lanes_and_enter_opens_one() {
    let mut harness = open(LOW);
    let name = summary(&harness);
    let first = lanes(&harness)[0].clone();
    harness.get_by_role_and_label(Role::Figure, &name).focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert!(harness.get_by_label(&first).is_focused());
    for _ in 0..14 {
        harness.key_press(Key::ArrowDown);
        harness.run();
    }
    // The fifteenth was out of sight: it has been brought into it.
    let focused = harness.get_all(by().role(Role::ListBoxOption)).find(egui_kittest::Node::is_focused).unwrap();
    assert_eq!(focused.accesskit_node().data().position_in_set(), Some(14));
    harness.key_press(Key::Enter);
    harness.run();
    assert!(matches!(harness.state().view.selected, Some(Selected::Project(_))));
}

#[test]
fn ctrl_and_wheel_zoom_where_the_pointer_is() {
    let mut harness = open(LARGE);
    let (min, max) = chart(&harness);
    let at = pos2(min.x + (max.x - min.x) * 0.25, f32::midpoint(min.y, max.y));
    harness.hover_at(at);
    harness.run();
    wheel(&mut harness, vec2(0.0, 200.0), Modifiers::CTRL);
    let first = harness.state().view.window.unwrap();
    wheel(&mut harness, vec2(0.0, 200.0), Modifiers::CTRL);
    let second = harness.state().view.window.unwrap();
    assert!(length(Some(second)) < length(Some(first)));
    // The chart is 14 points wider than the days that it shows: an arrow's room.
    let part = f64::from((at.x - min.x) / (max.x - min.x - 14.0));
    let under = |window: (Day, Day)| f64::from(window.0.0) + part * f64::from(length(Some(window)));
    assert!((under(first) - under(second)).abs() < 3.0, "what is under the pointer stays: {first:?} {second:?}");
}

#[test]
fn the_wheel_scrolls_lanes_and_with_shift_it_moves_the_days() {
    let mut harness = open(LOW);
    let first = lanes(&harness)[0].clone();
    let (min, max) = chart(&harness);
    harness.hover_at(min + (max - min) * 0.5);
    harness.run();
    wheel(&mut harness, vec2(0.0, -100.0), Modifiers::NONE);
    assert!(harness.state().view.window.is_none());
    assert_ne!(lanes(&harness)[0], first);
    harness.get_by_label("Acercar").click();
    harness.run();
    let before = harness.state().view.window.unwrap();
    harness.hover_at(min + (max - min) * 0.5);
    harness.run();
    wheel(&mut harness, vec2(0.0, -60.0), Modifiers::SHIFT);
    let after = harness.state().view.window.unwrap();
    assert!(after.0 > before.0 && length(Some(after)) - length(Some(before)) < 2, "{before:?} {after:?}");
}

#[test]
fn dragging_the_chart_moves_it() {
    let mut harness = open(LARGE);
    harness.get_by_label("Acercar").click();
    harness.run();
    let before = harness.state().view.window.unwrap();
    let (min, max) = chart(&harness);
    let at = min + (max - min) * 0.5;
    drag(&mut harness, at, at + vec2(120.0, 0.0));
    let after = harness.state().view.window.unwrap();
    assert!(after.0 < before.0, "{before:?} {after:?}");
    assert_eq!(harness.state().view.selected, None, "a drag is no click");
}

#[test]
fn a_range_brushed_below_narrows_the_whole_set() {
    let mut harness = open(LARGE);
    let all = harness.state().answer().rows.len();
    let bars = strip(&harness);
    let at = |part: f32| pos2(bars.left() + bars.width() * part, bars.center().y);
    drag(&mut harness, at(0.05), at(0.2));
    let (from, to) = range(&harness).unwrap();
    let (from, to) = (from.unwrap(), to.unwrap());
    assert!(from < to && from.day().is_none() && from.month().is_some(), "exact to the month: {from} {to}");
    assert!(harness.state().answer().rows.len() < all);
    // Its end is moved by keys, a month each.
    harness.get_by_label("Final del intervalo").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let longer = range(&harness).unwrap().1.unwrap();
    assert_eq!(longer.earliest().0, to.latest().0 + 1);
    // Taken within, it moves as a whole.

    drag(&mut harness, at(0.12), at(0.4));
    let moved = range(&harness).unwrap();
    assert!(moved.0.unwrap() > from && moved.1.unwrap() > longer);
    harness.get_by_label("Quitar").click();
    harness.run();
    assert_eq!(range(&harness), None);
    assert_eq!(harness.state().answer().rows.len(), all);
}

fn type_into(harness: &mut Harness<'_, Session>, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn dates_are_typed_as_exactly_as_one_knows_them() {
    let mut harness = open(LOW);
    type_into(&mut harness, "desde", "2022-03");
    assert_eq!(range(&harness), Some((Some(date("2022-03")), None)));
    type_into(&mut harness, "hasta", "2023");
    assert_eq!(range(&harness), Some((Some(date("2022-03")), Some(date("2023")))));
    type_into(&mut harness, "hasta", "2021");
    harness.get_by_label("«desde» es posterior a «hasta»");
    assert_eq!(range(&harness), Some((Some(date("2022-03")), Some(date("2023")))), "nothing was applied");
    type_into(&mut harness, "hasta", "2023-13");
    harness.get_by_label("No existe ese mes: van del 01 al 12");
    type_into(&mut harness, "hasta", "2023-02-30");
    harness.get_by_label("Ese mes no tiene ese día");
    type_into(&mut harness, "hasta", "marzo");
    harness.get_by_label_contains("Esto no es una fecha");
    type_into(&mut harness, "hasta", "2023-06-30");
    assert_eq!(range(&harness), Some((Some(date("2022-03")), Some(date("2023-06-30")))));
    assert!(harness.query_by_label_contains("Esto no es una fecha").is_none());
}

#[test]
fn events_stand_on_their_strip_alone_or_together() {
    let mut harness = open(LARGE);
    harness.get_all_by_label_contains("hechos, de ").next().unwrap().click();
    harness.run();
    harness.get_by_label("Acercar a estas fechas").click();
    harness.run();
    assert!(length(harness.state().view.window) < 800, "{:?}", harness.state().view.window);
    let portfolio = Arc::clone(&harness.state().document.portfolio);
    let button = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        portfolio.events.iter().any(|event| event.title.es.as_ref().is_some_and(|title| label.contains(title.as_str())))
    };
    harness.get_all(by().role(Role::Button)).find(button).unwrap().click();
    harness.run();
    assert!(matches!(harness.state().view.selected, Some(Selected::Event(_))));
}

#[test]
fn the_same_lanes_are_there_as_a_table() {
    let mut harness = open(LARGE);
    let drawn = lanes(&harness);
    harness.get_by_label("Ver como tabla").click();
    harness.run();
    assert!(harness.state().view.as_table);
    let rows: Vec<String> =
        harness.get_all(by().role(Role::Row)).map(|node| node.accesskit_node().label().unwrap()).collect();
    assert_eq!(rows, drawn[..rows.len()], "in the same words and order");
    harness.get_by_role_and_label(Role::Row, &rows[2]).click();
    harness.run();
    assert!(matches!(harness.state().view.selected, Some(Selected::Project(_))));
    harness.get_by_label("Ver como dibujo").click();
    harness.run();
    assert!(!harness.state().view.as_table);
}

#[test]
fn where_nothing_matches_the_way_out_is_offered() {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Type("zzzzzz".to_owned()));
    let mut harness = shown(LOW, session);
    assert!(harness.query_by_role(Role::ListBoxOption).is_none());
    harness.get_by_label("Quitar filtros").click();
    harness.run();
    assert!(harness.state().filter().is_empty());
    assert!(!lanes(&harness).is_empty());
}

#[test]
fn odd_records_are_shown_as_what_they_are() {
    let records = ["start: \"2022-05-01\", planned_end: \"2020\"", "", "start: \"2021\"", "", "planned_end: \"2024\""];
    let mut harness = shown([1000.0, 600.0], session_of(records.into_iter().map(str::to_owned)));
    let lanes = lanes(&harness);
    assert_eq!(lanes.len(), 3);
    assert!(lanes.iter().any(|lane| lane.contains("es anterior al inicio")), "{lanes:?}");
    assert!(lanes.iter().any(|lane| lane.contains("2021 (solo se publicó el año). Fin no publicado")), "{lanes:?}");
    assert!(lanes.iter().any(|lane| lane.contains("Inicio no publicado")), "{lanes:?}");
    harness.get_by_label("Sin fechas publicadas: 2");
    harness.get_by_label("Proyecto 3").click();
    harness.run();
    assert_eq!(harness.state().view.selected, Some(Selected::Project("p3".to_owned())));
}

#[test]
fn only_the_lanes_that_are_seen_are_laid_out() {
    let records =
        (0..20_000).map(|at| format!("start: \"{}-{:02}\", planned_end: \"2026\"", 2010 + at % 14, 1 + at % 12));
    let mut harness = shown(LOW, session_of(records));
    // So many are laid out on a worker; the window says so and goes on.
    for _ in 0..2_000 {
        if harness.query_all(by().role(Role::ListBoxOption)).next().is_some() {
            break;
        }
        assert!(harness.query_by_label_contains("Se está calculando").is_some());
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.run_steps(1);
    }
    assert!((1..30).contains(&lanes(&harness).len()));
}

#[test]
fn a_portfolio_without_a_cut_off_has_no_line_and_nothing_beyond_it() {
    let mut session = session_of(std::iter::once("start: \"2022\", planned_end: \"2030\"".to_owned()));
    let mut portfolio = (*session.document.portfolio).clone();
    portfolio.header.cutoff = None;
    session.document.index = Arc::new(Index::of(&portfolio));
    session.document.portfolio = Arc::new(portfolio);
    session.document.revision += 1;
    session.apply(Command::Show(Tab::Timeline));
    let harness = shown(LOW, session);
    assert!(!summary(&harness).contains("más allá"));
    assert!(harness.query_by_label_contains("terminaciones").is_none());
}

#[test]
fn nothing_that_can_be_operated_is_without_a_name_or_too_low_to_hit() {
    for (size, lang, as_table) in
        [(LARGE, Lang::Es, false), (LOW, Lang::En, false), ([560.0, 420.0], Lang::Es, false), (LOW, Lang::Es, true)]
    {
        let mut session = common::session(lang);
        session.apply(Command::Show(Tab::Timeline));
        session.apply(Command::AsTable(as_table));
        let harness = shown(size, session);
        assert!(harness.unnamed_widgets().is_empty(), "{:?}", harness.unnamed_widgets());
        for node in harness.root().children_recursive() {
            let role = node.accesskit_node().role();
            if !matches!(role, Role::Button | Role::ListBoxOption | Role::Slider | Role::TextInput | Role::Row) {
                continue;
            }
            let (name, rect) = (node.accesskit_node().label().unwrap_or_default(), node.rect());
            assert!(!name.is_empty() || role == Role::TextInput, "{role:?} at {rect:?} in {size:?}");
            assert!(!name.contains('⟦'), "{name}");
            assert!(rect.height() >= 23.9, "{role:?} {name:?} is {} high in {size:?}", rect.height());
            assert!(rect.left() >= 0.0 && rect.right() <= size[0], "{name:?} at {rect:?} in {size:?}");
        }
    }
}

/// A thousand lanes, one a day after the other.
fn thousand() -> Session {
    let start = Day::first_of_year(2000);
    session_of((0..1_000).map(|at| {
        let day = Day(start.0 + 5 * at).exact();
        format!("start: \"{day}\", planned_end: \"2024\"")
    }))
}

#[test]
fn many_lanes_stand_in_one_picture_that_leads_to_each() {
    let mut harness = shown(LARGE, thousand());
    let place = |harness: &Harness<'_, Session>, last: bool| {
        let all: Vec<usize> = harness
            .get_all(by().role(Role::ListBoxOption))
            .filter_map(|lane| lane.accesskit_node().data().position_in_set())
            .collect();
        if last { all.into_iter().max() } else { all.into_iter().min() }
    };
    assert_eq!(place(&harness, false), Some(0));
    let picture = harness.get_by_role_and_label(Role::ScrollBar, "Todos los carriles: 1,000");
    assert_eq!(picture.accesskit_node().numeric_value(), Some(1.0));
    let rect = picture.rect();
    for (part, first) in [(0.5, 500), (1.0, 999), (0.0, 0)] {
        let at = pos2(rect.center().x, rect.top() + rect.height() * part);
        harness.drag_at(at);
        harness.run_steps(2);
        harness.drop_at(at);
        harness.run_steps(2);
        let (from, to) = (place(&harness, false).unwrap(), place(&harness, true).unwrap());
        assert!((from..=to).contains(&first), "{first}: {from} to {to}");
    }
    harness.get_by_role_and_label(Role::Figure, &summary(&harness)).focus();
    harness.run_steps(2);
    harness.key_press(Key::End);
    harness.run_steps(3);
    assert_eq!(place(&harness, true), Some(999));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    harness.run_steps(3);
    assert_eq!(place(&harness, false), Some(0));
}

#[test]
fn the_arrows_go_through_the_table_of_lanes_beyond_what_is_seen() {
    let mut session = thousand();
    session.apply(Command::AsTable(true));
    let mut harness = shown(LOW, session);
    let focused = |harness: &Harness<'_, Session>| {
        let mut rows = harness.get_all(by().role(Role::Row));
        rows.find(egui_kittest::Node::is_focused).and_then(|row| row.accesskit_node().label()).unwrap_or_default()
    };
    harness.get_all(by().role(Role::Row)).next().unwrap().focus();
    harness.run_steps(2);
    assert!(focused(&harness).starts_with("Proyecto 0."), "{}", focused(&harness));
    for (key, name) in [
        (Key::ArrowDown, "Proyecto 1."),
        (Key::End, "Proyecto 999."),
        (Key::ArrowUp, "Proyecto 998."),
        (Key::Home, "Proyecto 0."),
    ] {
        harness.key_press(key);
        harness.run_steps(3);
        assert!(focused(&harness).starts_with(name), "{key:?}: {}", focused(&harness));
    }
    harness.key_press(Key::PageDown);
    harness.run_steps(3);
    assert!(!focused(&harness).starts_with("Proyecto 0."));
}

#[test]
fn the_small_timeline_selects_and_leads_to_the_whole() {
    let session = common::session(Lang::Es);
    let mut harness = common::view_harness([900.0, 300.0], Theme::Light, session, |ui, session, out| {
        timeline::small(ui, session, out, 4, 260.0);
    });
    let lanes = lanes(&harness);
    assert_eq!(lanes.len(), 4);
    harness.get_by_label(&lanes[1]).click();
    harness.run();
    assert!(matches!(harness.state().view.selected, Some(Selected::Project(_))));
    let more = harness.state().document.portfolio.projects.len() - 4;
    harness.get_by_label(&format!("y {more} más")).click();
    harness.run();
    assert_eq!(harness.state().view.tab, Tab::Timeline);
}
