//! Help, the command palette, the colours of high contrast and the About box, as a person uses them.

use std::collections::BTreeSet;

use crate::common::{self, told};
use atalaya::export::Shown;
use atalaya::export::draw::PictureOf;
use atalaya::figure::{Names, card::Scene};
use atalaya::format::licences;
use atalaya::i18n::{PieceKind, Topic, Words, manual};
use atalaya::model::{EndingKind, Lang};
use atalaya::query::{Column, EventColumn, Field};
use atalaya::session::{
    CardOf, Command, FindStep, HelpStep, Panel, Question, Renderer, Selected, Session, Tab, ThemeChoice, Verb,
    search_help, topic_of_column, topic_of_ending, topic_of_event_column, topic_of_field, topic_of_panel,
    topic_of_view,
};
use atalaya::ui::theme;
use eframe::egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const SMALL: [f32; 2] = [1024.0, 640.0];

fn window(lang: Lang) -> Harness<'static, Session> {
    common::frame_harness(SMALL, Theme::Light, common::session(lang))
}

fn do_now(window: &mut Harness<'_, Session>, command: Command) {
    window.state_mut().apply(command);
    window.run_steps(5);
}

/// Opens the palette by its keys and types.
fn find(window: &mut Harness<'_, Session>, text: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(4);
    window.get_by_role(Role::EditableComboBox).type_text(text);
    window.run_steps(4);
}

fn first_hit(window: &Harness<'_, Session>) -> String {
    window.state().finder.as_ref().unwrap().hits.first().unwrap().name.clone()
}

#[test]
fn both_languages_have_the_same_pages_with_the_same_places() {
    let places = |lang: Lang| -> Vec<(&str, PieceKind, Option<Topic>)> {
        let pages = manual(lang).iter();
        let pieces = pages.flat_map(|page| page.pieces.iter().map(|piece| (page.name, piece.kind, piece.topic)));
        pieces.filter(|(_, kind, _)| !matches!(kind, PieceKind::Item | PieceKind::Paragraph)).collect()
    };
    assert_eq!(places(Lang::Es), places(Lang::En));
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for page in manual(lang) {
            assert!(page.title != page.name && !page.pieces.is_empty(), "{lang:?}: {} is empty", page.name);
            for piece in page.pieces.iter().filter(|piece| piece.is_head()) {
                let topic = piece.topic.unwrap_or_else(|| panic!("{}: «{}» has no name", page.name, piece.text));
                assert!(seen.insert((topic.page, topic.anchor)), "{topic:?} stands twice");
            }
        }
    }
    for (spanish, english) in manual(Lang::Es).iter().zip(manual(Lang::En)) {
        assert_eq!(spanish.pieces.len(), english.pieces.len(), "{}", spanish.name);
        for (es, en) in spanish.pieces.iter().zip(&english.pieces) {
            assert!(es.kind == en.kind && (es.text != en.text || es.text.is_empty()), "{}: {}", spanish.name, en.text);
        }
    }
}

#[test]
fn every_link_and_every_term_on_the_screen_leads_somewhere() {
    let mut topics: Vec<Topic> = vec![Topic::START, Topic::KEYS];
    topics.extend(Field::ALL.map(topic_of_field));
    topics.extend(Column::ALL.map(topic_of_column));
    topics.extend(EventColumn::ALL.map(topic_of_event_column));
    topics.extend(EndingKind::ALL.map(topic_of_ending));
    topics.extend(Tab::ALL.map(topic_of_view));
    let panels = [Panel::Problems, Panel::Conflicts, Panel::Notes, Panel::FactFile, Panel::Compare, Panel::Bring];
    topics.extend(panels.map(topic_of_panel));
    topics.extend([Panel::Export, Panel::History, Panel::About, Panel::Licences, Panel::Help].map(topic_of_panel));
    for lang in Lang::ALL {
        let links = manual(lang).iter().flat_map(|page| page.pieces.iter());
        let links = links.filter(|piece| piece.kind == PieceKind::Link).map(|piece| piece.topic.unwrap());
        for topic in links.chain(topics.iter().copied()) {
            assert!(topic.title(lang).is_some(), "{lang:?}: nothing at {topic:?}");
        }
        let views: BTreeSet<&str> = Tab::ALL.map(|tab| topic_of_view(tab).page).into();
        assert_eq!(views.len(), Tab::ALL.len(), "every view has a page of its own");
    }
}

