//! What is derived from a portfolio once, so that a question costs no walk over records: folded text, keys in
//! columns, headline amounts, intervals of days.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::column::Column;
use super::doubles::{Double, doubles};
use super::field::{Doubt, Field};
use super::fold::{fold, fold_into};
use super::money::Money;
use super::texts::Texts;
use super::vocabulary::{Vocabulary, counterpart_key, scope_key};
use super::years;
use crate::model::{Bilingual, Day, Event, Headline, Portfolio, Project, Role, Scope};

/// Everything that questions need beside the records themselves.
#[derive(Clone, Debug)]
pub struct Index {
    /// The words that values are asked for by.
    pub vocabulary: Vocabulary,
    /// One for each project, in the order of the portfolio.
    pub rows: Vec<Row>,
    /// One for each event.
    pub events: Vec<EventRow>,
    /// Their money in columns.
    pub money: Money,
    /// Pairs of rows that may be the same money.
    pub doubles: Vec<Double>,
    columns: HashMap<Field, Arc<Column>>,
    /// The names of each project in both languages and its acronym, folded, a line each.
    pub names: Arc<Texts>,
    /// What else a project says of itself, folded.
    pub texts: Texts,
    /// The names of what projects refer to, folded, and the rows that refer to each: searched once, not with each row.
    pub referred: Vec<Referred>,
    /// Folded words that mean the same.
    synonyms: Vec<Vec<String>>,
}

/// A list of things that projects refer to.
#[derive(Clone, Debug)]
pub struct Referred {
    /// One text for each key of the column.
    pub texts: Texts,
    /// Which rows refer to which.
    pub column: Arc<Column>,
}

/// What is derived from one project.
#[derive(Clone, Debug)]
pub struct Row {
    /// The headline amount.
    pub headline: Option<Headline>,
    /// The headline where it belongs to the totals: of the portfolio's country alone and in its currency.
    pub counted: Option<i64>,
    /// Whether the record is of the portfolio's country alone.
    pub scope: Scope,
    /// When it ran.
    pub span: Span,
    /// Whether the division among themes is ours.
    pub split_by_us: bool,
}

/// When something ran, as far as it is known: intervals of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first and last day that the start can mean.
    pub start: Option<(Day, Day)>,
    /// The same for the end: the actual one, else the planned one.
    pub end: Option<(Day, Day)>,
    /// Up to when it was certainly active, where a cut-off makes the planned end doubtful.
    pub sure_until: Option<Day>,
}

/// What is derived from one event.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// All text of the record, folded.
    pub text: String,
    /// The titles, folded.
    pub names: String,
    /// The days that its date can mean.
    pub days: (Day, Day),
    /// Rows of the projects that its source names.
    pub projects: Vec<usize>,
    /// Ids of the themes that its topics and projects belong to.
    pub themes: Vec<String>,
}

impl Index {
    /// The index of a portfolio.
    pub fn of(portfolio: &Portfolio) -> Self {
        let projects: &[Project] = &portfolio.projects;
        let text_of = |write: &(dyn Fn(&Project, &mut String) + Sync)| {
            Texts::of(projects.len(), |row, text| {
                if let Some(project) = projects.get(row) {
                    write(project, text);
                }
            })
        };
        let names = Arc::new(text_of(&add_names));
        let vocabulary = Vocabulary::of(portfolio, Arc::clone(&names));
        let rows: Vec<Row> = projects.par_iter().map(|project| row(project, portfolio)).collect();
        let fields: Vec<Field> = Field::keyed().filter(|field| *field != Field::Id).collect();
        let columns: HashMap<Field, Arc<Column>> = fields
            .into_par_iter()
            .map(|field| (field, Arc::new(column(field, portfolio, &rows, &vocabulary))))
            .collect();
        let money = Money::of(portfolio, &rows, |by| columns.get(&by.field()).map(Arc::as_ref));
        let referred = REFERRED.into_iter().map(|list| referred(list, portfolio, &columns)).collect();
        let texts = text_of(&add_own_text);
        let events = portfolio.events.iter().map(|event| event_row(event, portfolio)).collect();
        let synonyms = &portfolio.header.synonyms;
        let synonyms = synonyms.iter().map(|words| words.iter().map(|word| fold(word)).collect()).collect();
        let doubles = doubles(portfolio);
        Self { vocabulary, rows, events, money, doubles, columns, names, texts, referred, synonyms }
    }

    /// One walk through all folded text for something: the yardstick of questions.
    pub fn pass(&self, needle: &str) -> bool {
        self.names.pass(needle) | self.texts.pass(needle) | self.referred.iter().any(|list| list.texts.pass(needle))
    }

