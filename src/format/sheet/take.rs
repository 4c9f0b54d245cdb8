//! The cells of a row, each put into its field of the project.

use super::bring::Bringing;
use super::cells::{amount_kind, ending, is_several, of_one_country, status, transaction};
use super::currencies::currency;
use super::days::date;
use super::draft::{At, add, figure, set};
use super::fold::plain;
use super::grid::CellKind;
use super::known::is_address;
use super::lists::listed;
use super::money::{Doubt, Money, percent};
use super::row::{Held, Row};
use super::target::Target;
use crate::format::Loss;
use crate::model::{AmountKind, Currency, EndingKind, PartialDate, Scope};

/// What all amounts of a row share.
#[derive(Clone)]
struct OfRow {
    currency: Option<Currency>,
    fiscal_year: Option<i16>,
    as_of: Option<PartialDate>,
    source: Option<String>,
    kind: Option<AmountKind>,
    /// What its award is, where a cell says it more exactly.
    figure: Option<AmountKind>,
    /// Whether its amounts are of several countries.
    several: bool,
    /// Whether its movement was summed before.
    summed: bool,
}

impl<'g> Bringing<'g> {
    /// Puts the cells of a row into the project in this place.
    pub fn take(&mut self, row: &Row<'g>, place: usize) {
        let source = self.sources(row, place);
        let key = row.first(&[Target::TransactionKey]);
        let of_row = OfRow {
            currency: row.currency(),
            fiscal_year: row.fiscal_year(),
            as_of: row.as_of(self.mapping, self.grid.origin.from_1904),
            source,
            kind: row.first(&[Target::TransactionType]).map_or(Some(AmountKind::FundingLine), transaction),
            figure: row.amount_kind(),
            several: row.of_several(),
            summed: key.is_some_and(|key| !self.summed.insert(key.to_owned())),
        };
        for held in &row.held {
            if held.target == Target::Ignore {
                self.ignore(held.column, row.line, held.cell.text);
            } else if self.field(row, *held, place, &of_row) {
                self.understood(held.column, row.line, held.cell.text);
            } else {
                self.not_readable(row, held.column, held.cell.text);
            }
        }
    }

    /// The sources that a row names, else that of the whole table; and of them the one that tells its amounts: where a
    /// column is about that, what it says, else the first.
    fn sources(&mut self, row: &Row<'g>, place: usize) -> Option<String> {
        let mut sources = self.sources_in(row, Target::AmountSource);
        let of_amounts = sources.first().cloned();
        sources.extend(self.sources_in(row, Target::Source));
        if sources.is_empty() {
            sources.extend(self.own_source());
        }
        if let Some(draft) = self.drafts.get_mut(place) {
            for id in &sources {
                add(&mut draft.project.sources, id.clone());
            }
        }
        let has_column = self.mapping.columns.iter().any(|column| column.target == Target::AmountSource);
        if has_column { of_amounts } else { sources.into_iter().next() }
    }

    fn sources_in(&mut self, row: &Row<'g>, target: Target) -> Vec<String> {
        let mut sources = Vec::new();
        for held in row.held.iter().filter(|held| held.target == target) {
            let of_table = self.mapping.source.as_ref();
            let parts = held.cell.text.split(['\n', '|']).flat_map(|part| part.split("; ")).map(str::trim);
            for part in parts.filter(|part| !part.is_empty()) {
                sources.push(match of_table {
                    Some(source) if is_address(part) => {
                        self.known.source_of(&source.title, &source.publisher, source.kind, Some(part.to_owned()))
                    }
                    _ => self.known.source(part),
                });
            }
        }
        sources
    }

