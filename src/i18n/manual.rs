//! The pages of the help, built into the program: plain text, one line a piece. What a page is about stands in the files
//! under `assets/help`, one of each name for each language, with the same anchors.

use std::sync::OnceLock;

use crate::model::Lang;

/// A place in the help: a page, and the heading or term on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    /// The page's name.
    pub page: &'static str,
    /// The name of the heading or term; the page's beginning where there is none.
    pub anchor: Option<&'static str>,
}

impl Topic {
    /// The first page.
    pub const START: Self = Self::page("start");
    /// The list of shortcuts.
    pub const KEYS: Self = Self::page("keys");

    /// A whole page.
    pub const fn page(page: &'static str) -> Self {
        Self { page, anchor: None }
    }

    /// A heading or term on a page.
    pub const fn at(page: &'static str, anchor: &'static str) -> Self {
        Self { page, anchor: Some(anchor) }
    }

    /// As links write it: `page` or `page#anchor`.
    fn read(text: &'static str) -> Self {
        text.split_once('#').map_or(Self::page(text), |(page, anchor)| Self::at(page, anchor))
    }

    /// What stands there as a title, in this language; `None` where there is no such place.
    pub fn title(self, lang: Lang) -> Option<&'static str> {
        let page = page(lang, self.page)?;
        if self.anchor.is_none() {
            return Some(page.title);
        }
        page.pieces.iter().find(|piece| piece.is_head() && piece.topic == Some(self)).map(|piece| piece.text)
    }
}

/// A page of the help.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name, the same in every language.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What stands on it, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a page: one line of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its words; none of a link, which takes the title of the place that it leads to.
    pub text: &'static str,
    /// Where a link leads to, or under which anchor a heading or term is found.
    pub topic: Option<Topic>,
}

/// What a piece of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A heading.
    Heading,
    /// A word that is explained by what follows.
    Term,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A link to another place.
    Link,
    /// The list of shortcuts, made of the verbs.
    Shortcuts,
}

impl Piece {
    fn of(page: &'static str, line: &'static str) -> Self {
        let marks = [
            ("### ", PieceKind::Term),
            ("## ", PieceKind::Heading),
            ("- ", PieceKind::Item),
            ("> ", PieceKind::Link),
            ("!", PieceKind::Shortcuts),
        ];
        let marked = marks.into_iter().find_map(|(mark, kind)| Some((kind, line.strip_prefix(mark)?)));
        let (kind, rest) = marked.unwrap_or((PieceKind::Paragraph, line));
        let (text, topic) = match kind {
            PieceKind::Link => ("", Some(Topic::read(rest))),
            PieceKind::Heading | PieceKind::Term => {
                rest.rsplit_once(" #").map_or((rest, None), |(text, anchor)| (text, Some(Topic::at(page, anchor))))
            }
            PieceKind::Shortcuts => ("", None),
            PieceKind::Paragraph | PieceKind::Item => (rest, None),
        };
        Self { kind, text, topic }
    }

    /// Whether it is a heading or a term: what follows stands under it.
    pub const fn is_head(&self) -> bool {
        matches!(self.kind, PieceKind::Heading | PieceKind::Term)
    }
}

impl Page {
    fn of(name: &'static str, text: &'static str) -> Self {
        let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        let title = lines.next().map_or(name, |line| line.trim_start_matches("# "));
        Self { name, title, pieces: lines.map(|line| Piece::of(name, line)).collect() }
    }
}

macro_rules! pages {
    ($lang:literal: $($name:literal),* $(,)?) => {
        vec![$(Page::of($name, include_str!(concat!("../../assets/help/", $lang, "/", $name, ".md")))),*]
    };
}

macro_rules! manuals {
    ($($name:literal),* $(,)?) => {
        [pages!("es": $($name),*), pages!("en": $($name),*)]
    };
}

/// All pages in a language, in the order in which they are offered.
pub fn manual(lang: Lang) -> &'static [Page] {
    static MANUALS: OnceLock<[Vec<Page>; 2]> = OnceLock::new();
    let [spanish, english] = MANUALS.get_or_init(|| {
        manuals![
            "start",
            "keys",
            "overview",
            "projects",
            "events",
            "timeline",
            "plots",
            "questions",
            "sources",
            "filter",
            "words",
            "endings",
            "figures",
            "notes",
            "edit",
            "bring",
            "take",
            "trouble",
            "kept",
            "access",
        ]
    });
    match lang {
        Lang::Es => spanish,
        Lang::En => english,
    }
}

/// The page of this name.
pub fn page(lang: Lang, name: &str) -> Option<&'static Page> {
    manual(lang).iter().find(|page| page.name == name)
}
