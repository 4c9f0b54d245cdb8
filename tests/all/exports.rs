//! What a person takes away: the rows, the order, the money and the dates of the screen, in each form and both
//! languages, that open back into the same records and the same view.

use std::io::{self, Cursor, Write};

use atalaya::export::{
    Changed, ExportError, Left, Rows, Separator, Shown, StampFound, TableKind, about_csv, stamp_of, table_file,
    write_csv, write_ron,
};
use atalaya::figure::{Names, card::Scene};
use atalaya::format::{self, Brought, Progress, Stage, read_own_book, read_own_json};
use atalaya::i18n::Words;
use atalaya::model::{
    Amount, AmountKind, Attribution, Bilingual, Currency, Lang, List, Minor, Notes, PartialDate, Portfolio, Project,
    Projects, Scope, Table, Theme, ThemeShare, check,
};
use atalaya::query::{Answer, By, Column, EventColumn, Index, Key, Spread, groups, parse, portfolio_tree, sort};
use calamine::{Data, Range, Reader, Xlsx};
use proptest::prelude::*;
use serde_json::Value;

fn embedded() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

/// A portfolio with a filter, an order and columns, as the window shows it.
struct View {
    portfolio: Portfolio,
    index: Index,
    answer: Answer,
    rows: Vec<usize>,
    order: Vec<Key>,
    columns: Vec<Column>,
    words: Words,
    notes: Notes,
}

impl View {
    fn of(portfolio: Portfolio, filter: &str, lang: Lang) -> Self {
        let index = Index::of(&portfolio);
        let filter = parse(filter, &index.vocabulary).unwrap();
        let answer = Answer::to(&filter, &portfolio, &index);
        let words = Words::new(lang);
        let order =
            vec![Key { column: Column::Start, descending: true }, Key { column: Column::Name, descending: false }];
        let lens = Names::new(&portfolio, &words).lens;
        let mut rows = answer.rows.clone();
        sort(&mut rows, &order, lens, &portfolio, &index, words.sorter());
        let columns = vec![
            Column::Name,
            Column::Theme,
            Column::Start,
            Column::PlannedEnd,
            Column::Amount,
            Column::CutMoney,
            Column::ShareAhead,
            Column::MonthsAhead,
            Column::Sources,
        ];
        Self { portfolio, index, answer, rows, order, columns, words, notes: Notes::default() }
    }

    fn shown(&self) -> Shown<'_> {
        let names = Names::new(&self.portfolio, &self.words);
        Shown {
            scene: Scene { answer: &self.answer, names, index: &self.index, spread: Spread::Award, notes: &self.notes },
            rows: &self.rows,
            order: &self.order,
            columns: &self.columns,
            events: &self.answer.events,
            event_order: &[],
            event_columns: &EventColumn::ALL,
            today: date("2026-11-26"),
            progress: None,
        }
    }

    fn file(&self, kind: TableKind) -> Vec<u8> {
        let mut bytes = Vec::new();
        table_file(kind, Rows::Projects, self.shown(), &mut bytes).unwrap();
        bytes
    }

    fn left(&self, kind: TableKind) -> Vec<Left> {
        table_file(kind, Rows::Projects, self.shown(), &mut Vec::new()).unwrap()
    }

    fn title(&self, column: Column) -> String {
        self.shown().scene.names.column(column)
    }

    fn ids(&self) -> Vec<String> {
        self.rows.iter().map(|row| self.portfolio.projects.id(*row).unwrap().to_owned()).collect()
    }
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn child_labour(lang: Lang) -> View {
    View::of(embedded(), "theme:child-forced-labor", lang)
}

/// A sheet of a workbook by the key of its name.
fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn column(range: &Range<Data>, title: &str) -> Vec<Data> {
    let titles: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let at = titles.iter().position(|other| other == title).unwrap_or_else(|| panic!("{title} in {titles:?}"));
    range.rows().skip(1).map(|row| row[at].clone()).collect()
}

/// The cells of a CSV, title by title.
fn csv_column(bytes: &[u8], separator: u8, title: &str) -> Vec<String> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
    let at = reader.headers().unwrap().iter().position(|other| other == title).unwrap();
    reader.records().map(|record| record.unwrap()[at].to_owned()).collect()
}

fn hundredths(text: &str) -> i128 {
    let (units, cents) = text.split_once('.').unwrap_or((text, "0"));
    units.parse::<i128>().unwrap() * 100 + format!("{cents:0<2}").parse::<i128>().unwrap()
}

