//! The real binary on a terminal: what it prints, how it ends.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use serde_json::Value;

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn program(args: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_atalaya"));
    program.args(args).current_dir(std::env::temp_dir());
    program.env("LANG", "es_MX.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANGUAGE");
    program
}

fn atalaya(args: &[&str]) -> Ran {
    ran(&mut program(args))
}

fn ran(program: &mut Command) -> Ran {
    let output = program.output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What a query answers as JSON.
fn query(args: &[&str]) -> Vec<Value> {
    let ran = atalaya(&[&["query", "--format", "json"], args].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn ids(filter: &str) -> Vec<String> {
    let mut ids: Vec<_> = query(&["--where", filter]).iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids
}

/// Cents of an amount that may be null.
fn cents(value: &Value) -> i64 {
    value.as_f64().map_or(0, |units| (units * 100.0).round() as i64)
}

fn in_mexico(records: &[Value]) -> Vec<&Value> {
    records.iter().filter(|record| record["scope"] == "mexico").collect()
}

const TOTAL: i64 = 15_265_000_000;

const RECORD: &str = "id name_es name_en acronym status ending start planned_end actual_end themes implementers states sectors amount_usd scope sources";

const GROUP: &str = "key name projects amount_usd without_amount";

fn fields(record: &Value) -> Vec<String> {
    sorted(record.as_object().unwrap().keys().cloned())
}

fn words(text: &str) -> Vec<String> {
    sorted(text.split(' ').map(str::to_owned))
}

fn sorted(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut items: Vec<_> = items.collect();
    items.sort();
    items
}

#[test]
fn all_records_with_the_fields_that_are_documented() {
    let records = query(&[]);
    assert_eq!(records.len(), 23);
    for record in &records {
        assert_eq!(fields(record), words(RECORD));
    }
    let mexico = in_mexico(&records);
    assert_eq!(mexico.len(), 20);
    assert_eq!(mexico.iter().map(|record| cents(&record["amount_usd"])).sum::<i64>(), TOTAL);
    assert_eq!(mexico.iter().filter(|record| record["amount_usd"].is_null()).count(), 2);
    // As the window's table: the largest amount first, what nobody published last.
    let amounts: Vec<_> = records.iter().map(|record| cents(&record["amount_usd"])).collect();
    assert!(amounts.is_sorted_by(|a, b| a >= b), "{amounts:?}");
}

/// The days that a written date can mean, in a form whose order is that of the days.
fn days(date: &Value) -> (String, String) {
    let date = date.as_str().unwrap().trim_end_matches(['~', '?', '%']);
    (format!("{date}-00-00")[..10].to_owned(), format!("{date}-99-99")[..10].to_owned())
}

#[test]
fn what_was_active_in_2022_can_be_told_from_the_records() {
    let under_way = |record: &Value| {
        let end = if record["actual_end"].is_null() { &record["planned_end"] } else { &record["actual_end"] };
        let (begins, ends) = (days(&record["start"]).0, days(end).1);
        begins.as_str() <= "2022-12-31" && ends.as_str() >= "2022-01-01"
    };
    let expected = query(&[]).into_iter().filter(under_way).map(|record| record["id"].as_str().unwrap().to_owned());
    assert_eq!(ids("active:2022"), sorted(expected));
}

#[test]
fn every_grouping_sums_to_the_total() {
    for by in ["theme", "year", "implementer", "state", "status", "ending", "sector"] {
        for spread in ["award", "even"] {
            let groups = query(&["--by", by, "--spread", spread]);
            assert_eq!(groups.iter().map(|group| cents(&group["amount_usd"])).sum::<i64>(), TOTAL, "{by} {spread}");
            for group in &groups {
                assert_eq!(fields(group), words(GROUP));
            }
        }
    }
}

#[test]
fn the_sums_by_theme_can_be_made_from_the_records() {
    let records = query(&[]);
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for record in &records {
        let themes: Vec<_> =
            record["themes"].as_array().unwrap().iter().map(|t| t.as_str().unwrap().to_owned()).collect();
        let amount = if record["scope"] == "mexico" { cents(&record["amount_usd"]) } else { 0 };
        for (place, theme) in themes.iter().enumerate() {
            let n = themes.len() as i64;
            *sums.entry(theme.clone()).or_default() += amount / n + i64::from((place as i64) < amount % n);
            *counts.entry(theme.clone()).or_default() += 1;
        }
    }
    let groups = query(&["--by", "theme"]);
    assert_eq!(groups.len(), sums.len());
    for group in groups {
        let key = group["key"].as_str().unwrap();
        assert_eq!(cents(&group["amount_usd"]), sums[key], "{key}");
        assert_eq!(group["projects"].as_i64(), Some(counts[key]), "{key}");
    }
}

#[test]
fn years_stay_in_their_order() {
    for args in [&["--by", "year"][..], &["--by", "year", "--count"], &["--by", "year", "--spread", "even"]] {
        let years: Vec<_> = query(args).iter().map(|group| group["key"].as_str().unwrap().to_owned()).collect();
        assert!(years.is_sorted(), "{years:?}");
    }
}

#[test]
fn filters_in_either_language_find_the_same() {
    for (one, other) in [
        ("theme:osh", "tema:\"seguridad y salud en el trabajo\""),
        ("state:MX-CHP", "estado:Chiapas"),
        ("state:MX-CHP", "entidad:chis."),
        ("active:2022", "activo:2022"),
        ("ending:named", "término:\"con nombre\""),
        ("OIT", "ILO"),
        ("T-MEC", "USMCA"),
        ("TMEC", "USMCA"),
        ("niñez", "NINEZ"),
        ("implementer:ilo", "ejecutor:OIT"),
        ("amount:?", "monto:?"),
        ("sector:\"auto parts\"", "sector:autopartes"),
    ] {
        let found = ids(one);
        assert!(!found.is_empty() || one == "niñez", "{one}");
        assert_eq!(found, ids(other), "{one} and {other}");
    }
}

#[test]
fn what_filters_find() {
    let child = query(&["--where", "theme:child-forced-labor"]);
    let mexico = in_mexico(&child);
    assert_eq!((child.len(), mexico.len()), (9, 8));
    assert_eq!(mexico.iter().map(|record| cents(&record["amount_usd"])).sum::<i64>(), 5_140_000_000);
    assert_eq!(ids("state:MX-CHP"), ["accionnar", "municipal-collective-action-local"]);
    assert_eq!(ids("amount:?"), ["auto-employers", "sustentar"]);
    assert_eq!(ids("theme:osh -theme:osh"), [""; 0]);
    assert_eq!(ids("theme:osh").len() + ids("-theme:osh").len(), 23);
    assert_eq!(ids("amount:>=20M"), ["independent-labor-movement", "slle"]);
    assert_eq!(ids("name:senderos"), ["senderos"]);
    assert_eq!(ids("end:?"), [""; 0]);
    assert_eq!(ids("start:2016..2018"), ["campos-de-esperanza", "coffee", "engage"]);
    assert_eq!(ids("doubt:equal-split theme:osh"), ["campos-de-esperanza", "senderos"]);
}

#[test]
fn an_unknown_field_or_value_names_what_exists() {
    for (filter, named) in [
        ("colour:red", "theme"),
        ("theme:ships", "osh"),
        ("ending:exploded", "implied"),
        ("active:yesterday", "2022-03"),
    ] {
        let ran = atalaya(&["query", "--where", filter, "--lang", "en"]);
        assert_eq!(ran.code, 2, "{filter}");
        assert!(ran.err.contains(named) && ran.out.is_empty(), "{}", ran.err);
    }
    let ran = atalaya(&["query", "--where", "colour:red", "--lang", "es"]);
    assert!(ran.err.contains("No existe el campo «colour»") && ran.err.contains("tema"), "{}", ran.err);
}

#[test]
fn csv_has_the_same_records() {
    let ran = atalaya(&["query", "--format", "csv"]);
    let mut csv = csv::Reader::from_reader(ran.out.as_bytes());
    let header: Vec<_> = csv.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header.join(" "), RECORD);
    let rows: Vec<_> = csv.records().map(|row| row.unwrap()).collect();
    let records = query(&[]);
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(&records) {
        assert_eq!(Some(&row[0]), record["id"].as_str());
        let states: Vec<_> = record["states"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
        assert_eq!(&row[11], states.join(";"));
        assert_eq!(row[13].is_empty(), record["amount_usd"].is_null());
    }
    let ran = atalaya(&["query", "--by", "state", "--format", "csv"]);
    let mut csv = csv::Reader::from_reader(ran.out.as_bytes());
    assert_eq!(csv.headers().unwrap().iter().collect::<Vec<_>>().join(" "), GROUP);
    assert_eq!(csv.records().count(), query(&["--by", "state"]).len());
    assert_eq!(atalaya(&["query", "--count", "--format", "csv"]).out, "projects\n23\n");
}

#[test]
fn amounts_are_exact_and_no_currency_passes_for_dollars() {
    let amounts = |currency: &str| {
        let record = |id: &str, amount: &str| format!("(id: \"{id}\", name: (es: \"{id}\"), amounts: [{amount}]),\n");
        file(&format!(
            "(\nschema: 1, title: (es: \"T\"),\ncurrency: \"{currency}\",\nprojects: [\n{}{}{}],\n)",
            record("whole", "(kind: award, value: 659872)"),
            record("half", "(kind: award, value: 1.5)"),
            record("dollars", "(kind: award, value: 7, currency: \"USD\")"),
        ))
    };
    let (dollars, pesos) = (amounts("USD"), amounts("MXN"));
    let (dollars, pesos) = (dollars.path().to_str().unwrap(), pesos.path().to_str().unwrap());
    let ran = atalaya(&["query", dollars, "--format", "json"]);
    assert!(ran.out.contains("\"amount_usd\":659872,") && ran.out.contains("\"amount_usd\":1.5,"), "{}", ran.out);
    assert_eq!(query(&[dollars, "--by", "theme"])[0]["amount_usd"].to_string(), "659880.5");

    let records = query(&[pesos]);
    let told = |id: &str| records.iter().find(|record| record["id"] == id).unwrap();
    assert!(told("half")["amount_usd"].is_null());
    assert_eq!(told("half")["amount_other"], serde_json::json!({ "value": 1.5, "currency": "MXN" }));
    assert_eq!((told("dollars")["amount_usd"].as_i64(), told("dollars").get("amount_other")), (Some(7), None));
    let group = &query(&[pesos, "--by", "theme"])[0];
    // What is in dollars is told as such beside the pesos, as in a record.
    assert_eq!(group["amount_usd"].as_i64(), Some(7));
    assert_eq!(group["amount_other"], serde_json::json!({ "value": 659_873.5, "currency": "MXN" }));
    let csv = atalaya(&["query", pesos, "--format", "csv"]).out;
    assert!(csv.starts_with(&format!("{},amount_other\n", RECORD.replace(' ', ","))), "{csv}");
    assert!(csv.contains(",1.5 MXN\n"), "{csv}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let record = |n: usize| format!("(id: \"p{n}\", name: (es: \"Proyecto número {n}\")),\n");
    let many: String = (0..3_000).map(record).collect();
    let many = file(&format!("(\nschema: 1, title: (es: \"T\"),\nprojects: [\n{many}],\n)"));
    for format in ["table", "csv", "json"] {
        let mut child = program(&["query", many.path().to_str().unwrap(), "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        // Reading a line and dropping the pipe, as `head -n 1` does; what is left is more than a pipe holds.
        BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(!first.is_empty() && output.status.success(), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn a_reader_that_never_came_is_no_failure() {
    for args in [&["query"][..], &["query", "--count"], &["--help"], &["--version"], &["check"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = program(args).stdout(writer).output().unwrap();
        assert!(output.status.success(), "{args:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{args:?}");
    }
}

#[test]
fn counting_and_the_table_for_people() {
    assert_eq!(atalaya(&["query", "--count"]).out, "23\n");
    assert_eq!(atalaya(&["query", "--count", "--format", "json"]).out, "{\"projects\":23}\n");
    let by = query(&["--by", "state", "--count"]);
    assert_eq!(by[0]["key"], "MX-SLP");
    let counted = atalaya(&["query", "--by", "state", "--count", "--lang", "en"]).out;
    assert!(counted.starts_with("Projects  State"), "{counted}");
    let table = atalaya(&["query", "--by", "theme", "--lang", "es"]).out;
    assert!(table.contains("Derechos colectivos (reforma de 2019)") && table.contains("50,000,000"), "{table}");
    assert!(table.contains("152.65 millones de dólares"), "{table}");
    let english = atalaya(&["query", "--lang", "en"]).out;
    assert!(english.contains("not published") && english.contains("20 projects"), "{english}");
}

fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

#[test]
fn check_says_what_is_wrong_and_how_it_ends() {
    let good = atalaya(&["check"]);
    assert_eq!((good.code, good.out.as_str()), (0, ""), "{}", good.out);
    assert!(good.err.contains("23 proyectos") && good.err.contains("ningún problema"), "{}", good.err);
    let bad = file(
        "(\nschema: 1, title: (es: \"T\"),\nprojects: [\n(id: \"senderos\", name: (es: \"S\"),\n start: \"2023-13-01\"),\n],\n)",
    );
    let path = bad.path().to_str().unwrap();
    let ran = atalaya(&["check", path, "--lang", "es"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("línea 5")
            && ran.out.contains("proyecto «senderos»")
            && ran.out.contains("«2023-13-01» no existe"),
        "{}",
        ran.out
    );
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.err.contains("1 problema"), "{}", ran.err);
    assert!(atalaya(&["check", "--lang", "en", path]).out.contains("line 5"));
    let query = atalaya(&["query", path, "--lang", "es"]);
    assert!(query.code == 0 && query.err.contains("atalaya check"), "{}", query.err);
    for args in [&["check", "/no/such.ron"], &["query", "/no/such.ron"]] {
        let ran = atalaya(args);
        assert!(ran.code == 2 && ran.err.contains("/no/such.ron"), "{}", ran.err);
    }
    let other = file("{ \"json\": true }");
    let folder = std::env::temp_dir();
    for path in [other.path(), &folder] {
        let ran = atalaya(&["check", path.to_str().unwrap()]);
        assert!(ran.code == 2 && ran.out.is_empty() && !ran.err.is_empty(), "{}", ran.err);
    }
}

#[test]
fn help_version_and_what_is_not_understood() {
    for args in [&["--help"][..], &["help"], &["query", "--help"], &["check", "-h"]] {
        let ran = atalaya(args);
        assert!(ran.code == 0 && ran.out.contains("--where") && ran.out.contains("atalaya check"), "{}", ran.out);
    }
    assert_eq!(atalaya(&["--version"]).out, format!("atalaya {}\n", env!("CARGO_PKG_VERSION")));
    let ran = atalaya(&["query", "--colour"]);
    assert!(ran.code == 2 && ran.err.contains("--colour") && ran.err.contains("--help"), "{}", ran.err);
}

#[test]
fn the_filters_that_are_documented_are_understood() {
    let text = include_str!("../../docs/FILTER.md");
    let examples = text.split("```filter\n").skip(1).filter_map(|rest| rest.split("```").next()).flat_map(str::lines);
    let mut count = 0;
    for example in examples.filter(|line| !line.trim().is_empty()) {
        let filter = example.split("  #").next().unwrap().trim();
        let ran = atalaya(&["query", "--count", "--where", filter]);
        assert_eq!(ran.code, 0, "{filter}: {}", ran.err);
        count += 1;
    }
    assert!(count > 20, "{count} examples");
}

/// What a shell makes of a line: words, those with blanks in quotes.
fn shell_words(line: &str) -> Vec<String> {
    let (mut found, mut word, mut in_quotes) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' | '\'' => in_quotes = !in_quotes,
            ' ' if !in_quotes => found.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    found.push(word);
    found
}

fn blocks<'a>(text: &'a str, kind: &str) -> Vec<&'a str> {
    let fence = format!("```{kind}\n");
    text.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_program_prints_what_its_reference_shows() {
    let text = include_str!("../../docs/COMMAND-LINE.md");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("my-portfolio.ron"), blocks(text, "ron")[0]).unwrap();
    let examples = blocks(text, "console").into_iter().flat_map(|block| block.split("$ atalaya ").skip(1));
    let mut count = 0;
    for example in examples {
        let (line, shown) = example.split_once('\n').unwrap();
        let args = shell_words(line);
        let args: Vec<_> = args.iter().map(String::as_str).collect();
        let ran = ran(program(&args).current_dir(folder.path()));
        // Both streams, as a terminal shows them.
        assert_eq!(format!("{}{}", ran.out, ran.err).trim_end(), shown.trim_end(), "{line}");
        count += 1;
    }
    assert!(count >= 8, "{count} examples");
}

#[test]
fn what_was_cut_short_names_its_reading_in_every_form() {
    let presumed = ["cut-short", "--reading", "presumed", "--format"];
    let records: Vec<Value> = serde_json::from_str(&atalaya(&[&presumed[..], &["json"]].concat()).out).unwrap();
    assert_eq!(records.len(), 19);
    assert!(records.iter().all(|record| record["reading"] == "presumed"));
    let cut: i64 = records.iter().map(|record| cents(&record["cut_usd"])).sum();
    let by_theme = atalaya(&[&presumed[..], &["json", "--by", "theme"]].concat());
    let groups: Vec<Value> = serde_json::from_str(&by_theme.out).unwrap();
    assert_eq!(groups.iter().map(|group| cents(&group["cut_usd"])).sum::<i64>(), cut, "groups sum to the cent");
    let table = atalaya(&["cut-short"]).out;
    assert!(table.contains("Según lo que las fuentes nombran: 2 proyectos"), "{table}");
    assert!(table.contains("estimación a ritmo parejo; los registros no traen lo gastado en esa moneda"), "{table}");
    let csv = atalaya(&["cut-short", "--format", "csv"]).out;
    assert!(csv.contains("gem,named,cut,2025-03,false") && csv.contains("estimate_even_pace"), "{csv}");
}

#[test]
fn what_came_after_is_told_by_project_and_by_area() {
    let records: Vec<Value> = serde_json::from_str(&atalaya(&["continuity", "--format", "json"]).out).unwrap();
    assert_eq!(records.len(), 23);
    assert!(records.iter().all(|record| record["state"] != "continued" && record["state"] != "partial"));
    let unknown: Vec<_> = records.iter().filter(|record| record["state"] == "unknown").collect();
    assert_eq!(unknown.iter().map(|record| cents(&record["amount_usd"])).sum::<i64>(), 5_440_000_000);
    let csv = atalaya(&["continuity", "--by", "theme", "--format", "csv"]).out;
    assert!(csv.contains("osh,3,not-known,,,,,13500000,,0"), "{csv}");
    let table = atalaya(&["continuity", "--lang", "en", "--where", "theme:osh"]).out;
    assert!(table.contains("No source says who goes on with any of the 3 projects"), "{table}");
    assert!(table.contains("theme:osh"), "the filter stands under the table: {table}");
}

#[test]
fn money_of_another_currency_never_passes_for_dollars() {
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    let embedded = std::str::from_utf8(atalaya::format::embedded()).unwrap();
    let text = embedded.replacen("currency: \"USD\"", "currency: \"EUR\"", 1);
    assert_ne!(text, embedded);
    file.write_all(text.as_bytes()).unwrap();
    let path = file.path().to_str().unwrap();
    for command in [&["cut-short", path][..], &["continuity", path, "--by", "theme"]] {
        let csv = atalaya(&[command, &["--format", "csv"]].concat()).out;
        let titles = csv.lines().next().unwrap();
        assert!(titles.contains("_eur") && !titles.contains("_usd"), "{titles}");
    }
}

#[test]
fn a_persons_marks_are_taken_from_their_notes() {
    let mut notes = atalaya::model::Notes::default();
    notes.set_mark("stps-21-207", "gem", Some((false, "Es de otra oficina".to_owned())));
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    file.write_all(atalaya::format::write_notes(&notes).as_bytes()).unwrap();
    let path = file.path().to_str().unwrap();
    let told: Value = serde_json::from_str(&atalaya(&["reconcile", "--notes", path, "--format", "json"]).out).unwrap();
    assert_eq!(told["marks"][0]["reason"], "Es de otra oficina");
    let remainder = told["steps"].as_array().unwrap().iter().find(|step| step["key"] == "remainder").unwrap();
    assert_eq!(remainder["amount_usd"], 82_600_000, "what is left out is itemised by nobody");
    let ran = atalaya(&["reconcile", "--notes", "no-hay.ron"]);
    assert_eq!((ran.code, ran.err.contains("no-hay.ron")), (2, true));
}

#[test]
fn a_request_asks_in_the_language_of_whoever_receives_it() {
    let ministry = atalaya(&["request", "--kind", "transparency", "--lang", "en"]).out;
    assert!(ministry.starts_with("Solicitud de acceso a la información pública\nPara: Secretaría"), "{ministry}");
    let funder = atalaya(&["request", "--kind", "foia", "--lang", "es", "--where", "tema:osh"]).out;
    assert!(funder.starts_with("Freedom of Information Act request"), "{funder}");
    assert_eq!(funder.lines().filter(|line| line.starts_with("- ")).count(), 3, "only the set's projects: {funder}");
    let all: Vec<Value> = serde_json::from_str(&atalaya(&["request", "--format", "json"]).out).unwrap();
    assert_eq!(all[0]["to"], "reporter");
}

#[test]
fn the_fact_file_is_told_without_a_window() {
    let text = atalaya(&["facts", "--where", "tema:osh"]).out;
    assert!(text.contains("# Expediente del editor") && text.contains("Qué no prueba:"), "{text}");
    let told: Vec<Value> = serde_json::from_str(&atalaya(&["facts", "--format", "json"]).out).unwrap();
    assert!(told.iter().all(|entry| !entry["sentence"].as_str().unwrap().is_empty()));
    let with_sources = told.iter().filter(|entry| !entry["sources"].as_array().unwrap().is_empty());
    assert!(with_sources.count() > 20, "figures carry their sources");
}

#[test]
fn diff_says_by_its_code_whether_there_is_a_difference() {
    let embedded = std::str::from_utf8(atalaya::format::embedded()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let a = file("a.ron", embedded);
    let b = file("b.ron", &embedded.replacen("acronym: \"GEM\"", "acronym: \"GEMA\"", 1));
    assert_eq!(atalaya(&["diff", &a, &a]).code, 0);
    let ran = atalaya(&["diff", &a, &b]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("1 cambiado") && ran.out.contains("GEMA"), "{}", ran.out);
    let told: Value = serde_json::from_str(&atalaya(&["diff", &a, &b, "--format", "json"]).out).unwrap();
    assert_eq!(told["changes"][0]["field"], "acronym");
    let broken = file("c.ron", "hola");
    let ran = atalaya(&["diff", &a, &broken]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("c.ron"), "{}", ran.err);
    let newer = file("d.ron", &embedded.replacen("schema: 1", "schema: 9", 1));
    let ran = atalaya(&["diff", &newer, &b]);
    assert!(ran.code == 2 && ran.err.contains("versión 9"), "{}", ran.err);
}

#[test]
fn where_no_record_names_a_funder_there_is_nobody_to_ask() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("one.ron");
    let text = r#"(schema: 1, title: (es: "Uno"), projects: [(id: "p", name: (es: "P"))])"#;
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    for (lang, said) in
        [("en", "No record names a funder, so there is nobody to ask."), ("es", "Ningún registro nombra")]
    {
        let ran = atalaya(&["request", file, "--kind", "foia", "--lang", lang]);
        assert!(ran.err.contains(said) && !ran.err.contains("missing in this set"), "{}", ran.err);
    }
}
