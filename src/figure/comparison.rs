//! Two portfolios side by side, in words: a bridge of their totals, one line for each thing that is different, and a
//! sentence for each that is fit for an erratum. Knows no egui.

mod amounts;
mod values;

use serde_json::Value;

use super::names::Names;
use crate::model::List;
use crate::query::{self, Diff, FieldChange, Index, MoneyStep, RecordId};
use amounts::{differ_in_figure_alone, held};
use values::{amount_about, changed_text, money_text, record_name, value_text};
pub use values::{field_label, two_ways};

/// What is different between two portfolios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Titles and dates of the data, the first and the second.
    pub versions: [String; 2],
    /// What is different, in a sentence.
    pub summary: String,
    /// The totals as a bridge; or why they are not held against each other.
    pub bridge: Result<Vec<MoneyLine>, String>,
    /// One line for each thing that is different.
    pub lines: Vec<ComparedLine>,
}

/// A step of the bridge of the totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyLine {
    /// Which; `None` for the two totals.
    pub step: Option<MoneyStep>,
    /// What it is.
    pub label: String,
    /// How much, in hundredths.
    pub amount: i128,
    /// Where its bar begins, in hundredths.
    pub from: i128,
    /// "+12.00 mdd · 2 proy.".
    pub text: String,
    /// The whole as it is spoken.
    pub spoken: String,
}

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ChangeKind {
    Added,
    Gone,
    Changed,
    Moved,
}

impl ChangeKind {
    /// All.
    pub const ALL: [Self; 4] = [Self::Added, Self::Gone, Self::Changed, Self::Moved];

    /// As in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }

    /// The key of its name in the message files.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Added => "change-added",
            Self::Gone => "change-gone",
            Self::Changed => "change-changed",
            Self::Moved => "change-moved",
        }
    }
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// What happened.
    pub kind: ChangeKind,
    /// In which list; `None` for what the file says of itself.
    pub list: Option<List>,
    /// What a record of that list is called.
    pub record: String,
    /// The record's id; empty for the file itself.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The names of the field from the record inwards, as in the file; empty where the whole record is meant.
    pub path: String,
    /// What the field is called.
    pub field: String,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
    /// The whole in a sentence.
    pub sentence: String,
}

/// A side of the comparison.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// Its records and the language.
    pub names: Names<'a>,
    /// What is derived from them.
    pub index: &'a Index,
    /// What the file is called; nothing for the embedded portfolio.
    pub file: Option<&'a str>,
}

impl Side<'_> {
    /// File, title and date of the data.
    fn version(self) -> String {
        let version = self.names.version();
        self.file.map_or_else(|| version.clone(), |file| format!("{file} · {version}"))
    }
}

/// What is different between two portfolios, in the language of the first side.
pub fn comparison(a: Side<'_>, b: Side<'_>) -> Comparison {
    let diff = query::diff(a.names.portfolio, b.names.portfolio);
    let lines = lines(&diff, a.names, b.names);
    Comparison { versions: [a.version(), b.version()], summary: summary(&lines, a.names), bridge: bridge(a, b), lines }
}

impl Comparison {
    /// Titles, totals and sentences as a text fit for an erratum.
    pub fn text<'a>(&self, lines: impl Iterator<Item = &'a ComparedLine>, names: Names<'_>) -> String {
        let words = names.words;
        let [before, after] = &self.versions;
        let mut text = vec![
            words.tf("diff-before", &[("version", before.into())]),
            words.tf("diff-after", &[("version", after.into())]),
            String::new(),
            self.summary.clone(),
        ];
        match &self.bridge {
            Ok(steps) => text.extend(steps.iter().map(|step| format!("- {}", step.spoken))),
            Err(why) => text.push(why.clone()),
        }
        text.push(String::new());
        text.extend(lines.map(|line| format!("- {}", line.sentence)));
        text.join("\n") + "\n"
    }
}

fn summary(lines: &[ComparedLine], names: Names<'_>) -> String {
    let words = names.words;
    if lines.is_empty() {
        return words.t("diff-same");
    }
    let records = |kind: ChangeKind| {
        let mut ids: Vec<_> = lines.iter().filter(|line| line.kind == kind).map(|line| (line.list, &line.id)).collect();
        ids.dedup();
        ids.len()
    };
    let args = [
        ("added", records(ChangeKind::Added).into()),
        ("gone", records(ChangeKind::Gone).into()),
        ("changed", records(ChangeKind::Changed).into()),
    ];
    words.tf("diff-summary", &args)
}

fn bridge(a: Side<'_>, b: Side<'_>) -> Result<Vec<MoneyLine>, String> {
    let (names, words) = (a.names, a.names.words);
    let bridge = match query::money_bridge((a.names.portfolio, a.index), (b.names.portfolio, b.index)) {
        Ok(bridge) => bridge,
        Err(query::OtherCurrencies(first, second)) => {
            let args = [("first", first.code().into()), ("second", second.code().into())];
            return Err(words.tf("diff-other-currencies", &args));
        }
    };
    let told = |known: bool, say: String| if known { say } else { words.t("missing-amount") };
    let whole = |label: String, amount: i128, known: bool| MoneyLine {
        step: None,
        text: told(known, names.millions(amount)),
        spoken: format!("{label}: {}", told(known, names.millions_spoken(amount))),
        label,
        amount,
        from: 0,
    };
    let [known_before, known_after] = bridge.known;
    let mut lines = vec![whole(words.t("diff-total-before"), bridge.before, known_before)];
    let mut at = bridge.before;
    for (step, (amount, ids)) in &bridge.steps {
        let label = words.t(step.message());
        let count = words.tf("plot-projects", &[("n", ids.len().into())]);
        let sign = if *amount > 0 { "+" } else { "" };
        lines.push(MoneyLine {
            step: Some(*step),
            text: format!("{sign}{} · {count}", names.millions(*amount)),
            spoken: format!("{label}: {sign}{}, {count}", names.millions_spoken(*amount)),
            label,
            amount: *amount,
            from: at.min(at + amount),
        });
        at += amount;
    }
    lines.push(whole(words.t("diff-total-after"), bridge.after, known_after));
    Ok(lines)
}