#[test]
fn the_help_is_searched_without_accents_and_the_best_comes_first() {
    let hits = search_help(Lang::Es, "terminacion inferida");
    assert_eq!(hits.first().map(|hit| hit.topic), Some(Topic::at("words", "inferred")));
    assert!(search_help(Lang::En, "disbursed").iter().any(|hit| hit.topic == Topic::at("words", "disbursed")));
    assert!(search_help(Lang::Es, "zzzz").is_empty() && search_help(Lang::Es, "  ").is_empty());
}

#[test]
fn f1_opens_the_page_of_the_view_and_escape_goes_back_to_it() {
    let mut window = window(Lang::Es);
    do_now(&mut window, Command::Show(Tab::Timeline));
    window.key_press(Key::F1);
    window.run_steps(5);
    window.get_by_role_and_label(Role::Heading, "Línea de tiempo");
    window.get_by_role_and_label(Role::TextInput, "Buscar en la ayuda").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Buscar en la ayuda").type_text("desembolsado");
    window.run_steps(4);
    window.get_by_label_contains("1 lugar de la ayuda");
    window.get_by_role_and_label(Role::Link, "Monto ejercido o desembolsado, Qué significan las palabras").click();
    window.run_steps(5);
    window.get_by_role_and_label(Role::Heading, "Monto ejercido o desembolsado");
    window.get_by_label("Volver a lo leído antes").click();
    window.run_steps(5);
    assert_eq!(window.state().help.topic, topic_of_view(Tab::Timeline));
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert_eq!((window.state().panel, window.state().view.tab), (None, Tab::Timeline));
}

#[test]
fn f1_on_a_column_head_or_a_value_of_a_filter_explains_it() {
    let mut window = window(Lang::Es);
    do_now(&mut window, Command::Show(Tab::Projects));
    window.get_by_role_and_label(Role::ColumnHeader, "Fin previsto, sin ordenar").focus();
    window.run_steps(3);
    window.key_press(Key::F1);
    window.run_steps(5);
    assert_eq!(window.state().help.topic, Topic::at("words", "planned-end"));
    window.get_by_role_and_label(Role::Heading, "Fin previsto");
    window.key_press(Key::Escape);
    window.run_steps(4);
    // In a narrow window the filters lie over the view.
    do_now(&mut window, Command::Do(Verb::ToggleFacets));
    window.get_by_label_contains("Cómo terminó: Inferida").focus();
    window.run_steps(3);
    window.key_press(Key::F1);
    window.run_steps(5);
    assert_eq!(window.state().help.topic, topic_of_ending(EndingKind::Implied));
}

#[test]
fn the_mark_beside_a_title_and_a_second_click_lead_to_the_same() {
    let mut window = window(Lang::En);
    do_now(&mut window, Command::Do(Verb::ToggleFacets));
    window.get_by_role_and_label(Role::Button, "Help: How a project ended").click();
    window.run_steps(5);
    assert_eq!(window.state().help.topic, Topic::page("endings"));
    do_now(&mut window, Command::ClosePanel);
    do_now(&mut window, Command::Do(Verb::ToggleFacets));
    do_now(&mut window, Command::Show(Tab::Projects));
    window.get_by_role_and_label(Role::ColumnHeader, "Planned end, not ordered").click_secondary();
    window.run_steps(4);
    window.get_by_role_and_label(Role::Button, "Help: Planned end").click();
    window.run_steps(5);
    assert_eq!(window.state().help.topic, Topic::at("words", "planned-end"));
}

