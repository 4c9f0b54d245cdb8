//! Merged fields of a sheet: only the first cell holds what the field says, and each of its rows and columns means it.

use calamine::Dimensions;

use super::grid::{CellKind, MOST_COLUMNS, Written};

/// The merged fields of a sheet, taken up from the top.
pub(super) struct Merged {
    /// Those still to come, the next one last.
    waiting: Vec<Dimensions>,
    /// Those that the current row lies in, with what they hold.
    open: Vec<(Dimensions, Written)>,
}

impl Merged {
    pub fn new(mut fields: Vec<Dimensions>) -> Self {
        fields.sort_unstable_by_key(|field| std::cmp::Reverse(field.start));
        Self { waiting: fields, open: Vec::new() }
    }

    /// Fills the cells of a row that lie in a merged field and hold nothing; gives the columns of those. Rows come in
    /// their order; a row in which nothing else stands is none.
    pub fn fill(&mut self, row: u32, cells: &mut Vec<Written>) -> Vec<usize> {
        self.open.retain(|(field, _)| field.end.0 >= row);
        while let Some(field) = self.waiting.pop_if(|field| field.start.0 <= row) {
            if field.start.0 == row
                && let Some(held) = cells.get(field.start.1 as usize).filter(|cell| cell.kind != CellKind::Empty)
            {
                self.open.push((field, held.clone()));
            }
        }
        let mut filled = Vec::new();
        for (field, held) in &self.open {
            for column in field.start.1 as usize..=(field.end.1 as usize).min(MOST_COLUMNS.saturating_sub(1)) {
                if cells.len() <= column {
                    cells.resize(column + 1, Written::default());
                }
                if let Some(cell) = cells.get_mut(column).filter(|cell| cell.kind == CellKind::Empty) {
                    cell.clone_from(held);
                    filled.push(column);
                }
            }
        }
        filled
    }
}
