//! Why a group of records has no sum: only the reasons that hold, in a word or two each.

use super::names::Names;
use crate::model::Scope;
use crate::query::{Group, Row};

/// How many records of a group have no amount that counts, by why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uncounted {
    /// Their amount is in another currency.
    pub other_currency: usize,
    /// They are of several countries.
    pub several: usize,
    /// Their amount is below zero.
    pub negative: usize,
    /// Nobody published an amount.
    pub unpublished: usize,
}

impl Uncounted {
    /// Those of a group.
    pub const fn of(group: &Group) -> Self {
        Self {
            other_currency: group.other_currency,
            several: group.aside,
            negative: group.negative,
            unpublished: group.without_amount,
        }
    }

    /// Those of these rows.
    pub fn of_rows<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        let mut why = Self::default();
        for row in rows.filter(|row| row.counted().is_none()) {
            let reason = match row.headline {
                _ if row.scope == Scope::MultiCountry => &mut why.several,
                Some(_) => &mut why.other_currency,
                None if row.negative => &mut why.negative,
                None => &mut why.unpublished,
            };
            *reason += 1;
        }
        why
    }

    /// "en otra moneda"; "de varios países o en otra moneda".
    pub fn text(self, names: Names<'_>) -> String {
        let reasons = [
            (self.several, "plot-only-several"),
            (self.other_currency, "plot-only-other-currency"),
            (self.negative, "plot-only-negative"),
            (self.unpublished, "plot-unknown"),
        ];
        let said = reasons.into_iter().filter(|(count, _)| *count > 0).map(|(_, key)| names.words.t(key));
        said.collect::<Vec<_>>().join(&names.words.t("list-or"))
    }
}
