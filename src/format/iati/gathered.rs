//! What the activities of a file share while it is read: organisations, themes, places, sources, each once; what was
//! understood, what was lost, and which ids are taken. Knows no elements of activities.

use std::collections::{BTreeSet, HashMap};

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::element::{Element, IN_OWN, OWN_PREFIX};
use crate::format::brought::{Loss, Losses, Understood, example as beginning};
use crate::model::{
    Bilingual, Currency, Entry, Header, Lang, Organization, PartialDate, Place, Record, Source, Term, Theme, Topic,
};

/// How long an id that is made of a name is at most, in characters.
const ID: usize = 60;

/// Records that are found by id while more are added.
pub(super) struct Listed<T> {
    records: Vec<T>,
    places: HashMap<String, usize>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { records: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Record> Listed<T> {
    /// The record with this id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.records.get(*self.places.get(id)?)
    }

    /// The record with this id, to be changed.
    pub fn find_mut(&mut self, id: &str) -> Option<&mut T> {
        self.records.get_mut(*self.places.get(id)?)
    }

    /// Adds a record unless its id is there.
    pub fn add(&mut self, record: T) {
        if !self.places.contains_key(record.id()) {
            self.places.insert(record.id().to_owned(), self.records.len());
            self.records.push(record);
        }
    }

    /// Puts a record in the place of the one with its id, or at the end.
    fn put(&mut self, record: T) {
        match self.find_mut(record.id()) {
            Some(old) => *old = record,
            None => self.add(record),
        }
    }

    /// The records in their order.
    pub fn into_records(self) -> Vec<T> {
        self.records
    }
}

/// Ids that are taken, each with the number that the next one like it has.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, usize>);

impl Ids {
    /// An id like this one that nobody has.
    pub fn free(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        while self.0.contains_key(&id) {
            let number = self.0.entry(wanted.to_owned()).or_insert(1);
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        self.0.insert(id.clone(), 1);
        id
    }
}

/// All that is gathered.
#[derive(Default)]
pub(super) struct Gathered {
    pub losses: Losses,
    pub themes: Listed<Theme>,
    pub topics: Listed<Topic>,
    pub sectors: Listed<Term>,
    pub supports: Listed<Term>,
    pub places: Listed<Place>,
    pub organizations: Listed<Organization>,
    pub sources: Listed<Source>,
    /// What a file of ours says of itself.
    pub header: Option<Header>,
    /// How often each currency stands at an amount of the activity that is being read, in the order of the file.
    pub spoken: Vec<(Currency, usize)>,
    /// How many activities speak in each currency: in their default one, else in that of most of their amounts.
    pub currencies: HashMap<Currency, usize>,
    /// In how many activities a country stands alone.
    pub countries: HashMap<String, usize>,
    /// The day of the latest change of an activity.
    pub updated: Option<PartialDate>,
    /// Who reports, by name.
    pub reporters: BTreeSet<String>,
    /// The languages of the activities, as they are named.
    pub langs: HashMap<String, usize>,
    /// The id of the source of each document by its address.
    pub documents: HashMap<String, String>,
    /// The ids of those.
    pub document_ids: Ids,
    understood: Vec<(Understood, usize)>,
    understood_at: HashMap<(&'static str, &'static str), usize>,
    ids: Ids,
    /// How many activities were begun.
    pub entries: usize,
}

impl Gathered {
    /// Notes that something of this activity became a field.
    pub fn understood(&mut self, what: &'static str, field: &'static str, example: &str) {
        let place = *self.understood_at.entry((what, field)).or_insert(self.understood.len());
        match self.understood.get_mut(place) {
            Some((_, last)) if *last == self.entries => {}
            Some((understood, last)) => {
                understood.count += 1;
                *last = self.entries;
            }
            None => {
                let example = beginning(example);
                let understood = Understood { what: what.to_owned(), field: field.to_owned(), count: 1, example };
                self.understood.push((understood, self.entries));
            }
        }
    }

    /// What was understood, in the order of the file.
    pub fn take_understood(&mut self) -> Vec<Understood> {
        std::mem::take(&mut self.understood).into_iter().map(|(understood, _)| understood).collect()
    }

    /// Notes that an element has no place, where anything is in it.
    pub fn no_place(&mut self, path: &str, element: &Element) {
        let example = element.example();
        if !example.is_empty() || !element.children.is_empty() {
            self.losses.note(&path.replace(IN_OWN, OWN_PREFIX), Loss::NoPlace, element.line, &example);
        }
    }

    /// Notes what of an element is neither among these attributes nor among these elements.
    pub fn rest(&mut self, path: &str, element: &Element, attributes: &[&str], children: &[&str]) {
        for (name, value) in &element.attributes {
            if !attributes.contains(&name.as_str()) && !value.trim().is_empty() && name != "xml:lang" {
                self.losses.note(&format!("{path}@{name}"), Loss::NoPlace, element.line, value.trim());
            }
        }
        for child in element.children.iter().filter(|child| !children.contains(&child.name.as_str())) {
            self.no_place(&format!("{path}/{}", child.name), child);
        }
    }

