//! Above the chart: how the lanes stand, zoom, the way to the table, and the key to the fills in one line.

use eframe::egui::{
    self, Button, FontId, Rect, Response, Sense, Stroke, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use super::cache::Figure;
use crate::figure::SegmentKind;
use crate::session::{Command, LaneOrder, Session, Verb};
use crate::ui::kit::{self, Fill};
use crate::ui::reach;
use crate::ui::theme::palette;

/// Where the buttons leave word for the chart, which alone knows what lies in its middle.
pub(super) fn zoom_id() -> egui::Id {
    egui::Id::unique("atalaya timeline zoom")
}

/// How the lanes stand, and the buttons.
pub(super) fn bar(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let narrow = ui.available_width() < 760.0;
    let told = words.t("timeline-lanes");
    let title = if narrow { "" } else { told.as_str() };
    let options = LaneOrder::ALL.map(|order| (order, words.t(message(order))));
    let buttons = BUTTONS.iter().skip(if session.view.as_table { 3 } else { 0 });
    let wide: f32 = buttons.clone().map(|button| button.width(ui, session)).sum();
    let in_one_line = kit::choice_width(ui, title, &options) + wide + 16.0 <= ui.available_width();
    ui.horizontal(|ui| {
        if let Some(order) = kit::choose_told(ui, title, &told, &options, session.view.lanes) {
            out.push(Command::Lanes(order));
        }
        if in_one_line {
            reach::at_right(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                buttons.clone().for_each(|button| button.show(ui, session, out));
            });
        }
    });
    if !in_one_line {
        ui.horizontal_wrapped(|ui| buttons.for_each(|button| button.show(ui, session, out)));
    }
}

/// What stands beside the choice of the order of lanes.
#[derive(Clone, Copy)]
enum Beside {
    Zoom { plus: bool },
    Fit,
    Table,
}

/// From left to right; the last one also beside the table.
const BUTTONS: [Beside; 4] = [Beside::Zoom { plus: false }, Beside::Zoom { plus: true }, Beside::Fit, Beside::Table];

impl Beside {
    fn text(self, session: &Session) -> String {
        session.words.t(match self {
            Self::Zoom { plus: true } => "timeline-zoom-in",
            Self::Zoom { plus: false } => "timeline-zoom-out",
            Self::Fit => "timeline-fit",
            Self::Table if session.view.as_table => "timeline-as-drawing",
            Self::Table => "timeline-as-table",
        })
    }

    /// How wide it is with the space beside it.
    fn width(self, ui: &Ui, session: &Session) -> f32 {
        match self {
            Self::Zoom { .. } => SIGN.x + 4.0,
            Self::Fit | Self::Table => {
                kit::text_width(ui, &self.text(session)) + ui.spacing().button_padding.x * 2.0 + 8.0
            }
        }
    }

    fn show(self, ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
        let text = self.text(session);
        match self {
            Self::Zoom { plus } => {
                if sign_button(ui, plus, &text).clicked() {
                    ui.data_mut(|data| data.insert_temp(zoom_id(), if plus { 1.5_f64 } else { 1.0 / 1.5 }));
                    ui.request_repaint();
                }
            }
            Self::Fit => {
                let fit = ui.add_enabled(session.view.window.is_some(), Button::new(text));
                if fit.on_hover_text(session.words.t("timeline-fit-hint")).clicked() {
                    out.push(Command::Do(Verb::FitTimeline));
                }
            }
            Self::Table => {
                if ui.add(Button::new(text)).clicked() {
                    out.push(Command::AsTable(!session.view.as_table));
                }
            }
        }
    }
}

/// The key of an order's name here, shorter than in the menus.
const fn message(order: LaneOrder) -> &'static str {
    match order {
        LaneOrder::Theme => "timeline-by-theme",
        LaneOrder::Implementer => "timeline-by-implementer",
        LaneOrder::Start => "timeline-by-start",
        LaneOrder::End => "timeline-by-end",
    }
}

/// How large a button with a sign is.
const SIGN: egui::Vec2 = vec2(26.0, 24.0);

