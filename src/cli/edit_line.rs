//! The lines of `atalaya edit`: a command, and what it is about. Values and records are RON.

use std::path::PathBuf;

use crate::format::{NotSet, field_text, parse_record};
use crate::i18n::Words;
use crate::model::{Entry, List};

/// What a line asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    Set { list: List, id: String, field: String, value: Option<String> },
    Head { field: String, value: Option<String> },
    Add(Box<Entry>),
    Copy { list: List, id: String, to: String },
    Remove { list: List, id: String, references: bool },
    Rename { list: List, id: String, to: String },
    Undo(usize),
    Redo(usize),
    Save(Option<PathBuf>),
    Show(List, String),
    Recover,
    Discard,
    History,
    Check,
    Help,
}

/// All commands, in the order in which they are told.
pub(super) const COMMANDS: [&str; 18] = [
    "set", "unset", "add", "copy", "rename", "remove", "head", "unhead", "undo", "redo", "save", "show", "history",
    "check", "recover", "discard", "help", "quit",
];

/// How a command is written.
pub(super) fn usage(command: &str, words: &Words) -> String {
    words.tf("edit-usage", &[("command", command.into())])
}

/// The line that gives a field of a record the value that it has in this one.
pub(super) fn line_of_field(entry: &Entry, field: &str) -> String {
    let id = entry.id();
    let is_plain = !id.is_empty() && !id.starts_with('"') && !id.contains(char::is_whitespace);
    let id = if is_plain { id.to_owned() } else { ron::to_string(id).unwrap_or_default() };
    let of = format!("{} {id} {field}", entry.list().key());
    field_text(entry, field).map_or_else(|| format!("unset {of}"), |value| format!("set {of} {value}"))
}

/// Why a line was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unclear {
    #[error("unknown command {0}")]
    Command(String),
    #[error("unknown list {0}")]
    List(String),
    #[error("too few words for {0}")]
    TooFew(&'static str),
    #[error("more than {0} takes")]
    TooMany(&'static str),
    #[error(transparent)]
    Record(#[from] NotSet),
}

impl Unclear {
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Command(found) => {
                words.tf("edit-unknown-command", &[("found", found.into()), ("known", COMMANDS.join(", ").into())])
            }
            Self::List(found) => {
                let known = List::ALL.map(List::key).join(", ");
                words.tf("edit-unknown-list", &[("found", found.into()), ("known", known.into())])
            }
            Self::TooFew(command) => {
                let args = [("command", (*command).into()), ("usage", usage(command, words).into())];
                words.tf("edit-too-few", &args)
            }
            Self::TooMany(command) => words.tf("edit-too-many", &[("usage", usage(command, words).into())]),
            Self::Record(not_set) => not_set.text(words),
        }
    }
}

/// What is left of a line.
struct Rest<'a> {
    command: &'static str,
    text: &'a str,
}

/// Reads a line.
pub(super) fn parse(line: &str) -> Result<Line, Unclear> {
    let (first, text) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let known = COMMANDS.into_iter().find(|command| *command == first);
    let command = known.ok_or_else(|| Unclear::Command(first.to_owned()))?;
    let mut rest = Rest { command, text };
    let line = match command {
        "set" => {
            let (list, id, field) = (rest.list()?, rest.word()?, rest.word()?);
            Line::Set { list, id, field, value: Some(rest.all()?) }
        }
        "unset" => Line::Set { list: rest.list()?, id: rest.word()?, field: rest.word()?, value: None },
        "head" => Line::Head { field: rest.word()?, value: Some(rest.all()?) },
        "unhead" => Line::Head { field: rest.word()?, value: None },
        "add" => {
            let list = rest.list()?;
            Line::Add(Box::new(parse_record(list, &rest.all()?)?))
        }
        "copy" => Line::Copy { list: rest.list()?, id: rest.word()?, to: rest.word()? },
        "rename" => Line::Rename { list: rest.list()?, id: rest.word()?, to: rest.word()? },
        "remove" => {
            let (list, id) = (rest.list()?, rest.word()?);
            let references = match rest.maybe() {
                None => false,
                Some(word) if word == "with-references" => true,
                Some(_) => return Err(Unclear::TooMany(command)),
            };
            Line::Remove { list, id, references }
        }
        "undo" => Line::Undo(rest.times()?),
        "redo" => Line::Redo(rest.times()?),
        "save" => Line::Save(Some(rest.all().unwrap_or_default()).filter(|path| !path.is_empty()).map(PathBuf::from)),
        "show" => Line::Show(rest.list()?, rest.word()?),
        "recover" => Line::Recover,
        "discard" => Line::Discard,
        "history" => Line::History,
        "check" => Line::Check,
        _ => Line::Help,
    };
    if rest.text.trim().is_empty() { Ok(line) } else { Err(Unclear::TooMany(command)) }
}

impl Rest<'_> {
    /// The next word; one in quotes holds blanks.
    fn maybe(&mut self) -> Option<String> {
        let text = self.text.trim_start();
        if text.is_empty() {
            self.text = "";
            return None;
        }
        if let Some(end) = quoted_end(text) {
            let (word, rest) = text.split_at(end);
            if let Ok(word) = ron::from_str::<String>(word) {
                self.text = rest;
                return Some(word);
            }
        }
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        self.text = rest;
        Some(word.to_owned())
    }

    fn word(&mut self) -> Result<String, Unclear> {
        self.maybe().ok_or(Unclear::TooFew(self.command))
    }

    fn all(&mut self) -> Result<String, Unclear> {
        let all = std::mem::take(&mut self.text).trim();
        if all.is_empty() { Err(Unclear::TooFew(self.command)) } else { Ok(all.to_owned()) }
    }

    fn list(&mut self) -> Result<List, Unclear> {
        let word = self.word()?;
        List::from_key(&word).ok_or(Unclear::List(word))
    }

    fn times(&mut self) -> Result<usize, Unclear> {
        self.maybe().map_or(Ok(1), |word| word.parse().map_err(|_| Unclear::TooMany(self.command)))
    }
}

/// Where the string ends that the text begins with.
fn quoted_end(text: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    letters.next().filter(|(_, letter)| *letter == '"')?;
    let mut escaped = false;
    for (at, letter) in letters {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_what_is_wrong_is_named() {
        let set = |field: &str, value: &str| Line::Set {
            list: List::Projects,
            id: "a b".to_owned(),
            field: field.to_owned(),
            value: Some(value.to_owned()),
        };
        assert_eq!(parse(r#"set projects "a b" name.es "Dos  blancos""#), Ok(set("name.es", r#""Dos  blancos""#)));
        assert_eq!(parse("undo"), Ok(Line::Undo(1)));
        assert_eq!(parse("undo 3"), Ok(Line::Undo(3)));
        assert_eq!(parse("save"), Ok(Line::Save(None)));
        assert_eq!(parse("save /tmp/a b.ron"), Ok(Line::Save(Some("/tmp/a b.ron".into()))));
        assert_eq!(parse("borra todo"), Err(Unclear::Command("borra".to_owned())));
        assert_eq!(parse("set projects x"), Err(Unclear::TooFew("set")));
        assert_eq!(parse("unset cosas x y"), Err(Unclear::List("cosas".to_owned())));
        assert_eq!(parse("remove projects x y"), Err(Unclear::TooMany("remove")));
        assert!(matches!(parse("add themes (id: 5)"), Err(Unclear::Record(NotSet::Bad { .. }))));
        assert!(matches!(
            parse(r#"add themes (id: "x", name: (), w: 1)"#),
            Err(Unclear::Record(NotSet::NoField { .. }))
        ));
    }
}
