//! Editing the open portfolio: what is done to records shows in every view at once, and can be taken back.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::desk::{Ahead, Desk, Edit, Refusal};
use super::document::{Document, Origin};
use super::opening::blank;
use super::state::Session;
use super::view::Selected;
use crate::format::{Change, Effect, Problem, ProblemKind, Stamp};
use crate::model::{Breach, Header, List, Portfolio, check, check_before, check_behind, check_project};
use crate::query::Index;

/// Up to so many projects everything is derived anew at once: that takes no longer than a frame.
const AT_ONCE: usize = 500;

/// Records by their lists and places.
type Records = Vec<(List, usize)>;

/// A large portfolio of which the index is being made, or follows edits, on a worker.
pub struct Reindexing {
    /// The records that the index follows; `None` where it is made anew.
    records: Option<Records>,
    /// The records that were edited since; `None` where any came or went.
    later: Option<Records>,
    /// The index, and what is wrong where all of that was looked for.
    result: Receiver<(Index, Option<Vec<Problem>>)>,
}

impl Session {
    /// The records as they were edited last: what forms show, also while the views of a large portfolio are behind.
    pub const fn records(&self) -> &Arc<Portfolio> {
        &self.records
    }

    /// What was edited, and how.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Whether there is something that is not saved.
    pub fn is_modified(&self) -> bool {
        self.desk.is_modified()
    }

    /// Does an edit, or says why not.
    pub(super) fn edit(&mut self, edit: Edit) {
        self.try_edit(edit);
    }

    /// As [`Self::edit`]; whether it was done, or had been before.
    pub(super) fn try_edit(&mut self, edit: Edit) -> bool {
        let first = self.document.origin == Origin::Embedded;
        match self.desk.edit(edit, &mut self.records, self.words.lang()) {
            Ok(changes) => {
                if first {
                    self.become_a_copy();
                }
                self.edited(&changes);
                true
            }
            Err(Refusal::Same) => true,
            Err(refusal) => {
                let text = refusal.text(&self.words);
                self.tell(true, text);
                false
            }
        }
    }

    /// Puts the open portfolio with what a worker merged into it in the place of the one without.
    pub(super) fn put_in_place(&mut self, ahead: Ahead, records: Arc<Portfolio>, index: Index, problems: Vec<Problem>) {
        let changes = self.desk.catch_up(ahead);
        if self.document.origin == Origin::Embedded {
            self.become_a_copy();
        }
        self.records = records;
        self.reindexing = None;
        self.follow_selection(&changes);
        self.show_with(index, problems);
    }

    /// The embedded portfolio stays as it was published: what is edited is a copy with a name of its own.
    fn become_a_copy(&mut self) {
        let title = self.records.header.title.show(self.words.lang());
        let name = self.words.tf("copy-name", &[("title", title.into())]);
        self.document.origin = Origin::Unsaved { name, new: false };
        let text = self.words.t("copy-begun");
        self.tell_of_edit(text);
    }

    /// Takes steps back or does them again until so many are done.
    pub(super) fn undo_to(&mut self, wanted: usize) {
        let mut changes = Vec::new();
        loop {
            let done = self.desk.history.done();
            let more = match done.cmp(&wanted) {
                std::cmp::Ordering::Greater => self.desk.undo(&mut self.records),
                std::cmp::Ordering::Less => self.desk.redo(&mut self.records),
                std::cmp::Ordering::Equal => break,
            };
            if more.is_empty() {
                break;
            }
            changes.extend(more);
        }
        if !changes.is_empty() {
            self.edited(&changes);
        }
    }

    /// Everything derived follows the records.
    fn edited(&mut self, changes: &[Change]) {
        self.follow_selection(changes);
        self.notices_follow(changes);
        if let Some(saved) = self.said_saved.take() {
            self.notices.retain(|notice| notice.text != saved);
        }
        if self.records.projects.len() <= AT_ONCE {
            let problems = problems_now(&self.document, &self.records);
            return self.take_whole_index(Index::of(&self.records), problems);
        }
        let records = put_records(changes, &self.records);
        if let Some(reindexing) = &mut self.reindexing {
            match (records, &mut reindexing.later) {
                (Some(records), Some(later)) => later.extend(records),
                _ => reindexing.later = None,
            }
            return;
        }
        match (records, Arc::get_mut(&mut self.document.index)) {
            (Some(records), Some(index)) => {
                let before = Some(&*self.document.portfolio);
                if records.iter().all(|(list, place)| index.follow(*list, *place, before, &self.records)) {
                    self.follow(&records);
                } else {
                    self.reindex(None);
                }
            }
            (records, _) => self.reindex(records),
        }
    }

