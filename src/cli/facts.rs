//! `atalaya facts`: the fact file of a set: its sums, its areas, each project's amount, with all that proves them.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::args::{Asked, Format};
use super::{FAILED, GOOD, Opened, open};
use crate::figure::card::{CardOf, Scene};
use crate::figure::facts::SourceLine;
use crate::figure::{DossierEntry, dossier, group_figures, headline_figures, set_figures};
use crate::i18n::Words;
use crate::model::{Notes, Portfolio};
use crate::query::{By, Spread, comparable_total};

/// Answers.
pub(super) fn run(of: &Asked, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(of.lang);
    let Some(opened) = open(of, &words) else { return Ok(FAILED) };
    let Opened { portfolio, index, answer, .. } = &opened;
    let notes = Notes::default();
    let scene = Scene { answer, names: opened.names(&words), index, spread: Spread::Award, notes: &notes };
    let mut figures = set_figures(answer);
    let total = comparable_total(portfolio);
    figures.extend(total.map(|total| CardOf::Reported(total.id.clone())));
    figures.extend(group_figures(scene, By::Theme));
    figures.extend(headline_figures(&answer.rows, portfolio));
    figures.extend(total.map(|total| CardOf::Bridge(total.id.clone())));
    figures.extend([CardOf::CutShort(By::Theme), CardOf::Continuity]);
    let file = dossier(&figures, scene);
    match of.format {
        Format::Table => write!(out, "{}", file.text(scene))?,
        Format::Json | Format::Csv => {
            let mut records: Vec<Value> = file.entries.iter().map(|entry| record(entry, portfolio)).collect();
            if of.format == Format::Csv {
                // A cell holds text: what the source is and where.
                for (record, entry) in records.iter_mut().zip(&file.entries) {
                    let told = entry.card.sources.iter().map(|line| [Some(line.whole()), line.url.clone()]);
                    let cells = told.map(|parts| parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
                    if let (Value::Object(fields), cells) = (record, cells.collect::<Vec<_>>()) {
                        fields.insert("sources".to_owned(), json!(cells.join("; ")));
                    }
                }
            }
            let columns = ["figure", "value", "sentence", "rivals", "how", "lacks", "proves_not", "sources"];
            opened.write_records(of.format, &columns, records, out)?;
        }
    }
    Ok(GOOD)
}

fn record(entry: &DossierEntry, portfolio: &Portfolio) -> Value {
    let card = &entry.card;
    let rivals = card
        .tellings
        .iter()
        .filter(|told| !told.speaks)
        .map(|told| format!("{}: {}", told.spoken, told.who.join(", ")));
    json!({
        "figure": card.title,
        "value": card.value,
        "sentence": entry.sentence,
        "rivals": rivals.collect::<Vec<_>>(),
        "lacks": card.lacks,
        "proves_not": card.proves_not,
        "how": card.how,
        "sources": card.sources.iter().map(|line| source(line, portfolio)).collect::<Vec<_>>(),
    })
}

fn source(line: &SourceLine, portfolio: &Portfolio) -> Value {
    let consulted = portfolio.sources.find(&line.id).and_then(|source| source.consulted);
    json!({
        "id": line.id,
        "label": line.label,
        "title": line.title,
        "url": line.url,
        "archived_url": line.archived,
        "excerpt": line.excerpt,
        "consulted": consulted.map(|date| date.to_string()),
    })
}
