//! The embedded portfolio: every claim has its source, nothing is claimed that no source says, and, where the
//! researched records lie beside the checkout, every one of them has arrived.

use std::path::Path;

use atalaya::format;
use atalaya::model::{EndingKind, Headline, Lang, Portfolio, Role, Scope, Status};
use serde_json::Value;

fn portfolio() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

#[test]
fn each_claim_has_its_source_or_the_record_s() {
    let portfolio = portfolio();
    for project in portfolio.projects.listed().unwrap() {
        assert!(!project.sources.is_empty(), "{}", project.id);
        for amount in &project.amounts {
            assert!(amount.source.is_some(), "{}: an amount without a source", project.id);
        }
        let needs_source = matches!(project.ending.kind, EndingKind::Named | EndingKind::Implied);
        assert!(!needs_source || !project.ending.sources.is_empty(), "{}: an ending without a source", project.id);
    }
    assert!(portfolio.events.iter().all(|event| !event.sources.is_empty()));
    assert!(portfolio.reported_totals.iter().all(|total| total.source.is_some()));
    assert!(portfolio.continuity.iter().all(|entry| !entry.sources.is_empty()));
    assert!(portfolio.sources.iter().all(|source| source.url.is_some() && source.consulted.is_some()));
}

#[test]
fn it_speaks_both_languages() {
    let portfolio = portfolio();
    for lang in Lang::ALL {
        assert!(portfolio.header.title.exact(lang).is_some() && portfolio.header.about.exact(lang).is_some());
        for project in portfolio.projects.listed().unwrap() {
            for (what, text) in [("name", &project.name), ("summary", &project.summary), ("notes", &project.notes)] {
                assert!(text.exact(lang).is_some(), "{}: {what} in {}", project.id, lang.code());
            }
            assert!(project.name_ours.contains(&Lang::Es) || project.name.es.is_some());
        }
        for event in &portfolio.events {
            assert!(event.title.exact(lang).is_some() && event.summary.exact(lang).is_some(), "{}", event.id);
            assert!(event.notes.is_empty() || event.notes.exact(lang).is_some(), "{}", event.id);
        }
        for total in &portfolio.reported_totals {
            assert!(total.reported_by.exact(lang).is_some() && total.covers.exact(lang).is_some(), "{}", total.id);
        }
        assert!(
            portfolio
                .continuity
                .iter()
                .all(|entry| entry.about.exact(lang).is_some() && entry.note.exact(lang).is_some())
        );
    }
}

#[test]
fn the_headline_of_each_project_is_what_the_rule_says() {
    let portfolio = portfolio();
    for (id, dollars, rivals) in [
        ("senderos", Some(10_000_000), 2),
        ("campos-de-esperanza", Some(7_000_000), 1),
        ("accionnar", Some(13_000_000), 2),
        ("coffee", Some(2_500_000), 1),
        ("calle", Some(6_250_000), 1),
        ("slle", Some(33_451_000), 1),
        ("engage", Some(8_050_000), 1),
        ("independent-labor-movement", Some(20_000_000), 0),
        ("sustentar", None, 0),
        ("auto-employers", None, 0),
    ] {
        let headline = Headline::of(&portfolio.projects.find(id).unwrap(), &portfolio);
        assert_eq!(headline.as_ref().map(|headline| headline.figure.value / 100), dollars, "{id}");
        assert_eq!(headline.map_or(0, |headline| headline.rivals.len()), rivals, "{id}");
    }
}

/// The headline of a project with these amounts and sources, in a portfolio of dollars: its figure, currency, whether
/// its currency decided, and how many others there are.
fn headline(amounts: &str) -> (i64, String, bool, usize) {
    let text = format!(
        r#"(schema: 1, title: (es: "Uno"), currency: "USD", sources: [
            (id: "funder", title: "A", publisher: "A", kind: funder),
            (id: "paper", title: "B", publisher: "B", kind: press),
            (id: "radio", title: "C", publisher: "C", kind: press)],
            projects: [(id: "p", name: (es: "P"), amounts: [{amounts}])])"#
    );
    let portfolio = format::read_ron(text.as_bytes()).unwrap().portfolio;
    let headline = Headline::of(&portfolio.projects.get(0).unwrap(), &portfolio).unwrap();
    let figure = headline.figure;
    (figure.value / 100, figure.currency.to_string(), headline.by_currency, headline.rivals.len())
}

