//! The outside world's records: bytes in, records *and* problems out, never one or the other.

mod find;
mod locate;
mod notes;
mod outline;
mod parse;
mod problem;
mod read;
mod replace;
mod resume;
mod sample;
mod scan;
mod unreadable;

pub use notes::{NotesUnreadable, read_notes, read_notes_file, write_notes};
pub use problem::{Effect, Expected, Problem, ProblemKind};
pub use read::{Read, read_ron};
pub use replace::replace;
pub use sample::Sample;
pub use unreadable::Unreadable;

use std::io::Read as _;
use std::path::Path;

/// The largest file that is read at all, in bytes. Beyond it the machine would suffer before the person learns why.
pub const LARGEST: u64 = 1 << 30;

/// Reads a portfolio from a file.
pub fn read_file(path: &Path) -> Result<Read, Unreadable> {
    read_ron(&read_bytes(path)?)
}

/// What is in a file, where that is not more than is read.
fn read_bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let about = std::fs::metadata(path).map_err(Unreadable::from)?;
    if about.is_dir() {
        return Err(Unreadable::Folder);
    }
    if about.len() > LARGEST {
        return Err(Unreadable::TooLarge(about.len()));
    }
    // The length above is what the system says: of a device it is 0, and a file may grow.
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(Unreadable::from)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Unreadable::from)?;
    match bytes.len() as u64 {
        length if length > LARGEST => Err(Unreadable::TooLarge(length)),
        _ => Ok(bytes),
    }
}

/// The portfolio that the program carries.
pub fn embedded() -> &'static [u8] {
    include_bytes!("../../assets/portfolio.ron")
}
