//! What tells whether an export was changed since: CRC-32 of what was written. It notices accidents and edits; it does
//! not protect from somebody who means to deceive and makes a new one.

use std::io::{self, Write};

use crate::format::OwnCell;

/// The checksum of what was fed to it so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Checksum(crc32fast::Hasher);

impl Checksum {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> String {
        let mut sum = Self::default();
        sum.0.update(bytes);
        sum.text()
    }

    /// Of these parts, one after the other.
    pub fn of_all<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> String {
        let mut sum = Self::default();
        parts.into_iter().for_each(|part| sum.0.update(part.as_ref()));
        sum.text()
    }

    /// Takes a row of cells of a workbook in. Blank cells at its end are none, and a blank row is no row.
    pub fn row(&mut self, cells: &[OwnCell]) {
        let Some(last) = cells.iter().rposition(|cell| *cell != OwnCell::Nothing) else { return };
        for cell in cells.iter().take(last + 1) {
            match cell {
                OwnCell::Nothing => {}
                OwnCell::Text(text) => {
                    self.0.update(b"t");
                    self.0.update(text.as_bytes());
                }
                OwnCell::Number(number) => {
                    self.0.update(b"n");
                    self.0.update(number.to_string().as_bytes());
                }
            }
            self.0.update(b"\x1f");
        }
        self.0.update(b"\x1e");
    }

    /// As it is written: `crc32:0a1b2c3d`.
    pub fn text(&self) -> String {
        format!("crc32:{:08x}", self.0.clone().finalize())
    }
}

/// What is written to it is taken in and kept nowhere.
impl Write for Checksum {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
