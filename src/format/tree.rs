//! A record as RON writes it: words, texts, lists and fields, and how they are laid out in a portfolio: a field a line,
//! what is short in one. What nobody published has no text.

use crate::i18n::is_hidden;
use serde::ser::{self, Serialize};

/// How wide a line is at most.
const WIDTH: usize = 100;
/// How much further in the fields of a record stand than the record.
pub(super) const STEP: usize = 4;

/// A value of a portfolio.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    /// Not published.
    Nothing,
    /// A number, `true`, a word of a fixed list: as it stands.
    Word(String),
    /// A text in quotes.
    Text(String),
    /// Values in brackets.
    List(Vec<Self>),
    /// Fields in parentheses, in the order of the format.
    Record(Vec<(&'static str, Self)>),
}

impl Tree {
    /// The tree of a record. What serialises to none (there is nothing such in the model) is nothing.
    pub fn of(record: &impl Serialize) -> Self {
        record.serialize(Grow).unwrap_or(Self::Nothing)
    }

    /// Whether there is nothing to be written.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::List(values) => values.is_empty(),
            Self::Record(fields) => fields.iter().all(|(_, value)| value.is_nothing()),
            Self::Word(_) | Self::Text(_) => false,
        }
    }

    /// As it is written behind `before` characters of a line that is so far in.
    pub fn write(&self, indent: usize, before: usize) -> String {
        let line = self.in_a_line();
        // With the comma behind it.
        if before + line.chars().count() < WIDTH && !self.is_table() {
            return line;
        }
        let pad = " ".repeat(indent + STEP);
        let end = " ".repeat(indent);
        match self {
            Self::List(values) => {
                let lines = values.iter().map(|value| format!("{pad}{},\n", value.write(indent + STEP, indent + STEP)));
                format!("[\n{}{end}]", lines.collect::<String>())
            }
            Self::Record(fields) => format!("(\n{}{end})", write_fields(fields, indent + STEP)),
            _ => line,
        }
    }

    /// A record with each field on a line of its own, as those of the file's lists stand.
    pub fn write_over_lines(&self, indent: usize) -> String {
        match self {
            Self::Record(fields) => format!("(\n{}{})", write_fields(fields, indent + STEP), " ".repeat(indent)),
            other => other.write(indent, indent),
        }
    }

    /// Whether it is a list of records, each of which has a line of its own.
    fn is_table(&self) -> bool {
        matches!(self, Self::List(values) if values.len() > 1 && matches!(values.first(), Some(Self::Record(_))))
    }

    pub fn in_a_line(&self) -> String {
        match self {
            Self::Nothing => "None".to_owned(),
            Self::Word(word) => word.clone(),
            Self::Text(text) => quoted(text),
            Self::List(values) => format!("[{}]", values.iter().map(Self::in_a_line).collect::<Vec<_>>().join(", ")),
            Self::Record(fields) => {
                let fields = fields.iter().filter(|(_, value)| !value.is_nothing());
                let fields: Vec<_> = fields.map(|(name, value)| format!("{name}: {}", value.in_a_line())).collect();
                format!("({})", fields.join(", "))
            }
        }
    }
}

