//! The table of projects, with its groups and its order.

use eframe::egui::{self, Color32, Ui};

use super::table::{self, CellLook, LINE, LineLook, Rows, TableEvent};
use super::theme::palette;
use super::{empty, kit, reach};
use crate::figure::{Cell, Names, project_cell};
use crate::i18n::{Topic, Words};
use crate::model::{Found, List};
use crate::query::{By, Column, Key, Row, Teller, fold};
use crate::session::{Command, HelpStep, Line, Selected, Session, Settings, Verb, topic_of_column};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if session.answer().rows.is_empty() {
        empty::no_match(ui, session, out);
        return;
    }
    let rows = ProjectRows::new(ui, session);
    controls(ui, session, &rows, out);
    let size = egui::vec2(ui.available_width(), (ui.available_height() - 4.0).max(LINE * 4.0));
    let mut events = Vec::new();
    ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        events = table::show(ui, &rows, &session.settings.columns, rows.selected_line());
    });
    for event in events {
        take(event, session, out);
    }
}

fn controls(ui: &mut Ui, session: &Session, rows: &ProjectRows<'_>, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.horizontal(|ui| {
        let options: Vec<(Option<By>, String)> = std::iter::once((None, words.t("group-none")))
            .chain(
                [By::Theme, By::Ending, By::Implementer, By::Year].map(|by| (Some(by), rows.names.field(by.field()))),
            )
            .collect();
        let chosen = if ui.available_width() > 820.0 {
            kit::choose(ui, &words.t("group-by"), &options, session.view.group)
        } else {
            choose_from_list(ui, &words.t("group-by"), &options, session.view.group)
        };
        if let Some(group) = chosen {
            out.push(Command::Group(group));
        }
        reach::at_right(ui, |ui| {
            let picked = session.view.picked.len();
            let label = if picked > 0 { words.tf("copy-picked", &[("n", picked.into())]) } else { words.t("copy-all") };
            if ui.button(label).on_hover_text(words.t("copy-hint")).clicked() {
                out.push(Command::Do(Verb::CopyRows));
            }
            let defaults = Settings::default().columns;
            if let Some(columns) = table::columns_button(ui, rows, &session.settings.columns, &defaults) {
                out.push(Command::Columns(columns));
            }
        });
    });
}

/// The same choice where there is no room for all of it at once.
fn choose_from_list<T: Copy + PartialEq>(ui: &mut Ui, title: &str, options: &[(T, String)], now: T) -> Option<T> {
    let mut chosen = None;
    let label = kit::soft(ui, title);
    let shown = options.iter().find(|(option, _)| *option == now).map_or("", |(_, words)| words.as_str());
    let list = egui::ComboBox::from_id_salt("group").selected_text(shown).show_ui(ui, |ui| {
        for (option, words) in options {
            if ui.selectable_label(*option == now, words).clicked() {
                chosen = Some(*option);
            }
        }
    });
    list.response.labelled_by(label.id);
    chosen
}

fn take(event: TableEvent<Column>, session: &Session, out: &mut Vec<Command>) {
    let id = |at: usize| match session.line(at) {
        Some(Line::Project(row)) => session.document.portfolio.projects.id(row).map(str::to_owned),
        Some(Line::Group(_)) | None => None,
    };
    match event {
        TableEvent::Go(at) => {
            if !session.view.picked.is_empty() {
                out.push(Command::Pick(Vec::new()));
            }
            out.extend(id(at).map(|id| Command::Select(Some(Selected::Project(id)))));
        }
        TableEvent::Open(at) => {
            out.extend(id(at).map(|id| Command::Select(Some(Selected::Project(id)))));
            if !session.settings.details {
                out.push(Command::Do(Verb::ToggleDetails));
            }
        }
        TableEvent::Edit(at, column) => {
            match (id(at), field_of(column)) {
                (Some(id), Some(field)) => out.push(Command::EditField(List::Projects, id, field)),
                // What is worked out is edited where it comes from.
                (Some(id), None) => out.push(Command::Form(Some((List::Projects, id)))),
                (None, _) => {}
            }
        }
        TableEvent::Toggle(at) => {
            let mut picked = session.view.picked.clone();
            if let Some(id) = id(at)
                && !picked.remove(&id)
            {
                picked.insert(id);
            }
            out.push(Command::Pick(picked.into_iter().collect()));
        }
        TableEvent::Range(from, to) => {
            out.push(Command::Pick((from.min(to)..=from.max(to)).filter_map(id).collect()));
        }
        TableEvent::Sort { column, second } => out.push(Command::Order(ordered(&session.view.order, column, second))),
        TableEvent::Explain(topic) => out.push(Command::Help(HelpStep::Read(topic))),
        TableEvent::Columns(columns) => out.push(Command::Columns(columns)),
    }
}

