//! Text with delimiters as a table: its encoding and its delimiter are told from the bytes. Knows no project.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::grid::{Cell, CellKind, Container, Grid, Noticed, Origin};
use crate::format::{Progress, Unreadable};

/// A text of more bytes than these, in UTF-8, is not read.
pub const MOST_TEXT: u64 = 1 << 30;
/// What may stand between cells.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// What a spreadsheet takes for the beginning of a formula; with the wide forms that some take for the same.
pub const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// How much of a text tells its delimiter.
const LOOKED_AT: usize = 64 << 10;
const ROWS_LOOKED_AT: usize = 60;
/// After so many rows it is said how far the reading has come.
const ROWS_AT_ONCE: usize = 1_024;

/// The table of a text; in this encoding and with this delimiter, where they are known.
pub(super) fn read(
    bytes: &[u8],
    encoding: Option<&str>,
    delimiter: Option<char>,
    progress: &Progress,
) -> Result<Grid, Unreadable> {
    let (size, most) = (bytes.len() as u64, MOST_TEXT);
    if size > most {
        return Err(Unreadable::TooLarge { size, most });
    }
    let known = encoding.and_then(|name| Encoding::for_label(name.as_bytes()));
    let encoding = known.unwrap_or_else(|| told(bytes));
    let (text, used, faults) = encoding.decode(bytes);
    if text.len() as u64 > most {
        return Err(Unreadable::TooLarge { size: text.len() as u64, most });
    }
    let mut grid = of_text(&text, delimiter, progress)?;
    grid.origin.encoding = Some(used.name().to_owned());
    if faults {
        grid.noticed.push(Noticed::NotText(used.name().to_owned()));
    }
    Ok(grid)
}

/// The encoding of a text: what it says itself, else what its bytes can only be, else what they look like.
fn told(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let start = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or(bytes);
    // In UTF-16 every other byte of a plain letter is nothing.
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count() * 3;
    match start.len() / 2 {
        half if half > 0 && zeros(1) > half => return UTF_16LE,
        half if half > 0 && zeros(0) > half => return UTF_16BE,
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => return UTF_8,
        // A letter that is cut in two at the very end makes no other encoding.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => return UTF_8,
        Err(_) => {}
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"mx"), Utf8Detection::Deny);
    if guess.is_single_byte() { guess } else { WINDOWS_1252 }
}

/// The table of a text that is none of bytes: a file that was decoded, or what was pasted.
pub(super) fn of_text(text: &str, delimiter: Option<char>, progress: &Progress) -> Result<Grid, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    // What no text holds is no text.
    if text.bytes().take(LOOKED_AT).filter(|byte| matches!(byte, 0..=8 | 14..=26)).count() > 8 {
        return Err(Unreadable::NotATable);
    }
    let (text, said, before) = without_sep(text);
    let delimiter = delimiter.or(said).unwrap_or_else(|| likely(text));
    let origin = Origin { container: Container::Text, delimiter: Some(delimiter), ..Origin::default() };
    let mut grid = Grid::new(origin);
    progress.begin(text.len() as u64);
    let open = rows(text, delimiter, true, before, &mut grid, progress)?;
    if let Some((at, line)) = open {
        grid.noticed.push(Noticed::OpenQuote(line));
        let rest = text.get(at..).unwrap_or("");
        rows(rest, delimiter, false, line.saturating_sub(1), &mut grid, progress)?;
    }
    Ok(grid)
}

/// Excel's first line `sep=;`, which says the delimiter and is no row.
fn without_sep(text: &str) -> (&str, Option<char>, usize) {
    let line = text.lines().next().unwrap_or("");
    let said = line.trim_matches('"').strip_prefix("sep=").and_then(|rest| rest.chars().next()).filter(char::is_ascii);
    match said {
        Some(said) => (text.get(line.len()..).unwrap_or("").trim_start_matches(['\r', '\n']), Some(said), 1),
        None => (text, None, 0),
    }
}

