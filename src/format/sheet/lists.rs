//! Several names in one cell, as this program writes them and as anybody does: by semicolons, bars and lines; by commas
//! and *y* where the names are known, the longest first; a name in quotation marks is one whatever it holds. A share may
//! stand behind each.

use std::borrow::Cow;
use std::ops::Range;

use super::money::{Decimal, percent};

/// What always parts names.
const MARKS: [char; 3] = [';', '|', '\n'];
/// What parts names where those around it are known.
const WEAK: [&str; 4] = [",", "/", " y ", " and "];
/// What stands between a name and its share.
const BEFORE_SHARE: [char; 7] = [' ', '(', ':', '=', '-', '–', '—'];
/// So many commas at most are looked for within one name that is known.
const LONGEST: usize = 12;

/// Names as one cell holds them: parted by `; `, each with its share in ten-thousandths where it has one, and in
/// quotation marks where it would fall apart or be read otherwise.
pub fn written_list(names: &[(String, Option<u32>)]) -> String {
    let alone = names.len() == 1;
    let item = |(name, share): &(String, Option<u32>)| {
        let name = quoted(name, alone);
        match share {
            None => name.into_owned(),
            Some(share) if share % 100 == 0 => format!("{name} ({} %)", share / 100),
            Some(share) => format!("{name} ({}.{:02} %)", share / 100, share % 100),
        }
    };
    names.iter().map(item).collect::<Vec<_>>().join("; ")
}

fn quoted(name: &str, alone: bool) -> Cow<'_, str> {
    let falls_apart = name.contains(MARKS) || alone && name.contains(',');
    let like_share = without_share(name) != name || name.ends_with(BEFORE_SHARE);
    if falls_apart || like_share || name.trim_start().starts_with('"') {
        Cow::Owned(format!("\"{}\"", name.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(name)
    }
}

/// A name in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed<'a> {
    /// The name; where it had no quotation marks, with what may be a share behind it.
    pub text: Cow<'a, str>,
    /// What stands behind the quotation marks; nothing where there were none.
    behind: Option<&'a str>,
}

impl<'a> Listed<'a> {
    const fn plain(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), behind: None }
    }

    /// The name and its share in ten-thousandths; `Err` where there is a percent sign and no share.
    pub fn with_share(&self, decimal: Decimal) -> (&str, Result<Option<u32>, ()>) {
        match self.behind {
            Some(behind) => (&self.text, share_in(behind, decimal)),
            None => share(&self.text, decimal),
        }
    }
}

/// The names of a cell that lists several. By commas also what nobody knows is parted, where that is wanted and nothing
/// parts them better.
pub(super) fn listed<'a>(text: &'a str, known: &dyn Fn(&str) -> bool, by_commas: bool) -> Vec<Listed<'a>> {
    let parts = parts(text);
    let by_commas = by_commas && !text.contains(MARKS);
    let mut listed = Vec::with_capacity(parts.len());
    for part in parts {
        if let Some(name) = unquoted(part) {
            listed.push(name);
            continue;
        }
        if known(without_share(part)) {
            listed.push(Listed::plain(part));
            continue;
        }
        let all_known = |runs: &[(&str, bool)]| runs.iter().all(|(_, known)| *known);
        let fine = runs(part, &weakly_parted(part), known);
        let commas = runs(part, &parted_by_commas(part), known);
        let chosen = match () {
            () if all_known(&fine) => fine,
            () if by_commas || all_known(&commas) => commas,
            () => vec![(part, false)],
        };
        listed.extend(chosen.into_iter().map(|(name, _)| Listed::plain(name)));
    }
    listed
}

/// Where in a part its letters stand.
enum Within {
    /// Nothing but blanks came yet.
    Begin,
    Quotes,
    /// Behind a mark that closes the quotation, or is the first of two that stand for one.
    Closed,
    Words,
}

