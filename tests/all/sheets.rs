//! Tables that people bring: told from their bytes, mapped by their headers, joined into projects; good and bad.

use std::io::{Cursor, Read, Write};

use atalaya::export::template;
use atalaya::format::sheet::{
    self, CellKind, Container, Conventions, DateOrder, Decimal, Grid, MOST_COLUMNS, Mapping, Noticed, Target,
    failed_csv, guess, guess_with, pasted, read_grid, read_grid_as, read_grid_sheet, unpacks_within,
};
use atalaya::format::{Brought, Foreign, Loss, OwnBook, Progress, Stage, Unreadable, embedded, read_ron};
use atalaya::i18n::Words;
use atalaya::model::{
    Amount, AmountKind, Currency, EndingKind, Headline, Lang, Minor, Portfolio, Project, Role, Scope, Status, check,
};

use atalaya::query::{Answer, Filter, Index};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn grid(bytes: &[u8]) -> Grid {
    read_grid(bytes, &Progress::default()).unwrap()
}

/// What a table becomes where nobody is in a hurry.
fn bring(grid: &Grid, mapping: &Mapping, base: Option<&Portfolio>) -> Brought {
    sheet::bring(grid, mapping, base, &Progress::default()).unwrap()
}

fn unreadable(bytes: &[u8]) -> Unreadable {
    read_grid(bytes, &Progress::default()).unwrap_err()
}

fn brought(bytes: &[u8]) -> Brought {
    let grid = grid(bytes);
    let brought = bring(&grid, &guess(&grid), None);
    let breaches = check(&brought.portfolio);
    let dangling = breaches.iter().find(|breach| format!("{:?}", breach.rule).starts_with("MissingReference"));
    assert_eq!(dangling, None, "what is brought refers to what is there");
    brought
}

fn projects(brought: &Brought) -> Vec<Project> {
    brought.portfolio.projects.iter().map(|project| (*project).clone()).collect()
}

fn only(brought: &Brought) -> Project {
    let all = projects(brought);
    assert_eq!(all.len(), 1, "{all:#?}");
    all[0].clone()
}

fn amounts(project: &Project) -> Vec<(AmountKind, i64, String)> {
    let told = |amount: &Amount| amount.currency.map(|currency| currency.to_string()).unwrap_or_default();
    project.amounts.iter().map(|amount| (amount.kind, amount.value.0, told(amount))).collect()
}

fn lost(brought: &Brought, why: Loss) -> Vec<(String, usize, usize)> {
    let of_kind = brought.lost.iter().filter(|lost| lost.why == why);
    of_kind.map(|lost| (lost.what.clone(), lost.count, lost.line)).collect()
}

#[test]
fn of_a_table_with_dollars_and_pesos_the_dollars_make_the_total() {
    let both = "Proyecto,Monto (USD),Monto (MXN)\nAlfa,\"1,000,000\",\"18,000,000\"\n\
        Beta,\"2,000,000\",\"36,000,000\"\nGamma,\"500,000\",\n";
    let brought = brought(both.as_bytes());
    let projects = brought.portfolio.projects.listed().unwrap();
    let figures: Vec<_> = projects.iter().filter_map(|project| Headline::of(project, &brought.portfolio)).collect();
    assert!(figures.iter().all(|headline| headline.figure.currency == Currency::USD));
    assert_eq!(figures.iter().map(|headline| headline.figure.value).sum::<i64>(), 350_000_000);
    assert_eq!(figures.iter().map(|headline| headline.rivals.len()).sum::<usize>(), 2, "the pesos stay visible");
    assert_eq!(lost(&brought, Loss::OtherCurrency), [("MXN".to_owned(), 2, 0)]);
}

const MEXICAN: &str = "Nombre del proyecto,Organización implementadora,Fecha de inicio,Fecha de término,Monto (USD),Entidades,Estatus,Fuente\n\
    Senderos,Verité,04/12/2019,31/12/2023,\"US$8,000,000.00\",\"Jalisco, Nayarit\",Concluido,https://example.org/senderos\n\
    Campos de esperanza,World Vision,15/11/2016,n/d,11.4 millones,Veracruz de Ignacio de la Llave; Oaxaca,Cancelado,-\n";

#[test]
fn a_mexican_table_comes_in() {
    let brought = brought(MEXICAN.as_bytes());
    assert_eq!((brought.format, brought.entries), (Foreign::Table, 2));
    assert!(brought.failed.is_empty() && brought.lost.is_empty(), "{:#?}", brought.lost);
    let [senderos, campos] = <[Project; 2]>::try_from(projects(&brought)).unwrap();
    assert_eq!((senderos.id.as_str(), senderos.name.es.as_deref()), ("senderos", Some("Senderos")));
    assert_eq!(senderos.start, Some("2019-12-04".parse().unwrap()));
    assert_eq!(senderos.planned_end, Some("2023-12-31".parse().unwrap()));
    assert_eq!(senderos.states, ["MX-JAL", "MX-NAY"]);
    assert_eq!(senderos.status, Some(Status::Closed));
    assert_eq!(amounts(&senderos), [(AmountKind::Award, 800_000_000, "USD".to_owned())]);
    let source = brought.portfolio.sources.find(senderos.amounts[0].source.as_deref().unwrap()).unwrap();
    assert_eq!(
        (source.url.as_deref(), source.publisher.as_str()),
        (Some("https://example.org/senderos"), "example.org")
    );
    assert_eq!((campos.planned_end, campos.sources.len()), (None, 0), "unknown is not made up");
    assert_eq!(campos.states, ["MX-VER", "MX-OAX"]);
    assert_eq!(campos.status, Some(Status::Cancelled));
    assert_eq!(amounts(&campos), [(AmountKind::Award, 1_140_000_000, "USD".to_owned())]);
    let column = brought.understood.iter().find(|column| column.field == "states").unwrap();
    assert_eq!((column.what.as_str(), column.count, column.example.as_str()), ("Entidades", 2, "Jalisco, Nayarit"));
}

const SPANISH: &str = "Título;Entidad ejecutora;Inicio;Fin;Importe\r\nAgua limpia;Cruz Roja;3 de marzo de 2024;2026;1.234.567,89 €\r\n\
    Escuelas;Cáritas;03/2025;;2.500,50\r\n";

#[test]
fn a_spanish_table_comes_in() {
    let grid = grid(SPANISH.as_bytes());
    let conventions = Conventions::of(&grid);
    assert_eq!((conventions.delimiter, conventions.decimal), (Some(';'), Decimal::Comma));
    assert_eq!(conventions.currency.map(|currency| currency.to_string()), Some("EUR".to_owned()));
    let all = projects(&brought(SPANISH.as_bytes()));
    assert_eq!(amounts(&all[0]), [(AmountKind::Award, 123_456_789, "EUR".to_owned())]);
    assert_eq!(amounts(&all[1]), [(AmountKind::Award, 250_050, "EUR".to_owned())]);
    assert_eq!(all[1].start, Some("2025-03".parse().unwrap()));
}

#[test]
fn encodings_are_told_from_the_bytes() {
    let utf_16 = |order: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let mark = mark.then_some(0xFEFF).into_iter();
        mark.chain(MEXICAN.encode_utf16()).flat_map(order).collect()
    };
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(MEXICAN);
    let cases: [(Vec<u8>, &str); 7] = [
        (MEXICAN.as_bytes().to_vec(), "UTF-8"),
        ([b"\xEF\xBB\xBF", MEXICAN.as_bytes()].concat(), "UTF-8"),
        (latin.to_vec(), "windows-1252"),
        (utf_16(u16::to_le_bytes, true), "UTF-16LE"),
        (utf_16(u16::to_be_bytes, true), "UTF-16BE"),
        (utf_16(u16::to_le_bytes, false), "UTF-16LE"),
        (utf_16(u16::to_be_bytes, false), "UTF-16BE"),
    ];
    for (bytes, name) in cases {
        let grid = grid(&bytes);
        assert_eq!(grid.origin.encoding.as_deref(), Some(name));
        assert_eq!(grid.cell(0, 1).text, "Organización implementadora", "{name}");
        assert_eq!(grid.cell(0, 0).text, "Nombre del proyecto", "{name}");
    }
    let wrong = Conventions { encoding: Some("windows-1251".to_owned()), ..Conventions::default() };
    let other = read_grid_as(&latin, &wrong, &Progress::default()).unwrap();
    assert_ne!(other.cell(0, 1).text, "Organización implementadora", "the person's word counts");
}

#[test]
fn delimiters_are_told_from_the_rows() {
    for delimiter in [',', ';', '\t', '|'] {
        let rows = ["Proyecto", "Inicio", "Monto"].join(&delimiter.to_string());
        let text = format!("{rows}\nUno{delimiter}2024{delimiter}\"1,5\"\nDos{delimiter}2025{delimiter}7\n");
        let grid = pasted(&text);
        assert_eq!(grid.origin.delimiter, Some(delimiter));
        assert_eq!(grid.cell(1, 2).text, "1,5");
    }
    let said = pasted("sep=|\nProyecto|Monto\nUno|5\n");
    assert_eq!((said.cell(0, 1).text, said.line(0)), ("Monto", 2));
}

