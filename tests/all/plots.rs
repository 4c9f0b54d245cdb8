//! The view of the plots, as a person uses it: what is read, clicked and shown as tables, and that it adds up.

use std::sync::Arc;

use crate::common::{self, told};
use atalaya::figure::{BarPlot, Length, UnitsBy, bar_plot, tile_map, unit_chart};
use atalaya::format::Read;
use atalaya::model::{Lang, Projects, Role as Part};
use atalaya::query::{By, Field, Filter, Spread, Value};
use atalaya::session::{CardOf, Command, Document, Measure, Origin, Session, Tab};
use atalaya::ui;
use eframe::egui::{Key, Theme, Ui, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};

const BYS: [By; 5] = [By::Theme, By::Year, By::Implementer, By::State, By::Ending];
/// Sets of every kind: all, by theme, by state, only unknown amounts, only several countries.
const FILTERS: [&str; 5] = ["", "theme:child-forced-labor", "state:MX-CHP", "amount:?", "scope:multi-country"];

/// The view, tall enough to have everything in sight.
fn plots(width: f32, lang: Lang, commands: Vec<Command>) -> Harness<'static, Session> {
    let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::plots::show(ui, session, out);
    common::view_harness([width, 3200.0], Theme::Light, after(lang, commands), view)
}

fn after(lang: Lang, commands: Vec<Command>) -> Session {
    let mut session = common::session(lang);
    for command in commands {
        session.apply(command);
    }
    session
}

fn typed(text: &str) -> Vec<Command> {
    vec![Command::Type(text.to_owned()), Command::CommitTyped]
}

fn figure(by: By, length: Length, session: &Session) -> BarPlot {
    bar_plot(by, length, session.view.spread, &session.answer(), session.names(), &session.document.index)
}

/// The button whose name holds this; a figure's name holds the words of its bars too.
fn button<'t>(window: &'t Harness<'_, Session>, name: &'t str) -> Node<'t> {
    window.get(by().role(Role::Button).label_contains(name))
}

// Sums.

#[test]
fn every_plot_sums_to_the_total_of_the_sentence() {
    for filter in FILTERS {
        for spread in [Spread::Award, Spread::Even] {
            let mut session = after(Lang::Es, typed(filter));
            session.apply(Command::Spread(spread));
            assert!(!session.answer().rows.is_empty() && session.typed_notes().is_empty(), "{filter}");
            for by in BYS {
                let plot = figure(by, Length::Money, &session);
                let groups: i128 = plot.bars.iter().filter_map(|bar| bar.group.amount).sum();
                let drawn: i128 = plot.bars.iter().map(atalaya::figure::BarFigure::length).sum();
                assert_eq!(groups, session.answer().totals.sum, "{filter} {by:?} {spread:?}");
                assert_eq!(drawn, groups, "what is drawn, {filter} {by:?} {spread:?}");
            }
        }
    }
}

#[test]
fn what_we_split_is_a_part_of_its_own_and_is_said() {
    let session = common::session(Lang::Es);
    let plot = figure(By::Theme, Length::Money, &session);
    for bar in &plot.bars {
        let assumed: i128 = bar.parts.iter().filter(|part| part.assumed).map(|part| part.value).sum();
        assert_eq!(assumed, bar.group.assumed, "{}", bar.label);
        assert_eq!(assumed > 0, bar.spoken.contains("divididos en partes iguales por nosotros"), "{}", bar.spoken);
    }
    assert!(plot.bars.iter().any(|bar| bar.group.assumed > 0));
    assert!(plot.unit.contains("punteado: dividido en partes iguales"), "{}", plot.unit);
}

