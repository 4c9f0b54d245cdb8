//! What stands over and across the lanes: the axis, the gridlines, the cut-off, the events on their strip.

use eframe::egui::{
    self, Align2, FontId, Popup, PopupCloseBehavior, Rect, Response, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui,
    WidgetInfo, accesskit, pos2, vec2,
};

use super::chart::Frame;
use super::window::Window;
use crate::figure::{self, Cluster, Mark, Tick};
use crate::model::{Day, Event};
use crate::session::{Command, Selected};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

fn ticks(frame: &Frame<'_>) -> Vec<Tick> {
    let (from, to) = frame.scale.days;
    figure::ticks(Day(from.ceil() as i32), Day(to.floor() as i32), frame.geometry.width(), &frame.session.words)
}

/// The lines of the axis behind the lanes, and the band of the cut-off.
pub(super) fn grid(ui: &Ui, frame: &Frame<'_>) {
    let (colours, geometry) = (palette(ui), frame.geometry);
    let rows = geometry.events.top()..=geometry.lanes.bottom();
    for tick in ticks(frame) {
        let x = frame.scale.x(f64::from(tick.day.0));
        ui.painter().vline(x, rows.clone(), Stroke::new(1.0, colours.line.gamma_multiply(0.7)));
    }
    let line = Stroke::new(1.0, colours.line);
    ui.painter().hline(geometry.lanes.left()..=geometry.bar.left(), geometry.events.bottom() + 1.0, line);
    if let Some((from, to)) = cut_span(frame).filter(|(from, to)| to - from > BAND) {
        let band = Rect::from_x_y_ranges(from..=to, geometry.events.top()..=geometry.lanes.bottom());
        let band = band.intersect(geometry.plot_of(band));
        if band.is_positive() {
            ui.painter().rect_filled(band, 0, colours.text.gamma_multiply(0.06));
        }
    }
}

/// The words of the axis; where two would touch, the later gives way.
pub(super) fn labels(ui: &Ui, frame: &Frame<'_>) {
    let colours = palette(ui);
    let y = frame.geometry.axis.center().y;
    let mut free = f32::MIN;
    for tick in ticks(frame) {
        let font = if tick.strong { theme::caption() } else { TextStyle::Small }.resolve(ui.style());
        let colour = if tick.strong { colours.text } else { colours.soft };
        let galley = ui.painter().layout_no_wrap(tick.label, font, colour);
        let x = frame.scale.x(f64::from(tick.day.0));
        if x >= free && x + galley.size().x <= frame.geometry.bar.right() {
            free = x + galley.size().x + 6.0;
            ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, colour);
        }
    }
}

/// A cut-off known to the month is a band where the month is wider than this.
const BAND: f32 = 10.0;

/// From where to where the cut-off lies.
pub(super) fn cut_span(frame: &Frame<'_>) -> Option<(f32, f32)> {
    let cutoff = frame.session.document.portfolio.header.cutoff.as_ref()?;
    let x = |day: i32| frame.scale.x(f64::from(day));
    Some((x(cutoff.date.earliest().0), x(cutoff.date.latest().0.saturating_add(1))))
}

