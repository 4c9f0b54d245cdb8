//! Everything that can be done: the verbs of the menus, and what views ask for beside them.

use std::path::PathBuf;

use super::bringing::Bring;
use super::comparing::CompareWith;
use super::desk::Edit;
use super::exporting::{Export, TakeOut};
use super::finder::FindStep;
use super::help::HelpStep;
use super::naming::{NameStep, ToSave};
use super::outside::Meanwhile;
use super::saving::{KeptStep, Unsaved};
use super::settings::{ColumnState, ThemeChoice};
use super::tour::TourStep;
use super::verb::Verb;
use super::view::{AfterBy, BridgeForm, LaneOrder, Measure, Question, Selected, Tab};
use crate::figure::card::CardOf;
use crate::figure::{Recipient, UnitsBy};
use crate::model::{Day, Lang, List, Note, Unfinished};
use crate::query::{By, Column, EventColumn, EventKey, Field, Filter, Key, Reading, Spread, Value};

/// Something that a person does. Views, menus, shortcuts, drops and tests emit them; one `apply` carries them out.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// One of the verbs that stand in a menu.
    Do(Verb),
    /// Show a view.
    Show(Tab),
    /// Show one of the open questions.
    Ask(Question),
    /// Hold the records against this reported total; the first where `None`.
    ChooseTotal(Option<String>),
    /// Draw the bridge in this form.
    BridgeAs(BridgeForm),
    /// Look at what stopped in this reading.
    Read(Reading),
    /// Try another cut-off; `None` is the portfolio's own.
    CutAt(Option<Day>),
    /// Group what was cut short.
    CutBy(By),
    /// Show what came after by this.
    AfterBy(AfterBy),
    /// Show the request to this recipient; the first where `None`.
    AskOf(Option<Recipient>),
    /// Reword a request: the text as proposed and as it is now; `None` goes back to what is proposed.
    Reword {
        /// The recipient's key.
        to: String,
        /// Proposed, and now.
        draft: Option<(String, String)>,
    },
    /// Count a record in or out beside a reported total, with the reason; `None` takes the mark away.
    Mark {
        /// Id of the reported total.
        total: String,
        /// Id of the project.
        project: String,
        /// Whether it is counted, and why.
        mark: Option<(bool, String)>,
    },
    /// Keep a note: a new one, or another wording of one.
    KeepNote(Note),
    /// What is written of a note so far: nothing is a note until it is kept, and nothing written is lost.
    WriteNote(Unfinished),
    /// Leave a note that was being written.
    LeaveNote {
        /// Its id; empty for a new one.
        id: String,
        /// The project that it is about.
        project: String,
    },
    /// Take the note with this id out.
    TakeNote(String),
    /// Put back what was taken out of the notes, by its place.
    TakeBack(usize),
    /// Say why two records that look like the same money are not; `None` takes that back.
    TellApart {
        /// Ids of the two.
        projects: (String, String),
        /// Why.
        reason: Option<String>,
    },
    /// Go to a step of the guided walk, or leave it.
    Tour(Option<TourStep>),
    /// Close the panel that lies over the views.
    ClosePanel,
    /// Sign the notes with this name.
    Sign(String),
    /// Take in the layer of notes in this file.
    MergeNotes(PathBuf),
    /// Ask where to save a text.
    Save(SaveFile),
    /// The system has no file dialog to show in which a file could be chosen.
    NoDialog,
    /// Write a text where the person chose to.
    Write {
        /// The file.
        path: PathBuf,
        /// The text.
        text: String,
    },
    /// Leave the project with this id out of the set.
    LeaveOut(String),
    /// Replace the chips.
    SetFilter(Filter),
    /// Add a value to a field's choice or take it out.
    Toggle(Field, Value),
    /// Replace a field's choice; none takes the field out.
    Choose(Field, Vec<Value>),
    /// Take a chip off.
    RemoveTerm(usize),
    /// The text of the search box changed.
    Type(String),
    /// What is typed becomes chips.
    CommitTyped,
    /// Show a record in the details pane, or none.
    Select(Option<Selected>),
    /// The rows marked for copying.
    Pick(Vec<String>),
    /// Order the projects.
    Order(Vec<Key>),
    /// Order the events.
    OrderEvents(Vec<EventKey>),
    /// Arrange the columns of the projects.
    Columns(Vec<ColumnState<Column>>),
    /// Arrange the columns of the events.
    EventColumns(Vec<ColumnState<EventColumn>>),
    /// Group the table.
    Group(Option<By>),
    /// Show these days in the timeline, or all.
    Window(Option<(Day, Day)>),
    /// Arrange the lanes.
    Lanes(LaneOrder),
    /// What plots measure.
    Measure(Measure),
    /// How money falls into years.
    Spread(Spread),
    /// Show one mark for each project, or bars.
    Units(bool),
    /// Put the marks together by this.
    UnitsBy(UnitsBy),
    /// Show figures as tables, or as drawings.
    AsTable(bool),
    /// Open a figure's card, or close it.
    Card(Option<CardOf>),
    /// Edit records.
    Edit(Edit),
    /// Take steps back or do them again until so many are done.
    UndoTo(usize),
    /// Save the portfolio as this file.
    SaveAs(PathBuf),
    /// The system has no file dialog to show: ask in a panel where to save, proposing this name.
    AskForName(ToSave, String),
    /// A step of giving that path.
    Name(NameStep),
    /// Open the form of a record, or close it.
    Form(Option<(List, String)>),
    /// Open the form of a record over the one that is open, which is there again afterwards.
    FormOver(List, String),
    /// Put a record of this list in with nothing but this name (none where it is empty), and open its form.
    Begin(List, String),
    /// Edit one field of a record, by its name in the format.
    EditField(List, String, &'static str),
    /// A form closes in which this was typed and could not be taken: say so.
    NotTaken(String),
    /// Close the form of one field, and take back what was changed in it.
    GiveUpField,
    /// Recover kept work, by its place.
    Recover(usize),
    /// Look at kept work that was found, or give it up.
    Kept(KeptStep),
    /// What becomes of unsaved work.
    Unsaved(Unsaved),
    /// What is done where somebody else wrote the file.
    Meanwhile(Meanwhile),
    /// Open a file.
    Open(PathBuf),
    /// Files were dropped on the window: one is opened.
    Drop(Vec<PathBuf>),
    /// Bring in something of another format.
    Bring(Bring),
    /// Take away what is shown.
    Take(TakeOut),
    /// Give up the file being opened.
    CancelOpening,
    /// Give up what is being exported.
    CancelExport,
    /// Give up what is being saved.
    CancelSaving,
    /// Ask for a file to hold beside the open one.
    PickToCompare,
    /// Hold another portfolio beside the open one.
    Compare(CompareWith),
    /// Open an address in the browser.
    Visit(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Speak this language.
    Language(Lang),
    /// A step in the help, which opens for it.
    Help(HelpStep),
    /// A step in the command palette.
    Find(FindStep),
    /// Which colours the window has.
    Theme(ThemeChoice),
    /// Take a notice away.
    Dismiss(usize),
}

impl Command {
    /// Whether it changes the person's notes: not while only a part of a file is there.
    pub const fn writes_notes(&self) -> bool {
        matches!(
            self,
            Self::Reword { .. }
                | Self::Mark { .. }
                | Self::KeepNote(_)
                | Self::WriteNote(_)
                | Self::LeaveNote { .. }
                | Self::TakeNote(_)
                | Self::TakeBack(_)
                | Self::TellApart { .. }
                | Self::Sign(_)
                | Self::MergeNotes(_)
        )
    }
}

/// A text to be saved as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveFile {
    /// The name that is offered, with its ending.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// What the session asks of the window, which alone can do it.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put this on the clipboard.
    Copy(String),
    /// Put this table on the clipboard, which has so many rows.
    CopyRows(String, usize),
    /// Open this in the browser.
    Visit(String),
    /// Ask for a file to open.
    PickFile,
    /// Ask for a file of another format.
    PickToBring,
    /// Ask for a file that says which column is which field.
    PickMapping,
    /// Ask where to save what was brought, for which this name is offered.
    SaveBrought(String),
    /// Take what is on the clipboard, as if it were pasted.
    Paste,
    /// Ask where to save an export, for which this name is offered.
    SaveExport(Export, String),
    /// Put this picture on the clipboard: width, height, red, green, blue and opacity of each pixel.
    CopyPixels([usize; 2], Vec<u8>),
    /// Ask for a file to compare with.
    PickToCompare,
    /// Ask for a layer of notes to take in.
    PickNotes,
    /// Ask where to save this.
    Save(SaveFile),
    /// Ask where to save the portfolio, for which this name is offered.
    SavePortfolio(String),
    /// Give the search box the focus.
    FocusSearch,
    /// Give the field of the cut-off the focus.
    FocusCutoff,
    /// Give the first menu the focus, or take it back from the menus.
    FocusMenus,
    /// Give the view the focus.
    FocusView,
    /// Move the focus to the next pane.
    NextPane,
    /// Move the focus to the pane before.
    PreviousPane,
    /// End the program.
    Quit,
}
