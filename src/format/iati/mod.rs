//! Activities of the International Aid Transparency Initiative (IATI) in XML as records of a portfolio: versions 2.01 to
//! 2.03, and 1.0x as far as it goes. `docs/IATI.md` says what is read as what. An unknown version, an empty identifier
//! or an unknown code is noted, never a refusal; a file that was cut keeps what stands before the cut.
//!
//! A file streams: one activity at a time is in memory (bounded, see `reader`), and what became of the others. Money is
//! gathered so that nothing counts twice (see `money`).

mod activity;
mod codes;
mod element;
mod gathered;
mod input;
mod money;
mod own;
mod people;
mod places;
mod reader;
mod themes;

pub use codes::{organization_code, role_code, status_code};
pub use element::{OWN, OWN_PREFIX};
pub use themes::{OtherSectors, ThemeMap, ThemeRule};

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use codes::VERSIONS;
use element::Element;
use gathered::Gathered;
use people::day_of;
use reader::{ACTIVITIES, Piece, Pieces};

use super::brought::{Brought, FailedEntry, Foreign, Loss, Lost, other_currencies};
use super::progress::Progress;
use super::unreadable::Unreadable;
use crate::model::{Bilingual, Currency, Header, Lang, Portfolio, Project, Projects, Table};

/// How much is read of a file at once, in bytes.
const BLOCK: usize = 256 << 10;
/// How much text of failed entries is kept in all, in bytes.
const MOST_KEPT: usize = 16 << 20;

/// Whether a file that begins so holds IATI activities.
pub fn is_iati(head: &[u8]) -> bool {
    has_element(head, ACTIVITIES)
}

/// Whether a file that begins so is of the other kind of IATI, which tells of organisations.
pub fn is_iati_of_organizations(head: &[u8]) -> bool {
    has_element(head, "iati-organisations")
}

fn has_element(head: &[u8], name: &str) -> bool {
    let (text, _, _) = input::encoding(head).decode(head);
    text.match_indices(name).any(|(at, _)| text.get(..at).is_some_and(|before| before.ends_with(['<', ':'])))
}

/// Reads IATI activities from a file; its length is known, so that `progress` can say of how much.
pub fn read_iati_file(path: &Path, themes: &ThemeMap, progress: &Progress) -> Result<Brought, Unreadable> {
    let about = std::fs::metadata(path).map_err(Unreadable::from)?;
    if about.is_dir() {
        return Err(Unreadable::Folder);
    }
    progress.begin(about.len());
    let file = File::open(path).map_err(Unreadable::from)?;
    read_iati(BufReader::with_capacity(BLOCK, file), themes, progress)
}

/// Reads IATI activities. Of the title only the reporter is set, where there is one: who opens the file knows its name.
pub fn read_iati(input: impl BufRead, themes: &ThemeMap, progress: &Progress) -> Result<Brought, Unreadable> {
    let mut pieces = Pieces::new(input, progress);
    let mut gathered = Gathered::default();
    let mut root: Option<Element> = None;
    let mut projects = Vec::new();
    let mut failed = Failed::default();
    while let Some(piece) = pieces.next(&mut gathered.losses) {
        if progress.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        let is_entry = matches!(piece, Piece::Activity(_));
        match piece {
            Piece::Root(element) => {
                version(&element, &mut gathered);
                root = Some(element);
            }
            Piece::Activity(element) => {
                let none = Element::default();
                projects.push(activity::project(&element, root.as_ref().unwrap_or(&none), themes, &mut gathered));
            }
            Piece::Beside(element) => {
                if !own::take(&element, &mut gathered) {
                    gathered.no_place(&element.name, &element);
                }
            }
            Piece::Failed(entry) => {
                gathered.entries += 1;
                if entry.why == Loss::BrokenOff {
                    gathered.losses.note(&entry.what, Loss::BrokenOff, entry.line, "");
                }
                failed.add(entry);
            }
            Piece::Broken(line) => gathered.losses.note(ACTIVITIES, Loss::BrokenOff, line, ""),
        }
        progress.reached(pieces.reached(), u64::from(is_entry));
    }
    if progress.is_cancelled() {
        return Err(Unreadable::Cancelled);
    }
    if gathered.entries == 0 && root.as_ref().is_none_or(|root| root.name != ACTIVITIES) {
        return Err(not_iati(&pieces, root.as_ref()));
    }
    if pieces.is_garbled() {
        gathered.losses.note("encoding", Loss::NotReadable, 0, "\u{fffd}");
    }
    Ok(brought(gathered, projects, failed.entries, root.as_ref()))
}

