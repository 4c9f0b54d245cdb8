//! `atalaya report`: the report of a set as a PDF or as a page; the file is there whole or not at all.

use std::path::Path;

use super::args::ReportArgs;
use super::{FAILED, GOOD, Opened, called, complain, open};
use crate::export::draw::Look;
use crate::export::report::{MOST_ROWS, Part};
use crate::export::{Rows, Shown, report_page, report_pdf};
use crate::figure::card::Scene;
use crate::format::{NotSaved, replace};
use crate::i18n::Words;
use crate::model::{Day, Notes};
use crate::query::{Column, EventColumn, EventKey, Key, Spread, sort};
use crate::session::Settings;

/// Writes the file; what keeps it from being written is said, and what stood there stays.
pub(super) fn run(args: &ReportArgs) -> u8 {
    let words = Words::new(args.of.lang);
    let out = &args.out;
    let Some(as_page) = is_page(out) else {
        complain(&words.tf("report-which-form", &[("file", called(Some(out)).into())]));
        return FAILED;
    };
    let Some(opened) = open(&args.of, &words) else { return FAILED };
    if !written(out, bytes(&opened, args, as_page, &words), &words) {
        return FAILED;
    }
    let left_out = opened.answer.rows.len().max(opened.answer.events.len()).saturating_sub(MOST_ROWS);
    if left_out > 0 {
        complain(&words.tf("report-lost", &[("n", left_out.into()), ("most", MOST_ROWS.into())]));
    }
    GOOD
}

/// Writes what was made as a file, whole or not at all; says what kept it from being made or written.
pub(super) fn written(out: &Path, made: Result<Vec<u8>, String>, words: &Words) -> bool {
    let written = made.and_then(|bytes| {
        replace(out, |file| file.write_all(&bytes)).map_err(|error| {
            let args = [("file", called(Some(out)).into()), ("why", NotSaved::of(&error).why(words).into())];
            words.tf("not-saved", &args)
        })
    });
    written.map_err(|why| complain(&why)).is_ok()
}

/// Whether a file is to be a page rather than a PDF; nothing where its name tells neither.
fn is_page(out: &Path) -> Option<bool> {
    let ending = out.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => Some(false),
        "html" | "htm" => Some(true),
        _ => None,
    }
}

/// What is to be in the file.
fn bytes(opened: &Opened, args: &ReportArgs, as_page: bool, words: &Words) -> Result<Vec<u8>, String> {
    with_shown(opened, words, |shown| {
        let look = Look::default();
        if as_page {
            return Ok(report_page(shown, Rows::Projects, look, Part::ALL.to_vec()).into_bytes());
        }
        report_pdf(shown, Rows::Projects, look, args.paper).map_err(|error| error.text(words))
    })
}

/// Gives what was asked for as the window shows it: in the order and with the columns that it has before anybody
/// changes them.
pub(super) fn with_shown<T>(opened: &Opened, words: &Words, take: impl FnOnce(Shown<'_>) -> T) -> T {
    let Opened { portfolio, index, answer, .. } = opened;
    let (names, notes, settings) = (opened.names(words), Notes::default(), Settings::default());
    let order = [Key { column: Column::Amount, descending: true }];
    let mut rows = answer.rows.clone();
    sort(&mut rows, &order, names.lens, portfolio, index, words.sorter());
    let mut events = answer.events.clone();
    events.sort_by_key(|at| std::cmp::Reverse(portfolio.events.get(*at).map(|event| event.date)));
    let (columns, event_columns) = (settings.shown_columns(), settings.shown_event_columns());
    take(Shown {
        scene: Scene { answer, names, index, spread: Spread::Award, notes: &notes },
        rows: &rows,
        order: &order,
        columns: &columns,
        events: &events,
        event_order: &[EventKey { column: EventColumn::Date, descending: true }],
        event_columns: &event_columns,
        today: Day::of(jiff::ZonedDateTime::now().date()).exact(),
        progress: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_form() {
        assert_eq!(is_page(Path::new("informe.PDF")), Some(false));
        assert_eq!(is_page(Path::new("a.b/informe.html")), Some(true));
        assert_eq!(is_page(Path::new("informe")), None);
        assert_eq!(is_page(Path::new("informe.docx")), None);
    }
}
