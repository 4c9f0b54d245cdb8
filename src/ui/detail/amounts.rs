//! Every amount of a project, each with its source, date and marks; where sources disagree, what they say side by side.

use eframe::egui::{
    Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, accesskit, pos2, text, vec2,
};

use super::parts::{section, source_link, thin_line};
use crate::figure::facts::{AmountLine, ProjectFacts, Telling};
use crate::session::{Command, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

/// Draws the section.
pub fn show(ui: &mut Ui, facts: &ProjectFacts, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    section(ui, &words.t("detail-amounts-title"));
    if facts.amounts.is_empty() {
        kit::soft(ui, words.t("detail-no-amounts"));
        return;
    }
    let currency = session.document.portfolio.currency();
    kit::small(ui, words.tf("detail-amounts-unit", &[("currency", currency.code().into())]));
    if !facts.disputed.is_empty() {
        kit::soft(ui, words.t("detail-disputed"));
        side_by_side(ui, &facts.disputed);
    }
    for (place, line) in facts.amounts.iter().enumerate() {
        ui.push_id(("amount", place), |ui| amount(ui, line, session, out));
    }
    if let Some(rule) = &facts.rule {
        kit::small(ui, rule);
    }
}

/// What sources say, each figure with those who say it below: columns as far as the width holds them.
pub fn side_by_side(ui: &mut Ui, tellings: &[Telling]) {
    const GAP: f32 = 8.0;
    let width = ui.available_width();
    let columns = tellings.len().min((width / 150.0).max(1.0) as usize).max(1);
    let each = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
    for row in tellings.chunks(columns) {
        let laid: Vec<_> = row.iter().map(|telling| galley(ui, telling, each - 20.0)).collect();
        let height = laid.iter().map(|galley| galley.size().y).fold(0.0, f32::max) + 16.0;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        for (place, (telling, galley)) in row.iter().zip(laid).enumerate() {
            let left = rect.left() + place as f32 * (each + GAP);
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(each, height));
            let colours = palette(ui);
            let line = if telling.speaks { colours.accent } else { colours.line };
            ui.painter().rect_stroke(cell, CornerRadius::same(5), Stroke::new(1.0, line), StrokeKind::Inside);
            ui.painter().galley(cell.min + vec2(10.0, 8.0), galley, colours.text);
            let response = ui.interact(cell, ui.scope_id().with(("telling", &telling.figure)), Sense::hover());
            let name = format!("{}: {}", telling.spoken, telling.who.join("; "));
            response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &name));
        }
    }
    ui.add_space(2.0);
}

fn galley(ui: &Ui, telling: &Telling, width: f32) -> std::sync::Arc<eframe::egui::Galley> {
    let colours = palette(ui);
    let heading = TextStyle::Heading.resolve(ui.style());
    let small = TextStyle::Small.resolve(ui.style());
    let mut job = text::LayoutJob::default();
    job.append(&telling.figure, 0.0, text::TextFormat::simple(heading, colours.text));
    for who in &telling.who {
        job.append(&format!("\n{}", kit::shown(ui, who)), 0.0, text::TextFormat::simple(small.clone(), colours.soft));
    }
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Kind and figure, then who says so, when, and what is to be known of it.
fn amount(ui: &mut Ui, line: &AmountLine, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let colours = palette(ui);
    let style = if line.speaks { theme::strong() } else { TextStyle::Body };
    let font = style.resolve(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    if ui.is_rect_visible(rect) {
        let right = pos2(rect.right(), rect.center().y);
        let figure = ui.painter().text(right, Align2::RIGHT_CENTER, &line.figure, font.clone(), colours.text);
        let kind = kit::elided(ui, &line.kind, font, colours.text, figure.left() - rect.left() - 12.0);
        ui.painter().galley(pos2(rect.left(), rect.center().y - kind.size().y / 2.0), kind, colours.text);
    }
    let mut notes: Vec<String> = line.when.iter().cloned().collect();
    notes.extend(line.speaks.then(|| words.t("detail-speaks")));
    notes.extend(line.marks.iter().cloned());
    let name = std::iter::once(format!("{}: {}", line.kind, line.spoken)).chain(notes.iter().cloned());
    let name = name.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &name));
    let notes = notes.join(" · ");
    if let Some(source) = &line.source {
        source_link(ui, source, &notes, words, out);
    } else {
        let parts = [words.t("detail-unsourced"), notes];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        kit::small(ui, said.join(" · "));
    }
    thin_line(ui);
}
