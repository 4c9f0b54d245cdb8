//! The text of a large file, kept so that it takes little memory: as it was read at first, then in compressed pieces,
//! the last ones first. A project is parsed anew where it is asked for. The file itself is not needed any more:
//! whatever happens to it, nothing that was opened is lost.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use rayon::prelude::*;
use zstd::zstd_safe::{CCtx, DCtx, compress_bound};

use super::parse::Parser;
use crate::model::{Known, Project, Unpack};

/// How many projects stand in one piece: few, so that one is quickly made.
const ROWS: usize = 8;
/// How long the pieces before the first project and behind the last one are, in bytes.
const PLAIN: usize = 64 << 10;
/// How many bytes of the first projects every piece is compressed beside: what the names of fields look like.
const SAMPLE: usize = 12 << 10;
/// How many pieces are packed at once.
const AT_ONCE: usize = 512;
/// How many projects are packed at once.
pub const PACKED_AT_ONCE: usize = ROWS * AT_ONCE;
/// How hard is compressed: more costs twice the time for a fiftieth of the size.
const LEVEL: i32 = 1;
/// So many pieces that were opened last stay open: rows that stand side by side are often asked for together.
const OPEN: usize = 16;

/// The text of a file, and where its projects stand in it.
pub(super) struct Packed {
    spans: Vec<Range<usize>>,
    text: RwLock<Text>,
    length: usize,
    sample: Vec<u8>,
    /// What is known of the projects: a piece is compressed beside it, and opened beside it.
    known: OnceLock<Arc<dyn Known>>,
    opened: Mutex<Vec<(usize, Arc<[u8]>)>>,
}

/// The text: an open beginning, and the packed pieces behind it, the last one first.
#[derive(Default)]
struct Text {
    open: Vec<u8>,
    pieces: Vec<Box<[u8]>>,
}

/// A piece of the text: its bytes, and the rows that stand in it.
struct Piece {
    bytes: Range<usize>,
    rows: Range<usize>,
}

impl Default for Packed {
    fn default() -> Self {
        Self::new(Vec::new(), Vec::new())
    }
}

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packed").field("projects", &self.spans.len()).finish_non_exhaustive()
    }
}

impl Packed {
    /// The text of a file as it was read, and where the projects stand in it, in the order of the file.
    pub fn new(text: Vec<u8>, spans: Vec<Range<usize>>) -> Self {
        let first = spans.first().map_or(0, |span| span.start);
        let sample = text.get(first..text.len().min(first + SAMPLE)).unwrap_or(&[]).to_vec();
        let length = text.len();
        let text = RwLock::new(Text { open: text, pieces: Vec::new() });
        Self { spans, text, length, sample, known: OnceLock::new(), opened: Mutex::default() }
    }

    /// How many bytes the text has.
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Where the projects stand.
    pub fn spans(&self) -> &[Range<usize>] {
        &self.spans
    }

    /// Copies the text within these bounds, piece by piece.
    pub fn copy(&self, range: Range<usize>, out: &mut impl Write) -> io::Result<()> {
        let mut from = range.start;
        while from < range.end {
            let at = self.piece_with(from);
            let within = self.piece(at).bytes;
            let bytes = self.bytes(at).ok_or(io::ErrorKind::InvalidData)?;
            let upto = range.end.min(within.end);
            let wanted = bytes.get(from - within.start..upto.saturating_sub(within.start));
            out.write_all(wanted.filter(|bytes| !bytes.is_empty()).ok_or(io::ErrorKind::InvalidData)?)?;
            from = upto;
        }
        Ok(())
    }

    /// The piece that a byte stands in.
    fn piece_with(&self, byte: usize) -> usize {
        let [before, with, _] = self.counts();
        let (first, last) = self.projects_within();
        if byte < first {
            byte / PLAIN
        } else if byte < last {
            let row = self.spans.partition_point(|span| span.start <= byte).saturating_sub(1);
            before + row / ROWS
        } else {
            before + with + (byte - last) / PLAIN
        }
    }

