//! The small pieces of the details pane and of cards: sections, told text, facts, lines of sources.

use std::any::Any;
use std::sync::Arc;

use eframe::egui::{self, Align2, Id, Response, Sense, Stroke, TextStyle, Ui, WidgetInfo, accesskit, pos2, text, vec2};

use crate::figure::facts::{SourceLine, Told};
use crate::i18n::Words;
use crate::session::{Command, Selected};
use crate::ui::kit::{self, Icon};
use crate::ui::theme::{self, palette};

/// What is derived for a view, kept in egui's memory under what it derives from: made once a change, never a frame.
pub fn cached<K, T>(ui: &Ui, id: Id, key: K, make: impl FnOnce() -> T) -> Arc<T>
where
    K: PartialEq + Clone + Any + Send + Sync,
    T: Any + Send + Sync,
{
    let kept: Option<(K, Arc<T>)> = ui.data(|data| data.get_temp(id));
    if let Some((old, value)) = kept
        && old == key
    {
        return value;
    }
    let value = Arc::new(make());
    ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&value))));
    value
}

/// The title of a section, with space above it.
pub fn section(ui: &mut Ui, title: &str) {
    ui.add_space(14.0);
    let label = kit::strong(ui, title);
    kit::tell_heading(&label, title, 2);
    ui.add_space(1.0);
}

/// A paragraph.
pub fn paragraph(ui: &mut Ui, text: &str) -> Response {
    kit::plain(ui, text)
}

/// Text of a record: a softer mark tells where it is not in the window's language, a screen reader switches to it.
pub fn told(ui: &mut Ui, told: &Told, style: TextStyle) -> Response {
    let colours = palette(ui);
    let soft = TextStyle::Body.resolve(ui.style());
    let mut job = text::LayoutJob::default();
    job.append(&kit::shown(ui, &told.text), 0.0, text::TextFormat::simple(style.resolve(ui.style()), colours.text));
    if let Some(mark) = &told.mark {
        job.append(&format!(" ({mark})"), 0.0, text::TextFormat::simple(soft, colours.soft));
    }
    let heard = told.mark.as_ref().map_or_else(|| told.text.clone(), |mark| format!("{} ({mark})", told.text));
    let label = ui.add(egui::Label::new(job).wrap());
    label.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, ui.is_enabled(), &heard));
    kit::in_language(&label, told.lang);
    label
}

/// Something told of a record: its title softly at the left, the value beside it.
pub fn fact(ui: &mut Ui, title: &str, value: &str) {
    let colours = palette(ui);
    let left = (ui.available_width() * 0.36).clamp(96.0, 150.0);
    let font = TextStyle::Body.resolve(ui.style());
    let label = ui.painter().layout(title.to_owned(), font.clone(), colours.soft, left - 10.0);
    let text = ui.painter().layout(kit::shown(ui, value).into_owned(), font, colours.text, ui.available_width() - left);
    let height = label.size().y.max(text.size().y) + 3.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, label, colours.soft);
        ui.painter().galley(rect.min + vec2(left, 0.0), text, colours.text);
    }
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, format!("{title}: {value}")));
}

/// What a line that can be clicked looks like.
#[derive(Clone, Copy)]
pub struct LinkLine<'a> {
    /// What stands softly before it.
    pub lead: &'a str,
    /// What stands in it, in the accent.
    pub text: &'a str,
    /// What stands softly behind it.
    pub note: &'a str,
    /// What a screen reader hears.
    pub name: &'a str,
    /// Whether it leads out of the program.
    pub role: accesskit::Role,
}

/// A line that can be clicked, as long as it takes: at least 24 points high.
pub fn wrapped_link(ui: &mut Ui, line: &LinkLine<'_>, width: f32) -> Response {
    let colours = palette(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let small = TextStyle::Small.resolve(ui.style());
    let mut job = text::LayoutJob::default();
    if !line.lead.is_empty() {
        job.append(
            &format!("{}  ", kit::shown(ui, line.lead)),
            0.0,
            text::TextFormat::simple(font.clone(), colours.soft),
        );
    }
    job.append(&kit::shown(ui, line.text), 0.0, text::TextFormat::simple(font, colours.accent));
    if !line.note.is_empty() {
        job.append(&format!("  {}", kit::shown(ui, line.note)), 0.0, text::TextFormat::simple(small, colours.soft));
    }
    job.wrap.max_width = width;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(width, (galley.size().y + 6.0).max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(3.0, 0.0)), 4, colours.hovered);
        }
        let y = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.left(), y), galley, colours.accent);
        ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(line.role, ui.is_enabled(), line.name));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A line that can be clicked, in one line: its note at the right; what does not fit shows whole on hover and focus.
pub fn short_link(ui: &mut Ui, line: &LinkLine<'_>, width: f32) -> Response {
    let colours = palette(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::click());
    let small = TextStyle::Small.resolve(ui.style());
    let note = kit::elided(ui, line.note, small, colours.soft, width * 0.5);
    let room = width - note.size().x - if line.note.is_empty() { 0.0 } else { 12.0 };
    let galley = kit::elided(ui, line.text, font, colours.accent, room);
    let is_cut = galley.elided || note.elided;
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(3.0, 0.0)), 4, colours.hovered);
        }
        let y = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.right() - note.size().x, y(&note)), Arc::clone(&note), colours.soft);
        ui.painter().galley(pos2(rect.left(), y(&galley)), galley, colours.accent);
        ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(line.role, ui.is_enabled(), line.name));
    if is_cut && response.has_focus() {
        egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id.with("whole"), rect)
            .show(|ui| ui.label(kit::shown(ui, line.name)));
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if is_cut { response.on_hover_text(kit::shown(ui, line.name).into_owned()) } else { response }
}

