//! What sort of file some bytes are, told from the bytes and never from a name; and the bounds of a zipped workbook,
//! held before anything of it is kept. What a zip says of its sizes is not believed: each part is unpacked and counted.

use std::io::{Cursor, Read};

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::grid::{Container, MOST_CELLS};
use crate::format::{Progress, Unreadable};

/// A workbook that would unpack to more bytes than these is not opened.
pub const MOST_UNPACKED: u64 = 512 << 20;
/// A workbook in which a part unpacks to more times its size is a bomb, once it is as large as [`SMALL`].
pub const MOST_RATIO: u64 = 200;
/// Parts up to this size, unpacked, may be as tightly packed as they like.
const SMALL: u64 = 32 << 20;
/// A workbook of more parts than these is not opened.
const MOST_PARTS: usize = 20_000;

/// How files begin that are no tables: pages, documents, pictures.
const OTHERS: [&str; 11] = [
    "<!doctype",
    "<html",
    "<table",
    "<?xml",
    "%pdf",
    "{\\rtf",
    "{\"",
    "[{",
    "\u{fffd}png",
    "gif8",
    "\u{1f}\u{fffd}\u{8}",
];

/// What sort of file these bytes are.
pub(super) fn container(bytes: &[u8], progress: &Progress) -> Result<Container, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes, progress);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        // A workbook with a password is wrapped in a file of the old form; the name stands there in UTF-16.
        let wrapped: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = memmem::find(bytes, &wrapped).is_some();
        return if locked { Err(Unreadable::Locked) } else { Ok(Container::Xls) };
    }
    let start = bytes.get(..bytes.len().min(1_024)).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start));
    let start = start.trim_start().to_ascii_lowercase();
    let foreign = OTHERS.iter().any(|head| start.starts_with(head));
    if foreign { Err(Unreadable::NotATable) } else { Ok(Container::Text) }
}

/// Whether all parts of a zip unpack to no more bytes than these, and none is a bomb.
pub fn unpacks_within(bytes: &[u8], most: u64) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let mut unpacked = 0_u64;
    zip.len() <= MOST_PARTS
        && (0..zip.len()).all(|place| {
            let Ok(part) = zip.by_index(place) else { return true };
            let (packed, progress) = (part.compressed_size(), &Progress::default());
            let mut counted = Counted { part, packed, size: 0, before: unpacked, most, progress };
            // A part that breaks off may still be read up to there.
            let _ = drained(&mut counted);
            unpacked += counted.size;
            !counted.is_bomb()
        })
}

fn zipped(bytes: &[u8], progress: &Progress) -> Result<Container, Unreadable> {
    let damaged = |_| Unreadable::Damaged;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(Unreadable::Bomb { most: MOST_UNPACKED });
    }
    let (mut unpacked, mut container) = (0, None);
    for place in 0..zip.len() {
        let part = zip.by_index(place).map_err(damaged)?;
        let name = part.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        let content = name == "content.xml";
        match name.as_str() {
            "xl/workbook.xml" => container = Some(Container::Xlsx),
            "content.xml" => container = container.or(Some(Container::Ods)),
            _ => {}
        }
        let (packed, most) = (part.compressed_size(), MOST_UNPACKED);
        let mut counted = Counted { part, packed, size: 0, before: unpacked, most, progress };
        let read = if content { repeated(&mut counted) } else { drained(&mut counted) };
        unpacked += counted.size;
        if progress.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        if counted.is_bomb() {
            return Err(Unreadable::Bomb { most: MOST_UNPACKED });
        }
        // A part that breaks off may still be read up to there; that is for the reader of the workbook to say.
        if read.is_ok_and(|cells| cells > MOST_CELLS as u64) {
            return Err(Unreadable::Bomb { most: MOST_UNPACKED });
        }
    }
    container.ok_or(Unreadable::NotATable)
}

/// A part of a zip that is counted while it is unpacked, and ends where the bounds do.
struct Counted<'a, R> {
    part: R,
    packed: u64,
    size: u64,
    before: u64,
    most: u64,
    progress: &'a Progress,
}

impl<R> Counted<'_, R> {
    fn is_bomb(&self) -> bool {
        let beyond_ratio = self.size > SMALL && self.size / MOST_RATIO > self.packed;
        self.before.saturating_add(self.size) > self.most || beyond_ratio
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.is_bomb() || self.progress.is_cancelled() {
            return Ok(0);
        }
        let read = self.part.read(buffer)?;
        self.size = self.size.saturating_add(read as u64);
        Ok(read)
    }
}

fn drained<R: Read>(counted: &mut Counted<'_, R>) -> std::io::Result<u64> {
    std::io::copy(counted, &mut std::io::sink()).map(|_| 0)
}

/// How many cells an `OpenDocument` sheet has when those that are written once for many are written out: a file of
/// a few bytes may say "this cell, 16,384 times, in a million rows".
fn repeated<R: Read>(counted: &mut Counted<'_, R>) -> std::io::Result<u64> {
    let mut reader = Reader::from_reader(std::io::BufReader::new(&mut *counted));
    let (mut buffer, mut all, mut cells) = (Vec::new(), 0_u64, Cells::default());
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Start(element) => all = all.saturating_add(cells.element(&element, false)),
            Event::Empty(element) => all = all.saturating_add(cells.element(&element, true)),
            Event::End(element) if element.name().as_ref() == ROW => all = all.saturating_add(cells.row()),
            Event::Eof => break,
            _ => {}
        }
        if all > MOST_CELLS as u64 {
            break;
        }
        buffer.clear();
    }
    drop(reader);
    // What is left of a part that cannot be understood is counted all the same.
    if all <= MOST_CELLS as u64 {
        drained(counted)?;
    }
    Ok(all)
}

/// The cells of one row of an `OpenDocument` sheet.
#[derive(Default)]
struct Cells {
    rows: u64,
    written: u64,
    /// Empty cells behind the last that holds something.
    empty: u64,
}

const ROW: &str = "table:table-row";

impl Cells {
    /// Takes an element; gives the cells of a row that ends with it.
    fn element(&mut self, element: &BytesStart<'_>, closed: bool) -> u64 {
        match element.name().as_ref() {
            ROW => {
                *self = Self { rows: number(element, "table:number-rows-repeated"), ..Self::default() };
                return if closed { self.row() } else { 0 };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let count = number(element, "table:number-columns-repeated").min(16_384);
                let holds = element
                    .attributes()
                    .flatten()
                    .any(|attribute| matches!(attribute.key.as_ref(), "office:value-type" | "table:formula"));
                if holds {
                    self.written = self.written.saturating_add(self.empty).saturating_add(count);
                    self.empty = 0;
                } else {
                    self.empty = self.empty.saturating_add(count);
                }
            }
            _ => {}
        }
        0
    }

    fn row(&mut self) -> u64 {
        self.written.saturating_mul(self.rows.min(1_048_576))
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> u64 {
    let attribute = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    attribute.and_then(|attribute| attribute.value.parse().ok()).unwrap_or(1)
}
