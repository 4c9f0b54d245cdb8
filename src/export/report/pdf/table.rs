//! Tables over sheets: columns as wide as their words need, heads above each stretch, rows whole; what is too wide for
//! a sheet stands in parts, each with the first column.

use krilla::tagging::{TableHeaderScope, Tag};

use super::PdfError;
use super::flow::{Flow, MARGIN, SMALL};
use super::lines::{Line, at_most, extent, lines};
use super::pieces::{Run, Style, colour, runs};
use super::sheet::Mark;
use crate::export::report::block::{ColumnHead, Labels, Piece, Table, TableCell, TableRow, Text};

/// Between columns.
const GAP: f32 = 9.0;
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
/// Rows so many, from the first, tell how wide the columns are to be.
const MEASURED: usize = 200;

/// What a column needs, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Need {
    /// Its widest word.
    least: f32,
    /// Its widest cell on one line.
    most: f32,
    /// How much it says, of its middling cells and less of its longest: columns are as wide as what they say is long, so
    /// that none is much higher than the others.
    weight: f32,
}

/// A column on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Laid {
    /// Its place in the table.
    place: usize,
    x: f32,
    width: f32,
}

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
        let mut parts = parts(&needs, self.width());
        if parts.len() > 1 {
            // Rather a date on two lines than a table in two parts.
            needs = all(0.0);
            parts = self::parts(&needs, self.width());
        }
        (needs, parts)
    }

    /// How high a table's caption, heads and first row are: what is not parted.
    pub fn opening(&self, table: &Table) -> f32 {
        let (needs, parts) = self.columns(table);
        let columns = parts.first().map(|places| laid(places, &needs, self.width())).unwrap_or_default();
        let heads = self.heads(table, &columns);
        let first = table.rows.first().map(|row| self.cells(row, &columns)).unwrap_or_default();
        2.0 * SMALL + tallest(&heads) + tallest(&first) + 4.0 * INSET + 6.0
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
        let first = table.rows.first().map(|row| self.cells(row, columns)).unwrap_or_default();
        self.ensure(2.0 * SMALL + head_height + tallest(&first) + 2.0 * INSET + 6.0)?;
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
        for row in &table.rows {
            let cells = self.cells(row, columns);
            let height = tallest(&cells) + 2.0 * INSET;
            if self.y + height > self.bottom() {
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

/// The columns of each part: all where they fit, else the first with as many others as do.
fn parts(needs: &[Need], width: f32) -> Vec<Vec<usize>> {
    let least = |place: usize| needs.get(place).map_or(0.0, |need| need.least + GAP);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut part = vec![0];
    let mut used = least(0);
    for place in 1..needs.len() {
        if used + least(place) > width + GAP && part.len() > 1 {
            parts.push(std::mem::replace(&mut part, vec![0]));
            used = least(0);
        }
        part.push(place);
        used += least(place);
    }
    parts.push(part);
    parts
}

/// By how much what columns say is to be taken so that together they are as wide as what is free.
fn measure(chosen: &[(usize, Need)], free: f32) -> f32 {
    let (mut low, mut high) = (0.0, free);
    // Halved so often, what is left is less than anybody sees.
    for _ in 0..40 {
        let middle = f32::midpoint(low, high);
        let wide = |(_, need): &(usize, Need)| (need.weight * middle).clamp(need.least, need.most.max(need.least));
        if chosen.iter().map(wide).sum::<f32>() > free { high = middle } else { low = middle }
    }
    low
}

/// The columns with half of an equal share at least, where all have that: a long list leaves a few words their room.
fn with_room(chosen: Vec<(usize, Need)>, free: f32) -> Vec<(usize, Need)> {
    let half = free / (2.0 * chosen.len().max(1) as f32);
    let raised =
        chosen.iter().map(|(place, need)| (*place, Need { least: need.least.max(need.most.min(half)), ..*need }));
    let raised: Vec<_> = raised.collect();
    if raised.iter().map(|(_, need)| need.least).sum::<f32>() < free { raised } else { chosen }
}

/// The columns side by side over the whole width.
fn laid(places: &[usize], needs: &[Need], width: f32) -> Vec<Laid> {
    let chosen: Vec<(usize, Need)> = places.iter().filter_map(|place| Some((*place, *needs.get(*place)?))).collect();
    let free = width - GAP * chosen.len().saturating_sub(1) as f32;
    let chosen = with_room(chosen, free);
    let sum = |part: fn(&Need) -> f32| chosen.iter().map(|(_, need)| part(need)).sum::<f32>();
    let (least, most) = (sum(|need| need.least), sum(|need| need.most));
    let measure = measure(&chosen, free);
    let wide = |need: &Need| {
        if most <= free {
            // There is room for all: what is left goes to the words, after their lengths.
            need.most + (free - most) * need.most / most.max(1.0)
        } else if least >= free {
            need.least * free / least.max(1.0)
        } else {
            (need.weight * measure).clamp(need.least, need.most.max(need.least))
        }
    };
    let mut x = MARGIN;
    let mut columns = Vec::with_capacity(chosen.len());
    for (place, need) in &chosen {
        let width = wide(need);
        columns.push(Laid { place: *place, x, width });
        x += width + GAP;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_what_is_too_wide_is_parted() {
        let need = |least: f32, most: f32| Need { least, most, weight: most - least };
        let needs = [need(50.0, 200.0), need(40.0, 60.0), need(30.0, 30.0)];
        let columns = laid(&[0, 1, 2], &needs, 300.0);
        let last = columns.last().unwrap();
        assert!((last.x + last.width - MARGIN - 300.0).abs() < 0.1);
        assert_eq!(parts(&needs, 300.0), [vec![0, 1, 2]]);
        // Names four times as long as the words beside them have four times the room, dates what they need.
        let named = [Need { least: 60.0, most: 420.0, weight: 320.0 }, Need { least: 40.0, most: 160.0, weight: 80.0 }];
        let named = [&named[..], &[need(50.0, 50.0); 3]].concat();
        let widths: Vec<f32> = laid(&[0, 1, 2, 3, 4], &named, 496.0).iter().map(|column| column.width).collect();
        assert!(
            widths[0] > 3.5 * widths[1] && widths[2..].iter().all(|width| (width - 50.0).abs() < 0.1),
            "{widths:?}"
        );
        // A list of hundreds of words leaves the few beside it their room.
        let [few, list] = [(100.0, 20.0), (4_000.0, 900.0)].map(|(most, weight)| Need { least: 30.0, most, weight });
        let widths: Vec<f32> = laid(&[0, 1, 2], &[few, few, list], 496.0).iter().map(|column| column.width).collect();
        assert!(widths[0] > 75.0 && widths[1] > 75.0 && widths.iter().sum::<f32>() < 496.1, "{widths:?}");
        assert_eq!(parts(&[need(100.0, 100.0); 6], 330.0), [vec![0, 1, 2], vec![0, 3, 4], vec![0, 5]]);
        assert_eq!(parts(&[need(900.0, 900.0); 3], 330.0), [vec![0, 1], vec![0, 2]]);
    }
}
