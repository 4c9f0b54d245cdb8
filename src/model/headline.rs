//! The one place with the rule that picks a project's headline amount among all that its sources say.
//!
//! The figures of the source whose publisher comes first among funder, implementer, government, press and other
//! (then unsourced); within one source its lines summed, else its award, else its total, else what it reported;
//! among sources of one kind the later (by the date or fiscal year of the figure, else of the source; undated last).
//! Where a source speaks in several currencies, and among sources that are equal so far, the figure in the portfolio's
//! currency; then the larger of one currency. Figures in different currencies are never compared by their numbers.
//! Ceilings and announcements are no awards.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::amount::{Amount, AmountKind, Attribution, Currency, Scope};
use super::date::PartialDate;
use super::portfolio::Portfolio;
use super::project::Project;
use super::records::PublisherKind;

/// Which clause of the rule gave a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the rule above says it")]
pub enum Clause {
    Lines,
    Award,
    Total,
    Reported,
}

impl Clause {
    /// The key of the message that says it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Lines => "clause-lines",
            Self::Award => "clause-award",
            Self::Total => "clause-total",
            Self::Reported => "clause-reported",
        }
    }

    /// The clause that an amount of this kind speaks in; `None` of what is no award.
    pub const fn of(kind: AmountKind) -> Option<Self> {
        match kind {
            AmountKind::FundingLine => Some(Self::Lines),
            AmountKind::Award => Some(Self::Award),
            AmountKind::Total => Some(Self::Total),
            AmountKind::Reported => Some(Self::Reported),
            AmountKind::Announced
            | AmountKind::Ceiling
            | AmountKind::Disbursement
            | AmountKind::Expenditure
            | AmountKind::Budget => None,
        }
    }
}

/// What one source says a project was awarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFigure {
    /// Id of the source; `None` where nobody is named.
    pub source: Option<String>,
    /// What its publisher is; `None` for an unsourced or unknown source.
    pub publisher: Option<PublisherKind>,
    /// Which clause gave it.
    pub clause: Clause,
    /// Hundredths of the currency.
    pub value: i64,
    /// The currency.
    pub currency: Currency,
    /// Whether it is for the portfolio's country alone.
    pub scope: Scope,
    /// When the figure held, else when the source was published.
    pub date: Option<PartialDate>,
    /// Whether any of its amounts was joined to the project by us.
    pub matched: bool,
    /// Which of the project's amounts it is made of.
    pub parts: Vec<usize>,
}

/// A project's headline amount, with the figures that it was chosen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The figure that speaks.
    pub figure: SourceFigure,
    /// What the others say, in the order of the rule.
    pub rivals: Vec<SourceFigure>,
    /// Whether it speaks before another figure, equal by publisher and date or of its own source, because it is in the
    /// portfolio's currency.
    pub by_currency: bool,
}

impl Headline {
    /// The headline of a project; `None` where nobody published an award.
    pub fn of(project: &Project, portfolio: &Portfolio) -> Option<Self> {
        let own = portfolio.currency();
        let figures = source_figures(project, portfolio);
        let dates = dates_of_sources(&figures, own);
        let rank = |figure: &SourceFigure| {
            let publisher = figure.publisher.map_or(usize::MAX, |kind| kind as usize);
            (publisher, Reverse(dates.get(&figure.source).copied().flatten()))
        };
        let mut ranked: Vec<_> = figures.iter().map(|figure| (rank(figure), figure.clone())).collect();
        ranked.sort_by_key(|(rank, figure)| {
            let currency = (figure.currency != own, Reverse(figure.date), figure.currency);
            (*rank, currency, Reverse(figure.value), figure.source.clone())
        });
        let mut ranked = ranked.into_iter();
        let (best, figure) = ranked.next()?;
        let by_currency =
            figure.currency == own && ranked.clone().any(|(rank, rival)| rank == best && rival.currency != own);
        Some(Self { figure, rivals: ranked.map(|(_, rival)| rival).collect(), by_currency })
    }

