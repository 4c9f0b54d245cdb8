//! The one door to the outside: files, settings, dialogs. Tests put another world behind it.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::about::Places;
use super::log::Log;
use super::naming::ENDING;
use crate::export::{self, StampFound};
use crate::format::iati::ThemeMap;
use crate::format::sheet::{Grid, Mapping, guess};
use crate::format::{self, AsTable, NotesUnreadable, Other, Progress, Read, Unreadable};
use crate::model::{Day, Notes};
use crate::query::{Harvest, Harvesting};

/// How long settings may be, in bytes; what is longer was never written by this program.
const LONGEST_SETTINGS: u64 = 1 << 20;

/// What the session asks of the outside. Called from workers, too.
pub trait World: Send + Sync {
    /// The settings as they were kept.
    fn load_settings(&self) -> Option<String>;
    /// Keeps the settings; a failure costs only the settings.
    fn save_settings(&self, text: &str);
    /// Copies the settings aside before others are kept in their place, and says where.
    fn copy_settings_aside(&self) -> Option<PathBuf> {
        None
    }
    /// Reads a portfolio, saying how far it has come; with what its index is made of, where it is large.
    fn read(&self, path: &Path, progress: &Progress) -> Result<(Read, Vec<Harvest>), Unreadable>;
    /// The first projects of a large portfolio.
    fn preview(&self, path: &Path, progress: &Progress) -> Option<Read>;
    /// The layer of notes kept under this key, where there is one.
    fn load_notes(&self, key: &str) -> Result<Option<Notes>, NotesUnreadable>;
    /// Keeps a layer of notes; else why not, as the system says it.
    fn save_notes(&self, key: &str, notes: &Notes) -> Result<(), String>;
    /// Puts a layer that cannot be read aside, so that nothing overwrites it, and says where.
    fn set_notes_aside(&self, key: &str) -> Option<PathBuf>;
    /// Reads a layer of notes from a file.
    fn read_notes(&self, path: &Path) -> Result<Notes, NotesUnreadable>;
    /// Writes a text to a file that the person chose; else why not, as the system says it.
    fn write(&self, path: &Path, text: &str) -> std::io::Result<()>;
    /// A path among the person's documents under which nothing stands yet.
    fn free_place(&self, name: &str) -> Option<PathBuf>;
    /// Today, where the person is.
    fn today(&self) -> Day;
    /// The time by the person's clock, to the minute, for people: "2026-11-26 10:31".
    fn now(&self) -> String;
    /// Adds a line to the log for fault reports, without anything of the records.
    fn log(&self, line: &str);
    /// Where work is kept that is not saved yet; `None` where there is no such place.
    fn recovery_folder(&self) -> Option<PathBuf>;
    /// Reads a file of another format.
    fn other(&self, path: &Path, table: &AsTable, progress: &Progress) -> Result<Other, Unreadable> {
        format::read_other(path, table, &ThemeMap::default(), progress)
    }
    /// The view that an export was made from, where a file is one.
    fn stamp(&self, path: &Path) -> Option<StampFound> {
        export::stamp_of(&format::read_bytes(path, &Progress::default()).ok()?)
    }
    /// The mapping that was kept for a table with these headers.
    fn mapping(&self, _headers: &Grid) -> Option<Mapping> {
        None
    }
    /// Keeps a mapping for the next table with the same headers; a failure costs only that.
    fn keep_mapping(&self, _grid: &Grid, _mapping: &Mapping) {}
    /// Work begins on a thread of this name; nothing happens in the real world.
    fn work_begins(&self, _name: &str) {}
    /// Where things are kept on this machine.
    fn places(&self) -> Places {
        Places::default()
    }
    /// Where a page is written that is to be opened in the browser.
    fn page_path(&self) -> Option<PathBuf> {
        None
    }
}

/// A name for the mappings of tables with these headers.
fn mapping_name(grid: &Grid) -> String {
    let headers: Vec<String> = guess(grid).columns.into_iter().map(|column| column.header).collect();
    format!("{:08x}.ron", crc32fast::hash(headers.join("\u{1f}").as_bytes()))
}

/// The real one.
pub struct RealWorld {
    settings: Option<PathBuf>,
    notes: Option<PathBuf>,
    recovery: Option<PathBuf>,
    /// Mappings of tables, by their headers.
    mappings: Option<PathBuf>,
    /// Which sector codes belong to which theme, where the person has a table of their own.
    themes: Option<PathBuf>,
    /// Pages for the browser.
    pages: Option<PathBuf>,
    log: Option<Log>,
}

impl RealWorld {
    /// With the settings where the system keeps them.
    pub fn new() -> Self {
        let folders = directories::ProjectDirs::from("org", "atalaya", "Atalaya");
        Self {
            settings: folders.as_ref().map(|folders| folders.config_dir().join("settings.ron")),
            notes: folders.as_ref().map(|folders| folders.data_dir().join("notes")),
            recovery: folders.as_ref().map(|folders| folders.data_dir().join("recovery")),
            mappings: folders.as_ref().map(|folders| folders.config_dir().join("mappings")),
            themes: folders.as_ref().map(|folders| folders.config_dir().join("iati-themes.ron")),
            pages: folders.as_ref().map(|folders| folders.cache_dir().to_owned()),
            log: folders.as_ref().map(|folders| Log::new(folders.data_dir().join("log.txt"))),
        }
    }

    /// Without a place to keep anything: whatever is kept, is not.
    pub const fn without_home() -> Self {
        Self { settings: None, notes: None, recovery: None, mappings: None, themes: None, pages: None, log: None }
    }

