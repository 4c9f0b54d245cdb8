//! The help: which page is open, where one came from, and what is searched for on all pages.

use super::state::Panel;
use crate::i18n::{Page, Topic, manual};
use crate::model::Lang;
use crate::query::fold;

/// The help as it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// What is read.
    pub topic: Topic,
    /// What was read before, the last at the end.
    pub back: Vec<Topic>,
    /// The panel that lies under it.
    pub over: Option<Panel>,
    /// What is searched for.
    pub typed: String,
    /// Counts the places gone to: a place that is gone to again is scrolled to again.
    pub visit: u32,
}

impl Default for Help {
    fn default() -> Self {
        Self { topic: Topic::START, back: Vec::new(), over: None, typed: String::new(), visit: 0 }
    }
}

/// What one does with the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpStep {
    /// Read this.
    Read(Topic),
    /// Back to what was read before.
    Back,
    /// Search for this.
    Search(String),
}

/// So many places can be gone back to.
const BACK: usize = 50;

impl Help {
    pub(super) fn step(&mut self, step: HelpStep) {
        match step {
            HelpStep::Read(topic) => {
                if topic != self.topic {
                    self.back.push(self.topic);
                }
                if self.back.len() > BACK {
                    self.back.remove(0);
                }
                (self.topic, self.typed) = (topic, String::new());
            }
            HelpStep::Back if !self.typed.is_empty() => self.typed.clear(),
            HelpStep::Back => self.topic = self.back.pop().unwrap_or(Topic::START),
            HelpStep::Search(typed) => {
                self.typed = typed;
                return;
            }
        }
        self.visit = self.visit.wrapping_add(1);
    }
}

/// A place of the help that holds what was searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpHit {
    /// Where it stands.
    pub topic: Topic,
    /// The page's title.
    pub page: &'static str,
    /// The heading or term that it stands under; the page's title where there is none.
    pub title: &'static str,
    /// The line that holds it.
    pub line: &'static str,
}

/// The places that hold every word that was typed: those whose title does first, then as they stand.
pub fn search_help(lang: Lang, typed: &str) -> Vec<HelpHit> {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(bool, HelpHit)> = Vec::new();
    for page in manual(lang) {
        for section in sections(page) {
            let all = fold(&format!("{} {}", section.title, section.lines.join(" ")));
            if words.iter().all(|word| all.contains(word)) {
                let title = fold(section.title);
                let in_title = words.iter().all(|word| title.contains(word));
                let held = section.lines.iter().find(|line| words.iter().any(|word| fold(line).contains(word)));
                let line = held.or(section.lines.first()).copied().unwrap_or("");
                let hit = HelpHit { topic: section.topic, page: page.title, title: section.title, line };
                hits.push((in_title, hit));
            }
        }
    }
    hits.sort_by_key(|(in_title, _)| !in_title);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

struct Section {
    topic: Topic,
    title: &'static str,
    lines: Vec<&'static str>,
}

/// A page in parts, each under its heading or term.
fn sections(page: &Page) -> Vec<Section> {
    let whole = Topic::page(page.name);
    let mut all = vec![Section { topic: whole, title: page.title, lines: Vec::new() }];
    for piece in &page.pieces {
        if piece.is_head() {
            let topic = piece.topic.unwrap_or(whole);
            all.push(Section { topic, title: piece.text, lines: Vec::new() });
        } else if let Some(section) = all.last_mut().filter(|_| !piece.text.is_empty()) {
            section.lines.push(piece.text);
        }
    }
    all
}
