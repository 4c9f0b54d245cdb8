//! The table as CSV, so that a Mexican and a Spanish Excel open it right, and nothing in it is taken for a formula. What
//! is to be said about it goes into a text beside it, never into the table.

use std::io::Write;

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use super::cells::{Grid, Rows};
use super::checksum::Checksum;
use super::cited::cited;
use super::stamp::LINE;
use super::taken::Taken;
use super::{ExportError, Left, Shown, Stamp, about};
use crate::figure::CellValue;
use crate::format::sheet::FORMULA;
use crate::model::{Lang, Minor};

/// What parts the cells, as the spreadsheet of a country wants it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Separator {
    /// Commas, and a point in numbers: Mexico, the United States.
    #[default]
    Comma,
    /// Semicolons, and a comma in numbers: Spain, most of South America.
    Semicolon,
}

impl Separator {
    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }

    fn number(self, digits: String) -> String {
        match self {
            Self::Comma => digits,
            Self::Semicolon => digits.replace('.', ","),
        }
    }
}

/// Writes the table: UTF-8 with its mark, lines that end as on Windows, numbers as this spreadsheet reads them.
pub fn write_csv(shown: Shown<'_>, of: Rows, excel: Separator, out: &mut impl Write) -> Result<(), ExportError> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = WriterBuilder::new()
        .delimiter(excel.byte())
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(out);
    let grid = Grid::of(shown, of);
    writer.write_record(grid.titles().iter().map(|title| safe(title))).map_err(told)?;
    for row in grid.rows() {
        writer.write_record(row.iter().map(|cell| written(cell, excel))).map_err(told)?;
    }
    writer.flush()?;
    Ok(())
}

fn told(error: ::csv::Error) -> ExportError {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error.into(),
        // Rows are all of one length.
        kind => ExportError::Other(format!("{kind:?}")),
    }
}

fn written(cell: &CellValue, excel: Separator) -> String {
    match cell {
        CellValue::Missing => String::new(),
        CellValue::Text(text) => safe(text),
        CellValue::Money(hundredths, _) => excel.number(Minor(*hundredths).to_string()),
        CellValue::Date(date) => date.to_string(),
        CellValue::Share(share) => excel.number(format!("{}.{:02}", share / 100, share % 100)),
        CellValue::Count(count) => count.to_string(),
    }
}

/// The text with an apostrophe before what would be taken for a formula.
fn safe(text: &str) -> String {
    let text = text.replace('\0', "");
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

/// The titles of the columns with texts that a spreadsheet would take for numbers or days, and change.
fn altered(grid: &Grid<'_>) -> Vec<String> {
    let titles = grid.titles();
    let mut found = vec![false; titles.len()];
    for row in grid.rows() {
        for (found, cell) in found.iter_mut().zip(&row) {
            *found |= matches!(cell, CellValue::Text(text) if is_altered(text));
        }
    }
    titles.into_iter().zip(found).filter(|(_, found)| *found).map(|(title, _)| title).collect()
}

/// Whether a text looks like a number or a day and would not stand as it is: `00012`, `1E5`, `3-2-1`. Small plain
/// numbers stay as they are.
fn is_altered(text: &str) -> bool {
    let like_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ',' | ':' | 'e' | 'E' | '+' | ' ');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = digits == text.len() && digits <= EXACT_DIGITS && (digits == 1 || !text.starts_with('0'));
    text.starts_with(|first: char| first.is_ascii_digit()) && text.chars().all(like_number) && !plain
}

/// So many digits a spreadsheet keeps.
const EXACT_DIGITS: usize = 15;

/// What the name of the text beside a table ends with, in place of `csv`.
pub(super) const fn about_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Es => "leeme.txt",
        Lang::En => "readme.txt",
    }
}

/// The text of the file beside the table: filter, order, data, date, what is missing, the sources with their addresses,
/// and the stamp.
pub fn about_csv(shown: Shown<'_>, of: Rows, excel: Separator) -> String {
    let words = shown.scene.names.words;
    let mut sum = Checksum::default();
    // A checksum takes whatever is written to it.
    let _ = write_csv(shown, of, excel, &mut sum);
    let mut text = vec![words.t("export-about-title"), String::new()];
    for (label, said) in about::lines(shown, of, &[Left::OnlyTheTable]) {
        text.push(if label.is_empty() { format!("  {said}") } else { format!("{label}: {said}") });
    }
    text.push(words.t("export-csv-months"));
    let altered = altered(&Grid::of(shown, of));
    if !altered.is_empty() {
        text.push(words.tf("export-csv-numbers", &[("columns", altered.join("; ").into())]));
    }
    text.extend([String::new(), words.t("export-sheet-sources")]);
    for cited in cited(&Taken::of(shown), words) {
        let source = &cited.source;
        let published = source.published.map(|date| words.date(date));
        let consulted = source.consulted.map(|date| words.tf("source-consulted", &[("date", words.date(date).into())]));
        let parts = [Some(source.title.clone()), Some(source.publisher.clone()), published, source.url.clone()];
        let told: Vec<String> = parts.into_iter().flatten().chain(consulted).filter(|part| !part.is_empty()).collect();
        text.push(format!("[{}] {}: {}. {}", cited.number, source.id, told.join(", "), cited.tells));
    }
    let stamp = Stamp { checksum: sum.text(), ..Stamp::of(shown, of) };
    text.extend([String::new(), words.t("export-stamp"), format!("{LINE}{}", stamp.to_text()), String::new()]);
    text.join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;

    #[test]
    fn what_begins_like_a_formula_is_text_and_a_number_stays_one() {
        for text in ["=1+1", "+52 55", "-nada", "@x", "\tx", "\rx", "＝1"] {
            assert_eq!(safe(text), format!("'{text}"));
        }
        assert_eq!(safe("a=b"), "a=b");
        let negative = CellValue::Money(-150, Currency::USD);
        assert_eq!(written(&negative, Separator::Comma), "-1.50");
        assert_eq!(written(&negative, Separator::Semicolon), "-1,50");
        assert_eq!(written(&CellValue::Missing, Separator::Comma), "");
        assert_eq!(written(&CellValue::Share(3_457), Separator::Comma), "34.57");
    }

    #[test]
    fn what_a_spreadsheet_would_make_another_number_of_is_told_from_what_it_keeps() {
        for text in ["00012", "1E5", "3-2-1", "1.50", "12/03", "1234567890123456"] {
            assert!(is_altered(text), "{text}");
        }
        for text in ["12", "0", "IL-32532", "123456789012345", "SAL 1", "", "-", "1E5A"] {
            assert!(!is_altered(text), "{text}");
        }
    }
}
