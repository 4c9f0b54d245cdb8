//! Tables over sheets: columns as wide as their words need, heads above each stretch, rows whole; what is too wide for
//! a sheet stands in parts, each with the first column.

use krilla::tagging::{TableHeaderScope, Tag};

use super::PdfError;
use super::columns::{Laid, Need, laid, parts};
use super::flow::{Flow, MARGIN, SMALL};
use super::lines::{Line, at_most, extent, lines};
use super::pieces::{Run, Style, colour, runs};
use super::sheet::Mark;
use crate::export::report::block::{ColumnHead, Labels, Piece, Table, TableCell, TableRow, Text};

/// Above and below the words of a row.
const INSET: f32 = 3.2;
/// A word of a table is broken rather than that a column gets wider than this.
const WORD: f32 = 92.0;
/// No column is narrower.
const NARROWEST: f32 = 22.0;
/// Words this short are not broken into lines: dates, figures, short names.
const SHORT: f32 = 64.0;
/// So many columns are few.
const FEW: usize = 4;
/// So many rows from the first stand with the heads.
const FIRST: usize = 2;
/// Rows so many, from the first, tell how wide the columns are to be.
const MEASURED: usize = 200;

impl Flow<'_> {
    /// A table within a tag.
    pub fn table(&mut self, table: &Table, parent: usize, labels: &Labels) -> Result<(), PdfError> {
        let (needs, parts) = self.columns(table);
        let count = parts.len();
        for (number, places) in parts.into_iter().enumerate() {
            let columns = laid(&places, &needs, self.width());
            let mut caption = table.caption.clone();
            if count > 1 {
                caption = format!("{caption} – {} {} {} {count}", labels.part, number + 1, labels.of);
            }
            self.part(table, &columns, &caption, parent, labels)?;
            self.y += 6.0;
        }
        Ok(())
    }

    /// What each column needs, and which stand together.
    fn columns(&self, table: &Table) -> (Vec<Need>, Vec<Vec<usize>>) {
        let all = |short: f32| (0..table.columns.len()).map(|place| self.needs(table, place, short)).collect();
        // Few columns have room: what would be broken into four lines beside a long list stays on one.
        let mut needs: Vec<Need> = all(if table.columns.len() <= FEW { WORD } else { SHORT });
        let mut together = parts(&needs, self.width());
        if together.len() > 1 {
            // Rather a date on two lines than a table in two parts.
            needs = all(0.0);
            together = parts(&needs, self.width());
        }
        (needs, together)
    }

    /// How high a table's caption, heads and first rows are: what is not parted.
    pub fn opening(&self, table: &Table) -> f32 {
        let (needs, parts) = self.columns(table);
        let columns = parts.first().map(|places| laid(places, &needs, self.width())).unwrap_or_default();
        let heads = self.heads(table, &columns);
        2.0 * SMALL + tallest(&heads) + 2.0 * INSET + self.together(&table.rows, FIRST, &columns) + 6.0
    }

    /// How high rows are that are not parted: so many from the first, and the totals right behind them. Of what would be
    /// half a sheet, only the first.
    fn together(&self, rows: &[TableRow], least: usize, columns: &[Laid]) -> f32 {
        let mut heights = kept(rows, least).map(|row| tallest(&self.cells(row, columns)) + 2.0 * INSET);
        let first = heights.next().unwrap_or(0.0);
        let all = first + heights.sum::<f32>();
        if all > self.room() / 2.0 { first } else { all }
    }

    fn heads(&self, table: &Table, columns: &[Laid]) -> Vec<Vec<Line>> {
        let head = |column: &Laid| {
            let head = table.columns.get(column.place).map(|head| self.head_run(head));
            lines(head.as_slice(), column.width, self.fonts)
        };
        columns.iter().map(head).collect()
    }

    /// The lines of a row's cells; of what is higher than a sheet, what fits on one.
    fn cells(&self, row: &TableRow, columns: &[Laid]) -> Vec<Vec<Line>> {
        let most = ((self.room() - 160.0) / (SMALL * super::lines::LEADING)).max(1.0) as usize;
        let cell = |column: &Laid| {
            let cell = row.cells.get(column.place);
            let words = cell.map(|cell| runs(&cell.text, style(row, cell), self.fonts)).unwrap_or_default();
            at_most(lines(&words, column.width, self.fonts), most)
        };
        columns.iter().map(cell).collect()
    }

    /// How wide a column has to be, and how wide it would be; words up to `short` are kept on one line.
    fn needs(&self, table: &Table, place: usize, short: f32) -> Need {
        let Some(head) = table.columns.get(place) else {
            return Need { least: NARROWEST, most: NARROWEST, weight: 0.0 };
        };
        let (word, whole) = extent(&[self.head_run(head)], self.fonts);
        let mut need = Need { least: word.clamp(NARROWEST, WORD), most: whole.max(NARROWEST), weight: 0.0 };
        let (mut sum, mut count) = (0.0, 0_usize);
        for (row, cell) in table.rows.iter().take(MEASURED).filter_map(|row| Some((row, row.cells.get(place)?))) {
            let (word, whole) = extent(&runs(&cell.text, style(row, cell), self.fonts), self.fonts);
            let (_, bare) = extent(&runs(&bare(&cell.text), style(row, cell), self.fonts), self.fonts);
            let kept = if head.figure || bare <= short { bare.min(WORD) } else { 0.0 };
            need.least = need.least.max(kept).max(word.min(WORD));
            need.most = need.most.max(whole);
            sum += whole;
            count += 1;
        }
        let mean = sum / count.max(1) as f32;
        need.weight = (mean + need.most.min(400.0) * 0.3).max(1.0);
        need
    }

    fn head_run(&self, head: &ColumnHead) -> Run {
        Run::new(&head.title, Style::strong(SMALL), self.fonts)
    }

    fn part(
        &mut self,
        table: &Table,
        columns: &[Laid],
        caption: &str,
        parent: usize,
        labels: &Labels,
    ) -> Result<(), PdfError> {
        let (fonts, width) = (self.fonts, self.width());
        let caption_lines = |text: &str| lines(&runs(&Text::of(text), Style::soft(SMALL), fonts), width, fonts);
        let heads = self.heads(table, columns);
        let head_height = tallest(&heads) + 2.0 * INSET;
        self.ensure(2.0 * SMALL + head_height + self.together(&table.rows, FIRST, columns) + 6.0)?;
        let tag = self.document.tree.node(parent, Tag::Table.with_summary(Some(caption.to_owned())));
        // What the heading right above says already is not said again.
        if !self.is_headed(caption) {
            let caption_tag = self.document.tree.node(tag, Tag::Caption);
            self.pour(&caption_lines(caption), MARGIN, caption_tag)?;
        }
        self.y += 3.0;
        let thead = self.document.tree.node(tag, Tag::THead);
        let row = self.document.tree.node(thead, Tag::TR);
        for (column, lines) in columns.iter().zip(&heads) {
            let cell = self.document.tree.node(row, Tag::TH(TableHeaderScope::Column));
            self.cell(lines, *column, is_figure(table, *column), Some(cell));
        }
        self.under_head(head_height);
        let body = self.document.tree.node(tag, Tag::TBody);
        let continued = caption_lines(&format!("{caption} {}", labels.continued));
        for (place, row) in table.rows.iter().enumerate() {
            let cells = self.cells(row, columns);
            let height = tallest(&cells) + 2.0 * INSET;
            // A total does not stand alone on the next sheet.
            let behind = table.rows.get(place..).filter(|rows| rows.get(1).is_some_and(|next| next.total));
            let needed = behind.map_or(height, |rows| self.together(rows, 1, columns));
            if self.y + needed > self.bottom() {
                self.turn()?;
                self.again(table, columns, &heads, &continued, head_height);
            }
            self.row(table, row, columns, &cells, height, body);
        }
        Ok(())
    }

    /// The heads once more on the next sheet: told already, so that they are no part of the tree.
    fn again(&mut self, table: &Table, columns: &[Laid], heads: &[Vec<Line>], continued: &[Line], height: f32) {
        for line in continued.iter().take(2) {
            let y = self.y;
            self.place_untold(line, MARGIN, y);
            self.y += line.height();
        }
        self.y += 3.0;
        for (column, lines) in columns.iter().zip(heads) {
            self.cell(lines, *column, is_figure(table, *column), None);
        }
        self.under_head(height);
    }

    fn under_head(&mut self, height: f32) {
        self.y += height;
        let (y, width) = (self.y, self.width());
        self.mark(Mark::Box { x: MARGIN, y: y - 1.0, width, height: 1.0, colour: colour::soft() });
    }

    fn row(&mut self, table: &Table, row: &TableRow, columns: &[Laid], cells: &[Vec<Line>], height: f32, body: usize) {
        let (y, width) = (self.y, self.width());
        if row.total {
            self.mark(Mark::Box { x: MARGIN, y, width, height: 0.8, colour: colour::soft() });
        }
        let tr = self.document.tree.node(body, Tag::TR);
        for (column, lines) in columns.iter().zip(cells) {
            let cell = if column.place == 0 {
                self.document.tree.node(tr, Tag::TH(TableHeaderScope::Row))
            } else {
                self.document.tree.node(tr, Tag::TD)
            };
            self.cell(lines, *column, is_figure(table, *column), Some(cell));
        }
        self.y += height;
        self.mark(Mark::Box { x: MARGIN, y: y + height - 0.4, width, height: 0.4, colour: colour::line() });
    }

    /// The lines of a cell from the present height on, figures at the right.
    fn cell(&mut self, lines: &[Line], column: Laid, figure: bool, tag: Option<usize>) {
        let mut y = self.y + INSET;
        for line in lines {
            // The space that stays at the end of a line is not seen.
            let x = if figure { column.x + column.width - line.width } else { column.x };
            match tag {
                Some(tag) => self.place(line, x, y, tag),
                None => self.place_untold(line, x, y),
            }
            y += line.height();
        }
    }
}

