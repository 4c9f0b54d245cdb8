//! The header of a table: order by a click, a second order with Shift, width and place by dragging, and a menu that
//! does all of it by keyboard.

use eframe::egui::{
    self, Align2, FontId, Id, Popup, PopupCloseBehavior, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit,
    pos2, vec2,
};

use super::keys::reveal_column;
use super::{Areas, PAD, Rows, State, TableEvent, lay_out};
use crate::session::ColumnState;
use crate::ui::help;
use crate::ui::kit::{self, Icon};
use crate::ui::theme::{self, palette};
use eframe::egui::accesskit::SortDirection;

/// Draws the header and takes what is done to it. `shown` are the columns as wide as they are drawn.
#[expect(clippy::too_many_arguments, reason = "the header is where all of these meet")]
pub(super) fn draw<R: Rows>(
    ui: &mut Ui,
    id: Id,
    rows: &R,
    columns: &[ColumnState<R::Column>],
    shown: &[ColumnState<R::Column>],
    state: &mut State,
    areas: &Areas,
    events: &mut Vec<TableEvent<R::Column>>,
) {
    let colours = palette(ui);
    let whole = Rect::from_min_max(areas.header.min, pos2(areas.bar.right(), areas.header.bottom()));
    ui.painter().rect_filled(whole, 0, colours.sunken);
    ui.painter().hline(whole.x_range(), whole.bottom() - 0.5, Stroke::new(1.0, colours.line));
    let laid = lay_out(shown, areas.header, areas.sticky, state.right);
    let seen = || laid.iter().filter(|(_, rect, clip)| rect.intersect(*clip).is_positive());
    for (place, (column, rect, clip)) in laid.iter().enumerate() {
        let title = title(ui, id, rows, (place, *column), in_sight(*rect, *clip), events);
        // What a key leads to is scrolled to; what is pressed is not to move away under the pointer.
        if title.gained_focus() && !ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
            reveal_column(state, place, shown, areas);
            ui.request_repaint();
        }
    }
    // After all titles: an edge lies over the title beside it.
    for (column, rect, clip) in seen() {
        resize(ui, id, *column, rect, *clip, columns, events);
    }
    reorder(ui, id, &laid, columns, events);
    if state.right > 0.0 {
        let x = areas.header.left() + areas.sticky;
        ui.painter().vline(x, areas.header.top()..=areas.body.bottom(), Stroke::new(1.0, colours.line));
    }
}

/// What is to be seen of a title; of one that is scrolled away an edge without width, where the keyboard finds it and the
/// pointer does not.
fn in_sight(rect: Rect, clip: Rect) -> Rect {
    let seen = rect.intersect(clip);
    if seen.is_positive() {
        return seen;
    }
    let x = if rect.center().x < clip.center().x { clip.left() } else { clip.right() };
    Rect::from_x_y_ranges(x..=x, clip.y_range())
}

fn title<R: Rows>(
    ui: &Ui,
    id: Id,
    rows: &R,
    (place, column): (usize, R::Column),
    rect: Rect,
    events: &mut Vec<TableEvent<R::Column>>,
) -> Response {
    // What has no width would be found by a pointer close to it.
    let sense = if rect.is_positive() { Sense::click_and_drag() } else { Sense::focusable_noninteractive() };
    let response = ui.interact(rect, id.with(("title", column)), sense);
    let (text, rank) = (rows.title(column), rows.rank(column));
    if rect.is_positive() {
        if response.hovered() {
            ui.painter().rect_filled(rect, 0, palette(ui).hovered);
        }
        paint(ui, rect, &text, rank, rows.is_figure(column));
        kit::focus_ring(ui, &response);
    }
    let words = rows.words();
    let args = [("column", text.as_str().into())];
    let name = match rank {
        None => words.tf("table-title", &args),
        Some((_, false)) => words.tf("table-title-ascending", &args),
        Some((_, true)) => words.tf("table-title-descending", &args),
    };
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::ColumnHeader, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_column_index(place);
        if let Some((_, descending)) = rank {
            let order = if descending { SortDirection::Descending } else { SortDirection::Ascending };
            node.set_sort_direction(order);
        }
    });
    let topic = rows.topic(column);
    help::explained_by_key(&response, topic);
    response.context_menu(|ui| {
        if help::is_asked(ui, topic, words) {
            events.push(TableEvent::Explain(topic));
        }
    });
    if response.clicked() {
        let second = ui.input(|input| input.modifiers.shift);
        events.push(TableEvent::Sort { column, second });
    }
    if response.dragged() { response } else { response.on_hover_text(words.t("table-title-hint")) }
}

