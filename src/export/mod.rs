//! What is on screen, as something that a person takes away: tables, pictures, reports. Knows what is shown (the same
//! set, order, columns and language) and no window.

mod about;
mod beside;
mod cells;
mod changed;
mod checksum;
mod cited;
mod csv;
pub mod draw;
mod handed;
mod json;
mod read_back;
mod ron;
mod sheet;
mod stamp;
mod table_file;
mod taken;
mod temporary;
mod xlsx;

pub use beside::put_about;
pub use cells::Rows;
pub use changed::Changed;
pub use csv::{Separator, about_csv, write_csv};
pub use handed::{report_page, report_pdf};
pub use ron::write_ron;
pub use stamp::{Stamp, StampFound, stamp_of, stamped_page};
pub use table_file::{ExportError, Left, TableKind, table_file};
pub mod iati;
pub mod report;
mod template;

pub use template::template;

use crate::figure::card::Scene;
use crate::format::{Progress, Stage};
use crate::model::PartialDate;
use crate::query::{Column, EventColumn, EventKey, Key};

/// What is shown, as an export takes it: one set of records, in the order and with the columns of the screen.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The answer, the names in the person's language, the index, the notes.
    pub scene: Scene<'a>,
    /// The projects of the set, as rows of the portfolio in the shown order.
    pub rows: &'a [usize],
    /// The order that they stand in.
    pub order: &'a [Key],
    /// The shown columns.
    pub columns: &'a [Column],
    /// The events of the set, in the shown order.
    pub events: &'a [usize],
    /// The order that they stand in.
    pub event_order: &'a [EventKey],
    /// The shown columns of events.
    pub event_columns: &'a [EventColumn],
    /// The day of the export.
    pub today: PartialDate,
    /// Who is told how far the export has come, if anybody.
    pub progress: Option<&'a Progress>,
}

impl Shown<'_> {
    /// So many steps of a stage begin.
    fn begin(&self, stage: Stage, steps: usize) {
        if let Some(progress) = self.progress {
            progress.enter(stage, steps);
        }
    }

    /// One more step is done.
    fn step(&self) {
        if let Some(progress) = self.progress {
            progress.one_more();
        }
    }
}

/// A plot, the timeline or a bridge as a picture of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The drawing, whole: text in the fonts that the program carries, nothing from elsewhere.
    pub svg: String,
    /// Its size in points.
    pub size: [f32; 2],
    /// A short name of what it shows, of small letters, digits and hyphens.
    pub slug: String,
    /// What it shows.
    pub title: String,
    /// The same in whole sentences, for who cannot see it.
    pub spoken: String,
}
