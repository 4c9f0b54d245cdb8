//! Work that is not saved: what is asked before it would be left; what an earlier session left, with what differs; and what
//! others did to the file.

use eframe::egui::{self, Id, Label, Modal, Ui};

use super::super::theme::palette;
use super::super::{detail, kit, reach};
use crate::figure::two_ways;
use crate::session::{Becomes, Command, KeptStep, Leaving, Meanwhile, Outside, RecordChange, Session, Unsaved, Verb};

/// How many records of kept work are told with their fields at most; the rest is counted.
const TOLD: usize = 200;

/// What is asked before unsaved work would be left.
pub fn asking(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let Some(leaving) = &session.asking else {
        reach::give_focus_back(ui, "asking");
        return;
    };
    let words = &session.words;
    let frame = egui::Frame::window(ui.style()).inner_margin(18);
    let title =
        words.tf("unsaved-title", &[("name", kit::shown(ui, &session.document.name(words)).into_owned().into())]);
    let area = Modal::default_area(Id::unique("unsaved work")).accessible_name(&title);
    let modal = Modal::new(Id::unique("unsaved work")).frame(frame).area(area).show(ui.ctx(), |ui| {
        reach::tell_modal(ui);
        ui.set_width(440.0);
        kit::heading(ui, &title);
        ui.add_space(4.0);
        let key = if *leaving == Leaving::Quit { "unsaved-quit" } else { "unsaved-other" };
        ui.add(Label::new(words.t(key)).wrap());
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let choices =
                [("verb-save", Unsaved::Save), ("unsaved-give-up", Unsaved::GiveUp), ("mark-cancel", Unsaved::GoOn)];
            let opened = reach::keep_focus(ui, "asking", ui.scope_id());
            for (place, (key, choice)) in choices.into_iter().enumerate() {
                let button = ui.button(words.t(key));
                if opened && place == 0 {
                    button.request_focus();
                }
                if button.clicked() {
                    out.push(Command::Unsaved(choice));
                }
            }
        });
    });
    if modal.should_close() {
        out.push(Command::Unsaved(Unsaved::GoOn));
    }
}

/// Work that an earlier session did not save, and what others did to the file: above the views, until it is answered.
pub fn notices(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    for (place, found) in session.left.iter().enumerate() {
        let (of, merge) = (&found.recovery.of, &found.recovery.merge);
        let names = merge.records.iter().map(|(_, entry)| entry.name(words.lang()));
        let removed = merge.removed.iter().map(|(_, id)| words.tf("recovery-removed", &[("id", id.into())]));
        let names: Vec<String> = names.chain(removed).take(40).collect();
        let mut few = names.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
        if names.len() > 4 {
            few.push('…');
        }
        let args =
            [("name", (&of.name).into()), ("at", (&of.at).into()), ("n", merge.len().into()), ("names", few.into())];
        notice(ui, &words.tf("recovery-found", &args), |ui| {
            if ui.button(words.t("recovery-take")).on_hover_text(names.join("\n")).clicked() {
                out.push(Command::Recover(place));
            }
            if ui.button(words.t("recovery-look")).clicked() {
                out.push(Command::Kept(KeptStep::Look(place)));
            }
            if ui.button(words.t("recovery-give-up-asked")).clicked() {
                out.push(Command::Kept(KeptStep::AskToGiveUp(place)));
            }
        });
    }
    let Some(outside) = session.outside else { return };
    let name = session.document.name(words);
    let key = match outside {
        Outside::Changed => "outside-changed",
        Outside::Gone => "outside-gone",
    };
    notice(ui, &words.tf(key, &[("file", name.into())]), |ui| {
        let choices: &[(&str, Meanwhile)] = match (outside, session.is_modified()) {
            (Outside::Gone, _) => &[("outside-keep", Meanwhile::KeepMine)],
            (Outside::Changed, false) => &[
                ("outside-reload", Meanwhile::Reload),
                ("outside-compare", Meanwhile::Compare),
                ("outside-keep", Meanwhile::KeepMine),
            ],
            (Outside::Changed, true) => &[
                ("outside-merge", Meanwhile::Merge),
                ("outside-compare", Meanwhile::Compare),
                ("outside-keep", Meanwhile::KeepMine),
                ("outside-reload-lose", Meanwhile::Reload),
            ],
        };
        for (key, choice) in choices {
            if ui.button(words.t(key)).clicked() {
                out.push(Command::Meanwhile(*choice));
            }
        }
        if outside == Outside::Gone && ui.button(words.t(Verb::SaveAs.message())).clicked() {
            out.push(Command::Do(Verb::SaveAs));
        }
    });
}

