//! A file of activities, one activity after the other: what is in memory is one of them, and that is bounded. What is
//! not well-formed costs the activity that it stands in; reading goes on with the next.
//!
//! Bounds of one activity: 16 MiB of text and half a million elements, 32 deep; beyond that it is a failed entry.
//! Entities that a file defines are never replaced, so that none can grow; they stay as they are written and are noted.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use super::element::{Element, IN_OWN, OWN, OWN_PREFIX};
use super::input::Input;
use crate::format::brought::{FailedEntry, Loss, Losses};
use crate::format::progress::Progress;

/// The name of an activity.
pub(super) const ACTIVITY: &str = "iati-activity";
/// The name of what holds activities.
pub(super) const ACTIVITIES: &str = "iati-activities";
/// How much text an activity has at most, in bytes.
const MOST_BYTES: usize = 16 << 20;
/// How many elements an activity has at most.
const MOST_ELEMENTS: usize = 500_000;
/// How many attributes an element has at most.
const MOST_ATTRIBUTES: usize = 64;
/// How deep elements stand in each other at most.
const DEEPEST: usize = 32;

/// What comes next in a file.
pub(super) enum Piece {
    /// The element that holds the activities, without them.
    Root(Element),
    /// An activity.
    Activity(Element),
    /// Something else that stands beside activities.
    Beside(Element),
    /// An activity that is not one.
    Failed(FailedEntry),
    /// The file ends within something: on this line.
    Broken(usize),
}

/// Pieces of a file.
pub(super) struct Pieces<'a, R: BufRead> {
    reader: Reader<Input<R>>,
    progress: &'a Progress,
    /// What our namespace is called in the file.
    own: Option<String>,
    seen_root: bool,
    closed: bool,
}

/// How reading an element went wrong.
enum Fault {
    /// The file ends in it.
    Ends,
    /// It is none: where that shows, or which bound it is beyond.
    Broken(String),
}

impl<'a, R: BufRead> Pieces<'a, R> {
    pub fn new(input: R, progress: &'a Progress) -> Self {
        Self { reader: reader(Input::new(input), false), progress, own: None, seen_root: false, closed: false }
    }

    /// The line that reading has come to.
    pub fn line(&self) -> usize {
        self.reader.get_ref().line()
    }

    /// How many bytes of the file were read.
    pub fn reached(&self) -> u64 {
        self.reader.get_ref().reached()
    }

    /// Whether something stood in the file that is no text.
    pub fn is_garbled(&self) -> bool {
        self.reader.get_ref().is_garbled()
    }

    /// What the disk said where it failed.
    pub fn failure(&self) -> Option<&str> {
        self.reader.get_ref().failure()
    }

