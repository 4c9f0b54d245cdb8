//! What is kept between starts. A damaged or newer settings file costs the settings at most, never a start.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::view::LaneOrder;
use crate::model::Lang;
use crate::query::{Column, EventColumn};

/// How many recent files are kept.
const RECENT: usize = 10;

/// How small and how large text can be, in hundredths of its plain size.
pub(super) const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 70..=200;

/// What is kept between starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Settings {
    /// The language; the system's where none was chosen.
    pub lang: Option<Lang>,
    /// Which colours the window has.
    pub theme: ThemeChoice,
    /// Size of text, in per cent.
    pub text_percent: u16,
    /// Files opened before, the last first.
    pub recent: Vec<PathBuf>,
    /// The columns of the table of projects, in their order.
    pub columns: Vec<ColumnState<Column>>,
    /// The columns of the table of events.
    pub event_columns: Vec<ColumnState<EventColumn>>,
    /// How the timeline's lanes stand.
    pub lanes: LaneOrder,
    /// Whether the guided walk was begun or declined: it is not offered again.
    pub tour_seen: bool,
    /// Whether nothing travels on the screen.
    pub less_motion: bool,
    /// How the person signs notes; empty where they do not.
    pub author: String,
    /// Whether the filters to the left are shown.
    pub facets: bool,
    /// Whether the details to the right are shown.
    pub details: bool,
}

/// A column of a table as it was last arranged.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnState<C> {
    /// Which column.
    pub column: C,
    /// Its width in points.
    pub width: f32,
    /// Whether it is shown.
    pub shown: bool,
}

/// Which colours the window has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// Light or dark, as the system is.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, as strong as colours can be.
    StrongLight,
    /// White on black, as strong as colours can be.
    StrongDark,
}

impl ThemeChoice {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::StrongLight, Self::StrongDark];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::System => "theme-system",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
            Self::StrongLight => "theme-strong-light",
            Self::StrongDark => "theme-strong-dark",
        }
    }

    /// Whether it is one of high contrast.
    pub const fn is_strong(self) -> bool {
        matches!(self, Self::StrongLight | Self::StrongDark)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: ThemeChoice::System,
            text_percent: 100,
            recent: Vec::new(),
            columns: Column::ALL.into_iter().map(default_column).collect(),
            event_columns: EventColumn::ALL.into_iter().map(default_event_column).collect(),
            lanes: LaneOrder::Theme,
            tour_seen: false,
            less_motion: false,
            author: String::new(),
            facets: true,
            details: true,
        }
    }
}

fn default_column(column: Column) -> ColumnState<Column> {
    let (width, shown) = match column {
        Column::Name => (290.0, true),
        Column::Implementer => (168.0, true),
        Column::Start | Column::PlannedEnd => (102.0, true),
        Column::Amount => (196.0, true),
        Column::Theme => (190.0, false),
        Column::Ending => (104.0, true),
        Column::States => (112.0, true),
        Column::Sectors | Column::Supports | Column::Counterpart => (180.0, false),
        Column::Acronym | Column::ActualEnd | Column::Status | Column::Scope => (110.0, false),
        Column::Agreement => (140.0, false),
        Column::MonthsAhead | Column::ShareAhead => (150.0, false),
        Column::CutMoney => (210.0, false),
        Column::Sources => (80.0, false),
    };
    ColumnState { column, width, shown }
}

fn default_event_column(column: EventColumn) -> ColumnState<EventColumn> {
    let (width, shown) = match column {
        EventColumn::Date => (98.0, true),
        EventColumn::Kind => (120.0, true),
        EventColumn::Title => (420.0, true),
        EventColumn::Organizations => (220.0, true),
        EventColumn::Projects => (140.0, true),
        EventColumn::Sources => (80.0, true),
    };
    ColumnState { column, width, shown }
}

/// How much of what was kept could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsRead {
    /// All of it.
    Whole,
    /// All that this version knows; a later one kept more.
    Later,
    /// Nothing.
    Damaged,
}

fn shown<C: Copy>(columns: &[ColumnState<C>]) -> Vec<C> {
    columns.iter().filter(|column| column.shown).map(|column| column.column).collect()
}

