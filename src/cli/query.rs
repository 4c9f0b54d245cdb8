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
use crate::model::{Currency, Found, Notes, PartialDate, Portfolio, Project, Role, Status};
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
        Names::new(self.portfolio, self.words)
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
        put_amount(&mut record, row.headline.map(|told| (i128::from(told.value), told.currency)));
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
        match self.args.of.format {
            Format::Json => json_list(out, groups.iter().map(|group| self.group(by, group))),
            Format::Csv => csv_list(out, &GROUP, &groups.iter().map(|g| self.group(by, g)).collect::<Vec<_>>()),
            Format::Table => self.group_table(by, &groups, out),
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

    fn group(&self, by: By, group: &Group) -> Value {
        let mut record = Map::new();
        let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
        put("key", json!(group.key.as_deref().unwrap_or(MISSING)));
        put("name", json!(self.group_name(by, group)));
        put("projects", json!(group.projects));
        put("without_amount", json!(group.without_amount));
        put_amount(&mut record, group.amount.map(|amount| (amount, self.portfolio.currency())));
        Value::Object(record)
    }

    fn group_table(&self, by: By, groups: &[Group], out: &mut impl Write) -> io::Result<()> {
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
            let money = |value: i128| words.money(value);
            let mut cells = [
                super::table::cut(&self.group_name(by, group), NAME_WIDTH),
                words.int(group.projects as i64),
                group.amount.map_or_else(|| words.t("missing-short"), money),
                if group.assumed > 0 { money(group.assumed) } else { String::new() },
                if group.without_amount > 0 { words.int(group.without_amount as i64) } else { String::new() },
            ];
            if self.args.count {
                cells.swap(0, 1);
            }
            table.row(cells.into_iter());
        }
        table.write(out)?;
        if by == By::Year && self.args.spread == Spread::Even {
            writeln!(out, "\n{}", words.t("cli-even-estimate"))?;
        }
        self.say(out)
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

/// An amount under the name that says its currency, so that no other one passes for dollars.
fn put_amount(record: &mut Map<String, Value>, amount: Option<(i128, Currency)>) {
    let (dollars, other) = match amount {
        Some((value, Currency::USD)) => (units(value), None),
        Some((value, currency)) => (Value::Null, Some(json!({ "value": units(value), "currency": currency.code() }))),
        None => (Value::Null, None),
    };
    record.insert("amount_usd".to_owned(), dollars);
    record.extend(other.map(|other| (OTHER.to_owned(), other)));
}
