//! Unsaved work, kept in a file beside the settings within seconds, and found there by a later start. Each running
//! program holds a lock on its own, so that nobody is offered the work of a window that is still open.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use crate::format::{self, Recovery, read_recovery_file};

/// How long something is edited before it is kept.
pub const SOON: Duration = Duration::from_secs(2);

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
    working: Option<(u64, Receiver<Result<(), String>>)>,
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
        Self { folder, place: None, kept: None, since: None, working: None }
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
        let since = *self.since.get_or_insert(now);
        Some(SOON.saturating_sub(now.saturating_duration_since(since)))
    }

    /// Begins to keep a text on a worker, which calls `done` at the end.
    pub fn keep(
        &mut self,
        state: u64,
        text: impl FnOnce() -> String + Send + 'static,
        done: impl FnOnce() + Send + 'static,
    ) {
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
        let work = move || {
            let text = text();
            let kept = format::replace(&path, |file| file.write_all(text.as_bytes()));
            let _ = sender.send(kept.map_err(|error| error.to_string()));
            done();
        };
        if std::thread::Builder::new().name("keep work".to_owned()).spawn(work).is_ok() {
            self.working = Some((state, result));
        }
    }

    /// Takes what a worker has finished: the state that is kept now, or why it is not.
    pub fn taken(&mut self) -> Option<Result<u64, String>> {
        let (state, result) = self.working.as_ref()?;
        let state = *state;
        let result = match result.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Err("?".to_owned()),
            Ok(result) => result,
        };
        self.working = None;
        // What failed is tried again with the next edit, and not for ever.
        self.kept = Some(state);
        Some(result.map(|()| state))
    }

    /// Whether a worker is at work.
    pub const fn is_working(&self) -> bool {
        self.working.is_some()
    }

    /// Waits for the worker, if one is at work.
    pub fn wait(&mut self) -> Option<Result<u64, String>> {
        let (state, result) = self.working.take()?;
        self.kept = Some(state);
        Some(result.recv().unwrap_or_else(|_| Err("?".to_owned())).map(|()| state))
    }

    /// Everything is saved, or was given up: nothing is kept any more.
    pub fn forget(&mut self) {
        let _ = self.wait();
        if let Some((path, _)) = &self.place {
            let _ = fs::remove_file(path);
        }
        (self.kept, self.since) = (None, None);
    }

    /// Where the work is kept, for messages.
    pub fn path(&self) -> Option<&Path> {
        self.place.as_ref().map(|(path, _)| path.as_path())
    }

    fn place(&mut self) -> Result<PathBuf, String> {
        if let Some((path, _)) = &self.place {
            return Ok(path.clone());
        }
        let folder = self.folder.clone().ok_or_else(|| "HOME?".to_owned())?;
        let told = |error: std::io::Error| error.to_string();
        fs::create_dir_all(&folder).map_err(told)?;
        for number in 0..10_000 {
            let lock = folder.join(format!("{number}.lock"));
            let file = File::options().create(true).truncate(false).write(true).open(&lock).map_err(told)?;
            let path = lock.with_extension("ron");
            if file.try_lock().is_ok() && !path.exists() {
                self.place = Some((path.clone(), file));
                return Ok(path);
            }
        }
        Err(folder.display().to_string())
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

/// Work that was kept by sessions that are no more. What cannot be read is left where it is.
pub fn found(folder: &Path) -> Vec<Found> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron") && is_left(path));
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
    let _ = fs::remove_file(&found.path);
    let _ = fs::remove_file(found.path.with_extension("lock"));
}
