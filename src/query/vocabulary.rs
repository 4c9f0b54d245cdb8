//! Which values a field has, and by which words of either language each is found.

use std::collections::BTreeMap;

use super::field::{Doubt, Field};
use super::fold::fold;
use crate::model::{Bilingual, EndingKind, Portfolio, Scope, Status};

/// The values of every keyed field of a portfolio.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    entries: BTreeMap<Field, Vec<Entry>>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: String,
    /// Folded.
    aliases: Vec<String>,
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

impl Vocabulary {
    /// The vocabulary of a portfolio.
    pub fn of(portfolio: &Portfolio) -> Self {
        let mut all = Self::default();
        for theme in &portfolio.themes {
            all.add(Field::Theme, &theme.id, theme.name.texts());
        }
        for topic in &portfolio.topics {
            all.add(Field::Topic, &topic.id, topic.name.texts());
        }
        for (field, terms) in [(Field::Sector, &portfolio.sectors), (Field::Supports, &portfolio.supports)] {
            for term in terms {
                all.add(field, &term.id, term.name.texts());
            }
        }
        for place in &portfolio.places {
            let local = place.id.split_once('-').map(|(_, local)| local);
            all.add(Field::State, &place.id, place.name.texts().chain(place.short.as_deref()).chain(local));
        }
        for field in [Field::Implementer, Field::Org] {
            for organization in &portfolio.organizations {
                let made: Vec<_> = organization.name.texts().filter_map(initials).collect();
                let names = organization.name.texts().chain(organization.acronym.as_deref());
                all.add(field, &organization.id, names.chain(made.iter().map(String::as_str)));
            }
        }
        for source in &portfolio.sources {
            all.add(Field::Source, &source.id, std::iter::empty());
        }
        for project in &portfolio.projects {
            all.add(Field::Id, &project.id, project.name.texts().chain(project.acronym.as_deref()));
            if let Some(key) = counterpart_key(&project.counterpart) {
                all.add(Field::Counterpart, key, project.counterpart.texts());
            }
            for currency in project.amounts.iter().filter_map(|amount| amount.currency) {
                all.add(Field::Currency, currency.code(), std::iter::empty());
            }
        }
        all.add(Field::Currency, portfolio.currency().code(), std::iter::empty());
        all.add_dangling(portfolio);
        all.add_fixed(portfolio);
        all
    }

    /// Ids that records use although no list has them can be asked for all the same.
    fn add_dangling(&mut self, portfolio: &Portfolio) {
        for project in &portfolio.projects {
            let themes = project.themes.iter().map(|theme| &theme.theme);
            self.add_unlisted(Field::Theme, themes, |id| portfolio.themes.has(id));
            self.add_unlisted(Field::Topic, &project.topics, |id| portfolio.topics.has(id));
            self.add_unlisted(Field::State, &project.states, |id| portfolio.places.has(id));
            self.add_unlisted(Field::Sector, &project.sectors, |id| portfolio.sectors.has(id));
            self.add_unlisted(Field::Supports, &project.supports, |id| portfolio.supports.has(id));
            self.add_unlisted(Field::Source, &project.sources, |id| portfolio.sources.has(id));
            let organizations = project.organizations.iter().map(|part| &part.organization);
            self.add_unlisted(Field::Org, organizations.clone(), |id| portfolio.organizations.has(id));
            self.add_unlisted(Field::Implementer, organizations, |id| portfolio.organizations.has(id));
        }
    }

    fn add_unlisted<'a>(
        &mut self,
        field: Field,
        ids: impl IntoIterator<Item = &'a String>,
        listed: impl Fn(&str) -> bool,
    ) {
        for id in ids {
            let entries = self.entries.get(&field).map_or(&[][..], Vec::as_slice);
            if !listed(id) && !entries.iter().any(|entry| entry.key == *id) {
                self.add(field, id, std::iter::empty());
            }
        }
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
                Doubt::AmountMatched => "monto-por-coincidencia",
                Doubt::SourcesDisagree => "fuentes-en-desacuerdo",
                Doubt::EqualSplit => "partes-iguales",
                Doubt::OneSource => "una-fuente",
                Doubt::InexactDate => "fecha-inexacta",
            };
            self.add(Field::Doubt, doubt.key(), [alias].into_iter());
        }
    }

    fn add<'a>(&mut self, field: Field, key: &str, aliases: impl Iterator<Item = &'a str>) {
        let entries = self.entries.entry(field).or_default();
        // Counterparts and currencies come once a project; every other list has each key once.
        let repeats = matches!(field, Field::Counterpart | Field::Currency);
        if repeats && entries.iter().any(|entry| entry.key == key) {
            return;
        }
        entries.push(Entry { key: key.to_owned(), aliases: aliases.map(fold).collect() });
    }

    /// The key that somebody means: written as it is, else by one of its names, else the only one whose key or name
    /// begins so.
    pub fn resolve(&self, field: Field, text: &str) -> Option<&str> {
        let entries = self.entries.get(&field)?;
        if let Some(entry) = entries.iter().find(|entry| entry.key == text) {
            return Some(&entry.key);
        }
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

    /// What to offer to somebody who asked for `text`: the values that resemble it, else the first ones.
    pub fn offer(&self, field: Field, text: &str) -> Vec<String> {
        let entries = self.entries.get(&field).map_or(&[][..], Vec::as_slice);
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

    /// Every key of a field, in the order of the portfolio.
    pub fn keys(&self, field: Field) -> impl Iterator<Item = &str> {
        self.entries.get(&field).into_iter().flatten().map(|entry| entry.key.as_str())
    }
}
