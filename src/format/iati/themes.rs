//! Which sector of a file is which thematic area: a table that people can edit, and how percentages become shares.
//!
//! Percentages of one vocabulary must sum to 100 (to the rounding of each). Those that sum to anything else are noted
//! and dropped: the themes stay, their shares open. No share is ever made up or rescaled.

use serde::{Deserialize, Serialize};

use super::codes::sector_vocabulary;
use super::element::Element;
use super::gathered::{Gathered, in_both};
use crate::format::brought::Loss;
use crate::model::{Bilingual, Share, Theme, ThemeShare, Topic, split};

/// A hundred per cent, in millionths of a per cent.
const WHOLE: u64 = 100_000_000;
/// What each percentage may be off by for being rounded, in millionths of a per cent.
const ROUNDING: u64 = 10_000;

/// Which codes of which vocabularies of sectors are which themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeMap {
    /// The themes; of several that fit a code the one with the longest prefix.
    pub themes: Vec<ThemeRule>,
    /// The theme of codes that fit none, in a vocabulary of which others do.
    pub others: OtherSectors,
}

/// A theme and the codes that belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeRule {
    /// Id of the theme.
    pub theme: String,
    /// Its name.
    pub name: Bilingual,
    /// Numbers of vocabularies (IATI: `SectorVocabulary`).
    pub vocabularies: Vec<String>,
    /// How its codes begin.
    pub prefixes: Vec<String>,
}

/// The theme of what the table does not name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherSectors {
    /// Id of the theme.
    pub theme: String,
    /// Its name.
    pub name: Bilingual,
}

impl Default for ThemeMap {
    /// The purpose codes of the OECD (DAC) by their categories, those of labour by themselves.
    fn default() -> Self {
        let empty = OtherSectors { theme: "other-sectors".to_owned(), name: Bilingual::default() };
        Self::read(Self::DEFAULT).unwrap_or(Self { themes: Vec::new(), others: empty })
    }
}

impl ThemeMap {
    /// The text of the default table, to begin one's own with.
    pub const DEFAULT: &str = include_str!("../../../assets/iati-themes.ron");

    /// A table from its text in RON.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(text)
    }

    /// The theme of a code.
    pub fn rule(&self, vocabulary: &str, code: &str) -> Option<&ThemeRule> {
        let fits = |rule: &ThemeRule| {
            let prefixes = rule.prefixes.iter().filter(|prefix| !prefix.is_empty() && code.starts_with(*prefix));
            prefixes.map(String::len).max()
        };
        let rules = self.themes.iter().filter(|rule| rule.vocabularies.iter().any(|known| known == vocabulary));
        let fitting = rules.filter_map(|rule| Some((fits(rule)?, rule)));
        // Of two that fit as well the first.
        fitting.rev().max_by_key(|(length, _)| *length).map(|(_, rule)| rule)
    }

    /// The vocabulary that divides an activity: the first of the table that its sectors use.
    fn dividing(&self, sectors: &[Sector<'_>]) -> Option<String> {
        let known = self.themes.iter().flat_map(|rule| &rule.vocabularies);
        known.into_iter().find(|known| sectors.iter().any(|sector| sector.vocabulary == **known)).cloned()
    }
}

/// A sector of an activity.
struct Sector<'a> {
    element: &'a Element,
    vocabulary: String,
    code: &'a str,
}

