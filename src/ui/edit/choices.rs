//! The controls of a form in which something is chosen: of a few words, of the records of a list, or typed one below
//! another.

use eframe::egui::{self, ComboBox, Response, Ui, WidgetInfo};
use serde_json::Value;

use super::begun::BEGUN;
use super::draft::{self, Step};
use super::form::{Form, Look};
use super::pick;
use crate::model::{List, Measured};
use crate::session::Command;
use crate::ui::kit;
use crate::ui::theme::palette;

impl Form<'_> {
    pub(super) fn one_of(
        &self,
        ui: &mut Ui,
        path: &[Step],
        known: &[(&'static str, &'static str)],
        or_none: bool,
        name: &str,
        out: &mut Vec<Command>,
    ) {
        let words = &self.session.words;
        let now = draft::at(self.tree, path).as_str().unwrap_or_default().to_owned();
        let called = |word: &str| known.iter().find(|(other, _)| *other == word).map(|(_, key)| words.t(key));
        let none = words.t("diff-nothing");
        let shown = called(&now).unwrap_or_else(|| none.clone());
        let combo = ComboBox::from_id_salt(path).width(190.0_f32.min(ui.available_width() - 8.0)).selected_text(&shown);
        let combo = combo.show_ui(ui, |ui| {
            if or_none && ui.selectable_label(now.is_empty(), &none).clicked() {
                self.put(ui, path, Value::Null, None, out);
            }
            for (word, key) in known {
                if ui.selectable_label(now == *word, words.t(key)).clicked() && now != *word {
                    self.put(ui, path, Value::String((*word).to_owned()), None, out);
                }
            }
        });
        self.begins(&combo.response);
        tell_choice(&combo.response, name, &shown);
    }

    /// What a total measures: one of the known by its name, or something else in words of one's own.
    pub(super) fn measured(&self, ui: &mut Ui, path: &[Step], name: &str, out: &mut Vec<Command>) {
        let words = &self.session.words;
        let now = Measured::from_word(draft::at(self.tree, path).as_str().unwrap_or_default());
        let other = words.t("edit-other-measure");
        let called = |known: Option<Measured>| known.map_or_else(|| other.clone(), |known| words.t(known.message()));
        let shown = called(now);
        let combo = ComboBox::from_id_salt(path).width(260.0_f32.min(ui.available_width() - 8.0)).selected_text(&shown);
        let combo = combo.show_ui(ui, |ui| {
            for choice in Measured::ALL.into_iter().map(Some).chain([None]) {
                if ui.selectable_label(now == choice, called(choice)).clicked() && now != choice {
                    let word = choice.map_or("", Measured::word);
                    self.put(ui, path, Value::String(word.to_owned()), None, out);
                }
            }
        });
        self.begins(&combo.response);
        tell_choice(&combo.response, name, &shown);
        if now.is_none() {
            let made = |typed: &str| Value::String(typed.to_owned()).into();
            self.line(ui, path, Look::Text, &format!("{name}: {other}"), made, out);
        }
    }

    pub(super) fn any_of(
        &self,
        ui: &mut Ui,
        path: &[Step],
        (name, known): (&str, &[(&'static str, &'static str)]),
        out: &mut Vec<Command>,
    ) {
        let now: Vec<String> = strings(draft::at(self.tree, path));
        ui.horizontal(|ui| {
            for (word, key) in known {
                let mut on = now.iter().any(|other| other == word);
                let text = self.session.words.t(key);
                let response = check_box(ui, &mut on, &text);
                self.begins(&response);
                let told = format!("{name}: {text}");
                response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, on, &told));
                if self.ends(&response, out) {
                    break;
                }
                if response.changed() {
                    let kept = known
                        .iter()
                        .map(|(word, _)| *word)
                        .filter(|other| if other == word { on } else { now.iter().any(|known| known == other) });
                    self.put(ui, path, kept.collect(), None, out);
                }
            }
        });
    }

    pub(super) fn reference(
        &self,
        ui: &mut Ui,
        path: &[Step],
        list: List,
        or_none: bool,
        name: &str,
        out: &mut Vec<Command>,
    ) {
        let now = draft::at(self.tree, path).as_str().unwrap_or_default().to_owned();
        ui.horizontal(|ui| {
            let none = now.is_empty() && !or_none;
            let called =
                if none { self.session.words.t("edit-choose") } else { pick::called(self.session, list, &now) };
            let (button, chosen) = pick::button(ui, self.session, list, &called, name, &[], out);
            if self.is_begun(path) && none {
                kit::take_focus(&button, BEGUN);
            }
            if let Some(id) = chosen {
                self.put(ui, path, Value::String(id), None, out);
            }
            if !now.is_empty() {
                self.open_button(ui, list, &now, &called, out);
            }
            if or_none && !now.is_empty() {
                let remove = self.session.words.tf("edit-take-out", &[("name", called.into())]);
                if kit::icon_button(ui, kit::Icon::Close, &remove).clicked() {
                    self.put(ui, path, Value::Null, None, out);
                }
            }
        });
        if list == List::Sources && now.is_empty() {
            kit::small(ui, self.session.words.t("edit-unsourced"));
        }
    }

    pub(super) fn references(&self, ui: &mut Ui, path: &[Step], list: List, name: &str, out: &mut Vec<Command>) {
        let words = &self.session.words;
        let now = strings(draft::at(self.tree, path));
        for (place, id) in now.iter().enumerate() {
            let called = pick::called(self.session, list, id);
            ui.horizontal(|ui| {
                let remove = words.tf("edit-take-out", &[("name", (&called).into())]);
                if kit::icon_button(ui, kit::Icon::Close, &remove).clicked() {
                    let mut left = now.clone();
                    left.remove(place);
                    self.put(ui, path, left.into(), None, out);
                }
                self.open_button(ui, list, id, &called, out);
                ui.add(egui::Label::new(&called).truncate());
            });
        }
        if now.is_empty() && list == List::Sources {
            kit::small(ui, words.t("edit-unsourced"));
        }
        let add = words.t("edit-add");
        let (_, chosen) = pick::button(ui, self.session, list, &add, name, &now, out);
        if let Some(id) = chosen {
            let mut more = now;
            more.push(id);
            self.put(ui, path, more.into(), None, out);
        }
    }

    /// To the form of a record that is referred to, over this one.
    fn open_button(&self, ui: &mut Ui, list: List, id: &str, called: &str, out: &mut Vec<Command>) {
        let known = self.session.records().position(list, id).is_some();
        let told = self.session.words.tf("problem-edit-name", &[("name", called.into())]);
        if known && kit::icon_button(ui, kit::Icon::Edit, &told).clicked() {
            out.push(Command::FormOver(list, id.to_owned()));
        }
    }

    pub(super) fn texts(&self, ui: &mut Ui, path: &[Step], name: &str, out: &mut Vec<Command>) {
        let now = strings(draft::at(self.tree, path));
        for place in 0..now.len() {
            ui.horizontal(|ui| {
                let path: Vec<Step> = path.iter().copied().chain([Step::Place(place)]).collect();
                self.remove_button(ui, &path, name, out);
                self.line(ui, &path, Look::Text, name, |typed| Value::String(typed.to_owned()).into(), out);
            });
        }
        self.add_button(ui, path, name, Value::String(String::new()), out);
    }
}

/// Says what is chosen, of what.
fn tell_choice(choice: &Response, name: &str, chosen: &str) {
    choice.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name);
        info.current_text_value = Some(chosen.to_owned());
        info
    });
}

/// A box that is seen in either mode, also where it is empty.
pub(super) fn check_box(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    let stroke = egui::Stroke::new(1.0, palette(ui).soft);
    let scoped = ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_stroke = stroke;
        ui.checkbox(on, text)
    });
    scoped.inner
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}
