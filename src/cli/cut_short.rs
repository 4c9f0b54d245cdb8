//! `atalaya cut-short`: what stopped before its planned end in a reading that every answer names.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::args::{Asked, Format};
use super::record::units;
use super::table::{Align, TextTable, cut};
use super::{FAILED, GOOD, MISSING, NAME_WIDTH, open};
use crate::figure::{Names, Shortfall, StripPart, months, shortfall};
use crate::i18n::Words;
use crate::model::{Found, Notes};
use crate::query::{self, By, CutShort, Lens, Reading};

const PROJECT: [&str; 14] = [
    "id",
    "reading",
    "state",
    "stop",
    "stop_stated",
    "days_ahead",
    "months_ahead",
    "share_ahead_percent",
    "award_usd",
    "cut_usd",
    "cut_low_usd",
    "cut_high_usd",
    "basis",
    "sources",
];
const GROUP: [&str; 8] =
    ["key", "reading", "projects", "cut_usd", "cut_low_usd", "cut_high_usd", "carried_usd", "basis"];

/// Answers.
pub(super) fn run(of: &Asked, by: Option<By>, reading: Reading, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(of.lang);
    let Some(opened) = open(of, &words) else { return Ok(FAILED) };
    let names = opened.names(&words);
    let names = names.with_lens(Lens { reading, ..names.lens });
    let short = query::cut_short(&opened.answer.rows, names.lens, &opened.index);
    let records = || match by {
        None => projects(&short, reading, &opened),
        Some(by) => groups(&short, reading, by, &opened),
    };
    let columns = if by.is_some() { GROUP.as_slice() } else { PROJECT.as_slice() };
    match of.format {
        Format::Json | Format::Csv => opened.write_records(of.format, columns, records(), out)?,
        Format::Table => {
            opened.say_doubles(&words, &Notes::default(), out)?;
            let told = shortfall(&opened.answer, by.unwrap_or(By::Theme), names, &opened.index);
            match by {
                None => {
                    let currency = opened.portfolio.currency();
                    let unit = words.tf("plot-unit-money", &[("currency", currency.code().into())]);
                    project_table(&told, &unit, &words, out)?;
                }
                Some(by) => group_table(&told, &names.field(by.field()), &words, out)?,
            }
            writeln!(out, "\n{}", told.sentence)?;
            for (label, rows) in &told.apart {
                writeln!(out, "{label}: {}", called(rows, names))?;
            }
            opened.say_sources(short.cuts.iter().map(|cut| cut.row), &words, out)?;
            opened.say_filter(&words, out)?;
        }
    }
    Ok(GOOD)
}

/// What these rows are called.
fn called(rows: &[usize], names: Names<'_>) -> String {
    let projects = rows.iter().filter_map(|row| names.portfolio.projects.get(*row));
    projects.map(|project| names.project_short(&project)).collect::<Vec<_>>().join("; ")
}

/// What the figures of money rest on.
const fn basis(published: bool) -> &'static str {
    if published { "published_spending" } else { "estimate_even_pace" }
}

fn projects(short: &CutShort, reading: Reading, opened: &super::Opened) -> Vec<Value> {
    let record = |cut: &query::Cut| {
        let money = |pick: fn(query::CutMoney) -> i64| cut.money.map(|money| units(pick(money).into()));
        let project = opened.portfolio.projects.get(cut.row)?;
        Some(json!({
            "id": project.id,
            "reading": reading.key(),
            "state": "cut",
            "stop": cut.stop.to_string(),
            "stop_stated": cut.stated,
            "days_ahead": cut.ahead.shown,
            "months_ahead": months(cut.ahead.shown),
            "share_ahead_percent": cut.share.shown as f64 / 100.0,
            "award_usd": money(|money| money.award),
            "cut_usd": money(|money| money.cut.shown),
            "cut_low_usd": money(|money| money.cut.low),
            "cut_high_usd": money(|money| money.cut.high),
            "basis": cut.money.map(|money| basis(money.published)),
            "sources": project.all_sources(),
        }))
    };
    // What stopped and cannot be reckoned is there, too, without figures.
    let apart = |rows: &[usize], state: &str| -> Vec<Value> {
        let projects = rows.iter().filter_map(|row| opened.portfolio.projects.get(*row));
        let record = |project: Found<'_>| {
            json!({
                "id": project.id,
                "reading": reading.key(),
                "state": state,
                "sources": project.all_sources(),
            })
        };
        projects.map(record).collect()
    };
    let mut records: Vec<Value> = short.cuts.iter().filter_map(record).collect();
    records.extend(apart(&short.no_plan, "no_plan"));
    records.extend(apart(&short.crossed, "dates_contradict"));
    records
}

fn groups(short: &CutShort, reading: Reading, by: By, opened: &super::Opened) -> Vec<Value> {
    let record = |group: query::CutGroup| {
        json!({
            "key": group.key.as_deref().unwrap_or(MISSING),
            "reading": reading.key(),
            "projects": group.rows.len(),
            "cut_usd": group.cut.map(|(_, shown, _)| units(shown)),
            "cut_low_usd": group.cut.map(|(low, ..)| units(low)),
            "cut_high_usd": group.cut.map(|(.., high)| units(high)),
            "carried_usd": group.cut.map(|_| units(group.carried())),
            "basis": group.cut.map(|_| basis(group.published)),
        })
    };
    query::cut_groups(short, by, &opened.index).into_iter().map(record).collect()
}

fn project_table(told: &Shortfall, unit: &str, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let titles = [
        (words.t("column-name"), Align::Left),
        (format!("{} ({unit})", words.t("cut-award")), Align::Right),
        (format!("{} ({unit})", words.t("column-cut-money")), Align::Right),
        (words.t("cut-column-time"), Align::Left),
    ];
    let mut table = TextTable::new(titles.into_iter());
    for strip in &told.strips {
        let [_, award, _, rest] = &strip.parts;
        let figure = |part: &StripPart| part.figure.clone().unwrap_or_else(|| "?".to_owned());
        let cells = [cut(&strip.label, NAME_WIDTH), figure(award), figure(rest), strip.time.clone()];
        table.row(cells.into_iter());
    }
    table.write(out)
}

fn group_table(told: &Shortfall, title: &str, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let titles = [(title.to_owned(), Align::Left), (words.t("column-cut-money"), Align::Left)];
    let mut table = TextTable::new(titles.into_iter());
    for group in &told.groups {
        table.row([cut(&group.label, NAME_WIDTH), group.text.clone()].into_iter());
    }
    table.write(out)
}
