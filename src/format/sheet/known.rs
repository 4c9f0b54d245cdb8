//! The records that cells of a table mean: those of the open portfolio by id, name or acronym, else new ones, each
//! with an id of its own.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::countries;
use super::fold::plain;
use super::taken::Taken;
use crate::format::{embedded, read_ron};
use crate::i18n::slug;
use crate::model::{
    Bilingual, Lang, Organization, OrganizationKind, Place, Portfolio, PublisherKind, Record, Source, Table, Term,
    Theme, Topic,
};

/// Names that people give to states of Mexico beside those of the list, folded.
const STATE_NAMES: [(&str, &str); 16] = [
    ("veracruz de ignacio de la llave", "MX-VER"),
    ("veracruz llave", "MX-VER"),
    ("coahuila de zaragoza", "MX-COA"),
    ("michoacan de ocampo", "MX-MIC"),
    ("queretaro de arteaga", "MX-QUE"),
    ("queretaro arteaga", "MX-QUE"),
    ("estado de mexico", "MX-MEX"),
    ("edo de mexico", "MX-MEX"),
    ("edo mex", "MX-MEX"),
    ("edomex", "MX-MEX"),
    ("mexico", "MX-MEX"),
    ("state of mexico", "MX-MEX"),
    ("distrito federal", "MX-CMX"),
    ("d f", "MX-CMX"),
    ("df", "MX-CMX"),
    ("mexico city", "MX-CMX"),
];

/// The places that the program's own portfolio lists: countries, and the states of Mexico.
fn listed_places() -> &'static Table<Place> {
    static PLACES: OnceLock<Table<Place>> = OnceLock::new();
    PLACES.get_or_init(|| read_ron(embedded()).map(|read| read.portfolio.places).unwrap_or_default())
}

/// Whether this names a state.
pub(super) fn is_state(name: &str) -> bool {
    static STATES: OnceLock<HashSet<String>> = OnceLock::new();
    let states = STATES.get_or_init(|| {
        let states = listed_places().iter().filter(|place| place.id.contains('-'));
        let names = states.flat_map(|place| aliases(place).into_iter().map(|name| plain(&name)));
        names.chain(STATE_NAMES.map(|(name, _)| name.to_owned())).collect()
    });
    states.contains(&plain(name))
}

/// All that a place is called, its code too.
fn aliases(place: &Place) -> Vec<String> {
    let local = place.id.split_once('-').map(|(_, local)| local);
    let names = place.name.texts().chain(place.short.as_deref()).chain(local).chain([place.id.as_str()]);
    names.map(str::to_owned).collect()
}

/// Records of one list: what they are called, which of them were meant, which had to be made.
#[derive(Default)]
pub(super) struct Register {
    names: HashMap<String, String>,
    /// The same as they are written: where two differ only by marks or capitals, each is itself.
    exact: HashMap<String, String>,
    ids: Taken,
    used: HashSet<String>,
    made: Vec<(String, String)>,
}

impl Register {
    /// A record and all that it is called.
    fn add(&mut self, id: &str, names: impl IntoIterator<Item = String>) {
        self.ids.insert(id);
        for name in names.into_iter().chain([id.to_owned()]) {
            let folded = plain(&name);
            if !folded.is_empty() {
                self.names.entry(folded).or_insert_with(|| id.to_owned());
            }
            self.exact.entry(name).or_insert_with(|| id.to_owned());
        }
    }

    /// The id of what is called so.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.exact.get(name).or_else(|| self.names.get(&plain(name))).map(String::as_str)
    }

    /// The id of what is called so, which is now in use.
    fn known(&mut self, name: &str) -> Option<String> {
        let id = self.find(name)?.to_owned();
        self.used.insert(id.clone());
        Some(id)
    }

    /// The id of what is called so; made where there is none.
    pub fn take(&mut self, name: &str, otherwise: &str) -> String {
        if let Some(id) = self.known(name) {
            return id;
        }
        let slug = slug(name);
        let id = self.ids.free(if slug.is_empty() { otherwise } else { &slug });
        self.make(&id, name);
        id
    }

    fn make(&mut self, id: &str, name: &str) {
        self.add(id, [name.to_owned()]);
        self.used.insert(id.to_owned());
        self.made.push((id.to_owned(), name.to_owned()));
    }

    /// The records of the lists that are in use, in their order.
    fn in_use<T: Record + Clone>(&self, lists: &[&Table<T>]) -> Vec<T> {
        let mut seen = HashSet::new();
        let known = lists.iter().flat_map(|list| list.iter());
        known.filter(|record| self.used.contains(record.id()) && seen.insert(record.id().to_owned())).cloned().collect()
    }

    /// The records that are in use, then the new ones.
    fn records<T: Record + Clone>(&self, lists: &[&Table<T>], new: impl Fn(&str, &str) -> T) -> Table<T> {
        let made = self.made.iter().map(|(id, name)| new(id, name));
        Table::new(self.in_use(lists).into_iter().chain(made).collect())
    }
}

