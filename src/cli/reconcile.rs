//! `atalaya reconcile`: the bridge from the records to a reported total, as the window draws it.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::{Asked, Format};
use super::record::{in_currency, units};
use super::table::{Align, TextTable};
use super::{FAILED, GOOD, Opened, called, complain, open};
use crate::figure::card::marks;
use crate::figure::{BridgeFigure, Reconciliation, StepFigure, reconciliation};
use crate::format;
use crate::i18n::Words;
use crate::model::{Lang, Notes};
use crate::query::StepKey;

/// Answers.
pub(super) fn run(of: &Asked, total: Option<&str>, notes: Option<&Path>, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(of.lang);
    let Some(opened) = open(of, &words) else { return Ok(FAILED) };
    let totals = &opened.portfolio.reported_totals;
    let found = total.map_or_else(|| totals.first(), |id| totals.find(id));
    let Some(found) = found else {
        let known: Vec<&str> = totals.iter().map(|total| total.id.as_str()).collect();
        complain(&match total {
            Some(id) => words.tf("cli-no-total", &[("id", id.into()), ("known", known.join(", ").into())]),
            None => words.t("bridge-none"),
        });
        return Ok(FAILED);
    };
    let notes = match notes.map(format::read_notes_file).transpose() {
        Ok(notes) => notes.unwrap_or_default(),
        Err(unreadable) => {
            complain(&unreadable.text(&words, &called(notes)));
            return Ok(FAILED);
        }
    };
    let told = reconciliation(found, &opened.answer, &notes, opened.names(&words), &opened.index);
    let bridge = match &told.bridge {
        Ok(bridge) => bridge,
        Err(refusal) => {
            complain(&format!("{} · {}: {refusal}", told.who, told.value));
            return Ok(FAILED);
        }
    };
    match of.format {
        Format::Json => json_bridge(&told, bridge, &notes, &opened, out)?,
        Format::Csv => {
            let steps: Vec<Value> = bridge.steps.iter().map(|step| record(step, &opened)).collect();
            let columns = ["key", "amount_usd", "low_usd", "high_usd", "aside_usd", "projects", "sources"];
            opened.write_records(Format::Csv, &columns, steps, out)?;
        }
        Format::Table => {
            opened.say_doubles(&words, &notes, out)?;
            table(&told, bridge, &opened, &words, out)?;
            for line in marks(&told.id, &notes, opened.names(&words), &opened.index) {
                writeln!(out, "{line}")?;
            }
            if let Some(source) = &told.source {
                writeln!(out, "{}: {}", words.t("bridge-total-row"), source.whole())?;
            }
            opened.say_sources(bridge.steps.iter().flat_map(|step| step.rows.iter().copied()), &words, out)?;
        }
    }
    Ok(GOOD)
}

fn json_bridge(
    told: &Reconciliation,
    bridge: &BridgeFigure,
    notes: &Notes,
    opened: &Opened,
    out: &mut impl Write,
) -> io::Result<()> {
    let marks = notes.marks.iter().filter(|mark| mark.total == told.id);
    let currency = opened.portfolio.currency();
    let steps: Vec<Value> = bridge.steps.iter().map(|step| in_currency(record(step, opened), currency)).collect();
    let answer = json!({
        "total": told.id,
        "reported_usd": bridge.reported.map(units),
        "records_usd": bridge.records.map(units),
        "source": told.source.as_ref().map(|source| &source.id),
        "data": opened.names(&Words::new(Lang::En)).version(),
        "filter": opened.answer.filter.to_string(),
        "steps": steps,
        "marks": marks.map(|mark| json!({ "project": mark.project, "counted": mark.counted, "reason": mark.reason })).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &in_currency(answer, currency))?;
    writeln!(out)
}

fn record(step: &StepFigure, opened: &Opened) -> Value {
    let ids = step.rows.iter().filter_map(|row| opened.portfolio.projects.id(*row));
    json!({
        "key": step.key.key(),
        "amount_usd": step.amount.map(units),
        "low_usd": step.limits.map(|(low, _)| units(low)),
        "high_usd": step.limits.map(|(_, high)| units(high)),
        "aside_usd": step.apart.map(units),
        "projects": ids.collect::<Vec<_>>(),
        "sources": opened.headline_sources(step.rows.iter().copied()),
    })
}

fn table(
    told: &Reconciliation,
    bridge: &BridgeFigure,
    opened: &Opened,
    words: &Words,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{}: {}", told.who, told.value)?;
    writeln!(out, "{}\n", told.about.join(" · "))?;
    let titles = [
        (words.t("bridge-column-step"), Align::Left),
        (words.t("cli-projects"), Align::Right),
        (words.t("bridge-column-adds"), Align::Right),
        (words.t("bridge-column-aside"), Align::Right),
        (words.t("bridge-column-range"), Align::Left),
    ];
    let mut table = TextTable::new(titles.into_iter());
    let money = |value: i128| words.money(value);
    for step in &bridge.steps {
        let none = if step.key == StepKey::Remainder { words.t("bridge-cannot-tell") } else { "–".to_owned() };
        let projects = if step.key == StepKey::Remainder { String::new() } else { words.int(step.rows.len() as i64) };
        let cells = [
            step.label.clone(),
            projects,
            step.amount.map_or(none, money),
            step.apart.map_or_else(String::new, money),
            step.short_range.clone().unwrap_or_default(),
        ];
        table.row(cells.into_iter());
    }
    let reported = bridge.reported.map_or_else(|| words.t("missing-short"), money);
    table.row([words.t("bridge-total-row"), String::new(), reported, String::new(), String::new()].into_iter());
    table.write(out)?;
    writeln!(out, "\n{}", bridge.summary)?;
    for warning in &bridge.warnings {
        writeln!(out, "{warning}")?;
    }
    opened.say_filter(words, out)
}