/// The cut-off across all lanes, with its words below them.
pub(super) fn cut(ui: &Ui, frame: &Frame<'_>) {
    let (Some((from, to)), Some(cutoff)) = (cut_span(frame), &frame.session.document.portfolio.header.cutoff) else {
        return;
    };
    let (colours, geometry) = (palette(ui), frame.geometry);
    let edges = if to - from > BAND { vec![from, to] } else { vec![f32::midpoint(from, to)] };
    let seen = |x: &f32| *x >= geometry.plot.0 && *x <= geometry.plot.1;
    for x in edges.iter().copied().filter(seen) {
        let points = [pos2(x, geometry.events.top()), pos2(x, geometry.cut.top() + 3.0)];
        ui.painter().extend(Shape::dashed_line(&points, Stroke::new(1.4, colours.text), 5.0, 3.5));
    }
    // Another day that is tried has its own words in this place.
    if to < geometry.plot.0 || from > geometry.plot.1 || frame.session.view.cut.is_some() {
        return;
    }
    let label = cutoff.label.show(frame.session.words.lang());
    let date = frame.session.words.date(cutoff.date);
    let text = if label.is_empty() { date } else { format!("{date} · {label}") };
    let font = theme::caption().resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(text.clone(), font, colours.text);
    let (size, right) = (galley.size(), edges.last().copied().unwrap_or(to));
    let left = if right + 14.0 + size.x <= geometry.bar.left() {
        right + 14.0
    } else {
        from.min(geometry.plot.1) - 6.0 - size.x
    };
    let rect = Rect::from_min_size(pos2(left.max(geometry.plot.0), geometry.cut.center().y - size.y / 2.0), size);
    ui.painter().galley(rect.min, galley, colours.text);
    let response = ui.interact(rect, frame.id.with("cut"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &text));
}

/// Two marks closer than this stand together: each is a target of its own, and as wide as the longest number may be.
const fn gap(events: usize) -> f32 {
    match events {
        0..=99 => 24.0,
        100..=999 => 28.0,
        _ => 42.0,
    }
}

/// The events on their strip.
pub(super) fn events(ui: &mut Ui, frame: &Frame<'_>, window: &Window, out: &mut Vec<Command>) {
    let (figure, strip) = (frame.figure, frame.geometry.events);
    if figure.marks.is_empty() {
        return;
    }
    title(ui, frame);
    for cluster in figure.together(frame.scale, gap(figure.marks.len())).iter() {
        let marks = figure.marks.get(cluster.first..cluster.first + cluster.len).unwrap_or_default();
        let rect = Rect::from_center_size(pos2(cluster.x, strip.center().y), vec2(24.0, 24.0));
        match marks {
            [] => {}
            [only] => single(ui, frame, *only, rect, out),
            several => together(ui, frame, cluster, several, rect, window, out),
        }
    }
}

fn title(ui: &Ui, frame: &Frame<'_>) {
    let (geometry, colours) = (frame.geometry, palette(ui));
    let text = frame.session.words.tf("timeline-sum-events", &[("n", frame.figure.marks.len().into())]);
    let font = TextStyle::Small.resolve(ui.style());
    let at = pos2(geometry.labels.1, geometry.events.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, text, font, colours.soft);
}

fn event<'a>(frame: &Frame<'a>, mark: Mark) -> Option<&'a Event> {
    frame.session.document.portfolio.events.get(mark.at)
}

/// "20 mar 2025: México comparte…".
fn event_line(frame: &Frame<'_>, event: &Event) -> String {
    format!("{}: {}", frame.session.words.date(event.date), frame.session.names().event(event))
}

fn single(ui: &Ui, frame: &Frame<'_>, mark: Mark, rect: Rect, out: &mut Vec<Command>) {
    let Some(event) = event(frame, mark) else { return };
    let chosen = matches!(&frame.session.view.selected, Some(Selected::Event(id)) if *id == event.id);
    let response = ui.interact(rect, frame.id.with(("event", mark.at)), Sense::click());
    let name = format!("{} ({})", event_line(frame, event), frame.session.words.t(event.kind.message()));
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen, &name));
    let (colours, c) = (palette(ui), rect.center());
    let (from, to) = (frame.scale.x(f64::from(mark.days.0.0)), frame.scale.x(f64::from(mark.days.1.0) + 1.0));
    if to - from > 12.0 && mark.days.0 != mark.days.1 {
        // Known only to the month or the year: it happened somewhere along this line.
        let span = from.max(frame.scale.plot.0)..=to.min(frame.scale.plot.1);
        ui.painter().hline(span, c.y, Stroke::new(1.2, colours.accent));
    }
    let lit = chosen || response.hovered();
    let fill = if lit { colours.accent } else { colours.surface };
    ui.painter().circle(c, 4.5, fill, Stroke::new(1.6, colours.accent));
    ring(ui, &response);
    if response.clicked() {
        response.request_focus();
        out.push(Command::Select(Some(Selected::Event(event.id.clone()))));
    }
    response.on_hover_text(name);
}

fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().circle_stroke(response.rect.center(), 11.0, kit::ring(ui));
    }
}

/// How high the mark of several events is, and how wide where its number is short.
const MARK: f32 = 19.0;

fn together(
    ui: &Ui,
    frame: &Frame<'_>,
    cluster: &Cluster,
    marks: &[Mark],
    rect: Rect,
    window: &Window,
    out: &mut Vec<Command>,
) {
    let words = &frame.session.words;
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return };
    let response = ui.interact(rect, frame.id.with(("events", first.at)), Sense::click());
    let dates = [first, last].map(|mark| event(frame, *mark).map(|event| words.date(event.date)).unwrap_or_default());
    let [from, to] = dates;
    let name = words.tf("timeline-cluster", &[("n", cluster.len.into()), ("from", from.into()), ("to", to.into())]);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
    let (colours, c) = (palette(ui), rect.center());
    let lit = response.hovered() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let (fill, ink) = if lit { (colours.accent, colours.surface) } else { (colours.surface, colours.accent) };
    let number = words.int(i64::try_from(cluster.len).unwrap_or(i64::MAX));
    // A long number is smaller, and its circle as wide as it takes.
    let size = if number.len() > 2 { 10.5 } else { 12.0 };
    let font = FontId::new(size, theme::caption().resolve(ui.style()).family);
    let number = ui.painter().layout_no_wrap(number, font, ink);
    let mark = Rect::from_center_size(c, vec2((number.size().x + 7.0).max(MARK), MARK));
    ui.painter().rect(mark, MARK / 2.0, fill, Stroke::new(1.6, colours.accent), StrokeKind::Middle);
    ui.painter().galley(c - number.size() / 2.0, number, ink);
    ring(ui, &response);
    let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).accessible_name(&name);
    popup.show(|ui| list(ui, frame, marks, window, out));
    response.on_hover_text(name);
}

fn zoom_button(ui: &Ui, frame: &Frame<'_>) -> egui::Button<'static> {
    let text = egui::RichText::new(frame.session.words.t("timeline-cluster-zoom")).color(palette(ui).accent);
    egui::Button::new(text).frame(false).min_size(vec2(0.0, 24.0))
}

/// The events that stand together, each to be opened; and a way to bring them apart.
fn list(ui: &mut Ui, frame: &Frame<'_>, marks: &[Mark], window: &Window, out: &mut Vec<Command>) {
    ui.set_max_width(420.0);
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return };
    let apart = last.middle() - first.middle();
    if apart > 1.0 && ui.add(zoom_button(ui, frame)).clicked() {
        let margin = (apart * 0.1).max(3.0);
        window.set(ui, (first.middle() - margin, last.middle() + margin), out);
    }
    egui::ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
        for event in marks.iter().filter_map(|mark| event(frame, *mark)) {
            let line = event_line(frame, event);
            let width = ui.available_width().min(400.0);
            let button = egui::Button::new(line.as_str()).frame(false).truncate().min_size(vec2(width, 24.0));
            if ui.add(button).on_hover_text(&line).clicked() {
                out.push(Command::Select(Some(Selected::Event(event.id.clone()))));
            }
        }
    });
}

/// For the small timeline: the events without names of their own.
pub(super) fn dots(ui: &Ui, frame: &Frame<'_>) {
    let colours = palette(ui);
    let y = frame.geometry.events.center().y;
    // Of thousands those that nobody could tell apart are one.
    for cluster in frame.figure.together(frame.scale, 2.0).iter() {
        ui.painter().circle(pos2(cluster.x, y), 3.6, colours.surface, Stroke::new(1.4, colours.accent));
    }
}
