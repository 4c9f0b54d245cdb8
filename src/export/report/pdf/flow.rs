//! A report poured over sheets, from above to below: what does not fit goes on on the next, and a heading stays with
//! what it heads.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::tagging::{ArtifactType, Tag};
use resvg::usvg;

use super::fonts::{ASCENT, DESCENT, Face, Fonts};
use super::lines::{Line, at_most, lines};
use super::pieces::{Run, Style, Target, colour, runs};
use super::sheet::{At, Link, Mark, Sheet, Slot, Tree};
use super::{MOST_SHEETS, PdfError, furniture};
use crate::export::report::block::{Block, Report, Section, Table, Text};

/// Left and right of the words.
pub(super) const MARGIN: f32 = 58.0;
/// Above and below them.
pub(super) const TOP: f32 = 66.0;
const BOTTOM: f32 = 64.0;
/// Sizes of letters.
pub(super) const BODY: f32 = 10.0;
pub(super) const SMALL: f32 = 8.5;
const LEAD: f32 = 12.0;
/// A heading, for the outline.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heading {
    pub title: String,
    pub at: At,
    /// Whether it heads a section.
    pub section: bool,
}

/// A report on its sheets.
pub(super) struct Document {
    pub size: (f32, f32),
    pub sheets: Vec<Sheet>,
    pub tree: Tree,
    pub sections: Vec<At>,
    pub sources: HashMap<usize, At>,
    pub headings: Vec<Heading>,
    pub drawings: Vec<usvg::Tree>,
}

/// Pours.
pub(super) struct Flow<'a> {
    pub report: &'a Report,
    pub fonts: &'a Fonts,
    pub document: Document,
    pub y: f32,
    /// The tag that a section's blocks go into.
    pub parent: usize,
}

impl<'a> Flow<'a> {
    /// The report on its sheets.
    pub fn of(report: &'a Report, fonts: &'a Fonts) -> Result<Document, PdfError> {
        let document = Document {
            size: report.paper.size(),
            sheets: vec![Sheet::default()],
            tree: Tree::new(Tag::Part),
            sections: Vec::new(),
            sources: HashMap::new(),
            headings: Vec::new(),
            drawings: Vec::new(),
        };
        let mut flow = Self { report, fonts, document, y: TOP, parent: Tree::ROOT };
        flow.cover()?;
        flow.turn()?;
        flow.contents()?;
        for section in &report.sections {
            flow.section(section)?;
        }
        furniture::add(&mut flow.document, report, fonts);
        Ok(flow.document)
    }

    pub const fn width(&self) -> f32 {
        self.document.size.0 - 2.0 * MARGIN
    }

    pub const fn bottom(&self) -> f32 {
        self.document.size.1 - BOTTOM
    }

    /// How high what stands on a sheet can be.
    pub const fn room(&self) -> f32 {
        self.bottom() - TOP
    }

    pub fn at(&self) -> At {
        At { sheet: self.document.sheets.len().saturating_sub(1), y: self.y }
    }

    /// The next sheet.
    pub fn turn(&mut self) -> Result<(), PdfError> {
        if self.document.sheets.len() >= MOST_SHEETS {
            return Err(PdfError::TooLong);
        }
        self.document.sheets.push(Sheet::default());
        self.y = TOP;
        Ok(())
    }

    /// The next sheet where so much does not fit on this one.
    pub fn ensure(&mut self, height: f32) -> Result<(), PdfError> {
        if self.y + height > self.bottom() && self.y > TOP { self.turn() } else { Ok(()) }
    }

    pub fn mark(&mut self, mark: Mark) {
        if let Some(sheet) = self.document.sheets.last_mut() {
            sheet.marks.push(mark);
        }
    }

    /// A line at this place, its words leaves of this tag.
    pub fn place(&mut self, line: &Line, x: f32, y: f32, parent: usize) {
        let baseline = y + (line.height() - (ASCENT + DESCENT) * line.size) / 2.0 + ASCENT * line.size;
        for part in &line.fragments {
            let x = x + part.x;
            let run = part.run.clone();
            let Some(target) = run.target.clone() else {
                let slot = Slot::Leaf(self.document.tree.leaf(parent));
                self.mark(Mark::Words { run, x, baseline, slot });
                continue;
            };
            let link = self.document.tree.node(parent, Tag::Link);
            let slot = Slot::Leaf(self.document.tree.leaf(link));
            let spoken = self.spoken(&target, &run.text);
            self.mark(Mark::Words { run, x, baseline, slot });
            self.link(Link { x, y, width: part.width, height: line.height(), target, spoken, leaf: 0 }, link);
        }
    }

