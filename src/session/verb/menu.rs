//! The menus, and which verb stands in which.

use super::Verb;

/// The menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "their words are in the message files")]
pub enum Menu {
    File,
    Edit,
    View,
    Filter,
    Go,
    Help,
}

impl Menu {
    /// All, in their order.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::View, Self::Filter, Self::Go, Self::Help];

    /// The key of its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Filter => "menu-filter",
            Self::Go => "menu-go",
            Self::Help => "menu-help",
        }
    }
}

impl Verb {
    /// The menu that it stands in.
    pub const fn menu(self) -> Menu {
        match self {
            Self::New
            | Self::OpenFile
            | Self::OpenFormer
            | Self::OpenEmbedded
            | Self::Save
            | Self::SaveAs
            | Self::Bring
            | Self::Template
            | Self::Export
            | Self::OpenPage
            | Self::Compare
            | Self::SaveNotes
            | Self::MergeNotes
            | Self::ShowProblems
            | Self::Settle
            | Self::Quit => Menu::File,
            Self::Undo
            | Self::Redo
            | Self::History
            | Self::EditRecord
            | Self::NewProject
            | Self::CopyRecord
            | Self::RemoveRecord
            | Self::Records
            | Self::EditPortfolio
            | Self::PasteRows
            | Self::CopyRows
            | Self::CopyPicture
            | Self::CopyFilter
            | Self::CopySentence
            | Self::CopyWithSource
            | Self::FactFile
            | Self::SelectAll => Menu::Edit,
            Self::ShowOverview
            | Self::ShowProjects
            | Self::ShowEvents
            | Self::ShowTimeline
            | Self::ShowPlots
            | Self::ShowQuestions
            | Self::AskReported
            | Self::AskCutShort
            | Self::AskContinuity
            | Self::AskRequest
            | Self::ShowSources
            | Self::Notes
            | Self::ToggleFacets
            | Self::ToggleDetails
            | Self::ToggleTable
            | Self::ToggleUnits
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::LessMotion
            | Self::FitTimeline
            | Self::TryCutoff => Menu::View,
            Self::Search | Self::ClearFilter | Self::OnlyWithoutAmount | Self::OnlySeveralCountries => Menu::Filter,
            Self::Back
            | Self::Forward
            | Self::PreviousRecord
            | Self::NextRecord
            | Self::NextPane
            | Self::PreviousPane
            | Self::Menus
            | Self::Palette => Menu::Go,
            Self::Help | Self::Tour | Self::Shortcuts | Self::Licences | Self::About => Menu::Help,
        }
    }
}
