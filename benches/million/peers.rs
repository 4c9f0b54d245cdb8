//! The same questions over the same records, asked of `DuckDB`, Polars and `SQLite`: tables are written out, a script in
//! Python asks each engine in its best reasonable form, and every answer is held against ours.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use atalaya::model::Portfolio;
use atalaya::query::{
    Answer, By, FACETS, Field, Filter, Group, Index, Recall, Spread, Term, Test, Value, days_of, each_part, fold,
    groups, parse,
};
use serde_json::{Value as Json, json};

use super::{ms, opened, quantile, sample, time};

/// What is asked: words, keys, what is missing, days, amounts, and several of them.
const QUESTIONS: [&str; 20] = [
    "trabajo",
    "inspeccion",
    "zzz",
    "salarios",
    "ni",
    "de",
    "workers",
    "theme:osh",
    "theme:osh,child-forced-labor",
    "state:?",
    "state:MX-CHP",
    "ending:implied",
    "-ending:before",
    "active:2022",
    "active:2019..2021",
    "amount:1000000..",
    "amount:500000..5000000",
    "trabajo theme:osh",
    "active:2022 -ending:before",
    "proyecto state:MX-CHP amount:1000000..",
];

/// How often each is asked; its best counts, as in the script.
const RUNS: usize = 5;

pub fn compare(projects: u64) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/ask.py");
    let has_python = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !has_python {
        println!("# left out: DuckDB, Polars and SQLite, because there is no Python here");
        return;
    }
    let file = sample(projects);
    let (portfolio, index) = opened(&file);
    std::fs::remove_file(file).unwrap();
    let folder = tempfile::tempdir().unwrap();
    tables(folder.path(), &index);
    let mut asked = Vec::new();
    let mut times = Vec::new();
    for text in QUESTIONS {
        let filter = parse(text, &index.vocabulary).unwrap();
        let (mut found, mut took) = time(|| answer(&filter, &portfolio, &index));
        for _ in 1..RUNS {
            let again = time(|| answer(&filter, &portfolio, &index));
            took = took.min(again.1);
            found = again.0;
        }
        println!("# {:.3} ms: {text:?}, {} found", ms(took), found.0.rows.len());
        times.push(took);
        asked.push(json!({ "text": text, "terms": terms(&filter), "answer": said(&found, &index) }));
    }
    // The script may need the memory.
    drop((portfolio, index));
    std::fs::write(folder.path().join("questions.json"), serde_json::to_vec(&asked).unwrap()).unwrap();
    // Between the two in the middle, as the script takes it.
    let middle = f64::midpoint(ms(quantile(&mut times, 50)), ms(times[times.len() / 2 - 1]));
    println!("atalaya_ms_median_{projects}={middle:.3}");
    let status = Command::new("python3").arg(script).arg(folder.path()).arg(projects.to_string()).status().unwrap();
    match status.code() {
        Some(0) => {}
        Some(3) => println!("# left out: what the script above says is missing"),
        code => panic!("an answer differs, or the script failed: {code:?}"),
    }
}

/// The set with its totals and the counts of its facets, and its money in groups.
type Found = (Answer, Vec<Vec<Group>>);

/// Our answer, nothing kept from another one.
fn answer(filter: &Filter, portfolio: &Portfolio, index: &Index) -> Found {
    let answer = Answer::recalling(filter, portfolio, index, &mut Recall::default());
    let groups = By::ALL.map(|by| groups(&answer.rows, by, Spread::Award, index));
    (answer, groups.into())
}

