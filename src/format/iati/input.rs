//! The bytes of a file as UTF-8, whatever it is written in, with the line they stand on and a bound on how many are
//! taken at once. Knows nothing of XML but how a file says its encoding.

use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much text is decoded at once, in bytes.
const BLOCK: usize = 64 << 10;
/// How much of an entry is kept as it stood, in bytes.
const KEPT: usize = 64 << 10;
/// How far into a file its encoding is looked for, in bytes.
const HEAD: usize = 256;

/// A file that is read from front to back.
pub(super) struct Input<R> {
    inner: Option<R>,
    decoder: Option<Decoder>,
    decoded: Box<[u8]>,
    from: usize,
    to: usize,
    ended: bool,
    line: usize,
    reached: u64,
    allowed: usize,
    kept: Vec<u8>,
    garbled: bool,
    failure: Option<String>,
}

impl<R: BufRead> Input<R> {
    pub fn new(inner: R) -> Self {
        Self {
            inner: Some(inner),
            decoder: None,
            decoded: vec![0; BLOCK].into_boxed_slice(),
            from: 0,
            to: 0,
            ended: false,
            line: 1,
            reached: 0,
            allowed: usize::MAX,
            kept: Vec::new(),
            garbled: false,
            failure: None,
        }
    }

    /// What is left to be read; nothing is left here.
    pub fn take(&mut self) -> Self {
        let empty = Self {
            inner: None,
            decoder: None,
            decoded: Box::default(),
            from: 0,
            to: 0,
            ended: true,
            line: self.line,
            reached: self.reached,
            allowed: usize::MAX,
            kept: Vec::new(),
            garbled: self.garbled,
            failure: self.failure.clone(),
        };
        std::mem::replace(self, empty)
    }

    /// The line of the next byte, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// How many bytes of the file were taken in.
    pub fn reached(&self) -> u64 {
        self.reached
    }

    /// Whether something stood there that is no text in the encoding of the file.
    pub fn is_garbled(&self) -> bool {
        self.garbled
    }

    /// Whether all of the file was taken.
    pub fn is_at_end(&self) -> bool {
        self.ended && self.from == self.to
    }

    /// What the disk said where it failed.
    pub fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// Allows so many bytes before reading fails, and keeps what is read from here as it stood.
    pub fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
        self.kept.clear();
    }

    /// Whether more stands there than is allowed.
    pub fn is_used_up(&self) -> bool {
        self.allowed == 0
    }

    /// What was read since [`Self::allow`], at least its beginning.
    pub fn kept(&self) -> String {
        String::from_utf8_lossy(&self.kept).into_owned()
    }

    /// Goes to the next place where this stands with nothing of a longer name behind it; `false` at the end of the
    /// file, or where `stop` says so.
    pub fn skip_to(&mut self, wanted: &[u8], stop: impl Fn() -> bool) -> io::Result<bool> {
        self.allowed = usize::MAX;
        loop {
            let ready = self.at_least(wanted.len() + 1)?;
            let length = ready.len();
            let at = memchr::memmem::find(ready, wanted);
            let whole = at.and_then(|at| ready.get(at + wanted.len()).copied());
            match (at, whole) {
                (Some(at), Some(next)) if next.is_ascii_whitespace() || matches!(next, b'>' | b'/') => {
                    self.consume(at);
                    return Ok(true);
                }
                (Some(at), Some(_)) => self.consume(at + 1),
                (Some(at), None) if at > 0 => self.consume(at),
                _ if length <= wanted.len() => {
                    self.consume(length);
                    return Ok(false);
                }
                _ => self.consume(length - wanted.len()),
            }
            if stop() {
                return Ok(false);
            }
        }
    }

    /// What is ready; fewer bytes than asked for only at the end of the file.
    fn at_least(&mut self, bytes: usize) -> io::Result<&[u8]> {
        while self.to - self.from < bytes && !self.ended {
            self.decode()?;
        }
        Ok(self.decoded.get(self.from..self.to).unwrap_or(&[]))
    }

    /// Decodes some more behind what is ready.
    fn decode(&mut self) -> io::Result<()> {
        self.decoded.copy_within(self.from..self.to, 0);
        (self.from, self.to) = (0, self.to - self.from);
        let Some(inner) = &mut self.inner else {
            self.ended = true;
            return Ok(());
        };
        let raw = match inner.fill_buf() {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => {
                self.failure = Some(error.to_string());
                return Err(error);
            }
            raw => raw?,
        };
        let decoder = self.decoder.get_or_insert_with(|| encoding(raw).new_decoder());
        let free = self.decoded.get_mut(self.to..).unwrap_or(&mut []);
        let (result, read, written, garbled) = decoder.decode_to_utf8(raw, free, raw.is_empty());
        self.ended = raw.is_empty() && result == CoderResult::InputEmpty;
        inner.consume(read);
        self.to += written;
        self.reached += read as u64;
        self.garbled |= garbled;
        Ok(())
    }
}

