//! The lanes that are seen: name at the left, bar over the days, one target each from edge to edge.

use eframe::egui::{
    self, FontId, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Tooltip, Ui, UiBuilder, WidgetInfo, accesskit,
    pos2, vec2,
};

use super::bars;
use super::cache::Item;
use super::chart::Frame;
use crate::figure::{Lane, LaneGroup, LaneWords, SegmentKind};
use crate::session::{Command, Selected};
use crate::ui::theme::{self, palette};
use crate::ui::{kit, reach};

/// Draws the lanes that are seen, scrolled down by so many points.
pub(super) fn show(ui: &mut Ui, frame: &Frame<'_>, down: f64, out: &mut Vec<Command>) {
    let area = frame.geometry.lanes;
    let name = frame.session.words.tf("timeline-list", &[("n", frame.figure.lanes.lanes.len().into())]);
    let list = UiBuilder::new().id_salt("lanes").max_rect(area);
    ui.scope_builder(list.accessibility_role(accesskit::Role::ListBox).accessibility_label(name), |ui| {
        ui.set_clip_rect(area.expand2(vec2(4.0, 2.0)).intersect(ui.clip_rect()));
        let lines = frame.lines().seen(frame.room(), down);
        let first = lines.start;
        for line in lines {
            let height = frame.geometry.lane;
            let top = area.top() + frame.lines().top(line, down);
            let row =
                Rect::from_min_size(pos2(area.left(), top), vec2(frame.geometry.bar.left() - area.left(), height));
            match frame.geometry.item(frame.figure, line) {
                Some(Item::Head(place)) => own_head(ui, frame, place, row),
                Some(Item::Lane(place)) => lane(ui, frame, place, row, line == first, out),
                None => {}
            }
        }
    });
}

/// The head of a group in a line of its own.
fn own_head(ui: &Ui, frame: &Frame<'_>, place: usize, row: Rect) {
    let Some(group) = frame.figure.lanes.groups.get(place) else { return };
    if place > 0 {
        ui.painter().hline(row.x_range(), row.top(), Stroke::new(1.0, palette(ui).line));
    }
    // Kept off the bars by its own line, and off the gridlines by what it stands on.
    let rect = Rect::from_min_max(row.min, pos2(frame.geometry.plot.0 - 14.0, row.bottom()));
    head(ui, frame, group, rect, place, 1);
}

fn head(ui: &Ui, frame: &Frame<'_>, group: &LaneGroup, rect: Rect, place: usize, lines: usize) {
    let colours = palette(ui);
    let response = ui.interact(rect, frame.id.with(("head", place)), Sense::hover());
    let mut left = rect.left();
    if let Some(theme) = group.theme {
        let square = Rect::from_center_size(pos2(left + 5.0, rect.center().y), vec2(10.0, 10.0));
        ui.painter().rect_filled(square, 2, colours.area(theme));
        left += 17.0;
    }
    let font = theme::caption().resolve(ui.style());
    let mut job = egui::text::LayoutJob::simple(
        kit::shown(ui, &group.name).into_owned(),
        font,
        colours.text,
        rect.right() - left,
    );
    job.wrap.max_rows = lines;
    job.wrap.break_anywhere = lines == 1;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let line = galley.size().y / galley.rows.len().max(1) as f32;
    ui.painter().galley(pos2(left, rect.center().y - line / 2.0), galley, colours.text);
    let name = frame.session.words.tf("timeline-group", &[("name", (&group.name).into()), ("n", group.len.into())]);
    kit::tell_heading(&response, &name, 2);
    response.on_hover_text(kit::shown(ui, &name).into_owned());
}

fn lane(ui: &mut Ui, frame: &Frame<'_>, place: usize, row: Rect, first: bool, out: &mut Vec<Command>) {
    let Some((lane, words)) = frame.figure.lane(place, frame.session) else { return };
    let lane = lane.as_ref();
    let heads = frame.geometry.heads.zip(frame.figure.group_of(place));
    if let Some((heads, (at, group))) = heads
        && (group.first == place || first)
    {
        if group.first == place && place > 0 {
            ui.painter().hline(row.x_range(), row.top(), Stroke::new(1.0, palette(ui).line));
        }
        {
            // A second line of the name has room beside the group's next lane.
            let lines = (group.first + group.len - place).min(2);
            head(ui, frame, group, Rect::from_x_y_ranges(heads.0..=heads.1, row.y_range()), at, lines);
        }
    }
    let target = Rect::from_min_max(pos2(frame.geometry.labels.0 - 6.0, row.top()), row.max);
    let response = ui.interact(target.intersect(ui.clip_rect()), frame.lane_id(lane.row), Sense::click());
    let chosen = is_selected(frame, &lane.id);
    describe(ui, frame, &response, place, &words.spoken, chosen);
    paint(ui, frame, lane, &words, target, &response, chosen);
    hint(ui, &response, &words, frame);
    if response.clicked() {
        response.request_focus();
        out.push(Command::Select(Some(Selected::Project(lane.id.clone()))));
    }
}

fn is_selected(frame: &Frame<'_>, id: &str) -> bool {
    matches!(&frame.session.view.selected, Some(Selected::Project(selected)) if selected == id)
}

