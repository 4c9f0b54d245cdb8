//! The smallest window with the largest text, and what every window owes the eye and the hand: everything is in reach,
//! nothing is too small to hit, nothing is told by colour alone, and a hint goes when it is in the way.

use crate::common;
use atalaya::figure::{Length, Look, bar_plot};
use atalaya::model::{Entry, Lang, List};
use atalaya::query::{By, Field, Filter, Value};
use atalaya::session::{Command, Edit, Selected, Session, Tab, TourStep, Verb};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

/// 1024 by 640 with text at 200 %.
const LARGE_TEXT: [f32; 2] = [512.0, 320.0];
const SMALL: [f32; 2] = [1024.0, 640.0];
const WIDE: [f32; 2] = [1366.0, 690.0];

fn window(size: [f32; 2], lang: Lang, commands: Vec<Command>) -> Harness<'static, Session> {
    let mut session = common::session(lang);
    for command in commands {
        session.apply(command);
    }
    let mut window = common::frame_harness(size, Theme::Light, session);
    window.run_steps(4);
    window
}

fn whole(size: [f32; 2]) -> Rect {
    Rect::from_min_size(eframe::egui::Pos2::ZERO, size.into())
}

#[test]
fn every_view_is_reached_with_large_text_by_mouse_and_by_keyboard() {
    for lang in Lang::ALL {
        let mut window = window(LARGE_TEXT, lang, vec![]);
        for tab in Tab::ALL {
            let name = window.state().words.t(tab.message());
            let shown = window.query_by_role_and_label(Role::Tab, &name).map(|node| node.rect());
            if let Some(rect) = shown {
                assert!(whole(LARGE_TEXT).contains_rect(rect), "{name}: {rect:?}");
                window.get_by_role_and_label(Role::Tab, &name).click();
            } else {
                let more = window
                    .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.contains(&name)));
                assert!(whole(LARGE_TEXT).contains_rect(more.rect()), "the way to {name}: {:?}", more.rect());
                more.click();
                window.run_steps(4);
                let entries: Vec<_> = window.query_all_by_role_and_label(Role::MenuItem, &name).collect();
                let entry = entries.iter().find(|entry| whole(LARGE_TEXT).contains_rect(entry.rect())).unwrap();
                entry.click();
            }
            window.run_steps(6);
            assert_eq!(window.state().view.tab, tab);
            let present = window.get_by_role_and_label(Role::Tab, &name).rect();
            assert!(whole(LARGE_TEXT).contains_rect(present), "the present view stands in sight: {present:?}");
        }
        // The arrows go on past what has room.
        window.get_by_role_and_label(Role::Tab, &window.state().words.t(Tab::Sources.message())).focus();
        window.run_steps(2);
        for tab in Tab::ALL {
            window.key_press(Key::ArrowRight);
            window.run_steps(4);
            assert_eq!(window.state().view.tab, tab);
        }
    }
}

#[test]
fn lanes_and_rows_have_room_with_large_text() {
    for tab in [Tab::Timeline, Tab::Projects] {
        let window = window(LARGE_TEXT, Lang::Es, vec![Command::Show(tab)]);
        let lines = window.root().children_recursive().filter(|node| {
            let role = node.accesskit_node().role();
            let is_line = if tab == Tab::Timeline { role == Role::ListBoxOption } else { role == Role::Row };
            is_line && node.rect().height() >= 24.0
        });
        let least = if tab == Tab::Timeline { 3 } else { 6 };
        let found = lines.count();
        assert!(found >= least, "{tab:?}: {found} lines");
    }
}

/// Everything that is pressed, with its name and place; what stands within a sentence is a line of text.
fn targets(window: &Harness<'_, Session>) -> Vec<(String, Rect)> {
    let root = window.root();
    let pressed = root.children_recursive().filter(|node| {
        let node = node.accesskit_node();
        let role = node.role();
        let is_pressed = matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::RadioButton
                | Role::Tab
                | Role::MenuItem
                | Role::Slider
                | Role::TextInput
        );
        is_pressed && !node.is_hidden()
    });
    pressed.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

#[test]
fn what_is_pressed_is_at_least_24_points_wide_and_high() {
    for tab in Tab::ALL {
        for units in [false, true] {
            if units && tab != Tab::Plots {
                continue;
            }
            let window = window(WIDE, Lang::Es, vec![Command::Show(tab), Command::Units(units)]);
            let small: Vec<_> = targets(&window)
                .into_iter()
                .filter(|(_, rect)| whole(WIDE).contains_rect(*rect) && rect.width().min(rect.height()) < 23.9)
                .collect();
            assert_eq!(small, [], "{tab:?}");
        }
    }
}

