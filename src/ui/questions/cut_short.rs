//! What was cut short: the reading, its sentence, what was left by theme, implementer or state, and a strip for each
//! project.

use std::sync::Arc;

use eframe::egui::{Id, Ui};

use super::strips;
use crate::figure::{Shortfall, shortfall};
use crate::query::{By, Reading};
use crate::session::{Command, Session, Verb};
use crate::ui::kit;
use crate::ui::links::project_link;
use crate::ui::worked::{worked, working};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(figure) = figure(ui, session) else { return working(ui, session) };
    ui.horizontal_wrapped(|ui| {
        let readings = Reading::ALL.map(|reading| (reading, words.t(reading.message())));
        if let Some(reading) = kit::choose(ui, &words.t("cut-reading"), &readings, session.view.reading) {
            out.push(Command::Read(reading));
        }
        ui.add_space(6.0);
        if ui.button(words.t("cut-copy")).clicked() {
            out.push(Command::Do(Verb::CopyWithSource));
        }
    });
    tried(ui, session, out);
    kit::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(&figure.sentence);
    });
    if !figure.strips.is_empty() {
        kit::card(ui, |ui| groups(ui, &figure, session, out));
        kit::card(ui, |ui| strips::draw(ui, &figure, session, out));
    }
    apart(ui, &figure, session, out);
}

/// The cut-off that a person tries is named, and can be taken back.
fn tried(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(day) = session.view.cut else { return };
    let own = session.document.portfolio.header.cutoff.as_ref();
    let own = own.map_or_else(|| words.t("cut-no-own"), |cutoff| words.date(cutoff.date));
    ui.horizontal_wrapped(|ui| {
        kit::strong(ui, words.tf("cut-tried", &[("date", words.day(day).into()), ("own", own.into())]));
        if ui.button(words.t("cut-restore")).clicked() {
            out.push(Command::CutAt(None));
        }
    });
}

fn groups(ui: &mut Ui, figure: &Shortfall, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let currency = session.document.portfolio.currency();
    let unit = words.tf("plot-unit-money", &[("currency", currency.code().into())]);
    let unit = figure.estimate.as_ref().map_or_else(|| unit.clone(), |estimate| format!("{unit} · {estimate}"));
    kit::title(ui, &words.t("cut-groups"), &unit);
    let options = [
        (By::Theme, words.t("cut-by-theme")),
        (By::Implementer, words.t("cut-by-implementer")),
        (By::State, words.t("cut-by-state")),
    ];
    if let Some(by) = kit::choose(ui, &words.t("cut-by"), &options, session.view.cut_by) {
        out.push(Command::CutBy(by));
    }
    strips::groups(ui, figure, session, out);
    kit::small(ui, figure.reading.as_str());
    if let Some(divided) = &figure.divided {
        kit::small(ui, divided.as_str());
    }
}

fn apart(ui: &mut Ui, figure: &Shortfall, session: &Session, out: &mut Vec<Command>) {
    for (label, rows) in &figure.apart {
        let title = format!("{label} ({})", rows.len());
        eframe::egui::CollapsingHeader::new(title).id_salt(label).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                for row in rows {
                    project_link(ui, *row, session, out);
                    ui.add_space(8.0);
                }
            });
        });
    }
}

/// The figure, kept until records, filter, language, reading, cut-off or grouping change.
fn figure(ui: &Ui, session: &Session) -> Option<Arc<Shortfall>> {
    let (by, lens) = (session.view.cut_by, session.names().lens);
    let make = move |session: &Session| shortfall(&session.answer(), by, session.names(), &session.document.index);
    worked(ui, Id::unique("atalaya cut short"), (session.words.lang(), lens, by), session, make)
}
