//! Which keys do which verb.

use super::Verb;

/// Keys that do a verb. `command` is ⌘ on macOS and Ctrl elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Shortcut {
    pub command: bool,
    pub shift: bool,
    pub alt: bool,
    /// As egui names keys: `F`, `ArrowLeft`, `F6`, `1`.
    pub key: &'static str,
}

const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { command: true, shift: false, alt: false, key }
}

const fn ctrl_shift(key: &'static str) -> Shortcut {
    Shortcut { command: true, shift: true, alt: false, key }
}

const fn alt(key: &'static str) -> Shortcut {
    Shortcut { command: false, shift: false, alt: true, key }
}

const fn plain(key: &'static str) -> Shortcut {
    Shortcut { command: false, shift: false, alt: false, key }
}

impl Verb {
    /// The keys that do it.
    pub const fn shortcut(self) -> Option<Shortcut> {
        match self {
            Self::OpenFile => Some(ctrl("O")),
            Self::Save => Some(ctrl("S")),
            Self::Undo => Some(ctrl("Z")),
            Self::Redo => Some(ctrl("Y")),
            Self::EditRecord => Some(plain("F2")),
            Self::NewProject => Some(ctrl("N")),
            Self::Compare => Some(ctrl_shift("O")),
            Self::Bring => Some(ctrl_shift("I")),
            Self::Export => Some(ctrl("E")),
            Self::OpenPage => Some(ctrl_shift("P")),
            Self::PasteRows => Some(ctrl("V")),
            Self::Quit => Some(ctrl("Q")),
            Self::CopyRows => Some(ctrl("C")),
            Self::CopyPicture => Some(ctrl_shift("G")),
            Self::CopyFilter => Some(ctrl_shift("F")),
            Self::CopySentence => Some(ctrl_shift("S")),
            Self::CopyWithSource => Some(ctrl_shift("C")),
            Self::FactFile => Some(ctrl_shift("E")),
            Self::SelectAll => Some(ctrl("A")),
            Self::ShowOverview => Some(ctrl("1")),
            Self::ShowProjects => Some(ctrl("2")),
            Self::ShowEvents => Some(ctrl("3")),
            Self::ShowTimeline => Some(ctrl("4")),
            Self::ShowPlots => Some(ctrl("5")),
            Self::ShowQuestions => Some(ctrl("6")),
            Self::AskReported => Some(alt("1")),
            Self::AskCutShort => Some(alt("2")),
            Self::AskContinuity => Some(alt("3")),
            Self::AskRequest => Some(alt("4")),
            Self::ShowSources => Some(ctrl("7")),
            Self::Notes => Some(ctrl("M")),
            Self::ToggleFacets => Some(ctrl("B")),
            Self::ToggleDetails => Some(ctrl("D")),
            Self::ToggleTable => Some(ctrl("T")),
            Self::ToggleUnits => Some(ctrl("U")),
            Self::ZoomIn => Some(ctrl("Plus")),
            Self::ZoomOut => Some(ctrl("Minus")),
            Self::ZoomReset => Some(ctrl("0")),
            Self::FitTimeline => Some(ctrl("9")),
            Self::Search => Some(ctrl("F")),
            Self::ClearFilter => Some(ctrl("L")),
            Self::Back => Some(alt("ArrowLeft")),
            Self::Forward => Some(alt("ArrowRight")),
            Self::PreviousRecord => Some(alt("ArrowUp")),
            Self::NextRecord => Some(alt("ArrowDown")),
            Self::NextPane => Some(plain("F6")),
            Self::PreviousPane => Some(Shortcut { shift: true, ..plain("F6") }),
            Self::Menus => Some(plain("F10")),
            Self::Palette => Some(ctrl("K")),
            Self::Help => Some(plain("F1")),
            Self::Shortcuts => Some(ctrl("F1")),
            Self::OpenEmbedded
            | Self::OpenFormer
            | Self::New
            | Self::SaveAs
            | Self::Template
            | Self::History
            | Self::CopyRecord
            | Self::RemoveRecord
            | Self::Records
            | Self::EditPortfolio
            | Self::LessMotion
            | Self::Tour
            | Self::SaveNotes
            | Self::MergeNotes
            | Self::ShowProblems
            | Self::Settle
            | Self::OnlyWithoutAmount
            | Self::OnlySeveralCountries
            | Self::TryCutoff
            | Self::Licences
            | Self::About => None,
        }
    }
}
