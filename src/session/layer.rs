//! The person's layer of notes: loaded with each portfolio, kept with each change, never lost: what cannot be read is
//! put aside, what another window kept meanwhile is taken in.

use std::path::Path;

use super::command::SaveFile;
use super::opening::file_name;
use super::state::Session;
use crate::format::write_notes;
use crate::model::{Note, Notes};
use crate::query::fold;

impl Session {
    /// Loads the layer of the open portfolio.
    pub(super) fn load_notes(&mut self) {
        let key = self.notes_key();
        self.notes = match self.world.load_notes(&key) {
            Ok(notes) => notes.unwrap_or_default(),
            Err(unreadable) => {
                let aside = self.world.set_notes_aside(&key);
                let why = unreadable.text(&self.words, &self.words.t("notes-file"));
                let aside = aside.map_or_else(|| self.words.t("notes-not-aside"), |path| path.display().to_string());
                let text = self.words.tf("notes-aside", &[("why", why.into()), ("aside", aside.into())]);
                self.tell(true, text);
                Notes::default()
            }
        };
        self.notes.portfolio = self.document.portfolio.header.title.show(self.words.lang()).to_owned();
        if self.notes.author.is_empty() {
            self.notes.author.clone_from(&self.settings.author);
        }
        self.kept_notes = self.notes.clone();
        self.taken_out = None;
    }

    /// Keeps the layer where it changed.
    pub(super) fn keep_notes(&mut self) {
        if self.notes == self.kept_notes {
            return;
        }
        let key = self.notes_key();
        // Another window may have kept notes of its own since.
        if let Ok(Some(there)) = self.world.load_notes(&key) {
            let theirs = without(&there, &self.kept_notes);
            self.notes.merge(&theirs);
        }
        self.kept_notes = self.notes.clone();
        if let Err(why) = self.world.save_notes(&key, &self.notes) {
            let text = self.words.tf("notes-not-kept", &[("why", why.into())]);
            self.tell(true, text);
        }
    }

    /// Whether a file holds a layer of notes: it may be dropped on the window as a portfolio is.
    pub(super) fn holds_notes(&self, path: &Path) -> bool {
        self.world.read_notes(path).is_ok_and(|notes| !notes.is_empty())
    }

    /// Takes in a colleague's layer.
    pub(super) fn merge_notes(&mut self, path: &Path) {
        match self.world.read_notes(path) {
            Ok(other) => {
                let new = self.notes.merge(&other);
                self.keep_notes();
                let args = [("n", new.into()), ("file", file_name(path).into())];
                let text = self.words.tf("notes-merged", &args);
                self.tell(false, text);
            }
            Err(unreadable) => {
                let text = unreadable.text(&self.words, &file_name(path));
                self.tell(true, text);
            }
        }
    }

    /// Asks where to save the layer.
    pub(super) fn save_layer(&mut self) {
        let name = format!("{}.ron", self.words.t("notes-file-name"));
        let text = write_notes(&self.notes);
        self.effects.push(super::Effect::Save(SaveFile { name, text }));
    }

    /// Writes a text where the person chose to, and says so.
    pub(super) fn write(&mut self, path: &Path, text: &str) {
        let file = file_name(path);
        match self.world.write(path, text) {
            Ok(()) => {
                let said = self.words.tf("saved", &[("file", file.into())]);
                self.tell(false, said);
            }
            Err(why) => {
                let said = self.words.tf("not-saved", &[("file", file.into()), ("why", why.into())]);
                self.tell(true, said);
            }
        }
    }

    /// What the open portfolio's layer is kept under: its title, so that a later version of it finds its notes; the
    /// file's name where it has none.
    fn notes_key(&self) -> String {
        let header = &self.document.portfolio.header;
        let title = header.title.es.as_ref().or(header.title.en.as_ref());
        let stem = || Some(self.document.origin.path()?.file_stem()?.to_string_lossy().into_owned());
        slug(&title.cloned().or_else(stem).unwrap_or_default())
    }
}

/// What a layer has that another has not, with its author.
fn without(notes: &Notes, known: &Notes) -> Notes {
    let known_note = |note: &Note| known.notes.contains(note);
    Notes {
        author: notes.author.clone(),
        notes: notes.notes.iter().filter(|note| !known_note(note)).cloned().collect(),
        marks: notes.marks.iter().filter(|mark| !known.marks.contains(mark)).cloned().collect(),
        distinct: notes.distinct.iter().filter(|pair| !known.distinct.contains(pair)).cloned().collect(),
        drafts: notes.drafts.iter().filter(|draft| !known.drafts.contains(draft)).cloned().collect(),
        ..Notes::default()
    }
}

/// A name for a file that every system takes; what is cut off or folded away is told apart by a number at its end.
fn slug(name: &str) -> String {
    let plain: String =
        fold(name).chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '-' }).take(60).collect();
    // FNV-1a: the same in every version, which the standard hasher does not promise.
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{}-{:08x}", plain.trim_matches('-'), hash as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_hold_on_every_system() {
        let one = slug("Asistencia: ¿qué? / «é»");
        assert!(one.chars().all(|char| char.is_ascii_alphanumeric() || char == '-'), "{one}");
        assert_ne!(slug("Ñandú"), slug("Nandu"));
        assert!(slug(&"x".repeat(500)).len() < 80);
    }
}
