//! Bars that lie: names to the left, figures behind the bars, one scale.

use eframe::egui::{self, Rect, Response, Sense, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};
use egui_plot::{Bar, BarChart, Plot};

use crate::figure::{BarFigure, BarPart, BarPlot, part_fill};
use crate::session::{CardOf, Command, Session};
use crate::ui::kit::{self, Fill};
use crate::ui::theme::{Palette, palette};

/// Height of a bar with its space.
pub(super) const ROW: f32 = 33.0;
/// How many bars show before "more".
const FEW: usize = 12;

/// Draws the bars.
pub(super) fn draw(ui: &mut Ui, plot: &BarPlot, row_height: f32, session: &Session, out: &mut Vec<Command>) {
    let open_id = ui.scope_id().with("open");
    let mut open: bool = ui.data_mut(|data| data.get_temp(open_id)).unwrap_or(false);
    let shown = if open { plot.bars.len() } else { plot.bars.len().min(FEW) };
    let bars: Vec<&BarFigure> = plot.bars.iter().take(shown).collect();
    let width = ui.available_width();
    let label = |bar: &&BarFigure| kit::text_width(ui, &bar.label);
    let names = (bars.iter().map(label).fold(0.0, f32::max) + 14.0).clamp(90.0, (width * 0.46).max(90.0));
    let (area, figure) = ui.allocate_exact_size(vec2(width, bars.len() as f32 * row_height), Sense::hover());
    figure.widget_info(|| WidgetInfo::labeled(accesskit::Role::Figure, true, &plot.summary));
    let rects = plotted(ui, plot, &bars, Rect::from_min_max(pos2(area.left() + names, area.top()), area.max));
    for (place, (bar, rects)) in bars.iter().zip(rects).enumerate() {
        let row =
            Rect::from_min_size(pos2(area.left(), area.top() + place as f32 * row_height), vec2(width, row_height));
        line(ui, plot, bar, row, names, &rects, session, out);
    }
    if plot.bars.len() > FEW {
        let more = plot.bars.len() - FEW;
        let label =
            if open { session.words.t("facet-fewer") } else { session.words.tf("facet-more", &[("n", more.into())]) };
        if kit::link(ui, &label, TextStyle::Body).clicked() {
            open = !open;
            ui.data_mut(|data| data.insert_temp(open_id, open));
        }
    }
}

/// Lets the plot lay the bars out and gives where each part of each stands.
fn plotted(ui: &mut Ui, plot: &BarPlot, bars: &[&BarFigure], area: Rect) -> Vec<Vec<Rect>> {
    let count = bars.len() as f64;
    let mut drawn = Vec::new();
    let mut ends = Vec::new();
    for (place, bar) in bars.iter().enumerate() {
        let mut start = 0.0;
        let y = count - 1.0 - place as f64;
        let mut parts = Vec::new();
        for part in &bar.parts {
            let value = part.value as f64;
            drawn.push(
                Bar::new(y, value)
                    .base_offset(start)
                    .width(0.58)
                    .horizontal()
                    .fill(egui::Color32::TRANSPARENT)
                    .stroke(egui::Stroke::NONE),
            );
            parts.push((start, start + value, y));
            start += value;
        }
        ends.push(parts);
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("plot"));
    // Room stays for the figures behind the longest bar.
    let body = TextStyle::Body.resolve(ui.style());
    let longest = bars.iter().max_by_key(|bar| bar.length()).map_or("", |bar| bar.text.as_str());
    let text = ui.painter().layout_no_wrap(longest.to_owned(), body, egui::Color32::WHITE).size().x + 14.0;
    let room = f64::from(area.width() / (area.width() - text).max(area.width() * 0.3));
    let longest = plot.longest() as f64 * room;
    let shown = still("bars", area)
        .include_x(0.0)
        .include_x(longest)
        .include_y(-0.5)
        .include_y(count - 0.5)
        .show(&mut child, |plot| plot.bar_chart(BarChart::new("", drawn).allow_hover(false)));
    let rect = |(from, to, y): &(f64, f64, f64)| {
        let corner = |x: f64, y: f64| shown.transform.position_from_point(&egui_plot::PlotPoint::new(x, y));
        Rect::from_two_pos(corner(*from, y - 0.29), corner(*to, y + 0.29))
    };
    ends.iter().map(|parts| parts.iter().map(rect).collect()).collect()
}

/// A plot that only lays out: nothing in it moves, and the page scrolls under the pointer.
pub(super) fn still(name: &'static str, area: Rect) -> Plot<'static> {
    Plot::new(name)
        .height(area.height())
        .width(area.width())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .sense(Sense::hover())
}

/// The colour and fill of a part.
pub(super) fn look(part: &BarPart, colours: &Palette) -> (Fill, egui::Color32) {
    let (fill, ink) = part_fill(part);
    (fill, colours.of(ink))
}

#[expect(clippy::too_many_arguments, reason = "a line is where all of these meet")]
fn line(
    ui: &mut Ui,
    plot: &BarPlot,
    bar: &BarFigure,
    row: Rect,
    names: f32,
    rects: &[Rect],
    session: &Session,
    out: &mut Vec<Command>,
) {
    let colours = palette(ui);
    let response = ui.interact(row.shrink2(vec2(0.0, 1.0)), ui.scope_id().with(("bar", &bar.key)), Sense::click());
    if response.hovered() || bar.chosen {
        let fill = if bar.chosen { colours.chosen } else { colours.hovered };
        ui.painter().rect_filled(row.expand2(vec2(4.0, -1.0)), 4, fill);
    }
    let body = TextStyle::Body.resolve(ui.style());
    let label = kit::elided(ui, &bar.label, body.clone(), colours.text, names - 12.0);
    ui.painter().galley(pos2(row.left(), row.center().y - label.size().y / 2.0), label, colours.text);
    let mut end = row.left() + names;
    for (part, rect) in bar.parts.iter().zip(rects) {
        let (fill, colour) = look(part, colours);
        let rect = Rect::from_min_max(rect.min, pos2(rect.right().max(rect.left() + 2.0), rect.bottom()));
        kit::bar(ui.painter(), rect, fill, colour, colours.surface);
        end = rect.right();
    }
    if bar.is_unknown() {
        let mark = Rect::from_min_size(pos2(end, row.center().y - 9.5), vec2(22.0, 19.0));
        kit::bar(ui.painter(), mark, Fill::Question, colours.soft, colours.surface);
        end = mark.right();
    }
    let text = kit::elided(ui, &bar.text, body, colours.text, row.right() - end - 10.0);
    ui.painter().galley(pos2(end + 8.0, row.center().y - text.size().y / 2.0), text, colours.text);
    kit::focus_ring(ui, &response);
    act(&response, plot, bar, session, out);
    kit::hint(ui, response, &bar.spoken);
}

/// A click filters by the bar; the menu behind the other button opens its card.
pub(super) fn act(response: &Response, plot: &BarPlot, bar: &BarFigure, session: &Session, out: &mut Vec<Command>) {
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, bar.chosen, &bar.spoken));
    let (field, value) = bar.target.clone();
    let words = &session.words;
    if response.clicked() {
        out.push(Command::Toggle(field, value.clone()));
    }
    response.context_menu(|ui| {
        if ui.button(words.t("plot-open-card")).clicked() {
            out.push(Command::Card(Some(CardOf::Group(plot.by, bar.key.clone()))));
            ui.close();
        }
        let label = if bar.chosen { words.t("plot-unfilter") } else { words.t("plot-filter") };
        if ui.button(label).clicked() {
            out.push(Command::Toggle(field, value.clone()));
            ui.close();
        }
    });
}
