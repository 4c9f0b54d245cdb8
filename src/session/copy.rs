//! A table as text for the clipboard.

use super::command::Effect;
use super::exporting::Made;
use super::shown::Line;
use super::state::Session;
use super::view::Tab;
use crate::figure::{event_cell, project_cell};
use crate::format::{Progress, Stage};

impl Session {
    /// Puts the shown table on the clipboard; where there are many records, from a worker.
    pub(super) fn copy_rows(&mut self) {
        if !self.has_many() {
            let (text, rows) = table_text(self, &Progress::default());
            return self.effects.push(Effect::CopyRows(text, rows));
        }
        let name = self.words.t(self.view.tab.message());
        self.make(name, |session, progress| {
            let (text, rows) = table_text(session, progress);
            Made::Rows(text, rows)
        });
    }
}

/// The marked rows of the shown table, else all of them, with a line of titles: cells apart by tabs, as spreadsheets
/// take them from the clipboard. How many rows that are, without the titles.
fn table_text(session: &Session, progress: &Progress) -> (String, usize) {
    if session.view.tab == Tab::Events { events_text(session, progress) } else { projects_text(session, progress) }
}

fn projects_text(session: &Session, progress: &Progress) -> (String, usize) {
    let (portfolio, names) = (&session.document.portfolio, session.names());
    let columns = session.settings.shown_columns();
    let picked = &session.view.picked;
    let mut text = tab_line(columns.iter().map(|column| names.column(*column)));
    let is_meant = |at: usize| picked.is_empty() || portfolio.projects.id(at).is_some_and(|id| picked.contains(id));
    // Where it is grouped, what stands in several groups is one row all the same.
    let mut done = std::collections::HashSet::new();
    let lines = (0..session.line_count()).filter_map(|at| match session.line(at)? {
        Line::Project(row) => Some(row),
        Line::Group(_) => None,
    });
    progress.enter(Stage::Writing, session.line_count());
    for at in lines.inspect(|_| progress.one_more()).take_while(|_| !progress.is_cancelled()) {
        if is_meant(at)
            && done.insert(at)
            && let (Some(project), Some(row)) = (portfolio.projects.get(at), session.document.index.rows.get(at))
        {
            text += &tab_line(columns.iter().map(|column| project_cell(*column, &project, row, names).plain));
        }
    }
    (text, done.len())
}

fn events_text(session: &Session, progress: &Progress) -> (String, usize) {
    let (portfolio, names) = (&session.document.portfolio, session.names());
    let columns = session.settings.shown_event_columns();
    let picked = &session.view.picked;
    let mut text = tab_line(columns.iter().map(|column| session.words.t(column.message())));
    let mut rows = 0;
    let events = session.events();
    progress.enter(Stage::Writing, events.len());
    let events = events.iter().inspect(|_| progress.one_more()).take_while(|_| !progress.is_cancelled());
    for event in events.filter_map(|at| portfolio.events.get(*at)) {
        if picked.is_empty() || picked.contains(&event.id) {
            text += &tab_line(columns.iter().map(|column| event_cell(*column, event, names).plain));
            rows += 1;
        }
    }
    (text, rows)
}

/// One line of cells. What a spreadsheet would take for a formula is marked as text.
fn tab_line(cells: impl Iterator<Item = String>) -> String {
    let clean = cells.map(|cell| {
        let cell = cell.replace(['\t', '\n', '\r'], " ");
        if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
    });
    clean.collect::<Vec<_>>().join("\t") + "\n"
}
