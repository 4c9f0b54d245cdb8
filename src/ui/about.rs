//! What the program is, where it keeps things, a report of the system to copy, and whose work is in it.

use eframe::egui::{self, RichText, TextStyle, Ui};

use super::kit;
use crate::session::{Command, Session, Verb};

/// The licences of what is ours, and of the typeface. Those of all other parts have a panel of their own.
const LICENCES: &str = include_str!("../../assets/LICENSES.md");

/// Draws the panel.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    kit::strong(ui, format!("Atalaya {}", env!("CARGO_PKG_VERSION")));
    ui.add(egui::Label::new(words.t("about-text")).wrap());
    ui.add(egui::Label::new(words.t("about-licence")).wrap());
    let header = &session.document.portfolio.header;
    kit::section(ui, &words.t("about-portfolio"));
    for text in [&header.title, &header.about] {
        kit::bilingual(ui, text, words.lang(), TextStyle::Body);
    }
    kit::section(ui, &words.t("about-places"));
    places(ui, session, out);
    kit::section(ui, &words.t("about-report"));
    report(ui, session, out);
    kit::section(ui, &words.t("about-licences"));
    licences(ui);
    let n = crate::format::licences().parts.len();
    if ui.button(words.tf("about-all-licences", &[("n", n.into())])).clicked() {
        out.push(Command::Do(Verb::Licences));
    }
}

/// Where things are kept, each to be copied.
fn places(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    kit::soft(ui, words.t("about-places-text"));
    for (key, path) in session.places() {
        let name = words.t(key);
        let Some(path) = path else {
            ui.add(egui::Label::new(format!("{name}: {}", words.t("about-no-place"))).wrap());
            continue;
        };
        let path = path.to_string_lossy().into_owned();
        ui.horizontal_wrapped(|ui| {
            ui.add(egui::Label::new(format!("{name}: {path}")).wrap().selectable(true));
            let copy = ui.button(words.t("about-copy"));
            let spoken = words.tf("about-copy-place", &[("place", name.as_str().into())]);
            copy.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
            if copy.clicked() {
                out.push(Command::Copy(path));
            }
        });
    }
}

fn report(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    kit::soft(ui, words.t("about-report-text"));
    let size = ui.ctx().content_rect().size();
    let report = session.system_report(ui.ctx().pixels_per_point(), [size.x, size.y]);
    ui.add(egui::Label::new(report.trim_end()).wrap().selectable(true));
    if ui.button(words.t("about-copy-report")).clicked() {
        out.push(Command::Copy(report));
    }
}

/// The table of licences as lines: what it is, and under which licence.
fn licences(ui: &mut Ui) {
    for row in LICENCES.lines().filter_map(|line| line.strip_prefix("| ")) {
        let mut cells = row.trim_end_matches('|').split(" | ").map(|cell| cell.replace('`', ""));
        let (Some(what), Some(licence)) = (cells.next(), cells.next()) else { continue };
        if what.trim() == "what" {
            continue;
        }
        let text = RichText::new(format!("{}: {}", what.trim(), licence.trim())).small();
        let label = ui.add(egui::Label::new(text).wrap().selectable(true));
        // The licences are in English, whatever the window speaks.
        kit::in_language(&label, crate::model::Lang::En);
    }
}
