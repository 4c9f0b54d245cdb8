//! An index that follows one record instead of being made anew: what is derived from a project alone is put into its
//! row, sums are made again when they are asked for. It agrees with an index that is made anew in every answer.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::column::{Column, NO_DATA};
use super::doubles::{Likeness, doubles_of};
use super::field::Field;
use super::group::By;
use super::harvest::Harvest;
use super::index::{Index, REFERRED, event_row, planned_years, referred};
use super::keyed::Keyed;
use super::text_ranks::TextRanks;
use super::texts::{Slabs, Texts};
use crate::format::Gather;
use crate::i18n::Sorter;
use crate::model::{Lang, List, Portfolio, Project};

/// A source that more projects than these cite is no quick matter.
const FEW: usize = 200;

impl Index {
    /// Takes in that the record in this place of a list is another than it was, under the same id; `portfolio` has it as
    /// it is, `before` as the index has it, where that is known. Whether it could: else the index is to be made anew.
    pub fn follow(&mut self, list: List, place: usize, before: Option<&Portfolio>, portfolio: &Portfolio) -> bool {
        match list {
            List::Projects => self.put(place, before, portfolio),
            List::Events => self.put_event(place, portfolio),
            // Whose word a source is decides which amount counts.
            List::Sources => {
                let Some(source) = portfolio.sources.get(place) else { return false };
                let citing = self.column(Field::Source).and_then(|column| column.rows(&source.id));
                let rows: Vec<usize> = citing.iter().flat_map(FixedBitSet::ones).take(FEW + 1).collect();
                if rows.len() > FEW {
                    return false;
                }
                for row in rows {
                    self.put(row, None, portfolio);
                }
            }
            List::ReportedTotals | List::Continuity => {}
            _ => self.rename(list, place, portfolio),
        }
        true
    }

    /// A record that projects refer to is called otherwise.
    fn rename(&mut self, list: List, place: usize, portfolio: &Portfolio) {
        self.vocabulary.rename(list, place, portfolio);
        let mut lists = std::mem::take(&mut self.referred);
        for (referred_list, of) in lists.iter_mut().zip(REFERRED) {
            let is_it = match of {
                Some(Field::Org) => list == List::Organizations,
                Some(Field::Theme) => list == List::Themes,
                Some(Field::Topic) => list == List::Topics,
                Some(Field::Sector) => list == List::Sectors,
                Some(Field::Supports) => list == List::Supports,
                _ => list == List::Places,
            };
            if is_it {
                let countries = Arc::clone(&referred_list.column);
                *referred_list = referred(of, portfolio, &self.columns, &countries);
            }
        }
        self.referred = lists;
        let id = match list {
            List::Organizations => portfolio.organizations.get(place).map(|organization| &organization.id),
            List::Topics => portfolio.topics.get(place).map(|topic| &topic.id),
            _ => None,
        };
        let Some(id) = id else { return };
        for (event, record) in portfolio.events.iter().enumerate() {
            if record.organizations.contains(id) || record.topics.contains(id) {
                self.put_event(event, portfolio);
            }
        }
    }

    fn put_event(&mut self, place: usize, portfolio: &Portfolio) {
        let none = Column::default();
        let themes = self.columns.get(&Field::Theme).map_or(&none, Arc::as_ref);
        if let (Some(event), Some(slot)) = (portfolio.events.get(place), self.events.get_mut(place)) {
            *slot = event_row(event, portfolio, &self.names, themes);
        }
    }

    /// Takes in that the project in this row is another than it was; `portfolio` has it as it is, `before` as the
    /// index has it, where that is known. The rows stay what they are: for a project that came or went the index is made
    /// anew.
    pub fn put(&mut self, row: usize, before: Option<&Portfolio>, portfolio: &Portfolio) {
        let Some(project) = portfolio.projects.unpacked(row).filter(|_| row < self.rows.len()) else { return };
        let was = before.and_then(|before| before.projects.unpacked(row));
        let stays = |same: &dyn Fn(&Project) -> bool| was.as_deref().is_some_and(same);
        let same_texts = stays(&|was| {
            was.name == project.name
                && was.acronym == project.acronym
                && was.agreement_number == project.agreement_number
        });
        let same_likeness = same_texts && stays(&|was| was.organizations == project.organizations);
        let same_plan = stays(&|was| was.start == project.start && was.planned_end == project.planned_end);
        let mut harvest = Harvest::default();
        harvest.add(&project, portfolio);
        self.put_texts(row, &mut harvest);
        self.vocabulary.put(portfolio.projects.ids(), &self.names, &mut harvest);
        self.put_row(row, &harvest, portfolio);
        self.put_columns(row, harvest, portfolio);
        self.put_events(row, portfolio);
        (self.wholes, self.crosses) = Default::default();
        // What takes a walk over all rows is done where it can make a difference.
        if !same_likeness {
            self.put_doubles(row);
        }
        if !same_plan {
            self.planned_years = planned_years(&self.rows);
        }
        if same_texts {
            return;
        }
        for (lang, ranks) in Lang::ALL.into_iter().zip(&mut self.text_ranks) {
            if let Some(ranks) = ranks.get_mut() {
                TextRanks::put(Arc::make_mut(ranks), row, portfolio, &Sorter::new(lang));
            }
        }
    }

