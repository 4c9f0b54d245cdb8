//! The filters to the left, always the same in every view: facets with live counts, dates, amounts.

use std::sync::Arc;

use eframe::egui::{self, Id, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use super::detail::cached;
use super::help;
use super::kit;
use super::theme::palette;
use super::worked::SetOf;
use crate::i18n::Topic;
use crate::model::EndingKind;
use crate::query::{FACETS, Facet, Field, Value, parse};
use crate::session::{Command, Session, Verb, topic_of_ending, topic_of_field};

/// How many values of a facet show before "more".
const FEW: usize = 6;

/// Draws the column of filters.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(ui.available_width());
        for field in [Field::Theme, Field::Ending, Field::State, Field::Implementer, Field::Doubt] {
            facet(ui, field, session, out);
        }
        section(ui, &words.t("facet-dates"));
        for field in [Field::Active, Field::Start, Field::End] {
            range(ui, field, session, out);
        }
        explained(ui, &words.t("field-amount"), Field::Amount, session, out);
        range(ui, Field::Amount, session, out);
        ui.add_space(12.0);
        for field in FACETS.into_iter().filter(|field| {
            !matches!(field, Field::Theme | Field::Ending | Field::State | Field::Implementer | Field::Doubt)
        }) {
            facet(ui, field, session, out);
        }
        if !session.filter().is_empty() && ui.button(words.t("verb-clear-filter")).clicked() {
            out.push(Command::Do(Verb::ClearFilter));
        }
        ui.add_space(16.0);
    });
}

fn section(ui: &mut Ui, title: &str) {
    kit::caption(ui, title);
    ui.add_space(4.0);
}

/// A title with the way to what it means.
fn explained(ui: &mut Ui, title: &str, field: Field, session: &Session, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        kit::caption(ui, title);
        help::mark(ui, topic_of_field(field), &session.words, out);
    });
}

fn facet(ui: &mut Ui, field: Field, session: &Session, out: &mut Vec<Command>) {
    ui.push_id(field.key(), |ui| {
        explained(ui, &session.names().field(field), field, session, out);
        choices(ui, field, session, out);
        ui.add_space(12.0);
    });
}

/// A value of a facet as it is offered.
struct Choice {
    value: Value,
    label: String,
    count: usize,
    /// The place of the theme that it is, for its colour.
    theme: Option<usize>,
    on: bool,
}

/// The values of a field with what each would give; those that would give nothing stay away unless chosen.
pub fn choices(ui: &mut Ui, field: Field, session: &Session, out: &mut Vec<Command>) {
    let answer = session.answer();
    let Some(facet) = answer.facet(field) else {
        range(ui, field, session, out);
        return;
    };
    let key = (SetOf(Arc::clone(&answer)), session.filter().clone(), session.words.lang());
    let made = cached(ui, Id::unique(("facet", field.key())), key, || offered(facet, session));
    let (choices, rest) = (&made.0, made.1);
    let id = ui.scope_id().with("more");
    let mut open: bool = ui.data_mut(|data| data.get_temp(id)).unwrap_or(false);
    let few = if matches!(field, Field::Theme | Field::Ending | Field::Doubt) { usize::MAX } else { FEW };
    let words = &session.words;
    for (place, choice) in choices.iter().enumerate() {
        if place >= few && !open && !choice.on {
            continue;
        }
        let spoken = words.tf(
            "facet-choice",
            &[
                ("field", session.names().field(field).into()),
                ("value", choice.label.as_str().into()),
                ("n", choice.count.into()),
            ],
        );
        let count = words.int(choice.count as i64);
        let colour = choice.theme.map(|place| palette(ui).area(place));
        let row = kit::check_row(ui, choice.on, &choice.label, colour, &count, &spoken);
        if row.clicked() {
            out.push(Command::Toggle(field, choice.value.clone()));
        }
        help::explains(&row, topic(field, &choice.value), words, out);
    }
    if choices.is_empty() {
        kit::small(ui, words.t("facet-nothing"));
    }
    if open && rest > 0 {
        // Nobody reads a list of thousands: the rest is asked for by name.
        let example = format!("{}:…", session.names().field(field).to_lowercase());
        kit::small(ui, words.tf("facet-rest", &[("n", rest.into()), ("example", example.into())]));
    }
    let hidden = (choices.len() + rest).saturating_sub(few);
    if hidden > 0 {
        let label = if open { words.t("facet-fewer") } else { words.tf("facet-more", &[("n", hidden.into())]) };
        if kit::link(ui, &label, TextStyle::Body).clicked() {
            open = !open;
            ui.data_mut(|data| data.insert_temp(id, open));
        }
    }
}