/// Shows these columns and no others, in this order; those that are hidden come after them. Without any all are shown.
pub(super) fn show_these<C: Copy + PartialEq>(columns: &mut [ColumnState<C>], these: &[C]) {
    let place = |column: C| these.iter().position(|this| *this == column);
    for state in columns.iter_mut() {
        state.shown = these.is_empty() || place(state.column).is_some();
    }
    columns.sort_by_key(|state| place(state.column).unwrap_or(these.len()));
}

impl Settings {
    /// The shown columns of projects, in their order.
    pub fn shown_columns(&self) -> Vec<Column> {
        shown(&self.columns)
    }

    /// The shown columns of events, in their order.
    pub fn shown_event_columns(&self) -> Vec<EventColumn> {
        shown(&self.event_columns)
    }

    /// From what was kept; whatever cannot be read is as at the first start.
    pub fn from_text(text: &str) -> Self {
        Self::read(text).0
    }

    /// From what was kept, and how much of it that is.
    pub fn read(text: &str) -> (Self, SettingsRead) {
        let mut unknown = false;
        let read = ron::Deserializer::from_str(text).ok().and_then(|mut ron| {
            let settings = serde_ignored::deserialize(&mut ron, |_| unknown = true).ok()?;
            ron.end().ok().map(|()| settings)
        });
        let how = match read {
            None => SettingsRead::Damaged,
            Some(_) if unknown => SettingsRead::Later,
            Some(_) => SettingsRead::Whole,
        };
        let mut settings: Self = read.unwrap_or_default();
        settings.text_percent = settings.text_percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
        complete(&mut settings.columns, Column::ALL.map(default_column));
        complete(&mut settings.event_columns, EventColumn::ALL.map(default_event_column));
        (settings, how)
    }

    /// To be kept.
    pub fn to_text(&self) -> String {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default()
    }

    /// Puts a file first among the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}

/// Columns of a later version come at the end, widths stay sane, and one column at least is shown.
fn complete<C: PartialEq + Copy, const N: usize>(columns: &mut Vec<ColumnState<C>>, all: [ColumnState<C>; N]) {
    let mut seen: Vec<C> = Vec::new();
    columns.retain(|state| {
        !seen.contains(&state.column) && {
            seen.push(state.column);
            true
        }
    });
    for state in all {
        if !seen.contains(&state.column) {
            columns.push(state);
        }
    }
    for state in columns.iter_mut() {
        state.width = if state.width.is_finite() { state.width.clamp(48.0, 900.0) } else { 120.0 };
    }
    if let Some(first) = columns.first_mut().filter(|_| true) {
        // The first column is the sticky one that names the row.
        first.shown = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_damage_and_other_versions() {
        let settings = Settings { text_percent: 120, ..Settings::default() };
        assert_eq!(Settings::from_text(&settings.to_text()), settings);
        assert_eq!(Settings::from_text("(text_percent: 300)").text_percent, 200, "as large as the window offers");
        let later = Settings::from_text("(text_percent: 120, columns: [], of_tomorrow: 7)");
        assert_eq!((later.text_percent, later.columns.len()), (120, Column::ALL.len()));
        assert_eq!(Settings::from_text("\u{0}garbage"), Settings::default());
        let few = Settings::from_text("(columns: [(column: Amount, width: inf, shown: true)])");
        assert_eq!(few.columns.len(), Column::ALL.len());
    }

    #[test]
    fn how_much_was_read_is_known() {
        let how = |text: &str| Settings::read(text).1;
        assert_eq!(how(&Settings::default().to_text()), SettingsRead::Whole);
        assert_eq!(how("(text_percent: 120)"), SettingsRead::Whole);
        assert_eq!(how("(text_percent: 120, of_tomorrow: 7)"), SettingsRead::Later);
        for damaged in ["", "(text_percent: 120", "(text_percent: 120) and more", "(theme: Sepia)", "\u{0}"] {
            assert_eq!(Settings::read(damaged), (Settings::default(), SettingsRead::Damaged), "{damaged}");
        }
    }
}
