//! The form of a record: each field with its control. What is typed is checked at once, changes the record where it can be
//! one, and stays in its field with the reason where it cannot.

use eframe::egui::{self, Id, Response, RichText, TextEdit, Ui, WidgetInfo, vec2};
use serde_json::Value;

use super::begun::{BEGUN, Begun};
use super::choices::check_box;
use super::draft::{self, Edited, Made, Step};
use super::refused;
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
    /// A number, in a line so wide.
    Value(f32),
    Money,
    Currency,
    Date,
}

impl Look {
    /// How wide its line is; as wide as there is room where `None`.
    const fn width(self) -> Option<f32> {
        match self {
            Self::Text | Self::Long => None,
            Self::Value(width) => Some(width),
            Self::Money | Self::Currency => Some(170.0),
            Self::Date => Some(130.0),
        }
    }

    /// Whether half of it is another value, so that it is taken only when it is whole.
    const fn is_value(self) -> bool {
        self.width().is_some()
    }
}

/// The form of one record, or of what the portfolio says of itself.
pub(super) struct Form<'a> {
    pub session: &'a Session,
    pub edited: &'a Edited,
    /// The record as a tree.
    pub tree: &'a Value,
    /// What is wrong with it.
    pub problems: Vec<&'a Problem>,
    /// Rows of the tree that the record has not, the last ones of their fields.
    pub begun: Vec<Begun>,
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
    pub fn fields(&self, ui: &mut Ui, path: &[Step], fields: &'static [Field], out: &mut Vec<Command>) {
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

    /// What is wrong with a field, below it; of a row among several, in the row.
    pub(super) fn problems(&self, ui: &mut Ui, path: &[Step]) {
        let of_form = |problem: &&&Problem| match path {
            [Step::Field(name)] => problem.field.as_deref().is_some_and(|field| {
                let rest = field.strip_prefix(name);
                let in_row = rest.is_some_and(|rest| rest.starts_with('[')) && self.has_rows(name);
                field == *name || !in_row && rest.is_some_and(|rest| rest.starts_with(['[', '.']))
            }),
            [Step::Field(name), Step::Place(place)] => {
                let row = format!("{name}[{place}]");
                problem.field.as_deref().is_some_and(|field| field.starts_with(&row))
            }
            _ => false,
        };
        for problem in self.problems.iter().filter(of_form) {
            fault(ui, &problem.kind.text(&self.session.words));
        }
    }

    /// Whether the values of a field are rows, each with fields of its own.
    fn has_rows(&self, name: &'static str) -> bool {
        let rows = draft::at(self.tree, &[Step::Field(name)]).as_array();
        rows.is_some_and(|rows| rows.first().is_some_and(Value::is_object))
    }

    /// Changes the record, or keeps what was typed with the reason why it cannot be.
    pub(super) fn put(&self, ui: &Ui, path: &[Step], value: Value, typed: Option<&str>, out: &mut Vec<Command>) {
        self.put_made(ui, path, value.into(), typed, out);
    }

    fn put_made(&self, ui: &Ui, path: &[Step], made: Made, typed: Option<&str>, out: &mut Vec<Command>) {
        let at = self.id.with(path);
        let mut tree = self.with_made(path, made);
        let possible = self.possible(tree.clone());
        if possible.is_ok() {
            for begun in &self.begun {
                begun.take_out(ui, &mut tree);
            }
        }
        match possible.and_then(|()| self.edited.with_tree(tree, &self.session.words)) {
            // What was typed in a row that is only begun.
            Ok(edited) if edited == *self.edited => {
                ui.data_mut(|data| data.remove_temp::<Typed>(at));
            }
            Ok(edited) => {
                ui.data_mut(|data| data.remove_temp::<Typed>(at));
                let goes_on =
                    typed.is_some() && ui.data(|data| data.get_temp::<bool>(at.with("goes on"))) == Some(true);
                if typed.is_some() {
                    ui.data_mut(|data| data.insert_temp(at.with("goes on"), true));
                }
                out.push(Command::Edit(match edited {
                    Edited::Entry(entry) => match self.session.desk().id_by_name(&entry, self.session.records()) {
                        Some(id) => Edit::PutAs { entry, id, goes_on },
                        None => Edit::Put { entry, goes_on },
                    },
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
                let made = |typed: &str| if must { Value::String(typed.to_owned()) } else { draft::text(typed) }.into();
                let look = if matches!(kind, Kind::Long) { Look::Long } else { Look::Text };
                self.line(ui, path, look, name, made, out);
            }
            Kind::Date | Kind::MustDate => {
                self.line(ui, path, Look::Date, name, |typed| draft::date(typed).into(), out);
            }
            Kind::Money | Kind::MustMoney => {
                let usual = self.session.records().header.currency;
                self.line(ui, path, Look::Money, name, |typed| draft::money(typed, usual), out);
            }
            Kind::Currency => self.line(ui, path, Look::Currency, name, |typed| draft::currency(typed).into(), out),
            Kind::Whole | Kind::Percent => {
                let made = |typed: &str| draft::number(typed.trim().trim_end_matches('%').trim_end()).into();
                self.line(ui, path, Look::Value(80.0), name, made, out);
            }
            Kind::YesNo => {
                let mut on = value.as_bool().unwrap_or(false);
                let response = check_box(ui, &mut on, "");
                self.begins(&response);
                response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, on, name));
                if !self.ends(&response, out) && response.changed() {
                    self.put(ui, path, Value::Bool(on), None, out);
                }
            }
            // Whether a source names something is said once there is a source.
            Kind::OneOf(_) if self.lacks_its_source(path) => {
                kit::small(ui, self.session.words.t("edit-unsourced"));
            }
            Kind::OneOf(words) => self.one_of(ui, path, words, false, name, out),
            Kind::Measured => self.measured(ui, path, name, out),
            Kind::OneOrNone(words) => self.one_of(ui, path, words, true, name, out),
            Kind::AnyOf(words) => self.any_of(ui, path, (name, words), out),
            Kind::Ref(list) => self.reference(ui, path, *list, false, name, out),
            Kind::MaybeRef(list) => self.reference(ui, path, *list, true, name, out),
            Kind::Refs(list) => self.references(ui, path, *list, name, out),
            Kind::Texts => self.texts(ui, path, name, out),
            Kind::Both | Kind::LongBoth | Kind::Rows(_) | Kind::Group(_) => {}
        }
    }

    /// Whether this is the attribution of an amount that has no source.
    fn lacks_its_source(&self, path: &[Step]) -> bool {
        let Some((Step::Field("attribution"), row)) = path.split_last() else { return false };
        let source = draft::at(self.tree, &[row, &[Step::Field("source")]].concat());
        source.as_str().is_none_or(str::is_empty)
    }

    /// The first control of a form has the focus when it opens; of a new record its name has it.
    pub(super) fn begins(&self, control: &Response) {
        if !self.session.form_is_fresh() {
            kit::take_focus(control, FIRST);
        }
    }

    /// Whether Enter ended the editing of one field in a box, where it ticks nothing: the space bar does that.
    pub(super) fn ends(&self, tick: &Response, out: &mut Vec<Command>) -> bool {
        let entered = tick.has_focus() && tick.ctx.input(|input| input.key_pressed(egui::Key::Enter));
        let ends = entered && self.session.form_field.is_some();
        if ends {
            out.push(Command::Form(None));
        }
        ends
    }

    /// A line or several of text. What is shown is what was typed, as long as it is nothing else. Text is taken while it
    /// is typed; a value when it is whole: half a date is another date.
    pub(super) fn line(
        &self,
        ui: &mut Ui,
        path: &[Step],
        look: Look,
        name: &str,
        made: impl Fn(&str) -> Made,
        out: &mut Vec<Command>,
    ) {
        let at = self.id.with(path);
        let kept: Option<Typed> = ui.data(|data| data.get_temp(at));
        let stands = self.plain(look, draft::at(self.tree, path));
        let mut text = kept.as_ref().map_or(stands, |typed| typed.text.clone());
        let edit = match look {
            Look::Long => TextEdit::multiline(&mut text).desired_rows(2),
            _ => TextEdit::singleline(&mut text).hint_text(kit::prompt(self.hint(look))),
        };
        let room = ui.available_width() - 8.0;
        let width = look.width().map_or(room, |width| room.min(width));
        let response = ui.add(edit.desired_width(width).min_size(vec2(0.0, 24.0)).id(at.with("edit")));
        response.widget_info(|| kit::text_info(name, &text));
        // Of a new record its name is written first, also where a date stands before it.
        let fresh = self.session.form_is_fresh();
        let waits = fresh && look.is_value();
        if !waits && kit::take_focus(&response, FIRST) && fresh {
            kit::select_all(&response, &text);
        }
        if self.is_begun(path) && matches!(look, Look::Money) {
            kit::take_focus(&response, BEGUN);
        }
        let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
        match look {
            look if look.is_value() && response.lost_focus() && escaped => {
                ui.data_mut(|data| data.remove_temp::<Typed>(at));
            }
            // On a slow machine the last letter and the key that leaves the field come in one frame.
            look if look.is_value() && response.lost_focus() && (kept.is_some() || response.changed()) => {
                self.put_made(ui, path, made(&text), Some(&text), out);
            }
            look if look.is_value() && response.changed() => self.try_out(ui, path, made(&text), &text),
            Look::Text | Look::Long if response.changed() => self.put_made(ui, path, made(&text), Some(&text), out),
            _ => {}
        }
        if !response.has_focus() {
            ui.data_mut(|data| data.remove_temp::<bool>(at.with("goes on")));
        }
        let now = ui.data(|data| data.get_temp::<Typed>(at));
        if let Some(typed) = now.as_ref().or(kept.as_ref().filter(|_| escaped)).filter(|typed| !typed.why.is_empty()) {
            refused::note(ui, now.is_some(), self.not_taken(path, &typed.text, &typed.why));
        }
        match now {
            Some(typed) if !typed.why.is_empty() => fault(ui, &typed.why),
            Some(_) => self.understood(ui, path, look, &made(&text)),
            None => {}
        }
        hidden(ui, &text, self.session);
    }

    /// Whether a path leads into a row that is only begun.
    pub(super) fn is_begun(&self, path: &[Step]) -> bool {
        let [Step::Field(name), Step::Place(place), ..] = path else { return false };
        let count = draft::at(self.tree, &[Step::Field(name)]).as_array().map_or(0, Vec::len);
        place + 1 == count && self.begun.iter().any(|begun| begun.field == *name)
    }

    fn with_made(&self, path: &[Step], made: Made) -> Value {
        let mut tree = self.tree.clone();
        draft::set(&mut tree, path, made.value);
        if let (Some((field, value)), Some((_, row))) = (made.beside, path.split_last()) {
            draft::set(&mut tree, &[row, &[Step::Field(field)]].concat(), value);
        }
        tree
    }

    /// Why a tree could not stand, also where a row of it lacks what must be there; else nothing.
    fn possible(&self, mut tree: Value) -> Result<(), String> {
        for begun in &self.begun {
            begun.fill(&mut tree);
        }
        self.edited.with_tree(tree, &self.session.words).map(|_| ())
    }

    /// Keeps what is typed of a value, with the reason where it could not stand like this.
    fn try_out(&self, ui: &Ui, path: &[Step], made: Made, text: &str) {
        let why = self.possible(self.with_made(path, made)).err().unwrap_or_default();
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
                        self.line(ui, &path, look, &name, |typed| draft::text(typed).into(), out);
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
        // A long name goes on in the next line; one of a single line stands beside the middle of its control.
        ui.allocate_ui_with_layout(vec2(NAMES, 24.0), egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_width(NAMES);
            ui.add_space(3.0);
            ui.add(egui::Label::new(text).wrap());
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
