//! The rows of a table as projects: rows of one project joined, what cells name found among the records of the open
//! portfolio, and everything that became nothing told.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cells::is_total;
use super::currencies::is_written_with_dollar;
use super::decimals::Decimals;
use super::draft::Draft;
use super::failed::is_added;
use super::finish::finished;
use super::fold::same_name;
use super::grid::Grid;
use super::known::Known;
use super::mapping::{Mapping, rows};
use super::row::Row;
use super::target::Target;
use crate::format::brought::{example, other_currencies};
use crate::format::{Brought, FailedEntry, Loss, Losses, Lost, Progress, Stage, Understood, Unreadable};
use crate::model::{Bilingual, Currency, Header, Portfolio, Project, Projects};

/// The targets that tell which project a row is of.
const NAMES: [Target; 3] = [Target::NameEs, Target::NameEn, Target::Acronym];

/// The records that a table becomes under this mapping; `base` is the open portfolio, whose organisations, themes,
/// places and sources are meant where cells name them.
///
/// `progress` counts the rows, first while they come in, then while they are put together; who cancels it waits for no
/// more than a few of them.
pub fn bring(
    grid: &Grid,
    mapping: &Mapping,
    base: Option<&Portfolio>,
    progress: &Progress,
) -> Result<Brought, Unreadable> {
    let rows = rows(grid, &mapping.conventions);
    progress.enter(Stage::Mapping, rows.len());
    let mut bringing = Bringing::new(grid, mapping, base);
    for (done, row) in rows.enumerate() {
        if !progress.goes_on(done) {
            return Err(Unreadable::Cancelled);
        }
        bringing.row(&Row::of(grid, mapping, row));
    }
    bringing.brought(base, progress)
}

/// How often a column was understood, and what it held first.
#[derive(Clone, Default)]
pub(super) struct Use {
    pub count: usize,
    pub example: String,
    line: usize,
}

impl Use {
    pub fn note(&mut self, line: usize, text: &str) {
        if self.count == 0 {
            self.example = example(text);
            self.line = line;
        }
        self.count += 1;
    }
}

/// A table while it becomes records.
pub(super) struct Bringing<'g> {
    pub grid: &'g Grid,
    pub mapping: &'g Mapping,
    pub known: Known<'g>,
    pub losses: Losses,
    failed: Vec<FailedEntry>,
    unread: Vec<FailedEntry>,
    pub drafts: Vec<Draft>,
    /// Where the project with this id, agreement number or name stands; each under its own mark.
    places: HashMap<(char, String), usize>,
    uses: Vec<Use>,
    ignored: Vec<Use>,
    entries: usize,
    /// Movements of money that were summed.
    pub summed: HashSet<String>,
    /// The project of the row before.
    pub before: Option<usize>,
    /// Amounts that name no currency where nothing else does.
    pub without_currency: Use,
    /// Whether such an amount has a bare `$`.
    pub with_dollar: bool,
    own_source: Option<String>,
    /// What stands before the decimals, in the table and in each currency.
    pub decimals: Decimals,
}

impl<'g> Bringing<'g> {
    fn new(grid: &'g Grid, mapping: &'g Mapping, base: Option<&'g Portfolio>) -> Self {
        let columns = mapping.columns.len();
        Self {
            grid,
            mapping,
            known: Known::new(base, mapping.language),
            losses: Losses::default(),
            failed: Vec::new(),
            unread: Vec::new(),
            drafts: Vec::new(),
            places: HashMap::new(),
            uses: vec![Use::default(); columns],
            ignored: vec![Use::default(); columns],
            entries: 0,
            summed: HashSet::new(),
            before: None,
            without_currency: Use::default(),
            with_dollar: false,
            own_source: None,
            decimals: Decimals::of(grid, mapping),
        }
    }

