//! The fact file in a panel: of each figure of the view its sentence, passages, addresses, rivals, lacks and limits.

use std::sync::Arc;

use eframe::egui::{Id, Label, RichText, TextStyle, Ui};

use super::detail::{side_by_side, source_row};
use super::kit;
use super::theme::palette;
use super::worked::{worked, working};
use crate::figure::facts::SourceLine;
use crate::figure::{Dossier, DossierEntry};
use crate::session::{Command, SaveFile, Session};

/// Draws the fact file of the shown view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let Some(file) = made(ui, session) else { return working(ui, session) };
    ui.add(Label::new(words.t("dossier-intro")).wrap());
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button(words.t("dossier-copy")).clicked() {
            out.push(Command::Copy(session.dossier_text()));
        }
        if ui.button(words.t("dossier-save")).clicked() {
            let name = format!("{}.md", words.t("dossier-file"));
            out.push(Command::Save(SaveFile { name, text: session.dossier_text() }));
        }
    });
    ui.add_space(4.0);
    kit::plain(ui, &file.sentence);
    if let Some(filter) = &file.filter {
        kit::soft(ui, words.tf("copy-filter", &[("filter", filter.into())]));
    }
    kit::soft(ui, file.version.as_str());
    for entry in &file.entries {
        ui.push_id(&entry.of, |ui| self::entry(ui, entry, session, out));
    }
}

/// The fact file, kept until the view, the filter, the records, the language or the person's marks change.
fn made(ui: &Ui, session: &Session) -> Option<Arc<Dossier>> {
    let key = (session.words.lang(), session.view.clone(), session.notes.clone());
    worked(ui, Id::unique("atalaya dossier"), key, session, |session: &Session| session.dossier())
}

fn entry(ui: &mut Ui, entry: &DossierEntry, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let card = &entry.card;
    ui.add_space(10.0);
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        let title = kit::strong(ui, &card.title);
        kit::tell_heading(&title, &card.title, 2);
        ui.add_space(8.0);
        let text = words.t("card-copy");
        let link = kit::link(ui, &text, TextStyle::Small);
        let name = format!("{text}: {}", card.title);
        link.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::accesskit::Role::Button, true, &name));
        if link.clicked() {
            out.push(Command::Copy(card.copied(session.filter(), session.names())));
        }
    });
    ui.add(Label::new(&entry.sentence).wrap().selectable(true));
    for part in &card.parts {
        kit::small(ui, format!("– {}: {}", part.label, part.spoken));
    }
    if !card.tellings.is_empty() {
        kit::caption(ui, &words.t("card-tellings-title"));
        side_by_side(ui, &card.tellings);
    }
    list(ui, &words.t("card-lacks-title"), &card.lacks);
    list(ui, &words.t("card-proves-not-title"), &card.proves_not);
    if !card.sources.is_empty() {
        kit::caption(ui, &words.t("card-sources-title"));
        for (place, line) in card.sources.iter().enumerate() {
            source_row(ui, Some(place + 1), line, words, out);
            passage(ui, line, session, out);
        }
    }
}

/// The passage of a source, its copy and when it was consulted, where there are such.
fn passage(ui: &mut Ui, line: &SourceLine, session: &Session, out: &mut Vec<Command>) {
    if line.excerpt.is_none() && line.consulted.is_none() && line.archived.is_none() {
        return;
    }
    let words = &session.words;
    ui.indent(("passage", &line.id), |ui| {
        if let Some(passage) = &line.excerpt {
            let text = words.tf("source-excerpt", &[("passage", passage.into())]);
            ui.add(Label::new(RichText::new(text).italics().color(palette(ui).text)).wrap().selectable(true));
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(date) = &line.consulted {
                kit::small(ui, words.tf("source-consulted", &[("date", date.into())]));
            }
            if let Some(url) = &line.archived
                && kit::link(ui, &words.t("detail-archived"), TextStyle::Small).on_hover_text(url).clicked()
            {
                out.push(Command::Visit(url.clone()));
            }
        });
    });
}

fn list(ui: &mut Ui, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    kit::caption(ui, title);
    for item in items {
        kit::plain(ui, &format!("– {item}"));
    }
}
