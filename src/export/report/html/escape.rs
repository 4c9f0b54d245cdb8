//! Text as it may stand in HTML, whatever it holds.

/// A text in which nothing is markup; what XML cannot hold is shown as the sign for it.
pub(super) fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            // Marks that turn the direction of what stands after them would turn the page's own words.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            c if c.is_control() => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe
}

/// An address that may be followed; nothing where it leads anywhere but into the web.
pub(super) fn address(url: &str) -> Option<String> {
    let lower = url.trim().get(..8).unwrap_or(url.trim()).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| text(url.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(text("<b a='1'>&\u{0}\u{202e}"), "&lt;b a=&#39;1&#39;&gt;&amp;\u{fffd}");
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(address(" HTTPS://e.org/?a=1&b"), Some("HTTPS://e.org/?a=1&amp;b".to_owned()));
        assert_eq!(address("héllo wörld"), None);
    }
}
