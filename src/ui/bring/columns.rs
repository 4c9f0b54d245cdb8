//! How a table is read, and which of its columns becomes which field: told from the data, and corrected here.

use eframe::egui::{Align, ComboBox, Grid, Id, Layout, RichText, TextEdit, Ui, WidgetInfo, accesskit};

use super::super::kit;
use super::super::theme::palette;
use crate::format::sheet::{Conventions, DELIMITERS, DateOrder, Decimal, Grid as Table, Mapping, Target, guess};
use crate::format::{AsTable, Brought, called};
use crate::session::{Bring, Command, Session};

/// The encodings that are offered, by their names on the web.
const ENCODINGS: [&str; 4] = ["UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"];
/// How many columns that become nothing are laid out at most; the rest is counted.
const LISTED: usize = 40;
/// Between two columns of the list, in points.
const GAP: f32 = 14.0;
/// Among so many rows an example is looked for: this is done in each frame.
const LOOKED_AT: usize = 1_000;

/// Sheet, encoding, delimiter, decimals, dates, currency.
pub fn read_how(ui: &mut Ui, table: &Table, mapping: &Mapping, session: &Session, out: &mut Vec<Command>) {
    let words = &session.words;
    let now = &mapping.conventions;
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if table.origin.sheets.len() > 1 {
            let shown = table.origin.sheet.clone().unwrap_or_default();
            let all = table.origin.sheets.iter().map(|sheet| (sheet.clone(), sheet.clone()));
            if let Some(sheet) = choice(ui, &words.t("bring-sheet"), &shown, all) {
                out.push(Command::Bring(Bring::Read(AsTable::Sheet(sheet))));
            }
        }
        let mut read = |conventions: Conventions| {
            out.push(Command::Bring(Bring::Read(AsTable::Text(Box::new(conventions)))));
        };
        if let Some(encoding) = &now.encoding {
            let all = ENCODINGS.into_iter().map(|name| (name.to_owned(), name.to_owned()));
            if let Some(encoding) = choice(ui, &words.t("bring-encoding"), encoding, all) {
                read(Conventions { encoding: Some(encoding), ..now.clone() });
            }
        }
        if let Some(delimiter) = now.delimiter {
            let all = DELIMITERS.into_iter().map(|mark| (mark, words.t(delimiter_message(mark))));
            if let Some(delimiter) =
                choice(ui, &words.t("bring-delimiter"), &words.t(delimiter_message(delimiter)), all)
            {
                read(Conventions { delimiter: Some(delimiter), ..now.clone() });
            }
        }
        let mut map = |conventions: Conventions| {
            out.push(Command::Bring(Bring::Map(Box::new(Mapping { conventions, ..mapping.clone() }))));
        };
        let all = [Decimal::Point, Decimal::Comma].map(|decimal| (decimal, words.t(decimal.message())));
        if let Some(decimal) = choice(ui, &words.t("bring-decimal"), &words.t(now.decimal.message()), all.into_iter()) {
            map(Conventions { decimal, ..now.clone() });
        }
        let all = DateOrder::ALL.map(|order| (order, words.t(order.message())));
        if let Some(date_order) =
            choice(ui, &words.t("bring-date-order"), &words.t(now.date_order.message()), all.into_iter())
        {
            map(Conventions { date_order, ..now.clone() });
        }
        currency(ui, now, session, &mut map);
    });
    for noticed in &table.noticed {
        ui.add(eframe::egui::Label::new(RichText::new(noticed.text(words)).color(palette(ui).failure)).wrap());
    }
}

const fn delimiter_message(mark: char) -> &'static str {
    match mark {
        ',' => "bring-delimiter-comma",
        ';' => "bring-delimiter-semicolon",
        '\t' => "bring-delimiter-tab",
        _ => "bring-delimiter-bar",
    }
}

/// The currency of amounts that name none.
fn currency(ui: &mut Ui, now: &Conventions, session: &Session, map: &mut dyn FnMut(Conventions)) {
    let words = &session.words;
    let at = Id::unique("bring currency");
    let shown = now.currency.map(|currency| currency.to_string()).unwrap_or_default();
    let mut typed: String = ui.data(|data| data.get_temp(at)).unwrap_or_else(|| shown.clone());
    ui.label(words.t("bring-currency"));
    let response = ui.add(TextEdit::singleline(&mut typed).desired_width(44.0).char_limit(3));
    response.widget_info(|| kit::text_info(&words.t("bring-currency"), &typed));
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(at, typed.clone()));
    }
    if response.lost_focus() {
        ui.data_mut(|data| data.remove_temp::<String>(at));
        let currency = typed.trim().to_uppercase().parse().ok();
        if currency != now.currency && (currency.is_some() || typed.trim().is_empty()) {
            map(Conventions { currency, ..now.clone() });
        }
    }
}

/// A list to choose from, with its name before it; what was chosen anew.
fn choice<T>(ui: &mut Ui, label: &str, shown: &str, all: impl Iterator<Item = (T, String)>) -> Option<T> {
    let mut chosen = None;
    ui.label(label);
    let combo = ComboBox::from_id_salt(label).selected_text(shown).show_ui(ui, |ui| {
        for (value, text) in all {
            if ui.selectable_label(text == shown, &text).clicked() && text != shown {
                chosen = Some(value);
            }
        }
    });
    let name = format!("{label}: {shown}");
    combo.response.widget_info(|| WidgetInfo::labeled(accesskit::Role::ComboBox, true, &name));
    chosen
}

