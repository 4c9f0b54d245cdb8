//! The window by keyboard alone: where the focus goes, and what a screen reader is told on the way.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::common;
use atalaya::figure::{Length, UnitsBy, unit_chart};
use atalaya::model::Lang;
use atalaya::session::{Command, Export, Selected, Session, Tab, TakeOut, Verb};
use atalaya::ui;
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Event, Key, Modifiers, Theme, Ui};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

const WIDE: [f32; 2] = [1366.0, 690.0];

fn window() -> Harness<'static, Session> {
    common::frame_harness(WIDE, Theme::Light, common::session(Lang::Es))
}

fn press(window: &mut Harness<'_, Session>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(4);
}

/// Role and name of what has the focus.
fn focused(window: &Harness<'_, Session>) -> Option<(Role, String)> {
    // The window itself stands for nothing: it is the root.
    let node = window.root().children_recursive().find(|node| node.accesskit_node().is_focused())?;
    Some((node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default()))
}

fn is_at(window: &Harness<'_, Session>, role: Role, name: &str) {
    assert_eq!(focused(window), Some((role, name.to_owned())));
}

/// What a screen reader finds directly within something: containers that only place things are none of it.
fn heard_within<'tree>(node: &Node<'tree>) -> Vec<Node<'tree>> {
    let mut heard = Vec::new();
    for child in node.children() {
        if child.accesskit_node().role() == Role::GenericContainer {
            heard.extend(heard_within(&child));
        } else {
            heard.push(child);
        }
    }
    heard
}

const SEARCH: &str = "Buscar en todo: nombres, organizaciones, lugares, notas";

#[test]
fn the_search_keeps_the_focus_from_one_search_to_the_next() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    for word in ["trabajo", "infantil"] {
        window.get_by_role_and_label(Role::TextInput, SEARCH).type_text(word);
        window.run_steps(3);
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert_eq!(window.state().view.typed, "");
        is_at(&window, Role::TextInput, SEARCH);
    }
    assert_eq!(window.state().filter().terms.len(), 2, "both are on");
}

#[test]
fn a_view_shown_by_keys_has_the_focus_at_its_head() {
    let mut window = window();
    // From nowhere, from a field, and from what goes away with the view.
    press(&mut window, Modifiers::COMMAND, Key::Num5);
    is_at(&window, Role::Pane, "Gráficas");
    press(&mut window, Modifiers::COMMAND, Key::F);
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    is_at(&window, Role::Pane, "Proyectos");
    window.get_by_label_contains("Proyectos: 23 filas").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::ALT, Key::Num2);
    is_at(&window, Role::Pane, "Preguntas");
}

#[test]
fn a_view_that_takes_away_what_had_the_focus_takes_the_focus() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    window.get_by_label_contains("Proyectos: 23 filas").focus();
    window.run_steps(2);
    // As a link to another view would.
    window.state_mut().apply(Command::Show(Tab::Sources));
    window.run_steps(6);
    is_at(&window, Role::Pane, "Fuentes");
}

#[test]
fn the_views_are_tabs_of_one_list_that_the_arrows_go_through() {
    let mut window = window();
    let tabs = heard_within(&window.get_by_role_and_label(Role::TabList, "Vistas"));
    assert_eq!(tabs.len(), Tab::ALL.len());
    for (place, tab) in tabs.iter().enumerate() {
        let node = tab.accesskit_node();
        assert_eq!((node.is_selected(), node.toggled()), (Some(place == 0), None), "selected, and no check box");
        assert_eq!(node.data().position_in_set(), Some(place));
    }
    window.get_by_role_and_label(Role::Tab, "Proyectos").click();
    window.run_steps(4);
    is_at(&window, Role::Tab, "Proyectos");
    for (key, name, tab) in [
        (Key::ArrowRight, "Hechos", Tab::Events),
        (Key::Home, "Resumen", Tab::Overview),
        (Key::ArrowLeft, "Fuentes", Tab::Sources),
        (Key::ArrowRight, "Resumen", Tab::Overview),
        (Key::End, "Fuentes", Tab::Sources),
    ] {
        press(&mut window, Modifiers::NONE, key);
        assert_eq!(window.state().view.tab, tab);
        is_at(&window, Role::Tab, name);
    }
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_ne!(focused(&window).unwrap().0, Role::Tab, "one stop, and on");
}

