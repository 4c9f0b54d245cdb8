//! The session: one document, one view, one `apply`.

use std::sync::Arc;

use super::about::Renderer;
use super::answers::Answers;
use super::bringing::Bringing;
use super::command::{Command, Effect};
use super::comparing::{Compared, Comparing};
use super::desk::Desk;
use super::document::Document;
use super::editing::Reindexing;
use super::exporting::Exporting;
use super::finder::Finder;
use super::help::Help;
use super::joining::TwoAmounts;
use super::keeper::{Found, Keeper};
use super::layer::Taken;
use super::layer_place::LayerPlace;
use super::merging::Conflict;
use super::naming::Naming;
use super::noticed::Notice;
use super::opening::{Afterwards, Opening, embedded};
use super::outside::{Outside, Watch};
use super::records::OpenForm;
use super::saving::{Leaving, Saving};
use super::settings::{Settings, SettingsRead};
use super::shown::Line;
use super::tour::TourStep;
use super::verb::Verb;
use super::view::View;
use super::workers::{Wake, Workers};
use super::world::World;
use crate::figure::Names;
use crate::figure::card::CardOf;
use crate::format::Stamp;
use crate::i18n::{Words, system_lang};
use crate::model::{Day, List, Notes, Portfolio};
use crate::query::{Answer, Filter, Group, ParseError};

/// How many places one can go back to.
const HISTORY: usize = 200;

/// A panel that lies over the views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Panel {
    Problems,
    SaveAs,
    History,
    Remove,
    Header,
    Records,
    Notes,
    FactFile,
    Compare,
    Conflicts,
    /// What kept work changes, by its place.
    Kept(usize),
    /// The same, where it is asked whether it shall go.
    GivingUp(usize),
    Bring,
    Export,
    Help,
    About,
    Licences,
}

/// What is open and how it is looked at.
pub struct Session {
    pub(super) world: Arc<dyn World>,
    /// What is kept between starts.
    pub settings: Settings,
    /// The language in which everything is said.
    pub words: Words,
    /// What is open.
    pub document: Document,
    /// How it is looked at.
    pub view: View,
    /// The figure whose card is open.
    pub card: Option<CardOf>,
    /// Whether the window is narrow: then the filters lie over the view.
    pub narrow: bool,
    /// Whether the filters of a narrow window are open.
    pub facets_over: bool,
    /// The panel that lies over the views.
    pub panel: Option<Panel>,
    /// The help, as it was last read.
    pub help: Help,
    /// The command palette, while it is open.
    pub finder: Option<Finder>,
    /// What the window is drawn with, for the report of the system.
    pub renderer: Option<Renderer>,
    /// Along which way it came to be drawn, for the same.
    pub way: Option<&'static str>,
    /// The step that the guided walk is at.
    pub tour: Option<TourStep>,
    /// What is to be told.
    pub notices: Vec<Notice>,
    /// What the person found out and decided, beside the published records.
    pub notes: Notes,
    /// What was taken out of the notes, to be taken back.
    pub taken_out: Vec<Taken>,
    /// Another portfolio beside the open one.
    pub compared: Option<Compared>,
    /// The portfolios being compared.
    pub comparing: Option<Comparing>,
    /// What is being brought in.
    pub bringing: Option<Bringing>,
    /// What is being taken away.
    pub exporting: Option<Exporting>,
    /// The file being opened.
    pub opening: Option<Opening>,
    /// Called by workers when there is something to take: wakes the window.
    pub wake: Wake,
    /// What is done on other threads.
    pub workers: Workers,
    pub(super) back: Vec<View>,
    pub(super) forward: Vec<View>,
    pub(super) answers: Answers,
    pub(super) effects: Vec<Effect>,
    /// Where the notes are kept.
    pub(super) layer_place: LayerPlace,
    /// The notes as they were last kept or loaded.
    pub(super) kept_notes: Notes,
    pub(super) last_revision: u64,
    /// The records as they were edited last.
    pub(super) records: Arc<Portfolio>,
    pub(super) desk: Desk,
    /// What the file was when it was read or saved.
    pub(super) stamp: Option<Stamp>,
    /// The record whose form is open.
    pub form: Option<(List, String)>,
    /// The records whose forms lie under it, the nearest last; each with the field that alone is edited.
    pub(super) forms_under: Vec<OpenForm>,
    /// The record that was just put in with nothing but a name: left as it is, it goes again.
    pub(super) fresh: Option<(List, String)>,
    /// The field of it that alone is edited; all where `None`.
    pub form_field: Option<&'static str>,
    /// How many steps were done when that field was begun to be edited.
    pub(super) field_begun: Option<usize>,
    /// The name that is asked for.
    pub naming: Option<Naming>,
    pub(super) keeper: Keeper,
    pub(super) saving: Option<Saving>,
    /// What waits until unsaved work is saved.
    pub(super) leaving: Option<Leaving>,
    /// What the person is asked about unsaved work for.
    pub asking: Option<Leaving>,
    /// Work that was kept by sessions that are no more.
    pub left: Vec<Found>,
    /// How it was said last that all is saved: no more once something is edited.
    pub(super) said_saved: Option<String>,
    /// What is done once the file being opened is there.
    pub(super) afterwards: Afterwards,
    pub(super) watched: Option<Watch>,
    /// What somebody else did to the file.
    pub outside: Option<Outside>,
    pub(super) reindexing: Option<Reindexing>,
    /// What others changed where it was edited here as well, to be settled.
    pub conflicts: Vec<Conflict>,
    /// The file that says otherwise, where it was brought in; `None` where others edited the same portfolio.
    pub conflicts_from: Option<String>,
    /// The projects of which it says another amount.
    pub two_amounts: Vec<TwoAmounts>,
}

