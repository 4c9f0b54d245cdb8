//! The eframe app: a frame = take results, draw, carry out commands; and what only the process can do: the file
//! dialog, the end. How a window comes to be drawn at all is in `app/start.rs`.

mod displays;
mod place;
mod probe;
mod reached;
mod renderer;
mod start;
mod starts;
mod way;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use eframe::egui::{self, Context, Rect, Ui, ViewportBuilder, ViewportCommand, Visuals};

use self::place::Place;
use self::reached::Watch;
pub use self::start::start;
use crate::session::{
    Bring, Command, CompareWith, Effect, Export, Holds, Notice, RealWorld, SaveFile, Session, TakeOut, ToSave, Verb,
};
use crate::ui::{self, rescue::Rescue};

/// A dialog that is gone sooner was never there.
const FASTEST: Duration = Duration::from_millis(250);

/// Whether a window opens without the settings that were kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Clean {
    #[default]
    No,
    /// The person asked for it.
    Asked,
    /// The last starts were not finished.
    Failed,
}

/// What a window begins with.
#[derive(Debug, Default)]
struct Start {
    file: Option<PathBuf>,
    clean: Clean,
    /// Whether it opens in place of one whose display was lost.
    again: bool,
    watch: Option<Watch>,
}

/// Shows the window until it is closed; else why there is none.
fn show(start: Start) -> Result<(), eframe::Error> {
    renderer::listen();
    let place = if start.clean == Clean::No { Place::load(&RealWorld::new()) } else { Place::default() };
    let create = |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let mut app = App::new(&cc.egui_ctx, start, place, place::screens(cc));
        app.session.renderer = renderer::found(cc.gl.as_deref());
        Ok(Box::new(app))
    };
    eframe::run_native("Atalaya", options_at(place), Box::new(create))
}

/// How the window is asked for at a first start.
pub fn options() -> eframe::NativeOptions {
    options_at(Place::default())
}

fn options_at(place: Place) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title("Atalaya")
        .with_app_id("org.atalaya.Atalaya")
        .with_icon(icon())
        .with_drag_and_drop(true);
    eframe::NativeOptions { viewport: place.ask(viewport), renderer: eframe::Renderer::Glow, ..Default::default() }
}

/// The icon of the window. macOS takes a sharper one from the bundle.
fn icon() -> egui::IconData {
    if cfg!(target_os = "macos") {
        return egui::IconData::default();
    }
    let pixels = include_bytes!("../assets/icon/atalaya-128.png");
    eframe::icon_data::from_png_bytes(pixels).unwrap_or_default()
}

/// The app that draws the window.
pub fn create(ctx: &Context, file: Option<PathBuf>) -> Box<dyn eframe::App> {
    Box::new(App::new(ctx, Start { file, ..Start::default() }, Place::default(), Vec::new()))
}

struct App {
    session: Session,
    /// Where the window stands is kept here at the end.
    world: Arc<RealWorld>,
    watch: Option<Watch>,
    place: Place,
    /// The screens that the window has to fit, until it does.
    screens: Option<Vec<Rect>>,
    closed: bool,
    title: String,
    chosen: Receiver<Command>,
    choose: Sender<Command>,
    /// Whether the window may close: what becomes of unsaved work is known.
    closing: bool,
    rescue: Rescue,
}

