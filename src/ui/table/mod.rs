//! A table for work: only visible lines are laid out and painted, the first column and the header stay in sight,
//! columns are sorted, moved, resized and hidden, and all of it goes by keyboard, too.
//! Knows nothing of projects: what stands in it comes from [`Rows`], what is done comes out as [`TableEvent`]s.

mod body;
mod cells;
mod header;
mod keys;
mod scroll;

pub use cells::{cell_is_edited, edited_no_more, step};
pub use header::columns_button;
pub use keys::cell_has_focus;

use eframe::egui::{Color32, Rect, Sense, Ui, UiBuilder, accesskit, pos2, vec2};

use super::reach;
use super::theme::palette;
use crate::figure::Cell;
use crate::i18n::{Topic, Words};
use crate::model::Lang;
use crate::session::ColumnState;
use cells::{note_edited, take_step};
use keys::{keyboard, keys_id, reveal, reveal_column};
use scroll::Scroll;

/// Height of a line.
pub const LINE: f32 = 28.0;
/// Height of the header.
pub const HEADER: f32 = 30.0;
/// Space at the sides of a cell.
const PAD: f32 = 9.0;

/// What stands in a table.
pub trait Rows {
    /// What its columns are.
    type Column: Copy + PartialEq + std::fmt::Debug + std::hash::Hash;
    /// How many lines there are.
    fn count(&self) -> usize;
    /// The title of a column.
    fn title(&self, column: Self::Column) -> String;
    /// Whether the column holds figures, which stand at the right.
    fn is_figure(&self, column: Self::Column) -> bool;
    /// A line.
    fn line(&self, at: usize) -> LineLook;
    /// A cell of a line that is no head of a group.
    fn cell(&self, at: usize, column: Self::Column) -> CellLook;
    /// Whether a cell of the column is edited by itself.
    fn is_edited(&self, _column: Self::Column) -> bool {
        false
    }
    /// Where the help says what a column means.
    fn topic(&self, column: Self::Column) -> Topic;
    /// At which place a column orders the lines, and whether descending.
    fn rank(&self, column: Self::Column) -> Option<(usize, bool)>;
    /// Folded words that are marked where they stand.
    fn marks(&self) -> &[String];
    /// The language.
    fn words(&self) -> &Words;
    /// The name of the table for a screen reader.
    fn name(&self) -> String;
}

/// How a line looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineLook {
    /// The head of a group, with what is to be said of it.
    Group(String),
    /// A record.
    Record {
        /// Its id: what egui tells it apart by.
        id: String,
        /// Whether the details pane shows it.
        selected: bool,
        /// Whether it is marked for copying.
        picked: bool,
    },
}

/// How a cell looks.
#[derive(Clone, Debug, Default)]
pub struct CellLook {
    /// What stands in it.
    pub cell: Cell,
    /// Squares before the text.
    pub swatches: Vec<Color32>,
    /// What stands there softly where nothing was published.
    pub missing: String,
    /// As it is spoken, where that differs.
    pub spoken: Option<String>,
    /// The language that it is in, where that is not the window's.
    pub lang: Option<Lang>,
    /// What its note means, in a sentence.
    pub hint: Option<String>,
}

impl CellLook {
    /// What a screen reader is told of it: the value with its note, or why there is none.
    fn told(&self) -> String {
        let value = if self.cell.is_missing() { &self.missing } else { &self.cell.text };
        let value = self.spoken.as_ref().unwrap_or(value);
        match &self.cell.note {
            Some(note) if !value.contains(note.as_str()) => format!("{value}, {note}"),
            _ => value.clone(),
        }
    }
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub enum TableEvent<C> {
    /// Went to a line.
    Go(usize),
    /// Opened a line.
    Open(usize),
    /// Wants to edit what stands in a cell.
    Edit(usize, C),
    /// Marked a line, or took the mark off.
    Toggle(usize),
    /// Marked all lines from here to there.
    Range(usize, usize),
    /// Asked for an order; added to the present one where `second`.
    Sort {
        /// By what.
        column: C,
        /// As the second key.
        second: bool,
    },
    /// Asked what is meant.
    Explain(Topic),
    /// Arranged the columns.
    Columns(Vec<ColumnState<C>>),
}

/// What a table keeps from frame to frame.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Points scrolled down; `f64`, because an `f32` would lose lines beyond half a million.
    down: f64,
    /// Points scrolled to the right.
    right: f32,
    /// The line that the keyboard is on.
    cursor: Option<usize>,
    /// The place of the column that the keyboard is on; the whole line where `None`.
    column: Option<usize>,
    /// Where a range of marks began.
    anchor: usize,
    /// The place of the column that was clicked last.
    pointed: Option<usize>,
    /// The place of the column whose cell is being edited, or was last.
    edited: Option<usize>,
    /// The count of lines when last drawn.
    count: usize,
}

/// The parts of a table's area.
struct Areas {
    header: Rect,
    body: Rect,
    bar: Rect,
    /// Width of the sticky first column.
    sticky: f32,
}

