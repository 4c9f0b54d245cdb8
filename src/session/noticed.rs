//! What is told above the views, and how long it holds: what speaks of edits goes when these are undone, and what counts
//! is worded anew with each choice.

use super::merging::Conflict;
use super::state::Session;
use super::verb::Verb;
use crate::format::Change;

/// Something to be told above the views until it is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: String,
    /// Whether something failed.
    pub failure: bool,
    /// What can be done about it, at once.
    pub offers: Option<Verb>,
    /// How long it is true.
    pub holds: Holds,
}

/// How long a notice is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// Until somebody takes it away.
    #[default]
    Always,
    /// While so many steps are done.
    Steps(usize),
    /// As [`Self::Steps`]; says how many records stand otherwise in what was brought in, as often as that changes.
    Brought(usize, BroughtIn),
}

/// What was brought into the open portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtIn {
    /// The file's name.
    pub name: String,
    /// How many projects came in.
    pub new: usize,
    /// How many were here.
    pub same: usize,
    /// Of how many the amount is another.
    pub amounts: usize,
}

impl Session {
    pub(super) fn tell(&mut self, failure: bool, text: String) {
        self.tell_offering(failure, text, None);
    }

    /// Tells something, with what can be done about it.
    pub(super) fn tell_offering(&mut self, failure: bool, text: String, offers: Option<Verb>) {
        self.tell_while(Holds::Always, failure, text, offers);
    }

    /// Tells what is true only until the last edit is undone.
    pub(super) fn tell_of_edit(&mut self, text: String) {
        self.tell_while(Holds::Steps(self.desk.history.done()), false, text, None);
    }

    /// Tells what came into the open portfolio by the last edit.
    pub(super) fn tell_brought(&mut self, brought: BroughtIn) {
        let text = self.brought_text(&brought);
        self.tell_while(Holds::Brought(self.desk.history.done(), brought), false, text, self.settling());
    }

    /// What a notice offers while something is to be settled.
    pub(super) fn settling(&self) -> Option<Verb> {
        (!self.conflicts.is_empty()).then_some(Verb::Settle)
    }

    fn tell_while(&mut self, holds: Holds, failure: bool, text: String, offers: Option<Verb>) {
        // Told once is told: the same again comes to the end.
        self.notices.retain(|notice| notice.text != text && (offers.is_none() || notice.offers != offers));
        self.notices.push(Notice { text, failure, offers, holds });
    }

    /// What both changed is as the person wants it; the panel closes.
    pub(super) fn settled(&mut self) {
        self.leave_settling();
        self.leave_panel();
    }

    /// Nothing is to be settled any more, and no notice says that something is; what came in is told all the same.
    pub(super) fn leave_settling(&mut self) {
        self.conflicts.clear();
        self.conflicts_from = None;
        self.two_amounts.clear();
        let settles = |notice: &Notice| notice.offers == Some(Verb::Settle);
        self.notices.retain(|notice| !settles(notice) || matches!(notice.holds, Holds::Brought(..)));
        for notice in self.notices.iter_mut().filter(|notice| settles(notice)) {
            notice.offers = None;
        }
    }

    fn brought_text(&self, brought: &BroughtIn) -> String {
        let args = [
            ("name", brought.name.as_str().into()),
            ("new", brought.new.into()),
            ("same", brought.same.into()),
            ("amounts", brought.amounts.into()),
            ("differ", self.conflicts.iter().filter(|conflict| self.stands_here(conflict)).count().into()),
        ];
        self.words.tf("brought-into-open", &args)
    }

    /// Whether a record still says in any field what it said before another file said otherwise.
    fn stands_here(&self, conflict: &Conflict) -> bool {
        let Some(entry) = self.records.entry_with(conflict.list, &conflict.id) else { return false };
        conflict.fields.iter().any(|field| conflict.stands(&entry, field) == Some(false))
    }

    /// The notices follow what was just edited or undone.
    pub(super) fn notices_follow(&mut self, changes: &[Change]) {
        let done = self.desk.history.done();
        self.notices.retain(|notice| match notice.holds {
            Holds::Always => true,
            Holds::Steps(steps) | Holds::Brought(steps, _) => steps <= done,
        });
        let is_in_question = |change: &Change| {
            let Change::Record { list, before: Some(before), .. } = change else { return false };
            self.conflicts.iter().any(|conflict| conflict.list == *list && conflict.id == before.id())
        };
        let told = |notice: &Notice| matches!(notice.holds, Holds::Brought(..));
        if !self.notices.iter().any(told) || !changes.iter().any(is_in_question) {
            return;
        }
        let mut notices = std::mem::take(&mut self.notices);
        for notice in &mut notices {
            if let Holds::Brought(_, brought) = &notice.holds {
                notice.text = self.brought_text(brought);
            }
        }
        self.notices = notices;
    }
}