    /// How a column is called.
    pub fn header(&self, column: usize) -> &'g str {
        self.mapping.columns.get(column).map_or("", |column| column.header.as_str())
    }

    fn row(&mut self, row: &Row<'g>) {
        if row.held.is_empty() && row.errors.is_empty() || self.is_header_again(row) {
            return;
        }
        if is_totals(row) {
            let text = row.held.first().map_or("", |held| held.cell.text);
            let said: Vec<&str> = row.held.iter().map(|held| held.cell.text).collect();
            return self.losses.note(text, Loss::TotalsRow, row.line, &said.join(" · "));
        }
        self.entries += 1;
        for error in &row.errors {
            self.not_readable(row, error.column, error.cell.text);
        }
        let id = row.first(&[Target::Id]);
        let agreement = row.first(&[Target::AgreementNumber]);
        let named =
            row.first(&NAMES).or_else(|| row.first(&[Target::SummaryEs, Target::SummaryEn]).filter(|_| id.is_some()));
        let place = match self.project_of(row) {
            Some(place) => place,
            // What a row says of a project that nobody names cannot be kept as one.
            None if id.is_none() && named.is_none() && agreement.is_none() => return self.fail(row),
            None => self.begin(row),
        };
        self.remember(row, place);
        self.take(row, place);
        self.before = Some(place);
    }

    /// Tables that were printed repeat their header on each page.
    fn is_header_again(&self, row: &Row<'_>) -> bool {
        self.mapping.conventions.header_row.is_some()
            && row.held.len() > 1
            && row.held.iter().all(|held| held.cell.text == self.header(held.column))
    }

    /// A cell cannot be read: its row is kept for mending, whatever else it says comes in.
    pub fn not_readable(&mut self, row: &Row<'_>, column: usize, text: &str) {
        let header = self.header(column);
        self.losses.note(header, Loss::NotReadable, row.line, text);
        if let Some(unread) = self.unread.last_mut().filter(|unread| unread.line == row.line) {
            unread.what = format!("{}, {header}", unread.what);
        } else if self.unread.len() < MOST_UNREAD {
            let (what, cells) = (header.to_owned(), self.written(row));
            self.unread.push(FailedEntry { line: row.line, what, why: Loss::NotReadable, cells });
        }
    }

    fn fail(&mut self, row: &Row<'_>) {
        // It is handed back once.
        self.unread.pop_if(|unread| unread.line == row.line);
        let what = self.mapping.columns.iter().find(|column| NAMES.contains(&column.target));
        let what = what.map_or_else(|| "#target-name-es".to_owned(), |column| column.header.clone());
        self.failed.push(FailedEntry { line: row.line, what, why: Loss::Missing, cells: self.written(row) });
        self.before = None;
    }

    /// The cells of a row as they stand.
    fn written(&self, row: &Row<'_>) -> Vec<String> {
        (0..self.mapping.columns.len()).map(|column| self.grid.cell(row.place, column).text.to_owned()).collect()
    }

    /// The project that a row goes on with: of its id, else its agreement number, else its name.
    fn project_of(&mut self, row: &Row<'_>) -> Option<usize> {
        let at = |mark: char, text: Option<&str>| self.places.get(&(mark, text?.trim().to_owned())).copied();
        let id = row.first(&[Target::Id]);
        let agreement = row.first(&[Target::AgreementNumber]);
        let by_id = at('i', id);
        let by_agreement = at('a', agreement);
        let name = row.first(&NAMES).map(same_name);
        let by_name = at('n', name.as_deref());
        let same_name = |place: usize| self.drafts.get(place).is_none_or(|draft| agrees(draft, row));
        let free_of_id = |place: usize| {
            let given = self.drafts.get(place).filter(|draft| draft.id_given).map(|draft| draft.project.id.as_str());
            given.is_none() || id.is_none() || given == id
        };
        if let Some(place) = by_id.filter(|place| same_name(*place) || by_agreement == Some(*place)) {
            return Some(place);
        }
        let free_of_agreement = |place: usize| {
            let given = self.drafts.get(place).and_then(|draft| draft.project.agreement_number.as_deref());
            given.is_none() || agreement.is_none() || given == agreement
        };
        let by_name = by_name.filter(|place| free_of_agreement(*place));
        by_agreement.or(by_name).filter(|place| by_id.is_some() || free_of_id(*place))
    }

    fn begin(&mut self, row: &Row<'_>) -> usize {
        let id = row.first(&[Target::Id]).map(|id| id.trim().to_owned());
        let twice = id.as_ref().is_some_and(|id| self.places.contains_key(&('i', id.clone())));
        if let Some((id, true)) = id.as_ref().map(|id| (id, twice)) {
            let column = self.mapping.columns.iter().find(|column| column.target == Target::Id);
            let what = column.map_or("#target-id", |column| column.header.as_str());
            self.losses.note(what, Loss::SameId, row.line, id);
        }
        let mut draft = Draft::new(row.line, id.is_some() && !twice);
        draft.project.id = if twice { String::new() } else { id.unwrap_or_default() };
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// Under which id, agreement number and names a project is found again.
    fn remember(&mut self, row: &Row<'_>, place: usize) {
        let mut put = |mark: char, text: String| _ = self.places.entry((mark, text)).or_insert(place);
        row.first(&[Target::Id]).into_iter().for_each(|id| put('i', id.trim().to_owned()));
        row.first(&[Target::AgreementNumber]).into_iter().for_each(|number| put('a', number.trim().to_owned()));
        let names = row.held.iter().filter(|held| NAMES.contains(&held.target));
        names.for_each(|held| put('n', same_name(held.cell.text)));
    }

    /// Counts a cell of a column that was understood.
    pub fn understood(&mut self, column: usize, line: usize, text: &str) {
        if let Some(uses) = self.uses.get_mut(column) {
            uses.note(line, text);
        }
    }

    /// Counts a cell of a column that becomes nothing.
    pub fn ignore(&mut self, column: usize, line: usize, text: &str) {
        if let Some(uses) = self.ignored.get_mut(column) {
            uses.note(line, text);
        }
    }

    /// The source of the whole table, where it has one.
    pub fn own_source(&mut self) -> Option<String> {
        let source = self.mapping.source.as_ref()?;
        if self.own_source.is_none() {
            let id = self.known.source_of(&source.title, &source.publisher, source.kind, None);
            self.own_source = Some(id);
        }
        self.own_source.clone()
    }

    fn brought(mut self, base: Option<&Portfolio>, progress: &Progress) -> Result<Brought, Unreadable> {
        let drafts = std::mem::take(&mut self.drafts);
        let (projects, country) = finished(drafts, self.mapping, base, &mut self.losses, progress)?;
        let mut header = base.map_or_else(|| self.new_header(), |base| base.header.clone());
        header.country = country;
        if base.is_none() {
            header.currency = most_told(&projects, self.with_dollar).or(self.mapping.conventions.currency);
        }
        let mut portfolio = Portfolio::empty(header);
        portfolio.projects = Projects::new(projects);
        self.known.put_into(&mut portfolio);
        let columns = || self.mapping.columns.iter();
        let understood =
            columns().zip(&self.uses).filter(|(_, uses)| uses.count > 0).map(|(column, uses)| Understood {
                what: column.header.clone(),
                field: column.target.field().to_owned(),
                count: uses.count,
                example: uses.example.clone(),
            });
        let understood = understood.collect();
        let left_out =
            columns().zip(&self.ignored).filter(|(column, uses)| uses.count > 0 && !is_added(&column.header));
        let left_out = left_out.map(|(column, uses)| Lost {
            what: column.header.clone(),
            why: Loss::NoPlace,
            count: uses.count,
            line: uses.line,
            example: uses.example.clone(),
            others: Vec::new(),
        });
        let left_out = folded(left_out.collect());
        // Amounts whose currency nobody says are taken for the portfolio's; the person can say another.
        let no_currency = Some(&self.without_currency).filter(|uses| uses.count > 0).map(|uses| Lost {
            what: portfolio.currency().to_string(),
            why: Loss::CurrencyAssumed,
            count: uses.count,
            line: uses.line,
            example: uses.example.clone(),
            others: Vec::new(),
        });
        let others = other_currencies(&portfolio);
        let lost = no_currency.into_iter().chain(self.losses.all()).chain(others).chain(left_out).collect();
        let (format, noticed) = (self.mapping.format, self.grid.noticed.clone());
        let (failed, unread) = (self.failed, self.unread);
        Ok(Brought { format, portfolio, entries: self.entries, understood, lost, failed, unread, noticed })
    }

    fn new_header(&self) -> Header {
        let title = self.grid.origin.sheet.clone();
        let language = self.mapping.language;
        let title = title.map(|title| Bilingual::of(language, &title)).unwrap_or_default();
        Header { title, ..Header::blank(Some(language)) }
    }
}