#[test]
fn nothing_unknown_is_drawn_or_said_as_zero() {
    let session = after(Lang::Es, typed("amount:?"));
    for by in BYS {
        for bar in figure(by, Length::Money, &session).bars {
            assert!(bar.is_unknown() && bar.parts.is_empty(), "{by:?} {}", bar.label);
            assert!(bar.text.starts_with("monto no publicado"), "{}", bar.text);
        }
    }
    let window = plots(1000.0, Lang::Es, typed("amount:?"));
    let zeros: Vec<_> = told(&window).into_iter().filter(|text| text.contains("0.00")).collect();
    assert!(zeros.is_empty(), "{zeros:?}");
}

#[test]
fn a_year_without_a_project_is_a_gap() {
    let session = after(Lang::Es, typed("state:MX-CHP"));
    let years: Vec<_> = figure(By::Year, Length::Money, &session).bars.into_iter().filter_map(|bar| bar.key).collect();
    assert_eq!(years, ["2021", "2023"]);
    let window = plots(1000.0, Lang::Es, typed("state:MX-CHP"));
    assert!(!told(&window).iter().any(|text| text.starts_with("2022:")));
}

// Clicks and keys.

#[test]
fn a_bar_is_clicked_to_filter_and_clicked_again_to_take_the_filter_off() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    button(&window, "Justicia y conciliación laboral: 20.00 millones de dólares, 3 proyectos").click();
    window.run();
    let names = |session: &Session| {
        let chosen = session.filter().values(Field::Theme).to_vec();
        chosen.iter().map(|value| session.names().value(Field::Theme, value)).collect::<Vec<_>>()
    };
    assert_eq!(names(window.state()), ["Justicia y conciliación laboral"]);
    button(&window, "Justicia y conciliación laboral: 20.00 millones de dólares, 3 proyectos").click();
    window.run();
    assert!(window.state().filter().is_empty());
}

#[test]
fn the_keyboard_reaches_a_bar_and_enter_filters_by_it() {
    for key in [Key::Enter, Key::Space] {
        let mut window = plots(1000.0, Lang::En, vec![]);
        button(&window, "World Vision: 19.00").focus();
        window.run();
        window.key_press(key);
        window.run();
        assert_eq!(window.state().filter().values(Field::Implementer).len(), 1, "{key:?}");
    }
}

#[test]
fn tab_goes_from_bar_to_bar() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    button(&window, "Partners of the Americas: 20.00").focus();
    window.run();
    window.key_press(Key::Tab);
    window.run();
    assert!(button(&window, "World Vision: 19.00").is_focused());
}

#[test]
fn a_year_a_state_and_an_ending_filter_by_their_value() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    button(&window, "2021: 48.66 millones de dólares").click();
    window.run();
    assert_eq!(window.state().filter().values(Field::Year), [Value::Years(Some(2021), Some(2021))]);
    let mut window = plots(1000.0, Lang::Es, vec![]);
    button(&window, "Chiapas: 2 proyectos; monto total de los proyectos que la mencionan").click();
    window.run();
    assert_eq!(window.state().filter().values(Field::State), [Value::Key("MX-CHP".to_owned())]);
    let mut window = plots(1000.0, Lang::Es, vec![]);
    button(&window, "Terminó antes: 11.25 millones de dólares").click();
    window.run();
    assert_eq!(window.state().filter().values(Field::Ending), [Value::Key("before".to_owned())]);
}

#[test]
fn what_publishes_no_state_is_a_click_away() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    window.get_by_label("9 proyectos no publican entidades").click();
    window.run();
    assert_eq!(window.state().filter().values(Field::State), [Value::Missing]);
    assert_eq!(window.state().answer().rows.len(), 9);
}

#[test]
fn what_the_filter_chooses_is_told_as_chosen() {
    let choose = vec![Command::Toggle(Field::State, Value::Key("MX-CHP".to_owned()))];
    let window = plots(1000.0, Lang::Es, choose);
    let chosen = |label: &str| {
        let node = button(&window, label);
        format!("{:?}", node.accesskit_node().toggled())
    };
    assert_ne!(chosen("Chiapas: 2 proyectos;"), chosen("San Luis Potosí: 1 proyecto;"));
}

