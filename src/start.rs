//! How the program starts: what was asked for, and who answers. Both programs of Windows, with a window and for a
//! terminal, start here; it knows nothing of either.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::app;
use crate::cli::{self, Invocation};
use crate::i18n::{Words, system_lang};

/// Opens the window or answers on the terminal, as the arguments of the process say.
pub fn start() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(file)) => window(file),
        Ok(invocation) => cli::answer(&invocation),
        Err(usage) => cli::misused(&usage),
    }
}

fn window(file: Option<PathBuf>) -> ExitCode {
    let Err(error) = app::run(file) else { return ExitCode::SUCCESS };
    let words = Words::new(system_lang());
    cli::complain(&words.tf("no-window", &[("why", error.to_string().into())]));
    ExitCode::from(2)
}
