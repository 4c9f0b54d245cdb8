//! Letters that cannot be seen where they stand, or turn the direction of what follows, made visible: nobody reads
//! another text than the one that is there.

use std::borrow::Cow;

/// Whether a letter cannot be seen where it stands: control characters, marks of direction, spaces without width. Those
/// that join what stands beside them (emoji, scripts that need it) stay.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
        || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// A text as it is shown: each hidden letter but line breaks by its number.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_shown_so = |letter: char| is_hidden(letter) && !matches!(letter, '\n' | '\r' | '\t');
    if !text.chars().any(is_shown_so) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_shown_so(letter) {
            shown.push_str(&format!("[U+{:04X}]", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_turns_the_direction_is_seen() {
        assert_eq!(visible("abono\u{202e}fdp.exe"), "abono[U+202E]fdp.exe");
        assert_eq!(visible("dos\nrenglones 👩‍🏫"), "dos\nrenglones 👩‍🏫");
    }
}
