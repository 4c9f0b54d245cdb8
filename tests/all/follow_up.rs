//! Who goes on, and what one would have to ask: what sources say, what they do not, reckoned from the records by hand
//! and used as a person does.

use crate::common;
use atalaya::figure::{Recipient, Request, requests};
use atalaya::format;
use atalaya::model::{
    AmountKind, Continuity, ContinuityState, EndingKind, Headline, Lang, PartialDate, Portfolio, Project, Projects,
    Role, Scope, Table,
};
use atalaya::query::{self, After, Answer, By, Filter, Gap, Index, Lack};
use atalaya::session::{Command, Question};
use eframe::egui::{Theme, accesskit};
use egui_kittest::kittest::Queryable;
use proptest::prelude::*;

fn embedded() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

fn all(portfolio: &Portfolio) -> Vec<usize> {
    (0..portfolio.projects.len()).collect()
}

/// The embedded records with one more entry of this state on this project.
fn with_entries(entries: &[(&str, ContinuityState)]) -> Portfolio {
    let mut portfolio = embedded();
    let mut all: Vec<Continuity> = portfolio.continuity.iter().cloned().collect();
    for (id, state) in entries {
        let mut entry = all[0].clone();
        entry.id = format!("of-{id}-{state:?}");
        entry.state = *state;
        entry.projects = vec![(*id).to_owned()];
        entry.themes.clear();
        all.push(entry);
    }
    portfolio.continuity = Table::new(all);
    portfolio
}

#[test]
fn something_new_in_an_area_answers_for_no_project() {
    let portfolio = embedded();
    let set = query::after(&all(&portfolio), &portfolio, &Index::of(&portfolio));
    let (answered, asked) = set.answered();
    assert_eq!((answered.rows.len(), answered.amount), (0, None), "new in the area is no answer");
    let (mut open, mut new) = (0, 0);
    for project in portfolio.projects.iter().filter(|project| project.ending.kind != EndingKind::Before) {
        let Some(headline) = Headline::of(&project, &portfolio) else { continue };
        if project.scope != Scope::Country || headline.figure.scope != Scope::Country {
            continue;
        }
        let value = i128::from(headline.figure.value);
        let of_area = |e: &&Continuity| project.themes.iter().any(|share| e.themes.contains(&share.theme));
        let mut entries = portfolio.continuity.iter().filter(|e| e.projects.is_empty()).filter(of_area);
        open += value;
        new += if entries.any(|e| e.state == ContinuityState::NewInArea) { value } else { 0 };
    }
    assert_eq!((asked.amount, asked.rows.len()), (Some(open), 20), "three had ended before and are not asked after");
    assert_eq!(set.parts[&After::NewInArea].amount, Some(new));
    assert_eq!((open, new), (14_140_000_000, 8_700_000_000), "141.40 and 87.00 millions");
    // GEM is of two areas; what is new in the one is not new in the other.
    let groups = query::after_groups(&set, By::Theme, &portfolio, &Index::of(&portfolio));
    let equality = groups.iter().find(|group| group.key.as_deref() == Some("equality-migration")).unwrap();
    assert_eq!(equality.gap, Gap::Nobody);
    assert!(!equality.parts.contains_key(&After::NewInArea));
    assert_eq!(equality.parts[&After::Unknown].amount, Some(800_000_000));
    assert_eq!(equality.asked().amount, Some(800_000_000), "EQUAL had ended before and is not asked after");
}

