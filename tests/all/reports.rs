//! The report that is handed to an editor: the same figures as `query`, every source with its address, a page of HTML
//! that loads and runs nothing, a PDF that is tagged. `ATALAYA_REPORT=FOLDER` leaves some to be looked at.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use atalaya::cli;
use atalaya::export::report::{Block, Paper, Part, Report, ReportOptions, report, write_html, write_pdf};
use atalaya::export::{Picture, Shown};
use atalaya::figure::Names;
use atalaya::figure::card::Scene;
use atalaya::format;
use atalaya::i18n::Words;
use atalaya::model::{Lang, Notes, Portfolio, Project, Projects, Table};
use atalaya::query::{Answer, Column, EventColumn, Index, Key, Spread, parse, sort};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

const COLUMNS: [Column; 8] = [
    Column::Name,
    Column::Theme,
    Column::Implementer,
    Column::Start,
    Column::PlannedEnd,
    Column::Amount,
    Column::Ending,
    Column::Sources,
];

fn embedded() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

/// The report of a filter over a portfolio, as the window would make it.
fn made(portfolio: &Portfolio, filter: &str, lang: Lang, pictures: &[Picture], options: &ReportOptions) -> Report {
    let (words, index, notes) = (Words::new(lang), Index::of(portfolio), Notes::default());
    let filter = parse(filter, &index.vocabulary).unwrap();
    let answer = Answer::to(&filter, portfolio, &index);
    let names = Names::new(portfolio, &words);
    let order = [Key { column: Column::Amount, descending: true }];
    let mut rows = answer.rows.clone();
    sort(&mut rows, &order, names.lens, portfolio, &index, words.sorter());
    let scene = Scene { answer: &answer, names, index: &index, spread: Spread::Award, notes: &notes };
    let shown = Shown {
        scene,
        rows: &rows,
        order: &order,
        columns: &COLUMNS,
        events: &answer.events,
        event_order: &[],
        event_columns: &EventColumn::ALL,
        today: "2026-11-26".parse().unwrap(),
        progress: None,
    };
    report(shown, pictures, options)
}

fn page(report: &Report) -> String {
    let mut bytes = Vec::new();
    write_html(report, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn pdf(report: &Report) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_pdf(report, None, &mut bytes).unwrap();
    bytes
}

/// A drawing as the program makes them.
fn drawing(slug: &str, title: &str) -> Picture {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='480' height='160' viewBox='0 0 480 160'>\
        <defs><pattern id='hatch' width='4' height='4' patternUnits='userSpaceOnUse'><path d='M0 4L4 0' stroke='#0b6e75'/>\
        </pattern></defs><rect x='120' y='20' width='300' height='26' fill='#0359b7'/>\
        <rect x='120' y='60' width='180' height='26' fill='url(#hatch)' stroke='#0b6e75'/>\
        <text x='110' y='38' font-family='Roboto' font-size='12' text-anchor='end'>Trabajo infantil</text>\
        <text x='110' y='78' font-family='Roboto' font-size='12' text-anchor='end'>Libertad sindical</text></svg>";
    let (slug, title, spoken) = (slug.to_owned(), title.to_owned(), "Dos barras.".to_owned());
    Picture { svg: svg.to_owned(), size: [480.0, 160.0], slug, title, spoken }
}

fn pictures(lang: Lang) -> Vec<Picture> {
    let words = Words::new(lang);
    vec![drawing("theme", &words.t("plot-theme-money")), drawing("timeline", &words.t("tab-timeline"))]
}

/// What a page holds, walked through as XML.
#[derive(Default)]
struct Walked {
    headings: Vec<u32>,
    links: Vec<String>,
    ids: BTreeSet<String>,
    elements: Vec<String>,
    attributes: Vec<(String, String)>,
    heads_of_tables: Vec<(usize, usize)>,
}

/// Walks through a page; fails where it is not well-formed.
fn walk(page: &str) -> Walked {
    let mut reader = Reader::from_str(page);
    let mut walked = Walked::default();
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} at {}", reader.buffer_position())) {
            Event::Eof => break,
            Event::End(_) => drop(open.pop()),
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let (start, empty) = match &event {
                    Event::Start(start) => (start, false),
                    Event::Empty(start) => (start, true),
                    _ => unreachable!(),
                };
                let name = start.name().as_ref().to_owned();
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    let (key, value) = (attribute.key.as_ref().to_owned(), attribute.value.into_owned());
                    match key.as_str() {
                        "href" if name == "a" => walked.links.push(value.clone()),
                        "id" => assert!(walked.ids.insert(value.clone()), "{value} stands twice"),
                        "scope" => {
                            let table = walked.heads_of_tables.last_mut().unwrap();
                            if value == "col" { table.0 += 1 } else { table.1 += 1 }
                        }
                        _ => {}
                    }
                    walked.attributes.push((key, value));
                }
                match name.as_str() {
                    "table" => walked.heads_of_tables.push((0, 0)),
                    "th" => assert!(start.try_get_attribute("scope").unwrap().is_some()),
                    "h1" | "h2" | "h3" => walked.headings.push(u32::from(name.as_bytes()[1] - b'0')),
                    _ => {}
                }
                walked.elements.push(name.clone());
                if !empty {
                    open.push(name);
                }
            }
            Event::GeneralRef(name) => {
                let name: &str = &name;
                assert!(name.starts_with('#') || ["amp", "lt", "gt", "quot", "apos"].contains(&name), "&{name};");
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} was not closed");
    walked
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The addresses of the sources that a report cites.
fn addresses(report: &Report) -> Vec<String> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let lists = blocks.filter_map(|block| match block {
        Block::Sources(list) => Some(list),
        _ => None,
    });
    lists.flatten().filter_map(|source| source.url.clone()).collect()
}

