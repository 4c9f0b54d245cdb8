//! A plot's figures as a table, with a total that is the sentence's.

use eframe::egui::{Align, Layout, RichText, Stroke, TextStyle, Ui, vec2};

use super::bars;
use crate::figure::BarPlot;
use crate::query::By;
use crate::session::{Command, Session};
use crate::ui::kit;
use crate::ui::theme::{self, palette};

/// Width of a column of figures.
const FIGURE: f32 = 132.0;

/// Draws the table.
pub(super) fn draw(ui: &mut Ui, plot: &BarPlot, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    kit::title(ui, &plot.title, "");
    let currency = session.document.portfolio.currency();
    let amount = words.tf("column-amount-in", &[("currency", currency.code().into())]);
    let titles = [words.t("cli-projects"), amount, words.t("cli-split-by-us"), words.t("cli-without")];
    row(ui, titles, true, |ui| drop(kit::caption(ui, &session.names().field(plot.by.field()))));
    for bar in &plot.bars {
        let group = &bar.group;
        let lacking = if group.without_amount > 0 { words.t("missing-short") } else { words.t("scope-multi-short") };
        let some = |value: i128, text: String| if value > 0 { text } else { String::new() };
        let figures = [
            words.int(group.rows.len() as i64),
            group.amount.map_or(lacking, |amount| words.money(amount)),
            some(group.assumed, words.money(group.assumed)),
            some(group.without_amount as i128, words.int(group.without_amount as i64)),
        ];
        row(ui, figures, false, |ui| {
            let link = kit::link(ui, &bar.label, TextStyle::Body);
            bars::act(&link, plot, bar, session, out);
        });
    }
    let total = session.answer().totals.clone();
    let figures = [
        words.int(total.projects as i64),
        words.money(total.sum),
        String::new(),
        words.int(total.without_amount as i64),
    ];
    row(ui, figures, true, |ui| drop(kit::strong(ui, words.t("plot-total"))));
    if plot.by == By::State || plot.by == By::Implementer {
        kit::small(ui, words.t("plot-table-split"));
    }
    kit::small(ui, words.t("plot-table-repeat"));
}

/// A name and its figures, right-aligned in columns of one width.
fn row(ui: &mut Ui, figures: [String; 4], strong: bool, name: impl FnOnce(&mut Ui)) {
    let height = 24.0;
    let names = (ui.available_width() - 4.0 * FIGURE).clamp(120.0, 460.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui_with_layout(vec2(names, height), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(names, height));
            name(ui);
        });
        for figure in figures {
            ui.allocate_ui_with_layout(vec2(FIGURE, height), Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_size(vec2(FIGURE, height));
                let style = if strong { theme::caption() } else { TextStyle::Body };
                ui.label(RichText::new(figure).text_style(style));
            });
        }
    });
    let line = ui.min_rect();
    ui.painter().hline(line.x_range(), line.bottom() + 1.0, Stroke::new(1.0, palette(ui).line));
}
