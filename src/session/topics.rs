//! Where in the help it is explained what stands on the screen.

use super::state::{Panel, Session};
use super::view::Tab;
use crate::figure::card::CardOf;
use crate::i18n::Topic;
use crate::model::EndingKind;
use crate::query::{Column, EventColumn, Field};

/// What a view answers.
pub const fn topic_of_view(tab: Tab) -> Topic {
    Topic::page(match tab {
        Tab::Overview => "overview",
        Tab::Projects => "projects",
        Tab::Events => "events",
        Tab::Timeline => "timeline",
        Tab::Plots => "plots",
        Tab::Questions => "questions",
        Tab::Sources => "sources",
    })
}

/// What a panel is for.
pub const fn topic_of_panel(panel: Panel) -> Topic {
    match panel {
        Panel::Problems => Topic::at("trouble", "problems"),
        Panel::History
        | Panel::Remove
        | Panel::Header
        | Panel::Records
        | Panel::SaveAs
        | Panel::Kept(_)
        | Panel::GivingUp(_) => Topic::page("edit"),
        Panel::Conflicts => Topic::at("edit", "elsewhere"),
        Panel::Notes => Topic::page("notes"),
        Panel::FactFile => Topic::at("take", "fact-file"),
        Panel::Compare => Topic::at("bring", "compare"),
        Panel::Bring => Topic::page("bring"),
        Panel::Export => Topic::page("take"),
        Panel::Help => Topic::START,
        Panel::About | Panel::Licences => Topic::page("kept"),
    }
}

/// What a field of the filter means.
pub const fn topic_of_field(field: Field) -> Topic {
    match field {
        Field::Theme | Field::Topic => Topic::at("words", "theme"),
        Field::Status => Topic::at("words", "status"),
        Field::Ending => Topic::page("endings"),
        Field::Implementer | Field::Org => Topic::at("words", "implementer"),
        Field::State => Topic::at("words", "state"),
        Field::Sector | Field::Supports => Topic::at("words", "sector"),
        Field::Counterpart => Topic::at("words", "counterpart"),
        Field::Scope => Topic::at("words", "several-countries"),
        Field::Year => Topic::at("figures", "years"),
        Field::Start => Topic::at("words", "start"),
        Field::End => Topic::at("words", "planned-end"),
        Field::Active => Topic::at("filter", "active"),
        Field::Amount => Topic::at("words", "award"),
        Field::Currency => Topic::at("figures", "currency"),
        Field::Source => Topic::page("sources"),
        Field::Doubt => Topic::at("words", "doubt"),
        Field::Name | Field::Id => Topic::page("filter"),
    }
}

/// What a column of the table of projects means.
pub const fn topic_of_column(column: Column) -> Topic {
    match column {
        Column::Name | Column::Acronym => Topic::at("words", "project"),
        Column::Theme => Topic::at("words", "theme"),
        Column::Implementer => Topic::at("words", "implementer"),
        Column::Start => Topic::at("words", "start"),
        Column::PlannedEnd => Topic::at("words", "planned-end"),
        Column::ActualEnd => Topic::at("words", "actual-end"),
        Column::Amount => Topic::at("words", "award"),
        Column::Ending => Topic::page("endings"),
        Column::Status => Topic::at("words", "status"),
        Column::States => Topic::at("words", "state"),
        Column::Sectors | Column::Supports => Topic::at("words", "sector"),
        Column::Counterpart => Topic::at("words", "counterpart"),
        Column::Scope => Topic::at("words", "several-countries"),
        Column::Agreement => Topic::at("words", "agreement"),
        Column::MonthsAhead | Column::ShareAhead | Column::CutMoney => Topic::at("figures", "cut-short"),
        Column::Sources => Topic::page("sources"),
    }
}

/// What a column of the table of events means.
pub const fn topic_of_event_column(column: EventColumn) -> Topic {
    match column {
        EventColumn::Date => Topic::at("words", "partial-date"),
        EventColumn::Kind | EventColumn::Title => Topic::page("events"),
        EventColumn::Organizations => Topic::at("words", "implementer"),
        EventColumn::Projects => Topic::at("words", "project"),
        EventColumn::Sources => Topic::page("sources"),
    }
}

/// What a way of ending means.
pub const fn topic_of_ending(ending: EndingKind) -> Topic {
    Topic::at(
        "endings",
        match ending {
            EndingKind::Named => "named",
            EndingKind::Implied => "implied",
            EndingKind::Before => "before",
            EndingKind::Unknown => "unknown",
        },
    )
}

/// How a figure is made.
pub const fn topic_of_card(card: &CardOf) -> Topic {
    match card {
        CardOf::Total | CardOf::Headline(_) => Topic::at("figures", "headline"),
        CardOf::Assigned | CardOf::Group(..) => Topic::at("figures", "split"),
        CardOf::MultiCountry => Topic::at("words", "several-countries"),
        CardOf::Reported(_) | CardOf::Which | CardOf::Bridge(_) => Topic::at("questions", "reported"),
        CardOf::Endings => Topic::page("endings"),
        CardOf::CutShort(_) => Topic::at("figures", "cut-short"),
        CardOf::Event(_) => Topic::page("events"),
        CardOf::Continuity => Topic::at("questions", "continuity"),
    }
}

impl Session {
    /// What is explained where nothing has the focus that has an explanation of its own: the panel, card or view.
    pub fn topic_here(&self) -> Topic {
        match (self.panel, &self.card) {
            (Some(Panel::Help), _) => self.help.topic,
            (Some(panel), _) => topic_of_panel(panel),
            (None, Some(card)) => topic_of_card(card),
            (None, None) => topic_of_view(self.view.tab),
        }
    }
}