impl App {
    fn new(ctx: &Context, start: Start, place: Place, screens: Vec<Rect>) -> Self {
        ui::theme::install(ctx);
        // The size of text is a setting of ours, kept between starts.
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // Where the system does not say which it is in.
            options.fallback_theme = egui::Theme::Light;
        });
        let mut world = RealWorld::new();
        let aside = if start.clean == Clean::No { None } else { world.put_settings_aside() };
        let world = Arc::new(world);
        let mut session = Session::new(Arc::<RealWorld>::clone(&world));
        let waking = ctx.clone();
        session.wake = Arc::new(move || waking.request_repaint());
        session.way = start.watch.as_ref().map(|watch| watch.way().name());
        session.look_for_work();
        say_how_it_started(&mut session, &start, aside);
        if let Some(file) = start.file.filter(|_| start.clean == Clean::No) {
            session.apply(Command::Open(file));
        }
        let (choose, chosen) = channel();
        Self {
            session,
            world,
            watch: start.watch,
            place,
            screens: Some(screens),
            closed: false,
            title: String::new(),
            chosen,
            choose,
            closing: false,
            rescue: Rescue::default(),
        }
    }

    /// Brings the window onto the screens that are there, follows it, and says that it stands.
    fn follow_window(&mut self, ctx: &Context) {
        if let Some(watch) = &mut self.watch {
            watch.frame(ctx);
        }
        // In the first frame the size of text and the screen are not known yet.
        if ctx.cumulative_frame_nr() == 0 {
            return;
        }
        match self.screens.take() {
            Some(screens) => self.place.fit(ctx, &screens),
            None => self.place.follow(ctx),
        }
    }

    /// Keeps what is to be kept, once.
    fn close(&mut self) {
        if std::mem::replace(&mut self.closed, true) {
            return;
        }
        if let Some(watch) = &mut self.watch {
            watch.set_open(self.session.document.origin.path().map(ToOwned::to_owned));
            self.place.keep(&self.world);
        }
        self.session.close();
    }

    /// Asks for a portfolio.
    fn pick_file(&self, ctx: &Context) {
        let title = self.session.words.t("dialog-open-title");
        let dialog = self.dialog(&title, &self.session.words.t("dialog-portfolios"), "ron");
        self.ask(ctx, dialog.pick_file(), Command::NoDialog, Command::Open);
    }

    /// Asks for a file of another format.
    fn pick_to_bring(&self, ctx: &Context) {
        let words = &self.session.words;
        let all = words.t("dialog-all-files");
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(words.t("bring-title"))
            .add_filter(
                words.t("dialog-data"),
                &["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "xml", "json", "html"],
            )
            .add_filter(all, &["*"]);
        self.ask(ctx, dialog.pick_file(), Command::NoDialog, |path| Command::Bring(Bring::File(path)));
    }

    /// Asks for a file that says which column of a table is which field.
    fn pick_mapping(&self, ctx: &Context) {
        let words = &self.session.words;
        let dialog = self.dialog(&words.t("bring-open-mapping"), &words.t("bring-columns"), "ron");
        self.ask(ctx, dialog.pick_file(), Command::NoDialog, |path| Command::Bring(Bring::MappingOf(path)));
    }

    /// Asks where to save what is brought in: so many records are a file first.
    fn save_brought(&self, ctx: &Context, name: &str) {
        let title = self.session.words.t("dialog-save-title");
        let dialog = self.dialog(&title, &self.session.words.t("dialog-portfolios"), "ron").set_file_name(name);
        self.ask(ctx, dialog.save_file(), Command::AskForName(ToSave::Brought, name.to_owned()), |path| {
            Command::Bring(Bring::To(path))
        });
    }

    /// Asks where to save an export.
    fn save_export(&self, ctx: &Context, export: Export, name: &str) {
        let ending = export.extension();
        let dialog = self.dialog(&self.session.words.t("dialog-save-title"), ending, ending).set_file_name(name);
        let without = Command::AskForName(ToSave::Export(export.clone()), name.to_owned());
        self.ask(ctx, dialog.save_file(), without, |path| Command::Take(TakeOut::To(export, path)));
    }

    /// Asks for a portfolio to hold beside the open one.
    fn pick_to_compare(&self, ctx: &Context) {
        let title = self.session.words.t("dialog-compare-title");
        let dialog = self.dialog(&title, &self.session.words.t("dialog-portfolios"), "ron");
        let compare = |path| Command::Compare(CompareWith::File(path));
        self.ask(ctx, dialog.pick_file(), Command::NoDialog, compare);
    }

    /// Asks for a colleague's layer of notes.
    fn pick_notes(&self, ctx: &Context) {
        let title = self.session.words.t("dialog-notes-title");
        let dialog = self.dialog(&title, &self.session.words.t("dialog-notes"), "ron");
        self.ask(ctx, dialog.pick_file(), Command::NoDialog, Command::MergeNotes);
    }

    /// Asks where to save a text.
    fn save_file(&self, ctx: &Context, SaveFile { name, text }: SaveFile) {
        let ending = name.rsplit_once('.').map_or("txt", |(_, ending)| ending).to_owned();
        let dialog = self.dialog(&self.session.words.t("dialog-save-title"), &ending, &ending).set_file_name(&name);
        let without = Command::AskForName(ToSave::Text(text.clone()), name);
        self.ask(ctx, dialog.save_file(), without, |path| Command::Write { path, text });
    }

    /// Asks where to save the portfolio.
    fn save_portfolio(&self, ctx: &Context, name: &str) {
        let title = self.session.words.t("dialog-save-title");
        let dialog = self.dialog(&title, &self.session.words.t("dialog-portfolios"), "ron").set_file_name(name);
        self.ask(ctx, dialog.save_file(), Command::AskForName(ToSave::Portfolio, name.to_owned()), Command::SaveAs);
    }

    fn dialog(&self, title: &str, kind: &str, ending: &str) -> rfd::AsyncFileDialog {
        let all = self.session.words.t("dialog-all-files");
        rfd::AsyncFileDialog::new().set_title(title).add_filter(kind, &[ending]).add_filter(all, &["*"])
    }

    /// Waits for a dialog without holding the window up; what was chosen becomes a command.
    fn ask<F>(
        &self,
        ctx: &Context,
        answer: F,
        without: Command,
        command: impl FnOnce(PathBuf) -> Command + Send + 'static,
    ) where
        F: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    {
        // macOS wants the dialog made on the main thread; waiting for it can be done anywhere.
        let (choose, ctx) = (self.choose.clone(), ctx.clone());
        let wake = Arc::clone(&self.session.wake);
        let wait = move || {
            let asked = Instant::now();
            let chosen = match pollster::block_on(answer) {
                Some(file) => Some(command(file.path().to_owned())),
                // Nobody closes a dialog that fast: the system has none to show.
                None if asked.elapsed() < FASTEST => Some(without),
                None => None,
            };
            if let Some(command) = chosen {
                let _ = choose.send(command);
                ctx.request_repaint();
            }
        };
        // Without a thread there is no dialog; dropping a file on the window still opens it.
        let _ = self.session.workers.start("file dialog", wake, wait);
    }

    fn follow_title(&mut self, ctx: &Context) {
        let shown = self.session.document.name(&self.session.words);
        let mark = if self.session.is_modified() { "• " } else { "" };
        let title = if shown.is_empty() { "Atalaya".to_owned() } else { format!("{mark}{shown} – Atalaya") };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        while let Ok(command) = self.chosen.try_recv() {
            self.session.apply(command);
        }
        if ui.input(|input| input.viewport().close_requested()) && !self.closing && self.session.is_modified() {
            // Whoever closes the window is asked first what becomes of unsaved work.
            ui.send_viewport_cmd(ViewportCommand::CancelClose);
            self.session.apply(Command::Do(Verb::Quit));
        }
        for effect in self.rescue.frame(ui, &mut self.session, ui::frame) {
            match effect {
                Effect::PickFile => self.pick_file(ui.ctx()),
                Effect::PickToCompare => self.pick_to_compare(ui.ctx()),
                Effect::PickToBring => self.pick_to_bring(ui.ctx()),
                Effect::PickMapping => self.pick_mapping(ui.ctx()),
                Effect::SaveBrought(name) => self.save_brought(ui.ctx(), &name),
                Effect::SaveExport(export, name) => self.save_export(ui.ctx(), export, &name),
                Effect::PickNotes => self.pick_notes(ui.ctx()),
                Effect::Save(file) => self.save_file(ui.ctx(), file),
                Effect::SavePortfolio(name) => self.save_portfolio(ui.ctx(), &name),
                Effect::Quit => {
                    self.closing = true;
                    ui.send_viewport_cmd(ViewportCommand::Close);
                }
                Effect::Paste => ui.send_viewport_cmd(ViewportCommand::RequestPaste),
                Effect::Copy(_)
                | Effect::CopyRows(..)
                | Effect::CopyPixels(..)
                | Effect::Visit(_)
                | Effect::FocusSearch
                | Effect::FocusCutoff
                | Effect::FocusMenus
                | Effect::FocusView
                | Effect::NextPane
                | Effect::PreviousPane => {}
            }
        }
        self.follow_title(ui.ctx());
        self.follow_window(ui.ctx());
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.close();
        if let Some(watch) = &mut self.watch {
            watch.finish();
        }
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        egui::Rgba::from(visuals.panel_fill).to_array()
    }
}

impl Drop for App {
    /// Where the window was taken away by a panic of what draws it, there was no end in order.
    fn drop(&mut self) {
        let _ = catch_unwind(AssertUnwindSafe(|| self.close()));
    }
}

/// Says what is not as at other starts.
fn say_how_it_started(session: &mut Session, start: &Start, aside: Option<PathBuf>) {
    let words = &session.words;
    let mut said: Vec<String> = start.again.then(|| words.t("start-reopened")).into_iter().collect();
    match start.clean {
        Clean::No => {}
        Clean::Asked => said.push(words.t("start-clean-asked")),
        Clean::Failed => said.push(words.t("start-clean-failed")),
    }
    said.extend(aside.map(|path| words.tf("start-settings-kept", &[("path", path.display().to_string().into())])));
    if !said.is_empty() {
        session.notices.push(Notice { text: said.join(" "), failure: false, offers: None, holds: Holds::Always });
    }
}
