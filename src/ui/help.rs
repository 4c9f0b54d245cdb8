//! The help over the views: its pages, what is searched for on them, and the ways to them from where a term stands.

use eframe::egui::{
    self, Align, Id, Key, Layout, PopupCloseBehavior, Response, RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui,
    WidgetInfo, accesskit, vec2,
};

use super::detail::{LinkLine, wrapped_link};
use super::kit::{self, Icon};
use super::theme::{self, palette};
use super::top::keys_text;
use crate::i18n::{Page, Piece, PieceKind, Topic, Words, manual, page};
use crate::session::{Command, HelpStep, Menu, Session, Verb, search_help};

/// Narrower than this, the contents fold to a button.
const NARROW: f32 = 620.0;
/// Width of the contents.
const CONTENTS: f32 = 210.0;
/// A line of text is no longer than this: it would be hard to follow.
const LINE: f32 = 600.0;

fn focused_id() -> Id {
    Id::unique("atalaya help of the focus")
}

/// Has help stand behind a control: F1 while it has the focus, and in the menu of a second click.
pub fn explains(response: &Response, topic: Topic, words: &Words, out: &mut Vec<Command>) {
    explained_by_key(response, topic);
    response.context_menu(|ui| {
        if is_asked(ui, topic, words) {
            out.push(Command::Help(HelpStep::Read(topic)));
        }
    });
}

/// As [`explains`], for what has a menu of its own: [`is_asked`] belongs into it.
pub fn explained_by_key(response: &Response, topic: Topic) {
    if response.has_focus() {
        response.ctx.data_mut(|data| data.insert_temp(focused_id(), (response.id, topic)));
    }
}

/// The line of a menu that leads to the help: whether it was chosen.
pub fn is_asked(ui: &mut Ui, topic: Topic, words: &Words) -> bool {
    let title = topic.title(words.lang()).unwrap_or_default();
    let chosen = ui.button(words.tf("help-about", &[("title", title.into())])).clicked();
    if chosen {
        ui.close();
    }
    chosen
}

/// A small "?" beside a title. By keyboard it is F1 on what stands under the title, so this is no stop of its own.
pub fn mark(ui: &mut Ui, topic: Topic, words: &Words, out: &mut Vec<Command>) {
    let title = topic.title(words.lang()).unwrap_or_default();
    let name = words.tf("help-about", &[("title", title.into())]);
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::CLICK);
    if ui.is_rect_visible(rect) {
        let colours = palette(ui);
        let colour = if response.hovered() { colours.accent } else { colours.soft };
        ui.painter().circle_stroke(rect.center(), 7.5, egui::Stroke::new(1.0, colour));
        let font = egui::FontId::proportional(11.0);
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, "?", font, colour);
    }
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
    if response.on_hover_text(&name).clicked() {
        out.push(Command::Help(HelpStep::Read(topic)));
    }
}

/// What the control that has the focus is explained by.
pub fn topic_of_focus(ui: &Ui) -> Option<Topic> {
    let (id, topic): (Id, Topic) = ui.data(|data| data.get_temp(focused_id()))?;
    (ui.memory(egui::Memory::focused) == Some(id)).then_some(topic)
}

/// Draws the help within this height.
pub fn show(ui: &mut Ui, session: &Session, height: f32, out: &mut Vec<Command>) {
    let narrow = ui.available_width() < NARROW;
    head(ui, session, narrow, out);
    ui.add_space(6.0);
    let left = (height - 40.0).max(80.0);
    if narrow {
        body(ui, session, left, out);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(CONTENTS, left), Layout::top_down(Align::Min), |ui| {
            ui.set_width(CONTENTS);
            let scroll = ScrollArea::vertical().id_salt("help contents").max_height(left).min_scrolled_height(left);
            scroll.auto_shrink(false).show(ui, |ui| contents(ui, session, out));
        });
        ui.add_space(12.0);
        ui.vertical(|ui| body(ui, session, left, out));
    });
}

