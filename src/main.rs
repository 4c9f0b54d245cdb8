//! Atalaya: the window, or the same questions on a terminal.

use std::process::ExitCode;

use atalaya::app;
use atalaya::cli::{self, Invocation};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Window(file)) => app::start(file, false),
        Ok(Invocation::CleanWindow) => app::start(None, true),
        Ok(invocation) => cli::answer(&invocation),
        Err(usage) => cli::misused(&usage),
    }
}
