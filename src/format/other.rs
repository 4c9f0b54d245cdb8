//! Files that are no portfolios: told from their first bytes, and read into records or into a table that becomes records
//! by a mapping. The name of a file decides only where its bytes could be either.

use std::io::Read as _;
use std::path::Path;

use super::brought::Brought;
use super::iati::{ThemeMap, is_iati, is_iati_of_organizations, read_iati_file};
use super::own::{is_own_report, read_own_book, read_own_json};
use super::progress::Progress;
use super::sheet::{Conventions, Grid, read_grid, read_grid_as, read_grid_sheet};
use super::unreadable::Unreadable;
use crate::model::List;

/// What a file of another format holds.
#[derive(Debug)]
pub enum Other {
    /// Records.
    Records(Box<Brought>),
    /// A table: a mapping makes records of it.
    Table(Box<Grid>),
}

/// How a table is to be read, where the person corrected what was told from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum AsTable {
    /// As it tells itself.
    #[default]
    Told,
    /// This sheet of a workbook.
    Sheet(String),
    /// In this encoding, with this delimiter.
    Text(Box<Conventions>),
}

/// How much of a file tells what it is.
const HEAD: usize = 4_096;
/// Endings of files that are tables or documents, whatever their first letters are.
const ENDINGS: [&str; 9] = ["csv", "tsv", "txt", "tab", "xlsx", "xlsm", "xls", "ods", "xml"];

/// Whether a file is something else than a portfolio, by its first bytes.
pub fn is_other(path: &Path) -> bool {
    let mut head = Vec::with_capacity(HEAD);
    let read = std::fs::File::open(path).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    read.is_ok() && is_other_by(&head, path)
}

fn is_other_by(head: &[u8], path: &Path) -> bool {
    // Workbooks are archives, old ones compound documents; text in two bytes a letter is no portfolio.
    if [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0", b"\xFF\xFE", b"\xFE\xFF"].iter().any(|magic| head.starts_with(magic)) {
        return true;
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let begins = text.iter().copied().find(|byte| !byte.is_ascii_whitespace());
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    match begins {
        None => false,
        Some(b'<') => true,
        Some(b'(' | b'/' | b'#') if is_portfolio(text) => false,
        Some(b'(' | b'/' | b'#') => ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())),
        // What else it may be, a damaged portfolio under its own name is told as one.
        Some(_) => ending.as_deref() != Some("ron"),
    }
}

/// Whether a text begins as a portfolio does, under whatever name: a bracket and, behind comments, a field of it.
fn is_portfolio(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let first = lines.next().and_then(|line| line.strip_prefix('(')).map(str::trim_start);
    let field = first.and_then(|line| if line.is_empty() { lines.next() } else { Some(line) });
    let name = field.and_then(|field| field.split_once(':')).map_or("", |(name, _)| name.trim_end());
    name == "schema" || List::from_key(name).is_some()
}

/// Reads a file that is no portfolio.
pub fn read_other(path: &Path, table: &AsTable, themes: &ThemeMap, progress: &Progress) -> Result<Other, Unreadable> {
    let mut head = Vec::with_capacity(HEAD);
    std::fs::File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
    if is_iati(&head) {
        return read_iati_file(path, themes, progress).map(|brought| Other::Records(Box::new(brought)));
    }
    if is_iati_of_organizations(&head) {
        return Err(Unreadable::Organizations);
    }
    let bytes = super::read_bytes(path, progress)?;
    // What this program exported comes back whole.
    if let Some(brought) = read_own_book(&bytes).or_else(|| read_own_json(&bytes)) {
        return Ok(Other::Records(Box::new(brought)));
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    if text.starts_with(b"%PDF") || text.trim_ascii_start().starts_with(b"<") {
        return Err(if is_own_report(&bytes) { Unreadable::OwnReport } else { Unreadable::NotData });
    }
    let grid = match table {
        AsTable::Told => read_grid(&bytes, progress),
        AsTable::Sheet(sheet) => read_grid_sheet(&bytes, sheet, progress),
        AsTable::Text(conventions) => read_grid_as(&bytes, conventions, progress),
    };
    grid.map(|grid| Other::Table(Box::new(grid)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_is_told_from_its_bytes() {
        let other = |bytes: &[u8], name: &str| is_other_by(bytes, Path::new(name));
        assert!(!other(b"// mine\n(schema: 1)", "a.ron"));
        assert!(!other(b"  (schema: 1)", "a"), "a portfolio without an ending");
        assert!(!other(b"schema: 1)", "a.ron"), "a damaged portfolio is told as one");
        assert!(other(b"PK\x03\x04", "a.ron"), "a workbook under a wrong name");
        for name in ["a.xlsx", "a.csv", "a.xml", "a.txt"] {
            assert!(!other(b"(schema: 1, title: (es: \"a\"))", name), "a portfolio under a wrong name");
            assert!(!other(b"\xEF\xBB\xBF// mine\n\n(\n    // the first\n    schema: 1,\n", name));
        }
        assert!(other(b"\xEF\xBB\xBF<?xml?>", "a.txt"));
        assert!(other(b"Nombre;Monto\n", "lista.csv"));
        assert!(other(b"(a),b\n", "lista.csv"), "a table whose first header has brackets");
        assert!(other(b"\xFF\xFEN\0", "lista.txt"));
    }
}
