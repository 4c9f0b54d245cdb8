//! Whether a way draws, found out in a process of its own, so that a driver that fails, hangs or takes its process down
//! with it does so where nobody sees it. The probe makes the window and all that draws in it, and ends before it is shown.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use eframe::egui::Ui;

use super::way::Way;

/// Set where the program is started as a probe.
const PROBE: &str = "ATALAYA_PROBE";
/// How long a driver may take. Compiling the first shaders is slow on an old processor.
const LONGEST: Duration = Duration::from_secs(20);

/// What a probe found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The window can be drawn.
    Ready,
    /// The display does not let the program in.
    NoDisplay,
    /// Nothing draws.
    NoDriver,
}

impl Found {
    const ALL: [Self; 3] = [Self::Ready, Self::NoDisplay, Self::NoDriver];

    const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NoDisplay => "no-display",
            Self::NoDriver => "no-driver",
        }
    }

    /// What an error of the window library means.
    pub const fn of(error: &eframe::Error) -> Self {
        match error {
            eframe::Error::WinitEventLoop(_) => Self::NoDisplay,
            _ => Self::NoDriver,
        }
    }
}

/// Sends a probe along a way.
pub fn send(way: Way) -> Found {
    let Ok(program) = env::current_exe() else { return Found::NoDriver };
    let mut command = Command::new(program);
    command.env(PROBE, way.name()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    set(&mut command, way);
    let Ok(mut probe) = command.spawn() else { return Found::NoDriver };
    let (tell, told) = channel();
    if let Some(out) = probe.stdout.take() {
        let listen = move || {
            let mut line = String::new();
            let _ = BufReader::new(out.take(64)).read_line(&mut line);
            let _ = tell.send(line);
        };
        // Without a thread nothing is told, and the way counts as failed.
        let _ = std::thread::Builder::new().name("probe".to_owned()).spawn(listen);
    }
    let line = told.recv_timeout(LONGEST).unwrap_or_default();
    // Its word is all that counts: drivers are known to fail once more on their way out.
    let _ = probe.kill();
    let _ = probe.wait();
    Found::ALL.into_iter().find(|found| found.name() == line.trim()).unwrap_or(Found::NoDriver)
}

/// Gives a process the environment of a way.
pub fn set(command: &mut Command, way: Way) {
    for (name, value) in way.environment() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
}

/// Whether this process is a probe.
pub fn is_one() -> bool {
    env::var_os(PROBE).is_some()
}

/// What a probe does.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let opened = eframe::run_native("Atalaya", super::options(), Box::new(|_| Ok(Box::new(Probe))));
    if let Err(error) = opened {
        tell(Found::of(&error));
    }
    ExitCode::FAILURE
}

fn tell(found: Found) {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{}", found.name());
    let _ = out.flush();
}

struct Probe;

impl eframe::App for Probe {
    fn ui(&mut self, _: &mut Ui, _: &mut eframe::Frame) {
        // The context is made, the shaders are compiled and the window's ground was painted once, hidden.
        tell(Found::Ready);
        std::process::exit(0);
    }
}
