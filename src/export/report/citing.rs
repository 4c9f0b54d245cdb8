//! Numbers for sources in the order in which they are first cited, and the list at the end. Knows no format.

use std::collections::HashMap;

use super::block::{Piece, SourceEntry, Text};
use crate::figure::Names;
use crate::figure::facts::SourceLine;

/// So many sources are named at one place; that there are more is said.
const MOST: usize = 60;

/// The sources that were cited so far.
pub(super) struct Citing<'a> {
    names: Names<'a>,
    numbers: HashMap<String, usize>,
    ids: Vec<String>,
}

impl<'a> Citing<'a> {
    pub fn new(names: Names<'a>) -> Self {
        Self { names, numbers: HashMap::new(), ids: Vec::new() }
    }

    /// Sources as a piece of a text: " [1–3, 7]"; nothing where there are none.
    pub fn cite<'i>(&mut self, ids: impl IntoIterator<Item = &'i str>) -> Text {
        let mut numbers = Vec::new();
        let mut more = std::collections::HashSet::new();
        for id in ids {
            if numbers.len() < MOST {
                let number = self.number(id);
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            } else if !self.numbers.get(id).is_some_and(|number| numbers.contains(number)) {
                more.insert(id);
            }
        }
        if numbers.is_empty() {
            return Text::default();
        }
        numbers.sort_unstable();
        let more = (!more.is_empty()).then(|| self.names.words.tf("report-cites-more", &[("n", more.len().into())]));
        Text(vec![Piece::Cites(numbers, more)])
    }

    /// The sources of these lines.
    pub fn lines(&mut self, lines: &[SourceLine]) -> Text {
        self.cite(lines.iter().map(|line| line.id.as_str()))
    }

    fn number(&mut self, id: &str) -> usize {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        self.ids.push(id.to_owned());
        self.numbers.insert(id.to_owned(), self.ids.len());
        self.ids.len()
    }

    /// The list of all that were cited.
    pub fn list(&self) -> Vec<SourceEntry> {
        self.ids.iter().zip(1..).map(|(id, number)| self.entry(id, number)).collect()
    }

    fn entry(&self, id: &str, number: usize) -> SourceEntry {
        let (names, words) = (self.names, self.names.words);
        let line = SourceLine::of(id, names);
        let lang = names.portfolio.sources.find(id).and_then(|source| source.language).unwrap_or(words.lang());
        let mut text = Text::of(line.label);
        if !line.title.is_empty() {
            text = text.say(": ").with(Text::in_lang(line.title, lang, words.lang()));
        }
        if let Some(mark) = line.mark {
            text = text.and(Piece::Soft(format!(" ({mark})")));
        }
        text = text.say(".");
        if let Some(passage) = line.excerpt {
            let [open, close] = words.quotes();
            text =
                text.say(format!(" {open}")).with(Text::in_lang(passage, lang, words.lang())).say(format!("{close}."));
        }
        SourceEntry {
            number,
            text,
            url: line.url,
            archived: line.archived.map(|url| (words.t("report-archived"), url)),
            consulted: line.consulted.map(|date| words.tf("source-consulted", &[("date", date.into())])),
        }
    }
}
