//! What others do to the file that is open: it is looked at from time to time, and what is done then is the person's choice.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::time::Duration;

use super::comparing::CompareWith;
use super::opening::Afterwards;
use super::state::Session;
use crate::format::Stamp;

/// How often it is looked whether somebody else wrote the file.
const LOOK: Duration = Duration::from_secs(2);

/// What is done where somebody else wrote the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meanwhile {
    /// Opens it as it is there; what was edited here is given up.
    Reload,
    /// Goes on with what is here; saving then asks no more.
    KeepMine,
    /// Holds both side by side.
    Compare,
    /// Takes over what is there, and does what was edited here once more on it: record by record.
    Merge,
    /// Leaves what both changed as it is now: nothing is left to settle.
    Settled,
}

/// What somebody else did to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Outside {
    Changed,
    Gone,
}

/// Looks at the file of the open portfolio from time to time, without waking the window where nothing happened.
pub struct Watch {
    stop: Arc<AtomicBool>,
    /// What others did; nothing where a file that was gone is back as it was.
    seen: Receiver<Option<Outside>>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn look(path: &Path, stamp: &Stamp, stop: &AtomicBool, seen: &Sender<Option<Outside>>, wake: &dyn Fn()) {
    let tell = |outside| {
        let told = !stop.load(Ordering::Relaxed) && seen.send(outside).is_ok();
        if told {
            wake();
        }
        told
    };
    let mut gone = false;
    while !stop.load(Ordering::Relaxed) {
        std::thread::sleep(LOOK);
        match stamp.is_that_of(path) {
            // The folder or the drive is there again.
            Ok(true) if gone => gone = !tell(None),
            Ok(true) => {}
            Ok(false) => {
                tell(Some(Outside::Changed));
                return;
            }
            Err(_) if gone => {}
            // Programs that replace a file leave a moment without one.
            Err(_) => {
                std::thread::sleep(LOOK);
                gone = !path.exists() && tell(Some(Outside::Gone));
            }
        }
    }
}

impl Session {
    /// Looks from here on whether somebody else writes the file.
    pub(super) fn watch(&mut self) {
        self.watched = None;
        let (Some(path), Some(stamp)) = (self.document.origin.path().map(Path::to_owned), self.stamp.clone()) else {
            return;
        };
        let (stop, wake) = (Arc::new(AtomicBool::new(false)), Arc::clone(&self.wake));
        let (sender, seen) = channel();
        let stopped = Arc::clone(&stop);
        let work = move || look(&path, &stamp, &stopped, &sender, &*wake);
        if self.workers.start("watch file", Arc::clone(&self.wake), work).is_ok() {
            self.watched = Some(Watch { stop, seen });
        }
    }

    pub(super) fn take_outside(&mut self) {
        // What is being saved is written by ourselves.
        if self.saving.is_some() {
            return;
        }
        match self.watched.as_ref().map(|watch| watch.seen.try_recv()) {
            Some(Ok(outside)) => self.outside = outside,
            // One that ends without a word failed; one that has said something has ended as well.
            Some(Err(TryRecvError::Disconnected)) if self.outside.is_none() => self.watch(),
            _ => {}
        }
    }

    /// What is done where somebody else wrote the file, as the person chose.
    pub(super) fn meanwhile(&mut self, meanwhile: Meanwhile) {
        if meanwhile == Meanwhile::Settled {
            return self.settled();
        }
        let Some(path) = self.document.origin.path().map(Path::to_owned) else { return };
        match meanwhile {
            Meanwhile::Settled => {}
            Meanwhile::KeepMine => {
                self.outside = None;
                self.stamp = Stamp::of(&path).ok();
                self.watch();
                // What is here is not what is there.
                self.desk.unsaved();
            }
            Meanwhile::Compare => self.compare(CompareWith::File(path)),
            // What was edited here is given up, or done once more, only when the file could be read.
            Meanwhile::Reload => self.open(path),
            Meanwhile::Merge => {
                self.open(path);
                self.afterwards = Afterwards::Merge;
            }
        }
    }
}
