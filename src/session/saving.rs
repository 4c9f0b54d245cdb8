//! Saving, and keeping what is not saved. The text is made and read again before it
//! is written, so that nothing is written that would not read as it is meant.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use super::command::{Command, Effect};
use super::document::Origin;
use super::keeper::{Found, NotKept, found, give_up};
use super::naming::{ENDING, stem_of};
use super::opening::{Afterwards, embedded, file_name, former_version_of};
use super::outside::Outside;
use super::state::{Panel, Session};
use super::superseded::Superseding;
use super::verb::Verb;
use crate::format::{Edits, NotSaved, Progress, RecoveryOf, Stamp, Written, backup_of, read_ron, save};
use crate::model::Portfolio;
use crate::query::diff;

/// Saves a text as the file of this portfolio; of a large one each record was held against its text when that was made.
pub fn save_checked(
    path: &Path,
    written: &Written,
    portfolio: &Portfolio,
    expected: Option<&Stamp>,
    superseding: Option<&Superseding>,
    progress: &Progress,
) -> Result<Stamp, NotSaved> {
    if !written.is_packed() {
        let same = read_ron(&written.bytes()).is_ok_and(|read| diff(portfolio, &read.portfolio).is_empty());
        if !same {
            return Err(NotSaved::NotAsMeant);
        }
    }
    save(path, written, expected, progress, |file, text| {
        if let Some(superseding) = superseding {
            superseding.by(file, text);
        }
    })
}

/// A portfolio that is being saved on a worker.
pub struct Saving {
    path: PathBuf,
    state: u64,
    /// The edits that the file has then.
    edits: Edits,
    result: Receiver<Result<Stamp, NotSaved>>,
    progress: Arc<Progress>,
}

/// What is to be done once it is known what becomes of unsaved work.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaving {
    /// Close the window.
    Quit,
    /// Do this, which shows another portfolio.
    For(Box<Command>),
}

/// What is done about kept work that was found, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptStep {
    /// Shows what it changes.
    Look(usize),
    /// The same, and asks whether it shall go.
    AskToGiveUp(usize),
    /// Gives it up for good.
    GiveUp(usize),
}

/// What becomes of unsaved work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unsaved {
    Save,
    GiveUp,
    GoOn,
}

impl Session {
    /// Begins to save under the name that the portfolio has; asks for one where it has none.
    pub(super) fn save(&mut self) {
        match self.document.origin.path().map(Path::to_owned) {
            // A former version is kept as it is, whatever becomes of it here.
            Some(path) if former_version_of(&path).is_none() => self.save_to(path, true),
            _ => self.ask_where_to_save(),
        }
    }

    /// Where the version before the last save is, if there is one.
    pub(super) fn former_version(&self) -> Option<PathBuf> {
        let path = self.document.origin.path()?;
        // As it is saved: the file that a link leads to.
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        Some(backup_of(&path)).filter(|backup| backup.is_file())
    }

    /// Asks for a name.
    pub(super) fn ask_where_to_save(&mut self) {
        let name = self.document.name(&self.words);
        let stem = stem_of(&name);
        let slug: String = stem.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
        let name = slug.split_whitespace().take(8).collect::<Vec<_>>().join("-").to_lowercase();
        self.effects.push(Effect::SavePortfolio(format!("{name}{ENDING}")));
    }

    /// Begins to save as this file.
    pub(super) fn save_to(&mut self, path: PathBuf, same: bool) {
        if self.saving.is_some() || self.document.partial {
            return;
        }
        let expected = if same { self.stamp.clone() } else { None };
        let (written, records) = (self.desk.written(), Arc::clone(&self.records));
        if !written.rewritten.is_empty() {
            let text = self.words.tf("saved-rewritten", &[("ids", written.rewritten.join(", ").into())]);
            self.tell(false, text);
        }
        let (sender, result) = channel();
        let (wake, target) = (Arc::clone(&self.wake), path.clone());
        let superseding = self.keeper.superseding();
        let progress = Arc::new(Progress::default());
        let told = Arc::clone(&progress);
        let work = move || {
            let saved = save_checked(&target, &written, &records, expected.as_ref(), superseding.as_ref(), &told);
            let _ = sender.send(saved);
            wake();
        };
        match self.workers.start("save file", Arc::clone(&self.wake), work) {
            Ok(()) => {
                let (state, edits) = (self.desk.history.state(), self.desk.edits.clone());
                self.saving = Some(Saving { path, state, edits, result, progress });
            }
            Err(error) => self.tell(true, error.to_string()),
        }
    }

