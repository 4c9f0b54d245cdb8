//! The colours, fills and fonts that things are drawn in, as plain data: the window and every export take them from here, so
//! that a picture that was saved looks like the one on screen.

use super::bars::BarPart;
use super::looks::Look;
use crate::model::EndingKind;
use crate::query::{After, StepKey};

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Rgb {
    /// From six digits: `0x0B_6E75`.
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8 }
    }

    /// This colour with a share of another one over it.
    #[must_use]
    pub fn mixed(self, other: Self, share: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share.clamp(0.0, 1.0)).round() as u8;
        Self { r: mix(self.r, other.r), g: mix(self.g, other.g), b: mix(self.b, other.b) }
    }

    /// Black or white, whichever reads better on this colour.
    #[must_use]
    pub fn ink(self) -> Self {
        let linear = |c: u8| (f32::from(c) / 255.0).powf(2.2);
        let luminance = 0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b);
        if luminance > 0.18 { Self::hex(0) } else { Self::hex(0xFF_FFFF) }
    }
}

/// The colours of one mode.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Rgb,
    /// What things stand on.
    pub surface: Rgb,
    /// A surface within a surface: headers, fields.
    pub sunken: Rgb,
    /// Thin lines.
    pub line: Rgb,
    /// Text.
    pub text: Rgb,
    /// Text that steps back; 4.5:1 on every surface all the same.
    pub soft: Rgb,
    /// The one accent.
    pub accent: Rgb,
    /// What is chosen, behind text.
    pub chosen: Rgb,
    /// What the pointer is over, behind text.
    pub hovered: Rgb,
    /// A match of the search, behind text.
    pub mark: Rgb,
    /// Something failed.
    pub failure: Rgb,
    /// The thematic areas, by their place in the portfolio's list; colours repeat beyond these, names do not.
    pub areas: [Rgb; 6],
}

const fn hex(rgb: u32) -> Rgb {
    Rgb::hex(rgb)
}

/// The light mode.
pub const LIGHT: Palette = Palette {
    ground: hex(0xF6_F7F9),
    surface: hex(0xFF_FFFF),
    sunken: hex(0xEE_F1F5),
    line: hex(0xDD_E1E7),
    text: hex(0x1B_2430),
    soft: hex(0x55_6170),
    accent: hex(0x0B_6E75),
    chosen: hex(0xE0_F0F1),
    hovered: hex(0xF1_F4F7),
    mark: hex(0xFB_E9A6),
    failure: hex(0x9F_2A1B),
    areas: [hex(0x03_59B7), hex(0x6F_1708), hex(0x4D_9E87), hex(0x46_3973), hex(0x55_0E32), hex(0xAB_8438)],
};

/// The dark mode.
pub const DARK: Palette = Palette {
    ground: hex(0x12_171E),
    surface: hex(0x1A_212B),
    sunken: hex(0x22_2B37),
    line: hex(0x30_3A47),
    text: hex(0xE6_EAF0),
    soft: hex(0x9A_A7B6),
    accent: hex(0x4F_C3C9),
    chosen: hex(0x1E_3A40),
    hovered: hex(0x22_2B37),
    mark: hex(0x5C_4A0A),
    failure: hex(0xF2_9C8E),
    areas: [hex(0x98_C7FC), hex(0xA1_771A), hex(0x5F_F6D9), hex(0x62_78CD), hex(0xC8_5A84), hex(0xC9_E24E)],
};

impl Palette {
    /// The colour of the theme at this place of the portfolio's list.
    pub fn area(&self, place: usize) -> Rgb {
        self.areas.get(place % self.areas.len()).copied().unwrap_or(self.accent)
    }

    /// The colour that an ink stands for.
    pub fn of(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Theme(place) => self.area(place),
            Ink::Accent => self.accent,
            Ink::Soft => self.soft,
        }
    }
}

/// The faces that everything is written in, as files.
#[derive(Clone, Copy, Debug)]
pub struct Fonts {
    /// What both are called.
    pub family: &'static str,
    /// Weight 400.
    pub regular: &'static [u8],
    /// Weight 500.
    pub medium: &'static [u8],
}

/// The fonts that the program carries.
pub const FONTS: Fonts = Fonts {
    family: "Roboto",
    regular: include_bytes!("../../assets/fonts/Roboto-Regular.ttf"),
    medium: include_bytes!("../../assets/fonts/Roboto-Medium.ttf"),
};

/// What colour something has, whatever the mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// That of the theme at this place.
    Theme(usize),
    /// The one accent.
    Accent,
    /// That of what steps back.
    Soft,
}

/// What a part of a drawing means: solid is stated, the rest is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Stated by a source.
    Solid,
    /// Split in equal parts by us.
    Dotted,
    /// Planned, and cancelled by a source that names the project.
    Hatched,
    /// Inferred.
    Outline,
    /// Not known: outline with a question mark.
    Question,
}

/// How an ending's part of a drawing is filled; one meaning each, everywhere.
pub const fn ending_fill(ending: EndingKind) -> Fill {
    match ending {
        EndingKind::Named => Fill::Hatched,
        EndingKind::Implied => Fill::Outline,
        EndingKind::Before => Fill::Solid,
        EndingKind::Unknown => Fill::Question,
    }
}

/// How a part of a bar is filled, and in which colour.
pub fn part_fill(part: &BarPart) -> (Fill, Ink) {
    let fill = if part.assumed { Fill::Dotted } else { Fill::Solid };
    match part.look {
        Look::Theme(place) => (fill, Ink::Theme(place)),
        Look::Plain => (fill, Ink::Accent),
        Look::Ending(ending) => {
            let fill = ending_fill(ending);
            (fill, if fill == Fill::Solid { Ink::Soft } else { Ink::Accent })
        }
    }
}

/// How what is known of what came after is filled, and in which colour: what a source answers is solid.
pub const fn after_fill(after: After) -> (Fill, Ink) {
    match after {
        After::Continued => (Fill::Solid, Ink::Accent),
        After::Partial => (Fill::Hatched, Ink::Accent),
        After::Nobody => (Fill::Solid, Ink::Soft),
        After::NewInArea => (Fill::Outline, Ink::Accent),
        After::Unknown => (Fill::Question, Ink::Soft),
        After::EndedBefore => (Fill::Dotted, Ink::Soft),
    }
}

/// How a step of a bridge is filled, and in which colour.
pub const fn step_fill(key: StepKey) -> (Fill, Ink) {
    match key {
        StepKey::Comparable(EndingKind::Before) => (ending_fill(EndingKind::Before), Ink::Soft),
        StepKey::Comparable(ending) => (ending_fill(ending), Ink::Accent),
        StepKey::Remainder => (Fill::Question, Ink::Soft),
        StepKey::MarkedIn => (Fill::Solid, Ink::Accent),
        _ => (Fill::Dotted, Ink::Accent),
    }
}