    /// Puts a cell into its field; whether it could be read.
    fn field(&mut self, row: &Row<'g>, held: Held<'g>, place: usize, of_row: &OfRow) -> bool {
        match held.target {
            Target::Id
            | Target::Ignore
            | Target::TransactionKey
            | Target::Source
            | Target::AmountSource
            | Target::NotCounted => true,
            Target::Currency => currency(held.cell.text).is_some(),
            Target::FiscalYear => of_row.fiscal_year.is_some(),
            Target::AmountAsOf => of_row.as_of.is_some(),
            Target::TransactionType => of_row.kind.is_some(),
            Target::AmountKind => amount_kind(held.cell.text).is_some(),
            Target::Scope => self.scope(held, place),
            Target::Start | Target::PlannedEnd | Target::ActualEnd | Target::StatusAsOf => self.day(row, held, place),
            Target::Theme => self.themes(row, held, place),
            Target::ThemeShare => self.share_of_theme(row, held, place),
            Target::State | Target::Sector | Target::Supports | Target::Country => self.ids(row, held, place),
            Target::Implementer | Target::Funder | Target::Partner | Target::Accountable => {
                self.takes_part(held, place)
            }
            Target::Status | Target::Ending => self.word(row, held, place),
            Target::Transaction => self.movement(row, held, place, of_row),
            target if target.amount().is_some() => self.amount(row, held, place, of_row),
            _ => self.text(row, held, place),
        }
    }

    /// Whether a project is of one country, which may be named, or of several.
    fn scope(&mut self, held: Held<'g>, place: usize) -> bool {
        let text = held.cell.text;
        let country = Some(text).filter(|text| self.known.is_country(text)).map(|text| self.known.country(text));
        // Of the open portfolio's own country nothing more is said than of every project that says nothing.
        let own = country.is_some() && country.as_deref() == self.known.own_country();
        if own && self.drafts.get(place).is_none_or(|draft| draft.project.countries.is_empty()) {
            return true;
        }
        let Some(project) = self.drafts.get_mut(place).map(|draft| &mut draft.project) else { return true };
        if is_several(text) {
            project.scope = Scope::MultiCountry;
            return true;
        }
        let named = country.is_some();
        if let Some(country) = country {
            add(&mut project.countries, country);
        }
        named || of_one_country(text)
    }

    fn text(&mut self, row: &Row<'g>, held: Held<'g>, place: usize) -> bool {
        let at = At { what: self.header(held.column), line: row.line, text: held.cell.text };
        let Some(project) = self.drafts.get_mut(place).map(|draft| &mut draft.project) else { return true };
        let field = match held.target {
            Target::NameEs => &mut project.name.es,
            Target::NameEn => &mut project.name.en,
            Target::Acronym => &mut project.acronym,
            Target::SummaryEs => &mut project.summary.es,
            Target::SummaryEn => &mut project.summary.en,
            Target::AgreementNumber => &mut project.agreement_number,
            Target::CounterpartEs => &mut project.counterpart.es,
            Target::CounterpartEn => &mut project.counterpart.en,
            Target::NotesEs => &mut project.notes.es,
            _ => &mut project.notes.en,
        };
        // The same words with other marks or capitals are no contradiction.
        if field.as_ref().is_none_or(|known| plain(known) != plain(held.cell.text)) {
            set(field, held.cell.text.to_owned(), &at, &mut self.losses);
        }
        true
    }

    fn day(&mut self, row: &Row<'g>, held: Held<'g>, place: usize) -> bool {
        let order = self.mapping.conventions.date_order;
        let Ok(read) = date(held.cell, order, self.grid.origin.from_1904) else { return false };
        let at = At { what: self.header(held.column), line: row.line, text: held.cell.text };
        if let (Some(day), Some(draft)) = (read, self.drafts.get_mut(place)) {
            let field = match held.target {
                Target::Start => &mut draft.project.start,
                Target::PlannedEnd => &mut draft.project.planned_end,
                Target::ActualEnd => &mut draft.project.actual_end,
                _ => &mut draft.project.status_as_of,
            };
            set(field, day, &at, &mut self.losses);
        }
        true
    }

    fn word(&mut self, row: &Row<'g>, held: Held<'g>, place: usize) -> bool {
        let at = At { what: self.header(held.column), line: row.line, text: held.cell.text };
        let Some(draft) = self.drafts.get_mut(place) else { return true };
        if held.target == Target::Status {
            let Some(status) = status(held.cell.text) else { return false };
            set(&mut draft.project.status, status, &at, &mut self.losses);
            return true;
        }
        let Some(kind) = ending(held.cell.text) else { return false };
        let known = &mut draft.project.ending.kind;
        match *known {
            EndingKind::Unknown => *known = kind,
            other if other != kind => self.losses.note(at.what, Loss::Contradicts, at.line, at.text),
            _ => {}
        }
        true
    }