/// Paints the words of a title, and the arrow of what orders the lines, with its place among several.
fn paint(ui: &Ui, rect: Rect, text: &str, rank: Option<(usize, bool)>, is_figure: bool) {
    let colours = palette(ui);
    let room = if rank.is_some() { 16.0 } else { 0.0 };
    let font = theme::caption().resolve(ui.style());
    let colour = if rank.is_some() { colours.text } else { colours.soft };
    let galley = kit::elided(ui, text, font, colour, rect.width() - 2.0 * PAD - room);
    let y = rect.center().y - galley.size().y / 2.0;
    let width = galley.size().x;
    let left = if is_figure { rect.right() - PAD - width - room } else { rect.left() + PAD };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.galley(pos2(left, y), galley, colour);
    if let Some((place, descending)) = rank {
        let arrow = Rect::from_center_size(pos2(left + width + 9.0, rect.center().y), vec2(14.0, 14.0));
        kit::icon(&painter, if descending { Icon::Down } else { Icon::Up }, arrow, colours.accent);
        if place > 0 {
            let (at, font) = (pos2(arrow.right() - 1.0, rect.top() + 6.0), FontId::proportional(9.0));
            painter.text(at, Align2::LEFT_TOP, (place + 1).to_string(), font, colours.accent);
        }
    }
}

/// The handle at the right edge of a title.
fn resize<C: Copy + PartialEq + std::hash::Hash + std::fmt::Debug>(
    ui: &Ui,
    id: Id,
    column: C,
    rect: &Rect,
    clip: Rect,
    columns: &[ColumnState<C>],
    events: &mut Vec<TableEvent<C>>,
) {
    let handle = Rect::from_center_size(pos2(rect.right(), rect.center().y), vec2(8.0, rect.height()))
        .intersect(clip.expand(4.0));
    if !handle.is_positive() {
        return;
    }
    let response = ui.interact(handle, id.with(("resize", column)), Sense::DRAG);
    let colours = palette(ui);
    let hot = response.hovered() || response.dragged();
    let colour = if hot { colours.accent } else { colours.line };
    let (inset, width) = if hot { (2.0, 2.0) } else { (8.0, 1.0) };
    let line = rect.top() + inset..=rect.bottom() - inset;
    ui.painter().vline(rect.right() - 0.5, line, Stroke::new(width, colour));
    if response.dragged() && response.drag_delta().x != 0.0 {
        let mut columns = columns.to_vec();
        if let Some(state) = columns.iter_mut().find(|state| state.column == column) {
            state.width = allowed(state.width + response.drag_delta().x);
        }
        events.push(TableEvent::Columns(columns));
    }
    response.on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
}

/// How much a column is widened or narrowed by one step.
const STEP: f32 = 24.0;

/// A width that a column may have.
const fn allowed(wanted: f32) -> f32 {
    wanted.clamp(48.0, 900.0)
}

