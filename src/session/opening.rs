//! Opening portfolios: on a worker, while what is open stays in use; what was wrong is told.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use super::document::{Document, Origin};
use super::state::{Notice, Session};
use super::view::View;
use crate::format::{self, Read, Unreadable};
use crate::model::{Header, Portfolio};

/// A file that is being opened on a worker.
pub struct Opening {
    /// Which one.
    pub path: PathBuf,
    result: Receiver<Result<Document, Unreadable>>,
}

impl Session {
    /// Begins to open a file on a worker; what is open stays until the new one is there.
    pub(super) fn open(&mut self, path: PathBuf) {
        self.last_revision += 1;
        let (sender, result) = channel();
        let (world, wake, revision) = (Arc::clone(&self.world), Arc::clone(&self.wake), self.last_revision);
        let file = path.clone();
        let work = move || {
            let read = world.read(&file);
            let _ = sender.send(read.map(|read| Document::new(read, Origin::File(file), revision)));
            wake();
        };
        match std::thread::Builder::new().name("open file".to_owned()).spawn(work) {
            Ok(_) => self.opening = Some(Opening { path, result }),
            Err(error) => self.tell(true, error.to_string()),
        }
    }

    /// Takes what workers have finished; called at the head of each frame.
    pub fn take_results(&mut self) {
        self.take_comparison();
        let Some(opening) = &self.opening else { return };
        let Ok(result) = opening.result.try_recv() else { return };
        let path = opening.path.clone();
        self.opening = None;
        match result {
            Ok(document) if document.is_blank() && self.holds_notes(&path) => self.merge_notes(&path),
            Ok(document) => {
                self.settings.remember(&path);
                self.world.save_settings(&self.settings.to_text());
                self.show(document);
                let problems = self.document.problems.len() + self.document.more_problems;
                if problems > 0 {
                    let args = [("n", problems.into()), ("file", file_name(&path).into())];
                    let text = self.words.tf("notice-problems", &args);
                    self.tell(true, text);
                }
            }
            Err(unreadable) => {
                let text = unreadable.text(&self.words, &file_name(&path));
                self.tell(true, text);
            }
        }
        self.refresh();
    }

    pub(super) fn tell(&mut self, failure: bool, text: String) {
        self.notices.push(Notice { text, failure });
    }

    /// Shows another document; ids of the old one mean nothing in it.
    pub(super) fn show(&mut self, document: Document) {
        self.document = document;
        self.view = View { tab: self.view.tab, lanes: self.view.lanes, ..View::default() };
        self.back.clear();
        self.forward.clear();
        self.card = None;
        self.panel = None;
        self.notices.clear();
        self.tour = None;
        self.compared = None;
        self.comparing = None;
        self.load_notes();
    }
}

/// A file's name without its folders.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The portfolio that the program carries. That it can be read whole is a test; if it could not, an empty one opens.
pub(super) fn embedded(revision: u64) -> Document {
    let empty = || {
        let header = Header {
            schema: crate::model::SCHEMA,
            title: crate::model::Bilingual::default(),
            about: crate::model::Bilingual::default(),
            country: None,
            currency: None,
            language: None,
            updated: None,
            cutoff: None,
            synonyms: Vec::new(),
        };
        Read::of(Portfolio::empty(header))
    };
    let read = format::read_ron(format::embedded()).unwrap_or_else(|_| empty());
    Document::new(read, Origin::Embedded, revision)
}
