//! The small pieces that every view is made of. Each has a name and a role for a screen reader.

use eframe::egui::text::CCursor;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::text_selection::CCursorRange;
use eframe::egui::{
    self, Color32, FontId, Galley, Id, Rect, Response, RichText, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui,
    WidgetInfo, accesskit, pos2, text, vec2,
};
use std::borrow::Cow;
use std::sync::Arc;

pub use super::fills::{bar, fade, legend};
pub use super::hints::hint;
pub use super::icons::{Icon, icon, icon_button};
pub use super::letters::shown;
use super::theme::{self, palette};
pub use crate::figure::Fill;
use crate::model::{Bilingual, Lang};

/// Tells a screen reader of a heading, and how deep it stands: 1 names a panel or a card, 2 a part of it, 3 a group.
pub fn tell_heading(label: &Response, name: &str, level: usize) {
    label.widget_info(|| WidgetInfo::labeled(accesskit::Role::Heading, true, name));
    label.ctx.accesskit_node_builder(label.id, |node| node.set_level(level));
}

/// A title of a group of things.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    let colour = palette(ui).soft;
    let words = shown(ui, text);
    let label = ui.add(egui::Label::new(RichText::new(words).text_style(theme::caption()).color(colour)));
    tell_heading(&label, text, 3);
    label
}

/// A heading.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let label = words(ui, text, |text| text.text_style(TextStyle::Heading));
    tell_heading(&label, text, 1);
    label
}

/// A title of a part of a panel, with room above it.
pub fn section(ui: &mut Ui, title: &str) {
    ui.add_space(10.0);
    let label = strong(ui, title);
    tell_heading(&label, title, 2);
}

/// An item of a list, after a dot.
pub fn item(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (rect, _) = ui.allocate_exact_size(vec2(5.0, 17.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 1.8, palette(ui).soft);
        plain(ui, text);
    });
}

/// A text in a look of its own; a screen reader says it as it is, whatever stands for letters that no font has.
pub fn words(ui: &mut Ui, text: &str, look: impl FnOnce(RichText) -> RichText) -> Response {
    let shown = shown(ui, text);
    let differs = matches!(shown, Cow::Owned(_));
    let label = ui.add(egui::Label::new(look(RichText::new(shown))).wrap());
    if differs {
        label.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, ui.is_enabled(), text));
    }
    label
}

/// Text as all others.
pub fn plain(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, |text| text)
}

/// Tells a screen reader which language something is in, so that it is read with the voice of it.
pub fn in_language(response: &Response, lang: Lang) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_language(lang.code()));
}

/// A text of the records in the person's language, else in the other one and told so to a screen reader; nothing where
/// there is neither.
pub fn bilingual(ui: &mut Ui, text: &Bilingual, lang: Lang, style: TextStyle) {
    if let Some((text, of)) = text.best(lang) {
        let label = words(ui, text, |text| text.text_style(style));
        in_language(&label, of);
    }
}

/// What a field says while it is empty: slanted, so that nobody takes it for something typed where colours are few.
pub fn prompt(text: impl Into<String>) -> RichText {
    RichText::new(text).italics()
}

/// Text that steps back.
pub fn soft(ui: &mut Ui, text: impl Into<String>) -> Response {
    let colour = palette(ui).soft;
    words(ui, &text.into(), |text| text.color(colour))
}

/// Small text that steps back.
pub fn small(ui: &mut Ui, text: impl Into<String>) -> Response {
    let colour = palette(ui).soft;
    words(ui, &text.into(), |text| text.small().color(colour))
}

/// Text of weight 500.
pub fn strong(ui: &mut Ui, text: impl Into<String>) -> Response {
    words(ui, &text.into(), |text| text.text_style(theme::strong()))
}

/// Words that do something when clicked or entered: in the accent, underlined by dots. Longer than all the room, they are
/// cut for the eye: what lies beside and below is not pushed out of sight.
pub fn link(ui: &mut Ui, text: &str, style: TextStyle) -> Response {
    let colour = palette(ui).accent;
    let galley = elided(ui, text, style.resolve(ui.style()), colour, ui.max_rect().width());
    let cut = galley.elided;
    let (rect, space) = ui.allocate_exact_size(galley.size(), Sense::hover());
    // The target is at least 24 points high, though the line of text is not.
    let target = rect.expand2(vec2(0.0, ((24.0 - rect.height()) / 2.0).max(0.0)));
    let response = ui.interact(target, space.id.with("link"), Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect.expand(2.0), 3, palette(ui).hovered);
        }
        ui.painter().galley(rect.min, galley, colour);
        let y = rect.bottom() + 0.5;
        let line = Shape::dotted_line(&[pos2(rect.left(), y), pos2(rect.right(), y)], colour, 3.0, 0.8);
        ui.painter().extend(line);
        focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, ui.is_enabled(), text));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if cut { response.on_hover_text(text) } else { response }
}