/// The themes and the topics of an activity by its sectors.
pub(super) fn themes(
    activity: &Element,
    map: &ThemeMap,
    lang: Option<&str>,
    gathered: &mut Gathered,
) -> (Vec<ThemeShare>, Vec<String>) {
    let sectors = sectors(activity, gathered);
    let dividing = map.dividing(&sectors);
    let mut parts: Vec<(String, Option<u64>)> = Vec::new();
    let mut topics = Vec::new();
    for sector in &sectors {
        let rule = map.rule(&sector.vocabulary, sector.code);
        let theme = rule.map(|rule| (&rule.theme, &rule.name));
        let divides = dividing.as_ref() == Some(&sector.vocabulary);
        topic(sector, theme.filter(|_| divides).map(|(id, _)| id.clone()), lang, gathered, &mut topics);
        if !divides {
            if sector.element.attribute("percentage").is_some() {
                let line = sector.element.line;
                gathered.losses.note("sector@percentage", Loss::NoPlace, line, &sector.element.example());
            }
            continue;
        }
        if rule.is_none() {
            gathered.losses.note("sector", Loss::UnknownCode, sector.element.line, sector.code);
        }
        let (id, name) = theme.unwrap_or((&map.others.theme, &map.others.name));
        gathered.themes.add(Theme { id: id.clone(), name: name.clone(), named_by_report: false });
        gathered.understood("sector", "themes", sector.code);
        parts.push((id.clone(), percentage(sector.element, "sector@percentage", gathered)));
    }
    (shares(&parts, activity.line, gathered), topics)
}

fn sectors<'a>(activity: &'a Element, gathered: &mut Gathered) -> Vec<Sector<'a>> {
    let mut sectors: Vec<Sector<'a>> = Vec::new();
    for element in activity.all("sector") {
        let Some(code) = element.code() else {
            gathered.losses.note("sector@code", Loss::Missing, element.line, &element.example());
            continue;
        };
        let vocabulary = sector_vocabulary(element.attribute("vocabulary"));
        // Versions 1 write a sector once for each language.
        let in_another_language = sectors.iter().any(|other| {
            let same = other.code == code && other.vocabulary == vocabulary;
            same && other.element.attribute("xml:lang") != element.attribute("xml:lang")
        });
        if !in_another_language {
            gathered.rest(
                "sector",
                element,
                &["code", "ref", "vocabulary", "vocabulary-uri", "percentage"],
                &["narrative"],
            );
            sectors.push(Sector { element, vocabulary, code });
        }
    }
    sectors
}

/// The code of a sector stays a topic under its theme.
fn topic(
    sector: &Sector<'_>,
    theme: Option<String>,
    lang: Option<&str>,
    gathered: &mut Gathered,
    topics: &mut Vec<String>,
) {
    let id = match sector.vocabulary.as_str() {
        "1" | "2" => format!("dac-{}", sector.code),
        other => format!("iati-{other}-{}", sector.code),
    };
    let name = gathered.bilingual("sector", sector.element.line, &sector.element.narratives(), lang);
    let name = if name.is_empty() { in_both(sector.code) } else { name };
    gathered.topics.add(Topic { id: id.clone(), name, theme: None });
    if let Some(topic) = gathered.topics.find_mut(&id) {
        topic.theme = topic.theme.take().or(theme);
    }
    gathered.understood("sector", "topics", sector.code);
    if !topics.contains(&id) {
        topics.push(id);
    }
}

/// A percentage in millionths of a per cent; one that is none is noted.
pub(super) fn percentage(element: &Element, what: &str, gathered: &mut Gathered) -> Option<u64> {
    let written = element.attribute("percentage")?;
    let read = millionths(written);
    if read.is_none() {
        gathered.losses.note(what, Loss::NotReadable, element.line, written);
    }
    read
}

fn millionths(written: &str) -> Option<u64> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || whole.len() > 6 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let decimals: String = decimals.chars().chain("000000".chars()).take(6).collect();
    let whole = if whole.is_empty() { 0 } else { whole.parse::<u64>().ok()? };
    Some(whole * 1_000_000 + decimals.parse::<u64>().ok()?)
}

