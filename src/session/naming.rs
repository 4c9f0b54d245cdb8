//! Asking for any file's name where the system has no dialog for it: what was typed, what stands there, and whether that may be
//! replaced.

use std::path::PathBuf;

use super::bringing::Bring;
use super::exporting::Export;
use super::state::{Panel, Session};

/// How the names of portfolios end.
pub const ENDING: &str = ".atalaya.ron";

/// What a name is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum ToSave {
    /// The open portfolio, which then has this name.
    Portfolio,
    /// What is being brought in, as a portfolio of its own.
    Brought,
    /// What is shown, as a file to take away.
    Export(Export),
    /// A text.
    Text(String),
}

/// A name that is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Naming {
    /// For what.
    pub what: ToSave,
    /// The whole path, as typed.
    pub text: String,
    /// What stands there now.
    pub there: There,
    /// Whether it is asked if what stands there may be replaced.
    pub asks: bool,
    /// The panel over which it is asked.
    pub(super) over: Option<Panel>,
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
    /// The file that is open, where something else is to be saved.
    OpenOther,
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
    pub(super) fn ask_for_name(&mut self, what: ToSave, name: &str) {
        let beside = self.document.origin.path().and_then(|path| Some(path.parent()?.join(name)));
        let proposed = beside.filter(|path| !path.exists()).or_else(|| self.world.free_place(name));
        let text = proposed.unwrap_or_else(|| PathBuf::from(name)).display().to_string();
        let there = self.there(&what, &text);
        let over = self.panel.filter(|panel| *panel == Panel::Bring);
        self.naming = Some(Naming { what, text, there, asks: false, over });
        self.panel = Some(Panel::SaveAs);
    }

    pub(super) fn name(&mut self, step: NameStep) {
        let Some(mut naming) = self.naming.take() else { return };
        let is_typed = matches!(step, NameStep::Type(_));
        let sure = step == NameStep::Replace;
        if let NameStep::Type(text) = step {
            naming.text = text;
        }
        // Looked at anew: somebody may have put something there meanwhile.
        naming.there = self.there(&naming.what, &naming.text);
        if !is_typed && (naming.there == There::Nothing || sure && naming.there.can_be_saved()) {
            return self.save_named(naming);
        }
        naming.asks = !is_typed && naming.there.can_be_saved();
        self.naming = Some(naming);
    }

    fn save_named(&mut self, naming: Naming) {
        self.panel = naming.over;
        let path = self.named(&naming.text);
        match naming.what {
            ToSave::Portfolio => self.save_to(path, naming.there == There::Open),
            ToSave::Brought => self.bring(Bring::To(path)),
            ToSave::Export(export) => self.export_to(export, path),
            ToSave::Text(text) => self.write(&path, &text),
        }
    }

    /// Asks for a name no more: what lay under the panel is there again.
    pub(super) fn leave_naming(&mut self) {
        self.panel = self.naming.take().and_then(|naming| naming.over);
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

    fn there(&self, what: &ToSave, text: &str) -> There {
        let path = self.named(text);
        if text.trim().is_empty() || path.file_name().is_none() {
            return There::NoName;
        }
        match path.metadata() {
            Ok(about) if about.is_dir() => There::Folder,
            Ok(_) if self.document.origin.path() == Some(path.as_path()) => match what {
                ToSave::Portfolio => There::Open,
                _ => There::OpenOther,
            },
            Ok(about) => There::File(about.len()),
            Err(_) if path.parent().is_some_and(std::path::Path::is_dir) => There::Nothing,
            Err(_) => There::NoFolder,
        }
    }
}
