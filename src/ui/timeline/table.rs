//! The same lanes as a plain table, for eyes and readers that a drawing does not serve.

use eframe::egui::{self, Id, Label, Rect, RichText, Sense, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use super::cache::{Figure, Item};
use crate::figure::LaneWords;
use crate::session::{Command, Selected, Session};
use crate::ui::kit;
use crate::ui::lines::Lines;
use crate::ui::theme::{self, palette};

const LINE: f32 = 26.0;

/// The width of a date, which is never cut.
const DATE: f32 = 92.0;
/// The same where there is little room: dates stand closer, and what is missing is a dash.
const TIGHT: f32 = 84.0;
/// Narrower than this there is little room.
const NARROW: f32 = 640.0;

/// Draws the table.
pub(super) fn show(ui: &mut Ui, session: &Session, figure: &Figure, out: &mut Vec<Command>) {
    let words = &session.words;
    let titles = [
        words.t("column-name"),
        words.t("column-start"),
        words.t("column-planned-end"),
        words.t("column-actual-end"),
        words.t("column-ending"),
        words.t("timeline-column-amount"),
    ];
    let width = ui.available_width() - 14.0;
    let head = Rect::from_min_size(ui.cursor().min, vec2(width, LINE));
    ui.allocate_rect(head, Sense::hover());
    let colours = palette(ui);
    for (cell, (place, title)) in columns(head.shrink2(vec2(4.0, 0.0))).into_iter().zip(titles.iter().enumerate()) {
        let text = RichText::new(title).text_style(theme::caption()).color(colours.soft);
        put(ui, cell, ("title", place), place == 5, accesskit::Role::ColumnHeader, text);
    }
    ui.painter().hline(head.x_range(), head.bottom(), egui::Stroke::new(1.0, colours.line));
    let whole = UiBuilder::new().id_salt("rows").accessibility_role(accesskit::Role::Table);
    ui.scope_builder(whole.accessibility_label(figure.summary.clone()), |ui| {
        let area = ui.available_rect_before_wrap();
        ui.set_clip_rect(area.intersect(ui.clip_rect()));
        Body { session, figure, id: ui.scope_id(), area, width }.show(ui, out);
    });
}

/// The lines below the titles.
struct Body<'a> {
    session: &'a Session,
    figure: &'a Figure,
    id: Id,
    area: Rect,
    width: f32,
}

impl Body<'_> {
    fn show(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let lines = Lines { count: self.figure.items.len() + self.figure.lanes.undated.len(), height: LINE };
        let (room, kept) = (self.area.height(), self.id.with("down"));
        let mut down: f64 = ui.data(|data| data.get_temp(kept)).unwrap_or_default();
        lines.wheel(ui, self.area, room, &mut down);
        self.keys(ui, lines, &mut down);
        let bar = Rect::from_min_max(pos2(self.area.right() - 11.0, self.area.top()), self.area.max);
        lines.bar(ui, self.id, bar, &mut down, &self.session.words.t("timeline-scroll"));
        down = down.clamp(0.0, lines.most(room));
        for line in lines.seen(room, down) {
            let top = self.area.top() + lines.top(line, down);
            let rect = Rect::from_min_size(pos2(self.area.left(), top), vec2(self.width, LINE));
            match self.figure.items.get(line) {
                Some(Item::Head(group)) => heading(ui, self.figure, *group, rect, self.session),
                Some(Item::Lane(_)) | None => {
                    if let Some(at) = self.row_in(line) {
                        row(ui, self, at, rect, out);
                    }
                }
            }
        }
        ui.data_mut(|data| data.insert_temp(kept, down));
    }

    /// The row of the project in a line; heads have none.
    fn row_in(&self, line: usize) -> Option<usize> {
        match self.figure.items.get(line) {
            Some(Item::Head(_)) => None,
            Some(Item::Lane(place)) => self.figure.lanes.lanes.get(*place).map(|lane| lane.row),
            None => self.figure.lanes.undated.get(line.checked_sub(self.figure.items.len())?).copied(),
        }
    }

    fn row_id(&self, at: usize) -> Id {
        self.id.with(("row", at))
    }

    /// The arrows go from row to row, beyond those in sight.
    fn keys(&self, ui: &Ui, lines: Lines, down: &mut f64) {
        let Some(focused) = ui.memory(egui::Memory::focused) else { return };
        let is_here = |line: &usize| self.row_in(*line).is_some_and(|at| self.row_id(at) == focused);
        let Some(now) = lines.seen(self.area.height(), *down).find(is_here) else { return };
        let arrows = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
        let pressed =
            |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.alt && !input.modifiers.command);
        let page = ((self.area.height() / LINE) as usize).max(2) - 1;
        let last = lines.count.saturating_sub(1);
        // Heads are passed over, on in the way that was gone.
        let after = |line: usize| (line..lines.count).find(|line| self.row_in(*line).is_some());
        let before = |line: usize| (0..=line).rev().find(|line| self.row_in(*line).is_some());
        let to = if pressed(egui::Key::ArrowDown) {
            after(now + 1)
        } else if pressed(egui::Key::ArrowUp) {
            now.checked_sub(1).and_then(before)
        } else if pressed(egui::Key::PageDown) {
            before((now + page).min(last))
        } else if pressed(egui::Key::PageUp) {
            after(now.saturating_sub(page))
        } else if pressed(egui::Key::Home) {
            after(0)
        } else if pressed(egui::Key::End) {
            before(last)
        } else {
            None
        };
        let Some((line, at)) = to.and_then(|line| Some((line, self.row_in(line)?))) else { return };
        // The first row shows the head above it.
        lines.bring(if before(line.saturating_sub(1)).is_none() { 0 } else { line }, self.area.height(), down);
        ui.memory_mut(|memory| memory.request_focus(self.row_id(at)));
        ui.ctx().request_repaint();
    }
}

