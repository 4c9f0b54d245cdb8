//! What is derived from a portfolio once, so that a question costs no walk over records: folded text, keys in
//! columns, headline amounts, intervals of days.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::column::Column;
use super::cross::Cells;
use super::cut::Spent;
use super::doubles::{Double, Likeness, doubles};
use super::falling::Sum;
use super::field::Field;
use super::group::By;
use super::harvest::{Harvest, Harvesting, add_text};
use super::keyed::Keyed;
use super::money::{Money, Parts};
use super::row::{Row, Teller};
use super::sparse::Sparse;
use super::text_ranks::TextRanks;
use super::texts::{Stretch, Texts, end_reuse};
use super::vocabulary::{Terms, Vocabulary};
use super::years::Spread;
use crate::format::{AT_ONCE, Gather};
use crate::i18n::fold;
use crate::model::{Bilingual, Day, Event, Headline, Known, Lang, Portfolio};

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
    /// What tells records that may be the same: a number for each agreement number, how many lines are names.
    pub(super) agreements: Vec<u64>,
    pub(super) name_lines: Vec<u8>,
    pub(super) columns: HashMap<Field, Arc<Column>>,
    /// The names of each project in both languages and its acronym, folded, a line each.
    pub names: Arc<Texts>,
    /// What else a project says of itself, folded.
    pub texts: Arc<Texts>,
    /// The names of what projects refer to, folded, and the rows that refer to each: searched once, not with each row.
    pub referred: Vec<Referred>,
    /// What was published as spent.
    pub(super) spent: Sparse<Spent>,
    /// The least and the most that sources say was awarded, where they do not say the same.
    pub(super) ranges: Sparse<(i64, i64)>,
    /// Folded words that mean the same.
    synonyms: Vec<Vec<String>>,
    /// The first year of all plans, and how many years they reach over.
    pub(super) planned_years: (i16, usize),
    /// What all records sum to in each grouping; made when first needed.
    pub(super) wholes: Wholes,
    /// All records by year and theme, awarded and evenly.
    pub(super) crosses: [OnceLock<Arc<Cells>>; 2],
    /// The order of their own texts in each language; made when first needed.
    pub(super) text_ranks: [OnceLock<Arc<TextRanks>>; Lang::ALL.len()],
}

/// Sums of all records: one for each grouping, and one for money spread evenly over years.
pub(super) type Wholes = [OnceLock<Arc<[Sum]>>; By::ALL.len() + 1];

/// The folded texts of the projects by themselves.
#[derive(Debug)]
struct FoldedTexts {
    names: Arc<Texts>,
    texts: Arc<Texts>,
}

impl Known for FoldedTexts {
    fn text(&self, row: usize, take: &mut dyn FnMut(&str)) {
        take(self.names.get(row));
        take(self.texts.get(row));
    }
}