#[test]
fn the_help_lies_over_a_panel_and_gives_it_back() {
    let mut window = window(Lang::Es);
    do_now(&mut window, Command::Do(Verb::Export));
    window.key_press(Key::F1);
    window.run_steps(5);
    assert_eq!((window.state().panel, window.state().help.topic), (Some(Panel::Help), Topic::page("take")));
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert_eq!(window.state().panel, Some(Panel::Export), "what was under it is there again");
}

#[test]
fn every_page_fits_a_small_window_with_text_twice_as_large() {
    for lang in Lang::ALL {
        let mut session = common::session(lang);
        session.settings.text_percent = 200;
        let mut window = common::frame_harness(SMALL, Theme::Light, session);
        window.run_steps(3);
        let inside = |window: &Harness<'_, Session>, what: &str| {
            let screen = window.ctx.content_rect();
            for node in window.root().children_recursive() {
                let heads = [Role::Heading, Role::Link, Role::EditableComboBox];
                if heads.contains(&node.accesskit_node().role()) && node.accesskit_node().bounding_box().is_some() {
                    let rect = node.rect();
                    let fits = rect.left() >= -0.5 && rect.right() <= screen.right() + 0.5;
                    assert!(fits, "{what}: {:?} at {rect:?} of {screen:?}", node.accesskit_node().label());
                }
            }
        };
        for page in manual(lang) {
            do_now(&mut window, Command::Help(HelpStep::Read(Topic::page(page.name))));
            window.get_by_role_and_label(Role::Heading, page.title);
            inside(&window, page.name);
        }
        do_now(&mut window, Command::ClosePanel);
        do_now(&mut window, Command::Do(Verb::About));
        inside(&window, "about");
        do_now(&mut window, Command::ClosePanel);
        do_now(&mut window, Command::Do(Verb::Licences));
        inside(&window, "licences");
        do_now(&mut window, Command::ClosePanel);
        do_now(&mut window, Command::Do(Verb::Palette));
        inside(&window, "palette");
    }
}

#[test]
fn the_shortcuts_are_a_page_with_every_verb_that_has_keys() {
    let mut window = window(Lang::Es);
    window.key_press_modifiers(Modifiers::COMMAND, Key::F1);
    window.run_steps(5);
    let said = told(&window).join("\n");
    for verb in Verb::ALL.into_iter().filter(|verb| verb.shortcut().is_some()) {
        let words = window.state().words.t(verb.message());
        assert!(said.contains(words.trim_end_matches('…')), "{verb:?}");
    }
    // Keys are called as they are in the person's language.
    assert!(said.contains("Ctrl+Mayús+C") && said.contains("Alt+Izquierda") && said.contains("Ctrl+Más"), "{said}");
    assert!(!said.contains("Shift"), "{said}");
}

#[test]
fn the_palette_finds_every_verb_in_both_languages() {
    for lang in Lang::ALL {
        let mut session = common::session(lang);
        let other = Words::new(lang.other());
        for verb in Verb::ALL.into_iter().filter(|verb| *verb != Verb::Palette) {
            for words in [session.words.t(verb.message()), other.t(verb.message())] {
                session.apply(Command::Do(Verb::Palette));
                session.apply(Command::Find(FindStep::Type(words.trim_end_matches('…').to_owned())));
                let finder = session.finder.as_ref().unwrap();
                let found = finder.hits.iter().take(5).any(|hit| hit.goal == atalaya::session::Goal::Verb(verb));
                assert!(found, "{lang:?}: {verb:?} by «{words}»: {:?}", finder.hits.iter().take(5).collect::<Vec<_>>());
                session.apply(Command::Find(FindStep::Leave));
            }
        }
    }
}

