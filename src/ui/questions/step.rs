//! A step of the bridge, opened: why it stands apart, its records, and the person's own marks with their reasons.

use eframe::egui::{Id, TextEdit, TextStyle, Ui, WidgetInfo, vec2};

use super::bridge::wrapped;
use crate::figure::StepFigure;
use crate::model::Project;
use crate::query::StepKey;
use crate::session::{Command, Session};
use crate::ui::kit;
use crate::ui::links::project_link;

/// A reason being written: for which project, whether it is counted in, and the text.
type Draft = Option<(String, bool, String)>;

/// Draws what is in a step.
pub(super) fn show(ui: &mut Ui, total: &str, step: &StepFigure, session: &Session, out: &mut Vec<Command>) {
    ui.indent(("step", step.key.key()), |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        wrapped(ui, &step.why);
        if let Some(range) = &step.range {
            kit::small(ui, range.as_str());
        }
        for row in &step.rows {
            record(ui, total, step.key, *row, session, out);
        }
        ui.add_space(4.0);
    });
}

fn record(ui: &mut Ui, total: &str, key: StepKey, row: usize, session: &Session, out: &mut Vec<Command>) {
    let (words, names) = (&session.words, session.names());
    let Some(project) = session.document.portfolio.projects.get(row) else { return };
    let figure = session.document.index.rows.get(row).and_then(|row| row.headline);
    let amount = figure.map_or_else(
        || words.t("missing-amount"),
        |figure| format!("{} {}", words.money(i128::from(figure.value)), figure.currency),
    );
    ui.horizontal_wrapped(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() * 0.5);
            project_link(ui, row, session, out);
        });
        kit::small(ui, amount);
        kit::small(ui, words.t(project.ending.kind.message()));
        if let Some(mark) = session.notes.mark(total, &project.id) {
            let args = [("reason", mark.reason.as_str().into())];
            kit::small(
                ui,
                if mark.counted { words.tf("mark-saved-in", &args) } else { words.tf("mark-saved-out", &args) },
            );
            if kit::link(ui, &words.t("mark-remove"), TextStyle::Small).clicked() {
                out.push(Command::Mark { total: total.to_owned(), project: project.id.clone(), mark: None });
            }
        } else if let Some(counted) = offer(key) {
            let text = if counted { words.t("mark-in") } else { words.t("mark-out") };
            let link = kit::link(ui, &text, TextStyle::Small);
            let name = format!("{text} {}", names.project_short(&project));
            link.widget_info(|| WidgetInfo::labeled(eframe::egui::accesskit::Role::Button, true, &name));
            if link.clicked() {
                set_draft(ui, Some((project.id.clone(), counted, String::new())));
                kit::focus_next(ui, "mark reason");
            }
        }
    });
    reason(ui, total, &project, session, out);
}

/// What can be done with a record of a step: count it in, leave it out, or neither.
fn offer(key: StepKey) -> Option<bool> {
    match key {
        StepKey::Comparable(_) | StepKey::WithoutAmount => Some(false),
        StepKey::BeganBefore | StepKey::StartUnknown | StepKey::BeganAfter | StepKey::EndedBefore => Some(true),
        // Money of several countries or of another currency cannot be added, whoever asks; the rest are marks already,
        // or no records of the set.
        StepKey::SeveralCountries
        | StepKey::OtherCurrency
        | StepKey::MarkedIn
        | StepKey::MarkedOut
        | StepKey::OutsideFilter
        | StepKey::Remainder => None,
    }
}

fn draft_id() -> Id {
    Id::unique("atalaya mark draft")
}

fn set_draft(ui: &Ui, draft: Draft) {
    ui.data_mut(|data| data.insert_temp(draft_id(), draft));
}

/// The reason, written in place; without one nothing is marked.
fn reason(ui: &mut Ui, total: &str, project: &Project, session: &Session, out: &mut Vec<Command>) {
    let draft: Draft = ui.data_mut(|data| data.get_temp(draft_id())).flatten();
    let Some((id, counted, mut text)) = draft.filter(|(id, ..)| *id == project.id) else { return };
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        let name = words.tf("mark-reason-of", &[("project", session.names().project_short(project).into())]);
        let width = (ui.available_width() - 180.0).clamp(160.0, 480.0);
        let field = TextEdit::singleline(&mut text).hint_text(kit::prompt(words.t("mark-reason"))).desired_width(width);
        let field = ui.add(field.min_size(vec2(0.0, 24.0)));
        kit::take_focus(&field, "mark reason");
        field.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, text.clone(), text.clone(), words.t("mark-reason"));
            info.label = Some(name.clone());
            info
        });
        let can = !text.trim().is_empty();
        let save = ui.add_enabled(can, eframe::egui::Button::new(words.t("mark-save"))).clicked();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        if can && (save || entered) {
            let mark = Some((counted, text.trim().to_owned()));
            out.push(Command::Mark { total: total.to_owned(), project: id.clone(), mark });
            set_draft(ui, None);
        } else if ui.button(words.t("mark-cancel")).clicked() || kit::escaped(&field) {
            set_draft(ui, None);
        } else {
            set_draft(ui, Some((id, counted, text)));
        }
    });
}
