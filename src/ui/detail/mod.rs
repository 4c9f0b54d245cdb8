//! The details pane: of whatever is selected, all that is known, in sentences and figures. What is said is made in
//! [`crate::figure::facts`], once a change; here it is only laid out.

mod amounts;
mod bar;
mod event;
mod parts;
mod project;
mod sections;
mod source;

pub(super) use amounts::side_by_side;
pub(super) use parts::{LinkLine, cached, source_row, told, wrapped_link};

use eframe::egui::{ScrollArea, Ui};

use super::kit::{self, Icon};
use super::reach;
use crate::session::{Command, Selected, Session, Verb};

/// Draws the pane.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let Some(selected) = &session.view.selected else {
        nothing(ui, session);
        return;
    };
    head(ui, selected, session, out);
    // A new record begins at its top.
    let area = ScrollArea::vertical().id_salt(("detail", selected)).auto_shrink(false);
    area.show(ui, |ui| {
        // Room for the bar, so that nothing lies under it.
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let portfolio = &session.document.portfolio;
        match selected {
            Selected::Project(id) => match portfolio.projects.position(id) {
                Some(row) => project::show(ui, row, session, out),
                None => gone(ui, session),
            },
            Selected::Event(id) => match portfolio.events.find(id) {
                Some(event) => event::show(ui, event, session, out),
                None => gone(ui, session),
            },
            Selected::Source(id) => match portfolio.sources.position(id) {
                Some(place) => source::show(ui, place, session, out),
                None => gone(ui, session),
            },
        }
        ui.add_space(14.0);
    });
}

/// What sort of record it is; to the previous and the next one; close.
fn head(ui: &mut Ui, selected: &Selected, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        kit::small(
            ui,
            match selected {
                Selected::Project(_) => words.t("detail-project"),
                Selected::Event(_) => words.t("detail-event"),
                Selected::Source(_) => words.t("detail-source"),
            },
        );
        reach::at_right(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let steps = [(Verb::PreviousRecord, Icon::Up), (Verb::NextRecord, Icon::Down)];
            for (verb, icon) in steps.into_iter().filter(|_| !matches!(selected, Selected::Source(_))) {
                if kit::icon_button(ui, icon, &words.t(verb.message())).clicked() {
                    out.push(Command::Do(verb));
                }
            }
            let edit = ui.add_enabled_ui(Verb::EditRecord.is_enabled(session), |ui| {
                kit::icon_button(ui, Icon::Edit, &words.t(Verb::EditRecord.message()))
            });
            if edit.inner.clicked() {
                out.push(Command::Do(Verb::EditRecord));
            }
            if kit::icon_button(ui, Icon::Close, &words.t("detail-close")).clicked() {
                out.push(Command::Select(None));
            }
        });
    });
}

fn nothing(ui: &mut Ui, session: &Session) {
    ui.add_space((ui.available_height() * 0.22).max(12.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(300.0);
        let title = session.words.t("detail-nothing");
        let label = kit::strong(ui, &title);
        kit::tell_heading(&label, &title, 1);
        kit::soft(ui, session.words.t("detail-nothing-hint"));
    });
}

fn gone(ui: &mut Ui, session: &Session) {
    kit::soft(ui, session.words.t("detail-gone"));
}
