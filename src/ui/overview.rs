//! The first thing seen: what this is, what was reported beside what the records hold, money by area, the last
//! actions, a small timeline, and a way on to each.

use eframe::egui::{self, RichText, Sense, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::kit::{self, Fill};
use super::theme::{self, palette};
use super::worked::worked;
use super::{plots, reach, scrolled, timeline};
use crate::figure::{Account, account, ending_fill};
use crate::model::{ContinuityState, Event};
use crate::session::{CardOf, Command, Selected, Session, Tab};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if session.answer().rows.is_empty() {
        super::empty::no_match(ui, session, out);
        return;
    }
    scrolled(ui, "overview", |ui| {
        reach::page_keys(ui);
        ui.spacing_mut().item_spacing.y = 10.0;
        about(ui, session);
        let make = |session: &Session| account(&session.answer(), session.names(), &session.document.index);
        let account = worked(ui, egui::Id::unique("atalaya account"), session.words.lang(), session, make);
        if let Some(account) = account.as_deref().and_then(Option::as_ref) {
            kit::card(ui, |ui| reported(ui, account, session, out));
        }
        let wide = ui.available_width() > 760.0;
        if wide {
            let width = ui.available_width();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 14.0;
                ui.allocate_ui(vec2(width * 0.53, 0.0), |ui| {
                    ui.vertical(|ui| kit::card(ui, |ui| areas(ui, session, out)));
                });
                ui.vertical(|ui| kit::card(ui, |ui| last_actions(ui, session, out)));
            });
        } else {
            kit::card(ui, |ui| areas(ui, session, out));
            kit::card(ui, |ui| last_actions(ui, session, out));
        }
        kit::card(ui, |ui| {
            more(
                ui,
                &session.words.t("tab-timeline"),
                &session.words.t("overview-timeline-key"),
                Tab::Timeline,
                session,
                out,
            );
            timeline::small(ui, session, out, 9, 200.0);
        });
        ui.add_space(6.0);
    });
}

/// Whether the window is low: then everything is to be told in fewer lines, so that all of it is in sight.
fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < 840.0
}

/// What this is, in the portfolio's own words: its first sentence, the rest on hover and in *About*.
fn about(ui: &mut Ui, session: &Session) {
    let Some((text, lang)) = session.document.portfolio.header.about.best(session.words.lang()) else { return };
    let colour = palette(ui).soft;
    let font = TextStyle::Body.resolve(ui.style());
    let mut job = egui::text::LayoutJob::simple(kit::shown(ui, text).into_owned(), font, colour, ui.available_width());
    job.wrap.max_rows = if is_low(ui) { 1 } else { 2 };
    job.wrap.overflow_character = Some('…');
    // It has a hint of its own.
    let label = ui.add(egui::Label::new(job).show_tooltip_when_elided(false));
    label.widget_info(|| WidgetInfo::labeled(accesskit::Role::Paragraph, true, text));
    kit::in_language(&label, lang);
    label.on_hover_text(kit::shown(ui, text).into_owned());
}

/// A card's title with a way to the whole view at its end.
fn more(ui: &mut Ui, what: &str, unit: &str, tab: Tab, session: &Session, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let room = ui.available_width() - 90.0;
        ui.allocate_ui(vec2(room, 20.0), |ui| kit::title(ui, what, unit));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = session.words.tf("overview-more", &[("view", session.words.t(tab.message()).into())]);
            let link = kit::link(ui, &session.words.t("overview-more-short"), TextStyle::Body);
            link.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
            if link.clicked() {
                out.push(Command::Show(tab));
            }
        });
    });
}

/// Two bars on one scale, never one inside the other.
fn reported(ui: &mut Ui, account: &Account, session: &Session, out: &mut Vec<Command>) {
    let colours = palette(ui);
    let width = ui.available_width();
    let scale = width * 0.92 / account.scale();
    ui.spacing_mut().item_spacing.y = 4.0;
    bar_text(ui, &account.reported_text);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::click());
    // What was not told has no length: a frame for its word, never as long as something.
    let length = account.reported.map_or(170.0, |value| value as f32 * scale);
    let bar = egui::Rect::from_min_size(rect.min, vec2(length, 24.0));
    ui.painter().rect(bar, 2, colours.surface, egui::Stroke::new(1.4, colours.text), egui::StrokeKind::Inside);
    let font = theme::strong().resolve(ui.style());
    ui.painter().text(
        pos2(bar.left() + 9.0, bar.center().y),
        egui::Align2::LEFT_CENTER,
        &account.reported_figure,
        font,
        colours.text,
    );
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &account.reported_spoken));
    if response.on_hover_text(session.words.t("overview-open-card")).clicked() {
        out.push(Command::Card(Some(CardOf::Reported(account.reported_id.clone()))));
    }
    ui.add_space(3.0);
    // What has no sum has no bar either.
    if account.records.is_some() {
        records_bar(ui, account, scale, session, out);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        bar_text(ui, &account.records_text);
        for part in &account.parts {
            key_part(ui, ending_fill(part.ending), &part.text);
        }
    });
    ui.horizontal_wrapped(|ui| {
        if let Some(question) = &account.which {
            if kit::link(ui, question, TextStyle::Body).clicked() {
                out.push(Command::Card(Some(CardOf::Which)));
            }
            bar_text(ui, &session.words.t("overview-which-answer"));
        }
    });
}