#[test]
fn lines_are_those_of_the_file() {
    let grid = pasted("Proyecto,Resumen\n\n\"Uno\",\"en\ndos líneas\"\nDos,\n");
    assert_eq!((0..grid.len()).map(|row| grid.line(row)).collect::<Vec<_>>(), [1, 3, 5]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
    let grid = pasted("Proyecto,Monto\nUno,1\nTubo de 5\",2\nDos \"grande,3\nTres,4\n\"Cuatro,5\nCinco,6\n");
    let names: Vec<&str> = (1..grid.len()).map(|row| grid.cell(row, 0).text).collect();
    assert_eq!(names, ["Uno", "Tubo de 5\"", "Dos \"grande", "Tres", "\"Cuatro", "Cinco"]);
    assert_eq!(grid.noticed, [Noticed::OpenQuote(6)]);
}

#[test]
fn rows_of_one_project_are_joined() {
    let text = "Número de acuerdo,Proyecto,Área temática,Estado,Monto otorgado,Fin\n\
        IL-1,Uno,Trabajo infantil 60%,Oaxaca,USD 5,2024\n\
        IL-1,Uno,SST 40%,Veracruz,USD 5,2025\n\
        IL-2,Dos,SST,Puebla,MXN 7,2026\n";
    let brought = brought(text.as_bytes());
    let all = projects(&brought);
    assert_eq!(all.len(), 2);
    let shares: Vec<_> = all[0].themes.iter().map(|theme| theme.share.unwrap().0).collect();
    assert_eq!((shares, all[0].states.len()), (vec![6_000, 4_000], 2));
    assert_eq!(all[0].amounts.len(), 1, "the same telling counts once");
    assert_eq!(amounts(&all[1]), [(AmountKind::Award, 700, "MXN".to_owned())]);
    assert_eq!(lost(&brought, Loss::Contradicts), [("Fin".to_owned(), 1, 3)]);
    assert_eq!(all[0].planned_end, Some("2024".parse().unwrap()), "what came first stays");
    assert!(lost(&brought, Loss::SharesSum).is_empty());
}

#[test]
fn shares_of_99_and_200_are_left_open_and_said() {
    let text = "Proyecto,Tema\nUno,Infancia 60%; SST 39%\nDos,Infancia 100%; SST 100%\nTres,Infancia 50%; SST\n\
        Cuatro,A 33.33%; B 33.33%; C 33.33%\n";
    let brought = brought(text.as_bytes());
    assert_eq!(lost(&brought, Loss::SharesSum), [("Tema".to_owned(), 2, 2)]);
    let all = projects(&brought);
    let sums = all.iter().map(|of| of.themes.iter().filter_map(|theme| theme.share).map(|share| share.0).sum::<u32>());
    assert_eq!(sums.collect::<Vec<_>>(), [0, 0, 5_000, 10_000], "rounded shares still make the whole");
    assert!(all.iter().all(|of| of.theme_parts().iter().all(|part| part.key.is_some())), "no money falls to no theme");
}

#[test]
fn what_is_no_value_leaves_its_field_unknown() {
    let text = "Proyecto,Inicio,Monto,Estatus\nUno,31/02/2025,muchos,azul\nDos,30/11/2024,n/d,-\nTres,01/02/2024,4.4M,Activo\n";
    let brought = brought(text.as_bytes());
    let all = projects(&brought);
    assert_eq!((all[0].start, all[0].status, all[0].amounts.len()), (None, None, 0));
    let columns = ["Inicio", "Monto", "Estatus"].map(|what| (what.to_owned(), 1, 2));
    assert_eq!(lost(&brought, Loss::NotReadable), columns);
    assert_eq!(all[1].amounts.len(), 0, "n/d is not a fault");
    assert_eq!(amounts(&all[2])[0].1, 440_000_000);
    assert_eq!(lost(&brought, Loss::CurrencyAssumed), [("USD".to_owned(), 1, 4)], "nobody says in which money");
}

#[test]
fn the_same_id_for_two_projects_loses_neither() {
    let text = "ID,Nombre,Monto\na,Uno,1\na,Dos,2\na,Uno,3\n,Tres,4\n";
    let brought = brought(text.as_bytes());
    let all = projects(&brought);
    assert_eq!(all.iter().map(|project| project.name.show(Lang::Es)).collect::<Vec<_>>(), ["Uno", "Dos", "Tres"]);
    let ids: std::collections::HashSet<&str> = all.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(lost(&brought, Loss::SameId), [("ID".to_owned(), 1, 3)]);
    assert_eq!(all[0].amounts.len(), 2, "two tellings are both kept");
}

#[test]
fn rows_without_a_project_are_handed_back_for_mending_and_totals_are_none() {
    let text = "Proyecto,Monto,Entidad\nUno,5,Oaxaca\n,7,=1+1\nTotal,12,\n";
    let table = grid(text.as_bytes());
    let mapping = guess(&table);
    let brought = bring(&table, &mapping, None);
    assert_eq!((projects(&brought).len(), brought.entries), (1, 2));
    assert_eq!(lost(&brought, Loss::TotalsRow), [("Total".to_owned(), 1, 4)]);
    let failed = &brought.failed[0];
    assert_eq!((failed.line, failed.what.as_str(), failed.why), (3, "Proyecto", Loss::Missing));
    let csv = String::from_utf8(failed_csv(&brought, &mapping, &Words::new(Lang::Es))).unwrap();
    assert_eq!(csv.lines().next(), Some("\u{feff}Proyecto,Monto,Entidad,Fila de origen,Qué falta"));
    assert!(csv.lines().nth(1).unwrap().starts_with(",7,'=1+1,3,"), "{csv}");
    let mended = csv.replace("\n,7,'=1+1", "\nDos,7,Puebla");
    let again = grid(mended.as_bytes());
    let again = bring(&again, &mapping.onto(&again), None);
    assert_eq!(only(&again).name.show(Lang::Es), "Dos");
    // Nothing is said to be missing but the name, and what was added for mending is no loss.
    assert!(csv.contains("falta o está vacío") && !csv.contains("se puso algo en su lugar"), "{csv}");
    assert_eq!(lost(&again, Loss::NoPlace), []);
}

#[test]
fn cells_mean_the_records_of_the_open_portfolio() {
    let base = read_ron(embedded()).unwrap().portfolio;
    let text = "Project,Implementer,Funding agency,Theme,State,Sector\n\
        Senderos: Sowing Rights,Verité,US Department of Labor (USDOL),Labour inspection; OSH,\"Jalisco, Nayarit\",Sugarcane\n\
        New one,A New Body (ANB),ANB,Something else,CDMX,\n";
    let grid = grid(text.as_bytes());
    let brought = bring(&grid, &guess(&grid), Some(&base));
    let all = projects(&brought);
    assert_eq!(all[0].organizations_as(Role::Implementing).collect::<Vec<_>>(), ["verite"]);
    let themes: Vec<&str> = all[0].themes.iter().map(|theme| theme.theme.as_str()).collect();
    assert_eq!(themes, ["labor-inspection", "osh"]);
    assert_eq!(
        (&all[0].states, &all[0].sectors),
        (&vec!["MX-JAL".to_owned(), "MX-NAY".to_owned()], &vec!["sugarcane".to_owned()])
    );
    assert_eq!(all[1].organizations_as(Role::Implementing).next(), all[1].organizations_as(Role::Funding).next());
    let made = brought.portfolio.organizations.find("a-new-body").unwrap();
    assert_eq!((made.acronym.as_deref(), made.name.en.as_deref()), (Some("ANB"), Some("A New Body")));
    assert_eq!(all[1].states, ["MX-CMX"]);
    assert!(brought.portfolio.themes.has("something-else") && !brought.portfolio.themes.has("labor-justice"));
    assert!(check(&brought.portfolio).is_empty(), "{:#?}", check(&brought.portfolio));
}

#[test]
fn money_of_another_country_is_not_that_of_the_portfolio_s() {
    let base = read_ron(embedded()).unwrap().portfolio;
    let table =
        pasted("Proyecto\tPaís\tMonto\nUno\tGuatemala\t5\nDos\tMéxico\t5\nTres\tMéxico; Honduras\t5\nCuatro\t\t5\n");
    let scopes =
        |base| projects(&bring(&table, &guess(&table), base)).iter().map(|project| project.scope).collect::<Vec<_>>();
    let (own, other) = (Scope::Country, Scope::MultiCountry);
    assert_eq!(scopes(Some(&base)), [other, own, other, own]);
    assert_eq!(scopes(None), [other, own, other, own], "the country that most rows name is the portfolio's");
}

#[test]
fn a_mapping_is_kept_by_headers_and_used_again() {
    let table = grid(MEXICAN.as_bytes());
    let mut mapping = guess(&table);
    mapping.columns[6].target = Target::Ignore;
    let kept = Mapping::from_ron(&mapping.to_ron()).unwrap();
    assert_eq!(kept, mapping);
    assert!(Mapping::from_ron("(format: table,\n nothing").is_err());
    let turned = pasted("Estatus\tNOMBRE DEL PROYECTO\tNueva\nActivo\tUno\tx\n");
    let onto = kept.onto(&turned);
    let targets: Vec<Target> = onto.columns.iter().map(|column| column.target).collect();
    assert_eq!(targets, [Target::Ignore, Target::NameEs, Target::Ignore]);
    assert_eq!(onto.conventions.delimiter, Some('\t'), "how the other table is written is told from itself");
}

#[test]
fn conventions_can_be_corrected() {
    let table = grid(b"Proyecto;Inicio;Monto\nUno;03/04/2025;1.234\n");
    let guessed = Conventions::of(&table);
    assert_eq!((guessed.decimal, guessed.date_order), (Decimal::Comma, DateOrder::Dmy));
    let corrected =
        Conventions { decimal: Decimal::Point, date_order: DateOrder::Mdy, currency: Some(Currency::USD), ..guessed };
    let project = only(&bring(&table, &guess_with(&table, corrected), None));
    assert_eq!(project.start, Some("2025-03-04".parse().unwrap()));
    assert_eq!(amounts(&project), [(AmountKind::Award, 123, "USD".to_owned())]);
}

#[test]
fn a_column_is_what_its_header_and_its_cells_say_together() {
    let grid = pasted(
        "Clave\tProyecto\tEstado\tEntidad\tBeneficiarios\tTipo de organización\tMonto total (MXN)\tLiga\n\
         1\tUno\tActivo\tOaxaca\t1,200\tONG\t$5,000.00\thttps://example.org/a\n\
         2\tDos\tCancelado\tPuebla\t300\tONG\t$7,000.00\thttps://example.org/b\n",
    );
    let targets: Vec<Target> = guess(&grid).columns.iter().map(|column| column.target).collect();
    let (ignore, total) = (Target::Ignore, Target::Total);
    let wanted = [Target::Id, Target::NameEs, Target::Status, Target::State, ignore, ignore, total, Target::Source];
    assert_eq!(targets, wanted);
}

#[test]
fn a_table_without_headers_is_told_by_what_it_holds() {
    let grid = pasted(
        "Campos de esperanza\tOaxaca\tUSD 5\thttps://example.org/a\nSembrando derechos\tPuebla\tUSD 7\thttps://example.org/b\n",
    );
    let mapping = guess(&grid);
    assert_eq!(mapping.conventions.header_row, None);
    let targets: Vec<Target> = mapping.columns.iter().map(|column| column.target).collect();
    assert_eq!(targets, [Target::NameEs, Target::State, Target::Award, Target::Source]);
    assert_eq!(bring(&grid, &mapping, None).portfolio.projects.len(), 2);
}

#[test]
fn many_rows_are_brought() {
    let rows = (0..20_000).map(|row| format!("Uno,{row},Oaxaca;Puebla,Ente {}\n", row % 50));
    let text = format!("Proyecto,Desembolsado,Estados,Organización\n{}", rows.collect::<String>());
    let start = std::time::Instant::now();
    let brought = brought(text.as_bytes());
    eprintln!("20,000 rows of one project: {:?}", start.elapsed());
    assert_eq!((brought.entries, only(&brought).amounts.len()), (20_000, 20_000));
}

#[test]
fn a_column_of_dates_that_are_none_is_listed_and_not_passed_over() {
    let brought = brought(b"Proyecto,Inicio,Monto\nUno,pronto,mucho\n");
    let columns = ["Inicio", "Monto"].map(|what| (what.to_owned(), 1, 2));
    assert_eq!(lost(&brought, Loss::NotReadable), columns);
}

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

/// A workbook with one of its parts changed.
fn patched(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut file = from.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = Vec::new();
        file.read_to_end(&mut text).unwrap();
        if name == part {
            text = change(String::from_utf8(text).unwrap()).into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&text).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn dated() -> Vec<u8> {
    workbook(|book| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["Proyecto", "Inicio", "Fin", "Monto"]).unwrap();
        sheet.write(1, 0, "Uno").unwrap();
        sheet.write_with_format(1, 1, ExcelDateTime::from_ymd(2025, 3, 20).unwrap(), &day).unwrap();
        sheet.write(1, 2, 45_736).unwrap();
        sheet.write(1, 3, 1_234.5).unwrap();
    })
}

