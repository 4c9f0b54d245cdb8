//! The outside world's records: bytes in, records *and* problems out, never one or the other.

mod brought;
mod change;
mod edits;
mod fast;
mod find;
pub mod iati;
mod licences;
mod locate;
mod merge;
mod notes;
mod other;
mod outline;
mod own;
mod packed;
mod parse;
mod patch;
mod preview;
mod problem;
mod progress;
mod projects;
mod read;
mod recovery;
mod replace;
mod resume;
mod sample;
mod save;
mod scan;
mod set;
pub mod sheet;
mod text;
mod tree;
mod unreadable;
mod whole;

pub use brought::{Brought, FailedEntry, Foreign, Loss, Losses, Lost, Understood, called};
pub use change::{Change, Seat};
pub use edits::{Added, Edits, ListEdits, Written};
pub use licences::{Licences, Part, licences};
pub use merge::{Merge, Turns};
pub(crate) use merge::{turn_header, turn_record};
pub use notes::{NotesUnreadable, read_notes, read_notes_file, write_notes};
pub use other::{AsTable, Other, is_other, read_other};
pub use own::{
    OWN_HEADER, OWN_MARK, OWN_PAGE, OWN_PDF, OWN_STAMP, OwnBook, OwnCell, OwnRow, read_own_book, read_own_json,
};
pub use packed::PACKED_AT_ONCE;
pub use preview::preview;
pub use problem::{Effect, Expected, Problem, ProblemKind};
pub use progress::{Progress, Stage};
pub use projects::{AT_ONCE, Gather};
pub use read::{Read, read_ron, read_ron_packed, read_ron_with};
pub use recovery::{Recovery, RecoveryOf, read_recovery, read_recovery_file, write_recovery};
pub use replace::replace;
pub use sample::Sample;
pub use save::{Fingerprint, NotSaved, Stamp, backup_of, can_be_written, save};
pub use set::{NotSet, blank_text, field_text, parse_record, record_text, set_field, set_header};
pub use text::Text;
pub use unreadable::Unreadable;
pub use whole::write_whole;

use std::io::Read as _;
use std::path::Path;

/// The largest file that is read where nobody says how much memory is free, in bytes.
const LARGEST: u64 = 1 << 30;
/// How much is read before anybody may stop it.
const BLOCK: u64 = 8 << 20;
/// So many times its size a portfolio takes in memory while it is read, and a reserve.
const MEMORY: u64 = 3;

/// The largest file that is read at all, in bytes: beyond it the machine would suffer before the person learns why.
pub fn largest() -> u64 {
    let told = std::fs::read_to_string("/proc/meminfo").ok();
    let free = told.as_deref().and_then(|text| text.lines().find_map(|line| line.strip_prefix("MemAvailable:")));
    let kilobytes = free.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    kilobytes.map_or(LARGEST, |free| free.saturating_mul(1_024) / MEMORY)
}

/// Files up to this size are kept as lists of records; larger ones packed.
const LISTED: usize = 4 << 20;

/// Reads a portfolio from a file. Where there are many projects, they are packed, and each is handed on while it is
/// read.
pub fn read_file<G: Gather>(
    path: &Path,
    progress: &Progress,
    gather: &(dyn Fn() -> G + Sync),
) -> Result<(Read, Vec<G>), Unreadable> {
    if is_other(path) {
        return Err(Unreadable::AnotherFormat);
    }
    let bytes = read_bytes(path, progress)?;
    if bytes.len() > LISTED {
        return read_ron_packed(bytes, progress, gather);
    }
    read_ron_with(&bytes, progress).map(|read| (read, Vec::new()))
}

/// What is in a file, where that is not more than is read.
pub fn read_bytes(path: &Path, progress: &Progress) -> Result<Vec<u8>, Unreadable> {
    let largest = largest();
    let about = std::fs::metadata(path).map_err(Unreadable::from)?;
    if about.is_dir() {
        return Err(Unreadable::Folder);
    }
    if about.len() > largest {
        return Err(Unreadable::TooLarge { size: about.len(), most: largest });
    }
    // The length above is what the system says: of a device it is 0, and a file may grow.
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let mut file = std::fs::File::open(path).map_err(Unreadable::from)?;
    loop {
        if progress.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        let read = (&mut file).take(BLOCK).read_to_end(&mut bytes).map_err(Unreadable::from)?;
        match bytes.len() as u64 {
            length if length > largest => return Err(Unreadable::TooLarge { size: length, most: largest }),
            _ if read == 0 => return Ok(bytes),
            _ => {}
        }
    }
}

/// The portfolio that the program carries.
pub fn embedded() -> &'static [u8] {
    include_bytes!("../../assets/portfolio.ron")
}
