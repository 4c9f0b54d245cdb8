//! The guided walk over the real views: a card below the view that covers nothing of it and is left at any time;
//! and the one line that offers it at a first visit.

use eframe::egui::{self, Button, Frame, Id, Key, Label, Margin, Stroke, Ui};

use super::kit;
use super::reach;
use super::theme::palette;
use crate::figure::{card::reported_words, sentence};
use crate::query::comparable_total;
use crate::session::{Command, Session, Tab, TourStep};

/// Offers the walk, where it has not been seen.
pub fn offer(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if !session.offers_tour() || session.view.tab != Tab::Overview {
        return;
    }
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        kit::soft(ui, words.t("tour-offer"));
        if ui.button(words.t("tour-begin")).clicked() {
            out.push(Command::Tour(Some(TourStep::Report)));
        }
        if kit::link(ui, &words.t("tour-decline"), egui::TextStyle::Body).clicked() {
            out.push(Command::Tour(None));
        }
    });
}

/// Draws the step that the walk is at.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let Some(step) = session.tour else { return };
    let over = session.panel.is_some() || session.card.is_some();
    if !over && ui.input(|input| input.key_pressed(Key::Escape)) {
        out.push(Command::Tour(None));
    }
    let colours = palette(ui);
    let around = Frame::new().fill(colours.ground).inner_margin(Margin { left: 18, right: 18, top: 0, bottom: 8 });
    around.show(ui, |ui| {
        let frame = Frame::new().fill(colours.surface).stroke(Stroke::new(1.5, colours.accent));
        ui.vertical_centered(|ui| {
            ui.set_max_width(ui.available_width().min(680.0));
            let frame = frame.corner_radius(8).inner_margin(Margin::symmetric(18, 10));
            frame.show(ui, |ui| ui.vertical(|ui| card(ui, step, session, out)));
        });
    });
}

fn card(ui: &mut Ui, step: TourStep, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.spacing_mut().item_spacing.y = 5.0;
    ui.horizontal(|ui| {
        kit::heading(ui, &words.t(step.title()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let args = [("n", step.number().into()), ("of", TourStep::ALL.len().into())];
            kit::small(ui, words.tf("tour-step", &args));
        });
    });
    // In a low window the view needs the room; what is told is scrolled.
    let most = ui.ctx().content_rect().height() * 0.2;
    egui::ScrollArea::vertical().max_height(most.max(40.0)).auto_shrink([false, true]).show(ui, |ui| {
        reach::page_keys(ui);
        ui.add(Label::new(kit::shown(ui, &text(step, session))).wrap());
    });
    ui.horizontal(|ui| {
        let back = ui.add_enabled(step.previous().is_some(), Button::new(words.t("tour-previous")));
        if back.clicked() {
            out.push(Command::Tour(step.previous()));
        }
        let label = if step.next().is_some() { words.t("tour-next") } else { words.t("tour-end") };
        let next = ui.button(label);
        // A walk is walked by keyboard too: whoever arrives at a step can go on at once.
        let arrived = Id::unique("atalaya tour arrived");
        let before: Option<TourStep> = ui.data(|data| data.get_temp(arrived));
        if before != Some(step) {
            next.request_focus();
            ui.data_mut(|data| data.insert_temp(arrived, step));
        }
        if next.clicked() {
            out.push(Command::Tour(step.next()));
        }
        if step.next().is_some() {
            ui.add_space(8.0);
            if kit::link(ui, &words.t("tour-leave"), egui::TextStyle::Body).clicked() {
                out.push(Command::Tour(None));
            }
        }
    });
}

/// What is said at a step, with the figures of the records.
fn text(step: TourStep, session: &Session) -> String {
    let (words, names) = (&session.words, session.names());
    let portfolio = &session.document.portfolio;
    let set = sentence(&session.answer(), names, true).text();
    match step {
        TourStep::Report => {
            let total = comparable_total(portfolio);
            let who = total.map(|total| names.reported_by(total)).unwrap_or_default();
            let what = total.map(|total| reported_words(total, names)).unwrap_or_default();
            let args = [("who", who.into()), ("what", what.into()), ("n", portfolio.projects.len().into())];
            words.tf("tour-report-text", &args)
        }
        TourStep::Money => words.tf("tour-money-text", &[("set", set.into())]),
        TourStep::Areas => words.tf("tour-areas-text", &[("set", set.into())]),
        TourStep::Timeline => {
            let cut = portfolio.header.cutoff.as_ref().map(|cutoff| words.date(cutoff.date)).unwrap_or_default();
            words.tf("tour-timeline-text", &[("date", cut.into())])
        }
        TourStep::Cut => words.t("tour-cut-text"),
        TourStep::OpenQuestion => words.t("tour-question-text"),
    }
}
