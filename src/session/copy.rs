//! A table as text for the clipboard.

use super::shown::Line;
use super::state::Session;
use super::view::Tab;
use crate::figure::{event_cell, project_cell};

/// The marked rows of the shown table, else all of them, with a line of titles: cells apart by tabs, as spreadsheets
/// take them from the clipboard.
pub fn table_text(session: &Session) -> String {
    if session.view.tab == Tab::Events { events_text(session) } else { projects_text(session) }
}

fn projects_text(session: &Session) -> String {
    let (portfolio, names) = (&session.document.portfolio, session.names());
    let columns = session.settings.shown_columns();
    let picked = &session.view.picked;
    let titles = columns.iter().map(|column| names.column(*column));
    let mut text = tab_line(titles);
    let mut done = std::collections::HashSet::new();
    for at in (0..session.line_count()).filter_map(|at| match session.line(at)? {
        Line::Project(row) => Some(row),
        Line::Group(_) => None,
    }) {
        let (Some(project), Some(row)) = (portfolio.projects.get(at), session.document.index.rows.get(at)) else {
            continue;
        };
        if (picked.is_empty() || picked.contains(&project.id)) && done.insert(at) {
            text += &tab_line(columns.iter().map(|column| project_cell(*column, &project, row, names).plain));
        }
    }
    text
}

fn events_text(session: &Session) -> String {
    let (portfolio, names) = (&session.document.portfolio, session.names());
    let columns = session.settings.shown_event_columns();
    let picked = &session.view.picked;
    let mut text = tab_line(columns.iter().map(|column| session.words.t(column.message())));
    for event in session.events().iter().filter_map(|at| portfolio.events.get(*at)) {
        if picked.is_empty() || picked.contains(&event.id) {
            text += &tab_line(columns.iter().map(|column| event_cell(*column, event, names).plain));
        }
    }
    text
}

/// One line of cells. What a spreadsheet would take for a formula is marked as text.
fn tab_line(cells: impl Iterator<Item = String>) -> String {
    let clean = cells.map(|cell| {
        let cell = cell.replace(['\t', '\n', '\r'], " ");
        if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
    });
    clean.collect::<Vec<_>>().join("\t") + "\n"
}
