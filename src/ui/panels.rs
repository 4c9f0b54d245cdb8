//! What lies over the views: the panels, among them the list of problems of the file; and the notices above them.

use eframe::egui::accesskit::Live;
use eframe::egui::{self, Id, RichText, Ui};

use super::dialog::{self, Dialog};
use super::kit::{self, Icon};
use super::theme::palette;
use super::{about, bring, compare, dossier, edit, export, help, licences, naming, notes, reach};
use crate::format::{Effect, Problem, ProblemKind};
use crate::model::{Entry, Rule};
use crate::session::{Command, Edit, Panel, Session, Verb};

/// Draws the open panel; says whether it was closed.
pub fn show(ui: &Ui, session: &Session, out: &mut Vec<Command>) -> bool {
    let Some(panel) = session.panel else {
        reach::give_focus_back(ui, "panel");
        return false;
    };
    let title = match panel {
        Panel::Problems => session.words.t("verb-show-problems"),
        Panel::SaveAs => session.words.t("verb-save-as"),
        Panel::History => session.words.t("verb-history"),
        Panel::Remove => session.words.t("verb-remove-record"),
        Panel::Header => session.words.t("verb-edit-portfolio"),
        Panel::Records => session.words.t("verb-records"),
        Panel::Notes => session.words.t("notes-title"),
        Panel::Compare => session.words.t("compare-title"),
        Panel::Conflicts if session.conflicts_from.is_some() => session.words.t("conflicts-title-brought"),
        Panel::Conflicts => session.words.t("conflicts-title"),
        Panel::Kept(_) => session.words.t("recovery-look-title"),
        Panel::GivingUp(_) => session.words.t("recovery-give-up-title"),
        Panel::Bring => session.words.t("bring-title"),
        Panel::Export => session.words.t("take-title"),
        Panel::FactFile => session.words.t("dossier-title"),
        Panel::Help => session.words.t("verb-help"),
        Panel::About => session.words.t("verb-about"),
        Panel::Licences => session.words.t("verb-licences"),
    };
    // In a menu the dots say that more is asked; here that is what is asked.
    let title = title.trim_end_matches('…');
    let id = Id::unique(("atalaya panel", title));
    let widest = match panel {
        Panel::Compare | Panel::Bring | Panel::Licences => 1100.0,
        Panel::Header | Panel::Records | Panel::Conflicts | Panel::Kept(_) | Panel::GivingUp(_) | Panel::Help => 860.0,
        _ => 680.0,
    };
    let (close, opened) = (session.words.t("common-close"), reach::keep_focus(ui, "panel", id));
    // A name that is asked for can be typed at once.
    let begins = opened && panel != Panel::SaveAs;
    if opened && !begins {
        kit::focus_next(ui, "save as");
    }
    let dialog = Dialog { id, title, widest, close: &close, begins };
    let mut closed = false;
    let left = dialog.show(ui, |ui, height| {
        if panel == Panel::Help {
            return help::show(ui, session, height, out);
        }
        if panel == Panel::Licences {
            return licences::show(ui, session, height, out);
        }
        let steady = matches!(panel, Panel::Bring | Panel::Conflicts | Panel::Export);
        dialog::scrolled(ui, title, height, steady, |ui| match panel {
            Panel::Problems => problems(ui, session, out),
            Panel::SaveAs => naming::show(ui, session, out),
            Panel::History => edit::history(ui, session, out),
            Panel::Remove => closed |= edit::remove(ui, session, out),
            Panel::Header => edit::header(ui, session, out),
            Panel::Records => edit::records(ui, session, out),
            Panel::Notes => notes::layer(ui, session, out),
            Panel::Compare => compare::show(ui, session, out),
            Panel::Conflicts => edit::conflicts(ui, session, out),
            Panel::Kept(place) => closed |= edit::kept_work(ui, place, false, session, out),
            Panel::GivingUp(place) => closed |= edit::kept_work(ui, place, true, session, out),
            Panel::Bring => bring::show(ui, session, out),
            Panel::Export => export::show(ui, session, out),
            Panel::FactFile => dossier::show(ui, session, out),
            Panel::Help | Panel::Licences => {}
            Panel::About => about::show(ui, session, out),
        });
    });
    if (closed | left) && panel == Panel::Header {
        edit::tell_refused(ui, out);
    }
    closed | left
}

/// How many problems are laid out at most; the rest is counted.
const LISTED: usize = 500;

/// Every problem with its record, a way to it, and where nothing can be lost by it a repair.
fn problems(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, problems) = (&session.words, &session.document.problems);
    let all = problems.len() + session.document.more_problems;
    kit::soft(ui, words.tf("problems-intro", &[("n", all.into())]));
    ui.add_space(6.0);
    for problem in problems.iter().take(LISTED) {
        ui.horizontal_top(|ui| {
            // What was edited stands in no line yet.
            let line = match problem.line {
                0 => "–".to_owned(),
                line => words.tf("problem-line", &[("line", line.into())]),
            };
            ui.add_sized([76.0, 20.0], egui::Label::new(RichText::new(line).color(palette(ui).soft)));
            ui.vertical(|ui| {
                ui.add(egui::Label::new(problem.text(words)).wrap().selectable(true));
                ways(ui, problem, session, out);
            });
        });
    }
    if all > LISTED {
        kit::soft(ui, words.tf("problems-more", &[("n", (all - LISTED).into())]));
    }
}

