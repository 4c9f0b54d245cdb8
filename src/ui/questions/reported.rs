//! A reported total beside what the records hold: the choice of the total, what it says of itself, the bridge.

use std::sync::Arc;

use eframe::egui::{ComboBox, Id, TextStyle, Ui};

use super::bridge;
use crate::figure::{Reconciliation, reconciliation, totals_by_likeness};
use crate::model::ReportedTotal;
use crate::query::comparable_total;
use crate::session::{BridgeForm, CardOf, Command, Selected, Session, Verb};
use crate::ui::kit;
use crate::ui::worked::{worked, working};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(total) = chosen(session) else {
        let none = session.document.portfolio.reported_totals.is_empty();
        kit::soft(ui, if none { words.t("bridge-none") } else { words.t("bridge-none-like") });
        unlike(ui, session, out);
        return;
    };
    let Some(told) = figure(ui, total, session) else { return working(ui, session) };
    controls(ui, &told, session, out);
    kit::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            kit::strong(ui, format!("{}: {}", told.who, told.value));
            if let Some(source) = &told.source
                && kit::link(ui, &source.label, TextStyle::Small).clicked()
            {
                out.push(Command::Select(Some(Selected::Source(source.id.clone()))));
            }
        });
        kit::small(ui, told.about.join(" · "));
        match &told.bridge {
            Err(refusal) => drop(kit::soft(ui, refusal.as_str())),
            Ok(figure) => {
                ui.label(&figure.summary);
                ui.add_space(6.0);
                bridge::draw(ui, &told.id, figure, session, out);
            }
        }
    });
    if let Ok(figure) = &told.bridge {
        kit::card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for warning in &figure.warnings {
                kit::soft(ui, warning.as_str());
            }
            if !session.notes.marks.is_empty() {
                kit::soft(ui, words.t("bridge-not-shared"));
            }
        });
    }
    unlike(ui, session, out);
}

/// The total that the view names, else the first that can be held against the records.
fn chosen(session: &Session) -> Option<&ReportedTotal> {
    let totals = &session.document.portfolio.reported_totals;
    let named = session.view.total.as_deref().and_then(|id| totals.find(id));
    named.or_else(|| comparable_total(&session.document.portfolio))
}

fn controls(ui: &mut Ui, told: &Reconciliation, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        kit::soft(ui, words.t("bridge-choose"));
        let width = (ui.available_width() - 20.0).clamp(160.0, 420.0);
        let shown = format!("{} · {}", told.value, told.who);
        let combo = ComboBox::from_id_salt("reported total").width(width).truncate().selected_text(shown);
        let response = combo.show_ui(ui, |ui| {
            ui.set_max_width(520.0);
            for total in totals_by_likeness(session.names()).0 {
                let value = crate::figure::card::reported_value(total, session.names());
                let text = format!("{value} · {}", session.names().reported_by(total));
                if ui.selectable_label(total.id == told.id, text).clicked() {
                    out.push(Command::ChooseTotal(Some(total.id.clone())));
                }
            }
        });
        let name = words.t("bridge-choose");
        response.response.widget_info(|| {
            let mut info = eframe::egui::WidgetInfo::labeled(eframe::egui::accesskit::Role::ComboBox, true, &name);
            info.current_text_value = Some(format!("{} · {}", told.value, told.who));
            info
        });
        ui.add_space(6.0);
        let forms = BridgeForm::ALL.map(|form| (form, words.t(form.message())));
        if let Some(form) = kit::choose(ui, &words.t("bridge-form"), &forms, session.view.bridge) {
            out.push(Command::BridgeAs(form));
        }
        ui.add_space(6.0);
        if ui.button(words.t("bridge-copy")).clicked() {
            out.push(Command::Do(Verb::CopyWithSource));
        }
    });
}

/// What is not like is not compared; each says why.
fn unlike(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let unlike = totals_by_likeness(session.names()).1;
    if unlike.is_empty() {
        return;
    }
    kit::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        kit::title(ui, &session.words.t("bridge-unlike"), "");
        for (total, refusal) in unlike {
            ui.horizontal_wrapped(|ui| {
                let value = crate::figure::card::reported_value(total, session.names());
                let text = format!("{value} · {}", session.names().reported_by(total));
                if kit::short_link(ui, &text, TextStyle::Body, ui.available_width()).clicked() {
                    out.push(Command::Card(Some(CardOf::Reported(total.id.clone()))));
                }
                kit::small(ui, refusal);
            });
        }
    });
}

/// The figure, kept until records, filter, total, language or marks change.
fn figure(ui: &Ui, total: &ReportedTotal, session: &Session) -> Option<Arc<Reconciliation>> {
    let key = (total.clone(), session.words.lang(), session.notes.clone());
    let total = total.clone();
    let make = move |session: &Session| {
        reconciliation(&total, &session.answer(), &session.notes, session.names(), &session.document.index)
    };
    worked(ui, Id::unique("atalaya bridge"), key, session, make)
}
