//! The text of a large file, kept so that it takes little memory: as it was read at first, then in compressed blocks,
//! the last ones first. A project is parsed anew where it is asked for. The file itself is not needed any more:
//! whatever happens to it, nothing that was opened is lost.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Mutex, RwLock};

use rayon::prelude::*;
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

use super::parse::Parser;
use crate::model::{Project, Unpack};

/// How many bytes a block holds before it is compressed: a few records, so that one is quickly made.
const BLOCK: usize = 32 << 10;
/// How many bytes of the first projects serve the compression of all as a dictionary.
const DICTIONARY: usize = 110 << 10;
/// How many blocks are packed at once.
const PIECE: usize = 256;
/// How hard is compressed: more costs twice the time for a hundredth of the size.
const LEVEL: i32 = 3;
/// So many blocks that were opened last stay open: rows that stand side by side are often asked for together.
const OPEN_BLOCKS: usize = 16;

/// The text of a file, and where its projects stand in it.
pub(super) struct Packed {
    spans: Vec<Range<usize>>,
    text: RwLock<Text>,
    dictionary: Option<Dictionary>,
    opened: Mutex<Vec<(usize, Vec<u8>)>>,
}

/// The text: an open beginning, and the blocks behind it.
#[derive(Default)]
struct Text {
    open: Vec<u8>,
    /// The last block first.
    blocks: Vec<Box<[u8]>>,
    /// How many blocks there are when all are packed.
    count: usize,
}

struct Dictionary {
    packs: EncoderDictionary<'static>,
    opens: DecoderDictionary<'static>,
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
    /// The text of a file as it was read, and where the projects stand in it.
    pub fn new(text: Vec<u8>, spans: Vec<Range<usize>>) -> Self {
        let first = spans.first().map_or(0, |span| span.start);
        let sample = text.get(first..text.len().min(first + DICTIONARY)).filter(|sample| !sample.is_empty());
        let dictionary = sample.map(|sample| Dictionary {
            packs: EncoderDictionary::copy(sample, LEVEL),
            opens: DecoderDictionary::copy(sample),
        });
        let count = text.len().div_ceil(BLOCK);
        let text = RwLock::new(Text { open: text, blocks: Vec::new(), count });
        Self { spans, text, dictionary, opened: Mutex::default() }
    }

    /// The bytes within these bounds, by `read`.
    fn with<T>(&self, span: &Range<usize>, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        let text = self.text.read().ok()?;
        if let Some(bytes) = text.open.get(span.clone()) {
            return read(bytes);
        }
        let mut bytes = Vec::with_capacity(span.len());
        for block in span.start / BLOCK..=span.end.saturating_sub(1) / BLOCK {
            let start = block * BLOCK;
            let within = span.start.saturating_sub(start)..span.end.saturating_sub(start).min(BLOCK);
            bytes.extend_from_slice(self.block(&text, block)?.get(within)?);
        }
        read(&bytes)
    }

    /// A block as it was.
    fn block<'a>(&self, text: &'a Text, block: usize) -> Option<Cow<'a, [u8]>> {
        let start = block * BLOCK;
        if let Some(open) = text.open.get(start..text.open.len().min(start + BLOCK)).filter(|open| !open.is_empty()) {
            return Some(Cow::Borrowed(open));
        }
        let known = |opened: &[(usize, Vec<u8>)]| {
            opened.iter().find(|(known, _)| *known == block).map(|(_, bytes)| Cow::Owned(bytes.clone()))
        };
        if let Some(bytes) = self.opened.lock().ok().and_then(|opened| known(&opened)) {
            return Some(bytes);
        }
        let packed = text.blocks.get(text.count.checked_sub(block + 1)?)?;
        let mut opener = Decompressor::with_prepared_dictionary(&self.dictionary.as_ref()?.opens).ok()?;
        let bytes = opener.decompress(packed, BLOCK).ok()?;
        if let Ok(mut opened) = self.opened.lock() {
            if opened.len() >= OPEN_BLOCKS {
                opened.remove(0);
            }
            opened.push((block, bytes.clone()));
        }
        Some(Cow::Owned(bytes))
    }

    /// The last blocks of the open text, packed, the last one first; nothing where there are none.
    fn packed_end(&self) -> Option<(usize, Vec<Box<[u8]>>)> {
        let text = self.text.read().ok()?;
        let (all, dictionary) = (text.open.len().div_ceil(BLOCK), self.dictionary.as_ref()?);
        let first = all.saturating_sub(PIECE);
        let end = text.open.get(first * BLOCK..).filter(|end| !end.is_empty())?;
        let pack = |compressor: &mut Option<Compressor<'_>>, block: &[u8]| {
            compressor.as_mut()?.compress(block).ok().map(Vec::into_boxed_slice)
        };
        let compressor = || Compressor::with_prepared_dictionary(&dictionary.packs).ok();
        let mut blocks: Vec<Box<[u8]>> = end.par_chunks(BLOCK).map_init(compressor, pack).collect::<Option<_>>()?;
        blocks.reverse();
        Some((first * BLOCK, blocks))
    }
}

impl Unpack for Packed {
    fn project(&self, row: usize) -> Option<Project> {
        self.with(self.spans.get(row)?, |bytes| {
            Parser::of(bytes).parse::<Project>(&(0..bytes.len())).ok().map(|(project, _)| project)
        })
    }

    fn pack(&self) -> bool {
        let Some((from, blocks)) = self.packed_end() else { return false };
        let Ok(mut text) = self.text.write() else { return false };
        text.blocks.extend(blocks);
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

    #[test]
    fn packed_projects_are_those_that_were_read_while_they_are_packed_and_after() {
        let mut bytes = Vec::new();
        Sample { projects: 3_000, seed: 5 }.write(&mut bytes).unwrap();
        let mut read = read_ron(&bytes).unwrap();
        let size = bytes.len();
        let packed = Packed::new(bytes, read.spans.remove(&List::Projects).unwrap());
        let mut pieces = 0;
        loop {
            for row in (0..3_000).step_by(if pieces == 0 { 1 } else { 97 }) {
                assert_eq!(packed.project(row).as_ref(), read.portfolio.projects.get(row).as_deref(), "{row}");
            }
            pieces += 1;
            if !packed.pack() {
                break;
            }
        }
        assert!(pieces > 1, "it takes several pieces, and each leaves every project readable");
        for row in (0..3_000).rev() {
            assert_eq!(packed.project(row).as_ref(), read.portfolio.projects.get(row).as_deref(), "{row}");
        }
        let text = packed.text.read().unwrap();
        let held: usize = text.blocks.iter().map(|block| block.len()).sum();
        assert!(text.open.is_empty() && held * 3 < size, "{held} of {size}");
        assert_eq!(packed.project(3_000), None);
    }
}
