//! What records, keys and fields are called in the person's language.

use std::collections::HashSet;

use crate::i18n::{Words, visible};
use crate::model::{
    Bilingual, EndingKind, Event, Headline, Lang, Organization, Place, Portfolio, Project, ReportedTotal, Role, Source,
    Status,
};
use crate::query::{Column, Doubt, Field, Group, Index, Lens, Reading, Row, Value, Vocabulary};

/// The name of a project as it is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// The language it is in; a screen reader and a mark tell where that is not the window's.
    pub lang: Lang,
    /// Whether it is our translation and not the official name.
    pub ours: bool,
}

/// Gives names; cheap to make, so that each view makes its own.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The records.
    pub portfolio: &'a Portfolio,
    /// The language.
    pub words: &'a Words,
    /// How a project's stopping is looked at.
    pub lens: Lens,
    /// What values are called that no list has, where projects are packed.
    pub vocabulary: Option<&'a Vocabulary>,
}

impl<'a> Names<'a> {
    /// Names of these records in this language; stopping is looked at as sources name it.
    pub fn new(portfolio: &'a Portfolio, words: &'a Words) -> Self {
        let cutoff = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
        Self { portfolio, words, lens: Lens { reading: Reading::Named, cutoff }, vocabulary: None }
    }

    /// With another look at how projects stopped.
    #[must_use]
    pub fn with_lens(self, lens: Lens) -> Self {
        Self { lens, ..self }
    }