#[test]
fn each_form_has_the_same_rows_in_the_same_order() {
    for lang in Lang::ALL {
        let view = child_labour(lang);
        let words = &view.words;
        assert!(view.ids().len() > 3);
        let book = view.file(TableKind::Xlsx);
        let table = sheet(&book, &words.t("export-sheet-projects"));
        let in_book: Vec<String> = column(&table, &words.t("export-id")).iter().map(ToString::to_string).collect();
        assert_eq!(in_book, view.ids());
        for (kind, separator) in [(TableKind::CsvComma, b','), (TableKind::CsvSemicolon, b';')] {
            assert_eq!(csv_column(&view.file(kind), separator, &words.t("export-id")), view.ids());
        }
        let json: Value = serde_json::from_slice(&view.file(TableKind::Json)).unwrap();
        let records: Vec<&str> =
            json["projects"].as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap()).collect();
        assert_eq!(records, view.ids());
        assert_eq!(json["table"]["rows"].as_array().unwrap().len(), view.ids().len());
        assert_eq!(json["filter"], "theme:child-forced-labor");
        let events = sheet(&book, &words.t("export-sheet-events"));
        assert_eq!(events.height() - 1, view.answer.events.len());
    }
}

#[test]
fn the_amounts_that_count_sum_to_the_total_to_the_cent() {
    for filter in ["", "theme:child-forced-labor", "scope:multi-country"] {
        let view = View::of(embedded(), filter, Lang::Es);
        let title = view.words.tf("export-counted", &[("currency", "USD".into())]);
        let table = sheet(&view.file(TableKind::Xlsx), "Proyectos");
        let cents = |cell: &Data| match cell {
            Data::Float(value) => Some((value * 100.0).round() as i128),
            Data::Empty => None,
            other => panic!("{other:?}"),
        };
        let counted: Vec<i128> = column(&table, &title).iter().filter_map(cents).collect();
        assert_eq!(counted.iter().sum::<i128>(), view.answer.totals.sum, "{filter}");
        assert_eq!(counted.len(), view.answer.totals.with_amount);
        if let Some((assigned, _)) = view.answer.totals.assigned {
            let title = view.words.tf("export-assigned", &[("currency", "USD".into())]);
            let parts = column(&table, &title);
            assert_eq!(parts.iter().filter_map(cents).sum::<i128>(), assigned);
            assert!(assigned < view.answer.totals.sum, "a part of it falls to other areas");
        }
        let csv = csv_column(&view.file(TableKind::CsvComma), b',', &title);
        let sum: i128 = csv.iter().filter(|cell| !cell.is_empty()).map(|cell| hundredths(cell)).sum();
        assert_eq!(sum, view.answer.totals.sum);
    }
}

#[test]
fn what_nobody_published_is_empty_and_says_why() {
    let view = View::of(embedded(), "", Lang::Es);
    let table = sheet(&view.file(TableKind::Xlsx), "Proyectos");
    let amounts = column(&table, &view.title(Column::Amount));
    let why = column(&table, &view.words.t("export-why-not"));
    let csv = csv_column(&view.file(TableKind::CsvComma), b',', &view.title(Column::Amount));
    let mut unpublished = 0;
    for (place, row) in view.rows.iter().enumerate() {
        let told = view.index.rows[*row].headline;
        assert_eq!(amounts[place] == Data::Empty, told.is_none());
        assert_eq!(csv[place].is_empty(), told.is_none());
        if told.is_none() {
            unpublished += 1;
            assert!(why[place].to_string().contains("nadie publicó"), "{:?}", why[place]);
        } else if view.index.rows[*row].counted().is_none() {
            assert!(!why[place].to_string().is_empty());
        }
    }
    assert!(unpublished > 0, "the portfolio has projects without an amount");
    assert!(!amounts.contains(&Data::Float(0.0)) && !csv.contains(&"0".to_owned()));
}

