//! Unsaved work, kept in a file beside the settings within seconds, and found there by a later start. Each running
//! program holds a lock on its own, so that nobody is offered the work of a window that is still open.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use super::superseded::{self, Superseding};
use super::workers::{Wake, Workers};
use crate::format::{self, Recovery, read_recovery_file};
use crate::i18n::Words;

/// How long something is edited before it is kept.
pub const SOON: Duration = Duration::from_secs(2);

/// How long after a failure the same is tried again, where nothing else is edited before.
const AGAIN: Duration = Duration::from_secs(30);

/// Keeps the unsaved work of one session.
#[derive(Default)]
pub struct Keeper {
    folder: Option<PathBuf>,
    /// Where it is kept, once there was something to keep; with the lock that says that somebody is at work.
    place: Option<(PathBuf, File)>,
    /// The state that is kept.
    kept: Option<u64>,
    /// Since when there is something else to keep.
    since: Option<Instant>,
    /// What could not be kept, and when.
    failed: Option<(u64, Instant)>,
    working: Option<(u64, Receiver<Result<(), NotKept>>)>,
}

/// Why work was not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// As the system says it.
    #[error("{0}")]
    System(String),
    /// The program failed at it.
    #[error("the program failed")]
    Failed,
}

impl From<std::io::Error> for NotKept {
    fn from(error: std::io::Error) -> Self {
        Self::System(error.to_string())
    }
}

impl NotKept {
    /// In the person's words, with what to do.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::System(why) => words.tf("recovery-not-kept", &[("why", why.into())]),
            Self::Failed => words.t("recovery-failed"),
        }
    }
}

/// Work that was kept and never saved.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is kept.
    pub path: PathBuf,
    /// What was edited.
    pub recovery: Recovery,
}

