//! The lower edge: the totals, what is being done, what waits; and for whoever only hears it, how far that has come.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{self, Id, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit};

use super::{is_low, kit, sentence};
use crate::figure;
use crate::format::{Progress, Stage};
use crate::i18n::Words;
use crate::session::{Command, Session, Verb};

fn copied_id() -> Id {
    Id::unique("atalaya copied last")
}

/// Something was copied just now.
pub fn say_copied(ui: &Ui) {
    let now = ui.input(|input| input.time);
    ui.data_mut(|data| data.insert_temp(copied_id(), now));
}

/// Says for a while that something was copied.
fn copied(ui: &mut Ui, session: &Session) {
    const SAID: f64 = 3.0;
    let Some(last) = ui.data_mut(|data| data.get_temp::<f64>(copied_id())) else { return };
    let left = SAID - (ui.input(|input| input.time) - last);
    if left <= 0.0 {
        ui.data_mut(|data| data.remove_temp::<f64>(copied_id()));
        return;
    }
    ui.add_space(8.0);
    let label = kit::strong(ui, session.words.t("copied"));
    ui.accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
    ui.request_repaint_after(Duration::from_secs_f64(left));
}

/// Draws the lower edge. In a low window it says only what is being done and what waits: [`totals`] stand below the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    tell(ui, session);
    if is_low(ui.ctx()) {
        ui.with_layout(no_higher_than_needed(), |ui| doing(ui, session, out));
        return;
    }
    let (line, sources) = (figure::money_line(&session.answer(), session.names()), sources(session));
    // What comes and goes is not to move what stands.
    let needed = kit::text_width(ui, &line.text()) + kit::text_width(ui, &sources) + 40.0;
    if needed > ui.available_width() {
        totals(ui, session, out);
        ui.with_layout(no_higher_than_needed(), |ui| doing(ui, session, out));
        return;
    }
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        so_far(ui, session);
        ui.scope(|ui| sentence::line(ui, &line, session, out));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            // Where much is told at once, it is cut rather than set letter under letter.
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            kit::soft(ui, sources);
            doing(ui, session, out);
        });
    });
}

/// A row that takes no room where nothing stands in it.
fn no_higher_than_needed() -> egui::Layout {
    egui::Layout::left_to_right(egui::Align::Min).with_main_wrap(true)
}

/// The totals, how many sources there are and what the unit means: in as many lines as it takes.
pub fn totals(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        so_far(ui, session);
        sentence::line(ui, &figure::money_line(&session.answer(), session.names()), session, out);
        ui.add_space(12.0);
        kit::soft(ui, sources(session));
    });
}

/// That the totals are those of what was read so far.
fn so_far(ui: &mut Ui, session: &Session) {
    if session.document.partial {
        kit::soft(ui, session.words.t("so-far").trim_end());
    }
}

/// How many sources there are, and what the unit of money means.
fn sources(session: &Session) -> String {
    let portfolio = &session.document.portfolio;
    let text = session.words.tf("status-sources", &[("n", portfolio.sources.len().into())]);
    if portfolio.currency() == crate::model::Currency::USD {
        return format!("{text}  ·  {}", session.words.t("status-unit"));
    }
    text
}

/// What was done just now, what is being done, and what waits.
fn doing(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    copied(ui, session);
    let state = if let Some(exporting) = &session.exporting {
        ui.request_repaint_after(LOOKED_AGAIN);
        Some(exported(&exporting.progress, words, false))
    } else if let Some(progress) = session.saved_so_far() {
        ui.request_repaint_after(LOOKED_AGAIN);
        Some(saved(progress, words, false))
    } else if session.is_reindexing() {
        Some(words.t("status-reindexing"))
    } else {
        session.is_modified().then(|| words.t("status-unsaved"))
    };
    if let Some(state) = state {
        ui.add_space(8.0);
        if session.exporting.is_some() && kit::link(ui, &words.t("take-cancel"), egui::TextStyle::Body).clicked() {
            out.push(Command::CancelExport);
        }
        // Of a small file nobody waits for the end.
        let large =
            session.exporting.is_none() && session.saved_so_far().is_some_and(|progress| progress.seen().0 > LARGE);
        if large && kit::link(ui, &words.t("save-cancel"), egui::TextStyle::Body).clicked() {
            out.push(Command::CancelSaving);
        }
        kit::strong(ui, state);
    }
    let pending = session.notes.pending();
    if pending > 0 {
        ui.add_space(8.0);
        let text = words.tf("notes-pending", &[("n", pending.into())]);
        if kit::link(ui, &text, egui::TextStyle::Body).clicked() {
            out.push(Command::Do(Verb::Notes));
        }
    }
    let problems = session.document.problems.len() + session.document.more_problems;
    if problems > 0 {
        ui.add_space(8.0);
        let text = words.tf("status-problems", &[("n", problems.into())]);
        if kit::link(ui, &text, egui::TextStyle::Body).clicked() {
            out.push(Command::Do(Verb::ShowProblems));
        }
    }
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
    let percent = percent(whole, done, heard);
    let done = if heard { percent.saturating_mul(count(whole)) / 100 } else { count(done) };
    let args = [("done", done.into()), ("whole", count(whole).into()), ("percent", percent.into())];
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
        assert_eq!(exported(&progress, &words, false), "Preparando lo que se exporta…");
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