/// The same where there is room for so much: what is cut for the eye is told whole.
pub fn short_link(ui: &mut Ui, text: &str, style: TextStyle, width: f32) -> Response {
    let link = link(ui, &shortened(text, width), style);
    link.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, ui.is_enabled(), text));
    link
}

/// The line that shows where the focus is.
pub fn ring(ui: &Ui) -> Stroke {
    Stroke::new(palette(ui).ring, palette(ui).accent)
}

/// The ring around what has the focus, for widgets that are painted by hand.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(2.0), 4, ring(ui), StrokeKind::Outside);
    }
}

/// Text in one line of at most this width; what does not fit ends in an ellipsis (`galley.elided`).
pub fn elided(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = text::LayoutJob::simple_singleline(shown(ui, text).into_owned(), font, colour);
    job.wrap = text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// About as much of a text as has room in this width, for widgets that lay out their own words.
pub fn shortened(text: &str, width: f32) -> String {
    let room = (width / 7.0).max(8.0) as usize;
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// As [`elided`], with the matches of folded search words marked.
pub fn elided_marked(ui: &Ui, text: &str, words: &[String], font: &FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut ranges: Vec<_> = words.iter().flat_map(|word| crate::query::find_all(text, word)).collect();
    if ranges.is_empty() {
        return elided(ui, text, font.clone(), colour, width);
    }
    ranges.sort_by_key(|range| range.start);
    let mut job = text::LayoutJob::default();
    let plain = text::TextFormat::simple(font.clone(), colour);
    let marked = text::TextFormat { background: palette(ui).mark, ..plain.clone() };
    let mut done = 0;
    for range in ranges {
        if let (Some(before), Some(hit)) = (text.get(done..range.start), text.get(range.start.max(done)..range.end)) {
            job.append(&shown(ui, before), 0.0, plain.clone());
            job.append(&shown(ui, hit), 0.0, marked.clone());
            done = range.end;
        }
    }
    job.append(&shown(ui, text.get(done..).unwrap_or("")), 0.0, plain);
    job.break_on_newline = false;
    job.wrap = text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The square that stands for a theme. Its name always stands beside it.
pub fn swatch(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
    ui.painter().rect_filled(rect, 2, colour);
}

/// A check box of our own measure: a row of box, swatch, label and count, all of it a target.
pub fn check_row(ui: &mut Ui, on: bool, label: &str, swatch: Option<Color32>, count: &str, name: &str) -> Response {
    let width = ui.available_width();
    let body = TextStyle::Body.resolve(ui.style());
    let colours = palette(ui);
    let count = ui.painter().layout_no_wrap(count.to_owned(), body.clone(), colours.soft);
    let left = if swatch.is_some() { 40.0 } else { 23.0 };
    let label =
        ui.painter().layout(shown(ui, label).into_owned(), body, colours.text, width - left - count.size().x - 10.0);
    let height = (label.size().y + 7.0).max(24.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 4, colours.hovered);
        }
        let first_line = rect.top() + 12.0;
        let tick = Rect::from_center_size(pos2(rect.left() + 7.5, first_line), vec2(14.0, 14.0));
        let (fill, line) = if on { (colours.accent, colours.accent) } else { (colours.surface, colours.soft) };
        ui.painter().rect(tick, 3, fill, Stroke::new(1.2, line), StrokeKind::Inside);
        if on {
            icon(ui.painter(), Icon::Check, tick, colours.surface);
        }
        if let Some(colour) = swatch {
            let square = Rect::from_center_size(pos2(rect.left() + 28.0, first_line), vec2(10.0, 10.0));
            ui.painter().rect_filled(square, 2, colour);
        }
        ui.painter().galley(pos2(rect.left() + left, rect.top() + 4.0), label, colours.text);
        ui.painter().galley(pos2(rect.right() - count.size().x, rect.top() + 4.0), count, colours.soft);
        focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::CheckBox, ui.is_enabled(), on, name));
    response
}

