//! Which column of a table is which field: told from headers and content, adjustable by hand, kept by header names.

use serde::{Deserialize, Serialize};

use super::cells::{scope_named, status};
use super::conventions::{Conventions, language};
use super::currencies::currency;
use super::days::date;
use super::fold::{is_unknown, plain};
use super::grid::{CellKind, Grid};
use super::headers::told;
use super::known::is_state;
use super::money::money;
use super::target::{TEMPLATE, Target};
use super::two_lines::joined;
use super::usa;
use crate::format::Foreign;
use crate::model::{Lang, PublisherKind};

/// How a table becomes records. Kept as a file, it serves every table with the same headers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Which format the table was taken for.
    pub format: Foreign,
    /// The language of names that do not say theirs: of organisations, themes, places.
    pub language: Lang,
    /// The columns in their order.
    pub columns: Vec<ColumnUse>,
    /// How numbers and dates are written.
    #[serde(default)]
    pub conventions: Conventions,
    /// Who says what a row without a source says; nobody where absent.
    #[serde(default)]
    pub source: Option<FileSource>,
    /// The mapping that was kept and says otherwise than the table itself; none where nothing was kept that does.
    #[serde(default)]
    pub kept: Option<Kept>,
}

/// A mapping that was kept, as it is used for another table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The file that it was kept of or in; empty where nobody knows.
    pub name: String,
    /// The places of the columns of which it says otherwise than the table tells itself.
    #[serde(skip)]
    pub columns: Vec<usize>,
}

/// A column and what it becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnUse {
    /// Its header as written; where there is none, its place: `#1`.
    pub header: String,
    /// What it becomes.
    pub target: Target,
}

/// The source of a whole table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSource {
    /// Title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What the publisher is to the projects.
    pub kind: PublisherKind,
}

/// Why a kept mapping cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}")]
pub struct NoMapping {
    /// Where it stops being one, from 1.
    pub line: usize,
}

impl Mapping {
    /// This mapping for another table: columns by their headers; what it does not know is guessed. How the other
    /// table is written is told from itself.
    #[must_use]
    pub fn onto(&self, grid: &Grid) -> Self {
        let mut mapping = guess(grid);
        let mut kept: Vec<(String, Target)> =
            self.columns.iter().map(|column| (plain(&column.header), column.target)).collect();
        let mut columns = Vec::new();
        for (at, column) in mapping.columns.iter_mut().enumerate() {
            let header = plain(&column.header);
            // Of two columns with one header, the first takes the first.
            if let Some(place) = kept.iter().position(|(known, _)| *known == header) {
                let target = kept.remove(place).1;
                if target != column.target {
                    columns.push(at);
                    column.target = target;
                }
            }
        }
        let name = self.kept.as_ref().map(|kept| kept.name.clone()).unwrap_or_default();
        let kept = (!columns.is_empty()).then_some(Kept { name, columns });
        Self { language: self.language, source: self.source.clone(), kept, ..mapping }
    }

    /// This mapping without the one that was kept: its columns are told from the table, and everything else stays.
    #[must_use]
    pub fn without_kept(&self, grid: &Grid) -> Self {
        let told = guess_with(grid, self.conventions.clone());
        let mut mapping = Self { kept: None, ..self.clone() };
        for place in self.kept.iter().flat_map(|kept| &kept.columns) {
            if let (Some(column), Some(told)) = (mapping.columns.get_mut(*place), told.columns.get(*place)) {
                column.target = told.target;
            }
        }
        mapping
    }

    /// This mapping where somebody says what the column at this place becomes, whatever was kept.
    #[must_use]
    pub fn corrected(&self, place: usize, target: Target) -> Self {
        let mut mapping = self.clone();
        if let Some(column) = mapping.columns.get_mut(place) {
            column.target = target;
        }
        if let Some(kept) = &mut mapping.kept {
            kept.columns.retain(|kept| *kept != place);
        }
        mapping.kept = mapping.kept.filter(|kept| !kept.columns.is_empty());
        mapping
    }

    /// This mapping as it is kept under the name of a file.
    #[must_use]
    pub fn called(self, name: &str) -> Self {
        Self { kept: Some(Kept { name: name.to_owned(), columns: Vec::new() }), ..self }
    }

    /// The mapping as a text to be kept.
    pub fn to_ron(&self) -> String {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default()
    }

