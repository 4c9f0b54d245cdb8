//! The window as a person uses it: views, filter, keyboard, files, states; and what a screen reader is told.

use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::common::{self, told};
use atalaya::model::Lang;
use atalaya::query::{Field, Value};
use atalaya::session::{Command, Selected, Session, Tab, Verb, World};
use eframe::egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const WIDE: [f32; 2] = [1366.0, 690.0];
const NARROW: [f32; 2] = [1024.0, 640.0];

fn window(size: [f32; 2], lang: Lang) -> Harness<'static, Session> {
    common::frame_harness(size, Theme::Light, common::session(lang))
}

fn do_now(window: &mut Harness<'_, Session>, command: Command) {
    window.state_mut().apply(command);
    window.run_steps(4);
}

#[test]
fn each_view_says_everything_and_names_everything_in_both_languages() {
    for lang in Lang::ALL {
        for size in [WIDE, NARROW] {
            let mut window = window(size, lang);
            for tab in Tab::ALL {
                do_now(&mut window, Command::Show(tab));
                for selected in [None, Some(Selected::Project("accionnar".to_owned()))] {
                    do_now(&mut window, Command::Select(selected));
                    let missing: Vec<_> =
                        told(&window).into_iter().filter(|text| text.contains('⟦') || text.contains("{$")).collect();
                    assert!(missing.is_empty(), "{tab:?} {lang:?}: {missing:?}");
                    nameless(&window, tab);
                }
            }
        }
    }
}

/// Fails on a control that a screen reader could not name.
fn nameless(window: &Harness<'_, Session>, tab: Tab) {
    let controls = [
        Role::Button,
        Role::CheckBox,
        Role::RadioButton,
        Role::Tab,
        Role::TextInput,
        Role::Link,
        Role::Row,
        Role::Cell,
        Role::ColumnHeader,
        Role::ListBoxOption,
        Role::ListItem,
        Role::Figure,
        Role::Slider,
        Role::MenuItem,
    ];
    for node in window.root().children_recursive() {
        let role = node.accesskit_node().role();
        let named = node.accesskit_node().label().is_some_and(|label| !label.trim().is_empty())
            || node.accesskit_node().value().is_some_and(|value| !value.is_empty());
        assert!(named || !controls.contains(&role), "{tab:?}: a nameless {role:?}: {node:?}");
    }
}

#[test]
fn one_filter_narrows_every_view() {
    let mut window = window(WIDE, Lang::Es);
    do_now(&mut window, Command::Choose(Field::State, vec![Value::Key("MX-CHP".to_owned())]));
    for tab in Tab::ALL {
        do_now(&mut window, Command::Show(tab));
        let said = told(&window).join("\n");
        assert!(said.contains("2 proyectos en Chiapas: 17.40 millones de dólares"), "{tab:?}: {said}");
    }
    window.get_by_label("Quitar: en Chiapas").click();
    window.run_steps(4);
    assert_eq!(window.state().answer().rows.len(), 23);
}

#[test]
fn nothing_matches_and_the_way_out_is_offered() {
    let mut window = window(WIDE, Lang::Es);
    do_now(&mut window, Command::Type("zzz".to_owned()));
    for tab in [Tab::Overview, Tab::Projects, Tab::Events, Tab::Timeline, Tab::Plots] {
        do_now(&mut window, Command::Show(tab));
        assert!(window.query_all_by_label_contains("Quitar").count() > 0, "{tab:?}");
    }
    do_now(&mut window, Command::Do(Verb::ClearFilter));
    assert!(window.state().filter().is_empty());
}

#[test]
fn the_keyboard_goes_everywhere() {
    let mut window = window(WIDE, Lang::Es);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.run_steps(4);
    assert_eq!(window.state().view.tab, Tab::Projects);
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_steps(4);
    window
        .get_by_role_and_label(Role::TextInput, "Buscar en todo: nombres, organizaciones, lugares, notas")
        .type_text("tomate");
    window.run_steps(4);
    let found = window.state().answer().rows.len();
    assert!(found > 0 && found < 23, "{found}");
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!(window.state().view.typed, "", "what was typed has become a chip");
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.run_steps(4);
    assert_eq!(window.state().answer().rows.len(), 23, "back to before");
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    window.run_steps(4);
    assert_eq!(window.state().answer().rows.len(), found, "and forward again");
}

#[test]
fn the_arrows_go_through_the_table() {
    let mut window = window(WIDE, Lang::Es);
    do_now(&mut window, Command::Show(Tab::Projects));
    window.get_by_label_contains("Proyectos: 23 filas").focus();
    window.run_steps(2);
    for (key, expected) in
        [(Key::ArrowDown, 0), (Key::ArrowDown, 1), (Key::End, 22), (Key::ArrowUp, 21), (Key::Home, 0)]
    {
        window.key_press(key);
        window.run_steps(4);
        let row = window.state().rows().get(expected).copied().unwrap();
        let id = window.state().document.portfolio.projects.get(row).unwrap().id.clone();
        assert_eq!(window.state().view.selected, Some(Selected::Project(id)), "{key:?}");
    }
}

