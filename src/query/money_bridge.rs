//! The total before and after as a bridge: what records added, what records gone, what was corrected. The steps sum to
//! the difference to the cent. Currencies are never held against each other.

use std::collections::BTreeMap;

use super::index::Index;
use crate::model::{Currency, Portfolio};

/// Why money moved between two portfolios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoneyStep {
    /// Projects that only the second has.
    Added,
    /// Projects that only the first has.
    Gone,
    /// The headline amount is larger.
    Raised,
    /// The headline amount is smaller.
    Lowered,
    /// An amount counts now that was not published, or not of the country alone.
    NowCounted,
    /// An amount counts no longer.
    NoLongerCounted,
}

impl MoneyStep {
    /// As in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Gone => "gone",
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::NowCounted => "now-counted",
            Self::NoLongerCounted => "no-longer-counted",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Added => "money-added",
            Self::Gone => "money-gone",
            Self::Raised => "money-raised",
            Self::Lowered => "money-lowered",
            Self::NowCounted => "money-now-counted",
            Self::NoLongerCounted => "money-no-longer-counted",
        }
    }
}

/// A total before and after, in hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyBridge {
    /// The sum of what counts in the first.
    pub before: i128,
    /// Whether any amount counts in the first, and in the second: else its total is unknown, not zero.
    pub known: [bool; 2],
    /// The steps; with `before` they sum to `after`.
    pub steps: BTreeMap<MoneyStep, (i128, Vec<String>)>,
    /// The sum of what counts in the second.
    pub after: i128,
}

/// Two portfolios in different currencies: their totals are not held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherCurrencies(pub Currency, pub Currency);

/// The bridge from the total of the first portfolio to that of the second.
pub fn money_bridge(
    (a, index_a): (&Portfolio, &Index),
    (b, index_b): (&Portfolio, &Index),
) -> Result<MoneyBridge, OtherCurrencies> {
    if a.currency() != b.currency() {
        return Err(OtherCurrencies(a.currency(), b.currency()));
    }
    let (before, after) = (counted(a, index_a), counted(b, index_b));
    let mut steps: BTreeMap<MoneyStep, (i128, Vec<String>)> = BTreeMap::new();
    let mut add = |step: MoneyStep, id: &str, money: i128| {
        let (sum, ids) = steps.entry(step).or_default();
        *sum += money;
        ids.push(id.to_owned());
    };
    for (id, new) in &after {
        match (before.get(id), new) {
            (None, new) => add(MoneyStep::Added, id, new.unwrap_or(0)),
            (Some(Some(old)), Some(new)) if new > old => add(MoneyStep::Raised, id, new - old),
            (Some(Some(old)), Some(new)) if new < old => add(MoneyStep::Lowered, id, new - old),
            (Some(None), Some(new)) => add(MoneyStep::NowCounted, id, *new),
            (Some(Some(old)), None) => add(MoneyStep::NoLongerCounted, id, -old),
            (Some(_), _) => {}
        }
    }
    for (id, old) in before.iter().filter(|(id, _)| !after.contains_key(*id)) {
        add(MoneyStep::Gone, id, -old.unwrap_or(0));
    }
    let sum = |all: &BTreeMap<&str, Option<i128>>| all.values().flatten().sum();
    let known = [&before, &after].map(|all| all.values().any(Option::is_some));
    Ok(MoneyBridge { before: sum(&before), known, steps, after: sum(&after) })
}

/// What counts of each project; of two with one id both, summed.
fn counted<'a>(portfolio: &'a Portfolio, index: &Index) -> BTreeMap<&'a str, Option<i128>> {
    let mut all: BTreeMap<&str, Option<i128>> = BTreeMap::new();
    for (id, row) in portfolio.projects.ids().iter().zip(&index.rows) {
        let own = row.counted().map(i128::from);
        let known = all.entry(id).or_insert(None);
        *known = match (*known, own) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
    }
    all
}
