//! Many records: `cargo bench --bench million -- --lines` prints each figure as a `name=value` line, for 20, 1,000, 10,000
//! and 100,000 projects; `--full` goes on to 1,000,000. Times of questions are ratios to a *pass*: the time in which all
//! cores search the whole folded text for a word that is not there, measured in the same minute.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::allow_attributes,
    missing_docs,
    reason = "a benchmark may fail loudly"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use atalaya::format::{self, Sample};
use atalaya::model::{Portfolio, Project};
use atalaya::query::{Answer, By, Filter, Index, Spread, groups, parse_lenient};
use serde::Deserialize;

fn main() {
    let full = std::env::args().any(|arg| arg == "--full");
    let sizes: &[u64] = if full { &[20, 1_000, 10_000, 100_000, 1_000_000] } else { &[20, 1_000, 10_000, 100_000] };
    println!("cores={}", std::thread::available_parallelism().unwrap());
    for projects in sizes {
        size(*projects);
    }
}

fn time<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn size(projects: u64) {
    let say = |name: &str, value: f64| println!("{name}_{projects}={value:.3}");
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let mut bytes = Vec::new();
    let ((), wrote) = time(|| Sample { projects, seed: 7 }.write(&mut bytes).unwrap());
    say("file_mb", bytes.len() as f64 / 1e6);
    say("sample_ms", ms(wrote));
    // The plain way beside ours, in the same minute, each the better of two runs where that is affordable.
    let runs = if projects > 100_000 { 1 } else { 2 };
    let naive = (0..runs).map(|_| time(|| black_box(Naive::read(&bytes))).1).min().unwrap();
    let (mut read, mut loaded) = time(|| format::read_ron(&bytes).unwrap());
    let (mut index, mut indexed) = time(|| Index::of(&read.portfolio));
    for _ in 1..runs {
        let (again, took) = time(|| format::read_ron(&bytes).unwrap());
        (read, loaded) = (again, loaded.min(took));
        let (again, took) = time(|| Index::of(&read.portfolio));
        (index, indexed) = (again, indexed.min(took));
    }
    assert_eq!(read.problems.len(), 0);
    say("naive_load_ms", ms(naive));
    say("load_ms", ms(loaded));
    say("index_ms", ms(indexed));
    say("load_times_as_fast", naive.as_secs_f64() / (loaded + indexed).as_secs_f64());
    say("resident_anonymous_mb", anonymous_mb());
    questions(projects, &read.portfolio, &index);
}

/// What a person would ask one after the other: words letter by letter and back, facets, ranges.
fn script() -> Vec<String> {
    let mut steps = Vec::new();
    for word in ["trabajo", "niñez", "proyecto", "inspección", "zzz", "de", "salarios", "workers", "grant"] {
        let letters: Vec<char> = word.chars().collect();
        steps.extend((1..=letters.len()).map(|n| letters[..n].iter().collect::<String>()));
        steps.extend((0..letters.len()).rev().map(|n| letters[..n].iter().collect::<String>()));
    }
    let facets =
        ["theme:osh", "theme:osh,child-forced-labor", "state:?", "ending:implied", "-ending:before", "amount:?"];
    let ranges = ["active:2022", "active:2019..2021", "start:>=2015-06", "amount:>=1000000", "amount:500000..5000000"];
    for step in facets.into_iter().chain(ranges) {
        steps.push(step.to_owned());
        steps.push(format!("trabajo {step}"));
        steps.push(format!("{step} active:2024"));
    }
    let once = steps.clone();
    while steps.len() < 1_000 {
        steps.extend(once.iter().cloned());
    }
    steps.truncate(1_000);
    steps
}

fn questions(projects: u64, portfolio: &Portfolio, index: &Index) {
    let say = |name: &str, value: f64| println!("{name}_{projects}={value:.3}");
    let nowhere = "xyzzy no está en ninguna parte";
    let pass = median((0..9).map(|_| time(|| assert!(!index.pass(nowhere))).1).collect());
    say("folded_text_mb", index.text_bytes() as f64 / 1e6);
    say("pass_ms", pass.as_secs_f64() * 1e3);
    let mut steps = script();
    if projects > 100_000 {
        steps.truncate(250);
    }
    let answer = |text: &String| {
        let (filter, _) = parse_lenient(text, &index.vocabulary);
        time(|| {
            let answer = Answer::to(&filter, portfolio, index);
            for by in By::ALL {
                black_box(groups(&answer.rows, by, Spread::Award, index));
            }
            answer.rows.len()
        })
    };
    let mut times: Vec<Duration> = steps.iter().map(|text| answer(text).1).collect();
    times.sort_unstable();
    let at = |hundredths: usize| times[(times.len() * hundredths / 100).min(times.len() - 1)];
    say("steps", times.len() as f64);
    say("step_ms_median", at(50).as_secs_f64() * 1e3);
    say("step_ms_p99", at(99).as_secs_f64() * 1e3);
    say("step_passes_median", at(50).as_secs_f64() / pass.as_secs_f64());
    say("step_passes_p99", at(99).as_secs_f64() / pass.as_secs_f64());
    check(portfolio, index);
}

/// The answers are those of a walk over the records, or the times are worth nothing.
fn check(portfolio: &Portfolio, index: &Index) {
    let (filter, _) = parse_lenient("theme:osh", &index.vocabulary);
    let plain = portfolio.projects.iter().filter(|project| project.themes.iter().any(|share| share.theme == "osh"));
    assert_eq!(Answer::to(&filter, portfolio, index).rows.len(), plain.count());
    let all = Answer::to(&Filter::default(), portfolio, index);
    for by in By::ALL {
        let parts = groups(&all.rows, by, Spread::Award, index);
        assert_eq!(parts.iter().filter_map(|group| group.amount).sum::<i128>(), all.totals.sum, "{by:?}");
    }
}

/// The plain way: the whole file at once into the model, and each record's text beside it.
#[derive(Deserialize)]
struct Naive {
    projects: Vec<Project>,
    #[serde(skip)]
    texts: Vec<String>,
}

impl Naive {
    fn read(bytes: &[u8]) -> Self {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut read: Self = options.from_str(std::str::from_utf8(bytes).unwrap()).unwrap();
        let text = |project: &Project| {
            let texts = [&project.name, &project.summary, &project.notes, &project.continuity, &project.counterpart];
            texts.into_iter().flat_map(atalaya::model::Bilingual::texts).collect::<Vec<_>>().join("\n").to_lowercase()
        };
        read.texts = read.projects.iter().map(text).collect();
        read
    }
}

fn anonymous_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(0.0) / 1e3
}