#[test]
fn the_other_button_opens_the_card_of_the_figure() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    button(&window, "Verité: 14.40 millones de dólares").click_secondary();
    window.run();
    window.get_by_label("Cómo se hizo esta cifra").click();
    window.run();
    let card = window.state().card.clone();
    assert!(matches!(&card, Some(CardOf::Group(By::Implementer, Some(_)))), "{card:?}");
    assert!(window.state().filter().is_empty(), "opening a card filters nothing");
}

// Controls.

#[test]
fn one_control_switches_every_plot_between_money_and_projects() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    window.get_by_label("Ver: Número de proyectos").click();
    window.run();
    assert_eq!(window.state().view.measure, Measure::Projects);
    for title in ["Proyectos por área temática", "Proyectos por año", "Proyectos por entidad federativa"] {
        assert!(told(&window).iter().any(|text| text.starts_with(title)), "{title}");
    }
    window.get_by_label("Ver: Monto otorgado").click();
    window.run();
    assert_eq!(window.state().view.measure, Measure::Money);
}

#[test]
fn the_even_spread_is_named_an_estimate_where_it_shows() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    window.get_by_label("Por año: Estimación a ritmo parejo").click();
    window.run();
    assert_eq!(window.state().view.spread, Spread::Even);
    window.get_by_label_contains("Por año: estimación a ritmo parejo, mdd");
    window.get_by_label(
        "Reparto parejo en los meses previstos; de ninguno de los que se suman se conoce lo gastado en su misma moneda",
    );
}

#[test]
fn the_plots_are_shown_as_tables_and_back() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    window.get_by_label("Ver como tabla").click();
    window.run();
    assert!(window.state().view.as_table);
    let totals: Vec<_> = told(&window).into_iter().filter(|text| text == "152,650,000").collect();
    assert_eq!(totals.len(), 5, "each of the five plots has its total");
    window.get_by_label("Ver como gráfica").click();
    window.run();
    assert!(!window.state().view.as_table);
}

#[test]
fn a_name_in_a_table_filters_as_its_bar_does() {
    let mut window = plots(1000.0, Lang::Es, vec![Command::AsTable(true)]);
    button(&window, "Entidad no publicada: 48.00 millones de dólares").click();
    window.run();
    assert_eq!(window.state().filter().values(Field::State), [Value::Missing]);
}

#[test]
fn the_money_of_a_state_is_said_not_to_have_reached_it() {
    let window = plots(1000.0, Lang::Es, vec![]);
    window.get_by_label("No es lo que llegó a cada entidad: un proyecto cuenta entero en todas las que menciona");
    window.get_by_label_contains("17.40 millones de dólares; no es lo que llegó a Chiapas");
}

#[test]
fn nothing_matches_and_the_way_out_is_offered() {
    let mut window = plots(700.0, Lang::Es, typed("zzzz"));
    window.get_by_label("Quitar filtros").click();
    window.run();
    assert!(window.state().filter().is_empty());
    button(&window, "World Vision: 19.00");
}

#[test]
fn a_long_list_shows_twelve_and_opens_to_all() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    let session = window.state_mut();
    let mut portfolio = (*session.document.portfolio).clone();
    let all: Vec<String> = portfolio.organizations.iter().map(|one| one.id.clone()).collect();
    let projects = portfolio.projects.listed().unwrap().iter().cloned().zip(&all).map(|(mut project, id)| {
        let carries = project.organizations.iter_mut().filter(|part| part.role == Part::Implementing).take(1);
        carries.for_each(|part| part.organization.clone_from(id));
        project
    });
    portfolio.projects = Projects::new(projects.collect());
    session.document = Document::new(Read::of(portfolio), Origin::Embedded, 99);
    session.apply(Command::Measure(Measure::Projects));
    window.run();
    let bars = figure(By::Implementer, Length::Projects, window.state()).bars;
    assert!(bars.len() > 12, "{}", bars.len());
    let last = bars.last().unwrap().spoken.clone();
    assert!(window.query_by_label(&last).is_none());
    window.get_by_label(&format!("{} más…", bars.len() - 12)).click();
    window.run();
    window.get_by_label(&last);
    window.get_by_label("Menos").click();
    window.run();
    assert!(window.query_by_label(&last).is_none());
}

