//! The questions that the records alone leave open: a reported total that no list adds up to, what was cut short, who
//! goes on. Each is a page of its own; all are asked of the present set.

use eframe::egui::Ui;

use super::kit;
use crate::session::{Command, Question, Session};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let now = session.view.question;
    let pages = Question::ALL.map(|question| (question, session.words.t(question.message())));
    if let Some(question) = kit::choose(ui, "", &pages, now) {
        out.push(Command::Ask(question));
    }
}
