//! What stopped before its planned end: months ahead by the plan, share of its time, and what of its money that is if
//! it was spent evenly. An estimate, named so wherever it shows, and replaced by what was published as spent. Two
//! readings; neither writes an end into a record.

use std::collections::{BTreeMap, HashMap};

use super::group::{self, By};
use super::index::Index;
use super::row::Row;
use super::years::Spread;
use crate::model::{AmountKind, Currency, Day, EndingKind, PartialDate, Project, Scope, split};

/// Which projects are taken to have stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Reading {
    /// Only those that a source names among the cancelled, or tells the end of.
    #[default]
    Named,
    /// All that are not known to have ended, at the cut-off.
    Presumed,
}

impl Reading {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Named, Self::Presumed];

    /// As on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Presumed => "presumed",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Named => "reading-named",
            Self::Presumed => "reading-presumed",
        }
    }
}

/// How a project's stopping is looked at: which reading, and the cut-off that it is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lens {
    /// Which reading.
    pub reading: Reading,
    /// The portfolio's cut-off, or one that a person tries.
    pub cutoff: Option<PartialDate>,
}

/// Three figures of one thing: what the dates allow at least, what is shown, what they allow at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned {
    /// The least.
    pub low: i64,
    /// By the last days that the dates allow, which is nearer to the least than to the most.
    pub shown: i64,
    /// The most.
    pub high: i64,
}

impl Spanned {
    /// Whether the dates leave no doubt.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }
}

/// What of an award was carried out and what was cut, in hundredths; the two always sum to the award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutMoney {
    /// The award.
    pub award: i64,
    /// What was published as spent.
    pub spent: Option<Spent>,
    /// What was spent, or would have been if it was spent evenly.
    pub carried: i64,
    /// The rest.
    pub cut: Spanned,
    /// Whether a source published what was spent up to the stop; else it is an estimate.
    pub published: bool,
}

/// What was published as spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// How much, in hundredths; may be more than the award.
    pub value: i64,
    /// The last day that the figure can be of; `None` where it is undated.
    pub until: Option<Day>,
}

/// A project that stopped before its planned end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Its row.
    pub row: usize,
    /// When it stopped: the end that a source tells, else the cut-off.
    pub stop: PartialDate,
    /// Whether a source tells that end of this project.
    pub stated: bool,
    /// Days from the stop to the planned end.
    pub ahead: Spanned,
    /// All its planned days.
    pub planned: i64,
    /// Which part of its planned time lay ahead, in ten-thousandths.
    pub share: Spanned,
    /// Its money; `None` where nobody published an award, or it is of several countries.
    pub money: Option<CutMoney>,
}

/// Where a project stands in a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutState {
    /// It stopped before its planned end.
    Cut(Cut),
    /// It stopped, but nobody published until when it was planned, or since when.
    NoPlan,
    /// Its dates contradict each other.
    Crossed,
    /// It is not known to have stopped early: it had ended, or its plan had run out.
    Whole,
    /// The reading says nothing of it: no source names it.
    NotRead,
}

/// Where a project stands in a reading.
pub fn cut_state(at: usize, row: &Row, spent: Option<Spent>, lens: Lens) -> CutState {
    let Lens { reading, cutoff } = lens;
    let stop = match (row.actual_end, row.ending, reading, cutoff) {
        (Some(end), ..) => Some((end, true)),
        (None, EndingKind::Before, ..) => return CutState::Whole,
        (None, EndingKind::Named, _, Some(cutoff)) | (None, _, Reading::Presumed, Some(cutoff)) => {
            Some((cutoff, false))
        }
        _ => None,
    };
    let Some((stop, stated)) = stop else { return CutState::NotRead };
    let (Some(start), Some(planned)) = (row.start, row.planned_end) else { return CutState::NoPlan };
    if planned.latest() <= stop.latest() {
        return if planned.latest() < start.earliest() { CutState::Crossed } else { CutState::Whole };
    }
    if stop.latest() < start.earliest() || planned.latest() < start.earliest() {
        return CutState::Crossed;
    }
    CutState::Cut(cut(at, row, spent, (start, stop, planned), stated))
}

