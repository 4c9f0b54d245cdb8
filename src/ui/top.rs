//! The upper edge below the menus: the search box and the views.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    self, Button, Key, KeyboardShortcut, Modifiers, RichText, Sense, TextEdit, Ui, UiBuilder, UiKind, WidgetInfo,
    accesskit,
};

use super::kit::{self, Icon};
use super::reach;
use super::theme::{self, palette};
use crate::i18n::Words;
use crate::session::{Command, Session, Shortcut, Tab, Verb};

/// The id of the search box, so that a shortcut can give it the focus.
pub fn search_id() -> egui::Id {
    egui::Id::unique("atalaya search")
}

/// egui's form of a shortcut.
pub fn keys(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if shortcut.command {
        modifiers = modifiers.plus(Modifiers::COMMAND);
    }
    if shortcut.shift {
        modifiers = modifiers.plus(Modifiers::SHIFT);
    }
    if shortcut.alt {
        modifiers = modifiers.plus(Modifiers::ALT);
    }
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}

/// What the library calls keys, with the message that says it in the person's language.
const KEYS: [(&str, &str); 7] = [
    ("Shift", "key-shift"),
    ("Left", "key-left"),
    ("Right", "key-right"),
    ("Up", "key-up"),
    ("Down", "key-down"),
    ("Plus", "key-plus"),
    ("Minus", "key-minus"),
];

/// A shortcut as people read it.
pub fn keys_text(ui: &Ui, shortcut: Shortcut, words: &Words) -> String {
    let text = keys(shortcut).map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
    KEYS.into_iter().fold(text, |text, (name, key)| text.replace(name, &words.t(key)))
}

/// The search box and the views.
pub fn bar(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_height(40.0);
        if !session.settings.facets || super::is_narrow(ui.ctx()) {
            let name = session.words.t("verb-toggle-facets");
            if kit::icon_button(ui, Icon::Menu, &name).clicked() {
                super::toggle_facets(ui.ctx(), session, out);
            }
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (verb, picture) in [(Verb::Back, Icon::Left), (Verb::Forward, Icon::Right)] {
                let button = ui.add_enabled_ui(verb.is_enabled(session), |ui| {
                    kit::icon_button(ui, picture, &session.words.t(verb.message()))
                });
                if button.inner.clicked() {
                    out.push(Command::Do(verb));
                }
            }
        });
        search(ui, session, out);
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.x = 3.0;
        tabs(ui, session, out);
    });
}

/// The views: one stop of the Tab order, within which the arrows go from one to the next.
fn tabs(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let list = UiBuilder::new().accessibility_role(accesskit::Role::TabList);
    let list = list.accessibility_label(session.words.t("pane-tabs"));
    ui.scope_builder(list.layout(egui::Layout::left_to_right(egui::Align::Center)), |ui| {
        let mut to = None;
        let (shown, folded) = fitting(ui, session);
        for (place, tab) in Tab::ALL.into_iter().enumerate().filter(|(_, tab)| shown.contains(tab)) {
            let on = session.view.tab == tab;
            let words = session.words.t(tab.message());
            let (style, colour) =
                if on { (theme::strong(), palette(ui).accent) } else { (egui::TextStyle::Body, palette(ui).soft) };
            let text = RichText::new(&words).text_style(style).color(colour);
            let sense = if on { Sense::click() } else { Sense::CLICK };
            let button = ui.add(Button::selectable(on, text).min_size(egui::vec2(0.0, 30.0)).sense(sense));
            button.widget_info(|| WidgetInfo::selected(accesskit::Role::Tab, true, on, &words));
            reach::tell_chosen(&button, on);
            ui.accesskit_node_builder(button.id, |node| {
                node.set_position_in_set(place);
                node.set_size_of_set(Tab::ALL.len());
            });
            if on {
                kit::take_focus(&button, TAB);
                to = to.or_else(|| beside(ui, &button, place));
            }
            if button.clicked() {
                to = Some(tab);
            }
        }
        to = to.or_else(|| more(ui, &folded, session));
        if let Some(tab) = to {
            out.push(Command::Show(tab));
            kit::focus_next(ui, TAB);
        }
    });
}

