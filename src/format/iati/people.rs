//! Who took part, who reports, and which documents are linked: organisations, roles and sources of an activity.

use super::activity::Scene;
use super::codes::{organization_kind, role};
use super::element::{Element, IN_OWN};
use super::gathered::{Gathered, in_both, slug};
use crate::format::brought::Loss;
use crate::model::{
    Bilingual, Lang, Organization, OrganizationKind, PartialDate, Participation, PublisherKind, Role, Source,
};

/// The organisations of an activity and what each did.
pub(super) fn participations(activity: &Element, scene: &Scene<'_>, gathered: &mut Gathered) -> Vec<Participation> {
    let mut parts: Vec<Participation> = Vec::new();
    for element in activity.all("participating-org") {
        gathered.rest("participating-org", element, &["ref", "type", "role"], &["narrative"]);
        let Some((organization, as_named)) = organization(element, scene, gathered) else {
            gathered.losses.note("participating-org", Loss::Missing, element.line, element.code().unwrap_or(""));
            continue;
        };
        let written = element.attribute("role");
        let Some(role) = written.and_then(role) else {
            let why = if written.is_some() { Loss::UnknownCode } else { Loss::Missing };
            let example = format!("{} · {}", written.unwrap_or(""), element.example());
            gathered.losses.note("participating-org@role", why, element.line, &example);
            continue;
        };
        // Versions 1 name an organisation once for each language; the same part twice says nothing more.
        let known = parts.iter().find(|part| part.role == role && part.organization == organization);
        match (known, as_named) {
            (None, as_named) => {
                gathered.understood("participating-org", "organizations", &element.example());
                parts.push(Participation { role, organization, as_named });
            }
            (Some(known), Some(name)) if known.as_named.as_ref() != Some(&name) => {
                gathered.losses.note("participating-org", Loss::NoPlace, element.line, &name);
            }
            _ => {}
        }
    }
    parts
}

/// The id of an organisation, and its name where this is another one than before.
fn organization(element: &Element, scene: &Scene<'_>, gathered: &mut Gathered) -> Option<(String, Option<String>)> {
    let name = gathered.bilingual("participating-org", element.line, &element.narratives(), scene.lang);
    let code = element.attribute("ref");
    let id = code.map(str::to_owned).or_else(|| name.texts().next().map(slug))?;
    let kind = element.attribute("type").and_then(|code| {
        let known = organization_kind(code);
        if known.is_none() {
            gathered.losses.note("participating-org@type", Loss::UnknownCode, element.line, code);
        }
        known
    });
    let said = if name.is_empty() { in_both(&id) } else { name };
    gathered.organizations.add(Organization {
        id: id.clone(),
        name: said.clone(),
        acronym: None,
        kind: OrganizationKind::Other,
        country: None,
    });
    let known = gathered.organizations.find_mut(&id)?;
    if known.kind == OrganizationKind::Other {
        known.kind = kind.unwrap_or(OrganizationKind::Other);
    }
    if known.name == in_both(&id) {
        known.name = said.clone();
    }
    let differs = said.texts().all(|text| known.name.texts().all(|name| name != text)) && said != in_both(&id);
    Some((id, said.texts().next().filter(|_| differs).map(str::to_owned)))
}

/// The id of the source that the activity's own figures have: who reports it.
pub(super) fn reporter(
    activity: &Element,
    parts: &[Participation],
    scene: &Scene<'_>,
    gathered: &mut Gathered,
) -> Option<String> {
    let element = activity.child("reporting-org")?;
    let name = gathered.bilingual("reporting-org", element.line, &element.narratives(), scene.lang);
    let code = element.attribute("ref");
    let own = code.map(str::to_owned).or_else(|| name.texts().next().map(slug));
    let Some(own) = own else {
        gathered.losses.note("reporting-org", Loss::Missing, element.line, "");
        return None;
    };
    gathered.rest("reporting-org", element, &["ref", "type"], &["narrative"]);
    gathered.understood("reporting-org", "sources", &element.example());
    let id = format!("iati-{own}");
    let kind = publisher_kind(&own, element, parts);
    let publisher = name.best(scene.lang.and_then(Lang::from_code).unwrap_or(Lang::En));
    let publisher = publisher.map_or_else(|| own.clone(), |(name, _)| name.to_owned());
    gathered.reporters.insert(publisher.clone());
    gathered.sources.add(Source {
        id: id.clone(),
        title: format!("IATI: {publisher}"),
        publisher,
        kind,
        url: None,
        published: scene.generated,
        consulted: None,
        language: scene.lang.and_then(Lang::from_code),
        excerpt: None,
        archived_url: None,
    });
    // Who funds one activity of a file is a funder in all of it.
    if let Some(source) = gathered.sources.find_mut(&id) {
        source.kind = source.kind.min(kind);
    }
    Some(id)
}