fn lines(diff: &Diff, a: Names<'_>, b: Names<'_>) -> Vec<ComparedLine> {
    let words = a.words;
    let file = words.t("diff-the-file");
    let mut lines: Vec<ComparedLine> =
        diff.header.iter().map(|change| changed(None, "", &file, change, a, b)).collect();
    for (list, diff) in &diff.lists {
        for gone in &diff.gone {
            lines.push(whole(ChangeKind::Gone, *list, &gone.id, &gone.record, a));
        }
        for added in &diff.added {
            lines.push(whole(ChangeKind::Added, *list, &added.id, &added.record, b));
        }
        for record in &diff.changed {
            let name = record_name(&record.before, &record.id.id, words.lang());
            let of = |change: &FieldChange| changed(Some(*list), &record.id.id, &name, change, a, b);
            for change in &record.fields {
                match (&change.before, &change.after) {
                    (Value::Array(before), Value::Array(after)) if change.path == ["amounts"] => {
                        lines.extend(of_amounts(before, after, &of, a, b));
                    }
                    _ => lines.push(of(change)),
                }
            }
        }
        if diff.order.is_some() {
            lines.push(moved(*list, a));
        }
    }
    lines
}

/// The amounts that say something else, each by itself, and behind them those that came or went.
fn of_amounts(
    before: &[Value],
    after: &[Value],
    of: &dyn Fn(&FieldChange) -> ComparedLine,
    a: Names<'_>,
    b: Names<'_>,
) -> Vec<ComparedLine> {
    let held = held(before, after);
    if held.changed.is_empty() {
        return vec![of(&FieldChange { path: vec!["amounts".to_owned()], before: before.into(), after: after.into() })];
    }
    let mut lines: Vec<ComparedLine> = Vec::new();
    for (before, after) in held.changed {
        let change = FieldChange { path: vec!["amounts".to_owned()], before, after };
        let mut line = of(&change);
        if differ_in_figure_alone(&change.before, &change.after) {
            // What both say is said once.
            let [before, after] =
                [(&change.before, a), (&change.after, b)].map(|(value, names)| money_text(value, names));
            let about = amount_about(&change.after, b);
            let args = [
                ("name", line.name.as_str().into()),
                ("about", about.as_str().into()),
                ("before", before.as_str().into()),
                ("after", after.as_str().into()),
            ];
            let sentence = a.words.tf("erratum-amount", &args);
            line = ComparedLine { before, after, sentence, field: format!("{}: {about}", line.field), ..line };
        }
        lines.push(line);
    }
    if !held.gone.is_empty() || !held.added.is_empty() {
        let (before, after) = (held.gone.into(), held.added.into());
        lines.push(of(&FieldChange { path: vec!["amounts".to_owned()], before, after }));
    }
    lines
}

/// A record that only one of the two has.
fn whole(kind: ChangeKind, list: List, id: &RecordId, record: &Value, names: Names<'_>) -> ComparedLine {
    let words = names.words;
    let (name, called) = (record_name(record, &id.id, words.lang()), words.t(list.message()));
    let args = [("record", called.clone().into()), ("name", name.clone().into())];
    let sentence =
        if kind == ChangeKind::Added { words.tf("erratum-added", &args) } else { words.tf("erratum-gone", &args) };
    let told = value_text("", record, names);
    let (before, after) = if kind == ChangeKind::Added { (String::new(), told) } else { (told, String::new()) };
    let (path, field) = (String::new(), String::new());
    ComparedLine {
        kind,
        list: Some(list),
        record: called,
        id: id.id.clone(),
        name,
        path,
        field,
        before,
        after,
        sentence,
    }
}

fn changed(list: Option<List>, id: &str, name: &str, change: &FieldChange, a: Names<'_>, b: Names<'_>) -> ComparedLine {
    let words = a.words;
    let field = field_label(&change.path, words);
    let (before, after) = changed_text(change, a, b);
    let args = [
        ("name", name.into()),
        ("field", field.clone().into()),
        ("before", before.clone().into()),
        ("after", after.clone().into()),
    ];
    let sentence = match (change.before.is_null(), change.after.is_null()) {
        (true, _) => words.tf("erratum-now-told", &args),
        (_, true) => words.tf("erratum-no-longer-told", &args),
        _ if change.before.is_array() => words.tf("erratum-items", &args),
        _ => words.tf("erratum-changed", &args),
    };
    ComparedLine {
        kind: ChangeKind::Changed,
        list,
        record: list.map_or_else(|| words.t("diff-the-file"), |list| words.t(list.message())),
        id: id.to_owned(),
        name: name.to_owned(),
        path: change.path.join("."),
        field,
        before,
        after,
        sentence,
    }
}

/// The records of a list stand in another order.
fn moved(list: List, names: Names<'_>) -> ComparedLine {
    let called = names.words.t(list.message());
    ComparedLine {
        kind: ChangeKind::Moved,
        list: Some(list),
        sentence: names.words.tf("erratum-moved", &[("record", called.clone().into())]),
        name: called.clone(),
        record: called,
        id: String::new(),
        path: String::new(),
        field: String::new(),
        before: String::new(),
        after: String::new(),
    }
}
