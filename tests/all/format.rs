//! Files as people write them, good and bad: what is read, what is listed, in which line and in which words.

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
        (r"amounts: [(kind: award, value: -1)]", Rule::NegativeAmount(-100), Effect::NotCounted),
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
    let missing = format::read_file(std::path::Path::new("/no/such/file.ron"), &format::Progress::default(), &|| ())
        .map(|_| ())
        .unwrap_err();
    assert_eq!(missing, Unreadable::NotFound);
    let folder =
        format::read_file(&std::env::temp_dir(), &format::Progress::default(), &|| ()).map(|_| ()).unwrap_err();
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
    let description = include_str!("../../docs/FORMAT.md");
    let example = description.split("```ron\n").last().and_then(|rest| rest.split("```").next()).unwrap();
    let read = read(example);
    assert_eq!(read.problems, []);
    assert!(!read.portfolio.projects.is_empty() && !read.portfolio.events.is_empty());
}

#[test]
fn the_format_s_description_names_every_field() {
    let description = include_str!("../../docs/FORMAT.md");
    let sources = [
        include_str!("../../src/model/records.rs"),
        include_str!("../../src/model/project.rs"),
        include_str!("../../src/model/amount.rs"),
        include_str!("../../src/model/portfolio.rs"),
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

/// A file laid out as people lay it out: a field a line, a record a block; `bad` stands as the second of three
/// projects (`p1`, `p2`, `p3`), and behind them stands a list with one event.
fn blocks(bad: &str) -> String {
    let good = |id: &str| format!("        (\n            id: \"{id}\",\n            name: (es: \"P\"),\n        ),\n");
    format!(
        "(\n    schema: 1,\n    title: (es: \"Prueba\"),\n    projects: [\n{}{bad}{}    ],\n    events: [\n        \
         (id: \"e\", date: \"2024\", kind: report, title: (es: \"E\"), projects: [\"p1\", \"p2\", \"p3\"]),\n    ],\n)\n",
        good("p1"),
        good("p3")
    )
}

fn ids(read: &Read) -> Vec<&str> {
    read.portfolio.projects.ids().iter().collect()
}

#[test]
fn one_broken_record_stays_one() {
    let start = "        (\n            id: \"p2\",\n";
    let deep = format!("            states: {}{},\n        ),\n", "[".repeat(100), "]".repeat(100));
    let unbalanced = format!("            states: {},\n        ),\n", "[".repeat(100));
    for (rest, line, kind) in [
        ("            name: (es: \"Dos\")),\n            acronym: \"D\",\n        ),\n", 11, ProblemKind::Syntax),
        ("            name: (es: \"Dos\",\n        ),\n", 9, ProblemKind::Unclosed),
        ("            name: (es: \"Dos),\n        ),\n", 11, ProblemKind::Unclosed),
        ("            name: (es: \"Dos),\n            acronym: \"D\",\n        ),\n", 11, ProblemKind::Unclosed),
        ("            states: [\"MX\"]],\n        ),\n", 9, ProblemKind::Unclosed),
        ("            name: (es: \"Dos\"), /* nota\n        ),\n", 11, ProblemKind::Unclosed),
        ("            states: [\n]            ],\n        ),\n", 9, ProblemKind::Unclosed),
        (&deep, 11, ProblemKind::TooDeep),
        (&unbalanced, 11, ProblemKind::TooDeep),
    ] {
        let read = read(&blocks(&format!("{start}{rest}")));
        assert_eq!(ids(&read), ["p1", "p3"], "{rest}\n{:#?}", read.problems);
        assert_eq!(read.portfolio.events.len(), 1, "{rest}");
        assert_eq!(read.problems.len(), 1, "{rest}\n{:#?}", read.problems);
        let problem = &read.problems[0];
        assert_eq!((problem.line, &problem.kind, problem.effect), (line, &kind, Effect::LeftOut), "{rest}");
        assert_eq!(
            (problem.list, problem.place, problem.record.as_deref()),
            (Some(List::Projects), Some(1), Some("p2")),
            "{rest}"
        );
    }
}

#[test]
fn broken_records_cost_no_others_in_any_layout() {
    let at_the_margin =
        file("\n(id: \"p1\", name: (es: \"P\")),\n(id: \"p2\", name: (es: \"P\"),\n(id: \"p3\", name: (es: \"P\")),\n");
    let in_one_line =
        file("(id: \"p1\", name: (es: \"P\")), (id: \"p2\", name: (es: \"P)), (id: \"p3\", name: (es: \"P\"))");
    let one_bracket_more =
        file("(id: \"p1\", name: (es: \"P\")), (id: \"p2\", name: 5)), (id: \"p3\", name: (es: \"P\"))");
    for text in [at_the_margin, in_one_line, one_bracket_more] {
        let read = read(&text);
        assert_eq!(ids(&read), ["p1", "p3"], "{text}\n{:#?}", read.problems);
    }
}

#[test]
fn a_bracket_that_ends_the_list_too_early_does_not_end_it() {
    let text = blocks("        (\n            id: \"p2\",\n            name: (es: \"Dos\"),\n        )],\n");
    let read = read(&text);
    assert_eq!(ids(&read), ["p1", "p2", "p3"]);
    assert!(
        read.problems.iter().all(|problem| problem.list == Some(List::Projects) || problem.kind == ProblemKind::Syntax)
    );
    assert_eq!(read.portfolio.events.len(), 1);
}

#[test]
fn a_missing_comma_is_said_and_costs_nothing() {
    let good = blocks("        (id: \"p2\", name: (es: \"Dos\")),\n");
    for (from, to, line) in [
        ("\"Dos\")),", "\"Dos\"))", 10),
        ("    ],\n    events", "    ]\n    events", 14),
        ("schema: 1,", "schema: 1", 2),
        ("title: (es: \"Prueba\"),", "title: (es: \"Prueba\")", 3),
        ("title: (es: \"Prueba\")", "title (es: \"Prueba\")", 3),
    ] {
        let text = good.replace(from, to);
        assert_ne!(text, good);
        let read = read(&text);
        assert_eq!((ids(&read).len(), read.portfolio.events.len()), (3, 1), "{to}: {:#?}", read.problems);
        assert_eq!(read.problems.len(), 1, "{to}: {:#?}", read.problems);
        let problem = &read.problems[0];
        assert_eq!((problem.line, &problem.kind, problem.effect), (line, &ProblemKind::Syntax, Effect::Kept), "{to}");
    }
    for inside in ["acronym: \"X\"\n\n start: \"2022\"", "acronym \n\"X\""] {
        let problem = problem(&project(inside));
        assert_eq!((problem.line, problem.kind), (5, ProblemKind::Syntax), "{inside}");
    }
}

#[test]
fn a_list_that_stands_twice_is_read_twice() {
    let text = blocks("").replace("    events: [", "    projects: [\n        (id: \"p4\", name: (es: \"P\"), start: \"x\"),\n        (id: \"p2\", name: (es: \"P\")),\n    ],\n    events: [");
    let read = read(&text);
    assert_eq!(ids(&read), ["p1", "p3", "p2"]);
    assert_eq!(
        (&read.problems[0].kind, read.problems[0].effect),
        (&ProblemKind::DoubleField("projects".to_owned()), Effect::Kept)
    );
    assert_eq!((read.problems[1].record.as_deref(), read.problems[1].place), (Some("p4"), Some(2)));
}

#[test]
fn time_grows_with_the_file_and_not_faster() {
    let refer: String = (0..40_000).map(|n| format!("\"s{n}\"")).collect::<Vec<_>>().join(",");
    let many =
        |record: &dyn Fn(usize) -> String, between: &str| (0..20_000).map(record).collect::<Vec<_>>().join(between);
    let id_only = |n: usize| format!("(id: \"p{n}\")");
    let unclosed = |n: usize| format!("(id: \"p{n}\", name: (es: \"P\"");
    let string = |n: usize| format!("(id: \"p{n}\", name: (es: \"P))");
    for text in [
        file(&many(&id_only, ",")),
        file(&many(&unclosed, ",\n")),
        file(&many(&unclosed, ",")),
        file(&many(&string, ",\n    ")),
        file(&format!("\n    {}", many(&unclosed, ",\n    "))),
        project(&format!("sources: [{refer}]")),
        format!("(schema: 1, {})", "projects [(id".repeat(20_000)),
        format!("(schema: 1, projects: [{}])", "a: ".repeat(40_000)),
        format!("(schema: 1, projects: [{}])", ")),".repeat(40_000)),
    ] {
        let begin = std::time::Instant::now();
        let _ = read(&text);
        assert!(begin.elapsed().as_secs() < 10, "{}: {:?}", text.get(..300).unwrap(), begin.elapsed());
    }
}

#[test]
fn what_is_missing_because_of_a_break_is_not_reported_again() {
    let event = "events: [(id: \"e\", date: \"2024\", kind: report, title: (es: \"E\"), projects: [\"p9\"], sources: [\"z\"])],\n";
    let cut = format!("(schema: 1, title: (es: \"T\"),\n{event}projects: [\n    (id: \"p1\", name: (es: \"Uno)");
    assert_eq!(problem(&cut).kind, ProblemKind::Unclosed);
    let nameless =
        format!("(schema: 1, title: (es: \"T\"),\n{event}sources: [(id: 5)], projects: [(name: (es: \"sin id\"))])");
    assert_eq!(read(&nameless).problems.len(), 2);
}

#[test]
fn the_head_of_the_file_has_its_own_words() {
    let head = |fields: &str| format!("(schema: 1,\ntitle: (es: \"T\"),\n{fields}\n)");
    for (fields, field, effect) in [
        ("cutoff: (date: \"2025\", sources: [\"nadie\"]),", "cutoff.sources[0]", Effect::Kept),
        ("cutoff: (date: \"2025\", mood: \"x\"),", "cutoff.mood", Effect::Kept),
        ("cutoff: (date: \"ayer\"),", "cutoff.date", Effect::NotCounted),
        ("country: 5,", "country", Effect::NotCounted),
        ("updated: 2025,", "updated", Effect::NotCounted),
    ] {
        let problem = problem(&head(fields));
        assert_eq!((problem.field.as_deref(), problem.effect, problem.line), (Some(field), effect, 3), "{fields}");
        let said = problem.text(&Words::new(Lang::Es));
        assert!(!said.contains("registro no se muestra") && !said.contains("El registro"), "{said}");
    }
    let untitled = problem("(schema: 1)");
    assert_eq!((untitled.kind, untitled.effect), (ProblemKind::MissingField("title".to_owned()), Effect::Kept));
}

#[test]
fn a_schema_that_is_none_says_which_one_is_read() {
    for (schema, expected) in [
        ("0", Unreadable::UnknownSchema("0".to_owned())),
        ("\"uno\"", Unreadable::UnknownSchema("\"uno\"".to_owned())),
        ("-1", Unreadable::UnknownSchema("-1".to_owned())),
        ("99999999999", Unreadable::NewerSchema(99_999_999_999)),
    ] {
        let error = read_ron(format!("(schema: {schema})").as_bytes()).map(|_| ()).unwrap_err();
        assert_eq!(error, expected);
        for lang in Lang::ALL {
            let said = error.text(&Words::new(lang), "x.ron");
            assert!(said.contains('1') && !said.contains('⟦'), "{said}");
        }
    }
}

#[test]
fn mistakes_that_people_make_get_the_words_that_help() {
    for (rest, expected, field) in [
        ("start: 2023", ProblemKind::Expected(Expected::Date), Some("start")),
        ("start: 2023.5", ProblemKind::Expected(Expected::Date), Some("start")),
        (
            "amounts: [(kind: award, value: 1, fiscal_year: 99999)]",
            ProblemKind::Expected(Expected::Year),
            Some("amounts[0].fiscal_year"),
        ),
        (
            "amounts: [(kind: award, value: 1, fiscal_year: 2023.5)]",
            ProblemKind::Expected(Expected::Whole),
            Some("amounts[0]"),
        ),
    ] {
        let problem = problem(&project(rest));
        assert_eq!((&problem.kind, problem.field.as_deref()), (&expected, field), "{rest}");
    }
    assert_eq!(problem(&project("amounts: [(kind: award, value: 4,400,000)]")).kind, ProblemKind::Thousands);
    for rest in ["ending: (kind: \"named\")", "amounts: [(kind: \"award\", value: 1)]"] {
        let problem = problem(&project(rest));
        assert!(
            matches!(&problem.kind, ProblemKind::UnknownWord { allowed, .. } if !allowed.is_empty()),
            "{rest}: {problem:?}"
        );
    }
}

#[test]
fn a_problem_tells_the_place_in_the_file_and_is_short() {
    let bad = "(id: \"a\", start: \"x\"),\n(id: \"b\", name: (es: \"B\"), themes: [(theme: \"z\")]),\n(id: \"c\", start: \"x\")";
    let places: Vec<_> = read(&file(bad)).problems.iter().map(|problem| problem.place).collect();
    assert_eq!(places, [Some(0), Some(1), Some(2)]);
    let long = problem(&project(&format!("start: \"{}\"", "ñ".repeat(5_000))));
    let said = long.text(&Words::new(Lang::Es));
    assert!(said.contains('…') && said.chars().count() < 500, "{said}");
    assert!(size_of::<Problem>() <= 200, "{}", size_of::<Problem>());
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "reads as many gigabytes as memory allows"]
fn a_file_without_end_is_too_large() {
    let read = format::read_file(std::path::Path::new("/dev/zero"), &format::Progress::default(), &|| ());
    let error = read.map(|_| ()).unwrap_err();
    assert!(matches!(error, Unreadable::TooLarge { size, most } if size > most), "{error:?}");
}

proptest! {
    #[test]
    fn one_character_too_many_or_too_few_costs_two_records_at_most(
        bad in 0_usize..6, at in 0_usize..400, insert in prop::option::of(0x20_u8..0x7F),
    ) {
        let record = |n: usize| format!(
            "        (\n            id: \"p{n}\",\n            name: (es: \"Proyecto {n}\", en: \"Project\"),\n            \
             start: \"2022-04\",\n            amounts: [\n                (kind: award, value: 5),\n            ],\n            \
             states: [\"MX\"],\n        ),\n"
        );
        let mut records: Vec<Vec<u8>> = (0..6).map(|n| record(n).into_bytes()).collect();
        let at = 8 + at % (records[bad].len() - 11);
        match insert {
            Some(byte) => records[bad].insert(at, byte),
            None => _ = records[bad].remove(at),
        }
        let body = String::from_utf8(records.concat()).unwrap();
        let text = format!("(\n    schema: 1,\n    title: (es: \"T\"),\n    projects: [\n{body}    ],\n    themes: [\n        (id: \"t\", name: (es: \"T\")),\n    ],\n)\n");
        let read = read(&text);
        prop_assert!(read.portfolio.projects.len() >= 4, "{}\n{:#?}", text, read.problems);
        prop_assert_eq!(read.portfolio.themes.len(), 1, "{}\n{:#?}", text, read.problems);
    }
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