/// Draws a table over all the space there is.
pub fn show<R: Rows>(
    ui: &mut Ui,
    rows: &R,
    columns: &[ColumnState<R::Column>],
    show_line: Option<usize>,
) -> Vec<TableEvent<R::Column>> {
    let mut events = Vec::new();
    ui.scope_builder(UiBuilder::new().id_salt("table"), |ui| {
        let id = ui.scope_id();
        let rect = ui.available_rect_before_wrap();
        ui.allocate_rect(rect, Sense::hover());
        let mut state: State = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
        if state.count != rows.count() {
            state.count = rows.count();
            state.cursor = show_line;
        }
        if show_line.is_some() && show_line != state.cursor {
            state.cursor = show_line;
            reveal(&mut state, rect.height() - HEADER);
        }
        let mut shown: Vec<_> = columns.iter().filter(|column| column.shown).copied().collect();
        fit(&mut shown, rect.width() - 11.0);
        let areas = areas(rect, &shown);
        ui.painter().rect_filled(rect, 0, palette(ui).surface);
        keyboard(ui, id, rows, &shown, &mut state, &areas, &mut events);
        if take_step(ui, rows, &shown, &mut state, &mut events) {
            reveal(&mut state, areas.body.height());
            if let Some(place) = state.column {
                reveal_column(&mut state, place, &shown, &areas);
            }
        }
        Scroll { id, count: rows.count(), areas: &areas, width: shown.iter().map(|column| column.width).sum() }
            .interact(ui, &mut state, rows.words());
        // Within the table a screen reader finds the row of titles first, then the rows; they are drawn the other way
        // round, because the titles lie above.
        let grid = keys_id(id);
        let titles = UiBuilder::new().id_salt("titles").max_rect(areas.header).accessibility_parent(grid);
        let name = rows.words().t("table-titles");
        let mut titles = ui.new_child(titles.accessibility_role(accesskit::Role::Row).accessibility_label(name));
        let lines = UiBuilder::new().id_salt("lines").max_rect(areas.body).accessibility_parent(grid);
        body::draw(&mut ui.new_child(lines), id, rows, &shown, &mut state, &areas, &mut events);
        header::draw(&mut titles, id, rows, columns, &shown, &mut state, &areas, &mut events);
        ui.ctx().accesskit_node_builder(grid, |node| {
            node.set_row_count(rows.count() + 1);
            node.set_column_count(shown.len());
        });
        ui.ctx().accesskit_node_builder(titles.unique_id(), |node| node.set_row_index(0));
        reach::tell_place(ui, titles.unique_id(), areas.header);
        note_edited(ui, &events);
        ui.data_mut(|data| data.insert_temp(id, state));
    });
    events
}

/// Narrows the wide columns where there is no room for all: text can be cut, a figure out of sight cannot be read.
fn fit<C>(shown: &mut [ColumnState<C>], room: f32) {
    let lacking = shown.iter().map(|column| column.width).sum::<f32>() - room;
    let give = |width: f32| if width >= 150.0 { (width - 110.0_f32.max(width * 0.6)).max(0.0) } else { 0.0 };
    // The last columns are reached by scrolling; those before them are what a person looks at.
    let most: f32 = shown.iter().take(2).map(|column| give(column.width)).sum();
    if lacking <= 0.0 || most <= 0.0 {
        return;
    }
    let part = (lacking / most).min(1.0);
    for column in shown.iter_mut().take(2) {
        column.width -= give(column.width) * part;
    }
}

fn areas<C>(rect: Rect, shown: &[ColumnState<C>]) -> Areas {
    let bar_left = rect.right() - 11.0;
    // Room to spare goes to the column that names the row; the last one takes what is left of it.
    let spare = (bar_left - rect.left() - shown.iter().map(|column| column.width).sum::<f32>()).max(0.0);
    let sticky = shown.first().map_or(0.0, |column| (column.width + spare * 0.75).min(rect.width() * 0.6));
    Areas {
        header: Rect::from_min_max(rect.min, pos2(bar_left, rect.top() + HEADER)),
        body: Rect::from_min_max(pos2(rect.left(), rect.top() + HEADER), pos2(bar_left, rect.bottom())),
        bar: Rect::from_min_max(pos2(bar_left, rect.top() + HEADER), rect.max),
        sticky,
    }
}

/// Where the columns stand: the first fixed, the others scrolled to the right; with the clip of each.
fn lay_out<C: Copy>(shown: &[ColumnState<C>], area: Rect, sticky: f32, right: f32) -> Vec<(C, Rect, Rect)> {
    let rest = Rect::from_min_max(pos2(area.left() + sticky, area.top()), area.max);
    let mut x = rest.left() - right;
    let mut laid = Vec::with_capacity(shown.len());
    for (place, column) in shown.iter().enumerate() {
        if place == 0 {
            let rect = Rect::from_min_size(area.min, vec2(sticky, area.height()));
            laid.push((column.column, rect, rect));
            continue;
        }
        let last = place + 1 == shown.len();
        // The last column takes the space that is left, so that no empty strip hangs at the right.
        let width = if last { column.width.max(rest.right() - x) } else { column.width };
        laid.push((column.column, Rect::from_min_size(pos2(x, area.top()), vec2(width, area.height())), rest));
        x += width;
    }
    laid
}

#[cfg(test)]
mod tests;
