//! The text of a request for information: to the ministry in Spanish, to each funder in English, whatever language the
//! window speaks. It asks for exactly what the records lack, and for nothing that a source tells. Knows no egui.

use super::names::Names;
use crate::i18n::Words;
use crate::model::{FUNDER, Headline, Lang, OrganizationKind, Portfolio, Project, ReportedTotal, Role};
use crate::query::{self, Answer, Index, Lack};

/// To whom a request goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// Whoever reported the total, by Mexico's transparency platform.
    Reporter,
    /// A funder, by the law on access to information of its country.
    Funder(String),
}

impl Recipient {
    /// The name under which a reworded text is kept.
    pub fn key(&self) -> String {
        match self {
            Self::Reporter => "reporter".to_owned(),
            Self::Funder(id) => format!("{FUNDER}{id}"),
        }
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// To whom.
    pub to: Recipient,
    /// Their name, in the language of the request.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// The text.
    pub text: String,
    /// How many projects it asks about.
    pub projects: usize,
    /// How many data of them it asks for.
    pub data: usize,
    /// Whether it asks for the list behind a reported total.
    pub list: bool,
}

/// The requests that the answer's set gives rise to. `total` is the reported total whose list is asked for; else the
/// first one that is like the records.
pub fn requests(answer: &Answer, total: Option<&str>, portfolio: &Portfolio, index: &Index) -> Vec<Request> {
    let mut unlisted = query::unlisted_totals(portfolio).filter_map(|at| portfolio.reported_totals.get(at));
    let total = match total {
        Some(id) => unlisted.find(|known| known.id == id),
        None => unlisted.next(),
    };
    let (spanish, english) = (Words::new(Lang::Es), Words::new(Lang::En));
    let mut requests = Vec::new();
    requests.extend(to_reporter(answer, total, Names::new(portfolio, &spanish), index));
    for (id, rows) in query::by_funder(&answer.rows, portfolio) {
        requests.extend(to_funder(&id, &rows, total, Names::new(portfolio, &english), index));
    }
    requests
}

/// What is asked of some projects.
struct Asked {
    lines: Vec<String>,
    data: usize,
}

fn asked(rows: &[usize], leave_out: &[Lack], names: Names<'_>, index: &Index) -> Asked {
    let mut asked = Asked { lines: Vec::new(), data: 0 };
    for row in rows.iter().copied() {
        let Some(project) = names.portfolio.projects.get(row) else { continue };
        let mut lacks = query::lacks_of(row, names.portfolio, index);
        lacks.retain(|lack| !leave_out.contains(lack));
        if lacks.is_empty() {
            continue;
        }
        let headline = names.headline(&project);
        let wanted: Vec<String> = lacks.iter().map(|lack| datum(*lack, headline.as_ref(), names)).collect();
        let args = [("project", identified(&project, names).into()), ("lacks", wanted.join("; ").into())];
        asked.data += lacks.len();
        asked.lines.push(format!("- {}", names.words.tf("request-project", &args)));
    }
    asked
}

/// A datum as it is asked for; of several published amounts each with its source.
fn datum(lack: Lack, headline: Option<&Headline>, names: Names<'_>) -> String {
    let words = names.words;
    if lack == Lack::CountryPart {
        let country = names.portfolio.header.country.as_deref().map(|code| names.place(code)).unwrap_or_default();
        return words.tf(lack.message(), &[("country", country.into())]);
    }
    let (Lack::WhichAward, Some(headline)) = (lack, headline) else { return words.t(lack.message()) };
    let figures = std::iter::once(&headline.figure).chain(&headline.rivals);
    let told = figures.map(|figure| {
        let source = figure.source.as_deref().and_then(|id| names.portfolio.sources.find(id));
        let money = format!("{} {}", words.money(i128::from(figure.value)), figure.currency);
        source.map_or_else(|| money.clone(), |source| format!("{money} ({})", source.publisher))
    });
    words.tf(lack.message(), &[("figures", told.collect::<Vec<_>>().join(", ").into())])
}

/// A project with whatever is known that helps to find its papers.
fn identified(project: &Project, names: Names<'_>) -> String {
    let words = names.words;
    let name = names.project(project).text;
    let named = match &project.acronym {
        Some(acronym) if !query::fold(&name).contains(&query::fold(acronym)) => format!("{acronym}, {name}"),
        _ => name,
    };
    let mut known = Vec::new();
    // Papers are found by the title that is printed on them.
    if names.project(project).ours
        && let Some((title, _)) = names.project_official(project)
    {
        known.push(words.tf("request-official", &[("title", title.into())]));
    }
    if project.organizations_as(Role::Implementing).next().is_some() {
        known.push(words.tf("request-by", &[("who", names.implementers(project).into())]));
    }
    if let Some(number) = &project.agreement_number {
        known.push(words.tf("request-agreement", &[("number", number.into())]));
    }
    if let Some(start) = project.start {
        known.push(words.tf("request-start", &[("date", words.date(start).into())]));
    }
    if known.is_empty() { named } else { format!("{named} ({})", known.join("; ")) }
}

/// "las 21 asistencias técnicas y los 207.00 millones de dólares que informó …".
fn list_asked(total: &ReportedTotal, names: Names<'_>) -> String {
    let words = names.words;
    let count = total.count.map_or(0, i64::from);
    let money = total.value.map(|value| names.millions_spoken(i128::from(value.0)));
    let args = [
        ("n", count.into()),
        ("money", money.clone().unwrap_or_default().into()),
        ("who", names.show(&total.reported_by).into()),
        ("covers", names.show(&total.covers).into()),
        ("when", total.as_of.map(|date| words.on_date(date)).unwrap_or_default().into()),
    ];
    let mut said = match (total.count, money) {
        (Some(_), Some(_)) => words.tf("request-list-both", &args),
        (Some(_), None) => words.tf("request-list-count", &args),
        (None, _) => words.tf("request-list-money", &args),
    };
    if total.as_of.is_some() {
        said.push(' ');
        said += &words.tf("request-list-date", &args);
    }
    said
}

fn to_reporter(answer: &Answer, total: Option<&ReportedTotal>, names: Names<'_>, index: &Index) -> Option<Request> {
    let words = names.words;
    let asked = asked(&answer.rows, &[], names, index);
    let name = reporter(total, names);
    if total.is_none() && asked.lines.is_empty() {
        return None;
    }
    let mut text = vec![
        words.t("request-reporter-title"),
        words.tf("request-to", &[("who", name.clone().into())]),
        String::new(),
        words.t("request-reporter-opening"),
    ];
    if let Some(total) = total {
        let list = words.tf("request-list", &[("what", list_asked(total, names).into())]);
        text.extend([String::new(), list, words.t("request-list-fields")]);
    }
    if !asked.lines.is_empty() {
        text.extend([String::new(), words.t("request-projects")]);
        text.extend(asked.lines.iter().cloned());
    }
    text.extend([String::new(), words.t("request-reporter-close")]);
    let to = Recipient::Reporter;
    let projects = asked.lines.len();
    Some(Request {
        to,
        name,
        lang: words.lang(),
        text: text.join("\n"),
        projects,
        data: asked.data,
        list: total.is_some(),
    })
}

/// The organisation that reported the total, where the portfolio lists one whose name stands in it; else as told.
/// Without a total nobody is guessed: the person writes whom.
fn reporter(total: Option<&ReportedTotal>, names: Names<'_>) -> String {
    let portfolio = names.portfolio;
    let country = portfolio.header.country.as_deref();
    let bodies = || {
        let government = |kind: OrganizationKind| kind == OrganizationKind::Government;
        portfolio.organizations.iter().filter(move |body| government(body.kind) && body.country.as_deref() == country)
    };
    let Some(total) = total else { return names.words.t("request-to-whom") };
    let told = names.show(&total.reported_by);
    let stands = |text: &str| told.split(|char: char| !char.is_alphanumeric()).any(|word| word == text);
    let body = bodies().find(|body| {
        body.acronym.as_deref().is_some_and(stands) || told.contains(names.organization(&body.id).as_str())
    });
    body.map_or_else(
        || told.clone(),
        |body| match &body.acronym {
            Some(acronym) => format!("{} ({acronym})", names.organization(&body.id)),
            None => names.organization(&body.id),
        },
    )
}

fn to_funder(
    id: &str,
    rows: &[usize],
    total: Option<&ReportedTotal>,
    names: Names<'_>,
    index: &Index,
) -> Option<Request> {
    let words = names.words;
    // Who paid is who is asked; whom a ministry sent is not for the funder to say.
    let asked = asked(rows, &[Lack::Funder, Lack::Counterpart], names, index);
    if asked.lines.is_empty() {
        return None;
    }
    let name = names.organization(id);
    let american = names.portfolio.organizations.find(id).and_then(|body| body.country.as_deref()) == Some("US");
    let country = names.portfolio.header.country.as_deref().map(|code| names.place(code)).unwrap_or_default();
    let place = [("country", country.into())];
    let mut text = vec![
        if american { words.t("request-foia-title") } else { words.t("request-funder-title") },
        words.tf("request-to", &[("who", name.clone().into())]),
        String::new(),
        if american { words.t("request-foia-opening") } else { words.t("request-funder-opening") },
    ];
    if let Some(total) = total {
        let list = words.tf("request-funder-list", &[("what", list_asked(total, names).into())]);
        text.extend([String::new(), list, words.t("request-list-fields")]);
    }
    text.extend([String::new(), words.tf("request-funder-projects", &place)]);
    text.extend(asked.lines.iter().cloned());
    text.extend([String::new(), words.t("request-funder-records"), String::new()]);
    text.push(if american { words.t("request-foia-close") } else { words.t("request-funder-close") });
    let projects = asked.lines.len();
    Some(Request {
        to: Recipient::Funder(id.to_owned()),
        name,
        lang: words.lang(),
        text: text.join("\n"),
        projects,
        data: asked.data,
        list: total.is_some(),
    })
}
