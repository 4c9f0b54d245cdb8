//! The real binary on a terminal: what it prints, how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "tests may fail loudly"
)]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use serde_json::Value;

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn atalaya(args: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_atalaya")).args(args).env("LANG", "es_MX.UTF-8").output().unwrap();
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

#[test]
fn all_records_with_the_fields_that_are_documented() {
    let records = query(&[]);
    assert_eq!(records.len(), 23);
    let fields: Vec<_> = records[0].as_object().unwrap().keys().cloned().collect();
    let mut documented = "id name_es name_en acronym status ending start planned_end actual_end themes implementers states sectors amount_usd scope sources"
        .split(' ')
        .map(str::to_owned)
        .collect::<Vec<_>>();
    documented.sort();
    let mut sorted = fields.clone();
    sorted.sort();
    assert_eq!(sorted, documented);
    let mexico = in_mexico(&records);
    assert_eq!(mexico.len(), 20);
    assert_eq!(mexico.iter().map(|record| cents(&record["amount_usd"])).sum::<i64>(), TOTAL);
    assert_eq!(mexico.iter().filter(|record| record["amount_usd"].is_null()).count(), 2);
}

#[test]
fn every_grouping_sums_to_the_total() {
    for by in ["theme", "year", "implementer", "state", "status", "ending", "sector"] {
        for spread in ["award", "even"] {
            let groups = query(&["--by", by, "--spread", spread]);
            assert_eq!(groups.iter().map(|group| cents(&group["amount_usd"])).sum::<i64>(), TOTAL, "{by} {spread}");
            let fields: Vec<_> = groups[0].as_object().unwrap().keys().collect();
            assert_eq!(fields.len(), 5, "{fields:?}");
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
    for group in query(&["--by", "theme"]) {
        let key = group["key"].as_str().unwrap();
        assert_eq!(cents(&group["amount_usd"]), sums[key], "{key}");
        assert_eq!(group["projects"].as_i64(), Some(counts[key]), "{key}");
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
    assert_eq!(
        header.join(" "),
        "id name_es name_en acronym status ending start planned_end actual_end themes implementers states sectors amount_usd scope sources"
    );
    let rows: Vec<_> = csv.records().map(|row| row.unwrap()).collect();
    let records = query(&[]);
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(&records) {
        assert_eq!(Some(&row[0]), record["id"].as_str());
        let states: Vec<_> = record["states"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
        assert_eq!(&row[11], states.join(";"));
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    for format in ["table", "csv", "json"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_atalaya"))
            .args(["query", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        // Reading a line and dropping the pipe, as `head -n 1` does.
        BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn counting_and_the_table_for_people() {
    assert_eq!(atalaya(&["query", "--count"]).out, "23\n");
    assert_eq!(atalaya(&["query", "--count", "--format", "json"]).out, "{\"projects\":23}\n");
    let by = query(&["--by", "state", "--count"]);
    assert_eq!(by[0]["key"], "MX-SLP");
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
    let bad =
        file("(\nschema: 1,\nprojects: [\n(id: \"senderos\", name: (es: \"S\"),\n start: \"2023-13-01\"),\n],\n)");
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
    assert!(atalaya(&["check", "--lang", "en", path]).out.contains("line 5"));
    let query = atalaya(&["query", path, "--lang", "es"]);
    assert!(query.code == 0 && query.err.contains("atalaya check"), "{}", query.err);
    for args in [&["check", "/no/such.ron"], &["query", "/no/such.ron"]] {
        let ran = atalaya(args);
        assert!(ran.code == 2 && ran.err.contains("/no/such.ron"), "{}", ran.err);
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
    let text = include_str!("../docs/FILTER.md");
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