/// Back, the search, and in a narrow window the contents.
fn head(ui: &mut Ui, session: &Session, narrow: bool, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal(|ui| {
        let can_go_back = !session.help.back.is_empty() || !session.help.typed.is_empty();
        let back = ui.add_enabled_ui(can_go_back, |ui| kit::icon_button(ui, Icon::Left, &words.t("help-back")));
        if back.inner.clicked() {
            out.push(Command::Help(HelpStep::Back));
        }
        if narrow {
            let button = ui.button(words.t("help-contents"));
            let popup = egui::Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick);
            popup.show(|ui| {
                let most = (ui.ctx().content_rect().height() - 120.0).max(120.0);
                ScrollArea::vertical().max_height(most).show(ui, |ui| contents(ui, session, out));
            });
        }
        let mut typed = session.help.typed.clone();
        let name = words.t("help-search");
        let edit = TextEdit::singleline(&mut typed).id(Id::unique("atalaya help search")).hint_text(kit::prompt(&name));
        let field = ui.add(edit.desired_width(ui.available_width().min(320.0)).min_size(vec2(0.0, 24.0)));
        field.widget_info(|| kit::text_info(&name, &typed));
        if field.changed() {
            out.push(Command::Help(HelpStep::Search(typed)));
        }
    });
}

fn contents(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 1.0;
    for page in manual(session.words.lang()) {
        let on = session.help.typed.is_empty() && session.help.topic.page == page.name;
        let colour = if on { palette(ui).accent } else { palette(ui).text };
        let button = egui::Button::selectable(on, RichText::new(page.title).color(colour)).wrap();
        let button = ui.add(button.min_size(vec2(ui.available_width().min(CONTENTS), 24.0)));
        button.widget_info(|| WidgetInfo::selected(accesskit::Role::Link, true, on, page.title));
        if button.clicked() {
            out.push(Command::Help(HelpStep::Read(Topic::page(page.name))));
        }
    }
}

fn body(ui: &mut Ui, session: &Session, height: f32, out: &mut Vec<Command>) {
    let help = &session.help;
    let searching = !help.typed.is_empty();
    // Each visit begins at its top, or at what it is for.
    let scroll = ScrollArea::vertical().id_salt(("help page", help.visit, searching));
    let scroll = scroll.max_height(height).min_scrolled_height(height).auto_shrink(false);
    scroll.show(ui, |ui| {
        ui.set_width((ui.available_width() - 10.0).clamp(80.0, LINE));
        by_keys(ui, height);
        if searching {
            found(ui, session, out);
        } else if let Some(page) = page(session.words.lang(), help.topic.page) {
            read(ui, page, session, out);
        }
        ui.add_space(16.0);
    });
}

/// The keys that move a page, where no text is being typed.
pub(super) fn by_keys(ui: &Ui, height: f32) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let none = egui::Modifiers::NONE;
    for (key, by) in [(Key::PageDown, 32.0 - height), (Key::PageUp, height - 32.0), (Key::Home, 1e6), (Key::End, -1e6)]
    {
        if ui.input_mut(|input| input.consume_key(none, key)) {
            ui.scroll_with_delta(vec2(0.0, by));
        }
    }
}

fn read(ui: &mut Ui, page: &Page, session: &Session, out: &mut Vec<Command>) {
    let anchor = session.help.topic.anchor;
    // Room for the ring of the title.
    ui.add_space(4.0);
    let title = head_line(ui, page.title, TextStyle::Heading, 1);
    arrive(ui, &title, session, anchor.is_none());
    ui.add_space(4.0);
    for piece in &page.pieces {
        let head = self::piece(ui, piece, session, out);
        if let (Some(head), Some(topic)) = (head, piece.topic) {
            arrive(ui, &head, session, anchor.is_some() && topic.anchor == anchor);
        }
    }
}

/// Takes the eye and the focus to where one wanted to go, once a visit.
fn arrive(ui: &Ui, head: &Response, session: &Session, here: bool) {
    let id = Id::unique("atalaya help visit");
    let visit = (session.help.visit, session.help.topic);
    let last: Option<((u32, Topic), u8)> = ui.data(|data| data.get_temp(id));
    let frames = last.filter(|(last, _)| *last == visit).map_or(0, |(_, frames)| frames);
    // A scroll area knows its size from the second frame on.
    if here && frames < 3 {
        if session.help.topic.anchor.is_some() {
            head.scroll_to_me(Some(Align::TOP));
        }
        if frames == 0 {
            head.request_focus();
        }
        ui.data_mut(|data| data.insert_temp(id, (visit, frames + 1)));
        ui.request_repaint();
    }
}

