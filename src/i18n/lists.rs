//! What the word before the last of a list depends on.

/// Whether a text begins with the sound of i, before which Spanish says «e» and not «y»: `Intur`, `hilo`, «Íñigo»;
/// not `hielo`, where it is a consonant.
pub(super) fn sounds_like_i(text: &str) -> bool {
    let mut letters = text.chars().skip_while(|c| !c.is_alphanumeric()).flat_map(char::to_lowercase);
    let is_i = |c: Option<char>| matches!(c, Some('i' | 'í'));
    match letters.next() {
        Some('h') => is_i(letters.next()) && !matches!(letters.next(), Some('e' | 'é')),
        first => is_i(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_like_i() {
        for text in ["Intur", "ILAB", "Íñigo", "hilo", "Hidalgo", "«Iguala»", "i", "hi"] {
            assert!(sounds_like_i(text), "{text}");
        }
        for text in ["hielo", "Hierro", "Puebla", "hoja", "", "«»", "yeso", "2022"] {
            assert!(!sounds_like_i(text), "{text}");
        }
    }
}
