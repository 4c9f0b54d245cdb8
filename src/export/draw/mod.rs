//! The plots, the timeline and the bridges as pictures of their own: SVG that needs nothing else, and pixels. They draw
//! the same figures as the window, in the same colours, and know no window.

mod after;
mod bars;
mod bridge;
mod letters;
mod matrix;
mod page;
mod png;
mod scene;
mod sources;
mod strips;
mod svg;
mod tiles;
mod timeline;
mod units;
mod years;

pub use png::{MOST_PIXELS, MOST_PIXELS_A_SIDE, Pixels, Undrawn, fonts, pixels, png, size_at};
pub use svg::TextAs;

use super::{Picture, Shown};
use crate::figure::{LanesBy, Length, UnitsBy, totals_by_likeness};
use crate::query::By;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PictureOf {
    /// Bars of money or projects, by anything but years.
    Bars(By),
    /// Bars that stand, by year in the colours of the thematic areas.
    Years,
    /// Thematic area by year.
    Matrix,
    /// The states as tiles.
    Tiles,
    /// Each project one mark.
    Units,
    /// The lanes of the projects, and what happened.
    Timeline,
    /// From the records to the reported total with this id.
    Bridge(String),
    /// What was cut short.
    CutShort,
    /// What came after.
    Continuity,
}

impl PictureOf {
    /// All pictures that there are of what is shown, as they stand on screen; none of an empty set.
    pub fn all(shown: Shown<'_>) -> Vec<Self> {
        let names = shown.scene.names;
        if shown.scene.answer.rows.is_empty() {
            return Vec::new();
        }
        let has_tiles = names.portfolio.places.iter().any(|place| place.tile.is_some());
        let mut all = vec![Self::Bars(By::Theme), Self::Years, Self::Matrix];
        all.extend(has_tiles.then_some(Self::Tiles));
        let others = [By::State, By::Implementer, By::Ending, By::Status, By::Sector];
        all.extend(others.map(Self::Bars));
        all.extend([Self::Units, Self::Timeline]);
        all.extend(totals_by_likeness(names).0.into_iter().map(|total| Self::Bridge(total.id.clone())));
        all.extend([Self::CutShort, Self::Continuity]);
        all
    }

    /// What it is called in a list of pictures.
    pub fn name(&self, shown: Shown<'_>) -> String {
        let names = shown.scene.names;
        let words = names.words;
        match self {
            Self::Bars(by) => words.tf("picture-name-bars", &[("by", names.field(by.field()).into())]),
            Self::Bridge(id) => {
                let total = names.portfolio.reported_totals.find(id);
                let who = total.map_or_else(|| id.clone(), |total| names.reported_by(total));
                words.tf("picture-name-bridge", &[("who", who.into())])
            }
            Self::Years => words.t("picture-name-years"),
            Self::Matrix => words.t("plot-matrix"),
            Self::Tiles => words.t("picture-name-tiles"),
            Self::Units => words.t("units-title"),
            Self::Timeline => words.t("picture-name-timeline"),
            Self::CutShort => words.t("picture-name-cut"),
            Self::Continuity => words.t("question-continuity"),
        }
    }

    /// A short name for ids and files, of small letters, digits and hyphens.
    pub fn slug(&self) -> String {
        match self {
            Self::Bars(By::Theme) => "theme".to_owned(),
            Self::Bars(By::Year) | Self::Years => "years".to_owned(),
            Self::Bars(By::Implementer) => "implementer".to_owned(),
            Self::Bars(By::State) => "state".to_owned(),
            Self::Bars(By::Status) => "status".to_owned(),
            Self::Bars(By::Ending) => "ending".to_owned(),
            Self::Bars(By::Sector) => "sector".to_owned(),
            Self::Matrix => "matrix".to_owned(),
            Self::Tiles => "tiles".to_owned(),
            Self::Units => "units".to_owned(),
            Self::Timeline => "timeline".to_owned(),
            Self::Bridge(id) => {
                let kept = id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
                format!("bridge-{}", kept.take(60).collect::<String>())
            }
            Self::CutShort => "cut-short".to_owned(),
            Self::Continuity => "continuity".to_owned(),
        }
    }
}

/// How a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The dark mode; else the light one.
    pub dark: bool,
    /// How wide, in points; the height follows from what is drawn.
    pub width: f32,
    /// Whether it stands within a text that says its title, its set and its sources.
    pub within: bool,
    /// How words are written.
    pub text: TextAs,
    /// What the length of bars tells.
    pub measure: Length,
    /// What the lanes of the timeline stand under.
    pub lanes: LanesBy,
    /// What the marks of projects stand together by.
    pub units: UnitsBy,
    /// What what was cut short is grouped by.
    pub cut_by: By,
    /// The first bar, lane, strip or year that is drawn, from 0.
    pub first: usize,
    /// How many are drawn; the picture says so where these are not all.
    pub rows: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            dark: false,
            width: 820.0,
            within: false,
            text: TextAs::default(),
            measure: Length::Money,
            lanes: LanesBy::Theme,
            units: UnitsBy::default(),
            cut_by: By::Theme,
            first: 0,
            rows: 200,
        }
    }
}

impl Look {
    /// The width within what can be drawn and read.
    fn width(&self) -> f32 {
        if self.width.is_finite() { self.width.clamp(480.0, 2_400.0) } else { Self::default().width }
    }

    /// The part of a list that is drawn.
    fn part<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        let from = self.first.min(all.len());
        all.get(from..from.saturating_add(self.rows.max(1)).min(all.len())).unwrap_or_default()
    }

    /// That the drawn are not all; nothing where they are.
    fn told(&self, of: usize, shown: Shown<'_>) -> Option<String> {
        let from = self.first.min(of);
        let to = from.saturating_add(self.rows.max(1)).min(of);
        let args = [("from", (from + 1).into()), ("to", to.into()), ("of", of.into())];
        (to - from < of).then(|| shown.scene.names.words.tf("picture-part", &args))
    }
}

/// A picture of what is shown; `None` where there is nothing to draw.
pub fn picture(of: &PictureOf, shown: Shown<'_>, look: Look) -> Option<Picture> {
    if shown.scene.answer.rows.is_empty() {
        return None;
    }
    match of {
        PictureOf::Years | PictureOf::Bars(By::Year) => Some(years::draw(of, shown, look)),
        PictureOf::Bars(by) => bars::draw(of, *by, shown, look),
        PictureOf::Matrix => Some(matrix::draw(of, shown, look)),
        PictureOf::Tiles => tiles::draw(of, shown, look),
        PictureOf::Units => Some(units::draw(of, shown, look)),
        PictureOf::Timeline => Some(timeline::draw(of, shown, look)),
        PictureOf::Bridge(total) => bridge::draw(of, total, shown, look),
        PictureOf::CutShort => Some(strips::draw(of, shown, look)),
        PictureOf::Continuity => Some(after::draw(of, shown, look)),
    }
}