/// The themes of the parts, each once, with the shares that the percentages state.
fn shares(parts: &[(String, Option<u64>)], line: usize, gathered: &mut Gathered) -> Vec<ThemeShare> {
    let mut themes: Vec<(String, Option<u64>)> = Vec::new();
    for (id, percentage) in parts {
        match themes.iter_mut().find(|(theme, _)| theme == id) {
            Some((_, sum)) => *sum = sum.zip(*percentage).map(|(sum, more)| sum.saturating_add(more)),
            None => themes.push((id.clone(), *percentage)),
        }
    }
    let stated = parts.iter().filter_map(|(_, percentage)| *percentage);
    let (sum, count) = stated.fold((0_u64, 0_u64), |(sum, count), more| (sum.saturating_add(more), count + 1));
    let open = themes.iter().any(|(_, share)| share.is_none());
    let off = if open { 0 } else { count * ROUNDING };
    let share = |share: Share, theme: String| ThemeShare { theme, share: Some(share) };
    if count > 0 && (sum > WHOLE + off || (!open && sum + off < WHOLE)) {
        let total = format!("Σ {}.{:02} %", sum / 1_000_000, sum % 1_000_000 / 10_000);
        gathered.losses.note("sector@percentage", Loss::NotReadable, line, &total);
    } else if count > 0 && !open {
        // Rounded percentages still make the whole.
        let weights: Vec<u64> = themes.iter().map(|(_, share)| share.unwrap_or(0)).collect();
        let parts = split(i64::from(Share::WHOLE.0), &weights).into_iter().map(|part| Share(part as u32));
        return parts.zip(themes).map(|(part, (theme, _))| share(part, theme)).collect();
    } else if count > 0 {
        // Rounded down: what is stated must leave the rest to what is open.
        let whole = |share: u64| Share((share / 10_000) as u32);
        return themes.into_iter().map(|(theme, share)| ThemeShare { theme, share: share.map(whole) }).collect();
    }
    themes.into_iter().map(|(theme, _)| ThemeShare { theme, share: None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_table_knows_every_category_in_both_languages() {
        let map = ThemeMap::default();
        assert!(map.themes.len() > 35);
        assert!(map.themes.iter().all(|rule| rule.name.es.is_some() && rule.name.en.is_some()));
        for (code, theme) in
            [("16070", "labour-rights"), ("16061", "dac-160"), ("11220", "dac-112"), ("99810", "dac-998")]
        {
            assert_eq!(map.rule("1", code).map(|rule| rule.theme.as_str()), Some(theme));
        }
        assert_eq!(map.rule("2", "151").map(|rule| rule.theme.as_str()), Some("dac-151"));
        assert_eq!(map.rule("3", "151"), None, "another vocabulary");
        let text = ron::to_string(&map).unwrap();
        assert_eq!(ThemeMap::read(&text).unwrap(), map, "edited as text");
    }

    #[test]
    fn percentages_are_exact_and_plain() {
        assert_eq!(millionths("33.333333333"), Some(33_333_333));
        assert_eq!(millionths("100"), Some(WHOLE));
        assert_eq!(millionths(".5"), Some(500_000));
        for wrong in ["", ".", "-5", "1e2", "50%", "12345678", "50,5"] {
            assert_eq!(millionths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn shares_make_the_whole_or_stay_open() {
        let of = |percentages: &[Option<u64>]| {
            let parts: Vec<_> = percentages.iter().enumerate().map(|(n, part)| (n.to_string(), *part)).collect();
            let mut gathered = Gathered::default();
            let shares: Vec<_> = shares(&parts, 1, &mut gathered).into_iter().map(|theme| theme.share).collect();
            (shares, gathered.losses.all().len())
        };
        let percent = |percent: u64| Some(percent * 1_000_000);
        let third = Some(33_330_000);
        assert_eq!(of(&[third, third, third]), (vec![Some(Share(3334)), Some(Share(3333)), Some(Share(3333))], 0));
        assert_eq!(of(&[percent(33), percent(33), percent(33)]), (vec![None; 3], 1), "99");
        assert_eq!(of(&[percent(100), percent(100)]), (vec![None; 2], 1), "200");
        assert_eq!(of(&[None, None]), (vec![None; 2], 0));
        assert_eq!(of(&[percent(60), None]), (vec![Some(Share(6000)), None], 0), "the rest is open");
    }
}
