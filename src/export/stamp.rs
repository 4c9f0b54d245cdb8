//! What an export carries so that the program opens it back into the same view, and sees whether it was changed since.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::cells::Rows;
use super::changed::Changed;
use super::checksum::Checksum;
use super::{Shown, read_back};
use crate::format::{OWN_PAGE, OWN_PDF};
use crate::i18n::Words;
use crate::model::{Lang, PartialDate};
use crate::query::{Column, EventColumn, EventKey, Key};

/// The view of an export, and a checksum of what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The version of the program that made it.
    pub program: String,
    /// The portfolio's title, in Spanish where it has one.
    pub portfolio: String,
    /// The date of its data.
    #[serde(default)]
    pub data: Option<PartialDate>,
    /// The day of the export.
    pub day: PartialDate,
    /// Its language.
    pub lang: Lang,
    /// Which records it shows.
    #[serde(default)]
    pub rows: Rows,
    /// The filter's text.
    #[serde(default)]
    pub filter: String,
    /// The order of the rows.
    #[serde(default, deserialize_with = "known")]
    pub order: Vec<Key>,
    /// The shown columns.
    #[serde(default, deserialize_with = "known")]
    pub columns: Vec<Column>,
    /// The shown columns of events.
    #[serde(default, deserialize_with = "known")]
    pub event_columns: Vec<EventColumn>,
    /// The order of events; `None` where an earlier version made it that did not take note of that.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "known_order")]
    pub event_order: Option<Vec<EventKey>>,
    /// CRC-32 of all that the file says, of a workbook one for each sheet; it tells accidental change, not deceit.
    #[serde(default)]
    pub checksum: String,
}

/// A stamp that was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampFound {
    /// The view that the file was made from.
    pub stamp: Stamp,
    /// Whether what it holds is as it was exported; `None` where the table is another file, and where an earlier version
    /// made it that did not take note of everything.
    pub intact: Option<bool>,
    /// What somebody changed in the tables of a workbook: only its sheet of records is read.
    pub changed: Vec<Changed>,
}

impl StampFound {
    fn new(stamp: Stamp, intact: Option<bool>) -> Self {
        Self { stamp, intact, changed: Vec::new() }
    }

    /// When and with which filter it was exported, and whether it is still as it was, in the person's words; `filter` is
    /// that filter in words, empty where there is none.
    pub fn told(&self, file: &str, filter: &str, words: &Words) -> String {
        let filter = if filter.is_empty() { words.t("picture-no-filter") } else { filter.to_owned() };
        let args = [("date", words.date(self.stamp.day).into()), ("filter", filter.into())];
        let told = words.tf("export-told", &args);
        match self.intact {
            Some(true) => format!("{told} {}", words.t("export-intact")),
            Some(false) => format!("{told} {}", self.changed_text(file, words)),
            None => told,
        }
    }

    /// That the file is not as it was exported, and what of the changes was not taken, in the person's words.
    pub fn changed_text(&self, file: &str, words: &Words) -> String {
        let mut args = vec![("file", file.into()), ("date", words.date(self.stamp.day).into())];
        if self.changed.is_empty() {
            return words.tf("export-changed", &args);
        }
        let named = self.changed.iter().take(MOST_NAMED).map(|changed| changed.text(words));
        args.push(("sheet", Words::new(self.stamp.lang).t("export-sheet-records").into()));
        args.push(("cells", named.collect::<Vec<_>>().join("; ").into()));
        args.push(("more", self.changed.len().saturating_sub(MOST_NAMED).into()));
        let table = Words::new(self.stamp.lang).t(self.stamp.rows.message());
        args.push(("table", usize::from(self.changed.iter().any(|changed| changed.is_in(&table))).into()));
        words.tf("export-changed-cells", &args)
    }
}

/// So many changes are named; the others are counted.
const MOST_NAMED: usize = 12;

/// What a later version knows and this one does not is passed over.
fn known<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Vec<T>, D::Error> {
    let values = Vec::<serde_json::Value>::deserialize(from)?;
    Ok(values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect())
}