#[test]
fn whole_days_are_dates_and_months_stay_months() {
    let view = View::of(embedded(), "", Lang::En);
    let table = sheet(&view.file(TableKind::Xlsx), "Projects");
    let cells = column(&table, &view.title(Column::PlannedEnd));
    let (mut days, mut months) = (0, 0);
    for (cell, row) in cells.iter().zip(&view.rows) {
        let end = view.portfolio.projects.get(*row).unwrap().planned_end;
        match (cell, end) {
            (Data::Empty, None) => {}
            (Data::DateTime(day), Some(end)) => {
                let (year, month, date, ..) = day.to_ymd_hms_milli();
                assert_eq!(format!("{year:04}-{month:02}-{date:02}"), end.to_string());
                days += 1;
            }
            (Data::String(text), Some(end)) => {
                assert!(!end.is_exact() && *text == end.to_string());
                months += 1;
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(days > 0 && months > 0);
}

#[test]
fn what_an_export_says_of_itself_is_beside_the_table() {
    for (lang, notes, sources) in [(Lang::Es, "Notas", "Fuentes"), (Lang::En, "Notes", "Sources")] {
        let view = child_labour(lang);
        let book = view.file(TableKind::Xlsx);
        let said: Vec<String> = sheet(&book, notes).rows().flatten().map(ToString::to_string).collect();
        let said = said.join("\n");
        let about = about_csv(view.shown(), Rows::Projects, Separator::Comma);
        let sentence = atalaya::figure::sentence(&view.answer, view.shown().scene.names, true).text();
        let version = view.shown().scene.names.version();
        for text in [&said, &about] {
            assert!(text.contains(&sentence) && text.contains(&version), "{text}");
            assert!(text.contains("26") && !text.contains('⟦'));
        }
        // The filter in the export's own words, then as it is typed in that language.
        let typed = match lang {
            Lang::Es => "(como se escribe en Atalaya: tema:child-forced-labor)",
            Lang::En => "(as typed in Atalaya: theme:child-forced-labor)",
        };
        let filter = format!("{} {typed}", atalaya::figure::filter_text(&view.answer.filter, view.shown().scene.names));
        assert!(filter.to_lowercase().contains(if lang == Lang::Es { "trabajo infantil" } else { "child" }));
        assert!(said.contains(&filter) && about.contains(&filter), "{filter}: {about}");
        let listed = sheet(&book, sources);
        let addresses = column(&listed, &view.words.t("export-source-address"));
        assert!(addresses.len() > 5 && addresses.iter().all(|address| address.to_string().starts_with("http")));
        assert!(addresses.iter().all(|address| about.contains(&address.to_string())));
        let table = String::from_utf8(view.file(TableKind::CsvComma)).unwrap();
        assert!(!table.contains("atalaya") && table.lines().count() >= view.rows.len());
    }
}

#[test]
fn each_spreadsheet_gets_its_own_separator_and_decimals() {
    let mut portfolio = embedded();
    let mut project = Project { id: "x".to_owned(), name: both("Uno; dos, tres"), ..Project::default() };
    project.amounts.push(award(123_456));
    portfolio.projects = Projects::new(vec![project]);
    let view = View::of(portfolio, "", Lang::Es);
    let text = |kind| String::from_utf8(view.file(kind)).unwrap();
    assert!(text(TableKind::CsvComma).contains("1234.56") && text(TableKind::CsvComma).contains("\r\n"));
    assert!(text(TableKind::CsvSemicolon).contains("1234,56"));
    assert_eq!(csv_column(text(TableKind::CsvSemicolon).as_bytes(), b';', "Proyecto"), ["Uno; dos, tres"]);
}

fn both(text: &str) -> Bilingual {
    Bilingual { es: Some(text.to_owned()), en: Some(text.to_owned()) }
}

fn award(hundredths: i64) -> Amount {
    Amount {
        kind: AmountKind::Award,
        value: Minor(hundredths),
        currency: None,
        scope: Scope::Country,
        fiscal_year: None,
        as_of: None,
        source: None,
        attribution: Attribution::Named,
    }
}

/// A portfolio of one project with this name.
fn named(name: &str) -> View {
    let mut portfolio = embedded();
    let project = Project { id: "x".to_owned(), name: both(name), notes: both(name), ..Project::default() };
    portfolio.projects = Projects::new(vec![project]);
    View::of(portfolio, "", Lang::Es)
}

#[test]
fn nothing_in_a_table_is_taken_for_a_formula() {
    for name in ["=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"] {
        let view = named(name);
        for (kind, separator) in [(TableKind::CsvComma, b','), (TableKind::CsvSemicolon, b';')] {
            let cell = csv_column(&view.file(kind), separator, "Proyecto").remove(0);
            assert!(cell.starts_with('\''), "{cell:?}");
        }
        let book = view.file(TableKind::Xlsx);
        let mut open: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book)).unwrap();
        assert!(open.worksheet_formula("Proyectos").unwrap().is_empty());
        assert!(matches!(open.worksheet_range("Proyectos").unwrap().get((1, 0)), Some(Data::String(_))));
    }
}

#[test]
fn what_a_cell_cannot_hold_is_said_and_is_whole_among_the_records() {
    let long = "ñ".repeat(40_000);
    let odd = "a\u{0}b\u{b}c\u{fffe}d_x0041_e\u{7f}\r\nf";
    for name in [long.as_str(), odd] {
        let view = named(name);
        let expected = if name == odd { Left::Characters(1) } else { Left::LongTexts(1) };
        assert_eq!(view.left(TableKind::Xlsx), [expected]);
        let book = view.file(TableKind::Xlsx);
        let cell = column(&sheet(&book, "Proyectos"), "Proyecto").remove(0).to_string();
        assert!(cell.chars().count() <= 32_767 && (name == odd || cell.ends_with('…')));
        let back = read_own_book(&book).unwrap();
        assert_eq!(back.portfolio.projects.get(0).unwrap().name.es.as_deref(), Some(name));
        assert_eq!(stamp_of(&book).unwrap().intact, Some(true));
    }
}

#[test]
fn an_amount_that_a_spreadsheet_would_round_is_text() {
    let mut portfolio = embedded();
    let mut project = Project { id: "x".to_owned(), name: both("x"), ..Project::default() };
    project.amounts.push(award(900_719_925_474_099_300));
    portfolio.projects = Projects::new(vec![project]);
    let view = View::of(portfolio, "", Lang::Es);
    let cells = column(&sheet(&view.file(TableKind::Xlsx), "Proyectos"), &view.title(Column::Amount));
    assert_eq!(cells, [Data::String("9007199254740993".to_owned())]);
    assert!(view.left(TableKind::Xlsx).iter().any(|left| matches!(left, Left::LargeAmounts(_))));
}

#[test]
fn an_export_opens_back_into_the_same_view() {
    for lang in Lang::ALL {
        let view = child_labour(lang);
        let about = about_csv(view.shown(), Rows::Projects, Separator::Semicolon);
        let table = view.file(TableKind::CsvSemicolon);
        let found = [view.file(TableKind::Xlsx), view.file(TableKind::Json), about.into_bytes()];
        for bytes in found {
            let found = stamp_of(&bytes).expect("a stamp");
            let stamp = &found.stamp;
            assert_ne!(found.intact, Some(false));
            assert_eq!((stamp.filter.as_str(), stamp.lang), ("theme:child-forced-labor", lang));
            assert_eq!((&stamp.order, &stamp.columns), (&view.order, &view.columns));
            assert_eq!(stamp.data, view.portfolio.header.updated);
            assert!(found.intact.is_some() || stamp.is_of(&table));
        }
    }
}

#[test]
fn events_go_out_as_well() {
    let view = child_labour(Lang::Es);
    let mut table = Vec::new();
    write_csv(view.shown(), Rows::Events, Separator::Comma, &mut table).unwrap();
    let events = view.answer.events.iter().map(|place| &view.portfolio.events[*place]);
    let expected: Vec<(String, String)> = events.map(|event| (event.id.clone(), event.date.to_string())).collect();
    let ids = csv_column(&table, b',', &view.words.t("export-id"));
    let dates = csv_column(&table, b',', &view.words.t("event-column-date"));
    assert!(!expected.is_empty());
    assert_eq!(ids.into_iter().zip(dates).collect::<Vec<_>>(), expected);
    let about = about_csv(view.shown(), Rows::Events, Separator::Comma);
    let stamp = stamp_of(about.as_bytes()).unwrap().stamp;
    assert!(stamp.rows == Rows::Events && stamp.is_of(&table));
    let mut book = Vec::new();
    table_file(TableKind::Xlsx, Rows::Events, view.shown(), &mut book).unwrap();
    let open: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book.clone())).unwrap();
    assert_eq!(open.sheet_names().first().map(String::as_str), Some("Hechos"));
    assert_eq!(stamp_of(&book).unwrap().intact, Some(true));
}

