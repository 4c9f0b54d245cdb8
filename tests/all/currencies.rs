//! Money in several currencies: what does not count is told by its figure and its currency, in every view, and is never
//! called unpublished or zero.

use atalaya::figure::card::{endings_card, total_card};
use atalaya::figure::{Length, Names, SpanAction, account, bar_plot, money_line, no_sum, sentence, shortfall};
use atalaya::format;
use atalaya::i18n::Words;
use atalaya::model::{Lang, Portfolio};
use atalaya::query::{Answer, By, Index, Spread, parse};
use atalaya::session::Tab;
use atalaya::ui;
use eframe::egui::{Theme, Ui};
use egui_kittest::kittest::Queryable as _;

use crate::common;

/// Records of dollars, pesos and euros, of one country and of two.
const MIXED: &str = r#"(
    schema: 1, title: (es: "Monedas"), country: "MX", currency: "USD", language: es,
    cutoff: (date: "2025-03", label: (es: "corte"), sources: ["s"]),
    themes: [(id: "t1", name: (es: "Uno")), (id: "t2", name: (es: "Dos")), (id: "t3", name: (es: "Tres"))],
    places: [(id: "MX", name: (es: "México")), (id: "HN", name: (es: "Honduras"))],
    sources: [(id: "s", title: "S", publisher: "S", kind: funder)],
    reported_totals: [(id: "r", reported_by: (es: "Alguien"), count: 3, value: 9000000, covers: (es: "todo"), country: "MX", measures: "cancelled assistance", source: "s")],
    projects: [
        (id: "dollars", name: (es: "En dólares"), start: "2022", planned_end: "2026", themes: [(theme: "t1")], ending: (kind: named, sources: ["s"]),
         amounts: [(kind: award, value: 1000000, source: "s"), (kind: expenditure, value: 8000000, currency: "MXN", source: "s")]),
        (id: "pesos", name: (es: "En pesos"), start: "2022", planned_end: "2027", themes: [(theme: "t2")], ending: (kind: named, sources: ["s"]),
         amounts: [(kind: award, value: 20000000, currency: "MXN", source: "s"), (kind: disbursement, value: 5000000, currency: "MXN", source: "s"), (kind: expenditure, value: 3, source: "s")]),
        (id: "spent", name: (es: "Gastado"), start: "2022", planned_end: "2026", themes: [(theme: "t3")], ending: (kind: named, sources: ["s"]),
         amounts: [(kind: expenditure, value: 700000, source: "s")]),
        (id: "two", name: (es: "De dos"), scope: multi_country, countries: ["MX", "HN"], start: "2022", planned_end: "2026", themes: [(theme: "t2")],
         ending: (kind: implied, sources: ["s"]), amounts: [(kind: award, value: 2000000, currency: "EUR", source: "s")]),
    ],
)"#;

fn mixed() -> Portfolio {
    format::read_ron(MIXED.as_bytes()).unwrap().portfolio
}

