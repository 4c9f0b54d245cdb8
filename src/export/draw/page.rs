//! What every picture has around its drawing: title and unit, the sentence of the set, a key, notes on what is
//! lacking, and who says so. Gives the drawings between them a place and puts words where they have room.

use super::letters::{Type, plain, shortened, width, wrapped};
use super::scene::{self, Anchor, Mark, Paint, Rect, Scene, Shape, Words};
use super::svg::written;
use super::{Look, PictureOf, sources};
use crate::export::{Picture, Shown};
use crate::figure::{DARK, Fill, LIGHT, Palette, Rgb, sentence};
use crate::i18n::Words as Language;

/// In how many lines a name stands before it is cut.
const MOST_LINES: usize = 6;

/// How high a name is in so much room.
pub(super) fn height(text: &str, of: Type, room: f32) -> f32 {
    wrapped(text, of, room, MOST_LINES).len() as f32 * of.line()
}

/// Space around everything.
const MARGIN: f32 = 24.0;

/// A picture that is being drawn, from above to below.
pub(super) struct Page<'a> {
    pub shown: Shown<'a>,
    pub look: Look,
    pub colours: &'static Palette,
    /// From where on it is drawn.
    pub left: f32,
    /// Up to where it is drawn.
    pub y: f32,
    of: &'a PictureOf,
    title: String,
    marks: Vec<Mark>,
    /// What is being put together, if anything is.
    open: Option<Mark>,
}

impl<'a> Page<'a> {
    /// A page with its head.
    pub fn new(of: &'a PictureOf, shown: Shown<'a>, look: Look, title: &str, unit: &str) -> Self {
        let colours = if look.dark { &DARK } else { &LIGHT };
        let (marks, title) = (Vec::new(), plain(title));
        let mut page = Self { shown, look, colours, left: MARGIN, y: MARGIN - 4.0, of, title, marks, open: None };
        if !look.within {
            let heading = page.title.clone();
            page.paragraph(&heading, Type::TITLE, colours.text, 3);
        }
        if !unit.is_empty() {
            page.paragraph(unit, Type::BODY, colours.soft, 3);
        }
        page.y += 4.0;
        if look.within {
            return page;
        }
        let set = sentence(shown.scene.answer, shown.scene.names, false).text();
        page.paragraph(&set, Type::BODY, colours.text, 6);
        page.y += 10.0;
        page
    }

    /// What the drawing says in a sentence; within a text, the text says it.
    pub fn sentence(&mut self, text: &str, most: usize) {
        if !self.look.within {
            self.paragraph(text, Type::BODY, self.colours.text, most);
            self.y += 8.0;
        }
    }

    pub fn right(&self) -> f32 {
        self.look.width() - MARGIN
    }

    /// How wide the drawing may be.
    pub fn wide(&self) -> f32 {
        self.right() - self.left
    }

