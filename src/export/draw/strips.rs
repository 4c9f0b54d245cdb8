//! What was cut short: the groups of it, and a strip for each project in which ceiling, award, spent and the rest
//! stand apart. What nobody published is an empty frame with a question mark.

use super::letters::{Type, plain, width};
use super::page::{Page, Sample, height};
use super::scene::{Anchor, Rect};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{CutPart, Fill, Length, Rgb, Shortfall, Strip, StripPart, shortfall};
use crate::query::By;

/// Height of a strip whose words of time have one line, and of a group whose name has one.
const STRIP: f32 = 44.0;
const GROUP: f32 = 36.0;

/// The picture of what was cut short.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Picture {
    let scene = shown.scene;
    let words = scene.names.words;
    let figure = shortfall(scene.answer, look.cut_by, scene.names, scene.index);
    let unit = format!("{} · {}", super::bars::unit(Length::Money, &shown), figure.reading);
    let mut page = Page::new(of, shown, look, &words.t("picture-name-cut"), &unit);
    page.sentence(&figure.sentence, 10);
    let strips = look.part(&figure.strips);
    if !strips.is_empty() {
        let key = key(&page, &figure);
        page.key(key);
        groups(&mut page, look.part(&figure.groups));
        page.y += 10.0;
        self::strips(&mut page, strips, figure.scale);
    }
    let mut notes: Vec<String> = look.told(figure.strips.len(), shown).into_iter().collect();
    notes.extend(look.told(figure.groups.len(), shown).filter(|_| figure.groups.len() > figure.strips.len()));
    notes.extend(figure.divided.clone());
    notes.extend(figure.apart.iter().map(|(label, rows)| format!("{label} ({})", words.int(rows.len() as i64))));
    let told: Vec<&str> = figure.strips.iter().map(|strip| strip.spoken.as_str()).collect();
    page.finish(&notes, &format!("{} {}", figure.sentence, told.join(". ")))
}

fn key(page: &Page<'_>, figure: &Shortfall) -> Vec<(Sample, String)> {
    let (words, colours) = (page.words(), page.colours);
    let parts = || figure.strips.iter().flat_map(|strip| &strip.parts);
    let estimate = figure.estimate.clone().map(|text| (Sample::Bar(Fill::Dotted, colours.soft), text));
    let unknown = parts().any(|part| part.figure.is_none());
    let unknown = unknown.then(|| (Sample::Bar(Fill::Question, colours.soft), words.t("picture-key-unpublished")));
    estimate.into_iter().chain(unknown).collect()
}

/// A heading within the picture.
fn heading(page: &mut Page<'_>, text: &str) {
    page.paragraph(text, Type::STRONG, page.colours.text, 2);
    page.y += 4.0;
}

fn groups(page: &mut Page<'_>, groups: &[CutPart]) {
    let (words, colours) = (page.words(), page.colours);
    let by = match page.look.cut_by {
        By::Implementer => words.t("cut-by-implementer"),
        By::State => words.t("cut-by-state"),
        _ => words.t("cut-by-theme"),
    };
    heading(page, &format!("{} · {by}", words.t("cut-groups")));
    let names = page.wide() * 0.36;
    let left = page.left + names;
    let text = groups.iter().map(|group| width(&plain(&group.text), Type::BODY)).fold(0.0, f32::max);
    let room = (page.wide() - names - text - 12.0).max(page.wide() * 0.15);
    let longest = groups.iter().filter_map(|group| group.cut).max().unwrap_or(0).max(1) as f32;
    for group in groups {
        let (long, fill) = match group.cut {
            None => (24.0, Fill::Question),
            Some(cut) => ((cut as f32 / longest * room).max(0.5), Fill::Dotted),
        };
        let beside = page.right() - left - long - 8.0;
        let words = [(&group.label, names - 14.0), (&group.text, beside)];
        let words = words.map(|(text, room)| height(text, Type::BODY, room) + 8.0);
        let high = words.into_iter().fold(GROUP, f32::max);
        let middle = page.y + high / 2.0;
        page.begin(&group.spoken);
        page.name([page.left, middle], &group.label, (Type::BODY, colours.text), Anchor::Start, names - 14.0);
        let colour = group_colour(page, group);
        page.bar(Rect::new(left, middle - 9.0, long, 18.0), fill, colour);
        let at = [left + long + 8.0, middle];
        page.name(at, &group.text, (Type::BODY, colours.text), Anchor::Start, beside);
        page.end();
        page.y += high;
    }
}