    fn takes_part(&mut self, held: Held<'g>, place: usize) -> bool {
        let Some(role) = held.target.role() else { return true };
        let known = &self.known;
        let parts = listed(held.cell.text, &|name| known.organizations.find(name).is_some(), false);
        for part in parts {
            let id = self.known.organization(&part.text);
            if let Some(draft) = self.drafts.get_mut(place) {
                draft.takes_part(role, id);
            }
        }
        true
    }

    fn themes(&mut self, row: &Row<'g>, held: Held<'g>, place: usize) -> bool {
        let known = &self.known;
        let parts = listed(held.cell.text, &|name| known.themes.find(name).is_some(), true);
        let mut readable = true;
        for part in parts {
            let (name, share) = part.with_share(held.decimal(self.mapping));
            let (theme, topic) = self.known.theme(name);
            let at = At { what: self.header(held.column), line: row.line, text: held.cell.text };
            readable &= share.is_ok();
            if let Some(draft) = self.drafts.get_mut(place) {
                draft.theme(theme, share.ok().flatten(), &at, &mut self.losses);
                if let Some(topic) = topic {
                    add(&mut draft.project.topics, topic);
                }
            }
        }
        readable
    }

    /// A share in a column of its own goes with the theme of its row.
    fn share_of_theme(&mut self, row: &Row<'g>, held: Held<'g>, place: usize) -> bool {
        let Some(theme) = row.first(&[Target::Theme]) else { return false };
        let Ok(Some(read)) = percent(held.cell.text, held.decimal(self.mapping)) else { return false };
        // A workbook keeps 60 % as 0.6.
        let fraction = held.cell.kind == CellKind::Percent || held.cell.kind == CellKind::Number && read <= 100;
        let read = if fraction { fraction_of(held.cell.text) } else { Some(read) };
        let (theme, _) = self.known.theme(theme);
        let at = At { what: self.header(held.column), line: row.line, text: held.cell.text };
        if let (Some(draft), Some(share)) = (self.drafts.get_mut(place), read) {
            draft.theme(theme, Some(share), &at, &mut self.losses);
        }
        read.is_some()
    }

    fn ids(&mut self, row: &Row<'g>, held: Held<'g>, place: usize) -> bool {
        let known = &self.known;
        let is_known = |name: &str| {
            let register = match held.target {
                Target::State => &known.states,
                Target::Sector => &known.sectors,
                Target::Supports => &known.supports,
                _ => &known.countries,
            };
            register.find(name).is_some()
        };
        let by_commas = !matches!(held.target, Target::Country);
        let parts = listed(held.cell.text, &is_known, by_commas);
        for part in &parts {
            let part = part.text.as_ref();
            if held.target == Target::State && everywhere(part) {
                // No list of states is "not published", never "all".
                self.losses.note(self.header(held.column), Loss::NoPlace, row.line, held.cell.text);
                continue;
            }
            if held.target == Target::Country && is_several(part) && !self.known.is_country(part) {
                if let Some(draft) = self.drafts.get_mut(place) {
                    draft.project.scope = Scope::MultiCountry;
                }
                continue;
            }
            let new_state = held.target == Target::State && self.known.states.find(part).is_none();
            let id = match held.target {
                Target::State => self.known.states.take(part, "place"),
                Target::Sector => self.known.sectors.take(part, "sector"),
                Target::Supports => self.known.supports.take(part, "support"),
                _ => self.known.country(part),
            };
            if new_state {
                self.losses.note(self.header(held.column), Loss::UnknownCode, row.line, part);
            }
            let Some(project) = self.drafts.get_mut(place).map(|draft| &mut draft.project) else { continue };
            add(
                match held.target {
                    Target::State => &mut project.states,
                    Target::Sector => &mut project.sectors,
                    Target::Supports => &mut project.supports,
                    _ => &mut project.countries,
                },
                id,
            );
        }
        true
    }

