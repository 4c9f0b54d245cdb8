//! The lines of a table that are in sight.

use std::sync::Arc;

use eframe::egui::{
    self, Id, Rect, Response, Sense, Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2,
};

use super::{Areas, CellLook, LINE, LineLook, PAD, Rows, State, TableEvent, keys_id, lay_out};
use crate::session::ColumnState;
use crate::ui::theme::{self, palette};
use crate::ui::{kit, reach};

/// Draws the lines in sight and takes clicks on them.
pub(super) fn draw<R: Rows>(
    ui: &mut Ui,
    id: Id,
    rows: &R,
    shown: &[ColumnState<R::Column>],
    state: &mut State,
    areas: &Areas,
    events: &mut Vec<TableEvent<R::Column>>,
) {
    let clip = ui.clip_rect();
    ui.set_clip_rect(clip.intersect(areas.body));
    let first = (state.down / f64::from(LINE)).floor().max(0.0) as usize;
    let mut top = areas.body.top() - (state.down - first as f64 * f64::from(LINE)) as f32;
    let mut at = first;
    while at < rows.count() && top < areas.body.bottom() {
        let rect = Rect::from_min_size(pos2(areas.body.left(), top), vec2(areas.body.width(), LINE));
        match rows.line(at) {
            LineLook::Group(text) => group(ui, id, at, &text, rect),
            LineLook::Record { id: record, selected, picked } => {
                let line = Line {
                    at,
                    rect,
                    selected,
                    picked,
                    cursor: state.cursor == Some(at),
                    column: state.column,
                    keys: keys_id(id),
                };
                let response = line.draw(ui, id.with(&record).with(at), rows, shown, state.right, areas);
                let pointed = || line.column_at(&response, shown, state.right, areas);
                let pointed = if response.clicked() { pointed() } else { None };
                line.take(ui, id, &response, shown, state, pointed, events);
            }
        }
        top += LINE;
        at += 1;
    }
    if top < areas.body.bottom() {
        let line = Stroke::new(1.0, palette(ui).line);
        ui.painter().hline(areas.body.x_range(), top - 0.5, line);
    }
    ui.set_clip_rect(clip);
}