#[test]
fn days_are_counted_from_1900_or_1904() {
    let project = only(&brought(&dated()));
    assert_eq!(
        (project.start, project.planned_end),
        (Some("2025-03-20".parse().unwrap()), Some("2025-03-20".parse().unwrap()))
    );
    assert_eq!(project.amounts[0].value, Minor(123_450));
    let from_1904 =
        patched(&dated(), "xl/workbook.xml", |text| text.replace("<workbookPr", "<workbookPr date1904=\"1\""));
    let table = grid(&from_1904);
    assert_eq!(table.noticed, [Noticed::From1904]);
    let project = only(&brought(&from_1904));
    assert_eq!(
        (project.start, project.planned_end),
        (Some("2029-03-21".parse().unwrap()), Some("2029-03-21".parse().unwrap()))
    );
}

#[test]
fn merged_cells_and_broken_formulas() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 3, "Asistencia laboral 2025", &plain).unwrap();
        sheet.write_row(1, 0, ["Proyecto", "Quien financia", "Monto", "Inicio"]).unwrap();
        sheet.write_column(2, 0, ["Uno", "Dos", "Tres"]).unwrap();
        sheet.merge_range(2, 1, 4, 1, "USDOL", &plain).unwrap();
        sheet.merge_range(2, 2, 3, 2, "USD 3M", &plain).unwrap();
        sheet.write_formula(4, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_formula(4, 3, Formula::new("=DATE(2025,1,1)").set_result("2025")).unwrap();
    });
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", |text| text.replace("t=\"str\"><f>1/0", "t=\"e\"><f>1/0"));
    let table = grid(&bytes);
    assert!(table.noticed.contains(&Noticed::FormulaErrors(1, 5)), "{:?}", table.noticed);
    assert!(table.noticed.iter().any(|noticed| matches!(noticed, Noticed::Merged(_))));
    assert_eq!(table.cell(4, 2).kind, CellKind::Error);
    let brought = brought(&bytes);
    let all = projects(&brought);
    assert!(
        all.iter().all(|project| project.organizations_as(Role::Funding).eq(["usdol"])),
        "each row means the merged field"
    );
    assert_eq!(all.iter().map(|project| project.amounts.len()).collect::<Vec<_>>(), [1, 0, 0], "money is not repeated");
    assert_eq!(lost(&brought, Loss::CountedElsewhere), [("Monto".to_owned(), 1, 4)]);
    assert_eq!(lost(&brought, Loss::NotReadable), [("Monto".to_owned(), 1, 5)]);
}

#[test]
fn the_sheet_that_looks_like_projects_is_taken_and_another_can_be_chosen() {
    let bytes = workbook(|book| {
        book.add_worksheet().set_name("Portada").unwrap().write(0, 0, "Informe").unwrap();
        let sheet = book.add_worksheet().set_name("Lista").unwrap();
        sheet.write_row(3, 1, ["Proyecto", "Monto", "Inicio"]).unwrap();
        sheet.write(4, 1, "Uno").unwrap();
    });
    let table = grid(&bytes);
    assert_eq!(table.origin.sheet.as_deref(), Some("Lista"));
    assert_eq!(table.origin.sheets, ["Portada", "Lista"]);
    assert_eq!((table.line(0), only(&brought(&bytes)).name.es.as_deref()), (4, Some("Uno")));
    let other = read_grid_sheet(&bytes, "Portada", &Progress::default()).unwrap();
    assert_eq!(other.cell(0, 0).text, "Informe");
}

/// An old workbook with one sheet of these cells, as Excel 97 wrote it: numbers where they are numbers.
fn old_workbook(rows: &[&[&str]]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let begin = |of: u16| record(0x809, &[&[0, 6], &of.to_le_bytes()[..], &[0; 12]].concat());
    let cell = |row: usize, column: usize, text: &str| {
        let at = [row, column, 0].map(|place| u16::try_from(place).unwrap().to_le_bytes()).concat();
        if let Ok(number) = text.parse::<f64>() {
            return record(0x203, &[&at[..], &number.to_le_bytes()].concat());
        }
        let length = u16::try_from(text.len()).unwrap().to_le_bytes();
        record(0x204, &[&at[..], &length, &[0], text.as_bytes()].concat())
    };
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, text)| cell(row, column, text)).collect::<Vec<_>>()
    });
    let sheet = [begin(0x10), cells.collect::<Vec<_>>().concat(), record(0x0A, &[])].concat();
    let named =
        |at: usize| record(0x85, &[&u32::try_from(at).unwrap().to_le_bytes()[..], &[0, 0, 5, 0], b"Datos"].concat());
    let head = |at: usize| [begin(5), named(at), record(0x0A, &[])].concat();
    let mut stream = [head(head(0).len()), sheet].concat();
    stream.resize(4_096, 0);
    // The container: a table of sectors, a directory with the one stream, and its eight sectors.
    let (free, end) = (u32::MAX, u32::MAX - 1);
    let longs = |all: &[u32]| all.iter().flat_map(|long| long.to_le_bytes()).collect::<Vec<u8>>();
    let mut head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    head.extend([0; 16]);
    head.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    head.extend(longs(&[0, 1, 1, 0, 4_096, end, 0, end, 0, 0]));
    head.resize(512, 0xFF);
    let mut sectors = longs(&[u32::MAX - 2, end, 3, 4, 5, 6, 7, 8, 9, end]);
    sectors.resize(512, 0xFF);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend(longs(&[free, free, child]));
        entry.extend([0; 36]);
        entry.extend(longs(&[start, size, 0]));
        entry
    };
    let mut directory = [entry("Root Entry", 5, 1, end, 0), entry("Workbook", 2, free, 2, 4_096)].concat();
    directory.resize(512, 0);
    [head, sectors, directory, stream].concat()
}

