//! Where an activity is: countries, regions and, where they can be told, Mexican states.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::activity::Scene;
use super::codes::{STATES, State};
use super::element::Element;
use super::gathered::{Gathered, in_both, slug};
use crate::format::brought::Loss;
use crate::model::{Bilingual, Place, Scope};

/// The countries of an activity, and whether it is of one alone.
pub(super) fn countries(activity: &Element, scene: &Scene<'_>, gathered: &mut Gathered) -> (Vec<String>, Scope) {
    let (mut countries, mut told): (Vec<String>, usize) = Default::default();
    let elements: Vec<&Element> = activity.all("recipient-country").collect();
    for element in &elements {
        let name = gathered.bilingual("recipient-country", element.line, &element.narratives(), scene.lang);
        // Versions 1 may say the name alone.
        let named = || element.narratives().first().and_then(|(_, name)| country_named(name));
        let code = element.attribute("code").map_or_else(|| named().unwrap_or_default(), str::to_ascii_uppercase);
        if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let why = if code.is_empty() { Loss::Missing } else { Loss::UnknownCode };
            gathered.losses.note("recipient-country@code", why, element.line, &element.example());
            continue;
        }
        told += 1;
        gathered.understood("recipient-country", "countries", &code);
        let name = if name.is_empty() { country_name(&code) } else { name };
        gathered.places.add(Place { id: code.clone(), name, short: None, tile: None });
        if !countries.contains(&code) {
            countries.push(code);
        }
    }
    let regions: Vec<&Element> = activity.all("recipient-region").collect();
    for region in &regions {
        gathered.losses.note("recipient-region", Loss::NoPlace, region.line, &region.example());
    }
    let several = elements.len() + regions.len() > 1;
    for element in elements.iter().filter(|_| several) {
        if let Some(percentage) = element.attribute("percentage") {
            let example = format!("{} {percentage} %", element.example());
            gathered.losses.note("recipient-country@percentage", Loss::NoPlace, element.line, &example);
        }
    }
    // One country that stands twice is one; a country that cannot be told is another one.
    let of_one = regions.is_empty() && (elements.is_empty() || countries.len() == 1 && told == elements.len());
    if let (true, [country]) = (of_one, countries.as_slice()) {
        *gathered.countries.entry(country.clone()).or_default() += 1;
    }
    (countries, if of_one { Scope::Country } else { Scope::MultiCountry })
}

/// The states that locations name, by their code or as a whole name.
pub(super) fn states(activity: &Element, gathered: &mut Gathered) -> Vec<String> {
    let mut states: Vec<String> = Vec::new();
    for location in activity.all("location") {
        let Some(&(code, name, english)) = state(location) else {
            gathered.no_place("location", location);
            continue;
        };
        gathered.understood("location", "states", code);
        let place = Bilingual {
            es: Some(name.to_owned()),
            en: Some(if english.is_empty() { name } else { english }.to_owned()),
        };
        gathered.places.add(Place { id: code.to_owned(), name: place, short: None, tile: None });
        if !states.iter().any(|known| known == code) {
            states.push(code.to_owned());
        }
        let known = ["location-id", "name", "administrative"];
        gathered.rest("location", location, &["ref"], &known);
    }
    states
}

fn state(location: &Element) -> Option<&'static State> {
    let units =
        location.children.iter().filter(|child| matches!(child.name.as_str(), "location-id" | "administrative"));
    let codes: Vec<&str> = units.filter_map(Element::code).chain(location.attribute("ref")).collect();
    let by_code = STATES.iter().find(|(code, ..)| codes.iter().any(|written| written.eq_ignore_ascii_case(code)));
    by_code.or_else(|| {
        let names = location.child("name").map(Element::narratives).unwrap_or_default();
        names.iter().find_map(|(_, name)| states_by_name().get(&slug(name)).copied())
    })
}

/// The states by their names in small letters; "México" alone is the country.
fn states_by_name() -> &'static HashMap<String, &'static State> {
    static NAMES: OnceLock<HashMap<String, &State>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let names = STATES.iter().flat_map(|state| [(slug(state.1), state), (slug(state.2), state)]);
        names.filter(|(name, _)| !name.is_empty()).collect()
    })
}

/// The countries' codes and names in Spanish and in English, by code.
fn all_countries() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("../../../assets/countries.tsv").lines();
    lines.filter_map(|line| {
        let (code, names) = line.split_once('\t')?;
        names.split_once('\t').map(|(es, en)| (code, es, en))
    })
}

/// The code of the country with this name in either language.
fn country_named(name: &str) -> Option<String> {
    static NAMES: OnceLock<HashMap<String, &str>> = OnceLock::new();
    let names =
        NAMES.get_or_init(|| all_countries().flat_map(|(code, es, en)| [(slug(es), code), (slug(en), code)]).collect());
    names.get(&slug(name)).map(|code| (*code).to_owned())
}

/// The name of a country.
fn country_name(code: &str) -> Bilingual {
    let found = all_countries().find(|(known, ..)| *known == code);
    found.map_or_else(|| in_both(code), |(_, es, en)| Bilingual { es: Some(es.to_owned()), en: Some(en.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_names_in_both_languages() {
        assert_eq!(country_name("MX"), Bilingual { es: Some("México".to_owned()), en: Some("Mexico".to_owned()) });
        assert_eq!(country_name("XX"), in_both("XX"));
        assert_eq!(country_named("MALAWI").as_deref(), Some("MW"));
        assert_eq!(country_named("Africa"), None);
        let lines = include_str!("../../../assets/countries.tsv").lines();
        assert!(lines.clone().all(|line| line.split('\t').filter(|part| !part.is_empty()).count() == 3));
        assert!(lines.clone().count() > 240 && lines.is_sorted());
    }
}