#[test]
fn amounts_in_different_currencies_are_never_compared_by_their_numbers() {
    let said = |value: i64, currency: &str, by, rivals| (value, currency.to_owned(), by, rivals);
    let both = r#"(kind: award, value: 18000000, currency: "MXN"), (kind: award, value: 1000000)"#;
    assert_eq!(headline(both), said(1_000_000, "USD", true, 1), "nobody is named, and the dollars are the portfolio's");
    let later = r#"(kind: award, value: 300, currency: "JPY", as_of: "2022", source: "funder"),
        (kind: award, value: 2000000, as_of: "2021", source: "funder")"#;
    assert_eq!(headline(later), said(2_000_000, "USD", true, 1), "a later movement in yen makes no later source");
    let equals =
        r#"(kind: award, value: 900, currency: "MXN", source: "paper"), (kind: award, value: 5, source: "radio")"#;
    assert_eq!(headline(equals), said(5, "USD", true, 1), "of two of one kind and date the one in dollars");
    let ranked =
        r#"(kind: award, value: 900, currency: "MXN", source: "funder"), (kind: award, value: 5, source: "radio")"#;
    assert_eq!(headline(ranked), said(900, "MXN", false, 1), "the funder knows better, whatever the currency");
    let newer = r#"(kind: award, value: 900, currency: "MXN", as_of: "2024", source: "paper"),
        (kind: award, value: 5, as_of: "2023", source: "radio")"#;
    assert_eq!(headline(newer), said(900, "MXN", false, 1), "so does the later of two sources");
    let foreign = r#"(kind: award, value: 9, currency: "EUR"), (kind: award, value: 900, currency: "MXN")"#;
    assert_eq!(headline(foreign), said(9, "EUR", false, 1), "two other currencies are not compared either");
}

#[test]
fn no_end_is_written_that_no_source_tells() {
    let portfolio = portfolio();
    let ended: Vec<_> = portfolio
        .projects
        .listed()
        .unwrap()
        .iter()
        .filter(|project| project.actual_end.is_some())
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(ended, ["sustentar"]);
}

/// The researched records, where they lie beside the checkout.
fn researched(list: &str) -> Option<Vec<Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(format!("{list}.json"));
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("left out: the comparison with the researched {list}, which are not beside the checkout");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn text<'a>(record: &'a Value, field: &str) -> Option<&'a str> {
    record[field].as_str()
}

