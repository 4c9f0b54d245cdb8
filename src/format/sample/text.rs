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

/// A word of the format, as records have it.
pub(super) fn word(value: &impl serde::Serialize) -> String {
    ron::to_string(value).unwrap_or_default()
}

/// Sentences of these words, of about so many characters.
pub(super) fn sentences(words: &[&str], length: usize, chance: &mut Chance) -> String {
    let mut text = String::with_capacity(length + length / 8);
    let mut written = 0;
    while written < length {
        let ending = if text.is_empty() { "" } else { " " };
        let most = usize::try_from(7 + chance.below(15)).unwrap_or(7);
        text.push_str(ending);
        written += phrase(&mut text, words, most, length - written, chance);
        text.push('.');
        if words.is_empty() {
            break;
        }
    }
    text
}

/// A name of about so many characters.
pub(super) fn name(words: &[&str], length: usize, chance: &mut Chance) -> String {
    let mut text = String::with_capacity(length + 16);
    phrase(&mut text, words, usize::MAX, length, chance);
    text
}

/// At most so many words or about so many characters, the first with a capital; how many characters it came to.
fn phrase(text: &mut String, words: &[&str], most: usize, length: usize, chance: &mut Chance) -> usize {
    let (mut written, mut count) = (0, 0);
    while written < length && count < most {
        let Some(word) = chance.pick(words) else { break };
        if count == 0 {
            let mut letters = word.chars();
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
        } else {
            text.push(' ');
            text.push_str(word);
        }
        written += word.chars().count() + 1;
        count += 1;
    }
    written
}
