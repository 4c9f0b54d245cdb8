//! A plot's figures as a table, with a total that is the sentence's.

use eframe::egui::{Align, Grid, Layout, RichText, TextStyle, Ui};

use super::bars;
use crate::figure::BarPlot;
use crate::query::By;
use crate::session::{Command, Session};
use crate::ui::kit;
use crate::ui::theme;

/// Draws the table.
pub(super) fn draw(ui: &mut Ui, plot: &BarPlot, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    kit::title(ui, &plot.title, "");
    let total = session.answer().totals.clone();
    Grid::new("figures").num_columns(5).striped(true).spacing([14.0, 4.0]).show(ui, |ui| {
        kit::caption(ui, &session.names().field(plot.by.field()));
        let currency = session.document.portfolio.currency();
        let amount = words.tf("column-amount-in", &[("currency", currency.code().into())]);
        for title in [words.t("cli-projects"), amount, words.t("cli-split-by-us"), words.t("cli-without")] {
            right(ui, &title, true);
        }
        ui.end_row();
        for bar in &plot.bars {
            let link = kit::link(ui, &bar.label, TextStyle::Body);
            bars::act(&link, plot, bar, session, out);
            let group = &bar.group;
            right(ui, &words.int(group.rows.len() as i64), false);
            let lacking =
                if group.without_amount > 0 { words.t("missing-short") } else { words.t("scope-multi-short") };
            let amount = group.amount.map_or(lacking, |amount| words.money(amount));
            right(ui, &amount, false);
            right(ui, &if group.assumed > 0 { words.money(group.assumed) } else { String::new() }, false);
            right(
                ui,
                &if group.without_amount > 0 { words.int(group.without_amount as i64) } else { String::new() },
                false,
            );
            ui.end_row();
        }
        kit::strong(ui, words.t("plot-total"));
        right(ui, &words.int(total.projects as i64), true);
        right(ui, &words.money(total.sum), true);
        ui.label("");
        right(ui, &words.int(total.without_amount as i64), true);
        ui.end_row();
    });
    if plot.by == By::State || plot.by == By::Implementer {
        kit::small(ui, words.t("plot-table-split"));
    }
    kit::small(ui, words.t("plot-table-repeat"));
}

fn right(ui: &mut Ui, text: &str, strong: bool) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let style = if strong { theme::caption() } else { TextStyle::Body };
        ui.label(RichText::new(text).text_style(style));
    });
}