#[test]
fn an_old_workbook_does_not_tell_the_currency_and_that_is_said() {
    let bytes = old_workbook(&[&["Proyecto", "Monto", "Inicio"], &["Uno", "1500.5", "2024"], &["Dos", "20", "2025"]]);
    let grid = grid(&bytes);
    assert_eq!((grid.origin.container, grid.cell(1, 0).text), (Container::Xls, "Uno"));
    assert_eq!(grid.noticed, [Noticed::NoFormats]);
    let text = Noticed::NoFormats.text(&Words::new(Lang::Es));
    assert!(text.contains("Moneda si no se dice"), "the person is led to where it is chosen: {text}");
    let told = bring(&grid, &guess(&grid), None);
    assert_eq!(lost(&told, Loss::CurrencyAssumed), [("USD".to_owned(), 2, 2)]);
    let chosen = Conventions { currency: Some("MXN".parse().unwrap()), ..Conventions::of(&grid) };
    let brought = bring(&grid, &guess_with(&grid, chosen), None);
    assert_eq!(amounts(&projects(&brought)[0]), [(AmountKind::Award, 150_050, "MXN".to_owned())]);
    let words = old_workbook(&[&["Proyecto", "Estado"], &["Uno", "Oaxaca"]]);
    assert!(self::grid(&words).noticed.is_empty(), "where there are no numbers there is no doubt");
}

#[test]
fn columns_without_end_are_left_out_and_said() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["Proyecto", "Monto"]).unwrap();
        sheet.write_row(1, 0, ["Uno", "5"]).unwrap();
        sheet.write(1, 16_383, "lejos").unwrap();
    });
    let table = grid(&bytes);
    assert_eq!((table.noticed.clone(), table.width()), (vec![Noticed::ColumnsLeftOut(1)], 2));
    assert_eq!(projects(&brought(&bytes)).len(), 1);
    let wide = format!("Proyecto,Monto{}\nUno,5\n", ",x".repeat(16_382));
    let table = grid(wide.as_bytes());
    assert_eq!((table.width(), table.noticed), (MOST_COLUMNS, vec![Noticed::ColumnsLeftOut(16_384 - MOST_COLUMNS)]));
}

#[test]
fn cut_files_are_read_as_far_as_they_go_or_said_to_be_damaged() {
    let bytes = dated();
    for cut in [10, bytes.len() / 2, bytes.len() - 30] {
        assert_eq!(unreadable(&bytes[..cut]), Unreadable::Damaged, "{cut}");
    }
    let broken = patched(&bytes, "xl/worksheets/sheet1.xml", |text| {
        let at = text.find("<c r=\"C2\"").unwrap();
        text[..at + 4].to_owned()
    });
    let table = grid(&broken);
    assert!(table.noticed.contains(&Noticed::BreaksOff(2)), "{:?}", table.noticed);
    assert_eq!(table.cell(1, 0).text, "Uno");
}

#[test]
fn a_wrong_extension_does_not_matter_and_what_is_no_table_is_said() {
    assert_eq!(grid(&dated()).origin.container, Container::Xlsx);
    for bytes in [
        &b"%PDF-1.7 ..."[..],
        b"<!DOCTYPE html><table>",
        b"\xEF\xBB\xBF<?xml version='1.0'?>",
        b"\x89PNG\r\n\x1a\n",
        &[7; 500],
    ] {
        assert_eq!(unreadable(bytes), Unreadable::NotATable, "{bytes:?}");
    }
    assert_eq!((unreadable(b""), unreadable(b"  \n ")), (Unreadable::Empty, Unreadable::Empty));
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    other.start_file("readme.txt", SimpleFileOptions::default()).unwrap();
    assert_eq!(unreadable(&other.finish().unwrap().into_inner()), Unreadable::NotATable);
    let words = Words::new(Lang::Es);
    assert!(unreadable(b"%PDF-1.7").text(&words, "lista.xlsx").contains("lista.xlsx"));
}

/// Writes a part of a zip.
type Writes<'a> = &'a dyn Fn(&mut dyn Write);

fn zipped(parts: &[(&str, Writes<'_>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, write) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        write(&mut zip);
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let zeros = vec![b' '; 1 << 20];
    let bomb = zipped(&[
        ("xl/workbook.xml", &|out| out.write_all(b"<workbook/>").unwrap()),
        ("xl/worksheets/sheet1.xml", &|out| (0..64).for_each(|_| out.write_all(&zeros).unwrap())),
    ]);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert!(matches!(unreadable(&bomb), Unreadable::Bomb { .. }));
    // The sizes that a zip tells of itself are not believed.
    let mut lying = bomb.clone();
    let size = (64_u32 << 20).to_le_bytes();
    while let Some(at) = lying.windows(4).position(|bytes| bytes == size) {
        lying[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(unreadable(&lying), Unreadable::Bomb { .. } | Unreadable::Damaged));
    // A few hundred bytes that say: these cells, in a million rows.
    let cell = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell>"#;
    let content = format!(
        r#"<office:document-content><table:table table:name="t"><table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row></table:table></office:document-content>"#
    );
    let bomb = zipped(&[
        ("mimetype", &|out| out.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap()),
        ("content.xml", &|out| out.write_all(content.as_bytes()).unwrap()),
    ]);
    assert!(matches!(unreadable(&bomb), Unreadable::Bomb { .. }));
}

#[test]
fn a_zip_bomb_is_not_taken_for_an_export_of_ours() {
    let zeros = vec![b' '; 1 << 20];
    let bomb = zipped(&[
        ("xl/workbook.xml", &|out| out.write_all(b"<workbook/>").unwrap()),
        ("xl/sharedStrings.xml", &|out| (0..64).for_each(|_| out.write_all(&zeros).unwrap())),
    ]);
    assert!(!unpacks_within(&bomb, 1 << 30), "packed too tightly");
    assert!(!unpacks_within(&bomb, 1 << 20), "too large");
    assert!(OwnBook::open(&bomb).is_none());
}

#[test]
fn open_document_sheets_come_in() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let header = row(["Proyecto", "Inicio", "Monto (USD)"].map(cell).concat());
    let values = cell("Uno")
        + r#"<table:table-cell office:value-type="date" office:date-value="2025-03-20"><text:p>20/03/25</text:p></table:table-cell>"#
        + r#"<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1.234,50</text:p></table:table-cell>"#
        + r#"<table:table-cell table:number-columns-repeated="16381"/>"#;
    let empty = r#"<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let body = format!(r#"<table:table table:name="Lista">{header}{}{empty}</table:table>"#, row(values));
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"#
    );
    let bytes = zipped(&[
        ("mimetype", &|out| out.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap()),
        ("META-INF/manifest.xml", &|out| out.write_all(b"<manifest:manifest/>").unwrap()),
        ("content.xml", &|out| out.write_all(content.as_bytes()).unwrap()),
    ]);
    assert_eq!(grid(&bytes).origin.container, Container::Ods);
    let project = only(&brought(&bytes));
    assert_eq!(project.start, Some("2025-03-20".parse().unwrap()));
    assert_eq!(amounts(&project), [(AmountKind::Award, 123_450, "USD".to_owned())]);
}

#[test]
fn the_template_comes_back_whole() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut bytes = Vec::new();
        template(&words, None, &mut bytes).unwrap();
        let empty = grid(&bytes);
        assert_eq!(empty.origin.sheet, Some(words.t("template-projects")), "the sheet to fill in comes first");
        assert_eq!(guess(&empty).format, Foreign::Own);
        // The examples stand as a person would write rows.
        let filled = read_grid_sheet(&bytes, &words.t("template-examples"), &Progress::default()).unwrap();
        let mapping = guess(&filled);
        assert_eq!((mapping.format, mapping.left_out(&filled).count()), (Foreign::Own, 0));
        let base = read_ron(embedded()).unwrap().portfolio;
        let brought = bring(&filled, &mapping, Some(&base));
        assert!(brought.failed.is_empty() && lost(&brought, Loss::NotReadable).is_empty(), "{:#?}", brought.lost);
        for project in projects(&brought) {
            let known = base.projects.find(&project.id).unwrap();
            assert_eq!((&project.name, &project.summary, project.start), (&known.name, &known.summary, known.start));
            assert_eq!(
                (project.planned_end, project.actual_end, project.status),
                (known.planned_end, known.actual_end, known.status)
            );
            assert_eq!((&project.organizations.len(), &project.states), (&known.organizations.len(), &known.states));
            assert_eq!((&project.themes, &project.sectors), (&known.themes, &known.sectors));
            assert_eq!(project.ending.kind, known.ending.kind);
            let figure = |project, of| Headline::of(project, of).map(|of| (of.figure.value, of.figure.currency));
            assert_eq!(
                figure(&project, &brought.portfolio),
                figure(&known, &base),
                "an example says what its table does"
            );
        }
    }
}

