//! Long tables are first written to temporary files by the library that makes workbooks. It takes it for granted that
//! these can be written, and panics where they cannot: here that becomes an error, and no panic that anybody sees.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

use super::ExportError;

/// How the library's panics begin where it cannot write.
const CANNOT_WRITE: [&str; 2] = ["Couldn't write to xml file", "called `Result::unwrap()` on an `Err` value: Os {"];
/// What they then say of a disk that is full.
const FULL: [&str; 2] = ["StorageFull", "QuotaExceeded"];

thread_local! {
    /// Whether this thread is writing temporary files.
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

/// Does what writes temporary files; where these cannot be written, that is its error.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, ExportError>) -> Result<T, ExportError> {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(say_nothing_of_it);
    WRITING.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    WRITING.set(false);
    done.unwrap_or_else(|panic| match unwritten(&*panic) {
        Some(error) => Err(error),
        None => panic::resume_unwind(panic),
    })
}

/// From here on, whoever listens for panics does not hear of these.
fn say_nothing_of_it() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        if !WRITING.get() || unwritten(panic.payload()).is_none() {
            before(panic);
        }
    }));
}

/// The error that a panic stands for; `None` where it is another.
fn unwritten(panic: &(dyn Any + Send)) -> Option<ExportError> {
    let said = panic.downcast_ref::<String>()?;
    if !CANNOT_WRITE.iter().any(|beginning| said.starts_with(beginning)) {
        return None;
    }
    let folder = std::env::temp_dir();
    let full = FULL.iter().any(|kind| said.contains(kind));
    Some(if full { ExportError::TemporaryFull(folder) } else { ExportError::NoTemporary(folder) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failing(said: &str) -> Result<(), ExportError> {
        guarded(|| panic::panic_any(said.to_owned()))
    }

    #[test]
    fn what_the_library_fails_at_is_an_error_and_anything_else_stays_a_panic() {
        let full = "Os { code: 28, kind: StorageFull, message: \"No space left on device\" }";
        for beginning in ["Couldn't write to xml file: ", "called `Result::unwrap()` on an `Err` value: "] {
            assert!(matches!(failing(&format!("{beginning}{full}")), Err(ExportError::TemporaryFull(_))));
        }
        let gone = "Couldn't write to xml file: Os { code: 5, kind: Uncategorized, message: \"Input/output error\" }";
        assert!(matches!(failing(gone), Err(ExportError::NoTemporary(_))));
        assert!(panic::catch_unwind(|| failing("something of ours")).is_err());
        assert!(guarded(|| Ok(())).is_ok());
    }
}
