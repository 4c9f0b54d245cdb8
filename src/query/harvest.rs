//! What the index takes from projects while they are read: each project once, while it is at hand; stretches side by
//! side on all cores, joined in the order of the file.

use std::sync::Arc;

use hashbrown::HashMap;

use super::cut::{Spent, spent};
use super::doubles::spread;
use super::field::{Doubt, Field};
use super::group::By;
use super::keyed::Keyed;
use super::money::Parts;
use super::row::{Row, doubts};
use super::sparse::Sparse;
use super::texts::{Slabs, Stretch};
use super::vocabulary::{counterpart_key, scope_key};
use super::years;
use crate::format::Gather;
use crate::i18n::fold_into;
use crate::model::{Bilingual, Currency, Headline, Part, Portfolio, Project, Role};

/// What was taken from a stretch of projects.
#[derive(Debug, Default)]
pub struct Harvest {
    pub(super) rows: Vec<Row>,
    /// What was published as spent, by the row within the stretch.
    pub(super) spent: Sparse<Spent>,
    /// The least and the most that sources say was awarded, where they do not say the same.
    pub(super) ranges: Sparse<(i64, i64)>,
    /// The names of each project in both languages and its acronym, folded, a line each.
    pub(super) names: Stretch,
    /// How many of those lines are names.
    pub(super) name_lines: Vec<u8>,
    /// What else a project says of itself, folded.
    pub(super) texts: Stretch,
    pub(super) keyed: HashMap<Field, Keyed>,
    pub(super) countries: Keyed,
    /// A number for each agreement number, without what people write between its parts; 0 where there is none.
    pub(super) agreements: Vec<u64>,
    /// All texts of each counterpart.
    pub(super) counterparts: Vec<Vec<String>>,
    /// Every currency of any amount, once.
    pub(super) currencies: Vec<Currency>,
    pub(super) parts: HashMap<By, Parts>,
    /// Where all stretches of one file put their texts.
    pub(super) slabs: Arc<Slabs>,
}

impl Gather for Harvest {
    fn add(&mut self, project: &Project, head: &Portfolio) {
        let headline = Headline::of(project, head);
        let row = Row::of(project, headline.as_ref(), head);
        let at = self.rows.len();
        if let Some(spent) = spent(project, &row, head.currency()) {
            self.spent.push(at, spent);
        }
        if let Some(range) = headline.as_ref().map(Headline::range).filter(|(least, most)| least != most) {
            self.ranges.push(at, range);
        }
        self.rows.push(row);
        self.names.add(|text| add_names(project, text));
        self.name_lines.push(u8::try_from(project.name.texts().count()).unwrap_or(u8::MAX));
        self.texts.add(|text| add_own_text(project, text));
        self.countries.add(project.countries.iter().map(String::as_str));
        self.agreements.push(project.plain_agreement().map_or(0, |number| spread(number.as_bytes()).max(1)));
        for currency in project.amounts.iter().filter_map(|amount| amount.currency) {
            if !self.currencies.contains(&currency) {
                self.currencies.push(currency);
            }
        }
        self.counterpart(project);
        self.keys(project, &row, head);
        self.years(project, headline.as_ref(), row.counted());
    }

    fn finish(&mut self) {
        self.names.finish(&self.slabs);
        self.texts.finish(&self.slabs);
        self.keyed.values_mut().chain([&mut self.countries]).for_each(Keyed::finish);
        self.parts.values_mut().for_each(Parts::shrink);
    }
}

/// A harvest of a whole file, on all cores.
#[derive(Debug, Default)]
pub struct Harvesting {
    slabs: Arc<Slabs>,
}

impl Harvesting {
    /// What takes from the next stretch of projects.
    pub fn begin(&self) -> Harvest {
        Harvest { texts: Stretch::reusing(), slabs: Arc::clone(&self.slabs), ..Harvest::default() }
    }
}

impl Harvest {
    fn counterpart(&mut self, project: &Project) {
        let keyed = self.keyed.entry(Field::Counterpart).or_default();
        let key = counterpart_key(&project.counterpart);
        keyed.add(key.into_iter());
        // A text that was not known until now.
        if keyed.keys.len() > self.counterparts.len() {
            self.counterparts.push(project.counterpart.texts().map(str::to_owned).collect());
        }
    }

    fn keys(&mut self, project: &Project, row: &Row, head: &Portfolio) {
        fn all(ids: &[String]) -> impl Iterator<Item = &str> {
            ids.iter().map(String::as_str)
        }
        self.add(Field::Theme, project.themes.iter().map(|theme| theme.theme.as_str()));
        self.themes(project, row.counted());
        self.add(Field::Topic, all(&project.topics));
        self.add(Field::Org, project.organizations.iter().map(|part| part.organization.as_str()));
        self.add(Field::Supports, all(&project.supports));
        self.add(Field::Scope, std::iter::once(scope_key(project.scope, head)));
        self.add(Field::Currency, row.headline.iter().map(|told| told.currency.code()));
        self.add(Field::Source, project.all_sources().into_iter());
        self.add(Field::Doubt, doubts(project, row).map(Doubt::key));
        self.add(Field::Implementer, project.organizations_as(Role::Implementing));
        self.add(Field::State, all(&project.states));
        self.add(Field::Sector, all(&project.sectors));
        self.add(Field::Status, project.status.iter().map(|status| status.key()));
        self.add(Field::Ending, std::iter::once(project.ending.kind.key()));
    }

    fn add<'k>(&mut self, field: Field, keys: impl Iterator<Item = &'k str>) {
        self.keyed.entry(field).or_default().add(keys);
    }

    fn themes(&mut self, project: &Project, whole: Option<i64>) {
        let keyed = self.keyed.entry(Field::Theme).or_default();
        let parts = project.theme_parts().into_iter();
        let placed = parts.map(|part| Part {
            key: part.key.map(|key| keyed.place(key)),
            weight: part.weight,
            stated: part.stated,
        });
        let mut once: Vec<Part<u32>> = Vec::new();
        for part in placed {
            // A theme that stands twice is one.
            match once.iter_mut().find(|known| known.key == part.key) {
                Some(known) => {
                    known.weight = known.weight.saturating_add(part.weight);
                    known.stated &= part.stated;
                }
                None => once.push(part),
            }
        }
        self.parts.entry(By::Theme).or_default().add(&once, whole);
    }

    fn years(&mut self, project: &Project, headline: Option<&Headline>, whole: Option<i64>) {
        let parts = years::by_award(project, headline);
        let keyed = self.keyed.entry(Field::Year).or_default();
        let written = |part: &Part<i16>| part.key.map(|year| format!("{year:04}"));
        let years: Vec<Option<String>> = parts.iter().map(written).collect();
        keyed.add(years.iter().flatten().map(String::as_str));
        let placed = parts.iter().zip(&years).map(|(part, year)| Part {
            key: year.as_deref().map(|year| keyed.place(year)),
            weight: part.weight,
            // The year of a start is no division of ours.
            stated: true,
        });
        let placed: Vec<Part<u32>> = placed.collect();
        self.parts.entry(By::Year).or_default().add(&placed, whole);
    }
}

/// Appends a text and a line break: no search reaches over it from one field into the next.
pub(super) fn add_text(text: &mut String, piece: &str) {
    fold_into(text, piece);
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
