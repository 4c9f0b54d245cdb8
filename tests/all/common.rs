//! What the tests of the window share: a world without a disk, a session, a harness of fixed size, mode and language.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use atalaya::format::sheet::{Grid, Mapping};
use atalaya::format::{self, NotesUnreadable, Progress, Read, Unreadable};
use atalaya::model::{Day, Lang, Notes, PartialDate};
use atalaya::query::Harvest;
use atalaya::session::{Command, Question, Session, World};
use atalaya::ui;
use eframe::egui::{self, Theme, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// A world whose settings live in memory.
#[derive(Default)]
pub struct TestWorld {
    /// What was kept last.
    pub settings: Mutex<Option<String>>,
    /// The layers of notes by key.
    pub notes: Mutex<BTreeMap<String, String>>,
    /// Held while nothing is to be read to its end.
    pub gate: Option<Arc<Mutex<()>>>,
    /// Whether nothing can be kept.
    pub read_only: bool,
    /// Where unsaved work is kept, if it is.
    pub recovery: Option<PathBuf>,
    /// Where pages for the browser are written, if they are.
    pub page: Option<PathBuf>,
    /// The mapping of a table that was kept last.
    pub mapping: Mutex<Option<String>>,
    /// Work of these names fails as it begins, each once.
    pub failing: Mutex<Vec<&'static str>>,
    /// Work of this name begins only while nobody holds this.
    pub held: Option<(&'static str, Arc<Mutex<()>>)>,
}

impl World for TestWorld {
    fn load_settings(&self) -> Option<String> {
        self.settings.lock().unwrap().clone()
    }

    fn save_settings(&self, text: &str) {
        *self.settings.lock().unwrap() = Some(text.to_owned());
    }

    fn read(&self, path: &Path, progress: &Progress) -> Result<(Read, Vec<Harvest>), Unreadable> {
        if let Some(gate) = &self.gate {
            drop(gate.lock().unwrap());
        }
        let harvesting = atalaya::query::Harvesting::default();
        format::read_file(path, progress, &|| harvesting.begin())
    }

    fn preview(&self, path: &Path, progress: &Progress) -> Option<Read> {
        format::preview(path, progress)
    }

    fn page_path(&self) -> Option<PathBuf> {
        self.page.clone()
    }

    fn mapping(&self, _headers: &Grid) -> Option<Mapping> {
        self.mapping.lock().unwrap().as_ref().map(|text| Mapping::from_ron(text).unwrap())
    }

    fn keep_mapping(&self, _grid: &Grid, mapping: &Mapping) {
        *self.mapping.lock().unwrap() = Some(mapping.to_ron());
    }

    fn load_notes(&self, key: &str) -> Result<Option<Notes>, NotesUnreadable> {
        self.notes.lock().unwrap().get(key).map(|text| format::read_notes(text)).transpose()
    }

    fn save_notes(&self, key: &str, notes: &Notes) -> Result<(), String> {
        if self.read_only {
            return Err("read-only file system".to_owned());
        }
        self.notes.lock().unwrap().insert(key.to_owned(), format::write_notes(notes));
        Ok(())
    }

    fn set_notes_aside(&self, key: &str) -> Option<PathBuf> {
        let mut notes = self.notes.lock().unwrap();
        let text = notes.remove(key)?;
        notes.insert(format!("{key}.1"), text);
        Some(format!("{key}.1.ron").into())
    }

    fn read_notes(&self, path: &Path) -> Result<Notes, NotesUnreadable> {
        format::read_notes_file(path)
    }

    fn write(&self, path: &Path, text: &str) -> std::io::Result<()> {
        std::fs::write(path, text)
    }

    fn free_place(&self, name: &str) -> Option<PathBuf> {
        Some(std::env::temp_dir().join(format!("atalaya-{}-{name}", std::process::id())))
    }

    fn today(&self) -> Day {
        "2026-11-24".parse::<PartialDate>().unwrap().earliest()
    }

    fn now(&self) -> String {
        "2026-11-24 10:30".to_owned()
    }

    fn log(&self, _: &str) {}

    fn work_begins(&self, name: &str) {
        let found = {
            let mut failing = self.failing.lock().unwrap();
            let at = failing.iter().position(|failing| *failing == name);
            at.map(|at| failing.remove(at))
        };
        assert!(found.is_none(), "a fault on purpose");
        if let Some((_, held)) = self.held.as_ref().filter(|(held, _)| *held == name) {
            drop(held.lock());
        }
    }

    fn recovery_folder(&self) -> Option<PathBuf> {
        self.recovery.clone()
    }
}

/// A session on the embedded portfolio that speaks this language.
pub fn session(lang: Lang) -> Session {
    let mut session = Session::new(Arc::new(TestWorld::default()));
    session.apply(Command::Language(lang));
    session
}

/// Takes what workers have done until it has come to this.
pub fn until(session: &mut Session, done: impl Fn(&Session) -> bool) {
    for _ in 0..4_000 {
        session.take_results();
        if done(session) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("it never came to that");
}

/// A session in Spanish on one of the open questions.
pub fn asked(question: Question) -> Session {
    let mut session = session(Lang::Es);
    session.apply(Command::Ask(question));
    session
}

/// What the program puts on the clipboard within the next frames.
pub fn copied(harness: &mut Harness<'_, Session>) -> String {
    for _ in 0..4 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = text {
            return text;
        }
    }
    panic!("nothing was copied")
}

/// A window of this size that shows one view alone.
pub fn view_harness<'a>(
    size: [f32; 2],
    theme: Theme,
    session: Session,
    view: impl Fn(&mut Ui, &Session, &mut Vec<Command>) + 'a,
) -> Harness<'a, Session> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(1.0)
        .with_theme(theme)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_max_steps(12)
        .with_context_setup(ui::theme::install)
        .build_ui_state(
            move |ui: &mut Ui, session: &mut Session| {
                let mut commands = Vec::new();
                egui::CentralPanel::default().show(ui, |ui| view(ui, session, &mut commands));
                for command in commands {
                    session.apply(command);
                }
            },
            session,
        );
    harness.run();
    harness
}

