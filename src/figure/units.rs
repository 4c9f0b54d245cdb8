//! The unit chart as data: each project one mark, its area its money, in one place only. A project of several areas or
//! states stands among *several*, so that nothing is divided and nothing is drawn twice. Knows no egui.

use super::names::Names;
use crate::model::{EndingKind, PartialDate, Project, Scope};
use crate::query::{self, After, Answer, Field, Index, Row};

/// By what the marks stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum UnitsBy {
    #[default]
    Theme,
    Year,
    State,
    Ending,
    After,
}

impl UnitsBy {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Theme, Self::Year, Self::State, Self::Ending, Self::After];

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Theme => "units-theme",
            Self::Year => "units-year",
            Self::State => "units-state",
            Self::Ending => "units-ending",
            Self::After => "units-after",
        }
    }
}

/// More marks are not drawn: they would be a texture, not projects.
pub const MOST_UNITS: usize = 3_000;

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its row.
    pub row: usize,
    /// The project's id: the mark keeps it wherever it stands.
    pub id: String,
    /// Its short name.
    pub label: String,
    /// Its money in hundredths; `None` where nobody published it, or it is of several countries: a hollow mark.
    pub amount: Option<i64>,
    /// Places of its themes.
    pub themes: Vec<usize>,
    /// What it is, how much, and where it stands.
    pub spoken: String,
}

impl Unit {
    /// Which part of the largest mark's area it takes. What is unknown is drawn middling, and hollow.
    pub fn share(&self, most: i64) -> f32 {
        self.amount.map_or(0.16, |value| value as f32 / most.max(1) as f32)
    }
}

/// Marks that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitGroup {
    /// What they have in common.
    pub label: String,
    /// "3 proy. · 12.40 mdd".
    pub text: String,
    /// The same as it is spoken.
    pub spoken: String,
    /// Their money, in hundredths; the groups sum to the set's total.
    pub amount: i128,
    /// The marks, the largest first.
    pub units: Vec<Unit>,
}

/// The unit chart of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitChart {
    /// The groups, in order.
    pub groups: Vec<UnitGroup>,
    /// The largest amount of one project.
    pub most: i64,
    /// How many marks there are.
    pub count: usize,
    /// The whole in a sentence: what each group holds.
    pub summary: String,
}

/// Where a mark stands: the order of its group, and its name.
type Place = (usize, String, String);

/// The chart of the answer's set.
pub fn unit_chart(by: UnitsBy, answer: &Answer, names: Names<'_>, index: &Index) -> UnitChart {
    let mut groups: std::collections::BTreeMap<Place, Vec<Unit>> = std::collections::BTreeMap::new();
    for row in answer.rows.iter().copied() {
        let Some(project) = names.portfolio.projects.get(row) else { continue };
        let place = place(by, row, &project, names);
        let unit = unit(row, &project, &place.2, names, index);
        groups.entry(place).or_default().push(unit);
    }
    let group = |((_, _, label), mut units): (Place, Vec<Unit>)| {
        units.sort_by_key(|unit| (unit.amount.is_none(), std::cmp::Reverse(unit.amount), unit.row));
        let amount = units.iter().filter_map(|unit| unit.amount).map(i128::from).sum();
        let count = names.words.tf("plot-count", &[("n", units.len().into())]);
        let known = units.iter().any(|unit| unit.amount.is_some());
        let without = || without_sum(&units, names, index);
        let money = if known { names.millions(amount) } else { without() };
        let spoken = [
            names.words.tf("plot-projects", &[("n", units.len().into())]),
            if known { names.millions_spoken(amount) } else { without() },
        ];
        let spoken = format!("{label}: {}", spoken.join(", "));
        UnitGroup { label, text: format!("{count} · {money}"), spoken, amount, units }
    };
    let groups: Vec<UnitGroup> = groups.into_iter().map(group).collect();
    let units = || groups.iter().flat_map(|group| &group.units);
    let told: Vec<_> = groups.iter().map(|group| group.spoken.as_str()).collect();
    let args = [("by", names.words.t(by.message()).into()), ("groups", told.join("; ").into())];
    UnitChart {
        most: units().filter_map(|unit| unit.amount).max().unwrap_or(0).max(1),
        count: units().count(),
        summary: names.words.tf("units-summary", &args),
        groups,
    }
}

/// What a group has whose units have no amount that counts: the same words where all have the same.
fn without_sum(units: &[Unit], names: Names<'_>, index: &Index) -> String {
    let rows = || units.iter().filter_map(|unit| index.rows.get(unit.row));
    let key =
        if rows().all(|row| row.headline.is_none() && !row.negative) { "missing-amount" } else { "plot-only-multi" };
    names.words.t(key)
}

fn unit(row: usize, project: &Project, group: &str, names: Names<'_>, index: &Index) -> Unit {
    let words = names.words;
    let derived = index.rows.get(row);
    let amount = derived.and_then(Row::counted);
    let several = derived.is_some_and(|row| row.headline.is_some() && row.scope == Scope::MultiCountry);
    let money = match amount {
        Some(value) => names.millions_spoken(value.into()),
        None if several => words.t("plot-only-multi"),
        None => derived.map_or_else(|| words.t("missing-amount"), |row| names.uncounted(row)),
    };
    let label = names.project_short(project);
    Unit {
        row,
        id: project.id.clone(),
        spoken: format!("{label}: {money}. {group}"),
        label,
        amount: amount.filter(|value| *value >= 0),
        themes: project.themes.iter().filter_map(|part| names.portfolio.themes.position(&part.theme)).collect(),
    }
}

fn place(by: UnitsBy, row: usize, project: &Project, names: Names<'_>) -> Place {
    let words = names.words;
    let last = usize::MAX;
    match by {
        UnitsBy::Theme => match project.themes.as_slice() {
            [] => (last, String::new(), names.missing(Field::Theme)),
            [one] => {
                let place = names.portfolio.themes.position(&one.theme);
                (place.unwrap_or(last - 2), one.theme.clone(), names.theme(&one.theme))
            }
            _ => (last - 1, String::new(), words.t("units-several-themes")),
        },
        UnitsBy::Year => match project.start.map(PartialDate::year) {
            Some(year) => (usize::try_from(year).unwrap_or(0), String::new(), year.to_string()),
            None => (last, String::new(), words.t("missing-date")),
        },
        UnitsBy::State => match project.states.as_slice() {
            [] => (last, String::new(), names.missing(Field::State)),
            [one] => (0, names.place(one), names.place(one)),
            _ => (1, String::new(), words.t("units-several-states")),
        },
        UnitsBy::Ending => {
            let kind = project.ending.kind;
            let order = EndingKind::ALL.into_iter().position(|other| other == kind);
            (order.unwrap_or(last), String::new(), words.t(kind.message()))
        }
        UnitsBy::After => {
            let after = query::after_of(row, project, names.portfolio).after;
            let order = After::ALL.into_iter().position(|other| other == after);
            (order.unwrap_or(last), String::new(), words.t(after.message()))
        }
    }
}