#[test]
fn reports_to_be_looked_at() {
    let Ok(folder) = std::env::var("ATALAYA_REPORT") else { return };
    let (folder, portfolio) = (PathBuf::from(folder), embedded());
    let filters = [("whole", ""), ("theme", "theme:child-forced-labor"), ("none", "theme:osh year:1990")];
    for lang in Lang::ALL {
        for (name, filter) in filters {
            let report = made(&portfolio, filter, lang, &pictures(lang), &ReportOptions::default());
            let file = folder.join(format!("{name}-{}", lang.code()));
            std::fs::write(file.with_extension("html"), page(&report)).unwrap();
            std::fs::write(file.with_extension("pdf"), pdf(&report)).unwrap();
        }
    }
}

#[test]
fn a_page_is_well_formed_and_its_headings_and_tables_are_in_order() {
    let portfolio = embedded();
    for lang in Lang::ALL {
        let report = made(&portfolio, "", lang, &pictures(lang), &ReportOptions::default());
        let page = page(&report);
        let walked = walk(&page);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"") && page.contains(lang.code()));
        assert_eq!(walked.headings.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(walked.headings[0], 1);
        assert!(walked.headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{:?}", walked.headings);
        assert!(walked.heads_of_tables.len() > 10);
        assert!(walked.heads_of_tables.iter().all(|(columns, rows)| *columns > 1 && *rows > 0));
        for landmark in ["header", "nav", "main", "footer"] {
            assert_eq!(walked.elements.iter().filter(|name| *name == landmark).count(), 1, "{landmark}");
        }
        // Within the page every link arrives.
        for link in walked.links.iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(walked.ids.contains(link), "#{link}");
        }
        assert_eq!(walked.attributes.iter().filter(|(key, value)| key == "role" && value == "img").count(), 2);
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    let portfolio = embedded();
    let report = made(&portfolio, "", Lang::Es, &pictures(Lang::Es), &ReportOptions::default());
    let walked = walk(&page(&report));
    for name in ["script", "link", "iframe", "object", "embed", "base", "form", "audio", "video", "img"] {
        assert!(!walked.elements.iter().any(|other| other == name), "{name}");
    }
    let loading = ["src", "srcset", "data", "action", "poster", "background"];
    assert!(!walked.attributes.iter().any(|(key, _)| loading.contains(&key.as_str()) || key.starts_with("on")));
    let page = page(&report);
    let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn every_cited_source_has_its_address_and_its_number() {
    let portfolio = embedded();
    let report = made(&portfolio, "", Lang::Es, &[], &ReportOptions::default());
    let page = page(&report);
    let links: BTreeSet<String> = walk(&page).links.iter().map(|link| unescaped(link)).collect();
    let addresses = addresses(&report);
    assert!(addresses.len() > 100, "{}", addresses.len());
    for address in &addresses {
        assert!(links.contains(address), "{address}");
    }
    // Every amount that is summed has its teller among them.
    let index = Index::of(&portfolio);
    let tellers = (0..portfolio.projects.len()).filter_map(|row| index.teller(row, &portfolio));
    for url in tellers.filter_map(|id| portfolio.sources.find(&id).and_then(|source| source.url.clone())) {
        assert!(addresses.contains(&url), "{url}");
    }
}

/// The texts of a report, without the numbers of sources.
fn told(report: &Report) -> String {
    let mut all = String::new();
    for block in report.cover.iter().chain(report.sections.iter().flat_map(|section| &section.blocks)) {
        match block {
            Block::Figures(figures) => figures.iter().for_each(|figure| all += &format!("{}\n", figure.unit)),
            Block::Table(table) | Block::Picture(_, Some(table)) => {
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| cell.text.plain()).collect();
                    all += &format!("{}\n", cells.join("|"));
                }
            }
            Block::Paragraph(text) | Block::Lead(text) | Block::Note(text) => all += &format!("{}\n", text.plain()),
            Block::List(items) => items.iter().for_each(|item| all += &format!("{}\n", item.plain())),
            _ => {}
        }
    }
    all
}