#[test]
fn what_was_changed_in_a_table_is_named_with_its_cell() {
    let book = child_labour(Lang::Es).file(TableKind::Xlsx);
    let found = stamp_of(&edited_copy(&book, "Proyectos")).unwrap();
    let said = found.changed_text("x.xlsx", &Words::new(Lang::Es));
    assert!(said.contains("«Registros»") && said.contains("Proyectos!B3 (Área temática) dice «otra cosa»"), "{said}");
    assert_eq!(found.changed.len(), 1, "{:?}", found.changed);
    let beyond = stamp_of(&edited_copy(&book, "beyond")).unwrap();
    assert!(beyond.changed_text("x.xlsx", &Words::new(Lang::En)).contains("“al margen”"));
    // The sheet that is read has nothing that was not taken.
    let read = stamp_of(&edited_copy(&book, "Registros")).unwrap();
    assert!(!read.changed_text("x.xlsx", &Words::new(Lang::Es)).contains("no se tomó"), "{:?}", read.changed);
    for (lang, filter) in [(Lang::Es, ""), (Lang::En, "state:MX-CHP"), (Lang::Es, "active:2024")] {
        let view = View::of(embedded(), filter, lang);
        let book = view.file(TableKind::Xlsx);
        let notes = view.words.t("export-sheet-notes");
        let changed = stamp_of(&edited_copy(&book, &notes)).unwrap();
        assert_eq!(changed.changed, [Changed::Sheet(notes)], "{filter}");
        let sources = view.words.t("export-sheet-sources");
        let changed = stamp_of(&edited_copy(&book, &sources)).unwrap();
        let said: Vec<String> = changed.changed.iter().map(|changed| changed.text(&Words::new(Lang::Es))).collect();
        // Its row is told by its id, which is the cell that was written over.
        assert!(
            said.len() == 2 && said[0].contains(&format!("{sources}!A3")) && said[1].contains(&sources),
            "{said:?}"
        );
    }
}

