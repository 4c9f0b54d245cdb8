//! What tells the parts of bars apart: a colour, and beside it what needs none. Knows nothing of how they are drawn.

use super::names::Names;
use crate::model::EndingKind;

/// What a part of a bar looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// The colour of the theme at this place.
    Theme(usize),
    /// How the ending is known.
    Ending(EndingKind),
    /// The one accent.
    Plain,
}

impl Look {
    /// The number that stands in the parts of a theme and beside its name in the key, so that no theme is known by its
    /// colour alone: its place in the portfolio's list, counted from one.
    pub fn mark(self) -> Option<String> {
        match self {
            Self::Theme(place) => Some(place.saturating_add(1).to_string()),
            Self::Ending(_) | Self::Plain => None,
        }
    }
}

impl Names<'_> {
    /// The name of the theme that a part of a year's bar stands for, after its number.
    pub fn look(self, look: Look) -> String {
        let theme = |place: usize| self.portfolio.themes.get(place).map(|theme| self.theme(&theme.id));
        match (look, look.mark()) {
            (Look::Theme(place), Some(mark)) => format!("{mark} {}", theme(place).unwrap_or_default()),
            _ => self.words.t("missing-theme"),
        }
    }
}
