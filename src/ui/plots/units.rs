//! The unit chart drawn: each project one mark of its size that keeps its identity, its selection and its name while
//! it moves from one grouping to another. With less motion it does not travel.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align2, Color32, FontId, Galley, Id, Pos2, Rect, Sense, Shape, Stroke, TextStyle, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit, pos2, vec2,
};

use crate::figure::{MOST_UNITS, Unit, UnitChart, UnitGroup, UnitsBy, unit_chart};
use crate::session::{Command, Selected, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};
use crate::ui::worked::{worked, working};

/// Width of a group's name.
const NAMES: f32 = 220.0;
/// Room between marks.
const GAP: f32 = 4.0;
/// Seconds that a mark takes to its new place.
const TRAVEL: f32 = 0.45;
/// Room for the name under a mark, and how wide it is at least.
const NAME: Vec2 = vec2(68.0, 17.0);
/// With more marks than these their names are told on hover and focus only.
const NAMED: usize = 60;
/// With more marks than these none travels: nobody could follow.
const TRAVELLING: usize = 600;

/// Draws the chart.
pub(super) fn draw(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let count = session.answer().rows.len();
    if count > MOST_UNITS {
        kit::title(ui, &words.t("units-title"), &words.t("units-size"));
        kit::soft(ui, words.tf("units-too-many", &[("n", count.into()), ("most", MOST_UNITS.into())]));
        return;
    }
    let Some(chart) = chart(ui, session) else { return working(ui, session) };
    kit::title(ui, &words.t("units-title"), &words.t("units-size"));
    let options = UnitsBy::ALL.map(|by| (by, words.t(by.message())));
    if let Some(by) = kit::choose(ui, &words.t("units-by"), &options, session.view.units_by) {
        out.push(Command::UnitsBy(by));
    }
    ui.add_space(4.0);
    if session.view.as_table {
        table(ui, &chart, session, out);
        return;
    }
    let largest = largest(chart.count);
    let figure = UiBuilder::new().accessibility_role(accesskit::Role::Figure);
    ui.scope_builder(figure.accessibility_label(chart.summary.clone()), |ui| {
        for group in &chart.groups {
            band(ui, group, &chart, largest, session, out);
        }
    });
    kit::small(ui, words.t("units-hollow"));
}

/// The radius of the largest mark: the fewer, the larger.
fn largest(count: usize) -> f32 {
    match count {
        0..=40 => 30.0,
        41..=150 => 20.0,
        151..=600 => 12.0,
        _ => 7.0,
    }
}

/// A mark's radius: its area is its money.
fn radius(unit: &Unit, most: i64, largest: f32) -> f32 {
    (unit.share(most).sqrt() * largest).max(3.0)
}

/// How wide what is clicked of the smallest mark is. Where each has its name there is room for a shaky hand; among hundreds
/// the table beside has the same.
fn target_side(under: Vec2) -> f32 {
    if under.y > 0.0 { 24.0 } else { 14.0 }
}

/// One group: its name, and its marks in lines.
fn band(ui: &mut Ui, group: &UnitGroup, chart: &UnitChart, largest: f32, session: &Session, out: &mut Vec<Command>) {
    let width = ui.available_width();
    let names = NAMES.min(width * 0.34);
    let radii: Vec<f32> = group.units.iter().map(|unit| radius(unit, chart.most, largest)).collect();
    let under = if chart.count <= NAMED { NAME } else { Vec2::ZERO };
    let (places, height) = packed(&radii, under, width - names);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, height.max(if width < 760.0 { 72.0 } else { 56.0 }) + 8.0), Sense::hover());
    let colours = palette(ui);
    let (body, small) = (theme::strong().resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let label = two_lines(ui, &group.label, body, colours.text, names - 10.0);
    let below = label.size().y + 4.0;
    ui.painter().galley(rect.min + vec2(0.0, 2.0), label, colours.text);
    let text = two_lines(ui, &group.text, small, colours.soft, names - 10.0);
    ui.painter().galley(rect.min + vec2(0.0, below), text, colours.soft);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, colours.line));
    let whole = format!("{}\n{}", group.label, group.text);
    response.on_hover_text(kit::shown(ui, &whole).into_owned());
    let origin = rect.min + vec2(names, 4.0);
    for ((unit, radius), place) in group.units.iter().zip(&radii).zip(&places) {
        let travels = chart.count <= TRAVELLING && !session.settings.less_motion;
        mark(ui, unit, (origin + *place, *radius), under, travels, session, out);
    }
}

