//! The bars of what was cut short: a strip for each project in which ceiling, award, spent and the rest stand apart,
//! and the groups. What nobody published is an empty frame with a question mark.

use eframe::egui::{Align2, Rect, Sense, Stroke, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::figure::{CutPart, Shortfall, Strip, StripPart, group_value};
use crate::session::{Command, Selected, Session};
use crate::ui::kit::{self, Fill};
use crate::ui::theme::{self, palette};

/// Height of a strip.
const STRIP: f32 = 42.0;
/// Height of a group's bar.
const GROUP: f32 = 28.0;
/// Room for a figure behind its bar.
const FIGURE: f32 = 56.0;

/// Draws the strips under their titles.
pub(super) fn draw(ui: &mut Ui, figure: &Shortfall, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let currency = session.document.portfolio.currency();
    let unit = words.tf("plot-unit-money", &[("currency", currency.code().into())]);
    kit::title(ui, &words.t("cut-strips"), &unit);
    let titles = [words.t("cut-ceiling"), words.t("cut-award"), words.t("cut-spent"), words.t("cut-rest")];
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let (name, cell) = widths(rect.width());
    let font = theme::caption().resolve(ui.style());
    for (place, title) in titles.iter().enumerate() {
        let left = rect.left() + name + place as f32 * cell;
        let galley = kit::elided(ui, title, font.clone(), palette(ui).soft, cell - 8.0);
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette(ui).soft);
    }
    for strip in &figure.strips {
        self::strip(ui, strip, figure.scale, session, out);
    }
    if let Some(estimate) = &figure.estimate {
        kit::small(ui, format!("{}: {estimate}", words.t("cut-rest")));
    }
}

/// The width of the names, and of each of the four cells.
fn widths(width: f32) -> (f32, f32) {
    let name = (width * 0.34).clamp(170.0, 380.0);
    (name, (width - name) / 4.0)
}

fn strip(ui: &mut Ui, strip: &Strip, scale: i128, session: &Session, out: &mut Vec<Command>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), STRIP), Sense::click());
    let colours = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4, colours.hovered);
    }
    let (name, cell) = widths(rect.width());
    let area = strip.theme.map_or(colours.accent, |place| colours.area(place));
    let swatch = Rect::from_min_size(pos2(rect.left(), rect.top() + 8.0), vec2(10.0, 10.0));
    ui.painter().rect_filled(swatch, 2, area);
    let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let label = kit::elided(ui, &strip.label, body, colours.text, name - 26.0);
    ui.painter().galley(pos2(rect.left() + 16.0, rect.top() + 4.0), label, colours.text);
    let time = kit::elided(ui, &strip.time, small, colours.soft, name - 26.0);
    ui.painter().galley(pos2(rect.left() + 16.0, rect.top() + 22.0), time, colours.soft);
    for (place, part) in strip.parts.iter().enumerate() {
        let left = rect.left() + name + place as f32 * cell;
        let within = Rect::from_min_max(pos2(left, rect.top() + 9.0), pos2(left + cell - 8.0, rect.bottom() - 15.0));
        self::part(ui, part, within, scale, area);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, colours.line.gamma_multiply(0.6)));
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &strip.spoken));
    if response.clicked() {
        out.push(Command::Select(Some(Selected::Project(strip.id.clone()))));
    }
    let told: Vec<&str> = strip.parts.iter().map(|part| part.spoken.as_str()).collect();
    let hint = format!("{}\n{}\n{}", strip.label, strip.time, told.join("\n"));
    let _ = session;
    kit::hint(ui, response, &hint);
}

fn part(ui: &Ui, part: &StripPart, within: Rect, scale: i128, area: eframe::egui::Color32) {
    let colours = palette(ui);
    let room = (within.width() - FIGURE).max(8.0);
    let font = TextStyle::Small.resolve(ui.style());
    // What was published and has no length here says its figure.
    if let (None, Some(figure)) = (part.value, &part.figure) {
        let galley = kit::elided(ui, figure, font, colours.text, within.width());
        let top = within.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(within.left(), top), galley, colours.text);
        return;
    }
    let (length, fill, colour) = match (part.value, part.estimate) {
        (None, _) => (26.0_f32.min(room.max(20.0)), Fill::Question, colours.soft),
        (Some(value), estimate) => {
            let fill = if estimate { Fill::Dotted } else { Fill::Solid };
            ((value as f32 / scale as f32 * room).max(2.0), fill, area)
        }
    };
    let bar = Rect::from_min_size(within.min, vec2(length, within.height()));
    kit::bar(ui.painter(), bar, fill, colour, colours.surface);
    if let Some(figure) = &part.figure {
        let at = pos2(bar.right() + 5.0, bar.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, figure, font, colours.text);
    }
}

/// Draws the groups of what was cut, each clicked to narrow to it.
pub(super) fn groups(ui: &mut Ui, figure: &Shortfall, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let longest = figure.groups.iter().filter_map(|group| group.cut).max().unwrap_or(0).max(1);
    for group in &figure.groups {
        self::group(ui, group, longest, session, out);
    }
}

fn group(ui: &mut Ui, group: &CutPart, longest: i128, session: &Session, out: &mut Vec<Command>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GROUP), Sense::click());
    let (colours, by) = (palette(ui), session.view.cut_by);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4, colours.hovered);
    }
    let names = (rect.width() * 0.34).clamp(170.0, 380.0);
    let body = TextStyle::Body.resolve(ui.style());
    let label = kit::elided(ui, &group.label, body.clone(), colours.text, names - 14.0);
    ui.painter().galley(pos2(rect.left(), rect.center().y - label.size().y / 2.0), label, colours.text);
    let text = ui.painter().layout_no_wrap(group.text.clone(), body, colours.soft);
    let room = (rect.width() - names - text.size().x - 12.0).max(8.0);
    let left = rect.left() + names;
    let (length, fill) = match group.cut {
        None => (24.0, Fill::Question),
        Some(cut) => ((cut as f32 / longest as f32 * room).max(2.0), Fill::Dotted),
    };
    let theme = group.key.as_deref().filter(|_| by == crate::query::By::Theme);
    let place = theme.and_then(|key| session.document.portfolio.themes.position(key));
    let colour = place.map_or(colours.accent, |place| colours.area(place));
    let bar = Rect::from_min_size(pos2(left, rect.top() + 6.0), vec2(length, GROUP - 12.0));
    kit::bar(ui.painter(), bar, fill, colour, colours.surface);
    ui.painter().galley(pos2(bar.right() + 8.0, rect.center().y - text.size().y / 2.0), text, colours.soft);
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &group.spoken));
    if response.clicked() {
        out.push(Command::Toggle(by.field(), group_value(by, group.key.as_deref())));
    }
    kit::hint(ui, response, &group.spoken);
}
