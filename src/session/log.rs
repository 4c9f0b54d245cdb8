//! A log for whoever reports a fault: what the program did and where it failed, never what is in the records, not even a
//! file's name. Small, and only on this machine.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How long the log may become, in bytes; beyond it the older half goes.
const LONGEST: u64 = 64 << 10;

/// Where the log is kept.
#[derive(Clone, Debug)]
pub struct Log(PathBuf);

impl Log {
    /// A log in this file.
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Adds a line; whether it could be written does not matter to anybody.
    pub fn say(&self, line: &str) {
        let _ = self.add(line);
    }

    fn add(&self, line: &str) -> std::io::Result<()> {
        if let Some(folder) = self.0.parent() {
            fs::create_dir_all(folder)?;
        }
        if fs::metadata(&self.0).is_ok_and(|about| about.len() > LONGEST) {
            let text = fs::read_to_string(&self.0)?;
            let lines: Vec<&str> = text.lines().collect();
            let newer = lines.get(lines.len() / 2..).unwrap_or_default().join("\n");
            fs::write(&self.0, newer + "\n")?;
        }
        let now = jiff::ZonedDateTime::now().strftime("%Y-%m-%d %H:%M:%S");
        let mut file = OpenOptions::new().create(true).append(true).open(&self.0)?;
        writeln!(file, "{now} {} {line}", env!("CARGO_PKG_VERSION"))
    }

    /// From here on, says where something panics. What a panic says is left out: it may hold a record.
    pub fn listen_for_panics(&self) {
        let (log, before) = (self.clone(), std::panic::take_hook());
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
            let thread = std::thread::current().name().unwrap_or("?").to_owned();
            log.say(&format!("panic at {place} in {thread}"));
            before(panic);
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_stays_small_and_keeps_what_is_new() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::new(folder.path().join("a/log.txt"));
        for number in 0..3_000 {
            log.say(&format!("line {number} of a log that goes on for ever and ever"));
        }
        let text = fs::read_to_string(log.path()).unwrap();
        assert!(text.len() < 70_000 && text.contains("line 2999") && !text.contains("line 0 "), "{}", text.len());
    }
}