    /// With what values are called that no list has.
    #[must_use]
    pub fn with_vocabulary(self, vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary: Some(vocabulary), ..self }
    }

    /// The title of a column; those that depend on a reading name it.
    pub fn column(self, column: Column) -> String {
        let title = self.words.t(column.message());
        match column {
            Column::MonthsAhead | Column::ShareAhead | Column::CutMoney => {
                let reading = self.words.t(match self.lens.reading {
                    Reading::Named => "reading-named-short",
                    Reading::Presumed => "reading-presumed-short",
                });
                format!("{title} ({reading})")
            }
            _ => title,
        }
    }

    /// A text in the person's language, else in the other, as it is shown.
    pub(super) fn show(self, text: &Bilingual) -> String {
        visible(text.show(self.words.lang())).into_owned()
    }

    /// A project's full name.
    pub fn project(self, project: &Project) -> Name {
        let lang = self.words.lang();
        match project.name.best(lang) {
            Some((text, lang)) => {
                Name { text: visible(text).into_owned(), lang, ours: project.name_ours.contains(&lang) }
            }
            None => Name { text: project.id.clone(), lang, ours: false },
        }
    }

    /// The acronym of a project, else its name.
    pub fn project_short(self, project: &Project) -> String {
        project.acronym.as_deref().map_or_else(|| self.project(project).text, |acronym| visible(acronym).into_owned())
    }

    /// The official name in the other language, where the shown one is ours.
    pub fn project_official(self, project: &'a Project) -> Option<(&'a str, Lang)> {
        let official = Lang::ALL.into_iter().filter(|lang| !project.name_ours.contains(lang));
        official.filter(|lang| *lang != self.words.lang()).find_map(|lang| Some((project.name.exact(lang)?, lang)))
    }

    /// An organisation's name; its id where no list has it.
    pub fn organization(self, id: &str) -> String {
        self.portfolio.organizations.find(id).map_or_else(|| id.to_owned(), |o| self.organization_name(o))
    }

    fn organization_name(self, organization: &Organization) -> String {
        self.show(&organization.name)
    }

    /// The acronym of an organisation, else its name.
    pub fn organization_short(self, id: &str) -> String {
        match self.portfolio.organizations.find(id) {
            Some(Organization { acronym: Some(acronym), .. }) => visible(acronym).into_owned(),
            _ => self.organization(id),
        }
    }

    /// The organisations that carry a project out, joined.
    pub fn implementers(self, project: &Project) -> String {
        let names: Vec<_> = project.organizations_as(Role::Implementing).map(|id| self.organization(id)).collect();
        self.words.list(&names)
    }

    /// A theme's name.
    pub fn theme(self, id: &str) -> String {
        self.portfolio.themes.find(id).map_or_else(|| id.to_owned(), |theme| self.show(&theme.name))
    }

    /// A topic's name.
    pub fn topic(self, id: &str) -> String {
        self.portfolio.topics.find(id).map_or_else(|| id.to_owned(), |topic| self.show(&topic.name))
    }

    /// A sector's name.
    pub fn sector(self, id: &str) -> String {
        self.portfolio.sectors.find(id).map_or_else(|| id.to_owned(), |term| self.show(&term.name))
    }

    /// The name of a group of people supported.
    pub fn support(self, id: &str) -> String {
        self.portfolio.supports.find(id).map_or_else(|| id.to_owned(), |term| self.show(&term.name))
    }

    /// A state's or country's name.
    pub fn place(self, id: &str) -> String {
        self.portfolio.places.find(id).map_or_else(|| id.to_owned(), |place| self.show(&place.name))
    }

    /// A state as people shorten it.
    pub fn place_short(self, id: &str) -> String {
        match self.portfolio.places.find(id) {
            Some(Place { short: Some(short), .. }) => visible(short).into_owned(),
            _ => self.place(id),
        }
    }

    /// An event's title, and the language it is in.
    pub fn event(self, event: &Event) -> String {
        self.show(&event.title)
    }

    /// A source: publisher and date.
    pub fn source(self, source: &Source) -> String {
        match source.published {
            Some(date) => format!("{}, {}", visible(&source.publisher), self.words.date(date)),
            None => self.words.tf("source-undated", &[("publisher", source.publisher.as_str().into())]),
        }
    }

    /// Who reported a total.
    pub fn reported_by(self, total: &ReportedTotal) -> String {
        self.show(&total.reported_by)
    }

    /// The headline amount of a project, with all that its sources say.
    pub fn headline(self, project: &Project) -> Option<Headline> {
        Headline::of(project, self.portfolio)
    }

    /// What the sources of the headline amounts of these rows are called, each once.
    pub fn sources_of(self, rows: impl Iterator<Item = usize>, index: &Index) -> Vec<String> {
        let mut seen = HashSet::new();
        let ids = rows.filter_map(|row| index.teller(row, self.portfolio)).filter(|id| seen.insert(id.clone()));
        ids.map(|id| self.key(Field::Source, &id)).collect()
    }

    /// Which data a copied text speaks of: the portfolio's title and the date of its data.
    pub fn version(self) -> String {
        let header = &self.portfolio.header;
        let title = header.title.show(self.words.lang());
        match header.updated {
            Some(date) => {
                self.words.tf("card-copy-version", &[("title", title.into()), ("date", self.words.date(date).into())])
            }
            None => title.to_owned(),
        }
    }

    /// How a key of a field is shown.
    pub fn key(self, field: Field, key: &str) -> String {
        match field {
            Field::Theme => self.theme(key),
            Field::Topic => self.topic(key),
            Field::Implementer | Field::Org => self.organization(key),
            Field::State => self.place(key),
            Field::Sector => self.sector(key),
            Field::Supports => self.support(key),
            Field::Status => {
                let status = Status::ALL.into_iter().find(|status| status.key() == key);
                status.map_or_else(|| key.to_owned(), |status| self.words.t(status.message()))
            }
            Field::Ending => {
                let ending = EndingKind::ALL.into_iter().find(|ending| ending.key() == key);
                ending.map_or_else(|| key.to_owned(), |ending| self.words.t(ending.message()))
            }
            Field::Doubt => Doubt::from_key(key).map_or_else(|| key.to_owned(), |d| self.words.t(d.message())),
            Field::Scope if key == "multi-country" => self.words.t("scope-multi-country"),
            Field::Scope => self.country(),
            Field::Source => {
                self.portfolio.sources.find(key).map_or_else(|| key.to_owned(), |source| self.source(source))
            }
            Field::Id => self.portfolio.projects.find(key).map_or_else(|| key.to_owned(), |p| self.project_short(&p)),
            Field::Counterpart => {
                let same = |project: &&Project| crate::query::counterpart_key(&project.counterpart) == Some(key);
                let project = self.portfolio.projects.listed().and_then(|list| list.iter().find(same));
                // What is packed is not unpacked to be asked.
                let known = || self.vocabulary.map_or(key, |known| known.counterpart(key, self.words.lang()));
                project.map_or_else(|| visible(known()).into_owned(), |project| self.show(&project.counterpart))
            }
            Field::Year | Field::Start | Field::End | Field::Active | Field::Amount | Field::Currency | Field::Name => {
                key.to_owned()
            }
        }
    }

    /// The portfolio's country, as it stands alone.
    pub fn country(self) -> String {
        self.country_else("scope-country")
    }

    /// The portfolio's country within a sentence, behind a preposition.
    pub fn country_within(self) -> String {
        self.country_else("scope-country-within")
    }

    fn country_else(self, unnamed: &str) -> String {
        self.portfolio.header.country.as_ref().map_or_else(|| self.words.t(unnamed), |code| self.place(code))
    }

    /// A field's title.
    pub fn field(self, field: Field) -> String {
        self.words.t(match field {
            Field::Theme => "field-theme",
            Field::Topic => "field-topic",
            Field::Status => "field-status",
            Field::Ending => "field-ending",
            Field::Implementer => "field-implementer",
            Field::Org => "field-org",
            Field::State => "field-state",
            Field::Sector => "field-sector",
            Field::Supports => "field-supports",
            Field::Counterpart => "field-counterpart",
            Field::Scope => "field-scope",
            Field::Year => "field-year",
            Field::Start => "field-start",
            Field::End => "field-end",
            Field::Active => "field-active",
            Field::Amount => "field-amount",
            Field::Currency => "field-currency",
            Field::Source => "field-source",
            Field::Doubt => "field-doubt",
            Field::Name => "field-name",
            Field::Id => "field-id",
        })
    }

    /// What the place for missing values of a field is called.
    pub fn missing(self, field: Field) -> String {
        self.words.t(match field {
            Field::State => "missing-state",
            Field::Sector => "missing-sector",
            Field::Counterpart => "missing-counterpart",
            Field::Implementer | Field::Org => "missing-implementer",
            Field::Theme => "missing-theme",
            Field::Year | Field::Start | Field::End | Field::Active => "missing-date",
            Field::Amount => "missing-amount",
            Field::Status
            | Field::Ending
            | Field::Supports
            | Field::Scope
            | Field::Topic
            | Field::Currency
            | Field::Source
            | Field::Doubt
            | Field::Name
            | Field::Id => "missing-value",
        })
    }

    /// How a value of a filter's term is shown.
    pub fn value(self, field: Field, value: &Value) -> String {
        let words = self.words;
        match value {
            Value::Missing => self.missing(field),
            Value::Key(key) => self.key(field, key),
            Value::Text(text) => words.quoted(text),
            Value::Dates(from, to) => self.range(from.map(|d| words.date(d)), to.map(|d| words.date(d))),
            Value::Years(from, to) => self.range(from.map(|y| y.to_string()), to.map(|y| y.to_string())),
            Value::Amounts(from, to) => {
                let money = |amount: crate::model::Minor| words.money(i128::from(amount.0));
                self.range(from.map(money), to.map(money))
            }
        }
    }

    fn range(self, from: Option<String>, to: Option<String>) -> String {
        match (from, to) {
            (Some(from), Some(to)) if from == to => from,
            (Some(from), Some(to)) => self.words.tf("range-between", &[("from", from.into()), ("to", to.into())]),
            (Some(from), None) => self.words.tf("range-from", &[("from", from.into())]),
            (None, Some(to)) => self.words.tf("range-to", &[("to", to.into())]),
            (None, None) => self.words.t("range-any"),
        }
    }

    /// Why the amount of a record is not counted, with the amount where one was published.
    pub fn uncounted(self, row: &Row) -> String {
        let Some(figure) = row.headline else {
            return self.words.t(if row.negative { "amount-negative" } else { "missing-amount" });
        };
        let value = i128::from(figure.value);
        if figure.currency != self.portfolio.currency() {
            return format!("{} {}", self.words.money(value), figure.currency);
        }
        self.words.tf("amount-of-several", &[("money", self.millions(value).into())])
    }

    /// What a group without a sum has instead: what was published and is not in the sum comes before what was not.
    pub fn group_without(self, group: &Group) -> String {
        self.words.t(match group {
            Group { other_currency: 1.., .. } => "amount-other-currency",
            Group { negative: 1.., .. } => "amount-negative",
            Group { without_amount: 0, aside: 1.., .. } => "amount-of-several-only",
            _ => "missing-amount",
        })
    }

    /// The same in a word or two, for the cells of tables.
    pub fn group_without_short(self, group: &Group) -> String {
        self.words.t(match group {
            Group { other_currency: 1.., .. } => "amount-other-currency-short",
            Group { negative: 1.., .. } => "amount-negative-short",
            Group { without_amount: 1.., .. } => "missing-short",
            _ => "scope-multi-short",
        })
    }

    /// Money in millions with its unit: "152.65 mdd".
    pub fn millions(self, hundredths: i128) -> String {
        let currency = self.portfolio.currency();
        if is_small(hundredths) {
            return format!("{} {currency}", self.words.money(hundredths));
        }
        let number = self.words.millions(hundredths);
        if currency == crate::model::Currency::USD {
            self.words.tf("money-millions-usd", &[("n", number.into())])
        } else {
            self.words.tf("money-millions-other", &[("n", number.into()), ("currency", currency.code().into())])
        }
    }

    /// Money in millions as it is spoken: "152.65 millones de dólares".
    pub fn millions_spoken(self, hundredths: i128) -> String {
        let currency = self.portfolio.currency();
        if is_small(hundredths) {
            return format!("{} {currency}", self.words.money(hundredths));
        }
        let number = self.words.millions(hundredths);
        if currency == crate::model::Currency::USD {
            self.words.tf("money-spoken-usd", &[("n", number.into())])
        } else {
            self.words.tf("money-spoken-other", &[("n", number.into()), ("currency", currency.code().into())])
        }
    }
}

/// Whether a sum would read as 0.00 millions, or nearly: then it is told in units.
fn is_small(hundredths: i128) -> bool {
    hundredths != 0 && hundredths.abs() < 1_000_000
}
