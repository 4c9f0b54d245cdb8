//! One project as an activity: the elements in the order of the schema, then what IATI has no place for.

use std::io::{self, Write};

use serde_json::Value;

use super::lists::tree;
use super::xml::Xml;
use super::{Beyond, Tally, money};
use crate::format::iati::{OWN, organization_code, role_code, status_code};
use crate::model::{
    Bilingual, Lang, Part, PartialDate, Participation, Portfolio, Project, Role, Share, Source, Status, split,
};

/// What stands where the standard wants a day and nobody published one: a planned end that nobody takes for real.
const NO_DAY: &str = "9999-12-31";

/// Writes the activity of a project.
pub(super) fn write<W: Write>(
    project: &Project,
    portfolio: &Portfolio,
    xml: &mut Xml<'_, W>,
    tally: &mut Tally,
) -> io::Result<()> {
    let lang = portfolio.header.language.unwrap_or(Lang::Es).code();
    let currency = portfolio.currency();
    xml.open("iati-activity", &[("xml:lang", lang), ("default-currency", currency.code())])?;
    xml.text("iati-identifier", &[], &project.id)?;
    reporter(portfolio, xml)?;
    narratives("title", &[], &project.name, xml, tally)?;
    narratives("description", &[("type", "1")], &project.summary, xml, tally)?;
    participants(project, portfolio, xml, tally)?;
    if let Some(number) = &project.agreement_number {
        xml.empty("other-identifier", &[("ref", number), ("type", "A1")])?;
    }
    if let Some(status) = project.status {
        xml.empty("activity-status", &[("code", status_code(status))])?;
    } else {
        tally.add(Beyond::Absent, 1);
        xml.empty("activity-status", &[("code", ""), ("atalaya:stand-in", "true")])?;
    }
    dates(project, portfolio, xml, tally)?;
    for country in &project.countries {
        xml.empty("recipient-country", &[("code", country)])?;
    }
    for state in &project.states {
        xml.open("location", &[("ref", state)])?;
        if let Some(place) = portfolio.places.find(state).filter(|place| !place.name.is_empty()) {
            words("name", &[], &place.name, xml)?;
        }
        xml.close("location")?;
    }
    sectors(project, portfolio, xml)?;
    tags(project, portfolio, xml)?;
    money::write(project, portfolio, xml, tally)?;
    for source in project.all_sources().into_iter().filter_map(|id| portfolio.sources.find(id)) {
        document(source, xml, tally)?;
    }
    record(project, xml)?;
    xml.close("iati-activity")
}

/// Who reports: nobody whom we know, so the portfolio stands in by its title, as who tells what others did.
fn reporter<W: Write>(portfolio: &Portfolio, xml: &mut Xml<'_, W>) -> io::Result<()> {
    let attributes = [("ref", ""), ("type", "90"), ("secondary-reporter", "true"), ("atalaya:stand-in", "true")];
    xml.open("reporting-org", &attributes)?;
    all_narratives(&portfolio.header.title, xml)?;
    xml.close("reporting-org")
}

/// An element with a narrative in each language; one that must be there stands empty where nobody published it.
fn narratives<W: Write>(
    name: &str,
    attributes: &[(&str, &str)],
    text: &Bilingual,
    xml: &mut Xml<'_, W>,
    tally: &mut Tally,
) -> io::Result<()> {
    tally.add(Beyond::Absent, usize::from(text.is_empty()));
    words(name, attributes, text, xml)
}

fn words<W: Write>(name: &str, attributes: &[(&str, &str)], text: &Bilingual, xml: &mut Xml<'_, W>) -> io::Result<()> {
    xml.open(name, attributes)?;
    all_narratives(text, xml)?;
    xml.close(name)
}

fn all_narratives<W: Write>(text: &Bilingual, xml: &mut Xml<'_, W>) -> io::Result<()> {
    for (lang, text) in Lang::ALL.into_iter().filter_map(|lang| Some((lang, text.exact(lang)?))) {
        xml.text("narrative", &[("xml:lang", lang.code())], text)?;
    }
    if text.is_empty() { xml.empty("narrative", &[]) } else { Ok(()) }
}

