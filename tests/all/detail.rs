//! The details pane, the cards of figures and the view of the sources, as a person uses them.

use crate::common;
use atalaya::figure::card::{Card, assigned_card, endings_card, group_card, multi_card, total_card, which_card};
use atalaya::figure::facts::ahead;
use atalaya::model::Lang;
use atalaya::query::{By, Field, Spread, Value, groups};
use atalaya::session::{CardOf, Command, Effect, Selected, Session};
use atalaya::ui;
use eframe::egui::{Key, Theme, Ui, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn project(id: &str) -> Command {
    Command::Select(Some(Selected::Project(id.to_owned())))
}

/// The details, tall enough to have everything in sight.
fn detail(lang: Lang, commands: Vec<Command>) -> Harness<'static, Session> {
    let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::detail::show(ui, session, out);
    common::view_harness([392.0, 4000.0], Theme::Light, after(lang, commands), view)
}

fn card(lang: Lang, commands: Vec<Command>) -> Harness<'static, Session> {
    let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::card::show(ui, session, out);
    common::view_harness([900.0, 2400.0], Theme::Light, after(lang, commands), view)
}

fn sources(lang: Lang, commands: Vec<Command>) -> Harness<'static, Session> {
    let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::sources::show(ui, session, out);
    common::view_harness([1300.0, 700.0], Theme::Light, after(lang, commands), view)
}

fn after(lang: Lang, commands: Vec<Command>) -> Session {
    let mut session = common::session(lang);
    for command in commands {
        session.apply(command);
    }
    session
}

#[test]
fn the_details_say_what_lay_ahead_by_the_plan_and_accuse_nobody() {
    let h = detail(Lang::Es, vec![project("accionnar")]);
    h.get_by_label("24 meses por delante según el plan (40\u{a0}%), si terminó en marzo de 2025");
    h.get_by_label("13.00 millones de dólares, según 3 fuentes; atribuido por coincidencia");
    h.get_by_label_contains("Inferida: ninguna fuente lo nombra entre lo cancelado");
    h.get_by_label("Sectores: no publicados");
    let h = detail(Lang::En, vec![project("senderos")]);
    // The planned end is known to the month: so are the months ahead, at least and at most.
    h.get_by_label("14 to 15 months ahead by the plan (18 to 19%), if it ended in March 2025");
}

#[test]
fn nothing_lies_ahead_of_what_ended_before_or_by_the_cut_off() {
    let session = common::session(Lang::Es);
    let portfolio = &session.document.portfolio;
    for (id, expected) in [("equal-mexico", false), ("engage", false), ("gem", true), ("campos-de-esperanza", true)] {
        assert_eq!(ahead(&portfolio.projects.find(id).unwrap(), portfolio).is_some(), expected, "{id}");
    }
}

#[test]
fn a_translated_title_has_the_official_one_beside_it() {
    let h = detail(Lang::Es, vec![project("slle")]);
    h.get_by_label("traducción nuestra");
    h.get_by_label("Título oficial: Strengthening Labor Law Enforcement (en inglés)");
    let h = detail(Lang::En, vec![project("slle")]);
    assert!(h.query_by_label("our translation").is_none(), "the English title is the official one");
}

#[test]
fn what_nobody_published_is_named_and_is_not_zero() {
    let mut h = detail(Lang::Es, vec![project("sustentar")]);
    let figure = h.get_by_label_contains("Monto no publicado, no es cero");
    figure.click();
    h.run();
    assert_eq!(h.state().card, Some(CardOf::Headline("sustentar".to_owned())));
    let h = card(Lang::Es, vec![Command::Card(Some(CardOf::Headline("sustentar".to_owned())))]);
    h.get_by_label("Que no se haya publicado no quiere decir que fuera cero");
}

#[test]
fn a_source_is_opened_in_the_browser_on_a_click_only() {
    let mut h = detail(Lang::Es, vec![project("accionnar")]);
    assert_eq!(h.state_mut().take_effects(), []);
    let name = "Abrir en el navegador: El Mañana, sin fecha";
    h.get_all_by_label_contains(name).next().unwrap().click();
    h.run();
    let effects = h.state_mut().take_effects();
    assert!(matches!(effects.as_slice(), [Effect::Visit(url)] if url.contains("elmanana")), "{effects:?}");
}

#[test]
fn sources_that_disagree_stand_side_by_side() {
    let h = detail(Lang::Es, vec![project("senderos")]);
    h.get_by_label("Las fuentes no coinciden en lo otorgado");
    let figures = |text: &str| {
        h.query_all_by_label_contains(text).filter(|node| node.accesskit_node().role() == Role::Label).count()
    };
    assert!(figures("10.00 millones de dólares: US Department of Labor") == 1);
    assert!(figures("8.00 millones de dólares: US Department of Labor") == 1);
}

