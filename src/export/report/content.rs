//! The report of what is shown, as data: every section from the figures that the screen draws, for the same set, in the
//! same order, with the same columns. What is left out is said.

mod after;
mod cover;
mod cut;
mod figures;
mod method;
mod missing;
mod plots;
mod reported;
mod tables;
mod timeline;

use super::block::{Block, Labels, Report, Section, Text};
use super::citing::Citing;
use super::{Part, ReportOptions};
use crate::export::{Picture, Shown};
use crate::figure::Names;
use crate::i18n::Words;

/// So many rows of a table are told; that there are more, and where they are, is said below it.
pub const MOST_ROWS: usize = 500;
/// So many where the table beside a drawing tells in other columns what the table of the projects tells.
const MOST_AGAIN: usize = 100;

/// What sections are made with.
struct Maker<'a> {
    shown: Shown<'a>,
    names: Names<'a>,
    words: &'a Words,
    pictures: &'a [Picture],
    cites: Citing<'a>,
}

/// The report of what is shown. A picture stands beside the table that has its title; what has none stands after the
/// plots.
pub fn report(shown: Shown<'_>, pictures: &[Picture], options: &ReportOptions) -> Report {
    let names = shown.scene.names;
    let words = names.words;
    let mut maker = Maker { shown, names, words, pictures, cites: Citing::new(names) };
    let (title, title_lang) = maker.title();
    let cover = cover::blocks(&mut maker);
    let mut sections: Vec<Section> = options.parts.iter().map(|part| maker.section(*part)).collect();
    sections.push(maker.sources());
    let unnamed = words.t("report-unnamed");
    for section in &mut sections {
        name_headings(section, &unnamed);
    }
    Report {
        kind: if shown.scene.answer.filter.is_empty() { words.t("report-kind") } else { words.t("report-kind-set") },
        title,
        title_lang,
        lang: words.lang(),
        day: shown.today,
        paper: options.paper,
        stamp: options.stamp.clone(),
        version: names.version(),
        labels: labels(words),
        cover,
        sections,
    }
}

/// What a person left without a name has a heading all the same: who reads by headings has nothing else to go by, and
/// a tagged PDF may not leave one empty.
fn name_headings(section: &mut Section, unnamed: &str) {
    for block in &mut section.blocks {
        if let Block::Heading(title) = block
            && title.trim().is_empty()
        {
            unnamed.clone_into(title);
        }
    }
}

fn labels(words: &Words) -> Labels {
    Labels {
        contents: words.t("report-contents"),
        skip: words.t("report-skip"),
        of: words.t("report-page-of"),
        page: words.t("report-page"),
        source: words.t("report-source"),
        continued: words.t("report-continued"),
        no_picture: words.t("report-no-picture"),
        part: words.t("report-part"),
    }
}

impl Maker<'_> {
    fn title(&self) -> (String, crate::model::Lang) {
        match self.names.portfolio.header.title.best(self.words.lang()) {
            Some((title, lang)) if !title.trim().is_empty() => (title.to_owned(), lang),
            _ => (self.words.t("report-untitled"), self.words.lang()),
        }
    }

    fn section(&mut self, part: Part) -> Section {
        let (id, title) = match part {
            Part::Figures => ("figures", "report-figures"),
            Part::Plots => ("plots", "tab-plots"),
            Part::Timeline => ("timeline", "tab-timeline"),
            Part::Projects => ("projects", "report-projects"),
            Part::Events => ("events", "tab-events"),
            Part::Reported => ("reported", "report-reported"),
            Part::CutShort => ("cut-short", "question-cut-short"),
            Part::Continuity => ("continuity", "question-continuity"),
            Part::Missing => ("missing", "report-missing"),
            Part::Method => ("method", "report-method"),
        };
        let blocks = match part {
            Part::Figures => figures::blocks(self),
            Part::Plots => plots::blocks(self),
            Part::Timeline => timeline::blocks(self),
            Part::Projects => tables::projects(self),
            Part::Events => tables::events(self),
            Part::Reported => reported::blocks(self),
            Part::CutShort => cut::blocks(self),
            Part::Continuity => after::blocks(self),
            Part::Missing => missing::blocks(self),
            Part::Method => method::blocks(self),
        };
        Section { id, title: self.words.t(title), blocks }
    }

    fn sources(&self) -> Section {
        let list = self.cites.list();
        let blocks = if list.is_empty() {
            vec![Block::Paragraph(Text::of(self.words.t("report-no-sources")))]
        } else {
            vec![Block::Note(Text::of(self.words.t("report-sources-order"))), Block::Sources(list)]
        };
        Section { id: "sources", title: self.words.t("report-sources"), blocks }
    }

    /// The source of a row's headline amount, as a citation.
    fn teller(&mut self, row: usize) -> Text {
        match self.shown.scene.index.teller(row, self.names.portfolio) {
            Some(id) => self.cites.cite([id.as_ref()]),
            None => Text::default(),
        }
    }

    /// Whether the set has no project.
    fn is_empty(&self) -> bool {
        self.shown.scene.answer.totals.projects == 0
    }

    /// That the set has no project.
    fn nothing(&self) -> Vec<Block> {
        vec![Block::Paragraph(Text::of(self.words.t("report-empty")))]
    }

    /// The picture with this short name.
    fn picture(&self, slug: &str) -> Option<Picture> {
        self.pictures.iter().find(|picture| picture.slug == slug).cloned()
    }

    /// How many rows a table leaves out, and where they are.
    fn left_out(&self, all: usize, most: usize) -> Option<Text> {
        let rest = all.checked_sub(most).filter(|rest| *rest > 0)?;
        let args = [("shown", most.into()), ("all", all.into()), ("rest", rest.into())];
        Some(Text::of(self.words.tf("report-left-out", &args)))
    }
}
