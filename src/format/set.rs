//! One field of a record by its path, set from RON as a person types it: `amounts[0].value` and `4400000`.

use super::edits::read_entry;
use super::parse::{Failed, Parser, tidy};
use super::problem::ProblemKind;
use super::tree::Tree;
use crate::i18n::Words;
use crate::model::{Entry, Header, List};

/// Why a field or a record could not be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSet {
    /// The record has no such field.
    #[error("no field {path}")]
    NoField {
        /// The field that was named.
        path: String,
        /// What there is in its place; nothing where that is not known.
        known: Vec<String>,
    },
    /// What was written is not what belongs there.
    #[error("not taken: {kind:?}")]
    Bad {
        /// The field, where it is known.
        field: Option<String>,
        /// What is wrong.
        kind: ProblemKind,
    },
}

impl NotSet {
    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::NoField { path, known } if known.is_empty() => words.tf("set-no-field", &[("field", path.into())]),
            Self::NoField { path, known } => {
                let args = [("field", path.into()), ("known", known.join(", ").into())];
                words.tf("set-no-field-but", &args)
            }
            Self::Bad { field: Some(field), kind } => {
                words.tf("set-bad-field", &[("field", field.into()), ("what", kind.text(words).into())])
            }
            Self::Bad { field: None, kind } => kind.text(words),
        }
    }
}

/// The record with another value in a field; with none where `value` is nothing.
pub fn set_field(entry: &Entry, path: &str, value: Option<&str>) -> Result<Entry, NotSet> {
    parse_record(entry.list(), &text_with(Tree::of(entry), path, value)?)
}

/// What a file says of itself with another value in a field.
pub fn set_header(header: &Header, path: &str, value: Option<&str>) -> Result<Header, NotSet> {
    let text = text_with(Tree::of(header), path, value)?;
    known(Parser::of(text.as_bytes()).parse::<Header>(&(0..text.len())))
}

/// A field of a record as it stands in a file, in one line; nothing where the record says nothing in it.
pub fn field_text(entry: &Entry, field: &str) -> Option<String> {
    let Tree::Record(fields) = Tree::of(entry) else { return None };
    let (_, value) = fields.into_iter().find(|(name, _)| *name == field)?;
    (!value.is_nothing()).then(|| value.in_a_line())
}

/// A portfolio without records as a file.
pub fn blank_text(header: &Header) -> String {
    Tree::of(header).write_over_lines(0) + "\n"
}

/// A record as it stands in a file.
pub fn record_text(entry: &Entry) -> String {
    Tree::of(entry).write_over_lines(0)
}

/// A record of this list from its text.
pub fn parse_record(list: List, text: &str) -> Result<Entry, NotSet> {
    known(read_entry(list, text.as_bytes(), &(0..text.len())))
}

fn known<T>(read: Result<(T, Vec<String>), Failed>) -> Result<T, NotSet> {
    let (record, unknown) = read.map_err(|Failed { field, kind, .. }| NotSet::Bad { field, kind })?;
    // What this version does not know must not be lost in silence.
    unknown.first().map_or(Ok(record), |path| Err(NotSet::NoField { path: tidy(path), known: Vec::new() }))
}

fn text_with(mut record: Tree, path: &str, value: Option<&str>) -> Result<String, NotSet> {
    let steps: Vec<&str> = path.split(['.', '[', ']']).filter(|step| !step.is_empty()).collect();
    let known = fields_at(&record, &steps);
    if steps.is_empty() || !set(&mut record, &steps, value) {
        return Err(NotSet::NoField { path: path.to_owned(), known });
    }
    Ok(record.write_over_lines(0))
}

/// What there is where these steps lead no further: the fields of a record, the places of a list and one more.
fn fields_at(tree: &Tree, steps: &[&str]) -> Vec<String> {
    let mut here = tree;
    for step in steps {
        let next = match here {
            Tree::Record(fields) => fields.iter().find(|(name, _)| name == step).map(|(_, inner)| inner),
            Tree::List(values) => step.parse::<usize>().ok().and_then(|place| values.get(place)),
            _ => None,
        };
        let Some(next) = next else { break };
        here = next;
    }
    match here {
        Tree::Record(fields) => fields.iter().map(|(name, _)| (*name).to_owned()).collect(),
        Tree::List(values) => (0..values.len()).map(|place| format!("[{place}]")).chain(["[+]".to_owned()]).collect(),
        _ => Vec::new(),
    }
}

/// Sets a value below this one; says whether there is such a place.
fn set(tree: &mut Tree, steps: &[&str], value: Option<&str>) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        *tree = value.map_or(Tree::Nothing, |text| Tree::Word(text.to_owned()));
        return true;
    };
    match tree {
        Tree::Record(fields) => {
            fields.iter_mut().find(|(name, _)| name == step).is_some_and(|(_, inner)| set(inner, rest, value))
        }
        Tree::List(values) if *step == "+" => {
            values.push(Tree::Nothing);
            values.last_mut().is_some_and(|last| value.is_some() && set(last, rest, value))
        }
        Tree::List(values) => {
            let place = step.parse::<usize>().ok().filter(|place| *place < values.len());
            match place {
                Some(place) if rest.is_empty() && value.is_none() => {
                    values.remove(place);
                    true
                }
                Some(place) => values.get_mut(place).is_some_and(|inner| set(inner, rest, value)),
                None => false,
            }
        }
        _ => false,
    }
}