/// A title dragged onto another takes its place.
fn reorder<C: Copy + PartialEq + std::hash::Hash + std::fmt::Debug>(
    ui: &Ui,
    id: Id,
    laid: &[(C, Rect, Rect)],
    columns: &[ColumnState<C>],
    events: &mut Vec<TableEvent<C>>,
) {
    for (column, ..) in laid.iter().skip(1) {
        let Some(response) = ui.ctx().read_response(id.with(("title", *column))) else { continue };
        let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_stopped())
        else {
            continue;
        };
        let target = laid.iter().skip(1).find(|(_, rect, clip)| rect.intersect(*clip).x_range().contains(pointer.x));
        let Some((onto, rect, clip)) = target.filter(|(onto, ..)| onto != column) else { continue };
        if response.drag_stopped() {
            events.push(TableEvent::Columns(moved(columns, *column, *onto)));
        } else {
            ui.painter().rect_filled(rect.intersect(*clip), 0, palette(ui).chosen.gamma_multiply(0.6));
        }
    }
}

fn moved<C: Copy + PartialEq>(columns: &[ColumnState<C>], column: C, onto: C) -> Vec<ColumnState<C>> {
    let mut columns = columns.to_vec();
    let places = |columns: &[ColumnState<C>], which: C| columns.iter().position(|state| state.column == which);
    if let (Some(from), Some(to)) = (places(&columns, column), places(&columns, onto)) {
        let state = columns.remove(from);
        columns.insert(to.min(columns.len()), state);
    }
    columns
}

/// The button that opens the list of columns: show, hide and move each, by keyboard as well.
pub fn columns_button<R: Rows>(
    ui: &mut Ui,
    rows: &R,
    columns: &[ColumnState<R::Column>],
    defaults: &[ColumnState<R::Column>],
) -> Option<Vec<ColumnState<R::Column>>> {
    let words = rows.words();
    let button = ui.button(words.t("table-columns"));
    let mut arranged = None;
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(350.0);
        for (place, state) in columns.iter().enumerate() {
            ui.horizontal(|ui| {
                let title = rows.title(state.column);
                let mut shown = state.shown;
                // The first column names the row: it always shows.
                let check = ui.add_enabled(place > 0, egui::Checkbox::new(&mut shown, &title));
                if check.changed() {
                    arranged = Some(changed(columns, place, |state| state.shown = shown));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let down = words.tf("table-column-later", &[("column", title.as_str().into())]);
                    let up = words.tf("table-column-earlier", &[("column", title.as_str().into())]);
                    ui.add_enabled_ui(place > 0 && place + 1 < columns.len(), |ui| {
                        if kit::icon_button(ui, Icon::Down, &down).clicked() {
                            arranged = Some(swapped(columns, place, place + 1));
                        }
                    });
                    ui.add_enabled_ui(place > 1, |ui| {
                        if kit::icon_button(ui, Icon::Up, &up).clicked() {
                            arranged = Some(swapped(columns, place, place - 1));
                        }
                    });
                    // The width by steps, for whoever drags no edge.
                    for (picture, key, by) in
                        [(Icon::Right, "table-column-wider", STEP), (Icon::Left, "table-column-narrower", -STEP)]
                    {
                        let name = words.tf(key, &[("column", title.as_str().into())]);
                        if kit::icon_button(ui, picture, &name).clicked() {
                            let wide = |state: &mut ColumnState<R::Column>| state.width = allowed(state.width + by);
                            arranged = Some(changed(columns, place, wide));
                        }
                    }
                });
            });
        }
        ui.separator();
        if ui.button(words.t("table-columns-reset")).clicked() {
            arranged = Some(defaults.to_vec());
        }
    });
    arranged
}

fn changed<C: Copy>(
    columns: &[ColumnState<C>],
    place: usize,
    change: impl Fn(&mut ColumnState<C>),
) -> Vec<ColumnState<C>> {
    let mut columns = columns.to_vec();
    columns.get_mut(place).map(change);
    columns
}

fn swapped<C: Copy>(columns: &[ColumnState<C>], a: usize, b: usize) -> Vec<ColumnState<C>> {
    let mut columns = columns.to_vec();
    if a < columns.len() && b < columns.len() {
        columns.swap(a, b);
    }
    columns
}
