//! The details pane, the cards and the sources.
mod common;
use atalaya::model::Lang;
use atalaya::query::{By, Field, Value};
use atalaya::session::{CardOf, Command, Selected, Session};
use atalaya::ui;
use eframe::egui::{Theme, Ui};

#[test]
fn look() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let p = |id: &str| Command::Select(Some(Selected::Project(id.into())));
    let e = |id: &str| Command::Select(Some(Selected::Event(id.into())));
    let s = |id: &str| Command::Select(Some(Selected::Source(id.into())));
    let c = |of| Command::Card(Some(of));
    let detail = |ui: &mut Ui, s: &Session, o: &mut Vec<Command>| ui::detail::show(ui, s, o);
    let card = |ui: &mut Ui, s: &Session, o: &mut Vec<Command>| ui::card::show(ui, s, o);
    let sources = |ui: &mut Ui, s: &Session, o: &mut Vec<Command>| ui::sources::show(ui, s, o);
    type V = fn(&mut Ui, &Session, &mut Vec<Command>);
    let (detail, card, sources): (V, V, V) = (detail, card, sources);
    let (l, d) = (Theme::Light, Theme::Dark);
    let theme = Command::Choose(Field::Theme, vec![Value::Key("child-forced-labor".into())]);
    for (name, size, theme, lang, view, commands) in [
        ("d-accionnar", [376., 2900.], l, Lang::Es, detail, vec![p("accionnar")]),
        ("d-senderos", [316., 2900.], d, Lang::En, detail, vec![p("senderos")]),
        ("d-slle", [376., 2600.], l, Lang::Es, detail, vec![p("slle")]),
        ("d-gem", [476., 2300.], d, Lang::Es, detail, vec![p("gem")]),
        ("d-equal", [376., 2000.], l, Lang::En, detail, vec![p("equal-mexico")]),
        ("d-campos", [376., 2600.], l, Lang::Es, detail, vec![p("campos-de-esperanza")]),
        ("d-sustentar", [376., 2600.], l, Lang::Es, detail, vec![p("sustentar")]),
        ("d-small", [316., 420.], l, Lang::Es, detail, vec![p("path-domestic-work")]),
        ("d-event", [376., 800.], l, Lang::Es, detail, vec![e("honduras-exchange-2025-03-20")]),
        ("d-event2", [376., 800.], d, Lang::En, detail, vec![e("cde-interim-evaluation-2019-08-29")]),
        ("d-source", [376., 1600.], l, Lang::Es, detail, vec![s("ev-public-citizen-case")]),
        ("d-nothing", [376., 500.], l, Lang::Es, detail, vec![]),
        ("c-total", [1000., 900.], l, Lang::Es, card, vec![c(CardOf::Total)]),
        ("c-assigned", [1000., 1400.], d, Lang::Es, card, vec![theme.clone(), c(CardOf::Assigned)]),
        ("c-multi", [1000., 900.], l, Lang::En, card, vec![c(CardOf::MultiCountry)]),
        ("c-state", [1000., 900.], l, Lang::Es, card, vec![c(CardOf::Group(By::State, Some("MX-OAX".into())))]),
        ("c-nostate", [700., 480.], l, Lang::Es, card, vec![c(CardOf::Group(By::State, None))]),
        ("c-headline", [700., 900.], l, Lang::Es, card, vec![c(CardOf::Headline("senderos".into()))]),
        ("c-headline-none", [700., 480.], l, Lang::Es, card, vec![c(CardOf::Headline("sustentar".into()))]),
        ("c-reported", [1000., 700.], l, Lang::Es, card, vec![c(CardOf::Reported("stps-21-207".into()))]),
        ("c-endings", [1000., 900.], d, Lang::Es, card, vec![c(CardOf::Endings)]),
        ("c-which", [1000., 900.], l, Lang::Es, card, vec![c(CardOf::Which)]),
        ("c-which-en", [700., 480.], l, Lang::En, card, vec![c(CardOf::Which)]),
        ("s-1300", [1300., 900.], l, Lang::Es, sources, vec![]),
        ("s-700", [700., 480.], d, Lang::En, sources, vec![theme.clone()]),
        ("s-576", [576., 420.], l, Lang::Es, sources, vec![]),
    ] {
        if !name.contains(&only) {
            continue;
        }
        let mut session = common::session(lang);
        for command in commands {
            session.apply(command);
        }
        let mut h = common::view_harness(size, theme, session, view);
        h.run();
        if std::env::var("TOTALS").is_ok() {
            use egui_kittest::kittest::Queryable as _;
            h.get_all_by_label_contains(": 26 ").next().unwrap().click();
            h.run();
        }
        h.render().unwrap().save(format!("/tmp/look/{name}.png")).unwrap();
    }
}
