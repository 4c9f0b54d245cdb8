//! Every reader of what is brought in, with damaged input: tables as text and as workbooks, IATI, what this program exported,
//! mappings and filters. The files that are damaged are this program's own exports, and `tests/corpus/tables`.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::time::Duration;

use crate::common;
use crate::damage;
use crate::dice::Dice;
use atalaya::export::iati::iati_xml;
use atalaya::export::report::{Paper, Part};
use atalaya::export::{Rows, TableKind, report_page, report_pdf, stamp_of, table_file, template};
use atalaya::format::iati::ThemeMap;
use atalaya::format::sheet::{Conventions, Mapping, bring, failed_csv, guess, guess_with, pasted};
use atalaya::format::{AsTable, Other, Progress, Sample, is_other, read_other, read_ron};
use atalaya::i18n::Words;
use atalaya::model::{Lang, Portfolio, check};
use atalaya::query::{Index, parse, parse_lenient};
use atalaya::session::{Command, PictureLook, join};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A table as somebody keeps it.
const LIST: &str = "Nombre;Número de convenio;Ejecutor;Inicio;Fin previsto;Monto adjudicado (USD);Tema;Entidades\n\
    Un proyecto nuestro;X-1;Organización Ejemplo;01/03/2021;28/02/2025;1.250.000,50;Trabajo infantil;\"Jalisco; Nayarit\"\n\
    Otro;X-2;Organización Ejemplo;2022;;n/d;Seguridad y salud en el trabajo;Oaxaca\n;;Sin nombre;;;5;;\nTotal;;;;;1.250.005,50;;\n";
/// Each action of an award, with headers as `USAspending` has them.
const ACTIONS: &str = "contract_award_unique_key,assistance_award_unique_key,assistance_transaction_unique_key,award_id_fain,\
    federal_action_obligation,action_date,action_date_fiscal_year,recipient_name,awarding_agency_name,\
    period_of_performance_start_date,period_of_performance_current_end_date,primary_place_of_performance_country_code,cfda_title\n\
    ,K1,T1,IL-1,1000000.00,2021-01-05,2021,EXAMPLE,Department of Example,2021-01-05,2024-12-31,MEX,Example\n\
    ,K1,T2,IL-1,-250000.00,2022-01-05,2022,EXAMPLE,Department of Example,2021-01-05,2024-12-31,MEX,Example\n";
/// Transactions, with headers as ForeignAssistance.gov has them.
const ACTIVITIES: &str = "Country Name,Activity ID,Activity Name,Activity Description,Activity Project Number,Activity Start Date,\
    Activity End Date,Implementing Partner Name,Funding Agency Name,US Sector Name,International Purpose Name,\
    Transaction Type Name,Fiscal Year,Current Dollar Amount\n\
    Mexico,7,Example,An example,P-7,2019-01-01,2024-12-31,Example,Department of Example,Labor,Labour rights,Obligations,2020,500000\n\
    Mexico,7,Example,An example,P-7,2019-01-01,2024-12-31,Example,Department of Example,Labor,Labour rights,Disbursements,2021,-100\n";
/// The filters that are damaged, as a person types them.
const FILTERS: &str =
    "theme:osh amount:>=1000000 active:2022..2024-06 -org:ilo \"trabajo infantil\" state:jal? cut:yes";

/// What makes trouble in tables and in XML.
const PEPPER: [&[u8]; 44] = [
    b";",
    b",",
    b"\t",
    b"|",
    b"\"",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"-",
    b"()",
    b"US$",
    b"MXN",
    b"1e308",
    b"-99999999999999999999,99",
    b"92233720368547758.07",
    b"1.2.3,4",
    b"12 345",
    b"\xd9\xa3",
    b"31/12/9999",
    b"30/02/2023",
    b"00/00/0000",
    b"12/2021",
    b"2958465",
    b"n/d",
    b"Total",
    b"100%",
    b"<",
    b">",
    b"</",
    b"/>",
    b"&amp;",
    b"&#x0;",
    b"&#1114112;",
    b"<![CDATA[",
    b"<!DOCTYPE a [<!ENTITY b \"c\">]>",
    b" r=\"XFD1048576\"",
    b" table:number-columns-repeated=\"4294967295\"",
    b" table:number-rows-repeated=\"1048576\"",
    b" value-date=\"9999-99-99\" currency=\"XXX\" percentage=\"-1\"",
];

