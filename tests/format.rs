//! Files as people write them, good and bad: what is read, what is listed, in which line and in which words.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "tests may fail loudly"
)]

use atalaya::format::{self, Effect, Expected, Problem, ProblemKind, Read, Unreadable, read_ron};
use atalaya::i18n::Words;
use atalaya::model::{Lang, List, Rule, ValueFault};
use proptest::prelude::*;

const HEAD: &str = r#"schema: 1, title: (es: "Prueba"), country: "MX", currency: "USD",
sources: [(id: "s", title: "t", publisher: "p", kind: press)],
themes: [(id: "a", name: (es: "A")), (id: "b", name: (es: "B"))],
organizations: [(id: "o", name: (es: "O"), kind: ngo)],"#;

/// A file with these projects, the first on line 5.
fn file(projects: &str) -> String {
    format!("({HEAD}\nprojects: [{projects}],\n)")
}

fn read(text: &str) -> Read {
    read_ron(text.as_bytes()).unwrap()
}

/// The only problem of a file.
fn problem(text: &str) -> Problem {
    let read = read(text);
    assert_eq!(read.problems.len(), 1, "{:#?}", read.problems);
    read.problems[0].clone()
}

fn project(rest: &str) -> String {
    file(&format!(r#"(id: "x", name: (es: "Equis"), {rest})"#))
}

#[test]
fn the_embedded_portfolio_has_no_problems() {
    let read = read_ron(format::embedded()).unwrap();
    assert_eq!(read.problems, []);
    assert_eq!(read.portfolio.projects.len(), 23);
}

#[test]
fn a_date_that_does_not_exist_says_file_line_column_record_field_and_what_to_do() {
    let text = file("\n(\n    id: \"senderos\",\n    name: (es: \"Senderos\"),\n    start: \"2023-13-01\",\n)");
    let problem = problem(&text);
    assert_eq!((problem.line, problem.column), (9, 12));
    assert_eq!(
        (problem.list, problem.record.as_deref(), problem.field.as_deref()),
        (Some(List::Projects), Some("senderos"), Some("start"))
    );
    let said = problem.line_text(&Words::new(Lang::Es), "prueba.ron");
    assert_eq!(
        said,
        "prueba.ron, línea 9, columna 12: proyecto «senderos», campo start: la fecha «2023-13-01» no existe: no hay tal mes. \
         Escriba año-mes-día, como 2025-03-20. El registro no se muestra."
    );
    let said = problem.line_text(&Words::new(Lang::En), "test.ron");
    assert!(said.starts_with("test.ron, line 9, column 12: project “senderos”, field start: the date"), "{said}");
}

#[test]
fn each_wrong_value_has_its_word() {
    for (rest, fault) in [
        (r#"start: "2023-02-30""#, ValueFault::DateDay),
        (r#"start: "ayer""#, ValueFault::DateForm),
        (r#"amounts: [(kind: award, value: "4.4M")]"#, ValueFault::AmountForm),
        ("amounts: [(kind: award, value: 0.123)]", ValueFault::AmountSize),
        (r#"amounts: [(kind: award, value: 1, currency: "dólar")]"#, ValueFault::CurrencyForm),
        (r#"themes: [(theme: "a", share: "mitad")]"#, ValueFault::ShareForm),
        (r#"themes: [(theme: "a", share: -5)]"#, ValueFault::ShareForm),
    ] {
        let problem = problem(&project(rest));
        assert!(
            matches!(&problem.kind, ProblemKind::Value(error) if error.fault == fault),
            "{rest}: {:?}",
            problem.kind
        );
        assert_eq!((problem.line, problem.effect), (5, Effect::LeftOut), "{rest}");
    }
}

#[test]
fn each_broken_rule_has_its_word() {
    let missing = |list, id: &str| Rule::MissingReference(list, id.to_owned());
    for (rest, rule, effect) in [
        (r#"themes: [(theme: "z")]"#, missing(List::Themes, "z"), Effect::Kept),
        (r#"sources: ["s", "nadie"]"#, missing(List::Sources, "nadie"), Effect::Kept),
        (r#"amounts: [(kind: award, value: 1, source: "nadie")]"#, missing(List::Sources, "nadie"), Effect::Kept),
        (r#"amounts: [(kind: award, value: -1)]"#, Rule::NegativeAmount(-100), Effect::NotCounted),
        (
            r#"themes: [(theme: "a", share: 60), (theme: "b", share: 60)]"#,
            Rule::SharesOver100(12_000),
            Effect::NotCounted,
        ),
        (r#"themes: [(theme: "a"), (theme: "a")]"#, Rule::ThemeTwice("a".to_owned()), Effect::Kept),
    ] {
        let problem = problem(&project(rest));
        assert_eq!((problem.kind, problem.effect), (ProblemKind::Rule(rule), effect), "{rest}");
    }
    let backwards = problem(&project(r#"start: "2023", planned_end: "2022-12-31""#));
    assert!(matches!(backwards.kind, ProblemKind::Rule(Rule::EndBeforeStart(..))));
    assert_eq!(backwards.effect, Effect::NotCounted);
}

#[test]
fn of_two_records_with_one_id_the_first_stays() {
    let text = file("(id: \"x\", name: (es: \"Uno\")),\n(id: \"x\", name: (es: \"Dos\"))");
    let read = read(&text);
    assert_eq!(read.portfolio.projects.len(), 1);
    assert_eq!(read.portfolio.projects.find("x").unwrap().name.es.as_deref(), Some("Uno"));
    assert_eq!(read.problems[0].kind, ProblemKind::Rule(Rule::DoubleId));
    assert_eq!((read.problems[0].line, read.problems[0].effect), (6, Effect::LeftOut));
}

#[test]
fn unknown_fields_are_said_and_the_record_opens() {
    for (text, name) in [
        (project("shoe_size: 43"), "shoe_size"),
        (project(r#"amounts: [(kind: award, value: 1, mood: "good")]"#), "mood"),
        (project("").replace("schema: 1", "schema: 1, weather: (rain: [1, 2])"), "weather"),
    ] {
        let read = read(&text);
        assert_eq!(read.portfolio.projects.len(), 1, "{name}");
        assert_eq!(read.problems[0].kind, ProblemKind::UnknownField(name.to_owned()));
        assert_eq!(read.problems[0].effect, Effect::Kept);
    }
    let nested = problem(&project(r#"amounts: [(kind: award, value: 1), (kind: award, value: 2, mood: "good")]"#));
    assert_eq!(nested.field.as_deref(), Some("amounts[1].mood"));
}

#[test]
fn what_stands_where_something_else_belongs() {
    for (rest, expected) in [
        ("acronym: 5", Expected::Text),
        ("amounts: [(kind: award, value: uno)]", Expected::Number),
        (r#"states: "MX-CHP""#, Expected::List),
        ("themes: [\"a\"]", Expected::Record),
    ] {
        let problem = problem(&project(rest));
        assert_eq!(problem.kind, ProblemKind::Expected(expected), "{rest}");
    }
    let word = problem(&project("ending: (kind: exploded)"));
    assert!(
        matches!(&word.kind, ProblemKind::UnknownWord { found, allowed } if found == "exploded" && allowed.contains(&"named".to_owned()))
    );
    let absent = problem(&file("(name: (es: \"Sin id\"))"));
    assert_eq!(absent.kind, ProblemKind::MissingField("id".to_owned()));
    let comma = problem(&project(r#"acronym: "X" start: "2022""#));
    assert_eq!((comma.kind, comma.effect), (ProblemKind::Syntax, Effect::LeftOut));
    let text_record = problem(&file("\"no es un registro\""));
    assert_eq!(text_record.kind, ProblemKind::Expected(Expected::Record));
}

#[test]
fn two_bad_records_do_not_hide_eight_good_ones() {
    let records = (0..10).map(|n| {
        let start = if n == 3 || n == 7 { "2023-99" } else { "2023" };
        format!("(id: \"p{n}\", name: (es: \"P{n}\"), start: \"{start}\")")
    });
    let read = read(&file(&records.collect::<Vec<_>>().join(",\n")));
    assert_eq!(read.portfolio.projects.len(), 8);
    assert_eq!(read.problems.iter().map(|p| p.line).collect::<Vec<_>>(), [8, 12]);
}

#[test]
fn a_record_that_was_left_out_is_not_missed_a_second_time() {
    let text = file("(id: \"bad\", start: \"nunca\")").replace(
        "projects: [",
        "events: [(id: \"e\", date: \"2024\", kind: report, title: (es: \"E\"), projects: [\"bad\"])],\nprojects: [",
    );
    assert_eq!(read(&text).problems.len(), 1);
}

#[test]
fn a_byte_that_is_no_text_costs_one_record() {
    let mut bytes = file("(id: \"a1\", name: (es: \"Uno\")),\n(id: \"a2\", name: (es: \"D@s\"))").into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'@').unwrap();
    bytes[at] = 0xFF;
    let read = read_ron(&bytes).unwrap();
    assert_eq!(read.portfolio.projects.len(), 1);
    assert_eq!((read.problems[0].line, &read.problems[0].kind), (6, &ProblemKind::NotUtf8));
}

#[test]
fn forms_that_people_and_editors_write() {
    let plain = project("acronym: \"X\"");
    let good = [
        plain.replace('\n', "\r\n"),
        format!("\u{FEFF}{plain}"),
        format!("// notas\n/* a /* dentro ) */ ] */\n{plain}"),
        format!("#![enable(implicit_some)]\nPortfolio{plain}"),
        project("acronym: Some(\"X\"), summary: (es: r#\"un \"dicho\" ) y\\\"#)"),
        project("acronym: \"X\\\" ) ]\", // )\n summary: (es: None)"),
    ];
    for text in good {
        let read = read_ron(text.as_bytes()).unwrap();
        assert_eq!((read.problems.len(), read.portfolio.projects.len()), (0, 1), "{text}\n{:#?}", read.problems);
    }
}

#[test]
fn what_is_no_portfolio_says_so() {
    let deep = |n: usize| "(".repeat(n) + &")".repeat(n);
    for (bytes, expected) in [
        (b"".to_vec(), Unreadable::Empty),
        (b" \n\t ".to_vec(), Unreadable::Empty),
        (b"// solo notas\n".to_vec(), Unreadable::Empty),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Unreadable::NotText),
        (b"\xFF\xFE(\0s\0".to_vec(), Unreadable::NotText),
        (b"hola".to_vec(), Unreadable::NotAPortfolio { line: 1 }),
        (b"hola, mundo".to_vec(), Unreadable::NotAPortfolio { line: 1 }),
        (b"[1, 2]".to_vec(), Unreadable::NotAPortfolio { line: 1 }),
        (b"()".to_vec(), Unreadable::NoSchema),
        (b"(title: (es: \"x\"))".to_vec(), Unreadable::NoSchema),
        (b"(schema: 99)".to_vec(), Unreadable::NewerSchema(99)),
        (format!("(schema: {})", deep(10_000)).into_bytes(), Unreadable::TooDeep { line: 1 }),
        (format!("(schema: {}", "(".repeat(10_000)).into_bytes(), Unreadable::TooDeep { line: 1 }),
        (b"(schema: 1".to_vec(), Unreadable::NotAPortfolio { line: 1 }),
    ] {
        let shown = String::from_utf8_lossy(&bytes).chars().take(30).collect::<String>();
        let error = read_ron(&bytes).map(|_| ()).unwrap_err();
        assert_eq!(error, expected, "{shown}");
        for lang in Lang::ALL {
            let said = error.text(&Words::new(lang), "x.ron");
            assert!(said.contains("x.ron") && !said.contains('⟦'), "{said}");
        }
    }
    let missing = format::read_file(std::path::Path::new("/no/such/file.ron")).map(|_| ()).unwrap_err();
    assert_eq!(missing, Unreadable::NotFound);
    let folder = format::read_file(&std::env::temp_dir()).map(|_| ()).unwrap_err();
    assert_eq!(folder, Unreadable::Folder);
}

#[test]
fn ten_thousand_levels_in_a_record_cost_what_follows_and_nothing_more() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let read = read(&file(&format!("(id: \"a1\", name: (es: \"Uno\")), (id: \"a2\", states: {deep})")));
    assert_eq!(read.portfolio.projects.len(), 1);
    assert_eq!(read.problems[0].kind, ProblemKind::TooDeep);
}

#[test]
fn what_is_never_closed_is_said_where_it_opens() {
    for broken in ["(id: \"a2\", name: (es: \"Dos)", "(id: \"a2\", name: (es: \"Dos\")", "(id: \"a2\", /* nota"] {
        let text = format!("({HEAD}\nprojects: [\n(id: \"a1\", name: (es: \"Uno\")),\n{broken}");
        let read = read(&text);
        assert_eq!(read.portfolio.projects.len(), 1, "{broken}");
        assert_eq!((read.problems[0].line, &read.problems[0].kind), (7, &ProblemKind::Unclosed), "{broken}");
    }
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let text = project("start: \"x\"") + " basura";
    let bad = file(
        "(id: \"\", name: (es: \"a\")), (id: \"y\"), 5, (id: \"z\", colour: 3, themes: [(theme: \"q\", share: 120)])",
    );
    for problem in read(&text).problems.iter().chain(&read(&bad).problems) {
        for lang in Lang::ALL {
            let said = problem.line_text(&Words::new(lang), "f");
            assert!(!said.contains('⟦') && !said.contains("{$"), "{said}");
        }
    }
}

#[test]
fn the_example_of_the_format_s_description_opens() {
    let description = include_str!("../docs/FORMAT.md");
    let example = description.split("```ron\n").last().and_then(|rest| rest.split("```").next()).unwrap();
    let read = read(example);
    assert_eq!(read.problems, []);
    assert!(!read.portfolio.projects.is_empty() && !read.portfolio.events.is_empty());
}

#[test]
fn the_format_s_description_names_every_field() {
    let description = include_str!("../docs/FORMAT.md");
    let sources = [
        include_str!("../src/model/records.rs"),
        include_str!("../src/model/project.rs"),
        include_str!("../src/model/amount.rs"),
        include_str!("../src/model/portfolio.rs"),
    ];
    let fields = sources.iter().flat_map(|source| source.lines()).filter_map(|line| {
        let name = line.strip_prefix("    pub ")?.split_once(':')?.0;
        name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(name)
    });
    let missing: Vec<_> = fields
        .filter(|field| !["header", "stated"].contains(field) && !description.contains(&format!("`{field}`")))
        .collect();
    assert!(missing.is_empty(), "not in docs/FORMAT.md: {missing:?}");
}

proptest! {
    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_ron(&bytes);
    }

    #[test]
    fn any_damage_to_a_good_file_gives_an_answer(at in 0_usize..900, with in prop::collection::vec(any::<u8>(), 0..4), cut in 0_usize..6) {
        let mut bytes = project(r#"start: "2022-03", amounts: [(kind: award, value: 5, source: "s")], themes: [(theme: "a", share: 50)]"#).into_bytes();
        let at = at.min(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, with);
        let _ = read_ron(&bytes);
    }

    #[test]
    fn ron_like_text_gives_an_answer(text in "[()\\[\\]{}\",:a-z0-9/*#r'\\\\ \n]{0,120}") {
        let _ = read_ron(format!("(schema: 1, projects: [{text}])").as_bytes());
    }
}
