//! The fact file and what is copied: every figure with its filter, its data, its sources, its rivals and its limits.

use std::path::PathBuf;

use crate::common;
use atalaya::figure::card::CardOf;
use atalaya::format;
use atalaya::model::Lang;
use atalaya::session::{Command, Effect, Panel, Question, Session, Tab, Verb};
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;

/// The embedded portfolio with a passage and an archived copy for one source.
fn with_passage() -> (tempfile::NamedTempFile, PathBuf) {
    let text = std::str::from_utf8(format::embedded()).unwrap();
    let at = text.find("id: \"ev-eleconomista-2025-09-01\",").unwrap();
    let (before, after) = text.split_at(at);
    let fields = "excerpt: \"pasaje de prueba\", archived_url: \"https://example.org/copia\", ";
    let file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    std::fs::write(file.path(), format!("{before}{fields}{after}")).unwrap();
    let path = file.path().to_owned();
    (file, path)
}

fn opened(path: PathBuf) -> Session {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Open(path));
    while session.opening.is_some() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        session.take_results();
    }
    assert_eq!(session.notices, [], "the file has no problems");
    session
}

fn copied(session: &mut Session, verb: Verb) -> String {
    session.apply(Command::Do(verb));
    match session.take_effects().pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}"),
    }
}

#[test]
fn the_fact_file_quotes_the_passage_and_says_what_a_figure_does_not_prove() {
    let (_file, path) = with_passage();
    let mut session = opened(path);
    let text = session.dossier_text();
    for part in [
        "# Expediente del editor",
        "Pasaje: «pasaje de prueba»",
        "Copia archivada: https://example.org/copia",
        "- No es la lista de las 21",
        "Consultada: 23 nov 2026",
        "datos al 24 nov 2026",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    session.apply(Command::Show(Tab::Projects));
    let text = session.dossier_text();
    let senderos = text.split("## ").find(|entry| entry.starts_with("Monto otorgado: Senderos")).unwrap();
    assert!(senderos.contains("10.00 millones") && senderos.contains("8.00 millones"), "with its rivals: {senderos}");
    session.apply(Command::Do(Verb::FactFile));
    assert_eq!(session.panel, Some(Panel::FactFile));
    let mut harness = common::frame_harness([1366.0, 900.0], Theme::Dark, session);
    harness.get_by_label("Copiar el expediente").click();
    assert!(common::copied(&mut harness).starts_with("# Expediente del editor"));
}

/// Whatever view: there is something to copy, and it carries filter, data and limits.
#[test]
fn every_view_is_copied_with_its_filter_and_its_data() {
    for lang in Lang::ALL {
        let mut session = common::session(lang);
        let filter = atalaya::query::parse("theme:osh", &session.document.index.vocabulary).unwrap();
        session.apply(Command::SetFilter(filter));
        let mut views: Vec<Command> = Tab::ALL.map(Command::Show).into();
        views.extend(Question::ALL.map(Command::Ask));
        for view in views {
            session.apply(view.clone());
            let text = copied(&mut session, Verb::CopyWithSource);
            assert!(text.contains("theme:osh"), "{view:?}: {text}");
            assert!(text.contains(&session.names().version()), "{view:?}: {text}");
        }
        session.apply(Command::Card(Some(CardOf::Headline("senderos".to_owned()))));
        let text = copied(&mut session, Verb::CopyWithSource);
        assert!(text.contains("8,000,000"), "the open card is what is copied, with its rivals: {text}");
    }
}

#[test]
fn the_filter_that_is_copied_brings_a_colleague_to_the_same_set() {
    let mut session = common::session(Lang::Es);
    let filter = "tema:osh estado:Jalisco";
    let filter = atalaya::query::parse(filter, &session.document.index.vocabulary).unwrap();
    session.apply(Command::SetFilter(filter));
    let text = copied(&mut session, Verb::CopyWithSource);
    let copied = text.split("Filtro: ").nth(1).unwrap().split(". ").next().unwrap();
    let mut other = common::session(Lang::En);
    other.apply(Command::Type(copied.to_owned()));
    assert_eq!(other.answer().rows, session.answer().rows);
}