    /// The bytes of a piece, packed or not.
    fn bytes(&self, at: usize) -> Option<Arc<[u8]>> {
        let text = self.text.read().ok()?;
        let open = text.open.get(self.piece(at).bytes).map(Arc::from);
        open.or_else(|| self.open(&text, at))
    }

    /// How many pieces stand before the first project, hold projects, and stand behind the last one.
    fn counts(&self) -> [usize; 3] {
        let (first, last) = self.projects_within();
        [first.div_ceil(PLAIN), self.spans.len().div_ceil(ROWS), (self.length - last).div_ceil(PLAIN)]
    }

    /// Where the first project begins and the last one ends.
    fn projects_within(&self) -> (usize, usize) {
        let first = self.spans.first().map_or(self.length, |span| span.start);
        (first, self.spans.last().map_or(self.length, |span| span.end))
    }

    fn piece(&self, at: usize) -> Piece {
        let [before, with, _] = self.counts();
        let (first, last) = self.projects_within();
        let start = |row: usize| self.spans.get(row).map_or(last, |span| span.start);
        if at < before {
            Piece { bytes: at * PLAIN..first.min((at + 1) * PLAIN), rows: 0..0 }
        } else if at < before + with {
            let row = (at - before) * ROWS;
            let rows = row..self.spans.len().min(row + ROWS);
            Piece { bytes: start(rows.start)..start(rows.end), rows }
        } else {
            let from = last + (at - before - with) * PLAIN;
            Piece { bytes: from..self.length.min(from + PLAIN), rows: 0..0 }
        }
    }

    /// What a piece is compressed beside.
    fn beside(&self, piece: &Piece) -> Vec<u8> {
        let mut beside = self.sample.clone();
        if let Some(known) = self.known.get() {
            piece.rows.clone().for_each(|row| known.text(row, &mut |text| beside.extend_from_slice(text.as_bytes())));
        }
        beside
    }

    fn packed(&self, piece: &Piece, bytes: &[u8], context: &mut CCtx<'_>) -> Option<Box<[u8]>> {
        let mut packed = Vec::with_capacity(compress_bound(bytes.len()));
        context.compress_using_dict(&mut packed, bytes, &self.beside(piece), LEVEL).ok()?;
        Some(packed.as_slice().into())
    }

    /// The bytes of a packed piece.
    fn open(&self, text: &Text, at: usize) -> Option<Arc<[u8]>> {
        let known = |opened: &[(usize, Arc<[u8]>)]| {
            opened.iter().find(|(known, _)| *known == at).map(|(_, bytes)| Arc::clone(bytes))
        };
        if let Some(bytes) = self.opened.lock().ok().and_then(|opened| known(&opened)) {
            return Some(bytes);
        }
        let all: usize = self.counts().iter().sum();
        let (packed, piece) = (text.pieces.get(all.checked_sub(at + 1)?)?, self.piece(at));
        let mut bytes = Vec::with_capacity(piece.bytes.len());
        DCtx::create().decompress_using_dict(&mut bytes, packed, &self.beside(&piece)).ok()?;
        let bytes: Arc<[u8]> = bytes.into();
        if let Ok(mut opened) = self.opened.lock() {
            if opened.len() >= OPEN {
                opened.remove(0);
            }
            opened.push((at, Arc::clone(&bytes)));
        }
        Some(bytes)
    }

    /// The last pieces of the open text, packed, the last one first, and where they begin; nothing where there are none.
    fn packed_end(&self) -> Option<(usize, Vec<Box<[u8]>>)> {
        let text = self.text.read().ok()?;
        let all = self.counts().iter().sum::<usize>().checked_sub(text.pieces.len())?;
        let from = all.saturating_sub(AT_ONCE);
        let pack = |context: &mut CCtx<'_>, at: usize| {
            let piece = self.piece(at);
            self.packed(&piece, text.open.get(piece.bytes.clone())?, context)
        };
        let pieces = (from..all).into_par_iter().map_init(CCtx::create, pack);
        let mut pieces: Vec<Box<[u8]>> = pieces.collect::<Option<_>>()?;
        pieces.reverse();
        (!pieces.is_empty()).then(|| (self.piece(from).bytes.start, pieces))
    }
}