#[test]
fn what_was_changed_is_named_where_the_filter_names_what_was_left_out() {
    let view = View::of(embedded(), "-org:fondo-para-la-paz", Lang::Es);
    let book = view.file(TableKind::Xlsx);
    let found = stamp_of(&edited_copy(&book, "Proyectos")).unwrap();
    assert!(matches!(found.changed.as_slice(), [Changed::Cell { .. }]), "{:?}", found.changed);
    let sources = stamp_of(&edited_copy(&book, "title")).unwrap();
    assert!(matches!(sources.changed.as_slice(), [Changed::Cell { .. }]), "{:?}", sources.changed);
    // A CSV of the table mends what was changed in the table, and nothing else.
    let told = |found: &StampFound| found.changed_text("x.xlsx", &view.words);
    assert!(told(&found).contains("guarde su hoja como CSV") && !told(&sources).contains("CSV"), "{}", told(&sources));
}

#[test]
fn of_a_workbook_of_an_earlier_version_nothing_is_claimed() {
    let book = child_labour(Lang::Es).file(TableKind::Xlsx);
    let sums = stamp_of(&book).unwrap().stamp.checksum;
    let first = sums.split(' ').next().unwrap();
    let found = stamp_of(&copy_of(&book, "", &|text| text.replace(&sums, first))).unwrap();
    assert_eq!((found.stamp.checksum.as_str(), found.intact), (first, None));
    assert!(!found.told("x.xlsx", "", &Words::new(Lang::Es)).contains("cambió"));
}

#[test]
fn a_changed_cell_is_noticed_on_whichever_sheet_it_stands() {
    for rows in [Rows::Projects, Rows::Events] {
        let view = child_labour(Lang::Es);
        let mut book = Vec::new();
        table_file(TableKind::Xlsx, rows, view.shown(), &mut book).unwrap();
        assert_eq!(stamp_of(&edited_copy(&book, "")).unwrap().intact, Some(true), "saved again as it was");
        for sheet in ["Proyectos", "Hechos", "Fuentes", "Notas", "Registros", "title", "address", "head", "new", "less"]
        {
            let found = stamp_of(&edited_copy(&book, sheet)).unwrap();
            assert_eq!(found.intact, Some(false), "{sheet}");
            let told = found.told("x.xlsx", "", &view.words);
            assert!(told.contains("cambió desde que se exportó") && !told.contains("tal como"), "{sheet}: {told}");
            match sheet {
                "title" => assert!(told.contains("Fuentes!C2 (Título) dice «otra cosa»"), "{told}"),
                "address" => assert!(told.contains("Fuentes!F3 (Dirección) dice «otra cosa»"), "{told}"),
                "new" => assert!(told.contains("hay una hoja nueva, «Cuentas mías»"), "{told}"),
                "less" => assert!(told.contains("falta la hoja «Fuentes»"), "{told}"),
                _ => {}
            }
        }
    }
}

#[test]
fn lists_are_parted_by_what_no_name_has() {
    let mut view = named("Dos temas");
    let themes = ["Educación, nivel no especificado", "Agua"];
    view.portfolio.themes = Table::new(
        themes.iter().map(|name| Theme { id: (*name).to_owned(), name: both(name), named_by_report: false }).collect(),
    );
    let share = |name: &&str| ThemeShare { theme: (*name).to_owned(), share: None };
    let mut project = view.portfolio.projects.listed().unwrap()[0].clone();
    project.themes = themes.iter().map(share).collect();
    view.portfolio.projects = Projects::new(vec![project]);
    let view = View::of(view.portfolio, "", Lang::Es);
    let title = view.title(Column::Theme);
    let listed = "Educación, nivel no especificado; Agua";
    assert_eq!(csv_column(&view.file(TableKind::CsvComma), b',', &title), [listed]);
    assert_eq!(column(&sheet(&view.file(TableKind::Xlsx), "Proyectos"), &title), [Data::String(listed.to_owned())]);
}

#[test]
fn a_negative_amount_is_shown_and_said_to_be_one() {
    let mut portfolio = named("Recorte").portfolio;
    let mut project = portfolio.projects.listed().unwrap()[0].clone();
    project.amounts = vec![award(-50_000_000)];
    portfolio.projects = Projects::new(vec![project]);
    let view = View::of(portfolio, "", Lang::Es);
    let csv = view.file(TableKind::CsvComma);
    assert_eq!(csv_column(&csv, b',', &view.title(Column::Amount)), ["-500000"]);
    assert_eq!(csv_column(&csv, b',', "Por qué no está en el total"), ["es negativo, no se cuenta"]);
    assert_eq!(csv_column(&csv, b',', "Monto en el total (USD)"), [""]);
    let names = view.shown().scene.names;
    let said = atalaya::figure::sentence(&view.answer, names, false).text();
    assert!(said.contains("negativo") && !said.contains("publicado"), "{said}");
    let counts = |filter: &str| View::of(view.portfolio.clone(), filter, Lang::Es).rows.len();
    assert_eq!((counts("duda:monto-negativo"), counts("duda:monto-no-publicado"), counts("monto:?")), (1, 0, 0));
    let row = &view.index.rows[0];
    assert_eq!(names.uncounted(row), "Monto negativo, no se cuenta");
}