#[test]
fn a_click_on_a_title_orders_and_another_turns() {
    let mut window = window(WIDE, Lang::Es);
    do_now(&mut window, Command::Show(Tab::Projects));
    let first = |window: &Harness<'_, Session>| window.state().rows().first().copied();
    window.get_by_role_and_label(Role::ColumnHeader, "Inicio, sin ordenar").click();
    window.run_steps(4);
    let earliest = first(&window);
    window.get_by_role_and_label(Role::ColumnHeader, "Inicio, orden ascendente").click();
    window.run_steps(4);
    assert_ne!(first(&window), earliest);
}

#[test]
fn marked_rows_are_copied_as_cells() {
    let mut window = window(WIDE, Lang::Es);
    do_now(&mut window, Command::Show(Tab::Projects));
    do_now(&mut window, Command::Pick(vec!["accionnar".to_owned()]));
    window.get_by_label("Copiar 1 fila").click();
    let copied = common::copied(&mut window);
    let lines: Vec<_> = copied.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[1].contains("\t13000000\t") && lines[1].contains("\t2022-04-01\t"), "{copied}");
}

#[test]
fn the_other_language_is_one_click_away() {
    let mut window = window(WIDE, Lang::Es);
    window.get_by_role_and_label(Role::RadioButton, "English").click();
    window.run_steps(4);
    assert!(told(&window).iter().any(|text| text.starts_with("All projects in Mexico: 20 projects")));
}

#[test]
fn what_was_chosen_is_kept_between_starts() {
    let world = Arc::new(common::TestWorld::default());
    let mut session = Session::new(Arc::clone(&world) as Arc<dyn World>);
    session.apply(Command::Language(Lang::En));
    session.apply(Command::Do(Verb::ZoomIn));
    let again = Session::new(world);
    assert_eq!((again.words.lang(), again.settings.text_percent), (Lang::En, 110));
}

/// Opens a file and waits until it is there.
fn open(window: &mut Harness<'_, Session>, text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    window.state_mut().apply(Command::Open(file.path().to_owned()));
    let until = Instant::now() + Duration::from_secs(20);
    while window.state().opening.is_some() && Instant::now() < until {
        window.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_steps(4);
    file
}

#[test]
fn a_file_with_mistakes_opens_with_what_is_good_and_lists_the_rest() {
    let mut window = window(WIDE, Lang::Es);
    let text = r#"(schema: 1, title: (es: "Mío"), projects: [
        (id: "bueno", name: (es: "El bueno")),
        (id: "malo", name: (es: "El malo"), start: "2023-13-01"),
    ])"#;
    let _file = open(&mut window, text);
    assert_eq!(window.state().document.portfolio.projects.len(), 1);
    assert!(told(&window).iter().any(|text| text.contains("se abrió con un problema")));
    for tab in Tab::ALL {
        do_now(&mut window, Command::Show(tab));
    }
    do_now(&mut window, Command::Do(Verb::ShowProblems));
    assert!(told(&window).iter().any(|text| text.contains("la fecha «2023-13-01» no existe")));
}

#[test]
fn a_file_that_cannot_be_read_leaves_what_is_open() {
    let mut window = window(WIDE, Lang::Es);
    let _file = open(&mut window, "hola");
    assert_eq!(window.state().document.portfolio.projects.len(), 23);
    assert!(told(&window).iter().any(|text| text.contains("no tiene la forma de un portafolio")));
}

#[test]
fn an_empty_portfolio_is_shown_as_such() {
    let mut window = window(WIDE, Lang::En);
    let _file = open(&mut window, "(schema: 1)");
    for tab in Tab::ALL {
        do_now(&mut window, Command::Show(tab));
    }
    do_now(&mut window, Command::Show(Tab::Projects));
    assert!(told(&window).iter().any(|text| text.contains("This portfolio has no projects")));
}

#[test]
fn a_shortcut_types_no_letter() {
    let mut window = window([1366.0, 700.0], Lang::Es);
    do_now(&mut window, Command::Do(Verb::Search));
    window.run_steps(2);
    let key = |pressed| eframe::egui::Event::Key {
        key: Key::Num2,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::ALT,
    };
    // As X11 sends it: the key, and the letter that it would be.
    window.input_mut().events.extend([key(true), eframe::egui::Event::Text("2".to_owned()), key(false)]);
    window.run_steps(3);
    assert_eq!(window.state().view.tab, Tab::Questions, "the shortcut did what it does");
    assert_eq!(window.state().view.typed, "", "and nothing was typed");
}

#[test]
fn no_two_verbs_share_a_shortcut() {
    let mut seen = std::collections::HashMap::new();
    for verb in Verb::ALL {
        if let Some(shortcut) = verb.shortcut() {
            assert_eq!(seen.insert(shortcut, verb), None, "{verb:?}");
            assert!(atalaya::ui::top::keys(shortcut).is_some(), "{verb:?}: no such key");
        }
    }
}
