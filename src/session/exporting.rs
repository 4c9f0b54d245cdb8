//! What is on screen, taken away: as a table, a picture, a report, a page to be read aloud. Made on a worker from the
//! session as it stood, written so that the old file or the new one is there and never half of one.

mod written;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

pub(super) use written::Stoppable;
use written::{html, written};

use super::command::Effect;
use super::opening::file_name;
use super::state::Session;
use super::view::{LaneOrder, Measure, Question, Tab};
use crate::export::draw::{Look, PictureOf, picture, pixels};
use crate::export::report::{Paper, Part};
use crate::export::{Shown, TableKind};
use crate::figure::{LanesBy, Length};
use crate::format::{NotSaved, Progress};
use crate::i18n::slug;
use crate::query::{By, comparable_total};

/// What is taken away.
#[derive(Clone, Debug, PartialEq)]
pub enum Export {
    /// The shown table.
    Table(TableKind),
    /// The shown projects as IATI activities.
    Iati,
    /// A picture as a drawing.
    Svg(PictureOf, PictureLook),
    /// A picture in so many pixels for each point.
    Png(PictureOf, PictureLook, f32),
    /// The report as PDF.
    Pdf(Paper),
    /// The report as one page for a browser.
    Html,
    /// The Excel template for a list of one's own.
    Template,
}

/// How a picture looks, as the person chose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureLook {
    /// The dark mode.
    pub dark: bool,
    /// How wide, in points.
    pub width: f32,
}

impl Default for PictureLook {
    fn default() -> Self {
        Self { dark: false, width: Look::default().width }
    }
}

impl Export {
    /// How its files' names end.
    pub const fn extension(&self) -> &'static str {
        match self {
            Self::Table(kind) => kind.extension(),
            Self::Iati => "xml",
            Self::Svg(..) => "svg",
            Self::Png(..) => "png",
            Self::Pdf(_) => "pdf",
            Self::Html => "html",
            Self::Template => "xlsx",
        }
    }
}

/// A step of taking away what is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum TakeOut {
    /// Ask where to save it.
    Ask(Export),
    /// Save it there.
    To(Export, PathBuf),
    /// Put a picture on the clipboard.
    Copy(PictureOf, PictureLook),
}

/// What a worker made.
pub enum Made {
    /// A file, with what did not go into it.
    File(PathBuf, Vec<String>),
    /// A page to be opened in the browser.
    Page(PathBuf),
    /// A portfolio to be opened.
    Portfolio(PathBuf),
    /// A picture for the clipboard: width, height, red, green, blue and opacity of each pixel.
    Pixels([usize; 2], Vec<u8>),
    /// A table for the clipboard, and how many rows it has.
    Rows(String, usize),
    /// Nothing: in the person's words why.
    Failed(String),
}

/// An export under way.
pub struct Exporting {
    /// What it is called.
    pub name: String,
    result: Receiver<Made>,
    /// How far it has come, and whether it was given up.
    pub progress: Arc<Progress>,
}

impl Session {
    /// Says that a file could not be written, and why.
    pub(super) fn not_saved(&self, path: &Path, why: &str) -> String {
        self.words.tf("not-saved", &[("file", file_name(path).into()), ("why", why.into())])
    }