fn notice(ui: &mut Ui, text: &str, buttons: impl FnOnce(&mut Ui)) {
    let colours = palette(ui);
    let frame = egui::Frame::new().fill(colours.chosen).corner_radius(6).inner_margin(10);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let label = kit::plain(ui, text);
        ui.accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
        ui.horizontal_wrapped(buttons);
    });
    ui.add_space(6.0);
}

/// What kept work changes, field by field, and what becomes of it; `giving_up` where it is asked whether it shall go.
pub fn kept_work(ui: &mut Ui, place: usize, giving_up: bool, session: &Session, out: &mut Vec<Command>) -> bool {
    let words = &session.words;
    let Some(found) = session.left.get(place) else { return true };
    let merge = &found.recovery.merge;
    let key = if giving_up { "recovery-give-up-text" } else { "recovery-look-text" };
    ui.add(Label::new(words.tf(key, &[("name", (&found.recovery.of.name).into())])).wrap());
    let find = || merge.changes().take(TOLD).collect::<Vec<_>>();
    let changes = detail::cached(ui, Id::unique("kept work"), found.path.clone(), find);
    for change in changes.iter() {
        ui.add_space(8.0);
        record_change(ui, change, session);
    }
    if merge.len() > changes.len() {
        kit::soft(ui, words.tf("recovery-more", &[("n", (merge.len() - changes.len()).into())]));
    }
    ui.add_space(12.0);
    let mut done = false;
    ui.horizontal(|ui| {
        let mut choice = |ui: &mut Ui, key: &str, command: Option<Command>| {
            if ui.button(words.t(key)).clicked() {
                out.extend(command);
                done = true;
            }
        };
        if giving_up {
            choice(ui, "recovery-give-up", Some(Command::Kept(KeptStep::GiveUp(place))));
            choice(ui, "mark-cancel", None);
        } else {
            choice(ui, "recovery-take", Some(Command::Recover(place)));
            choice(ui, "common-close", None);
        }
    });
    done
}

/// A record of kept work: what becomes of it, and each field before and after.
fn record_change(ui: &mut Ui, change: &RecordChange, session: &Session) {
    let words = &session.words;
    let key = match change.becomes {
        Becomes::Changed => "recovery-changed",
        Becomes::New => "recovery-new",
        Becomes::Gone => "recovery-gone",
    };
    let title = match (change.list, &change.record) {
        (None, _) => words.t("verb-edit-portfolio").trim_end_matches('…').to_owned(),
        (Some(list), record) => {
            let name = record.as_ref().map_or_else(|| change.id.clone(), |record| record.name(words.lang()));
            words.tf(key, &[("noun", words.t(list.message()).into()), ("name", name.into())])
        }
    };
    kit::strong(ui, kit::shown(ui, &title).into_owned());
    for field in &change.fields {
        let (label, values) = two_ways(&field.field, [&field.before, &field.after], session.names());
        let [before, after] = values.map(|told| if told.is_empty() { words.t("missing-short") } else { told });
        let key = if change.becomes == Becomes::New { "recovery-field-new" } else { "recovery-field" };
        let args = [("field", label.into()), ("before", before.into()), ("after", after.into())];
        kit::plain(ui, &words.tf(key, &args));
    }
}
