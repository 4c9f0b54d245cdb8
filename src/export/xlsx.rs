//! What is shown as a workbook: the tables with typed cells, the sources numbered, notes on what it is and lacks, and
//! the records whole, from which it opens back.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::cells::{Grid, Rows};
use super::cited::{Cited, cited};
use super::sheet::{Cut, LONGEST, ROWS, Sheet, parts};
use super::taken::Taken;
use super::temporary::guarded;
use super::{ExportError, Left, Shown, Stamp, about};
use crate::figure::CellValue;
use crate::format::{OWN_HEADER, OWN_MARK, OWN_STAMP, OwnCell, Progress, Stage};
use crate::i18n::Words;
use crate::model::{Lang, List};

/// Writes it; what did not go into it is said in it as well.
pub(super) fn write(shown: Shown<'_>, of: Rows, out: &mut (impl Write + Send)) -> Result<Vec<Left>, ExportError> {
    let mut out = Noting { out, failed: None, progress: shown.progress };
    let done = guarded(|| write_within(ROWS, shown, of, &mut out));
    // What the library says of an error has lost its kind.
    out.failed.map_or(done, |kind| Err(io::Error::from(kind).into()))
}

/// Notes why it could not be written to. What comes after that goes nowhere: a library that ends its archive all the same
/// would fail again, and complain where nobody listens.
struct Noting<'a, W> {
    out: &'a mut W,
    failed: Option<io::ErrorKind>,
    progress: Option<&'a Progress>,
}

impl<W> Noting<'_, W> {
    fn done<T>(&mut self, otherwise: T, step: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.failed.is_some() {
            return Ok(otherwise);
        }
        step(self.out).inspect_err(|error| {
            // Who is interrupted tries again.
            self.failed = Some(error.kind()).filter(|kind| *kind != io::ErrorKind::Interrupted);
        })
    }
}

impl<W: Write> Write for Noting<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.done(bytes.len(), |out| out.write(bytes))?;
        if let Some(progress) = self.progress {
            progress.more(written);
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.done((), Write::flush)
    }
}

/// As [`write`], where a sheet has so many rows at most.
fn write_within(
    rows: usize,
    shown: Shown<'_>,
    of: Rows,
    out: &mut (impl Write + Send),
) -> Result<Vec<Left>, ExportError> {
    let words = shown.scene.names.words;
    let taken = Taken::of(shown);
    let mut making = Making { book: Workbook::new(), rows, cut: Cut::default(), shown };
    let mut sheets = Vec::new();
    let mut left = Vec::new();
    let grids = of.first_and_other().into_iter().map(|of| Grid::of(shown, of).len());
    let records = List::ALL.iter().map(|list| taken.count(*list));
    shown.begin(Stage::Writing, grids.chain(records).sum());
    for of in of.first_and_other() {
        let grid = Grid::of(shown, of);
        sheets.push(making.table(&grid)?);
        let beyond = grid.len().saturating_sub(rows - 1);
        left.extend((beyond > 0).then_some(Left::Rows(beyond)));
    }
    let (mut records, last, beyond) = making.records(&taken)?;
    left.extend(Left::of(making.cut, beyond, taken.references_left()));
    sheets.push(making.sources(&taken)?);
    sheets.push(making.notes(of, &left)?);
    let stamp = Stamp::of(shown, of);
    records.sum.row(&stamp_cells(&safe(&stamp.to_text())));
    let sums: Vec<String> = sheets.iter().chain([&records]).map(|sheet| sheet.sum.text()).collect();
    let stamp = Stamp { checksum: sums.join(" "), ..stamp };
    records.unsummed(last, &record_cells(OWN_STAMP, "", &safe(&stamp.to_text())))?;
    sheets.push(records);
    for sheet in sheets {
        making.book.push_worksheet(sheet.page);
    }
    let title = shown.scene.names.portfolio.header.title.show(words.lang());
    let language = match words.lang() {
        Lang::Es => "es-MX",
        Lang::En => "en",
    };
    let mut properties = DocProperties::new()
        .set_title(title.chars().filter(|c| !c.is_control()).take(200).collect::<String>())
        .set_custom_property("Language", language);
    let day = shown.today.earliest().exact();
    if let (Ok(year), Some(month), Some(date)) = (u16::try_from(day.year()), day.month(), day.day()) {
        properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(year.max(1900), month, date)?);
    }
    making.book.set_properties(&properties);
    shown.begin(Stage::Packing, 0);
    making.book.save_to_writer(out)?;
    Ok(left)
}

