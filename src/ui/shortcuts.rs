//! The keyboard: the shortcuts of the one list of verbs.

use eframe::egui::{Event, Key, KeyboardShortcut, Modifiers, Ui};

use super::help;
use super::menus;
use super::table;
use super::top::{keys, search_id};
use crate::session::{Bring, Command, HelpStep, Session, Tab, Verb};

/// Takes the shortcuts pressed.
pub fn take(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let typing = ui.ctx().text_edit_focused();
    // In an empty search there is nothing for the arrows to go through: with Alt they go back and forward.
    let idle = session.view.typed.is_empty() && ui.memory(|memory| memory.has_focus(search_id()));
    // Cut, copy and paste come as events of their own, not as keys.
    let copies = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
    // What is selected in a dialog is copied by itself; the table lies under it, and nothing is done to that from there.
    let covered = session.panel.is_some() || ui.memory(|memory| memory.top_modal_layer().is_some());
    if copies && !typing && !covered && matches!(session.view.tab, Tab::Projects | Tab::Events) {
        out.push(Command::Do(Verb::CopyRows));
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    });
    if let Some(text) =
        pasted.filter(|text| !typing && !covered && !session.document.partial && !text.trim().is_empty())
    {
        out.push(Command::Bring(Bring::Text(text)));
    }
    if menus::is_called_by_alt(ui) {
        out.push(Command::Do(Verb::Menus));
    }
    // On a cell it is the cell that is edited.
    let cell = table::cell_has_focus(ui);
    let mut bound: Vec<(Verb, KeyboardShortcut)> = Verb::ALL
        .into_iter()
        .filter(|verb| !(cell && *verb == Verb::EditRecord))
        .filter(|verb| !matches!(verb, Verb::CopyRows | Verb::PasteRows) && verb.is_enabled(session))
        .filter_map(|verb| Some((verb, keys(verb.shortcut()?)?)))
        .collect();
    // As people know it from other programs; without something to do again it is not *undo* either.
    bound.push((Verb::Redo, KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z)));
    bound.push((Verb::ZoomIn, KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals)));
    // The most specific first: a shortcut also matches with more modifiers than it has.
    bound.sort_by_key(|(_, keys)| std::cmp::Reverse(u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt)));
    for (verb, keys) in bound {
        // A key that types nothing leads away from a field as from anywhere.
        let leads_away = matches!(verb, Verb::Help | Verb::NextPane | Verb::Menus);
        let edits_text = keys.conflicts_with_text_editing() && !leads_away && !(idle && keys.modifiers.alt);
        let held_back = typing && edits_text || (typing || covered) && verb == Verb::SelectAll;
        if !held_back && ui.input_mut(|input| input.consume_shortcut(&keys)) {
            // Some systems send the letter, too: what was a command is no text.
            ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
            // Help is for what has the focus, where that has one of its own.
            let topic = help::topic_of_focus(ui).filter(|_| verb == Verb::Help);
            out.push(topic.map_or(Command::Do(verb), |topic| Command::Help(HelpStep::Read(topic))));
        }
    }
}
