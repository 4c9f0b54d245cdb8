//! The command palette: everything that one can go to or do, found by words of either language.

use super::command::Command;
use super::exporting::{PictureLook, TakeOut};
use super::help::HelpStep;
use super::settings::ThemeChoice;
use super::state::Session;
use super::verb::Verb;
use super::view::Selected;
use crate::export::Shown;
use crate::export::draw::PictureOf;
use crate::figure::Names;
use crate::figure::card::Scene;
use crate::i18n::{Topic, Words, manual, visible};
use crate::model::Lang;
use crate::query::{FACETS, Field, Value, fold};

/// So many hits are shown at most.
pub const FOUND: usize = 60;
/// So many records of a list, and values of a field, can be found by name; the search finds the rest.
const RECORDS: usize = 20_000;
const VALUES: usize = 2_000;

/// What a hit leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal {
    /// A verb of the menus.
    Verb(Verb),
    /// A plot, to be put on the clipboard as it is shown.
    Copy(PictureOf),
    /// A language.
    Language(Lang),
    /// Colours of the window.
    Theme(ThemeChoice),
    /// A place of the help.
    Help(Topic),
    /// A value to filter by.
    Value(Field, Value),
    /// A record.
    Record(Selected),
    /// Search all records for what was typed.
    Search(String),
}

impl Goal {
    /// What sort of thing it is: the key of its name.
    pub const fn message(&self) -> &'static str {
        match self {
            Self::Verb(_) | Self::Copy(_) => "palette-verb",
            Self::Language(_) | Self::Theme(_) => "palette-setting",
            Self::Help(_) => "palette-help",
            Self::Value(..) => "palette-filter",
            Self::Record(Selected::Project(_)) => "palette-project",
            Self::Record(Selected::Event(_)) => "palette-event",
            Self::Record(Selected::Source(_)) => "palette-source",
            Self::Search(_) => "palette-search",
        }
    }

    /// What is done when it is chosen, in order.
    pub fn commands(&self) -> Vec<Command> {
        match self.clone() {
            Self::Verb(verb) => vec![Command::Do(verb)],
            Self::Copy(of) => vec![Command::Take(TakeOut::Copy(of, PictureLook::default()))],
            Self::Language(lang) => vec![Command::Language(lang)],
            Self::Theme(choice) => vec![Command::Theme(choice)],
            Self::Help(topic) => vec![Command::Help(HelpStep::Read(topic))],
            Self::Value(field, value) => vec![Command::Toggle(field, value)],
            Self::Record(selected) => vec![Command::Select(Some(selected))],
            Self::Search(words) => vec![Command::Type(words), Command::CommitTyped],
        }
    }

    /// Among equals, what stands first.
    const fn rank(&self) -> u8 {
        match self {
            Self::Verb(_) => 0,
            Self::Copy(_) | Self::Language(_) | Self::Theme(_) => 1,
            Self::Value(..) => 2,
            Self::Record(_) => 3,
            Self::Help(_) => 4,
            Self::Search(_) => 5,
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug)]
struct Entry {
    goal: Goal,
    /// In the person's language, then in the other one.
    names: [String; 2],
    folded: [String; 2],
}

impl Entry {
    fn new(goal: Goal, here: String, there: String) -> Self {
        let folded = [fold(&here), fold(&there)];
        Self { goal, names: [here, there], folded }
    }

    fn of([words, other]: [&Words; 2], goal: Goal, key: &str) -> Self {
        Self::new(goal, words.t(key), other.t(key))
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it leads to.
    pub goal: Goal,
    /// Its name in the person's language.
    pub name: String,
    /// Its name in the other language, where that is what was typed.
    pub other: Option<String>,
}

/// The open palette.
#[derive(Clone, Debug)]
pub struct Finder {
    /// What was typed.
    pub typed: String,
    /// The place of the hit that Enter takes.
    pub at: usize,
    /// What was found, the best first.
    pub hits: Vec<Hit>,
    entries: Vec<Entry>,
}

/// What one does in the palette.
#[derive(Clone, Debug, PartialEq)]
pub enum FindStep {
    /// Find this.
    Type(String),
    /// Move among what was found, round its ends.
    Move(isize),
    /// Take the hit at this place.
    Take(usize),
    /// Leave it.
    Leave,
}

impl Finder {
    /// All that can be found in this session.
    pub fn new(session: &Session) -> Self {
        let mut finder = Self { typed: String::new(), at: 0, hits: Vec::new(), entries: entries(session) };
        finder.find(String::new());
        finder
    }

