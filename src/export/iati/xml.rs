//! Elements written one after the other, and records as elements of our own namespace. Knows nothing of activities.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;
use serde_json::{Map, Value};

use crate::format::iati::OWN_PREFIX;

/// A name and what it says.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A file of XML that is being written.
pub(super) struct Xml<'a, W: Write> {
    writer: Writer<&'a mut W>,
    dropped: usize,
}

impl<'a, W: Write> Xml<'a, W> {
    /// Begins a file.
    pub fn begin(out: &'a mut W) -> io::Result<Self> {
        let mut xml = Self { writer: Writer::new_with_indent(out, b' ', 2), dropped: 0 };
        xml.writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(xml)
    }

    /// How many characters were left out that XML cannot hold.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// Ends the file.
    pub fn finish(self) -> io::Result<()> {
        let out = self.writer.into_inner();
        out.write_all(b"\n")?;
        out.flush()
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        let start = self.start(name, attributes);
        self.writer.write_event(Event::Start(start))
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        let start = self.start(name, attributes);
        self.writer.write_event(Event::Empty(start))
    }

    /// An element with a text in it.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return self.empty(name, attributes);
        }
        self.open(name, attributes)?;
        let text = self.escaped(text);
        self.writer.write_event(Event::Text(BytesText::from_escaped(text)))?;
        self.close(name)
    }

    /// A field of a record in our own namespace; what nobody published is left out.
    pub fn field(&mut self, name: &str, value: &Value) -> io::Result<()> {
        let name = format!("{OWN_PREFIX}{name}");
        match value {
            Value::Null => Ok(()),
            Value::Array(values) if values.is_empty() => Ok(()),
            Value::Bool(value) => self.text(&name, &[("type", "boolean")], &value.to_string()),
            Value::Number(value) => self.text(&name, &[("type", "number")], &value.to_string()),
            Value::String(text) => self.text(&name, &[], text),
            Value::Array(values) => {
                self.open(&name, &[("type", "list")])?;
                values.iter().try_for_each(|value| self.field("item", value))?;
                self.close(&name)
            }
            Value::Object(fields) if fields.values().all(Value::is_null) => Ok(()),
            Value::Object(fields) => self.record(&name, &[("type", "record")], fields),
        }
    }

    /// An element with the fields of a record in it.
    pub fn record(&mut self, name: &str, attributes: Attributes<'_>, fields: &Map<String, Value>) -> io::Result<()> {
        self.open(name, attributes)?;
        fields.iter().try_for_each(|(name, value)| self.field(name, value))?;
        self.close(name)
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) -> BytesStart<'static> {
        let mut start = BytesStart::new(name.to_owned());
        for (name, value) in attributes {
            let value = self.escaped(value).replace('\n', "&#10;").replace('\t', "&#9;");
            start.push_attribute(Attribute { key: QName(name), value: Cow::Owned(value) });
        }
        start
    }

    /// A text as XML writes it. A carriage return would be read as the end of a line; other control characters, which
    /// XML cannot hold, are left out and counted.
    fn escaped(&mut self, text: &str) -> String {
        let can_be = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        let kept: String = text.chars().filter(can_be).collect();
        self.dropped += text.chars().count() - kept.chars().count();
        escape(kept.as_str()).replace('\r', "&#13;")
    }
}
