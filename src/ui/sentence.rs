//! The sentence above every view, whose parts are clicked to change them, and the chips of the filter.

use eframe::egui::{self, Popup, PopupCloseBehavior, Response, TextStyle, Ui, WidgetInfo, accesskit};

use super::facets;
use super::help;
use super::kit::{self, Icon};
use super::reach;
use super::theme::{self, palette};
use crate::figure::{self, Sentence, Span, SpanAction, term_text};
use crate::i18n::Topic;
use crate::model::{Currency, Scope};
use crate::query::{Field, Filter, Test, Value, scope_key};
use crate::session::{CardOf, Command, Session, Verb, topic_of_field};

/// Whose totals those of the first part of a file are, while the rest is read.
pub(super) fn so_far(session: &Session) -> Option<String> {
    let first = session.document.portfolio.projects.len();
    session.document.partial.then(|| session.words.tf("so-far", &[("n", first.into())]))
}

/// Draws the sentence and, below it, the chips.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let sentence = figure::sentence(&session.answer(), session.names(), false);
    // In a low window what it sums up needs the room.
    let style = if super::is_low(ui.ctx()) { TextStyle::Body } else { theme::sentence() };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 5.0);
        if let Some(so_far) = so_far(session) {
            words(ui, &so_far, &style);
        }
        for span in &sentence.spans {
            match span.action {
                None => words(ui, &span.text, &style),
                Some(action) => {
                    let part = kit::link(ui, &span.text, style.clone());
                    act(&part, action, session, out);
                    help::explains(&part, topic(action, session), &session.words, out);
                }
            }
        }
    });
    announce(ui, session);
    notes(ui, session);
    if !session.filter().is_empty() {
        chips(ui, session, out);
    }
}

/// Plain words, a word at a time, so that the sentence breaks between words and not between parts. A screen reader is
/// told them as one; what is punctuation only is none.
fn words(ui: &mut Ui, text: &str, style: &TextStyle) {
    let mut around = egui::Rect::NOTHING;
    let shown = kit::shown(ui, text);
    for word in shown.split_inclusive(' ') {
        let label = ui.label(egui::RichText::new(word).text_style(style.clone()));
        reach::hide(&label);
        around |= label.rect;
    }
    if is_said(text) {
        let whole = ui.interact(around, ui.next_auto_id().with("words"), egui::Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, text.trim()));
    }
}

/// Whether there is more than punctuation.
fn is_said(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn act(part: &Response, action: SpanAction, session: &Session, out: &mut Vec<Command>) {
    match action {
        SpanAction::Term(place) => edit_popup(part, place, session, out),
        SpanAction::ChooseTheme => facet_popup(part, Field::Theme, session, out),
        SpanAction::Total
        | SpanAction::Assigned
        | SpanAction::WithoutAmount
        | SpanAction::MultiCountry
        | SpanAction::OtherCurrency(_) => {
            if part.clicked() {
                out.push(command(action, session));
            }
        }
    }
}

/// What a part of the sentence, or of a line of totals, does.
fn command(action: SpanAction, session: &Session) -> Command {
    match action {
        SpanAction::Total => Command::Card(Some(CardOf::Total)),
        SpanAction::Assigned => Command::Card(Some(CardOf::Assigned)),
        SpanAction::WithoutAmount => Command::Do(Verb::OnlyWithoutAmount),
        SpanAction::MultiCountry => Command::Do(Verb::OnlySeveralCountries),
        SpanAction::OtherCurrency(only) => Command::SetFilter(in_other_currency(only, session)),
        SpanAction::ChooseTheme => Command::Choose(Field::Theme, Vec::new()),
        SpanAction::Term(place) => Command::RemoveTerm(place),
    }
}

/// The filter narrowed to the records of the country alone that have their amount in this other currency, or in any.
fn in_other_currency(only: Option<Currency>, session: &Session) -> Filter {
    let (answer, portfolio) = (session.answer(), session.names().portfolio);
    let others = answer.totals.other_currencies.iter().map(|(currency, ..)| *currency);
    let chosen = others.filter(|currency| only.is_none_or(|only| only == *currency));
    let values = chosen.map(|currency| Value::Key(currency.code().to_owned())).collect();
    let filter = session.filter().with(Field::Currency, values);
    if answer.totals.multi_country == 0 {
        return filter;
    }
    filter.with(Field::Scope, vec![Value::Key(scope_key(Scope::Country, portfolio).to_owned())])
}

/// A line of totals: in the size of the body, its parts in a row.
pub fn line(ui: &mut Ui, line: &Sentence, session: &Session, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 0.0;
    for (place, span) in line.spans.iter().enumerate() {
        match span.action {
            None => {
                let label = kit::soft(ui, span.text.as_str());
                if !is_said(&span.text) {
                    reach::hide(&label);
                }
            }
            Some(action) => {
                let part = kit::link(ui, &span.text, style_in_line(place, span));
                if part.clicked() {
                    out.push(command(action, session));
                }
                help::explains(&part, topic(action, session), &session.words, out);
            }
        }
    }
}

/// How wide a line of totals is in one row, in points.
pub fn line_width(ui: &Ui, line: &Sentence) -> f32 {
    let parts = line.spans.iter().enumerate();
    parts.map(|(place, span)| kit::width_in(ui, &span.text, style_in_line(place, span))).sum()
}

/// What a line of totals begins with is stronger, where it leads on.
fn style_in_line(place: usize, span: &Span) -> TextStyle {
    if place == 0 && span.action.is_some() { theme::strong() } else { TextStyle::Body }
}

/// Where the help says what a part of the sentence means.
fn topic(action: SpanAction, session: &Session) -> Topic {
    match action {
        SpanAction::Total => Topic::at("figures", "headline"),
        SpanAction::Assigned => Topic::at("figures", "split"),
        SpanAction::WithoutAmount => Topic::at("figures", "unknown"),
        SpanAction::MultiCountry => Topic::at("words", "several-countries"),
        SpanAction::OtherCurrency(_) => Topic::at("figures", "currency"),
        SpanAction::ChooseTheme => topic_of_field(Field::Theme),
        SpanAction::Term(place) => match session.filter().terms.get(place).map(|term| &term.test) {
            Some(Test::Field(field, _)) => topic_of_field(*field),
            _ => Topic::page("filter"),
        },
    }
}

/// A term of the sentence opens what it can be changed to.
fn edit_popup(part: &Response, place: usize, session: &Session, out: &mut Vec<Command>) {
    let Some(term) = session.filter().terms.get(place) else { return };
    let popup = Popup::menu(part).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(300.0);
        if let Test::Field(field, _) = &term.test
            && !term.negated
        {
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| facets::choices(ui, *field, session, out));
            ui.separator();
        }
        let name = session.words.tf("chip-remove", &[("term", term_text(term, session.names()).into())]);
        if ui.add(egui::Button::new(name).wrap()).clicked() {
            out.push(Command::RemoveTerm(place));
            ui.close();
        }
    });
}

