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

    /// Steps over one value, up to the `,` or closing bracket behind it, and gives its bounds without blanks behind.
    pub fn value(&mut self) -> Result<Range<usize>, Broken> {
        self.skip_blank()?;
        let start = self.at;
        let mut end = start;
        let mut open: Vec<(u8, usize)> = Vec::new();
        loop {
            self.skip_blank()?;
            let Some(byte) = self.peek() else {
                return Err(open.last().map_or(Broken::Unexpected(self.at), |(_, at)| Broken::Unclosed(*at)));
            };
            match byte {
                b',' if open.is_empty() => break,
                b'(' | b'[' | b'{' => {
                    if open.len() == DEEPEST {
                        return Err(Broken::TooDeep(self.at));
                    }
                    open.push((closing(byte), self.at));
                    self.at += 1;
                }
                b')' | b']' | b'}' => match open.pop() {
                    None => break,
                    Some((closing, _)) if closing == byte => self.at += 1,
                    Some((_, at)) => return Err(Broken::Unclosed(at)),
                },
                _ => self.token()?,
            }
            end = self.at;
        }
        if end == start { Err(Broken::Unexpected(start)) } else { Ok(start..end) }
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
            match self.rest() {
                [b'\\', _, ..] => self.at += 2,
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(());
                }
                [] | [b'\\'] => return Err(Broken::Unclosed(start)),
                _ => self.at += 1,
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
