//! The table of sources.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Id, Ui};

use super::{Arranged, First, columns, draw, first, kinds, uses};
use crate::figure::Cell;
use crate::figure::facts::{SourceUses, Uses, lang_mark};
use crate::i18n::{Topic, Words};
use crate::model::{List, PartialDate, Source};
use crate::query::{Field, fold};
use crate::session::{Command, HelpStep, Selected, Session, Verb};
use crate::ui::detail::cached;
use crate::ui::table::{CellLook, LineLook, Rows, TableEvent};
use crate::ui::worked::working;

/// What is told of a source in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Title,
    Publisher,
    Kind,
    Published,
    Consulted,
    Records,
    Events,
    Amounts,
    Endings,
}

/// How the columns stand at first.
const COLUMNS: [First<Column>; 9] = [
    first(Column::Publisher, 190.0, 0.0),
    first(Column::Title, 0.0, 0.0),
    first(Column::Kind, 158.0, 820.0),
    first(Column::Published, 102.0, 0.0),
    first(Column::Consulted, 102.0, 1000.0),
    first(Column::Records, 88.0, 0.0),
    first(Column::Events, 74.0, 740.0),
    first(Column::Amounts, 78.0, 0.0),
    first(Column::Endings, 76.0, 640.0),
];

/// Places of the sources that are shown: all, or those that the present set leans on.
pub fn shown(ui: &Ui, session: &Session, only_set: bool) -> Arc<Vec<usize>> {
    let portfolio = &session.document.portfolio;
    let answer = session.answer();
    let key = (session.document.revision, only_set.then(|| answer.filter.clone()));
    cached(ui, Id::unique("sources shown"), key, || {
        if !only_set {
            return (0..portfolio.sources.len()).collect();
        }
        let mut in_set = vec![false; portfolio.sources.len()];
        let mut note = |id: &str| {
            if let Some(found) = portfolio.sources.position(id).and_then(|place| in_set.get_mut(place)) {
                *found = true;
            }
        };
        if let Some(column) = session.document.index.column(Field::Source) {
            let (counts, _) = column.counts(&answer.set);
            column.keys.iter().zip(counts).filter(|(_, count)| *count > 0).for_each(|(key, _)| note(key));
        }
        let events = answer.events.iter().filter_map(|place| portfolio.events.get(*place));
        events.for_each(|event| event.sources.iter().for_each(|id| note(id)));
        in_set.iter().enumerate().filter(|(_, found)| **found).map(|(place, _)| place).collect()
    })
}

