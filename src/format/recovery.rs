//! What was edited and is not saved yet, as a file that a later start finds: a portfolio of the edited records alone, and
//! of which file they are. Small however large that file is.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::edits::parse_entry;
use super::merge::Merge;
use super::parse::Parser;
use super::read::{Read, read_ron};
use super::tree::{STEP, Tree, write_field, write_fields};
use super::unreadable::Unreadable;
use crate::model::{Entry, Header, List, SCHEMA};

/// The name of the field that says what it is a recovery of.
const FIELD: &str = "recovery";

/// Of what something is a recovery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecoveryOf {
    /// The file; none for a copy of the embedded portfolio or a new one.
    pub file: Option<PathBuf>,
    /// Whether it is a new portfolio and not a copy of the embedded one, where it has no file.
    pub new: bool,
    /// What it is called.
    pub name: String,
    /// When it was kept, as the person's clock had it.
    pub at: String,
    /// Whether what the file says of itself was edited.
    header: bool,
    /// What it said before, as text: what others change in it since is told apart by that. Empty where it was not edited,
    /// and in files of versions that did not keep it.
    header_before: String,
    /// Records of the file that were edited, each with what it was.
    changed: Vec<Named>,
    /// Records of the file that were taken out.
    removed: Vec<Named>,
    /// Copies of records of the file, each with the id of its origin there.
    copied: Vec<Named>,
}

/// A record by its list and its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Named {
    list: String,
    id: String,
    /// Its id in the file, where that is another.
    #[serde(default)]
    was: Option<String>,
    /// The record as the file had it: what others change in it since is told apart by that.
    #[serde(default)]
    before: String,
}

/// What was edited, as it was found again.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// Of what.
    pub of: RecoveryOf,
    /// The edits.
    pub merge: Merge,
}

impl RecoveryOf {
    /// Of a file, or of a portfolio that has none.
    pub fn new(file: Option<PathBuf>, new: bool, name: String, at: String) -> Self {
        Self { file, new, name, at, ..Self::default() }
    }
}

impl Named {
    fn of(before: &Entry, id: &str) -> Self {
        Self {
            list: before.list().key().to_owned(),
            id: id.to_owned(),
            was: Some(before.id().to_owned()).filter(|was| was != id),
            before: Tree::of(before).write_over_lines(0),
        }
    }
}

/// Edits of a portfolio, with what it says of itself, as the text of a recovery.
pub fn write_recovery(mut of: RecoveryOf, merge: &Merge, header: &Header) -> String {
    for (was, entry) in &merge.records {
        let before = was.as_ref().and_then(|was| merge.base(entry.list(), was));
        of.changed.extend(before.map(|before| Named::of(before, entry.id())));
    }
    let removed = merge.removed.iter().filter_map(|(list, id)| merge.base(*list, id));
    of.removed.extend(removed.map(|before| Named::of(before, before.id())));
    let copy = |(list, id, origin): &(List, String, String)| Named {
        list: list.key().to_owned(),
        id: id.clone(),
        was: Some(origin.clone()),
        before: String::new(),
    };
    of.copied.extend(merge.copies.iter().map(copy));
    of.header = merge.header.is_some();
    let before = merge.header_before.as_ref().map(|before| Tree::of(before).write_over_lines(0));
    of.header_before = before.unwrap_or_default();
    let pad = " ".repeat(2 * STEP);
    let mut lists = String::new();
    for list in List::ALL {
        let records = merge.records.iter().filter(|(_, entry)| entry.list() == list);
        let line = |text: String, entry: &Entry| text + &pad + &Tree::of(entry).write_over_lines(2 * STEP) + ",\n";
        let records = records.fold(String::new(), |text, (_, entry)| line(text, entry));
        if !records.is_empty() {
            lists += &format!("    {}: [\n{records}    ],\n", list.key());
        }
    }
    let header = match Tree::of(header) {
        Tree::Record(fields) => write_fields(&fields, STEP),
        _ => format!("    schema: {SCHEMA},\n"),
    };
    format!("(\n{header}{}{lists})\n", write_field(FIELD, &Tree::of(&of), STEP))
}

/// Reads a recovery.
pub fn read_recovery(bytes: &[u8]) -> Result<Recovery, Unreadable> {
    let Read { portfolio, text, .. } = read_ron(bytes)?;
    let not_one = || Unreadable::NotAPortfolio { line: 1 };
    let field = text.field(FIELD).ok_or_else(not_one)?;
    let (of, _) = Parser::of(bytes).parse::<RecoveryOf>(&field.value).map_err(|_| not_one())?;
    let mut merge = Merge { header: of.header.then(|| portfolio.header.clone()), ..Merge::default() };
    let before = of.header_before.as_bytes();
    merge.header_before = Parser::of(before).parse(&(0..before.len())).ok().map(|(header, _)| header);
    for list in List::ALL {
        for entry in (0..portfolio.count(list)).filter_map(|place| portfolio.entry(list, place)) {
            let is_it = |changed: &&Named| changed.list == list.key() && changed.id == entry.id();
            let changed = of.changed.iter().find(is_it);
            merge.records.push((changed.map(|changed| changed.was.clone().unwrap_or(changed.id.clone())), entry));
        }
    }
    let copy = |named: &Named| Some((List::from_key(&named.list)?, named.id.clone(), named.was.clone()?));
    merge.copies.extend(of.copied.iter().filter_map(copy));
    for (named, gone) in
        of.changed.iter().map(|named| (named, false)).chain(of.removed.iter().map(|named| (named, true)))
    {
        let Some(list) = List::from_key(&named.list) else { continue };
        merge.before.extend(parse_entry(list, named.before.as_bytes(), &(0..named.before.len())));
        if gone {
            merge.removed.push((list, named.id.clone()));
        }
    }
    Ok(Recovery { of, merge })
}

/// Reads a recovery from a file.
pub fn read_recovery_file(path: &Path) -> Result<Recovery, Unreadable> {
    read_recovery(&super::read_bytes(path, &super::Progress::default())?)
}
