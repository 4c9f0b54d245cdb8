//! Asking for a file's name where the system has no dialog for it: what was typed, what stands there, and whether that may be
//! replaced.

use std::path::PathBuf;

use super::state::{Panel, Session};

/// How the names of portfolios end.
pub const ENDING: &str = ".atalaya.ron";

/// A name that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The whole path, as typed.
    pub text: String,
    /// What stands there now.
    pub there: There,
    /// Whether it is asked if what stands there may be replaced.
    pub asks: bool,
}

/// What stands under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// Nothing: it can be saved.
    Nothing,
    /// A file of so many bytes.
    File(u64),
    /// The file that is open.
    Open,
    /// A folder.
    Folder,
    /// Not even the folder in which it would stand.
    NoFolder,
    /// No name was given.
    NoName,
}

impl There {
    /// Whether something can be saved under this path.
    pub const fn can_be_saved(self) -> bool {
        matches!(self, Self::Nothing | Self::File(_) | Self::Open)
    }
}

/// A step of giving a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameStep {
    /// Another text was typed.
    Type(String),
    /// Save there; where something stands there it is asked first.
    Save,
    /// Replace what stands there.
    Replace,
}

/// A name without the ending of portfolios.
pub(super) fn stem_of(name: &str) -> &str {
    name.strip_suffix(ENDING).or_else(|| name.strip_suffix(".ron")).unwrap_or(name)
}

impl Session {
    /// Asks for a path in a panel: the system has no dialog to show. Proposes one beside the file that is open, else where
    /// documents are, under which nothing stands.
    pub(super) fn ask_for_name(&mut self, name: &str) {
        let beside = self.document.origin.path().and_then(|path| Some(path.parent()?.join(name)));
        let proposed = beside.filter(|path| !path.exists()).or_else(|| self.world.free_place(name));
        let text = proposed.unwrap_or_else(|| PathBuf::from(name)).display().to_string();
        let there = self.there(&text);
        self.naming = Some(Naming { text, there, asks: false });
        self.panel = Some(Panel::SaveAs);
    }

    pub(super) fn name(&mut self, step: NameStep) {
        let text = match (&step, &self.naming) {
            (NameStep::Type(text), _) => text.clone(),
            (_, Some(naming)) => naming.text.clone(),
            (_, None) => return,
        };
        // Looked at anew: somebody may have put something there meanwhile.
        let there = self.there(&text);
        let sure = step == NameStep::Replace || there == There::Nothing;
        match step {
            NameStep::Save | NameStep::Replace if there.can_be_saved() && sure => {
                self.naming = None;
                self.panel = None;
                let path = self.named(&text);
                self.save_to(path, there == There::Open);
            }
            NameStep::Type(_) => self.naming = Some(Naming { text, there, asks: false }),
            NameStep::Save | NameStep::Replace => {
                self.naming = Some(Naming { text, there, asks: there.can_be_saved() });
            }
        }
    }

    /// What was typed as a path: a name alone is beside the file that is open, else where documents are.
    fn named(&self, text: &str) -> PathBuf {
        let typed = PathBuf::from(text.trim());
        if typed.is_absolute() {
            return typed;
        }
        let beside = self.document.origin.path().and_then(|path| Some(path.parent()?.to_owned()));
        let documents = || Some(self.world.free_place("a")?.parent()?.to_owned());
        beside.or_else(documents).map_or_else(|| typed.clone(), |folder| folder.join(&typed))
    }

    fn there(&self, text: &str) -> There {
        let path = self.named(text);
        if text.trim().is_empty() || path.file_name().is_none() {
            return There::NoName;
        }
        match path.metadata() {
            Ok(about) if about.is_dir() => There::Folder,
            Ok(_) if self.document.origin.path() == Some(path.as_path()) => There::Open,
            Ok(about) => There::File(about.len()),
            Err(_) if path.parent().is_some_and(std::path::Path::is_dir) => There::Nothing,
            Err(_) => There::NoFolder,
        }
    }
}