    /// Whether a worker is saving.
    pub const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// How far the saving has come.
    pub fn saved_so_far(&self) -> Option<&Progress> {
        self.saving.as_ref().map(|saving| &*saving.progress)
    }

    /// Gives up what is being saved; the file is as it was, unless it has its new text already.
    pub(super) fn cancel_saving(&mut self) {
        if let Some(saving) = &self.saving {
            saving.progress.cancel();
        }
    }

    /// Waits until what is being saved is saved: the window closes.
    pub(super) fn finish_saving(&mut self) {
        if let Some(saving) = self.saving.take()
            && let Ok(result) = saving.result.recv()
        {
            self.saved(&saving.path, (saving.state, saving.edits), result);
        }
    }

    pub(super) fn take_saved(&mut self) {
        let Some(saving) = self.saving.take() else { return };
        let result = match saving.result.try_recv() {
            Ok(result) => result,
            Err(TryRecvError::Empty) => return self.saving = Some(saving),
            // A worker that ends without a word failed: nobody knows how far it came.
            Err(TryRecvError::Disconnected) => Err(NotSaved::Failed),
        };
        let done = self.saved(&saving.path, (saving.state, saving.edits), result);
        match self.leaving.take().filter(|_| done && !self.is_modified()) {
            Some(leaving) => self.leave(leaving),
            None => self.asking = None,
        }
        self.refresh();
    }

    fn saved(&mut self, path: &Path, (state, edits): (u64, Edits), result: Result<Stamp, NotSaved>) -> bool {
        match result {
            Ok(stamp) => {
                self.stamp = Some(stamp);
                let ids = self.unsaved_ids();
                self.desk.saved(state, edits);
                self.document.origin = Origin::File(path.to_owned());
                self.layer_goes_along(&ids);
                self.settings.remember(path);
                self.world.save_settings(&self.settings.to_text());
                if self.is_modified() {
                    // What was kept meanwhile is told by what the file was: it is kept anew by what the file is.
                    self.keeper.begin_anew();
                } else {
                    self.keeper.forget();
                }
                self.outside = None;
                self.watch();
                let backup = backup_of(path);
                let args = [("file", path.display().to_string().into()), ("backup", file_name(&backup).into())];
                let key = if backup.exists() { "saved-with-backup" } else { "saved-portfolio" };
                let text = self.words.tf(key, &args);
                let stays = [None, Some(Verb::Settle)];
                self.notices
                    .retain(|notice| stays.contains(&notice.offers) && (notice.failure || notice.offers.is_some()));
                self.said_saved = Some(text.clone());
                self.tell(false, text);
                true
            }
            Err(NotSaved::GivenUp) => {
                let text = NotSaved::GivenUp.text(&self.words, &file_name(path));
                self.tell(false, text);
                false
            }
            Err(not_saved) => {
                if let NotSaved::NotFlushed(stamp, _) = &not_saved {
                    self.stamp = Some(Stamp::clone(stamp));
                }
                if not_saved == NotSaved::ChangedOutside {
                    self.outside = Some(Outside::Changed);
                }
                self.world.log(&format!("not saved: {}", not_saved.kind()));
                let text = not_saved.text(&self.words, &file_name(path));
                self.tell_offering(true, text, Some(Verb::SaveAs));
                false
            }
        }
    }

    /// Keeps what is not saved when it is time to; after how long to look again.
    pub fn keep_work(&mut self) -> Option<Duration> {
        if let Some(Err(why)) = self.keeper.taken() {
            self.tell(true, why.text(&self.words));
        }
        let state = self.is_modified().then(|| self.desk.history.state());
        let due = self.keeper.due(state, Instant::now())?;
        if due.is_zero() {
            let text = self.recovery();
            self.keeper.keep(self.desk.history.state(), text, &self.workers, &self.wake);
            return None;
        }
        Some(due)
    }

