//! All tests that use the program from outside, as one program: linked once instead of once a file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests may fail loudly"
)]

mod any_edits;
mod bringing;
mod cli;
mod common;
mod compare;
mod copying;
mod currencies;
mod damage;
mod detail;
mod dice;
mod doubles;
mod edit_lines;
mod editing;
mod exports;
mod fact_file;
mod follow_up;
mod format;
mod forms;
mod fuzz;
mod fuzz_brought;
mod help;
mod house;
mod iati;
mod keyboard;
mod large_text;
mod loading;
mod lower_edge;
mod messages;
mod notes;
mod open_questions;
mod out_of_reach;
mod own_tables;
mod pictures;
mod plots;
mod portfolio;
mod properties;
mod questions;
mod reports;
mod rescue;
mod save_as;
mod saving;
mod sheets;
mod snapshots;
mod temporary;
mod timeline;
mod tour;
mod two_windows;
mod unsourced;
mod window;
mod workers;
