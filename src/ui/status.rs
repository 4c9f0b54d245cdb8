//! The lower edge: the totals, what is being done, what waits; and for whoever only hears it, how far that has come.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{Id, Label, Rect, RichText, Sense, TextStyle, Ui, Vec2, WidgetInfo, accesskit};

use super::theme::{self, palette};
use super::{is_low, kit, sentence};
use crate::figure;
use crate::format::{Progress, Stage};
use crate::i18n::Words;
use crate::session::{Command, Session, Verb};

fn copied_id() -> Id {
    Id::unique("atalaya copied last")
}

/// What was copied just now, in words, and when.
type Copied = (String, f64);

/// Something was copied just now; said with these words.
pub fn say_copied(ui: &Ui, said: String) {
    let now = ui.input(|input| input.time);
    ui.data_mut(|data| data.insert_temp::<Copied>(copied_id(), (said, now)));
    // What a worker made comes after the lower edge was drawn.
    ui.request_repaint();
}

/// Says for a while that something was copied.
fn copied(ui: &Ui) -> Option<String> {
    const SAID: f64 = 3.0;
    let (said, last) = ui.data_mut(|data| data.get_temp::<Copied>(copied_id()))?;
    let left = SAID - (ui.input(|input| input.time) - last);
    if left <= 0.0 {
        ui.data_mut(|data| data.remove_temp::<Copied>(copied_id()));
        return None;
    }
    ui.request_repaint_after(Duration::from_secs_f64(left));
    Some(said)
}

/// Draws the lower edge, everything in one row where that has room; else what is being done stands in a row of its own, and
/// nothing is cut. In a low window it says only what is being done and what waits: [`totals`] stand below the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    tell(ui, session);
    let states = states(ui, session);
    if is_low(ui.ctx()) {
        return row_of(ui, &states, out);
    }
    let line = figure::money_line(&session.answer(), session.names());
    let sources = sources(session);
    let so_far_width = sentence::so_far(session).map_or(0.0, |so_far| kit::width_in(ui, &so_far, TextStyle::Body));
    let told = so_far_width + sentence::line_width(ui, &line);
    let width = |passes: bool| -> f32 {
        let meant = states.iter().filter(|state| state.live == passes);
        meant.map(|state| kit::width_in(ui, &state.text, state.style()) + GAP).sum()
    };
    let (sources_width, passing, staying) = (kit::width_in(ui, &sources, TextStyle::Body), width(true), width(false));
    let room = ui.available_width() - told - staying - 2.0 * GAP;
    if room < sources_width.max(passing) {
        totals(ui, session, out);
        return row_of(ui, &states, out);
    }
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        so_far(ui, session);
        ui.scope(|ui| sentence::line(ui, &line, session, out));
        // How wide it is is known: the first frame needs not be laid out twice.
        let shown = if room >= sources_width + passing { sources_width } else { -GAP };
        ui.add_space((ui.available_width() - staying - passing - shown).max(0.0));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            // What comes and goes stands first, so that the rest stays where it is; what is told for a moment may take the
            // place of the sources, so that no line is added for it.
            show_all(ui, &states, out);
            if shown > 0.0 {
                ui.add(Label::new(RichText::new(&sources).color(palette(ui).soft)).extend());
            }
        });
    });
}

/// Between two things that are told side by side, in points.
const GAP: f32 = 14.0;

/// What is being done and what waits, in as many lines as it takes; no room where nothing is told.
fn row_of(ui: &mut Ui, states: &[State], out: &mut Vec<Command>) {
    if !states.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            show_all(ui, states, out);
        });
    }
}

fn show_all(ui: &mut Ui, states: &[State], out: &mut Vec<Command>) {
    for state in states {
        state.show(ui, out);
    }
}

/// The totals, how many sources there are and what the unit means: in as many lines as it takes.
pub fn totals(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        so_far(ui, session);
        sentence::line(ui, &figure::money_line(&session.answer(), session.names()), session, out);
        ui.add_space(12.0);
        let sources = sources(session);
        // Within a row it begins a new one rather than breaking in its middle.
        if ui.available_size_before_wrap().x < kit::text_width(ui, &sources) {
            ui.end_row();
        }
        kit::soft(ui, sources);
    });
}

/// That the totals are those of what was read so far.
fn so_far(ui: &mut Ui, session: &Session) {
    if let Some(so_far) = sentence::so_far(session) {
        kit::soft(ui, so_far.trim_end());
    }
}

/// How many sources there are, and what the unit of money means.
fn sources(session: &Session) -> String {
    let count = session.document.portfolio.sources.len();
    let text = if session.document.partial {
        session.words.t("status-sources-later")
    } else {
        session.words.tf("status-sources", &[("n", count.into())])
    };
    if session.document.portfolio.currency() == crate::model::Currency::USD {
        return format!("{text}  ·  {}", session.words.t("status-unit"));
    }
    text
}

