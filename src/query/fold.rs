//! Where a folded needle stands: in a text as written, and as a whole word of a folded one.

use std::ops::Range;

use crate::i18n::fold_into;

/// Where the folded needle stands in a text: byte ranges of the text as written, for highlighting.
pub fn find_all(text: &str, folded_needle: &str) -> Vec<Range<usize>> {
    if folded_needle.is_empty() {
        return Vec::new();
    }
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded text: where the character that it came from begins.
    let mut origin = Vec::with_capacity(text.len());
    let mut piece = [0; 4];
    for (start, c) in text.char_indices() {
        fold_into(&mut folded, c.encode_utf8(&mut piece));
        origin.resize(folded.len(), start);
    }
    let end_of =
        |start: usize| start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let hits = folded.match_indices(folded_needle);
    hits.filter_map(|(at, hit)| Some(*origin.get(at)?..end_of(*origin.get(at + hit.len() - 1)?))).collect()
}

/// Whether the folded needle stands in the folded text as a whole word.
pub fn has_word(folded: &str, needle: &str) -> bool {
    folded.match_indices(needle).any(|(at, hit)| is_word(folded, at, hit.len()))
}

/// Whether what stands at this place of a text, so many bytes long, is a whole word.
pub fn is_word(text: &str, at: usize, length: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + length..).and_then(|text| text.chars().next());
    !inside(before) && !inside(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_where_the_text_has_them() {
        let text = "La Acción, acción y accion";
        let found: Vec<_> = find_all(text, "accion").into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Acción", "acción", "accion"]);
        assert!(find_all("ﬁn", "f").iter().all(|range| "ﬁn".get(range.clone()).is_some()));
    }

    #[test]
    fn a_word_is_whole() {
        assert!(has_word("proyecto de la oit.", "oit"));
        assert!(!has_word("tres pilotos", "ilo"));
    }
}