#[test]
fn numbers_that_a_spreadsheet_would_change_are_named_beside_the_table() {
    let mut portfolio = named("Convenio").portfolio;
    let mut project = portfolio.projects.listed().unwrap()[0].clone();
    project.agreement_number = Some("00012".to_owned());
    portfolio.projects = Projects::new(vec![project]);
    let mut view = View::of(portfolio, "", Lang::Es);
    let about = |view: &View| about_csv(view.shown(), Rows::Projects, Separator::Comma);
    assert!(!about(&view).contains("00012"), "the column is not in the table");
    view.columns.push(Column::Agreement);
    let title = view.title(Column::Agreement);
    assert!(about(&view).lines().any(|line| line.contains("00012") && line.contains(&title)), "{}", about(&view));
    assert_eq!(csv_column(&view.file(TableKind::CsvComma), b',', &title), ["00012"], "the table has it as it is");
}

#[test]
fn a_file_that_was_changed_says_so() {
    let view = child_labour(Lang::Es);
    let json = String::from_utf8(view.file(TableKind::Json)).unwrap();
    for (from, to) in [("10000000", "19000000"), ("theme:child-forced-labor", "theme:osh")] {
        assert_eq!(stamp_of(json.replacen(from, to, 1).as_bytes()).unwrap().intact, Some(false), "{from}");
    }
    let again = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&json).unwrap()).unwrap();
    assert_eq!(stamp_of(again.as_bytes()).unwrap().intact, Some(false), "laid out anew, it is not what was exported");
    let about = about_csv(view.shown(), Rows::Projects, Separator::Comma);
    let table = String::from_utf8(view.file(TableKind::CsvComma)).unwrap();
    let stamp = stamp_of(about.as_bytes()).unwrap().stamp;
    assert!(stamp.is_of(table.as_bytes()) && !stamp.is_of(table.replacen("201", "202", 1).as_bytes()));
    // In the workbook somebody writes over one cell and saves.
    let book = view.file(TableKind::Xlsx);
    assert_eq!(stamp_of(&book).unwrap().intact, Some(true));
    for edited in ["Proyectos", "Registros", "beyond"] {
        assert_eq!(stamp_of(&edited_copy(&book, edited)).unwrap().intact, Some(false), "{edited}");
    }
    assert_eq!(stamp_of(&edited_copy(&book, "")).unwrap().intact, Some(true), "saved again as it was");
}

/// The workbook saved by another program, with another text in a cell of one of its sheets.
fn edited_copy(book: &[u8], edited: &str) -> Vec<u8> {
    copy_of(book, edited, &str::to_owned)
}

/// The same, where every text is written as this makes it.
fn copy_of(book: &[u8], edited: &str, written: &dyn Fn(&str) -> String) -> Vec<u8> {
    let mut open: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book.to_vec())).unwrap();
    let mut copy = rust_xlsxwriter::Workbook::new();
    for name in open.sheet_names() {
        if edited == "less" && name == "Fuentes" {
            continue;
        }
        let page = copy.add_worksheet().set_name(&name).unwrap();
        for (row, column, cell) in open.worksheet_range(&name).unwrap().used_cells() {
            let (row, column) = (row as u32, column as u16);
            match cell {
                Data::Float(number) => page.write_number(row, column, *number).unwrap(),
                Data::DateTime(day) => page.write_number(row, column, day.as_f64()).unwrap(),
                other => page.write_string(row, column, written(&other.to_string())).unwrap(),
            };
        }
        match edited {
            "beyond" if name == "Proyectos" => _ = page.write_string(2, 60, "al margen").unwrap(),
            "title" if name == "Fuentes" => _ = page.write_string(1, 2, "otra cosa").unwrap(),
            "address" if name == "Fuentes" => _ = page.write_string(2, 5, "otra cosa").unwrap(),
            "head" if name == "Registros" => _ = page.write_string(0, 2, "otra cosa").unwrap(),
            edited if name == edited => _ = page.write_string(2, 1, "otra cosa").unwrap(),
            _ => {}
        }
    }
    if edited == "new" {
        copy.add_worksheet().set_name("Cuentas mías").unwrap();
    }
    copy.save_to_buffer().unwrap()
}

/// The same portfolio read back from a workbook, from JSON and from RON.
fn read_back(view: &View) -> [Brought; 2] {
    let book = read_own_book(&view.file(TableKind::Xlsx)).expect("a workbook of this program");
    let json = read_own_json(&view.file(TableKind::Json)).expect("JSON of this program");
    [book, json]
}

fn by_theme(portfolio: &Portfolio) -> Vec<(Option<String>, Option<i128>, usize)> {
    let index = Index::of(portfolio);
    let rows: Vec<usize> = (0..portfolio.projects.len()).collect();
    let groups = groups(&rows, By::Theme, Spread::Award, &index);
    groups.into_iter().map(|group| (group.key, group.amount, group.projects)).collect()
}