/// One thing that is told at the lower edge: words, or words that do something.
struct State {
    text: String,
    does: Option<Command>,
    /// Whether a screen reader says it as it comes.
    live: bool,
}

impl State {
    fn told(text: String) -> Self {
        Self { text, does: None, live: false }
    }

    fn that_does(text: String, does: Command) -> Self {
        Self { text, does: Some(does), live: false }
    }

    fn style(&self) -> TextStyle {
        if self.does.is_some() { TextStyle::Body } else { theme::strong() }
    }

    fn show(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        if let Some(does) = &self.does {
            if kit::link(ui, &self.text, self.style()).clicked() {
                out.push(does.clone());
            }
            return;
        }
        let label = ui.add(Label::new(RichText::new(&self.text).text_style(self.style())).extend());
        if self.live {
            ui.accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
        }
    }
}

/// What was done just now, what is being done, and what waits.
fn states(ui: &Ui, session: &Session) -> Vec<State> {
    let words = &session.words;
    let mut states: Vec<State> = copied(ui).map(|text| State { live: true, ..State::told(text) }).into_iter().collect();
    if let Some(exporting) = &session.exporting {
        ui.request_repaint_after(LOOKED_AGAIN);
        states.push(State::told(exported(&exporting.progress, words, false)));
        states.push(State::that_does(words.t("take-cancel"), Command::CancelExport));
    }
    if let Some(progress) = session.saved_so_far() {
        ui.request_repaint_after(LOOKED_AGAIN);
        states.push(State::told(saved(progress, words, false)));
        // Of a small file nobody waits for the end.
        if progress.seen().0 > LARGE {
            states.push(State::that_does(words.t("save-cancel"), Command::CancelSaving));
        }
    } else if session.is_reindexing() {
        states.push(State::told(words.t("status-reindexing")));
    } else if session.is_modified() {
        states.push(State::told(words.t("status-unsaved")));
    }
    let problems = session.document.problems.len() + session.document.more_problems;
    let waiting =
        [("notes-pending", session.notes.pending(), Verb::Notes), ("status-problems", problems, Verb::ShowProblems)];
    let waiting = waiting.into_iter().filter(|(_, count, _)| *count > 0);
    states.extend(
        waiting.map(|(key, count, verb)| State::that_does(words.tf(key, &[("n", count.into())]), Command::Do(verb))),
    );
    states
}

/// What was told last, and the file that was being opened then.
#[derive(Clone, Default)]
struct Told {
    text: String,
    opening: Option<PathBuf>,
}

/// Tells a screen reader what begins and how far it has come, in a live region. How it ended is told by the notice above
/// the view, but for a file that is simply open.
fn tell(ui: &mut Ui, session: &Session) {
    let id = ui.scope_id().with("told");
    let mut told: Told = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    told.text = now(session).or_else(|| opened(session, told.opening.as_ref())).unwrap_or(told.text);
    told.opening = session.opening.as_ref().map(|opening| opening.path.clone());
    if !told.text.is_empty() {
        let rect = Rect::from_min_size(ui.cursor().min, Vec2::ZERO);
        let region = ui.interact(rect, id.with("region"), Sense::hover());
        region.widget_info(|| WidgetInfo::labeled(accesskit::Role::Status, true, &told.text));
        ui.accesskit_node_builder(region.id, |node| node.set_live(accesskit::Live::Polite));
    }
    ui.data_mut(|data| data.insert_temp(id, told));
}

/// What is being done now.
fn now(session: &Session) -> Option<String> {
    let words = &session.words;
    if let Some(opening) = &session.opening {
        let (whole, read, _) = opening.progress.seen();
        let args = [("file", name_of(&opening.path).into()), ("percent", quarters(whole, read).into())];
        let key = if quarters(whole, read) == 0 { "opening" } else { "told-opening" };
        return Some(words.tf(key, &args));
    }
    match &session.exporting {
        Some(exporting) => Some(exported(&exporting.progress, words, true)),
        None => session.saved_so_far().map(|progress| saved(progress, words, true)),
    }
}

/// How often it is looked how far an export has come.
const LOOKED_AGAIN: Duration = Duration::from_millis(200);

/// From so many bytes on it is said how far a saving has come.
const LARGE: u64 = 16 << 20;

/// How far a saving has come; by quarters for whoever hears it.
fn saved(progress: &Progress, words: &Words, heard: bool) -> String {
    let (whole, done, _) = progress.seen();
    let percent = percent(whole, done, heard);
    if whole <= LARGE || heard && percent == 0 {
        return words.t("status-saving");
    }
    words.tf("status-saving-part", &[("percent", percent.into())])
}

