//! The start: the ways to draw a window are tried one after the other, the next in a process that takes this one's place,
//! until one draws; a person notices no more than slowness. What worked is remembered. Where none does, a sentence says
//! what to do.

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

use super::displays;
use super::probe::{self, Found};
use super::reached::{Reached, Watch};
use super::starts::Starts;
use super::way::Way;
use super::{Clean, Start, show};
use crate::cli;
use crate::i18n::{Words, system_lang};
use crate::model::Lang;
use crate::session::{RealWorld, Settings, World as _};

/// The way that was found to draw, told to the process that takes it.
const WAY: &str = "ATALAYA_WAY";
/// The ways that failed before.
const FAILED: &str = "ATALAYA_FAILED";
/// Set where the display is asked a second time.
const RETRIED: &str = "ATALAYA_RETRIED";
/// How long a display needs to come back: servers of X11 begin anew when their last client, here a probe, is gone.
const A_MOMENT: Duration = Duration::from_millis(400);
/// Set where the window opens again after its display was lost.
const AGAIN: &str = "ATALAYA_AGAIN";
/// A window that stood less is not opened again: what took it would take the next.
const WORTH_REOPENING: Duration = Duration::from_secs(10);

/// Opens the window, on a file where one is given, and returns when it is closed.
pub fn start(file: Option<PathBuf>, clean: bool) -> ExitCode {
    if probe::is_one() {
        return probe::run();
    }
    let mut attempt = Attempt::new(file, clean);
    let ways = displays::ways();
    if ways.is_empty() {
        return attempt.give_up(Found::NoDisplay);
    }
    let mut found = Found::NoDisplay;
    let mut used = false;
    for way in attempt.in_order(ways) {
        let sent = if attempt.trusts(way) { Found::Ready } else { attempt.send(way) };
        if sent != Found::Ready {
            attempt.failed(way, sent, &mut found);
            continue;
        }
        // A process makes one window, in the environment that it was started with.
        if used || !(way.is_in_place() || attempt.given == Some(way)) {
            attempt.take_place(way, false);
            attempt.failed(way, Found::NoDriver, &mut found);
            continue;
        }
        used = true;
        match attempt.open(way) {
            End::Closed => return ExitCode::SUCCESS,
            End::Lost => return attempt.reopen(),
            End::Failed(why) => {
                if why == Found::NoDisplay && env::var_os(RETRIED).is_none() {
                    std::thread::sleep(A_MOMENT);
                    attempt.take_place(way, true);
                }
                attempt.failed(way, why, &mut found);
            }
        }
    }
    attempt.give_up(found)
}

/// How a window ended.
enum End {
    Closed,
    /// It never stood.
    Failed(Found),
    /// It stood, and then there was nothing to draw on.
    Lost,
}

struct Attempt {
    world: RealWorld,
    starts: Starts,
    lang: Lang,
    file: Option<PathBuf>,
    clean: Clean,
    reached: Reached,
    given: Option<Way>,
    failed: Vec<Way>,
}

impl Attempt {
    fn new(file: Option<PathBuf>, clean: bool) -> Self {
        let world = RealWorld::new();
        let mut starts = Starts::load(&world);
        let clean = match clean {
            true => Clean::Asked,
            false if starts.asks_for_a_clean_one() => Clean::Failed,
            false => Clean::No,
        };
        let chosen = world.load_settings().and_then(|text| Settings::from_text(&text).lang);
        let lang = chosen.unwrap_or_else(system_lang);
        let told = |name: &str| env::var(name).unwrap_or_default();
        let failed: Vec<Way> = told(FAILED).split(',').filter_map(Way::from_name).collect();
        let given = Way::from_name(&told(WAY));
        if clean != Clean::No && given.is_none() {
            starts.forget_way();
        }
        Self { world, starts, lang, file, clean, reached: Reached::default(), given, failed }
    }

    /// What was found to draw first, then what worked the last time, then the best.
    fn in_order(&self, mut ways: Vec<Way>) -> Vec<Way> {
        ways.retain(|way| !self.failed.contains(way));
        ways.sort_by_key(|way| (Some(*way) != self.given, Some(*way) != self.starts.worked()));
        ways
    }

    /// Whether no probe is to be sent: it was, or it would tell nothing.
    fn trusts(&self, way: Way) -> bool {
        way == Way::System || displays::socket_is_given() || self.given == Some(way) || self.starts.trusts(way)
    }