    /// A mapping that was kept.
    pub fn from_ron(text: &str) -> Result<Self, NoMapping> {
        ron::from_str(text).map_err(|error| NoMapping { line: error.span.start.line })
    }

    /// The columns that become nothing although they hold something; none where the table comes back whole.
    pub fn left_out<'a>(&'a self, grid: &'a Grid) -> impl Iterator<Item = &'a ColumnUse> {
        let holds = |column: usize| rows(grid, &self.conventions).any(|row| !grid.cell(row, column).is_empty());
        let columns = self.columns.iter().enumerate();
        columns
            .filter(move |(place, column)| column.target == Target::Ignore && holds(*place))
            .map(|(_, column)| column)
    }
}

/// The rows below the header.
pub(super) fn rows(grid: &Grid, conventions: &Conventions) -> std::ops::Range<usize> {
    conventions.first_row()..grid.len()
}

/// How many rows tell what a column holds.
const LOOKED_AT: usize = 200;

/// The mapping that headers and content tell.
pub fn guess(grid: &Grid) -> Mapping {
    guess_with(grid, Conventions::of(grid))
}

/// The mapping of a table that is written in this way.
pub fn guess_with(grid: &Grid, conventions: Conventions) -> Mapping {
    let width = grid.width();
    let header = |column: usize| match conventions.header_row {
        Some(row) if conventions.two_lines => joined(grid, row, column),
        row => row.map_or("", |row| grid.cell(row, column).text).to_owned(),
    };
    let headers: Vec<String> = (0..width)
        .map(|column| {
            Some(header(column)).filter(|text| !text.is_empty()).unwrap_or_else(|| format!("#{}", column + 1))
        })
        .collect();
    let language = conventions.header_row.map_or(Lang::Es, |row| language(grid, row));
    if let Some(mapping) = usa::preset(&headers, &conventions) {
        return mapping;
    }
    let contents: Vec<Content> = (0..width).map(|column| Content::of(grid, column, &conventions)).collect();
    let mut columns: Vec<(ColumnUse, usize)> = Vec::new();
    for (place, header) in headers.into_iter().enumerate() {
        let content = contents.get(place).copied().unwrap_or_default();
        let named = conventions.header_row.and_then(|_| told(&header)).map(|(target, _, score)| (target, score));
        let (target, score) =
            named.filter(|(target, score)| content.may_be(*target, *score >= EXACT)).unwrap_or_default();
        // *Estado* is a state of the republic or the state that a project is in.
        let target =
            if target == Target::State && content.statuses * 2 > content.filled { Target::Status } else { target };
        columns.push((ColumnUse { header, target }, score));
    }
    one_each(&mut columns);
    let own = columns.len() == TEMPLATE.len()
        && columns.iter().zip(TEMPLATE).all(|((column, score), target)| column.target == target && *score >= EXACT);
    let mut columns: Vec<ColumnUse> = columns.into_iter().map(|(column, _)| column).collect();
    if !own {
        by_content(&mut columns, &contents, language);
    }
    let format = if own { Foreign::Own } else { Foreign::Table };
    Mapping { format, language, columns, conventions, source: None, kept: None }
}

/// A header that is exactly a name of its field has at least this score.
const EXACT: usize = 1_000;

/// A field of one value has one column: the one whose header says it most exactly.
fn one_each(columns: &mut [(ColumnUse, usize)]) {
    for place in 0..columns.len() {
        let Some((ColumnUse { target, .. }, score)) = columns.get(place).cloned() else { continue };
        let many = target.amount().is_some()
            || target.role().is_some()
            || matches!(
                target,
                Target::Theme
                    | Target::State
                    | Target::Sector
                    | Target::Supports
                    | Target::Source
                    | Target::AmountSource
            )
            || matches!(target, Target::Country | Target::Ignore);
        let better = |(other, (column, known)): (usize, &(ColumnUse, usize))| {
            column.target == target && (*known > score || (*known == score && other < place))
        };
        if !many
            && columns.iter().enumerate().any(better)
            && let Some((column, score)) = columns.get_mut(place)
        {
            (column.target, *score) = (Target::Ignore, 0);
        }
    }
}

/// Whether what a column holds can be a field.
type Fits = fn(&Content) -> bool;

