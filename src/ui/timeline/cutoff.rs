//! The cut-off as something to try: a line that is dragged, stepped by arrow keys or typed, and what ran, had ended and
//! was at stake on that day by the plans, area by area. It changes no record, and the portfolio's own line stays.

use std::sync::Arc;

use eframe::egui::{self, EventFilter, Id, Key, Rect, Sense, Stroke, TextEdit, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::chart::Frame;
use super::range::first_of_month;
use crate::figure::{StandingText, standing_text};
use crate::model::{Day, PartialDate};
use crate::session::{Command, Session, Verb};
use crate::ui::kit;
use crate::ui::theme::{self, palette};
use crate::ui::worked::{worked, working};

/// The handle of the line below the lanes, and the line itself while another day is tried.
pub(super) fn handle(ui: &Ui, frame: &Frame<'_>, out: &mut Vec<Command>) {
    let (session, geometry, colours) = (frame.session, frame.geometry, palette(ui));
    let Some(day) = session.view.cut_day(&session.document.portfolio) else { return };
    let x = frame.scale.x(f64::from(day.0) + 1.0);
    if x < geometry.plot.0 || x > geometry.plot.1 {
        return;
    }
    let tried = session.view.cut.is_some();
    let rect = Rect::from_center_size(pos2(x, geometry.cut.center().y), vec2(24.0, 24.0));
    let response = ui.interact(rect, frame.id.with("cut handle"), Sense::click_and_drag());
    let name = session.words.tf("standing-handle", &[("date", session.words.day(day).into())]);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Slider, true, &name));
    let lit = tried || response.hovered() || response.has_focus();
    let colour = if lit { colours.accent } else { colours.text };
    if tried {
        ui.painter().vline(x, geometry.events.top()..=rect.center().y, Stroke::new(2.0, colours.accent));
    }
    ui.painter().circle(rect.center(), 5.5, colours.surface, Stroke::new(2.0, colour));
    if response.has_focus() {
        ui.painter().circle_stroke(rect.center(), 10.0, kit::ring(ui));
    }
    if tried {
        let text = session.words.day(day);
        let font = theme::caption().resolve(ui.style());
        let galley = ui.painter().layout_no_wrap(text, font, colours.accent);
        let right = x + 14.0 + galley.size().x <= geometry.bar.left();
        let left = if right { x + 14.0 } else { x - 14.0 - galley.size().x };
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, colours.accent);
    }
    if response.clicked() {
        response.request_focus();
        out.push(Command::Do(Verb::TryCutoff));
    }
    // The line itself is taken hold of as well as its ring; the portfolio's own is drawn a little to the left of it.
    let line = Rect::from_x_y_ranges(x - 8.0..=x + 5.0, geometry.events.bottom()..=geometry.cut.top());
    let line =
        ui.interact(line, frame.id.with("cut line"), Sense::DRAG).on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    let held = if line.dragged() { &line } else { &response };
    if let (true, Some(at)) = (held.dragged(), held.interact_pointer_pos()) {
        let wanted = frame.scale.day(at.x.clamp(geometry.plot.0, geometry.plot.1)).round() as i32 - 1;
        out.push(Command::CutAt(Some(Day(wanted))));
        ui.set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    keys(ui, &response, day, out);
    response.on_hover_cursor(egui::CursorIcon::ResizeHorizontal).on_hover_text(name);
}

/// The arrows step the line by a month, with Shift by a day; Escape takes it back.
fn keys(ui: &Ui, response: &egui::Response, day: Day, out: &mut Vec<Command>) {
    if !response.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let (left, right, shift, escape) = ui.input(|input| {
        let pressed = |key| input.key_pressed(key) && !input.modifiers.alt && !input.modifiers.command;
        (pressed(Key::ArrowLeft), pressed(Key::ArrowRight), input.modifiers.shift, pressed(Key::Escape))
    });
    // The last day of the month before, or of the month after.
    let month = |months: i32| Day(first_of_month(Day(day.0.saturating_add(1)), months).0.saturating_sub(1));
    let stepped = match (left, right, shift) {
        (true, _, true) => Some(Day(day.0.saturating_sub(1))),
        (_, true, true) => Some(Day(day.0.saturating_add(1))),
        (true, ..) => Some(month(-1)),
        (_, true, _) => Some(month(1)),
        _ => None,
    };
    if let Some(stepped) = stepped {
        out.push(Command::CutAt(Some(stepped)));
    } else if escape {
        out.push(Command::CutAt(None));
    }
}

/// What stood how on the day that is tried; nothing while the portfolio's own cut-off stands.
pub(super) fn readout(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let Some(day) = session.view.cut else { return };
    let words = &session.words;
    let Some(told) = told(ui, session, day) else { return working(ui, session) };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
        field(ui, session, day, out);
        if ui.button(words.t("cut-restore")).clicked() {
            out.push(Command::CutAt(None));
        }
        for (place, text) in &told.themes {
            ui.add_space(4.0);
            kit::swatch(ui, palette(ui).area(*place));
            kit::small(ui, text.as_str());
        }
    });
    let label = ui.add(egui::Label::new(&told.whole).wrap());
    ui.accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
}

/// The day, typed; what is no day changes nothing and is said.
fn field(ui: &mut Ui, session: &Session, day: Day, out: &mut Vec<Command>) {
    let id = ui.scope_id().with("cut typed");
    let kept: Option<(Day, String)> = ui.data_mut(|data| data.get_temp(id));
    let mut text = kept.filter(|(of, _)| *of == day).map_or_else(|| day.exact().to_string(), |(_, text)| text);
    let title = kit::strong(ui, session.words.t("standing-title"));
    let edit = TextEdit::singleline(&mut text).desired_width(92.0).min_size(vec2(0.0, 24.0));
    let response = ui.add(edit).labelled_by(title.id);
    kit::take_focus(&response, "cut-off");
    let name = session.words.t("standing-field");
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, text.clone(), text.clone(), name.clone());
        info.label = Some(name.clone());
        info
    });
    let date = text.trim().parse::<PartialDate>();
    if date.is_err() {
        let stroke = Stroke::new(1.5, palette(ui).failure);
        ui.painter().rect_stroke(response.rect, 4, stroke, egui::StrokeKind::Inside);
        kit::small(ui, session.words.t("timeline-fault-form"));
    }
    match (response.lost_focus(), date) {
        _ if kit::escaped(&response) => text = day.exact().to_string(),
        (true, Ok(date)) if date.latest() != day => out.push(Command::CutAt(Some(date.latest()))),
        // What is no day is mended where it stands; left otherwise, the line's own day comes back.
        (true, Err(_)) if ui.input(|input| input.key_pressed(Key::Enter)) => response.request_focus(),
        (true, Err(_)) => text = day.exact().to_string(),
        _ => {}
    }
    ui.data_mut(|data| data.insert_temp(id, (day, text)));
}

fn told(ui: &Ui, session: &Session, day: Day) -> Option<Arc<StandingText>> {
    let make = move |session: &Session| standing_text(&session.answer(), day, session.names(), &session.document.index);
    worked(ui, Id::unique("atalaya standing"), (session.words.lang(), day), session, make)
}
