//! A drawing as a part of a page: told to screen readers, its names its own, and nothing in it that runs or loads.

use std::borrow::Cow;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, Writer};

use super::escape;

/// Elements that have no place in a drawing.
const FOREIGN: [&str; 5] = ["script", "foreignObject", "iframe", "audio", "video"];

/// The drawing with `spoken` for who cannot see it; nothing where it is no drawing.
pub(super) fn inline(svg: &str, id: &str, spoken: &str) -> Option<String> {
    let mut reader = Reader::from_str(svg);
    let mut writer = Writer::new(Vec::new());
    // How deep within something that is left out.
    let mut outside = 0_usize;
    let mut depth = 0_usize;
    let mut seen = false;
    loop {
        let event = reader.read_event().ok()?;
        match event {
            Event::Eof => break,
            Event::Start(start) if outside > 0 || is_foreign(&start) => outside += 1,
            Event::End(_) if outside > 0 => outside -= 1,
            _ if outside > 0 => {}
            Event::Start(start) => {
                let root = depth == 0;
                if root && (seen || start.local_name().as_ref() != "svg") {
                    return None;
                }
                depth += 1;
                writer.write_event(Event::Start(own(&start, id, root)?)).ok()?;
                if root {
                    seen = true;
                    let title = format!("<title id=\"{id}-spoken\">{}</title>", escape::text(spoken));
                    writer.get_mut().extend_from_slice(title.as_bytes());
                }
            }
            Event::Empty(start) if is_foreign(&start) => {}
            Event::Empty(start) if depth > 0 => writer.write_event(Event::Empty(own(&start, id, false)?)).ok()?,
            Event::End(end) => {
                depth = depth.checked_sub(1)?;
                writer.write_event(Event::End(end)).ok()?;
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if depth > 0 => writer.write_event(event).ok()?,
            // What stands before and after the drawing, remarks and instructions.
            _ => {}
        }
    }
    let text = String::from_utf8(writer.into_inner()).ok()?;
    (seen && depth == 0 && is_closed(&text)).then_some(text)
}

/// Whether nothing in it is loaded from elsewhere.
fn is_closed(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let loads = |before: &str| {
        lower.split(before).skip(1).any(|rest| {
            let rest = rest.trim_start_matches(['"', '\'', ' ', '&']);
            !(rest.starts_with('#') || rest.starts_with("data:") || rest.starts_with("quot;#"))
        })
    };
    !lower.contains("@import") && !loads("url(")
}

fn is_foreign(start: &BytesStart<'_>) -> bool {
    let name = start.local_name();
    FOREIGN.iter().any(|foreign| name.as_ref().eq_ignore_ascii_case(foreign))
}

/// An element whose names belong to this drawing alone, without what would run or load.
fn own<'e>(start: &BytesStart<'_>, id: &str, root: bool) -> Option<BytesStart<'e>> {
    let mut element = BytesStart::new(start.name().as_ref().to_owned());
    for attribute in start.attributes() {
        let Attribute { key, value } = attribute.ok()?;
        let key = key.as_ref();
        let lower = key.to_ascii_lowercase();
        let local = lower.rsplit(':').next().unwrap_or_default();
        let replaced = root && ["role", "aria-label", "aria-labelledby", "aria-hidden"].contains(&lower.as_str());
        if lower.starts_with("on") || local == "src" || replaced {
            continue;
        }
        let value = match local {
            "id" => format!("{id}-{value}"),
            "href" => match value.strip_prefix('#') {
                Some(target) => format!("#{id}-{target}"),
                None if value.starts_with("data:image/") => value.into_owned(),
                None => continue,
            },
            _ => value.replace("url(#", &format!("url(#{id}-")),
        };
        // The value is taken as it was written: escaped.
        element.push_attribute(Attribute { key: QName(key), value: Cow::Borrowed(&value) });
    }
    if root {
        element.push_attribute(("role", "img"));
        element.push_attribute(("aria-labelledby", format!("{id}-spoken").as_str()));
    }
    Some(element)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_keeps_its_names_and_loses_what_runs() {
        let svg = "<?xml version='1.0'?><!-- a --><svg xmlns='http://www.w3.org/2000/svg' onload='x()'><defs>\
            <clipPath id='a'/></defs><script>x()</script><g clip-path='url(#a)'><use href='#a'/>\
            <image href='http://e.org/x.png'/><text>5 &lt; 6</text></g></svg>";
        let page = inline(svg, "p1", "Cinco & seis").unwrap();
        for part in ["id=\"p1-a\"", "url(#p1-a)", "href=\"#p1-a\"", "role=\"img\"", "Cinco &amp; seis", "5 &lt; 6"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        for part in ["script", "onload", "e.org", "<?xml", "<!--"] {
            assert!(!page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        for text in
            ["", "words", "<p>words</p>", "<svg><g></svg>", "<svg/>", "<svg><rect fill='url(http://e.org)'/></svg>"]
        {
            assert_eq!(inline(text, "p", "-"), None, "{text}");
        }
    }
}