#[test]
fn rows_typed_into_the_template_come_back() {
    let mut bytes = Vec::new();
    template(&Words::new(Lang::Es), None, &mut bytes).unwrap();
    let typed = |place: &str, text: &str| format!("<c r=\"{place}2\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let cells = [
        typed("B", "Uno"),
        typed("H", "Verité; World Vision"),
        typed("K", "03/2025"),
        typed("N", "Cancelado"),
        "<c r=\"Q2\"><v>4400000.5</v></c>".to_owned(),
        typed("R", "USD"),
        typed("U", "Inspección del trabajo 60%; Igualdad 40%"),
        typed("V", "Oaxaca; CDMX"),
    ];
    let row = format!("<row r=\"2\">{}</row></sheetData>", cells.concat());
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", |text| text.replace("</sheetData>", &row));
    let brought = brought(&bytes);
    assert_eq!((brought.format, brought.lost.len()), (Foreign::Own, 0), "{:#?}", brought.lost);
    let project = only(&brought);
    assert_eq!((project.start, project.status), (Some("2025-03".parse().unwrap()), Some(Status::Cancelled)));
    assert_eq!(amounts(&project), [(AmountKind::Award, 440_000_050, "USD".to_owned())]);
    assert_eq!(project.organizations_as(Role::Implementing).count(), 2);
    assert_eq!(project.states, ["MX-OAX", "MX-CMX"]);
    assert_eq!(
        project.themes.iter().filter_map(|theme| theme.share).map(|share| share.0).collect::<Vec<_>>(),
        [6_000, 4_000]
    );
}

#[test]
fn a_workbook_keeps_shares_as_fractions() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["Proyecto", "Tema", "Porcentaje", "Monto"]).unwrap();
        sheet.write_column(1, 0, ["Uno", "Uno"]).unwrap();
        sheet.write_column(1, 1, ["SST", "Infancia"]).unwrap();
        sheet.write_column(1, 2, [0.6, 0.4]).unwrap();
        sheet.write_column(1, 3, ["MXN 5", "USD 1"]).unwrap();
    });
    let brought = brought(&bytes);
    let project = only(&brought);
    assert_eq!(
        project.themes.iter().filter_map(|theme| theme.share).map(|share| share.0).collect::<Vec<_>>(),
        [6_000, 4_000]
    );
    let mixed = [(AmountKind::Award, 500, "MXN".to_owned()), (AmountKind::Award, 100, "USD".to_owned())];
    assert_eq!(amounts(&project), mixed, "currencies are never mixed");
    assert!(lost(&brought, Loss::NotReadable).is_empty() && lost(&brought, Loss::SharesSum).is_empty());
}

const ACTIONS: &str = "assistance_transaction_unique_key,assistance_award_unique_key,award_id_fain,federal_action_obligation,total_obligated_amount,action_date,action_date_fiscal_year,awarding_agency_name,funding_agency_name,recipient_name,period_of_performance_start_date,period_of_performance_current_end_date,primary_place_of_performance_country_name,cfda_title,prime_award_base_transaction_description,usaspending_permalink\n\
    T1,ASST_NON_IL1,IL1,5000000.00,7500000.00,2019-12-15,2020,Department of Labor,Department of Labor,VERITE INC.,2019-12-15,2023-12-14,MEXICO,INTERNATIONAL LABOR PROGRAMS,PROJECT A,https://www.usaspending.gov/award/ASST_NON_IL1\n\
    T2,ASST_NON_IL1,IL1,2500000.00,7500000.00,2021-12-15,2022,Department of Labor,Department of Labor,VERITE INC.,2019-12-15,2023-12-14,MEXICO,INTERNATIONAL LABOR PROGRAMS,PROJECT A,https://www.usaspending.gov/award/ASST_NON_IL1\n\
    T2,ASST_NON_IL1,IL1,2500000.00,7500000.00,2021-12-15,2022,Department of Labor,Department of Labor,VERITE INC.,2019-12-15,2023-12-14,MEXICO,INTERNATIONAL LABOR PROGRAMS,PROJECT A,https://www.usaspending.gov/award/ASST_NON_IL1\n\
    T3,ASST_NON_IL2,IL2,9000000.00,6000000.00,2021-01-01,2021,Department of Labor,Department of Labor,PARTNERS,2021-01-01,2025-12-31,MEXICO,INTERNATIONAL LABOR PROGRAMS,PROJECT B,\n\
    T4,ASST_NON_IL2,IL2,-3000000.00,6000000.00,2025-03-20,2025,Department of Labor,Department of Labor,PARTNERS,2021-01-01,2025-12-31,MEXICO,INTERNATIONAL LABOR PROGRAMS,PROJECT B,\n";

#[test]
fn actions_of_usaspending_are_summed_once() {
    let brought = brought(ACTIONS.as_bytes());
    assert_eq!((brought.format, brought.entries), (Foreign::UsaSpending, 5));
    let [first, second] = <[Project; 2]>::try_from(projects(&brought)).unwrap();
    assert_eq!((first.id.as_str(), first.agreement_number.as_deref()), ("ASST_NON_IL1", Some("IL1")));
    let lines: Vec<_> = first.amounts.iter().map(|amount| (amount.kind, amount.fiscal_year, amount.value.0)).collect();
    let line = AmountKind::FundingLine;
    assert_eq!(lines, [(line, Some(2020), 500_000_000), (line, Some(2022), 250_000_000)]);
    assert_eq!(lost(&brought, Loss::CountedElsewhere), [("federal_action_obligation".to_owned(), 1, 4)]);
    assert_eq!(Headline::of(&first, &brought.portfolio).unwrap().figure.value, 750_000_000);
    assert_eq!(
        amounts(&second),
        [(AmountKind::Award, 600_000_000, "USD".to_owned())],
        "what was taken back is taken off"
    );
    assert_eq!((first.countries.as_slice(), first.scope), (&["MX".to_owned()][..], Scope::Country));
    assert_eq!(first.name.en.as_deref(), Some("PROJECT A"));
    let own = brought.portfolio.sources.find(first.amounts[0].source.as_deref().unwrap()).unwrap();
    assert_eq!(
        (own.publisher.as_str(), own.url.as_deref()),
        ("USAspending.gov", Some("https://www.usaspending.gov/award/ASST_NON_IL1"))
    );
    let whole = brought.portfolio.sources.find(&second.sources[0]).unwrap();
    assert_eq!((whole.publisher.as_str(), whole.url.as_deref()), ("USAspending.gov", None));
}

#[test]
fn summaries_of_usaspending_are_awards() {
    let text = "assistance_award_unique_key,award_id_fain,total_obligated_amount,total_outlayed_amount,recipient_name,period_of_performance_start_date,period_of_performance_current_end_date,prime_award_base_transaction_description\n\
        ASST_NON_IL1,IL1,7500000.00,7100000.50,VERITE INC.,2019-12-15,2023-12-14,PROJECT A\n";
    let brought = brought(text.as_bytes());
    assert_eq!(brought.format, Foreign::UsaSpending);
    let usd = || "USD".to_owned();
    assert_eq!(
        amounts(&only(&brought)),
        [(AmountKind::Award, 750_000_000, usd()), (AmountKind::Disbursement, 710_000_050, usd())]
    );
}

const TRANSACTIONS: &str = "Country ID,Country Code,Country Name,Implementing Partner Name,International Purpose Name,US Sector Name,Funding Agency Name,Activity ID,Activity Name,Activity Description,Activity Start Date,Activity End Date,Transaction Type Name,Fiscal Year,Current Dollar Amount,Constant Dollar Amount\n\
    484,MEX,Mexico,Partners of the Americas,Labour rights,Labor Policies,Department of Labor,77,Campos,Child labour,2016-11-15,2020-11-14,Obligations,2017,8000000,9000000\n\
    484,MEX,Mexico,Partners of the Americas,Labour rights,Labor Policies,Department of Labor,77,Campos,Child labour,2016-11-15,2020-11-14,Obligations,2017,500000,600000\n\
    484,MEX,Mexico,Partners of the Americas,Labour rights,Labor Policies,Department of Labor,77,Campos,Child labour,2016-11-15,2020-11-14,Disbursements,2018,3000000,3100000\n\
    320,GTM,Guatemala,Partners of the Americas,Labour rights,Labor Policies,Department of Labor,77,Campos,Child labour,2016-11-15,2020-11-14,Disbursements,2018,1000000,1100000\n";

#[test]
fn transactions_of_foreign_assistance_become_projects() {
    let brought = brought(TRANSACTIONS.as_bytes());
    assert_eq!((brought.format, brought.entries), (Foreign::ForeignAssistance, 4));
    let project = only(&brought);
    let lines: Vec<_> =
        project.amounts.iter().map(|amount| (amount.kind, amount.fiscal_year, amount.value.0)).collect();
    let paid = (AmountKind::Disbursement, Some(2018), 400_000_000);
    assert_eq!(lines, [(AmountKind::FundingLine, Some(2017), 850_000_000), paid]);
    assert_eq!(
        (project.countries.as_slice(), project.scope),
        (&["MX".to_owned(), "GT".to_owned()][..], Scope::MultiCountry)
    );
    assert_eq!(project.ending.kind, EndingKind::Unknown, "an end date is no ending");
    assert!(
        lost(&brought, Loss::NoPlace).iter().any(|(what, count, _)| what == "Constant Dollar Amount" && *count == 4)
    );
}

