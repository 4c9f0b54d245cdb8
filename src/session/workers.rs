//! Work on threads beside the window's. Where one panics that is counted, so that the window keeps what is not saved and
//! says so; whoever waits for what it makes finds that nothing comes any more.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::world::World;

/// Called at the end of work: wakes the window.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Starts work on threads and knows how often it failed. Cheap to clone; all clones count together.
#[derive(Clone, Default)]
pub struct Workers {
    world: Option<Arc<dyn World>>,
    failed: Arc<AtomicU32>,
}

impl Workers {
    /// Workers in this world.
    pub fn new(world: Arc<dyn World>) -> Self {
        Self { world: Some(world), failed: Arc::default() }
    }

    /// Does work on a thread of this name; where it panics, that is counted and the window woken.
    pub fn start(&self, name: &str, wake: Wake, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
        let (world, failed, called) = (self.world.clone(), Arc::clone(&self.failed), name.to_owned());
        let all = move || {
            if let Some(world) = world {
                world.work_begins(&called);
            }
            work();
        };
        let guarded = move || {
            // What the work held is let go with it: its receivers know before the window does.
            if catch_unwind(AssertUnwindSafe(all)).is_err() {
                failed.fetch_add(1, Ordering::Release);
                wake();
            }
        };
        std::thread::Builder::new().name(name.to_owned()).spawn(guarded).map(drop)
    }

    /// Whether any work failed since this was asked last.
    pub fn have_failed(&self) -> bool {
        self.failed.swap(0, Ordering::AcqRel) > 0
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn work_that_panics_is_counted_once_and_its_receiver_knows() {
        let workers = Workers::default();
        let (sender, result) = channel::<u8>();
        let (woken, wakes) = channel();
        let wake: Wake = Arc::new(move || woken.send(()).unwrap_or_default());
        let work = move || {
            let _held = sender;
            assert!(String::new().len() > 3, "a fault on purpose");
        };
        workers.start("test", wake, work).unwrap();
        wakes.recv().unwrap();
        assert!(result.recv().is_err());
        assert!(workers.have_failed() && !workers.have_failed());
    }
}