/// An answer as the script compares it.
fn said((answer, groups): &Found, index: &Index) -> Json {
    let mut all: Vec<Json> = Vec::new();
    for groups in groups {
        let sums = groups.iter().filter_map(|group| {
            let amount = i64::try_from(group.amount?).unwrap();
            Some((group.key.as_deref().unwrap_or("?"), amount)).filter(|_| amount != 0)
        });
        all.push(json!(sums.collect::<std::collections::BTreeMap<_, _>>()));
    }
    let facets: Vec<Json> = FACETS
        .into_iter()
        .map(|field| {
            let (facet, column) = (answer.facet(field).unwrap(), index.column(field).unwrap());
            let counts = column.keys.iter().zip(&facet.counts).filter(|(_, count)| **count > 0);
            let mut counts: std::collections::BTreeMap<&str, usize> =
                counts.map(|(key, count)| (key.as_str(), *count)).collect();
            if facet.missing > 0 {
                counts.insert("?", facet.missing);
            }
            json!(counts)
        })
        .collect();
    json!({ "rows": answer.rows, "sum": i64::try_from(answer.totals.sum).unwrap(), "groups": all, "facets": facets })
}

/// The terms of a filter as the script understands them.
fn terms(filter: &Filter) -> Vec<Json> {
    let term = |term: &Term| match &term.test {
        Test::Word(word) => json!({ "word": fold(word), "negated": term.negated }),
        Test::Field(field, values) => {
            let values: Vec<Json> = values.iter().map(value).collect();
            json!({ "field": field.key(), "values": values, "negated": term.negated })
        }
    };
    filter.terms.iter().map(term).collect()
}

fn value(value: &Value) -> Json {
    match value {
        Value::Key(key) => json!({ "key": key }),
        Value::Missing => json!({ "missing": true }),
        Value::Dates(from, to) => {
            let days = days_of(*from, *to);
            json!({ "days": [days.0.0, days.1.0] })
        }
        Value::Amounts(from, to) => json!({ "amounts": [from.map(|from| from.0), to.map(|to| to.0)] }),
        other => panic!("no question has {other:?}"),
    }
}

/// Writes one table of records, and one of keys and one of money for each facet and grouping.
fn tables(folder: &Path, index: &Index) {
    let mut rows = std::io::BufWriter::new(std::fs::File::create(folder.join("projects.jsonl")).unwrap());
    for (at, row) in index.rows.iter().enumerate() {
        let mut text = format!("{}{}", index.names.get(at), index.texts.get(at));
        for list in &index.referred {
            list.column.of_row(at).iter().for_each(|key| write!(text, "{}", list.texts.get(*key as usize)).unwrap());
        }
        // Active from its start to its end; open ends reach as far as days go.
        let (start, end) = (row.span.start, row.span.end);
        let from = start.map(|days| days.0.0).or(end.map(|_| i32::MIN));
        let to = end.map(|days| days.1.0).or(start.map(|_| i32::MAX));
        let record = json!({
            "row": at, "text": text, "from_day": from, "to_day": to,
            "amount": row.headline.map(|told| told.value), "counted": row.counted(),
        });
        writeln!(rows, "{record}").unwrap();
    }
    for field in FACETS {
        keys(folder, field, index);
    }
    for by in By::ALL {
        let mut out = std::io::BufWriter::new(
            std::fs::File::create(folder.join(format!("money_{}.tsv", by.field().key()))).unwrap(),
        );
        let all: Vec<usize> = (0..index.rows.len()).collect();
        each_part(&all, by, Spread::Award, index, |row, key, part| {
            writeln!(out, "{row}\t{}\t{part}", key.unwrap_or("?")).unwrap();
        });
    }
}

fn keys(folder: &Path, field: Field, index: &Index) {
    let column = index.column(field).unwrap();
    let file = std::fs::File::create(folder.join(format!("keys_{}.tsv", field.key()))).unwrap();
    let mut out = std::io::BufWriter::new(file);
    for row in 0..index.rows.len() {
        for key in column.of_row(row) {
            writeln!(out, "{row}\t{}", column.keys[*key as usize]).unwrap();
        }
        if column.of_row(row).is_empty() {
            writeln!(out, "{row}\t?").unwrap();
        }
    }
}
