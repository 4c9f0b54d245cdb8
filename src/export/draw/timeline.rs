//! The timeline: a lane for each project under its group, what happened above them, the cut-off across them, how many
//! were active below.

mod axis;
mod lanes;

use super::letters::{Type, plain, width};
use super::page::{Page, Sample};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{self, Fill, Lanes, LanesBy, Mark, SegmentKind};

/// The picture of the timeline.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Picture {
    let scene = shown.scene;
    let words = scene.names.words;
    let lanes = figure::lanes(&scene.answer.rows, look.lanes, scene.index, scene.names);
    let marks = figure::marks(shown.events, scene.index);
    let by = match look.lanes {
        LanesBy::Theme => words.t("timeline-by-theme"),
        LanesBy::Implementer => words.t("timeline-by-implementer"),
        LanesBy::Start => words.t("timeline-by-start"),
        LanesBy::End => words.t("timeline-by-end"),
    };
    let unit = words.tf("picture-lanes-by", &[("by", by.into())]);
    let mut page = Page::new(of, shown, look, &words.t("picture-name-timeline"), &unit);
    let key = key(&page, &lanes, &marks);
    page.key(key);
    let places: Vec<usize> = (0..lanes.lanes.len()).collect();
    let drawn = look.part(&places);
    let mut told = Told::default();
    if drawn.is_empty() {
        page.paragraph(&words.t("timeline-none"), Type::BODY, page.colours.soft, 2);
    } else {
        told = chart(&mut page, &lanes, &marks, drawn);
    }
    let mut notes: Vec<String> = look.told(lanes.lanes.len(), shown).into_iter().collect();
    notes.extend(told.left_off.then(|| words.t("picture-amounts-left-off")));
    notes.extend(told.perhaps.then(|| words.t("picture-active-perhaps")));
    notes.extend(undated(&lanes, shown));
    let spoken = spoken(&lanes, marks.len(), shown);
    page.finish(&notes, &spoken)
}

/// What of a chart needs a note.
#[derive(Default)]
struct Told {
    /// Whether some projects were perhaps active, which is drawn paler.
    perhaps: bool,
    /// Whether some amounts had no room.
    left_off: bool,
}

/// Draws it.
fn chart(page: &mut Page<'_>, lanes: &Lanes, marks: &[Mark], drawn: &[usize]) -> Told {
    let scene = page.shown.scene;
    let label = |place: &usize| {
        let project = scene.names.portfolio.projects.get(lanes.lanes.get(*place)?.row)?;
        Some(width(&plain(&scene.names.project_short(&project)), Type::BODY))
    };
    let longest = drawn.iter().filter_map(label).fold(0.0, f32::max);
    let names = (longest + 4.0).clamp(110.0, page.wide() * 0.34);
    let plot = (page.left + names + 12.0, page.right() - 10.0);
    let chart = axis::Chart::new(lanes, marks, plot);
    let top = page.y;
    // Lines lie behind everything, and how far down they reach is known only when the lanes are drawn.
    let behind = page.place();
    axis::labels(page, &chart);
    axis::events(page, &chart, marks);
    let below = page.y;
    let left_off = lanes::draw(page, &chart, lanes, drawn);
    let bottom = page.y;
    page.draw_at(behind, |page| axis::grid(page, &chart, (top + 20.0, bottom)));
    axis::cut(page, &chart, (below, bottom));
    Told { perhaps: axis::activity(page, &chart), left_off }
}

/// Only what is drawn somewhere is explained.
fn key(page: &Page<'_>, lanes: &Lanes, marks: &[Mark]) -> Vec<(Sample, String)> {
    let (words, colours, occurs) = (page.words(), page.colours, &lanes.occurs);
    let has = |kind: SegmentKind| occurs.kinds.contains(&kind);
    let neutral = colours.soft;
    let entries = [
        (has(SegmentKind::Ran), Sample::Bar(Fill::Solid, neutral), words.t("timeline-key-ran")),
        (has(SegmentKind::Named), Sample::Bar(Fill::Hatched, neutral), words.t("timeline-key-named")),
        (has(SegmentKind::Implied), Sample::Bar(Fill::Outline, neutral), words.t("timeline-key-implied")),
        (has(SegmentKind::Unknown), Sample::Bar(Fill::Question, neutral), words.t("timeline-key-unknown")),
        (has(SegmentKind::Planned), Sample::Whisker(neutral), words.t("timeline-key-planned")),
        (occurs.stated_end, Sample::Capped(neutral), words.t("timeline-key-stated")),
        (occurs.soft, Sample::Soft(neutral), words.t("timeline-key-soft")),
        (!marks.is_empty(), Sample::Ring(colours.accent), words.t("picture-key-event")),
    ];
    let drawn = entries.into_iter().filter(|(drawn, ..)| *drawn).map(|(_, sample, text)| (sample, text));
    let mut key: Vec<(Sample, String)> = drawn.collect();
    if page.look.lanes != LanesBy::Theme {
        let names = page.shown.scene.names;
        let mut places: Vec<usize> = lanes.lanes.iter().filter_map(|lane| lane.theme).map(|at| at as usize).collect();
        places.sort_unstable();
        places.dedup();
        let themes = places.into_iter().filter_map(|place| {
            Some((Sample::Square(colours.area(place)), names.theme(&names.portfolio.themes.get(place)?.id)))
        });
        key.extend(themes);
    }
    key
}

/// The records that have no place on an axis, by name as far as they are few.
fn undated(lanes: &Lanes, shown: Shown<'_>) -> Option<String> {
    let names = shown.scene.names;
    let count = lanes.undated.len();
    let named: Vec<String> =
        lanes.undated.iter().take(12).filter_map(|row| figure::undated(*row, names)).map(|one| one.label).collect();
    let title = names.words.tf("timeline-undated", &[("n", count.into())]);
    let rest = count - named.len().min(count);
    let more = (rest > 0).then(|| names.words.tf("timeline-more", &[("n", rest.into())]));
    let list: Vec<String> = named.into_iter().chain(more).collect();
    (count > 0).then(|| format!("{title}: {}", list.join(", ")))
}

fn spoken(lanes: &Lanes, events: usize, shown: Shown<'_>) -> String {
    let words = shown.scene.names.words;
    let mut parts = vec![words.tf("timeline-sum-projects", &[("n", lanes.lanes.len().into())])];
    if let Some((from, to)) = lanes.extent {
        let last = crate::model::Day(to.0.saturating_sub(1));
        let args = [("from", from.year().to_string().into()), ("to", last.year().to_string().into())];
        parts.push(words.tf("timeline-from-to", &args));
    }
    if let (true, Some(cutoff)) = (lanes.beyond > 0, &shown.scene.names.portfolio.header.cutoff) {
        let args = [("n", lanes.beyond.into()), ("date", words.date(cutoff.date).into())];
        parts.push(words.tf("timeline-sum-beyond", &args));
    }
    if events > 0 {
        parts.push(words.tf("timeline-sum-events", &[("n", events.into())]));
    }
    parts.join(", ")
}