/// Everything that cells can mean.
pub(super) struct Known<'a> {
    base: Option<&'a Portfolio>,
    language: Lang,
    pub themes: Register,
    topics: Register,
    /// The theme of each topic that has one.
    themes_of: HashMap<String, String>,
    pub sectors: Register,
    pub supports: Register,
    pub states: Register,
    pub countries: Register,
    pub organizations: Register,
    sources: Register,
    addresses: HashMap<String, String>,
    new_sources: Vec<Source>,
    acronyms: HashMap<String, String>,
}

impl<'a> Known<'a> {
    /// What the open portfolio knows; of places also what the program's own does.
    pub fn new(base: Option<&'a Portfolio>, language: Lang) -> Self {
        let mut known = Self {
            base,
            language,
            themes: Register::default(),
            topics: Register::default(),
            themes_of: HashMap::new(),
            sectors: Register::default(),
            supports: Register::default(),
            states: Register::default(),
            countries: Register::default(),
            organizations: Register::default(),
            sources: Register::default(),
            addresses: HashMap::new(),
            new_sources: Vec::new(),
            acronyms: HashMap::new(),
        };
        if let Some(base) = base {
            known.learn(base);
        }
        known.learn_places(listed_places());
        for (name, id) in STATE_NAMES {
            known.states.names.entry(name.to_owned()).or_insert_with(|| id.to_owned());
        }
        known
    }

    fn learn(&mut self, base: &Portfolio) {
        let names = |name: &Bilingual| name.texts().map(str::to_owned).collect::<Vec<_>>();
        base.themes.iter().for_each(|theme| self.themes.add(&theme.id, names(&theme.name)));
        for topic in &base.topics {
            self.topics.add(&topic.id, names(&topic.name));
            if let Some(theme) = &topic.theme {
                self.themes_of.insert(topic.id.clone(), theme.clone());
            }
        }
        base.sectors.iter().for_each(|term| self.sectors.add(&term.id, names(&term.name)));
        base.supports.iter().for_each(|term| self.supports.add(&term.id, names(&term.name)));
        for organization in &base.organizations {
            let names = names(&organization.name).into_iter().chain(organization.acronym.clone());
            self.organizations.add(&organization.id, names);
        }
        for source in &base.sources {
            self.sources.add(&source.id, [source.title.clone()]);
            if let Some(url) = &source.url {
                self.addresses.entry(address(url)).or_insert_with(|| source.id.clone());
            }
        }
        self.learn_places(&base.places);
        // Words that mean the same stand for the same.
        for group in &base.header.synonyms {
            for register in [&mut self.themes, &mut self.organizations, &mut self.topics] {
                let Some(id) = group.iter().find_map(|word| register.find(word).map(str::to_owned)) else { continue };
                for word in group {
                    register.names.entry(plain(word)).or_insert_with(|| id.clone());
                }
            }
        }
    }

    fn learn_places(&mut self, places: &Table<Place>) {
        for place in places {
            let register = if place.id.contains('-') { &mut self.states } else { &mut self.countries };
            register.add(&place.id, aliases(place));
        }
    }

    /// The theme of this name and the topic that named it, if one did.
    pub fn theme(&mut self, name: &str) -> (String, Option<String>) {
        if self.themes.find(name).is_none()
            && let Some(topic) = self.topics.find(name).map(str::to_owned)
            && let Some(theme) = self.themes_of.get(&topic).cloned()
        {
            self.topics.used.insert(topic.clone());
            self.themes.used.insert(theme.clone());
            return (theme, Some(topic));
        }
        (self.themes.take(name, "theme"), None)
    }

    /// The country of the open portfolio.
    pub fn own_country(&self) -> Option<&str> {
        self.base?.header.country.as_deref()
    }

    /// Whether this names a country.
    pub fn is_country(&self, name: &str) -> bool {
        self.countries.find(name).is_some() || countries::code(&plain(name)).is_some()
    }

    /// The country of this name or code.
    pub fn country(&mut self, name: &str) -> String {
        if let Some(id) = self.countries.known(name) {
            return id;
        }
        match countries::code(&plain(name)) {
            Some(code) if self.countries.ids.has(code) => {
                self.countries.used.insert(code.to_owned());
                code.to_owned()
            }
            Some(code) => {
                self.countries.make(code, name);
                code.to_owned()
            }
            None => self.countries.take(name, "place"),
        }
    }

