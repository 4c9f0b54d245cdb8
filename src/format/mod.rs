//! The outside world's records: bytes in, records *and* problems out, never one or the other.

mod locate;
mod problem;
mod read;
mod scan;
mod unreadable;

pub use problem::{Effect, Expected, Problem, ProblemKind};
pub use read::{Read, read_ron};
pub use unreadable::Unreadable;

use std::path::Path;

/// The largest file that is read at all, in bytes. Beyond it the machine would suffer before the person learns why.
pub const LARGEST: u64 = 1 << 30;

/// Reads a portfolio from a file.
pub fn read_file(path: &Path) -> Result<Read, Unreadable> {
    let about = std::fs::metadata(path).map_err(Unreadable::from)?;
    if about.is_dir() {
        return Err(Unreadable::Folder);
    }
    if about.len() > LARGEST {
        return Err(Unreadable::TooLarge(about.len()));
    }
    read_ron(&std::fs::read(path).map_err(Unreadable::from)?)
}

/// The portfolio that the program carries.
pub fn embedded() -> &'static [u8] {
    include_bytes!("../../assets/portfolio.ron")
}
