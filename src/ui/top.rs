//! The upper edge: menus made of the one list of verbs, the search box, the views.

use eframe::egui::{
    self, Button, Key, KeyboardShortcut, MenuBar, Modifiers, RichText, TextEdit, Ui, WidgetInfo, accesskit,
};

use super::kit::{self, Icon};
use super::theme::{self, palette};
use crate::model::Lang;
use crate::session::{Command, Menu, Session, Shortcut, Tab, ThemeChoice, Verb};

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

/// A shortcut as people read it.
pub fn keys_text(ui: &Ui, shortcut: Shortcut) -> String {
    keys(shortcut).map(|keys| ui.format_shortcut(&keys)).unwrap_or_default()
}

/// The menu bar, with the title of what is open and the languages at its end.
pub fn menus(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(words.t(menu.message()), |ui| {
                ui.set_min_width(240.0);
                for verb in Verb::ALL.into_iter().filter(|verb| verb.menu() == menu) {
                    item(ui, verb, session, out);
                    extras(ui, verb, session, out);
                }
            });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.scope(|ui| languages(ui, session, out));
            ui.add_space(6.0);
            if let Some(updated) = session.document.portfolio.header.updated {
                let text = words.tf("data-as-of", &[("date", words.date(updated).into())]);
                kit::soft(ui, format!("·  {text}"));
            }
            let colour = palette(ui).soft;
            if let Some((title, lang)) = session.document.portfolio.header.title.best(words.lang()) {
                let label = ui.add(egui::Label::new(RichText::new(title).color(colour)).truncate());
                kit::in_language(&label, lang);
            }
        });
    });
}

fn item(ui: &mut Ui, verb: Verb, session: &Session, out: &mut Vec<Command>) {
    let mut button = Button::new(verb.label(session));
    if let Some(shortcut) = verb.shortcut() {
        button = button.shortcut_text(keys_text(ui, shortcut));
    }
    if ui.add_enabled(verb.is_enabled(session), button).clicked() {
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
}

/// Menus within menus that no single verb can be: recent files, light or dark.
fn extras(ui: &mut Ui, verb: Verb, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    if verb == Verb::OpenFile && !session.settings.recent.is_empty() {
        ui.menu_button(words.t("menu-recent"), |ui| {
            for path in &session.settings.recent {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                if ui.button(name).on_hover_text(path.to_string_lossy()).clicked() {
                    out.push(Command::Open(path.clone()));
                    ui.close();
                }
            }
        });
    }
    if verb == Verb::ZoomReset {
        ui.menu_button(words.t("menu-theme"), |ui| {
            for choice in ThemeChoice::ALL {
                if ui.radio(session.settings.theme == choice, words.t(choice.message())).clicked() {
                    out.push(Command::Theme(choice));
                    ui.close();
                }
            }
        });
        ui.menu_button(words.t("menu-language"), |ui| {
            for (lang, name) in [(Lang::Es, "Español"), (Lang::En, "English")] {
                if ui.radio(words.lang() == lang, name).clicked() {
                    out.push(Command::Language(lang));
                    ui.close();
                }
            }
        });
    }
}

/// "ES | EN": the other language is one click away.
fn languages(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    // From the right: the last comes first.
    for (lang, short, name) in [(Lang::En, "EN", "English"), (Lang::Es, "ES", "Español")] {
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
        for tab in Tab::ALL {
            let on = session.view.tab == tab;
            let words = session.words.t(tab.message());
            let (style, colour) =
                if on { (theme::strong(), palette(ui).accent) } else { (egui::TextStyle::Body, palette(ui).soft) };
            let text = RichText::new(&words).text_style(style).color(colour);
            let button = ui.add(Button::selectable(on, text).min_size(egui::vec2(0.0, 30.0)));
            button.widget_info(|| WidgetInfo::selected(accesskit::Role::Tab, true, on, &words));
            if button.clicked() {
                out.push(Command::Show(tab));
            }
        }
    });
}

fn search(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let mut typed = session.view.typed.clone();
    let width = (ui.ctx().content_rect().width() * 0.2).clamp(190.0, 300.0);
    let hint = words.t("search-hint");
    let edit = TextEdit::singleline(&mut typed).id(search_id()).hint_text(&hint).desired_width(width);
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
    }
    response.on_hover_text(words.t("search-help"));
}
