//! What was understood of a file of another format, before anything of it is kept: where it goes, which column became
//! which field, what has no place, which entries failed, what is here already.

mod columns;
mod found;

pub(in crate::ui) use found::two_amounts;

use std::sync::Arc;

use eframe::egui::{self, Ui};

use super::{busy, kit};
use crate::figure::{Names, filter_text};
use crate::format::Stage;
use crate::session::{Bring, Bringing, Command, Preview, Session};

/// Draws the preview.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(bringing) = &session.bringing else { return };
    if bringing.preview.is_some() {
        ui.add(egui::Label::new(words.tf("bring-intro", &[("name", bringing.name.as_str().into())])).wrap());
    }
    working(ui, bringing, session, out);
    let Some(preview) = &bringing.preview else {
        if ui.button(words.t("bring-leave")).clicked() {
            out.push(Command::Bring(Bring::Leave));
        }
        return;
    };
    again_at_first(ui, preview);
    ui.add_space(4.0);
    kit::strong(ui, summary(preview, session));
    // They stand below the columns, of which there may be many.
    if !preview.brought.lost.is_empty() {
        kit::soft(ui, words.tf("bring-summary-lost", &[("n", preview.brought.lost.len().into())]));
    }
    if let Some(found) = &preview.stamp {
        let names = Names::new(&preview.brought.portfolio, words);
        let in_words = preview.filter.as_ref().map(|filter| filter_text(filter, names));
        let filter = in_words.as_ref().unwrap_or(&found.stamp.filter);
        let told = ui.add(egui::Label::new(found.told(&bringing.name, filter, words)).wrap());
        if in_words.is_some_and(|filter| !filter.is_empty()) {
            told.on_hover_text(&found.stamp.filter);
        }
    }
    goes_where(ui, bringing, session, out);
    ui.add_space(4.0);
    buttons(ui, bringing, preview, session, out);
    if session.keeps_as_file() {
        busy::show(ui, session, out);
    }
    if let Some((grid, mapping)) = &preview.table {
        columns::read_how(ui, grid, mapping, session, out);
        columns::columns(ui, grid, mapping, &preview.brought, session, out);
    } else {
        found::understood(ui, &preview.brought, session);
    }
    found::failed(ui, preview, session, out);
    found::lost(ui, &preview.brought, session, out);
    if let Some(joined) = &preview.joined {
        found::joined(ui, joined, session);
    }
}

/// A table is laid out by what it was in the frame before: what is new is drawn once more, also where nothing moves.
fn again_at_first(ui: &Ui, preview: &Preview) {
    let (at, drawn) = (egui::Id::unique("bring drawn"), Arc::as_ptr(&preview.brought).addr());
    if ui.data(|data| data.get_temp(at)) != Some(drawn) {
        ui.data_mut(|data| data.insert_temp(at, drawn));
        ui.request_repaint();
    }
}

/// What a worker is at and how far it has come, and a way to stop it.
fn working(ui: &mut Ui, bringing: &Bringing, session: &Session, out: &mut Vec<Command>) {
    if !bringing.is_working() {
        return;
    }
    ui.horizontal(|ui| {
        ui.add(egui::Spinner::new().size(14.0));
        ui.label(done_so_far(bringing, session));
        if bringing.preview.is_some() && ui.button(session.words.t("opening-cancel")).clicked() {
            out.push(Command::Bring(Bring::Stop));
        }
    });
}

fn done_so_far(bringing: &Bringing, session: &Session) -> String {
    let (whole, done, records) = bringing.progress.seen();
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let key = match bringing.progress.stage() {
        // The first moments have nothing to tell yet.
        _ if whole == 0 => "bring-working-first",
        Stage::Reading => "bring-working",
        Stage::Mapping => "bring-working-rows",
        Stage::Comparing => "bring-working-compare",
        _ => "bring-working-keep",
    };
    // Bytes are told in megabytes, everything else by its number.
    let unit = |count: u64| if bringing.progress.stage() == Stage::Reading { count >> 20 } else { count };
    let args = [
        ("n", count(records).into()),
        ("read", count(unit(done)).into()),
        ("whole", count(unit(whole)).into()),
        ("name", bringing.name.as_str().into()),
    ];
    session.words.tf(key, &args)
}

fn summary(preview: &Preview, session: &Session) -> String {
    let (words, brought) = (&session.words, &preview.brought);
    let args = [
        ("format", words.t(brought.format.message()).into()),
        ("entries", brought.entries.into()),
        ("projects", brought.portfolio.projects.len().into()),
        ("failed", brought.failed.len().into()),
    ];
    words.tf("bring-summary", &args)
}

fn goes_where(ui: &mut Ui, bringing: &Bringing, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let title = session.document.name(words);
    let open = words.tf("bring-into-open", &[("title", title.into())]);
    ui.horizontal_wrapped(|ui| {
        for (text, into_open) in [(words.t("bring-into-new"), false), (open, true)] {
            if ui.radio(bringing.into_open == into_open, text).clicked() && bringing.into_open != into_open {
                out.push(Command::Bring(Bring::Into(into_open)));
            }
        }
    });
}

fn buttons(ui: &mut Ui, bringing: &Bringing, preview: &Preview, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let count = preview.brought.portfolio.projects.len();
    ui.horizontal(|ui| {
        let keep = words.tf("bring-keep", &[("n", count.into())]);
        // So many records become a file first, and one thing is made at a time.
        let waits = session.exporting.is_some() && session.keeps_as_file();
        let ready = count > 0 && !bringing.is_working() && !waits;
        let button = egui::Button::new(egui::RichText::new(keep).strong());
        if ui.add_enabled(ready, button).clicked() {
            out.push(Command::Bring(Bring::Keep));
        }
        if ui.button(words.t("bring-leave")).clicked() {
            out.push(Command::Bring(Bring::Leave));
        }
    });
}
