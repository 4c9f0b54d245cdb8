//! The message files, built into the program.

use crate::model::Lang;

/// A message file in both languages. They hold the same keys with the same arguments.
#[derive(Clone, Copy, Debug)]
pub struct MessageFile {
    /// The file's name without `.ftl`.
    pub name: &'static str,
    es: &'static str,
    en: &'static str,
}

impl MessageFile {
    /// The text of the file in this language.
    pub const fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Es => self.es,
            Lang::En => self.en,
        }
    }
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(MessageFile {
            name: $name,
            es: include_str!(concat!("../../assets/messages/es/", $name, ".ftl")),
            en: include_str!(concat!("../../assets/messages/en/", $name, ".ftl")),
        }),*]
    };
}

/// All message files. A key stands in only one of them.
pub const FILES: &[MessageFile] = files![
    "common",
    "model",
    "format",
    "bring",
    "take",
    "iati",
    "sheet",
    "doubts",
    "query",
    "session",
    "ui",
    "overview",
    "table",
    "timeline",
    "plots",
    "detail",
    "cards",
    "cli",
    "questions",
    "cut",
    "after",
    "notes",
    "request",
    "diff",
    "tour",
    "edit",
    "heard",
    "picture",
    "export",
    "report",
    "start",
    "help",
    "palette",
];