/// A list of things that projects refer to.
#[derive(Clone, Debug)]
pub struct Referred {
    /// One text for each key of the column.
    pub texts: Texts,
    /// Which rows refer to which.
    pub column: Arc<Column>,
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
        Self::with(portfolio, Vec::new())
    }

    /// The index of a portfolio of which this was harvested while it was read, in the order of its projects; where that
    /// is nothing, it is harvested now.
    pub fn with(portfolio: &Portfolio, harvests: Vec<Harvest>) -> Self {
        Self::joined(portfolio, if harvests.is_empty() { harvested(portfolio) } else { harvests })
    }

    fn joined(portfolio: &Portfolio, harvests: Vec<Harvest>) -> Self {
        end_reuse();
        let slabs = harvests.first().map(|harvest| harvest.slabs.close()).unwrap_or_default();
        let mut stretches = Stretches::default();
        for harvest in harvests {
            stretches.push(harvest);
        }
        let Stretches {
            rows,
            mut spent,
            mut ranges,
            names,
            name_lines,
            texts,
            mut keyed,
            countries,
            agreements,
            mut parts,
            terms,
        } = stretches;
        spent.shrink();
        ranges.shrink();
        let names = Arc::new(Texts::joined(names, &slabs));
        let vocabulary = Vocabulary::of(portfolio, Arc::clone(&names), &terms);
        // Each stretch goes as soon as it is joined: both together would take twice the room.
        let mut owned: Vec<OfField> = Vec::new();
        for field in Field::keyed().filter(|field| *field != Field::Id) {
            let by = [By::Theme, By::Year].into_iter().find(|by| by.field() == field);
            let of_field = by.map(|by| (by, parts.remove(&by).unwrap_or_default()));
            owned.push((field, keyed.remove(&field).unwrap_or_default(), of_field));
        }
        let column = |(field, keyed, parts): OfField| {
            let mut years: Vec<Box<str>> = Vec::new();
            if field == Field::Year {
                years = keyed.iter().flat_map(|keyed| &keyed.keys).cloned().collect();
                years.sort_unstable();
            }
            let order = vocabulary.keys(field).chain(years.iter().map(AsRef::as_ref));
            let (column, maps) = Column::joined(keyed, order);
            (field, Arc::new(column), parts.map(|(by, parts)| (by, Parts::joined(parts, &maps))))
        };
        let joined: Vec<_> = owned.into_par_iter().map(column).collect();
        let (mut columns, mut parts) = (HashMap::new(), Vec::new());
        for (field, column, of_field) in joined {
            columns.insert(field, column);
            parts.extend(of_field);
        }
        let countries = Arc::new(Column::joined(countries, portfolio.places.iter().map(|place| place.id.as_str())).0);
        let none = Column::default();
        let implementers = columns.get(&Field::Implementer).map_or(&none, Arc::as_ref);
        let doubles =
            doubles(&Likeness { agreements: &agreements, implementers, names: &names, name_lines: &name_lines });
        let referred = REFERRED.into_iter().map(|list| referred(list, portfolio, &columns, &countries)).collect();
        let themes = columns.get(&Field::Theme).map_or(&none, Arc::as_ref);
        let events = portfolio.events.iter().map(|event| event_row(event, portfolio, &names, themes)).collect();
        let synonyms = &portfolio.header.synonyms;
        let synonyms = synonyms.iter().map(|words| words.iter().map(|word| fold(word)).collect()).collect();
        let money = Money::of(portfolio, &rows, parts);
        let texts = Arc::new(Texts::joined(texts, &slabs));
        let planned_years = planned_years(&rows);
        let wholes = Wholes::default();
        Self {
            vocabulary,
            rows,
            events,
            money,
            doubles,
            agreements,
            name_lines,
            columns,
            names,
            texts,
            referred,
            spent,
            ranges,
            synonyms,
            planned_years,
            wholes,
            crosses: Default::default(),
            text_ranks: Default::default(),
        }
    }

    /// One walk through all folded text for something: the yardstick of questions.
    pub fn pass(&self, needle: &str) -> bool {
        self.names.pass(needle) | self.texts.pass(needle) | self.referred.iter().any(|list| list.texts.pass(needle))
    }

    /// How many bytes of folded text there are.
    pub fn text_bytes(&self) -> usize {
        self.names.len() + self.texts.len() + self.referred.iter().map(|list| list.texts.len()).sum::<usize>()
    }

    /// The folded texts of the projects, for whoever packs them.
    pub fn known(&self) -> Arc<dyn Known> {
        Arc::new(FoldedTexts { names: Arc::clone(&self.names), texts: Arc::clone(&self.texts) })
    }

    /// The id of the source that tells a row's headline amount; `None` where nobody is named.
    pub fn teller<'a>(&self, row: usize, portfolio: &'a Portfolio) -> Option<Cow<'a, str>> {
        match self.rows.get(row)?.headline?.teller {
            Teller::Nobody => None,
            Teller::Listed(place) => Some(Cow::Borrowed(portfolio.sources.get(place as usize)?.id.as_str())),
            Teller::Unlisted => {
                let project = portfolio.projects.get(row)?;
                Headline::of(&project, portfolio)?.figure.source.map(Cow::Owned)
            }
        }
    }

    /// What was published as spent of a row's award.
    pub fn spent(&self, row: usize) -> Option<Spent> {
        self.spent.get(row)
    }

    /// The least and the most that sources say was awarded, in the currency and scope of the headline amount.
    pub fn range(&self, row: usize) -> Option<(i64, i64)> {
        let value = self.rows.get(row)?.headline?.value;
        Some(self.ranges.get(row).unwrap_or((value, value)))
    }

    /// All records by year and theme.
    pub(super) fn whole_cross(&self, spread: Spread, make: impl FnOnce() -> Cells) -> Arc<Cells> {
        let place = usize::from(spread == Spread::Even);
        self.crosses.get(place).map_or_else(Arc::default, |cross| Arc::clone(cross.get_or_init(|| Arc::new(make()))))
    }

    /// The order of the records' own texts in a language.
    pub fn text_ranks(&self, lang: Lang, make: impl FnOnce() -> TextRanks) -> Arc<TextRanks> {
        let place = Lang::ALL.iter().position(|other| *other == lang).unwrap_or(0);
        self.text_ranks.get(place).map_or_else(Arc::default, |ranks| Arc::clone(ranks.get_or_init(|| Arc::new(make()))))
    }

    /// What all records sum to in a grouping.
    pub(super) fn whole(&self, by: By, spread: Spread, make: impl FnOnce() -> Vec<Sum>) -> Arc<[Sum]> {
        let evenly = by == By::Year && spread == Spread::Even;
        let place = By::ALL.iter().position(|other| *other == by && !evenly).unwrap_or(By::ALL.len());
        self.wholes.get(place).map_or_else(Arc::default, |whole| Arc::clone(whole.get_or_init(|| make().into())))
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

/// The first year of all plans, and how many years they reach over.
pub(super) fn planned_years(rows: &[Row]) -> (i16, usize) {
    let planned = rows.iter().filter_map(|row| Some((row.start?.earliest(), row.planned_end?.latest())));
    let years = planned.map(|(start, end)| (start.date().year(), end.date().year()));
    let reach = years.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    reach.map_or((0, 0), |(first, last)| (first, usize::try_from(i32::from(last) - i32::from(first) + 1).unwrap_or(0)))
}

/// The harvest of all projects.
fn harvested(portfolio: &Portfolio) -> Vec<Harvest> {
    let count = portfolio.projects.len();
    let firsts: Vec<usize> = (0..count).step_by(AT_ONCE).collect();
    let harvesting = Harvesting::default();
    let harvest = |first: usize| {
        let mut harvest = harvesting.begin();
        for project in (first..count.min(first + AT_ONCE)).filter_map(|row| portfolio.projects.unpacked(row)) {
            harvest.add(&project, portfolio);
        }
        harvest.finish();
        harvest
    };
    firsts.into_par_iter().map(harvest).collect()
}

/// What was harvested for one field: its keys, and how money falls among them where it does.
type OfField = (Field, Vec<Keyed>, Option<(By, Vec<Parts>)>);

/// What was harvested, by what it is: each a list of stretches in the order of the projects.
#[derive(Default)]
struct Stretches {
    rows: Vec<Row>,
    spent: Sparse<Spent>,
    ranges: Sparse<(i64, i64)>,
    names: Vec<Stretch>,
    name_lines: Vec<u8>,
    texts: Vec<Stretch>,
    keyed: HashMap<Field, Vec<Keyed>>,
    countries: Vec<Keyed>,
    agreements: Vec<u64>,
    parts: HashMap<By, Vec<Parts>>,
    terms: Terms,
}

impl Stretches {
    fn push(&mut self, mut harvest: Harvest) {
        self.terms.take(&mut harvest);
        self.spent.append(self.rows.len(), &harvest.spent);
        self.ranges.append(self.rows.len(), &harvest.ranges);
        self.rows.append(&mut harvest.rows);
        self.names.push(harvest.names);
        self.name_lines.append(&mut harvest.name_lines);
        self.texts.push(harvest.texts);
        for (field, keyed) in harvest.keyed {
            self.keyed.entry(field).or_default().push(keyed);
        }
        self.countries.push(harvest.countries);
        self.agreements.append(&mut harvest.agreements);
        for (by, parts) in harvest.parts {
            self.parts.entry(by).or_default().push(parts);
        }
    }
}

/// The lists whose names stand in the text of the projects that refer to them; `None` is the countries.
pub(super) const REFERRED: [Option<Field>; 7] = [
    Some(Field::Org),
    Some(Field::Theme),
    Some(Field::Topic),
    Some(Field::Sector),
    Some(Field::Supports),
    Some(Field::State),
    None,
];

pub(super) fn referred(
    list: Option<Field>,
    portfolio: &Portfolio,
    columns: &HashMap<Field, Arc<Column>>,
    countries: &Arc<Column>,
) -> Referred {
    let column = Arc::clone(list.and_then(|field| columns.get(&field)).unwrap_or(countries));
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

pub(super) fn event_row(event: &Event, portfolio: &Portfolio, folded: &Texts, by_theme: &Column) -> EventRow {
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
    for row in &projects {
        text.push_str(folded.get(*row));
        let places = by_theme.of_row(*row).iter();
        themes.extend(places.filter_map(|place| by_theme.keys.get(*place as usize)).cloned());
    }
    EventRow { text, names, days: (event.date.earliest(), event.date.latest()), projects, themes }
}
