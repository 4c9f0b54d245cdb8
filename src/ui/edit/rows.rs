//! What of a form holds other fields: rows that can be added and taken out, and groups that are there or not.

use eframe::egui::{self, Ui, WidgetInfo};
use serde_json::Value;

use super::begun::{self, BEGUN, Begun};
use super::draft::{self, Step};
use super::form::Form;
use super::spec::{Field, Kind};
use crate::model::Share;
use crate::session::Command;
use crate::ui::kit;
use crate::ui::theme::palette;

impl Form<'_> {
    pub(super) fn rows(
        &self,
        ui: &mut Ui,
        path: &[Step],
        label: &str,
        fields: &'static [Field],
        out: &mut Vec<Command>,
    ) {
        ui.add_space(4.0);
        kit::caption(ui, label);
        let count = draft::at(self.tree, path).as_array().map_or(0, Vec::len);
        for place in 0..count {
            let path: Vec<Step> = path.iter().copied().chain([Step::Place(place)]).collect();
            let frame = egui::Frame::new().stroke((1.0, palette(ui).line)).corner_radius(4).inner_margin(8);
            frame.show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(ui.available_width() - 34.0);
                        self.side_by_side(ui, &path, fields, out);
                    });
                    self.remove_button(ui, &path, label, out);
                });
                self.problems(ui, &path);
                self.tell_what_lacks(ui, &path);
            });
        }
        if path == [Step::Field("themes")] {
            self.left_of_whole(ui, path);
        }
        let [Step::Field(field)] = path else { return };
        // One row after the other: the one that is begun first.
        if !self.begun.iter().any(|begun| begun.field == *field) && self.add_clicked(ui, label) {
            Begun::new(self.id, field, fields, Self::new_row(fields)).keep(ui);
            kit::focus_next(ui, BEGUN);
        }
    }

    /// What a row that is only begun lacks to be one of the record.
    fn tell_what_lacks(&self, ui: &mut Ui, path: &[Step]) {
        let [Step::Field(field), _] = path else { return };
        let begun = self.begun.iter().find(|begun| begun.field == *field && self.is_begun(path));
        if let Some(lacks) = begun.and_then(Begun::lacks) {
            let label = self.label(&[Step::Field(field), Step::Field(lacks)]);
            kit::small(ui, self.session.words.tf("edit-row-begun", &[("field", label.into())]));
        }
    }

    /// The fields of a row, three beside one another, each below its name.
    fn side_by_side(&self, ui: &mut Ui, path: &[Step], fields: &[Field], out: &mut Vec<Command>) {
        const BESIDE: usize = 3;
        let width = (ui.available_width() - 24.0) / BESIDE as f32;
        for line in fields.chunks(BESIDE) {
            ui.horizontal_top(|ui| {
                for field in line {
                    let path: Vec<Step> = path.iter().copied().chain([Step::Field(field.name)]).collect();
                    let label = self.label(&path);
                    ui.push_id(&path, |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            kit::small(ui, &label);
                            self.control(ui, &path, &field.kind, &label, out);
                        });
                    });
                }
            });
        }
    }

    /// What is left to 100 %, where shares are stated.
    fn left_of_whole(&self, ui: &mut Ui, path: &[Step]) {
        let shares = draft::at(self.tree, path).as_array().into_iter().flatten();
        let stated: Vec<f64> = shares.filter_map(|share| share.get("share")?.as_f64()).collect();
        if !stated.is_empty() {
            let left = f64::from(Share::WHOLE.0) / 100.0 - stated.iter().sum::<f64>();
            let left = (left * 100.0).round() / 100.0;
            // What is too much is told as what is wrong.
            if left >= 0.0 {
                kit::small(ui, self.session.words.tf("edit-share-left", &[("left", left.to_string().into())]));
            }
        }
    }

    /// A row with whatever must be there.
    fn new_row(fields: &[Field]) -> Value {
        let mut row = serde_json::Map::new();
        for field in fields {
            let value = match &field.kind {
                Kind::OneOf(words) => words.first().map(|(word, _)| Value::String((*word).to_owned())),
                // No figure, and nobody named, until somebody says so.
                _ => None,
            };
            row.insert(field.name.to_owned(), value.unwrap_or_default());
        }
        Value::Object(row)
    }

    pub(super) fn group(
        &self,
        ui: &mut Ui,
        path: &[Step],
        label: &str,
        fields: &'static [Field],
        out: &mut Vec<Command>,
    ) {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            kit::caption(ui, label);
            let value = draft::at(self.tree, path);
            // What may be left out as a whole: a place in the map, a cut-off.
            if path != [Step::Field("ending")] && !value.is_null() {
                self.remove_button(ui, path, label, out);
            }
        });
        if draft::at(self.tree, path).is_null() {
            let mut new = serde_json::Map::new();
            for field in fields {
                let value = match field.kind {
                    Kind::MustDate => Value::String(self.session.today().exact().to_string()),
                    Kind::Whole => 0.into(),
                    Kind::Both => Value::Object(serde_json::Map::new()),
                    _ => Value::Array(Vec::new()),
                };
                new.insert(field.name.to_owned(), value);
            }
            self.add(ui, path, label, Value::Object(new), out);
            return;
        }
        self.fields(ui, path, fields, out);
    }

    pub(super) fn add_button(&self, ui: &mut Ui, path: &[Step], name: &str, new: Value, out: &mut Vec<Command>) {
        let mut rows = draft::at(self.tree, path).as_array().cloned().unwrap_or_default();
        rows.push(new);
        self.add(ui, path, name, Value::Array(rows), out);
    }

    fn add(&self, ui: &mut Ui, path: &[Step], name: &str, value: Value, out: &mut Vec<Command>) {
        if self.add_clicked(ui, name) {
            self.put(ui, path, value, None, out);
        }
    }

    fn add_clicked(&self, ui: &mut Ui, name: &str) -> bool {
        let words = &self.session.words;
        let button = ui.button(words.t("edit-add"));
        self.begins(&button);
        let told = format!("{name}: {}", words.t("edit-add"));
        button.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &told));
        button.clicked()
    }

    /// Takes a row, or a group, out.
    pub(super) fn remove_button(&self, ui: &mut Ui, path: &[Step], name: &str, out: &mut Vec<Command>) {
        let number = match path.last() {
            Some(Step::Place(place)) => format!("{name} {}", place + 1),
            _ => name.to_owned(),
        };
        let told = self.session.words.tf("edit-take-out", &[("name", number.into())]);
        if !kit::icon_button(ui, kit::Icon::Close, &told).clicked() {
            return;
        }
        if let ([Step::Field(field), _], true) = (path, self.is_begun(path)) {
            return begun::forget(ui, self.id, field);
        }
        match path.split_last() {
            Some((Step::Place(place), list)) => {
                let mut rows = draft::at(self.tree, list).as_array().cloned().unwrap_or_default();
                if *place < rows.len() {
                    rows.remove(*place);
                }
                self.put(ui, list, Value::Array(rows), None, out);
            }
            _ => self.put(ui, path, Value::Null, None, out),
        }
    }
}
