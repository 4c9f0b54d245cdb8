//! The sources: every one with what rests on it, and the totals that others reported. A source is shown in the details
//! pane, a total on its card.

mod listed;
mod totals;

use eframe::egui::{self, Id, TextStyle, Ui, vec2};

use super::kit;
use super::table::{self, LINE, Rows};
use super::worked::worked_of_all;
use crate::figure::facts::SourceUses;
use crate::model::PublisherKind;
use crate::session::{ColumnState, Command, Session, Verb};

/// Which of the two lists is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Sources,
    Totals,
}

/// What is kept from frame to frame; none of it is data.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    part: Part,
    /// Whether only the sources of the present set are shown, where there is a filter.
    only_set: bool,
}

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let id = Id::unique("atalaya sources");
    let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or(State { part: Part::Sources, only_set: true });
    let filtered = !session.filter().is_empty();
    let shown = listed::shown(ui, session, filtered && state.only_set);
    head(ui, session, &mut state, filtered, &shown);
    match state.part {
        Part::Sources => {
            if session.document.partial && shown.is_empty() {
                kit::soft(ui, session.words.t("still-read"));
            } else if session.document.portfolio.sources.is_empty() {
                kit::soft(ui, session.words.t("sources-none-at-all"));
            } else if shown.is_empty() {
                nothing(ui, session, &mut state, out);
            } else {
                listed::show(ui, session, &shown, out);
            }
        }
        Part::Totals => totals::show(ui, session, out),
    }
    ui.data_mut(|data| data.insert_temp(id, state));
}

/// Which list, how many of which kind, and whether of the present set alone.
fn head(ui: &mut Ui, session: &Session, state: &mut State, filtered: bool, shown: &[usize]) {
    let (words, portfolio) = (&session.words, &session.document.portfolio);
    ui.horizontal_wrapped(|ui| {
        let parts = [
            (Part::Sources, words.tf("sources-all", &[("n", portfolio.sources.len().into())])),
            (Part::Totals, words.tf("sources-totals", &[("n", portfolio.reported_totals.len().into())])),
        ];
        if let Some(part) = kit::choose(ui, &words.t("sources-show"), &parts, state.part) {
            state.part = part;
        }
        if state.part == Part::Sources && filtered {
            let label = if state.only_set {
                words.tf("sources-only-set-count", &[("n", shown.len().into())])
            } else {
                words.t("sources-only-set")
            };
            ui.checkbox(&mut state.only_set, label);
        }
    });
}

/// "45 de quien financia · 30 de implementadores · …".
fn kinds(session: &Session, shown: &[usize]) -> String {
    let words = &session.words;
    let sources = &session.document.portfolio.sources;
    let of = |kind: PublisherKind| {
        let found = shown.iter().filter_map(|place| sources.get(*place)).filter(|source| source.kind == kind);
        let n = found.count();
        let args = [("n", n.into())];
        (n > 0).then(|| match kind {
            PublisherKind::Funder => words.tf("sources-kinds-funder", &args),
            PublisherKind::Implementer => words.tf("sources-kinds-implementer", &args),
            PublisherKind::Government => words.tf("sources-kinds-government", &args),
            PublisherKind::Press => words.tf("sources-kinds-press", &args),
            PublisherKind::Other => words.tf("sources-kinds-other", &args),
        })
    };
    PublisherKind::ALL.into_iter().filter_map(of).collect::<Vec<_>>().join(" · ")
}

/// Nothing rests on a source in this set: the way out.
fn nothing(ui: &mut Ui, session: &Session, state: &mut State, out: &mut Vec<Command>) {
    let words = &session.words;
    ui.add_space((ui.available_height() * 0.16).max(8.0));
    ui.vertical_centered(|ui| {
        kit::heading(ui, &words.t("sources-none"));
        kit::soft(ui, words.t("sources-none-hint"));
        ui.add_space(8.0);
        if ui.button(words.t("verb-clear-filter")).clicked() {
            out.push(Command::Do(Verb::ClearFilter));
        }
        let all = words.tf("sources-all", &[("n", session.document.portfolio.sources.len().into())]);
        if kit::link(ui, &all, TextStyle::Body).clicked() {
            state.only_set = false;
        }
    });
}

/// What rests on each source, derived once for a document.
pub(super) fn uses(ui: &Ui, session: &Session) -> Option<std::sync::Arc<SourceUses>> {
    let make = |session: &Session| SourceUses::of(&session.document.portfolio);
    worked_of_all(ui, Id::unique("source uses"), (), session, make)
}

/// How a table of this view is arranged and ordered, kept from frame to frame.
#[derive(Clone, Debug, PartialEq)]
struct Arranged<C> {
    columns: Option<Vec<ColumnState<C>>>,
    order: Option<(C, bool)>,
}

impl<C: Copy + PartialEq> Arranged<C> {
    /// A click on a title orders by it, or turns the order.
    fn sort(&mut self, column: C, largest_first: bool) {
        self.order = match self.order {
            Some((now, descending)) if now == column => Some((column, !descending)),
            _ => Some((column, largest_first)),
        };
    }
}

/// How a column stands at first: its width, 0 for what the others leave; and from which width of the view on it shows.
struct First<C> {
    column: C,
    width: f32,
    from: f32,
}

const fn first<C>(column: C, width: f32, from: f32) -> First<C> {
    First { column, width, from }
}

/// The columns as arranged, else as they stand at first in this much room.
fn columns<C: Copy>(arranged: Option<&Vec<ColumnState<C>>>, all: &[First<C>], room: f32) -> Vec<ColumnState<C>> {
    if let Some(columns) = arranged {
        return columns.clone();
    }
    let fixed: f32 = all.iter().filter(|first| first.from <= room).map(|first| first.width).sum();
    let rest = (room - fixed - 12.0).max(170.0);
    let state = |first: &First<C>| ColumnState {
        column: first.column,
        width: if first.width == 0.0 { rest } else { first.width },
        shown: first.from <= room,
    };
    all.iter().map(state).collect()
}

/// A table over all the space there is, below what is said of it and the list of its columns.
fn draw<R: Rows>(
    ui: &mut Ui,
    rows: &R,
    columns: &[ColumnState<R::Column>],
    defaults: &[ColumnState<R::Column>],
    line: Option<usize>,
    caption: &str,
) -> Vec<table::TableEvent<R::Column>> {
    let mut arranged = None;
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 110.0;
        ui.allocate_ui(vec2(room, 24.0), |ui| {
            ui.set_width(room);
            kit::soft(ui, caption);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            arranged = table::columns_button(ui, rows, columns, defaults);
        });
    });
    let size = vec2(ui.available_width(), (ui.available_height() - 4.0).max(LINE * 4.0));
    let mut events = Vec::new();
    ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        events = table::show(ui, rows, columns, line);
    });
    events.extend(arranged.map(table::TableEvent::Columns));
    events
}

/// Whether the arrows and their like moved within a table: then nothing is to be opened.
fn moved_by_key(ui: &Ui) -> bool {
    use egui::Key;
    let keys = [Key::ArrowDown, Key::ArrowUp, Key::PageDown, Key::PageUp, Key::Home, Key::End];
    ui.input(|input| keys.into_iter().any(|key| input.key_pressed(key)))
}
