//! Synthetic portfolios of any size with the shape of the real one: to try the program on more records than anybody
//! has at hand. What they say is invented and says so. The same seed gives the same bytes; memory does not grow with
//! the number of projects.

mod chance;
mod project;
mod shape;
mod text;

use std::io::{self, Write};

use self::chance::Chance;
use self::shape::Shape;
use self::text::{Written, name, sentences, word};
use super::read::{Read, read_ron};
use crate::model::{Lang, List, OrganizationKind, Place};

/// A synthetic portfolio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How many projects.
    pub projects: u64,
    /// What chance begins with.
    pub seed: u64,
}

/// How long its other lists are, and what projects choose from.
struct Sizes {
    organizations: u64,
    sources: u64,
    events: u64,
    states: Vec<String>,
}

impl Sizes {
    fn of(sample: Sample, states: Vec<String>) -> Self {
        let projects = sample.projects;
        Self {
            organizations: projects / 10 + 20,
            sources: projects / 20 + 40,
            events: (projects / 50).min(20_000) + 5,
            states,
        }
    }
}

impl Sample {
    /// Writes it out, record by record.
    pub fn write(self, out: &mut impl Write) -> io::Result<()> {
        let bytes = super::embedded();
        let read = read_ron(bytes).map_err(|_| io::ErrorKind::InvalidData)?;
        let portfolio = &read.portfolio;
        let state = |place: &&Place| place.id.contains('-');
        let states = portfolio.places.iter().filter(state).map(|place| place.id.clone()).collect();
        let (shape, sizes) = (Shape::of(portfolio), Sizes::of(self, states));
        self.header(out)?;
        // Vocabularies claim nothing of anybody: they are the real ones, as they are written.
        for list in [List::Themes, List::Topics, List::Sectors, List::Supports, List::Places] {
            copy(list, bytes, &read, out)?;
        }
        let mut record = Written::default();
        let mut list = |list: List, count: u64, write: &dyn Fn(&mut Written, u64)| -> io::Result<()> {
            writeln!(out, "    {}: [", list.key())?;
            for place in 0..count {
                write(&mut record, place);
                out.write_all(record.text.as_bytes())?;
            }
            writeln!(out, "    ],")
        };
        list(List::Organizations, sizes.organizations, &|record, place| self.organization(record, place, &shape))?;
        list(List::Sources, sizes.sources, &|record, place| self.source(record, place, &shape))?;
        list(List::Projects, self.projects, &|record, place| {
            project::write(record, place, self.seed, &shape, &sizes);
        })?;
        list(List::Events, sizes.events, &|record, place| self.event(record, place, &shape, &sizes))?;
        writeln!(out, ")")
    }

    fn header(self, out: &mut impl Write) -> io::Result<()> {
        let Self { projects, seed } = self;
        let command = format!("atalaya sample --projects {projects} --seed {seed}");
        write!(
            out,
            "// Invented records, to try the program with: {command}\n(\n    schema: 1,\n    title: (\n        \
             es: \"Datos sintéticos: {projects} proyectos inventados (semilla {seed})\",\n        \
             en: \"Synthetic data: {projects} invented projects (seed {seed})\",\n    ),\n    about: (\n        \
             es: \"Nada de esto es cierto: registros hechos al azar con la forma de los reales ({command}).\",\n        \
             en: \"None of this is true: records made at random in the shape of real ones ({command}).\",\n    ),\n    \
             country: \"MX\",\n    currency: \"USD\",\n    language: es,\n    cutoff: (\n        date: \"2025-03\",\n        \
             label: (es: \"corte sintético\", en: \"synthetic cut-off\"),\n    ),\n"
        )
    }

    fn organization(self, out: &mut Written, place: u64, shape: &Shape<'_>) {
        let mut chance = Chance::of(self.seed, 1, place);
        let kind = match chance.below(10) {
            0 => OrganizationKind::Government,
            1 => OrganizationKind::Multilateral,
            2 => OrganizationKind::University,
            3 => OrganizationKind::Company,
            _ => OrganizationKind::Ngo,
        };
        let mut named = |lang| name(shape.words(lang), 18, &mut chance);
        let (es, en) = (named(Lang::Es), named(Lang::En));
        out.open();
        out.quoted("id", format_args!("o-{place:06}"));
        out.field("name", format_args!("(es: \"{es} {place}\", en: \"{en} {place}\")"));
        if chance.percent(40) {
            out.quoted("acronym", format_args!("OS{place}"));
        }
        out.field("kind", word(&kind));
        if chance.percent(60) {
            out.quoted("country", if chance.percent(70) { "MX" } else { "US" });
        }
        out.close();
    }

    fn source(self, out: &mut Written, place: u64, shape: &Shape<'_>) {
        let mut chance = Chance::of(self.seed, 2, place);
        let kind = ["funder", "implementer", "government", "press", "other"];
        let spanish = chance.percent(50);
        let lang = if spanish { Lang::Es } else { Lang::En };
        out.open();
        out.quoted("id", format_args!("f-{place:06}"));
        out.quoted("title", name(shape.words(lang), 60, &mut chance));
        out.quoted("publisher", format_args!("Editorial sintética {}", chance.skewed(400)));
        out.field("kind", chance.pick(&kind).unwrap_or(&"other"));
        let (year, month, day) = (chance.within(2008, 2026), chance.within(1, 12), chance.within(1, 28));
        if chance.percent(70) {
            out.quoted("published", format_args!("{year}-{month:02}-{day:02}"));
        }
        out.field("language", lang.code());
        out.close();
    }

    fn event(self, out: &mut Written, place: u64, shape: &Shape<'_>, sizes: &Sizes) {
        let mut chance = Chance::of(self.seed, 4, place);
        let kind = ["launch", "exchange", "meeting", "training", "agreement", "award", "evaluation", "report"];
        let (year, month, day) = (chance.within(2008, 2026), chance.within(1, 12), chance.within(1, 28));
        out.open();
        out.quoted("id", format_args!("e-{place:05}"));
        out.quoted("date", format_args!("{year}-{month:02}-{day:02}"));
        out.field("kind", chance.pick(&kind).unwrap_or(&"report"));
        let mut named = |lang| name(shape.words(lang), 45, &mut chance);
        out.field("title", format_args!("(es: \"{}\", en: \"{}\")", named(Lang::Es), named(Lang::En)));
        let mut summed = |lang| sentences(shape.words(lang), 180, &mut chance);
        out.field("summary", format_args!("(es: \"{}\", en: \"{}\")", summed(Lang::Es), summed(Lang::En)));
        out.ids("organizations", &[format!("o-{:06}", chance.skewed(sizes.organizations))]);
        if self.projects > 0 && chance.percent(40) {
            out.ids("projects", &[format!("s-{:07}", chance.below(self.projects))]);
        }
        out.ids("sources", &[format!("f-{:06}", chance.below(sizes.sources))]);
        out.close();
    }
}

/// A list as it stands in the real portfolio.
fn copy(list: List, bytes: &[u8], read: &Read, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "    {}: [", list.key())?;
    for span in (0..read.text.count(list)).filter_map(|place| read.text.span(list, place)) {
        write!(out, "        ")?;
        out.write_all(bytes.get(span.clone()).unwrap_or(&[]))?;
        writeln!(out, ",")?;
    }
    writeln!(out, "    ],")
}