struct Making<'a> {
    book: Workbook,
    rows: usize,
    cut: Cut,
    shown: Shown<'a>,
}

impl Making<'_> {
    fn table(&mut self, grid: &Grid<'_>) -> Result<Sheet, XlsxError> {
        let words = self.shown.scene.names.words;
        let titles = grid.titles();
        let mut sheet = Sheet::new(&mut self.book, &words.t(grid.of.message()), grid.len())?;
        sheet.titles(&titles, &grid.widths())?;
        let mut last = 0;
        for (row, cells) in (1..).zip(grid.rows().take(self.rows - 1)) {
            sheet.row(row, &cells)?;
            last = row;
        }
        sheet.filter(last, titles.len())?;
        self.cut = self.cut.and(sheet.cut);
        Ok(sheet)
    }

    /// Every record whole, as text in as many cells as it takes, behind its list and its id; the row behind them, where
    /// the stamp is to stand, and how many records did not go in.
    fn records(&mut self, taken: &Taken<'_>) -> Result<(Sheet, u32, usize), XlsxError> {
        let names = self.shown.scene.names;
        let count = List::ALL.iter().map(|list| taken.count(*list)).sum();
        let mut sheet = Sheet::new(&mut self.book, &names.words.t("export-sheet-records"), count)?;
        // They are for programs: who prints the workbook has no use for hundreds of sheets of them.
        sheet.page.set_print_area(0, 0, 0, 2)?.set_landscape().set_print_fit_to_pages(1, 0);
        let head = [OWN_MARK.to_owned(), "1".to_owned(), names.words.t("export-records-note")];
        sheet.row(0, &head.map(CellValue::from))?;
        sheet.row(1, &record_cells(OWN_HEADER, "", &text(&names.portfolio.header)))?;
        let (mut next, mut beyond) = (2, 0);
        // Projects come last: where there is not room for all, everything that they refer to is there.
        let lists = List::ALL.into_iter().filter(|list| *list != List::Projects).chain([List::Projects]);
        for list in lists {
            for entry in taken.records(list) {
                self.shown.step();
                if next as usize + 1 >= self.rows {
                    beyond += 1;
                    continue;
                }
                sheet.row(next, &record_cells(list.key(), entry.id(), &text(&entry)))?;
                next += 1;
            }
        }
        Ok((sheet, next, beyond))
    }

    fn sources(&mut self, taken: &Taken<'_>) -> Result<Sheet, XlsxError> {
        let words = self.shown.scene.names.words;
        let name = words.t("export-sheet-sources");
        let mut sheet = Sheet::new(&mut self.book, &name, taken.count(List::Sources))?;
        let widths = [6.0, 22.0, 48.0, 28.0, 18.0, 42.0, 30.0, 13.0, 13.0, 42.0, 60.0];
        let titles = SOURCES.map(|key| words.t(key));
        sheet.titles(&titles, &widths)?;
        let mut last = 0;
        for (row, cited) in (1..).zip(cited(taken, words).into_iter().take(self.rows - 1)) {
            sheet.row_with_links(row, &source_cells(&cited, words), &SOURCE_LINKS)?;
            last = row;
        }
        sheet.filter(last, titles.len())?;
        Ok(sheet)
    }

    fn notes(&mut self, of: Rows, left: &[Left]) -> Result<Sheet, XlsxError> {
        let words = self.shown.scene.names.words;
        let mut sheet = Sheet::new(&mut self.book, &words.t("export-sheet-notes"), 0)?;
        sheet.page.set_column_width(0, 28)?.set_column_width(1, 110)?.set_print_fit_to_pages(1, 0);
        for (row, (label, text)) in (0..).zip(&about::lines(self.shown, of, left)) {
            sheet.said(row, label, text)?;
        }
        Ok(sheet)
    }
}

