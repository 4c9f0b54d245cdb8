//! The start of the window and its rest: what a first frame takes beside that of an empty window, and how many frames are
//! drawn while nobody does anything. Needs a display.

use std::process::Command as Process;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use atalaya::ui;
use eframe::egui::{self, CentralPanel};

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        CentralPanel::default().show(ui, |_| {});
    }
}

/// Ends the process when the second frame begins: then the first was handed over, in however many passes it was laid out.
struct Once(Box<dyn eframe::App>);

impl eframe::App for Once {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if ui.ctx().cumulative_frame_nr() > 0 {
            let (cpu, filling) = cpu_nanoseconds();
            println!("{cpu} {filling}");
            std::process::exit(0);
        }
        self.0.ui(ui, frame);
        ui.request_repaint();
    }
}

fn first_frame(create: impl FnOnce(&egui::Context) -> Box<dyn eframe::App> + 'static) {
    let start = |cc: &eframe::CreationContext<'_>| {
        ui::theme::install(&cc.egui_ctx);
        Ok(Box::new(Once(create(&cc.egui_ctx))) as Box<dyn eframe::App>)
    };
    eframe::run_native("first frame", atalaya::app::options(), Box::new(start)).unwrap();
}

/// One first frame: of an empty window, or ours.
pub fn window(empty: bool) {
    if empty {
        first_frame(|_| Box::new(Empty));
    } else {
        first_frame(|ctx| atalaya::app::create(ctx, None));
    }
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

pub fn idle() {
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

/// CPU time of this process so far, of threads that have ended as well, and apart from it that of a software renderer's
/// threads, which fill pixels. In nanoseconds; 0 where it is not told.
fn cpu_nanoseconds() -> (u64, u64) {
    #[cfg(unix)]
    {
        use rustix::time::{ClockId, clock_gettime};
        let time = clock_gettime(ClockId::ProcessCPUTime);
        let all = time.tv_sec.unsigned_abs() * 1_000_000_000 + time.tv_nsec.unsigned_abs();
        let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten().map(|task| task.path());
        let fills = |task: &std::path::PathBuf| {
            std::fs::read_to_string(task.join("comm")).is_ok_and(|name| name.starts_with("llvmpipe"))
        };
        let times = tasks.filter(fills).filter_map(|task| std::fs::read_to_string(task.join("schedstat")).ok());
        let filling = times.filter_map(|line| line.split(' ').next()?.parse::<u64>().ok()).sum();
        (all.saturating_sub(filling), filling)
    }
    #[cfg(not(unix))]
    (0, 0)
}

pub fn starts() {
    let me = std::env::current_exe().unwrap();
    let run = |which: &str| -> Option<[f64; 3]> {
        let start = Instant::now();
        let output = Process::new(&me).arg(which).output().ok()?;
        let told = String::from_utf8_lossy(&output.stdout).lines().last()?.to_owned();
        let (cpu, filling) = told.split_once(' ')?;
        let ms = |nanoseconds: &str| Some(nanoseconds.parse::<f64>().ok()? / 1e6);
        Some([ms(cpu)?, ms(filling)?, start.elapsed().as_secs_f64() * 1e3])
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
    for (place, what) in ["cpu", "renderer_cpu", "wall"].into_iter().enumerate() {
        let middle = |runs: &[[f64; 3]]| {
            let mut values: Vec<f64> = runs.iter().map(|run| run[place]).collect();
            values.sort_by(f64::total_cmp);
            values[values.len() / 2]
        };
        let (empty, ours) = (middle(&empty), middle(&atalaya));
        println!("first_frame_empty_{what}_ms={empty:.1}\nfirst_frame_{what}_ms={ours:.1}");
        println!("first_frame_{what}_ratio={:.2}", ours / empty);
    }
    at_rest();
}