impl Session {
    /// A session on the embedded portfolio, with the settings that the world has kept.
    pub fn new(world: Arc<dyn World>) -> Self {
        let (settings, read) = world
            .load_settings()
            .map_or_else(|| (Settings::default(), SettingsRead::Whole), |text| Settings::read(&text));
        let words = Words::new(settings.lang.unwrap_or_else(system_lang));
        let document = embedded(1);
        let view = View { lanes: settings.lanes, ..View::default() };
        let mut session = Self::assembled(world, settings, words, document, view);
        session.keeper = Keeper::new(session.world.recovery_folder());
        session.set_desk(None);
        session.keep_unread_settings(read);
        session.load_notes();
        session.refresh();
        session
    }

    /// Settings that could not be read, or not all, are kept aside before they are written over.
    fn keep_unread_settings(&mut self, read: SettingsRead) {
        let mut text = match read {
            SettingsRead::Whole => return,
            SettingsRead::Later => self.words.t("start-settings-later"),
            SettingsRead::Damaged => self.words.t("start-settings-damaged"),
        };
        if let Some(path) = self.world.copy_settings_aside() {
            self.world.save_settings(&self.settings.to_text());
            text += " ";
            text += &self.words.tf("start-settings-kept", &[("path", path.display().to_string().into())]);
        }
        self.tell(false, text);
    }

    pub(super) fn assembled(
        world: Arc<dyn World>,
        settings: Settings,
        words: Words,
        document: Document,
        view: View,
    ) -> Self {
        let records = Arc::clone(&document.portfolio);
        Self {
            workers: Workers::new(Arc::clone(&world)),
            world,
            settings,
            words,
            document,
            view,
            card: None,
            narrow: false,
            facets_over: false,
            panel: None,
            help: Help::default(),
            finder: None,
            renderer: None,
            way: None,
            tour: None,
            notices: Vec::new(),
            notes: Notes::default(),
            taken_out: Vec::new(),
            layer_place: LayerPlace::default(),
            kept_notes: Notes::default(),
            compared: None,
            comparing: None,
            opening: None,
            wake: Arc::new(|| {}),
            back: Vec::new(),
            forward: Vec::new(),
            answers: Answers::default(),
            effects: Vec::new(),
            last_revision: 1,
            records,
            desk: Desk::default(),
            stamp: None,
            form: None,
            forms_under: Vec::new(),
            fresh: None,
            form_field: None,
            field_begun: None,
            naming: None,
            keeper: Keeper::default(),
            saving: None,
            leaving: None,
            asking: None,
            left: Vec::new(),
            said_saved: None,
            afterwards: Afterwards::default(),
            watched: None,
            outside: None,
            reindexing: None,
            conflicts: Vec::new(),
            conflicts_from: None,
            two_amounts: Vec::new(),
            bringing: None,
            exporting: None,
        }
    }

