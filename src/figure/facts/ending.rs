//! What is known of how a project ended, in sentences that say no more than the sources do.

use super::{SourceLine, time};
use crate::figure::Names;
use crate::model::{EndingKind, Project};

/// What is known of an ending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndingFacts {
    /// The first says how it is known, the others what was published.
    pub sentences: Vec<String>,
    /// What it rests on.
    pub sources: Vec<SourceLine>,
    /// What stands where it has no sources of its own.
    pub without_sources: Option<String>,
}

/// What is known of a project's ending.
pub fn ending_facts(project: &Project, names: Names<'_>) -> EndingFacts {
    let mut sentences = vec![how(project, names)];
    sentences.extend(last_action(project, names));
    sentences.push(published(project, names));
    let sources = SourceLine::all(&project.ending.sources, names);
    let without_sources = sources.is_empty().then(|| names.words.t("detail-record-sources"));
    EndingFacts { sentences, sources, without_sources }
}

fn how(project: &Project, names: Names<'_>) -> String {
    let words = names.words;
    let cutoff = names.portfolio.header.cutoff.as_ref();
    match (project.ending.kind, cutoff) {
        (EndingKind::Named, _) => words.tf("detail-ending-named", &[("n", project.ending.sources.len().max(1).into())]),
        (EndingKind::Implied, _) => words.t("detail-ending-implied"),
        (EndingKind::Before, Some(cut)) => {
            let args = [("cut", time::whole_date(cut.date, words).into())];
            let end = project.end().filter(|end| end.latest() < cut.date.earliest());
            if end.is_some() {
                words.tf("detail-ending-before-dates", &args)
            } else {
                words.tf("detail-ending-before-cut", &args)
            }
        }
        (EndingKind::Before, None) => words.t("detail-ending-before"),
        (EndingKind::Unknown, _) => words.t("detail-ending-unknown"),
    }
}

/// That an event of this project is among the last actions that the first reported total's reporter lists.
fn last_action(project: &Project, names: Names<'_>) -> Option<String> {
    if project.ending.kind != EndingKind::Implied {
        return None;
    }
    let event =
        names.portfolio.events.iter().find(|event| event.last_action && event.projects.contains(&project.id))?;
    let args = [("event", names.event(event).into()), ("date", names.words.date(event.date).into())];
    Some(names.words.tf("detail-last-action", &args))
}

/// The published status and end.
fn published(project: &Project, names: Names<'_>) -> String {
    let words = names.words;
    let date = project.status_as_of.map(|date| words.date(date));
    let status = match (project.status.map(|status| words.t(status.message())), date) {
        (Some(status), Some(date)) => {
            words.tf("detail-status-dated", &[("status", status.into()), ("date", date.into())])
        }
        (Some(status), None) => words.tf("detail-status", &[("status", status.into())]),
        (None, _) => words.t("detail-no-status"),
    };
    let end = match project.actual_end {
        Some(end) => words.tf("detail-actual-end", &[("date", words.date(end).into())]),
        None => words.t("detail-no-actual-end"),
    };
    format!("{status} {end}")
}
