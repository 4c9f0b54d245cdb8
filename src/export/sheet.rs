//! One sheet of a workbook: typed cells, within what the format can hold. What it cannot hold is counted, not lost in
//! silence.

use std::collections::HashMap;

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::checksum::Checksum;
use crate::figure::CellValue;
use crate::format::OwnCell;
use crate::model::{Currency, Minor, PartialDate};

/// How many rows a sheet can have.
pub(super) const ROWS: usize = 1_048_576;
/// How long the text of a cell can be, in UTF-16 units.
pub(super) const LONGEST: usize = 32_767;
/// From so many rows on they are not held in memory but written to the disk one after the other.
pub(super) const MANY: usize = if cfg!(test) { 8 } else { 20_000 };
/// Spreadsheets keep fifteen digits of a number.
const EXACT: u64 = 999_999_999_999_999;
/// More links than this a sheet cannot have.
const LINKS: usize = 60_000;
/// The longest address that is a link.
const LONGEST_LINK: usize = 2_000;

/// What cells could not hold, by how many.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cut {
    /// Texts that were too long.
    pub long: usize,
    /// Texts with characters that the format does not allow.
    pub characters: usize,
    /// Amounts that a spreadsheet would round; they are written as text.
    pub amounts: usize,
}

impl Cut {
    /// Both together.
    pub const fn and(self, other: Self) -> Self {
        Self {
            long: self.long + other.long,
            characters: self.characters + other.characters,
            amounts: self.amounts + other.amounts,
        }
    }
}

/// A sheet that is being written, row after row.
pub(super) struct Sheet {
    pub page: Worksheet,
    pub cut: Cut,
    /// Of all that its cells say so far.
    pub sum: Checksum,
    formats: Formats,
    links: usize,
}

struct Formats {
    title: Format,
    label: Format,
    wrapped: Format,
    date: Format,
    share: Format,
    count: Format,
    money: HashMap<Currency, Format>,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            title: top().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            label: top().set_bold(),
            wrapped: top().set_text_wrap(),
            // Neither depends on the country that the spreadsheet is set to.
            date: Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            share: Format::new().set_num_format("0.00%"),
            count: Format::new().set_num_format("0"),
            money: HashMap::new(),
        }
    }

    fn money(&mut self, currency: Currency) -> &Format {
        let form = || Format::new().set_num_format(format!("[${currency}] #,##0.00"));
        self.money.entry(currency).or_insert_with(form)
    }
}

impl Sheet {
    /// An empty sheet for about so many rows.
    pub fn new(book: &mut Workbook, name: &str, rows: usize) -> Result<Self, XlsxError> {
        let mut page = if rows > MANY { book.new_worksheet_with_constant_memory()? } else { Worksheet::new() };
        page.set_name(name)?;
        Ok(Self { page, cut: Cut::default(), sum: Checksum::default(), formats: Formats::new(), links: 0 })
    }

    /// The first row, which stays in sight and filters those below it.
    pub fn titles(&mut self, titles: &[String], widths: &[f64]) -> Result<Vec<OwnCell>, XlsxError> {
        for (column, width) in (0..).zip(widths) {
            self.page.set_column_width(column, *width)?;
        }
        self.page.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
        let format = self.formats.title.clone();
        let cells: Result<Vec<_>, _> =
            (0..).zip(titles).map(|(column, title)| self.text(0, column, title, Some(&format))).collect();
        Ok(self.summed(cells?))
    }

    fn summed(&mut self, cells: Vec<OwnCell>) -> Vec<OwnCell> {
        self.sum.row(&cells);
        cells
    }

    /// Lets the rows down to this one be filtered by each column.
    pub fn filter(&mut self, last_row: u32, columns: usize) -> Result<(), XlsxError> {
        if let Some(last) = u16::try_from(columns).ok().and_then(|columns| columns.checked_sub(1)) {
            self.page.autofilter(0, 0, last_row, last)?;
        }
        Ok(())
    }

    /// A row of typed cells; what stands in them.
    pub fn row(&mut self, row: u32, cells: &[CellValue]) -> Result<Vec<OwnCell>, XlsxError> {
        self.row_with_links(row, cells, &[])
    }

    /// As [`Self::row`]; what stands in these columns is a link where it can be one.
    pub fn row_with_links(&mut self, row: u32, cells: &[CellValue], links: &[u16]) -> Result<Vec<OwnCell>, XlsxError> {
        let stands = (0..).zip(cells).map(|(column, cell)| match cell {
            CellValue::Text(address) if links.contains(&column) => self.link(row, column, address),
            cell => self.cell(row, column, cell),
        });
        let stands: Vec<OwnCell> = stands.collect::<Result<_, _>>()?;
        Ok(self.summed(stands))
    }

    /// A row of texts that the checksum does not know of.
    pub fn unsummed(&mut self, row: u32, cells: &[CellValue]) -> Result<(), XlsxError> {
        (0..).zip(cells).try_for_each(|(column, cell)| self.cell(row, column, cell).map(|_| ()))
    }

