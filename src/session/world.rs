//! The one door to the outside: files, settings, dialogs. Tests put another world behind it.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::format::{self, Read, Unreadable};

/// What the session asks of the outside. Called from workers, too.
pub trait World: Send + Sync {
    /// The settings as they were kept.
    fn load_settings(&self) -> Option<String>;
    /// Keeps the settings; a failure costs only the settings.
    fn save_settings(&self, text: &str);
    /// Reads a portfolio.
    fn read(&self, path: &Path) -> Result<Read, Unreadable>;
}

/// The real one.
pub struct RealWorld {
    settings: Option<PathBuf>,
}

impl RealWorld {
    /// With the settings where the system keeps them.
    pub fn new() -> Self {
        let folders = directories::ProjectDirs::from("org", "atalaya", "Atalaya");
        Self { settings: folders.map(|folders| folders.config_dir().join("settings.ron")) }
    }
}

impl Default for RealWorld {
    fn default() -> Self {
        Self::new()
    }
}

impl World for RealWorld {
    fn load_settings(&self) -> Option<String> {
        std::fs::read_to_string(self.settings.as_ref()?).ok()
    }

    fn save_settings(&self, text: &str) {
        let write = |path: &Path| -> std::io::Result<()> {
            let folder = path.parent().ok_or(std::io::ErrorKind::NotFound)?;
            std::fs::create_dir_all(folder)?;
            // Beside it and renamed, so that a crash leaves the old settings or the new, never half.
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(text.as_bytes())?;
            file.persist(path)?;
            Ok(())
        };
        if let Some(path) = &self.settings {
            // A read-only home is no reason to disturb anybody.
            let _ = write(path);
        }
    }

    fn read(&self, path: &Path) -> Result<Read, Unreadable> {
        format::read_file(path)
    }
}