#[test]
fn an_awful_workbook_is_said_to_be_one_in_both_languages() {
    for words in Lang::ALL.map(Words::new) {
        let all = [
            Noticed::FormulaErrors(2, 5),
            Noticed::Merged(1),
            Noticed::BreaksOff(3),
            Noticed::CutShort(3),
            Noticed::ColumnsLeftOut(4),
            Noticed::RowsLeftOut(9),
            Noticed::From1904,
            Noticed::NotText("UTF-8".to_owned()),
            Noticed::OpenQuote(7),
            Noticed::FormulasWithoutValue(2, 3),
            Noticed::SheetsNotRead(vec!["Datos2".to_owned()]),
        ];
        for text in all.map(|noticed| noticed.text(&words)) {
            assert!(!text.contains(['⟦', '{']), "{text}");
        }
    }
}

/// Pesos are no dollars: what stands in the second line of a header is of the header.
#[test]
fn a_header_of_two_lines_is_read_as_one_and_no_project_is_taken_for_it() {
    let read = brought(
        b"Proyecto,Monto,,Fechas,\n,USD,MXN,Inicio,Fin\nAlfa,\"1,000,000\",,2021,2023\nBeta,,\"25,000,000\",2022,\n",
    );
    let amounts: Vec<(i64, String)> = (read.portfolio.projects.iter())
        .flat_map(|project| project.amounts.clone())
        .map(|amount| (amount.value.0, amount.currency.unwrap_or(read.portfolio.currency()).to_string()))
        .collect();
    assert_eq!(amounts, [(100_000_000, "USD".to_owned()), (2_500_000_000, "MXN".to_owned())]);
    // All that is told is that pesos stay out of a total in dollars.
    let told: Vec<Loss> = read.lost.iter().map(|lost| lost.why).collect();
    assert_eq!((read.failed.len(), told), (0, vec![Loss::OtherCurrency]));
    assert_eq!(read.portfolio.projects.iter().next().unwrap().start.unwrap().to_string(), "2021");
    // Rows that say little are rows all the same.
    for (table, projects) in [
        ("Proyecto,Monto,,Moneda\nAlfa,1,,USD\nBeta,2,,MXN\n", 2),
        ("Proyecto,Moneda,,Monto\nAlfa,USD,MXN,\nBeta,USD,,4\n", 2),
        ("Monto,,Proyecto\nUSD,MXN,Alfa\n1,2,Beta\n", 2),
        ("Clave,Proyecto,Monto,\n,Programa,USD,\nB,Beta,2,\n", 2),
    ] {
        assert_eq!(brought(table.as_bytes()).portfolio.projects.len(), projects, "{table}");
    }
}

#[test]
fn a_text_that_ends_in_the_middle_of_a_row_is_said_to_be_cut_short() {
    let noticed = |text: &str| read_grid(text.as_bytes(), &Progress::default()).unwrap().noticed;
    assert_eq!(noticed("Proyecto;Monto;Tema\nUno;1;a\nDos;2"), [Noticed::CutShort(3)]);
    let read = brought(b"Proyecto;Monto;Tema\nUno;1;a\nDo");
    assert_eq!(read.portfolio.projects.len(), 2, "what is there comes in");
    for whole in ["Proyecto;Monto\nUno;1\nDos;2", "Proyecto;Monto\nUno;1\nDos\n", "Proyecto;Monto\nUno\nDos;2\nTres"] {
        assert_eq!(noticed(whole), [], "{whole}");
    }
}

#[test]
fn a_reading_can_be_stopped() {
    let progress = Progress::default();
    progress.cancel();
    let long = format!("Proyecto,Monto\n{}", "Uno,1\n".repeat(5_000));
    assert!(matches!(read_grid(long.as_bytes(), &progress), Err(Unreadable::Cancelled)));
    assert!(matches!(read_grid(&dated(), &progress), Err(Unreadable::Cancelled)));
}

/// A sheet of an `OpenDocument` workbook with these cells.
fn open_document(rows: &[Vec<String>]) -> Vec<u8> {
    let rows = rows.iter().map(|cells| format!("<table:table-row>{}</table:table-row>", cells.concat()));
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="H">{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        rows.collect::<String>()
    );
    zipped(&[
        ("mimetype", &|out| out.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap()),
        ("META-INF/manifest.xml", &|out| out.write_all(b"<manifest:manifest/>").unwrap()),
        ("content.xml", &|out| out.write_all(content.as_bytes()).unwrap()),
    ])
}

fn typed(kind: &str, more: &str, text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="{kind}" {more}><text:p>{text}</text:p></table:table-cell>"#)
}

