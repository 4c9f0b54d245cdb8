//! Where the parts of the chart stand, and which day is where.

use eframe::egui::{Rect, pos2};

use super::cache::{Figure, Item};
use crate::ui::lines::Lines;

/// Least height of a lane: what a finger or a shaky hand hits.
pub(super) const LANE: f32 = 24.0;
/// Height of a lane where there is room.
const TALL: f32 = 32.0;
const AXIS: f32 = 20.0;
const EVENTS: f32 = 25.0;
const CUT: f32 = 19.0;
const TRAY: f32 = 30.0;
/// Width of the bar that scrolls.
const BAR: f32 = 10.0;
/// The same where it is a picture of all lanes.
const RELIEF: f32 = 72.0;

/// The parts of the chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Geometry {
    /// The labels of the axis.
    pub axis: Rect,
    /// The events.
    pub events: Rect,
    /// The lanes, with their names at the left.
    pub lanes: Rect,
    /// The words of the cut-off.
    pub cut: Rect,
    /// The records without dates.
    pub tray: Rect,
    /// Where the names of groups stand beside the lanes, where there is room.
    pub heads: Option<(f32, f32)>,
    /// Whether they have lines of their own.
    pub own_heads: bool,
    /// Where the names of lanes stand.
    pub labels: (f32, f32),
    /// From where to where days are drawn.
    pub plot: (f32, f32),
    /// The bar that scrolls.
    pub bar: Rect,
    /// Height of a lane.
    pub lane: f32,
}

impl Geometry {
    /// The parts within this rectangle, of which the lowest points belong to the strip.
    pub fn new(inner: Rect, strip: f32, figure: &Figure) -> Self {
        let wide = inner.width() >= 860.0;
        let heads = wide.then(|| (inner.left(), inner.left() + (inner.width() * 0.135).clamp(130.0, 200.0)));
        let left = heads.map_or(inner.left(), |heads| heads.1 + 10.0);
        let names = if wide { (inner.width() * 0.17).clamp(140.0, 270.0) } else { (inner.width() * 0.27).min(200.0) };
        let labels = (left, left + names);
        let bar = if figure.relief.is_some() { RELIEF } else { BAR };
        let plot = (labels.1 + 16.0, inner.right() - bar - 14.0);
        let row =
            |top: f32, height: f32| Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), top + height));
        let axis = row(inner.top(), AXIS);
        let events = row(axis.bottom(), if figure.marks.is_empty() { 4.0 } else { EVENTS });
        let bottom = inner.bottom() - strip;
        let tray = row(bottom - if figure.lanes.undated.is_empty() { 0.0 } else { TRAY }, TRAY);
        let top = events.bottom() + 3.0;
        let room = (tray.top() - CUT - top).max(LANE);
        let own_heads = !wide && figure.has_heads();
        let count = if own_heads { figure.items.len() } else { figure.lanes.lanes.len() }.max(1);
        let lane = (room / count as f32).floor().clamp(LANE, TALL);
        // Whole lanes only: none is cut at the lower edge.
        let lanes = row(top, lane * (room / lane).floor().max(1.0).min(count as f32));
        let bar = Rect::from_min_max(pos2(inner.right() - bar, lanes.top()), pos2(inner.right(), lanes.bottom()));
        Self { axis, events, lanes, cut: row(lanes.bottom(), CUT), tray, heads, own_heads, labels, plot, bar, lane }
    }

    /// How wide days are drawn.
    pub fn width(&self) -> f32 {
        (self.plot.1 - self.plot.0).max(1.0)
    }

    /// The part of a row where days are drawn.
    pub fn plot_of(&self, row: Rect) -> Rect {
        Rect::from_min_max(pos2(self.plot.0, row.top()), pos2(self.plot.1, row.bottom()))
    }

    /// The lines of the chart.
    pub fn lines(&self, figure: &Figure) -> Lines {
        let count = if self.own_heads { figure.items.len() } else { figure.lanes.lanes.len() };
        Lines { count, height: self.lane }
    }

    /// What stands in a line.
    pub fn item(&self, figure: &Figure, line: usize) -> Option<Item> {
        if self.own_heads {
            figure.items.get(line).copied()
        } else {
            (line < figure.lanes.lanes.len()).then_some(Item::Lane(line))
        }
    }

    /// The line in which a lane stands.
    pub fn line_of(&self, figure: &Figure, lane: usize) -> usize {
        let heads = figure.group_of(lane).map_or(0, |(group, _)| group + 1);
        if self.own_heads { lane + heads } else { lane }
    }
}

/// Which day is where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The first and the last day shown.
    pub days: (f64, f64),
    /// Where they stand.
    pub plot: (f32, f32),
}

impl Scale {
    /// Points for each day.
    pub fn per_day(&self) -> f64 {
        f64::from((self.plot.1 - self.plot.0).max(1.0)) / (self.days.1 - self.days.0).max(1.0)
    }

    /// Where a day begins.
    pub fn x(&self, day: f64) -> f32 {
        self.plot.0 + ((day - self.days.0) * self.per_day()) as f32
    }

    /// The day at a place.
    pub fn day(&self, x: f32) -> f64 {
        self.days.0 + f64::from(x - self.plot.0) / self.per_day()
    }
}
