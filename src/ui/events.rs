//! The table of dated facts.

use eframe::egui::{self, Ui};

use super::table::{self, CellLook, LINE, LineLook, Rows, TableEvent};
use super::{empty, kit, reach};
use crate::figure::{Names, event_cell};
use crate::i18n::{Topic, Words};
use crate::model::{Event, List};
use crate::query::{EventColumn, EventKey, fold};
use crate::session::{Command, HelpStep, Selected, Session, Settings, Verb, topic_of_event_column};

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if session.events().is_empty() {
        empty::no_match(ui, session, out);
        return;
    }
    let rows = EventRows::new(session);
    let words = &session.words;
    ui.horizontal(|ui| {
        let total = session.document.portfolio.events.len();
        kit::soft(ui, words.tf("events-count", &[("n", session.events().len().into()), ("of", total.into())]));
        reach::at_right(ui, |ui| {
            let picked = session.view.picked.len();
            let label = if picked > 0 { words.tf("copy-picked", &[("n", picked.into())]) } else { words.t("copy-all") };
            if ui.button(label).on_hover_text(words.t("copy-hint")).clicked() {
                out.push(Command::Do(Verb::CopyRows));
            }
            let defaults = Settings::default().event_columns;
            if let Some(columns) = table::columns_button(ui, &rows, &session.settings.event_columns, &defaults) {
                out.push(Command::EventColumns(columns));
            }
        });
    });
    let size = egui::vec2(ui.available_width(), (ui.available_height() - 4.0).max(LINE * 4.0));
    let mut events = Vec::new();
    ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        events = table::show(ui, &rows, &session.settings.event_columns, rows.selected_line());
    });
    for event in events {
        take(event, session, out);
    }
}

fn take(event: TableEvent<EventColumn>, session: &Session, out: &mut Vec<Command>) {
    let id = |at: usize| {
        let place = session.events().get(at)?;
        session.document.portfolio.events.get(*place).map(|event| event.id.clone())
    };
    match event {
        TableEvent::Go(at) | TableEvent::Open(at) => {
            if !session.view.picked.is_empty() {
                out.push(Command::Pick(Vec::new()));
            }
            out.extend(id(at).map(|id| Command::Select(Some(Selected::Event(id)))));
            if matches!(event, TableEvent::Open(_)) && !session.settings.details {
                out.push(Command::Do(Verb::ToggleDetails));
            }
        }
        TableEvent::Edit(at, column) => {
            let field = match column {
                EventColumn::Date => "date",
                EventColumn::Kind => "kind",
                EventColumn::Title => "title",
                EventColumn::Organizations => "organizations",
                EventColumn::Projects => "projects",
                EventColumn::Sources => "sources",
            };
            out.extend(id(at).map(|id| Command::EditField(List::Events, id, field)));
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
        TableEvent::Sort { column, second } => {
            out.push(Command::OrderEvents(ordered(&session.view.event_order, column, second)));
        }
        TableEvent::Explain(topic) => out.push(Command::Help(HelpStep::Read(topic))),
        TableEvent::Columns(columns) => out.push(Command::EventColumns(columns)),
    }
}

fn ordered(order: &[EventKey], column: EventColumn, second: bool) -> Vec<EventKey> {
    let last_first = matches!(column, EventColumn::Date | EventColumn::Sources);
    match order.iter().position(|key| key.column == column) {
        Some(0) if !second => {
            let turned = order.first().map(|key| EventKey { descending: !key.descending, ..*key });
            turned.into_iter().collect()
        }
        Some(at) if second => {
            let turn =
                |(place, key): (usize, &EventKey)| EventKey { descending: key.descending != (place == at), ..*key };
            order.iter().enumerate().map(turn).collect()
        }
        None if second => {
            let first = order.first().copied();
            first.into_iter().chain([EventKey { column, descending: last_first }]).collect()
        }
        _ => vec![EventKey { column, descending: last_first }],
    }
}

struct EventRows<'a> {
    session: &'a Session,
    names: Names<'a>,
    marks: Vec<String>,
}

impl<'a> EventRows<'a> {
    fn new(session: &'a Session) -> Self {
        let marks = session.filter().words().map(fold).filter(|word| word.chars().count() > 1).collect();
        Self { session, names: session.names(), marks }
    }

    fn record(&self, at: usize) -> Option<&'a Event> {
        self.session.document.portfolio.events.get(*self.session.events().get(at)?)
    }

    fn selected_line(&self) -> Option<usize> {
        let Some(Selected::Event(id)) = &self.session.view.selected else { return None };
        let place = self.session.document.portfolio.events.position(id)?;
        self.session.events().iter().position(|at| *at == place)
    }
}

impl Rows for EventRows<'_> {
    type Column = EventColumn;

    fn count(&self) -> usize {
        self.session.events().len()
    }

    fn title(&self, column: EventColumn) -> String {
        self.session.words.t(column.message())
    }

    fn is_figure(&self, column: EventColumn) -> bool {
        column == EventColumn::Sources
    }

    fn line(&self, at: usize) -> LineLook {
        let view = &self.session.view;
        self.record(at).map_or(LineLook::Group(String::new()), |event| LineLook::Record {
            id: event.id.clone(),
            selected: matches!(&view.selected, Some(Selected::Event(id)) if *id == event.id),
            picked: view.picked.contains(&event.id),
        })
    }

    fn cell(&self, at: usize, column: EventColumn) -> CellLook {
        let Some(event) = self.record(at) else { return CellLook::default() };
        let cell = event_cell(column, event, self.names);
        let missing = match column {
            EventColumn::Projects => self.session.words.t("event-no-project"),
            _ => "–".to_owned(),
        };
        let spoken = cell.is_missing().then(|| self.session.words.t("missing-value"));
        // Where there is no title in the window's language it is the other one's.
        let other = event.title.best(self.session.words.lang()).map(|(_, lang)| lang);
        let lang = other.filter(|lang| column == EventColumn::Title && *lang != self.session.words.lang());
        CellLook { cell, missing, spoken, swatches: Vec::new(), lang, hint: None }
    }

    fn is_edited(&self, _: EventColumn) -> bool {
        true
    }

    fn topic(&self, column: EventColumn) -> Topic {
        topic_of_event_column(column)
    }

    fn rank(&self, column: EventColumn) -> Option<(usize, bool)> {
        let order = &self.session.view.event_order;
        order.iter().enumerate().find(|(_, key)| key.column == column).map(|(place, key)| (place, key.descending))
    }

    fn marks(&self) -> &[String] {
        &self.marks
    }

    fn words(&self) -> &Words {
        &self.session.words
    }

    fn name(&self) -> String {
        self.session.words.t("tab-events")
    }
}