/// A file to be damaged.
enum Seed {
    Bytes(Vec<u8>),
    /// The parts of an archive, which is made anew of them: otherwise only its sums would fail.
    Parts(Vec<(String, Vec<u8>)>),
}

impl Seed {
    fn of(bytes: Vec<u8>) -> Self {
        let Ok(mut archive) = ZipArchive::new(Cursor::new(&bytes)) else { return Self::Bytes(bytes) };
        let parts = (0..archive.len()).map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            (name, part)
        });
        Self::Parts(parts.collect())
    }

    fn parts(&self) -> Vec<&[u8]> {
        match self {
            Self::Bytes(bytes) => vec![bytes],
            Self::Parts(parts) => parts.iter().map(|(_, part)| part.as_slice()).collect(),
        }
    }

    /// The file with one of its parts damaged; now and then the archive itself.
    fn damaged(&self, others: &[&[u8]], dice: &mut Dice) -> Vec<u8> {
        match self {
            Self::Parts(parts) if dice.below(8) > 0 => {
                let hurt = dice.below(parts.len());
                let part = damage::damaged(&parts[hurt].1, others, &PEPPER, dice);
                let parts = parts.iter().enumerate().map(|(place, (name, whole))| {
                    (name.as_str(), if place == hurt { part.as_slice() } else { whole.as_slice() })
                });
                archived(parts)
            }
            seed => damage::damaged(&seed.whole(), others, &PEPPER, dice),
        }
    }

    fn whole(&self) -> Vec<u8> {
        match self {
            Self::Bytes(bytes) => bytes.clone(),
            Self::Parts(parts) => archived(parts.iter().map(|(name, part)| (name.as_str(), part.as_slice()))),
        }
    }
}

fn archived<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(name, stored).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A portfolio of a few projects.
fn few() -> Vec<u8> {
    let mut text = Vec::new();
    Sample { projects: 4, seed: 7 }.write(&mut text).unwrap();
    text
}

/// What this program itself makes of a few projects, and the tables above.
fn seeds() -> Vec<Seed> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::fs::write(&path, few()).unwrap();
    let mut session = common::session(Lang::Es);
    session.apply(Command::Open(path));
    while session.opening.is_some() {
        session.take_results();
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut files: Vec<Vec<u8>> = session.with_shown(|shown| {
        let table = |kind| {
            let mut bytes = Vec::new();
            table_file(kind, Rows::Projects, shown, &mut bytes).unwrap();
            bytes
        };
        let look = || session.picture_look(PictureLook::default());
        let mut xml = Vec::new();
        iati_xml(shown.scene.names.portfolio, shown.rows, None, &mut xml).unwrap();
        TableKind::ALL
            .into_iter()
            .map(table)
            .chain([xml, report_page(shown, Rows::Projects, look(), vec![Part::Figures]).into_bytes()])
            .chain([report_pdf(shown, Rows::Projects, look(), Paper::default()).unwrap()])
            .collect()
    });
    let mut form = Cursor::new(Vec::new());
    template(&session.words, Some(session.records()), &mut form).unwrap();
    files.push(form.into_inner());
    files.extend([LIST, ACTIONS, ACTIVITIES].map(|text| text.as_bytes().to_vec()));
    files.push(LIST.replace(';', "\t").into_bytes());
    let wide = [0xfeff].into_iter().chain(LIST.encode_utf16());
    files.push(wide.flat_map(u16::to_le_bytes).collect());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/tables");
    let mut kept: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    kept.sort();
    files.extend(kept.iter().map(|path| std::fs::read(path).unwrap()));
    files.into_iter().map(Seed::of).collect()
}

/// Reads what is damaged as the window does it, to the end.
struct Reading {
    folder: tempfile::TempDir,
    open: Portfolio,
    index: Index,
    mapping: String,
    words: Words,
}

impl Reading {
    fn new() -> Self {
        let open = read_ron(&few()).unwrap().portfolio;
        let index = Index::of(&open);
        let mapping = guess(&pasted(LIST)).to_ron();
        Self { folder: tempfile::tempdir().unwrap(), open, index, mapping, words: Words::new(Lang::Es) }
    }