fn participants<W: Write>(
    project: &Project,
    portfolio: &Portfolio,
    xml: &mut Xml<'_, W>,
    tally: &mut Tally,
) -> io::Result<()> {
    if project.organizations.is_empty() {
        tally.add(Beyond::Absent, 1);
        return xml.empty("participating-org", &[("role", ""), ("atalaya:stand-in", "true")]);
    }
    for Participation { role, organization, .. } in &project.organizations {
        let known = portfolio.organizations.find(organization);
        let mut attributes = vec![("role", role_code(*role))];
        if is_registered(organization) {
            attributes.push(("ref", organization));
        }
        attributes.extend(known.and_then(|known| organization_code(known.kind)).map(|code| ("type", code)));
        if *role == Role::Partner {
            attributes.push(("atalaya:role", "partner"));
        }
        xml.open("participating-org", &attributes)?;
        match known.filter(|known| !known.name.is_empty()) {
            Some(known) => all_narratives(&known.name, xml)?,
            None => xml.text("narrative", &[], organization)?,
        }
        xml.close("participating-org")?;
    }
    Ok(())
}

/// Whether an id is one of the registers that IATI knows: it begins with a country's or a register's capitals, or is a
/// number. Ids of ours are words, and would be taken for what they are not.
fn is_registered(id: &str) -> bool {
    let register = id.split_once('-').is_some_and(|(register, rest)| {
        (2..=3).contains(&register.len()) && register.bytes().all(|byte| byte.is_ascii_uppercase()) && !rest.is_empty()
    });
    register || !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

fn dates<W: Write>(
    project: &Project,
    portfolio: &Portfolio,
    xml: &mut Xml<'_, W>,
    tally: &mut Tally,
) -> io::Result<()> {
    // A start is said to have been only where the data came after it, or somebody said so.
    let is_ahead = project.status == Some(Status::Planned)
        || project.start.zip(portfolio.header.updated).is_some_and(|(start, now)| start.earliest() > now.latest());
    let start = if is_ahead { "1" } else { "2" };
    let all = [(start, project.start, false), ("3", project.planned_end, true), ("4", project.actual_end, true)];
    let told: Vec<_> = all.into_iter().filter_map(|(code, date, last)| Some((code, date?, last))).collect();
    if told.is_empty() {
        tally.add(Beyond::Absent, 1);
        return xml.empty("activity-date", &[("type", "3"), ("iso-date", NO_DAY), ("atalaya:stand-in", "true")]);
    }
    for (code, date, last) in told {
        let day = if last { iso_last(date) } else { date.earliest().exact().to_string() };
        if date.is_exact() {
            xml.empty("activity-date", &[("type", code), ("iso-date", &day)])?;
        } else {
            // The narrative says to everybody what the source says.
            tally.add(Beyond::Dates, 1);
            let exact = date.to_string();
            xml.open("activity-date", &[("type", code), ("iso-date", &day), ("atalaya:date", &exact)])?;
            xml.text("narrative", &[], &exact)?;
            xml.close("activity-date")?;
        }
    }
    Ok(())
}

/// The last day that a date can mean.
pub(super) fn iso_last(date: PartialDate) -> String {
    date.latest().exact().to_string()
}

/// The themes as sectors of a vocabulary of our own, with the percentages that the money falls into here.
fn sectors<W: Write>(project: &Project, portfolio: &Portfolio, xml: &mut Xml<'_, W>) -> io::Result<()> {
    let parts = project.theme_parts();
    let weights: Vec<u64> = parts.iter().map(|part| part.weight).collect();
    let shares = split(i64::from(Share::WHOLE.0), &weights);
    let share = |theme: &str| {
        let part = parts.iter().zip(&shares).find(|(Part { key, .. }, _)| *key == Some(theme));
        part.map(|(_, share)| format!("{}.{:02}", share / 100, share % 100))
    };
    for theme in &project.themes {
        let percentage = share(&theme.theme);
        let uri = format!("{OWN}:themes");
        let mut attributes = vec![("vocabulary", "99"), ("vocabulary-uri", uri.as_str()), ("code", &theme.theme)];
        attributes.extend(percentage.as_deref().map(|percentage| ("percentage", percentage)));
        let name = portfolio.themes.find(&theme.theme).map(|theme| theme.name.clone()).unwrap_or_default();
        named("sector", &attributes, &name, xml)?;
    }
    Ok(())
}

/// Topics, economic sectors and groups supported, as tags of vocabularies of our own.
fn tags<W: Write>(project: &Project, portfolio: &Portfolio, xml: &mut Xml<'_, W>) -> io::Result<()> {
    let topics = project.topics.iter().map(|id| ("topics", id, portfolio.topics.find(id).map(|topic| &topic.name)));
    let sectors = project.sectors.iter().map(|id| ("sectors", id, portfolio.sectors.find(id).map(|term| &term.name)));
    let supports =
        project.supports.iter().map(|id| ("supports", id, portfolio.supports.find(id).map(|term| &term.name)));
    for (vocabulary, id, name) in topics.chain(sectors).chain(supports) {
        let uri = format!("{OWN}:{vocabulary}");
        let attributes = [("vocabulary", "99"), ("vocabulary-uri", uri.as_str()), ("code", id)];
        named("tag", &attributes, name.unwrap_or(&Bilingual::default()), xml)?;
    }
    Ok(())
}

fn named<W: Write>(
    element: &str,
    attributes: &[(&str, &str)],
    name: &Bilingual,
    xml: &mut Xml<'_, W>,
) -> io::Result<()> {
    if name.is_empty() { xml.empty(element, attributes) } else { words(element, attributes, name, xml) }
}

/// A source as a linked document.
fn document<W: Write>(source: &Source, xml: &mut Xml<'_, W>, tally: &mut Tally) -> io::Result<()> {
    let Some(url) = &source.url else { return Ok(()) };
    let url = address(url);
    let is_pdf = url.to_ascii_lowercase().ends_with(".pdf");
    let format = if is_pdf { "application/pdf" } else { "text/html" };
    xml.open("document-link", &[("url", &url), ("format", format)])?;
    xml.open("title", &[])?;
    match source.language {
        Some(lang) => xml.text("narrative", &[("xml:lang", lang.code())], &source.title)?,
        None => xml.text("narrative", &[], &source.title)?,
    }
    xml.close("title")?;
    // A web page of the activity: the list of categories has nothing nearer for what somebody wrote about it.
    xml.empty("category", &[("code", "A12")])?;
    if let Some(lang) = source.language {
        xml.empty("language", &[("code", lang.code())])?;
    }
    if let Some(date) = source.published {
        let (day, exact) = (iso_last(date), date.to_string());
        tally.add(Beyond::Dates, usize::from(!date.is_exact()));
        let attributes = [("iso-date", day.as_str()), ("atalaya:date", exact.as_str())];
        xml.empty("document-date", if date.is_exact() { &attributes[..1] } else { &attributes })?;
    }
    xml.close("document-link")
}

/// An address as the schema takes it: what may not stand in one is written as its bytes.
fn address(url: &str) -> String {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let mut address = String::with_capacity(url.len());
    let mut in_fragment = false;
    for byte in url.trim().bytes() {
        // A fragment ends an address; there is only one.
        if allowed(byte) && !(byte == b'#' && in_fragment) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
        in_fragment |= byte == b'#';
    }
    address
}

/// What the elements above do not say exactly, as fields of the project's record.
fn record<W: Write>(project: &Project, xml: &mut Xml<'_, W>) -> io::Result<()> {
    let Value::Object(mut fields) = tree(project)? else { return Ok(()) };
    let is_whole = |text: &str| !text.is_empty() && text.trim() == text;
    let is_said = |words: &Bilingual| words.texts().all(is_whole);
    let is_exact = |date: Option<PartialDate>| date.is_none_or(PartialDate::is_exact);
    let codes = &project.countries;
    let is_code = |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let once = codes.iter().enumerate().all(|(place, code)| !codes.iter().take(place).any(|other| other == code));
    let one_line = project.id.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = [
        // A project without an id gets one where it is read.
        ("id", one_line == project.id || one_line.is_empty()),
        ("name", is_said(&project.name)),
        ("summary", is_said(&project.summary)),
        ("status", true),
        ("start", is_exact(project.start)),
        ("planned_end", is_exact(project.planned_end)),
        ("actual_end", is_exact(project.actual_end)),
        ("countries", once && codes.iter().all(is_code)),
    ];
    fields.retain(|name, _| !said.iter().any(|(known, is_said)| known == name && *is_said));
    xml.record("atalaya:record", &[], &fields)
}