/// A heading that can have the focus, so that a screen reader begins to read there.
pub(super) fn head_line(ui: &mut Ui, text: &str, style: TextStyle, level: usize) -> Response {
    let label = ui.add(egui::Label::new(RichText::new(text).text_style(style)).wrap());
    let response = ui.interact(label.rect, label.id.with("head"), Sense::focusable_noninteractive());
    kit::tell_heading(&response, text, level);
    kit::focus_ring(ui, &response);
    response
}

/// Draws a piece of a page; hands back what can be gone to.
fn piece(ui: &mut Ui, piece: &Piece, session: &Session, out: &mut Vec<Command>) -> Option<Response> {
    match piece.kind {
        PieceKind::Heading => {
            ui.add_space(10.0);
            return Some(head_line(ui, piece.text, TextStyle::Heading, 2));
        }
        PieceKind::Term => {
            ui.add_space(6.0);
            return Some(head_line(ui, piece.text, theme::strong(), 3));
        }
        PieceKind::Paragraph => drop(ui.add(egui::Label::new(piece.text).wrap().selectable(true))),
        PieceKind::Item => kit::item(ui, piece.text),
        PieceKind::Link => link(ui, piece.topic, session, out),
        PieceKind::Shortcuts => shortcuts(ui, session),
    }
    None
}

fn link(ui: &mut Ui, topic: Option<Topic>, session: &Session, out: &mut Vec<Command>) {
    let Some((topic, title)) = topic.and_then(|topic| Some((topic, topic.title(session.words.lang())?))) else {
        return;
    };
    // Several pages may have a part of one name.
    let whole = Topic::page(topic.page).title(session.words.lang()).filter(|_| topic.anchor.is_some());
    let note = whole.map(|page| format!("·  {page}")).unwrap_or_default();
    let name = whole.map_or(title.to_owned(), |page| format!("{title}, {page}"));
    let line = LinkLine { lead: "", text: title, note: &note, name: &name, role: accesskit::Role::Link };
    let width = ui.available_width();
    let response = ui.push_id(("help link", topic), |ui| wrapped_link(ui, &line, width)).inner;
    if response.clicked() {
        out.push(Command::Help(HelpStep::Read(topic)));
    }
}

/// The places that hold what was typed, and how many they are.
fn found(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let hits = search_help(words.lang(), &session.help.typed);
    let count = kit::soft(ui, words.tf("help-found", &[("n", hits.len().into())]));
    ui.accesskit_node_builder(count.id, |node| node.set_live(accesskit::Live::Polite));
    ui.add_space(4.0);
    for (place, hit) in hits.iter().enumerate() {
        let note = if hit.title == hit.page { String::new() } else { format!("·  {}", hit.page) };
        let name = format!("{}, {}", hit.title, hit.page);
        let line = LinkLine { lead: "", text: hit.title, note: &note, name: &name, role: accesskit::Role::Link };
        let width = ui.available_width();
        let response = ui.push_id(("help hit", place), |ui| wrapped_link(ui, &line, width)).inner;
        if response.clicked() {
            out.push(Command::Help(HelpStep::Read(hit.topic)));
        }
        kit::small(ui, hit.line);
        ui.add_space(4.0);
    }
}

/// Every verb that has keys, by menu.
fn shortcuts(ui: &mut Ui, session: &Session) {
    let words = &session.words;
    for menu in Menu::ALL {
        let verbs: Vec<_> =
            Verb::ALL.into_iter().filter(|verb| verb.menu() == menu && verb.shortcut().is_some()).collect();
        if verbs.is_empty() {
            continue;
        }
        ui.add_space(8.0);
        kit::caption(ui, &words.t(menu.message()));
        for verb in verbs {
            let keys = verb.shortcut().map(|shortcut| keys_text(ui, shortcut, words)).unwrap_or_default();
            let label = words.t(verb.message());
            ui.horizontal_top(|ui| {
                let column = (ui.available_width() * 0.35).clamp(90.0, 160.0);
                ui.allocate_ui_with_layout(vec2(column, 20.0), Layout::left_to_right(Align::Min), |ui| {
                    ui.set_min_width(column);
                    kit::strong(ui, keys);
                });
                ui.add(egui::Label::new(label.trim_end_matches('…')).wrap());
            });
        }
    }
    ui.add_space(8.0);
    kit::caption(ui, &words.t("shortcuts-table"));
    ui.add(egui::Label::new(words.t("shortcuts-table-text")).wrap());
}
