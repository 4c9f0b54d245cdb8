//! Editing the open portfolio: what is done to records shows in every view at once, and can be taken back.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use super::desk::{Desk, Edit, Refusal};
use super::document::{Document, Origin};
use super::opening::blank;
use super::state::Session;
use super::view::Selected;
use crate::format::{Change, Effect, Problem, ProblemKind, Stamp};
use crate::model::{List, Portfolio, check, check_project};
use crate::query::Index;

/// Up to so many projects everything is derived anew at once: that takes no longer than a frame.
const AT_ONCE: usize = 500;

/// A large portfolio of which the index is being made, or follows edits, on a worker.
pub struct Reindexing {
    /// The rows that the index follows; `None` where it is made anew.
    rows: Option<Vec<usize>>,
    /// The rows of projects that were edited since; `None` where anything else was.
    later: Option<Vec<usize>>,
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
        let first = self.document.origin == Origin::Embedded;
        match self.desk.edit(edit, &mut self.records, self.words.lang()) {
            Ok(changes) => {
                if first {
                    self.become_a_copy();
                }
                self.edited(&changes);
            }
            Err(Refusal::Same) => {}
            Err(refusal) => {
                let text = refusal.text(&self.words);
                self.tell(true, text);
            }
        }
    }

    /// The embedded portfolio stays as it was published: what is edited is a copy with a name of its own.
    fn become_a_copy(&mut self) {
        let title = self.records.header.title.show(self.words.lang());
        let name = self.words.tf("copy-name", &[("title", title.into())]);
        self.document.origin = Origin::Unsaved { name, new: false };
        let text = self.words.t("copy-begun");
        self.tell(false, text);
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
        if self.records.projects.len() <= AT_ONCE {
            self.last_revision += 1;
            self.document = Document {
                portfolio: Arc::clone(&self.records),
                index: Arc::new(Index::of(&self.records)),
                problems: Arc::new(problems_now(&self.document.problems, &self.records)),
                revision: self.last_revision,
                ..self.document.clone()
            };
            return;
        }
        let rows = put_rows(changes, &self.records);
        if let Some(reindexing) = &mut self.reindexing {
            match (rows, &mut reindexing.later) {
                (Some(rows), Some(later)) => later.extend(rows),
                _ => reindexing.later = None,
            }
            return;
        }
        match (rows, Arc::get_mut(&mut self.document.index)) {
            (Some(rows), Some(index)) => {
                for row in &rows {
                    index.put(*row, Some(&self.document.portfolio), &self.records);
                }
                self.follow(&rows);
            }
            (rows, _) => self.reindex(rows),
        }
    }

    /// The index has come to the records: the projects in these rows are others, and no row came or went.
    fn follow(&mut self, rows: &[usize]) {
        self.last_revision += 1;
        self.document.problems = Arc::new(self.problems_of(rows));
        self.document.portfolio = Arc::clone(&self.records);
        self.document.revision = self.last_revision;
        self.answers.follow(self.last_revision);
    }

    /// What is wrong, where only the projects in these rows are others.
    fn problems_of(&self, rows: &[usize]) -> Vec<Problem> {
        let ids = |portfolio: &Portfolio| -> Vec<String> {
            rows.iter().filter_map(|row| portfolio.projects.id(*row)).map(str::to_owned).collect()
        };
        let (was, is) = (ids(&self.document.portfolio), ids(&self.records));
        let theirs = |problem: &&Problem| {
            let of_record = problem.record.as_ref().is_some_and(|id| was.contains(id) || is.contains(id));
            let of_rule = matches!(problem.kind, ProblemKind::Rule(_)) && problem.effect != Effect::LeftOut;
            of_record && of_rule && problem.list == Some(List::Projects)
        };
        let mut problems: Vec<Problem> =
            self.document.problems.iter().filter(|problem| !theirs(problem)).cloned().collect();
        let projects = rows.iter().filter_map(|row| Some((*row, self.records.projects.get(*row)?)));
        let breaches = projects.flat_map(|(row, project)| check_project(row, &project, &self.records));
        problems.extend(breaches.map(Problem::of_breach));
        problems
    }

    /// Many records are indexed on a worker; until that is done the views show them as they were. Where only the projects
    /// in these rows are others, a copy of the index follows them.
    fn reindex(&mut self, rows: Option<Vec<usize>>) {
        let (sender, result) = channel();
        let (before, records, wake) = (self.document.clone(), Arc::clone(&self.records), Arc::clone(&self.wake));
        let followed = rows.clone();
        let work = move || {
            let made = match followed {
                None => (Index::of(&records), Some(problems_now(&before.problems, &records))),
                Some(rows) => {
                    let mut index = Index::clone(&before.index);
                    for row in rows {
                        index.put(row, Some(&before.portfolio), &records);
                    }
                    (index, None)
                }
            };
            let _ = sender.send(made);
            wake();
        };
        if std::thread::Builder::new().name("index".to_owned()).spawn(work).is_ok() {
            self.reindexing = Some(Reindexing { rows, later: Some(Vec::new()), result });
        }
    }

    /// Whether the views of a large portfolio do not show the last edits yet.
    pub const fn is_reindexing(&self) -> bool {
        self.reindexing.is_some()
    }

    pub(super) fn take_reindexed(&mut self) {
        let Some(reindexing) = &self.reindexing else { return };
        let Ok((mut index, problems)) = reindexing.result.try_recv() else { return };
        let Some(Reindexing { rows, later, .. }) = self.reindexing.take() else { return };
        let Some(later) = later else { return self.reindex(None) };
        // Nobody has the records as this index has them.
        for row in &later {
            index.put(*row, None, &self.records);
        }
        self.document.index = Arc::new(index);
        if let Some(mut rows) = rows {
            rows.extend(later);
            self.follow(&rows);
        } else {
            self.last_revision += 1;
            self.document.portfolio = Arc::clone(&self.records);
            self.document.revision = self.last_revision;
            self.document.problems = Arc::new(problems.unwrap_or_default());
            let again = self.problems_of(&later);
            self.document.problems = Arc::new(again);
        }
        self.refresh();
    }

    /// What is selected stays selected under another id; what is gone is not.
    fn follow_selection(&mut self, changes: &[Change]) {
        for change in changes {
            let Change::Record { list, before: Some(before), after, .. } = change else { continue };
            let id = before.id();
            if self.view.selected.is_some() && self.view.selected == selected_record(*list, id) {
                self.view.selected = after.as_ref().and_then(|after| selected_record(*list, after.id()));
            }
            if self.form.as_ref().is_some_and(|(of, shown)| of == list && shown == id) {
                self.form = after.as_ref().map(|after| (*list, after.id().to_owned()));
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
        self.form = None;
        self.reindexing = None;
        self.outside = None;
        self.conflicts.clear();
        self.conflicts_from = None;
        self.watch();
    }
}

/// What is wrong now: what the file could not give, and the rules that records break.
fn problems_now(before: &[Problem], records: &Portfolio) -> Vec<Problem> {
    let of_file =
        |problem: &&Problem| !matches!(problem.kind, ProblemKind::Rule(_)) || problem.effect == Effect::LeftOut;
    let mut problems: Vec<Problem> = before.iter().filter(of_file).cloned().collect();
    problems.extend(check(records).into_iter().map(Problem::of_breach));
    problems
}

/// The rows of the projects that changes put in the place of others; `None` where anything else changed.
fn put_rows(changes: &[Change], portfolio: &Portfolio) -> Option<Vec<usize>> {
    let row = |change: &Change| match change {
        Change::Record { list: List::Projects, before: Some(_), after: Some(after), .. } => {
            portfolio.projects.position(after.id())
        }
        _ => None,
    };
    changes.iter().map(row).collect()
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
