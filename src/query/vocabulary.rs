//! Which values a field has, and by which words of either language each is found.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::field::{Doubt, Field};
use super::harvest::Harvest;
use super::texts::Texts;
use crate::i18n::fold;
use crate::model::{Bilingual, Currency, EndingKind, Ids, Lang, List, Portfolio, Scope, Status};

/// The values of every keyed field of a portfolio.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    entries: BTreeMap<Field, Entries>,
    /// The ids of the projects, and their names by row.
    ids: Arc<Ids>,
    names: Arc<Texts>,
}

/// The values of a field in their order, and where each stands.
#[derive(Clone, Debug, Default)]
struct Entries {
    list: Vec<Entry>,
    places: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: String,
    /// Folded.
    aliases: Vec<String>,
    /// In English, of what is called so by no list and has a key that is Spanish.
    english: Option<Box<str>>,
}

/// How many of the values that exist are named in an error.
const OFFERED: usize = 12;

/// The key of a scope in the filter's text and in what `query` prints.
pub fn scope_key(scope: Scope, portfolio: &Portfolio) -> &'static str {
    match (scope, portfolio.header.country.as_deref()) {
        (Scope::MultiCountry, _) => "multi-country",
        (Scope::Country, Some("MX")) => "mexico",
        (Scope::Country, _) => "country",
    }
}

/// The key of a counterpart, which has no id of its own: its text, Spanish first.
pub fn counterpart_key(counterpart: &Bilingual) -> Option<&str> {
    counterpart.texts().next()
}

/// The initials of a name, as people make acronyms: of the words with a capital.
fn initials(name: &str) -> Option<String> {
    let letters: String =
        name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    (letters.chars().count() >= 3).then_some(letters)
}

/// The fields whose keys are the records of a list, in the order in which they are offered.
const NAMED: [(Field, List); 7] = [
    (Field::Theme, List::Themes),
    (Field::Topic, List::Topics),
    (Field::Sector, List::Sectors),
    (Field::Supports, List::Supports),
    (Field::State, List::Places),
    (Field::Implementer, List::Organizations),
    (Field::Org, List::Organizations),
];

/// The id of a record of such a list, and all that it is called.
fn called(list: List, place: usize, portfolio: &Portfolio) -> Option<(&str, Vec<String>)> {
    let texts = |name: &Bilingual| name.texts().map(str::to_owned).collect::<Vec<_>>();
    Some(match list {
        List::Themes => portfolio.themes.get(place).map(|theme| (theme.id.as_str(), texts(&theme.name)))?,
        List::Topics => portfolio.topics.get(place).map(|topic| (topic.id.as_str(), texts(&topic.name)))?,
        List::Sectors => portfolio.sectors.get(place).map(|term| (term.id.as_str(), texts(&term.name)))?,
        List::Supports => portfolio.supports.get(place).map(|term| (term.id.as_str(), texts(&term.name)))?,
        List::Places => {
            let place = portfolio.places.get(place)?;
            let local = place.id.split_once('-').map(|(_, local)| local);
            let mut names = texts(&place.name);
            names.extend(place.short.as_deref().into_iter().chain(local).map(str::to_owned));
            (place.id.as_str(), names)
        }
        List::Organizations => {
            let organization = portfolio.organizations.get(place)?;
            let mut names = texts(&organization.name);
            names.extend(organization.acronym.clone());
            names.extend(organization.name.texts().filter_map(initials));
            (organization.id.as_str(), names)
        }
        _ => return None,
    })
}

impl Vocabulary {
    /// The vocabulary of a portfolio.
    pub(super) fn of(portfolio: &Portfolio, names: Arc<Texts>, terms: &Terms) -> Self {
        let ids = Arc::clone(portfolio.projects.ids());
        let mut all = Self { ids, names, ..Self::default() };
        for (field, list) in NAMED {
            for place in 0..portfolio.count(list) {
                let Some((id, names)) = called(list, place, portfolio) else { continue };
                all.add(field, id, names.iter().map(String::as_str));
            }
        }
        for source in &portfolio.sources {
            all.add(Field::Source, &source.id, std::iter::empty());
        }
        all.learn(terms);
        all.add(Field::Currency, portfolio.currency().code(), std::iter::empty());
        all.add_fixed(portfolio);
        all
    }

    /// Takes in what projects call things by.
    fn learn(&mut self, terms: &Terms) {
        for (key, texts) in &terms.counterparts {
            self.add(Field::Counterpart, key, texts.iter().map(String::as_str));
            if let ([_, english], Some(entry)) = (texts.as_slice(), self.entry_mut(Field::Counterpart, key)) {
                entry.english = Some(english.as_str().into());
            }
        }
        for currency in &terms.currencies {
            self.add(Field::Currency, currency.code(), std::iter::empty());
        }
        // Ids that records use although no list has them can be asked for all the same.
        for (field, id) in &terms.used {
            self.add(*field, id, std::iter::empty());
        }
    }