/// What is still open is told by what the columns hold: addresses, states, money, then names.
fn by_content(columns: &mut [ColumnUse], contents: &[Content], language: Lang) {
    let name = if language == Lang::Es { Target::NameEs } else { Target::NameEn };
    let wanted: [(Target, Fits); 5] = [
        (Target::Source, |content| content.addresses * 10 >= content.filled * 8),
        (Target::State, |content| content.states * 10 >= content.filled * 8),
        (Target::Award, |content| content.priced * 10 >= content.filled * 8),
        (Target::Start, |content| content.dates * 10 >= content.filled * 9 && content.money * 2 < content.filled),
        (name, |content| content.money == 0 && content.dates == 0 && content.letters >= content.filled * 12),
    ];
    for (target, fits) in wanted {
        let taken = |column: &ColumnUse| match target {
            Target::NameEs | Target::NameEn => {
                matches!(column.target, Target::NameEs | Target::NameEn | Target::Acronym)
            }
            Target::Award => column.target.amount().is_some() || column.target == Target::Transaction,
            Target::Start => matches!(column.target, Target::Start | Target::PlannedEnd | Target::ActualEnd),
            target => column.target == target,
        };
        if columns.iter().any(taken) {
            continue;
        }
        let open = columns.iter_mut().zip(contents).filter(|(column, _)| column.target == Target::Ignore);
        // What is known and not wanted stays so.
        let open = open.filter(|(column, _)| told(&column.header).is_none_or(|(known, ..)| known != Target::Ignore));
        if let Some((column, _)) = open.into_iter().find(|(_, content)| content.filled > 0 && fits(content)) {
            column.target = target;
        }
    }
}

/// What the cells of a column look like.
#[derive(Clone, Copy, Debug, Default)]
struct Content {
    filled: usize,
    dates: usize,
    money: usize,
    /// Amounts that name a currency.
    priced: usize,
    states: usize,
    statuses: usize,
    scopes: usize,
    addresses: usize,
    letters: usize,
}

impl Content {
    fn of(grid: &Grid, column: usize, conventions: &Conventions) -> Self {
        let mut content = Self::default();
        for row in rows(grid, conventions).take(LOOKED_AT) {
            let cell = grid.cell(row, column);
            if cell.kind == CellKind::Error || is_unknown(cell.text) {
                continue;
            }
            let amount =
                money(cell.text, conventions.decimal).ok().flatten().filter(|_| cell.kind != CellKind::Percent);
            content.filled += 1;
            content.dates +=
                usize::from(cell.kind == CellKind::Date || date(cell, conventions.date_order, false).is_ok());
            content.money += usize::from(amount.is_some());
            content.priced += usize::from(
                amount.is_some()
                    && (cell.text.contains('$') || cell.currency.or_else(|| currency(cell.text)).is_some()),
            );
            content.states += usize::from(cell.text.split([',', ';', '/', '\n']).all(|name| is_state(name.trim())));
            content.scopes += usize::from(scope_named(cell.text));
            content.statuses += usize::from(status(cell.text).is_some());
            content.addresses += usize::from(cell.text.starts_with("http://") || cell.text.starts_with("https://"));
            content.letters += cell.text.chars().count().min(200);
        }
        content
    }

    /// Whether a column that holds this can be the field: no header makes numbers of beneficiaries a group of people.
    /// What a header says exactly is believed of dates and money; what cannot be read there is listed.
    fn may_be(&self, target: Target, exactly: bool) -> bool {
        let half = |count: usize| count * 2 >= self.filled;
        match target {
            _ if self.filled == 0 => true,
            Target::Start | Target::PlannedEnd | Target::ActualEnd | Target::StatusAsOf => exactly || half(self.dates),
            Target::Award | Target::Total | Target::Budget | Target::Disbursement | Target::Expenditure => {
                exactly || half(self.money)
            }
            // The scope of a project is told in words of its own; that of the work in many others.
            Target::Scope => half(self.scopes),
            // A theme may be called *60% y más*, an organisation *B 2*.
            Target::Theme | Target::Sector | Target::Implementer | Target::Funder | Target::Partner => {
                exactly || !half(self.money)
            }
            // How many sources there are names none.
            Target::Source
            | Target::State
            | Target::Supports
            | Target::Status
            | Target::Country
            | Target::NameEs
            | Target::NameEn => !half(self.money),
            _ => true,
        }
    }
}