#[test]
fn the_palette_copies_every_plot_as_an_image() {
    let mut window = window(Lang::Es);
    find(&mut window, "copiar grafica entidades");
    assert_eq!(first_hit(&window), "Copiar la gráfica como imagen: Mapa de entidades federativas");
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert!(window.state().finder.is_none() && window.state().exporting.is_some(), "it is being drawn");
    for lang in Lang::ALL {
        let mut session = common::session(lang);
        let both = [lang, lang.other()].map(Words::new);
        for of in session.with_shown(PictureOf::all) {
            for words in &both {
                let name = session.with_shown(|shown| {
                    let names = Names { words, ..shown.scene.names };
                    of.name(Shown { scene: Scene { names, ..shown.scene }, ..shown })
                });
                session.apply(Command::Do(Verb::Palette));
                session
                    .apply(Command::Find(FindStep::Type(words.tf("palette-copy-picture", &[("name", name.into())]))));
                let first = &session.finder.as_ref().unwrap().hits.first().unwrap().goal;
                assert_eq!(*first, atalaya::session::Goal::Copy(of.clone()), "{lang:?}");
                session.apply(Command::Find(FindStep::Leave));
            }
        }
    }
    // Where nothing is drawn, there is nothing to copy.
    let mut session = common::session(Lang::Es);
    session.apply(Command::Type("ninguno-lo-dice".to_owned()));
    session.apply(Command::Do(Verb::Palette));
    session.apply(Command::Find(FindStep::Type("copiar la gráfica".to_owned())));
    assert!(!session.finder.unwrap().hits.iter().any(|hit| matches!(hit.goal, atalaya::session::Goal::Copy(_))));
}

#[test]
fn english_typed_in_a_spanish_window_finds_and_enter_does() {
    let mut window = window(Lang::Es);
    find(&mut window, "timelin");
    assert_eq!(first_hit(&window), "Línea de tiempo");
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!((window.state().view.tab, window.state().finder.is_none()), (Tab::Timeline, true));
    find(&mut window, "larger");
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!(window.state().settings.text_percent, 110);
}

#[test]
fn arrows_go_through_what_was_found_and_a_screen_reader_is_told_which() {
    let mut window = window(Lang::Es);
    find(&mut window, "filtro");
    window.key_press(Key::ArrowDown);
    window.run_steps(3);
    assert_eq!(window.state().finder.as_ref().unwrap().at, 1);
    let field = window.get_by_role(Role::EditableComboBox);
    let active = field.accesskit_node().data().active_descendant().unwrap();
    let chosen: Vec<_> = window
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().role() == Role::ListBoxOption)
        .filter(|node| node.accesskit_node().is_selected() == Some(true))
        .map(|node| node.accesskit_node().locate().0)
        .collect();
    assert_eq!(chosen, [active], "one is chosen, and it is the one that the field names");
    window.get_by_label_contains("resultados");
    window.key_press(Key::ArrowUp);
    window.key_press(Key::ArrowUp);
    window.run_steps(3);
    let finder = window.state().finder.as_ref().unwrap();
    assert_eq!(finder.at, finder.hits.len() - 1, "round the end");
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.state().finder.is_none());
}

#[test]
fn what_cannot_be_done_says_why_and_the_palette_stays() {
    let mut window = window(Lang::Es);
    find(&mut window, "deshacer");
    window.get_by_label_contains("No se ha editado nada");
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert!(window.state().finder.is_some());
    let session = common::session(Lang::Es);
    for verb in Verb::ALL {
        let obstacle = verb.obstacle(&session);
        assert_eq!(obstacle.is_none(), verb.is_enabled(&session), "{verb:?}");
        assert_ne!(obstacle.as_deref(), Some("Ahora no se puede"), "{verb:?} has a reason of its own");
    }
}

#[test]
fn records_filters_colours_and_help_are_found_by_name() {
    let mut window = window(Lang::Es);
    find(&mut window, "chiapas");
    assert!(first_hit(&window).ends_with("Chiapas"), "{}", first_hit(&window));
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!(window.state().answer().rows.len(), 2);
    do_now(&mut window, Command::Do(Verb::ClearFilter));
    let project = window.state().document.portfolio.projects.get(0).unwrap();
    let (id, name) = (project.id.clone(), window.state().names().project(&project).text);
    drop(project);
    find(&mut window, &name);
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!(window.state().view.selected, Some(Selected::Project(id)));
    find(&mut window, "high contrast, white on");
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!(window.state().settings.theme, ThemeChoice::StrongDark);
    find(&mut window, "ejercido");
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert_eq!(window.state().help.topic, Topic::at("words", "disbursed"));
}

