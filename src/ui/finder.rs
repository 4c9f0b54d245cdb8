//! The command palette: one field that finds everything, and the list of what it found.

use eframe::egui::{
    self, Align2, Id, Key, Modal, Modifiers, Rect, Response, ScrollArea, Sense, TextEdit, TextStyle, Ui, UiBuilder,
    WidgetInfo, accesskit, pos2, vec2,
};

use super::kit;
use super::reach;
use super::theme::palette;
use super::top::keys_text;
use crate::session::{Command, FindStep, Finder, Goal, Hit, Session};

/// The palette is never wider than this.
const WIDTH: f32 = 680.0;
/// Height of a hit.
pub(super) const LINE: f32 = 30.0;
/// How far the page keys move.
const PAGE: isize = 8;

fn field_id() -> Id {
    Id::unique("atalaya palette field")
}

fn line_id(place: usize) -> Id {
    Id::unique(("atalaya palette hit", place))
}

/// Draws the palette, where it is open.
pub fn show(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let Some(finder) = &session.finder else {
        reach::give_focus_back(ui, "palette");
        return;
    };
    // The keys of the list work while the field has the focus, and are no keys of the field.
    keys(ui, finder, out);
    let screen = ui.ctx().content_rect();
    let id = Id::unique("atalaya palette");
    let (width, most) = ((screen.width() - 48.0).min(WIDTH), (screen.height() - 56.0).clamp(140.0, 520.0));
    let frame = egui::Frame::popup(ui.style()).inner_margin(12);
    // From the top down: what is found makes it longer, and the field stays where it is.
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 24.0)).default_size(vec2(width, most));
    let area = area.accessible_name(session.words.t("verb-palette").trim_end_matches('…'));
    let modal = Modal::new(id).frame(frame).area(area).show(ui.ctx(), |ui| {
        reach::tell_modal(ui);
        ui.set_width(width - 24.0);
        let field = field(ui, finder, session, out);
        if reach::keep_focus(ui, "palette", id) {
            field.request_focus();
        }
        count(ui, finder, session);
        let left = (most - 96.0).max(60.0);
        let name = session.words.t("palette-list");
        let list = UiBuilder::new().accessibility_role(accesskit::Role::ListBox).accessibility_label(name);
        ui.scope_builder(list, |ui| {
            let scroll = ScrollArea::vertical().max_height(left).min_scrolled_height(left).auto_shrink([false, true]);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, hit) in finder.hits.iter().enumerate() {
                    line(ui, place, hit, finder, session, out);
                }
            });
        });
    });
    if modal.should_close() {
        out.push(Command::Find(FindStep::Leave));
    }
}

fn keys(ui: &Ui, finder: &Finder, out: &mut Vec<Command>) {
    let moves = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)];
    for (key, by) in moves {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            let last = isize::try_from(finder.hits.len()).unwrap_or(1) - 1;
            let at = isize::try_from(finder.at).unwrap_or(0);
            // By single steps round the ends, by pages only to them.
            let by = if by.abs() > 1 { (at + by).clamp(0, last.max(0)) - at } else { by };
            out.push(Command::Find(FindStep::Move(by)));
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        out.push(Command::Find(FindStep::Take(finder.at)));
    }
}

fn field(ui: &mut Ui, finder: &Finder, session: &Session, out: &mut Vec<Command>) -> Response {
    let words = &session.words;
    let mut typed = finder.typed.clone();
    let hint = words.t("palette-hint");
    let edit =
        TextEdit::singleline(&mut typed).id(field_id()).hint_text(kit::prompt(&hint)).desired_width(f32::INFINITY);
    let field = ui.add(edit.margin(egui::Margin::symmetric(10, 7)).font(TextStyle::Body));
    let name = words.t("palette-name");
    field.widget_info(|| kit::text_info(&name, &typed));
    let chosen = line_id(finder.at).accesskit_id();
    let has_hits = !finder.hits.is_empty();
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_role(accesskit::Role::EditableComboBox);
        node.set_expanded(has_hits);
        if has_hits {
            node.set_active_descendant(chosen);
        }
    });
    if field.changed() {
        out.push(Command::Find(FindStep::Type(typed)));
    }
    field
}