    /// The index has come to the records: these are others, and none came or went.
    fn follow(&mut self, records: &Records) {
        self.last_revision += 1;
        self.document.problems = Arc::new(self.problems_of(records));
        self.document.portfolio = Arc::clone(&self.records);
        self.document.revision = self.last_revision;
        self.answers.follow(self.last_revision);
    }

    /// What is wrong, where only these records are others.
    fn problems_of(&self, records: &Records) -> Vec<Problem> {
        let rows = || records.iter().filter(|(list, _)| *list == List::Projects).map(|(_, row)| *row);
        let ids = |portfolio: &Portfolio| -> Vec<String> {
            rows().filter_map(|row| portfolio.projects.id(row)).map(str::to_owned).collect()
        };
        let (was, is) = (ids(&self.document.portfolio), ids(&self.records));
        let others = records.iter().any(|(list, _)| *list != List::Projects);
        let theirs = |problem: &&Problem| {
            let of_record = problem.record.as_ref().is_some_and(|id| was.contains(id) || is.contains(id));
            let of_rule = matches!(problem.kind, ProblemKind::Rule(_)) && problem.effect != Effect::LeftOut;
            of_rule && if problem.list == Some(List::Projects) { of_record } else { others }
        };
        let mut problems: Vec<Problem> =
            self.document.problems.iter().filter(|problem| !theirs(problem)).cloned().collect();
        let projects = rows().filter_map(|row| Some((row, self.records.projects.get(row)?)));
        let mut breaches: Vec<Breach> =
            projects.flat_map(|(row, project)| check_project(row, &project, &self.records)).collect();
        if others {
            breaches.extend(check_before(&self.records));
            breaches.extend(check_behind(&self.records));
        }
        problems.extend(breaches.into_iter().map(Problem::of_breach));
        where_they_stood(problems, &self.document)
    }

    /// Many records are indexed on a worker; until that is done the views show them as they were. Where only these are
    /// others, a copy of the index follows them.
    fn reindex(&mut self, followed: Option<Records>) {
        let (sender, result) = channel();
        let (before, records, wake) = (self.document.clone(), Arc::clone(&self.records), Arc::clone(&self.wake));
        let wanted = followed.clone();
        let work = move || {
            let _ = sender.send(reindexed(&before, &records, wanted));
            wake();
        };
        if self.workers.start("index", Arc::clone(&self.wake), work).is_ok() {
            self.reindexing = Some(Reindexing { records: followed, later: Some(Vec::new()), result });
        }
    }

    /// Whether the views of a large portfolio do not show the last edits yet.
    pub const fn is_reindexing(&self) -> bool {
        self.reindexing.is_some()
    }

    pub(super) fn take_reindexed(&mut self) {
        let Some(reindexing) = &self.reindexing else { return };
        let (mut index, problems) = match reindexing.result.try_recv() {
            Ok(made) => made,
            Err(TryRecvError::Empty) => return,
            // A worker that ends without a word failed: once more, without one.
            Err(TryRecvError::Disconnected) => {
                self.reindexing = None;
                let (index, problems) = reindexed(&self.document, &self.records, None);
                return self.take_whole_index(index, problems.unwrap_or_default());
            }
        };
        let Some(Reindexing { records, later, .. }) = self.reindexing.take() else { return };
        let Some(later) = later else { return self.reindex(None) };
        // Nobody has the records as this index has them.
        if !later.iter().all(|(list, place)| index.follow(*list, *place, None, &self.records)) {
            return self.reindex(None);
        }
        self.document.index = Arc::new(index);
        match (problems, records) {
            (None, Some(mut records)) => {
                records.extend(later);
                self.follow(&records);
            }
            (problems, _) => {
                self.last_revision += 1;
                self.document.portfolio = Arc::clone(&self.records);
                self.document.revision = self.last_revision;
                self.document.problems = Arc::new(problems.unwrap_or_default());
                self.document.problems = Arc::new(self.problems_of(&later));
            }
        }
        self.refresh();
    }

    /// The index of all records as they are now.
    fn take_whole_index(&mut self, index: Index, problems: Vec<Problem>) {
        self.show_with(index, problems);
        self.refresh();
    }

    /// Shows the records as they are now, with what was derived of all of them.
    fn show_with(&mut self, index: Index, problems: Vec<Problem>) {
        self.last_revision += 1;
        self.document = Document {
            portfolio: Arc::clone(&self.records),
            index: Arc::new(index),
            problems: Arc::new(problems),
            revision: self.last_revision,
            ..self.document.clone()
        };
    }

