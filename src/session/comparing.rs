//! Holding another portfolio beside the open one: read and compared on a worker, told in the window's language.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::document::{Document, Origin};
use super::opening::{embedded, file_name};
use super::state::{Panel, Session};
use crate::figure::{Comparison, Names, Side, comparison};
use crate::format::Progress;
use crate::format::Unreadable;
use crate::i18n::Words;

/// Another portfolio beside the open one.
#[derive(Clone)]
pub struct Compared {
    /// The other one.
    pub other: Document,
    /// Whether the open one is the first (*before*) or the second.
    pub open_is_first: bool,
    /// What is different.
    pub told: Arc<Comparison>,
}

/// Two portfolios that are being compared on a worker.
pub struct Comparing {
    /// What the other one is called.
    pub name: String,
    result: Receiver<Result<Compared, Unreadable>>,
}

/// Which portfolio is held beside the open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareWith {
    /// One in a file.
    File(PathBuf),
    /// The one that the program carries.
    Embedded,
    /// The one that is there already, in this order: whether the open one is the first.
    Again(bool),
}

impl Session {
    /// Begins to compare; what is shown stays until that is done.
    pub(super) fn compare(&mut self, with: CompareWith) {
        self.panel = Some(Panel::Compare);
        self.last_revision += 1;
        let (world, wake, revision) = (Arc::clone(&self.world), Arc::clone(&self.wake), self.last_revision);
        let (open, lang) = (self.document.clone(), self.words.lang());
        let there = self.compared.as_ref().map(|compared| compared.other.clone());
        let name = match &with {
            CompareWith::File(path) => file_name(path),
            CompareWith::Embedded => self.words.t("compare-embedded"),
            CompareWith::Again(_) => there.as_ref().map_or_else(String::new, |other| other.name(&self.words)),
        };
        let (sender, result) = channel();
        let work = move || {
            let (other, open_is_first) = match with {
                CompareWith::File(path) => {
                    let read = world.read(&path, &Progress::default());
                    (read.map(|read| Document::of(read, Origin::File(path), revision)), true)
                }
                CompareWith::Embedded => (Ok(embedded(revision)), true),
                // Without another one there is nothing to compare again.
                CompareWith::Again(first) => (there.ok_or(Unreadable::NotFound), first),
            };
            let _ = sender.send(other.map(|other| compared(&open, other, open_is_first, &Words::new(lang))));
            wake();
        };
        match self.workers.start("compare", Arc::clone(&self.wake), work) {
            Ok(()) => self.comparing = Some(Comparing { name, result }),
            Err(error) => self.tell(true, error.to_string()),
        }
    }

    /// Tells the comparison in another language, or anew.
    pub(super) fn compare_again(&mut self) {
        if let Some(compared) = &self.compared {
            let (panel, first) = (self.panel, compared.open_is_first);
            self.compare(CompareWith::Again(first));
            self.panel = panel;
        }
    }

    /// Takes what the worker has finished.
    pub(super) fn take_comparison(&mut self) {
        let Some(comparing) = &self.comparing else { return };
        let told = match comparing.result.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(Ok(compared)) => {
                (self.comparing, self.compared) = (None, Some(compared));
                return;
            }
            Ok(Err(unreadable)) => unreadable.text(&self.words, &comparing.name),
            // A worker that ends without a word failed.
            Err(TryRecvError::Disconnected) => self.words.t("take-failed"),
        };
        (self.comparing, self.panel) = (None, None);
        self.tell(true, told);
    }
}

fn compared(open: &Document, other: Document, open_is_first: bool, words: &Words) -> Compared {
    let told = {
        let (first, second) = if open_is_first { (open, &other) } else { (&other, open) };
        // One file twice: as it is edited here, and as it is on the disk.
        let same = open.origin.path().is_some() && open.origin.path() == other.origin.path();
        let called = |document: &Document| {
            let file = file_name(document.origin.path()?);
            let key = if std::ptr::eq(document, open) { "compare-side-here" } else { "compare-side-disk" };
            Some(if same { words.tf(key, &[("file", file.into())]) } else { file })
        };
        let files = [first, second].map(called);
        let [file, other_file] = files.each_ref().map(Option::as_deref);
        comparison(
            Side { names: Names::new(&first.portfolio, words), index: &first.index, file },
            Side { names: Names::new(&second.portfolio, words), index: &second.index, file: other_file },
        )
    };
    Compared { other, open_is_first, told: Arc::new(told) }
}