#[test]
fn panes_are_gone_through_forwards_and_backwards_from_where_the_focus_is() {
    let mut window = window();
    window.state_mut().apply(Command::Select(Some(Selected::Project("accionnar".to_owned()))));
    window.run_steps(3);
    let round = ["Búsqueda y vistas", "Filtros", "Resumen", "Ficha"];
    press(&mut window, Modifiers::NONE, Key::F6);
    is_at(&window, Role::Pane, "Filtros");
    for name in ["Resumen", "Ficha", "Búsqueda y vistas", "Filtros"] {
        press(&mut window, Modifiers::NONE, Key::F6);
        is_at(&window, Role::Pane, name);
    }
    for name in round.iter().cycle().skip(1).take(4).collect::<Vec<_>>().into_iter().rev() {
        if *name != "Filtros" {
            press(&mut window, Modifiers::SHIFT, Key::F6);
            is_at(&window, Role::Pane, name);
        }
    }
    // From within a pane, not from where F6 was last.
    press(&mut window, Modifiers::COMMAND, Key::F);
    press(&mut window, Modifiers::NONE, Key::F6);
    is_at(&window, Role::Pane, "Filtros");
}

fn edge_width(window: &Harness<'_, Session>, name: &str) -> String {
    let edge = window.get_by_role_and_label(Role::Splitter, name);
    edge.accesskit_node().description().unwrap()
}

#[test]
fn panes_are_widened_and_narrowed_by_keys() {
    let mut window = window();
    window.state_mut().apply(Command::Select(Some(Selected::Project("accionnar".to_owned()))));
    window.run_steps(3);
    for (name, wider, narrower, least, most) in [
        ("Ancho de los filtros", Key::ArrowRight, Key::ArrowLeft, 200, 420),
        ("Ancho de la ficha", Key::ArrowLeft, Key::ArrowRight, 300, 560),
    ] {
        let told = |width: i64| format!("{width} puntos, de {least} a {most}");
        window.get_by_role_and_label(Role::Splitter, name).focus();
        window.run_steps(2);
        for (key, width) in [
            (Key::Home, least),
            (narrower, least),
            (wider, least + 16),
            (wider, least + 32),
            (narrower, least + 16),
            (Key::End, most),
            (wider, most),
        ] {
            press(&mut window, Modifiers::NONE, key);
            assert_eq!(edge_width(&window, name), told(width), "{key:?}");
            is_at(&window, Role::Splitter, name);
        }
    }
}

#[test]
fn the_menus_are_reached_gone_through_and_left_by_keys() {
    let mut window = window();
    let bar = heard_within(&window.get_by_role_and_label(Role::MenuBar, "Menús"));
    let names: Vec<_> =
        bar.iter().map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap())).collect();
    assert!(names.iter().all(|(role, _)| *role == Role::MenuItem), "{names:?}");
    assert_eq!(names.len(), 6, "neither the title nor the languages are menus: {names:?}");

    press(&mut window, Modifiers::COMMAND, Key::F);
    press(&mut window, Modifiers::NONE, Key::F10);
    is_at(&window, Role::MenuItem, "Archivo");
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    is_at(&window, Role::MenuItem, "Ayuda");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    is_at(&window, Role::MenuItem, "Editar");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    let edit = window.get_by_role_and_label(Role::MenuItem, "Editar").accesskit_node().data().is_expanded();
    assert_eq!(edit, Some(true));
    assert!(window.get_by_role_and_label(Role::Menu, "Editar").children_recursive().any(|node| node.is_focused()));
    // To the menu beside, and into it.
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(window.query_by_role_and_label(Role::Menu, "Editar").is_none());
    assert!(window.get_by_role_and_label(Role::Menu, "Ver").children_recursive().any(|node| node.is_focused()));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    is_at(&window, Role::MenuItem, "Proyectos Ctrl+2");
    // Escape gives back what F10 took.
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Menu).is_none());
    is_at(&window, Role::TextInput, SEARCH);
    press(&mut window, Modifiers::NONE, Key::F10);
    press(&mut window, Modifiers::NONE, Key::Escape);
    is_at(&window, Role::TextInput, SEARCH);
}

#[test]
fn what_is_chosen_in_a_menu_is_done_and_the_focus_goes_where_it_leads() {
    let mut window = window();
    press(&mut window, Modifiers::NONE, Key::F10);
    for _ in 0..2 {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view.tab, Tab::Projects);
    is_at(&window, Role::Pane, "Proyectos");
}

#[test]
fn alt_alone_leads_to_the_menus_and_alt_with_a_key_does_not() {
    let key = |key, pressed, modifiers| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.input_mut().events.push(key(Key::AltLeft, true, Modifiers::ALT));
    window.run_steps(2);
    window.input_mut().events.push(key(Key::AltLeft, false, Modifiers::NONE));
    window.run_steps(3);
    is_at(&window, Role::MenuItem, "Archivo");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.input_mut().events.extend([
        key(Key::AltLeft, true, Modifiers::ALT),
        key(Key::Num3, true, Modifiers::ALT),
        key(Key::Num3, false, Modifiers::ALT),
        key(Key::AltLeft, false, Modifiers::NONE),
    ]);
    window.run_steps(4);
    assert_eq!(window.state().view.tab, Tab::Questions);
    is_at(&window, Role::Pane, "Preguntas");
    // Another window was gone to.
    window.input_mut().events.extend([
        key(Key::AltLeft, true, Modifiers::ALT),
        Event::WindowFocused(false),
        key(Key::AltLeft, false, Modifiers::NONE),
    ]);
    window.run_steps(4);
    is_at(&window, Role::Pane, "Preguntas");
    assert!(Verb::Menus.shortcut().is_some(), "the list of shortcuts is made of these");
}

