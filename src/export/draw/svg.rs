//! A scene as SVG: one file with all that it needs, the same bytes for the same scene.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::letters::{is_no_character, letters, number, width};
use super::scene::{Anchor, Mark, Paint, Rect, Scene, Shape, Way, Words};
use crate::figure::{FONTS, Rgb};

/// How words are written into the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextAs {
    /// As the outlines of their letters, each once in the file: the same in every program, whatever fonts it has. Each drawn thing still says
    /// in its `<title>` what it is.
    #[default]
    Paths,
    /// As text, with both faces in the file (about 800 kB): selected, searched and edited where the program reads
    /// fonts from a file, as browsers do.
    Fonts,
    /// As text in the family `Roboto`, which whoever shows the picture brings: a PDF or a page with its own fonts.
    Text,
}

/// The scene as a file.
pub(super) fn written(scene: &Scene, text: TextAs) -> String {
    let mut body = Writer { scene, text, defs: Vec::new(), letters: HashSet::new(), out: String::new() };
    for mark in &scene.marks {
        body.mark(mark);
    }
    let ([width, height], name) = (scene.size.map(number), &scene.name);
    // Programs of some years read no other form of a link within the file.
    let links = if text == TextAs::Paths { " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" } else { "" };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"{links} width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
         {height}\" xml:lang=\"{}\" font-family=\"{}, sans-serif\" role=\"img\" aria-labelledby=\"{name}-title \
         {name}-desc\">\n",
        scene.lang, FONTS.family
    );
    svg += &format!("<title id=\"{name}-title\">{}</title>\n", escaped(&scene.title));
    svg += &format!("<desc id=\"{name}-desc\">{}</desc>\n", escaped(&scene.spoken));
    if text == TextAs::Fonts {
        svg += &FACES;
    }
    if !body.defs.is_empty() {
        svg += &format!("<defs>\n{}</defs>\n", body.defs.iter().map(|(_, def)| def.as_str()).collect::<String>());
    }
    svg += &format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n", hex(scene.ground));
    svg + &body.out + "</svg>\n"
}

/// The faces within a file.
static FACES: LazyLock<String> = LazyLock::new(|| {
    let face = |weight: u16, file: &[u8]| {
        format!(
            "@font-face{{font-family:{};font-weight:{weight};src:url(data:font/ttf;base64,{})}}\n",
            FONTS.family,
            BASE64_STANDARD.encode(file)
        )
    };
    format!("<style>\n{}{}</style>\n", face(400, FONTS.regular), face(500, FONTS.medium))
});

/// A text as it stands in XML; what no document may hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            _ if c.is_control() || is_no_character(c) => {}
            _ => out.push(c),
        }
    }
    out
}

fn hex(colour: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b)
}

struct Writer<'a> {
    scene: &'a Scene,
    text: TextAs,
    /// Patterns and gradients by what they are, in the order in which they were first needed.
    defs: Vec<(String, String)>,
    /// The letters among them.
    letters: HashSet<String>,
    out: String,
}

