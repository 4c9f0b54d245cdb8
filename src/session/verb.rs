//! The verbs that stand in menus: words, shortcut, place, whether they can be done. Menus, shortcuts and the list of
//! shortcuts are made of this one list; a new verb does not compile until it has its words and its place.

mod menu;
mod shortcut;

pub use menu::Menu;
pub use shortcut::Shortcut;

use super::document::Origin;
use super::state::Session;
use super::view::{Selected, Tab};

/// A verb of the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "their words are in the message files")]
pub enum Verb {
    New,
    OpenFile,
    OpenFormer,
    OpenEmbedded,
    Save,
    SaveAs,
    Bring,
    Template,
    Export,
    OpenPage,
    Compare,
    SaveNotes,
    MergeNotes,
    ShowProblems,
    Settle,
    Quit,
    Undo,
    Redo,
    History,
    EditRecord,
    NewProject,
    CopyRecord,
    RemoveRecord,
    Records,
    EditPortfolio,
    PasteRows,
    CopyRows,
    CopyPicture,
    CopyFilter,
    CopySentence,
    CopyWithSource,
    FactFile,
    SelectAll,
    ShowOverview,
    ShowProjects,
    ShowEvents,
    ShowTimeline,
    ShowPlots,
    ShowQuestions,
    AskReported,
    AskCutShort,
    AskContinuity,
    AskRequest,
    ShowSources,
    Notes,
    ToggleFacets,
    ToggleDetails,
    ToggleTable,
    ToggleUnits,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    LessMotion,
    FitTimeline,
    TryCutoff,
    Search,
    ClearFilter,
    OnlyWithoutAmount,
    OnlySeveralCountries,
    Back,
    Forward,
    PreviousRecord,
    NextRecord,
    NextPane,
    PreviousPane,
    Menus,
    Palette,
    Help,
    Tour,
    Shortcuts,
    Licences,
    About,
}

impl Verb {
    /// All, in the order of the menus.
    pub const ALL: [Self; 72] = [
        Self::New,
        Self::OpenFile,
        Self::OpenFormer,
        Self::OpenEmbedded,
        Self::Save,
        Self::SaveAs,
        Self::Bring,
        Self::Template,
        Self::Export,
        Self::OpenPage,
        Self::Compare,
        Self::SaveNotes,
        Self::MergeNotes,
        Self::ShowProblems,
        Self::Settle,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::History,
        Self::EditRecord,
        Self::NewProject,
        Self::CopyRecord,
        Self::RemoveRecord,
        Self::Records,
        Self::EditPortfolio,
        Self::PasteRows,
        Self::CopyRows,
        Self::CopyPicture,
        Self::CopyFilter,
        Self::CopySentence,
        Self::CopyWithSource,
        Self::FactFile,
        Self::SelectAll,
        Self::ShowOverview,
        Self::ShowProjects,
        Self::ShowEvents,
        Self::ShowTimeline,
        Self::ShowPlots,
        Self::ShowQuestions,
        Self::AskReported,
        Self::AskCutShort,
        Self::AskContinuity,
        Self::AskRequest,
        Self::ShowSources,
        Self::Notes,
        Self::ToggleFacets,
        Self::ToggleDetails,
        Self::ToggleTable,
        Self::ToggleUnits,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::LessMotion,
        Self::FitTimeline,
        Self::TryCutoff,
        Self::Search,
        Self::ClearFilter,
        Self::OnlyWithoutAmount,
        Self::OnlySeveralCountries,
        Self::Back,
        Self::Forward,
        Self::PreviousRecord,
        Self::NextRecord,
        Self::NextPane,
        Self::PreviousPane,
        Self::Menus,
        Self::Palette,
        Self::Help,
        Self::Tour,
        Self::Shortcuts,
        Self::Licences,
        Self::About,
    ];