fn group(ui: &Ui, id: Id, at: usize, text: &str, rect: Rect) {
    let colours = palette(ui);
    ui.painter().rect_filled(rect, 0, colours.sunken);
    let font = theme::strong().resolve(ui.style());
    let galley = kit::elided(ui, text, font, colours.text, rect.width() - 2.0 * PAD);
    ui.painter().galley(pos2(rect.left() + PAD, rect.center().y - galley.size().y / 2.0), galley, colours.text);
    let response = ui.interact(rect, id.with(("group", at)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Row, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_row_index(at + 1));
    response.on_hover_text(kit::shown(ui, text).into_owned());
}

struct Line {
    at: usize,
    rect: Rect,
    selected: bool,
    picked: bool,
    cursor: bool,
    /// The place of the column that the keyboard is on.
    column: Option<usize>,
    /// What has the focus while the arrows go through the lines.
    keys: Id,
}

impl Line {
    fn draw<R: Rows>(
        &self,
        ui: &mut Ui,
        id: Id,
        rows: &R,
        shown: &[ColumnState<R::Column>],
        right: f32,
        areas: &Areas,
    ) -> Response {
        let response = ui.interact(self.rect, id, Sense::CLICK);
        let colours = palette(ui);
        let fill = match (self.selected || self.picked, response.hovered()) {
            (true, _) => colours.chosen,
            (false, true) => colours.hovered,
            (false, false) => colours.surface,
        };
        ui.painter().rect_filled(self.rect, 0, fill);
        self.tell_row(ui, &response, rows, shown);
        // The cells are within the row for a screen reader, too.
        let within = UiBuilder::new().id_salt(("cells", self.at)).max_rect(self.rect).accessibility_parent(response.id);
        let cells = ui.new_child(within);
        let laid = lay_out(shown, self.rect, areas.sticky, right);
        let mut ring = self.rect;
        for (place, (column, rect, clip)) in laid.into_iter().enumerate() {
            if self.column == Some(place) {
                ring = rect.intersect(clip);
            }
            if rect.right() >= clip.left() && rect.left() <= clip.right() {
                self.cell(&cells, id, rows, (place, column), rect, clip);
            }
        }
        ui.painter().hline(self.rect.x_range(), self.rect.bottom() - 0.5, Stroke::new(1.0, colours.line));
        if self.picked {
            let mark = Rect::from_min_size(self.rect.min, vec2(3.0, LINE));
            ui.painter().rect_filled(mark, 0, colours.accent);
        }
        if self.cursor && self.has_focus(ui) {
            ui.painter().rect_stroke(ring.shrink(1.0), 3, kit::ring(ui), egui::StrokeKind::Inside);
        }
        response
    }

    fn has_focus(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.keys))
    }

    /// Names the row and says where it stands, before there are cells within it.
    fn tell_row<R: Rows>(&self, ui: &Ui, response: &Response, rows: &R, shown: &[ColumnState<R::Column>]) {
        let first = shown.first().map(|column| rows.cell(self.at, column.column).cell.text).unwrap_or_default();
        let args = [("row", (self.at + 1).into()), ("of", rows.count().into()), ("name", first.into())];
        let name = rows.words().tf("table-row", &args);
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::Row, true, self.selected || self.picked, &name));
        reach::tell_chosen(response, self.selected || self.picked);
        let (place, of) = (self.at, rows.count());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            // Counted from zero; what a screen reader says counts from one.
            node.set_position_in_set(place);
            node.set_size_of_set(of);
            // After the row of titles.
            node.set_row_index(place + 1);
        });
        if self.cursor {
            self.tell_cursor(ui, response, rows, shown);
        }
    }

    /// The line of the cursor is what a screen reader hears as the arrows move: its name, then the other columns.
    fn tell_cursor<R: Rows>(&self, ui: &Ui, line: &Response, rows: &R, shown: &[ColumnState<R::Column>]) {
        let told = |column: &ColumnState<R::Column>| {
            let look = rows.cell(self.at, column.column);
            format!("{}: {}", rows.title(column.column), look.told())
        };
        let rest: Vec<_> = shown.iter().skip(1).map(told).collect();
        ui.ctx().accesskit_node_builder(line.id, |node| node.set_description(rest.join("; ")));
        if self.has_focus(ui) {
            ui.ctx().accesskit_node_builder(self.keys, |node| node.set_active_descendant(line.id.accesskit_id()));
        }
    }

    fn cell<R: Rows>(&self, ui: &Ui, id: Id, rows: &R, (place, column): (usize, R::Column), rect: Rect, clip: Rect) {
        let look = rows.cell(self.at, column);
        let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(clip));
        let colours = palette(ui);
        let body = TextStyle::Body.resolve(ui.style());
        let mut left = rect.left() + PAD;
        for colour in &look.swatches {
            let square = Rect::from_center_size(pos2(left + 5.0, rect.center().y), vec2(10.0, 10.0));
            painter.rect_filled(square, 2, *colour);
            left += 14.0;
        }
        let (text, colour) = if look.cell.is_missing() {
            (look.missing.as_str(), colours.soft)
        } else {
            (look.cell.text.as_str(), colours.text)
        };
        let room = rect.right() - PAD - left;
        // The words of a note make way before a figure does; a star stays for them.
        let laid = |note: &str| painter.layout_no_wrap(note.to_owned(), body.clone(), colours.soft);
        let whole = look.cell.note.as_deref().map(laid);
        let figure_width = if rows.is_figure(column) {
            painter.layout_no_wrap(text.to_owned(), body.clone(), colour).size().x
        } else {
            60.0
        };
        let fits = |note: &Arc<egui::Galley>| note.size().x + 5.0 + figure_width <= room;
        let short = whole.as_ref().is_some_and(|note| !fits(note));
        let note = if short { Some(laid("*")).filter(fits) } else { whole };
        let note_width = note.as_ref().map_or(0.0, |note| note.size().x + 5.0);
        let galley = kit::elided_marked(ui, text, rows.marks(), &body, colour, room - note_width);
        let y = rect.center().y - galley.size().y / 2.0;
        let is_cut = galley.elided || short;
        let text_width = galley.size().x;
        if rows.is_figure(column) {
            left = rect.right() - PAD - text_width;
            if let Some(note) = note {
                painter.galley(pos2(left - note_width, y), note, colours.soft);
            }
        } else if let Some(note) = note {
            painter.galley(pos2(left + text_width + 5.0, y), note, colours.soft);
        }
        painter.galley(pos2(left, y), galley, colour);
        self.tell(ui, id, rows, (place, column), &look, rect.intersect(clip), is_cut);
    }

    /// Gives the cell a name that stands alone, and shows whole what was cut.
    #[expect(clippy::too_many_arguments, reason = "a cell is where all of these meet")]
    fn tell<R: Rows>(
        &self,
        ui: &Ui,
        id: Id,
        rows: &R,
        (place, column): (usize, R::Column),
        look: &CellLook,
        rect: Rect,
        is_cut: bool,
    ) {
        if !rect.is_positive() {
            return;
        }
        let cell = ui.interact(rect, id.with(("cell", column)), Sense::hover());
        cell.widget_info(|| {
            let args = [
                ("column", rows.title(column).into()),
                ("row", (self.at + 1).into()),
                ("of", rows.count().into()),
                ("value", look.told().into()),
            ];
            let name = rows.words().tf("table-cell", &args);
            WidgetInfo::labeled(accesskit::Role::Cell, true, name)
        });
        ui.ctx().accesskit_node_builder(cell.id, |node| node.set_column_index(place));
        if let Some(lang) = look.lang {
            kit::in_language(&cell, lang);
        }
        let focused = self.cursor && self.has_focus(ui);
        if focused && self.column == Some(place) {
            ui.ctx().accesskit_node_builder(self.keys, |node| node.set_active_descendant(cell.id.accesskit_id()));
        }
        if is_cut || look.hint.is_some() {
            let whole = match &look.cell.note {
                Some(note) => format!("{} {note}", look.cell.text),
                None => look.cell.text.clone(),
            };
            let whole = look.hint.as_ref().map_or_else(|| whole.clone(), |hint| format!("{whole}\n{hint}"));
            cell.clone().on_hover_text(kit::shown(ui, &whole).into_owned());
            // The name says it already: heard once.
            ui.ctx().accesskit_node_builder(cell.id, |node| match &look.hint {
                Some(hint) => node.set_description(hint.as_str()),
                None => node.clear_description(),
            });
            // Of the whole line what names it.
            if focused && self.column.unwrap_or(0) == place {
                egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), cell.id.with("whole"), rect)
                    .show(|ui| ui.label(kit::shown(ui, &whole)));
            }
        }
    }

    /// The place of the column that the pointer is on.
    fn column_at<C: Copy + PartialEq>(
        &self,
        response: &Response,
        shown: &[ColumnState<C>],
        right: f32,
        areas: &Areas,
    ) -> Option<usize> {
        let at = response.interact_pointer_pos()?;
        let laid = lay_out(shown, self.rect, areas.sticky, right);
        laid.iter().position(|(_, rect, clip)| rect.intersect(*clip).contains(at))
    }

    #[expect(clippy::too_many_arguments, reason = "a click on a line is where all of these meet")]
    fn take<C: Copy>(
        &self,
        ui: &Ui,
        id: Id,
        response: &Response,
        shown: &[ColumnState<C>],
        state: &mut State,
        pointed: Option<usize>,
        events: &mut Vec<TableEvent<C>>,
    ) {
        if !response.clicked() {
            return;
        }
        ui.memory_mut(|memory| memory.request_focus(keys_id(id)));
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.command {
            events.push(TableEvent::Toggle(self.at));
            state.anchor = self.at;
        } else if modifiers.shift {
            events.push(TableEvent::Range(state.anchor, self.at));
        } else if response.double_clicked() {
            // What the first click was on: it may have opened the details, and moved everything under the pointer.
            events.push(TableEvent::Open(state.anchor));
            let column = state.pointed.and_then(|place| shown.get(place));
            events.extend(column.map(|column| TableEvent::Edit(state.anchor, column.column)));
            (state.cursor, state.edited) = (Some(state.anchor), state.pointed);
            return;
        } else {
            (state.anchor, state.pointed) = (self.at, pointed);
            reach::clicked_in_table(ui);
            events.push(TableEvent::Go(self.at));
        }
        state.cursor = Some(self.at);
    }
}
