//! `atalaya query`: the records that the window's table would show, or the groups that its plots would.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::args::{Format, QueryArgs};
use super::record::{OTHER, csv_list, json_list, units};
use super::table::{Align, TextTable};
use super::{FAILED, GOOD, MISSING, NAME_WIDTH, Opened, complain, open};
use crate::figure::{Names, double_notices, money_line, project_cell, sentence};
use crate::i18n::Words;
use crate::model::{Currency, Found, Notes, PartialDate, Portfolio, Project, Role, Status, negative_award};
use crate::query::{self, Answer, By, Column, Group, Index, Key, Row, Spread};

/// Answers a question.
pub(super) fn run(args: &QueryArgs, out: &mut impl Write) -> io::Result<u8> {
    let words = Words::new(args.of.lang);
    let Some(opened) = open(&args.of, &words) else { return Ok(FAILED) };
    if let Some(times) = args.time {
        time(times, args, &opened);
    }
    let Opened { portfolio, index, answer, .. } = &opened;
    let question = Question { args, portfolio, index, answer, words: &words };
    match (args.by, args.count) {
        (Some(by), _) => question.groups(by, out)?,
        (None, true) => question.count(out)?,
        (None, false) => question.records(out)?,
    }
    Ok(GOOD)
}

/// Computes the answer so many times anew, from the index alone, and says how long each part took.
fn time(times: usize, args: &QueryArgs, opened: &Opened) {
    let Opened { portfolio, index, answer, took: [loaded, indexed] } = opened;
    let mut took: Vec<Duration> = (0..times)
        .map(|_| {
            let started = Instant::now();
            let answer = std::hint::black_box(Answer::to(&answer.filter, portfolio, index));
            if let Some(by) = args.by {
                std::hint::black_box(query::groups(&answer.rows, by, args.spread, index));
            }
            started.elapsed()
        })
        .collect();
    took.sort_unstable();
    let at =
        |hundredths: usize| took.get((took.len() * hundredths / 100).min(took.len() - 1)).copied().unwrap_or_default();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    complain(&format!(
        "load_ms={:.3}\nindex_ms={:.3}\nquery_ms_median={:.3}\nquery_ms_p99={:.3}\nrows={}",
        ms(*loaded),
        ms(*indexed),
        ms(at(50)),
        ms(at(99)),
        answer.rows.len()
    ));
}

struct Question<'a> {
    args: &'a QueryArgs,
    portfolio: &'a Portfolio,
    index: &'a Index,
    answer: &'a Answer,
    words: &'a Words,
}

