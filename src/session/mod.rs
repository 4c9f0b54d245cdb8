//! What is open and how it is looked at: document, view, history, settings, commands, background work.
//! Knows no egui. The window and the tests emit [`Command`]s; [`Session::apply`] alone carries them out.

mod about;
mod answers;
mod bringing;
mod carrying;
mod command;
mod comparing;
mod copy;
mod desk;
mod document;
mod doing;
mod edit_words;
mod editing;
mod exporting;
mod figures;
mod finder;
mod help;
mod history;
mod joining;
mod keeper;
mod keeping;
mod layer;
mod layer_place;
mod log;
mod merging;
mod naming;
mod obstacle;
mod opening;
mod outside;
mod records;
mod saving;
mod settings;
mod shown;
mod state;
mod steps;
mod still;
mod superseded;
mod topics;
mod tour;
mod verb;
mod view;
mod workers;
mod world;

pub use crate::figure::card::CardOf;
pub use about::{Places, Renderer};
pub use bringing::{Bring, Bringing, Preview};
pub use command::{Command, Effect, SaveFile};
pub use comparing::{CompareWith, Compared, Comparing};
pub use desk::{Desk, Edit, Refusal};
pub use document::{Document, Origin};
pub use exporting::{Export, Exporting, PictureLook, TakeOut};
pub use finder::{FOUND, FindStep, Finder, Goal, Hit};
pub use help::{Help, HelpHit, HelpStep, search_help};
pub use history::{Deed, History, Step};
pub use joining::{Joined, SameBy, SameProject, join};
pub use keeper::{Found, Keeper, NotKept, SOON, found, give_up};
pub use layer::Taken;
pub use log::Log;
pub use merging::{Becomes, Conflict, FieldChange, RecordChange, TwoWays};
pub use naming::{NameStep, Naming, There, ToSave};
pub use opening::Opening;
pub use outside::{Meanwhile, Outside};
pub use records::new_entry;
pub use saving::{KeptStep, Leaving, Unsaved, save_checked};
pub use settings::{ColumnState, Settings, SettingsRead, ThemeChoice};
pub use shown::Line;
pub use state::{Notice, Panel, Session};
pub use topics::{
    topic_of_card, topic_of_column, topic_of_ending, topic_of_event_column, topic_of_field, topic_of_panel,
    topic_of_view,
};
pub use tour::TourStep;
pub use verb::{Menu, Shortcut, Verb};
pub use view::{AfterBy, BridgeForm, LaneOrder, Measure, Question, Selected, Tab, View};
pub use workers::{Wake, Workers};
pub use world::{RealWorld, World};