fn cut(
    at: usize,
    row: &Row,
    spent: Option<Spent>,
    (start, stop, planned): (PartialDate, PartialDate, PartialDate),
    stated: bool,
) -> Cut {
    let day = |day: Day| i64::from(day.0);
    // Of an inexact date every day is allowed; what is shown takes the first day of a start and the last of an end,
    // so that "March 2025" had run to its end.
    let ahead = Spanned {
        low: (day(planned.earliest()) - day(stop.latest())).max(0),
        shown: day(planned.latest()) - day(stop.latest()),
        high: day(planned.latest()) - day(stop.earliest()),
    };
    let whole = (day(planned.latest()) - day(start.earliest()) + 1).max(1);
    let least_whole = (day(planned.earliest()) - day(start.earliest()) + 1).max(1);
    let most_whole = (day(planned.latest()) - day(start.latest()) + 1).max(1);
    let parts = [(ahead.low, least_whole), (ahead.shown, whole), (ahead.high, most_whole)];
    let [low, shown, high] = parts.map(|(part, of)| (part.clamp(0, of), of));
    // To the nearest ten-thousandth.
    let share = |(part, of): (i64, i64)| (part * 20_000 + of) / (of * 2);
    let share = ordered(share(low), share(shown), share(high));
    let money = row.counted().map(|award| {
        let of = |(part, of): (i64, i64)| part_of(award, part, of);
        let rest = spent.map(|spent| (award - spent.value).max(0));
        let published = spent.is_some_and(|spent| spent.until.is_none_or(|until| until >= stop.earliest()));
        let cut = match rest {
            Some(rest) if published => Spanned { low: rest, shown: rest, high: rest },
            rest => {
                // What had been spent at an earlier date was not cut, however even the pace.
                let most = rest.unwrap_or(award);
                ordered(of(low).min(most), of(shown).min(most), of(high).min(most))
            }
        };
        CutMoney { award, spent, carried: award - cut.shown, cut, published }
    });
    Cut { row: at, stop, stated, ahead, planned: whole, share, money }
}

/// Rounding keeps the least the least and the most the most.
fn ordered(low: i64, shown: i64, high: i64) -> Spanned {
    Spanned { low: low.min(shown), shown, high: high.max(shown) }
}

/// So much of an award; the rest is the other part of the same split, so that both sum to the award.
pub(super) fn part_of(award: i64, part: i64, of: i64) -> i64 {
    let weight = |days: i64| u64::try_from(days).unwrap_or(0);
    split(award, &[weight(of - part), weight(part)]).get(1).copied().unwrap_or(0)
}

/// What was published as spent in the currency of the award; amounts that name none are in the portfolio's `own`.
pub fn spent(project: &Project, row: &Row, own: Currency) -> Option<Spent> {
    spent_in(project, row.headline?.currency, own)
}

/// What was published as spent in a currency: expenditure before disbursement, each source's summed; of several sources
/// the larger sum, which is the later one, since spending only grows.
pub fn spent_in(project: &Project, currency: Currency, own: Currency) -> Option<Spent> {
    let mut by_source: BTreeMap<(bool, Option<&str>), Spent> = BTreeMap::new();
    for amount in &project.amounts {
        let spent = matches!(amount.kind, AmountKind::Disbursement | AmountKind::Expenditure);
        let here = amount.scope == Scope::Country && amount.currency.unwrap_or(own) == currency;
        if spent && here && amount.value.0 >= 0 {
            let key = (amount.kind == AmountKind::Disbursement, amount.source.as_deref());
            let until = amount.date().map(PartialDate::latest);
            let sum = by_source.entry(key).or_insert(Spent { value: 0, until });
            sum.value = sum.value.saturating_add(amount.value.0);
            sum.until = sum.until.max(until);
        }
    }
    let first_kind = by_source.keys().next()?.0;
    let of_kind = by_source.into_iter().filter(|((kind, _), _)| *kind == first_kind);
    of_kind.map(|(_, spent)| spent).max_by_key(|spent| spent.value)
}

/// What of a set was cut short in a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutShort {
    /// Those that stopped before their planned end, the most money first.
    pub cuts: Vec<Cut>,
    /// Those that stopped and have no plan to hold that against.
    pub no_plan: Vec<usize>,
    /// Those whose dates contradict each other.
    pub crossed: Vec<usize>,
    /// Those that had ended, or whose plan had run out.
    pub whole: Vec<usize>,
    /// Those of which the reading says nothing.
    pub not_read: Vec<usize>,
    /// The awards of the cut ones, carried out and cut; the last two sum to the first.
    pub award: i128,
    /// What was carried out.
    pub carried: i128,
    /// What was cut: the least, as shown, the most.
    pub cut: (i128, i128, i128),
    /// How many of the cut ones have no amount that counts.
    pub without_amount: usize,
    /// How many of them have a published spending up to their stop.
    pub published: usize,
    /// What of the shown figure rests on it.
    pub published_cut: i128,
    /// Of how many a spending was published for an earlier day only.
    pub partly_told: usize,
}