impl<R: BufRead> BufRead for Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.is_used_up() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let allowed = self.allowed;
        let ready = self.at_least(1)?;
        Ok(ready.get(..allowed).unwrap_or(ready))
    }

    fn consume(&mut self, bytes: usize) {
        let bytes = bytes.min(self.to - self.from);
        let taken = self.decoded.get(self.from..self.from + bytes).unwrap_or(&[]);
        self.line += memchr::memchr_iter(b'\n', taken).count();
        let room = KEPT.saturating_sub(self.kept.len()).min(bytes);
        self.kept.extend_from_slice(taken.get(..room).unwrap_or(&[]));
        self.from += bytes;
        self.allowed = self.allowed.saturating_sub(bytes);
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let bytes = ready.len().min(into.len());
        if let (Some(into), Some(from)) = (into.get_mut(..bytes), ready.get(..bytes)) {
            into.copy_from_slice(from);
        }
        self.consume(bytes);
        Ok(bytes)
    }
}

/// The encoding of a file by its first bytes: a byte order mark, the pattern of UTF-16, or what it says of itself.
pub(super) fn encoding(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    match head {
        [b'<', 0, ..] => return UTF_16LE,
        [0, b'<', ..] => return UTF_16BE,
        _ => {}
    }
    let head = String::from_utf8_lossy(head.get(..HEAD).unwrap_or(head)).into_owned();
    let declared = head.split_once("?>").and_then(|(declaration, _)| declaration.split_once("encoding"));
    let named = declared.and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    // A file that can be read up to here and says UTF-16 does not know what it is.
    let known = named.and_then(|name| Encoding::for_label(name.trim().as_bytes()));
    known.filter(|encoding| ![UTF_16LE, UTF_16BE].contains(encoding)).unwrap_or(UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = String::new();
        Input::new(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn every_encoding_becomes_one() {
        let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        assert_eq!(text("\u{feff}<a>Ñ</a>".as_bytes()), "<a>Ñ</a>");
        assert_eq!(text(&utf16("\u{feff}<a>Ñ</a>", u16::to_le_bytes)), "<a>Ñ</a>");
        assert_eq!(text(&utf16("<a>Ñ</a>", u16::to_be_bytes)), "<a>Ñ</a>");
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>M\xe9xico</a>";
        assert!(text(latin).ends_with("<a>México</a>"));
        let mut garbled = Input::new(&b"<a>M\xe9xico</a>"[..]);
        garbled.read_to_string(&mut String::new()).unwrap();
        assert!(garbled.is_garbled(), "said, and the rest is kept");
    }

    #[test]
    fn lines_are_counted_and_more_than_allowed_is_not_read() {
        let mut input = Input::new(&b"one\ntwo\nthree"[..]);
        input.read_exact(&mut [0; 5]).unwrap();
        assert_eq!(input.line(), 2);
        input.allow(4);
        assert!(input.read_to_end(&mut Vec::new()).is_err());
        assert_eq!((input.is_used_up(), input.kept().as_str()), (true, "wo\nt"));
    }

    #[test]
    fn what_is_looked_for_is_found_across_blocks() {
        let far = format!("{}<activity-date/><activity >", "x\n".repeat(BLOCK));
        let mut input = Input::new(far.as_bytes());
        assert!(input.skip_to(b"<activity", || false).unwrap());
        assert_eq!(input.line(), BLOCK + 1);
        let mut rest = String::new();
        input.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "<activity >");
        assert!(!Input::new(&b"<activity"[..]).skip_to(b"<activity", || false).unwrap(), "cut off");
        assert!(!Input::new(&b"nothing"[..]).skip_to(b"<activity", || false).unwrap());
    }
}