/// Why a file without activities is none of IATI.
fn not_iati<R: BufRead>(pieces: &Pieces<'_, R>, root: Option<&Element>) -> Unreadable {
    match (pieces.failure(), root) {
        (Some(failure), _) => Unreadable::Io(failure.to_owned()),
        (None, Some(root)) => Unreadable::NotAPortfolio { line: root.line },
        (None, None) if pieces.reached() == 0 => Unreadable::Empty,
        (None, None) if pieces.is_garbled() => Unreadable::NotText,
        (None, None) => Unreadable::NotAPortfolio { line: 1 },
    }
}

fn version(root: &Element, gathered: &mut Gathered) {
    if root.name != ACTIVITIES {
        return;
    }
    match root.attribute("version") {
        None => gathered.losses.note("iati-activities@version", Loss::Missing, root.line, ""),
        Some(version) if VERSIONS.contains(&version) => gathered.understood("iati-activities", "schema", version),
        Some(version) => gathered.losses.note("iati-activities@version", Loss::UnknownVersion, root.line, version),
    }
}

/// Failed entries, the text of which is kept while there is not too much of it.
#[derive(Default)]
struct Failed {
    entries: Vec<FailedEntry>,
    kept: usize,
}

impl Failed {
    fn add(&mut self, mut entry: FailedEntry) {
        self.kept += entry.cells.iter().map(String::len).sum::<usize>();
        if self.kept > MOST_KEPT {
            entry.cells.clear();
        }
        self.entries.push(entry);
    }
}

fn brought(
    mut gathered: Gathered,
    projects: Vec<Project>,
    failed: Vec<FailedEntry>,
    root: Option<&Element>,
) -> Brought {
    let header = gathered.header.take().unwrap_or_else(|| header(&gathered, root));
    let understood = gathered.take_understood();
    let mut portfolio = Portfolio::empty(header);
    portfolio.themes = Table::new(gathered.themes.into_records());
    portfolio.topics = Table::new(gathered.topics.into_records());
    portfolio.sectors = Table::new(gathered.sectors.into_records());
    portfolio.supports = Table::new(gathered.supports.into_records());
    portfolio.places = Table::new(gathered.places.into_records());
    portfolio.organizations = Table::new(gathered.organizations.into_records());
    portfolio.sources = Table::new(gathered.sources.into_records());
    portfolio.projects = Projects::new(projects);
    let lost: Vec<Lost> = gathered.losses.all().into_iter().chain(other_currencies(&portfolio)).collect();
    Brought {
        noticed: Vec::new(),
        format: Foreign::Iati,
        portfolio,
        entries: gathered.entries,
        understood,
        lost,
        unread: Vec::new(),
        failed,
    }
}

/// The head of a portfolio of these activities.
fn header(gathered: &Gathered, root: Option<&Element>) -> Header {
    let language = most(&gathered.langs).and_then(|code| Lang::from_code(code));
    let mut reporters = gathered.reporters.iter();
    let reporter = reporters.next().filter(|_| reporters.next().is_none());
    let title = reporter.map(|name| Bilingual::of(language.unwrap_or(Lang::En), name)).unwrap_or_default();
    let mut countries = gathered.countries.keys();
    let generated = root.and_then(|root| day_of(root.attribute("generated-datetime")));
    Header {
        title,
        // With several countries, each by itself, there is none whose money alone is totalled.
        country: countries.next().filter(|_| countries.next().is_none()).cloned(),
        currency: most::<Currency>(&gathered.currencies).copied(),
        updated: generated.or(gathered.updated),
        ..Header::blank(language)
    }
}

/// What stands most often; of several the first by order.
fn most<T: Ord>(counts: &std::collections::HashMap<T, usize>) -> Option<&T> {
    counts.iter().max_by_key(|(what, count)| (**count, std::cmp::Reverse(*what))).map(|(what, _)| what)
}