#[test]
fn the_whole_portfolio_comes_back_whole() {
    let mut view = View::of(embedded(), "", Lang::Es);
    view.rows.sort_unstable();
    let whole = portfolio_tree(&view.portfolio);
    for brought in read_back(&view) {
        assert!(brought.lost.is_empty() && brought.failed.is_empty(), "{:?} {:?}", brought.lost, brought.failed);
        assert_eq!(portfolio_tree(&brought.portfolio), whole);
    }
    let mut ron = Vec::new();
    assert!(write_ron(view.shown(), &mut ron).unwrap().is_empty());
    let read = format::read_ron(&ron).unwrap();
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    assert_eq!(portfolio_tree(&read.portfolio), whole);
}

#[test]
fn a_part_is_a_portfolio_of_its_own() {
    let view = child_labour(Lang::Es);
    for brought in read_back(&view) {
        let portfolio = &brought.portfolio;
        let breaches = check(portfolio);
        assert!(breaches.is_empty(), "{breaches:?}");
        assert!(portfolio.sources.len() < view.portfolio.sources.len() && !portfolio.events.is_empty());
        let index = Index::of(portfolio);
        let filter = parse("theme:child-forced-labor", &index.vocabulary).unwrap();
        assert_eq!(Answer::to(&filter, portfolio, &index).totals, view.answer.totals);
    }
}

#[test]
fn a_spoiled_record_is_listed_and_the_rest_is_kept() {
    let view = child_labour(Lang::Es);
    let broken = edited_copy(&view.file(TableKind::Xlsx), "");
    let mut open: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(broken)).unwrap();
    let records = open.worksheet_range("Registros").unwrap();
    let mut copy = rust_xlsxwriter::Workbook::new();
    let page = copy.add_worksheet();
    let projects = Data::String("projects".to_owned());
    let first = records.rows().position(|row| row[0] == projects).unwrap();
    for (row, column, cell) in records.used_cells() {
        let text = if (row, column) == (first, 2) { "{".to_owned() } else { cell.to_string() };
        page.write_string(row as u32, column as u16, text).unwrap();
    }
    let brought = read_own_book(&copy.save_to_buffer().unwrap()).unwrap();
    assert_eq!((brought.failed.len(), brought.portfolio.projects.len()), (1, view.rows.len() - 1));
    assert_eq!((brought.failed[0].line, brought.failed[0].why), (first + 1, format::Loss::NotReadable));
    let json = String::from_utf8(view.file(TableKind::Json)).unwrap();
    let twice = json.replacen("\"start\":\"", "\"start\":\"x", 1);
    let brought = read_own_json(twice.as_bytes()).unwrap();
    assert_eq!((brought.failed.len(), brought.portfolio.projects.len()), (1, view.rows.len() - 1));
    let cut = &json.as_bytes()[..json.len() * 9 / 10];
    let brought = read_own_json(cut).unwrap();
    assert!(brought.lost.iter().any(|lost| lost.why == format::Loss::BrokenOff));
    assert!(brought.portfolio.projects.len() == view.rows.len() || !brought.portfolio.sources.is_empty());
}

#[test]
fn what_is_not_ours_is_not_taken_for_it() {
    for bytes in [&b""[..], b"PK\x03\x04", b"{}", b"[1]", b"{\"projects\":[]}", b"(schema: 1)"] {
        assert!(read_own_book(bytes).is_none() && read_own_json(bytes).is_none() && stamp_of(bytes).is_none());
    }
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().write_string(0, 0, "Proyecto").unwrap();
    let other = other.save_to_buffer().unwrap();
    assert!(read_own_book(&other).is_none() && stamp_of(&other).is_none());
}

/// A disk that is full after so many bytes, and how often it said so.
struct Disk(usize, usize);

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = self.0.checked_sub(bytes.len()).filter(|_| self.1 == 0);
        self.1 += usize::from(left.is_none());
        self.0 = left.ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_said() {
    let view = child_labour(Lang::Es);
    for kind in TableKind::ALL {
        for room in [0, 100, 2_000] {
            let error = table_file(kind, Rows::Projects, view.shown(), &mut Disk(room, 0)).unwrap_err();
            assert!(matches!(error, ExportError::Full), "{kind:?}: {error:?}");
            assert!(error.text(&view.words).contains("lleno"));
        }
    }
    let mut disk = Disk(0, 0);
    assert!(write_csv(view.shown(), Rows::Events, Separator::Comma, &mut disk).is_err());
}

