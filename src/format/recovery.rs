//! What was edited and is not saved yet, as a file that a later start finds: a portfolio of the edited records alone, and
//! of which file they are. Small however large that file is.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::edits::{Edits, parse_entry};
use super::parse::Parser;
use super::read::{Read, read_ron};
use super::save::Stamp;
use super::text::Text;
use super::tree::{STEP, Tree, write_field};
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
    /// How long the file was.
    pub length: u64,
    /// What tells its text from others, as a decimal number; empty where that was not looked at.
    pub digest: String,
    /// When it was kept, as the person's clock had it.
    pub at: String,
    /// Whether what the file says of itself was edited.
    header: bool,
    /// Records of the file that were edited.
    changed: Vec<Named>,
    /// Records of the file that were taken out.
    removed: Vec<Named>,
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
    /// The records as they were edited, each with its id in the file; none for one that came in.
    pub records: Vec<(Option<String>, Entry)>,
    /// The edited records as the file had them.
    pub before: Vec<Entry>,
    /// The records that were taken out.
    pub removed: Vec<(List, String)>,
    /// What the file says of itself, where that was edited.
    pub header: Option<Header>,
}

impl RecoveryOf {
    /// Of a file, known by its stamp, or of a portfolio that has none.
    pub fn new(file: Option<PathBuf>, new: bool, name: String, stamp: Option<&Stamp>, at: String) -> Self {
        let (length, digest) = stamp.map_or((0, None), Stamp::known_by);
        let digest = digest.map_or_else(String::new, |digest| digest.to_string());
        Self { file, new, name, length, digest, at, ..Self::default() }
    }
}

impl Recovery {
    /// How many records it is about.
    pub fn len(&self) -> usize {
        self.records.len() + self.removed.len() + usize::from(self.header.is_some())
    }

    /// Whether nothing was edited.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The edits of a portfolio as the text of a recovery.
pub fn write_recovery(mut of: RecoveryOf, edits: &Edits, text: &Text, header: &Header) -> String {
    let mut lists = String::new();
    for (list, edits) in &edits.lists {
        let key = list.key().to_owned();
        let named = |before: &Entry, id: &str| Named {
            list: key.clone(),
            id: id.to_owned(),
            was: Some(before.id().to_owned()).filter(|was| was != id),
            before: Tree::of(before).write_over_lines(0),
        };
        let kept = edits.changed.iter().filter(|(place, _)| !edits.removed.contains(place));
        let mut records = Vec::new();
        for (place, entry) in kept {
            of.changed.extend(text.record(*list, *place).map(|before| named(&before, entry.id())));
            records.push(entry);
        }
        records.extend(&edits.added);
        let removed = edits.removed.iter().filter_map(|place| text.record(*list, *place));
        of.removed.extend(removed.map(|before| named(&before, before.id())));
        if !records.is_empty() {
            let pad = " ".repeat(2 * STEP);
            let line = |text: String, entry: &_| text + &pad + &Tree::of(entry).write_over_lines(2 * STEP) + ",\n";
            let records = records.into_iter().fold(String::new(), |text, entry| line(text, &**entry));
            lists += &format!("    {key}: [\n{records}    ],\n");
        }
    }
    of.header = edits.header.is_some();
    let header = match Tree::of(header) {
        Tree::Record(fields) => fields.iter().fold(String::new(), |text, (name, value)| {
            if value.is_nothing() { text } else { text + &write_field(name, value, STEP) }
        }),
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
    let mut records = Vec::new();
    for list in List::ALL {
        for entry in (0..portfolio.count(list)).filter_map(|place| portfolio.entry(list, place)) {
            let is_it = |changed: &&Named| changed.list == list.key() && changed.id == entry.id();
            let changed = of.changed.iter().find(is_it);
            records.push((changed.map(|changed| changed.was.clone().unwrap_or(changed.id.clone())), entry));
        }
    }
    let removed = of.removed.iter().filter_map(|gone| Some((List::from_key(&gone.list)?, gone.id.clone())));
    let removed = removed.collect();
    let header = of.header.then(|| portfolio.header.clone());
    let before = of.changed.iter().chain(&of.removed).filter_map(|named| {
        let list = List::from_key(&named.list)?;
        parse_entry(list, named.before.as_bytes(), &(0..named.before.len()))
    });
    let before = before.collect();
    Ok(Recovery { of, records, before, removed, header })
}

/// Reads a recovery from a file.
pub fn read_recovery_file(path: &Path) -> Result<Recovery, Unreadable> {
    read_recovery(&super::read_bytes(path, &super::Progress::default())?)
}