    /// The key of its words.
    pub const fn message(self) -> &'static str {
        match self {
            Self::OpenFile => "verb-open-file",
            Self::OpenFormer => "verb-open-former",
            Self::New => "verb-new",
            Self::Save => "verb-save",
            Self::SaveAs => "verb-save-as",
            Self::Bring => "verb-bring",
            Self::Template => "verb-template",
            Self::Export => "verb-export",
            Self::OpenPage => "verb-open-page",
            Self::PasteRows => "verb-paste-rows",
            Self::Undo => "verb-undo",
            Self::Redo => "verb-redo",
            Self::History => "verb-history",
            Self::EditRecord => "verb-edit-record",
            Self::NewProject => "verb-new-project",
            Self::CopyRecord => "verb-copy-record",
            Self::RemoveRecord => "verb-remove-record",
            Self::Records => "verb-records",
            Self::EditPortfolio => "verb-edit-portfolio",
            Self::OpenEmbedded => "verb-open-embedded",
            Self::Compare => "verb-compare",
            Self::SaveNotes => "verb-save-notes",
            Self::MergeNotes => "verb-merge-notes",
            Self::Notes => "verb-notes",
            Self::ShowProblems => "verb-show-problems",
            Self::Settle => "verb-settle",
            Self::Quit => "verb-quit",
            Self::CopyRows => "verb-copy-rows",
            Self::CopyPicture => "verb-copy-picture",
            Self::CopyFilter => "verb-copy-filter",
            Self::CopySentence => "verb-copy-sentence",
            Self::CopyWithSource => "verb-copy-with-source",
            Self::FactFile => "verb-fact-file",
            Self::SelectAll => "verb-select-all",
            Self::ShowOverview => "tab-overview",
            Self::ShowProjects => "tab-projects",
            Self::ShowEvents => "tab-events",
            Self::ShowTimeline => "tab-timeline",
            Self::ShowPlots => "tab-plots",
            Self::ShowQuestions => "tab-questions",
            Self::AskReported => "question-reported",
            Self::AskCutShort => "question-cut-short",
            Self::AskContinuity => "question-continuity",
            Self::AskRequest => "question-request",
            Self::ShowSources => "tab-sources",
            Self::ToggleFacets => "verb-toggle-facets",
            Self::ToggleDetails => "verb-toggle-details",
            Self::ToggleTable => "verb-toggle-table",
            Self::ToggleUnits => "plot-form-units",
            Self::ZoomIn => "verb-zoom-in",
            Self::ZoomOut => "verb-zoom-out",
            Self::ZoomReset => "verb-zoom-reset",
            Self::LessMotion => "verb-less-motion",
            Self::FitTimeline => "verb-fit-timeline",
            Self::TryCutoff => "verb-try-cutoff",
            Self::Search => "verb-search",
            Self::ClearFilter => "verb-clear-filter",
            Self::OnlyWithoutAmount => "verb-only-without-amount",
            Self::OnlySeveralCountries => "verb-only-several-countries",
            Self::Back => "verb-back",
            Self::Forward => "verb-forward",
            Self::PreviousRecord => "verb-previous-record",
            Self::NextRecord => "verb-next-record",
            Self::NextPane => "verb-next-pane",
            Self::PreviousPane => "verb-previous-pane",
            Self::Menus => "verb-menus",
            Self::Palette => "verb-palette",
            Self::Help => "verb-help",
            Self::Tour => "verb-tour",
            Self::Shortcuts => "verb-shortcuts",
            Self::Licences => "verb-licences",
            Self::About => "verb-about",
        }
    }

    /// Its words as they are now: what would be undone is named.
    pub fn label(self, session: &Session) -> String {
        let words = &session.words;
        let step = match self {
            Self::Undo => session.desk().history.to_undo(),
            Self::Redo => session.desk().history.to_redo(),
            _ => None,
        };
        let verb = words.t(self.message());
        step.map_or(verb.clone(), |step| {
            words.tf("verb-of", &[("verb", verb.into()), ("deed", step.deed.text(words).into())])
        })
    }

    /// Whether it leads to a view, and the focus with it.
    pub const fn shows_view(self) -> bool {
        matches!(
            self,
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
                | Self::ToggleUnits
        )
    }

    /// Whether it can be done now.
    pub fn is_enabled(self, session: &Session) -> bool {
        match self {
            Self::OpenFormer => session.former_version().is_some(),
            Self::OpenEmbedded => session.document.origin != Origin::Embedded,
            Self::Tour => session.document.origin == Origin::Embedded,
            Self::Save => !session.is_saving() && (session.is_modified() || session.document.origin.path().is_none()),
            Self::SaveAs => !session.is_saving() && !session.document.partial,
            Self::Undo => session.desk().history.to_undo().is_some(),
            Self::Redo => session.desk().history.to_redo().is_some(),
            Self::History => session.desk().history.steps().len() > 0,
            Self::EditRecord => session.view.selected.is_some() && !session.document.partial,
            Self::CopyRecord | Self::RemoveRecord => session.meant_entry().is_some() && !session.document.partial,
            Self::NewProject | Self::Records | Self::EditPortfolio | Self::PasteRows => !session.document.partial,
            Self::ShowProblems => !session.document.problems.is_empty(),
            Self::Settle => !session.conflicts.is_empty(),
            Self::ClearFilter => !session.filter().is_empty() || !session.view.typed.is_empty(),
            Self::Back => session.can_go_back(),
            Self::Forward => session.can_go_forward(),
            Self::PreviousRecord | Self::NextRecord => {
                matches!(session.view.selected, Some(Selected::Project(_) | Selected::Event(_)))
            }
            Self::FitTimeline => session.view.tab == Tab::Timeline && session.view.window.is_some(),
            Self::ToggleTable => matches!(session.view.tab, Tab::Timeline | Tab::Plots),
            Self::SaveNotes => !session.notes.is_empty(),
            Self::CopyRows => !session.answer().rows.is_empty(),
            Self::CopyPicture => session.shown_picture().is_some(),
            Self::New
            | Self::OpenFile
            | Self::Bring
            | Self::Template
            | Self::Export
            | Self::OpenPage
            | Self::TryCutoff
            | Self::Compare
            | Self::MergeNotes
            | Self::Notes
            | Self::Quit
            | Self::CopyFilter
            | Self::CopySentence
            | Self::CopyWithSource
            | Self::FactFile
            | Self::SelectAll
            | Self::ShowOverview
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
            | Self::ToggleFacets
            | Self::ToggleDetails
            | Self::ToggleUnits
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::LessMotion
            | Self::Search
            | Self::OnlyWithoutAmount
            | Self::OnlySeveralCountries
            | Self::NextPane
            | Self::PreviousPane
            | Self::Menus
            | Self::Palette
            | Self::Help
            | Self::Shortcuts
            | Self::Licences
            | Self::About => true,
        }
    }
}
