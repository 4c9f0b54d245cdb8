//! Money by year and theme at once: what the bars of years and the matrix show.

use rayon::prelude::*;

use super::column::core_share;
use super::falling::Falling;
use super::field::Field;
use super::group::{By, left_out};
use super::index::Index;
use super::money::Counts;
use super::years::Spread;

/// What of a year falls to a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CrossCell {
    /// How many projects of the year have the theme.
    pub projects: usize,
    /// The year's money, divided among the themes of each project.
    pub divided: i128,
    /// The same, whole in each theme: it does not add up over themes.
    pub whole: i128,
    /// Of how many of these projects nobody published the amount.
    pub unpublished: usize,
}

impl CrossCell {
    /// What is left of a whole without a part of it.
    fn without(self, part: Self) -> Self {
        Self {
            projects: self.projects.saturating_sub(part.projects),
            divided: self.divided - part.divided,
            whole: self.whole - part.whole,
            unpublished: self.unpublished.saturating_sub(part.unpublished),
        }
    }
}

/// A set by year and theme.
#[derive(Clone, Debug, Default)]
pub struct Cross {
    /// The years, in order; `None` is *no data*, and last.
    pub years: Vec<Option<String>>,
    /// The themes' ids.
    themes: Vec<String>,
    /// For each year what falls to each theme.
    cells: Vec<Vec<CrossCell>>,
}

impl Cross {
    /// What of a year falls to a theme; `None` where no project of the year has it.
    pub fn cell(&self, year: Option<&str>, theme: &str) -> Option<CrossCell> {
        let year = self.years.iter().position(|known| known.as_deref() == year)?;
        let theme = self.themes.iter().position(|known| known == theme)?;
        self.cells.get(year)?.get(theme).copied().filter(|cell| cell.projects > 0)
    }
}

/// These rows by year and theme.
pub fn years_by_theme(rows: &[usize], spread: Spread, index: &Index) -> Cross {
    let (Some(years), Some(themes)) = (Falling::of(By::Year, spread, index), index.column(Field::Theme)) else {
        return Cross::default();
    };
    let of = |rows: &[usize]| {
        let taken = rows.par_chunks(core_share(rows.len())).map(|rows| taken(rows, &years, index));
        taken.reduce_with(joined).unwrap_or_default()
    };
    let cells = match left_out(rows, index.rows.len()) {
        // What is left out is less: it is taken from the cells of all.
        Some(out) => {
            let whole = index.whole_cross(spread, || of(&(0..index.rows.len()).collect::<Vec<_>>()));
            without(&whole, &of(&out))
        }
        None => of(rows),
    };
    let used = cells.into_iter().enumerate().filter(|(_, cells)| cells.iter().any(|cell| cell.projects > 0));
    let (years, cells) = used.map(|(place, cells)| (years.key(place), cells)).unzip();
    Cross { years, themes: themes.keys.clone(), cells }
}

/// For each place of a year, *no data* last, what falls to each theme; nothing for a year that no row has.
pub(super) type Cells = Vec<Vec<CrossCell>>;

fn without(whole: &Cells, out: &Cells) -> Cells {
    let left = |(year, cells): (usize, &Vec<CrossCell>)| {
        let out = out.get(year).map_or(&[][..], Vec::as_slice);
        let of = |(theme, cell): (usize, &CrossCell)| cell.without(out.get(theme).copied().unwrap_or_default());
        let left: Vec<CrossCell> = cells.iter().enumerate().map(of).collect();
        if left.iter().all(|cell| cell.projects == 0) { Vec::new() } else { left }
    };
    whole.iter().enumerate().map(left).collect()
}