/// How much was found: seen, and said when it changes.
fn count(ui: &mut Ui, finder: &Finder, session: &Session) {
    // The search of all records is always there and is nothing that was found.
    let found = finder.hits.iter().filter(|hit| !matches!(hit.goal, Goal::Search(_))).count();
    let text = session.words.tf("palette-found", &[("n", found.into())]);
    let label = kit::small(ui, text);
    ui.accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
}

fn line(ui: &mut Ui, place: usize, hit: &Hit, finder: &Finder, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let on = place == finder.at;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    // Each has a node of its own even out of sight: a screen reader is told which one is chosen.
    let response = ui.interact(rect, line_id(place), Sense::CLICK);
    let obstacle = match &hit.goal {
        Goal::Verb(verb) => verb.obstacle(session),
        _ => None,
    };
    let name = match &hit.goal {
        Goal::Verb(verb) => verb.label(session),
        Goal::Search(typed) => words.tf("palette-search-for", &[("words", typed.as_str().into())]),
        _ => hit.name.clone(),
    };
    let shortcut = match &hit.goal {
        Goal::Verb(verb) => verb.shortcut().map(|shortcut| keys_text(ui, shortcut, words)),
        _ => None,
    };
    let kind = words.t(hit.goal.message());
    if ui.is_rect_visible(rect) {
        let note = obstacle.as_ref().or(hit.other.as_ref());
        draw_line(ui, rect, &response, on, [&name, note.map_or("", |note| note), shortcut.as_ref().unwrap_or(&kind)]);
    }
    let spoken: Vec<&str> =
        [Some(name.as_str()), Some(kind.as_str()), shortcut.as_deref(), obstacle.as_deref(), hit.other.as_deref()]
            .into_iter()
            .flatten()
            .collect();
    let spoken = spoken.join(", ");
    let enabled = obstacle.is_none();
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::ListBoxOption, enabled, on, &spoken));
    let size = finder.hits.len();
    reach::tell_chosen(&response, on);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_position_in_set(place + 1);
        node.set_size_of_set(size);
    });
    let last: Option<(usize, String)> = ui.data(|data| data.get_temp(Id::unique("atalaya palette at")));
    let now = (finder.at, finder.typed.clone());
    if on && last.as_ref() != Some(&now) {
        response.scroll_to_me(None);
        ui.data_mut(|data| data.insert_temp(Id::unique("atalaya palette at"), now));
    }
    if response.clicked() {
        out.push(Command::Find(FindStep::Take(place)));
    }
}

/// A line of a list to choose from: its name, softly what else is to be said of it, at the right its keys or what it is.
pub(super) fn draw_line(ui: &Ui, rect: Rect, response: &Response, on: bool, [name, note, right]: [&str; 3]) {
    let colours = palette(ui);
    if on {
        ui.painter().rect_filled(rect, 5, colours.chosen);
        // Not by colour alone.
        let bar = Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(3.0, LINE - 8.0));
        ui.painter().rect_filled(bar, 1, colours.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 5, colours.hovered);
    }
    let (font, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let (left, edge, y) = (rect.left() + 12.0, rect.right() - 10.0, rect.center().y);
    let right = kit::elided(ui, right, small.clone(), colours.soft, rect.width() * 0.3);
    let room = edge - right.size().x - 12.0 - left;
    ui.painter().galley(pos2(edge - right.size().x, y - right.size().y / 2.0), right, colours.soft);
    let share = if note.is_empty() { room } else { room * 0.62 };
    let name = kit::elided(ui, name, font, colours.text, share);
    let wide = name.size().x;
    ui.painter().galley(pos2(left, y - name.size().y / 2.0), name, colours.text);
    if !note.is_empty() {
        let note = kit::elided(ui, note, small, colours.soft, room - wide - 12.0);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(left + wide + 12.0, y), note.size()).min;
        ui.painter().galley(at, note, colours.soft);
    }
}
