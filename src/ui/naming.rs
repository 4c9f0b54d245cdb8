//! The name under which something is saved, where the system has no dialog to ask for it.

use eframe::egui::{Key, Label, TextEdit, Ui};

use super::kit;
use crate::format::backup_of;
use crate::session::{Command, NameStep, Naming, Session, There, ToSave};

/// Draws the field with what stands under the path; asks before that is replaced.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let (words, Some(naming)) = (&session.words, &session.naming) else { return };
    ui.add(Label::new(words.t("name-intro")).wrap());
    ui.add_space(6.0);
    let name = words.t("name-path");
    kit::caption(ui, &name);
    let mut text = naming.text.clone();
    let field = ui.add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY));
    field.widget_info(|| kit::text_info(&name, &text));
    kit::take_focus(&field, "save as");
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if text != naming.text {
        out.push(Command::Name(NameStep::Type(text)));
    }
    ui.add_space(4.0);
    let said = ui.add(Label::new(there(naming, session)).wrap());
    ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if naming.asks {
            if ui.button(words.t("name-replace")).clicked() {
                out.push(Command::Name(NameStep::Replace));
            }
        } else {
            let save = ui.add_enabled(naming.there.can_be_saved(), eframe::egui::Button::new(words.t("name-save")));
            if save.clicked() || entered && naming.there.can_be_saved() {
                out.push(Command::Name(NameStep::Save));
            }
        }
        if ui.button(words.t("mark-cancel")).clicked() {
            out.push(Command::ClosePanel);
        }
    });
}

/// What stands under the path, and what saving would do to it.
fn there(naming: &Naming, session: &Session) -> String {
    let words = &session.words;
    match naming.there {
        There::Nothing => words.t("name-nothing"),
        There::File(bytes) => {
            let backup = backup_of(std::path::Path::new(naming.text.trim()));
            let backup = backup.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let kilobytes = words.int(i64::try_from(bytes.div_ceil(1_000)).unwrap_or(i64::MAX));
            let key = match (naming.asks, &naming.what) {
                (false, _) => "name-file",
                (true, ToSave::Portfolio) => "name-asks",
                (true, _) => "name-asks-to-lose",
            };
            words.tf(key, &[("size", kilobytes.into()), ("backup", backup.into())])
        }
        There::Open if naming.asks => words.t("name-asks-open"),
        There::Open => words.t("name-open"),
        There::OpenOther => words.t("name-open-other"),
        There::Folder => words.t("name-folder"),
        There::NoFolder => words.t("name-no-folder"),
        There::NoName => words.t("name-none"),
    }
}
