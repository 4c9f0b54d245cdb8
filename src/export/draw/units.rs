//! The unit chart: each project one mark, its area its money. What is unknown is a ring with a question mark.

use super::letters::{Type, plain, width};
use super::page::{Page, height};
use super::scene::{Anchor, Shape};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{MOST_UNITS, Rgb, Unit, UnitChart, UnitGroup, unit_chart};

/// Room between marks.
const GAP: f32 = 4.0;
/// Room for the name under a mark, and how wide it is at least.
const NAME: [f32; 2] = [74.0, 18.0];
/// With more marks than these their names are told under the pointer only.
const NAMED: usize = 60;

/// The picture of the projects.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Picture {
    let scene = shown.scene;
    let words = scene.names.words;
    let by = words.t(look.units.message());
    let unit = words.tf("picture-units-by", &[("by", by.into())]);
    let mut page = Page::new(of, shown, look, &words.t("units-title"), &unit);
    let count = scene.answer.rows.len();
    if count > MOST_UNITS {
        let args = [("n", count.into()), ("most", MOST_UNITS.into())];
        let refusal = words.tf("units-too-many", &args);
        page.paragraph(&refusal, Type::BODY, page.colours.text, 4);
        return page.finish(&[], &refusal);
    }
    let chart = unit_chart(look.units, scene.answer, scene.names, scene.index);
    for group in &chart.groups {
        band(&mut page, group, &chart);
    }
    let told: Vec<String> = chart.groups.iter().map(|group| format!("{}: {}", group.label, group.text)).collect();
    let mut notes = vec![words.t("units-hollow")];
    if chart.count > NAMED {
        notes.push(words.t("picture-units-unnamed"));
    }
    page.finish(&notes, &told.join("; "))
}

/// The radius of the largest mark: the fewer, the larger.
const fn largest(count: usize) -> f32 {
    match count {
        0..=40 => 30.0,
        41..=150 => 20.0,
        151..=600 => 12.0,
        _ => 7.0,
    }
}

/// One group: its name, and its marks in lines.
fn band(page: &mut Page<'_>, group: &UnitGroup, chart: &UnitChart) {
    let longest = chart.groups.iter().map(|group| width(&plain(&group.label), Type::STRONG)).fold(0.0, f32::max);
    let names = (longest + 18.0).clamp(120.0, page.wide() * 0.32);
    let most = largest(chart.count);
    let radii: Vec<f32> = group.units.iter().map(|unit| (unit.share(chart.most).sqrt() * most).max(3.0)).collect();
    let under = if chart.count <= NAMED { NAME } else { [0.0, 0.0] };
    let (places, high) = packed(&radii, under, page.wide() - names);
    let (top, colours) = (page.y + 8.0, page.colours);
    let style = (Type::STRONG, colours.text);
    let room = names - 14.0;
    let words = height(&group.label, Type::STRONG, room);
    page.name([page.left, top + 3.0 + words / 2.0], &group.label, style, Anchor::Start, room);
    page.line([page.left, top + 14.0 + words], &group.text, (Type::SMALL, colours.soft), Anchor::Start, room);
    for ((unit, radius), [x, y]) in group.units.iter().zip(&radii).zip(&places) {
        let centre = [page.left + names + x, top + y];
        page.begin(&unit.spoken);
        mark(page, unit, centre, *radius);
        if under[1] > 0.0 {
            let room = (radius * 2.0).max(under[0]) - 2.0;
            let style = (Type::SMALL, colours.soft);
            page.line([centre[0], centre[1] + radius + 10.0], &unit.label, style, Anchor::Middle, room);
        }
        page.end();
    }
    page.y = top + high.max(words + 30.0) + 8.0;
    page.rule(page.y);
}

/// Where marks with names of this size under them stand in lines of this width, and how high all is.
fn packed(radii: &[f32], under: [f32; 2], wide: f32) -> (Vec<[f32; 2]>, f32) {
    let side = |radius: &f32| (radius * 2.0).max(under[0]);
    let mut lines: Vec<Vec<f32>> = Vec::new();
    let mut x = 0.0;
    for radius in radii {
        if lines.is_empty() || x + side(radius) > wide {
            lines.push(Vec::new());
            x = 0.0;
        }
        lines.last_mut().into_iter().for_each(|line| line.push(*radius));
        x += side(radius) + GAP;
    }
    let (mut places, mut top) = (Vec::with_capacity(radii.len()), 0.0_f32);
    for line in &lines {
        // All stand on the middle of their line.
        let high = line.iter().copied().fold(0.0, f32::max) * 2.0;
        let mut x = 0.0;
        for radius in line {
            places.push([x + side(radius) / 2.0, top + high / 2.0]);
            x += side(radius) + GAP;
        }
        top += high + under[1] + GAP;
    }
    (places, (top - GAP).max(0.0))
}

/// A disc in the colours of its areas, or a ring with a question mark.
fn mark(page: &mut Page<'_>, unit: &Unit, centre: [f32; 2], radius: f32) {
    let colours = page.colours;
    let areas: Vec<Rgb> = unit.themes.iter().map(|place| colours.area(*place)).collect();
    let first = areas.first().copied().unwrap_or(colours.soft);
    let disc = |paint, edge| Shape::Disc { centre, radius, paint, edge };
    if unit.amount.is_none() {
        page.shape(Shape::Disc { centre, radius: radius - 0.8, paint: colours.surface, edge: Some((first, 1.6)) });
        if radius > 7.0 {
            page.line(centre, "?", (Type::SMALL, colours.text), Anchor::Middle, radius * 2.0);
        }
    } else if areas.len() < 2 {
        page.shape(disc(first, None));
    } else {
        for (place, colour) in areas.iter().enumerate() {
            page.shape(slice(centre, radius, (place, areas.len()), *colour));
        }
    }
}

/// One of so many equal slices: which areas, not how much of each.
fn slice([x, y]: [f32; 2], radius: f32, (place, of): (usize, usize), colour: Rgb) -> Shape {
    const STEPS: usize = 32;
    let around = (0..=STEPS).map(|step| {
        let turn = (place as f32 + step as f32 / STEPS as f32) / of as f32;
        let angle = std::f32::consts::TAU * turn - std::f32::consts::FRAC_PI_2;
        [x + radius * angle.cos(), y + radius * angle.sin()]
    });
    Shape::Polygon { points: std::iter::once([x, y]).chain(around).collect(), colour }
}