#[test]
fn a_table_is_one_thing_with_its_titles_its_rows_and_their_cells() {
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    let table = window.get_by_role(Role::Grid);
    assert!(table.accesskit_node().label().unwrap().starts_with("Proyectos: 23 filas"));
    assert_eq!(table.accesskit_node().data().row_count(), Some(24), "with the row of titles");
    let columns = table.accesskit_node().data().column_count().unwrap();
    let rows = heard_within(&table);
    assert!(rows.iter().all(|row| row.accesskit_node().role() == Role::Row));
    assert!(rows.len() > 10, "{}", rows.len());
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(row.accesskit_node().data().row_index(), Some(place));
        let within = if place == 0 { Role::ColumnHeader } else { Role::Cell };
        let cells = heard_within(row);
        assert!(cells.iter().all(|cell| cell.accesskit_node().role() == within), "{place}");
        assert!(cells.len() > 3 && cells.len() <= columns, "{place}: {}", cells.len());
        let columns = cells.iter().map(|cell| cell.accesskit_node().data().column_index());
        assert!(columns.eq((0..cells.len()).map(Some)), "{place}");
    }
    // The row that the arrows reach is one of them, and has the focus.
    table.focus();
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    let rows = heard_within(&window.get_by_role(Role::Grid));
    assert_eq!(rows.iter().position(Node::is_focused), Some(1));
}

/// Opens what keeps everything else out of reach: by what, and its name.
const DIALOGS: [(Verb, &str); 4] = [
    (Verb::Export, "Exportar lo que se ve"),
    (Verb::Shortcuts, "Ayuda"),
    (Verb::Notes, "Mis notas"),
    (Verb::Palette, "Buscar una orden o un registro"),
];

#[test]
fn a_dialog_is_told_as_one_keeps_the_focus_in_it_and_gives_it_back() {
    for (verb, name) in DIALOGS {
        let mut window = window();
        window.get_by_role_and_label(Role::Tab, "Resumen").focus();
        window.run_steps(2);
        window.state_mut().apply(Command::Do(verb));
        window.run_steps(4);
        let dialog = window.get_by_role(Role::Dialog);
        let node = dialog.accesskit_node();
        assert_eq!((node.label().as_deref(), node.is_modal()), (Some(name), true), "{verb:?}");
        for step in 0..30 {
            let within = window.get_by_role(Role::Dialog).children_recursive().any(|node| node.is_focused());
            assert!(within, "{verb:?}: Tab {step} led out of it, to {:?}", focused(&window));
            window.key_press(Key::Tab);
            window.run_steps(1);
        }
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.query_by_role(Role::Dialog).is_none(), "{verb:?}");
        is_at(&window, Role::Tab, "Resumen");
    }
}

#[test]
fn the_sentence_is_heard_in_its_parts_and_not_in_its_commas() {
    let window = window();
    let nodes = window.root().children_recursive();
    let labels = nodes.filter(|node| node.accesskit_node().role() == Role::Label && !node.accesskit_node().is_hidden());
    let said: Vec<_> = labels.filter_map(|node| node.accesskit_node().value()).collect();
    let mute: Vec<_> = said.iter().filter(|text| !text.chars().any(char::is_alphanumeric)).collect();
    assert!(mute.is_empty(), "{mute:?}");
    assert!(said.iter().any(|text| text == "en México: 20 proyectos"), "{said:?}");
}

