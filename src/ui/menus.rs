//! The menu bar, made of the one list of verbs. F10, or Alt alone, leads to it; arrows go from menu to menu and through
//! each; Escape gives the focus back to where it was.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    self, Button, Event, Id, Key, MenuBar, Modifiers, Popup, Response, RichText, Ui, UiBuilder, UiKind, WidgetInfo,
    accesskit,
};

use super::kit;
use super::reach;
use super::theme::{self, palette};
use super::top::keys_text;
use crate::model::Lang;
use crate::session::{Command, Menu, Session, ThemeChoice, Verb};

/// What reaches over the frames while somebody goes through the menus.
#[derive(Clone, Default)]
struct Bar {
    /// The buttons of the menus, as they were drawn last.
    buttons: Vec<Id>,
    /// The place of the open menu.
    open: Option<usize>,
    /// What stands in the open menu, and whether it opens a menu of its own.
    entries: Vec<(Id, bool)>,
    /// Whether the first entry takes the focus once it is drawn.
    enter: bool,
    /// Whether the focus was in the bar or in its open menu.
    had_focus: bool,
}

impl Bar {
    fn id() -> Id {
        Id::unique("atalaya menu bar")
    }

    fn load(ui: &Ui) -> Self {
        ui.data_mut(|data| data.get_temp(Self::id())).unwrap_or_default()
    }

    /// The place of the menu that the focus is on or in, and whether what has it opens a menu of its own.
    fn place(&self, focused: Option<Id>) -> Option<(usize, bool)> {
        let focused = focused?;
        let button = self.buttons.iter().position(|id| *id == focused).map(|place| (place, false));
        let within = || {
            let (_, opens) = self.entries.iter().find(|(id, _)| *id == focused)?;
            Some((self.open?, *opens))
        };
        button.or_else(within)
    }

    /// Takes the arrows that lead from menu to menu and into one.
    fn keys(&mut self, ui: &Ui) {
        let focused = ui.memory(egui::Memory::focused);
        let Some((mut place, opens)) = self.place(focused) else { return };
        let (from, count) = (place, self.buttons.len().max(1));
        // In the order in which they were pressed: whoever is fast presses several within a frame.
        for key in arrows(ui, self.open.is_some(), opens) {
            match key {
                Key::ArrowLeft => place = (place + count - 1) % count,
                Key::ArrowRight => place = (place + 1) % count,
                _ => return self.open_at(ui, place),
            }
        }
        if place == from {
            return;
        }
        if self.open.is_some() {
            return self.open_at(ui, place);
        }
        self.focus_button(ui, place);
    }

    /// The arrow is taken: egui is not to follow it as well.
    fn focus_button(&self, ui: &Ui, place: usize) {
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        if let Some(button) = self.buttons.get(place) {
            ui.memory_mut(|memory| memory.request_focus(*button));
        }
    }

    fn open_at(&mut self, ui: &Ui, place: usize) {
        self.focus_button(ui, place);
        if let Some(button) = self.buttons.get(place) {
            Popup::open_id(ui.ctx(), button.with("popup"));
            self.enter = true;
        }
    }

    /// Gives the focus back once the menus are left, unless something else has it already.
    fn leave(&self, ui: &Ui, now: &Self) {
        let focused = ui.memory(egui::Memory::focused);
        let closed = self.open.is_some() && now.open.is_none();
        let lost = focused.is_none() || self.place(focused).is_some();
        let escaped = self.had_focus && focused.is_none() && ui.input(|input| input.key_pressed(Key::Escape));
        if escaped || (closed && lost && self.had_focus) {
            if !reach::give_focus_back(ui, "menus")
                && let Some(button) = self.open.and_then(|place| now.buttons.get(place))
            {
                ui.memory_mut(|memory| memory.request_focus(*button));
            }
        } else if now.open.is_none() && focused.is_some() && now.place(focused).is_none() {
            reach::forget_focus(ui, "menus");
        }
    }
}

/// Takes the arrows that go from menu to menu; where none is open those that open one, too. To the right of what opens a
/// menu of its own is that menu.
fn arrows(ui: &Ui, open: bool, opens: bool) -> Vec<Key> {
    let mut taken = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event else { return true };
            let takes = match key {
                Key::ArrowLeft => true,
                Key::ArrowRight => !opens,
                Key::ArrowDown | Key::ArrowUp => !open,
                _ => false,
            };
            taken.extend(takes.then_some(*key));
            !takes
        });
    });
    taken
}