#[test]
fn the_figures_are_those_of_the_answer_to_the_cent() {
    let (portfolio, words) = (embedded(), Words::new(Lang::En));
    let index = Index::of(&portfolio);
    for filter in ["", "theme:child-forced-labor", "estado:Chiapas", "amount:?"] {
        let parsed = parse(filter, &index.vocabulary).unwrap();
        let answer = Answer::to(&parsed, &portfolio, &index);
        let told = told(&made(&portfolio, filter, Lang::En, &[], &ReportOptions::default()));
        if answer.totals.with_amount > 0 {
            let exact = words.money(answer.totals.sum);
            assert!(told.contains(&format!("({exact} dollars)")), "{filter}: {exact} in {told}");
            let total = format!("{}|{}|{exact}", words.t("plot-total"), answer.totals.projects);
            // In the tables of all five plots.
            assert_eq!(told.matches(&total).count(), 5, "{filter}: {total}");
        } else {
            assert!(told.contains("not published") && !told.contains("(0 dollars)"));
        }
    }
}

#[test]
fn an_empty_set_says_that_it_is_empty() {
    let portfolio = embedded();
    for (lang, said) in [(Lang::Es, "Ningún proyecto cumple el filtro"), (Lang::En, "No project meets the filter")] {
        let report = made(&portfolio, "theme:osh amount:1..2", lang, &[], &ReportOptions::default());
        let told = told(&report);
        assert!(told.matches(said).count() > 3, "{told}");
        assert!(pdf(&report).starts_with(b"%PDF-1.7"));
        walk(&page(&report));
    }
}

#[test]
fn one_part_alone_is_a_page_of_the_view() {
    let portfolio = embedded();
    let options = ReportOptions { parts: vec![Part::Timeline], ..ReportOptions::default() };
    let report = made(&portfolio, "", Lang::Es, &[], &options);
    let titles: Vec<&str> = report.sections.iter().map(|section| section.id).collect();
    assert_eq!(titles, ["timeline", "sources"]);
}

#[test]
fn a_pdf_is_tagged_speaks_its_language_and_is_the_same_twice() {
    let portfolio = embedded();
    for (lang, paper) in [(Lang::Es, Paper::Letter), (Lang::En, Paper::A4)] {
        let options = ReportOptions { paper, ..ReportOptions::default() };
        let report = made(&portfolio, "theme:osh", lang, &pictures(lang), &options);
        let bytes = pdf(&report);
        let holds = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        for what in ["/StructTreeRoot", "/MarkInfo", "/Marked true", "/Outlines", "pdfuaid:part"] {
            assert!(holds(what.as_bytes()), "{what}");
        }
        assert!(holds(format!("/Lang ({})", lang.code()).as_bytes()) || holds(b"/Lang"));
        assert_eq!(bytes, pdf(&report), "the same report, the same bytes");
    }
}

