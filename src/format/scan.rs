//! Finds the bounds of fields and records in RON without understanding them: strings, raw strings, characters,
//! nested comments, brackets. Iterative and bounded in depth, so that no file can exhaust stack or memory.

use std::ops::Range;

/// How deep brackets may stand within brackets; a portfolio needs six.
pub(super) const DEEPEST: usize = 64;

/// What stopped the scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// Something else should stand here.
    Unexpected(usize),
    /// What opened here (a bracket, a string, a comment) is never closed.
    Unclosed(usize),
    /// Too many brackets within brackets.
    TooDeep(usize),
}

impl Broken {
    /// Where, in bytes.
    pub fn at(self) -> usize {
        match self {
            Self::Unexpected(at) | Self::Unclosed(at) | Self::TooDeep(at) => at,
        }
    }
}

/// A field of a struct, by its bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldBounds {
    pub name: Range<usize>,
    pub value: Range<usize>,
}

/// A place in the bytes.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Scanner<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    /// Steps over this byte if it stands here.
    pub fn take(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    /// Steps over blanks and comments.
    pub fn skip_blank(&mut self) -> Result<(), Broken> {
        loop {
            match self.rest() {
                [byte, ..] if byte.is_ascii_whitespace() => self.at += 1,
                // The blanks of Unicode that RON knows.
                [0xC2, 0x85, ..] => self.at += 2,
                [0xE2, 0x80, 0x8E | 0x8F | 0xA8 | 0xA9, ..] => self.at += 3,
                [b'/', b'/', ..] => {
                    let line = self.rest().iter().position(|byte| *byte == b'\n');
                    self.at += line.unwrap_or(self.rest().len());
                }
                [b'/', b'*', ..] => self.skip_comment()?,
                _ => return Ok(()),
            }
        }
    }

    fn skip_comment(&mut self) -> Result<(), Broken> {
        let start = self.at;
        let mut open = 0_usize;
        loop {
            match self.rest() {
                [b'/', b'*', ..] => {
                    open += 1;
                    self.at += 2;
                }
                [b'*', b'/', ..] => {
                    open -= 1;
                    self.at += 2;
                    if open == 0 {
                        return Ok(());
                    }
                }
                [] => return Err(Broken::Unclosed(start)),
                _ => self.at += 1,
            }
        }
    }

    /// Steps over an identifier and gives its bounds.
    pub fn name(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        if self.rest().starts_with(b"r#") {
            self.at += 2;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80) {
            self.at += 1;
        }
        (self.at > start).then_some(start..self.at)
    }

    /// Whether an identifier stands here and this byte behind it.
    pub fn is_named(&self, byte: u8) -> bool {
        let mut ahead = self.clone();
        ahead.name().is_some() && ahead.skip_blank().is_ok() && ahead.peek() == Some(byte)
    }

    /// Steps over one value and gives its bounds without blanks behind. It ends before a `,` or closing bracket,
    /// behind its own brackets, or before the `name:` of a field that follows without a comma.
    pub fn value(&mut self) -> Result<Range<usize>, Broken> {
        self.skip_blank()?;
        let start = self.at;
        let mut end = start;
        // The last word and where what stands before it ends.
        let mut word = (start, start);
        let mut brackets = Brackets::default();
        loop {
            self.skip_blank().map_err(|broken| brackets.worse(broken))?;
            let Some(byte) = self.peek() else { return Err(brackets.unclosed(self.at)) };
            match byte {
                b',' | b')' | b']' | b'}' if brackets.is_closed() => break,
                b':' if brackets.is_closed() && word.0 > start => {
                    (self.at, end) = word;
                    break;
                }
                b'(' | b'[' | b'{' => {
                    brackets.open(byte, self.at);
                    self.at += 1;
                }
                b')' | b']' | b'}' => {
                    brackets.close(byte)?;
                    self.at += 1;
                    if brackets.is_closed() {
                        end = self.at;
                        break;
                    }
                }
                _ => {
                    word = (self.at, end);
                    self.token().map_err(|broken| brackets.worse(broken))?;
                }
            }
            end = self.at;
        }
        match brackets.too_deep {
            Some(at) => Err(Broken::TooDeep(at)),
            None if end == start => Err(Broken::Unexpected(start)),
            None => Ok(start..end),
        }
    }

    /// Where the string ends that begins here.
    pub fn string_end(mut self) -> Option<usize> {
        let quoted = matches!(self.rest(), [b'"', ..] | [b'r', b'"' | b'#', ..]);
        (quoted && self.token().is_ok()).then_some(self.at)
    }

    /// Where the token ends that stands before `to`.
    pub fn end_before(&mut self, to: usize) -> usize {
        let mut end = self.at;
        while self.skip_blank().is_ok() && self.at < to && self.peek().is_some() {
            if self.token().is_err() {
                break;
            }
            end = self.at;
        }
        end.min(to)
    }

    /// The first string before `to` that runs over the end of its line: most often the one that was not closed.
    pub fn string_over_lines(&mut self, to: usize) -> Option<usize> {
        while self.skip_blank().is_ok() && self.at < to {
            let start = self.at;
            let is_string = self.peek()? == b'"';
            let closed = self.token().is_ok();
            if is_string && self.bytes.get(start..self.at)?.contains(&b'\n') {
                return Some(start);
            }
            if !closed {
                return None;
            }
        }
        None
    }

    /// Steps over a string, a character, or one byte of anything else.
    fn token(&mut self) -> Result<(), Broken> {
        let start = self.at;
        match self.rest() {
            [b'"', ..] => self.string(start, 1),
            [b'b', b'"', ..] => self.string(start, 2),
            [b'r', b'"' | b'#', ..] => self.raw_string(start, 1),
            [b'b', b'r', b'"' | b'#', ..] => self.raw_string(start, 2),
            [b'\'', ..] => {
                self.character();
                Ok(())
            }
            _ => {
                // A whole word at once, so that the `r` at the end of one is not taken for a raw string.
                if self.name().is_none() {
                    self.at += 1;
                }
                Ok(())
            }
        }
    }

    fn string(&mut self, start: usize, prefix: usize) -> Result<(), Broken> {
        self.at += prefix;
        loop {
            // Most of a file is text: what neither ends a string nor hides its end is stepped over at once.
            self.at += memchr::memchr2(b'"', b'\\', self.rest()).unwrap_or(self.rest().len());
            match self.rest() {
                [b'\\', _, ..] => self.at += 2,
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(());
                }
                _ => {
                    self.at = self.bytes.len();
                    return Err(Broken::Unclosed(start));
                }
            }
        }
    }

    fn raw_string(&mut self, start: usize, prefix: usize) -> Result<(), Broken> {
        self.at += prefix;
        let hashes = self.rest().iter().take_while(|byte| **byte == b'#').count();
        self.at += hashes;
        if !self.take(b'"') {
            // A raw identifier.
            self.name();
            return Ok(());
        }
        let is_end = |rest: &[u8]| {
            rest.first() == Some(&b'"') && rest.get(1..=hashes).is_some_and(|tail| tail.iter().all(|b| *b == b'#'))
        };
        while !is_end(self.rest()) {
            if self.rest().is_empty() {
                return Err(Broken::Unclosed(start));
            }
            self.at += 1;
        }
        self.at += 1 + hashes;
        Ok(())
    }

    /// `'x'`, `'\''`, `'ñ'`; a quote that opens none of these is left to the parser.
    fn character(&mut self) {
        let closes = |at: usize| self.bytes.get(at) == Some(&b'\'');
        let start = self.at;
        let length = match self.rest() {
            [_, b'\\', ..] => (3..13).find(|length| closes(start + length)),
            _ => (2..6).find(|length| closes(start + length)),
        };
        self.at += length.map_or(1, |length| length + 1);
    }
}

