//! How far a reading has come, seen from another thread, and the wish that it stop.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How far a reading has come. Cheap to ask and to say, from any thread.
#[derive(Debug, Default)]
pub struct Progress {
    whole: AtomicU64,
    bytes: AtomicU64,
    records: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Of how many bytes there are so many are read, with so many records.
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

    pub(super) fn begin(&self, whole: u64) {
        self.records.store(0, Ordering::Relaxed);
        self.whole.store(whole, Ordering::Relaxed);
    }

    pub(super) fn reached(&self, byte: u64, more_records: u64) {
        self.bytes.fetch_max(byte, Ordering::Relaxed);
        self.records.fetch_add(more_records, Ordering::Relaxed);
    }
}