/// What a reporter is to an activity, by its role, else by what it is.
fn publisher_kind(own: &str, element: &Element, parts: &[Participation]) -> PublisherKind {
    let does = |role: Role| parts.iter().any(|part| part.organization == own && part.role == role);
    let is = element.attribute("type").and_then(organization_kind);
    match is {
        _ if does(Role::Funding) => PublisherKind::Funder,
        _ if does(Role::Implementing) => PublisherKind::Implementer,
        Some(OrganizationKind::Government) => PublisherKind::Government,
        _ => PublisherKind::Other,
    }
}

/// The ids of the sources that the linked documents are.
pub(super) fn documents(
    activity: &Element,
    name: &Bilingual,
    publisher: Option<&str>,
    scene: &Scene<'_>,
    gathered: &mut Gathered,
) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let links =
        activity.children.iter().filter(|child| matches!(child.name.as_str(), "document-link" | "activity-website"));
    for link in links {
        let is_website = link.name == "activity-website";
        let address = if is_website { link.words() } else { link.attribute("url") };
        let Some(address) = address.filter(|url| is_web(url)) else {
            let why = if address.is_some() { Loss::NotReadable } else { Loss::Missing };
            gathered.losses.note(&format!("{}@url", link.name), why, link.line, address.unwrap_or(""));
            continue;
        };
        if !is_website {
            let known = ["title", "language", "document-date", "narrative"];
            gathered.rest("document-link", link, &["url"], &known);
        }
        gathered.understood(if is_website { "activity-website" } else { "document-link" }, "sources", address);
        let id = match gathered.documents.get(address) {
            Some(id) => id.clone(),
            None => document(link, address, name, publisher, scene, gathered),
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn document(
    link: &Element,
    address: &str,
    name: &Bilingual,
    publisher: Option<&str>,
    scene: &Scene<'_>,
    gathered: &mut Gathered,
) -> String {
    let titles = link.child("title").map(Element::narratives).unwrap_or_default();
    let code = link.child("language").and_then(Element::code);
    let language = code.or(scene.lang).and_then(Lang::from_code);
    if let Some(code) = code.filter(|code| Lang::from_code(code).is_none()) {
        gathered.losses.note("document-link/language", Loss::Language, link.line, code);
    }
    let title = gathered.bilingual("document-link/title", link.line, &titles, scene.lang);
    let speaks = language.unwrap_or(Lang::En);
    let title = title.best(speaks).or_else(|| name.best(speaks)).map_or(address, |(title, _)| title).to_owned();
    let date = link.child("document-date").and_then(|date| gathered.date(date, "document-link/document-date"));
    let reporter = publisher.and_then(|id| gathered.sources.find(id));
    let (publisher, kind) =
        reporter.map_or((String::new(), PublisherKind::Other), |source| (source.publisher.clone(), source.kind));
    let plain = address.split_once("://").map_or(address, |(_, rest)| rest);
    let id = gathered.document_ids.free(&format!("doc-{}", slug(plain)));
    gathered.documents.insert(address.to_owned(), id.clone());
    gathered.sources.add(Source {
        id: id.clone(),
        title,
        publisher,
        kind,
        url: Some(address.to_owned()),
        published: date,
        consulted: None,
        language,
        excerpt: None,
        archived_url: None,
    });
    id
}

fn is_web(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// Whether an element only stands in for what must be there by the standard.
pub(super) fn is_stand_in(element: &Element) -> bool {
    element.attribute(&format!("{IN_OWN}stand-in")).is_some()
}

/// The date of a source's file, for [`Scene`].
pub(super) fn day_of(written: Option<&str>) -> Option<PartialDate> {
    written.and_then(|date| date.get(..10)).and_then(|date| date.parse().ok())
}