/// To the record of a problem, and a repair of it.
fn ways(ui: &mut Ui, problem: &Problem, session: &Session, out: &mut Vec<Command>) {
    let (Some(list), Some(id)) = (problem.list, &problem.record) else { return };
    // What was left out has no form; another record may have its id.
    if problem.effect == Effect::LeftOut {
        return;
    }
    let Some(entry) = session.entry(list, id) else { return };
    ui.horizontal(|ui| {
        let name = entry.name(session.words.lang());
        let told = session.words.tf("problem-edit-name", &[("name", name.into())]);
        let link = kit::link(ui, &session.words.t("problem-edit"), egui::TextStyle::Body);
        link.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &told));
        // The list is there again when the form is closed.
        if link.clicked() {
            let field = problem.field.as_deref().and_then(|path| edit::field_of(list, path));
            out.push(match field {
                Some(field) => Command::EditField(list, id.clone(), field),
                None => Command::Form(Some((list, id.clone()))),
            });
        }
        if let Some(repaired) = repair(problem, &entry) {
            ui.add_space(10.0);
            let key = match problem.kind {
                ProblemKind::Rule(Rule::ThemeTwice(_)) => "problem-repair-twice",
                _ => "problem-repair",
            };
            if kit::link(ui, &session.words.t(key), egui::TextStyle::Body).clicked() {
                out.push(Command::Edit(Edit::Put { entry: repaired, goes_on: false }));
            }
        }
    });
}

/// The record without what is wrong, where that loses nothing that anybody published: a reference to what is not there, a
/// theme that stands twice without a share of its own.
fn repair(problem: &Problem, entry: &Entry) -> Option<Entry> {
    match (&problem.kind, entry) {
        (ProblemKind::Rule(Rule::MissingReference(list, id)), entry) => entry.without(*list, id),
        (ProblemKind::Rule(Rule::ThemeTwice(theme)), Entry::Project(project)) => {
            let mut project = project.clone();
            let mut seen = false;
            project.themes.retain(|share| {
                let again = share.theme == *theme && seen && share.share.is_none();
                seen |= share.theme == *theme;
                !again
            });
            Some(Entry::Project(project)).filter(|repaired| repaired != entry)
        }
        _ => None,
    }
}

/// Notices above the view, and the file that is being opened.
pub fn notices(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    if let Some(opening) = &session.opening {
        let file = opening.path.file_name().unwrap_or(opening.path.as_os_str()).to_string_lossy().into_owned();
        let (whole, bytes, records) = opening.progress.seen();
        let percent = i64::try_from(bytes.saturating_mul(100) / whole.max(1)).unwrap_or(0);
        let args = [
            ("file", file.into()),
            ("percent", percent.into()),
            ("read", i64::try_from(bytes >> 20).unwrap_or(0).into()),
            ("of", i64::try_from(whole >> 20).unwrap_or(0).into()),
            ("records", words.int(i64::try_from(records).unwrap_or(0)).into()),
        ];
        ui.horizontal(|ui| {
            ui.add(egui::Spinner::new().size(14.0));
            // The first moments have nothing to tell yet.
            ui.label(if whole == 0 { words.tf("opening", &args) } else { words.tf("opening-at", &args) });
            if ui.button(words.t("opening-cancel")).clicked() {
                out.push(Command::CancelOpening);
            }
        });
        ui.request_repaint_after(std::time::Duration::from_millis(100));
    }
    for (place, notice) in session.notices.iter().enumerate() {
        let colours = palette(ui);
        let line = if notice.failure { colours.failure } else { colours.accent };
        egui::Frame::new()
            .fill(colours.surface)
            .stroke(egui::Stroke::new(1.0, line))
            .corner_radius(6)
            .inner_margin(egui::Margin::symmetric(12, 6))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    if notice.failure {
                        let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 18.0), egui::Sense::hover());
                        kit::icon(ui.painter(), Icon::Warning, rect, line);
                    }
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let name = words.tf("notice-dismiss", &[("notice", notice.text.as_str().into())]);
                        if kit::icon_button(ui, Icon::Close, &name).clicked() {
                            out.push(Command::Dismiss(place));
                        }
                        let problems = (!session.document.problems.is_empty()).then_some(Verb::ShowProblems);
                        for verb in problems.into_iter().chain(notice.offers) {
                            if ui.button(verb.label(session)).clicked() {
                                out.push(Command::Do(verb));
                            }
                        }
                        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                            let text = kit::plain(ui, &notice.text);
                            let live = if notice.failure { Live::Assertive } else { Live::Polite };
                            ui.accesskit_node_builder(text.id, |node| node.set_live(live));
                        });
                    });
                });
            });
    }
}
