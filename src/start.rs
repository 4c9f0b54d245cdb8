//! How the program starts: what was asked for, and who answers. Both programs of Windows, with a window and for a
//! terminal, start here; it knows nothing of either.

use std::process::ExitCode;

use crate::app;
use crate::cli::{self, Invocation};

/// Opens the window or answers on the terminal, as the arguments of the process say.
pub fn start() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(file)) => app::start(file, false),
        Ok(Invocation::CleanWindow) => app::start(None, true),
        Ok(invocation) => cli::answer(&invocation),
        Err(usage) => cli::misused(&usage),
    }
}
