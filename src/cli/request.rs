//! `atalaya request`: the text of requests for what the records lack.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::args::{Asked, Format};
use super::{FAILED, GOOD, complain, open};
use crate::figure::{Recipient, Request, requests};
use crate::i18n::Words;
use crate::query::{by_funder, unlisted_totals};

/// Which requests are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// To whoever reported the total.
    Transparency,
    /// To the funders.
    Foia,
}

impl RequestKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Transparency, Self::Foia];

    /// As on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Transparency => "transparency",
            Self::Foia => "foia",
        }
    }

    fn takes(self, request: &Request) -> bool {
        (request.to == Recipient::Reporter) == (self == Self::Transparency)
    }
}

/// Answers.
pub(super) fn run(of: &Asked, kind: Option<RequestKind>, total: Option<&str>, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(of.lang);
    let Some(opened) = open(of, &words) else { return Ok(FAILED) };
    if let Some(id) = total {
        let known: Vec<&str> = unlisted_totals(&opened.portfolio)
            .filter_map(|at| opened.portfolio.reported_totals.get(at))
            .map(|total| total.id.as_str())
            .collect();
        if !known.contains(&id) {
            complain(&words.tf("request-no-list", &[("id", id.into()), ("known", known.join(", ").into())]));
            return Ok(FAILED);
        }
    }
    let mut texts = requests(&opened.answer, total, &opened.portfolio, &opened.index);
    texts.retain(|request| kind.is_none_or(|kind| kind.takes(request)));
    match of.format {
        Format::Table if texts.is_empty() => {
            // Without a funder there is nobody to ask, which is not that nothing is missing.
            let nobody = kind != Some(RequestKind::Transparency)
                && !opened.answer.rows.is_empty()
                && by_funder(&opened.answer.rows, &opened.portfolio).is_empty();
            complain(&words.t(if nobody { "request-no-funder" } else { "request-none" }));
        }
        Format::Table => {
            let texts: Vec<&str> = texts.iter().map(|request| request.text.as_str()).collect();
            writeln!(out, "{}", texts.join("\n\n----\n\n"))?;
        }
        Format::Json | Format::Csv => {
            let records = texts.iter().map(record).collect();
            opened.write_records(
                of.format,
                &["to", "name", "lang", "projects", "data", "list", "text"],
                records,
                out,
            )?;
        }
    }
    Ok(GOOD)
}

fn record(request: &Request) -> Value {
    json!({
        "to": request.to.key(),
        "name": request.name,
        "lang": request.lang.code(),
        "projects": request.projects,
        "data": request.data,
        "list": request.list,
        "text": request.text,
    })
}
