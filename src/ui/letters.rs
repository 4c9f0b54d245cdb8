//! Letters that the fonts of the program lack, as an emoji in a name: shown by their numbers, as hidden letters are
//! (`i18n::visible`). A box says nothing, and two names that differ in one would look the same. The records, and what is
//! copied or saved of them, stay as they are.

use std::borrow::Cow;
use std::collections::HashSet;

use eframe::egui::{TextStyle, Ui};

/// A text as it can be shown. To be asked of what is drawn only: each letter beyond the common ones is looked up.
pub fn shown<'a>(ui: &Ui, text: &'a str) -> Cow<'a, str> {
    if text.chars().all(is_common) {
        return Cow::Borrowed(text);
    }
    let font = TextStyle::Body.resolve(ui.style());
    // The fonts are asked once for all letters, not with a lock for each.
    let lacking: HashSet<char> = ui.fonts_mut(|fonts| {
        let rare = text.chars().filter(|letter| !is_common(*letter) && !letter.is_whitespace());
        rare.filter(|letter| !fonts.has_glyph(&font, *letter)).collect()
    });
    if lacking.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_style(letter) {
        } else if lacking.contains(&letter) {
            shown.push_str(&format!("[U+{:04X}]", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Letters of Spanish, English and their neighbours, with their marks: the fonts have them.
const fn is_common(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{17f}' | '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2026}')
}

/// Whether it only says how the letter before it is drawn.
const fn is_style(letter: char) -> bool {
    matches!(letter, '\u{fe0e}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use egui_kittest::Harness;

    use super::*;
    use crate::ui::theme;

    fn told(text: &'static str) -> String {
        let kept = Arc::new(Mutex::new(String::new()));
        let told = Arc::clone(&kept);
        let mut harness = Harness::builder()
            .with_context_setup(theme::install)
            .build_ui(move |ui| *told.lock().unwrap() = shown(ui, text).into_owned());
        harness.run_steps(2);
        kept.lock().unwrap().clone()
    }

    #[test]
    fn a_letter_that_no_font_has_is_shown_by_its_number() {
        assert_eq!(told("Taller de costura 🦤 «Niñez», año 1 – 2…"), "Taller de costura [U+1F9A4] «Niñez», año 1 – 2…");
        assert_eq!(told("⚠\u{fe0f} 文"), "[U+26A0] [U+6587]");
    }

    #[test]
    fn the_fonts_have_the_common_letters() {
        let all: String = (0..0x3000).filter_map(char::from_u32).filter(|letter| is_common(*letter)).collect();
        let lacking = Arc::new(Mutex::new(String::new()));
        let kept = Arc::clone(&lacking);
        let mut harness = Harness::builder().with_context_setup(theme::install).build_ui(move |ui| {
            for style in [TextStyle::Body, TextStyle::Heading, theme::strong(), theme::caption(), theme::figure()] {
                let font = style.resolve(ui.style());
                let has = |letter: &char| ui.fonts_mut(|fonts| fonts.has_glyph(&font, *letter));
                kept.lock().unwrap().extend(all.chars().filter(|letter| !letter.is_whitespace() && !has(letter)));
            }
        });
        harness.run_steps(2);
        assert_eq!(*lacking.lock().unwrap(), "");
    }
}
