//! The first figures, as `name=value` lines: `cargo bench --bench first`. Each time stands beside something measured in
//! the same minute. The start of the window needs a display (`xvfb-run -a cargo bench --bench first`).

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
use std::process::Command as Process;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use atalaya::format;
use atalaya::model::Lang;
use atalaya::query::{Answer, Index, parse};
use atalaya::session::{Command, RealWorld, Session, Tab};
use atalaya::ui;
use eframe::egui::{self, CentralPanel, RawInput, Rect, pos2, vec2};

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("window-empty") => first_frame(|_| Box::new(Empty)),
        Some("window-idle") => idle(),
        Some("window-atalaya") => first_frame(|ctx| atalaya::app::create(ctx, None)),
        _ => {
            questions();
            frames();
            starts();
            at_rest();
        }
    }
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

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        CentralPanel::default().show(ui, |_| {});
    }
}

/// Ends the process when the second frame begins: then the first was handed over.
struct Once(Box<dyn eframe::App>, u32);

impl eframe::App for Once {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.1 += 1;
        if self.1 > 1 {
            println!("{}", cpu_nanoseconds());
            std::process::exit(0);
        }
        self.0.ui(ui, frame);
        ui.request_repaint();
    }
}

fn first_frame(create: impl FnOnce(&egui::Context) -> Box<dyn eframe::App> + 'static) {
    let start = |cc: &eframe::CreationContext<'_>| {
        ui::theme::install(&cc.egui_ctx);
        Ok(Box::new(Once(create(&cc.egui_ctx), 0)) as Box<dyn eframe::App>)
    };
    eframe::run_native("first frame", atalaya::app::options(), Box::new(start)).unwrap();
}

/// Counts the frames of ten seconds in which nobody does anything, once the window has been there for three.
struct AtRest {
    app: Box<dyn eframe::App>,
    start: Instant,
    frames: Arc<AtomicU32>,
}

impl eframe::App for AtRest {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if self.start.elapsed() > Duration::from_secs(3) {
            self.frames.fetch_add(1, Ordering::Relaxed);
        }
        self.app.ui(ui, frame);
    }
}

fn idle() {
    let start = |cc: &eframe::CreationContext<'_>| {
        let frames = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&frames);
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(13));
            println!("{}", counted.load(Ordering::Relaxed));
            std::process::exit(0);
        });
        let app = atalaya::app::create(&cc.egui_ctx, None);
        Ok(Box::new(AtRest { app, start: Instant::now(), frames }) as Box<dyn eframe::App>)
    };
    eframe::run_native("at rest", atalaya::app::options(), Box::new(start)).unwrap();
}

fn at_rest() {
    let me = std::env::current_exe().unwrap();
    let output = Process::new(&me).arg("window-idle").output().unwrap();
    if let Some(frames) = String::from_utf8_lossy(&output.stdout).lines().last() {
        println!("frames_in_ten_idle_seconds={frames}");
    }
}

/// CPU time of all threads of this process so far, of those that have ended as well; 0 where that is not told.
fn cpu_nanoseconds() -> u64 {
    #[cfg(unix)]
    {
        use rustix::time::{ClockId, clock_gettime};
        let time = clock_gettime(ClockId::ProcessCPUTime);
        time.tv_sec.unsigned_abs() * 1_000_000_000 + time.tv_nsec.unsigned_abs()
    }
    #[cfg(not(unix))]
    0
}

fn starts() {
    let me = std::env::current_exe().unwrap();
    let run = |which: &str| -> Option<(f64, f64)> {
        let start = Instant::now();
        let output = Process::new(&me).arg(which).output().ok()?;
        let cpu: u64 = String::from_utf8_lossy(&output.stdout).lines().last()?.parse().ok()?;
        Some((cpu as f64 / 1e6, start.elapsed().as_secs_f64() * 1e3))
    };
    if run("window-empty").is_none() {
        println!("# left out: the start of the window, because there is no display");
        return;
    }
    let (mut empty, mut atalaya) = (Vec::new(), Vec::new());
    for _ in 0..20 {
        empty.extend(run("window-empty"));
        atalaya.extend(run("window-atalaya"));
    }
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let split = |runs: Vec<(f64, f64)>| -> (f64, f64) {
        (middle(runs.iter().map(|run| run.0).collect()), middle(runs.iter().map(|run| run.1).collect()))
    };
    let ((empty_cpu, empty_wall), (cpu, wall)) = (split(empty), split(atalaya));
    println!(
        "first_frame_empty_cpu_ms={empty_cpu:.0}\nfirst_frame_cpu_ms={cpu:.0}\nfirst_frame_cpu_ratio={:.2}",
        cpu / empty_cpu
    );
    println!(
        "first_frame_empty_wall_ms={empty_wall:.0}\nfirst_frame_wall_ms={wall:.0}\nfirst_frame_wall_ratio={:.2}",
        wall / empty_wall
    );
}