    /// Gives what is shown to whoever takes it away.
    pub fn with_shown<T>(&self, take: impl FnOnce(Shown<'_>) -> T) -> T {
        let answer = self.answer();
        let (columns, event_columns) = (self.settings.shown_columns(), self.settings.shown_event_columns());
        take(Shown {
            scene: self.scene(&answer),
            rows: self.rows(),
            order: &self.view.order,
            columns: &columns,
            events: self.events(),
            event_order: &self.view.event_order,
            event_columns: &event_columns,
            today: self.today().exact(),
            progress: None,
        })
    }

    /// How pictures are drawn: as the view shows them.
    pub fn picture_look(&self, look: PictureLook) -> Look {
        let measure = match self.view.measure {
            Measure::Money => Length::Money,
            Measure::Whole => Length::Whole,
            Measure::Projects => Length::Projects,
        };
        let lanes = match self.view.lanes {
            LaneOrder::Theme => LanesBy::Theme,
            LaneOrder::Implementer => LanesBy::Implementer,
            LaneOrder::Start => LanesBy::Start,
            LaneOrder::End => LanesBy::End,
        };
        Look {
            dark: look.dark,
            width: look.width,
            measure,
            lanes,
            units: self.view.units_by,
            cut_by: self.view.cut_by,
            ..Look::default()
        }
    }

    /// The picture that the shown view is about; none of tables and of an empty set.
    pub fn shown_picture(&self) -> Option<PictureOf> {
        let of = match self.view.tab {
            Tab::Timeline => PictureOf::Timeline,
            Tab::Plots if self.view.units => PictureOf::Units,
            Tab::Overview | Tab::Plots => PictureOf::Bars(By::Theme),
            Tab::Questions => match self.view.question {
                Question::Reported => {
                    let first = || comparable_total(&self.document.portfolio).map(|total| total.id.clone());
                    PictureOf::Bridge(self.view.total.clone().or_else(first)?)
                }
                Question::CutShort => PictureOf::CutShort,
                Question::Continuity => PictureOf::Continuity,
                Question::Request => return None,
            },
            Tab::Projects | Tab::Events | Tab::Sources => return None,
        };
        (!self.answer().rows.is_empty()).then_some(of)
    }

    /// A name for a file of what is shown.
    fn export_name(&self, export: &Export) -> String {
        let of = match export {
            Export::Table(_) | Export::Iati if self.view.tab == Tab::Events => self.words.t("tab-events"),
            Export::Table(_) | Export::Iati => self.words.t("tab-projects"),
            Export::Svg(of, _) | Export::Png(of, ..) => self.with_shown(|shown| of.name(shown)),
            Export::Pdf(_) | Export::Html => self.words.t("take-report-name"),
            Export::Template => return self.words.t("take-template-name"),
        };
        format!("atalaya-{}-{}.{}", slug(&of), self.today().date(), export.extension())
    }

    pub(super) fn take_out(&mut self, step: TakeOut) {
        match step {
            TakeOut::Ask(export) => self.export(export),
            TakeOut::To(export, path) => self.export_to(export, path),
            TakeOut::Copy(of, look) => self.copy_picture(of, look),
        }
    }

    /// Asks where to save an export.
    pub(super) fn export(&mut self, export: Export) {
        if self.is_making() {
            return;
        }
        let name = self.export_name(&export);
        self.panel = None;
        self.effects.push(Effect::SaveExport(export, name));
    }

    /// Makes a file of what is shown, on a worker.
    pub(super) fn export_to(&mut self, export: Export, path: PathBuf) {
        let name = file_name(&path);
        self.make(name, move |session, progress| match written(&export, &path, session, progress) {
            Ok(left) => Made::File(path, left),
            Err(why) => Made::Failed(session.not_saved(&path, &why)),
        });
    }

    /// Puts a picture on the clipboard.
    fn copy_picture(&mut self, of: PictureOf, look: PictureLook) {
        let name = self.with_shown(|shown| of.name(shown));
        self.make(name, move |session, _| {
            let drawn = session.with_shown(|shown| picture(&of, shown, session.picture_look(look)));
            match drawn.map(|drawn| pixels(&drawn, 2.0)) {
                Some(Ok(made)) => Made::Pixels([made.width as usize, made.height as usize], made.rgba),
                Some(Err(undrawn)) => Made::Failed(undrawn.told(&session.words)),
                None => Made::Failed(session.words.t("take-nothing-drawn")),
            }
        });
    }

    /// Opens the shown view as a page in the browser, for a screen reader's own keys.
    pub(super) fn open_page(&mut self) {
        let part = match self.view.tab {
            Tab::Overview => None,
            Tab::Projects => Some(Part::Projects),
            Tab::Events => Some(Part::Events),
            Tab::Timeline => Some(Part::Timeline),
            Tab::Plots => Some(Part::Plots),
            Tab::Questions => Some(match self.view.question {
                Question::Reported => Part::Reported,
                Question::CutShort => Part::CutShort,
                Question::Continuity => Part::Continuity,
                Question::Request => Part::Missing,
            }),
            Tab::Sources => Some(Part::Missing),
        };
        let name = self.words.t("verb-open-page");
        let Some(path) = self.world.page_path() else {
            let text = self.words.t("dialog-none");
            return self.tell(true, text);
        };
        self.make(name, move |session, progress| {
            let parts = part.map_or_else(|| Part::ALL.to_vec(), |part| vec![Part::Figures, part, Part::Method]);
            let page = html(session, parts, progress);
            match session.world.write(&path, &page) {
                Ok(()) => Made::Page(path),
                Err(error) => Made::Failed(session.not_saved(&path, &NotSaved::of(&error).why(&session.words))),
            }
        });
    }

    /// Whether something is being made; says so. One thing is made at a time: what is under way is not to end unheard.
    pub(super) fn is_making(&mut self) -> bool {
        let Some(busy) = &self.exporting else { return false };
        let text = self.words.tf("taken-busy", &[("name", busy.name.as_str().into())]);
        self.tell(true, text);
        true
    }

    /// Makes something on a worker, unless another thing is being made.
    pub(super) fn make(&mut self, name: String, make: impl FnOnce(&Session, &Progress) -> Made + Send + 'static) {
        if self.is_making() {
            return;
        }
        let progress = Arc::new(Progress::default());
        let told = Arc::clone(&progress);
        let (still, wake) = (self.still(), Arc::clone(&self.wake));
        let (sender, result) = channel();
        let work = move || {
            let session = still.session();
            let _ = sender.send(make(&session, &told));
            wake();
        };
        match self.workers.start("export", Arc::clone(&self.wake), work) {
            Ok(()) => self.exporting = Some(Exporting { name, result, progress }),
            Err(error) => self.tell(true, error.to_string()),
        }
    }

    /// Gives up what is being exported: what its worker makes is dropped, and no file is changed any more.
    pub(super) fn cancel_export(&mut self) {
        if let Some(exporting) = self.exporting.take() {
            exporting.progress.cancel();
            let text = self.words.tf("take-cancelled", &[("name", exporting.name.into())]);
            self.tell(false, text);
        }
    }

    /// Takes what a worker made.
    pub(super) fn take_exported(&mut self) {
        let Some(exporting) = &self.exporting else { return };
        let made = match exporting.result.try_recv() {
            Ok(made) => made,
            Err(std::sync::mpsc::TryRecvError::Empty) => return,
            // A worker that ends without a word failed.
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Made::Failed(self.words.t("take-failed")),
        };
        let name = std::mem::take(&mut self.exporting).map(|exporting| exporting.name).unwrap_or_default();
        match made {
            Made::File(path, left) => {
                let args = [("file", path.display().to_string().into()), ("left", left.join(" ").into())];
                let text = self.words.tf("taken-file", &args);
                self.tell(false, text.trim_end().to_owned());
            }
            Made::Portfolio(path) => self.open(path),
            Made::Page(path) => {
                let address = format!("file://{}", path.display().to_string().replace('\\', "/").replace(' ', "%20"));
                self.effects.push(Effect::Visit(address));
                let text = self.words.tf("taken-page", &[("file", path.display().to_string().into())]);
                self.tell(false, text);
            }
            Made::Pixels(size, rgba) => {
                self.effects.push(Effect::CopyPixels(size, rgba));
                let text = self.words.tf("taken-picture", &[("name", name.into())]);
                self.tell(false, text);
            }
            Made::Rows(text, rows) => {
                // How many went there is said where it is put on the clipboard.
                self.effects.push(Effect::CopyRows(text, rows));
            }
            Made::Failed(why) => self.tell(true, why),
        }
    }
}
