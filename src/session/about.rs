//! What the program says of itself and of the machine, for people who report a fault: nothing of the records but how
//! many there are, and no name of a file or person.

use std::path::PathBuf;

use super::state::Session;

/// Where things are kept on this machine; `None` where there is no such place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The file of the settings.
    pub settings: Option<PathBuf>,
    /// The folder of the notes.
    pub notes: Option<PathBuf>,
    /// The folder of work that is not saved yet.
    pub recovery: Option<PathBuf>,
    /// The file of the log.
    pub log: Option<PathBuf>,
}

/// What draws the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renderer {
    /// As the driver calls itself.
    pub name: String,
    /// Whether it is known to draw by the processor, without a graphics card.
    pub by_processor: bool,
}

impl Session {
    /// Where things are kept, each under the key of its name.
    pub fn places(&self) -> [(&'static str, Option<PathBuf>); 4] {
        let Places { settings, notes, recovery, log } = self.world.places();
        [("about-settings", settings), ("about-notes", notes), ("about-recovery", recovery), ("about-log", log)]
    }

    fn drawn_by(&self, renderer: &Renderer) -> String {
        if renderer.by_processor {
            return self.words.tf("about-by-processor", &[("name", renderer.name.as_str().into())]);
        }
        renderer.name.clone()
    }

    /// The report of the system, a line each. `scale` is how many pixels a point has, `size` the window in points.
    pub fn system_report(&self, scale: f32, size: [f32; 2]) -> String {
        let (words, portfolio) = (&self.words, &self.document.portfolio);
        let unknown = || words.t("about-not-known");
        let [width, height] = size;
        let window = format!("{width:.0} × {height:.0}, {}", words.decimal(f64::from(scale), 2));
        let language = words.lang().code().to_owned();
        let records = [portfolio.projects.len(), portfolio.events.len(), portfolio.sources.len()];
        let [projects, events, sources] = records.map(|count| words.int(i64::try_from(count).unwrap_or(i64::MAX)));
        let lines = [
            ("about-version", env!("CARGO_PKG_VERSION").to_owned()),
            ("about-system", system_name()),
            ("about-renderer", self.renderer.as_ref().map_or_else(unknown, |renderer| self.drawn_by(renderer))),
            ("about-way", self.way.map_or_else(unknown, str::to_owned)),
            ("about-window", window),
            ("about-text-size", format!("{} %", self.settings.text_percent)),
            ("about-colours", words.t(self.settings.theme.message())),
            ("about-language", language),
            ("about-records", format!("{projects} / {events} / {sources}")),
            ("about-problems", words.int(i64::try_from(self.document.problems.len()).unwrap_or(i64::MAX))),
        ];
        let lines = lines.map(|(key, value)| format!("{}: {value}\n", words.t(key)));
        format!("Atalaya\n{}", lines.concat())
    }
}

/// The system, as it names itself where it does so in a file.
fn system_name() -> String {
    let kind = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let release = std::fs::read_to_string("/etc/os-release").ok();
    let named = release.as_deref().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
        Some(line.trim_matches('"').to_owned())
    });
    named.map_or(kind.clone(), |name| format!("{name} ({kind})"))
}