/// The views that have room side by side, and those that stand in a menu behind them. The present one is always shown.
fn fitting(ui: &Ui, session: &Session) -> (Vec<Tab>, Vec<Tab>) {
    let gap = ui.spacing().item_spacing.x;
    let font = theme::strong().resolve(ui.style());
    let padding = ui.spacing().button_padding.x * 2.0 + 1.0;
    let wide = |text: String| {
        ui.painter().layout_no_wrap(text, font.clone(), palette(ui).text).size().x.ceil() + padding + gap
    };
    let width = |tab: Tab| wide(session.words.t(tab.message()));
    let room = ui.available_width();
    if Tab::ALL.into_iter().map(width).sum::<f32>() <= room {
        return (Tab::ALL.to_vec(), Vec::new());
    }
    let present = session.view.tab;
    let mut left = room - wide(more_text(Tab::ALL.len(), session)) - MORE_MARK - width(present);
    let mut full = false;
    let (shown, folded) = Tab::ALL.into_iter().partition(|tab| {
        if *tab == present {
            return true;
        }
        full |= width(*tab) > left;
        if !full {
            left -= width(*tab);
        }
        !full
    });
    (shown, folded)
}

fn more_text(count: usize, session: &Session) -> String {
    session.words.tf("tabs-more", &[("n", count.into())])
}

/// Room for the arrow of the menu of views.
const MORE_MARK: f32 = 16.0;

/// The menu of the views for which there is no room; the one that was chosen.
fn more(ui: &mut Ui, folded: &[Tab], session: &Session) -> Option<Tab> {
    if folded.is_empty() {
        return None;
    }
    let mut chosen = None;
    let text = more_text(folded.len(), session);
    let names: Vec<String> = folded.iter().map(|tab| session.words.t(tab.message())).collect();
    let name =
        session.words.tf("tabs-more-name", &[("text", text.as_str().into()), ("views", names.join(", ").into())]);
    let words = ui.painter().layout_no_wrap(text.clone(), theme::strong().resolve(ui.style()), palette(ui).text);
    let size = egui::vec2(words.size().x + ui.spacing().button_padding.x * 2.0 + MORE_MARK, 30.0);
    let button = Button::new(RichText::new(text).text_style(theme::strong()));
    let (button, _) = MenuButton::from_button(button.min_size(size).right_text("")).ui(ui, |ui| {
        reach::name_container(ui, UiKind::Menu, &name);
        for (tab, name) in folded.iter().zip(&names) {
            let entry = ui.button(name);
            ui.accesskit_node_builder(entry.id, |node| node.set_role(accesskit::Role::MenuItem));
            if entry.clicked() {
                chosen = Some(*tab);
                ui.close();
            }
        }
    });
    let mark = egui::pos2(button.rect.right() - MORE_MARK * 0.8, button.rect.center().y);
    let mark = egui::Rect::from_center_size(mark, egui::vec2(14.0, 14.0));
    kit::icon(ui.painter(), Icon::Down, mark, palette(ui).text);
    button.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
    ui.accesskit_node_builder(button.id, |node| node.set_has_popup(accesskit::HasPopup::Menu));
    kit::focus_ring(ui, &button);
    button.on_hover_text(names.join(", "));
    chosen
}

/// What takes the focus when another tab is gone to.
const TAB: &str = "tab of the view";

/// The view that a key leads to while the tab of the present one has the focus: to the left or the right, round the end,
/// or the first or the last.
fn beside(ui: &Ui, button: &egui::Response, place: usize) -> Option<Tab> {
    if !button.has_focus() {
        return None;
    }
    let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
    let last = Tab::ALL.len() - 1;
    let ways = [
        (Key::ArrowRight, (place + 1) % (last + 1)),
        (Key::ArrowLeft, (place + last) % (last + 1)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    ways.into_iter().find(|(key, _)| pressed(*key)).and_then(|(_, to)| Tab::ALL.get(to).copied())
}

fn search(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let mut typed = session.view.typed.clone();
    let whole = ui.ctx().content_rect().width();
    // With large text in a small window the views need the room.
    let width = (whole * 0.2).clamp(if whole < 700.0 { 132.0 } else { 190.0 }, 300.0);
    let hint = words.t("search-hint");
    let edit = TextEdit::singleline(&mut typed).id(search_id()).hint_text(kit::prompt(&hint)).desired_width(width);
    let edit = edit.margin(egui::Margin { left: 30, right: 10, top: 6, bottom: 6 });
    let response = ui.add(edit);
    let glass = egui::Rect::from_center_size(
        egui::pos2(response.rect.left() + 16.0, response.rect.center().y),
        egui::vec2(16.0, 16.0),
    );
    kit::icon(ui.painter(), Icon::Search, glass, palette(ui).soft);
    let name = words.t("search-name");
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, typed.clone(), typed.clone(), hint.clone());
        info.label = Some(name.clone());
        info
    });
    if response.changed() {
        out.push(Command::Type(typed));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        out.push(Command::CommitTyped);
        // One search follows another: the field keeps the focus.
        response.request_focus();
    }
    response.on_hover_text(words.t("search-help"));
}