#[test]
fn high_contrast_is_chosen_kept_and_left_again() {
    let mut window = window(Lang::Es);
    let line = |window: &Harness<'_, Session>| window.ctx.global_style().visuals.window_stroke.color;
    for (choice, palette) in [
        (ThemeChoice::StrongLight, &theme::STRONG_LIGHT),
        (ThemeChoice::StrongDark, &theme::STRONG_DARK),
        (ThemeChoice::Dark, &theme::DARK),
        (ThemeChoice::Light, &theme::LIGHT),
    ] {
        do_now(&mut window, Command::Theme(choice));
        assert_eq!(line(&window), palette.line, "{choice:?}");
        let ring = window.ctx.global_style().visuals.selection.stroke.width;
        assert!((ring - palette.ring).abs() < f32::EPSILON, "{choice:?}");
        let again = atalaya::session::Settings::from_text(&window.state().settings.to_text());
        assert_eq!(again.theme, choice);
    }
}

#[test]
fn the_about_box_tells_the_version_and_copies_a_report_without_anything_of_the_records() {
    let mut window = window(Lang::En);
    do_now(&mut window, Command::Do(Verb::About));
    let said = told(&window).join("\n");
    assert!(said.contains(&format!("Atalaya {}", env!("CARGO_PKG_VERSION"))) && said.contains("MIT"), "{said}");
    window.get_by_role_and_label(Role::Button, "Copy the report of the system").click_accesskit();
    let report = common::copied(&mut window);
    assert!(report.contains(&format!("Version: {}", env!("CARGO_PKG_VERSION"))), "{report}");
    assert!(report.contains("Projects / events / sources: 23 / "), "{report}");
    for project in window.state().document.portfolio.projects.iter() {
        let names = window.state().names();
        assert!(!report.contains(&names.project(&project).text) && !report.contains(&project.id), "{report}");
    }
}

#[test]
fn the_report_says_what_draws_and_does_not_guess() {
    let mut session = common::session(Lang::Es);
    assert!(session.system_report(1.0, SMALL).contains("Se dibuja con: no se sabe\n"));
    session.renderer = Some(Renderer { name: "llvmpipe, OpenGL 4.5".to_owned(), by_processor: true });
    session.way = Some("x11-software");
    let report = session.system_report(1.0, SMALL);
    assert!(report.contains("llvmpipe, OpenGL 4.5 (lo dibuja el procesador"), "{report}");
    assert!(report.contains(": x11-software\n"), "{report}");
    session.renderer = Some(Renderer { name: "Mesa Intel(R) UHD".to_owned(), by_processor: false });
    assert!(session.system_report(1.0, SMALL).contains("Se dibuja con: Mesa Intel(R) UHD\n"));
}

#[test]
fn the_licence_of_every_part_is_found_and_read_by_keyboard_alone() {
    for (lang, size) in [(Lang::Es, [1366.0, 690.0]), (Lang::En, SMALL), (Lang::Es, [512.0, 320.0])] {
        let mut window = common::frame_harness(size, Theme::Light, common::session(lang));
        do_now(&mut window, Command::Do(Verb::About));
        let all = licences().parts.len();
        let button = window
            .get_all_by_role(Role::Button)
            .find(|button| button.accesskit_node().label().is_some_and(|label| label.contains(&all.to_string())));
        button.unwrap().click_accesskit();
        window.run_steps(4);
        assert_eq!(window.state().panel, Some(Panel::Licences));
        let shown = window.get_all_by_role(Role::ListBoxOption).count();
        assert!((2..60).contains(&shown), "{shown} of {all} are laid out");

        // To the field, which tells the part that is chosen in its list, and along the list.
        let in_list = |window: &Harness<'_, Session>| {
            window.get_all_by_role(Role::ListBoxOption).any(|line| line.accesskit_node().is_focused())
        };
        for _ in 0..3 {
            if !in_list(&window) {
                window.key_press(Key::Tab);
                window.run_steps(2);
            }
        }
        assert!(in_list(&window), "{lang:?} {size:?}");
        let chosen = |window: &Harness<'_, Session>| {
            let lines = window.get_all_by_role(Role::ListBoxOption);
            let chosen = lines.filter(|line| line.accesskit_node().is_selected() == Some(true));
            chosen.filter_map(|line| line.accesskit_node().label()).collect::<Vec<_>>()
        };
        assert!(chosen(&window).concat().starts_with("Roboto"), "{:?}", chosen(&window));
        for _ in 0..6 {
            window.key_press(Key::PageDown);
            window.run_steps(3);
        }
        let far = chosen(&window);
        assert!(far.len() == 1 && far.concat().starts_with(&licences().parts[48].name), "{far:?} is in sight");

        window.get_by_role(Role::EditableComboBox).type_text("winit 0");
        window.run_steps(4);
        let found = licences().find("winit 0");
        let part = &licences().parts[found[0]];
        assert!(found.len() < 12 && chosen(&window).concat().starts_with(&part.name), "{:?}", chosen(&window));
        window.get_by_role_and_label(Role::Heading, &part.name);
        let begins = licences().of(part).next().unwrap().split("\n\n").next().unwrap();
        assert!(told(&window).iter().any(|text| text == begins.trim_matches('\n')), "{:?}", told(&window));
    }
}

