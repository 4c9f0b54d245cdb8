//! What stands where nothing matches: what was asked, and the way out.

use eframe::egui::{self, Ui};

use super::kit;
use crate::figure::term_text;
use crate::session::{Command, Session, Verb};

/// Says that nothing matches and offers to take each condition off, or all.
pub fn no_match(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.add_space((ui.available_height() * 0.16).max(8.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(520.0);
        if session.document.portfolio.projects.is_empty() {
            kit::heading(ui, &words.t("no-records-title"));
            kit::soft(ui, words.t("no-records"));
            return;
        }
        if session.document.partial {
            kit::heading(ui, &words.t("no-match-yet"));
            kit::soft(ui, words.t("still-read"));
            return;
        }
        kit::heading(ui, &words.t("no-match"));
        kit::soft(ui, words.t("no-match-hint"));
        ui.add_space(10.0);
        for (place, term) in session.filter().terms.iter().enumerate() {
            let text = term_text(term, session.names());
            let label = words.tf("no-match-without", &[("term", text.into())]);
            if ui.add(egui::Button::new(label).wrap()).clicked() {
                out.push(Command::RemoveTerm(place));
            }
        }
        ui.add_space(6.0);
        if ui.button(words.t("verb-clear-filter")).clicked() {
            out.push(Command::Do(Verb::ClearFilter));
        }
    });
}