    fn find(&mut self, typed: String) {
        let folded = fold(&typed);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut scored: Vec<(u32, usize, &Entry, bool)> = Vec::new();
        for entry in &self.entries {
            let by_default = words.is_empty() && matches!(entry.goal, Goal::Verb(_));
            let loosely = matches!(entry.goal, Goal::Verb(_) | Goal::Copy(_) | Goal::Theme(_) | Goal::Language(_));
            let [here, there] = &entry.folded;
            let (here_score, there_score) = (score(here, &words, loosely), score(there, &words, loosely));
            let best = here_score.max(there_score);
            if let Some(best) = best.filter(|_| by_default || !words.is_empty()) {
                let length = if there_score > here_score { there.len() } else { here.len() };
                scored.push((best, length, entry, there_score > here_score));
            }
        }
        // The order of the list is that of the menus: it stays where nothing was typed.
        if !words.is_empty() {
            let key = |(score, length, entry, _): &(u32, usize, &Entry, bool)| {
                (std::cmp::Reverse(*score), entry.goal.rank(), *length)
            };
            scored.sort_by_key(key);
        }
        let most = if words.is_empty() { usize::MAX } else { FOUND };
        self.hits = (scored.into_iter().take(most))
            .map(|(_, _, entry, foreign)| {
                let [here, there] = &entry.names;
                let other = (foreign && here != there).then(|| there.clone());
                Hit { goal: entry.goal.clone(), name: here.clone(), other }
            })
            .collect();
        if !words.is_empty() {
            let goal = Goal::Search(typed.trim().to_owned());
            self.hits.push(Hit { goal, name: typed.trim().to_owned(), other: None });
        }
        (self.typed, self.at) = (typed, 0);
    }
}

/// How well a folded name fits the folded words; `None` where one of them is not in it. A word at the beginning of a word
/// counts most, one within it less, its letters in order least;
/// words that stand together as they were typed count more.
fn score(name: &str, words: &[&str], loosely: bool) -> Option<u32> {
    let mut sum = if words.len() > 1 && name.contains(&words.join(" ")) { 6 } else { 0 };
    for (place, word) in words.iter().enumerate() {
        sum += if name.starts_with(word) && place == 0 {
            10
        } else if name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word)) {
            8
        } else if name.contains(word) {
            4
        } else if loosely && word.chars().count() >= 3 && in_order(name, word) {
            1
        } else {
            return None;
        };
    }
    Some(sum)
}

/// Whether the letters of a word stand in a name in their order, the first at the beginning of a word of it.
fn in_order(name: &str, word: &str) -> bool {
    let starts = name.char_indices().filter(|(at, _)| {
        name.get(..*at).is_none_or(|before| before.chars().next_back().is_none_or(|c| !c.is_alphanumeric()))
    });
    starts.filter_map(|(at, _)| name.get(at..)).any(|rest| {
        let mut letters = rest.chars();
        word.chars().all(|wanted| letters.by_ref().any(|letter| letter == wanted))
    })
}

fn entries(session: &Session) -> Vec<Entry> {
    let other = Words::new(session.words.lang().other());
    let both = [&session.words, &other];
    let mut entries: Vec<Entry> = Verb::ALL
        .into_iter()
        .filter(|verb| *verb != Verb::Palette)
        .map(|verb| Entry::of(both, Goal::Verb(verb), verb.message()))
        .collect();
    entries.extend(pictures(session, both));
    for choice in ThemeChoice::ALL {
        let name = |words: &Words| format!("{}: {}", words.t("menu-theme"), words.t(choice.message()));
        entries.push(Entry::new(Goal::Theme(choice), name(&session.words), name(&other)));
    }
    for (lang, name) in [(Lang::Es, "Español"), (Lang::En, "English")] {
        let name = |words: &Words| format!("{}: {name}", words.t("menu-language"));
        entries.push(Entry::new(Goal::Language(lang), name(&session.words), name(&other)));
    }
    entries.extend(help(session.words.lang()));
    let portfolio = &session.document.portfolio;
    let names = both.map(|words| Names::new(portfolio, words).with_vocabulary(&session.document.index.vocabulary));
    entries.extend(values(session, names));
    entries.extend(records(session, names));
    entries
}

/// Every plot that there is of what is shown, to be copied as an image.
fn pictures(session: &Session, both: [&Words; 2]) -> Vec<Entry> {
    let told = |of: &PictureOf, shown: Shown<'_>, words| {
        let names = Names { words, ..shown.scene.names };
        let name = of.name(Shown { scene: Scene { names, ..shown.scene }, ..shown });
        words.tf("palette-copy-picture", &[("name", name.into())])
    };
    session.with_shown(|shown| {
        let all = PictureOf::all(shown).into_iter();
        all.map(|of| {
            let [here, there] = both.map(|words| told(&of, shown, words));
            Entry::new(Goal::Copy(of), here, there)
        })
        .collect()
    })
}