impl Writer<'_> {
    /// Adds to the file; writing to a text cannot fail.
    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = self.out.write_fmt(text);
    }

    fn mark(&mut self, mark: &Mark) {
        if let Some(said) = &mark.said {
            self.add(format_args!("<g>\n<title>{}</title>\n", escaped(said)));
        }
        for shape in &mark.shapes {
            self.shape(shape);
        }
        if mark.said.is_some() {
            self.out.push_str("</g>\n");
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, radius, paint, edge } => {
                let fill = self.paint(*paint, *rect);
                let [x, y, w, h] = [rect.x, rect.y, rect.width, rect.height].map(number);
                let round = radius.min(rect.width / 2.0).min(rect.height / 2.0);
                let round = if round > 0.0 { format!(" rx=\"{}\"", number(round)) } else { String::new() };
                let edge = edged(*edge);
                self.add(format_args!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{round} fill=\"{fill}\"{edge}/>\n"
                ));
            }
            Shape::Line { from, to, colour, width, dashed } => {
                let ([x1, y1], [x2, y2]) = (from.map(number), to.map(number));
                let dashes = if *dashed { " stroke-dasharray=\"5 3.5\"" } else { "" };
                let (colour, width) = (hex(*colour), number(*width));
                self.add(format_args!(
                    "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" \
                     stroke-width=\"{width}\"{dashes}/>\n"
                ));
            }
            Shape::Disc { centre, radius, paint, edge } => {
                let ([x, y], r, fill) = (centre.map(number), number(*radius), hex(*paint));
                let edge = edged(*edge);
                self.add(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\"{edge}/>\n"));
            }
            Shape::Polygon { points, colour } => {
                let points: Vec<String> = points.iter().map(|at| at.map(number).join(",")).collect();
                self.add(format_args!("<polygon points=\"{}\" fill=\"{}\"/>\n", points.join(" "), hex(*colour)));
            }
            Shape::Words(words) => self.words(words),
        }
    }

    fn words(&mut self, words: &Words) {
        if words.text.is_empty() {
            return;
        }
        let colour = hex(words.colour);
        let whole = words.whole.as_ref().map(|whole| format!("<title>{}</title>", escaped(whole)));
        if let Some(whole) = &whole {
            self.add(format_args!("<g>{whole}"));
        }
        if self.text == TextAs::Paths {
            let wide = match words.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width(&words.text, words.of) / 2.0,
                Anchor::End => width(&words.text, words.of),
            };
            self.letters(words, words.at[0] - wide, &colour);
        } else {
            let ([x, y], size) = (words.at.map(number), number(words.of.size));
            let weight = if words.of.medium { " font-weight=\"500\"" } else { "" };
            let anchor = match words.anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let text = escaped(&words.text);
            self.add(format_args!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{colour}\">{text}</text>"
            ));
        }
        self.out.push_str(if whole.is_some() { "</g>\n" } else { "\n" });
    }

    /// Each letter is an outline among the definitions, written once and used wherever it stands.
    fn letters(&mut self, words: &Words, x: f32, colour: &str) {
        let (letters, units) = letters(&words.text, words.of);
        let scale = format!("{:.5}", words.of.size / units);
        let (x, y) = (number(x), number(words.at[1]));
        self.add(format_args!("<g fill=\"{colour}\" transform=\"translate({x} {y}) scale({scale} -{scale})\">"));
        for letter in letters {
            let Some(outline) = letter.outline else { continue };
            let face = if words.of.medium { "m" } else { "r" };
            let id = format!("{}-{face}{}", self.scene.name, letter.glyph);
            if self.letters.insert(id.clone()) {
                let def = format!("<path id=\"{id}\" d=\"{outline}\"/>\n");
                self.defs.push((id.clone(), def));
            }
            let [x, y] = letter.at;
            let y = if y == 0 { String::new() } else { format!(" y=\"{y}\"") };
            self.add(format_args!("<use xlink:href=\"#{id}\" x=\"{x}\"{y}/>"));
        }
        self.out.push_str("</g>");
    }

    /// What stands in `fill`; patterns and gradients are put among the definitions.
    fn paint(&mut self, paint: Paint, rect: Rect) -> String {
        match paint {
            Paint::Plain(colour) => hex(colour),
            Paint::Hatch(colour) => self.defined(&format!("hatch {}", hex(colour)), |id| {
                format!(
                    "<pattern id=\"{id}\" patternUnits=\"userSpaceOnUse\" width=\"5\" height=\"5\"><path d=\"M-1 6L6 \
                     -1M-1 1L1 -1M4 6L6 4\" stroke=\"{}\" stroke-width=\"1.1\"/></pattern>\n",
                    hex(colour)
                )
            }),
            Paint::Dots(colour) => {
                // Whole dots only, in the middle of their rectangle.
                let start = |from: f32, length: f32| number(from + (length - (length / DOT).floor() * DOT) / 2.0);
                let (x, y) = (start(rect.x, rect.width), start(rect.y, rect.height));
                self.defined(&format!("dots {} {x} {y}", hex(colour)), |id| {
                    format!(
                        "<pattern id=\"{id}\" patternUnits=\"userSpaceOnUse\" x=\"{x}\" y=\"{y}\" width=\"4\" \
                         height=\"4\"><rect x=\"1.1\" y=\"1.1\" width=\"1.8\" height=\"1.8\" rx=\"0.5\" \
                         fill=\"{}\"/></pattern>\n",
                        hex(colour)
                    )
                })
            }
            Paint::Fade(colour, way) => {
                let (from, to) = if way == Way::In { (0, 1) } else { (1, 0) };
                self.defined(&format!("fade {} {from}", hex(colour)), |id| {
                    let colour = hex(colour);
                    format!(
                        "<linearGradient id=\"{id}\"><stop offset=\"0\" stop-color=\"{colour}\" \
                         stop-opacity=\"{from}\"/><stop offset=\"1\" stop-color=\"{colour}\" \
                         stop-opacity=\"{to}\"/></linearGradient>\n"
                    )
                })
            }
        }
    }

    fn defined(&mut self, what: &str, write: impl Fn(&str) -> String) -> String {
        let known = self.defs.iter().position(|(known, _)| known == what);
        let place = known.unwrap_or(self.defs.len());
        let id = format!("{}-{place}", self.scene.name);
        if known.is_none() {
            self.defs.push((what.to_owned(), write(&id)));
        }
        format!("url(#{id})")
    }
}

/// From one dot to the next.
const DOT: f32 = 4.0;

fn edged(edge: Option<(Rgb, f32)>) -> String {
    edge.map(|(colour, width)| format!(" stroke=\"{}\" stroke-width=\"{}\"", hex(colour), number(width)))
        .unwrap_or_default()
}