/// What a program of the system reads in a PDF; nothing where it is not there.
fn read_by(program: &str, args: &[&str], bytes: &[u8]) -> Option<String> {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok().or_else(|| {
        eprintln!("left out: {program} is not installed");
        None
    })?;
    let mut stdin = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writing = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
    let out = child.wait_with_output().unwrap();
    writing.join().unwrap();
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn the_words_of_a_pdf_can_be_taken_out() {
    let portfolio = embedded();
    let report = made(&portfolio, "", Lang::Es, &pictures(Lang::Es), &ReportOptions::default());
    let bytes = pdf(&report);
    let Some(text) = read_by("pdftotext", &["-", "-"], &bytes) else { return };
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Asistencia laboral del Departamento de Trabajo de EE. UU. en México",
        "152.65 millones de dólares (152,650,000 dólares)",
        "Página 1 de",
        "Trabajo infantil",
        "Notas de método",
    ] {
        assert!(flat.contains(said), "{said}");
    }
    let Some(tree) = read_by("pdfinfo", &["-struct-text", "-"], &bytes) else { return };
    for tag in ["H1", "H2", "H3", "Table", "TH", "TD", "L", "LBody", "Figure", "Link", "TOC", "Sect"] {
        assert!(tree.lines().any(|line| line.trim_start().starts_with(tag)), "{tag}");
    }
}

#[test]
fn a_table_of_hundreds_is_cut_and_says_so() {
    let mut bytes = Vec::new();
    format::Sample { projects: 600, seed: 7 }.write(&mut bytes).unwrap();
    let portfolio = format::read_ron(&bytes).unwrap().portfolio;
    let report = made(&portfolio, "", Lang::Es, &[], &ReportOptions::default());
    let told = page(&report);
    assert!(told.contains("Esta tabla muestra 500 de 600 renglones") && told.contains("100 que faltan"));
    let pdf = pdf(&report);
    assert!(pdf.len() < 20_000_000, "{}", pdf.len());
}

#[test]
fn what_is_said_of_thousands_can_still_be_read() {
    let mut bytes = Vec::new();
    format::Sample { projects: 3_000, seed: 7 }.write(&mut bytes).unwrap();
    let portfolio = format::read_ron(&bytes).unwrap().portfolio;
    let report = made(&portfolio, "", Lang::Es, &[], &ReportOptions::default());
    for block in report.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::List(items) => {
                assert!(items.len() <= 201, "{} items", items.len());
                for said in items.iter().map(atalaya::export::report::Text::plain) {
                    assert!(said.chars().count() < 8_000, "{said}");
                }
            }
            Block::Figures(figures) => {
                let most = figures.iter().map(|figure| figure.lacks.len()).max().unwrap();
                assert!(most <= 10, "{most} remarks on one figure");
            }
            Block::Table(table) => assert!(table.rows.len() <= 501, "{}", table.caption),
            _ => {}
        }
    }
    let told = page(&report);
    assert!(told.contains("Esta tabla muestra 100 de 3,000 renglones"), "the timeline's");
    let rest = told.contains("Ninguna fuente dice quién sigue con") && told.contains(" más (");
    assert!(rest, "so many more projects of which no source says who goes on");
}

