//! The two faces of the program: what they can draw, how wide a text is, and the glyphs it is drawn with.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};

use crate::figure::FONTS;

pub(super) const REGULAR: &[u8] = FONTS.regular;
pub(super) const MEDIUM: &[u8] = FONTS.medium;

/// How far letters reach above the line they stand on, in parts of their size.
pub(super) const ASCENT: f32 = 0.927;
/// How far they reach below it.
pub(super) const DESCENT: f32 = 0.244;

/// A face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Face {
    #[default]
    Regular,
    Medium,
}

struct Loaded {
    font: Font,
    shaper: rustybuzz::Face<'static>,
    /// What stands for a letter that the face does not have.
    instead: char,
}

/// Both faces.
pub(super) struct Fonts {
    regular: Loaded,
    medium: Loaded,
    /// Widths of words, in parts of the size: the same words come again and again.
    widths: RefCell<HashMap<(Face, String), f32>>,
}

impl Loaded {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        let instead = ['\u{fffd}', '\u{25a1}'].into_iter().find(|c| has(&shaper, *c)).unwrap_or('?');
        Some(Self { font: Font::new(bytes.into(), 0)?, shaper, instead })
    }

    fn has(&self, c: char) -> bool {
        has(&self.shaper, c)
    }
}

/// Whether a face has a letter. The first glyph is the empty box for what it lacks, which some tables name.
fn has(face: &rustybuzz::Face<'_>, c: char) -> bool {
    face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
}

impl Fonts {
    pub fn new() -> Option<Self> {
        Some(Self { regular: Loaded::new(REGULAR)?, medium: Loaded::new(MEDIUM)?, widths: RefCell::default() })
    }

    const fn loaded(&self, face: Face) -> &Loaded {
        match face {
            Face::Regular => &self.regular,
            Face::Medium => &self.medium,
        }
    }

    /// The face as it is embedded.
    pub fn font(&self, face: Face) -> Font {
        self.loaded(face).font.clone()
    }

    /// A text that the face can draw: whatever it has no letter for stands there by its number, as on screen.
    pub fn drawable(&self, text: &str, face: Face) -> String {
        let loaded = self.loaded(face);
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
        let mut drawable = String::with_capacity(composed.len());
        for c in composed.chars() {
            match c {
                '\u{a0}' => drawable.push(c),
                c if c.is_whitespace() => drawable.push(' '),
                // What is not seen and only tells how to draw.
                '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fe00}'..='\u{fe0f}' => {}
                c if c.is_control() => drawable.push(loaded.instead),
                c if !loaded.has(c) => drawable.push_str(&format!("[U+{:04X}]", u32::from(c))),
                c => drawable.push(c),
            }
        }
        drawable
    }

    /// How wide a word is, in parts of its size.
    pub fn width(&self, word: &str, face: Face) -> f32 {
        let mut widths = self.widths.borrow_mut();
        let key = (face, word.to_owned());
        *widths.entry(key).or_insert_with(|| self.shape(word, face).1)
    }

    /// The glyphs of a text and its width, both in parts of its size.
    pub fn shape(&self, text: &str, face: Face) -> (Vec<KrillaGlyph>, f32) {
        let shaper = &self.loaded(face).shaper;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(shaper, &[], buffer);
        let em = shaper.units_per_em() as f32;
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut width = 0.0;
        let glyphs = (shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate())
            .map(|(place, (info, at))| {
                width += at.x_advance as f32 / em;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    at.x_advance as f32 / em,
                    at.x_offset as f32 / em,
                    at.y_offset as f32 / em,
                    at.y_advance as f32 / em,
                    cluster(&starts, place, text.len()),
                    None,
                )
            })
            .collect();
        (glyphs, width)
    }
}

/// The bytes of a text that a glyph stands for.
fn cluster(starts: &[usize], place: usize, len: usize) -> Range<usize> {
    let start = starts.get(place).copied().unwrap_or(len);
    let later = starts.get(place..).unwrap_or(&[]);
    start..later.iter().copied().find(|other| *other > start).unwrap_or(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_the_face_lacks_are_seen_to_be_missing() {
        let fonts = Fonts::new().unwrap();
        let instead = fonts.regular.instead;
        assert_eq!(fonts.drawable("Año\t\u{200b}2", Face::Regular), "Año 2");
        assert_eq!(fonts.drawable("n\u{303}", Face::Regular), "ñ");
        assert_eq!(fonts.drawable("漢🙂\u{0}", Face::Medium), format!("[U+6F22][U+1F642]{instead}"));
    }

    #[test]
    fn a_text_is_as_wide_as_its_glyphs() {
        let fonts = Fonts::new().unwrap();
        let (glyphs, width) = fonts.shape("Asistencia 152.65", Face::Regular);
        assert_eq!(glyphs.len(), 17);
        assert!((fonts.width("Asistencia 152.65", Face::Regular) - width).abs() < 0.001 && width > 5.0);
    }
}