/// Whether pictures can be made here; where they cannot, says which test is left out.
pub fn can_render(test: &str) -> bool {
    let probe = std::panic::catch_unwind(|| {
        let mut harness = Harness::builder().with_size([8.0, 8.0]).build_ui(|_| {});
        harness.render().is_ok()
    });
    let can = probe.unwrap_or(false);
    if !can {
        eprintln!("left out: {test}, because no renderer (wgpu adapter) is here; mesa-vulkan-drivers brings one");
    }
    can
}

/// The whole window in this size and mode.
pub fn frame_harness<'a>(size: [f32; 2], theme: Theme, session: Session) -> Harness<'a, Session> {
    timed_harness(size, theme, session, 0.25)
}

/// The same, with so many seconds from frame to frame: a double click has to be quick.
pub fn timed_harness<'a>(size: [f32; 2], theme: Theme, session: Session, seconds: f32) -> Harness<'a, Session> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(seconds)
        .with_pixels_per_point(1.0)
        .with_theme(theme)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_max_steps(16)
        .with_context_setup(ui::theme::install)
        .build_ui_state(
            |ui: &mut Ui, session: &mut Session| {
                let _ = ui::frame(ui, session);
            },
            session,
        );
    harness.run_steps(3);
    harness
}

/// Waits until what is being opened, saved or indexed anew is done.
pub fn settle(session: &mut Session) {
    let start = Instant::now();
    while session.is_saving() || session.opening.is_some() || session.is_reindexing() {
        session.take_results();
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A session in Spanish on a file.
pub fn opened(path: &Path) -> Session {
    let mut session = session(Lang::Es);
    session.apply(Command::Open(path.to_owned()));
    settle(&mut session);
    session
}

/// Everything that a screen reader could say of the window.
pub fn told(window: &Harness<'_, Session>) -> Vec<String> {
    let nodes = window.root().children_recursive();
    let texts = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
    texts.flatten().filter(|text| !text.is_empty()).collect()
}
