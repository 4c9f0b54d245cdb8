//! Links to records, the same wherever they stand.

use eframe::egui::{TextStyle, Ui};

use super::kit;
use crate::session::{Command, Selected, Session};

/// The short name of the project in this row; a click shows it in the details. Whether it was clicked.
pub fn project_link(ui: &mut Ui, row: usize, session: &Session, out: &mut Vec<Command>) -> bool {
    let Some(project) = session.document.portfolio.projects.get(row) else { return false };
    let name = session.names().project_short(&project);
    let link = kit::short_link(ui, &name, TextStyle::Body, ui.available_width());
    let clicked = link.on_hover_text(session.names().project(&project).text).clicked();
    if clicked {
        out.push(Command::Select(Some(Selected::Project(project.id.clone()))));
    }
    clicked
}
