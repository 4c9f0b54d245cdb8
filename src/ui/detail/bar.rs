//! A project's little timeline: solid to the cut-off, then by how its ending is known; start, cut-off and end named.

use eframe::egui::{Galley, Rect, Sense, Stroke, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};
use std::sync::Arc;

use crate::figure::ending_fill;
use crate::figure::facts::PlanBar;
use crate::i18n::Words;
use crate::model::Day;
use crate::ui::kit::{self, Fill};
use crate::ui::theme::palette;

const HEIGHT: f32 = 16.0;
/// Between two labels of one row.
const GAP: f32 = 10.0;

/// Draws it, in the colour of the theme at this place.
pub fn show(ui: &mut Ui, bar: &PlanBar, theme: usize, words: &Words) {
    let colours = palette(ui);
    let colour = colours.area(theme);
    let width = ui.available_width();
    let labels = place_labels(ui, bar, width);
    let row_height = ui.text_style_height(&TextStyle::Small);
    let rows = labels.iter().map(|label| label.row + 1).max().unwrap_or(0);
    let size = vec2(width, HEIGHT + 3.0 + row_height * rows as f32);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        let x = |day: Day| rect.left() + at(bar, day, width);
        let strip = |from: f32, to: f32| Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.top() + HEIGHT));
        let cut = x(bar.solid_to);
        if bar.solid_to < bar.to {
            let rest = strip(cut - 1.0, rect.right());
            match bar.rest {
                Some(ending) => kit::bar(ui.painter(), rest, ending_fill(ending), colour, colours.surface),
                // It was planned so far and ended early by another cause: a thin line, as in the timeline.
                None => drop(ui.painter().hline(rest.x_range(), rest.center().y, Stroke::new(2.0, colour))),
            }
        }
        kit::bar(ui.painter(), strip(rect.left(), cut), Fill::Solid, colour, colours.surface);
        for label in &labels {
            let top = rect.top() + HEIGHT + 3.0 + label.row as f32 * row_height;
            let crossed = |other: &Placed| {
                let span = other.left - 3.0..=other.left + other.galley.size().x + 3.0;
                other.row < label.row && span.contains(&label.tick)
            };
            if label.row > 0 && !labels.iter().any(crossed) {
                let from = rect.top() + HEIGHT;
                ui.painter().vline(label.tick + rect.left(), from..=top + 1.0, Stroke::new(1.0, colours.soft));
            }
            ui.painter().galley(pos2(rect.left() + label.left, top), Arc::clone(&label.galley), colours.soft);
        }
    }
    let name = words.tf("detail-bar-name", &[("what", bar.spoken.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &name));
    response.on_hover_text(&bar.spoken);
}

/// How far from the left a day stands.
fn at(bar: &PlanBar, day: Day, width: f32) -> f32 {
    let whole = (f64::from(bar.to.0) - f64::from(bar.from.0)).max(1.0);
    let part = (f64::from(day.0) - f64::from(bar.from.0)) / whole;
    (part.clamp(0.0, 1.0) as f32) * width
}

struct Placed {
    galley: Arc<Galley>,
    left: f32,
    tick: f32,
    row: usize,
}

/// First and last stand at the ends; what is between goes to a second row where it would touch one of them.
fn place_labels(ui: &Ui, bar: &PlanBar, width: f32) -> Vec<Placed> {
    let font = TextStyle::Small.resolve(ui.style());
    let colour = palette(ui).soft;
    let last = bar.labels.len().saturating_sub(1);
    let mut placed: Vec<Placed> = Vec::new();
    // The ends first: they hold the first row.
    let ends = bar.labels.iter().enumerate().filter(|(place, _)| *place == 0 || *place == last);
    let between = bar.labels.iter().enumerate().filter(|(place, _)| *place != 0 && *place != last);
    for (place, label) in ends.chain(between) {
        let galley = ui.painter().layout_no_wrap(label.text.clone(), font.clone(), colour);
        let (tick, wide) = (at(bar, label.day, width), galley.size().x);
        let left = match place {
            0 => 0.0,
            _ if place == last => width - wide,
            _ => (tick - wide / 2.0).clamp(0.0, (width - wide).max(0.0)),
        };
        let touches = |other: &Placed, row: usize| {
            other.row == row && left < other.left + other.galley.size().x + GAP && other.left < left + wide + GAP
        };
        let row = (0..3).find(|row| placed.iter().all(|other| !touches(other, *row))).unwrap_or(3);
        placed.push(Placed { galley, left, tick, row });
    }
    placed
}
