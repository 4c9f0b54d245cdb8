//! The person's layer of notes: kept with each change, what was taken out taken back, a colleague's layer taken in. Where
//! it lies is `layer_place`'s business.

use std::path::Path;

use super::command::SaveFile;
use super::opening::file_name;
use super::state::Session;
use crate::format::{NotSaved, write_notes};
use crate::model::{Distinct, Draft, Mark, Note, Notes};

/// Something of the layer that was taken away, or that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// A note.
    Note(Note),
    /// A mark beside a reported total.
    Mark(Mark),
    /// Two records told apart.
    Distinct(Distinct),
    /// A request as it was reworded.
    Draft(Draft),
    /// Another layer that was taken in.
    Merge {
        /// The name of its file.
        file: String,
        /// What came in with it.
        added: Box<Notes>,
    },
}

impl Taken {
    /// Does something to what was taken away, as to a layer that holds it.
    pub(super) fn edit(&mut self, edit: impl Fn(&mut Notes)) {
        fn alone<T>(one: &mut T, of: impl Fn(&mut Notes) -> &mut Vec<T>, edit: impl Fn(&mut Notes))
        where
            T: Default,
        {
            let mut layer = Notes::default();
            of(&mut layer).push(std::mem::take(one));
            edit(&mut layer);
            *one = of(&mut layer).pop().unwrap_or_default();
        }
        match self {
            Self::Note(note) => alone(note, |layer| &mut layer.notes, edit),
            Self::Mark(mark) => alone(mark, |layer| &mut layer.marks, edit),
            Self::Distinct(pair) => alone(pair, |layer| &mut layer.distinct, edit),
            Self::Draft(draft) => alone(draft, |layer| &mut layer.drafts, edit),
            Self::Merge { added, .. } => edit(added),
        }
    }
}

impl Session {
    /// Takes a note out of the layer.
    pub(super) fn take_note(&mut self, id: &str) {
        self.taken_out.extend(self.notes.take(id).map(Taken::Note));
    }

    /// Marks a record beside a total, or takes its mark away.
    pub(super) fn mark(&mut self, total: &str, project: &str, mark: Option<(bool, String)>) {
        if mark.is_none() {
            self.taken_out.extend(self.notes.mark(total, project).cloned().map(Taken::Mark));
        }
        self.notes.set_mark(total, project, mark);
    }

    /// Tells two records apart, or takes that back.
    pub(super) fn tell_apart(&mut self, projects: (String, String), reason: Option<String>) {
        if reason.is_none() {
            self.taken_out.extend(self.notes.told_apart(&projects.0, &projects.1).cloned().map(Taken::Distinct));
        }
        self.notes.tell_apart(projects, reason);
    }

    /// Keeps another wording of a request, or goes back to what is proposed.
    pub(super) fn reword(&mut self, to: &str, draft: Option<(String, String)>) {
        if draft.is_none() {
            self.taken_out.extend(self.notes.draft(to).cloned().map(Taken::Draft));
        }
        self.notes.reword(to, draft);
    }

    /// Puts back what was taken away; whatever stands in its place now is taken away in turn, and never lost.
    pub(super) fn take_back(&mut self, place: usize) {
        if place >= self.taken_out.len() {
            return;
        }
        match self.taken_out.remove(place) {
            Taken::Note(mut note) => {
                // Its id may have gone to a note that was written since.
                if self.notes.notes.iter().any(|other| other.id == note.id) {
                    note.id.clear();
                }
                self.notes.keep(note);
            }
            Taken::Mark(mark) => {
                self.mark(&mark.total, &mark.project, None);
                self.notes.marks.push(mark);
            }
            Taken::Distinct(pair) => {
                self.tell_apart(pair.projects.clone(), None);
                self.notes.distinct.push(pair);
            }
            Taken::Draft(draft) => {
                self.reword(&draft.to, None);
                self.notes.drafts.push(draft);
            }
            Taken::Merge { added, .. } => {
                let Notes { notes, marks, distinct, drafts, .. } = without(&self.notes, &added);
                self.notes = Notes { notes, marks, distinct, drafts, ..std::mem::take(&mut self.notes) };
            }
        }
    }

    /// Whether a file holds a layer of notes: it may be dropped on the window as a portfolio is.
    pub(super) fn holds_notes(&self, path: &Path) -> bool {
        self.world.read_notes(path).is_ok_and(|notes| !notes.is_empty())
    }

    /// Whether something typed is not kept yet.
    pub fn has_unkept(&self) -> bool {
        self.notes != self.kept_notes
    }

    /// Takes in a colleague's layer; it can be taken back.
    pub(super) fn merge_notes(&mut self, path: &Path) {
        match self.world.read_notes(path) {
            Ok(other) => {
                let (before, file) = (self.notes.clone(), file_name(path));
                let merged = self.notes.merge(&other);
                let added = Box::new(without(&self.notes, &before));
                self.keep_notes();
                let args = [("n", merged.added.into()), ("file", file.as_str().into())];
                let mut said = vec![self.words.tf("notes-merged", &args)];
                if !other.portfolio.is_empty() && other.portfolio != self.notes.portfolio {
                    said.push(self.words.tf("notes-other-portfolio", &[("title", other.portfolio.into())]));
                }
                if !merged.contrary.is_empty() {
                    let names = self.names();
                    let called: Vec<String> =
                        merged.contrary.iter().map(|id| names.key(crate::query::Field::Id, id)).collect();
                    let args = [("n", called.len().into()), ("list", called.join("; ").into())];
                    said.push(self.words.tf("notes-contrary", &args));
                }
                if merged.added > 0 {
                    self.taken_out.push(Taken::Merge { file, added });
                    said.push(self.words.t("notes-merge-back"));
                }
                self.tell(false, said.join(" "));
            }
            Err(unreadable) => {
                let text = unreadable.text(&self.words, &file_name(path));
                self.tell(true, text);
            }
        }
    }

    /// Asks where to save the layer.
    pub(super) fn save_layer(&mut self) {
        let name = format!("{}.ron", self.words.t("notes-file-name"));
        // What is being written is nobody else's yet.
        let text = write_notes(&Notes { unfinished: Vec::new(), ..self.notes.clone() });
        self.effects.push(super::Effect::Save(SaveFile { name, text }));
    }

    /// Writes a text where the person chose to, and says so.
    pub(super) fn write(&mut self, path: &Path, text: &str) {
        let called = file_name(path);
        let (failed, said) = match self.world.write(path, text) {
            Ok(()) => (false, self.words.tf("saved", &[("file", called.into())])),
            Err(error) => {
                let why = NotSaved::of(&error).why(&self.words);
                (true, self.words.tf("not-saved", &[("file", called.into()), ("why", why.into())]))
            }
        };
        self.tell(failed, said);
    }
}

/// What a layer has that another has not, with its author.
pub(super) fn without(notes: &Notes, known: &Notes) -> Notes {
    let known_note = |note: &Note| known.notes.contains(note);
    Notes {
        author: notes.author.clone(),
        notes: notes.notes.iter().filter(|note| !known_note(note)).cloned().collect(),
        marks: notes.marks.iter().filter(|mark| !known.marks.contains(mark)).cloned().collect(),
        distinct: notes.distinct.iter().filter(|pair| !known.distinct.contains(pair)).cloned().collect(),
        drafts: notes.drafts.iter().filter(|draft| !known.drafts.contains(draft)).cloned().collect(),
        ..Notes::default()
    }
}
