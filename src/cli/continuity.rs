//! `atalaya continuity`: what came after, project by project or in groups, as the window's board tells it.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::args::{Asked, Format};
use super::record::units;
use super::table::{Align, TextTable, cut};
use super::{FAILED, GOOD, MISSING, NAME_WIDTH, Opened, open};
use crate::figure::{Aftermath, aftermath, spoken};
use crate::i18n::Words;
use crate::model::Notes;
use crate::query::{After, By, Gap, Row, after, after_groups};

const PROJECT: [&str; 9] = ["id", "name", "amount_usd", "state", "by", "since", "sources", "entries", "area_entries"];
const GROUP: [&str; 10] = [
    "key",
    "projects",
    "gap",
    "continued_usd",
    "partial_usd",
    "nobody_usd",
    "new_in_area_usd",
    "unknown_usd",
    "ended_before_usd",
    "without_amount",
];

/// Answers.
pub(super) fn run(of: &Asked, by: Option<By>, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(of.lang);
    let Some(opened) = open(of, &words) else { return Ok(FAILED) };
    let (records, columns) = match by {
        None => (projects(&opened, &words), PROJECT.as_slice()),
        Some(by) => (groups(&opened, by), GROUP.as_slice()),
    };
    match of.format {
        Format::Json | Format::Csv => opened.write_records(of.format, columns, records, out)?,
        Format::Table => {
            opened.say_doubles(&words, &Notes::default(), out)?;
            let told = aftermath(&opened.answer, by.unwrap_or(By::Theme), opened.names(&words), &opened.index);
            match by {
                None => project_table(&told, &words, out)?,
                Some(by) => group_table(&told, by, &opened, &words, out)?,
            }
            writeln!(out, "\n{}", told.sentence)?;
            if let Some(warning) = &told.warning {
                writeln!(out, "{warning}")?;
            }
            for entry in told.told() {
                writeln!(out, "- {}", spoken(entry))?;
            }
            writeln!(out, "{}", opened.names(&words).version())?;
            opened.say_filter(&words, out)?;
        }
    }
    Ok(GOOD)
}

fn projects(opened: &Opened, words: &Words) -> Vec<Value> {
    let portfolio = &opened.portfolio;
    let set = after(&opened.answer.rows, portfolio, &opened.index);
    let ids = |places: &[usize]| -> Vec<&str> {
        places.iter().filter_map(|at| portfolio.continuity.get(*at)).map(|entry| entry.id.as_str()).collect()
    };
    let own = |told: &crate::query::ProjectAfter| -> Vec<&crate::model::Continuity> {
        told.speaking(portfolio).into_iter().filter_map(|at| portfolio.continuity.get(at)).collect()
    };
    let record = |told: &crate::query::ProjectAfter| {
        let project = portfolio.projects.get(told.row)?;
        let counted = opened.index.rows.get(told.row).and_then(Row::counted);
        Some(json!({
            "id": project.id,
            "name": opened.names(words).project_short(&project),
            "amount_usd": counted.map(|value| units(value.into())),
            "state": told.after.key(),
            "by": own(told).iter().map(|entry| entry.by.show(words.lang())).filter(|by| !by.is_empty()).collect::<Vec<_>>(),
            "since": own(told).iter().filter_map(|entry| entry.since).map(|date| date.to_string()).collect::<Vec<_>>(),
            "sources": own(told).iter().flat_map(|entry| &entry.sources).collect::<Vec<_>>(),
            "entries": ids(&told.own),
            "area_entries": ids(&told.area),
        }))
    };
    set.projects.iter().filter_map(record).collect()
}

fn groups(opened: &Opened, by: By) -> Vec<Value> {
    let set = after(&opened.answer.rows, &opened.portfolio, &opened.index);
    let record = |group: crate::query::AfterGroup| {
        let amount = |after: After| group.parts.get(&after).and_then(|part| part.amount).map(units);
        json!({
            "key": group.key.as_deref().unwrap_or(MISSING),
            "projects": group.parts.values().map(|part| part.rows.len()).sum::<usize>(),
            "gap": gap_key(group.gap),
            "continued_usd": amount(After::Continued),
            "partial_usd": amount(After::Partial),
            "nobody_usd": amount(After::Nobody),
            "new_in_area_usd": amount(After::NewInArea),
            "unknown_usd": amount(After::Unknown),
            "ended_before_usd": amount(After::EndedBefore),
            "without_amount": group.parts.values().map(|part| part.without_amount).sum::<usize>(),
        })
    };
    after_groups(&set, by, &opened.portfolio, &opened.index).into_iter().map(record).collect()
}

const fn gap_key(gap: Gap) -> &'static str {
    match gap {
        Gap::Nobody => "not-known",
        Gap::OnlyNew => "only-new",
        Gap::Somebody => "somebody",
        Gap::NothingLeft => "nothing-left",
    }
}

fn project_table(told: &Aftermath, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let titles = [
        (words.t("column-name"), Align::Left),
        (words.t("column-amount"), Align::Right),
        (words.t("after-column-key"), Align::Left),
    ];
    let mut table = TextTable::new(titles.into_iter());
    for part in &told.parts {
        for card in &part.cards {
            table.row([cut(&card.label, NAME_WIDTH), card.money.clone(), part.label.clone()].into_iter());
        }
    }
    table.write(out)
}

fn group_table(told: &Aftermath, by: By, opened: &Opened, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let names = opened.names(words);
    let titles = [
        (names.field(by.field()), Align::Left),
        (words.t("column-amount"), Align::Left),
        (words.t("after-column-key"), Align::Left),
    ];
    let mut table = TextTable::new(titles.into_iter());
    for area in &told.areas {
        table.row([cut(&area.label, NAME_WIDTH), area.text.clone(), area.gap_text.clone()].into_iter());
    }
    table.write(out)
}