/// Each column with an example and the field that it becomes.
pub fn columns(
    ui: &mut Ui,
    table: &Table,
    mapping: &Mapping,
    brought: &Brought,
    session: &Session,
    out: &mut Vec<Command>,
) {
    let words = &session.words;
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        kit::strong(ui, words.t("bring-columns"));
        // They are kept for tables with these headers on this machine; the file is for another.
        for (key, step) in [("bring-save-mapping", Bring::SaveMapping), ("bring-open-mapping", Bring::AskMapping)] {
            if ui.button(words.t(key)).clicked() {
                out.push(Command::Bring(step));
            }
        }
        // What was put right once is used again for such a table, and so is what was put wrong: here it is told from it.
        if mapping.kept.is_none() && ui.button(words.t("bring-guess-again")).clicked() {
            out.push(Command::Bring(Bring::Map(Box::new(guess(table)))));
        }
    });
    if let Some(kept) = &mapping.kept {
        ui.horizontal_wrapped(|ui| {
            let columns = kept.columns.iter().filter_map(|place| mapping.columns.get(*place));
            let columns: Vec<String> = columns.map(|column| called(&column.header, words)).collect();
            let args = [
                ("name", kept.name.as_str().into()),
                ("known", usize::from(!kept.name.is_empty()).into()),
                ("n", columns.len().into()),
                ("columns", columns.join(", ").into()),
            ];
            ui.add(eframe::egui::Label::new(words.tf("bring-by-kept", &args)).wrap());
            if ui.button(words.t("bring-drop-kept")).clicked() {
                out.push(Command::Bring(Bring::Map(Box::new(mapping.without_kept(table)))));
            }
        });
    }
    let first = mapping.conventions.first_row();
    // All that become something, and of the others the first.
    let mut ignored = 0;
    let shown: Vec<usize> = (mapping.columns.iter().enumerate())
        .filter(|(_, column)| {
            ignored += usize::from(column.target == Target::Ignore);
            column.target != Target::Ignore || ignored <= LISTED
        })
        .map(|(place, _)| place)
        .collect();
    let hidden = mapping.columns.len() - shown.len();
    // With large text in a small window the columns share what there is.
    let room = ui.available_width() - 2.0 * GAP;
    let (name, example_width) = ((room * 0.3).min(220.0), (room * 0.3).min(260.0));
    let becomes = room - name - example_width;
    Grid::new("bring columns").num_columns(3).striped(true).spacing([GAP, 4.0]).show(ui, |ui| {
        for place in shown {
            let Some(column) = mapping.columns.get(place) else { continue };
            let example =
                (first..table.len()).take(LOOKED_AT).map(|row| table.cell(row, place)).find(|cell| !cell.is_empty());
            let example = example.map_or("", |cell| cell.text);
            let is_lost = column.target == Target::Ignore && !example.is_empty();
            let colour = if is_lost { palette(ui).soft } else { palette(ui).text };
            cut(ui, &called(&column.header, words), name, colour);
            cut(ui, example, example_width, palette(ui).soft);
            target(ui, (place, becomes), mapping, brought, session, out);
            ui.end_row();
        }
    });
    if hidden > 0 {
        kit::soft(ui, words.tf("bring-more-columns", &[("n", hidden.into())]));
    }
}

fn cut(ui: &mut Ui, text: &str, width: f32, colour: eframe::egui::Color32) {
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(
            eframe::egui::Label::new(RichText::new(kit::shown(ui, &crate::i18n::visible(text))).color(colour))
                .truncate(),
        );
    });
}

/// The field that the column at this place becomes, in so much width.
fn target(
    ui: &mut Ui,
    (place, room): (usize, f32),
    mapping: &Mapping,
    brought: &Brought,
    session: &Session,
    out: &mut Vec<Command>,
) {
    let words = &session.words;
    let Some(column) = mapping.columns.get(place) else { return };
    let understood = brought.understood.iter().find(|understood| understood.what == column.header);
    let shown = words.t(column.target.message());
    let told = understood.map(|understood| words.tf("bring-understood", &[("n", understood.count.into())]));
    let beside = told.as_ref().map_or(0.0, |told| kit::text_width(ui, told) + 10.0);
    // Where there is no room beside the list, the count stands below it.
    let stacked = room - beside < 130.0;
    let width = if stacked { room } else { (room - beside).min(220.0) };
    let layout = if stacked { Layout::top_down(Align::Min) } else { Layout::left_to_right(Align::Center) };
    ui.with_layout(layout, |ui| {
        let mut chosen = None;
        let combo = ComboBox::from_id_salt(("bring target", place)).selected_text(&shown).width(width).truncate();
        let combo = combo.show_ui(ui, |ui| {
            for target in Target::ALL {
                let text = words.t(target.message());
                if ui.selectable_label(target == column.target, text).clicked() && target != column.target {
                    chosen = Some(target);
                }
            }
        });
        let name = words.tf("bring-becomes", &[("column", column.header.as_str().into()), ("field", shown.into())]);
        combo.response.widget_info(|| WidgetInfo::labeled(accesskit::Role::ComboBox, true, &name));
        if let Some(target) = chosen {
            out.push(Command::Bring(Bring::Map(Box::new(mapping.corrected(place, target)))));
        }
        if let Some(told) = told {
            kit::soft(ui, told);
        }
    });
}
