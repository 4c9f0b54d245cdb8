//! The pieces of a text as runs: each in one face, size, colour and language, and leading to one place.

use krilla::color::rgb;

use super::fonts::{Face, Fonts};
use crate::export::report::block::{Piece, Text, stretches};
use crate::model::Lang;

/// Colours on paper; each has at least 4.5 to 1 against white.
pub(super) mod colour {
    use krilla::color::rgb::Color;

    pub fn text() -> Color {
        Color::new(0x1b, 0x24, 0x30)
    }
    pub fn soft() -> Color {
        Color::new(0x55, 0x61, 0x70)
    }
    pub fn accent() -> Color {
        Color::new(0x0b, 0x6e, 0x75)
    }
    pub fn line() -> Color {
        Color::new(0xc8, 0xce, 0xd6)
    }
    pub fn sunken() -> Color {
        Color::new(0xf2, 0xf4, 0xf7)
    }
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub face: Face,
    /// Points.
    pub size: f32,
    pub colour: rgb::Color,
}

impl Style {
    pub fn new(face: Face, size: f32, colour: rgb::Color) -> Self {
        Self { face, size, colour }
    }

    pub fn body(size: f32) -> Self {
        Self::new(Face::Regular, size, colour::text())
    }

    pub fn soft(size: f32) -> Self {
        Self::new(Face::Regular, size, colour::soft())
    }

    pub fn strong(size: f32) -> Self {
        Self::new(Face::Medium, size, colour::text())
    }
}

/// Where a click leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To a source in the list.
    Source(usize),
    /// To a section.
    Section(usize),
    /// Out into the web.
    Web(String),
}

/// Words of one look, one language, one target.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub text: String,
    pub style: Style,
    pub lang: Option<Lang>,
    pub target: Option<Target>,
}

impl Run {
    pub fn new(text: &str, style: Style, fonts: &Fonts) -> Self {
        Self { text: fonts.drawable(text, style.face), style, lang: None, target: None }
    }

    fn to(mut self, target: Target) -> Self {
        self.style.colour = colour::accent();
        self.target = Some(target);
        self
    }
}

/// The runs of a text in this style.
pub(super) fn runs(text: &Text, style: Style, fonts: &Fonts) -> Vec<Run> {
    let mut all = Vec::new();
    for piece in &text.0 {
        match piece {
            Piece::Words(words, lang) => all.push(Run { lang: *lang, ..Run::new(words, style, fonts) }),
            Piece::Strong(words) => {
                all.push(Run::new(words, Style { face: Face::Medium, ..style }, fonts));
            }
            Piece::Soft(words) => {
                all.push(Run::new(words, Style { face: Face::Regular, colour: colour::soft(), ..style }, fonts));
            }
            Piece::Link(url) => all.push(address(url, style, fonts)),
            Piece::Cites(numbers, more) => cites(numbers, more.as_deref(), style, fonts, &mut all),
        }
    }
    all
}

/// An address: a link where it leads into the web.
pub(super) fn address(url: &str, style: Style, fonts: &Fonts) -> Run {
    let run = Run::new(url.trim(), style, fonts);
    let scheme = url.trim().get(..8).unwrap_or(url.trim()).to_ascii_lowercase();
    let web = scheme.starts_with("https://") || scheme.starts_with("http://");
    if web { run.to(Target::Web(url.trim().to_owned())) } else { run }
}

fn cites(numbers: &[usize], more: Option<&str>, style: Style, fonts: &Fonts, all: &mut Vec<Run>) {
    let style = Style { face: Face::Regular, size: style.size.min(11.0) * 0.86, colour: colour::soft() };
    let mut say = |text: &str| all.push(Run::new(text, style, fonts));
    say(" [");
    let mut parts = Vec::new();
    for (place, (from, to)) in stretches(numbers).into_iter().enumerate() {
        if place > 0 {
            parts.push((", ".to_owned(), None));
        }
        parts.push((from.to_string(), Some(from)));
        if to > from {
            parts.push(((if to == from + 1 { ", " } else { "–" }).to_owned(), None));
            parts.push((to.to_string(), Some(to)));
        }
    }
    for (text, number) in parts {
        let run = Run::new(&text, style, fonts);
        all.push(match number {
            Some(number) => run.to(Target::Source(number)),
            None => run,
        });
    }
    if let Some(more) = more {
        all.push(Run::new(&format!(" {more}"), style, fonts));
    }
    all.push(Run::new("]", style, fonts));
}
