//! What came after: the money of the set by what is known of who goes on, in one bar; and the same for each thematic
//! area, with its gap in words.

use super::letters::Type;
use super::page::{Page, Sample, height};
use super::scene::{Anchor, Rect};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{AreaFigure, Fill, Length, after_fill, aftermath};
use crate::query::{After, By, Gap};

/// Height of the bar of the set.
const WHOLE: f32 = 26.0;
/// Height of an area's bar, and of an area whose name has one line.
const BAR: f32 = 16.0;
const AREA: f32 = 52.0;
/// Width of the box of what nobody published.
const UNKNOWN: f32 = 26.0;

/// The picture of what came after.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Picture {
    let scene = shown.scene;
    let words = scene.names.words;
    let figure = aftermath(scene.answer, By::Theme, scene.names, scene.index);
    let unit = super::bars::unit(Length::Money, &shown);
    let mut page = Page::new(of, shown, look, &words.t("after-coverage"), &unit);
    page.sentence(&figure.sentence, 10);
    let parts = figure.parts.iter().filter_map(|part| Some((part.after, part.amount.filter(|value| *value > 0)?)));
    let told: Vec<&str> = figure.parts.iter().map(|part| part.spoken.as_str()).collect();
    let told = told.join("; ");
    page.begin(&told);
    let bar = Rect::new(page.left, page.y, page.wide(), WHOLE);
    segments(&mut page, bar, &parts.collect::<Vec<_>>(), figure.total);
    page.end();
    page.y += WHOLE + 8.0;
    let sample = |after| {
        let (fill, ink) = after_fill(after);
        Sample::Bar(fill, page.colours.of(ink))
    };
    let key = figure.parts.iter().map(|part| (sample(part.after), format!("{}: {}", part.label, part.text)));
    let key = key.collect();
    page.key(key);
    let areas = look.part(&figure.areas);
    if !areas.is_empty() {
        page.paragraph(&words.t("after-by-areas"), Type::STRONG, page.colours.text, 2);
        page.y += 4.0;
    }
    let longest = areas.iter().filter_map(|area| area.amount).max().unwrap_or(0).max(1);
    for area in areas {
        self::area(&mut page, area, longest);
    }
    let notes: Vec<String> = look.told(figure.areas.len(), shown).into_iter().chain(figure.warning.clone()).collect();
    let areas: Vec<&str> = figure.areas.iter().map(|area| area.spoken.as_str()).collect();
    page.finish(&notes, &format!("{} {told}. {}", figure.sentence, areas.join(" ")))
}

/// The parts of a bar end to end, as long as their money; an empty one where no amount counts.
fn segments(page: &mut Page<'_>, bar: Rect, parts: &[(After, i128)], whole: i128) {
    if parts.is_empty() {
        let colour = page.colours.soft;
        return page.bar(Rect::new(bar.x, bar.y, UNKNOWN, bar.height), Fill::Question, colour);
    }
    let mut before = 0_i128;
    let place = |sum: i128| bar.x + sum as f32 / whole.max(1) as f32 * bar.width;
    for (after, value) in parts {
        let from = place(before);
        before += value;
        let (fill, ink) = after_fill(*after);
        let colour = page.colours.of(ink);
        page.bar(Rect::new(from, bar.y, (place(before) - from).max(0.5), bar.height), fill, colour);
    }
}

fn area(page: &mut Page<'_>, area: &AreaFigure, longest: i128) {
    let colours = page.colours;
    let names = page.wide() * 0.36;
    let theme = area.key.as_deref().and_then(|key| page.shown.scene.names.portfolio.themes.position(key));
    page.begin(&area.spoken);
    let mut left = page.left;
    if let Some(place) = theme {
        page.rect(Rect::new(left, page.y + 9.0, 10.0, 10.0), 2.0, colours.area(place));
        left += 17.0;
    }
    let room = page.left + names - left - 12.0;
    let more = (height(&area.label, Type::BODY, room) - Type::BODY.line()).max(0.0);
    let middle = page.y + 14.0 + more / 2.0;
    page.name([left, middle], &area.label, (Type::BODY, colours.text), Anchor::Start, room);
    page.line([left, page.y + 33.0 + more], &area.text, (Type::SMALL, colours.soft), Anchor::Start, room);
    let from = page.left + names;
    let wide = page.right() - from;
    let long = area.amount.map_or(UNKNOWN, |value| value as f32 / longest as f32 * wide);
    segments(page, Rect::new(from, page.y + 6.0, long, BAR), &area.parts, area.amount.unwrap_or(0));
    // A gap is the finding: it stands out, and says so in words.
    let colour = if area.gap == Gap::Nobody { colours.text } else { colours.soft };
    page.line([from, page.y + 33.0], &area.gap_text, (Type::SMALL, colour), Anchor::Start, wide);
    page.end();
    page.y += AREA + more;
}
