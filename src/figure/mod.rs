//! What views draw, as data: names, sentences, bars, lanes, tiles, cards. Screen, accessibility tree and exports
//! all draw the same figure, so that they cannot disagree. Knows no egui.

mod account;
mod aftermath;
mod bars;
pub mod card;
mod cells;
mod comparison;
mod dossier;
mod doubles;
pub mod facts;
mod lanes;
mod lanes_axis;
mod lanes_drawn;
mod lanes_words;
mod looks;
mod matrix;
mod names;
mod palette;
mod reconciliation;
mod request;
mod sentence;
mod shortfall;
mod tiles;
mod units;

pub use account::{Account, AccountPart, account};
pub use aftermath::{AfterCard, AfterPartFigure, Aftermath, AreaAnswer, AreaFigure, aftermath, spoken};
pub use bars::{BarFigure, BarPart, BarPlot, Length, bar_plot, cross_value, group_value};
pub use cells::{Cell, CellValue, event_cell, project_cell};
pub use comparison::{ChangeKind, ComparedLine, Comparison, MoneyLine, Side, comparison, field_label, field_text};
pub use dossier::{Dossier, DossierEntry, dossier, group_figures, headline_figures, set_figures};
pub use doubles::{DoubleNotice, double_notices, first_double_notices};
pub use lanes::{Lane, LaneAt, LaneGroup, Lanes, LanesBy, Occurs, Undated, lane, lanes, undated};
pub use lanes_axis::{Activity, Bin, Cluster, Mark, Tick, activity, clusters, marks, ticks};
pub use lanes_drawn::{Segment, SegmentKind};
pub use lanes_words::{LaneWords, lane_words};
pub use looks::Look;
pub use matrix::{Matrix, MatrixCell, MatrixRow, matrix};
pub use names::{Name, Names};
pub use palette::{DARK, FONTS, Fill, Fonts, Ink, LIGHT, Palette, Rgb, after_fill, ending_fill, part_fill, step_fill};
pub use reconciliation::{BridgeFigure, Reconciliation, StepFigure, reconciliation, totals_by_likeness};
pub use request::{Recipient, Request, requests};
pub use sentence::{Sentence, Span, SpanAction, money_line, sentence, term_text};
pub use shortfall::{CutPart, Shortfall, StandingText, Strip, StripPart, months, shortfall, standing_text};
pub use tiles::{TileFigure, TileMap, tile_map};
pub use units::{MOST_UNITS, Unit, UnitChart, UnitGroup, UnitsBy, unit_chart};