impl Keeper {
    /// Keeps work in this folder; nowhere where there is none.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, place: None, kept: None, since: None, failed: None, working: None }
    }

    /// Whether it is time to keep this state, and after how long where it is not yet; `None` where nothing is to be kept.
    pub fn due(&mut self, state: Option<u64>, now: Instant) -> Option<Duration> {
        self.folder.as_ref()?;
        let Some(state) = state else {
            self.since = None;
            return None;
        };
        let working = self.working.as_ref().is_some_and(|(working, _)| *working == state);
        if self.kept == Some(state) || working {
            self.since = None;
            return None;
        }
        if let Some((_, at)) = self.failed.filter(|(failed, _)| *failed == state) {
            return Some(AGAIN.saturating_sub(now.saturating_duration_since(at)));
        }
        let since = *self.since.get_or_insert(now);
        Some(SOON.saturating_sub(now.saturating_duration_since(since)))
    }

    /// Begins to keep a text on a worker, which wakes the window at the end.
    pub fn keep(&mut self, state: u64, text: impl FnOnce() -> String + Send + 'static, workers: &Workers, wake: &Wake) {
        self.since = None;
        if self.working.is_some() {
            return;
        }
        let path = match self.place() {
            Ok(path) => path,
            Err(why) => {
                let (sender, failed) = channel();
                let _ = sender.send(Err(why));
                self.working = Some((state, failed));
                return;
            }
        };
        let (sender, result) = channel();
        let done = Wake::clone(wake);
        let work = move || {
            let _ = sender.send(written(&path, &text()));
            done();
        };
        if workers.start("keep work", Wake::clone(wake), work).is_ok() {
            self.working = Some((state, result));
        }
    }

    /// Keeps a text here and now, whatever a worker was at: what comes after cannot be waited for.
    pub fn keep_at_once(&mut self, state: u64, text: impl FnOnce() -> String) -> Result<(), NotKept> {
        let _ = self.wait();
        if self.kept == Some(state) {
            return Ok(());
        }
        let kept = self.place().and_then(|path| written(&path, &text()));
        self.ended(state, kept).map(|_| ())
    }

    /// Takes what a worker has finished: the state that is kept now, or why it is not.
    pub fn taken(&mut self) -> Option<Result<u64, NotKept>> {
        let (state, result) = self.working.as_ref()?;
        let state = *state;
        let result = match result.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Err(NotKept::Failed),
            Ok(result) => result,
        };
        self.working = None;
        Some(self.ended(state, result))
    }

    fn ended(&mut self, state: u64, result: Result<(), NotKept>) -> Result<u64, NotKept> {
        match result {
            Ok(()) => {
                (self.kept, self.failed) = (Some(state), None);
                Ok(state)
            }
            Err(why) => {
                self.failed = Some((state, Instant::now()));
                Err(why)
            }
        }
    }

    /// Whether a worker is at work.
    pub const fn is_working(&self) -> bool {
        self.working.is_some()
    }

    /// Waits for the worker, if one is at work.
    pub fn wait(&mut self) -> Option<Result<u64, NotKept>> {
        let (state, result) = self.working.take()?;
        let result = result.recv().unwrap_or(Err(NotKept::Failed));
        Some(self.ended(state, result))
    }

    /// Another portfolio is open: its states have nothing to do with those that were kept.
    pub fn begin_anew(&mut self) {
        let _ = self.wait();
        (self.kept, self.failed, self.since) = (None, None, None);
    }

    /// Everything is saved, or was given up: nothing is kept any more.
    pub fn forget(&mut self) {
        self.begin_anew();
        if let Some((path, _)) = &self.place {
            let _ = fs::remove_file(path);
            superseded::unmark(path);
        }
    }

    /// What is kept now, for whoever is about to save it; nothing where nothing is. Waits for the worker, so that nothing
    /// older is kept while a save is under way.
    pub fn superseding(&mut self) -> Option<Superseding> {
        // What could not be kept is tried again, should the save fail as well.
        let _ = self.wait();
        Superseding::of(self.path()?)
    }

    /// Where the work is kept, for messages.
    pub fn path(&self) -> Option<&Path> {
        self.place.as_ref().map(|(path, _)| path.as_path())
    }

    fn place(&mut self) -> Result<PathBuf, NotKept> {
        if let Some((path, _)) = &self.place {
            return Ok(path.clone());
        }
        let folder = self.folder.clone().ok_or_else(|| NotKept::System("HOME?".to_owned()))?;
        fs::create_dir_all(&folder)?;
        for number in 0..10_000 {
            let lock = folder.join(format!("{number}.lock"));
            let file = File::options().create(true).truncate(false).write(true).open(&lock)?;
            let path = lock.with_extension("ron");
            if file.try_lock().is_ok() && !path.exists() {
                self.place = Some((path.clone(), file));
                return Ok(path);
            }
        }
        Err(NotKept::System(folder.display().to_string()))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        if let Some((path, _)) = self.place.take()
            && !path.exists()
        {
            let _ = fs::remove_file(path.with_extension("lock"));
        }
    }
}

fn written(path: &Path, text: &str) -> Result<(), NotKept> {
    Ok(format::replace(path, |file| file.write_all(text.as_bytes()))?)
}

/// Work that was kept by sessions that are no more. What cannot be read is left where it is.
pub fn found(folder: &Path) -> Vec<Found> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron") && is_left(path));
    paths.retain(|path| {
        let saved = superseded::is_superseded(path);
        if saved {
            remove(path);
        }
        !saved
    });
    paths.sort();
    let read = |path: PathBuf| Some(Found { recovery: read_recovery_file(&path).ok()?, path });
    paths.into_iter().filter_map(read).collect()
}

/// Whether nobody is at work on what is kept here.
fn is_left(path: &Path) -> bool {
    File::open(path.with_extension("lock")).map_or(true, |lock| lock.try_lock().is_ok())
}

/// Takes kept work away, for good.
pub fn give_up(found: &Found) {
    remove(&found.path);
}

fn remove(path: &Path) {
    let _ = fs::remove_file(path);
    superseded::unmark(path);
    let _ = fs::remove_file(path.with_extension("lock"));
}
