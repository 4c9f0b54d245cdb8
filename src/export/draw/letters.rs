//! How wide words are, in the fonts that the program carries: so that a drawing can shorten, wrap and place them
//! before anybody draws. Knows nothing of what they say.

use std::fmt::Write as _;
use std::sync::LazyLock;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Face, GlyphBuffer, UnicodeBuffer};

use crate::figure::FONTS;

/// A size and a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Type {
    /// In points.
    pub size: f32,
    /// Weight 500; else 400.
    pub medium: bool,
}

impl Type {
    /// The title of a picture.
    pub const TITLE: Self = Self { size: 18.0, medium: true };
    /// What stands in the first place.
    pub const BODY: Self = Self { size: 13.0, medium: false };
    /// The same, stressed.
    pub const STRONG: Self = Self { size: 13.0, medium: true };
    /// What steps back.
    pub const SMALL: Self = Self { size: 11.5, medium: false };
    /// The same, stressed.
    pub const CAPTION: Self = Self { size: 11.5, medium: true };
    /// What has hardly room: as small as it can be read in a column of a page.
    pub const FINE: Self = Self { size: 9.5, medium: false };

    /// It, or the smaller one of the same weight where a text is wider than its room.
    pub fn fitting(self, text: &str, room: f32) -> Self {
        if width(&plain(text), self) <= room { self } else { Self { medium: self.medium, ..Self::FINE } }
    }

    /// From one line to the next: more than ascent and descent together.
    pub fn line(self) -> f32 {
        (self.size * 1.34).ceil()
    }

    /// From the middle of a line down to its base line.
    pub fn drop(self) -> f32 {
        self.size * 0.355
    }
}

static REGULAR: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::from_slice(FONTS.regular, 0));
static MEDIUM: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::from_slice(FONTS.medium, 0));

fn face(of: Type) -> Option<&'static Face<'static>> {
    if of.medium { MEDIUM.as_ref() } else { REGULAR.as_ref() }
}

fn shaped(text: &str, face: &Face<'_>) -> GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    rustybuzz::shape(face, &[], buffer)
}

/// How wide a line is, in points.
pub(super) fn width(text: &str, of: Type) -> f32 {
    let Some(face) = face(of) else { return text.chars().count() as f32 * of.size * 0.6 };
    let advance: i64 = shaped(text, face).glyph_positions().iter().map(|at| i64::from(at.x_advance)).sum();
    advance as f32 * of.size / face.units_per_em().max(1) as f32
}

/// No line is longer than this before it is measured: what is longer fits nowhere.
const LONGEST: usize = 600;