/// A way to choose one of a few: words side by side, the chosen one marked.
pub fn choose<T: Copy + PartialEq>(ui: &mut Ui, title: &str, options: &[(T, String)], now: T) -> Option<T> {
    choose_told(ui, title, title, options, now)
}

/// As [`choose`], told to a screen reader by another title than the one that is shown, which may be none.
pub fn choose_told<T: Copy + PartialEq>(
    ui: &mut Ui,
    title: &str,
    told: &str,
    options: &[(T, String)],
    now: T,
) -> Option<T> {
    let mut chosen = None;
    // Within a wrapped row it begins a new one rather than breaking in its middle.
    if ui.layout().main_wrap() && ui.available_size_before_wrap().x < choice_width(ui, title, options) {
        ui.end_row();
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if !title.is_empty() {
            soft(ui, title);
            ui.add_space(4.0);
        }
        for (option, words) in options {
            let on = *option == now;
            let colour = if on { palette(ui).accent } else { palette(ui).text };
            let text = RichText::new(words).color(colour);
            let button = ui.add(egui::Button::selectable(on, text));
            let name = if told.is_empty() { words.clone() } else { format!("{told}: {words}") };
            button.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, on, &name));
            if button.clicked() {
                chosen = Some(*option);
            }
        }
    });
    chosen
}

/// How wide text of the body is in one line, in points.
pub fn text_width(ui: &Ui, text: &str) -> f32 {
    width_in(ui, text, TextStyle::Body)
}

/// How wide text of a style is in one line, in points.
pub fn width_in(ui: &Ui, text: &str, style: TextStyle) -> f32 {
    ui.painter().layout_no_wrap(shown(ui, text).into_owned(), style.resolve(ui.style()), Color32::PLACEHOLDER).size().x
}

/// How wide a choice is in one line.
pub fn choice_width<T>(ui: &Ui, title: &str, options: &[(T, String)]) -> f32 {
    let padding = ui.spacing().button_padding.x * 2.0 + 2.0;
    text_width(ui, title) + 10.0 + options.iter().map(|(_, text)| text_width(ui, text) + padding).sum::<f32>()
}

/// A card: one surface with a thin line round it.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    egui::Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(7)
        .inner_margin(egui::Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        })
        .inner
}

/// A card's title with its softer second half: what, and in which unit.
pub fn title(ui: &mut Ui, what: &str, unit: &str) {
    let colours = palette(ui);
    let strong_font = theme::strong().resolve(ui.style());
    let body = TextStyle::Body.resolve(ui.style());
    let mut job = text::LayoutJob::default();
    job.append(&shown(ui, what), 0.0, text::TextFormat::simple(strong_font, colours.text));
    if !unit.is_empty() {
        job.append(&format!("  ·  {unit}"), 0.0, text::TextFormat::simple(body, colours.soft));
    }
    let label = ui.add(egui::Label::new(job).wrap());
    let name = if unit.is_empty() { what.to_owned() } else { format!("{what}, {unit}") };
    tell_heading(&label, &name, 2);
}

/// Has the field of this name take the focus when it is drawn next: what a click opens can be written in at once.
pub fn focus_next(ui: &Ui, field: &'static str) {
    ui.data_mut(|data| data.insert_temp(Id::unique(("atalaya focus", field)), true));
}

/// What a screen reader is told of a field of text: its name, and what stands in it.
pub fn text_info(name: &str, text: &str) -> WidgetInfo {
    let mut info = WidgetInfo::text_edit(true, text, text, "");
    info.label = Some(name.to_owned());
    info
}

/// Gives the field the focus where [`focus_next`] asked for that; whether it did.
pub fn take_focus(field: &Response, name: &'static str) -> bool {
    let id = Id::unique(("atalaya focus", name));
    let asked = field.ctx.data_mut(|data| data.remove_temp::<bool>(id)).is_some();
    if asked {
        field.request_focus();
    }
    asked
}

/// Selects all that stands in a line of text: what is typed next stands in its place.
pub fn select_all(line: &Response, text: &str) {
    let mut state = TextEditState::load(&line.ctx, line.id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    state.store(&line.ctx, line.id);
}

/// Whether the field was just left by Escape.
pub fn escaped(field: &Response) -> bool {
    field.lost_focus() && field.ctx.input(|input| input.key_pressed(egui::Key::Escape))
}