fn describe(ui: &Ui, frame: &Frame<'_>, response: &Response, place: usize, spoken: &str, chosen: bool) {
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::ListBoxOption, true, chosen, spoken));
    reach::tell_chosen(response, chosen);
    let count = frame.figure.lanes.lanes.len();
    ui.accesskit_node_builder(response.id, |node| {
        // Counted from zero; what a screen reader says counts from one.
        node.set_position_in_set(place);
        node.set_size_of_set(count);
    });
}

fn paint(ui: &Ui, frame: &Frame<'_>, lane: &Lane, words: &LaneWords, row: Rect, response: &Response, chosen: bool) {
    let colours = palette(ui);
    let painter = ui.painter();
    let ground = if chosen {
        colours.chosen
    } else if response.hovered() || response.has_focus() {
        colours.hovered
    } else {
        colours.surface
    };
    if ground != colours.surface {
        painter.rect_filled(row.shrink2(vec2(0.0, 1.0)), 4, ground);
    }
    if chosen {
        let mark = Rect::from_min_max(row.min + vec2(0.0, 1.0), pos2(row.left() + 3.0, row.bottom() - 1.0));
        painter.rect_filled(mark, 2, colours.accent);
    }
    let labels = frame.geometry.labels;
    let font = TextStyle::Body.resolve(ui.style());
    let galley = kit::elided(ui, &lane.label, font, colours.text, labels.1 - labels.0);
    let at = pos2(labels.1 - galley.size().x, row.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, colours.text);
    let ink = lane.theme.map_or(colours.soft, |place| colours.area(place));
    let inset = (row.height() * 0.14).max(3.5);
    let inks = bars::Ink { area: ink, ground, text: colours.text };
    bars::lane(painter, lane, frame.scale, (row.top() + inset, row.bottom() - inset), inks);
    amount(ui, frame, lane, words, row, ink);
    if response.has_focus() {
        let stroke = kit::ring(ui);
        painter.rect_stroke(row.shrink(1.0), 4, stroke, StrokeKind::Inside);
    }
}

/// The amount in the longest form that has room; the whole of it is in the hint.
fn amount(ui: &Ui, frame: &Frame<'_>, lane: &Lane, words: &LaneWords, row: Rect, ink: egui::Color32) {
    let crossed = [frame.session.words.t("timeline-crossed-short")];
    let forms = if lane.point.is_some() { crossed.as_slice() } else { &words.amounts };
    forms.iter().any(|text| amount_placed(ui, frame, lane, text, row, ink));
}

/// Draws this form of the amount in the bar, else behind it, else before it; whether it has room.
fn amount_placed(ui: &Ui, frame: &Frame<'_>, lane: &Lane, text: &str, row: Rect, ink: egui::Color32) -> bool {
    let (colours, scale) = (palette(ui), frame.scale);
    let font = FontId::new(12.5, theme::caption().resolve(ui.style()).family);
    let plain = ui.painter().layout_no_wrap(text.to_owned(), font, colours.text);
    let (width, y) = (plain.size().x, row.center().y - plain.size().y / 2.0);
    let room = bars::room(lane, scale, width + 13.0).filter(|_| lane.point.is_none());
    if let Some((left, kind)) = room {
        let colour = if kind == SegmentKind::Ran { colours.on(ink) } else { colours.text };
        ui.painter().galley_with_override_text_color(pos2(left + 7.0, y), plain, colour);
        return true;
    }
    let cut = super::axis::cut_span(frame);
    let is_free = |from: f32, to: f32| {
        from >= scale.plot.0 && to <= scale.plot.1 && cut.is_none_or(|cut| to + 4.0 <= cut.0 || from >= cut.1)
    };
    let (first, last) = (scale.x(f64::from(lane.span.0.0)), scale.x(f64::from(lane.span.1.0)));
    let behind = last.max(first + 8.0) + 8.0;
    let before = first - width - 6.0;
    // Of a bar that lies outside what is in sight there is nothing to say.
    let seen = last > scale.plot.0 && first < scale.plot.1;
    let free =
        [(behind, behind + width + 4.0), (before, before + width)].into_iter().find(|(from, to)| is_free(*from, *to));
    let Some((left, _)) = free.filter(|_| seen) else { return false };
    ui.painter().galley_with_override_text_color(pos2(left, y), plain, colours.soft);
    true
}

/// The whole of it in words: under the pointer, and beside what has the focus.
fn hint(ui: &Ui, response: &Response, words: &LaneWords, frame: &Frame<'_>) {
    let contents = |ui: &mut Ui| {
        ui.set_max_width(380.0);
        kit::strong(ui, &words.title);
        for line in &words.lines {
            kit::plain(ui, line);
        }
    };
    let still = !ui.input(|input| input.pointer.is_decidedly_dragging());
    if response.has_focus() && !response.hovered() && ui.input(|input| !input.pointer.is_moving()) {
        // Off the names, so that one sees where the next step leads.
        let x = frame.geometry.plot.0 + 10.0..=frame.geometry.plot.1;
        let beside = Rect::from_x_y_ranges(x, response.rect.y_range());
        let hint = Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, beside);
        hint.gap(6.0).show(contents);
    } else if still {
        Tooltip::for_enabled(response).at_pointer().gap(14.0).show(contents);
    }
}
