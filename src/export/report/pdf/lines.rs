//! Runs broken into lines of a width: at spaces, and within a word only where it is longer than a line.

use super::fonts::Fonts;
use super::pieces::Run;

/// Lines stand so many times the size of their letters apart.
pub(super) const LEADING: f32 = 1.38;

/// No word of so many bytes fits on a line.
const LONG: usize = 400;

/// A part of a line: one run's words, from `x` on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fragment {
    pub run: Run,
    /// Points from the line's beginning.
    pub x: f32,
    pub width: f32,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub fragments: Vec<Fragment>,
    pub width: f32,
    /// The size of its largest letters.
    pub size: f32,
}

impl Line {
    pub fn height(&self) -> f32 {
        self.size * LEADING
    }
}

/// Letters that stand together, of one run or several: never broken where they fit on a line.
#[derive(Default)]
struct Cluster {
    parts: Vec<(usize, String)>,
    width: f32,
    /// The run of the space before it.
    space: Option<usize>,
}

/// How wide the widest word is, and how wide all is on one line.
pub(super) fn extent(runs: &[Run], fonts: &Fonts) -> (f32, f32) {
    let clusters = clusters(runs, fonts);
    let widest = clusters.iter().map(|cluster| cluster.width).fold(0.0, f32::max);
    let whole = clusters.iter().map(|cluster| cluster.width + space(cluster, runs, fonts)).sum();
    (widest, whole)
}

/// The lines of these runs; one empty line where there are no words.
pub(super) fn lines(runs: &[Run], width: f32, fonts: &Fonts) -> Vec<Line> {
    let mut breaker = Breaker { runs, fonts, width: width.max(1.0), lines: Vec::new(), line: Line::default() };
    for cluster in clusters(runs, fonts) {
        breaker.add(cluster);
    }
    breaker.end();
    breaker.lines
}

fn clusters(runs: &[Run], fonts: &Fonts) -> Vec<Cluster> {
    let mut all: Vec<Cluster> = Vec::new();
    let mut open = Cluster::default();
    for (place, run) in runs.iter().enumerate() {
        for (at, word) in run.text.split(' ').enumerate() {
            if at > 0 {
                if !open.parts.is_empty() {
                    all.push(std::mem::take(&mut open));
                }
                open.space = Some(place);
            }
            if !word.is_empty() {
                open.width += measure(word, run, fonts);
                open.parts.push((place, word.to_owned()));
            }
        }
    }
    if !open.parts.is_empty() {
        all.push(open);
    }
    all
}

/// How wide a word is. One that is longer than any line is measured letter by letter, as it will be broken.
fn measure(word: &str, run: &Run, fonts: &Fonts) -> f32 {
    let face = run.style.face;
    let width = if word.len() > LONG {
        word.chars().map(|c| fonts.width(c.encode_utf8(&mut [0; 4]), face)).sum()
    } else {
        fonts.width(word, face)
    };
    width * run.style.size
}

fn space(cluster: &Cluster, runs: &[Run], fonts: &Fonts) -> f32 {
    let run = cluster.space.and_then(|place| runs.get(place));
    run.map_or(0.0, |run| fonts.width(" ", run.style.face) * run.style.size)
}

struct Breaker<'a> {
    runs: &'a [Run],
    fonts: &'a Fonts,
    width: f32,
    lines: Vec<Line>,
    line: Line,
}

impl Breaker<'_> {
    fn add(&mut self, cluster: Cluster) {
        let space = space(&cluster, self.runs, self.fonts);
        let begun = !self.line.fragments.is_empty();
        if begun && self.line.width + space + cluster.width > self.width + 0.01 {
            // The space stays at the end of the line, unseen: who copies the text gets it.
            self.put_space(cluster.space, 0.0);
            self.next();
        } else if begun {
            self.put_space(cluster.space, space);
        }
        for (place, word) in cluster.parts {
            if cluster.width > self.width {
                self.put_broken(place, &word);
            } else {
                self.put(place, &word);
            }
        }
    }

    fn put_space(&mut self, run: Option<usize>, width: f32) {
        if let Some(place) = run {
            self.append(place, " ", width);
        }
    }

    fn put(&mut self, place: usize, word: &str) {
        let Some(run) = self.runs.get(place) else { return };
        let width = measure(word, run, self.fonts);
        self.append(place, word, width);
    }

    /// A word longer than a line, letter by letter.
    fn put_broken(&mut self, place: usize, word: &str) {
        let Some(run) = self.runs.get(place) else { return };
        let mut part = String::new();
        let mut width = 0.0;
        for c in word.chars() {
            let own = self.fonts.width(c.encode_utf8(&mut [0; 4]), run.style.face) * run.style.size;
            let filled = self.line.width + width + own > self.width;
            if filled && !(part.is_empty() && self.line.fragments.is_empty()) {
                if !part.is_empty() {
                    self.append(place, &part, width);
                }
                self.next();
                part.clear();
                width = 0.0;
            }
            part.push(c);
            width += own;
        }
        if !part.is_empty() {
            self.append(place, &part, width);
        }
    }

    fn append(&mut self, place: usize, text: &str, width: f32) {
        let Some(run) = self.runs.get(place) else { return };
        let line = &mut self.line;
        match line.fragments.last_mut() {
            Some(last) if same(&last.run, run) => {
                last.run.text.push_str(text);
                last.width += width;
            }
            _ => line.fragments.push(Fragment {
                run: Run { text: text.to_owned(), ..run.clone() },
                x: line.width,
                width,
            }),
        }
        line.width += width;
        line.size = line.size.max(run.style.size);
    }

    fn next(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
    }

    fn end(&mut self) {
        if !self.line.fragments.is_empty() || self.lines.is_empty() {
            if self.line.size == 0.0 {
                self.line.size = self.runs.first().map_or(10.0, |run| run.style.size);
            }
            self.next();
        }
    }
}

fn same(a: &Run, b: &Run) -> bool {
    a.style == b.style && a.lang == b.lang && a.target == b.target
}

/// At most so many lines; what is left out is seen to be.
pub(super) fn at_most(mut lines: Vec<Line>, most: usize) -> Vec<Line> {
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut().and_then(|line| line.fragments.last_mut()) {
            last.run.text.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::pieces::{Style, Target};
    use super::*;

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.fragments.iter().map(|part| part.run.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_within() {
        let fonts = Fonts::new().unwrap();
        let run = |text: &str| Run::new(text, Style::body(10.0), &fonts);
        let broken = lines(&[run("uno dos tres cuatro")], 50.0, &fonts);
        assert_eq!(texts(&broken), ["uno dos ", "tres cuatro"]);
        let long = lines(&[run("a "), run(&"x".repeat(40))], 60.0, &fonts);
        assert!(long.len() > 3 && long.iter().all(|line| line.width <= 60.5), "{:?}", texts(&long));
        assert_eq!(texts(&long).concat(), format!("a {}", "x".repeat(40)));
        assert_eq!(lines(&[], 10.0, &fonts).len(), 1);
        assert_eq!(texts(&lines(&[run("wide")], 1.0, &fonts)).concat(), "wide");
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let fonts = Fonts::new().unwrap();
        let run = |text: &str, target| Run { target, ..Run::new(text, Style::body(10.0), &fonts) };
        let runs = [run("la cifra [", None), run("1", Some(Target::Source(1))), run("] sigue", None)];
        assert_eq!(texts(&lines(&runs, 42.0, &fonts)), ["la cifra ", "[1] sigue"]);
    }
}
