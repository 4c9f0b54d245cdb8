//! The questions that the records alone leave open: a reported total that no list adds up to, what was cut short, who
//! goes on. Each is a page of its own; all are asked of the present set.

mod bridge;
mod continuity;
mod coverage;
mod cut_short;
mod reported;
mod request;
mod step;
mod strips;

use eframe::egui::Ui;

use super::{empty, kit, reach, scrolled};
use crate::session::{Command, Question, Session, Tab};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let now = session.view.question;
    let pages = Question::ALL.map(|question| (question, session.words.t(question.message())));
    if let Some(question) = kit::choose_told(ui, "", &session.words.t(Tab::Questions.message()), &pages, now) {
        out.push(Command::Ask(question));
    }
    ui.add_space(2.0);
    if session.answer().rows.is_empty() {
        empty::no_match(ui, session, out);
        return;
    }
    scrolled(ui, now, |ui| {
        reach::page_keys(ui);
        ui.spacing_mut().item_spacing.y = 10.0;
        match now {
            Question::Reported => reported::show(ui, session, out),
            Question::CutShort => cut_short::show(ui, session, out),
            Question::Continuity => continuity::show(ui, session, out),
            Question::Request => request::show(ui, session, out),
        }
        ui.add_space(8.0);
    });
}
