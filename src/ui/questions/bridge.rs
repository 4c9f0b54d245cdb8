//! The bridge drawn: as two bars on one scale, as a waterfall, as a table. Each step opens to its records.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align2, Galley, Id, Label, Rect, RichText, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, accesskit, pos2,
    vec2,
};

use super::step;
use crate::figure::{BridgeFigure, StepFigure, step_fill};
use crate::query::StepKey;
use crate::session::{BridgeForm, Command, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

/// Least height of a step.
const ROW: f32 = 28.0;
/// Room for the mark that says whether a step is open.
const MARK: f32 = 18.0;

/// Draws the bridge to the total with this id.
pub(super) fn draw(ui: &mut Ui, total: &str, figure: &BridgeFigure, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 1.0;
    match session.view.bridge {
        BridgeForm::Bars => bars(ui, figure, session),
        BridgeForm::Table => titles(ui, session),
        BridgeForm::Waterfall => {}
    }
    for step in &figure.steps {
        row(ui, step, figure, session);
        if opened(ui) == Some(step.key) {
            step::show(ui, total, step, session, out);
        }
    }
    total_row(ui, figure, session);
}

/// Which step is open.
fn opened(ui: &Ui) -> Option<StepKey> {
    ui.data_mut(|data| data.get_temp(Id::unique("atalaya bridge step"))).flatten()
}

/// Where the parts of a row stand: its words, its bar, its figure, what stands aside.
struct Places {
    words: f32,
    bar: (f32, f32),
    figure: f32,
    aside: f32,
}

fn places(rect: Rect, form: BridgeForm) -> Places {
    let width = rect.width();
    let words = (width * 0.42).clamp(210.0, 430.0);
    let aside = (width * 0.17).clamp(90.0, 170.0);
    let figure = 104.0;
    let bar = match form {
        BridgeForm::Waterfall => (rect.left() + words + 8.0, rect.right() - aside - figure - 8.0),
        BridgeForm::Bars | BridgeForm::Table => (rect.left() + words, rect.left() + words),
    };
    Places { words, bar, figure: rect.right() - aside - 10.0, aside: rect.right() }
}

/// The words of a step, in two lines at most, and its number of records.
fn label(ui: &Ui, step: &StepFigure, form: BridgeForm) -> (Arc<Galley>, Arc<Galley>) {
    let colours = palette(ui);
    let count = ui.painter().layout_no_wrap(step.count.clone(), TextStyle::Small.resolve(ui.style()), colours.soft);
    let room = places(ui.available_rect_before_wrap(), form).words - MARK - count.size().x - 8.0;
    let font = TextStyle::Body.resolve(ui.style());
    let mut job = LayoutJob::simple(step.label.clone(), font, colours.text, room);
    job.wrap.max_rows = 2;
    job.wrap.overflow_character = Some('…');
    (ui.fonts_mut(|fonts| fonts.layout_job(job)), count)
}

fn row(ui: &mut Ui, step: &StepFigure, figure: &BridgeFigure, session: &Session) {
    let (galley, count) = label(ui, step, session.view.bridge);
    let height = ROW.max(galley.size().y + 9.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let open = opened(ui) == Some(step.key);
    let has_records = !step.rows.is_empty();
    let colours = palette(ui);
    if has_records && (response.hovered() || open) {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4, colours.hovered);
    }
    let places = places(rect, session.view.bridge);
    let mut left = rect.left();
    if has_records {
        let mark = Rect::from_center_size(pos2(left + 7.0, rect.center().y), vec2(14.0, 14.0));
        kit::icon(ui.painter(), if open { kit::Icon::Up } else { kit::Icon::Down }, mark, colours.soft);
    }
    left += MARK;
    let body = TextStyle::Body.resolve(ui.style());
    let behind = pos2(left + galley.size().x + 8.0, rect.center().y - count.size().y / 2.0);
    ui.painter().galley(behind, count, colours.soft);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, colours.text);
    if session.view.bridge == BridgeForm::Waterfall {
        waterfall(ui, step, figure, places.bar, rect);
    }
    let colour = if step.amount.is_some() { colours.text } else { colours.soft };
    let at = |x: f32| pos2(x, rect.center().y);
    ui.painter().text(at(places.figure), Align2::RIGHT_CENTER, &step.figure, body.clone(), colour);
    let small = TextStyle::Small.resolve(ui.style());
    let aside = step.aside.clone().or_else(|| step.short_range.clone()).unwrap_or_default();
    let galley = kit::elided(ui, &aside, small, colours.soft, places.aside - places.figure - 10.0);
    ui.painter().galley(
        pos2(rect.right() - galley.size().x, rect.center().y - galley.size().y / 2.0),
        galley,
        colours.soft,
    );
    kit::focus_ring(ui, &response);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(accesskit::Role::Button, has_records, &step.spoken);
        info.selected = Some(open);
        info
    });
    if response.clicked() && has_records {
        let next = if open { None } else { Some(step.key) };
        ui.data_mut(|data| data.insert_temp(Id::unique("atalaya bridge step"), next));
    }
    let hint = [Some(step.label.clone()), Some(step.why.clone()), step.range.clone(), step.aside.clone()];
    let hint: Vec<String> = hint.into_iter().flatten().collect();
    kit::hint(ui, response, &hint.join("\n"));
}

