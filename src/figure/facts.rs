//! All that is known of one record, in sentences and figures, as data: what the details pane shows, what a screen
//! reader hears and what exports say. Accuses nobody and claims no more than a source; what nobody published is named
//! as such. Knows no egui.

mod ending;
mod event;
mod money;
mod project;
mod source;
mod time;
mod uses;

pub use ending::{EndingFacts, ending_facts};
pub use event::{EventFacts, event_facts};
pub use money::{AmountLine, Telling, amount_lines, amount_under, exact_money, figure_millions, rule_words, tellings};
pub(super) use project::continuity_facts;
pub use project::{ContinuityFacts, EventLine, ProjectFacts, RoleLine, project_facts};
pub use source::{Goes, RestGroup, RestItem, SourceFacts, source_facts};
pub use time::{Ahead, PlanBar, PlanLabel, ahead, ahead_figure, plan_bar, whole_date};
pub use uses::{SourceUses, Uses};

use super::names::Names;
use crate::i18n::{Words, visible};
use crate::model::{Bilingual, Lang};

/// Text of a record, with the language it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The text.
    pub text: String,
    /// The language it is in.
    pub lang: Lang,
    /// "en inglés", where that is not the window's language.
    pub mark: Option<String>,
}

impl Told {
    /// The text in the person's language, else in the other one and marked so; `None` where there is neither.
    pub fn of(text: &Bilingual, words: &Words) -> Option<Self> {
        let (text, lang) = text.best(words.lang())?;
        Some(Self::in_lang(text, lang, words))
    }

    /// A text in this language, marked where that is not the window's.
    pub fn in_lang(text: &str, lang: Lang, words: &Words) -> Self {
        Self { text: visible(text).into_owned(), lang, mark: lang_mark(lang, words) }
    }

    /// The text with its mark, as it is spoken.
    pub fn spoken(&self) -> String {
        match &self.mark {
            Some(mark) => format!("{} ({mark})", self.text),
            None => self.text.clone(),
        }
    }
}

/// "en inglés" where text is not in the person's language.
pub fn lang_mark(lang: Lang, words: &Words) -> Option<String> {
    (lang != words.lang()).then(|| match lang {
        Lang::Es => words.t("detail-in-spanish"),
        Lang::En => words.t("detail-in-english"),
    })
}

/// A large figure with what is to be said below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BigFigure {
    /// "13.00 mdd".
    pub value: String,
    /// What stands below it.
    pub under: String,
    /// Both, with the unit whole.
    pub spoken: String,
}

/// A source as a line that can be clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// Publisher and date: "El Mañana, sin fecha".
    pub label: String,
    /// Its title; empty where the id is in no list.
    pub title: String,
    /// "en inglés", where its title is not in the person's language.
    pub mark: Option<String>,
    /// What rests on it here: "monto", "final"…
    pub rests: Vec<String>,
    /// Where it is to be found.
    pub url: Option<String>,
    /// Where a copy of it is kept.
    pub archived: Option<String>,
    /// The passage that says it.
    pub excerpt: Option<String>,
    /// When it was last consulted.
    pub consulted: Option<String>,
}

impl SourceLine {
    /// The line of this source.
    pub fn of(id: &str, names: Names<'_>) -> Self {
        let Some(source) = names.portfolio.sources.find(id) else {
            return Self {
                id: id.to_owned(),
                label: id.to_owned(),
                title: String::new(),
                mark: None,
                rests: Vec::new(),
                url: None,
                archived: None,
                excerpt: None,
                consulted: None,
            };
        };
        Self {
            id: id.to_owned(),
            label: names.source(source),
            title: source.title.clone(),
            mark: source.language.and_then(|lang| lang_mark(lang, names.words)),
            rests: Vec::new(),
            url: source.url.clone(),
            archived: source.archived_url.clone(),
            excerpt: source.excerpt.clone(),
            consulted: source.consulted.map(|date| names.words.date(date)),
        }
    }

    /// The lines of these sources.
    pub fn all(ids: &[String], names: Names<'_>) -> Vec<Self> {
        ids.iter().map(|id| Self::of(id, names)).collect()
    }

    /// Publisher, date, title and language in one text.
    pub fn whole(&self) -> String {
        let mut text = self.label.clone();
        if !self.title.is_empty() {
            text = format!("{text}: {}", self.title);
        }
        if let Some(mark) = &self.mark {
            text = format!("{text} ({mark})");
        }
        text
    }

    /// What a screen reader hears where a click opens it.
    pub fn spoken(&self, words: &Words) -> String {
        if self.url.is_some() {
            words.tf("detail-open-source", &[("source", self.whole().into())])
        } else {
            words.tf("detail-source-without-address", &[("source", self.whole().into())])
        }
    }
}

/// With a capital, as what stands alone has it.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