    /// The least and the most that sources say, in the currency and scope of the figure that speaks.
    pub fn range(&self) -> (i64, i64) {
        let figure = &self.figure;
        let alike = self.rivals.iter().filter(|rival| rival.currency == figure.currency && rival.scope == figure.scope);
        let all = alike.map(|rival| rival.value);
        all.fold((figure.value, figure.value), |(low, high), other| (low.min(other), high.max(other)))
    }

    /// Whether another source gives another figure in the same currency.
    pub fn is_disputed(&self) -> bool {
        let differs = |rival: &SourceFigure| rival.currency == self.figure.currency && rival.value != self.figure.value;
        self.rivals.iter().any(differs)
    }
}

/// What sources publish as a project's award and is below zero: told, and counted nowhere; the first by the clause. Of
/// interest only where there is no [`Headline`].
pub fn negative_award(project: &Project) -> Option<&Amount> {
    let below = project.amounts.iter().filter(|amount| amount.value.0 < 0 && Clause::of(amount.kind).is_some());
    below.min_by_key(|amount| Clause::of(amount.kind))
}

/// The date by which each source is held against others: that of its figure in the portfolio's currency, else of its
/// latest. A source is not the later for what it says in another currency.
fn dates_of_sources(figures: &[SourceFigure], own: Currency) -> BTreeMap<Option<String>, Option<PartialDate>> {
    let mut dates: BTreeMap<_, (bool, Option<PartialDate>)> = BTreeMap::new();
    for figure in figures {
        let told = (figure.currency == own, figure.date);
        let date = dates.entry(figure.source.clone()).or_insert(told);
        *date = told.max(*date);
    }
    dates.into_iter().map(|(source, (_, date))| (source, date)).collect()
}

/// One figure for each source and currency. Negative amounts are not counted; [`super::check`] lists them.
fn source_figures(project: &Project, portfolio: &Portfolio) -> Vec<SourceFigure> {
    let mut by_source: BTreeMap<_, Vec<(usize, &Amount)>> = BTreeMap::new();
    for (place, amount) in project.amounts.iter().enumerate().filter(|(_, amount)| amount.value.0 >= 0) {
        let key = (amount.source.as_deref(), amount.currency.unwrap_or(portfolio.currency()));
        by_source.entry(key).or_default().push((place, amount));
    }
    by_source
        .into_iter()
        .filter_map(|((source, currency), amounts)| figure(source, currency, &amounts, portfolio))
        .collect()
}

fn figure(
    source: Option<&str>,
    currency: Currency,
    amounts: &[(usize, &Amount)],
    portfolio: &Portfolio,
) -> Option<SourceFigure> {
    let clause = amounts.iter().filter_map(|(_, amount)| Clause::of(amount.kind)).min()?;
    let mut spoken: Vec<_> =
        amounts.iter().filter(|(_, amount)| Clause::of(amount.kind) == Some(clause)).copied().collect();
    if clause != Clause::Lines {
        // Two awards in one source are two tellings of one grant, not two grants.
        spoken.sort_by_key(|(_, amount)| (Reverse(amount.as_of), Reverse(amount.value)));
        spoken.truncate(1);
    }
    let value = spoken.iter().try_fold(0_i64, |sum, (_, amount)| sum.checked_add(amount.value.0))?;
    let record = source.and_then(|id| portfolio.sources.find(id));
    let regional = spoken.iter().any(|(_, amount)| amount.scope == Scope::MultiCountry);
    Some(SourceFigure {
        source: source.map(str::to_owned),
        publisher: record.map(|source| source.kind),
        clause,
        value,
        currency,
        scope: if regional { Scope::MultiCountry } else { Scope::Country },
        date: (spoken.iter().filter_map(|(_, amount)| amount.date()).max())
            .or(record.and_then(|source| source.published)),
        matched: spoken.iter().any(|(_, amount)| amount.attribution == Attribution::Matched),
        parts: spoken.iter().map(|(place, _)| *place).collect(),
    })
}