    /// The text of what is not saved.
    fn recovery(&self) -> impl FnOnce() -> String + Send + 'static {
        let file = self.document.origin.path().map(Path::to_owned);
        let new = matches!(self.document.origin, Origin::Unsaved { new: true, .. });
        let of = RecoveryOf::new(file, new, self.document.name(&self.words), self.world.now());
        self.desk.recovery(of, &self.records)
    }

    /// Keeps what is not saved at once, and does not come back before that is done.
    pub(super) fn keep_work_now(&mut self) -> Result<(), NotKept> {
        if !self.is_modified() {
            return Ok(());
        }
        let text = self.recovery();
        self.keeper.keep_at_once(self.desk.history.state(), text)
    }

    /// Something failed: keeps what is not saved before anything else; says where, if there was any.
    pub fn rescue_work(&mut self) -> Result<Option<String>, NotKept> {
        self.keep_notes();
        self.keep_work_now()?;
        Ok(self.keeper.path().filter(|_| self.is_modified()).map(|path| path.display().to_string()))
    }

    /// Looks for work that was never saved.
    pub fn look_for_work(&mut self) {
        self.left = self.world.recovery_folder().as_deref().map(found).unwrap_or_default();
    }

    /// Opens the file that kept work is of, and does it once more.
    pub(super) fn recover(&mut self, place: usize) {
        if place >= self.left.len() {
            return;
        }
        let found = self.left.remove(place);
        match &found.recovery.of.file {
            Some(file) => {
                let file = file.clone();
                self.open(file);
                self.afterwards = Afterwards::TakeUp(Box::new(found));
            }
            None if found.recovery.of.new => {
                self.new_portfolio();
                self.take_up(found);
            }
            None => {
                self.last_revision += 1;
                let document = embedded(self.last_revision);
                self.show(document);
                self.take_up(found);
            }
        }
    }

    /// Does kept work once more on the document that is open now.
    pub(super) fn take_up(&mut self, found: Found) {
        if !self.merge(found.recovery.merge.clone()) {
            return self.left.push(found);
        }
        if self.is_modified() {
            // Kept under our own name before it goes under the old one.
            if self.keep_work_now().is_ok() {
                give_up(&found);
            }
            let text = self.words.tf("recovered", &[("n", found.recovery.merge.len().into())]);
            self.tell(false, text);
        } else {
            give_up(&found);
            let text = self.words.t("recovered-nothing");
            self.tell(false, text);
        }
    }

    /// Shows kept work, or gives it up for good.
    pub(super) fn see_to_kept(&mut self, step: KeptStep) {
        match step {
            KeptStep::Look(place) => self.panel = Some(Panel::Kept(place)),
            KeptStep::AskToGiveUp(place) => self.panel = Some(Panel::GivingUp(place)),
            KeptStep::GiveUp(place) => self.give_up(place),
        }
    }

    fn give_up(&mut self, place: usize) {
        if place < self.left.len() {
            let found = self.left.remove(place);
            give_up(&found);
            let text = self.words.tf("recovery-given-up", &[("name", (&found.recovery.of.name).into())]);
            self.tell(false, text);
        }
    }

    /// Leaves the open portfolio for something; asks first where there is unsaved work.
    pub(super) fn leave(&mut self, leaving: Leaving) {
        if self.is_modified() {
            self.asking = Some(leaving);
            return;
        }
        self.asking = None;
        match leaving {
            Leaving::Quit => self.effects.push(Effect::Quit),
            Leaving::For(command) => self.carry_out(*command),
        }
    }

    /// What becomes of unsaved work, as the person answered.
    pub(super) fn answer_unsaved(&mut self, unsaved: Unsaved) {
        let Some(leaving) = self.asking.take() else { return };
        match unsaved {
            Unsaved::GoOn => {}
            Unsaved::Save => {
                self.leaving = Some(leaving);
                self.save();
            }
            Unsaved::GiveUp => {
                self.keeper.forget();
                self.desk.give_up(self.desk.history.state());
                self.leave(leaving);
            }
        }
    }
}