/// The parts between the marks that always part; none within quotation marks that begin a part and are closed.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut within) = (Vec::new(), 0, Within::Begin);
    let last_quote = text.rfind('"').unwrap_or(0);
    for (at, letter) in text.char_indices() {
        within = match (within, letter) {
            (Within::Quotes, '"') => Within::Closed,
            (Within::Quotes, _) | (Within::Closed, '"') => Within::Quotes,
            (Within::Begin, '"') if at < last_quote => Within::Quotes,
            (_, letter) if MARKS.contains(&letter) => {
                parts.push(text.get(start..at).unwrap_or(""));
                start = at + letter.len_utf8();
                Within::Begin
            }
            (Within::Begin, letter) if letter.is_whitespace() => Within::Begin,
            _ => Within::Words,
        };
    }
    parts.push(text.get(start..).unwrap_or(""));
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A name that stands in quotation marks, without them.
fn unquoted(part: &str) -> Option<Listed<'_>> {
    let inner = part.strip_prefix('"')?;
    let mut marks = inner.match_indices('"').map(|(at, _)| at).peekable();
    let mut end = None;
    while let Some(at) = marks.next() {
        if marks.peek() == Some(&(at + 1)) {
            marks.next();
            continue;
        }
        end = Some(at);
        break;
    }
    let (name, behind) = (inner.get(..end?)?, inner.get(end? + 1..)?.trim());
    // Behind it stands a share or nothing: else the marks are part of what is written.
    let is_share = behind.is_empty() || behind.trim_end_matches(')').ends_with('%');
    let name = if name.contains('"') { Cow::Owned(name.replace("\"\"", "\"")) } else { Cow::Borrowed(name) };
    is_share.then_some(Listed { text: name, behind: Some(behind) })
}

/// The names among pieces that stand one after the other: as many together as are known, else each by itself.
fn runs<'a>(text: &'a str, pieces: &[Range<usize>], known: &dyn Fn(&str) -> bool) -> Vec<(&'a str, bool)> {
    let mut runs = Vec::new();
    let mut first = 0;
    while let Some(piece) = pieces.get(first) {
        let upto = |last: usize| text.get(piece.start..pieces.get(last)?.end).map(str::trim);
        let last = pieces.len().min(first + LONGEST);
        let longest = (first..last).rev().find_map(|last| {
            let name = upto(last).filter(|name| known(without_share(name)))?;
            Some((name, last))
        });
        if let Some((name, last)) = longest {
            runs.push((name, true));
            first = last + 1;
        } else {
            runs.extend(upto(first).filter(|name| !name.is_empty()).map(|name| (name, false)));
            first += 1;
        }
    }
    runs
}

/// The pieces between all that may part names.
fn weakly_parted(text: &str) -> Vec<Range<usize>> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    while let Some(rest) = text.get(start..) {
        let next = WEAK.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len()))).min();
        let Some((at, length)) = next else { break };
        pieces.push(start..start + at);
        start += at + length;
    }
    pieces.push(start..text.len());
    pieces.retain(|piece| text.get(piece.clone()).is_some_and(|piece| !piece.trim().is_empty()));
    pieces
}