/// The currency that most amounts name; of two alike, US dollars. Where others have a bare `$`, one that it can mean.
fn most_told(projects: &[Project], with_dollar: bool) -> Option<Currency> {
    let mut counts: BTreeMap<Currency, usize> = BTreeMap::new();
    let named = projects.iter().flat_map(|project| &project.amounts).filter_map(|amount| amount.currency);
    let fit = named.filter(|currency| !with_dollar || is_written_with_dollar(*currency));
    fit.for_each(|currency| *counts.entry(currency).or_default() += 1);
    let most = counts.into_iter().rev().max_by_key(|(currency, count)| (*count, *currency == Currency::USD));
    most.map(|(currency, _)| currency)
}

/// How many rows with cells that cannot be read are kept for mending.
const MOST_UNREAD: usize = 20_000;

/// How many columns that became nothing are named; the others are counted together.
const MOST_NAMED: usize = 20;

/// Columns that became nothing: the first by their names, all others as one from the first to the last of them.
fn folded(mut columns: Vec<Lost>) -> Vec<Lost> {
    let others = columns.split_off(columns.len().min(MOST_NAMED));
    if let [first, .., last] = others.as_slice() {
        let what = format!("{} … {}", first.what, last.what);
        let count = others.iter().map(|lost| lost.count).sum();
        columns.push(Lost { what, count, ..first.clone() });
    } else {
        columns.extend(others);
    }
    columns
}

/// Whether a row sums the others: it begins with such a word and says nothing else of a project but money.
fn is_totals(row: &Row<'_>) -> bool {
    let Some(first) = row.held.first().filter(|first| is_total(first.cell.text)) else { return false };
    let about_money = |target: Target| {
        target.amount().is_some()
            || matches!(target, Target::Transaction | Target::Currency | Target::Ignore | Target::FiscalYear)
    };
    row.held.iter().all(|held| held.column == first.column || about_money(held.target))
}

/// Whether a row may be of a project by its name: the same in one language, or not told.
fn agrees(draft: &Draft, row: &Row<'_>) -> bool {
    let same = |known: Option<&String>, target: Target| {
        let told = row.first(&[target]).map(same_name);
        Some(known.map(|known| same_name(known))? == told?)
    };
    let name = &draft.project.name;
    let told = [same(name.es.as_ref(), Target::NameEs), same(name.en.as_ref(), Target::NameEn)];
    told.contains(&Some(true)) || !told.contains(&Some(false))
}
