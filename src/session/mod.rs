//! What is open and how it is looked at: document, view, history, settings, commands, background work.
//! Knows no egui. The window and the tests emit [`Command`]s; [`Session::apply`] alone carries them out.

mod answers;
mod command;
mod comparing;
mod copy;
mod desk;
mod document;
mod edit_words;
mod editing;
mod figures;
mod history;
mod keeper;
mod layer;
mod log;
mod merging;
mod opening;
mod records;
mod saving;
mod settings;
mod state;
mod steps;
mod still;
mod tour;
mod verb;
mod view;
mod world;

pub use crate::figure::card::CardOf;
pub use answers::Line;
pub use command::{Command, Effect, SaveFile};
pub use comparing::{CompareWith, Compared, Comparing};
pub use desk::{Desk, Edit, Refusal};
pub use document::{Document, Origin};
pub use history::{Deed, History, Step};
pub use keeper::{Found, Keeper, SOON, found, give_up};
pub use layer::Taken;
pub use log::Log;
pub use merging::{Conflict, TwoWays};
pub use opening::Opening;
pub use records::new_entry;
pub use saving::{Leaving, Meanwhile, Outside, Unsaved, save_checked};
pub use settings::{ColumnState, Settings, ThemeChoice};
pub use state::{Notice, Panel, Session};
pub use tour::TourStep;
pub use verb::{Menu, Shortcut, Verb};
pub use view::{AfterBy, BridgeForm, LaneOrder, Measure, Question, Selected, Tab, View};
pub use world::{RealWorld, World};
