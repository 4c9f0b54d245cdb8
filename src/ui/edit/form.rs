//! The form of a record: each field with its control. What is typed is checked at once, changes the record where it can be
//! one, and stays in its field with the reason where it cannot.

use eframe::egui::{self, ComboBox, Id, Response, RichText, TextEdit, Ui, WidgetInfo, vec2};
use serde_json::Value;

use super::draft::{self, Edited, Step};
use super::pick;
use super::spec::{Field, Kind};
use crate::figure::facts::capitalized;
use crate::figure::field_label;
use crate::format::Problem;
use crate::model::{List, Share};
use crate::session::{Command, Edit, Session};
use crate::ui::kit;
use crate::ui::theme::palette;

/// Width of the names of fields.
const NAMES: f32 = 150.0;

/// The first field of a form has the focus when it opens.
pub(super) const FIRST: &str = "first field";

/// How a text is typed.
#[derive(Clone, Copy)]
enum Look {
    /// In one line.
    Text,
    /// In several lines.
    Long,
    /// A date, an amount, a number: in a line so wide.
    Value(f32),
}

/// The form of one record, or of what the portfolio says of itself.
pub(super) struct Form<'a> {
    pub session: &'a Session,
    pub edited: &'a Edited,
    /// The record as a tree.
    pub tree: &'a Value,
    /// What is wrong with it.
    pub problems: Vec<&'a Problem>,
    pub id: Id,
}

/// What was typed and is nothing that can stand in the record, and why.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    why: String,
}

