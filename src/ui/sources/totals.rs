//! The table of the totals that others reported. They measure different things and are never added.

use std::cmp::Ordering;

use eframe::egui::{Id, Ui};

use super::{Arranged, First, columns, draw, first, moved_by_key};
use crate::figure::card::{measure, period};
use crate::figure::facts::figure_millions;
use crate::figure::{Cell, Names};
use crate::i18n::{Topic, Words};
use crate::model::ReportedTotal;
use crate::session::{CardOf, Command, HelpStep, Session};
use crate::ui::detail::cached;
use crate::ui::kit;
use crate::ui::table::{CellLook, LineLook, Rows, TableEvent};

/// What is told of a total in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Who,
    Count,
    Money,
    Country,
    Measures,
    Period,
    AsOf,
}

/// How the columns stand at first.
const COLUMNS: [First<Column>; 7] = [
    first(Column::Who, 0.0, 0.0),
    first(Column::Count, 94.0, 720.0),
    first(Column::Money, 112.0, 0.0),
    first(Column::Measures, 176.0, 0.0),
    first(Column::Country, 84.0, 640.0),
    first(Column::Period, 168.0, 900.0),
    first(Column::AsOf, 96.0, 0.0),
];

/// Draws the table.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    if session.document.portfolio.reported_totals.is_empty() {
        kit::soft(ui, session.words.t("sources-no-totals"));
        return;
    }
    let id = Id::unique("totals table");
    let none = || Arranged { columns: None, order: None };
    let mut arranged: Arranged<Column> = ui.data(|data| data.get_temp(id)).unwrap_or_else(none);
    let key = (session.document.revision, session.words.lang(), arranged.order);
    let order = cached(ui, Id::unique("totals order"), key, || ordered(arranged.order, session.names()));
    let rows = TotalRows { session, names: session.names(), order: &order, sort: arranged.order };
    let room = ui.available_width();
    let (state, defaults) = (columns(arranged.columns.as_ref(), &COLUMNS, room), columns(None, &COLUMNS, room));
    let (before, said) = (arranged.clone(), session.words.t("sources-totals-note"));
    let by_key = moved_by_key(ui);
    for event in draw(ui, &rows, &state, &defaults, None, &said) {
        match event {
            // The arrows only go from line to line; a click or Enter opens the card.
            TableEvent::Go(_) if by_key => {}
            TableEvent::Go(at) | TableEvent::Open(at) | TableEvent::Edit(at, _) => {
                let total = rows.total(at);
                out.extend(total.map(|total| Command::Card(Some(CardOf::Reported(total.id.clone())))));
            }
            TableEvent::Sort { column, .. } => arranged.sort(column, rows.is_figure(column)),
            TableEvent::Explain(topic) => out.push(Command::Help(HelpStep::Read(topic))),
            TableEvent::Columns(columns) => arranged.columns = Some(columns),
            TableEvent::Toggle(_) | TableEvent::Range(..) => {}
        }
    }
    if arranged != before {
        ui.request_repaint();
        ui.data_mut(|data| data.insert_temp(id, arranged));
    }
}

fn ordered(order: Option<(Column, bool)>, names: Names<'_>) -> Vec<usize> {
    let totals = &names.portfolio.reported_totals;
    let mut sorted: Vec<usize> = (0..totals.len()).collect();
    let Some((column, descending)) = order else { return sorted };
    let turn = |ordering: Ordering| if descending { ordering.reverse() } else { ordering };
    sorted.sort_by(|left, right| {
        let (Some(a), Some(b)) = (totals.get(*left), totals.get(*right)) else { return Ordering::Equal };
        let text = |a: String, b: String| turn(names.words.compare(&a, &b));
        match column {
            Column::Who => text(names.reported_by(a), names.reported_by(b)),
            Column::Country => text(country(a, names), country(b, names)),
            Column::Measures => text(measure(&a.measures, names), measure(&b.measures, names)),
            Column::Count => missing_last(a.count, b.count, descending),
            Column::Money => missing_last(a.value, b.value, descending),
            Column::Period => {
                missing_last(a.period_start.or(a.period_end), b.period_start.or(b.period_end), descending)
            }
            Column::AsOf => missing_last(a.as_of, b.as_of, descending),
        }
    });
    sorted
}