/// A button with a plus or a minus, painted.
fn sign_button(ui: &mut Ui, plus: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(SIGN, Sense::click());
    if ui.is_rect_visible(rect) {
        let colours = palette(ui);
        let style = ui.style().interact(&response);
        ui.painter().rect(rect, style.corner_radius, style.bg_fill, style.bg_stroke, egui::StrokeKind::Inside);
        let (c, stroke) = (rect.center(), Stroke::new(1.5, colours.text));
        ui.painter().hline(c.x - 5.0..=c.x + 5.0, c.y, stroke);
        if plus {
            ui.painter().vline(c.x, c.y - 5.0..=c.y + 5.0, stroke);
        }
        kit::focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}

/// What one sample of the key shows.
#[derive(Clone, Copy, PartialEq)]
enum Sample {
    Fill(Fill),
    Whisker,
    StatedEnd,
    Soft,
    Event,
    Theme(usize),
}

/// A sample with its words: whole, short, and explained.
struct Entry {
    sample: Sample,
    long: String,
    short: String,
    hint: String,
}

fn entries(session: &Session, figure: &Figure) -> Vec<Entry> {
    let words = &session.words;
    let has = |kind: SegmentKind| figure.lanes.occurs.kinds.contains(&kind);
    let entry = |sample, long: String, short: String, hint: String| Entry { sample, long, short, hint };
    let all = [
        has(SegmentKind::Ran).then(|| {
            let hint = words.t("timeline-key-ran-hint");
            entry(Sample::Fill(Fill::Solid), words.t("timeline-key-ran"), words.t("timeline-key-ran-short"), hint)
        }),
        has(SegmentKind::Named).then(|| {
            let (long, short) = (words.t("timeline-key-named"), words.t("timeline-key-named-short"));
            entry(Sample::Fill(Fill::Hatched), long, short, words.t("timeline-key-named-hint"))
        }),
        has(SegmentKind::Implied).then(|| {
            let (long, short) = (words.t("timeline-key-implied"), words.t("timeline-key-implied-short"));
            entry(Sample::Fill(Fill::Outline), long, short, words.t("timeline-key-implied-hint"))
        }),
        has(SegmentKind::Unknown).then(|| {
            let (long, short) = (words.t("timeline-key-unknown"), words.t("timeline-key-unknown-short"));
            entry(Sample::Fill(Fill::Question), long, short, words.t("timeline-key-unknown-hint"))
        }),
        has(SegmentKind::Planned).then(|| {
            let (long, short) = (words.t("timeline-key-planned"), words.t("timeline-key-planned-short"));
            entry(Sample::Whisker, long, short, words.t("timeline-key-planned-hint"))
        }),
        figure.lanes.occurs.stated_end.then(|| {
            let (long, short) = (words.t("timeline-key-stated"), words.t("timeline-key-stated-short"));
            entry(Sample::StatedEnd, long, short, words.t("timeline-key-stated-hint"))
        }),
        figure.lanes.occurs.soft.then(|| {
            let (long, short) = (words.t("timeline-key-soft"), words.t("timeline-key-soft-short"));
            entry(Sample::Soft, long, short, words.t("timeline-key-soft-hint"))
        }),
        (!figure.marks.is_empty()).then(|| {
            let (long, short) = (words.t("timeline-key-event"), words.t("timeline-key-event"));
            entry(Sample::Event, long, short, words.t("timeline-key-event-hint"))
        }),
    ];
    all.into_iter().flatten().collect()
}

/// The key in one line; with the names of the themes in a second where the groups do not name them.
pub(super) fn key(ui: &mut Ui, session: &Session, figure: &Figure, themes: bool) {
    line(ui, &entries(session, figure), true);
    if themes && session.view.lanes != LaneOrder::Theme {
        let names = session.names();
        let theme = |place: &usize| {
            let name = names.theme(&session.document.portfolio.themes.get(*place)?.id);
            Some(Entry { sample: Sample::Theme(*place), long: name.clone(), short: name.clone(), hint: name })
        };
        let named: Vec<Entry> = figure.themes.iter().filter_map(theme).collect();
        line(ui, &named, false);
    }
}

/// Width of a sample and the space to its words.
const SAMPLE: f32 = 26.0;
const GAP: f32 = 12.0;

fn line(ui: &mut Ui, entries: &[Entry], droppable: bool) {
    let font = TextStyle::Small.resolve(ui.style());
    let colour = palette(ui).soft;
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), colour).size().x;
    let gaps = entries.len() as f32 * (SAMPLE + GAP);
    let (long, mut short): (Vec<f32>, Vec<f32>) = entries.iter().map(|e| (width(&e.long), width(&e.short))).unzip();
    let mut room = ui.available_width() - gaps;
    let fits_long = long.iter().sum::<f32>() <= room;
    while droppable && short.iter().sum::<f32>() > room && short.len() > 4 {
        // The last ones say least: events have their number at the left, soft edges their words on hover.
        short.pop();
        room += SAMPLE + GAP;
    }
    let needed: Vec<f32> = if fits_long { long } else { short };
    // Where not even the short words fit, all give way by the same part and say the rest on hover.
    let part = (room / needed.iter().sum::<f32>().max(1.0)).min(1.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.set_height(18.0);
        for (entry, width) in entries.iter().zip(needed) {
            sample(ui, entry, fits_long, (width * part).ceil(), &font);
        }
    });
}

fn sample(ui: &mut Ui, entry: &Entry, long: bool, width: f32, font: &FontId) {
    let colours = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(SAMPLE + width, 18.0), Sense::hover());
    let text = if long { &entry.long } else { &entry.short };
    let galley = kit::elided(ui, text, font.clone(), colours.soft, width + 1.0);
    let at = pos2(rect.left() + SAMPLE, rect.center().y - galley.size().y / 2.0);
    let drawn = Rect::from_min_size(pos2(rect.left(), rect.center().y - 5.5), vec2(20.0, 11.0));
    draw(ui, entry.sample, drawn);
    ui.painter().galley(at, galley, colours.soft);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &entry.hint));
    response.on_hover_text(&entry.hint);
}

fn draw(ui: &Ui, sample: Sample, rect: Rect) {
    let (painter, colours) = (ui.painter(), palette(ui));
    let neutral = colours.soft;
    match sample {
        Sample::Fill(fill) => kit::bar(painter, rect, fill, neutral, colours.surface),
        Sample::Whisker => super::bars::whisker(painter, rect, neutral),
        Sample::StatedEnd => {
            let bar = Rect::from_min_max(rect.min, pos2(rect.right() - 3.0, rect.bottom()));
            kit::bar(painter, bar, Fill::Solid, neutral, colours.surface);
            super::bars::end_cap(painter, bar.right(), rect, colours.text);
        }
        Sample::Soft => kit::fade(painter, rect, neutral, egui::Color32::TRANSPARENT),
        Sample::Event => {
            painter.circle_stroke(rect.center(), 4.5, Stroke::new(1.6, colours.accent));
        }
        Sample::Theme(place) => {
            let square = Rect::from_center_size(rect.center(), vec2(10.0, 10.0));
            painter.rect_filled(square, 2, colours.area(place));
        }
    }
}