/// Leads the focus to the first menu, or back from the menus.
pub fn focus(ui: &Ui) {
    let bar = Bar::load(ui);
    let Some(first) = bar.buttons.first() else { return };
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    if let Some(focused) = ui.memory(egui::Memory::focused).filter(|focused| bar.place(Some(*focused)).is_some()) {
        Popup::close_all(ui.ctx());
        ui.memory_mut(|memory| memory.surrender_focus(focused));
        reach::give_focus_back(ui, "menus");
        return;
    }
    reach::keep_focus(ui, "menus", Bar::id());
    ui.memory_mut(|memory| memory.request_focus(*first));
}

/// Whether Alt was pressed and let go with nothing between. macOS has no such key: there its letters are made with it.
pub fn is_called_by_alt(ui: &Ui) -> bool {
    if ui.ctx().os().is_mac() {
        return false;
    }
    let id = Id::unique("atalaya alt alone");
    let mut alone: bool = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let mut called = false;
    ui.input(|input| {
        for event in &input.raw.events {
            match event {
                Event::Key { key: Key::AltLeft, pressed: true, repeat, modifiers, .. } => {
                    let others = modifiers.ctrl || modifiers.shift || modifiers.command;
                    alone = !others && (alone || !repeat);
                }
                Event::Key { key: Key::AltLeft, pressed: false, .. } => called |= std::mem::take(&mut alone),
                Event::Key { pressed: true, .. }
                | Event::PointerButton { .. }
                | Event::MouseWheel { .. }
                | Event::Text(_)
                | Event::WindowFocused(_) => alone = false,
                _ => {}
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, alone));
    called
}

/// The menu bar, with the title of what is open and the languages at its end.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let before = {
        let mut bar = Bar::load(ui);
        bar.keys(ui);
        bar
    };
    let mut now = Bar { enter: before.enter, ..Bar::default() };
    let around = ui.unique_id();
    MenuBar::new().ui(ui, |ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(accesskit::Role::MenuBar);
            node.set_label(session.words.t("menu-bar"));
        });
        for (place, menu) in Menu::ALL.into_iter().enumerate() {
            self::menu(ui, menu, place, session, &mut now, out);
        }
        // What stands at the end of the bar is no menu.
        let end = UiBuilder::new().accessibility_parent(around);
        ui.scope_builder(end.layout(egui::Layout::right_to_left(egui::Align::Center)), |ui| {
            self::end(ui, session, out);
        });
    });
    before.leave(ui, &now);
    let focused = ui.memory(egui::Memory::focused);
    // Within a menu of a menu the focus is in the menus, too.
    now.had_focus = now.place(focused).is_some() || (now.open.is_some() && focused.is_some() && before.had_focus);
    ui.data_mut(|data| data.insert_temp(Bar::id(), now));
}

/// One menu: its button, and while it is open what stands in it.
fn menu(ui: &mut Ui, menu: Menu, place: usize, session: &Session, now: &mut Bar, out: &mut Vec<Command>) {
    let name = session.words.t(menu.message());
    let mut entries = Vec::new();
    let wide = Button::new(&name).min_size(egui::vec2(ui.spacing().interact_size.x, 0.0));
    let (button, open) = MenuButton::from_button(wide).ui(ui, |ui| {
        reach::name_container(ui, UiKind::Menu, &name);
        // In a low window the end of a long menu is scrolled to.
        let room = (ui.ctx().content_rect().height() - 60.0).max(120.0);
        egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            ui.set_min_width(240.0);
            for verb in Verb::ALL.into_iter().filter(|verb| verb.menu() == menu) {
                entries.extend(item(ui, verb, session, out));
                entries.extend(extras(ui, verb, session, out));
            }
        });
        // The first frame of a menu only measures it.
        if now.enter && !ui.is_sizing_pass() {
            now.enter = false;
            if let Some((first, _)) = entries.first() {
                ui.memory_mut(|memory| memory.request_focus(*first));
            }
        }
    });
    tell(&button, Some(open.is_some()));
    kit::focus_ring(ui, &button);
    now.buttons.push(button.id);
    // Whoever opens it by a key is led into it.
    if button.clicked() && button.has_focus() && !ui.input(|input| input.pointer.any_click()) {
        now.enter = open.is_some();
    }
    if open.is_some() {
        (now.open, now.entries) = (Some(place), entries);
    }
}

/// Tells a screen reader that a button stands in a menu; `opens` is whether the menu that it opens is open.
fn tell(button: &Response, opens: Option<bool>) {
    if button.gained_focus() {
        button.scroll_to_me(None);
    }
    button.ctx.accesskit_node_builder(button.id, |node| {
        node.set_role(accesskit::Role::MenuItem);
        if let Some(open) = opens {
            node.set_has_popup(accesskit::HasPopup::Menu);
            node.set_expanded(open);
        }
    });
}