    /// What each reader says of these bytes does not matter; that it says something does.
    /// Whether anything was brought.
    fn read(&self, bytes: &[u8]) -> bool {
        let path = self.folder.path().join("a");
        std::fs::write(&path, bytes).unwrap();
        let _ = is_other(&path);
        let _ = stamp_of(bytes);
        let mut any = false;
        let sheet = bytes.len().is_multiple_of(4).then(|| AsTable::Sheet("Projects".to_owned()));
        for table in sheet.into_iter().chain([AsTable::Told]) {
            match read_other(&path, &table, &ThemeMap::default(), &Progress::default()) {
                Ok(Other::Records(brought)) => {
                    any |= !brought.portfolio.projects.is_empty();
                    let _ = check(&brought.portfolio);
                    let _ = join(&self.open, &brought.portfolio, Lang::Es, &Progress::default());
                }
                Ok(Other::Table(grid)) => {
                    let told = guess(&grid);
                    let corrected = guess_with(&grid, Conventions { header_row: None, ..Conventions::of(&grid) });
                    for (mapping, base) in [(told, Some(&self.open)), (corrected, None)] {
                        let Ok(brought) = bring(&grid, &mapping, base, &Progress::default()) else { continue };
                        any = true;
                        let _ = check(&brought.portfolio);
                        let _ = failed_csv(&brought, &mapping, &self.words);
                        let again = Mapping::from_ron(&mapping.to_ron()).unwrap();
                        assert!(again.onto(&grid) == mapping.onto(&grid), "a mapping that was kept is the same");
                    }
                }
                Err(_) => {}
            }
        }
        any
    }

    /// Mappings, themes and filters are texts.
    fn read_text(&self, dice: &mut Dice) {
        let pepper: [&[u8]; 12] =
            [b"(", b")", b"[", b"]", b"\"", b":", b"..", b">=", b"-", b"?", b"99999999999999999999", b"None"];
        let others = [self.mapping.as_bytes(), FILTERS.as_bytes()];
        let text = |of: &str, dice: &mut Dice| {
            String::from_utf8_lossy(&damage::damaged(of.as_bytes(), &others, &pepper, dice)).into_owned()
        };
        if let Ok(mapping) = Mapping::from_ron(&text(&self.mapping, dice)) {
            let grid = pasted(LIST);
            let _ = bring(&grid, &mapping.onto(&grid), None, &Progress::default());
            let _ = bring(&grid, &mapping, None, &Progress::default());
        }
        let _ = ThemeMap::read(&text(&self.mapping, dice));
        let filter = text(FILTERS, dice);
        let _ = parse(&filter, &self.index.vocabulary);
        let _ = parse_lenient(&filter, &self.index.vocabulary);
    }
}

fn damaged(seeds: &[Seed], others: &[&[u8]], dice: &mut Dice) -> Vec<u8> {
    seeds[dice.below(seeds.len())].damaged(others, dice)
}

/// How many damaged inputs each `cargo test` reads: what two busy cores do in a debug build within a minute.
const INPUTS: usize = 60;

#[test]
fn what_is_brought_in_damaged_is_answered() {
    let (seeds, reading, mut dice) = (seeds(), Reading::new(), Dice(0xB206_B206));
    let others: Vec<&[u8]> = seeds.iter().flat_map(Seed::parts).collect();
    // What is not damaged is read, each in its way.
    let read = seeds.iter().filter(|seed| reading.read(&seed.whole())).count();
    assert_eq!(read, seeds.len() - 2, "all but the report, which is for people");
    for _ in 0..INPUTS {
        reading.read(&damaged(&seeds, &others, &mut dice));
        reading.read_text(&mut dice);
    }
}

/// `cargo test --release --test all fuzz_brought:: -- --ignored --nocapture for_an_hour`: ten million inputs or an
/// hour, whichever comes first, or the minutes that `FUZZ_MINUTES` says; none may take ten seconds, and all of them no more
/// than 1,024 MB.
#[test]
#[ignore = "takes its time: run it by name, in a release build"]
fn for_an_hour() {
    let minutes = std::env::var("FUZZ_MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let (seeds, reading) = (seeds(), Reading::new());
    let others: Vec<&[u8]> = seeds.iter().flat_map(Seed::parts).collect();
    let texts = std::cell::RefCell::new(Dice(9));
    damage::for_long(
        10_000_000,
        Duration::from_mins(minutes),
        1_024,
        |dice| damaged(&seeds, &others, dice),
        |bytes| {
            reading.read(bytes);
            reading.read_text(&mut texts.borrow_mut());
        },
    );
}

/// The file that `FUZZ_FILE` names, as a long run left it.
#[test]
#[ignore = "for what a long run found"]
fn the_file_that_was_left() {
    let path = std::env::var_os("FUZZ_FILE").unwrap();
    Reading::new().read(&std::fs::read(path).unwrap());
}