#[test]
fn one_goes_from_record_to_record() {
    let mut h = detail(Lang::Es, vec![project("accionnar")]);
    h.get_by_label("Registro siguiente").click();
    h.run();
    assert_ne!(h.state().view.selected, Some(Selected::Project("accionnar".to_owned())));
    h.get_by_label("Registro anterior").click();
    h.run();
    assert_eq!(h.state().view.selected, Some(Selected::Project("accionnar".to_owned())));
    h.get_by_label_contains("4 feb 2025: Lanzamiento del diplomado").click();
    h.run();
    assert!(matches!(h.state().view.selected, Some(Selected::Event(_))));
    h.get_by_role_and_label(Role::Button, "Construyendo un Enfoque Integral del Gobierno de México para Combatir el Trabajo Infantil y el Trabajo Forzoso").click();
    h.run();
    assert_eq!(h.state().view.selected, Some(Selected::Project("accionnar".to_owned())));
    h.get_by_label("Cerrar la ficha").click();
    h.run();
    assert_eq!(h.state().view.selected, None);
    h.get_by_label("Ningún registro elegido");
}

#[test]
fn a_source_shows_what_rests_on_it_and_filters() {
    let id = "ocft-dol-gommx";
    let mut h = detail(Lang::Es, vec![Command::Select(Some(Selected::Source(id.to_owned())))]);
    h.get_by_label_contains("Montos: Construyendo un Enfoque Integral");
    h.get_by_label("Filtrar por esta fuente").click();
    h.run();
    assert!(h.state().filter().has(Field::Source, &Value::Key(id.to_owned())));
    assert_eq!(h.state().answer().rows.len(), 1);
}

/// The records of a card sum to its figure.
fn adds_up(card: &Card, what: &str) {
    let Some(sum) = card.sum else { return };
    let records: i128 = card.records.iter().filter_map(|record| record.value).sum();
    assert_eq!(records, sum, "{what}");
}

#[test]
fn the_records_of_a_card_sum_to_its_figure() {
    let theme = Command::Choose(Field::Theme, vec![Value::Key("child-forced-labor".to_owned())]);
    for commands in [vec![], vec![theme]] {
        let session = after(Lang::Es, commands);
        let (answer, names, index) = (session.answer(), session.names(), &session.document.index);
        adds_up(&total_card(&answer, names, index), "total");
        adds_up(&assigned_card(&answer, names, index), "assigned");
        adds_up(&multi_card(&answer, names, index), "several countries");
        for by in By::ALL {
            for spread in [Spread::Award, Spread::Even] {
                let all = groups(&answer.rows, by, spread, index);
                let mut whole = 0;
                for group in &all {
                    let card = group_card(by, group.key.as_deref(), spread, &answer, names, index);
                    adds_up(&card, &format!("{by:?} {:?}", group.key));
                    whole += card.sum.unwrap_or(0);
                }
                assert_eq!(whole, answer.totals.sum, "{by:?}: the cards of all groups sum to the total");
            }
        }
    }
}

#[test]
fn a_card_confesses_what_the_figure_lacks() {
    let session = common::session(Lang::Es);
    let card = total_card(&session.answer(), session.names(), &session.document.index);
    assert_eq!(card.value, "152.65 mdd");
    assert!(card.lacks.contains(&"2 proyectos sin monto publicado".to_owned()));
    assert!(card.lacks.iter().any(|text| text.starts_with("3 de varios países: no se suman")));
    assert!(card.proves_not.contains(&"No es la lista de las 21 que se informaron como canceladas".to_owned()));
    let state = group_card(
        By::State,
        Some("MX-OAX"),
        Spread::Award,
        &session.answer(),
        session.names(),
        &session.document.index,
    );
    assert!(state.proves_not.iter().any(|text| text.starts_with("No es lo que llegó a Oaxaca")));
}

#[test]
fn nobody_is_said_to_be_one_of_the_reported_ones() {
    for lang in Lang::ALL {
        let session = common::session(lang);
        let (names, index) = (session.names(), &session.document.index);
        let which = which_card(names, index).unwrap();
        assert!(which.value.is_empty() && which.sum.is_none(), "the answer is no figure");
        assert_eq!(which.records.len(), 2, "only those that a source names");
        let said = which.copied(&atalaya::query::Filter::default(), names);
        assert!(said.contains(match lang {
            Lang::Es => "es casualidad",
            Lang::En => "is chance",
        }));
        let endings = endings_card(&session.answer(), names, index);
        assert!(endings.lead[0].contains("207.00"), "the other account is named beside it: {:?}", endings.lead);
        assert_eq!(endings.parts.len(), 4, "the four stay four");
    }
}

