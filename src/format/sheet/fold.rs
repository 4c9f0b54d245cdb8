//! Words made comparable: without marks, in small letters, what is no letter or digit taken as a space.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::i18n::fold;

/// The words of a text with one space between: `Fecha de término (prevista)` is `fecha de termino prevista`.
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A name by which a project is found again: capitals, signs and blanks make no other project, but letters do: *A* and
/// *Á* are two.
pub fn same_name(text: &str) -> String {
    let composed: String = ComposingNormalizerBorrowed::new_nfc().normalize_iter(text.chars()).collect();
    let small = composed.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether these words stand in the others, whole.
pub fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        let after = text.get(at + words.len()..).is_some_and(|after| after.is_empty() || after.starts_with(' '));
        before && after
    })
}

/// What people write where nobody knows, folded, without marks around it.
const UNKNOWN: [&str; 26] = [
    "n/d",
    "n.d",
    "nd",
    "n/a",
    "na",
    "n.a",
    "s/d",
    "s.d",
    "sd",
    "s/i",
    "none",
    "null",
    "tbd",
    "tbc",
    "unknown",
    "no disponible",
    "no publicado",
    "no se sabe",
    "sin dato",
    "sin datos",
    "not available",
    "not published",
    "no aplica",
    "por definir",
    "desconocido",
    "por determinar",
];

/// What stands where nobody knows: empty, a dash, `n/d`.
pub fn is_unknown(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(|letter: char| letter.is_whitespace() || "-–—_.?*/".contains(letter));
    bare.is_empty() || UNKNOWN.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_marks() {
        assert_eq!(plain("Fecha de Término (prevista)"), "fecha de termino prevista");
        assert!(has_words("monto otorgado usd", "monto otorgado"));
        assert!(!has_words("remonto otorgado", "monto"));
    }

    #[test]
    fn what_nobody_knows_is_unknown() {
        for text in ["", "-", "—", "n/d", "N.D.", "n/a", "?", "Sin dato", "S/D"] {
            assert!(is_unknown(text), "{text}");
        }
        for text in ["0", "no", "nada de esto", "-5"] {
            assert!(!is_unknown(text), "{text}");
        }
    }
}
