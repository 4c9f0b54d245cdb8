//! The first projects of a large file, before the whole is read: its head, and a piece from where its projects begin.

use std::io::{Read as _, Seek, SeekFrom};
use std::path::Path;

use memchr::memmem;

use super::progress::Progress;
use super::read::{Read, read_ron};

/// A smaller file is read whole before anybody would look.
const FROM: u64 = 4 << 20;
/// How much of the head is read, and how much from where the projects begin.
const PIECE: usize = 512 << 10;
/// How much is looked through at once.
const BLOCK: usize = 4 << 20;
/// Where the projects begin.
const PROJECTS: &[u8] = b"\n    projects: [";

/// The first projects of a large file; nothing of a small one, or where they cannot be found. Problems are not told:
/// a piece is broken where it was cut.
pub fn preview(path: &Path, progress: &Progress) -> Option<Read> {
    let mut file = std::fs::File::open(path).ok()?;
    if file.metadata().ok()?.len() < FROM {
        return None;
    }
    let mut text = piece(&mut file, 0)?;
    if memmem::find(&text, PROJECTS).is_none() {
        let at = find(&mut file, progress)?;
        // Lists in between are not needed to show what projects are called; ids stand for what they name.
        let whole = memmem::rfind(&text, b"\n        ),\n").map_or(0, |end| end + b"\n        ),\n".len());
        text.truncate(whole);
        text.extend_from_slice(b"    ],");
        text.extend(piece(&mut file, at)?);
    }
    let mut read = read_ron(&text).ok()?;
    read.problems.clear();
    read.more_problems = 0;
    (!read.portfolio.projects.is_empty()).then_some(read)
}

fn piece(file: &mut std::fs::File, at: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(PIECE);
    file.seek(SeekFrom::Start(at)).ok()?;
    file.take(PIECE as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Where the projects begin, in bytes.
fn find(file: &mut std::fs::File, progress: &Progress) -> Option<u64> {
    let finder = memmem::Finder::new(PROJECTS);
    let mut block = Vec::with_capacity(BLOCK + PROJECTS.len());
    let mut start = 0;
    file.seek(SeekFrom::Start(0)).ok()?;
    while !progress.is_cancelled() {
        if file.take(BLOCK as u64).read_to_end(&mut block).ok()? == 0 {
            return None;
        }
        if let Some(at) = finder.find(&block) {
            return Some(start + at as u64);
        }
        // What may stand half in this block is looked through again with the next.
        let rest = block.len().saturating_sub(PROJECTS.len());
        block.drain(..rest);
        start += rest as u64;
    }
    None
}
