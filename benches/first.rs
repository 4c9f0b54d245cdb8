//! The figures of the embedded portfolio, as `name=value` lines: `cargo bench --bench first`. Each time stands beside
//! something measured in the same minute.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::allow_attributes,
    missing_docs,
    reason = "a benchmark may fail loudly"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use atalaya::format;
use atalaya::model::Lang;
use atalaya::query::{Answer, Index, parse};
use atalaya::session::{Command, RealWorld, Session, Tab};
use atalaya::ui;
use eframe::egui::{self, CentralPanel, RawInput, Rect, pos2, vec2};

fn main() {
    questions();
    frames();
}

/// The median of `runs` runs, after some that are not counted.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    for _ in 0..=runs / 4 {
        run();
    }
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}

fn say(name: &str, time: Duration, yardstick: Duration) {
    println!("{name}_us={:.1}", time.as_secs_f64() * 1e6);
    println!("{name}_ratio={:.2}", time.as_secs_f64() / yardstick.as_secs_f64());
}

fn questions() {
    // The yardstick: one search of the embedded file for a word that is not there.
    let bytes = format::embedded();
    let text = std::str::from_utf8(bytes).unwrap();
    let pass = median(200, || assert!(!black_box(text).contains("no está aquí")));
    println!("file_bytes={}", bytes.len());
    println!("pass_us={:.1}", pass.as_secs_f64() * 1e6);
    say("load", median(50, || drop(black_box(format::read_ron(bytes).unwrap()))), pass);
    let portfolio = format::read_ron(bytes).unwrap().portfolio;
    say("index", median(50, || drop(black_box(Index::of(&portfolio)))), pass);
    let index = Index::of(&portfolio);
    for (name, text) in
        [("answer_all", ""), ("answer_word", "niñez"), ("answer_facets", "theme:osh state:? active:2022")]
    {
        let filter = parse(text, &index.vocabulary).unwrap();
        say(name, median(200, || drop(black_box(Answer::to(&filter, &portfolio, &index)))), pass);
    }
}

/// CPU time of a frame in each view: layout and tessellation, without filling pixels; beside an empty frame.
fn frames() {
    let frame = |draw: &mut dyn FnMut(&mut egui::Ui)| {
        let ctx = egui::Context::default();
        ui::theme::install(&ctx);
        ctx.set_theme(egui::Theme::Light);
        let mut time = 0.0;
        median(60, || {
            time += 0.02;
            let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 690.0)));
            let input = RawInput { screen_rect, time: Some(time), ..RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| draw(ui));
            output.textures_delta.clear();
            black_box(ctx.tessellate(output.shapes, 1.0));
        })
    };
    let empty = frame(&mut |ui| {
        CentralPanel::default().show(ui, |_| {});
    });
    println!("frame_empty_us={:.1}", empty.as_secs_f64() * 1e6);
    for (name, tab) in [
        ("frame_overview", Tab::Overview),
        ("frame_projects", Tab::Projects),
        ("frame_events", Tab::Events),
        ("frame_timeline", Tab::Timeline),
        ("frame_plots", Tab::Plots),
        ("frame_sources", Tab::Sources),
    ] {
        let mut session = Session::new(Arc::new(RealWorld::without_home()));
        session.apply(Command::Language(Lang::Es));
        session.apply(Command::Show(tab));
        say(name, frame(&mut |ui| drop(ui::frame(ui, &mut session))), empty);
    }
}
