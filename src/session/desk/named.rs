//! Ids made of names: that of a new project follows its name until it is saved, or somebody writes another.

use super::{Desk, Refusal, found, turned_header};
use crate::format::{Added, Change, Seat};
use crate::i18n::slug;
use crate::model::{Entry, Lang, List, Portfolio};
use crate::query::changed_fields;
use crate::session::history::Deed;
use crate::session::records::free_id_among;

impl Desk {
    /// The id that a project gets by its name, where it is to have another with these fields: only one that came in and was
    /// never saved, and whose id nobody wrote.
    pub fn id_by_name(&self, entry: &Entry, portfolio: &Portfolio) -> Option<String> {
        let (list, id) = (entry.list(), entry.id());
        let place = portfolio.position(list, id).filter(|_| list == List::Projects)?;
        let before = portfolio.entry(list, place)?;
        let added = self.added_at(list, place)?;
        let saved = self.saved_edits.lists.get(&list).into_iter().flat_map(|edits| &edits.added);
        if saved.into_iter().any(|saved| saved.birth() == added.birth()) || self.is_written(list, place) {
            return None;
        }
        let names = |lang: Lang| (name(&before, lang), name(entry, lang));
        let follows = |(was, now): &(String, String)| was != now && is_made_of(id, list, was);
        let (_, now) = [Lang::Es, Lang::En].map(names).into_iter().find(follows)?;
        let is_free = |other: &str| {
            other == id || portfolio.position(list, other).is_none() && self.unread(list, other).is_none()
        };
        Some(free_id_among(list, &slug(&now), is_free)).filter(|new| new != id)
    }

    /// What tells a record that came in from all others, whatever its id is by now.
    pub fn birth(&self, list: List, id: &str, portfolio: &Portfolio) -> Option<usize> {
        Some(self.added_at(list, portfolio.position(list, id)?)?.birth())
    }

    fn added_at(&self, list: List, place: usize) -> Option<&Added> {
        let Seat::Added(added) = self.edits.seat(list, place, &self.text) else { return None };
        self.edits.lists.get(&list)?.added.get(added)
    }

    /// Whether somebody wrote the id of the record in this place.
    fn is_written(&self, list: List, place: usize) -> bool {
        let seat = self.edits.seat(list, place, &self.text);
        let is_it =
            |change: &Change| matches!(change, Change::Record { list: of, at, .. } if *of == list && *at == seat);
        let mut done = self.history.steps().take(self.history.done());
        done.any(|step| matches!(step.deed, Deed::Renamed(..)) && step.changes.first().is_some_and(is_it))
    }

    pub(super) fn put_as(
        &self,
        entry: Entry,
        id: &str,
        portfolio: &Portfolio,
        lang: Lang,
    ) -> Result<(Deed, Vec<Change>), Refusal> {
        let (list, from) = (entry.list(), entry.id().to_owned());
        let (place, before) = found(list, &from, portfolio)?;
        if portfolio.position(list, id).is_some_and(|other| other != place) {
            return Err(Refusal::Taken(list, id.to_owned()));
        }
        self.unread(list, id).map_or(Ok(()), Err)?;
        let (name, fields) = (before.name(lang), changed_fields(&before, &entry));
        let mut changes = vec![self.change(place, before, Some(entry.with_id(id)))];
        changes.extend(self.turned(portfolio, list, &from, |entry| entry.renamed(list, &from, id)));
        changes.extend(turned_header(portfolio, list, &from, Some(id)));
        Ok((Deed::Changed { list, name, fields }, changes))
    }
}

/// The name of a project in a language; nothing where it has none.
fn name(entry: &Entry, lang: Lang) -> String {
    let Entry::Project(project) = entry else { return String::new() };
    let name = match lang {
        Lang::Es => &project.name.es,
        Lang::En => &project.name.en,
    };
    name.clone().unwrap_or_default()
}

/// Whether an id is what is made of a name: the same, or with a number where that was taken.
fn is_made_of(id: &str, list: List, name: &str) -> bool {
    let made = slug(name);
    let made = if made.is_empty() { list.key() } else { &made };
    id.strip_prefix(made).is_some_and(|rest| {
        let number = rest.strip_prefix('-');
        rest.is_empty() || number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}
