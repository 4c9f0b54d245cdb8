//! Bars that stand: years from the first to the last, each in the colours of its thematic areas. A year without a
//! project is a gap.

use std::collections::BTreeSet;

use super::bars::unit;
use super::letters::{Type, plain, width};
use super::page::{Page, Sample};
use super::scene::{Anchor, Rect, Shape};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{BarFigure, BarPlot, Fill, Length, Look as PartLook, bar_plot, part_fill};
use crate::query::{By, Spread};

/// Height of the longest bar.
const HIGH: f32 = 230.0;

/// The picture of the years.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Picture {
    let scene = shown.scene;
    let plot = bar_plot(By::Year, look.measure, scene.spread, scene.answer, scene.names, scene.index);
    let year = |bar: &BarFigure| bar.key.as_ref()?.parse::<i32>().ok();
    let all: Vec<(i32, BarFigure)> = plot.bars.iter().filter_map(|bar| Some((year(bar)?, bar.clone()))).collect();
    let dated = look.part(&all);
    let mut page = Page::new(of, shown, look, &title(&plot, look.measure, &shown), &unit(look.measure, &shown));
    let key = key(&page, dated);
    page.key(key);
    standing(&mut page, dated);
    undated(&mut page, &plot);
    let notes: Vec<String> = look.told(all.len(), shown).into_iter().chain(plot.notes.iter().cloned()).collect();
    page.finish(&notes, &plot.summary)
}

fn title(plot: &BarPlot, measure: Length, shown: &Shown<'_>) -> String {
    let words = shown.scene.names.words;
    match (measure, shown.scene.spread) {
        (Length::Projects, _) => plot.title.clone(),
        (_, Spread::Award) => words.t("picture-title-year-award"),
        (_, Spread::Even) => words.t("picture-title-year-even"),
    }
}

/// The areas that occur, and what is not known.
fn key(page: &Page<'_>, bars: &[(i32, BarFigure)]) -> Vec<(Sample, String)> {
    let (names, colours) = (page.shown.scene.names, page.colours);
    let looks = || bars.iter().flat_map(|(_, bar)| &bar.parts).map(|part| part.look);
    let places: BTreeSet<usize> =
        looks().filter_map(|look| if let PartLook::Theme(place) = look { Some(place) } else { None }).collect();
    let area = |place: usize| {
        names.portfolio.themes.get(place)?;
        Some((Sample::Square(colours.area(place)), names.look(PartLook::Theme(place))))
    };
    let mut key: Vec<(Sample, String)> = places.into_iter().filter_map(area).collect();
    // Where bars are projects they have one colour, which says nothing.
    if !key.is_empty() && looks().any(|look| look == PartLook::Plain) {
        key.push((Sample::Square(colours.accent), page.words().t("missing-theme")));
    }
    if bars.iter().any(|(_, bar)| bar.is_unknown()) {
        key.push((Sample::Bar(Fill::Question, colours.soft), page.words().t("plot-unknown")));
    }
    key
}

fn standing(page: &mut Page<'_>, bars: &[(i32, BarFigure)]) {
    let (Some((first, _)), Some((last, _))) = (bars.first(), bars.last()) else { return };
    let colours = page.colours;
    let (first, last) = (*first, *last);
    let longest = bars.iter().map(|(_, bar)| bar.length()).max().unwrap_or(0).max(1) as f32;
    // Few years do not stand far apart.
    let slot = (page.wide() / last.saturating_sub(first).saturating_add(1).max(1) as f32).min(110.0);
    let wide = (slot * 0.62).max(0.5);
    // Where nobody published an amount, nothing needs the height.
    let high = if bars.iter().all(|(_, bar)| bar.parts.is_empty()) { 30.0 } else { HIGH };
    let (left, top) = (page.left, page.y + 20.0);
    let ground = top + high;
    for (year, bar) in bars {
        let middle = left + (year - first) as f32 * slot + slot / 2.0;
        page.begin(&bar.told());
        let head = column(page, bar, (middle - wide / 2.0, ground), wide, high / longest);
        let figure = width(&plain(&bar.figure), Type::SMALL);
        if !bar.parts.is_empty() && figure + 3.0 <= slot {
            let style = (Type::SMALL, colours.text);
            page.line([middle, head - 9.0], &bar.figure, style, Anchor::Middle, slot);
        }
        page.end();
    }
    let end = left + slot * (last - first + 1) as f32;
    let (from, to) = ([left, ground], [end, ground]);
    page.shape(Shape::Line { from, to, colour: colours.line, width: 1.0, dashed: false });
    // Where there is no room for every year, only some are written.
    let every = (40.0 / slot).ceil().max(1.0) as usize;
    for year in (first..=last).step_by(every) {
        let x = left + (year - first) as f32 * slot + slot / 2.0;
        page.line([x, ground + 12.0], &year.to_string(), (Type::SMALL, colours.soft), Anchor::Middle, 40.0);
    }
    page.y = ground + 24.0;
}

/// A year's bar from this corner up; where it ends.
fn column(page: &mut Page<'_>, bar: &BarFigure, (x, ground): (f32, f32), wide: f32, points: f32) -> f32 {
    if bar.is_unknown() {
        let side = wide.clamp(12.0, 22.0);
        let rect = Rect::new(x + (wide - side) / 2.0, ground - 22.0, side, 20.0);
        page.bar(rect, Fill::Question, page.colours.soft);
        return rect.y;
    }
    let mut before = 0_i128;
    for part in &bar.parts {
        let bottom = ground - before as f32 * points;
        before += part.value;
        let high = bottom - (ground - before as f32 * points);
        let (fill, ink) = part_fill(part);
        // A hair between two areas, taken from the upper one.
        let gap = if high > 2.0 { 1.0 } else { 0.0 };
        let colour = page.colours.of(ink);
        page.bar(Rect::new(x, bottom - high, wide, (high - gap).max(0.5)), fill, colour);
        if let Some(mark) = part.look.mark().filter(|_| high >= 13.0 && wide >= 9.0) {
            let middle = bottom - f32::midpoint(high, gap);
            page.line([x + wide / 2.0, middle], &mark, (Type::SMALL, colour.ink()), Anchor::Middle, wide);
        }
    }
    ground - before as f32 * points
}

/// What has no year is told below.
fn undated(page: &mut Page<'_>, plot: &BarPlot) {
    for bar in plot.bars.iter().filter(|bar| bar.key.is_none()) {
        page.y += 4.0;
        let text = format!("{}: {}", bar.label, bar.text);
        page.paragraph(&text, Type::BODY, page.colours.text, 2);
    }
}
