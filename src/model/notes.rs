//! What a person finds out and decides, in a layer of its own: it never touches the published records, travels beside
//! them, and is always told apart from them.

use serde::{Deserialize, Serialize};

use super::date::PartialDate;
use super::rules::List;

/// The layer of one person, or of several merged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    /// Version of the format.
    pub schema: u32,
    /// The title of the portfolio that it belongs to, for people who find the file.
    pub portfolio: String,
    /// Whose it is, as the person signs; empty where it is not signed.
    pub author: String,
    /// What was found out.
    pub notes: Vec<Note>,
    /// Records counted in or left out beside a reported total.
    pub marks: Vec<Mark>,
    /// Records that look alike and are told apart.
    pub distinct: Vec<Distinct>,
    /// Requests as the person reworded them.
    pub drafts: Vec<Draft>,
    /// Notes that are being written: kept, so that neither another portfolio nor a pulled plug costs them; not shared.
    pub unfinished: Vec<Unfinished>,
}

/// A note being written, its dates as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unfinished {
    /// The note so far; with an id where one is being reworded.
    pub note: Note,
    /// When it was found out, as typed.
    pub date: String,
    /// When it was last looked into, as typed.
    pub checked: String,
}

/// What came of taking in another layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many notes, marks, pairs and requests were new.
    pub added: usize,
    /// Ids of the projects on which the other layer decided otherwise; the decision that was here stays.
    pub contrary: Vec<String>,
}

/// What a person found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    /// Id within the layer.
    pub id: String,
    /// Id of the project that it is about; empty for the whole portfolio.
    pub project: String,
    /// Who wrote it, where it came in with a colleague's layer; empty for one's own.
    pub by: String,
    /// The note.
    pub text: String,
    /// When it was found out.
    pub date: Option<PartialDate>,
    /// Who says so, in the person's words.
    pub source: String,
    /// Whether something is still to be done: then it is pinned.
    pub pending: bool,
    /// Why it is pending, or what is to be done.
    pub why: String,
    /// When it was last looked into.
    pub checked: Option<PartialDate>,
}

/// A record counted in or left out beside a reported total.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Id of the reported total; empty for every sum.
    #[serde(default)]
    pub total: String,
    /// Id of the project.
    pub project: String,
    /// Whether it is counted in.
    pub counted: bool,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Who decided so, where it came in with a colleague's layer; empty for one's own.
    #[serde(default)]
    pub by: String,
}

/// Two records that look like the same money, and why they are not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinct {
    /// Ids of the two, in the order of their names.
    pub projects: (String, String),
    /// Why they are different.
    pub reason: String,
    /// Who says so, where it came in with a colleague's layer; empty for one's own.
    #[serde(default)]
    pub by: String,
}

/// A request for information as a person reworded it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// To whom, by key.
    pub to: String,
    /// The text that was proposed when it was reworded last.
    pub proposed: String,
    /// The text as it is now.
    pub text: String,
    /// Whose wording it is, where it came in with a colleague's layer; empty for one's own.
    #[serde(default)]
    pub by: String,
}

/// What the key of a request to an organisation that pays begins with; its id follows.
pub const FUNDER: &str = "funder:";

/// The version of the form of a layer.
pub const NOTES_SCHEMA: u32 = 1;