    /// A link within a tag.
    fn link(&mut self, link: Link, tag: usize) {
        let leaf = self.document.tree.leaf(tag);
        if let Some(sheet) = self.document.sheets.last_mut() {
            sheet.links.push(Link { leaf, ..link });
        }
    }

    fn spoken(&self, target: &Target, text: &str) -> String {
        match target {
            Target::Source(number) => format!("{} {number}", self.report.labels.source),
            Target::Web(url) => url.clone(),
            Target::Section(_) => text.to_owned(),
        }
    }

    /// The same line without a tag: what was told once already.
    pub fn place_untold(&mut self, line: &Line, x: f32, y: f32) {
        let baseline = y + (line.height() - (ASCENT + DESCENT) * line.size) / 2.0 + ASCENT * line.size;
        for part in &line.fragments {
            let slot = Slot::Artifact(ArtifactType::PaginationOther);
            self.mark(Mark::Words { run: part.run.clone(), x: x + part.x, baseline, slot });
        }
    }

    /// Lines one below the other, the first two together.
    pub fn pour(&mut self, lines: &[Line], x: f32, parent: usize) -> Result<(), PdfError> {
        self.ensure(lines.iter().take(2).map(Line::height).sum())?;
        for line in lines {
            self.ensure(line.height())?;
            let y = self.y;
            self.place(line, x, y, parent);
            self.y += line.height();
        }
        Ok(())
    }

    /// A paragraph in this style.
    pub fn paragraph(&mut self, text: &Text, style: Style, after: f32) -> Result<(), PdfError> {
        let tag = self.document.tree.node(self.parent, Tag::P);
        let lines = lines(&runs(text, style, self.fonts), self.width(), self.fonts);
        self.pour(&lines, MARGIN, tag)?;
        self.y += after;
        Ok(())
    }

    /// Whether the last heading says this.
    pub fn is_headed(&self, title: &str) -> bool {
        self.document.headings.last().is_some_and(|heading| heading.title == title)
    }

