//! A person's layer of notes: text in, notes or a clear word out; notes in, text out.

use std::path::Path;

use super::{Progress, Unreadable, read_bytes};
use crate::i18n::Words;
use crate::model::{NOTES_SCHEMA, Notes};

/// Why a layer of notes could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotesUnreadable {
    /// The file cannot be read at all.
    #[error(transparent)]
    File(#[from] Unreadable),
    /// Text, but not of the form of a layer.
    #[error("not notes, line {line}: {why}")]
    NotNotes {
        /// Where it stops being one.
        line: usize,
        /// What the reader says.
        why: String,
    },
    /// Written by a later version.
    #[error("notes of version {0}")]
    Newer(u32),
}

impl NotesUnreadable {
    /// In the person's words: what is wrong with which file.
    pub fn text(&self, words: &Words, file: &str) -> String {
        let file_arg = ("file", file.into());
        match self {
            Self::File(unreadable) => unreadable.text(words, file),
            Self::NotNotes { line, why } => {
                words.tf("notes-unreadable", &[file_arg, ("line", (*line).into()), ("why", why.into())])
            }
            Self::Newer(found) => words.tf("notes-newer", &[file_arg, ("found", found.to_string().into())]),
        }
    }
}

#[derive(serde::Deserialize)]
struct Version {
    schema: u32,
}

/// Reads a layer.
pub fn read_notes(text: &str) -> Result<Notes, NotesUnreadable> {
    let not_notes = |error: &ron::error::SpannedError| NotesUnreadable::NotNotes {
        line: error.span.start.line,
        why: error.code.to_string(),
    };
    // The version first: a later one may hold what this one cannot read.
    let version: Version = ron::from_str(text).map_err(|error| not_notes(&error))?;
    if version.schema > NOTES_SCHEMA {
        return Err(NotesUnreadable::Newer(version.schema));
    }
    ron::from_str(text).map_err(|error| not_notes(&error))
}

/// Reads a layer from a file.
pub fn read_notes_file(path: &Path) -> Result<Notes, NotesUnreadable> {
    let bytes = read_bytes(path, &Progress::default())?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Unreadable::NotText)?;
    read_notes(text.trim_start_matches('\u{feff}'))
}

/// A layer as text.
pub fn write_notes(notes: &Notes) -> String {
    let signed = Notes { schema: NOTES_SCHEMA, ..notes.clone() };
    let text = ron::ser::to_string_pretty(&signed, ron::ser::PrettyConfig::default()).unwrap_or_default();
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Note;

    #[test]
    fn a_layer_survives_being_written_and_damage_is_told() {
        let mut notes = Notes { portfolio: "P «x»".to_owned(), ..Notes::default() };
        notes.keep(Note { text: "dos\nlíneas \"así\"".to_owned(), pending: true, ..Note::default() });
        notes.set_mark("t", "p", Some((false, "no".to_owned())));
        let read = read_notes(&write_notes(&notes)).unwrap();
        assert_eq!(read, Notes { schema: NOTES_SCHEMA, ..notes });
        assert_eq!(read_notes("(schema: 7, of_tomorrow: [(a: 1)])"), Err(NotesUnreadable::Newer(7)));
        assert!(matches!(read_notes("(schema: 1,\n notes: [(]"), Err(NotesUnreadable::NotNotes { line: 2, .. })));
        assert!(matches!(read_notes("hola"), Err(NotesUnreadable::NotNotes { .. })));
    }
}
