//! From the records to a reported total: a step under the other, each bar beginning where the one before it ended.

use super::letters::Type;
use super::page::{Page, height};
use super::scene::{Anchor, Rect, Shape};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{BridgeFigure, Fill, StepFigure, reconciliation, step_fill};

/// Height of a step whose words have two lines at most.
const ROW: f32 = 42.0;
const BAR: f32 = 18.0;

/// Where the parts of a row stand.
struct Places {
    /// Room for the names.
    names: f32,
    /// From where to where bars are drawn.
    bar: (f32, f32),
    /// Where figures end.
    figure: f32,
    /// Room for what stands aside.
    aside: f32,
}

/// The picture of the bridge to this total.
pub(super) fn draw(of: &PictureOf, total: &str, shown: Shown<'_>, look: Look) -> Option<Picture> {
    let scene = shown.scene;
    let words = scene.names.words;
    let total = scene.names.portfolio.reported_totals.find(total)?;
    let told = reconciliation(total, scene.answer, scene.notes, scene.names, scene.index);
    let title = format!("{}: {}", told.who, told.value);
    let mut page = Page::new(of, shown, look, &title, &told.about.join(" · "));
    let colours = page.colours;
    let figure = match &told.bridge {
        Ok(figure) => figure,
        Err(refusal) => {
            page.paragraph(refusal, Type::BODY, colours.text, 4);
            return Some(page.finish(&[], &format!("{title}. {refusal}")));
        }
    };
    page.sentence(&figure.summary, 8);
    for step in &figure.steps {
        row(&mut page, step, figure);
    }
    self::total(&mut page, figure);
    let mut notes = figure.warnings.clone();
    notes.extend(figure.steps.iter().any(|step| step.limits.is_some()).then(|| words.t("picture-bridge-whisker")));
    notes.extend((!scene.notes.marks.is_empty()).then(|| words.t("bridge-not-shared")));
    let steps: Vec<&str> = figure.steps.iter().map(|step| step.spoken.as_str()).collect();
    let spoken = format!("{title}. {} {}", figure.summary, steps.join(". "));
    Some(page.finish(&notes, &spoken))
}

fn places(page: &Page<'_>) -> Places {
    let wide = page.wide();
    let (names, aside, figure) = (wide * 0.36, (wide * 0.2).min(150.0), 92.0);
    let bar = (page.left + names + 12.0, page.right() - aside - figure - 12.0);
    Places { names, bar, figure: page.right() - aside - 10.0, aside }
}

/// Points for each hundredth.
fn points(figure: &BridgeFigure, bar: (f32, f32)) -> f32 {
    (bar.1 - bar.0).max(1.0) / figure.scale() as f32
}

fn row(page: &mut Page<'_>, step: &StepFigure, figure: &BridgeFigure) {
    let (places, colours) = (places(page), page.colours);
    page.begin(&format!("{}. {}", step.spoken, step.why));
    let label = if step.count.is_empty() { step.label.clone() } else { format!("{} · {}", step.label, step.count) };
    let aside = step.aside.clone().or_else(|| step.short_range.clone()).unwrap_or_default();
    let words = height(&label, Type::BODY, places.names).max(height(&aside, Type::SMALL, places.aside));
    let high = ROW.max(words + 6.0);
    let middle = page.y + high / 2.0;
    page.name([page.left, middle], &label, (Type::BODY, colours.text), Anchor::Start, places.names);
    bar(page, step, figure, places.bar, middle);
    let colour = if step.amount.is_some() { colours.text } else { colours.soft };
    let room = places.figure - places.bar.1 - 4.0;
    page.line([places.figure, middle], &step.figure, (Type::BODY, colour), Anchor::End, room);
    page.name([page.right(), middle], &aside, (Type::SMALL, colours.soft), Anchor::End, places.aside);
    page.end();
    page.y += high;
}

fn bar(page: &mut Page<'_>, step: &StepFigure, figure: &BridgeFigure, bar: (f32, f32), middle: f32) {
    let (colours, points) = (page.colours, points(figure, bar));
    let at = |value: i128| bar.0 + value as f32 * points;
    let (top, bottom) = (middle - BAR / 2.0, middle + BAR / 2.0);
    let Some(amount) = step.amount else {
        // Nothing is added: a thin mark where the account stands, and no bar of no width.
        let (from, to) = ([at(step.from), top + 3.0], [at(step.from), bottom - 3.0]);
        page.shape(Shape::Line { from, to, colour: colours.line, width: 1.0, dashed: false });
        return;
    };
    let (from, to) = (step.from.min(step.from + amount), step.from.max(step.from + amount));
    let (fill, ink) = step_fill(step.key);
    page.bar(Rect::new(at(from), top, (at(to) - at(from)).max(0.5), BAR), fill, colours.of(ink));
    if let Some((low, high)) = step.limits {
        // Where sources disagree: a whisker from the least to the most.
        let (low, high) = (at(step.from + low), at(step.from + high));
        let (from, to) = ([low, bottom + 4.0], [high.max(low + 2.0), bottom + 4.0]);
        page.shape(Shape::Line { from, to, colour: colours.text, width: 2.0, dashed: false });
    }
}

/// The sum of all steps, which is what was reported.
fn total(page: &mut Page<'_>, figure: &BridgeFigure) {
    let (places, colours) = (places(page), page.colours);
    page.y += 2.0;
    page.rule(page.y);
    let middle = page.y + ROW / 2.0;
    let name = page.words().t("bridge-total-row");
    page.begin(&format!("{name}: {}", figure.reported_text));
    page.line([page.left, middle], &name, (Type::STRONG, colours.text), Anchor::Start, places.names);
    let room = places.figure - places.bar.1 - 4.0;
    if let Some(reported) = figure.reported {
        let long = reported.max(0) as f32 * points(figure, places.bar);
        page.bar(Rect::new(places.bar.0, middle - BAR / 2.0, long.max(0.5), BAR), Fill::Outline, colours.text);
        page.line([places.figure, middle], &figure.reported_text, (Type::STRONG, colours.text), Anchor::End, room);
    } else {
        let style = (Type::STRONG, colours.soft);
        page.line([places.figure, middle], &figure.reported_text, style, Anchor::End, places.figure - places.bar.0);
    }
    page.end();
    page.y += ROW;
}
