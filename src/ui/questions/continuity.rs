//! What came after: for how much money there is an answer, the board of projects or the areas with their gaps, and the
//! closing question answered on one page.

use std::sync::Arc;

use eframe::egui::{Align, Id, Layout, Ui, vec2};

use super::coverage;
use crate::figure::facts::ContinuityFacts;
use crate::figure::{AfterPartFigure, Aftermath, AreaAnswer, aftermath};
use crate::query::{After, By};
use crate::session::{AfterBy, Command, Selected, Session};
use crate::ui::kit;
use crate::ui::links::project_link;
use crate::ui::theme::palette;
use crate::ui::worked::{worked, working};

/// The board's columns: what is open first, what is answered after, what stands apart last.
const BOARD: [After; 6] =
    [After::Unknown, After::NewInArea, After::Partial, After::Continued, After::Nobody, After::EndedBefore];
/// A column of the board is at least so wide.
const COLUMN: f32 = 230.0;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(figure) = figure(ui, session) else { return working(ui, session) };
    kit::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        kit::title(ui, &words.t("after-coverage"), &coverage::unit(session));
        coverage::draw(ui, &figure);
        kit::plain(ui, &figure.sentence);
        if let Some(warning) = &figure.warning {
            kit::soft(ui, warning.as_str());
        }
    });
    kit::card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            kit::title(ui, &words.t("after-board"), "");
            ui.add_space(10.0);
            let options = AfterBy::ALL.map(|by| (by, words.t(by.message())));
            if let Some(by) = kit::choose(ui, &words.t("after-by"), &options, session.view.after_by) {
                out.push(Command::AfterBy(by));
            }
        });
        match session.view.after_by {
            AfterBy::Project => board(ui, &figure, session, out),
            AfterBy::Theme => coverage::areas(ui, &figure, By::Theme, session, out),
            AfterBy::State => coverage::areas(ui, &figure, By::State, session, out),
        }
    });
    kit::card(ui, |ui| page(ui, &figure, session, out));
}

fn board(ui: &mut Ui, figure: &Aftermath, session: &Session, out: &mut Vec<Command>) {
    let shown = BOARD.into_iter().filter_map(|after| figure.parts.iter().find(|part| part.after == after));
    // That nobody goes on is told where a source tells it; the other columns stand even when empty: that is the gap.
    let shown: Vec<_> = shown.filter(|part| part.after != After::Nobody || !part.cards.is_empty()).collect();
    let fit = ((ui.available_width() / COLUMN) as usize).clamp(1, shown.len().max(1));
    for row in shown.chunks(fit) {
        ui.columns(fit, |columns| {
            for (ui, part) in columns.iter_mut().zip(row) {
                ui.with_layout(unjustified(), |ui| column(ui, part, session, out));
            }
        });
    }
}

fn column(ui: &mut Ui, part: &AfterPartFigure, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.horizontal(|ui| {
        coverage::swatch(ui, part.after);
        kit::strong(ui, part.label.as_str());
    });
    kit::small(ui, part.text.as_str());
    if !part.cards.is_empty() {
        kit::small(ui, part.why.as_str());
    }
    ui.add_space(4.0);
    for card in &part.cards {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if let Some(place) = card.theme {
                kit::swatch(ui, palette(ui).area(place));
            }
            project_link(ui, card.row, session, out);
        });
        ui.indent((part.after, &card.id), |ui| {
            kit::small(ui, card.money.as_str());
            for entry in card.entries.iter().filter(|_| part.after.is_answer() || part.after == After::NewInArea) {
                short_entry(ui, entry, out);
            }
        });
    }
    ui.add_space(10.0);
}

/// By whom, since when and who says so, as a card has room for.
fn short_entry(ui: &mut Ui, entry: &ContinuityFacts, out: &mut Vec<Command>) {
    let by = entry.by.clone().unwrap_or_else(|| entry.about.clone());
    kit::small(ui, by);
    for source in entry.sources.iter().take(2) {
        let link = kit::short_link(ui, &source.label, eframe::egui::TextStyle::Small, ui.available_width() - 8.0);
        if link.on_hover_text(source.whole()).clicked() {
            out.push(Command::Select(Some(Selected::Source(source.id.clone()))));
        }
    }
}

/// What an entry says, with its sources.
pub(super) fn entry(ui: &mut Ui, entry: &ContinuityFacts, out: &mut Vec<Command>) {
    kit::plain(ui, &format!("{}: {}", entry.about, entry.state));
    if let Some(by) = &entry.by {
        kit::soft(ui, by.as_str());
    }
    if let Some(note) = &entry.note {
        kit::soft(ui, note.spoken());
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
        for source in &entry.sources {
            if kit::link(ui, &source.label, eframe::egui::TextStyle::Small).on_hover_text(&source.title).clicked() {
                out.push(Command::Select(Some(Selected::Source(source.id.clone()))));
            }
        }
    });
    ui.add_space(4.0);
}

fn page(ui: &mut Ui, figure: &Aftermath, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        kit::title(ui, &words.t("after-page-title"), "");
        ui.add_space(10.0);
        if ui.button(words.t("after-copy")).clicked() {
            out.push(Command::Copy(copied(figure, session)));
        }
    });
    for area in &figure.answer {
        ui.add_space(6.0);
        area_answer(ui, area, session, out);
    }
    if figure.answer.is_empty() {
        kit::soft(ui, words.t("after-nothing-asked"));
    }
}

fn area_answer(ui: &mut Ui, area: &AreaAnswer, session: &Session, out: &mut Vec<Command>) {
    ui.separator();
    kit::strong(ui, area.title.as_str());
    if ui.available_width() < 2.0 * COLUMN + 100.0 {
        known(ui, area, session, out);
        not_known(ui, area, session);
        return;
    }
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            left.with_layout(unjustified(), |ui| known(ui, area, session, out));
            right.with_layout(unjustified(), |ui| not_known(ui, area, session));
        }
    });
}

/// Columns would set their text justified.
fn unjustified() -> Layout {
    Layout::top_down(Align::Min)
}

fn known(ui: &mut Ui, area: &AreaAnswer, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    kit::caption(ui, &session.words.t("after-known"));
    for entry in &area.known {
        self::entry(ui, entry, out);
    }
    if area.known.is_empty() {
        kit::soft(ui, session.words.t("after-nothing-known"));
    }
}

fn not_known(ui: &mut Ui, area: &AreaAnswer, session: &Session) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let Some(not_known) = &area.not_known else { return };
    kit::caption(ui, &session.words.t("after-unknown-title"));
    ui.label(not_known);
    if !area.ask.is_empty() {
        ui.add_space(4.0);
        kit::caption(ui, &session.words.t("after-ask"));
        for ask in &area.ask {
            ui.label(ask);
        }
    }
}

/// The closing answer as a text, with its filter and its data's version.
fn copied(figure: &Aftermath, session: &Session) -> String {
    let mut text = figure.page(session.names());
    text += "\n\n";
    if !session.filter().is_empty() {
        text += &session.words.tf("copy-filter", &[("filter", session.filter().to_string().into())]);
        text.push('\n');
    }
    text + &session.names().version() + "\n"
}

/// The figure, kept until records, filter, language or grouping change.
fn figure(ui: &Ui, session: &Session) -> Option<Arc<Aftermath>> {
    let after_by = session.view.after_by;
    let by = if after_by == AfterBy::State { By::State } else { By::Theme };
    let make = move |session: &Session| aftermath(&session.answer(), by, session.names(), &session.document.index);
    worked(ui, Id::unique("atalaya aftermath"), (session.words.lang(), after_by), session, make)
}
