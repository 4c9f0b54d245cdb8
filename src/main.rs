//! Atalaya: the window, or the same questions on a terminal.

// Windows opens a console beside every program that is not said to be one with a window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    atalaya::start::start()
}
