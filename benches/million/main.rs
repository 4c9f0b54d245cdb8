//! Many records, and the start: `cargo bench --bench million -- --lines` prints each figure as a `name=value` line, for 20,
//! 1,000, 10,000 and 100,000 projects; `--full` goes on to 1,000,000 (it takes some minutes, 4 GB of disk and 9 GB of
//! memory). `--peers` asks the same questions of `DuckDB`, Polars and `SQLite` and fails where an answer differs, over 100,000
//! projects or, with `--full`, 1,000,000. Times of questions are ratios to a *pass*: the time in which all cores search the
//! whole folded text for a word that is not there, measured in the same minute. What needs a fresh process has one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::allow_attributes,
    missing_docs,
    reason = "a benchmark may fail loudly"
)]

mod edits;
mod frames;
mod loading;
mod peers;
mod questions;
mod start;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use atalaya::format::{self, Progress, Sample};
use atalaya::model::Portfolio;
use atalaya::query::{Harvesting, Index};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let file = || PathBuf::from(&args[1]);
    let full = args.iter().any(|arg| arg == "--full");
    match args.first().map(String::as_str) {
        Some("naive") => loading::naive(&file()),
        Some("load") => loading::load(&file()),
        Some("cancel") => loading::cancel(&file()),
        Some("open") => loading::open(&file()),
        Some("edits") => edits::edits(&file()),
        Some("ask") => questions::ask(&file()),
        Some("frames") => frames::frames(&file()),
        Some("window-empty") => start::window(true),
        Some("window-atalaya") => start::window(false),
        Some("window-idle") => start::idle(),
        Some("start") => start::starts(),
        _ if args.iter().any(|arg| arg == "--peers") => peers::compare(if full { 1_000_000 } else { 100_000 }),
        _ => all(full),
    }
}

fn all(full: bool) {
    let sizes: &[u64] = if full { &[20, 1_000, 10_000, 100_000, 1_000_000] } else { &[20, 1_000, 10_000, 100_000] };
    println!("cores={}", std::thread::available_parallelism().unwrap());
    start::starts();
    for projects in sizes {
        let file = sample(*projects);
        let say = |name: &str, value: f64| println!("{name}_{projects}={value:.3}");
        say("file_mb", std::fs::metadata(&file).unwrap().len() as f64 / 1e6);
        // The plain way beside ours, in the same minute.
        let runs = if *projects > 100_000 { 1 } else { 3 };
        let best = |what: &str| (0..runs).map(|_| child(what, &file)).min_by(|a, b| a[0].1.total_cmp(&b[0].1)).unwrap();
        let load = best("load");
        for (name, value) in &load {
            say(name, *value);
        }
        // A million at once in the plain model take more memory than most machines have.
        if *projects <= 100_000 {
            let naive = best("naive")[0].1;
            say("naive_load_ms", naive);
            say("load_times_as_fast", naive / (load[0].1 + load[1].1));
        }
        for what in ["open", "cancel", "ask", "edits", "frames"] {
            for (name, value) in child(what, &file) {
                say(&name, value);
            }
        }
        std::fs::remove_file(file).unwrap();
    }
}

/// A synthetic portfolio of so many projects.
fn sample(projects: u64) -> PathBuf {
    let file = std::env::temp_dir().join(format!("atalaya-million-{}-{projects}.ron", std::process::id()));
    let mut out = std::io::BufWriter::new(std::fs::File::create(&file).unwrap());
    Sample { projects, seed: 7 }.write(&mut out).unwrap();
    file
}

/// The records of a file and what is derived from them.
fn opened(file: &Path) -> (Portfolio, Index) {
    let harvesting = Harvesting::default();
    let (read, harvests) = format::read_file(file, &Progress::default(), &|| harvesting.begin()).unwrap();
    let index = Index::with(&read.portfolio, harvests);
    (read.portfolio, index)
}

/// The figures that another process of this benchmark prints.
fn child(what: &str, file: &Path) -> Vec<(String, f64)> {
    let output = Command::new(std::env::current_exe().unwrap()).arg(what).arg(file).output().unwrap();
    assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let figure = |line: &str| {
        let (name, value) = line.split_once('=')?;
        Some((name.to_owned(), value.parse().ok()?))
    };
    text.lines().filter_map(figure).collect()
}

fn time<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

/// The time below which so many of a hundred are.
fn quantile(times: &mut [Duration], hundredths: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() * hundredths / 100).min(times.len() - 1)]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A line of `/proc/self/status`, in MB; 0 where there is none.
fn status_mb(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(0.0) * 1.024 / 1e3
}
