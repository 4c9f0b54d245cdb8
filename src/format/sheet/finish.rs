//! What is done when all rows are in: names that are missing, ids that nobody gave, sums, shares, scope.

use std::collections::{HashMap, HashSet};

use super::draft::Draft;
use super::fold::same_name;
use super::mapping::Mapping;
use super::taken::Taken;
use super::target::Target;
use crate::format::{Loss, Losses, Progress, Unreadable};
use crate::i18n::slug;
use crate::model::{Bilingual, Lang, Portfolio, Project, Scope};

/// How much of a summary stands in for a name that is missing, in characters.
const NAME_OF_SUMMARY: usize = 120;

/// The projects of the drafts, each with a name and an id of its own, and the country of the portfolio that they make:
/// that of the open one, else the one that most projects are of.
pub(super) fn finished(
    drafts: Vec<Draft>,
    mapping: &Mapping,
    base: Option<&Portfolio>,
    losses: &mut Losses,
    progress: &Progress,
) -> Result<(Vec<Project>, Option<String>), Unreadable> {
    let given = drafts.iter().filter(|draft| draft.id_given).map(|draft| draft.project.id.clone());
    let mut ids = Ids::new(base, given.collect(), progress)?;
    let header = |target: Target| {
        let column = mapping.columns.iter().find(|column| column.target == target);
        column.map_or_else(|| format!("#{}", target.message()), |column| column.header.clone())
    };
    let own = mapping.columns.iter().any(|column| column.target == Target::AmountKind);
    let mut projects = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        if progress.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        draft.sum_up(losses);
        // A table of this program's own says what the record says, whatever it sums to.
        if let Some(sum) = (!own).then(|| draft.settle_shares()).flatten() {
            let text = format!("{}: {}.{:02} %", title(&draft.project), sum / 100, sum % 100);
            losses.note(&header(Target::Theme), Loss::SharesSum, draft.line, &text);
        }
        let Draft { mut project, id_given, line, .. } = draft;
        name(&mut project, mapping, line, losses);
        if !id_given {
            project.id = ids.of(&project);
        }
        projects.push((line, project));
    }
    let main = main_country(projects.iter().map(|(_, project)| project));
    let country = base.map_or(main, |base| base.header.country.clone());
    for (line, project) in &mut projects {
        // Money of another country, or of several, is not the portfolio's country's.
        let several = project.countries.len() > 1;
        let other = country.as_ref().is_some_and(|own| project.countries.iter().any(|country| country != own));
        if other && !several {
            losses.note(&header(Target::Country), Loss::OtherCountry, *line, title(project));
        }
        if other || several {
            project.scope = Scope::MultiCountry;
        }
    }
    Ok((projects.into_iter().map(|(_, project)| project).collect(), country))
}

fn title(project: &Project) -> &str {
    project.name.texts().next().or(project.acronym.as_deref()).unwrap_or(&project.id)
}

/// A project without a name has what comes nearest to one, and that is said.
fn name(project: &mut Project, mapping: &Mapping, line: usize, losses: &mut Losses) {
    if !project.name.is_empty() {
        return;
    }
    let short = |text: &str| {
        let text = text.split(['\n', '\r']).next().unwrap_or(text);
        let cut: String = text.chars().take(NAME_OF_SUMMARY).collect();
        if cut.len() < text.len() { cut + "…" } else { cut }
    };
    let text = match (&project.acronym, project.summary.best(mapping.language), &project.agreement_number) {
        (Some(acronym), ..) => acronym.clone(),
        (None, Some((summary, lang)), _) => {
            project.name = Bilingual::of(lang, &short(summary));
            return losses.note(name_of(mapping.language), Loss::Missing, line, summary);
        }
        (None, None, Some(number)) => number.clone(),
        (None, None, None) => project.id.clone(),
    };
    losses.note(name_of(mapping.language), Loss::Missing, line, &text);
    project.name = Bilingual::of(mapping.language, &text);
}

/// What the name in this language is called where no column is.
const fn name_of(language: Lang) -> &'static str {
    match language {
        Lang::Es => "#target-name-es",
        Lang::En => "#target-name-en",
    }
}

/// The country that most projects of one country are of; of those that are named as often, the one that more projects
/// of several countries name too, then the first.
fn main_country<'a>(projects: impl Iterator<Item = &'a Project>) -> Option<String> {
    let mut named: Vec<(&String, usize, usize)> = Vec::new();
    for project in projects {
        let alone = usize::from(project.countries.len() == 1);
        for country in &project.countries {
            match named.iter_mut().find(|(known, ..)| *known == country) {
                Some((_, of_one, all)) => (*of_one, *all) = (*of_one + alone, *all + 1),
                None => named.push((country, alone, 1)),
            }
        }
    }
    let named = named.into_iter().rev().filter(|(_, of_one, _)| *of_one > 0);
    named.max_by_key(|(_, of_one, all)| (*of_one, *all)).map(|(country, ..)| country.clone())
}

/// Ids for projects to which the table gives none: that of the project of the open portfolio that has the same
/// agreement number or name, else one made of the acronym or name, which no other project has.
struct Ids {
    /// The project of the open portfolio that is called so, folded.
    known: HashMap<String, String>,
    taken: Taken,
    /// Those that are given out, so that none is twice.
    given: HashSet<String>,
}

impl Ids {
    fn new(base: Option<&Portfolio>, given: HashSet<String>, progress: &Progress) -> Result<Self, Unreadable> {
        let mut ids = Self { known: HashMap::new(), taken: Taken::default(), given };
        ids.given.iter().for_each(|id| ids.taken.insert(id));
        for project in base.into_iter().flat_map(|base| base.projects.iter()) {
            if progress.is_cancelled() {
                return Err(Unreadable::Cancelled);
            }
            ids.taken.insert(&project.id);
            for name in project.name.texts().chain(project.agreement_number.as_deref()) {
                ids.known.entry(same_name(name)).or_insert_with(|| project.id.clone());
            }
        }
        Ok(ids)
    }

    fn of(&mut self, project: &Project) -> String {
        let mut names = project.agreement_number.as_deref().into_iter().chain(project.name.texts()).map(same_name);
        let known = names.find_map(|name| self.known.get(&name).filter(|id| !self.given.contains(*id)).cloned());
        let id = known.unwrap_or_else(|| {
            let made = slug(project.acronym.as_deref().unwrap_or_else(|| title(project)));
            self.taken.free(if made.is_empty() { "project" } else { &made })
        });
        self.taken.insert(&id);
        self.given.insert(id.clone());
        id
    }
}