    /// Takes in what one project says now, beside the ids and names of all.
    pub(super) fn put(&mut self, ids: &Arc<Ids>, names: &Arc<Texts>, harvest: &mut Harvest) {
        let mut terms = Terms::default();
        terms.take(harvest);
        self.learn(&terms);
        (self.ids, self.names) = (Arc::clone(ids), Arc::clone(names));
    }

    /// Takes in that the record in this place of a list is called otherwise now.
    pub(super) fn rename(&mut self, list: List, place: usize, portfolio: &Portfolio) {
        let Some((id, names)) = called(list, place, portfolio) else { return };
        for (field, _) in NAMED.into_iter().filter(|(_, of)| *of == list) {
            if let Some(entry) = self.entry_mut(field, id) {
                entry.aliases = names.iter().map(|name| fold(name)).collect();
            }
        }
    }

    fn entry_mut(&mut self, field: Field, key: &str) -> Option<&mut Entry> {
        let entries = self.entries.get_mut(&field)?;
        entries.list.get_mut(*entries.places.get(key)?)
    }

    /// Where a key stands among those of its field.
    pub(super) fn place(&self, field: Field, key: &str) -> Option<usize> {
        self.entries.get(&field)?.places.get(key).copied()
    }

    fn add_fixed(&mut self, portfolio: &Portfolio) {
        for scope in [Scope::Country, Scope::MultiCountry] {
            let aliases: &[&str] = match scope {
                Scope::Country => &["country", "pais", "mexico"],
                Scope::MultiCountry => &["multi", "varios", "varios paises", "several countries"],
            };
            self.add(Field::Scope, scope_key(scope, portfolio), aliases.iter().copied());
        }
        for status in Status::ALL {
            let alias = match status {
                Status::Planned => "planeado",
                Status::Active => "activo",
                Status::Suspended => "suspendido",
                Status::Closed => "cerrado",
                Status::Cancelled => "cancelado",
            };
            self.add(Field::Status, status.key(), [alias].into_iter());
        }
        for ending in EndingKind::ALL {
            let aliases: &[&str] = match ending {
                EndingKind::Named => &["nombrada", "con nombre", "con nombre en una fuente"],
                EndingKind::Implied => &["inferida", "inferred"],
                EndingKind::Before => &["antes", "termino antes", "ended before"],
                EndingKind::Unknown => &["no se sabe", "desconocida", "not known"],
            };
            self.add(Field::Ending, ending.key(), aliases.iter().copied());
        }
        for doubt in Doubt::ALL {
            let alias = match doubt {
                Doubt::AmountUnknown => "monto-no-publicado",
                Doubt::AmountNegative => "monto-negativo",
                Doubt::AmountMatched => "monto-por-coincidencia",
                Doubt::SourcesDisagree => "fuentes-en-desacuerdo",
                Doubt::EqualSplit => "partes-iguales",
                Doubt::OneSource => "una-fuente",
                Doubt::NoSource => "sin-fuente",
                Doubt::InexactDate => "fecha-inexacta",
            };
            self.add(Field::Doubt, doubt.key(), [alias].into_iter());
        }
    }

