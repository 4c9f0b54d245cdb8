//! The records of a portfolio and the rules that hold of them, in the terms of the IATI standard where it has one.
//! Pure: no egui, no files, no clock, and no word that a person reads.

mod amount;
mod date;
mod entry;
mod headline;
mod ids;
mod measured;
mod notes;
mod portfolio;
mod project;
mod projects;
mod records;
mod rules;
mod split;
mod table;
mod text;
mod value;

pub use amount::{Amount, AmountKind, Attribution, Currency, Minor, Scope};
pub use date::{Day, PartialDate};
pub use entry::Entry;
pub use headline::{Clause, Headline, SourceFigure, negative_award};
pub use ids::Ids;
pub use measured::Measured;
pub use notes::{Distinct, Draft, FUNDER, Mark, Merged, NOTES_SCHEMA, Note, Notes, Unfinished};
pub use portfolio::{Cutoff, Header, Portfolio, SCHEMA};
pub use project::{Ending, EndingKind, Participation, Project, Role, Status, ThemeShare};
pub use projects::{Found, Known, Projects, Unpack};
pub use records::{
    Continuity, ContinuityState, Event, EventKind, Organization, OrganizationKind, Place, PublisherKind, ReportedTotal,
    Source, Term, Theme, Tile, Topic,
};
pub use rules::{Breach, List, Rule, check, check_before, check_behind, check_project};
pub use split::{Part, Share, equal_part, split};
pub use table::{Record, Table};
pub use text::{Bilingual, Lang};
pub use value::{ValueError, ValueFault};
