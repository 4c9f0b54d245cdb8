//! Bars that stand: years from the first to the last, each in the colours of its thematic areas. A year without a
//! project is a gap.

use std::collections::BTreeSet;

use eframe::egui::{self, Align2, Rect, Sense, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};
use egui_plot::{Bar, BarChart};

use super::bars;
use crate::figure::{BarFigure, BarPlot, Look};
use crate::session::{Command, Session};
use crate::ui::kit::{self, Fill};
use crate::ui::theme::palette;

const HEIGHT: f32 = 212.0;

/// Draws the years.
pub(super) fn draw(ui: &mut Ui, plot: &BarPlot, session: &Session, out: &mut Vec<Command>) {
    kit::title(ui, &plot.title, &plot.unit);
    let dated: Vec<(i32, &BarFigure)> =
        plot.bars.iter().filter_map(|bar| Some((bar.key.as_ref()?.parse().ok()?, bar))).collect();
    let (Some(first), Some(last)) = (dated.first().map(|(year, _)| *year), dated.last().map(|(year, _)| *year)) else {
        undated(ui, plot, session, out);
        return;
    };
    key(ui, &dated, session);
    let width = ui.available_width();
    let (area, figure) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    figure.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &plot.summary));
    let field = Rect::from_min_max(pos2(area.left(), area.top() + 18.0), pos2(area.right(), area.bottom() - 20.0));
    let placed = plotted(ui, plot, &dated, (first, last), field);
    let colours = palette(ui);
    let small = TextStyle::Small.resolve(ui.style());
    let slot = field.width() / (last - first + 1) as f32;
    ui.painter().hline(field.x_range(), field.bottom(), egui::Stroke::new(1.0, colours.line));
    for ((year, bar), rects) in dated.iter().zip(placed) {
        let left = field.left() + (year - first) as f32 * slot;
        let column = Rect::from_min_max(pos2(left, area.top()), pos2(left + slot, area.bottom()));
        let response = ui.interact(column, ui.scope_id().with(("year", year)), Sense::click());
        if response.hovered() || bar.chosen {
            let fill = if bar.chosen { colours.chosen } else { colours.hovered };
            ui.painter().rect_filled(column.shrink2(vec2(1.0, 0.0)), 4, fill);
        }
        let mut top = field.bottom();
        for (part, rect) in bar.parts.iter().zip(&rects) {
            let (fill, colour) = bars::look(part, colours);
            kit::bar(ui.painter(), rect.shrink2(vec2(0.0, 0.5)), fill, colour, colours.surface);
            if let Some(mark) = part.look.mark().filter(|_| rect.height() >= 12.0 && rect.width() >= 9.0) {
                let (at, ink) = (rect.center(), colours.on(colour));
                ui.painter().text(at, Align2::CENTER_CENTER, mark, small.clone(), ink);
            }
            top = top.min(rect.top());
        }
        if bar.is_unknown() {
            let mark = Rect::from_center_size(pos2(column.center().x, field.bottom() - 12.0), vec2(20.0, 18.0));
            kit::bar(ui.painter(), mark, Fill::Question, colours.soft, colours.surface);
            top = mark.top();
        }
        if slot > 30.0 && !bar.parts.is_empty() {
            ui.painter().text(
                pos2(column.center().x, top - 3.0),
                Align2::CENTER_BOTTOM,
                &bar.figure,
                small.clone(),
                colours.text,
            );
        }
        kit::focus_ring(ui, &response);
        bars::act(&response, plot, bar, session, out);
        if let Some(divided) = &bar.divided {
            ui.accesskit_node_builder(response.id, |node| node.set_description(divided.as_str()));
        }
        kit::hint(ui, response, &bar.told());
    }
    for year in first..=last {
        // Where there is no room for every year, only some are written.
        let every = (38.0 / slot).ceil() as i32;
        if (year - first) % every.max(1) == 0 {
            let x = field.left() + (year - first) as f32 * slot + slot / 2.0;
            ui.painter().text(
                pos2(x, field.bottom() + 4.0),
                Align2::CENTER_TOP,
                year.to_string(),
                small.clone(),
                colours.soft,
            );
        }
    }
    undated(ui, plot, session, out);
}

/// The areas that occur, each with the number that stands in its parts.
fn key(ui: &mut Ui, bars: &[(i32, &BarFigure)], session: &Session) {
    let looks: BTreeSet<Look> = bars.iter().flat_map(|(_, bar)| &bar.parts).map(|part| part.look).collect();
    if !looks.iter().any(|look| matches!(look, Look::Theme(_))) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let colours = palette(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 16.0;
        for look in looks {
            let colour = if let Look::Theme(place) = look { colours.area(place) } else { colours.accent };
            kit::legend(ui, Fill::Solid, colour, &session.names().look(look));
        }
    });
}

/// What has no year stands below, as a line of its own.
fn undated(ui: &mut Ui, plot: &BarPlot, session: &Session, out: &mut Vec<Command>) {
    for bar in plot.bars.iter().filter(|bar| bar.key.is_none()) {
        let text = format!("{}: {}", bar.label, bar.text);
        let link = kit::link(ui, &text, TextStyle::Body);
        bars::act(&link, plot, bar, session, out);
    }
}

fn plotted(ui: &mut Ui, plot: &BarPlot, bars: &[(i32, &BarFigure)], years: (i32, i32), area: Rect) -> Vec<Vec<Rect>> {
    let mut drawn = Vec::new();
    let mut ends = Vec::new();
    for (year, bar) in bars {
        let mut start = 0.0;
        let mut parts = Vec::new();
        for part in &bar.parts {
            let value = part.value as f64;
            drawn.push(
                Bar::new(f64::from(*year), value)
                    .base_offset(start)
                    .width(0.62)
                    .fill(egui::Color32::TRANSPARENT)
                    .stroke(egui::Stroke::NONE),
            );
            parts.push((f64::from(*year), start, start + value));
            start += value;
        }
        ends.push(parts);
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("plot"));
    let shown = bars::still("years", area)
        .include_x(f64::from(years.0) - 0.5)
        .include_x(f64::from(years.1) + 0.5)
        .include_y(0.0)
        .include_y(plot.longest() as f64 * 1.02)
        .show(&mut child, |plot| plot.bar_chart(BarChart::new("", drawn).allow_hover(false)));
    let rect = |(x, from, to): &(f64, f64, f64)| {
        let corner = |x: f64, y: f64| shown.transform.position_from_point(&egui_plot::PlotPoint::new(x, y));
        Rect::from_two_pos(corner(*x - 0.31, *from), corner(*x + 0.31, *to))
    };
    ends.iter().map(|parts| parts.iter().map(rect).collect()).collect()
}