/// How often the window says what the hint of a year says of the second area.
fn hints(window: &Harness<'_, Session>) -> usize {
    window.query_all_by_label_contains("2 Seguridad y salud en el trabajo: ").count()
}

fn year_2021<'w>(window: &'w Harness<'_, Session>) -> Node<'w> {
    window.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with("2021: ")))
}

#[test]
fn a_hint_goes_on_escape_and_nothing_else_does() {
    let mut window = window(SMALL, Lang::Es, vec![Command::Show(Tab::Plots)]);
    let before = hints(&window);
    let year = year_2021(&window);
    year.focus();
    window.run_steps(4);
    assert!(hints(&window) > before, "it comes with the focus");
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert_eq!(hints(&window), before, "it goes on Escape");
    let year = year_2021(&window);
    assert!(year.accesskit_node().is_focused(), "the focus stays");
    year.hover();
    window.run_steps(40);
    assert!(hints(&window) > before, "it comes under the pointer");
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert_eq!(hints(&window), before, "it goes on Escape");
}

#[test]
fn a_hint_under_the_pointer_goes_where_a_dialog_opens_over_it() {
    let mut window = window(SMALL, Lang::Es, vec![Command::Show(Tab::Plots)]);
    let before = hints(&window);
    let year = year_2021(&window);
    year.hover();
    window.run_steps(40);
    assert!(hints(&window) > before, "it comes under the pointer");
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.run_steps(6);
    assert!(window.query_by_role_and_label(Role::Dialog, "Exportar lo que se ve").is_some());
    assert_eq!(hints(&window), before, "it goes as the dialog opens");
}

#[test]
fn what_lies_over_a_narrow_view_is_a_dialog_and_goes_on_escape() {
    let select = Command::Select(Some(Selected::Project("accionnar".to_owned())));
    let mut window = window(SMALL, Lang::Es, vec![Command::Show(Tab::Projects), select]);
    window.state_mut().apply(Command::Do(Verb::ToggleFacets));
    window.run_steps(4);
    let open = |window: &Harness<'_, Session>, name: &str| window.query_by_role_and_label(Role::Dialog, name).is_some();
    assert!(open(&window, "Filtros") && open(&window, "Ficha"));
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert!(open(&window, "Filtros") && !open(&window, "Ficha"), "one after the other");
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert!(!open(&window, "Filtros"));
    assert_eq!(window.state().view.selected, None);
}

#[test]
fn escape_leaves_a_field_before_it_closes_what_the_field_is_in() {
    let mut window = window(SMALL, Lang::Es, vec![]);
    window.state_mut().apply(Command::Do(Verb::ToggleFacets));
    window.run_steps(3);
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_steps(3);
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.query_by_role_and_label(Role::Dialog, "Filtros").is_some());
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.query_by_role_and_label(Role::Dialog, "Filtros").is_none());
}

#[test]
fn headings_say_how_deep_they_stand() {
    for tab in Tab::ALL {
        let window = window(WIDE, Lang::Es, vec![Command::Show(tab)]);
        let without: Vec<_> = window
            .root()
            .children_recursive()
            .filter(|node| {
                node.accesskit_node().role() == Role::Heading && node.accesskit_node().data().level().is_none()
            })
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert!(without.is_empty(), "{tab:?}: {without:?}");
    }
}

#[test]
fn the_walk_covers_nothing_of_the_view() {
    let steps = [(TourStep::Money, "Proyectos: 23 filas"), (TourStep::Timeline, "Línea de tiempo: 23 proyectos")];
    for size in [SMALL, WIDE] {
        for (step, figure) in steps {
            let window = window(size, Lang::Es, vec![Command::Tour(Some(step))]);
            let title = window.state().words.t(step.title());
            let card = window.get_all_by_label(&title).map(|node| node.rect()).reduce(Rect::union).unwrap();
            let figure = window.get_by_label_contains(figure).rect();
            assert!(
                figure.height() > 150.0 && figure.bottom() < card.top(),
                "{step:?} at {size:?}: {figure:?}, {card:?}"
            );
        }
    }
    for step in TourStep::ALL {
        let window = window(LARGE_TEXT, Lang::Es, vec![Command::Tour(Some(step))]);
        for key in ["tour-previous", if step.next().is_some() { "tour-next" } else { "tour-end" }] {
            let button = window.get_by_label(&window.state().words.t(key)).rect();
            assert!(whole(LARGE_TEXT).contains_rect(button), "{step:?}: {key} {button:?}");
        }
    }
}

