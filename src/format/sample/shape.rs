//! The shape of the real portfolio, from which synthetic ones are drawn: its projects as patterns and its plain words.

use crate::model::{Bilingual, Lang, Portfolio, Project};

/// What samples are drawn from.
pub(super) struct Shape<'a> {
    /// The real projects: what is published of each, how long its texts are, how exact its dates.
    pub patterns: Vec<&'a Project>,
    es: Vec<&'a str>,
    en: Vec<&'a str>,
}

impl<'a> Shape<'a> {
    /// The shape of a portfolio.
    pub fn of(portfolio: &'a Portfolio) -> Self {
        let patterns: Vec<_> = portfolio.projects.listed().unwrap_or(&[]).iter().collect();
        let words = |lang| patterns.iter().flat_map(|project| plain_words(project, lang)).collect();
        let (es, en) = (words(Lang::Es), words(Lang::En));
        Self { patterns, es, en }
    }

    /// The words of a language, each as often as it stands in the real texts.
    pub fn words(&self, lang: Lang) -> &[&'a str] {
        match lang {
            Lang::Es => &self.es,
            Lang::En => &self.en,
        }
    }
}

/// The words of a project's texts that name nobody: of letters, all small.
fn plain_words(project: &Project, lang: Lang) -> impl Iterator<Item = &str> {
    let texts: [&Bilingual; 2] = [&project.summary, &project.notes];
    let texts = texts.into_iter().filter_map(move |text| text.exact(lang));
    let words = texts.flat_map(|text| text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()));
    words.filter(|word| !word.is_empty() && word.chars().all(char::is_lowercase))
}
