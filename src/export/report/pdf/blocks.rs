//! The blocks of a section on sheets: lists, terms, figures in large type, drawings, sources.

use krilla::tagging::{ListNumbering, Tag};

use super::flow::{BODY, Flow, MARGIN, SMALL};
use super::lines::{Line, at_most, lines};
use super::pieces::{Run, Style, address, colour, runs};
use super::sheet::{Mark, Slot};
use super::{PdfError, furniture};
use crate::export::Picture;
use crate::export::report::block::{KeyFigure, SourceEntry, Text};

/// Where the words of a list begin.
const INDENT: f32 = 14.0;
/// Where what is said of a term begins.
const TERM: f32 = 118.0;
/// Where the words of a source begin.
const NUMBER: f32 = 26.0;
/// A drawing that would be no higher than this part of a sheet shares it with another.
const SHARED: f32 = 0.6;
/// So much of a sheet's height it has then, so that two with their headings stand on one.
const HALF: f32 = 0.43;
/// What stays of a sheet for what stands above a drawing that is higher.
const ABOVE: f32 = 96.0;

impl Flow<'_> {
    /// A list.
    pub fn list(&mut self, items: &[Text]) -> Result<(), PdfError> {
        if items.is_empty() {
            return Ok(());
        }
        let list = self.document.tree.node(self.parent, Tag::L(ListNumbering::Disc));
        for item in items {
            let words = runs(item, Style::body(BODY), self.fonts);
            self.item(list, "•", &words, INDENT, Style::soft(BODY))?;
            self.y += 2.5;
        }
        self.y += 5.0;
        Ok(())
    }

    /// An item of a list: its mark, and its words beside it.
    fn item(&mut self, list: usize, label: &str, words: &[Run], indent: f32, style: Style) -> Result<(), PdfError> {
        let item = self.document.tree.node(list, Tag::LI);
        let broken = lines(words, self.width() - indent, self.fonts);
        let label = lines(&[Run::new(label, style, self.fonts)], indent - 6.0, self.fonts);
        self.ensure(broken.iter().take(2).map(Line::height).sum())?;
        let tag = self.document.tree.node(item, Tag::Lbl);
        let (sheet, top) = (self.at().sheet, self.y);
        let mut y = top;
        for line in &label {
            self.place(line, MARGIN, y, tag);
            y += line.height();
        }
        let tag = self.document.tree.node(item, Tag::LBody);
        self.pour(&broken, MARGIN + indent, tag)?;
        if self.at().sheet == sheet {
            self.y = self.y.max(y);
        }
        Ok(())
    }

    /// Terms with what is said of them.
    pub fn facts(&mut self, facts: &[(String, Text)]) -> Result<(), PdfError> {
        let list = self.document.tree.node(self.parent, Tag::L(ListNumbering::None));
        for (term, text) in facts {
            let words = runs(text, Style::body(BODY), self.fonts);
            self.item(list, term, &words, TERM, Style::soft(BODY))?;
            self.y += 3.0;
            let (y, width) = (self.y, self.width());
            self.mark(Mark::Box { x: MARGIN, y, width, height: 0.5, colour: colour::line() });
            self.y += 4.0;
        }
        self.y += 6.0;
        Ok(())
    }

    /// Figures in large type, two side by side.
    pub fn figures(&mut self, figures: &[KeyFigure]) -> Result<(), PdfError> {
        const GAP: f32 = 12.0;
        const INSET: f32 = 10.0;
        let width = (self.width() - GAP) / 2.0;
        for pair in figures.chunks(2) {
            let cards: Vec<Vec<Vec<Line>>> = pair.iter().map(|figure| self.card(figure, width - 2.0 * INSET)).collect();
            let high = |card: &Vec<Vec<Line>>| card.iter().flatten().map(Line::height).sum::<f32>();
            let height = cards.iter().map(high).fold(0.0, f32::max) + 2.0 * INSET;
            self.ensure(height)?;
            for (place, card) in cards.iter().enumerate() {
                let (x, mut y) = (MARGIN + place as f32 * (width + GAP), self.y);
                self.mark(Mark::Box { x, y, width, height, colour: colour::sunken() });
                self.mark(Mark::Box { x, y, width: 2.5, height, colour: colour::accent() });
                y += INSET;
                let group = self.document.tree.node(self.parent, Tag::Div);
                for part in card {
                    let tag = self.document.tree.node(group, Tag::P);
                    for line in part {
                        self.place(line, x + INSET, y, tag);
                        y += line.height();
                    }
                }
            }
            self.y += height + GAP;
        }
        self.y += 4.0;
        Ok(())
    }

    /// The lines of a figure in large type: what it is, how much, exactly, and what it lacks.
    fn card(&self, figure: &KeyFigure, width: f32) -> Vec<Vec<Line>> {
        let fonts = self.fonts;
        let say =
            |text: &Text, style: Style, most: usize| at_most(lines(&runs(text, style, fonts), width, fonts), most);
        let mut parts = vec![say(&Text::of(figure.label.as_str()), Style::soft(9.0), 4)];
        let value = Text::of(figure.value.as_str()).with(figure.sources.clone());
        let mut large = runs(&value, Style::strong(17.0), fonts);
        large.iter_mut().skip(1).for_each(|run| run.style.size = 8.0);
        parts.push(at_most(lines(&large, width, fonts), 6));
        if !figure.unit.is_empty() {
            parts.push(say(&Text::of(figure.unit.as_str()), Style::body(9.0), 4));
        }
        for lack in &figure.lacks {
            parts.push(say(&Text::of(format!("– {lack}")), Style::soft(SMALL), 8));
        }
        parts
    }

    /// How large a drawing is on the sheet.
    pub fn fitted(&self, picture: &Picture) -> (f32, f32) {
        let [width, height] = picture.size.map(|side| if side.is_finite() { side.clamp(1.0, 20_000.0) } else { 1.0 });
        let scale = scale_of(width, height, self.width(), self.room());
        (width * scale, height * scale)
    }

    /// A drawing with what it says, for who cannot see it.
    pub fn picture(&mut self, picture: &Picture) -> Result<(), PdfError> {
        let Some(tree) = furniture::drawing(&picture.svg) else {
            let said = format!("{} {}", self.report.labels.no_picture, picture.spoken);
            return self.paragraph(&Text::of(said), Style::soft(SMALL), 6.0);
        };
        let (width, height) = self.fitted(picture);
        self.ensure(height)?;
        let alt = if picture.spoken.trim().is_empty() { picture.title.clone() } else { picture.spoken.clone() };
        let alt = if alt.trim().is_empty() { self.report.title.clone() } else { alt };
        let tag = self.document.tree.node(self.parent, Tag::Figure(Some(alt)));
        let slot = Slot::Leaf(self.document.tree.leaf(tag));
        let x = MARGIN + (self.width() - width) / 2.0;
        let (y, drawing) = (self.y, self.document.drawings.len());
        self.document.drawings.push(tree);
        self.mark(Mark::Drawing { drawing, x, y, width, height, slot });
        self.y += height + 10.0;
        Ok(())
    }

    /// The sources, each where its numbers lead.
    pub fn sources(&mut self, sources: &[SourceEntry]) -> Result<(), PdfError> {
        let list = self.document.tree.node(self.parent, Tag::L(ListNumbering::Decimal));
        let (style, fonts) = (Style::body(9.0), self.fonts);
        for source in sources {
            let mut words = runs(&source.text, style, fonts);
            if let Some(url) = &source.url {
                words.extend([Run::new(" ", style, fonts), address(url, style, fonts)]);
            }
            if let Some((label, url)) = &source.archived {
                words.extend([Run::new(&format!(" {label} "), style, fonts), address(url, style, fonts)]);
            }
            if let Some(consulted) = &source.consulted {
                words.push(Run::new(&format!(" {consulted}."), Style::soft(9.0), fonts));
            }
            self.ensure(style.size * 3.0)?;
            let at = self.at();
            self.document.sources.insert(source.number, at);
            self.item(list, &source.number.to_string(), &words, NUMBER, Style::soft(9.0))?;
            self.y += 3.5;
        }
        Ok(())
    }
}

/// How much a drawing is scaled: over the width where it can be, two on a sheet where that costs little, and a tall one
/// over the sheet.
fn scale_of(width: f32, height: f32, across: f32, room: f32) -> f32 {
    let whole = (across / width).min(1.25);
    let high = if height * whole <= room * SHARED { room * HALF } else { room - ABOVE };
    whole.min(high / height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_plots_share_a_sheet_and_a_tall_picture_has_one() {
        let (across, room) = (496.0, 662.0);
        let high = |width: f32, height: f32| height * scale_of(width, height, across, room);
        assert!((high(720.0, 300.0) - 300.0 * across / 720.0).abs() < 0.1, "small ones are as wide as the words");
        assert!(2.0 * (high(720.0, 560.0) + 40.0) <= room, "two with their headings");
        assert!(high(720.0, 1_400.0) > room * 0.8, "a tall one uses the sheet");
        assert!(high(720.0, 9_000.0) <= room - ABOVE, "and no more");
    }
}
