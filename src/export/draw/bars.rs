//! Bars that lie: names to the left, figures behind the bars, one scale for all.

use super::letters::{Type, plain, width};
use super::page::{Page, Sample, height};
use super::scene::{Anchor, Rect};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{BarFigure, BarPlot, Fill, Length, bar_plot, part_fill};
use crate::query::By;

/// Height of a bar, and of a bar with its space; where its name has several lines it has more of it.
const BAR: f32 = 20.0;
const ROW: f32 = 36.0;
/// Width of the box of what nobody published.
const UNKNOWN: f32 = 22.0;

/// The picture of a grouping.
pub(super) fn draw(of: &PictureOf, by: By, shown: Shown<'_>, look: Look) -> Option<Picture> {
    let scene = shown.scene;
    let plot = bar_plot(by, look.measure, scene.spread, scene.answer, scene.names, scene.index);
    let bars = look.part(&plot.bars);
    if bars.is_empty() {
        return None;
    }
    let mut page = Page::new(of, shown, look, &title(&plot, look.measure, &shown), &unit(look.measure, &shown));
    let key = key(&page, bars);
    page.key(key);
    lines(&mut page, bars);
    let notes: Vec<String> = look.told(plot.bars.len(), shown).into_iter().chain(plot.notes.iter().cloned()).collect();
    Some(page.finish(&notes, &plot.summary))
}

/// What a plot is called where it stands alone.
fn title(plot: &BarPlot, measure: Length, shown: &Shown<'_>) -> String {
    let words = shown.scene.names.words;
    let what = if measure == Length::Projects { "projects" } else { "money" };
    let args = [("measure", what.into())];
    match plot.by {
        By::Theme | By::Year => plot.title.clone(),
        By::Implementer => words.tf("picture-title-implementer", &args),
        By::State => words.tf("picture-title-state", &args),
        By::Ending => words.tf("picture-title-ending", &args),
        By::Status => words.tf("picture-title-status", &args),
        By::Sector => words.tf("picture-title-sector", &args),
    }
}

/// In which unit, in whole words.
pub(super) fn unit(measure: Length, shown: &Shown<'_>) -> String {
    let names = shown.scene.names;
    match measure {
        Length::Money | Length::Whole => {
            names.words.tf("picture-unit-money", &[("currency", names.portfolio.currency().code().into())])
        }
        Length::Projects => names.words.t("picture-unit-projects"),
    }
}

/// Only what is not stated needs a word.
fn key(page: &Page<'_>, bars: &[BarFigure]) -> Vec<(Sample, String)> {
    let (words, colours) = (page.words(), page.colours);
    let parts = || bars.iter().flat_map(|bar| &bar.parts);
    let assumed = parts().any(|part| part.assumed);
    let entry = |fill, colour, key: &str| (Sample::Bar(fill, colour), words.t(key));
    let ours = assumed.then(|| entry(Fill::Dotted, colours.soft, "picture-key-divided"));
    let unknown = bars.iter().any(BarFigure::is_unknown).then(|| entry(Fill::Question, colours.soft, "plot-unknown"));
    ours.into_iter().chain(unknown).collect()
}

/// Room for names: what the longest needs, within bounds.
fn names_room(page: &Page<'_>, bars: &[BarFigure]) -> f32 {
    let wide = page.wide();
    let longest = bars.iter().map(|bar| width(&plain(&bar.label), Type::BODY)).fold(0.0, f32::max);
    (longest + 14.0).clamp(90.0, wide * 0.36)
}

fn lines(page: &mut Page<'_>, bars: &[BarFigure]) {
    let names = names_room(page, bars);
    let left = page.left + names;
    let room = page.right() - left;
    let points = scale(bars, room);
    for bar in bars {
        let high = ROW.max(height(&bar.label, Type::BODY, names - 12.0) + 8.0);
        let middle = page.y + high / 2.0;
        page.begin(&bar.spoken);
        let style = (Type::BODY, page.colours.text);
        page.name([page.left, middle], &bar.label, style, Anchor::Start, names - 12.0);
        let end = left + parts(page, bar, [left, middle], points);
        let colour = page.colours.text;
        page.line([end + 8.0, middle], &bar.text, (Type::BODY, colour), Anchor::Start, page.right() - end - 8.0);
        page.end();
        page.y += high;
    }
}

/// Points for each hundredth or project: every bar has room for its figure behind it.
fn scale(bars: &[BarFigure], room: f32) -> f32 {
    let longest = bars.iter().map(BarFigure::length).max().unwrap_or(0).max(1) as f32;
    let fits = bars.iter().filter(|bar| bar.length() > 0).map(|bar| {
        let text = width(&plain(&bar.text), Type::BODY) + 10.0;
        (room - text).max(0.0) / bar.length() as f32
    });
    // However long a figure is, the bars keep a part of the width.
    fits.fold(room / longest, f32::min).max(room * 0.25 / longest)
}

/// The parts of a bar end to end; how long all are.
fn parts(page: &mut Page<'_>, bar: &BarFigure, [left, middle]: [f32; 2], points: f32) -> f32 {
    let top = middle - BAR / 2.0;
    if bar.is_unknown() {
        page.bar(Rect::new(left, top, UNKNOWN, BAR), Fill::Question, page.colours.soft);
        return UNKNOWN;
    }
    let mut before = 0_i128;
    for part in &bar.parts {
        let from = left + before as f32 * points;
        before += part.value;
        let long = (left + before as f32 * points - from).max(0.5);
        let (fill, ink) = part_fill(part);
        page.bar(Rect::new(from, top, long, BAR), fill, page.colours.of(ink));
    }
    before as f32 * points
}