fn texts(record: &Value, field: &str) -> Vec<String> {
    record[field].as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_researched_project_has_arrived_whole() {
    let (portfolio, Some(records)) = (portfolio(), researched("projects")) else { return };
    assert_eq!(portfolio.projects.len(), records.len());
    for (project, record) in portfolio.projects.iter().zip(&records) {
        let id = text(record, "id").unwrap();
        assert_eq!(project.id, id);
        assert_eq!(project.name.en.as_deref(), text(record, "name_en"), "{id}");
        assert_eq!(project.name.es.as_deref(), text(record, "name_es").or(text(record, "name_es_ours")), "{id}");
        assert_eq!(project.name_ours.is_empty(), text(record, "name_es").is_some(), "{id}");
        assert_eq!(project.summary.es.as_deref(), text(record, "summary_es"), "{id}");
        assert_eq!(project.agreement_number.as_deref(), text(record, "agreement_number"), "{id}");
        let dates = [
            (project.start, "start"),
            (project.planned_end, "planned_end"),
            (project.actual_end, "actual_end"),
            (project.status_as_of, "status_as_of"),
        ];
        for (date, field) in dates {
            assert_eq!(date.map(|date| date.to_string()).as_deref(), text(record, field), "{id} {field}");
        }
        assert_eq!(project.status.map(Status::key), text(record, "status_published"), "{id}");
        assert_eq!(Some(project.ending.kind.key()), text(record, "ending"), "{id}");
        assert_eq!(project.ending.sources, texts(record, "ending_sources"), "{id}");
        assert_eq!(project.scope == Scope::MultiCountry, text(record, "scope") == Some("multi-country"), "{id}");
        for (list, field) in [
            (&project.states, "states"),
            (&project.sectors, "sectors"),
            (&project.topics, "topics"),
            (&project.supports, "supports"),
            (&project.sources, "sources"),
        ] {
            assert_eq!(*list, texts(record, field), "{id} {field}");
        }
        assert_eq!(project.countries.len(), texts(record, "countries").len(), "{id}");
        assert_eq!(project.counterpart.es.as_deref(), text(record, "counterpart_es"), "{id}");
        assert_eq!(project.continuity.en.is_some(), text(record, "continuity").is_some(), "{id}");
        let funder = project.organizations.iter().find(|part| part.role == Role::Funding).unwrap();
        assert_eq!(funder.as_named.as_deref(), text(record, "funder"), "{id}");
        let parts: Vec<_> = project
            .organizations
            .iter()
            .filter(|part| part.role != Role::Funding)
            .map(|part| part.organization.clone())
            .collect();
        let named: Vec<_> = record["implementers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| text(part, "organization").unwrap().to_owned())
            .collect();
        assert_eq!(parts, named, "{id}");
        amounts_arrived(&project, record);
    }
}

fn amounts_arrived(project: &atalaya::model::Project, record: &Value) {
    let amounts = record["amounts"].as_array().unwrap();
    assert_eq!(project.amounts.len(), amounts.len(), "{}", project.id);
    for (amount, written) in project.amounts.iter().zip(amounts) {
        assert_eq!(amount.value.0, written["usd"].as_i64().unwrap() * 100, "{}", project.id);
        assert_eq!(amount.source.as_deref(), text(written, "source"));
        assert_eq!(amount.fiscal_year.map(i64::from), written["fiscal_year"].as_i64());
        assert_eq!(amount.as_of.map(|date| date.to_string()).as_deref(), text(written, "as_of"));
        let kind = serde_json::to_value(amount.kind).unwrap();
        assert_eq!(kind.as_str(), text(written, "kind"));
        let attribution = serde_json::to_value(amount.attribution).unwrap();
        assert_eq!(attribution.as_str(), text(written, "attribution"));
    }
}

#[test]
fn every_other_researched_record_has_arrived() {
    let portfolio = portfolio();
    if let Some(events) = researched("events") {
        assert_eq!(portfolio.events.len(), events.len());
        for (event, record) in portfolio.events.iter().zip(&events) {
            assert_eq!(Some(event.id.as_str()), text(record, "id"));
            assert_eq!(Some(event.date.to_string().as_str()), text(record, "date"));
            assert_eq!(event.title.es.as_deref(), text(record, "title_es"));
            assert_eq!(event.summary.en.as_deref(), text(record, "summary_en"));
            assert_eq!(event.notes.is_empty(), text(record, "notes").is_none(), "{}", event.id);
            for (list, field) in [
                (&event.organizations, "organizations"),
                (&event.projects, "projects"),
                (&event.projects_as_named, "projects_as_named"),
                (&event.topics, "themes"),
                (&event.sources, "sources"),
            ] {
                assert_eq!(*list, texts(record, field), "{} {field}", event.id);
            }
        }
    }
    if let Some(sources) = researched("sources") {
        assert_eq!(portfolio.sources.len(), sources.len());
        for (source, record) in portfolio.sources.iter().zip(&sources) {
            let facts = [
                Some(source.id.as_str()),
                Some(source.title.as_str()),
                Some(source.publisher.as_str()),
                source.url.as_deref(),
            ];
            assert_eq!(facts, ["id", "title", "publisher", "url"].map(|field| text(record, field)));
            assert_eq!(source.published.map(|date| date.to_string()).as_deref(), text(record, "published"));
        }
    }
    if let Some(totals) = researched("reported_totals") {
        assert_eq!(portfolio.reported_totals.len(), totals.len());
        for (total, record) in portfolio.reported_totals.iter().zip(&totals) {
            assert_eq!(Some(total.id.as_str()), text(record, "id"));
            assert_eq!(total.count.map(i64::from), record["count"].as_i64());
            assert_eq!(total.value.map(|value| value.0 / 100), record["usd"].as_i64());
            assert_eq!(Some(total.measures.as_str()), text(record, "measures"));
        }
    }
    for (list, count) in [
        ("organizations", portfolio.organizations.len()),
        ("areas", portfolio.themes.len()),
        ("continuity", portfolio.continuity.len()),
    ] {
        if let Some(records) = researched(list) {
            assert_eq!(count, records.len(), "{list}");
        }
    }
    if let Some(states) = researched("states") {
        for record in &states {
            let place = portfolio.places.find(text(record, "code").unwrap()).unwrap();
            assert_eq!(
                place.tile.map(|tile| (u64::from(tile.row), u64::from(tile.column))),
                record["tile_row"].as_u64().zip(record["tile_column"].as_u64())
            );
        }
    }
}