/// Fields, each in a line that is so far in; those without a value have none.
pub(super) fn write_fields(fields: &[(&'static str, Tree)], indent: usize) -> String {
    let fields = fields.iter().filter(|(_, value)| !value.is_nothing());
    fields.map(|(name, value)| write_field(name, value, indent)).collect()
}

/// `    name: value,` and the end of the line.
pub(super) fn write_field(name: &str, value: &Tree, indent: usize) -> String {
    let value = value.write(indent, indent + name.len() + 2);
    format!("{}{name}: {value},\n", " ".repeat(indent))
}

/// A text in quotes. What cannot be seen in an editor, or would turn the direction of what follows, is written by its
/// number.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            letter if is_hidden(letter) => quoted.push_str(&format!("\\u{{{:x}}}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// Fields with texts in two languages that a record must have.
const MUST: [&str; 4] = ["name", "title", "about", "reported_by"];

/// Whether a field says what holds where it is left out.
fn goes_without_saying(name: &str, value: &Tree) -> bool {
    const DEFAULTS: [(&str, &str); 5] = [
        ("scope", "country"),
        ("attribution", "named"),
        ("last_action", "false"),
        ("named_by_report", "false"),
        ("kind", "unknown"),
    ];
    matches!(value, Tree::Word(word) if DEFAULTS.contains(&(name, word.as_str())))
}

/// Why something has no tree: the model holds nothing of this sort.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct NoTree(String);

impl ser::Error for NoTree {
    fn custom<T: std::fmt::Display>(why: T) -> Self {
        Self(why.to_string())
    }
}

struct Grow;

/// Values that are still coming.
struct Growing(Vec<Tree>);

/// Fields that are still coming.
struct Fields(Vec<(&'static str, Tree)>);

fn none<T>(what: &str) -> Result<T, NoTree> {
    Err(NoTree(what.to_owned()))
}

macro_rules! words {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, value: $kind) -> Result<Tree, NoTree> {
            Ok(Tree::Word(value.to_string()))
        })*
    };
}

impl ser::Serializer for Grow {
    type Ok = Tree;
    type Error = NoTree;
    type SerializeSeq = Growing;
    type SerializeTuple = Growing;
    type SerializeTupleStruct = Growing;
    type SerializeTupleVariant = ser::Impossible<Tree, NoTree>;
    type SerializeMap = ser::Impossible<Tree, NoTree>;
    type SerializeStruct = Fields;
    type SerializeStructVariant = ser::Impossible<Tree, NoTree>;

    words!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    words!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    words!(serialize_f32: f32, serialize_f64: f64);

    fn serialize_char(self, value: char) -> Result<Tree, NoTree> {
        Ok(Tree::Text(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<Tree, NoTree> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Tree, NoTree> {
        none("bytes")
    }

    fn serialize_none(self) -> Result<Tree, NoTree> {
        Ok(Tree::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Tree, NoTree> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Tree, NoTree> {
        Ok(Tree::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Tree, NoTree> {
        Ok(Tree::Nothing)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Tree, NoTree> {
        Ok(Tree::Word(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Tree, NoTree> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<Tree, NoTree> {
        none(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Growing, NoTree> {
        Ok(Growing(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<Growing, NoTree> {
        Ok(Growing(Vec::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Growing, NoTree> {
        Ok(Growing(Vec::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoTree> {
        none(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NoTree> {
        none("map")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, NoTree> {
        Ok(Fields(Vec::new()))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NoTree> {
        none(variant)
    }
}

macro_rules! growing {
    ($($part:ident::$method:ident),*) => {
        $(impl ser::$part for Growing {
            type Ok = Tree;
            type Error = NoTree;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoTree> {
                self.0.push(value.serialize(Grow)?);
                Ok(())
            }

            fn end(self) -> Result<Tree, NoTree> {
                Ok(Tree::List(self.0))
            }
        })*
    };
}

growing!(SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field);

impl ser::SerializeStruct for Fields {
    type Ok = Tree;
    type Error = NoTree;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), NoTree> {
        let value = value.serialize(Grow)?;
        let value = match value {
            value if goes_without_saying(name, &value) => Tree::Nothing,
            // What must be there is written even where nothing is in it.
            value @ Tree::Record(_) if MUST.contains(&name) && value.is_nothing() => Tree::Word("()".to_owned()),
            value => value,
        };
        self.0.push((name, value));
        Ok(())
    }

    fn end(self) -> Result<Tree, NoTree> {
        Ok(Tree::Record(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_written_by_its_number_and_comes_back() {
        let text = "a\u{202e}b\u{7}\u{200b} «ñ» \\ \" \n\t👩\u{200d}🌾 \u{0}\u{85}";
        let written = quoted(text);
        assert!(!written.contains('\u{202e}') && !written.contains('\u{7}') && written.contains("👩\u{200d}🌾"));
        assert_eq!(ron::from_str::<String>(&written).unwrap(), text);
    }
}