    /// The next piece; `None` at the end.
    pub fn next(&mut self, losses: &mut Losses) -> Option<Piece> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            self.reader.get_mut().allow(MOST_BYTES);
            let line = self.line();
            match self.reader.read_event_into(&mut buffer) {
                Ok(Event::Start(start)) => {
                    let element = element(&start, line, &mut self.own, losses);
                    if element.name == ACTIVITIES || !self.seen_root && element.name != ACTIVITY {
                        self.seen_root = true;
                        return Some(Piece::Root(element));
                    }
                    if let Some(piece) = self.whole(element, losses) {
                        return Some(piece);
                    }
                }
                Ok(Event::Empty(start)) => {
                    let element = element(&start, line, &mut self.own, losses);
                    let is_activity = element.name == ACTIVITY;
                    return Some(if is_activity { Piece::Activity(element) } else { self.beside(element) });
                }
                Ok(Event::End(_)) => self.closed = true,
                Ok(Event::Eof) if self.seen_root && !self.closed => {
                    self.closed = true;
                    return Some(Piece::Broken(line));
                }
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(_) => {
                    let failed = FailedEntry {
                        line,
                        what: format!("{ACTIVITIES}:{}", self.line()),
                        why: Loss::NotReadable,
                        cells: vec![self.reader.get_ref().kept()],
                    };
                    let more = self.skip();
                    // What cannot be read at the end of the file is where it was cut.
                    return match (more, self.seen_root) {
                        (true, _) => Some(Piece::Failed(failed)),
                        (false, true) if !self.closed => {
                            self.closed = true;
                            Some(Piece::Broken(line))
                        }
                        _ => None,
                    };
                }
            }
        }
    }

    fn beside(&mut self, element: Element) -> Piece {
        let first = !std::mem::replace(&mut self.seen_root, true);
        self.closed |= first;
        if first { Piece::Root(element) } else { Piece::Beside(element) }
    }

    /// The element that has begun, with all that is in it; `None` where it is no activity and cannot be read.
    fn whole(&mut self, element: Element, losses: &mut Losses) -> Option<Piece> {
        let (line, name) = (element.line, element.name.clone());
        let is_activity = name == ACTIVITY;
        let fault = match self.fill(element, losses) {
            Ok(element) if is_activity => return Some(Piece::Activity(element)),
            Ok(element) => return Some(Piece::Beside(element)),
            Err(fault) => fault,
        };
        let cells = vec![self.reader.get_ref().kept()];
        let failed = |what, why| Some(Piece::Failed(FailedEntry { line, what, why, cells }));
        match fault {
            Fault::Ends => {
                self.closed = true;
                if is_activity { failed(name, Loss::BrokenOff) } else { Some(Piece::Broken(line)) }
            }
            Fault::Broken(place) => {
                // Without an activity behind it the file ends here, and nobody closes it.
                self.closed |= !self.skip();
                if is_activity {
                    return failed(place, Loss::NotReadable);
                }
                losses.note(&name.replace(IN_OWN, OWN_PREFIX), Loss::NotReadable, line, &place);
                None
            }
        }
    }

    /// Reads to the end of an element.
    fn fill(&mut self, element: Element, losses: &mut Losses) -> Result<Element, Fault> {
        let (mut buffer, mut above, mut here, mut count) = (Vec::new(), Vec::new(), element, 1_usize);
        loop {
            buffer.clear();
            let line = self.line();
            let event = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(error) => return Err(self.fault(&error, &above, &here)),
            };
            match event {
                Event::Start(start) if above.len() + 2 > DEEPEST => {
                    return Err(Fault::Broken(format!("{}:{line} (> {DEEPEST} <…<…)", start.name().as_ref())));
                }
                Event::Start(start) => {
                    let inner = element_in(&start, line, &mut self.own, losses, &mut count)?;
                    above.push(std::mem::replace(&mut here, inner));
                }
                Event::Empty(start) => {
                    here.children.push(element_in(&start, line, &mut self.own, losses, &mut count)?);
                }
                Event::End(_) => match above.pop() {
                    Some(outer) => {
                        let inner = std::mem::replace(&mut here, outer);
                        here.children.push(inner);
                    }
                    None => return Ok(here),
                },
                Event::Text(text) => here.text.push_str(&text.xml10_content()),
                Event::CData(text) => here.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let name = reference.xml10_content();
                    let known = reference.resolve_char_ref().ok().flatten().map(String::from);
                    let known = known.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                    here.text.push_str(&known.unwrap_or_else(|| {
                        losses.note(&format!("&{name};"), Loss::NotReadable, line, &here.name);
                        format!("&{name};")
                    }));
                }
                Event::Eof => return Err(Fault::Ends),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// What an error of the parser means for the element that it stands in.
    fn fault(&self, error: &quick_xml::Error, above: &[Element], here: &Element) -> Fault {
        let input = self.reader.get_ref();
        match error {
            quick_xml::Error::Io(_) if input.is_used_up() => {
                Fault::Broken(format!("{ACTIVITY} (> {} MiB)", MOST_BYTES >> 20))
            }
            // A disk that fails ends a file like a cut; what stood before is kept.
            quick_xml::Error::Io(_) => Fault::Ends,
            quick_xml::Error::Syntax(_) if input.is_at_end() => Fault::Ends,
            // Where it stands is said in no language: `iati-activity/title:12`.
            _ => {
                let names = above.iter().chain([here]).map(|element| element.name.as_str());
                Fault::Broken(format!("{}:{}", names.collect::<Vec<_>>().join("/"), input.line()))
            }
        }
    }

    /// Goes on with the next activity; `false` where there is none.
    fn skip(&mut self) -> bool {
        let mut input = self.reader.get_mut().take();
        let progress = self.progress;
        let found = input.skip_to(format!("<{ACTIVITY}").as_bytes(), || progress.is_cancelled());
        self.reader = reader(input, true);
        found.unwrap_or(false)
    }
}

fn reader<R: BufRead>(input: Input<R>, within: bool) -> Reader<Input<R>> {
    let mut reader = Reader::from_reader(input);
    let config = reader.config_mut();
    // "Health & safety" is a common slip, and there is no doubt what it means.
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = within;
    reader
}

fn element_in(
    start: &BytesStart<'_>,
    line: usize,
    own: &mut Option<String>,
    losses: &mut Losses,
    count: &mut usize,
) -> Result<Element, Fault> {
    *count += 1;
    if *count > MOST_ELEMENTS {
        return Err(Fault::Broken(format!("{ACTIVITY} (> {MOST_ELEMENTS} <…>)")));
    }
    Ok(element(start, line, own, losses))
}

fn element(start: &BytesStart<'_>, line: usize, own: &mut Option<String>, losses: &mut Losses) -> Element {
    let tag = start.name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for (place, attribute) in start.attributes().with_checks(false).enumerate() {
        let Some(attribute) = attribute.ok().filter(|_| place < MOST_ATTRIBUTES) else {
            losses.note(&tag, Loss::NotReadable, line, start.attributes_raw());
            break;
        };
        let name = attribute.key.as_ref();
        let value = value(&attribute, &tag, line, losses);
        match name.strip_prefix("xmlns:") {
            Some(prefix) if value == OWN => *own = Some(prefix.to_owned()),
            Some(_) => {}
            None => attributes.push((name.to_owned(), value)),
        }
    }
    for (name, _) in &mut attributes {
        *name = told(name, own.as_deref());
    }
    Element { name: told(&tag, own.as_deref()), line, attributes, ..Element::default() }
}

/// A name as we say it: those of our namespace begin the same, whatever the file calls it.
fn told(name: &str, own: Option<&str>) -> String {
    match name.split_once(':') {
        Some((prefix, local)) if Some(prefix) == own => format!("{IN_OWN}{local}"),
        _ => name.to_owned(),
    }
}

fn value(attribute: &Attribute<'_>, tag: &str, line: usize, losses: &mut Losses) -> String {
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    value.map_or_else(
        |_| {
            let written = attribute.value.as_ref().to_owned();
            losses.note(&format!("{tag}@{}", attribute.key.as_ref()), Loss::NotReadable, line, &written);
            written
        },
        std::borrow::Cow::into_owned,
    )
}