#[test]
fn an_export_tells_how_far_it_has_come_up_to_its_end() {
    let view = child_labour(Lang::Es);
    for kind in TableKind::ALL {
        let progress = Progress::default();
        let shown = Shown { progress: Some(&progress), ..view.shown() };
        table_file(kind, Rows::Projects, shown, &mut Vec::new()).unwrap();
        if let Some(separator) = kind.separator() {
            let (whole, done, _) = progress.seen();
            assert!(done > 0 && done < whole, "{kind:?}: what stands beside it is to come");
            about_csv(shown, Rows::Projects, separator);
        }
        let (whole, done, _) = progress.seen();
        // While it is packed, nobody knows of how many bytes.
        assert!(if kind == TableKind::Xlsx { whole == 0 && done > 0 } else { whole == done }, "{kind:?}");
        let stage = if kind == TableKind::Xlsx { Stage::Packing } else { Stage::Writing };
        assert_eq!((progress.stage(), whole > 0), (stage, kind != TableKind::Xlsx));
    }
}

#[test]
fn nothing_is_asked_of_a_disk_that_said_that_it_is_full() {
    let view = child_labour(Lang::Es);
    let whole = view.file(TableKind::Xlsx).len();
    for room in (0..whole).step_by(1_499) {
        let mut disk = Disk(room, 0);
        assert!(table_file(TableKind::Xlsx, Rows::Projects, view.shown(), &mut disk).is_err());
        assert_eq!(disk.1, 1, "with room for {room} bytes");
    }
}

fn amount() -> impl Strategy<Value = Amount> {
    let kinds = prop::sample::select(AmountKind::ALL.to_vec());
    let foreign = prop::option::weighted(0.2, Just("MXN".parse::<Currency>().unwrap()));
    let scope = prop::sample::select(vec![Scope::Country, Scope::Country, Scope::MultiCountry]);
    (kinds, -500_i64..900_000_000_000, foreign, scope).prop_map(|(kind, value, currency, scope)| Amount {
        kind,
        currency,
        scope,
        ..award(value)
    })
}

fn some_date() -> impl Strategy<Value = Option<PartialDate>> {
    let texts = ["2025", "2025-03", "2025-03-20", "0001-02-03", "1900-01-01", "9999-12-31", "2024-02-29~", "2019?"];
    prop::option::of(prop::sample::select(texts.map(date).to_vec()))
}

fn project() -> impl Strategy<Value = Project> {
    let texts = (any::<String>(), any::<String>(), prop::option::of(any::<String>()));
    let dates = (some_date(), some_date(), some_date());
    (texts, dates, prop::collection::vec(amount(), 0..4), 0_usize..30).prop_map(
        |((es, en, acronym), (start, planned_end, actual_end), amounts, like)| {
            let portfolio = embedded();
            let listed = portfolio.projects.listed().unwrap();
            let name = Bilingual { es: Some(es), en: Some(en) };
            let model = listed[like % listed.len()].clone();
            Project { name, acronym, start, planned_end, actual_end, amounts, ..model }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever stands in the records, they come back from a workbook, from JSON and from RON as they were, no figure by
    /// theme is another, and the file is known as unchanged.
    #[test]
    fn any_portfolio_comes_back(projects in prop::collection::vec(project(), 0..6), english in any::<bool>()) {
        let mut portfolio = embedded();
        let numbered = projects.into_iter().enumerate().map(|(n, project)| Project { id: format!("p{n}"), ..project });
        portfolio.projects = Projects::new(numbered.collect());
        let mut view = View::of(portfolio, "", if english { Lang::En } else { Lang::Es });
        view.rows.sort_unstable();
        let (whole, themes) = (portfolio_tree(&view.portfolio), by_theme(&view.portfolio));
        for brought in read_back(&view) {
            prop_assert_eq!(&portfolio_tree(&brought.portfolio), &whole);
            prop_assert_eq!(&by_theme(&brought.portfolio), &themes);
        }
        for kind in [TableKind::Xlsx, TableKind::Json] {
            prop_assert_eq!(stamp_of(&view.file(kind)).unwrap().intact, Some(true));
        }
        let ids = csv_column(&view.file(TableKind::CsvComma), b',', &view.words.t("export-id"));
        prop_assert_eq!(ids, view.ids());
    }

    /// No bytes make the readers panic.
    #[test]
    fn any_bytes_are_read_or_refused(mut bytes in prop::collection::vec(any::<u8>(), 0..200), place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let _ = (stamp_of(&bytes), read_own_book(&bytes), read_own_json(&bytes));
        bytes.splice(0..0, *b"{\"atalaya\":");
        let _ = (stamp_of(&bytes), read_own_json(&bytes));
        let mut json = named("x").file(TableKind::Json);
        let at = place.index(json.len());
        json[at] = byte;
        let _ = (stamp_of(&json), read_own_json(&json));
    }
}

#[test]
fn lists_have_names_in_the_workbook_as_in_the_file() {
    let records = sheet(&child_labour(Lang::En).file(TableKind::Xlsx), "Records");
    let lists: Vec<String> = records.rows().skip(1).map(|row| row[0].to_string()).collect();
    assert!(lists.iter().all(|list| List::from_key(list).is_some() || ["header", "stamp"].contains(&list.as_str())));
    assert_eq!(lists.last().map(String::as_str), Some("stamp"));
}