    /// How many bytes of folded text there are.
    pub fn text_bytes(&self) -> usize {
        self.names.len() + self.texts.len() + self.referred.iter().map(|list| list.texts.len()).sum::<usize>()
    }

    /// The column of a keyed field; `None` for the others.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(&field).map(Arc::as_ref)
    }

    /// The folded words that mean the same as this folded one, where there are any.
    pub fn synonyms(&self, folded: &str) -> Option<&[String]> {
        self.synonyms.iter().find(|words| words.iter().any(|word| word == folded)).map(Vec::as_slice)
    }
}

fn row(project: &Project, portfolio: &Portfolio) -> Row {
    let headline = Headline::of(project, portfolio);
    let here = |headline: &&Headline| {
        project.scope == Scope::Country
            && headline.figure.scope == Scope::Country
            && headline.figure.currency == portfolio.currency()
    };
    Row {
        counted: headline.as_ref().filter(here).map(|headline| headline.figure.value),
        // An amount that covers several countries takes its record aside, whatever the record says of itself.
        scope: headline.as_ref().map_or(project.scope, |headline| project.scope.max(headline.figure.scope)),
        headline,
        span: span(project, portfolio),
        split_by_us: project.is_split_by_us(),
    }
}

fn span(project: &Project, portfolio: &Portfolio) -> Span {
    let days = |date: crate::model::PartialDate| (date.earliest(), date.latest());
    let (start, end) = (project.start.map(days), project.end().map(days));
    // An end before its start says nothing about when it ran.
    let end = end.filter(|end| start.is_none_or(|start| start.0 <= end.1));
    let cut = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let doubtful = project.actual_end.is_none() && project.ending.kind != crate::model::EndingKind::Before;
    let sure_until = cut
        .filter(|cut| doubtful && end.is_some_and(|end| end.1 > cut.latest()))
        .map(crate::model::PartialDate::earliest);
    Span { start, end, sure_until }
}

fn add_text(text: &mut String, piece: &str) {
    fold_into(text, piece);
    // A line break: no search reaches over it from one field into the next.
    text.push('\n');
}

fn add_names(project: &Project, text: &mut String) {
    project.name.texts().chain(project.acronym.as_deref()).for_each(|name| add_text(text, name));
}

/// What a project says besides its names, and that no list says for it.
fn add_own_text(project: &Project, text: &mut String) {
    let plain = [&project.summary, &project.counterpart, &project.continuity, &project.notes];
    let own = plain.into_iter().flat_map(Bilingual::texts).chain(project.agreement_number.as_deref());
    let named = project.organizations.iter().filter_map(|part| part.as_named.as_deref());
    own.chain([project.id.as_str()]).chain(named).for_each(|piece| add_text(text, piece));
}

/// The lists whose names stand in the text of the projects that refer to them; `None` is the countries.
const REFERRED: [Option<Field>; 7] = [
    Some(Field::Org),
    Some(Field::Theme),
    Some(Field::Topic),
    Some(Field::Sector),
    Some(Field::Supports),
    Some(Field::State),
    None,
];

fn referred(list: Option<Field>, portfolio: &Portfolio, columns: &HashMap<Field, Arc<Column>>) -> Referred {
    let countries = || {
        let countries = portfolio.projects.iter().map(|project| &project.countries);
        let keys = countries.map(|ids| ids.iter().map(String::as_str).collect()).collect();
        Arc::new(Column::of(keys, portfolio.places.iter().map(|place| place.id.clone())))
    };
    let column = list.and_then(|field| columns.get(&field)).map_or_else(countries, Arc::clone);
    let texts = Texts::of(column.keys.len(), |place, text| {
        let Some(key) = column.keys.get(place) else { return };
        let mut add = |name: Option<&Bilingual>| {
            name.into_iter().flat_map(Bilingual::texts).for_each(|name| add_text(text, name));
        };
        match list {
            Some(Field::Org) => add_organization(text, key, portfolio),
            Some(Field::Theme) => add(portfolio.themes.find(key).map(|theme| &theme.name)),
            Some(Field::Topic) => add(portfolio.topics.find(key).map(|topic| &topic.name)),
            Some(Field::Sector) => add(portfolio.sectors.find(key).map(|term| &term.name)),
            Some(Field::Supports) => add(portfolio.supports.find(key).map(|term| &term.name)),
            _ => add(portfolio.places.find(key).map(|place| &place.name)),
        }
    });
    Referred { texts, column }
}

fn add_organization(text: &mut String, id: &str, portfolio: &Portfolio) {
    if let Some(organization) = portfolio.organizations.find(id) {
        let names = organization.name.texts().chain(organization.acronym.as_deref());
        names.for_each(|name| add_text(text, name));
    } else {
        add_text(text, id);
    }
}