#[test]
fn figures_are_fresh_after_two_commands_in_one_frame() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    for _ in 0..12 {
        for states in [["MX-CHP", "MX-SLP"], ["MX-JAL", "MX-OAX"]] {
            for state in states {
                let state = vec![Value::Key(state.to_owned())];
                window.state_mut().apply(Command::Choose(Field::State, state));
            }
            window.run();
            let expected = figure(By::Implementer, Length::Money, window.state()).summary;
            let shown = told(&window);
            assert!(shown.contains(&expected), "{} shows figures of another set", window.state().filter());
        }
    }
}

// What a screen reader is told.

#[test]
fn every_plot_says_everything_and_names_everything_in_both_languages() {
    let controls = [Role::Button, Role::RadioButton, Role::Figure, Role::Link, Role::Heading, Role::RowHeader];
    for lang in Lang::ALL {
        for (measure, table) in [(Measure::Money, false), (Measure::Projects, false), (Measure::Money, true)] {
            for filter in FILTERS {
                let mut commands = typed(filter);
                commands.extend([Command::Measure(measure), Command::AsTable(table)]);
                let window = plots(1000.0, lang, commands);
                let broken: Vec<_> =
                    told(&window).into_iter().filter(|text| text.contains('⟦') || text.contains("{$")).collect();
                assert!(broken.is_empty(), "{lang:?} {measure:?} {filter}: {broken:?}");
                for node in window.root().children_recursive().filter(|n| controls.contains(&n.accesskit_node().role()))
                {
                    let named = node.accesskit_node().label().is_some_and(|label| !label.trim().is_empty());
                    assert!(named, "{lang:?} {filter}: a nameless {node:?}");
                }
            }
        }
    }
}

#[test]
fn each_plot_sums_itself_up_in_one_name() {
    let window = plots(1000.0, Lang::Es, vec![]);
    let nodes = window.root().children_recursive();
    let figures: Vec<_> = nodes.filter(|node| node.accesskit_node().role() == Role::Figure).collect();
    assert_eq!(figures.len(), 5, "theme, year, states, implementer, ending");
}

#[test]
fn the_overview_has_the_plot_by_theme_alone() {
    let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::plots::themes(ui, session, out, 33.0);
    let mut window = common::view_harness([640.0, 420.0], Theme::Dark, common::session(Lang::Es), view);
    assert!(!told(&window).iter().any(|text| text.contains("World Vision")));
    button(&window, "Trabajo infantil y forzoso: 40.40").click();
    window.run();
    assert_eq!(window.state().filter().values(Field::Theme).len(), 1);
}

#[test]
fn a_cell_does_not_say_unpublished_of_what_is_only_not_added() {
    let session = after(Lang::Es, typed("scope:multi-country"));
    let known = session.answer().rows.iter().all(|row| session.document.index.rows[*row].headline.is_some());
    let window = plots(1000.0, Lang::Es, typed("scope:multi-country"));
    let claims: Vec<_> = told(&window).into_iter().filter(|text| text.contains("monto no publicado")).collect();
    assert!(claims.is_empty() || !known, "{claims:?}");
}

#[test]
fn the_height_of_a_year_is_its_number_of_projects() {
    let session = common::session(Lang::Es);
    for bar in figure(By::Year, Length::Projects, &session).bars {
        assert_eq!(bar.length(), bar.group.projects as i128, "{}", bar.text);
    }
}