fn group_colour(page: &Page<'_>, group: &CutPart) -> Rgb {
    let theme = group.key.as_deref().filter(|_| page.look.cut_by == By::Theme && group.cut.is_some());
    let place = theme.and_then(|key| page.shown.scene.names.portfolio.themes.position(key));
    let plain = if group.cut.is_some() { page.colours.accent } else { page.colours.soft };
    place.map_or(plain, |place| page.colours.area(place))
}

fn strips(page: &mut Page<'_>, strips: &[Strip], scale: i128) {
    let (words, colours) = (page.words(), page.colours);
    heading(page, &words.t("cut-strips"));
    let titles = [words.t("cut-ceiling"), words.t("cut-award"), words.t("cut-spent"), words.t("cut-rest")];
    let name = page.wide() * 0.36;
    let cell = (page.wide() - name) / 4.0;
    let high = titles.iter().map(|title| height(title, Type::CAPTION, cell - 8.0) + 2.0).fold(34.0, f32::max);
    for (place, title) in titles.iter().enumerate() {
        let at = [page.left + name + place as f32 * cell, page.y + high / 2.0];
        let of = title.split(' ').fold(Type::CAPTION, |of, word| of.fitting(word, cell - 8.0));
        page.name(at, title, (of, colours.soft), Anchor::Start, cell - 8.0);
    }
    page.y += high;
    let drawn = strips.iter().flat_map(|strip| &strip.parts).filter(|part| part.value.is_some());
    let figures = drawn.filter_map(|part| part.figure.as_ref()).map(|figure| width(figure, Type::SMALL));
    let room = (cell - figures.fold(0.0, f32::max) - 14.0).max(8.0);
    let time = strips.iter().map(|strip| height(&strip.time, Type::SMALL, name - 30.0)).fold(0.0, f32::max);
    let high = STRIP.max(time + 26.0);
    for strip in strips {
        self::strip(page, strip, (name, cell, high), (room, scale));
    }
}

fn strip(page: &mut Page<'_>, strip: &Strip, (name, cell, high): (f32, f32, f32), (room, scale): (f32, i128)) {
    let colours = page.colours;
    let area = strip.theme.map_or(colours.accent, |place| colours.area(place));
    let left = page.left;
    page.begin(&strip.spoken);
    page.rect(Rect::new(left, page.y + 7.0, 10.0, 10.0), 2.0, area);
    let style = (Type::BODY, colours.text);
    page.line([left + 17.0, page.y + 12.0], &strip.label, style, Anchor::Start, name - 30.0);
    let style = (Type::SMALL, colours.soft);
    page.name([left + 17.0, page.y + f32::midpoint(high, 18.0)], &strip.time, style, Anchor::Start, name - 30.0);
    for (place, part) in strip.parts.iter().enumerate() {
        let at = [left + name + place as f32 * cell, page.y + high / 2.0];
        self::part(page, part, at, (room, cell - 8.0, scale), area);
    }
    page.end();
    page.y += high;
    page.rule(page.y);
}

fn part(
    page: &mut Page<'_>,
    part: &StripPart,
    [x, middle]: [f32; 2],
    (room, cell, scale): (f32, f32, i128),
    area: Rgb,
) {
    let colours = page.colours;
    let style = (Type::SMALL, colours.text);
    // What was published and has no length here says its figure.
    if let (None, Some(figure)) = (part.value, &part.figure) {
        page.name([x, middle], figure, style, Anchor::Start, cell);
        return;
    }
    let (long, fill, colour) = match (part.value, part.estimate) {
        (None, _) => (26.0, Fill::Question, colours.soft),
        (Some(value), true) => (value as f32 / scale as f32 * room, Fill::Dotted, area),
        (Some(value), false) => (value as f32 / scale as f32 * room, Fill::Solid, area),
    };
    page.bar(Rect::new(x, middle - 9.0, long.max(0.5), 18.0), fill, colour);
    if let Some(figure) = &part.figure {
        page.line([x + long + 5.0, middle], figure, style, Anchor::Start, f32::MAX);
    }
}