    fn put_texts(&mut self, row: usize, harvest: &mut Harvest) {
        let slabs = Slabs::default();
        harvest.names.finish(&slabs);
        harvest.texts.finish(&slabs);
        let slabs = slabs.close();
        let one = |stretch| Texts::joined(vec![stretch], &slabs);
        Arc::make_mut(&mut self.names).put(row, one(std::mem::take(&mut harvest.names)).get(0));
        Arc::make_mut(&mut self.texts).put(row, one(std::mem::take(&mut harvest.texts)).get(0));
    }

    fn put_row(&mut self, row: usize, harvest: &Harvest, portfolio: &Portfolio) {
        fn put<T: Copy>(list: &mut [T], row: usize, new: &[T]) {
            if let (Some(slot), Some(new)) = (list.get_mut(row), new.first()) {
                *slot = *new;
            }
        }
        put(&mut self.rows, row, &harvest.rows);
        put(&mut self.name_lines, row, &harvest.name_lines);
        put(&mut self.agreements, row, &harvest.agreements);
        self.spent.put(row, harvest.spent.get(0));
        self.ranges.put(row, harvest.ranges.get(0));
        if let Some(own) = harvest.rows.first() {
            self.money.put(row, own, portfolio);
        }
    }

    fn put_columns(&mut self, row: usize, mut harvest: Harvest, portfolio: &Portfolio) {
        // Lists that projects refer to hold their columns too: each column has one owner while it changes.
        let mut countries: Arc<Column> = Arc::default();
        let mut changed: Vec<Option<Field>> = Vec::new();
        let mut lists = std::mem::take(&mut self.referred);
        for (list, of) in lists.iter_mut().zip(REFERRED) {
            let column = std::mem::take(&mut list.column);
            if of.is_none() {
                countries = column;
            }
        }
        for field in Field::keyed().filter(|field| *field != Field::Id) {
            let Some(column) = self.columns.get_mut(&field) else { continue };
            let keyed = harvest.keyed.remove(&field).unwrap_or_default();
            let place = |key: &str| self.vocabulary.place(field, key);
            let stands_before = |known: &str, key: &str| match field {
                Field::Year => known < key,
                _ => place(known) < place(key),
            };
            let column = Arc::make_mut(column);
            let moved = column.put(row, &keys_of(&keyed), stands_before);
            changed.extend((!moved.is_empty()).then_some(Some(field)));
            let Some(by) = [By::Theme, By::Year].into_iter().find(|by| by.field() == field) else { continue };
            if let (Some(parts), Some(one)) = (self.money.parts_mut(by), harvest.parts.remove(&by)) {
                parts.follow(&moved);
                parts.put(row, &one, &map(&keyed, column));
            }
        }
        let place = |key: &str| portfolio.places.position(key);
        let known: Vec<&str> = keys_of(&harvest.countries).into_iter().filter(|key| place(key).is_some()).collect();
        let moved = Arc::make_mut(&mut countries).put(row, &known, |known, key| place(known) < place(key));
        changed.extend((!moved.is_empty()).then_some(None));
        for (list, of) in lists.iter_mut().zip(REFERRED) {
            let column = of.and_then(|field| self.columns.get(&field)).unwrap_or(&countries);
            // Texts stand by the places of the keys: where those are others, they are written anew.
            if changed.contains(&of) {
                *list = referred(of, portfolio, &self.columns, &countries);
            } else {
                list.column = Arc::clone(column);
            }
        }
        self.referred = lists;
    }

    fn put_doubles(&mut self, row: usize) {
        let none = Column::default();
        let likeness = Likeness {
            agreements: &self.agreements,
            implementers: self.columns.get(&Field::Implementer).map_or(&none, Arc::as_ref),
            names: &self.names,
            name_lines: &self.name_lines,
        };
        let own = doubles_of(row, &likeness);
        self.doubles.retain(|double| double.first != row && double.second != row);
        self.doubles.extend(own);
        self.doubles.sort_unstable();
    }

    /// What happened is found by the names of its projects, and belongs to their areas.
    fn put_events(&mut self, row: usize, portfolio: &Portfolio) {
        let id = portfolio.projects.id(row);
        let none = Column::default();
        let themes = self.columns.get(&Field::Theme).map_or(&none, Arc::as_ref);
        for (event, slot) in portfolio.events.iter().zip(&mut self.events) {
            if slot.projects.contains(&row) || event.projects.iter().any(|named| Some(named.as_str()) == id) {
                *slot = event_row(event, portfolio, &self.names, themes);
            }
        }
    }
}

/// The keys of the only row.
fn keys_of(keyed: &Keyed) -> Vec<&str> {
    keyed.by_row.iter().filter_map(|key| keyed.keys.get(*key as usize)).map(AsRef::as_ref).collect()
}

/// Where keys as they came stand in a column.
fn map(keyed: &Keyed, column: &Column) -> Vec<u32> {
    let place = |key: &str| column.place(key).and_then(|place| u32::try_from(place).ok()).unwrap_or(NO_DATA);
    keyed.keys.iter().map(|key| place(key)).collect()
}
