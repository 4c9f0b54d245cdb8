//! A plot of bars as data: what screen, accessibility tree and table beside it draw alike. Groups come from the one
//! answer, so that every plot sums to the total of the sentence.

use super::looks::Look;
use super::names::Names;
use super::sentence::unsourced;
use super::uncounted::Uncounted;
use crate::model::{EndingKind, PartialDate};
use crate::query::{self, Answer, By, Cross, CrossCell, Field, Group, Index, Spread, Value};

/// What a bar's length tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// Awarded money, in hundredths.
    Money,
    /// Awarded money, each project whole in each of its groups: they add up to more than the total.
    Whole,
    /// The number of projects.
    Projects,
}

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarPart {
    /// Hundredths of the currency, or projects.
    pub value: i128,
    /// Whether it rests on a division of ours.
    pub assumed: bool,
    /// What it looks like.
    pub look: Look,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarFigure {
    /// The group's key; `None` is *no data*.
    pub key: Option<String>,
    /// What stands beside it.
    pub label: String,
    /// Its parts, from the axis on; none where nothing is published.
    pub parts: Vec<BarPart>,
    /// The figure in the unit of the plot: "50.00", or "–" where nothing is published.
    pub figure: String,
    /// What stands behind it: "50.00 mdd · 7 proy.".
    pub text: String,
    /// The same in whole words, with what it lacks.
    pub spoken: String,
    /// Which themes a year's bar is made of, in words; nothing for other bars.
    pub divided: Option<String>,
    /// What a click filters by.
    pub target: (Field, Value),
    /// Whether the present filter chooses it.
    pub chosen: bool,
    /// The group itself.
    pub group: Group,
}

impl BarFigure {
    /// How long it is.
    pub fn length(&self) -> i128 {
        self.parts.iter().map(|part| part.value).sum()
    }

    /// Everything that it tells, in whole words.
    pub fn told(&self) -> String {
        [Some(self.spoken.as_str()), self.divided.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(". ")
    }

    /// Whether its money is unknown: drawn as a question, never as zero.
    pub fn is_unknown(&self) -> bool {
        self.parts.is_empty() && self.group.without_amount > 0
    }
}

/// A plot of bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarPlot {
    /// By what.
    pub by: By,
    /// What it shows.
    pub title: String,
    /// In which unit, and what dots mean.
    pub unit: String,
    /// The same in fewer words.
    pub short_unit: String,
    /// The bars, in order.
    pub bars: Vec<BarFigure>,
    /// What it does not show.
    pub notes: Vec<String>,
    /// The whole in a sentence.
    pub summary: String,
}

impl BarPlot {
    /// The longest bar.
    pub fn longest(&self) -> i128 {
        self.bars.iter().map(BarFigure::length).max().unwrap_or(0).max(1)
    }
}

/// The value of the filter that a group stands for.
pub fn group_value(by: By, key: Option<&str>) -> Value {
    match (by, key) {
        (_, None) => Value::Missing,
        (By::Year, Some(key)) => {
            let year = key.parse().ok();
            Value::Years(year, year)
        }
        (_, Some(key)) => Value::Key(key.to_owned()),
    }
}

/// The plot of a set.
pub fn bar_plot(by: By, length: Length, spread: Spread, answer: &Answer, names: Names<'_>, index: &Index) -> BarPlot {
    let mut groups = query::groups(&answer.rows, by, spread, index);
    match (by, length) {
        (By::Year | By::Ending, _) => {}
        (_, Length::Money) => query::by_amount(&mut groups),
        (_, Length::Whole) => groups.sort_by_key(|group| (group.key.is_none(), std::cmp::Reverse(group.whole))),
        (_, Length::Projects) => query::by_count(&mut groups),
    }
    let rest = cut_off(&mut groups);
    let years = if by == By::Year { query::years_by_theme(&answer.rows, spread, index) } else { Cross::default() };
    let maker = Maker { by, length, spread, answer, names, index, years };
    let bars: Vec<_> = groups.into_iter().map(|group| maker.bar(group)).collect();
    let title = maker.title();
    let told: Vec<_> = bars.iter().map(|bar| bar.spoken.as_str()).collect();
    let (unit, short_unit) = maker.units(&bars);
    BarPlot {
        by,
        unit,
        short_unit,
        summary: format!("{title}. {}", told.join("; ")),
        notes: rest.map(|rest| maker.rest(&rest)).into_iter().chain(maker.notes(&bars)).collect(),
        title,
        bars,
    }
}

/// So many bars are drawn at most: nobody reads more, and each has its words.
const MOST: usize = 200;

/// Takes the groups off that are not drawn and gives them as one; *no data* stays.
fn cut_off(groups: &mut Vec<Group>) -> Option<(usize, Group)> {
    if groups.len() <= MOST {
        return None;
    }
    let without_key = groups.pop_if(|last| last.key.is_none());
    let off = groups.split_off(MOST.min(groups.len()));
    groups.extend(without_key);
    let count = off.len();
    let together = |mut all: Group, one: Group| {
        all.projects += one.projects;
        all.without_amount += one.without_amount;
        all.other_currency += one.other_currency;
        all.negative += one.negative;
        all.amount = match (all.amount, one.amount) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        all.whole += one.whole;
        all
    };
    off.into_iter().reduce(together).map(|rest| (count, rest))
}

struct Maker<'a> {
    by: By,
    length: Length,
    spread: Spread,
    answer: &'a Answer,
    names: Names<'a>,
    index: &'a Index,
    /// The years by theme, where bars are years.
    years: Cross,
}