#[test]
fn the_areas_of_a_year_are_told_by_a_number_and_in_words() {
    let session = common::session(Lang::Es);
    let (answer, names) = (session.answer(), session.names());
    let plot = bar_plot(By::Year, Length::Money, session.view.spread, &answer, names, &session.document.index);
    let year = plot.bars.iter().find(|bar| bar.key.as_deref() == Some("2021")).unwrap();
    let marks: Vec<_> = year.parts.iter().filter_map(|part| part.look.mark()).collect();
    assert_eq!(marks, ["1", "2", "3", "4", "5", "6"]);
    assert!(year.told().contains("1 Trabajo infantil y forzoso: "), "{}", year.told());
    assert_eq!(Look::Plain.mark(), None);
    let window = window(WIDE, Lang::Es, vec![Command::Show(Tab::Plots)]);
    assert!(window.query_by_label("1 Trabajo infantil y forzoso").is_some(), "the key has the number");
}

/// Where the number of sources stands, which the totals end with.
fn end_of_totals(window: &Harness<'_, Session>) -> Rect {
    let sources = window.state().words.tf("status-sources", &[("n", 166_usize.into())]);
    let label = window
        .get_by(|node| node.role() == Role::Label && node.value().is_some_and(|value| value.starts_with(&sources)));
    label.rect()
}

#[test]
fn the_totals_have_room_in_a_narrow_window_and_are_scrolled_to_in_a_low_one() {
    let narrow = [700.0, 560.0];
    for lang in Lang::ALL {
        let told = end_of_totals(&window(narrow, lang, vec![Command::Show(Tab::Events)]));
        assert!(whole(narrow).contains_rect(told) && told.height() < 48.0, "{told:?}");
        for tab in [Tab::Overview, Tab::Projects] {
            let mut low = window(LARGE_TEXT, lang, vec![Command::Show(tab)]);
            let told = end_of_totals(&low);
            assert!(told.height() < 48.0, "{tab:?}: {told:?}");
            let amount = first_of_totals(low.state());
            low.query_all_by_role_and_label(Role::Button, &amount).last().unwrap().focus();
            low.run_steps(4);
            let button = low.query_all_by_role_and_label(Role::Button, &amount).last().unwrap();
            assert!(whole(LARGE_TEXT).contains_rect(button.rect()), "{tab:?}: {:?}", button.rect());
        }
    }
}

#[test]
fn what_tab_leads_to_is_scrolled_to() {
    let mut window = window(SMALL, Lang::Es, vec![Command::Show(Tab::Plots)]);
    let first = window.get_by(|node| {
        node.role() == Role::RadioButton && node.label().is_some_and(|label| label.ends_with("ritmo parejo"))
    });
    first.focus();
    window.run_steps(2);
    let mut reached = 0;
    for step in 0..40 {
        window.key_press(Key::Tab);
        window.run_steps(3);
        let has_focus = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.is_focused();
        let focused = window.root().children_recursive().find(|node| has_focus(&node.accesskit_node()));
        let Some(focused) = focused else { continue };
        reached += 1;
        let name = focused.accesskit_node().label().unwrap_or_default();
        assert!(whole(SMALL).contains_rect(focused.rect()), "step {step}, {name}: {:?}", focused.rect());
    }
    assert!(reached > 20, "{reached}");
}

#[test]
fn tab_leads_to_the_titles_of_columns_that_are_scrolled_away_and_they_come_into_sight() {
    for size in [LARGE_TEXT, [800.0, 500.0]] {
        let mut window = window(size, Lang::Es, vec![Command::Show(Tab::Projects)]);
        window.get_by_role(Role::Grid).focus();
        window.run_steps(3);
        let mut titles = 0;
        for _ in 0..24 {
            window.key_press(Key::Tab);
            window.run_steps(5);
            let is_title = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
                node.is_focused() && node.role() == Role::ColumnHeader
            };
            let focused = window.root().children_recursive().find(|node| is_title(&node.accesskit_node()));
            let Some(title) = focused else { break };
            titles += 1;
            let (rect, name) = (title.rect(), title.accesskit_node().label());
            assert!(
                whole(size).contains_rect(rect) && rect.width() > 40.0 && rect.height() > 24.0,
                "{name:?}: {rect:?}"
            );
        }
        assert_eq!(titles, window.state().settings.shown_columns().len(), "{size:?}");
    }
}

/// The first part of the totals: what was awarded, without a verb.
fn first_of_totals(session: &Session) -> String {
    let line = atalaya::figure::money_line(&session.answer(), session.names());
    line.spans.first().map(|span| span.text.clone()).unwrap()
}

#[test]
fn a_low_window_scrolls_the_whole_view() {
    for tab in [Tab::Overview, Tab::Plots, Tab::Questions] {
        let mut window = window(LARGE_TEXT, Lang::Es, vec![Command::Show(tab)]);
        let sentence = |window: &Harness<'_, Session>| {
            window.get_by_role_and_label(Role::Button, "2 sin monto publicado").rect().top()
        };
        let before = sentence(&window);
        window.key_press(Key::PageDown);
        window.run_steps(30);
        assert!(sentence(&window) < before - 100.0, "{tab:?}: {before} and {}", sentence(&window));
    }
}

