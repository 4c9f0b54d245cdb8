//! Every loader with damaged input: whatever the bytes, there is an answer, and never a panic. The inputs are those of
//! `tests/corpus`, cut, repeated, joined and peppered; one that ever failed is kept there.

use std::path::Path;
use std::time::Duration;

use crate::damage;
use crate::dice::Dice;
use atalaya::format::{Edits, Progress, Written, read_notes, read_recovery, read_ron, read_ron_packed};
use atalaya::query::{Index, parse, parse_lenient};
use atalaya::session::Settings;

/// What makes trouble: brackets, strings and comments without an end, numbers beyond all measure, dates that are none.
const PEPPER: [&[u8]; 28] = [
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"",
    b"\\",
    b"r#\"",
    b"/*",
    b"*/",
    b"//",
    b"\n",
    b",",
    b":",
    b"\0",
    b"\xff",
    b"\xc3",
    b"9223372036854775807",
    b"-99999999999999999999",
    b"1e308",
    b"\"2023-02-30\"",
    b"\"9999-12-31\"",
    b"\"0001\"",
    b"None",
    b"Some(",
    b"id: \"uno\"",
    b"\xef\xbb\xbf",
];

fn corpus() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

fn damaged(corpus: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let others: Vec<&[u8]> = corpus.iter().map(Vec::as_slice).collect();
    damage::damaged(others[dice.below(others.len())], &others, &PEPPER, dice)
}

/// What each loader says of these bytes does not matter; that it says something does.
fn load(bytes: &[u8]) {
    if let Ok(read) = read_ron(bytes) {
        // What was read can be asked, and is written as it stood.
        let index = Index::of(&read.portfolio);
        assert!(index.rows.len() == read.portfolio.projects.len());
        assert!(Written::of(&read.text, &Edits::default()).bytes() == bytes);
    }
    let packed = read_ron_packed(bytes.to_vec(), &Progress::default(), &|| ());
    if let Ok((read, _)) = packed {
        assert!(read.portfolio.projects.iter().count() == read.portfolio.projects.len());
    }
    let _ = read_recovery(bytes);
    let text = String::from_utf8_lossy(bytes);
    let _ = read_notes(&text);
    let _ = Settings::from_text(&text);
}

#[test]
fn damaged_files_are_answered() {
    let (corpus, mut dice) = (corpus(), Dice(0xA7A1_A7A1));
    for _ in 0..1_500 {
        load(&damaged(&corpus, &mut dice));
    }
}

#[test]
fn any_filter_is_answered() {
    let index = Index::of(&read_ron(&corpus()[0]).unwrap().portfolio);
    let mut dice = Dice(7);
    let pieces = [
        "theme:", "osh", "-", "\"", "..", ">=", "2022", "?", ",", " ", "active:", "ñ", "\u{202e}", ":", "(", "amount:",
    ];
    for _ in 0..20_000 {
        let text: String = (0..dice.below(9)).map(|_| pieces[dice.below(pieces.len())]).collect();
        let _ = parse(&text, &index.vocabulary);
        let _ = parse_lenient(&text, &index.vocabulary);
    }
}

/// `cargo test --release --test all fuzz:: -- --ignored --nocapture for_an_hour`: ten million inputs or an hour,
/// whichever comes first; none may take ten seconds, and all of them no more than 512 MB.
#[test]
#[ignore = "takes its time: run it by name, in a release build"]
fn for_an_hour() {
    let corpus = corpus();
    damage::for_long(10_000_000, Duration::from_hours(1), 512, |dice| damaged(&corpus, dice), load);
}