    /// The set that every view shows.
    pub fn answer(&self) -> Arc<Answer> {
        let none = || Arc::new(Answer::to(&Filter::default(), &self.document.portfolio, &self.document.index));
        self.answers.derived.as_ref().map_or_else(none, |derived| Arc::clone(&derived.answer))
    }

    /// Chips and typed words together.
    pub fn filter(&self) -> &Filter {
        &self.answers.filter
    }

    /// What the typed words say that is not known.
    pub fn typed_notes(&self) -> &[ParseError] {
        &self.answers.notes
    }

    /// Whether what is shown is still that of a former filter or order: there are many records, and a worker is at it.
    pub fn is_behind(&self) -> bool {
        self.answers.is_behind()
    }

    /// The projects of the set as ordered.
    pub fn rows(&self) -> &Arc<Vec<usize>> {
        &self.answers.shown().rows
    }

    /// How many lines the table of projects has.
    pub fn line_count(&self) -> usize {
        self.answers.shown().line_count()
    }

    /// A line of the table of projects.
    pub fn line(&self, at: usize) -> Option<Line> {
        self.answers.shown().line(at)
    }

    /// The first line in which a project stands.
    pub fn line_of(&self, row: usize) -> Option<usize> {
        self.answers.shown().line_of(row)
    }

    /// The groups that the lines name.
    pub fn groups(&self) -> &Arc<Vec<Group>> {
        &self.answers.shown().groups
    }

    /// The events of the set as ordered.
    pub fn events(&self) -> &Arc<Vec<usize>> {
        &self.answers.shown().events
    }

    /// Names in the session's language.
    pub fn names(&self) -> Names<'_> {
        let names = Names::new(&self.document.portfolio, &self.words).with_vocabulary(&self.document.index.vocabulary);
        names.with_lens(self.view.lens(&self.document.portfolio))
    }

    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Today, where the person is.
    pub fn today(&self) -> Day {
        self.world.today()
    }

    /// What the window shall do, each once.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Carries a command out.
    pub fn apply(&mut self, command: Command) {
        let before = self.view.clone();
        let kept = self.settings.clone();
        // What is typed was a place of its own when the typing began; making it chips changes nothing that is seen.
        let moved_in_history = matches!(command, Command::Do(Verb::Back | Verb::Forward) | Command::CommitTyped);
        // A letter typed is no reason to write a file: whatever comes next is, or the end.
        let is_typing = matches!(command, Command::Reword { draft: Some(_), .. } | Command::WriteNote(_));
        self.carry_out(command);
        if !moved_in_history && before.is_another_place(&self.view) {
            self.back.push(before);
            self.forward.clear();
            if self.back.len() > HISTORY {
                self.back.remove(0);
            }
        }
        if self.settings != kept {
            self.world.save_settings(&self.settings.to_text());
        }
        if !is_typing {
            self.keep_notes();
        }
        self.refresh();
    }

    /// Keeps what is not kept yet: the window closes.
    pub fn close(&mut self) {
        self.keep_notes();
        self.finish_saving();
        if !self.is_modified() && !self.document.partial {
            // What was kept and taken back since is not to be offered.
            self.keeper.forget();
        }
        // Whoever closes was asked; where the disk cannot keep it there is nobody left to tell.
        let _ = self.keep_work_now();
    }

    pub(super) fn refresh(&mut self) {
        self.answers.refresh(&self.document, &self.view, &self.words, &self.workers, &self.wake);
    }
}