#[test]
fn merged_cells_of_open_document_mean_what_their_first_says() {
    let text = |text: &str| typed("string", "", text);
    let covered = || "<table:covered-table-cell/>".to_owned();
    let money = |more: &str| typed("float", &format!(r#"office:value="1500.5" {more}"#), "1500.50");
    let two = r#"table:number-rows-spanned="2" table:number-columns-spanned="1""#;
    let bytes = open_document(&[
        vec![text("Nombre"), text("Entidad"), text("Monto (MXN)")],
        vec![typed("string", two, "Uno"), text("Oaxaca"), money(two)],
        vec![covered(), text("Chiapas"), covered()],
        vec![text("Dos"), text("Puebla"), money("")],
    ]);
    let brought = brought(&bytes);
    let [one, two] = projects(&brought).try_into().unwrap();
    assert_eq!(one.states, ["MX-OAX", "MX-CHP"]);
    let award = [(AmountKind::Award, 150_050, "MXN".to_owned())];
    assert_eq!((amounts(&one), amounts(&two)), (award.to_vec(), award.to_vec()), "merged money counts once");
    assert!(brought.failed.is_empty(), "{:?}", brought.failed);
}

#[test]
fn the_currency_of_an_open_document_cell_is_read() {
    let text = |text: &str| typed("string", "", text);
    let euros = |value: &str| typed("currency", &format!(r#"office:currency="EUR" office:value="{value}""#), "x €");
    let bytes = open_document(&[
        vec![text("Nombre"), text("Monto")],
        vec![text("Uno"), euros("1500.5")],
        vec![text("Dos"), euros("2000")],
        vec![text("Tres"), typed("percentage", r#"office:value="0.5""#, "50 %")],
        vec![text("Cuatro"), r#"<table:table-cell table:formula="of:=[.B2]"/>"#.to_owned()],
    ]);
    let brought = brought(&bytes);
    let all = projects(&brought);
    assert_eq!(amounts(&all[0]), [(AmountKind::Award, 150_050, "EUR".to_owned())]);
    assert_eq!(brought.portfolio.currency().to_string(), "EUR", "the portfolio is in the only currency told");
    assert_eq!((all[2].amounts.len(), lost(&brought, Loss::NotReadable)), (0, vec![("Monto".to_owned(), 1, 4)]));
    assert!(brought.noticed.contains(&Noticed::FormulasWithoutValue(1, 5)), "{:?}", brought.noticed);
    assert!(lost(&brought, Loss::CurrencyAssumed).is_empty());
}

#[test]
fn the_currency_of_a_number_format_is_read() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["Nombre", "Monto"]).unwrap();
        sheet.write_column(1, 0, ["A", "B", "C", "D", "E"]).unwrap();
        let formats = ["[$€-C0A] #,##0.00", "\"MXN\" #,##0.00", "[$$-409]#,##0", "0%", "0.00"];
        for (row, format) in (1_u32..).zip(formats) {
            sheet.write_with_format(row, 1, 5.5, &Format::new().set_num_format(format)).unwrap();
        }
    });
    let brought = brought(&bytes);
    let told: Vec<String> = projects(&brought)
        .iter()
        .map(|of| of.amounts.first().map_or("nothing".to_owned(), |of| format!("{:?}", of.currency)))
        .collect();
    assert_eq!(told, ["Some(EUR)", "Some(MXN)", "Some(USD)", "nothing", "None"]);
    assert_eq!(lost(&brought, Loss::NotReadable), [("Monto".to_owned(), 1, 5)], "a percentage is no money");
    assert_eq!(lost(&brought, Loss::CurrencyAssumed).len(), 1);
}

#[test]
fn money_of_which_nobody_says_the_currency_is_said_to_be_assumed() {
    let assumed = brought(b"Nombre;Tema;Monto\nA;Salud;100\nB;Agua;5\n");
    assert_eq!(lost(&assumed, Loss::CurrencyAssumed), [("USD".to_owned(), 2, 2)]);
    for words in Lang::ALL.map(Words::new) {
        for told in &assumed.lost {
            let text = told.text(&words, usize::MAX);
            assert!(!text.contains(['⟦', '{']) && text.contains("USD"), "{text}");
        }
    }
    let euros = brought(b"Nombre;Tema;Monto EUR\nA;Salud;100\n");
    assert_eq!((euros.portfolio.currency().to_string(), euros.lost.len()), ("EUR".to_owned(), 0), "{:?}", euros.lost);
    let column = brought("Nombre;Monto;Moneda\nA;100;EUR\nB;5;USD\nC;6;EUR\n".as_bytes());
    assert_eq!(column.portfolio.currency().to_string(), "EUR", "what most amounts are in");
    let two = brought(b"Nombre,Monto (EUR)\nA,1000\nB,US$ 5\n");
    assert_eq!(lost(&two, Loss::CurrencyDoubtful), [("Monto (EUR)".to_owned(), 1, 3)]);
}

#[test]
fn currencies_mixed_in_a_column_are_kept_apart_and_none_is_added_up() {
    let read = brought("Nombre;Monto\nA;MXN 1,000\nB;USD 5\nC;€3\nD;€2\nE;US$ 2\n".as_bytes());
    let told: Vec<_> = projects(&read).iter().flat_map(amounts).map(|(_, value, code)| (value, code)).collect();
    let wanted = [(100_000, "MXN"), (500, "USD"), (300, "EUR"), (200, "EUR"), (200, "USD")];
    assert_eq!(told, wanted.map(|(value, code)| (value, code.to_owned())));
    assert_eq!(read.portfolio.currency(), Currency::USD, "of two alike, US dollars");
    assert!(lost(&read, Loss::CurrencyAssumed).is_empty());
    let index = Index::of(&read.portfolio);
    let totals = Answer::to(&Filter::default(), &read.portfolio, &index).totals;
    assert_eq!((totals.sum, totals.with_amount), (700, 2), "what is in pesos and euros is in no sum of dollars");
}

#[test]
fn a_bare_dollar_sign_is_no_euro() {
    for table in ["Nombre;Monto\nA;€3\nB;€4\nC;$7\n", "Nombre;Monto\nA;EUR 3\nB;$7\n"] {
        let read = brought(table.as_bytes());
        let dollars = projects(&read).last().unwrap().amounts[0].currency.unwrap_or(read.portfolio.currency());
        assert_eq!(dollars, Currency::USD, "{table}");
        assert_eq!(lost(&read, Loss::CurrencyAssumed)[0].0, "USD", "and that is said");
    }
    let pesos = brought(b"Nombre;Monto\nA;MXN 3\nB;$7\n");
    assert_eq!((pesos.portfolio.currency().to_string(), pesos.lost.len()), ("MXN".to_owned(), 0), "{:?}", pesos.lost);
}

#[test]
fn three_digits_behind_a_mark_are_thousands_and_what_is_not_certain_is_said() {
    let values = |brought: &Brought| projects(brought).iter().map(|of| of.amounts[0].value.0).collect::<Vec<_>>();
    for delimiter in [';', '\t'] {
        let text = "Nombre;Monto USD\nA;1.234\nB;2.345\nC;4.4M\n".replace(';', &delimiter.to_string());
        let read = brought(text.as_bytes());
        assert_eq!(values(&read), [123_400, 234_500, 440_000_000]);
        assert_eq!(lost(&read, Loss::Separator), [("Monto USD".to_owned(), 2, 2)]);
    }
    let told = brought(b"Nombre;Monto USD\nA;1.234\nB;2,50\n");
    assert_eq!((values(&told), told.lost.len()), (vec![123_400, 250], 0), "the other amounts tell it");
    let against = brought(b"Nombre;Monto USD\nA;1.234\nB;2.50\nC;3.75\nD;10.999,001\nE;2500.123\n");
    assert_eq!(values(&against)[..2], [123, 250]);
    assert_eq!(lost(&against, Loss::Separator), [("Monto USD".to_owned(), 1, 2)]);
    assert_eq!(lost(&against, Loss::Rounded), [("Monto USD".to_owned(), 2, 5)]);
    let about = brought(b"Nombre;Monto\nA;aprox. 5 millones USD\n");
    assert_eq!((values(&about), lost(&about, Loss::Approximate).len()), (vec![500_000_000], 1));
}

#[test]
fn each_currency_has_its_own_decimals_and_what_no_other_amount_tells_are_thousands() {
    let table = |amounts: &[&str]| {
        let rows: Vec<String> = ('A'..).zip(amounts).map(|(name, amount)| format!("{name}\t{amount}\n")).collect();
        brought(format!("Nombre\tMonto\n{}", rows.concat()).as_bytes())
    };
    for (amounts, wanted, doubtful) in [
        (&["€1,50", "MXN 1,000"][..], &[150, 100_000][..], 1),
        (&["€1,50", "$1,000"], &[150, 100_000], 1),
        (&["€1,50", "MXN 1,000", "MXN 2,500.75"], &[150, 100_000, 250_075], 0),
        (&["€1,50", "MXN 1,000", "MXN 1,234,567"], &[150, 100_000, 123_456_700], 0),
        (&["€1,50", "€1,000"], &[150, 100], 1),
        (&["US$1,234.50", "€1.234"], &[123_450, 123_400], 1),
        (&["US$1,234.50", "€1.234", "€2.345,60"], &[123_450, 123_400, 234_560], 0),
        (&["€1,50", "€1.234", "MXN 1.234"], &[150, 123_400, 123_400], 0),
        (&["€1,50", "MXN 1,234 millones"], &[150, 123_400_000], 1),
    ] {
        let read = table(amounts);
        let values: Vec<i64> = projects(&read).iter().map(|of| of.amounts[0].value.0).collect();
        assert_eq!(values, wanted, "{amounts:?}");
        assert_eq!(
            lost(&read, Loss::Separator).iter().map(|(_, count, _)| count).sum::<usize>(),
            doubtful,
            "{amounts:?}"
        );
    }
    let by_column = brought("Nombre;Monto;Moneda\nA;1,50;EUR\nB;1,000;MXN\nC;2,000.50;MXN\n".as_bytes());
    let values: Vec<i64> = projects(&by_column).iter().map(|of| of.amounts[0].value.0).collect();
    assert_eq!(values, [150, 100_000, 200_050]);
    assert_eq!((by_column.lost.len(), lost(&by_column, Loss::OtherCurrency).len()), (1, 1), "{:?}", by_column.lost);
    let grid = grid("Nombre;Monto\nA;€1,50\nB;€2,50\nC;MXN 1,000\n".as_bytes());
    let mut mapping = guess(&grid);
    mapping.conventions.decimal = Decimal::Point;
    assert_eq!(lost(&bring(&grid, &mapping, None), Loss::Separator), [], "the person knows it");
}

#[test]
fn formulas_without_a_value_and_other_sheets_are_said() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet().set_name("Datos").unwrap();
        sheet.write_row(0, 0, ["Nombre", "Monto (USD)"]).unwrap();
        sheet.write_column(1, 0, ["A", "B", "C"]).unwrap();
        sheet.write(1, 1, 1_000).unwrap();
        sheet.write_formula(2, 1, Formula::new("=B2").set_result("77")).unwrap();
        sheet.write_formula(3, 1, Formula::new("=SUM(B2:B2)").set_result("77")).unwrap();
        let sheet = book.add_worksheet().set_name("Datos2").unwrap();
        sheet.write_row(0, 0, ["Nombre", "Monto (EUR)"]).unwrap();
        sheet.write_row(1, 0, ["Z", "5"]).unwrap();
        book.add_worksheet().set_name("Portada").unwrap().write(0, 0, "Informe").unwrap();
    });
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", |text| text.replace("<v>77</v>", "<v/>"));
    let read = brought(&bytes);
    let others = Noticed::SheetsNotRead(vec!["Datos2".to_owned()]);
    assert_eq!(read.noticed, [Noticed::FormulasWithoutValue(2, 3), others]);
    let other = read_grid_sheet(&bytes, "Datos2", &Progress::default()).unwrap();
    assert_eq!(other.noticed, [Noticed::SheetsNotRead(vec!["Datos".to_owned()])]);
}

#[test]
fn many_columns_without_a_place_are_one_line() {
    let headers = (0..500).map(|column| format!(",cosa {column}")).collect::<Vec<_>>().concat();
    let cells = ",x".repeat(500);
    let read = brought(format!("Proyecto{headers}\nUno{cells}\n").as_bytes());
    let left_out = lost(&read, Loss::NoPlace);
    assert_eq!(left_out.len(), 21);
    assert_eq!(left_out[20], ("cosa 20 … cosa 499".to_owned(), 480, 2));
}

#[test]
fn several_countries_are_no_country() {
    let text = "Nombre;País;Monto;Moneda\nA;México;100;USD\nB;Honduras;200;USD\nC;México, Honduras;300;USD\nD;Regional;400;USD\n\
        E;Global;500;USD\nF;Varios países;1;USD\nG;Western Hemisphere Region;1;USD\nH;México;1;USD\n";
    let read = brought(text.as_bytes());
    let (own, other) = (Scope::Country, Scope::MultiCountry);
    let scopes: Vec<Scope> = projects(&read).iter().map(|of| of.scope).collect();
    assert_eq!(scopes, [own, other, other, other, other, other, other, own]);
    assert_eq!(read.portfolio.header.country.as_deref(), Some("MX"));
    assert!(read.portfolio.places.iter().all(|place| ["MX", "HN"].contains(&place.id.as_str())));
    assert_eq!(lost(&read, Loss::OtherCountry), [("País".to_owned(), 1, 3)]);
}

