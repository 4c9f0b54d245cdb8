//! One synthetic project: a real one's pattern, with other words, sums, dates and organisations.

use super::Sizes;
use super::chance::Chance;
use super::shape::Shape;
use super::text::{Written, name, sentences, word};
use crate::model::{Amount, Attribution, EndingKind, PartialDate, Project, Role, Scope};

/// The first years in which synthetic projects begin; the last are those of the pattern plus some.
const EARLIEST: i64 = -14;
const LATEST: i64 = 4;

/// Writes the project at this place.
pub(super) fn write(out: &mut Written, place: u64, seed: u64, shape: &Shape<'_>, sizes: &Sizes) {
    let mut chance = Chance::of(seed, 3, place);
    let Some(pattern) = chance.pick(&shape.patterns).copied() else { return };
    let life = Life::of(pattern, &mut chance);
    let sources = sources(pattern, sizes, &mut chance);
    out.open();
    out.quoted("id", format_args!("s-{place:07}"));
    out.bilingual("name", &pattern.name, |lang, length| name(shape.words(lang), length, &mut chance));
    if let Some(lang) = pattern.name_ours.first() {
        out.field("name_ours", format_args!("[{}]", lang.code()));
    }
    if let Some(acronym) = &pattern.acronym {
        out.quoted("acronym", format_args!("{}{place}", acronym.chars().next().unwrap_or('S').to_ascii_uppercase()));
    }
    out.bilingual("summary", &pattern.summary, |lang, length| text(shape, lang, length, &mut chance));
    if pattern.agreement_number.is_some() {
        out.quoted("agreement_number", format_args!("SX-{place:07}"));
    }
    out.list("organizations", &organizations(pattern, sizes, &mut chance));
    out.ids("countries", &pattern.countries);
    if pattern.scope == Scope::MultiCountry {
        out.field("scope", "multi_country");
    }
    life.write(out);
    let ending = if life.kind == pattern.ending.kind { pattern.ending.sources.len() } else { 0 };
    ending_field(out, life.kind, sources.get(..ending.min(sources.len())).unwrap_or(&[]));
    out.list("amounts", &amounts(pattern, &life, &sources, &mut chance));
    let themes: Vec<_> = pattern.themes.iter().map(|theme| format!("(theme: \"{}\")", theme.theme)).collect();
    out.list("themes", &themes);
    out.ids("topics", &pattern.topics);
    out.ids("states", &states(pattern, sizes, &mut chance));
    out.ids("sectors", &pattern.sectors);
    out.ids("supports", &pattern.supports);
    out.bilingual("counterpart", &pattern.counterpart, |lang, _| counterpart(lang, place));
    out.bilingual("continuity", &pattern.continuity, |lang, length| text(shape, lang, length, &mut chance));
    out.ids("sources", &sources);
    out.bilingual("notes", &pattern.notes, |lang, length| text(shape, lang, length, &mut chance));
    out.close();
}

/// A text a fifth shorter or longer than the pattern's.
fn text(shape: &Shape<'_>, lang: crate::model::Lang, length: usize, chance: &mut Chance) -> String {
    let length = length * chance.within(80, 120).unsigned_abs() as usize / 100;
    sentences(shape.words(lang), length, chance)
}

fn counterpart(lang: crate::model::Lang, place: u64) -> String {
    let (es, en) = ("Contraparte sintética", "Synthetic counterpart");
    format!("{} {}", if lang == crate::model::Lang::Es { es } else { en }, place % 40)
}

fn organizations(pattern: &Project, sizes: &Sizes, chance: &mut Chance) -> Vec<String> {
    let mut named = |role: Role| {
        // A handful pays; the rest is a long tail.
        let id = if role == Role::Funding { chance.skewed(12) } else { chance.skewed(sizes.organizations) };
        format!("(role: {}, organization: \"o-{id:06}\")", word(&role))
    };
    pattern.organizations.iter().map(|part| named(part.role)).collect()
}

/// As many states as the pattern has, other ones: from the country's list, the first more often.
fn states(pattern: &Project, sizes: &Sizes, chance: &mut Chance) -> Vec<String> {
    let mut states = Vec::new();
    for _ in &pattern.states {
        let at = chance.skewed(sizes.states.len() as u64);
        states.extend(sizes.states.get(at as usize).filter(|state| !states.contains(*state)).cloned());
    }
    states
}

fn sources(pattern: &Project, sizes: &Sizes, chance: &mut Chance) -> Vec<String> {
    let mut sources = Vec::new();
    for _ in &pattern.sources {
        let id = format!("f-{:06}", chance.below(sizes.sources));
        if !sources.contains(&id) {
            sources.push(id);
        }
    }
    sources
}

