//! What happens where something panics, while a frame is drawn or on a worker: the work is kept first, then a dialog says so
//! and offers to go on or to close. It never loops: what fails again while that dialog stands ends the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use eframe::egui::{CentralPanel, Frame, Label, Margin, Ui, accesskit};

use super::kit;
use super::theme::palette;
use crate::session::{Command, Effect, NotKept, Session, Tab, Verb};

/// How often somebody may go on after something failed; then there is only the end.
const TRIES: u32 = 3;

/// Stands between the frames and what goes wrong in them.
#[derive(Default)]
pub struct Rescue {
    failed: u32,
    stands: bool,
    /// Whether what was shown may be what failed.
    drawing: bool,
    /// Where the work was kept, if there was any; else why it could not be.
    kept: Kept,
}

/// What became of the work.
#[derive(Default)]
enum Kept {
    #[default]
    NothingUnsaved,
    At(String),
    Not(String),
}

impl Rescue {
    /// Draws a frame, or what there is to say where one failed.
    pub fn frame(
        &mut self,
        ui: &mut Ui,
        session: &mut Session,
        draw: impl FnOnce(&mut Ui, &mut Session) -> Vec<Effect>,
    ) -> Vec<Effect> {
        if self.stands {
            return self.dialog(ui, session);
        }
        if session.workers.have_failed() {
            self.keep(ui, session);
            return self.dialog(ui, session);
        }
        catch_unwind(AssertUnwindSafe(|| draw(ui, session))).unwrap_or_else(|_| {
            self.drawing = true;
            self.keep(ui, session);
            Vec::new()
        })
    }

    /// Keeps the work before anything else; the next frame says so.
    fn keep(&mut self, ui: &Ui, session: &mut Session) {
        self.failed += 1;
        self.stands = true;
        self.kept = match catch_unwind(AssertUnwindSafe(|| session.rescue_work())) {
            Ok(Ok(None)) => Kept::NothingUnsaved,
            Ok(Ok(Some(path))) => Kept::At(path),
            Ok(Err(NotKept::System(why))) => Kept::Not(why),
            Ok(Err(NotKept::Failed)) | Err(_) => Kept::Not("log.txt".to_owned()),
        };
        ui.request_repaint();
    }

    fn dialog(&mut self, ui: &mut Ui, session: &mut Session) -> Vec<Effect> {
        let mut effects = Vec::new();
        let frame = Frame::new().fill(palette(ui).ground).inner_margin(Margin::same(40));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            let words = &session.words;
            ui.set_max_width(640.0);
            let title = words.t("rescue-title");
            let heading = kit::heading(ui, &title);
            kit::tell_heading(&heading, &title, 1);
            ui.add_space(8.0);
            let kept = match &self.kept {
                Kept::NothingUnsaved => words.t("rescue-nothing-unsaved"),
                Kept::At(path) => words.tf("rescue-kept", &[("path", path.into())]),
                Kept::Not(why) => words.tf("rescue-not-kept", &[("why", why.into())]),
            };
            let label = ui.add(Label::new(kept).wrap());
            ui.accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Assertive));
            ui.add_space(4.0);
            ui.add(Label::new(words.t("rescue-log")).wrap());
            ui.add_space(14.0);
            let (go_on, close) = (words.t("rescue-go-on"), words.t("rescue-close"));
            ui.horizontal(|ui| {
                if self.failed < TRIES && ui.button(go_on).clicked() {
                    self.stands = false;
                }
                if ui.button(close).clicked() {
                    effects.push(Effect::Quit);
                }
            });
        });
        if !self.stands && std::mem::take(&mut self.drawing) {
            // What was shown may be what failed: a plain place to go on from.
            session.apply(Command::Form(None));
            session.apply(Command::ClosePanel);
            session.apply(Command::Card(None));
            session.apply(Command::Select(None));
            session.apply(Command::Show(Tab::Overview));
            if session.is_behind() {
                session.apply(Command::Do(Verb::ClearFilter));
            }
        }
        if !self.stands {
            ui.request_repaint();
        }
        effects
    }
}