/// Shows what a set of these records says, to a test.
fn with(filter: &str, test: impl FnOnce(&Answer, Names<'_>, &Index)) {
    let (portfolio, words) = (mixed(), Words::new(Lang::Es));
    let index = Index::of(&portfolio);
    let answer = Answer::to(&parse(filter, &index.vocabulary).unwrap(), &portfolio, &index);
    test(&answer, Names::new(&portfolio, &words), &index);
}

#[test]
fn a_sum_of_nothing_is_said_and_is_no_zero() {
    for (filter, none) in [
        ("id:spent", "ningún monto publicado"),
        ("id:two", "ningún monto que se sume"),
        ("id:pesos", "ningún monto que se sume"),
    ] {
        with(filter, |answer, names, index| {
            let account = account(answer, names, index).unwrap();
            assert_eq!((account.records, account.parts.len()), (None, 0));
            for said in [&account.records_text, &account.records_spoken] {
                assert!(said.ends_with(none) && !said.contains("0.00") && !said.contains('='), "{said}");
            }
            let none = no_sum(&answer.totals, names);
            assert_eq!(total_card(answer, names, index).value, none);
            assert_eq!(endings_card(answer, names, index).value, none, "the report's table has it from here");
        });
    }
    with("", |answer, names, index| {
        let account = account(answer, names, index).unwrap();
        assert_eq!(account.records, Some(100_000_000));
        assert!(account.records_text.ends_with("1.00 mdd ="), "{}", account.records_text);
    });
}

#[test]
fn the_overview_shows_no_bar_of_nothing() {
    let mut session = common::session(Lang::Es);
    session.apply(atalaya::session::Command::SetFilter(parse("monto:?", &session.document.index.vocabulary).unwrap()));
    common::settle(&mut session);
    session.apply(atalaya::session::Command::Show(Tab::Overview));
    let view = |ui: &mut Ui, session: &atalaya::session::Session, out: &mut Vec<atalaya::session::Command>| {
        ui::overview::show(ui, session, out);
    };
    let harness = common::view_harness([1300.0, 900.0], Theme::Light, session, view);
    assert!(harness.query_all_by_label_contains("0.00 mdd =").next().is_none());
    harness.get_by_label_contains("(no es parte de la de arriba): ningún monto publicado");
}

#[test]
fn what_was_spent_or_awarded_in_another_currency_is_told_in_it() {
    with("", |answer, names, index| {
        let told = shortfall(answer, By::Theme, names, index);
        let spoken = |id: &str| told.strips.iter().find(|strip| strip.id == id).unwrap().spoken.clone();
        let dollars = spoken("dollars");
        assert!(dollars.contains("Gastado: 8,000,000 MXN, en otra moneda: no se suma"), "{dollars}");
        let pesos = spoken("pesos");
        assert!(pesos.contains("Otorgado: 20,000,000 MXN, en otra moneda: no se suma"), "{pesos}");
        assert!(pesos.contains("Gastado: 3 dólares") || pesos.contains("Gastado: 3 USD"), "{pesos}");
        let spent = spoken("spent");
        assert!(spent.contains("Otorgado: Monto no publicado; Gastado: 0.70 millones de dólares"), "{spent}");
        let strip = told.strips.iter().find(|strip| strip.id == "pesos").unwrap();
        assert_eq!((strip.parts[1].value, strip.parts[1].figure.as_deref()), (None, Some("20,000,000 MXN")));
        assert!(told.sentence.contains("Al que tiene un monto que se puede sumar"), "{}", told.sentence);
    });
}

#[test]
fn bars_and_totals_say_what_is_in_another_currency_and_lead_to_it() {
    with("", |answer, names, index| {
        let plot = bar_plot(By::Theme, Length::Money, Spread::Award, answer, names, index);
        let note = "1 proyecto con monto en otra moneda: no se suma";
        assert!(plot.notes.iter().any(|said| said == note), "{:?}", plot.notes);
        let bar = |key: &str| plot.bars.iter().find(|bar| bar.key.as_deref() == Some(key)).unwrap();
        assert_eq!(bar("t2").text, "de varios países o en otra moneda · 2 proy.", "only the reasons that hold");
        assert_eq!(bar("t3").text, "monto no publicado · 1 proy.");
        let line = money_line(answer, names);
        assert!(line.text().contains("· 1 en otra moneda, no se suma ·"), "{}", line.text());
        assert!(line.spans.iter().any(|span| span.action == Some(SpanAction::OtherCurrency(None))));
        let said = sentence(answer, names, false);
        let part = said.spans.iter().find(|span| matches!(span.action, Some(SpanAction::OtherCurrency(Some(_)))));
        assert_eq!(part.unwrap().text, "1 en otra moneda: 20,000,000 MXN");
    });
}

#[test]
fn a_click_on_what_is_in_another_currency_shows_it() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("mixed.ron");
    std::fs::write(&file, MIXED).unwrap();
    let session = common::opened(&file);
    let mut harness = common::frame_harness([1366.0, 690.0], Theme::Light, session);
    harness.get_by_label("1 en otra moneda: 20,000,000 MXN").click();
    harness.run();
    common::settle(harness.state_mut());
    let answer = harness.state().answer();
    let portfolio = &harness.state().document.portfolio;
    let shown: Vec<_> = answer.rows.iter().map(|row| portfolio.projects.get(*row).unwrap().id.clone()).collect();
    assert_eq!(shown, ["pesos"], "of one country alone: {}", answer.filter);
}

#[test]
fn a_count_by_ending_says_whom_it_leaves_out() {
    with("", |answer, names, index| {
        let card = endings_card(answer, names, index);
        assert!(card.title.ends_with("solo los que son solo de México"), "{}", card.title);
    });
    with("id:pesos", |answer, names, index| {
        assert_eq!(endings_card(answer, names, index).title, "Según cómo se conoce el final", "nobody is left out");
    });
}