#[test]
fn text_of_the_other_language_is_told_to_be_so() {
    let mut window = common::frame_harness([1366.0, 900.0], Theme::Light, common::session(Lang::Es));
    do_now(&mut window, Command::Do(Verb::About));
    let english = |window: &Harness<'_, Session>| {
        let nodes = window.root().children_recursive();
        nodes.filter(|node| node.accesskit_node().data().language() == Some("en")).count()
    };
    assert!(english(&window) > 0, "the licences are in English");
    do_now(&mut window, Command::ClosePanel);
    do_now(&mut window, Command::Show(Tab::Sources));
    assert!(english(&window) > 3, "so are the titles of many sources");
    do_now(&mut window, Command::Language(Lang::En));
    do_now(&mut window, Command::Show(Tab::Projects));
    let spanish = window.root().children_recursive();
    let spanish = spanish.filter(|node| node.accesskit_node().data().language() == Some("es")).count();
    assert_eq!(spanish, 0, "every project has an English name");
}

#[test]
fn what_can_be_clicked_is_at_least_24_points_high() {
    let mut window = common::frame_harness([1366.0, 1600.0], Theme::Light, common::session(Lang::Es));
    let targets = [Role::Button, Role::Link, Role::CheckBox, Role::RadioButton, Role::Tab, Role::ListBoxOption];
    let mut small = BTreeSet::new();
    let mut look = |window: &Harness<'_, Session>, place: &str| {
        for node in window.root().children_recursive() {
            let role = node.accesskit_node().role();
            let Some(rect) = node.accesskit_node().bounding_box() else { continue };
            if targets.contains(&role) && rect.height() > 0.0 && rect.height() < 23.9 {
                small.insert(format!("{place} {role:?} {:?} {}", node.accesskit_node().label(), rect.height()));
            }
        }
    };
    for tab in Tab::ALL {
        do_now(&mut window, Command::Show(tab));
        for selected in [None, Some(Selected::Project("accionnar".to_owned()))] {
            do_now(&mut window, Command::Select(selected));
            look(&window, &format!("{tab:?}"));
        }
    }
    for question in Question::ALL {
        do_now(&mut window, Command::Ask(question));
        look(&window, &format!("{question:?}"));
    }
    let panels = [Verb::Export, Verb::Records, Verb::EditPortfolio, Verb::Notes, Verb::Help, Verb::FactFile];
    for verb in panels.into_iter().chain([Verb::About, Verb::Licences]) {
        do_now(&mut window, Command::Do(verb));
        look(&window, &format!("{verb:?}"));
        do_now(&mut window, Command::ClosePanel);
    }
    do_now(&mut window, Command::Card(Some(CardOf::Total)));
    look(&window, "card");
    assert!(small.is_empty(), "{} small targets: {small:#?}", small.len());
}