/// What may be drawn of a text: one line, without what is no letter or would turn the line around; letters that the fonts
/// lack by their numbers, as on screen.
pub(super) fn plain(text: &str) -> String {
    let mut drawn =
        text.chars().map(|c| if c == '\n' || c == '\t' || c == '\r' { ' ' } else { c }).filter(|c| is_drawn(*c));
    let mut line = String::new();
    for c in drawn.by_ref().take(LONGEST * 4) {
        // Spaces that do not break stay as they are.
        if c == ' ' && (line.is_empty() || line.ends_with(' ')) {
            continue;
        }
        if is_lacking(c) {
            let _ = write!(line, "[U+{:04X}]", u32::from(c));
        } else {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    if drawn.next().is_some() {
        line.push('…');
    }
    line
}

/// Whether the fonts have no such letter.
fn is_lacking(c: char) -> bool {
    let has = |face: &Face<'_>| face.glyph_index(c).is_some();
    !c.is_ascii() && !c.is_whitespace() && REGULAR.as_ref().is_some_and(|face| !has(face))
}

/// Whether a character is a letter of a line, and allowed in XML.
fn is_drawn(c: char) -> bool {
    let styles = matches!(c, '\u{FE0E}' | '\u{FE0F}');
    let turns = matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}');
    !(c.is_control() || turns || breaks || styles || is_no_character(c))
}

/// Code points that no document may hold.
pub(super) fn is_no_character(c: char) -> bool {
    matches!(c as u32 & 0xFFFF, 0xFFFE | 0xFFFF) || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// A text in so much room: whole, or cut with an ellipsis; nothing where not even that fits.
pub(super) fn shortened(text: &str, of: Type, room: f32) -> String {
    let line = plain(text);
    let ends: Vec<usize> = line.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect();
    if ends.len() < LONGEST && width(&line, of) <= room {
        return line;
    }
    let cut = |count: usize| {
        let end = count.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
        format!("{}…", line.get(..end).unwrap_or_default().trim_end())
    };
    let counts: Vec<usize> = (0..=ends.len()).collect();
    let fit = counts.partition_point(|count| width(&cut(*count), of) <= room);
    fit.checked_sub(1).map(cut).unwrap_or_default()
}

/// A text in lines of so much room, at most so many; the last one is cut where they are not enough.
pub(super) fn wrapped(text: &str, of: Type, room: f32, most: usize) -> Vec<String> {
    let whole = plain(text);
    let words: Vec<&str> = whole.split(' ').filter(|word| !word.is_empty()).collect();
    let mut lines = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() && lines.len() < most {
        let last = lines.len() + 1 == most;
        let joined = |count: usize| rest.get(..count).unwrap_or_default().join(" ");
        // Lines are short: word by word is less to measure than halves of all that is left.
        let fit = (1..=rest.len()).take_while(|count| width(&joined(*count), of) <= room).count().max(1);
        let line = if last { rest.join(" ") } else { joined(fit) };
        lines.push(shortened(&line, of, room));
        rest = rest.get(fit..).unwrap_or_default();
    }
    lines
}

/// A letter of a line that is set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// Its number in its face.
    pub glyph: u32,
    /// Where it stands, in units of the face from the beginning of the base line, upwards.
    pub at: [i32; 2],
    /// The data of a path in the same units; `None` for a space.
    pub outline: Option<String>,
}

/// The letters of a line, and how many units of the face are its size.
pub(super) fn letters(text: &str, of: Type) -> (Vec<Letter>, f32) {
    let Some(face) = face(of) else { return (Vec::new(), 1.0) };
    let glyphs = shaped(text, face);
    let mut pen = 0;
    let letter = |(info, place): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
        let at = [pen + place.x_offset, place.y_offset];
        pen += place.x_advance;
        let mut outline = Outline::default();
        face.outline_glyph(GlyphId(u16::try_from(info.glyph_id).unwrap_or(0)), &mut outline);
        let outline = Some(outline.data).filter(|data| !data.is_empty());
        Letter { glyph: info.glyph_id, at, outline }
    };
    let letters = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()).map(letter).collect();
    (letters, face.units_per_em().max(1) as f32)
}

#[derive(Default)]
struct Outline {
    data: String,
}

impl Outline {
    fn points(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        for (place, (x, y)) in points.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            // Writing to a text cannot fail.
            let _ = write!(self.data, "{space}{} {}", number(*x), number(*y));
        }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.points('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.points('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.points('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.points('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}

/// A length as SVG takes it: two decimals at most, and never `-0`.
pub(super) fn number(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    if rounded == 0.0 || !rounded.is_finite() {
        return "0".to_owned();
    }
    let mut digits = format!("{rounded:.2}");
    digits.truncate(digits.trim_end_matches('0').trim_end_matches('.').len());
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_to_its_room_and_wrapped_between_words() {
        let text = "Derechos colectivos (reforma de 2019)";
        let whole = width(text, Type::BODY);
        assert_eq!(shortened(text, Type::BODY, whole + 0.1), text);
        let short = shortened(text, Type::BODY, whole * 0.6);
        assert!(short.ends_with('…') && width(&short, Type::BODY) <= whole * 0.6, "{short}");
        assert_eq!(shortened(text, Type::BODY, 1.0), "");
        assert_eq!(
            wrapped(text, Type::BODY, whole * 0.6, 2),
            ["Derechos colectivos", "(reforma de 2019)"],
            "between words"
        );
        let cut = wrapped(&text.repeat(40), Type::BODY, 120.0, 3);
        assert!(cut.len() == 3 && cut.iter().all(|line| width(line, Type::BODY) <= 120.0), "{cut:?}");
        assert!(cut.last().is_some_and(|line| line.ends_with('…')));
    }

    #[test]
    fn what_is_no_letter_is_left_out() {
        assert_eq!(plain("  a\u{0}b \n\t c\u{202E}d\u{FFFF} "), "ab cd");
        assert_eq!(plain("40\u{A0}%"), "40\u{A0}%");
        assert_eq!(plain("Costura 🦤\u{FE0F} «Niñez»"), "Costura [U+1F9A4] «Niñez»");
        assert_eq!(wrapped("", Type::BODY, 100.0, 2), Vec::<String>::new());
    }

    #[test]
    fn lengths_are_short_and_never_less_than_nothing_at_zero() {
        let said: Vec<_> = [0.0, -0.001, 1.5, 100.0, 2.006, f32::NAN].map(number).into();
        assert_eq!(said, ["0", "0", "1.5", "100", "2.01", "0"]);
    }
}
