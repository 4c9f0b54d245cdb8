//! The card of a figure, over the views: what it is, how it was made, what it lacks, who says so.

use eframe::egui::{
    self, Align2, Id, Modal, Rect, ScrollArea, Sense, Stroke, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use super::detail::{side_by_side, source_row, told};
use super::help;
use super::kit::{self, Icon};
use super::reach;
use super::theme::{self, palette};
use super::worked::worked;
use crate::figure::card::{Card, CardPart};
use crate::figure::ending_fill;
use crate::session::{CardOf, Command, Selected, Session, topic_of_card};

/// A card is never wider than this.
const WIDTH: f32 = 640.0;
/// Height of a record's line.
const LINE: f32 = 26.0;

/// Draws the card that is open.
pub fn show(ui: &Ui, session: &Session, out: &mut Vec<Command>) {
    let focused = Id::unique("atalaya card focused");
    let Some(of) = &session.card else {
        ui.data_mut(|data| {
            data.remove::<CardOf>(focused);
            data.remove::<CardOf>(Id::unique("atalaya card copied"));
        });
        reach::give_focus_back(ui, "card");
        return;
    };
    let key = (session.words.lang(), of.clone(), session.view.spread);
    let wanted = of.clone();
    let make = move |session: &Session| session.card_of(&wanted);
    let made = worked(ui, Id::unique("atalaya card facts"), key, session, make);
    let Some(made) = made else { return };
    let Some(card) = made.as_ref() else {
        out.push(Command::Card(None));
        return;
    };
    let screen = ui.ctx().content_rect();
    let id = Id::unique("atalaya card");
    let (width, most) = ((screen.width() - 56.0).min(WIDTH), (screen.height() - 40.0).max(160.0));
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin { left: 20, right: 14, top: 16, bottom: 12 });
    // An area is at most as high as its default size says.
    let area = Modal::default_area(id).default_size(vec2(width, most)).accessible_name(&card.title);
    let modal = Modal::new(id).frame(frame).area(area).show(ui.ctx(), |ui| {
        reach::tell_modal(ui);
        ui.set_width(width - 34.0);
        let close = head(ui, card, session, out);
        // The focus goes in once, when the card opens; after that it is the person's.
        reach::keep_focus(ui, "card", id);
        let before: Option<CardOf> = ui.data(|data| data.get_temp(focused));
        if before.as_ref() != Some(of) {
            close.request_focus();
            ui.data_mut(|data| data.insert_temp(focused, of.clone()));
        }
        ui.add_space(2.0);
        let left = (most - 28.0 - (ui.cursor().top() - ui.max_rect().top())).max(80.0);
        ScrollArea::vertical().id_salt(of).max_height(left).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            body(ui, card, session, out);
        });
    });
    if modal.should_close() {
        out.push(Command::Card(None));
    }
}

/// Title, copy and close; then the figure and its unit.
fn head(ui: &mut Ui, card: &Card, session: &Session, out: &mut Vec<Command>) -> egui::Response {
    let words = &session.words;
    let close = ui
        .horizontal_top(|ui| {
            let room = ui.available_width() - 202.0;
            ui.allocate_ui(vec2(room, 24.0), |ui| {
                ui.set_width(room);
                kit::heading(ui, &card.title);
            });
            let layout = egui::Layout::right_to_left(egui::Align::Min);
            ui.with_layout(layout, |ui| {
                let close = kit::icon_button(ui, Icon::Close, &words.t("card-close"));
                if close.clicked() {
                    out.push(Command::Card(None));
                }
                if let Some(of) = &session.card {
                    help::mark(ui, topic_of_card(of), words, out);
                    help::explained_by_key(&close, topic_of_card(of));
                }
                copy(ui, card, session, out);
                close
            })
            .inner
        })
        .inner;
    if !card.value.is_empty() {
        let value = kit::words(ui, &card.value, |text| text.text_style(theme::figure()));
        let spoken = if card.unit.is_empty() { &card.value } else { &card.unit };
        value.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, spoken));
        if !card.unit.is_empty() {
            kit::soft(ui, &card.unit);
        }
    }
    close
}

/// Copies the figure with all that proves it; says so for as long as this card stays open.
fn copy(ui: &mut Ui, card: &Card, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let id = Id::unique("atalaya card copied");
    let copied: Option<CardOf> = ui.data(|data| data.get_temp(id));
    let done = copied.is_some() && copied == session.card;
    let label = if done { words.t("card-copied") } else { words.t("card-copy") };
    if ui.button(label).on_hover_text(words.t("card-copy-hint")).clicked() {
        out.push(Command::Copy(card.copied(session.filter(), session.names())));
        let now = session.card.clone();
        ui.data_mut(|data| now.map(|now| data.insert_temp(id, now)));
    }
}