/// Draws the table.
pub fn show(ui: &mut Ui, session: &Session, shown: &Arc<Vec<usize>>, out: &mut Vec<Command>) {
    let id = Id::unique("sources table");
    let none = || Arranged { columns: None, order: Some((Column::Publisher, false)) };
    let mut arranged: Arranged<Column> = ui.data(|data| data.get_temp(id)).unwrap_or_else(none);
    let Some(uses) = uses(ui, session) else { return working(ui, session) };
    let key = (session.document.revision, session.words.lang(), Arc::clone(shown), arranged.order);
    let order = cached(ui, Id::unique("sources order"), key, || ordered(shown, arranged.order, &uses, session));
    let marks = session.filter().words().map(fold).filter(|word| word.chars().count() > 1).collect();
    let rows = SourceRows { session, order: &order, uses: &uses, sort: arranged.order, marks };
    let room = ui.available_width();
    let (state, defaults) = (columns(arranged.columns.as_ref(), &COLUMNS, room), columns(None, &COLUMNS, room));
    let before = arranged.clone();
    let key = (session.document.revision, session.words.lang(), Arc::clone(shown));
    let said = cached(ui, Id::unique("sources by kind"), key, || kinds(session, shown));
    for event in draw(ui, &rows, &state, &defaults, rows.selected(), &said) {
        match event {
            TableEvent::Go(at) => out.extend(rows.select(at)),
            TableEvent::Open(at) => {
                out.extend(rows.select(at));
                if !session.settings.details {
                    out.push(Command::Do(Verb::ToggleDetails));
                }
            }
            TableEvent::Edit(at, column) => out.extend(rows.edit(at, column)),
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

fn ordered(shown: &[usize], order: Option<(Column, bool)>, uses: &SourceUses, session: &Session) -> Vec<usize> {
    let sources = &session.document.portfolio.sources;
    let mut sorted = shown.to_vec();
    let Some((column, descending)) = order else { return sorted };
    let turn = |ordering: Ordering| if descending { ordering.reverse() } else { ordering };
    let text = |a: &str, b: &str| turn(session.words.compare(a, b));
    // What is missing comes last in either direction.
    let date = |a: Option<PartialDate>, b: Option<PartialDate>| match (a, b) {
        (Some(a), Some(b)) => turn(a.cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let none = Uses::default();
    let count = |place: usize| number(column, uses.at(place).unwrap_or(&none));
    sorted.sort_by(|left, right| {
        let (Some(a), Some(b)) = (sources.get(*left), sources.get(*right)) else { return Ordering::Equal };
        match column {
            Column::Publisher => text(&a.publisher, &b.publisher),
            Column::Title => text(&a.title, &b.title),
            Column::Kind => turn(a.kind.cmp(&b.kind)),
            Column::Published => date(a.published, b.published),
            Column::Consulted => date(a.consulted, b.consulted),
            Column::Records | Column::Events | Column::Amounts | Column::Endings => {
                turn(count(*left).cmp(&count(*right)))
            }
        }
    });
    sorted
}

/// How much rests on a source, as the column counts it.
fn number(column: Column, uses: &Uses) -> usize {
    match column {
        Column::Records => uses.projects().len(),
        Column::Events => uses.events.len(),
        Column::Amounts => uses.amounts.len(),
        Column::Endings => uses.endings.len(),
        _ => 0,
    }
}

/// The field of a source that a column shows; none where it is counted.
const fn field_of(column: Column) -> Option<&'static str> {
    Some(match column {
        Column::Title => "title",
        Column::Publisher => "publisher",
        Column::Kind => "kind",
        Column::Published => "published",
        Column::Consulted => "consulted",
        Column::Records | Column::Events | Column::Amounts | Column::Endings => return None,
    })
}

struct SourceRows<'a> {
    session: &'a Session,
    order: &'a [usize],
    uses: &'a SourceUses,
    sort: Option<(Column, bool)>,
    marks: Vec<String>,
}

impl SourceRows<'_> {
    fn source(&self, at: usize) -> Option<(usize, &Source)> {
        let place = *self.order.get(at)?;
        Some((place, self.session.document.portfolio.sources.get(place)?))
    }

    fn select(&self, at: usize) -> Option<Command> {
        let (_, source) = self.source(at)?;
        Some(Command::Select(Some(Selected::Source(source.id.clone()))))
    }

    /// Edits what stands in a cell; what is counted cannot be.
    fn edit(&self, at: usize, column: Column) -> Option<Command> {
        Some(Command::EditField(List::Sources, self.source(at)?.1.id.clone(), field_of(column)?))
    }

    fn selected(&self) -> Option<usize> {
        let Some(Selected::Source(id)) = &self.session.view.selected else { return None };
        let place = self.session.document.portfolio.sources.position(id)?;
        self.order.iter().position(|other| *other == place)
    }
}

impl Rows for SourceRows<'_> {
    type Column = Column;

    fn count(&self) -> usize {
        self.order.len()
    }

    fn title(&self, column: Column) -> String {
        let words = &self.session.words;
        match column {
            Column::Publisher => words.t("sources-column-publisher"),
            Column::Title => words.t("sources-column-title"),
            Column::Kind => words.t("sources-column-kind"),
            Column::Published => words.t("sources-column-published"),
            Column::Consulted => words.t("sources-column-consulted"),
            Column::Records => words.t("sources-column-records"),
            Column::Events => words.t("sources-column-events"),
            Column::Amounts => words.t("sources-column-amounts"),
            Column::Endings => words.t("sources-column-endings"),
        }
    }

    fn is_figure(&self, column: Column) -> bool {
        matches!(column, Column::Records | Column::Events | Column::Amounts | Column::Endings)
    }

    fn line(&self, at: usize) -> LineLook {
        let view = &self.session.view;
        self.source(at).map_or(LineLook::Group(String::new()), |(_, source)| LineLook::Record {
            id: source.id.clone(),
            selected: matches!(&view.selected, Some(Selected::Source(id)) if *id == source.id),
            picked: false,
        })
    }

    fn cell(&self, at: usize, column: Column) -> CellLook {
        let Some((place, source)) = self.source(at) else { return CellLook::default() };
        let words = &self.session.words;
        let date = |date: Option<PartialDate>| date.map(|date| words.date(date)).unwrap_or_default();
        let (text, note, missing) = match column {
            Column::Publisher => (source.publisher.clone(), None, String::new()),
            Column::Title => {
                (source.title.clone(), source.language.and_then(|lang| lang_mark(lang, words)), String::new())
            }
            Column::Kind => (words.t(source.kind.message()), None, String::new()),
            Column::Published => (date(source.published), None, words.t("missing-date")),
            Column::Consulted => (date(source.consulted), None, words.t("missing-date")),
            Column::Records | Column::Events | Column::Amounts | Column::Endings => {
                let n = self.uses.at(place).map_or(0, |uses| number(column, uses));
                (words.int(n as i64), None, String::new())
            }
        };
        let cell = Cell {
            note: note.map(|note| format!("({note})")),
            plain: text.clone(),
            text,
            figure: self.is_figure(column),
            ..Cell::default()
        };
        let lang = source.language.filter(|lang| column == Column::Title && *lang != words.lang());
        CellLook { cell, missing, spoken: None, swatches: Vec::new(), lang, hint: None }
    }

    fn is_edited(&self, column: Column) -> bool {
        field_of(column).is_some()
    }

    fn topic(&self, _: Column) -> Topic {
        Topic::page("sources")
    }

    fn rank(&self, column: Column) -> Option<(usize, bool)> {
        self.sort.filter(|(by, _)| *by == column).map(|(_, descending)| (0, descending))
    }

    fn marks(&self) -> &[String] {
        &self.marks
    }

    fn words(&self) -> &Words {
        &self.session.words
    }

    fn name(&self) -> String {
        self.session.words.t("tab-sources")
    }
}