/// What of these rows was cut short.
pub fn cut_short(rows: &[usize], lens: Lens, index: &Index) -> CutShort {
    let mut short = CutShort::default();
    for at in rows.iter().copied() {
        let Some(row) = index.rows.get(at) else { continue };
        match cut_state(at, row, index.spent(at), lens) {
            CutState::Cut(cut) => short.add(cut),
            CutState::NoPlan => short.no_plan.push(at),
            CutState::Crossed => short.crossed.push(at),
            CutState::Whole => short.whole.push(at),
            CutState::NotRead => short.not_read.push(at),
        }
    }
    short.cuts.sort_by_key(|cut| {
        let money = cut.money.map(|money| money.cut.shown);
        (money.is_none(), std::cmp::Reverse(money), std::cmp::Reverse(cut.ahead.shown), cut.row)
    });
    short
}

impl CutShort {
    fn add(&mut self, cut: Cut) {
        match cut.money {
            None => self.without_amount += 1,
            Some(money) => {
                self.award += i128::from(money.award);
                self.carried += i128::from(money.carried);
                self.cut.0 += i128::from(money.cut.low);
                self.cut.1 += i128::from(money.cut.shown);
                self.cut.2 += i128::from(money.cut.high);
                self.partly_told += usize::from(!money.published && money.spent.is_some());
                if money.published {
                    self.published += 1;
                    self.published_cut += i128::from(money.cut.shown);
                }
            }
        }
        self.cuts.push(cut);
    }
}

/// One group of what was cut short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutGroup {
    /// The key; `None` is *no data*.
    pub key: Option<String>,
    /// Rows of the cut projects.
    pub rows: Vec<usize>,
    /// What was cut: the least, as shown, the most; `None` where none of them has an amount.
    pub cut: Option<(i128, i128, i128)>,
    /// The awards.
    pub award: i128,
    /// Whether all of it was published as spent; else it is an estimate.
    pub published: bool,
    /// How many of the rows have an amount that counts.
    pub counted: usize,
}

impl CutGroup {
    /// What was carried out: the rest of the awards.
    pub fn carried(&self) -> i128 {
        self.award - self.cut.map_or(0, |(_, shown, _)| shown)
    }
}

/// What was cut, in groups that sum to it to the cent: each project's cut part is split as its award is.
pub fn cut_groups(short: &CutShort, by: By, index: &Index) -> Vec<CutGroup> {
    let rows: Vec<usize> = short.cuts.iter().map(|cut| cut.row).collect();
    let money: HashMap<usize, CutMoney> =
        short.cuts.iter().filter_map(|cut| cut.money.map(|money| (cut.row, money))).collect();
    let parts = |pick: fn(CutMoney) -> i64| {
        let value = |row: usize| money.get(&row).copied().map(pick);
        group::groups_of(&rows, by, Spread::Award, index, value)
    };
    let sums = |pick: fn(CutMoney) -> i64| -> HashMap<Option<String>, i128> {
        parts(pick).into_iter().map(|group| (group.key, group.amount.unwrap_or(0))).collect()
    };
    let (award, low, high) = (sums(|money| money.award), sums(|money| money.cut.low), sums(|money| money.cut.high));
    let of = |sums: &HashMap<Option<String>, i128>, key: &Option<String>| sums.get(key).copied().unwrap_or(0);
    let rows_of = group::group_rows(&rows, by, Spread::Award, index);
    let mut groups: Vec<CutGroup> = parts(|money| money.cut.shown)
        .into_iter()
        .zip(rows_of)
        .map(|(group, (_, rows))| CutGroup {
            cut: group.amount.map(|shown| {
                // Each is divided to the cent of itself: a cent may fall to another group.
                (of(&low, &group.key).min(shown), shown, of(&high, &group.key).max(shown))
            }),
            award: of(&award, &group.key),
            published: rows.iter().filter_map(|row| money.get(row)).all(|money| money.published),
            counted: rows.iter().filter(|row| money.contains_key(row)).count(),
            key: group.key,
            rows,
        })
        .collect();
    groups.sort_by_key(|group| {
        let shown = group.cut.map(|(_, shown, _)| shown);
        (group.key.is_none(), std::cmp::Reverse(shown), std::cmp::Reverse(group.rows.len()))
    });
    groups
}
