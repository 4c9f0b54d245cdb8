//! What is shown, to be taken away: the table, the pictures, the report; each with what its reader opens it with.

use eframe::egui::{self, Color32, DragValue, Id, Ui, WidgetInfo};

use super::{busy, kit};
use crate::export::TableKind;
use crate::export::draw::{MOST_PIXELS_A_SIDE, PictureOf};
use crate::export::report::Paper;
use crate::session::{Command, Export, PictureLook, Session, TakeOut};

/// What the person chose of pictures and report, as long as the window is open.
#[derive(Clone, Copy, PartialEq)]
struct Chosen {
    look: PictureLook,
    scale: f32,
    paper: Paper,
}

/// Draws the ways to take away what is shown.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let at = Id::unique("export chosen");
    let first =
        Chosen { look: PictureLook { dark: false, ..PictureLook::default() }, scale: 2.0, paper: Paper::default() };
    let mut chosen: Chosen = ui.data(|data| data.get_temp(at)).unwrap_or(first);
    kit::plain(ui, &session.sentence_text());
    kit::soft(ui, words.t("take-intro"));
    busy::show(ui, session, out);
    // One thing is made at a time.
    ui.add_enabled_ui(session.exporting.is_none(), |ui| {
        table(ui, session, out);
        report(ui, session, &mut chosen, out);
        pictures(ui, session, &mut chosen, out);
    });
    ui.data_mut(|data| data.insert_temp(at, chosen));
}

fn head(ui: &mut Ui, text: &str) {
    ui.add_space(10.0);
    kit::strong(ui, text);
}

fn table(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    head(ui, &words.t("take-table"));
    ui.horizontal_wrapped(|ui| {
        for kind in TableKind::ALL {
            if ui.button(words.t(kind.message())).clicked() {
                out.push(Command::Take(TakeOut::Ask(Export::Table(kind))));
            }
        }
        if ui.button(words.t("take-iati")).clicked() {
            out.push(Command::Take(TakeOut::Ask(Export::Iati)));
        }
    });
}

fn report(ui: &mut Ui, session: &Session, chosen: &mut Chosen, out: &mut Vec<Command>) {
    let words = &session.words;
    head(ui, &words.t("take-report"));
    ui.horizontal_wrapped(|ui| {
        if ui.button(words.t("take-pdf")).clicked() {
            out.push(Command::Take(TakeOut::Ask(Export::Pdf(chosen.paper))));
        }
        for (paper, key) in [(Paper::Letter, "take-letter"), (Paper::A4, "take-a4")] {
            if ui.radio(chosen.paper == paper, words.t(key)).clicked() {
                chosen.paper = paper;
            }
        }
        if ui.button(words.t("take-html")).clicked() {
            out.push(Command::Take(TakeOut::Ask(Export::Html)));
        }
    });
}

/// How wide the three buttons beside a picture's name are.
const BUTTONS: f32 = 260.0;

fn pictures(ui: &mut Ui, session: &Session, chosen: &mut Chosen, out: &mut Vec<Command>) {
    let words = &session.words;
    head(ui, &words.t("take-pictures"));
    let all = session
        .with_shown(|shown| PictureOf::all(shown).into_iter().map(|of| (of.name(shown), of)).collect::<Vec<_>>());
    if all.is_empty() {
        kit::soft(ui, words.t("take-nothing-drawn"));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (dark, key) in [(false, "take-light"), (true, "take-dark")] {
            if ui.radio(chosen.look.dark == dark, words.t(key)).clicked() {
                chosen.look.dark = dark;
            }
        }
        number(ui, &words.t("take-width"), &mut chosen.look.width, 480.0..=2_400.0);
        let most = MOST_PIXELS_A_SIDE as f32 / chosen.look.width;
        number(ui, &words.t("take-scale"), &mut chosen.scale, 1.0..=most.min(8.0));
    });
    let font = egui::TextStyle::Body.resolve(ui.style());
    let wide = |name: &String| ui.painter().layout_no_wrap(name.clone(), font.clone(), Color32::PLACEHOLDER).size().x;
    let widest = all.iter().map(|(name, _)| wide(name)).fold(0.0, f32::max);
    // The buttons beside it have their room.
    let width = widest.ceil().min(ui.available_width() - BUTTONS).max(160.0);
    egui::Grid::new("export pictures").num_columns(4).spacing([10.0, 4.0]).show(ui, |ui| {
        for (name, of) in all {
            ui.allocate_ui(egui::vec2(width, 24.0), |ui| {
                ui.set_min_width(width);
                ui.add(egui::Label::new(&name).truncate());
            });
            let button = |ui: &mut Ui, key: &str| {
                let response = ui.button(words.t(key));
                let spoken =
                    words.tf("take-picture-as", &[("name", name.as_str().into()), ("form", words.t(key).into())]);
                response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
                response.clicked()
            };
            if button(ui, "take-svg") {
                out.push(Command::Take(TakeOut::Ask(Export::Svg(of.clone(), chosen.look))));
            }
            if button(ui, "take-png") {
                out.push(Command::Take(TakeOut::Ask(Export::Png(of.clone(), chosen.look, chosen.scale))));
            }
            if button(ui, "take-copy") {
                out.push(Command::Take(TakeOut::Copy(of, chosen.look)));
            }
            ui.end_row();
        }
    });
}

fn number(ui: &mut Ui, label: &str, value: &mut f32, range: std::ops::RangeInclusive<f32>) {
    ui.label(label);
    let field = ui.add(DragValue::new(value).range(range).speed(1.0).max_decimals(1));
    let shown = format!("{label}: {value}");
    field.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::SpinButton, true, &shown));
}
