//! A session as it stands, taken to a worker: what figures are made of there, while the window goes on.

use std::sync::Arc;

use super::answers::{Answers, Stood};
use super::document::Document;
use super::settings::Settings;
use super::state::Session;
use super::view::View;
use super::world::World;
use crate::i18n::Words;
use crate::model::{Lang, Notes};

/// What a session shows, without what it does. Cheap to take, and goes to any thread.
pub struct Still {
    world: Arc<dyn World>,
    settings: Settings,
    lang: Lang,
    document: Document,
    view: View,
    notes: Notes,
    answers: Stood,
}

impl Session {
    /// The session as it stands.
    pub fn still(&self) -> Still {
        Still {
            world: Arc::clone(&self.world),
            settings: self.settings.clone(),
            lang: self.words.lang(),
            document: self.document.clone(),
            view: self.view.clone(),
            notes: self.notes.clone(),
            answers: self.answers.stood(),
        }
    }

    /// Whether there are so many records that figures of all of them are made on a worker.
    pub fn has_many(&self) -> bool {
        self.document.portfolio.projects.len() >= super::answers::MANY
    }
}

impl Still {
    /// A session like the one that it was taken of; nothing that happens to it is kept.
    pub fn session(self) -> Session {
        let mut session =
            Session::assembled(self.world, self.settings, Words::new(self.lang), self.document, self.view);
        session.notes = self.notes;
        session.answers = Answers::of(self.answers);
        session
    }
}