/// The field of a project that a column shows; none where it is worked out.
const fn field_of(column: Column) -> Option<&'static str> {
    Some(match column {
        Column::Name => "name",
        Column::Acronym => "acronym",
        Column::Theme => "themes",
        Column::Implementer => "organizations",
        Column::Start => "start",
        Column::PlannedEnd => "planned_end",
        Column::ActualEnd => "actual_end",
        Column::Amount => "amounts",
        Column::Ending => "ending",
        Column::Status => "status",
        Column::States => "states",
        Column::Sectors => "sectors",
        Column::Supports => "supports",
        Column::Counterpart => "counterpart",
        Column::Scope => "scope",
        Column::Agreement => "agreement_number",
        Column::Sources => "sources",
        Column::MonthsAhead | Column::ShareAhead | Column::CutMoney => return None,
    })
}

/// A click orders by the column, or turns its direction; with Shift it becomes the second key.
fn ordered(order: &[Key], column: Column, second: bool) -> Vec<Key> {
    let known = order.iter().position(|key| key.column == column);
    let largest_first = matches!(
        column,
        Column::Amount | Column::MonthsAhead | Column::ShareAhead | Column::CutMoney | Column::Sources
    );
    match (second, known) {
        (true, None) => {
            let first = order.first().copied();
            first.into_iter().chain([Key { column, descending: largest_first }]).collect()
        }
        (true, Some(at)) => {
            let turn = |(place, key): (usize, &Key)| Key { descending: key.descending != (place == at), ..*key };
            order.iter().enumerate().map(turn).collect()
        }
        (false, Some(0)) => {
            let mut order = order.to_vec();
            order.truncate(1);
            if let Some(first) = order.first_mut() {
                first.descending = !first.descending;
            }
            order
        }
        (false, _) => vec![Key { column, descending: largest_first }],
    }
}

/// The lines of the session as a table.
struct ProjectRows<'a> {
    session: &'a Session,
    names: Names<'a>,
    marks: Vec<String>,
    areas: Vec<Color32>,
}

impl<'a> ProjectRows<'a> {
    fn new(ui: &Ui, session: &'a Session) -> Self {
        let themes = session.document.portfolio.themes.len();
        Self {
            session,
            names: session.names(),
            marks: session.filter().words().map(fold).filter(|word| word.chars().count() > 1).collect(),
            areas: (0..themes).map(|place| palette(ui).area(place)).collect(),
        }
    }

    fn record(&self, at: usize) -> Option<(Found<'a>, &'a Row)> {
        match self.session.line(at)? {
            Line::Project(row) => {
                let document = &self.session.document;
                Some((document.portfolio.projects.get(row)?, document.index.rows.get(row)?))
            }
            Line::Group(_) => None,
        }
    }

    fn selected_line(&self) -> Option<usize> {
        let Some(Selected::Project(id)) = &self.session.view.selected else { return None };
        let row = self.session.document.portfolio.projects.position(id)?;
        self.session.line_of(row)
    }

