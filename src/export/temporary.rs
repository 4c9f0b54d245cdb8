//! Long tables are first written to temporary files by the library that makes workbooks. It takes it for granted that
//! these can be written, and panics where they cannot: here that becomes an error, and no panic that anybody sees.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

use super::ExportError;

/// Where the library's own panics come from.
const LIBRARY: &str = "rust_xlsxwriter";
/// How they begin where it cannot write.
const CANNOT_WRITE: [&str; 2] = ["Couldn't write to xml file", "called `Result::unwrap()` on an `Err` value: Os {"];
/// What they then say of a disk that is full.
const FULL: [&str; 2] = ["StorageFull", "QuotaExceeded"];

thread_local! {
    /// Whether this thread is writing temporary files.
    static WRITING: Cell<bool> = const { Cell::new(false) };
    /// Why it could not.
    static UNWRITTEN: RefCell<Option<ExportError>> = const { RefCell::new(None) };
}

/// Does what writes temporary files; where these cannot be written, that is its error.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, ExportError>) -> Result<T, ExportError> {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(note_them);
    UNWRITTEN.take();
    WRITING.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    WRITING.set(false);
    done.unwrap_or_else(|panic| match UNWRITTEN.take() {
        Some(error) => Err(error),
        None => panic::resume_unwind(panic),
    })
}

/// From here on these panics are noted, and whoever listened for panics does not hear of them.
fn note_them() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        let said = panic.payload().downcast_ref::<String>().filter(|_| WRITING.get());
        let error = said.zip(panic.location()).and_then(|(said, place)| unwritten(said, place.file()));
        match error {
            Some(error) => _ = UNWRITTEN.replace(Some(error)),
            None => before(panic),
        }
    }));
}

/// The error that a panic from this source file stands for; `None` where it is another.
fn unwritten(said: &str, file: &str) -> Option<ExportError> {
    if !file.contains(LIBRARY) || !CANNOT_WRITE.iter().any(|beginning| said.starts_with(beginning)) {
        return None;
    }
    let folder = std::env::temp_dir();
    let full = FULL.iter().any(|kind| said.contains(kind));
    Some(if full { ExportError::TemporaryFull(folder) } else { ExportError::NoTemporary(folder) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const THERE: &str = "/registry/rust_xlsxwriter-0.90.0/src/xmlwriter.rs";
    const FULL_DISK: &str = "Os { code: 28, kind: StorageFull, message: \"No space left on device\" }";

    #[test]
    fn what_the_library_fails_at_is_an_error() {
        for beginning in ["Couldn't write to xml file: ", "called `Result::unwrap()` on an `Err` value: "] {
            let said = format!("{beginning}{FULL_DISK}");
            assert!(matches!(unwritten(&said, THERE), Some(ExportError::TemporaryFull(_))));
        }
        let gone = "Couldn't write to xml file: Os { code: 5, kind: Uncategorized, message: \"Input/output error\" }";
        assert!(matches!(unwritten(gone, THERE), Some(ExportError::NoTemporary(_))));
        assert!(unwritten("index out of bounds", THERE).is_none());
    }

    #[test]
    fn the_same_from_elsewhere_stays_a_panic() {
        let said = format!("called `Result::unwrap()` on an `Err` value: {FULL_DISK}");
        assert!(unwritten(&said, "src/export/xlsx.rs").is_none());
        assert!(panic::catch_unwind(|| guarded::<()>(|| panic::panic_any(said))).is_err());
        assert!(guarded(|| Ok(())).is_ok());
    }
}
