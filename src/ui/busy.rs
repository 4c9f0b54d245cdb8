//! That something is still being made, said within the dialog that asks for something else: a notice would stand behind
//! it.

use eframe::egui::{self, Ui};

use crate::session::{Command, Session};

/// Says what is being made, if anything is, with a way to stop it.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, Some(exporting)) = (&session.words, &session.exporting) else { return };
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.add(egui::Spinner::new().size(14.0));
        ui.label(words.tf("taken-busy", &[("name", exporting.name.as_str().into())]));
        if ui.button(words.t("take-cancel")).clicked() {
            out.push(Command::CancelExport);
        }
    });
}