impl Notes {
    /// The mark of a project beside a total.
    pub fn mark(&self, total: &str, project: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.total == total && mark.project == project)
    }

    /// Sets, replaces or (with `None`) takes away the mark of a project.
    pub fn set_mark(&mut self, total: &str, project: &str, mark: Option<(bool, String)>) {
        self.marks.retain(|mark| mark.total != total || mark.project != project);
        if let Some((counted, reason)) = mark {
            let (total, project, by) = (total.to_owned(), project.to_owned(), String::new());
            self.marks.push(Mark { total, project, counted, reason, by });
        }
    }

    /// Why two records are told apart.
    pub fn told_apart(&self, a: &str, b: &str) -> Option<&Distinct> {
        let same = |pair: &(String, String)| (pair.0 == a && pair.1 == b) || (pair.0 == b && pair.1 == a);
        self.distinct.iter().find(|distinct| same(&distinct.projects))
    }

    /// Tells two records apart with a reason; without one, takes that back.
    pub fn tell_apart(&mut self, (a, b): (String, String), reason: Option<String>) {
        let projects = if a <= b { (a, b) } else { (b, a) };
        self.distinct.retain(|pair| pair.projects != projects);
        self.distinct.extend(reason.map(|reason| Distinct { projects, reason, by: String::new() }));
    }

    /// A request as the person reworded it.
    pub fn draft(&self, to: &str) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.to == to)
    }

    /// Keeps another wording of a request, with the text that was proposed; without one, goes back to that.
    pub fn reword(&mut self, to: &str, draft: Option<(String, String)>) {
        self.drafts.retain(|draft| draft.to != to);
        self.drafts.extend(draft.map(|(proposed, text)| Draft {
            to: to.to_owned(),
            proposed,
            text,
            by: String::new(),
        }));
    }

    /// The notes on a project, what is pending first; `""` for those on the whole portfolio.
    pub fn on<'a>(&'a self, project: &'a str) -> impl Iterator<Item = &'a Note> {
        let of = move |pending: bool| {
            self.notes.iter().filter(move |note| note.project == project && note.pending == pending)
        };
        of(true).chain(of(false))
    }

    /// How many notes are pending.
    pub fn pending(&self) -> usize {
        self.notes.iter().filter(|note| note.pending).count()
    }

    /// The note that is being written under this id, or for this project where it is a new one.
    pub fn unfinished(&self, id: &str, project: &str) -> Option<&Unfinished> {
        self.unfinished.iter().find(|draft| draft.is_of(id, project))
    }

    /// Keeps what was written of a note so far.
    pub fn write(&mut self, draft: Unfinished) {
        self.leave(&draft.note.id, &draft.note.project);
        self.unfinished.push(draft);
    }

    /// Leaves a note that was being written.
    pub fn leave(&mut self, id: &str, project: &str) {
        self.unfinished.retain(|draft| !draft.is_of(id, project));
    }

    /// Adds a note, or replaces the one with its id. One without an id is given one.
    pub fn keep(&mut self, mut note: Note) {
        self.leave(&note.id, &note.project);
        if note.id.is_empty() {
            note.id = self.free_id();
        }
        match self.notes.iter_mut().find(|mine| mine.id == note.id) {
            Some(mine) => *mine = note,
            None => self.notes.push(note),
        }
    }

    /// Takes a note out.
    pub fn take(&mut self, id: &str) -> Option<Note> {
        let place = self.notes.iter().position(|note| note.id == id)?;
        Some(self.notes.remove(place))
    }

    /// Takes in a colleague's layer. What both have stays once; where both speak of one thing differently, both notes
    /// are kept, and of decisions the one that is here. What comes in keeps its author.
    pub fn merge(&mut self, other: &Self) -> Merged {
        let before = self.count();
        let mut contrary: Vec<String> = Vec::new();
        let signed = |by: &str| {
            if by.is_empty() && other.author != self.author { other.author.clone() } else { by.to_owned() }
        };
        let marks: Vec<Mark> = other.marks.iter().map(|mark| Mark { by: signed(&mark.by), ..mark.clone() }).collect();
        let distinct: Vec<Distinct> =
            other.distinct.iter().map(|pair| Distinct { by: signed(&pair.by), ..pair.clone() }).collect();
        let drafts: Vec<Draft> =
            other.drafts.iter().map(|draft| Draft { by: signed(&draft.by), ..draft.clone() }).collect();
        let notes: Vec<Note> = other.notes.iter().map(|note| Note { by: signed(&note.by), ..note.clone() }).collect();
        for mut note in notes {
            // Ids only tell notes of one layer apart.
            if self.notes.iter().any(|mine| mine.says_the_same(&note)) {
                continue;
            }
            if note.id.is_empty() || self.notes.iter().any(|mine| mine.id == note.id) {
                note.id = self.free_id();
            }
            self.notes.push(note);
        }
        for mark in marks {
            match self.mark(&mark.total, &mark.project) {
                None => self.marks.push(mark),
                Some(mine) if mine.counted != mark.counted => contrary.push(mark.project),
                Some(_) => {}
            }
        }
        for pair in distinct {
            if self.told_apart(&pair.projects.0, &pair.projects.1).is_none() {
                self.distinct.push(pair);
            }
        }
        for draft in drafts {
            if self.draft(&draft.to).is_none() {
                self.drafts.push(draft);
            }
        }
        Merged { added: self.count() - before, contrary }
    }

    /// What speaks of a record by its id speaks of it by the id that `other` gives for it, where it gives one.
    pub fn turn<'a>(&mut self, list: List, other: impl Fn(&str) -> Option<&'a str>) {
        let turn = |id: &mut String| {
            if let Some(to) = other(id) {
                to.clone_into(id);
            }
        };
        match list {
            List::Projects => {
                self.notes.iter_mut().for_each(|note| turn(&mut note.project));
                self.unfinished.iter_mut().for_each(|draft| turn(&mut draft.note.project));
                self.marks.iter_mut().for_each(|mark| turn(&mut mark.project));
                for Distinct { projects: (one, two), .. } in &mut self.distinct {
                    turn(one);
                    turn(two);
                    if *one > *two {
                        std::mem::swap(one, two);
                    }
                }
            }
            List::ReportedTotals => self.marks.iter_mut().for_each(|mark| turn(&mut mark.total)),
            List::Organizations => {
                for draft in &mut self.drafts {
                    if let Some(to) = draft.to.strip_prefix(FUNDER).and_then(&other) {
                        draft.to = format!("{FUNDER}{to}");
                    }
                }
            }
            _ => {}
        }
    }

    /// How many notes, marks, pairs and reworded requests it holds.
    pub fn count(&self) -> usize {
        self.notes.len() + self.marks.len() + self.distinct.len() + self.drafts.len()
    }

    /// An id that no note has.
    pub fn free_id(&self) -> String {
        let taken = |id: &String| self.notes.iter().any(|note| note.id == *id);
        // One more number than there are notes is always enough.
        (1..=self.notes.len().saturating_add(1)).map(|n| format!("nota-{n}")).find(|id| !taken(id)).unwrap_or_default()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

impl Unfinished {
    fn is_of(&self, id: &str, project: &str) -> bool {
        self.note.id == id && (!id.is_empty() || self.note.project == project)
    }
}

impl Note {
    /// Whether two notes say the same, whatever each is called in its layer.
    fn says_the_same(&self, other: &Self) -> bool {
        let same = Self { id: self.id.clone(), ..other.clone() };
        *self == same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merging_keeps_what_both_say_and_doubles_nothing() {
        let note = |id: &str, text: &str| Note { id: id.to_owned(), text: text.to_owned(), ..Note::default() };
        let mut mine = Notes { notes: vec![note("nota-1", "llamar")], ..Notes::default() };
        mine.set_mark("t", "p", Some((false, "no es suyo".to_owned())));
        let mut other = Notes { notes: vec![note("nota-1", "escribir"), note("nota-2", "ver")], ..Notes::default() };
        other.set_mark("t", "p", Some((true, "sí".to_owned())));
        other.set_mark("t", "q", Some((true, "sí".to_owned())));
        mine.merge(&other);
        let texts: Vec<_> = mine.notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts, ["llamar", "escribir", "ver"]);
        let mut ids: Vec<_> = mine.notes.iter().map(|note| note.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 3, "each note keeps an id of its own");
        assert_eq!(mine.mark("t", "p").map(|mark| mark.counted), Some(false), "mine stays");
        assert_eq!(mine.marks.len(), 2);
        let before = mine.clone();
        assert_eq!(mine.merge(&before.clone()).added, 0);
        assert_eq!(mine, before);
        let again = mine.merge(&other);
        assert_eq!((again.added, again.contrary), (0, vec!["p".to_owned()]), "the same layer again brings nothing");
        assert_eq!(mine, before);
    }

    #[test]
    fn what_speaks_of_a_record_follows_its_id_and_nothing_else_does() {
        let note = |project: &str| Note { project: project.to_owned(), text: "x".to_owned(), ..Note::default() };
        let mut notes = Notes::default();
        notes.keep(note("p"));
        notes.keep(note("q"));
        notes.set_mark("t", "p", Some((true, String::new())));
        notes.tell_apart(("q".to_owned(), "p".to_owned()), Some("otro convenio".to_owned()));
        notes.reword("funder:t", Some((String::new(), "carta".to_owned())));
        notes.turn(List::Projects, |id| (id == "p").then_some("z"));
        notes.turn(List::Organizations, |id| (id == "t").then_some("u"));
        let on: Vec<&str> = notes.notes.iter().map(|note| note.project.as_str()).collect();
        assert_eq!(on, ["z", "q"]);
        assert!(notes.mark("t", "z").is_some() && notes.draft("funder:u").is_some());
        notes.tell_apart(("z".to_owned(), "q".to_owned()), None);
        assert!(notes.distinct.is_empty(), "a pair is found by its new ids, and taken back");
    }

    #[test]
    fn a_colleagues_notes_keep_their_author() {
        let note = |text: &str| Note { text: text.to_owned(), ..Note::default() };
        let mut mine = Notes { author: "A".to_owned(), ..Notes::default() };
        mine.keep(note("mía"));
        let mut other = Notes { author: "B".to_owned(), ..Notes::default() };
        other.keep(note("suya"));
        other.set_mark("t", "p", Some((true, "sí".to_owned())));
        assert_eq!(mine.merge(&other).added, 2);
        assert_eq!(mine.mark("t", "p").map(|mark| mark.by.as_str()), Some("B"), "what another decided is not mine");
        let by: Vec<_> = mine.notes.iter().map(|note| (note.text.as_str(), note.by.as_str())).collect();
        assert_eq!(by, [("mía", ""), ("suya", "B")]);
        assert_eq!(mine.merge(&other).added, 0);
        assert_eq!(mine.take("nota-1").map(|note| note.text), Some("mía".to_owned()));
    }
}
