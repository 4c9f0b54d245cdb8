//! Frames of the window over many records: what the window's thread works for taking results, layout and tessellation,
//! without filling pixels, while nothing changes and while a person types.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use atalaya::model::Lang;
use atalaya::session::{Command, RealWorld, Session, Tab};
use atalaya::ui;
use eframe::egui::{self, RawInput, Rect, pos2, vec2};

use super::{ms, quantile};

const TABS: [(&str, Tab); 5] = [
    ("overview", Tab::Overview),
    ("projects", Tab::Projects),
    ("events", Tab::Events),
    ("timeline", Tab::Timeline),
    ("plots", Tab::Plots),
];

/// How long this thread has been on a core: what disturbs the machine is not counted. The clock where that is not told.
fn worked() -> Duration {
    #[cfg(unix)]
    {
        use rustix::time::{ClockId, clock_gettime};
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
    }
    #[cfg(not(unix))]
    {
        static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
        START.elapsed()
    }
}

struct Window {
    context: egui::Context,
    session: Session,
    time: f64,
}

impl Window {
    /// One frame, and how much of a core it took; whether another is asked for at once.
    fn frame(&mut self) -> (Duration, bool) {
        self.time += 0.02;
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 690.0)));
        let input = RawInput { screen_rect, time: Some(self.time), ..RawInput::default() };
        let before = worked();
        self.session.take_results();
        let session = &mut self.session;
        let mut output = self.context.run_ui(input, |ui| drop(ui::frame(ui, session)));
        output.textures_delta.clear();
        let again = output.viewport_output.values().any(|view| view.repaint_delay < Duration::from_millis(20));
        black_box(self.context.tessellate(output.shapes, 1.0));
        (worked().saturating_sub(before), again)
    }

    /// Draws until the workers are done and nothing moves; gives the longest frame.
    fn settle(&mut self) -> Duration {
        self.frames_until_still().into_iter().max().unwrap_or_default()
    }

    fn frames_until_still(&mut self) -> Vec<Duration> {
        let (mut still, mut frames) = (0, Vec::new());
        while still < 25 {
            let (took, again) = self.frame();
            frames.push(took);
            still = if again || self.session.is_behind() { 0 } else { still + 1 };
            std::thread::sleep(Duration::from_millis(4));
        }
        frames
    }
}

/// Draws while a file is opened: which frames were long, and what they showed, tells where the window was held up.
fn while_opening(window: &mut Window) -> Duration {
    let mut longest: Vec<(Duration, &str)> = Vec::new();
    while window.session.opening.is_some() {
        let before = window.session.document.partial;
        let (took, _) = window.frame();
        let when = match (before, window.session.document.partial, window.session.opening.is_some()) {
            (false, true, _) => "the first part came",
            (_, true, _) => "the first part stood",
            (_, false, true) => "what was open before stood",
            (_, false, false) => "the whole came",
        };
        longest.push((took, when));
        std::thread::sleep(Duration::from_millis(4));
    }
    longest.extend(window.frames_until_still().into_iter().map(|took| (took, "the whole stood")));
    longest.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    for (took, when) in longest.iter().take(5) {
        println!("# {:.1} ms: {when}", ms(*took));
    }
    longest.first().map_or(Duration::ZERO, |(took, _)| *took)
}

pub fn frames(file: &Path) {
    let context = egui::Context::default();
    ui::theme::install(&context);
    context.set_theme(egui::Theme::Light);
    let mut session = Session::new(Arc::new(RealWorld::without_home()));
    session.apply(Command::Language(Lang::Es));
    session.apply(Command::Open(file.to_owned()));
    let mut window = Window { context, session, time: 0.0 };
    println!("frame_longest_while_opening_ms={:.3}", ms(while_opening(&mut window)));
    for (name, tab) in TABS {
        window.session.apply(Command::Show(tab));
        window.settle();
        // Figures of many records come from workers: frames are measured once they are there.
        std::thread::sleep(Duration::from_millis(200));
        window.settle();
        let mut times: Vec<Duration> = (0..60).map(|_| window.frame().0).collect();
        println!("frame_{name}_ms={:.3}", ms(quantile(&mut times, 50)));
    }
    let mut longest = Vec::new();
    for (name, tab) in TABS {
        window.session.apply(Command::Show(tab));
        window.settle();
        for text in ["t", "tr", "tra", "trabajo", "trab", "theme:osh", "theme:osh active:2022", "d", ""] {
            let before = worked();
            window.session.apply(Command::Type(text.to_owned()));
            let applied = worked().saturating_sub(before);
            longest.push((applied + window.frame().0).max(window.settle()));
        }
        println!("frame_longest_while_typing_{name}_ms={:.3}", ms(longest.iter().max().copied().unwrap()));
        longest.clear();
    }
}