    /// The organisation of this name, also where its acronym stands in brackets behind it.
    pub fn organization(&mut self, name: &str) -> String {
        let bracketed = name.trim_end().strip_suffix(')').and_then(|name| name.rsplit_once('('));
        let Some((full, acronym)) = bracketed.map(|(full, acronym)| (full.trim(), acronym.trim())) else {
            return self.organizations.take(name, "organization");
        };
        for part in [name, full, acronym] {
            if let Some(id) = self.organizations.known(part) {
                return id;
            }
        }
        let short =
            acronym.chars().filter(|letter| letter.is_uppercase()).count() >= 2 && acronym.chars().count() <= 12;
        if !short || full.is_empty() {
            return self.organizations.take(name, "organization");
        }
        let id = self.organizations.take(full, "organization");
        self.organizations.add(&id, [name.to_owned(), acronym.to_owned()]);
        self.acronyms.insert(id.clone(), acronym.to_owned());
        id
    }

    /// The source with this address, title or id.
    pub fn source(&mut self, text: &str) -> String {
        let url = is_address(text).then(|| text.to_owned());
        let known = match &url {
            Some(url) => self.addresses.get(&address(url)).cloned(),
            None => self.sources.known(text),
        };
        if let Some(id) = known {
            self.sources.used.insert(id.clone());
            return id;
        }
        let host = url.as_deref().map(|url| url.split("://").nth(1).unwrap_or(url).split('/').next().unwrap_or(""));
        let publisher = host.map(|host| host.trim_start_matches("www.").to_owned()).unwrap_or_default();
        self.new_source(text, &publisher, PublisherKind::Other, url)
    }

    /// A source that a whole table has, or one that is of the same publisher and has an address of its own.
    pub fn source_of(&mut self, title: &str, publisher: &str, kind: PublisherKind, url: Option<String>) -> String {
        let known = match &url {
            Some(url) => self.addresses.get(&address(url)).cloned(),
            None => self.sources.find(title).map(str::to_owned),
        };
        known.unwrap_or_else(|| self.new_source(title, publisher, kind, url))
    }

    fn new_source(&mut self, title: &str, publisher: &str, kind: PublisherKind, url: Option<String>) -> String {
        let name = url.as_deref().map_or(title, |url| url.split("://").nth(1).unwrap_or(url));
        let slug = slug(name);
        let id = self.sources.ids.free(if slug.is_empty() { "source" } else { &slug });
        self.sources.add(&id, if url.is_some() { None } else { Some(title.to_owned()) });
        if let Some(url) = &url {
            self.addresses.insert(address(url), id.clone());
        }
        self.new_sources.push(Source {
            id: id.clone(),
            title: title.to_owned(),
            publisher: publisher.to_owned(),
            kind,
            url,
            published: None,
            consulted: None,
            language: None,
            excerpt: None,
            archived_url: None,
        });
        id
    }

    /// Puts the records that are in use, and the new ones, into a portfolio.
    pub fn put_into(self, portfolio: &mut Portfolio) {
        let empty = Portfolio::empty(portfolio.header.clone());
        let base = self.base.unwrap_or(&empty);
        let lang = self.language;
        let term = |id: &str, name: &str| Term { id: id.to_owned(), name: Bilingual::of(lang, name) };
        let mut themes = self.themes;
        portfolio.topics = self.topics.records(&[&base.topics], |id, name| Topic {
            id: id.to_owned(),
            name: Bilingual::of(lang, name),
            theme: None,
        });
        themes.used.extend(portfolio.topics.iter().filter_map(|topic| topic.theme.clone()));
        portfolio.themes = themes.records(&[&base.themes], |id, name| Theme {
            id: id.to_owned(),
            name: Bilingual::of(lang, name),
            named_by_report: false,
        });
        portfolio.sectors = self.sectors.records(&[&base.sectors], term);
        portfolio.supports = self.supports.records(&[&base.supports], term);
        let place = |id: &str, name: &str| Place {
            id: id.to_owned(),
            name: Bilingual::of(lang, name),
            short: None,
            tile: None,
        };
        let lists = [&base.places, listed_places()];
        let countries = self.countries.records(&lists, place);
        let states = self.states.records(&lists, place);
        portfolio.places = Table::new(countries.iter().chain(states.iter()).cloned().collect());
        portfolio.organizations = self.organizations.records(&[&base.organizations], |id, name| Organization {
            id: id.to_owned(),
            name: Bilingual::of(lang, name),
            acronym: self.acronyms.get(id).cloned(),
            kind: OrganizationKind::Other,
            country: None,
        });
        let sources = self.sources.in_use(&[&base.sources]).into_iter().chain(self.new_sources).collect();
        portfolio.sources = Table::new(sources);
    }
}

/// Whether a text is an address of the web.
pub(super) fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// An address by which the same page is found again.
fn address(url: &str) -> String {
    url.trim_end_matches('/').split("://").nth(1).unwrap_or(url).trim_start_matches("www.").to_owned()
}
