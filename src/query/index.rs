//! What is derived from a portfolio once, so that a question costs no walk over records: folded text, keys in
//! columns, headline amounts, intervals of days.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;

use super::doubles::{Double, doubles};
use super::field::{Doubt, Field};
use super::fold::{fold, fold_into};
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
    /// Pairs of rows that may be the same money.
    pub doubles: Vec<Double>,
    columns: HashMap<Field, Column>,
    /// Folded words that mean the same.
    synonyms: Vec<Vec<String>>,
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
    /// All text of the record, folded.
    pub text: String,
    /// The names in both languages and the acronym, folded.
    pub names: String,
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

/// The values of one field over all projects.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The keys that occur, in the order of the vocabulary.
    pub keys: Vec<String>,
    /// For each key, the rows that have it.
    pub postings: Vec<FixedBitSet>,
    /// The rows without a value.
    pub missing: FixedBitSet,
    places: HashMap<String, usize>,
}

impl Column {
    /// The rows that have this key.
    pub fn rows(&self, key: &str) -> Option<&FixedBitSet> {
        self.postings.get(*self.places.get(key)?)
    }
}

impl Index {
    /// The index of a portfolio.
    pub fn of(portfolio: &Portfolio) -> Self {
        let vocabulary = Vocabulary::of(portfolio);
        let rows: Vec<_> = portfolio.projects.iter().map(|project| row(project, portfolio)).collect();
        let columns = Field::keyed().map(|field| (field, column(field, portfolio, &rows, &vocabulary))).collect();
        let events = portfolio.events.iter().map(|event| event_row(event, portfolio)).collect();
        let synonyms = &portfolio.header.synonyms;
        let synonyms = synonyms.iter().map(|words| words.iter().map(|word| fold(word)).collect()).collect();
        Self { vocabulary, rows, events, doubles: doubles(portfolio), columns, synonyms }
    }

    /// The column of a keyed field; `None` for the others.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(&field)
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
    let mut names = String::new();
    for name in project.name.texts().chain(project.acronym.as_deref()) {
        add_text(&mut names, name);
    }
    Row {
        counted: headline.as_ref().filter(here).map(|headline| headline.figure.value),
        // An amount that covers several countries takes its record aside, whatever the record says of itself.
        scope: headline.as_ref().map_or(project.scope, |headline| project.scope.max(headline.figure.scope)),
        headline,
        text: project_text(project, portfolio, &names),
        names,
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

fn project_text(project: &Project, portfolio: &Portfolio, names: &str) -> String {
    let mut text = names.to_owned();
    let plain = [&project.summary, &project.counterpart, &project.continuity, &project.notes];
    let own = plain.into_iter().flat_map(Bilingual::texts).chain(project.agreement_number.as_deref());
    own.chain([project.id.as_str()]).for_each(|piece| add_text(&mut text, piece));
    for part in &project.organizations {
        part.as_named.iter().for_each(|named| add_text(&mut text, named));
        add_organization(&mut text, &part.organization, portfolio);
    }
    let themes = project.themes.iter().filter_map(|theme| portfolio.themes.find(&theme.theme)).map(|theme| &theme.name);
    let topics = project.topics.iter().filter_map(|id| portfolio.topics.find(id)).map(|topic| &topic.name);
    let sectors = project.sectors.iter().filter_map(|id| portfolio.sectors.find(id)).map(|term| &term.name);
    let supports = project.supports.iter().filter_map(|id| portfolio.supports.find(id)).map(|term| &term.name);
    let places = project.states.iter().chain(&project.countries).filter_map(|id| portfolio.places.find(id));
    let places = places.map(|place| &place.name);
    let named = themes.chain(topics).chain(sectors).chain(supports).chain(places);
    named.flat_map(Bilingual::texts).for_each(|name| add_text(&mut text, name));
    text
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
    let mut column = Column { missing: FixedBitSet::with_capacity(rows.len()), ..Column::default() };
    let mut by_key: HashMap<String, FixedBitSet> = HashMap::new();
    for (place, (project, row)) in portfolio.projects.iter().zip(rows).enumerate() {
        let keys = keys_of(field, project, row, portfolio);
        column.missing.set(place, keys.is_empty());
        for key in keys {
            by_key.entry(key).or_insert_with(|| FixedBitSet::with_capacity(rows.len())).insert(place);
        }
    }
    let mut order: Vec<String> = vocabulary.keys(field).map(str::to_owned).collect();
    if field == Field::Year {
        order = by_key.keys().cloned().collect();
        order.sort();
    }
    for key in order {
        if let Some(posting) = by_key.remove(&key) {
            column.places.insert(key.clone(), column.keys.len());
            column.keys.push(key);
            column.postings.push(posting);
        }
    }
    column
}

/// The keys that a project has in a field; none is *no data*.
fn keys_of(field: Field, project: &Project, row: &Row, portfolio: &Portfolio) -> Vec<String> {
    let one = |key: &str| vec![key.to_owned()];
    match field {
        Field::Theme => project.themes.iter().map(|theme| theme.theme.clone()).collect(),
        Field::Topic => project.topics.clone(),
        Field::Status => project.status.map_or_else(Vec::new, |status| one(status.key())),
        Field::Ending => one(project.ending.kind.key()),
        Field::Implementer => project.organizations_as(Role::Implementing).map(str::to_owned).collect(),
        Field::Org => project.organizations.iter().map(|part| part.organization.clone()).collect(),
        Field::State => project.states.clone(),
        Field::Sector => project.sectors.clone(),
        Field::Supports => project.supports.clone(),
        Field::Counterpart => counterpart_key(&project.counterpart).map_or_else(Vec::new, one),
        Field::Scope => one(scope_key(project.scope, portfolio)),
        Field::Year => {
            let parts = years::by_award(project, row.headline.as_ref());
            parts.into_iter().filter_map(|part| part.key).map(|year| format!("{year:04}")).collect()
        }
        Field::Currency => {
            let currency = row.headline.as_ref().map(|headline| headline.figure.currency);
            currency.map_or_else(Vec::new, |currency| one(currency.code()))
        }
        Field::Source => project.all_sources().into_iter().map(str::to_owned).collect(),
        Field::Doubt => doubts(project, row).map(|doubt| doubt.key().to_owned()).collect(),
        Field::Id => one(&project.id),
        Field::Start | Field::End | Field::Active | Field::Amount | Field::Name => Vec::new(),
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