fn facet_popup(part: &Response, field: Field, session: &Session, out: &mut Vec<Command>) {
    let popup = Popup::menu(part).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(300.0);
        facets::choices(ui, field, session, out);
    });
}

/// The chips: what is on, each taken off one by one.
fn chips(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let text = &session.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        for (place, term) in session.filter().terms.iter().enumerate() {
            let shown = term_text(term, session.names());
            let name = text.tf("chip-remove", &[("term", shown.as_str().into())]);
            if chip(ui, &shown, &name).clicked() {
                out.push(Command::RemoveTerm(place));
            }
        }
        if kit::link(ui, &text.t("verb-clear-filter"), TextStyle::Body).clicked() {
            out.push(Command::Do(Verb::ClearFilter));
        }
        if kit::link(ui, &text.t("verb-copy-filter"), TextStyle::Body)
            .on_hover_text(session.filter().to_string())
            .clicked()
        {
            out.push(Command::Do(Verb::CopyFilter));
        }
    });
}

fn chip(ui: &mut Ui, shown: &str, name: &str) -> Response {
    let colours = palette(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let galley = kit::elided(ui, shown, font, colours.text, (ui.available_width() - 40.0).clamp(120.0, 420.0));
    let size = egui::vec2(galley.size().x + 36.0, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() { colours.hovered } else { colours.chosen };
        ui.painter().rect_filled(rect, 13, fill);
        let y = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(egui::pos2(rect.left() + 12.0, y), galley, colours.text);
        let cross =
            egui::Rect::from_center_size(egui::pos2(rect.right() - 13.0, rect.center().y), egui::vec2(14.0, 14.0));
        kit::icon(ui.painter(), Icon::Close, cross, colours.soft);
        kit::focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, name));
    response.on_hover_text(name)
}

/// What the search box says that is no known field or value.
fn notes(ui: &mut Ui, session: &Session) {
    for note in session.typed_notes() {
        let said = session.words.tf("typed-as-words", &[("why", note.text(&session.words).into())]);
        kit::small(ui, said);
    }
}

/// How long after the last change the sentence is said, in seconds.
const PAUSE: f64 = 0.5;

/// The sentence for a screen reader: a live region that changes half a second after the typing stops.
fn announce(ui: &mut Ui, session: &Session) {
    let id = ui.scope_id().with("announce");
    let (now, text) = (ui.input(|input| input.time), figure::sentence(&session.answer(), session.names(), true).text());
    let (mut said, mut pending, mut since): (String, String, f64) =
        ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    if pending != text {
        pending = text;
        since = now;
        ui.request_repaint_after(std::time::Duration::from_millis(550));
    }
    if said.is_empty() || now - since >= PAUSE {
        said.clone_from(&pending);
    } else {
        ui.request_repaint_after(std::time::Duration::from_millis(100));
    }
    let region = ui.interact(
        egui::Rect::from_min_size(ui.cursor().min, egui::Vec2::ZERO),
        id.with("region"),
        egui::Sense::hover(),
    );
    region.widget_info(|| WidgetInfo::labeled(accesskit::Role::Status, true, &said));
    ui.ctx().accesskit_node_builder(region.id, |node| node.set_live(accesskit::Live::Polite));
    ui.data_mut(|data| data.insert_temp(id, (said, pending, since)));
}