fn body(ui: &mut Ui, card: &Card, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    for sentence in &card.lead {
        kit::plain(ui, sentence);
    }
    if !card.parts.is_empty() {
        match &card.parts_title {
            Some(title) => kit::section(ui, title),
            None => ui.add_space(6.0),
        }
        for part in &card.parts {
            draw_part(ui, part);
        }
        if let (Some(sum), true) = (card.sum, card.records.is_empty()) {
            sum_line(ui, sum, session);
        }
    }
    if !card.tellings.is_empty() {
        kit::section(ui, &words.t("card-tellings-title"));
        side_by_side(ui, &card.tellings);
    }
    list(ui, card.how_title.as_ref().unwrap_or(&words.t("card-how-title")), &card.how);
    if !card.records.is_empty() {
        kit::section(ui, &card.records_title);
        records(ui, card, session, out);
    }
    list(ui, &words.t("card-lacks-title"), &card.lacks);
    list(ui, &words.t("card-proves-not-title"), &card.proves_not);
    if !card.sources.is_empty() {
        kit::section(ui, &words.t("card-sources-title"));
        for (place, line) in card.sources.iter().enumerate() {
            source_row(ui, Some(place + 1), line, words, out);
        }
    }
    if let Some(notes) = &card.notes {
        kit::section(ui, &words.t("card-notes-title"));
        told(ui, notes, TextStyle::Small);
    }
    ui.add_space(4.0);
}

/// A section of sentences, each after a dot; none, and it is left out.
fn list(ui: &mut Ui, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    kit::section(ui, title);
    for item in items {
        kit::item(ui, item);
    }
}

fn draw_part(ui: &mut Ui, part: &CardPart) {
    let colours = palette(ui);
    let width = ui.available_width();
    let font = TextStyle::Body.resolve(ui.style());
    let left = if part.ending.is_some() { 30.0 } else { 0.0 };
    let label_width = if part.figure { width - left - 130.0 } else { (width * 0.27).clamp(110.0, 160.0) };
    let (label_colour, value_width) =
        if part.figure { (colours.text, 120.0) } else { (colours.soft, width - label_width - 8.0) };
    let label =
        ui.painter().layout(kit::shown(ui, &part.label).into_owned(), font.clone(), label_colour, label_width - 8.0);
    let value = ui.painter().layout(kit::shown(ui, &part.value).into_owned(), font, colours.text, value_width);
    let height = label.size().y.max(value.size().y) + 5.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    if ui.is_rect_visible(rect) {
        if let Some(ending) = part.ending {
            let square = Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(20.0, 13.0));
            kit::bar(ui.painter(), square, ending_fill(ending), colours.soft, colours.surface);
        }
        ui.painter().galley(rect.min + vec2(left, 0.0), label, label_colour);
        let x = if part.figure { rect.right() - value.size().x } else { rect.left() + label_width };
        ui.painter().galley(pos2(x, rect.top()), value, colours.text);
    }
    let name = format!("{}: {}", part.label, part.spoken);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &name));
}

/// The records behind the figure: only those in sight are laid out.
fn records(ui: &mut Ui, card: &Card, session: &Session, out: &mut Vec<Command>) {
    let width = ui.available_width();
    let height = LINE * card.records.len() as f32;
    let (whole, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let clip = ui.clip_rect();
    let first = ((clip.top() - whole.top()) / LINE).floor().max(0.0) as usize;
    let last = ((clip.bottom() - whole.top()) / LINE).ceil().max(0.0) as usize;
    for (place, record) in card.records.iter().enumerate().take(last).skip(first) {
        let top = whole.top() + LINE * place as f32;
        let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(width, LINE));
        let names = session.names();
        let Some(project) = session.document.portfolio.projects.get(record.row) else { continue };
        let amount = card.with_amounts.then(|| (record.figure(names, false), record.figure(names, true)));
        let response = ui.interact(rect, Id::unique(("card record", &project.id)), Sense::click());
        let name = names.project(&project);
        let mut shown = name.text.clone();
        if name.ours {
            shown = format!("{shown} {}", session.words.t("name-ours-short"));
        }
        draw_record(ui, &response, &shown, amount.as_ref(), record.value.is_none(), session);
        if response.on_hover_text(format!("{}\n{}", name.text, project.id)).clicked() {
            out.push(Command::Select(Some(Selected::Project(project.id.clone()))));
        }
    }
    if let Some(sum) = card.sum {
        sum_line(ui, sum, session);
    }
}

fn draw_record(
    ui: &Ui,
    response: &egui::Response,
    name: &str,
    amount: Option<&(String, String)>,
    missing: bool,
    session: &Session,
) {
    let (colours, rect) = (palette(ui), response.rect);
    let font = TextStyle::Body.resolve(ui.style());
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, colours.hovered);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, colours.line));
    let mut right = rect.right();
    if let Some((shown, _)) = amount {
        let colour = if missing { colours.soft } else { colours.text };
        let drawn = ui.painter().text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, shown, font.clone(), colour);
        right = drawn.left() - 14.0;
    }
    let galley = kit::elided(ui, name, font, colours.accent, right - rect.left());
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, colours.accent);
    if response.has_focus() {
        let stroke = kit::ring(ui);
        ui.painter().rect_stroke(rect, 4, stroke, egui::StrokeKind::Inside);
        response.scroll_to_me(None);
    }
    let spoken = match amount {
        Some((_, spoken)) => session.words.tf("card-record-name", &[("name", name.into()), ("figure", spoken.into())]),
        None => name.to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &spoken));
}

fn sum_line(ui: &mut Ui, sum: i128, session: &Session) {
    let names = session.names();
    let (colours, font) = (palette(ui), theme::strong().resolve(ui.style()));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let title = session.words.t("card-sum");
    let (left, right) = (pos2(rect.left(), rect.center().y), pos2(rect.right(), rect.center().y));
    ui.painter().text(left, Align2::LEFT_CENTER, &title, font.clone(), colours.text);
    ui.painter().text(right, Align2::RIGHT_CENTER, names.millions(sum), font, colours.text);
    let name = format!("{title}: {}", names.millions_spoken(sum));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &name));
}
