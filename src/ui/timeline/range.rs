//! The range of dates that narrows every view: how it stands in the filter, in months, and the two fields in which
//! it can be typed.

use eframe::egui::{self, Align, Key, Layout, RichText, TextEdit, Ui, vec2};

use crate::model::{Day, PartialDate, ValueFault};
use crate::query::{Field, Value};
use crate::session::{Command, Session};
use crate::ui::kit;
use crate::ui::theme::palette;

/// From when to when; open where `None`.
pub(super) type Range = (Option<PartialDate>, Option<PartialDate>);

/// The range of the present set.
pub(super) fn present(session: &Session) -> Range {
    let dates = session.filter().values(Field::Active).iter().find_map(|value| match value {
        Value::Dates(from, to) => Some((*from, *to)),
        _ => None,
    });
    dates.unwrap_or_default()
}

/// Asks for another range, or for none where both ends are open.
pub(super) fn choose(session: &Session, range: Range, out: &mut Vec<Command>) {
    if session.view.filter.position(Field::Active).is_none() && session.filter().position(Field::Active).is_some() {
        // It stands in the words still being typed: they become chips first, so that there is one range and not two.
        out.push(Command::CommitTyped);
    }
    let values = if range == (None, None) { Vec::new() } else { vec![Value::Dates(range.0, range.1)] };
    out.push(Command::Choose(Field::Active, values));
}

/// The month that a day is in.
pub(super) fn month(day: Day) -> Option<PartialDate> {
    let date = day.date();
    format!("{:04}-{:02}", date.year(), date.month()).parse().ok()
}

/// The first day of the month so many months after the one that a day is in.
pub(super) fn first_of_month(day: Day, months: i32) -> Day {
    let date = day.date();
    let count = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + months;
    let (year, month) = (count.div_euclid(12).clamp(1, 9999), count.rem_euclid(12) + 1);
    let first: Result<PartialDate, _> = format!("{year:04}-{month:02}").parse();
    first.map_or(day, PartialDate::earliest)
}

/// What stands in a field, and what is wrong with it.
#[derive(Clone, Debug, Default)]
struct Typed {
    text: String,
    fault: Option<String>,
    /// The date that the text was made from.
    of: Option<PartialDate>,
}

/// What a typed date is, or in words why it is none.
fn read(text: &str, session: &Session) -> Result<Option<PartialDate>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let words = &session.words;
    let date = text.parse::<PartialDate>().map_err(|error| {
        words.t(match error.fault {
            ValueFault::DateMonth => "timeline-fault-month",
            ValueFault::DateDay => "timeline-fault-day",
            _ => "timeline-fault-form",
        })
    })?;
    if date.is_approximate() || date.is_uncertain() {
        return Err(words.t("timeline-fault-form"));
    }
    Ok(Some(date))
}

/// The two fields, what is wrong beside them, and the way to take the range off.
pub(super) fn fields(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let now = present(session);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(words.t("timeline-range")).color(palette(ui).soft));
        let from = field(ui, session, &words.t("timeline-range-from"), "from", now.0, |date| (date, now.1));
        let to = field(ui, session, &words.t("timeline-range-to"), "to", now.1, |date| (now.0, date));
        for range in [&from, &to].into_iter().filter_map(|typed| typed.0) {
            choose(session, range, out);
        }
        if now != (None, None) && ui.button(words.t("timeline-range-clear")).clicked() {
            choose(session, (None, None), out);
        }
        match from.1.or(to.1) {
            Some(fault) => fault_text(ui, &fault),
            None if ui.available_width() > 300.0 => hint_text(ui, &words.t("timeline-range-hint")),
            None => {}
        }
    });
}

fn fault_text(ui: &mut Ui, fault: &str) {
    let text = RichText::new(fault).color(palette(ui).failure);
    let label = ui.add(egui::Label::new(text).truncate());
    ui.accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

fn hint_text(ui: &mut Ui, hint: &str) {
    ui.add(egui::Label::new(RichText::new(hint).small().color(palette(ui).soft)).truncate());
}

/// A field: the range that it asks for when it is left or entered, and what is wrong with what stands in it.
fn field(
    ui: &mut Ui,
    session: &Session,
    label: &str,
    salt: &str,
    now: Option<PartialDate>,
    with: impl Fn(Option<PartialDate>) -> Range,
) -> (Option<Range>, Option<String>) {
    let id = ui.scope_id().with(("typed", salt));
    let mut typed: Typed = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    if typed.of != now {
        typed = Typed { text: now.map(|date| date.to_string()).unwrap_or_default(), fault: None, of: now };
    }
    let title = ui.label(label);
    let edit = TextEdit::singleline(&mut typed.text)
        .id(id.with("edit"))
        .hint_text(kit::prompt(session.words.t("timeline-range-form")));
    let response = ui.add(edit.desired_width(106.0).min_size(vec2(0.0, 24.0))).labelled_by(title.id);
    if typed.fault.is_some() {
        let stroke = egui::Stroke::new(1.5, palette(ui).failure);
        ui.painter().rect_stroke(response.rect, 4, stroke, egui::StrokeKind::Inside);
    }
    if response.changed() {
        typed.fault = None;
    }
    let mut asked = None;
    if response.lost_focus() {
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            typed.text = now.map(|date| date.to_string()).unwrap_or_default();
            typed.fault = None;
        } else {
            match read(&typed.text, session) {
                Ok(date) if date == now => typed.fault = None,
                Ok(date) => {
                    let range = with(date);
                    let crossed = matches!(range, (Some(from), Some(to)) if from.earliest() > to.latest());
                    typed.fault = crossed.then(|| session.words.t("timeline-fault-crossed"));
                    asked = (!crossed).then_some(range);
                }
                Err(fault) => typed.fault = Some(fault),
            }
        }
    }
    let fault = typed.fault.clone();
    ui.data_mut(|data| data.insert_temp(id, typed));
    (asked, fault)
}

/// A range as it is said: "mar 2022 a jun 2024".
pub(super) fn said(session: &Session, range: Range) -> String {
    session.names().value(Field::Active, &Value::Dates(range.0, range.1))
}

/// The title of the strip, at the left of it.
pub(super) fn title(ui: &mut Ui, text: &str, note: &str) {
    ui.with_layout(Layout::top_down(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let colour = palette(ui).text;
        ui.add(egui::Label::new(RichText::new(text).small().color(colour)).truncate());
        if ui.available_height() > 14.0 {
            kit::small(ui, note);
        }
    });
}
