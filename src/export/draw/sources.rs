//! The last lines of a picture: who says what it shows, of when the data are, and which filter chose the set.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Look, PictureOf};
use crate::export::Shown;
use crate::figure::{Length, aftermath, reconciliation};
use crate::query::{By, Field};

/// So many letters of sources are written out; the rest are counted.
const ROOM: usize = 190;

/// The lines.
pub(super) fn origin(of: &PictureOf, look: &Look, shown: Shown<'_>) -> Vec<String> {
    let names = shown.scene.names;
    let words = names.words;
    let header = &names.portfolio.header;
    let data = match header.updated {
        Some(date) => words.tf("picture-data", &[("date", words.date(date).into())]),
        None => words.t("picture-data-undated"),
    };
    let filter = match &shown.scene.answer.filter {
        filter if filter.is_empty() => words.t("picture-no-filter"),
        filter => words.tf("picture-filter", &[("filter", filter.to_string().into())]),
    };
    let title = header.title.show(words.lang());
    let today = words.date(shown.today);
    let made = words.tf("picture-made", &[("title", title.into()), ("date", today.into())]);
    vec![said(of, look, shown), format!("{data} · {filter}"), made]
}

/// Who says it: those that most of it rests on first.
fn said(of: &PictureOf, look: &Look, shown: Shown<'_>) -> String {
    let scene = shown.scene;
    let (names, words) = (scene.names, scene.names.words);
    let label = |id: &str| names.key(Field::Source, id);
    let labels: Vec<String> = match of {
        PictureOf::Timeline => ranked(of_records(shown)).into_iter().map(label).collect(),
        PictureOf::Bars(_) | PictureOf::Years | PictureOf::Matrix | PictureOf::Tiles
            if look.measure == Length::Projects =>
        {
            ranked(of_records(shown)).into_iter().map(label).collect()
        }
        PictureOf::Bridge(total) => {
            let total = names.portfolio.reported_totals.find(total);
            let told = total.map(|total| reconciliation(total, scene.answer, scene.notes, names, scene.index));
            let first = told.and_then(|told| told.source).map(|source| source.label);
            first.into_iter().chain(of_amounts(shown)).collect()
        }
        // What sources say of who goes on is what the picture is about.
        PictureOf::Continuity => {
            let told = aftermath(scene.answer, By::Theme, names, scene.index);
            let said = told.told().into_iter().flat_map(|entry| &entry.sources).map(|source| source.label.clone());
            said.chain(of_amounts(shown)).collect()
        }
        _ => of_amounts(shown),
    };
    let mut shown: Vec<String> = Vec::new();
    for label in labels {
        if !shown.contains(&label) {
            shown.push(label);
        }
    }
    if shown.is_empty() {
        return words.t("picture-no-source");
    }
    let mut letters = 0;
    let fits = |label: &&String| {
        letters += label.chars().count() + 2;
        letters <= ROOM
    };
    let written = shown.iter().take_while(fits).count().max(1);
    let list = shown.iter().take(written).cloned().collect::<Vec<_>>().join("; ");
    let more = shown.len() - written;
    let args = [("n", shown.len().into()), ("list", list.into()), ("more", more.into())];
    if more == 0 { words.tf("picture-sources", &args) } else { words.tf("picture-sources-more", &args) }
}

/// Those of the amounts that are counted.
fn of_amounts(shown: Shown<'_>) -> Vec<String> {
    let scene = shown.scene;
    let mut uses: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    for row in &scene.answer.rows {
        if let Some(id) = scene.index.teller(*row, scene.names.portfolio) {
            *uses.entry(id).or_default() += 1;
        }
    }
    let ranked = ranked(uses.iter().map(|(id, count)| (id.as_ref(), *count)).collect());
    ranked.into_iter().map(|id| scene.names.key(Field::Source, id)).collect()
}

/// All that the records name.
fn of_records(shown: Shown<'_>) -> Vec<(&str, usize)> {
    let scene = shown.scene;
    let Some(column) = scene.index.column(Field::Source) else { return Vec::new() };
    let mut uses = vec![0_usize; column.keys.len()];
    for key in scene.answer.rows.iter().flat_map(|row| column.of_row(*row)) {
        if let Some(count) = uses.get_mut(*key as usize) {
            *count += 1;
        }
    }
    column.keys.iter().map(String::as_str).zip(uses).filter(|(_, count)| *count > 0).collect()
}

fn ranked(mut uses: Vec<(&str, usize)>) -> Vec<&str> {
    uses.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    uses.into_iter().map(|(id, _)| id).collect()
}
