//! The fact file: of every figure of a view its sentence, the passages of its sources, addresses, dates of consulting,
//! rival figures, what it lacks and what it does not prove. For an editor who checks before printing. Knows no egui.

use super::card::{Card, CardOf, Scene, card_of};
use super::facts::SourceLine;
use super::sentence::sentence;
use crate::model::Portfolio;
use crate::query::{self, Answer, By};

/// A fact file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The set in a sentence.
    pub sentence: String,
    /// The filter's text; nothing where all is shown.
    pub filter: Option<String>,
    /// Title and date of the data.
    pub version: String,
    /// One entry a figure.
    pub entries: Vec<DossierEntry>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierEntry {
    /// Which one.
    pub of: CardOf,
    /// Its sentence.
    pub sentence: String,
    /// What belongs to it.
    pub card: Card,
}

/// The figures of the set as a whole.
pub fn set_figures(answer: &Answer) -> Vec<CardOf> {
    let mut figures = vec![CardOf::Total];
    figures.extend(answer.totals.assigned.map(|_| CardOf::Assigned));
    figures.extend((answer.totals.multi_country > 0).then_some(CardOf::MultiCountry));
    figures
}

/// One figure for each group of the set.
pub fn group_figures(scene: Scene<'_>, by: By) -> Vec<CardOf> {
    let groups = query::groups(&scene.answer.rows, by, scene.spread, scene.index);
    groups.into_iter().map(|group| CardOf::Group(by, group.key)).collect()
}

/// The headline amount of each of these rows.
pub fn headline_figures(rows: &[usize], portfolio: &Portfolio) -> Vec<CardOf> {
    let projects = rows.iter().filter_map(|row| portfolio.projects.get(*row));
    projects.map(|project| CardOf::Headline(project.id.clone())).collect()
}

/// The fact file of these figures; a figure whose record is gone is left out.
pub fn dossier(figures: &[CardOf], scene: Scene<'_>) -> Dossier {
    let entry = |of: &CardOf| {
        let card = card_of(of, scene)?;
        Some(DossierEntry { of: of.clone(), sentence: card.sentence(), card })
    };
    Dossier {
        sentence: sentence(scene.answer, scene.names, true).text(),
        filter: (!scene.answer.filter.is_empty()).then(|| scene.answer.filter.to_string()),
        version: scene.names.version(),
        entries: figures.iter().filter_map(entry).collect(),
    }
}

impl Dossier {
    /// The whole as a text for an editor: headings and lists as plain text editors and word processors take them.
    pub fn text(&self, scene: Scene<'_>) -> String {
        let words = scene.names.words;
        let mut lines = vec![format!("# {}", words.t("dossier-title")), String::new(), self.sentence.clone()];
        lines.extend(self.filter.as_ref().map(|filter| words.tf("copy-filter", &[("filter", filter.into())])));
        lines.push(self.version.clone());
        for entry in &self.entries {
            lines.extend([String::new(), format!("## {}", entry.card.title), entry.sentence.clone()]);
            entry.lines(&mut lines, scene);
        }
        lines.extend(own_notes(scene));
        lines.push(String::new());
        lines.join("\n")
    }
}

/// The person's own notes on the set, under a title that tells them apart from what is published.
fn own_notes(scene: Scene<'_>) -> Vec<String> {
    let words = scene.names.words;
    let projects = scene.answer.rows.iter().filter_map(|row| scene.names.portfolio.projects.get(*row));
    let mut lines = Vec::new();
    for project in projects {
        for note in scene.notes.on(&project.id) {
            let mut line = format!("- {}: {}", scene.names.project_short(&project), note.text);
            let source =
                (!note.source.is_empty()).then(|| words.tf("note-source", &[("source", note.source.as_str().into())]));
            for more in [note.date.map(|date| words.date(date)), source].into_iter().flatten() {
                line.push_str(" · ");
                line.push_str(&more);
            }
            lines.push(line);
        }
    }
    if !lines.is_empty() {
        lines.splice(0..0, [String::new(), format!("## {}", words.t("notes-own"))]);
    }
    lines
}

impl DossierEntry {
    /// What belongs to the figure, line by line.
    fn lines(&self, lines: &mut Vec<String>, scene: Scene<'_>) {
        let words = scene.names.words;
        let card = &self.card;
        let list = |lines: &mut Vec<String>, title: String, items: &mut dyn Iterator<Item = String>| {
            let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
            if !items.is_empty() {
                lines.push(format!("{title}:"));
                lines.extend(items);
            }
        };
        let parts = card.parts.iter().map(|part| format!("{}: {}", part.label, part.spoken));
        lines.extend(parts.map(|part| format!("- {part}")));
        // How a figure was made says what of it is ours: joined by us, divided by us, inferred by us.
        let how_title = card.how_title.clone().unwrap_or_else(|| words.t("card-how-title"));
        list(lines, how_title, &mut card.how.iter().cloned());
        let tellings = card.tellings.iter().map(|told| format!("{}: {}", told.spoken, told.who.join("; ")));
        list(lines, words.t("card-tellings-title"), &mut tellings.into_iter());
        list(lines, words.t("card-lacks-title"), &mut card.lacks.iter().cloned());
        list(lines, words.t("card-proves-not-title"), &mut card.proves_not.iter().cloned());
        let sources = card.sources.iter().map(|source| source_text(source, scene));
        list(lines, words.t("card-sources-title"), &mut sources.into_iter());
    }
}

/// A source with its passage, its addresses and when it was consulted.
fn source_text(source: &SourceLine, scene: Scene<'_>) -> String {
    let words = scene.names.words;
    let mut text = source.whole();
    let mut add = |what: Option<String>| {
        if let Some(what) = what {
            text.push_str(". ");
            text.push_str(&what);
        }
    };
    add(source.excerpt.as_ref().map(|passage| words.tf("source-excerpt", &[("passage", passage.into())])));
    add(source.url.clone());
    add(source.archived.as_ref().map(|url| words.tf("source-archived", &[("url", url.into())])));
    add(source.consulted.as_ref().map(|date| words.tf("source-consulted", &[("date", date.into())])));
    text
}