fn known_order<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<EventKey>>, D::Error> {
    known(from).map(Some)
}

impl Stamp {
    /// The stamp of what is shown, without a checksum yet.
    pub fn of(shown: Shown<'_>, rows: Rows) -> Self {
        let names = shown.scene.names;
        let header = &names.portfolio.header;
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            portfolio: header.title.show(Lang::Es).to_owned(),
            data: header.updated,
            day: shown.today,
            lang: names.words.lang(),
            rows,
            filter: shown.scene.answer.filter.to_string(),
            order: shown.order.to_vec(),
            columns: shown.columns.to_vec(),
            event_columns: shown.event_columns.to_vec(),
            event_order: Some(shown.event_order.to_vec()),
            checksum: String::new(),
        }
    }

    /// One line of JSON.
    pub fn to_text(&self) -> String {
        // A struct of texts and lists has a JSON form.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads that line back; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text.trim()).ok()
    }

    /// A text of this stamp without its checksum, which is of everything else.
    pub(super) fn unsealed(&self, text: &str) -> String {
        text.replace(&self.checksum, "")
    }

    /// Whether a file is as it was exported, where its checksum is that of all it says or is not. That of an earlier
    /// version was only of what follows the stamp: where it still is, nothing is claimed of the rest.
    fn judged(&self, intact: bool, after: &[u8]) -> Option<bool> {
        (intact || !self.is_of(after)).then_some(intact)
    }

    /// Whether these bytes, of a CSV, are those that were exported.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.checksum == Checksum::of(bytes)
    }
}

/// What stands before the stamp in the text beside a CSV.
pub(super) const LINE: &str = "atalaya: ";
/// What stands before it in JSON.
pub(super) const JSON: &str = "{\"atalaya\":";

/// A page with its stamp: `before` ends within the head, `after` goes on there.
pub fn stamped_page(before: &str, after: &str, stamp: Stamp) -> String {
    let checksum = Checksum::of_all([before, &stamp.to_text(), after]);
    let stamp = Stamp { checksum, ..stamp }.to_text();
    let stamp = stamp.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    format!("{before}{OWN_PAGE}{stamp}\"/>{after}")
}