/// Puts the rows of a text into the table. Where a quotation mark is opened and never closed, gives the byte and the
/// line of the row that it stands in; that row is not put there.
fn rows(
    text: &str,
    delimiter: char,
    quoting: bool,
    lines_before: usize,
    grid: &mut Grid,
    progress: &Progress,
) -> Result<Option<(usize, usize)>, Unreadable> {
    let mut reader = builder(delimiter).quoting(quoting).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let (mut start, mut count) = (0, 0_usize);
    let mut widths = Widths::default();
    let mut lines = Lines { text, at: 0, line: lines_before + 1 };
    while reader.read_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let begins = record.position().map_or(start, |position| usize::try_from(position.byte()).unwrap_or(start));
        let line = lines.of(begins);
        let written = text.get(begins..end).unwrap_or("");
        if quoting && end >= text.len() && written.trim_end().contains('\n') && is_open(written) {
            return Ok(Some((begins, line)));
        }
        if !grid.push(
            line,
            record.iter().map(|text| Cell { kind: CellKind::Text, text: without_apostrophe(text), currency: None }),
        ) {
            grid.noticed.push(Noticed::RowsLeftOut(line));
            return Ok(None);
        }
        widths.row(line, record.len());
        (start, count) = (end, count + 1);
        if count.is_multiple_of(ROWS_AT_ONCE) {
            progress.reached(end as u64, ROWS_AT_ONCE as u64);
            if progress.is_cancelled() {
                return Err(Unreadable::Cancelled);
            }
        }
    }
    if widths.last_is_cut_short() && !text.ends_with(['\n', '\r']) {
        grid.noticed.push(Noticed::CutShort(widths.line));
    }
    Ok(None)
}

/// How many cells rows have.
#[derive(Default)]
struct Widths {
    widest: usize,
    /// Whether a row is narrower than one above it.
    ragged: bool,
    /// The last row, and how many it has.
    line: usize,
    last: usize,
}

impl Widths {
    fn row(&mut self, line: usize, cells: usize) {
        self.ragged |= self.last < self.widest;
        self.widest = self.widest.max(cells);
        (self.line, self.last) = (line, cells);
    }

    /// Whether the last row ends before all others do. Where those are of no one width, nobody can tell.
    const fn last_is_cut_short(&self) -> bool {
        self.last < self.widest && !self.ragged
    }
}

/// The text behind an apostrophe that keeps a spreadsheet from taking it for a formula.
fn without_apostrophe(text: &str) -> &str {
    let rest = text.strip_prefix('\'');
    rest.filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text)
}

/// Whether a row holds a quotation mark without its other.
fn is_open(written: &str) -> bool {
    memchr::memchr_iter(b'"', written.as_bytes()).count() % 2 == 1
}

/// The line of each place, asked for in their order.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, place: usize) -> usize {
        let between = self.text.as_bytes().get(self.at..place).unwrap_or(&[]);
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.at = self.at.max(place);
        // The reader may count the break of a line to the row behind it.
        let blank = self.text.get(place..).map_or("", |rest| rest.get(..2).unwrap_or(""));
        self.line + usize::from(blank.starts_with('\n') || blank == "\r\n")
    }
}

fn builder(delimiter: char) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    builder.has_headers(false).flexible(true).delimiter(delimiter);
    builder
}

/// The delimiter that gives rows of one width: as many rows of it as can be, then the widest.
fn likely(text: &str) -> char {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start: Cow<'_, str> = text.get(..end).unwrap_or("").into();
    let evenness = |delimiter: char| {
        let records = builder(delimiter).from_reader(start.as_bytes()).into_records();
        let widths: Vec<usize> = records.flatten().map(|record| record.len()).take(ROWS_LOOKED_AT).collect();
        let wide: Vec<usize> = widths.iter().copied().filter(|width| *width > 1).collect();
        let usual = wide.iter().max_by_key(|width| (wide.iter().filter(|other| other == width).count(), **width));
        let Some(usual) = usual.copied() else { return (0, 0) };
        let alike = widths.iter().filter(|width| **width == usual).count();
        // In tenths: one row more or less does not outweigh many columns.
        (alike * 10 / widths.len().max(1), usual)
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| evenness(*delimiter));
    best.filter(|delimiter| evenness(*delimiter).1 > 1).unwrap_or(',')
}