impl Maker<'_> {
    fn bar(&self, group: Group) -> BarFigure {
        let (words, field) = (self.names.words, self.by.field());
        let label = group.key.as_ref().map_or_else(|| self.names.missing(field), |key| self.names.key(field, key));
        let projects = group.projects;
        let count = words.tf("plot-count", &[("n", projects.into())]);
        let whole_count = words.tf("plot-projects", &[("n", projects.into())]);
        let without = Uncounted::of(&group).text(self.names);
        let shown = self.money(&group);
        let money = shown.map_or_else(|| without.clone(), |amount| self.names.millions(amount));
        let (figure, text) = match (self.length, shown) {
            (Length::Projects, _) => (words.int(projects as i64), whole_count.clone()),
            (_, Some(amount)) => (words.millions(amount), format!("{money} · {count}")),
            (_, None) => ("–".to_owned(), format!("{money} · {count}")),
        };
        let spoken_money = shown.map_or(without, |amount| self.names.millions_spoken(amount));
        let mut spoken = words.tf(
            "plot-spoken",
            &[("label", label.as_str().into()), ("money", spoken_money.into()), ("projects", whole_count.into())],
        );
        if group.assumed > 0 && self.by != By::Year && self.length == Length::Money {
            let money = self.names.millions_spoken(group.assumed);
            spoken += &words.tf("plot-spoken-split", &[("money", money.into())]);
        }
        if group.without_amount > 0 && group.amount.is_some() {
            spoken += &words.tf("plot-spoken-without", &[("n", group.without_amount.into())]);
        }
        let aside = group.aside;
        if aside > 0 && group.amount.is_some() {
            spoken += &words.tf("plot-spoken-multi", &[("n", aside.into())]);
        }
        let target = self.target(group.key.as_deref());
        let parts = self.parts(&group);
        BarFigure {
            divided: self.divided(&parts),
            parts,
            chosen: self.answer.filter.has(target.0, &target.1),
            target,
            key: group.key.clone(),
            label,
            figure,
            text,
            spoken,
            group,
        }
    }

    /// What the groups that are not drawn hold.
    fn rest(&self, (count, rest): &(usize, Group)) -> String {
        let words = self.names.words;
        let money =
            self.money(rest).map_or_else(|| self.names.group_without(rest), |amount| self.names.millions(amount));
        let args = [("n", (*count).into()), ("money", money.into())];
        words.tf("plot-note-rest", &args)
    }

    /// The money of a group that its bar shows: divided, or each project whole.
    fn money(&self, group: &Group) -> Option<i128> {
        // Only areas, states and implementers divide a project; elsewhere both are the same.
        let divides = matches!(self.by, By::Theme | By::State | By::Implementer | By::Sector);
        group.amount.map(|amount| if self.length == Length::Whole && divides { group.whole } else { amount })
    }

    /// The even spread puts money into years in which nothing was awarded: a click asks for what was under way then.
    fn target(&self, key: Option<&str>) -> (Field, Value) {
        let date = key.and_then(|key| key.parse::<PartialDate>().ok());
        match (self.by, self.spread, date) {
            (By::Year, Spread::Even, Some(year)) => (Field::Active, Value::Dates(Some(year), Some(year))),
            _ => (self.by.field(), group_value(self.by, key)),
        }
    }

    fn parts(&self, group: &Group) -> Vec<BarPart> {
        // A project of two areas is one project: only its money can be divided.
        if self.by == By::Year && self.length == Length::Projects {
            return vec![BarPart { value: group.projects as i128, assumed: false, look: Look::Plain }];
        }
        if self.by == By::Year {
            return self.by_theme(group);
        }
        let look = match self.by {
            By::Theme => {
                let place = group.key.as_ref().and_then(|key| self.names.portfolio.themes.position(key));
                place.map_or(Look::Plain, Look::Theme)
            }
            By::Ending => {
                let ending = EndingKind::ALL.into_iter().find(|ending| group.key.as_deref() == Some(ending.key()));
                ending.map_or(Look::Plain, Look::Ending)
            }
            By::Year | By::Implementer | By::State | By::Status | By::Sector => Look::Plain,
        };
        match (self.length, self.money(group)) {
            (Length::Projects, _) => vec![BarPart { value: group.projects as i128, assumed: false, look }],
            (_, None) => Vec::new(),
            (Length::Whole, Some(value)) => vec![BarPart { value, assumed: false, look }],
            (Length::Money, Some(amount)) => {
                let stated = BarPart { value: amount - group.assumed, assumed: false, look };
                let assumed = BarPart { value: group.assumed, assumed: true, look };
                [stated, assumed].into_iter().filter(|part| part.value > 0).collect()
            }
        }
    }

    /// A year's bar in the colours of the themes.
    fn by_theme(&self, group: &Group) -> Vec<BarPart> {
        let themes = self.names.portfolio.themes.iter().enumerate();
        let cells = themes.filter_map(|(place, theme)| {
            // A year's bar is its sum: within it a project can only be divided.
            let length = if self.length == Length::Whole { Length::Money } else { self.length };
            let value = cross_value(self.years.cell(group.key.as_deref(), &theme.id)?, length);
            Some(BarPart { value, assumed: false, look: Look::Theme(place) })
        });
        let mut parts: Vec<_> = cells.filter(|part| part.value > 0).collect();
        let whole = match self.length {
            Length::Money | Length::Whole => group.amount,
            Length::Projects => None,
        };
        // What belongs to no theme.
        if let Some(rest) =
            whole.map(|whole| whole - parts.iter().map(|part| part.value).sum::<i128>()).filter(|rest| *rest > 0)
        {
            parts.push(BarPart { value: rest, assumed: false, look: Look::Plain });
        }
        parts
    }

    /// The themes of a year's bar with their money, as they stand in it from below.
    fn divided(&self, parts: &[BarPart]) -> Option<String> {
        let is_theme = |part: &BarPart| matches!(part.look, Look::Theme(_));
        if self.by != By::Year || !parts.iter().any(is_theme) {
            return None;
        }
        let told = parts.iter().map(|part| {
            let name = self.names.look(part.look);
            format!("{name}: {}", self.names.millions(part.value))
        });
        Some(told.collect::<Vec<_>>().join("; "))
    }

    fn title(&self) -> String {
        let words = self.names.words;
        match (self.by, self.length, self.spread) {
            (By::Theme, Length::Whole, _) => words.t("plot-theme-whole"),
            (By::Theme, Length::Money, _) => words.t("plot-theme-money"),
            (By::Theme, Length::Projects, _) => words.t("plot-theme-projects"),
            (By::Year, Length::Money | Length::Whole, Spread::Award) => words.t("plot-year-award"),
            (By::Year, Length::Money | Length::Whole, Spread::Even) => words.t("plot-year-even"),
            (By::Year, Length::Projects, Spread::Award) => words.t("plot-year-projects"),
            (By::Year, Length::Projects, Spread::Even) => words.t("plot-year-projects-even"),
            (By::Implementer, ..) => words.t("field-implementer"),
            (By::Ending, ..) => words.t("plot-ending"),
            (by, ..) => self.names.field(by.field()),
        }
    }

    fn units(&self, bars: &[BarFigure]) -> (String, String) {
        let words = self.names.words;
        let unit = match self.length {
            Length::Money | Length::Whole => {
                words.tf("plot-unit-money", &[("currency", self.names.portfolio.currency().code().into())])
            }
            Length::Projects => words.t("plot-unit-projects"),
        };
        let dotted = self.by != By::Year && bars.iter().any(|bar| bar.parts.iter().any(|part| part.assumed));
        if dotted {
            (format!("{unit} · {}", words.t("plot-dotted")), format!("{unit} · {}", words.t("plot-dotted-short")))
        } else {
            (unit.clone(), unit)
        }
    }

    fn notes(&self, bars: &[BarFigure]) -> Vec<String> {
        let (words, totals) = (self.names.words, &self.answer.totals);
        let mut notes = Vec::new();
        let drawn: i128 = bars.iter().map(BarFigure::length).sum();
        if self.length == Length::Whole && drawn > totals.sum && totals.sum > 0 {
            let percent = i64::try_from(drawn * 100 / totals.sum).unwrap_or(i64::MAX);
            notes.push(words.tf("plot-note-whole", &[("percent", words.int(percent).into())]));
        }
        if self.length != Length::Projects {
            if let Some(part) = unsourced(totals.unsourced, self.names, false) {
                notes.push(words.tf("plot-note-unsourced", &[("part", part.into())]));
            }
            if totals.without_amount > 0 {
                notes.push(words.tf("plot-note-without", &[("n", totals.without_amount.into())]));
            }
            let others: usize = totals.other_currencies.iter().map(|(_, count, _)| count).sum();
            if others > 0 {
                notes.push(words.tf("plot-note-other-currency", &[("n", others.into())]));
            }
            if totals.negative > 0 {
                notes.push(words.tf("plot-note-negative", &[("n", totals.negative.into())]));
            }
            if totals.multi_country > 0 {
                notes.push(words.tf("plot-note-multi", &[("n", totals.multi_country.into())]));
            }
            if self.by == By::Year && self.spread == Spread::Even {
                let spent = query::spent_told(&self.answer.rows, self.index);
                notes.push(words.tf("plot-note-even", &[("spent", spent.into())]));
            }
        }
        if self.by == By::Year && self.length == Length::Projects {
            notes.push(words.t("plot-note-years-repeat"));
        }
        notes
    }
}

/// How long the bar of a theme's part of a year is.
pub fn cross_value(cell: CrossCell, length: Length) -> i128 {
    match length {
        Length::Projects => cell.projects as i128,
        Length::Money => cell.divided,
        Length::Whole => cell.whole,
    }
}