/// What is missing comes last in either direction.
fn missing_last<T: Ord>(a: Option<T>, b: Option<T>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn country(total: &ReportedTotal, names: Names<'_>) -> String {
    total.country.as_deref().map_or_else(|| names.words.t("card-world"), |id| names.place(id))
}

struct TotalRows<'a> {
    session: &'a Session,
    names: Names<'a>,
    order: &'a [usize],
    sort: Option<(Column, bool)>,
}

impl TotalRows<'_> {
    fn total(&self, at: usize) -> Option<&ReportedTotal> {
        self.session.document.portfolio.reported_totals.get(*self.order.get(at)?)
    }
}

impl Rows for TotalRows<'_> {
    type Column = Column;

    fn count(&self) -> usize {
        self.order.len()
    }

    fn title(&self, column: Column) -> String {
        let words = &self.session.words;
        match column {
            Column::Who => words.t("sources-column-who"),
            Column::Count => words.t("sources-column-count"),
            Column::Money => words.t("sources-column-money"),
            Column::Country => words.t("sources-column-country"),
            Column::Measures => words.t("sources-column-measures"),
            Column::Period => words.t("sources-column-period"),
            Column::AsOf => words.t("sources-column-as-of"),
        }
    }

    fn is_figure(&self, column: Column) -> bool {
        matches!(column, Column::Count | Column::Money)
    }

    fn line(&self, at: usize) -> LineLook {
        let open = &self.session.card;
        self.total(at).map_or(LineLook::Group(String::new()), |total| LineLook::Record {
            id: total.id.clone(),
            selected: matches!(open, Some(CardOf::Reported(id)) if *id == total.id),
            picked: false,
        })
    }

    fn cell(&self, at: usize, column: Column) -> CellLook {
        let Some(total) = self.total(at) else { return CellLook::default() };
        let (words, names) = (&self.session.words, self.names);
        let money = |spoken| {
            let currency = total.currency.unwrap_or(names.portfolio.currency());
            total.value.map(|value| figure_millions(value.0, currency, names, spoken))
        };
        let (text, missing) = match column {
            Column::Who => (names.reported_by(total), String::new()),
            Column::Count => (total.count.map(|n| words.int(i64::from(n))).unwrap_or_default(), "–".to_owned()),
            Column::Money => (money(false).unwrap_or_default(), words.t("missing-short")),
            Column::Country => (country(total, names), String::new()),
            Column::Measures => (measure(&total.measures, names), String::new()),
            Column::Period => (period(total, names), String::new()),
            Column::AsOf => (total.as_of.map(|date| words.date(date)).unwrap_or_default(), words.t("missing-date")),
        };
        let spoken = match column {
            Column::Money => money(true),
            _ if text.is_empty() => Some(words.t("missing-value")),
            _ => None,
        };
        let cell = Cell { plain: text.clone(), text, figure: self.is_figure(column), ..Cell::default() };
        CellLook { cell, missing, spoken, swatches: Vec::new(), lang: None, hint: None }
    }

    fn topic(&self, _: Column) -> Topic {
        Topic::at("words", "reported-total")
    }

    fn rank(&self, column: Column) -> Option<(usize, bool)> {
        self.sort.filter(|(by, _)| *by == column).map(|(_, descending)| (0, descending))
    }

    fn marks(&self) -> &[String] {
        &[]
    }

    fn words(&self) -> &Words {
        &self.session.words
    }

    fn name(&self) -> String {
        let n = self.session.document.portfolio.reported_totals.len();
        self.session.words.tf("sources-totals", &[("n", n.into())])
    }
}
