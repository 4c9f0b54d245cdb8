//! What `atalaya convert` reads: a portfolio, an export of ours, a table, IATI activities; and what is said of what was lost
//! and of rows that became no project.

use std::path::{Path, PathBuf};

use super::said;
use crate::cli::args::ConvertArgs;
use crate::cli::{GOOD, called, complain, read_told};
use crate::export::{self, ExportError};
use crate::format::iati::ThemeMap;
use crate::format::sheet::{Mapping, bring, failed_csv, guess};
use crate::format::{self, AsTable, Brought, Foreign, Other, Progress, Read, Unreadable, replace};
use crate::i18n::Words;
use crate::model::{Bilingual, Lang, Portfolio};
use crate::query::Harvest;

/// The records of a file of any form that is read; what is wrong with it and what is lost is said.
pub(super) fn read_input(args: &ConvertArgs, words: &Words) -> Option<(Read, Vec<Harvest>)> {
    let [input, _] = &args.files;
    if !format::is_other(input) {
        return read_told(Some(input), words).map(|(read, harvests, _)| (read, harvests));
    }
    let (brought, mapping) = match brought(input, args) {
        Ok(brought) => brought,
        Err(failed) => {
            complain(&failed.text(words));
            return None;
        }
    };
    say_lost(input, &brought, words);
    if !keep_failed(args, &brought, mapping.as_ref(), words) {
        return None;
    }
    if brought.portfolio.projects.is_empty() {
        complain(&words.tf("convert-no-projects", &[("file", called(Some(input)).into())]));
        return None;
    }
    Some((Read::of(titled(brought.portfolio, input, args.lang)), Vec::new()))
}

/// Why a file of another format could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotBrought {
    #[error("{0:?}: {1}")]
    Unreadable(PathBuf, Unreadable),
    #[error("{0:?}, line {1}")]
    NoMapping(PathBuf, usize),
    #[error("{0:?}, sheet {1}")]
    NoSheet(PathBuf, String, Vec<String>),
}

impl NotBrought {
    fn text(&self, words: &Words) -> String {
        match self {
            Self::Unreadable(file, unreadable) => unreadable.text(words, &called(Some(file))),
            Self::NoMapping(file, line) => {
                words.tf("convert-no-mapping", &[("file", called(Some(file)).into()), ("line", (*line).into())])
            }
            Self::NoSheet(file, sheet, known) => {
                let known = known.iter().map(|name| words.quoted(name)).collect::<Vec<_>>().join(", ");
                let args = [("file", called(Some(file)).into()), ("sheet", sheet.into()), ("known", known.into())];
                words.tf("convert-no-sheet", &args)
            }
        }
    }
}

/// Writes the rows that became no project to the file that was asked for, or says that it can be asked for; whether
/// nothing kept it from being written.
fn keep_failed(args: &ConvertArgs, brought: &Brought, mapping: Option<&Mapping>, words: &Words) -> bool {
    match (&args.failed, mapping) {
        _ if brought.failed.is_empty() && brought.unread.is_empty() => true,
        (Some(file), Some(mapping)) => {
            let rows = failed_csv(brought, mapping, words);
            let done = replace(file, |text| text.write_all(&rows)).map_err(ExportError::from);
            if said(done, file, words) != GOOD {
                return false;
            }
            for (key, rows) in [("convert-failed-kept", &brought.failed), ("convert-unread-kept", &brought.unread)] {
                if !rows.is_empty() {
                    complain(&words.tf(key, &[("n", rows.len().into()), ("file", called(Some(file)).into())]));
                }
            }
            true
        }
        (None, Some(_)) => {
            complain(&words.t("convert-failed-hint"));
            true
        }
        // Entries that are no rows cannot be mended in a table.
        (Some(_), None) => {
            complain(&words.t("convert-failed-no-table"));
            true
        }
        (None, None) => true,
    }
}

/// The records, and of a table the mapping that made them.
pub(super) fn brought(input: &Path, args: &ConvertArgs) -> Result<(Brought, Option<Mapping>), NotBrought> {
    let themes = match &args.themes {
        Some(file) => {
            let text = read_text(file)?;
            ThemeMap::read(&text).map_err(|error| NotBrought::NoMapping(file.clone(), error.span.start.line))?
        }
        None => ThemeMap::default(),
    };
    let unreadable = |error| NotBrought::Unreadable(input.to_owned(), error);
    let table = args.sheet.clone().map_or(AsTable::Told, AsTable::Sheet);
    match format::read_other(input, &table, &themes, &Progress::default()).map_err(unreadable)? {
        Other::Records(brought) => Ok((*brought, None)),
        Other::Table(grid) => {
            if let Some(wanted) = args.sheet.clone().filter(|wanted| grid.origin.sheet.as_ref() != Some(wanted)) {
                return Err(NotBrought::NoSheet(input.to_owned(), wanted, grid.origin.sheets));
            }
            let mapping = match &args.mapping {
                Some(file) => Mapping::from_ron(&read_text(file)?)
                    .map_err(|error| NotBrought::NoMapping(file.clone(), error.line))?
                    .onto(&grid),
                None => guess(&grid),
            };
            let brought = bring(&grid, &mapping, None, &Progress::default()).map_err(unreadable)?;
            Ok((brought, Some(mapping)))
        }
    }
}

fn read_text(file: &Path) -> Result<String, NotBrought> {
    std::fs::read_to_string(file).map_err(|error| NotBrought::Unreadable(file.to_owned(), error.into()))
}

/// A portfolio that has no title is called as its file.
fn titled(mut portfolio: Portfolio, input: &Path, lang: Lang) -> Portfolio {
    let title = &mut portfolio.header.title;
    if title.is_empty() {
        let stem = input.file_stem().unwrap_or_default().to_string_lossy();
        *title = Bilingual::of(lang, &stem);
    }
    portfolio
}

fn say_lost(input: &Path, brought: &Brought, words: &Words) {
    let file = called(Some(input));
    if brought.format == Foreign::Own
        && let Some(found) =
            format::read_bytes(input, &Progress::default()).ok().and_then(|bytes| export::stamp_of(&bytes))
        && found.intact == Some(false)
    {
        complain(&found.changed_text(&file, words));
    }
    brought.noticed.iter().for_each(|noticed| complain(&noticed.text(words)));
    brought.lost_lines(words, usize::MAX).chain(brought.failed_lines(words)).for_each(|line| complain(&line));
}