/// So many rows from the first, and the totals right behind them.
fn kept(rows: &[TableRow], least: usize) -> impl Iterator<Item = &TableRow> {
    rows.iter().enumerate().take_while(move |(place, row)| *place < least || row.total).map(|(_, row)| row)
}

/// What a cell says without remarks and sources, which may stand on a line of their own.
fn bare(text: &Text) -> Text {
    let aside = |piece: &&Piece| matches!(piece, Piece::Cites(..) | Piece::Soft(_));
    Text(text.0.iter().filter(|piece| !aside(piece)).cloned().collect())
}

fn style(row: &TableRow, cell: &TableCell) -> Style {
    match (row.total, cell.missing) {
        (_, true) => Style::soft(SMALL),
        (true, false) => Style::strong(SMALL),
        (false, false) => Style::body(SMALL),
    }
}

fn is_figure(table: &Table, column: Laid) -> bool {
    table.columns.get(column.place).is_some_and(|head| head.figure)
}

fn tallest(cells: &[Vec<Line>]) -> f32 {
    cells.iter().map(|cell| cell.iter().map(Line::height).sum()).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::block::{Block, Paper, Report, Section};
    use crate::export::report::pdf::fonts::Fonts;
    use crate::export::report::pdf::sheet::Sheet;
    use crate::model::Lang;

    /// A report of one table with so many rows, the last of them a total, below a heading and this many paragraphs.
    fn report(rows: usize, paragraphs: usize) -> Report {
        let row = |text: String, total| TableRow { cells: vec![TableCell::of(text), TableCell::of("1")], total };
        let table = Table {
            caption: "Table".to_owned(),
            columns: vec![ColumnHead::words("Name"), ColumnHead { title: "Sum".to_owned(), figure: true }],
            rows: (0..rows).map(|n| row(format!("Row-{n}"), false)).chain([row("Total".to_owned(), true)]).collect(),
            notes: Vec::new(),
        };
        let before = (0..paragraphs).map(|_| Block::Paragraph(Text::of("Before.")));
        let blocks = before.chain([Block::Heading("Heading".to_owned()), Block::Table(table)]).collect();
        Report {
            title: "Report".to_owned(),
            title_lang: Lang::En,
            kind: String::new(),
            lang: Lang::En,
            day: "2026-11-26".parse().unwrap(),
            paper: Paper::Letter,
            stamp: None,
            version: String::new(),
            labels: Labels::default(),
            cover: Vec::new(),
            sections: vec![Section { id: "a", title: "Section".to_owned(), blocks }],
        }
    }

    /// Words of a sheet, from above.
    fn words(sheet: &Sheet) -> Vec<String> {
        let words = sheet.marks.iter().filter_map(|mark| match mark {
            Mark::Words { run, .. } => Some(run.text.trim().to_owned()),
            _ => None,
        });
        words.filter(|word| ["Heading", "Total"].contains(&word.as_str()) || word.starts_with("Row-")).collect()
    }

    #[test]
    fn a_total_stands_with_the_row_before_it_and_a_heading_with_the_first_rows() {
        let fonts = Fonts::new().unwrap();
        for (rows, paragraphs) in (1..70).map(|rows| (rows, 0)).chain((0..45).map(|paragraphs| (3, paragraphs))) {
            let report = report(rows, paragraphs);
            let document = Flow::of(&report, &fonts).unwrap();
            for sheet in document.sheets.iter().map(words).filter(|words| !words.is_empty()) {
                assert_ne!(sheet[0], "Total", "{rows} rows behind {paragraphs} paragraphs");
                if let Some(place) = sheet.iter().position(|word| word == "Heading") {
                    assert!(sheet.len() > place + 2, "{rows} rows behind {paragraphs} paragraphs: {sheet:?}");
                }
            }
        }
    }
}