#[test]
fn a_bar_of_the_even_spread_does_not_lead_to_an_empty_set() {
    let mut session = after(Lang::Es, vec![Command::Spread(Spread::Even)]);
    for bar in figure(By::Year, Length::Money, &session).bars {
        session.apply(Command::SetFilter(Filter::default()));
        session.apply(Command::Choose(bar.target.0, vec![bar.target.1]));
        assert!(!session.answer().rows.is_empty(), "{} has a bar and leads to nothing", bar.label);
    }
}

#[test]
fn the_total_row_has_the_number_of_the_sentence() {
    let window = plots(1000.0, Lang::Es, vec![Command::AsTable(true)]);
    let country = window.state().answer().totals.country.to_string();
    let total = window.get_all_by_label_contains("Total del conjunto").next().unwrap().rect();
    let nodes = window.root().children_recursive();
    let beside: Vec<_> = nodes
        .filter(|node| node.accesskit_node().role() == Role::Label)
        .filter(|node| (node.rect().center().y - total.center().y).abs() < 6.0)
        .filter_map(|node| node.accesskit_node().value())
        .collect();
    assert!(beside.contains(&country), "{country} is not among {beside:?}");
}

#[test]
fn a_table_has_room_in_a_narrow_view() {
    let window = plots(560.0, Lang::Es, vec![Command::AsTable(true)]);
    for node in window.get_all_by_label("Sin monto") {
        assert!(node.rect().right() <= 560.0, "ends at {}", node.rect().right());
    }
}

#[test]
fn every_plot_is_shown_as_a_table() {
    let window = plots(1000.0, Lang::Es, vec![Command::AsTable(true)]);
    assert!(!told(&window).iter().any(|text| text.starts_with("Celda vacía")));
}

#[test]
fn a_tile_says_what_its_amount_lacks() {
    let session = common::session(Lang::Es);
    let map = tile_map(&session.answer(), session.names(), &session.document.index).unwrap();
    let tile = map.tiles.iter().find(|tile| tile.key == "MX-SLP").unwrap();
    assert!(tile.spoken.contains("1 sin monto publicado"), "{}", tile.spoken);
}

#[test]
fn focus_shows_what_hover_shows() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    let said =
        |window: &Harness<'_, Session>| told(window).into_iter().filter(|t| t.starts_with("2021: 48.66")).count();
    let before = said(&window);
    button(&window, "2021: 48.66 millones de dólares").focus();
    window.run();
    let focused = said(&window);
    button(&window, "2021: 48.66 millones de dólares").hover();
    window.run_steps(40);
    assert!(said(&window) > before, "hover shows nothing either");
    assert!(focused > before, "hover shows it, focus does not");
}

#[test]
fn a_cell_is_taken_off_by_a_second_click() {
    let mut window = plots(1000.0, Lang::Es, vec![]);
    for _ in 0..2 {
        button(&window, "Trabajo infantil y forzoso, 2021:").click();
        window.run();
    }
    assert!(window.state().filter().is_empty(), "{}", window.state().filter());
}

#[test]
fn the_title_by_year_says_which_years_also_for_projects() {
    let title = |spread| {
        let session = after(Lang::Es, vec![Command::Spread(spread)]);
        figure(By::Year, Length::Projects, &session).title
    };
    assert_ne!(title(Spread::Award), title(Spread::Even));
}

#[test]
fn the_even_spread_is_not_told_as_equal_parts() {
    let session = after(Lang::Es, vec![Command::Spread(Spread::Even)]);
    for bar in figure(By::Year, Length::Money, &session).bars {
        assert!(!bar.spoken.contains("partes iguales"), "{}", bar.spoken);
    }
}

#[test]
fn a_bar_says_which_of_its_projects_are_not_in_its_money() {
    let session = common::session(Lang::Es);
    let index = Arc::clone(&session.document.index);
    for bar in figure(By::Theme, Length::Money, &session).bars {
        let rows = (0..index.rows.len()).collect::<Vec<_>>();
        let rows = atalaya::query::group_parts(&rows, By::Theme, Spread::Award, bar.group.key.as_deref(), &index);
        let counted = rows.iter().filter(|(row, _)| index.rows[*row].counted().is_some()).count();
        let lacking = bar.group.projects - counted - bar.group.without_amount;
        assert!(lacking == 0 || bar.spoken.contains("varios países"), "{lacking} are not told: {}", bar.spoken);
    }
}