/// What explains a value: each way of ending by itself, the others as their field.
fn topic(field: Field, value: &Value) -> Topic {
    let ending = EndingKind::ALL.into_iter().find(|ending| *value == Value::Key(ending.key().to_owned()));
    ending.filter(|_| field == Field::Ending).map_or(topic_of_field(field), topic_of_ending)
}

/// How many values are listed at most.
const LISTED: usize = 100;

/// The values that would give something or are chosen, and how many more there are than are listed.
fn offered(facet: &Facet, session: &Session) -> (Vec<Choice>, usize) {
    let (field, names, filter) = (facet.field, session.names(), session.filter());
    let keys = session.document.index.column(field).map_or(&[][..], |column| &column.keys);
    let on = |key: &str| filter.has(field, &Value::of(field, key));
    let chosen = !filter.values(field).is_empty();
    let counted = keys.iter().zip(&facet.counts).filter(|(key, count)| **count > 0 || (chosen && on(key)));
    let mut counted: Vec<(&String, &usize)> = counted.collect();
    let rest = counted.len().saturating_sub(LISTED);
    if rest > 0 {
        // The most frequent, and what is chosen; the others have no name made for them.
        counted.sort_unstable_by_key(|(key, count)| (!(chosen && on(key)), std::cmp::Reverse(**count)));
        counted.truncate(LISTED);
    }
    let mut choices: Vec<_> = (counted.into_iter())
        .map(|(key, count)| {
            let value = Value::of(field, key);
            Choice {
                on: filter.has(field, &value),
                label: names.key(field, key),
                count: *count,
                theme: (field == Field::Theme).then(|| names.portfolio.themes.position(key)).flatten(),
                value,
            }
        })
        .collect();
    let fixed = matches!(field, Field::Theme | Field::Ending | Field::Year | Field::Scope | Field::Doubt);
    if !fixed {
        choices.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| session.words.compare(&a.label, &b.label)));
    }
    if facet.missing > 0 || filter.has(field, &Value::Missing) {
        let missing = Choice {
            value: Value::Missing,
            label: names.missing(field),
            count: facet.missing,
            theme: None,
            on: filter.has(field, &Value::Missing),
        };
        // What nobody published stands first where it is much, and is never left to "more".
        let at = if fixed || field == Field::Doubt { choices.len() } else { 0 };
        if field != Field::Doubt {
            choices.insert(at, missing);
        }
    }
    choices.retain(|choice| choice.count > 0 || choice.on);
    (choices, rest)
}

/// A field that takes a range as text, applied on Enter or when the focus leaves; what is wrong is said below it.
fn range(ui: &mut Ui, field: Field, session: &Session, out: &mut Vec<Command>) {
    ui.push_id(("range", field.key()), |ui| {
        let (words, names) = (&session.words, session.names());
        let id = ui.scope_id().with("text");
        let in_filter = session.filter().values(field).iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let (mut text, mut known): (String, String) = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
        if known != in_filter {
            text.clone_from(&in_filter);
            known = in_filter;
        }
        let title = names.field(field);
        if field != Field::Amount {
            ui.add_space(2.0);
            ui.label(RichText::new(&title).text_style(TextStyle::Body));
        }
        let hint = words.t(if field == Field::Amount { "range-hint-amount" } else { "range-hint-date" });
        let edit =
            TextEdit::singleline(&mut text).hint_text(kit::prompt(&hint)).desired_width(f32::INFINITY).id_salt("edit");
        let response = ui.add(edit);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, text.clone(), text.clone(), &hint);
            info.label = Some(title.clone());
            info
        });
        let written = if text.trim().is_empty() { Ok(Vec::new()) } else { read(field, &text, session) };
        if let (Ok(values), true) = (&written, response.lost_focus() && text != known) {
            out.push(Command::Choose(field, values.clone()));
        }
        if let (Err(why), false) = (&written, response.has_focus()) {
            let colour = palette(ui).failure;
            ui.add(egui::Label::new(RichText::new(why).small().color(colour)).wrap());
        }
        ui.data_mut(|data| data.insert_temp(id, (text, known)));
        ui.add_space(6.0);
    });
}

fn read(field: Field, text: &str, session: &Session) -> Result<Vec<Value>, String> {
    let quoted = format!("{}:{}", field.key(), text.split_whitespace().collect::<String>());
    let filter = parse(&quoted, &session.document.index.vocabulary).map_err(|error| error.text(&session.words))?;
    Ok(filter.values(field).to_vec())
}