#[test]
fn the_orders_of_lanes_and_the_buttons_beside_them_keep_apart() {
    for lang in Lang::ALL {
        for width in [512.0, 620.0, 820.0] {
            let window =
                window([width, 640.0], lang, vec![Command::Show(Tab::Timeline), Command::Do(Verb::ToggleFacets)]);
            let words = &window.state().words;
            let (end, minus) = (words.t("timeline-by-end"), words.t("timeline-zoom-out"));
            let choice = window.get_by(|node| {
                node.role() == Role::RadioButton && node.label().is_some_and(|label| label.ends_with(&end))
            });
            let minus = window.get_by_role_and_label(Role::Button, &minus);
            assert!(
                !choice.rect().expand(2.0).intersects(minus.rect()),
                "{width}: {:?} {:?}",
                choice.rect(),
                minus.rect()
            );
        }
    }
}

#[test]
fn what_is_cut_is_shown_whole_once() {
    let mut window = window(LARGE_TEXT, Lang::Es, vec![]);
    let about = window.state().document.portfolio.header.about.best(Lang::Es).map(|(text, _)| text.to_owned()).unwrap();
    window.get_by_role_and_label(Role::Paragraph, &about).hover();
    window.run_steps(40);
    let hints = window.query_all(egui_kittest::kittest::By::new().role(Role::Label).value(&about)).count();
    assert_eq!(hints, 1);
}

#[test]
fn a_screen_reader_hears_nothing_twice() {
    for tab in Tab::ALL {
        let mut session = common::session(Lang::Es);
        let first = session.document.portfolio.projects.iter().next().map(|project| project.id.clone()).unwrap();
        session.apply(Command::Show(tab));
        session.apply(Command::Select(Some(Selected::Project(first))));
        let mut window = common::frame_harness(WIDE, Theme::Light, session);
        window.run_steps(4);
        for node in window.root().children_recursive() {
            let node = node.accesskit_node();
            let (Some(name), Some(more)) = (node.label(), node.description()) else { continue };
            assert!(!name.contains(&more), "{tab:?}: {name:?} and {more:?}");
        }
    }
}

#[test]
fn what_is_ticked_or_chosen_is_told_with_what_it_is_of() {
    let form = window(WIDE, Lang::Es, vec![Command::Do(Verb::NewProject)]);
    form.get_by(|node| node.role() == Role::CheckBox && node.label().is_some_and(|l| l.ends_with(": Español")));
    let mut session = common::session(Lang::Es);
    session.apply(Command::Do(Verb::Palette));
    let mut window = common::frame_harness(WIDE, Theme::Light, session);
    window.run_steps(4);
    let options: Vec<_> = window.query_all_by_role(Role::ListBoxOption).collect();
    assert!(options.iter().all(|option| option.accesskit_node().toggled().is_none()), "a hit is no tick");
    assert!(options.iter().any(|option| option.accesskit_node().is_selected() == Some(true)));
    for tab in [Tab::Plots, Tab::Questions] {
        let window = self::window(WIDE, Lang::Es, vec![Command::Show(tab)]);
        let choices = window.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
        let bare: Vec<_> =
            choices.filter(|name| !name.contains(": ") && !["Español", "English"].contains(&name.as_str())).collect();
        assert_eq!(bare, Vec::<String>::new());
    }
}

#[test]
fn a_name_longer_than_the_window_pushes_nothing_out_of_it() {
    let mut session = common::session(Lang::Es);
    let Some(Entry::Project(mut project)) = session.entry(List::Projects, "senderos") else { panic!("senderos") };
    project.name.es = Some("Un nombre que no termina ".repeat(20));
    project.acronym = None;
    session.apply(Command::Edit(Edit::Put { entry: Entry::Project(project), goes_on: false }));
    session.apply(Command::Show(Tab::Projects));
    session.apply(Command::SetFilter(Filter::default().with(Field::Id, vec![Value::Key("senderos".to_owned())])));
    let mut window = common::frame_harness(SMALL, Theme::Light, session);
    window.run_steps(3);
    let right = |label: &str| window.get_by_label_contains(label).rect().right();
    assert!(right("Copiar tabla").max(right("Columnas")) <= SMALL[0], "the buttons of the table stay in the window");
    let link = window.query_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("elegido") && label.len() > 400)
    });
    assert!(link.is_some_and(|link| link.rect().right() <= SMALL[0]), "the name is told whole and cut for the eye");
}