    /// Puts the settings aside and says where. Where that cannot be done they are neither read nor written any more.
    pub fn put_settings_aside(&mut self) -> Option<PathBuf> {
        let path = self.settings.as_ref()?;
        if !path.exists() {
            return None;
        }
        let aside = free_beside(path).filter(|free| std::fs::rename(path, free).is_ok());
        if aside.is_none() {
            self.settings = None;
        }
        aside
    }

    /// A file beside the settings.
    pub fn beside_settings(&self, name: &str) -> Option<PathBuf> {
        Some(self.settings.as_ref()?.with_file_name(name))
    }

    /// The log for fault reports.
    pub const fn log_file(&self) -> Option<&Log> {
        self.log.as_ref()
    }

    fn layer(&self, key: &str) -> Option<PathBuf> {
        Some(self.notes.as_ref()?.join(format!("{key}.ron")))
    }
}

impl Default for RealWorld {
    fn default() -> Self {
        Self::new()
    }
}

impl World for RealWorld {
    fn load_settings(&self) -> Option<String> {
        let mut bytes = Vec::new();
        File::open(self.settings.as_ref()?).ok()?.take(LONGEST_SETTINGS).read_to_end(&mut bytes).ok()?;
        // What is no text is damaged, and that is to be said.
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn copy_settings_aside(&self) -> Option<PathBuf> {
        let path = self.settings.as_ref()?;
        let free = free_beside(path)?;
        std::fs::copy(path, &free).ok().map(|_| free)
    }

    fn save_settings(&self, text: &str) {
        if let Some(path) = &self.settings {
            // A read-only home is no reason to disturb anybody.
            let _ = write_whole(path, text);
        }
    }

    fn read(&self, path: &Path, progress: &Progress) -> Result<(Read, Vec<Harvest>), Unreadable> {
        let harvesting = Harvesting::default();
        format::read_file(path, progress, &|| harvesting.begin())
    }

    fn preview(&self, path: &Path, progress: &Progress) -> Option<Read> {
        format::preview(path, progress)
    }

    fn load_notes(&self, key: &str) -> Result<Option<Notes>, NotesUnreadable> {
        let Some(path) = self.layer(key) else { return Ok(None) };
        match format::read_notes_file(&path) {
            Err(NotesUnreadable::File(Unreadable::NotFound)) => Ok(None),
            read => read.map(Some),
        }
    }

    fn save_notes(&self, key: &str, notes: &Notes) -> Result<(), String> {
        let path = self.layer(key).ok_or_else(|| "HOME?".to_owned())?;
        write_whole(&path, &format::write_notes(notes)).map_err(|error| error.to_string())
    }

    fn set_notes_aside(&self, key: &str) -> Option<PathBuf> {
        let path = self.layer(key)?;
        let free = free_beside(&path)?;
        std::fs::rename(&path, &free).ok().map(|()| free)
    }

    fn read_notes(&self, path: &Path) -> Result<Notes, NotesUnreadable> {
        format::read_notes_file(path)
    }

    fn write(&self, path: &Path, text: &str) -> std::io::Result<()> {
        write_whole(path, text)
    }

    fn free_place(&self, name: &str) -> Option<PathBuf> {
        let folders = directories::UserDirs::new()?;
        let folder = folders.document_dir().filter(|folder| folder.is_dir()).unwrap_or(folders.home_dir());
        let ours = name.strip_suffix(ENDING).map(|stem| (stem, ENDING.trim_start_matches('.')));
        let (stem, ending) = ours.or_else(|| name.rsplit_once('.')).unwrap_or((name, "txt"));
        let numbered = (2..1000).map(|n| format!("{stem}-{n}.{ending}"));
        let mut paths = std::iter::once(name.to_owned()).chain(numbered).map(|name| folder.join(name));
        paths.find(|path| !path.exists())
    }

    fn today(&self) -> Day {
        Day::of(jiff::ZonedDateTime::now().date())
    }

    fn now(&self) -> String {
        jiff::ZonedDateTime::now().strftime("%Y-%m-%d %H:%M").to_string()
    }

    fn log(&self, line: &str) {
        if let Some(log) = &self.log {
            log.say(line);
        }
    }

    fn recovery_folder(&self) -> Option<PathBuf> {
        self.recovery.clone()
    }

    fn other(&self, path: &Path, table: &AsTable, progress: &Progress) -> Result<Other, Unreadable> {
        let own = self.themes.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
        let themes = own.and_then(|text| ThemeMap::read(&text).ok()).unwrap_or_default();
        format::read_other(path, table, &themes, progress)
    }

    fn mapping(&self, grid: &Grid) -> Option<Mapping> {
        let path = self.mappings.as_ref()?.join(mapping_name(grid));
        Mapping::from_ron(&std::fs::read_to_string(path).ok()?).ok()
    }

    fn keep_mapping(&self, grid: &Grid, mapping: &Mapping) {
        if let Some(folder) = &self.mappings {
            let _ = write_whole(&folder.join(mapping_name(grid)), &mapping.to_ron());
        }
    }

    fn places(&self) -> Places {
        Places {
            settings: self.settings.clone(),
            notes: self.notes.clone(),
            recovery: self.recovery.clone(),
            log: self.log.as_ref().map(|log| log.path().to_owned()),
        }
    }

    fn page_path(&self) -> Option<PathBuf> {
        Some(self.pages.as_ref()?.join("atalaya.html"))
    }
}

/// A name beside a file under which nothing stands yet.
fn free_beside(path: &Path) -> Option<PathBuf> {
    (1..1000).map(|n: u32| path.with_extension(format!("{n}.ron"))).find(|path| !path.exists())
}

/// Writes a text, with the folders that it stands in.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().ok_or(std::io::ErrorKind::NotFound)?;
    std::fs::create_dir_all(folder)?;
    format::replace(path, |file| file.write_all(text.as_bytes()))
}