#[test]
fn a_card_is_read_copied_and_closed_by_keyboard() {
    let mut h = card(Lang::Es, vec![Command::Card(Some(CardOf::Total))]);
    assert!(h.get_by_label("Cerrar la tarjeta").accesskit_node().is_focused(), "the focus goes into the card");
    h.get_by_label("Copiar con fuente").click();
    h.run();
    let effects = h.state_mut().take_effects();
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    for part in ["152.65 millones de dólares", "Le falta: 2 proyectos", "Fuentes:\n- ", "datos al 24 nov 2026"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    h.get_by_label("Copiado");
    h.get_by_label("Proyecto Sustentar: no publicado");
    h.key_press(Key::Escape);
    h.run();
    assert_eq!(h.state().card, None);
}

#[test]
fn a_record_of_a_card_is_shown_when_clicked() {
    let mut h = card(Lang::Es, vec![Command::Card(Some(CardOf::Total))]);
    h.get_by_label("Una Cosecha Justa: 7.00 millones de dólares").click();
    h.run();
    assert_eq!(h.state().view.selected, Some(Selected::Project("una-cosecha-justa".to_owned())));
    assert_eq!(h.state().card, None);
}

#[test]
fn a_card_stays_within_a_small_window() {
    let view = |ui: &mut Ui, session: &Session, out: &mut Vec<Command>| ui::card::show(ui, session, out);
    let session = after(Lang::Es, vec![Command::Card(Some(CardOf::Total))]);
    let h = common::view_harness([560.0, 420.0], Theme::Dark, session, view);
    let close = h.get_by_label("Cerrar la tarjeta").rect();
    assert!(close.top() >= 0.0 && close.right() <= 560.0, "{close:?}");
}

#[test]
fn sources_are_sorted_selected_and_walked_by_arrows() {
    let mut h = sources(Lang::Es, vec![]);
    h.get_by_label(
        "45 de quien financia · 30 de quien los tiene a cargo · 10 de gobierno · 58 de prensa · 23 de otras",
    );
    h.get_by_label("Proyectos, sin ordenar").click();
    h.run();
    h.get_by_label("Proyectos, orden descendente");
    h.get_by_label_contains("Fila 1 de 166").click();
    h.run();
    let first = h.state().view.selected.clone();
    assert!(matches!(first, Some(Selected::Source(_))), "{first:?}");
    h.key_press(Key::ArrowDown);
    h.run();
    let second = h.state().view.selected.clone();
    assert!(matches!(second, Some(Selected::Source(_))) && second != first);
}

#[test]
fn a_filter_narrows_the_sources_until_one_asks_for_all() {
    let filter = Command::Choose(Field::Id, vec![Value::Key("accionnar".to_owned())]);
    let mut h = sources(Lang::Es, vec![filter]);
    assert!(h.query_by_label_contains("de 166:").is_none());
    h.get_by_label_contains("Solo las de este conjunto (").click();
    h.run();
    assert!(h.query_all_by_label_contains("Fila 1 de 166").next().is_some());
}

#[test]
fn a_reported_total_opens_its_card() {
    let mut h = sources(Lang::Es, vec![]);
    h.get_by_label("Ver: 26 totales informados").click();
    h.run();
    h.get_by_label_contains("Fila 1 de 26").click();
    h.run();
    assert_eq!(h.state().card, Some(CardOf::Reported("stps-21-207".to_owned())));
}

/// Interactive nodes without a name.
fn nameless(h: &Harness<'_, Session>) -> Vec<String> {
    let interactive = [Role::Button, Role::Link, Role::CheckBox, Role::RadioButton, Role::ColumnHeader, Role::Grid];
    let nodes = h.root().children_recursive().filter(|node| interactive.contains(&node.accesskit_node().role()));
    let nodes: Vec<_> = nodes.collect();
    assert!(nodes.len() > 2, "the tree was not walked");
    let without =
        nodes.into_iter().filter(|node| node.accesskit_node().label().is_none_or(|label| label.trim().is_empty()));
    without.map(|node| format!("{node:?}")).collect()
}

#[test]
fn everything_that_can_be_clicked_has_a_name() {
    let cards = [
        CardOf::Total,
        CardOf::MultiCountry,
        CardOf::Group(By::Year, Some("2022".to_owned())),
        CardOf::Headline("senderos".to_owned()),
        CardOf::Reported("stps-21-207".to_owned()),
        CardOf::Endings,
        CardOf::Which,
    ];
    for of in cards {
        assert_eq!(nameless(&card(Lang::Es, vec![Command::Card(Some(of.clone()))])), [""; 0], "{of:?}");
    }
    assert_eq!(nameless(&sources(Lang::En, vec![])), [""; 0]);
    let event = Selected::Event("honduras-exchange-2025-03-20".to_owned());
    let source = Selected::Source("ev-public-citizen-case".to_owned());
    for selected in [Selected::Project("accionnar".to_owned()), event, source] {
        assert_eq!(nameless(&detail(Lang::Es, vec![Command::Select(Some(selected))])), [""; 0]);
    }
}

#[test]
fn every_record_can_be_shown_in_both_languages() {
    for lang in Lang::ALL {
        let mut h = detail(lang, vec![]);
        let portfolio = h.state().document.portfolio.clone();
        let projects = portfolio.projects.iter().map(|record| Selected::Project(record.id.clone()));
        let events = portfolio.events.iter().map(|record| Selected::Event(record.id.clone()));
        let sources = portfolio.sources.iter().step_by(5).map(|record| Selected::Source(record.id.clone()));
        for selected in projects.chain(events).chain(sources) {
            h.state_mut().apply(Command::Select(Some(selected.clone())));
            h.run();
            let unsaid = h.query_all_by_label_contains("⟦").count();
            assert_eq!(unsaid, 0, "a message is missing for {selected:?}");
        }
    }
}