/// What the live regions hold, by how urgent they are.
fn live(window: &Harness<'_, Session>, how: Live) -> Vec<String> {
    let nodes = window.root().children_recursive().filter(|node| node.accesskit_node().data().live() == Some(how));
    nodes.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

/// Steps until a live region says this.
fn until_said(window: &mut Harness<'_, Session>, how: Live, said: impl Fn(&str) -> bool) {
    let until = Instant::now() + Duration::from_secs(20);
    while Instant::now() < until {
        window.step();
        if live(window, how).iter().any(|text| said(text)) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("never said: {:?}", live(window, how));
}

#[test]
fn opening_saving_and_exporting_are_heard_from_their_beginning_to_their_end() {
    let gate = Arc::new(Mutex::new(()));
    let world = common::TestWorld { gate: Some(Arc::clone(&gate)), ..common::TestWorld::default() };
    let mut session = Session::new(Arc::new(world));
    session.apply(Command::Language(Lang::Es));
    let mut window = common::frame_harness(WIDE, Theme::Light, session);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mío.ron");
    std::fs::write(&file, "(schema: 1, title: (es: \"Mío\"), projects: [(id: \"a\", name: (es: \"A\"))])").unwrap();
    let held = gate.lock().unwrap();
    window.state_mut().apply(Command::Open(file));
    until_said(&mut window, Live::Polite, |text| text == "Abriendo mío.ron…");
    drop(held);
    until_said(&mut window, Live::Polite, |text| text == "mío.ron está abierto: 1 proyecto");
    window.state_mut().apply(Command::SaveAs(folder.path().join("otro.ron")));
    window.step();
    until_said(&mut window, Live::Polite, |text| text.starts_with("Se guardó") && text.contains("otro.ron"));
    window.state_mut().apply(Command::Take(TakeOut::To(Export::Iati, folder.path().join("iati.xml"))));
    until_said(&mut window, Live::Polite, |text| text.starts_with("Guardado: ") && text.contains("iati.xml"));
    // What fails is heard at once.
    window.state_mut().apply(Command::Take(TakeOut::To(Export::Iati, folder.path().join("no/hay.xml"))));
    until_said(&mut window, Live::Assertive, |text| text.contains("hay.xml"));
    window.state_mut().apply(Command::Open(folder.path().join("falta.ron")));
    until_said(&mut window, Live::Assertive, |text| text.contains("falta.ron"));
}

#[test]
fn the_matrix_and_the_units_sum_themselves_up_in_both_languages() {
    for (lang, matrix, units, years) in [
        (Lang::Es, "Área temática por año: ", "Cada proyecto, una marca, por área temática. ", "Años"),
        (Lang::En, "Thematic area by year: ", "Each project one mark, by thematic area. ", "Years"),
    ] {
        let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::plots::show(ui, session, out);
        let mut window = common::view_harness([1000.0, 3200.0], Theme::Light, common::session(lang), view);
        let session = window.state();
        let figure = atalaya::figure::matrix(
            Length::Money,
            session.view.spread,
            &session.answer(),
            session.names(),
            &session.document.index,
        );
        assert!(figure.summary.starts_with(matrix), "{}", figure.summary);
        let cells = figure.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let most: Vec<_> = cells.filter(|cell| cell.value == figure.most).collect();
        assert!(most.iter().any(|cell| figure.summary.contains(&cell.spoken)), "{}", figure.summary);
        let rows = heard_within(&window.get_by_role_and_label(Role::Table, &figure.summary));
        assert_eq!(rows.len(), figure.rows.len() + 1);
        let of = |row: &Node<'_>, role: Role| -> Vec<String> {
            let titles = heard_within(row).into_iter().filter(|node| node.accesskit_node().role() == role);
            titles.map(|node| node.accesskit_node().label().unwrap()).collect()
        };
        for (place, row) in rows.iter().enumerate() {
            match place.checked_sub(1).map(|place| figure.rows.get(place).unwrap()) {
                None => {
                    assert_eq!(row.accesskit_node().label().as_deref(), Some(years));
                    assert_eq!(of(row, Role::ColumnHeader), figure.years);
                }
                Some(theme) => {
                    assert_eq!(of(row, Role::RowHeader), [theme.name.as_str()]);
                    let spoken: Vec<_> = theme.cells.iter().flatten().map(|cell| cell.spoken.clone()).collect();
                    assert_eq!(of(row, Role::Button), spoken);
                }
            }
        }
        window.state_mut().apply(Command::Units(true));
        window.run();
        let session = window.state();
        let chart = unit_chart(UnitsBy::Theme, &session.answer(), session.names(), &session.document.index);
        assert!(chart.summary.starts_with(units), "{}", chart.summary);
        let marks = window.get_by_role_and_label(Role::Figure, &chart.summary).children_recursive();
        let marks = marks.filter(|node| node.accesskit_node().role() == Role::Button).count();
        assert_eq!(marks, chart.count, "each mark within the figure");
    }
}

#[test]
fn the_end_of_a_long_menu_is_within_a_low_window_once_the_arrows_come_to_it() {
    let mut window = common::frame_harness([1024.0, 480.0], Theme::Light, common::session(Lang::Es));
    press(&mut window, Modifiers::NONE, Key::F10);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    window.run_steps(12);
    let last = window.get_by_role_and_label(Role::MenuItem, "Probar otra fecha de corte");
    assert!(last.is_focused(), "round the end: {:?}", focused(&window));
    assert!(last.rect().bottom() < 480.0, "{:?}", last.rect());
}
