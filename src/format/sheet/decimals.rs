//! What stands before the decimals of a table's amounts: told by the numbers that can be read in one way only, of the
//! whole table and of each currency by itself. Who copies from two sources mixes `€1,50` and `MXN 1,000`.

use std::collections::HashMap;

use super::currencies::currency;
use super::grid::{CellKind, Grid};
use super::mapping::{Mapping, rows};
use super::money::{Decimal, Doubt, Money, NotReadable, money, number};
use super::row::{Held, Row};
use super::target::Target;
use crate::model::Currency;

/// How many more numbers speak for a comma than for a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    /// Numbers that can only have one of them before their decimals.
    decimals: i64,
    /// Numbers that only so have thousands: amounts of money have no thousandths.
    thousands: i64,
}

impl Told {
    /// Takes what a text says. A number that a word multiplies tells nothing: `4.4M` is written so everywhere.
    fn hear(&mut self, text: &str) {
        if !text.contains(['.', ',']) {
            return;
        }
        let under = |decimal| {
            let read = money(text, decimal).ok().flatten();
            read.filter(|money| !money.multiplied).map(|money| money.value)
        };
        let (Some(with_point), Some(with_comma)) = (under(Decimal::Point), under(Decimal::Comma)) else { return };
        if with_point != with_comma {
            self.thousands += if text.contains('.') { 1 } else { -1 };
            return;
        }
        let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let Some(at) = digits.rfind(['.', ',']) else { return };
        let again = digits.get(..at).is_some_and(|before| before.contains(digits.get(at..=at).unwrap_or("")));
        // A mark that stands twice parts thousands; the last of two different ones, or the only one, decimals.
        let is_comma = digits.get(at..).is_some_and(|rest| rest.starts_with(','));
        self.decimals += if is_comma == again { -1 } else { 1 };
    }
}

/// What most numbers of a table say that can only be read in one way; then what makes thousands of the marks before
/// three digits; then what goes with the delimiter.
pub(super) fn decimal(grid: &Grid, first: usize) -> Decimal {
    let Told { decimals, thousands } = told(grid, first);
    match (decimals, thousands) {
        (1.., _) | (0, 1..) => Decimal::Comma,
        (0, 0) if grid.origin.delimiter == Some(';') => Decimal::Comma,
        _ => Decimal::Point,
    }
}

fn told(grid: &Grid, first: usize) -> Told {
    let mut told = Told::default();
    texts(grid, first).for_each(|text| told.hear(text));
    told
}

/// How many rows tell how numbers and dates are written.
pub(super) const LOOKED_AT: usize = 2_000;
/// No number or date that tells it is written in more bytes.
const LONGEST: usize = 40;

/// The texts that tell how numbers and dates are written.
pub(super) fn texts(grid: &Grid, first: usize) -> impl Iterator<Item = &str> {
    let cells = (first..grid.len().min(first + LOOKED_AT)).flat_map(|row| grid.cells(row));
    cells.filter(|cell| cell.kind == CellKind::Text && cell.text.len() <= LONGEST).map(|cell| cell.text)
}

/// Whose amount it is, as far as that may say how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Whose {
    Of(Currency),
    /// A bare `$`.
    Dollar,
    Nobody,
}

/// What stands before the decimals in the table, and in each currency that tells it by itself.
#[derive(Debug)]
pub(super) struct Decimals {
    table: Decimal,
    /// Whether the table's numbers tell it.
    told: bool,
    /// Whether the person chose another than the table suggests: they know it.
    chosen: bool,
    each: HashMap<Whose, Decimal>,
}

impl Decimals {
    /// What a table's numbers tell under this mapping.
    pub fn of(grid: &Grid, mapping: &Mapping) -> Self {
        let all = rows(grid, &mapping.conventions);
        let (first, table) = (all.start, mapping.conventions.decimal);
        let told = match told(grid, first).decimals {
            1.. => table == Decimal::Comma,
            0 => false,
            _ => table == Decimal::Point,
        };
        let mut each: HashMap<Whose, Told> = HashMap::new();
        for row in all.take(LOOKED_AT) {
            let row = Row::of(grid, mapping, row);
            let texts = row.held.iter().filter(|held| held.cell.kind == CellKind::Text && is_money(held.target));
            for held in texts.filter(|held| held.cell.text.len() <= LONGEST) {
                each.entry(whose(held, &row, mapping)).or_default().hear(held.cell.text);
            }
        }
        let sure = |(whose, told): (Whose, Told)| match told.decimals {
            0 => None,
            1.. => Some((whose, Decimal::Comma)),
            _ => Some((whose, Decimal::Point)),
        };
        let each = each.into_iter().filter_map(sure).collect();
        Self { table, told, chosen: table != decimal(grid, first), each }
    }

    /// The amount of a cell; what is shown as a percentage is none. Where its text can mean two things it is read as
    /// amounts of its currency are; where these do not tell it, three digits behind the only mark are thousands, unless a
    /// word multiplies them or the person says otherwise: amounts of money have no thousandths. What is not certain has
    /// a doubt.
    pub fn money(&self, held: Held<'_>, row: &Row<'_>, mapping: &Mapping) -> Result<Option<Money>, NotReadable> {
        let text = held.cell.text;
        let read = match held.cell.kind {
            CellKind::Percent => return Err(NotReadable),
            CellKind::Number => return number(text),
            _ => money(text, self.table)?,
        };
        let Some(Money { doubt: Some(Doubt::Separator { decimals }), multiplied, .. }) = read else { return Ok(read) };
        let other = if self.table == Decimal::Point { Decimal::Comma } else { Decimal::Point };
        let (read, told) = match self.each.get(&whose(&held, row, mapping)) {
            _ if self.chosen => (read, true),
            Some(own) => (if *own == self.table { read } else { money(text, other)? }, true),
            None if decimals && !multiplied => (money(text, other)?, false),
            None => (read, self.told),
        };
        // What parts thousands is no doubt where that is told elsewhere.
        Ok(read.map(|read| match read.doubt {
            Some(Doubt::Separator { decimals: false }) if told => Money { doubt: None, ..read },
            _ => read,
        }))
    }
}

/// Whether cells of a column are amounts.
fn is_money(target: Target) -> bool {
    target == Target::Transaction || target.amount().is_some()
}

/// Whose amount a cell is: of the currency that it names or shows, else its row, its header or the table.
fn whose(held: &Held<'_>, row: &Row<'_>, mapping: &Mapping) -> Whose {
    let named = money(held.cell.text, Decimal::Point).ok().flatten().and_then(|money| money.currency);
    let header = || currency(&mapping.columns.get(held.column)?.header);
    let told = named.or(held.cell.currency).or_else(|| row.currency()).or_else(header);
    let bare = if held.cell.text.contains('$') { Whose::Dollar } else { Whose::Nobody };
    told.or(mapping.conventions.currency).map_or(bare, Whose::Of)
}