fn ending_field(out: &mut Written, kind: EndingKind, sources: &[String]) {
    let sources =
        if sources.is_empty() { String::new() } else { format!(", sources: [\"{}\"]", sources.join("\", \"")) };
    if kind != EndingKind::Unknown || !sources.is_empty() {
        out.field("ending", format_args!("(kind: {}{sources})", kind.key()));
    }
}

/// The pattern's amounts, all larger or smaller by one factor, so that sources that agree still do.
fn amounts(pattern: &Project, life: &Life, sources: &[String], chance: &mut Chance) -> Vec<String> {
    let factor = chance.within(20, 1_999);
    let cents = if chance.percent(10) { chance.within(1, 99) } else { 0 };
    let source_of = |amount: &Amount| {
        let place = pattern.sources.iter().position(|id| Some(id) == amount.source.as_ref());
        sources.get(place.unwrap_or(0) % sources.len().max(1))
    };
    let written = |amount: &Amount| {
        let units = (amount.value.0 / 100).saturating_mul(factor) / 1_000;
        let mut text = format!("(kind: {}, value: {units}", word(&amount.kind));
        text += &if cents > 0 { format!(".{cents:02}") } else { String::new() };
        text += &amount.currency.map_or_else(String::new, |currency| format!(", currency: \"{}\"", currency.code()));
        text += if amount.scope == Scope::MultiCountry { ", scope: multi_country" } else { "" };
        text += &amount
            .fiscal_year
            .map_or_else(String::new, |year| format!(", fiscal_year: {}", i64::from(year).saturating_add(life.years)));
        text += &amount.as_of.map_or_else(String::new, |date| format!(", as_of: \"{}\"", shifted(date, life.years)));
        text += &source_of(amount).map_or_else(String::new, |source| format!(", source: \"{source}\""));
        text += if amount.attribution == Attribution::Matched { ", attribution: matched" } else { "" };
        text + ")"
    };
    pattern.amounts.iter().map(written).collect()
}

/// When a synthetic project ran, and what is told of its end: the pattern's, so many years earlier or later.
struct Life {
    years: i64,
    start: Option<String>,
    planned_end: Option<String>,
    actual_end: Option<String>,
    kind: EndingKind,
}

impl Life {
    fn of(pattern: &Project, chance: &mut Chance) -> Self {
        let years = chance.within(EARLIEST, LATEST);
        let (month, day) = (chance.within(1, 12), chance.within(1, 28));
        let moved = |date: Option<PartialDate>| date.map(|date| moved(date, years, month, day));
        let over = |date: PartialDate| i64::from(date.latest().year()).saturating_add(years) < 2025;
        let before = pattern.end().is_some_and(over);
        let kind = match pattern.ending.kind {
            _ if before => EndingKind::Before,
            // What began after the cut-off was not cut.
            _ if years > 2 => EndingKind::Unknown,
            EndingKind::Before => EndingKind::Unknown,
            kind => kind,
        };
        Self {
            years,
            start: moved(pattern.start),
            planned_end: moved(pattern.planned_end),
            // A told end stays where it is where the start lies before it.
            actual_end: pattern.actual_end.filter(|_| years <= 0 && !before).map(|date| date.to_string()),
            kind,
        }
    }

    fn write(&self, out: &mut Written) {
        for (field, date) in
            [("start", &self.start), ("planned_end", &self.planned_end), ("actual_end", &self.actual_end)]
        {
            if let Some(date) = date {
                out.quoted(field, date);
            }
        }
    }
}

/// The same date so many years on, as exact as it was.
fn shifted(date: PartialDate, years: i64) -> String {
    let year = i16::try_from(i64::from(date.year()).saturating_add(years)).unwrap_or(2000);
    let whole = PartialDate::year_only(year).to_string();
    let month = date.month().map_or_else(String::new, |month| format!("-{month:02}"));
    // Leap days exist in some years only.
    let day = date.day().map_or_else(String::new, |day| format!("-{:02}", day.min(28)));
    whole + &month + &day
}

/// A date of a life: so many years on, in the month and on the day that were drawn, as exact as it was.
fn moved(date: PartialDate, years: i64, month: i64, day: i64) -> String {
    // Months carry into years, so that what lasted so long still does.
    let months = i64::from(date.year()).saturating_add(years).saturating_mul(12)
        + date.month().map_or(0, |own| i64::from(own) - 1 + month);
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let marks = if date.is_approximate() { "~" } else { "" };
    match (date.month(), date.day()) {
        (None, _) => format!("{year:04}{marks}"),
        (Some(_), None) => format!("{year:04}-{month:02}{marks}"),
        (Some(_), Some(_)) => format!("{year:04}-{month:02}-{day:02}{marks}"),
    }
}