/// The sum of the records, in parts by how each ending is known.
fn records_bar(ui: &mut Ui, account: &Account, scale: f32, session: &Session, out: &mut Vec<Command>) {
    let colours = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    let mut left = rect.left();
    for part in &account.parts {
        let bar = egui::Rect::from_min_size(pos2(left, rect.top()), vec2((part.value as f32 * scale).max(2.0), 24.0));
        left = bar.right();
        let fill = ending_fill(part.ending);
        let colour = if fill == Fill::Solid { colours.soft } else { colours.accent };
        let ground = if fill == Fill::Outline { colours.chosen } else { colours.surface };
        kit::bar(ui.painter(), bar, fill, colour, ground);
        let galley =
            ui.painter().layout_no_wrap(part.figure.clone(), TextStyle::Small.resolve(ui.style()), colours.text);
        if fill == Fill::Outline && galley.size().x + 14.0 < bar.width() {
            ui.painter().galley(pos2(bar.left() + 8.0, bar.center().y - galley.size().y / 2.0), galley, colours.text);
        }
    }
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &account.records_spoken));
    if response.on_hover_text(session.words.t("overview-open-card")).clicked() {
        out.push(Command::Card(Some(CardOf::Endings)));
    }
}

/// A sample of a fill and what it stands for, in one piece, so that no line breaks between them.
fn key_part(ui: &mut Ui, fill: Fill, text: &str) {
    let colours = palette(ui);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), TextStyle::Body.resolve(ui.style()), colours.soft);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 30.0, galley.size().y), Sense::hover());
    let sample = egui::Rect::from_min_size(pos2(rect.left(), rect.center().y - 7.0), vec2(18.0, 14.0));
    let colour = if fill == Fill::Solid { colours.soft } else { colours.accent };
    let ground = if fill == Fill::Outline { colours.chosen } else { colours.surface };
    kit::bar(ui.painter(), sample, fill, colour, ground);
    ui.painter().galley(pos2(rect.left() + 23.0, rect.top()), galley, colours.soft);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, text));
}

fn bar_text(ui: &mut Ui, text: &str) {
    let colour = palette(ui).soft;
    ui.label(RichText::new(text).color(colour));
}

fn areas(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let row_height = if is_low(ui) { 27.0 } else { 33.0 };
    plots::themes(ui, session, out, row_height);
}

/// The last actions that are reported under these projects, and what is known of after.
fn last_actions(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, portfolio) = (&session.words, &session.document.portfolio);
    let mut actions: Vec<&Event> = portfolio.events.iter().filter(|event| event.last_action).collect();
    actions.sort_by_key(|event| std::cmp::Reverse(event.date));
    ui.spacing_mut().item_spacing.y = 4.0;
    let title = if actions.is_empty() { words.t("overview-latest-events") } else { words.t("overview-last-actions") };
    more(ui, &title, "", Tab::Events, session, out);
    if actions.is_empty() {
        actions = session.events().iter().take(5).filter_map(|at| portfolio.events.get(*at)).collect();
    }
    if actions.is_empty() {
        kit::soft(ui, words.t(if session.document.partial { "still-read" } else { "overview-no-events" }));
    }
    for event in actions {
        action(ui, event, session, out);
    }
    if portfolio.continuity.is_empty() {
        return;
    }
    ui.add_space(4.0);
    kit::strong(ui, words.t("overview-after"));
    let count = |state| portfolio.continuity.iter().filter(|entry| entry.state == state).count();
    let taken_up = count(ContinuityState::Partial) + count(ContinuityState::Continued);
    ui.add(
        egui::Label::new(words.tf(
            "overview-after-text",
            &[
                ("n", portfolio.continuity.len().into()),
                ("new", count(ContinuityState::NewInArea).into()),
                ("continued", taken_up.into()),
            ],
        ))
        .wrap(),
    );
}

fn action(ui: &mut Ui, event: &Event, session: &Session, out: &mut Vec<Command>) {
    let colours = palette(ui);
    let (date, title) = (session.words.date(event.date), session.names().event(event));
    let font = TextStyle::Body.resolve(ui.style());
    let width = ui.available_width();
    let date_width = 84.0;
    let galley = {
        let shown = kit::shown(ui, &title).into_owned();
        let mut job = egui::text::LayoutJob::simple(shown, font.clone(), colours.text, width - date_width);
        job.wrap.max_rows = if is_low(ui) { 1 } else { 2 };
        job.wrap.overflow_character = Some('…');
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, (galley.size().y + 7.0).max(24.0)), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 4, colours.hovered);
    }
    ui.painter().text(rect.min + vec2(0.0, 3.0), egui::Align2::LEFT_TOP, &date, font, colours.soft);
    let cut = galley.elided;
    ui.painter().galley(rect.min + vec2(date_width, 3.0), galley, colours.text);
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, colours.line));
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, format!("{date}: {title}")));
    let response = if cut { response.on_hover_text(kit::shown(ui, &title).into_owned()) } else { response };
    if response.clicked() {
        out.push(Command::Select(Some(Selected::Event(event.id.clone()))));
    }
}
