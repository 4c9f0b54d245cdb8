//! What the process learns of its window: whether something was ever on the screen, since when, and what was open last.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::starts::Starts;
use super::way::Way;

/// A window that has stood this long has started.
const SETTLED: Duration = Duration::from_secs(3);

/// Shared by the process and its window; outlives a window that panics.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    drawn: Arc<OnceLock<Instant>>,
    open: Arc<Mutex<Option<PathBuf>>>,
}

impl Reached {
    /// How long there has been something on the screen; `None` where there never was.
    pub fn shown_for(&self) -> Option<Duration> {
        self.drawn.get().map(Instant::elapsed)
    }

    /// The file that was open last.
    pub fn open(&self) -> Option<PathBuf> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says which file is open, at the end.
    pub fn set_open(&self, path: Option<PathBuf>) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = path;
    }
}

/// Follows a start from its first frame until the window has stood for a while.
#[derive(Debug)]
pub struct Watch {
    reached: Reached,
    starts: Starts,
    way: Way,
    finished: bool,
}

impl Watch {
    /// Watches a start along a way.
    pub const fn new(reached: Reached, starts: Starts, way: Way) -> Self {
        Self { reached, starts, way, finished: false }
    }

    /// The way along which the window was drawn.
    pub const fn way(&self) -> Way {
        self.way
    }

    /// Called in every frame.
    pub fn frame(&mut self, ctx: &Context) {
        if self.finished {
            return;
        }
        match self.reached.shown_for() {
            // The second frame comes after the first was shown.
            None if ctx.cumulative_frame_nr() > 0 => {
                let _ = self.reached.drawn.set(Instant::now());
                self.starts.drew(self.way);
                ctx.request_repaint_after(SETTLED);
            }
            None => ctx.request_repaint(),
            Some(shown) if shown >= SETTLED => self.finish(),
            Some(shown) => ctx.request_repaint_after(SETTLED.saturating_sub(shown)),
        }
    }

    /// The start is over: the window has stood long enough, or is closed in order.
    pub fn finish(&mut self) {
        if !self.finished {
            self.finished = true;
            self.starts.finish();
        }
    }

    /// Says which file is open, at the end.
    pub fn set_open(&self, path: Option<PathBuf>) {
        self.reached.set_open(path);
    }
}
