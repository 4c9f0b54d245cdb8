//! The request for what is missing: to whom, its text, which a person may reword, copied or saved as a file.

use std::sync::Arc;

use eframe::egui::{FontId, Id, TextEdit, Ui, WidgetInfo};

use crate::figure::{Request, requests};
use crate::session::{Command, SaveFile, Session, Taken};
use crate::ui::worked::{worked, working};
use crate::ui::{kit, notes};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(texts) = texts(ui, session) else { return working(ui, session) };
    kit::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(words.t("request-intro"));
        let Some(first) = texts.first() else {
            kit::strong(ui, words.t("request-none"));
            return;
        };
        let chosen = session.view.recipient.as_ref();
        let options: Vec<_> = texts.iter().map(|text| (&text.to, text.name.clone())).collect();
        let now = texts.iter().find(|text| Some(&text.to) == chosen).unwrap_or(first);
        if let Some(to) = kit::choose(ui, &words.t("request-for"), &options, &now.to) {
            out.push(Command::AskOf(Some(to.clone())));
        }
        kit::soft(ui, counts(now, session));
        ui.add_space(2.0);
        text(ui, now, session, out);
    });
}

/// "118 datos que faltan, de 22 proyectos y la lista que nadie ha publicado".
fn counts(request: &Request, session: &Session) -> String {
    let words = &session.words;
    let args = [("data", request.data.into()), ("projects", request.projects.into())];
    let mut said = words.tf("request-counts", &args);
    if request.list {
        said.push(' ');
        said += &words.t("request-with-list");
    }
    said
}

fn text(ui: &mut Ui, request: &Request, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let key = request.to.key();
    let draft = session.notes.draft(&key);
    let mut text = draft.map_or_else(|| request.text.clone(), |draft| draft.text.clone());
    ui.horizontal_wrapped(|ui| {
        if ui.button(words.t("request-copy")).clicked() {
            out.push(Command::Copy(text.clone()));
        }
        if ui.button(words.t("request-save")).clicked() {
            let name = format!("{}.txt", words.t("request-file"));
            out.push(Command::Save(SaveFile { name, text: text.clone() }));
        }
        if draft.is_some() && ui.button(words.t("request-restore")).clicked() {
            out.push(Command::Reword { to: key.clone(), draft: None });
        }
        let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
        kit::small(ui, words.tf("request-length", &[("n", words.int(length).into())]));
    });
    // What is missing may have changed since: the person's own words stay, and they are told.
    kit::small(
        ui,
        match draft {
            None => words.t("request-proposed"),
            Some(draft) if draft.proposed == request.text => words.t("request-edited"),
            Some(_) => words.t("request-outdated"),
        },
    );
    let taken = session.taken_out.iter().enumerate();
    let reworded = taken.filter(|(_, taken)| matches!(taken, Taken::Draft(draft) if draft.to == key));
    reworded.for_each(|(place, taken)| notes::taken_out(ui, place, taken, session, out));
    let before = text.clone();
    // An id of its own: what appears above while a person types must not take the focus away.
    let edit = TextEdit::multiline(&mut text)
        .id(Id::unique(("atalaya request", &key)))
        .desired_width(f32::INFINITY)
        .font(FontId::proportional(14.0));
    let response = ui.add(edit.margin(eframe::egui::Margin::same(10)));
    let name = words.t("request-text");
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, before.clone(), text.clone(), "");
        info.label = Some(name.clone());
        info
    });
    let lang = request.lang.code();
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_language(lang));
    if response.changed() {
        let draft = Some((request.text.clone(), text));
        out.push(Command::Reword { to: key, draft });
    }
}

/// The texts, kept until records, filter or the chosen total change. They are no matter of the window's language.
fn texts(ui: &Ui, session: &Session) -> Option<Arc<Vec<Request>>> {
    let total = session.view.total.clone();
    let key = total.clone();
    let make = move |session: &Session| {
        let document = &session.document;
        requests(&session.answer(), total.as_deref(), &document.portfolio, &document.index)
    };
    worked(ui, Id::unique("atalaya requests"), key, session, make)
}
