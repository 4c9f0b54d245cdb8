//! What was understood, what has no place, which entries became no record, and which projects are here already.

use eframe::egui::{Label, RichText, Ui};

use super::super::kit;
use super::super::theme::palette;
use crate::figure::two_amounts_text;
use crate::format::{Brought, Foreign};
use crate::session::{Bring, Command, Joined, Preview, Session, TwoAmounts};

/// How many of each are laid out at most; the rest is counted.
const LISTED: usize = 60;
/// How many cells of a column that cannot be read are named.
const PLACES: usize = 12;

/// What of a file that is no table was understood as what.
pub fn understood(ui: &mut Ui, brought: &Brought, session: &Session) {
    let words = &session.words;
    if brought.understood.is_empty() {
        return;
    }
    head(ui, &words.t("bring-understood-title"));
    let lines = brought.understood.iter().map(|understood| {
        let example = understood.example.as_str();
        if brought.format == Foreign::Own {
            let what = brought.called(&understood.what, words);
            let args = [("what", what.into()), ("n", understood.count.into()), ("example", example.into())];
            return words.tf("bring-understood-own", &args);
        }
        let field = crate::figure::field_label(std::slice::from_ref(&understood.field), words);
        let args = [
            ("what", brought.called(&understood.what, words).into()),
            ("field", field.into()),
            ("n", understood.count.into()),
            ("example", example.into()),
        ];
        words.tf("bring-understood-line", &args)
    });
    list(ui, lines, brought.understood.len(), session);
}

/// What has no place, or was read with a doubt.
pub fn lost(ui: &mut Ui, brought: &Brought, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    head(ui, &words.t("bring-lost"));
    if brought.lost.is_empty() {
        kit::soft(ui, words.t("bring-lost-nothing"));
    }
    list(ui, brought.lost_lines(words, PLACES), brought.lost.len(), session);
    // Where rows failed, these are saved with them.
    if brought.failed.is_empty() && !brought.unread.is_empty() && ui.button(words.t("bring-save-unread")).clicked() {
        out.push(Command::Bring(Bring::SaveFailed));
    }
}

/// Entries that became no record; those of a table can be saved for mending.
pub fn failed(ui: &mut Ui, preview: &Preview, session: &Session, out: &mut Vec<Command>) {
    let (words, failed) = (&session.words, &preview.brought.failed);
    if failed.is_empty() {
        return;
    }
    head(ui, &words.tf("bring-failed", &[("n", failed.len().into())]));
    list(ui, preview.brought.failed_lines(words), failed.len(), session);
    if preview.table.is_some() && ui.button(words.t("bring-save-failed")).clicked() {
        out.push(Command::Bring(Bring::SaveFailed));
    }
}

/// How it goes into the open portfolio.
pub fn joined(ui: &mut Ui, joined: &Joined, session: &Session) {
    let words = &session.words;
    let args = [("new", joined.new.into()), ("same", joined.same.len().into())];
    head(ui, &words.tf("bring-joined", &args));
    let differ = |id: &str| joined.conflicts.iter().find(|conflict| conflict.id == id);
    let lines = joined.same.iter().map(|same| {
        let [here, there] = &same.names;
        let args = [
            ("here", here.as_str().into()),
            ("there", there.as_str().into()),
            ("by", words.t(same.by.message()).into()),
            ("differ", differ(&same.id).map_or(0, |conflict| conflict.fields.len()).into()),
        ];
        words.tf("bring-same", &args)
    });
    list(ui, lines, joined.same.len(), session);
    let fields =
        joined.conflicts.iter().flat_map(|conflict| conflict.fields.iter().map(move |field| (conflict, field)));
    let lines = fields.clone().map(|(conflict, field)| {
        let (label, [here, there]) =
            crate::figure::two_ways(&field.field, [&field.mine, &field.theirs], session.names());
        let name = joined.same.iter().find(|same| same.id == conflict.id).map(|same| same.names[0].as_str());
        let args = [
            ("name", name.unwrap_or(&conflict.id).into()),
            ("field", label.into()),
            ("here", here.into()),
            ("there", there.into()),
        ];
        words.tf("bring-differs", &args)
    });
    list(ui, lines, fields.count(), session);
    list(ui, joined.amounts.iter().map(|two| two_amounts(two, session)), joined.amounts.len(), session);
    if !joined.conflicts.is_empty() {
        kit::soft(ui, words.tf("bring-settle-later", &[("n", joined.conflicts.len().into())]));
    }
}

/// What is said here and there of a project's amount, and which counts.
pub(in crate::ui) fn two_amounts(two: &TwoAmounts, session: &Session) -> String {
    let names = session.names();
    let project = session.records().projects.find(&two.id);
    let name = project.map_or_else(|| two.id.clone(), |project| names.project_short(&project));
    let [here, there] = &two.figures;
    two_amounts_text(&name, [here, there], &two.counts, names)
}

fn head(ui: &mut Ui, text: &str) {
    ui.add_space(8.0);
    kit::strong(ui, text);
}

fn list(ui: &mut Ui, lines: impl Iterator<Item = String>, count: usize, session: &Session) {
    for line in lines.take(LISTED) {
        ui.add(Label::new(RichText::new(line).color(palette(ui).text)).wrap().selectable(true));
    }
    if count > LISTED {
        kit::soft(ui, session.words.tf("bring-more", &[("n", (count - LISTED).into())]));
    }
}
