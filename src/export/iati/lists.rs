//! What projects refer to (themes, places, organisations, sources…) and the head of the portfolio, in our own namespace
//! behind the activities.

use std::collections::HashSet;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::xml::Xml;
use crate::model::{List, Portfolio, Project, Record, Table};

/// The ids that projects refer to, by list.
#[derive(Default)]
pub(super) struct Lists(HashSet<(List, String)>);

impl Lists {
    /// Adds what a project refers to.
    pub fn add(&mut self, project: &Project) {
        let themes = project.themes.iter().map(|theme| theme.theme.as_str());
        let organizations = project.organizations.iter().map(|part| part.organization.as_str());
        self.all(List::Themes, themes);
        self.all(List::Organizations, organizations);
        self.all(List::Sources, project.all_sources().into_iter());
        let texts = [
            (List::Topics, &project.topics),
            (List::Sectors, &project.sectors),
            (List::Supports, &project.supports),
            (List::Places, &project.states),
            (List::Places, &project.countries),
        ];
        for (list, ids) in texts {
            self.all(list, ids.iter().map(String::as_str));
        }
    }

    fn all<'a>(&mut self, list: List, ids: impl Iterator<Item = &'a str>) {
        self.0.extend(ids.map(|id| (list, id.to_owned())));
    }

    fn has(&self, list: List, id: &str) -> bool {
        self.0.contains(&(list, id.to_owned()))
    }

    /// Writes the head of the portfolio and the records, each list in its order.
    pub fn write<W: Write>(mut self, portfolio: &Portfolio, xml: &mut Xml<'_, W>) -> io::Result<()> {
        // What they refer to themselves.
        let topics = portfolio.topics.iter().filter(|topic| self.has(List::Topics, &topic.id));
        let themes: Vec<&str> = topics.filter_map(|topic| topic.theme.as_deref()).collect();
        let organizations = portfolio.organizations.iter();
        let organizations = organizations.filter(|organization| self.has(List::Organizations, &organization.id));
        let countries: Vec<&str> = organizations.filter_map(|organization| organization.country.as_deref()).collect();
        self.all(List::Themes, themes.into_iter());
        self.all(List::Places, countries.into_iter().chain(portfolio.header.country.as_deref()));
        if let Value::Object(mut header) = tree(&portfolio.header)? {
            // They speak of all of the portfolio, not of these projects.
            header.retain(|name, _| !matches!(name.as_str(), "schema" | "cutoff" | "synonyms"));
            xml.record("atalaya:header", &[], &header)?;
        }
        self.table(List::Themes, &portfolio.themes, xml)?;
        self.table(List::Topics, &portfolio.topics, xml)?;
        self.table(List::Sectors, &portfolio.sectors, xml)?;
        self.table(List::Supports, &portfolio.supports, xml)?;
        self.table(List::Places, &portfolio.places, xml)?;
        self.table(List::Organizations, &portfolio.organizations, xml)?;
        self.table(List::Sources, &portfolio.sources, xml)
    }

    fn table<T: Record + Serialize, W: Write>(
        &self,
        list: List,
        table: &Table<T>,
        xml: &mut Xml<'_, W>,
    ) -> io::Result<()> {
        for record in table.iter().filter(|record| self.has(list, record.id())) {
            if let Value::Object(fields) = tree(record)? {
                xml.record("atalaya:entry", &[("list", list.key())], &fields)?;
            }
        }
        Ok(())
    }
}

/// A record as its fields.
pub(super) fn tree(record: &impl Serialize) -> io::Result<Value> {
    serde_json::to_value(record).map_err(io::Error::other)
}
