//! A plot's figures as a table, with a total that is the sentence's.

use eframe::egui::{Align, Label, Layout, RichText, Stroke, TextStyle, Ui, vec2};

use super::bars;
use crate::figure::BarPlot;
use crate::query::By;
use crate::session::{Command, Measure, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

/// Width of a column of figures, where there is room.
const FIGURE: f32 = 132.0;

/// Draws the table.
pub(super) fn draw(ui: &mut Ui, plot: &BarPlot, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    kit::title(ui, &plot.title, "");
    let currency = session.document.portfolio.currency();
    let amount = words.tf("column-amount-in", &[("currency", currency.code().into())]);
    let titles = [words.t("cli-projects"), amount, words.t("cli-split-by-us"), words.t("cli-without")];
    row(ui, titles, true, |ui| drop(kit::caption(ui, &session.names().field(plot.by.field()))));
    let whole = ui.available_width();
    for bar in &plot.bars {
        let group = &bar.group;
        // Whole projects in each group, where that is what the bars show.
        let undivided = session.view.measure == Measure::Whole;
        let shown = group.amount.map(|amount| if undivided { bar.length() } else { amount });
        let lacking = session.names().group_without_short(group);
        let some = |value: i128, text: String| if value > 0 { text } else { String::new() };
        let figures = [
            words.int(group.projects as i64),
            shown.map_or(lacking, |amount| words.money(amount)),
            some(if undivided { 0 } else { group.assumed }, words.money(group.assumed)),
            some(group.without_amount as i128, words.int(group.without_amount as i64)),
        ];
        row(ui, figures, false, |ui| {
            // About as many letters as there is room for; the whole name is in the hint.
            let room = (names_width(whole) / 7.0) as usize;
            let short = bar.label.chars().count() > room;
            let kept: String = bar.label.chars().take(room.saturating_sub(1)).collect();
            let label = if short { format!("{}…", kept.trim_end()) } else { bar.label.clone() };
            let link = kit::link(ui, &label, TextStyle::Body);
            bars::act(&link, plot, bar, session, out);
            kit::hint(ui, link, &bar.spoken);
        });
    }
    let total = session.answer().totals.clone();
    let figures = [
        words.int(total.country as i64),
        words.money(total.sum),
        String::new(),
        words.int(total.without_amount as i64),
    ];
    row(ui, figures, true, |ui| drop(kit::strong(ui, words.t("plot-total"))));
    if plot.by == By::State || plot.by == By::Implementer {
        kit::small(ui, words.t("plot-table-split"));
    }
    kit::small(ui, words.t("plot-table-repeat"));
    for note in &plot.notes {
        kit::small(ui, note.as_str());
    }
}

/// The width of the names: what four columns of figures leave, but never too little to read.
fn names_width(width: f32) -> f32 {
    (width - 4.0 * FIGURE).clamp(width * 0.36, 460.0_f32.max(width * 0.36))
}

/// A name and its figures, right-aligned in columns of one width.
fn row(ui: &mut Ui, figures: [String; 4], strong: bool, name: impl FnOnce(&mut Ui)) {
    let height = 24.0;
    let width = ui.available_width();
    let names = names_width(width);
    let figure_width = FIGURE.min((width - names) / 4.0).max(40.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui_with_layout(vec2(names, height), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(names, height));
            name(ui);
        });
        for figure in figures {
            ui.allocate_ui_with_layout(vec2(figure_width, height), Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_size(vec2(figure_width, height));
                ui.set_max_width(figure_width);
                let style = if strong { theme::caption() } else { TextStyle::Body };
                ui.add(Label::new(RichText::new(figure).text_style(style)).truncate());
            });
        }
    });
    let line = ui.min_rect();
    ui.painter().hline(line.x_range(), line.bottom() + 1.0, Stroke::new(1.0, palette(ui).line));
}
