//! Thematic area by year: a figure in each cell, darker the larger. An empty cell is no project; a question mark is
//! projects without a published amount.

use eframe::egui::{
    Align2, Grid, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, WidgetInfo, accesskit, pos2,
    vec2,
};

use super::tiles::inscribe;
use crate::figure::{Matrix, MatrixRow};
use crate::query::{Field, Value};
use crate::session::{Command, Session};
use crate::ui::kit;
use crate::ui::theme::palette;

/// How much of the colour of their area the cell with the least and the one with the most have.
pub(in crate::ui) const CELLS: (f32, f32) = (0.10, 0.36);
/// The width of the stroke in the colour of the area before a figure, in points.
const MARK: f32 = 3.0;

/// Draws the matrix.
pub(super) fn draw(ui: &mut Ui, matrix: &Matrix, session: &Session, out: &mut Vec<Command>) {
    kit::title(ui, &matrix.title, &matrix.unit);
    let width = ui.available_width();
    let names = (width * 0.3).clamp(96.0, 190.0);
    let side = ((width - names) / matrix.years.len().max(1) as f32 - 3.0).clamp(30.0, 62.0);
    eframe::egui::ScrollArea::horizontal().show(ui, |ui| {
        let table = UiBuilder::new().accessibility_role(accesskit::Role::Table);
        ui.scope_builder(table.accessibility_label(matrix.summary.clone()), |ui| {
            ui.accesskit_node_builder(ui.unique_id(), |node| {
                node.set_row_count(matrix.rows.len() + 1);
                node.set_column_count(matrix.years.len() + 1);
            });
            Grid::new("matrix").spacing(vec2(3.0, 3.0)).show(ui, |ui| {
                titles(ui, matrix, names, side, session);
                ui.end_row();
                for (place, row) in matrix.rows.iter().enumerate() {
                    line(ui, matrix, (place, row), names, side, session, out);
                    ui.end_row();
                }
            });
        });
    });
    if !session.view.as_table {
        kit::small(ui, session.words.t("plot-matrix-note"));
    }
}

/// A row for a screen reader: what is told within it stands in it.
fn row_of(ui: &mut Ui, place: usize, name: &str) -> Ui {
    let row = UiBuilder::new().id_salt(("row", place)).accessibility_role(accesskit::Role::Row);
    let row = ui.new_child(row.accessibility_label(name));
    ui.accesskit_node_builder(row.unique_id(), |node| node.set_row_index(place));
    row
}

/// Tells something that was painted in a rectangle as a title of a row or a column.
fn tell_title(row: &Ui, rect: Rect, role: accesskit::Role, column: usize, name: &str) -> Response {
    let title = row.interact(rect, row.unique_id().with(column), Sense::hover());
    title.widget_info(|| WidgetInfo::labeled(role, true, name));
    row.accesskit_node_builder(title.id, |node| node.set_column_index(column));
    title
}

fn titles(ui: &mut Ui, matrix: &Matrix, names: f32, side: f32, session: &Session) {
    let row = row_of(ui, 0, &session.words.t("plot-matrix-years"));
    ui.allocate_exact_size(vec2(names, 18.0), Sense::hover());
    for (place, year) in matrix.years.iter().enumerate() {
        let (rect, _) = ui.allocate_exact_size(vec2(side, 18.0), Sense::hover());
        let font = TextStyle::Small.resolve(ui.style());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, year, font, palette(ui).soft);
        tell_title(&row, rect, accesskit::Role::ColumnHeader, place + 1, year);
    }
}

fn line(
    ui: &mut Ui,
    matrix: &Matrix,
    (place, row): (usize, &MatrixRow),
    names: f32,
    side: f32,
    session: &Session,
    out: &mut Vec<Command>,
) {
    let colours = palette(ui);
    let within = row_of(ui, place + 1, &row.name);
    let (rect, _) = ui.allocate_exact_size(vec2(names, 28.0), Sense::hover());
    let galley = kit::elided(ui, &row.name, TextStyle::Body.resolve(ui.style()), colours.text, names - 4.0);
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, colours.text);
    tell_title(&within, rect, accesskit::Role::RowHeader, 0, &row.name)
        .on_hover_text(kit::shown(ui, &row.name).into_owned());
    let theme = vec![Value::Key(row.theme.clone())];
    for (column, cell) in row.cells.iter().enumerate() {
        let Some(cell) = cell else {
            ui.allocate_exact_size(vec2(side, 28.0), Sense::hover());
            continue;
        };
        let (rect, _) = ui.allocate_exact_size(vec2(side, 28.0), Sense::hover());
        let response = within.interact(rect, within.unique_id().with(column + 1), Sense::click());
        let year = vec![Value::Years(cell.year, cell.year)];
        let filter = session.filter();
        let chosen = filter.values(Field::Theme) == theme && filter.values(Field::Year) == year;
        if !session.view.as_table {
            let strength = cell.value as f32 / matrix.most as f32;
            ui.painter().rect_filled(rect, 3, colours.tint(colours.area(row.place), CELLS, strength));
            let mark = Rect::from_min_size(rect.min, vec2(MARK, rect.height()));
            ui.painter().rect_filled(mark, 1, colours.area(row.place));
        }
        if chosen || response.hovered() {
            ui.painter().rect_stroke(rect, 3, Stroke::new(2.0, colours.accent), StrokeKind::Inside);
        }
        let font = TextStyle::Small.resolve(ui.style());
        inscribe(ui, rect.with_min_x(rect.left() + MARK), rect.center().y, (&cell.text, &font), colours.text);
        kit::focus_ring(ui, &response);
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen, &cell.spoken));
        ui.accesskit_node_builder(response.id, |node| node.set_column_index(column + 1));
        if response.clicked() {
            let (themes, years) = if chosen { (Vec::new(), Vec::new()) } else { (theme.clone(), year) };
            out.push(Command::Choose(Field::Theme, themes));
            out.push(Command::Choose(Field::Year, years));
        }
        kit::hint(ui, response, &cell.spoken);
    }
}