fn waterfall(ui: &Ui, step: &StepFigure, figure: &BridgeFigure, bar: (f32, f32), rect: Rect) {
    let colours = palette(ui);
    let unit = (bar.1 - bar.0).max(1.0) / figure.scale() as f32;
    let Some(amount) = step.amount else {
        // Nothing is added: a thin mark where the account stands, and no bar of no width.
        let x = bar.0 + step.from as f32 * unit;
        ui.painter().vline(x, rect.y_range().shrink(9.0), Stroke::new(1.0, colours.line));
        return;
    };
    let (from, to) = (step.from.min(step.from + amount), step.from.max(step.from + amount));
    let left = bar.0 + from as f32 * unit;
    let right = (bar.0 + to as f32 * unit).max(left + 3.0);
    let area = Rect::from_x_y_ranges(left..=right, rect.center().y - 9.0..=rect.center().y + 9.0);
    let (fill, ink) = step_fill(step.key);
    kit::bar(ui.painter(), area, fill, colours.of(ink), colours.surface);
    if let Some((low, high)) = step.limits {
        // Where sources disagree: a whisker from the least to the most.
        let y = rect.center().y + 11.0;
        let x = |value: i128| bar.0 + (step.from + value) as f32 * unit;
        ui.painter().hline(x(low)..=x(high).max(x(low) + 2.0), y, Stroke::new(2.0, colours.text));
    }
}

/// Two bars on one scale, never one inside the other.
fn bars(ui: &mut Ui, figure: &BridgeFigure, session: &Session) {
    let colours = palette(ui);
    let width = ui.available_width();
    let unit = width * 0.96 / figure.scale() as f32;
    let words = &session.words;
    kit::small(ui, words.t("bridge-reported-bar"));
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::focusable_noninteractive());
    let font = theme::strong().resolve(ui.style());
    let length = figure.reported.map_or(width * 0.96, |value| value as f32 * unit);
    let bar = Rect::from_min_size(rect.min, vec2(length.max(3.0), 24.0));
    ui.painter().rect(bar, 2, colours.surface, Stroke::new(1.4, colours.text), StrokeKind::Inside);
    ui.painter().text(
        bar.left_center() + vec2(9.0, 0.0),
        Align2::LEFT_CENTER,
        &figure.reported_text,
        font.clone(),
        colours.text,
    );
    let name = format!("{}: {}", words.t("bridge-reported-bar"), figure.reported_text);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &name));
    kit::small(ui, words.t("bridge-records-bar"));
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::focusable_noninteractive());
    let mut left = rect.left();
    let parts = figure.steps.iter().filter(|step| matches!(step.key, StepKey::Comparable(_) | StepKey::MarkedIn));
    for step in parts {
        let Some(amount) = step.amount.filter(|amount| *amount > 0) else { continue };
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2((amount as f32 * unit).max(3.0), 24.0));
        let (fill, ink) = step_fill(step.key);
        kit::bar(ui.painter(), area, fill, colours.of(ink), colours.surface);
        left = area.right() + 1.0;
    }
    ui.painter().text(pos2(left + 8.0, rect.center().y), Align2::LEFT_CENTER, &figure.records_text, font, colours.text);
    let name = format!("{}: {}", words.t("bridge-records-bar"), figure.records_text);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &name));
    ui.add_space(6.0);
}

fn titles(ui: &mut Ui, session: &Session) {
    let words = &session.words;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let places = places(rect, BridgeForm::Table);
    let (font, colour) = (theme::caption().resolve(ui.style()), palette(ui).soft);
    let y = rect.center().y;
    let painter = ui.painter();
    let step = words.t("bridge-column-step");
    painter.text(pos2(rect.left() + 18.0, y), Align2::LEFT_CENTER, step, font.clone(), colour);
    let adds = words.t("bridge-column-adds");
    painter.text(pos2(places.figure, y), Align2::RIGHT_CENTER, adds, font.clone(), colour);
    let aside = format!("{} · {}", words.t("bridge-column-aside"), words.t("bridge-column-range"));
    let galley = kit::elided(ui, &aside, font, colour, places.aside - places.figure - 10.0);
    ui.painter().galley(pos2(rect.right() - galley.size().x, y - galley.size().y / 2.0), galley, colour);
}

/// The sum of all steps, which is what was reported.
fn total_row(ui: &mut Ui, figure: &BridgeFigure, session: &Session) {
    let colours = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::focusable_noninteractive());
    let places = places(rect, session.view.bridge);
    ui.painter().hline(rect.x_range(), rect.top() + 1.0, Stroke::new(1.0, colours.line));
    let font = theme::strong().resolve(ui.style());
    let name = session.words.t("bridge-total-row");
    let y = rect.center().y;
    ui.painter().text(pos2(rect.left() + 18.0, y), Align2::LEFT_CENTER, &name, font.clone(), colours.text);
    ui.painter().text(pos2(places.figure, y), Align2::RIGHT_CENTER, &figure.reported_text, font, colours.text);
    if let (BridgeForm::Waterfall, Some(reported)) = (session.view.bridge, figure.reported) {
        let unit = (places.bar.1 - places.bar.0).max(1.0) / figure.scale() as f32;
        let area = Rect::from_min_max(
            pos2(places.bar.0, rect.top() + 6.0),
            pos2(places.bar.0 + (reported as f32 * unit).max(3.0), rect.bottom() - 4.0),
        );
        ui.painter().rect(area, 2, colours.surface, Stroke::new(1.4, colours.text), StrokeKind::Inside);
    }
    let spoken = format!("{name}: {}", figure.reported_text);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &spoken));
}

/// A label that wraps, in the body's size.
pub(super) fn wrapped(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text)).wrap());
}