/// The brackets that are open. Beyond [`DEEPEST`] they are only counted.
#[derive(Default)]
struct Brackets {
    open: Vec<(u8, usize)>,
    deeper: usize,
    too_deep: Option<usize>,
}

impl Brackets {
    fn is_closed(&self) -> bool {
        self.open.is_empty()
    }

    fn open(&mut self, byte: u8, at: usize) {
        if self.open.len() == DEEPEST {
            self.too_deep = self.too_deep.or(Some(at));
            self.deeper += 1;
        } else {
            self.open.push((closing(byte), at));
        }
    }

    fn close(&mut self, byte: u8) -> Result<(), Broken> {
        if self.deeper > 0 {
            self.deeper -= 1;
            return Ok(());
        }
        match self.open.pop() {
            Some((closing, at)) if closing != byte => Err(self.worse(Broken::Unclosed(at))),
            _ => Ok(()),
        }
    }

    fn unclosed(&self, end: usize) -> Broken {
        self.worse(self.open.last().map_or(Broken::Unexpected(end), |(_, at)| Broken::Unclosed(*at)))
    }

    /// What broke the scan; nesting beyond all need comes before what follows from it.
    fn worse(&self, broken: Broken) -> Broken {
        self.too_deep.map_or(broken, Broken::TooDeep)
    }
}

fn closing(opening: u8) -> u8 {
    match opening {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// The fields of the struct that opens at `at`, and what broke the scan. What was found before a break stays.
pub(super) fn fields(bytes: &[u8], at: usize) -> (Vec<FieldBounds>, Option<Broken>) {
    let mut scanner = Scanner::new(bytes, at);
    let mut found = Vec::new();
    let broken = each_field(&mut scanner, |field| found.push(field)).err();
    (found, broken)
}

fn each_field(scanner: &mut Scanner<'_>, mut take: impl FnMut(FieldBounds)) -> Result<(), Broken> {
    scanner.skip_blank()?;
    scanner.name();
    scanner.skip_blank()?;
    let start = scanner.at;
    if !scanner.take(b'(') {
        return Err(Broken::Unexpected(start));
    }
    loop {
        scanner.skip_blank()?;
        if scanner.take(b')') {
            return Ok(());
        }
        let name = scanner.name().ok_or(Broken::Unexpected(scanner.at))?;
        scanner.skip_blank()?;
        if !scanner.take(b':') {
            return Err(Broken::Unexpected(scanner.at));
        }
        let value = scanner.value()?;
        take(FieldBounds { name, value });
        scanner.skip_blank()?;
        if !scanner.take(b',') && scanner.peek() != Some(b')') {
            let here = scanner.at;
            return Err(if scanner.peek().is_none() { Broken::Unclosed(start) } else { Broken::Unexpected(here) });
        }
    }
}

/// The elements of the list that opens at `at`, where the list ends, and what broke the scan.
pub(super) fn elements(bytes: &[u8], at: usize) -> (Vec<Range<usize>>, usize, Option<Broken>) {
    let mut scanner = Scanner::new(bytes, at);
    let mut found = Vec::new();
    let mut scan = || -> Result<(), Broken> {
        if !scanner.take(b'[') {
            return Err(Broken::Unexpected(scanner.at));
        }
        loop {
            scanner.skip_blank()?;
            if scanner.take(b']') {
                return Ok(());
            }
            found.push(scanner.value()?);
            scanner.skip_blank()?;
            if !scanner.take(b',') && scanner.peek() != Some(b']') {
                let here = scanner.at;
                return Err(if scanner.peek().is_none() { Broken::Unclosed(at) } else { Broken::Unexpected(here) });
            }
        }
    };
    let broken = scan().err();
    (found, scanner.at, broken)
}
