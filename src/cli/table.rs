//! A table of text for a terminal.

use std::io::{self, Write};

/// On which side a column's cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// Rows of cells under titles.
pub(super) struct TextTable {
    aligns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl TextTable {
    /// A table with these titles.
    pub fn new(titles: impl Iterator<Item = (String, Align)>) -> Self {
        let (titles, aligns) = titles.unzip();
        Self { aligns, rows: vec![titles] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl Iterator<Item = String>) {
        self.rows.push(cells.collect());
    }

    /// Writes it, each column as wide as its widest cell.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let wide = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.aligns.len()).map(wide).collect();
        for (place, row) in self.rows.iter().enumerate() {
            let cells = row.iter().zip(&widths).zip(&self.aligns).map(|((cell, width), align)| match align {
                Align::Left => format!("{cell:<width$}"),
                Align::Right => format!("{cell:>width$}"),
            });
            writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
            if place == 0 {
                let line: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
                writeln!(out, "{}", line.join("  "))?;
            }
        }
        Ok(())
    }
}

/// A text of at most this many characters; what does not fit ends in an ellipsis.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