/// The titles of the sheet of sources.
pub(super) const SOURCES: [&str; 11] = [
    "export-source-number",
    "export-id",
    "export-source-title",
    "export-source-publisher",
    "export-source-kind",
    "export-source-address",
    "export-source-archived",
    "export-source-published",
    "export-source-consulted",
    "export-source-tells",
    "export-source-excerpt",
];
/// Which of them lead to a page.
const SOURCE_LINKS: [u16; 2] = [5, 6];

/// A row of the sheet of sources.
pub(super) fn source_cells(cited: &Cited, words: &Words) -> [CellValue; SOURCES.len()] {
    let source = &cited.source;
    let text = |text: &str| CellValue::from(text.to_owned());
    let known = |text: &Option<String>| text.clone().map_or(CellValue::Missing, CellValue::from);
    let date = |date: Option<_>| date.map_or(CellValue::Missing, CellValue::Date);
    [
        CellValue::Count(i64::try_from(cited.number).unwrap_or(0)),
        text(&source.id),
        text(&source.title),
        text(&source.publisher),
        text(&words.t(source.kind.message())),
        known(&source.url),
        known(&source.archived_url),
        date(source.published),
        date(source.consulted),
        text(&cited.tells),
        known(&source.excerpt),
    ]
}

/// The row of a stamp, as the checksum knows it: whole in one cell, and without the checksum.
pub(super) fn stamp_cells(unsealed: &str) -> [OwnCell; 3] {
    [OwnCell::Text(OWN_STAMP.to_owned()), OwnCell::Nothing, OwnCell::Text(unsealed.to_owned())]
}

/// A record's list, its id and its text in as many cells as it takes.
fn record_cells(list: &str, id: &str, json: &str) -> Vec<CellValue> {
    // Some room is left for what programs put before a cell's text.
    let parts = parts(json, LONGEST - 67);
    [list, id].into_iter().chain(parts).map(|text| CellValue::from(text.to_owned())).collect()
}

fn text(record: &impl serde::Serialize) -> String {
    // Records are structs of texts, numbers and lists: they have a JSON form.
    safe(&serde_json::to_string(record).unwrap_or_default())
}

/// JSON in which nothing stands that XML does not allow, or that spreadsheets take for an escape.
fn safe(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
            // `_x0041_` would be read as `A`.
            'x' if safe.ends_with('_') => safe.push_str("\\u0078"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::stamp_of;
    use crate::figure::{Names, card::Scene};
    use crate::format::{embedded, read_own_book, read_ron};
    use crate::model::Notes;
    use crate::query::{Answer, Column, EventColumn, Filter, Index, Spread};

    #[test]
    fn what_a_sheet_has_no_room_for_is_left_out_and_said() {
        let portfolio = read_ron(embedded()).unwrap().portfolio;
        let (index, words, notes) = (Index::of(&portfolio), Words::new(Lang::Es), Notes::default());
        let answer = Answer::to(&Filter::default(), &portfolio, &index);
        let names = Names::new(&portfolio, &words);
        let shown = Shown {
            scene: Scene { answer: &answer, names, index: &index, spread: Spread::Award, notes: &notes },
            rows: &answer.rows,
            order: &[],
            columns: &[Column::Name, Column::Amount],
            events: &answer.events,
            event_order: &[],
            event_columns: &EventColumn::ALL,
            today: "2026-11-26".parse().unwrap(),
            progress: None,
        };
        // All records but the last three projects go in, and of the events' table forty rows.
        let records: usize = List::ALL.iter().map(|list| portfolio.count(*list)).sum();
        for (rows, expected) in [(records, vec![Left::Records(3)]), (41, vec![Left::Rows(portfolio.events.len() - 40)])]
        {
            let mut book = Vec::new();
            let left = write_within(rows, shown, Rows::Projects, &mut book).unwrap();
            assert_eq!(left.iter().take(1).copied().collect::<Vec<_>>(), expected);
            assert!(left.iter().all(|left| left.text(&words).contains("no cup")));
            assert_eq!(stamp_of(&book).unwrap().intact, Some(true), "it is as it was exported");
            let back = read_own_book(&book).unwrap();
            assert!(back.failed.is_empty() && back.portfolio.projects.len() < portfolio.projects.len());
        }
        assert_eq!(safe("a_x0041_ \u{7f}ñ"), "a_\\u00780041_ \\u007fñ");
    }
}