    /// What is selected stays selected under another id, and notes stay on their record; what is gone is not selected.
    fn follow_selection(&mut self, changes: &[Change]) {
        self.layer_follows(changes);
        for change in changes {
            let Change::Record { list, before: Some(before), after, .. } = change else { continue };
            let id = before.id();
            if self.view.selected.is_some() && self.view.selected == selected_record(*list, id) {
                self.view.selected = after.as_ref().and_then(|after| selected_record(*list, after.id()));
            }
            let is_it = |(of, shown): &(List, String)| of == list && shown == id;
            let Some(after) = after else {
                self.forms_under.retain(|(form, _)| !is_it(form));
                if self.form.as_ref().is_some_and(is_it) {
                    self.open_form_under();
                }
                continue;
            };
            let under = self.forms_under.iter_mut().map(|(form, _)| form);
            let open = under.chain(&mut self.form).chain(&mut self.fresh);
            for (_, shown) in open.filter(|form| is_it(form) && id != after.id()) {
                after.id().clone_into(shown);
            }
        }
    }

    /// Begins a portfolio without records.
    pub(super) fn new_portfolio(&mut self) {
        let title = self.words.t("new-portfolio-title");
        self.new_portfolio_called(&title);
    }

    /// Begins a portfolio without records, with this title.
    pub(super) fn new_portfolio_called(&mut self, title: &str) {
        self.last_revision += 1;
        let mut document = blank(title, self.words.lang(), self.last_revision);
        document.origin = Origin::Unsaved { name: title.to_owned(), new: true };
        self.show(document);
    }

    /// The desk of the document that was just opened.
    pub(super) fn set_desk(&mut self, stamp: Option<Stamp>) {
        self.records = Arc::clone(&self.document.portfolio);
        let has_file = self.document.origin.path().is_some();
        self.desk = Desk::of(self.document.text.clone(), has_file).knowing(&self.document.problems);
        self.stamp = stamp;
        // Its states have nothing to do with those of the one before.
        self.keeper.begin_anew();
        self.form = None;
        self.form_field = None;
        self.forms_under.clear();
        self.reindexing = None;
        self.outside = None;
        self.leave_settling();
        self.watch();
    }
}

/// The index of these records: one that follows a few of them, else one made anew, with all that is wrong.
fn reindexed(before: &Document, records: &Portfolio, followed: Option<Records>) -> (Index, Option<Vec<Problem>>) {
    let follow = |wanted: Records| {
        let mut index = Index::clone(&before.index);
        let all = wanted.iter().all(|(list, at)| index.follow(*list, *at, Some(&before.portfolio), records));
        all.then_some(index)
    };
    match followed.and_then(follow) {
        Some(index) => (index, None),
        None => (Index::of(records), Some(problems_now(before, records))),
    }
}

/// What is wrong now: what the file could not give, and the rules that records break.
pub(super) fn problems_now(before: &Document, records: &Portfolio) -> Vec<Problem> {
    let of_file =
        |problem: &&Problem| !matches!(problem.kind, ProblemKind::Rule(_)) || problem.effect == Effect::LeftOut;
    let mut problems: Vec<Problem> = before.problems.iter().filter(of_file).cloned().collect();
    problems.extend(check(records).into_iter().map(Problem::of_breach));
    where_they_stood(problems, before)
}

/// Problems with the lines at which those of the same field stood when the file was read: also where they were repaired
/// and are back.
fn where_they_stood(mut problems: Vec<Problem>, before: &Document) -> Vec<Problem> {
    let of = |problem: &Problem| (problem.list, problem.record.clone(), problem.field.clone());
    let known = before.problems_read.iter().chain(&*before.problems).filter(|problem| problem.line > 0);
    let lines: HashMap<_, _> = known.map(|problem| (of(problem), (problem.line, problem.column))).collect();
    for problem in problems.iter_mut().filter(|problem| problem.line == 0) {
        if let Some(place) = lines.get(&of(problem)) {
            (problem.line, problem.column) = *place;
        }
    }
    problems
}

/// The records that changes put in the place of others; `None` where any came or went, got another id, or the portfolio
/// says something else of itself that figures depend on.
fn put_records(changes: &[Change], portfolio: &Portfolio) -> Option<Records> {
    let record = |change: &Change| match change {
        Change::Record { list, before: Some(before), after: Some(after), .. }
            if *list == List::Projects || before.id() == after.id() =>
        {
            Some(Some((*list, portfolio.position(*list, after.id())?)))
        }
        Change::Header { before, after } => {
            let of_index = |header: &Header| {
                (header.cutoff.clone(), header.currency, header.country.clone(), header.synonyms.clone())
            };
            (of_index(before) == of_index(after)).then_some(None)
        }
        Change::Record { .. } => None,
    };
    let records: Option<Vec<_>> = changes.iter().map(record).collect();
    Some(records?.into_iter().flatten().collect())
}

/// A record as what is selected, where its list can be.
pub(super) fn selected_record(list: List, id: &str) -> Option<Selected> {
    match list {
        List::Projects => Some(Selected::Project(id.to_owned())),
        List::Events => Some(Selected::Event(id.to_owned())),
        List::Sources => Some(Selected::Source(id.to_owned())),
        _ => None,
    }
}