/// The pieces between commas; a comma within a number or within brackets parts nothing.
fn parted_by_commas(text: &str) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                let digit = text.get(at + 1..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
                if !digit {
                    pieces.push(start..at);
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    pieces.push(start..text.len());
    pieces
}

/// A name and the share behind it: `SST 40%`, `SST (40 %)`, `SST: 40%`. `Err` where there is a percent sign and no share.
fn share(text: &str, decimal: Decimal) -> (&str, Result<Option<u32>, ()>) {
    let name = without_share(text);
    (name, share_in(text.get(name.len()..).unwrap_or(""), decimal))
}

fn share_in(rest: &str, decimal: Decimal) -> Result<Option<u32>, ()> {
    let number = rest.trim_matches(|letter: char| letter.is_whitespace() || "():=-–—".contains(letter));
    match number.strip_suffix('%') {
        None => Ok(None),
        Some(number) => percent(number, decimal).map_err(|_| ()),
    }
}

/// The name before a share; the whole text where no share stands behind it.
fn without_share(text: &str) -> &str {
    let trimmed = text.trim_end_matches([' ', ')']);
    let Some(before) = trimmed.strip_suffix('%') else { return text };
    let number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let before = before.trim_end().trim_end_matches(number);
    let name = before.trim_end_matches(BEFORE_SHARE);
    if name.is_empty() { text } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names<'a>(text: &'a str, known: &dyn Fn(&str) -> bool, by_commas: bool) -> Vec<Cow<'a, str>> {
        listed(text, known, by_commas).into_iter().map(|listed| listed.text).collect()
    }

    #[test]
    fn lists_fall_apart_where_they_should() {
        let known = |name: &str| ["Oaxaca", "Veracruz", "Trabajo infantil, forzoso"].contains(&name);
        assert_eq!(names("Oaxaca, Veracruz", &known, false), ["Oaxaca", "Veracruz"]);
        assert_eq!(names("Oaxaca y Veracruz", &known, false), ["Oaxaca", "Veracruz"]);
        assert_eq!(names("Verité, Inc.; Sikanda", &known, false), ["Verité, Inc.", "Sikanda"]);
        assert_eq!(
            names("Trabajo infantil, forzoso 60%; SST 40%", &known, true),
            ["Trabajo infantil, forzoso 60%", "SST 40%"]
        );
        assert_eq!(names("café, caña 33,3%", &known, true), ["café", "caña 33,3%"]);
    }

    #[test]
    fn shares_stand_behind_their_names() {
        assert_eq!(share("Trabajo infantil 60%", Decimal::Point), ("Trabajo infantil", Ok(Some(6_000))));
        assert_eq!(share("SST (33,3 %)", Decimal::Point), ("SST", Ok(Some(3_330))));
        assert_eq!(share("SST: 200%", Decimal::Point), ("SST", Ok(Some(20_000))));
        assert_eq!(share("Meta 3 (40 %)", Decimal::Point), ("Meta 3", Ok(Some(4_000))), "a name may end in a number");
        assert_eq!(share("SST", Decimal::Point), ("SST", Ok(None)));
    }

    #[test]
    fn the_longest_name_that_is_known_comes_first() {
        let known = |name: &str| ["Verité, Inc.", "Verité", "Sikanda", "Salud y trabajo", "Salud"].contains(&name);
        assert_eq!(names("Verité, Inc., Sikanda", &known, false), ["Verité, Inc.", "Sikanda"]);
        assert_eq!(names("Sikanda, Verité, Inc.", &known, true), ["Sikanda", "Verité, Inc."]);
        assert_eq!(names("Salud y trabajo y Verité", &known, false), ["Salud y trabajo", "Verité"]);
        assert_eq!(names("Verité, Inc., Nadie", &known, true), ["Verité, Inc.", "Nadie"]);
        assert_eq!(names("Verité, Inc., Nadie", &known, false), ["Verité, Inc., Nadie"]);
        assert_eq!(
            names("Nadie, S.A.; Verité", &known, true),
            ["Nadie, S.A.", "Verité"],
            "something parts them better"
        );
    }

    #[test]
    fn quotation_marks_hold_a_name_together() {
        let none = |_: &str| false;
        assert_eq!(names("\"a; b\"; c", &none, true), ["a; b", "c"]);
        assert_eq!(names("\"a \"\"b\"\", c\"", &none, true), ["a \"b\", c"]);
        assert_eq!(names("\"Senderos\" de paz; b", &none, true), ["\"Senderos\" de paz", "b"]);
        assert_eq!(names("\"abierto; b", &none, true), ["\"abierto", "b"]);
        let item = &listed("\"Meta 60%\" (40 %)", &none, true)[0];
        assert_eq!(item.with_share(Decimal::Point), ("Meta 60%", Ok(Some(4_000))));
    }

    proptest! {
        /// Whatever names hold, the list of them comes back, with its shares.
        #[test]
        fn any_list_comes_back(
            given in prop::collection::vec(("[a-zA-Z0-9;|,%\"() áñ.-]{1,14}", prop::option::of(0_u32..10_001)), 1..5)
        ) {
            let given: Vec<(String, Option<u32>)> = given.into_iter().map(|(name, share)| (format!("x{}", name.trim()), share)).collect();
            let text = written_list(&given);
            let known = |name: &str| given.iter().any(|(known, _)| known == name);
            for known in [&known as &dyn Fn(&str) -> bool, &|_| false] {
                let back = listed(&text, known, true);
                let back: Vec<_> = back.iter().map(|item| item.with_share(Decimal::Point)).collect();
                let wanted: Vec<_> = given.iter().map(|(name, share)| (name.as_str(), Ok(*share))).collect();
                prop_assert_eq!(back, wanted, "{}", text);
            }
        }
    }
}