    fn amount(&mut self, row: &Row<'g>, held: Held<'g>, place: usize, of_row: &OfRow) -> bool {
        let Some(kind) = held.target.amount() else { return true };
        let Ok(read) = self.decimals.money(held, row, self.mapping) else { return false };
        let Some(Money { value, currency: named, doubt, .. }) = read else { return true };
        let at = At { what: self.header(held.column), line: row.line, text: held.cell.text };
        // One amount over several projects, merged, is not the amount of each.
        if self.grid.is_filled(row.place, held.column) {
            if self.before != Some(place) {
                self.losses.note(at.what, Loss::CountedElsewhere, at.line, at.text);
            }
            return true;
        }
        let currency = self.currency(named, held, of_row, row.line);
        self.doubt(doubt, &at);
        // A figure for one fiscal year is a line of the award and not all of it.
        let kind = match (kind, of_row.figure) {
            (AmountKind::Award, Some(figure)) => figure,
            (AmountKind::Award, None) if of_row.fiscal_year.is_some() => AmountKind::FundingLine,
            _ => kind,
        };
        let mut amount = figure(kind, value, currency, of_row.fiscal_year, of_row.as_of, of_row.source.clone());
        if of_row.several {
            amount.scope = Scope::MultiCountry;
        }
        if let Some(draft) = self.drafts.get_mut(place) {
            draft.amount(amount, &at, &mut self.losses);
        }
        true
    }

    fn movement(&mut self, row: &Row<'g>, held: Held<'g>, place: usize, of_row: &OfRow) -> bool {
        let Ok(read) = self.decimals.money(held, row, self.mapping) else { return false };
        let Some(Money { value, currency: named, doubt, .. }) = read else { return true };
        let header = self.header(held.column);
        self.doubt(doubt, &At { what: header, line: row.line, text: held.cell.text });
        if of_row.summed || self.grid.is_filled(row.place, held.column) {
            self.losses.note(header, Loss::CountedElsewhere, row.line, held.cell.text);
            return true;
        }
        let Some(kind) = of_row.kind else { return false };
        let currency = self.currency(named, held, of_row, row.line);
        if let Some(draft) = self.drafts.get_mut(place) {
            // One source for all movements of a project: what two of them say would be two tellings, not one sum.
            let source = draft.project.sources.first().cloned();
            draft.movement(kind, value, (source, currency, of_row.fiscal_year));
        }
        true
    }

    /// Notes what may be wrong with an amount.
    fn doubt(&mut self, doubt: Option<Doubt>, at: &At<'_>) {
        let why = match doubt {
            Some(Doubt::Separator { .. }) => Loss::Separator,
            Some(Doubt::Rounded) => Loss::Rounded,
            Some(Doubt::Approximate) => Loss::Approximate,
            None => return,
        };
        self.losses.note(at.what, why, at.line, at.text);
    }

    /// The currency of an amount: as its cell says or shows, else its row, else its header, else what holds for the
    /// table. Where two of these say two, that of the cell is taken and the others are noted.
    fn currency(&mut self, named: Option<Currency>, held: Held<'g>, of_row: &OfRow, line: usize) -> Option<Currency> {
        let of_cell = named.or(held.cell.currency);
        let beside = of_row.currency.or_else(|| currency(self.header(held.column)));
        if of_cell.zip(beside).is_some_and(|(cell, beside)| cell != beside) {
            self.losses.note(self.header(held.column), Loss::CurrencyDoubtful, line, held.cell.text);
        }
        let told = of_cell.or(beside).or(self.mapping.conventions.currency);
        if told.is_none() {
            self.without_currency.note(line, held.cell.text);
            self.with_dollar |= held.cell.text.contains('$');
        }
        told
    }
}

/// Words for the whole country, which is no state.
fn everywhere(text: &str) -> bool {
    const WORDS: [&str; 9] = [
        "nacional",
        "todo el pais",
        "todos",
        "todo mexico",
        "nationwide",
        "national",
        "varios",
        "varios estados",
        "32 estados",
    ];
    WORDS.contains(&plain(text).as_str())
}

/// A fraction of 1 in ten-thousandths.
fn fraction_of(text: &str) -> Option<u32> {
    let parts = text.parse::<f64>().ok()? * 10_000.0;
    (0.0..=10_000.0).contains(&parts).then(|| parts.round() as u32)
}