impl Question<'_> {
    fn names(&self) -> Names<'_> {
        Names::new(self.portfolio, self.words).with_vocabulary(&self.index.vocabulary)
    }

    fn count(&self, out: &mut impl Write) -> io::Result<()> {
        let count = self.answer.rows.len();
        match self.args.of.format {
            Format::Table => writeln!(out, "{count}"),
            Format::Csv => writeln!(out, "projects\n{count}"),
            Format::Json => writeln!(out, "{}", json!({ "projects": count })),
        }
    }

    fn records(&self, out: &mut impl Write) -> io::Result<()> {
        let mut rows = self.answer.rows.clone();
        let largest_first = [Key { column: Column::Amount, descending: true }];
        query::sort(&mut rows, &largest_first, self.names().lens, self.portfolio, self.index, self.words.sorter());
        let records = rows.iter().filter_map(|at| Some((self.portfolio.projects.get(*at)?, self.index.rows.get(*at)?)));
        match self.args.of.format {
            Format::Json => json_list(out, records.map(|(project, row)| self.record(&project, row))),
            Format::Csv => csv_list(out, &RECORD, &records.map(|(p, row)| self.record(&p, row)).collect::<Vec<_>>()),
            Format::Table => self.record_table(records, out),
        }
    }

    fn record(&self, project: &Project, row: &Row) -> Value {
        let themes: Vec<_> = project.themes.iter().map(|theme| theme.theme.as_str()).collect();
        let implementers: Vec<_> = project.organizations_as(Role::Implementing).collect();
        let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
        let mut record = Map::new();
        let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
        put("id", json!(project.id));
        put("name_es", json!(project.name.es));
        put("name_en", json!(project.name.en));
        put("acronym", json!(project.acronym));
        put("status", json!(project.status.map(Status::key)));
        put("ending", json!(project.ending.kind.key()));
        put("start", json!(date(project.start)));
        put("planned_end", json!(date(project.planned_end)));
        put("actual_end", json!(date(project.actual_end)));
        put("themes", json!(themes));
        put("implementers", json!(implementers));
        put("states", json!(project.states));
        put("sectors", json!(project.sectors));
        put("scope", json!(query::scope_key(project.scope, self.portfolio)));
        put("sources", json!(project.all_sources()));
        let negative = || negative_award(project).map(|a| (a.value.0, a.currency.unwrap_or(self.portfolio.currency())));
        let told = row.headline.map(|told| (told.value, told.currency)).or_else(negative);
        put_amounts(&mut record, told.into_iter().map(|(value, currency)| (i128::from(value), currency)));
        Value::Object(record)
    }

    fn record_table<'r>(
        &self,
        records: impl Iterator<Item = (Found<'r>, &'r Row)>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let columns =
            [Column::Name, Column::Implementer, Column::Start, Column::PlannedEnd, Column::Amount, Column::Ending];
        let mut table = TextTable::new(columns.iter().map(|column| {
            let align = if *column == Column::Amount { Align::Right } else { Align::Left };
            (self.words.t(column.message()), align)
        }));
        for (project, row) in records {
            table.row(columns.iter().map(|column| {
                let cell = project_cell(*column, &project, row, self.names());
                let width = if *column == Column::Name { NAME_WIDTH } else { NAME_WIDTH / 2 };
                match (cell.is_missing(), cell.note) {
                    (true, _) => self.words.t("missing-short"),
                    (false, Some(note)) if *column == Column::Amount => format!("{note} {}", cell.text),
                    (false, _) => super::table::cut(&cell.text, width),
                }
            }));
        }
        table.write(out)?;
        self.say(out)
    }

    fn groups(&self, by: By, out: &mut impl Write) -> io::Result<()> {
        let rows = &self.answer.rows;
        let mut groups = query::groups(rows, by, self.args.spread, self.index);
        match (by, self.args.count) {
            // Years stay in their order.
            (By::Year, _) => {}
            (_, true) => query::by_count(&mut groups),
            (_, false) => query::by_amount(&mut groups),
        }
        let others = query::groups_in_others(rows, by, self.args.spread, self.index);
        let records = groups.iter().map(|group| self.group(by, group, &others));
        match self.args.of.format {
            Format::Json => json_list(out, records),
            Format::Csv => csv_list(out, &GROUP, &records.collect::<Vec<_>>()),
            Format::Table => self.group_table(by, &groups, &others, out),
        }
    }

    /// The field; years say which way they were made.
    fn group_title(&self, by: By) -> String {
        match (by, self.args.spread) {
            (By::Year, Spread::Even) => self.words.t("cli-year-even"),
            _ => self.names().field(by.field()),
        }
    }

    fn group_name(&self, by: By, group: &Group) -> String {
        let names = self.names();
        group.key.as_ref().map_or_else(|| names.missing(by.field()), |key| names.key(by.field(), key))
    }

    fn group(&self, by: By, group: &Group, others: &[(Currency, Vec<Group>)]) -> Value {
        let mut record = Map::new();
        let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
        put("key", json!(group.key.as_deref().unwrap_or(MISSING)));
        put("name", json!(self.group_name(by, group)));
        put("projects", json!(group.projects));
        put("without_amount", json!(group.without_amount));
        let own = group.amount.map(|amount| (amount, self.portfolio.currency()));
        put_amounts(&mut record, own.into_iter().chain(in_others(group, others)));
        Value::Object(record)
    }

    fn group_table(
        &self,
        by: By,
        groups: &[Group],
        others: &[(Currency, Vec<Group>)],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let words = self.words;
        let mut titles = [
            (self.group_title(by), Align::Left),
            (words.t("cli-projects"), Align::Right),
            (words.t("column-amount"), Align::Right),
            (words.t("cli-split-by-us"), Align::Right),
            (words.t("cli-without"), Align::Right),
        ];
        if self.args.count {
            titles.swap(0, 1);
        }
        let mut table = TextTable::new(titles.into_iter());
        for group in groups {
            let mut cells = [
                super::table::cut(&self.group_name(by, group), NAME_WIDTH),
                words.int(group.projects as i64),
                self.group_money(group, others),
                self.group_assumed(group, others),
                if group.without_amount > 0 { words.int(group.without_amount as i64) } else { String::new() },
            ];
            if self.args.count {
                cells.swap(0, 1);
            }
            table.row(cells.into_iter());
        }
        table.write(out)?;
        if by == By::Year && self.args.spread == Spread::Even {
            let spent = query::spent_told(&self.answer.rows, self.index);
            writeln!(out, "\n{}", words.tf("cli-even-estimate", &[("spent", spent.into())]))?;
        }
        self.say(out)
    }

    /// The sum of a group, and what is in other currencies; else why there is none.
    fn group_money(&self, group: &Group, others: &[(Currency, Vec<Group>)]) -> String {
        let own = group.amount.map(|amount| self.words.money(amount));
        let others =
            in_others(group, others).map(|(value, currency)| format!("{} {currency}", self.words.money(value)));
        let all: Vec<String> = own.into_iter().chain(others).collect();
        if all.is_empty() { self.names().group_without_short(group) } else { all.join(" + ") }
    }

    /// What of a group rests on a division of ours, also of amounts in other currencies; nothing where nothing does.
    fn group_assumed(&self, group: &Group, others: &[(Currency, Vec<Group>)]) -> String {
        let own = (group.assumed > 0).then(|| self.words.money(group.assumed));
        let others = others.iter().filter_map(|(currency, groups)| {
            let same = groups.iter().find(|other| other.key == group.key && other.assumed > 0)?;
            Some(format!("{} {currency}", self.words.money(same.assumed)))
        });
        own.into_iter().chain(others).collect::<Vec<_>>().join(" + ")
    }

    /// The sentence, and what the sum lacks.
    fn say(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\n{}", sentence(self.answer, self.names(), true).text())?;
        writeln!(out, "{}", money_line(self.answer, self.names()).text())?;
        for notice in double_notices(self.answer, &Notes::default(), self.names(), self.index) {
            writeln!(out, "{}", notice.text)?;
        }
        Ok(())
    }
}

