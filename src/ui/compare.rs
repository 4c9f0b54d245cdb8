//! Two portfolios side by side: their totals as a bridge, each difference in a table that filters, and sentences fit
//! for an erratum.

use eframe::egui::{
    Align2, Id, Label, Rect, ScrollArea, Sense, TextEdit, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use super::kit::{self, Fill};
use super::theme::palette;
use crate::figure::{ChangeKind, ComparedLine, Comparison, MoneyLine};
use crate::model::List;
use crate::query::fold;
use crate::session::{Command, CompareWith, Compared, SaveFile, Selected, Session};

/// Height of a line.
const LINE: f32 = 24.0;

/// Which differences are shown.
#[derive(Clone, Default, PartialEq)]
struct Narrowed {
    typed: String,
    kind: Option<ChangeKind>,
}

/// Draws the comparison, or the ways to begin one.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    if let Some(comparing) = &session.comparing {
        ui.horizontal(|ui| {
            ui.add(eframe::egui::Spinner::new().size(14.0));
            kit::plain(ui, &words.tf("comparing", &[("name", comparing.name.as_str().into())]));
        });
    }
    let Some(compared) = &session.compared else {
        ui.add(Label::new(words.t("compare-intro")).wrap());
        begin(ui, session, out);
        return;
    };
    let told = &compared.told;
    let [before, after] = &told.versions;
    kit::soft(ui, words.tf("diff-before", &[("version", before.into())]));
    kit::soft(ui, words.tf("diff-after", &[("version", after.into())]));
    ui.horizontal_wrapped(|ui| {
        if ui.button(words.t("compare-swap")).clicked() {
            out.push(Command::Compare(CompareWith::Again(!compared.open_is_first)));
        }
        begin(ui, session, out);
    });
    ui.add_space(4.0);
    kit::strong(ui, &told.summary);
    match &told.bridge {
        Ok(steps) => bridge(ui, steps, session),
        Err(why) => drop(kit::plain(ui, why)),
    }
    if !told.lines.is_empty() {
        ui.add_space(8.0);
        differences(ui, compared, told, session, out);
    }
}

fn begin(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal_wrapped(|ui| {
        if ui.button(words.t("compare-file")).clicked() {
            out.push(Command::PickToCompare);
        }
        if session.document.origin.path().is_some() && ui.button(words.t("compare-embedded")).clicked() {
            out.push(Command::Compare(CompareWith::Embedded));
        }
    });
}

/// The totals before and after, and what lies between.
fn bridge(ui: &mut Ui, steps: &[MoneyLine], session: &Session) {
    let whole = steps.iter().map(|step| step.from + step.amount.abs()).max().unwrap_or(0).max(1);
    ui.spacing_mut().item_spacing.y = 1.0;
    for step in steps {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let colours = palette(ui);
        let words = (rect.width() * 0.32).clamp(150.0, 280.0);
        let (body, right) = (TextStyle::Body.resolve(ui.style()), rect.right() - 190.0);
        let label = kit::elided(ui, &step.label, body.clone(), colours.text, words - 8.0);
        ui.painter().galley(pos2(rect.left(), rect.center().y - label.size().y / 2.0), label, colours.text);
        let (left, width) = (rect.left() + words, (right - rect.left() - words).max(1.0));
        let x = |value: i128| left + value as f32 / whole as f32 * width;
        let (from, to) = (x(step.from), x(step.from + step.amount.abs()));
        let bar = Rect::from_min_max(pos2(from, rect.top() + 5.0), pos2(to.max(from + 2.0), rect.bottom() - 5.0));
        let (fill, colour) = match step.step {
            None => (Fill::Solid, colours.soft),
            Some(_) if step.amount < 0 => (Fill::Hatched, colours.failure),
            Some(_) => (Fill::Solid, colours.accent),
        };
        kit::bar(ui.painter(), bar, fill, colour, colours.surface);
        ui.painter().text(pos2(rect.right(), rect.center().y), Align2::RIGHT_CENTER, &step.text, body, colours.text);
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &step.spoken));
    }
    let currency = session.document.portfolio.currency();
    kit::small(ui, session.words.tf("plot-unit-money", &[("currency", currency.code().into())]));
}