    /// Sends a probe, and another one where the display may be about to come back.
    fn send(&self, way: Way) -> Found {
        let found = probe::send(way);
        if found != Found::NoDisplay || !self.failed.is_empty() {
            return found;
        }
        std::thread::sleep(A_MOMENT);
        probe::send(way)
    }

    fn failed(&mut self, way: Way, why: Found, found: &mut Found) {
        self.world.log(&format!("{} draws no window: {why:?}", way.name()));
        self.failed.push(way);
        if self.starts.worked() == Some(way) {
            self.starts.forget_way();
        }
        if why != Found::NoDisplay {
            *found = why;
        }
    }

    fn open(&mut self, way: Way) -> End {
        self.listen_for_panics();
        self.world.log(&format!("window on {} {} by {}", env::consts::OS, env::consts::ARCH, way.name()));
        self.starts.begin();
        let watch = Watch::new(self.reached.clone(), self.starts.clone(), way);
        let again = env::var_os(AGAIN).is_some();
        let start = Start { file: self.file.clone(), clean: self.clean, again, watch: Some(watch) };
        let ended = catch_unwind(AssertUnwindSafe(|| show(start)));
        let lost = self.reached.shown_for().is_some();
        match ended {
            Ok(Ok(())) => End::Closed,
            Ok(Err(error)) => {
                self.world.log(&format!("window failed: {error}"));
                if lost {
                    return End::Lost;
                }
                self.starts.excuse();
                End::Failed(Found::of(&error))
            }
            Err(_) if lost => End::Lost,
            // It may as well be the settings that did it: that start counts as unfinished.
            Err(_) => End::Failed(Found::NoDriver),
        }
    }

    /// What fails before anything is on the screen is said in a sentence and not by a panic.
    fn listen_for_panics(&self) {
        let (reached, before) = (self.reached.clone(), std::panic::take_hook());
        std::panic::set_hook(Box::new(move |panic| {
            if reached.shown_for().is_some() {
                before(panic);
            }
        }));
        if let Some(log) = self.world.log_file() {
            log.listen_for_panics();
        }
    }

    /// The program anew, along this way, in place of this one.
    fn take_place(&self, way: Way, again: bool) {
        let failed: Vec<&str> = self.failed.iter().map(|way| way.name()).collect();
        let Ok(mut command) = itself(env::args_os().skip(1)) else { return };
        command.env(WAY, way.name()).env(FAILED, failed.join(","));
        probe::set(&mut command, way);
        if again {
            command.env(RETRIED, "1");
        }
        self.give_way(command);
    }

    /// The program anew, on the file that was open: its display was lost, and work that was not saved is kept.
    fn reopen(&mut self) -> ExitCode {
        // As its window left it.
        self.starts = Starts::default();
        self.starts = Starts::load(&self.world);
        self.starts.forget_way();
        if self.reached.shown_for().is_some_and(|shown| shown >= WORTH_REOPENING)
            && let Ok(mut command) = itself(self.reached.open().map(PathBuf::into_os_string))
        {
            command.env(AGAIN, "1").env_remove(WAY).env_remove(FAILED).env_remove(RETRIED);
            self.give_way(command);
        }
        self.fail("start-lost", true)
    }

    /// Returns only where the other program cannot be started.
    #[cfg(unix)]
    fn give_way(&self, mut command: Command) {
        use std::os::unix::process::CommandExt as _;
        let error = command.exec();
        self.world.log(&format!("cannot start anew: {error}"));
    }

    /// Returns only where the other program cannot be started.
    #[cfg(not(unix))]
    fn give_way(&self, mut command: Command) {
        match command.spawn() {
            Ok(_) => std::process::exit(0),
            Err(error) => self.world.log(&format!("cannot start anew: {error}")),
        }
    }

    fn give_up(&self, found: Found) -> ExitCode {
        let key = match found {
            Found::NoDisplay => "start-no-display",
            _ if cfg!(any(windows, target_os = "macos")) => "start-no-driver-elsewhere",
            _ => "start-no-driver",
        };
        self.fail(key, found != Found::NoDisplay)
    }

    /// Says why there is no window. Whoever opened the program from the desktop reads no terminal: where there is a
    /// display, the system's own dialog says it as well.
    fn fail(&self, key: &str, has_display: bool) -> ExitCode {
        let text = Words::new(self.lang).t(key);
        cli::complain(&text);
        if has_display && !std::io::stderr().is_terminal() {
            let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
            dialog.set_title("Atalaya").set_description(text).show();
        }
        ExitCode::from(cli::FAILED)
    }
}

/// This program with these arguments.
fn itself(args: impl IntoIterator<Item = OsString>) -> std::io::Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.args(args);
    Ok(command)
}
