//! The eframe app: a frame = take results, draw, carry out commands; and what only the process can do: the file
//! dialog, the end.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{self, Context, Ui, ViewportBuilder, ViewportCommand, Visuals};

use crate::session::{Command, Effect, RealWorld, Session};
use crate::ui;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoWindow(String);

/// Opens the window, on a file where one is given, and returns when it is closed.
pub fn run(file: Option<PathBuf>) -> Result<(), NoWindow> {
    let start = |cc: &eframe::CreationContext<'_>| Ok(create(&cc.egui_ctx, file));
    eframe::run_native("Atalaya", options(), Box::new(start)).map_err(|error| NoWindow(error.to_string()))
}

/// How the window is asked for.
pub fn options() -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title("Atalaya")
        .with_app_id("org.atalaya.Atalaya")
        .with_inner_size([1366.0, 768.0])
        .with_min_inner_size([800.0, 560.0])
        .with_drag_and_drop(true);
    eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() }
}

/// The app that draws the window.
pub fn create(ctx: &Context, file: Option<PathBuf>) -> Box<dyn eframe::App> {
    Box::new(App::new(ctx, file))
}

struct App {
    session: Session,
    title: String,
    picked: Receiver<PathBuf>,
    pick: Sender<PathBuf>,
}

impl App {
    fn new(ctx: &Context, file: Option<PathBuf>) -> Self {
        ui::theme::install(ctx);
        // The size of text is a setting of ours, kept between starts.
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // Where the system does not say which it is in.
            options.fallback_theme = egui::Theme::Light;
        });
        let mut session = Session::new(Arc::new(RealWorld::new()));
        let waking = ctx.clone();
        session.wake = Arc::new(move || waking.request_repaint());
        if let Some(file) = file {
            session.apply(Command::Open(file));
        }
        let (pick, picked) = channel();
        Self { session, title: String::new(), picked, pick }
    }

    /// Asks for a file without holding the window up.
    fn pick_file(&mut self, ctx: &Context) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(self.session.words.t("dialog-open-title"))
            .add_filter(self.session.words.t("dialog-portfolios"), &["ron"])
            .add_filter(self.session.words.t("dialog-all-files"), &["*"]);
        // macOS wants the dialog made on the main thread; waiting for it can be done anywhere.
        let answer = dialog.pick_file();
        let (pick, ctx) = (self.pick.clone(), ctx.clone());
        let wait = move || {
            if let Some(file) = pollster::block_on(answer) {
                let _ = pick.send(file.path().to_owned());
                ctx.request_repaint();
            }
        };
        // Without a thread there is no dialog; dropping a file on the window still opens it.
        let _ = std::thread::Builder::new().name("file dialog".to_owned()).spawn(wait);
    }

    fn follow_title(&mut self, ctx: &Context) {
        let portfolio = self.session.document.portfolio.header.title.show(self.session.words.lang());
        let file = self.session.document.origin.path().and_then(|path| path.file_name());
        let shown = file.map_or_else(|| portfolio.to_owned(), |file| file.to_string_lossy().into_owned());
        let title = if shown.is_empty() { "Atalaya".to_owned() } else { format!("{shown} – Atalaya") };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        while let Ok(path) = self.picked.try_recv() {
            self.session.apply(Command::Open(path));
        }
        for effect in ui::frame(ui, &mut self.session) {
            match effect {
                Effect::PickFile => self.pick_file(ui.ctx()),
                Effect::Quit => ui.send_viewport_cmd(ViewportCommand::Close),
                Effect::Copy(_) | Effect::Visit(_) | Effect::FocusSearch | Effect::NextPane => {}
            }
        }
        self.follow_title(ui.ctx());
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        egui::Rgba::from(visuals.panel_fill).to_array()
    }
}
