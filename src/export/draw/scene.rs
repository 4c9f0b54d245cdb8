//! What a picture is made of: a short list of rectangles, lines, discs, polygons and words, in points from the upper
//! left. Knows nothing of the records.

use super::letters::Type;
use crate::figure::{Fill, Rgb};

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Its middle.
    pub fn middle(self) -> [f32; 2] {
        [self.x + self.width / 2.0, self.y + self.height / 2.0]
    }

    /// Smaller on all sides.
    pub fn within(self, by: f32) -> Self {
        let (x, y) = ((self.width / 2.0).min(by), (self.height / 2.0).min(by));
        Self::new(self.x + x, self.y + y, self.width - 2.0 * x, self.height - 2.0 * y)
    }
}

/// What fills a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Paint {
    /// A colour.
    Plain(Rgb),
    /// Slanted lines of a colour on what lies below.
    Hatch(Rgb),
    /// Dots of a colour, anchored so that none is cut.
    Dots(Rgb),
    /// A colour that comes in from the left, or goes out to the right.
    Fade(Rgb, Way),
}

/// Where a fade is full.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Way {
    /// Full at the right.
    In,
    /// Full at the left.
    Out,
}

/// From which side words are placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Words on a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    /// Where they are anchored, on the base line.
    pub at: [f32; 2],
    /// What is drawn.
    pub text: String,
    pub of: Type,
    pub anchor: Anchor,
    pub colour: Rgb,
    /// The whole, where only a part is drawn.
    pub whole: Option<String>,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Rect { rect: Rect, radius: f32, paint: Paint, edge: Option<(Rgb, f32)> },
    Line { from: [f32; 2], to: [f32; 2], colour: Rgb, width: f32, dashed: bool },
    Disc { centre: [f32; 2], radius: f32, paint: Rgb, edge: Option<(Rgb, f32)> },
    Polygon { points: Vec<[f32; 2]>, colour: Rgb },
    Words(Words),
}

/// Shapes that are one thing, and what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Mark {
    /// Said under the pointer and by a screen reader.
    pub said: Option<String>,
    /// From below to above.
    pub shapes: Vec<Shape>,
}

/// A whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    /// What it is called where it stands among others: in ids.
    pub name: String,
    /// Its language: "es".
    pub lang: &'static str,
    /// In points.
    pub size: [f32; 2],
    /// What everything stands on.
    pub ground: Rgb,
    /// What it shows.
    pub title: String,
    /// The same in whole sentences.
    pub spoken: String,
    /// From below to above.
    pub marks: Vec<Mark>,
}

/// A bar with its fill. Its edge lies within its bounds, so that its length is its value.
pub(super) fn bar(rect: Rect, fill: Fill, colour: Rgb, surface: Rgb) -> Vec<Shape> {
    let edged = |width: f32| Shape::Rect {
        rect: rect.within(width / 2.0),
        radius: 2.0,
        paint: Paint::Plain(surface),
        edge: Some((colour, width.min(rect.width))),
    };
    let inside = |paint, by: f32| Shape::Rect { rect: rect.within(by), radius: 0.0, paint, edge: None };
    // Too narrow for an edge and something within, a fill cannot be told from another.
    if rect.width < 3.0 {
        return vec![Shape::Rect { rect, radius: 0.0, paint: Paint::Plain(colour), edge: None }];
    }
    match fill {
        Fill::Solid => vec![Shape::Rect { rect, radius: 2.0, paint: Paint::Plain(colour), edge: None }],
        Fill::Dotted => vec![edged(1.0), inside(Paint::Dots(colour), 1.5)],
        Fill::Hatched => vec![edged(1.2), inside(Paint::Hatch(colour), 1.2)],
        Fill::Outline => vec![edged(1.2)],
        Fill::Question => {
            let of = Type { size: (rect.height * 0.75).min(12.0), medium: false };
            let [x, y] = rect.middle();
            let mark =
                Words { at: [x, y + of.drop()], text: "?".to_owned(), of, anchor: Anchor::Middle, colour, whole: None };
            let room = rect.width > 9.0 && rect.height > 9.0;
            std::iter::once(edged(1.2)).chain(room.then_some(Shape::Words(mark))).collect()
        }
    }
}