fn taken(rows: &[usize], years: &Falling<'_>, index: &Index) -> Cells {
    let (Some(themes), Some(parts)) = (index.column(Field::Theme), index.money.parts(By::Theme)) else {
        return Vec::new();
    };
    let mut cells: Cells = vec![Vec::new(); years.len() + 1];
    for row in rows.iter().copied() {
        let counted = index.money.counted(row);
        let unpublished = matches!(index.money.counts.get(row), Some(Counts::Unpublished | Counts::SeveralUnknown))
            && index.rows.get(row).is_some_and(|row| row.headline.is_none() && !row.negative);
        years.each(row, counted, true, |year, amount, _| {
            let Some(cells) = cells.get_mut(year) else { return };
            if cells.is_empty() {
                cells.resize(themes.keys.len(), CrossCell::default());
            }
            // Where all of the amount is of this year, its parts are known.
            let known = counted == Some(amount);
            let falls = if known || counted.is_none() { Vec::new() } else { parts.fall(row, amount) };
            for (at, (theme, part, _)) in parts.row(row).enumerate() {
                if let Some(cell) = cells.get_mut(theme as usize) {
                    cell.divided += i128::from(if known { part } else { falls.get(at).copied().unwrap_or(0) });
                }
            }
            for theme in themes.of_row(row) {
                if let Some(cell) = cells.get_mut(*theme as usize) {
                    cell.projects += 1;
                    cell.whole += if counted.is_some() { i128::from(amount) } else { 0 };
                    cell.unpublished += usize::from(unpublished);
                }
            }
        });
    }
    cells
}

fn joined(mut first: Cells, second: Cells) -> Cells {
    for (into, from) in first.iter_mut().zip(second) {
        if into.is_empty() {
            *into = from;
            continue;
        }
        for (into, from) in into.iter_mut().zip(from) {
            into.projects += from.projects;
            into.divided += from.divided;
            into.whole += from.whole;
            into.unpublished += from.unpublished;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Sample, embedded, read_ron};
    use crate::query::group::groups_of;
    use crate::query::groups;

    /// What is taken from the whole is what a walk over the set gives: a set of many counts as such here.
    #[test]
    fn a_large_set_is_the_whole_without_the_rest() {
        let mut text = Vec::new();
        Sample { projects: 400, seed: 4 }.write(&mut text).unwrap();
        let index = Index::of(&read_ron(&text).unwrap().portfolio);
        let years = |spread| Falling::of(By::Year, spread, &index).unwrap();
        for leave in [2, 3, 7, 400, 1_000] {
            let rows: Vec<usize> = (0..400).filter(|row| row % leave != 1).collect();
            for spread in [Spread::Award, Spread::Even] {
                let (cross, plain) = (years_by_theme(&rows, spread, &index), taken(&rows, &years(spread), &index));
                for (place, cells) in plain.iter().enumerate() {
                    for (theme, cell) in index.column(Field::Theme).unwrap().keys.iter().zip(cells) {
                        let year = years(spread).key(place);
                        let found = cross.cell(year.as_deref(), theme).unwrap_or_default();
                        assert_eq!(found, if cell.projects > 0 { *cell } else { CrossCell::default() });
                    }
                }
                for by in By::ALL {
                    let counted = |row: usize| index.money.counted(row);
                    assert_eq!(groups(&rows, by, spread, &index), groups_of(&rows, by, spread, &index, counted));
                }
            }
        }
    }

    #[test]
    fn themes_of_a_year_and_what_has_none_sum_to_the_year() {
        let portfolio = read_ron(embedded()).unwrap().portfolio;
        let index = Index::of(&portfolio);
        let rows: Vec<usize> = (0..portfolio.projects.len()).collect();
        for spread in [Spread::Award, Spread::Even] {
            let cross = years_by_theme(&rows, spread, &index);
            let years = groups(&rows, By::Year, spread, &index);
            assert_eq!(cross.years, years.iter().map(|group| group.key.clone()).collect::<Vec<_>>());
            for year in &years {
                let cells = portfolio.themes.iter().filter_map(|theme| cross.cell(year.key.as_deref(), &theme.id));
                let sum: i128 = cells.clone().map(|cell| cell.divided).sum();
                assert_eq!(sum, year.amount.unwrap_or(0), "every project of the portfolio has a theme: {year:?}");
                assert!(cells.clone().map(|cell| cell.projects).sum::<usize>() >= year.projects);
                assert!(cells.map(|cell| cell.whole).sum::<i128>() >= sum);
            }
        }
    }
}
