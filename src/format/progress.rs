//! How far a reading or an export has come, seen from another thread, and the wish that it stop.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

/// What the work on a file is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Its bytes are read: these are counted.
    #[default]
    Reading,
    /// Its rows become records: the rows are counted.
    Mapping,
    /// Its projects are looked for in the open portfolio: the projects are counted.
    Comparing,
    /// Its records go into the open portfolio: the records are counted.
    Keeping,
    /// What is exported is written: records are counted, as often as they are written.
    Writing,
    /// Pictures of a report are drawn: these are counted.
    Drawing,
    /// Sheets of a report are written: these are counted.
    Paging,
    /// What was written is put together: the bytes that this makes are counted, nobody knows of how many.
    Packing,
}

/// How far a reading or an export has come. Cheap to ask and to say, from any thread.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    whole: AtomicU64,
    bytes: AtomicU64,
    records: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// What it is at.
    pub fn stage(&self) -> Stage {
        match self.stage.load(Ordering::Relaxed) {
            1 => Stage::Mapping,
            2 => Stage::Comparing,
            3 => Stage::Keeping,
            4 => Stage::Writing,
            5 => Stage::Drawing,
            6 => Stage::Paging,
            7 => Stage::Packing,
            _ => Stage::Reading,
        }
    }

    /// Of how many bytes there are, or whatever the stage counts, so many are done, with so many records.
    pub fn seen(&self) -> (u64, u64, u64) {
        let of = |number: &AtomicU64| number.load(Ordering::Relaxed);
        (of(&self.whole), of(&self.bytes), of(&self.records))
    }

    /// Asks the reading to stop; what it has read is dropped.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Begins to count another thing, from nothing.
    pub(crate) fn enter(&self, stage: Stage, whole: usize) {
        self.stage.store(stage as u8, Ordering::Relaxed);
        self.bytes.store(0, Ordering::Relaxed);
        self.begin(whole as u64);
    }

    /// One more of what the stage counts is done. Whether to go on.
    pub(crate) fn goes_on(&self, done: usize) -> bool {
        self.bytes.fetch_max(done as u64, Ordering::Relaxed);
        !self.is_cancelled()
    }

    /// One more of what the stage counts is done.
    pub(crate) fn one_more(&self) {
        self.bytes.fetch_add(1, Ordering::Relaxed);
    }

    /// So many more of what the stage counts are done.
    pub(crate) fn more(&self, count: usize) {
        self.bytes.fetch_add(count as u64, Ordering::Relaxed);
    }

    pub(super) fn begin(&self, whole: u64) {
        self.records.store(0, Ordering::Relaxed);
        self.whole.store(whole, Ordering::Relaxed);
    }

    pub(super) fn reached(&self, byte: u64, more_records: u64) {
        self.bytes.fetch_max(byte, Ordering::Relaxed);
        self.records.fetch_add(more_records, Ordering::Relaxed);
    }
}