/// Every page of the help, and every heading and term on it.
fn help(lang: Lang) -> impl Iterator<Item = Entry> {
    manual(lang).iter().flat_map(move |page| {
        let heads = page.pieces.iter().filter(|piece| piece.is_head()).filter_map(|piece| piece.topic);
        std::iter::once(Topic::page(page.name)).chain(heads).filter_map(move |topic| {
            let (here, there) = (topic.title(lang)?, topic.title(lang.other())?);
            Some(Entry::new(Goal::Help(topic), here.to_owned(), there.to_owned()))
        })
    })
}

fn values<'a>(session: &'a Session, names: [Names<'a>; 2]) -> impl Iterator<Item = Entry> {
    FACETS.into_iter().flat_map(move |field| {
        let keys = session.document.index.column(field).map_or(&[][..], |column| &column.keys);
        keys.iter().take(VALUES).map(move |key| {
            let [here, there] = names.map(|names| format!("{}: {}", names.field(field), names.key(field, key)));
            Entry::new(Goal::Value(field, Value::of(field, key)), here, there)
        })
    })
}

fn records<'a>(session: &'a Session, names: [Names<'a>; 2]) -> impl Iterator<Item = Entry> {
    let portfolio = &session.document.portfolio;
    let entry = |selected: Selected, [here, there]: [String; 2]| {
        let [here, there] = [visible(&here).into_owned(), visible(&there).into_owned()];
        Entry::new(Goal::Record(selected), here, there)
    };
    let projects = portfolio.projects.iter().take(RECORDS).map(move |project| {
        let told = names.map(|names| names.project(&project).text);
        let acronym = project.acronym.as_deref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
        entry(Selected::Project(project.id.clone()), told.map(|name| format!("{name}{acronym}")))
    });
    let events = portfolio.events.iter().take(RECORDS);
    let events =
        events.map(move |event| entry(Selected::Event(event.id.clone()), names.map(|names| names.event(event))));
    let sources = portfolio.sources.iter().take(RECORDS);
    let sources = sources.map(move |source| {
        let name = format!("{}, {}", source.title, source.publisher);
        entry(Selected::Source(source.id.clone()), [name.clone(), name])
    });
    projects.chain(events).chain(sources)
}

impl Session {
    pub(super) fn find(&mut self, step: FindStep) {
        let Some(finder) = &mut self.finder else { return };
        match step {
            FindStep::Type(typed) => finder.find(typed),
            FindStep::Move(by) => {
                let count = isize::try_from(finder.hits.len()).unwrap_or(1).max(1);
                let at = isize::try_from(finder.at).unwrap_or(0).saturating_add(by);
                finder.at = usize::try_from(at.rem_euclid(count)).unwrap_or(0);
            }
            FindStep::Take(place) => {
                let Some(goal) = finder.hits.get(place).map(|hit| hit.goal.clone()) else { return };
                // What cannot be done now says why, and the palette stays.
                if matches!(goal, Goal::Verb(verb) if !verb.is_enabled(self)) {
                    return;
                }
                self.finder = None;
                for command in goal.commands() {
                    self.carry_out(command);
                    self.refresh();
                }
                self.show_found(&goal);
            }
            FindStep::Leave => self.finder = None,
        }
    }

    /// A record that was found is shown, also where the details were put away.
    fn show_found(&mut self, goal: &Goal) {
        if matches!(goal, Goal::Record(_)) {
            self.settings.details = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_counts_more_than_the_middle_and_that_more_than_letters() {
        let of = |name: &str, words: &[&str]| score(name, words, true);
        assert!(of("guardar como", &["guar"]) > of("no guardar", &["guar"]));
        assert!(of("no guardar", &["guar"]) > of("resguardar", &["guar"]));
        assert!(of("resguardar", &["guar"]) > of("gran usuario mar", &["guar"]));
        assert_eq!(of("guardar", &["zz"]), None);
        assert_eq!(of("guardar", &["guardar", "zz"]), None);
        assert_eq!(score("gran usuario mar", &["guar"], false), None);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_borne(name in ".{0,40}", typed in ".{0,20}") {
            let (name, typed) = (fold(&name), fold(&typed));
            let words: Vec<&str> = typed.split_whitespace().collect();
            let _ = score(&name, &words, true);
        }
    }
}
