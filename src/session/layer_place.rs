//! Where the layer of notes lies, and how it follows its portfolio: under the title that the portfolio has in its file, with
//! the ids that its records have there. What cannot be read is put aside, what another window kept meanwhile is taken in.

use std::path::PathBuf;

use super::document::Origin;
use super::layer::without;
use super::state::Session;
use crate::format::{Change, NotesUnreadable, Turns};
use crate::model::{NOTES_SCHEMA, Notes, Unfinished};
use crate::query::fold;

/// Where the layer of the open portfolio lies.
#[derive(Clone, Debug, Default)]
pub(super) struct LayerPlace {
    /// The title that it is found by.
    key: String,
    /// Whether it lies beside one of a later version.
    beside: bool,
    /// The file of its portfolio.
    file: Option<PathBuf>,
    /// Whether its portfolio was begun here and has no file yet.
    begun: bool,
}

impl LayerPlace {
    fn name(&self) -> String {
        if self.beside { format!("{}-{NOTES_SCHEMA}", self.key) } else { self.key.clone() }
    }
}

/// Ids that differ between the file and what is edited.
#[derive(Default)]
pub(super) struct UnsavedIds {
    /// Those of the file, each with the one that the record has by now.
    to_now: Turns,
    /// The other way.
    to_file: Turns,
}

impl Session {
    /// Loads the layer of the open portfolio.
    pub(super) fn load_notes(&mut self) {
        let former = self.layer_lies_by_its_title();
        let mut found = self.layer_there();
        // Another program gave the file another title: it keeps its notes.
        let same_file = former.file.is_some() && former.file == self.layer_place.file;
        let follows = found.is_none() && same_file && former.key != self.layer_place.key;
        if follows {
            found = self.world.load_notes(&former.name()).unwrap_or_default();
        }
        self.notes = found.unwrap_or_default();
        self.notes.portfolio = self.document.portfolio.header.title.show(self.words.lang()).to_owned();
        if self.notes.author.is_empty() {
            self.notes.author.clone_from(&self.settings.author);
        }
        self.kept_notes = self.notes.clone();
        self.taken_out.clear();
        if follows && !self.notes.is_empty() {
            self.write_layer(&Turns::new(), &Turns::new());
        }
    }

    /// The layer is looked for under the title that the portfolio has by now; where it lay until now.
    fn layer_lies_by_its_title(&mut self) -> LayerPlace {
        let origin = &self.document.origin;
        let place = LayerPlace {
            key: self.layer_key(),
            beside: false,
            file: origin.path().map(ToOwned::to_owned),
            begun: matches!(origin, Origin::Unsaved { new: true, .. }),
        };
        std::mem::replace(&mut self.layer_place, place)
    }

    /// Keeps the layer where it changed.
    pub fn keep_notes(&mut self) {
        if self.notes != self.kept_notes {
            let ids = self.unsaved_ids();
            self.write_layer(&ids.to_now, &ids.to_file);
        }
    }

    /// The portfolio was saved, maybe under another title and with other ids: its layer goes along. `before` are the ids that
    /// differed until then.
    pub(super) fn layer_goes_along(&mut self, before: &UnsavedIds) {
        let former = self.layer_lies_by_its_title();
        if former.key == self.layer_place.key {
            self.layer_place.beside = former.beside;
            if !before.to_now.is_empty() && (!self.notes.is_empty() || !self.notes.unfinished.is_empty()) {
                let to_file = self.unsaved_ids().to_file;
                self.write_layer(&before.to_now, &to_file);
            }
            return;
        }
        if self.notes.is_empty() && self.notes.unfinished.is_empty() {
            return self.load_notes();
        }
        let to_file = self.unsaved_ids().to_file;
        let kept = std::mem::take(&mut self.kept_notes);
        if self.write_layer(&Turns::new(), &to_file) {
            // The next portfolio that is begun has no title yet either, and no notes.
            if former.begun {
                let _ = self.world.save_notes(&former.name(), &Notes::default());
            }
        } else {
            self.kept_notes = kept;
        }
    }

