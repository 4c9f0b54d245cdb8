//! The head of a project's details: themes, names, the two large figures, the little timeline, the summary.

use eframe::egui::{self, FontId, Galley, Sense, Shape, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};
use std::sync::Arc;

use super::parts::{cached, paragraph, ring, told};
use super::{bar, sections};
use crate::figure::facts::{BigFigure, ProjectFacts, project_facts};
use crate::session::{CardOf, Command, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

/// Draws the project in this row.
pub fn show(ui: &mut Ui, row: usize, session: &Session, out: &mut Vec<Command>) {
    let document = &session.document;
    let Some(project) = document.portfolio.projects.get(row) else { return };
    let key = (document.revision, session.words.lang(), row);
    let make = || project_facts(&project, session.names());
    let facts = cached(ui, egui::Id::unique("project facts"), key, make);
    head(ui, &facts, session);
    ui.add_space(8.0);
    figures(ui, &facts, session, out);
    ui.add_space(6.0);
    match &facts.bar {
        Some(plan) => bar::show(ui, plan, facts.themes.first().map_or(0, |(place, _)| *place), &session.words),
        None => drop(kit::small(ui, &facts.no_bar)),
    }
    if let Some(summary) = &facts.summary {
        ui.add_space(8.0);
        told(ui, summary, TextStyle::Body);
    }
    sections::show(ui, &facts, session, out);
}

fn head(ui: &mut Ui, facts: &ProjectFacts, session: &Session) {
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
        ui.spacing_mut().interact_size.y = 16.0;
        for (place, name) in &facts.themes {
            theme_name(ui, *place, name);
        }
        if facts.themes.is_empty() {
            kit::small(ui, words.t("missing-theme"));
        }
    });
    if let Some(split) = &facts.split {
        kit::small(ui, split);
    }
    ui.add_space(2.0);
    let name = told(ui, &facts.name, TextStyle::Heading);
    let spoken = facts.name.spoken();
    kit::tell_heading(&name, &spoken, 1);
    kit::soft(ui, &facts.byline);
    if let Some(ours) = &facts.name_ours {
        kit::small(ui, ours);
    }
    if let Some(official) = &facts.official {
        let args = [("title", official.spoken().into())];
        let label = kit::small(ui, words.tf("detail-official", &args));
        let lang = official.lang.code();
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_language(lang));
    }
}

/// Swatch and name of a theme in one piece, so that no line breaks between them.
fn theme_name(ui: &mut Ui, place: usize, name: &str) {
    let colours = palette(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let galley = kit::elided(ui, name, font, colours.soft, ui.max_rect().width() - 16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 22.0, 16.0), Sense::hover());
    let square = egui::Rect::from_center_size(pos2(rect.left() + 5.0, rect.center().y), vec2(10.0, 10.0));
    ui.painter().rect_filled(square, 2, colours.area(place));
    ui.painter().galley(pos2(rect.left() + 16.0, rect.center().y - galley.size().y / 2.0), galley, colours.soft);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, name));
}

/// The headline amount and what lay ahead, side by side in one size.
fn figures(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    const GAP: f32 = 18.0;
    let width = ui.available_width() - GAP;
    let texts = [facts.amount.value.as_str(), facts.time.value.as_str()];
    let (font, left) = fitting(ui, texts, width);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let amount = figure(ui, &facts.amount, &font, left, true);
        let hint = session.words.t("detail-open-card");
        if amount.on_hover_text(hint).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            out.push(Command::Card(Some(CardOf::Headline(facts.id.clone()))));
        }
        figure(ui, &facts.time, &font, width - left, false);
    });
}

/// The largest size in which both fit side by side, and how much of the width the first takes.
fn fitting(ui: &Ui, [first, second]: [&str; 2], width: f32) -> (FontId, f32) {
    let largest = theme::figure().resolve(ui.style());
    let needs = |size: f32| {
        let font = FontId::new(size, largest.family.clone());
        (wide(ui, first, &font).size().x, wide(ui, second, &font).size().x)
    };
    let sizes = [largest.size, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0];
    let fits = |size: &f32| {
        let (first, second) = needs(*size);
        first + second <= width
    };
    let size = sizes.into_iter().find(fits).unwrap_or(14.0);
    let (needed, other) = needs(size);
    // Half each where that suffices, else as much as the longer one needs.
    let half = width / 2.0;
    let left = if other > half { (width - other).max(width * 0.3) } else { needed.max(half).min(width * 0.7) };
    (FontId::new(size, largest.family), left)
}

fn wide(ui: &Ui, text: &str, font: &FontId) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font.clone(), palette(ui).text)
}

fn figure(ui: &mut Ui, figure: &BigFigure, font: &FontId, width: f32, opens: bool) -> egui::Response {
    let colours = palette(ui);
    let value = kit::elided(ui, &figure.value, font.clone(), colours.text, width);
    let small = TextStyle::Small.resolve(ui.style());
    let under = ui.painter().layout(kit::shown(ui, &figure.under).into_owned(), small, colours.soft, width);
    let size = vec2(width, value.size().y + 4.0 + under.size().y);
    let (rect, response) = ui.allocate_exact_size(size, if opens { Sense::click() } else { Sense::hover() });
    if ui.is_rect_visible(rect) {
        if opens && response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(4.0, 1.0)), 4, colours.hovered);
        }
        let bottom = rect.top() + value.size().y;
        if opens {
            let line = [pos2(rect.left(), bottom), pos2(rect.left() + value.size().x, bottom)];
            ui.painter().extend(Shape::dotted_line(&line, colours.accent, 3.0, 0.8));
        }
        ui.painter().galley(rect.min, value, colours.text);
        ui.painter().galley(pos2(rect.left(), bottom + 4.0), under, colours.soft);
        ring(ui, &response);
    }
    let role = if opens { accesskit::Role::Button } else { accesskit::Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &figure.spoken));
    response
}

/// A sentence of its own.
pub(super) fn sentences(ui: &mut Ui, sentences: &[String]) {
    for sentence in sentences {
        paragraph(ui, sentence);
    }
}
