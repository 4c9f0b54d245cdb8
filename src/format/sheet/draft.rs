//! A project while its rows come in: what the first row says stays, what others add is added, and where they say
//! something else that is noted.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::format::{Loss, Losses};
use crate::model::{
    Amount, AmountKind, Attribution, Currency, Minor, PartialDate, Participation, Project, Role, Scope, Share,
    ThemeShare, split,
};

/// Where a value stands: how its column is called, in which line, and what is written there.
pub(super) struct At<'a> {
    pub what: &'a str,
    pub line: usize,
    pub text: &'a str,
}

/// What movements of money are summed by: source, currency, kind, fiscal year.
type SumKey = (Option<String>, Option<Currency>, AmountKind, Option<i16>);

/// All that is told of an amount beside its value and its source: kind, currency, fiscal year, date.
type Telling = (AmountKind, Option<Currency>, Option<i16>, Option<PartialDate>);

/// A project while its rows come in.
#[derive(Default)]
pub(super) struct Draft {
    pub project: Project,
    /// The line of its first row.
    pub line: usize,
    /// Whether the table gave the id.
    pub id_given: bool,
    sums: BTreeMap<SumKey, i128>,
    /// What each source told of amounts, whatever the value.
    told: HashSet<(Telling, Option<String>)>,
    /// Where the amount of each telling, value and source stands.
    values: HashMap<(Telling, Minor, Option<String>), usize>,
    /// The tellings and values that anybody told.
    any: HashSet<(Telling, Minor)>,
}

/// Sets a field that nothing stands in yet; another value than the one there is noted.
pub(super) fn set<T: PartialEq>(field: &mut Option<T>, value: T, at: &At<'_>, losses: &mut Losses) {
    match field {
        None => *field = Some(value),
        Some(known) if *known != value => losses.note(at.what, Loss::Contradicts, at.line, at.text),
        Some(_) => {}
    }
}

/// Puts an id behind the others, where it is not among them.
pub(super) fn add(ids: &mut Vec<String>, id: String) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}

impl Draft {
    /// A project that begins in this line.
    pub fn new(line: usize, id_given: bool) -> Self {
        Self { line, id_given, ..Self::default() }
    }

    /// An organisation takes part in this role.
    pub fn takes_part(&mut self, role: Role, organization: String) {
        let part = Participation { role, organization, as_named: None };
        if !self.project.organizations.contains(&part) {
            self.project.organizations.push(part);
        }
    }

    /// A theme, with its share where one is stated.
    pub fn theme(&mut self, theme: String, share: Option<u32>, at: &At<'_>, losses: &mut Losses) {
        let share = share.map(Share);
        match self.project.themes.iter_mut().find(|known| known.theme == theme) {
            None => self.project.themes.push(ThemeShare { theme, share }),
            Some(known) => {
                if let Some(share) = share {
                    set(&mut known.share, share, at, losses);
                }
            }
        }
    }

    /// An amount. The same figure again, in all that is told of it, is the same telling and counts once, also where
    /// only one of the two has a source: that one stays. One that differs is kept beside the other.
    pub fn amount(&mut self, amount: Amount, at: &At<'_>, losses: &mut Losses) {
        let Amount { kind, value, currency, fiscal_year, as_of, .. } = amount;
        let telling = (kind, currency, fiscal_year, as_of);
        let source = amount.source.clone();
        let unsourced = self.values.get(&(telling, value, None)).copied();
        let again = match &source {
            None => self.any.contains(&(telling, value)),
            Some(_) => unsourced.is_some() || self.values.contains_key(&(telling, value, source.clone())),
        };
        let first = self.told.insert((telling, source.clone()));
        if again {
            losses.note(at.what, Loss::CountedElsewhere, at.line, at.text);
            if let Some((place, _)) = unsourced.zip(source.as_ref()) {
                self.values.remove(&(telling, value, None));
                if let Some(known) = self.project.amounts.get_mut(place) {
                    known.source.clone_from(&source);
                }
                self.values.insert((telling, value, source), place);
            }
            return;
        }
        if !first {
            let why = if kind == AmountKind::FundingLine { Loss::AddedLine } else { Loss::RivalAmount };
            losses.note(at.what, why, at.line, at.text);
        }
        self.any.insert((telling, value));
        self.values.insert((telling, value, source), self.project.amounts.len());
        self.project.amounts.push(amount);
    }

    /// A movement of money among several.
    pub fn movement(&mut self, kind: AmountKind, value: Minor, of: (Option<String>, Option<Currency>, Option<i16>)) {
        let (source, currency, year) = of;
        let sum = self.sums.entry((source, currency, kind, year)).or_default();
        *sum = sum.saturating_add(i128::from(value.0));
    }

    /// Puts the sums of the movements among the amounts: a line for each fiscal year, and their whole as one figure
    /// where a year took more back than it gave, for what is less than nothing is counted by nobody.
    pub fn sum_up(&mut self, losses: &mut Losses) {
        let mut by_kind: BTreeMap<_, Vec<(Option<i16>, i128)>> = BTreeMap::new();
        for ((source, currency, kind, year), sum) in std::mem::take(&mut self.sums) {
            by_kind.entry((source, currency, kind)).or_default().push((year, sum));
        }
        for ((source, currency, kind), years) in by_kind {
            let whole = years.iter().fold(0_i128, |sum, (_, more)| sum.saturating_add(*more));
            let backward = years.iter().any(|(_, sum)| *sum < 0);
            let (kind, lines) = match kind {
                AmountKind::FundingLine if backward || years.iter().any(|(year, _)| year.is_none()) => {
                    (AmountKind::Award, vec![(None, whole)])
                }
                kind if backward => (kind, vec![(None, whole)]),
                kind => (kind, years),
            };
            for (fiscal_year, sum) in lines {
                let Ok(value) = i64::try_from(sum).map(Minor) else {
                    losses.note("#target-transaction", Loss::NotReadable, self.line, &sum.to_string());
                    continue;
                };
                // A year in which nothing moved, or all of it back, is no line.
                if value.0 != 0 || fiscal_year.is_none() {
                    self.project.amounts.push(figure(kind, value, currency, fiscal_year, None, source.clone()));
                }
            }
        }
    }

    /// Shares that are rounded make the whole; those that cannot be one are left open, as of IATI activities: no money
    /// falls to no theme where themes are told. What those summed to, in ten-thousandths.
    pub fn settle_shares(&mut self) -> Option<u64> {
        let themes = &mut self.project.themes;
        let stated: Vec<u64> = themes.iter().filter_map(|theme| theme.share).map(|share| share.0.into()).collect();
        let (sum, whole) = (stated.iter().sum::<u64>(), u64::from(Share::WHOLE.0));
        let all = stated.len() == themes.len();
        // Each may be off by one in its last place.
        let off = if all { stated.len() as u64 } else { 0 };
        if stated.is_empty() || sum == whole || (!all && sum < whole) {
            return None;
        }
        if sum.abs_diff(whole) > off {
            for theme in themes.iter_mut() {
                theme.share = None;
            }
            return Some(sum);
        }
        for (theme, part) in themes.iter_mut().zip(split(i64::from(Share::WHOLE.0), &stated)) {
            theme.share = u32::try_from(part).ok().map(Share);
        }
        None
    }
}

/// An amount of a row.
pub(super) fn figure(
    kind: AmountKind,
    value: Minor,
    currency: Option<Currency>,
    fiscal_year: Option<i16>,
    as_of: Option<PartialDate>,
    source: Option<String>,
) -> Amount {
    Amount { kind, value, currency, scope: Scope::Country, fiscal_year, as_of, source, attribution: Attribution::Named }
}
