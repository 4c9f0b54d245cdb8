//! Atalaya: the window, or the same questions on a terminal.

use std::path::PathBuf;
use std::process::ExitCode;

use atalaya::cli::{self, Invocation};
use atalaya::i18n::{Words, system_lang};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(file)) => window(file),
        Ok(invocation) => cli::answer(&invocation),
        Err(usage) => cli::misused(&usage),
    }
}

fn window(file: Option<PathBuf>) -> ExitCode {
    let Err(error) = atalaya::app::run(file) else { return ExitCode::SUCCESS };
    let words = Words::new(system_lang());
    cli::complain(&words.tf("no-window", &[("why", error.to_string().into())]));
    ExitCode::from(2)
}
