//! Text made comparable: compatibility forms taken apart, marks removed, lower case (*ñ* finds *n*).

use std::sync::OnceLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// The folded form of a text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Appends the folded form of `text`.
pub fn fold_into(folded: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        // Most letters are plain: whole runs of them at once.
        let whole = RUN * rest.as_bytes().chunks_exact(RUN).take_while(|run| run.is_ascii()).count();
        let plain = whole + rest.bytes().skip(whole).take_while(u8::is_ascii).count();
        let (run, other) = rest.split_at(plain);
        let start = folded.len();
        folded.push_str(run);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        rest = other;
        if let Some(c) = rest.chars().next() {
            match latin().get((c as usize).wrapping_sub(LATIN)) {
                Some(known) => folded.push_str(known),
                None => fold_char(folded, c),
            }
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
    }
}

/// So many letters are looked at in one go.
const RUN: usize = 16;

/// The first letter that [`latin`] knows; what stands before it and is no plain letter is a control character.
const LATIN: usize = 0x80;

/// What the letters with marks of European languages fold to, worked out once.
fn latin() -> &'static [String] {
    static LETTERS: OnceLock<Vec<String>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let folded = |c: char| {
            let mut text = String::new();
            fold_char(&mut text, c);
            text
        };
        ('\u{80}'..='\u{24F}').map(folded).collect()
    })
}

/// Appends what a character folds to. Each by itself: marks are what normalizing would put in order, and they go.
fn fold_char(folded: &mut String, c: char) {
    let marks = CanonicalCombiningClassMapBorrowed::new();
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(std::iter::once(c)) {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else if marks.get_u8(c) == 0 {
            folded.extend(c.to_lowercase());
        }
    }
}

/// A name as an id: its first words without marks, joined by hyphens.
pub fn slug(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(6).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_do_not_count() {
        assert_eq!(fold("Construcción de un Año ﬁn ½"), "construccion de un ano fin 1⁄2");
        assert_eq!(fold("STRASSE İ"), "strasse i");
    }

    #[test]
    fn a_name_becomes_an_id() {
        assert_eq!(
            slug("EQUAL: acceso igualitario a empleos de calidad para mujeres"),
            "equal-acceso-igualitario-a-empleos-de"
        );
    }

    proptest::proptest! {
        /// Letter by letter or the whole text at once: it folds to the same.
        #[test]
        fn texts_fold_as_their_normal_form_does(text in "[a-zA-ZáñÜßﬁ½e\u{301}\u{327}한İ ]{0,12}|\\PC{0,12}") {
            let marks = CanonicalCombiningClassMapBorrowed::new();
            let normal = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars());
            let plain: String = normal.filter(|c| marks.get_u8(*c) == 0).flat_map(char::to_lowercase).collect();
            proptest::prop_assert_eq!(fold(&text), plain);
        }
    }
}
