//! For how much of the money it is known what came after: one bar for the set, and one for each area with its gap.

use eframe::egui::{Color32, Rect, Sense, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::continuity::entry;
use crate::figure::{Aftermath, AreaFigure, after_fill, group_value};
use crate::query::{After, By, Gap};
use crate::session::{Command, Session};
use crate::ui::kit::{self, Fill};
use crate::ui::theme::palette;

/// Height of the bar of the set.
const WHOLE: f32 = 26.0;
/// Height of an area's line.
const AREA: f32 = 46.0;

/// "millones de dólares (USD)".
pub(super) fn unit(session: &Session) -> String {
    let currency = session.document.portfolio.currency();
    session.words.tf("plot-unit-money", &[("currency", currency.code().into())])
}

/// How a part is drawn.
fn look(after: After, ui: &Ui) -> (Fill, Color32) {
    let (fill, ink) = after_fill(after);
    (fill, palette(ui).of(ink))
}

/// The mark of a part beside its name.
pub(super) fn swatch(ui: &mut Ui, after: After) {
    let (fill, colour) = look(after, ui);
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 14.0), Sense::hover());
    kit::bar(ui.painter(), rect, fill, colour, palette(ui).surface);
}

/// Draws the bar of the set with its legend.
pub(super) fn draw(ui: &mut Ui, figure: &Aftermath) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), WHOLE), Sense::hover());
    let parts: Vec<(After, i128)> =
        figure.parts.iter().filter_map(|part| Some((part.after, part.amount.filter(|value| *value > 0)?))).collect();
    segments(ui, rect, &parts, figure.total);
    let told: Vec<&str> = figure.parts.iter().map(|part| part.spoken.as_str()).collect();
    let told = told.join("; ");
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, &told));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 4.0);
        for part in &figure.parts {
            let (fill, colour) = look(part.after, ui);
            kit::legend(ui, fill, colour, &format!("{}: {}", part.label, part.text));
        }
    });
}

fn segments(ui: &Ui, rect: Rect, parts: &[(After, i128)], whole: i128) {
    let mut left = rect.left();
    for (after, value) in parts {
        let width = (*value as f32 / whole.max(1) as f32 * rect.width()).max(3.0);
        let (fill, colour) = look(*after, ui);
        let right = (left + width).min(rect.right());
        let bar = Rect::from_min_max(pos2(left, rect.top()), pos2((right - 1.5).max(left + 1.0), rect.bottom()));
        kit::bar(ui.painter(), bar, fill, colour, palette(ui).surface);
        left = right;
    }
}

/// Draws the areas, each clicked to narrow to it, with what entries say of them.
pub(super) fn areas(ui: &mut Ui, figure: &Aftermath, by: By, session: &Session, out: &mut Vec<Command>) {
    let longest = figure.areas.iter().filter_map(|area| area.amount).max().unwrap_or(0).max(1);
    ui.spacing_mut().item_spacing.y = 2.0;
    for area in &figure.areas {
        self::area(ui, area, by, longest, session, out);
        if !area.entries.is_empty() {
            let title = format!("{} ({})", session.words.t("after-entries"), area.entries.len());
            eframe::egui::CollapsingHeader::new(title).id_salt(&area.key).show(ui, |ui| {
                for said in &area.entries {
                    entry(ui, said, out);
                }
            });
        }
    }
}

fn area(ui: &mut Ui, area: &AreaFigure, by: By, longest: i128, session: &Session, out: &mut Vec<Command>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), AREA), Sense::click());
    let colours = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4, colours.hovered);
    }
    let names = (rect.width() * 0.36).clamp(180.0, 420.0);
    let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let theme = area.key.as_deref().filter(|_| by == By::Theme);
    let mut left = rect.left();
    if let Some(place) = theme.and_then(|key| session.document.portfolio.themes.position(key)) {
        let mark = Rect::from_min_size(pos2(left, rect.top() + 8.0), vec2(10.0, 10.0));
        ui.painter().rect_filled(mark, 2, colours.area(place));
        left += 16.0;
    }
    let room = rect.left() + names - left - 10.0;
    let label = kit::elided(ui, &area.label, body, colours.text, room);
    ui.painter().galley(pos2(left, rect.top() + 4.0), label, colours.text);
    let text = kit::elided(ui, &area.text, small.clone(), colours.soft, room);
    ui.painter().galley(pos2(left, rect.top() + 24.0), text, colours.soft);
    let bars = Rect::from_min_max(pos2(rect.left() + names, rect.top() + 6.0), rect.right_bottom());
    let length = area.amount.map_or(26.0, |value| value as f32 / longest as f32 * bars.width());
    let bar = Rect::from_min_size(bars.min, vec2(length.max(4.0), 16.0));
    if area.parts.is_empty() {
        kit::bar(ui.painter(), bar, Fill::Question, colours.soft, colours.surface);
    } else {
        segments(ui, bar, &area.parts, area.amount.unwrap_or(0));
    }
    // A gap is the finding: it stands out, and says so in words.
    let colour = if area.gap == Gap::Nobody { colours.text } else { colours.soft };
    let gap = kit::elided(ui, &area.gap_text, small, colour, bars.width());
    ui.painter().galley(pos2(bars.left(), rect.top() + 25.0), gap, colour);
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &area.spoken));
    if response.clicked() {
        out.push(Command::Toggle(by.field(), group_value(by, area.key.as_deref())));
    }
    kit::hint(ui, response, &area.spoken);
}