    /// A heading; `keep` is how much of what follows stays with it.
    fn heading(&mut self, title: &str, level: u16, size: f32, keep: f32) -> Result<At, PdfError> {
        let run = Run::new(title, Style::strong(size), self.fonts);
        let lines = lines(&[run], self.width(), self.fonts);
        let height: f32 = lines.iter().map(Line::height).sum();
        self.ensure((height + keep).min(self.room()))?;
        let tag = Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(title.to_owned()));
        let tag = self.document.tree.node(self.parent, tag);
        let at = self.at();
        self.pour(&lines, MARGIN, tag)?;
        Ok(at)
    }

    fn cover(&mut self) -> Result<(), PdfError> {
        let (width, fonts) = (self.width(), self.fonts);
        self.mark(Mark::Box { x: MARGIN, y: 96.0, width: 46.0, height: 4.0, colour: colour::accent() });
        self.y = 116.0;
        let kind = Style::new(Face::Medium, 11.0, colour::accent());
        self.paragraph(&Text::of(self.report.kind.as_str()), kind, 10.0)?;
        let mut run = Run::new(&self.report.title, Style::strong(27.0), fonts);
        run.lang = (self.report.title_lang != self.report.lang).then_some(self.report.title_lang);
        let title = at_most(lines(&[run], width, fonts), 8);
        let tag = Tag::Hn(NonZeroU16::MIN, Some(self.report.title.clone()));
        let tag = self.document.tree.node(Tree::ROOT, tag);
        self.pour(&title, MARGIN, tag)?;
        self.y += 22.0;
        self.blocks(&self.report.cover)
    }

    fn contents(&mut self) -> Result<(), PdfError> {
        let title = self.report.labels.contents.clone();
        self.heading(&title, 2, 17.0, 60.0)?;
        self.y += 8.0;
        let toc = self.document.tree.node(Tree::ROOT, Tag::TOC);
        for (place, section) in self.report.sections.iter().enumerate() {
            self.entry(place, &section.title, toc)?;
        }
        self.y += 4.0;
        Ok(())
    }

    /// A line of the table of contents: the title, dots, the number of the sheet.
    fn entry(&mut self, place: usize, title: &str, toc: usize) -> Result<(), PdfError> {
        let (width, fonts) = (self.width(), self.fonts);
        let style = Style::body(BODY + 0.5);
        let line = at_most(lines(&[Run::new(title, style, fonts)], width - 60.0, fonts), 1);
        let Some(line) = line.first() else { return Ok(()) };
        self.ensure(line.height())?;
        let y = self.y;
        let item = self.document.tree.node(toc, Tag::TOCI);
        let link = self.document.tree.node(item, Tag::Link);
        self.place(line, MARGIN, y, link);
        let baseline = y + line.height() * 0.5 + line.size * (ASCENT - DESCENT) / 2.0;
        let dot = fonts.width(".", style.face) * style.size * 2.0;
        let free = width - line.width - 34.0;
        let dots = ".".repeat(if free > 0.0 { (free / dot) as usize } else { 0 });
        let spread: String = dots.chars().flat_map(|c| [c, ' ']).collect();
        let run = Run::new(spread.trim_end(), Style::soft(style.size), fonts);
        let length = fonts.width(&run.text, style.face) * style.size;
        let slot = Slot::Artifact(ArtifactType::Layout);
        if !run.text.is_empty() {
            self.mark(Mark::Words { run, x: MARGIN + width - 24.0 - length, baseline, slot });
        }
        let slot = Slot::Leaf(self.document.tree.leaf(link));
        let run = Run::new("", style, fonts);
        self.mark(Mark::SheetOf { section: place, run, right: MARGIN + width, baseline, slot });
        let target = Target::Section(place);
        let spoken = title.to_owned();
        self.link(Link { x: MARGIN, y, width, height: line.height(), target, spoken, leaf: 0 }, link);
        self.y += line.height() + 2.0;
        Ok(())
    }

    fn section(&mut self, section: &Section) -> Result<(), PdfError> {
        self.parent = self.document.tree.node(Tree::ROOT, Tag::Section);
        if self.y > TOP {
            self.y += 24.0;
        }
        let keep = 8.0 + self.keep(section.blocks.first(), section.blocks.get(1));
        let at = self.heading(&section.title, 2, 17.0, keep)?;
        self.document.sections.push(at);
        self.document.headings.push(Heading { title: section.title.clone(), at, section: true });
        self.y += 8.0;
        self.blocks(&section.blocks)?;
        self.parent = Tree::ROOT;
        Ok(())
    }

    /// How much of a block has to stand with the heading before it.
    fn keep(&self, block: Option<&Block>, next: Option<&Block>) -> f32 {
        match block {
            Some(Block::Picture(picture, _)) => self.fitted(picture).1 + 10.0,
            Some(Block::Figures(_)) => 130.0,
            Some(Block::Table(table)) => self.opening(table).min(self.room() * 0.6),
            Some(Block::Paragraph(_)) if matches!(next, Some(Block::Picture(..))) => 44.0 + self.keep(next, None),
            Some(Block::Heading(_)) => 30.0 + self.keep(next, None),
            _ => 44.0,
        }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<(), PdfError> {
        for (place, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(title) => {
                    if self.y > TOP {
                        self.y += 14.0;
                    }
                    let keep = 5.0 + self.keep(blocks.get(place + 1), blocks.get(place + 2));
                    let at = self.heading(title, 3, 12.5, keep)?;
                    self.document.headings.push(Heading { title: title.clone(), at, section: false });
                    self.y += 5.0;
                }
                Block::Paragraph(text) => self.paragraph(text, Style::body(BODY), 7.0)?,
                Block::Lead(text) => self.paragraph(text, Style::body(LEAD), 9.0)?,
                Block::Note(text) => self.paragraph(text, Style::soft(SMALL), 6.0)?,
                Block::List(items) => self.list(items)?,
                Block::Facts(facts) => self.facts(facts)?,
                Block::Figures(figures) => self.figures(figures)?,
                Block::Table(table) => self.told_table(table)?,
                Block::Picture(picture, table) => {
                    self.picture(picture)?;
                    if let Some(table) = table {
                        self.told_table(table)?;
                    }
                }
                Block::Sources(sources) => self.sources(sources)?,
            }
        }
        Ok(())
    }

    fn told_table(&mut self, table: &Table) -> Result<(), PdfError> {
        let parent = self.parent;
        self.table(table, parent, &self.report.labels)?;
        for note in &table.notes {
            self.paragraph(note, Style::soft(SMALL), 2.0)?;
        }
        self.y += 8.0;
        Ok(())
    }
}