fn event_row(event: &Event, portfolio: &Portfolio) -> EventRow {
    let mut names = String::new();
    event.title.texts().for_each(|title| add_text(&mut names, title));
    let mut text = names.clone();
    let own =
        event.summary.texts().chain(event.notes.texts()).chain(event.projects_as_named.iter().map(String::as_str));
    own.for_each(|piece| add_text(&mut text, piece));
    event.organizations.iter().for_each(|id| add_organization(&mut text, id, portfolio));
    let topics = event.topics.iter().filter_map(|id| portfolio.topics.find(id));
    topics.clone().flat_map(|topic| topic.name.texts()).for_each(|name| add_text(&mut text, name));
    let projects: Vec<_> = event.projects.iter().filter_map(|id| portfolio.projects.position(id)).collect();
    let mut themes: Vec<String> = topics.filter_map(|topic| topic.theme.clone()).collect();
    for project in projects.iter().filter_map(|row| portfolio.projects.get(*row)) {
        project.name.texts().for_each(|name| add_text(&mut text, name));
        themes.extend(project.themes.iter().map(|theme| theme.theme.clone()));
    }
    EventRow { text, names, days: (event.date.earliest(), event.date.latest()), projects, themes }
}

fn column(field: Field, portfolio: &Portfolio, rows: &[Row], vocabulary: &Vocabulary) -> Column {
    if field == Field::Year {
        let years: Vec<Vec<String>> =
            portfolio.projects.iter().zip(rows).map(|(project, row)| years_of(project, row)).collect();
        let mut order: Vec<String> = years.iter().flatten().cloned().collect::<HashSet<_>>().into_iter().collect();
        order.sort_unstable();
        let keys = years.iter().map(|years| years.iter().map(String::as_str).collect()).collect();
        return Column::of(keys, order.into_iter());
    }
    let keys = portfolio.projects.iter().zip(rows).map(|(project, row)| keys_of(field, project, row, portfolio));
    Column::of(keys.collect(), vocabulary.keys(field).map(str::to_owned))
}

fn years_of(project: &Project, row: &Row) -> Vec<String> {
    let parts = years::by_award(project, row.headline.as_ref());
    parts.into_iter().filter_map(|part| part.key).map(|year| format!("{year:04}")).collect()
}

/// The keys that a project has in a field; none is *no data*.
fn keys_of<'a>(field: Field, project: &'a Project, row: &'a Row, portfolio: &Portfolio) -> Vec<&'a str> {
    let all = |ids: &'a [String]| ids.iter().map(String::as_str).collect();
    match field {
        Field::Theme => project.themes.iter().map(|theme| theme.theme.as_str()).collect(),
        Field::Topic => all(&project.topics),
        Field::Status => project.status.map_or_else(Vec::new, |status| vec![status.key()]),
        Field::Ending => vec![project.ending.kind.key()],
        Field::Implementer => project.organizations_as(Role::Implementing).collect(),
        Field::Org => project.organizations.iter().map(|part| part.organization.as_str()).collect(),
        Field::State => all(&project.states),
        Field::Sector => all(&project.sectors),
        Field::Supports => all(&project.supports),
        Field::Counterpart => counterpart_key(&project.counterpart).map_or_else(Vec::new, |key| vec![key]),
        Field::Scope => vec![scope_key(project.scope, portfolio)],
        Field::Currency => {
            let currency = row.headline.as_ref().map(|headline| headline.figure.currency.code());
            currency.map_or_else(Vec::new, |currency| vec![currency])
        }
        Field::Source => project.all_sources(),
        Field::Doubt => doubts(project, row).map(Doubt::key).collect(),
        Field::Year | Field::Id | Field::Start | Field::End | Field::Active | Field::Amount | Field::Name => Vec::new(),
    }
}

/// What can be doubted about a project's figures.
pub fn doubts(project: &Project, row: &Row) -> impl Iterator<Item = Doubt> {
    let headline = row.headline.as_ref();
    let dates = [project.start, project.planned_end, project.actual_end];
    let inexact = dates.into_iter().flatten().any(|date| !date.is_exact());
    let split = row.split_by_us;
    Doubt::ALL.into_iter().filter(move |doubt| match doubt {
        Doubt::AmountUnknown => headline.is_none(),
        Doubt::AmountMatched => headline.is_some_and(|headline| headline.figure.matched),
        Doubt::SourcesDisagree => headline.is_some_and(Headline::is_disputed),
        Doubt::EqualSplit => split,
        Doubt::OneSource => headline.is_some_and(|headline| headline.rivals.is_empty()),
        Doubt::InexactDate => inexact,
    })
}