impl Unpack for Packed {
    fn project(&self, row: usize) -> Option<Project> {
        let parse =
            |bytes: &[u8]| Parser::of(bytes).parse::<Project>(&(0..bytes.len())).ok().map(|(project, _)| project);
        let span = self.spans.get(row)?;
        let text = self.text.read().ok()?;
        if let Some(bytes) = text.open.get(span.clone()) {
            return parse(bytes);
        }
        let at = self.counts().first()? + row / ROWS;
        let (bytes, start) = (self.open(&text, at)?, self.piece(at).bytes.start);
        parse(bytes.get(span.start.checked_sub(start)?..span.end.checked_sub(start)?)?)
    }

    fn pack(&self, known: &Arc<dyn Known>) -> bool {
        // Pieces are opened beside what they were packed beside, whatever is known later.
        self.known.get_or_init(|| Arc::clone(known));
        let Some((from, pieces)) = self.packed_end() else { return false };
        let Ok(mut text) = self.text.write() else { return false };
        text.pieces.extend(pieces);
        text.open.truncate(from);
        text.open.shrink_to_fit();
        !text.open.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Sample, read_ron};
    use crate::model::List;

    #[derive(Debug)]
    struct Nothing;

    impl Known for Nothing {
        fn text(&self, _: usize, _: &mut dyn FnMut(&str)) {}
    }

    #[test]
    fn packed_projects_are_those_that_were_read_while_they_are_packed_and_after() {
        let mut bytes = Vec::new();
        Sample { projects: 9_003, seed: 5 }.write(&mut bytes).unwrap();
        let read = read_ron(&bytes).unwrap();
        let size = bytes.len();
        let spans: Vec<_> = (0..9_003).map(|row| read.text.span(List::Projects, row).unwrap()).collect();
        let packed = Packed::new(bytes.clone(), spans);
        let known: Arc<dyn Known> = Arc::new(Nothing);
        let same = |row| assert_eq!(packed.project(row).as_ref(), read.portfolio.projects.get(row).as_deref(), "{row}");
        let mut waves = 1;
        while packed.pack(&known) {
            (0..9_003).step_by(397).for_each(same);
            waves += 1;
        }
        assert!(waves > 2, "it takes several waves, and each leaves every project readable");
        (0..9_003).rev().for_each(same);
        assert_eq!(packed.project(9_003), None);
        let text = packed.text.read().unwrap();
        let held: usize = text.pieces.iter().map(|piece| piece.len()).sum();
        assert!(text.open.is_empty() && held * 5 < size * 2, "{held} of {size}");
        // All of the file is there, what stands between and around the projects as well.
        let whole: Vec<u8> = (0..text.pieces.len()).flat_map(|at| packed.open(&text, at).unwrap().to_vec()).collect();
        assert!(whole == bytes);
        drop(text);
        let mut copied = Vec::new();
        packed.copy(10..size - 7, &mut copied).unwrap();
        assert!(copied == bytes[10..size - 7]);
    }

    #[test]
    fn a_text_without_projects_is_packed_as_well() {
        let bytes = b"(schema: 1)".repeat(30_000);
        let packed = Packed::new(bytes.clone(), Vec::new());
        let known: Arc<dyn Known> = Arc::new(Nothing);
        while packed.pack(&known) {}
        let text = packed.text.read().unwrap();
        let whole: Vec<u8> = (0..text.pieces.len()).flat_map(|at| packed.open(&text, at).unwrap().to_vec()).collect();
        assert!(whole == bytes && packed.project(0).is_none());
    }
}
