//! How a set stood on a day by its plans: what was under way, had ended or was to come, and what of the awards lay ahead if
//! they were spent evenly. Knows nothing of how things really ended, and uses nothing that was published as spent.

use super::cut::part_of;
use super::field::Field;
use super::group::By;
use super::index::Index;
use super::row::Row;
use crate::model::{Day, Portfolio};

/// What stood how on a day, by the plan alone: whatever is known of how things really ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Rows of what was under way.
    pub ran: Vec<usize>,
    /// Rows of what had ended.
    pub ended: Vec<usize>,
    /// Rows of what had not begun.
    pub to_come: Vec<usize>,
    /// Rows of what has no dates to tell it by.
    pub undated: Vec<usize>,
    /// The part of the running awards that lay ahead, spent evenly.
    pub at_stake: i128,
    /// How many of the running ones have no amount that counts.
    pub without_amount: usize,
    /// Of how many of the running ones whose amount counts a source published what was spent; that does not enter here.
    pub spent_told: usize,
}

/// Of how many of these rows whose amount counts a source published what was spent.
pub fn spent_told(rows: &[usize], index: &Index) -> usize {
    let counts = |at: &usize| index.rows.get(*at).is_some_and(|row| row.counted().is_some());
    rows.iter().filter(|at| index.spent(**at).is_some() && counts(at)).count()
}

/// How a set stood on a day by its plans, for each theme in the portfolio's order and, last, for the whole set.
pub fn standing(rows: &[usize], day: Day, portfolio: &Portfolio, index: &Index) -> (Vec<Standing>, Standing) {
    let mut themes = vec![Standing::default(); portfolio.themes.len()];
    let mut whole = Standing::default();
    let (Some(column), Some(parts)) = (index.column(Field::Theme), index.money.parts(By::Theme)) else {
        return (themes, whole);
    };
    let listed: Vec<Option<usize>> = column.keys.iter().map(|key| portfolio.themes.position(key)).collect();
    for at in rows.iter().copied() {
        let Some(row) = index.rows.get(at) else { continue };
        let stand = stand(row, day);
        let spent_told = index.spent(at).is_some();
        let ahead = match (stand, row.start, row.end()) {
            (Stand::Ran, Some(start), Some(end)) => row.counted().map(|award| {
                let of = i64::from(end.latest().0) - i64::from(start.earliest().0) + 1;
                part_of(award, (i64::from(end.latest().0) - i64::from(day.0)).clamp(0, of), of)
            }),
            _ => None,
        };
        whole.put(at, stand, ahead.map(i128::from), spent_told);
        let shares = ahead.map(|ahead| parts.fall(at, ahead));
        for (place, (key, ..)) in parts.row(at).enumerate() {
            let theme = listed.get(key as usize).copied().flatten().and_then(|theme| themes.get_mut(theme));
            let share = shares.as_ref().and_then(|shares| shares.get(place)).copied();
            if let Some(theme) = theme {
                theme.put(at, stand, share.map(i128::from), spent_told);
            }
        }
    }
    (themes, whole)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Ran,
    Ended,
    ToCome,
    Undated,
}

fn stand(row: &Row, day: Day) -> Stand {
    match (row.start, row.end()) {
        (Some(start), _) if start.earliest() > day => Stand::ToCome,
        (_, Some(end)) if end.latest() < day => Stand::Ended,
        (Some(_), Some(_)) => Stand::Ran,
        _ => Stand::Undated,
    }
}

impl Standing {
    fn put(&mut self, at: usize, stand: Stand, ahead: Option<i128>, spent_told: bool) {
        match stand {
            Stand::Ran => {
                self.ran.push(at);
                self.at_stake += ahead.unwrap_or(0);
                self.without_amount += usize::from(ahead.is_none());
                self.spent_told += usize::from(ahead.is_some() && spent_told);
            }
            Stand::Ended => self.ended.push(at),
            Stand::ToCome => self.to_come.push(at),
            Stand::Undated => self.undated.push(at),
        }
    }
}