#[test]
fn without_a_window_the_file_is_whole_or_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("informe.html");
    let asked = |line: &str| {
        let words = line.split(' ').map(|word| word.replace("OUT", out.to_str().unwrap())).map(Into::into);
        format!("{:?}", cli::answer(&cli::parse(words).unwrap()))
    };
    let (good, failed) = (format!("{:?}", ExitCode::from(0)), format!("{:?}", ExitCode::from(2)));
    assert_eq!(asked("report --where theme:osh --lang es OUT"), good);
    let written = std::fs::read_to_string(&out).unwrap();
    walk(&written);
    assert!(written.contains("Informe de un conjunto filtrado"));
    // A filter that cannot be understood, a file that is not there, a form that is not known.
    for line in ["report --where theme:nowhere OUT", "report no-such.ron OUT", "report OUT.docx"] {
        assert_eq!(asked(line), failed, "{line}");
    }
    assert_eq!(std::fs::read_to_string(&out).unwrap(), written);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn pairs_that_may_be_the_same_money_are_named_up_to_a_few_and_counted_beyond() {
    let portfolio = embedded();
    let mut projects = portfolio.projects.listed().unwrap().to_vec();
    let one = projects.iter().find(|project| project.id == "caminos").unwrap().clone();
    projects.extend((2..10).map(|number| Project { id: format!("caminos-{number}"), ..one.clone() }));
    let portfolio = Portfolio { projects: Projects::new(projects), ..portfolio };
    let report =
        made(&portfolio, "", Lang::Es, &[], &ReportOptions { parts: vec![Part::Figures], ..Default::default() });
    let told = page(&report);
    assert_eq!(told.matches("podrían ser el mismo dinero:").count(), 5);
    assert!(told.contains("pares más que podrían ser el mismo dinero"));
}

/// Texts as nobody should write them, and somebody does.
fn naughty() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "</table><script>alert(1)</script>",
        "\" onload=\"x",
        "]]>",
        "&amp;lt;",
        "a\u{0}b\u{1}",
        "\u{202e}derecho",
        "👩‍👩‍👧 漢字 عربى",
        "e\u{301}\u{301}\u{301}",
        "\u{fffe}\u{feff}\u{ffff}",
        "\u{1f}\u{85}\u{2028}",
        "ﬁﬂ\u{ad}\u{200b}",
        "\u{e000}\u{f8ff}",
        "{$n} ⟦x⟧",
    ]);
    let long = (1_usize..80).prop_map(|n| "Donaudampfschifffahrt".repeat(n));
    prop::collection::vec(prop_oneof![4 => words.prop_map(str::to_owned), 2 => ".{0,40}", 1 => long], 1..4)
        .prop_map(|parts| parts.concat())
}

#[test]
fn a_drawing_without_a_title_has_a_heading_all_the_same() {
    let mut drawing = drawing("x", " ");
    drawing.spoken.clear();
    let report = made(&embedded(), "", Lang::Es, &[drawing], &ReportOptions::default());
    let headings = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Heading(title) => Some(title.as_str()),
        _ => None,
    });
    assert!(headings.clone().any(|title| title == "Sin título"));
    assert!(headings.into_iter().all(|title| !title.trim().is_empty()));
    assert!(pdf(&report).starts_with(b"%PDF"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_a_page_or_a_pdf(name in naughty(), title in naughty(), url in naughty(), svg in naughty()) {
        let mut portfolio = embedded();
        let mut projects = portfolio.projects.listed().unwrap().to_vec();
        projects.truncate(3);
        for project in &mut projects {
            project.name.es = Some(name.clone());
            project.counterpart.en = Some(title.clone());
        }
        portfolio.projects = Projects::new(projects);
        portfolio.header.title.es = Some(title.clone());
        portfolio.events = Table::default();
        portfolio.reported_totals = Table::new(portfolio.reported_totals.iter().take(1).cloned().collect());
        let mut sources = portfolio.sources.to_vec();
        for source in &mut sources {
            source.url = Some(format!("https://e.org/{url}"));
            source.title.clone_from(&name);
        }
        portfolio.sources = Table::new(sources);
        let drawing = Picture { svg, size: [f32::NAN, 0.0], slug: name.clone(), title: name.clone(), spoken: title };
        let mut drawn = self::drawing("x", "x");
        drawn.svg = drawn.svg.replace("Trabajo infantil", &name.replace(['<', '&', ']'], " ").replace(char::is_control, " "));
        let report = made(&portfolio, "", Lang::Es, &[drawing, drawn], &ReportOptions::default());
        let walked = walk(&page(&report));
        prop_assert!(!walked.elements.iter().any(|element| element == "script"));
        prop_assert!(pdf(&report).starts_with(b"%PDF"));
    }
}