const RECORD: [&str; 16] = [
    "id",
    "name_es",
    "name_en",
    "acronym",
    "status",
    "ending",
    "start",
    "planned_end",
    "actual_end",
    "themes",
    "implementers",
    "states",
    "sectors",
    "amount_usd",
    "scope",
    "sources",
];

const GROUP: [&str; 5] = ["key", "name", "projects", "amount_usd", "without_amount"];

/// What a group has in other currencies.
fn in_others(group: &Group, others: &[(Currency, Vec<Group>)]) -> impl Iterator<Item = (i128, Currency)> {
    others.iter().filter_map(|(currency, groups)| {
        let same = groups.iter().find(|other| other.key == group.key)?;
        Some((same.amount?, *currency))
    })
}

/// Amounts under the name that says their currency, so that no other one passes for dollars.
fn put_amounts(record: &mut Map<String, Value>, amounts: impl Iterator<Item = (i128, Currency)>) {
    let (mut dollars, mut others) = (Value::Null, Vec::new());
    for (value, currency) in amounts {
        if currency == Currency::USD {
            dollars = units(value);
        } else {
            others.push(json!({ "value": units(value), "currency": currency.code() }));
        }
    }
    record.insert("amount_usd".to_owned(), dollars);
    let other = if others.len() > 1 { Some(Value::Array(others)) } else { others.pop() };
    record.extend(other.map(|other| (OTHER.to_owned(), other)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Asked;
    use crate::format::sheet::{bring, guess, pasted};
    use crate::format::{Progress, write_whole};
    use crate::model::{Lang, List};

    /// The answer about a table that was brought in.
    fn answered(table: &str, by: Option<By>, format: Format) -> String {
        let grid = pasted(table);
        let portfolio = bring(&grid, &guess(&grid), None, &Progress::default()).unwrap().portfolio;
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a.ron");
        let mut text = Vec::new();
        let of = |list: List| {
            (0..portfolio.count(list)).filter_map(|at| portfolio.entry(list, at)).collect::<Vec<_>>().into_iter()
        };
        write_whole(&portfolio.header, of, &mut text).unwrap();
        std::fs::write(&file, text).unwrap();
        let of = Asked { file: Some(file), filter: String::new(), format, lang: Lang::Es };
        let args = QueryArgs { of, by, spread: Spread::Award, count: false, time: None };
        let mut out = Vec::new();
        assert_eq!(run(&args, &mut out).unwrap(), GOOD);
        String::from_utf8(out).unwrap()
    }

    const MIXED: &str = "Nombre;Tema;Monto;Moneda\nA;Salud;100;EUR\nB;Agua;5;USD\nC;Agua;7;MXN\nD;Agua;9;USD\n";

    #[test]
    fn what_is_in_another_currency_is_not_called_unpublished() {
        let table = answered(MIXED, Some(By::Theme), Format::Table);
        let salud = table.lines().find(|line| line.starts_with("Salud")).unwrap();
        assert!(salud.contains("100 EUR") && !table.contains("no publicado"), "{table}");
        let groups: Value = serde_json::from_str(&answered(MIXED, Some(By::Theme), Format::Json)).unwrap();
        let of = |name: &str| groups.as_array().unwrap().iter().find(|group| group["name"] == name).unwrap().clone();
        assert_eq!(of("Salud")["amount_other"], json!({ "value": 100, "currency": "EUR" }));
        assert_eq!(of("Salud")["amount_usd"], Value::Null);
        assert_eq!((&of("Agua")["amount_usd"], &of("Agua")["amount_other"]["value"]), (&json!(14), &json!(7)));
    }

    #[test]
    fn what_we_divide_is_told_in_its_own_currency() {
        let table = answered(
            "Nombre;Tema;Monto;Moneda\nA;Salud, Agua;1000000;MXN\nB;Agua;5;USD\n",
            Some(By::Theme),
            Format::Table,
        );
        let salud = table.lines().find(|line| line.starts_with("Salud")).unwrap();
        assert_eq!(salud.matches("500,000 MXN").count(), 2, "its money, and that it is divided by us: {table}");
    }

    #[test]
    fn amounts_of_different_currencies_are_not_ranked_together() {
        let records: Value = serde_json::from_str(&answered(MIXED, None, Format::Json)).unwrap();
        let names: Vec<&str> = records.as_array().unwrap().iter().filter_map(|r| r["name_es"].as_str()).collect();
        assert_eq!(names, ["D", "B", "A", "C"], "dollars first, then euros and pesos");
        assert_eq!(records[2]["amount_other"]["currency"], "EUR");
    }

    #[test]
    fn a_negative_amount_is_not_called_unpublished() {
        let negative = "Nombre;Tema;Monto;Moneda\nA;Salud;-500000;USD\nB;Agua;5;USD\n";
        let table = answered(negative, None, Format::Table);
        assert!(table.contains("negativo, no se cuenta -500,000"), "{table}");
        assert!(table.contains("1 con monto negativo") && !table.contains("sin monto"), "{table}");
        let groups = answered(negative, Some(By::Theme), Format::Table);
        assert!(groups.contains("negativo") && !groups.contains("no publicado"), "{groups}");
    }
}