/// How much of something is done.
fn percent(whole: u64, done: u64, heard: bool) -> i64 {
    let percent = done.min(whole).saturating_mul(100) / whole.max(1);
    if heard { quarters(whole, done) } else { i64::try_from(percent).unwrap_or(100) }
}

/// How far an export has come; by quarters for whoever hears it.
fn exported(progress: &Progress, words: &Words, heard: bool) -> String {
    let (whole, done, _) = progress.seen();
    if progress.stage() == Stage::Packing {
        let megabytes = if heard { 0 } else { i64::try_from(done >> 20).unwrap_or(i64::MAX) };
        return words.tf("status-export-packing", &[("megabytes", megabytes.into())]);
    }
    let done = done.min(whole);
    let key = match progress.stage() {
        // The first moments have nothing to tell yet.
        _ if whole == 0 || heard && quarters(whole, done) == 0 => "status-exporting",
        Stage::Drawing => "status-export-drawing",
        Stage::Paging => "status-export-paging",
        _ => "status-export-writing",
    };
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    // Whatever is told is done: 99.6 % is 99 %, for 100 % says that all is, and a quarter is told with the first count that
    // reaches it.
    let percent = percent(whole, done, heard);
    let done = if heard { whole.saturating_mul(percent.unsigned_abs()).div_ceil(100) } else { done };
    let args = [("done", count(done).into()), ("whole", count(whole).into()), ("percent", percent.into())];
    words.tf(key, &args)
}

/// That the file which was being opened is open.
fn opened(session: &Session, before: Option<&PathBuf>) -> Option<String> {
    let path = before.filter(|path| session.document.origin.path() == Some(path.as_path()))?;
    let count = session.document.portfolio.projects.len();
    Some(session.words.tf("told-opened", &[("file", name_of(path).into()), ("n", count.into())]))
}

fn name_of(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// How far something has come, by quarters: whoever hears it is not to hear each step.
fn quarters(whole: u64, read: u64) -> i64 {
    let quarter = read.saturating_mul(4) / whole.max(1);
    i64::try_from(quarter.min(3)).unwrap_or(0) * 25
}

#[cfg(test)]
mod tests {
    use super::{exported, quarters, saved};
    use crate::format::{Progress, Stage};
    use crate::i18n::Words;
    use crate::model::Lang;

    #[test]
    fn an_export_says_how_much_of_it_is_done() {
        let (progress, words) = (Progress::default(), Words::new(Lang::Es));
        assert_eq!(exported(&progress, &words, false), "Preparando lo que pidió…");
        for (stage, seen, heard) in [
            (Stage::Drawing, "Dibujando la gráfica 30 de 40", "Dibujando la gráfica 30 de 40"),
            (Stage::Writing, "Escribiendo: 77 %", "Escribiendo: 75 %"),
            (Stage::Paging, "Componiendo la página 31 de 40", "Componiendo la página 30 de 40"),
        ] {
            progress.enter(stage, 40);
            let more = if stage == Stage::Drawing { 30 } else { 31 };
            (0..more).for_each(|_| progress.one_more());
            assert_eq!(
                (exported(&progress, &words, false), exported(&progress, &words, true)),
                (seen.into(), heard.into())
            );
        }
    }

    #[test]
    fn what_is_packed_says_how_much_of_it_there_is_and_what_is_saved_how_much_is_done() {
        let (progress, words) = (Progress::default(), Words::new(Lang::Es));
        progress.enter(Stage::Packing, 0);
        assert_eq!(exported(&progress, &words, false), "Guardando el archivo…");
        progress.more(46 << 20);
        assert_eq!(exported(&progress, &words, false), "Guardando el archivo: 46 MB");
        assert_eq!(exported(&progress, &words, true), "Guardando el archivo…", "whoever hears it is not told each");
        assert_eq!(saved(&Progress::default(), &words, false), "Guardando…");
        progress.enter(Stage::Writing, 200 << 20);
        progress.more(150 << 20);
        assert_eq!([false, true].map(|heard| saved(&progress, &words, heard)), ["Guardando: 75 %", "Guardando: 75 %"]);
    }

    #[test]
    fn how_far_it_has_come_is_told_by_quarters() {
        let told: Vec<_> = [0, 24, 25, 49, 50, 74, 75, 99, 100].map(|read| quarters(100, read)).into();
        assert_eq!(told, [0, 0, 25, 25, 50, 50, 75, 75, 75]);
        assert_eq!((quarters(0, 0), quarters(3, u64::MAX)), (0, 75), "nothing known, and more than was said");
    }
}