/// A source in a line: publisher and date, and a note softly behind; a click opens it in the browser, or shows it
/// where it has no address.
pub fn source_link(ui: &mut Ui, source: &SourceLine, note: &str, words: &Words, out: &mut Vec<Command>) {
    let name = source.spoken(words);
    let role = if source.url.is_some() { accesskit::Role::Link } else { accesskit::Role::Button };
    let line = LinkLine { lead: "", text: &source.label, note, name: &name, role };
    let width = ui.available_width();
    let response = ui.push_id(("source link", &source.id), |ui| wrapped_link(ui, &line, width)).inner;
    let response = response.on_hover_text(source.whole());
    if response.clicked() {
        out.push(match &source.url {
            Some(url) => Command::Visit(url.clone()),
            None => Command::Select(Some(Selected::Source(source.id.clone()))),
        });
    }
}

/// The focus ring within the line, so that nothing cuts it off.
pub fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = kit::ring(ui);
        ui.painter().rect_stroke(response.rect.expand2(vec2(3.0, 0.0)), 4, stroke, egui::StrokeKind::Inside);
    }
}

/// A line of a source: its number, publisher and date, title, what rests on it; a click visits it, the arrow at the
/// end shows it in the details pane.
pub fn source_row(ui: &mut Ui, number: Option<usize>, line: &SourceLine, words: &Words, out: &mut Vec<Command>) {
    ui.push_id(("source", number, &line.id), |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if let Some(number) = number {
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, 24.0), Sense::hover());
                let font = TextStyle::Body.resolve(ui.style());
                let at = pos2(rect.left(), rect.top() + 4.0);
                ui.painter().text(at, Align2::LEFT_TOP, number.to_string(), font, palette(ui).soft);
            }
            let width = ui.available_width() - 30.0;
            visit(ui, line, width, words, out);
            // Of one publisher there may be several: the title tells them apart.
            let source =
                if line.title.is_empty() { line.label.clone() } else { format!("{}, {}", line.label, line.title) };
            let name = words.tf("detail-see-source", &[("source", source.into())]);
            if go_button(ui, &name).clicked() {
                out.push(Command::Select(Some(Selected::Source(line.id.clone()))));
            }
        });
    });
}

/// The soft arrow at the end of a line.
fn go_button(ui: &mut Ui, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    let colours = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, colours.hovered);
    }
    let colour = if response.hovered() { colours.accent } else { colours.soft };
    kit::icon(ui.painter(), Icon::Right, rect.shrink(4.0), colour);
    ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, name));
    response.on_hover_text(name)
}

/// Publisher and date in the accent, title and what rests on it softly below; a click opens it in the browser.
fn visit(ui: &mut Ui, line: &SourceLine, width: f32, words: &Words, out: &mut Vec<Command>) {
    let colours = palette(ui);
    let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let colour = if line.url.is_some() { colours.accent } else { colours.text };
    let mut job = text::LayoutJob::default();
    job.append(&kit::shown(ui, &line.label), 0.0, text::TextFormat::simple(body.clone(), colour));
    if !line.rests.is_empty() {
        let rests = format!("  ·  {}", line.rests.join(", "));
        job.append(&rests, 0.0, text::TextFormat::simple(body, colours.soft));
    }
    if !line.title.is_empty() {
        let mark = line.mark.as_ref().map(|mark| format!(" ({mark})")).unwrap_or_default();
        job.append(
            &format!("\n{}{mark}", kit::shown(ui, &line.title)),
            0.0,
            text::TextFormat::simple(small, colours.soft),
        );
    }
    job.wrap.max_width = width;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let sense = if line.url.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, (galley.size().y + 7.0).max(24.0)), sense);
    if ui.is_rect_visible(rect) {
        if response.hovered() && line.url.is_some() {
            ui.painter().rect_filled(rect.expand2(vec2(3.0, 0.0)), 4, colours.hovered);
        }
        ui.painter().galley(rect.min + vec2(0.0, 3.0), galley, colours.text);
        ring(ui, &response);
    }
    let name = line.spoken(words);
    let role = if line.url.is_some() { accesskit::Role::Link } else { accesskit::Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if let Some(url) = &line.url {
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.clicked() {
            out.push(Command::Visit(url.clone()));
        }
        response.on_hover_text(url);
    }
}

/// The two or so words above lines of sources.
pub fn rests_on(ui: &mut Ui, words: &Words) {
    ui.add_space(2.0);
    let text = words.t("detail-rests-on");
    let colour = palette(ui).soft;
    ui.add(egui::Label::new(egui::RichText::new(text).text_style(theme::caption()).color(colour)));
}

/// A thin line across.
pub fn thin_line(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, palette(ui).line));
}
