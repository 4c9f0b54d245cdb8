//! Reading a file: the plain way, ours, and as the window opens it.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use atalaya::format::{self, Progress};
use atalaya::model::{Bilingual, Project};
use atalaya::query::{Harvesting, Index};
use atalaya::session::{Command, RealWorld, Session};
use serde::Deserialize;

use super::{ms, status_mb, time};

/// The whole file at once into the model, and each record's text beside it.
#[derive(Deserialize)]
struct Naive {
    projects: Vec<Project>,
    #[serde(skip)]
    texts: Vec<String>,
}

pub fn naive(file: &Path) {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let (_, took) = time(|| {
        let text = std::fs::read_to_string(file).unwrap();
        let mut read: Naive = options.from_str(&text).unwrap();
        let text = |project: &Project| {
            let texts = [&project.name, &project.summary, &project.notes, &project.continuity, &project.counterpart];
            texts.into_iter().flat_map(Bilingual::texts).collect::<Vec<_>>().join("\n").to_lowercase()
        };
        read.texts = read.projects.iter().map(text).collect();
        black_box(read)
    });
    println!("naive_load_ms={:.3}", ms(took));
}

pub fn load(file: &Path) {
    let harvesting = Harvesting::default();
    let (read, loaded) = time(|| format::read_file(file, &Progress::default(), &|| harvesting.begin()).unwrap());
    assert_eq!(read.0.problems.len(), 0);
    let (index, indexed) = time(|| Index::with(&read.0.portfolio, read.1));
    assert_eq!(index.rows.len(), read.0.portfolio.projects.len());
    println!("load_ms={:.3}\nindex_ms={:.3}", ms(loaded), ms(indexed));
}

/// Memory of its own while the window would open the file and ten seconds after; when the first projects show.
pub fn open(file: &Path) {
    let (most, done) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let (seen, stop) = (Arc::clone(&most), Arc::clone(&done));
    let watch = std::thread::spawn(move || {
        while !stop.load(Ordering::Relaxed) {
            seen.fetch_max((status_mb("RssAnon:") * 1e3) as u64, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(3));
        }
    });
    let before = status_mb("RssAnon:");
    let mut session = Session::new(Arc::new(RealWorld::without_home()));
    let start = Instant::now();
    session.apply(Command::Open(file.to_owned()));
    let mut first = None;
    while session.opening.is_some() {
        session.take_results();
        if first.is_none() && session.document.origin.path().is_some() {
            first = Some(start.elapsed());
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let whole = start.elapsed();
    done.store(true, Ordering::Relaxed);
    watch.join().unwrap();
    std::thread::sleep(Duration::from_secs(10));
    let size = std::fs::metadata(file).unwrap().len() as f64 / 1e6;
    let (peak, after) = (most.load(Ordering::Relaxed) as f64 / 1e3 - before, status_mb("RssAnon:") - before);
    println!("first_rows_ms={:.3}\nopened_ms={:.3}", ms(first.unwrap_or(whole)), ms(whole));
    println!("anonymous_peak_mb={peak:.3}\nanonymous_after_mb={after:.3}");
    println!("anonymous_peak_of_file={:.3}\nanonymous_after_of_file={:.3}", peak / size, after / size);
}

/// How long the reading goes on after it was asked to stop: each time when another part of the file was read.
pub fn cancel(file: &Path) {
    let size = std::fs::metadata(file).unwrap().len();
    let stopped = [10, 30, 50, 70, 90].map(|hundredths| {
        let (progress, harvesting) = (Progress::default(), Harvesting::default());
        std::thread::scope(|scope| {
            let reading = scope.spawn(|| {
                black_box(format::read_file(file, &progress, &|| harvesting.begin()).map(drop).is_ok());
                Instant::now()
            });
            while progress.seen().1 < size * hundredths / 100 && !reading.is_finished() {
                std::thread::sleep(Duration::from_micros(200));
            }
            let asked = Instant::now();
            progress.cancel();
            reading.join().unwrap().saturating_duration_since(asked)
        })
    });
    println!("cancelled_after_ms={:.3}", ms(stopped.into_iter().max().unwrap_or_default()));
}
