//! What is remembered from start to start: the way in which a window opened, and how many starts in a row were not
//! finished. A small file beside the settings; where it is damaged or cannot be written, a start is slower and no more.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::way::Way;
use crate::session::RealWorld;

/// How long a slow way is taken without trying the others again, in seconds: drivers are repaired.
const SLOW_FOR: u64 = 7 * 24 * 60 * 60;
/// After how many unfinished starts in a row the next is a clean one.
const PATIENCE: u32 = 2;

/// What is remembered from start to start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Starts {
    path: Option<PathBuf>,
    kept: Kept,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// The version of the program for which the way worked: another one may draw otherwise.
    version: String,
    worked: Option<Way>,
    /// Since when, in seconds since 1970.
    since: u64,
    unfinished: u32,
}

impl Starts {
    /// As they were kept.
    pub fn load(world: &RealWorld) -> Self {
        Self::at(world.beside_settings("start.ron"))
    }

    fn at(path: Option<PathBuf>) -> Self {
        let text = path.as_ref().and_then(|path| fs::read_to_string(path).ok());
        let mut kept: Kept = text.and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
        let is_old = now().saturating_sub(kept.since) > SLOW_FOR && kept.worked.is_some_and(Way::is_software);
        if kept.version != env!("CARGO_PKG_VERSION") || is_old {
            kept.worked = None;
        }
        Self { path, kept }
    }

    /// The way that worked.
    pub const fn worked(&self) -> Option<Way> {
        self.kept.worked
    }

    /// Whether the way worked the last time, so that it need not be tried in another process first.
    pub fn trusts(&self, way: Way) -> bool {
        self.kept.worked == Some(way) && self.kept.unfinished == 0
    }

    /// Whether the last starts went so badly that this one should begin from nothing.
    pub const fn asks_for_a_clean_one(&self) -> bool {
        self.kept.unfinished >= PATIENCE
    }

    /// A start begins. It is unfinished until somebody says otherwise.
    pub fn begin(&mut self) {
        self.kept.unfinished = self.kept.unfinished.saturating_add(1);
        self.keep();
    }

    /// It failed in an orderly way, for a reason outside the program: that does not count.
    pub fn excuse(&mut self) {
        self.kept.unfinished = self.kept.unfinished.saturating_sub(1);
        self.keep();
    }

    /// Something is on the screen.
    pub fn drew(&mut self, way: Way) {
        if self.kept.worked != Some(way) {
            (self.kept.worked, self.kept.since) = (Some(way), now());
        }
        self.keep();
    }

    /// The window has stood long enough, or was closed in order.
    pub fn finish(&mut self) {
        self.kept.unfinished = 0;
        self.keep();
    }

    /// The way that worked does no more, or is not to be taken.
    pub fn forget_way(&mut self) {
        self.kept.worked = None;
        self.keep();
    }

    /// Without a flush to the disk: nothing is lost with it.
    fn keep(&mut self) {
        env!("CARGO_PKG_VERSION").clone_into(&mut self.kept.version);
        let Some(path) = &self.path else { return };
        let Ok(text) = ron::to_string(&self.kept) else { return };
        if let Some(folder) = path.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::write(path, text);
    }
}

/// Seconds since 1970; a clock that stands before counts as then.
fn now() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_folder(folder: &tempfile::TempDir) -> Starts {
        Starts::at(Some(folder.path().join("a/start.ron")))
    }

    #[test]
    fn what_worked_is_trusted_until_a_start_is_not_finished() {
        let folder = tempfile::tempdir().unwrap();
        let mut starts = in_folder(&folder);
        assert_eq!(starts.worked(), None);
        starts.begin();
        starts.drew(Way::X11Software);
        assert!(!in_folder(&folder).trusts(Way::X11Software));
        starts.finish();
        assert!(in_folder(&folder).trusts(Way::X11Software) && !in_folder(&folder).trusts(Way::X11));
        starts.begin();
        assert!(!in_folder(&folder).trusts(Way::X11Software));
        assert_eq!(in_folder(&folder).worked(), Some(Way::X11Software));
    }

    #[test]
    fn two_unfinished_starts_ask_for_a_clean_one_and_excused_ones_do_not() {
        let folder = tempfile::tempdir().unwrap();
        for excused in [true, false] {
            for _ in 0..2 {
                assert!(!in_folder(&folder).asks_for_a_clean_one());
                in_folder(&folder).begin();
                if excused {
                    in_folder(&folder).excuse();
                }
            }
            assert_eq!(in_folder(&folder).asks_for_a_clean_one(), !excused);
        }
        in_folder(&folder).finish();
        assert!(!in_folder(&folder).asks_for_a_clean_one());
    }

    #[test]
    fn damage_and_other_versions_forget_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("start.ron");
        for text in ["", "\u{0}", "(worked: Some(Vulkan))", "(version: \"0.0.1\", worked: Some(X11))"] {
            fs::write(&path, text).unwrap();
            assert_eq!(Starts::at(Some(path.clone())).worked(), None, "{text}");
        }
        let since = |way: &str, seconds: u64| {
            let version = env!("CARGO_PKG_VERSION");
            fs::write(&path, format!("(version: {version:?}, worked: Some({way}), since: {seconds})")).unwrap();
            Starts::at(Some(path.clone())).worked()
        };
        assert_eq!(since("X11Software", now()), Some(Way::X11Software));
        assert_eq!(since("X11Software", now() - SLOW_FOR - 60), None);
        assert_eq!(since("X11", 0), Some(Way::X11));
        let mut nowhere = Starts::at(None);
        nowhere.begin();
        nowhere.drew(Way::X11);
        assert_eq!(nowhere.worked(), Some(Way::X11));
    }
}