    /// What speaks of records by their ids follows them.
    pub(super) fn layer_follows(&mut self, changes: &[Change]) {
        for change in changes {
            let Change::Record { list, before: Some(before), after: Some(after), .. } = change else { continue };
            let (was, now) = (before.id(), after.id());
            if was == now {
                continue;
            }
            let other = |id: &str| (id == was).then_some(now);
            self.notes.turn(*list, other);
            self.kept_notes.turn(*list, other);
            for taken in &mut self.taken_out {
                taken.edit(|notes| notes.turn(*list, other));
            }
        }
    }

    /// The ids that differ between the file and what is edited.
    pub(super) fn unsaved_ids(&self) -> UnsavedIds {
        let mut ids = UnsavedIds::default();
        if !self.is_modified() {
            return ids;
        }
        for (was, entry) in self.desk.unsaved_edits().records {
            let (list, now) = (entry.list(), entry.id());
            let Some(was) = was.filter(|was| was != now) else { continue };
            ids.to_file.entry(list).or_default().insert(now.to_owned(), was.clone());
            ids.to_now.entry(list).or_default().insert(was, now.to_owned());
        }
        ids
    }

    /// Keeps the layer with what another window kept there meanwhile; whether that could be done.
    fn write_layer(&mut self, to_now: &Turns, to_file: &Turns) -> bool {
        if let Some(mut there) = self.layer_there() {
            turned(&mut there, to_now);
            let theirs = without(&there, &self.kept_notes);
            self.notes.merge(&theirs);
            let news = |draft: &&Unfinished| {
                !self.kept_notes.unfinished.contains(draft)
                    && self.notes.unfinished(&draft.note.id, &draft.note.project).is_none()
            };
            let begun: Vec<Unfinished> = there.unfinished.iter().filter(news).cloned().collect();
            self.notes.unfinished.extend(begun);
        }
        self.kept_notes = self.notes.clone();
        let mut written = self.notes.clone();
        turned(&mut written, to_file);
        let kept = self.world.save_notes(&self.layer_place.name(), &written);
        if let Err(why) = &kept {
            let text = self.words.tf("notes-not-kept", &[("why", why.as_str().into())]);
            self.tell(true, text);
        }
        kept.is_ok()
    }

    /// What lies where the layer is kept. A later version finds its file where it left it; what is damaged is put aside.
    fn layer_there(&mut self) -> Option<Notes> {
        let mut loaded = self.world.load_notes(&self.layer_place.name());
        if let Err(newer @ NotesUnreadable::Newer(_)) = &loaded {
            let why = newer.text(&self.words, &self.words.t("notes-file"));
            self.layer_place.beside = true;
            loaded = self.world.load_notes(&self.layer_place.name());
            let text = self.words.tf("notes-beside", &[("why", why.into())]);
            self.tell(true, text);
        }
        match loaded {
            Ok(notes) => notes,
            Err(unreadable) => {
                let aside = self.world.set_notes_aside(&self.layer_place.name());
                let why = unreadable.text(&self.words, &self.words.t("notes-file"));
                let aside = aside.map_or_else(|| self.words.t("notes-not-aside"), |path| path.display().to_string());
                let text = self.words.tf("notes-aside", &[("why", why.into()), ("aside", aside.into())]);
                self.tell(true, text);
                None
            }
        }
    }

    /// What the open portfolio's layer is found by: its title, so that a later version of it finds its notes; the file's name
    /// where it has none.
    fn layer_key(&self) -> String {
        let header = &self.records.header;
        let title = header.title.es.as_ref().or(header.title.en.as_ref());
        let stem = || Some(self.document.origin.path()?.file_stem()?.to_string_lossy().into_owned());
        slug(&title.cloned().or_else(stem).unwrap_or_default())
    }
}

fn turned(notes: &mut Notes, ids: &Turns) {
    for (list, ids) in ids {
        notes.turn(*list, |id| ids.get(id).map(String::as_str));
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
