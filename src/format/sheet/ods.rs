//! What an `OpenDocument` sheet says of its numbers beside their values, which calamine passes over: currencies,
//! percentages, formulas without a value, and which cells are merged. The bounds of the file were held before.

use std::io::{BufReader, Cursor};

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::currencies::currency;
use super::number_format::NumberMark;
use crate::format::Progress;

/// What the numbers of a sheet are, where that is said.
#[derive(Debug, Default)]
pub(super) struct Marks {
    rows: Vec<Row>,
    /// The merged fields of the sheet.
    pub merged: Vec<Dimensions>,
    /// How many formulas hold no value, and the line of the first.
    pub without_value: (usize, usize),
}

/// Rows that are written once: the one behind the last, and what is said of which columns, the one behind the last.
#[derive(Debug)]
struct Row {
    first: u32,
    end: u32,
    cells: Vec<(u32, u32, NumberMark)>,
}

impl Marks {
    /// What is said of a cell, by its row and column from 0.
    pub fn of(&self, row: u32, column: u32) -> NumberMark {
        let place = self.rows.partition_point(|of| of.end <= row);
        let of_row = self.rows.get(place).filter(|of| of.first <= row);
        let cells = of_row.map(|of| of.cells.as_slice()).unwrap_or_default();
        let found = cells.get(cells.partition_point(|(_, end, _)| *end <= column));
        found.filter(|(first, ..)| *first <= column).map(|(.., mark)| *mark).unwrap_or_default()
    }
}

/// What the sheet with this name says; what stands behind a break of the file is not known.
pub(super) fn marks(bytes: &[u8], sheet: &str, progress: &Progress) -> Marks {
    let mut marks = Marks::default();
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return marks };
    let Ok(part) = zip.by_name("content.xml") else { return marks };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let (mut buffer, mut inside, mut row, mut column) = (Vec::new(), false, 0_u32, 0_u32);
    let mut open: Option<Row> = None;
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        let (element, closed) = match &event {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::End(end) => {
                match end.name().as_ref() {
                    "table:table" if inside => break,
                    "table:table-row" => marks.rows.extend(open.take().filter(|row| !row.cells.is_empty())),
                    _ => {}
                }
                buffer.clear();
                continue;
            }
            Event::Eof => break,
            _ => {
                buffer.clear();
                continue;
            }
        };
        match element.name().as_ref() {
            "table:table" => {
                let name = attribute(element, "table:name").unwrap_or_default();
                inside = !closed && unescape(&name).is_ok_and(|name| name == sheet);
            }
            "table:table-row" if inside => {
                if progress.is_cancelled() {
                    break;
                }
                let first = row;
                row = row.saturating_add(number(element, "table:number-rows-repeated"));
                column = 0;
                open = (!closed).then_some(Row { first, end: row, cells: Vec::new() });
            }
            "table:table-cell" | "table:covered-table-cell" if inside => {
                let first = column;
                if let Some(row) = &open {
                    let spanned = |name| number(element, name).max(1) - 1;
                    let (down, right) = (spanned("table:number-rows-spanned"), spanned("table:number-columns-spanned"));
                    if down > 0 || right > 0 {
                        let end = (row.first.saturating_add(down), first.saturating_add(right));
                        marks.merged.push(Dimensions { start: (row.first, first), end });
                    }
                }
                column = column.saturating_add(number(element, "table:number-columns-repeated"));
                let kind = attribute(element, "office:value-type");
                if kind.is_none() && attribute(element, "table:formula").is_some() {
                    let line = open.as_ref().map_or(0, |row| row.first as usize + 1);
                    let (count, known) = marks.without_value;
                    marks.without_value = (count + 1, if count == 0 { line } else { known });
                }
                let percent = kind.as_deref() == Some("percentage");
                let named = attribute(element, "office:currency").filter(|_| kind.as_deref() == Some("currency"));
                let currency = named.and_then(|name| name.parse().ok().or_else(|| currency(&name)));
                if let Some(row) = open.as_mut().filter(|_| percent || currency.is_some()) {
                    row.cells.push((first, column, NumberMark { percent, currency }));
                }
            }
            _ => {}
        }
        buffer.clear();
    }
    marks
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    found.map(|attribute| attribute.value.into_owned())
}

fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|value| value.parse().ok()).unwrap_or(1)
}