/// The stamp in an exported XLSX, JSON or page, or in the text beside a CSV; `None` where there is none.
pub fn stamp_of(bytes: &[u8]) -> Option<StampFound> {
    if bytes.starts_with(b"PK") {
        return read_back::workbook(bytes);
    }
    if bytes.starts_with(JSON.as_bytes()) {
        return json(bytes);
    }
    if bytes.starts_with(b"%PDF") {
        return document(bytes);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{') {
        return laid_out_anew(text);
    }
    if let Some((before, rest)) = text.split_once(OWN_PAGE) {
        let (said, after) = rest.split_once("\"/>")?;
        let said = unescaped(said);
        let stamp = Stamp::parse(&said)?;
        let intact = stamp.checksum == Checksum::of_all([before, &stamp.unsealed(&said), after]);
        let intact = stamp.judged(intact, after.as_bytes());
        return Some(StampFound::new(stamp, intact));
    }
    let line = text.lines().find_map(|line| line.strip_prefix(LINE))?;
    Some(StampFound::new(Stamp::parse(line)?, None))
}

fn unescaped(text: &str) -> String {
    text.replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A PDF says it among the keywords of its metadata. What else it holds is not held against anything.
fn document(bytes: &[u8]) -> Option<StampFound> {
    let find = |from: usize, wanted: &[u8]| Some(from + memchr::memmem::find(bytes.get(from..)?, wanted)?);
    let start = find(0, OWN_PDF.as_bytes())? + OWN_PDF.len();
    let stamp = bytes.get(start..find(start, b"</pdf:Keywords>")?)?;
    Some(StampFound::new(Stamp::parse(&unescaped(std::str::from_utf8(stamp).ok()?))?, None))
}

/// As this program writes it: the stamp on the first line, and the checksum of it and the rest.
fn json(bytes: &[u8]) -> Option<StampFound> {
    let end = memchr::memchr(b'\n', bytes)?;
    let (head, rest) = (bytes.get(JSON.len()..end)?, bytes.get(end + 1..)?);
    let head = std::str::from_utf8(head).ok()?.trim_end().trim_end_matches(',');
    match Stamp::parse(head) {
        Some(stamp) => {
            let intact = stamp.checksum == Checksum::of_all([stamp.unsealed(head).as_bytes(), rest]);
            let intact = stamp.judged(intact, rest);
            Some(StampFound::new(stamp, intact))
        }
        None => laid_out_anew(std::str::from_utf8(bytes).ok()?),
    }
}

/// JSON that another program wrote again: it may hold the same, and is not what was exported.
fn laid_out_anew(text: &str) -> Option<StampFound> {
    #[derive(Deserialize)]
    struct Head {
        atalaya: Stamp,
    }
    let head: Head = serde_json::from_str(text).ok()?;
    Some(StampFound::new(head.atalaya, Some(false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp() -> Stamp {
        Stamp {
            program: "0.1.0".to_owned(),
            portfolio: "Asistencia «laboral» & <más>".to_owned(),
            data: "2026-11-24".parse().ok(),
            day: "2026-11-26".parse().unwrap(),
            lang: Lang::Es,
            rows: Rows::Projects,
            filter: "name:\"a \\\"b\\\"\" theme:osh".to_owned(),
            order: vec![Key { column: Column::Amount, descending: true }],
            columns: vec![Column::Name, Column::Amount],
            event_columns: vec![EventColumn::Date],
            event_order: None,
            checksum: String::new(),
        }
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let stamp = stamp();
        assert!(!stamp.to_text().contains('\n'));
        assert_eq!(Stamp::parse(&stamp.to_text()), Some(stamp));
        assert_eq!(Stamp::parse("{}"), None);
    }

    #[test]
    fn columns_of_a_later_version_are_passed_over() {
        let text = stamp().to_text().replace("\"columns\":[", "\"columns\":[\"Tomorrow\",");
        assert_eq!(Stamp::parse(&text), Some(stamp()));
    }

    #[test]
    fn a_page_carries_its_stamp_and_tells_a_change() {
        let page = stamped_page("<!doctype html><head>", "</head><p>13,000,000</p>", stamp());
        let found = stamp_of(page.as_bytes()).unwrap();
        assert_eq!((found.stamp.filter.as_str(), found.intact), (stamp().filter.as_str(), Some(true)));
        for (from, to) in [("13,000,000", "19,000,000"), ("<!doctype html>", "<!doctype html><!-- -->"), ("osh", "gem")]
        {
            let changed = page.replace(from, to);
            assert_eq!(stamp_of(changed.as_bytes()).unwrap().intact, Some(false), "{from}");
        }
    }

    #[test]
    fn of_what_an_earlier_version_exported_no_change_is_claimed_that_nobody_made() {
        let rest = "\"rows\":[13000000]}\n";
        let sealed = |after: &str| Stamp { checksum: Checksum::of(after.as_bytes()), ..stamp() }.to_text();
        let json = format!("{JSON}{},\n{rest}", sealed(rest));
        let after = "</head><p>13000000</p>";
        let said = sealed(after).replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
        let page = format!("<!doctype html><head>{OWN_PAGE}{said}\"/>{after}");
        for text in [json, page] {
            assert_eq!(stamp_of(text.as_bytes()).unwrap().intact, None, "{text}");
            let changed = text.replace("13000000", "19000000");
            assert_eq!(stamp_of(changed.as_bytes()).unwrap().intact, Some(false), "{text}");
        }
    }

    #[test]
    fn what_carries_no_stamp_has_none() {
        for bytes in [&b""[..], b"PK\x03\x04broken", b"{\"atalaya\":", b"{\"atalaya\":3}\n", b"\xff\xfe", b"a;b\n"] {
            assert_eq!(stamp_of(bytes), None);
        }
    }
}