    fn add<'a>(&mut self, field: Field, key: &str, aliases: impl Iterator<Item = &'a str>) {
        let entries = self.entries.entry(field).or_default();
        // Counterparts, currencies and what no list has come once a project.
        if !entries.places.contains_key(key) {
            entries.places.insert(key.to_owned(), entries.list.len());
            entries.list.push(Entry { key: key.to_owned(), aliases: aliases.map(fold).collect(), english: None });
        }
    }

    /// The key that somebody means: written as it is, else by one of its names, else the only one whose key or name
    /// begins so.
    pub fn resolve(&self, field: Field, text: &str) -> Option<&str> {
        if field == Field::Id {
            return self.resolve_id(text);
        }
        let entries = self.entries.get(&field)?;
        if let Some(entry) = entries.places.get(text).and_then(|place| entries.list.get(*place)) {
            return Some(&entry.key);
        }
        let entries = &entries.list;
        let wanted = fold(text);
        let plain = wanted.trim_end_matches('.');
        let named = |entry: &&Entry| {
            fold(&entry.key) == wanted || entry.aliases.iter().any(|alias| alias.trim_end_matches('.') == plain)
        };
        if let Some(entry) = entries.iter().find(named) {
            return Some(&entry.key);
        }
        let begins = |entry: &&Entry| {
            fold(&entry.key).starts_with(&wanted) || entry.aliases.iter().any(|alias| alias.starts_with(&wanted))
        };
        let mut candidates = entries.iter().filter(begins);
        match (candidates.next(), candidates.next()) {
            (Some(only), None) if wanted.chars().count() >= 3 => Some(&only.key),
            _ => None,
        }
    }

    /// The id that somebody means: as it is, else by one of its project's names, else the only one that begins so.
    fn resolve_id(&self, text: &str) -> Option<&str> {
        if let Some(id) = self.ids.position(text).and_then(|row| self.ids.get(row)) {
            return Some(id);
        }
        let wanted = fold(text);
        let plain = wanted.trim_end_matches('.');
        let lines = |row: usize| self.names.get(row).lines();
        let row = |holds: &dyn Fn(usize, &str) -> bool| {
            let mut rows = self.ids.iter().enumerate().filter(|(row, id)| holds(*row, id)).map(|(_, id)| id);
            (rows.next(), rows.next())
        };
        let named =
            |row: usize, id: &str| fold(id) == wanted || lines(row).any(|name| name.trim_end_matches('.') == plain);
        let begins =
            |row: usize, id: &str| fold(id).starts_with(&wanted) || lines(row).any(|name| name.starts_with(&wanted));
        match (row(&named), row(&begins)) {
            ((Some(first), _), _) => Some(first),
            (_, (Some(only), None)) if wanted.chars().count() >= 3 => Some(only),
            _ => None,
        }
    }

    /// What to offer to somebody who asked for `text`: the values that resemble it, else the first ones.
    pub fn offer(&self, field: Field, text: &str) -> Vec<String> {
        if field == Field::Id {
            let alike = self.ids.iter().filter(|id| fold(id).contains(&fold(text)));
            let mut offered: Vec<String> = alike.take(OFFERED).map(str::to_owned).collect();
            if offered.is_empty() {
                offered = self.ids.iter().take(OFFERED).map(str::to_owned).collect();
                offered.extend((self.ids.len() > OFFERED).then(|| "…".to_owned()));
            }
            return offered;
        }
        let entries = self.entries.get(&field).map_or(&[][..], |entries| &entries.list);
        let wanted = fold(text);
        let alike = |entry: &&Entry| {
            !wanted.is_empty()
                && (fold(&entry.key).contains(&wanted) || entry.aliases.iter().any(|alias| alias.contains(&wanted)))
        };
        let mut offered: Vec<_> = entries.iter().filter(alike).take(OFFERED).map(|entry| entry.key.clone()).collect();
        if offered.is_empty() {
            offered = entries.iter().take(OFFERED).map(|entry| entry.key.clone()).collect();
            if entries.len() > OFFERED {
                offered.push("…".to_owned());
            }
        }
        offered
    }

    /// A counterpart, by its key, in this language, where records tell it in both.
    pub fn counterpart<'a>(&'a self, key: &'a str, lang: Lang) -> &'a str {
        // The key is the Spanish one where there are both.
        let english = || {
            let entries = self.entries.get(&Field::Counterpart)?;
            entries.list.get(*entries.places.get(key)?)?.english.as_deref()
        };
        if lang == Lang::En { english().unwrap_or(key) } else { key }
    }

    /// Every key of a field, in the order of the portfolio.
    pub fn keys(&self, field: Field) -> impl Iterator<Item = &str> {
        self.entries.get(&field).into_iter().flat_map(|entries| &entries.list).map(|entry| entry.key.as_str())
    }
}

/// What projects call things by that no list has, or that may not be in one; in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Terms {
    counterparts: Vec<(Box<str>, Vec<String>)>,
    currencies: Vec<Currency>,
    used: Vec<(Field, Box<str>)>,
    seen: HashSet<(Field, Box<str>)>,
}

/// Fields whose values are ids of a list.
const USED: [Field; 8] = [
    Field::Theme,
    Field::Topic,
    Field::State,
    Field::Sector,
    Field::Supports,
    Field::Source,
    Field::Org,
    Field::Implementer,
];

impl Terms {
    /// Takes from a stretch of projects what was not known before.
    pub fn take(&mut self, harvest: &mut Harvest) {
        let texts = std::mem::take(&mut harvest.counterparts);
        if let Some(keyed) = harvest.keyed.get(&Field::Counterpart) {
            for (key, texts) in keyed.keys.iter().zip(texts) {
                if self.seen.insert((Field::Counterpart, key.clone())) {
                    self.counterparts.push((key.clone(), texts));
                }
            }
        }
        for currency in harvest.currencies.drain(..) {
            if !self.currencies.contains(&currency) {
                self.currencies.push(currency);
            }
        }
        for field in USED {
            for key in harvest.keyed.get(&field).into_iter().flat_map(|keyed| &keyed.keys) {
                if self.seen.insert((field, key.clone())) {
                    self.used.push((field, key.clone()));
                    // Whoever takes part can be asked for as one that does the work, and the other way round.
                    let other = match field {
                        Field::Org => Field::Implementer,
                        _ => continue,
                    };
                    self.used.push((other, key.clone()));
                }
            }
        }
    }
}
