//! Merging many records ahead of the desk, on a worker: the desk and its portfolio stay as they are until what was made
//! of them is put in their place.

use std::sync::Arc;

use super::{Desk, Edit, Refusal};
use crate::format::{Change, Edits, Merge, Progress, Stage};
use crate::model::{Lang, Portfolio};
use crate::session::history::Deed;

/// What was merged ahead of a desk.
#[derive(Debug)]
pub struct Ahead {
    deed: Deed,
    changes: Vec<Change>,
    edits: Edits,
}

impl Desk {
    /// The desk as it stands, to be worked on ahead: without its history.
    #[must_use]
    pub fn still(&self) -> Self {
        let Self { text, edits, unread, .. } = self;
        Self { text: text.clone(), edits: edits.clone(), unread: unread.clone(), ..Self::default() }
    }

    /// Merges records on a copy of the desk and of its portfolio, which takes its time; `progress` counts the records.
    /// Nothing where that was cancelled.
    pub fn ahead(
        mut self,
        merge: Merge,
        portfolio: &mut Arc<Portfolio>,
        lang: Lang,
        progress: &Progress,
    ) -> Option<Result<Ahead, Refusal>> {
        progress.enter(Stage::Keeping, merge.records.len());
        let (deed, changes) = match self.planned(Edit::Merge(Box::new(merge)), portfolio, lang) {
            Ok(planned) => planned,
            Err(refusal) => return Some(Err(refusal)),
        };
        let records = Arc::make_mut(portfolio);
        for (done, change) in changes.iter().enumerate() {
            if !progress.goes_on(done) {
                return None;
            }
            self.edits.apply(change, &self.text, records);
        }
        Some(Ok(Ahead { deed, changes, edits: self.edits }))
    }

    /// Puts in place what was merged ahead of this desk, whose records are the same still: what that changed.
    pub fn catch_up(&mut self, ahead: Ahead) -> Vec<Change> {
        let Ahead { deed, changes, edits } = ahead;
        self.edits = edits;
        self.history.push(deed, changes.clone(), false);
        changes
    }
}