    fn cell(&mut self, row: u32, column: u16, cell: &CellValue) -> Result<OwnCell, XlsxError> {
        match cell {
            CellValue::Missing => Ok(OwnCell::Nothing),
            CellValue::Text(text) => self.text(row, column, text, None),
            CellValue::Money(hundredths, currency) if hundredths.unsigned_abs() <= EXACT => {
                let value = *hundredths as f64 / 100.0;
                self.page.write_number_with_format(row, column, value, self.formats.money(*currency))?;
                Ok(OwnCell::Number(value))
            }
            CellValue::Money(hundredths, _) => {
                self.cut.amounts += 1;
                self.text(row, column, &Minor(*hundredths).to_string(), None)
            }
            CellValue::Date(date) => self.date(row, column, *date),
            CellValue::Share(share) => {
                let value = f64::from(*share) / 10_000.0;
                self.page.write_number_with_format(row, column, value, &self.formats.share)?;
                Ok(OwnCell::Number(value))
            }
            CellValue::Count(count) => {
                let value = *count as f64;
                self.page.write_number_with_format(row, column, value, &self.formats.count)?;
                Ok(OwnCell::Number(value))
            }
        }
    }

    /// A whole day is a real date; a month, a year or a doubtful date is text, as in the record: no day is invented.
    fn date(&mut self, row: u32, column: u16, date: PartialDate) -> Result<OwnCell, XlsxError> {
        let whole = date.month().zip(date.day()).filter(|_| date.is_exact());
        let year = u16::try_from(date.year()).ok().filter(|year| *year > 1900);
        let (Some((month, day)), Some(year)) = (whole, year) else {
            return self.text(row, column, &date.to_string(), None);
        };
        let day = ExcelDateTime::from_ymd(year, month, day)?;
        self.page.write_datetime_with_format(row, column, &day, &self.formats.date)?;
        Ok(OwnCell::Number(day.to_excel()))
    }

    /// Text, without what the format does not allow.
    fn text(&mut self, row: u32, column: u16, text: &str, format: Option<&Format>) -> Result<OwnCell, XlsxError> {
        let (text, cut) = self.allowed(text);
        if text.is_empty() {
            return Ok(OwnCell::Nothing);
        }
        match format {
            Some(format) => self.page.write_string_with_format(row, column, &text, format)?,
            None => self.page.write_string(row, column, &text)?,
        };
        self.cut = cut;
        Ok(OwnCell::Text(text))
    }

    fn allowed(&self, text: &str) -> (String, Cut) {
        let mut cut = self.cut;
        let plain = text.replace("\r\n", "\n");
        let mut kept: String = plain.chars().filter(|c| is_allowed(*c)).collect();
        cut.characters += usize::from(kept.len() < plain.len());
        if utf16(&kept) > LONGEST {
            cut.long += 1;
            kept = parts(&kept, LONGEST - 1).into_iter().next().unwrap_or_default().to_owned() + "…";
        }
        (kept, cut)
    }

    /// A label and what is said under it, which may take several lines.
    pub fn said(&mut self, row: u32, label: &str, text: &str) -> Result<(), XlsxError> {
        let (label_format, wrapped) = (self.formats.label.clone(), self.formats.wrapped.clone());
        let cells = vec![self.text(row, 0, label, Some(&label_format))?, self.text(row, 1, text, Some(&wrapped))?];
        self.summed(cells);
        Ok(())
    }

    /// An address as a link, where it can be one.
    fn link(&mut self, row: u32, column: u16, address: &str) -> Result<OwnCell, XlsxError> {
        let web = address.starts_with("https://") || address.starts_with("http://");
        let plain = address.chars().all(|c| !c.is_control() && !c.is_whitespace());
        if web && plain && self.links < LINKS && utf16(address) <= LONGEST_LINK {
            self.links += 1;
            if self.page.write_url(row, column, address).is_ok() {
                return Ok(OwnCell::Text(address.to_owned()));
            }
        }
        self.text(row, column, address, None)
    }
}

/// What XML 1.0 allows, and no control character that a spreadsheet would show as a box.
fn is_allowed(c: char) -> bool {
    !matches!(c, '\u{fffe}' | '\u{ffff}') && (!c.is_control() || matches!(c, '\n' | '\t'))
}

/// How long a text is, as spreadsheets count.
pub(super) fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The text in pieces of at most so many UTF-16 units.
pub(super) fn parts(text: &str, most: usize) -> Vec<&str> {
    let (mut parts, mut rest, mut length) = (Vec::new(), text, 0);
    let mut at = 0;
    while let Some(c) = rest.get(at..).and_then(|rest| rest.chars().next()) {
        if length + c.len_utf16() > most {
            let (part, behind) = rest.split_at(at);
            parts.push(part);
            (rest, at, length) = (behind, 0, 0);
        }
        at += c.len_utf8();
        length += c.len_utf16();
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_short_enough_and_make_the_whole() {
        let text = "a𝒜ñ".repeat(9);
        for most in 2..9 {
            let parts = parts(&text, most);
            assert!(parts.iter().all(|part| utf16(part) <= most));
            assert_eq!(parts.concat(), text);
        }
        assert_eq!(parts("", 5), [""]);
    }
}