    pub fn words(&self) -> &'a Language {
        self.shown.scene.names.words
    }

    /// Begins one thing that says this.
    pub fn begin(&mut self, said: &str) {
        self.end();
        self.open = Some(Mark { said: Some(said.to_owned()), shapes: Vec::new() });
    }

    /// What follows is no longer part of it.
    pub fn end(&mut self) {
        self.marks.extend(self.open.take());
    }

    pub fn shape(&mut self, shape: Shape) {
        match &mut self.open {
            Some(mark) => mark.shapes.push(shape),
            None => self.marks.push(Mark { said: None, shapes: vec![shape] }),
        }
    }

    /// A place among what is drawn, to come back to.
    pub fn place(&mut self) -> usize {
        self.end();
        self.marks.len()
    }

    /// Draws behind everything that was drawn since.
    pub fn draw_at(&mut self, place: usize, draw: impl FnOnce(&mut Self)) {
        self.end();
        let after = self.marks.split_off(place.min(self.marks.len()));
        draw(self);
        self.end();
        self.marks.extend(after);
    }

    pub fn bar(&mut self, rect: Rect, fill: Fill, colour: Rgb) {
        for shape in scene::bar(rect, fill, colour, self.colours.surface) {
            self.shape(shape);
        }
    }

    pub fn rect(&mut self, rect: Rect, radius: f32, colour: Rgb) {
        self.shape(Shape::Rect { rect, radius, paint: Paint::Plain(colour), edge: None });
    }

    pub fn rule(&mut self, y: f32) {
        let (from, to) = ([self.left, y], [self.right(), y]);
        self.shape(Shape::Line { from, to, colour: self.colours.line, width: 1.0, dashed: false });
    }

    /// A line of words around this height, cut to its room; how wide it became.
    pub fn line(&mut self, [x, middle]: [f32; 2], text: &str, style: (Type, Rgb), anchor: Anchor, room: f32) -> f32 {
        let (of, colour) = style;
        let (drawn, all) = (shortened(text, of, room), plain(text));
        let wide = width(&drawn, of);
        let whole = (drawn != all).then_some(all);
        self.shape(Shape::Words(Words { at: [x, middle + of.drop()], text: drawn, of, anchor, colour, whole }));
        wide
    }

    /// Words around this height in up to [`MOST_LINES`] lines; how many they became.
    pub fn name(&mut self, [x, middle]: [f32; 2], text: &str, style: (Type, Rgb), anchor: Anchor, room: f32) -> usize {
        let (of, colour) = style;
        let lines = wrapped(text, of, room, MOST_LINES);
        let top = middle - (lines.len() as f32 - 1.0) * of.line() / 2.0;
        // What is cut tells the whole under the pointer.
        let cut = lines.iter().any(|line| line.ends_with('…'));
        for (place, line) in lines.iter().enumerate() {
            let at = [x, top + place as f32 * of.line() + of.drop()];
            let whole = (cut && place + 1 == lines.len()).then(|| plain(text));
            self.shape(Shape::Words(Words { at, text: line.clone(), of, anchor, colour, whole }));
        }
        lines.len()
    }

    /// Words over the whole width, in at most so many lines.
    pub fn paragraph(&mut self, text: &str, of: Type, colour: Rgb, most: usize) {
        for line in wrapped(text, of, self.wide(), most) {
            let middle = self.y + of.line() / 2.0;
            let at = [self.left, middle + of.drop()];
            self.shape(Shape::Words(Words { at, text: line, of, anchor: Anchor::Start, colour, whole: None }));
            self.y += of.line();
        }
    }

    /// Samples with their words, in as many lines as they need.
    pub fn key(&mut self, entries: Vec<(Sample, String)>) {
        if entries.is_empty() {
            return;
        }
        let (of, height) = (Type::SMALL, 19.0);
        let mut x = self.left;
        for (sample, text) in entries {
            let needed = sample.wide() + 6.0 + width(&plain(&text), of);
            if x > self.left && x + needed > self.right() {
                x = self.left;
                self.y += height;
            }
            let room = self.right() - x - sample.wide() - 6.0;
            let colour = self.colours.soft;
            let high = self::height(&text, of, room);
            if high > height {
                // Longer than a line, it stands by itself.
                sample.draw(self, x, self.y + of.line() / 2.0);
                self.name([x + sample.wide() + 6.0, self.y + high / 2.0], &text, (of, colour), Anchor::Start, room);
                self.y += high - height + 2.0;
                x = self.right();
                continue;
            }
            let middle = self.y + height / 2.0;
            sample.draw(self, x, middle);
            let wide = self.line([x + sample.wide() + 6.0, middle], &text, (of, colour), Anchor::Start, room);
            x += sample.wide() + 6.0 + wide + 16.0;
        }
        self.y += height + 8.0;
    }

    /// What the picture does not show, and who says what it shows; then it is done.
    pub fn finish(mut self, notes: &[String], spoken: &str) -> Picture {
        self.end();
        let colours = self.colours;
        if !notes.is_empty() {
            self.y += 8.0;
        }
        for note in notes {
            self.paragraph(note, Type::SMALL, colours.soft, 4);
        }
        let origin = if self.look.within { Vec::new() } else { sources::origin(self.of, &self.look, self.shown) };
        if !origin.is_empty() {
            self.y += 10.0;
            self.rule(self.y);
            self.y += 6.0;
        }
        for line in &origin {
            self.paragraph(line, Type::SMALL, colours.soft, 4);
        }
        let said = sentence(self.shown.scene.answer, self.shown.scene.names, true).text();
        let parts =
            [said, plain_end(spoken)].into_iter().chain(notes.iter().chain(&origin).map(|part| plain_end(part)));
        let spoken = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let scene = Scene {
            name: self.of.slug(),
            lang: self.words().lang().code(),
            size: [self.look.width(), (self.y + MARGIN - 8.0).ceil()],
            ground: colours.surface,
            title: self.title,
            spoken,
            marks: self.marks,
        };
        let svg = written(&scene, self.look.text);
        Picture { svg, size: scene.size, slug: scene.name, title: scene.title, spoken: scene.spoken }
    }
}

/// A sentence ends with its point.
fn plain_end(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '»', '”']) { text.to_owned() } else { format!("{text}.") }
}

/// A sample in a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sample {
    /// A fill in a colour.
    Bar(Fill, Rgb),
    /// A square of a colour.
    Square(Rgb),
    /// A thin line with its end.
    Whisker(Rgb),
    /// A bar with the mark of an end that a source tells.
    Capped(Rgb),
    /// A bar that comes in over time.
    Soft(Rgb),
    /// A ring.
    Ring(Rgb),
}

impl Sample {
    const fn wide(self) -> f32 {
        match self {
            Self::Square(_) | Self::Ring(_) => 11.0,
            _ => 22.0,
        }
    }

    fn draw(self, page: &mut Page<'_>, x: f32, middle: f32) {
        let rect = Rect::new(x, middle - 5.5, self.wide(), 11.0);
        let (text, surface) = (page.colours.text, page.colours.surface);
        match self {
            Self::Bar(fill, colour) => page.bar(rect, fill, colour),
            Self::Square(colour) => page.rect(Rect::new(x, middle - 5.0, 10.0, 10.0), 2.0, colour),
            Self::Whisker(colour) => whisker(page, rect, colour),
            Self::Capped(colour) => {
                page.rect(Rect { width: rect.width - 2.0, ..rect }, 2.0, colour);
                page.rect(Rect::new(rect.right() - 3.0, rect.y - 2.0, 3.0, 15.0), 1.0, text);
            }
            Self::Soft(colour) => {
                page.shape(Shape::Rect { rect, radius: 0.0, paint: Paint::Fade(colour, scene::Way::In), edge: None });
            }
            Self::Ring(colour) => {
                let centre = [x + 5.5, middle];
                page.shape(Shape::Disc { centre, radius: 4.5, paint: surface, edge: Some((colour, 1.6)) });
            }
        }
    }
}

/// A thin line to a planned end.
pub(super) fn whisker(page: &mut Page<'_>, rect: Rect, colour: Rgb) {
    let [_, middle] = rect.middle();
    let line = |from, to| Shape::Line { from, to, colour, width: 1.4, dashed: false };
    page.shape(line([rect.x, middle], [rect.right(), middle]));
    let x = rect.right() - 0.7;
    page.shape(line([x, middle - 4.0], [x, middle + 4.0]));
}
