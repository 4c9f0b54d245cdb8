//! The plots: money and projects by thematic area, year, implementer, state, ending, and area by year. Each is
//! clicked to filter and has its figures as a table.

mod bars;
mod matrix;
mod table;
mod tiles;
mod units;
mod years;

#[cfg(test)]
pub(super) use matrix::CELLS;
#[cfg(test)]
pub(super) use tiles::TILES;

use std::sync::Arc;

use eframe::egui::{Id, Ui, vec2};

use super::{empty, kit, reach, scrolled};
use crate::figure::{BarPlot, Length, Matrix, TileMap, bar_plot, tile_map};
use crate::query::{By, Spread};
use crate::session::{Command, Measure, Session, Tab};
use crate::ui::worked::{worked, working};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if session.answer().rows.is_empty() {
        empty::no_match(ui, session, out);
        return;
    }
    controls(ui, session, out);
    scrolled(ui, "plots", |ui| {
        reach::page_keys(ui);
        ui.spacing_mut().item_spacing = vec2(14.0, 12.0);
        if session.view.units {
            kit::card(ui, |ui| units::draw(ui, session, out));
            return;
        }
        let Some(figures) = figures(ui, session) else { return working(ui, session) };
        if ui.available_width() >= 900.0 && !session.view.as_table {
            pairs(ui, &figures, session, out);
        } else {
            for plot in [Plot::Theme, Plot::Year, Plot::State, Plot::Implementer, Plot::Ending, Plot::Matrix] {
                kit::card(ui, |ui| plot.draw(ui, &figures, session, out));
            }
        }
        ui.add_space(8.0);
    });
}

/// Two columns; what stands side by side is about as high.
fn pairs(ui: &mut Ui, figures: &Figures, session: &Session, out: &mut Vec<Command>) {
    let column = (ui.available_width() - 14.0) / 2.0;
    let columns = [[Plot::Theme, Plot::State, Plot::Ending], [Plot::Year, Plot::Implementer, Plot::Matrix]];
    ui.horizontal_top(|ui| {
        for plots in columns {
            ui.allocate_ui(vec2(column, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(column);
                    for plot in plots {
                        kit::card(ui, |ui| plot.draw(ui, figures, session, out));
                    }
                });
            });
        }
    });
}

/// Only the plot by theme, for the overview, with bars of this height.
pub fn themes(ui: &mut Ui, session: &Session, out: &mut Vec<Command>, row_height: f32) {
    let Some(figures) = figures(ui, session) else { return working(ui, session) };
    ui.push_id("themes", |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        kit::title(ui, &figures.theme.title, &figures.theme.short_unit);
        bars::draw(ui, &figures.theme, row_height, session, out);
        // Where areas add up to more than the total, that is never left unsaid.
        for note in figures.theme.notes.iter().filter(|_| figures.length == Length::Whole) {
            kit::small(ui, note.as_str());
        }
    });
}

fn controls(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, view) = (&session.words, &session.view);
    ui.horizontal_wrapped(|ui| {
        let forms = [(false, words.t("plot-form-bars")), (true, words.t("plot-form-units"))];
        if let Some(units) = kit::choose_told(ui, "", &words.t(Tab::Plots.message()), &forms, view.units) {
            out.push(Command::Units(units));
        }
        ui.add_space(10.0);
        as_table(ui, session, out);
    });
    if view.units {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let measures = [
            (Measure::Money, words.t("plot-money")),
            (Measure::Whole, words.t("plot-whole")),
            (Measure::Projects, words.t("plot-count-measure")),
        ];
        if let Some(measure) = kit::choose(ui, &words.t("plot-measure"), &measures, view.measure) {
            out.push(Command::Measure(measure));
        }
        ui.add_space(10.0);
        let spreads = [(Spread::Award, words.t("plot-spread-award")), (Spread::Even, words.t("plot-spread-even"))];
        if let Some(spread) = kit::choose(ui, &words.t("plot-spread"), &spreads, view.spread) {
            out.push(Command::Spread(spread));
        }
    });
}

fn as_table(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let now = session.view.as_table;
    let label = if now { session.words.t("plot-as-drawing") } else { session.words.t("plot-as-table") };
    if ui.button(label).clicked() {
        out.push(Command::AsTable(!now));
    }
}

/// Everything that the view draws, made once a change.
struct Figures {
    theme: BarPlot,
    year: BarPlot,
    implementer: BarPlot,
    state: BarPlot,
    ending: BarPlot,
    tiles: Option<TileMap>,
    matrix: Matrix,
    length: Length,
}

/// The figures of the present answer: kept until records, filter, measure, spread or language change.
fn figures(ui: &Ui, session: &Session) -> Option<Arc<Figures>> {
    let key = (session.view.measure, session.view.spread, session.words.lang());
    worked(ui, Id::unique("atalaya plots"), key, session, Figures::of)
}

impl Figures {
    fn of(session: &Session) -> Self {
        let answer = session.answer();
        let length = match session.view.measure {
            Measure::Money => Length::Money,
            Measure::Whole => Length::Whole,
            Measure::Projects => Length::Projects,
        };
        let index = &session.document.index;
        let plot = |by: By| bar_plot(by, length, session.view.spread, &answer, session.names(), index);
        Self {
            theme: plot(By::Theme),
            year: plot(By::Year),
            implementer: plot(By::Implementer),
            state: plot(By::State),
            ending: plot(By::Ending),
            tiles: tile_map(&answer, session.names(), index),
            matrix: crate::figure::matrix(length, session.view.spread, &answer, session.names(), index),
            length,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plot {
    Theme,
    Year,
    Implementer,
    State,
    Ending,
    Matrix,
}

impl Plot {
    fn draw(self, ui: &mut Ui, figures: &Figures, session: &Session, out: &mut Vec<Command>) {
        ui.push_id(("plot", self as u8), |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let plot = match self {
                Self::Theme => &figures.theme,
                Self::Year => &figures.year,
                Self::Implementer => &figures.implementer,
                Self::State => &figures.state,
                Self::Ending => &figures.ending,
                Self::Matrix => return matrix::draw(ui, &figures.matrix, session, out),
            };
            if session.view.as_table {
                table::draw(ui, plot, session, out);
                return;
            }
            match (self, &figures.tiles) {
                (Self::State, Some(tiles)) => tiles::draw(ui, tiles, figures.length, session, out),
                (Self::Year, _) => years::draw(ui, plot, session, out),
                _ => {
                    kit::title(ui, &plot.title, &plot.unit);
                    bars::draw(ui, plot, bars::ROW, session, out);
                }
            }
            for note in plot.notes.iter().filter(|_| self != Self::State) {
                kit::small(ui, note.as_str());
            }
        });
    }
}