#[test]
fn the_code_of_a_country_is_read_where_its_name_is_absent() {
    let text = "assistance_award_unique_key,award_id_fain,total_obligated_amount,recipient_name,period_of_performance_start_date,primary_place_of_performance_country_code\n\
        ASST_NON_IL1,IL1,7500000.00,VERITE INC.,2019-12-15,MEX\n";
    assert_eq!(only(&brought(text.as_bytes())).countries, ["MX"]);
}

#[test]
fn rival_amounts_are_kept_and_the_words_say_which_counts() {
    for text in ["Nombre;Monto USD;Importe USD\nA;5;6\n", "Nombre;Monto USD\nA;6\nA;5\n"] {
        let read = brought(text.as_bytes());
        let project = only(&read);
        assert_eq!((project.amounts.len(), lost(&read, Loss::RivalAmount).len()), (2, 1));
        assert!(lost(&read, Loss::Contradicts).is_empty());
        assert_eq!(Headline::of(&project, &read.portfolio).unwrap().figure.value, 600, "the larger counts");
        let said = read.lost[0].text(&Words::new(Lang::Es), usize::MAX);
        assert!(said.contains("cuenta el mayor"), "{said}");
    }
    let lines = brought("Nombre;Monto USD;Año fiscal\nA;5;2024\nA;6;2024\n".as_bytes());
    assert_eq!(Headline::of(&only(&lines), &lines.portfolio).unwrap().figure.value, 1_100);
    assert_eq!(lost(&lines, Loss::AddedLine).len(), 1, "lines add up, and that is said");
}

#[test]
fn names_with_other_letters_are_other_projects() {
    let read = brought("Nombre;Monto USD\nA;5\nA;5\n a ;6\nÁ;7\n".as_bytes());
    let all = projects(&read);
    let counts: Vec<(&str, usize)> = all.iter().map(|of| (of.name.show(Lang::Es), of.amounts.len())).collect();
    assert_eq!(counts, [("A", 2), ("Á", 1)]);
}

#[test]
fn the_same_amount_counts_once_and_keeps_its_source() {
    for rows in [["A;5;https://example.org/x", "A;5;"], ["A;5;", "A;5;https://example.org/x"]] {
        let read = brought(format!("Nombre;Monto USD;Fuente\n{}\n", rows.join("\n")).as_bytes());
        let project = only(&read);
        assert_eq!((project.amounts.len(), project.amounts[0].source.is_some()), (1, true), "{rows:?}");
        assert_eq!(lost(&read, Loss::CountedElsewhere).len(), 1);
    }
}

#[test]
fn an_agency_funds_and_an_english_table_has_english_names() {
    let read = brought(b"Project,Agency,Amount,Start date\nP1,USAID,\"$1,234\",03/04/2020\n");
    let project = only(&read);
    assert_eq!(project.organizations_as(Role::Funding).collect::<Vec<_>>(), ["usaid"]);
    assert_eq!((project.name.en.as_deref(), project.name.es.as_deref()), (Some("P1"), None));
}

#[test]
fn what_has_no_header_is_called_by_its_place_in_words() {
    let read = brought(b"Proyecto,,Monto USD\nUno,x,muchos\n,y,5\n");
    let words = Words::new(Lang::Es);
    let text: Vec<String> = read.lost.iter().map(|lost| lost.text(&words, usize::MAX)).collect();
    assert!(text.iter().any(|text| text.starts_with("columna 2: ")), "{text:?}");
    let nameless = brought(b"ID,Resumen\n1,Algo que se hizo\n");
    let text = nameless.lost[0].text(&words, usize::MAX);
    assert!(text.starts_with("Nombre en español: "), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// No bytes are too much: each file is a table or is said to be none.
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(grid) = read_grid(&bytes, &Progress::default()) {
            let _ = bring(&grid, &guess(&grid), None);
        }
    }

    /// Nor is any table of words that tables have.
    #[test]
    fn any_table_is_answered(text in "((Proyecto|ID|Monto|Inicio|Tema|Estado|Uno|total|31/02/2025|4.4M|n/d|60%|\"|é|[a-z0-9%$./-]{0,8})[,;\t\n]){0,60}") {
        let grid = pasted(&text);
        let mapping = guess(&grid);
        let brought = bring(&grid, &mapping, None);
        let _ = failed_csv(&brought, &mapping, &Words::new(Lang::Es));
        let ids: std::collections::HashSet<String> = projects(&brought).into_iter().map(|project| project.id).collect();
        prop_assert_eq!(ids.len(), brought.portfolio.projects.len(), "ids are unique");
    }

    /// A workbook in which a byte was changed is a table, or damaged.
    #[test]
    fn damage_is_answered(at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = dated();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read_grid(&bytes, &Progress::default());
    }

    /// However amounts of two currencies are mixed: where each has one amount that can be read in one way only, all of
    /// them come in as they were meant, and none is doubtful.
    #[test]
    fn two_currencies_written_in_two_ways_come_back(amounts in prop::collection::vec((any::<bool>(), 0_i64..9_000_000, prop::bool::ANY), 1..30)) {
        let written = |euros: bool, cents: i64, whole: bool| {
            let units = (cents / 100).to_string();
            let mut grouped = String::new();
            for (place, digit) in units.chars().enumerate() {
                if place > 0 && (units.len() - place).is_multiple_of(3) {
                    grouped.push(if euros { '.' } else { ',' });
                }
                grouped.push(digit);
            }
            let point = if euros { ',' } else { '.' };
            let behind = if whole { String::new() } else { format!("{point}{:02}", cents % 100) };
            format!("{} {grouped}{behind}", if euros { "EUR" } else { "MXN" })
        };
        let sure = [(true, 150, false), (false, 250, false)];
        let all: Vec<_> = sure.into_iter().chain(amounts).map(|(euros, cents, whole)| (euros, if whole { cents / 100 * 100 } else { cents }, whole)).collect();
        let rows: Vec<String> = all.iter().enumerate().map(|(place, (euros, cents, whole))| format!("P{place}\t{}\n", written(*euros, *cents, *whole))).collect();
        let read = brought(format!("Nombre\tMonto\n{}", rows.concat()).as_bytes());
        let values: Vec<i64> = projects(&read).iter().map(|of| of.amounts[0].value.0).collect();
        prop_assert_eq!(values, all.iter().map(|(_, cents, _)| *cents).collect::<Vec<_>>());
        prop_assert_eq!(lost(&read, Loss::Separator), []);
    }

    /// What a table of this program's making holds comes back, in each convention.
    #[test]
    fn values_of_each_convention_come_back(units in 0_i64..1_000_000_000, cents in 0_i64..100, month in 1_u8..13, day in 1_u8..29) {
        for (delimiter, decimal, point, order) in [(',', Decimal::Point, '.', DateOrder::Mdy), (';', Decimal::Comma, ',', DateOrder::Dmy)] {
            let date = if order == DateOrder::Dmy { format!("{day}/{month}/2024") } else { format!("{month}/{day}/2024") };
            let text = format!("Proyecto{delimiter}Inicio{delimiter}Monto\nUno{delimiter}{date}{delimiter}\"{units}{point}{cents:02}\"\n");
            let grid = pasted(&text);
            let conventions = Conventions { decimal, date_order: order, ..Conventions::of(&grid) };
            let project = only(&bring(&grid, &guess_with(&grid, conventions), None));
            prop_assert_eq!(project.amounts[0].value, Minor(units * 100 + cents));
            prop_assert_eq!(project.start, Some(format!("2024-{month:02}-{day:02}").parse().unwrap()));
        }
    }
}

/// A table of so many projects.
fn long_table(rows: usize) -> String {
    let row = |row: usize| format!("Proyecto {row};Organización {};01/02/2024;{row}.000,50;Oaxaca\n", row % 97);
    (0..rows).fold("Proyecto;Ejecutor;Inicio;Monto (USD);Estado\n".to_owned(), |text, at| text + &row(at))
}

#[test]
fn rows_are_counted_while_they_become_records_and_that_can_be_stopped() {
    let table = pasted(&long_table(40_000));
    let mapping = guess(&table);
    let progress = Progress::default();
    let done = std::thread::scope(|scope| {
        let work = scope.spawn(|| sheet::bring(&table, &mapping, None, &progress));
        // Somebody sees how far it has come, and has seen enough.
        while progress.stage() != Stage::Mapping || progress.seen().1 < 100 {
            std::thread::yield_now();
        }
        progress.cancel();
        work.join().unwrap()
    });
    assert!(matches!(done, Err(Unreadable::Cancelled)));
    let (whole, read, _) = progress.seen();
    assert_eq!(whole, 40_000);
    assert!((100..40_000).contains(&read), "it stopped on the way: {read}");
    let progress = Progress::default();
    let small = pasted(&long_table(300));
    assert_eq!(sheet::bring(&small, &guess(&small), None, &progress).unwrap().portfolio.projects.len(), 300);
    assert_eq!(progress.seen().0, 300);
}