#[test]
fn what_is_clicked_is_high_enough() {
    let window = plots(1000.0, Lang::Es, vec![]);
    let rect = button(&window, "9 proyectos no publican entidades").rect();
    assert!(rect.height() >= 24.0, "{}", rect.height());
}

#[test]
fn the_map_of_tiles_stays_within_its_card() {
    let window = plots(1000.0, Lang::Es, vec![]);
    let nodes = window.root().children_recursive();
    let widths: Vec<_> = nodes
        .filter(|node| node.accesskit_node().role() == Role::Figure && node.rect().left() < 100.0)
        .map(|node| node.rect().right())
        .collect();
    assert!(widths.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 1.0), "{widths:?}");
}

#[test]
fn a_figure_is_summed_up_in_whole_words() {
    let summary = figure(By::Theme, Length::Money, &common::session(Lang::Es)).summary;
    assert!(!summary.contains("mdd") && !summary.contains("proy."), "{summary}");
}

/// Whatever the grouping: each project is one mark, and the groups sum to the total.
#[test]
fn each_project_is_one_mark_wherever_it_stands() {
    let session = common::session(Lang::Es);
    let (answer, index) = (session.answer(), &session.document.index);
    for by in UnitsBy::ALL {
        let chart = unit_chart(by, &answer, session.names(), index);
        let mut ids: Vec<_> = chart.groups.iter().flat_map(|group| &group.units).map(|unit| unit.id.clone()).collect();
        ids.sort();
        let mut all: Vec<_> = session.document.portfolio.projects.iter().map(|project| project.id.clone()).collect();
        all.sort();
        assert_eq!(ids, all, "{by:?}");
        let sum: i128 = chart.groups.iter().map(|group| group.amount).sum();
        assert_eq!(sum, answer.totals.sum, "{by:?}");
        let hollow = chart.groups.iter().flat_map(|group| &group.units).filter(|unit| unit.amount.is_none());
        assert_eq!(hollow.count(), 5, "{by:?}: two unpublished, three of several countries");
    }
}

#[test]
fn a_mark_keeps_its_name_and_its_selection_while_it_moves() {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Show(Tab::Plots));
    session.apply(Command::Units(true));
    let mut harness = common::frame_harness([1366.0, 900.0], Theme::Light, session);
    let gem = "GEM: 10.00 millones de dólares. En varias áreas";
    harness.get_by_label(gem).click();
    harness.run_steps(3);
    assert_eq!(harness.state().view.selected, Some(atalaya::session::Selected::Project("gem".to_owned())));
    let before = harness.get_by_label(gem).rect().center();
    harness.get_by_label("Por: cómo terminó").click();
    harness.step();
    harness.step();
    harness.step();
    let named = "GEM: 10.00 millones de dólares. Con nombre en una fuente";
    let on_its_way = harness.get_by_label(named).rect().center();
    harness.run_steps(60);
    let there = harness.get_by_label(named).rect().center();
    assert!(there.distance(before) > 20.0 && on_its_way.distance(there) > 1.0, "{before} {on_its_way} {there}");
    assert_eq!(harness.state().view.selected, Some(atalaya::session::Selected::Project("gem".to_owned())));
    // With less motion it is there at once.
    harness.state_mut().apply(Command::Do(atalaya::session::Verb::LessMotion));
    harness.run_steps(2);
    harness.get_by_label("Por: área temática").click();
    harness.run_steps(4);
    let at_once = harness.get_by_label(gem).rect().center();
    harness.run_steps(30);
    assert_eq!(harness.get_by_label(gem).rect().center(), at_once);
}
