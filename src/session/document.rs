//! What is open: records, what is derived from them, what is wrong with them, and where they come from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::format::{Problem, Read, Stamp, Text};
use crate::i18n::Words;
use crate::model::Portfolio;
use crate::query::{Harvest, Index};

/// An open portfolio. A revision only grows, so that what is cached under one is never taken for another.
#[derive(Clone)]
pub struct Document {
    /// The records.
    pub portfolio: Arc<Portfolio>,
    /// What is derived from them.
    pub index: Arc<Index>,
    /// What is wrong with them.
    pub problems: Arc<Vec<Problem>>,
    /// What was wrong with them when they were read, each at its line.
    pub problems_read: Arc<Vec<Problem>>,
    /// How many problems more there are than are listed.
    pub more_problems: usize,
    /// Where they come from.
    pub origin: Origin,
    /// Their text as it was read.
    pub text: Text,
    /// What the file was when it was read.
    pub stamp: Option<Stamp>,
    /// Whether it is the first part of a file that is still being read.
    pub partial: bool,
    /// Grows with every change and every opening.
    pub revision: u64,
}

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The portfolio that the program carries.
    Embedded,
    /// A file.
    File(PathBuf),
    /// No file yet.
    Unsaved {
        /// What it is called until it has one.
        name: String,
        /// Whether it is a new portfolio and not a copy of the embedded one.
        new: bool,
    },
}

impl Origin {
    /// The file, where there is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Embedded | Self::Unsaved { .. } => None,
            Self::File(path) => Some(path),
        }
    }
}

impl Document {
    /// What it is called: its file, else its title.
    pub fn name(&self, words: &Words) -> String {
        if let Origin::Unsaved { name, .. } = &self.origin {
            return name.clone();
        }
        let file = self.origin.path().and_then(Path::file_name);
        let title = || self.portfolio.header.title.show(words.lang()).to_owned();
        file.map_or_else(title, |file| file.to_string_lossy().into_owned())
    }

    /// Whether there is no record in it at all: then the file may be something else.
    pub fn is_blank(&self) -> bool {
        let of = &self.portfolio;
        let lists = [of.projects.len(), of.events.len(), of.sources.len(), of.organizations.len()];
        lists.iter().all(|count| *count == 0)
    }

    /// What was read, indexed. Takes its time with many records: call it on a worker.
    pub fn new(read: Read, origin: Origin, revision: u64) -> Self {
        Self::of((read, Vec::new()), origin, revision)
    }

    /// As [`Self::new`], of what was harvested for the index while it was read.
    pub fn of((read, harvests): (Read, Vec<Harvest>), origin: Origin, revision: u64) -> Self {
        let index = Index::with(&read.portfolio, harvests);
        let problems = Arc::new(read.problems);
        Self {
            portfolio: Arc::new(read.portfolio),
            index: Arc::new(index),
            problems_read: Arc::clone(&problems),
            problems,
            more_problems: read.more_problems,
            origin,
            text: read.text,
            stamp: None,
            partial: false,
            revision,
        }
    }
}
