//! Why a verb cannot be done now, in words: what is greyed says what it waits for.

use super::state::Session;
use super::verb::Verb;

impl Verb {
    /// What stands in its way now, in the person's language; `None` where nothing does.
    pub fn obstacle(self, session: &Session) -> Option<String> {
        (!self.is_enabled(session)).then(|| session.words.t(self.obstacle_message(session)))
    }

    const fn obstacle_message(self, session: &Session) -> &'static str {
        let partial = session.document.partial;
        match self {
            Self::OpenFormer => "not-now-no-former",
            Self::OpenEmbedded => "not-now-is-embedded",
            Self::Tour => "not-now-only-embedded",
            Self::Save | Self::SaveAs if partial => "not-now-opening",
            Self::Save => "not-now-saved",
            Self::SaveAs => "not-now-saving",
            Self::Undo | Self::History => "not-now-nothing-edited",
            Self::Redo => "not-now-nothing-undone",
            Self::EditRecord | Self::CopyRecord | Self::RemoveRecord if !partial => "not-now-no-record",
            Self::ShowProblems => "not-now-no-problems",
            Self::Settle => "conflicts-none",
            Self::ClearFilter => "not-now-no-filter",
            Self::Back => "not-now-no-way-back",
            Self::Forward => "not-now-no-way-forward",
            Self::PreviousRecord | Self::NextRecord => "not-now-no-record",
            Self::FitTimeline => "not-now-timeline-whole",
            Self::ToggleTable => "not-now-no-drawing",
            Self::SaveNotes => "not-now-no-notes",
            Self::CopyPicture => "not-now-no-picture",
            Self::CopyRows => "not-now-no-rows",
            _ if partial => "not-now-opening",
            _ => "not-now",
        }
    }
}