impl Form<'_> {
    /// Draws fields below one another.
    pub fn fields(&self, ui: &mut Ui, path: &[Step], fields: &[Field], out: &mut Vec<Command>) {
        for field in fields {
            let path: Vec<Step> = path.iter().copied().chain([Step::Field(field.name)]).collect();
            let label = self.label(&path);
            ui.push_id(&path, |ui| match &field.kind {
                Kind::Rows(fields) => self.rows(ui, &path, &label, fields, out),
                Kind::Group(fields) => self.group(ui, &path, &label, fields, out),
                Kind::Both | Kind::LongBoth => self.both(ui, &path, &label, matches!(field.kind, Kind::LongBoth), out),
                kind => {
                    named(ui, &label, |ui, name| self.control(ui, &path, kind, name, out));
                }
            });
            self.problems(ui, &path);
        }
    }

    fn label(&self, path: &[Step]) -> String {
        let names: Vec<String> = path
            .iter()
            .filter_map(|step| match step {
                Step::Field(name) => Some((*name).to_owned()),
                Step::Place(_) => None,
            })
            .collect();
        // Within a row or a group the field alone says enough.
        field_label(names.get(names.len().saturating_sub(1)..).unwrap_or_default(), &self.session.words)
    }

    /// What is wrong with a field, below it.
    fn problems(&self, ui: &mut Ui, path: &[Step]) {
        let [Step::Field(name)] = path else { return };
        let here =
            |field: &str| field == *name || field.strip_prefix(name).is_some_and(|rest| rest.starts_with(['[', '.']));
        for problem in self.problems.iter().filter(|problem| problem.field.as_deref().is_some_and(here)) {
            fault(ui, &problem.kind.text(&self.session.words));
        }
    }

    /// Changes the record, or keeps what was typed with the reason why it cannot be.
    fn put(&self, ui: &Ui, path: &[Step], value: Value, typed: Option<&str>, out: &mut Vec<Command>) {
        let mut tree = self.tree.clone();
        draft::set(&mut tree, path, value);
        let at = self.id.with(path);
        match self.edited.with_tree(tree, &self.session.words) {
            Ok(edited) => {
                ui.data_mut(|data| data.remove_temp::<Typed>(at));
                let goes_on =
                    typed.is_some() && ui.data(|data| data.get_temp::<bool>(at.with("goes on"))) == Some(true);
                if typed.is_some() {
                    ui.data_mut(|data| data.insert_temp(at.with("goes on"), true));
                }
                out.push(Command::Edit(match edited {
                    Edited::Entry(entry) => Edit::Put { entry, goes_on },
                    Edited::Header(header) => Edit::Header { header, goes_on },
                }));
            }
            Err(why) => {
                let text = typed.unwrap_or_default().to_owned();
                ui.data_mut(|data| data.insert_temp(at, Typed { text, why }));
            }
        }
    }

    fn control(&self, ui: &mut Ui, path: &[Step], kind: &Kind, name: &str, out: &mut Vec<Command>) {
        let value = draft::at(self.tree, path);
        match kind {
            Kind::Text | Kind::Must | Kind::Long => {
                let must = matches!(kind, Kind::Must);
                let made = |typed: &str| if must { Value::String(typed.to_owned()) } else { draft::text(typed) };
                let look = if matches!(kind, Kind::Long) { Look::Long } else { Look::Text };
                self.line(ui, path, look, name, made, out);
            }
            Kind::Date | Kind::MustDate => {
                let made = |typed: &str| draft::text(typed.trim());
                self.line(ui, path, Look::Value(130.0), name, made, out);
            }
            Kind::Money | Kind::MustMoney => self.line(ui, path, Look::Value(150.0), name, draft::money, out),
            Kind::Whole | Kind::Percent => {
                let made = |typed: &str| draft::number(typed.trim().trim_end_matches('%').trim_end());
                self.line(ui, path, Look::Value(80.0), name, made, out);
            }
            Kind::YesNo => {
                let mut on = value.as_bool().unwrap_or(false);
                let response = check_box(ui, &mut on, "");
                response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, on, name));
                if response.changed() {
                    self.put(ui, path, Value::Bool(on), None, out);
                }
            }
            Kind::OneOf(words) => self.one_of(ui, path, words, false, name, out),
            Kind::OneOrNone(words) => self.one_of(ui, path, words, true, name, out),
            Kind::AnyOf(words) => self.any_of(ui, path, words, out),
            Kind::Ref(list) => self.reference(ui, path, *list, false, name, out),
            Kind::MaybeRef(list) => self.reference(ui, path, *list, true, name, out),
            Kind::Refs(list) => self.references(ui, path, *list, name, out),
            Kind::Texts => self.texts(ui, path, name, out),
            Kind::Both | Kind::LongBoth | Kind::Rows(_) | Kind::Group(_) => {}
        }
    }

    /// A line or several of text. What is shown is what was typed, as long as it is nothing else. Text is taken while it
    /// is typed; a value when it is whole: half a date is another date.
    fn line(
        &self,
        ui: &mut Ui,
        path: &[Step],
        look: Look,
        name: &str,
        made: impl Fn(&str) -> Value,
        out: &mut Vec<Command>,
    ) {
        let at = self.id.with(path);
        let kept: Option<Typed> = ui.data(|data| data.get_temp(at));
        let stands = plain(draft::at(self.tree, path));
        let mut text = kept.as_ref().map_or(stands, |typed| typed.text.clone());
        let edit = match look {
            Look::Long => TextEdit::multiline(&mut text).desired_rows(2),
            Look::Text | Look::Value(_) => TextEdit::singleline(&mut text),
        };
        let room = ui.available_width() - 8.0;
        let width = if let Look::Value(width) = look { room.min(width) } else { room };
        let response = ui.add(edit.desired_width(width).min_size(vec2(0.0, 24.0)).id(at.with("edit")));
        response.widget_info(|| kit::text_info(name, &text));
        kit::take_focus(&response, FIRST);
        let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
        match look {
            Look::Value(_) if response.changed() => self.try_out(ui, path, made(&text), &text),
            Look::Value(_) if response.lost_focus() && escaped => {
                ui.data_mut(|data| data.remove_temp::<Typed>(at));
            }
            Look::Value(_) if response.lost_focus() && kept.is_some() => {
                self.put(ui, path, made(&text), Some(&text), out);
            }
            Look::Text | Look::Long if response.changed() => self.put(ui, path, made(&text), Some(&text), out),
            _ => {}
        }
        if !response.has_focus() {
            ui.data_mut(|data| data.remove_temp::<bool>(at.with("goes on")));
        }
        if let Some(typed) = ui.data(|data| data.get_temp::<Typed>(at)).filter(|typed| !typed.why.is_empty()) {
            fault(ui, &typed.why);
        }
        hidden(ui, &text, self.session);
    }

    /// Keeps what is typed of a value, with the reason where it could not stand like this.
    fn try_out(&self, ui: &Ui, path: &[Step], value: Value, text: &str) {
        let mut tree = self.tree.clone();
        draft::set(&mut tree, path, value);
        let why = self.edited.with_tree(tree, &self.session.words).err().unwrap_or_default();
        let typed = Typed { text: text.to_owned(), why };
        ui.data_mut(|data| data.insert_temp(self.id.with(path), typed));
    }

    /// A text in both languages, side by side.
    fn both(&self, ui: &mut Ui, path: &[Step], label: &str, long: bool, out: &mut Vec<Command>) {
        named(ui, label, |ui, name| {
            let width = (ui.available_width() - 24.0) / 2.0;
            ui.horizontal_top(|ui| {
                for lang in ["es", "en"] {
                    let path: Vec<Step> = path.iter().copied().chain([Step::Field(lang)]).collect();
                    let key = if lang == "es" { "datum-in-spanish" } else { "datum-in-english" };
                    let name = self.session.words.tf(key, &[("field", name.into())]);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        kit::small(ui, self.session.words.t(if lang == "es" { "lang-es" } else { "lang-en" }));
                        let look = if long { Look::Long } else { Look::Text };
                        self.line(ui, &path, look, &name, draft::text, out);
                    });
                }
            });
        });
    }

    fn one_of(
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
        combo.response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name);
            info.current_text_value = Some(shown.clone());
            info
        });
    }

    fn any_of(&self, ui: &mut Ui, path: &[Step], known: &[(&'static str, &'static str)], out: &mut Vec<Command>) {
        let now: Vec<String> = strings(draft::at(self.tree, path));
        ui.horizontal(|ui| {
            for (word, key) in known {
                let mut on = now.iter().any(|other| other == word);
                if check_box(ui, &mut on, &self.session.words.t(key)).changed() {
                    let kept = known
                        .iter()
                        .map(|(word, _)| *word)
                        .filter(|other| if other == word { on } else { now.iter().any(|known| known == other) });
                    self.put(ui, path, kept.collect(), None, out);
                }
            }
        });
    }

    fn reference(&self, ui: &mut Ui, path: &[Step], list: List, or_none: bool, name: &str, out: &mut Vec<Command>) {
        let now = draft::at(self.tree, path).as_str().unwrap_or_default().to_owned();
        ui.horizontal(|ui| {
            let called = pick::called(self.session, list, &now);
            if let Some(id) = pick::button(ui, self.session, list, &called, name, &[], out) {
                self.put(ui, path, Value::String(id), None, out);
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

    fn references(&self, ui: &mut Ui, path: &[Step], list: List, name: &str, out: &mut Vec<Command>) {
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
                ui.add(egui::Label::new(&called).truncate());
            });
        }
        if now.is_empty() && list == List::Sources {
            kit::small(ui, words.t("edit-unsourced"));
        }
        let add = words.t("edit-add");
        if let Some(id) = pick::button(ui, self.session, list, &add, name, &now, out) {
            let mut more = now;
            more.push(id);
            self.put(ui, path, more.into(), None, out);
        }
    }

    fn texts(&self, ui: &mut Ui, path: &[Step], name: &str, out: &mut Vec<Command>) {
        let now = strings(draft::at(self.tree, path));
        for place in 0..now.len() {
            ui.horizontal(|ui| {
                let path: Vec<Step> = path.iter().copied().chain([Step::Place(place)]).collect();
                self.remove_button(ui, &path, name, out);
                self.line(ui, &path, Look::Text, name, |typed| Value::String(typed.to_owned()), out);
            });
        }
        self.add_button(ui, path, name, Value::String(String::new()), out);
    }

    fn rows(&self, ui: &mut Ui, path: &[Step], label: &str, fields: &[Field], out: &mut Vec<Command>) {
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
            });
        }
        if path == [Step::Field("themes")] {
            self.left_of_whole(ui, path);
        }
        let new = Self::new_row(fields);
        self.add_button(ui, path, label, new, out);
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
            kit::small(ui, self.session.words.tf("edit-share-left", &[("left", left.to_string().into())]));
        }
    }

    /// A row with whatever must be there.
    fn new_row(fields: &[Field]) -> Value {
        let mut row = serde_json::Map::new();
        for field in fields {
            let value = match &field.kind {
                Kind::OneOf(words) => words.first().map(|(word, _)| Value::String((*word).to_owned())),
                Kind::MustMoney => Some(0.into()),
                // Nobody is named until somebody is chosen.
                Kind::Ref(_) => Some(Value::String(String::new())),
                _ => None,
            };
            row.insert(field.name.to_owned(), value.unwrap_or_default());
        }
        Value::Object(row)
    }

    fn group(&self, ui: &mut Ui, path: &[Step], label: &str, fields: &[Field], out: &mut Vec<Command>) {
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

    fn add_button(&self, ui: &mut Ui, path: &[Step], name: &str, new: Value, out: &mut Vec<Command>) {
        let mut rows = draft::at(self.tree, path).as_array().cloned().unwrap_or_default();
        rows.push(new);
        self.add(ui, path, name, Value::Array(rows), out);
    }

    fn add(&self, ui: &mut Ui, path: &[Step], name: &str, value: Value, out: &mut Vec<Command>) {
        let words = &self.session.words;
        let button = ui.button(words.t("edit-add"));
        let told = format!("{name}: {}", words.t("edit-add"));
        button.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &told));
        if button.clicked() {
            self.put(ui, path, value, None, out);
        }
    }

    /// Takes a row, or a group, out.
    fn remove_button(&self, ui: &mut Ui, path: &[Step], name: &str, out: &mut Vec<Command>) {
        let number = match path.last() {
            Some(Step::Place(place)) => format!("{name} {}", place + 1),
            _ => name.to_owned(),
        };
        let told = self.session.words.tf("edit-take-out", &[("name", number.into())]);
        if !kit::icon_button(ui, kit::Icon::Close, &told).clicked() {
            return;
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

/// A name at the left, and beside it its control.
fn named(ui: &mut Ui, label: &str, control: impl FnOnce(&mut Ui, &str)) {
    ui.horizontal_top(|ui| {
        let text = RichText::new(label).color(palette(ui).soft);
        let left = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(NAMES, 24.0), left, |ui| {
            ui.set_min_width(NAMES);
            ui.add(egui::Label::new(text).truncate());
        });
        ui.vertical(|ui| control(ui, label));
    });
}

/// Why something cannot be, below its field.
pub(super) fn fault(ui: &mut Ui, why: &str) {
    let colour = palette(ui).failure;
    ui.horizontal_top(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(16.0, 16.0), egui::Sense::hover());
        kit::icon(ui.painter(), kit::Icon::Warning, mark, colour);
        let text = RichText::new(capitalized(why)).text_style(egui::TextStyle::Small).color(colour);
        let label = ui.add(egui::Label::new(text).wrap());
        ui.accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
    });
}

/// A box that is seen in either mode, also where it is empty.
fn check_box(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    let stroke = egui::Stroke::new(1.0, palette(ui).soft);
    let scoped = ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_stroke = stroke;
        ui.checkbox(on, text)
    });
    scoped.inner
}

/// Letters that cannot be seen where they stand are told by their numbers.
fn hidden(ui: &mut Ui, text: &str, session: &Session) {
    let mut found: Vec<char> =
        text.chars().filter(|letter| crate::i18n::is_hidden(*letter) && *letter != '\n').collect();
    found.sort_unstable();
    found.dedup();
    if !found.is_empty() {
        let list = found.iter().take(8).map(|letter| format!("U+{:04X}", u32::from(*letter))).collect::<Vec<_>>();
        fault(ui, &session.words.tf("edit-hidden", &[("list", list.join(", ").into())]));
    }
}

/// A value as it is typed.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}