/// Text in two lines at most.
fn two_lines(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(kit::shown(ui, text).into_owned(), font, colour, width);
    job.wrap.max_rows = 2;
    job.wrap.overflow_character = Some('…');
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Where marks with names of this size under them stand in lines of this width, and how high all is.
fn packed(radii: &[f32], under: Vec2, width: f32) -> (Vec<Vec2>, f32) {
    let mut places = Vec::with_capacity(radii.len());
    let (mut x, mut top, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
    for radius in radii {
        let side = (radius * 2.0).max(under.x).max(target_side(under));
        if x > 0.0 && x + side > width {
            x = 0.0;
            top += line + under.y + GAP;
            line = 0.0;
        }
        // The largest comes first: it makes the line's height, and all stand on its middle.
        line = line.max(radius * 2.0).max(target_side(under));
        places.push(vec2(x + side / 2.0, top + line / 2.0));
        x += side + GAP;
    }
    (places, top + line + under.y)
}

fn mark(
    ui: &mut Ui,
    unit: &Unit,
    (target, radius): (Pos2, f32),
    under: Vec2,
    travels: bool,
    session: &Session,
    out: &mut Vec<Command>,
) {
    let id = Id::unique(("atalaya unit", &unit.id, unit.row));
    // Relative to the scrolled page, so that scrolling is no travel.
    let page = ui.max_rect().min;
    let seconds = if travels { TRAVEL } else { 0.0 };
    let relative = target - page;
    let centre = page
        + vec2(
            ui.ctx().animate_value_with_time(id.with("x"), relative.x, seconds),
            ui.ctx().animate_value_with_time(id.with("y"), relative.y, seconds),
        );
    let rect = Rect::from_center_size(centre, Vec2::splat((radius * 2.0).max(target_side(under))));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let response = ui.interact(rect, id, Sense::click());
    let colours = palette(ui);
    let selected = session.view.selected == Some(Selected::Project(unit.id.clone()));
    paint(ui, unit, centre, radius);
    if under.y > 0.0 {
        let font = TextStyle::Small.resolve(ui.style());
        let name = kit::elided(ui, &unit.label, font, colours.soft, (radius * 2.0).max(under.x) - 2.0);
        let at = pos2(centre.x - name.size().x / 2.0, centre.y + radius + 2.0);
        ui.painter().galley(at, name, colours.soft);
    }
    if selected || response.hovered() || response.has_focus() {
        let stroke = Stroke::new(if selected { 2.5 } else { 1.5 }, colours.text);
        ui.painter().circle_stroke(centre, radius + 2.0, stroke);
    }
    if response.has_focus() {
        ui.painter().circle_stroke(centre, radius + 4.0, kit::ring(ui));
    }
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, selected, &unit.spoken));
    if response.clicked() {
        out.push(Command::Select(Some(Selected::Project(unit.id.clone()))));
    }
    kit::hint(ui, response, &unit.spoken);
}

/// A disc in the colours of its areas, or a ring with a question mark.
fn paint(ui: &Ui, unit: &Unit, centre: Pos2, radius: f32) {
    let colours = palette(ui);
    let painter = ui.painter();
    let areas: Vec<Color32> = unit.themes.iter().map(|place| colours.area(*place)).collect();
    if unit.amount.is_none() {
        let colour = areas.first().copied().unwrap_or(colours.soft);
        painter.circle(centre, radius, colours.surface, Stroke::new(1.6, colour));
        if radius > 7.0 {
            let font = TextStyle::Small.resolve(ui.style());
            painter.text(centre, Align2::CENTER_CENTER, "?", font, colours.text);
        }
        return;
    }
    match areas.as_slice() {
        [] => drop(painter.circle_filled(centre, radius, colours.soft)),
        [one] => drop(painter.circle_filled(centre, radius, *one)),
        many => slices(ui, centre, radius, many),
    }
}

/// Equal slices: which areas, not how much of each.
fn slices(ui: &Ui, centre: Pos2, radius: f32, areas: &[Color32]) {
    const STEPS: usize = 24;
    let count = areas.len().max(1) as f32;
    for (place, colour) in areas.iter().enumerate() {
        let (from, to) = (place as f32 / count, (place as f32 + 1.0) / count);
        let mut points = vec![centre];
        for step in 0..=STEPS {
            let turn = from + (to - from) * step as f32 / STEPS as f32;
            let angle = std::f32::consts::TAU * turn - std::f32::consts::FRAC_PI_2;
            points.push(pos2(centre.x + radius * angle.cos(), centre.y + radius * angle.sin()));
        }
        ui.painter().add(Shape::convex_polygon(points, *colour, Stroke::NONE));
    }
}

/// The same as lines of text.
fn table(ui: &mut Ui, chart: &UnitChart, session: &Session, out: &mut Vec<Command>) {
    for group in &chart.groups {
        kit::strong(ui, format!("{} · {}", group.label, group.text));
        ui.indent(&group.label, |ui| {
            for unit in &group.units {
                ui.horizontal(|ui| {
                    crate::ui::links::project_link(ui, unit.row, session, out);
                    let money = unit.amount.map_or_else(
                        || session.words.t("missing-short"),
                        |value| session.names().millions(value.into()),
                    );
                    kit::small(ui, money);
                });
            }
        });
        ui.add_space(4.0);
    }
}

/// The chart, kept until records, filter, language or grouping change.
fn chart(ui: &Ui, session: &Session) -> Option<Arc<UnitChart>> {
    let by = session.view.units_by;
    let make = move |session: &Session| unit_chart(by, &session.answer(), session.names(), &session.document.index);
    worked(ui, Id::unique("atalaya unit chart"), (session.words.lang(), by), session, make)
}
