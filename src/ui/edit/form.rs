//! The form of a record: each field with its control. What is typed is checked at once, changes the record where it can be
//! one, and stays in its field with the reason where it cannot.

use eframe::egui::{self, Id, RichText, TextEdit, Ui, WidgetInfo, vec2};
use serde_json::Value;

use super::choices::check_box;
use super::draft::{self, Edited, Step};
use super::spec::{Field, Kind};
use crate::figure::facts::capitalized;
use crate::figure::field_label;
use crate::format::Problem;
use crate::session::{Command, Edit, Session};
use crate::ui::kit;
use crate::ui::theme::palette;

/// Width of the names of fields.
const NAMES: f32 = 150.0;

/// The first field of a form has the focus when it opens.
pub(super) const FIRST: &str = "first field";

/// How a text is typed.
#[derive(Clone, Copy)]
pub(super) enum Look {
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

    pub(super) fn label(&self, path: &[Step]) -> String {
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
    pub(super) fn put(&self, ui: &Ui, path: &[Step], value: Value, typed: Option<&str>, out: &mut Vec<Command>) {
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

    pub(super) fn control(&self, ui: &mut Ui, path: &[Step], kind: &Kind, name: &str, out: &mut Vec<Command>) {
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
            Kind::AnyOf(words) => self.any_of(ui, path, (name, words), out),
            Kind::Ref(list) => self.reference(ui, path, *list, false, name, out),
            Kind::MaybeRef(list) => self.reference(ui, path, *list, true, name, out),
            Kind::Refs(list) => self.references(ui, path, *list, name, out),
            Kind::Texts => self.texts(ui, path, name, out),
            Kind::Both | Kind::LongBoth | Kind::Rows(_) | Kind::Group(_) => {}
        }
    }

    /// A line or several of text. What is shown is what was typed, as long as it is nothing else. Text is taken while it
    /// is typed; a value when it is whole: half a date is another date.
    pub(super) fn line(
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
            // As wide as what stands above and below.
            let width = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
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
