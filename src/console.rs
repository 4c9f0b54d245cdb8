//! Atalaya for the terminals of Windows, which wait for no program with a window and show nothing of what it prints.

use std::process::ExitCode;

fn main() -> ExitCode {
    atalaya::start::start()
}