#[test]
fn what_a_source_says_of_a_project_comes_before_what_is_new_in_its_area() {
    let portfolio = with_entries(&[("gem", ContinuityState::Partial), ("caminos", ContinuityState::None)]);
    let index = Index::of(&portfolio);
    let set = query::after(&all(&portfolio), &portfolio, &index);
    let of = |id: &str| {
        set.projects.iter().find(|told| portfolio.projects.listed().unwrap()[told.row].id == id).unwrap().after
    };
    assert_eq!((of("gem"), of("caminos")), (After::Partial, After::Nobody));
    assert_eq!(set.answered().0.rows.len(), 2, "that nobody goes on is an answer too");
    let groups = query::after_groups(&set, By::Theme, &portfolio, &index);
    for group in &groups {
        let theme = group.key.as_deref().unwrap();
        let gem = portfolio.projects.find("gem").unwrap().themes.iter().any(|share| share.theme == theme);
        assert_eq!(group.gap == Gap::Somebody, gem, "{theme}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever set and whatever sources say: what is known of the parts sums to the set, in every grouping.
    #[test]
    fn parts_and_groups_sum_to_the_set(
        chosen in prop::collection::vec(any::<bool>(), 23),
        told in prop::collection::vec((0_usize..23, 0_usize..4), 0..6),
    ) {
        let states = [ContinuityState::Continued, ContinuityState::Partial, ContinuityState::None, ContinuityState::NewInArea];
        let ids: Vec<String> = embedded().projects.iter().map(|project| project.id.clone()).collect();
        let told: Vec<_> = told.iter().map(|(row, state)| (ids[*row].as_str(), states[*state])).collect();
        let portfolio = with_entries(&told);
        let index = Index::of(&portfolio);
        let rows: Vec<usize> = (0..23).filter(|row| chosen[*row]).collect();
        let whole: i128 = rows.iter().filter_map(|row| index.rows[*row].counted()).map(i128::from).sum();
        let set = query::after(&rows, &portfolio, &index);
        prop_assert_eq!(set.parts.values().filter_map(|part| part.amount).sum::<i128>(), whole);
        prop_assert_eq!(set.parts.values().map(|part| part.rows.len()).sum::<usize>(), rows.len());
        for by in [By::Theme, By::Implementer, By::State] {
            let groups = query::after_groups(&set, by, &portfolio, &index);
            let sum: i128 = groups.iter().flat_map(|group| group.parts.values()).filter_map(|part| part.amount).sum();
            prop_assert_eq!(sum, whole, "{:?}", by);
        }
    }
}

#[test]
fn a_person_reads_who_goes_on_and_narrows_to_an_area_with_a_gap() {
    let session = common::asked(Question::Continuity);
    let mut harness = common::frame_harness([1366.0, 2200.0], Theme::Light, session);
    assert!(
        harness.query_by_label_contains("Ninguna fuente dice quién sigue con alguno de los 20 proyectos").is_some()
    );
    assert!(harness.query_by_label_contains("No cuenta como respuesta: ninguna fuente dice que sustituya").is_some());
    harness.get_by_label("Ver por: tema").click();
    harness.run_steps(3);
    let gap = "Seguridad y salud en el trabajo: 3 proyectos, 13.50 millones de dólares. Nadie que conste";
    harness
        .get_by(|node| {
            node.role() == accesskit::Role::Button && node.label().is_some_and(|label| label.starts_with(gap))
        })
        .click();
    harness.run_steps(3);
    assert_eq!(harness.state().filter().to_string(), "theme:osh");
    assert!(harness.query_by_label_contains("alguno de los 3 proyectos que no habían terminado").is_some());
}

#[test]
fn the_closing_answer_names_whom_to_ask_and_goes_with_its_filter() {
    let mut session = common::asked(Question::Continuity);
    session.apply(Command::SetFilter(query::parse("tema:osh", &session.document.index.vocabulary).unwrap()));
    let mut harness = common::frame_harness([1366.0, 2000.0], Theme::Light, session);
    harness.get_by_label("Copiar la respuesta").click();
    let copied = common::copied(&mut harness);
    assert!(copied.starts_with("¿Cómo seguirán estas iniciativas?"), "{copied}");
    for part in ["A quienes hicieron el trabajo: ", "Filtro: theme:osh", "Ninguna fuente dice quién sigue con"] {
        assert!(copied.contains(part), "{part}: {copied}");
    }
    assert_eq!(harness.state().words.lang(), Lang::Es);
}

fn requests_of(portfolio: &Portfolio, filter: &str) -> Vec<Request> {
    let index = Index::of(portfolio);
    let filter = query::parse(filter, &index.vocabulary).unwrap();
    requests(&Answer::to(&filter, portfolio, &index), None, portfolio, &index)
}

/// Line by line: a project's line asks for a datum where the record has none, and nowhere else.
#[test]
fn what_is_asked_is_what_the_records_lack() {
    let portfolio = embedded();
    let texts = requests_of(&portfolio, "");
    let ministry = texts.iter().find(|text| text.to == Recipient::Reporter).unwrap();
    assert_eq!(ministry.name, "Secretaría del Trabajo y Previsión Social (STPS)");
    assert!(ministry.text.contains("La lista de las 21 asistencias técnicas y los 207.00 millones de dólares"));
    let line_of = |project: &Project| {
        let name = project.name.es.as_deref().unwrap();
        ministry.text.lines().find(|line| line.starts_with("- ") && line.contains(name)).unwrap_or_default()
    };
    let mut data = 0;
    for project in portfolio.projects.listed().unwrap() {
        let asked = line_of(project).split("): ").last().unwrap();
        let implied = matches!(project.ending.kind, EndingKind::Implied | EndingKind::Unknown);
        let spent = |kind| matches!(kind, AmountKind::Disbursement | AmountKind::Expenditure);
        for (words, missing) in [
            ("si está entre las asistencias canceladas", implied),
            ("agencia que lo financió", !project.organizations.iter().any(|part| part.role == Role::Funding)),
            ("organización a cargo", !project.organizations.iter().any(|part| part.role == Role::Implementing)),
            ("número de convenio", project.agreement_number.is_none()),
            ("monto otorgado", Headline::of(project, &portfolio).is_none()),
            ("monto ejercido", !project.amounts.iter().any(|amount| spent(amount.kind))),
            ("fecha de inicio", project.start.is_none()),
            ("fecha de término prevista", project.planned_end.is_none()),
            ("fecha en que terminó", project.actual_end.is_none()),
            ("entidades federativas", project.states.is_empty()),
            ("que fue su contraparte", project.counterpart.es.is_none() && project.counterpart.en.is_none()),
        ] {
            assert_eq!(asked.contains(words), missing, "{}: {words}: {asked}", project.id);
            data += usize::from(missing);
        }
        data += asked.matches("cuál de los montos").count() + asked.matches("parte del monto").count();
    }
    assert_eq!(ministry.data, data);
}

#[test]
fn of_a_project_that_lacks_nothing_nothing_is_asked() {
    let mut portfolio = embedded();
    let mut gem = portfolio.projects.find("gem").as_deref().cloned().unwrap();
    let mut spent = gem.amounts[0].clone();
    spent.kind = AmountKind::Expenditure;
    gem.amounts.truncate(1);
    gem.amounts.push(spent);
    gem.actual_end = Some(PartialDate::year_only(2025));
    portfolio.projects = Projects::new(vec![gem]);
    assert_eq!(query::lacks_of(0, &portfolio, &Index::of(&portfolio)), Vec::<Lack>::new());
    let texts = requests_of(&portfolio, "");
    assert_eq!(texts.len(), 1, "nothing is left to ask of the funder");
    assert!(texts[0].list && texts[0].data == 0, "the list of the 21 nobody published still is");
    portfolio.reported_totals = Table::default();
    assert_eq!(requests_of(&portfolio, ""), [], "without a total there is nothing to ask at all");
}

#[test]
fn going_back_to_the_proposed_text_can_be_undone() {
    let mut session = common::asked(Question::Request);
    let text = ("propuesto".to_owned(), "mi redacción".to_owned());
    session.apply(Command::Reword { to: "reporter".to_owned(), draft: Some(text) });
    session.apply(Command::Reword { to: "reporter".to_owned(), draft: None });
    assert!(session.notes.draft("reporter").is_none());
    let mut harness = common::frame_harness([1366.0, 900.0], Theme::Light, session);
    harness.get_by_label("Deshacer: Se quitó su redacción de «mi redacción».").click();
    harness.run_steps(3);
    assert_eq!(harness.state().notes.draft("reporter").unwrap().text, "mi redacción");
}

#[test]
fn a_request_is_reworded_copied_and_kept_in_the_language_of_its_reader() {
    let mut session = common::asked(Question::Request);
    session.apply(Command::Language(Lang::En));
    session.apply(Command::SetFilter(query::parse("theme:osh", &session.document.index.vocabulary).unwrap()));
    let mut harness = common::frame_harness([1366.0, 1200.0], Theme::Light, session);
    harness.get_by_label("Copy the request").click();
    let proposed = common::copied(&mut harness);
    assert!(proposed.starts_with("Solicitud de acceso a la información pública"), "{proposed}");
    let field = harness.get_by_label("Text of the request");
    field.focus();
    harness.run_steps(2);
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::End);
    // Letter by letter, as a keyboard does: the field keeps the focus from the first one on.
    for letter in ["G", "r", "a", "c", "i", "a", "s", "."] {
        harness.event(eframe::egui::Event::Text(letter.to_owned()));
        harness.run_steps(2);
        assert!(harness.get_by_label("Text of the request").is_focused(), "after {letter}");
    }
    assert!(harness.query_by_label("You changed this text.").is_some());
    harness.get_by_label("Copy the request").click();
    let reworded = common::copied(&mut harness);
    assert!(reworded.contains("Gracias.") && reworded.len() > proposed.len());
    harness.state_mut().apply(Command::SetFilter(Filter::default()));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("since then what is missing in the set has changed").is_some());
    harness.get_by_label("Back to the proposed text").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("You changed this text.").is_none());
    harness.get_by_label_contains("To: Bureau of International Labor Affairs").click();
    harness.run_steps(3);
    harness.get_by_label("Copy the request").click();
    assert!(common::copied(&mut harness).contains("5 U.S.C. § 552"));
}