    fn group(&self, place: usize) -> String {
        let (Some(group), Some(by)) = (self.session.groups().get(place), self.session.view.group) else {
            return String::new();
        };
        let name =
            group.key.as_ref().map_or_else(|| self.names.missing(by.field()), |key| self.names.key(by.field(), key));
        let words = &self.session.words;
        let mut text = words.tf("group-head", &[("name", name.into()), ("n", group.projects.into())]);
        match group.amount {
            Some(amount) => text += &format!("  ·  {}", self.names.millions(amount)),
            None => text += &format!("  ·  {}", self.names.group_without(group).to_lowercase()),
        }
        if group.assumed > 0 && by != By::Year {
            let money = self.names.millions(group.assumed);
            text += &format!("  ·  {}", words.tf("group-assumed", &[("money", money.into())]));
        }
        if group.without_amount > 0 && group.amount.is_some() {
            text += &format!("  ·  {}", words.tf("line-without", &[("n", group.without_amount.into())]));
        }
        text
    }
}

impl Rows for ProjectRows<'_> {
    type Column = Column;

    fn count(&self) -> usize {
        self.session.line_count()
    }

    fn title(&self, column: Column) -> String {
        match column {
            Column::Amount => {
                let currency = self.session.document.portfolio.currency();
                self.session.words.tf("column-amount-in", &[("currency", currency.code().into())])
            }
            column => self.session.names().column(column),
        }
    }

    fn is_figure(&self, column: Column) -> bool {
        matches!(column, Column::Amount | Column::MonthsAhead | Column::ShareAhead | Column::CutMoney | Column::Sources)
    }

    fn line(&self, at: usize) -> LineLook {
        let view = &self.session.view;
        match (self.session.line(at), self.record(at)) {
            (Some(Line::Group(place)), _) => LineLook::Group(self.group(place)),
            (_, Some((project, _))) => LineLook::Record {
                id: project.id.clone(),
                selected: matches!(&view.selected, Some(Selected::Project(id)) if *id == project.id),
                picked: view.picked.contains(&project.id),
            },
            (_, None) => LineLook::Group(String::new()),
        }
    }

    fn cell(&self, at: usize, column: Column) -> CellLook {
        let Some((project, row)) = self.record(at) else { return CellLook::default() };
        let words = &self.session.words;
        let cell: Cell = project_cell(column, &project, row, self.names);
        let themes = project.themes.iter().filter_map(|t| self.session.document.portfolio.themes.position(&t.theme));
        let missing = match column {
            Column::States | Column::Counterpart | Column::Sectors | Column::Supports => words.t("missing-short-f"),
            Column::Acronym | Column::Agreement | Column::Status | Column::ActualEnd => "–".to_owned(),
            _ => words.t("missing-short"),
        };
        let spoken = match (column, row.headline) {
            (Column::Amount, Some(told)) => Some(self.names.millions_spoken(i128::from(told.value))),
            (Column::Amount, None) if cell.is_missing() => Some(words.t("missing-amount")),
            (Column::Ending, _) => Some(cell.plain.clone()),
            (_, _) if cell.is_missing() => Some(words.t("missing-value")),
            _ => None,
        };
        CellLook {
            swatches: match column {
                Column::Name => themes.filter_map(|place| self.areas.get(place).copied()).collect(),
                _ => Vec::new(),
            },
            lang: Some(self.names.project(&project).lang)
                .filter(|lang| column == Column::Name && *lang != words.lang()),
            hint: (column == Column::Amount && row.headline.is_some_and(|told| told.teller == Teller::Nobody))
                .then(|| words.t("hint-unsourced")),
            cell,
            missing,
            spoken,
        }
    }

    fn is_edited(&self, column: Column) -> bool {
        field_of(column).is_some()
    }

    fn topic(&self, column: Column) -> Topic {
        topic_of_column(column)
    }

    fn rank(&self, column: Column) -> Option<(usize, bool)> {
        let order = &self.session.view.order;
        order.iter().enumerate().find(|(_, key)| key.column == column).map(|(place, key)| (place, key.descending))
    }

    fn marks(&self) -> &[String] {
        &self.marks
    }

    fn words(&self) -> &Words {
        &self.session.words
    }

    fn name(&self) -> String {
        self.session.words.t("tab-projects")
    }
}