    /// An id like this one that no project has; where one has it, that is noted.
    pub fn own_id(&mut self, wanted: &str, line: usize) -> String {
        let id = self.ids.free(wanted);
        if id != wanted {
            self.losses.note("iati-identifier", Loss::SameId, line, wanted);
        }
        id
    }

    /// Text in the languages of a record. Text without a language is in that of the activity; where there is neither
    /// Spanish nor English, the first text stands in for them and is noted.
    pub fn bilingual(
        &mut self,
        what: &str,
        line: usize,
        texts: &[(Option<&str>, &str)],
        lang: Option<&str>,
    ) -> Bilingual {
        let mut words = Bilingual::default();
        let mut others = Vec::new();
        for (told, text) in texts {
            let text = (*text).to_owned();
            // What says no language is taken for English, which most files are in.
            let known = told.or(lang).map_or(Some(Lang::En), Lang::from_code);
            let slot = match known {
                Some(Lang::Es) => &mut words.es,
                Some(Lang::En) => &mut words.en,
                None => {
                    others.push(text);
                    continue;
                }
            };
            match slot {
                None => *slot = Some(text),
                Some(first) if *first == text => {}
                Some(_) => self.losses.note(what, Loss::NoPlace, line, &text),
            }
        }
        for text in &others {
            self.losses.note(what, Loss::Language, line, text);
        }
        if words.is_empty() {
            let slot = if lang.and_then(Lang::from_code) == Some(Lang::Es) { &mut words.es } else { &mut words.en };
            *slot = others.into_iter().next();
        }
        words
    }

    /// A currency by its code; one that is none is noted.
    pub fn currency(&mut self, code: &str, line: usize) -> Option<Currency> {
        let currency = code.to_ascii_uppercase().parse().ok();
        if currency.is_none() {
            self.losses.note("currency", Loss::UnknownCode, line, code);
        }
        currency
    }

    /// The date of an element; one that is none is noted.
    pub fn date(&mut self, element: &Element, what: &str) -> Option<PartialDate> {
        let exact = element.attribute(&format!("{IN_OWN}date"));
        self.day(exact.unwrap_or_else(|| element.date_text()), element.line, what)
    }

    /// A date as written, without a time behind it; one that is none is noted.
    pub fn day(&mut self, written: &str, line: usize, what: &str) -> Option<PartialDate> {
        let exact = written.parse().ok();
        let date = exact.or_else(|| written.get(..10).and_then(|day| day.parse().ok()));
        if date.is_none() {
            let why = if written.is_empty() { Loss::Missing } else { Loss::NotReadable };
            self.losses.note(what, why, line, written);
        }
        date
    }

    /// Takes a record of a file of ours over what was made of its activities.
    pub fn put(&mut self, entry: Entry) {
        match entry {
            Entry::Theme(theme) => self.themes.put(theme),
            Entry::Topic(topic) => self.topics.put(topic),
            Entry::Sector(term) => self.sectors.put(term),
            Entry::Support(term) => self.supports.put(term),
            Entry::Place(place) => self.places.put(place),
            Entry::Organization(organization) => self.organizations.put(*organization),
            Entry::Source(source) => self.sources.put(*source),
            // Files of ours have none of these.
            Entry::ReportedTotal(_) | Entry::Project(_) | Entry::Event(_) | Entry::Continuity(_) => {}
        }
    }
}

/// An id made of a name: small letters, digits and hyphens; of a name without Latin letters, the name.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(name.chars()) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug: String = slug.chars().take(ID).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { name.trim().to_owned() } else { slug.to_owned() }
}

/// A code as a name: the same in both languages.
pub(super) fn in_both(code: &str) -> Bilingual {
    Bilingual { es: Some(code.to_owned()), en: Some(code.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_names_and_stay_apart() {
        assert_eq!(slug("Secretaría del Trabajo (STPS)"), "secretaria-del-trabajo-stps");
        assert_eq!(slug("  "), "");
        assert_eq!(slug("منظمة"), "منظمة");
        let mut gathered = Gathered::default();
        let ids = ["a", "a-2", "a", "a"].map(|id| gathered.own_id(id, 1));
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4"]);
        let lost = gathered.losses.all();
        assert_eq!((lost.len(), lost[0].why, lost[0].count), (1, Loss::SameId, 2));
    }

    #[test]
    fn a_third_language_stands_in_only_where_neither_of_ours_is_there() {
        let mut gathered = Gathered::default();
        let both = gathered.bilingual("title", 1, &[(None, "Titre"), (Some("es"), "Título")], Some("fr"));
        assert_eq!(both, Bilingual { es: Some("Título".to_owned()), en: None });
        let french = gathered.bilingual("title", 2, &[(None, "Titre")], Some("fr"));
        assert_eq!(french.en.as_deref(), Some("Titre"));
        let lost = gathered.losses.all();
        assert_eq!((lost[0].why, lost[0].count), (Loss::Language, 2));
    }
}