/// The cells of a line: the dates as wide as a date, the rest by parts.
fn columns(line: Rect) -> Vec<Rect> {
    let date = if line.width() < NARROW { TIGHT } else { DATE };
    let rest = line.width() - 3.0 * date;
    let widths = [rest * 0.41, date, date, date, rest * 0.28, rest * 0.31];
    let mut left = line.left();
    let cells = widths.map(|width| {
        let cell = Rect::from_min_size(pos2(left, line.top()), vec2(width - 6.0, line.height()));
        left += width;
        cell
    });
    cells.to_vec()
}

fn put(ui: &mut Ui, cell: Rect, salt: impl egui::AsIdSalt, figure: bool, role: accesskit::Role, text: RichText) {
    let align = if figure { egui::Align::Max } else { egui::Align::Min };
    let layout = if figure {
        egui::Layout::right_to_left(egui::Align::Center)
    } else {
        egui::Layout::left_to_right(egui::Align::Center)
    };
    ui.scope_builder(UiBuilder::new().id_salt(salt).max_rect(cell).layout(layout), |ui| {
        let label = ui.add(Label::new(text).truncate().halign(align));
        ui.accesskit_node_builder(label.id, |node| {
            node.set_role(role);
            if role == accesskit::Role::Heading {
                node.set_level(2);
            }
        });
    });
}

fn heading(ui: &mut Ui, figure: &Figure, group: usize, rect: Rect, session: &Session) {
    let Some(group_of) = figure.lanes.groups.get(group) else { return };
    let colours = palette(ui);
    let mut left = rect.left() + 4.0;
    if let Some(theme) = group_of.theme {
        let square = Rect::from_center_size(pos2(left + 5.0, rect.center().y), vec2(10.0, 10.0));
        ui.painter().rect_filled(square, 2, colours.area(theme));
        left += 17.0;
    }
    let args = [("name", (&group_of.name).into()), ("n", group_of.len.into())];
    let text = RichText::new(kit::shown(ui, &session.words.tf("timeline-group", &args)))
        .text_style(theme::caption())
        .color(colours.text);
    let cell = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    put(ui, cell, ("group", group), false, accesskit::Role::Heading, text);
}

fn row(ui: &mut Ui, body: &Body<'_>, at: usize, rect: Rect, out: &mut Vec<Command>) {
    let (session, figure) = (body.session, body.figure);
    let Some(id) = session.document.portfolio.projects.id(at) else { return };
    let words = figure.words(at, session);
    let chosen = matches!(&session.view.selected, Some(Selected::Project(selected)) if selected == id);
    let response = ui.interact(rect, body.row_id(at), Sense::click());
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Row, true, chosen, &words.spoken));
    let colours = palette(ui);
    if chosen || response.hovered() || response.has_focus() {
        let fill = if chosen { colours.chosen } else { colours.hovered };
        ui.painter().rect_filled(rect, 3, fill);
    }
    cells(ui, session, &words, at, rect);
    if response.has_focus() {
        let stroke = kit::ring(ui);
        ui.painter().rect_stroke(rect, 3, stroke, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        response.request_focus();
        out.push(Command::Select(Some(Selected::Project(id.to_owned()))));
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(380.0);
        kit::strong(ui, &words.title);
        for line in &words.lines {
            kit::plain(ui, line);
        }
    });
}

fn cells(ui: &mut Ui, session: &Session, words: &LaneWords, at: usize, rect: Rect) {
    let colours = palette(ui);
    let texts: [&str; 6] =
        [&words.title, &words.start, &words.planned_end, &words.actual_end, &words.ending, words.amount()];
    for (place, (cell, text)) in columns(rect.shrink2(vec2(4.0, 0.0))).into_iter().zip(texts).enumerate() {
        let text = if text.is_empty() {
            let missing =
                if rect.width() < NARROW { "–".to_owned() } else { session.words.t("timeline-not-published") };
            RichText::new(missing).color(colours.soft)
        } else {
            RichText::new(kit::shown(ui, text)).color(colours.text)
        };
        put(ui, cell, (at, place), place == 5, accesskit::Role::Cell, text);
    }
}