/// An entry that does a verb; its id where it can be reached, and that it opens nothing.
fn item(ui: &mut Ui, verb: Verb, session: &Session, out: &mut Vec<Command>) -> Option<(Id, bool)> {
    let mut button = Button::new(verb.label(session));
    if let Some(shortcut) = verb.shortcut() {
        button = button.shortcut_text(keys_text(ui, shortcut, &session.words));
    }
    let enabled = verb.is_enabled(session);
    let response = ui.add_enabled(enabled, button);
    tell(&response, None);
    if response.clicked() {
        out.push(Command::Do(verb));
        ui.close();
    }
    // Lines between what belongs together.
    if matches!(
        verb,
        Verb::OpenEmbedded
            | Verb::SaveAs
            | Verb::ShowProblems
            | Verb::History
            | Verb::RemoveRecord
            | Verb::EditPortfolio
            | Verb::FactFile
            | Verb::ShowSources
            | Verb::ToggleUnits
            | Verb::ZoomReset
            | Verb::ClearFilter
            | Verb::Forward
            | Verb::NextRecord
    ) {
        ui.separator();
    }
    enabled.then_some((response.id, false))
}

/// Menus within menus that no single verb can be: recent files, light or dark. Their ids, and that they open a menu.
fn extras(ui: &mut Ui, verb: Verb, session: &Session, out: &mut Vec<Command>) -> Vec<(Id, bool)> {
    let words = &session.words;
    let mut entries = Vec::new();
    if verb == Verb::OpenFile && !session.settings.recent.is_empty() {
        entries.push(within(ui, words.t("menu-recent"), |ui| {
            for path in &session.settings.recent {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                let button = ui.button(name);
                tell(&button, None);
                if button.on_hover_text(path.to_string_lossy()).clicked() {
                    out.push(Command::Open(path.clone()));
                    ui.close();
                }
            }
        }));
    }
    if verb == Verb::ZoomReset {
        entries.push(within(ui, words.t("menu-theme"), |ui| {
            for choice in ThemeChoice::ALL {
                if one_of(ui, session.settings.theme == choice, words.t(choice.message())) {
                    out.push(Command::Theme(choice));
                }
            }
        }));
        entries.push(within(ui, words.t("menu-language"), |ui| {
            for (lang, name) in [(Lang::Es, "Español"), (Lang::En, "English")] {
                if one_of(ui, words.lang() == lang, name.to_owned()) {
                    out.push(Command::Language(lang));
                }
            }
        }));
    }
    entries
}

/// A menu within a menu.
fn within(ui: &mut Ui, name: String, contents: impl FnOnce(&mut Ui)) -> (Id, bool) {
    let shown = ui.menu_button(&name, |ui| {
        reach::name_container(ui, UiKind::Menu, &name);
        contents(ui);
    });
    tell(&shown.response, Some(shown.inner.is_some()));
    (shown.response.id, true)
}

/// One of a few in a menu; whether it was chosen.
fn one_of(ui: &mut Ui, on: bool, name: String) -> bool {
    let radio = ui.radio(on, name);
    ui.accesskit_node_builder(radio.id, |node| node.set_role(accesskit::Role::MenuItemRadio));
    if radio.clicked() {
        ui.close();
    }
    radio.clicked()
}

/// The title of what is open, as of when its data are, and the languages: from the right.
fn end(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let (size, onward) = (egui::vec2(54.0, 24.0), egui::Layout::left_to_right(egui::Align::Center));
    ui.allocate_ui_with_layout(size, onward, |ui| languages(ui, session, out));
    ui.add_space(6.0);
    if let Some(updated) = session.document.portfolio.header.updated {
        let text = words.tf("data-as-of", &[("date", words.date(updated).into())]);
        kit::soft(ui, format!("·  {text}"));
    }
    let colour = palette(ui).soft;
    if let Some((title, lang)) = session.document.portfolio.header.title.best(words.lang()) {
        let label = ui.add(egui::Label::new(RichText::new(kit::shown(ui, title)).color(colour)).truncate());
        kit::in_language(&label, lang);
    }
}

/// "ES | EN": the other language is one click away.
fn languages(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for (lang, short, name) in [(Lang::Es, "ES", "Español"), (Lang::En, "EN", "English")] {
        let on = session.words.lang() == lang;
        let colour = if on { palette(ui).accent } else { palette(ui).soft };
        let text = RichText::new(short).text_style(theme::caption()).color(colour);
        let button = ui.add(Button::new(text).frame(false).min_size(egui::vec2(26.0, 24.0)));
        button.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, on, name));
        if button.on_hover_text(name).clicked() && !on {
            out.push(Command::Language(lang));
        }
    }
}
