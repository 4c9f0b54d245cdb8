//! RON as portfolios are written: a field a line, and invented sentences of a given length.

use super::chance::Chance;
use crate::model::{Bilingual, Lang};

/// How deep the fields of a record stand.
const FIELD: &str = "            ";

/// A record being written.
#[derive(Default)]
pub(super) struct Written {
    /// What was written so far.
    pub text: String,
}

impl Written {
    /// Begins a record.
    pub fn open(&mut self) {
        self.text.clear();
        self.text.push_str("        (\n");
    }

    /// Ends it.
    pub fn close(&mut self) {
        self.text.push_str("        ),\n");
    }

    /// `name: value,` with the value as it is to stand there.
    pub fn field(&mut self, name: &str, value: impl std::fmt::Display) {
        self.text += &format!("{FIELD}{name}: {value},\n");
    }

    /// `name: "value",`; the value holds nothing that would have to be escaped.
    pub fn quoted(&mut self, name: &str, value: impl std::fmt::Display) {
        self.text += &format!("{FIELD}{name}: \"{value}\",\n");
    }

    /// A text in the languages that the pattern has it in, as long as the pattern's.
    pub fn bilingual(&mut self, name: &str, pattern: &Bilingual, mut make: impl FnMut(Lang, usize) -> String) {
        if pattern.is_empty() {
            return;
        }
        self.text += &format!("{FIELD}{name}: (\n");
        for lang in Lang::ALL {
            if let Some(text) = pattern.exact(lang) {
                let made = make(lang, text.chars().count());
                self.text += &format!("{FIELD}    {}: \"{made}\",\n", lang.code());
            }
        }
        self.text += &format!("{FIELD}),\n");
    }

    /// A list of quoted ids in one line; nothing where there are none.
    pub fn ids(&mut self, name: &str, ids: &[String]) {
        if !ids.is_empty() {
            self.field(name, format_args!("[\"{}\"]", ids.join("\", \"")));
        }
    }

    /// A list with an element a line; nothing where there are none.
    pub fn list(&mut self, name: &str, elements: &[String]) {
        if elements.is_empty() {
            return;
        }
        self.text += &format!("{FIELD}{name}: [\n");
        for element in elements {
            self.text += &format!("{FIELD}    {element},\n");
        }
        self.text += &format!("{FIELD}],\n");
    }
}

/// Sentences of these words, of about so many characters.
pub(super) fn sentences(words: &[&str], length: usize, chance: &mut Chance) -> String {
    let mut text = String::with_capacity(length + length / 8);
    let (mut written, mut left) = (0, 0_u64);
    while written < length {
        let Some(word) = chance.pick(words) else { break };
        if left == 0 {
            text.push_str(if text.is_empty() { "" } else { ". " });
            let mut letters = word.chars();
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
            left = 7 + chance.below(15);
        } else {
            text.push(' ');
            text.push_str(word);
            left -= 1;
        }
        written += word.chars().count() + 1;
    }
    text.push('.');
    text
}

/// A name of about so many characters: as [`sentences`], without the points.
pub(super) fn name(words: &[&str], length: usize, chance: &mut Chance) -> String {
    let mut text = sentences(words, length, chance).replace('.', "");
    text.truncate(text.trim_end().len());
    text
}
