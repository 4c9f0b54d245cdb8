//! What a report is made of, as data: sections of headings, paragraphs, figures, tables, pictures and sources. HTML and
//! PDF write the same blocks, so that they cannot say different things. Knows no format.

use crate::export::Picture;
use crate::figure::facts::Told;
use crate::model::{Lang, PartialDate};

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What it is called: the portfolio's title.
    pub title: String,
    /// The language that the title is in.
    pub title_lang: Lang,
    /// What it is: "Informe del conjunto filtrado".
    pub kind: String,
    /// The language that it speaks.
    pub lang: Lang,
    /// The day that it was made.
    pub day: PartialDate,
    /// The sheets of the PDF.
    pub paper: Paper,
    /// What brings the PDF back into the same view; stands in its metadata.
    pub stamp: Option<String>,
    /// Which data it speaks of: at the foot of every sheet.
    pub version: String,
    /// The words that the form itself needs.
    pub labels: Labels,
    /// What stands before the sections.
    pub cover: Vec<Block>,
    /// The sections, in order; the last are the sources.
    pub sections: Vec<Section>,
}

/// Sheets of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// As printers in Mexico have it, 612 by 792 points.
    #[default]
    Letter,
    /// As printers elsewhere have it, 595 by 842 points.
    A4,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Letter, Self::A4];

    /// Its name as it is written on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }

    /// Width and height in points.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::Letter => (612.0, 792.0),
            Self::A4 => (595.28, 841.89),
        }
    }
}

/// Words that belong to the form and not to what is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// "Contenido".
    pub contents: String,
    /// "Ir al contenido".
    pub skip: String,
    /// Between a page's number and how many there are: "de".
    pub of: String,
    /// "Página".
    pub page: String,
    /// "Fuente".
    pub source: String,
    /// "(continúa)", above a table on its next sheet.
    pub continued: String,
    /// Of a picture that cannot be drawn.
    pub no_picture: String,
    /// "Parte", of a table that is too wide for a sheet.
    pub part: String,
}

/// A section.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its anchor: letters and hyphens.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// A paragraph.
    Paragraph(Text),
    /// A paragraph that is to be read first.
    Lead(Text),
    /// A remark, in smaller type.
    Note(Text),
    /// Things side by side.
    List(Vec<Text>),
    /// What is called how: a term with what is said of it.
    Facts(Vec<(String, Text)>),
    /// Figures in large type.
    Figures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// A drawing, with its figures as a table where there is one.
    Picture(Picture, Option<Table>),
    /// The sources, numbered from one on.
    Sources(Vec<SourceEntry>),
}

/// A text of several pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Piece>);

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, with their language where it is not the report's.
    Words(String, Option<Lang>),
    /// Words that stand out.
    Strong(String),
    /// Words that stand back.
    Soft(String),
    /// Sources by their numbers, in order; and that there are more of them, in words.
    Cites(Vec<usize>, Option<String>),
    /// An address outside.
    Link(String),
}

impl Text {
    /// Words in the report's language.
    pub fn of(words: impl Into<String>) -> Self {
        Self(vec![Piece::Words(words.into(), None)])
    }

    /// Words in this language, in a report in that one.
    pub fn in_lang(words: impl Into<String>, lang: Lang, report: Lang) -> Self {
        Self(vec![Piece::Words(words.into(), (lang != report).then_some(lang))])
    }

    /// What a record says, tagged and marked where it is not in the report's language.
    pub fn told(told: &Told, report: Lang) -> Self {
        let text = Self::in_lang(told.text.as_str(), told.lang, report);
        match &told.mark {
            Some(mark) => text.and(Piece::Soft(format!(" ({mark})"))),
            None => text,
        }
    }

    /// With one piece more.
    #[must_use]
    pub fn and(mut self, piece: Piece) -> Self {
        self.0.push(piece);
        self
    }

    /// With more words in the report's language.
    #[must_use]
    pub fn say(self, words: impl Into<String>) -> Self {
        self.and(Piece::Words(words.into(), None))
    }

    /// With the pieces of another text.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The words alone, without numbers of sources.
    pub fn plain(&self) -> String {
        let words = self.0.iter().filter_map(|piece| match piece {
            Piece::Words(words, _) | Piece::Strong(words) | Piece::Soft(words) | Piece::Link(words) => {
                Some(words.as_str())
            }
            Piece::Cites(..) => None,
        });
        words.collect()
    }
}

/// A figure in large type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// "152.65 mdd".
    pub value: String,
    /// The same with its unit in words, exactly.
    pub unit: String,
    /// What it lacks and what is to be said of it.
    pub lacks: Vec<String>,
    /// Who says so.
    pub sources: Text,
}

/// A table. The first cell of each row is its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// The rows, each as long as there are columns.
    pub rows: Vec<TableRow>,
    /// What is to be said below it.
    pub notes: Vec<Text>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// Its title.
    pub title: String,
    /// Whether it holds figures, which stand at the right.
    pub figure: bool,
}

impl ColumnHead {
    /// Of a column of words.
    pub fn words(title: impl Into<String>) -> Self {
        Self { title: title.into(), figure: false }
    }

    /// Of a column of figures.
    pub fn figure(title: impl Into<String>) -> Self {
        Self { title: title.into(), figure: true }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its cells.
    pub cells: Vec<TableCell>,
    /// Whether it sums the others up.
    pub total: bool,
}

impl TableRow {
    /// A row like the others.
    pub const fn of(cells: Vec<TableCell>) -> Self {
        Self { cells, total: false }
    }

    /// A row that sums the others up.
    pub const fn total(cells: Vec<TableCell>) -> Self {
        Self { cells, total: true }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableCell {
    /// What stands in it.
    pub text: Text,
    /// Whether it says that nobody published it, or why there is nothing: it stands back.
    pub missing: bool,
}

impl TableCell {
    /// Words or a figure.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: Text::of(text), missing: false }
    }

    /// A text.
    pub const fn text(text: Text) -> Self {
        Self { text, missing: false }
    }

    /// That there is nothing, in words.
    pub fn missing(word: impl Into<String>) -> Self {
        Self { text: Text::of(word), missing: true }
    }
}

/// A source in the list at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// Its number.
    pub number: usize,
    /// Publisher, date, title, passage.
    pub text: Text,
    /// Where it is to be found.
    pub url: Option<String>,
    /// Where a copy is kept, with what it is called.
    pub archived: Option<(String, String)>,
    /// When it was last consulted.
    pub consulted: Option<String>,
}

/// Numbers in order as stretches: 1, 2, 3, 7 as 1 to 3 and 7.
pub fn stretches(numbers: &[usize]) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for number in numbers.iter().copied() {
        match all.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => all.push((number, number)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_one_stretch() {
        assert_eq!(stretches(&[1, 2, 3, 7, 9, 10]), [(1, 3), (7, 7), (9, 10)]);
        assert_eq!(stretches(&[]), []);
    }
}