fn differences(ui: &mut Ui, compared: &Compared, told: &Comparison, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let id = Id::unique("atalaya compare narrowed");
    let mut narrowed: Narrowed = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let wanted = fold(narrowed.typed.trim());
    let shown: Vec<&ComparedLine> = told.lines.iter().filter(|line| takes(line, &narrowed, &wanted)).collect();
    ui.horizontal_wrapped(|ui| {
        let hint = words.t("compare-search");
        let edit = TextEdit::singleline(&mut narrowed.typed).hint_text(kit::prompt(&hint)).desired_width(220.0);
        let response = ui.add(edit.min_size(vec2(0.0, 26.0)));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint.as_str()));
        let mut options = vec![(None, words.t("compare-all"))];
        options.extend(ChangeKind::ALL.map(|kind| (Some(kind), words.t(kind.message()))));
        options.retain(|(kind, _)| kind.is_none_or(|kind| told.lines.iter().any(|line| line.kind == kind)));
        if let Some(kind) = kit::choose(ui, "", &options, narrowed.kind) {
            narrowed.kind = kind;
        }
        kit::small(ui, words.tf("compare-shown", &[("n", shown.len().into()), ("of", told.lines.len().into())]));
        let text = || told.text(shown.iter().copied(), session.names());
        if ui.button(words.t("compare-copy")).clicked() {
            out.push(Command::Copy(text()));
        }
        if ui.button(words.t("compare-save")).clicked() {
            let name = format!("{}.txt", words.t("compare-file-name"));
            out.push(Command::Save(SaveFile { name, text: text() }));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, narrowed));
    let titles = [
        words.t("diff-column-change"),
        words.t("diff-column-record"),
        words.t("diff-column-field"),
        words.t("diff-column-before"),
        words.t("diff-column-after"),
    ];
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let colour = palette(ui).soft;
    cells(ui, rect, titles.each_ref().map(String::as_str), colour);
    let area = ScrollArea::vertical().id_salt("differences").max_height(320.0).auto_shrink([false, true]);
    area.show_rows(ui, LINE, shown.len(), |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in shown.get(rows).unwrap_or_default() {
            difference(ui, line, compared, session, out);
        }
    });
}

fn takes(line: &ComparedLine, narrowed: &Narrowed, wanted: &str) -> bool {
    let kind = narrowed.kind.is_none_or(|kind| kind == line.kind);
    kind && (wanted.is_empty() || [&line.sentence, &line.id, &line.path].iter().any(|text| fold(text).contains(wanted)))
}

fn difference(ui: &mut Ui, line: &ComparedLine, compared: &Compared, session: &Session, out: &mut Vec<Command>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let colours = palette(ui);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 3, colours.hovered);
    }
    let kind = session.words.t(line.kind.message());
    let name = if line.name == line.record { line.name.clone() } else { format!("{} · {}", line.name, line.record) };
    cells(ui, rect, [&kind, &name, &line.field, &line.before, &line.after], colours.text);
    kit::focus_ring(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &line.sentence));
    // Only what the open portfolio has can be shown beside it.
    let gone = if compared.open_is_first { ChangeKind::Added } else { ChangeKind::Gone };
    let selected = match line.list {
        Some(List::Projects) => Some(Selected::Project(line.id.clone())),
        Some(List::Events) => Some(Selected::Event(line.id.clone())),
        Some(List::Sources) => Some(Selected::Source(line.id.clone())),
        _ => None,
    };
    if response.clicked() && line.kind != gone && selected.is_some() {
        out.push(Command::Select(selected));
        out.push(Command::ClosePanel);
    }
    response.on_hover_text(&line.sentence);
}

/// Five cells of a line.
fn cells(ui: &Ui, rect: Rect, texts: [&str; 5], colour: eframe::egui::Color32) {
    let font = TextStyle::Small.resolve(ui.style());
    let mut left = rect.left() + 4.0;
    for (text, share) in texts.into_iter().zip([0.09, 0.29, 0.16, 0.23, 0.23]) {
        let width = rect.width() * share;
        let galley = kit::elided(ui, text, font.clone(), colour, width - 10.0);
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, colour);
        left += width;
    }
}
